/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-plan.h"

G_BEGIN_DECLS

/* The text of a plan in pieces that are kept, so that after an edit only what was edited is written again. */
typedef struct _MaakPlanPieces MaakPlanPieces;

MaakPlanPieces *maak_plan_pieces_new (MaakPlan *plan);
void            maak_plan_pieces_free (MaakPlanPieces *self);
void            maak_plan_pieces_write (MaakPlanPieces *self, guint depth, MaakJsonWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakPlanPieces, maak_plan_pieces_free)

G_END_DECLS
