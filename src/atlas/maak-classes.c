/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* Classes of values: which values share a colour on a map.
 *
 * All methods work on groups: the different values, sorted, each with how often it occurs. So values that tie cannot fall
 * apart, and the cost of a class is a matter of running sums over groups.
 *
 * Natural breaks are exact: the partition into k runs with the least sum of squared distances to the means of the runs
 * (H. Wang and M. Song, Ckmeans.1d.dp, The R Journal 3/2, 2011). Row by row, best[j] = min over i of previous[i - 1] +
 * cost(i, j), where cost is that of the groups i..j as one class. The cost is concave in the sense of Monge, so the best
 * first group never moves left as j moves right: the middle j of a stretch is solved by looking, and halves where those on
 * both sides may look; nor does it lie left of where it was with a class less. That is O(k n log n).
 * Sums are of distances to the middle value, so that large values with small differences keep their digits.
 * What it does not do: colours, labels, pretty numbers. */

#include "atlas/maak-classes.h"

#include <math.h>
#include <string.h>

static const char *const method_codes[MAAK_N_CLASS_METHODS] = { "equal", "quantile", "natural" };

/* The different values. Running sums have one more member than groups: sums[j] is over the groups before j. */
typedef struct
{
  guint   n;
  double *values;
  guint  *counts;  /* running: how many values are in the groups before */
  double *weights; /* the same as numbers to compute with */
  double *sums;    /* running, of distances to `origin` */
  double *squares; /* running, of their squares */
  double *scratch; /* room for two rows of numbers, one for each value */
  double  origin;
} Groups; /* all of it in one piece of memory, that begins with `values` */

/**
 * maak_class_method_get_code:
 *
 * Returns: (transfer none): the word for the method in files and on the command line
 */
const char *
maak_class_method_get_code (MaakClassMethod method)
{
  g_return_val_if_fail ((guint) method < MAAK_N_CLASS_METHODS, NULL);

  return method_codes[method];
}

/* Returns: whether the code is one of a method. */
gboolean
maak_class_method_parse (const char *code, MaakClassMethod *method)
{
  g_return_val_if_fail (code != NULL && method != NULL, FALSE);

  for (guint i = 0; i < MAAK_N_CLASS_METHODS; i++)
    if (g_str_equal (method_codes[i], code))
      {
        *method = (MaakClassMethod) i;
        return TRUE;
      }
  return FALSE;
}

/* The bits of a double as a number that sorts as the double does. */
static guint64
to_key (double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  return bits & G_GUINT64_CONSTANT (0x8000000000000000) ? ~bits : bits | G_GUINT64_CONSTANT (0x8000000000000000);
}

static double
from_key (guint64 key)
{
  double value;

  key = key & G_GUINT64_CONSTANT (0x8000000000000000) ? key & G_GUINT64_CONSTANT (0x7fffffffffffffff) : ~key;
  memcpy (&value, &key, sizeof value);
  return value;
}

static void
sort_few (guint64 *keys, gsize n)
{
  for (gsize i = 1; i < n; i++)
    {
      guint64 key = keys[i];
      gsize   j = i;

      for (; j > 0 && keys[j - 1] > key; j--)
        keys[j] = keys[j - 1];
      keys[j] = key;
    }
}

/* By radix, eight bits at a time from the lowest, which is linear; digits that are the same in all keys are skipped. */
static void
sort_keys (guint64 *keys, guint64 *scratch, gsize n)
{
  enum
  {
    BITS = 8,
    SIZE = 1 << BITS
  };
  g_autofree guint *starts = NULL;
  guint64          *from = keys, *to = scratch;

  if (n <= 24)
    {
      sort_few (keys, n);
      return;
    }
  starts = g_new (guint, SIZE);
  for (guint shift = 0; shift < 64; shift += BITS)
    {
      guint    total = 0;
      guint64 *swap = from;

      memset (starts, 0, SIZE * sizeof *starts);
      for (gsize i = 0; i < n; i++)
        starts[(from[i] >> shift) & (SIZE - 1)]++;
      if (starts[(from[0] >> shift) & (SIZE - 1)] == n)
        continue;
      for (guint i = 0; i < SIZE; i++)
        {
          guint count = starts[i];

          starts[i] = total;
          total += count;
        }
      for (gsize i = 0; i < n; i++)
        to[starts[(from[i] >> shift) & (SIZE - 1)]++] = from[i];
      from = to;
      to = swap;
    }
  if (from != keys)
    memcpy (keys, from, n * sizeof *keys);
}

static void
fill_sums (Groups *self)
{
  self->origin = self->values[self->n / 2];
  self->weights[0] = self->sums[0] = self->squares[0] = 0;
  for (guint i = 0; i < self->n; i++)
    {
      double distance = self->values[i] - self->origin;
      double weight = self->counts[i + 1] - self->counts[i];

      self->weights[i + 1] = self->counts[i + 1];
      self->sums[i + 1] = self->sums[i] + weight * distance;
      self->squares[i + 1] = self->squares[i] + weight * distance * distance;
    }
}

static void
allocate_groups (Groups *self, gsize n)
{
  double *memory = g_malloc ((n + 1) * (6 * sizeof (double) + sizeof (guint)));

  self->values = memory;
  self->weights = memory + (n + 1);
  self->sums = memory + 2 * (n + 1);
  self->squares = memory + 3 * (n + 1);
  self->scratch = memory + 4 * (n + 1);
  self->counts = (guint *) (gpointer) (memory + 6 * (n + 1));
}

/* Values that are not finite are no values. */
static void
init_groups (Groups *self, const double *values, gsize n_values)
{
  guint64 *keys;
  gsize    n = 0;

  allocate_groups (self, n_values);
  keys = (guint64 *) (gpointer) self->scratch;
  for (gsize i = 0; i < n_values; i++)
    if (isfinite (values[i]))
      keys[n++] = to_key (values[i] + 0.0); /* -0 becomes 0 */
  sort_keys (keys, keys + n, n);
  self->n = 0;
  self->counts[0] = 0;
  for (gsize i = 0; i < n; i++)
    {
      if (i == 0 || keys[i] != keys[i - 1])
        self->values[self->n++] = from_key (keys[i]);
      self->counts[self->n] = (guint) i + 1;
    }
  if (self->n > 0)
    fill_sums (self);
}

static void
clear_groups (Groups *self)
{
  g_free (self->values);
}

/* The sum of squared distances to their mean of the groups first..last. */
static inline double
get_cost (const Groups *self, guint first, guint last)
{
  double weight = self->weights[last + 1] - self->weights[first];
  double sum = self->sums[last + 1] - self->sums[first];

  return self->squares[last + 1] - self->squares[first] - sum * sum / weight;
}

/* One row of the dynamic programme: the groups 0..j in one class more than in the row before. Classes that end at j cost
 * squares[j + 1] + before[i] - d * d / w, where d and w are the sum and the weight of the groups i..j. */
typedef struct
{
  const Groups *groups;
  double       *before; /* by i: the cost of the groups before i in the classes before, less their squares */
  double       *best;   /* by j */
  const guint  *lowest; /* by j: where the last class began in the row before; it does not begin earlier now */
  guint        *first;  /* by j: where the last class begins */
} Row;

static guint
solve_one (Row *self, guint j, guint low, guint high)
{
  const double *sums = self->groups->sums, *weights = self->groups->weights;
  double        best = INFINITY;
  guint         first;

  /* Rounding may let the bounds cross; then either will do. */
  high = MIN (high, j);
  first = low = MIN (MAX (low, self->lowest[j]), high);
  for (guint i = low; i <= high; i++)
    {
      double d = sums[j + 1] - sums[i];
      double cost = self->before[i] - d * d / (weights[j + 1] - weights[i]);

      if (cost < best)
        {
          best = cost;
          first = i;
        }
    }
  self->best[j] = best + self->groups->squares[j + 1];
  self->first[j] = first;
  return first;
}

static void
solve_stretch (Row *self, guint from, guint to, guint low, guint high)
{
  while (from <= to)
    {
      guint middle = from + (to - from) / 2;
      guint first = solve_one (self, middle, low, high);

      if (middle > from)
        solve_stretch (self, from, middle - 1, low, first);
      from = middle + 1;
      low = first;
    }
}

/* Fills starts[0..n_classes] with the first group of each class, and the number of groups at the end. */
static void
find_natural (const Groups *groups, guint n_classes, guint *starts)
{
  gsize             n = groups->n;
  g_autofree guint *first = g_new (guint, n * n_classes);
  Row               row = { groups, groups->scratch + n, groups->scratch };
  guint             last = groups->n - 1;

  memset (first, 0, n * sizeof *first);
  for (guint j = 0; j < groups->n; j++)
    row.best[j] = get_cost (groups, 0, j);
  for (guint k = 1; k < n_classes; k++)
    {
      row.lowest = first + (gsize) (k - 1) * n;
      row.first = first + (gsize) k * n;
      for (guint i = k; i < groups->n; i++)
        row.before[i] = row.best[i - 1] - groups->squares[i];
      /* Of the last row only the last place is asked for. */
      if (k + 1 == n_classes)
        solve_one (&row, last, k, last);
      else
        solve_stretch (&row, k, last, k, last);
    }
  starts[n_classes] = groups->n;
  for (guint k = n_classes; k-- > 0;)
    {
      starts[k] = k == 0 ? 0 : first[(gsize) k * n + last];
      last = k == 0 ? 0 : starts[k] - 1;
    }
}

/* Each break at the group whose end is nearest to its rank; breaks that fall together are one. */
static guint
find_quantiles (const Groups *groups, guint n_classes, guint *starts)
{
  double total = groups->counts[groups->n];
  guint  n = 0, group = 0;

  starts[n++] = 0;
  for (guint k = 1; k < n_classes; k++)
    {
      double rank = total * k / n_classes;

      while (group + 1 < groups->n && fabs (groups->counts[group + 1] - rank) < fabs (groups->counts[group] - rank))
        group++;
      if (group > starts[n - 1] && group < groups->n)
        starts[n++] = group;
    }
  starts[n] = groups->n;
  return n;
}

static double
get_fit (const Groups *groups, const guint *starts, guint n)
{
  double total = get_cost (groups, 0, groups->n - 1);
  double within = 0;

  for (guint k = 0; k < n; k++)
    if (starts[k + 1] > starts[k])
      within += MAX (0, get_cost (groups, starts[k], starts[k + 1] - 1));
  return total > 0 ? CLAMP (1 - within / total, 0, 1) : 1;
}

/* Classes of equal width over the span of the values; an empty one keeps its nominal bounds. */
static void
make_equal (MaakClasses *self, const Groups *groups, guint n_classes, guint *starts)
{
  double lowest = groups->values[0], highest = groups->values[groups->n - 1];
  guint  group = 0;

  for (guint k = 0; k < n_classes; k++)
    {
      double low = lowest + (highest - lowest) * k / n_classes;
      double high = k + 1 == n_classes ? highest : lowest + (highest - lowest) * (k + 1) / n_classes;

      starts[k] = group;
      while (group < groups->n && (k + 1 == n_classes || groups->values[group] < high))
        group++;
      self->count[k] = groups->counts[group] - groups->counts[starts[k]];
      self->low[k] = self->count[k] > 0 ? groups->values[starts[k]] : low;
      self->high[k] = self->count[k] > 0 ? groups->values[group - 1] : high;
    }
  starts[n_classes] = groups->n;
  self->n = n_classes;
}

static void
take_starts (MaakClasses *self, const Groups *groups, const guint *starts, guint n)
{
  self->n = n;
  for (guint k = 0; k < n; k++)
    {
      self->low[k] = groups->values[starts[k]];
      self->high[k] = groups->values[starts[k + 1] - 1];
      self->count[k] = groups->counts[starts[k + 1]] - groups->counts[starts[k]];
    }
}

/**
 * maak_classes_make:
 * @self: (out): filled; n is 0 when there are no values
 * @n_classes: how many are wanted, 1 to %MAAK_MAX_CLASSES; there are fewer when there are fewer different values, or
 *   when quantiles fall together
 * @values: in any order; those that are not finite are passed over
 *
 * The optimum of natural breaks is that of exact arithmetic up to the rounding of double precision.
 */
void
maak_classes_make (MaakClasses *self, MaakClassMethod method, guint n_classes, const double *values, gsize n_values)
{
  Groups groups = { 0 };
  guint  starts[MAAK_MAX_CLASSES + 1] = { 0 };

  g_return_if_fail (self != NULL && (values != NULL || n_values == 0) && n_values < G_MAXUINT);

  memset (self, 0, sizeof *self);
  init_groups (&groups, values, n_values);
  n_classes = CLAMP (n_classes, 1, MAAK_MAX_CLASSES);
  n_classes = MIN (n_classes, groups.n);
  if (n_classes > 0)
    {
      switch (method)
        {
        case MAAK_CLASSES_EQUAL:
          make_equal (self, &groups, n_classes, starts);
          break;
        case MAAK_CLASSES_QUANTILE:
          take_starts (self, &groups, starts, find_quantiles (&groups, n_classes, starts));
          break;
        case MAAK_CLASSES_NATURAL:
          find_natural (&groups, n_classes, starts);
          take_starts (self, &groups, starts, n_classes);
          break;
        default:
          g_assert_not_reached ();
        }
      self->fit = get_fit (&groups, starts, self->n);
    }
  clear_groups (&groups);
}

/**
 * maak_classes_find:
 * @value: a value from which the classes were made, or any other
 *
 * Returns: its class. A value between two classes belongs to the one above it, one beyond all of them to the nearest;
 *   %G_MAXUINT when there are no classes
 */
guint
maak_classes_find (const MaakClasses *self, double value)
{
  g_return_val_if_fail (self != NULL, G_MAXUINT);

  for (guint k = 0; k < self->n; k++)
    if (self->count[k] > 0 ? value <= self->high[k] : value < self->high[k])
      return k;
  return self->n > 0 ? self->n - 1 : G_MAXUINT;
}
