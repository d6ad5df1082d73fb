/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * A raster of what is taken: an image of one byte a cell, painted with cairo in page units, and its summed-area table (F. C.
 * Crow, 1984), in which the sum of any box is four look-ups. It serves to choose places for labels; nothing of it is drawn.
 *
 * A cell is a point, or larger where the page is very large, so that the table stays small.
 */
#include "draw/maak-raster.h"

#include <math.h>

#define MOST_CELLS 1200.0

struct _MaakRaster
{
  MaakBox          box;
  double           cell; /* points */
  int              width, height;
  cairo_surface_t *surface;
  cairo_t         *cr;
  guint32         *sums; /* (width + 1) * (height + 1) */
};

/**
 * maak_raster_new:
 * @box: what it covers, points
 *
 * Returns: (transfer full): a raster in which nothing is taken
 */
MaakRaster *
maak_raster_new (MaakBox box)
{
  MaakRaster *self = g_new0 (MaakRaster, 1);

  self->box = box;
  self->cell = MAX (1, MAX (box.width, box.height) / MOST_CELLS);
  self->width = MAX ((int) ceil (box.width / self->cell), 1);
  self->height = MAX ((int) ceil (box.height / self->cell), 1);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_A8, self->width, self->height);
  self->cr = cairo_create (self->surface);
  cairo_scale (self->cr, 1 / self->cell, 1 / self->cell);
  cairo_translate (self->cr, -box.x, -box.y);
  cairo_set_antialias (self->cr, CAIRO_ANTIALIAS_FAST);
  self->sums = g_new0 (guint32, (gsize) (self->width + 1) * (gsize) (self->height + 1));
  return self;
}

/**
 * maak_raster_free:
 * @self: (transfer full): a raster
 *
 * Frees the raster.
 */
void
maak_raster_free (MaakRaster *self)
{
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  g_free (self->sums);
  g_free (self);
}

/**
 * maak_raster_get_cr:
 * @self: a raster
 *
 * Returns: (transfer none): where to paint what is taken, in page units; the alpha of the source says how much. Call
 *   maak_raster_sum() afterwards
 */
cairo_t *
maak_raster_get_cr (MaakRaster *self)
{
  return self->cr;
}

/**
 * maak_raster_sum:
 * @self: a raster
 *
 * Takes what was painted into account.
 */
void
maak_raster_sum (MaakRaster *self)
{
  const guint8 *cells;
  int           stride = cairo_image_surface_get_stride (self->surface);

  cairo_surface_flush (self->surface);
  cells = cairo_image_surface_get_data (self->surface);
  for (int y = 0; cells != NULL && y < self->height; y++)
    {
      const guint32 *above = self->sums + (gsize) y * (gsize) (self->width + 1);
      guint32       *row = self->sums + (gsize) (y + 1) * (gsize) (self->width + 1), sum = 0;

      for (int x = 0; x < self->width; x++)
        {
          sum += cells[y * stride + x];
          row[x + 1] = above[x + 1] + sum;
        }
    }
}

/**
 * maak_raster_get_taken:
 * @self: a raster
 * @box: a box
 * @margin: around it, points
 *
 * Returns: how much is taken in it: the sum of the cells, a full one counting 1; 0: nothing at all
 */
double
maak_raster_get_taken (MaakRaster *self, const MaakBox *box, double margin)
{
  int   x0 = CLAMP ((int) floor ((box->x - margin - self->box.x) / self->cell), 0, self->width);
  int   y0 = CLAMP ((int) floor ((box->y - margin - self->box.y) / self->cell), 0, self->height);
  int   x1 = CLAMP ((int) ceil ((box->x + box->width + margin - self->box.x) / self->cell), x0, self->width);
  int   y1 = CLAMP ((int) ceil ((box->y + box->height + margin - self->box.y) / self->cell), y0, self->height);
  gsize line = (gsize) self->width + 1;

  return (self->sums[(gsize) y1 * line + (gsize) x1] + self->sums[(gsize) y0 * line + (gsize) x0] - self->sums[(gsize) y0 * line + (gsize) x1] - self->sums[(gsize) y1 * line + (gsize) x0]) / 255.0;
}
