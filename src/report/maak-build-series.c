/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Series that stand in a record by themselves: a table with a row each and a column a year.
 *
 * Values of different kinds stand under one another, so money keeps its sign here, and nothing is added up. Lines of a
 * budget, which are, stand in a sheet.
 */
#include "report/maak-builder.h"

#include "base/maak-number.h"

static const MaakSeriesPoint *
get_points (MaakRecord *record, const MaakField *field, guint *n)
{
  MaakValue *value = maak_record_get (record, field);

  *n = 0;
  return value != NULL ? maak_value_get_points (value, n, NULL) : NULL;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static GArray *
list_years (MaakRecord *record, const MaakField *const *fields, guint n)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  guint   kept = 0;

  for (guint i = 0; i < n; i++)
    {
      guint                  n_points;
      const MaakSeriesPoint *points = get_points (record, fields[i], &n_points);

      for (guint k = 0; k < n_points; k++)
        g_array_append_val (years, points[k].year);
    }
  g_array_sort (years, compare_years);
  for (guint i = 0; i < years->len; i++)
    if (i == 0 || g_array_index (years, int, i) != g_array_index (years, int, kept - 1))
      g_array_index (years, int, kept++) = g_array_index (years, int, i);
  g_array_set_size (years, kept);
  return years;
}

/* "Visitors (a year)" */
static MaakRuns *
make_label (MaakBuilder *self, const MaakField *field)
{
  MaakRuns        *runs = maak_runs_new (maak_text_get_best (field->label, self->language));
  g_autofree char *unit = field->unit != NULL ? g_strdup_printf (" (%s)", maak_text_get_best (field->unit, self->language)) : NULL;

  maak_runs_append (runs, unit, MAAK_RUN_MUTED);
  return runs;
}

static void
add_row (MaakBuilder *self, MaakTable *table, MaakRecord *record, const MaakField *field, const GArray *years)
{
  MaakRow               *row = maak_table_add_row (table, MAAK_ROW_BODY);
  guint                  n;
  const MaakSeriesPoint *points = get_points (record, field, &n);

  maak_row_set (row, 0, make_label (self, field));
  for (guint i = 0; i < n; i++)
    for (guint y = 0; y < years->len; y++)
      if (g_array_index (years, int, y) == points[i].year)
        {
          g_autofree char *words = field->is_money ? maak_money_format (points[i].integer, self->language) : maak_number_format_shortest (points[i].number, self->language);

          maak_row_set (row, 1 + y, maak_runs_new (words));
        }
}

/**
 * maak_builder_add_series:
 * @self: a builder
 * @into: a group that receives the table
 * @record: a record
 * @fields: (array length=n): fields of type series, none of them empty
 * @n: how many, at least one
 */
void
maak_builder_add_series (MaakBuilder *self, MaakBlock *into, MaakRecord *record, const MaakField *const *fields, guint n)
{
  g_autoptr (GArray) years = list_years (record, fields, n);
  MaakTable *table = maak_table_new (MAAK_TABLE_RULED);

  maak_table_add_column (table, maak_runs_new (maak_builder_word (self, MAAK_PHRASE_REPORT_PER_YEAR)), MAAK_ALIGN_LEFT, FALSE);
  for (guint y = 0; y < years->len; y++)
    {
      g_autofree char *head = g_strdup_printf ("%d", g_array_index (years, int, y));

      maak_table_add_column (table, maak_runs_new (head), MAAK_ALIGN_RIGHT, TRUE);
    }
  table->n_label_columns = 1;
  for (guint i = 0; i < n; i++)
    add_row (self, table, record, fields[i], years);
  maak_block_append (into, maak_block_new_table (table));
}
