/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-history-private.h"
#include "plan/maak-plan.h"

G_BEGIN_DECLS

struct _MaakPlan
{
  GObject parent_instance;

  MaakLibrary *library;
  MaakRecord  *root;
  GHashTable  *records; /* id, owned by the record; the record, not owned */
  MaakHistory *history;
  GHashTable  *own_terms; /* "VOCABULARY CODE", owned; the record of the own term; NULL: to be made anew */
  gboolean     read_only;
  gboolean     busy; /* a change is being made known: nobody may edit */
};

/* A plan whose terms were not looked at yet; NULL and an error for an id that is there twice. */
MaakPlan   *maak_plan_new_unchecked (MaakLibrary *library, MaakRecord *root_taken, GError **error);
void        maak_plan_attach (MaakPlan *self, MaakRecord *record);
void        maak_plan_detach (MaakPlan *self, MaakRecord *record);
MaakRecord *maak_plan_lookup_own_term (MaakPlan *self, const char *vocabulary_id, const char *code);
char       *maak_plan_dup_term_key (MaakRecord *own_term);

/* What maak_plan_set_checked() asks of a value. */
gboolean maak_plan_check_value (MaakPlan *self, MaakRecord *record, const MaakField *field, MaakValue *value, GError **error);

/* Edits that follow from others; within the step of those. */
void maak_plan_drop_references (MaakPlan *self, GHashTable *record_ids, GHashTable *term_keys);
void maak_plan_rename_term (MaakPlan *self, const char *old_key, const char *new_key);

G_END_DECLS
