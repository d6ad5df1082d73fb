/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Totals as circles: area proportional to the value, the largest of a size that suits the map. A circle stands where its
 * region is widest. Large ones are drawn first, so that none hides a smaller one.
 *
 * A label goes, in this order, into its circle; beside it within its own region; beside it elsewhere on the map; else it is
 * left to the callouts. It never touches another label or another region's circle.
 */
#include "draw/maak-map-private.h"

#include <math.h>

/* The largest circle's radius, as a part of the map's width. */
#define LARGEST 0.088

/* Points. */
#define CLEAR 1.2

static double
get_largest (MaakPicture *picture)
{
  double most = 0, value;

  for (guint i = 0; i < maak_indicator_get_n (picture->indicator); i++)
    if (maak_status_has_value (maak_indicator_get (picture->indicator, i, &value)))
      most = MAX (most, fabs (value));
  return most;
}

/* Points of radius for the square root of a value, on a map in a box of this size; 0 where the map has no circles. */
double
maak_map_get_circle_scale (MaakPicture *picture, double width, double height)
{
  MaakExtent extent;
  double     most;

  if (!picture->circles)
    return 0;
  most = get_largest (picture);
  extent = maak_projected_get_extent (picture->projected, picture->level, MAAK_ALL_REGIONS);
  if (most <= 0 || extent.height <= 0)
    return 0;
  return LARGEST * MIN (width, height * extent.width / extent.height) / sqrt (most);
}

MaakColor
maak_map_get_circle_color (MaakPicture *picture)
{
  return maak_palette_get_color (picture->palette, 4, 1);
}

MaakColor
maak_map_get_circle_edge (MaakPicture *picture)
{
  return maak_palette_get_color (picture->palette, 4, 3);
}

static int
compare_circles (gconstpointer a, gconstpointer b)
{
  const MaakMapCircle *p = a, *q = b;

  return p->radius > q->radius ? -1 : p->radius < q->radius;
}

/* The circles of a map; none where regions are filled. */
GArray *
maak_map_list_circles (MaakPicture *picture, const MaakMapFrame *frame)
{
  GArray *circles = g_array_new (FALSE, FALSE, sizeof (MaakMapCircle));
  guint   n = picture->circles ? maak_indicator_get_n (picture->indicator) : 0;

  for (guint i = 0; i < n; i++)
    {
      MaakMapCircle circle = { .region = i };
      MaakPoint     spot;
      double        value;

      if (!maak_status_has_value (maak_indicator_get (picture->indicator, i, &value)))
        continue;
      if (maak_projected_find_spot (frame->thin, picture->level, i, 1, 1, &spot) <= 0)
        continue;
      circle.x = frame->view.left + (spot.x - frame->view.x0) * frame->view.scale;
      circle.y = frame->view.top + (frame->view.y0 - spot.y) * frame->view.scale;
      circle.radius = MAX (frame->circle * sqrt (fabs (value)), 0.4);
      g_array_append_val (circles, circle);
    }
  g_array_sort (circles, compare_circles);
  return circles;
}

static gboolean
box_meets_circle (const MaakBox *box, const MaakMapCircle *circle)
{
  double x = CLAMP (circle->x, box->x, box->x + box->width), y = CLAMP (circle->y, box->y, box->y + box->height);

  return hypot (circle->x - x, circle->y - y) < circle->radius + CLEAR;
}

static gboolean
is_free (const MaakMapLabel *label, const MaakMapFrame *frame, const GArray *circles, GPtrArray *labels)
{
  if (!maak_box_contains (&frame->box, &label->box) || maak_box_overlaps (&label->box, &frame->bar, CLEAR))
    return FALSE;
  for (guint i = 0; i < labels->len; i++)
    if (maak_box_overlaps (&label->box, &((MaakMapLabel *) labels->pdata[i])->box, CLEAR))
      return FALSE;
  for (guint i = 0; i < circles->len; i++)
    {
      const MaakMapCircle *circle = &g_array_index (circles, MaakMapCircle, i);

      if (!(label->on_circle && circle->region == label->region) && box_meets_circle (&label->box, circle))
        return FALSE;
    }
  return TRUE;
}

/* Whether the corners of the label lie in its region. */
static gboolean
is_at_home (MaakPicture *picture, const MaakMapLabel *label, const MaakMapFrame *frame)
{
  for (guint i = 0; i < 4; i++)
    {
      double    x = label->box.x + (i & 1 ? label->box.width : 0), y = label->box.y + (i & 2 ? label->box.height : 0);
      MaakPoint point = { frame->view.x0 + (x - frame->view.left) / frame->view.scale, frame->view.y0 - (y - frame->view.top) / frame->view.scale };

      if (!maak_projected_contains (frame->thin, picture->level, label->region, point))
        return FALSE;
    }
  return TRUE;
}

static gboolean
try_inside (MaakMapLabel *label, MaakPen *pen, const MaakMapCircle *circle)
{
  double width, height;

  maak_map_label_measure (label, pen, &width, &height);
  label->box = (MaakBox) { circle->x - width / 2, circle->y - height / 2, width, height };
  label->on_circle = TRUE;
  return hypot (width, height) / 2 <= circle->radius;
}

static gboolean
try_beside (MaakPicture *picture, MaakMapLabel *label, MaakPen *pen, const MaakMapFrame *frame, const MaakMapCircle *circle, const GArray *circles, GPtrArray *labels, gboolean at_home)
{
  /* Which way from the circle's middle: below, above, right, left, then slanting. */
  static const double WAYS[][2] = { { 0, 1 }, { 0, -1 }, { 1, 0 }, { -1, 0 }, { 0.7, 0.7 }, { -0.7, 0.7 }, { 0.7, -0.7 }, { -0.7, -0.7 } };
  double              width, height;

  maak_map_label_measure (label, pen, &width, &height);
  label->on_circle = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (WAYS); i++)
    {
      double dx = WAYS[i][0], dy = WAYS[i][1], away = circle->radius + CLEAR + 0.3;

      label->box = (MaakBox) { circle->x + dx * away + (dx > 0 ? 0 : dx < 0 ? -width
                                                                            : -width / 2),
                               circle->y + dy * away + (dy > 0 ? 0 : dy < 0 ? -height
                                                                            : -height / 2),
                               width, height };
      if (is_free (label, frame, circles, labels) && (!at_home || is_at_home (picture, label, frame)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
place_label (MaakPicture *picture, MaakMapLabel *label, MaakPen *pen, const MaakMapFrame *frame, const MaakMapCircle *circle, const GArray *circles, GPtrArray *labels)
{
  gboolean many = maak_indicator_get_n (picture->indicator) > MAAK_MAP_MANY;

  if (!many)
    {
      maak_map_label_set_lines (label, picture, 1);
      if (try_inside (label, pen, circle) && is_free (label, frame, circles, labels))
        return TRUE;
      if (try_beside (picture, label, pen, frame, circle, circles, labels, TRUE))
        return TRUE;
    }
  maak_map_label_set_lines (label, picture, 0);
  if (try_inside (label, pen, circle) && is_free (label, frame, circles, labels))
    return TRUE;
  return try_beside (picture, label, pen, frame, circle, circles, labels, TRUE) || (!many && try_beside (picture, label, pen, frame, circle, circles, labels, FALSE));
}

/* The labels of a map with circles, callouts included. */
GPtrArray *
maak_map_place_circle_labels (MaakPicture *picture, MaakPen *pen, const MaakMapFrame *frame, const GArray *circles)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_map_label_free);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < circles->len; i++)
    {
      const MaakMapCircle *circle = &g_array_index (circles, MaakMapCircle, i);
      MaakMapLabel        *label = maak_map_label_new (picture, circle->region);

      if (place_label (picture, label, pen, frame, circle, circles, labels))
        {
          g_ptr_array_add (labels, label);
          continue;
        }
      maak_map_label_free (label);
      g_array_append_val (left, circle->region);
    }
  maak_map_place_callouts (picture, pen, frame, circles, labels, left);
  return labels;
}
