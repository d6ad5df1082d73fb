/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Prose from HTML: paragraphs, lists, bold, italic and links to the web come over, headings as bold paragraphs, the rows of a
 * table as lines with tabs. All else is dropped and its words stay.
 *
 * The tree is walked once. Blocks open lazily: what begins one only says what the next words will be, so that wrappers
 * and empty paragraphs leave nothing behind. White space is collapsed as a browser does, but a single no-break space between
 * words stays one.
 *
 * Word writes no lists: an item is a paragraph whose style says `mso-list: l0 level2 lfo1`, with its bullet as words in a
 * span whose style says `mso-list: Ignore`. Those words say whether it is numbered. Word on the web makes a list of
 * each item and says its level in an attribute. Google Docs wraps all in a bold element that is not bold. */

#include "plan/maak-prose-paste.h"

#include "plan/maak-html-private.h"
#include "plan/maak-plan.h"
#include "plan/maak-prose-writer.h"

#include <stdlib.h>
#include <string.h>

#define NO_BREAK_SPACE 0xa0

/* A list around what is read. */
typedef struct
{
  gboolean numbered;
  guint    number; /* of the next item; 0: counts on */
} List;

/* What the words that come are like; each element has its own. */
typedef struct
{
  guint       flags;
  const char *link;
  gboolean    keeps_space;
} Look;

typedef struct
{
  MaakProseBuilder *builder;
  List              lists[MAAK_HTML_MAX_DEPTH];
  guint             depth;
  /* The block that the next words begin, or that is open. */
  gboolean      open;
  gboolean      item_pending; /* the next words are an item's first */
  MaakProseKind item_kind;
  guint         item_depth, item_number;
  /* White space that was read and is not written yet. */
  gunichar pending; /* 0: none */
  Look     pending_look;
  gboolean broken;  /* a forced break was read last */
  gboolean in_cell; /* of a table: blocks are spaces */
} Reader;

static void read_children (Reader     *self,
                           xmlNode    *node,
                           const Look *look);

static void
end_block (Reader *self)
{
  self->open = FALSE;
  self->pending = 0;
  self->broken = FALSE;
}

static void
begin_block (Reader *self)
{
  if (self->item_pending)
    maak_prose_builder_begin (self->builder, self->item_kind, self->item_depth, self->item_number);
  else
    maak_prose_builder_begin (self->builder, MAAK_PROSE_PARAGRAPH, self->depth, 0);
  self->item_pending = FALSE;
  self->open = TRUE;
  self->pending = 0;
}

static void
add_words (Reader     *self,
           const char *words,
           const Look *look)
{
  if (!self->open)
    begin_block (self);
  if (self->pending != 0)
    {
      char space[8] = { 0 };

      g_unichar_to_utf8 (self->pending, space);
      maak_prose_builder_add (self->builder, space, self->pending_look.flags & look->flags,
                              self->pending_look.link == look->link ? look->link : NULL);
      self->pending = 0;
    }
  self->broken = FALSE;
  maak_prose_builder_add (self->builder, words, look->flags, look->link);
}

static void
add_space (Reader     *self,
           gunichar    space,
           const Look *look)
{
  if (!self->open || self->broken)
    return;
  self->pending = self->pending == 0 ? space : ' ';
  self->pending_look = *look;
}

/* A second break on end begins a paragraph, as in what Google Docs gives. */
static void
add_break (Reader *self)
{
  if (self->in_cell)
    {
      add_space (self, ' ', &(Look) { 0 });
      return;
    }
  if (self->broken)
    {
      end_block (self);
      return;
    }
  if (!self->open)
    return;
  self->pending = 0;
  self->broken = TRUE;
  maak_prose_builder_add (self->builder, "\n", 0, NULL);
}

/* What ends a block, but in a table only parts words. */
static void
part (Reader *self)
{
  if (self->in_cell)
    add_space (self, ' ', &(Look) { 0 });
  else
    end_block (self);
}

static void
read_text (Reader     *self,
           const char *text,
           const Look *look)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_space = strchr (" \t\n\r\f", *p) != NULL;

      if (!is_space && c != NO_BREAK_SPACE)
        {
          g_string_append_unichar (words, c);
          continue;
        }
      if (words->len > 0)
        add_words (self, words->str, look);
      g_string_truncate (words, 0);
      if (*p == '\n' && look->keeps_space)
        add_break (self);
      else
        add_space (self, is_space ? ' ' : NO_BREAK_SPACE, look);
    }
  if (words->len > 0)
    add_words (self, words->str, look);
}

/* --- Lists --- */

static void
read_list (Reader     *self,
           xmlNode    *node,
           const Look *look)
{
  static const char *const numbered[] = { "ol", NULL };
  g_autofree char         *start = maak_html_dup_attribute (node, "start");

  end_block (self);
  if (self->depth < MAAK_HTML_MAX_DEPTH)
    {
      self->lists[self->depth++] = (List) { maak_html_is (node, numbered), start != NULL ? (guint) CLAMP (atoi (start), 0, 99999) : 0 };
      read_children (self, node, look);
      self->depth--;
    }
  else
    read_children (self, node, look);
  end_block (self);
  self->item_pending = FALSE;
}

static void
set_item (Reader       *self,
          MaakProseKind kind,
          guint         depth,
          guint         number)
{
  end_block (self);
  self->item_pending = TRUE;
  self->item_kind = kind;
  self->item_depth = depth;
  self->item_number = number;
}

static void
read_item (Reader     *self,
           xmlNode    *node,
           const Look *look)
{
  List             none = { FALSE, 0 };
  List            *list = self->depth > 0 ? &self->lists[self->depth - 1] : &none;
  g_autofree char *level = maak_html_dup_attribute (node, "data-aria-level");
  guint            depth = MAX (self->depth, 1), said = level != NULL ? (guint) CLAMP (atoi (level), 0, MAAK_HTML_MAX_DEPTH) : 0;
  guint            before = self->depth;

  set_item (self, list->numbered ? MAAK_PROSE_NUMBERED : MAAK_PROSE_BULLET, MAX (depth, said), list->number);
  if (list->number > 0)
    list->number++;
  self->depth = MAX (depth, said);
  for (guint i = before; i < self->depth; i++)
    self->lists[i] = *list;
  read_children (self, node, look);
  end_block (self);
  self->depth = before;
  self->item_pending = FALSE;
}

/* The words of the mark that Word wrote before an item: "·", "o", "1.", "a)". */
static gboolean
find_mark (xmlNode *node,
           GString *mark)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *style = child->type == XML_ELEMENT_NODE ? maak_html_dup_attribute (child, "style") : NULL;

      if (style != NULL && maak_html_style_is_list_mark (style))
        {
          xmlChar *content = xmlNodeGetContent (child);

          g_string_append (mark, content != NULL ? (const char *) content : "");
          xmlFree (content);
          return TRUE;
        }
      if (child->type == XML_ELEMENT_NODE && find_mark (child, mark))
        return TRUE;
    }
  return FALSE;
}

static void
read_word_item (Reader     *self,
                xmlNode    *node,
                guint       level,
                const Look *look)
{
  g_autoptr (GString) mark = g_string_new (NULL);
  const char *p;
  guint       number;
  gboolean    numbered;
  guint       before = self->depth;

  find_mark (node, mark);
  g_strchug (mark->str);
  number = (guint) CLAMP (atoi (mark->str), 0, 99999);
  p = mark->str + (g_ascii_isalnum (*mark->str) ? strspn (mark->str, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.") : 0);
  numbered = p > mark->str && (*p == ')' || p[-1] == '.');

  set_item (self, numbered ? MAAK_PROSE_NUMBERED : MAAK_PROSE_BULLET, level, numbered ? number : 0);
  self->depth = level;
  read_children (self, node, look);
  end_block (self);
  self->depth = before;
  self->item_pending = FALSE;
}

/* --- Tables --- */

static void
apply_element (xmlNode    *node,
               const char *style,
               Look       *look)
{
  static const char *const bold[] = { "b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th", "dt", NULL };
  static const char *const italic[] = { "i", "em", "cite", "dfn", "var", NULL };
  static const char *const pre[] = { "pre", "listing", NULL };

  if (maak_html_is (node, bold))
    look->flags |= MAAK_PROSE_BOLD;
  if (maak_html_is (node, italic))
    look->flags |= MAAK_PROSE_ITALIC;
  if (maak_html_is (node, pre))
    look->keeps_space = TRUE;
  if (style != NULL)
    {
      look->flags = maak_html_style_apply (style, look->flags);
      look->keeps_space = maak_html_style_keeps_space (style, look->keeps_space);
    }
}

static guint
count_cells (xmlNode *row)
{
  static const char *const cells[] = { "td", "th", NULL };
  guint                    n = 0;

  for (xmlNode *child = row->children; child != NULL; child = child->next)
    n += maak_html_is (child, cells);
  return n;
}

/* One cell a row is no table but a page that was laid out as one. */
static gboolean
has_columns (xmlNode *table)
{
  static const char *const groups[] = { "thead", "tbody", "tfoot", NULL }, *const rows[] = { "tr", NULL };

  for (xmlNode *child = table->children; child != NULL; child = child->next)
    {
      if ((maak_html_is (child, rows) && count_cells (child) > 1) || (maak_html_is (child, groups) && has_columns (child)))
        return TRUE;
    }
  return FALSE;
}

static void
read_row (Reader     *self,
          xmlNode    *row,
          const Look *look)
{
  static const char *const cells[] = { "td", "th", NULL };
  gboolean                 first = TRUE;

  for (xmlNode *child = row->children; child != NULL; child = child->next)
    {
      g_autofree char *style = NULL;
      Look             inner = *look;

      if (!maak_html_is (child, cells))
        continue;
      style = maak_html_dup_attribute (child, "style");
      apply_element (child, style, &inner);
      if (!first)
        maak_prose_builder_add (self->builder, "\t", 0, NULL);
      self->pending = 0;
      self->broken = TRUE; /* white space at the cell's beginning is left out */
      read_children (self, child, &inner);
      self->pending = 0;
      /* No line begins with a tab. */
      if (first && self->broken)
        add_words (self, "–", look);
      self->broken = FALSE;
      first = FALSE;
    }
}

static void
read_rows (Reader     *self,
           xmlNode    *table,
           const Look *look)
{
  static const char *const groups[] = { "thead", "tbody", "tfoot", NULL }, *const rows[] = { "tr", NULL };

  for (xmlNode *child = table->children; child != NULL; child = child->next)
    {
      if (maak_html_is (child, rows))
        {
          if (self->open)
            maak_prose_builder_add (self->builder, "\n", 0, NULL);
          read_row (self, child, look);
        }
      else if (maak_html_is (child, groups))
        read_rows (self, child, look);
    }
}

static void
read_table (Reader     *self,
            xmlNode    *table,
            const Look *look)
{
  if (self->in_cell || !has_columns (table))
    {
      part (self);
      read_children (self, table, look);
      part (self);
      return;
    }
  end_block (self);
  self->in_cell = TRUE;
  read_rows (self, table, look);
  self->in_cell = FALSE;
  end_block (self);
}

/* --- Elements --- */

/* Only the web: a link to a record of a plan means nothing outside of that plan. */
static char *
dup_link (xmlNode *node)
{
  static const char *const anchors[] = { "a", NULL };
  g_autofree char         *href = maak_html_is (node, anchors) ? maak_html_dup_attribute (node, "href") : NULL;

  if (href == NULL)
    return NULL;
  g_strstrip (href);
  if (!maak_prose_link_is_kept (href) || maak_prose_link_get_id (href) != NULL)
    return NULL;
  return g_steal_pointer (&href);
}

static void
read_element (Reader     *self,
              xmlNode    *node,
              const Look *around)
{
  static const char *const lists[] = { "ul", "ol", "menu", "dir", NULL }, *const items[] = { "li", NULL }, *const tables[] = { "table", NULL }, *const breaks[] = { "br", NULL };
  g_autofree char *style = maak_html_dup_attribute (node, "style");
  g_autofree char *link = dup_link (node);
  Look             look = *around;
  guint            level = style != NULL && !self->in_cell ? maak_html_style_get_list_level (style) : 0;

  if (maak_html_is_dropped (node, style) || (style != NULL && maak_html_style_is_list_mark (style)))
    return;
  apply_element (node, style, &look);
  if (link != NULL)
    look.link = link;
  if (maak_html_is (node, breaks))
    add_break (self);
  else if (maak_html_is (node, tables))
    read_table (self, node, &look);
  else if (maak_html_is (node, lists) && !self->in_cell)
    read_list (self, node, &look);
  else if (maak_html_is (node, items) && !self->in_cell)
    read_item (self, node, &look);
  else if (level > 0 && maak_html_is_block (node))
    read_word_item (self, node, level, &look);
  else if (maak_html_is_block (node))
    {
      part (self);
      read_children (self, node, &look);
      part (self);
    }
  else
    read_children (self, node, &look);
  /* The link's address goes with this element. */
  if (self->pending_look.link == link)
    self->pending_look.link = NULL;
}

static void
read_children (Reader     *self,
               xmlNode    *node,
               const Look *look)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE)
        read_element (self, child, look);
      else if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content != NULL)
        read_text (self, (const char *) child->content, look);
    }
}

/**
 * maak_prose_from_html:
 * @html: as another program gave it; need not be valid
 * @length: in bytes
 *
 * Returns: (transfer full): the prose, "" when there are no words; NULL and a MAAK_PLAN_ERROR_INVALID_VALUE when it cannot be
 *   read (too deep), or is too long for a text. The plain text that comes with HTML may then still do.
 */
char *
maak_prose_from_html (const char *html,
                      gsize       length,
                      GError    **error)
{
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (MaakProseBuilder) builder = NULL;
  g_autofree char *prose = NULL;
  g_autofree char *normal = NULL;
  Reader           reader = { 0 };

  g_return_val_if_fail (html != NULL, NULL);

  document = maak_html_parse (html, length, error);
  if (document == NULL)
    return NULL;
  builder = maak_prose_builder_new ();
  reader.builder = builder;
  read_children (&reader, (xmlNode *) document, &(Look) { 0 });
  prose = maak_prose_builder_end (builder);
  normal = g_utf8_normalize (prose, -1, G_NORMALIZE_NFC);
  if (normal != NULL && strlen (normal) <= MAAK_PROSE_MAX)
    return g_steal_pointer (&normal);
  maak_error_set (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_INVALID_VALUE, NULL, maak_message_new (MAAK_PHRASE_PASTE_TOO_LONG, MAAK_ARG_END));
  return NULL;
}
