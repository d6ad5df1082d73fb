/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"
#include "shell/editors/maak-picker.h"

G_BEGIN_DECLS

/* What a party or a reference may name: records of the plan as things to pick, the nearest first; and where a new one
 * would come to stand. */
GListModel *maak_references_list (MaakPlan *plan, MaakRecord *from, const MaakTemplate *of_or_null, MaakLanguage language, gboolean none);
char       *maak_reference_dup_place (MaakRecord *record, MaakLanguage language); /* what it lies in; NULL: in the plan itself */
void        maak_references_offer_new (MaakPicker *picker, MaakPlan *plan, MaakRecord *from, const MaakTemplate *of_or_null, MaakLanguage language);
MaakRecord *maak_references_add_new (MaakPlan *plan, MaakRecord *from, const MaakTemplate *of, const char *title, MaakLanguage language);
void        maak_reference_open (GtkWidget *from, const char *id);

G_END_DECLS
