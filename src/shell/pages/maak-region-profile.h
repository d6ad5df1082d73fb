/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "atlas/maak-indicator.h"
#include "draw/maak-plane.h"
#include "shell/maak-context.h"
#include "shell/maak-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All that the figures say of one region. Signals: "show" (MaakDataset *, MaakMetric *): to see it on the map; "region" (code): a
 * neighbour was chosen; "cite" (MaakIndicator *): to take the figure of this region into the plan; "close". */
#define MAAK_TYPE_REGION_PROFILE (maak_region_profile_get_type ())
G_DECLARE_FINAL_TYPE (MaakRegionProfile, maak_region_profile, MAAK, REGION_PROFILE, AdwBin)

GtkWidget        *maak_region_profile_new (MaakContext *context, MaakDocument *document_or_null, const MaakRegion *region, MaakPlane *plane, gboolean can_cite, gboolean can_close);
const MaakRegion *maak_region_profile_get_region (MaakRegionProfile *self);

G_END_DECLS
