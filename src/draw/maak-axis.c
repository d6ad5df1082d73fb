/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "draw/maak-axis.h"

#include <math.h>

/* Values whose range is a smaller part of the largest than this would lie flat against the top. */
#define FLAT 0.3

/* The smallest of 1, 2, 2.5 and 5 times a power of ten that is at least @rough. */
static double
round_up_step (double rough)
{
  static const double STEPS[] = { 1, 2, 2.5, 5, 10 };
  double              power = pow (10, floor (log10 (rough)));

  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    if (STEPS[i] * power >= rough * (1 - 1e-9))
      return STEPS[i] * power;
  return 10 * power;
}

/**
 * maak_axis_choose:
 * @least: the smallest value
 * @most: the largest value
 * @n_ticks: about how many steps there is room for, at least 1
 * @may_break: whether the axis need not start at zero, where the values would lie flat
 *
 * Returns: an axis that holds all values, with steps of 1, 2, 2.5 or 5 times a power of ten
 */
MaakAxis
maak_axis_choose (double least, double most, guint n_ticks, gboolean may_break)
{
  MaakAxis self = { 0 };
  double   size = MAX (fabs (least), fabs (most));

  self.broken = may_break && least * most > 0 && most > least && most - least < FLAT * size;
  if (!self.broken)
    {
      least = MIN (least, 0);
      most = MAX (most, 0);
    }
  if (!(most > least))
    most = least + 1;
  self.step = round_up_step ((most - least) / MAX (n_ticks, 1));
  self.low = floor (least / self.step + 1e-9) * self.step;
  self.high = ceil (most / self.step - 1e-9) * self.step;
  /* Rounding outwards may have brought zero in after all. */
  if (self.low <= 0 && self.high >= 0)
    self.broken = FALSE;
  return self;
}

/**
 * maak_axis_get_n_ticks:
 * @self: an axis
 *
 * Returns: how many ticks it has, both ends included
 */
guint
maak_axis_get_n_ticks (const MaakAxis *self)
{
  return (guint) lround ((self->high - self->low) / self->step) + 1;
}

/**
 * maak_axis_get_tick:
 * @self: an axis
 * @index: 0 is the lowest
 *
 * Returns: the value at the tick; exactly 0 at zero
 */
double
maak_axis_get_tick (const MaakAxis *self, guint index)
{
  double value = self->low + index * self->step;

  return fabs (value) < self->step * 1e-9 ? 0 : value;
}

/**
 * maak_axis_place:
 * @self: an axis
 * @value: a value
 *
 * Returns: where it stands: 0 at the low end, 1 at the high end
 */
double
maak_axis_place (const MaakAxis *self, double value)
{
  return (value - self->low) / (self->high - self->low);
}
