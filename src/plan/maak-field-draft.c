/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A field while its library is made. It is read with a table of members: which field types may have each, and the
 * function that reads it. A member that is in no row, or not for the field's type, is refused, because a mistyped
 * `requierd` that is passed over silently is found by nobody. What names other templates (`of`, `columns`) is linked
 * when all are read; rules are compiled when all are linked, as they look into other templates.
 *
 * An override is read over a copy of the inherited draft: members that it gives replace, the others stay. */

#include "plan/maak-role-private.h"
#include "plan/maak-template-private.h"

#include "base/maak-regions.h"

#define BIT(type) (1u << MAAK_FIELD_##type)
#define ALL ((1u << MAAK_N_FIELD_TYPES) - 1)

typedef struct
{
  const char *name;
  guint       types;
  gboolean (*read) (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error);
} MemberRow;

/* Words that an expression would read as something else, and members that every record has. */
static const char *const reserved_ids[] = { "id", "template", "plan", "and", "or", "not", "has", "in", "where", "by", "at", "true", "false", NULL };

/** maak_field_draft_new: Returns: (transfer full): a field with the defaults of data/templates/README.md */
MaakFieldDraft *
maak_field_draft_new (void)
{
  MaakFieldDraft *draft = g_new0 (MaakFieldDraft, 1);

  draft->field.levels = 1u << MAAK_LEVEL_PROVINCE;
  return draft;
}

/** maak_field_draft_copy: Returns: (transfer full): a copy of @draft before linking, for the template that inherits */
MaakFieldDraft *
maak_field_draft_copy (const MaakFieldDraft *draft)
{
  MaakFieldDraft *copy = g_memdup2 (draft, sizeof *draft);
  MaakField      *field = &copy->field;

  copy->id = g_strdup (draft->id);
  copy->of = g_strdup (draft->of);
  copy->when_source = g_strdup (draft->when_source);
  copy->value_source = g_strdup (draft->value_source);
  copy->years_source = g_strdup (draft->years_source);
  copy->column_names = draft->column_names != NULL ? json_array_ref (draft->column_names) : NULL;
  copy->path = g_strdup (draft->path);
  field->id = copy->id;
  field->label = maak_text_ref (field->label);
  field->help = maak_text_ref (field->help);
  field->unit = field->unit != NULL ? maak_text_ref (field->unit) : NULL;
  field->was = field->was != NULL ? (const char *const *) g_strdupv ((char **) field->was) : NULL;
  field->of = NULL;
  field->columns = NULL;
  field->when = field->value = field->years = NULL;
  return copy;
}

/** maak_field_draft_free: frees the MaakFieldDraft @data with its rules. */
void
maak_field_draft_free (gpointer data)
{
  MaakFieldDraft *draft = data;
  MaakField      *field = &draft->field;

  g_free (draft->id);
  g_free (draft->of);
  g_free (draft->when_source);
  g_free (draft->value_source);
  g_free (draft->years_source);
  g_clear_pointer (&draft->column_names, json_array_unref);
  g_free (draft->path);
  g_clear_pointer (&field->label, maak_text_unref);
  g_clear_pointer (&field->help, maak_text_unref);
  g_clear_pointer (&field->unit, maak_text_unref);
  g_strfreev ((char **) field->was);
  g_free ((gpointer) field->columns);
  g_clear_pointer (&field->when, maak_expression_free);
  g_clear_pointer (&field->value, maak_expression_free);
  g_clear_pointer (&field->years, maak_expression_free);
  g_free (draft);
}

static gboolean
read_nothing (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return TRUE; /* id and type were read before the others */
}

static gboolean
read_text (MaakText **text, const MaakJsonPlace *place, GError **error)
{
  g_autoptr (MaakText) given = NULL;

  if (!maak_json_place_get_text (place, &given, error))
    return FALSE;
  g_clear_pointer (text, maak_text_unref);
  *text = g_steal_pointer (&given);
  return TRUE;
}

static gboolean
read_label (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return read_text (&draft->field.label, place, error);
}

static gboolean
read_help (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return read_text (&draft->field.help, place, error);
}

static gboolean
read_unit (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return read_text (&draft->field.unit, place, error);
}

static gboolean
read_role (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  const char *name;
  MaakRole    role;

  if (!maak_json_place_get_string (place, &name, error))
    return FALSE;
  if (!maak_role_parse (name, &role))
    return maak_template_fail (place, MAAK_TEMPLATE_ERROR_UNKNOWN, maak_message_new (MAAK_PHRASE_TEMPLATE_UNKNOWN_ROLE, MAAK_ARG_STRING, "name", name, MAAK_ARG_END), error);
  if (!maak_role_allows_type (role, draft->field.type))
    return maak_template_fail (place, MAAK_TEMPLATE_ERROR_INVALID,
                               maak_message_new (MAAK_PHRASE_TEMPLATE_ROLE_TYPE, MAAK_ARG_STRING, "name", name, MAAK_ARG_STRING, "type", maak_field_type_get_name (draft->field.type), MAAK_ARG_END), error);
  draft->field.role = role;
  return TRUE;
}

static gboolean
read_was (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (!maak_json_place_get_array (place, &array, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      MaakJsonPlace    element;
      g_autofree char *id = NULL;

      maak_json_place_init_element (&element, place, i, json_array_get_element (array, i));
      if (!maak_template_read_id (&element, &id, error))
        return FALSE;
      g_strv_builder_add (builder, id);
    }
  g_strfreev ((char **) draft->field.was);
  draft->field.was = (const char *const *) g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_sensitivity (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return maak_template_read_sensitivity (place, &draft->field.sensitivity, error);
}

static gboolean
read_required (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return maak_json_place_get_boolean (place, &draft->field.required, error);
}

static gboolean
read_when (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return maak_template_read_string (place, &draft->when_source, error);
}

static gboolean
read_value (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return maak_template_read_string (place, &draft->value_source, error);
}

static gboolean
read_years (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return maak_template_read_string (place, &draft->years_source, error);
}

static gboolean
read_report (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return maak_template_read_report (place, &draft->field.hidden_in_report, NULL, error);
}

static gboolean
read_prose (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return maak_json_place_get_boolean (place, &draft->field.prose, error);
}

static gboolean
read_languages (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  const char *string;

  if (!maak_json_place_get_string (place, &string, error))
    return FALSE;
  if (strcmp (string, "one") != 0)
    return maak_template_fail_value (place, string, "one", error);
  draft->field.one_language = TRUE;
  return TRUE;
}

static gboolean
read_words (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return maak_template_read_count (place, &draft->field.max_words, error);
}

static gboolean
read_characters (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return maak_template_read_count (place, &draft->field.max_characters, error);
}

static gboolean
read_min (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  draft->field.has_min = TRUE;
  return maak_json_place_get_double (place, &draft->field.min, error);
}

static gboolean
read_max (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  draft->field.has_max = TRUE;
  return maak_json_place_get_double (place, &draft->field.max, error);
}

static gboolean
read_decimals (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  if (!maak_template_read_count (place, &draft->field.decimals, error))
    return FALSE;
  if (draft->field.decimals > 17)
    return maak_template_fail_value (place, "18+", "0 … 17", error);
  return TRUE;
}

static gboolean
read_money (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return maak_json_place_get_boolean (place, &draft->field.is_money, error);
}

static gboolean
read_vocabulary (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  const char *id;

  if (!maak_json_place_get_string (place, &id, error))
    return FALSE;
  draft->field.vocabulary = maak_library_lookup_vocabulary (library, id);
  if (draft->field.vocabulary == NULL)
    return maak_template_fail (place, MAAK_TEMPLATE_ERROR_UNKNOWN, maak_message_new (MAAK_PHRASE_TEMPLATE_UNKNOWN_VOCABULARY, MAAK_ARG_STRING, "name", id, MAAK_ARG_END), error);
  return TRUE;
}

static gboolean
read_own (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return maak_json_place_get_boolean (place, &draft->field.own_terms, error);
}

static gboolean
read_levels (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  JsonArray *array;
  guint      levels = 0;

  if (!maak_json_place_get_array (place, &array, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      MaakJsonPlace element;
      const char   *name;
      MaakLevel     level;

      maak_json_place_init_element (&element, place, i, json_array_get_element (array, i));
      if (!maak_json_place_get_string (&element, &name, error))
        return FALSE;
      if (!maak_level_parse (name, &level))
        return maak_template_fail_value (&element, name, "country, landsdeel, province, corop, municipality", error);
      levels |= 1u << level;
    }
  if (levels == 0)
    return maak_template_fail_value (place, "[]", "country, landsdeel, province, corop, municipality", error);
  draft->field.levels = levels;
  return TRUE;
}

static gboolean
read_most (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return maak_template_read_count (place, &draft->field.max_count, error);
}

static gboolean
read_least (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return maak_template_read_count (place, &draft->field.min_count, error);
}

static gboolean
read_of (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  return maak_template_read_string (place, &draft->of, error);
}

static gboolean
read_present (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  const char *name;

  if (!maak_json_place_get_string (place, &name, error))
    return FALSE;
  for (guint i = 0; i <= MAAK_PRESENT_EXHIBITS; i++)
    {
      if (strcmp (maak_presentation_get_name ((MaakPresentation) i), name) == 0)
        {
          draft->field.present = (MaakPresentation) i;
          return TRUE;
        }
    }
  return maak_template_fail_value (place, name, "rows, cards, quadrants, timeline, board, grid, chain, sheet, exhibits", error);
}

static gboolean
read_columns (MaakFieldDraft *draft, MaakLibrary *library, const MaakJsonPlace *place, GError **error)
{
  JsonArray *array;

  if (!maak_json_place_get_array (place, &array, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      MaakJsonPlace element;
      const char   *name;

      maak_json_place_init_element (&element, place, i, json_array_get_element (array, i));
      if (!maak_json_place_get_string (&element, &name, error))
        return FALSE;
    }
  g_clear_pointer (&draft->column_names, json_array_unref);
  draft->column_names = json_array_ref (array);
  return TRUE;
}

static const MemberRow members[] = {
  { "id", ALL, read_nothing },
  { "type", ALL, read_nothing },
  { "label", ALL, read_label },
  { "help", ALL, read_help },
  { "role", ALL, read_role },
  { "was", ALL, read_was },
  { "sensitivity", ALL, read_sensitivity },
  { "required", ALL, read_required },
  { "when", ALL, read_when },
  { "value", BIT (NUMBER) | BIT (MONEY) | BIT (TEXT), read_value },
  { "report", ALL, read_report },
  { "prose", BIT (TEXT), read_prose },
  { "languages", BIT (TEXT), read_languages },
  { "words", BIT (TEXT), read_words },
  { "characters", BIT (TEXT), read_characters },
  { "min", BIT (NUMBER) | BIT (MONEY) | BIT (SERIES), read_min },
  { "max", BIT (NUMBER) | BIT (MONEY) | BIT (SERIES), read_max },
  { "decimals", BIT (NUMBER) | BIT (SERIES), read_decimals },
  { "unit", BIT (NUMBER) | BIT (SERIES), read_unit },
  { "money", BIT (SERIES), read_money },
  { "years", BIT (SERIES), read_years },
  { "vocabulary", BIT (CHOICE) | BIT (CHOICES), read_vocabulary },
  { "own", BIT (CHOICE) | BIT (CHOICES), read_own },
  { "levels", BIT (REGIONS), read_levels },
  { "most", BIT (CHOICES) | BIT (REGIONS) | BIT (REFS) | BIT (LIST), read_most },
  { "least", BIT (CHOICES) | BIT (REGIONS) | BIT (REFS) | BIT (LIST), read_least },
  { "of", BIT (LIST) | BIT (REFS) | BIT (PARTY), read_of },
  { "present", BIT (LIST), read_present },
  { "columns", BIT (LIST), read_columns },
};

static gboolean
read_type (MaakFieldDraft      *draft,
           gboolean             is_override,
           const MaakJsonPlace *place,
           GError             **error)
{
  MaakJsonPlace child;
  const char   *name;

  if (is_override && !maak_json_place_lookup (place, "type", &child))
    return TRUE;
  if (!maak_json_place_require (place, "type", &child, error) ||
      !maak_json_place_get_string (&child, &name, error))
    return FALSE;
  for (guint i = 0; i < MAAK_N_FIELD_TYPES; i++)
    {
      if (strcmp (maak_field_type_get_name ((MaakFieldType) i), name) != 0)
        continue;
      if (is_override && draft->field.type != (MaakFieldType) i)
        return maak_template_fail (&child, MAAK_TEMPLATE_ERROR_INVALID,
                                   maak_message_new (MAAK_PHRASE_TEMPLATE_TYPE_CHANGED, MAAK_ARG_STRING, "type", maak_field_type_get_name (draft->field.type), MAAK_ARG_END), error);
      draft->field.type = (MaakFieldType) i;
      return TRUE;
    }
  return maak_template_fail (&child, MAAK_TEMPLATE_ERROR_UNKNOWN, maak_message_new (MAAK_PHRASE_TEMPLATE_UNKNOWN_TYPE, MAAK_ARG_STRING, "name", name, MAAK_ARG_END), error);
}

static gboolean
read_member (MaakFieldDraft      *draft,
             MaakLibrary         *library,
             const MaakJsonPlace *place,
             GError             **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      if (strcmp (members[i].name, place->member) != 0)
        continue;
      if ((members[i].types & (1u << draft->field.type)) == 0)
        return maak_template_fail (place, MAAK_TEMPLATE_ERROR_INVALID,
                                   maak_message_new (MAAK_PHRASE_TEMPLATE_MEMBER_TYPE, MAAK_ARG_STRING, "name", place->member, MAAK_ARG_STRING, "type", maak_field_type_get_name (draft->field.type), MAAK_ARG_END), error);
      return members[i].read (draft, library, place, error);
    }
  return maak_template_fail (place, MAAK_TEMPLATE_ERROR_INVALID, maak_message_new (MAAK_PHRASE_TEMPLATE_UNKNOWN_MEMBER, MAAK_ARG_STRING, "name", place->member, MAAK_ARG_END), error);
}

/* What can only be seen when all members were read. */
static gboolean
check_whole (MaakFieldDraft      *draft,
             const MaakJsonPlace *place,
             GError             **error)
{
  MaakField  *field = &draft->field;
  const char *promised = maak_role_get_vocabulary (field->role);
  const char *missing = NULL;

  if (field->label == NULL)
    missing = "label";
  else if ((field->type == MAAK_FIELD_CHOICE || field->type == MAAK_FIELD_CHOICES) && field->vocabulary == NULL)
    missing = "vocabulary";
  else if (field->type == MAAK_FIELD_LIST && draft->of == NULL)
    missing = "of";
  if (missing != NULL)
    return maak_template_fail (place, MAAK_TEMPLATE_ERROR_INVALID, maak_message_new (MAAK_PHRASE_TEMPLATE_MISSING, MAAK_ARG_STRING, "name", missing, MAAK_ARG_END), error);
  if (promised != NULL && strcmp (maak_vocabulary_get_id (field->vocabulary), promised) != 0)
    return maak_template_fail (place, MAAK_TEMPLATE_ERROR_INVALID,
                               maak_message_new (MAAK_PHRASE_TEMPLATE_ROLE_VOCABULARY, MAAK_ARG_STRING, "name", maak_role_get_name (field->role), MAAK_ARG_STRING, "vocabulary", promised, MAAK_ARG_END), error);
  if (field->role == MAAK_ROLE_AMOUNTS && !field->is_money)
    return maak_template_fail (place, MAAK_TEMPLATE_ERROR_INVALID, maak_message_new (MAAK_PHRASE_TEMPLATE_MISSING, MAAK_ARG_STRING, "name", "money", MAAK_ARG_END), error);
  return TRUE;
}

/**
 * maak_field_draft_read:
 * @draft: a new draft, or the copy of an inherited one
 * @is_override: whether @place only says what is different
 * @place: the field in a section
 *
 * Returns: FALSE and an error (MAAK_TEMPLATE_ERROR or MAAK_JSON_ERROR) with its path
 */
gboolean
maak_field_draft_read (MaakFieldDraft      *draft,
                       gboolean             is_override,
                       MaakLibrary         *library,
                       const MaakJsonPlace *place,
                       GError             **error)
{
  JsonObject    *object;
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *node;
  MaakJsonPlace  child;

  if (!maak_json_place_get_object (place, &object, error) ||
      !maak_json_place_require (place, "id", &child, error) ||
      !maak_template_read_id (&child, &draft->id, error))
    return FALSE;
  draft->field.id = draft->id;
  if (g_strv_contains (reserved_ids, draft->id))
    return maak_template_fail (&child, MAAK_TEMPLATE_ERROR_INVALID, maak_message_new (MAAK_PHRASE_TEMPLATE_RESERVED, MAAK_ARG_STRING, "name", draft->id, MAAK_ARG_END), error);
  if (!read_type (draft, is_override, place, error))
    return FALSE;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      maak_json_place_init_member (&child, place, name, node);
      if (!read_member (draft, library, &child, error))
        return FALSE;
    }
  if (draft->field.help == NULL)
    draft->field.help = maak_text_new ("", "");
  if (draft->field.type == MAAK_FIELD_PARTY && draft->of == NULL)
    draft->of = g_strdup ("party");
  g_free (draft->path);
  draft->path = maak_json_place_dup_path (place);
  return check_whole (draft, place, error);
}

static gboolean
link_columns (MaakFieldDraft *draft,
              GError        **error)
{
  guint                        n = json_array_get_length (draft->column_names);
  g_autofree const MaakField **columns = g_new0 (const MaakField *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const char *name = json_array_get_string_element (draft->column_names, i);

      columns[i] = maak_template_lookup_field (draft->field.of, name);
      if (columns[i] == NULL)
        {
          g_autofree char *path = g_strdup_printf ("%s.columns[%u]", draft->path, i);

          return maak_template_fail_at (draft->source, path, MAAK_TEMPLATE_ERROR_UNKNOWN,
                                        maak_message_new (MAAK_PHRASE_TEMPLATE_UNKNOWN_FIELD, MAAK_ARG_STRING, "name", name, MAAK_ARG_STRING, "template", draft->of, MAAK_ARG_END), error);
        }
    }
  draft->field.columns = (const MaakField *const *) g_steal_pointer (&columns);
  return TRUE;
}

/**
 * maak_field_draft_link:
 * @library: with all its templates read
 *
 * Finds the template that @draft's records are of, and the columns that are shown of them.
 *
 * Returns: FALSE and a MAAK_TEMPLATE_ERROR when one is not there
 */
gboolean
maak_field_draft_link (MaakFieldDraft *draft,
                       MaakLibrary    *library,
                       GError        **error)
{
  MaakField *field = &draft->field;

  if (draft->of == NULL)
    return TRUE;

  field->of = maak_library_lookup (library, draft->of);
  field->of_proposals = strcmp (draft->of, "proposal") == 0;
  if (field->of == NULL)
    {
      g_autofree char *path = g_strconcat (draft->path, ".of", NULL);

      return maak_template_fail_at (draft->source, path, MAAK_TEMPLATE_ERROR_UNKNOWN, maak_message_new (MAAK_PHRASE_TEMPLATE_UNKNOWN_TEMPLATE, MAAK_ARG_STRING, "name", draft->of, MAAK_ARG_END), error);
    }
  return draft->column_names == NULL || link_columns (draft, error);
}

static gboolean
compile (MaakFieldDraft  *draft,
         MaakLibrary     *library,
         const char      *rule,
         const char      *member,
         guint            kinds,
         MaakExpression **expression,
         GError         **error)
{
  const MaakExpressionType *type;
  g_autofree char          *path = NULL;

  if (rule == NULL)
    return TRUE;
  *expression = maak_template_compile_rule (library, draft->field.owner, NULL, rule, draft->source, draft->path, member, error);
  if (*expression == NULL)
    return FALSE;
  type = maak_expression_get_type_of (*expression);
  if ((kinds & (1u << type->kind)) != 0 && (!type->many || type->kind == MAAK_TYPE_OF_YEAR))
    return TRUE;
  path = g_strconcat (draft->path, ".", member, NULL);
  return maak_template_fail_at (draft->source, path, MAAK_TEMPLATE_ERROR_RULE, maak_message_new (MAAK_PHRASE_TEMPLATE_RULE_KIND, MAAK_ARG_STRING, "name", member, MAAK_ARG_STRING, "rule", rule, MAAK_ARG_END), error);
}

#define KIND(kind) (1u << MAAK_TYPE_OF_##kind)

/**
 * maak_field_draft_compile:
 * @library: with all its templates linked
 *
 * Compiles the field's rules.
 *
 * Returns: FALSE and a MAAK_TEMPLATE_ERROR_RULE when one cannot be read or is of another kind than its member asks
 */
gboolean
maak_field_draft_compile (MaakFieldDraft *draft,
                          MaakLibrary    *library,
                          GError        **error)
{
  MaakField *field = &draft->field;
  guint      value_kinds = KIND (NOTHING);

  if (field->type == MAAK_FIELD_TEXT)
    value_kinds |= KIND (TEXT) | KIND (CODE) | KIND (DATE) | KIND (YEAR) | KIND (RECORD);
  else
    value_kinds |= KIND (NUMBER) | KIND (MONEY) | KIND (YEAR);

  return compile (draft, library, draft->when_source, "when", KIND (BOOLEAN), &field->when, error) &&
         compile (draft, library, draft->value_source, "value", value_kinds, &field->value, error) &&
         compile (draft, library, draft->years_source, "years", KIND (SPAN) | KIND (YEAR) | KIND (NOTHING), &field->years, error);
}
