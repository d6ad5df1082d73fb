/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* The sentences of evidence: the alternative text of an exhibit, made from its data, and its source line.
 *
 * An alternative text says what a person sees at a glance: what it is, the highest and the lowest, the own regions, the
 * yardstick, and how many regions have no data; for a series, where each line begins and ends.
 * Texts are made in both languages at once and belong to the caller; a person may correct them. */

#include "evidence/maak-evidence-private.h"

#define MAX_OWN 4 /* regions that are told one by one */

/* Sentences in both languages, one after another. */
typedef struct
{
  GString *strings[MAAK_N_LANGUAGES];
} Sentences;

static void
sentences_init (Sentences *self)
{
  for (guint i = 0; i < MAAK_N_LANGUAGES; i++)
    self->strings[i] = g_string_new (NULL);
}

static void
sentences_take (Sentences *self, MaakMessage *message_taken)
{
  g_autoptr (MaakMessage) message = message_taken;

  for (guint i = 0; i < MAAK_N_LANGUAGES; i++)
    {
      g_autofree char *sentence = maak_message_dup_wording (message, (MaakLanguage) i);

      g_string_append_printf (self->strings[i], "%s%s", self->strings[i]->len > 0 ? " " : "", sentence);
    }
}

static MaakText *
sentences_end (Sentences *self)
{
  MaakText *text = maak_text_new (self->strings[MAAK_LANGUAGE_NL]->str, self->strings[MAAK_LANGUAGE_EN]->str);

  for (guint i = 0; i < MAAK_N_LANGUAGES; i++)
    g_string_free (self->strings[i], TRUE);
  return text;
}

/* Returns: (transfer full): a value as it is written in each language, with its unit. */
MaakText *
maak_evidence_word_value (MaakUnit unit, double value)
{
  g_autofree char *nl = maak_unit_format_with_unit (unit, value, MAAK_LANGUAGE_NL);
  g_autofree char *en = maak_unit_format_with_unit (unit, value, MAAK_LANGUAGE_EN);

  return maak_text_new (nl, en);
}

/* Returns: (transfer full): the name of a region in each language. */
MaakText *
maak_evidence_word_region (const MaakRegion *region)
{
  return maak_text_new (maak_region_get_name (region, MAAK_LANGUAGE_NL), maak_region_get_name (region, MAAK_LANGUAGE_EN));
}

/* Returns: (transfer full): a period as it is written in each language. */
MaakText *
maak_evidence_word_period (MaakPeriod period)
{
  g_autofree char *nl = maak_period_format (period, MAAK_LANGUAGE_NL);
  g_autofree char *en = maak_period_format (period, MAAK_LANGUAGE_EN);

  return maak_text_new (nl, en);
}

static void
tell_highest_and_lowest (Sentences *sentences, MaakIndicator *indicator, const guint *ranked, guint n)
{
  MaakRegionSet *set = maak_indicator_get_regions (indicator);
  MaakLevel      level = maak_indicator_get_level (indicator);
  MaakUnit       unit = maak_indicator_get_unit (indicator);
  double         most = 0, least = 0;
  g_autoptr (MaakText) first = maak_evidence_word_region (maak_region_set_get (set, level, ranked[0]));
  g_autoptr (MaakText) last = maak_evidence_word_region (maak_region_set_get (set, level, ranked[n - 1]));
  g_autoptr (MaakText) high = NULL;
  g_autoptr (MaakText) low = NULL;

  maak_indicator_get (indicator, ranked[0], &most);
  maak_indicator_get (indicator, ranked[n - 1], &least);
  high = maak_evidence_word_value (unit, most);
  low = maak_evidence_word_value (unit, least);
  sentences_take (sentences, maak_message_new (MAAK_PHRASE_ALTERNATIVE_RANGE, MAAK_ARG_TEXT, "first", first, MAAK_ARG_TEXT, "high", high,
                                               MAAK_ARG_TEXT, "last", last, MAAK_ARG_TEXT, "low", low, MAAK_ARG_END));
}

/* The own regions that were not told as highest or lowest. */
static void
tell_own (Sentences *sentences, const MaakSnapshot *snapshot, const guint *ranked, guint n)
{
  MaakIndicator *indicator = snapshot->indicator;
  guint          told = 0;

  for (guint i = 0; i < snapshot->options->n_regions && told < MAX_OWN; i++)
    {
      const MaakRegion *region = snapshot->options->regions[i];
      double            value = 0;
      g_autoptr (MaakText) name = NULL;
      g_autoptr (MaakText) written = NULL;

      if (maak_region_get_level (region) != maak_indicator_get_level (indicator) || maak_region_get_index (region) == ranked[0] || maak_region_get_index (region) == ranked[n - 1] ||
          !maak_status_has_value (maak_indicator_get (indicator, maak_region_get_index (region), &value)))
        continue;
      name = maak_evidence_word_region (region);
      written = maak_evidence_word_value (maak_indicator_get_unit (indicator), value);
      sentences_take (sentences, maak_message_new (MAAK_PHRASE_ALTERNATIVE_OWN, MAAK_ARG_TEXT, "region", name, MAAK_ARG_TEXT, "value", written, MAAK_ARG_END));
      told++;
    }
}

static void
tell_regions (Sentences *sentences, const MaakSnapshot *snapshot)
{
  MaakIndicator    *indicator = snapshot->indicator;
  g_autofree guint *ranked = g_new (guint, maak_indicator_get_n (indicator));
  guint             n = maak_indicator_list_ranked (indicator, ranked);
  guint             missing = maak_indicator_get_n (indicator) - n;
  double            value = 0;
  MaakText         *yardstick = maak_indicator_get_yardstick (indicator, &value, NULL);

  tell_highest_and_lowest (sentences, indicator, ranked, n);
  tell_own (sentences, snapshot, ranked, n);
  if (yardstick != NULL)
    {
      g_autoptr (MaakText) written = maak_evidence_word_value (maak_indicator_get_unit (indicator), value);

      sentences_take (sentences, maak_message_new (MAAK_PHRASE_ALTERNATIVE_YARDSTICK, MAAK_ARG_TEXT, "name", yardstick, MAAK_ARG_TEXT, "value", written, MAAK_ARG_END));
    }
  if (missing > 0)
    sentences_take (sentences, maak_message_new (MAAK_PHRASE_ALTERNATIVE_MISSING, MAAK_ARG_INTEGER, "count", (gint64) missing, MAAK_ARG_END));
}

static void
tell_line (Sentences *sentences, MaakUnit unit, const MaakCell *first, const MaakCell *last)
{
  g_autoptr (MaakText) region = maak_evidence_word_region (first->region);
  g_autoptr (MaakText) from = maak_evidence_word_period (first->period);
  g_autoptr (MaakText) to = maak_evidence_word_period (last->period);
  g_autoptr (MaakText) begin = maak_evidence_word_value (unit, first->value);
  g_autoptr (MaakText) end = maak_evidence_word_value (unit, last->value);

  sentences_take (sentences, maak_message_new (MAAK_PHRASE_ALTERNATIVE_LINE, MAAK_ARG_TEXT, "region", region, MAAK_ARG_TEXT, "begin", begin, MAAK_ARG_TEXT, "from", from,
                                               MAAK_ARG_TEXT, "end", end, MAAK_ARG_TEXT, "to", to, MAAK_ARG_END));
}

/* The cells are sorted by region, then by period. */
static void
tell_lines (Sentences *sentences, const MaakSnapshot *snapshot)
{
  const MaakCell *first = NULL, *last = NULL;
  guint           told = 0;

  for (guint i = 0; i <= snapshot->cells->len; i++)
    {
      const MaakCell *cell = i < snapshot->cells->len ? &g_array_index (snapshot->cells, MaakCell, i) : NULL;

      if (first != NULL && (cell == NULL || cell->region != first->region))
        {
          if (last != first && told++ < MAX_OWN)
            tell_line (sentences, maak_indicator_get_unit (snapshot->indicator), first, last);
          first = last = NULL;
        }
      if (cell == NULL || !maak_status_has_value (cell->status))
        continue;
      first = first != NULL ? first : cell;
      last = cell;
    }
}

/* Returns: (transfer full): what the exhibit shows, for who cannot see it. */
MaakText *
maak_evidence_word_alternative (const MaakSnapshot *snapshot)
{
  static const MaakPhrase openings[MAAK_N_EXHIBIT_KINDS] = {
    [MAAK_EXHIBIT_MAP] = MAAK_PHRASE_ALTERNATIVE_MAP,
    [MAAK_EXHIBIT_RANKS] = MAAK_PHRASE_ALTERNATIVE_RANKS,
    [MAAK_EXHIBIT_SERIES] = MAAK_PHRASE_ALTERNATIVE_SERIES,
    [MAAK_EXHIBIT_TABLE] = MAAK_PHRASE_ALTERNATIVE_SERIES,
  };
  MaakIndicator *indicator = snapshot->indicator;
  gboolean       is_series = snapshot->options->kind == MAAK_EXHIBIT_SERIES;
  MaakText      *title = is_series ? maak_dataset_get_title (maak_indicator_get_dataset (indicator)) : maak_indicator_get_title (indicator);
  Sentences      sentences;

  sentences_init (&sentences);
  sentences_take (&sentences, maak_message_new (openings[snapshot->options->kind], MAAK_ARG_TEXT, "title", title, MAAK_ARG_END));
  if (is_series)
    tell_lines (&sentences, snapshot);
  else
    tell_regions (&sentences, snapshot);
  return sentences_end (&sentences);
}

/* Returns: (transfer full): sources with year and status, then the cautions that go with them. */
MaakText *
maak_evidence_word_source (MaakIndicator *indicator)
{
  g_autoptr (MaakText) sources = maak_indicator_dup_sources (indicator);
  g_autoptr (MaakText) notes = maak_indicator_dup_notes (indicator);
  g_autoptr (MaakMessage) both = NULL;

  if (maak_text_is_empty (notes))
    return g_steal_pointer (&sources);
  both = maak_message_new (MAAK_PHRASE_EXHIBIT_SOURCE, MAAK_ARG_TEXT, "sources", sources, MAAK_ARG_TEXT, "notes", notes, MAAK_ARG_END);
  return maak_message_dup_text (both);
}
