/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Lists of records, each in the presentation that its template asks for.
 *
 * Cards are told at length; rows are a table with a column a field, and what has no column is told in a line of its
 * own below the row, so that nothing of a record is lost. A series takes a column a year while they are few. The other
 * presentations have files of their own.
 */
#include "report/maak-builder.h"

#include "base/maak-number.h"

#define MOST_COLUMNS 9 /* a series takes one a year when the table has no more than these */

/* One column of a table: a field, or one year of a series. */
typedef struct
{
  const MaakField *field;
  int              year; /* 0: not of a series */
} Column;

static gboolean
is_row_column (const MaakField *field)
{
  return !(field->type == MAAK_FIELD_LIST || (field->type == MAAK_FIELD_TEXT && field->prose) || field->type == MAAK_FIELD_CITATION || field->type == MAAK_FIELD_FILE);
}

/* The fields that the template names, or all that are short. */
static GPtrArray *
list_fields (MaakBuilder *self, const MaakField *list, const MaakTemplate *template)
{
  GPtrArray *fields = g_ptr_array_new ();

  if (list->columns != NULL)
    for (guint i = 0; list->columns[i] != NULL; i++)
      {
        /* Columns are of the promised template; a record of one that extends it has its own. */
        const MaakField *field = maak_template_lookup_field (template, list->columns[i]->id);

        if (field != NULL)
          g_ptr_array_add (fields, (gpointer) field);
      }
  else
    for (guint i = 0; i < maak_template_get_n_fields (template); i++)
      {
        const MaakField *field = maak_template_get_field (template, i);

        if (is_row_column (field) && (self->working || !(field->hidden_in_report || field->section->hidden_in_report)) && field->role != MAAK_ROLE_SENSITIVITY)
          g_ptr_array_add (fields, (gpointer) field);
      }
  return fields;
}

static gboolean
any_has (MaakBuilder *self, MaakRecord *const *records, guint n, const MaakField *field)
{
  for (guint i = 0; i < n; i++)
    {
      const MaakField *own = maak_template_lookup_field (maak_record_get_template (records[i]), field->id);

      if (own == NULL)
        continue;
      if (maak_record_get (records[i], own) != NULL)
        return TRUE;
      if (own->value != NULL)
        {
          g_autoptr (MaakRuns) value = maak_builder_make_value (self, records[i], own);

          if (value != NULL)
            return TRUE;
        }
    }
  return FALSE;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static GArray *
list_years (MaakRecord *const *records, guint n, const MaakField *field)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < n; i++)
    {
      MaakValue             *value = maak_record_get (records[i], field);
      guint                  n_points = 0;
      const MaakSeriesPoint *points = value != NULL ? maak_value_get_points (value, &n_points, NULL) : NULL;

      for (guint k = 0; k < n_points; k++)
        {
          gboolean known = FALSE;

          for (guint y = 0; y < years->len; y++)
            known |= g_array_index (years, int, y) == points[k].year;
          if (!known)
            g_array_append_val (years, points[k].year);
        }
    }
  g_array_sort (years, compare_years);
  return years;
}

/* The columns of a table; a series takes one a year when they are few. */
static GArray *
list_columns (MaakBuilder *self, const MaakField *list, MaakRecord *const *records, guint n, const MaakField *group_by)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_autoptr (GPtrArray) fields = list_fields (self, list, list->of != NULL ? list->of : maak_record_get_template (records[0]));

  for (guint i = 0; i < fields->len; i++)
    {
      const MaakField *field = g_ptr_array_index (fields, i);
      Column           column = { field, 0 };

      if (field == group_by || !any_has (self, records, n, field))
        continue;
      if (field->type == MAAK_FIELD_SERIES)
        {
          g_autoptr (GArray) years = list_years (records, n, field);

          if (years->len + fields->len <= MOST_COLUMNS + 1)
            {
              for (guint y = 0; y < years->len; y++)
                {
                  column.year = g_array_index (years, int, y);
                  g_array_append_val (columns, column);
                }
              continue;
            }
        }
      g_array_append_val (columns, column);
    }
  return columns;
}

static gboolean
is_number (const Column *column)
{
  return column->year != 0 || column->field->type == MAAK_FIELD_NUMBER || column->field->type == MAAK_FIELD_MONEY;
}

static MaakRuns *
make_year (MaakBuilder *self, MaakRecord *record, const Column *column)
{
  MaakValue             *value = maak_record_get (record, column->field);
  guint                  n = 0;
  gboolean               is_money = FALSE;
  const MaakSeriesPoint *points = value != NULL ? maak_value_get_points (value, &n, &is_money) : NULL;

  for (guint i = 0; i < n; i++)
    if (points[i].year == column->year)
      {
        g_autofree char *words = is_money ? maak_money_format (points[i].integer, self->language) : maak_number_format_shortest (points[i].number, self->language);

        return maak_runs_new (words);
      }
  return NULL;
}

/* A date in a narrow column is not broken. */
static void
keep_on_one_line (MaakRuns *runs)
{
  g_string_replace (runs->text, " ", "\u00a0", 0);
}

static MaakRuns *
make_cell (MaakBuilder *self, MaakRecord *record, const Column *column)
{
  const MaakField *own = maak_template_lookup_field (maak_record_get_template (record), column->field->id);
  MaakRuns        *runs;

  if (own == NULL)
    return NULL;
  if (column->year != 0)
    return make_year (self, record, column);
  runs = maak_builder_make_value (self, record, own);
  if (runs != NULL && own->type == MAAK_FIELD_DATE)
    keep_on_one_line (runs);
  if (own->role == MAAK_ROLE_COMMITMENT && maak_builder_is_unsigned (self, record))
    {
      if (runs == NULL)
        runs = maak_runs_new (NULL);
      maak_runs_append (runs, runs->text->len > 0 ? " " : "", 0);
      maak_runs_append (runs, maak_builder_word (self, MAAK_PHRASE_REPORT_NOT_SIGNED), MAAK_RUN_ACCENT);
    }
  return runs;
}

static MaakTable *
make_table (MaakBuilder *self, const GArray *columns, gboolean numbered)
{
  MaakTable *table = maak_table_new (MAAK_TABLE_RULED);

  if (numbered)
    maak_table_add_column (table, maak_runs_new (maak_builder_word (self, MAAK_PHRASE_REPORT_NUMBER)), MAAK_ALIGN_RIGHT, TRUE);
  for (guint i = 0; i < columns->len; i++)
    {
      const Column    *column = &g_array_index (columns, Column, i);
      g_autofree char *label = column->year != 0 ? g_strdup_printf ("%d", column->year) : maak_builder_dup_label (self, column->field);

      maak_table_add_column (table, maak_runs_new (label), is_number (column) ? MAAK_ALIGN_RIGHT : MAAK_ALIGN_LEFT, is_number (column));
    }
  table->n_label_columns = numbered ? 2 : 1;
  return table;
}

static void
add_record_row (MaakBuilder *self, MaakTable *table, const GArray *columns, MaakRecord *record, const MaakField *group_by, guint number)
{
  MaakRow *row = maak_table_add_row (table, MAAK_ROW_BODY);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (MaakRuns) details = maak_runs_new (NULL);
  guint offset = number > 0 ? 1 : 0;

  if (number > 0)
    {
      g_autofree char *words = g_strdup_printf ("%u", number);

      maak_row_set (row, 0, maak_runs_new (words));
    }
  for (guint i = 0; i < columns->len; i++)
    {
      const Column    *column = &g_array_index (columns, Column, i);
      const MaakField *own = maak_template_lookup_field (maak_record_get_template (record), column->field->id);

      maak_row_set (row, i + offset, make_cell (self, record, column));
      g_ptr_array_add (shown, (gpointer) own);
    }
  if (group_by != NULL)
    g_ptr_array_add (shown, (gpointer) maak_template_lookup_field (maak_record_get_template (record), group_by->id));
  maak_builder_add_details (self, details, record, (const MaakField *const *) shown->pdata, shown->len);
  if (!maak_runs_is_empty (details))
    maak_row_set (maak_table_add_row (table, MAAK_ROW_DETAIL), 0, g_steal_pointer (&details));
}

/* What the years in the heads are of. */
static MaakRuns *
make_years_note (MaakBuilder *self, const GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);

      if (column->year != 0)
        {
          g_autofree char *label = maak_builder_dup_label (self, column->field);
          g_autoptr (MaakMessage) message = maak_message_new (MAAK_PHRASE_REPORT_YEARS_OF, MAAK_ARG_STRING, "field", label, MAAK_ARG_END);
          g_autofree char *words = maak_message_dup_wording (message, self->language);

          return maak_runs_new (words);
        }
    }
  return NULL;
}

static void
add_group (MaakBuilder *self, MaakTable *table, const GArray *columns, MaakRecord *const *records, guint n, const MaakField *group_by, const char *code, const char *label)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < n; i++)
    {
      MaakValue *value = maak_record_get (records[i], group_by);

      if (g_strcmp0 (value != NULL ? maak_value_get_code (value) : NULL, code) != 0)
        continue;
      if (!headed)
        {
          MaakRuns *runs = maak_runs_new (label);

          if (group_by->role == MAAK_ROLE_COMMITMENT && maak_builder_is_unsigned (self, records[i]))
            {
              maak_runs_append (runs, " ", 0);
              maak_runs_append (runs, maak_builder_word (self, MAAK_PHRASE_REPORT_NOT_SIGNED), MAAK_RUN_ACCENT);
            }
          maak_row_set (maak_table_add_row (table, MAAK_ROW_GROUP), 0, runs);
          headed = TRUE;
        }
      add_record_row (self, table, columns, records[i], group_by, 0);
    }
}

/**
 * maak_builder_add_rows:
 * @self: a builder
 * @into: a group that receives the table
 * @list: a field of type list
 * @records: (array length=n): its records, at least one
 * @n: how many
 * @group_by: (nullable): a field of type choice, by whose terms the rows are gathered
 * @numbered: whether the first column counts the records: 1, 2, ...
 *
 * Adds a table with a row a record.
 */
void
maak_builder_add_rows (MaakBuilder *self, MaakBlock *into, const MaakField *list, MaakRecord *const *records, guint n, const MaakField *group_by, gboolean numbered)
{
  g_autoptr (GArray) columns = list_columns (self, list, records, n, group_by);
  MaakTable       *table;
  MaakBlock       *block;
  g_autofree char *label = maak_builder_dup_label (self, list);

  if (columns->len == 0)
    return;
  table = make_table (self, columns, numbered);
  if (group_by == NULL)
    for (guint i = 0; i < n; i++)
      add_record_row (self, table, columns, records[i], NULL, numbered ? i + 1 : 0);
  else
    {
      for (guint t = 0; t < maak_vocabulary_get_n_terms ((MaakVocabulary *) group_by->vocabulary); t++)
        {
          const MaakTerm *term = maak_vocabulary_get_term ((MaakVocabulary *) group_by->vocabulary, t);

          add_group (self, table, columns, records, n, group_by, term->code, maak_text_get_best (term->label, self->language));
        }
      add_group (self, table, columns, records, n, group_by, NULL, maak_builder_word (self, MAAK_PHRASE_REPORT_NO_TERM));
    }
  block = maak_block_append (into, maak_block_new_table (table));
  block->captioned = TRUE;
  block->runs = maak_runs_new (label);
  block->note = make_years_note (self, columns);
}

/* What kind of record it is, where a list holds several kinds. */
static void
add_kind (MaakBuilder *self, MaakBlock *into, const MaakField *list, MaakRecord *record)
{
  const MaakTemplate *template = maak_record_get_template (record);

  if (list->of == template)
    return;
  MaakRuns *runs = maak_runs_new (NULL);

  maak_runs_append (runs, maak_text_get_best (maak_template_get_label (template), self->language), MAAK_RUN_BOLD | MAAK_RUN_ACCENT);
  maak_block_append (into, maak_block_new_paragraph (MAAK_STYLE_SMALL, runs));
}

static void
add_cards (MaakBuilder *self, MaakBlock *into, const MaakField *list, MaakRecord *const *records, guint n, guint level)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = maak_record_dup_title (records[i], self->language);
      gboolean         single = list->max_count == 1;

      if (single)
        {
          /* One record stands for the list: its title is a line, its sections are those of the chapter. */
          gboolean         named = maak_record_get_text (records[i], MAAK_ROLE_TITLE) != NULL;
          g_autofree char *label = maak_builder_dup_label (self, list);

          if (named && g_strcmp0 (title, label) != 0)
            maak_block_append (into, maak_block_new_paragraph (MAAK_STYLE_LEAD, maak_runs_new (title)));
          maak_builder_add_record (self, into, records[i], level);
          continue;
        }
      MaakBlock *heading = maak_block_append (into, maak_block_new_heading (level, level <= 3, title));

      heading->anchor = g_strdup (maak_record_get_id (records[i]));
      heading->page = i > 0 && maak_template_get_report_break (maak_record_get_template (records[i]));
      add_kind (self, into, list, records[i]);
      maak_builder_add_record (self, into, records[i], level + 1);
    }
}

static const MaakField *
get_board_field (const MaakField *list, MaakRecord *record)
{
  const MaakTemplate *template = list->of != NULL ? list->of : maak_record_get_template (record);
  const MaakField *field = maak_template_lookup_role (template, MAAK_ROLE_COMMITMENT);

  return field != NULL ? field : maak_template_lookup_role (template, MAAK_ROLE_STATE);
}

/**
 * maak_builder_add_list:
 * @self: a builder
 * @into: a group that receives the blocks
 * @record: a record
 * @list: its field of type list
 * @level: of headings, 1 to 6
 *
 * Adds the list in its presentation; nothing when it is empty.
 */
void
maak_builder_add_list (MaakBuilder *self, MaakBlock *into, MaakRecord *record, const MaakField *list, guint level)
{
  guint              n;
  MaakRecord *const *records = maak_builder_get_records (record, list, &n);

  if (n == 0)
    return;
  switch (list->present)
    {
    case MAAK_PRESENT_ROWS:
      maak_builder_add_rows (self, into, list, records, n, NULL, FALSE);
      break;
    case MAAK_PRESENT_CARDS:
      add_cards (self, into, list, records, n, level);
      break;
    case MAAK_PRESENT_QUADRANTS:
      maak_builder_add_quadrants (self, into, list, records, n);
      break;
    case MAAK_PRESENT_TIMELINE:
      maak_builder_add_timeline (self, into, list, records, n);
      break;
    case MAAK_PRESENT_BOARD:
      maak_builder_add_rows (self, into, list, records, n, get_board_field (list, records[0]), FALSE);
      break;
    case MAAK_PRESENT_GRID:
      maak_builder_add_grid (self, into, list, records, n);
      break;
    case MAAK_PRESENT_CHAIN:
      maak_builder_add_chain (self, into, list, records, n);
      break;
    case MAAK_PRESENT_SHEET:
      maak_builder_add_sheet (self, into, record, list, records, n);
      break;
    case MAAK_PRESENT_EXHIBITS:
      maak_builder_add_exhibits (self, into, records, n);
      break;
    default:
      g_assert_not_reached ();
    }
}
