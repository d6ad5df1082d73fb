/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Arcs in a plane. All points of all arcs lie in one array, arc after arc; `starts` says where each begins. That array
 * is made once; drawing walks it and allocates nothing.
 *
 * Invariants: an arc keeps its first and its last point for ever, so arcs that meet keep meeting; it has the number that
 * it has in the boundaries; it never has fewer than two points.
 *
 * A *spot* is the middle of the place in a region where a rectangle of given proportions fits best. In a space in which
 * that rectangle is a square of side 2, the Chebyshev distance to the border says how many times the rectangle may grow,
 * and it changes by at most the distance gone: squares whose best possible answer cannot beat the one at hand need not be
 * looked into (the idea of polylabel, with a rectangle for the circle).
 *
 * What is deliberately not here: clipping (pages clip), curved resampling of long edges (arcs are short).
 */
#include "draw/maak-projected.h"

#include <math.h>

/* West, south, east, north; metres. */
typedef struct
{
  double x0, y0, x1, y1;
} Bounds;

struct _MaakProjected
{
  gatomicrefcount refs;
  MaakBoundaries *boundaries;
  guint           n_arcs;
  guint          *starts; /* n_arcs + 1 */
  MaakPoint      *points; /* metres */
  Bounds         *bounds; /* of each arc */
};

/* One straight piece of a border, in the space of a spot. */
typedef struct
{
  double u0, v0, u1, v1;
} Piece;

/* A square that may hold the spot. */
typedef struct
{
  double u, v, half;
  double grow; /* at its middle */
} Square;

static MaakProjected *
allocate (MaakBoundaries *boundaries, guint n_points)
{
  MaakProjected *self = g_new0 (MaakProjected, 1);

  g_atomic_ref_count_init (&self->refs);
  self->boundaries = maak_boundaries_ref (boundaries);
  self->n_arcs = maak_boundaries_get_n_arcs (boundaries);
  self->starts = g_new (guint, self->n_arcs + 1);
  self->points = g_new (MaakPoint, MAX (n_points, 1));
  self->bounds = g_new (Bounds, MAX (self->n_arcs, 1));
  return self;
}

/* Once all points are there. */
static void
bound_arcs (MaakProjected *self)
{
  for (guint i = 0; i < self->n_arcs; i++)
    {
      Bounds box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

      for (const MaakPoint *p = self->points + self->starts[i]; p < self->points + self->starts[i + 1]; p++)
        {
          box.x0 = MIN (box.x0, p->x);
          box.y0 = MIN (box.y0, p->y);
          box.x1 = MAX (box.x1, p->x);
          box.y1 = MAX (box.y1, p->y);
        }
      self->bounds[i] = box;
    }
}

/* Squared distance of @p from the piece from @a to @b. */
static double
square_from_piece (MaakPoint p, MaakPoint a, MaakPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y, px = p.x - a.x, py = p.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP ((px * dx + py * dy) / length, 0, 1) : 0;
  double ex = px - t * dx, ey = py - t * dy;

  return ex * ex + ey * ey;
}

/* Douglas and Peucker, with a stack of its own: marks in @keep what stays of points[first..last]. */
static void
mark_kept (const MaakPoint *points, guint first, guint last, double limit, guint8 *keep, GArray *stack)
{
  const guint all[2] = { first, last };

  keep[first] = keep[last] = 1;
  g_array_append_vals (stack, all, 2);
  while (stack->len > 0)
    {
      guint  b = g_array_index (stack, guint, stack->len - 1), a = g_array_index (stack, guint, stack->len - 2), far = a;
      double most = limit;

      g_array_set_size (stack, stack->len - 2);
      for (guint i = a + 1; i < b; i++)
        {
          double square = square_from_piece (points[i], points[a], points[b]);

          if (square > most)
            {
              most = square;
              far = i;
            }
        }
      if (far > a)
        {
          const guint parts[4] = { a, far, far, b };

          keep[far] = 1;
          g_array_append_vals (stack, parts, 4);
        }
    }
}

static void
grow_box (MaakProjected *self, guint arc, double *box)
{
  const Bounds *bounds = &self->bounds[arc];

  box[0] = MIN (box[0], bounds->x0);
  box[1] = MIN (box[1], bounds->y0);
  box[2] = MAX (box[2], bounds->x1);
  box[3] = MAX (box[3], bounds->y1);
}

static void
grow_box_by_region (MaakProjected *self, MaakLevel level, guint region, double *box)
{
  guint n_rings = maak_boundaries_get_n_rings (self->boundaries, level, region);

  for (guint i = 0; i < n_rings; i++)
    {
      MaakRing ring;

      maak_boundaries_get_ring (self->boundaries, level, region, i, &ring);
      for (guint j = 0; j < ring.n_arcs; j++)
        grow_box (self, (guint) (ring.arcs[j] < 0 ? ~ring.arcs[j] : ring.arcs[j]), box);
    }
}

/* The pieces of a region's border, x in units of @half_width and y of @half_height. */
static GArray *
list_pieces (MaakProjected *self, MaakLevel level, guint region, double half_width, double half_height)
{
  GArray *pieces = g_array_sized_new (FALSE, FALSE, sizeof (Piece), 512);
  guint   n_rings = maak_boundaries_get_n_rings (self->boundaries, level, region);

  for (guint i = 0; i < n_rings; i++)
    {
      MaakRing ring;

      maak_boundaries_get_ring (self->boundaries, level, region, i, &ring);
      for (guint j = 0; j < ring.n_arcs; j++)
        {
          guint arc = (guint) (ring.arcs[j] < 0 ? ~ring.arcs[j] : ring.arcs[j]);

          for (guint k = self->starts[arc]; k + 1 < self->starts[arc + 1]; k++)
            {
              const MaakPoint *p = &self->points[k];
              Piece            piece = { p[0].x / half_width, p[0].y / half_height, p[1].x / half_width, p[1].y / half_height };

              g_array_append_val (pieces, piece);
            }
        }
    }
  return pieces;
}

static double
chebyshev_at (double du, double dv, double u, double v, double t)
{
  if (!(t > 0))
    t = 0;
  else if (t > 1)
    t = 1;
  return MAX (fabs (u + t * du), fabs (v + t * dv));
}

/* Chebyshev distance from (u, v) to a piece: a convex function of the place on it, smallest at an end or at a kink. */
static double
distance_to_piece (const Piece *piece, double u, double v)
{
  double a = piece->u0 - u, b = piece->v0 - v, du = piece->u1 - piece->u0, dv = piece->v1 - piece->v0;
  double best = MIN (chebyshev_at (du, dv, a, b, 0), chebyshev_at (du, dv, a, b, 1));

  if (du != dv)
    best = MIN (best, chebyshev_at (du, dv, a, b, (b - a) / (du - dv)));
  if (du != -dv)
    best = MIN (best, chebyshev_at (du, dv, a, b, -(a + b) / (du + dv)));
  if (du != 0)
    best = MIN (best, chebyshev_at (du, dv, a, b, -a / du));
  if (dv != 0)
    best = MIN (best, chebyshev_at (du, dv, a, b, -b / dv));
  return best;
}

/* How many times the rectangle fits around (u, v); negative outside the region. */
static double
measure_growth (const GArray *pieces, double u, double v)
{
  const Piece *all = (const Piece *) (gpointer) pieces->data;
  double       best = G_MAXDOUBLE;
  gboolean     inside = FALSE;

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *p = &all[i];

      if ((p->v0 > v) != (p->v1 > v) && u < (p->u1 - p->u0) * (v - p->v0) / (p->v1 - p->v0) + p->u0)
        inside = !inside;
      /* A piece whose box is farther than what was found cannot be nearer. */
      if (MIN (p->u0, p->u1) - u < best && u - MAX (p->u0, p->u1) < best && MIN (p->v0, p->v1) - v < best && v - MAX (p->v0, p->v1) < best)
        best = MIN (best, distance_to_piece (p, u, v));
    }
  return inside ? best : -best;
}

static void
add_square (GArray *squares, const GArray *pieces, double u, double v, double half)
{
  Square square = { u, v, half, measure_growth (pieces, u, v) };

  g_array_append_val (squares, square);
}

/* Takes the square that promises most out of @squares. */
static Square
take_best (GArray *squares)
{
  guint  best = 0;
  Square found;

  for (guint i = 1; i < squares->len; i++)
    {
      const Square *s = &g_array_index (squares, Square, i), *b = &g_array_index (squares, Square, best);

      if (s->grow + s->half > b->grow + b->half)
        best = i;
    }
  found = g_array_index (squares, Square, best);
  g_array_remove_index_fast (squares, best);
  return found;
}

static void
tile_extent (GArray *squares, const GArray *pieces, double u0, double v0, double u1, double v1)
{
  double half = MAX (MIN (u1 - u0, v1 - v0), MAX (u1 - u0, v1 - v0) / 8) / 4;

  if (!(half > 0))
    half = 1e-9;
  for (double u = u0 + half; u - half < u1; u += 2 * half)
    for (double v = v0 + half; v - half < v1; v += 2 * half)
      add_square (squares, pieces, u, v, half);
}

/**
 * maak_projected_new:
 * @boundaries: what to project
 * @projection: the plane
 *
 * Projects every point of every arc, once.
 *
 * Returns: (transfer full): the arcs in the plane
 */
MaakProjected *
maak_projected_new (MaakBoundaries *boundaries, MaakProjection projection)
{
  MaakProjected *self;
  guint          n_arcs = maak_boundaries_get_n_arcs (boundaries), total = 0, n;

  for (guint i = 0; i < n_arcs; i++)
    {
      maak_boundaries_get_arc (boundaries, i, &n);
      total += n;
    }
  self = allocate (boundaries, total);
  total = 0;
  for (guint i = 0; i < n_arcs; i++)
    {
      const MaakLonLat *arc = maak_boundaries_get_arc (boundaries, i, &n);

      self->starts[i] = total;
      for (guint j = 0; j < n; j++)
        self->points[total++] = maak_projection_project (projection, arc[j].lon, arc[j].lat);
    }
  self->starts[n_arcs] = total;
  bound_arcs (self);
  return self;
}

/**
 * maak_projected_simplify:
 * @self: arcs in a plane
 * @metres: how far a border may move; 0: not at all
 *
 * Thins out each arc by itself (Douglas and Peucker, 1973), so that regions that share it go on sharing it.
 *
 * Returns: (transfer full): the same arcs with fewer points
 */
MaakProjected *
maak_projected_simplify (MaakProjected *self, double metres)
{
  MaakProjected     *thin;
  g_autofree guint8 *keep = NULL;
  g_autoptr (GArray) stack = g_array_sized_new (FALSE, FALSE, sizeof (guint), 256);
  guint total = 0, n_points = self->starts[self->n_arcs];

  if (!(metres > 0))
    return maak_projected_ref (self);

  keep = g_new0 (guint8, MAX (n_points, 1));
  for (guint i = 0; i < self->n_arcs; i++)
    if (self->starts[i + 1] > self->starts[i])
      mark_kept (self->points, self->starts[i], self->starts[i + 1] - 1, metres * metres, keep, stack);
  for (guint i = 0; i < n_points; i++)
    total += keep[i];

  thin = allocate (self->boundaries, total);
  total = 0;
  for (guint i = 0; i < self->n_arcs; i++)
    {
      thin->starts[i] = total;
      for (guint j = self->starts[i]; j < self->starts[i + 1]; j++)
        if (keep[j])
          thin->points[total++] = self->points[j];
    }
  thin->starts[self->n_arcs] = total;
  bound_arcs (thin);
  return thin;
}

/**
 * maak_projected_ref:
 * @self: arcs in a plane
 *
 * Returns: (transfer full): @self
 */
MaakProjected *
maak_projected_ref (MaakProjected *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * maak_projected_unref:
 * @self: (transfer full): arcs in a plane
 *
 * Lets go of a reference.
 */
void
maak_projected_unref (MaakProjected *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  maak_boundaries_unref (self->boundaries);
  g_free (self->starts);
  g_free (self->points);
  g_free (self->bounds);
  g_free (self);
}

/**
 * maak_projected_get_boundaries:
 * @self: arcs in a plane
 *
 * Returns: (transfer none): what they were made from
 */
MaakBoundaries *
maak_projected_get_boundaries (MaakProjected *self)
{
  return self->boundaries;
}

/**
 * maak_projected_get_n_points:
 * @self: arcs in a plane
 *
 * Returns: how many points all arcs have together
 */
guint
maak_projected_get_n_points (MaakProjected *self)
{
  return self->starts[self->n_arcs];
}

/**
 * maak_projected_get_arc:
 * @self: arcs in a plane
 * @arc: its number
 * @n_points: (out): how many points it has
 *
 * Returns: (transfer none): its points, metres
 */
const MaakPoint *
maak_projected_get_arc (MaakProjected *self, guint arc, guint *n_points)
{
  g_return_val_if_fail (arc < self->n_arcs, NULL);

  *n_points = self->starts[arc + 1] - self->starts[arc];
  return self->points + self->starts[arc];
}

/**
 * maak_projected_get_extent:
 * @self: arcs in a plane
 * @level: of the regions
 * @region_or_all: index within the level, or %MAAK_ALL_REGIONS
 *
 * Returns: the smallest box around them, metres; of no size where there are none
 */
MaakExtent
maak_projected_get_extent (MaakProjected *self, MaakLevel level, int region_or_all)
{
  double box[4] = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  guint  n_arcs = 0;

  if (region_or_all >= 0)
    {
      grow_box_by_region (self, level, (guint) region_or_all, box);
    }
  else
    {
      const gint32 *arcs = maak_boundaries_get_level_arcs (self->boundaries, level, &n_arcs);

      for (guint i = 0; i < n_arcs; i++)
        grow_box (self, (guint) (arcs[i] < 0 ? ~arcs[i] : arcs[i]), box);
    }
  if (box[2] < box[0])
    return (MaakExtent) { 0, 0, 0, 0 };
  return (MaakExtent) { box[0], box[1], box[2] - box[0], box[3] - box[1] };
}

/**
 * maak_extent_meets:
 * @a: a box
 * @b: another; of no width: all of the plane
 *
 * Returns: whether they have anything in common
 */
gboolean
maak_extent_meets (const MaakExtent *a, const MaakExtent *b)
{
  return b->width <= 0 || (a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height && b->y <= a->y + a->height);
}

/**
 * maak_projected_get_arc_extent:
 * @self: arcs in a plane
 * @arc: its number
 *
 * Returns: the smallest box around it, metres
 */
MaakExtent
maak_projected_get_arc_extent (MaakProjected *self, guint arc)
{
  const Bounds *bounds = &self->bounds[arc];

  g_return_val_if_fail (arc < self->n_arcs, ((MaakExtent) { 0, 0, 0, 0 }));

  return (MaakExtent) { bounds->x0, bounds->y0, bounds->x1 - bounds->x0, bounds->y1 - bounds->y0 };
}

/**
 * maak_projected_find_spot:
 * @self: arcs in a plane
 * @level: of the region
 * @region: index within the level
 * @width: of a rectangle, metres
 * @height: of the rectangle, metres
 * @middle: (out): where in the region its middle is best put
 *
 * Looks for the place where a rectangle of these proportions has most room, to within 6 %.
 *
 * Returns: how many times larger the rectangle could be there: it fits when this is at least 1. 0 where the region has no
 *   geometry
 */
double
maak_projected_find_spot (MaakProjected *self, MaakLevel level, guint region, double width, double height, MaakPoint *middle)
{
  g_autoptr (GArray) pieces = NULL;
  g_autoptr (GArray) squares = g_array_new (FALSE, FALSE, sizeof (Square));
  MaakExtent box = maak_projected_get_extent (self, level, (int) region);
  double     half_width = width / 2, half_height = height / 2;
  Square     best = { 0, 0, 0, -G_MAXDOUBLE };

  g_return_val_if_fail (width > 0 && height > 0, 0);

  *middle = (MaakPoint) { box.x + box.width / 2, box.y + box.height / 2 };
  pieces = list_pieces (self, level, region, half_width, half_height);
  if (pieces->len == 0)
    return 0;
  tile_extent (squares, pieces, box.x / half_width, box.y / half_height, (box.x + box.width) / half_width, (box.y + box.height) / half_height);
  while (squares->len > 0)
    {
      Square square = take_best (squares);
      double half = square.half / 2;

      if (square.grow > best.grow)
        best = square;
      if (square.grow + square.half <= best.grow + MAX (0.06 * best.grow, 0.02))
        break;
      for (int i = 0; i < 4; i++)
        add_square (squares, pieces, square.u + (i & 1 ? half : -half), square.v + (i & 2 ? half : -half), half);
    }
  *middle = (MaakPoint) { best.u * half_width, best.v * half_height };
  return MAX (best.grow, 0);
}

/**
 * maak_projected_contains:
 * @self: arcs in a plane
 * @level: of the region
 * @region: index within the level
 * @point: metres
 *
 * Returns: whether @point lies in the region
 */
gboolean
maak_projected_contains (MaakProjected *self, MaakLevel level, guint region, MaakPoint point)
{
  guint    n_rings = maak_boundaries_get_n_rings (self->boundaries, level, region);
  gboolean inside = FALSE;

  for (guint i = 0; i < n_rings; i++)
    {
      MaakRing ring;

      maak_boundaries_get_ring (self->boundaries, level, region, i, &ring);
      for (guint j = 0; j < ring.n_arcs; j++)
        {
          guint arc = (guint) (ring.arcs[j] < 0 ? ~ring.arcs[j] : ring.arcs[j]);

          for (const MaakPoint *p = self->points + self->starts[arc]; p + 1 < self->points + self->starts[arc + 1]; p++)
            if ((p[0].y > point.y) != (p[1].y > point.y) && point.x < (p[1].x - p[0].x) * (point.y - p[0].y) / (p[1].y - p[0].y) + p[0].x)
              inside = !inside;
        }
    }
  return inside;
}

static void
add_point (const MaakPoint *point, const MaakView *view, cairo_t *cr)
{
  cairo_line_to (cr, view->left + (point->x - view->x0) * view->scale, view->top + (view->y0 - point->y) * view->scale);
}

/**
 * maak_projected_add_region:
 * @self: arcs in a plane
 * @level: of the region
 * @region: index within the level
 * @view: where the plane lands
 * @cr: where to draw
 *
 * Adds the region's rings to the path, holes too: fill with the even-odd rule.
 */
void
maak_projected_add_region (MaakProjected *self, MaakLevel level, guint region, const MaakView *view, cairo_t *cr)
{
  guint n_rings = maak_boundaries_get_n_rings (self->boundaries, level, region);

  for (guint i = 0; i < n_rings; i++)
    {
      MaakRing ring;

      maak_boundaries_get_ring (self->boundaries, level, region, i, &ring);
      cairo_new_sub_path (cr);
      for (guint j = 0; j < ring.n_arcs; j++)
        {
          gboolean         back = ring.arcs[j] < 0;
          guint            arc = (guint) (back ? ~ring.arcs[j] : ring.arcs[j]), n = self->starts[arc + 1] - self->starts[arc];
          const MaakPoint *points = self->points + self->starts[arc];

          /* The first point of an arc is the last of the one before. */
          for (guint k = j > 0 ? 1 : 0; k < n; k++)
            add_point (&points[back ? n - 1 - k : k], view, cr);
        }
      cairo_close_path (cr);
    }
}

/**
 * maak_projected_add_arc:
 * @self: arcs in a plane
 * @arc: its number
 * @view: where the plane lands
 * @cr: where to draw
 *
 * Adds one arc to the path.
 */
void
maak_projected_add_arc (MaakProjected *self, guint arc, const MaakView *view, cairo_t *cr)
{
  cairo_new_sub_path (cr);
  for (guint i = self->starts[arc]; i < self->starts[arc + 1]; i++)
    add_point (&self->points[i], view, cr);
}

/**
 * maak_view_fit:
 * @extent: of the plane, metres
 * @box: of the page or screen
 *
 * Returns: the view in which @extent fills @box as far as it goes, in its middle
 */
MaakView
maak_view_fit (const MaakExtent *extent, const MaakBox *box)
{
  MaakView view = { extent->x, extent->y + extent->height };

  view.scale = MIN (box->width / MAX (extent->width, 1), box->height / MAX (extent->height, 1));
  view.left = box->x + (box->width - extent->width * view.scale) / 2;
  view.top = box->y + (box->height - extent->height * view.scale) / 2;
  return view;
}
