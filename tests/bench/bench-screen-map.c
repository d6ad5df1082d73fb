/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * S2 and S9: the map of the window at 1920 x 1080, painted in process on a cairo image surface, as the window's map layer does it (it
 * shows the same surface; a graphics card is not used). The reference for painting is plain cairo that fills the same
 * projected polygons and strokes each, without letters; for a kept frame it is filling the page once.
 */
#include "draw/maak-map-canvas.h"
#include "maak-bench.h"

#include <math.h>

#define WIDTH 1920
#define HEIGHT 1080

typedef struct
{
  MaakPlane       *plane;
  MaakRegionSet   *set;
  MaakCatalogue   *catalogue;
  MaakIndicator   *values; /* of provinces, with values */
  MaakIndicator   *other;  /* another figure */
  MaakIndicator   *many;   /* of municipalities, with values made up */
  MaakMapScene    *scene;
  MaakMapCanvas   *canvas;
  MaakMapStage     stage;
  cairo_surface_t *surface;
  guint            round;
} Job;

static MaakMapScene *
make_scene (Job *job, MaakIndicator *indicator, MaakLevel level, guint n_classes)
{
  const MaakRegion   *own = maak_region_set_lookup (job->set, "PV23");
  MaakMapSceneOptions options = { .plane = job->plane, .set = job->set, .level = level, .indicator = indicator, .regions = &own, .n_regions = 1, .method = MAAK_CLASSES_NATURAL, .n_classes = n_classes };

  return maak_map_scene_new (&options);
}

static void
set_scene (Job *job, MaakMapScene *scene_taken)
{
  MaakExtent extent;
  MaakBox    box = { 0, 0, WIDTH, HEIGHT };

  g_clear_pointer (&job->scene, maak_map_scene_unref);
  job->scene = scene_taken;
  maak_map_canvas_set_scene (job->canvas, job->scene);
  extent = maak_plane_get_extent (job->plane, maak_map_scene_get_level (job->scene), MAAK_ALL_REGIONS);
  job->stage = (MaakMapStage) { WIDTH, HEIGHT, 1, maak_view_fit (&extent, &box) };
}

static void
show (Job *job, gboolean moving)
{
  cairo_t *cr = cairo_create (job->surface);

  maak_map_canvas_update (job->canvas, &job->stage, moving);
  maak_map_canvas_draw (job->canvas, cr, &job->stage);
  cairo_destroy (cr);
}

/* There and back, within what is kept. */
static void
pan_ours (gpointer data)
{
  Job *job = data;

  job->stage.view.left += job->round++ % 20 < 10 ? 7.3 : -7.3;
  show (job, TRUE);
}

static void
fill_reference (gpointer data)
{
  Job     *job = data;
  cairo_t *cr = cairo_create (job->surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
hover_ours (gpointer data)
{
  Job     *job = data;
  cairo_t *cr;
  int      region = maak_map_scene_find (job->scene, &job->stage.view, WIDTH / 2 + job->round % 100, HEIGHT / 2.0 + job->round % 70);

  job->round++;
  show (job, FALSE);
  cr = cairo_create (job->surface);
  if (region >= 0)
    maak_map_scene_emphasise (job->scene, cr, &job->stage.view, (guint) region, MAAK_EMPHASIS_HOVERED);
  cairo_destroy (cr);
}

/* Scaled by what is kept, as while the wheel turns. */
static void
zoom_moving_ours (gpointer data)
{
  Job *job = data;

  job->stage.view.scale *= job->round++ % 2 == 0 ? 1.15 : 1 / 1.15;
  show (job, TRUE);
}

/* Painted anew, each time in another scale. */
static void
zoom_ours (gpointer data)
{
  static const double ZOOMS[] = { 1, 1.15, 1.32, 1.52, 1.75, 2, 3, 4 };
  Job                *job = data;
  MaakExtent          extent = maak_plane_get_extent (job->plane, maak_map_scene_get_level (job->scene), MAAK_ALL_REGIONS);
  MaakBox             box = { 0, 0, WIDTH, HEIGHT };

  job->stage.view = maak_view_fit (&extent, &box);
  job->stage.view.scale *= ZOOMS[job->round++ % G_N_ELEMENTS (ZOOMS)];
  job->stage.view.x0 += extent.width / 2 - WIDTH / 2.0 / job->stage.view.scale;
  job->stage.view.y0 -= extent.height / 2 - HEIGHT / 2.0 / job->stage.view.scale;
  job->stage.view.left = job->stage.view.top = 0;
  show (job, FALSE);
}

static void
paint_reference (gpointer data)
{
  Job           *job = data;
  cairo_t       *cr = cairo_create (job->surface);
  MaakProjected *projected = maak_plane_get_projected (job->plane);
  MaakLevel      level = maak_map_scene_get_level (job->scene);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_width (cr, 0.5);
  for (guint i = 0; i < maak_map_scene_get_n (job->scene); i++)
    {
      maak_projected_add_region (projected, level, i, &job->stage.view, cr);
      cairo_set_source_rgb (cr, 0.5, 0.6, 0.4 + 0.1 * (i % 5));
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
change_boundaries_ours (gpointer data)
{
  Job *job = data;

  set_scene (job, make_scene (job, NULL, job->round++ % 2 == 0 ? MAAK_LEVEL_MUNICIPALITY : MAAK_LEVEL_COROP, 0));
  show (job, FALSE);
}

static void
change_figure_ours (gpointer data)
{
  Job *job = data;

  set_scene (job, make_scene (job, job->round++ % 2 == 0 ? job->values : job->other, MAAK_LEVEL_PROVINCE, 4));
  show (job, FALSE);
}

static void
change_classes_ours (gpointer data)
{
  Job *job = data;

  set_scene (job, make_scene (job, job->values, MAAK_LEVEL_PROVINCE, 3 + job->round++ % 4));
  show (job, FALSE);
}

static void
change_many_ours (gpointer data)
{
  Job *job = data;

  set_scene (job, make_scene (job, job->many, MAAK_LEVEL_MUNICIPALITY, 3 + job->round++ % 4));
  show (job, FALSE);
}

static MaakIndicator *
make_many (Job *job)
{
  g_autoptr (MaakText) title = maak_text_new ("Proef", "Trial");
  guint                  n = maak_region_set_get_n (job->set, MAAK_LEVEL_MUNICIPALITY);
  g_autofree double     *values = g_new (double, n);
  g_autofree MaakStatus *statuses = g_new0 (MaakStatus, n);
  MaakIndicatorParts     parts = { .regions = job->set, .level = MAAK_LEVEL_MUNICIPALITY, .unit = MAAK_UNIT_PERCENT, .pivot = NAN, .title = title, .values = values, .statuses = statuses };

  for (guint i = 0; i < n; i++)
    values[i] = (i * 7919) % 997 / 10.0;
  return maak_indicator_new_from_parts (&parts);
}

static MaakIndicator *
make_indicator (Job *job, const char *dataset, const char *metric)
{
  MaakIndicatorOptions options = { .metric = metric };

  return maak_indicator_new (job->catalogue, maak_catalogue_lookup (job->catalogue, dataset), &options, NULL);
}

int
main (void)
{
  Job job = { 0 };
  g_autoptr (MaakBoundaries) boundaries = maak_boundaries_new_shipped ();

  job.plane = maak_plane_new (boundaries, MAAK_PROJECTION_MERCATOR);
  job.set = maak_region_set_new_shipped ();
  job.catalogue = maak_catalogue_new_shipped (job.set, NULL);
  job.values = make_indicator (&job, "gva-industry", "ratio-gdp");
  job.other = make_indicator (&job, "gdp", "growth");
  job.many = make_many (&job);
  job.canvas = maak_map_canvas_new ();
  job.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);

  maak_bench_head ();
  g_print ("342 municipalities, boundaries only, 1920 x 1080, on a cairo image surface\n");
  set_scene (&job, make_scene (&job, NULL, MAAK_LEVEL_MUNICIPALITY, 0));
  maak_bench_ratio ("  S2 kept frame while panning (x fill once)", pan_ours, fill_reference, &job, 4);
  maak_bench_absolute ("  S2 kept frame while panning", pan_ours, &job, 2);
  maak_bench_absolute ("  S2 kept frame with a hovered region", hover_ours, &job, 2);
  maak_bench_absolute ("  S2 frame while zooming", zoom_moving_ours, &job, 16);
  maak_bench_ratio ("  S2 first frame after a zoom", zoom_ours, paint_reference, &job, 0);
  maak_bench_absolute ("  S2 first frame after a zoom", zoom_ours, &job, 16);
  set_scene (&job, make_scene (&job, job.many, MAAK_LEVEL_MUNICIPALITY, 5));
  maak_bench_absolute ("  S2 first frame after a zoom, with values", zoom_ours, &job, 16);
  g_print ("Another choice, 1920 x 1080\n");
  maak_bench_absolute ("  S9 other boundaries", change_boundaries_ours, &job, 16);
  maak_bench_absolute ("  S9 another figure of the provinces", change_figure_ours, &job, 16);
  maak_bench_absolute ("  S9 other classes of the provinces", change_classes_ours, &job, 16);
  maak_bench_absolute ("  S9 other classes of 342 municipalities", change_many_ours, &job, 16);

  maak_map_canvas_free (job.canvas);
  maak_map_scene_unref (job.scene);
  maak_indicator_unref (job.values);
  maak_indicator_unref (job.other);
  maak_indicator_unref (job.many);
  maak_catalogue_unref (job.catalogue);
  maak_region_set_unref (job.set);
  maak_plane_unref (job.plane);
  cairo_surface_destroy (job.surface);
  return 0;
}
