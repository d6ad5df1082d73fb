/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-prose.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text as it is edited: no marks, but tags for bold, italic and links, lines that are items of lists, and citations that
 * are one thing each (chips). Signals: "edited" after each edit of a person, once a user action; "style-changed" when what
 * maak_prose_buffer_get_style() says may be another. */
#define MAAK_TYPE_PROSE_BUFFER (maak_prose_buffer_get_type ())
G_DECLARE_FINAL_TYPE (MaakProseBuffer, maak_prose_buffer, MAAK, PROSE_BUFFER, GtkTextBuffer)

/* What a chip for the record @id says; NULL: it is none, but a link with the words of the text. */
typedef char *(*MaakProseChip) (const char *id, const char *words, gpointer data);

/* How it is at the cursor, or all through the selection. */
typedef struct
{
  guint         flags; /* MaakProseFlags */
  MaakProseKind kind;
  guint         depth;
  gboolean      in_link; /* or chip */
} MaakProseStyle;

#define MAAK_PROSE_BREAK "\u2028" /* a forced break within a paragraph */
#define MAAK_PROSE_MAX_DEPTH 9

MaakProseBuffer *maak_prose_buffer_new (gboolean prose, MaakProseChip chip, gpointer data);
void             maak_prose_buffer_set_string (MaakProseBuffer *self, const char *string); /* keeps the cursor; no edit */
char            *maak_prose_buffer_dup_string (MaakProseBuffer *self);
char            *maak_prose_buffer_dup_selection (MaakProseBuffer *self);
void             maak_prose_buffer_insert_string (MaakProseBuffer *self, const char *string); /* in place of the selection */
void             maak_prose_buffer_insert_link (MaakProseBuffer *self, const char *words_or_null, const char *link);
gboolean         maak_prose_buffer_get_link (MaakProseBuffer *self, const GtkTextIter *at, GtkTextIter *start, GtkTextIter *end, const char **link, gboolean *is_chip);
void             maak_prose_buffer_remove_link (MaakProseBuffer *self, const GtkTextIter *at);

void     maak_prose_buffer_get_style (MaakProseBuffer *self, MaakProseStyle *style);
void     maak_prose_buffer_toggle_flag (MaakProseBuffer *self, MaakProseFlags flag);
void     maak_prose_buffer_toggle_list (MaakProseBuffer *self, MaakProseKind kind);
gboolean maak_prose_buffer_shift (MaakProseBuffer *self, int by); /* FALSE: cannot be deeper, or less deep */
void     maak_prose_buffer_begin_line (MaakProseBuffer *self);    /* the Enter key */
gboolean maak_prose_buffer_leave_item (MaakProseBuffer *self);    /* the Backspace key at the start of an item; FALSE: elsewhere */
gboolean maak_prose_buffer_begin_item (MaakProseBuffer *self);    /* after "- " or "1. " was typed; FALSE: it was not */

void maak_prose_buffer_link_word (MaakProseBuffer *self); /* after an address was typed: makes a link of it */

/* Lines, for painting. */
MaakProseKind maak_prose_buffer_get_line (MaakProseBuffer *self, guint line, guint *depth, guint *number);

G_END_DECLS
