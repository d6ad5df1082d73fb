/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Whole euros in 64 bits; never a double on the way in or out. */

#include "plan/maak-field-type-private.h"

#include "base/maak-number.h"

static MaakValue *
read_json (MaakLibrary         *library,
           const MaakField     *field,
           const MaakJsonPlace *place,
           GError             **error)
{
  gint64 euros;

  return maak_json_place_get_integer (place, &euros, error) ? maak_value_new_integer (euros) : NULL;
}

static void
write_json (const MaakField *field,
            MaakValue       *value,
            MaakJsonWriter  *writer)
{
  maak_json_writer_integer (writer, maak_value_get_integer (value));
}

static void
write_schema (const MaakField *field,
              MaakJsonWriter  *writer)
{
  maak_type_write_plain_schema ("integer", NULL, writer);
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
  gint64           euros;

  if (!maak_type_refuse_rest (field, rest, error) || *trimmed == '\0')
    return NULL;
  if (!maak_money_parse (trimmed, language, &euros))
    return maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_BAD_MONEY, MAAK_ARG_STRING, "text", trimmed, MAAK_ARG_END), error);
  return maak_value_new_integer (euros);
}

static char *
dup_summary (MaakPlan        *plan,
             const MaakField *field,
             MaakValue       *value,
             MaakLanguage     language)
{
  return maak_money_format (maak_value_get_integer (value), language);
}

const MaakFieldTypeClass maak_type_money = {
  .name = "money",
  .kind = MAAK_VALUE_INTEGER,
  .from_json = read_json,
  .to_json = write_json,
  .write_schema = write_schema,
  .parse = parse,
  .dup_summary = dup_summary,
};
