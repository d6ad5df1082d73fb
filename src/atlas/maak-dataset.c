/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* A dataset: one quantity, in one unit, for the regions of one level, over periods. Its cells lie in a table of periods
 * by slots. A slot is a region of the level, the country, or Extra-Regio (national accounts have a part that lies in no
 * province).
 *
 * Invariants: periods are sorted and differ; a cell is there once or not at all; a cell that is not there reads as
 * MISSING, never as zero. Two vintages of a table are two datasets, so nothing here can join them.
 * A dataset owns copies of its strings and a reference to its region set, whose regions it uses.
 * What it does not do: read files (maak-dataset-reader.c), compute (maak-metrics.c). */

#include "atlas/maak-dataset-private.h"

#include <math.h>

MAAK_DEFINE_ERROR_DOMAIN (maak_atlas_error_quark, "maak-atlas-error")

/* Fills the members that are never NULL; the reader replaces what it knows better. */
MaakDataset *
maak_dataset_new_empty (MaakRegionSet *regions)
{
  MaakDataset *self = g_new0 (MaakDataset, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->regions = maak_region_set_ref (regions);
  self->title = maak_text_new (NULL, NULL);
  self->note = maak_text_ref (self->title);
  self->price_basis = maak_text_ref (self->title);
  self->source.publisher = maak_text_ref (self->title);
  self->source.edition = maak_text_ref (self->title);
  return self;
}

/* Returns: where in a row the region's cell is; -1 for a region that the dataset cannot hold. */
int
maak_dataset_find_slot (MaakDataset *self, const MaakRegion *region)
{
  MaakLevel level = maak_region_get_level (region);
  guint     n = maak_region_set_get_n (self->regions, self->level);

  if (level == self->level)
    return (int) maak_region_get_index (region);
  if (level == MAAK_LEVEL_COUNTRY)
    return (int) n;
  return level == MAAK_LEVEL_EXTRA ? (int) n + 1 : -1;
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  return maak_period_compare (((const MaakLineCell *) a)->cell.period, ((const MaakLineCell *) b)->cell.period);
}

static void
collect_periods (MaakDataset *self, GArray *cells)
{
  self->periods = g_new (MaakPeriod, cells->len);
  for (guint i = 0; i < cells->len; i++)
    {
      MaakPeriod period = g_array_index (cells, MaakLineCell, i).cell.period;

      if (self->n_periods == 0 || maak_period_compare (self->periods[self->n_periods - 1], period) != 0)
        self->periods[self->n_periods++] = period;
    }
}

/**
 * maak_dataset_take_cells:
 * @cells: of MaakLineCell, each with a region that has a slot; sorted by period here
 * @doubled: (out): the second cell of the same region and period, when there is one
 *
 * Returns: whether all cells found a place of their own
 */
gboolean
maak_dataset_take_cells (MaakDataset *self, GArray *cells, const MaakLineCell **doubled)
{
  gsize n_cells;
  guint period = 0;

  g_array_sort (cells, compare_cells);
  collect_periods (self, cells);
  self->n_slots = maak_region_set_get_n (self->regions, self->level) + 2;
  n_cells = (gsize) self->n_periods * self->n_slots;
  self->values = g_new0 (double, n_cells);
  self->statuses = g_malloc (n_cells);
  memset (self->statuses, MAAK_DATASET_NO_CELL, n_cells);
  self->benchmark = g_new (double, self->n_periods);
  for (guint i = 0; i < self->n_periods; i++)
    self->benchmark[i] = NAN;
  for (guint i = 0; i < cells->len; i++)
    {
      const MaakLineCell *line = &g_array_index (cells, MaakLineCell, i);
      gsize               place;

      while (maak_period_compare (self->periods[period], line->cell.period) != 0)
        period++;
      place = (gsize) period * self->n_slots + (gsize) maak_dataset_find_slot (self, line->cell.region);
      if (self->statuses[place] != MAAK_DATASET_NO_CELL)
        {
          *doubled = line;
          return FALSE;
        }
      self->statuses[place] = (guint8) line->cell.status;
      self->values[place] = line->cell.value;
      if (!isnan (line->benchmark))
        self->benchmark[period] = line->benchmark;
    }
  return TRUE;
}

static void
set_text (MaakText **member, MaakText *text)
{
  if (text == NULL)
    return;
  maak_text_ref (text);
  maak_text_unref (*member);
  *member = text;
}

/**
 * maak_dataset_new_from_parts:
 * @parts: values at hand; a cell of a region that is of another level, or given twice, is the caller's error
 *
 * Returns: (transfer full): a dataset
 */
MaakDataset *
maak_dataset_new_from_parts (const MaakDatasetParts *parts)
{
  g_autoptr (MaakDataset) self = NULL;
  g_autoptr (GArray) cells = g_array_sized_new (FALSE, FALSE, sizeof (MaakLineCell), parts->n_cells);
  const MaakLineCell *doubled = NULL;

  g_return_val_if_fail (parts->regions != NULL, NULL);

  self = maak_dataset_new_empty (parts->regions);
  self->id = g_strdup (parts->id != NULL ? parts->id : "");
  set_text (&self->title, parts->title);
  set_text (&self->note, parts->note);
  set_text (&self->price_basis, parts->price_basis);
  self->source_line = parts->source_line != NULL ? maak_text_ref (parts->source_line) : NULL;
  self->unit = parts->unit;
  self->level = parts->level;
  self->is_total = parts->is_total;
  self->may_publish = parts->may_publish;
  for (guint i = 0; i < parts->n_cells; i++)
    {
      MaakLineCell line = { parts->cells[i], NAN, 0 };

      g_return_val_if_fail (line.cell.region != NULL && maak_dataset_find_slot (self, line.cell.region) >= 0, NULL);
      g_array_append_val (cells, line);
    }
  if (!maak_dataset_take_cells (self, cells, &doubled))
    g_return_val_if_reached (NULL);
  return g_steal_pointer (&self);
}

/* Returns: (transfer full): the same dataset, with a reference for the caller. */
MaakDataset *
maak_dataset_ref (MaakDataset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/* Gives up a reference; with the last one the dataset goes. */
void
maak_dataset_unref (MaakDataset *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  maak_text_unref (self->title);
  maak_text_unref (self->note);
  maak_text_unref (self->price_basis);
  g_clear_pointer (&self->source_line, maak_text_unref);
  maak_text_unref (self->source.publisher);
  maak_text_unref (self->source.edition);
  g_free ((char *) self->source.table);
  g_free ((char *) self->source.vintage);
  g_free ((char *) self->source.retrieved);
  g_free ((char *) self->source.licence);
  g_free ((char *) self->source.url);
  maak_region_set_unref (self->regions);
  g_free (self->periods);
  g_free (self->values);
  g_free (self->statuses);
  g_clear_pointer (&self->benchmark_name, maak_text_unref);
  g_free (self->benchmark);
  g_free (self);
}

/* Returns: (transfer none): the id by which plans and the command line name it. */
const char *
maak_dataset_get_id (MaakDataset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/* Returns: (transfer none): its title, without period or region. */
MaakText *
maak_dataset_get_title (MaakDataset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/* Returns: (transfer none): the caution to print with it; an empty text when there is none. */
MaakText *
maak_dataset_get_note (MaakDataset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->note;
}

/* Returns: (transfer none): in which prices money is counted; an empty text when that means nothing here. */
MaakText *
maak_dataset_get_price_basis (MaakDataset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->price_basis;
}

/* Returns: what its values are counted in. */
MaakUnit
maak_dataset_get_unit (MaakDataset *self)
{
  g_return_val_if_fail (self != NULL, MAAK_UNIT_NUMBER);

  return self->unit;
}

/* Returns: the level of its regions; the country and Extra-Regio may stand beside them. */
MaakLevel
maak_dataset_get_level (MaakDataset *self)
{
  g_return_val_if_fail (self != NULL, MAAK_LEVEL_COUNTRY);

  return self->level;
}

/* Returns: what it counts, as far as metrics need to know. */
MaakQuantity
maak_dataset_get_quantity (MaakDataset *self)
{
  g_return_val_if_fail (self != NULL, MAAK_QUANTITY_OTHER);

  return self->quantity;
}

/* Returns: (transfer none): the region set to which its regions belong. */
MaakRegionSet *
maak_dataset_get_regions (MaakDataset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->regions;
}

/* Returns: whether the values of regions add up to that of the regions together. */
gboolean
maak_dataset_is_total (MaakDataset *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_total;
}

/* Returns: whether its licence lets it stand in what is published. */
gboolean
maak_dataset_may_publish (MaakDataset *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->may_publish;
}

/* Returns: (transfer none): where it comes from. */
const MaakSource *
maak_dataset_get_source (MaakDataset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->source;
}

/* "2026-07-14" as a day, "2026-07" as a month, anything else as it is. */
static MaakText *
word_retrieved (const char *retrieved)
{
  g_autofree char *first = g_strdup_printf ("%s-01", retrieved);
  g_autofree char *nl = NULL;
  g_autofree char *en = NULL;
  MaakDate         date;

  if (maak_date_parse (retrieved, &date))
    {
      nl = maak_date_format (date, MAAK_LANGUAGE_NL);
      en = maak_date_format (date, MAAK_LANGUAGE_EN);
    }
  else if (maak_date_parse (first, &date))
    {
      nl = maak_date_format_month (date, MAAK_LANGUAGE_NL);
      en = maak_date_format_month (date, MAAK_LANGUAGE_EN);
    }
  return maak_text_new (nl != NULL ? nl : retrieved, en != NULL ? en : retrieved);
}

static MaakText *
take_wording (MaakMessage *message_taken)
{
  g_autoptr (MaakMessage) message = message_taken;

  return maak_message_dup_text (message);
}

static void
replace_text (MaakText **line, MaakText *taken)
{
  maak_text_unref (*line);
  *line = taken;
}

/**
 * maak_dataset_dup_source_line:
 *
 * Returns: (transfer full): publisher, table, edition, month of retrieval and licence, as printed
 */
MaakText *
maak_dataset_dup_source_line (MaakDataset *self)
{
  const MaakSource *source;
  MaakText         *line;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->source_line != NULL)
    return maak_text_ref (self->source_line);
  source = &self->source;
  line = maak_text_ref (source->publisher);
  if (source->table != NULL)
    replace_text (&line, take_wording (maak_message_new (MAAK_PHRASE_SOURCE_TABLE, MAAK_ARG_TEXT, "source", line, MAAK_ARG_STRING, "table", source->table, MAAK_ARG_END)));
  if (!maak_text_is_empty (source->edition))
    replace_text (&line, take_wording (maak_message_new (MAAK_PHRASE_SOURCE_EDITION, MAAK_ARG_TEXT, "source", line, MAAK_ARG_TEXT, "edition", source->edition, MAAK_ARG_END)));
  if (source->retrieved != NULL)
    {
      g_autoptr (MaakText) when = word_retrieved (source->retrieved);

      replace_text (&line, take_wording (maak_message_new (MAAK_PHRASE_SOURCE_RETRIEVED, MAAK_ARG_TEXT, "source", line, MAAK_ARG_TEXT, "when", when, MAAK_ARG_END)));
    }
  if (source->licence != NULL)
    replace_text (&line, take_wording (maak_message_new (MAAK_PHRASE_SOURCE_LICENCE, MAAK_ARG_TEXT, "source", line, MAAK_ARG_STRING, "licence", source->licence, MAAK_ARG_END)));
  return line;
}

/* Returns: how many periods it has, at least one. */
guint
maak_dataset_get_n_periods (MaakDataset *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_periods;
}

/* Returns: the period; the last index is the latest. */
MaakPeriod
maak_dataset_get_period (MaakDataset *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->n_periods, (MaakPeriod) { 0 });

  return self->periods[index];
}

/**
 * maak_dataset_find_period:
 * @index: (out) (optional): where it is
 *
 * Returns: whether the dataset has the period
 */
gboolean
maak_dataset_find_period (MaakDataset *self, MaakPeriod period, guint *index)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->n_periods; i++)
    if (maak_period_compare (self->periods[i], period) == 0)
      {
        if (index != NULL)
          *index = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * maak_dataset_get:
 * @region: of the same region set
 * @period: index of the period
 * @value: (out) (optional): the value, in the dataset's unit; 0 where the status has none
 *
 * Returns: the status of the cell; MISSING where there is no cell, or the dataset cannot hold such a region
 */
MaakStatus
maak_dataset_get (MaakDataset *self, const MaakRegion *region, guint period, double *value)
{
  MaakStatus status = MAAK_STATUS_MISSING;
  double     found = 0;
  int        slot;

  g_return_val_if_fail (self != NULL && region != NULL && period < self->n_periods, MAAK_STATUS_MISSING);

  slot = maak_dataset_find_slot (self, region);
  if (slot >= 0)
    {
      gsize place = (gsize) period * self->n_slots + (gsize) slot;

      if (self->statuses[place] != MAAK_DATASET_NO_CELL)
        {
          status = self->statuses[place];
          found = self->values[place];
        }
    }
  if (value != NULL)
    *value = found;
  return status;
}

/* Returns: the weakest status among the values of a period; MISSING when there is no value at all. */
MaakStatus
maak_dataset_get_weakest (MaakDataset *self, guint period)
{
  MaakStatus weakest = MAAK_STATUS_MISSING;
  gboolean   found = FALSE;

  g_return_val_if_fail (self != NULL && period < self->n_periods, MAAK_STATUS_MISSING);

  for (guint i = 0; i < self->n_slots; i++)
    {
      guint8 status = self->statuses[(gsize) period * self->n_slots + i];

      if (status == MAAK_DATASET_NO_CELL || !maak_status_has_value (status))
        continue;
      weakest = found ? maak_status_weakest (weakest, status) : status;
      found = TRUE;
    }
  return weakest;
}

/**
 * maak_dataset_get_benchmark:
 * @value: (out): the value of what the dataset's own source compares with, in the same unit
 *
 * Returns: (transfer none): its name; NULL when there is none in this period
 */
MaakText *
maak_dataset_get_benchmark (MaakDataset *self, guint period, double *value)
{
  g_return_val_if_fail (self != NULL && period < self->n_periods, NULL);

  if (self->benchmark_name == NULL || isnan (self->benchmark[period]))
    return NULL;
  *value = self->benchmark[period];
  return self->benchmark_name;
}
