/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

GBytes *maak_png_encode (cairo_surface_t *surface, double pixels_per_point, const char *title, const char *description);

G_END_DECLS
