/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-plan.h"

G_BEGIN_DECLS

/* How much of what a plan says is there in a language. */
guint maak_completeness_count (MaakPlan *plan, MaakLanguage language);
char *maak_completeness_dup_words (MaakPlan *plan);

G_END_DECLS
