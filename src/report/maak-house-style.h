/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "draw/maak-color.h"

G_BEGIN_DECLS

/* How a paragraph is set. */
typedef enum
{
  MAAK_STYLE_BODY,
  MAAK_STYLE_LEAD,       /* the first words of a part, a summary */
  MAAK_STYLE_SMALL,      /* small print: notes, sources, descriptions */
  MAAK_STYLE_CELL,       /* in tables */
  MAAK_STYLE_CELL_SMALL, /* in tables that are wide */
  MAAK_STYLE_CELL_TINY,  /* in tables that are very wide */
  MAAK_STYLE_CAPTION,    /* of figures and tables */
  MAAK_STYLE_FURNITURE,  /* running heads and feet */
  MAAK_STYLE_TITLE,      /* on the title page */
  MAAK_STYLE_SUBTITLE,
  MAAK_STYLE_EYEBROW, /* the line above the title */
  MAAK_STYLE_HEADING_1,
  MAAK_STYLE_HEADING_2,
  MAAK_STYLE_HEADING_3,
  MAAK_STYLE_HEADING_4, /* not numbered: the name of a text */
  MAAK_STYLE_CONTENTS_1,
  MAAK_STYLE_CONTENTS_2,
} MaakStyle;

#define MAAK_N_STYLES (MAAK_STYLE_CONTENTS_2 + 1)

typedef struct
{
  double   size;    /* points */
  double   leading; /* points from one baseline to the next */
  int      weight;  /* 300 to 700 */
  guint    color;   /* 0xRRGGBB */
  double   before;  /* points above it, not at the head of a page */
  double   after;   /* points below it */
  gboolean figures; /* tabular figures */
} MaakStyleSpec;

/* The look of a document, as data: A4, one family, two colours and two greys. */
typedef struct
{
  const char   *family;
  double        page_width, page_height;               /* points */
  double        left, right, top, bottom;              /* margins of the text, points */
  double        head, foot;                            /* baselines of the running lines, points from the top */
  guint         ink, accent, muted, rule, tint, paper; /* 0xRRGGBB */
  MaakStyleSpec styles[MAAK_N_STYLES];
} MaakHouseStyle;

const MaakHouseStyle *maak_house_style_get (void);

G_END_DECLS
