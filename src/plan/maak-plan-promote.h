/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-plan.h"

G_BEGIN_DECLS

/* A record made one of another template of the same list: a fiche becomes a proposal for a fund. */

/* One field of the record, and what becomes of it. */
typedef struct
{
  const MaakField *field;  /* of the record's template; NULL: the value was kept aside at an earlier promotion */
  const MaakField *target; /* of the new template; NULL: there is no place */
  MaakValue       *value;  /* as the field holds it; of a list: only the records that this is about */
} MaakPromotedField;

/* What a promotion would do; immutable. It tells of the record as it was when it was made. */
typedef struct _MaakPromotion MaakPromotion;

MaakPromotion           *maak_promotion_new (MaakPlan *plan, MaakRecord *record, const MaakTemplate *target);
void                     maak_promotion_free (MaakPromotion *self);
const MaakTemplate      *maak_promotion_get_target (MaakPromotion *self);
guint                    maak_promotion_get_n_kept (MaakPromotion *self);
const MaakPromotedField *maak_promotion_get_kept (MaakPromotion *self, guint index);
guint                    maak_promotion_get_n_unplaced (MaakPromotion *self);
const MaakPromotedField *maak_promotion_get_unplaced (MaakPromotion *self, guint index);
char                    *maak_promotion_dup_summary (MaakPromotion *self, const MaakPromotedField *promoted, MaakLanguage language);

MaakRecord *maak_plan_promote (MaakPlan *self, MaakRecord *record, const MaakTemplate *target, GError **error);
GPtrArray  *maak_plan_list_templates_for_list (MaakPlan *self, const MaakField *list);
gboolean    maak_plan_can_promote (MaakPlan *self, MaakRecord *record, const MaakTemplate *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakPromotion, maak_promotion_free)

G_END_DECLS
