/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The plan: a root record with all that lies in it, an index of every record by id, a history, and one signal.
 *
 * Invariants: every record in the tree is in the index and points to this plan, no id is there twice; a record that
 * was removed is in neither, though the history keeps it. Codes are terms of their vocabulary or of the plan's own
 * terms: this is checked when a plan is made, and kept by edits (removing an own term removes its uses, renaming it
 * renames them). References to records may dangle in a file; then they are findings.
 *
 * Edits are in maak-plan-edit.c, paths in maak-plan-path.c, what follows from an edit elsewhere in the plan in
 * maak-plan-cascade.c, the public projection in maak-plan-public.c. */

#include "plan/maak-plan-private.h"

#include "plan/maak-field-type.h"
#include "plan/maak-record-private.h"

MAAK_DEFINE_ERROR_DOMAIN (maak_plan_error_quark, "maak-plan-error")

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakPlan, maak_plan, G_TYPE_OBJECT)

static void
forget_plan (MaakRecord *record,
             gpointer    data)
{
  record->plan = NULL;
}

static void
maak_plan_finalize (GObject *object)
{
  MaakPlan *self = MAAK_PLAN (object);

  /* Somebody may still hold records. */
  if (self->root != NULL)
    maak_plan_foreach (self, forget_plan, NULL);
  g_clear_pointer (&self->history, maak_history_free);
  g_clear_pointer (&self->own_terms, g_hash_table_unref);
  g_clear_pointer (&self->records, g_hash_table_unref);
  g_clear_object (&self->root);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (maak_plan_parent_class)->finalize (object);
}

static void
maak_plan_class_init (MaakPlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = maak_plan_finalize;

  /**
   * MaakPlan::changed:
   * @change: the edit that was made; for an undo its inverse
   *
   * After every edit, undo and redo. Handlers must not edit the plan.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MAAK_TYPE_PLAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, MAAK_TYPE_CHANGE);
}

static void
maak_plan_init (MaakPlan *self)
{
  self->records = g_hash_table_new (g_str_hash, g_str_equal);
  self->history = maak_history_new ();
}

static void
visit_record (MaakRecord *record,
              void (*visit) (MaakRecord *record, gpointer data),
              gpointer data)
{
  guint n = maak_template_get_n_fields (record->template);

  visit (record, data);
  for (guint i = 0; i < n; i++)
    {
      MaakRecord *const *records;

      if (record->values[i] == NULL || maak_value_get_kind (record->values[i]) != MAAK_VALUE_LIST)
        continue;
      records = maak_value_get_records (record->values[i], NULL);
      for (guint j = 0; records[j] != NULL; j++)
        visit_record (records[j], visit, data);
    }
}

static void
attach_cb (MaakRecord *record,
           gpointer    data)
{
  MaakPlan *self = data;

  record->plan = self;
  g_hash_table_insert (self->records, record->id, record);
}

static void
detach_cb (MaakRecord *record,
           gpointer    data)
{
  MaakPlan *self = data;

  record->plan = NULL;
  g_hash_table_remove (self->records, record->id);
}

/** maak_plan_attach: puts @record and all in it into the index. */
void
maak_plan_attach (MaakPlan   *self,
                  MaakRecord *record)
{
  visit_record (record, attach_cb, self);
}

/** maak_plan_detach: takes @record and all in it out of the index. */
void
maak_plan_detach (MaakPlan   *self,
                  MaakRecord *record)
{
  visit_record (record, detach_cb, self);
}

/* The first record whose id another had before it. */
typedef struct
{
  MaakPlan   *plan;
  MaakRecord *twin;
} AttachNew;

static void
attach_new_cb (MaakRecord *record,
               gpointer    data)
{
  AttachNew *attach = data;

  if (g_hash_table_contains (attach->plan->records, record->id))
    {
      if (attach->twin == NULL)
        attach->twin = record;
      return;
    }
  attach_cb (record, attach->plan);
}

/** maak_plan_new_unchecked: as maak_plan_new(), without asking whether codes are terms. */
MaakPlan *
maak_plan_new_unchecked (MaakLibrary *library,
                         MaakRecord  *root_taken,
                         GError     **error)
{
  g_autoptr (MaakPlan) self = g_object_new (MAAK_TYPE_PLAN, NULL);
  AttachNew attach = { self, NULL };

  self->library = g_object_ref (library);
  self->root = root_taken;
  visit_record (self->root, attach_new_cb, &attach);
  if (attach.twin != NULL)
    {
      g_autofree char *path = maak_plan_dup_path (self, attach.twin, NULL);
      g_autofree char *whole = g_strconcat (path, *path != '\0' ? ".id" : "id", NULL);

      maak_error_set (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_DUPLICATE_ID, whole, maak_message_new (MAAK_PHRASE_PLAN_DUPLICATE_ID, MAAK_ARG_STRING, "id", attach.twin->id, MAAK_ARG_END));
      return NULL;
    }
  return g_steal_pointer (&self);
}

typedef struct
{
  MaakPlan *plan;
  GError   *error;
} TermCheck;

static void
check_terms_cb (MaakRecord *record,
                gpointer    data)
{
  TermCheck *check = data;
  guint      n = maak_template_get_n_fields (record->template);

  for (guint i = 0; i < n && check->error == NULL; i++)
    {
      const MaakField *field = maak_template_get_field (record->template, i);
      g_autofree char *path = NULL;

      if (!field->own_terms || record->values[i] == NULL || maak_field_value_validate (check->plan, field, record->values[i], &check->error))
        continue;
      path = maak_plan_dup_path (check->plan, record, field);
      maak_error_prefix_path (&check->error, path);
    }
}

/**
 * maak_plan_new:
 * @library: the templates that @root_taken was read or made with
 * @root_taken: (transfer full): the root, in no plan
 *
 * Returns: (transfer full): the plan; NULL and a MAAK_PLAN_ERROR with its path when an id is there twice
 *   (DUPLICATE_ID) or a term is neither in its vocabulary nor among the plan's own (INVALID_VALUE)
 */
MaakPlan *
maak_plan_new (MaakLibrary *library,
               MaakRecord  *root_taken,
               GError     **error)
{
  g_autoptr (MaakPlan) self = NULL;
  TermCheck check = { NULL, NULL };

  g_return_val_if_fail (MAAK_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (MAAK_IS_RECORD (root_taken) && root_taken->plan == NULL, NULL);

  self = maak_plan_new_unchecked (library, root_taken, error);
  if (self == NULL)
    return NULL;
  check.plan = self;
  maak_plan_foreach (self, check_terms_cb, &check);
  if (check.error != NULL)
    {
      g_propagate_error (error, check.error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * maak_plan_new_copy:
 * Returns: (transfer full): a plan with the same content and ids, and no history. It shares only what never changes (values,
 *   templates), so another thread may have it
 */
MaakPlan *
maak_plan_new_copy (MaakPlan *self)
{
  MaakPlan *copy;

  g_return_val_if_fail (MAAK_IS_PLAN (self), NULL);

  copy = maak_plan_new_unchecked (self->library, maak_record_copy (self->root, FALSE), NULL);
  copy->read_only = self->read_only;
  return copy;
}

/** maak_plan_get_library: Returns: (transfer none): its templates and vocabularies */
MaakLibrary *
maak_plan_get_library (MaakPlan *self)
{
  g_return_val_if_fail (MAAK_IS_PLAN (self), NULL);

  return self->library;
}

/** maak_plan_get_root: Returns: (transfer none): the record that all others lie in */
MaakRecord *
maak_plan_get_root (MaakPlan *self)
{
  g_return_val_if_fail (MAAK_IS_PLAN (self), NULL);

  return self->root;
}

/**
 * maak_plan_lookup:
 * @record_id: id of a record
 *
 * Returns: (transfer none) (nullable): the record
 */
MaakRecord *
maak_plan_lookup (MaakPlan   *self,
                  const char *record_id)
{
  g_return_val_if_fail (MAAK_IS_PLAN (self), NULL);
  g_return_val_if_fail (record_id != NULL, NULL);

  return g_hash_table_lookup (self->records, record_id);
}

/** maak_plan_get_n_records: Returns: how many records there are, the root too */
guint
maak_plan_get_n_records (MaakPlan *self)
{
  g_return_val_if_fail (MAAK_IS_PLAN (self), 0);

  return g_hash_table_size (self->records);
}

/**
 * maak_plan_foreach:
 * @visit: called for the root and every record in it, depth first, in template order; must not edit
 */
void
maak_plan_foreach (MaakPlan *self,
                   void (*visit) (MaakRecord *record, gpointer data),
                   gpointer data)
{
  g_return_if_fail (MAAK_IS_PLAN (self));

  visit_record (self->root, visit, data);
}

/** maak_plan_get_read_only: Returns: whether edits are refused */
gboolean
maak_plan_get_read_only (MaakPlan *self)
{
  g_return_val_if_fail (MAAK_IS_PLAN (self), TRUE);

  return self->read_only;
}

/** maak_plan_set_read_only: says whether edits are refused, as for a file of a newer version. */
void
maak_plan_set_read_only (MaakPlan *self,
                         gboolean  read_only)
{
  g_return_if_fail (MAAK_IS_PLAN (self));

  self->read_only = read_only;
}

static const char *
get_one (MaakRecord *record,
         MaakRole    role)
{
  MaakText *text = maak_record_get_text (record, role);

  return text != NULL ? maak_text_get_best (text, MAAK_LANGUAGE_NL) : NULL;
}

/** maak_plan_dup_term_key: Returns: (transfer full) (nullable): "VOCABULARY CODE" of an own term; NULL while it has none */
char *
maak_plan_dup_term_key (MaakRecord *own_term)
{
  const char *vocabulary = get_one (own_term, MAAK_ROLE_TERM_VOCABULARY);
  const char *code = get_one (own_term, MAAK_ROLE_TERM_CODE);

  return vocabulary != NULL && code != NULL ? g_strconcat (vocabulary, " ", code, NULL) : NULL;
}

/* The table of own terms is made when it is asked for, and thrown away when one changes. */
static void
collect_own_terms (MaakPlan *self)
{
  MaakValue         *value = maak_record_get_role (self->root, MAAK_ROLE_OWN_TERMS);
  MaakRecord *const *records = value != NULL ? maak_value_get_records (value, NULL) : NULL;

  self->own_terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; records != NULL && records[i] != NULL; i++)
    {
      char *key = maak_plan_dup_term_key (records[i]);

      if (key != NULL && !g_hash_table_contains (self->own_terms, key))
        g_hash_table_insert (self->own_terms, key, records[i]);
      else
        g_free (key);
    }
}

/** maak_plan_lookup_own_term: Returns: (transfer none) (nullable): the own term, the first where there are two */
MaakRecord *
maak_plan_lookup_own_term (MaakPlan   *self,
                           const char *vocabulary_id,
                           const char *code)
{
  g_autofree char *key = g_strconcat (vocabulary_id, " ", code, NULL);

  if (self->own_terms == NULL)
    collect_own_terms (self);
  return g_hash_table_lookup (self->own_terms, key);
}

/**
 * maak_plan_dup_term_label:
 * @code: a term of @vocabulary, or an own term of the plan in it
 *
 * Returns: (transfer full): what a person calls it; @code itself where nobody knows
 */
char *
maak_plan_dup_term_label (MaakPlan             *self,
                          const MaakVocabulary *vocabulary,
                          const char           *code,
                          MaakLanguage          language)
{
  const MaakTerm *term;
  MaakRecord     *own_term;
  MaakText       *label;

  g_return_val_if_fail (MAAK_IS_PLAN (self), NULL);
  g_return_val_if_fail (vocabulary != NULL && code != NULL, NULL);

  term = maak_vocabulary_lookup (vocabulary, code);
  if (term != NULL)
    return g_strdup (maak_text_get_best (term->label, language));
  own_term = maak_plan_lookup_own_term (self, maak_vocabulary_get_id (vocabulary), code);
  label = own_term != NULL ? maak_record_get_text (own_term, MAAK_ROLE_TERM_LABEL) : NULL;
  return g_strdup (label != NULL ? maak_text_get_best (label, language) : code);
}

/** maak_plan_has_term: Returns: whether @code is a term of @vocabulary, or an own term of the plan in it */
gboolean
maak_plan_has_term (MaakPlan             *self,
                    const MaakVocabulary *vocabulary,
                    const char           *code)
{
  g_return_val_if_fail (MAAK_IS_PLAN (self), FALSE);
  g_return_val_if_fail (vocabulary != NULL && code != NULL, FALSE);

  return maak_vocabulary_lookup (vocabulary, code) != NULL ||
         maak_plan_lookup_own_term (self, maak_vocabulary_get_id (vocabulary), code) != NULL;
}

/**
 * maak_plan_dup_record_title:
 * @record: of the plan
 * @language: in which it is wanted; the other where there is none in this
 *
 * Returns: (transfer full): what a person calls it: its title; of a record that has none by nature, as a partner, that of the organisation
 *   which is its first field
 */
char *
maak_plan_dup_record_title (MaakPlan    *self,
                            MaakRecord  *record,
                            MaakLanguage language)
{
  const MaakTemplate *template;
  const MaakField *first;
  MaakValue       *value = NULL;
  MaakRecord      *party = NULL;

  g_return_val_if_fail (MAAK_IS_PLAN (self) && MAAK_IS_RECORD (record), NULL);

  template = maak_record_get_template (record);
  first = maak_template_get_n_fields (template) > 0 ? maak_template_get_field (template, 0) : NULL;
  if (first != NULL && first->type == MAAK_FIELD_PARTY && maak_template_lookup_role (template, MAAK_ROLE_TITLE) == NULL)
    value = maak_record_get (record, first);
  if (value != NULL)
    party = maak_plan_lookup (self, maak_value_get_ids (value, NULL)[0]);
  return maak_record_dup_title (party != NULL ? party : record, language);
}
