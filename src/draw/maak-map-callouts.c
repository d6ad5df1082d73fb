/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Callouts: labels that found no room at home, put into the water or abroad, with a line to their region.
 *
 * What is taken (land, circles, labels, the scale bar) is painted into a raster. A callout goes to the free box nearest to
 * its region from which the line meets no other label and no other line.
 *
 * Where nothing is free the region stays without a label: ranks and the table have it, and the legend says so.
 */
#include "draw/maak-map-private.h"

#include "draw/maak-raster.h"

#include <math.h>

/* Points: around a callout that must be free; from one try to the next. */
#define CLEAR 2.0
#define STEP 2.0

static void
take_box (cairo_t *cr, const MaakBox *box)
{
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);
}

/* Takes the label's box in a raster that is there already. */
static void
take_label (MaakRaster *raster, const MaakMapLabel *label)
{
  if (raster == NULL)
    return;
  take_box (maak_raster_get_cr (raster), &label->box);
  maak_raster_sum (raster);
}

static MaakRaster *
make_raster (MaakPicture *picture, const MaakMapFrame *frame, const GArray *circles, GPtrArray *labels)
{
  MaakRaster *raster = maak_raster_new (frame->box);
  cairo_t    *cr = maak_raster_get_cr (raster);
  guint       n = maak_picture_get_n (picture);

  for (guint i = 0; i < n; i++)
    maak_projected_add_region (frame->coarse, picture->level, i, &frame->view, cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill (cr);
  for (guint i = 0; i < circles->len; i++)
    {
      const MaakMapCircle *circle = &g_array_index (circles, MaakMapCircle, i);

      cairo_arc (cr, circle->x, circle->y, circle->radius, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  for (guint i = 0; i < labels->len; i++)
    take_box (cr, &((const MaakMapLabel *) labels->pdata[i])->box);
  take_box (cr, &frame->bar);
  maak_raster_sum (raster);
  return raster;
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

static gboolean
line_meets_circle (double ax, double ay, double bx, double by, const MaakMapCircle *circle)
{
  double dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((circle->x - ax) * dx + (circle->y - ay) * dy) / length, 0, 1) : 0;

  return hypot (ax + t * dx - circle->x, ay + t * dy - circle->y) < circle->radius + 1;
}

/* Whether the line from the callout to its region meets no label, line or other circle. */
static gboolean
is_clear (const MaakMapLabel *label, GPtrArray *labels, const GArray *circles)
{
  double x = CLAMP (label->x, label->box.x, label->box.x + label->box.width), y = CLAMP (label->y, label->box.y, label->box.y + label->box.height);

  for (guint i = 0; i < circles->len; i++)
    {
      const MaakMapCircle *circle = &g_array_index (circles, MaakMapCircle, i);

      if (circle->region != label->region && line_meets_circle (x, y, label->x, label->y, circle))
        return FALSE;
    }
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

/* The search for a free box. */
typedef struct
{
  MaakRaster    *raster;
  const MaakBox *room;
  GPtrArray     *labels;
  const GArray  *circles;
  MaakBox        best;
  double         nearest;
} Search;

/* Looks along a row, no farther away than what was found; of boxes as near as each other the upper left one is taken. */
static void
search_row (Search *search, MaakMapLabel *label, double y)
{
  double width = label->box.width, down = label->y - CLAMP (label->y, y, y + label->box.height);
  double reach = sqrt (MAX (search->nearest * search->nearest - down * down, 0));
  double first = ceil (MAX (label->x - reach - width - search->room->x, 0) / STEP);

  if (fabs (down) > search->nearest)
    return;
  for (double x = search->room->x + first * STEP; x + width <= search->room->x + search->room->width && x <= label->x + reach; x += STEP)
    {
      double far = hypot (label->x - CLAMP (label->x, x, x + width), down);

      label->box.x = x;
      label->box.y = y;
      if (far > search->nearest || (far == search->nearest && (y > search->best.y || (y == search->best.y && x > search->best.x))))
        continue;
      if (maak_raster_get_taken (search->raster, &label->box, CLEAR) > 0 || !is_clear (label, search->labels, search->circles))
        continue;
      search->nearest = far;
      search->best = label->box;
    }
}

/* Moves the label to the nearest free box within @reach; FALSE where there is none. Rows near the region come first, so that
 * the others are soon out of reach. */
static gboolean
find_place (MaakMapLabel *label, MaakRaster *raster, const MaakBox *room, GPtrArray *labels, const GArray *circles, double reach)
{
  /* Nothing is nearer at the reach itself, and nothing higher. */
  Search search = { raster, room, labels, circles, .best = { .x = -G_MAXDOUBLE, .y = -G_MAXDOUBLE }, .nearest = reach };
  int    n_rows = room->height < label->box.height ? 0 : (int) floor ((room->height - label->box.height) / STEP) + 1;
  int    home = CLAMP ((int) ((label->y - room->y) / STEP), 0, MAX (n_rows - 1, 0));

  for (int i = 0; i < n_rows; i++)
    {
      if (home - i >= 0)
        search_row (&search, label, room->y + (home - i) * STEP);
      if (i > 0 && home + i < n_rows)
        search_row (&search, label, room->y + (home + i) * STEP);
    }
  if (search.nearest >= reach)
    return FALSE;
  label->box = search.best;
  return TRUE;
}

static void
set_anchor (MaakPicture *picture, MaakMapLabel *label, const MaakMapFrame *frame)
{
  MaakPoint spot;

  maak_plane_find_spot (picture->plane, picture->level, label->region, 1, 1, &spot);
  label->x = frame->view.left + (spot.x - frame->view.x0) * frame->view.scale;
  label->y = frame->view.top + (frame->view.y0 - spot.y) * frame->view.scale;
}

static gboolean
place_one (MaakPicture *picture, MaakMapLabel *label, MaakPen *pen, const MaakMapFrame *frame, MaakRaster *raster, GPtrArray *labels, const GArray *circles, double reach)
{
  label->callout = TRUE;
  set_anchor (picture, label, frame);
  for (guint n_name_lines = 2; n_name_lines-- > 0;)
    {
      maak_map_label_set_lines (label, picture, n_name_lines);
      maak_map_label_measure (label, pen, &label->box.width, &label->box.height);
      if (find_place (label, raster, &frame->box, labels, circles, reach))
        return TRUE;
    }
  return FALSE;
}

/* Lets the line end at the edge of the region's circle, where it has one. */
static void
end_at_circle (MaakMapLabel *label, const GArray *circles)
{
  for (guint i = 0; i < circles->len; i++)
    {
      const MaakMapCircle *circle = &g_array_index (circles, MaakMapCircle, i);
      double               dx = CLAMP (circle->x, label->box.x, label->box.x + label->box.width) - circle->x;
      double               dy = CLAMP (circle->y, label->box.y, label->box.y + label->box.height) - circle->y, far = hypot (dx, dy);

      if (circle->region != label->region || far <= circle->radius)
        continue;
      label->on_circle = TRUE;
      label->x = circle->x + dx / far * circle->radius;
      label->y = circle->y + dy / far * circle->radius;
    }
}

/* Adds callouts, no farther than @reach points away, for the regions @left (of guint) to @labels; on a map of many regions for
 * the own ones only. Leaves in @left those that found no place. */
void
maak_map_place_callouts (MaakPicture *picture, MaakPen *pen, const MaakMapFrame *frame, const GArray *circles, GPtrArray *labels, GArray *left, double reach)
{
  gboolean many = maak_picture_get_n (picture) > MAAK_MAP_MANY;
  g_autoptr (MaakRaster) raster = NULL;

  for (guint i = 0; i < left->len;)
    {
      guint         region = g_array_index (left, guint, i);
      MaakMapLabel *label = maak_map_label_new (picture, region);
      gboolean      wanted = !many || maak_picture_is_own (picture, region);

      if (wanted && raster == NULL)
        raster = make_raster (picture, frame, circles, labels);
      if (wanted && place_one (picture, label, pen, frame, raster, labels, circles, reach))
        {
          take_label (raster, label);
          end_at_circle (label, circles);
          g_ptr_array_add (labels, label);
          g_array_remove_index (left, i);
        }
      else
        {
          maak_map_label_free (label);
          i++;
        }
    }
}
