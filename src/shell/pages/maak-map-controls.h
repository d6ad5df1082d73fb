/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/pages/maak-map-choice.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The controls above the map. */
#define MAAK_TYPE_MAP_CONTROLS (maak_map_controls_get_type ())
G_DECLARE_FINAL_TYPE (MaakMapControls, maak_map_controls, MAAK, MAP_CONTROLS, AdwBin)

GtkWidget *maak_map_controls_new (MaakMapChoice *choice, MaakLanguage language);

G_END_DECLS
