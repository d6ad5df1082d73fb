/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* What a new plan begins with, for each province: the same as a person would fill in, and a plan that can be opened. */

#include "evidence/maak-new-plan.h"

#include "checks/maak-checks.h"
#include "store/maak-plan-file.h"

#include "maak-test.h"

static MaakLibrary   *library;
static MaakCatalogue *catalogue;

typedef struct
{
  const char *name; /* code of the province */
  const char *nl, *en;
  guint       n_figures;
} Case;

static const Case cases[] = {
  { "PV23", "Overijssel maakt: strategie voor de maakindustrie", "Made in Overijssel: a strategy for manufacturing", 4 },
  { "PV30", "Noord-Brabant maakt: strategie voor de maakindustrie", "Made in North Brabant: a strategy for manufacturing", 4 },
};

static MaakPlan *
make_plan (const char *code, MaakText *title)
{
  MaakNewPlan answers = { .title = title, .from = 2026, .until = 2035 };
  g_autoptr (GError) error = NULL;
  MaakPlan *plan;

  answers.region = maak_region_set_lookup (maak_library_get_regions (library), code);
  g_assert_nonnull (answers.region);
  plan = maak_plan_new (library, maak_new_plan_make (library, catalogue, &answers), &error);
  g_assert_no_error (error);
  return plan;
}

static void
test_begin (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (MaakPlan) plan = make_plan (row->name, NULL);
  MaakRecord *root = maak_plan_get_root (plan);
  MaakText   *title = maak_record_get_text (root, MAAK_ROLE_TITLE);
  guint       n = 0;
  MaakDate    start, end;

  g_assert_cmpstr (maak_text_get (title, MAAK_LANGUAGE_NL), ==, row->nl);
  g_assert_cmpstr (maak_text_get (title, MAAK_LANGUAGE_EN), ==, row->en);
  maak_value_get_records (maak_record_get_role (root, MAAK_ROLE_EVIDENCE_LIST), &n);
  g_assert_cmpuint (n, ==, row->n_figures);
  g_assert_cmpstr (maak_value_get_codes (maak_record_get_role (root, MAAK_ROLE_LEAD_REGION), &n)[0], ==, row->name);
  maak_value_get_codes (maak_record_get_role (root, MAAK_ROLE_LANGUAGES), &n);
  g_assert_cmpuint (n, ==, 2);
  maak_value_get_span (maak_record_get_role (root, MAAK_ROLE_PERIOD), &start, &end);
  g_assert_cmpint (start.year, ==, 2026);
  g_assert_cmpint (end.year, ==, 2035);
  g_assert_false (maak_plan_can_undo (plan));
  g_assert_false (maak_plan_is_modified (plan));
}

/* It is written and read back, and what it holds is right: no check objects to a value that the program filled in. */
static void
test_round (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (MaakPlan) plan = make_plan (row->name, NULL);
  g_autoptr (MaakPlanFile) file = maak_plan_file_new (plan, NULL);
  g_autoptr (GBytes) bytes = maak_plan_file_serialise (file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakPlanFile) again = maak_plan_file_new_from_bytes (bytes, library, &error);
  g_autoptr (GPtrArray) findings = maak_checks_run (plan);

  g_assert_no_error (error);
  g_assert_true (maak_record_equal (maak_plan_get_root (plan), maak_plan_get_root (maak_plan_file_get_plan (again))));
  for (guint i = 0; i < findings->len; i++)
    {
      MaakFinding *finding = g_ptr_array_index (findings, i);

      /* That something is still empty is all there is to say. */
      g_assert_cmpstr (finding->id, ==, "required");
    }
}

static void
test_title (void)
{
  g_autoptr (MaakText) title = maak_text_new ("Eigen titel", "");
  g_autoptr (MaakPlan) plan = make_plan ("PV23", title);

  g_assert_true (maak_text_equal (maak_record_get_text (maak_plan_get_root (plan), MAAK_ROLE_TITLE), title));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  maak_test_init (&argc, &argv);
  library = maak_library_new (NULL, NULL, &error);
  g_assert_no_error (error);
  catalogue = maak_catalogue_new_shipped (maak_library_get_regions (library), &error);
  g_assert_no_error (error);
  MAAK_TEST_TABLE ("/evidence/new-plan/begin", cases, test_begin);
  MAAK_TEST_TABLE ("/evidence/new-plan/round", cases, test_round);
  g_test_add_func ("/evidence/new-plan/title", test_title);
  return g_test_run ();
}
