/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-prose-buffer.h"

G_BEGIN_DECLS

/* Where a text is edited. Signals: "link-clicked" (const char *link, gboolean is_chip, GdkRectangle *where, in the view);
 * "refused" (GError *): what was pasted cannot come in. */
#define MAAK_TYPE_PROSE_VIEW (maak_prose_view_get_type ())
G_DECLARE_FINAL_TYPE (MaakProseView, maak_prose_view, MAAK, PROSE_VIEW, GtkTextView)

/* What to say of a link under the pointer. */
typedef char *(*MaakProseDescribe) (const char *link, gboolean is_chip, gpointer data);

GtkWidget       *maak_prose_view_new (MaakProseBuffer *buffer, gboolean prose, MaakProseDescribe describe, gpointer data);
MaakProseBuffer *maak_prose_view_get_prose_buffer (MaakProseView *self);
void             maak_prose_view_get_cursor_rectangle (MaakProseView *self, GdkRectangle *rectangle);
void             maak_prose_view_show_cursor (MaakProseView *self);
void             maak_prose_view_paste_plain (MaakProseView *self);

G_END_DECLS
