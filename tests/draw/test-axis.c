/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "draw/maak-axis.h"
#include "maak-test.h"

#include <math.h>

typedef struct
{
  const char *name;
  double      least, most;
  guint       n_ticks;
  gboolean    may_break;
  double      low, high, step;
  gboolean    broken;
} Case;

static const Case cases[] = {
  { "from zero", 12, 87, 5, FALSE, 0, 100, 20, FALSE },
  { "money", 37914, 95416, 5, TRUE, 0, 100000, 20000, FALSE },
  { "flat values break the axis", 44113, 53743, 5, TRUE, 44000, 54000, 2000, TRUE },
  { "flat values, but it may not break", 44113, 53743, 5, FALSE, 0, 60000, 20000, FALSE },
  { "both signs", -1.4, 2, 4, TRUE, -2, 2, 1, FALSE },
  { "negative", -9, -4, 3, TRUE, -10, 0, 5, FALSE },
  { "small", 0.061, 0.183, 4, TRUE, 0, 0.2, 0.05, FALSE },
  { "one value", 12.3, 12.3, 4, TRUE, 0, 15, 5, FALSE },
  { "zero alone", 0, 0, 4, TRUE, 0, 1, 0.25, FALSE },
  { "on a tick", 0, 100, 5, TRUE, 0, 100, 20, FALSE },
};

static void
test_choose (gconstpointer data)
{
  const Case *row = data;
  MaakAxis    axis = maak_axis_choose (row->least, row->most, row->n_ticks, row->may_break);

  g_assert_cmpfloat_with_epsilon (axis.low, row->low, 1e-9);
  g_assert_cmpfloat_with_epsilon (axis.high, row->high, 1e-9);
  g_assert_cmpfloat_with_epsilon (axis.step, row->step, 1e-9);
  g_assert_cmpint (axis.broken, ==, row->broken);
  g_assert_cmpfloat (axis.low, <=, row->least);
  g_assert_cmpfloat (axis.high, >=, row->most);
}

static void
test_ticks (void)
{
  MaakAxis axis = maak_axis_choose (-0.3, 0.3, 6, FALSE);

  g_assert_cmpuint (maak_axis_get_n_ticks (&axis), ==, 7);
  g_assert_cmpfloat (maak_axis_get_tick (&axis, 3), ==, 0);
  g_assert_cmpfloat_with_epsilon (maak_axis_place (&axis, axis.low), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (maak_axis_place (&axis, axis.high), 1, 1e-12);
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/draw/axis/choose", cases, test_choose);
  g_test_add_func ("/draw/axis/ticks", test_ticks);
  return g_test_run ();
}
