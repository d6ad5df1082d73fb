/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Records that live in this record. A list is not typed as a whole: its records are added, and their fields filled.
 *
 * A list takes records of the template that its field names and of those that extend it; the file then says which.
 * The value shares the records, which the plan alone changes. */

#include "plan/maak-field-type-private.h"
#include "plan/maak-record-private.h"

static MaakValue *
read_json (MaakLibrary         *library,
           const MaakField     *field,
           const MaakJsonPlace *place,
           GError             **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array;

  if (!maak_json_place_get_array (place, &array, error))
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      MaakJsonPlace element;
      MaakRecord   *record;

      maak_json_place_init_element (&element, place, i, json_array_get_element (array, i));
      record = maak_record_new_from_json (library, field->of, &element, error);
      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return maak_value_new_list ((MaakRecord *const *) records->pdata, records->len);
}

static void
write_json (const MaakField *field,
            MaakValue       *value,
            MaakJsonWriter  *writer)
{
  MaakRecord *const *records = maak_value_get_records (value, NULL);

  maak_json_writer_begin_array (writer);
  for (guint i = 0; records[i] != NULL; i++)
    maak_record_write (records[i], field->of, writer);
  maak_json_writer_end_array (writer);
}

static void
write_schema (const MaakField *field,
              MaakJsonWriter  *writer)
{
  g_autofree char *reference = g_strconcat ("#/$defs/of-", maak_template_get_id (field->of), NULL);

  maak_json_writer_begin_object (writer);
  maak_json_writer_name (writer, "type");
  maak_json_writer_string (writer, "array");
  maak_json_writer_name (writer, "items");
  maak_json_writer_begin_object (writer);
  maak_json_writer_name (writer, "$ref");
  maak_json_writer_string (writer, reference);
  maak_json_writer_end_object (writer);
  maak_json_writer_end_object (writer);
}

static MaakValue *
parse (MaakLibrary     *library,
       const MaakField *field,
       MaakValue       *before,
       const char      *rest,
       const char      *string,
       MaakLanguage     language,
       GError         **error)
{
  return maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_LIST_TYPED, MAAK_ARG_TEXT, "field", field->label, MAAK_ARG_END), error);
}

static char *
dup_summary (MaakPlan        *plan,
             const MaakField *field,
             MaakValue       *value,
             MaakLanguage     language)
{
  MaakRecord *const *records = maak_value_get_records (value, NULL);
  GString           *out = g_string_new (NULL);

  for (guint i = 0; records[i] != NULL; i++)
    {
      g_autofree char *title = maak_record_dup_title (records[i], language);

      g_string_append_printf (out, "%s%s", i > 0 ? "; " : "", title);
    }
  return g_string_free_and_steal (out);
}

static MaakValue *
copy (MaakValue  *value,
      GHashTable *new_ids)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
  MaakRecord *const *records = maak_value_get_records (value, NULL);

  for (guint i = 0; records[i] != NULL; i++)
    g_ptr_array_add (copies, maak_record_copy_with_ids (records[i], new_ids));
  return maak_value_new_list ((MaakRecord *const *) copies->pdata, copies->len);
}

const MaakFieldTypeClass maak_type_list = {
  .name = "list",
  .kind = MAAK_VALUE_LIST,
  .from_json = read_json,
  .to_json = write_json,
  .write_schema = write_schema,
  .parse = parse,
  .dup_summary = dup_summary,
  .copy = copy,
};
