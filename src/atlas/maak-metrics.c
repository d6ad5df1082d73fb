/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* The metrics: one row of the table below each. A metric makes the values of an indicator from a dataset in one period
 * (the main column) and, for most, a second column: the base.
 *
 * x is the value of a region, X the region's total in the base; "whole" is the nation as the data give it, or, where
 * they do not, the sum of all regions of the level, and then its name says so ("12 provincies").
 * Invariants: a value that cannot be computed is missing with its reason, or an error that says what is needed, never
 * zero. The status of what is computed is the weakest of its inputs. Two vintages of one table are never brought
 * together. Both columns' whole are of the same kind, or there is no yardstick.
 * To add a metric, add a function and a row, and its two phrases. */

#include "atlas/maak-indicator-private.h"

#include <math.h>

#define MILLION 1e6

static MaakMessage *
need_quantity (MaakQuantity quantity, MaakDataset *dataset, MaakPeriod period)
{
  static const MaakPhrase phrases[MAAK_N_QUANTITIES] = {
    [MAAK_QUANTITY_OTHER] = MAAK_PHRASE_QUANTITY_GVA,
    [MAAK_QUANTITY_GVA_SECTOR] = MAAK_PHRASE_QUANTITY_GVA_SECTOR,
    [MAAK_QUANTITY_GVA] = MAAK_PHRASE_QUANTITY_GVA,
    [MAAK_QUANTITY_GDP] = MAAK_PHRASE_QUANTITY_GDP,
    [MAAK_QUANTITY_INHABITANTS] = MAAK_PHRASE_QUANTITY_INHABITANTS,
  };
  static const MaakPhrase levels[MAAK_N_LEVELS] = {
    [MAAK_LEVEL_COUNTRY] = MAAK_PHRASE_BY_COUNTRY,
    [MAAK_LEVEL_LANDSDEEL] = MAAK_PHRASE_BY_LANDSDEEL,
    [MAAK_LEVEL_PROVINCE] = MAAK_PHRASE_BY_PROVINCE,
    [MAAK_LEVEL_COROP] = MAAK_PHRASE_BY_COROP,
    [MAAK_LEVEL_MUNICIPALITY] = MAAK_PHRASE_BY_MUNICIPALITY,
    [MAAK_LEVEL_EXTRA] = MAAK_PHRASE_BY_COUNTRY,
  };
  g_autoptr (MaakMessage) what = maak_message_new (phrases[quantity], MAAK_ARG_END);
  g_autoptr (MaakMessage) level = maak_message_new (levels[maak_dataset_get_level (dataset)], MAAK_ARG_END);
  g_autoptr (MaakText) when = maak_period_dup_text (period);

  return maak_message_new (MAAK_PHRASE_NEED_QUANTITY, MAAK_ARG_MESSAGE, "what", what, MAAK_ARG_MESSAGE, "level", level, MAAK_ARG_TEXT, "period", when, MAAK_ARG_END);
}

static MaakMessage *
need_value (MaakDataset *dataset, guint period)
{
  g_autoptr (MaakText) when = maak_period_dup_text (maak_dataset_get_period (dataset, period));

  return maak_message_new (MAAK_PHRASE_NEED_VALUE, MAAK_ARG_TEXT, "dataset", maak_dataset_get_title (dataset), MAAK_ARG_TEXT, "period", when, MAAK_ARG_END);
}

static MaakMessage *
need_whole (MaakDataset *dataset)
{
  return maak_message_new (MAAK_PHRASE_NEED_WHOLE, MAAK_ARG_TEXT, "dataset", maak_dataset_get_title (dataset), MAAK_ARG_END);
}

static gboolean
fail_plain (MaakMaking *making, GError **error, MaakPhrase needs)
{
  return maak_making_fail (making, error, maak_message_new (needs, MAAK_ARG_END));
}

/* Two vintages of one table do not go together, not even as parts of a ratio. */
static gboolean
fit_together (MaakDataset *a, MaakDataset *b)
{
  const MaakSource *first = maak_dataset_get_source (a);
  const MaakSource *second = maak_dataset_get_source (b);

  if (first->table == NULL || g_strcmp0 (first->table, second->table) != 0)
    return TRUE;
  return g_strcmp0 (first->vintage, second->vintage) == 0;
}

/* How far a dataset's nearest period is from `period`, in years; INFINITY when it has none. */
static double
find_nearest_period (MaakDataset *dataset, MaakPeriod period, guint *index)
{
  double middle = maak_period_get_middle (period);
  double nearest = INFINITY;

  for (guint i = 0; i < maak_dataset_get_n_periods (dataset); i++)
    {
      double distance = fabs (maak_period_get_middle (maak_dataset_get_period (dataset, i)) - middle);

      if (distance < nearest)
        {
          nearest = distance;
          *index = i;
        }
    }
  return nearest;
}

/* The dataset of a quantity that fits the main one, with the period or (when `near`) the nearest one; NULL: none. */
static MaakDataset *
find_base (MaakMaking *making, MaakQuantity quantity, gboolean near, guint *period)
{
  MaakDataset *own = making->main.dataset;
  MaakPeriod   wanted = maak_dataset_get_period (own, making->main.period);
  MaakDataset *best = NULL;
  double       nearest = INFINITY;

  for (guint i = 0; i < maak_catalogue_get_n (making->catalogue); i++)
    {
      MaakDataset *dataset = maak_catalogue_get (making->catalogue, i);
      guint        index = 0;
      double       distance;

      if (maak_dataset_get_quantity (dataset) != quantity || maak_dataset_get_level (dataset) != maak_dataset_get_level (own) || !fit_together (own, dataset))
        continue;
      if (!near && !maak_dataset_find_period (dataset, wanted, NULL))
        continue;
      distance = find_nearest_period (dataset, wanted, &index);
      if (distance < nearest)
        {
          nearest = distance;
          best = dataset;
          *period = index;
        }
    }
  return best;
}

/* The base that was asked for, else that of the quantity; FALSE with an error when there is none. */
static gboolean
choose_base (MaakMaking *making, MaakQuantity quantity, gboolean near, MaakColumn *base, GError **error)
{
  MaakPeriod   wanted = maak_dataset_get_period (making->main.dataset, making->main.period);
  const char  *asked = making->options != NULL ? making->options->base : NULL;
  MaakDataset *dataset = asked != NULL ? maak_catalogue_lookup (making->catalogue, asked) : NULL;
  guint        period = 0;

  if (asked != NULL && dataset == NULL)
    {
      maak_error_set (error, MAAK_ATLAS_ERROR, MAAK_ATLAS_ERROR_UNKNOWN_DATASET, NULL,
                      maak_message_new (MAAK_PHRASE_DATASET_UNKNOWN, MAAK_ARG_STRING, "id", asked, MAAK_ARG_END));
      return FALSE;
    }
  if (dataset != NULL)
    {
      if (!fit_together (making->main.dataset, dataset))
        return fail_plain (making, error, MAAK_PHRASE_NEED_SAME_VINTAGE);
      if (maak_dataset_get_level (dataset) != maak_dataset_get_level (making->main.dataset) || (!near && !maak_dataset_find_period (dataset, wanted, NULL)))
        dataset = NULL;
      else
        find_nearest_period (dataset, wanted, &period);
    }
  else
    dataset = find_base (making, quantity, near, &period);
  if (dataset == NULL)
    return maak_making_fail (making, error, need_quantity (quantity, making->main.dataset, wanted));
  maak_column_init (base, dataset, period);
  maak_making_add_ground (making, dataset, period);
  return TRUE;
}

/* The kind of whole that all columns know: the nation before the sum. */
static gboolean
choose_whole (const MaakColumn *a, const MaakColumn *b, gboolean *nation)
{
  *nation = a->nation.known && (b == NULL || b->nation.known);
  return *nation || (a->sum.known && (b == NULL || b->sum.known));
}

static const MaakWhole *
get_whole (const MaakColumn *column, gboolean nation)
{
  return nation ? &column->nation : &column->sum;
}

/* x * factor / X for every region, and for the whole as the yardstick. */
static void
divide_columns (MaakMaking *making, const MaakColumn *base, double factor)
{
  const MaakColumn *main = &making->main;
  gboolean          nation;

  for (guint i = 0; i < main->n; i++)
    {
      if (!maak_status_has_value (main->statuses[i]))
        maak_making_set_missing (making, i, need_value (main->dataset, main->period));
      else if (!maak_status_has_value (base->statuses[i]))
        maak_making_set_missing (making, i, need_value (base->dataset, base->period));
      else if (base->values[i] == 0)
        maak_making_set_missing (making, i, maak_message_new (MAAK_PHRASE_NEED_DENOMINATOR, MAAK_ARG_END));
      else
        maak_making_set_value (making, i, main->values[i] * factor / base->values[i], maak_status_weakest (main->statuses[i], base->statuses[i]));
    }
  if (choose_whole (main, base, &nation) && get_whole (base, nation)->value != 0)
    {
      const MaakWhole *above = get_whole (main, nation), *below = get_whole (base, nation);

      maak_making_set_yardstick (making, maak_making_dup_area (making, main->dataset, nation), above->value * factor / below->value, maak_status_weakest (above->status, below->status));
    }
}

static void
note_prices (MaakMaking *making, const MaakColumn *base)
{
  MaakText *own = maak_dataset_get_price_basis (making->main.dataset);
  MaakText *other = maak_dataset_get_price_basis (base->dataset);

  if (maak_text_is_empty (own) || maak_text_is_empty (other) || maak_text_equal (own, other))
    return;
  maak_making_add_note (making, maak_message_new (MAAK_PHRASE_NOTE_PRICES,
                                                  MAAK_ARG_TEXT, "dataset", maak_dataset_get_title (making->main.dataset), MAAK_ARG_TEXT, "prices", own,
                                                  MAAK_ARG_TEXT, "base", maak_dataset_get_title (base->dataset), MAAK_ARG_TEXT, "base-prices", other, MAAK_ARG_END));
}

/* The value itself. Yardstick: what the source compares with, else the nation, else for totals the sum. */
static gboolean
compute_value (MaakMaking *making, GError **error)
{
  const MaakColumn *main = &making->main;
  MaakText         *benchmark;
  double            value = 0;
  gboolean          nation;

  for (guint i = 0; i < main->n; i++)
    maak_making_set_value (making, i, main->values[i], main->statuses[i]);
  benchmark = maak_dataset_get_benchmark (main->dataset, main->period, &value);
  if (benchmark != NULL)
    maak_making_set_yardstick (making, maak_text_ref (benchmark), value, maak_dataset_get_weakest (main->dataset, main->period));
  else if (maak_dataset_get_level (main->dataset) != MAAK_LEVEL_COUNTRY && choose_whole (main, NULL, &nation) && (nation || maak_dataset_is_total (main->dataset)))
    maak_making_set_yardstick (making, maak_making_dup_area (making, main->dataset, nation), get_whole (main, nation)->value, get_whole (main, nation)->status);
  return TRUE;
}

/* x / whole. */
static gboolean
compute_share (MaakMaking *making, GError **error)
{
  const MaakColumn *main = &making->main;
  const MaakWhole  *whole;
  gboolean          nation;
  g_autoptr (MaakText) area = NULL;

  if (maak_dataset_get_level (main->dataset) == MAAK_LEVEL_COUNTRY)
    return fail_plain (making, error, MAAK_PHRASE_NEED_REGIONS);
  if (!maak_dataset_is_total (main->dataset))
    return fail_plain (making, error, MAAK_PHRASE_NEED_TOTAL);
  if (!choose_whole (main, NULL, &nation) || get_whole (main, nation)->value == 0)
    return maak_making_fail (making, error, need_whole (main->dataset));
  whole = get_whole (main, nation);
  for (guint i = 0; i < main->n; i++)
    {
      if (maak_status_has_value (main->statuses[i]))
        maak_making_set_value (making, i, main->values[i] / whole->value, maak_status_weakest (main->statuses[i], whole->status));
      else
        maak_making_set_missing (making, i, need_value (main->dataset, main->period));
    }
  making->indicator->unit = MAAK_UNIT_RATIO;
  area = maak_making_dup_area (making, main->dataset, nation);
  making->label = maak_message_new (MAAK_PHRASE_METRIC_SHARE_OF, MAAK_ARG_TEXT, "area", area, MAAK_ARG_END);
  maak_making_set_yardstick (making, g_steal_pointer (&area), 1, whole->status);
  return TRUE;
}

/* x / X, where X is the region's value added of all sectors. */
static gboolean
compute_share_of_economy (MaakMaking *making, GError **error)
{
  g_auto (MaakColumn) base = { NULL };

  if (maak_dataset_get_quantity (making->main.dataset) != MAAK_QUANTITY_GVA_SECTOR)
    return fail_plain (making, error, MAAK_PHRASE_NEED_SECTOR);
  if (!choose_base (making, MAAK_QUANTITY_GVA, FALSE, &base, error))
    return FALSE;
  making->indicator->unit = MAAK_UNIT_RATIO;
  divide_columns (making, &base, 1);
  return TRUE;
}

/* x / gross domestic product of the region: a ratio, no share, because basic and market prices differ. */
static gboolean
compute_ratio_to_gdp (MaakMaking *making, GError **error)
{
  g_auto (MaakColumn) base = { NULL };
  MaakDataset *dataset = making->main.dataset;

  if (maak_dataset_get_unit (dataset) != MAAK_UNIT_MLN_EURO || maak_dataset_get_quantity (dataset) == MAAK_QUANTITY_GDP)
    return fail_plain (making, error, MAAK_PHRASE_NEED_MONEY);
  if (!choose_base (making, MAAK_QUANTITY_GDP, FALSE, &base, error))
    return FALSE;
  making->indicator->unit = MAAK_UNIT_RATIO;
  divide_columns (making, &base, 1);
  note_prices (making, &base);
  return TRUE;
}

/* x / inhabitants: euro per inhabitant for money, else a ratio. The year of the inhabitants is the same, else the
 * nearest, and then both are printed. */
static gboolean
compute_per_inhabitant (MaakMaking *making, GError **error)
{
  g_auto (MaakColumn) base = { NULL };
  MaakDataset *dataset = making->main.dataset;
  gboolean     is_money = maak_dataset_get_unit (dataset) == MAAK_UNIT_MLN_EURO || maak_dataset_get_unit (dataset) == MAAK_UNIT_EURO;

  if (!maak_dataset_is_total (dataset) || maak_dataset_get_quantity (dataset) == MAAK_QUANTITY_INHABITANTS)
    return fail_plain (making, error, MAAK_PHRASE_NEED_TOTAL);
  if (!choose_base (making, MAAK_QUANTITY_INHABITANTS, TRUE, &base, error))
    return FALSE;
  making->indicator->unit = is_money ? MAAK_UNIT_EURO : MAAK_UNIT_RATIO;
  divide_columns (making, &base, maak_dataset_get_unit (dataset) == MAAK_UNIT_MLN_EURO ? MILLION : 1);
  if (maak_period_compare (maak_dataset_get_period (base.dataset, base.period), maak_dataset_get_period (dataset, making->main.period)) != 0)
    {
      g_autoptr (MaakText) own = maak_period_dup_text (maak_dataset_get_period (dataset, making->main.period));
      g_autoptr (MaakText) other = maak_period_dup_text (maak_dataset_get_period (base.dataset, base.period));

      making->label = maak_message_new (MAAK_PHRASE_METRIC_PER_INHABITANT_OF, MAAK_ARG_TEXT, "year", other, MAAK_ARG_END);
      maak_making_add_note (making, maak_message_new (MAAK_PHRASE_NOTE_YEARS, MAAK_ARG_TEXT, "dataset", maak_dataset_get_title (dataset), MAAK_ARG_TEXT, "period", own,
                                                      MAAK_ARG_TEXT, "base", maak_dataset_get_title (base.dataset), MAAK_ARG_TEXT, "base-period", other, MAAK_ARG_END));
    }
  return TRUE;
}

static gboolean
choose_first_period (MaakMaking *making, guint *first, GError **error)
{
  const MaakColumn *main = &making->main;
  MaakPeriod        since = making->since;

  switch (maak_dataset_get_unit (main->dataset))
    {
    case MAAK_UNIT_PERCENT:
    case MAAK_UNIT_RATIO:
    case MAAK_UNIT_LQ:
    case MAAK_UNIT_INDEX:
      return fail_plain (making, error, MAAK_PHRASE_NEED_AMOUNTS);
    case MAAK_UNIT_NUMBER:
    case MAAK_UNIT_MLN_EURO:
    case MAAK_UNIT_EURO:
    case MAAK_UNIT_PERSONS:
    case MAAK_UNIT_JOBS:
      break;
    default:
      g_return_val_if_reached (FALSE);
    }
  if (since.kind == MAAK_PERIOD_NONE)
    {
      *first = main->period - 1;
      return main->period > 0 || fail_plain (making, error, MAAK_PHRASE_NEED_SECOND_PERIOD);
    }
  if (!maak_dataset_find_period (main->dataset, since, first))
    {
      g_autoptr (MaakText) when = maak_period_dup_text (since);

      return maak_making_fail (making, error, maak_message_new (MAAK_PHRASE_NEED_PERIOD, MAAK_ARG_TEXT, "dataset", maak_dataset_get_title (main->dataset), MAAK_ARG_TEXT, "period", when, MAAK_ARG_END));
    }
  return *first < main->period || fail_plain (making, error, MAAK_PHRASE_NEED_LATER_PERIOD);
}

static double
grow (double first, double last, double years)
{
  return years == 0 ? last / first - 1 : pow (last / first, 1 / years) - 1;
}

/* From a year to a year is a period of its own; other periods are named one by one in the title. */
static void
set_span (MaakMaking *making, MaakPeriod first)
{
  MaakIndicator *indicator = making->indicator;
  g_autoptr (MaakText) from = maak_period_dup_text (first);
  g_autoptr (MaakText) to = maak_period_dup_text (indicator->period);

  if (first.kind == MAAK_PERIOD_YEAR && indicator->period.kind == MAAK_PERIOD_YEAR)
    indicator->period = (MaakPeriod) { .kind = MAAK_PERIOD_YEARS, .year = first.year, .until = indicator->period.year };
  else
    making->span = maak_message_new (MAAK_PHRASE_PERIOD_SPAN, MAAK_ARG_TEXT, "from", from, MAAK_ARG_TEXT, "to", to, MAAK_ARG_END);
}

/* years 0: growth over the whole time; else the growth a year over so many. Above zero at both ends, else it says
 * nothing. Both periods are of one dataset, so of one vintage. */
static gboolean
compute_growth_over (MaakMaking *making, guint first_period, double years)
{
  g_auto (MaakColumn) first = { NULL };
  const MaakColumn *main = &making->main;
  MaakIndicator    *indicator = making->indicator;
  gboolean          nation;

  maak_column_init (&first, main->dataset, first_period);
  maak_making_add_ground (making, main->dataset, first_period);
  for (guint i = 0; i < main->n; i++)
    {
      if (!maak_status_has_value (main->statuses[i]))
        maak_making_set_missing (making, i, need_value (main->dataset, main->period));
      else if (!maak_status_has_value (first.statuses[i]))
        maak_making_set_missing (making, i, need_value (main->dataset, first_period));
      else if (first.values[i] <= 0 || main->values[i] <= 0)
        maak_making_set_missing (making, i, maak_message_new (MAAK_PHRASE_NEED_ABOVE_ZERO, MAAK_ARG_END));
      else
        maak_making_set_value (making, i, grow (first.values[i], main->values[i], years), maak_status_weakest (first.statuses[i], main->statuses[i]));
    }
  if (maak_dataset_get_level (main->dataset) != MAAK_LEVEL_COUNTRY && choose_whole (main, &first, &nation) && (nation || maak_dataset_is_total (main->dataset)))
    {
      const MaakWhole *last = get_whole (main, nation), *begin = get_whole (&first, nation);

      if (begin->value > 0 && last->value > 0)
        maak_making_set_yardstick (making, maak_making_dup_area (making, main->dataset, nation), grow (begin->value, last->value, years), maak_status_weakest (begin->status, last->status));
    }
  indicator->unit = MAAK_UNIT_RATIO;
  set_span (making, maak_dataset_get_period (main->dataset, first_period));
  if (!maak_text_is_empty (maak_dataset_get_price_basis (main->dataset)))
    maak_making_add_note (making, maak_message_new (MAAK_PHRASE_NOTE_GROWTH_PRICES, MAAK_ARG_TEXT, "prices", maak_dataset_get_price_basis (main->dataset), MAAK_ARG_END));
  return TRUE;
}

/* x1 / x0 - 1. */
static gboolean
compute_growth (MaakMaking *making, GError **error)
{
  guint first;

  return choose_first_period (making, &first, error) && compute_growth_over (making, first, 0);
}

/* (x1 / x0) ^ (1 / n) - 1, n the years between the middles of the periods. */
static gboolean
compute_yearly_growth (MaakMaking *making, GError **error)
{
  const MaakColumn *main = &making->main;
  guint             first;
  double            years;

  if (!choose_first_period (making, &first, error))
    return FALSE;
  years = maak_period_get_middle (maak_dataset_get_period (main->dataset, main->period)) - maak_period_get_middle (maak_dataset_get_period (main->dataset, first));
  if (years < 1 - 1e-6)
    return fail_plain (making, error, MAAK_PHRASE_NEED_YEAR_APART);
  return compute_growth_over (making, first, years);
}

/* (x / X) / (x of the whole / X of the whole). Source: A.M. Isserman, The location quotient approach to estimating
 * regional economic impacts, Journal of the American Institute of Planners 43 (1977). The base is the value added of all
 * sectors in the same year, else gross domestic product, and then the note says so. */
static gboolean
compute_location_quotient (MaakMaking *making, GError **error)
{
  g_auto (MaakColumn) base = { NULL };
  const MaakColumn *main = &making->main;
  MaakIndicator    *indicator = making->indicator;
  guint             period;
  gboolean          nation;

  if (maak_dataset_get_quantity (main->dataset) != MAAK_QUANTITY_GVA_SECTOR)
    return fail_plain (making, error, MAAK_PHRASE_NEED_SECTOR);
  if (!choose_base (making, find_base (making, MAAK_QUANTITY_GVA, FALSE, &period) != NULL ? MAAK_QUANTITY_GVA : MAAK_QUANTITY_GDP, FALSE, &base, error))
    return FALSE;
  if (!choose_whole (main, &base, &nation) || get_whole (main, nation)->value == 0 || get_whole (&base, nation)->value == 0)
    return maak_making_fail (making, error, need_whole (main->sum.known || main->nation.known ? base.dataset : main->dataset));
  indicator->unit = MAAK_UNIT_LQ;
  divide_columns (making, &base, get_whole (&base, nation)->value / get_whole (main, nation)->value);
  maak_making_set_yardstick (making, maak_making_dup_area (making, main->dataset, nation), 1, indicator->yardstick_status);
  note_prices (making, &base);
  return TRUE;
}

/* 100 * x / the nation; for totals, where the nation is no measure of a region, 100 * x / the mean of the regions. */
static gboolean
compute_index (MaakMaking *making, GError **error)
{
  const MaakColumn *main = &making->main;
  gboolean          nation = main->nation.known && !maak_dataset_is_total (main->dataset);
  double            base = nation ? main->nation.value : main->sum.value / main->n;
  MaakStatus        status = nation ? main->nation.status : main->sum.status;
  g_autoptr (MaakText) area = NULL;
  g_autoptr (MaakText) name = NULL;

  if (maak_dataset_get_level (main->dataset) == MAAK_LEVEL_COUNTRY)
    return fail_plain (making, error, MAAK_PHRASE_NEED_REGIONS);
  if ((!nation && !main->sum.known) || base == 0)
    return maak_making_fail (making, error, need_whole (main->dataset));
  for (guint i = 0; i < main->n; i++)
    {
      if (maak_status_has_value (main->statuses[i]))
        maak_making_set_value (making, i, 100 * main->values[i] / base, maak_status_weakest (main->statuses[i], status));
      else
        maak_making_set_missing (making, i, need_value (main->dataset, main->period));
    }
  making->indicator->unit = MAAK_UNIT_INDEX;
  area = maak_making_dup_area (making, main->dataset, nation);
  if (nation)
    name = maak_text_ref (area);
  else
    {
      g_autoptr (MaakMessage) mean = maak_message_new (MAAK_PHRASE_AREA_MEAN, MAAK_ARG_TEXT, "area", area, MAAK_ARG_END);

      name = maak_message_dup_text (mean);
    }
  making->label = maak_message_new (MAAK_PHRASE_METRIC_INDEX_OF, MAAK_ARG_TEXT, "area", name, MAAK_ARG_END);
  maak_making_set_yardstick (making, g_steal_pointer (&name), 100, status);
  return TRUE;
}

static const MaakMetricRow metric_rows[] = {
  { { MAAK_METRIC_VALUE, MAAK_PHRASE_METRIC_VALUE, MAAK_PHRASE_FORMULA_VALUE, TRUE, NAN }, FALSE, compute_value },
  { { "share", MAAK_PHRASE_METRIC_SHARE, MAAK_PHRASE_FORMULA_SHARE, TRUE, NAN }, FALSE, compute_share },
  { { "share-economy", MAAK_PHRASE_METRIC_SHARE_ECONOMY, MAAK_PHRASE_FORMULA_SHARE_ECONOMY, FALSE, NAN }, FALSE, compute_share_of_economy },
  { { "ratio-gdp", MAAK_PHRASE_METRIC_RATIO_GDP, MAAK_PHRASE_FORMULA_RATIO_GDP, FALSE, NAN }, FALSE, compute_ratio_to_gdp },
  { { "per-inhabitant", MAAK_PHRASE_METRIC_PER_INHABITANT, MAAK_PHRASE_FORMULA_PER_INHABITANT, FALSE, NAN }, FALSE, compute_per_inhabitant },
  { { "growth", MAAK_PHRASE_METRIC_GROWTH, MAAK_PHRASE_FORMULA_GROWTH, FALSE, NAN }, TRUE, compute_growth },
  { { "yearly-growth", MAAK_PHRASE_METRIC_YEARLY_GROWTH, MAAK_PHRASE_FORMULA_YEARLY_GROWTH, FALSE, NAN }, TRUE, compute_yearly_growth },
  { { "lq", MAAK_PHRASE_METRIC_LQ, MAAK_PHRASE_FORMULA_LQ, FALSE, 1 }, FALSE, compute_location_quotient },
  { { "index", MAAK_PHRASE_METRIC_INDEX, MAAK_PHRASE_FORMULA_INDEX, TRUE, 100 }, FALSE, compute_index },
};

/**
 * maak_metric_get_nth:
 *
 * Returns: (transfer none) (nullable): the metric at this place in the order in which they are offered, "value" first;
 *   NULL: there are no more
 */
const MaakMetric *
maak_metric_get_nth (guint index)
{
  return index < G_N_ELEMENTS (metric_rows) ? &metric_rows[index].metric : NULL;
}

/* Returns: (transfer none) (nullable): the row of the metric of this id, with how it is computed. */
const MaakMetricRow *
maak_metric_lookup_row (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (metric_rows); i++)
    if (g_str_equal (metric_rows[i].metric.id, id))
      return &metric_rows[i];
  return NULL;
}

/* Returns: (transfer none) (nullable): the metric of this id. */
const MaakMetric *
maak_metric_lookup (const char *id)
{
  const MaakMetricRow *row;

  g_return_val_if_fail (id != NULL, NULL);

  row = maak_metric_lookup_row (id);
  return row != NULL ? &row->metric : NULL;
}
