/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The canvas of a moving map. It holds one painting of the scene. What is painted anew because the scale or the choice changed is
 * as large as the stage, since it is wanted at once; what is painted anew because one pans is larger on all sides by a
 * *margin*, so that the next frames need no painting. A view is served by it
 *
 * - as it is, shifted by whole dots, when the scale is the same and it still covers the stage: that is *sharp*;
 * - scaled, while the map is moving and it covers the middle of the stage: soon to be replaced by a sharp one;
 * - by painting anew in all other cases.
 *
 * The caller says whether the map is moving, and asks for a sharp painting when it has come to rest. There is one painting at a
 * time; the surface is opaque.
 */
#include "draw/maak-map-canvas.h"

#include <math.h>

/* Of the stage, on each side; and the most, pixels. */
#define MARGIN 0.15
#define MOST_MARGIN 240.0

/* A painting is scaled at most by this much either way before it is painted anew, moving or not. */
#define MOST_SCALING 2.5

struct _MaakMapCanvas
{
  MaakMapScene    *scene;
  cairo_surface_t *surface; /* NULL: nothing painted yet */
  MaakMapStage     painted; /* the stage that it was painted for */
  double           margin;  /* pixels, whole dots */
  guint            serial;
};

static double
round_to_dots (double value, double density)
{
  return round (value * density) / density;
}

/* Where the surface lands, without rounding. */
static MaakBox
place (MaakMapCanvas *self, const MaakMapStage *stage)
{
  const MaakMapStage *painted = &self->painted;
  double              zoom = stage->view.scale / painted->view.scale;
  /* The plane's point in the painting's upper left corner. */
  double x = painted->view.x0 + (-self->margin - painted->view.left) / painted->view.scale;
  double y = painted->view.y0 - (-self->margin - painted->view.top) / painted->view.scale;

  return (MaakBox) { stage->view.left + (x - stage->view.x0) * stage->view.scale,
                     stage->view.top + (stage->view.y0 - y) * stage->view.scale,
                     (painted->width + 2 * self->margin) * zoom,
                     (painted->height + 2 * self->margin) * zoom };
}

static gboolean
has_same_scale (MaakMapCanvas *self, const MaakMapStage *stage)
{
  return fabs (stage->view.scale / self->painted.view.scale - 1) < 1e-6;
}

static gboolean
is_sharp (MaakMapCanvas *self, const MaakMapStage *stage)
{
  MaakBox box;

  if (self->surface == NULL || stage->width != self->painted.width || stage->height != self->painted.height || stage->density != self->painted.density)
    return FALSE;
  if (!has_same_scale (self, stage))
    return FALSE;
  box = place (self, stage);
  return box.x < 0.5 && box.y < 0.5 && box.x + box.width > stage->width - 0.5 && box.y + box.height > stage->height - 0.5;
}

static gboolean
will_do (MaakMapCanvas *self, const MaakMapStage *stage)
{
  double  zoom;
  MaakBox box;

  if (self->surface == NULL)
    return FALSE;
  zoom = stage->view.scale / self->painted.view.scale;
  box = place (self, stage);
  return zoom < MOST_SCALING && zoom > 1 / MOST_SCALING && box.x < stage->width / 2 && box.x + box.width > stage->width / 2 && box.y < stage->height / 2 && box.y + box.height > stage->height / 2;
}

static void
paint (MaakMapCanvas *self, const MaakMapStage *stage)
{
  gboolean panning = self->surface != NULL && has_same_scale (self, stage);
  double   margin = panning ? round_to_dots (MIN (MARGIN * MAX (stage->width, stage->height), MOST_MARGIN), stage->density) : 0;
  int      width = (int) ceil ((stage->width + 2 * margin) * stage->density), height = (int) ceil ((stage->height + 2 * margin) * stage->density);
  MaakBox  box = { 0, 0, width / stage->density, height / stage->density };
  MaakView view = stage->view;
  cairo_t *cr;

  view.left += margin;
  view.top += margin;
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_surface_set_device_scale (self->surface, stage->density, stage->density);
  cr = cairo_create (self->surface);
  maak_map_scene_paint (self->scene, cr, &box, &view, maak_map_scene_get_circle (self->scene, stage->width, stage->height));
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
  self->painted = *stage;
  self->margin = margin;
  self->serial++;
}

/**
 * maak_map_canvas_new:
 *
 * Returns: (transfer full): a canvas without a scene
 */
MaakMapCanvas *
maak_map_canvas_new (void)
{
  return g_new0 (MaakMapCanvas, 1);
}

/**
 * maak_map_canvas_free:
 * @self: (transfer full): a canvas
 *
 * Frees the canvas.
 */
void
maak_map_canvas_free (MaakMapCanvas *self)
{
  g_clear_pointer (&self->scene, maak_map_scene_unref);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_free (self);
}

/**
 * maak_map_canvas_set_scene:
 * @self: a canvas
 * @scene: (nullable): what to paint
 *
 * Forgets what was painted.
 */
void
maak_map_canvas_set_scene (MaakMapCanvas *self, MaakMapScene *scene)
{
  MaakMapScene *old = self->scene;

  self->scene = scene != NULL ? maak_map_scene_ref (scene) : NULL;
  g_clear_pointer (&old, maak_map_scene_unref);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

/**
 * maak_map_canvas_update:
 * @self: a canvas that has a scene
 * @stage: what is seen
 * @moving: whether it will be another in a moment, so that a scaled painting is good enough
 *
 * Paints what must be painted.
 *
 * Returns: whether what is shown now is sharp; if not, call it again at rest
 */
gboolean
maak_map_canvas_update (MaakMapCanvas *self, const MaakMapStage *stage, gboolean moving)
{
  g_return_val_if_fail (self->scene != NULL, TRUE);

  if (is_sharp (self, stage))
    return TRUE;
  if (moving && self->surface != NULL && !has_same_scale (self, stage) && will_do (self, stage))
    return FALSE;
  paint (self, stage);
  return TRUE;
}

/**
 * maak_map_canvas_get_surface:
 * @self: a canvas that was updated
 *
 * Returns: (transfer none): an opaque image, which is never painted on again: there is another one after the next painting
 */
cairo_surface_t *
maak_map_canvas_get_surface (MaakMapCanvas *self)
{
  return self->surface;
}

/**
 * maak_map_canvas_get_serial:
 * @self: a canvas
 *
 * Returns: how often it was painted, to know whether the surface is another one
 */
guint
maak_map_canvas_get_serial (MaakMapCanvas *self)
{
  return self->serial;
}

/**
 * maak_map_canvas_locate:
 * @self: a canvas that was updated
 * @stage: what is seen
 *
 * Returns: where the surface is to be put, pixels
 */
MaakBox
maak_map_canvas_locate (MaakMapCanvas *self, const MaakMapStage *stage)
{
  MaakBox box = place (self, stage);

  if (has_same_scale (self, stage))
    {
      box.x = round_to_dots (box.x, stage->density);
      box.y = round_to_dots (box.y, stage->density);
    }
  return box;
}

/**
 * maak_map_canvas_draw:
 * @self: a canvas that was updated
 * @cr: where to draw; a unit is a pixel
 * @stage: what is seen
 *
 * Draws what was painted. What is not covered yet while the map is moving gets the colour of the ground.
 */
void
maak_map_canvas_draw (MaakMapCanvas *self, cairo_t *cr, const MaakMapStage *stage)
{
  MaakBox          box = maak_map_canvas_locate (self, stage);
  double           zoom = stage->view.scale / self->painted.view.scale;
  const MaakColor *paper = &maak_map_scene_get_scheme (self->scene)->paper;

  cairo_save (cr);
  if (box.x > 0 || box.y > 0 || box.x + box.width < stage->width || box.y + box.height < stage->height)
    {
      cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
      cairo_rectangle (cr, 0, 0, stage->width, stage->height);
      cairo_fill (cr);
    }
  cairo_rectangle (cr, 0, 0, stage->width, stage->height);
  cairo_clip (cr);
  cairo_translate (cr, box.x, box.y);
  if (!has_same_scale (self, stage))
    cairo_scale (cr, zoom, zoom);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  /* Whole dots need no filter, and for the moment that a scaled painting is seen the quickest will do. */
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_rectangle (cr, 0, 0, self->painted.width + 2 * self->margin, self->painted.height + 2 * self->margin);
  cairo_fill (cr);
  cairo_restore (cr);
}
