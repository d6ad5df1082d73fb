/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A strip of a page that is never cut: a line, a row, a figure. Lengths in points. */
typedef struct
{
  double   height;
  double   before; /* space above it; none at the head of a page */
  double   repeat; /* height of what is repeated above it when it opens a page: a table's head */
  double   shrink; /* how much lower it may be made, to fit: a picture */
  gboolean keep;   /* not parted from the next */
  gboolean opens;  /* begins a page */
} MaakSlice;

/* Where a slice came to stand. */
typedef struct
{
  guint    page;
  double   y;      /* of its top, points from the top of the text */
  double   shrunk; /* points taken off */
  gboolean first;  /* opens its page: repeat counts */
} MaakPlacedSlice;

guint maak_breaks_place (const MaakSlice *slices, guint n, double page_height, double stretch, MaakPlacedSlice *placed);

G_END_DECLS
