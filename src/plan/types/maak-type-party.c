/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* One record of the plan, by id: an organisation, unless the template says otherwise. A reference to nothing is let in
 * and becomes a finding. */

#include "plan/maak-field-type-private.h"

static MaakValue *
read_json (MaakLibrary         *library,
           const MaakField     *field,
           const MaakJsonPlace *place,
           GError             **error)
{
  const char *id;

  if (!maak_json_place_get_string (place, &id, error))
    return NULL;
  if (!maak_record_id_is_valid (id))
    {
      maak_type_fail (place, maak_message_new (MAAK_PHRASE_PLAN_BAD_ID, MAAK_ARG_STRING, "id", id, MAAK_ARG_END), error);
      return NULL;
    }
  return maak_value_new_ids ((const char *const[]) { id, NULL });
}

static void
write_json (const MaakField *field,
            MaakValue       *value,
            MaakJsonWriter  *writer)
{
  maak_json_writer_string (writer, maak_value_get_ids (value, NULL)[0]);
}

static void
write_schema (const MaakField *field,
              MaakJsonWriter  *writer)
{
  maak_type_write_plain_schema ("string", MAAK_SCHEMA_ID, writer);
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
  g_autofree char *trimmed = g_strstrip (g_strdup (string));

  if (!maak_type_refuse_rest (field, rest, error) || *trimmed == '\0')
    return NULL;
  if (!maak_record_id_is_valid (trimmed))
    return maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_BAD_ID, MAAK_ARG_STRING, "id", trimmed, MAAK_ARG_END), error);
  return maak_value_new_ids ((const char *const[]) { trimmed, NULL });
}

const MaakFieldTypeClass maak_type_party = {
  .name = "party",
  .kind = MAAK_VALUE_IDS,
  .from_json = read_json,
  .to_json = write_json,
  .write_schema = write_schema,
  .validate = validate,
  .parse = parse,
  .dup_summary = maak_type_dup_titles,
  .copy = maak_type_copy_ids,
};
