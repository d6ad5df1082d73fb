/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* Citing and making exhibits: what is put into the plan, by role, and what is refused. */

#include "evidence/maak-evidence.h"

#include "maak-test.h"

static MaakLibrary   *library;
static MaakCatalogue *catalogue;
static MaakRegionSet *regions;

static MaakIndicator *
make (const char *dataset, const char *metric, const char *period)
{
  MaakIndicatorOptions options = { .metric = metric };
  g_autoptr (GError) error = NULL;
  MaakIndicator *indicator;

  if (period != NULL)
    g_assert_true (maak_period_parse (period, &options.period));
  indicator = maak_indicator_new (catalogue, maak_catalogue_lookup (catalogue, dataset), &options, &error);
  g_assert_no_error (error);
  return indicator;
}

static const MaakRegion *
find (const char *code)
{
  const MaakRegion *region = maak_region_set_lookup (regions, code);

  g_assert_nonnull (region);
  return region;
}

typedef struct
{
  const char *name;
  const char *dataset, *metric, *period, *region;
  const char *title, *value; /* Dutch */
} CiteCase;

static const CiteCase cite_cases[] = {
  { "value", "gva-industry", NULL, NULL, "PV23", "Bruto toegevoegde waarde industrie, Overijssel", "6.896" },
  { "ratio", "gva-industry", "ratio-gdp", NULL, "PV31", "Bruto toegevoegde waarde industrie: verhouding tot bbp, Limburg", "18,3" },
  { "lq", "gva-industry", "lq", NULL, "PV31", "Bruto toegevoegde waarde industrie: locatiequotiënt (LQ), Limburg", "1,66" },
  { "growth", "gdp", "growth", "2015-2020", "PV23", "Bruto binnenlands product: groei, Overijssel", "19,4" },
  { "nation", "technical-vacancies", NULL, NULL, "NL01", "Openstaande technische vacatures, mbo, Nederland", "81.600" },
};

static void
test_cite (gconstpointer data)
{
  const CiteCase *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakIndicator) indicator = make (row->dataset, row->metric, row->period);
  g_autoptr (MaakRecord) record = maak_evidence_cite (library, indicator, find (row->region), &error);
  MaakCitation    *citation;
  g_autofree char *value = NULL;

  g_assert_no_error (error);
  citation = maak_value_get_citation (maak_record_get_role (record, MAAK_ROLE_CITATION));
  value = maak_citation_dup_value (citation, MAAK_LANGUAGE_NL);
  g_assert_nonnull (strstr (value, row->value));
  g_assert_cmpstr (maak_citation_get (citation)->dataset, ==, row->dataset);
  g_assert_cmpstr (maak_citation_get (citation)->metric, ==, row->metric);
  g_assert_cmpstr (maak_text_get (maak_record_get_text (record, MAAK_ROLE_TITLE), MAAK_LANGUAGE_NL), ==, row->title);
}

static void
test_cite_another_level (void)
{
  g_autoptr (MaakIndicator) indicator = make ("gdp", NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (maak_evidence_cite (library, indicator, find ("CR01"), &error));
  g_assert_error (error, MAAK_EVIDENCE_ERROR, MAAK_EVIDENCE_ERROR_NO_VALUE);
  maak_test_assert_worded (error);
}

/* Figures of one's own, with a hole, that may not be published. */
#define OWN "{\"id\": \"own\", \"title\": {\"nl\": \"Eigen\", \"en\": \"Own\"}, \"unit\": \"jobs\", \"level\": \"province\", \"period\": \"year\", " \
            "\"total\": true, \"publish\": false, \"source\": {\"publisher\": {\"nl\": \"wij\", \"en\": \"we\"}}}"

static MaakIndicator *
make_own (const char *csv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakDataset) dataset = maak_dataset_new_from_csv (OWN, csv, -1, regions, "own.csv", &error);
  MaakIndicator *indicator;

  g_assert_no_error (error);
  indicator = maak_indicator_new (catalogue, dataset, NULL, &error);
  g_assert_no_error (error);
  return indicator;
}

static void
test_cite_missing (void)
{
  g_autoptr (MaakIndicator) indicator = make_own ("region,period,value,status\nPV23,2030,5,final\nPV24,2030,,secret\n");
  g_autoptr (GError) error = NULL;

  g_assert_null (maak_evidence_cite (library, indicator, find ("PV24"), &error));
  g_assert_error (error, MAAK_EVIDENCE_ERROR, MAAK_EVIDENCE_ERROR_NO_VALUE);
  maak_test_assert_worded (error);
}

/* A licence that forbids publishing makes the record internal. */
static void
test_not_to_publish (void)
{
  g_autoptr (MaakIndicator) own = make_own ("region,period,value,status\nPV23,2030,5,final\n");
  g_autoptr (MaakIndicator) open = make ("gdp", NULL, NULL);
  g_autoptr (MaakRecord) closed_record = maak_evidence_cite (library, own, find ("PV23"), NULL);
  g_autoptr (MaakRecord) open_record = maak_evidence_cite (library, open, find ("PV23"), NULL);

  g_assert_cmpint (maak_record_get_sensitivity (closed_record), ==, MAAK_SENSITIVITY_INTERNAL);
  g_assert_cmpint (maak_record_get_sensitivity (open_record), ==, MAAK_SENSITIVITY_PUBLIC);
}

static void
test_no_template (gconstpointer data)
{
  static const char *const templates[] = { "{\"templates\": [{\"id\": \"plan\", \"kind\": \"plan\", \"label\": {\"nl\": \"P\", \"en\": \"P\"}, \"plural\": {\"nl\": \"P\", \"en\": \"P\"},"
                                           " \"sections\": [{\"id\": \"main\", \"label\": {\"nl\": \"P\", \"en\": \"P\"}, \"fields\": [{\"id\": \"title\", \"type\": \"text\","
                                           " \"role\": \"title\", \"label\": {\"nl\": \"T\", \"en\": \"T\"}}]}]}]}",
                                           NULL };
  static const char *const none[] = { NULL };
  MaakExhibitOptions       options = { .kind = MAAK_EXHIBIT_RANKS };
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakLibrary) bare = maak_library_new_from_json (templates, none, &error);
  g_autoptr (MaakIndicator) indicator = make ("gdp", NULL, NULL);

  g_assert_no_error (error);
  if (data != NULL)
    g_assert_null (maak_evidence_cite (bare, indicator, find ("PV23"), &error));
  else
    g_assert_null (maak_evidence_make_exhibit (bare, catalogue, indicator, &options, &error));
  g_assert_error (error, MAAK_EVIDENCE_ERROR, MAAK_EVIDENCE_ERROR_NO_TEMPLATE);
  maak_test_assert_worded (error);
}

/* What an exhibit is made of, and the sentences that are made from its data. */
typedef struct
{
  const char     *name;
  MaakExhibitKind kind;
  const char     *dataset, *metric, *period;
  const char     *regions[3];
  guint           n_rows;
  const char     *caption;     /* Dutch */
  const char     *alternative; /* Dutch, whole */
  const char     *english;     /* English, whole */
} ExhibitCase;

#define EURO "€\u00a0"

static const ExhibitCase exhibit_cases[] = {
  { "map-of-a-ratio", MAAK_EXHIBIT_MAP, "gva-industry", "ratio-gdp", NULL, { "PV23", "PV25" }, 13, "Bruto toegevoegde waarde industrie: verhouding tot bbp, 2020", "Kaart van Nederland: Bruto toegevoegde waarde industrie: verhouding tot bbp, 2020. Hoogste: Limburg 18,3%; laagste: Utrecht 6,0%. Overijssel: 15,2%. Gelderland: 13,8%. Ter vergelijking, 12 provincies: 11,0%.", "Map of the Netherlands: Gross value added of industry: ratio to GDP, 2020. Highest: Limburg 18.3%; lowest: Utrecht 6.0%. Overijssel: 15.2%. Gelderland: 13.8%. For comparison, 12 provinces: 11.0%." },
  { "own-region-is-the-highest", MAAK_EXHIBIT_RANKS, "gva-industry", "lq", NULL, { "PV31" }, 13, "Bruto toegevoegde waarde industrie: locatiequotiënt (LQ), 2020", "Ranglijst van regio's: Bruto toegevoegde waarde industrie: locatiequotiënt (LQ), 2020. Hoogste: Limburg 1,66; laagste: Utrecht 0,54. Ter vergelijking, 12 provincies: 1,00.", "Ranking of regions: Gross value added of industry: location quotient (LQ), 2020. Highest: Limburg 1.66; lowest: Utrecht 0.54. For comparison, 12 provinces: 1.00." },
  { "series", MAAK_EXHIBIT_SERIES, "gdp", NULL, NULL, { "PV23" }, 8, "Bruto binnenlands product", "Tijdreeks: Bruto binnenlands product. Overijssel: van " EURO "37.914\u00a0mln in 2015 naar " EURO "53.172\u00a0mln in 2022.", "Time series: Gross domestic product. Overijssel: from €37,914\u00a0million in 2015 to €53,172\u00a0million in 2022." },
  { "series-of-two", MAAK_EXHIBIT_SERIES, "population", NULL, NULL, { "PV23", "NL01" }, 16, "Inwoners op 1 januari", "Tijdreeks: Inwoners op 1 januari. Overijssel: van 1.156.431\u00a0personen in 2019 naar 1.202.375\u00a0personen in 2026. Nederland: van 17.282.163\u00a0personen in 2019 naar 18.130.208\u00a0personen in 2026.", "Time series: Inhabitants on 1 January. Overijssel: from 1,156,431\u00a0persons in 2019 to 1,202,375\u00a0persons in 2026. Netherlands: from 17,282,163\u00a0persons in 2019 to 18,130,208\u00a0persons in 2026." },
};

static MaakRecord *
make_exhibit (const ExhibitCase *row, GError **error)
{
  g_autoptr (MaakIndicator) indicator = make (row->dataset, row->metric, row->period);
  const MaakRegion  *own[3] = { NULL };
  MaakExhibitOptions options = { .kind = row->kind, .regions = own, .method = MAAK_CLASSES_NATURAL };

  while (options.n_regions < 3 && row->regions[options.n_regions] != NULL)
    {
      own[options.n_regions] = find (row->regions[options.n_regions]);
      options.n_regions++;
    }
  return maak_evidence_make_exhibit (library, catalogue, indicator, &options, error);
}

static void
test_exhibit (gconstpointer data)
{
  const ExhibitCase *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakRecord) record = make_exhibit (row, &error);
  MaakText *alternative;
  guint     n = 0;

  g_assert_no_error (error);
  alternative = maak_record_get_text (record, MAAK_ROLE_EXHIBIT_ALTERNATIVE);
  maak_value_get_records (maak_record_get_role (record, MAAK_ROLE_EXHIBIT_VALUES), &n);
  g_assert_cmpuint (n, ==, row->n_rows);
  g_assert_cmpstr (maak_text_get (maak_record_get_text (record, MAAK_ROLE_TITLE), MAAK_LANGUAGE_NL), ==, row->caption);
  g_assert_cmpstr (maak_text_get (alternative, MAAK_LANGUAGE_NL), ==, row->alternative);
  g_assert_cmpstr (maak_text_get (alternative, MAAK_LANGUAGE_EN), ==, row->english);
  g_assert_cmpstr (maak_value_get_code (maak_record_get_role (record, MAAK_ROLE_EXHIBIT_KIND)), ==, maak_exhibit_kind_get_code (row->kind));
}

/* Read back, an exhibit has the values of the indicator that it was made from, without looking at the data. */
static void
test_read_back (gconstpointer data)
{
  const ExhibitCase *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakRecord) record = make_exhibit (row, &error);
  g_autoptr (MaakExhibit) exhibit = maak_evidence_read_exhibit (record, NULL, regions, &error);
  g_autoptr (MaakIndicator) indicator = make (row->dataset, row->metric, row->period);

  g_assert_no_error (error);
  g_assert_cmpint (exhibit->kind, ==, row->kind);
  g_assert_cmpint (exhibit->unit, ==, maak_indicator_get_unit (indicator));
  g_assert_cmpint (exhibit->level, ==, MAAK_LEVEL_PROVINCE);
  g_assert_cmpint (exhibit->is_total, ==, maak_indicator_is_total (indicator));
  g_assert_cmpstr (exhibit->regions[0] != NULL ? maak_region_get_code (exhibit->regions[0]) : NULL, ==, row->regions[0]);
  if (row->kind == MAAK_EXHIBIT_SERIES)
    {
      g_autoptr (MaakDataset) dataset = maak_exhibit_make_dataset (exhibit);

      g_assert_cmpuint (maak_dataset_get_n_periods (dataset), ==, 8);
      g_assert_cmpuint (exhibit->n_values, ==, row->n_rows);
    }
  else
    {
      g_autoptr (MaakIndicator) drawn = maak_exhibit_make_indicator (exhibit);
      double same = 0, value = 0;

      for (guint i = 0; i < 12; i++)
        {
          g_assert_cmpint (maak_indicator_get (drawn, i, &value), ==, maak_indicator_get (indicator, i, &same));
          g_assert_cmpfloat (value, ==, same);
        }
      g_assert_true (maak_text_equal (maak_indicator_get_yardstick (drawn, &value, NULL), maak_indicator_get_yardstick (indicator, &same, NULL)));
      g_assert_cmpfloat (value, ==, same);
    }
}

static void
test_source (void)
{
  g_autoptr (MaakRecord) record = make_exhibit (&exhibit_cases[0], NULL);
  MaakText   *source = maak_record_get_text (record, MAAK_ROLE_EXHIBIT_SOURCE);
  const char *nl = maak_text_get (source, MAAK_LANGUAGE_NL);

  g_assert_nonnull (strstr (nl, "StatLine 84419NED"));
  g_assert_nonnull (strstr (nl, "2020 (niet "));
  g_assert_nonnull (strstr (nl, "87.603 miljoen euro, de tekst noemt 86 miljard"));
  g_assert_cmpuint (g_utf8_strlen (nl, -1), <=, 900);
}

static void
test_missing_is_told (void)
{
  g_autoptr (MaakIndicator) indicator = make_own ("region,period,value,status\nPV23,2030,5,final\nPV24,2030,,secret\nPV25,2030,9,own\n");
  MaakExhibitOptions options = { .kind = MAAK_EXHIBIT_MAP };
  g_autoptr (MaakRecord) record = maak_evidence_make_exhibit (library, catalogue, indicator, &options, NULL);
  g_autoptr (MaakExhibit) exhibit = maak_evidence_read_exhibit (record, NULL, regions, NULL);
  g_autoptr (MaakIndicator) drawn = maak_exhibit_make_indicator (exhibit);

  g_assert_nonnull (strstr (maak_text_get (exhibit->alternative, MAAK_LANGUAGE_EN), "Regions without data: 10."));
  g_assert_cmpint (maak_indicator_get (drawn, 4, NULL), ==, MAAK_STATUS_SECRET);
  g_assert_cmpint (maak_indicator_get (drawn, 5, NULL), ==, MAAK_STATUS_OWN);
  g_assert_cmpint (maak_indicator_get (drawn, 6, NULL), ==, MAAK_STATUS_MISSING);
  g_assert_null (maak_indicator_get_yardstick (drawn, NULL, NULL));
}

static const ExhibitCase refused_cases[] = {
  { "map-of-the-nation-only", MAAK_EXHIBIT_MAP, "pupils-n-profile", NULL, NULL, { "NL01" } },
  { "ranks-of-the-nation-only", MAAK_EXHIBIT_RANKS, "technical-vacancies", NULL, NULL, { "NL01" } },
  { "series-of-one-period", MAAK_EXHIBIT_SERIES, "gva-industry", NULL, NULL, { "PV23" } },
  { "series-of-no-region", MAAK_EXHIBIT_SERIES, "gdp", NULL, NULL, { NULL } },
  { "series-of-another-level", MAAK_EXHIBIT_SERIES, "gdp", NULL, NULL, { "CR01" } },
};

static void
test_refused (gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (make_exhibit (data, &error));
  g_assert_error (error, MAAK_EVIDENCE_ERROR, MAAK_EVIDENCE_ERROR_NO_VALUE);
  maak_test_assert_worded (error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  maak_test_init (&argc, &argv);
  regions = maak_region_set_new_shipped ();
  library = maak_library_new (NULL, NULL, &error);
  g_assert_no_error (error);
  catalogue = maak_catalogue_new_shipped (regions, NULL);
  MAAK_TEST_TABLE ("/evidence/cite", cite_cases, test_cite);
  MAAK_TEST_TABLE ("/evidence/exhibit", exhibit_cases, test_exhibit);
  MAAK_TEST_TABLE ("/evidence/read-back", exhibit_cases, test_read_back);
  MAAK_TEST_TABLE ("/evidence/refused", refused_cases, test_refused);
  g_test_add_func ("/evidence/cite/another-level", test_cite_another_level);
  g_test_add_func ("/evidence/cite/missing", test_cite_missing);
  g_test_add_func ("/evidence/not-to-publish", test_not_to_publish);
  g_test_add_data_func ("/evidence/no-template/exhibit", NULL, test_no_template);
  g_test_add_data_func ("/evidence/no-template/citation", "citation", test_no_template);
  g_test_add_func ("/evidence/source", test_source);
  g_test_add_func ("/evidence/missing-is-told", test_missing_is_told);
  result = g_test_run ();
  maak_catalogue_unref (catalogue);
  maak_region_set_unref (regions);
  g_object_unref (library);
  return result;
}
