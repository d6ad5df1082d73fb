/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* An exhibit as painters want it: plain members, read from a record of a plan (maak-exhibit-reader.c).
 *
 * Here it becomes what the painters take: an indicator for a map or ranks, a dataset for a series. Both are made from the
 * values that the plan keeps, so that a plan prints the same for ever, whatever the data have become.
 * Everything in the struct is owned by it, but for the regions, which its region set owns. */

#include "evidence/maak-exhibit.h"

static const char *const kind_codes[MAAK_N_EXHIBIT_KINDS] = { "map", "ranks", "series", "table" };

/* Returns: (transfer none): the term of the vocabulary of exhibit kinds. */
const char *
maak_exhibit_kind_get_code (MaakExhibitKind kind)
{
  g_return_val_if_fail ((guint) kind < MAAK_N_EXHIBIT_KINDS, NULL);

  return kind_codes[kind];
}

/* Returns: whether the code is one of a kind. */
gboolean
maak_exhibit_kind_parse (const char *code, MaakExhibitKind *kind)
{
  g_return_val_if_fail (code != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < MAAK_N_EXHIBIT_KINDS; i++)
    if (g_str_equal (kind_codes[i], code))
      {
        *kind = (MaakExhibitKind) i;
        return TRUE;
      }
  return FALSE;
}

/* Frees the exhibit and all that it owns. */
void
maak_exhibit_free (MaakExhibit *self)
{
  if (self == NULL)
    return;
  g_free (self->dataset);
  g_free (self->metric);
  g_clear_pointer (&self->title, maak_text_unref);
  g_clear_pointer (&self->caption, maak_text_unref);
  g_clear_pointer (&self->alternative, maak_text_unref);
  g_clear_pointer (&self->source, maak_text_unref);
  g_clear_pointer (&self->yardstick, maak_text_unref);
  g_clear_pointer (&self->region_set, maak_region_set_unref);
  g_free (self->regions);
  g_free (self->values);
  g_free (self);
}

/**
 * maak_exhibit_make_indicator:
 *
 * Returns: (transfer full): the values of a map or of ranks as an indicator; a region that the snapshot lacks is missing
 */
MaakIndicator *
maak_exhibit_make_indicator (MaakExhibit *self)
{
  guint                  n = maak_region_set_get_n (self->region_set, self->level);
  g_autofree double     *values = g_new0 (double, n);
  g_autofree MaakStatus *statuses = g_new (MaakStatus, n);
  MaakIndicatorParts     parts = { 0 };

  g_return_val_if_fail (self->kind == MAAK_EXHIBIT_MAP || self->kind == MAAK_EXHIBIT_RANKS, NULL);

  for (guint i = 0; i < n; i++)
    statuses[i] = MAAK_STATUS_MISSING;
  for (guint i = 0; i < self->n_values; i++)
    {
      guint index = maak_region_get_index (self->values[i].region);

      values[index] = self->values[i].value;
      statuses[index] = self->values[i].status;
    }
  parts.regions = self->region_set;
  parts.level = self->level;
  parts.metric = self->metric;
  parts.unit = self->unit;
  parts.period = self->period;
  parts.is_total = self->is_total;
  parts.pivot = self->pivot;
  parts.title = self->title;
  parts.yardstick = maak_text_is_empty (self->yardstick) ? NULL : self->yardstick;
  parts.yardstick_value = self->yardstick_value;
  parts.yardstick_status = self->yardstick_status;
  parts.sources = self->source;
  parts.values = values;
  parts.statuses = statuses;
  return maak_indicator_new_from_parts (&parts);
}

/**
 * maak_exhibit_make_dataset:
 *
 * Returns: (transfer full): the values of a series as a dataset, whose own values (metric "value") are to be drawn
 */
MaakDataset *
maak_exhibit_make_dataset (MaakExhibit *self)
{
  MaakDatasetParts parts = { 0 };

  g_return_val_if_fail (self->kind == MAAK_EXHIBIT_SERIES, NULL);

  parts.id = self->dataset;
  parts.title = self->title;
  parts.source_line = self->source;
  parts.unit = self->unit;
  parts.level = self->level;
  parts.is_total = self->is_total;
  parts.may_publish = TRUE;
  parts.regions = self->region_set;
  parts.cells = self->values;
  parts.n_cells = self->n_values;
  return maak_dataset_new_from_parts (&parts);
}
