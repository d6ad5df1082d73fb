/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Exhibits: a picture with caption, legend, source, year and status, and in the annex a table of its values.
 *
 * It is drawn from the values that the plan keeps, so that a plan prints the same for ever; the catalogue only lends
 * names. An exhibit that is a table of one's own is only a table, where it stands, and so is one that cannot be drawn:
 * an old one, of regions that are no more. The figure owns its picture.
 */
#include "report/maak-builder.h"

#include "base/maak-number.h"
#include "evidence/maak-evidence.h"
#include "report/maak-exhibit-picture.h"

#define MOST_HEIGHT 0.55 /* of the width: two figures with their notes go on a page */

static double
measure_picture (gpointer data, double width)
{
  return MIN (maak_picture_measure (data, width), width * MOST_HEIGHT);
}

static void
paint_picture (gpointer data, cairo_t *cr, double width, double height)
{
  maak_picture_draw (data, cr, 0, 0, width, height);
}

/* What the figure shows, its source, year and status. */
static MaakRuns *
make_note (MaakBuilder *self, MaakExhibit *exhibit)
{
  MaakRuns        *runs = maak_runs_new (NULL);
  g_autofree char *title = maak_builder_dup_text (self, exhibit->title, NULL);
  g_autofree char *source = maak_builder_dup_text (self, exhibit->source, NULL);
  const char      *unit = maak_unit_get_label (exhibit->unit, self->language);

  if (title != NULL)
    maak_runs_append (runs, title, 0);
  if (unit != NULL && *unit != '\0')
    {
      g_autofree char *words = g_strdup_printf (" (%s)", unit);

      maak_runs_append (runs, words, 0);
    }
  if (source != NULL)
    {
      maak_runs_append (runs, runs->text->len > 0 ? ". " : "", 0);
      maak_runs_append (runs, maak_builder_word (self, MAAK_PHRASE_REPORT_SOURCE), 0);
      maak_runs_append (runs, " ", 0);
      maak_runs_append (runs, source, 0);
    }
  return runs;
}

static MaakRuns *
make_alternative (MaakBuilder *self, MaakText *text)
{
  g_autofree char *words = maak_builder_dup_text (self, text, NULL);
  MaakRuns        *runs;

  if (words == NULL)
    return NULL;
  runs = maak_runs_new (NULL);
  maak_runs_append (runs, maak_builder_word (self, MAAK_PHRASE_REPORT_IN_WORDS), MAAK_RUN_BOLD);
  maak_runs_append (runs, " ", 0);
  maak_runs_append (runs, words, 0);
  return runs;
}

static char *
dup_value_words (MaakBuilder *self, MaakExhibit *exhibit, double value, MaakStatus status)
{
  g_autofree char *words = NULL;

  if (!maak_status_has_value (status))
    return g_strdup (maak_status_get_label (status, self->language));
  words = maak_unit_format_value (exhibit->unit, value, self->language);
  return g_steal_pointer (&words);
}

static void
add_value_row (MaakBuilder *self, MaakTable *table, MaakExhibit *exhibit, const char *name, MaakPeriod period, double value, MaakStatus status)
{
  MaakRow         *row = maak_table_add_row (table, MAAK_ROW_BODY);
  g_autofree char *when = maak_period_format (period, self->language);
  g_autofree char *words = dup_value_words (self, exhibit, value, status);

  maak_row_set (row, 0, maak_runs_new (name));
  maak_row_set (row, 1, maak_runs_new (when));
  maak_row_set (row, 2, maak_runs_new (words));
  maak_row_set (row, 3, maak_runs_new (maak_status_get_label (status, self->language)));
}

static MaakRuns *
make_value_head (MaakBuilder *self, MaakExhibit *exhibit)
{
  const char *unit = maak_unit_get_label (exhibit->unit, self->language);
  MaakRuns   *runs = maak_runs_new (maak_builder_word (self, MAAK_PHRASE_REPORT_VALUE));

  if (unit != NULL && *unit != '\0')
    {
      g_autoptr (GString) words = g_string_new (unit);

      g_string_replace (words, " ", "\u00a0", 0);
      maak_runs_append (runs, "\n", 0);
      maak_runs_append (runs, words->str, 0);
    }
  return runs;
}

/* The values that a figure was drawn from, in the annex. */
static void
add_values (MaakBuilder *self, MaakExhibit *exhibit, const char *caption)
{
  MaakTable       *table = maak_table_new (MAAK_TABLE_RULED);
  MaakBlock       *block;
  const MaakPhrase heads[] = { MAAK_PHRASE_REPORT_REGION, MAAK_PHRASE_REPORT_PERIOD, MAAK_PHRASE_REPORT_VALUE, MAAK_PHRASE_REPORT_STATUS };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    maak_table_add_column (table, i == 2 ? make_value_head (self, exhibit) : maak_runs_new (maak_builder_word (self, heads[i])), i == 2 ? MAAK_ALIGN_RIGHT : MAAK_ALIGN_LEFT, i == 2);
  table->n_label_columns = 1;
  for (guint i = 0; i < exhibit->n_values; i++)
    add_value_row (self, table, exhibit, exhibit->values[i].region != NULL ? maak_region_get_name (exhibit->values[i].region, self->language) : "", exhibit->values[i].period, exhibit->values[i].value, exhibit->values[i].status);
  if (exhibit->yardstick != NULL && !maak_text_is_empty (exhibit->yardstick) && exhibit->kind != MAAK_EXHIBIT_SERIES && maak_status_has_value (exhibit->yardstick_status))
    add_value_row (self, table, exhibit, maak_text_get_best (exhibit->yardstick, self->language), exhibit->period, exhibit->yardstick_value, exhibit->yardstick_status);
  block = maak_block_append (self->annex, maak_block_new_table (table));
  block->captioned = TRUE;
  block->runs = maak_runs_new (NULL);
  maak_runs_append_link (block->runs, caption, 0, NULL);
}

/* "Source: ..."; NULL: the text is empty. */
static MaakRuns *
make_role (MaakBuilder *self, MaakRecord *record, MaakRole role, MaakPhrase phrase)
{
  MaakText *text = maak_record_get_text (record, role);
  MaakRuns *runs;

  if (text == NULL || maak_text_is_empty (text))
    return NULL;
  runs = maak_runs_new (maak_builder_word (self, phrase));
  maak_runs_append (runs, " ", 0);
  maak_runs_append (runs, maak_text_get_best (text, self->language), 0);
  return runs;
}

/* A table of one's own, a row a value; FALSE: it has none. */
static gboolean
add_own_table (MaakBuilder *self, MaakBlock *into, MaakRecord *record, const char *caption)
{
  const MaakField   *list = maak_template_lookup_role (maak_record_get_template (record), MAAK_ROLE_EXHIBIT_VALUES);
  guint              n = 0, before = into->children->len;
  MaakRecord *const *records = list != NULL ? maak_builder_get_records (record, list, &n) : NULL;
  MaakRuns          *words, *source = make_role (self, record, MAAK_ROLE_EXHIBIT_SOURCE, MAAK_PHRASE_REPORT_SOURCE);
  MaakBlock         *block;

  if (n > 0)
    maak_builder_add_rows (self, into, list, records, n, NULL, FALSE);
  if (into->children->len == before)
    {
      maak_runs_free (source);
      return FALSE;
    }
  block = g_ptr_array_index (into->children, into->children->len - 1);
  g_clear_pointer (&block->runs, maak_runs_free);
  block->runs = maak_runs_new (caption);
  block->anchor = g_strdup (maak_record_get_id (record));
  if (source != NULL)
    {
      g_clear_pointer (&block->note, maak_runs_free);
      block->note = source;
    }
  words = make_alternative (self, maak_record_get_text (record, MAAK_ROLE_EXHIBIT_ALTERNATIVE));
  if (words != NULL)
    maak_block_append (into, maak_block_new_paragraph (MAAK_STYLE_SMALL, words));
  return TRUE;
}

static MaakFigure *
make_figure (MaakPicture *picture_taken)
{
  MaakFigure *figure = g_new0 (MaakFigure, 1);

  *figure = (MaakFigure) { measure_picture, paint_picture, picture_taken, (GDestroyNotify) maak_picture_unref, 0.82 };
  return figure;
}

/* What an exhibit says besides, in small print. */
static void
add_rest (MaakBuilder *self, MaakBlock *into, MaakRecord *record)
{
  static const MaakRole told[] = { MAAK_ROLE_TITLE, MAAK_ROLE_EXHIBIT_KIND, MAAK_ROLE_EXHIBIT_DATASET, MAAK_ROLE_EXHIBIT_METRIC, MAAK_ROLE_EXHIBIT_STATISTIC_PERIOD, MAAK_ROLE_EXHIBIT_UNIT, MAAK_ROLE_EXHIBIT_REGION, MAAK_ROLE_EXHIBIT_CLASSES, MAAK_ROLE_EXHIBIT_METHOD, MAAK_ROLE_EXHIBIT_ALTERNATIVE, MAAK_ROLE_EXHIBIT_SOURCE, MAAK_ROLE_EXHIBIT_VALUES };
  const MaakField      *fields[G_N_ELEMENTS (told)];
  g_autoptr (MaakRuns) runs = maak_runs_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    fields[i] = maak_template_lookup_role (maak_record_get_template (record), told[i]);
  maak_builder_add_details (self, runs, record, fields, G_N_ELEMENTS (told));
  if (!maak_runs_is_empty (runs))
    maak_block_append (into, maak_block_new_paragraph (MAAK_STYLE_SMALL, g_steal_pointer (&runs)));
}

/* An exhibit without any values: what there is of it, in words. */
static void
add_words (MaakBuilder *self, MaakBlock *into, MaakRecord *record, const char *caption)
{
  MaakRuns *source = make_role (self, record, MAAK_ROLE_EXHIBIT_SOURCE, MAAK_PHRASE_REPORT_SOURCE);
  MaakRuns *words = make_alternative (self, maak_record_get_text (record, MAAK_ROLE_EXHIBIT_ALTERNATIVE));

  maak_block_append (into, maak_block_new_paragraph (MAAK_STYLE_CAPTION, maak_runs_new (caption)));
  if (source != NULL)
    maak_block_append (into, maak_block_new_paragraph (MAAK_STYLE_SMALL, source));
  if (words != NULL)
    maak_block_append (into, maak_block_new_paragraph (MAAK_STYLE_SMALL, words));
}

static void
add_exhibit (MaakBuilder *self, MaakBlock *into, MaakRecord *record)
{
  g_autoptr (MaakExhibit) exhibit = maak_evidence_read_exhibit (record, self->catalogue, self->regions, NULL);
  MaakPicture     *picture = exhibit != NULL ? maak_exhibit_picture_new (exhibit, self->boundaries, self->language) : NULL;
  g_autofree char *caption = maak_record_dup_title (record, self->language);
  MaakBlock       *block;

  if (picture == NULL)
    {
      if (!add_own_table (self, into, record, caption))
        add_words (self, into, record, caption);
      add_rest (self, into, record);
      return;
    }
  block = maak_block_append (into, maak_block_new_figure (make_figure (picture)));
  block->anchor = g_strdup (maak_record_get_id (record));
  block->runs = maak_runs_new (caption);
  block->note = make_note (self, exhibit);
  block->alternative = make_alternative (self, exhibit->alternative);
  if (block->alternative == NULL)
    {
      g_autofree char *words = maak_picture_dup_description (picture);
      g_autoptr (MaakText) text = maak_text_new_one (self->language, words);

      block->alternative = make_alternative (self, text);
    }
  add_values (self, exhibit, caption);
  add_rest (self, into, record);
}

/**
 * maak_builder_add_exhibits:
 * @self: a builder
 * @into: a group that receives the figures
 * @records: (array length=n): exhibits
 * @n: how many
 *
 * Adds each exhibit; one that cannot be drawn any more is told as the table of its values.
 */
void
maak_builder_add_exhibits (MaakBuilder *self, MaakBlock *into, MaakRecord *const *records, guint n)
{
  for (guint i = 0; i < n; i++)
    add_exhibit (self, into, records[i]);
}
