/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Text in two languages, or one string for both (names, case numbers), which stands in the Dutch slot. Limits of words
 * and characters are findings, not faults: somebody who pastes a page too much must be able to keep it.
 *
 * Prose is stored as it was written; links in it to records follow when these get new ids. */

#include "plan/maak-field-type-private.h"

#include "plan/maak-prose.h"

static MaakValue *
read_json (MaakLibrary         *library,
           const MaakField     *field,
           const MaakJsonPlace *place,
           GError             **error)
{
  g_autoptr (MaakText) text = NULL;
  const char *string;

  if (field->one_language)
    {
      if (!maak_json_place_get_string (place, &string, error))
        return NULL;
      text = maak_text_new (string, NULL);
    }
  else if (!maak_json_place_get_text (place, &text, error))
    return NULL;
  return maak_value_new_text (text);
}

static void
write_json (const MaakField *field,
            MaakValue       *value,
            MaakJsonWriter  *writer)
{
  MaakText *text = maak_value_get_text (value);

  if (field->one_language)
    maak_json_writer_string (writer, maak_text_get_best (text, MAAK_LANGUAGE_NL));
  else
    maak_json_writer_text (writer, text);
}

static void
write_schema (const MaakField *field,
              MaakJsonWriter  *writer)
{
  if (field->one_language)
    {
      maak_type_write_plain_schema ("string", NULL, writer);
      return;
    }
  maak_json_writer_begin_object (writer);
  maak_json_writer_name (writer, "$ref");
  maak_json_writer_string (writer, "#/$defs/text");
  maak_json_writer_end_object (writer);
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
  g_autoptr (MaakText) empty = maak_text_new (NULL, NULL);
  g_autoptr (MaakText) text = NULL;

  if (field->one_language)
    {
      if (!maak_type_refuse_rest (field, rest, error))
        return NULL;
      language = MAAK_LANGUAGE_NL;
    }
  else if (rest != NULL && !maak_language_parse (rest, &language))
    {
      maak_type_refuse_rest (field, rest, error);
      return NULL;
    }
  if (!field->prose && strpbrk (string, "\r\n") != NULL)
    return maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_ONE_LINE, MAAK_ARG_TEXT, "field", field->label, MAAK_ARG_END), error);

  text = maak_text_with (before != NULL ? maak_value_get_text (before) : empty, language, string);
  return maak_text_is_empty (text) ? NULL : maak_value_new_text (text);
}

static void
visit_texts (const MaakField *field,
             MaakValue       *value,
             void (*visit) (MaakText *text, gpointer data),
             gpointer data)
{
  visit (maak_value_get_text (value), data);
}

static char *
dup_summary (MaakPlan        *plan,
             const MaakField *field,
             MaakValue       *value,
             MaakLanguage     language)
{
  const char *string = maak_text_get_best (maak_value_get_text (value), field->one_language ? MAAK_LANGUAGE_NL : language);
  g_autoptr (MaakProse) prose = field->prose ? maak_prose_new (string) : NULL;
  g_autofree char *plain = field->prose ? maak_prose_dup_plain (prose) : g_strdup (string);

  return g_strdelimit (g_steal_pointer (&plain), "\r\n\t", ' ');
}

static MaakValue *
copy (MaakValue  *value,
      GHashTable *new_ids)
{
  g_autoptr (MaakText) text = maak_type_copy_text (maak_value_get_text (value), new_ids);

  return text == maak_value_get_text (value) ? maak_value_ref (value) : maak_value_new_text (text);
}

const MaakFieldTypeClass maak_type_text = {
  .name = "text",
  .kind = MAAK_VALUE_TEXT,
  .from_json = read_json,
  .to_json = write_json,
  .write_schema = write_schema,
  .parse = parse,
  .visit_texts = visit_texts,
  .dup_summary = dup_summary,
  .copy = copy,
};
