/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-plan.h"

G_BEGIN_DECLS

/* Owner, state and due date of a section of a record: a note, which is a record in the plan's list of role
 * `section-notes`. There is none as long as nothing was noted. Never public. */

gboolean    maak_section_note_is_possible (MaakPlan *plan);
MaakRecord *maak_section_note_lookup (MaakPlan *plan, MaakRecord *record, const MaakSection *section);
MaakRecord *maak_section_note_ensure (MaakPlan *plan, MaakRecord *record, const MaakSection *section);
MaakValue  *maak_section_note_get (MaakPlan *plan, MaakRecord *record, const MaakSection *section, MaakRole role);
void        maak_section_note_set (MaakPlan *plan, MaakRecord *record, const MaakSection *section, MaakRole role, MaakValue *value_or_null);

G_END_DECLS
