/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "draw-atlas.h"
#include "draw/maak-map-canvas.h"

#include <math.h>

#define WIDTH 700
#define HEIGHT 620

static MaakPlane *
get_plane (void)
{
  static MaakPlane *plane;

  if (plane == NULL)
    plane = maak_plane_new (open_atlas ()->boundaries, MAAK_PROJECTION_MERCATOR);
  return plane;
}

static MaakMapScene *
make_scene (MaakIndicator *indicator, MaakLevel level, MaakLanguage language, gboolean dark)
{
  MaakMapSceneOptions options = { .plane = get_plane (), .set = open_atlas ()->set, .level = level, .indicator = indicator, .method = MAAK_CLASSES_NATURAL, .language = language, .scheme = maak_scheme_get (dark) };

  return maak_map_scene_new (&options);
}

static MaakMapStage
make_stage (MaakMapScene *scene)
{
  MaakExtent extent = maak_plane_get_extent (get_plane (), maak_map_scene_get_level (scene), MAAK_ALL_REGIONS);
  MaakBox    box = { 8, 8, WIDTH - 16, HEIGHT - 16 };

  return (MaakMapStage) { WIDTH, HEIGHT, 1, maak_view_fit (&extent, &box) };
}

static cairo_surface_t *
paint (MaakMapScene *scene, const MaakMapStage *stage)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  MaakBox          box = { 0, 0, WIDTH, HEIGHT };

  maak_map_scene_paint (scene, cr, &box, &stage->view, maak_map_scene_get_circle (scene, WIDTH, HEIGHT));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  return *(const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x) & 0xffffff;
}

static guint32
to_pixel (MaakColor color)
{
  return (guint32) round (color.red * 255) << 16 | (guint32) round (color.green * 255) << 8 | (guint32) round (color.blue * 255);
}

/* The colour that most dots of the region have; every fourth both ways is looked at. */
static guint32
find_main_color (MaakMapScene *scene, cairo_surface_t *surface, const MaakMapStage *stage, guint region)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer       color, count, best = NULL;
  guint          most = 0;

  for (int y = 0; y < HEIGHT; y += 4)
    for (int x = 0; x < WIDTH; x += 4)
      if (maak_map_scene_find (scene, &stage->view, x + 0.5, y + 0.5) == (int) region)
        {
          gpointer key = GUINT_TO_POINTER (get_pixel (surface, x, y));

          g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
        }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &color, &count))
    if (GPOINTER_TO_UINT (count) > most)
      {
        most = GPOINTER_TO_UINT (count);
        best = color;
      }
  return GPOINTER_TO_UINT (best);
}

static guint
find_index (const char *code)
{
  return maak_region_get_index (maak_region_set_lookup (open_atlas ()->set, code));
}

/* Each province has the colour of its class, on both grounds: a class looks the same on every screen. */
static void
test_fills (gconstpointer data)
{
  gboolean dark = GPOINTER_TO_INT (data);
  g_autoptr (MaakIndicator) indicator = make_indicator ("gva-industry", "ratio-gdp");
  g_autoptr (MaakMapScene) scene = make_scene (indicator, MAAK_LEVEL_PROVINCE, MAAK_LANGUAGE_NL, dark);
  MaakMapStage     stage = make_stage (scene);
  cairo_surface_t *surface = paint (scene, &stage);
  guint            n = maak_map_scene_get_n_classes (scene);

  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i < maak_map_scene_get_n (scene); i++)
    {
      int index = maak_map_scene_find_class (scene, i);

      g_assert_cmpint (index, >=, 0);
      g_assert_cmphex (find_main_color (scene, surface, &stage, i), ==, to_pixel (maak_palette_get_color (maak_palette_get_default (FALSE), n, (guint) index)));
    }
  g_assert_cmphex (get_pixel (surface, 2, 2), ==, to_pixel (maak_scheme_get (dark)->paper));
  cairo_surface_destroy (surface);
}

static MaakIndicator *
make_with_gap (guint missing)
{
  g_autoptr (MaakText) title = maak_text_new ("Proef", "Trial");
  double             values[12];
  MaakStatus         statuses[12];
  MaakIndicatorParts parts = { .regions = open_atlas ()->set, .level = MAAK_LEVEL_PROVINCE, .unit = MAAK_UNIT_PERCENT, .pivot = NAN, .title = title, .values = values, .statuses = statuses };

  for (guint i = 0; i < 12; i++)
    {
      values[i] = i;
      statuses[i] = i == missing || missing == G_MAXUINT ? MAAK_STATUS_MISSING : MAAK_STATUS_FINAL;
    }
  return maak_indicator_new_from_parts (&parts);
}

/* No value: the ground of no data, never a class; nor where no region has any. */
static void
test_missing (gconstpointer data)
{
  gboolean all = GPOINTER_TO_INT (data);
  guint    drenthe = find_index ("PV22");
  g_autoptr (MaakIndicator) indicator = make_with_gap (all ? G_MAXUINT : drenthe);
  g_autoptr (MaakMapScene) scene = make_scene (indicator, MAAK_LEVEL_PROVINCE, MAAK_LANGUAGE_EN, FALSE);
  MaakMapStage     stage = make_stage (scene);
  cairo_surface_t *surface = paint (scene, &stage);
  g_autofree char *name = maak_map_scene_dup_name (scene, drenthe);

  g_assert_cmphex (find_main_color (scene, surface, &stage, drenthe), ==, to_pixel (maak_scheme_get (FALSE)->missing));
  g_assert_cmpint (maak_map_scene_find_class (scene, drenthe), ==, -1);
  g_assert_cmpstr (name, ==, "Drenthe: no data");
  cairo_surface_destroy (surface);
}

/* Boundaries only, and circles: land is land. */
static void
test_land (gconstpointer data)
{
  const char *dataset = data;
  g_autoptr (MaakIndicator) indicator = *dataset != '\0' ? make_indicator (dataset, "value") : NULL;
  g_autoptr (MaakMapScene) scene = make_scene (indicator, MAAK_LEVEL_PROVINCE, MAAK_LANGUAGE_NL, TRUE);
  MaakMapStage     stage = make_stage (scene);
  cairo_surface_t *surface = paint (scene, &stage);

  g_assert_cmpint (maak_map_scene_has_circles (scene), ==, indicator != NULL);
  g_assert_cmpuint (maak_map_scene_get_n_classes (scene), ==, 0);
  g_assert_cmphex (find_main_color (scene, surface, &stage, find_index ("PV22")), ==, to_pixel (maak_scheme_get (TRUE)->land));
  cairo_surface_destroy (surface);
}

typedef struct
{
  const char *name;
  double      lon, lat;
  MaakLevel   level;
  const char *code; /* NULL: none */
} Hit;

static const Hit hits[] = {
  { "Zwolle", 6.094, 52.512, MAAK_LEVEL_PROVINCE, "PV23" },
  { "Zwolle, municipality", 6.094, 52.512, MAAK_LEVEL_MUNICIPALITY, "GM0193" },
  { "Zwolle, COROP area", 6.094, 52.512, MAAK_LEVEL_COROP, "CR10" },
  { "Maastricht", 5.690, 50.851, MAAK_LEVEL_PROVINCE, "PV31" },
  { "Texel", 4.80, 53.07, MAAK_LEVEL_PROVINCE, "PV27" },
  { "North Sea", 3.5, 52.8, MAAK_LEVEL_PROVINCE, NULL },
  { "Germany", 7.6, 51.96, MAAK_LEVEL_PROVINCE, NULL },
  { "IJsselmeer", 5.35, 52.80, MAAK_LEVEL_MUNICIPALITY, NULL },
};

static void
test_hit (gconstpointer data)
{
  const Hit *hit = data;
  g_autoptr (MaakMapScene) scene = make_scene (NULL, hit->level, MAAK_LANGUAGE_NL, FALSE);
  MaakMapStage stage = make_stage (scene);
  MaakPoint    point = maak_projection_project (MAAK_PROJECTION_MERCATOR, hit->lon, hit->lat);
  double       x = stage.view.left + (point.x - stage.view.x0) * stage.view.scale, y = stage.view.top + (stage.view.y0 - point.y) * stage.view.scale;
  int          found = maak_map_scene_find (scene, &stage.view, x, y);

  g_assert_cmpstr (found < 0 ? NULL : maak_region_get_code (maak_map_scene_get_region (scene, (guint) found)), ==, hit->code);
}

typedef struct
{
  const char *name;
  const char *from;
  const char *to[MAAK_N_DIRECTIONS]; /* north, east, south, west; NULL: the land ends */
} Neighbours;

static const Neighbours neighbours[] = {
  { "Groningen", "PV20", { NULL, NULL, "PV22", "PV21" } },
  { "Fryslan", "PV21", { NULL, "PV22", "PV24", "PV27" } },
  { "Drenthe", "PV22", { "PV20", NULL, "PV23", "PV21" } },
  { "Overijssel", "PV23", { "PV22", NULL, "PV25", "PV24" } },
  { "Flevoland", "PV24", { "PV21", "PV23", "PV25", "PV27" } },
  { "Gelderland", "PV25", { "PV24", "PV23", "PV31", "PV26" } },
  { "Utrecht", "PV26", { "PV27", "PV25", "PV30", "PV28" } },
  { "Limburg", "PV31", { "PV25", NULL, NULL, "PV30" } },
  { "Zeeland", "PV29", { "PV28", "PV30", NULL, NULL } },
};

static void
test_neighbours (gconstpointer data)
{
  const Neighbours *row = data;

  for (guint i = 0; i < MAAK_N_DIRECTIONS; i++)
    {
      int found = maak_plane_find_neighbour (get_plane (), MAAK_LEVEL_PROVINCE, find_index (row->from), (MaakDirection) i);

      g_assert_cmpstr (found < 0 ? NULL : maak_region_get_code (maak_region_set_get (open_atlas ()->set, MAAK_LEVEL_PROVINCE, (guint) found)), ==, row->to[i]);
    }
}

/* With arrow keys alone one comes from every region to every other. */
static void
test_reach (gconstpointer data)
{
  MaakLevel          level = (MaakLevel) GPOINTER_TO_INT (data);
  guint              n = maak_region_set_get_n (open_atlas ()->set, level);
  g_autofree guint8 *seen = g_new (guint8, n);
  g_autofree guint  *queue = g_new (guint, n);
  g_autofree int    *neighbour = g_new (int, n *MAAK_N_DIRECTIONS);

  for (guint i = 0; i < n * MAAK_N_DIRECTIONS; i++)
    neighbour[i] = maak_plane_find_neighbour (get_plane (), level, i / MAAK_N_DIRECTIONS, (MaakDirection) (i % MAAK_N_DIRECTIONS));
  for (guint start = 0; start < n; start++)
    {
      guint n_seen = 1;

      memset (seen, 0, n);
      queue[0] = start;
      seen[start] = 1;
      for (guint i = 0; i < n_seen; i++)
        for (guint j = 0; j < MAAK_N_DIRECTIONS; j++)
          {
            int next = neighbour[queue[i] * MAAK_N_DIRECTIONS + j];

            if (next >= 0 && !seen[next])
              {
                seen[next] = 1;
                queue[n_seen++] = (guint) next;
              }
          }
      g_assert_cmpuint (n_seen, ==, n);
    }
}

typedef struct
{
  const char  *name;
  const char  *dataset, *metric, *code;
  MaakLanguage language;
  const char  *expected;
} Name;

static const Name names[] = {
  { "class, Dutch", "gva-industry", "ratio-gdp", "PV23", MAAK_LANGUAGE_NL, "Overijssel: 15,2%, klasse 3 van 4, niet gecontroleerd" },
  { "class, English", "gva-industry", "ratio-gdp", "PV31", MAAK_LANGUAGE_EN, "Limburg: 18.3%, class 4 of 4, unverified" },
  { "circle", "gva-industry", "value", "PV24", MAAK_LANGUAGE_NL, "Flevoland: € 1.238 mln, niet gecontroleerd" },
  { "boundary", NULL, NULL, "PV21", MAAK_LANGUAGE_EN, "Friesland" },
};

static void
test_name (gconstpointer data)
{
  const Name *row = data;
  g_autoptr (MaakIndicator) indicator = row->dataset != NULL ? make_indicator (row->dataset, row->metric) : NULL;
  g_autoptr (MaakMapScene) scene = make_scene (indicator, MAAK_LEVEL_PROVINCE, row->language, FALSE);
  g_autofree char *name = maak_map_scene_dup_name (scene, find_index (row->code)), *plain = NULL;
  g_auto (GStrv) parts = g_strsplit (name, "\u00a0", -1);

  plain = g_strjoinv (" ", parts);
  g_assert_cmpstr (plain, ==, row->expected);
}

/* A kept painting that is shifted is what would be painted there; it is painted anew only where it must be. */
static void
test_canvas_pan (void)
{
  g_autoptr (MaakIndicator) indicator = make_indicator ("gva-industry", "ratio-gdp");
  g_autoptr (MaakMapScene) scene = make_scene (indicator, MAAK_LEVEL_PROVINCE, MAAK_LANGUAGE_NL, FALSE);
  g_autoptr (MaakMapCanvas) canvas = maak_map_canvas_new ();
  MaakMapStage     stage = make_stage (scene);
  cairo_surface_t *shown = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT), *fresh;
  cairo_t         *cr = cairo_create (shown);
  guint            differ = 0, kept;

  stage.view.scale *= 3;
  maak_map_canvas_set_scene (canvas, scene);
  g_assert_true (maak_map_canvas_update (canvas, &stage, FALSE));
  stage.view.left -= 3;
  g_assert_true (maak_map_canvas_update (canvas, &stage, FALSE));
  kept = maak_map_canvas_get_serial (canvas);
  stage.view.left -= 40;
  stage.view.top -= 25;
  g_assert_true (maak_map_canvas_update (canvas, &stage, TRUE));
  g_assert_cmpuint (maak_map_canvas_get_serial (canvas), ==, kept);
  maak_map_canvas_draw (canvas, cr, &stage);
  cairo_destroy (cr);
  cairo_surface_flush (shown);

  fresh = paint (scene, &stage);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      differ += get_pixel (shown, x, y) != get_pixel (fresh, x, y);
  g_assert_cmpuint (differ, <, WIDTH * HEIGHT / 500);
  cairo_surface_destroy (shown);
  cairo_surface_destroy (fresh);

  stage.view.left += WIDTH / 2;
  g_assert_true (maak_map_canvas_update (canvas, &stage, FALSE));
  g_assert_cmpuint (maak_map_canvas_get_serial (canvas), ==, kept + 1);
}

static void
test_canvas_zoom (void)
{
  g_autoptr (MaakMapScene) scene = make_scene (NULL, MAAK_LEVEL_COROP, MAAK_LANGUAGE_NL, FALSE);
  g_autoptr (MaakMapCanvas) canvas = maak_map_canvas_new ();
  MaakMapStage stage = make_stage (scene);
  MaakBox      box;
  guint        kept;

  maak_map_canvas_set_scene (canvas, scene);
  g_assert_true (maak_map_canvas_update (canvas, &stage, TRUE));
  kept = maak_map_canvas_get_serial (canvas);
  stage.view.scale *= 1.5;
  g_assert_false (maak_map_canvas_update (canvas, &stage, TRUE));
  g_assert_cmpuint (maak_map_canvas_get_serial (canvas), ==, kept);
  box = maak_map_canvas_locate (canvas, &stage);
  g_assert_cmpfloat_with_epsilon (box.width, WIDTH * 1.5, 1e-6);
  stage.view.scale *= 3;
  g_assert_true (maak_map_canvas_update (canvas, &stage, TRUE));
  stage.view.scale *= 0.9;
  g_assert_true (maak_map_canvas_update (canvas, &stage, FALSE));
  stage.density = 2;
  g_assert_true (maak_map_canvas_update (canvas, &stage, FALSE));
  g_assert_cmpint (cairo_image_surface_get_width (maak_map_canvas_get_surface (canvas)), >=, 2 * WIDTH);
}

/* Letters can be read, and what stands out does so, on both grounds. */
static void
test_scheme (gconstpointer data)
{
  const MaakScheme *scheme = maak_scheme_get (GPOINTER_TO_INT (data));

  g_assert_cmpfloat (maak_color_get_contrast (scheme->ink, scheme->paper), >, 12);
  g_assert_cmpfloat (maak_color_get_contrast (scheme->soft, scheme->paper), >, 7);
  g_assert_cmpfloat (maak_color_get_contrast (scheme->ink, scheme->land), >, 7);
  g_assert_cmpfloat (maak_color_get_contrast (scheme->line, scheme->paper), >, 3);
  g_assert_cmpfloat (maak_color_get_contrast (scheme->accent, scheme->paper), >, 3);
  g_assert_cmpfloat (maak_color_get_difference (scheme->land, scheme->paper), >, 5);
  g_assert_cmpfloat (maak_color_get_difference (scheme->missing, scheme->missing_hatch), >, 20);
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  g_test_add_data_func ("/draw/scene/fills, light", GINT_TO_POINTER (FALSE), test_fills);
  g_test_add_data_func ("/draw/scene/fills, dark", GINT_TO_POINTER (TRUE), test_fills);
  g_test_add_data_func ("/draw/scene/one region missing", GINT_TO_POINTER (FALSE), test_missing);
  g_test_add_data_func ("/draw/scene/all regions missing", GINT_TO_POINTER (TRUE), test_missing);
  g_test_add_data_func ("/draw/scene/boundaries only", "", test_land);
  g_test_add_data_func ("/draw/scene/circles", "gva-industry", test_land);
  MAAK_TEST_TABLE ("/draw/scene/hit", hits, test_hit);
  MAAK_TEST_TABLE ("/draw/plane/neighbours", neighbours, test_neighbours);
  for (int level = MAAK_LEVEL_LANDSDEEL; level <= MAAK_LEVEL_MUNICIPALITY; level++)
    {
      g_autofree char *path = g_strconcat ("/draw/plane/reach/", maak_level_get_code ((MaakLevel) level), NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (level), test_reach);
    }
  MAAK_TEST_TABLE ("/draw/scene/name", names, test_name);
  g_test_add_func ("/draw/canvas/pan", test_canvas_pan);
  g_test_add_func ("/draw/canvas/zoom", test_canvas_zoom);
  g_test_add_data_func ("/draw/scheme/light", GINT_TO_POINTER (FALSE), test_scheme);
  g_test_add_data_func ("/draw/scheme/dark", GINT_TO_POINTER (TRUE), test_scheme);
  return g_test_run ();
}
