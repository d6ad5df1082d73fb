/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-language.h"
#include "draw/maak-color.h"
#include "draw/maak-picture.h"
#include "draw/maak-scheme.h"

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

typedef enum
{
  MAAK_WEIGHT_REGULAR,
  MAAK_WEIGHT_SEMIBOLD,
} MaakWeight;

typedef enum
{
  MAAK_ALIGN_LEFT,
  MAAK_ALIGN_CENTER,
  MAAK_ALIGN_RIGHT,
} MaakAlign;

typedef struct
{
  double     size;    /* of the letters, as a multiple of the pen's */
  double     leading; /* from line to line, as a multiple of the letters */
  MaakWeight weight;
  MaakColor  color;
} MaakStyle;

/* Writes and hatches on a cairo_t, and notes what it drew where. Lives as long as one drawing. */
typedef struct
{
  cairo_t          *cr;
  PangoLayout      *layout;
  double            size; /* of the letters, points */
  MaakLanguage      language;
  const MaakScheme *scheme;   /* the colours of letters and lines */
  GPtrArray        *marks;    /* of MaakMark; NULL: nothing is noted */
  MaakMarkKind      kind;     /* of what is drawn next */
  int               region;   /* of what is drawn next; -1: of none */
  gboolean          dry;      /* only measures: nothing is drawn or noted */
  gboolean          live;     /* on a screen: quick rather than fit for a file */
  double            set_size; /* of the letters that the layout is set to, points; 0: none yet */
  MaakWeight        set_weight;
} MaakPen;

MaakPen  *maak_pen_new (cairo_t *cr, const char *font, double size, MaakLanguage language, GPtrArray *marks);
void      maak_pen_free (MaakPen *self);
MaakStyle maak_pen_get_style (double size, MaakWeight weight, MaakColor color);
void      maak_pen_set_color (MaakPen *self, MaakColor color);
double    maak_pen_measure_line (MaakPen *self, const char *text, const MaakStyle *style);
double    maak_pen_get_leading (MaakPen *self, const MaakStyle *style);
double    maak_pen_measure_text (MaakPen *self, const char *text, const MaakStyle *style, double width);
double    maak_pen_draw_text (MaakPen *self, const char *text, const MaakStyle *style, double x, double y, double width, MaakAlign align);
void      maak_pen_draw_line (MaakPen *self, const char *text, const MaakStyle *style, double x, double y, MaakAlign align);
void      maak_pen_hatch (MaakPen *self, MaakColor color, double spacing, double thickness, gboolean rising);
void      maak_pen_note (MaakPen *self, MaakBox box, const char *text);
gboolean  maak_box_overlaps (const MaakBox *a, const MaakBox *b, double gap);
gboolean  maak_box_contains (const MaakBox *outer, const MaakBox *inner);
void      maak_mark_free (MaakMark *mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakPen, maak_pen_free)

G_END_DECLS
