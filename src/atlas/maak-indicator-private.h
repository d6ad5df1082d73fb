/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "atlas/maak-indicator.h"

G_BEGIN_DECLS

#define MAAK_METRIC_VALUE "value"

/* A dataset in a period, on which an indicator rests. */
typedef struct
{
  MaakDataset *dataset; /* owned */
  guint        period;
} MaakGround;

struct _MaakIndicator
{
  gatomicrefcount ref_count;
  MaakDataset    *dataset; /* NULL when made from parts */
  MaakRegionSet  *regions;
  char           *metric;
  MaakLevel       level;
  MaakUnit        unit;
  MaakPeriod      period;
  MaakText       *title;
  MaakText       *label; /* the metric in the title; NULL when made from parts */
  gboolean        is_total;
  double          pivot; /* NAN: none */
  guint           n;
  double         *values;
  MaakStatus     *statuses;
  MaakText      **reasons;   /* by region; NULL where there is nothing to say */
  MaakText       *yardstick; /* NULL: none */
  double          yardstick_value;
  MaakStatus      yardstick_status;
  GArray         *grounds; /* of MaakGround, the dataset itself first */
  MaakText       *sources; /* given as it is; NULL: made from `grounds` */
  GPtrArray      *notes;   /* of MaakText */
};

/* Several regions as one: the nation as the data give it, or the sum of all regions of the level. */
typedef struct
{
  gboolean   known;
  double     value;
  MaakStatus status;
} MaakWhole;

/* A dataset in one period, laid out by region. */
typedef struct
{
  MaakDataset *dataset; /* borrowed */
  guint        period;
  guint        n;
  double      *values;
  MaakStatus  *statuses;
  MaakWhole    nation, sum;
} MaakColumn;

void maak_column_init (MaakColumn *self, MaakDataset *dataset, guint period);
void maak_column_clear (MaakColumn *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MaakColumn, maak_column_clear)

/* An indicator that is being made. */
typedef struct
{
  MaakIndicator              *indicator;
  MaakCatalogue              *catalogue;
  const MaakIndicatorOptions *options;
  MaakColumn                  main;
  MaakMessage                *label; /* owned: what stands behind the dataset's title; NULL: the metric's own label */
  MaakMessage                *span;  /* owned: what stands for the period; NULL: the period */
  MaakPeriod                  since; /* the first period that was asked for; kind NONE: none was */
} MaakMaking;

/* One row of the table of metrics (maak-metrics.c). */
typedef struct
{
  MaakMetric metric;
  gboolean   spans; /* its period is a run from a first to a last one */
  gboolean (*compute) (MaakMaking *making, GError **error);
} MaakMetricRow;

const MaakMetricRow *maak_metric_lookup_row (const char *id);

/* For the functions of the rows (maak-metrics.c), from maak-indicator.c. */
void      maak_making_set_value (MaakMaking *self, guint region, double value, MaakStatus status);
void      maak_making_set_missing (MaakMaking *self, guint region, MaakMessage *needs_taken);
void      maak_making_set_yardstick (MaakMaking *self, MaakText *name_taken, double value, MaakStatus status);
void      maak_making_add_ground (MaakMaking *self, MaakDataset *dataset, guint period);
void      maak_making_add_note (MaakMaking *self, MaakMessage *note_taken);
gboolean  maak_making_fail (MaakMaking *self, GError **error, MaakMessage *needs_taken); /* always FALSE */
MaakText *maak_making_dup_area (MaakMaking *self, MaakDataset *dataset, gboolean nation);

MaakText *maak_period_dup_text (MaakPeriod period);

G_END_DECLS
