/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Totals as circles: area proportional to the value, the largest of a size that suits the map. A circle stands where its
 * region is widest. Large ones are drawn first, so that none hides a smaller one.
 *
 * A label goes into its circle or beside it, with the region's name or without: where it *disturbs* least, that is, crosses
 * the fewest borders, stands at home and keeps its name. It never touches another label or another region's circle. What
 * finds no place is left to the callouts.
 */
#include "draw/maak-map-private.h"

#include "draw/maak-raster.h"

#include <math.h>

/* The largest circle's radius, as a part of the map's width. */
#define LARGEST 0.088

/* Points. */
#define CLEAR 1.2

static double
get_largest (MaakPicture *picture)
{
  double most = 0, value;

  for (guint i = 0; i < maak_picture_get_n (picture); i++)
    if (maak_status_has_value (maak_picture_get_value (picture, i, &value)))
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
  extent = maak_plane_get_extent (picture->plane, picture->level, MAAK_ALL_REGIONS);
  if (most <= 0 || extent.height <= 0)
    return 0;
  return LARGEST * MIN (width, height * extent.width / extent.height) / sqrt (most);
}

/* Circles are of one colour: around a pivot, too, they take that of the default ramp. */
static const MaakPalette *
get_palette (MaakPicture *picture)
{
  return maak_palette_is_diverging (picture->palette) ? maak_palette_get_default (FALSE) : picture->palette;
}

MaakColor
maak_map_get_circle_color (MaakPicture *picture)
{
  return maak_palette_get_color (get_palette (picture), 4, 1);
}

MaakColor
maak_map_get_circle_edge (MaakPicture *picture)
{
  return maak_palette_get_color (get_palette (picture), 4, 3);
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
  guint   n = picture->circles ? maak_picture_get_n (picture) : 0;

  for (guint i = 0; i < n; i++)
    {
      MaakMapCircle circle = { .region = i };
      MaakPoint     spot;
      double        value;

      if (!maak_status_has_value (maak_picture_get_value (picture, i, &value)))
        continue;
      if (maak_plane_find_spot (picture->plane, picture->level, i, 1, 1, &spot) <= 0)
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

/* How much it disturbs where a label in its circle or beside it stands; the place that disturbs least is taken. */
#define WITHOUT_NAME 14.0
#define BESIDE 3.0
#define ABROAD 5.0
#define SLANTING 0.5

/* A label that disturbs more than this is better off as a callout, if that is not farther than so many letters' sizes. */
#define TOO_MUCH 20.0
#define NEAR 5.0

/* The lines that a label had better not cross: inner borders, the coast, and above all the own region's outline. */
static MaakRaster *
make_line_raster (MaakPicture *picture, const MaakMapFrame *frame)
{
  MaakRaster     *raster = maak_raster_new (frame->box);
  cairo_t        *cr = maak_raster_get_cr (raster);
  MaakBoundaries *boundaries = maak_projected_get_boundaries (frame->coarse);
  guint           n_arcs = 0;
  const gint32   *arcs = maak_boundaries_get_level_arcs (boundaries, picture->level, &n_arcs);

  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < n_arcs; i++)
    {
      maak_projected_add_arc (frame->coarse, (guint) arcs[i], &frame->view, cr);
      cairo_set_source_rgba (cr, 0, 0, 0, maak_boundaries_arc_is_outer (boundaries, picture->level, (guint) arcs[i]) ? 0.7 : 0.25);
      cairo_stroke (cr);
    }
  for (guint i = 0; i < picture->regions->len; i++)
    {
      const MaakRegion *own = picture->regions->pdata[i];

      maak_projected_add_region (frame->coarse, maak_region_get_level (own), maak_region_get_index (own), &frame->view, cr);
    }
  cairo_set_source_rgba (cr, 0, 0, 0, 1);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
  maak_raster_sum (raster);
  return raster;
}

static gboolean
is_at_home (MaakPicture *picture, const MaakMapLabel *label, const MaakMapFrame *frame)
{
  double    x = label->box.x + label->box.width / 2, y = label->box.y + label->box.height / 2;
  MaakPoint point = { frame->view.x0 + (x - frame->view.left) / frame->view.scale, frame->view.y0 - (y - frame->view.top) / frame->view.scale };

  return maak_projected_contains (frame->coarse, picture->level, label->region, point);
}

/* Everything that is looked at when one label is placed. */
typedef struct
{
  MaakPicture         *picture;
  const MaakMapFrame  *frame;
  const GArray        *circles;
  const MaakMapCircle *circle; /* of the label */
  GPtrArray           *labels; /* placed before */
  MaakRaster          *lines;
  MaakBox              best;
  double               least; /* how much the best disturbs */
  gboolean             on_circle;
  guint                n_name_lines;
} Search;

static void
consider (Search *search, MaakMapLabel *label, guint n_name_lines, double disturbance)
{
  if (disturbance >= search->least || !is_free (label, search->frame, search->circles, search->labels))
    return;
  if (!label->on_circle)
    disturbance += maak_raster_get_taken (search->lines, &label->box, 0.5);
  if (disturbance < search->least && !label->on_circle && !is_at_home (search->picture, label, search->frame))
    disturbance += ABROAD;
  if (disturbance >= search->least)
    return;
  search->least = disturbance;
  search->best = label->box;
  search->on_circle = label->on_circle;
  search->n_name_lines = n_name_lines;
}

/* Tries the places for the label with or without its name. */
static void
try_places (Search *search, MaakMapLabel *label, MaakPen *pen, guint n_name_lines)
{
  const MaakMapCircle *circle = search->circle;
  double               width, height, penalty = n_name_lines == 0 ? WITHOUT_NAME : 0;

  maak_map_label_set_lines (label, search->picture, n_name_lines);
  maak_map_label_measure (label, pen, &width, &height);
  label->box = (MaakBox) { circle->x - width / 2, circle->y - height / 2, width, height };
  label->on_circle = TRUE;
  if (hypot (width, height) / 2 <= circle->radius)
    consider (search, label, n_name_lines, penalty);
  label->on_circle = FALSE;
  for (guint i = 0; i < 16; i++)
    for (guint j = 0; j < 3; j++)
      {
        double dx = cos (i * G_PI / 8), dy = sin (i * G_PI / 8), away = circle->radius + CLEAR + 0.3 + j * 2.5;

        /* The side of the box that is nearest to the circle touches it at that angle. */
        label->box.x = circle->x + dx * away + (dx - 1) / 2 * width;
        label->box.y = circle->y + dy * away + (dy - 1) / 2 * height;
        consider (search, label, n_name_lines, penalty + BESIDE + j + (i % 4 != 0 ? SLANTING : 0));
      }
}

static gboolean
place_label (Search *search, MaakMapLabel *label, MaakPen *pen, double most)
{
  search->least = G_MAXDOUBLE;
  if (maak_picture_get_n (search->picture) <= MAAK_MAP_MANY)
    {
      try_places (search, label, pen, 1);
      try_places (search, label, pen, 2);
    }
  try_places (search, label, pen, 0);
  if (search->least > most)
    return FALSE;
  maak_map_label_set_lines (label, search->picture, search->n_name_lines);
  label->box = search->best;
  label->on_circle = search->on_circle;
  return TRUE;
}

/* Places the labels of the regions @wanted (of guint) that disturb at most @most; leaves the others in it. */
static void
place_labels (Search *search, MaakPen *pen, GArray *wanted, double most)
{
  for (guint i = 0; i < search->circles->len; i++)
    for (guint j = 0; j < wanted->len; j++)
      {
        MaakMapLabel *label;

        search->circle = &g_array_index (search->circles, MaakMapCircle, i);
        if (g_array_index (wanted, guint, j) != search->circle->region)
          continue;
        label = maak_map_label_new (search->picture, search->circle->region);
        if (place_label (search, label, pen, most))
          {
            g_ptr_array_add (search->labels, label);
            g_array_remove_index (wanted, j);
          }
        else
          {
            maak_map_label_free (label);
          }
        break;
      }
}

/* The labels of a map with circles, callouts included: first those with a good place, then callouts that are near, then
 * places that are less good, then callouts anywhere. */
GPtrArray *
maak_map_place_circle_labels (MaakPicture *picture, MaakPen *pen, const MaakMapFrame *frame, const GArray *circles)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_map_label_free);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (MaakRaster) lines = make_line_raster (picture, frame);
  Search search = { picture, frame, circles, .labels = labels, .lines = lines };

  for (guint i = 0; i < circles->len; i++)
    g_array_append_val (left, g_array_index (circles, MaakMapCircle, i).region);
  place_labels (&search, pen, left, TOO_MUCH);
  if (frame->live)
    return labels;
  maak_map_place_callouts (picture, pen, frame, circles, labels, left, NEAR * pen->size);
  place_labels (&search, pen, left, G_MAXFLOAT);
  maak_map_place_callouts (picture, pen, frame, circles, labels, left, G_MAXDOUBLE);
  return labels;
}
