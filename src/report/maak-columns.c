/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The widths of the columns of a table, as in the automatic table layout of CSS 2.1 (17.5.2.2).
 *
 * Three cases: all fits on one line; the words fit; the words do not fit. What is left over goes to the columns of
 * text, in proportion to what they hold; columns of numbers (rigid) stay as wide as their numbers. In every case the
 * widths add up to what there is, so that nothing stands outside the page.
 */
#include "report/maak-columns.h"

static double
get_least (const MaakColumnWidth *column)
{
  return column->rigid ? column->most : MIN (column->least, column->most);
}

/* Gives @extra, which may be negative, to the columns that may change, in proportion to @weight. */
static void
share (MaakColumnWidth *columns, guint n, double extra, const double *weight, double sum)
{
  for (guint i = 0; i < n; i++)
    columns[i].width += sum > 0 ? extra * weight[i] / sum : extra / n;
}

/* Everything fits on one line: the rest goes to the text, or to all when there is none. */
static void
spread (MaakColumnWidth *columns, guint n, double extra)
{
  g_autofree double *weight = g_new0 (double, n);
  double             sum = 0;

  for (guint i = 0; i < n; i++)
    {
      columns[i].width = columns[i].most;
      weight[i] = columns[i].rigid ? 0 : columns[i].most;
      sum += weight[i];
    }
  share (columns, n, extra, weight, sum);
}

/* The words fit: each column gets its longest word and a part of what it would like. */
static void
squeeze (MaakColumnWidth *columns, guint n, double extra)
{
  g_autofree double *weight = g_new0 (double, n);
  double             sum = 0;

  for (guint i = 0; i < n; i++)
    {
      columns[i].width = get_least (&columns[i]);
      weight[i] = columns[i].most - columns[i].width;
      sum += weight[i];
    }
  share (columns, n, extra, weight, sum);
}

/* The words do not fit: the widest columns of text give way first, down to one common width, so that a short word is
 * not broken because another is long; numbers stay whole as long as anything else can give. */
static void
break_words (MaakColumnWidth *columns, guint n, double available)
{
  double low = 0, high = available, rigid = 0, all = 0;

  for (guint i = 0; i < n; i++)
    {
      columns[i].width = get_least (&columns[i]);
      all += columns[i].width;
      if (columns[i].rigid)
        rigid += columns[i].width;
    }
  if (rigid > available * 0.85)
    {
      for (guint i = 0; i < n; i++)
        columns[i].width *= available / all;
      return;
    }
  for (guint round = 0; round < 50; round++)
    {
      double cap = (low + high) / 2, sum = rigid;

      for (guint i = 0; i < n; i++)
        if (!columns[i].rigid)
          sum += MIN (columns[i].width, cap);
      if (sum > available)
        high = cap;
      else
        low = cap;
    }
  for (guint i = 0; i < n; i++)
    if (!columns[i].rigid)
      columns[i].width = MIN (columns[i].width, low);
}

/**
 * maak_columns_distribute:
 * @columns: (array length=n): what each asks for; receives the widths, in points
 * @n: number of columns
 * @available: width to fill, in points, without padding
 *
 * Widths that together fill @available. After the automatic table layout of CSS 2.1, 17.5.2.2.
 *
 * Returns: whether every word fits in its column; FALSE: a smaller letter is due, or words will be broken
 */
gboolean
maak_columns_distribute (MaakColumnWidth *columns, guint n, double available)
{
  double least = 0, most = 0;

  for (guint i = 0; i < n; i++)
    {
      least += get_least (&columns[i]);
      most += columns[i].most;
    }
  if (most <= available)
    spread (columns, n, available - most);
  else if (least <= available)
    squeeze (columns, n, available - least);
  else
    {
      break_words (columns, n, available);
      return FALSE;
    }
  return TRUE;
}
