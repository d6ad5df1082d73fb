/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* Indicators: the worked check of the ratio of industry to the economy, each metric by hand, every "not computable", and
 * the status, yardstick, sources and cautions that go with a value. */

#include "atlas/maak-indicator.h"

#include "maak-test.h"

#include <math.h>

static MaakCatalogue *catalogue;
static MaakRegionSet *regions;

static MaakIndicator *
make (const char *dataset, const char *metric, const char *period, const char *since, GError **error)
{
  MaakIndicatorOptions options = { .metric = metric };

  if (period != NULL)
    g_assert_true (maak_period_parse (period, &options.period));
  if (since != NULL)
    g_assert_true (maak_period_parse (since, &options.since));
  return maak_indicator_new (catalogue, maak_catalogue_lookup (catalogue, dataset), &options, error);
}

/* A value as it is written in Dutch, with its status. */
typedef struct
{
  const char *name;
  const char *dataset, *metric, *period, *since;
  const char *region; /* code; NULL: the yardstick */
  const char *written;
  MaakStatus  status;
} ValueCase;

#define RATIO(name, region, written)                                                                          \
  {                                                                                                           \
    "ratio-gdp-" name, "gva-industry", "ratio-gdp", "2020", NULL, region, written "%", MAAK_STATUS_UNVERIFIED \
  }
#define LQ(name, region, written)                                                           \
  {                                                                                         \
    "lq-" name, "gva-industry", "lq", "2020", NULL, region, written, MAAK_STATUS_UNVERIFIED \
  }
#define EURO "€\u00a0"

static const ValueCase value_cases[] = {
  RATIO ("limburg", "PV31", "18,3"),
  RATIO ("noord-brabant", "PV30", "17,7"),
  RATIO ("overijssel", "PV23", "15,2"),
  RATIO ("zeeland", "PV29", "15,1"),
  RATIO ("fryslan", "PV21", "14,0"),
  RATIO ("gelderland", "PV25", "13,8"),
  RATIO ("drenthe", "PV22", "12,7"),
  RATIO ("groningen", "PV20", "10,2"),
  RATIO ("flevoland", "PV24", "8,5"),
  RATIO ("zuid-holland", "PV28", "8,4"),
  RATIO ("noord-holland", "PV27", "6,1"),
  RATIO ("utrecht", "PV26", "6,0"),
  RATIO ("together", NULL, "11,0"),
  LQ ("limburg", "PV31", "1,66"),
  LQ ("noord-brabant", "PV30", "1,61"),
  LQ ("overijssel", "PV23", "1,38"),
  LQ ("zeeland", "PV29", "1,37"),
  LQ ("together", NULL, "1,00"),
  { "value-overijssel", "gva-industry", NULL, NULL, NULL, "PV23", EURO "6.896\u00a0mln", MAAK_STATUS_UNVERIFIED },
  { "value-together", "gva-industry", NULL, NULL, NULL, NULL, EURO "87.603\u00a0mln", MAAK_STATUS_UNVERIFIED },
  { "value-latest-period", "gdp", "value", NULL, NULL, "PV23", EURO "53.172\u00a0mln", MAAK_STATUS_PROVISIONAL },
  { "value-first-period", "gdp", "value", "2015", NULL, "PV23", EURO "37.914\u00a0mln", MAAK_STATUS_FINAL },
  { "value-nation", "population", NULL, "2020", NULL, NULL, "17.407.585\u00a0personen", MAAK_STATUS_FINAL },
  { "value-benchmark", "industry-value-added-share", NULL, NULL, NULL, NULL, "14,7%", MAAK_STATUS_FINAL },
  { "share-of-twelve", "gva-industry", "share", NULL, NULL, "PV30", "24,5%", MAAK_STATUS_UNVERIFIED },
  { "share-of-the-nation", "population", "share", "2020", NULL, "PV23", "6,7%", MAAK_STATUS_FINAL },
  { "share-whole", "population", "share", "2020", NULL, NULL, "100,0%", MAAK_STATUS_FINAL },
  { "per-inhabitant", "gdp", "per-inhabitant", "2020", NULL, "PV23", EURO "38.955", MAAK_STATUS_FINAL },
  { "per-inhabitant-status-of-the-weakest", "gdp", "per-inhabitant", "2022", NULL, "PV23", EURO "45.372", MAAK_STATUS_PROVISIONAL },
  { "per-inhabitant-together", "gdp", "per-inhabitant", "2020", NULL, NULL, EURO "45.709", MAAK_STATUS_FINAL },
  { "per-inhabitant-of-another-year", "gdp", "per-inhabitant", "2018", NULL, "PV23", EURO "37.619", MAAK_STATUS_FINAL },
  { "growth", "gdp", "growth", "2020", "2015", "PV23", "19,4%", MAAK_STATUS_FINAL },
  { "growth-below-zero", "gdp", "growth", "2020", NULL, "PV20", "\u22127,5%", MAAK_STATUS_FINAL },
  { "growth-over-a-run-of-years", "gdp", "growth", "2015-2020", NULL, "PV23", "19,4%", MAAK_STATUS_FINAL },
  { "growth-provisional", "gdp", "growth", "2021", "2015", "PV23", "30,6%", MAAK_STATUS_PROVISIONAL },
  { "growth-of-the-nation", "population", "growth", "2020", "2019", NULL, "0,7%", MAAK_STATUS_FINAL },
  { "yearly-growth", "gdp", "yearly-growth", "2020", "2015", "PV23", "3,6%", MAAK_STATUS_FINAL },
  { "yearly-growth-of-one-year-is-growth", "gdp", "yearly-growth", "2020", "2019", "PV20", "\u22127,5%", MAAK_STATUS_FINAL },
  { "yearly-growth-over-quarters", "technical-vacancies", "yearly-growth", "2021/Q4", "2017/Q4", "NL01", "12,8%", MAAK_STATUS_ESTIMATED },
  { "index", "gdp", "index", "2020", NULL, "PV23", "68,3", MAAK_STATUS_FINAL },
  { "index-mean", "gdp", "index", "2020", NULL, NULL, "100,0", MAAK_STATUS_FINAL },
};

static void
test_value (gconstpointer data)
{
  const ValueCase *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakIndicator) indicator = make (row->dataset, row->metric, row->period, row->since, &error);
  g_autofree char *written = NULL;
  double           value = 0;
  MaakStatus       status = MAAK_STATUS_MISSING;

  g_assert_no_error (error);
  if (row->region != NULL)
    status = maak_indicator_get (indicator, maak_region_get_index (maak_region_set_lookup (regions, row->region)), &value);
  else
    g_assert_nonnull (maak_indicator_get_yardstick (indicator, &value, &status));
  written = maak_unit_format_with_unit (maak_indicator_get_unit (indicator), value, MAAK_LANGUAGE_NL);
  g_assert_cmpstr (written, ==, row->written);
  g_assert_cmpint (status, ==, row->status);
}

/* What cannot be computed: the error, and what its English sentence must say. */
typedef struct
{
  const char *name;
  const char *dataset, *metric, *period, *since;
  int         code;
  const char *wording;
} RefusedCase;

static const RefusedCase refused_cases[] = {
  { "growth-of-one-year", "gva-industry", "growth", NULL, NULL, MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "needs a second period of the same edition" },
  { "growth-across-vintages", "gva-total-2022", "growth", NULL, "2021", MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "in 2021, of the same edition" },
  { "growth-of-the-first-period", "gdp", "growth", "2015", NULL, MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "second period" },
  { "growth-backwards", "gdp", "growth", "2016", "2018", MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "before the last" },
  { "growth-since-itself", "gdp", "growth", "2016", "2016", MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "before the last" },
  { "growth-of-a-percentage", "industry-value-added-growth", "growth", NULL, NULL, MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "not percentages" },
  { "yearly-growth-within-a-year", "technical-vacancies", "yearly-growth", "2017/Q4", "2017/Q2", MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "at least a year apart" },
  { "share-without-regions", "pupils-n-profile", "share", NULL, NULL, MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "figures by province" },
  { "share-economy-without-base", "gva-industry", "share-economy", NULL, NULL, MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "the value added of all sectors by province in 2020" },
  { "share-economy-of-the-whole", "gdp", "share-economy", NULL, NULL, MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "a part of the economy" },
  { "ratio-of-gdp-itself", "gdp", "ratio-gdp", NULL, NULL, MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "other than GDP itself" },
  { "ratio-of-persons", "population", "ratio-gdp", "2020", NULL, MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "an amount in millions" },
  { "ratio-across-vintages", "gva-total-2021", "ratio-gdp", NULL, NULL, MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "the gross domestic product by province in 2021, in an edition that fits" },
  { "lq-of-the-whole", "gva-total-2021", "lq", NULL, NULL, MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "a part of the economy" },
  { "per-inhabitant-of-inhabitants", "population", "per-inhabitant", NULL, NULL, MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "add up over the regions" },
  { "per-inhabitant-of-a-percentage", "industry-employment-share", "per-inhabitant", NULL, NULL, MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "add up over the regions" },
  { "index-without-regions", "pupils-n-profile", "index", NULL, NULL, MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "figures by province" },
  { "period-that-is-not-there", "gdp", NULL, "2030", NULL, MAAK_ATLAS_ERROR_NOT_COMPUTABLE, "there are no figures of 2030. The first are of 2015, the last of 2022." },
  { "metric-that-is-not-there", "gdp", "shape", NULL, NULL, MAAK_ATLAS_ERROR_INVALID, "There is no metric ‘shape’" },
};

static void
test_refused (gconstpointer data)
{
  const RefusedCase *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *wording = NULL;

  g_assert_null (make (row->dataset, row->metric, row->period, row->since, &error));
  g_assert_error (error, MAAK_ATLAS_ERROR, row->code);
  wording = maak_error_dup_wording (error, MAAK_LANGUAGE_EN);
  if (strstr (wording, row->wording) == NULL)
    g_error ("“%s” does not say “%s”", wording, row->wording);
}

static void
test_unknown_base (void)
{
  MaakIndicatorOptions options = { .metric = "ratio-gdp", .base = "nothing" };
  g_autoptr (GError) error = NULL;

  g_assert_null (maak_indicator_new (catalogue, maak_catalogue_lookup (catalogue, "gva-industry"), &options, &error));
  g_assert_error (error, MAAK_ATLAS_ERROR, MAAK_ATLAS_ERROR_UNKNOWN_DATASET);
}

static void
test_base_of_another_vintage (void)
{
  MaakIndicatorOptions options = { .metric = "ratio-gdp", .base = "gdp" };
  g_autoptr (GError) error = NULL;

  g_assert_null (maak_indicator_new (catalogue, maak_catalogue_lookup (catalogue, "gva-total-2022"), &options, &error));
  g_assert_error (error, MAAK_ATLAS_ERROR, MAAK_ATLAS_ERROR_NOT_COMPUTABLE);
}

/* What is said of an indicator, in one of the languages. */
typedef enum
{
  SAYS_TITLE,
  SAYS_YARDSTICK,
  SAYS_SOURCES,
  SAYS_NOTES,
} Says;

typedef struct
{
  const char  *name;
  const char  *dataset, *metric, *period, *since;
  Says         what;
  MaakLanguage language;
  const char  *wording; /* is in it */
} WordsCase;

static const WordsCase words_cases[] = {
  { "title", "gva-industry", NULL, NULL, NULL, SAYS_TITLE, MAAK_LANGUAGE_NL, "Bruto toegevoegde waarde industrie, 2020" },
  { "title-ratio-nl", "gva-industry", "ratio-gdp", NULL, NULL, SAYS_TITLE, MAAK_LANGUAGE_NL, "Bruto toegevoegde waarde industrie: verhouding tot bbp, 2020" },
  { "title-ratio-en", "gva-industry", "ratio-gdp", NULL, NULL, SAYS_TITLE, MAAK_LANGUAGE_EN, "Gross value added of industry: ratio to GDP, 2020" },
  { "title-share-names-the-whole", "gva-industry", "share", NULL, NULL, SAYS_TITLE, MAAK_LANGUAGE_EN, "share of 12 provinces" },
  { "title-growth-names-both-periods", "gdp", "growth", "2020", "2015", SAYS_TITLE, MAAK_LANGUAGE_NL, "groei, 2015–2020" },
  { "title-growth-of-quarters", "technical-vacancies", "growth", "2021/Q4", "2017/Q4", SAYS_TITLE, MAAK_LANGUAGE_EN, "growth, fourth quarter of 2017 to fourth quarter of 2021" },
  { "title-per-inhabitant-of-another-year", "gdp", "per-inhabitant", "2018", NULL, SAYS_TITLE, MAAK_LANGUAGE_NL, "per inwoner van 2019, 2018" },
  { "yardstick-twelve", "gva-industry", "ratio-gdp", NULL, NULL, SAYS_YARDSTICK, MAAK_LANGUAGE_NL, "12 provincies" },
  { "yardstick-nation", "population", NULL, NULL, NULL, SAYS_YARDSTICK, MAAK_LANGUAGE_NL, "Nederland" },
  { "yardstick-nation-with-extra-regio", "gva-total-2021", NULL, NULL, NULL, SAYS_YARDSTICK, MAAK_LANGUAGE_NL, "Nederland met Extra-Regio" },
  { "yardstick-mean", "gdp", "index", NULL, NULL, SAYS_YARDSTICK, MAAK_LANGUAGE_EN, "mean of 12 provinces" },
  { "yardstick-oecd", "industry-productivity-level", NULL, NULL, NULL, SAYS_YARDSTICK, MAAK_LANGUAGE_NL, "OESO" },
  { "sources-table", "gva-industry", "lq", NULL, NULL, SAYS_SOURCES, MAAK_LANGUAGE_NL, "StatLine 84419NED" },
  { "sources-base-table", "gva-industry", "lq", NULL, NULL, SAYS_SOURCES, MAAK_LANGUAGE_NL, "StatLine 84432" },
  { "sources-status", "gva-industry", NULL, NULL, NULL, SAYS_SOURCES, MAAK_LANGUAGE_EN, "2020 (unverified)" },
  { "sources-both-years", "gdp", "per-inhabitant", "2018", NULL, SAYS_SOURCES, MAAK_LANGUAGE_EN, "Inhabitants on 1 January, 2019" },
  { "sources-both-periods-of-growth", "gdp", "growth", "2022", "2020", SAYS_SOURCES, MAAK_LANGUAGE_EN, "2020, 2022 (provisional)" },
  { "notes-of-the-figure", "gva-industry", "ratio-gdp", NULL, NULL, SAYS_NOTES, MAAK_LANGUAGE_NL, "86 miljard" },
  { "notes-prices", "gva-industry", "ratio-gdp", NULL, NULL, SAYS_NOTES, MAAK_LANGUAGE_NL, "daarom een verhouding en geen aandeel" },
  { "notes-base-revision", "gva-industry", "ratio-gdp", NULL, NULL, SAYS_NOTES, MAAK_LANGUAGE_NL, "Herziening 2015" },
  { "notes-years-differ", "gdp", "per-inhabitant", "2018", NULL, SAYS_NOTES, MAAK_LANGUAGE_EN, "is of 2018, ‘Inhabitants on 1 January’ of 2019" },
  { "notes-growth-mixes-prices", "gdp", "growth", NULL, NULL, SAYS_NOTES, MAAK_LANGUAGE_EN, "volume and price together" },
};

static MaakText *
dup_said (MaakIndicator *indicator, Says what)
{
  switch (what)
    {
    case SAYS_TITLE:
      return maak_text_ref (maak_indicator_get_title (indicator));
    case SAYS_YARDSTICK:
      return maak_text_ref (maak_indicator_get_yardstick (indicator, NULL, NULL));
    case SAYS_SOURCES:
      return maak_indicator_dup_sources (indicator);
    case SAYS_NOTES:
      return maak_indicator_dup_notes (indicator);
    default:
      g_assert_not_reached ();
    }
}

static void
test_words (gconstpointer data)
{
  const WordsCase *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakIndicator) indicator = make (row->dataset, row->metric, row->period, row->since, &error);
  g_autoptr (MaakText) said = NULL;

  g_assert_no_error (error);
  said = dup_said (indicator, row->what);
  if (row->what == SAYS_YARDSTICK)
    g_assert_cmpstr (maak_text_get (said, row->language), ==, row->wording);
  else if (strstr (maak_text_get (said, row->language), row->wording) == NULL)
    g_error ("“%s” does not say “%s”", maak_text_get (said, row->language), row->wording);
}

/* Circles or fills, and the pivot, by metric. */
typedef struct
{
  const char *metric;
  const char *dataset;
  gboolean    is_total;
  double      pivot;
} KindCase;

static const KindCase kind_cases[] = {
  { "value", "gdp", TRUE, NAN },
  { "share", "gdp", TRUE, NAN },
  { "ratio-gdp", "gva-industry", FALSE, NAN },
  { "per-inhabitant", "gdp", FALSE, NAN },
  { "growth", "gdp", FALSE, NAN },
  { "yearly-growth", "gdp", FALSE, NAN },
  { "lq", "gva-industry", FALSE, 1 },
  { "index", "gdp", TRUE, 100 },
};

static void
test_kind (gconstpointer data)
{
  const KindCase *row = data;
  g_autoptr (MaakIndicator) indicator = make (row->dataset, row->metric, NULL, NULL, NULL);

  g_assert_cmpint (maak_indicator_is_total (indicator), ==, row->is_total);
  g_assert_true (isnan (row->pivot) ? isnan (maak_indicator_get_pivot (indicator)) : maak_indicator_get_pivot (indicator) == row->pivot);
  g_assert_cmpstr (maak_indicator_get_metric (indicator), ==, row->metric);
}

/* Figures of one's own, with holes. */
#define OWN(id, unit, total, quantity)                                                                                          \
  "{\"id\": \"" id "\", \"title\": {\"nl\": \"" id "\", \"en\": \"" id "\"}, \"unit\": \"" unit "\", \"level\": \"province\", " \
  "\"period\": \"year\", \"total\": " total ", \"publish\": true, \"quantity\": \"" quantity "\", "                             \
  "\"source\": {\"publisher\": {\"nl\": \"wij\", \"en\": \"we\"}}}"
#define HEAD "region,period,value,status\n"

static MaakCatalogue *
make_catalogue (const char *sector, const char *whole)
{
  MaakCatalogue *own = maak_catalogue_new_shipped (regions, NULL);
  g_autoptr (MaakDataset) first = maak_dataset_new_from_csv (OWN ("own-sector", "mln-euro", "true", "gva-sector"), sector, -1, regions, "a.csv", NULL);
  g_autoptr (MaakDataset) second = maak_dataset_new_from_csv (OWN ("own-total", "mln-euro", "true", "gva"), whole, -1, regions, "b.csv", NULL);

  g_assert_nonnull (first);
  g_assert_nonnull (second);
  maak_catalogue_add (own, first);
  maak_catalogue_add (own, second);
  return own;
}

/* With value added of all sectors in the same year, that is the base, and the nation is the whole. */
static void
test_lq_on_value_added (void)
{
  g_autoptr (MaakCatalogue) own = make_catalogue (HEAD "NL01,2030,100,final\nPV23,2030,20,final\nPV24,2030,5,target\n",
                                                  HEAD "NL01,2030,1000,final\nPV23,2030,100,final\nPV24,2030,50,final\nPV25,2030,7,final\n");
  MaakIndicatorOptions options = { .metric = "lq" };
  g_autoptr (MaakIndicator) lq = maak_indicator_new (own, maak_catalogue_lookup (own, "own-sector"), &options, NULL);
  double     value = 0;
  MaakStatus status;

  g_assert_cmpint (maak_indicator_get (lq, 3, &value), ==, MAAK_STATUS_FINAL);
  g_assert_cmpfloat_with_epsilon (value, 2, 1e-12);
  g_assert_cmpint (maak_indicator_get (lq, 4, &value), ==, MAAK_STATUS_TARGET);
  g_assert_cmpfloat_with_epsilon (value, 1, 1e-12);
  g_assert_cmpstr (maak_text_get (maak_indicator_get_yardstick (lq, &value, &status), MAAK_LANGUAGE_EN), ==, "the Netherlands with Extra-Regio");
}

static void
test_share_of_economy (void)
{
  g_autoptr (MaakCatalogue) own = make_catalogue (HEAD "PV23,2030,20,final\n", HEAD "PV23,2030,100,estimated\n");
  MaakIndicatorOptions options = { .metric = "share-economy" };
  g_autoptr (MaakIndicator) share = maak_indicator_new (own, maak_catalogue_lookup (own, "own-sector"), &options, NULL);
  double value = 0;

  g_assert_cmpint (maak_indicator_get (share, 3, &value), ==, MAAK_STATUS_ESTIMATED);
  g_assert_cmpfloat_with_epsilon (value, 0.2, 1e-12);
  g_assert_null (maak_indicator_get_yardstick (share, NULL, NULL));
}

/* A region without value is missing, with its reason; it is not zero, and there is no sum of the others. */
static void
test_missing (void)
{
  g_autoptr (MaakCatalogue) own = make_catalogue (HEAD "PV23,2030,20,final\nPV24,2030,,secret\nPV26,2030,4,final\n",
                                                  HEAD "PV23,2030,100,final\nPV24,2030,9,final\nPV26,2030,0,final\n");
  MaakIndicatorOptions options = { .metric = "share-economy" };
  g_autoptr (MaakIndicator) share = maak_indicator_new (own, maak_catalogue_lookup (own, "own-sector"), &options, NULL);
  g_autoptr (MaakIndicator) plain = maak_indicator_new (own, maak_catalogue_lookup (own, "own-sector"), NULL, NULL);
  guint  ranked[12];
  double value = 7;

  g_assert_cmpint (maak_indicator_get (share, 4, &value), ==, MAAK_STATUS_MISSING);
  g_assert_nonnull (strstr (maak_text_get (maak_indicator_get_missing_reason (share, 4), MAAK_LANGUAGE_EN), "Not computable: needs a value of ‘own-sector’ in 2030."));
  g_assert_nonnull (strstr (maak_text_get (maak_indicator_get_missing_reason (share, 6), MAAK_LANGUAGE_EN), "a denominator that is not zero"));
  g_assert_null (maak_indicator_get_missing_reason (share, 3));
  g_assert_cmpuint (maak_indicator_list_ranked (share, ranked), ==, 1);
  g_assert_cmpuint (ranked[0], ==, 3);
  g_assert_cmpint (maak_indicator_get (plain, 4, &value), ==, MAAK_STATUS_SECRET);
  g_assert_null (maak_indicator_get_yardstick (plain, NULL, NULL));
}

static void
test_share_without_whole (void)
{
  g_autoptr (MaakCatalogue) own = make_catalogue (HEAD "PV23,2030,20,final\n", HEAD "PV23,2030,100,final\n");
  MaakIndicatorOptions options = { .metric = "share" };
  g_autoptr (GError) error = NULL;

  g_assert_null (maak_indicator_new (own, maak_catalogue_lookup (own, "own-sector"), &options, &error));
  g_assert_error (error, MAAK_ATLAS_ERROR, MAAK_ATLAS_ERROR_NOT_COMPUTABLE);
}

static void
test_growth_from_zero (void)
{
  g_autoptr (MaakCatalogue) own = make_catalogue (HEAD "PV23,2029,0,final\nPV23,2030,20,final\nPV24,2029,4,final\nPV24,2030,5,final\n", HEAD "PV23,2030,100,final\n");
  MaakIndicatorOptions options = { .metric = "growth" };
  g_autoptr (MaakIndicator) growth = maak_indicator_new (own, maak_catalogue_lookup (own, "own-sector"), &options, NULL);
  double value = 7;

  g_assert_cmpint (maak_indicator_get (growth, 3, &value), ==, MAAK_STATUS_MISSING);
  g_assert_nonnull (strstr (maak_text_get (maak_indicator_get_missing_reason (growth, 3), MAAK_LANGUAGE_EN), "above zero"));
  g_assert_cmpint (maak_indicator_get (growth, 4, &value), ==, MAAK_STATUS_FINAL);
  g_assert_cmpfloat_with_epsilon (value, 0.25, 1e-12);
}

static void
test_ranked (void)
{
  static const char *const order[12] = { "PV31", "PV30", "PV23", "PV29", "PV21", "PV25", "PV22", "PV20", "PV24", "PV28", "PV27", "PV26" };
  g_autoptr (MaakIndicator) ratio = make ("gva-industry", "ratio-gdp", NULL, NULL, NULL);
  guint ranked[12];

  g_assert_cmpuint (maak_indicator_list_ranked (ratio, ranked), ==, 12);
  for (guint i = 0; i < 12; i++)
    g_assert_cmpstr (maak_region_get_code (maak_region_set_get (regions, MAAK_LEVEL_PROVINCE, ranked[i])), ==, order[i]);
}

typedef struct
{
  const char *name;
  const char *dataset, *metric, *period;
  const char *title, *source; /* Dutch; source is in it */
} CitationCase;

static const CitationCase citation_cases[] = {
  { "value", "gdp", NULL, "2020", "Bruto binnenlands product, Overijssel", "CBS, StatLine 84432 (herziening 2015), CC BY 4.0" },
  { "ratio", "gva-industry", "ratio-gdp", NULL, "Bruto toegevoegde waarde industrie: verhouding tot bbp, Overijssel", "Bruto binnenlands product: CBS, StatLine 84432" },
  { "growth", "gdp", "growth", "2020", "Bruto binnenlands product: groei, Overijssel", "CBS, StatLine 84432" },
  { "share", "gdp", "share", "2020", "Bruto binnenlands product: aandeel in 12 provincies, Overijssel", "CBS, StatLine 84432" },
};

static void
test_citation (gconstpointer data)
{
  const CitationCase *row = data;
  g_autoptr (MaakIndicator) indicator = make (row->dataset, row->metric, row->period, NULL, NULL);
  g_autoptr (MaakCitation) citation = maak_indicator_dup_citation (indicator, 3);
  const MaakCitationParts *parts = maak_citation_get (citation);
  double                   value = 0;

  g_assert_cmpint (parts->status, ==, maak_indicator_get (indicator, 3, &value));
  g_assert_cmpfloat (parts->value, ==, value);
  g_assert_cmpstr (parts->dataset, ==, row->dataset);
  g_assert_cmpstr (parts->metric, ==, row->metric);
  g_assert_cmpstr (parts->region, ==, "PV23");
  g_assert_cmpint (maak_period_compare (parts->period, maak_indicator_get_period (indicator)), ==, 0);
  g_assert_cmpint (parts->unit, ==, maak_indicator_get_unit (indicator));
  g_assert_cmpstr (maak_text_get (parts->title, MAAK_LANGUAGE_NL), ==, row->title);
  g_assert_nonnull (strstr (maak_text_get (parts->source, MAAK_LANGUAGE_NL), row->source));
}

static void
test_from_parts (void)
{
  g_autoptr (MaakText) title = maak_text_new ("Eigen", "Own");
  double             values[12] = { [3] = 5, [4] = 9, [5] = 99 };
  MaakStatus         statuses[12];
  MaakIndicatorParts parts = { .regions = regions, .level = MAAK_LEVEL_PROVINCE, .unit = MAAK_UNIT_JOBS, .pivot = NAN, .title = title, .yardstick = title, .yardstick_value = 14, .values = values, .statuses = statuses };
  g_autoptr (MaakIndicator) indicator = NULL;
  g_autoptr (MaakText) sources = NULL;
  guint  ranked[12];
  double value = 0;

  for (guint i = 0; i < 12; i++)
    statuses[i] = i == 3 || i == 4 ? MAAK_STATUS_OWN : MAAK_STATUS_MISSING;
  indicator = maak_indicator_new_from_parts (&parts);
  sources = maak_indicator_dup_sources (indicator);
  g_assert_null (maak_indicator_get_dataset (indicator));
  g_assert_cmpstr (maak_indicator_get_metric (indicator), ==, "value");
  g_assert_cmpuint (maak_indicator_list_ranked (indicator, ranked), ==, 2);
  g_assert_cmpuint (ranked[0], ==, 4);
  g_assert_cmpint (maak_indicator_get (indicator, 5, &value), ==, MAAK_STATUS_MISSING);
  g_assert_cmpfloat (value, ==, 0);
  g_assert_nonnull (maak_indicator_get_yardstick (indicator, &value, NULL));
  g_assert_cmpfloat (value, ==, 14);
  g_assert_true (maak_text_is_empty (sources));
}

static void
test_metrics (void)
{
  guint n = 0;

  for (const MaakMetric *metric; (metric = maak_metric_get_nth (n)) != NULL; n++)
    g_assert_true (maak_metric_lookup (metric->id) == metric);
  g_assert_cmpuint (n, ==, 9);
  g_assert_cmpstr (maak_metric_get_nth (0)->id, ==, "value");
  g_assert_null (maak_metric_lookup ("nothing"));
}

static void
add (const char *what, const char *name, gconstpointer data, GTestDataFunc function)
{
  g_autofree char *path = g_strdup_printf ("/indicator/%s/%s", what, name);

  g_test_add_data_func (path, data, function);
}

int
main (int argc, char **argv)
{
  int result;

  maak_test_init (&argc, &argv);
  regions = maak_region_set_new_shipped ();
  catalogue = maak_catalogue_new_shipped (regions, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (value_cases); i++)
    add ("value", value_cases[i].name, &value_cases[i], test_value);
  for (gsize i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    add ("refused", refused_cases[i].name, &refused_cases[i], test_refused);
  for (gsize i = 0; i < G_N_ELEMENTS (words_cases); i++)
    add ("words", words_cases[i].name, &words_cases[i], test_words);
  for (gsize i = 0; i < G_N_ELEMENTS (kind_cases); i++)
    add ("kind", kind_cases[i].metric, &kind_cases[i], test_kind);
  for (gsize i = 0; i < G_N_ELEMENTS (citation_cases); i++)
    add ("citation", citation_cases[i].name, &citation_cases[i], test_citation);
  g_test_add_func ("/indicator/unknown-base", test_unknown_base);
  g_test_add_func ("/indicator/base-of-another-vintage", test_base_of_another_vintage);
  g_test_add_func ("/indicator/lq-on-value-added", test_lq_on_value_added);
  g_test_add_func ("/indicator/share-of-economy", test_share_of_economy);
  g_test_add_func ("/indicator/missing", test_missing);
  g_test_add_func ("/indicator/share-without-whole", test_share_without_whole);
  g_test_add_func ("/indicator/growth-from-zero", test_growth_from_zero);
  g_test_add_func ("/indicator/ranked", test_ranked);
  g_test_add_func ("/indicator/from-parts", test_from_parts);
  g_test_add_func ("/indicator/metrics", test_metrics);
  result = g_test_run ();
  maak_catalogue_unref (catalogue);
  maak_region_set_unref (regions);
  return result;
}
