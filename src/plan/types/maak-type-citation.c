/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A statement's source: a figure with the value it had, a document, a decision or a conversation. Which members each
 * kind has is one table, which reading, writing and the schema walk.
 *
 * The value is kept as it was cited, so that a plan prints the same for ever; whether the atlas has moved on is for
 * evidence/ to say, and whether a citation is complete for the checks. */

#include "plan/maak-field-type-private.h"

#define BIT(kind) (1u << MAAK_CITATION_##kind)
#define ALL (BIT (FIGURE) | BIT (DOCUMENT) | BIT (DECISION) | BIT (CONVERSATION))

typedef enum
{
  FORM_KIND,
  FORM_STRING,
  FORM_PERIOD,
  FORM_VALUE,
  FORM_UNIT,
  FORM_STATUS,
  FORM_TEXT,
  FORM_DATE,
  FORM_YEAR,
} Form;

typedef struct
{
  const char *name;
  guint       kinds;
  Form        form;
  gsize       offset; /* in MaakCitationParts */
} MemberRow;

#define AT(member) G_STRUCT_OFFSET (MaakCitationParts, member)

/* In the order in which they are written. */
static const MemberRow members[] = {
  { "kind", ALL, FORM_KIND, 0 },
  { "dataset", BIT (FIGURE), FORM_STRING, AT (dataset) },
  { "metric", BIT (FIGURE), FORM_STRING, AT (metric) },
  { "region", BIT (FIGURE), FORM_STRING, AT (region) },
  { "period", BIT (FIGURE), FORM_PERIOD, AT (period) },
  { "value", BIT (FIGURE), FORM_VALUE, AT (value) },
  { "unit", BIT (FIGURE), FORM_UNIT, AT (unit) },
  { "status", BIT (FIGURE), FORM_STATUS, AT (status) },
  { "title", ALL, FORM_TEXT, AT (title) },
  { "source", BIT (FIGURE), FORM_TEXT, AT (source) },
  { "author", BIT (DOCUMENT) | BIT (DECISION) | BIT (CONVERSATION), FORM_STRING, AT (author) },
  { "year", BIT (DOCUMENT), FORM_YEAR, AT (year) },
  { "date", BIT (DECISION) | BIT (CONVERSATION), FORM_DATE, AT (date) },
  { "number", BIT (DOCUMENT) | BIT (DECISION), FORM_STRING, AT (number) },
  { "url", BIT (DOCUMENT) | BIT (DECISION), FORM_STRING, AT (url) },
};

static gboolean
fail_word (const MaakJsonPlace *place,
           const char          *word,
           GError             **error)
{
  return maak_type_fail (place, maak_message_new (MAAK_PHRASE_PLAN_BAD_CITATION, MAAK_ARG_STRING, "member", place->member, MAAK_ARG_STRING, "text", word, MAAK_ARG_END), error);
}

static gboolean
read_word (const MemberRow     *row,
           const MaakJsonPlace *place,
           MaakCitationParts   *parts,
           GError             **error)
{
  const char *word;
  gboolean    good = TRUE;

  if (!maak_json_place_get_string (place, &word, error))
    return FALSE;
  if (row->form == FORM_PERIOD)
    good = maak_period_parse (word, &parts->period);
  else if (row->form == FORM_UNIT)
    good = maak_unit_parse (word, &parts->unit);
  else if (row->form == FORM_STATUS)
    good = maak_status_parse (word, &parts->status);
  else if (row->form == FORM_STRING && *word != '\0')
    G_STRUCT_MEMBER (const char *, parts, row->offset) = word;
  return good || fail_word (place, word, error);
}

static gboolean
read_year (const MaakJsonPlace *place,
           int                 *year,
           GError             **error)
{
  gint64 value;

  if (!maak_json_place_get_integer (place, &value, error))
    return FALSE;
  if (value < 1000 || value > 9999)
    {
      g_autofree char *given = g_strdup_printf ("%" G_GINT64_FORMAT, value);

      return maak_type_fail (place, maak_message_new (MAAK_PHRASE_PLAN_BAD_YEAR, MAAK_ARG_STRING, "text", given, MAAK_ARG_END), error);
    }
  *year = (int) value;
  return TRUE;
}

static gboolean
read_member (const MemberRow     *row,
             const MaakJsonPlace *place,
             MaakCitationParts   *parts,
             gboolean            *has_value,
             GError             **error)
{
  switch (row->form)
    {
    case FORM_KIND:
      return TRUE;
    case FORM_STRING:
    case FORM_PERIOD:
    case FORM_UNIT:
    case FORM_STATUS:
      return read_word (row, place, parts, error);
    case FORM_VALUE:
      *has_value = TRUE;
      return maak_json_place_get_double (place, &parts->value, error);
    case FORM_TEXT:
      return maak_json_place_get_text (place, &G_STRUCT_MEMBER (MaakText *, parts, row->offset), error);
    case FORM_DATE:
      return maak_type_read_date (place, &parts->date, error);
    case FORM_YEAR:
      return read_year (place, &parts->year, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
read_kind (const MaakJsonPlace *place,
           MaakCitationKind    *kind,
           GError             **error)
{
  MaakJsonPlace child;
  const char   *code;

  if (!maak_json_place_require (place, "kind", &child, error) || !maak_json_place_get_string (&child, &code, error))
    return FALSE;
  return maak_citation_kind_parse (code, kind) || fail_word (&child, code, error);
}

static gboolean
read_members (const MaakJsonPlace *place,
              MaakCitationParts   *parts,
              GError             **error)
{
  const char *known[G_N_ELEMENTS (members) + 1] = { NULL };
  guint       n = 0;
  gboolean    has_value = FALSE;

  if (parts->kind == MAAK_CITATION_FIGURE)
    parts->status = MAAK_STATUS_UNVERIFIED;
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      MaakJsonPlace child;

      if ((members[i].kinds & (1u << parts->kind)) == 0)
        continue;
      known[n++] = members[i].name;
      if (maak_json_place_lookup (place, members[i].name, &child) && !read_member (&members[i], &child, parts, &has_value, error))
        return FALSE;
    }
  /* A figure without its value would be read as 0; one without a status was checked by nobody. */
  if (parts->kind == MAAK_CITATION_FIGURE && !has_value && maak_status_has_value (parts->status))
    parts->status = MAAK_STATUS_MISSING;
  return maak_type_refuse_unknown (place, known, error);
}

static MaakValue *
read_json (MaakLibrary         *library,
           const MaakField     *field,
           const MaakJsonPlace *place,
           GError             **error)
{
  MaakCitationParts parts = { 0 };
  MaakValue        *value = NULL;

  if (read_kind (place, &parts.kind, error) && read_members (place, &parts, error))
    {
      g_autoptr (MaakCitation) citation = maak_citation_new (&parts);

      value = maak_value_new_citation (citation);
    }
  g_clear_pointer (&parts.title, maak_text_unref);
  g_clear_pointer (&parts.source, maak_text_unref);
  return value;
}

static void
write_string (MaakJsonWriter *writer,
              const char     *name,
              const char     *string)
{
  if (string == NULL || *string == '\0')
    return;
  maak_json_writer_name (writer, name);
  maak_json_writer_string (writer, string);
}

static void
write_member (const MemberRow         *row,
              const MaakCitationParts *parts,
              MaakJsonWriter          *writer)
{
  g_autofree char *made = NULL;
  MaakText        *text;

  switch (row->form)
    {
    case FORM_KIND:
      write_string (writer, row->name, maak_citation_kind_get_code (parts->kind));
      break;
    case FORM_STRING:
      write_string (writer, row->name, G_STRUCT_MEMBER (const char *, parts, row->offset));
      break;
    case FORM_PERIOD:
      made = parts->period.kind != MAAK_PERIOD_NONE ? maak_period_to_string (parts->period) : NULL;
      write_string (writer, row->name, made);
      break;
    case FORM_VALUE:
      if (!maak_status_has_value (parts->status))
        break;
      maak_json_writer_name (writer, row->name);
      maak_json_writer_double (writer, parts->value);
      break;
    case FORM_UNIT:
      write_string (writer, row->name, maak_unit_get_code (parts->unit));
      break;
    case FORM_STATUS:
      write_string (writer, row->name, maak_status_get_code (parts->status));
      break;
    case FORM_TEXT:
      text = G_STRUCT_MEMBER (MaakText *, parts, row->offset);
      if (text == NULL || maak_text_is_empty (text))
        break;
      maak_json_writer_name (writer, row->name);
      maak_json_writer_text (writer, text);
      break;
    case FORM_DATE:
      made = parts->date.year != 0 ? maak_date_to_iso (parts->date) : NULL;
      write_string (writer, row->name, made);
      break;
    case FORM_YEAR:
      if (parts->year == 0)
        break;
      maak_json_writer_name (writer, row->name);
      maak_json_writer_integer (writer, parts->year);
      break;
    default:
      break;
    }
}

static void
write_json (const MaakField *field,
            MaakValue       *value,
            MaakJsonWriter  *writer)
{
  const MaakCitationParts *parts = maak_citation_get (maak_value_get_citation (value));

  maak_json_writer_begin_object (writer);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      if ((members[i].kinds & (1u << parts->kind)) != 0)
        write_member (&members[i], parts, writer);
    }
  maak_json_writer_end_object (writer);
}

static void
write_schema (const MaakField *field,
              MaakJsonWriter  *writer)
{
  maak_json_writer_begin_object (writer);
  maak_json_writer_name (writer, "$ref");
  maak_json_writer_string (writer, "#/$defs/citation");
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
  if (!maak_type_refuse_rest (field, rest, error) || *string == '\0')
    return NULL;
  return maak_type_parse_json (library, field, string, error);
}

static void
visit_texts (const MaakField *field,
             MaakValue       *value,
             void (*visit) (MaakText *text, gpointer data),
             gpointer data)
{
  const MaakCitationParts *parts = maak_citation_get (maak_value_get_citation (value));

  if (parts->title != NULL)
    visit (parts->title, data);
  if (parts->source != NULL)
    visit (parts->source, data);
}

static char *
dup_summary (MaakPlan        *plan,
             const MaakField *field,
             MaakValue       *value,
             MaakLanguage     language)
{
  MaakCitation    *citation = maak_value_get_citation (value);
  g_autofree char *source = maak_citation_dup_source_line (citation, language);
  g_autofree char *figure = NULL;

  if (maak_citation_get (citation)->kind != MAAK_CITATION_FIGURE)
    return g_steal_pointer (&source);
  figure = maak_citation_dup_value (citation, language);
  return g_strdup_printf ("%s (%s)", figure, source);
}

const MaakFieldTypeClass maak_type_citation = {
  .name = "citation",
  .kind = MAAK_VALUE_CITATION,
  .from_json = read_json,
  .to_json = write_json,
  .write_schema = write_schema,
  .parse = parse,
  .visit_texts = visit_texts,
  .dup_summary = dup_summary,
};
