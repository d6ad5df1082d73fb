/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-slot.h"
#include "shell/editors/maak-prose-view.h"
#include "shell/maak-context.h"

G_BEGIN_DECLS

/* A text in one language: the view, its buttons, and what must be known of that language (which it is, out of date). Signals:
 * "edited"; "insert-figure"; "refused" (GError *). */
#define MAAK_TYPE_TEXT_PANE (maak_text_pane_get_type ())
G_DECLARE_FINAL_TYPE (MaakTextPane, maak_text_pane, MAAK, TEXT_PANE, GtkBox)

GtkWidget       *maak_text_pane_new (MaakContext *context, MaakSlot *slot, MaakLanguage language);
GtkWidget       *maak_text_pane_get_view (MaakTextPane *self);
MaakProseBuffer *maak_text_pane_get_buffer (MaakTextPane *self);
MaakLanguage     maak_text_pane_get_language (MaakTextPane *self);
void             maak_text_pane_show (MaakTextPane *self, gboolean with_language); /* what the slot holds now */
void             maak_text_pane_set_shown (MaakTextPane *self, const char *string);
void             maak_text_pane_insert_source (MaakTextPane *self, MaakRecord *evidence);

G_END_DECLS
