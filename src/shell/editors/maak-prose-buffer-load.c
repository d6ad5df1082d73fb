/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The buffer's string, read and written; links and chips. A link is a tag of its own that knows its address; a chip is such
 * a tag, too, and its words are what its source says at the moment.
 *
 * Two links beside each other are two tags, also when they lead to the same place, so that two citations of one source
 * stay two. Tags of links that are gone are taken out of the table when another string is loaded. */

#include "shell/editors/maak-prose-buffer-private.h"

#include "plan/maak-prose-writer.h"

#include <string.h>

#define LINK "maak-link"
#define CHIP "maak-chip"

/** maak_prose_buffer_make_link_tag: Returns: (transfer none): a tag that makes a link, or a chip, of characters */
GtkTextTag *
maak_prose_buffer_make_link_tag (MaakProseBuffer *self,
                                 const char      *link,
                                 gboolean         is_chip)
{
  GtkTextTag *tag = gtk_text_tag_new (NULL);

  g_object_set_data_full (G_OBJECT (tag), LINK, g_strdup (link), g_free);
  if (is_chip)
    {
      GdkRGBA grey = { 0.5f, 0.5f, 0.55f, 0.28f };

      g_object_set_data (G_OBJECT (tag), CHIP, tag);
      g_object_set (tag, "background-rgba", &grey, NULL);
    }
  else
    g_object_set (tag, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_tag_table_add (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self)), tag);
  g_object_unref (tag);
  return tag;
}

/** maak_prose_buffer_find_link_tag: Returns: (transfer none) (nullable): the tag that makes a link of the character behind @at */
GtkTextTag *
maak_prose_buffer_find_link_tag (const GtkTextIter *at,
                                 const char       **link,
                                 gboolean          *is_chip)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (at);

  for (GSList *l = tags; l != NULL; l = l->next)
    {
      const char *found = g_object_get_data (l->data, LINK);

      if (found == NULL)
        continue;
      if (link != NULL)
        *link = found;
      if (is_chip != NULL)
        *is_chip = g_object_get_data (l->data, CHIP) != NULL;
      return l->data;
    }
  return NULL;
}

/**
 * maak_prose_buffer_get_link:
 * @at: in, or right behind, a link or a chip
 * @start: (out) (optional): its first character
 * @end: (out) (optional): behind its last
 * @link: (out) (optional): where it leads
 * @is_chip: (out) (optional): whether it is a chip
 *
 * Returns: FALSE when there is none
 */
gboolean
maak_prose_buffer_get_link (MaakProseBuffer   *self,
                            const GtkTextIter *at,
                            GtkTextIter       *start,
                            GtkTextIter       *end,
                            const char       **link,
                            gboolean          *is_chip)
{
  GtkTextIter first = *at, last;
  GtkTextTag *tag;

  g_return_val_if_fail (MAAK_IS_PROSE_BUFFER (self), FALSE);

  tag = maak_prose_buffer_find_link_tag (&first, link, is_chip);
  if (tag == NULL && !gtk_text_iter_starts_line (&first))
    {
      gtk_text_iter_backward_char (&first);
      tag = maak_prose_buffer_find_link_tag (&first, link, is_chip);
    }
  if (tag == NULL)
    return FALSE;
  last = first;
  if (!gtk_text_iter_starts_tag (&first, tag))
    gtk_text_iter_backward_to_tag_toggle (&first, tag);
  gtk_text_iter_forward_to_tag_toggle (&last, tag);
  if (start != NULL)
    *start = first;
  if (end != NULL)
    *end = last;
  return TRUE;
}

/** maak_prose_buffer_remove_link: makes words of the link at @at; a chip's words stay as they are. */
void
maak_prose_buffer_remove_link (MaakProseBuffer   *self,
                               const GtkTextIter *at)
{
  GtkTextIter start, end;
  GtkTextTag *tag;

  g_return_if_fail (MAAK_IS_PROSE_BUFFER (self));

  if (!maak_prose_buffer_get_link (self, at, &start, &end, NULL, NULL))
    return;
  tag = maak_prose_buffer_find_link_tag (&start, NULL, NULL);
  gtk_text_tag_table_remove (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self)), tag);
  maak_prose_buffer_tell_edited (self);
  maak_prose_buffer_tell_style (self);
}

/* --- Reading --- */

static void
insert_run (MaakProseBuffer    *self,
            GtkTextIter        *at,
            const MaakProseRun *run)
{
  GtkTextBuffer   *buffer = GTK_TEXT_BUFFER (self);
  const char      *id = maak_prose_link_get_id (run->link);
  g_autofree char *chip = id != NULL && self->chip != NULL ? self->chip (id, run->text, self->chip_data) : NULL;
  g_auto (GStrv) lines = g_strsplit (chip != NULL ? chip : run->text, "\n", -1);
  g_autofree char *text = g_strjoinv (MAAK_PROSE_BREAK, lines);
  int              offset = gtk_text_iter_get_offset (at);
  GtkTextIter      start;

  gtk_text_buffer_insert (buffer, at, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  if ((run->flags & MAAK_PROSE_BOLD) != 0)
    gtk_text_buffer_apply_tag (buffer, self->bold, &start, at);
  if ((run->flags & MAAK_PROSE_ITALIC) != 0)
    gtk_text_buffer_apply_tag (buffer, self->italic, &start, at);
  if (run->link != NULL)
    gtk_text_buffer_apply_tag (buffer, maak_prose_buffer_make_link_tag (self, run->link, chip != NULL), &start, at);
}

static void
set_line (MaakProseBuffer      *self,
          guint                 index,
          const MaakProseBlock *block)
{
  MaakProseLine *line = maak_prose_buffer_line (self, index);

  line->kind = block->kind;
  line->depth = MIN (block->depth, MAAK_PROSE_MAX_DEPTH);
  line->first = 0;
}

/* Which numbered items begin a list anew. */
static void
mark_first_numbers (MaakProseBuffer *self,
                    MaakProse       *prose,
                    guint            line)
{
  guint next[MAAK_PROSE_MAX_DEPTH + 2] = { 0 };

  for (guint i = 0; i < maak_prose_get_n_blocks (prose); i++)
    {
      const MaakProseBlock *block = maak_prose_get_block (prose, i);
      guint                 depth = MIN (block->depth, MAAK_PROSE_MAX_DEPTH);

      for (guint deeper = depth + 1; deeper <= MAAK_PROSE_MAX_DEPTH; deeper++)
        next[deeper] = 0;
      if (block->kind == MAAK_PROSE_BULLET)
        next[depth] = 0;
      if (block->kind != MAAK_PROSE_NUMBERED)
        continue;
      if (block->number != MAX (next[depth], 1))
        maak_prose_buffer_line (self, line + i)->first = block->number;
      next[depth] = block->number + 1;
    }
}

/**
 * maak_prose_buffer_load:
 * @at: where to insert; behind what was inserted afterwards
 * @whole: the lines are those of @string; else a first paragraph goes into the line that it is inserted in
 */
void
maak_prose_buffer_load (MaakProseBuffer *self,
                        GtkTextIter     *at,
                        const char      *string,
                        gboolean         whole)
{
  g_autoptr (MaakProse) prose = maak_prose_new (string);
  guint first = (guint) gtk_text_iter_get_line (at);
  guint n = maak_prose_get_n_blocks (prose);

  self->loading++;
  /* An item is a line of its own. */
  if (n > 0 && maak_prose_get_block (prose, 0)->kind != MAAK_PROSE_PARAGRAPH && !gtk_text_iter_starts_line (at))
    {
      gtk_text_buffer_insert (GTK_TEXT_BUFFER (self), at, "\n", 1);
      first++;
    }
  for (guint i = 0; i < n; i++)
    {
      const MaakProseBlock *block = maak_prose_get_block (prose, i);

      if (i > 0)
        gtk_text_buffer_insert (GTK_TEXT_BUFFER (self), at, "\n", 1);
      for (guint k = 0; k < block->n_runs; k++)
        insert_run (self, at, &block->runs[k]);
      if (i > 0 || whole || block->kind != MAAK_PROSE_PARAGRAPH)
        set_line (self, first + i, block);
    }
  if (n > 0)
    mark_first_numbers (self, prose, first);
  self->loading--;
  maak_prose_buffer_tag_lines (self, first, first + n);
}

static char *
get_all (MaakProseBuffer *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self), &start, &end, TRUE);
}

static int
count_common (const char *a,
              const char *b)
{
  int n = 0;

  for (; *a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b); n++)
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
  return n;
}

static int
count_common_end (const char *a,
                  const char *b,
                  int         most)
{
  const char *p = a + strlen (a), *q = b + strlen (b);
  int         n = 0;

  for (; n < most; n++)
    {
      p = g_utf8_prev_char (p);
      q = g_utf8_prev_char (q);
      if (g_utf8_get_char (p) != g_utf8_get_char (q))
        break;
    }
  return n;
}

/* Where a place in the old text is in the new one: with the same words around it; in words that are gone, behind what came
 * instead. */
static int
follow (int         offset,
        const char *before,
        const char *after)
{
  int n_before = (int) g_utf8_strlen (before, -1), n_after = (int) g_utf8_strlen (after, -1);
  int start = count_common (before, after);
  int end = count_common_end (before, after, MIN (n_before, n_after) - start);

  /* Where words were put in at the cursor it goes behind them, as if they had been typed. */
  if (offset < start || (offset == start && end < n_before - start))
    return offset;
  if (offset >= n_before - end)
    return offset + n_after - n_before;
  return n_after - end;
}

static void
clear_links (GtkTextTag *tag,
             gpointer    data)
{
  if (g_object_get_data (G_OBJECT (tag), LINK) != NULL)
    g_ptr_array_add (data, tag);
}

static void
drop_link_tags (MaakProseBuffer *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self));
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  gtk_text_tag_table_foreach (table, clear_links, tags);
  for (guint i = 0; i < tags->len; i++)
    gtk_text_tag_table_remove (table, g_ptr_array_index (tags, i));
}

/**
 * maak_prose_buffer_set_string:
 * @string: as the plan has it
 *
 * Shows another string. The cursor and the selection stay with the words around them.
 */
void
maak_prose_buffer_set_string (MaakProseBuffer *self,
                              const char      *string)
{
  GtkTextBuffer   *buffer = GTK_TEXT_BUFFER (self);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GtkTextIter      cursor, bound, start, end;
  int              cursor_offset, bound_offset;

  g_return_if_fail (MAAK_IS_PROSE_BUFFER (self) && string != NULL);

  before = get_all (self);
  maak_prose_buffer_get_cursor (self, &cursor);
  gtk_text_buffer_get_iter_at_mark (buffer, &bound, gtk_text_buffer_get_selection_bound (buffer));
  cursor_offset = gtk_text_iter_get_offset (&cursor);
  bound_offset = gtk_text_iter_get_offset (&bound);

  self->loading++;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  drop_link_tags (self);
  *maak_prose_buffer_line (self, 0) = (MaakProseLine) { MAAK_PROSE_PARAGRAPH, 0, 0, 0 };
  gtk_text_buffer_get_start_iter (buffer, &start);
  if (self->prose)
    maak_prose_buffer_load (self, &start, string, TRUE);
  else
    gtk_text_buffer_insert (buffer, &start, string, -1);
  after = get_all (self);
  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, follow (cursor_offset, before, after));
  gtk_text_buffer_get_iter_at_offset (buffer, &bound, follow (bound_offset, before, after));
  gtk_text_buffer_select_range (buffer, &cursor, &bound);
  self->loading--;
  self->numbered = FALSE;
  self->has_typing_flags = FALSE;
  self->last_cursor = gtk_text_iter_get_offset (&cursor);
  maak_prose_buffer_tell_style (self);
}

/** maak_prose_buffer_insert_string: puts @string in the place of the selection, or at the cursor; an edit of the person. */
void
maak_prose_buffer_insert_string (MaakProseBuffer *self,
                                 const char      *string)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter    at;
  gboolean       empty;

  g_return_if_fail (MAAK_IS_PROSE_BUFFER (self) && string != NULL);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, FALSE, TRUE);
  maak_prose_buffer_get_cursor (self, &at);
  empty = gtk_text_iter_starts_line (&at) && gtk_text_iter_ends_line (&at);
  if (self->prose)
    maak_prose_buffer_load (self, &at, string, empty && maak_prose_buffer_line (self, (guint) gtk_text_iter_get_line (&at))->depth == 0);
  else
    gtk_text_buffer_insert (buffer, &at, string, -1);
  gtk_text_buffer_place_cursor (buffer, &at);
  maak_prose_buffer_tell_edited (self);
  gtk_text_buffer_end_user_action (buffer);
  maak_prose_buffer_tell_style (self);
}

/**
 * maak_prose_buffer_insert_link:
 * @words_or_null: (nullable): put in the place of the selection; NULL: the selection itself, or the address, becomes the link
 * @link: where it leads
 */
void
maak_prose_buffer_insert_link (MaakProseBuffer *self,
                               const char      *words_or_null,
                               const char      *link)
{
  GtkTextBuffer   *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter      start, end;
  g_autofree char *words = g_strdup (words_or_null);
  MaakProseRun     run = { NULL, 0, link };
  MaakProseStyle   style;

  g_return_if_fail (MAAK_IS_PROSE_BUFFER (self) && self->prose && link != NULL);

  gtk_text_buffer_begin_user_action (buffer);
  if (words == NULL && gtk_text_buffer_get_selection_bounds (buffer, &start, &end) && gtk_text_iter_get_line (&start) == gtk_text_iter_get_line (&end))
    words = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  maak_prose_buffer_get_cursor (self, &start);
  maak_prose_buffer_get_style (self, &style);
  run.flags = style.flags;
  gtk_text_buffer_delete_selection (buffer, FALSE, TRUE);
  maak_prose_buffer_get_cursor (self, &start);
  run.text = words != NULL && *words != '\0' ? words : link;
  self->loading++;
  insert_run (self, &start, &run);
  self->loading--;
  maak_prose_buffer_tag_lines (self, (guint) gtk_text_iter_get_line (&start), (guint) gtk_text_iter_get_line (&start));
  gtk_text_buffer_place_cursor (buffer, &start);
  maak_prose_buffer_tell_edited (self);
  gtk_text_buffer_end_user_action (buffer);
  maak_prose_buffer_tell_style (self);
}

/* Whether a word is an address of the web; what ends a sentence behind it is no part of it. */
static gboolean
trim_address (char *word)
{
  gsize length = strlen (word);

  while (length > 0 && strchr (".,;:!?)'\"", word[length - 1]) != NULL)
    word[--length] = '\0';
  return (g_str_has_prefix (word, "https://") && length > strlen ("https://")) || (g_str_has_prefix (word, "http://") && length > strlen ("http://"));
}

/** maak_prose_buffer_link_word: makes a link of the word before the cursor when it is an address of the web. */
void
maak_prose_buffer_link_word (MaakProseBuffer *self)
{
  GtkTextIter      start, end;
  g_autofree char *word = NULL;

  g_return_if_fail (MAAK_IS_PROSE_BUFFER (self));

  maak_prose_buffer_get_cursor (self, &end);
  for (start = end; gtk_text_iter_backward_char (&start) && gtk_text_iter_get_char (&start) == ' ';)
    end = start;
  start = end;
  while (!gtk_text_iter_starts_line (&start))
    {
      GtkTextIter before = start;

      gtk_text_iter_backward_char (&before);
      if (g_unichar_isspace (gtk_text_iter_get_char (&before)) || gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start) > 2000)
        break;
      start = before;
    }
  word = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self), &start, &end, TRUE);
  if (!self->prose || !trim_address (word) || maak_prose_buffer_find_link_tag (&start, NULL, NULL) != NULL)
    return;
  end = start;
  gtk_text_iter_forward_chars (&end, (int) g_utf8_strlen (word, -1));
  gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), maak_prose_buffer_make_link_tag (self, word, FALSE), &start, &end);
  maak_prose_buffer_tell_edited (self);
}

/* --- Writing --- */

static void
write_line (MaakProseBuffer   *self,
            MaakProseBuilder  *builder,
            GtkTextIter       *at,
            const GtkTextIter *end)
{
  while (gtk_text_iter_compare (at, end) < 0)
    {
      GtkTextIter      next = *at;
      const char      *link = NULL;
      g_autofree char *text = NULL;

      gtk_text_iter_forward_to_tag_toggle (&next, NULL);
      if (gtk_text_iter_compare (&next, end) > 0 || gtk_text_iter_equal (&next, at))
        next = *end;
      maak_prose_buffer_find_link_tag (at, &link, NULL);
      text = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self), at, &next, TRUE);
      maak_prose_builder_add (builder, text, maak_prose_buffer_get_flags_at (self, at), link);
      *at = next;
    }
}

static char *
write_range (MaakProseBuffer   *self,
             const GtkTextIter *start,
             const GtkTextIter *end)
{
  g_autoptr (MaakProseBuilder) builder = maak_prose_builder_new ();
  GtkTextIter at = *start;
  guint       last = (guint) gtk_text_iter_get_line (end);

  for (guint i = (guint) gtk_text_iter_get_line (start); i <= last; i++)
    {
      MaakProseLine *line = maak_prose_buffer_line (self, i);
      GtkTextIter    line_end = at;

      if (!gtk_text_iter_ends_line (&line_end))
        gtk_text_iter_forward_to_line_end (&line_end);
      if (gtk_text_iter_compare (&line_end, end) > 0)
        line_end = *end;
      maak_prose_builder_begin (builder, line->kind, line->depth, line->first);
      write_line (self, builder, &at, &line_end);
      gtk_text_iter_forward_line (&at);
    }
  return maak_prose_builder_end (builder);
}

/** maak_prose_buffer_dup_string: Returns: (transfer full): the text as the plan holds it */
char *
maak_prose_buffer_dup_string (MaakProseBuffer *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (MAAK_IS_PROSE_BUFFER (self), NULL);

  if (!self->prose)
    return get_all (self);
  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  return write_range (self, &start, &end);
}

/** maak_prose_buffer_dup_selection: Returns: (transfer full) (nullable): the selection as the plan would hold it; NULL: there is none */
char *
maak_prose_buffer_dup_selection (MaakProseBuffer *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (MAAK_IS_PROSE_BUFFER (self), NULL);

  if (!gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end))
    return NULL;
  return self->prose ? write_range (self, &start, &end) : gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self), &start, &end, TRUE);
}
