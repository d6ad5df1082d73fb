/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "map/maak-map-view.h"

G_BEGIN_DECLS

/* The legend of a map. */
#define MAAK_TYPE_LEGEND_VIEW (maak_legend_view_get_type ())
G_DECLARE_FINAL_TYPE (MaakLegendView, maak_legend_view, MAAK, LEGEND_VIEW, GtkWidget)

GtkWidget *maak_legend_view_new (MaakMapView *map);

G_END_DECLS
