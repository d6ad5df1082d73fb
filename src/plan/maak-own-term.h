/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-plan.h"

G_BEGIN_DECLS

/* Terms of one's own: records in the plan's list of role `own-terms`, used as if their vocabulary had them. */
gboolean    maak_plan_can_add_own_term (MaakPlan *self);
const char *maak_plan_add_own_term (MaakPlan *self, const MaakVocabulary *vocabulary, const char *label, MaakLanguage language);
GPtrArray  *maak_plan_list_own_terms (MaakPlan *self, const MaakVocabulary *vocabulary); /* of code (const char *), as the list has them */

G_END_DECLS
