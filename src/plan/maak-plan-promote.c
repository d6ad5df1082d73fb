/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Promotion: a record becomes one of another template that its list takes, under the same id and at the same place, so
 * that what refers to it still does.
 *
 * A value has a *place* when the target has a field of the same id (or an old id of it) and type, or else of the same
 * role and type, that is not computed, and when the value is allowed there: the vocabulary knows its terms, the levels
 * its regions, `of` its records, the unit is the same, there are not too many. Records of a list are looked at one by
 * one. Text in two languages has a place in a field of one language only where that loses nothing; prose has one in a
 * short text only where it is a plain line.
 *
 * What has no place is *kept aside*: the record keeps it as a member that its template does not know, under the field's
 * id (with the old template's id and a dot before it where that name is taken). It is written to the file with the rest and
 * never published, and when the record is promoted again to a template that has a place for it, it comes back.
 * References to records that were kept aside go, as they do when a record is removed; undo brings all back.
 *
 * The values of the new record are made once, in maak_promotion_new(); nothing of the old record is touched, as undo
 * puts it back. */

#include "plan/maak-plan-promote.h"

#include "plan/maak-field-type.h"
#include "plan/maak-plan-private.h"
#include "plan/maak-prose-writer.h"
#include "plan/maak-record-private.h"
#include "plan/maak-value-private.h"

struct _MaakPromotion
{
  MaakPlan           *plan;
  MaakRecord         *record; /* as it is */
  const MaakTemplate *target;
  MaakRecord         *promoted;        /* as it would be, in no plan */
  GArray             *kept, *unplaced; /* of MaakPromotedField */
};

static void
clear_promoted (gpointer data)
{
  MaakPromotedField *promoted = data;

  g_clear_pointer (&promoted->value, maak_value_unref);
}

static GArray *
create_fields (void)
{
  GArray *fields = g_array_new (FALSE, TRUE, sizeof (MaakPromotedField));

  g_array_set_clear_func (fields, clear_promoted);
  return fields;
}

static void
add_field (GArray          *fields,
           const MaakField *field,
           const MaakField *target,
           MaakValue       *value)
{
  MaakPromotedField promoted = { field, target, maak_value_ref (value) };

  g_array_append_val (fields, promoted);
}

/* --- Where a field goes --- */

static gboolean
can_take (MaakPromotion   *self,
          const MaakField *target,
          const MaakField *field)
{
  return target != NULL && target->type == field->type && target->value == NULL && self->promoted->values[target->index] == NULL;
}

static const MaakField *
find_place (MaakPromotion   *self,
            const MaakField *field)
{
  const MaakField *target = maak_template_lookup_field (self->target, field->id);

  if (can_take (self, target, field))
    return target;
  for (guint i = 0; field->was != NULL && field->was[i] != NULL; i++)
    {
      target = maak_template_lookup_field (self->target, field->was[i]);
      if (can_take (self, target, field))
        return target;
    }
  target = field->role != MAAK_ROLE_NONE ? maak_template_lookup_role (self->target, field->role) : NULL;
  return can_take (self, target, field) ? target : NULL;
}

/* --- Whether a value is allowed there --- */

static JsonNode *
write_value (const MaakField *field,
             MaakValue       *value)
{
  MaakJsonWriter *writer = maak_json_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  JsonNode *node;

  if (field->type == MAAK_FIELD_LIST)
    {
      MaakRecord *const *records = maak_value_get_records (value, NULL);

      /* Each says its template: where it comes back, the list may promise another. */
      maak_json_writer_begin_array (writer);
      for (guint i = 0; records[i] != NULL; i++)
        maak_record_write (records[i], NULL, writer);
      maak_json_writer_end_array (writer);
    }
  else
    maak_field_value_to_json (field, value, writer);
  bytes = maak_json_writer_end (writer);
  maak_json_writer_free (writer);
  node = maak_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &maak_json_limits_plan, NULL);
  g_return_val_if_fail (node != NULL, json_node_new (JSON_NODE_NULL));
  return node;
}

static MaakValue *
read_value (MaakPlan        *plan,
            const MaakField *target,
            JsonNode        *node)
{
  MaakJsonPlace place;
  g_autoptr (MaakValue) value = NULL;

  maak_json_place_init_root (&place, node);
  value = maak_field_value_from_json (plan->library, target, &place, NULL);
  if (value == NULL || maak_value_is_empty (value) || !maak_field_value_validate (plan, target, value, NULL))
    return NULL;
  return g_steal_pointer (&value);
}

static gboolean
has_same_unit (const MaakField *field,
               const MaakField *target)
{
  if (field->is_money != target->is_money)
    return FALSE;
  if (field->unit == NULL || target->unit == NULL)
    return field->unit == target->unit;
  return maak_text_equal (field->unit, target->unit);
}

/* A string of a text as another field would have it; NULL: it would lose something. */
static char *
fit_string (const MaakField *field,
            const MaakField *target,
            const char      *string)
{
  g_autoptr (MaakProse) prose = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *escaped = NULL;

  if (field->prose == target->prose)
    return g_strdup (string);
  if (target->prose)
    return maak_prose_dup_escaped (string);
  prose = maak_prose_new (string);
  plain = maak_prose_dup_plain (prose);
  escaped = maak_prose_dup_escaped (plain);
  if (strchr (plain, '\n') != NULL || strcmp (escaped, string) != 0)
    return NULL;
  return g_steal_pointer (&plain);
}

static MaakValue *
fit_text (const MaakField *field,
          const MaakField *target,
          MaakValue       *value)
{
  MaakText        *text = maak_value_get_text (value);
  g_autofree char *nl = fit_string (field, target, maak_text_get (text, MAAK_LANGUAGE_NL));
  g_autofree char *en = fit_string (field, target, maak_text_get (text, MAAK_LANGUAGE_EN));
  g_autoptr (MaakText) fitted = NULL;

  if (nl == NULL || en == NULL)
    return NULL;
  if (target->one_language)
    {
      if (*nl != '\0' && *en != '\0' && strcmp (nl, en) != 0)
        return NULL;
      fitted = maak_text_new (*nl != '\0' ? nl : en, NULL);
    }
  else if (maak_text_is_outdated (text, MAAK_LANGUAGE_NL))
    fitted = maak_text_new_outdated (nl, en, MAAK_LANGUAGE_NL);
  else if (maak_text_is_outdated (text, MAAK_LANGUAGE_EN))
    fitted = maak_text_new_outdated (nl, en, MAAK_LANGUAGE_EN);
  else
    fitted = maak_text_new (nl, en);
  return maak_value_new_text (fitted);
}

static gboolean
has_room (const MaakField *target,
          MaakValue       *value)
{
  guint n = 0;

  if (maak_value_get_kind (value) == MAAK_VALUE_CODES)
    maak_value_get_codes (value, &n);
  else if (maak_value_get_kind (value) == MAAK_VALUE_IDS)
    maak_value_get_ids (value, &n);
  return target->max_count == 0 || n <= target->max_count;
}

/* NULL: it is not allowed there. Lists are dealt with record by record. */
static MaakValue *
fit_value (MaakPromotion   *self,
           const MaakField *field,
           const MaakField *target,
           MaakValue       *value)
{
  g_autoptr (JsonNode) node = NULL;

  if (field->type == MAAK_FIELD_TEXT)
    return fit_text (field, target, value);
  if (!has_same_unit (field, target) || !has_room (target, value))
    return NULL;
  node = write_value (field, value);
  return read_value (self->plan, target, node);
}

static MaakValue *
create_list (GPtrArray *records)
{
  return records->len > 0 ? maak_value_new_list ((MaakRecord *const *) records->pdata, records->len) : NULL;
}

/* Copies of the records that the target takes; the others stay in *rest. */
static MaakValue *
fit_list (const MaakField *target,
          MaakValue       *value,
          MaakValue      **taken,
          MaakValue      **rest)
{
  MaakRecord *const *records = maak_value_get_records (value, NULL);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) originals = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; records[i] != NULL; i++)
    {
      gboolean fits = maak_record_is_unknown (records[i]) || maak_template_is_a (records[i]->template, target->of);

      if (!fits || (target->max_count > 0 && copies->len == target->max_count))
        {
          g_ptr_array_add (others, records[i]);
          continue;
        }
      g_ptr_array_add (copies, maak_record_copy (records[i], FALSE));
      g_ptr_array_add (originals, records[i]);
    }
  *taken = create_list (originals);
  *rest = create_list (others);
  return create_list (copies);
}

/* --- What is kept aside --- */

static gboolean
is_name_taken (MaakRecord *record,
               const char *name)
{
  const MaakField *field = maak_template_lookup_field (record->template, name);

  /* A member of the name of a computed field is one that the template does not know. */
  if ((field != NULL && field->value == NULL) || strcmp (name, "id") == 0 || strcmp (name, "template") == 0)
    return TRUE;
  for (guint i = 0; record->unknown != NULL && i < record->unknown->len; i++)
    {
      if (strcmp (g_array_index (record->unknown, MaakUnknownMember, i).name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
keep_aside (MaakPromotion *self,
            const char    *wanted_name,
            JsonNode      *node)
{
  g_autofree char *name = g_strdup (wanted_name);

  while (is_name_taken (self->promoted, name))
    {
      char *longer = g_strconcat (maak_template_get_id (self->record->template), ".", name, NULL);

      g_free (name);
      name = longer;
    }
  maak_record_add_unknown (self->promoted, name, node);
}

/* Whether the records of a list that comes back have ids that nobody else has by now. */
static gboolean
has_free_ids (MaakPromotion *self,
              MaakValue     *value)
{
  MaakRecord *const *records = maak_value_get_records (value, NULL);

  for (guint i = 0; records[i] != NULL; i++)
    {
      if (maak_plan_lookup (self->plan, records[i]->id) != NULL)
        return FALSE;
      for (guint j = 0; j < maak_template_get_n_fields (records[i]->template); j++)
        {
          MaakValue *inner = records[i]->values[j];

          if (inner != NULL && maak_value_get_kind (inner) == MAAK_VALUE_LIST && !has_free_ids (self, inner))
            return FALSE;
        }
    }
  return TRUE;
}

/* What an earlier promotion kept aside comes back where there is a place now; else it stays aside. */
static void
take_back (MaakPromotion           *self,
           const MaakUnknownMember *member)
{
  const char      *dot = strrchr (member->name, '.');
  const MaakField *target = maak_template_lookup_field (self->target, dot != NULL ? dot + 1 : member->name);
  g_autoptr (MaakValue) value = NULL;

  if (target != NULL && target->value == NULL && self->promoted->values[target->index] == NULL)
    value = read_value (self->plan, target, member->node);
  if (value == NULL || (target->type == MAAK_FIELD_LIST && !has_free_ids (self, value)))
    {
      keep_aside (self, member->name, member->node);
      return;
    }
  maak_record_init_value (self->promoted, target, value);
  add_field (self->kept, NULL, target, value);
}

static void
place_value (MaakPromotion   *self,
             const MaakField *field,
             MaakValue       *value)
{
  const MaakField *target = find_place (self, field);
  g_autoptr (MaakValue) fitted = NULL;
  g_autoptr (MaakValue) taken = NULL;
  g_autoptr (MaakValue) rest = NULL;

  if (target != NULL && field->type == MAAK_FIELD_LIST)
    fitted = fit_list (target, value, &taken, &rest);
  else
    {
      fitted = target != NULL ? fit_value (self, field, target, value) : NULL;
      taken = fitted != NULL ? maak_value_ref (value) : NULL;
      rest = fitted == NULL ? maak_value_ref (value) : NULL;
    }
  if (fitted != NULL)
    {
      maak_record_init_value (self->promoted, target, fitted);
      add_field (self->kept, field, target, taken);
    }
  if (rest != NULL)
    add_field (self->unplaced, field, NULL, rest);
}

/* Fields whose id the target knows go first, so that none loses its place to another of the same role. */
static void
place_values (MaakPromotion *self)
{
  MaakRecord *record = self->record;
  guint       n = maak_template_get_n_fields (record->template);

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < n; i++)
        {
          const MaakField *field = maak_template_get_field (record->template, i);
          gboolean         is_known = maak_template_lookup_field (self->target, field->id) != NULL;

          if (record->values[i] != NULL && is_known == (pass == 0))
            place_value (self, field, record->values[i]);
        }
    }
  for (guint i = 0; record->unknown != NULL && i < record->unknown->len; i++)
    take_back (self, &g_array_index (record->unknown, MaakUnknownMember, i));
  for (guint i = 0; i < self->unplaced->len; i++)
    {
      const MaakPromotedField *unplaced = &g_array_index (self->unplaced, MaakPromotedField, i);
      g_autoptr (JsonNode) node = write_value (unplaced->field, unplaced->value);

      keep_aside (self, unplaced->field->id, node);
    }
}

/**
 * maak_plan_can_promote:
 * Returns: whether @record is in a list that takes records of @target, of which it is none yet, and can be edited
 */
gboolean
maak_plan_can_promote (MaakPlan           *self,
                       MaakRecord         *record,
                       const MaakTemplate *target)
{
  g_return_val_if_fail (MAAK_IS_PLAN (self), FALSE);
  g_return_val_if_fail (MAAK_IS_RECORD (record) && record->plan == self, FALSE);
  g_return_val_if_fail (target != NULL, FALSE);

  return record->parent != NULL && !maak_record_is_unknown (record) && record->template != target &&
         !maak_template_is_abstract (target) && !maak_template_is_unknown (target) && maak_template_is_a (target, record->parent_field->of);
}

/**
 * maak_promotion_new:
 * @record: a record of @plan that maak_plan_can_promote() to @target
 * @target: the template that it is to have
 *
 * Returns: (transfer full): what would become of each field that holds something; nothing is changed
 */
MaakPromotion *
maak_promotion_new (MaakPlan           *plan,
                    MaakRecord         *record,
                    const MaakTemplate *target)
{
  MaakPromotion *self;

  g_return_val_if_fail (maak_plan_can_promote (plan, record, target), NULL);

  self = g_new0 (MaakPromotion, 1);
  self->plan = g_object_ref (plan);
  self->record = g_object_ref (record);
  self->target = target;
  self->promoted = maak_record_new (target, record->id);
  self->kept = create_fields ();
  self->unplaced = create_fields ();
  place_values (self);
  return self;
}

/** maak_promotion_free: frees @self. */
void
maak_promotion_free (MaakPromotion *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->kept);
  g_array_unref (self->unplaced);
  g_object_unref (self->promoted);
  g_object_unref (self->record);
  g_object_unref (self->plan);
  g_free (self);
}

/** maak_promotion_get_target: Returns: (transfer none): the template that the record would have */
const MaakTemplate *
maak_promotion_get_target (MaakPromotion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->target;
}

/** maak_promotion_get_n_kept: Returns: how many values have a place */
guint
maak_promotion_get_n_kept (MaakPromotion *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->kept->len;
}

/** maak_promotion_get_kept: Returns: (transfer none): a value that has a place, and which */
const MaakPromotedField *
maak_promotion_get_kept (MaakPromotion *self,
                         guint          index)
{
  g_return_val_if_fail (self != NULL && index < self->kept->len, NULL);

  return &g_array_index (self->kept, MaakPromotedField, index);
}

/** maak_promotion_get_n_unplaced: Returns: how many values have no place, and would be kept aside */
guint
maak_promotion_get_n_unplaced (MaakPromotion *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->unplaced->len;
}

/** maak_promotion_get_unplaced: Returns: (transfer none): a value that has no place; its field is never NULL */
const MaakPromotedField *
maak_promotion_get_unplaced (MaakPromotion *self,
                             guint          index)
{
  g_return_val_if_fail (self != NULL && index < self->unplaced->len, NULL);

  return &g_array_index (self->unplaced, MaakPromotedField, index);
}

/** maak_promotion_dup_summary: Returns: (transfer full): the value of @promoted in one line */
char *
maak_promotion_dup_summary (MaakPromotion           *self,
                            const MaakPromotedField *promoted,
                            MaakLanguage             language)
{
  g_return_val_if_fail (self != NULL && promoted != NULL, NULL);

  return maak_field_value_dup_summary (self->plan, promoted->field != NULL ? promoted->field : promoted->target, promoted->value, language);
}

/**
 * maak_plan_promote:
 * @record: a record of the plan that maak_plan_can_promote() to @target
 *
 * Puts a record of @target in the place of @record, with its id and all that has a place; what has none is kept aside.
 * One step of undo. See the head of this file.
 *
 * Returns: (transfer none): the new record; NULL and a MAAK_PLAN_ERROR_READ_ONLY
 */
MaakRecord *
maak_plan_promote (MaakPlan           *self,
                   MaakRecord         *record,
                   const MaakTemplate *target,
                   GError            **error)
{
  g_autoptr (MaakPromotion) promotion = NULL;
  g_autoptr (MaakValue) after = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  MaakRecord *const *before;

  g_return_val_if_fail (maak_plan_can_promote (self, record, target), NULL);

  if (self->read_only)
    {
      maak_error_set (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_READ_ONLY, NULL, maak_message_new (MAAK_PHRASE_PLAN_READ_ONLY, MAAK_ARG_END));
      return NULL;
    }
  promotion = maak_promotion_new (self, record, target);
  before = maak_value_get_records (record->parent->values[record->parent_field->index], NULL);
  for (guint i = 0; before[i] != NULL; i++)
    g_ptr_array_add (records, before[i] == record ? promotion->promoted : before[i]);
  after = create_list (records);

  maak_plan_begin (self, maak_message_new (MAAK_PHRASE_PLAN_STEP_PROMOTE, MAAK_ARG_TEXT, "kind", maak_template_get_label (record->template), MAAK_ARG_TEXT, "target", maak_template_get_label (target), MAAK_ARG_END));
  maak_plan_set (self, record->parent, record->parent_field, after);
  maak_plan_end (self);
  return promotion->promoted;
}

/**
 * maak_plan_list_templates_for_list:
 * @list: a field of type list
 *
 * Returns: (transfer container) (element-type MaakTemplate): the templates that a record of @list may have, those that
 *   ship and the user's own, in the order of the library
 */
GPtrArray *
maak_plan_list_templates_for_list (MaakPlan        *self,
                                   const MaakField *list)
{
  GPtrArray *templates;

  g_return_val_if_fail (MAAK_IS_PLAN (self), NULL);
  g_return_val_if_fail (list != NULL && list->type == MAAK_FIELD_LIST, NULL);

  templates = g_ptr_array_new ();
  for (guint i = 0; i < maak_library_get_n_templates (self->library); i++)
    {
      const MaakTemplate *template = maak_library_get_template (self->library, i);

      if (!maak_template_is_abstract (template) && !maak_template_is_unknown (template) && maak_template_is_a (template, list->of))
        g_ptr_array_add (templates, (gpointer) template);
    }
  return templates;
}
