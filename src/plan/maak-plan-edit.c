/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Edits of a plan. Every edit is one MaakChange: made (values, index, parents), put into the history, and told. Undo
 * and redo make the same changes, or their inverse, and tell them in the same way, so that whoever follows the signal
 * needs to know of neither.
 *
 * A list's value is replaced as a whole, its records move between "in the plan" and "out of it" by what the two values
 * have in common, so that one function makes every kind of change. An edit that changes nothing is no edit. */

#include "plan/maak-plan-private.h"

#include "plan/maak-change-private.h"
#include "plan/maak-expression.h"
#include "plan/maak-field-type.h"
#include "plan/maak-record-private.h"
#include "plan/maak-value-private.h"

static GHashTable *
collect_records (MaakValue *value)
{
  GHashTable        *set = g_hash_table_new (NULL, NULL);
  MaakRecord *const *records = value != NULL ? maak_value_get_records (value, NULL) : NULL;

  for (guint i = 0; records != NULL && records[i] != NULL; i++)
    g_hash_table_add (set, records[i]);
  return set;
}

static void
apply_list (MaakPlan        *self,
            MaakRecord      *record,
            const MaakField *field,
            MaakValue       *before,
            MaakValue       *after)
{
  g_autoptr (GHashTable) old = collect_records (before);
  g_autoptr (GHashTable) new = collect_records (after);
  MaakRecord *const *records = before != NULL ? maak_value_get_records (before, NULL) : NULL;

  for (guint i = 0; records != NULL && records[i] != NULL; i++)
    {
      if (g_hash_table_contains (new, records[i]))
        continue;
      maak_plan_detach (self, records[i]);
      maak_record_set_parent (records[i], NULL, NULL, 0);
    }
  records = after != NULL ? maak_value_get_records (after, NULL) : NULL;
  for (guint i = 0; records != NULL && records[i] != NULL; i++)
    {
      if (!g_hash_table_contains (old, records[i]))
        maak_plan_attach (self, records[i]);
      maak_record_set_parent (records[i], record, field, i);
    }
}

static gboolean
concerns_own_terms (MaakRecord      *record,
                    const MaakField *field)
{
  return field->role == MAAK_ROLE_OWN_TERMS || maak_template_lookup_role (record->template, MAAK_ROLE_TERM_CODE) != NULL;
}

/* Makes the change and tells it; the history is not asked. */
static void
apply (MaakPlan   *self,
       MaakChange *change)
{
  MaakRecord      *record = maak_change_get_record (change);
  const MaakField *field = maak_change_get_field (change);
  MaakValue       *after = maak_change_get_after (change);

  if (field->type == MAAK_FIELD_LIST)
    apply_list (self, record, field, maak_change_get_before (change), after);
  maak_record_set_value (record, field, after);
  if (concerns_own_terms (record, field))
    g_clear_pointer (&self->own_terms, g_hash_table_unref);
}

static void
tell (MaakPlan   *self,
      MaakChange *change)
{
  self->busy = TRUE;
  g_signal_emit_by_name (self, "changed", change);
  self->busy = FALSE;
}

static void
make (MaakPlan   *self,
      MaakChange *change)
{
  apply (self, change);
  maak_history_add (self->history, change);
  tell (self, change);
}

static const MaakField *
find_field (MaakRecord      *record,
            const MaakField *field)
{
  return field->owner == record->template ? field : maak_template_lookup_field (record->template, field->id);
}

static gboolean
is_term_key_field (const MaakField *field)
{
  return field->role == MAAK_ROLE_TERM_CODE || field->role == MAAK_ROLE_TERM_VOCABULARY;
}

/* An own term takes its uses with it. */
static void
set_term_key (MaakPlan   *self,
              MaakChange *change)
{
  MaakRecord      *own_term = maak_change_get_record (change);
  g_autofree char *old_key = maak_plan_dup_term_key (own_term);
  g_autofree char *new_key = NULL;

  maak_plan_begin (self, NULL);
  make (self, change);
  new_key = maak_plan_dup_term_key (own_term);
  if (old_key != NULL)
    maak_plan_rename_term (self, old_key, new_key);
  maak_plan_end (self);
}

static GHashTable *
collect_removed (MaakValue  *before,
                 MaakValue  *after,
                 GHashTable *term_keys);

static void
set_list (MaakPlan   *self,
          MaakChange *change)
{
  g_autoptr (GHashTable) term_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) removed = collect_removed (maak_change_get_before (change), maak_change_get_after (change), term_keys);

  if (g_hash_table_size (removed) == 0)
    {
      make (self, change);
      return;
    }
  maak_plan_begin (self, NULL);
  make (self, change);
  maak_plan_drop_references (self, removed, term_keys);
  maak_plan_end (self);
}

/**
 * maak_plan_set:
 * @record: a record of the plan
 * @field: a field of its template
 * @value: (nullable): of the field's kind; referenced; an empty value counts as NULL
 *
 * Sets a field. What has @value already is left alone. Setting a list at once removes the records that are no longer
 * in it, as maak_plan_remove() does.
 */
void
maak_plan_set (MaakPlan        *self,
               MaakRecord      *record,
               const MaakField *field,
               MaakValue       *value)
{
  g_autoptr (MaakChange) change = NULL;
  MaakValue *before;

  g_return_if_fail (MAAK_IS_PLAN (self) && !self->read_only && !self->busy);
  g_return_if_fail (MAAK_IS_RECORD (record) && record->plan == self);
  g_return_if_fail (field != NULL);
  field = find_field (record, field);
  g_return_if_fail (field != NULL && field->value == NULL);
  g_return_if_fail (value == NULL || maak_value_get_kind (value) == maak_field_type_get_class (field->type)->kind);

  if (value != NULL && maak_value_is_empty (value))
    value = NULL;
  before = record->values[field->index];
  if (before == value || (field->type != MAAK_FIELD_LIST && maak_value_equal (before, value)))
    return;

  change = maak_change_new (MAAK_CHANGE_SET, record, field, before, value);
  if (is_term_key_field (field))
    set_term_key (self, change);
  else if (field->type == MAAK_FIELD_LIST)
    set_list (self, change);
  else
    make (self, change);
}

static gboolean
fail (MaakPlanErrorCode code,
      MaakMessage      *message_taken,
      GError          **error)
{
  maak_error_set (error, MAAK_PLAN_ERROR, (int) code, NULL, message_taken);
  return FALSE;
}

static gboolean
check_years (MaakPlan        *self,
             MaakRecord      *record,
             const MaakField *field,
             MaakValue       *value,
             GError         **error)
{
  MaakResult             allowed = { 0 };
  guint                  n;
  const MaakSeriesPoint *points = maak_value_get_points (value, &n, NULL);
  gboolean               good = TRUE;

  maak_expression_evaluate (field->years, self, record, NULL, &allowed);
  for (guint i = 0; i < n && good; i++)
    {
      if (maak_result_allows_year (&allowed, points[i].year))
        continue;
      good = fail (MAAK_PLAN_ERROR_INVALID_VALUE, maak_message_new (MAAK_PHRASE_PLAN_YEAR_OUTSIDE, MAAK_ARG_YEAR, "year", points[i].year, MAAK_ARG_TEXT, "field", field->label, MAAK_ARG_END), error);
    }
  maak_result_clear (&allowed);
  return good;
}

static guint
count_parts (MaakValue *value)
{
  guint n = 1;

  switch ((int) maak_value_get_kind (value))
    {
    case MAAK_VALUE_CODES:
      maak_value_get_codes (value, &n);
      break;
    case MAAK_VALUE_IDS:
      maak_value_get_ids (value, &n);
      break;
    case MAAK_VALUE_LIST:
      maak_value_get_records (value, &n);
      break;
    default:
      break;
    }
  return n;
}

static gboolean
check_count (const MaakField *field,
             MaakValue       *value,
             GError         **error)
{
  guint n = count_parts (value);

  if (field->max_count == 0 || n <= field->max_count)
    return TRUE;
  return fail (MAAK_PLAN_ERROR_INVALID_VALUE, maak_message_new (MAAK_PHRASE_PLAN_TOO_MANY, MAAK_ARG_TEXT, "field", field->label, MAAK_ARG_INTEGER, "found", (gint64) n, MAAK_ARG_INTEGER, "limit", (gint64) field->max_count, MAAK_ARG_END), error);
}

typedef struct
{
  MaakPlan        *plan;
  MaakRecord      *record; /* that has the list */
  const MaakField *list;
  GHashTable      *seen;
  const char      *twin;
} TwinCheck;

/* Whether @record is in the list that is to be replaced, at any depth: then it goes when the new list comes. */
static gboolean
lies_in_list (const TwinCheck *check,
              MaakRecord      *record)
{
  while (record->parent != NULL && record->parent != check->record)
    record = record->parent;
  return record->parent != NULL && record->parent_field == check->list;
}

static void
check_twins (TwinCheck *check,
             MaakValue *value)
{
  MaakRecord *const *records = maak_value_get_records (value, NULL);

  for (guint i = 0; records[i] != NULL && check->twin == NULL; i++)
    {
      MaakRecord *there = maak_plan_lookup (check->plan, records[i]->id);

      if (!g_hash_table_add (check->seen, records[i]->id) || (there != NULL && there != records[i] && !lies_in_list (check, there)))
        check->twin = records[i]->id;
      for (guint j = 0; j < maak_template_get_n_fields (records[i]->template); j++)
        {
          MaakValue *inner = records[i]->values[j];

          if (inner != NULL && maak_value_get_kind (inner) == MAAK_VALUE_LIST)
            check_twins (check, inner);
        }
    }
}

static gboolean
check_list (MaakPlan        *self,
            MaakRecord      *record,
            const MaakField *list,
            MaakValue       *value,
            GError         **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  TwinCheck check = { self, record, list, seen, NULL };

  check_twins (&check, value);
  if (check.twin == NULL)
    return TRUE;
  return fail (MAAK_PLAN_ERROR_DUPLICATE_ID, maak_message_new (MAAK_PHRASE_PLAN_DUPLICATE_ID, MAAK_ARG_STRING, "id", check.twin, MAAK_ARG_END), error);
}

/**
 * maak_plan_check_value:
 * @record: a record of the plan, or one that is not in it and has the parent that it is to have
 * @field: a field of its template that is stored
 *
 * Returns: whether @value may stand in @field: see maak_plan_set_checked()
 */
gboolean
maak_plan_check_value (MaakPlan        *self,
                       MaakRecord      *record,
                       const MaakField *field,
                       MaakValue       *value,
                       GError         **error)
{
  return check_count (field, value, error) &&
         maak_field_value_validate (self, field, value, error) &&
         (field->years == NULL || check_years (self, record, field, value, error)) &&
         (field->type != MAAK_FIELD_LIST || check_list (self, record, field, value, error));
}

/**
 * maak_plan_set_checked:
 * @value: (nullable): as for maak_plan_set()
 *
 * As maak_plan_set(), for what comes from outside: asks first whether the plan may be edited, the field is stored,
 * there are no more than it may have, terms and records that @value names are there, and years are allowed.
 *
 * Returns: FALSE and a MAAK_PLAN_ERROR without a path; then nothing was changed
 */
gboolean
maak_plan_set_checked (MaakPlan        *self,
                       MaakRecord      *record,
                       const MaakField *field,
                       MaakValue       *value,
                       GError         **error)
{
  g_return_val_if_fail (MAAK_IS_PLAN (self), FALSE);
  g_return_val_if_fail (MAAK_IS_RECORD (record) && record->plan == self && field != NULL, FALSE);

  if (self->read_only)
    return fail (MAAK_PLAN_ERROR_READ_ONLY, maak_message_new (MAAK_PHRASE_PLAN_READ_ONLY, MAAK_ARG_END), error);
  if (self->busy)
    return fail (MAAK_PLAN_ERROR_INVALID_VALUE, maak_message_new (MAAK_PHRASE_PLAN_BUSY, MAAK_ARG_END), error);
  field = find_field (record, field);
  g_return_val_if_fail (field != NULL, FALSE);
  if (field->value != NULL)
    return fail (MAAK_PLAN_ERROR_INVALID_VALUE, maak_message_new (MAAK_PHRASE_PLAN_COMPUTED, MAAK_ARG_TEXT, "field", field->label, MAAK_ARG_END), error);
  if (value != NULL && !maak_plan_check_value (self, record, field, value, error))
    return FALSE;

  maak_plan_set (self, record, field, value);
  return TRUE;
}

static MaakValue *
create_list (GPtrArray *records)
{
  return records->len > 0 ? maak_value_new_list ((MaakRecord *const *) records->pdata, records->len) : NULL;
}

static GPtrArray *
list_records (MaakValue *value)
{
  GPtrArray         *array = g_ptr_array_new ();
  guint              n = 0;
  MaakRecord *const *records = value != NULL ? maak_value_get_records (value, &n) : NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (array, records[i]);
  return array;
}

/**
 * maak_plan_insert:
 * @owner: a record of the plan
 * @list: a field of type list of its template
 * @position: from 0; at most the number of records there are, which appends
 * @record: (transfer none): in no plan; no id of it or of what lies in it may be in the plan
 *
 * Inserts a record with all that lies in it.
 */
void
maak_plan_insert (MaakPlan        *self,
                  MaakRecord      *owner,
                  const MaakField *list,
                  guint            position,
                  MaakRecord      *record)
{
  g_autoptr (MaakChange) change = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (MaakValue) after = NULL;
  MaakValue *before;

  g_return_if_fail (MAAK_IS_PLAN (self) && !self->read_only && !self->busy);
  g_return_if_fail (MAAK_IS_RECORD (owner) && owner->plan == self);
  g_return_if_fail (list != NULL && list->type == MAAK_FIELD_LIST);
  g_return_if_fail (MAAK_IS_RECORD (record) && record->plan == NULL);
  g_return_if_fail (maak_plan_lookup (self, record->id) == NULL);
  list = find_field (owner, list);
  g_return_if_fail (list != NULL);

  before = owner->values[list->index];
  records = list_records (before);
  position = MIN (position, records->len);
  g_ptr_array_insert (records, (int) position, record);
  after = create_list (records);
  change = maak_change_new_list (MAAK_CHANGE_INSERT, owner, list, before, after, record, position, position);
  make (self, change);
}

static void
collect_ids (MaakRecord *record,
             GHashTable *ids,
             GHashTable *term_keys)
{
  char *key = maak_plan_dup_term_key (record);

  g_hash_table_add (ids, record->id);
  if (key != NULL)
    g_hash_table_add (term_keys, key);
  for (guint i = 0; i < maak_template_get_n_fields (record->template); i++)
    {
      MaakRecord *const *records;

      if (record->values[i] == NULL || maak_value_get_kind (record->values[i]) != MAAK_VALUE_LIST)
        continue;
      records = maak_value_get_records (record->values[i], NULL);
      for (guint j = 0; records[j] != NULL; j++)
        collect_ids (records[j], ids, term_keys);
    }
}

/* Ids of what lies in @before and not in @after; the keys of own terms among them into @term_keys. */
static GHashTable *
collect_removed (MaakValue  *before,
                 MaakValue  *after,
                 GHashTable *term_keys)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) kept_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MaakRecord *const *records = before != NULL ? maak_value_get_records (before, NULL) : NULL;
  GHashTableIter     iter;
  gpointer           key;

  for (guint i = 0; records != NULL && records[i] != NULL; i++)
    collect_ids (records[i], ids, term_keys);
  records = after != NULL ? maak_value_get_records (after, NULL) : NULL;
  for (guint i = 0; records != NULL && records[i] != NULL; i++)
    collect_ids (records[i], kept, kept_keys);
  g_hash_table_iter_init (&iter, kept);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_remove (ids, key);
  return ids;
}

/**
 * maak_plan_remove:
 * @record: a record of the plan, not its root
 *
 * Removes a record with all that lies in it and every reference to any of that, in one step. Links in prose stay, as
 * they are somebody's words; they become findings.
 */
void
maak_plan_remove (MaakPlan   *self,
                  MaakRecord *record)
{
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (GHashTable) term_keys = NULL;
  g_autoptr (MaakChange) change = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (MaakValue) after = NULL;
  const MaakField *list;
  MaakRecord      *owner;
  guint            position;

  g_return_if_fail (MAAK_IS_PLAN (self) && !self->read_only && !self->busy);
  g_return_if_fail (MAAK_IS_RECORD (record) && record->plan == self && record->parent != NULL);

  owner = record->parent;
  list = record->parent_field;
  position = record->position;
  ids = g_hash_table_new (g_str_hash, g_str_equal);
  term_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  collect_ids (record, ids, term_keys);
  records = list_records (owner->values[list->index]);
  g_ptr_array_remove_index (records, position);
  after = create_list (records);

  maak_plan_begin (self, maak_message_new (MAAK_PHRASE_PLAN_STEP_REMOVE, MAAK_ARG_TEXT, "kind", maak_template_get_label (record->template), MAAK_ARG_END));
  change = maak_change_new_list (MAAK_CHANGE_REMOVE, owner, list, owner->values[list->index], after, record, position, position);
  make (self, change);
  maak_plan_drop_references (self, ids, term_keys);
  maak_plan_end (self);
}

/**
 * maak_plan_move:
 * @record: a record of the plan, not its root
 * @position: its place in its list afterwards, from 0
 */
void
maak_plan_move (MaakPlan   *self,
                MaakRecord *record,
                guint       position)
{
  g_autoptr (MaakChange) change = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (MaakValue) after = NULL;
  MaakRecord      *owner;
  const MaakField *list;
  guint            from;

  g_return_if_fail (MAAK_IS_PLAN (self) && !self->read_only && !self->busy);
  g_return_if_fail (MAAK_IS_RECORD (record) && record->plan == self && record->parent != NULL);

  owner = record->parent;
  list = record->parent_field;
  from = record->position;
  records = list_records (owner->values[list->index]);
  position = MIN (position, records->len - 1);
  if (position == from)
    return;
  g_ptr_array_remove_index (records, from);
  g_ptr_array_insert (records, (int) position, record);
  after = create_list (records);
  change = maak_change_new_list (MAAK_CHANGE_MOVE, owner, list, owner->values[list->index], after, record, from, position);
  make (self, change);
}

/**
 * maak_plan_begin:
 * @reason_taken: (transfer full) (nullable): what a person did, for "Undo ..."
 *
 * Everything until maak_plan_end() is one step of undo. Groups nest.
 */
void
maak_plan_begin (MaakPlan    *self,
                 MaakMessage *reason_taken)
{
  g_return_if_fail (MAAK_IS_PLAN (self));

  maak_history_begin (self->history, reason_taken);
}

/** maak_plan_end: closes the group that maak_plan_begin() opened. */
void
maak_plan_end (MaakPlan *self)
{
  g_return_if_fail (MAAK_IS_PLAN (self));

  maak_history_end (self->history);
}

/** maak_plan_begin_run: while it is open, setting the same field of the same record again goes on with the same step. */
void
maak_plan_begin_run (MaakPlan *self)
{
  g_return_if_fail (MAAK_IS_PLAN (self));

  maak_history_set_run (self->history, TRUE);
}

/** maak_plan_end_run: what is set from now on is a step of its own. */
void
maak_plan_end_run (MaakPlan *self)
{
  g_return_if_fail (MAAK_IS_PLAN (self));

  maak_history_set_run (self->history, FALSE);
}

/**
 * maak_plan_undo:
 * Takes back the last step; each of its changes is told as its inverse.
 *
 * Returns: FALSE when there is none, a group is open, or the plan is read-only
 */
gboolean
maak_plan_undo (MaakPlan *self)
{
  g_autoptr (GPtrArray) changes = NULL;

  g_return_val_if_fail (MAAK_IS_PLAN (self) && !self->busy, FALSE);

  if (self->read_only || !maak_history_can_step_back (self->history))
    return FALSE;
  changes = g_ptr_array_ref (maak_history_step_back (self->history));
  for (guint i = changes->len; i > 0; i--)
    {
      g_autoptr (MaakChange) inverse = maak_change_new_inverse (g_ptr_array_index (changes, i - 1));

      apply (self, inverse);
      tell (self, inverse);
    }
  return TRUE;
}

/**
 * maak_plan_redo:
 * Makes the step again that was undone last.
 *
 * Returns: FALSE when there is none, a group is open, or the plan is read-only
 */
gboolean
maak_plan_redo (MaakPlan *self)
{
  g_autoptr (GPtrArray) changes = NULL;

  g_return_val_if_fail (MAAK_IS_PLAN (self) && !self->busy, FALSE);

  if (self->read_only || !maak_history_can_step_forward (self->history))
    return FALSE;
  changes = g_ptr_array_ref (maak_history_step_forward (self->history));
  for (guint i = 0; i < changes->len; i++)
    {
      apply (self, g_ptr_array_index (changes, i));
      tell (self, g_ptr_array_index (changes, i));
    }
  return TRUE;
}

/** maak_plan_can_undo: Returns: whether maak_plan_undo() would do something */
gboolean
maak_plan_can_undo (MaakPlan *self)
{
  g_return_val_if_fail (MAAK_IS_PLAN (self), FALSE);

  return !self->read_only && maak_history_can_step_back (self->history);
}

/** maak_plan_can_redo: Returns: whether maak_plan_redo() would do something */
gboolean
maak_plan_can_redo (MaakPlan *self)
{
  g_return_val_if_fail (MAAK_IS_PLAN (self), FALSE);

  return !self->read_only && maak_history_can_step_forward (self->history);
}

/** maak_plan_get_undo_reason: Returns: (transfer none) (nullable): what undo would take back, where that was said */
MaakMessage *
maak_plan_get_undo_reason (MaakPlan *self)
{
  g_return_val_if_fail (MAAK_IS_PLAN (self), NULL);

  return maak_history_get_reason (self->history, FALSE);
}

/** maak_plan_get_redo_reason: Returns: (transfer none) (nullable): what redo would do again, where that was said */
MaakMessage *
maak_plan_get_redo_reason (MaakPlan *self)
{
  g_return_val_if_fail (MAAK_IS_PLAN (self), NULL);

  return maak_history_get_reason (self->history, TRUE);
}

/** maak_plan_mark_saved: what there is now is on disk; a run of typing ends here. */
void
maak_plan_mark_saved (MaakPlan *self)
{
  g_return_if_fail (MAAK_IS_PLAN (self));

  maak_history_mark_saved (self->history);
}

/** maak_plan_mark_unsaved: what was marked as saved is not on disk after all, so the plan is modified until the next mark. */
void
maak_plan_mark_unsaved (MaakPlan *self)
{
  g_return_if_fail (MAAK_IS_PLAN (self));

  maak_history_mark_unsaved (self->history);
}

/** maak_plan_is_modified: Returns: whether the plan differs from what was saved last, or from what it was made with */
gboolean
maak_plan_is_modified (MaakPlan *self)
{
  g_return_val_if_fail (MAAK_IS_PLAN (self), FALSE);

  return maak_history_is_modified (self->history);
}
