/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * RFC 4180: cells between separators, rows between line ends (CRLF, LF or CR), quotes around cells that hold either,
 * a quote doubled inside quotes. The text is copied once; cells are unquoted in that copy and handed out in place.
 * A byte-order mark in front is skipped. What the standard forbids (a quote that is never closed, text behind a
 * closing quote) stops the reading and is told by maak_csv_is_broken(); nothing is guessed.
 */
#include "base/maak-csv.h"

#include <string.h>

struct _MaakCsv
{
  char      *text;
  char      *at;
  char      *end;
  GPtrArray *cells; /* into text */
  guint      line;  /* where the row began that was handed out last */
  guint      next_line;
  char       separator;
  gboolean   broken;
};

/**
 * maak_csv_new:
 * @text: the whole of a file; copied
 * @length: its bytes, or -1 when it ends with a NUL
 * @separator: ',' ';' or '\t'
 *
 * Returns: (transfer full): a reader that stands before the first row
 */
MaakCsv *
maak_csv_new (const char *text, gssize length, char separator)
{
  MaakCsv *self = g_new0 (MaakCsv, 1);
  gsize    n = length >= 0 ? (gsize) length : strlen (text);

  if (n >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      n -= 3;
    }
  self->text = g_malloc (n + 1);
  memcpy (self->text, text, n);
  self->text[n] = '\0';
  self->at = self->text;
  self->end = self->text + n;
  self->cells = g_ptr_array_new ();
  self->next_line = 1;
  self->separator = separator;
  return self;
}

/**
 * maak_csv_free:
 *
 * Releases the reader and every cell that it handed out.
 */
void
maak_csv_free (MaakCsv *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_unref (self->cells);
  g_free (self->text);
  g_free (self);
}

/* Stands behind the opening quote; unquotes in place. Returns the end of the cell, NULL when it is broken. */
static char *
read_quoted (MaakCsv *self)
{
  char *to = self->at;

  while (self->at < self->end)
    {
      if (*self->at == '"')
        {
          self->at++;
          if (self->at >= self->end || *self->at != '"')
            return self->at >= self->end || *self->at == self->separator || *self->at == '\n' || *self->at == '\r' ? to : NULL;
        }
      if (*self->at == '\n' || (*self->at == '\r' && (self->at + 1 >= self->end || self->at[1] != '\n')))
        self->next_line++;
      *to++ = *self->at++;
    }
  return NULL;
}

static char *
read_bare (MaakCsv *self)
{
  while (self->at < self->end && *self->at != self->separator && *self->at != '\n' && *self->at != '\r')
    self->at++;
  return self->at;
}

/* Steps over what ended the cell; TRUE: another cell of the row follows. */
static gboolean
step_over_end (MaakCsv *self, char *cell_end)
{
  char ended = self->at < self->end ? *self->at : '\0';

  if (self->at < self->end)
    self->at++;
  if (ended == '\r' && self->at < self->end && *self->at == '\n')
    self->at++;
  *cell_end = '\0';
  if (ended == self->separator)
    return TRUE;
  self->next_line++;
  return FALSE;
}

/**
 * maak_csv_next_row:
 * @cells: (out) (transfer none): the cells, valid until the next call
 * @n_cells: (out): how many; an empty line is a row of one empty cell
 *
 * Returns: whether there was another row; FALSE also when the text is broken, see maak_csv_is_broken()
 */
gboolean
maak_csv_next_row (MaakCsv *self, const char *const **cells, guint *n_cells)
{
  gboolean more = TRUE;

  g_return_val_if_fail (self != NULL, FALSE);
  if (self->broken || self->at >= self->end)
    return FALSE;
  self->line = self->next_line;
  g_ptr_array_set_size (self->cells, 0);
  while (more)
    {
      gboolean quoted = self->at < self->end && *self->at == '"';
      char    *cell = self->at += quoted;
      char    *cell_end = quoted ? read_quoted (self) : read_bare (self);
      if (cell_end == NULL)
        {
          self->broken = TRUE;
          return FALSE;
        }
      g_ptr_array_add (self->cells, cell);
      more = step_over_end (self, cell_end);
    }
  *cells = (const char *const *) self->cells->pdata;
  *n_cells = self->cells->len;
  return TRUE;
}

/**
 * maak_csv_get_line:
 *
 * Returns: the line, from 1, on which the last row began; of a broken text the row that is broken
 */
guint
maak_csv_get_line (MaakCsv *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->line;
}

/**
 * maak_csv_is_broken:
 *
 * Returns: whether reading stopped at a quote that is not closed, or closed in the middle of a cell
 */
gboolean
maak_csv_is_broken (MaakCsv *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->broken;
}

static gboolean
is_plain_number (const char *cell)
{
  gsize n;

  cell += *cell == '-' || *cell == '+';
  n = strspn (cell, "0123456789.,");
  return n > 0 && cell[n] == '\0';
}

/**
 * maak_csv_append_cell:
 * @out: a row in the making
 * @cell: (nullable): UTF-8; NULL is empty
 * @separator: goes in front, unless @out is empty or ends with a line end
 *
 * Quotes where it must. A cell that a spreadsheet would take for a formula (it begins with = + - @ or a control
 * character, and is no number) gets an apostrophe in front, so that opening the file runs nothing.
 */
void
maak_csv_append_cell (GString *out, const char *cell, char separator)
{
  const char special[] = { separator, '"', '\n', '\r', '\0' };
  gboolean   quoted, guarded;

  g_return_if_fail (out != NULL);
  cell = cell != NULL ? cell : "";
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, separator);
  guarded = *cell != '\0' && strchr ("=+-@\t\r", *cell) != NULL && !is_plain_number (cell);
  /* An empty first cell would else leave no trace. */
  quoted = strpbrk (cell, special) != NULL || *cell == ' ' || g_str_has_suffix (cell, " ") || (*cell == '\0' && (out->len == 0 || out->str[out->len - 1] == '\n'));
  if (quoted)
    g_string_append_c (out, '"');
  if (guarded)
    g_string_append_c (out, '\'');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *cell);
    }
  if (quoted)
    g_string_append_c (out, '"');
}
