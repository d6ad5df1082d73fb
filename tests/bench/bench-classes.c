/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * S6: exact natural breaks in seven classes. 342 values, as many as there are municipalities, against the plain dynamic
 * programme of order k n n; 100,000 values against the divide-and-conquer programme as it stands in textbooks: the C
 * library's sort, running sums, every row in full, no ties put together. Both references find the same optimum; that is
 * checked before anything is timed.
 */
#include "atlas/maak-classes.h"
#include "maak-bench.h"

#include <math.h>
#include <string.h>

#define CLASSES 7

typedef struct
{
  guint   n;
  double *values; /* not sorted, as they come from a dataset */
  double *sorted; /* room for the reference */
  double *sums, *squares;
  double *previous, *best;
  double  cost; /* what the reference found */
} Input;

static void
input_init (Input *self, guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (n);

  self->n = n;
  self->values = g_new (double, n);
  for (guint i = 0; i < n; i++)
    self->values[i] = exp (g_rand_double_range (random, 4, 10));
  self->sorted = g_new (double, n);
  self->sums = g_new (double, n + 1);
  self->squares = g_new (double, n + 1);
  self->previous = g_new (double, n);
  self->best = g_new (double, n);
}

static void
input_clear (Input *self)
{
  g_free (self->values);
  g_free (self->sorted);
  g_free (self->sums);
  g_free (self->squares);
  g_free (self->previous);
  g_free (self->best);
}

static double
get_cost (const Input *self, guint first, guint last)
{
  double n = last - first + 1;
  double sum = self->sums[last + 1] - self->sums[first];

  return self->squares[last + 1] - self->squares[first] - sum * sum / n;
}

static void
begin_reference (Input *self)
{
  double mean = 0;

  memcpy (self->sorted, self->values, self->n * sizeof *self->sorted);
  qsort (self->sorted, self->n, sizeof *self->sorted, maak_bench_compare_doubles);
  for (guint i = 0; i < self->n; i++)
    mean += self->sorted[i] / self->n;
  self->sums[0] = self->squares[0] = 0;
  for (guint i = 0; i < self->n; i++)
    {
      double distance = self->sorted[i] - mean;

      self->sums[i + 1] = self->sums[i] + distance;
      self->squares[i + 1] = self->squares[i] + distance * distance;
    }
  for (guint j = 0; j < self->n; j++)
    self->previous[j] = get_cost (self, 0, j);
}

static guint
try_all (Input *self, guint j, guint low, guint high)
{
  double best = INFINITY;
  guint  first = low;

  for (guint i = low; i <= MIN (j, high); i++)
    {
      double cost = self->previous[i - 1] + get_cost (self, i, j);

      if (cost < best)
        {
          best = cost;
          first = i;
        }
    }
  self->best[j] = best;
  return first;
}

static void
end_row (Input *self)
{
  double *swap = self->previous;

  self->previous = self->best;
  self->best = swap;
  self->cost = self->previous[self->n - 1];
}

static void
solve_plainly (gpointer data)
{
  Input *self = data;

  begin_reference (self);
  for (guint k = 1; k < CLASSES; k++)
    {
      for (guint j = k; j < self->n; j++)
        try_all (self, j, k, j);
      end_row (self);
    }
}

static void
divide (Input *self, guint from, guint to, guint low, guint high)
{
  guint middle = (from + to) / 2, first = try_all (self, middle, low, high);

  if (middle > from)
    divide (self, from, middle - 1, low, first);
  if (middle < to)
    divide (self, middle + 1, to, first, high);
}

static void
solve_by_dividing (gpointer data)
{
  Input *self = data;

  begin_reference (self);
  for (guint k = 1; k < CLASSES; k++)
    {
      divide (self, k, self->n - 1, k, self->n - 1);
      end_row (self);
    }
}

static void
solve_ours (gpointer data)
{
  Input      *self = data;
  MaakClasses classes;

  maak_classes_make (&classes, MAAK_CLASSES_NATURAL, CLASSES, self->values, self->n);
}

/* The optimum, always: as good as the reference. */
static void
check (Input *self, MaakBenchFunction reference)
{
  MaakClasses classes;
  double      total;

  reference (self);
  maak_classes_make (&classes, MAAK_CLASSES_NATURAL, CLASSES, self->values, self->n);
  total = get_cost (self, 0, self->n - 1);
  if (fabs ((1 - classes.fit) * total - self->cost) > 1e-9 * total)
    g_error ("%u values: the sum of squares is %g, the reference has %g", self->n, (1 - classes.fit) * total, self->cost);
}

int
main (void)
{
  Input few = { 0 }, many = { 0 };

  input_init (&few, 342);
  input_init (&many, 100000);
  check (&few, solve_plainly);
  check (&many, solve_by_dividing);
  maak_bench_head ();
  maak_bench_absolute ("S6 natural breaks, 342 values", solve_ours, &few, 0.1);
  maak_bench_ratio ("S6   against plain dynamic programme", solve_ours, solve_plainly, &few, 1);
  maak_bench_absolute ("S6 natural breaks, 100,000 values", solve_ours, &many, 50);
  maak_bench_ratio ("S6   against textbook divide and conquer", solve_ours, solve_by_dividing, &many, 1);
  input_clear (&few);
  input_clear (&many);
  return 0;
}
