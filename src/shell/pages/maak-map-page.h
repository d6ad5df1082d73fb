/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-page.h"

G_BEGIN_DECLS

/* The map: figures on regions, ranked beside it, or as a table; a region's profile; pictures out, and into the plan. */
#define MAAK_TYPE_MAP_PAGE (maak_map_page_get_type ())
G_DECLARE_FINAL_TYPE (MaakMapPage, maak_map_page, MAAK, MAP_PAGE, MaakPage)

MaakPage *maak_map_page_new (MaakContext *context, MaakDocument *document, guint first_section, guint n_sections);
void      maak_map_page_show_dataset (MaakMapPage *self, MaakDataset *dataset);

G_END_DECLS
