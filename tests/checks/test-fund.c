/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What a fund asks of a proposal, said by its template alone. The fund of these cases is in a file in the user's own folder: at least
 * 100,000 and at most 500,000 euros, half of the budget, two enclosures, in Dutch, closed. One case per thing that
 * can be wrong with a proposal for it; each is asked of a plan as a whole and of the checker that follows edits. */

#include "maak-test.h"

#include "checks/maak-checker.h"
#include "checks/maak-checks.h"

static const char *const fund_template =
    "{\"templates\": [{\"id\": \"trial-fund\", \"kind\": \"proposal\", \"extends\": \"proposal\","
    "\"label\": {\"nl\": \"Proefvoorstel\", \"en\": \"Trial proposal\"}, \"plural\": {\"nl\": \"Proefvoorstellen\", \"en\": \"Trial proposals\"},"
    "\"fund\": {\"name\": {\"nl\": \"Proeffonds\", \"en\": \"Trial fund\"}, \"state\": \"closed\", \"state-date\": \"2024-05-01\", \"minimum\": 100000, \"maximum\": 500000,"
    "\"rate\": 0.5, \"languages\": [\"nl\"], \"enclosures\": ["
    "{\"id\": \"cooperation-agreement\", \"severity\": \"block\", \"label\": {\"nl\": \"Overeenkomst\", \"en\": \"Agreement\"}},"
    "{\"id\": \"budget-sheet\", \"label\": {\"nl\": \"Werkblad\", \"en\": \"Sheet\"}}]}},"
    "{\"id\": \"bare-fund\", \"kind\": \"proposal\", \"extends\": \"proposal\", \"label\": {\"nl\": \"Kaal fonds\", \"en\": \"Bare fund\"},"
    "\"plural\": {\"nl\": \"Kale fondsen\", \"en\": \"Bare funds\"}, \"fund\": {\"state\": \"closed\"}},"
    "{\"id\": \"summing-fund\", \"kind\": \"proposal\", \"extends\": \"proposal\", \"label\": {\"nl\": \"Optelfonds\", \"en\": \"Summing fund\"},"
    "\"plural\": {\"nl\": \"Optelfondsen\", \"en\": \"Summing funds\"}, \"fund\": {\"maximum\": 500000}, \"sections\": [{\"id\": \"money\", \"fields\": ["
    "{\"id\": \"sum-asked\", \"value\": \"sum(budget.amounts)\"}]}]}]}";

static MaakLibrary *library;

#define BUDGET(euros) "\"budget\": [{\"id\": \"line\", \"title\": {\"nl\": \"Kosten\", \"en\": \"Costs\"}, \"amounts\": {\"2027\": " euros "}}]"

static const struct
{
  const char  *name;
  const char  *proposal; /* beside id and template */
  const char  *rule;
  MaakSeverity severity;
  const char  *path; /* NULL: the rule says nothing */
  const char  *nl, *en;
} rows[] = {
  { "below-the-minimum", "\"sum-asked\": 99999", "fund-minimum", MAAK_SEVERITY_BLOCK, "proposals[0].sum-asked",
    "U vraagt € 99.999. “Proeffonds” begint bij € 100.000. Verhoog het bedrag of kies een ander fonds.",
    "You ask €99,999. “Trial fund” starts at €100,000. Raise the sum or choose another fund." },
  { "at-the-minimum", "\"sum-asked\": 100000", "fund-minimum", MAAK_SEVERITY_BLOCK, NULL, NULL, NULL },
  { "nothing-asked-yet", "\"title\": {\"nl\": \"Proef\"}", "fund-minimum", MAAK_SEVERITY_BLOCK, NULL, NULL, NULL },
  { "above-the-maximum", "\"sum-asked\": 500001", "fund-maximum", MAAK_SEVERITY_BLOCK, "proposals[0].sum-asked",
    "U vraagt € 500.001. “Proeffonds” geeft hoogstens € 500.000. Verlaag het bedrag of kies een ander fonds.",
    "You ask €500,001. “Trial fund” gives at most €500,000. Lower the sum or choose another fund." },
  { "at-the-maximum", "\"sum-asked\": 500000", "fund-maximum", MAAK_SEVERITY_BLOCK, NULL, NULL, NULL },
  { "above-the-rate", "\"sum-asked\": 150001, " BUDGET ("300000"), "above-fund-rate", MAAK_SEVERITY_PROBLEM, "proposals[0].sum-asked",
    "U vraagt € 150.001. “Proeffonds” betaalt hoogstens 50% van de begroting van € 300.000; dat is € 150.000. Verlaag het bedrag of vul de begroting aan.",
    "You ask €150,001. “Trial fund” pays at most 50% of the budget of €300,000; that is €150,000. Lower the sum or complete the budget." },
  { "at-the-rate", "\"sum-asked\": 150000, " BUDGET ("300000"), "above-fund-rate", MAAK_SEVERITY_PROBLEM, NULL, NULL, NULL },
  { "no-budget-yet", "\"sum-asked\": 150000", "above-fund-rate", MAAK_SEVERITY_PROBLEM, NULL, NULL, NULL },
  { "a-budget-beyond-counting", "\"sum-asked\": 150000, \"budget\": [{\"id\": \"a\", \"amounts\": {\"2027\": 9223372036854775807, \"2028\": 1}}]", "above-fund-rate", MAAK_SEVERITY_PROBLEM, NULL, NULL, NULL },
  { "the-largest-budget", "\"sum-asked\": 150000, " BUDGET ("9223372036854775807"), "above-fund-rate", MAAK_SEVERITY_PROBLEM, NULL, NULL, NULL },
  { "an-enclosure-is-missing", "\"enclosures\": [\"sheet\"]", "fund-enclosure", MAAK_SEVERITY_BLOCK, "proposals[0].enclosures",
    "“Proeffonds” vraagt deze bijlage, en die ontbreekt: “Overeenkomst”. Voeg het stuk toe.",
    "“Trial fund” asks for this enclosure, and it is missing: “Agreement”. Add it." },
  { "another-enclosure-is-missing", "\"enclosures\": [\"agreement\"]", "fund-enclosure", MAAK_SEVERITY_PROBLEM, "proposals[0].enclosures",
    "“Proeffonds” vraagt deze bijlage, en die ontbreekt: “Werkblad”. Voeg het stuk toe.",
    "“Trial fund” asks for this enclosure, and it is missing: “Sheet”. Add it." },
  { "all-enclosures-are-there", "\"enclosures\": [\"agreement\", \"letter\", \"sheet\"]", "fund-enclosure", MAAK_SEVERITY_BLOCK, NULL, NULL, NULL },
  { "enclosures-not-begun", "\"title\": {\"nl\": \"Proef\"}", "fund-enclosure", MAAK_SEVERITY_BLOCK, NULL, NULL, NULL },
  { "closed", "\"title\": {\"nl\": \"Proef\"}", "fund-closed", MAAK_SEVERITY_ADVICE, "proposals[0]",
    "“Proeffonds” is gesloten voor aanvragen (stand op 1 mei 2024). Gebruik dit als model of kies een ander fonds.",
    "“Trial fund” is closed to applications (status at 1 May 2024). Use this as a model or choose another fund." },
  { "closed-without-name-or-date", "\"template\": \"bare-fund\", \"title\": {\"nl\": \"Proef\"}", "fund-closed", MAAK_SEVERITY_ADVICE, "proposals[0]",
    "“Kaal fonds” is gesloten voor aanvragen. Gebruik dit als model of kies een ander fonds.",
    "“Bare fund” is closed to applications. Use this as a model or choose another fund." },
  { "an-empty-proposal-is-told-nothing", "", "fund-closed", MAAK_SEVERITY_ADVICE, NULL, NULL, NULL },
  { "no-fund", "\"template\": \"measure\", \"title\": {\"nl\": \"Proef\"}, \"sum-asked\": 1", "fund-minimum", MAAK_SEVERITY_BLOCK, NULL, NULL, NULL },
  { "a-sum-that-is-computed", "\"template\": \"summing-fund\", " BUDGET ("500001"), "fund-maximum", MAAK_SEVERITY_BLOCK, "proposals[0].sum-asked",
    "U vraagt € 500.001. “Optelfonds” geeft hoogstens € 500.000. Verlaag het bedrag of kies een ander fonds.",
    "You ask €500,001. “Summing fund” gives at most €500,000. Lower the sum or choose another fund." },
  { "the-language-of-the-fund", "\"title\": {\"en\": \"Trial\"}", "language-missing", MAAK_SEVERITY_PROBLEM, "proposals[0].title",
    "“Titel”: de Nederlandse tekst ontbreekt. Vertaal de tekst.", "“Title”: the Dutch text is missing. Translate it." },
  { "growth-fund-too-small", "\"template\": \"groeifonds\", \"sum-asked\": 29999999", "fund-minimum", MAAK_SEVERITY_BLOCK, "proposals[0].sum-asked",
    "U vraagt € 29.999.999. “Nationaal Groeifonds, ronde 3” begint bij € 30.000.000. Verhoog het bedrag of kies een ander fonds.",
    "You ask €29,999,999. “National Growth Fund, round 3” starts at €30,000,000. Raise the sum or choose another fund." },
  { "growth-fund-large-enough", "\"template\": \"groeifonds\", \"sum-asked\": 30000000", "fund-minimum", MAAK_SEVERITY_BLOCK, NULL, NULL, NULL },
  { "growth-fund-agreement-missing", "\"template\": \"groeifonds\", \"enclosures\": [\"letter\", \"sheet\", \"aid\"]", "fund-enclosure", MAAK_SEVERITY_BLOCK, "proposals[0].enclosures",
    "“Nationaal Groeifonds, ronde 3” vraagt deze bijlage, en die ontbreekt: “Getekende samenwerkingsovereenkomst”. Voeg het stuk toe.",
    "“National Growth Fund, round 3” asks for this enclosure, and it is missing: “Signed cooperation agreement”. Add it." },
  { "growth-fund-aid-missing", "\"template\": \"groeifonds\", \"enclosures\": [\"letter\", \"sheet\", \"agreement\"]", "fund-enclosure", MAAK_SEVERITY_PROBLEM, "proposals[0].enclosures",
    "“Nationaal Groeifonds, ronde 3” vraagt deze bijlage, en die ontbreekt: “Staatssteunanalyse”. Voeg het stuk toe.",
    "“National Growth Fund, round 3” asks for this enclosure, and it is missing: “State-aid analysis”. Add it." },
};

static MaakPlan *
make_plan (const char *proposal)
{
  g_autofree char *json = g_strdup_printf ("{\"id\": \"plan\", \"attachments\": ["
                                           "{\"id\": \"agreement\", \"kind\": \"cooperation-agreement\"}, {\"id\": \"letter\", \"kind\": \"co-financing-statement\"},"
                                           "{\"id\": \"sheet\", \"kind\": \"budget-sheet\"}, {\"id\": \"aid\", \"kind\": \"state-aid-analysis\"}],"
                                           "\"proposals\": [{\"id\": \"proposal\"%s%s%s}]}",
                                           strstr (proposal, "\"template\"") == NULL ? ", \"template\": \"trial-fund\"" : "", *proposal != '\0' ? ", " : "", proposal);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = maak_json_parse (json, strlen (json), &maak_json_limits_plan, &error);
  MaakJsonPlace root;
  MaakRecord   *record;
  MaakPlan     *plan;

  g_assert_no_error (error);
  maak_json_place_init_root (&root, node);
  record = maak_record_new_from_json (library, maak_library_get_plan_template (library), &root, &error);
  g_assert_no_error (error);
  plan = maak_plan_new (library, record, &error);
  g_assert_no_error (error);
  return plan;
}

static MaakFinding *
find_only (GPtrArray *findings, const char *rule)
{
  MaakFinding *found = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      MaakFinding *finding = g_ptr_array_index (findings, i);

      if (!g_str_equal (finding->id, rule))
        continue;
      g_assert_null (found);
      found = finding;
    }
  return found;
}

static void
assert_says (gconstpointer data, GPtrArray *findings)
{
  const typeof (rows[0]) *row = data;
  MaakFinding            *finding = find_only (findings, row->rule);

  if (row->path == NULL)
    {
      g_assert_null (finding);
      return;
    }
  g_assert_nonnull (finding);
  g_assert_cmpint (finding->severity, ==, row->severity);
  g_assert_cmpstr (finding->path, ==, row->path);
  g_assert_cmpstr (maak_text_get (finding->message, MAAK_LANGUAGE_NL), ==, row->nl);
  g_assert_cmpstr (maak_text_get (finding->message, MAAK_LANGUAGE_EN), ==, row->en);
}

static void
test_fund (gconstpointer data)
{
  const typeof (rows[0]) *row = data;
  g_autoptr (MaakPlan) plan = make_plan (row->proposal);
  g_autoptr (GPtrArray) whole = maak_checks_run (plan);
  g_autoptr (MaakChecker) checker = maak_checker_new (plan);
  g_autoptr (GPtrArray) kept = maak_checker_dup_findings (checker);

  assert_says (row, whole);
  assert_says (row, kept);
}

/* An attachment far from the proposal changes what the fund says of it. */
static void
test_follows_edits (void)
{
  g_autoptr (MaakPlan) plan = make_plan ("\"enclosures\": [\"agreement\", \"letter\"]");
  g_autoptr (MaakChecker) checker = maak_checker_new (plan);
  g_autoptr (GPtrArray) before = maak_checker_dup_findings (checker);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (MaakValue) kind = maak_value_new_code ("budget-sheet");
  MaakRecord *letter = maak_plan_lookup (plan, "letter");

  g_assert_nonnull (find_only (before, "fund-enclosure"));
  maak_plan_set (plan, letter, maak_template_lookup_field (maak_record_get_template (letter), "kind"), kind);
  after = maak_checker_dup_findings (checker);
  g_assert_null (find_only (after, "fund-enclosure"));
}

static void
make_library (void)
{
  g_autofree char *folder = maak_test_make_folder ();
  g_autofree char *file = g_build_filename (folder, "trial-fund.json", NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, fund_template, -1, &error);
  g_assert_no_error (error);
  library = maak_library_new (folder, problems, &error);
  g_assert_no_error (error);
  if (problems->len > 0)
    g_error ("%s", ((GError *) g_ptr_array_index (problems, 0))->message);
  maak_test_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  int result;

  maak_test_init (&argc, &argv);
  make_library ();
  MAAK_TEST_TABLE ("/checks/fund", rows, test_fund);
  g_test_add_func ("/checks/fund/follows-edits", test_follows_edits);
  result = g_test_run ();
  g_clear_object (&library);
  return result;
}
