/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "draw/maak-map-private.h"
#include "draw/maak-map-scene.h"

G_BEGIN_DECLS

struct _MaakMapScene
{
  gatomicrefcount refs;
  MaakPicture    *picture;
  MaakRegionSet  *set;
  guint          *ranks; /* by region, 1 the highest; 0 without value */
  guint           n_ranked;
};

G_END_DECLS
