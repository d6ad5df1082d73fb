/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From degrees to a plane, in metres, x to the east and y to the north. */
typedef enum
{
  MAAK_PROJECTION_RD,       /* RD New, EPSG:28992: on paper and in exports, where areas compare */
  MAAK_PROJECTION_MERCATOR, /* Web Mercator, EPSG:3857: under tiles */
} MaakProjection;

typedef struct
{
  double x, y; /* metres */
} MaakPoint;

MaakPoint maak_projection_project (MaakProjection projection, double lon, double lat);

G_END_DECLS
