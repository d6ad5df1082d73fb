/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An entry for what is typed and read: a number, an amount, a date. What can be read goes on in a pause of typing; what
 * cannot stays as it was typed until the person leaves, and is then marked. Everything typed between coming and
 * leaving is one step of undo. */
#define MAAK_TYPE_VALUE_ENTRY (maak_value_entry_get_type ())
G_DECLARE_FINAL_TYPE (MaakValueEntry, maak_value_entry, MAAK, VALUE_ENTRY, GtkEntry)

/* Reads @text and hands it over; @final: the person is done, so what is wrong is told. Returns whether it could be read. */
typedef gboolean (*MaakValueEntryRead) (gpointer owner, MaakValueEntry *entry, const char *text, gboolean final);

GtkWidget *maak_value_entry_new (MaakPlan *plan, MaakValueEntryRead read, gpointer owner);
void       maak_value_entry_show (MaakValueEntry *self, const char *text);
void       maak_value_entry_commit (MaakValueEntry *self);
gboolean   maak_value_entry_is_pending (MaakValueEntry *self); /* something was typed that was not handed over */

G_END_DECLS
