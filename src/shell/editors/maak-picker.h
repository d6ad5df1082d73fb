/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-pick-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A popover from which one thing, or several, are picked: a list with search where it is long, and perhaps the offer to
 * make something new. Signals:
 *   "picked" (MaakPicker *, const char *id)     one was chosen; of several: chosen or let go
 *   "offered" (MaakPicker *, const char *text)  something new is wanted; what was searched for, or ""
 *   "left" (MaakPicker *, const char *text)     it was closed, not with Escape, while this was typed and nothing chosen */
#define MAAK_TYPE_PICKER (maak_picker_get_type ())
G_DECLARE_FINAL_TYPE (MaakPicker, maak_picker, MAAK, PICKER, GtkPopover)

GtkWidget *maak_picker_new (const char *name, gboolean several);
void       maak_picker_take_items (MaakPicker *self, GListModel *items_taken); /* of MaakPickItem */
void       maak_picker_set_chosen (MaakPicker *self, const char *const *ids);
void       maak_picker_set_offer (MaakPicker *self, const char *label_or_null, const char *label_with_text);
void       maak_picker_begin (MaakPicker *self, const char *text);
gboolean   maak_picker_get_by_tab (MaakPicker *self);

GtkWidget *maak_chooser_button_new (GtkWidget **label); /* that says what is chosen and opens a picker */
GtkWidget *maak_chooser_add_button_new (void);          /* that opens one to choose more */
GtkWidget *maak_add_content_new (const char *text);     /* of a button that adds */

G_END_DECLS
