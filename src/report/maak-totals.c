/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Amounts per year of the lines of a budget, and their sums, in whole euros of 64 bits.
 *
 * Years are those that any line has, sorted; a line without a year has 0 there. Sums that would leave 64 bits stay at
 * the bound: a plan's own limits lie far below.
 */
#include "report/maak-totals.h"

static const MaakSeriesPoint *
get_points (MaakRecord *record, MaakRole role, guint *n)
{
  MaakValue *value = maak_record_get_role (record, role);

  *n = 0;
  return value != NULL && maak_value_get_kind (value) == MAAK_VALUE_SERIES ? maak_value_get_points (value, n, NULL) : NULL;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
collect_years (MaakTotals *self, MaakRecord *const *records, MaakRole role)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->n_lines; i++)
    {
      guint                  n;
      const MaakSeriesPoint *points = get_points (records[i], role, &n);

      for (guint k = 0; k < n; k++)
        g_array_append_val (years, points[k].year);
    }
  g_array_sort (years, compare_years);
  self->years = g_new (int, MAX (1, years->len));
  for (guint i = 0; i < years->len; i++)
    if (i == 0 || g_array_index (years, int, i) != g_array_index (years, int, i - 1))
      self->years[self->n_years++] = g_array_index (years, int, i);
}

/* Sums beyond 64 bits stay at the bound: a plan's own limits lie far below. */
static gint64
add (gint64 a, gint64 b)
{
  gint64 sum;

  if (__builtin_add_overflow (a, b, &sum))
    return b > 0 ? G_MAXINT64 : G_MININT64;
  return sum;
}

/**
 * maak_totals_new:
 * @records: (array length=n): lines
 * @n: how many
 * @role: of the series that is added up
 *
 * Returns: (transfer full): the amounts per line and year, and their sums, in whole euros
 */
MaakTotals *
maak_totals_new (MaakRecord *const *records, guint n, MaakRole role)
{
  MaakTotals *self = g_new0 (MaakTotals, 1);

  self->n_lines = n;
  collect_years (self, records, role);
  self->amounts = g_new0 (gint64, MAX (1, n * self->n_years));
  self->by_year = g_new0 (gint64, MAX (1, self->n_years));
  self->by_line = g_new0 (gint64, MAX (1, n));
  for (guint i = 0; i < n; i++)
    {
      guint                  n_points, y = 0;
      const MaakSeriesPoint *points = get_points (records[i], role, &n_points);

      for (guint k = 0; k < n_points; k++)
        {
          while (self->years[y] < points[k].year)
            y++;
          self->amounts[i * self->n_years + y] = points[k].integer;
          self->by_year[y] = add (self->by_year[y], points[k].integer);
          self->by_line[i] = add (self->by_line[i], points[k].integer);
        }
      self->all = add (self->all, self->by_line[i]);
    }
  return self;
}

/**
 * maak_totals_new_union:
 * @budget: what it costs
 * @funding: what there is for it
 *
 * Returns: (transfer full): two lines, budget and funding, over the years of both; the sums are funding less budget, below
 *   zero where there is too little
 */
MaakTotals *
maak_totals_new_union (const MaakTotals *budget, const MaakTotals *funding)
{
  MaakTotals *self = g_new0 (MaakTotals, 1);
  guint       b = 0, f = 0;

  self->n_lines = 2;
  self->years = g_new (int, budget->n_years + funding->n_years + 1);
  while (b < budget->n_years || f < funding->n_years)
    {
      int from_budget = b < budget->n_years ? budget->years[b] : G_MAXINT;
      int from_funding = f < funding->n_years ? funding->years[f] : G_MAXINT;

      b += from_budget <= from_funding;
      f += from_funding <= from_budget;
      self->years[self->n_years++] = MIN (from_budget, from_funding);
    }
  self->amounts = g_new0 (gint64, 2 * self->n_years + 1);
  self->by_year = g_new0 (gint64, self->n_years + 1);
  self->by_line = g_new0 (gint64, 2);
  for (guint y = 0; y < self->n_years; y++)
    {
      self->amounts[y] = maak_totals_get_year (budget, self->years[y]);
      self->amounts[self->n_years + y] = maak_totals_get_year (funding, self->years[y]);
      self->by_year[y] = self->amounts[self->n_years + y] - self->amounts[y];
    }
  self->by_line[0] = budget->all;
  self->by_line[1] = funding->all;
  self->all = funding->all - budget->all;
  return self;
}

/**
 * maak_totals_free:
 * @self: (nullable): totals, freed
 */
void
maak_totals_free (MaakTotals *self)
{
  if (self == NULL)
    return;
  g_free (self->years);
  g_free (self->amounts);
  g_free (self->by_year);
  g_free (self->by_line);
  g_free (self);
}

/**
 * maak_totals_get_year:
 * @self: totals
 * @year: a year
 *
 * Returns: the sum of that year, in whole euros; 0 where no line has it
 */
gint64
maak_totals_get_year (const MaakTotals *self, int year)
{
  for (guint i = 0; i < self->n_years; i++)
    if (self->years[i] == year)
      return self->by_year[i];
  return 0;
}
