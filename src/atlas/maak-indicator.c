/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* An indicator: one quantity for every region of a level in one period, with its yardstick, sources and cautions. It is
 * what maps, ranks and citations are made from. The metrics (maak-metrics.c) fill it while it is made; afterwards it is
 * immutable.
 *
 * Yardstick: the value of the nation, or of all regions of the level together where the data have no nation; its name
 * says which. Ground: a dataset in a period on which the values rest; the first is the dataset itself.
 * Invariants: where the status of a region has a value, the value is finite; where it has none, it is 0 and not meant.
 * Everything is owned by the indicator: a reference, or a copy.
 * What it does not do: choose classes or colours, word citations (maak-indicator-words.c). */

#include "atlas/maak-indicator-private.h"

#include <math.h>
#include <string.h>

static void
clear_ground (gpointer data)
{
  maak_dataset_unref (((MaakGround *) data)->dataset);
}

static MaakIndicator *
new_empty (MaakRegionSet *regions, MaakLevel level)
{
  MaakIndicator *self = g_new0 (MaakIndicator, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->regions = maak_region_set_ref (regions);
  self->level = level;
  self->n = maak_region_set_get_n (regions, level);
  self->values = g_new0 (double, self->n);
  self->statuses = g_new (MaakStatus, self->n);
  self->reasons = g_new0 (MaakText *, self->n);
  for (guint i = 0; i < self->n; i++)
    self->statuses[i] = MAAK_STATUS_MISSING;
  self->pivot = NAN;
  self->grounds = g_array_new (FALSE, FALSE, sizeof (MaakGround));
  g_array_set_clear_func (self->grounds, clear_ground);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_text_unref);
  return self;
}

static void
add_to_sum (MaakColumn *self, guint index)
{
  if (!maak_status_has_value (self->statuses[index]))
    {
      self->sum.known = FALSE;
      return;
    }
  self->sum.status = index == 0 ? self->statuses[0] : maak_status_weakest (self->sum.status, self->statuses[index]);
  self->sum.value += self->values[index];
}

/* Lays a period of a dataset out by region. The sum is known only when every region has a value. */
void
maak_column_init (MaakColumn *self, MaakDataset *dataset, guint period)
{
  MaakRegionSet    *regions = maak_dataset_get_regions (dataset);
  MaakLevel         level = maak_dataset_get_level (dataset);
  const MaakRegion *country = maak_region_set_get (regions, MAAK_LEVEL_COUNTRY, 0);

  memset (self, 0, sizeof *self);
  self->dataset = dataset;
  self->period = period;
  self->n = maak_region_set_get_n (regions, level);
  self->values = g_new0 (double, self->n);
  self->statuses = g_new0 (MaakStatus, self->n);
  self->sum.known = self->n > 0;
  for (guint i = 0; i < self->n; i++)
    {
      self->statuses[i] = maak_dataset_get (dataset, maak_region_set_get (regions, level, i), period, &self->values[i]);
      add_to_sum (self, i);
    }
  self->nation.status = maak_dataset_get (dataset, country, period, &self->nation.value);
  self->nation.known = maak_status_has_value (self->nation.status);
}

/* Frees what maak_column_init() made. */
void
maak_column_clear (MaakColumn *self)
{
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->statuses, g_free);
}

/* Sets the value of a region, in the unit of the indicator; a status without value sets 0. */
void
maak_making_set_value (MaakMaking *self, guint region, double value, MaakStatus status)
{
  self->indicator->statuses[region] = status;
  self->indicator->values[region] = maak_status_has_value (status) ? value : 0;
}

static MaakText *
word_needs (MaakMaking *self, MaakMessage *needs)
{
  g_autoptr (MaakMessage) message = maak_message_new (MAAK_PHRASE_REGION_NOT_COMPUTABLE, MAAK_ARG_MESSAGE, "needs", needs, MAAK_ARG_END);

  return maak_message_dup_text (message);
}

/* Sets that a region has no value, and what it would need: the end of "not computable: needs ...". */
void
maak_making_set_missing (MaakMaking *self, guint region, MaakMessage *needs_taken)
{
  g_autoptr (MaakMessage) needs = needs_taken;

  maak_making_set_value (self, region, 0, MAAK_STATUS_MISSING);
  g_clear_pointer (&self->indicator->reasons[region], maak_text_unref);
  self->indicator->reasons[region] = word_needs (self, needs);
}

/* Sets name, value and status of the yardstick, in place of one that was set before. */
void
maak_making_set_yardstick (MaakMaking *self, MaakText *name_taken, double value, MaakStatus status)
{
  g_clear_pointer (&self->indicator->yardstick, maak_text_unref);
  self->indicator->yardstick = name_taken;
  self->indicator->yardstick_value = value;
  self->indicator->yardstick_status = status;
}

/* Adds a dataset in a period on which the values rest; its source and caution are printed. */
void
maak_making_add_ground (MaakMaking *self, MaakDataset *dataset, guint period)
{
  MaakGround ground = { maak_dataset_ref (dataset), period };

  g_array_append_val (self->indicator->grounds, ground);
}

static void
add_note (MaakIndicator *self, MaakText *note_taken)
{
  g_autoptr (MaakText) note = note_taken;

  if (note == NULL || maak_text_is_empty (note))
    return;
  for (guint i = 0; i < self->notes->len; i++)
    if (maak_text_equal (g_ptr_array_index (self->notes, i), note))
      return;
  g_ptr_array_add (self->notes, g_steal_pointer (&note));
}

/* Adds a caution of the metric; each is said once. */
void
maak_making_add_note (MaakMaking *self, MaakMessage *note_taken)
{
  g_autoptr (MaakMessage) note = note_taken;

  add_note (self->indicator, maak_message_dup_text (note));
}

/* The error "not computable: needs ..."; always FALSE. */
gboolean
maak_making_fail (MaakMaking *self, GError **error, MaakMessage *needs_taken)
{
  g_autoptr (MaakMessage) needs = needs_taken;
  const MaakMetric *metric = maak_metric_lookup (self->indicator->metric);
  g_autoptr (MaakMessage) label = maak_message_new (metric->label, MAAK_ARG_END);

  maak_error_set (error, MAAK_ATLAS_ERROR, MAAK_ATLAS_ERROR_NOT_COMPUTABLE, NULL,
                  maak_message_new (MAAK_PHRASE_NOT_COMPUTABLE, MAAK_ARG_MESSAGE, "metric", label,
                                    MAAK_ARG_TEXT, "dataset", maak_dataset_get_title (self->main.dataset), MAAK_ARG_MESSAGE, "needs", needs, MAAK_ARG_END));
  return FALSE;
}

/* The name of the whole: the nation (in national accounts with Extra-Regio), or so many provinces. */
MaakText *
maak_making_dup_area (MaakMaking *self, MaakDataset *dataset, gboolean nation)
{
  static const MaakPhrase levels[MAAK_N_LEVELS] = {
    [MAAK_LEVEL_COUNTRY] = MAAK_PHRASE_AREA_COUNTRY,
    [MAAK_LEVEL_LANDSDEEL] = MAAK_PHRASE_AREA_LANDSDELEN,
    [MAAK_LEVEL_PROVINCE] = MAAK_PHRASE_AREA_PROVINCES,
    [MAAK_LEVEL_COROP] = MAAK_PHRASE_AREA_COROPS,
    [MAAK_LEVEL_MUNICIPALITY] = MAAK_PHRASE_AREA_MUNICIPALITIES,
    [MAAK_LEVEL_EXTRA] = MAAK_PHRASE_AREA_COUNTRY,
  };
  MaakQuantity quantity = maak_dataset_get_quantity (dataset);
  gboolean     accounts = quantity == MAAK_QUANTITY_GVA || quantity == MAAK_QUANTITY_GVA_SECTOR || quantity == MAAK_QUANTITY_GDP;
  g_autoptr (MaakMessage) name = NULL;

  if (nation)
    name = maak_message_new (accounts ? MAAK_PHRASE_AREA_COUNTRY_EXTRA : MAAK_PHRASE_AREA_COUNTRY, MAAK_ARG_END);
  else
    name = maak_message_new (levels[self->indicator->level], MAAK_ARG_INTEGER, "count", (gint64) self->indicator->n, MAAK_ARG_END);
  return maak_message_dup_text (name);
}

static void
make_title (MaakMaking *self, const MaakMetricRow *row)
{
  g_autoptr (MaakText) period = maak_period_dup_text (self->indicator->period);
  g_autoptr (MaakText) span = self->span != NULL ? maak_message_dup_text (self->span) : maak_text_ref (period);
  MaakText *dataset = maak_dataset_get_title (self->main.dataset);
  g_autoptr (MaakMessage) label = self->label != NULL ? maak_message_ref (self->label) : maak_message_new (row->metric.label, MAAK_ARG_END);
  g_autoptr (MaakMessage) title = NULL;

  self->indicator->label = maak_message_dup_text (label);
  if (g_str_equal (row->metric.id, MAAK_METRIC_VALUE))
    title = maak_message_new (MAAK_PHRASE_INDICATOR_TITLE, MAAK_ARG_TEXT, "dataset", dataset, MAAK_ARG_TEXT, "period", span, MAAK_ARG_END);
  else
    title = maak_message_new (MAAK_PHRASE_INDICATOR_TITLE_METRIC, MAAK_ARG_TEXT, "dataset", dataset, MAAK_ARG_MESSAGE, "metric", label, MAAK_ARG_TEXT, "period", span, MAAK_ARG_END);
  self->indicator->title = maak_message_dup_text (title);
}

static gboolean
choose_period (MaakMaking *self, const MaakMetricRow *row, MaakDataset *dataset, guint *index, GError **error)
{
  MaakPeriod asked = self->options != NULL ? self->options->period : (MaakPeriod) { 0 };

  self->since = self->options != NULL ? self->options->since : (MaakPeriod) { 0 };
  if (row->spans && asked.kind == MAAK_PERIOD_YEARS)
    {
      self->since = maak_period_year (asked.year);
      asked = maak_period_year (asked.until);
    }
  *index = maak_dataset_get_n_periods (dataset) - 1;
  if (asked.kind == MAAK_PERIOD_NONE || maak_dataset_find_period (dataset, asked, index))
    return TRUE;
  {
    g_autoptr (MaakText) when = maak_period_dup_text (asked);
    g_autoptr (MaakText) first = maak_period_dup_text (maak_dataset_get_period (dataset, 0));
    g_autoptr (MaakText) last = maak_period_dup_text (maak_dataset_get_period (dataset, maak_dataset_get_n_periods (dataset) - 1));

    maak_error_set (error, MAAK_ATLAS_ERROR, MAAK_ATLAS_ERROR_NOT_COMPUTABLE, NULL,
                    maak_message_new (MAAK_PHRASE_NO_SUCH_PERIOD, MAAK_ARG_TEXT, "dataset", maak_dataset_get_title (dataset), MAAK_ARG_TEXT, "period", when,
                                      MAAK_ARG_TEXT, "first", first, MAAK_ARG_TEXT, "last", last, MAAK_ARG_END));
  }
  return FALSE;
}

static gboolean
has_any_value (MaakIndicator *self)
{
  for (guint i = 0; i < self->n; i++)
    if (maak_status_has_value (self->statuses[i]))
      return TRUE;
  return FALSE;
}

static gboolean
make (MaakMaking *self, const MaakMetricRow *row, GError **error)
{
  MaakIndicator *indicator = self->indicator;

  if (!row->compute (self, error))
    return FALSE;
  if (!has_any_value (indicator))
    {
      g_autoptr (MaakText) when = maak_period_dup_text (indicator->period);

      return maak_making_fail (self, error, maak_message_new (MAAK_PHRASE_NEED_VALUE, MAAK_ARG_TEXT, "dataset", maak_dataset_get_title (self->main.dataset), MAAK_ARG_TEXT, "period", when, MAAK_ARG_END));
    }
  make_title (self, row);
  for (guint i = 0; i < indicator->grounds->len; i++)
    add_note (indicator, maak_text_ref (maak_dataset_get_note (g_array_index (indicator->grounds, MaakGround, i).dataset)));
  return TRUE;
}

static void
set_unknown_metric (const char *id, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  const MaakMetric *metric;

  for (guint i = 0; (metric = maak_metric_get_nth (i)) != NULL; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", metric->id);
  maak_error_set (error, MAAK_ATLAS_ERROR, MAAK_ATLAS_ERROR_INVALID, NULL,
                  maak_message_new (MAAK_PHRASE_METRIC_UNKNOWN, MAAK_ARG_STRING, "metric", id, MAAK_ARG_STRING, "known", known->str, MAAK_ARG_END));
}

/**
 * maak_indicator_new:
 * @catalogue: where metrics find the dataset to compare with
 * @dataset: what is shown
 * @options: (nullable): metric, period, first period of growth, base; unset ones are chosen
 *
 * Returns: (transfer full): the indicator; NULL and an error of %MAAK_ATLAS_ERROR: INVALID for a metric that there is not,
 *   UNKNOWN_DATASET for a base that there is not, NOT_COMPUTABLE ("not computable: needs ...") where it cannot be
 */
MaakIndicator *
maak_indicator_new (MaakCatalogue *catalogue, MaakDataset *dataset, const MaakIndicatorOptions *options, GError **error)
{
  const char          *id = options != NULL && options->metric != NULL ? options->metric : MAAK_METRIC_VALUE;
  const MaakMetricRow *row = maak_metric_lookup_row (id);
  g_autoptr (MaakIndicator) self = NULL;
  MaakMaking making = { NULL, catalogue, options };
  guint      period;
  gboolean   made;

  g_return_val_if_fail (catalogue != NULL && dataset != NULL, NULL);

  if (row == NULL)
    {
      set_unknown_metric (id, error);
      return NULL;
    }
  if (!choose_period (&making, row, dataset, &period, error))
    return NULL;
  self = new_empty (maak_dataset_get_regions (dataset), maak_dataset_get_level (dataset));
  making.indicator = self;
  self->dataset = maak_dataset_ref (dataset);
  self->metric = g_strdup (id);
  self->period = maak_dataset_get_period (dataset, period);
  self->unit = maak_dataset_get_unit (dataset);
  self->is_total = row->metric.keeps_total && maak_dataset_is_total (dataset);
  self->pivot = row->metric.pivot;
  maak_column_init (&making.main, dataset, period);
  maak_making_add_ground (&making, dataset, period);
  made = make (&making, row, error);
  maak_column_clear (&making.main);
  g_clear_pointer (&making.label, maak_message_unref);
  g_clear_pointer (&making.span, maak_message_unref);
  return made ? g_steal_pointer (&self) : NULL;
}

/**
 * maak_indicator_new_from_parts:
 * @parts: values at hand; one value and status for each region of the level
 *
 * Returns: (transfer full): an indicator that no dataset stands behind
 */
MaakIndicator *
maak_indicator_new_from_parts (const MaakIndicatorParts *parts)
{
  MaakIndicator *self;

  g_return_val_if_fail (parts->regions != NULL && parts->values != NULL && parts->statuses != NULL && parts->title != NULL, NULL);

  self = new_empty (parts->regions, parts->level);
  self->metric = g_strdup (parts->metric != NULL ? parts->metric : MAAK_METRIC_VALUE);
  self->unit = parts->unit;
  self->period = parts->period;
  self->is_total = parts->is_total;
  self->pivot = parts->pivot;
  self->title = maak_text_ref (parts->title);
  if (parts->yardstick != NULL)
    {
      self->yardstick = maak_text_ref (parts->yardstick);
      self->yardstick_value = parts->yardstick_value;
      self->yardstick_status = parts->yardstick_status;
    }
  self->sources = parts->sources != NULL ? maak_text_ref (parts->sources) : maak_text_new (NULL, NULL);
  if (parts->notes != NULL)
    add_note (self, maak_text_ref (parts->notes));
  for (guint i = 0; i < self->n; i++)
    {
      self->statuses[i] = parts->statuses[i];
      self->values[i] = maak_status_has_value (parts->statuses[i]) ? parts->values[i] : 0;
    }
  return self;
}

/* Returns: (transfer full): the same indicator, with a reference for the caller. */
MaakIndicator *
maak_indicator_ref (MaakIndicator *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/* Gives up a reference; with the last one the indicator goes. */
void
maak_indicator_unref (MaakIndicator *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n; i++)
    g_clear_pointer (&self->reasons[i], maak_text_unref);
  g_clear_pointer (&self->dataset, maak_dataset_unref);
  g_clear_pointer (&self->title, maak_text_unref);
  g_clear_pointer (&self->label, maak_text_unref);
  g_clear_pointer (&self->yardstick, maak_text_unref);
  g_clear_pointer (&self->sources, maak_text_unref);
  maak_region_set_unref (self->regions);
  g_array_unref (self->grounds);
  g_ptr_array_unref (self->notes);
  g_free (self->metric);
  g_free (self->values);
  g_free (self->statuses);
  g_free (self->reasons);
  g_free (self);
}

/* Returns: (transfer none) (nullable): the dataset; NULL when made from parts. */
MaakDataset *
maak_indicator_get_dataset (MaakIndicator *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dataset;
}

/* Returns: (transfer none): the id of its metric, "value" for the values themselves. */
const char *
maak_indicator_get_metric (MaakIndicator *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->metric;
}

/* Returns: (transfer none): the region set to which its regions belong. */
MaakRegionSet *
maak_indicator_get_regions (MaakIndicator *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->regions;
}

/* Returns: the level whose regions it has values for. */
MaakLevel
maak_indicator_get_level (MaakIndicator *self)
{
  g_return_val_if_fail (self != NULL, MAAK_LEVEL_COUNTRY);

  return self->level;
}

/* Returns: what its values are counted in. */
MaakUnit
maak_indicator_get_unit (MaakIndicator *self)
{
  g_return_val_if_fail (self != NULL, MAAK_UNIT_NUMBER);

  return self->unit;
}

/* Returns: the period of the values; for growth the run of years, or the last period where it is not of years. */
MaakPeriod
maak_indicator_get_period (MaakIndicator *self)
{
  g_return_val_if_fail (self != NULL, (MaakPeriod) { 0 });

  return self->period;
}

/* Returns: (transfer none): what it is, with its period and without region. */
MaakText *
maak_indicator_get_title (MaakIndicator *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/* Returns: whether the values of regions add up, so that circles show them, not fills. */
gboolean
maak_indicator_is_total (MaakIndicator *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_total;
}

/* Returns: how many regions the level has. */
guint
maak_indicator_get_n (MaakIndicator *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

/**
 * maak_indicator_get:
 * @region: index within the level
 * @value: (out) (optional): the value; 0 where the status has none
 *
 * Returns: the status
 */
MaakStatus
maak_indicator_get (MaakIndicator *self, guint region, double *value)
{
  g_return_val_if_fail (self != NULL && region < self->n, MAAK_STATUS_MISSING);

  if (value != NULL)
    *value = self->values[region];
  return self->statuses[region];
}

/* Returns: (transfer none) (nullable): why a computed value is missing, in a sentence. */
MaakText *
maak_indicator_get_missing_reason (MaakIndicator *self, guint region)
{
  g_return_val_if_fail (self != NULL && region < self->n, NULL);

  return self->reasons[region];
}

/**
 * maak_indicator_get_yardstick:
 * @value: (out) (optional): its value, in the unit of the indicator
 * @status: (out) (optional): its status
 *
 * Returns: (transfer none) (nullable): its name; NULL when there is none
 */
MaakText *
maak_indicator_get_yardstick (MaakIndicator *self, double *value, MaakStatus *status)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (value != NULL)
    *value = self->yardstick_value;
  if (status != NULL)
    *status = self->yardstick_status;
  return self->yardstick;
}

/* Returns: the value on both sides of which classes are told apart; NAN: none. */
double
maak_indicator_get_pivot (MaakIndicator *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->pivot;
}

static int
compare_values (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *values = data;
  guint         first = *(const guint *) a, second = *(const guint *) b;

  if (values[first] != values[second])
    return values[first] > values[second] ? -1 : 1;
  return first < second ? -1 : first > second;
}

/**
 * maak_indicator_list_ranked:
 * @regions: (out): room for maak_indicator_get_n() indices; filled with the regions that have a value, the highest
 *   first, equal ones in the order of the region set
 *
 * Returns: how many have a value
 */
guint
maak_indicator_list_ranked (MaakIndicator *self, guint *regions)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL && regions != NULL, 0);

  for (guint i = 0; i < self->n; i++)
    if (maak_status_has_value (self->statuses[i]))
      regions[n++] = i;
  g_sort_array (regions, n, sizeof *regions, compare_values, self->values);
  return n;
}
