/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "atlas/maak-boundaries.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Regions to choose, on a small map and in a list beside it, which are the same choice. Property "codes" (strv): what is
 * chosen. */
#define MAAK_TYPE_REGION_CHOOSER (maak_region_chooser_get_type ())
G_DECLARE_FINAL_TYPE (MaakRegionChooser, maak_region_chooser, MAAK, REGION_CHOOSER, GtkWidget)

/* Levels are bits: 1 << MAAK_LEVEL_PROVINCE | 1 << MAAK_LEVEL_COROP. */
GtkWidget         *maak_region_chooser_new (MaakBoundaries *boundaries, MaakRegionSet *regions, MaakLanguage language, guint levels, guint most_or_0);
const char *const *maak_region_chooser_get_codes (MaakRegionChooser *self);
void               maak_region_chooser_set_codes (MaakRegionChooser *self, const char *const *codes);

G_END_DECLS
