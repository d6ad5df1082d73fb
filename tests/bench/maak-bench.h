/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <glib.h>
#include <stdlib.h>

/* Benchmarks compare Maakland with a named reference in the same run, one round of each in turn, so that what else the
 * machine does falls on both. Run by `meson test --benchmark -v`; each prints one line a comparison:
 *
 *   name   median ours   median of the reference   ratio   goal   reached or not
 *
 * A goal that is missed is printed, not failed: machines differ, and the line is there to be read. */
typedef void (*MaakBenchFunction) (gpointer data);

#define MAAK_BENCH_ROUNDS 31

static int
maak_bench_compare_doubles (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;
  return (x > y) - (x < y);
}

static inline double
maak_bench_time (MaakBenchFunction function, gpointer data)
{
  const gint64 begin = g_get_monotonic_time ();

  function (data);
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

static inline double
maak_bench_median (double *values, guint n)
{
  qsort (values, n, sizeof *values, maak_bench_compare_doubles);
  return values[n / 2];
}

static inline void
maak_bench_head (void)
{
  g_print ("%-44s %12s %12s %8s %8s\n", "", "ours", "reference", "ratio", "goal");
}

/* goal: the largest ratio that is good enough; 0: none is set */
static inline void
maak_bench_ratio (const char *name, MaakBenchFunction ours, MaakBenchFunction reference, gpointer data, double goal)
{
  double mine[MAAK_BENCH_ROUNDS], theirs[MAAK_BENCH_ROUNDS];
  double my_median, their_median, ratio;

  ours (data);
  reference (data);
  for (guint i = 0; i < MAAK_BENCH_ROUNDS; i++)
    {
      mine[i] = maak_bench_time (ours, data);
      theirs[i] = maak_bench_time (reference, data);
    }
  my_median = maak_bench_median (mine, MAAK_BENCH_ROUNDS);
  their_median = maak_bench_median (theirs, MAAK_BENCH_ROUNDS);
  ratio = my_median / their_median;
  if (goal > 0)
    g_print ("%-44s %9.3f ms %9.3f ms %8.3f %8.2f  %s\n", name, my_median, their_median, ratio, goal, ratio <= goal ? "reached" : "MISSED");
  else
    g_print ("%-44s %9.3f ms %9.3f ms %8.3f\n", name, my_median, their_median, ratio);
}

/* For a goal that is a time; in milliseconds. */
static inline void
maak_bench_absolute (const char *name, MaakBenchFunction ours, gpointer data, double goal)
{
  double mine[MAAK_BENCH_ROUNDS], median;

  ours (data);
  for (guint i = 0; i < MAAK_BENCH_ROUNDS; i++)
    mine[i] = maak_bench_time (ours, data);
  median = maak_bench_median (mine, MAAK_BENCH_ROUNDS);
  g_print ("%-44s %9.3f ms %12s %8s %5.2f ms  %s\n", name, median, "", "", goal, median <= goal ? "reached" : "MISSED");
}
