/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * A plane keeps what pictures of the same boundaries have in common, so that a map that changes its figure, its classes or
 * its view works out only what is new:
 *
 * - *thin* copies of the borders, one for each step of a ladder of distances that grows by the square root of two;
 * - *spots*, the roomiest place of a region for a rectangle of given proportions. Proportions are rounded up to the next step
 *   of a ladder, too, so that labels of like length share a spot; a spot does not depend on the scale;
 * - *sides*, which regions of a level share a piece of border.
 *
 * The neighbour in a direction is what a person would call so: among the regions that touch, the one that lies most in
 * that direction; where none touches there, the nearest one in that quarter, over water too. From every region every other
 * can be reached so; a test holds it to that.
 *
 * Nothing is ever taken out of the caches: the ladders have few steps, and boundaries are small. Not for use by two threads.
 */
#include "draw/maak-plane.h"

#include <math.h>

/* Steps of the ladder of distances, from half a metre on. */
#define N_THIN 40

/* The ladder of proportions: width to height from 2^-2 to 2^6, so many steps for each doubling. */
#define LOWEST_PROPORTION (-2)
#define HIGHEST_PROPORTION 6
#define STEPS 4
#define N_PROPORTIONS ((HIGHEST_PROPORTION - LOWEST_PROPORTION) * STEPS + 1)

/* Borders are thinned out by this much before spots are looked for, metres. */
#define SPOT_DETAIL 250.0

typedef struct
{
  MaakPoint middle;
  double    height; /* metres, of the largest rectangle that fits; negative: not worked out yet */
} Spot;

/* What is known of a level. */
typedef struct
{
  guint       n;
  MaakExtent *extents; /* n; NULL: not worked out yet */
  Spot       *spots;   /* n * N_PROPORTIONS; NULL: none yet */
  guint8     *sides;   /* n * n: whether two regions share a piece of border; NULL: not worked out yet */
} Level;

struct _MaakPlane
{
  gatomicrefcount refs;
  MaakProjected  *projected;
  MaakProjected  *thin[N_THIN];
  Level           levels[MAAK_N_LEVELS];
};

static double
get_step (int index)
{
  return 0.5 * pow (2, index / 2.0);
}

static Level *
get_level (MaakPlane *self, MaakLevel level)
{
  Level *found = &self->levels[level];

  if (found->extents != NULL)
    return found;
  found->n = maak_boundaries_get_n_regions (maak_projected_get_boundaries (self->projected), level);
  found->extents = g_new0 (MaakExtent, MAX (found->n, 1));
  for (guint i = 0; i < found->n; i++)
    found->extents[i] = maak_projected_get_extent (self->projected, level, (int) i);
  return found;
}

/* The two regions of each arc; G_MAXUINT where there is none (yet). */
static guint (*list_arc_regions (MaakBoundaries *boundaries, MaakLevel level, guint n))[2]
{
  guint n_arcs = maak_boundaries_get_n_arcs (boundaries);
  guint (*regions)[2] = g_malloc_n (MAX (n_arcs, 1), sizeof *regions);

  for (guint i = 0; i < n_arcs; i++)
    regions[i][0] = regions[i][1] = G_MAXUINT;
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < maak_boundaries_get_n_rings (boundaries, level, i); j++)
      {
        MaakRing ring;

        maak_boundaries_get_ring (boundaries, level, i, j, &ring);
        for (guint k = 0; k < ring.n_arcs; k++)
          {
            guint arc = (guint) (ring.arcs[k] < 0 ? ~ring.arcs[k] : ring.arcs[k]);

            regions[arc][regions[arc][0] == G_MAXUINT ? 0 : 1] = i;
          }
      }
  return regions;
}

static const guint8 *
get_sides (MaakPlane *self, MaakLevel level)
{
  Level          *known = get_level (self, level);
  MaakBoundaries *boundaries = maak_projected_get_boundaries (self->projected);
  guint           n_arcs = maak_boundaries_get_n_arcs (boundaries);

  if (known->sides == NULL)
    {
      guint (*regions)[2] = list_arc_regions (boundaries, level, known->n);

      known->sides = g_new0 (guint8, MAX ((gsize) known->n * known->n, 1));
      for (guint i = 0; i < n_arcs; i++)
        if (regions[i][1] != G_MAXUINT)
          known->sides[(gsize) regions[i][0] * known->n + regions[i][1]] = known->sides[(gsize) regions[i][1] * known->n + regions[i][0]] = 1;
      g_free (regions);
    }
  return known->sides;
}

static MaakPoint
get_middle (MaakPlane *self, MaakLevel level, guint region)
{
  MaakPoint middle;

  maak_plane_find_spot (self, level, region, 1, 1, &middle);
  return middle;
}

/* How far (dx, dy) goes in the direction, and how far aside. */
static void
turn_to (MaakDirection direction, double dx, double dy, double *ahead, double *aside)
{
  switch (direction)
    {
    case MAAK_DIRECTION_NORTH:
      *ahead = dy;
      *aside = fabs (dx);
      break;
    case MAAK_DIRECTION_SOUTH:
      *ahead = -dy;
      *aside = fabs (dx);
      break;
    case MAAK_DIRECTION_EAST:
      *ahead = dx;
      *aside = fabs (dy);
      break;
    case MAAK_DIRECTION_WEST:
    default:
      *ahead = -dx;
      *aside = fabs (dy);
      break;
    }
}

/**
 * maak_plane_new:
 * @boundaries: what to put into the plane
 * @projection: how
 *
 * Returns: (transfer full): the plane
 */
MaakPlane *
maak_plane_new (MaakBoundaries *boundaries, MaakProjection projection)
{
  MaakPlane *self = g_new0 (MaakPlane, 1);

  g_atomic_ref_count_init (&self->refs);
  self->projected = maak_projected_new (boundaries, projection);
  return self;
}

/**
 * maak_plane_ref:
 * @self: a plane
 *
 * Returns: (transfer full): @self
 */
MaakPlane *
maak_plane_ref (MaakPlane *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * maak_plane_unref:
 * @self: (transfer full): a plane
 *
 * Lets go of a reference.
 */
void
maak_plane_unref (MaakPlane *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < N_THIN; i++)
    g_clear_pointer (&self->thin[i], maak_projected_unref);
  for (guint i = 0; i < MAAK_N_LEVELS; i++)
    {
      g_free (self->levels[i].extents);
      g_free (self->levels[i].spots);
      g_free (self->levels[i].sides);
    }
  maak_projected_unref (self->projected);
  g_free (self);
}

/**
 * maak_plane_get_projected:
 * @self: a plane
 *
 * Returns: (transfer none): the borders with all their points
 */
MaakProjected *
maak_plane_get_projected (MaakPlane *self)
{
  return self->projected;
}

/**
 * maak_plane_get_thin:
 * @self: a plane
 * @metres: how far a border may move
 *
 * Returns: (transfer none): the borders with as few points as that allows, or some more
 */
MaakProjected *
maak_plane_get_thin (MaakPlane *self, double metres)
{
  int index = metres >= get_step (0) ? MIN ((int) floor (2 * log2 (metres / 0.5) + 1e-9), N_THIN - 1) : -1;

  if (index < 0)
    return self->projected;
  if (self->thin[index] == NULL)
    {
      MaakProjected *finer = self->projected;

      /* Thinning out what is thin already is quicker; how far the border has moved then adds up to what was asked at most. */
      for (int i = index - 4; i >= 0 && finer == self->projected; i--)
        if (self->thin[i] != NULL)
          finer = self->thin[i];
      self->thin[index] = maak_projected_simplify (finer, finer == self->projected ? get_step (index) : 0.75 * get_step (index));
    }
  return self->thin[index];
}

/**
 * maak_plane_get_extent:
 * @self: a plane
 * @level: of the regions
 * @region_or_all: index within the level, or %MAAK_ALL_REGIONS
 *
 * Returns: the smallest box around them, metres; of no size where there are none
 */
MaakExtent
maak_plane_get_extent (MaakPlane *self, MaakLevel level, int region_or_all)
{
  const Level *known = get_level (self, level);

  if (region_or_all < 0)
    return maak_projected_get_extent (self->projected, level, MAAK_ALL_REGIONS);
  g_return_val_if_fail ((guint) region_or_all < known->n, ((MaakExtent) { 0, 0, 0, 0 }));
  return known->extents[region_or_all];
}

/**
 * maak_plane_find_spot:
 * @self: a plane
 * @level: of the region
 * @region: index within the level
 * @width: of a rectangle, metres
 * @height: of the rectangle, metres
 * @middle: (out): where in the region its middle is best put
 *
 * As maak_projected_find_spot(), for a rectangle of these proportions or a somewhat wider one, and quick when asked again.
 *
 * Returns: how many times larger the rectangle could be there: it fits when this is at least 1
 */
double
maak_plane_find_spot (MaakPlane *self, MaakLevel level, guint region, double width, double height, MaakPoint *middle)
{
  Level *known = get_level (self, level);
  int    index = (int) ceil (STEPS * (log2 (width / height) - LOWEST_PROPORTION) - 1e-9);
  Spot  *spot;

  g_return_val_if_fail (region < known->n && width > 0 && height > 0, 0);

  index = CLAMP (index, 0, N_PROPORTIONS - 1);
  if (known->spots == NULL)
    {
      known->spots = g_new (Spot, (gsize) known->n * N_PROPORTIONS);
      for (gsize i = 0; i < (gsize) known->n * N_PROPORTIONS; i++)
        known->spots[i].height = -1;
    }
  spot = &known->spots[(gsize) region * N_PROPORTIONS + (guint) index];
  if (spot->height < 0)
    {
      double proportion = pow (2, LOWEST_PROPORTION + index / (double) STEPS);

      spot->height = 1000 * maak_projected_find_spot (maak_plane_get_thin (self, SPOT_DETAIL), level, region, 1000 * proportion, 1000, &spot->middle);
    }
  *middle = spot->middle;
  return spot->height / height;
}

/**
 * maak_plane_find_region:
 * @self: a plane
 * @level: of the regions
 * @point: metres
 *
 * Returns: the region in which @point lies, its index within the level; -1 where it lies in none
 */
int
maak_plane_find_region (MaakPlane *self, MaakLevel level, MaakPoint point)
{
  const Level *known = get_level (self, level);

  for (guint i = 0; i < known->n; i++)
    {
      const MaakExtent *box = &known->extents[i];

      if (point.x >= box->x && point.x <= box->x + box->width && point.y >= box->y && point.y <= box->y + box->height &&
          maak_projected_contains (self->projected, level, i, point))
        return (int) i;
    }
  return -1;
}

/**
 * maak_plane_is_adjacent:
 * @self: a plane
 * @level: of the regions
 * @region: index within the level
 * @other: likewise
 *
 * Returns: whether the two share a piece of border
 */
gboolean
maak_plane_is_adjacent (MaakPlane *self, MaakLevel level, guint region, guint other)
{
  const Level *known = get_level (self, level);

  g_return_val_if_fail (region < known->n && other < known->n, FALSE);

  return region != other && get_sides (self, level)[(gsize) region * known->n + other];
}

/**
 * maak_plane_find_neighbour:
 * @self: a plane
 * @level: of the regions
 * @region: index within the level
 * @direction: where to look
 *
 * Returns: the region that one comes to in that direction, its index within the level; -1 where the land ends
 */
int
maak_plane_find_neighbour (MaakPlane *self, MaakLevel level, guint region, MaakDirection direction)
{
  const Level *known = get_level (self, level);
  MaakPoint    here = get_middle (self, level, region);
  double       least = G_MAXDOUBLE;
  int          found = -1;

  g_return_val_if_fail (region < known->n, -1);

  for (guint i = 0; i < known->n; i++)
    {
      MaakPoint there = get_middle (self, level, i);
      double    ahead, aside, effort;

      turn_to (direction, there.x - here.x, there.y - here.y, &ahead, &aside);
      /* Nothing behind, and beside only a little. */
      if (i == region || ahead <= 0 || aside > 1.2 * ahead)
        continue;
      effort = ahead + 2 * aside;
      if (!maak_plane_is_adjacent (self, level, region, i))
        effort = 2.5 * effort;
      if (effort < least)
        {
          least = effort;
          found = (int) i;
        }
    }
  return found;
}
