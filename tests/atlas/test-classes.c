/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* Classes: cases worked by hand, and for natural breaks the comparison with every possible partition, and with the plain
 * dynamic programme for larger sets. */

#include "atlas/maak-classes.h"

#include "maak-test.h"

#include <math.h>

#define MAX_VALUES 12

/* Expected classes are written as their bounds: low and high of each. */
typedef struct
{
  const char     *name;
  MaakClassMethod method;
  guint           n_classes;
  guint           n_values;
  double          values[MAX_VALUES];
  guint           n;
  double          bounds[2 * 5];
  guint           counts[5];
} ClassCase;

static const ClassCase class_cases[] = {
  { "equal", MAAK_CLASSES_EQUAL, 4, 5, { 0, 2.5, 5, 7.5, 10 }, 4, { 0, 0, 2.5, 2.5, 5, 5, 7.5, 10 }, { 1, 1, 1, 2 } },
  { "equal-empty-keeps-nominal-bounds", MAAK_CLASSES_EQUAL, 4, 3, { 0, 1, 8 }, 3, { 0, 1, 8. / 3, 16. / 3, 8, 8 }, { 2, 0, 1 } },
  { "equal-on-a-bound-goes-up", MAAK_CLASSES_EQUAL, 2, 3, { 0, 4, 8 }, 2, { 0, 0, 4, 8 }, { 1, 2 } },
  { "equal-below-zero", MAAK_CLASSES_EQUAL, 2, 4, { -8, -7, -1, 0 }, 2, { -8, -7, -1, 0 }, { 2, 2 } },
  { "quantile", MAAK_CLASSES_QUANTILE, 4, 8, { 1, 2, 3, 4, 5, 6, 7, 8 }, 4, { 1, 2, 3, 4, 5, 6, 7, 8 }, { 2, 2, 2, 2 } },
  { "quantile-not-sorted", MAAK_CLASSES_QUANTILE, 2, 6, { 6, 1, 5, 2, 4, 3 }, 2, { 1, 3, 4, 6 }, { 3, 3 } },
  { "quantile-ties-stay-together", MAAK_CLASSES_QUANTILE, 2, 6, { 1, 3, 3, 3, 3, 9 }, 2, { 1, 1, 3, 9 }, { 1, 5 } },
  { "quantile-fewer-classes", MAAK_CLASSES_QUANTILE, 4, 10, { 1, 5, 5, 5, 5, 5, 5, 5, 5, 9 }, 3, { 1, 1, 5, 5, 9, 9 }, { 1, 8, 1 } },
  { "quantile-all-the-same", MAAK_CLASSES_QUANTILE, 4, 4, { 7, 7, 7, 7 }, 1, { 7, 7 }, { 4 } },
  { "natural-three-clumps", MAAK_CLASSES_NATURAL, 3, 7, { 1, 2, 10, 11, 12, 50, 51 }, 3, { 1, 2, 10, 12, 50, 51 }, { 2, 3, 2 } },
  { "natural-ties-stay-together", MAAK_CLASSES_NATURAL, 3, 7, { 4, 4, 4, 4, 5, 9, 9 }, 3, { 4, 4, 5, 5, 9, 9 }, { 4, 1, 2 } },
  { "natural-fewer-different-values", MAAK_CLASSES_NATURAL, 5, 4, { 3, 1, 3, 1 }, 2, { 1, 1, 3, 3 }, { 2, 2 } },
  { "natural-one-class", MAAK_CLASSES_NATURAL, 1, 3, { 3, 1, 2 }, 1, { 1, 3 }, { 3 } },
  { "natural-one-value", MAAK_CLASSES_NATURAL, 4, 1, { 42 }, 1, { 42, 42 }, { 1 } },
  { "natural-weighs-how-often", MAAK_CLASSES_NATURAL, 2, 12, { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 7 }, 2, { 0, 0, 3, 7 }, { 10, 2 } },
  { "natural-large-values-small-differences", MAAK_CLASSES_NATURAL, 3, 6, { 1e9, 1e9 + 1, 1e9 + 10, 1e9 + 11, 1e9 + 30, 1e9 + 31 }, 3, { 1e9, 1e9 + 1, 1e9 + 10, 1e9 + 11, 1e9 + 30, 1e9 + 31 }, { 2, 2, 2 } },
  { "natural-ratio-to-gdp", MAAK_CLASSES_NATURAL, 4, 12, { 18.3, 17.7, 15.2, 15.1, 14.0, 13.8, 12.7, 10.2, 8.5, 8.4, 6.1, 6.0 }, 4, { 6.0, 6.1, 8.4, 10.2, 12.7, 15.2, 17.7, 18.3 }, { 2, 3, 5, 2 } },
  { "not-a-number-is-no-value", MAAK_CLASSES_NATURAL, 2, 4, { 1, NAN, 5, INFINITY }, 2, { 1, 1, 5, 5 }, { 1, 1 } },
  { "minus-zero-is-zero", MAAK_CLASSES_NATURAL, 3, 3, { 0., -0., 1 }, 2, { 0, 0, 1, 1 }, { 2, 1 } },
  { "no-values", MAAK_CLASSES_NATURAL, 3, 0, { 0 }, 0, { 0 }, { 0 } },
  { "too-many-classes-asked-for", MAAK_CLASSES_EQUAL, 200, 2, { 1, 2 }, 2, { 1, 1, 2, 2 }, { 1, 1 } },
  { "no-class-asked-for", MAAK_CLASSES_QUANTILE, 0, 2, { 1, 2 }, 1, { 1, 2 }, { 2 } },
};

static void
test_case (gconstpointer data)
{
  const ClassCase *row = data;
  MaakClasses      classes;

  maak_classes_make (&classes, row->method, row->n_classes, row->values, row->n_values);
  g_assert_cmpuint (classes.n, ==, row->n);
  for (guint k = 0; k < row->n; k++)
    {
      g_assert_cmpfloat_with_epsilon (classes.low[k], row->bounds[2 * k], 1e-12);
      g_assert_cmpfloat_with_epsilon (classes.high[k], row->bounds[2 * k + 1], 1e-12);
      g_assert_cmpuint (classes.count[k], ==, row->counts[k]);
    }
}

/* Every value is found in a class whose bounds hold it, and as often as the class counts. */
static void
test_find (gconstpointer data)
{
  const ClassCase *row = data;
  guint            counts[MAAK_MAX_CLASSES] = { 0 };
  MaakClasses      classes;

  maak_classes_make (&classes, row->method, row->n_classes, row->values, row->n_values);
  for (guint i = 0; i < row->n_values; i++)
    {
      guint k = maak_classes_find (&classes, row->values[i]);

      if (!isfinite (row->values[i]))
        continue;
      g_assert_cmpuint (k, <, classes.n);
      g_assert_cmpfloat (classes.low[k], <=, row->values[i]);
      g_assert_cmpfloat (classes.high[k], >=, row->values[i]);
      counts[k]++;
    }
  for (guint k = 0; k < classes.n; k++)
    g_assert_cmpuint (counts[k], ==, classes.count[k]);
}

static void
test_find_between (void)
{
  const double values[] = { 1, 2, 10, 11 };
  MaakClasses  classes;

  maak_classes_make (&classes, MAAK_CLASSES_NATURAL, 2, values, G_N_ELEMENTS (values));
  g_assert_cmpuint (maak_classes_find (&classes, -5), ==, 0);
  g_assert_cmpuint (maak_classes_find (&classes, 5), ==, 1);
  g_assert_cmpuint (maak_classes_find (&classes, 99), ==, 1);
  maak_classes_make (&classes, MAAK_CLASSES_NATURAL, 2, values, 0);
  g_assert_cmpuint (maak_classes_find (&classes, 1), ==, G_MAXUINT);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* Two passes, so that it is no repetition of the running sums. */
static double
get_cost (const double *values, guint first, guint last)
{
  long double mean = 0, cost = 0;

  for (guint i = first; i <= last; i++)
    mean += values[i];
  mean /= last - first + 1;
  for (guint i = first; i <= last; i++)
    cost += (values[i] - mean) * (values[i] - mean);
  return (double) cost;
}

/* The least cost of sorted values from `first` on in so many classes, over all partitions. */
static double
try_all (const double *values, guint n, guint first, guint n_classes)
{
  double best = INFINITY;

  if (n_classes == 1)
    return get_cost (values, first, n - 1);
  for (guint next = first + 1; next + n_classes - 1 <= n; next++)
    best = MIN (best, get_cost (values, first, next - 1) + try_all (values, n, next, n_classes - 1));
  return best;
}

static double
get_cost_of_classes (const MaakClasses *classes, const double *values, guint n)
{
  double cost = 0;
  guint  first = 0;

  for (guint k = 0; k < classes->n; k++)
    {
      g_assert_cmpuint (classes->count[k], >, 0);
      g_assert_cmpfloat (values[first], ==, classes->low[k]);
      cost += get_cost (values, first, first + classes->count[k] - 1);
      first += classes->count[k];
      g_assert_cmpfloat (values[first - 1], ==, classes->high[k]);
    }
  g_assert_cmpuint (first, ==, n);
  return cost;
}

/* A kind of values, of which many sets are drawn. */
typedef struct
{
  const char *name;
  double (*draw) (GRand *rand);
} Draw;

static double
draw_even (GRand *rand)
{
  return g_rand_double_range (rand, 0, 100);
}

static double
draw_skewed (GRand *rand)
{
  return exp (g_rand_double_range (rand, 0, 12));
}

static double
draw_with_ties (GRand *rand)
{
  return g_rand_int_range (rand, 0, 6);
}

static double
draw_around_zero (GRand *rand)
{
  return g_rand_double_range (rand, -1, 1) * 1e-3;
}

static double
draw_far_from_zero (GRand *rand)
{
  return 1e6 + g_rand_double_range (rand, 0, 1);
}

static const Draw draws[] = {
  { "even", draw_even },
  { "skewed", draw_skewed },
  { "with-ties", draw_with_ties },
  { "around-zero", draw_around_zero },
  { "far-from-zero", draw_far_from_zero },
};

static guint
count_different (const double *sorted, guint n)
{
  guint different = 0;

  for (guint i = 0; i < n; i++)
    different += i == 0 || sorted[i] != sorted[i - 1];
  return different;
}

/* At most twelve values: equal to the best of all partitions. */
static void
test_all_partitions (gconstpointer data)
{
  const Draw *row = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261121);

  for (guint round = 0; round < 300; round++)
    {
      guint       n = (guint) g_rand_int_range (rand, 1, MAX_VALUES + 1), n_classes = (guint) g_rand_int_range (rand, 1, 8);
      double      values[MAX_VALUES], best, cost;
      MaakClasses classes;

      for (guint i = 0; i < n; i++)
        values[i] = row->draw (rand);
      maak_classes_make (&classes, MAAK_CLASSES_NATURAL, n_classes, values, n);
      qsort (values, n, sizeof *values, compare);
      n_classes = MIN (n_classes, count_different (values, n));
      g_assert_cmpuint (classes.n, ==, n_classes);
      best = try_all (values, n, 0, n_classes);
      cost = get_cost_of_classes (&classes, values, n);
      g_assert_cmpfloat (cost, <=, best + 1e-9 * get_cost (values, 0, n - 1));
    }
}

/* The plain programme, O(k n n): every first member for every last member. */
static double
solve_plainly (const double *values, guint n, guint n_classes)
{
  g_autofree double *previous = g_new (double, n);
  g_autofree double *best = g_new (double, n);

  for (guint j = 0; j < n; j++)
    previous[j] = get_cost (values, 0, j);
  for (guint k = 1; k < n_classes; k++)
    {
      for (guint j = 0; j < n; j++)
        {
          best[j] = INFINITY;
          for (guint i = k; i <= j; i++)
            best[j] = MIN (best[j], previous[i - 1] + get_cost (values, i, j));
        }
      memcpy (previous, best, n * sizeof *best);
    }
  return previous[n - 1];
}

static void
test_plain_programme (gconstpointer data)
{
  const Draw *row = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  double values[120];
  guint  n = G_N_ELEMENTS (values);

  for (guint n_classes = 2; n_classes <= 7; n_classes++)
    {
      MaakClasses classes;

      for (guint i = 0; i < n; i++)
        values[i] = row->draw (rand);
      maak_classes_make (&classes, MAAK_CLASSES_NATURAL, n_classes, values, n);
      qsort (values, n, sizeof *values, compare);
      if (classes.n == n_classes)
        g_assert_cmpfloat (get_cost_of_classes (&classes, values, n), <=, solve_plainly (values, n, n_classes) + 1e-9 * get_cost (values, 0, n - 1));
    }
}

/* The order in which values come makes no difference, nor does a shift of all of them. */
static void
test_order_and_shift (gconstpointer data)
{
  MaakClassMethod method = (MaakClassMethod) GPOINTER_TO_INT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  double      values[50], shuffled[50], shifted[50];
  MaakClasses classes, again;

  for (guint i = 0; i < 50; i++)
    {
      values[i] = g_rand_int_range (rand, 0, 1000);
      shuffled[49 - i] = values[i];
      shifted[i] = values[i] + 4096;
    }
  maak_classes_make (&classes, method, 5, values, 50);
  maak_classes_make (&again, method, 5, shuffled, 50);
  g_assert_cmpmem (&classes, sizeof classes, &again, sizeof again);
  maak_classes_make (&again, method, 5, shifted, 50);
  g_assert_cmpuint (again.n, ==, classes.n);
  for (guint k = 0; k < classes.n; k++)
    {
      g_assert_cmpuint (again.count[k], ==, classes.count[k]);
      if (classes.count[k] > 0)
        g_assert_cmpfloat (again.low[k], ==, classes.low[k] + 4096);
    }
}

/* The fit is that of the definition, natural breaks fit best, and one class fits nothing. */
static void
test_fit (void)
{
  const double values[] = { 1, 2, 4, 7, 8, 20, 21, 22, 40 };
  MaakClasses  equal, quantile, natural, one;
  guint        n = G_N_ELEMENTS (values);

  maak_classes_make (&equal, MAAK_CLASSES_EQUAL, 3, values, n);
  maak_classes_make (&quantile, MAAK_CLASSES_QUANTILE, 3, values, n);
  maak_classes_make (&natural, MAAK_CLASSES_NATURAL, 3, values, n);
  maak_classes_make (&one, MAAK_CLASSES_NATURAL, 1, values, n);
  g_assert_cmpfloat_with_epsilon (natural.fit, 1 - get_cost_of_classes (&natural, values, n) / get_cost (values, 0, n - 1), 1e-12);
  g_assert_cmpfloat (natural.fit, >=, equal.fit);
  g_assert_cmpfloat (natural.fit, >, quantile.fit);
  g_assert_cmpfloat_with_epsilon (one.fit, 0, 1e-12);
}

static void
test_codes (void)
{
  for (guint i = 0; i < MAAK_N_CLASS_METHODS; i++)
    {
      MaakClassMethod method = MAAK_N_CLASS_METHODS;

      g_assert_true (maak_class_method_parse (maak_class_method_get_code ((MaakClassMethod) i), &method));
      g_assert_cmpuint (method, ==, i);
    }
}

static void
test_unknown_code (void)
{
  MaakClassMethod method;

  g_assert_false (maak_class_method_parse ("jenks", &method));
  g_assert_false (maak_class_method_parse ("", &method));
}

static void
add (const char *what, const char *name, gconstpointer data, GTestDataFunc function)
{
  g_autofree char *path = g_strdup_printf ("/classes/%s/%s", what, name);

  g_test_add_data_func (path, data, function);
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (class_cases); i++)
    add ("bounds", class_cases[i].name, &class_cases[i], test_case);
  for (gsize i = 0; i < G_N_ELEMENTS (class_cases); i++)
    if (class_cases[i].n > 0)
      add ("find", class_cases[i].name, &class_cases[i], test_find);
  for (gsize i = 0; i < G_N_ELEMENTS (draws); i++)
    {
      add ("all-partitions", draws[i].name, &draws[i], test_all_partitions);
      add ("plain-programme", draws[i].name, &draws[i], test_plain_programme);
    }
  for (guint i = 0; i < MAAK_N_CLASS_METHODS; i++)
    add ("order-and-shift", maak_class_method_get_code ((MaakClassMethod) i), GINT_TO_POINTER (i), test_order_and_shift);
  g_test_add_func ("/classes/find-between", test_find_between);
  g_test_add_func ("/classes/fit", test_fit);
  g_test_add_func ("/classes/codes", test_codes);
  g_test_add_func ("/classes/unknown-code", test_unknown_code);
  return g_test_run ();
}
