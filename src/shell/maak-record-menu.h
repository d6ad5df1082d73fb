/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-context.h"
#include "shell/maak-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The button at the top of a record's page with what can be done to the record as a whole. */
GtkWidget *maak_record_menu_new (MaakContext *context, MaakDocument *document, MaakRecord *record);
void       maak_record_menu_append_promote (GMenu *menu, MaakPlan *plan, MaakRecord *record);
GtkWidget *maak_record_promotion_new (MaakPlan *plan, MaakRecord *record);

G_END_DECLS
