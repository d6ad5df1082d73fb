/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* From JSON to a template: what it extends first, then its own sections and checks over copies of the inherited. Links
 * and rules follow when all templates are read (maak-template-rules.c).
 *
 * Strict on purpose: an unknown member, role, type or vocabulary is an error with its path, for a mistyped name that
 * is passed over would be found by nobody. Every error leaves as MAAK_TEMPLATE_ERROR with the file. Templates may come
 * from anybody (a user's folder, a colleague's plan), so what multiplies by extending is bounded. */

#include "plan/maak-template-private.h"

enum
{
  MAX_DEPTH = 16,   /* of extends */
  MAX_FIELDS = 500, /* of one template, with the inherited */
  MAX_CHECKS = 300,
};

static const char *const template_members[] = { "id", "kind", "abstract", "extends", "label", "plural", "help", "sensitivity", "sections", "checks", "report", "fund", NULL };
static const char *const section_members[] = { "id", "label", "help", "fields", "after", "report", "page", NULL };
static const char *const check_members[] = { "id", "severity", "each", "when", "holds", "at", "message", NULL };

/**
 * maak_template_fail:
 * Sets @error to @code with the path of @place and returns FALSE.
 */
gboolean
maak_template_fail (const MaakJsonPlace  *place,
                    MaakTemplateErrorCode code,
                    MaakMessage          *message_taken,
                    GError              **error)
{
  g_autofree char *path = maak_json_place_dup_path (place);

  maak_error_set (error, MAAK_TEMPLATE_ERROR, code, path, message_taken);
  return FALSE;
}

/**
 * maak_template_fail_at:
 * As maak_template_fail(), with the file of @source, when the places are gone.
 */
gboolean
maak_template_fail_at (const MaakTemplateSource *source,
                       const char               *path,
                       MaakTemplateErrorCode     code,
                       MaakMessage              *message_taken,
                       GError                  **error)
{
  maak_error_set (error, MAAK_TEMPLATE_ERROR, code, path, message_taken);
  if (error != NULL && source->file != NULL)
    maak_error_set_file (error, source->file);
  return FALSE;
}

/**
 * maak_template_take_error:
 * @file: (nullable): the file that it is about
 * @code: what it becomes where @cause_taken is no MAAK_TEMPLATE_ERROR
 * @path: (nullable): its path where @cause_taken has none
 * @cause_taken: (transfer full): what went wrong below
 *
 * Sets @error to a MAAK_TEMPLATE_ERROR that says the same.
 */
void
maak_template_take_error (const char           *file,
                          MaakTemplateErrorCode code,
                          const char           *path,
                          GError               *cause_taken,
                          GError              **error)
{
  g_autoptr (GError) cause = cause_taken;
  MaakMessage *message = maak_error_get_message (cause);

  if (g_error_matches (cause, MAAK_TEMPLATE_ERROR, cause->code))
    code = (MaakTemplateErrorCode) cause->code;
  if (maak_error_get_path (cause) != NULL)
    path = maak_error_get_path (cause);
  if (message != NULL)
    message = maak_message_ref (message);
  else
    message = maak_message_new (MAAK_PHRASE_TEMPLATE_OTHER, MAAK_ARG_STRING, "reason", cause->message, MAAK_ARG_END);
  maak_error_set (error, MAAK_TEMPLATE_ERROR, (int) code, path, message);
  if (error != NULL && file != NULL)
    maak_error_set_file (error, file);
}

/** maak_template_fail_value: says that @value is none of @allowed, and returns FALSE. */
gboolean
maak_template_fail_value (const MaakJsonPlace *place,
                          const char          *value,
                          const char          *allowed,
                          GError             **error)
{
  return maak_template_fail (place, MAAK_TEMPLATE_ERROR_INVALID, maak_message_new (MAAK_PHRASE_TEMPLATE_NOT_ALLOWED, MAAK_ARG_STRING, "value", value, MAAK_ARG_STRING, "allowed", allowed, MAAK_ARG_END), error);
}

/**
 * maak_template_read_id:
 * @id: (inout): replaced by what is read
 *
 * Returns: FALSE and an error when @place holds no id: lower case, digits and hyphens, a letter first
 */
gboolean
maak_template_read_id (const MaakJsonPlace *place,
                       char               **id,
                       GError             **error)
{
  const char *string;
  gboolean    good;

  if (!maak_json_place_get_string (place, &string, error))
    return FALSE;
  good = g_ascii_islower (*string) && strlen (string) <= 64;
  for (const char *p = string; good && *p != '\0'; p++)
    good = g_ascii_islower (*p) || g_ascii_isdigit (*p) || *p == '-';
  if (!good)
    return maak_template_fail (place, MAAK_TEMPLATE_ERROR_INVALID, maak_message_new (MAAK_PHRASE_TEMPLATE_BAD_ID, MAAK_ARG_STRING, "name", string, MAAK_ARG_END), error);
  g_free (*id);
  *id = g_strdup (string);
  return TRUE;
}

/** maak_template_read_string: replaces @string by a copy of what @place holds. */
gboolean
maak_template_read_string (const MaakJsonPlace *place,
                           char               **string,
                           GError             **error)
{
  const char *given;

  if (!maak_json_place_get_string (place, &given, error))
    return FALSE;
  g_free (*string);
  *string = g_strdup (given);
  return TRUE;
}

/** maak_template_read_count: reads a whole number of 0 or more into @count. */
gboolean
maak_template_read_count (const MaakJsonPlace *place,
                          guint               *count,
                          GError             **error)
{
  gint64 value;

  if (!maak_json_place_get_integer (place, &value, error))
    return FALSE;
  if (value < 0 || value > 100 * 1000 * 1000)
    {
      g_autofree char *given = g_strdup_printf ("%" G_GINT64_FORMAT, value);

      return maak_template_fail_value (place, given, "0 … 100000000", error);
    }
  *count = (guint) value;
  return TRUE;
}

/** maak_template_read_sensitivity: reads public, internal or confidential into @sensitivity. */
gboolean
maak_template_read_sensitivity (const MaakJsonPlace *place,
                                MaakSensitivity     *sensitivity,
                                GError             **error)
{
  const char *code;

  if (!maak_json_place_get_string (place, &code, error))
    return FALSE;
  return maak_sensitivity_parse (code, sensitivity) || maak_template_fail_value (place, code, "public, internal, confidential", error);
}

/**
 * maak_template_read_report:
 * @omit: set as the member `omit` says
 * @page_break: (nullable): set as the member `break` says; NULL where that is not allowed
 */
gboolean
maak_template_read_report (const MaakJsonPlace *place,
                           gboolean            *omit,
                           gboolean            *page_break,
                           GError             **error)
{
  static const char *const both[] = { "omit", "break", NULL };
  static const char *const one[] = { "omit", NULL };
  MaakJsonPlace            child;

  if (!maak_template_refuse_unknown (place, page_break != NULL ? both : one, error))
    return FALSE;
  if (maak_json_place_lookup (place, "omit", &child) && !maak_json_place_get_boolean (&child, omit, error))
    return FALSE;
  return page_break == NULL || !maak_json_place_lookup (place, "break", &child) || maak_json_place_get_boolean (&child, page_break, error);
}

/** maak_template_refuse_unknown: Returns: FALSE and an error when the object at @place has a member that is not @known */
gboolean
maak_template_refuse_unknown (const MaakJsonPlace *place,
                              const char *const   *known,
                              GError             **error)
{
  JsonObject    *object;
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *node;

  if (!maak_json_place_get_object (place, &object, error))
    return FALSE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      MaakJsonPlace child;

      maak_json_place_init_member (&child, place, name, node);
      if (!g_strv_contains (known, name))
        return maak_template_fail (&child, MAAK_TEMPLATE_ERROR_INVALID, maak_message_new (MAAK_PHRASE_TEMPLATE_UNKNOWN_MEMBER, MAAK_ARG_STRING, "name", name, MAAK_ARG_END), error);
    }
  return TRUE;
}

static gboolean
read_optional_text (const MaakJsonPlace *place,
                    const char          *member,
                    MaakText           **text,
                    GError             **error)
{
  g_autoptr (MaakText) given = NULL;
  MaakJsonPlace child;

  if (!maak_json_place_lookup (place, member, &child))
    return TRUE;
  if (!maak_json_place_get_text (&child, &given, error))
    return FALSE;
  g_clear_pointer (text, maak_text_unref);
  *text = g_steal_pointer (&given);
  return TRUE;
}

static MaakSectionDraft *
add_section (MaakTemplate *self,
             const char   *id,
             guint         position)
{
  MaakSectionDraft *draft = g_new0 (MaakSectionDraft, 1);

  draft->id = g_strdup (id);
  draft->section.id = draft->id;
  draft->section.owner = self;
  draft->fields = g_ptr_array_new_with_free_func (maak_field_draft_free);
  g_ptr_array_insert (self->sections, (int) position, draft);
  return draft;
}

static void
inherit_sections (MaakTemplate *self)
{
  for (guint i = 0; i < self->base->sections->len; i++)
    {
      const MaakSectionDraft *from = g_ptr_array_index (self->base->sections, i);
      MaakSectionDraft       *to = add_section (self, from->id, i);

      to->section.label = maak_text_ref (from->section.label);
      to->section.help = maak_text_ref (from->section.help);
      to->section.hidden_in_report = from->section.hidden_in_report;
      if (from->section.page != NULL)
        maak_section_copy_page (to, from);
      for (guint j = 0; j < from->fields->len; j++)
        {
          MaakFieldDraft *field = maak_field_draft_copy (g_ptr_array_index (from->fields, j));

          field->field.owner = self;
          g_ptr_array_add (to->fields, field);
          g_hash_table_insert (self->by_id, field->id, field);
        }
    }
}

static MaakCheckDraft *
copy_check (const MaakCheckDraft *from)
{
  MaakCheckDraft *to = g_new0 (MaakCheckDraft, 1);

  to->id = g_strdup (from->id);
  to->at = g_strdup (from->at);
  to->each_source = g_strdup (from->each_source);
  to->when_source = g_strdup (from->when_source);
  to->holds_source = g_strdup (from->holds_source);
  for (guint language = 0; language < MAAK_N_LANGUAGES; language++)
    to->message[language] = g_strdup (from->message[language]);
  to->check.severity = from->check.severity;
  to->source = from->source;
  to->path = g_strdup (from->path);
  return to;
}

static void
inherit (MaakTemplate *self)
{
  const MaakTemplate *base = self->base;

  self->help = maak_text_ref (base->help);
  self->sensitivity = base->sensitivity;
  self->report_break = base->report_break;
  self->report_omit = base->report_omit;
  self->fund = base->fund != NULL ? maak_fund_copy (base->fund) : NULL;
  inherit_sections (self);
  for (guint i = 0; i < base->checks->len; i++)
    g_ptr_array_add (self->checks, copy_check (g_ptr_array_index (base->checks, i)));
}

static gboolean
read_base (MaakTemplate        *self,
           MaakLibrary         *library,
           const MaakJsonPlace *place,
           GError             **error)
{
  MaakJsonPlace child;
  const char   *id;
  guint         depth = 0;

  if (!maak_json_place_lookup (place, "extends", &child))
    return TRUE;
  if (!maak_json_place_get_string (&child, &id, error))
    return FALSE;
  self->base = maak_library_lookup_mutable (library, id);
  if (self->base == NULL)
    return maak_template_fail (&child, MAAK_TEMPLATE_ERROR_UNKNOWN, maak_message_new (MAAK_PHRASE_TEMPLATE_UNKNOWN_TEMPLATE, MAAK_ARG_STRING, "name", id, MAAK_ARG_END), error);
  if (self->base->stage == MAAK_TEMPLATE_BEING_READ)
    return maak_template_fail (&child, MAAK_TEMPLATE_ERROR_CYCLE, maak_message_new (MAAK_PHRASE_TEMPLATE_CYCLE, MAAK_ARG_STRING, "name", id, MAAK_ARG_END), error);
  if (!maak_template_read (self->base, library, error))
    return FALSE;
  for (const MaakTemplate *above = self->base; above != NULL; above = above->base)
    depth++;
  if (depth >= MAX_DEPTH)
    return maak_template_fail (&child, MAAK_TEMPLATE_ERROR_INVALID, maak_message_new (MAAK_PHRASE_TEMPLATE_TOO_MANY, MAAK_ARG_INTEGER, "limit", (gint64) MAX_DEPTH, MAAK_ARG_END), error);
  inherit (self);
  return TRUE;
}

static gboolean
read_kind (MaakTemplate        *self,
           const MaakJsonPlace *place,
           GError             **error)
{
  MaakJsonPlace child;
  const char   *kind = "part";

  if (maak_json_place_lookup (place, "kind", &child) && !maak_json_place_get_string (&child, &kind, error))
    return FALSE;
  if (strcmp (kind, "plan") == 0)
    self->kind = MAAK_KIND_PLAN;
  else if (strcmp (kind, "proposal") == 0)
    self->kind = MAAK_KIND_PROPOSAL;
  else if (strcmp (kind, "part") != 0)
    return maak_template_fail_value (&child, kind, "plan, proposal, part", error);
  return TRUE;
}

static gboolean
read_head (MaakTemplate        *self,
           const MaakJsonPlace *place,
           GError             **error)
{
  MaakJsonPlace child;

  if (!read_kind (self, place, error) ||
      !maak_json_place_require (place, "label", &child, error) ||
      !maak_json_place_get_text (&child, &self->label, error) ||
      !read_optional_text (place, "plural", &self->plural, error) ||
      !read_optional_text (place, "help", &self->help, error))
    return FALSE;
  if (self->plural == NULL)
    self->plural = maak_text_ref (self->label);
  if (self->help == NULL)
    self->help = maak_text_new ("", "");
  if (maak_json_place_lookup (place, "abstract", &child) && !maak_json_place_get_boolean (&child, &self->is_abstract, error))
    return FALSE;
  if (maak_json_place_lookup (place, "sensitivity", &child) && !maak_template_read_sensitivity (&child, &self->sensitivity, error))
    return FALSE;
  if (maak_json_place_lookup (place, "report", &child) && !maak_template_read_report (&child, &self->report_omit, &self->report_break, error))
    return FALSE;
  if (maak_json_place_lookup (place, "fund", &child))
    {
      g_clear_pointer (&self->fund, maak_fund_free);
      self->fund = maak_fund_new_from_json (&child, error);
      return self->fund != NULL;
    }
  return TRUE;
}

static int
find_section (MaakTemplate *self,
              const char   *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      const MaakSectionDraft *draft = g_ptr_array_index (self->sections, i);

      if (strcmp (draft->id, id) == 0)
        return (int) i;
    }
  return -1;
}

/* The draft that a declared section adds to: an inherited one, or a new one in its place. */
static MaakSectionDraft *
open_section (MaakTemplate        *self,
              const char          *id,
              const MaakJsonPlace *place,
              GError             **error)
{
  MaakJsonPlace child;
  const char   *after;
  guint         position = self->sections->len;
  int           found = find_section (self, id);

  if (found >= 0)
    return g_ptr_array_index (self->sections, found);
  if (maak_json_place_lookup (place, "after", &child))
    {
      if (!maak_json_place_get_string (&child, &after, error))
        return NULL;
      found = find_section (self, after);
      if (found < 0)
        {
          maak_template_fail (&child, MAAK_TEMPLATE_ERROR_UNKNOWN, maak_message_new (MAAK_PHRASE_TEMPLATE_UNKNOWN_SECTION, MAAK_ARG_STRING, "name", after, MAAK_ARG_END), error);
          return NULL;
        }
      position = (guint) found + 1;
    }
  return add_section (self, id, position);
}

static gboolean
read_field (MaakTemplate        *self,
            MaakLibrary         *library,
            MaakSectionDraft    *section,
            GHashTable          *given,
            const MaakJsonPlace *place,
            GError             **error)
{
  MaakJsonPlace    child;
  MaakFieldDraft  *draft;
  g_autofree char *id = NULL;
  gboolean         is_override;

  if (!maak_json_place_require (place, "id", &child, error) || !maak_template_read_id (&child, &id, error))
    return FALSE;
  if (!g_hash_table_add (given, g_strdup (id)))
    return maak_template_fail (&child, MAAK_TEMPLATE_ERROR_DUPLICATE, maak_message_new (MAAK_PHRASE_TEMPLATE_TWICE, MAAK_ARG_STRING, "name", id, MAAK_ARG_END), error);

  draft = g_hash_table_lookup (self->by_id, id);
  is_override = draft != NULL;
  if (!is_override)
    {
      draft = maak_field_draft_new ();
      draft->field.owner = self;
      g_ptr_array_add (section->fields, draft);
    }
  else
    {
      /* The key of the table is the draft's own id, which reading replaces. */
      g_hash_table_remove (self->by_id, id);
    }
  draft->source = self->source;
  if (!maak_field_draft_read (draft, is_override, library, place, error))
    return FALSE;
  g_hash_table_insert (self->by_id, draft->id, draft);
  return TRUE;
}

static gboolean
read_section (MaakTemplate        *self,
              MaakLibrary         *library,
              GHashTable          *given,
              const MaakJsonPlace *place,
              GError             **error)
{
  MaakJsonPlace     child;
  MaakSectionDraft *section;
  JsonArray        *fields;
  g_autofree char  *id = NULL;

  if (!maak_template_refuse_unknown (place, section_members, error) ||
      !maak_json_place_require (place, "id", &child, error) ||
      !maak_template_read_id (&child, &id, error) ||
      (section = open_section (self, id, place, error)) == NULL ||
      !read_optional_text (place, "label", &section->section.label, error) ||
      !read_optional_text (place, "help", &section->section.help, error))
    return FALSE;
  if (section->section.label == NULL)
    return maak_template_fail (place, MAAK_TEMPLATE_ERROR_INVALID, maak_message_new (MAAK_PHRASE_TEMPLATE_MISSING, MAAK_ARG_STRING, "name", "label", MAAK_ARG_END), error);
  if (section->section.help == NULL)
    section->section.help = maak_text_new ("", "");
  if (maak_json_place_lookup (place, "report", &child) && !maak_template_read_report (&child, &section->section.hidden_in_report, NULL, error))
    return FALSE;
  if (maak_json_place_lookup (place, "page", &child) && !maak_section_read_page (section, &child, error))
    return FALSE;
  if (!maak_json_place_lookup (place, "fields", &child))
    return TRUE;
  if (!maak_json_place_get_array (&child, &fields, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (fields); i++)
    {
      MaakJsonPlace element;

      maak_json_place_init_element (&element, &child, i, json_array_get_element (fields, i));
      if (!read_field (self, library, section, given, &element, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_sections (MaakTemplate        *self,
               MaakLibrary         *library,
               const MaakJsonPlace *place,
               GError             **error)
{
  g_autoptr (GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) given_sections = g_hash_table_new (g_str_hash, g_str_equal);
  MaakJsonPlace child;
  JsonArray    *array;

  if (!maak_json_place_lookup (place, "sections", &child))
    return TRUE;
  if (!maak_json_place_get_array (&child, &array, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      MaakJsonPlace element, id_place;
      const char   *id;

      maak_json_place_init_element (&element, &child, i, json_array_get_element (array, i));
      if (!read_section (self, library, given, &element, error) ||
          !maak_json_place_require (&element, "id", &id_place, error) ||
          !maak_json_place_get_string (&id_place, &id, error))
        return FALSE;
      if (!g_hash_table_add (given_sections, (gpointer) id))
        return maak_template_fail (&id_place, MAAK_TEMPLATE_ERROR_DUPLICATE, maak_message_new (MAAK_PHRASE_TEMPLATE_TWICE, MAAK_ARG_STRING, "name", id, MAAK_ARG_END), error);
    }
  return TRUE;
}

static gboolean
read_message (MaakCheckDraft      *draft,
              const MaakJsonPlace *place,
              GError             **error)
{
  g_autoptr (MaakText) text = NULL;

  if (!maak_json_place_get_text (place, &text, error))
    return FALSE;
  for (guint language = 0; language < MAAK_N_LANGUAGES; language++)
    {
      const char *words = maak_text_get (text, (MaakLanguage) language);

      if (*words == '\0')
        return maak_template_fail (place, MAAK_TEMPLATE_ERROR_INVALID, maak_message_new (MAAK_PHRASE_TEMPLATE_MISSING, MAAK_ARG_STRING, "name", maak_language_get_code ((MaakLanguage) language), MAAK_ARG_END), error);
      draft->message[language] = g_strdup (words);
    }
  return TRUE;
}

/** maak_template_read_severity: FALSE and an error when there is no such severity. */
gboolean
maak_template_read_severity (const MaakJsonPlace *place,
                             MaakSeverity        *severity,
                             GError             **error)
{
  const char *code;

  if (!maak_json_place_get_string (place, &code, error))
    return FALSE;
  for (guint i = 0; i <= MAAK_SEVERITY_ADVICE; i++)
    {
      if (strcmp (maak_severity_get_code ((MaakSeverity) i), code) == 0)
        {
          *severity = (MaakSeverity) i;
          return TRUE;
        }
    }
  return maak_template_fail_value (place, code, "block, problem, advice", error);
}

static gboolean
read_check_rule (const MaakJsonPlace *place,
                 const char          *member,
                 char               **rule,
                 GError             **error)
{
  MaakJsonPlace child;

  return !maak_json_place_lookup (place, member, &child) || maak_template_read_string (&child, rule, error);
}

static gboolean
fill_check (MaakCheckDraft      *draft,
            const MaakJsonPlace *place,
            GError             **error)
{
  MaakJsonPlace child;

  return maak_json_place_require (place, "severity", &child, error) &&
         maak_template_read_severity (&child, &draft->check.severity, error) &&
         maak_json_place_require (place, "message", &child, error) &&
         read_message (draft, &child, error) &&
         read_check_rule (place, "each", &draft->each_source, error) &&
         read_check_rule (place, "when", &draft->when_source, error) &&
         read_check_rule (place, "at", &draft->at, error);
}

static int
find_check (MaakTemplate *self,
            const char   *id)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      const MaakCheckDraft *draft = g_ptr_array_index (self->checks, i);

      if (strcmp (draft->id, id) == 0)
        return (int) i;
    }
  return -1;
}

static gboolean
read_check (MaakTemplate        *self,
            const MaakJsonPlace *place,
            GError             **error)
{
  MaakJsonPlace   id_place, child;
  MaakCheckDraft *draft = g_new0 (MaakCheckDraft, 1);
  int             found;

  g_ptr_array_add (self->checks, draft);
  draft->source = self->source;
  draft->path = maak_json_place_dup_path (place);
  if (!maak_template_refuse_unknown (place, check_members, error) ||
      !maak_json_place_require (place, "id", &id_place, error) ||
      !maak_template_read_id (&id_place, &draft->id, error) ||
      !maak_json_place_require (place, "holds", &child, error) ||
      !maak_template_read_string (&child, &draft->holds_source, error))
    return FALSE;

  found = find_check (self, draft->id);
  if (found == (int) self->checks->len - 1)
    return fill_check (draft, place, error);

  if (((MaakCheckDraft *) g_ptr_array_index (self->checks, found))->source == self->source)
    return maak_template_fail (&id_place, MAAK_TEMPLATE_ERROR_DUPLICATE, maak_message_new (MAAK_PHRASE_TEMPLATE_TWICE, MAAK_ARG_STRING, "name", draft->id, MAAK_ARG_END), error);
  if (strcmp (draft->holds_source, "true") == 0)
    {
      /* The inherited check is switched off. */
      g_ptr_array_set_size (self->checks, (int) self->checks->len - 1);
      g_ptr_array_remove_index (self->checks, (guint) found);
      return TRUE;
    }
  g_ptr_array_index (self->checks, self->checks->len - 1) = g_ptr_array_index (self->checks, found);
  g_ptr_array_index (self->checks, found) = draft;
  g_ptr_array_set_size (self->checks, (int) self->checks->len - 1);
  return fill_check (draft, place, error);
}

static gboolean
read_checks (MaakTemplate        *self,
             const MaakJsonPlace *place,
             GError             **error)
{
  MaakJsonPlace child;
  JsonArray    *array;

  if (!maak_json_place_lookup (place, "checks", &child))
    return TRUE;
  if (!maak_json_place_get_array (&child, &array, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      MaakJsonPlace element;

      maak_json_place_init_element (&element, &child, i, json_array_get_element (array, i));
      if (!read_check (self, &element, error))
        return FALSE;
      if (self->checks->len > MAX_CHECKS)
        return maak_template_fail (&element, MAAK_TEMPLATE_ERROR_INVALID, maak_message_new (MAAK_PHRASE_TEMPLATE_TOO_MANY, MAAK_ARG_INTEGER, "limit", (gint64) MAX_CHECKS, MAAK_ARG_END), error);
    }
  return TRUE;
}

static gboolean
index_field (MaakTemplate   *self,
             MaakFieldDraft *draft,
             GError        **error)
{
  const MaakField *field = &draft->field;

  if (field->role != MAAK_ROLE_NONE && self->by_role[field->role] != NULL)
    return maak_template_fail_at (draft->source, draft->path, MAAK_TEMPLATE_ERROR_DUPLICATE, maak_message_new (MAAK_PHRASE_TEMPLATE_ROLE_TWICE, MAAK_ARG_STRING, "name", maak_role_get_name (field->role), MAAK_ARG_END), error);
  self->by_role[field->role] = field->role == MAAK_ROLE_NONE ? NULL : field;
  for (guint i = 0; field->was != NULL && field->was[i] != NULL; i++)
    {
      if (!g_hash_table_insert (self->by_id, (gpointer) field->was[i], draft))
        return maak_template_fail_at (draft->source, draft->path, MAAK_TEMPLATE_ERROR_DUPLICATE, maak_message_new (MAAK_PHRASE_TEMPLATE_TWICE, MAAK_ARG_STRING, "name", field->was[i], MAAK_ARG_END), error);
    }
  return TRUE;
}

/* Gives the fields their places, once the sections are in their order. */
static gboolean
index_fields (MaakTemplate *self,
              GError      **error)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      MaakSectionDraft *section = g_ptr_array_index (self->sections, i);

      section->section.n_fields = section->fields->len;
      section->section.fields = (const MaakField *const *) section->fields->pdata;
      for (guint j = 0; j < section->fields->len; j++)
        {
          MaakFieldDraft *draft = g_ptr_array_index (section->fields, j);

          draft->field.section = &section->section;
          draft->field.index = self->fields->len;
          g_ptr_array_add (self->fields, draft);
          if (!index_field (self, draft, error))
            return FALSE;
          if (self->fields->len > MAX_FIELDS)
            return maak_template_fail_at (draft->source, draft->path, MAAK_TEMPLATE_ERROR_INVALID, maak_message_new (MAAK_PHRASE_TEMPLATE_TOO_MANY, MAAK_ARG_INTEGER, "limit", (gint64) MAX_FIELDS, MAAK_ARG_END), error);
        }
    }
  return TRUE;
}

static gboolean
read_whole (MaakTemplate *self,
            MaakLibrary  *library,
            GError      **error)
{
  MaakJsonPlace root, list, place;

  maak_json_place_init_root (&root, self->source->node);
  maak_json_place_init_member (&list, &root, "templates", self->source->node);
  maak_json_place_init_element (&place, &list, self->source->index, self->source->node);
  return maak_template_refuse_unknown (&place, template_members, error) &&
         read_base (self, library, &place, error) &&
         read_head (self, &place, error) &&
         read_sections (self, library, &place, error) &&
         read_checks (self, &place, error) &&
         index_fields (self, error);
}

/**
 * maak_template_read:
 * @self: a template of @library whose id is known
 * @library: with all its vocabularies, and all its templates at least named
 *
 * Reads @self, and what it extends before it.
 *
 * Returns: FALSE and a MAAK_TEMPLATE_ERROR with file and path
 */
gboolean
maak_template_read (MaakTemplate *self,
                    MaakLibrary  *library,
                    GError      **error)
{
  g_autoptr (GError) cause = NULL;

  if (self->stage == MAAK_TEMPLATE_READ)
    return TRUE;

  self->stage = MAAK_TEMPLATE_BEING_READ;
  if (!read_whole (self, library, &cause))
    {
      const char *file = maak_error_get_file (cause);

      maak_template_take_error (file != NULL ? file : self->source->file, MAAK_TEMPLATE_ERROR_INVALID, NULL, g_error_copy (cause), error);
      return FALSE;
    }
  self->stage = MAAK_TEMPLATE_READ;
  return TRUE;
}
