/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "atlas/maak-dataset.h"
#include "json/maak-json.h"

G_BEGIN_DECLS

/* A dataset while it is read; immutable once it is handed out. */
struct _MaakDataset
{
  gatomicrefcount ref_count;
  char           *id;
  MaakText       *title, *note, *price_basis; /* never NULL */
  MaakText       *source_line;                /* given as it is; NULL: made from `source` */
  MaakUnit        unit;
  MaakLevel       level;
  MaakQuantity    quantity;
  gboolean        is_total, may_publish;
  MaakSource      source; /* strings owned */
  MaakRegionSet  *regions;
  guint           n_slots; /* the regions of the level, the country, Extra-Regio */
  guint           n_periods;
  MaakPeriod     *periods;        /* sorted */
  double         *values;         /* n_periods rows of n_slots */
  guint8         *statuses;       /* likewise: MaakStatus, or NO_CELL */
  MaakText       *benchmark_name; /* NULL: none */
  double         *benchmark;      /* by period; NAN: none; NULL: none at all */
};

#define MAAK_DATASET_NO_CELL 0xff

/* A cell with the line of the file that it came from, for errors, and the benchmark beside it. */
typedef struct
{
  MaakCell cell;
  double   benchmark; /* NAN: none */
  guint    line;
} MaakLineCell;

MaakDataset *maak_dataset_new_empty (MaakRegionSet *regions);
int          maak_dataset_find_slot (MaakDataset *self, const MaakRegion *region);
gboolean     maak_dataset_take_cells (MaakDataset *self, GArray *cells, const MaakLineCell **doubled);
MaakDataset *maak_dataset_new_from_place (const MaakJsonPlace *description, const char *csv, gssize length, MaakRegionSet *regions, const char *file, GError **error);

G_END_DECLS
