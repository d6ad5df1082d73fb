/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* Rechecking the example plan: nothing differs from the data that ship; where the data change, exactly the citations and
 * the exhibits that rest on them are found. */

#include "evidence/maak-evidence.h"

#include "maak-test.h"

static MaakLibrary   *library;
static MaakRegionSet *regions;

static MaakPlan *
read_example (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/nl/maakland/examples/overijssel.maakland.json", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = maak_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &maak_json_limits_plan, &error);
  MaakJsonPlace place, child;
  MaakRecord   *record;
  MaakPlan     *plan;

  g_assert_no_error (error);
  maak_json_place_init_root (&place, root);
  g_assert_true (maak_json_place_require (&place, "plan", &child, &error));
  record = maak_record_new_from_json (library, maak_library_get_plan_template (library), &child, &error);
  g_assert_no_error (error);
  plan = maak_plan_new (library, record, &error);
  g_assert_no_error (error);
  return plan;
}

/* The shipped data with one line of a file written otherwise. */
typedef struct
{
  const char *name;
  const char *file, *id, *json_members;
  const char *line, *instead;
  double      before, now;
  MaakStatus  status_before, status_now;
  const char *region;  /* of the change that must be among them */
  const char *wording; /* English; is in its message */
} ChangeCase;

#define DESCRIPTION(id, title, total) "{\"id\": \"" id "\", \"title\": {\"nl\": \"" title "\", \"en\": \"" title "\"}, \"unit\": \"mln-euro\", \"level\": \"province\", " \
                                      "\"period\": \"year\", \"total\": true, \"publish\": true, \"quantity\": \"" total "\", \"source\": {\"publisher\": {\"nl\": \"CBS\", \"en\": \"CBS\"}}}"

static const ChangeCase change_cases[] = {
  { "value", "gdp.csv", "gdp", DESCRIPTION ("gdp", "bbp", "gdp"), "PV23,2022,53172,provisional", "PV23,2022,53900,provisional", 53172, 53900, MAAK_STATUS_PROVISIONAL, MAAK_STATUS_PROVISIONAL, "PV23", "the plan says €53,172\u00a0million, the data now say €53,900\u00a0million" },
  { "status", "gdp.csv", "gdp", DESCRIPTION ("gdp", "bbp", "gdp"), "PV23,2022,53172,provisional", "PV23,2022,53172,final", 53172, 53172, MAAK_STATUS_PROVISIONAL, MAAK_STATUS_FINAL, "PV23", "the status was ‘provisional’ and is now ‘final’" },
  { "gone", "gdp.csv", "gdp", DESCRIPTION ("gdp", "bbp", "gdp"), "PV23,2022,53172,provisional", "PV23,2022,,secret", 53172, 0, MAAK_STATUS_PROVISIONAL, MAAK_STATUS_SECRET, "PV23", "no longer have this value" },
  { "computed-from-it", "gva-industry.csv", "gva-industry", DESCRIPTION ("gva-industry", "industrie", "gva-sector"), "PV23,2020,6896,unverified", "PV23,2020,9056.4,unverified", 0.15229009319376352, 0.2, MAAK_STATUS_UNVERIFIED, MAAK_STATUS_UNVERIFIED, "PV23", "the plan says 15.2%, the data now say 20.0%" },
  { "base-of-it", "gdp.csv", "gdp", DESCRIPTION ("gdp", "bbp", "gdp"), "PV31,2020,45236,final", "PV31,2020,41350,final", 0.18281899372181448, 0.2, MAAK_STATUS_UNVERIFIED, MAAK_STATUS_UNVERIFIED, "PV31", "18.3%, the data now say 20.0%" },
};

static MaakCatalogue *
make_catalogue (const ChangeCase *row)
{
  MaakCatalogue   *catalogue = maak_catalogue_new_shipped (regions, NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) csv = NULL;
  g_autoptr (MaakDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;

  if (row == NULL)
    return catalogue;
  path = g_strconcat ("/nl/maakland/atlas/", row->file, NULL);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  csv = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_assert_cmpuint (g_string_replace (csv, row->line, row->instead, 0), ==, 1);
  dataset = maak_dataset_new_from_csv (row->json_members, csv->str, (gssize) csv->len, regions, row->file, &error);
  g_assert_no_error (error);
  maak_catalogue_add (catalogue, dataset);
  return catalogue;
}

static void
test_change (gconstpointer data)
{
  const ChangeCase *row = data;
  g_autoptr (MaakPlan) plan = read_example ();
  g_autoptr (MaakCatalogue) catalogue = make_catalogue (row);
  g_autoptr (GPtrArray) changes = maak_evidence_recheck (plan, catalogue);
  gboolean found = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const MaakEvidenceChange *change = g_ptr_array_index (changes, i);
      g_autofree char          *wording = maak_message_dup_wording (change->message, MAAK_LANGUAGE_EN);

      if (change->region == NULL || strcmp (maak_region_get_code (change->region), row->region) != 0 || strstr (wording, row->wording) == NULL)
        continue;
      g_assert_cmpfloat_with_epsilon (change->before, row->before, 1e-12);
      g_assert_cmpfloat_with_epsilon (change->now, row->now, 1e-12);
      g_assert_cmpint (change->status_before, ==, row->status_before);
      g_assert_cmpint (change->status_now, ==, row->status_now);
      found = TRUE;
    }
  g_assert_true (found);
}

static void
test_nothing_differs (void)
{
  g_autoptr (MaakPlan) plan = read_example ();
  g_autoptr (MaakCatalogue) catalogue = make_catalogue (NULL);
  g_autoptr (GPtrArray) changes = maak_evidence_recheck (plan, catalogue);

  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *wording = maak_message_dup_wording (((MaakEvidenceChange *) g_ptr_array_index (changes, i))->message, MAAK_LANGUAGE_EN);

      g_test_message ("%s", wording);
    }
  g_assert_cmpuint (changes->len, ==, 0);
}

/* A figure that nothing rests on changes nothing; the plan itself is never touched. */
static void
test_plan_is_untouched (void)
{
  g_autoptr (MaakPlan) plan = read_example ();
  g_autoptr (MaakPlan) same = read_example ();
  g_autoptr (MaakCatalogue) catalogue = make_catalogue (&change_cases[0]);
  g_autoptr (GPtrArray) changes = maak_evidence_recheck (plan, catalogue);

  g_assert_cmpuint (changes->len, >, 0);
  g_assert_true (maak_record_equal (maak_plan_get_root (plan), maak_plan_get_root (same)));
}

/* Every exhibit of the example can be read and drawn. */
static void
visit_cb (MaakRecord *record, gpointer data)
{
  guint *n = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakExhibit) exhibit = NULL;

  if (maak_template_lookup_role (maak_record_get_template (record), MAAK_ROLE_EXHIBIT_VALUES) == NULL)
    return;
  exhibit = maak_evidence_read_exhibit (record, NULL, regions, &error);
  g_assert_no_error (error);
  (*n)++;
}

static void
test_exhibits_of_the_example (void)
{
  g_autoptr (MaakPlan) plan = read_example ();
  guint n = 0;

  maak_plan_foreach (plan, visit_cb, &n);
  g_assert_cmpuint (n, >=, 4);
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
  MAAK_TEST_TABLE ("/recheck/change", change_cases, test_change);
  g_test_add_func ("/recheck/nothing-differs", test_nothing_differs);
  g_test_add_func ("/recheck/plan-is-untouched", test_plan_is_untouched);
  g_test_add_func ("/recheck/exhibits-of-the-example", test_exhibits_of_the_example);
  result = g_test_run ();
  maak_region_set_unref (regions);
  g_object_unref (library);
  return result;
}
