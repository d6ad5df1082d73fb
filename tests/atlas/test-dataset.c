/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* Datasets: every number that ships is the number of its file; and every way in which a file or a description can be
 * wrong gives an error with file and line, or with the path. */

#include "atlas/maak-dataset.h"
#include "json/maak-json.h"

#include "maak-test.h"

#include <math.h>

#define FILE_NAME "figures.csv"
#define HEAD "region,period,value,status\n"
#define DESCRIPTION "{\"id\": \"x\", \"title\": {\"nl\": \"X\", \"en\": \"X\"}, \"unit\": \"mln-euro\", \"level\": \"province\", \"period\": \"year\"," \
                    " \"total\": true, \"publish\": true, \"source\": {\"publisher\": {\"nl\": \"CBS\", \"en\": \"CBS\"}}"

typedef struct
{
  const char *id;
  MaakLevel   level;
  guint       n_periods;
  const char *first, *last;
  gboolean    is_total;
  const char *region; /* of the last period */
  double      value;
  MaakStatus  status;
} ShippedCase;

static const ShippedCase shipped_cases[] = {
  { "gva-industry", MAAK_LEVEL_PROVINCE, 1, "2020", "2020", TRUE, "PV31", 8270, MAAK_STATUS_UNVERIFIED },
  { "gdp", MAAK_LEVEL_PROVINCE, 8, "2015", "2022", TRUE, "PV23", 53172, MAAK_STATUS_PROVISIONAL },
  { "gva-total-2018", MAAK_LEVEL_PROVINCE, 1, "2018", "2018", TRUE, "NL01", 692632, MAAK_STATUS_FINAL },
  { "gva-total-2021", MAAK_LEVEL_PROVINCE, 1, "2021", "2021", TRUE, "EXTRA", 1913, MAAK_STATUS_PROVISIONAL },
  { "gva-total-2022", MAAK_LEVEL_PROVINCE, 1, "2022", "2022", TRUE, "PV20", 29211, MAAK_STATUS_PROVISIONAL },
  { "population", MAAK_LEVEL_PROVINCE, 8, "2019", "2026", TRUE, "PV23", 1202375, MAAK_STATUS_PROVISIONAL },
  { "pupils-n-profile", MAAK_LEVEL_COUNTRY, 11, "2011/2012", "2021/2022", TRUE, "NL01", 47432, MAAK_STATUS_FINAL },
  { "technical-vacancies", MAAK_LEVEL_COUNTRY, 11, "2017/Q2", "2022/Q1", TRUE, "NL01", 81600, MAAK_STATUS_ESTIMATED },
  { "technical-vacancies-mbo-1", MAAK_LEVEL_COUNTRY, 11, "2017/Q2", "2022/Q1", TRUE, "NL01", 6800, MAAK_STATUS_ESTIMATED },
  { "technical-vacancies-mbo-2", MAAK_LEVEL_COUNTRY, 11, "2017/Q2", "2022/Q1", TRUE, "NL01", 50000, MAAK_STATUS_ESTIMATED },
  { "technical-vacancies-mbo-3", MAAK_LEVEL_COUNTRY, 11, "2017/Q2", "2022/Q1", TRUE, "NL01", 11900, MAAK_STATUS_ESTIMATED },
  { "technical-vacancies-mbo-4", MAAK_LEVEL_COUNTRY, 11, "2017/Q2", "2022/Q1", TRUE, "NL01", 12900, MAAK_STATUS_ESTIMATED },
  { "industry-employment-share", MAAK_LEVEL_COUNTRY, 1, "2017", "2017", FALSE, "NL01", 9.6, MAAK_STATUS_FINAL },
  { "industry-value-added-share", MAAK_LEVEL_COUNTRY, 1, "2017", "2017", FALSE, "NL01", 12.3, MAAK_STATUS_FINAL },
  { "industry-value-added-growth", MAAK_LEVEL_COUNTRY, 2, "1996-2011", "2012-2017", FALSE, "NL01", 1.5, MAAK_STATUS_FINAL },
  { "industry-employment-growth", MAAK_LEVEL_COUNTRY, 2, "1998-2011", "2012-2017", FALSE, "NL01", -0.3, MAAK_STATUS_FINAL },
  { "industry-productivity-growth", MAAK_LEVEL_COUNTRY, 2, "1998-2011", "2012-2017", FALSE, "NL01", 1.7, MAAK_STATUS_FINAL },
  { "industry-productivity-level", MAAK_LEVEL_COUNTRY, 1, "2017", "2017", FALSE, "NL01", 63.9, MAAK_STATUS_FINAL },
  { "economy-value-added-growth", MAAK_LEVEL_COUNTRY, 2, "1996-2011", "2012-2017", FALSE, "NL01", 1.3, MAAK_STATUS_FINAL },
  { "economy-employment-growth", MAAK_LEVEL_COUNTRY, 2, "1998-2011", "2012-2017", FALSE, "NL01", 0.8, MAAK_STATUS_FINAL },
  { "economy-productivity-growth", MAAK_LEVEL_COUNTRY, 2, "1998-2011", "2012-2017", FALSE, "NL01", 0.5, MAAK_STATUS_FINAL },
  { "economy-productivity-level", MAAK_LEVEL_COUNTRY, 1, "2017", "2017", FALSE, "NL01", 49.5, MAAK_STATUS_FINAL },
};

static MaakCatalogue *catalogue;
static MaakRegionSet *regions;

static void
test_shipped (gconstpointer data)
{
  const ShippedCase *row = data;
  MaakDataset       *dataset = maak_catalogue_lookup (catalogue, row->id);
  g_autofree char   *first = NULL;
  g_autofree char   *last = NULL;
  double             value = 0;

  g_assert_nonnull (dataset);
  first = maak_period_to_string (maak_dataset_get_period (dataset, 0));
  last = maak_period_to_string (maak_dataset_get_period (dataset, row->n_periods - 1));
  g_assert_cmpint (maak_dataset_get_level (dataset), ==, row->level);
  g_assert_cmpuint (maak_dataset_get_n_periods (dataset), ==, row->n_periods);
  g_assert_cmpstr (first, ==, row->first);
  g_assert_cmpstr (last, ==, row->last);
  g_assert_cmpint (maak_dataset_is_total (dataset), ==, row->is_total);
  g_assert_cmpint (maak_dataset_get (dataset, maak_region_set_lookup (regions, row->region), row->n_periods - 1, &value), ==, row->status);
  g_assert_cmpfloat (value, ==, row->value);
}

/* Nothing ships without a title, a source and a note that are in both languages. */
static void
test_words (gconstpointer data)
{
  const ShippedCase *row = data;
  MaakDataset       *dataset = maak_catalogue_lookup (catalogue, row->id);
  g_autoptr (MaakText) source = maak_dataset_dup_source_line (dataset);

  for (guint language = 0; language < MAAK_N_LANGUAGES; language++)
    {
      g_assert_cmpstr (maak_text_get (maak_dataset_get_title (dataset), language), !=, "");
      g_assert_cmpstr (maak_text_get (source, language), !=, "");
      g_assert_cmpint (maak_text_get (maak_dataset_get_note (dataset), language)[0] == '\0', ==, maak_text_is_empty (maak_dataset_get_note (dataset)));
    }
  g_assert_true (maak_dataset_may_publish (dataset));
}

static void
test_catalogue (void)
{
  g_assert_cmpuint (maak_catalogue_get_n (catalogue), ==, G_N_ELEMENTS (shipped_cases));
  g_assert_null (maak_catalogue_lookup (catalogue, "gva-total"));
  g_assert_true (maak_catalogue_get_regions (catalogue) == regions);
}

/* The twelve printed values, their sum, and the caution that names both sums. */
static void
test_figure_one (void)
{
  static const double printed[12] = { 2351, 2972, 1962, 6896, 1238, 11272, 4604, 10343, 14100, 2159, 21436, 8270 };
  MaakDataset        *dataset = maak_catalogue_lookup (catalogue, "gva-industry");
  const char         *note = maak_text_get (maak_dataset_get_note (dataset), MAAK_LANGUAGE_NL);
  double              sum = 0;

  for (guint i = 0; i < 12; i++)
    {
      double value = 0;

      g_assert_cmpint (maak_dataset_get (dataset, maak_region_set_get (regions, MAAK_LEVEL_PROVINCE, i), 0, &value), ==, MAAK_STATUS_UNVERIFIED);
      g_assert_cmpfloat (value, ==, printed[i]);
      sum += value;
    }
  g_assert_cmpfloat (sum, ==, 87603);
  g_assert_nonnull (strstr (note, "87.603"));
  g_assert_nonnull (strstr (note, "86 miljard"));
}

/* National accounts: the nation is the twelve provinces and Extra-Regio, to the million. */
static void
test_extra_regio (gconstpointer data)
{
  MaakDataset *dataset = maak_catalogue_lookup (catalogue, data);
  double       sum = 0, nation = 0, part = 0;

  for (guint i = 0; i < 12; i++)
    {
      maak_dataset_get (dataset, maak_region_set_get (regions, MAAK_LEVEL_PROVINCE, i), 0, &part);
      sum += part;
    }
  maak_dataset_get (dataset, maak_region_set_lookup (regions, "EXTRA"), 0, &part);
  maak_dataset_get (dataset, maak_region_set_lookup (regions, "NL01"), 0, &nation);
  g_assert_cmpfloat_with_epsilon (sum + part, nation, 1.001);
}

/* Vintages of one table stay datasets of their own. */
static void
test_vintages (void)
{
  const MaakSource *first = maak_dataset_get_source (maak_catalogue_lookup (catalogue, "gva-total-2021"));
  const MaakSource *second = maak_dataset_get_source (maak_catalogue_lookup (catalogue, "gva-total-2022"));

  g_assert_cmpstr (first->table, ==, second->table);
  g_assert_cmpstr (first->vintage, !=, second->vintage);
}

typedef struct
{
  const char *dataset;
  const char *nl, *en;
} SourceCase;

static const SourceCase source_cases[] = {
  { "gdp", "CBS, StatLine 84432 (herziening 2015), CC BY 4.0", "CBS, StatLine 84432 (2015 revision), CC BY 4.0" },
  { "population", "CBS, StatLine 03759ned, opgehaald in juli 2026, CC BY 4.0", "CBS, StatLine 03759ned, retrieved in July 2026, CC BY 4.0" },
  { "gva-total-2018", "CBS, StatLine 84419NED, CC BY 4.0", "CBS, StatLine 84419NED, CC BY 4.0" },
};

static void
test_source_line (gconstpointer data)
{
  const SourceCase *row = data;
  g_autoptr (MaakText) line = maak_dataset_dup_source_line (maak_catalogue_lookup (catalogue, row->dataset));

  g_assert_cmpstr (maak_text_get (line, MAAK_LANGUAGE_NL), ==, row->nl);
  g_assert_cmpstr (maak_text_get (line, MAAK_LANGUAGE_EN), ==, row->en);
}

static void
test_benchmark (void)
{
  MaakDataset *growth = maak_catalogue_lookup (catalogue, "industry-productivity-growth");
  double       value = 0;

  g_assert_cmpstr (maak_text_get (maak_dataset_get_benchmark (growth, 0, &value), MAAK_LANGUAGE_EN), ==, "OECD");
  g_assert_cmpfloat (value, ==, 4.1);
  maak_dataset_get_benchmark (growth, 1, &value);
  g_assert_cmpfloat (value, ==, 1.5);
  g_assert_null (maak_dataset_get_benchmark (maak_catalogue_lookup (catalogue, "gdp"), 0, &value));
}

/* A file that is wrong: which error, and what must stand in its wording. */
typedef struct
{
  const char *name;
  const char *csv;
  int         code;
  const char *wording;
} BadFile;

static const BadFile bad_files[] = {
  { "unknown-region", HEAD "PV23,2020,1,final\nPV99,2020,1,final\n", MAAK_ATLAS_ERROR_UNKNOWN_REGION, "figures.csv: line 3: The region ‘PV99’" },
  { "region-of-another-level", HEAD "CR01,2020,1,final\n", MAAK_ATLAS_ERROR_UNKNOWN_REGION, "line 2: The region ‘CR01’ is of another level" },
  { "no-region", HEAD ",2020,1,final\n", MAAK_ATLAS_ERROR_UNKNOWN_REGION, "line 2" },
  { "not-a-number", HEAD "PV23,2020,many,final\n", MAAK_ATLAS_ERROR_INVALID, "line 2: ‘many’ is not a number" },
  { "decimal-comma", HEAD "PV23,2020,\"1,5\",final\n", MAAK_ATLAS_ERROR_INVALID, "‘1,5’ is not a number" },
  { "number-and-more", HEAD "PV23,2020,12mln,final\n", MAAK_ATLAS_ERROR_INVALID, "‘12mln’" },
  { "infinite-number", HEAD "PV23,2020,1e999,final\n", MAAK_ATLAS_ERROR_INVALID, "‘1e999’" },
  { "not-a-number-by-name", HEAD "PV23,2020,nan,final\n", MAAK_ATLAS_ERROR_INVALID, "‘nan’" },
  { "no-number", HEAD "PV23,2020,,final\n", MAAK_ATLAS_ERROR_INVALID, "line 2: ‘’ is not a number" },
  { "value-where-none-goes", HEAD "PV23,2020,3,secret\n", MAAK_ATLAS_ERROR_INVALID, "goes without a value, but there is ‘3’" },
  { "unknown-status", HEAD "PV23,2020,3,sure\n", MAAK_ATLAS_ERROR_INVALID, "‘sure’ is not known" },
  { "cell-twice", HEAD "PV23,2020,3,final\nPV24,2020,3,final\nPV23,2020,4,final\n", MAAK_ATLAS_ERROR_INVALID, "line 4: The region PV23 has two values" },
  { "cell-twice-by-another-spelling", HEAD "PV23,2020,3,final\nOverijssel,2020,4,final\n", MAAK_ATLAS_ERROR_INVALID, "line 3: The region PV23" },
  { "not-a-period", HEAD "PV23,last year,3,final\n", MAAK_ATLAS_ERROR_INVALID, "‘last year’ is not a period" },
  { "period-of-another-kind", HEAD "PV23,2020/Q1,3,final\n", MAAK_ATLAS_ERROR_INVALID, "‘2020/Q1’" },
  { "row-too-short", HEAD "PV23,2020,3\n", MAAK_ATLAS_ERROR_INVALID, "line 2: There are 3 cells, and there should be 4" },
  { "row-too-long", HEAD "PV23,2020,3,final,\n", MAAK_ATLAS_ERROR_INVALID, "There are 5 cells" },
  { "no-value-column", "region,period,amount,status\nPV23,2020,3,final\n", MAAK_ATLAS_ERROR_INVALID, "The column ‘value’ is missing" },
  { "no-region-column", "area,period,value,status\nPV23,2020,3,final\n", MAAK_ATLAS_ERROR_INVALID, "The column ‘region’ is missing" },
  { "no-status-column", "region,period,value\nPV23,2020,3\n", MAAK_ATLAS_ERROR_INVALID, "The column ‘status’ is missing" },
  { "empty", "", MAAK_ATLAS_ERROR_INVALID, "There are no values in it" },
  { "only-a-head", HEAD, MAAK_ATLAS_ERROR_INVALID, "There are no values in it" },
};

static void
test_bad_file (gconstpointer data)
{
  const BadFile *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *wording = NULL;

  g_assert_null (maak_dataset_new_from_csv (DESCRIPTION "}", row->csv, -1, regions, FILE_NAME, &error));
  g_assert_error (error, MAAK_ATLAS_ERROR, row->code);
  g_assert_cmpstr (maak_error_get_file (error), ==, FILE_NAME);
  wording = maak_error_dup_wording (error, MAAK_LANGUAGE_EN);
  if (strstr (wording, row->wording) == NULL)
    g_error ("“%s” does not say “%s”", wording, row->wording);
}

typedef struct
{
  const char *name;
  const char *json;
  int         code; /* MaakJsonErrorCode */
  const char *path;
} BadDescription;

#define UNIT_LEVEL "\"title\": {\"nl\": \"X\", \"en\": \"X\"}, \"level\": \"province\", \"period\": \"year\", \"total\": true, \"publish\": true, \"source\": {\"publisher\": {\"nl\": \"CBS\", \"en\": \"CBS\"}}"

static const BadDescription bad_descriptions[] = {
  { "not-json", "{", MAAK_JSON_ERROR_SYNTAX, NULL },
  { "not-an-object", "[]", MAAK_JSON_ERROR_TYPE, NULL },
  { "no-id", "{}", MAAK_JSON_ERROR_MISSING, NULL },
  { "unknown-unit", "{\"id\": \"x\", \"unit\": \"bushel\", " UNIT_LEVEL "}", MAAK_JSON_ERROR_VALUE, "unit" },
  { "no-unit", "{\"id\": \"x\", " UNIT_LEVEL "}", MAAK_JSON_ERROR_MISSING, NULL },
  { "unknown-level", "{\"id\": \"x\", \"title\": {\"nl\": \"X\", \"en\": \"X\"}, \"unit\": \"euro\", \"level\": \"street\", \"period\": \"year\"}", MAAK_JSON_ERROR_VALUE, "level" },
  { "extra-regio-is-no-level", "{\"id\": \"x\", \"title\": {\"nl\": \"X\", \"en\": \"X\"}, \"unit\": \"euro\", \"level\": \"extra\", \"period\": \"year\"}", MAAK_JSON_ERROR_VALUE, "level" },
  { "unknown-member", DESCRIPTION ", \"nota\": {}}", MAAK_JSON_ERROR_VALUE, NULL },
  { "unknown-quantity", DESCRIPTION ", \"quantity\": \"gold\"}", MAAK_JSON_ERROR_VALUE, "quantity" },
  { "title-is-no-text", "{\"id\": \"x\", \"title\": 3, \"unit\": \"euro\", \"level\": \"province\", \"period\": \"year\"}", MAAK_JSON_ERROR_TYPE, "title" },
  { "where-of-two-columns", DESCRIPTION ", \"where\": {\"a\": \"1\", \"b\": \"2\"}}", MAAK_JSON_ERROR_VALUE, "where" },
  { "benchmark-without-name", DESCRIPTION ", \"benchmark\": {\"value\": \"v\"}}", MAAK_JSON_ERROR_MISSING, NULL },
  { "source-without-publisher", "{\"id\": \"x\", \"title\": {\"nl\": \"X\", \"en\": \"X\"}, \"unit\": \"euro\", \"level\": \"province\", \"period\": \"year\", \"total\": true, \"publish\": true, \"source\": {}}", MAAK_JSON_ERROR_MISSING, NULL },
};

static void
test_bad_description (gconstpointer data)
{
  const BadDescription *row = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (maak_dataset_new_from_csv (row->json, HEAD "PV23,2020,1,final\n", -1, regions, FILE_NAME, &error));
  g_assert_error (error, MAAK_JSON_ERROR, row->code);
  if (row->path != NULL)
    g_assert_cmpstr (maak_error_get_path (error), ==, row->path);
}

/* Other spellings of a region, missing and secret cells, gaps: all read as what they are. */
static void
test_good_file (void)
{
  static const char csv[] = HEAD "Overijssel,2021,2.5,provisional\nNL-GE,2019,,secret\nNL01,2019,10,final\nEXTRA,2019,1,final\nPV20,2019,,missing\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakDataset) dataset = maak_dataset_new_from_csv (DESCRIPTION "}", csv, -1, regions, FILE_NAME, &error);
  double value = 7;

  g_assert_no_error (error);
  g_assert_cmpuint (maak_dataset_get_n_periods (dataset), ==, 2);
  g_assert_cmpint (maak_dataset_get (dataset, maak_region_set_lookup (regions, "PV23"), 1, &value), ==, MAAK_STATUS_PROVISIONAL);
  g_assert_cmpfloat (value, ==, 2.5);
  g_assert_cmpint (maak_dataset_get (dataset, maak_region_set_lookup (regions, "PV25"), 0, &value), ==, MAAK_STATUS_SECRET);
  g_assert_cmpint (maak_dataset_get (dataset, maak_region_set_lookup (regions, "PV20"), 0, &value), ==, MAAK_STATUS_MISSING);
  g_assert_cmpint (maak_dataset_get (dataset, maak_region_set_lookup (regions, "PV23"), 0, &value), ==, MAAK_STATUS_MISSING);
  g_assert_cmpint (maak_dataset_get (dataset, maak_region_set_lookup (regions, "CR01"), 0, &value), ==, MAAK_STATUS_MISSING);
  g_assert_cmpint (maak_dataset_get_weakest (dataset, 0), ==, MAAK_STATUS_FINAL);
  g_assert_cmpint (maak_dataset_get_weakest (dataset, 1), ==, MAAK_STATUS_PROVISIONAL);
  g_assert_false (maak_dataset_find_period (dataset, maak_period_year (2020), NULL));
}

static void
test_from_parts (void)
{
  g_autoptr (MaakText) title = maak_text_new ("Reeks", "Series");
  const MaakRegion *overijssel = maak_region_set_lookup (regions, "PV23");
  const MaakCell    cells[] = {
    { overijssel, maak_period_year (2022), 3, MAAK_STATUS_TARGET },
    { overijssel, maak_period_year (2020), 1, MAAK_STATUS_FINAL },
    { maak_region_set_lookup (regions, "NL01"), maak_period_year (2020), 9, MAAK_STATUS_FINAL },
  };
  MaakDatasetParts parts = { .title = title, .source_line = title, .unit = MAAK_UNIT_JOBS, .level = MAAK_LEVEL_PROVINCE, .regions = regions, .cells = cells, .n_cells = 3 };
  g_autoptr (MaakDataset) dataset = maak_dataset_new_from_parts (&parts);
  g_autoptr (MaakText) line = maak_dataset_dup_source_line (dataset);
  double value = 0;

  g_assert_cmpuint (maak_dataset_get_n_periods (dataset), ==, 2);
  g_assert_cmpint (maak_dataset_get (dataset, overijssel, 1, &value), ==, MAAK_STATUS_TARGET);
  g_assert_cmpfloat (value, ==, 3);
  g_assert_cmpstr (maak_text_get (line, MAAK_LANGUAGE_EN), ==, "Series");
}

static void
test_add (void)
{
  g_autoptr (MaakCatalogue) own = maak_catalogue_new_shipped (regions, NULL);
  g_autoptr (MaakDataset) other = maak_dataset_new_from_csv (DESCRIPTION "}", HEAD "PV23,2020,1,final\n", -1, regions, FILE_NAME, NULL);
  g_autoptr (MaakDataset) again = maak_dataset_new_from_csv (DESCRIPTION "}", HEAD "PV23,2020,2,final\n", -1, regions, FILE_NAME, NULL);
  guint n = maak_catalogue_get_n (own);

  maak_catalogue_add (own, other);
  g_assert_cmpuint (maak_catalogue_get_n (own), ==, n + 1);
  maak_catalogue_add (own, again);
  g_assert_cmpuint (maak_catalogue_get_n (own), ==, n + 1);
  g_assert_true (maak_catalogue_lookup (own, "x") == again);
}

static void
add (const char *what, const char *name, gconstpointer data, GTestDataFunc function)
{
  g_autofree char *path = g_strdup_printf ("/dataset/%s/%s", what, name);

  g_test_add_data_func (path, data, function);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  maak_test_init (&argc, &argv);
  regions = maak_region_set_new_shipped ();
  catalogue = maak_catalogue_new_shipped (regions, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (shipped_cases); i++)
    {
      add ("shipped", shipped_cases[i].id, &shipped_cases[i], test_shipped);
      add ("words", shipped_cases[i].id, &shipped_cases[i], test_words);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (source_cases); i++)
    add ("source-line", source_cases[i].dataset, &source_cases[i], test_source_line);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_files); i++)
    add ("bad-file", bad_files[i].name, &bad_files[i], test_bad_file);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_descriptions); i++)
    add ("bad-description", bad_descriptions[i].name, &bad_descriptions[i], test_bad_description);
  add ("extra-regio", "gva-total-2021", "gva-total-2021", test_extra_regio);
  add ("extra-regio", "gva-total-2022", "gva-total-2022", test_extra_regio);
  g_test_add_func ("/dataset/catalogue", test_catalogue);
  g_test_add_func ("/dataset/figure-one", test_figure_one);
  g_test_add_func ("/dataset/vintages", test_vintages);
  g_test_add_func ("/dataset/benchmark", test_benchmark);
  g_test_add_func ("/dataset/good-file", test_good_file);
  g_test_add_func ("/dataset/from-parts", test_from_parts);
  g_test_add_func ("/dataset/add", test_add);
  result = g_test_run ();
  maak_catalogue_unref (catalogue);
  maak_region_set_unref (regions);
  return result;
}
