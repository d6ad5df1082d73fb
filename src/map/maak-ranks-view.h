/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "map/maak-map-view.h"

G_BEGIN_DECLS

/* The regions of a map from high to low, each with its bar; in step with the map. */
#define MAAK_TYPE_RANKS_VIEW (maak_ranks_view_get_type ())
G_DECLARE_FINAL_TYPE (MaakRanksView, maak_ranks_view, MAAK, RANKS_VIEW, GtkWidget)

GtkWidget *maak_ranks_view_new (MaakMapView *map);

G_END_DECLS
