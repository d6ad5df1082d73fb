/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* A map source without tiles: it lends its projection and its levels of zoom to a map whose only ground are its own layers. */
#define MAAK_TYPE_BLANK_SOURCE (maak_blank_source_get_type ())
G_DECLARE_FINAL_TYPE (MaakBlankSource, maak_blank_source, MAAK, BLANK_SOURCE, ShumateMapSource)

ShumateMapSource *maak_blank_source_new (guint least_zoom, guint most_zoom);

G_END_DECLS
