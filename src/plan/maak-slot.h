/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-plan.h"

G_BEGIN_DECLS

/* One field of one record of a plan: the model that every editor binds to. Signal "changed" (MaakSlot *): what
 * maak_slot_get(), maak_slot_applies() or maak_slot_dup_summary() give may be another. */
#define MAAK_TYPE_SLOT (maak_slot_get_type ())
G_DECLARE_FINAL_TYPE (MaakSlot, maak_slot, MAAK, SLOT, GObject)

MaakSlot        *maak_slot_new (MaakPlan *plan, MaakRecord *record, const MaakField *field);
MaakPlan        *maak_slot_get_plan (MaakSlot *self);
MaakRecord      *maak_slot_get_record (MaakSlot *self);
const MaakField *maak_slot_get_field (MaakSlot *self);
MaakValue       *maak_slot_get (MaakSlot *self);
const char      *maak_slot_get_string (MaakSlot *self, MaakLanguage language);
gboolean         maak_slot_is_editable (MaakSlot *self);
gboolean         maak_slot_is_live (MaakSlot *self); /* the record is in the plan */
gboolean         maak_slot_applies (MaakSlot *self);
char            *maak_slot_dup_summary (MaakSlot *self, MaakLanguage language);
gboolean         maak_slot_set (MaakSlot *self, MaakValue *value, GError **error);
gboolean         maak_slot_set_string (MaakSlot *self, MaakLanguage language, const char *string, GError **error);
gboolean         maak_slot_confirm (MaakSlot *self, MaakLanguage language, GError **error);
gboolean         maak_slot_parse (MaakSlot *self, const char *rest, const char *string, MaakLanguage language, GError **error);

G_END_DECLS
