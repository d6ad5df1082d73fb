/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * S3 and S9: a map of 342 municipalities in five classes on 1920 x 1080, as the boundaries ship and with each arc
 * subdivided until all have 150,000 points together.
 *
 * The reference is the simplest direct program: it reads the same polygons as GeoJSON with json-glib, and fills and
 * strokes each with cairo, on the same size of page. It draws no letters, no legend and no outline, which ours does.
 *
 * The goals are one tenth of QGIS. Where that is not at hand, they are expressed as a part of plain cairo by the figures
 * measured once on one machine: PNG 1.97 s against 0.346 s, so 0.57; PDF 2.27 s against 0.90 s, so 0.25.
 */
#include "atlas/maak-boundaries.h"
#include "draw/maak-picture.h"
#include "draw/maak-projection.h"
#include "maak-bench.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#define WIDTH 1920
#define HEIGHT 1080
#define N_POINTS 150000

/* One size of boundaries, as ours and as the reference's file; and the values, the same for both. */
typedef struct
{
  char           *packed_file, *geojson_file;
  MaakRegionSet  *set;
  MaakIndicator  *indicator;
  guint           n;
  double         *values;
  MaakBoundaries *boundaries; /* loaded once, for the rounds that do not load */
  JsonParser     *parser;     /* likewise */
  gsize           pdf_size;
} Job;

/* Between -1 and 1, the same in every run. */
static double
wiggle (guint number)
{
  number = (number ^ 61) ^ (number >> 16);
  number *= 9;
  number ^= number >> 4;
  number *= 0x27d4eb2d;
  number ^= number >> 15;
  return number / 2147483648.0 - 1;
}

static void
append_aligned (GByteArray *blob, gconstpointer data, gsize size)
{
  static const guint8 ZEROS[8];

  g_byte_array_append (blob, data, (guint) size);
  g_byte_array_append (blob, ZEROS, (8 - blob->len % 8) % 8);
}

/* The packed boundaries with @parts pieces for each, slightly off the straight line. The head of pack-boundaries.py describes
 * the form: new points and starts go behind the old ones, and the head is pointed to them. */
static GBytes *
subdivide (GBytes *packed, MaakBoundaries *shipped, guint parts)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (MaakLonLat));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  GByteArray *blob = g_byte_array_new ();
  guint32    *head, offsets[2];

  for (guint i = 0; i < maak_boundaries_get_n_arcs (shipped); i++)
    {
      guint             n;
      const MaakLonLat *arc = maak_boundaries_get_arc (shipped, i, &n);

      g_array_append_val (starts, points->len);
      for (guint j = 0; j + 1 < n; j++)
        for (guint k = 0; k < parts; k++)
          {
            double     t = (double) k / parts, off = k == 0 ? 0 : 0.1 / parts * wiggle (points->len);
            double     dx = arc[j + 1].lon - arc[j].lon, dy = arc[j + 1].lat - arc[j].lat;
            MaakLonLat point = { arc[j].lon + t * dx - off * dy, arc[j].lat + t * dy + off * dx };

            g_array_append_val (points, point);
          }
      g_array_append_val (points, arc[n - 1]);
    }
  g_array_append_val (starts, points->len);
  append_aligned (blob, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  offsets[0] = blob->len;
  append_aligned (blob, starts->data, starts->len * sizeof (guint32));
  offsets[1] = blob->len;
  append_aligned (blob, points->data, points->len * sizeof (MaakLonLat));
  head = (guint32 *) (gpointer) (blob->data + 8);
  head[1] = blob->len;
  head[3] = points->len;
  head[5] = offsets[0];
  head[6] = offsets[1];
  return g_byte_array_free_to_bytes (blob);
}

static void
append_ring (GString *out, MaakBoundaries *boundaries, const MaakRing *ring)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < ring->n_arcs; i++)
    {
      gboolean          back = ring->arcs[i] < 0;
      guint             n;
      const MaakLonLat *arc = maak_boundaries_get_arc (boundaries, (guint) (back ? ~ring->arcs[i] : ring->arcs[i]), &n);

      for (guint j = i > 0 ? 1 : 0; j < n; j++)
        {
          const MaakLonLat *point = &arc[back ? n - 1 - j : j];

          g_string_append_printf (out, "%s[%.5f,%.5f]", i + j > 0 ? "," : "", point->lon, point->lat);
        }
    }
  g_string_append_c (out, ']');
}

static void
write_geojson (MaakBoundaries *boundaries, guint n, const char *file)
{
  g_autoptr (GString) out = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (out, "%s{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[", i > 0 ? "," : "");
      for (guint j = 0; j < maak_boundaries_get_n_rings (boundaries, MAAK_LEVEL_MUNICIPALITY, i); j++)
        {
          MaakRing ring;

          if (j > 0)
            g_string_append_c (out, ',');
          maak_boundaries_get_ring (boundaries, MAAK_LEVEL_MUNICIPALITY, i, j, &ring);
          append_ring (out, boundaries, &ring);
        }
      g_string_append (out, "]}}");
    }
  g_string_append (out, "]}");
  if (!g_file_set_contents (file, out->str, (gssize) out->len, NULL))
    g_error ("%s: not written", file);
}

static MaakBoundaries *
load_boundaries (Job *job)
{
  g_autoptr (GMappedFile) map = g_mapped_file_new (job->packed_file, FALSE, NULL);
  g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (map);

  return maak_boundaries_new_from_bytes (bytes, NULL);
}

static MaakPicture *
make_picture (Job *job, MaakBoundaries *boundaries)
{
  MaakPictureOptions options = { MAAK_PICTURE_MAP, MAAK_LANGUAGE_NL, job->indicator, boundaries, .method = MAAK_CLASSES_NATURAL, .n_classes = 5 };

  return maak_picture_new (&options, NULL);
}

static void
load_ours (gpointer data)
{
  maak_boundaries_unref (load_boundaries (data));
}

static void
paint_ours (Job *job, MaakBoundaries *boundaries)
{
  g_autoptr (MaakPicture) picture = make_picture (job, boundaries);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  maak_picture_draw (picture, cr, 0, 0, WIDTH, HEIGHT);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
draw_ours (gpointer data)
{
  Job *job = data;

  paint_ours (job, job->boundaries);
}

static void
load_and_draw_ours (gpointer data)
{
  Job *job = data;
  g_autoptr (MaakBoundaries) boundaries = load_boundaries (job);

  paint_ours (job, boundaries);
}

static void
export_ours (Job *job, MaakFormat format)
{
  g_autoptr (MaakBoundaries) boundaries = load_boundaries (job);
  g_autoptr (MaakPicture) picture = make_picture (job, boundaries);
  MaakPictureOutput output = { format, WIDTH, HEIGHT, 1, { 2026, 1, 1 } };
  g_autoptr (GBytes) bytes = maak_picture_to_bytes (picture, &output, NULL);

  if (format == MAAK_FORMAT_PDF)
    job->pdf_size = g_bytes_get_size (bytes);
}

static void
png_ours (gpointer data)
{
  export_ours (data, MAAK_FORMAT_PNG);
}

static void
pdf_ours (gpointer data)
{
  export_ours (data, MAAK_FORMAT_PDF);
}

static JsonParser *
load_geojson (Job *job)
{
  JsonParser *parser = json_parser_new_immutable ();

  if (!json_parser_load_from_mapped_file (parser, job->geojson_file, NULL))
    g_error ("%s: not read", job->geojson_file);
  return parser;
}

static void
load_reference (gpointer data)
{
  g_object_unref (load_geojson (data));
}

static void
add_polygon (cairo_t *cr, JsonArray *rings)
{
  const double scale = 3.4 * HEIGHT / 12.2;

  for (guint i = 0; i < json_array_get_length (rings); i++)
    {
      JsonArray *ring = json_array_get_array_element (rings, i);

      cairo_new_sub_path (cr);
      for (guint j = 0; j < json_array_get_length (ring); j++)
        {
          JsonArray *point = json_array_get_array_element (ring, j);

          cairo_line_to (cr, 200 + (json_array_get_double_element (point, 0) - 3.3) * 0.614 * scale, HEIGHT - 20 - (json_array_get_double_element (point, 1) - 50.7) * scale);
        }
      cairo_close_path (cr);
    }
}

static void
paint_reference (Job *job, JsonParser *parser, cairo_surface_t *surface)
{
  cairo_t    *cr = cairo_create (surface);
  JsonArray  *features = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "features");
  MaakClasses classes;

  maak_classes_make (&classes, MAAK_CLASSES_NATURAL, 5, job->values, job->n);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_width (cr, 0.3);
  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonObject *geometry = json_object_get_object_member (json_array_get_object_element (features, i), "geometry");
      MaakColor   color = maak_palette_get_color (maak_palette_get_default (FALSE), 5, maak_classes_find (&classes, job->values[i]));

      add_polygon (cr, json_object_get_array_member (geometry, "coordinates"));
      cairo_set_source_rgb (cr, color.red, color.green, color.blue);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
draw_reference_with (Job *job, JsonParser *parser)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);

  paint_reference (job, parser, surface);
  cairo_surface_destroy (surface);
}

static void
draw_reference (gpointer data)
{
  Job *job = data;

  draw_reference_with (job, job->parser);
}

static void
load_and_draw_reference (gpointer data)
{
  g_autoptr (JsonParser) parser = load_geojson (data);

  draw_reference_with (data, parser);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
png_reference (gpointer data)
{
  g_autoptr (JsonParser) parser = load_geojson (data);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);

  paint_reference (data, parser, surface);
  cairo_surface_write_to_png_stream (surface, append_bytes, out);
  cairo_surface_destroy (surface);
}

static void
pdf_reference (gpointer data)
{
  g_autoptr (JsonParser) parser = load_geojson (data);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, out, WIDTH, HEIGHT);

  paint_reference (data, parser, surface);
  cairo_surface_destroy (surface);
}

static Job *
make_job (const char *folder, const char *name, guint parts)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (MaakBoundaries) shipped = maak_boundaries_new_shipped ();
  g_autoptr (GBytes) packed = g_resources_lookup_data ("/nl/maakland/atlas/boundaries.bin", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GBytes) bytes = parts > 1 ? subdivide (packed, shipped, parts) : g_bytes_ref (packed);
  g_autoptr (MaakText) title = maak_text_new ("Proef", "Trial");
  g_autofree MaakStatus *statuses = NULL;
  MaakIndicatorParts     indicator = { .level = MAAK_LEVEL_MUNICIPALITY, .unit = MAAK_UNIT_PERCENT, .pivot = NAN, .title = title };

  job->packed_file = g_strdup_printf ("%s/%s.bin", folder, name);
  job->geojson_file = g_strdup_printf ("%s/%s.json", folder, name);
  if (!g_file_set_contents (job->packed_file, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL))
    g_error ("%s: not written", job->packed_file);
  job->boundaries = load_boundaries (job);
  job->set = maak_region_set_new_shipped ();
  job->n = maak_region_set_get_n (job->set, MAAK_LEVEL_MUNICIPALITY);
  job->values = g_new (double, job->n);
  for (guint i = 0; i < job->n; i++)
    job->values[i] = 50 + 40 * wiggle (i);
  write_geojson (job->boundaries, job->n, job->geojson_file);
  job->parser = load_geojson (job);
  statuses = g_new0 (MaakStatus, job->n);
  indicator.regions = job->set;
  indicator.values = job->values;
  indicator.statuses = statuses;
  job->indicator = maak_indicator_new_from_parts (&indicator);
  return job;
}

static void
free_job (Job *job)
{
  g_remove (job->packed_file);
  g_remove (job->geojson_file);
  g_free (job->packed_file);
  g_free (job->geojson_file);
  maak_indicator_unref (job->indicator);
  maak_region_set_unref (job->set);
  maak_boundaries_unref (job->boundaries);
  g_object_unref (job->parser);
  g_free (job->values);
  g_free (job);
}

static void
run_job (Job *job, const char *name, gboolean goals)
{
  guint total = 0, n;

  for (guint i = 0; i < maak_boundaries_get_n_arcs (job->boundaries); i++)
    {
      maak_boundaries_get_arc (job->boundaries, i, &n);
      total += n;
    }
  g_print ("%s: %u municipalities, %u points\n", name, job->n, total);
  maak_bench_ratio ("  load", load_ours, load_reference, job, 0);
  maak_bench_ratio ("  classify and draw", draw_ours, draw_reference, job, 0);
  maak_bench_ratio ("  S3 load, classify and draw", load_and_draw_ours, load_and_draw_reference, job, goals ? 0.57 : 0);
  maak_bench_ratio ("  S3 to PNG", png_ours, png_reference, job, goals ? 0.57 : 0);
  maak_bench_ratio ("  S3 to PDF", pdf_ours, pdf_reference, job, goals ? 0.25 : 0);
  maak_bench_absolute ("  S9 other classes", draw_ours, job, 16);
  g_print ("%-44s %9.1f kB %34s %5.0f kB  %s\n", "  S3 size of the PDF", job->pdf_size / 1024.0, "", 512.0, job->pdf_size <= 512 * 1024 ? "reached" : "MISSED");
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("maak-bench-XXXXXX", NULL);
  g_autoptr (MaakBoundaries) shipped = maak_boundaries_new_shipped ();
  guint total = 0, n, n_arcs = maak_boundaries_get_n_arcs (shipped);
  Job  *small, *large;

  for (guint i = 0; i < n_arcs; i++)
    {
      maak_boundaries_get_arc (shipped, i, &n);
      total += n - 1;
    }
  maak_bench_head ();
  small = make_job (folder, "shipped", 1);
  run_job (small, "as they ship", FALSE);
  free_job (small);
  large = make_job (folder, "subdivided", (N_POINTS + total / 2) / total);
  run_job (large, "subdivided", TRUE);
  free_job (large);
  g_rmdir (folder);
  return 0;
}
