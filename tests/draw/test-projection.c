/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "draw/maak-projected.h"
#include "maak-test.h"

#include <math.h>

typedef struct
{
  const char *name;
  double      lat, lon; /* degrees */
  double      x, y;     /* metres in RD New */
} Place;

/* The points with which the Kadaster lets programs check RDNAPTRANS (ETRS89, which is WGS84 to half a metre), and the
 * point in which the projection is rooted. */
static const Place places[] = {
  { "Amersfoort", 52.15517440, 5.38720621, 155000, 463000 },
  { "Texel", 53.160753042, 4.824761912, 117380.12, 575040.34 },
  { "Noord-Groningen", 53.419482050, 6.776726674, 247380.56, 604580.78 },
  { "Zeeuws-Vlaanderen", 51.368607152, 3.397588595, 16460.91, 377380.23 },
  { "Zuid-Limburg", 50.792584916, 5.773795548, 182260.45, 311480.67 },
  { "Maasvlakte", 51.947393898, 4.072887101, 64640.89, 440700.01 },
};

static void
test_rd (gconstpointer data)
{
  const Place *place = data;
  MaakPoint    point = maak_projection_project (MAAK_PROJECTION_RD, place->lon, place->lat);

  g_assert_cmpfloat_with_epsilon (point.x, place->x, 0.5);
  g_assert_cmpfloat_with_epsilon (point.y, place->y, 0.5);
}

static void
test_mercator (void)
{
  MaakPoint corner = maak_projection_project (MAAK_PROJECTION_MERCATOR, 180, 85.051128779806604);
  MaakPoint origin = maak_projection_project (MAAK_PROJECTION_MERCATOR, 0, 0);

  /* The corner of the square that tiles cover. */
  g_assert_cmpfloat_with_epsilon (corner.x, 20037508.342789244, 1e-3);
  g_assert_cmpfloat_with_epsilon (corner.y, 20037508.342789244, 1e-3);
  g_assert_cmpfloat_with_epsilon (origin.x, 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (origin.y, 0, 1e-6);
}

static MaakProjected *
make_shipped (void)
{
  g_autoptr (MaakBoundaries) boundaries = maak_boundaries_new_shipped ();

  return maak_projected_new (boundaries, MAAK_PROJECTION_RD);
}

/* The country, near enough: its corners are known from any map. */
static void
test_extent (void)
{
  g_autoptr (MaakProjected) projected = make_shipped ();
  MaakExtent extent = maak_projected_get_extent (projected, MAAK_LEVEL_PROVINCE, MAAK_ALL_REGIONS);

  g_assert_cmpfloat_with_epsilon (extent.x, 13500, 2000);
  g_assert_cmpfloat_with_epsilon (extent.y, 306800, 2000);
  g_assert_cmpfloat_with_epsilon (extent.x + extent.width, 278000, 2000);
  g_assert_cmpfloat_with_epsilon (extent.y + extent.height, 619500, 3000);
}

/* Arcs keep their ends, so neighbours keep meeting; and no point of the old lies farther from the new than was asked. */
static void
test_simplify (gconstpointer data)
{
  double metres = *(const double *) data;
  g_autoptr (MaakProjected) all = make_shipped ();
  g_autoptr (MaakProjected) thin = maak_projected_simplify (all, metres);
  guint n_arcs = maak_boundaries_get_n_arcs (maak_projected_get_boundaries (all));

  g_assert_cmpuint (maak_projected_get_n_points (thin), <, maak_projected_get_n_points (all));
  for (guint i = 0; i < n_arcs; i++)
    {
      guint            n_old, n_new;
      const MaakPoint *old = maak_projected_get_arc (all, i, &n_old), *new = maak_projected_get_arc (thin, i, &n_new);

      g_assert_cmpuint (n_new, >=, 2);
      g_assert_cmpmem (&old[0], sizeof *old, &new[0], sizeof *new);
      g_assert_cmpmem (&old[n_old - 1], sizeof *old, &new[n_new - 1], sizeof *new);
      for (guint j = 0; j < n_old; j++)
        {
          double nearest = G_MAXDOUBLE;

          for (guint k = 0; k + 1 < n_new; k++)
            {
              double dx = new[k + 1].x - new[k].x, dy = new[k + 1].y - new[k].y, length = dx *dx + dy *dy;
              double t = length > 0 ? CLAMP (((old[j].x - new[k].x) * dx + (old[j].y - new[k].y) * dy) / length, 0, 1) : 0;

              nearest = MIN (nearest, hypot (new[k].x + t *dx - old[j].x, new[k].y + t *dy - old[j].y));
            }
          g_assert_cmpfloat (nearest, <=, metres + 1e-6);
        }
    }
}

static void
test_simplify_nothing (void)
{
  g_autoptr (MaakProjected) all = make_shipped ();
  g_autoptr (MaakProjected) same = maak_projected_simplify (all, 0);

  g_assert_true (same == all);
}

/* A rectangle at its spot, as large as is said, lies in the region; one a tenth larger at the same spot does not. */
static void
test_spot (gconstpointer data)
{
  const char *code = data;
  g_autoptr (MaakProjected) projected = make_shipped ();
  g_autoptr (MaakRegionSet) set = maak_region_set_new_shipped ();
  const MaakRegion *region = maak_region_set_lookup (set, code);
  guint             index = maak_region_get_index (region);
  double            width = 3000, height = 1000, grow;
  MaakPoint         middle;
  gboolean          outside = FALSE;

  grow = maak_projected_find_spot (projected, maak_region_get_level (region), index, width, height, &middle);
  g_assert_cmpfloat (grow, >, 1);
  for (int i = -8; i <= 8; i++)
    for (int j = -8; j <= 8; j++)
      {
        double    part = 0.999 * grow / 16, larger = 1.1 * grow / 16;
        MaakPoint in = { middle.x + i * part * width, middle.y + j * part * height };
        MaakPoint out = { middle.x + i * larger * width, middle.y + j * larger * height };

        g_assert_true (maak_projected_contains (projected, maak_region_get_level (region), index, in));
        outside = outside || !maak_projected_contains (projected, maak_region_get_level (region), index, out);
      }
  g_assert_true (outside);
}

static void
test_contains (void)
{
  g_autoptr (MaakProjected) projected = make_shipped ();
  g_autoptr (MaakRegionSet) set = maak_region_set_new_shipped ();
  MaakPoint zwolle = maak_projection_project (MAAK_PROJECTION_RD, 6.094, 52.512);
  guint     overijssel = maak_region_get_index (maak_region_set_lookup (set, "PV23")), drenthe = maak_region_get_index (maak_region_set_lookup (set, "PV22"));

  g_assert_true (maak_projected_contains (projected, MAAK_LEVEL_PROVINCE, overijssel, zwolle));
  g_assert_false (maak_projected_contains (projected, MAAK_LEVEL_PROVINCE, drenthe, zwolle));
}

int
main (int argc, char **argv)
{
  static const double      metres[] = { 200, 600, 3000 };
  static const char *const regions[] = { "PV20", "PV23", "PV24", "PV29", "PV31", "GM0363", "CR12" };

  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/draw/projection/RD", places, test_rd);
  g_test_add_func ("/draw/projection/Mercator", test_mercator);
  g_test_add_func ("/draw/projected/extent", test_extent);
  for (guint i = 0; i < G_N_ELEMENTS (metres); i++)
    {
      g_autofree char *path = g_strdup_printf ("/draw/projected/simplify to %g m", metres[i]);

      g_test_add_data_func (path, &metres[i], test_simplify);
    }
  g_test_add_func ("/draw/projected/simplify to nothing", test_simplify_nothing);
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      g_autofree char *path = g_strconcat ("/draw/projected/spot/", regions[i], NULL);

      g_test_add_data_func (path, regions[i], test_spot);
    }
  g_test_add_func ("/draw/projected/contains", test_contains);
  return g_test_run ();
}
