/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "atlas/maak-dataset.h"
#include "base/maak-message.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id; /* "share", "per-inhabitant", "ratio-gdp", "growth", "yearly-growth", "lq", "index", ... */
  MaakPhrase  label;
  MaakPhrase  formula;     /* in words, with its source, for the annex */
  gboolean    keeps_total; /* what it makes of a total still adds up, so that it is drawn as one */
  double      pivot;       /* both sides of it are told apart; NAN: none */
} MaakMetric;

const MaakMetric *maak_metric_get_nth (guint index); /* NULL: there are no more */
const MaakMetric *maak_metric_lookup (const char *id);

/* A quantity for every region of one level in one period: a dataset's own values, or what a metric makes of them.
 * This is what maps, ranks and citations are made from. Immutable, reference-counted. */
typedef struct _MaakIndicator MaakIndicator;

typedef struct
{
  const char *metric; /* NULL or "value": the values themselves */
  MaakPeriod  period; /* kind NONE: the latest */
  MaakPeriod  since;  /* growth: the first period; kind NONE: the one before */
  const char *base;   /* id of the dataset to compare with (denominator); NULL: the metric chooses */
} MaakIndicatorOptions;

/* NULL and MAAK_ATLAS_ERROR_NOT_COMPUTABLE ("not computable: needs ...") where it cannot be. */
MaakIndicator *maak_indicator_new (MaakCatalogue *catalogue, MaakDataset *dataset, const MaakIndicatorOptions *options, GError **error);

/* Values at hand (the snapshot of an exhibit, figures of one's own), so that the same painters draw them. Everything is
 * copied or referenced. */
typedef struct
{
  MaakRegionSet    *regions;
  MaakLevel         level;
  const char       *metric; /* NULL: "value" */
  MaakUnit          unit;
  MaakPeriod        period;
  gboolean          is_total; /* circles, not fills */
  double            pivot;    /* NAN: none */
  MaakText         *title;
  MaakText         *yardstick; /* its name; NULL: none */
  double            yardstick_value;
  MaakStatus        yardstick_status;
  MaakText         *sources;  /* may be NULL */
  MaakText         *notes;    /* may be NULL */
  const double     *values;   /* one for each region of the level, by index; any value where the status has none */
  const MaakStatus *statuses; /* likewise */
} MaakIndicatorParts;

MaakIndicator *maak_indicator_new_from_parts (const MaakIndicatorParts *parts);

MaakIndicator *maak_indicator_ref (MaakIndicator *self);
void           maak_indicator_unref (MaakIndicator *self);

MaakDataset   *maak_indicator_get_dataset (MaakIndicator *self); /* NULL when made from parts */
const char    *maak_indicator_get_metric (MaakIndicator *self);  /* "value" or a metric's id */
MaakRegionSet *maak_indicator_get_regions (MaakIndicator *self);
MaakLevel      maak_indicator_get_level (MaakIndicator *self);
MaakUnit       maak_indicator_get_unit (MaakIndicator *self);
MaakPeriod     maak_indicator_get_period (MaakIndicator *self);
MaakText      *maak_indicator_get_title (MaakIndicator *self); /* "Industrie: verhouding tot bbp, 2020" without region */
gboolean       maak_indicator_is_total (MaakIndicator *self);
guint          maak_indicator_get_n (MaakIndicator *self);
MaakStatus     maak_indicator_get (MaakIndicator *self, guint region, double *value); /* FINAL.. with value; else MISSING, ... */
MaakText      *maak_indicator_get_missing_reason (MaakIndicator *self, guint region); /* "not computable: needs ..."; may be NULL */
/* The yardstick: the nation, or "12 provinces" where no nation is in the data; NULL text when there is none. */
MaakText     *maak_indicator_get_yardstick (MaakIndicator *self, double *value, MaakStatus *status);
double        maak_indicator_get_pivot (MaakIndicator *self);                   /* 1 for LQ; NAN: no pivot */
MaakText     *maak_indicator_dup_sources (MaakIndicator *self);                 /* every dataset it rests on, with year and status */
MaakText     *maak_indicator_dup_notes (MaakIndicator *self);                   /* cautions to print with it */
guint         maak_indicator_list_ranked (MaakIndicator *self, guint *regions); /* indices by falling value; returns how many have one */
MaakCitation *maak_indicator_dup_citation (MaakIndicator *self, guint region);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakIndicator, maak_indicator_unref)

G_END_DECLS
