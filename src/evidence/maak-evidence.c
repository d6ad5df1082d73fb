/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* From the atlas into the plan: a value becomes a citation, a view becomes an exhibit.
 *
 * Records are made by role: the template with the role that says what it is, and in it the fields with the roles that
 * take the parts. A role that the template has not is left out, but for those without which the record says nothing.
 * Snapshot: the values that an exhibit is drawn from, kept in the plan, so that it prints the same for ever.
 * New records are in no plan; whoever asked for them inserts them, as one step that can be undone.
 * What it does not do: draw, or ask. Captions and alternative texts are proposals that a person may correct. */

#include "evidence/maak-evidence-private.h"

MAAK_DEFINE_ERROR_DOMAIN (maak_evidence_error_quark, "maak-evidence-error")

static gboolean
fail (GError **error, MaakEvidenceErrorCode code, MaakMessage *message_taken)
{
  maak_error_set (error, MAAK_EVIDENCE_ERROR, code, NULL, message_taken);
  return FALSE;
}

/**
 * maak_evidence_lookup_template:
 *
 * Returns: (transfer none) (nullable): the first template that is not abstract and has a field of the role, a template
 *   that ships before one that does not
 */
const MaakTemplate *
maak_evidence_lookup_template (MaakLibrary *library, MaakRole role)
{
  const MaakTemplate *found = NULL;

  g_return_val_if_fail (library != NULL && role != MAAK_ROLE_NONE, NULL);

  for (guint i = 0; i < maak_library_get_n_templates (library); i++)
    {
      const MaakTemplate *template = maak_library_get_template (library, i);

      if (maak_template_is_abstract (template) || maak_template_lookup_role (template, role) == NULL)
        continue;
      if (maak_template_is_shipped (template))
        return template;
      if (found == NULL)
        found = template;
    }
  return found;
}

static void
set_value (MaakRecord *record, MaakRole role, MaakValue *value_taken)
{
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (record), role);

  if (field != NULL)
    maak_record_init_value (record, field, value_taken);
  maak_value_unref (value_taken);
}

static void
set_word (MaakRecord *record, MaakRole role, const char *word)
{
  g_autoptr (MaakText) text = maak_text_new_one (MAAK_LANGUAGE_NL, word);

  set_value (record, role, maak_value_new_text (text));
}

/* A field of one language keeps its string in the Dutch slot. */
static void
set_text (MaakRecord *record, MaakRole role, MaakText *text)
{
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (record), role);

  if (field != NULL && field->one_language)
    set_word (record, role, maak_text_get (text, MAAK_LANGUAGE_NL));
  else
    set_value (record, role, maak_value_new_text (text));
}

/* A dataset that may not be published makes its record internal. */
static void
set_sensitivity (MaakRecord *record, MaakDataset *dataset)
{
  if (dataset != NULL && !maak_dataset_may_publish (dataset))
    set_value (record, MAAK_ROLE_SENSITIVITY, maak_value_new_code ("internal"));
}

/**
 * maak_evidence_cite:
 * @indicator: what is cited
 * @region: of the indicator's level; the country, or another region above: its yardstick cannot be cited by region
 *
 * Returns: (transfer full): a record of the template that has the role citation; NULL and %MAAK_EVIDENCE_ERROR_NO_VALUE where
 *   the region has no value, %MAAK_EVIDENCE_ERROR_NO_TEMPLATE where no template can hold it
 */
MaakRecord *
maak_evidence_cite (MaakLibrary *library, MaakIndicator *indicator, const MaakRegion *region, GError **error)
{
  const MaakTemplate *template;
  MaakRecord *record;
  g_autoptr (MaakCitation) citation = NULL;

  g_return_val_if_fail (library != NULL && indicator != NULL && region != NULL, NULL);

  template = maak_evidence_lookup_template (library, MAAK_ROLE_CITATION);
  if (template == NULL)
    {
      fail (error, MAAK_EVIDENCE_ERROR_NO_TEMPLATE, maak_message_new (MAAK_PHRASE_EVIDENCE_NO_TEMPLATE, MAAK_ARG_END));
      return NULL;
    }
  if (maak_region_get_level (region) != maak_indicator_get_level (indicator) || !maak_status_has_value (maak_indicator_get (indicator, maak_region_get_index (region), NULL)))
    {
      g_autoptr (MaakText) name = maak_evidence_word_region (region);

      fail (error, MAAK_EVIDENCE_ERROR_NO_VALUE,
            maak_message_new (MAAK_PHRASE_EVIDENCE_NO_VALUE, MAAK_ARG_TEXT, "title", maak_indicator_get_title (indicator), MAAK_ARG_TEXT, "region", name, MAAK_ARG_END));
      return NULL;
    }
  citation = maak_indicator_dup_citation (indicator, maak_region_get_index (region));
  record = maak_record_new (template, NULL);
  set_text (record, MAAK_ROLE_TITLE, maak_citation_get (citation)->title);
  set_value (record, MAAK_ROLE_CITATION, maak_value_new_citation (citation));
  set_sensitivity (record, maak_indicator_get_dataset (indicator));
  return record;
}

/* The indicator that a record names, as the data have it now. */
MaakIndicator *
maak_evidence_make_indicator (MaakCatalogue *catalogue, const char *dataset, const char *metric, MaakPeriod period)
{
  MaakDataset         *found = dataset != NULL ? maak_catalogue_lookup (catalogue, dataset) : NULL;
  MaakIndicatorOptions options = { .metric = metric, .period = period };

  return found != NULL ? maak_indicator_new (catalogue, found, &options, NULL) : NULL;
}

/* All regions of the level in the period of the indicator. */
static void
take_regions (MaakSnapshot *self)
{
  MaakIndicator *indicator = self->indicator;

  for (guint i = 0; i < maak_indicator_get_n (indicator); i++)
    {
      MaakCell cell = { maak_region_set_get (maak_indicator_get_regions (indicator), maak_indicator_get_level (indicator), i), maak_indicator_get_period (indicator) };

      cell.status = maak_indicator_get (indicator, i, &cell.value);
      g_array_append_val (self->cells, cell);
    }
}

/* What an indicator has for a region: of its level, or the country as its yardstick when the data have the nation. */
static MaakCell
get_cell (MaakIndicator *indicator, const MaakRegion *region)
{
  MaakCell     cell = { region, maak_indicator_get_period (indicator), 0, MAAK_STATUS_MISSING };
  MaakDataset *dataset = maak_indicator_get_dataset (indicator);
  guint        period;

  if (maak_region_get_level (region) == maak_indicator_get_level (indicator))
    cell.status = maak_indicator_get (indicator, maak_region_get_index (region), &cell.value);
  else if (maak_region_get_level (region) == MAAK_LEVEL_COUNTRY && g_str_equal (maak_indicator_get_metric (indicator), "value") &&
           maak_dataset_find_period (dataset, cell.period, &period))
    cell.status = maak_dataset_get (dataset, region, period, &cell.value);
  return cell;
}

/* The regions that were asked for, in every period in which the metric can be computed. */
static void
take_lines (MaakSnapshot *self, MaakCatalogue *catalogue)
{
  MaakDataset *dataset = maak_indicator_get_dataset (self->indicator);
  g_autoptr (GPtrArray) indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_indicator_unref);

  for (guint i = 0; i < maak_dataset_get_n_periods (dataset); i++)
    {
      MaakIndicatorOptions options = { .metric = maak_indicator_get_metric (self->indicator), .period = maak_dataset_get_period (dataset, i) };
      MaakIndicator       *indicator = maak_indicator_new (catalogue, dataset, &options, NULL);

      if (indicator != NULL)
        g_ptr_array_add (indicators, indicator);
    }
  for (guint i = 0; i < self->options->n_regions; i++)
    for (guint j = 0; j < indicators->len; j++)
      {
        MaakCell cell = get_cell (g_ptr_array_index (indicators, j), self->options->regions[i]);

        g_array_append_val (self->cells, cell);
      }
}

/* Fills the cells with what the exhibit is drawn from. */
void
maak_snapshot_take (MaakSnapshot *self, MaakCatalogue *catalogue)
{
  if (self->options->kind == MAAK_EXHIBIT_SERIES)
    take_lines (self, catalogue);
  else
    take_regions (self);
}

/* A map needs several regions, a series two points on one line. */
static gboolean
check_snapshot (const MaakSnapshot *self, GError **error)
{
  MaakText *title = maak_indicator_get_title (self->indicator);
  guint     points = 0;

  if (self->options->kind != MAAK_EXHIBIT_SERIES)
    return maak_indicator_get_level (self->indicator) != MAAK_LEVEL_COUNTRY ||
           fail (error, MAAK_EVIDENCE_ERROR_NO_VALUE, maak_message_new (MAAK_PHRASE_EXHIBIT_NEEDS_REGIONS, MAAK_ARG_TEXT, "title", title, MAAK_ARG_END));
  for (guint i = 0; i < self->cells->len; i++)
    {
      const MaakCell *cell = &g_array_index (self->cells, MaakCell, i);

      if (i > 0 && cell->region != g_array_index (self->cells, MaakCell, i - 1).region)
        points = 0;
      points += maak_status_has_value (cell->status);
      if (points == 2)
        return TRUE;
    }
  return fail (error, MAAK_EVIDENCE_ERROR_NO_VALUE, maak_message_new (MAAK_PHRASE_EXHIBIT_NEEDS_PERIODS, MAAK_ARG_TEXT, "title", title, MAAK_ARG_END));
}

static MaakRecord *
make_row (const MaakTemplate *template, const MaakCell *cell, MaakText *name)
{
  MaakRecord      *row = maak_record_new (template, NULL);
  const char      *codes[] = { maak_region_get_code (cell->region), NULL };
  g_autofree char *period = maak_period_to_string (cell->period);

  set_value (row, MAAK_ROLE_VALUE_REGION, maak_value_new_codes (codes));
  if (name != NULL)
    set_text (row, MAAK_ROLE_TITLE, name);
  set_word (row, MAAK_ROLE_VALUE_PERIOD, period);
  if (maak_status_has_value (cell->status))
    set_value (row, MAAK_ROLE_VALUE_NUMBER, maak_value_new_number (cell->value));
  set_value (row, MAAK_ROLE_VALUE_STATUS, maak_value_new_code (maak_status_get_code (cell->status)));
  return row;
}

/* The rows of the snapshot; the yardstick of map and ranks is the row of the country, under its own name. */
static void
set_rows (MaakRecord *record, const MaakSnapshot *snapshot)
{
  const MaakField *list = maak_template_lookup_role (maak_record_get_template (record), MAAK_ROLE_EXHIBIT_VALUES);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  MaakCell  yardstick = { 0 };
  MaakText *name = maak_indicator_get_yardstick (snapshot->indicator, &yardstick.value, &yardstick.status);

  for (guint i = 0; i < snapshot->cells->len; i++)
    g_ptr_array_add (rows, make_row (list->of, &g_array_index (snapshot->cells, MaakCell, i), NULL));
  if (snapshot->options->kind != MAAK_EXHIBIT_SERIES && name != NULL)
    {
      yardstick.region = maak_region_set_get (maak_indicator_get_regions (snapshot->indicator), MAAK_LEVEL_COUNTRY, 0);
      yardstick.period = maak_indicator_get_period (snapshot->indicator);
      g_ptr_array_add (rows, make_row (list->of, &yardstick, name));
    }
  set_value (record, MAAK_ROLE_EXHIBIT_VALUES, maak_value_new_list ((MaakRecord *const *) rows->pdata, rows->len));
}

static void
set_period (MaakRecord *record, const MaakSnapshot *snapshot)
{
  g_autofree char *period = NULL;

  if (snapshot->options->kind == MAAK_EXHIBIT_SERIES)
    return;
  period = maak_period_to_string (maak_indicator_get_period (snapshot->indicator));
  set_word (record, MAAK_ROLE_EXHIBIT_STATISTIC_PERIOD, period);
}

static void
set_outlined (MaakRecord *record, const MaakExhibitOptions *options)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  if (options->n_regions == 0)
    return;
  for (guint i = 0; i < options->n_regions; i++)
    g_ptr_array_add (codes, (gpointer) maak_region_get_code (options->regions[i]));
  g_ptr_array_add (codes, NULL);
  set_value (record, MAAK_ROLE_EXHIBIT_REGION, maak_value_new_codes ((const char *const *) codes->pdata));
}

static void
fill_exhibit (MaakRecord *record, const MaakSnapshot *snapshot)
{
  MaakIndicator            *indicator = snapshot->indicator;
  const MaakExhibitOptions *options = snapshot->options;
  MaakDataset              *dataset = maak_indicator_get_dataset (indicator);
  const char               *metric = maak_indicator_get_metric (indicator);
  g_autoptr (MaakText) alternative = maak_evidence_word_alternative (snapshot);
  g_autoptr (MaakText) source = maak_evidence_word_source (indicator);

  set_text (record, MAAK_ROLE_TITLE, options->kind == MAAK_EXHIBIT_SERIES ? maak_dataset_get_title (dataset) : maak_indicator_get_title (indicator));
  set_value (record, MAAK_ROLE_EXHIBIT_KIND, maak_value_new_code (maak_exhibit_kind_get_code (options->kind)));
  set_word (record, MAAK_ROLE_EXHIBIT_DATASET, maak_dataset_get_id (dataset));
  if (!g_str_equal (metric, "value"))
    set_word (record, MAAK_ROLE_EXHIBIT_METRIC, metric);
  set_period (record, snapshot);
  set_word (record, MAAK_ROLE_EXHIBIT_UNIT, maak_unit_get_code (maak_indicator_get_unit (indicator)));
  set_outlined (record, options);
  if (options->kind == MAAK_EXHIBIT_MAP)
    {
      set_value (record, MAAK_ROLE_EXHIBIT_CLASSES, maak_value_new_number (options->n_classes > 0 ? options->n_classes : MAAK_EXHIBIT_DEFAULT_CLASSES));
      set_value (record, MAAK_ROLE_EXHIBIT_METHOD, maak_value_new_code (maak_class_method_get_code (options->method)));
    }
  set_text (record, MAAK_ROLE_EXHIBIT_ALTERNATIVE, alternative);
  set_text (record, MAAK_ROLE_EXHIBIT_SOURCE, source);
  set_rows (record, snapshot);
  set_sensitivity (record, dataset);
}

/**
 * maak_evidence_make_exhibit:
 * @catalogue: where a series finds the other periods
 * @indicator: what is shown; one that a dataset stands behind
 * @options: how; the regions of a series are its lines
 *
 * Returns: (transfer full): a record of the template that has the role exhibit-values, with caption, alternative text,
 *   source, cautions and values; NULL and %MAAK_EVIDENCE_ERROR_NO_VALUE where there is too little to draw,
 *   %MAAK_EVIDENCE_ERROR_NO_TEMPLATE where no template can hold it
 */
MaakRecord *
maak_evidence_make_exhibit (MaakLibrary *library, MaakCatalogue *catalogue, MaakIndicator *indicator, const MaakExhibitOptions *options, GError **error)
{
  const MaakTemplate *template;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (MaakCell));
  MaakSnapshot snapshot = { indicator, options, cells };
  MaakRecord  *record;

  g_return_val_if_fail (library != NULL && catalogue != NULL && indicator != NULL && options != NULL, NULL);
  g_return_val_if_fail (maak_indicator_get_dataset (indicator) != NULL && options->kind != MAAK_EXHIBIT_TABLE, NULL);

  template = maak_evidence_lookup_template (library, MAAK_ROLE_EXHIBIT_VALUES);
  if (template == NULL)
    {
      fail (error, MAAK_EVIDENCE_ERROR_NO_TEMPLATE, maak_message_new (MAAK_PHRASE_EVIDENCE_NO_TEMPLATE, MAAK_ARG_END));
      return NULL;
    }
  maak_snapshot_take (&snapshot, catalogue);
  if (!check_snapshot (&snapshot, error))
    return NULL;
  record = maak_record_new (template, NULL);
  fill_exhibit (record, &snapshot);
  return record;
}
