/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A record: id, template, one value per field, and the members that its template does not know, which are kept and
 * written back. A record whose template is known nowhere has the library's generic template, which has no fields: all
 * it holds are unknown members, so it can be moved or removed but not edited, and nothing of it is lost.
 *
 * Who owns what: a list value holds references to its records; a record points back to the record and field whose
 * list it is in, without owning them, and knows its place there. An empty value is never held: it is NULL. Once a
 * record is in a plan only the plan changes it. */

#include "plan/maak-record-private.h"

#include "plan/maak-field-type.h"
#include "plan/maak-library-private.h"
#include "plan/maak-value-private.h"

G_DEFINE_FINAL_TYPE (MaakRecord, maak_record, G_TYPE_OBJECT)

static void
clear_unknown (gpointer data)
{
  MaakUnknownMember *member = data;

  g_free (member->name);
  json_node_unref (member->node);
}

/* Records that somebody still holds must not point to a parent that is gone. */
static void
release_value (MaakRecord *self,
               MaakValue  *value)
{
  if (value == NULL)
    return;
  if (maak_value_get_kind (value) == MAAK_VALUE_LIST)
    {
      MaakRecord *const *records = maak_value_get_records (value, NULL);

      for (guint i = 0; records[i] != NULL; i++)
        {
          if (records[i]->parent == self)
            maak_record_set_parent (records[i], NULL, NULL, 0);
        }
    }
  maak_value_unref (value);
}

static void
maak_record_finalize (GObject *object)
{
  MaakRecord *self = MAAK_RECORD (object);

  for (guint i = 0; self->values != NULL && i < maak_template_get_n_fields (self->template); i++)
    release_value (self, self->values[i]);
  g_free (self->values);
  g_clear_pointer (&self->unknown, g_array_unref);
  g_free (self->unknown_template);
  g_free (self->id);

  G_OBJECT_CLASS (maak_record_parent_class)->finalize (object);
}

static void
maak_record_class_init (MaakRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = maak_record_finalize;
}

static void
maak_record_init (MaakRecord *self)
{
}

/**
 * maak_record_new:
 * @template: not abstract; must outlive the record, as its library does
 * @id_or_null: (nullable): its id; NULL for a new UUID
 *
 * Returns: (transfer full): an empty record in no plan
 */
MaakRecord *
maak_record_new (const MaakTemplate *template,
                 const char *id_or_null)
{
  MaakRecord *self;

  g_return_val_if_fail (template != NULL, NULL);

  self = g_object_new (MAAK_TYPE_RECORD, NULL);
  self->id = id_or_null != NULL ? g_strdup (id_or_null) : g_uuid_string_random ();
  self->template = template;
  self->values = g_new0 (MaakValue *, maak_template_get_n_fields (template) + 1);
  return self;
}

/** maak_record_new_unknown: Returns: (transfer full): a record of a template that is known nowhere */
MaakRecord *
maak_record_new_unknown (MaakLibrary *library,
                         const char  *template_id,
                         const char  *id)
{
  MaakRecord *self = maak_record_new (maak_library_get_unknown_template (library), id);

  self->unknown_template = g_strdup (template_id);
  return self;
}

/** maak_record_get_id: Returns: (transfer none): the id by which others refer to it */
const char *
maak_record_get_id (MaakRecord *self)
{
  g_return_val_if_fail (MAAK_IS_RECORD (self), NULL);

  return self->id;
}

/** maak_record_get_template: Returns: (transfer none): its template; the generic one where that is known nowhere */
const MaakTemplate *
maak_record_get_template (MaakRecord *self)
{
  g_return_val_if_fail (MAAK_IS_RECORD (self), NULL);

  return self->template;
}

/** maak_record_get_template_id: Returns: (transfer none): the template's id as the file has it, known or not */
const char *
maak_record_get_template_id (MaakRecord *self)
{
  g_return_val_if_fail (MAAK_IS_RECORD (self), NULL);

  return self->unknown_template != NULL ? self->unknown_template : maak_template_get_id (self->template);
}

/** maak_record_is_unknown: Returns: whether its template is known nowhere, so that it cannot be edited */
gboolean
maak_record_is_unknown (MaakRecord *self)
{
  g_return_val_if_fail (MAAK_IS_RECORD (self), FALSE);

  return self->unknown_template != NULL;
}

/* The field of this record's template: a caller may hold that of an ancestor, or of one that extends it. */
static const MaakField *
find_own_field (MaakRecord      *self,
                const MaakField *field)
{
  if (field->owner == self->template)
    return field;
  return maak_template_lookup_field (self->template, field->id);
}

/**
 * maak_record_get:
 * @field: a field of its template, or of one that this extends
 *
 * Returns: (transfer none) (nullable): what it holds; NULL when empty, or computed
 */
MaakValue *
maak_record_get (MaakRecord      *self,
                 const MaakField *field)
{
  g_return_val_if_fail (MAAK_IS_RECORD (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  field = find_own_field (self, field);
  return field != NULL ? self->values[field->index] : NULL;
}

/**
 * maak_record_get_role:
 * @role: what the field means
 *
 * Returns: (transfer none) (nullable): what the field of @role holds; NULL when empty, or when there is no such field
 */
MaakValue *
maak_record_get_role (MaakRecord *self,
                      MaakRole    role)
{
  const MaakField *field;

  g_return_val_if_fail (MAAK_IS_RECORD (self), NULL);

  field = maak_template_lookup_role (self->template, role);
  return field != NULL ? self->values[field->index] : NULL;
}

/** maak_record_get_text: as maak_record_get_role(), for the text of a text field; NULL when it is none. */
MaakText *
maak_record_get_text (MaakRecord *self,
                      MaakRole    role)
{
  MaakValue *value = maak_record_get_role (self, role);

  if (value == NULL || maak_value_get_kind (value) != MAAK_VALUE_TEXT)
    return NULL;
  return maak_value_get_text (value);
}

/**
 * maak_record_dup_title:
 * @language: in which it is wanted; the other where there is none in this
 *
 * Returns: (transfer full): what lists and references show, never empty: the template's label when untitled
 */
char *
maak_record_dup_title (MaakRecord  *self,
                       MaakLanguage language)
{
  const MaakField *field;
  MaakText        *text;

  g_return_val_if_fail (MAAK_IS_RECORD (self), NULL);

  text = maak_record_get_text (self, MAAK_ROLE_TITLE);
  if (text == NULL)
    return g_strdup (maak_text_get_best (maak_template_get_label (self->template), language));
  field = maak_template_lookup_role (self->template, MAAK_ROLE_TITLE);
  if (field != NULL && field->one_language)
    return g_strdup (maak_text_get_best (text, MAAK_LANGUAGE_NL));
  return g_strdup (maak_text_get_best (text, language));
}

/** maak_record_get_parent: Returns: (transfer none) (nullable): the record whose list it is in; NULL for a root */
MaakRecord *
maak_record_get_parent (MaakRecord *self)
{
  g_return_val_if_fail (MAAK_IS_RECORD (self), NULL);

  return self->parent;
}

/** maak_record_get_parent_field: Returns: (transfer none) (nullable): the list that it is in */
const MaakField *
maak_record_get_parent_field (MaakRecord *self)
{
  g_return_val_if_fail (MAAK_IS_RECORD (self), NULL);

  return self->parent_field;
}

/** maak_record_get_position: Returns: its place in its list, from 0 */
guint
maak_record_get_position (MaakRecord *self)
{
  g_return_val_if_fail (MAAK_IS_RECORD (self), 0);

  return self->position;
}

/** maak_record_get_own_sensitivity: Returns: the stricter of its template and its own field of role sensitivity */
MaakSensitivity
maak_record_get_own_sensitivity (MaakRecord *self)
{
  MaakSensitivity sensitivity = maak_template_get_sensitivity (self->template);
  MaakSensitivity own;
  MaakValue      *value = maak_record_get_role (self, MAAK_ROLE_SENSITIVITY);

  if (value != NULL && maak_sensitivity_parse (maak_value_get_code (value), &own) && own > sensitivity)
    sensitivity = own;
  return sensitivity;
}

/**
 * maak_record_get_sensitivity:
 * Returns: who may read it: the strictest of what its template says, what it says itself, the list that it is in,
 *   and all that of the records around it
 */
MaakSensitivity
maak_record_get_sensitivity (MaakRecord *self)
{
  MaakSensitivity strictest = MAAK_SENSITIVITY_PUBLIC;

  g_return_val_if_fail (MAAK_IS_RECORD (self), MAAK_SENSITIVITY_CONFIDENTIAL);

  for (MaakRecord *record = self; record != NULL; record = record->parent)
    {
      strictest = MAX (strictest, maak_record_get_own_sensitivity (record));
      if (record->parent_field != NULL)
        strictest = MAX (strictest, record->parent_field->sensitivity);
    }
  return strictest;
}

/**
 * maak_record_section_is_begun:
 * @section: of its template, or of one that this extends
 *
 * Returns: whether any field of @section holds something
 */
gboolean
maak_record_section_is_begun (MaakRecord        *self,
                              const MaakSection *section)
{
  g_return_val_if_fail (MAAK_IS_RECORD (self), FALSE);
  g_return_val_if_fail (section != NULL, FALSE);

  for (guint i = 0; i < section->n_fields; i++)
    {
      if (maak_record_get (self, section->fields[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/** maak_record_is_empty: Returns: whether it holds nothing at all */
gboolean
maak_record_is_empty (MaakRecord *self)
{
  g_return_val_if_fail (MAAK_IS_RECORD (self), TRUE);

  for (guint i = 0; i < maak_template_get_n_fields (self->template); i++)
    {
      if (self->values[i] != NULL)
        return FALSE;
    }
  return self->unknown == NULL || self->unknown->len == 0;
}

/** maak_record_set_parent: says in which list @self is now, and where; NULL for none. */
void
maak_record_set_parent (MaakRecord      *self,
                        MaakRecord      *parent,
                        const MaakField *field,
                        guint            position)
{
  self->parent = parent;
  self->parent_field = field;
  self->position = position;
}

/** maak_record_set_value: puts @value (NULL or not empty) into @field, a field of its own template. */
void
maak_record_set_value (MaakRecord      *self,
                       const MaakField *field,
                       MaakValue       *value)
{
  MaakValue *before = self->values[field->index];

  self->values[field->index] = value != NULL ? maak_value_ref (value) : NULL;
  if (before != NULL)
    maak_value_unref (before);
}

/**
 * maak_record_init_value:
 * @self: a record that is in no plan
 * @field: a field of its template
 * @value: (nullable): referenced; an empty value counts as NULL
 *
 * Fills a record before it is put into a plan. The records of a list get @self as their parent.
 */
void
maak_record_init_value (MaakRecord      *self,
                        const MaakField *field,
                        MaakValue       *value)
{
  MaakValue *before;

  g_return_if_fail (MAAK_IS_RECORD (self) && self->plan == NULL);
  g_return_if_fail (field != NULL);
  field = find_own_field (self, field);
  g_return_if_fail (field != NULL);
  g_return_if_fail (value == NULL || maak_value_get_kind (value) == maak_field_type_get_class (field->type)->kind || field->type == MAAK_FIELD_MONEY);

  if (value != NULL && maak_value_is_empty (value))
    value = NULL;
  before = self->values[field->index];
  self->values[field->index] = value != NULL ? maak_value_ref (value) : NULL;
  release_value (self, before);
  if (value != NULL && field->type == MAAK_FIELD_LIST)
    {
      MaakRecord *const *records = maak_value_get_records (value, NULL);

      for (guint i = 0; records[i] != NULL; i++)
        maak_record_set_parent (records[i], self, field, i);
    }
}

/** maak_record_add_unknown: keeps the member @name, which the template does not know; @node is referenced. */
void
maak_record_add_unknown (MaakRecord *self,
                         const char *name,
                         JsonNode   *node)
{
  MaakUnknownMember member = { g_strdup (name), json_node_ref (node) };

  if (self->unknown == NULL)
    {
      self->unknown = g_array_new (FALSE, FALSE, sizeof (MaakUnknownMember));
      g_array_set_clear_func (self->unknown, clear_unknown);
    }
  g_array_append_val (self->unknown, member);
}

/** maak_record_collect_new_ids: gives @self and every record in it a new UUID in @new_ids (old id, new id). */
void
maak_record_collect_new_ids (MaakRecord *self,
                             GHashTable *new_ids)
{
  g_hash_table_insert (new_ids, g_strdup (self->id), g_uuid_string_random ());
  for (guint i = 0; i < maak_template_get_n_fields (self->template); i++)
    {
      MaakRecord *const *records;

      if (self->values[i] == NULL || maak_value_get_kind (self->values[i]) != MAAK_VALUE_LIST)
        continue;
      records = maak_value_get_records (self->values[i], NULL);
      for (guint j = 0; records[j] != NULL; j++)
        maak_record_collect_new_ids (records[j], new_ids);
    }
}

/** maak_record_copy_with_ids: a deep copy whose ids, and references among its own records, go through @new_ids. */
MaakRecord *
maak_record_copy_with_ids (MaakRecord *self,
                           GHashTable *new_ids)
{
  const char *id = g_hash_table_lookup (new_ids, self->id);
  MaakRecord *copy = maak_record_new (self->template, id != NULL ? id : self->id);

  copy->unknown_template = g_strdup (self->unknown_template);
  for (guint i = 0; i < maak_template_get_n_fields (self->template); i++)
    {
      const MaakField          *field = maak_template_get_field (self->template, i);
      const MaakFieldTypeClass *klass = maak_field_type_get_class (field->type);
      g_autoptr (MaakValue) value = NULL;

      if (self->values[i] == NULL)
        continue;
      value = klass->copy != NULL ? klass->copy (self->values[i], new_ids) : maak_value_ref (self->values[i]);
      maak_record_init_value (copy, field, value);
    }
  for (guint i = 0; self->unknown != NULL && i < self->unknown->len; i++)
    {
      const MaakUnknownMember *member = &g_array_index (self->unknown, MaakUnknownMember, i);

      maak_record_add_unknown (copy, member->name, member->node);
    }
  return copy;
}

/**
 * maak_record_copy:
 * @new_ids: whether the copy and its records get new ids; references and links among them follow
 *
 * Returns: (transfer full): a deep copy in no plan
 */
MaakRecord *
maak_record_copy (MaakRecord *self,
                  gboolean    new_ids)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_return_val_if_fail (MAAK_IS_RECORD (self), NULL);

  if (new_ids)
    maak_record_collect_new_ids (self, ids);
  return maak_record_copy_with_ids (self, ids);
}

static gboolean
equal_unknown (MaakRecord *a,
               MaakRecord *b)
{
  guint n = a->unknown != NULL ? a->unknown->len : 0;

  if (n != (b->unknown != NULL ? b->unknown->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const MaakUnknownMember *left = &g_array_index (a->unknown, MaakUnknownMember, i);
      const MaakUnknownMember *right = &g_array_index (b->unknown, MaakUnknownMember, i);

      if (strcmp (left->name, right->name) != 0 || !json_node_equal (left->node, right->node))
        return FALSE;
    }
  return TRUE;
}

/**
 * maak_record_equal:
 * Returns: whether both have the same id and template and hold the same, deeply
 */
gboolean
maak_record_equal (MaakRecord *a,
                   MaakRecord *b)
{
  g_return_val_if_fail (MAAK_IS_RECORD (a) && MAAK_IS_RECORD (b), FALSE);

  if (a == b)
    return TRUE;
  if (strcmp (a->id, b->id) != 0 || strcmp (maak_record_get_template_id (a), maak_record_get_template_id (b)) != 0 ||
      maak_template_get_n_fields (a->template) != maak_template_get_n_fields (b->template))
    return FALSE;
  for (guint i = 0; i < maak_template_get_n_fields (a->template); i++)
    {
      if (!maak_value_equal (a->values[i], b->values[i]))
        return FALSE;
    }
  return equal_unknown (a, b);
}
