/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The public projection: a plan with public fields and records only, which is what a published document may carry.
 *
 * A record stays out when its template, its own sensitivity, the list that it is in, or any record around it is not
 * public; so does a record that cites a conversation, as its words would tell what was said, and one whose template is
 * known nowhere, as nobody can say what is in it. Members that no template knows stay out for the same reason, and so
 * does the place where an attachment was found last, which tells about somebody's computer.
 *
 * First the ids of all public records are collected, then the tree is copied, so that a reference to what stays out
 * is dropped wherever it stands: in references, in files, in links of prose (whose words stay), and as the code of an
 * own term. */

#include "plan/maak-plan-private.h"

#include "plan/maak-expression.h"
#include "plan/maak-prose.h"
#include "plan/maak-record-private.h"

typedef struct
{
  MaakPlan   *plan;
  GHashTable *ids; /* of public records, borrowed */
} Projection;

static gboolean
is_conversation (MaakValue *value)
{
  return value != NULL && maak_value_get_kind (value) == MAAK_VALUE_CITATION &&
         maak_citation_get (maak_value_get_citation (value))->kind == MAAK_CITATION_CONVERSATION;
}

static gboolean
is_public (MaakRecord *record)
{
  return !maak_record_is_unknown (record) &&
         maak_record_get_own_sensitivity (record) == MAAK_SENSITIVITY_PUBLIC &&
         !is_conversation (maak_record_get_role (record, MAAK_ROLE_CITATION));
}

/* A field that does not apply stays out: why it does not may be what is not public, and then nobody could tell later. */
static gboolean
is_public_field (Projection      *self,
                 MaakRecord      *record,
                 const MaakField *field)
{
  return field->sensitivity == MAAK_SENSITIVITY_PUBLIC && (field->when == NULL || maak_expression_is_true (field->when, self->plan, record, NULL));
}

static void
collect_public (Projection *self,
                MaakRecord *record)
{
  if (!is_public (record))
    return;
  g_hash_table_add (self->ids, record->id);
  for (guint i = 0; i < maak_template_get_n_fields (record->template); i++)
    {
      MaakRecord *const *records;

      if (record->values[i] == NULL || maak_value_get_kind (record->values[i]) != MAAK_VALUE_LIST ||
          !is_public_field (self, record, maak_template_get_field (record->template, i)))
        continue;
      records = maak_value_get_records (record->values[i], NULL);
      for (guint j = 0; records[j] != NULL; j++)
        collect_public (self, records[j]);
    }
}

static gboolean
drops_link (const char *id,
            gpointer    data)
{
  Projection *self = data;

  return !g_hash_table_contains (self->ids, id);
}

static MaakValue *
project_text (Projection *self,
              MaakValue  *value)
{
  MaakText        *text = maak_value_get_text (value);
  g_autofree char *nl = maak_prose_dup_without_links (maak_text_get (text, MAAK_LANGUAGE_NL), drops_link, self);
  g_autofree char *en = maak_prose_dup_without_links (maak_text_get (text, MAAK_LANGUAGE_EN), drops_link, self);
  g_autoptr (MaakText) projected = NULL;

  if (maak_text_is_outdated (text, MAAK_LANGUAGE_NL))
    projected = maak_text_new_outdated (nl, en, MAAK_LANGUAGE_NL);
  else if (maak_text_is_outdated (text, MAAK_LANGUAGE_EN))
    projected = maak_text_new_outdated (nl, en, MAAK_LANGUAGE_EN);
  else
    projected = maak_text_new (nl, en);
  return maak_value_new_text (projected);
}

static MaakValue *
project_ids (Projection *self,
             MaakValue  *value)
{
  const char *const *ids = maak_value_get_ids (value, NULL);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (g_hash_table_contains (self->ids, ids[i]))
        g_ptr_array_add (left, (gpointer) ids[i]);
    }
  g_ptr_array_add (left, NULL);
  return maak_value_new_ids ((const char *const *) left->pdata);
}

static MaakValue *
project_file (Projection *self,
              MaakValue  *value)
{
  MaakFileRef file = *maak_value_get_file (value);

  file.place = NULL;
  if (file.party != NULL && !g_hash_table_contains (self->ids, file.party))
    file.party = NULL;
  return maak_value_new_file (&file);
}

static gboolean
is_public_code (Projection      *self,
                const MaakField *field,
                const char      *code)
{
  MaakRecord *own_term;

  if (field->vocabulary == NULL || maak_vocabulary_lookup (field->vocabulary, code) != NULL)
    return TRUE;
  own_term = maak_plan_lookup_own_term (self->plan, maak_vocabulary_get_id (field->vocabulary), code);
  return own_term != NULL && g_hash_table_contains (self->ids, own_term->id);
}

static MaakValue *
project_codes (Projection      *self,
               const MaakField *field,
               MaakValue       *value)
{
  const char *const *codes = maak_value_get_codes (value, NULL);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (is_public_code (self, field, codes[i]))
        g_ptr_array_add (left, (gpointer) codes[i]);
    }
  g_ptr_array_add (left, NULL);
  return maak_value_new_codes ((const char *const *) left->pdata);
}

static MaakRecord *project_record (Projection *self,
                                   MaakRecord *record);

static MaakValue *
project_list (Projection *self,
              MaakValue  *value)
{
  MaakRecord *const *records = maak_value_get_records (value, NULL);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; records[i] != NULL; i++)
    {
      if (g_hash_table_contains (self->ids, records[i]->id))
        g_ptr_array_add (copies, project_record (self, records[i]));
    }
  return maak_value_new_list ((MaakRecord *const *) copies->pdata, copies->len);
}

/* NULL or an empty value: nothing of it is public. */
static MaakValue *
project_value (Projection      *self,
               const MaakField *field,
               MaakValue       *value)
{
  switch (maak_value_get_kind (value))
    {
    case MAAK_VALUE_TEXT:
      return project_text (self, value);
    case MAAK_VALUE_IDS:
      return project_ids (self, value);
    case MAAK_VALUE_FILE:
      return project_file (self, value);
    case MAAK_VALUE_LIST:
      return project_list (self, value);
    case MAAK_VALUE_CODE:
      return is_public_code (self, field, maak_value_get_code (value)) ? maak_value_ref (value) : NULL;
    case MAAK_VALUE_CODES:
      return project_codes (self, field, value);
    case MAAK_VALUE_CITATION:
      return is_conversation (value) ? NULL : maak_value_ref (value);
    case MAAK_VALUE_NUMBER:
    case MAAK_VALUE_INTEGER:
    case MAAK_VALUE_DATE:
    case MAAK_VALUE_SPAN:
    case MAAK_VALUE_SERIES:
    default:
      return maak_value_ref (value);
    }
}

static MaakRecord *
project_record (Projection *self,
                MaakRecord *record)
{
  MaakRecord *copy = maak_record_new (record->template, record->id);

  for (guint i = 0; i < maak_template_get_n_fields (record->template); i++)
    {
      const MaakField *field = maak_template_get_field (record->template, i);
      g_autoptr (MaakValue) value = NULL;

      if (record->values[i] == NULL || !is_public_field (self, record, field))
        continue;
      value = project_value (self, field, record->values[i]);
      if (value != NULL)
        maak_record_init_value (copy, field, value);
    }
  return copy;
}

/**
 * maak_plan_new_public:
 * Returns: (transfer full): a copy, read-only, with public fields and records only, under the same ids; an empty root
 *   when the plan as a whole is not public
 */
MaakPlan *
maak_plan_new_public (MaakPlan *self)
{
  g_autoptr (GHashTable) ids = NULL;
  Projection  projection;
  MaakRecord *root;
  MaakPlan   *plan;

  g_return_val_if_fail (MAAK_IS_PLAN (self), NULL);

  ids = g_hash_table_new (g_str_hash, g_str_equal);
  projection = (Projection) { self, ids };
  collect_public (&projection, self->root);
  if (g_hash_table_contains (ids, self->root->id))
    root = project_record (&projection, self->root);
  else
    root = maak_record_new (self->root->template, self->root->id);
  plan = maak_plan_new_unchecked (self->library, root, NULL);
  maak_plan_set_read_only (plan, TRUE);
  return plan;
}
