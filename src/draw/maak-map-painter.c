/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The map: regions filled by class, or circles on a quiet land, with borders, the own region's outline, labels and a scale
 * bar; beside or below it the legend (maak-map-legend.c).
 *
 * Regions of one class are one path, so that no seam shows between neighbours. Each arc of the level is stroked once: inner
 * borders thin and light, the coast a bit stronger. The borders are thinned out to what can be seen at the size drawn.
 *
 * Marks of how sure a value is: no value: a hatch of its own; provisional: a thin hatch over the colour and an asterisk. All
 * others have a sign behind the value (maak-notation.c). The own region is known by its outline, not by a colour.
 *
 * RD New throughout, so that areas compare; no tiles, no background.
 */
#include "draw/maak-map-private.h"

#include "draw/maak-notation.h"

#include <math.h>

/* In letters' sizes: from where on the legend stands beside the map; its width; between the two. */
#define SIDE_BY_SIDE 40.0
#define LEGEND_SHARE 0.34
#define LEGEND_LEAST 15.5
#define LEGEND_MOST 23.0
#define GUTTER 1.5

/* Points. */
#define MARGIN 3.0
#define RESOLUTION 0.12
#define COARSE 0.6

/* Widths of lines, as parts of the letters' size. */
#define COAST 0.075
#define BORDER 0.09
#define COAST_OF_MANY 0.05
#define BORDER_OF_MANY 0.038
#define LIVE 1.0 /* pixels: on a screen, where lines hide the steps of what they surround */
#define OUTLINE 0.19
#define CASING 0.32 /* white around the outline, for where both sides are dark */

static gboolean
stands_beside (MaakPen *pen, double width)
{
  return width >= SIDE_BY_SIDE * pen->size;
}

static double
get_legend_width (MaakPen *pen, double width)
{
  return stands_beside (pen, width) ? CLAMP (LEGEND_SHARE * width, LEGEND_LEAST * pen->size, LEGEND_MOST * pen->size) : width;
}

static double
measure_legend (MaakPicture *picture, MaakPen *pen, double width, double circle)
{
  gboolean dry = pen->dry;
  double   height;

  pen->dry = TRUE;
  height = maak_map_draw_legend (picture, pen, (MaakBox) { 0, 0, width, 0 }, circle);
  pen->dry = dry;
  return height;
}

static double
get_aspect (MaakPicture *picture)
{
  MaakExtent extent = maak_plane_get_extent (picture->plane, picture->level, MAAK_ALL_REGIONS);

  return extent.width > 0 ? extent.height / extent.width : 1;
}

static double
measure_map (MaakPicture *picture, MaakPen *pen, double width)
{
  double legend_width = get_legend_width (pen, width), gutter = GUTTER * pen->size;
  double map_width = stands_beside (pen, width) ? width - legend_width - gutter : width;
  double map_height = (map_width - 2 * MARGIN) * get_aspect (picture) + 2 * MARGIN;
  double circle = maak_map_get_circle_scale (picture, map_width, map_height);
  double legend = measure_legend (picture, pen, legend_width, circle);

  return stands_beside (pen, width) ? MAX (map_height, legend) : map_height + gutter + legend;
}

/* Puts the level into @box as large as it goes. */
static MaakView
make_view (MaakPicture *picture, const MaakBox *box)
{
  MaakExtent extent = maak_plane_get_extent (picture->plane, picture->level, MAAK_ALL_REGIONS);
  double     width = MAX (box->width - 2 * MARGIN, 1), height = MAX (box->height - 2 * MARGIN, 1);
  MaakBox    inner = { box->x + (box->width - width) / 2, box->y + (box->height - height) / 2, width, height };

  return maak_view_fit (&extent, &inner);
}

/* Whether any of the region may be in the box. */
gboolean
maak_map_is_seen (MaakPicture *picture, const MaakMapFrame *frame, guint region)
{
  MaakExtent extent = maak_plane_get_extent (picture->plane, picture->level, (int) region);

  return maak_extent_meets (&extent, &frame->seen);
}

static void
add_regions (MaakPicture *picture, const MaakMapFrame *frame, MaakPen *pen, gboolean (*wanted) (MaakPicture *, guint, guint), guint data)
{
  guint n = maak_picture_get_n (picture);

  cairo_new_path (pen->cr);
  for (guint i = 0; i < n; i++)
    if (wanted (picture, i, data) && maak_map_is_seen (picture, frame, i))
      maak_projected_add_region (frame->thin, picture->level, i, &frame->view, pen->cr);
}

static gboolean
is_of_class (MaakPicture *picture, guint region, guint index)
{
  double value;

  return maak_status_has_value (maak_picture_get_value (picture, region, &value)) && maak_classes_find (&picture->classes, value) == index;
}

static gboolean
is_provisional_of_class (MaakPicture *picture, guint region, guint index)
{
  double value;

  return maak_picture_get_value (picture, region, &value) == MAAK_STATUS_PROVISIONAL && maak_classes_find (&picture->classes, value) == index;
}

static gboolean
has_value (MaakPicture *picture, guint region, guint unused)
{
  double value;

  return picture->indicator == NULL || maak_status_has_value (maak_picture_get_value (picture, region, &value));
}

static gboolean
has_none (MaakPicture *picture, guint region, guint unused)
{
  return !has_value (picture, region, unused);
}

static void
fill_regions (MaakPicture *picture, MaakPen *pen, const MaakMapFrame *frame)
{
  for (guint i = 0; i < picture->classes.n; i++)
    {
      MaakColor color = maak_picture_get_class_color (picture, i);

      add_regions (picture, frame, pen, is_of_class, i);
      maak_pen_set_color (pen, color);
      cairo_fill (pen->cr);
      add_regions (picture, frame, pen, is_provisional_of_class, i);
      if (cairo_has_current_point (pen->cr))
        maak_map_hatch_provisional (pen, color);
    }
}

static void
fill_land (MaakPicture *picture, MaakPen *pen, const MaakMapFrame *frame)
{
  add_regions (picture, frame, pen, has_value, 0);
  maak_pen_set_color (pen, pen->scheme->land);
  cairo_fill (pen->cr);
}

static void
hatch_missing (MaakPicture *picture, MaakPen *pen, const MaakMapFrame *frame)
{
  add_regions (picture, frame, pen, has_none, 0);
  if (cairo_has_current_point (pen->cr))
    maak_map_hatch_missing (pen);
  cairo_new_path (pen->cr);
}

/* Light lines between colours; darker ones where there is nothing but land. */
static MaakColor
get_border_color (MaakPicture *picture, MaakPen *pen)
{
  return picture->indicator != NULL ? pen->scheme->paper : maak_color_mix (pen->scheme->land, pen->scheme->line, 0.8);
}

static void
stroke_borders (MaakPicture *picture, MaakPen *pen, const MaakMapFrame *frame, gboolean outer)
{
  MaakBoundaries *boundaries = maak_projected_get_boundaries (frame->thin);
  guint           n_arcs = 0;
  const gint32   *arcs = maak_boundaries_get_level_arcs (boundaries, picture->level, &n_arcs);
  gboolean        many = maak_picture_get_n (picture) > MAAK_MAP_MANY;

  maak_pen_set_color (pen, outer ? pen->scheme->line : get_border_color (picture, pen));
  /* At this thinness nobody sees a join, and a bevel is the cheapest. */
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_set_line_width (pen->cr, frame->live ? LIVE * (outer && !many ? 1.1 : 1) : pen->size * (outer ? (many ? COAST_OF_MANY : COAST) : (many ? BORDER_OF_MANY : BORDER)));
  cairo_new_path (pen->cr);
  for (guint i = 0; i < n_arcs; i++)
    {
      MaakExtent extent = maak_projected_get_arc_extent (frame->thin, (guint) arcs[i]);

      if (maak_boundaries_arc_is_outer (boundaries, picture->level, (guint) arcs[i]) != outer || !maak_extent_meets (&extent, &frame->seen))
        continue;
      maak_projected_add_arc (frame->thin, (guint) arcs[i], &frame->view, pen->cr);
      /* Many small paths are quicker to turn into dots, one large path is smaller in a file. */
      if (frame->live)
        cairo_stroke (pen->cr);
    }
  cairo_stroke (pen->cr);
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_ROUND);
}

static void
outline_own (MaakPicture *picture, MaakPen *pen, const MaakMapFrame *frame)
{
  cairo_new_path (pen->cr);
  for (guint i = 0; i < picture->regions->len; i++)
    {
      const MaakRegion *own = picture->regions->pdata[i];

      maak_projected_add_region (frame->thin, maak_region_get_level (own), maak_region_get_index (own), &frame->view, pen->cr);
    }
  maak_pen_set_color (pen, pen->scheme->paper);
  cairo_set_line_width (pen->cr, CASING * pen->size);
  cairo_stroke_preserve (pen->cr);
  maak_pen_set_color (pen, pen->scheme->ink);
  cairo_set_line_width (pen->cr, OUTLINE * pen->size);
  cairo_stroke (pen->cr);
}

static void
draw_circles (MaakPicture *picture, MaakPen *pen, const GArray *circles)
{
  MaakColor fill = maak_map_get_circle_color (picture), edge = maak_map_get_circle_edge (picture);

  for (guint i = 0; i < circles->len; i++)
    {
      const MaakMapCircle *circle = &g_array_index (circles, MaakMapCircle, i);
      double               value;
      MaakStatus           status = maak_picture_get_value (picture, circle->region, &value);

      cairo_new_path (pen->cr);
      cairo_arc (pen->cr, circle->x, circle->y, circle->radius, 0, 2 * G_PI);
      maak_pen_set_color (pen, value < 0 ? pen->scheme->paper : fill);
      cairo_fill_preserve (pen->cr);
      if (status == MAAK_STATUS_PROVISIONAL)
        maak_map_hatch_provisional (pen, fill);
      cairo_new_path (pen->cr);
      cairo_arc (pen->cr, circle->x, circle->y, circle->radius, 0, 2 * G_PI);
      maak_pen_set_color (pen, edge);
      cairo_set_line_width (pen->cr, 0.6);
      cairo_stroke (pen->cr);
      pen->kind = MAAK_MARK_SHAPE;
      pen->region = (int) circle->region;
      maak_pen_note (pen, (MaakBox) { circle->x - circle->radius, circle->y - circle->radius, 2 * circle->radius, 2 * circle->radius }, NULL);
    }
}

/* The longest of 1, 2, 5, 10, ... km that takes at most a quarter of the land's width. */
static double
choose_bar (MaakPicture *picture, const MaakMapFrame *frame)
{
  static const double STEPS[] = { 100, 50, 20, 10, 5, 2, 1 };
  double              width = maak_plane_get_extent (picture->plane, picture->level, MAAK_ALL_REGIONS).width;

  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    if (STEPS[i] * 1000 <= 0.25 * width)
      return STEPS[i];
  return 0;
}

static char *
dup_bar_words (MaakPicture *picture, double km)
{
  return maak_picture_dup_words (picture, maak_message_new (MAAK_PHRASE_DRAW_KILOMETRES, MAAK_ARG_INTEGER, "n", (gint64) km, MAAK_ARG_END));
}

static MaakStyle
get_bar_style (MaakPen *pen)
{
  return (MaakStyle) { 0.82, 1.2, MAAK_WEIGHT_REGULAR, pen->scheme->soft };
}

/* In the lower left corner, where there is no land of this country. */
static MaakBox
place_bar (MaakPicture *picture, MaakPen *pen, const MaakMapFrame *frame)
{
  MaakStyle        style = get_bar_style (pen);
  double           km = choose_bar (picture, frame), length = km * 1000 * frame->view.scale;
  g_autofree char *words = dup_bar_words (picture, km);
  double           height = maak_pen_get_leading (pen, &style) + 3;
  double           bottom = frame->view.top + maak_plane_get_extent (picture->plane, picture->level, MAAK_ALL_REGIONS).height * frame->view.scale;

  if (km <= 0)
    return (MaakBox) { frame->box.x, bottom, 0, 0 };
  return (MaakBox) { MAX (frame->box.x + 1, frame->view.left), bottom - height, MAX (length, maak_pen_measure_line (pen, words, &style)) + 1, height };
}

static void
draw_bar (MaakPicture *picture, MaakPen *pen, const MaakMapFrame *frame)
{
  MaakStyle        style = get_bar_style (pen);
  double           km = choose_bar (picture, frame), length = km * 1000 * frame->view.scale;
  g_autofree char *words = dup_bar_words (picture, km);
  double           bottom = frame->bar.y + frame->bar.height - 0.5;

  if (km <= 0)
    return;
  pen->kind = MAAK_MARK_TEXT;
  pen->region = -1;
  maak_pen_draw_line (pen, words, &style, frame->bar.x, frame->bar.y, MAAK_ALIGN_LEFT);
  cairo_move_to (pen->cr, frame->bar.x + 0.5, bottom - 2.5);
  cairo_rel_line_to (pen->cr, 0, 2.5);
  cairo_rel_line_to (pen->cr, length, 0);
  cairo_rel_line_to (pen->cr, 0, -2.5);
  maak_pen_set_color (pen, pen->scheme->soft);
  cairo_set_line_width (pen->cr, 0.6);
  cairo_stroke (pen->cr);
}

/* Everything but labels: regions, borders, the own region's outline, circles. */
void
maak_map_draw_land (MaakPicture *picture, MaakPen *pen, const MaakMapFrame *frame, const GArray *circles)
{
  /* On a screen the lines over the edges are wide enough to hide their steps, and this is three times as quick. */
  if (frame->live)
    cairo_set_antialias (pen->cr, CAIRO_ANTIALIAS_NONE);
  if (picture->circles || picture->indicator == NULL)
    fill_land (picture, pen, frame);
  else
    fill_regions (picture, pen, frame);
  hatch_missing (picture, pen, frame);
  if (frame->live)
    cairo_set_antialias (pen->cr, CAIRO_ANTIALIAS_FAST);
  stroke_borders (picture, pen, frame, FALSE);
  stroke_borders (picture, pen, frame, TRUE);
  outline_own (picture, pen, frame);
  if (picture->circles)
    draw_circles (picture, pen, circles);
}

static void
draw_map (MaakPicture *picture, MaakPen *pen, MaakBox box)
{
  double       legend_width = get_legend_width (pen, box.width), gutter = GUTTER * pen->size;
  gboolean     beside = stands_beside (pen, box.width);
  MaakMapFrame frame = { .box = box };
  g_autoptr (GArray) circles = NULL;
  g_autoptr (GPtrArray) labels = NULL;

  if (beside)
    {
      frame.box.x += legend_width + gutter;
      frame.box.width -= legend_width + gutter;
      frame.circle = maak_map_get_circle_scale (picture, frame.box.width, frame.box.height);
      maak_map_draw_legend (picture, pen, (MaakBox) { box.x, box.y, legend_width, box.height }, frame.circle);
    }
  else
    {
      double circle = maak_map_get_circle_scale (picture, box.width, box.height), legend = measure_legend (picture, pen, box.width, circle);

      frame.box.height = MAX (box.height - legend - gutter, 1);
      frame.circle = MIN (circle, maak_map_get_circle_scale (picture, frame.box.width, frame.box.height));
      maak_map_draw_legend (picture, pen, (MaakBox) { box.x, box.y + box.height - legend, box.width, legend }, frame.circle);
    }

  frame.view = make_view (picture, &frame.box);
  frame.thin = maak_plane_get_thin (picture->plane, RESOLUTION / frame.view.scale);
  frame.coarse = maak_plane_get_thin (picture->plane, COARSE / frame.view.scale);
  frame.bar = place_bar (picture, pen, &frame);
  circles = maak_map_list_circles (picture, &frame);
  maak_map_draw_land (picture, pen, &frame, circles);
  draw_bar (picture, pen, &frame);
  labels = picture->circles ? maak_map_place_circle_labels (picture, pen, &frame, circles) : maak_map_place_labels (picture, pen, &frame, circles);
  maak_map_draw_labels (picture, pen, labels);
}

const MaakPainter maak_map_painter = { measure_map, draw_map, maak_picture_describe_ranked };
