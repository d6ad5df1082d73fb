/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-text.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MAAK_LEVEL_COUNTRY,
  MAAK_LEVEL_LANDSDEEL,
  MAAK_LEVEL_PROVINCE,
  MAAK_LEVEL_COROP,
  MAAK_LEVEL_MUNICIPALITY,
  MAAK_LEVEL_EXTRA, /* Extra-Regio: continental shelf and embassies */
} MaakLevel;

#define MAAK_N_LEVELS 6

const char *maak_level_get_code (MaakLevel level);
gboolean    maak_level_parse (const char *code, MaakLevel *level);

/* One region of a region set; owned by the set. */
typedef struct _MaakRegion MaakRegion;

const char       *maak_region_get_code (const MaakRegion *self);
MaakLevel         maak_region_get_level (const MaakRegion *self);
const char       *maak_region_get_name (const MaakRegion *self, MaakLanguage language);
const MaakRegion *maak_region_get_parent (const MaakRegion *self);
const MaakRegion *maak_region_get_ancestor (const MaakRegion *self, MaakLevel level);
guint             maak_region_get_index (const MaakRegion *self); /* position within its level */
const char       *maak_region_get_iso (const MaakRegion *self);
const char       *maak_region_get_nuts (const MaakRegion *self, int year);

/* The regions of one year, a tree; immutable, reference-counted. */
typedef struct _MaakRegionSet MaakRegionSet;

MaakRegionSet    *maak_region_set_new_shipped (void);
MaakRegionSet    *maak_region_set_new_from_csv (const char *csv, gssize length, GError **error);
MaakRegionSet    *maak_region_set_ref (MaakRegionSet *self);
void              maak_region_set_unref (MaakRegionSet *self);
int               maak_region_set_get_year (MaakRegionSet *self);
guint             maak_region_set_get_n (MaakRegionSet *self, MaakLevel level);
const MaakRegion *maak_region_set_get (MaakRegionSet *self, MaakLevel level, guint index);
const MaakRegion *maak_region_set_lookup (MaakRegionSet *self, const char *code);
const MaakRegion *maak_region_set_resolve (MaakRegionSet *self, const char *spelling, int level_or_any);

#define MAAK_LEVEL_ANY (-1)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakRegionSet, maak_region_set_unref)

G_END_DECLS
