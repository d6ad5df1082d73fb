/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* What is said about an indicator: its sources with year and status, its cautions, and the citation of one region.
 *
 * A source is worded for each dataset once, with its title where there are several, and with its periods: two for
 * growth, and another for inhabitants of another year. A citation has a period of its own, so that its source names
 * periods only where they differ from that.
 * All texts are made in both languages at once, and belong to the caller.
 * What it does not do: number sources, as a document does. */

#include "atlas/maak-indicator-private.h"

/* Returns: (transfer full): the period as it is written in both languages. */
MaakText *
maak_period_dup_text (MaakPeriod period)
{
  g_autofree char *nl = maak_period_format (period, MAAK_LANGUAGE_NL);
  g_autofree char *en = maak_period_format (period, MAAK_LANGUAGE_EN);

  return maak_text_new (nl, en);
}

static MaakText *
join (GPtrArray *texts, const char *between)
{
  g_autoptr (GString) nl = g_string_new (NULL);
  g_autoptr (GString) en = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      MaakText *text = g_ptr_array_index (texts, i);

      g_string_append_printf (nl, "%s%s", i > 0 ? between : "", maak_text_get (text, MAAK_LANGUAGE_NL));
      g_string_append_printf (en, "%s%s", i > 0 ? between : "", maak_text_get (text, MAAK_LANGUAGE_EN));
    }
  return maak_text_new (nl->str, en->str);
}

/* The periods of a dataset on which the indicator rests, each with the status when it is not final: "2019 en 2020
 * (voorlopig)". Grounds of one dataset are of rising periods when read from the last. */
static MaakText *
word_periods (MaakIndicator *self, MaakDataset *dataset)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_text_unref);

  for (guint i = self->grounds->len; i-- > 0;)
    {
      const MaakGround *ground = &g_array_index (self->grounds, MaakGround, i);
      MaakStatus        status;
      g_autoptr (MaakText) period = NULL;

      if (ground->dataset != dataset)
        continue;
      status = maak_dataset_get_weakest (dataset, ground->period);
      period = maak_period_dup_text (maak_dataset_get_period (dataset, ground->period));
      if (status != MAAK_STATUS_FINAL)
        {
          g_autoptr (MaakText) label = maak_text_new (maak_status_get_label (status, MAAK_LANGUAGE_NL), maak_status_get_label (status, MAAK_LANGUAGE_EN));
          g_autoptr (MaakMessage) both = maak_message_new (MAAK_PHRASE_PERIOD_STATUS, MAAK_ARG_TEXT, "period", period, MAAK_ARG_TEXT, "status", label, MAAK_ARG_END);

          g_ptr_array_add (parts, maak_message_dup_text (both));
        }
      else
        g_ptr_array_add (parts, g_steal_pointer (&period));
    }
  return join (parts, ", ");
}

static gboolean
is_first_ground_of_its_dataset (MaakIndicator *self, guint index)
{
  for (guint i = 0; i < index; i++)
    if (g_array_index (self->grounds, MaakGround, i).dataset == g_array_index (self->grounds, MaakGround, index).dataset)
      return FALSE;
  return TRUE;
}

static guint
count_datasets (MaakIndicator *self)
{
  guint n = 0;

  for (guint i = 0; i < self->grounds->len; i++)
    n += is_first_ground_of_its_dataset (self, i);
  return n;
}

/* One dataset on which it rests: with its title where there are several, with its periods where they are asked for. */
static MaakText *
word_source (MaakIndicator *self, MaakDataset *dataset, gboolean with_title, gboolean with_periods)
{
  g_autoptr (MaakText) source = maak_dataset_dup_source_line (dataset);
  g_autoptr (MaakText) periods = word_periods (self, dataset);
  MaakText *title = maak_dataset_get_title (dataset);
  g_autoptr (MaakMessage) message = NULL;

  if (with_title && with_periods)
    message = maak_message_new (MAAK_PHRASE_SOURCE_OF_SEVERAL, MAAK_ARG_TEXT, "dataset", title, MAAK_ARG_TEXT, "source", source, MAAK_ARG_TEXT, "periods", periods, MAAK_ARG_END);
  else if (with_title)
    message = maak_message_new (MAAK_PHRASE_SOURCE_OF, MAAK_ARG_TEXT, "dataset", title, MAAK_ARG_TEXT, "source", source, MAAK_ARG_END);
  else if (with_periods)
    message = maak_message_new (MAAK_PHRASE_SOURCE_ONE, MAAK_ARG_TEXT, "source", source, MAAK_ARG_TEXT, "periods", periods, MAAK_ARG_END);
  else
    return g_steal_pointer (&source);
  return maak_message_dup_text (message);
}

static MaakText *
word_sources (MaakIndicator *self, gboolean with_periods)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_text_unref);
  gboolean with_title = count_datasets (self) > 1;

  for (guint i = 0; i < self->grounds->len; i++)
    if (is_first_ground_of_its_dataset (self, i))
      g_ptr_array_add (parts, word_source (self, g_array_index (self->grounds, MaakGround, i).dataset, with_title, with_periods));
  return join (parts, "; ");
}

/**
 * maak_indicator_dup_sources:
 *
 * Returns: (transfer full): every dataset on which it rests, with table, year, and status where it is not final
 */
MaakText *
maak_indicator_dup_sources (MaakIndicator *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sources != NULL ? maak_text_ref (self->sources) : word_sources (self, TRUE);
}

/**
 * maak_indicator_dup_notes:
 *
 * Returns: (transfer full): the cautions to print with it, whole sentences; an empty text when there are none
 */
MaakText *
maak_indicator_dup_notes (MaakIndicator *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return join (self->notes, " ");
}

/* Whether the periods of the grounds are more than the period of the indicator tells. */
static gboolean
has_several_periods (MaakIndicator *self)
{
  if (self->period.kind == MAAK_PERIOD_YEARS)
    return FALSE;
  for (guint i = 0; i < self->grounds->len; i++)
    {
      const MaakGround *ground = &g_array_index (self->grounds, MaakGround, i);

      if (maak_period_compare (maak_dataset_get_period (ground->dataset, ground->period), self->period) != 0)
        return TRUE;
    }
  return FALSE;
}

/* The title with the region, and without the period, which a citation has apart; growth that is not of years has two
 * periods, and keeps them. */
static MaakText *
make_citation_title (MaakIndicator *self, const MaakRegion *region)
{
  g_autoptr (MaakText) name = maak_text_new (maak_region_get_name (region, MAAK_LANGUAGE_NL), maak_region_get_name (region, MAAK_LANGUAGE_EN));
  gboolean has_one_period = self->dataset != NULL && (self->period.kind == MAAK_PERIOD_YEARS || self->grounds->len == count_datasets (self));
  g_autoptr (MaakMessage) title = NULL;

  if (!has_one_period)
    title = maak_message_new (MAAK_PHRASE_CITATION_TITLE, MAAK_ARG_TEXT, "what", self->title, MAAK_ARG_TEXT, "region", name, MAAK_ARG_END);
  else if (g_str_equal (self->metric, MAAK_METRIC_VALUE))
    title = maak_message_new (MAAK_PHRASE_CITATION_TITLE, MAAK_ARG_TEXT, "what", maak_dataset_get_title (self->dataset), MAAK_ARG_TEXT, "region", name, MAAK_ARG_END);
  else
    title = maak_message_new (MAAK_PHRASE_CITATION_TITLE_METRIC, MAAK_ARG_TEXT, "what", maak_dataset_get_title (self->dataset), MAAK_ARG_TEXT, "metric", self->label, MAAK_ARG_TEXT, "region", name, MAAK_ARG_END);
  return maak_message_dup_text (title);
}

/**
 * maak_indicator_dup_citation:
 * @region: index within the level; a region that has a value
 *
 * Returns: (transfer full): what a plan keeps of the value: the value with dataset, metric, period, status and source
 */
MaakCitation *
maak_indicator_dup_citation (MaakIndicator *self, guint region)
{
  const MaakRegion *where;
  g_autoptr (MaakText) title = NULL;
  g_autoptr (MaakText) source = NULL;
  MaakCitationParts parts = { MAAK_CITATION_FIGURE };

  g_return_val_if_fail (self != NULL && region < self->n && maak_status_has_value (self->statuses[region]), NULL);

  where = maak_region_set_get (self->regions, self->level, region);
  title = make_citation_title (self, where);
  source = self->sources != NULL ? maak_text_ref (self->sources) : word_sources (self, has_several_periods (self));
  parts.dataset = self->dataset != NULL ? maak_dataset_get_id (self->dataset) : NULL;
  parts.metric = g_str_equal (self->metric, MAAK_METRIC_VALUE) ? NULL : self->metric;
  parts.region = maak_region_get_code (where);
  parts.period = self->period;
  parts.value = self->values[region];
  parts.unit = self->unit;
  parts.status = self->statuses[region];
  parts.title = title;
  parts.source = source;
  return maak_citation_new (&parts);
}
