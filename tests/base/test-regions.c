/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "base/maak-error.h"
#include "base/maak-regions.h"
#include "maak-test.h"

#define ANY MAAK_LEVEL_ANY

static MaakRegionSet *shipped;

static const struct
{
  const char *name;
  const char *spelling;
  int         level;
  const char *code; /* NULL: none */
} resolve_rows[] = {
  { "code", "PV23", ANY, "PV23" },
  { "padded", "PV23  ", ANY, "PV23" },
  { "padded-before", "  PV23", ANY, "PV23" },
  { "lower-case", "pv23", ANY, "PV23" },
  { "level-fits", "PV23", MAAK_LEVEL_PROVINCE, "PV23" },
  { "level-does-not-fit", "PV23", MAAK_LEVEL_COROP, NULL },
  { "iso", "NL-OV", ANY, "PV23" },
  { "iso-lower", "nl-fr", ANY, "PV21" },
  { "nuts-same", "NL21", ANY, "PV23" },
  { "nuts-2021-utrecht", "NL31", ANY, "PV26" },
  { "nuts-2024-utrecht", "NL35", ANY, "PV26" },
  { "nuts-2021-zuid-holland", "NL33", ANY, "PV28" },
  { "nuts-2024-zuid-holland", "NL36", ANY, "PV28" },
  { "nuts-lower", "nl42", ANY, "PV31" },
  { "nuts-1", "NL2", ANY, "LD02" },
  { "name", "Overijssel", ANY, "PV23" },
  { "name-upper", "OVERIJSSEL", ANY, "PV23" },
  { "name-marked", "Overijssel (PV)", ANY, "PV23" },
  { "name-marked-lower", "overijssel (pv)", ANY, "PV23" },
  { "frisian", "Fryslân", ANY, "PV21" },
  { "frisian-decomposed", "Frysla\xcc\x82n", ANY, "PV21" },
  { "frisian-bare", "Fryslan", ANY, "PV21" },
  { "frisian-dutch", "Friesland", ANY, "PV21" },
  { "frisian-marked", "Fryslân (PV)", ANY, "PV21" },
  { "english", "North Holland", ANY, "PV27" },
  { "english-hyphen", "north-holland", ANY, "PV27" },
  { "dutch-spaces", "Noord  Brabant", ANY, "PV30" },
  { "no-break-space", "Noord\xc2\xa0"
                      "Brabant",
    ANY, "PV30" },
  { "country", "NL01", ANY, "NL01" },
  { "country-short", "NL", ANY, "NL01" },
  { "country-dutch", "Nederland", ANY, "NL01" },
  { "country-english", "The Netherlands", ANY, "NL01" },
  { "extra", "Extra-Regio", ANY, "EXTRA" },
  { "extra-code", "EXTRA", ANY, "EXTRA" },
  { "extra-nuts", "NLZZ", ANY, "EXTRA" },
  { "landsdeel", "Oost-Nederland (LD)", ANY, "LD02" },
  { "landsdeel-code", "LD04", ANY, "LD04" },
  { "corop", "Twente (CR)", ANY, "CR12" },
  { "corop-bare", "Twente", ANY, "CR12" },
  { "corop-slash", "Arnhem/Nijmegen", ANY, "CR15" },
  { "corop-apostrophe", "Agglomeratie 's-Gravenhage (CR)", ANY, "CR26" },
  { "municipality", "GM0344", ANY, "GM0344" },
  { "municipality-name", "Enschede", ANY, "GM0153" },
  { "municipality-apostrophe", "\xe2\x80\x99s-Gravenhage", ANY, "GM0518" },
  { "municipality-everyday", "Den Haag", ANY, "GM0518" },
  { "municipality-english", "The Hague", ANY, "GM0518" },
  { "municipality-bracket", "Hengelo (O.)", ANY, "GM0164" },
  { "municipality-bracket-bare", "Hengelo", ANY, "GM0164" },
  { "municipality-two-of-a-name", "Bergen", ANY, NULL },
  { "municipality-one-of-two", "Bergen (NH.)", ANY, "GM0373" },
  { "clash-any", "Utrecht", ANY, "PV26" },
  { "clash-province", "Utrecht", MAAK_LEVEL_PROVINCE, "PV26" },
  { "clash-corop", "Utrecht", MAAK_LEVEL_COROP, "CR17" },
  { "clash-municipality", "Utrecht", MAAK_LEVEL_MUNICIPALITY, "GM0344" },
  { "clash-marked", "Utrecht (gemeente)", ANY, "GM0344" },
  { "clash-marked-corop", "Utrecht (CR)", ANY, "CR17" },
  { "clash-marked-against", "Utrecht (PV)", MAAK_LEVEL_MUNICIPALITY, NULL },
  { "groningen-province", "Groningen", MAAK_LEVEL_PROVINCE, "PV20" },
  { "groningen-municipality", "Groningen", MAAK_LEVEL_MUNICIPALITY, "GM0014" },
  { "flevoland-corop", "Flevoland", MAAK_LEVEL_COROP, "CR40" },
  { "unknown", "Holland", ANY, NULL },
  { "unknown-code", "PV99", ANY, NULL },
  { "part-of-a-name", "Overijs", ANY, NULL },
  { "old-municipality", "Bergeijk-Westerhoven", ANY, NULL },
  { "empty", "", ANY, NULL },
  { "spaces", "   ", ANY, NULL },
  { "only-mark", "(PV)", ANY, NULL },
  { "not-utf8", "Frysl\xe2n", ANY, NULL },
};

static void
test_resolve (gconstpointer data)
{
  const typeof (resolve_rows[0]) *row = data;
  const MaakRegion               *region = maak_region_set_resolve (shipped, row->spelling, row->level);

  g_assert_cmpstr (region != NULL ? maak_region_get_code (region) : NULL, ==, row->code);
}

static void
test_counts (void)
{
  const guint expected[MAAK_N_LEVELS] = { 1, 4, 12, 40, 342, 1 };

  for (guint level = 0; level < MAAK_N_LEVELS; level++)
    g_assert_cmpuint (maak_region_set_get_n (shipped, (MaakLevel) level), ==, expected[level]);
  g_assert_cmpint (maak_region_set_get_year (shipped), ==, 2025);
}

/* Everything is in the country by one way, level by level, and found by all that it is called. */
static void
test_tree (void)
{
  for (guint level = 0; level < MAAK_N_LEVELS; level++)
    for (guint i = 0; i < maak_region_set_get_n (shipped, (MaakLevel) level); i++)
      {
        const MaakRegion *region = maak_region_set_get (shipped, (MaakLevel) level, i);
        const MaakRegion *parent = maak_region_get_parent (region);
        g_assert_cmpuint (maak_region_get_index (region), ==, i);
        g_assert_cmpint (maak_region_get_level (region), ==, level);
        g_assert_true (maak_region_set_lookup (shipped, maak_region_get_code (region)) == region);
        g_assert_true (maak_region_set_resolve (shipped, maak_region_get_name (region, MAAK_LANGUAGE_NL), (int) level) == region);
        g_assert_true (maak_region_set_resolve (shipped, maak_region_get_name (region, MAAK_LANGUAGE_EN), (int) level) == region);
        if (level == MAAK_LEVEL_COUNTRY)
          g_assert_null (parent);
        else if (level == MAAK_LEVEL_EXTRA)
          g_assert_cmpstr (maak_region_get_code (parent), ==, "NL01");
        else
          g_assert_cmpint (maak_region_get_level (parent), ==, level - 1);
        g_assert_nonnull (maak_region_get_ancestor (region, MAAK_LEVEL_COUNTRY));
      }
}

static void
test_region (void)
{
  const MaakRegion *enschede = maak_region_set_lookup (shipped, "GM0153");
  const MaakRegion *province = maak_region_get_ancestor (enschede, MAAK_LEVEL_PROVINCE);

  g_assert_cmpstr (maak_region_get_code (maak_region_get_parent (enschede)), ==, "CR12");
  g_assert_cmpstr (maak_region_get_code (province), ==, "PV23");
  g_assert_cmpstr (maak_region_get_code (maak_region_get_parent (province)), ==, "LD02");
  g_assert_cmpstr (maak_region_get_iso (province), ==, "NL-OV");
  g_assert_cmpstr (maak_region_get_iso (enschede), ==, "");
  province = maak_region_set_lookup (shipped, "PV28");
  g_assert_cmpstr (maak_region_get_nuts (province, 2021), ==, "NL33");
  g_assert_cmpstr (maak_region_get_nuts (province, 2023), ==, "NL33");
  g_assert_cmpstr (maak_region_get_nuts (province, 2024), ==, "NL36");
  g_assert_null (maak_region_get_ancestor (province, MAAK_LEVEL_MUNICIPALITY));
  g_assert_null (maak_region_set_lookup (shipped, "pv28"));
}

#define HEAD "year,2025\nlevel,code,parent,nl,en,iso,nuts2021,nuts2024\n"
#define COUNTRY "country,NL01,,Nederland,Netherlands,NL,NL,NL\n"

static const struct
{
  const char *name;
  const char *csv;
  const char *en; /* NULL: right */
} csv_rows[] = {
  { "right", HEAD COUNTRY, NULL },
  { "crlf-and-bom", "\xef\xbb\xbfyear,2025\r\nlevel,code,parent,nl,en,iso,nuts2021,nuts2024\r\ncountry,NL01,,Nederland,Netherlands,NL,NL,NL\r\n", NULL },
  { "empty", "", "Line 0 of the list of regions is not right: the first line should give the year." },
  { "no-year", "level,code\n", "Line 1 of the list of regions is not right: the first line should give the year." },
  { "wrong-year", "year,25\n", "Line 1 of the list of regions is not right: the first line should give the year." },
  { "no-columns", "year,2025\n", "Line 1 of the list of regions is not right: there should be eight columns." },
  { "few-columns", HEAD "country,NL01\n", "Line 3 of the list of regions is not right: there should be eight columns." },
  { "level", HEAD "planet,NL01,,a,b,,,\n", "Line 3 of the list of regions is not right: there is no such level." },
  { "twice", HEAD COUNTRY COUNTRY, "Line 4 of the list of regions is not right: the code is missing or appears twice." },
  { "no-code", HEAD "country,,,a,b,,,\n", "Line 3 of the list of regions is not right: the code is missing or appears twice." },
  { "orphan", HEAD COUNTRY "corop,CR01,PV20,a,b,,,\n", "Line 4 of the list of regions is not right: the parent region does not come before it." },
  { "quote", HEAD "country,NL01,,\"a,b,,,\n", "Line 3 of the list of regions is not right: a quotation mark is not closed." },
};

static void
test_csv (gconstpointer data)
{
  const typeof (csv_rows[0]) *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakRegionSet) set = maak_region_set_new_from_csv (row->csv, -1, &error);
  g_autofree char *en = error != NULL ? maak_error_dup_wording (error, MAAK_LANGUAGE_EN) : NULL;

  g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpint (set != NULL, ==, row->en == NULL);
  if (error != NULL)
    maak_test_assert_worded (error);
}

static void
test_levels (void)
{
  MaakLevel level;

  for (guint i = 0; i < MAAK_N_LEVELS; i++)
    g_assert_true (maak_level_parse (maak_level_get_code ((MaakLevel) i), &level) && level == i);
  g_assert_false (maak_level_parse ("Province", &level));
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  shipped = maak_region_set_new_shipped ();
  MAAK_TEST_TABLE ("/base/regions/resolve", resolve_rows, test_resolve);
  MAAK_TEST_TABLE ("/base/regions/csv", csv_rows, test_csv);
  g_test_add_func ("/base/regions/counts", test_counts);
  g_test_add_func ("/base/regions/tree", test_tree);
  g_test_add_func ("/base/regions/region", test_region);
  g_test_add_func ("/base/regions/levels", test_levels);
  {
    int result = g_test_run ();
    maak_region_set_unref (shipped);
    return result;
  }
}
