/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "draw/maak-map-scene.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* The layer of a map that shows a scene, and holds one child for each region. It follows the map's viewport. */
#define MAAK_TYPE_MAP_LAYER (maak_map_layer_get_type ())
G_DECLARE_FINAL_TYPE (MaakMapLayer, maak_map_layer, MAAK, MAP_LAYER, ShumateLayer)

MaakMapLayer *maak_map_layer_new (ShumateViewport *viewport, GtkAccessibleRole region_role);
void          maak_map_layer_set_scene (MaakMapLayer *self, MaakMapScene *scene);
MaakView      maak_map_layer_get_view (MaakMapLayer *self);
void          maak_map_layer_fit (MaakMapLayer *self);
void          maak_map_layer_reveal (MaakMapLayer *self, guint region);
void          maak_map_layer_set_hovered (MaakMapLayer *self, int region_or_none);
void          maak_map_layer_set_chosen (MaakMapLayer *self, GArray *regions); /* of guint */
int           maak_map_layer_get_focused (MaakMapLayer *self);
void          maak_map_layer_focus_region (MaakMapLayer *self, guint region);

G_END_DECLS
