/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A value per year: budgets, targets, in- and outflow; whole euros or numbers. Years outside what the field allows are
 * refused when they are typed, by the plan, as that needs the record; in a file they become findings.
 *
 * Points are kept in the order of their years, each year once. */

#include "plan/maak-field-type-private.h"

#include "base/maak-number.h"

static gboolean
read_point (const MaakField     *field,
            const MaakJsonPlace *place,
            MaakSeriesPoint     *point,
            GError             **error)
{
  if (!maak_type_parse_year (place->member, &point->year))
    return maak_type_fail (place, maak_message_new (MAAK_PHRASE_PLAN_BAD_YEAR, MAAK_ARG_STRING, "text", place->member, MAAK_ARG_END), error);
  return field->is_money ? maak_json_place_get_integer (place, &point->integer, error) : maak_json_place_get_double (place, &point->number, error);
}

static MaakValue *
read_json (MaakLibrary         *library,
           const MaakField     *field,
           const MaakJsonPlace *place,
           GError             **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (MaakSeriesPoint));
  JsonObject    *object;
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *node;

  if (!maak_json_place_get_object (place, &object, error))
    return NULL;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      MaakSeriesPoint point = { 0 };
      MaakJsonPlace   child;

      maak_json_place_init_member (&child, place, name, node);
      if (!read_point (field, &child, &point, error))
        return NULL;
      g_array_append_val (points, point);
    }
  return maak_value_new_series ((MaakSeriesPoint *) (void *) points->data, points->len, field->is_money);
}

static void
write_json (const MaakField *field,
            MaakValue       *value,
            MaakJsonWriter  *writer)
{
  guint                  n;
  gboolean               is_money;
  const MaakSeriesPoint *points = maak_value_get_points (value, &n, &is_money);

  maak_json_writer_begin_object (writer);
  for (guint i = 0; i < n; i++)
    {
      char year[16];

      g_snprintf (year, sizeof year, "%d", points[i].year);
      maak_json_writer_name (writer, year);
      if (is_money)
        maak_json_writer_integer (writer, points[i].integer);
      else
        maak_json_writer_double (writer, points[i].number);
    }
  maak_json_writer_end_object (writer);
}

static void
write_schema (const MaakField *field,
              MaakJsonWriter  *writer)
{
  maak_json_writer_begin_object (writer);
  maak_json_writer_name (writer, "type");
  maak_json_writer_string (writer, "object");
  maak_json_writer_name (writer, "patternProperties");
  maak_json_writer_begin_object (writer);
  maak_json_writer_name (writer, "^[1-9][0-9]{3}$");
  maak_type_write_plain_schema (field->is_money ? "integer" : "number", NULL, writer);
  maak_json_writer_end_object (writer);
  maak_json_writer_name (writer, "additionalProperties");
  maak_json_writer_boolean (writer, FALSE);
  maak_json_writer_end_object (writer);
}

static gboolean
parse_amount (const MaakField *field,
              const char      *string,
              MaakLanguage     language,
              MaakSeriesPoint *point,
              GError         **error)
{
  if (!field->is_money)
    return maak_type_parse_number (field, string, language, &point->number, error);
  if (maak_money_parse (string, language, &point->integer))
    return TRUE;
  maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_BAD_MONEY, MAAK_ARG_STRING, "text", string, MAAK_ARG_END), error);
  return FALSE;
}

static void
put_point (GArray                *points,
           const MaakSeriesPoint *point)
{
  for (guint i = 0; i < points->len; i++)
    {
      if (g_array_index (points, MaakSeriesPoint, i).year == point->year)
        {
          g_array_index (points, MaakSeriesPoint, i) = *point;
          return;
        }
    }
  g_array_append_val (points, *point);
}

/* "2027: 1.200.000; 2028: 800.000" */
static gboolean
parse_all (const MaakField *field,
           const char      *string,
           MaakLanguage     language,
           GArray          *points,
           GError         **error)
{
  g_auto (GStrv) parts = maak_type_split (string, ';');

  for (guint i = 0; parts[i] != NULL; i++)
    {
      MaakSeriesPoint point = { 0 };
      char           *mark = strpbrk (parts[i], ":=");

      if (mark != NULL)
        *mark = '\0';
      g_strchomp (parts[i]);
      if (mark == NULL || !maak_type_parse_year (parts[i], &point.year))
        {
          maak_type_fail_typed (maak_message_new (MAAK_PHRASE_PLAN_BAD_SERIES, MAAK_ARG_STRING, "text", string, MAAK_ARG_END), error);
          return FALSE;
        }
      if (!parse_amount (field, g_strchug (mark + 1), language, &point, error))
        return FALSE;
      put_point (points, &point);
    }
  return TRUE;
}

static gboolean
parse_year (const MaakField *field,
            MaakValue       *before,
            const char      *rest,
            const char      *string,
            MaakLanguage     language,
            GArray          *points,
            GError         **error)
{
  g_autofree char       *trimmed = g_strstrip (g_strdup (string));
  MaakSeriesPoint        point = { 0 };
  guint                  n = 0;
  const MaakSeriesPoint *old = before != NULL ? maak_value_get_points (before, &n, NULL) : NULL;

  if (!maak_type_parse_year (rest, &point.year))
    return maak_type_refuse_rest (field, rest, error);
  for (guint i = 0; i < n; i++)
    {
      if (old[i].year != point.year)
        g_array_append_val (points, old[i]);
    }
  if (*trimmed == '\0')
    return TRUE;
  if (!parse_amount (field, trimmed, language, &point, error))
    return FALSE;
  g_array_append_val (points, point);
  return TRUE;
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
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (MaakSeriesPoint));
  gboolean good;

  if (rest != NULL)
    good = parse_year (field, before, rest, string, language, points, error);
  else
    good = parse_all (field, string, language, points, error);
  if (!good || points->len == 0)
    return NULL;
  return maak_value_new_series ((MaakSeriesPoint *) (void *) points->data, points->len, field->is_money);
}

static char *
dup_summary (MaakPlan        *plan,
             const MaakField *field,
             MaakValue       *value,
             MaakLanguage     language)
{
  GString               *out = g_string_new (NULL);
  guint                  n;
  gboolean               is_money;
  const MaakSeriesPoint *points = maak_value_get_points (value, &n, &is_money);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *amount = is_money ? maak_money_format (points[i].integer, language) : maak_type_format_number (field, points[i].number, language);

      g_string_append_printf (out, "%s%d: %s", i > 0 ? "; " : "", points[i].year, amount);
    }
  return g_string_free_and_steal (out);
}

const MaakFieldTypeClass maak_type_series = {
  .name = "series",
  .kind = MAAK_VALUE_SERIES,
  .from_json = read_json,
  .to_json = write_json,
  .write_schema = write_schema,
  .parse = parse,
  .dup_summary = dup_summary,
};
