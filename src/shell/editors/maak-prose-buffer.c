/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The buffer of a text. What a person sees is all there is: a line of the buffer is a paragraph or an item, which of the
 * two is written down in `lines`, one entry a line, kept in step with every insertion and deletion; bold, italic and links are
 * tags; a forced break is U+2028, which ends no paragraph. Bullets and numbers are not in the text: the view paints them.
 *
 * A chip is a link to a source that shows the source's value. Its characters go together: the cursor steps over them,
 * and a deletion that touches one takes all.
 *
 * Loading and what a person does go through the same insertions; `loading` tells them apart. The string is read and
 * written by maak-prose-buffer-load.c, lists are in maak-prose-buffer-lists.c. */

#include "shell/editors/maak-prose-buffer-private.h"

#include <string.h>

enum
{
  INDENT = 26, /* pixels a depth */
  BELOW = 9,   /* pixels below a paragraph, and an item */
  BELOW_ITEM = 4,
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_STYLE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakProseBuffer, maak_prose_buffer, GTK_TYPE_TEXT_BUFFER)

/** maak_prose_buffer_line: Returns: (transfer none): what the line is */
MaakProseLine *
maak_prose_buffer_line (MaakProseBuffer *self,
                        guint            index)
{
  g_assert (index < self->lines->len);

  return &g_array_index (self->lines, MaakProseLine, index);
}

/** maak_prose_buffer_tell_edited: tells that the person edited, now or at the end of the action that is open. */
void
maak_prose_buffer_tell_edited (MaakProseBuffer *self)
{
  self->numbered = FALSE;
  if (self->loading > 0)
    return;
  if (self->actions > 0)
    self->edited = TRUE;
  else
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/** maak_prose_buffer_tell_style: tells that the style at the cursor may be another. */
void
maak_prose_buffer_tell_style (MaakProseBuffer *self)
{
  if (self->loading == 0)
    g_signal_emit (self, signals[SIGNAL_STYLE_CHANGED], 0);
}

/** maak_prose_buffer_tag_lines: gives the lines from @first to @last the margins of their depth. */
void
maak_prose_buffer_tag_lines (MaakProseBuffer *self,
                             guint            first,
                             guint            last)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  if (!self->prose)
    return;
  /* The line before may end its list now, or no more. */
  for (guint i = first > 0 ? first - 1 : 0; i <= last && i < self->lines->len; i++)
    {
      gboolean    ends_list = maak_prose_buffer_line (self, i)->depth > 0 && i + 1 < self->lines->len && maak_prose_buffer_line (self, i + 1)->depth == 0;
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_line (buffer, &start, (int) i);
      end = start;
      gtk_text_iter_forward_line (&end);
      for (guint depth = 0; depth <= MAAK_PROSE_MAX_DEPTH; depth++)
        gtk_text_buffer_remove_tag (buffer, self->depths[depth], &start, &end);
      gtk_text_buffer_apply_tag (buffer, self->depths[maak_prose_buffer_line (self, i)->depth], &start, &end);
      gtk_text_buffer_remove_tag (buffer, self->list_end, &start, &end);
      if (ends_list)
        gtk_text_buffer_apply_tag (buffer, self->list_end, &start, &end);
    }
}

/** maak_prose_buffer_get_cursor: @at becomes the place of the cursor. */
void
maak_prose_buffer_get_cursor (MaakProseBuffer *self,
                              GtkTextIter     *at)
{
  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self), at, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self)));
}

/** maak_prose_buffer_get_flags_at: Returns: the flags of the character behind @at */
guint
maak_prose_buffer_get_flags_at (MaakProseBuffer   *self,
                                const GtkTextIter *at)
{
  return (gtk_text_iter_has_tag (at, self->bold) ? MAAK_PROSE_BOLD : 0) | (gtk_text_iter_has_tag (at, self->italic) ? MAAK_PROSE_ITALIC : 0);
}

/* What is typed is as what stands before it; at the beginning of a line, as what stands behind it. */
static guint
get_typing_flags (MaakProseBuffer   *self,
                  const GtkTextIter *at)
{
  GtkTextIter before = *at;

  if (self->has_typing_flags)
    return self->typing_flags;
  if (gtk_text_iter_starts_line (at))
    return gtk_text_iter_ends_line (at) ? 0 : maak_prose_buffer_get_flags_at (self, at);
  gtk_text_iter_backward_char (&before);
  return maak_prose_buffer_get_flags_at (self, &before);
}

static void
set_flags (MaakProseBuffer   *self,
           const GtkTextIter *start,
           const GtkTextIter *end,
           guint              flags)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  if ((flags & MAAK_PROSE_BOLD) != 0)
    gtk_text_buffer_apply_tag (buffer, self->bold, start, end);
  else
    gtk_text_buffer_remove_tag (buffer, self->bold, start, end);
  if ((flags & MAAK_PROSE_ITALIC) != 0)
    gtk_text_buffer_apply_tag (buffer, self->italic, start, end);
  else
    gtk_text_buffer_remove_tag (buffer, self->italic, start, end);
}

/* --- What GTK asks --- */

static void
maak_prose_buffer_insert_text (GtkTextBuffer *buffer,
                               GtkTextIter   *pos,
                               const char    *text,
                               int            length)
{
  MaakProseBuffer *self = MAAK_PROSE_BUFFER (buffer);
  guint            line = (guint) gtk_text_iter_get_line (pos), before = self->lines->len;
  guint            flags = self->loading == 0 ? get_typing_flags (self, pos) : 0;
  int              offset = gtk_text_iter_get_offset (pos);
  g_autofree char *one_line = NULL;
  GtkTextIter      start;

  if (!self->prose)
    {
      one_line = g_strndup (text, (gsize) length);
      text = g_strdelimit (one_line, "\r\n", ' ');
    }
  GTK_TEXT_BUFFER_CLASS (maak_prose_buffer_parent_class)->insert_text (buffer, pos, text, length);

  for (guint n = (guint) gtk_text_buffer_get_line_count (buffer); self->lines->len < n;)
    {
      MaakProseLine copy = *maak_prose_buffer_line (self, line);

      copy.first = 0;
      g_array_insert_val (self->lines, line + 1, copy);
    }
  if (self->loading > 0)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  if (self->prose)
    set_flags (self, &start, pos, flags);
  maak_prose_buffer_tag_lines (self, line, line + self->lines->len - before);
}

/* Chips that are touched go as a whole. */
static void
widen_to_chips (GtkTextIter *start,
                GtkTextIter *end)
{
  GtkTextIter before = *end;
  const char *link;
  gboolean    is_chip = FALSE;
  GtkTextTag *tag = maak_prose_buffer_find_link_tag (start, &link, &is_chip);

  if (tag != NULL && is_chip && !gtk_text_iter_starts_tag (start, tag))
    gtk_text_iter_backward_to_tag_toggle (start, tag);
  gtk_text_iter_backward_char (&before);
  is_chip = FALSE;
  tag = maak_prose_buffer_find_link_tag (&before, &link, &is_chip);
  if (tag != NULL && is_chip && !gtk_text_iter_ends_tag (end, tag))
    gtk_text_iter_forward_to_tag_toggle (end, tag);
}

static void
maak_prose_buffer_delete_range (GtkTextBuffer *buffer,
                                GtkTextIter   *start,
                                GtkTextIter   *end)
{
  MaakProseBuffer *self = MAAK_PROSE_BUFFER (buffer);
  guint            first, last;
  gboolean         from_start;

  gtk_text_iter_order (start, end);
  if (self->loading == 0)
    widen_to_chips (start, end);
  first = (guint) gtk_text_iter_get_line (start);
  last = (guint) gtk_text_iter_get_line (end);
  from_start = gtk_text_iter_starts_line (start);
  GTK_TEXT_BUFFER_CLASS (maak_prose_buffer_parent_class)->delete_range (buffer, start, end);
  /* The line that is left is as the one of which something is left. */
  if (last > first && from_start)
    *maak_prose_buffer_line (self, first) = *maak_prose_buffer_line (self, last);
  if (last > first)
    g_array_remove_range (self->lines, first + 1, last - first);
  if (self->loading == 0)
    maak_prose_buffer_tag_lines (self, first, first);
}

static void
maak_prose_buffer_changed (GtkTextBuffer *buffer)
{
  MaakProseBuffer *self = MAAK_PROSE_BUFFER (buffer);

  GTK_TEXT_BUFFER_CLASS (maak_prose_buffer_parent_class)->changed (buffer);
  maak_prose_buffer_tell_edited (self);
}

static void
maak_prose_buffer_begin_user_action (GtkTextBuffer *buffer)
{
  MAAK_PROSE_BUFFER (buffer)->actions++;
}

static void
maak_prose_buffer_end_user_action (GtkTextBuffer *buffer)
{
  MaakProseBuffer *self = MAAK_PROSE_BUFFER (buffer);

  if (self->actions == 0 || --self->actions > 0 || !self->edited)
    return;
  self->edited = FALSE;
  maak_prose_buffer_tell_edited (self);
}

/* The cursor does not stand in a chip: it goes on in the way it came, or to the nearer end. */
static void
step_over_chip (MaakProseBuffer *self,
                GtkTextMark     *mark,
                GtkTextIter     *at)
{
  GtkTextIter start, end;
  gboolean    is_chip;
  int         offset = gtk_text_iter_get_offset (at), moved = offset - self->last_cursor;
  gboolean    forward;

  if (!maak_prose_buffer_get_link (self, at, &start, &end, NULL, &is_chip) || !is_chip || gtk_text_iter_equal (at, &start) || gtk_text_iter_equal (at, &end))
    return;
  forward = moved == 1 || (moved != -1 && 2 * offset > gtk_text_iter_get_offset (&start) + gtk_text_iter_get_offset (&end));
  *at = forward ? end : start;
  gtk_text_buffer_move_mark (GTK_TEXT_BUFFER (self), mark, at);
}

static void
maak_prose_buffer_mark_set (GtkTextBuffer     *buffer,
                            const GtkTextIter *location,
                            GtkTextMark       *mark)
{
  MaakProseBuffer *self = MAAK_PROSE_BUFFER (buffer);
  GtkTextIter      at = *location;

  GTK_TEXT_BUFFER_CLASS (maak_prose_buffer_parent_class)->mark_set (buffer, location, mark);
  if (self->loading > 0 || (mark != gtk_text_buffer_get_insert (buffer) && mark != gtk_text_buffer_get_selection_bound (buffer)))
    return;
  step_over_chip (self, mark, &at);
  if (mark != gtk_text_buffer_get_insert (buffer))
    return;
  if (gtk_text_iter_get_offset (&at) != self->last_cursor)
    self->has_typing_flags = FALSE;
  self->last_cursor = gtk_text_iter_get_offset (&at);
  maak_prose_buffer_tell_style (self);
}

static void
maak_prose_buffer_constructed (GObject *object)
{
  MaakProseBuffer *self = MAAK_PROSE_BUFFER (object);
  GtkTextBuffer   *buffer = GTK_TEXT_BUFFER (object);

  G_OBJECT_CLASS (maak_prose_buffer_parent_class)->constructed (object);
  /* Ctrl+Z is of the plan. */
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  for (guint depth = 0; depth <= MAAK_PROSE_MAX_DEPTH; depth++)
    self->depths[depth] = gtk_text_buffer_create_tag (buffer, NULL, "left-margin", (int) depth * INDENT, "pixels-below-lines", depth > 0 ? BELOW_ITEM : BELOW, NULL);
  self->list_end = gtk_text_buffer_create_tag (buffer, NULL, "pixels-below-lines", BELOW, NULL);
  self->bold = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  self->italic = gtk_text_buffer_create_tag (buffer, NULL, "style", PANGO_STYLE_ITALIC, NULL);
}

static void
maak_prose_buffer_finalize (GObject *object)
{
  MaakProseBuffer *self = MAAK_PROSE_BUFFER (object);

  g_clear_pointer (&self->lines, g_array_unref);

  G_OBJECT_CLASS (maak_prose_buffer_parent_class)->finalize (object);
}

static void
maak_prose_buffer_class_init (MaakProseBufferClass *klass)
{
  GObjectClass       *object_class = G_OBJECT_CLASS (klass);
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  object_class->constructed = maak_prose_buffer_constructed;
  object_class->finalize = maak_prose_buffer_finalize;
  buffer_class->insert_text = maak_prose_buffer_insert_text;
  buffer_class->delete_range = maak_prose_buffer_delete_range;
  buffer_class->changed = maak_prose_buffer_changed;
  buffer_class->begin_user_action = maak_prose_buffer_begin_user_action;
  buffer_class->end_user_action = maak_prose_buffer_end_user_action;
  buffer_class->mark_set = maak_prose_buffer_mark_set;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", MAAK_TYPE_PROSE_BUFFER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_STYLE_CHANGED] = g_signal_new ("style-changed", MAAK_TYPE_PROSE_BUFFER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
maak_prose_buffer_init (MaakProseBuffer *self)
{
  MaakProseLine line = { MAAK_PROSE_PARAGRAPH, 0, 0, 0 };

  self->lines = g_array_new (FALSE, TRUE, sizeof (MaakProseLine));
  g_array_append_val (self->lines, line);
}

/**
 * maak_prose_buffer_new:
 * @prose: whether it holds prose; else one line of plain words
 * @chip: (nullable): says what chips there are
 * @data: for @chip; must live as long
 *
 * Returns: (transfer full): the buffer, empty
 */
MaakProseBuffer *
maak_prose_buffer_new (gboolean      prose,
                       MaakProseChip chip,
                       gpointer      data)
{
  MaakProseBuffer *self = g_object_new (MAAK_TYPE_PROSE_BUFFER, NULL);

  self->prose = prose;
  self->chip = chip;
  self->chip_data = data;
  return self;
}

static guint
get_common_flags (MaakProseBuffer   *self,
                  const GtkTextIter *start,
                  const GtkTextIter *end)
{
  guint flags = MAAK_PROSE_BOLD | MAAK_PROSE_ITALIC;

  for (GtkTextIter at = *start; gtk_text_iter_compare (&at, end) < 0 && flags != 0; gtk_text_iter_forward_to_tag_toggle (&at, NULL))
    {
      if (!gtk_text_iter_ends_line (&at))
        flags &= maak_prose_buffer_get_flags_at (self, &at);
      if (gtk_text_iter_is_end (&at))
        break;
    }
  return flags;
}

/** maak_prose_buffer_get_style: says how it is at the cursor, or all through the selection. */
void
maak_prose_buffer_get_style (MaakProseBuffer *self,
                             MaakProseStyle  *style)
{
  GtkTextIter    start, end;
  gboolean       selected;
  MaakProseLine *line;

  g_return_if_fail (MAAK_IS_PROSE_BUFFER (self) && style != NULL);

  selected = gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  if (!selected)
    maak_prose_buffer_get_cursor (self, &start);
  line = maak_prose_buffer_line (self, (guint) gtk_text_iter_get_line (&start));
  style->flags = selected ? get_common_flags (self, &start, &end) : get_typing_flags (self, &start);
  style->kind = line->kind;
  style->depth = line->depth;
  style->in_link = maak_prose_buffer_get_link (self, &start, NULL, NULL, NULL, NULL);
}

/** maak_prose_buffer_toggle_flag: makes the selection bold or italic, or no more; without one, what is typed next. */
void
maak_prose_buffer_toggle_flag (MaakProseBuffer *self,
                               MaakProseFlags   flag)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTag    *tag;
  MaakProseStyle style;
  GtkTextIter    start, end;

  g_return_if_fail (MAAK_IS_PROSE_BUFFER (self) && self->prose);

  tag = flag == MAAK_PROSE_BOLD ? self->bold : self->italic;
  maak_prose_buffer_get_style (self, &style);
  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    {
      self->has_typing_flags = TRUE;
      self->typing_flags = style.flags ^ flag;
      maak_prose_buffer_tell_style (self);
      return;
    }
  if ((style.flags & flag) != 0)
    gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
  else
    gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
  maak_prose_buffer_tell_edited (self);
  maak_prose_buffer_tell_style (self);
}
