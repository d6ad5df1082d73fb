/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-plan.h"
#include "shell/editors/maak-picker.h"

G_BEGIN_DECLS

/* The terms of a field as things to pick: those of its vocabulary and the plan's own. Of `chosen` (NULL-terminated, may be
 * NULL) also those that have ended; with `none` the first of them empties the field. */
GListModel *maak_terms_list (MaakPlan *plan, const MaakField *field, const char *const *chosen, MaakLanguage language, gboolean none);
char       *maak_term_dup_note (const MaakField *field, const char *code, MaakLanguage language); /* NULL: none */
void        maak_terms_offer_own (MaakPicker *picker, MaakPlan *plan, const MaakField *field);

G_END_DECLS
