/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-date.h"
#include "shell/editors/maak-value-entry.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* An entry for a day with a calendar to pick it from. */
#define MAAK_TYPE_DATE_ENTRY (maak_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (MaakDateEntry, maak_date_entry, MAAK, DATE_ENTRY, AdwBin)

GtkWidget *maak_date_entry_new (MaakPlan *plan, MaakLanguage language, MaakValueEntryRead read, gpointer owner);
GtkWidget *maak_date_entry_get_entry (MaakDateEntry *self); /* what is focused, to name it */
GtkWidget *maak_date_entry_get_button (MaakDateEntry *self);
void       maak_date_entry_show (MaakDateEntry *self, MaakDate date); /* year 0: none */
void       maak_date_entry_set_editable (MaakDateEntry *self, gboolean editable);
void       maak_date_entry_commit (MaakDateEntry *self);

G_END_DECLS
