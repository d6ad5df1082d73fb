/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "maak-test.h"
#include "report/maak-columns.h"

#include <math.h>

typedef struct
{
  const char *name;
  double      available;
  struct
  {
    double   least, most;
    gboolean rigid;
  } columns[5]; /* ends with most 0 */
  gboolean fits;
  double   widths[5]; /* rounded */
} Case;

static void
test_distribute (gconstpointer data)
{
  const Case     *row = data;
  MaakColumnWidth widths[5];
  guint           n = 0;
  double          sum = 0;

  for (; n < 5 && row->columns[n].most > 0; n++)
    widths[n] = (MaakColumnWidth) { .least = row->columns[n].least, .most = row->columns[n].most, .rigid = row->columns[n].rigid };
  g_assert_cmpint (maak_columns_distribute (widths, n, row->available), ==, row->fits);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (round (widths[i].width), ==, row->widths[i]);
      sum += widths[i].width;
    }
  g_assert_cmpfloat_with_epsilon (sum, row->available, 0.01);
}

static const Case cases[] = {
  { "all-fits-text-takes-the-rest", 300, { { 20, 50 }, { 20, 150 } }, TRUE, { 75, 225 } },
  { "numbers-stay-as-they-are", 300, { { 20, 50 }, { 40, 40, TRUE }, { 40, 40, TRUE } }, TRUE, { 220, 40, 40 } },
  { "only-numbers-share-the-rest", 300, { { 40, 40, TRUE }, { 60, 60, TRUE } }, TRUE, { 140, 160 } },
  { "exactly", 200, { { 20, 50 }, { 20, 150 } }, TRUE, { 50, 150 } },
  { "text-wraps-in-proportion", 200, { { 40, 100 }, { 40, 340 } }, TRUE, { 60, 140 } },
  { "words-are-respected", 200, { { 120, 130 }, { 20, 900 } }, TRUE, { 121, 79 } },
  { "numbers-are-not-wrapped", 200, { { 30, 400 }, { 10, 80, TRUE } }, TRUE, { 120, 80 } },
  { "words-just-fit", 200, { { 100, 400 }, { 100, 400 } }, TRUE, { 100, 100 } },
  { "long-word-gives-way-short-one-stays", 200, { { 220, 400 }, { 50, 400 } }, FALSE, { 150, 50 } },
  { "numbers-stay-when-words-break", 200, { { 180, 400 }, { 60, 60, TRUE } }, FALSE, { 140, 60 } },
  { "too-many-numbers-shrink-alike", 200, { { 20, 20 }, { 100, 100, TRUE }, { 200, 200, TRUE } }, FALSE, { 13, 63, 125 } },
};

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/report/columns", cases, test_distribute);
  return g_test_run ();
}
