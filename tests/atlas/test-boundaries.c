/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* The packed boundaries: that every level is whole and in the order of the region set, that rings close, lie the right
 * way round and enclose what they should, and that damaged bytes are refused. */

#include "atlas/maak-boundaries.h"
#include "atlas/maak-dataset.h"
#include "base/maak-csv.h"

#include "maak-test.h"

#include <math.h>

typedef struct
{
  const char *name;
  MaakLevel   level;
  guint       regions, rings, arcs, outer;
} LevelCase;

static const LevelCase level_cases[] = {
  { "country", MAAK_LEVEL_COUNTRY, 1, 26, 201, 201 },
  { "landsdeel", MAAK_LEVEL_LANDSDEEL, 4, 24, 262, 201 },
  { "province", MAAK_LEVEL_PROVINCE, 12, 26, 345, 201 },
  { "corop", MAAK_LEVEL_COROP, 40, 53, 512, 201 },
  { "municipality", MAAK_LEVEL_MUNICIPALITY, 342, 350, 1078, 201 },
};

static void
test_order (gconstpointer data)
{
  const LevelCase *row = data;
  g_autoptr (MaakBoundaries) boundaries = maak_boundaries_new_shipped ();
  g_autoptr (MaakRegionSet) regions = maak_region_set_new_shipped ();

  g_assert_cmpuint (maak_boundaries_get_n_regions (boundaries, row->level), ==, row->regions);
  g_assert_cmpuint (maak_region_set_get_n (regions, row->level), ==, row->regions);
  for (guint i = 0; i < row->regions; i++)
    {
      const MaakRegion *region = maak_region_set_get (regions, row->level, i);

      g_assert_cmpstr (maak_boundaries_get_code (boundaries, row->level, i), ==, maak_region_get_code (region));
      g_assert_cmpuint (maak_region_get_index (region), ==, i);
    }
}

static void
test_counts (gconstpointer data)
{
  const LevelCase *row = data;
  g_autoptr (MaakBoundaries) boundaries = maak_boundaries_new_shipped ();
  guint         rings = 0, outer = 0, n_arcs;
  const gint32 *arcs = maak_boundaries_get_level_arcs (boundaries, row->level, &n_arcs);

  for (guint i = 0; i < row->regions; i++)
    rings += maak_boundaries_get_n_rings (boundaries, row->level, i);
  for (guint i = 0; i < n_arcs; i++)
    {
      g_assert_cmpint (arcs[i], <, maak_boundaries_get_n_arcs (boundaries));
      if (i > 0)
        g_assert_cmpint (arcs[i - 1], <, arcs[i]);
      outer += maak_boundaries_arc_is_outer (boundaries, row->level, (guint) arcs[i]);
    }
  g_assert_cmpuint (outer, ==, row->outer);
  g_assert_cmpuint (rings, ==, row->rings);
  g_assert_cmpuint (n_arcs, ==, row->arcs);
  g_assert_cmpuint (maak_boundaries_get_n_rings (boundaries, row->level, row->regions), ==, 0);
}

static const MaakLonLat *
get_end (MaakBoundaries *boundaries, gint32 ref, gboolean last)
{
  guint             n;
  const MaakLonLat *points = maak_boundaries_get_arc (boundaries, (guint) (ref >= 0 ? ref : ~ref), &n);

  g_assert_cmpuint (n, >=, 2);
  return (ref >= 0) == last ? points + n - 1 : points;
}

/* Twice the area below an arc as it is walked. */
static double
walk (MaakBoundaries *boundaries, gint32 ref)
{
  guint             n;
  const MaakLonLat *points = maak_boundaries_get_arc (boundaries, (guint) (ref >= 0 ? ref : ~ref), &n);
  double            area = 0;

  for (guint i = 0; i + 1 < n; i++)
    area += points[i].lon * points[i + 1].lat - points[i + 1].lon * points[i].lat;
  return ref >= 0 ? area : -area;
}

static double
check_ring (MaakBoundaries *boundaries, const MaakRing *ring)
{
  double area = 0;

  g_assert_cmpuint (ring->n_arcs, >, 0);
  for (guint i = 0; i < ring->n_arcs; i++)
    {
      const MaakLonLat *end = get_end (boundaries, ring->arcs[i], TRUE);
      const MaakLonLat *next = get_end (boundaries, ring->arcs[(i + 1) % ring->n_arcs], FALSE);

      g_assert_true (end->lon == next->lon && end->lat == next->lat);
      area += walk (boundaries, ring->arcs[i]);
    }
  g_assert_true (ring->hole ? area < 0 : area > 0);
  return area / 2;
}

static double
measure_level (MaakBoundaries *boundaries, MaakLevel level)
{
  double area = 0;

  for (guint i = 0; i < maak_boundaries_get_n_regions (boundaries, level); i++)
    for (guint j = 0; j < maak_boundaries_get_n_rings (boundaries, level, i); j++)
      {
        MaakRing ring;

        maak_boundaries_get_ring (boundaries, level, i, j, &ring);
        area += check_ring (boundaries, &ring);
      }
  return area;
}

/* Rings close, run the right way, and all levels cover the same land. */
static void
test_rings (gconstpointer data)
{
  const LevelCase *row = data;
  g_autoptr (MaakBoundaries) boundaries = maak_boundaries_new_shipped ();
  double municipalities = measure_level (boundaries, MAAK_LEVEL_MUNICIPALITY);
  double area = measure_level (boundaries, row->level);

  g_assert_cmpfloat (fabs (area - municipalities), <, 1e-4 * municipalities);
}

/* Each arc of the rings is among the level's arcs: outer ones are walked once, inner ones once each way. */
static void
test_arcs (gconstpointer data)
{
  const LevelCase *row = data;
  g_autoptr (MaakBoundaries) boundaries = maak_boundaries_new_shipped ();
  guint           n_all = maak_boundaries_get_n_arcs (boundaries), n_arcs;
  g_autofree int *forth = g_new0 (int, n_all);
  g_autofree int *back = g_new0 (int, n_all);
  const gint32   *arcs = maak_boundaries_get_level_arcs (boundaries, row->level, &n_arcs);

  for (guint i = 0; i < row->regions; i++)
    for (guint j = 0; j < maak_boundaries_get_n_rings (boundaries, row->level, i); j++)
      {
        MaakRing ring;

        maak_boundaries_get_ring (boundaries, row->level, i, j, &ring);
        for (guint k = 0; k < ring.n_arcs; k++)
          if (ring.arcs[k] >= 0)
            forth[ring.arcs[k]]++;
          else
            back[~ring.arcs[k]]++;
      }
  for (guint i = 0; i < n_arcs; i++)
    {
      gboolean outer = maak_boundaries_arc_is_outer (boundaries, row->level, (guint) arcs[i]);

      g_assert_cmpint (forth[arcs[i]] + back[arcs[i]], ==, outer ? 1 : 2);
      if (!outer)
        g_assert_cmpint (forth[arcs[i]], ==, 1);
      forth[arcs[i]] = back[arcs[i]] = 0;
    }
  for (guint i = 0; i < n_all; i++)
    g_assert_cmpint (forth[i] + back[i], ==, 0);
}

static gboolean
is_inside (MaakBoundaries *boundaries, MaakLevel level, guint region, double lon, double lat)
{
  gboolean inside = FALSE;

  for (guint j = 0; j < maak_boundaries_get_n_rings (boundaries, level, region); j++)
    {
      MaakRing ring;

      maak_boundaries_get_ring (boundaries, level, region, j, &ring);
      for (guint k = 0; k < ring.n_arcs; k++)
        {
          guint             n;
          const MaakLonLat *points = maak_boundaries_get_arc (boundaries, (guint) (ring.arcs[k] >= 0 ? ring.arcs[k] : ~ring.arcs[k]), &n);

          for (guint i = 0; i + 1 < n; i++)
            if ((points[i].lat > lat) != (points[i + 1].lat > lat) &&
                lon < (points[i + 1].lon - points[i].lon) * (lat - points[i].lat) / (points[i + 1].lat - points[i].lat) + points[i].lon)
              inside = !inside;
        }
    }
  return inside;
}

/* Every point that ships lies in the province and in the municipality that its row names, and in no other. One lies on a
 * quay in a harbour that is water in these generalised boundaries. */
#define POINT_ON_A_QUAY "vlissingen-oost"

static void
test_points (gconstpointer data)
{
  MaakLevel   level = (MaakLevel) GPOINTER_TO_INT (data);
  const guint column = level == MAAK_LEVEL_PROVINCE ? 5 : 6;
  g_autoptr (MaakBoundaries) boundaries = maak_boundaries_new_shipped ();
  g_autoptr (MaakRegionSet) regions = maak_region_set_new_shipped ();
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/nl/maakland/atlas/points.csv", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (MaakCsv) csv = maak_csv_new (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), ',');
  const char *const *cells;
  guint              n_cells, n_points = 0;

  g_assert_true (maak_csv_next_row (csv, &cells, &n_cells));
  while (maak_csv_next_row (csv, &cells, &n_cells))
    {
      double            lon = g_ascii_strtod (cells[3], NULL), lat = g_ascii_strtod (cells[4], NULL);
      const MaakRegion *named = maak_region_set_resolve (regions, cells[column], (int) level);

      g_assert_nonnull (named);
      for (guint i = 0; i < maak_region_set_get_n (regions, level); i++)
        {
          gboolean expected = i == maak_region_get_index (named) && !g_str_equal (cells[0], POINT_ON_A_QUAY);

          if (is_inside (boundaries, level, i, lon, lat) != expected)
            g_error ("%s does not lie in %s as it should", cells[0], cells[column]);
        }
      n_points++;
    }
  g_assert_cmpuint (n_points, ==, 33);
}

/* One change of the packed bytes, and the error that it must give. */
typedef struct
{
  const char *name;
  gsize       cut;    /* bytes kept; 0: all */
  gsize       offset; /* of a number that is replaced; 0: none */
  guint32     number;
} DamageCase;

static const DamageCase damage_cases[] = {
  { "empty", 1, 0, 0 },
  { "only-a-head", 40, 0, 0 },
  { "cut-off", 60000, 0, 0 },
  { "another-version", 0, 8, 2 },
  { "another-size", 0, 12, 12 },
  { "too-many-levels", 0, 24, 7 },
  { "levels-beyond-the-end", 0, 24, 0x40000000 },
  { "arcs-beyond-the-end", 0, 16, 0x7fffffff },
  { "points-beyond-the-end", 0, 20, 0x7fffffff },
  { "arc-starts-beyond-the-end", 0, 28, 0xfffffff8 },
  { "points-not-aligned", 0, 32, 1004 },
  { "unknown-level", 0, 40, 9 },
  { "level-twice", 0, 88, 0 },
  { "rings-beyond-the-end", 0, 48, 0x10000000 },
  { "references-beyond-the-end", 0, 52, 0x10000000 },
  { "holes-beyond-the-end", 0, 68, 0xfffffff8 },
};

static void
test_damage (gconstpointer data)
{
  const DamageCase *row = data;
  g_autoptr (GBytes) shipped = g_resources_lookup_data ("/nl/maakland/atlas/boundaries.bin", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GBytes) damaged = NULL;
  g_autoptr (GError) error = NULL;
  gsize            size = g_bytes_get_size (shipped);
  g_autofree char *copy = g_memdup2 (g_bytes_get_data (shipped, NULL), size);
  guint32          number = GUINT32_TO_LE (row->number);

  if (row->offset > 0)
    memcpy (copy + row->offset, &number, sizeof number);
  damaged = g_bytes_new (copy, row->cut > 0 ? row->cut : size);
  g_assert_null (maak_boundaries_new_from_bytes (damaged, &error));
  g_assert_error (error, MAAK_ATLAS_ERROR, MAAK_ATLAS_ERROR_INVALID);
}

/* Bytes that are not aligned to eight are used all the same. */
static void
test_unaligned (void)
{
  g_autoptr (GBytes) shipped = g_resources_lookup_data ("/nl/maakland/atlas/boundaries.bin", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize            size = g_bytes_get_size (shipped);
  g_autofree char *copy = g_malloc (size + 8);
  g_autoptr (GBytes) moved = NULL;
  g_autoptr (MaakBoundaries) boundaries = NULL;
  g_autoptr (GError) error = NULL;

  memcpy (copy + 3, g_bytes_get_data (shipped, NULL), size);
  moved = g_bytes_new_static (copy + 3, size);
  boundaries = maak_boundaries_new_from_bytes (moved, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (maak_boundaries_get_n_arcs (boundaries), ==, 1094);
}

/* Any byte of the part that leads to others may be wrong, and nothing is read outside. The sanitizers watch. */
static void
test_any_byte (void)
{
  g_autoptr (GBytes) shipped = g_resources_lookup_data ("/nl/maakland/atlas/boundaries.bin", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size = g_bytes_get_size (shipped);
  guint refused = 0;

  for (gsize offset = 0; offset < 40 + 5 * 48; offset++)
    {
      char *copy = g_memdup2 (g_bytes_get_data (shipped, NULL), size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (MaakBoundaries) boundaries = NULL;

      copy[offset] ^= 0x41;
      damaged = g_bytes_new_take (copy, size);
      boundaries = maak_boundaries_new_from_bytes (damaged, NULL);
      refused += boundaries == NULL;
    }
  g_assert_cmpuint (refused, >, 150);
}

static void
add_level_tests (const char *what, GTestDataFunc function)
{
  for (gsize i = 0; i < G_N_ELEMENTS (level_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/boundaries/%s/%s", what, level_cases[i].name);

      g_test_add_data_func (path, &level_cases[i], function);
    }
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  add_level_tests ("order", test_order);
  add_level_tests ("counts", test_counts);
  add_level_tests ("rings", test_rings);
  add_level_tests ("arcs", test_arcs);
  g_test_add_data_func ("/boundaries/points/province", GINT_TO_POINTER (MAAK_LEVEL_PROVINCE), test_points);
  g_test_add_data_func ("/boundaries/points/municipality", GINT_TO_POINTER (MAAK_LEVEL_MUNICIPALITY), test_points);
  for (gsize i = 0; i < G_N_ELEMENTS (damage_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/boundaries/damage/%s", damage_cases[i].name);

      g_test_add_data_func (path, &damage_cases[i], test_damage);
    }
  g_test_add_func ("/boundaries/unaligned", test_unaligned);
  g_test_add_func ("/boundaries/any-byte", test_any_byte);
  return g_test_run ();
}
