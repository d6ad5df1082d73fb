/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What a sheet shows: its columns, its cells, its sums. */

#include "maak-test.h"
#include "plan/maak-sheet-model.h"

static const char *const templates[] = {
  "{\"templates\": ["
  "{\"id\": \"plan\", \"kind\": \"plan\", \"label\": {\"nl\": \"P\", \"en\": \"P\"}, \"sections\": [{\"id\": \"s\", \"label\": {\"nl\": \"S\", \"en\": \"S\"}, \"fields\": ["
  "{\"id\": \"term\", \"type\": \"period\", \"label\": {\"nl\": \"Looptijd\", \"en\": \"Term\"}},"
  "{\"id\": \"lines\", \"type\": \"list\", \"of\": \"line\", \"present\": \"sheet\", \"columns\": [\"title\", \"fixed\", \"double\", \"amounts\"], \"label\": {\"nl\": \"R\", \"en\": \"R\"}},"
  "{\"id\": \"jobs\", \"type\": \"list\", \"of\": \"job\", \"present\": \"sheet\", \"label\": {\"nl\": \"B\", \"en\": \"J\"}}"
  "]}]},"
  "{\"id\": \"line\", \"label\": {\"nl\": \"L\", \"en\": \"L\"}, \"sections\": [{\"id\": \"s\", \"label\": {\"nl\": \"S\", \"en\": \"S\"}, \"fields\": ["
  "{\"id\": \"title\", \"type\": \"text\", \"role\": \"title\", \"label\": {\"nl\": \"Wat\", \"en\": \"What\"}},"
  "{\"id\": \"fixed\", \"type\": \"money\", \"label\": {\"nl\": \"Vast\", \"en\": \"Fixed\"}},"
  "{\"id\": \"double\", \"type\": \"money\", \"value\": \"fixed * 2\", \"label\": {\"nl\": \"Dubbel\", \"en\": \"Double\"}},"
  "{\"id\": \"amounts\", \"type\": \"series\", \"money\": true, \"years\": \"plan.term\", \"label\": {\"nl\": \"Bedrag\", \"en\": \"Amount\"}}"
  "]}]},"
  "{\"id\": \"job\", \"label\": {\"nl\": \"B\", \"en\": \"J\"}, \"sections\": [{\"id\": \"s\", \"label\": {\"nl\": \"S\", \"en\": \"S\"}, \"fields\": ["
  "{\"id\": \"title\", \"type\": \"text\", \"role\": \"title\", \"label\": {\"nl\": \"Wat\", \"en\": \"What\"}},"
  "{\"id\": \"story\", \"type\": \"text\", \"prose\": true, \"label\": {\"nl\": \"V\", \"en\": \"S\"}},"
  "{\"id\": \"inflow\", \"type\": \"series\", \"decimals\": 1, \"label\": {\"nl\": \"In\", \"en\": \"In\"}},"
  "{\"id\": \"out\", \"type\": \"series\", \"label\": {\"nl\": \"Uit\", \"en\": \"Out\"}}"
  "]}]}]}",
  NULL
};

/* A plan with what @json says. */
static MaakPlan *
make_plan (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakLibrary) library = NULL;
  g_autoptr (JsonNode) node = maak_json_parse (json, strlen (json), &maak_json_limits_plan, &error);
  MaakJsonPlace place;
  MaakRecord   *root;
  MaakPlan     *plan;

  g_assert_no_error (error);
  library = maak_library_new_from_json (templates, NULL, &error);
  g_assert_no_error (error);
  maak_json_place_init_root (&place, node);
  root = maak_record_new_from_json (library, maak_library_get_plan_template (library), &place, &error);
  g_assert_no_error (error);
  plan = maak_plan_new (library, root, &error);
  g_assert_no_error (error);
  return plan;
}

static MaakSheetModel *
make_sheet (MaakPlan   *plan,
            const char *list,
            GArray     *more)
{
  MaakRecord *root = maak_plan_get_root (plan);

  return maak_sheet_model_new (plan, root, maak_template_lookup_field (maak_record_get_template (root), list), more);
}

/* Headings, rows and totals, cells apart by |, rows by /; "·" where a column has no total. */
static char *
write_sheet (MaakSheetModel *sheet)
{
  GString *out = g_string_new (NULL);
  guint    n_rows = maak_sheet_model_get_n_rows (sheet), n_columns = maak_sheet_model_get_n_columns (sheet);

  for (guint row = 0; row < n_rows + 2; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        g_autofree char *text = NULL;

        if (row == 0)
          text = maak_sheet_model_dup_label (sheet, column, MAAK_LANGUAGE_NL);
        else if (row <= n_rows)
          text = maak_sheet_model_dup_cell (sheet, row - 1, column, MAAK_LANGUAGE_NL);
        else
          text = maak_sheet_model_dup_total (sheet, column, MAAK_LANGUAGE_NL);
        g_string_append_printf (out, "%s%s", text != NULL ? text : "·", column + 1 < n_columns ? "|" : row < n_rows + 1 ? "/"
                                                                                                                        : "");
      }
  return g_string_free_and_steal (out);
}

static const struct
{
  const char *name;
  const char *list;
  const char *json;
  const char *expected;
} sheets[] = {
  { "term-gives-years", "lines", "{\"id\":\"p\",\"term\":{\"start\":\"2027-05-01\",\"end\":\"2028-03-31\"},\"lines\":[{\"id\":\"a\",\"title\":{\"nl\":\"A\"},\"fixed\":5,\"amounts\":{\"2027\":1000}},{\"id\":\"b\",\"amounts\":{\"2027\":1,\"2028\":2}}]}",
    "Wat|Vast|Dubbel|2027|2028|Totaal/A|5|10|1.000||1.000/|||1|2|3/·|5|10|1.001|2|1.003" },
  { "year-outside-is-shown", "lines", "{\"id\":\"p\",\"term\":{\"start\":\"2027-01-01\",\"end\":\"2027-12-31\"},\"lines\":[{\"id\":\"a\",\"amounts\":{\"2025\":7}}]}",
    "Wat|Vast|Dubbel|2025|2027|Totaal/|||7||7/·|||7||7" },
  { "one-year-has-no-sum", "lines", "{\"id\":\"p\",\"term\":{\"start\":\"2027-01-01\",\"end\":\"2027-12-31\"},\"lines\":[{\"id\":\"a\",\"amounts\":{\"2027\":7}}]}",
    "Wat|Vast|Dubbel|2027/|||7/·|||7" },
  { "sum-stays-in-bounds", "lines", "{\"id\":\"p\",\"term\":{\"start\":\"2027-01-01\",\"end\":\"2028-12-31\"},\"lines\":[{\"id\":\"a\",\"amounts\":{\"2027\":9223372036854775807,\"2028\":1}}]}",
    "Wat|Vast|Dubbel|2027|2028|Totaal/|||9.223.372.036.854.775.807|1|9.223.372.036.854.775.807/·|||9.223.372.036.854.775.807|1|9.223.372.036.854.775.807" },
  { "two-series-say-which", "jobs", "{\"id\":\"p\",\"jobs\":[{\"id\":\"a\",\"title\":{\"nl\":\"A\"},\"inflow\":{\"2020\":1.5,\"2021\":2,\"2022\":3,\"2023\":4},\"out\":{\"2020\":1,\"2021\":1,\"2022\":1,\"2023\":1}}]}",
    "Wat|In 2020|In 2021|In 2022|In 2023|In, Totaal|Uit 2020|Uit 2021|Uit 2022|Uit 2023|Uit, Totaal/A|1,5|2|3|4|10,5|1|1|1|1|4/·|1,5|2|3|4|10,5|1|1|1|1|4" },
};

static void
test_sheet (gconstpointer data)
{
  const typeof (sheets[0]) *row = data;
  g_autoptr (MaakPlan) plan = make_plan (row->json);
  g_autoptr (MaakSheetModel) sheet = make_sheet (plan, row->list, NULL);
  g_autofree char *text = write_sheet (sheet);

  g_assert_cmpstr (text, ==, row->expected);
}

/* Where any year is allowed the person may ask for more; where the template bounds them, not. */
static void
test_more_years (void)
{
  g_autoptr (MaakPlan) plan = make_plan ("{\"id\":\"p\",\"term\":{\"start\":\"2027-01-01\",\"end\":\"2027-12-31\"},\"lines\":[{\"id\":\"a\"}],\"jobs\":[{\"id\":\"b\"}]}");
  g_autoptr (GArray) more = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (MaakSheetModel) lines = NULL;
  g_autoptr (MaakSheetModel) jobs = NULL;
  g_autoptr (MaakSheetModel) jobs_before = make_sheet (plan, "jobs", NULL);
  int year = 2049;

  g_array_append_val (more, year);
  lines = make_sheet (plan, "lines", more);
  jobs = make_sheet (plan, "jobs", more);
  g_assert_false (maak_sheet_model_is_free (lines));
  g_assert_cmpuint (maak_sheet_model_get_n_columns (lines), ==, 4);
  g_assert_true (maak_sheet_model_is_free (jobs));
  g_assert_false (maak_sheet_model_equal (jobs, jobs_before));
  for (guint i = 0; i < maak_sheet_model_get_n_columns (jobs); i++)
    year = maak_sheet_model_get_column (jobs, i)->year == 2049 ? 0 : year;
  g_assert_cmpint (year, ==, 0);
}

static const struct
{
  const char *name, *list, *json;
  gboolean    waits;
} terms[] = {
  { "no-term", "lines", "{\"id\":\"p\",\"lines\":[{\"id\":\"a\"}]}", TRUE },
  { "no-end", "lines", "{\"id\":\"p\",\"term\":{\"start\":\"2027-01-01\"},\"lines\":[{\"id\":\"a\"}]}", TRUE },
  { "term", "lines", "{\"id\":\"p\",\"term\":{\"start\":\"2027-01-01\",\"end\":\"2027-12-31\"},\"lines\":[{\"id\":\"a\"}]}", FALSE },
  { "no-row", "lines", "{\"id\":\"p\"}", FALSE },
  { "any-year", "jobs", "{\"id\":\"p\",\"jobs\":[{\"id\":\"a\"}]}", FALSE },
};

/* Years that wait for a period say which, so that one can go there. */
static void
test_term (gconstpointer data)
{
  const typeof (terms[0]) *row = data;
  g_autoptr (MaakPlan) plan = make_plan (row->json);
  g_autoptr (MaakSheetModel) sheet = make_sheet (plan, row->list, NULL);
  MaakRecord      *record;
  const MaakField *term = maak_sheet_model_find_term (sheet, &record);

  g_assert_true ((term != NULL) == row->waits);
  if (term == NULL)
    return;
  g_assert_cmpstr (term->id, ==, "term");
  g_assert_true (record == maak_plan_get_root (plan));
}

/* A sheet is made again only for other rows or columns, not for what they hold. */
static void
test_equal (void)
{
  g_autoptr (MaakPlan) plan = make_plan ("{\"id\":\"p\",\"term\":{\"start\":\"2027-01-01\",\"end\":\"2028-12-31\"},\"lines\":[{\"id\":\"a\"},{\"id\":\"b\"}]}");
  MaakRecord      *a = maak_plan_lookup (plan, "a");
  const MaakField *fixed = maak_template_lookup_field (maak_record_get_template (a), "fixed");
  g_autoptr (MaakValue) value = maak_value_new_integer (9);
  g_autoptr (MaakSheetModel) first = make_sheet (plan, "lines", NULL);
  g_autoptr (MaakSheetModel) second = NULL;
  g_autoptr (MaakSheetModel) third = NULL;

  maak_plan_set (plan, a, fixed, value);
  second = make_sheet (plan, "lines", NULL);
  g_assert_true (maak_sheet_model_equal (first, second));
  maak_plan_move (plan, a, 1);
  third = make_sheet (plan, "lines", NULL);
  g_assert_false (maak_sheet_model_equal (second, third));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  MAAK_TEST_TABLE ("/plan/sheet-model/sheet", sheets, test_sheet);
  MAAK_TEST_TABLE ("/plan/sheet-model/term", terms, test_term);
  g_test_add_func ("/plan/sheet-model/more-years", test_more_years);
  g_test_add_func ("/plan/sheet-model/equal", test_equal);
  return g_test_run ();
}
