/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Regions of the shipped set, by code, of the levels that the field asks for.
 *
 * In the file stand codes alone. A person may type any spelling that the set knows; a name that two levels share is the
 * region of the level that the field asks for. */

#include "plan/maak-field-type-private.h"

static gboolean
has_level (const MaakField  *field,
           const MaakRegion *region)
{
  return (field->levels & (1u << maak_region_get_level (region))) != 0;
}

static MaakValue *
read_json (MaakLibrary         *library,
           const MaakField     *field,
           const MaakJsonPlace *place,
           GError             **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  MaakRegionSet *regions = maak_library_get_regions (library);

  if (!maak_type_read_strings (place, codes, error))
    return NULL;
  for (guint i = 0; i + 1 < codes->len; i++)
    {
      const char       *code = g_ptr_array_index (codes, i);
      const MaakRegion *region = maak_region_set_lookup (regions, code);
      MaakJsonPlace     element;

      maak_json_place_init_element (&element, place, i, NULL);
      if (region == NULL)
        {
          maak_type_fail (&element, maak_message_new (MAAK_PHRASE_PLAN_UNKNOWN_REGION, MAAK_ARG_STRING, "region", code, MAAK_ARG_END), error);
          return NULL;
        }
      if (!has_level (field, region))
        {
          maak_type_fail (&element, maak_message_new (MAAK_PHRASE_PLAN_REGION_LEVEL, MAAK_ARG_STRING, "region", code, MAAK_ARG_TEXT, "field", field->label, MAAK_ARG_END), error);
          return NULL;
        }
    }
  return maak_value_new_codes ((const char *const *) codes->pdata);
}

static void
write_json (const MaakField *field,
            MaakValue       *value,
            MaakJsonWriter  *writer)
{
  maak_type_write_strings (maak_value_get_codes (value, NULL), writer);
}

static void
write_schema (const MaakField *field,
              MaakJsonWriter  *writer)
{
  maak_json_writer_begin_object (writer);
  maak_json_writer_name (writer, "type");
  maak_json_writer_string (writer, "array");
  maak_json_writer_name (writer, "items");
  maak_type_write_plain_schema ("string", "^[A-Z]{2}[0-9]{2,4}$", writer);
  maak_json_writer_name (writer, "uniqueItems");
  maak_json_writer_boolean (writer, TRUE);
  maak_json_writer_end_object (writer);
}

/* The region that a person means: Utrecht is a province, a COROP area and a municipality, and the field says which. */
static const MaakRegion *
resolve (MaakRegionSet   *regions,
         const MaakField *field,
         const char      *spelling,
         GError         **error)
{
  const MaakRegion *region;

  for (int level = 0; level < MAAK_N_LEVELS; level++)
    {
      if ((field->levels & (1u << level)) == 0)
        continue;
      region = maak_region_set_resolve (regions, spelling, level);
      if (region != NULL)
        return region;
    }
  region = maak_region_set_resolve (regions, spelling, MAAK_LEVEL_ANY);
  if (region != NULL)
    return maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_REGION_LEVEL, MAAK_ARG_STRING, "region", spelling, MAAK_ARG_TEXT, "field", field->label, MAAK_ARG_END), error);
  return maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_UNKNOWN_REGION, MAAK_ARG_STRING, "region", spelling, MAAK_ARG_END), error);
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
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  if (!maak_type_refuse_rest (field, rest, error))
    return NULL;
  parts = maak_type_split (string, strchr (string, ';') != NULL ? ';' : ',');
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const MaakRegion *region = resolve (maak_library_get_regions (library), field, parts[i], error);

      if (region == NULL)
        return NULL;
      if (!g_ptr_array_find (codes, maak_region_get_code (region), NULL))
        g_ptr_array_add (codes, (gpointer) maak_region_get_code (region));
    }
  g_ptr_array_add (codes, NULL);
  return codes->len == 1 ? NULL : maak_value_new_codes ((const char *const *) codes->pdata);
}

static char *
dup_summary (MaakPlan        *plan,
             const MaakField *field,
             MaakValue       *value,
             MaakLanguage     language)
{
  const char *const *codes = maak_value_get_codes (value, NULL);
  MaakRegionSet     *regions = plan != NULL ? maak_library_get_regions (maak_plan_get_library (plan)) : NULL;
  GString           *out = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const MaakRegion *region = regions != NULL ? maak_region_set_lookup (regions, codes[i]) : NULL;

      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", region != NULL ? maak_region_get_name (region, language) : codes[i]);
    }
  return g_string_free_and_steal (out);
}

const MaakFieldTypeClass maak_type_regions = {
  .name = "regions",
  .kind = MAAK_VALUE_CODES,
  .from_json = read_json,
  .to_json = write_json,
  .write_schema = write_schema,
  .parse = parse,
  .dup_summary = dup_summary,
};
