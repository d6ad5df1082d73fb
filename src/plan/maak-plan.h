/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-change.h"
#include "plan/maak-record.h"

G_BEGIN_DECLS

#define MAAK_PLAN_ERROR (maak_plan_error_quark ())
GQuark maak_plan_error_quark (void);

typedef enum
{
  MAAK_PLAN_ERROR_DUPLICATE_ID,
  MAAK_PLAN_ERROR_NO_SUCH_PATH,
  MAAK_PLAN_ERROR_INVALID_VALUE,
  MAAK_PLAN_ERROR_READ_ONLY,
} MaakPlanErrorCode;

/* The tree of records with its index, its history, and one signal:
 *   "changed" (MaakPlan *, MaakChange *): after every edit, undo and redo. */
#define MAAK_TYPE_PLAN (maak_plan_get_type ())
G_DECLARE_FINAL_TYPE (MaakPlan, maak_plan, MAAK, PLAN, GObject)

MaakPlan    *maak_plan_new (MaakLibrary *library, MaakRecord *root_taken, GError **error);
MaakPlan    *maak_plan_new_copy (MaakPlan *self); /* as it is now, without history; for another thread */
MaakLibrary *maak_plan_get_library (MaakPlan *self);
MaakRecord  *maak_plan_get_root (MaakPlan *self);
MaakRecord  *maak_plan_lookup (MaakPlan *self, const char *record_id);
guint        maak_plan_get_n_records (MaakPlan *self);
void         maak_plan_foreach (MaakPlan *self, void (*visit) (MaakRecord *record, gpointer data), gpointer data); /* depth first, template order */
gboolean     maak_plan_get_read_only (MaakPlan *self);
void         maak_plan_set_read_only (MaakPlan *self, gboolean read_only);

/* Terms: the vocabulary's, or the plan's own. */
char    *maak_plan_dup_term_label (MaakPlan *self, const MaakVocabulary *vocabulary, const char *code, MaakLanguage language);
char    *maak_plan_dup_record_title (MaakPlan *self, MaakRecord *record, MaakLanguage language);
gboolean maak_plan_has_term (MaakPlan *self, const MaakVocabulary *vocabulary, const char *code);

/* Edits. Each is undoable; between begin and end they are one step. `reason` names the step for "Undo ...". An edit of
 * the same text field within the same word run coalesces with the one before it (typing). */
void         maak_plan_set (MaakPlan *self, MaakRecord *record, const MaakField *field, MaakValue *value);
gboolean     maak_plan_set_checked (MaakPlan *self, MaakRecord *record, const MaakField *field, MaakValue *value, GError **error);
void         maak_plan_insert (MaakPlan *self, MaakRecord *owner, const MaakField *list, guint position, MaakRecord *record);
void         maak_plan_remove (MaakPlan *self, MaakRecord *record); /* with the references to it, one step */
void         maak_plan_move (MaakPlan *self, MaakRecord *record, guint position);
void         maak_plan_begin (MaakPlan *self, MaakMessage *reason_taken);
void         maak_plan_end (MaakPlan *self);
void         maak_plan_begin_run (MaakPlan *self); /* while a control has the focus: a number typed digit by digit is one step */
void         maak_plan_end_run (MaakPlan *self);
gboolean     maak_plan_undo (MaakPlan *self);
gboolean     maak_plan_redo (MaakPlan *self);
gboolean     maak_plan_can_undo (MaakPlan *self);
gboolean     maak_plan_can_redo (MaakPlan *self);
MaakMessage *maak_plan_get_undo_reason (MaakPlan *self); /* of the step that would be undone; may be NULL */
MaakMessage *maak_plan_get_redo_reason (MaakPlan *self);
void         maak_plan_mark_saved (MaakPlan *self);   /* what there is now is on disk; ends a run of typing */
void         maak_plan_mark_unsaved (MaakPlan *self); /* what was marked is not on disk after all */
gboolean     maak_plan_is_modified (MaakPlan *self);  /* since the last mark, else since it was made */

/* Paths as in errors: "proposals[2].budget[0].amount.2027". Resolves to a record and a field, and what is left of the
 * path inside the value (a year, a language), or NULL. */
char    *maak_plan_dup_path (MaakPlan *self, MaakRecord *record, const MaakField *field_or_null);
gboolean maak_plan_resolve (MaakPlan *self, const char *path, MaakRecord **record, const MaakField **field, char **rest, GError **error);

/* The templates that the plan uses and that do not ship, with those they need: an array for the file, or NULL. */
JsonNode *maak_plan_dup_embedded (MaakPlan *self);

/* A copy with public fields and records only; references to what was left out are dropped,
 * and links in prose to it become plain words. Conversations are never public. */
MaakPlan *maak_plan_new_public (MaakPlan *self);

G_END_DECLS
