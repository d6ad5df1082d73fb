/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Lists in the buffer: which lines are items, how deep, with which number; and what the keys do that make and leave them.
 * A line changes as a whole, so that nothing of this touches the text but Enter, and the sign that begins a list.
 *
 * An item is at most one deeper than the line before it, and at most MAAK_PROSE_MAX_DEPTH. Numbers are counted when
 * somebody asks, and forgotten at the next edit. */

#include "shell/editors/maak-prose-buffer-private.h"

#include <string.h>

/* The lines that the selection touches. */
static void
get_lines (MaakProseBuffer *self,
           guint           *first,
           guint           *last)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end))
    {
      maak_prose_buffer_get_cursor (self, &start);
      end = start;
    }
  *first = (guint) gtk_text_iter_get_line (&start);
  *last = (guint) gtk_text_iter_get_line (&end);
  /* Behind the last newline nothing is selected. */
  if (*last > *first && gtk_text_iter_starts_line (&end))
    (*last)--;
}

static void
finish (MaakProseBuffer *self,
        guint            first,
        guint            last)
{
  maak_prose_buffer_tag_lines (self, first, last);
  maak_prose_buffer_tell_edited (self);
  maak_prose_buffer_tell_style (self);
}

/** maak_prose_buffer_toggle_list: makes items of the selected lines, or paragraphs when all of them are such items. */
void
maak_prose_buffer_toggle_list (MaakProseBuffer *self,
                               MaakProseKind    kind)
{
  guint    first, last;
  gboolean all = TRUE;

  g_return_if_fail (MAAK_IS_PROSE_BUFFER (self) && self->prose);

  get_lines (self, &first, &last);
  for (guint i = first; i <= last; i++)
    all = all && maak_prose_buffer_line (self, i)->kind == kind;
  for (guint i = first; i <= last; i++)
    {
      MaakProseLine *line = maak_prose_buffer_line (self, i);

      line->kind = all ? MAAK_PROSE_PARAGRAPH : kind;
      line->depth = all ? 0 : MAX (line->depth, 1);
      line->first = 0;
    }
  finish (self, first, last);
}

/**
 * maak_prose_buffer_shift:
 * @by: 1: deeper; -1: less deep
 *
 * Returns: whether the selected lines are items that could be shifted; an item goes at most one deeper than the one before
 */
gboolean
maak_prose_buffer_shift (MaakProseBuffer *self,
                         int              by)
{
  guint first, last, most;

  g_return_val_if_fail (MAAK_IS_PROSE_BUFFER (self), FALSE);

  get_lines (self, &first, &last);
  most = MIN (first > 0 ? maak_prose_buffer_line (self, first - 1)->depth + 1 : 1, MAAK_PROSE_MAX_DEPTH);
  for (guint i = first; i <= last; i++)
    {
      MaakProseLine *line = maak_prose_buffer_line (self, i);

      if (line->depth == 0 || (by > 0 && line->depth >= (i == first ? most : MAAK_PROSE_MAX_DEPTH)) || (by < 0 && line->depth == 1))
        return FALSE;
    }
  for (guint i = first; i <= last; i++)
    {
      MaakProseLine *line = maak_prose_buffer_line (self, i);

      line->depth = (guint) ((int) line->depth + by);
      line->first = 0;
    }
  finish (self, first, last);
  return TRUE;
}

static gboolean
is_line_empty (const GtkTextIter *at)
{
  return gtk_text_iter_starts_line (at) && gtk_text_iter_ends_line (at);
}

/* One step out of the list: less deep, and then a paragraph. */
static void
step_out (MaakProseBuffer *self,
          guint            index)
{
  MaakProseLine *line = maak_prose_buffer_line (self, index);

  line->depth--;
  if (line->depth == 0)
    line->kind = MAAK_PROSE_PARAGRAPH;
  line->first = 0;
  finish (self, index, index);
}

/** maak_prose_buffer_begin_line: the next item or paragraph; an item without words leaves its list instead. */
void
maak_prose_buffer_begin_line (MaakProseBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter    at;
  guint          index;

  g_return_if_fail (MAAK_IS_PROSE_BUFFER (self) && self->prose);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  maak_prose_buffer_get_cursor (self, &at);
  index = (guint) gtk_text_iter_get_line (&at);
  if (is_line_empty (&at) && maak_prose_buffer_line (self, index)->depth > 0)
    step_out (self, index);
  else
    gtk_text_buffer_insert (buffer, &at, "\n", 1);
  gtk_text_buffer_end_user_action (buffer);
  maak_prose_buffer_tell_style (self);
}

/** maak_prose_buffer_leave_item: Returns: whether the cursor stood at the start of an item, which is less of one now */
gboolean
maak_prose_buffer_leave_item (MaakProseBuffer *self)
{
  GtkTextIter at;
  guint       index;

  g_return_val_if_fail (MAAK_IS_PROSE_BUFFER (self), FALSE);

  if (gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self)))
    return FALSE;
  maak_prose_buffer_get_cursor (self, &at);
  index = (guint) gtk_text_iter_get_line (&at);
  if (!gtk_text_iter_starts_line (&at) || maak_prose_buffer_line (self, index)->depth == 0)
    return FALSE;
  step_out (self, index);
  return TRUE;
}

/** maak_prose_buffer_begin_item: Returns: whether the line began with a sign of a list before the cursor, and is an item now */
gboolean
maak_prose_buffer_begin_item (MaakProseBuffer *self)
{
  GtkTextBuffer   *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter      at, start;
  g_autofree char *typed = NULL;
  MaakProseLine   *line;
  gboolean         bullet, number;

  g_return_val_if_fail (MAAK_IS_PROSE_BUFFER (self), FALSE);

  maak_prose_buffer_get_cursor (self, &at);
  start = at;
  gtk_text_iter_set_line_offset (&start, 0);
  line = maak_prose_buffer_line (self, (guint) gtk_text_iter_get_line (&at));
  if (!self->prose || line->depth > 0 || gtk_text_iter_get_line_offset (&at) > 3)
    return FALSE;
  typed = gtk_text_buffer_get_text (buffer, &start, &at, TRUE);
  bullet = strcmp (typed, "- ") == 0 || strcmp (typed, "* ") == 0;
  number = strcmp (typed, "1. ") == 0 || strcmp (typed, "1) ") == 0;
  if (!bullet && !number)
    return FALSE;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &at);
  line = maak_prose_buffer_line (self, (guint) gtk_text_iter_get_line (&at));
  *line = (MaakProseLine) { bullet ? MAAK_PROSE_BULLET : MAAK_PROSE_NUMBERED, 1, 0, 0 };
  finish (self, (guint) gtk_text_iter_get_line (&at), (guint) gtk_text_iter_get_line (&at));
  gtk_text_buffer_end_user_action (buffer);
  return TRUE;
}

static void
count_numbers (MaakProseBuffer *self)
{
  guint next[MAAK_PROSE_MAX_DEPTH + 2] = { 0 };

  for (guint i = 0; i < self->lines->len; i++)
    {
      MaakProseLine *line = maak_prose_buffer_line (self, i);

      for (guint deeper = line->depth + 1; deeper <= MAAK_PROSE_MAX_DEPTH; deeper++)
        next[deeper] = 0;
      if (line->kind == MAAK_PROSE_BULLET)
        next[line->depth] = 0;
      if (line->kind != MAAK_PROSE_NUMBERED)
        continue;
      line->number = line->first > 0 ? line->first : MAX (next[line->depth], 1);
      next[line->depth] = line->number + 1;
    }
  self->numbered = TRUE;
}

/**
 * maak_prose_buffer_get_line:
 * @depth: (out) (optional): of lists; 0: of none
 * @number: (out) (optional): of a numbered item
 *
 * Returns: what the line is; an ordinary paragraph beyond the last
 */
MaakProseKind
maak_prose_buffer_get_line (MaakProseBuffer *self,
                            guint            line,
                            guint           *depth,
                            guint           *number)
{
  MaakProseLine none = { MAAK_PROSE_PARAGRAPH, 0, 0, 0 }, *found;

  g_return_val_if_fail (MAAK_IS_PROSE_BUFFER (self), MAAK_PROSE_PARAGRAPH);

  if (!self->numbered)
    count_numbers (self);
  found = line < self->lines->len ? maak_prose_buffer_line (self, line) : &none;
  if (depth != NULL)
    *depth = found->depth;
  if (number != NULL)
    *number = found->number;
  return found->kind;
}
