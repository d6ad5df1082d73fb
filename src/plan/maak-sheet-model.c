/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What a sheet shows. The columns are those that the list names, else all that are short; a series becomes a column for each
 * of its years, with their sum behind them. The years are those of all rows together, so that a row that has fewer has
 * blank cells.
 *
 * Only amounts and series are summed: scores and rates have no total. A sum of amounts that does not fit in 64 bits stays at
 * the largest. A record of a template that extends the list's has the columns under the same ids, and may lack one. */

#include "plan/maak-sheet-model.h"

#include "base/maak-number.h"
#include "plan/maak-expression.h"
#include "plan/maak-field-type.h"

enum
{
  FIRST_YEARS = 4, /* where any year is allowed and none has a value */
};

struct _MaakSheetModel
{
  MaakPlan        *plan;
  const MaakField *list;
  GPtrArray       *records; /* of MaakRecord, owned */
  GArray          *columns; /* of MaakTableColumn */
  gboolean         is_free;
};

static const MaakTableColumn *
column_at (MaakSheetModel *self,
           guint           column)
{
  return &g_array_index (self->columns, MaakTableColumn, column);
}

static const MaakField *
find_field (MaakRecord      *record,
            const MaakField *column)
{
  return maak_template_lookup_field (maak_record_get_template (record), column->id);
}

static void
add_column (MaakSheetModel  *self,
            const MaakField *field,
            int              year,
            gboolean         is_sum)
{
  MaakTableColumn column = { field, year, is_sum };

  g_array_append_val (self->columns, column);
}

static void
add_series (MaakSheetModel  *self,
            const MaakField *field,
            GArray          *more_years)
{
  MaakYears years;

  maak_years_init (&years);
  for (guint i = 0; i < self->records->len; i++)
    {
      MaakRecord      *record = g_ptr_array_index (self->records, i);
      const MaakField *own = find_field (record, field);

      if (own != NULL)
        maak_years_add_series (&years, self->plan, record, own);
    }
  for (guint i = 0; more_years != NULL && years.is_free && i < more_years->len; i++)
    maak_years_add (&years, g_array_index (more_years, int, i));
  for (int i = 0, today = maak_date_today ().year; years.is_free && years.years->len < FIRST_YEARS && i < FIRST_YEARS; i++)
    maak_years_add (&years, today + i);
  for (guint i = 0; i < years.years->len; i++)
    add_column (self, field, g_array_index (years.years, int, i), FALSE);
  if (years.years->len > 1)
    add_column (self, field, 0, TRUE);
  self->is_free |= years.is_free;
  maak_years_clear (&years);
}

static gboolean
is_shown_unasked (const MaakField *field)
{
  return !field->prose && field->type != MAAK_FIELD_LIST;
}

static void
make_columns (MaakSheetModel *self,
              GArray         *more_years)
{
  const MaakTemplate *of = self->list->of;

  for (guint i = 0; self->list->columns != NULL ? self->list->columns[i] != NULL : i < maak_template_get_n_fields (of); i++)
    {
      const MaakField *field = self->list->columns != NULL ? self->list->columns[i] : maak_template_get_field (of, i);

      if (field->type == MAAK_FIELD_SERIES)
        add_series (self, field, more_years);
      else if (self->list->columns != NULL || is_shown_unasked (field))
        add_column (self, field, 0, FALSE);
    }
}

/**
 * maak_sheet_model_new:
 * @owner: the record that has the list
 * @list: a list of its template
 * @more_years_or_null: of int: years that a person asked for, where any is allowed
 *
 * Returns: (transfer full): the sheet
 */
MaakSheetModel *
maak_sheet_model_new (MaakPlan        *plan,
                      MaakRecord      *owner,
                      const MaakField *list,
                      GArray          *more_years_or_null)
{
  MaakSheetModel    *self;
  MaakValue         *value;
  guint              n = 0;
  MaakRecord *const *records;

  g_return_val_if_fail (MAAK_IS_PLAN (plan) && MAAK_IS_RECORD (owner) && list->type == MAAK_FIELD_LIST, NULL);

  self = g_new0 (MaakSheetModel, 1);
  value = maak_record_get (owner, list);
  records = value != NULL ? maak_value_get_records (value, &n) : NULL;
  self->plan = g_object_ref (plan);
  self->list = list;
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->columns = g_array_new (FALSE, FALSE, sizeof (MaakTableColumn));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->records, g_object_ref (records[i]));
  make_columns (self, more_years_or_null);
  return self;
}

/** maak_sheet_model_free: frees @self. */
void
maak_sheet_model_free (MaakSheetModel *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->columns);
  g_ptr_array_unref (self->records);
  g_object_unref (self->plan);
  g_free (self);
}

/** maak_sheet_model_get_n_columns: Returns: how many columns there are, those of sums too */
guint
maak_sheet_model_get_n_columns (MaakSheetModel *self)
{
  return self->columns->len;
}

/** maak_sheet_model_get_column: Returns: (transfer none): a column */
const MaakTableColumn *
maak_sheet_model_get_column (MaakSheetModel *self,
                             guint           column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return &g_array_index (self->columns, MaakTableColumn, column);
}

/** maak_sheet_model_get_n_rows: Returns: how many records there are */
guint
maak_sheet_model_get_n_rows (MaakSheetModel *self)
{
  return self->records->len;
}

/** maak_sheet_model_get_record: Returns: (transfer none): the record of a row */
MaakRecord *
maak_sheet_model_get_record (MaakSheetModel *self,
                             guint           row)
{
  g_return_val_if_fail (row < self->records->len, NULL);

  return g_ptr_array_index (self->records, row);
}

/** maak_sheet_model_is_free: Returns: whether a series has no bounds, so that a person may add years */
gboolean
maak_sheet_model_is_free (MaakSheetModel *self)
{
  return self->is_free;
}

/** maak_sheet_model_equal: Returns: whether both have the same records and columns, whatever these hold */
gboolean
maak_sheet_model_equal (MaakSheetModel *self,
                        MaakSheetModel *other)
{
  if (self->records->len != other->records->len || self->columns->len != other->columns->len)
    return FALSE;
  for (guint i = 0; i < self->records->len; i++)
    if (g_ptr_array_index (self->records, i) != g_ptr_array_index (other->records, i))
      return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MaakTableColumn *a = column_at (self, i), *b = column_at (other, i);

      if (a->field != b->field || a->year != b->year || a->is_sum != b->is_sum)
        return FALSE;
    }
  return TRUE;
}

/** maak_sheet_model_get_field: Returns: (transfer none) (nullable): the field of the row's own template; NULL: it has none such */
const MaakField *
maak_sheet_model_get_field (MaakSheetModel *self,
                            guint           row,
                            guint           column)
{
  return find_field (g_ptr_array_index (self->records, row), column_at (self, column)->field);
}

static guint
count_series (MaakSheetModel *self)
{
  const MaakField *last = NULL;
  guint            n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const MaakTableColumn *column = column_at (self, i);

      if ((column->year != 0 || column->is_sum) && column->field != last)
        {
          last = column->field;
          n++;
        }
    }
  return n;
}

/** maak_sheet_model_dup_label: Returns: (transfer full): what stands above a column: a year alone where that says enough */
char *
maak_sheet_model_dup_label (MaakSheetModel *self,
                            guint           column,
                            MaakLanguage    language)
{
  const MaakTableColumn *at = column_at (self, column);
  const char            *label = maak_text_get_best (at->field->label, language);
  const char            *total = maak_phrase_get (MAAK_PHRASE_REPORT_TOTAL, language);
  gboolean               alone = count_series (self) < 2;

  if (at->is_sum)
    return alone ? g_strdup (total) : g_strdup_printf ("%s, %s", label, total);
  if (at->year != 0)
    return alone ? g_strdup_printf ("%d", at->year) : g_strdup_printf ("%s %d", label, at->year);
  return g_strdup (label);
}

static char *
format (const MaakField *field,
        gint64           euros,
        double           number,
        MaakLanguage     language)
{
  if (field->type == MAAK_FIELD_MONEY || field->is_money)
    return maak_number_format_integer (euros, language);
  return maak_number_format_shortest (number, language);
}

static char *
dup_computed (MaakSheetModel  *self,
              MaakRecord      *record,
              const MaakField *field,
              MaakLanguage     language)
{
  MaakResult result = { 0 };
  char      *text;

  maak_expression_evaluate (field->value, self->plan, record, NULL, &result);
  if (result.kind == MAAK_TYPE_OF_MONEY && !result.many)
    text = maak_number_format_integer (result.money, language);
  else
    text = maak_expression_dup_string (field->value, self->plan, record, NULL, language);
  maak_result_clear (&result);
  return text;
}

/** maak_sheet_model_dup_cell: Returns: (transfer full): what a cell shows; amounts without the sign of the euro */
char *
maak_sheet_model_dup_cell (MaakSheetModel *self,
                           guint           row,
                           guint           column,
                           MaakLanguage    language)
{
  MaakRecord            *record = g_ptr_array_index (self->records, row);
  const MaakTableColumn *at = column_at (self, column);
  const MaakField       *field = find_field (record, at->field);
  MaakValue             *value = field != NULL && field->value == NULL ? maak_record_get (record, field) : NULL;
  MaakSeriesPoint        point;
  gint64                 euros;
  double                 sum;

  if (field != NULL && field->value != NULL)
    return dup_computed (self, record, field, language);
  if (value == NULL)
    return g_strdup ("");
  if (at->year != 0)
    return maak_series_get (value, at->year, &point) ? format (field, point.integer, point.number, language) : g_strdup ("");
  if (at->is_sum)
    {
      sum = maak_series_sum (value, &euros);
      return format (field, euros, sum, language);
    }
  if (field->type == MAAK_FIELD_MONEY)
    return maak_number_format_integer (maak_value_get_integer (value), language);
  return maak_field_value_dup_summary (self->plan, field, value, language);
}

static gboolean
is_summed (const MaakTableColumn *column)
{
  return column->field->type == MAAK_FIELD_SERIES || column->field->type == MAAK_FIELD_MONEY;
}

static void
add_clamped (gint64 *sum,
             gint64  euros)
{
  if (__builtin_add_overflow (*sum, euros, sum))
    *sum = euros > 0 ? G_MAXINT64 : G_MININT64;
}

/* Adds what a cell holds to the sums. Returns: whether it holds anything */
static gboolean
add_cell (MaakSheetModel        *self,
          MaakRecord            *record,
          const MaakTableColumn *column,
          gint64                *euros,
          double                *number)
{
  const MaakField *field = find_field (record, column->field);
  MaakValue       *value = field != NULL && field->value == NULL ? maak_record_get (record, field) : NULL;
  MaakSeriesPoint  point;
  gint64           own = 0;
  double           own_number = 0;

  if (field != NULL && field->value != NULL)
    {
      MaakResult result = { 0 };
      gboolean   is_money;

      maak_expression_evaluate (field->value, self->plan, record, NULL, &result);
      is_money = result.kind == MAAK_TYPE_OF_MONEY && !result.many;
      own = result.money;
      maak_result_clear (&result);
      if (!is_money)
        return FALSE;
    }
  else if (value == NULL)
    return FALSE;
  else if (column->year != 0)
    {
      if (!maak_series_get (value, column->year, &point))
        return FALSE;
      own = point.integer;
      own_number = point.number;
    }
  else if (column->is_sum)
    own_number = maak_series_sum (value, &own);
  else
    own = maak_value_get_integer (value);
  add_clamped (euros, own);
  *number += own_number;
  return TRUE;
}

/** maak_sheet_model_dup_total: Returns: (transfer full) (nullable): the sum of a column; NULL: it has none */
char *
maak_sheet_model_dup_total (MaakSheetModel *self,
                            guint           column,
                            MaakLanguage    language)
{
  const MaakTableColumn *at = column_at (self, column);
  gint64                 euros = 0;
  double                 number = 0;
  gboolean               any = FALSE;

  if (!is_summed (at))
    return NULL;
  for (guint i = 0; i < self->records->len; i++)
    any |= add_cell (self, g_ptr_array_index (self->records, i), at, &euros, &number);
  return any ? format (at->field, euros, number, language) : g_strdup ("");
}

/** maak_sheet_model_has_totals: Returns: whether there is a column that is summed */
gboolean
maak_sheet_model_has_totals (MaakSheetModel *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (is_summed (column_at (self, i)))
      return TRUE;
  return FALSE;
}

/** maak_sheet_model_is_number: Returns: whether a column holds numbers, which stand at the right */
gboolean
maak_sheet_model_is_number (MaakSheetModel *self,
                            guint           column)
{
  const MaakFieldType type = column_at (self, column)->field->type;

  return type == MAAK_FIELD_SERIES || type == MAAK_FIELD_MONEY || type == MAAK_FIELD_NUMBER;
}

/* The first field that @expression reads, of the nearest record around @from that has it. */
static const MaakField *
find_read (MaakExpression *expression,
           MaakRecord     *from,
           MaakRecord    **record)
{
  guint           n;
  const MaakRead *reads = maak_expression_get_reads (expression, &n);

  for (guint i = 0; i < n; i++)
    for (*record = from; *record != NULL; *record = maak_record_get_parent (*record))
      if (reads[i].field->type == MAAK_FIELD_PERIOD && maak_template_is_a (maak_record_get_template (*record), reads[i].template))
        return maak_template_lookup_field (maak_record_get_template (*record), reads[i].field->id);
  return NULL;
}

/**
 * maak_sheet_model_find_term:
 * @record: (out): the record that has it
 *
 * Returns: (nullable): the period from which the years of the columns follow, while it is not filled in; NULL: they do not
 *   depend on one, or it is
 */
const MaakField *
maak_sheet_model_find_term (MaakSheetModel *self,
                            MaakRecord    **record)
{
  *record = NULL;
  if (!self->is_free || self->records->len == 0)
    return NULL;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MaakField *field = column_at (self, i)->field, *term = NULL;

      if (field->type == MAAK_FIELD_SERIES && field->years != NULL)
        term = find_read (field->years, g_ptr_array_index (self->records, 0), record);
      if (term != NULL)
        return term;
    }
  return NULL;
}
