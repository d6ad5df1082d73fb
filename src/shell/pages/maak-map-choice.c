/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * What the map page shows: a dataset (or boundaries only), what is computed of it, a period, classes. Only what is possible can be
 * chosen: a metric is offered where it can be computed in some period, a period where that metric can. When a choice makes a later
 * one impossible, the later one falls back to the first there is: the values themselves, the latest period.
 *
 * Datasets of the whole country are not offered: there is nothing to compare on a map. Everything is borrowed from the context.
 */
#include "shell/pages/maak-map-choice.h"

#define LEAST_CLASSES 3
#define MOST_CLASSES 7

struct _MaakMapChoice
{
  GObject parent_instance;

  MaakContext      *context;
  GPtrArray        *datasets; /* of MaakDataset, borrowed from the catalogue */
  MaakDataset      *dataset;  /* borrowed; NULL: boundaries only */
  GPtrArray        *metrics;  /* of const MaakMetric; the first is NULL */
  const MaakMetric *metric;
  GPtrArray        *indicators; /* of MaakIndicator: one for each period, the latest first */
  guint             period;     /* index of the indicators */
  MaakLevel         level;      /* of boundaries only */
  MaakClassMethod   method;
  guint             n_classes;
  gboolean          fill;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakMapChoice, maak_map_choice, G_TYPE_OBJECT)

static MaakIndicator *
make_indicator (MaakMapChoice *self, const MaakMetric *metric, guint period)
{
  MaakIndicatorOptions options = { .metric = metric != NULL ? metric->id : NULL, .period = maak_dataset_get_period (self->dataset, period) };

  return maak_indicator_new (maak_context_get_catalogue (self->context), self->dataset, &options, NULL);
}

static gboolean
can_compute (MaakMapChoice *self, const MaakMetric *metric)
{
  for (guint i = maak_dataset_get_n_periods (self->dataset); i-- > 0;)
    {
      g_autoptr (MaakIndicator) indicator = make_indicator (self, metric, i);

      if (indicator != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
list_metrics (MaakMapChoice *self)
{
  g_ptr_array_set_size (self->metrics, 0);
  g_ptr_array_add (self->metrics, NULL);
  for (guint i = 0; self->dataset != NULL && maak_metric_get_nth (i) != NULL; i++)
    {
      const MaakMetric *metric = maak_metric_get_nth (i);

      if (!g_str_equal (metric->id, "value") && can_compute (self, metric))
        g_ptr_array_add (self->metrics, (gpointer) metric);
    }
}

/* For what is chosen: the indicators of all periods; the period stays, where it can. */
static void
list_periods (MaakMapChoice *self)
{
  MaakPeriod wanted = { 0 };
  gboolean   keep = self->period < self->indicators->len;

  if (keep)
    wanted = maak_indicator_get_period (self->indicators->pdata[self->period]);
  g_ptr_array_set_size (self->indicators, 0);
  self->period = 0;
  for (guint i = self->dataset != NULL ? maak_dataset_get_n_periods (self->dataset) : 0; i-- > 0;)
    {
      MaakIndicator *indicator = make_indicator (self, self->metric, i);

      if (indicator == NULL)
        continue;
      if (keep && maak_period_compare (maak_indicator_get_period (indicator), wanted) == 0)
        self->period = self->indicators->len;
      g_ptr_array_add (self->indicators, indicator);
    }
}

static void
tell (MaakMapChoice *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Begins with a part of the economy against the whole of it, where the data have that. */
static void
choose_first (MaakMapChoice *self)
{
  const MaakMetric *ratio = maak_metric_lookup ("ratio-gdp");

  for (guint i = 0; i < self->datasets->len; i++)
    {
      self->dataset = self->datasets->pdata[i];
      if (maak_dataset_get_quantity (self->dataset) == MAAK_QUANTITY_GVA_SECTOR && ratio != NULL && can_compute (self, ratio))
        {
          self->metric = ratio;
          return;
        }
    }
  self->dataset = self->datasets->len > 0 ? self->datasets->pdata[0] : NULL;
}

static void
maak_map_choice_finalize (GObject *object)
{
  MaakMapChoice *self = MAAK_MAP_CHOICE (object);

  g_ptr_array_unref (self->datasets);
  g_ptr_array_unref (self->metrics);
  g_ptr_array_unref (self->indicators);
  g_object_unref (self->context);

  G_OBJECT_CLASS (maak_map_choice_parent_class)->finalize (object);
}

static void
maak_map_choice_class_init (MaakMapChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = maak_map_choice_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
maak_map_choice_init (MaakMapChoice *self)
{
  self->datasets = g_ptr_array_new ();
  self->metrics = g_ptr_array_new ();
  self->indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_indicator_unref);
  self->level = MAAK_LEVEL_PROVINCE;
  self->method = MAAK_CLASSES_NATURAL;
  self->n_classes = 4;
}

/**
 * maak_map_choice_new:
 * @context: where the figures are
 *
 * Returns: (transfer full): a choice, of a part of the economy where there is one
 */
MaakMapChoice *
maak_map_choice_new (MaakContext *context)
{
  MaakMapChoice *self = g_object_new (MAAK_TYPE_MAP_CHOICE, NULL);
  MaakCatalogue *catalogue = maak_context_get_catalogue (context);

  self->context = g_object_ref (context);
  for (guint i = 0; i < maak_catalogue_get_n (catalogue); i++)
    if (maak_dataset_get_level (maak_catalogue_get (catalogue, i)) != MAAK_LEVEL_COUNTRY)
      g_ptr_array_add (self->datasets, maak_catalogue_get (catalogue, i));
  choose_first (self);
  list_metrics (self);
  list_periods (self);
  return self;
}

/** maak_map_choice_get_n_datasets: Returns: how many datasets a map can be made of */
guint
maak_map_choice_get_n_datasets (MaakMapChoice *self)
{
  return self->datasets->len;
}

/** maak_map_choice_get_nth_dataset: Returns: (transfer none): the dataset at @index */
MaakDataset *
maak_map_choice_get_nth_dataset (MaakMapChoice *self, guint index)
{
  g_return_val_if_fail (index < self->datasets->len, NULL);

  return self->datasets->pdata[index];
}

/** maak_map_choice_dup_label: Returns: (transfer full): what @dataset is called in a list of all */
char *
maak_map_choice_dup_label (MaakMapChoice *self, MaakDataset *dataset, MaakLanguage language)
{
  return maak_catalogue_dup_label (maak_context_get_catalogue (self->context), dataset, language);
}

/** maak_map_choice_get_dataset: Returns: (transfer none) (nullable): the chosen dataset; NULL: boundaries only */
MaakDataset *
maak_map_choice_get_dataset (MaakMapChoice *self)
{
  return self->dataset;
}

/**
 * maak_map_choice_set_dataset:
 * @dataset_or_null: one of those that are offered; NULL: boundaries only
 *
 * What is computed stays, where it can be computed of this dataset, too.
 */
void
maak_map_choice_set_dataset (MaakMapChoice *self, MaakDataset *dataset_or_null)
{
  if (self->dataset == dataset_or_null)
    return;
  self->dataset = dataset_or_null;
  list_metrics (self);
  if (!g_ptr_array_find (self->metrics, self->metric, NULL))
    self->metric = NULL;
  list_periods (self);
  tell (self);
}

/** maak_map_choice_get_n_metrics: Returns: how many quantities there are, the values themselves among them */
guint
maak_map_choice_get_n_metrics (MaakMapChoice *self)
{
  return self->metrics->len;
}

/** maak_map_choice_get_nth_metric: Returns: (nullable): the metric at @index; NULL: the values themselves */
const MaakMetric *
maak_map_choice_get_nth_metric (MaakMapChoice *self, guint index)
{
  g_return_val_if_fail (index < self->metrics->len, NULL);

  return self->metrics->pdata[index];
}

/** maak_map_choice_get_metric: Returns: (nullable): the chosen metric; NULL: the values themselves */
const MaakMetric *
maak_map_choice_get_metric (MaakMapChoice *self)
{
  return self->metric;
}

/** maak_map_choice_set_metric: @metric_or_null: one of those that are offered */
void
maak_map_choice_set_metric (MaakMapChoice *self, const MaakMetric *metric_or_null)
{
  if (self->metric == metric_or_null)
    return;
  self->metric = metric_or_null;
  list_periods (self);
  tell (self);
}

/** maak_map_choice_get_n_periods: Returns: in how many periods it can be computed */
guint
maak_map_choice_get_n_periods (MaakMapChoice *self)
{
  return self->indicators->len;
}

/** maak_map_choice_get_nth_period: Returns: the period at @index, 0 the latest */
MaakPeriod
maak_map_choice_get_nth_period (MaakMapChoice *self, guint index)
{
  return maak_indicator_get_period (self->indicators->pdata[index]);
}

/** maak_map_choice_get_period: Returns: the index of the chosen period */
guint
maak_map_choice_get_period (MaakMapChoice *self)
{
  return self->period;
}

/** maak_map_choice_set_period: @index: of the period, 0 the latest */
void
maak_map_choice_set_period (MaakMapChoice *self, guint index)
{
  if (index == self->period || index >= self->indicators->len)
    return;
  self->period = index;
  tell (self);
}

/** maak_map_choice_get_level: Returns: the level of the regions that are shown */
MaakLevel
maak_map_choice_get_level (MaakMapChoice *self)
{
  return self->dataset != NULL ? maak_dataset_get_level (self->dataset) : self->level;
}

/** maak_map_choice_set_level: @level: of the boundaries while there is no dataset */
void
maak_map_choice_set_level (MaakMapChoice *self, MaakLevel level)
{
  if (self->level == level)
    return;
  self->level = level;
  tell (self);
}

/** maak_map_choice_get_method: Returns: how classes are made */
MaakClassMethod
maak_map_choice_get_method (MaakMapChoice *self)
{
  return self->method;
}

/** maak_map_choice_get_n_classes: Returns: how many classes are asked for */
guint
maak_map_choice_get_n_classes (MaakMapChoice *self)
{
  return self->n_classes;
}

/** maak_map_choice_set_classes: @method: how classes are made; @n_classes: how many, 3 to 7 */
void
maak_map_choice_set_classes (MaakMapChoice *self, MaakClassMethod method, guint n_classes)
{
  n_classes = CLAMP (n_classes, LEAST_CLASSES, MOST_CLASSES);
  if (self->method == method && self->n_classes == n_classes)
    return;
  self->method = method;
  self->n_classes = n_classes;
  tell (self);
}

/** maak_map_choice_get_fill: Returns: whether totals fill regions */
gboolean
maak_map_choice_get_fill (MaakMapChoice *self)
{
  return self->fill;
}

/** maak_map_choice_set_fill: @fill: whether totals fill regions, which a person is warned of */
void
maak_map_choice_set_fill (MaakMapChoice *self, gboolean fill)
{
  if (self->fill == !!fill)
    return;
  self->fill = !!fill;
  tell (self);
}

/** maak_map_choice_get_indicator: Returns: (transfer none) (nullable): what is shown; NULL: boundaries only */
MaakIndicator *
maak_map_choice_get_indicator (MaakMapChoice *self)
{
  return self->period < self->indicators->len ? self->indicators->pdata[self->period] : NULL;
}

/**
 * maak_map_choice_show:
 * @dataset: one of those that are offered
 * @metric_or_null: one that can be computed of it
 *
 * Shows both at once, in the latest period.
 */
void
maak_map_choice_show (MaakMapChoice *self, MaakDataset *dataset, const MaakMetric *metric_or_null)
{
  self->dataset = dataset;
  list_metrics (self);
  self->metric = g_ptr_array_find (self->metrics, metric_or_null, NULL) ? metric_or_null : NULL;
  self->period = G_MAXUINT;
  list_periods (self);
  tell (self);
}
