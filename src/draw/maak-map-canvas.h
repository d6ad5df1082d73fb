/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "draw/maak-map-scene.h"

G_BEGIN_DECLS

/* A painted scene that is kept, so that moving about in it costs next to nothing: it is painted somewhat larger than what is
 * seen, shifted while one pans, and scaled for a moment while one zooms. */
typedef struct _MaakMapCanvas MaakMapCanvas;

/* What is seen, and on what kind of screen. */
typedef struct
{
  double   width, height; /* pixels */
  double   density;       /* dots a pixel */
  MaakView view;          /* where the plane lands, pixels */
} MaakMapStage;

MaakMapCanvas   *maak_map_canvas_new (void);
void             maak_map_canvas_free (MaakMapCanvas *self);
void             maak_map_canvas_set_scene (MaakMapCanvas *self, MaakMapScene *scene);
gboolean         maak_map_canvas_update (MaakMapCanvas *self, const MaakMapStage *stage, gboolean moving);
cairo_surface_t *maak_map_canvas_get_surface (MaakMapCanvas *self);
guint            maak_map_canvas_get_serial (MaakMapCanvas *self); /* how often it was painted: another surface each time */
MaakBox          maak_map_canvas_locate (MaakMapCanvas *self, const MaakMapStage *stage);
void             maak_map_canvas_draw (MaakMapCanvas *self, cairo_t *cr, const MaakMapStage *stage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakMapCanvas, maak_map_canvas_free)

G_END_DECLS
