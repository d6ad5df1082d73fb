/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-prose-buffer.h"

G_BEGIN_DECLS

/* What a line of the buffer is. */
typedef struct
{
  MaakProseKind kind;
  guint         depth;
  guint         first;  /* a numbered item that begins a list anew, with this number; 0: it counts on */
  guint         number; /* of a numbered item, when `numbered` */
} MaakProseLine;

struct _MaakProseBuffer
{
  GtkTextBuffer parent_instance;

  gboolean      prose; /* else words only, on one line */
  MaakProseChip chip;
  gpointer      chip_data;
  GArray       *lines;    /* of MaakProseLine, one for each line */
  gboolean      numbered; /* the numbers of the lines are known */
  GtkTextTag   *bold, *italic;
  GtkTextTag   *depths[MAAK_PROSE_MAX_DEPTH + 1];
  GtkTextTag   *list_end; /* of an item before a paragraph */
  guint         loading;  /* > 0: not an edit of a person */
  guint         actions;  /* that are open */
  gboolean      edited;   /* in the action that is open */
  gboolean      has_typing_flags;
  guint         typing_flags; /* of what is typed next */
  int           last_cursor;
};

MaakProseLine *maak_prose_buffer_line (MaakProseBuffer *self, guint index);
void           maak_prose_buffer_tag_lines (MaakProseBuffer *self, guint first, guint last);
void           maak_prose_buffer_tell_edited (MaakProseBuffer *self);
void           maak_prose_buffer_tell_style (MaakProseBuffer *self);
void           maak_prose_buffer_load (MaakProseBuffer *self, GtkTextIter *at, const char *string, gboolean whole);
GtkTextTag    *maak_prose_buffer_make_link_tag (MaakProseBuffer *self, const char *link, gboolean is_chip);
GtkTextTag    *maak_prose_buffer_find_link_tag (const GtkTextIter *at, const char **link, gboolean *is_chip);
guint          maak_prose_buffer_get_flags_at (MaakProseBuffer *self, const GtkTextIter *at);
void           maak_prose_buffer_get_cursor (MaakProseBuffer *self, GtkTextIter *at);

G_END_DECLS
