/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The columns of a list that is shown as a sheet, and the sheet as text that a spreadsheet takes.
 *
 * A series has a column a year: those that its rule allows, and those that some line holds all the same. Numbers are
 * written without grouping, as every spreadsheet understands those; computed columns come along, and are passed over
 * when the text is pasted. */

#include "plan/maak-paste-table.h"

#include "base/maak-number.h"
#include "plan/maak-expression.h"
#include "plan/maak-field-type.h"
#include "plan/maak-prose.h"
#include "plan/maak-record-private.h"

#include <string.h>

enum
{
  FIRST_YEAR = 1990,
  LAST_YEAR = 2100,
  MAX_YEARS = 40, /* more allowed years than this say nothing */
};

static gboolean
is_year_used (MaakRecord *const *records,
              const MaakField   *field,
              int                year)
{
  for (guint i = 0; records != NULL && records[i] != NULL; i++)
    {
      MaakValue             *value = maak_record_get (records[i], field);
      guint                  n = 0;
      const MaakSeriesPoint *points = value != NULL ? maak_value_get_points (value, &n, NULL) : NULL;

      for (guint j = 0; j < n; j++)
        {
          if (points[j].year == year)
            return TRUE;
        }
    }
  return FALSE;
}

/* The years that a line of the list may have, asked of a line that is in the plan only for the question. */
static guint
find_allowed_years (MaakPlan        *plan,
                    MaakRecord      *owner,
                    const MaakField *list,
                    const MaakField *field,
                    gboolean         allowed[LAST_YEAR - FIRST_YEAR + 1])
{
  g_autoptr (MaakRecord) line = NULL;
  MaakResult years = { 0 };
  guint      n = 0;

  if (field->years == NULL)
    return 0;
  line = maak_record_new (list->of, NULL);
  maak_record_set_parent (line, owner, list, 0);
  maak_expression_evaluate (field->years, plan, line, NULL, &years);
  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    {
      allowed[year - FIRST_YEAR] = maak_result_allows_year (&years, year);
      n += allowed[year - FIRST_YEAR];
    }
  maak_result_clear (&years);
  return n;
}

static void
add_series (GArray          *columns,
            MaakPlan        *plan,
            MaakRecord      *owner,
            const MaakField *list,
            const MaakField *field)
{
  MaakValue         *value = maak_record_get (owner, list);
  MaakRecord *const *records = value != NULL ? maak_value_get_records (value, NULL) : NULL;
  gboolean           allowed[LAST_YEAR - FIRST_YEAR + 1] = { FALSE };
  guint              n = find_allowed_years (plan, owner, list, field, allowed);

  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    {
      MaakSheetColumn column = { field, year };

      if ((n <= MAX_YEARS && allowed[year - FIRST_YEAR]) || is_year_used (records, field, year))
        g_array_append_val (columns, column);
    }
}

static void
add_field (GArray          *columns,
           MaakPlan        *plan,
           MaakRecord      *owner,
           const MaakField *list,
           const MaakField *field)
{
  MaakSheetColumn column = { field, 0 };

  if (field->type == MAAK_FIELD_SERIES)
    add_series (columns, plan, owner, list, field);
  else
    g_array_append_val (columns, column);
}

/**
 * maak_sheet_columns_new:
 * @owner: a record of @plan
 * @list: a field of type list of its template
 *
 * Returns: (transfer full) (element-type MaakSheetColumn): the columns that @list says, or else all but prose and lists; a
 *   series has one for each year that it may have or has
 */
GArray *
maak_sheet_columns_new (MaakPlan        *plan,
                        MaakRecord      *owner,
                        const MaakField *list)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (MaakSheetColumn));

  g_return_val_if_fail (MAAK_IS_PLAN (plan) && MAAK_IS_RECORD (owner) && list != NULL, columns);

  for (guint i = 0; list->columns != NULL && list->columns[i] != NULL; i++)
    add_field (columns, plan, owner, list, list->columns[i]);
  for (guint i = 0; list->columns == NULL && i < maak_template_get_n_fields (list->of); i++)
    {
      const MaakField *field = maak_template_get_field (list->of, i);

      if (!field->prose && field->type != MAAK_FIELD_LIST)
        add_field (columns, plan, owner, list, field);
    }
  return columns;
}

/**
 * maak_sheet_dup_label:
 * Returns: (transfer full): the heading of the column: the field's label, the year, or both where there are several series
 */
char *
maak_sheet_dup_label (const MaakSheet *sheet,
                      guint            column,
                      MaakLanguage     language)
{
  const MaakSheetColumn *this;
  const char *label;
  gboolean    others = FALSE;

  g_return_val_if_fail (sheet != NULL && column < sheet->n_columns, NULL);

  this = &sheet->columns[column];
  label = maak_text_get_best (this->field->label, language);
  if (this->year == 0)
    return g_strdup (label);
  for (guint i = 0; i < sheet->n_columns; i++)
    others = others || (sheet->columns[i].year != 0 && sheet->columns[i].field != this->field);
  return others ? g_strdup_printf ("%s %d", label, this->year) : g_strdup_printf ("%d", this->year);
}

static char *
write_number (double       number,
              MaakLanguage language)
{
  char buffer[MAAK_NUMBER_SIZE];

  return g_strdelimit (g_strdup (maak_number_to_shortest (number, buffer)), ".", language == MAAK_LANGUAGE_NL ? ',' : '.');
}

static char *
write_integer (gint64 integer)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, integer);
}

static char *
write_year (MaakValue   *value,
            int          year,
            MaakLanguage language)
{
  guint                  n;
  gboolean               is_money;
  const MaakSeriesPoint *points = maak_value_get_points (value, &n, &is_money);

  for (guint i = 0; i < n; i++)
    {
      if (points[i].year == year)
        return is_money ? write_integer (points[i].integer) : write_number (points[i].number, language);
    }
  return g_strdup ("");
}

static char *
write_text (const MaakSheet *sheet,
            const MaakField *field,
            MaakValue       *value)
{
  const char *string = maak_text_get (maak_value_get_text (value), field->one_language ? MAAK_LANGUAGE_NL : sheet->writing);
  g_autoptr (MaakProse) prose = field->prose ? maak_prose_new (string) : NULL;

  return field->prose ? maak_prose_dup_plain (prose) : g_strdup (string);
}

static char *
write_computed (MaakPlan        *plan,
                const MaakSheet *sheet,
                MaakRecord      *record,
                const MaakField *field)
{
  MaakResult result = { 0 };
  char      *string;

  maak_expression_evaluate (field->value, plan, record, NULL, &result);
  if (!result.many && result.kind == MAAK_TYPE_OF_MONEY)
    string = write_integer (result.money);
  else if (!result.many && result.kind == MAAK_TYPE_OF_NUMBER)
    string = write_number (result.number, sheet->language);
  else
    string = result.kind != MAAK_TYPE_OF_NOTHING ? maak_expression_dup_string (field->value, plan, record, NULL, sheet->language) : g_strdup ("");
  maak_result_clear (&result);
  return string;
}

static char *
write_cell (MaakPlan              *plan,
            const MaakSheet       *sheet,
            MaakRecord            *record,
            const MaakSheetColumn *column)
{
  const MaakField *field = maak_template_lookup_field (maak_record_get_template (record), column->field->id);
  MaakValue       *value = field != NULL ? maak_record_get (record, field) : NULL;

  if (field != NULL && field->value != NULL)
    return write_computed (plan, sheet, record, field);
  if (value == NULL)
    return g_strdup ("");
  if (column->year != 0)
    return write_year (value, column->year, sheet->language);
  switch ((int) field->type)
    {
    case MAAK_FIELD_TEXT:
      return write_text (sheet, field, value);
    case MAAK_FIELD_MONEY:
      return write_integer (maak_value_get_integer (value));
    case MAAK_FIELD_NUMBER:
      return write_number (maak_value_get_number (value), sheet->language);
    default:
      return maak_field_value_dup_summary (plan, field, value, sheet->language);
    }
}

/**
 * maak_plan_dup_table:
 * @sheet: the list and its columns
 * @first_row: the first record, from 0
 * @n_rows: how many at most
 * @with_headings: whether a row of headings comes first
 *
 * Returns: (transfer full): lines with tabs, which a spreadsheet takes, and maak_plan_paste_table() too
 */
char *
maak_plan_dup_table (MaakPlan        *self,
                     const MaakSheet *sheet,
                     guint            first_row,
                     guint            n_rows,
                     gboolean         with_headings)
{
  g_autoptr (MaakGrid) grid = maak_grid_new ();
  MaakValue         *value;
  guint              n = 0;
  MaakRecord *const *records;

  g_return_val_if_fail (MAAK_IS_PLAN (self) && sheet != NULL, NULL);

  value = maak_record_get (sheet->owner, sheet->list);
  records = value != NULL ? maak_value_get_records (value, &n) : NULL;
  if (with_headings)
    maak_grid_add_row (grid);
  for (guint i = 0; with_headings && i < sheet->n_columns; i++)
    {
      g_autofree char *label = maak_sheet_dup_label (sheet, i, sheet->language);

      maak_grid_add_cell (grid, label);
    }
  for (guint row = first_row; row < n && row - first_row < n_rows; row++)
    {
      maak_grid_add_row (grid);
      for (guint i = 0; i < sheet->n_columns; i++)
        {
          g_autofree char *cell = write_cell (self, sheet, records[row], &sheet->columns[i]);

          maak_grid_add_cell (grid, cell);
        }
    }
  return maak_grid_dup_text (grid);
}
