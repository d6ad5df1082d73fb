/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Lists whose records have a place: in four quarters, on a line of time, in a grid, in a chain.
 *
 * What is drawn carries numbers only; a table with the same numbers tells everything, so that who cannot see the
 * drawing misses nothing. Records without a place come last; none is left out. The order of quarters, steps and levels
 * is that of the terms in their vocabulary.
 */
#include "report/maak-builder.h"

#include "report/maak-plot.h"

#include <string.h>

static const MaakField *
get_role_field (const MaakField *list, MaakRecord *const *records, MaakRole role)
{
  const MaakTemplate *template = list->of != NULL ? list->of : maak_record_get_template (records[0]);

  return maak_template_lookup_role (template, role);
}

static const char *
get_role_code (MaakRecord *record, MaakRole role)
{
  MaakValue *value = maak_record_get_role (record, role);

  return value != NULL && maak_value_get_kind (value) == MAAK_VALUE_CODE ? maak_value_get_code (value) : NULL;
}

/* A record in a few lines: its title, what the template wants to be seen, and the rest in small print. */
static MaakRuns *
make_short (MaakBuilder *self, const MaakField *list, MaakRecord *record, const char *mark)
{
  const MaakTemplate *template = maak_record_get_template (record);
  const MaakField *title_field = maak_template_lookup_role (template, MAAK_ROLE_TITLE);
  g_autofree char *title = maak_record_dup_title (record, self->language);
  MaakRuns        *runs = maak_runs_new (mark);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (MaakRuns) details = maak_runs_new (NULL);

  maak_runs_append (runs, title, MAAK_RUN_BOLD);
  g_ptr_array_add (shown, (gpointer) title_field);
  for (guint i = 0; list->columns != NULL && list->columns[i] != NULL; i++)
    {
      const MaakField *field = maak_template_lookup_field (template, list->columns[i]->id);

      if (field == NULL || field == title_field || !maak_builder_shows_field (self, record, field))
        continue;
      g_autoptr (MaakRuns) value = maak_builder_make_value (self, record, field);
      if (value != NULL)
        {
          maak_runs_append (runs, "\n", 0);
          maak_runs_append_runs (runs, value, 0);
        }
      g_ptr_array_add (shown, (gpointer) field);
    }
  maak_builder_add_details (self, details, record, (const MaakField *const *) shown->pdata, shown->len);
  if (!maak_runs_is_empty (details))
    {
      maak_runs_append (runs, "\n", 0);
      maak_runs_append_runs (runs, details, MAAK_RUN_SMALL);
    }
  return runs;
}

static GPtrArray *
list_with_code (MaakRecord *const *records, guint n, MaakRole role, const char *code)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (get_role_code (records[i], role), code) == 0)
      g_ptr_array_add (found, records[i]);
  return found;
}

/* Two quarters beside one another: their names, and then a point of each a row. */
static void
add_pair (MaakBuilder *self, MaakTable *table, const MaakField *list, MaakRecord *const *records, guint n, const MaakField *quadrant, guint first)
{
  MaakVocabulary *vocabulary = (MaakVocabulary *) quadrant->vocabulary;
  GPtrArray      *points[2] = { NULL, NULL };
  guint           most = 0;
  MaakRow        *head;

  for (guint i = 0; i < 2 && first + i < maak_vocabulary_get_n_terms (vocabulary); i++)
    {
      points[i] = list_with_code (records, n, MAAK_ROLE_QUADRANT, maak_vocabulary_get_term (vocabulary, first + i)->code);
      most = MAX (most, points[i]->len);
    }
  if (most > 0)
    {
      head = maak_table_add_row (table, MAAK_ROW_HEAD);
      for (guint i = 0; i < 2 && points[i] != NULL; i++)
        maak_row_set (head, i, maak_runs_new (maak_text_get_best (maak_vocabulary_get_term (vocabulary, first + i)->label, self->language)));
    }
  for (guint k = 0; k < most; k++)
    {
      MaakRow *row = maak_table_add_row (table, MAAK_ROW_BODY);

      for (guint i = 0; i < 2; i++)
        if (points[i] != NULL && k < points[i]->len)
          maak_row_set (row, i, make_short (self, list, points[i]->pdata[k], NULL));
    }
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&points[i], g_ptr_array_unref);
}

/**
 * maak_builder_add_quadrants:
 * @self: a builder
 * @into: a group that receives the table
 * @list: a field of type list
 * @records: (array length=n): its records, at least one
 * @n: how many
 *
 * Adds four quarters in the order of the terms, two beside one another; points without a quarter come after.
 */
void
maak_builder_add_quadrants (MaakBuilder *self, MaakBlock *into, const MaakField *list, MaakRecord *const *records, guint n)
{
  const MaakField *quadrant = get_role_field (list, records, MAAK_ROLE_QUADRANT);
  g_autoptr (GPtrArray) loose = NULL;
  g_autofree char *label = maak_builder_dup_label (self, list);
  MaakTable       *table;
  MaakBlock       *block;

  if (quadrant == NULL || quadrant->vocabulary == NULL)
    {
      maak_builder_add_rows (self, into, list, records, n, NULL, FALSE);
      return;
    }
  table = maak_table_new (MAAK_TABLE_QUADRANTS);
  maak_table_add_column (table, NULL, MAAK_ALIGN_LEFT, FALSE);
  maak_table_add_column (table, NULL, MAAK_ALIGN_LEFT, FALSE);
  for (guint i = 0; i < maak_vocabulary_get_n_terms ((MaakVocabulary *) quadrant->vocabulary); i += 2)
    add_pair (self, table, list, records, n, quadrant, i);
  loose = list_with_code (records, n, MAAK_ROLE_QUADRANT, NULL);
  for (guint i = 0; i < loose->len; i++)
    maak_row_set (maak_table_add_row (table, MAAK_ROW_DETAIL), 0, make_short (self, list, loose->pdata[i], NULL));
  block = maak_block_append (into, maak_block_new_table (table));
  block->captioned = TRUE;
  block->runs = maak_runs_new (label);
}

static void
add_chain_step (MaakBuilder *self, MaakBlock *into, const MaakField *list, GPtrArray *records, const char *name)
{
  MaakBlock *step;
  MaakRuns  *runs;

  if (records->len == 0)
    return;
  step = maak_block_append (into, maak_block_new (MAAK_BLOCK_STEP));
  runs = maak_runs_new (NULL);
  maak_runs_append (runs, name, MAAK_RUN_BOLD | MAAK_RUN_ACCENT);
  maak_block_append (step, maak_block_new_paragraph (MAAK_STYLE_SMALL, runs));
  for (guint i = 0; i < records->len; i++)
    maak_block_append (step, maak_block_new_paragraph (MAAK_STYLE_CELL, make_short (self, list, records->pdata[i], NULL)));
}

/**
 * maak_builder_add_chain:
 * @self: a builder
 * @into: a group that receives the steps
 * @list: a field of type list
 * @records: (array length=n): its records, at least one
 * @n: how many
 *
 * Adds a frame a step in the order of the terms, with arrows between.
 */
void
maak_builder_add_chain (MaakBuilder *self, MaakBlock *into, const MaakField *list, MaakRecord *const *records, guint n)
{
  const MaakField *step = get_role_field (list, records, MAAK_ROLE_CHAIN_STEP);
  MaakVocabulary  *vocabulary = step != NULL ? (MaakVocabulary *) step->vocabulary : NULL;

  if (vocabulary == NULL)
    {
      maak_builder_add_rows (self, into, list, records, n, NULL, FALSE);
      return;
    }
  for (guint i = 0; i < maak_vocabulary_get_n_terms (vocabulary); i++)
    {
      const MaakTerm *term = maak_vocabulary_get_term (vocabulary, i);
      g_autoptr (GPtrArray) found = list_with_code (records, n, MAAK_ROLE_CHAIN_STEP, term->code);

      add_chain_step (self, into, list, found, maak_text_get_best (term->label, self->language));
    }
  g_autoptr (GPtrArray) loose = list_with_code (records, n, MAAK_ROLE_CHAIN_STEP, NULL);
  add_chain_step (self, into, list, loose, maak_builder_word (self, MAAK_PHRASE_REPORT_NO_TERM));
}

static MaakDate
get_date (MaakRecord *record)
{
  MaakValue *value = maak_record_get_role (record, MAAK_ROLE_DATE);

  return value != NULL && maak_value_get_kind (value) == MAAK_VALUE_DATE ? maak_value_get_date (value) : (MaakDate) { 0 };
}

/* Those without a date come last, in their own order. */
static int
compare_dates (gconstpointer a, gconstpointer b, gpointer data)
{
  MaakDate first = get_date (*(MaakRecord *const *) a), second = get_date (*(MaakRecord *const *) b);

  if (first.year == 0 || second.year == 0)
    return (first.year == 0) - (second.year == 0);
  return maak_date_compare (first, second);
}

static double
get_position (MaakDate date)
{
  return date.year + (date.month - 1 + (date.day - 1) / 31.0) / 12.0;
}

/**
 * maak_builder_add_timeline:
 * @self: a builder
 * @into: a group that receives the blocks
 * @list: a field of type list
 * @records: (array length=n): its records, at least one
 * @n: how many
 *
 * Adds a line of time when two or more have a date, and a table in the order of time.
 */
void
maak_builder_add_timeline (MaakBuilder *self, MaakBlock *into, const MaakField *list, MaakRecord *const *records, guint n)
{
  g_autofree MaakRecord **sorted = g_memdup2 (records, n * sizeof (MaakRecord *));
  g_autofree MaakMoment  *moments = g_new0 (MaakMoment, n);
  g_autofree char        *label = maak_builder_dup_label (self, list);
  guint                   dated = 0;

  g_sort_array (sorted, n, sizeof (MaakRecord *), compare_dates, NULL);
  while (dated < n && get_date (sorted[dated]).year != 0)
    {
      moments[dated] = (MaakMoment) { get_position (get_date (sorted[dated])), dated + 1 };
      dated++;
    }
  if (dated >= 2)
    {
      MaakBlock *block = maak_block_append (into, maak_block_new_figure (maak_plot_new_timeline (moments, dated)));

      block->runs = maak_runs_new (label);
      block->note = maak_runs_new (maak_builder_word (self, MAAK_PHRASE_REPORT_NUMBERS_IN_TABLE));
    }
  maak_builder_add_rows (self, into, list, sorted, n, NULL, dated >= 2);
}

static GPtrArray *
list_labels (MaakBuilder *self, const MaakField *field)
{
  GPtrArray *labels = g_ptr_array_new ();

  for (guint i = 0; i < maak_vocabulary_get_n_terms ((MaakVocabulary *) field->vocabulary); i++)
    g_ptr_array_add (labels, (gpointer) maak_text_get_best (maak_vocabulary_get_term ((MaakVocabulary *) field->vocabulary, i)->label, self->language));
  g_ptr_array_add (labels, NULL);
  return labels;
}

static int
find_term (const MaakField *field, const char *code)
{
  for (guint i = 0; code != NULL && i < maak_vocabulary_get_n_terms ((MaakVocabulary *) field->vocabulary); i++)
    if (strcmp (maak_vocabulary_get_term ((MaakVocabulary *) field->vocabulary, i)->code, code) == 0)
      return (int) i;
  return -1;
}

/* The numbers of the records in each cell. */
static GPtrArray *
list_cells (const MaakField *likelihood, const MaakField *impact, MaakRecord *const *records, guint n)
{
  guint      n_rows = maak_vocabulary_get_n_terms ((MaakVocabulary *) likelihood->vocabulary);
  guint      n_columns = maak_vocabulary_get_n_terms ((MaakVocabulary *) impact->vocabulary);
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      GString *text = g_string_new (NULL);

      for (guint k = 0; k < n; k++)
        if (find_term (likelihood, get_role_code (records[k], MAAK_ROLE_LIKELIHOOD)) == (int) (i / n_columns) &&
            find_term (impact, get_role_code (records[k], MAAK_ROLE_IMPACT)) == (int) (i % n_columns))
          g_string_append_printf (text, text->len > 0 ? ", %u" : "%u", k + 1);
      g_ptr_array_add (cells, g_string_free (text, FALSE));
    }
  g_ptr_array_add (cells, NULL);
  return cells;
}

/**
 * maak_builder_add_grid:
 * @self: a builder
 * @into: a group that receives the blocks
 * @list: a field of type list
 * @records: (array length=n): its records, at least one
 * @n: how many
 *
 * Adds a grid of likelihood and impact, and a table with the same numbers.
 */
void
maak_builder_add_grid (MaakBuilder *self, MaakBlock *into, const MaakField *list, MaakRecord *const *records, guint n)
{
  const MaakField *likelihood = get_role_field (list, records, MAAK_ROLE_LIKELIHOOD);
  const MaakField *impact = get_role_field (list, records, MAAK_ROLE_IMPACT);
  gboolean         drawn = likelihood != NULL && impact != NULL && likelihood->vocabulary != NULL && impact->vocabulary != NULL;

  if (drawn)
    {
      g_autoptr (GPtrArray) rows = list_labels (self, likelihood), columns = list_labels (self, impact);
      g_autoptr (GPtrArray) cells = list_cells (likelihood, impact, records, n);
      g_autofree char *row_title = maak_builder_dup_label (self, likelihood), *column_title = maak_builder_dup_label (self, impact);
      g_autofree char *label = maak_builder_dup_label (self, list);
      MaakBlock       *block;

      block = maak_block_append (into, maak_block_new_figure (maak_plot_new_grid ((const char *const *) rows->pdata, (const char *const *) columns->pdata, (const char *const *) cells->pdata, row_title, column_title)));
      block->runs = maak_runs_new (label);
      block->note = maak_runs_new (maak_builder_word (self, MAAK_PHRASE_REPORT_NUMBERS_IN_TABLE));
    }
  maak_builder_add_rows (self, into, list, records, n, NULL, drawn);
}
