/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "draw/maak-pen.h"

#include <cairo.h>

G_BEGIN_DECLS

/* What is taken on a page, cell by cell, so that a free box is found by look-ups. */
typedef struct _MaakRaster MaakRaster;

MaakRaster *maak_raster_new (MaakBox box);
void        maak_raster_free (MaakRaster *self);
cairo_t    *maak_raster_get_cr (MaakRaster *self);
void        maak_raster_sum (MaakRaster *self);
double      maak_raster_get_taken (MaakRaster *self, const MaakBox *box, double margin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakRaster, maak_raster_free)

G_END_DECLS
