/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Several records of the plan, by id, in order, none twice. */

#include "plan/maak-field-type-private.h"

static MaakValue *
read_json (MaakLibrary         *library,
           const MaakField     *field,
           const MaakJsonPlace *place,
           GError             **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (!maak_type_read_strings (place, ids, error))
    return NULL;
  for (guint i = 0; i + 1 < ids->len; i++)
    {
      const char   *id = g_ptr_array_index (ids, i);
      MaakJsonPlace element;

      if (maak_record_id_is_valid (id))
        continue;
      maak_json_place_init_element (&element, place, i, NULL);
      maak_type_fail (&element, maak_message_new (MAAK_PHRASE_PLAN_BAD_ID, MAAK_ARG_STRING, "id", id, MAAK_ARG_END), error);
      return NULL;
    }
  return maak_value_new_ids ((const char *const *) ids->pdata);
}

static void
write_json (const MaakField *field,
            MaakValue       *value,
            MaakJsonWriter  *writer)
{
  maak_type_write_strings (maak_value_get_ids (value, NULL), writer);
}

static void
write_schema (const MaakField *field,
              MaakJsonWriter  *writer)
{
  maak_json_writer_begin_object (writer);
  maak_json_writer_name (writer, "type");
  maak_json_writer_string (writer, "array");
  maak_json_writer_name (writer, "items");
  maak_type_write_plain_schema ("string", MAAK_SCHEMA_ID, writer);
  maak_json_writer_name (writer, "uniqueItems");
  maak_json_writer_boolean (writer, TRUE);
  maak_json_writer_end_object (writer);
}

static gboolean
validate (MaakPlan        *plan,
          const MaakField *field,
          MaakValue       *value,
          GError         **error)
{
  return maak_type_validate_ids (plan, field, maak_value_get_ids (value, NULL), error);
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
  g_auto (GStrv) parts = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (!maak_type_refuse_rest (field, rest, error))
    return NULL;
  parts = maak_type_split (string, strchr (string, ';') != NULL ? ';' : ',');
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (!maak_record_id_is_valid (parts[i]))
        return maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_BAD_ID, MAAK_ARG_STRING, "id", parts[i], MAAK_ARG_END), error);
      if (!g_ptr_array_find_with_equal_func (ids, parts[i], g_str_equal, NULL))
        g_ptr_array_add (ids, parts[i]);
    }
  g_ptr_array_add (ids, NULL);
  return ids->len == 1 ? NULL : maak_value_new_ids ((const char *const *) ids->pdata);
}

const MaakFieldTypeClass maak_type_refs = {
  .name = "refs",
  .kind = MAAK_VALUE_IDS,
  .from_json = read_json,
  .to_json = write_json,
  .write_schema = write_schema,
  .validate = validate,
  .parse = parse,
  .dup_summary = maak_type_dup_titles,
  .copy = maak_type_copy_ids,
};
