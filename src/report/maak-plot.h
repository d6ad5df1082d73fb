/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "report/maak-block.h"

G_BEGIN_DECLS

/* The small drawings of a document that show no region: a line of time, a grid of likelihood and impact. The numbers on
 * them are those of the table that follows. */
typedef struct
{
  double position; /* years, with the part of the year that is past: 2027.5 */
  guint  number;
} MaakMoment;

MaakFigure *maak_plot_new_timeline (const MaakMoment *moments, guint n);

/* Rows: likelihood, the last of them on top. Columns: impact. A cell's text holds the numbers that fall in it. */
MaakFigure *maak_plot_new_grid (const char *const *rows, const char *const *columns, const char *const *cells, const char *row_title, const char *column_title);

G_END_DECLS
