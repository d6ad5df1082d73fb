/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A term: first and last day, either of which may be open while the plan is drafted. That it ends before it begins is
 * refused when it is typed; in a file it is left to the checks.
 *
 * A person may type years ("2027-2031"), which stand for their first and last day, or the two days. */

#include "plan/maak-field-type-private.h"

static const char *const members[] = { "start", "end", NULL };

static MaakValue *
read_json (MaakLibrary         *library,
           const MaakField     *field,
           const MaakJsonPlace *place,
           GError             **error)
{
  MaakDate      start = { 0 }, end = { 0 };
  MaakJsonPlace child;

  if (!maak_type_refuse_unknown (place, members, error) ||
      (maak_json_place_lookup (place, "start", &child) && !maak_type_read_date (&child, &start, error)) ||
      (maak_json_place_lookup (place, "end", &child) && !maak_type_read_date (&child, &end, error)))
    return NULL;
  return maak_value_new_span (start, end);
}

static void
write_date (MaakJsonWriter *writer,
            const char     *member,
            MaakDate        date)
{
  g_autofree char *iso = maak_date_to_iso (date);

  if (date.year == 0)
    return;
  maak_json_writer_name (writer, member);
  maak_json_writer_string (writer, iso);
}

static void
write_json (const MaakField *field,
            MaakValue       *value,
            MaakJsonWriter  *writer)
{
  MaakDate start, end;

  maak_value_get_span (value, &start, &end);
  maak_json_writer_begin_object (writer);
  write_date (writer, "start", start);
  write_date (writer, "end", end);
  maak_json_writer_end_object (writer);
}

static void
write_schema (const MaakField *field,
              MaakJsonWriter  *writer)
{
  maak_json_writer_begin_object (writer);
  maak_json_writer_name (writer, "$ref");
  maak_json_writer_string (writer, "#/$defs/period");
  maak_json_writer_end_object (writer);
}

/* One side: a day, or a year, which is its first or last day. An empty string leaves the side open. */
static gboolean
parse_side (const char  *string,
            MaakLanguage language,
            gboolean     is_end,
            MaakDate    *date)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (string));
  int              year;

  if (*trimmed == '\0')
    {
      *date = (MaakDate) { 0 };
      return TRUE;
    }
  if (maak_type_parse_year (trimmed, &year))
    {
      *date = is_end ? (MaakDate) { (gint16) year, 12, 31 } : (MaakDate) { (gint16) year, 1, 1 };
      return TRUE;
    }
  return maak_type_parse_date (trimmed, language, date);
}

/* Where the two sides of what a person typed meet: "..", "t/m", "tot en met", "to", an en dash, " - ", or the hyphen
 * between two years. */
static gboolean
split_sides (const char *string,
             char      **first,
             char      **last)
{
  static const char *const marks[] = { "..", " t/m ", " tot en met ", " to ", " until ", "\xe2\x80\x93", " - " };
  int                      year;
  g_autofree char         *head = g_strndup (string, 4);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *at = strstr (string, marks[i]);

      if (at == NULL)
        continue;
      *first = g_strndup (string, (gsize) (at - string));
      *last = g_strdup (at + strlen (marks[i]));
      return TRUE;
    }
  if (strlen (string) == 9 && string[4] == '-' && maak_type_parse_year (string + 5, &year))
    {
      *first = g_steal_pointer (&head);
      *last = g_strdup (string + 5);
      return TRUE;
    }
  return FALSE;
}

static gboolean
parse_both (const char  *string,
            MaakLanguage language,
            MaakDate    *start,
            MaakDate    *end)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  int              year;

  if (split_sides (string, &first, &last))
    return parse_side (first, language, FALSE, start) && parse_side (last, language, TRUE, end);
  /* A year alone is that year. */
  return maak_type_parse_year (string, &year) && parse_side (string, language, FALSE, start) && parse_side (string, language, TRUE, end);
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
  MaakDate         start = { 0 }, end = { 0 };
  gboolean         good;

  if (before != NULL)
    maak_value_get_span (before, &start, &end);
  if (rest != NULL && strcmp (rest, "start") == 0)
    good = parse_side (trimmed, language, FALSE, &start);
  else if (rest != NULL && strcmp (rest, "end") == 0)
    good = parse_side (trimmed, language, TRUE, &end);
  else if (!maak_type_refuse_rest (field, rest, error) || *trimmed == '\0')
    return NULL;
  else
    good = parse_both (trimmed, language, &start, &end);

  if (!good)
    return maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_BAD_PERIOD, MAAK_ARG_STRING, "text", trimmed, MAAK_ARG_END), error);
  if (start.year != 0 && end.year != 0 && maak_date_compare (start, end) > 0)
    return maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_PERIOD_ORDER, MAAK_ARG_DATE, "start", &start, MAAK_ARG_DATE, "end", &end, MAAK_ARG_END), error);
  return start.year == 0 && end.year == 0 ? NULL : maak_value_new_span (start, end);
}

static char *
dup_summary (MaakPlan        *plan,
             const MaakField *field,
             MaakValue       *value,
             MaakLanguage     language)
{
  MaakDate         start, end;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  maak_value_get_span (value, &start, &end);
  first = maak_date_format (start, language);
  last = maak_date_format (end, language);
  return g_strstrip (g_strdup_printf ("%s \xe2\x80\x93 %s", first, last));
}

const MaakFieldTypeClass maak_type_period = {
  .name = "period",
  .kind = MAAK_VALUE_SPAN,
  .from_json = read_json,
  .to_json = write_json,
  .write_schema = write_schema,
  .parse = parse,
  .dup_summary = dup_summary,
};
