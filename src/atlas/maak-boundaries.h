/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-regions.h"

G_BEGIN_DECLS

/* The boundaries of one year as a topology: arcs that neighbouring regions share, so that each border is stored,
 * projected and stroked once. Packed when the program is built; ready without parsing. Immutable. */
typedef struct _MaakBoundaries MaakBoundaries;

typedef struct
{
  double lon, lat; /* degrees, WGS84 */
} MaakLonLat;

/* One ring: arcs in order; a negative reference ~i is arc i backwards (as in TopoJSON). */
typedef struct
{
  const gint32 *arcs;
  guint         n_arcs;
  gboolean      hole;
} MaakRing;

MaakBoundaries   *maak_boundaries_new_shipped (void);
MaakBoundaries   *maak_boundaries_new_from_bytes (GBytes *packed, GError **error);
MaakBoundaries   *maak_boundaries_ref (MaakBoundaries *self);
void              maak_boundaries_unref (MaakBoundaries *self);
guint             maak_boundaries_get_n_arcs (MaakBoundaries *self);
const MaakLonLat *maak_boundaries_get_arc (MaakBoundaries *self, guint arc, guint *n_points);
guint             maak_boundaries_get_n_regions (MaakBoundaries *self, MaakLevel level);
const char       *maak_boundaries_get_code (MaakBoundaries *self, MaakLevel level, guint region);
guint             maak_boundaries_get_n_rings (MaakBoundaries *self, MaakLevel level, guint region); /* region: index within its level */
void              maak_boundaries_get_ring (MaakBoundaries *self, MaakLevel level, guint region, guint ring, MaakRing *out);
/* The arcs of a level, each once, and whether it is an outer border (of one region only). */
const gint32 *maak_boundaries_get_level_arcs (MaakBoundaries *self, MaakLevel level, guint *n_arcs);
gboolean      maak_boundaries_arc_is_outer (MaakBoundaries *self, MaakLevel level, guint arc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakBoundaries, maak_boundaries_unref)

G_END_DECLS
