/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "draw/maak-map-scene.h"
#include "map/maak-map-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The same as the map, as a table. */
#define MAAK_TYPE_MAP_TABLE (maak_map_table_get_type ())
G_DECLARE_FINAL_TYPE (MaakMapTable, maak_map_table, MAAK, MAP_TABLE, AdwBin)

GtkWidget *maak_map_table_new (MaakMapView *map, MaakLanguage language);
char      *maak_map_table_dup_csv (MaakMapTable *self, char separator);
void       maak_map_table_name (GtkWidget *column_view, const char *name);

G_END_DECLS
