/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An axis with round ticks: from low to high in steps, both ends on a tick. */
typedef struct
{
  double   low, high, step;
  gboolean broken; /* does not start at zero */
} MaakAxis;

MaakAxis maak_axis_choose (double least, double most, guint n_ticks, gboolean may_break);
guint    maak_axis_get_n_ticks (const MaakAxis *self);
double   maak_axis_get_tick (const MaakAxis *self, guint index);
double   maak_axis_place (const MaakAxis *self, double value);

G_END_DECLS
