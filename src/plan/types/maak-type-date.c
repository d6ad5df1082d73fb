/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A day. */

#include "plan/maak-field-type-private.h"

static MaakValue *
read_json (MaakLibrary         *library,
           const MaakField     *field,
           const MaakJsonPlace *place,
           GError             **error)
{
  MaakDate date;

  return maak_type_read_date (place, &date, error) ? maak_value_new_date (date) : NULL;
}

static void
write_json (const MaakField *field,
            MaakValue       *value,
            MaakJsonWriter  *writer)
{
  g_autofree char *iso = maak_date_to_iso (maak_value_get_date (value));

  maak_json_writer_string (writer, iso);
}

static void
write_schema (const MaakField *field,
              MaakJsonWriter  *writer)
{
  maak_type_write_plain_schema ("string", MAAK_SCHEMA_DATE, writer);
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
  MaakDate         date;

  if (!maak_type_refuse_rest (field, rest, error) || *trimmed == '\0')
    return NULL;
  if (!maak_type_parse_date (trimmed, language, &date))
    return maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_BAD_DATE, MAAK_ARG_STRING, "text", trimmed, MAAK_ARG_END), error);
  return maak_value_new_date (date);
}

static char *
dup_summary (MaakPlan        *plan,
             const MaakField *field,
             MaakValue       *value,
             MaakLanguage     language)
{
  return maak_date_format (maak_value_get_date (value), language);
}

const MaakFieldTypeClass maak_type_date = {
  .name = "date",
  .kind = MAAK_VALUE_DATE,
  .from_json = read_json,
  .to_json = write_json,
  .write_schema = write_schema,
  .parse = parse,
  .dup_summary = dup_summary,
};
