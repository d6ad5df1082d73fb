/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* Reads an exhibit from a record, by the roles of its fields.
 *
 * Snapshot: the records of the list of role exhibit-values; each has a region, a period, a number and a status.
 * Yardstick: in a map or ranks of regions, the row of the country, or the row without region; its name is the title of
 * the row, else the name that the indicator gives it now, else the country's.
 * A person may have typed any of it, so nothing is taken on trust: unknown regions, periods and words, a region twice,
 * regions of several levels are errors that say which exhibit it is.
 * What it does not do: look up values. The catalogue lends names, and the unit where the record has none. */

#include "evidence/maak-evidence-private.h"

#include <math.h>

typedef struct
{
  MaakRecord    *record;
  MaakCatalogue *catalogue; /* may be NULL */
  MaakExhibit   *exhibit;
  MaakDataset   *dataset; /* borrowed; NULL: not at hand */
  GArray        *cells;   /* of MaakCell, the yardstick not among them */
} Reader;

static MaakText *
dup_title (Reader *self)
{
  g_autofree char *nl = maak_record_dup_title (self->record, MAAK_LANGUAGE_NL);
  g_autofree char *en = maak_record_dup_title (self->record, MAAK_LANGUAGE_EN);

  return maak_text_new (nl, en);
}

static gboolean
fail (Reader *self, GError **error, MaakPhrase phrase, const char *word)
{
  g_autoptr (MaakText) title = dup_title (self);

  maak_error_set (error, MAAK_EVIDENCE_ERROR, MAAK_EVIDENCE_ERROR_INVALID, NULL,
                  maak_message_new (phrase, MAAK_ARG_TEXT, "exhibit", title, MAAK_ARG_STRING, "word", word, MAAK_ARG_END));
  return FALSE;
}

static gboolean
fail_empty (Reader *self, GError **error)
{
  g_autoptr (MaakText) title = dup_title (self);

  maak_error_set (error, MAAK_EVIDENCE_ERROR, MAAK_EVIDENCE_ERROR_INVALID, NULL,
                  maak_message_new (MAAK_PHRASE_EXHIBIT_EMPTY, MAAK_ARG_TEXT, "exhibit", title, MAAK_ARG_END));
  return FALSE;
}

/* A text of one language, which stands in the Dutch slot; NULL when it is empty. */
static const char *
get_word (MaakRecord *record, MaakRole role)
{
  MaakText   *text = maak_record_get_text (record, role);
  const char *word = text != NULL ? maak_text_get_best (text, MAAK_LANGUAGE_NL) : NULL;

  return word != NULL && word[0] != '\0' ? word : NULL;
}

static const char *
get_code (MaakRecord *record, MaakRole role)
{
  MaakValue *value = maak_record_get_role (record, role);

  return value != NULL && maak_value_get_kind (value) == MAAK_VALUE_CODE ? maak_value_get_code (value) : NULL;
}

static MaakText *
dup_text (MaakRecord *record, MaakRole role)
{
  MaakText *text = maak_record_get_text (record, role);

  return text != NULL ? maak_text_ref (text) : maak_text_new (NULL, NULL);
}

static gboolean
read_kind (Reader *self, GError **error)
{
  const char *code = get_code (self->record, MAAK_ROLE_EXHIBIT_KIND);
  const char *method = get_code (self->record, MAAK_ROLE_EXHIBIT_METHOD);
  MaakValue  *classes = maak_record_get_role (self->record, MAAK_ROLE_EXHIBIT_CLASSES);

  if (code == NULL || !maak_exhibit_kind_parse (code, &self->exhibit->kind))
    return fail (self, error, MAAK_PHRASE_EXHIBIT_NO_KIND, code != NULL ? code : "");
  if (self->exhibit->kind == MAAK_EXHIBIT_TABLE)
    return fail (self, error, MAAK_PHRASE_EXHIBIT_TABLE, code);
  self->exhibit->method = MAAK_CLASSES_NATURAL;
  if (method != NULL && !maak_class_method_parse (method, &self->exhibit->method))
    return fail (self, error, MAAK_PHRASE_EXHIBIT_WORD, method);
  self->exhibit->n_classes = classes != NULL ? (guint) CLAMP (maak_value_get_number (classes), 1, MAAK_MAX_CLASSES) : MAAK_EXHIBIT_DEFAULT_CLASSES;
  return TRUE;
}

/* The unit that the record names; without one, that of the metric and the dataset, where they are at hand. */
static gboolean
read_unit (Reader *self, MaakIndicator *now, GError **error)
{
  const char *code = get_word (self->record, MAAK_ROLE_EXHIBIT_UNIT);

  if (code != NULL)
    return maak_unit_parse (code, &self->exhibit->unit) || fail (self, error, MAAK_PHRASE_EXHIBIT_WORD, code);
  self->exhibit->unit = now != NULL ? maak_indicator_get_unit (now) : MAAK_UNIT_NUMBER;
  return TRUE;
}

/* A metric keeps a total a total. Where the dataset is not at hand, its unit tells whether it counts something. */
static gboolean
find_is_total (Reader *self, const MaakMetric *metric)
{
  if (metric != NULL && !metric->keeps_total)
    return FALSE;
  if (self->dataset != NULL)
    return maak_dataset_is_total (self->dataset);
  return self->exhibit->unit == MAAK_UNIT_MLN_EURO || self->exhibit->unit == MAAK_UNIT_PERSONS || self->exhibit->unit == MAAK_UNIT_JOBS;
}

static gboolean
read_period (Reader *self, GError **error)
{
  const char *word = get_word (self->record, MAAK_ROLE_EXHIBIT_STATISTIC_PERIOD);

  if (word == NULL)
    return TRUE;
  return maak_period_parse (word, &self->exhibit->period) || fail (self, error, MAAK_PHRASE_EXHIBIT_PERIOD, word);
}

static const MaakRegion *
get_row_region (Reader *self, MaakRecord *row, const char **code)
{
  MaakValue         *value = maak_record_get_role (row, MAAK_ROLE_VALUE_REGION);
  guint              n = 0;
  const char *const *codes = value != NULL ? maak_value_get_codes (value, &n) : NULL;

  *code = n > 0 ? codes[0] : NULL;
  return n > 0 ? maak_region_set_lookup (self->exhibit->region_set, codes[0]) : NULL;
}

static gboolean
read_row_value (Reader *self, MaakRecord *row, MaakCell *cell, GError **error)
{
  MaakValue  *number = maak_record_get_role (row, MAAK_ROLE_VALUE_NUMBER);
  const char *status = get_code (row, MAAK_ROLE_VALUE_STATUS);
  const char *period = get_word (row, MAAK_ROLE_VALUE_PERIOD);

  cell->period = self->exhibit->period;
  if (period != NULL && !maak_period_parse (period, &cell->period))
    return fail (self, error, MAAK_PHRASE_EXHIBIT_PERIOD, period);
  cell->status = number != NULL ? MAAK_STATUS_UNVERIFIED : MAAK_STATUS_MISSING;
  if (status != NULL && !maak_status_parse (status, &cell->status))
    return fail (self, error, MAAK_PHRASE_EXHIBIT_WORD, status);
  if (number == NULL && maak_status_has_value (cell->status))
    cell->status = MAAK_STATUS_MISSING;
  cell->value = number != NULL && maak_status_has_value (cell->status) ? maak_value_get_number (number) : 0;
  return TRUE;
}

static void
take_yardstick (Reader *self, MaakRecord *row, const MaakCell *cell)
{
  MaakText *name = maak_record_get_text (row, MAAK_ROLE_TITLE);

  self->exhibit->yardstick_value = cell->value;
  self->exhibit->yardstick_status = cell->status;
  g_clear_pointer (&self->exhibit->yardstick, maak_text_unref);
  self->exhibit->yardstick = name != NULL ? maak_text_ref (name) : NULL;
}

/* The level of a map or ranks is that of its regions; the country is one only where there is nothing else. */
static void
find_level (Reader *self, MaakRecord *const *rows, guint n)
{
  self->exhibit->level = MAAK_LEVEL_COUNTRY;
  for (guint i = 0; i < n && self->exhibit->level == MAAK_LEVEL_COUNTRY; i++)
    {
      const char       *code;
      const MaakRegion *region = get_row_region (self, rows[i], &code);

      if (region != NULL && maak_region_get_level (region) != MAAK_LEVEL_EXTRA)
        self->exhibit->level = maak_region_get_level (region);
    }
}

static gboolean
is_twice (Reader *self, const MaakCell *cell)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const MaakCell *other = &g_array_index (self->cells, MaakCell, i);

      if (other->region == cell->region && (self->exhibit->kind != MAAK_EXHIBIT_SERIES || maak_period_compare (other->period, cell->period) == 0))
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_row (Reader *self, MaakRecord *row, gboolean *has_yardstick, GError **error)
{
  const char *code;
  MaakCell    cell = { get_row_region (self, row, &code) };
  gboolean    is_series = self->exhibit->kind == MAAK_EXHIBIT_SERIES;
  MaakLevel   level;

  if (!read_row_value (self, row, &cell, error))
    return FALSE;
  if (cell.region == NULL && (code != NULL || is_series))
    return fail (self, error, MAAK_PHRASE_EXHIBIT_REGION, code != NULL ? code : "");
  level = cell.region != NULL ? maak_region_get_level (cell.region) : MAAK_LEVEL_COUNTRY;
  if (!is_series && (cell.region == NULL || (level == MAAK_LEVEL_COUNTRY && self->exhibit->level != MAAK_LEVEL_COUNTRY)))
    {
      *has_yardstick = maak_status_has_value (cell.status);
      if (*has_yardstick)
        take_yardstick (self, row, &cell);
      return TRUE;
    }
  if (level != self->exhibit->level && !(is_series && level == MAAK_LEVEL_COUNTRY))
    return fail (self, error, MAAK_PHRASE_EXHIBIT_LEVELS, code);
  if (is_series && cell.period.kind == MAAK_PERIOD_NONE)
    return fail (self, error, MAAK_PHRASE_EXHIBIT_PERIOD, "");
  if (is_twice (self, &cell))
    return fail (self, error, MAAK_PHRASE_EXHIBIT_TWICE, code);
  g_array_append_val (self->cells, cell);
  return TRUE;
}

static gboolean
read_rows (Reader *self, gboolean *has_yardstick, GError **error)
{
  MaakValue         *list = maak_record_get_role (self->record, MAAK_ROLE_EXHIBIT_VALUES);
  guint              n = 0;
  MaakRecord *const *rows = list != NULL ? maak_value_get_records (list, &n) : NULL;
  gboolean           any = FALSE;

  find_level (self, rows, n);
  for (guint i = 0; i < n; i++)
    if (!read_row (self, rows[i], has_yardstick, error))
      return FALSE;
  for (guint i = 0; i < self->cells->len; i++)
    any |= maak_status_has_value (g_array_index (self->cells, MaakCell, i).status);
  return any || fail_empty (self, error);
}

static gboolean
read_outlined (Reader *self, GError **error)
{
  MaakExhibit       *exhibit = self->exhibit;
  MaakValue         *value = maak_record_get_role (self->record, MAAK_ROLE_EXHIBIT_REGION);
  guint              n = 0;
  const char *const *codes = value != NULL ? maak_value_get_codes (value, &n) : NULL;

  exhibit->regions = g_new0 (const MaakRegion *, n + self->cells->len + 1);
  for (guint i = 0; i < n; i++)
    {
      const MaakRegion *region = maak_region_set_lookup (exhibit->region_set, codes[i]);

      if (region == NULL)
        return fail (self, error, MAAK_PHRASE_EXHIBIT_REGION, codes[i]);
      exhibit->regions[exhibit->n_regions++] = region;
    }
  return TRUE;
}

static guint
find_line (const MaakExhibit *exhibit, const MaakRegion *region)
{
  for (guint i = 0; i < exhibit->n_regions; i++)
    if (exhibit->regions[i] == region)
      return i;
  return exhibit->n_regions;
}

/* A series has a line for each region that has values: those that are outlined first, then as they come. */
static void
choose_lines (Reader *self)
{
  MaakExhibit *exhibit = self->exhibit;
  guint        kept = 0;

  for (guint i = 0; i < exhibit->n_regions; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < self->cells->len && !found; j++)
        found = g_array_index (self->cells, MaakCell, j).region == exhibit->regions[i];
      if (found)
        exhibit->regions[kept++] = exhibit->regions[i];
    }
  exhibit->n_regions = kept;
  for (guint j = 0; j < self->cells->len; j++)
    {
      const MaakRegion *region = g_array_index (self->cells, MaakCell, j).region;

      if (find_line (exhibit, region) == exhibit->n_regions)
        exhibit->regions[exhibit->n_regions++] = region;
    }
}

static int
compare_cells (gconstpointer a, gconstpointer b, gpointer data)
{
  const MaakCell    *first = a, *second = b;
  const MaakExhibit *exhibit = data;
  guint              first_line = find_line (exhibit, first->region), second_line = find_line (exhibit, second->region);

  if (exhibit->kind == MAAK_EXHIBIT_SERIES && first_line != second_line)
    return first_line < second_line ? -1 : 1;
  if (first->region != second->region)
    return maak_region_get_index (first->region) < maak_region_get_index (second->region) ? -1 : 1;
  return maak_period_compare (first->period, second->period);
}

/* "dataset: metric", without a period, which a series has on its axis. */
static MaakText *
make_series_title (Reader *self, const MaakMetric *metric)
{
  g_autoptr (MaakMessage) label = NULL;
  g_autoptr (MaakMessage) title = NULL;

  if (self->dataset == NULL)
    return maak_text_ref (self->exhibit->caption);
  if (metric == NULL || g_str_equal (metric->id, "value"))
    return maak_text_ref (maak_dataset_get_title (self->dataset));
  label = maak_message_new (metric->label, MAAK_ARG_END);
  title = maak_message_new (MAAK_PHRASE_EXHIBIT_SERIES_TITLE, MAAK_ARG_TEXT, "dataset", maak_dataset_get_title (self->dataset), MAAK_ARG_MESSAGE, "metric", label, MAAK_ARG_END);
  return maak_message_dup_text (title);
}

static void
name_all (Reader *self, MaakIndicator *now, const MaakMetric *metric, gboolean has_yardstick)
{
  MaakExhibit *exhibit = self->exhibit;
  MaakText    *name = now != NULL ? maak_indicator_get_yardstick (now, NULL, NULL) : NULL;

  if (exhibit->kind == MAAK_EXHIBIT_SERIES)
    exhibit->title = make_series_title (self, metric);
  else
    exhibit->title = maak_text_ref (now != NULL ? maak_indicator_get_title (now) : exhibit->caption);
  if (exhibit->yardstick != NULL)
    return;
  if (has_yardstick)
    exhibit->yardstick = name != NULL ? maak_text_ref (name) : maak_evidence_word_region (maak_region_set_get (exhibit->region_set, MAAK_LEVEL_COUNTRY, 0));
  else
    exhibit->yardstick = maak_text_new (NULL, NULL);
}

static gboolean
read_all (Reader *self, GError **error)
{
  MaakExhibit      *exhibit = self->exhibit;
  const MaakMetric *metric = maak_metric_lookup (exhibit->metric);
  gboolean          has_yardstick = FALSE;
  g_autoptr (MaakIndicator) now = NULL;

  if (!read_kind (self, error) || !read_period (self, error))
    return FALSE;
  if (self->dataset != NULL)
    now = maak_evidence_make_indicator (self->catalogue, exhibit->dataset, exhibit->metric, exhibit->kind == MAAK_EXHIBIT_SERIES ? (MaakPeriod) { 0 } : exhibit->period);
  if (!read_unit (self, now, error) || !read_rows (self, &has_yardstick, error) || !read_outlined (self, error))
    return FALSE;
  if (exhibit->kind == MAAK_EXHIBIT_SERIES)
    choose_lines (self);
  exhibit->is_total = find_is_total (self, metric);
  exhibit->pivot = metric != NULL ? metric->pivot : NAN;
  name_all (self, now, metric, has_yardstick);
  g_array_sort_with_data (self->cells, compare_cells, exhibit);
  exhibit->n_values = self->cells->len;
  exhibit->values = g_memdup2 (self->cells->data, self->cells->len * sizeof (MaakCell));
  return TRUE;
}

/**
 * maak_evidence_read_exhibit:
 * @record: a record whose template has the roles of an exhibit
 * @catalogue: (nullable): lends the names of indicator and yardstick, and the unit where the record has none
 * @regions: the regions that the codes in the record name
 *
 * Returns: (transfer full): what to draw; NULL and %MAAK_EVIDENCE_ERROR_INVALID for a table of one's own, which the
 *   document prints as a table, and for a record that cannot be drawn as it stands
 */
MaakExhibit *
maak_evidence_read_exhibit (MaakRecord *record, MaakCatalogue *catalogue, MaakRegionSet *regions, GError **error)
{
  g_autoptr (MaakExhibit) exhibit = NULL;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (MaakCell));
  Reader      reader = { record, catalogue };
  const char *metric;

  g_return_val_if_fail (record != NULL && regions != NULL, NULL);

  exhibit = g_new0 (MaakExhibit, 1);
  metric = get_word (record, MAAK_ROLE_EXHIBIT_METRIC);
  exhibit->region_set = maak_region_set_ref (regions);
  exhibit->dataset = g_strdup (get_word (record, MAAK_ROLE_EXHIBIT_DATASET));
  exhibit->metric = g_strdup (metric != NULL ? metric : "value");
  exhibit->caption = dup_text (record, MAAK_ROLE_TITLE);
  exhibit->alternative = dup_text (record, MAAK_ROLE_EXHIBIT_ALTERNATIVE);
  exhibit->source = dup_text (record, MAAK_ROLE_EXHIBIT_SOURCE);
  reader.exhibit = exhibit;
  reader.cells = cells;
  reader.dataset = catalogue != NULL && exhibit->dataset != NULL ? maak_catalogue_lookup (catalogue, exhibit->dataset) : NULL;
  return read_all (&reader, error) ? g_steal_pointer (&exhibit) : NULL;
}
