/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* Reading exhibits as persons and other programs may have left them: what is read, and what is refused with a sentence. */

#include "evidence/maak-evidence.h"

#include "maak-test.h"

#include <math.h>

static MaakLibrary   *library;
static MaakCatalogue *catalogue;
static MaakRegionSet *regions;

/* An exhibit from the members of its JSON; ids are made up for the rows. */
static MaakRecord *
read_json (const char *members)
{
  static const char row_id[] = "00000000-0000-4000-8000-0000000000";
  g_autoptr (GString) json = g_string_new ("{\"id\": \"00000000-0000-4000-8000-000000000000\", \"title\": {\"nl\": \"Bijschrift\", \"en\": \"Caption\"}, ");
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  MaakJsonPlace place;
  MaakRecord   *record;
  guint         n = 10;

  for (const char *at = members; *at != '\0'; at++)
    if (*at == '@')
      g_string_append_printf (json, "\"id\": \"%s%u\"", row_id, n++);
    else
      g_string_append_c (json, *at);
  g_string_append_c (json, '}');
  root = maak_json_parse (json->str, json->len, &maak_json_limits_plan, &error);
  g_assert_no_error (error);
  maak_json_place_init_root (&place, root);
  record = maak_record_new_from_json (library, maak_evidence_lookup_template (library, MAAK_ROLE_EXHIBIT_VALUES), &place, &error);
  g_assert_no_error (error);
  return record;
}

#define MAP "\"kind\": \"map\", \"dataset\": \"gva-industry\", \"metric\": \"ratio-gdp\", \"statistic-period\": \"2020\", \"unit\": \"ratio\", "
#define ROW(region, number) "{@, \"region\": [\"" region "\"], \"period\": \"2020\", \"number\": " number ", \"status\": \"final\"}"

typedef struct
{
  const char *name;
  const char *members;
  const char *wording; /* English; is in it */
} BadExhibit;

static const BadExhibit bad_exhibits[] = {
  { "no-kind", "\"values\": [" ROW ("PV23", "1") "]", "choose what kind of exhibit it is" },
  { "own-table", "\"kind\": \"table\", \"values\": [{@, \"number\": 3}]", "a table of your own" },
  { "no-values", "\"kind\": \"map\"", "has no values to draw" },
  { "values-without-number", MAP "\"values\": [{@, \"region\": [\"PV23\"], \"status\": \"missing\"}]", "has no values to draw" },
  { "unknown-unit", "\"kind\": \"map\", \"unit\": \"furlong\", \"values\": [" ROW ("PV23", "1") "]", "‘furlong’ is not known" },
  { "not-a-period", "\"kind\": \"map\", \"statistic-period\": \"then\", \"values\": [" ROW ("PV23", "1") "]", "‘then’ is not a period" },
  { "row-with-no-period-of-a-series", "\"kind\": \"series\", \"values\": [{@, \"region\": [\"PV23\"], \"number\": 1}]", "is not a period" },
  { "row-with-a-bad-period", "\"kind\": \"series\", \"values\": [{@, \"region\": [\"PV23\"], \"period\": \"Q9\", \"number\": 1}]", "‘Q9’ is not a period" },
  { "series-without-region", "\"kind\": \"series\", \"values\": [{@, \"period\": \"2020\", \"number\": 1}]", "is not a region" },
  { "levels-mixed", MAP "\"values\": [" ROW ("PV23", "1") ", " ROW ("CR01", "2") "]", "region CR01 is of another level" },
  { "region-twice", MAP "\"values\": [" ROW ("PV23", "1") ", " ROW ("PV23", "2") "]", "region PV23 has two values" },
  { "point-twice", "\"kind\": \"series\", \"values\": [" ROW ("PV23", "1") ", " ROW ("PV23", "2") "]", "region PV23 has two values" },
};

static void
test_bad (gconstpointer data)
{
  const BadExhibit *row = data;
  g_autoptr (MaakRecord) record = read_json (row->members);
  g_autoptr (GError) error = NULL;
  g_autofree char *wording = NULL;

  g_assert_null (maak_evidence_read_exhibit (record, catalogue, regions, &error));
  g_assert_error (error, MAAK_EVIDENCE_ERROR, MAAK_EVIDENCE_ERROR_INVALID);
  maak_test_assert_worded (error);
  wording = maak_error_dup_wording (error, MAAK_LANGUAGE_EN);
  g_assert_nonnull (strstr (wording, "Caption"));
  if (strstr (wording, row->wording) == NULL)
    g_error ("“%s” does not say “%s”", wording, row->wording);
}

/* The yardstick is the row of the country or the row without region; its name is its own, or the data's. */
typedef struct
{
  const char *name;
  const char *row;
  gboolean    with_catalogue;
  const char *yardstick; /* English; "" for none */
} YardstickCase;

static const YardstickCase yardstick_cases[] = {
  { "of-the-country", ROW ("NL01", "0.11"), FALSE, "Netherlands" },
  { "named-by-the-data", ROW ("NL01", "0.11"), TRUE, "12 provinces" },
  { "named-by-the-row", "{@, \"region\": [\"NL01\"], \"label\": {\"nl\": \"de Randstad\", \"en\": \"the Randstad\"}, \"number\": 0.11, \"status\": \"own\"}", TRUE, "the Randstad" },
  { "without-region", "{@, \"label\": {\"nl\": \"OESO\", \"en\": \"OECD\"}, \"number\": 0.11, \"status\": \"final\"}", FALSE, "OECD" },
  { "without-value", "{@, \"region\": [\"NL01\"], \"status\": \"missing\"}", FALSE, "" },
};

static void
test_yardstick (gconstpointer data)
{
  const YardstickCase *row = data;
  g_autofree char     *members = g_strdup_printf (MAP "\"values\": [" ROW ("PV23", "0.15") ", %s]", row->row);
  g_autoptr (MaakRecord) record = read_json (members);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakExhibit) exhibit = maak_evidence_read_exhibit (record, row->with_catalogue ? catalogue : NULL, regions, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (maak_text_get (exhibit->yardstick, MAAK_LANGUAGE_EN), ==, row->yardstick);
  g_assert_cmpuint (exhibit->n_values, ==, 1);
  if (row->yardstick[0] != '\0')
    g_assert_cmpfloat (exhibit->yardstick_value, ==, 0.11);
}

/* The values are the plan's, whatever the data say. */
static void
test_values_are_the_plans (void)
{
  g_autoptr (MaakRecord) record = read_json (MAP "\"values\": [" ROW ("PV23", "0.99") "]");
  g_autoptr (MaakExhibit) exhibit = maak_evidence_read_exhibit (record, catalogue, regions, NULL);
  g_autoptr (MaakIndicator) indicator = maak_exhibit_make_indicator (exhibit);
  double value = 0;

  g_assert_cmpint (maak_indicator_get (indicator, 3, &value), ==, MAAK_STATUS_FINAL);
  g_assert_cmpfloat (value, ==, 0.99);
  g_assert_cmpint (maak_indicator_get (indicator, 4, &value), ==, MAAK_STATUS_MISSING);
  g_assert_cmpstr (maak_text_get (exhibit->title, MAAK_LANGUAGE_EN), ==, "Gross value added of industry: ratio to GDP, 2020");
}

static void
test_dataset_not_at_hand (void)
{
  g_autoptr (MaakRecord) record = read_json ("\"kind\": \"map\", \"dataset\": \"elsewhere\", \"unit\": \"persons\", \"values\": [" ROW ("PV23", "5") "]");
  g_autoptr (MaakExhibit) exhibit = maak_evidence_read_exhibit (record, catalogue, regions, NULL);

  g_assert_cmpstr (maak_text_get (exhibit->title, MAAK_LANGUAGE_EN), ==, "Caption");
  g_assert_cmpint (exhibit->unit, ==, MAAK_UNIT_PERSONS);
  g_assert_true (exhibit->is_total);
}

static void
test_defaults (void)
{
  g_autoptr (MaakRecord) record = read_json ("\"kind\": \"map\", \"dataset\": \"gva-industry\", \"metric\": \"lq\", \"statistic-period\": \"2020\", \"values\": [{@, \"region\": [\"PV23\"], \"number\": 1.4}]");
  g_autoptr (MaakExhibit) exhibit = maak_evidence_read_exhibit (record, catalogue, regions, NULL);

  g_assert_cmpuint (exhibit->n_classes, ==, MAAK_EXHIBIT_DEFAULT_CLASSES);
  g_assert_cmpint (exhibit->method, ==, MAAK_CLASSES_NATURAL);
  g_assert_cmpint (exhibit->unit, ==, MAAK_UNIT_LQ);
  g_assert_cmpfloat (exhibit->pivot, ==, 1);
  g_assert_cmpint (exhibit->values[0].status, ==, MAAK_STATUS_UNVERIFIED);
  g_assert_cmpint (exhibit->values[0].period.year, ==, 2020);
}

/* Lines come as they are outlined, then as they stand; points by period. */
static void
test_lines (void)
{
  static const char  members[] = "\"kind\": \"series\", \"dataset\": \"gdp\", \"unit\": \"mln-euro\", \"outlined\": [\"PV25\", \"PV24\"], \"values\": ["
                                 "{@, \"region\": [\"PV23\"], \"period\": \"2021\", \"number\": 2, \"status\": \"final\"},"
                                 "{@, \"region\": [\"PV23\"], \"period\": \"2019\", \"number\": 1, \"status\": \"final\"},"
                                 "{@, \"region\": [\"NL01\"], \"period\": \"2019\", \"number\": 9, \"status\": \"final\"},"
                                 "{@, \"region\": [\"PV25\"], \"period\": \"2019\", \"number\": 5, \"status\": \"target\"}]";
  static const char *order[] = { "PV25", "PV23", "PV23", "NL01" };
  g_autoptr (MaakRecord) record = read_json (members);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakExhibit) exhibit = maak_evidence_read_exhibit (record, catalogue, regions, &error);
  g_autoptr (MaakDataset) dataset = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (exhibit->n_regions, ==, 3);
  g_assert_cmpuint (exhibit->n_values, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (maak_region_get_code (exhibit->values[i].region), ==, order[i]);
  g_assert_cmpfloat (exhibit->values[1].value, ==, 1);
  dataset = maak_exhibit_make_dataset (exhibit);
  g_assert_cmpuint (maak_dataset_get_n_periods (dataset), ==, 2);
  g_assert_cmpstr (maak_text_get (maak_dataset_get_title (dataset), MAAK_LANGUAGE_EN), ==, "Gross domestic product");
}

static void
test_kinds (void)
{
  for (guint i = 0; i < MAAK_N_EXHIBIT_KINDS; i++)
    {
      MaakExhibitKind kind = MAAK_N_EXHIBIT_KINDS;

      g_assert_true (maak_exhibit_kind_parse (maak_exhibit_kind_get_code ((MaakExhibitKind) i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
}

static void
test_unknown_kind (void)
{
  MaakExhibitKind kind;

  g_assert_false (maak_exhibit_kind_parse ("pie", &kind));
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
  MAAK_TEST_TABLE ("/exhibit/bad", bad_exhibits, test_bad);
  MAAK_TEST_TABLE ("/exhibit/yardstick", yardstick_cases, test_yardstick);
  g_test_add_func ("/exhibit/values-are-the-plans", test_values_are_the_plans);
  g_test_add_func ("/exhibit/dataset-not-at-hand", test_dataset_not_at_hand);
  g_test_add_func ("/exhibit/defaults", test_defaults);
  g_test_add_func ("/exhibit/lines", test_lines);
  g_test_add_func ("/exhibit/kinds", test_kinds);
  g_test_add_func ("/exhibit/unknown-kind", test_unknown_kind);
  result = g_test_run ();
  maak_catalogue_unref (catalogue);
  maak_region_set_unref (regions);
  g_object_unref (library);
  return result;
}
