/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Callouts: labels that found no room at home, put into the water or abroad, with a line to their region.
 *
 * What is taken (land, circles, labels, the scale bar) is painted into a raster of one cell a point, and summed up so that
 * the number of taken cells in any box is four look-ups. A callout goes to the free box nearest to its region from
 * which the line meets no other label and no other line. The raster is only used to choose; nothing of it is drawn.
 *
 * Where nothing is free the region stays without a label: ranks and the table have it, and the legend says so.
 */
#include "draw/maak-map-private.h"

#include <math.h>

/* Cells around a callout that must be free, and from one try to the next. */
#define CLEAR 2
#define STEP 2

typedef struct
{
  int      width, height; /* cells */
  guint32 *sums;          /* (width + 1) * (height + 1): taken cells above and left */
} Raster;

static void
raster_clear (Raster *raster)
{
  g_free (raster->sums);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Raster, raster_clear)

static void
paint_taken (MaakPicture *picture, const MaakMapFrame *frame, const GArray *circles, GPtrArray *labels, cairo_t *cr)
{
  guint n = maak_indicator_get_n (picture->indicator);

  cairo_translate (cr, -frame->box.x, -frame->box.y);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  for (guint i = 0; i < n; i++)
    maak_projected_add_region (frame->thin, picture->level, i, &frame->view, cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill (cr);
  for (guint i = 0; i < circles->len; i++)
    {
      const MaakMapCircle *circle = &g_array_index (circles, MaakMapCircle, i);

      cairo_arc (cr, circle->x, circle->y, circle->radius, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  for (guint i = 0; i < labels->len; i++)
    {
      const MaakBox *box = &((const MaakMapLabel *) labels->pdata[i])->box;

      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
    }
  cairo_rectangle (cr, frame->bar.x, frame->bar.y, frame->bar.width, frame->bar.height);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  cairo_fill (cr);
}

static void
raster_make (Raster *raster, MaakPicture *picture, const MaakMapFrame *frame, const GArray *circles, GPtrArray *labels)
{
  int              width = CLAMP ((int) frame->box.width, 1, 4000), height = CLAMP ((int) frame->box.height, 1, 4000);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_t         *cr = cairo_create (surface);
  int              stride = cairo_image_surface_get_stride (surface);
  const guint8    *cells;

  paint_taken (picture, frame, circles, labels, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  cells = cairo_image_surface_get_data (surface);
  raster->width = width;
  raster->height = height;
  raster->sums = g_new0 (guint32, (gsize) (width + 1) * (gsize) (height + 1));
  for (int y = 0; cells != NULL && y < height; y++)
    {
      const guint32 *above = raster->sums + (gsize) y * (gsize) (width + 1);
      guint32       *row = raster->sums + (gsize) (y + 1) * (gsize) (width + 1), sum = 0;

      for (int x = 0; x < width; x++)
        {
          sum += cells[y * stride + x] > 0;
          row[x + 1] = above[x + 1] + sum;
        }
    }
  cairo_surface_destroy (surface);
}

static gboolean
raster_is_free (const Raster *raster, int x0, int y0, int x1, int y1)
{
  gsize line = (gsize) raster->width + 1;

  x0 = MAX (x0 - CLEAR, 0);
  y0 = MAX (y0 - CLEAR, 0);
  x1 = MIN (x1 + CLEAR, raster->width);
  y1 = MIN (y1 + CLEAR, raster->height);
  return raster->sums[(gsize) y1 * line + (gsize) x1] + raster->sums[(gsize) y0 * line + (gsize) x0] ==
         raster->sums[(gsize) y0 * line + (gsize) x1] + raster->sums[(gsize) y1 * line + (gsize) x0];
}

static double
turn (double ax, double ay, double bx, double by, double cx, double cy)
{
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

static gboolean
lines_cross (double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy)
{
  return turn (ax, ay, bx, by, cx, cy) * turn (ax, ay, bx, by, dx, dy) < 0 && turn (cx, cy, dx, dy, ax, ay) * turn (cx, cy, dx, dy, bx, by) < 0;
}

static gboolean
line_meets_box (double ax, double ay, double bx, double by, const MaakBox *box)
{
  double x0 = box->x - 1, y0 = box->y - 1, x1 = box->x + box->width + 1, y1 = box->y + box->height + 1;

  return (ax > x0 && ax < x1 && ay > y0 && ay < y1) || (bx > x0 && bx < x1 && by > y0 && by < y1) ||
         lines_cross (ax, ay, bx, by, x0, y0, x1, y1) || lines_cross (ax, ay, bx, by, x0, y1, x1, y0);
}

/* Whether the line from the callout to its region meets nothing. */
static gboolean
is_clear (const MaakMapLabel *label, GPtrArray *labels)
{
  double x = CLAMP (label->x, label->box.x, label->box.x + label->box.width), y = CLAMP (label->y, label->box.y, label->box.y + label->box.height);

  for (guint i = 0; i < labels->len; i++)
    {
      const MaakMapLabel *other = labels->pdata[i];

      if (line_meets_box (x, y, label->x, label->y, &other->box))
        return FALSE;
      if (other->callout && line_meets_box (CLAMP (other->x, other->box.x, other->box.x + other->box.width), CLAMP (other->y, other->box.y, other->box.y + other->box.height), other->x, other->y, &label->box))
        return FALSE;
      if (other->callout && lines_cross (x, y, label->x, label->y, CLAMP (other->x, other->box.x, other->box.x + other->box.width), CLAMP (other->y, other->box.y, other->box.y + other->box.height), other->x, other->y))
        return FALSE;
    }
  return TRUE;
}

/* Moves the label to the nearest free box; FALSE where there is none. */
static gboolean
find_place (MaakMapLabel *label, const Raster *raster, const MaakMapFrame *frame, GPtrArray *labels)
{
  double  nearest = G_MAXDOUBLE;
  MaakBox best = label->box;
  int     width = (int) ceil (label->box.width), height = (int) ceil (label->box.height);

  for (int y = 0; y + height <= raster->height; y += STEP)
    for (int x = 0; x + width <= raster->width; x += STEP)
      {
        double left = frame->box.x + x, top = frame->box.y + y, dx, dy, far;

        dx = label->x - CLAMP (label->x, left, left + label->box.width);
        dy = label->y - CLAMP (label->y, top, top + label->box.height);
        far = hypot (dx, dy);
        if (far >= nearest || !raster_is_free (raster, x, y, x + width, y + height))
          continue;
        label->box.x = left;
        label->box.y = top;
        if (!is_clear (label, labels))
          continue;
        nearest = far;
        best = label->box;
      }
  label->box = best;
  return nearest < G_MAXDOUBLE;
}

static void
set_anchor (MaakPicture *picture, MaakMapLabel *label, const MaakMapFrame *frame)
{
  MaakPoint spot;

  maak_projected_find_spot (frame->thin, picture->level, label->region, 1, 1, &spot);
  label->x = frame->view.left + (spot.x - frame->view.x0) * frame->view.scale;
  label->y = frame->view.top + (frame->view.y0 - spot.y) * frame->view.scale;
}

static gboolean
place_one (MaakPicture *picture, MaakMapLabel *label, MaakPen *pen, const MaakMapFrame *frame, const Raster *raster, GPtrArray *labels)
{
  label->callout = TRUE;
  set_anchor (picture, label, frame);
  for (guint n_name_lines = 2; n_name_lines-- > 0;)
    {
      maak_map_label_set_lines (label, picture, n_name_lines);
      maak_map_label_measure (label, pen, &label->box.width, &label->box.height);
      if (find_place (label, raster, frame, labels))
        return TRUE;
    }
  return FALSE;
}

/* Adds callouts for the regions @left (of guint) to @labels; on a map of many regions for the own ones only. */
void
maak_map_place_callouts (MaakPicture *picture, MaakPen *pen, const MaakMapFrame *frame, const GArray *circles, GPtrArray *labels, const GArray *left)
{
  gboolean many = maak_indicator_get_n (picture->indicator) > MAAK_MAP_MANY;

  for (guint i = 0; i < left->len; i++)
    {
      guint region = g_array_index (left, guint, i);
      g_auto (Raster) raster = { 0 };
      MaakMapLabel *label;

      if (many && !maak_picture_is_own (picture, region))
        continue;
      raster_make (&raster, picture, frame, circles, labels);
      label = maak_map_label_new (picture, region);
      if (place_one (picture, label, pen, frame, &raster, labels))
        g_ptr_array_add (labels, label);
      else
        maak_map_label_free (label);
    }
}
