/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What follows from an edit elsewhere in the plan: references to a removed record go, codes of an own term follow it
 * when it is renamed and go when it is removed, notes of a removed record's sections go. The fields are found in one walk over the plan and edited after it,
 * because a walk must not meet its own edits. The caller has opened the step that this belongs to. */

#include "plan/maak-plan-private.h"

#include "plan/maak-record-private.h"

typedef struct
{
  MaakPlan   *plan;
  GHashTable *ids;              /* of records that are gone */
  GHashTable *term_keys;        /* of own terms that are gone */
  const char *old_key;          /* of an own term that is called otherwise now */
  const char *new_code;         /* NULL: it is no term any more */
  GPtrArray  *records, *fields; /* what to edit, in the order found */
  GPtrArray  *values;           /* NULL entries: empty */
} Cascade;

static void
free_value (gpointer data)
{
  if (data != NULL)
    maak_value_unref (data);
}

static void
cascade_init (Cascade  *self,
              MaakPlan *plan)
{
  self->plan = plan;
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->fields = g_ptr_array_new ();
  self->values = g_ptr_array_new_with_free_func (free_value);
}

static void
add_edit (Cascade         *self,
          MaakRecord      *record,
          const MaakField *field,
          MaakValue       *value_taken)
{
  g_ptr_array_add (self->records, g_object_ref (record));
  g_ptr_array_add (self->fields, (gpointer) field);
  g_ptr_array_add (self->values, value_taken);
}

static void
cascade_finish (Cascade *self)
{
  for (guint i = 0; i < self->records->len; i++)
    maak_plan_set (self->plan, g_ptr_array_index (self->records, i), g_ptr_array_index (self->fields, i), g_ptr_array_index (self->values, i));
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->values);
}

static void
drop_ids (Cascade         *self,
          MaakRecord      *record,
          const MaakField *field,
          MaakValue       *value)
{
  guint              n;
  const char *const *ids = maak_value_get_ids (value, &n);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      if (!g_hash_table_contains (self->ids, ids[i]))
        g_ptr_array_add (left, (gpointer) ids[i]);
    }
  if (left->len == n)
    return;
  g_ptr_array_add (left, NULL);
  add_edit (self, record, field, left->len > 1 ? maak_value_new_ids ((const char *const *) left->pdata) : NULL);
}

static void
drop_party (Cascade         *self,
            MaakRecord      *record,
            const MaakField *field,
            MaakValue       *value)
{
  MaakFileRef file = *maak_value_get_file (value);

  if (file.party == NULL || !g_hash_table_contains (self->ids, file.party))
    return;
  file.party = NULL;
  add_edit (self, record, field, maak_value_new_file (&file));
}

/* What becomes of @code in @field: itself, its new name, or NULL. */
static const char *
follow_code (Cascade         *self,
             const MaakField *field,
             const char      *code)
{
  g_autofree char *key = NULL;

  if (maak_vocabulary_lookup (field->vocabulary, code) != NULL)
    return code;
  key = g_strconcat (maak_vocabulary_get_id (field->vocabulary), " ", code, NULL);
  if (self->old_key != NULL && strcmp (self->old_key, key) == 0)
    return self->new_code;
  if (self->term_keys != NULL && g_hash_table_contains (self->term_keys, key))
    return NULL;
  return code;
}

static void
follow_codes (Cascade         *self,
              MaakRecord      *record,
              const MaakField *field,
              MaakValue       *value)
{
  gboolean           is_one = maak_value_get_kind (value) == MAAK_VALUE_CODE;
  const char        *one[] = { is_one ? maak_value_get_code (value) : NULL, NULL };
  const char *const *codes = is_one ? one : maak_value_get_codes (value, NULL);
  g_autoptr (GPtrArray) followed = g_ptr_array_new ();
  gboolean changed = FALSE;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const char *code = follow_code (self, field, codes[i]);

      changed = changed || code != codes[i];
      if (code != NULL)
        g_ptr_array_add (followed, (gpointer) code);
    }
  if (!changed)
    return;
  g_ptr_array_add (followed, NULL);
  if (followed->len == 1)
    add_edit (self, record, field, NULL);
  else if (is_one)
    add_edit (self, record, field, maak_value_new_code (g_ptr_array_index (followed, 0)));
  else
    add_edit (self, record, field, maak_value_new_codes ((const char *const *) followed->pdata));
}

static void
visit_cb (MaakRecord *record,
          gpointer    data)
{
  Cascade *self = data;
  guint    n = maak_template_get_n_fields (record->template);

  for (guint i = 0; i < n; i++)
    {
      const MaakField *field;
      MaakValue       *value = record->values[i];
      MaakValueKind    kind;

      if (value == NULL)
        continue;
      field = maak_template_get_field (record->template, i);
      kind = maak_value_get_kind (value);
      if (kind == MAAK_VALUE_IDS && self->ids != NULL)
        drop_ids (self, record, field, value);
      else if (kind == MAAK_VALUE_FILE && self->ids != NULL)
        drop_party (self, record, field, value);
      else if (field->own_terms && (self->term_keys != NULL || self->old_key != NULL))
        follow_codes (self, record, field, value);
    }
}

static gboolean
is_still_a_term (gpointer key,
                 gpointer value,
                 gpointer data)
{
  g_auto (GStrv) parts = g_strsplit (key, " ", 2);

  return maak_plan_lookup_own_term (data, parts[0], parts[1]) != NULL;
}

/* What was noted of the sections of records that are gone goes with them. */
static void
drop_section_notes (MaakPlan   *self,
                    GHashTable *record_ids)
{
  MaakValue         *value = maak_record_get_role (self->root, MAAK_ROLE_SECTION_NOTES);
  MaakRecord *const *notes = value != NULL ? maak_value_get_records (value, NULL) : NULL;
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; notes != NULL && notes[i] != NULL; i++)
    {
      MaakValue *of = maak_record_get_role (notes[i], MAAK_ROLE_SECTION_OF);

      if (of != NULL && g_hash_table_contains (record_ids, maak_value_get_ids (of, NULL)[0]))
        g_ptr_array_add (gone, g_object_ref (notes[i]));
    }
  for (guint i = 0; i < gone->len; i++)
    maak_plan_remove (self, g_ptr_array_index (gone, i));
}

/**
 * maak_plan_drop_references:
 * @record_ids: ids of records that are no longer in the plan
 * @term_keys: keys of the own terms among them
 *
 * Takes them out of every field that refers to them, and what was noted of their sections with them.
 */
void
maak_plan_drop_references (MaakPlan   *self,
                           GHashTable *record_ids,
                           GHashTable *term_keys)
{
  Cascade cascade = { 0 };

  drop_section_notes (self, record_ids);
  /* Two own terms may be called the same; while one is left its uses stay. */
  g_hash_table_foreach_remove (term_keys, is_still_a_term, self);
  cascade_init (&cascade, self);
  cascade.ids = record_ids;
  cascade.term_keys = g_hash_table_size (term_keys) > 0 ? term_keys : NULL;
  maak_plan_foreach (self, visit_cb, &cascade);
  cascade_finish (&cascade);
}

/**
 * maak_plan_rename_term:
 * @old_key: what the own term was called, "VOCABULARY CODE"
 * @new_key: (nullable): what it is called now; NULL: nothing
 *
 * Lets its uses follow it; in another vocabulary it is no longer the term that was chosen.
 */
void
maak_plan_rename_term (MaakPlan   *self,
                       const char *old_key,
                       const char *new_key)
{
  Cascade     cascade = { 0 };
  const char *old_code = strchr (old_key, ' ') + 1;

  if (is_still_a_term ((gpointer) old_key, NULL, self))
    return;
  cascade_init (&cascade, self);
  cascade.old_key = old_key;
  if (new_key != NULL && strncmp (old_key, new_key, (gsize) (old_code - old_key)) == 0)
    cascade.new_code = g_intern_string (new_key + (old_code - old_key));
  maak_plan_foreach (self, visit_cb, &cascade);
  cascade_finish (&cascade);
}
