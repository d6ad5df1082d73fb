/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Several terms, in the order in which they were chosen, none twice.
 *
 * Reading refuses a code that the vocabulary does not have, unless the field lets people use terms of their own; whether
 * such a term is there is known only with the plan, so validate() asks it. A person may type codes or labels. */

#include "plan/maak-field-type-private.h"
#include "plan/maak-vocabulary-private.h"

static MaakValue *
read_json (MaakLibrary         *library,
           const MaakField     *field,
           const MaakJsonPlace *place,
           GError             **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  if (!maak_type_read_strings (place, codes, error))
    return NULL;
  for (guint i = 0; i + 1 < codes->len; i++)
    {
      MaakJsonPlace element;

      maak_json_place_init_element (&element, place, i, NULL);
      if (!maak_type_check_code (field, &element, g_ptr_array_index (codes, i), error))
        return NULL;
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
  maak_type_write_codes_schema (field, writer);
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
  const char *const *codes = maak_value_get_codes (value, NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (!maak_type_validate_code (plan, field, codes[i], error))
        return FALSE;
    }
  return TRUE;
}

/* Labels may hold commas, so `;` separates; commas do where the whole is no term and there is no `;`. */
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
  gboolean ambiguous;

  if (!maak_type_refuse_rest (field, rest, error))
    return NULL;
  parts = maak_type_split (string, ';');
  if (g_strv_length (parts) == 1 && strchr (parts[0], ',') != NULL && maak_vocabulary_lookup_label (field->vocabulary, parts[0], &ambiguous) == NULL)
    {
      g_strfreev (parts);
      parts = maak_type_split (string, ',');
    }
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *code = maak_type_parse_term (field, parts[i], error);

      if (code == NULL)
        return NULL;
      if (!g_ptr_array_find (codes, code, NULL))
        g_ptr_array_add (codes, (gpointer) code);
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
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; codes[i] != NULL; i++)
    g_strv_builder_take (labels, maak_type_dup_term_label (plan, field, codes[i], language));
  all = g_strv_builder_end (labels);
  return g_strjoinv ("; ", all);
}

const MaakFieldTypeClass maak_type_choices = {
  .name = "choices",
  .kind = MAAK_VALUE_CODES,
  .from_json = read_json,
  .to_json = write_json,
  .write_schema = write_schema,
  .validate = validate,
  .parse = parse,
  .dup_summary = dup_summary,
};
