/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "draw/maak-projected.h"

G_BEGIN_DECLS

/* Boundaries in a plane, at any scale, with what is asked of them again and again: borders thinned out for a scale, the
 * roomiest spots of regions, which region lies at a point and which lies beside another. Worked out when first asked and
 * kept, so one plane serves many pictures. Reference-counted; for one thread. */
typedef struct _MaakPlane MaakPlane;

typedef enum
{
  MAAK_DIRECTION_NORTH,
  MAAK_DIRECTION_EAST,
  MAAK_DIRECTION_SOUTH,
  MAAK_DIRECTION_WEST,
} MaakDirection;

#define MAAK_N_DIRECTIONS 4

MaakPlane     *maak_plane_new (MaakBoundaries *boundaries, MaakProjection projection);
MaakPlane     *maak_plane_ref (MaakPlane *self);
void           maak_plane_unref (MaakPlane *self);
MaakProjected *maak_plane_get_projected (MaakPlane *self);           /* every point */
MaakProjected *maak_plane_get_thin (MaakPlane *self, double metres); /* no border moves by more */
MaakExtent     maak_plane_get_extent (MaakPlane *self, MaakLevel level, int region_or_all);
double         maak_plane_find_spot (MaakPlane *self, MaakLevel level, guint region, double width, double height, MaakPoint *middle);
int            maak_plane_find_region (MaakPlane *self, MaakLevel level, MaakPoint point);                          /* -1: none */
int            maak_plane_find_neighbour (MaakPlane *self, MaakLevel level, guint region, MaakDirection direction); /* -1: none */
gboolean       maak_plane_is_adjacent (MaakPlane *self, MaakLevel level, guint region, guint other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakPlane, maak_plane_unref)

G_END_DECLS
