/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "draw/maak-map-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A map that one moves about in: an indicator on the regions of its level, or only the boundaries of a level. */
#define MAAK_TYPE_MAP_VIEW (maak_map_view_get_type ())
G_DECLARE_FINAL_TYPE (MaakMapView, maak_map_view, MAAK, MAP_VIEW, GtkWidget)

GtkWidget    *maak_map_view_new (void);
GtkWidget    *maak_map_view_new_for_choosing (void);
void          maak_map_view_set_boundaries (MaakMapView *self, MaakBoundaries *boundaries, MaakRegionSet *regions);
void          maak_map_view_set_indicator (MaakMapView *self, MaakIndicator *indicator_or_null, MaakClassMethod method, guint n_classes, gboolean fill);
void          maak_map_view_set_level (MaakMapView *self, MaakLevel level);
void          maak_map_view_set_regions (MaakMapView *self, const MaakRegion *const *regions, guint n_regions);
void          maak_map_view_set_language (MaakMapView *self, MaakLanguage language);
const char   *maak_map_view_get_selected (MaakMapView *self);
void          maak_map_view_set_selected (MaakMapView *self, const char *code_or_null);
const char   *maak_map_view_get_hovered (MaakMapView *self);
void          maak_map_view_set_hovered (MaakMapView *self, const char *code_or_null);
void          maak_map_view_set_chosen (MaakMapView *self, const char *const *codes);
void          maak_map_view_activate (MaakMapView *self, const char *code);
void          maak_map_view_fit (MaakMapView *self);
MaakMapScene *maak_map_view_get_scene (MaakMapView *self); /* NULL: no boundaries yet */
double        maak_map_view_get_circle (MaakMapView *self);

G_END_DECLS
