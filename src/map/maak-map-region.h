/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One region of a map, as a keyboard and a screen reader meet it: nothing is drawn, the painting lies below. */
#define MAAK_TYPE_MAP_REGION (maak_map_region_get_type ())
G_DECLARE_FINAL_TYPE (MaakMapRegion, maak_map_region, MAAK, MAP_REGION, GtkWidget)

MaakMapRegion *maak_map_region_new (guint index, GtkAccessibleRole role);
guint          maak_map_region_get_index (MaakMapRegion *self);
void           maak_map_region_set_name (MaakMapRegion *self, const char *name, const char *description);
void           maak_map_region_set_chosen (MaakMapRegion *self, gboolean chosen);

G_END_DECLS
