/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Budgets: a line a record, a column a year, totals below and at the right; then the same money gathered by party, kind,
 * work package, ... where there are several; and for a proposal the balance of budget and funding, with the gap in words.
 * Lists without amounts of the role are tables like any other. */
#include "report/maak-builder.h"

#include "base/maak-number.h"
#include "report/maak-totals.h"

#include <string.h>

/* Tables of money say so in their note, once, and not in every cell. */
static MaakRuns *
make_amount (MaakBuilder *self, gint64 euros)
{
  g_autofree char *words = NULL;

  if (euros == 0)
    return maak_runs_new ("\u2013");
  words = maak_number_format_integer (euros, self->language);
  return maak_runs_new (words);
}

static MaakTable *
make_table (MaakBuilder *self, const char *first, const MaakTotals *totals)
{
  MaakTable *table = maak_table_new (MAAK_TABLE_RULED);

  maak_table_add_column (table, maak_runs_new (first), MAAK_ALIGN_LEFT, FALSE);
  for (guint y = 0; y < totals->n_years; y++)
    {
      g_autofree char *year = g_strdup_printf ("%d", totals->years[y]);

      maak_table_add_column (table, maak_runs_new (year), MAAK_ALIGN_RIGHT, TRUE);
    }
  maak_table_add_column (table, maak_runs_new (maak_builder_word (self, MAAK_PHRASE_REPORT_TOTAL)), MAAK_ALIGN_RIGHT, TRUE);
  table->n_label_columns = 1;
  return table;
}

static void
fill_row (MaakBuilder *self, MaakRow *row, MaakRuns *label_taken, const gint64 *amounts, guint n_years, gint64 sum)
{
  maak_row_set (row, 0, label_taken);
  for (guint y = 0; y < n_years; y++)
    maak_row_set (row, 1 + y, make_amount (self, amounts[y]));
  maak_row_set (row, 1 + n_years, make_amount (self, sum));
}

static MaakBlock *
add_table (MaakBuilder *self, MaakBlock *into, MaakTable *table, const char *caption)
{
  MaakBlock *block = maak_block_append (into, maak_block_new_table (table));

  block->captioned = TRUE;
  block->runs = maak_runs_new (caption);
  block->note = maak_runs_new (maak_builder_word (self, MAAK_PHRASE_REPORT_IN_EUROS));
  return block;
}

/* What names a line: its title, or else the first of its fields that says anything. */
static MaakRuns *
make_line_label (MaakBuilder *self, MaakRecord *record, const MaakField **used)
{
  const MaakTemplate *template = maak_record_get_template (record);
  const MaakField *title = maak_template_lookup_role (template, MAAK_ROLE_TITLE);

  *used = NULL;
  if (title != NULL && maak_record_get (record, title) != NULL)
    {
      *used = title;
      return maak_builder_make_value (self, record, title);
    }
  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    {
      const MaakField *field = maak_template_get_field (template, i);
      MaakRuns        *value = NULL;

      if (field->type == MAAK_FIELD_SERIES || !maak_builder_shows_field (self, record, field))
        continue;
      value = maak_builder_make_value (self, record, field);
      if (value != NULL)
        {
          *used = field;
          return value;
        }
    }
  return maak_runs_new ("\u2013");
}

/* The other short facts of a line, which stand in a line under it. */
static MaakRuns *
make_facts (MaakBuilder *self, MaakRecord *record, const MaakField *used)
{
  MaakRuns *label = maak_runs_new (NULL);
  const MaakTemplate *template = maak_record_get_template (record);
  gboolean any = FALSE;

  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    {
      const MaakField *field = maak_template_get_field (template, i);

      if (field == used || field->role == MAAK_ROLE_AMOUNTS || !maak_builder_shows_field (self, record, field))
        continue;
      g_autoptr (MaakRuns) value = maak_builder_make_value (self, record, field);
      if (value == NULL)
        continue;
      maak_runs_append (label, any ? " \u00b7 " : "", MAAK_RUN_MUTED | MAAK_RUN_SMALL);
      any = TRUE;
      if (field->type != MAAK_FIELD_PARTY && field->type != MAAK_FIELD_REFS && field->role == MAAK_ROLE_NONE)
        {
          g_autofree char *name = maak_builder_dup_label (self, field);
          g_autofree char *start = g_strconcat (name, ": ", NULL);

          maak_runs_append (label, start, MAAK_RUN_MUTED | MAAK_RUN_SMALL);
        }
      maak_runs_append_runs (label, value, MAAK_RUN_MUTED | MAAK_RUN_SMALL);
    }
  if (maak_builder_is_unsigned (self, record))
    {
      maak_runs_append (label, any ? " " : "", MAAK_RUN_SMALL);
      maak_runs_append (label, maak_builder_word (self, MAAK_PHRASE_REPORT_NOT_SIGNED), MAAK_RUN_SMALL | MAAK_RUN_ACCENT);
    }
  return label;
}

/* What a line is gathered under by a field; NULL: nothing. Compared as a code or an id. */
static const char *
get_key (MaakRecord *record, const MaakField *field)
{
  MaakValue *value = maak_record_get (record, field);
  guint      n;

  if (value == NULL)
    return NULL;
  if (field->type == MAAK_FIELD_CHOICE)
    return maak_value_get_code (value);
  const char *const *ids = maak_value_get_ids (value, &n);
  return n > 0 ? ids[0] : NULL;
}

static gboolean
can_group (const MaakField *field)
{
  if (field->role == MAAK_ROLE_SENSITIVITY)
    return FALSE;
  return field->type == MAAK_FIELD_CHOICE || field->type == MAAK_FIELD_PARTY || (field->type == MAAK_FIELD_REFS && field->max_count == 1);
}

static char *
dup_group_label (MaakBuilder *self, MaakRecord *const *records, const MaakField *field, guint line)
{
  if (get_key (records[line], field) == NULL)
    return g_strdup (maak_builder_word (self, MAAK_PHRASE_REPORT_NO_TERM));
  if (field->type == MAAK_FIELD_CHOICE)
    return maak_plan_dup_term_label (self->plan, field->vocabulary, get_key (records[line], field), self->language);
  MaakRecord *target = maak_plan_lookup (self->plan, get_key (records[line], field));

  return target != NULL ? maak_record_dup_title (target, self->language) : g_strdup (maak_builder_word (self, MAAK_PHRASE_REPORT_NO_TERM));
}

static guint
count_groups (MaakRecord *const *records, guint n, const MaakField *field)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    {
      const char *key = get_key (records[i], field);

      g_hash_table_add (keys, (gpointer) (key != NULL ? key : ""));
    }
  return g_hash_table_size (keys);
}

/* One row a group, in the order in which the groups come first. */
static void
add_groups (MaakBuilder *self, MaakTable *table, MaakRecord *const *records, const MaakTotals *totals, const MaakField *field)
{
  g_autofree gboolean *done = g_new0 (gboolean, totals->n_lines);
  g_autofree gint64   *amounts = g_new0 (gint64, MAX (1, totals->n_years));
  g_autofree char     *name = maak_builder_dup_label (self, field);

  maak_row_set (maak_table_add_row (table, MAAK_ROW_GROUP), 0, maak_runs_new (name));
  for (guint i = 0; i < totals->n_lines; i++)
    {
      g_autofree char *label = NULL;
      gint64           sum = 0;

      if (done[i])
        continue;
      memset (amounts, 0, totals->n_years * sizeof (gint64));
      for (guint k = i; k < totals->n_lines; k++)
        if (g_strcmp0 (get_key (records[k], field), get_key (records[i], field)) == 0)
          {
            done[k] = TRUE;
            for (guint y = 0; y < totals->n_years; y++)
              amounts[y] += totals->amounts[k * totals->n_years + y];
            sum += totals->by_line[k];
          }
      label = dup_group_label (self, records, field, i);
      fill_row (self, maak_table_add_row (table, MAAK_ROW_BODY), maak_runs_new (label), amounts, totals->n_years, sum);
    }
}

/* The same money by whatever the lines can be gathered by. Nothing is learnt from one group, nor from as many as lines. */
static void
add_summary (MaakBuilder *self, MaakBlock *into, const MaakField *list, MaakRecord *const *records, const MaakTotals *totals)
{
  g_autofree char *label = maak_builder_dup_label (self, list);
  g_autoptr (MaakTable) table = make_table (self, "", totals);
  g_autoptr (MaakMessage) message = maak_message_new (MAAK_PHRASE_REPORT_TOTALS_OF, MAAK_ARG_STRING, "field", label, MAAK_ARG_END);
  g_autofree char *caption = maak_message_dup_wording (message, self->language);

  for (guint i = 0; i < maak_template_get_n_fields (list->of); i++)
    {
      const MaakField *field = maak_template_get_field (list->of, i);
      guint            n = can_group (field) && maak_builder_shows_field (self, records[0], field) ? count_groups (records, totals->n_lines, field) : 0;

      if (n >= 2 && n < totals->n_lines)
        add_groups (self, table, records, totals, field);
    }
  if (table->rows->len > 0)
    add_table (self, into, g_steal_pointer (&table), caption);
}

/* The place of a field in the order of printing. */
static guint
get_place (const MaakTemplate *template, const MaakField *field)
{
  guint place = 0;

  for (guint i = 0; i < maak_template_get_n_sections (template); i++)
    {
      const MaakSection *section = maak_template_get_section (template, i);

      for (guint k = 0; k < section->n_fields; k++, place++)
        if (section->fields[k] == field)
          return place;
    }
  return place;
}

/* Budget and funding are balanced after whichever of the two is printed last. */
static gboolean
is_last_of_balance (MaakRecord *record, const MaakField *list)
{
  const MaakTemplate *template = maak_record_get_template (record);
  const MaakField *budget = maak_template_lookup_role (template, MAAK_ROLE_BUDGET), *funding = maak_template_lookup_role (template, MAAK_ROLE_FUNDING);

  if (budget == NULL || funding == NULL || (list != budget && list != funding))
    return FALSE;
  return get_place (template, list) == MAX (get_place (template, budget), get_place (template, funding));
}

/**
 * maak_builder_add_sheet:
 * @self: a builder
 * @into: a group that receives the tables
 * @record: the record that has the list
 * @list: a field of type list
 * @records: (array length=n): its lines, at least one
 * @n: how many
 */
void
maak_builder_add_sheet (MaakBuilder *self, MaakBlock *into, MaakRecord *record, const MaakField *list, MaakRecord *const *records, guint n)
{
  g_autoptr (MaakTotals) totals = maak_totals_new (records, n, MAAK_ROLE_AMOUNTS);
  g_autofree char *label = maak_builder_dup_label (self, list);
  MaakTable       *table;

  if (list->of == NULL || maak_template_lookup_role (list->of, MAAK_ROLE_AMOUNTS) == NULL)
    {
      maak_builder_add_rows (self, into, list, records, n, NULL, FALSE);
      return;
    }
  table = make_table (self, label, totals);
  for (guint i = 0; i < n; i++)
    {
      const MaakField *used;
      MaakRuns        *name = make_line_label (self, records[i], &used);
      g_autoptr (MaakRuns) facts = make_facts (self, records[i], used);

      fill_row (self, maak_table_add_row (table, MAAK_ROW_BODY), name, totals->amounts + i * totals->n_years, totals->n_years, totals->by_line[i]);
      if (!maak_runs_is_empty (facts))
        maak_row_set (maak_table_add_row (table, MAAK_ROW_DETAIL), 0, g_steal_pointer (&facts));
    }
  if (n > 1)
    fill_row (self, maak_table_add_row (table, MAAK_ROW_TOTAL), maak_runs_new (maak_builder_word (self, MAAK_PHRASE_REPORT_TOTAL)), totals->by_year, totals->n_years, totals->all);
  add_table (self, into, table, label);
  if (list->role == MAAK_ROLE_BUDGET || list->role == MAAK_ROLE_FUNDING)
    add_summary (self, into, list, records, totals);
  if (is_last_of_balance (record, list))
    maak_builder_add_balance (self, into, record);
}

static MaakTotals *
make_totals_of (MaakRecord *record, MaakRole role, char **label, MaakLanguage language)
{
  const MaakField   *list = maak_template_lookup_role (maak_record_get_template (record), role);
  guint              n = 0;
  MaakRecord *const *records = list != NULL ? maak_builder_get_records (record, list, &n) : NULL;

  if (n == 0)
    return NULL;
  *label = g_strdup (maak_text_get_best (list->label, language));
  return maak_totals_new (records, n, MAAK_ROLE_AMOUNTS);
}

/* "2027: EUR 1.200.000 te weinig" */
static void
append_gap (MaakBuilder *self, MaakRuns *runs, int year, gint64 gap)
{
  gint64 amount = gap < 0 ? -gap : gap;
  g_autoptr (MaakMessage) message = maak_message_new (gap > 0 ? MAAK_PHRASE_REPORT_TOO_LITTLE : MAAK_PHRASE_REPORT_TOO_MUCH, MAAK_ARG_YEAR, "year", year, MAAK_ARG_MONEY, "amount", amount, MAAK_ARG_END);
  g_autofree char *words = maak_message_dup_wording (message, self->language);

  if (gap == 0)
    return;
  if (runs->text->len > 0)
    maak_runs_append (runs, " ", 0);
  maak_runs_append (runs, words, 0);
}

/**
 * maak_builder_add_balance:
 * @self: a builder
 * @into: a group that receives the table
 * @record: a record with a list of role budget and one of role funding
 *
 * Adds budget, funding and what is between them, per year, and the gap in words; nothing where either list is empty.
 */
void
maak_builder_add_balance (MaakBuilder *self, MaakBlock *into, MaakRecord *record)
{
  g_autofree char *budget_label = NULL, *funding_label = NULL;
  g_autoptr (MaakTotals) budget = make_totals_of (record, MAAK_ROLE_BUDGET, &budget_label, self->language);
  g_autoptr (MaakTotals) funding = make_totals_of (record, MAAK_ROLE_FUNDING, &funding_label, self->language);
  g_autoptr (MaakTotals) all = NULL;
  MaakRuns *words;

  if (budget == NULL || funding == NULL)
    return;
  all = maak_totals_new_union (budget, funding);
  MaakTable *table = make_table (self, "", all);
  fill_row (self, maak_table_add_row (table, MAAK_ROW_BODY), maak_runs_new (budget_label), all->amounts, all->n_years, budget->all);
  fill_row (self, maak_table_add_row (table, MAAK_ROW_BODY), maak_runs_new (funding_label), all->amounts + all->n_years, all->n_years, funding->all);
  fill_row (self, maak_table_add_row (table, MAAK_ROW_TOTAL), maak_runs_new (maak_builder_word (self, MAAK_PHRASE_REPORT_GAP)), all->by_year, all->n_years, all->all);
  add_table (self, into, table, maak_builder_word (self, MAAK_PHRASE_REPORT_BALANCE));
  words = maak_runs_new (NULL);
  for (guint y = 0; y < all->n_years; y++)
    append_gap (self, words, all->years[y], -all->by_year[y]);
  if (maak_runs_is_empty (words))
    maak_runs_append (words, maak_builder_word (self, MAAK_PHRASE_REPORT_BALANCED), 0);
  maak_block_append (into, maak_block_new_paragraph (MAAK_STYLE_BODY, words));
}
