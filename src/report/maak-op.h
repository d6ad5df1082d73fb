/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "report/maak-block.h"
#include "report/maak-type.h"

G_BEGIN_DECLS

/* One step of drawing a page. */
typedef enum
{
  MAAK_OP_BEGIN, /* a structure element, which may end on a later page */
  MAAK_OP_END,
  MAAK_OP_LINE,   /* a line of text; x, y: its baseline's left end */
  MAAK_OP_FILL,   /* a rectangle in a colour */
  MAAK_OP_ARROW,  /* a small arrow head that points down, filled */
  MAAK_OP_PAINT,  /* a picture */
  MAAK_OP_ANCHOR, /* a place that links lead to */
} MaakOpKind;

typedef struct
{
  guint8           kind;  /* MaakOpKind */
  guint8           leaf;  /* BEGIN: holds text itself, so that its part on each page needs an element of its own */
  guint            slice; /* which slice it stands in */
  guint            match; /* BEGIN and END: index of the other */
  guint            color; /* LINE, FILL: 0xRRGGBB */
  double           x, y;  /* points, from the slice's corner; on a page: from the page's corner */
  double           width, height;
  const char      *tag;    /* BEGIN, END: "P", ... constant */
  const char      *name;   /* ANCHOR: its name; BEGIN Link: where to, "#anchor" or an address */
  PangoLayoutLine *line;   /* LINE */
  const MaakRuns  *runs;   /* LINE: whose emphasis and links it has; NULL: none */
  MaakFigure      *figure; /* PAINT */
} MaakOp;

G_END_DECLS
