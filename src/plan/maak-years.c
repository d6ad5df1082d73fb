/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Which years a series is shown for. A series that its template bounds ("the term of the proposal") shows all years that it
 * may have; a value in a year outside, which a file may hold, is shown as well: it must be seen to be mended. While the
 * term is not filled in, or has no end, any year is allowed.
 *
 * Nothing is drawn for a term of a thousand years: the first MOST_YEARS are shown. */

#include "plan/maak-years.h"

#include "plan/maak-expression.h"

enum
{
  MOST_YEARS = 60,
};

/** maak_years_init: no years yet, and none free. */
void
maak_years_init (MaakYears *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->is_free = FALSE;
}

/** maak_years_clear: frees what @self holds. */
void
maak_years_clear (MaakYears *self)
{
  g_clear_pointer (&self->years, g_array_unref);
}

/** maak_years_add: adds @year at its place, once. */
void
maak_years_add (MaakYears *self,
                int        year)
{
  guint at = 0;

  while (at < self->years->len && g_array_index (self->years, int, at) < year)
    at++;
  if (at == self->years->len || g_array_index (self->years, int, at) != year)
    g_array_insert_val (self->years, at, year);
}

static void
add_allowed (MaakYears        *self,
             const MaakResult *allowed)
{
  if (allowed->many)
    {
      for (guint i = 0; i < allowed->elements->len && i < MOST_YEARS; i++)
        maak_years_add (self, (int) g_array_index (allowed->elements, MaakResult, i).number);
      self->is_free |= allowed->elements->len == 0;
    }
  else if (allowed->kind == MAAK_TYPE_OF_YEAR)
    maak_years_add (self, (int) allowed->number);
  else if (allowed->kind == MAAK_TYPE_OF_SPAN && allowed->date.year != 0 && allowed->end.year != 0)
    {
      for (int year = allowed->date.year; year <= allowed->end.year && year < allowed->date.year + MOST_YEARS; year++)
        maak_years_add (self, year);
    }
  else
    self->is_free = TRUE;
}

/** maak_years_add_series: adds the years that the series @field of @record may have, and those that it has. */
void
maak_years_add_series (MaakYears       *self,
                       MaakPlan        *plan,
                       MaakRecord      *record,
                       const MaakField *field)
{
  MaakValue             *value = maak_record_get (record, field);
  guint                  n = 0;
  const MaakSeriesPoint *points = value != NULL ? maak_value_get_points (value, &n, NULL) : NULL;

  g_return_if_fail (field->type == MAAK_FIELD_SERIES);

  if (field->years != NULL)
    {
      MaakResult allowed = { 0 };

      maak_expression_evaluate (field->years, plan, record, NULL, &allowed);
      add_allowed (self, &allowed);
      maak_result_clear (&allowed);
    }
  else
    self->is_free = TRUE;
  for (guint i = 0; i < n; i++)
    maak_years_add (self, points[i].year);
}

/** maak_series_get: Returns: whether the series has a value in @year; then @point is that */
gboolean
maak_series_get (MaakValue       *series_or_null,
                 int              year,
                 MaakSeriesPoint *point)
{
  guint                  n = 0;
  const MaakSeriesPoint *points = series_or_null != NULL ? maak_value_get_points (series_or_null, &n, NULL) : NULL;

  for (guint i = 0; i < n; i++)
    if (points[i].year == year)
      {
        *point = points[i];
        return TRUE;
      }
  return FALSE;
}

/** maak_series_sum: Returns: the sum over all years, of money too; @euros: the same in whole euros, 0 for numbers */
double
maak_series_sum (MaakValue *series_or_null,
                 gint64    *euros)
{
  guint                  n = 0;
  gboolean               is_money = FALSE;
  const MaakSeriesPoint *points = series_or_null != NULL ? maak_value_get_points (series_or_null, &n, &is_money) : NULL;
  double                 sum = 0;

  *euros = 0;
  for (guint i = 0; i < n; i++)
    {
      if (is_money && __builtin_add_overflow (*euros, points[i].integer, euros))
        *euros = points[i].integer > 0 ? G_MAXINT64 : G_MININT64;
      sum += is_money ? (double) points[i].integer : points[i].number;
    }
  return sum;
}
