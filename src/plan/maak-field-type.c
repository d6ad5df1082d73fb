/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The switch over the closed set of field types, and what several of them share. Each type's own knowledge is in its
 * file in types/; nothing else in the program asks a field's type to decide how its value is read, written, checked
 * or typed.
 *
 * A type reads JSON (place gives the path), or what a person typed (then the sentence stands alone). NULL from `parse`
 * without an error means that the field was emptied. */

#include "plan/maak-field-type-private.h"

#include "plan/maak-vocabulary-private.h"

#include "base/maak-number.h"

#include <math.h>
#include <stdio.h>

/**
 * maak_field_type_get_class:
 * Returns: (transfer none): what is known of @type
 */
const MaakFieldTypeClass *
maak_field_type_get_class (MaakFieldType type)
{
  switch (type)
    {
    case MAAK_FIELD_TEXT:
      return &maak_type_text;
    case MAAK_FIELD_NUMBER:
      return &maak_type_number;
    case MAAK_FIELD_MONEY:
      return &maak_type_money;
    case MAAK_FIELD_DATE:
      return &maak_type_date;
    case MAAK_FIELD_PERIOD:
      return &maak_type_period;
    case MAAK_FIELD_CHOICE:
      return &maak_type_choice;
    case MAAK_FIELD_CHOICES:
      return &maak_type_choices;
    case MAAK_FIELD_REGIONS:
      return &maak_type_regions;
    case MAAK_FIELD_PARTY:
      return &maak_type_party;
    case MAAK_FIELD_REFS:
      return &maak_type_refs;
    case MAAK_FIELD_LIST:
      return &maak_type_list;
    case MAAK_FIELD_SERIES:
      return &maak_type_series;
    case MAAK_FIELD_CITATION:
      return &maak_type_citation;
    case MAAK_FIELD_FILE:
      return &maak_type_file;
    default:
      g_return_val_if_reached (&maak_type_text);
    }
}

/**
 * maak_field_value_from_json:
 * Returns: (transfer full): what @place holds, which may be an empty value; NULL and a MAAK_JSON_ERROR with its path
 */
MaakValue *
maak_field_value_from_json (MaakLibrary         *library,
                            const MaakField     *field,
                            const MaakJsonPlace *place,
                            GError             **error)
{
  g_return_val_if_fail (field != NULL, NULL);

  return maak_field_type_get_class (field->type)->from_json (library, field, place, error);
}

/** maak_field_value_to_json: writes @value as the member of a record holds it. */
void
maak_field_value_to_json (const MaakField *field,
                          MaakValue       *value,
                          MaakJsonWriter  *writer)
{
  g_return_if_fail (field != NULL && value != NULL);

  maak_field_type_get_class (field->type)->to_json (field, value, writer);
}

/**
 * maak_field_value_validate:
 * @plan: the plan that @value is in, or is to come into
 *
 * Returns: FALSE and a MAAK_PLAN_ERROR_INVALID_VALUE without a path when @value names a term or a record that is not
 *   in the plan
 */
gboolean
maak_field_value_validate (MaakPlan        *plan,
                           const MaakField *field,
                           MaakValue       *value,
                           GError         **error)
{
  const MaakFieldTypeClass *klass;

  g_return_val_if_fail (MAAK_IS_PLAN (plan) && field != NULL && value != NULL, FALSE);

  klass = maak_field_type_get_class (field->type);
  return klass->validate == NULL || klass->validate (plan, field, value, error);
}

/**
 * maak_field_value_parse:
 * @before: (nullable): what the field holds now
 * @rest: (nullable): which part of the value is meant: a language, a year, `start`
 * @string: what a person typed
 * @language: in which they typed: of a text, of numbers, of names of terms
 *
 * Returns: (transfer full) (nullable): the new value; NULL without an error when @string empties the field; NULL and
 *   a MAAK_PLAN_ERROR_INVALID_VALUE without a path when it cannot be understood
 */
MaakValue *
maak_field_value_parse (MaakLibrary     *library,
                        const MaakField *field,
                        MaakValue       *before,
                        const char      *rest,
                        const char      *string,
                        MaakLanguage     language,
                        GError         **error)
{
  g_autofree char *normal = NULL;

  g_return_val_if_fail (field != NULL && string != NULL, NULL);

  normal = g_utf8_normalize (string, -1, G_NORMALIZE_NFC);
  if (normal == NULL)
    return maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_NOT_UTF8, MAAK_ARG_END), error);
  if (field->value != NULL)
    return maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_COMPUTED, MAAK_ARG_TEXT, "field", field->label, MAAK_ARG_END), error);
  return maak_field_type_get_class (field->type)->parse (library, field, before, rest, normal, language, error);
}

/**
 * maak_field_value_dup_summary:
 * @plan: (nullable): where names of records and own terms are found
 *
 * Returns: (transfer full): @value in one line, for tables
 */
char *
maak_field_value_dup_summary (MaakPlan        *plan,
                              const MaakField *field,
                              MaakValue       *value,
                              MaakLanguage     language)
{
  g_return_val_if_fail (field != NULL && value != NULL, NULL);

  return maak_field_type_get_class (field->type)->dup_summary (plan, field, value, language);
}

/** maak_date_parse_typed: Returns: whether @string is a day, as a person types one in @language; then @date is it */
gboolean
maak_date_parse_typed (const char  *string,
                       MaakLanguage language,
                       MaakDate    *date)
{
  g_return_val_if_fail (string != NULL && date != NULL, FALSE);

  return maak_type_parse_date (string, language, date);
}

/** maak_type_fail: sets @error with the path of @place and returns FALSE. */
gboolean
maak_type_fail (const MaakJsonPlace *place,
                MaakMessage         *message_taken,
                GError             **error)
{
  maak_json_place_set_error (place, error, MAAK_JSON_ERROR_VALUE, message_taken);
  return FALSE;
}

/** maak_type_fail_typed: sets @error for what a person typed and returns NULL. */
gpointer
maak_type_fail_typed (MaakMessage *message_taken,
                      GError     **error)
{
  maak_error_set (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_INVALID_VALUE, NULL, message_taken);
  return NULL;
}

/** maak_type_refuse_rest: Returns: FALSE and an error when a part is named of a value that has none */
gboolean
maak_type_refuse_rest (const MaakField *field,
                       const char      *rest,
                       GError         **error)
{
  if (rest == NULL)
    return TRUE;
  maak_error_set (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_NO_SUCH_PATH, NULL, maak_message_new (MAAK_PHRASE_PLAN_NO_PART, MAAK_ARG_TEXT, "field", field->label, MAAK_ARG_STRING, "part", rest, MAAK_ARG_END));
  return FALSE;
}

/** maak_type_refuse_unknown: Returns: FALSE and an error when the object at @place has a member that is not @known */
gboolean
maak_type_refuse_unknown (const MaakJsonPlace *place,
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
        return maak_type_fail (&child, maak_message_new (MAAK_PHRASE_JSON_UNKNOWN, MAAK_ARG_END), error);
    }
  return TRUE;
}

/** maak_type_read_strings: adds the strings of the array at @place to @strings, borrowed from it, and a closing NULL. */
gboolean
maak_type_read_strings (const MaakJsonPlace *place,
                        GPtrArray           *strings,
                        GError             **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array;

  if (!maak_json_place_get_array (place, &array, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      MaakJsonPlace element;
      const char   *string;

      maak_json_place_init_element (&element, place, i, json_array_get_element (array, i));
      if (!maak_json_place_get_string (&element, &string, error))
        return FALSE;
      if (!g_hash_table_add (seen, (gpointer) string))
        return maak_type_fail (&element, maak_message_new (MAAK_PHRASE_PLAN_TWICE, MAAK_ARG_STRING, "name", string, MAAK_ARG_END), error);
      g_ptr_array_add (strings, (gpointer) string);
    }
  g_ptr_array_add (strings, NULL);
  return TRUE;
}

/** maak_type_read_date: reads "2027-05-01" into @date. */
gboolean
maak_type_read_date (const MaakJsonPlace *place,
                     MaakDate            *date,
                     GError             **error)
{
  const char *string;

  if (!maak_json_place_get_string (place, &string, error))
    return FALSE;
  return maak_date_parse (string, date) || maak_type_fail (place, maak_message_new (MAAK_PHRASE_PLAN_BAD_DATE, MAAK_ARG_STRING, "text", string, MAAK_ARG_END), error);
}

/**
 * maak_type_check_code:
 * Returns: FALSE and an error that names the vocabulary when @code is no term of it; where @field takes own terms
 *   the plan is asked later
 */
gboolean
maak_type_check_code (const MaakField     *field,
                      const MaakJsonPlace *place,
                      const char          *code,
                      GError             **error)
{
  if (maak_vocabulary_lookup (field->vocabulary, code) != NULL || (field->own_terms && *code != '\0'))
    return TRUE;
  return maak_type_fail (place, maak_message_new (MAAK_PHRASE_PLAN_UNKNOWN_TERM, MAAK_ARG_STRING, "term", code, MAAK_ARG_STRING, "vocabulary", maak_vocabulary_get_id (field->vocabulary), MAAK_ARG_END), error);
}

static gboolean
make_date (int       year,
           int       month,
           int       day,
           MaakDate *date)
{
  MaakDate made = { (gint16) year, (guint8) month, (guint8) day };

  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 || !maak_date_is_valid (made))
    return FALSE;
  *date = made;
  return TRUE;
}

/* "1 mei 2027", "1 May 2027": as maak_date_format() writes it in @language, in any case. */
static gboolean
parse_written_date (const char  *string,
                    MaakLanguage language,
                    MaakDate    *date)
{
  g_autofree char *folded = g_utf8_casefold (string, -1);
  const char      *last_space = strrchr (string, ' ');
  int              day = atoi (string), year = last_space != NULL ? atoi (last_space + 1) : 0;

  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *written = NULL;
      g_autofree char *own = NULL;
      MaakDate         made;

      if (!make_date (year, month, day, &made))
        continue;
      written = maak_date_format (made, language);
      own = g_utf8_casefold (written, -1);
      g_strdelimit (own, "\xc2\xa0", ' ');
      if (strcmp (own, folded) == 0)
        {
          *date = made;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * maak_type_parse_date:
 * @string: 2027-05-01, 1-5-2027, 1/5/2027 (the day first, in both languages), or the month in words
 *
 * Returns: whether @string is a day that exists
 */
gboolean
maak_type_parse_date (const char  *string,
                      MaakLanguage language,
                      MaakDate    *date)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (string));
  int              day, month, year, used = 0;

  if (maak_date_parse (trimmed, date))
    return TRUE;
  if (sscanf (trimmed, "%2d-%2d-%4d%n", &day, &month, &year, &used) == 3 && trimmed[used] == '\0')
    return make_date (year, month, day, date);
  if (sscanf (trimmed, "%2d/%2d/%4d%n", &day, &month, &year, &used) == 3 && trimmed[used] == '\0')
    return make_date (year, month, day, date);
  return parse_written_date (trimmed, language, date);
}

/** maak_type_parse_year: Returns: whether @string is four digits */
gboolean
maak_type_parse_year (const char *string,
                      int        *year)
{
  int value = 0;

  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isdigit (string[i]))
        return FALSE;
      value = value * 10 + (string[i] - '0');
    }
  if (string[4] != '\0' || value < 1000)
    return FALSE;
  *year = value;
  return TRUE;
}

/**
 * maak_type_parse_term:
 * @string: a code, or a label in either language
 *
 * Returns: (transfer none): the code; NULL and an error when it is no term, or the label of several
 */
const char *
maak_type_parse_term (const MaakField *field,
                      const char      *string,
                      GError         **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (string));
  const MaakTerm  *term = maak_vocabulary_lookup (field->vocabulary, trimmed);
  gboolean         ambiguous = FALSE;

  if (term == NULL)
    term = maak_vocabulary_lookup_label (field->vocabulary, trimmed, &ambiguous);
  if (term != NULL)
    return term->code;
  if (ambiguous)
    return maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_AMBIGUOUS_TERM, MAAK_ARG_STRING, "term", trimmed, MAAK_ARG_END), error);
  if (field->own_terms && *trimmed != '\0')
    return g_intern_string (trimmed);
  return maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_UNKNOWN_TERM, MAAK_ARG_STRING, "term", trimmed, MAAK_ARG_STRING, "vocabulary", maak_vocabulary_get_id (field->vocabulary), MAAK_ARG_END), error);
}

/** maak_type_parse_number: reads a number of at most the field's decimals. */
gboolean
maak_type_parse_number (const MaakField *field,
                        const char      *string,
                        MaakLanguage     language,
                        double          *number,
                        GError         **error)
{
  double scale = pow (10, field->decimals);

  if (!maak_number_parse (string, language, number))
    {
      maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_BAD_NUMBER, MAAK_ARG_STRING, "text", string, MAAK_ARG_END), error);
      return FALSE;
    }
  /* The nearest double to a decimal number, scaled, is whole but for its last bits. */
  if (fabs (*number * scale - round (*number * scale)) <= 1e-9 * MAX (1, fabs (*number * scale)))
    return TRUE;
  maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_DECIMALS, MAAK_ARG_STRING, "text", string, MAAK_ARG_INTEGER, "decimals", (gint64) field->decimals, MAAK_ARG_END), error);
  return FALSE;
}

/** maak_type_format_number: Returns: (transfer full): @number with the decimals that it needs: a field says at most how many */
char *
maak_type_format_number (const MaakField *field,
                         double           number,
                         MaakLanguage     language)
{
  return maak_number_format_shortest (number, language);
}

/** maak_type_dup_term_label: Returns: (transfer full): what a person calls @code; the code itself where nobody knows */
char *
maak_type_dup_term_label (MaakPlan        *plan,
                          const MaakField *field,
                          const char      *code,
                          MaakLanguage     language)
{
  const MaakTerm *term;

  if (plan != NULL)
    return maak_plan_dup_term_label (plan, field->vocabulary, code, language);
  term = maak_vocabulary_lookup (field->vocabulary, code);
  return g_strdup (term != NULL ? maak_text_get_best (term->label, language) : code);
}

/** maak_type_dup_titles: Returns: (transfer full): the titles of the records that @value names; ids of what is not there */
char *
maak_type_dup_titles (MaakPlan        *plan,
                      const MaakField *field,
                      MaakValue       *value,
                      MaakLanguage     language)
{
  const char *const *ids = maak_value_get_ids (value, NULL);
  GString           *out = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      MaakRecord      *record = plan != NULL ? maak_plan_lookup (plan, ids[i]) : NULL;
      g_autofree char *title = record != NULL ? maak_record_dup_title (record, language) : g_strdup (ids[i]);

      g_string_append_printf (out, "%s%s", i > 0 ? "; " : "", title);
    }
  return g_string_free_and_steal (out);
}

/** maak_type_validate_code: Returns: FALSE and an error when @code is neither in the vocabulary nor an own term of @plan */
gboolean
maak_type_validate_code (MaakPlan        *plan,
                         const MaakField *field,
                         const char      *code,
                         GError         **error)
{
  if (maak_vocabulary_lookup (field->vocabulary, code) != NULL || (field->own_terms && maak_plan_has_term (plan, field->vocabulary, code)))
    return TRUE;
  maak_type_fail_typed (maak_message_new (field->own_terms ? MAAK_PHRASE_PLAN_UNKNOWN_OWN_TERM : MAAK_PHRASE_PLAN_UNKNOWN_TERM,
                                          MAAK_ARG_STRING, "term", code, MAAK_ARG_STRING, "vocabulary", maak_vocabulary_get_id (field->vocabulary), MAAK_ARG_END),
                        error);
  return FALSE;
}

/** maak_type_validate_ids: Returns: FALSE and an error when one of @ids names no record of @plan, or one of another template */
gboolean
maak_type_validate_ids (MaakPlan          *plan,
                        const MaakField   *field,
                        const char *const *ids,
                        GError           **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      MaakRecord *record = maak_plan_lookup (plan, ids[i]);

      if (record == NULL)
        {
          maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_NO_RECORD, MAAK_ARG_STRING, "id", ids[i], MAAK_ARG_END), error);
          return FALSE;
        }
      if (field->of != NULL && !maak_record_is_unknown (record) && !maak_template_is_a (maak_record_get_template (record), field->of))
        {
          maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_WRONG_RECORD, MAAK_ARG_STRING, "id", ids[i], MAAK_ARG_TEXT, "expected", maak_template_get_label (field->of),
                                                  MAAK_ARG_TEXT, "found", maak_template_get_label (maak_record_get_template (record)), MAAK_ARG_END),
                                error);
          return FALSE;
        }
    }
  return TRUE;
}

/** maak_type_split: Returns: (transfer full): the parts of @string between @separator, without spaces around them or empty ones */
char **
maak_type_split (const char *string,
                 char        separator)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit (string, (const char[]) { separator, '\0' }, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] != '\0')
        g_strv_builder_add (builder, parts[i]);
    }
  return g_strv_builder_end (builder);
}

/** maak_type_write_strings: writes @strings as an array. */
void
maak_type_write_strings (const char *const *strings,
                         MaakJsonWriter    *writer)
{
  maak_json_writer_begin_array (writer);
  for (guint i = 0; strings[i] != NULL; i++)
    maak_json_writer_string (writer, strings[i]);
  maak_json_writer_end_array (writer);
}

static void
write_term_codes (const MaakVocabulary *vocabulary,
                  MaakJsonWriter       *writer)
{
  maak_json_writer_begin_array (writer);
  for (guint i = 0; i < maak_vocabulary_get_n_terms (vocabulary); i++)
    maak_json_writer_string (writer, maak_vocabulary_get_term (vocabulary, i)->code);
  maak_json_writer_end_array (writer);
}

/** maak_type_write_codes_schema: writes the schema of one code of the field's vocabulary. */
void
maak_type_write_codes_schema (const MaakField *field,
                              MaakJsonWriter  *writer)
{
  maak_json_writer_begin_object (writer);
  maak_json_writer_name (writer, "type");
  maak_json_writer_string (writer, "string");
  if (field->own_terms)
    {
      maak_json_writer_name (writer, "minLength");
      maak_json_writer_integer (writer, 1);
    }
  else
    {
      maak_json_writer_name (writer, "enum");
      write_term_codes (field->vocabulary, writer);
    }
  maak_json_writer_end_object (writer);
}

/** maak_type_write_plain_schema: writes {"type": @type}, with @pattern where it is not NULL. */
void
maak_type_write_plain_schema (const char     *type,
                              const char     *pattern,
                              MaakJsonWriter *writer)
{
  maak_json_writer_begin_object (writer);
  maak_json_writer_name (writer, "type");
  maak_json_writer_string (writer, type);
  if (pattern != NULL)
    {
      maak_json_writer_name (writer, "pattern");
      maak_json_writer_string (writer, pattern);
    }
  maak_json_writer_end_object (writer);
}

/** maak_type_parse_json: reads @string as the JSON that @field's member would hold, for types too rich to type otherwise. */
MaakValue *
maak_type_parse_json (MaakLibrary     *library,
                      const MaakField *field,
                      const char      *string,
                      GError         **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (JsonNode) node = maak_json_parse (string, strlen (string), &maak_json_limits_template, &cause);
  MaakJsonPlace root;
  MaakValue    *value = NULL;

  if (node != NULL)
    {
      maak_json_place_init_root (&root, node);
      value = maak_field_type_get_class (field->type)->from_json (library, field, &root, &cause);
    }
  if (value == NULL)
    {
      const char *path = maak_error_get_path (cause);

      maak_error_set (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_INVALID_VALUE, path, maak_message_ref (maak_error_get_message (cause)));
    }
  return value;
}

static char *
replace_links (const char *string,
               GHashTable *new_ids)
{
  GString    *out = g_string_new (NULL);
  const char *link;

  while ((link = strstr (string, "(maak:")) != NULL)
    {
      const char      *start = link + strlen ("(maak:");
      const char      *end = strchr (start, ')');
      g_autofree char *id = end != NULL ? g_strndup (start, (gsize) (end - start)) : NULL;
      const char      *new_id = id != NULL ? g_hash_table_lookup (new_ids, id) : NULL;

      g_string_append_len (out, string, start - string);
      string = start;
      if (new_id != NULL)
        {
          g_string_append (out, new_id);
          string = end;
        }
    }
  g_string_append (out, string);
  return g_string_free_and_steal (out);
}

/** maak_type_copy_text: Returns: (transfer full): @text with its links to records of @new_ids following them */
MaakText *
maak_type_copy_text (MaakText   *text,
                     GHashTable *new_ids)
{
  g_autofree char *nl = NULL;
  g_autofree char *en = NULL;

  if (g_hash_table_size (new_ids) == 0)
    return maak_text_ref (text);

  nl = replace_links (maak_text_get (text, MAAK_LANGUAGE_NL), new_ids);
  en = replace_links (maak_text_get (text, MAAK_LANGUAGE_EN), new_ids);
  for (guint language = 0; language < MAAK_N_LANGUAGES; language++)
    {
      if (maak_text_is_outdated (text, (MaakLanguage) language))
        return maak_text_new_outdated (nl, en, (MaakLanguage) language);
    }
  return maak_text_new (nl, en);
}

/** maak_type_copy_ids: Returns: (transfer full): @value with the ids of @new_ids in place of the old */
MaakValue *
maak_type_copy_ids (MaakValue  *value,
                    GHashTable *new_ids)
{
  guint                   n;
  const char *const      *ids = maak_value_get_ids (value, &n);
  g_autofree const char **copies = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      copies[i] = g_hash_table_lookup (new_ids, ids[i]);
      if (copies[i] == NULL)
        copies[i] = ids[i];
    }
  return maak_value_new_ids (copies);
}
