/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Removes a record with the references to it, in one step, and offers to undo that in a toast. */
void maak_remove_record (GtkWidget *from, MaakPlan *plan, MaakRecord *record, MaakLanguage language);

/* A toast that tells the last step and offers to undo it, until there is another. */
void maak_offer_undo (GtkWidget *from, MaakPlan *plan, const char *text);

G_END_DECLS
