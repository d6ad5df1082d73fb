/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Findings: each rule of the engine by a plan that breaks it and one that does not; templates' checks with their places and
 * words; and the checker, whose state after any edits is that of a full run.
 */
#include "maak-test.h"

#include "checks/maak-checker.h"
#include "checks/maak-checks.h"
#include "plan/maak-library.h"
#include "store/maak-plan-file.h"
#include "json/maak-json.h"

static MaakLibrary *small; /* templates.json of this folder */
static MaakLibrary *shipped;

static char *
read_test_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "checks", name, NULL);
  char            *text;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static MaakPlan *
make_plan (MaakLibrary *library, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = maak_json_parse (text, strlen (text), &maak_json_limits_plan, &error);
  MaakJsonPlace place;
  MaakRecord   *root;
  MaakPlan     *plan;

  g_assert_no_error (error);
  maak_json_place_init_root (&place, node);
  root = maak_record_new_from_json (library, maak_library_get_plan_template (library), &place, &error);
  g_assert_no_error (error);
  plan = maak_plan_new (library, root, &error);
  g_assert_no_error (error);
  return plan;
}

/* "severity path id" a line. */
static char *
list_findings (GPtrArray *findings)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const MaakFinding *finding = g_ptr_array_index (findings, i);
      g_string_append_printf (list, "%s%s %s %s", i > 0 ? "\n" : "", maak_severity_get_code (finding->severity), *finding->path != '\0' ? finding->path : ".", finding->id);
    }
  return g_string_free (list, FALSE);
}

static void
assert_messages (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const MaakFinding *finding = g_ptr_array_index (findings, i);
      const char        *nl = maak_text_get (finding->message, MAAK_LANGUAGE_NL);
      const char        *en = maak_text_get (finding->message, MAAK_LANGUAGE_EN);
      g_assert_true (g_str_has_suffix (nl, ".") && g_str_has_suffix (en, "."));
      g_assert_cmpstr (nl, !=, en);
      g_assert_null (strpbrk (nl, "{}"));
      g_assert_null (strpbrk (en, "{}"));
    }
}

/* --- Rules, one plan a case --- */

typedef struct
{
  const char *name;
  const char *plan;  /* members of the root */
  const char *found; /* as list_findings() */
  const char *says;  /* in the Dutch of the first; may be NULL */
} Case;

#define BOTH "\"languages\": [\"nl\", \"en\"], "

static const Case cases[] = {
  { "empty plan is silent but for checks without a place", "", "advice . always" },
  { "required, not begun", "\"note\": {\"nl\": \"x\"}", "advice . always" },
  { "required, begun", "\"budget\": 5", "problem title required\nadvice . always", "Vul “Titel” in; dit is verplicht." },
  { "required and there", "\"title\": {\"nl\": \"T\"}", "advice . always" },
  { "required, but does not apply", "\"title\": {\"nl\": \"T\"}, \"budget\": 5", "advice . always" },
  { "required once it applies", "\"title\": {\"nl\": \"T\"}, \"budget\": 50", "problem reason required\nadvice . always" },
  { "what does not apply is not checked", "\"title\": {\"nl\": \"T\"}, \"budget\": 5, \"reason\": {\"nl\": \"[...]\"}", "advice . always" },
  { "words at the limit", "\"note\": {\"nl\": \"een twee drie\"}", "advice . always" },
  { "words over the limit", "\"note\": {\"nl\": \"een twee drie vier vijf\"}", "problem note too-long\nadvice . always", "“Noot”: de Nederlandse tekst heeft 5 woorden; er mogen er 3 zijn. Haal er 2 weg." },
  { "words over the limit in one language", "\"note\": {\"nl\": \"een\", \"en\": \"one two three four\"}", "problem note too-long\nadvice . always", "de Engelse tekst heeft 4 woorden" },
  { "words over the limit in both", "\"note\": {\"nl\": \"a b c d\", \"en\": \"a b c d\"}", "problem note too-long\nproblem note too-long\nadvice . always" },
  { "marks do not count", "\"note\": {\"nl\": \"**een** [twee](https://example.org/a) drie\"}", "advice . always" },
  { "characters over the limit", "\"code\": \"12345678\"", "problem code too-long\nadvice . always", "“Code”: de tekst heeft 8 tekens; er mogen er 5 zijn. Haal er 3 weg." },
  { "below the minimum", "\"title\": {\"nl\": \"T\"}, \"budget\": -5", "problem budget out-of-bounds\nadvice . always", "“Budget” is €\302\240−5, maar moet ten minste €\302\2400 zijn." },
  { "a sum that no fraction holds", "\"title\": {\"nl\": \"T\"}, \"budget\": -9007199254740993", "problem budget out-of-bounds\nadvice . always", "“Budget” is €\302\240−9.007.199.254.740.993, maar moet ten minste €\302\2400 zijn." },
  { "the largest sum", "\"title\": {\"nl\": \"T\"}, \"budget\": 9223372036854775807", "problem budget out-of-bounds\nproblem reason required\nadvice . always", "“Budget” is €\302\2409.223.372.036.854.775.807, maar mag hoogstens €\302\2409.000.000.000.000.000.000 zijn." },
  { "above the maximum", "\"share\": 120.5", "problem share out-of-bounds\nadvice . always", "“Deel” is 120,5, maar mag hoogstens 100 zijn." },
  { "at the maximum", "\"share\": 100", "advice . always" },
  { "series out of bounds", "\"flow\": {\"2027\": 5, \"2028\": -1}", "problem flow out-of-bounds\nadvice . always" },
  { "year outside", "\"term\": {\"start\": \"2027-01-01\", \"end\": \"2028-12-31\"}, \"flow\": {\"2026\": 1, \"2027\": 1, \"2029\": 1}", "problem flow year-outside\nproblem flow year-outside\nadvice . always", "“Stroom” noemt 2026, een jaar buiten de looptijd." },
  { "any year where there is no term", "\"flow\": {\"2026\": 1}", "advice . always" },
  { "open term", "\"term\": {\"start\": \"2027-01-01\"}, \"flow\": {\"2026\": 1, \"2099\": 1}", "problem flow year-outside\nadvice . always" },
  { "years of a series that is not there", "\"paid\": {\"2027\": 1}", "advice . always" },
  { "years of a series", "\"flow\": {\"2027\": 1}, \"paid\": {\"2027\": 1, \"2028\": 1}", "problem paid year-outside\nadvice . always" },
  { "two regions where one may be", "\"home\": [\"PV23\", \"PV25\"]", "problem home too-many\nadvice . always", "“Plaats” heeft er 2; er mogen er hoogstens 1 zijn." },
  { "period out of order", "\"term\": {\"start\": \"2028-01-01\", \"end\": \"2027-01-01\"}", "problem term period-order\nadvice . always", "“Looptijd” begint op 1 januari 2028 en eindigt al op 1 januari 2027." },
  { "too many", "\"kinds\": [\"firm\", \"school\", \"state\"]", "problem kinds too-many\nadvice . always" },
  { "too few", "\"rows\": [{\"id\": \"r1\", \"name\": \"a\", \"amount\": 1}]", "problem rows too-few\nadvice . always", "“Rijen” heeft er 1; er zijn er ten minste 2 nodig." },
  { "reference to nothing", "\"friends\": [\"nobody\"]", "problem friends reference-to-nothing\nadvice . always" },
  { "reference to something", "\"friends\": [\"r1\"], \"rows\": [{\"id\": \"r1\", \"name\": \"a\", \"amount\": 1}, {\"id\": \"r2\", \"name\": \"b\", \"amount\": 1}]", "advice . always" },
  { "link to nothing", "\"note\": {\"nl\": \"zie [hier](maak:weg)\"}", "problem note link-to-nothing\nadvice . always", "verwijst “hier” naar iets wat er niet meer is" },
  { "link to something", "\"note\": {\"nl\": \"zie [hier](maak:root)\"}", "advice . always" },
  { "language missing", BOTH "\"note\": {\"nl\": \"een\"}", "problem note language-missing\nadvice . always", "“Noot”: de Engelse tekst ontbreekt." },
  { "Dutch missing", BOTH "\"note\": {\"en\": \"one\"}", "problem note language-missing\nadvice . always", "de Nederlandse tekst ontbreekt" },
  { "language not asked for", "\"languages\": [\"nl\"], \"note\": {\"nl\": \"een\"}", "advice . always" },
  { "language outdated", BOTH "\"note\": {\"nl\": \"een\", \"en\": \"one\", \"outdated\": \"en\"}", "problem note language-outdated\nadvice . always" },
  { "outdated in a language not asked for", "\"languages\": [\"nl\"], \"note\": {\"nl\": \"een\", \"en\": \"one\", \"outdated\": \"en\"}", "advice . always" },
  { "both languages", BOTH "\"note\": {\"nl\": \"een\", \"en\": \"one\"}", "advice . always" },
  { "one language is for both", BOTH "\"code\": \"ab\"", "advice . always" },
  { "internal texts need one language", BOTH "\"secret\": {\"nl\": \"een\"}", "advice . always" },
  { "a fund asks for its language", "\"works\": [{\"id\": \"f1\", \"name\": {\"nl\": \"Fonds\"}}]", "problem works[0].name language-missing\nadvice . always" },
  { "too long for the portal", "\"works\": [{\"id\": \"f1\", \"name\": {\"nl\": \"Een lange naam\", \"en\": \"A name\"}}]", "block works[0].name too-long-for-portal\nadvice . always" },
  { "placeholder dots", "\"note\": {\"nl\": \"het is [...]\"}", "problem note placeholder\nadvice . always", "staat nog “[...]”" },
  { "placeholder ellipsis", "\"note\": {\"nl\": \"het is […]\"}", "problem note placeholder\nadvice . always" },
  { "placeholder order", "\"note\": {\"nl\": \"[naam invullen]\"}", "problem note placeholder\nadvice . always" },
  { "placeholder letters", "\"note\": {\"nl\": \"voor XXX\"}", "problem note placeholder\nadvice . always" },
  { "placeholder lorem", "\"note\": {\"en\": \"Lorem ipsum dolor\"}", "problem note placeholder\nadvice . always", "in de Engelse tekst" },
  { "no placeholder: a link", "\"note\": {\"nl\": \"[...](https://example.org)\"}", "advice . always" },
  { "no placeholder: a note", "\"note\": {\"nl\": \"zo [1]\"}", "advice . always" },
  { "no placeholder: within a word", "\"note\": {\"nl\": \"maat XXXL\"}", "advice . always" },
  { "figure complete", "\"source\": {\"kind\": \"figure\", \"dataset\": \"gdp\", \"period\": \"2020\", \"value\": 1, \"unit\": \"number\", \"status\": \"final\", \"title\": {\"nl\": \"a\"}, \"source\": {\"nl\": \"b\"}}", "advice . always" },
  { "figure without source", "\"source\": {\"kind\": \"figure\", \"period\": \"2020\", \"value\": 1, \"status\": \"final\", \"title\": {\"nl\": \"a\"}}", "problem source source-incomplete\nadvice . always", "van de bron ontbreekt de herkomst" },
  { "figure without period", "\"source\": {\"kind\": \"figure\", \"value\": 1, \"status\": \"final\", \"title\": {\"nl\": \"a\"}, \"source\": {\"nl\": \"b\"}}", "problem source source-incomplete\nadvice . always", "het jaar of de periode" },
  { "figure without value", "\"source\": {\"kind\": \"figure\", \"period\": \"2020\", \"status\": \"missing\", \"title\": {\"nl\": \"a\"}, \"source\": {\"nl\": \"b\"}}", "problem source source-incomplete\nadvice . always", "de waarde" },
  { "document without author and year", "\"source\": {\"kind\": \"document\", \"title\": {\"nl\": \"a\"}}", "problem source source-incomplete\nproblem source source-incomplete\nadvice . always", "de auteur of instantie" },
  { "decision without date", "\"source\": {\"kind\": \"decision\", \"title\": {\"nl\": \"a\"}, \"author\": \"GS\"}", "problem source source-incomplete\nadvice . always", "het jaar of de datum" },
  { "check holds", "\"quiet\": \"yes\"", "" },
  { "check with when", "\"share\": 60", "problem share share-high\nadvice . always", "Het deel is 60. Maak het kleiner." },
  { "check on each record jumps there", "\"rows\": [{\"id\": \"r1\", \"name\": \"Een\"}, {\"id\": \"r2\", \"name\": \"Twee\", \"amount\": 3}]", "problem rows[0].amount row-amount\nadvice . always", "Rij Een heeft geen bedrag." },
  { "check on each year", "\"term\": {\"start\": \"2027-01-01\", \"end\": \"2028-12-31\"}, \"flow\": {\"2027\": 500}", "advice . always\nadvice flow flow-high", NULL },
  { "order: the worst first, then as they stand", "\"note\": {\"nl\": \"XXX\"}, \"works\": [{\"id\": \"f1\", \"name\": {\"en\": \"A far too long name\"}}], \"share\": 60",
    "block works[0].name too-long-for-portal\nproblem note placeholder\nproblem share share-high\nadvice . always" },
};

static void
test_case (gconstpointer data)
{
  const Case      *row = data;
  g_autofree char *text = g_strdup_printf ("{\"id\": \"root\"%s%s}", *row->plan != '\0' ? ", " : "", row->plan);
  g_autoptr (MaakPlan) plan = make_plan (small, text);
  g_autoptr (GPtrArray) findings = maak_checks_run (plan);
  g_autofree char *found = list_findings (findings);

  g_assert_cmpstr (found, ==, row->found);
  assert_messages (findings);
  if (row->says != NULL)
    {
      const char *nl = maak_text_get (((MaakFinding *) g_ptr_array_index (findings, 0))->message, MAAK_LANGUAGE_NL);
      if (strstr (nl, row->says) == NULL)
        g_test_message ("%s", nl);
      g_assert_nonnull (strstr (nl, row->says));
    }
}

static void
test_count (void)
{
  g_autoptr (MaakPlan) plan = make_plan (small, "{\"id\": \"root\", \"note\": {\"nl\": \"XXX\"}}");
  g_autoptr (GPtrArray) findings = maak_checks_run (plan);

  g_assert_cmpuint (maak_checks_count (findings, MAAK_SEVERITY_BLOCK), ==, 0);
  g_assert_cmpuint (maak_checks_count (findings, MAAK_SEVERITY_PROBLEM), ==, 1);
  g_assert_cmpuint (maak_checks_count (findings, MAAK_SEVERITY_ADVICE), ==, 1);
}

/* --- The checker against a full run --- */

static void
assert_same (MaakChecker *checker, MaakPlan *plan)
{
  g_autoptr (GPtrArray) kept = maak_checker_dup_findings (checker);
  g_autoptr (GPtrArray) full = maak_checks_run (plan);
  g_autofree char *left = list_findings (kept);
  g_autofree char *right = list_findings (full);

  g_assert_cmpstr (left, ==, right);
  for (guint i = 0; i < kept->len; i++)
    g_assert_true (maak_finding_equal (g_ptr_array_index (kept, i), g_ptr_array_index (full, i)));
}

typedef struct
{
  GRand     *random;
  MaakPlan  *plan;
  GPtrArray *records; /* borrowed; as they are now */
} Editing;

static void
collect_record_cb (MaakRecord *record, gpointer data)
{
  g_ptr_array_add (data, record);
}

static guint
pick (Editing *editing, guint n)
{
  return (guint) g_rand_int_range (editing->random, 0, (gint32) MAX (n, 1));
}

static char *
make_words (Editing *editing)
{
  static const char *const words[] = { "een", "twee woorden", "XXX", "een heel lange tekst met veel te veel woorden erin", "zie [hier](maak:weg)", "" };
  MaakRecord              *record = g_ptr_array_index (editing->records, pick (editing, editing->records->len));

  if (pick (editing, 3) == 0)
    return g_strdup_printf ("zie [daar](maak:%s)", maak_record_get_id (record));
  return g_strdup (words[pick (editing, G_N_ELEMENTS (words))]);
}

static MaakValue *
make_text (Editing *editing)
{
  g_autofree char *nl = make_words (editing);
  g_autofree char *en = make_words (editing);
  g_autoptr (MaakText) text = pick (editing, 3) == 0 ? maak_text_new_outdated (nl, en, MAAK_LANGUAGE_EN) : maak_text_new (nl, en);

  return maak_text_is_empty (text) ? NULL : maak_value_new_text (text);
}

static MaakValue *
make_codes (Editing *editing, const MaakField *field, gboolean one)
{
  guint       n = maak_vocabulary_get_n_terms (field->vocabulary);
  const char *codes[3] = { maak_vocabulary_get_term (field->vocabulary, pick (editing, n))->code, NULL, NULL };

  if (one)
    return maak_value_new_code (codes[0]);
  return maak_value_new_codes (codes);
}

static MaakValue *
make_ids (Editing *editing, const MaakField *field)
{
  MaakRecord *record = g_ptr_array_index (editing->records, pick (editing, editing->records->len));
  const char *ids[2] = { maak_record_get_id (record), NULL };

  if (field->of != NULL && !maak_template_is_a (maak_record_get_template (record), field->of))
    return NULL;
  return maak_value_new_ids (ids);
}

static MaakValue *
make_series (Editing *editing, const MaakField *field)
{
  MaakSeriesPoint points[3];

  for (guint i = 0; i < 3; i++)
    points[i] = (MaakSeriesPoint) { 2025 + (int) i * 2, (double) pick (editing, 500), (gint64) pick (editing, 500) };
  return maak_value_new_series (points, 3, field->is_money);
}

/* NULL too, now and then: emptying is an edit. */
static MaakValue *
make_value (Editing *editing, const MaakField *field)
{
  if (pick (editing, 4) == 0)
    return NULL;
  switch (field->type)
    {
    case MAAK_FIELD_TEXT:
      return make_text (editing);
    case MAAK_FIELD_NUMBER:
      return maak_value_new_number ((double) pick (editing, 200));
    case MAAK_FIELD_MONEY:
      return maak_value_new_integer ((gint64) pick (editing, 100) - 10);
    case MAAK_FIELD_DATE:
      return maak_value_new_date ((MaakDate) { (gint16) (2024 + pick (editing, 8)), 5, 1 });
    case MAAK_FIELD_PERIOD:
      return maak_value_new_span ((MaakDate) { (gint16) (2024 + pick (editing, 4)), 1, 1 }, (MaakDate) { (gint16) (2026 + pick (editing, 6)), 12, 31 });
    case MAAK_FIELD_CHOICE:
      return make_codes (editing, field, TRUE);
    case MAAK_FIELD_CHOICES:
      return make_codes (editing, field, FALSE);
    case MAAK_FIELD_REGIONS:
      return maak_value_new_codes ((const char *const[]) { pick (editing, 2) ? "PV23" : "PV25", NULL });
    case MAAK_FIELD_PARTY:
    case MAAK_FIELD_REFS:
      return make_ids (editing, field);
    case MAAK_FIELD_SERIES:
      return make_series (editing, field);
    case MAAK_FIELD_LIST:
    case MAAK_FIELD_CITATION:
    case MAAK_FIELD_FILE:
      break;
    }
  return NULL;
}

static const MaakField *
pick_field (Editing *editing, MaakRecord *record, gboolean list)
{
  const MaakTemplate *template = maak_record_get_template (record);
  guint n = maak_template_get_n_fields (template), first = pick (editing, n);

  for (guint i = 0; i < n; i++)
    {
      const MaakField *field = maak_template_get_field (template, (first + i) % n);
      if (field->value == NULL && (field->type == MAAK_FIELD_LIST) == list && field->type != MAAK_FIELD_CITATION && field->type != MAAK_FIELD_FILE)
        return field;
    }
  return NULL;
}

static void
insert_record (Editing *editing, MaakRecord *owner)
{
  const MaakField *list = pick_field (editing, owner, TRUE);
  MaakLibrary     *library = maak_plan_get_library (editing->plan);
  guint            n = 0, first = pick (editing, maak_library_get_n_templates (library));

  if (list == NULL)
    return;
  if (maak_record_get (owner, list) != NULL)
    maak_value_get_records (maak_record_get (owner, list), &n);
  for (guint i = 0; i < maak_library_get_n_templates (library); i++)
    {
      const MaakTemplate *template = maak_library_get_template (library, (first + i) % maak_library_get_n_templates (library));
      if (!maak_template_is_abstract (template) && maak_template_is_a (template, list->of))
        {
          g_autoptr (MaakRecord) record = maak_record_new (template, NULL);
          maak_plan_insert (editing->plan, owner, list, pick (editing, n + 1), record);
          return;
        }
    }
}

static void
edit (Editing *editing)
{
  MaakRecord      *record;
  const MaakField *field;
  guint            what = pick (editing, 20);
  g_autoptr (MaakValue) value = NULL;

  g_ptr_array_set_size (editing->records, 0);
  maak_plan_foreach (editing->plan, collect_record_cb, editing->records);
  record = g_ptr_array_index (editing->records, pick (editing, editing->records->len));
  if (what == 0 && record != maak_plan_get_root (editing->plan))
    maak_plan_remove (editing->plan, record);
  else if (what <= 3)
    insert_record (editing, record);
  else if (what == 4 && record != maak_plan_get_root (editing->plan))
    maak_plan_move (editing->plan, record, 0);
  else if (what == 5)
    maak_plan_undo (editing->plan);
  else if (what == 6)
    maak_plan_redo (editing->plan);
  else if ((field = pick_field (editing, record, FALSE)) != NULL)
    {
      value = make_value (editing, field);
      maak_plan_set (editing->plan, record, field, value);
    }
}

typedef struct
{
  const char *name;
  gboolean    example;
  guint       seed, edits, every;
} Run;

static const Run runs[] = {
  { "small, seed 1", FALSE, 1, 400, 1 },
  { "small, seed 2", FALSE, 2, 400, 1 },
  { "small, seed 3, asked now and then", FALSE, 3, 400, 7 },
  { "small, seed 4, asked rarely", FALSE, 4, 400, 50 },
  { "example, seed 5", TRUE, 5, 200, 4 },
  { "example, seed 6, asked rarely", TRUE, 6, 200, 25 },
};

static MaakPlan *
load_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MAAKLAND_SOURCE"), "data", "examples", "overijssel.maakland.json", NULL);
  g_autoptr (MaakPlanFile) file = NULL;
  g_autoptr (GError) error = NULL;

  maak_plan_file_load (path, shipped, &file, &error);
  g_assert_no_error (error);
  return g_object_ref (maak_plan_file_get_plan (file));
}

static void
test_random_edits (gconstpointer data)
{
  const Run *row = data;
  g_autoptr (MaakPlan) plan = row->example ? load_example () : make_plan (small, "{\"id\": \"root\", \"title\": {\"nl\": \"T\"}}");
  g_autoptr (MaakChecker) checker = maak_checker_new (plan);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  Editing editing = { g_rand_new_with_seed (row->seed), plan, records };

  assert_same (checker, plan);
  for (guint i = 0; i < row->edits; i++)
    {
      edit (&editing);
      if (i % row->every == 0)
        assert_same (checker, plan);
    }
  assert_same (checker, plan);
  g_rand_free (editing.random);
}

/* A keystroke in a text checks a handful of pieces again, not the plan. */
static void
test_keystroke_is_cheap (void)
{
  g_autoptr (MaakPlan) plan = load_example ();
  g_autoptr (MaakChecker) checker = maak_checker_new (plan);
  MaakRecord      *root = maak_plan_get_root (plan);
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (root), MAAK_ROLE_SUMMARY);
  g_autoptr (GPtrArray) before = maak_checker_dup_findings (checker);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (MaakText) text = maak_text_new ("Kort.", "Short.");
  g_autoptr (MaakValue) value = maak_value_new_text (text);
  guint64 all = maak_checker_get_n_evaluations (checker);

  maak_plan_set (plan, root, field, value);
  after = maak_checker_dup_findings (checker);
  g_assert_cmpuint (all, >, 3000);
  g_assert_cmpuint (maak_checker_get_n_evaluations (checker) - all, <, 60);
}

/* A field that only an extending template computes: the check reads it through the template that is extended. */
static void
test_computed_where_extended (void)
{
  g_autoptr (MaakPlan) plan = make_plan (small, "{\"id\": \"root\", \"rows\": [{\"id\": \"d\", \"template\": \"doubled-row\", \"half\": 1}]}");
  g_autoptr (MaakChecker) checker = maak_checker_new (plan);
  MaakRecord *row = maak_plan_lookup (plan, "d");
  g_autoptr (MaakValue) value = maak_value_new_integer (2222);

  assert_same (checker, plan);
  maak_plan_set (plan, row, maak_template_lookup_field (maak_record_get_template (row), "half"), value);
  assert_same (checker, plan);
}

/* The same of a template that the plan brought along, which the shared rules cannot know. */
static void
test_computed_where_embedded (void)
{
  static const char text[] = "[{\"id\": \"late-row\", \"extends\": \"row\", \"label\": {\"nl\": \"L\", \"en\": \"L\"}, \"sections\": [{\"id\": \"all\", \"fields\": ["
                             "{\"id\": \"part\", \"type\": \"money\", \"label\": {\"nl\": \"D\", \"en\": \"P\"}}, {\"id\": \"amount\", \"value\": \"part * 4\"}]}]}]";
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) templates = maak_json_parse (text, strlen (text), &maak_json_limits_plan, &error);
  g_autoptr (MaakLibrary) library = maak_library_new_with_embedded (small, json_node_get_array (templates), &error);
  g_autoptr (MaakPlan) plan = make_plan (library, "{\"id\": \"root\", \"rows\": [{\"id\": \"l\", \"template\": \"late-row\", \"part\": 1}]}");
  g_autoptr (MaakChecker) checker = maak_checker_new (plan);
  MaakRecord *row = maak_plan_lookup (plan, "l");
  g_autoptr (MaakValue) value = maak_value_new_integer (1111);

  g_assert_no_error (error);
  assert_same (checker, plan);
  maak_plan_set (plan, row, maak_template_lookup_field (maak_record_get_template (row), "part"), value);
  assert_same (checker, plan);
}

static void
changed_cb (MaakChecker *checker, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_signal (void)
{
  g_autoptr (MaakPlan) plan = make_plan (small, "{\"id\": \"root\"}");
  g_autoptr (MaakChecker) checker = maak_checker_new (plan);
  MaakRecord      *root = maak_plan_get_root (plan);
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (root), MAAK_ROLE_TITLE);
  g_autoptr (MaakText) text = maak_text_new ("Titel", NULL);
  g_autoptr (MaakValue) value = maak_value_new_text (text);
  guint n = 0;

  g_signal_connect (checker, "changed", G_CALLBACK (changed_cb), &n);
  maak_plan_set (plan, root, field, value);
  g_assert_cmpuint (n, ==, 1);
  maak_plan_undo (plan);
  g_assert_cmpuint (n, ==, 2);
}

/* What referred to nothing refers to something once a record of that id comes, as when a part is taken over from elsewhere. */
static void
test_reference_comes_true (void)
{
  g_autoptr (MaakPlan) plan = make_plan (small, "{\"id\": \"root\", \"rows\": [{\"id\": \"r1\", \"name\": \"a\", \"amount\": 1, \"next\": [\"r9\"]}]}");
  g_autoptr (MaakChecker) checker = maak_checker_new (plan);
  MaakRecord      *root = maak_plan_get_root (plan);
  const MaakField *list = maak_template_lookup_field (maak_record_get_template (root), "rows");
  g_autoptr (MaakRecord) record = maak_record_new (list->of, "r9");
  g_autoptr (GPtrArray) before = maak_checker_dup_findings (checker);
  g_autofree char *found = list_findings (before);

  g_assert_nonnull (strstr (found, "problem rows[0].next reference-to-nothing"));
  maak_plan_insert (plan, root, list, 1, record);
  assert_same (checker, plan);
  maak_plan_remove (plan, record);
  assert_same (checker, plan);
  maak_plan_undo (plan);
  assert_same (checker, plan);
}

/* The checker lets go of the plan: edits after it is gone reach nobody. */
static void
test_outlived (void)
{
  g_autoptr (MaakPlan) plan = make_plan (small, "{\"id\": \"root\"}");
  MaakChecker     *checker = maak_checker_new (plan);
  MaakRecord      *root = maak_plan_get_root (plan);
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (root), MAAK_ROLE_TITLE);
  g_autoptr (MaakText) text = maak_text_new ("Titel", NULL);
  g_autoptr (MaakValue) value = maak_value_new_text (text);

  g_ptr_array_unref (maak_checker_dup_findings (checker));
  g_object_unref (checker);
  maak_plan_set (plan, root, field, value);
  g_assert_cmpint (G_OBJECT (plan)->ref_count, ==, 1);
}

int
main (int argc, char **argv)
{
  g_autofree char *templates = NULL;
  g_autofree char *kinds = NULL;
  g_autofree char *languages = NULL;
  g_autoptr (GError) error = NULL;
  int result;

  maak_test_init (&argc, &argv);
  templates = read_test_file ("templates.json");
  kinds = read_test_file ("kind.json");
  languages = read_test_file ("language.json");
  small = maak_library_new_from_json ((const char *const[]) { templates, NULL }, (const char *const[]) { kinds, languages, NULL }, &error);
  g_assert_no_error (error);
  shipped = maak_library_new (NULL, NULL, &error);
  g_assert_no_error (error);
  MAAK_TEST_TABLE ("/checks/rule", cases, test_case);
  g_test_add_func ("/checks/count", test_count);
  MAAK_TEST_TABLE ("/checks/checker/random edits", runs, test_random_edits);
  g_test_add_func ("/checks/checker/computed-where-embedded", test_computed_where_embedded);
  g_test_add_func ("/checks/checker/computed-where-extended", test_computed_where_extended);
  g_test_add_func ("/checks/checker/keystroke is cheap", test_keystroke_is_cheap);
  g_test_add_func ("/checks/checker/reference comes true", test_reference_comes_true);
  g_test_add_func ("/checks/checker/signal", test_signal);
  g_test_add_func ("/checks/checker/outlived by the plan", test_outlived);
  result = g_test_run ();
  g_object_unref (small);
  g_object_unref (shipped);
  return result;
}
