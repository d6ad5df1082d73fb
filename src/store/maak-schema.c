/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Writes the JSON Schema of a plan file. $defs holds
 * - `TEMPLATE` for each template that records can be of: its fields by their types (write_schema of each type);
 * - `of-TEMPLATE` for each template that a list names: a record of it, or of one that extends it and says so in `template`, or
 *   of a template that is not known here (a plan may embed its own);
 * - `known-template`, `text`, `period`, `citation`, `file`, `revision`.
 * Members that are not known are allowed everywhere, because the program keeps them; those that are known are typed. Nothing
 * is required but ids: an unfinished plan is a plan.
 */
#include "store/maak-schema.h"

#include "plan/maak-field-type.h"
#include "json/maak-json.h"

#define ID_PATTERN "^[A-Za-z0-9._-]{1,64}$"
#define DATE_PATTERN "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

/* --- Small pieces --- */

static void
write_string (MaakJsonWriter *writer, const char *name, const char *string)
{
  maak_json_writer_name (writer, name);
  maak_json_writer_string (writer, string);
}

static void
begin_object (MaakJsonWriter *writer, const char *name)
{
  if (name != NULL)
    maak_json_writer_name (writer, name);
  maak_json_writer_begin_object (writer);
}

static void
begin_array (MaakJsonWriter *writer, const char *name)
{
  maak_json_writer_name (writer, name);
  maak_json_writer_begin_array (writer);
}

/* "name": {"type": type, "pattern": pattern} */
static void
write_member (MaakJsonWriter *writer, const char *name, const char *type, const char *pattern)
{
  begin_object (writer, name);
  write_string (writer, "type", type);
  if (pattern != NULL)
    write_string (writer, "pattern", pattern);
  maak_json_writer_end_object (writer);
}

static void
write_reference (MaakJsonWriter *writer, const char *name, const char *prefix, const char *id)
{
  g_autofree char *reference = g_strconcat ("#/$defs/", prefix, id, NULL);

  begin_object (writer, name);
  write_string (writer, "$ref", reference);
  maak_json_writer_end_object (writer);
}

static void
write_required (MaakJsonWriter *writer, const char *const *members)
{
  begin_array (writer, "required");
  for (guint i = 0; members[i] != NULL; i++)
    maak_json_writer_string (writer, members[i]);
  maak_json_writer_end_array (writer);
}

static void
write_enum (MaakJsonWriter *writer, const char *const *values)
{
  begin_array (writer, "enum");
  for (guint i = 0; values[i] != NULL; i++)
    maak_json_writer_string (writer, values[i]);
  maak_json_writer_end_array (writer);
}

/* --- Shared definitions --- */

static void
write_text (MaakJsonWriter *writer)
{
  begin_object (writer, "text");
  write_string (writer, "type", "object");
  begin_object (writer, "properties");
  write_member (writer, "nl", "string", NULL);
  write_member (writer, "en", "string", NULL);
  begin_object (writer, "outdated");
  write_enum (writer, (const char *const[]) { "nl", "en", NULL });
  maak_json_writer_end_object (writer);
  maak_json_writer_end_object (writer);
  maak_json_writer_name (writer, "additionalProperties");
  maak_json_writer_boolean (writer, FALSE);
  maak_json_writer_end_object (writer);
}

static void
write_period (MaakJsonWriter *writer)
{
  begin_object (writer, "period");
  write_string (writer, "type", "object");
  begin_object (writer, "properties");
  write_member (writer, "start", "string", DATE_PATTERN);
  write_member (writer, "end", "string", DATE_PATTERN);
  maak_json_writer_end_object (writer);
  maak_json_writer_name (writer, "additionalProperties");
  maak_json_writer_boolean (writer, FALSE);
  maak_json_writer_end_object (writer);
}

static void
write_code_member (MaakJsonWriter *writer, const char *name, const char *(*get_code) (int), int n)
{
  g_autofree const char **codes = g_new0 (const char *, (gsize) n + 1);

  for (int i = 0; i < n; i++)
    codes[i] = get_code (i);
  begin_object (writer, name);
  write_enum (writer, codes);
  maak_json_writer_end_object (writer);
}

static const char *
get_status_code (int status)
{
  return maak_status_get_code ((MaakStatus) status);
}

static const char *
get_unit_code (int unit)
{
  return maak_unit_get_code ((MaakUnit) unit);
}

static const char *
get_citation_kind_code (int kind)
{
  return maak_citation_kind_get_code ((MaakCitationKind) kind);
}

static void
write_citation (MaakJsonWriter *writer)
{
  static const char *const strings[] = { "dataset", "metric", "region", "period", "author", "number", "url" };

  begin_object (writer, "citation");
  write_string (writer, "type", "object");
  write_required (writer, (const char *const[]) { "kind", NULL });
  begin_object (writer, "properties");
  write_code_member (writer, "kind", get_citation_kind_code, MAAK_CITATION_CONVERSATION + 1);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    write_member (writer, strings[i], "string", NULL);
  write_member (writer, "value", "number", NULL);
  write_code_member (writer, "unit", get_unit_code, MAAK_N_UNITS);
  write_code_member (writer, "status", get_status_code, MAAK_N_STATUSES);
  write_reference (writer, "title", "", "text");
  write_reference (writer, "source", "", "text");
  write_member (writer, "date", "string", DATE_PATTERN);
  write_member (writer, "year", "integer", NULL);
  maak_json_writer_end_object (writer);
  maak_json_writer_end_object (writer);
}

static void
write_file (MaakJsonWriter *writer)
{
  begin_object (writer, "file");
  write_string (writer, "type", "object");
  write_required (writer, (const char *const[]) { "name", NULL });
  begin_object (writer, "properties");
  write_member (writer, "name", "string", NULL);
  write_member (writer, "kind", "string", NULL);
  write_member (writer, "party", "string", ID_PATTERN);
  write_member (writer, "date", "string", DATE_PATTERN);
  write_member (writer, "hash", "string", NULL);
  write_member (writer, "place", "string", NULL);
  maak_json_writer_end_object (writer);
  maak_json_writer_end_object (writer);
}

static void
write_revision (MaakJsonWriter *writer)
{
  begin_object (writer, "revision");
  write_string (writer, "type", "object");
  write_required (writer, (const char *const[]) { "hash", NULL });
  begin_object (writer, "properties");
  write_member (writer, "hash", "string", "^[0-9a-f]{64}$");
  begin_object (writer, "parents");
  write_string (writer, "type", "array");
  write_member (writer, "items", "string", "^[0-9a-f]{64}$");
  maak_json_writer_end_object (writer);
  write_member (writer, "time", "string", NULL);
  write_member (writer, "author", "string", NULL);
  write_member (writer, "program", "string", NULL);
  maak_json_writer_end_object (writer);
  maak_json_writer_end_object (writer);
}

/* --- Templates --- */

static void
write_template (const MaakTemplate *template, MaakJsonWriter *writer)
{
  begin_object (writer, maak_template_get_id (template));
  write_string (writer, "title", maak_text_get (maak_template_get_label (template), MAAK_LANGUAGE_EN));
  write_string (writer, "type", "object");
  write_required (writer, (const char *const[]) { "id", NULL });
  begin_object (writer, "properties");
  write_member (writer, "id", "string", ID_PATTERN);
  begin_object (writer, "template");
  write_string (writer, "const", maak_template_get_id (template));
  maak_json_writer_end_object (writer);
  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    {
      const MaakField *field = maak_template_get_field (template, i);
      if (field->value != NULL)
        continue; /* computed: never stored */
      maak_json_writer_name (writer, field->id);
      maak_field_type_get_class (field->type)->write_schema (field, writer);
    }
  maak_json_writer_end_object (writer);
  maak_json_writer_end_object (writer);
}

static void
write_choice (const MaakTemplate *template, MaakJsonWriter *writer)
{
  maak_json_writer_begin_object (writer);
  begin_object (writer, "if");
  begin_object (writer, "properties");
  begin_object (writer, "template");
  write_string (writer, "const", maak_template_get_id (template));
  maak_json_writer_end_object (writer);
  maak_json_writer_end_object (writer);
  write_required (writer, (const char *const[]) { "template", NULL });
  maak_json_writer_end_object (writer);
  write_reference (writer, "then", "", maak_template_get_id (template));
  maak_json_writer_end_object (writer);
}

/* Without the member `template` it is of `of` itself. */
static void
write_default (const MaakTemplate *of, MaakJsonWriter *writer)
{
  maak_json_writer_begin_object (writer);
  begin_object (writer, "if");
  begin_object (writer, "not");
  write_required (writer, (const char *const[]) { "template", NULL });
  maak_json_writer_end_object (writer);
  maak_json_writer_end_object (writer);
  if (!maak_template_is_abstract (of))
    write_reference (writer, "then", "", maak_template_get_id (of));
  else
    {
      begin_object (writer, "then");
      write_required (writer, (const char *const[]) { "template", NULL });
      maak_json_writer_end_object (writer);
    }
  maak_json_writer_end_object (writer);
}

static gboolean
can_be_of (const MaakTemplate *template, const MaakTemplate *of)
{
  return !maak_template_is_abstract (template) && !maak_template_is_unknown (template) && maak_template_is_a (template, of);
}

/* "template" is one of those that can stand here, or one that is not known. */
static void
write_allowed (MaakLibrary *library, const MaakTemplate *of, MaakJsonWriter *writer)
{
  begin_object (writer, "properties");
  write_member (writer, "id", "string", ID_PATTERN);
  begin_object (writer, "template");
  write_string (writer, "type", "string");
  begin_array (writer, "anyOf");
  maak_json_writer_begin_object (writer);
  begin_array (writer, "enum");
  for (guint i = 0; i < maak_library_get_n_templates (library); i++)
    if (can_be_of (maak_library_get_template (library, i), of))
      maak_json_writer_string (writer, maak_template_get_id (maak_library_get_template (library, i)));
  maak_json_writer_end_array (writer);
  maak_json_writer_end_object (writer);
  maak_json_writer_begin_object (writer);
  write_reference (writer, "not", "", "known-template");
  maak_json_writer_end_object (writer);
  maak_json_writer_end_array (writer);
  maak_json_writer_end_object (writer);
  maak_json_writer_end_object (writer);
}

static void
write_of (MaakLibrary *library, const MaakTemplate *of, MaakJsonWriter *writer)
{
  g_autofree char *name = g_strconcat ("of-", maak_template_get_id (of), NULL);

  begin_object (writer, name);
  write_string (writer, "type", "object");
  write_required (writer, (const char *const[]) { "id", NULL });
  write_allowed (library, of, writer);
  begin_array (writer, "allOf");
  write_default (of, writer);
  for (guint i = 0; i < maak_library_get_n_templates (library); i++)
    if (can_be_of (maak_library_get_template (library, i), of))
      write_choice (maak_library_get_template (library, i), writer);
  maak_json_writer_end_array (writer);
  maak_json_writer_end_object (writer);
}

static void
write_known_templates (MaakLibrary *library, MaakJsonWriter *writer)
{
  begin_object (writer, "known-template");
  begin_array (writer, "enum");
  for (guint i = 0; i < maak_library_get_n_templates (library); i++)
    if (!maak_template_is_unknown (maak_library_get_template (library, i)))
      maak_json_writer_string (writer, maak_template_get_id (maak_library_get_template (library, i)));
  maak_json_writer_end_array (writer);
  maak_json_writer_end_object (writer);
}

static void
collect_lists (const MaakTemplate *template, GHashTable *in_lists)
{
  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    if (maak_template_get_field (template, i)->type == MAAK_FIELD_LIST)
      g_hash_table_add (in_lists, (gpointer) maak_template_get_field (template, i)->of);
}

static void
write_definitions (MaakLibrary *library, MaakJsonWriter *writer)
{
  g_autoptr (GHashTable) in_lists = g_hash_table_new (NULL, NULL);
  guint n = maak_library_get_n_templates (library);

  begin_object (writer, "$defs");
  write_text (writer);
  write_period (writer);
  write_citation (writer);
  write_file (writer);
  write_revision (writer);
  write_known_templates (library, writer);
  for (guint i = 0; i < n; i++)
    {
      const MaakTemplate *template = maak_library_get_template (library, i);
      collect_lists (template, in_lists);
      if (can_be_of (template, template))
        write_template (template, writer);
    }
  for (guint i = 0; i < n; i++)
    if (g_hash_table_contains (in_lists, maak_library_get_template (library, i)))
      write_of (library, maak_library_get_template (library, i), writer);
  maak_json_writer_end_object (writer);
}

static void
write_root_members (MaakLibrary *library, MaakJsonWriter *writer)
{
  begin_object (writer, "properties");
  begin_object (writer, "format");
  write_string (writer, "const", "maakland-plan");
  maak_json_writer_end_object (writer);
  begin_object (writer, "version");
  maak_json_writer_name (writer, "const");
  maak_json_writer_integer (writer, 1);
  maak_json_writer_end_object (writer);
  begin_object (writer, "id");
  write_string (writer, "type", "string");
  maak_json_writer_name (writer, "minLength");
  maak_json_writer_integer (writer, 1);
  maak_json_writer_end_object (writer);
  begin_object (writer, "revisions");
  write_string (writer, "type", "array");
  write_reference (writer, "items", "", "revision");
  maak_json_writer_end_object (writer);
  write_member (writer, "templates", "array", NULL);
  write_reference (writer, "plan", "", maak_template_get_id (maak_library_get_plan_template (library)));
  maak_json_writer_end_object (writer);
}

/* The schema of a plan file with the templates of `library`, in the canonical form of JSON. The caller owns the bytes. */
GBytes *
maak_schema_generate (MaakLibrary *library)
{
  g_autoptr (MaakJsonWriter) writer = maak_json_writer_new ();

  g_return_val_if_fail (MAAK_IS_LIBRARY (library), NULL);

  maak_json_writer_begin_object (writer);
  write_string (writer, "$schema", "https://json-schema.org/draft/2020-12/schema");
  write_string (writer, "$id", "urn:maakland:schema:plan-1");
  write_string (writer, "title", "Maakland plan, version 1");
  write_string (writer, "type", "object");
  write_required (writer, (const char *const[]) { "format", "version", "id", "plan", NULL });
  write_root_members (library, writer);
  write_definitions (library, writer);
  maak_json_writer_end_object (writer);
  return maak_json_writer_end (writer);
}
