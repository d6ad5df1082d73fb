/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* One term of a vocabulary, or of the plan's own terms where the field takes them. */

#include "plan/maak-field-type-private.h"

static MaakValue *
read_json (MaakLibrary         *library,
           const MaakField     *field,
           const MaakJsonPlace *place,
           GError             **error)
{
  const char *code;

  if (!maak_json_place_get_string (place, &code, error) || !maak_type_check_code (field, place, code, error))
    return NULL;
  return maak_value_new_code (code);
}

static void
write_json (const MaakField *field,
            MaakValue       *value,
            MaakJsonWriter  *writer)
{
  maak_json_writer_string (writer, maak_value_get_code (value));
}

static gboolean
validate (MaakPlan        *plan,
          const MaakField *field,
          MaakValue       *value,
          GError         **error)
{
  return maak_type_validate_code (plan, field, maak_value_get_code (value), error);
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
  const char      *code;

  if (!maak_type_refuse_rest (field, rest, error) || *trimmed == '\0')
    return NULL;
  code = maak_type_parse_term (field, trimmed, error);
  return code != NULL ? maak_value_new_code (code) : NULL;
}

static char *
dup_summary (MaakPlan        *plan,
             const MaakField *field,
             MaakValue       *value,
             MaakLanguage     language)
{
  return maak_type_dup_term_label (plan, field, maak_value_get_code (value), language);
}

const MaakFieldTypeClass maak_type_choice = {
  .name = "choice",
  .kind = MAAK_VALUE_CODE,
  .from_json = read_json,
  .to_json = write_json,
  .write_schema = maak_type_write_codes_schema,
  .validate = validate,
  .parse = parse,
  .dup_summary = dup_summary,
};
