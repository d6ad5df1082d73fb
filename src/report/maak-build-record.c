/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Records as blocks. A record's sections are printed in the order of its template, each under its label when there are
 * several; within a section, short fields gather in a table of names and values, and what is long (prose, lists, series)
 * stands under its own label. What is empty is not printed, nor is a section of it. No field is known by its name; a few
 * are by their role. */
#include "report/maak-builder.h"

#define LONG_FACT 100 /* bytes; terms that take more stand under one another */

static gboolean
is_long (const MaakField *field)
{
  switch (field->type)
    {
    case MAAK_FIELD_TEXT:
      return field->prose;
    case MAAK_FIELD_LIST:
      return TRUE;
    case MAAK_FIELD_NUMBER:
    case MAAK_FIELD_MONEY:
    case MAAK_FIELD_DATE:
    case MAAK_FIELD_PERIOD:
    case MAAK_FIELD_CHOICE:
    case MAAK_FIELD_CHOICES:
    case MAAK_FIELD_REGIONS:
    case MAAK_FIELD_PARTY:
    case MAAK_FIELD_REFS:
    case MAAK_FIELD_SERIES:
    case MAAK_FIELD_CITATION:
    case MAAK_FIELD_FILE:
      return FALSE;
    default:
      g_assert_not_reached ();
    }
}

/* What is printed elsewhere: the title is a heading; the plan's evidence is the list of sources; its own terms stand
 * where they are used. */
static gboolean
is_printed_elsewhere (MaakBuilder *self, MaakRecord *record, const MaakField *field)
{
  gboolean is_root = record == maak_plan_get_root (self->plan);

  if (field->role == MAAK_ROLE_TITLE)
    return TRUE;
  if (is_root)
    return field->role == MAAK_ROLE_LEAD_REGION || field->role == MAAK_ROLE_PARTNER_REGIONS || field->role == MAAK_ROLE_SUBTITLE ||
           field->role == MAAK_ROLE_VERSION_NAME ||
           field->role == MAAK_ROLE_AUTHORS || field->role == MAAK_ROLE_LANGUAGES || field->role == MAAK_ROLE_SUMMARY ||
           field->role == MAAK_ROLE_EVIDENCE_LIST;
  return FALSE;
}

static gboolean
is_printed_here (MaakBuilder *self, MaakRecord *record, const MaakField *field)
{
  return !is_printed_elsewhere (self, record, field) && maak_builder_shows_field (self, record, field) &&
         (field->value != NULL || maak_record_get (record, field) != NULL);
}

/* References to evidence that say more than a number of a source: what each figure is. */
static gboolean
refers_to_evidence (const MaakField *field)
{
  return field->type == MAAK_FIELD_REFS && field->of != NULL && maak_template_lookup_role (field->of, MAAK_ROLE_CITATION) != NULL;
}

/* References to several pieces of evidence: a line each. */
static MaakRuns *
make_evidence_lines (MaakBuilder *self, MaakRecord *record, const MaakField *field)
{
  MaakRuns          *runs = maak_runs_new (NULL);
  MaakValue         *value = maak_record_get (record, field);
  guint              n = 0;
  const char *const *ids = value != NULL ? maak_value_get_ids (value, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      MaakRecord *evidence = maak_plan_lookup (self->plan, ids[i]);

      if (evidence == NULL)
        continue;
      g_autoptr (MaakRuns) title = maak_builder_make_title (self, evidence);
      if (runs->text->len > 0)
        maak_runs_append (runs, "\n", 0);
      maak_runs_append_runs (runs, title, 0);
    }
  return runs;
}

/* Several terms: one after another when short, else a line each. */
static MaakRuns *
make_terms (MaakBuilder *self, MaakRecord *record, const MaakField *field)
{
  guint              n;
  const char *const *codes = maak_value_get_codes (maak_record_get (record, field), &n);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = maak_plan_dup_term_label (self->plan, field->vocabulary, codes[i], self->language);

      g_string_append (words, i > 0 ? "\n" : "");
      g_string_append (words, label);
    }
  if (words->len <= LONG_FACT)
    g_string_replace (words, "\n", "; ", 0);
  return maak_runs_new (words->str);
}

static MaakRuns *
make_fact (MaakBuilder *self, MaakRecord *record, const MaakField *field)
{
  if (refers_to_evidence (field))
    return make_evidence_lines (self, record, field);
  if (field->type == MAAK_FIELD_CHOICES && field->vocabulary != NULL)
    return make_terms (self, record, field);
  return maak_builder_make_value (self, record, field);
}

static void
flush_facts (MaakBlock *into, MaakTable **facts)
{
  if (*facts != NULL && (*facts)->rows->len > 0)
    maak_block_append (into, maak_block_new_table (g_steal_pointer (facts)));
  g_clear_pointer (facts, maak_table_free);
}

static void
add_fact (MaakTable **facts, const char *label, MaakRuns *value_taken)
{
  MaakRow *row;

  if (*facts == NULL)
    {
      *facts = maak_table_new (MAAK_TABLE_FACTS);
      maak_table_add_column (*facts, NULL, MAAK_ALIGN_LEFT, FALSE);
      maak_table_add_column (*facts, NULL, MAAK_ALIGN_LEFT, FALSE);
      (*facts)->n_label_columns = 1;
    }
  row = maak_table_add_row (*facts, MAAK_ROW_BODY);
  maak_row_set (row, 0, maak_runs_new (label));
  maak_row_set (row, 1, value_taken);
}

/* Figures at a glance: values large, three beside one another, with what they are. */
static MaakBlock *
make_key_figures (MaakBuilder *self, MaakRecord *record, const MaakField *field)
{
  MaakTable         *table = maak_table_new (MAAK_TABLE_QUADRANTS);
  MaakRow           *row = NULL;
  guint              n = 0, column = 0;
  const char *const *ids = maak_value_get_ids (maak_record_get (record, field), &n);

  for (guint i = 0; i < 3; i++)
    maak_table_add_column (table, NULL, MAAK_ALIGN_LEFT, FALSE);
  for (guint i = 0; i < n; i++)
    {
      MaakRecord *evidence = maak_plan_lookup (self->plan, ids[i]);

      if (evidence == NULL)
        continue;
      if (column % 3 == 0)
        row = maak_table_add_row (table, MAAK_ROW_BODY);
      maak_row_set (row, column++ % 3, maak_builder_make_key_figure (self, evidence));
    }
  return maak_block_new_table (table);
}

/* Three or more, and each of them a figure. */
static gboolean
are_key_figures (MaakBuilder *self, MaakRecord *record, const MaakField *field)
{
  guint              n = 0;
  const char *const *ids = NULL;

  if (!refers_to_evidence (field) || maak_record_get (record, field) == NULL)
    return FALSE;
  ids = maak_value_get_ids (maak_record_get (record, field), &n);
  for (guint i = 0; i < n; i++)
    {
      MaakRecord *evidence = maak_plan_lookup (self->plan, ids[i]);
      MaakValue  *value = evidence != NULL ? maak_record_get_role (evidence, MAAK_ROLE_CITATION) : NULL;

      if (value == NULL || maak_citation_get (maak_value_get_citation (value))->kind != MAAK_CITATION_FIGURE)
        return FALSE;
    }
  return n >= 3;
}

/* A table or drawing is named by its caption, and a figure by its own. */
static gboolean
needs_label (const MaakField *field)
{
  if (field->type != MAAK_FIELD_LIST)
    return TRUE;
  switch (field->present)
    {
    case MAAK_PRESENT_CARDS:
    case MAAK_PRESENT_CHAIN:
      return TRUE;
    case MAAK_PRESENT_ROWS:
    case MAAK_PRESENT_QUADRANTS:
    case MAAK_PRESENT_TIMELINE:
    case MAAK_PRESENT_BOARD:
    case MAAK_PRESENT_GRID:
    case MAAK_PRESENT_SHEET:
    case MAAK_PRESENT_EXHIBITS:
      return FALSE;
    default:
      g_assert_not_reached ();
    }
}

static void
add_long_field (MaakBuilder *self, MaakBlock *into, MaakRecord *record, const MaakField *field, guint level, gboolean labelled)
{
  g_autofree char *label = maak_builder_dup_label (self, field);
  g_autoptr (MaakBlock) content = maak_block_new (MAAK_BLOCK_GROUP);
  gboolean is_lead = field->role == MAAK_ROLE_SUMMARY;

  if (field->type == MAAK_FIELD_LIST)
    maak_builder_add_list (self, content, record, field, labelled ? level + 1 : level);
  else
    maak_block_append (content, maak_builder_make_prose (self, maak_value_get_text (maak_record_get (record, field)), is_lead ? MAAK_STYLE_LEAD : MAAK_STYLE_BODY));
  if (maak_block_is_empty (content))
    return;
  if (labelled && !is_lead && needs_label (field))
    maak_block_append (into, maak_block_new_heading (level, FALSE, label));
  maak_block_append (into, g_steal_pointer (&content));
}

/* A label that says what the heading over it said. */
static gboolean
repeats_section (const MaakField *field)
{
  return maak_text_equal (field->label, field->section->label);
}

/* A run of series, from the first on: one table, with a row each and a column a year. Returns how many fields it took. */
static guint
add_series (MaakBuilder *self, MaakBlock *into, MaakRecord *record, const MaakField *const *fields, guint n)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  guint taken = 0;

  for (; taken < n && (fields[taken]->type == MAAK_FIELD_SERIES || !is_printed_here (self, record, fields[taken])); taken++)
    if (fields[taken]->type == MAAK_FIELD_SERIES && is_printed_here (self, record, fields[taken]))
      g_ptr_array_add (found, (gpointer) fields[taken]);
  maak_builder_add_series (self, into, record, (const MaakField *const *) found->pdata, found->len);
  return taken;
}

/**
 * maak_builder_add_fields:
 * @self: a builder
 * @into: a group that receives the blocks
 * @record: a record
 * @fields: (array length=n): some of its fields
 * @n: how many
 * @level: of the heading of a long field, 1 to 6
 * @label_single: whether a long field has a heading though it is the only one printed
 *
 * Adds what the fields hold, a summary first; nothing for those that are empty.
 */
void
maak_builder_add_fields (MaakBuilder *self, MaakBlock *into, MaakRecord *record, const MaakField *const *fields, guint n, guint level, gboolean label_single)
{
  MaakTable *facts = NULL;
  guint      printed = 0;

  for (guint i = 0; i < n; i++)
    if (fields[i]->role == MAAK_ROLE_SUMMARY && is_printed_here (self, record, fields[i]))
      add_long_field (self, into, record, fields[i], level, FALSE);
  for (guint i = 0; i < n; i++)
    printed += is_printed_here (self, record, fields[i]) && fields[i]->value == NULL;
  for (guint i = 0; i < n; i++)
    {
      const MaakField *field = fields[i];

      if (field->role == MAAK_ROLE_SUMMARY || !is_printed_here (self, record, field))
        continue;
      if (is_long (field))
        {
          flush_facts (into, &facts);
          add_long_field (self, into, record, field, level, (label_single || printed > 1) && !repeats_section (field));
        }
      else if (field->type == MAAK_FIELD_SERIES)
        {
          flush_facts (into, &facts);
          i += add_series (self, into, record, fields + i, n - i) - 1;
        }
      else if (are_key_figures (self, record, field))
        {
          g_autofree char *label = maak_builder_dup_label (self, field);

          flush_facts (into, &facts);
          maak_block_append (into, maak_block_new_heading (level, FALSE, label));
          maak_block_append (into, make_key_figures (self, record, field));
        }
      else
        {
          g_autofree char *label = maak_builder_dup_label (self, field);
          g_autoptr (MaakRuns) value = make_fact (self, record, field);

          if (!maak_runs_is_empty (value))
            add_fact (&facts, label, g_steal_pointer (&value));
        }
    }
  flush_facts (into, &facts);
}

static gboolean
is_shown_in (const MaakField *field, const MaakField *const *shown, guint n)
{
  for (guint i = 0; i < n; i++)
    if (shown[i] == field)
      return TRUE;
  return FALSE;
}

/**
 * maak_builder_add_details:
 * @self: a builder
 * @runs: a text that receives them
 * @record: a record that stands in a table
 * @shown: (array length=n_shown): the fields that have a column, or are told otherwise
 * @n_shown: how many
 *
 * Appends "Label: value" for each other field that is not empty, a line each; of lists, their records in short.
 */
void
maak_builder_add_details (MaakBuilder *self, MaakRuns *runs, MaakRecord *record, const MaakField *const *shown, guint n_shown)
{
  const MaakTemplate *template = maak_record_get_template (record);

  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    {
      const MaakField *field = maak_template_get_field (template, i);
      g_autofree char *label = maak_builder_dup_label (self, field);
      g_autofree char *start = g_strconcat (runs->text->len > 0 ? "\n" : "", label, ": ", NULL);
      g_autoptr (MaakRuns) value = NULL;

      if (is_shown_in (field, shown, n_shown) || !maak_builder_shows_field (self, record, field))
        continue;
      if (field->role == MAAK_ROLE_QUADRANT || field->role == MAAK_ROLE_CHAIN_STEP || field->role == MAAK_ROLE_CITATION)
        continue;
      if (field->type == MAAK_FIELD_LIST)
        {
          guint              n;
          MaakRecord *const *records = maak_builder_get_records (record, field, &n);

          value = maak_runs_new (NULL);
          for (guint k = 0; k < n; k++)
            {
              g_autoptr (MaakRuns) title = maak_builder_make_title (self, records[k]);

              maak_runs_append (value, k > 0 ? "\n\u2022 " : "\u2022 ", 0);
              maak_runs_append_runs (value, title, 0);
              maak_builder_add_details (self, value, records[k], (const MaakField *[]) { maak_template_lookup_role (maak_record_get_template (records[k]), MAAK_ROLE_TITLE) }, 1);
            }
        }
      else
        value = maak_builder_make_value (self, record, field);
      if (maak_runs_is_empty (value))
        continue;
      maak_runs_append (runs, start, MAAK_RUN_MUTED);
      maak_runs_append_runs (runs, value, 0);
    }
}

/* A section's blocks, without its heading. */
static MaakBlock *
make_section (MaakBuilder *self, MaakRecord *record, const MaakSection *section, guint level, gboolean label_single)
{
  MaakBlock *content = maak_block_new (MAAK_BLOCK_GROUP);

  if (section->hidden_in_report && !self->working)
    return content;
  maak_builder_add_fields (self, content, record, section->fields, section->n_fields, level, label_single);
  return content;
}

static gboolean
holds_title (const MaakSection *section)
{
  for (guint i = 0; i < section->n_fields; i++)
    if (section->fields[i]->role == MAAK_ROLE_TITLE)
      return TRUE;
  return FALSE;
}

static MaakBlock *
make_heading (guint level, const char *text)
{
  return maak_block_new_heading (level, level <= 3, text);
}

/* A chapter begins a page when it holds records that are told at length, and so does the one after it. */
static gboolean
is_weighty (MaakRecord *record, const MaakSection *section)
{
  for (guint i = 0; i < section->n_fields; i++)
    if (section->fields[i]->type == MAAK_FIELD_LIST && section->fields[i]->present == MAAK_PRESENT_CARDS && maak_record_get (record, section->fields[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* How many sections of a record have something to print; computed values alone are nothing. */
static guint
count_sections (MaakBuilder *self, MaakRecord *record)
{
  const MaakTemplate *template = maak_record_get_template (record);
  guint n = 0;

  for (guint i = 0; i < maak_template_get_n_sections (template); i++)
    {
      const MaakSection *section = maak_template_get_section (template, i);
      gboolean           printed = FALSE;

      for (guint k = 0; k < section->n_fields; k++)
        printed |= section->fields[k]->value == NULL && is_printed_here (self, record, section->fields[k]);
      n += printed;
    }
  return n;
}

/**
 * maak_builder_add_record:
 * @self: a builder
 * @into: a group that receives the blocks
 * @record: a record
 * @level: of the headings of its sections, 1 to 6
 *
 * Adds all that a record holds, but for its title. A single section needs no heading, nor does the one that the title
 * stands in: they begin right under it.
 */
void
maak_builder_add_record (MaakBuilder *self, MaakBlock *into, MaakRecord *record, guint level)
{
  const MaakTemplate *template = maak_record_get_template (record);
  gboolean is_root = record == maak_plan_get_root (self->plan), page = FALSE;
  gboolean single = !is_root && count_sections (self, record) == 1;

  for (guint i = 0; i < maak_template_get_n_sections (template); i++)
    {
      const MaakSection *section = maak_template_get_section (template, i);
      gboolean           headed = is_root || (!single && !holds_title (section));
      g_autoptr (MaakBlock) content = make_section (self, record, section, headed ? level + 1 : level, !headed);

      if (maak_block_is_empty (content))
        continue;
      if (headed)
        {
          MaakBlock *heading = maak_block_append (into, make_heading (level, maak_text_get_best (section->label, self->language)));

          heading->page = is_root && (is_weighty (record, section) || page);
        }
      page = is_weighty (record, section);
      maak_block_append (into, g_steal_pointer (&content));
    }
}
