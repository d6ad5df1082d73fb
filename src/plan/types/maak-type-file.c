/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What is known of a file: name, kind, party, date, hash, and where it was found last; never its bytes.
 *
 * The place is a hint and no path to trust: it came from somebody else's computer perhaps. The file itself is found
 * again by its hash. */

#include "plan/maak-field-type-private.h"

static const char *const members[] = { "name", "kind", "party", "date", "hash", "place", NULL };

static gboolean
read_string (const MaakJsonPlace *place,
             const char          *member,
             const char         **string,
             GError             **error)
{
  MaakJsonPlace child;

  return !maak_json_place_lookup (place, member, &child) || maak_json_place_get_string (&child, string, error);
}

static MaakValue *
read_json (MaakLibrary         *library,
           const MaakField     *field,
           const MaakJsonPlace *place,
           GError             **error)
{
  MaakFileRef   file = { 0 };
  MaakJsonPlace child;

  if (!maak_type_refuse_unknown (place, members, error) ||
      !maak_json_place_require (place, "name", &child, error) ||
      !maak_json_place_get_string (&child, &file.name, error) ||
      !read_string (place, "kind", &file.kind, error) ||
      !read_string (place, "party", &file.party, error) ||
      !read_string (place, "hash", &file.hash, error) ||
      !read_string (place, "place", &file.place, error) ||
      (maak_json_place_lookup (place, "date", &child) && !maak_type_read_date (&child, &file.date, error)))
    return NULL;
  return maak_value_new_file (&file);
}

static void
write_string (MaakJsonWriter *writer,
              const char     *member,
              const char     *string)
{
  if (string == NULL)
    return;
  maak_json_writer_name (writer, member);
  maak_json_writer_string (writer, string);
}

static void
write_json (const MaakField *field,
            MaakValue       *value,
            MaakJsonWriter  *writer)
{
  const MaakFileRef *file = maak_value_get_file (value);
  g_autofree char   *date = file->date.year != 0 ? maak_date_to_iso (file->date) : NULL;

  maak_json_writer_begin_object (writer);
  write_string (writer, "name", file->name);
  write_string (writer, "kind", file->kind);
  write_string (writer, "party", file->party);
  write_string (writer, "date", date);
  write_string (writer, "hash", file->hash);
  write_string (writer, "place", file->place);
  maak_json_writer_end_object (writer);
}

static void
write_schema (const MaakField *field,
              MaakJsonWriter  *writer)
{
  maak_json_writer_begin_object (writer);
  maak_json_writer_name (writer, "$ref");
  maak_json_writer_string (writer, "#/$defs/file");
  maak_json_writer_end_object (writer);
}

static gboolean
validate (MaakPlan        *plan,
          const MaakField *field,
          MaakValue       *value,
          GError         **error)
{
  const MaakFileRef *file = maak_value_get_file (value);

  return file->party == NULL || maak_type_validate_ids (plan, field, (const char *const[]) { file->party, NULL }, error);
}

/* The name alone, or all of it as JSON. */
static MaakValue *
parse (MaakLibrary     *library,
       const MaakField *field,
       MaakValue       *before,
       const char      *rest,
       const char      *string,
       MaakLanguage     language,
       GError         **error)
{
  MaakFileRef file = { 0 };

  if (!maak_type_refuse_rest (field, rest, error) || *string == '\0')
    return NULL;
  if (*string == '{')
    return maak_type_parse_json (library, field, string, error);
  if (before != NULL)
    file = *maak_value_get_file (before);
  file.name = string;
  return maak_value_new_file (&file);
}

static char *
dup_summary (MaakPlan        *plan,
             const MaakField *field,
             MaakValue       *value,
             MaakLanguage     language)
{
  return g_strdup (maak_value_get_file (value)->name);
}

static MaakValue *
copy (MaakValue  *value,
      GHashTable *new_ids)
{
  MaakFileRef file = *maak_value_get_file (value);
  const char *party = file.party != NULL ? g_hash_table_lookup (new_ids, file.party) : NULL;

  if (party == NULL)
    return maak_value_ref (value);
  file.party = party;
  return maak_value_new_file (&file);
}

const MaakFieldTypeClass maak_type_file = {
  .name = "file",
  .kind = MAAK_VALUE_FILE,
  .from_json = read_json,
  .to_json = write_json,
  .write_schema = write_schema,
  .validate = validate,
  .parse = parse,
  .dup_summary = dup_summary,
  .copy = copy,
};
