/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-citation.h"
#include "base/maak-error.h"
#include "base/maak-regions.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MAAK_ATLAS_ERROR (maak_atlas_error_quark ())
GQuark maak_atlas_error_quark (void);

typedef enum
{
  MAAK_ATLAS_ERROR_UNKNOWN_REGION,
  MAAK_ATLAS_ERROR_UNKNOWN_DATASET,
  MAAK_ATLAS_ERROR_INVALID,
  MAAK_ATLAS_ERROR_NOT_COMPUTABLE,
} MaakAtlasErrorCode;

/* What a dataset counts, as far as metrics need to know. */
typedef enum
{
  MAAK_QUANTITY_OTHER,
  MAAK_QUANTITY_GVA_SECTOR, /* gross value added of a part of the economy */
  MAAK_QUANTITY_GVA,        /* of all sectors together */
  MAAK_QUANTITY_GDP,
  MAAK_QUANTITY_INHABITANTS,
} MaakQuantity;

#define MAAK_N_QUANTITIES 5

/* One indicator at one level over periods; immutable, reference-counted. */
typedef struct _MaakDataset MaakDataset;

typedef struct
{
  MaakText   *publisher;
  const char *table;     /* 84419NED; may be NULL */
  const char *vintage;   /* names the revision or vintage; datasets that differ in it are never joined */
  MaakText   *edition;   /* the vintage in words; may be empty */
  const char *retrieved; /* as known: a date, a month, "from the paper" in words is in note */
  const char *licence;
  const char *url; /* may be NULL */
} MaakSource;

MaakDataset      *maak_dataset_ref (MaakDataset *self);
void              maak_dataset_unref (MaakDataset *self);
const char       *maak_dataset_get_id (MaakDataset *self);
MaakText         *maak_dataset_get_title (MaakDataset *self);
MaakText         *maak_dataset_get_note (MaakDataset *self);        /* the caution to print with it; may be empty */
MaakText         *maak_dataset_get_price_basis (MaakDataset *self); /* may be empty */
MaakUnit          maak_dataset_get_unit (MaakDataset *self);
MaakLevel         maak_dataset_get_level (MaakDataset *self);
MaakQuantity      maak_dataset_get_quantity (MaakDataset *self);
MaakRegionSet    *maak_dataset_get_regions (MaakDataset *self);
gboolean          maak_dataset_is_total (MaakDataset *self); /* totals become circles, ratios fill */
gboolean          maak_dataset_may_publish (MaakDataset *self);
const MaakSource *maak_dataset_get_source (MaakDataset *self);
MaakText         *maak_dataset_dup_source_line (MaakDataset *self); /* "CBS, StatLine 84432NED, ..." */
guint             maak_dataset_get_n_periods (MaakDataset *self);
MaakPeriod        maak_dataset_get_period (MaakDataset *self, guint index); /* sorted */
gboolean          maak_dataset_find_period (MaakDataset *self, MaakPeriod period, guint *index);
MaakStatus        maak_dataset_get (MaakDataset *self, const MaakRegion *region, guint period, double *value); /* MISSING when there is no cell */
MaakStatus        maak_dataset_get_weakest (MaakDataset *self, guint period);                                  /* of all regions that have a value */
MaakText         *maak_dataset_get_benchmark (MaakDataset *self, guint period, double *value);                 /* what its source compares with ("OECD"); NULL: none */
MaakDataset      *maak_dataset_new_from_csv (const char *description_json, const char *csv, gssize length, MaakRegionSet *regions, const char *file, GError **error);

/* One value of a region in a period; it counts only where the status has one. */
typedef struct
{
  const MaakRegion *region;
  MaakPeriod        period;
  double            value;
  MaakStatus        status;
} MaakCell;

/* A dataset of values at hand: the snapshot of an exhibit, figures of one's own. All is copied or referenced; unset
 * texts are NULL. Each region and period at most once, each region of the level, the country or Extra-Regio. */
typedef struct
{
  const char     *id;
  MaakText       *title;
  MaakText       *note;
  MaakText       *price_basis;
  MaakText       *source_line;
  MaakUnit        unit;
  MaakLevel       level;
  gboolean        is_total;
  gboolean        may_publish;
  MaakRegionSet  *regions;
  const MaakCell *cells;
  guint           n_cells;
} MaakDatasetParts;

MaakDataset *maak_dataset_new_from_parts (const MaakDatasetParts *parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakDataset, maak_dataset_unref)

/* All datasets at hand. */
typedef struct _MaakCatalogue MaakCatalogue;

MaakCatalogue *maak_catalogue_new_shipped (MaakRegionSet *regions, GError **error);
MaakCatalogue *maak_catalogue_ref (MaakCatalogue *self);
void           maak_catalogue_unref (MaakCatalogue *self);
MaakRegionSet *maak_catalogue_get_regions (MaakCatalogue *self);
guint          maak_catalogue_get_n (MaakCatalogue *self);
MaakDataset   *maak_catalogue_get (MaakCatalogue *self, guint index);
MaakDataset   *maak_catalogue_lookup (MaakCatalogue *self, const char *id);
void           maak_catalogue_add (MaakCatalogue *self, MaakDataset *dataset);
char          *maak_catalogue_dup_label (MaakCatalogue *self, MaakDataset *dataset, MaakLanguage language); /* the title, and what tells it from others of that title */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakCatalogue, maak_catalogue_unref)

G_END_DECLS
