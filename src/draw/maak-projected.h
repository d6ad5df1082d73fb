/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "atlas/maak-boundaries.h"
#include "draw/maak-projection.h"

#include <cairo.h>

G_BEGIN_DECLS

/* The arcs of boundaries in a plane, each point projected once. Immutable, reference-counted; the arcs keep the numbers
 * that they have in the boundaries, so that neighbours stay neighbours when points are thinned out. */
typedef struct _MaakProjected MaakProjected;

typedef struct
{
  double x, y, width, height; /* metres; y to the north, of the south-west corner */
} MaakExtent;

typedef struct
{
  double x, y, width, height; /* page units; y down, of the upper left corner */
} MaakBox;

/* Where a plane lands on a page: left + (x - x0) * scale, top + (y0 - y) * scale. */
typedef struct
{
  double x0, y0;    /* metres: the north-west corner of what is shown */
  double left, top; /* page units: where that lands */
  double scale;     /* page units a metre */
} MaakView;

MaakProjected   *maak_projected_new (MaakBoundaries *boundaries, MaakProjection projection);
MaakProjected   *maak_projected_simplify (MaakProjected *self, double metres);
MaakProjected   *maak_projected_ref (MaakProjected *self);
void             maak_projected_unref (MaakProjected *self);
MaakBoundaries  *maak_projected_get_boundaries (MaakProjected *self);
guint            maak_projected_get_n_points (MaakProjected *self);
const MaakPoint *maak_projected_get_arc (MaakProjected *self, guint arc, guint *n_points);
MaakExtent       maak_projected_get_arc_extent (MaakProjected *self, guint arc);
MaakExtent       maak_projected_get_extent (MaakProjected *self, MaakLevel level, int region_or_all);
double           maak_projected_find_spot (MaakProjected *self, MaakLevel level, guint region, double width, double height, MaakPoint *middle);
gboolean         maak_projected_contains (MaakProjected *self, MaakLevel level, guint region, MaakPoint point);
void             maak_projected_add_region (MaakProjected *self, MaakLevel level, guint region, const MaakView *view, cairo_t *cr);
void             maak_projected_add_arc (MaakProjected *self, guint arc, const MaakView *view, cairo_t *cr);

MaakView maak_view_fit (const MaakExtent *extent, const MaakBox *box);
gboolean maak_extent_meets (const MaakExtent *a, const MaakExtent *b);

#define MAAK_ALL_REGIONS (-1)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakProjected, maak_projected_unref)

G_END_DECLS
