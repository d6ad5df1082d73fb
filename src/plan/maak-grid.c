/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Cells as spreadsheets put them on the clipboard: lines with tabs, where a cell that holds a tab, a break or a quote stands in
 * quotes, which are doubled inside; or an HTML table. And back to lines with tabs.
 *
 * Strings are trimmed, as spreadsheets pad them; what they mean is decided by whoever reads them. */

#include "plan/maak-grid.h"

#include "plan/maak-html-private.h"
#include "plan/maak-plan.h"
#include "plan/maak-prose-paste.h"

#include <stdlib.h>
#include <string.h>

enum
{
  MAX_CELLS = 100000,
  MAX_SPAN = 100, /* of a cell over columns and rows */
};

struct _MaakGrid
{
  GPtrArray *rows; /* of GPtrArray of char * */
  guint      n_columns, n_cells;
};

/** maak_grid_new: Returns: (transfer full): a grid without rows */
MaakGrid *
maak_grid_new (void)
{
  MaakGrid *self = g_new0 (MaakGrid, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

/** maak_grid_free: frees @self. */
void
maak_grid_free (MaakGrid *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/** maak_grid_add_row: begins a row. */
void
maak_grid_add_row (MaakGrid *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func (g_free));
}

/** maak_grid_add_cell: adds a cell to the row that was begun last. */
void
maak_grid_add_cell (MaakGrid   *self,
                    const char *string)
{
  GPtrArray *row;

  g_return_if_fail (self != NULL && string != NULL);

  if (self->rows->len == 0)
    maak_grid_add_row (self);
  row = g_ptr_array_index (self->rows, self->rows->len - 1);
  g_ptr_array_add (row, g_strstrip (g_strdup (string)));
  self->n_columns = MAX (self->n_columns, row->len);
  self->n_cells++;
}

/** maak_grid_get_n_rows: Returns: how many rows there are */
guint
maak_grid_get_n_rows (MaakGrid *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/** maak_grid_get_n_columns: Returns: how many cells the longest row has */
guint
maak_grid_get_n_columns (MaakGrid *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

/** maak_grid_get: Returns: (transfer none): the cell; "" where there is none */
const char *
maak_grid_get (MaakGrid *self,
               guint     row,
               guint     column)
{
  GPtrArray *cells;

  g_return_val_if_fail (self != NULL, "");

  cells = row < self->rows->len ? g_ptr_array_index (self->rows, row) : NULL;
  return cells != NULL && column < cells->len ? g_ptr_array_index (cells, column) : "";
}

/** maak_grid_row_is_blank: Returns: whether no cell of the row holds anything */
gboolean
maak_grid_row_is_blank (MaakGrid *self,
                        guint     row)
{
  for (guint i = 0; i < maak_grid_get_n_columns (self); i++)
    {
      if (*maak_grid_get (self, row, i) != '\0')
        return FALSE;
    }
  return TRUE;
}

static gboolean
fail (MaakPhrase phrase,
      GError   **error)
{
  maak_error_set (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_INVALID_VALUE, NULL, maak_message_new (phrase, MAAK_ARG_END));
  return FALSE;
}

/* --- Lines with tabs --- */

/* The end of a cell that begins with a quote: behind the quote that closes it; NULL: it is a quote like any other. */
static const char *
read_quoted (const char *text,
             GString    *cell)
{
  for (const char *p = text + 1; *p != '\0'; p++)
    {
      if (*p != '"')
        g_string_append_c (cell, *p);
      else if (p[1] == '"')
        g_string_append_c (cell, *p++);
      else if (p[1] == '\0' || strchr ("\t\r\n", p[1]) != NULL)
        return p + 1;
      else
        break;
    }
  g_string_truncate (cell, 0);
  return NULL;
}

/* A quote that is never closed is looked for once, not from every cell again. */
static const char *
read_cell (const char *text,
           GString    *cell,
           gboolean   *may_quote)
{
  const char *end = *text == '"' && *may_quote ? read_quoted (text, cell) : NULL;
  gsize       plain;

  if (end != NULL)
    return end;
  if (*text == '"' && *may_quote)
    *may_quote = strchr (text + 1, '"') != NULL;
  plain = strcspn (text, "\t\r\n");
  g_string_append_len (cell, text, (gssize) plain);
  return text + plain;
}

/**
 * maak_grid_new_from_text:
 * @text: lines with tabs, as another program gave them; need not be valid
 * @length: in bytes
 *
 * Returns: (transfer full): the cells; NULL and a MAAK_PLAN_ERROR_INVALID_VALUE when there are too many
 */
MaakGrid *
maak_grid_new_from_text (const char *text,
                         gsize       length,
                         GError    **error)
{
  g_autoptr (MaakGrid) self = maak_grid_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autofree char *valid = NULL;
  g_autofree char *normal = NULL;
  gboolean         may_quote = TRUE;

  g_return_val_if_fail (text != NULL, NULL);

  if (length > MAAK_PASTE_MAX_HTML)
    {
      fail (MAAK_PHRASE_PASTE_TOO_LONG, error);
      return NULL;
    }
  valid = g_utf8_make_valid (text, (gssize) length);
  normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  for (const char *p = normal; *p != '\0' && self->n_cells <= MAX_CELLS;)
    {
      gboolean more = TRUE;

      maak_grid_add_row (self);
      while (more)
        {
          g_string_truncate (cell, 0);
          p = read_cell (p, cell, &may_quote);
          maak_grid_add_cell (self, cell->str);
          more = *p == '\t';
          p += more;
        }
      p += *p == '\r';
      p += *p == '\n';
    }
  if (self->n_cells <= MAX_CELLS)
    return g_steal_pointer (&self);
  fail (MAAK_PHRASE_PASTE_TOO_LONG, error);
  return NULL;
}

static void
append_cell (GString    *out,
             const char *cell)
{
  if (strpbrk (cell, "\t\r\n\"") == NULL)
    {
      g_string_append (out, cell);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/** maak_grid_dup_text: Returns: (transfer full): lines with tabs, which a spreadsheet takes */
char *
maak_grid_dup_text (MaakGrid *self)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint row = 0; row < self->rows->len; row++)
    {
      for (guint column = 0; column < self->n_columns; column++)
        {
          if (column > 0)
            g_string_append_c (out, '\t');
          append_cell (out, maak_grid_get (self, row, column));
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free_and_steal (out);
}

/* --- HTML --- */

static xmlNode *
find_table (xmlNode *node)
{
  static const char *const tables[] = { "table", NULL };

  for (; node != NULL; node = node->next)
    {
      xmlNode *found = maak_html_is (node, tables) ? node : find_table (node->children);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
append_content (xmlNode *node,
                GString *out)
{
  static const char *const breaks[] = { "br", NULL };

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *style = child->type == XML_ELEMENT_NODE ? maak_html_dup_attribute (child, "style") : NULL;

      if (child->type == XML_TEXT_NODE && child->content != NULL)
        {
          for (const char *p = (const char *) child->content; *p != '\0'; p++)
            {
              gboolean is_space = strchr (" \t\r\n\f", *p) != NULL;

              if (!is_space)
                g_string_append_c (out, *p);
              else if (out->len > 0 && !g_ascii_isspace (out->str[out->len - 1]))
                g_string_append_c (out, ' ');
            }
        }
      else if (child->type == XML_ELEMENT_NODE && !maak_html_is_dropped (child, style))
        {
          gboolean parts = maak_html_is (child, breaks) || maak_html_is_block (child);

          if (parts && out->len > 0)
            g_string_append_c (out, '\n');
          append_content (child, out);
        }
    }
}

static guint
get_span (xmlNode    *cell,
          const char *name)
{
  g_autofree char *span = maak_html_dup_attribute (cell, name);

  return span != NULL ? (guint) CLAMP (atoi (span), 1, MAX_SPAN) : 1;
}

/* @covered: for each column how many rows more a cell above reaches down. */
static void
read_html_row (MaakGrid *self,
               xmlNode  *row,
               GArray   *covered)
{
  static const char *const cells[] = { "td", "th", NULL };
  guint                    column = 0;

  maak_grid_add_row (self);
  for (xmlNode *child = row->children; child != NULL && self->n_cells <= MAX_CELLS; child = child->next)
    {
      g_autoptr (GString) content = NULL;
      guint across, down;

      if (!maak_html_is (child, cells))
        continue;
      for (; column < covered->len && g_array_index (covered, guint, column) > 0; column++)
        {
          g_array_index (covered, guint, column)--;
          maak_grid_add_cell (self, "");
        }
      content = g_string_new (NULL);
      append_content (child, content);
      across = get_span (child, "colspan");
      down = get_span (child, "rowspan");
      for (guint i = 0; i < across; i++, column++)
        {
          maak_grid_add_cell (self, i == 0 ? content->str : "");
          if (column >= covered->len)
            g_array_set_size (covered, column + 1);
          g_array_index (covered, guint, column) = down - 1;
        }
    }
  for (; column < covered->len; column++)
    {
      if (g_array_index (covered, guint, column) > 0)
        g_array_index (covered, guint, column)--;
    }
}

static void
read_html_rows (MaakGrid *self,
                xmlNode  *node,
                GArray   *covered)
{
  static const char *const rows[] = { "tr", NULL }, *const groups[] = { "thead", "tbody", "tfoot", NULL };

  for (xmlNode *child = node->children; child != NULL && self->n_cells <= MAX_CELLS; child = child->next)
    {
      if (maak_html_is (child, rows))
        read_html_row (self, child, covered);
      else if (maak_html_is (child, groups))
        read_html_rows (self, child, covered);
    }
}

/**
 * maak_grid_new_from_html:
 * @html: as another program gave it; need not be valid
 * @length: in bytes
 *
 * Returns: (transfer full): the cells of its first table; NULL and a MAAK_PLAN_ERROR_INVALID_VALUE when there is none, it
 *   cannot be read, or has too many
 */
MaakGrid *
maak_grid_new_from_html (const char *html,
                         gsize       length,
                         GError    **error)
{
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (MaakGrid) self = NULL;
  g_autoptr (GArray) covered = NULL;
  xmlNode *table;

  g_return_val_if_fail (html != NULL, NULL);

  document = maak_html_parse (html, length, error);
  if (document == NULL)
    return NULL;
  table = find_table (document->children);
  if (table == NULL)
    {
      fail (MAAK_PHRASE_PASTE_NO_TABLE, error);
      return NULL;
    }
  self = maak_grid_new ();
  covered = g_array_new (FALSE, TRUE, sizeof (guint));
  read_html_rows (self, table, covered);
  if (self->n_cells <= MAX_CELLS)
    return g_steal_pointer (&self);
  fail (MAAK_PHRASE_PASTE_TOO_LONG, error);
  return NULL;
}
