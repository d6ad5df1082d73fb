/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A number with a unit. Bounds are findings; a number with more decimals than the field has is refused only when it is
 * typed, so that a file from elsewhere can be read. */

#include "plan/maak-field-type-private.h"

#include "base/maak-number.h"

#include <math.h>

static MaakValue *
read_json (MaakLibrary         *library,
           const MaakField     *field,
           const MaakJsonPlace *place,
           GError             **error)
{
  double number;

  return maak_json_place_get_double (place, &number, error) ? maak_value_new_number (number) : NULL;
}

static void
write_json (const MaakField *field,
            MaakValue       *value,
            MaakJsonWriter  *writer)
{
  maak_json_writer_double (writer, maak_value_get_number (value));
}

static void
write_schema (const MaakField *field,
              MaakJsonWriter  *writer)
{
  maak_type_write_plain_schema ("number", NULL, writer);
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
  double           number;

  if (!maak_type_refuse_rest (field, rest, error) || *trimmed == '\0')
    return NULL;
  if (!maak_type_parse_number (field, trimmed, language, &number, error))
    return NULL;
  return maak_value_new_number (number);
}

static char *
dup_summary (MaakPlan        *plan,
             const MaakField *field,
             MaakValue       *value,
             MaakLanguage     language)
{
  g_autofree char *number = maak_type_format_number (field, maak_value_get_number (value), language);

  if (field->unit == NULL)
    return g_steal_pointer (&number);
  return g_strdup_printf ("%s\xc2\xa0%s", number, maak_text_get_best (field->unit, language));
}

const MaakFieldTypeClass maak_type_number = {
  .name = "number",
  .kind = MAAK_VALUE_NUMBER,
  .from_json = read_json,
  .to_json = write_json,
  .write_schema = write_schema,
  .parse = parse,
  .dup_summary = dup_summary,
};
