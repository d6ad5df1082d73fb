/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a column of a table asks for and gets; widths in points, of the text without the padding. */
typedef struct
{
  double   least; /* the longest word that cannot be broken */
  double   most;  /* everything on one line */
  gboolean rigid; /* numbers: never narrower than most */
  double   width; /* out */
} MaakColumnWidth;

gboolean maak_columns_distribute (MaakColumnWidth *columns, guint n, double available);

G_END_DECLS
