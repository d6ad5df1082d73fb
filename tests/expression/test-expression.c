/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The language of rules over a small library and plan (templates.json, plan.json in this folder): what each construct
 * gives, in Dutch; what is refused, at which character and with which words; what is read.
 */
#include "maak-test.h"

#include "plan/maak-expression.h"
#include "plan/maak-library.h"
#include "plan/maak-plan.h"
#include "plan/maak-wording.h"
#include "plan/maak-words.h"
#include "json/maak-json.h"

static MaakLibrary *library;
static MaakPlan    *plan;

static char *
read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "expression", name, NULL);
  char            *text;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
load (void)
{
  g_autofree char *templates = read_file ("templates.json");
  g_autofree char *sort = read_file ("sort.json");
  g_autofree char *firmness = read_file ("firmness.json");
  g_autofree char *text = read_file ("plan.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  MaakJsonPlace place;
  MaakRecord   *root;

  library = maak_library_new_from_json ((const char *const[]) { templates, NULL }, (const char *const[]) { sort, firmness, NULL }, &error);
  g_assert_no_error (error);
  node = maak_json_parse (text, strlen (text), &maak_json_limits_plan, &error);
  g_assert_no_error (error);
  maak_json_place_init_root (&place, node);
  root = maak_record_new_from_json (library, maak_library_get_plan_template (library), &place, &error);
  g_assert_no_error (error);
  plan = maak_plan_new (library, root, &error);
  g_assert_no_error (error);
}

/* `on` is the id of the record; NULL: fund1. `en`: what English gives, where it is worth a look. */
typedef struct
{
  const char *name;
  const char *rule;
  const char *nl;
  const char *on;
  const char *en;
} Value;

static const Value values[] = {
  { "number", "12", "12" },
  { "decimal", "1.5", "1,5", NULL, "1.5" },
  { "string", "'abc'", "abc" },
  { "quote in string", "'it''s'", "it's" },
  { "true", "true", "ja", NULL, "yes" },
  { "plus before times", "1 + 2 * 3", "7" },
  { "brackets", "(1 + 2) * 3", "9" },
  { "minus is left to right", "10 - 3 - 2", "5" },
  { "unary minus", "-(2 + 3) + 1", "\342\210\2224" },
  { "divided by zero is empty", "1 / 0", "" },
  { "thirds are rounded", "1 / 3", "0,33", NULL, "0.33" },
  { "small numbers keep three digits", "1 / 3000", "0,000333" },
  { "field keeps its digits", "tiny", "0,125", "root" },
  { "empty plus number is empty", "unset + 1", "", "root" },
  { "empty equals nothing", "unset = 1", "nee", "root" },
  { "empty differs from all", "unset != 1", "ja", "root" },
  { "empty differs from empty", "unset != unset", "ja", "root" },
  { "empty is not less", "unset < 1", "nee", "root" },
  { "empty()", "empty(unset)", "ja", "root" },
  { "filled()", "filled(tiny)", "ja", "root" },
  { "filled citation", "filled(source)", "ja", "root" },
  { "and or", "false and false or true", "ja" },
  { "not binds before and", "not true and false", "nee" },
  { "not has", "not partners has 'PV23'", "ja", "root" },
  { "has", "partners has 'PV25'", "ja", "root" },
  { "has on single", "lead has 'PV23'", "ja", "root" },
  { "in literals", "lead in ('PV20', 'PV23')", "ja", "root" },
  { "in collection", "'PV21' in partners", "ja", "root" },
  { "not in literals", "lead in ('PV20', 'PV21')", "nee", "root" },
  { "region is named", "lead", "Overijssel", "root" },
  { "regions are joined", "partners", "Gelderland, Fryslân", "root" },
  { "money", "size", "€ 40.000.000", NULL, "€40,000,000" },
  { "money against number", "size >= 30000000", "ja" },
  { "money plus number", "size + 1", "€ 40.000.001" },
  { "money times number", "size * 1.5", "€ 60.000.000" },
  { "money by number", "size / 3", "€ 13.333.333" },
  { "money by money", "size / size", "1" },
  { "number by money", "round(80000000 / size * 10)", "20" },
  { "negative money", "0 - size", "€ −40.000.000" },
  { "money that does not fit is empty", "vast + 1", "", "root" },
  { "money that does not fit when doubled", "vast * 2", "", "root" },
  { "money that still fits", "vast - 1 < vast", "ja", "root" },
  { "large money is exact", "vast - 1 = vast", "nee", "root" },
  { "money(number)", "money(12.6)", "€ 13" },
  { "abs of money", "abs(0 - size)", "€ 40.000.000" },
  { "round half up", "round(2.5)", "3" },
  { "round half down", "round(-2.5)", "−3" },
  { "path through list", "sum(lines.amounts)", "€ 657" },
  { "sum of empty list", "sum(lines.share where name = 'Vier')", "0" },
  { "sum of series of one record", "sum(amounts)", "€ 300", "line1" },
  { "count", "count(lines)", "4" },
  { "count leaves out empty", "count(lines.share)", "2" },
  { "count where", "count(lines where hard = 'signed')", "1" },
  { "count of none", "count(lines where false)", "0" },
  { "min", "min(lines.share)", "0,25" },
  { "max", "max(lines.share)", "0,5" },
  { "max of arguments", "max(1, 5, 3)", "5" },
  { "min of dates", "min(aims.due)", "1 maart 2027", NULL, "1 March 2027" },
  { "max of none is empty", "max(lines.share where false)", "" },
  { "max over the years of series", "max(lines.amounts)", "€ 300" },
  { "average", "average(lines.share)", "0,38" },
  { "average of none is empty", "average(lines.share where false)", "" },
  { "average of money is rounded", "average(lines.amounts)", "€ 131" },
  { "where filters what the path passes last", "sum(lines.amounts where hard = 'signed')", "€ 300" },
  { "where sees fields of the element", "sum(lines.amounts where share = 0.5)", "€ 300" },
  { "where looks outwards", "count(lines where sum(amounts) < size)", "4" },
  { "where twice", "count(lines where filled(share) where hard = 'idea')", "1" },
  { "where within where", "count(plan.works where count(lines where hard = 'idea') = 1)", "1" },
  { "element against $this", "count(plan.works where $this.name = name)", "1" },
  { "where by text", "count(plan.people where name = 'Acme')", "1" },
  { "text equals either language", "count(aims where name = 'More jobs')", "1" },
  { "where by template", "count(plan.works where template = 'fiche')", "1" },
  { "id", "id", "fund1" },
  { "template of a record", "template", "fund" },
  { "any", "any(lines where hard = 'idea')", "ja" },
  { "any of none", "any(lines where hard = 'idea' and share = 9)", "nee" },
  { "any of a list", "any(lines)", "ja" },
  { "any with condition", "any(lines, hard = 'idea')", "ja" },
  { "all with where", "all(lines where filled(name))", "ja" },
  { "all with condition", "all(lines, filled(share))", "nee" },
  { "all of some", "all(lines where filled(share), share < 1)", "ja" },
  { "all of none is true", "all(lines where false, false)", "ja" },
  { "by year", "sum(lines.amounts by year)", "2027: € 107, 2028: € 500, 2029: € 50" },
  { "by year with where", "sum(lines.amounts where hard = 'idea' by year)", "2028: € 300, 2029: € 50" },
  { "largest year", "max(lines.amounts by year)", "€ 500" },
  { "at a year", "sum(lines.amounts at 2027)", "€ 107" },
  { "at a year of one", "amounts at 2028", "€ 200", "line1" },
  { "at a year that is not there", "amounts at 2040", "", "line1" },
  { "at a computed year", "sum(lines.amounts at plan.span.start.year + 1)", "€ 500" },
  { "at behind where", "sum(lines.amounts where hard = 'signed' at 2027)", "€ 100" },
  { "series minus series", "sum(lines.amounts by year) - sum(lines.amounts where hard = 'signed' by year)", "2027: € 7, 2028: € 300, 2029: € 50" },
  { "series equal series", "sum(lines.amounts by year) = sum(lines.amounts by year)", "ja" },
  { "series with a zero more is equal", "sum(lines.amounts by year) - sum(lines.amounts by year) = -(sum(lines.amounts by year) - sum(lines.amounts by year))", "ja" },
  { "series negated", "-amounts", "2027: € −100, 2028: € −200", "line1" },
  { "numbers per year", "levels", "2027: 1,5", "line1" },
  { "by choice", "sum(lines.amounts by hard)", "Getekend: € 300, Idee: € 350, Toegezegd: € 7" },
  { "by party", "sum(lines.amounts by who)", "Acme: € 307, Universiteit: € 350" },
  { "by choices counts a record in each", "count(lines by tags)", "Bedrijf: 1, Kennisinstelling: 2" },
  { "by refs", "count(lines by aims)", "Meer banen: 2, Minder afval: 1" },
  { "by without aggregate", "lines by hard", "Getekend: Een, Idee: Twee, Toegezegd: Drie" },
  { "by party's choice", "max(lines.share by who.sort)", "Bedrijf: 0,5, Kennisinstelling: 0,25" },
  { "party", "who", "Acme", "line1" },
  { "through a party", "who.sort", "Bedrijf", "line1", "Firm" },
  { "through a list of parties", "lines.who.name", "Acme, Universiteit, Acme" },
  { "has a record", "any(plan.works.lines where aims has $this)", "ja", "aim1" },
  { "refs", "aims", "Meer banen, Minder afval", "line2", "More jobs, Minder afval" },
  { "list with most 1 is single", "plan.core.due", "30 juni 2028" },
  { "any record's template", "count(anything where template = 'party')", "1", "root" },
  { "list of any proposal knows the common fields", "plan.works.name", "Fonds, Idee", NULL, "Fund, Idea" },
  { "role", "role('sum-asked')", "€ 40.000.000" },
  { "role of templates that extend", "sum(plan.works.role('sum-asked'))", "€ 42.500.000" },
  { "role then path", "sum(role('budget').amounts)", "€ 657" },
  { "computed field", "total", "€ 300", "line1" },
  { "computed from computed", "double", "€ 600", "line1" },
  { "sum of computed", "sum(lines.double)", "€ 1.314" },
  { "computed with role", "plan.asked", "€ 42.500.000" },
  { "computed text", "around", "Fonds", "line1", "Fund" },
  { "within", "within('proposal').name", "Fonds", "line1" },
  { "within reaches a template that extends", "within('fund').size", "€ 40.000.000", "line1" },
  { "within finds nothing", "within('fiche').name", "", "line1" },
  { "within in where is of the element", "count(plan.works.lines where within('fund').size > 0)", "4" },
  { "period", "span", "1 januari 2027 tot en met 31 december 2029", "root" },
  { "start and end", "span.start < span.end", "ja", "root" },
  { "year of a date", "span.end.year", "2029", "root" },
  { "year plus number", "span.end.year + 1", "2030", "root" },
  { "years of a period", "years(span)", "2027, 2028, 2029", "root" },
  { "years of series", "years(lines.amounts)", "2027, 2028, 2029" },
  { "count years", "count(years(plan.span))", "3" },
  { "years has", "years(plan.span) has 2028", "ja" },
  { "repeated terms", "repeated(lines.tags)", "Kennisinstelling" },
  { "repeated records", "repeated(lines.who)", "Acme" },
  { "repeated records of a path", "repeated(lines.aims)", "Meer banen" },
  { "repeated texts of one language", "repeated(lines.name)", "" },
  { "repeated texts", "count(repeated(lines.around))", "1" },
  { "repeated amounts", "repeated(plan.works.lines.total)", "" },
  { "repeated numbers, where there are none", "repeated(lines.share where share > 1)", "" },
  { "repeated years", "repeated(years(plan.span))", "" },
  { "repeated dates", "count(repeated(aims.due))", "0" },
  { "repeated once is not repeated twice", "count(repeated(repeated(lines.tags)))", "0" },
  { "repeated and has", "repeated(lines.tags) has 'school'", "ja" },
  { "not repeated and has", "repeated(lines.tags) has 'firm'", "nee" },
  { "days between", "span.end - span.start", "1.095", "root" },
  { "date against literal", "count(aims where due < '2028-01-01')", "1" },
  { "date in literals", "count(aims where due in ('2027-03-01', '2028-01-01'))", "1" },
  { "terms in order of the vocabulary", "count(lines where hard < 'signed')", "2" },
  { "terms at least", "count(lines where hard >= 'promised')", "2" },
  { "words without marks", "words(prose)", "8", "aim1" },
  { "words of one language", "words(prose.en)", "1", "aim1" },
  { "characters without marks", "characters(prose.en)", "6", "aim1" },
  { "text in nl", "name.nl", "Meer banen", "aim1", "Meer banen" },
  { "text in en", "name.en", "More jobs", "aim1" },
  { "text in a language that is missing", "name.en", "", "aim2" },
  { "missing", "missing(name, 'en')", "ja", "aim2" },
  { "not missing", "missing(name, 'en')", "nee", "aim1" },
  { "outdated", "outdated(prose, 'en')", "ja", "aim1" },
  { "not outdated", "outdated(prose, 'nl')", "nee", "aim1" },
  { "one language is never missing", "missing(name, 'en')", "nee", "acme" },
  { "if true", "if(size > 1, 'groot', 'klein')", "groot" },
  { "if false", "if(size < 1, 'groot', 'klein')", "klein" },
  { "if of money and number", "if(size < 1, size, 0)", "€ 0" },
  { "text()", "text(size)", "€ 40.000.000", NULL, "€40,000,000" },
  { "citation is shown by its source", "empty(source)", "nee", "root" },
  { "$this in a path", "$this.size", "€ 40.000.000" },
  { "plan", "plan.name", "Plan Oost", NULL, "Plan East" },
  { "spaces and line ends", " 1\n +\t2 ", "3" },
};

static MaakRecord *
find_record (const char *id)
{
  MaakRecord *record = maak_plan_lookup (plan, id != NULL ? id : "fund1");

  g_assert_nonnull (record);
  return record;
}

static void
test_value (gconstpointer data)
{
  const Value *row = data;
  MaakRecord  *record = find_record (row->on);
  g_autoptr (GError) error = NULL;
  MaakExpression  *expression = maak_expression_new (library, maak_record_get_template (record), NULL, row->rule, &error);
  g_autofree char *nl = NULL;
  g_autofree char *en = NULL;

  g_assert_no_error (error);
  nl = maak_expression_dup_string (expression, plan, record, NULL, MAAK_LANGUAGE_NL);
  g_assert_cmpstr (nl, ==, row->nl);
  en = maak_expression_dup_string (expression, plan, record, NULL, MAAK_LANGUAGE_EN);
  if (row->en != NULL)
    g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpstr (maak_expression_get_source (expression), ==, row->rule);
  maak_expression_free (expression);
}

/* `at`: the character, from 1. `says`: what the English sentence holds. */
typedef struct
{
  const char *name;
  const char *rule;
  int         at;
  const char *says;
  const char *on;
} Fault;

static const Fault faults[] = {
  { "empty", "", 1, "ends here" },
  { "unknown field with suggestion", "siez > 0", 1, "there is no field “siez” in the template “fund”; did you mean “size”?" },
  { "unknown field without suggestion", "hullabaloo > 0", 1, "there is no field “hullabaloo” in the template “fund”." },
  { "unknown field in path", "sum(lines.amuonts)", 11, "did you mean “amounts”?" },
  { "unknown field in where", "count(lines where shore = 1)", 19, "in the template “line”; did you mean “share”?" },
  { "field of a template that extends", "plan.works.size", 12, "in the template “proposal”" },
  { "field of any record", "anything.name", 10, "may be any record", "root" },
  { "unknown function", "summ(lines)", 1, "no function “summ”" },
  { "unknown role", "role('sum')", 6, "no role “sum”" },
  { "role that is not here", "role('stage')", 6, "no field with the role “stage”" },
  { "unknown variable", "$that", 1, "there are $it and $this" },
  { "$it without each", "$it.name", 1, "check with “each”" },
  { "unknown template", "within('nothing').name", 8, "no template “nothing”" },
  { "unknown template literal", "count(plan.works where template = 'fint')", 35, "no template “fint”" },
  { "money with text", "size > name", 6, "money cannot be compared with a text" },
  { "money with date", "size = plan.span.start", 6, "money cannot be compared with a date" },
  { "money with a number that is a field", "size > plan.tiny", 6, "money cannot be compared with a number" },
  { "money plus a number that is a field", "size + plan.tiny", 6, "cannot be calculated" },
  { "money times money", "size * size", 6, "cannot be calculated" },
  { "text plus text", "name + name", 6, "cannot be calculated" },
  { "unknown term", "count(lines where hard = 'singed')", 26, "no term “singed” in the vocabulary “commitment”; did you mean “signed”?" },
  { "unknown term in set", "count(lines where hard in ('idea', 'wild'))", 36, "no term “wild”" },
  { "terms of two vocabularies", "count(lines where hard = who.sort)", 24, "cannot be compared" },
  { "not a date", "count(aims where due < 'soon')", 24, "“soon” is not a date" },
  { "list compared", "lines.share = 1", 13, "use “has”, “any” or “sum”" },
  { "list calculated", "lines.share + 1", 13, "use “sum” or “count” first" },
  { "has a list", "plan.partners has plan.partners", 15, "use “any”" },
  { "has another kind", "plan.partners has size", 15, "cannot be compared" },
  { "records that never meet", "count(lines where aims has who)", 24, "a record" },
  { "text has no order", "name < name", 6, "have no order" },
  { "record has no order", "who < who", 5, "have no order", "line1" },
  { "not a condition", "not size", 5, "condition (true or false) is needed here, but this is money" },
  { "and of numbers", "1 and true", 1, "condition" },
  { "where of a number", "count(lines where share)", 19, "condition" },
  { "where on a single record", "count(who where true)", 7, "need a list of records", "line1" },
  { "where on terms", "count(plan.partners where true)", 12, "need a list of records" },
  { "by a number", "sum(lines.amounts by share)", 22, "comes “year”, or" },
  { "by year of numbers", "sum(lines.share by year)", 17, "series" },
  { "at of a number", "lines.share at 2027", 7, "series" },
  { "at a text", "lines.amounts at name", 18, "year is needed" },
  { "all without condition", "all(lines)", 1, "“all” needs a condition" },
  { "sum of text", "sum(lines.name)", 11, "“sum” can do nothing with a list (a text)" },
  { "min of text", "min(lines.name)", 11, "“min” can do nothing" },
  { "words of a number", "words(size)", 7, "“words” can do nothing with money" },
  { "years of a number", "years(size)", 7, "“years” can do nothing" },
  { "repeated of one value", "repeated(size)", 10, "“repeated” can do nothing with money" },
  { "repeated of series", "repeated(lines.amounts)", 16, "“repeated” can do nothing" },
  { "repeated of groups", "repeated(lines by who)", 16, "“repeated” can do nothing" },
  { "missing in no language", "missing(name, 'de')", 15, "'nl' or 'en'" },
  { "if of two kinds", "if(true, size, name)", 1, "mixed" },
  { "set of two kinds", "size in (1, 'a')", 13, "mixed" },
  { "too few arguments", "missing(name)", 1, "needs 2 to 2 arguments, but has 1" },
  { "too many arguments", "sum(1, 2)", 1, "needs 1 to 1 arguments, but has 2" },
  { "no member", "size.year", 6, "“.year” cannot follow money" },
  { "span has no year", "plan.span.year", 11, "cannot follow a period" },
  { "open bracket", "(1 + 2", 7, "a bracket ) is needed" },
  { "closing bracket too many", "1)", 2, "here stands “)”" },
  { "two comparisons", "1 < 2 < 3", 7, "here stands “<”" },
  { "open string", "name = 'abc", 8, "not closed" },
  { "strange character", "size # 1", 6, "“#”" },
  { "capital", "Size > 1", 1, "“S”" },
  { "keyword as name", "where > 1", 1, "here stands “where”" },
  { "dot at the end", "plan.", 6, "a name" },
  { "word between", "size size", 6, "nothing more" },
  { "minus without spaces is a name", "size-1 > 0", 1, "no field “size-1”" },
  { "huge number", "99999999999999999999 > 1", 1, "too large" },
};

static void
test_fault (gconstpointer data)
{
  const Fault     *row = data;
  MaakRecord      *record = find_record (row->on);
  g_autofree char *position = g_strdup_printf ("at character %d:", row->at);
  g_autofree char *wording = NULL;
  g_autoptr (GError) error = NULL;
  MaakExpression *expression = maak_expression_new (library, maak_record_get_template (record), NULL, row->rule, &error);

  g_assert_null (expression);
  g_assert_error (error, MAAK_TEMPLATE_ERROR, MAAK_TEMPLATE_ERROR_RULE);
  maak_test_assert_worded (error);
  wording = maak_error_dup_wording (error, MAAK_LANGUAGE_EN);
  if (strstr (wording, position) == NULL || strstr (wording, row->says) == NULL)
    g_test_message ("%s", wording);
  g_assert_nonnull (strstr (wording, position));
  g_assert_nonnull (strstr (wording, row->says));
}

/* --- each --- */

typedef struct
{
  const char *name;
  const char *each;
  const char *rule; /* for each element; joined with "|" */
  const char *expected;
} Each;

static const Each eaches[] = {
  { "records", "lines", "$it.name", "Een|Twee|Drie|Vier" },
  { "records filtered", "lines where filled(share)", "$it", "Een|Twee" },
  { "years", "years(plan.span)", "$it", "2027|2028|2029" },
  { "sum at $it", "years(plan.span)", "sum(lines.amounts at $it)", "€ 107|€ 500|€ 50" },
  { "codes", "plan.partners", "$it", "Gelderland|Fryslân" },
  { "single", "plan.lead", "$it", "Overijssel" },
  { "single record", "plan.core", "$it.due.year", "2028" },
  { "nothing", "lines where false", "$it", "" },
  { "empty single", "plan.unset", "$it", "" },
  { "repeated values", "repeated(lines.around)", "$it", "Fonds" },
  { "repeated codes", "repeated(lines.tags)", "$it", "Kennisinstelling" },
  { "groups by key", "sum(lines.amounts by who)", "$it.key", "Acme|Universiteit" },
  { "groups' value", "sum(lines.amounts by who)", "$it.value", "€ 307|€ 350" },
  { "groups' key is a record", "sum(lines.amounts by who)", "$it.key.sort", "Bedrijf|Kennisinstelling" },
  { "groups of records", "lines by hard", "count($it.value)", "1|1|1" },
  { "sum over a group", "lines by who", "sum($it.value.amounts)", "€ 307|€ 350" },
  { "a series is walked by year", "sum(lines.amounts by year)", "$it.key", "2027|2028|2029" },
  { "value of a year", "sum(lines.amounts by year)", "if($it.value > 100, 'meer', 'minder')", "meer|meer|minder" },
  { "$it in where", "aims", "count(lines where aims has $it)", "2|1" },
};

static void
test_each (gconstpointer data)
{
  const Each *row = data;
  MaakRecord *record = find_record (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  MaakExpression *each = maak_expression_new (library, maak_record_get_template (record), NULL, row->each, &error);
  MaakExpression *rule;
  MaakResult      elements;

  g_assert_no_error (error);
  g_assert_nonnull (maak_expression_get_element_type (each));
  rule = maak_expression_new (library, maak_record_get_template (record), maak_expression_get_element_type (each), row->rule, &error);
  g_assert_no_error (error);
  maak_expression_evaluate_elements (each, plan, record, &elements);
  g_assert_true (elements.many);
  for (guint i = 0; i < elements.elements->len; i++)
    {
      g_autofree char *string = maak_expression_dup_string (rule, plan, record, &g_array_index (elements.elements, MaakResult, i), MAAK_LANGUAGE_NL);
      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", string);
    }
  g_assert_cmpstr (found->str, ==, row->expected);
  maak_result_clear (&elements);
  maak_expression_free (rule);
  maak_expression_free (each);
}

/* --- Reads --- */

typedef struct
{
  const char *name;
  const char *rule;
  const char *reads; /* template.field, sorted */
} Reads;

static const Reads reads[] = {
  { "literal", "1 + 1", "" },
  { "field", "size > 0", "fund.size" },
  { "path", "sum(lines.amounts)", "fund.lines line.amounts" },
  { "each once", "sum(lines.amounts) > sum(lines.amounts at 2027)", "fund.lines line.amounts" },
  { "where", "count(lines where share > 0)", "fund.lines line.share" },
  { "repeated", "filled(repeated(lines.name))", "fund.lines line.name" },
  { "by", "sum(lines.amounts by who)", "fund.lines line.amounts line.who" },
  { "computed fields read more", "sum(lines.double)", "fund.lines line.amounts line.double line.total" },
  { "role of all templates that extend", "sum(plan.works.role('sum-asked'))", "fiche.needed fund.size plan.works" },
  { "plan", "plan.name", "plan.name" },
  { "within", "within('proposal').name", "proposal.name" },
};

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
test_reads (gconstpointer data)
{
  const Reads *row = data;
  MaakRecord  *record = find_record (NULL);
  guint        n;
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  MaakExpression  *expression = maak_expression_new (library, maak_record_get_template (record), NULL, row->rule, NULL);
  const MaakRead  *found = maak_expression_get_reads (expression, &n);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, g_strdup_printf ("%s.%s", maak_template_get_id (found[i].template), found[i].field->id));
  g_ptr_array_sort (names, compare_strings);
  joined = n > 0 ? g_strjoinv (" ", (char **) names->pdata) : g_strdup ("");
  g_assert_cmpstr (joined, ==, row->reads);
  maak_expression_free (expression);
}

/* --- Limits --- */

static void
assert_refused (const char *rule, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *wording = NULL;

  g_assert_null (maak_expression_new (library, maak_library_lookup (library, "fund"), NULL, rule, &error));
  g_assert_error (error, MAAK_TEMPLATE_ERROR, MAAK_TEMPLATE_ERROR_RULE);
  wording = maak_error_dup_wording (error, MAAK_LANGUAGE_EN);
  g_assert_nonnull (strstr (wording, says));
  g_assert_cmpuint (strlen (wording), <, 600);
}

static char *
repeat (const char *part, guint n, const char *end)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (string, part);
  g_string_append (string, end);
  return g_string_free (string, FALSE);
}

typedef struct
{
  const char *name;
  const char *part;
  const char *end;
  const char *says;
} Flood;

static const Flood floods[] = {
  { "brackets", "(", "1", "nested too deeply" },
  { "functions", "abs(", "1", "nested too deeply" },
  { "not", "not ", "true", "nested too deeply" },
  { "minus", "- ", "1", "nested too deeply" },
  { "any in any", "any(lines where ", "true", "nested too deeply" },
  { "long sum", "1 + ", "1", "too long" },
  { "long or", "true or ", "true", "too long" },
  { "long path", "plan.", "name", "too long" },
};

static void
test_flood (gconstpointer data)
{
  const Flood     *row = data;
  g_autofree char *rule = repeat (row->part, 20000, row->end);

  assert_refused (rule, row->says);
}

/* A rule of one's own that would never end comes to an end: 40 lines, looked at by all lines of all lines ... */
static void
test_budget (void)
{
  g_autofree char *inner = g_strdup ("true");
  MaakExpression  *expression;
  MaakResult       result;

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *outer = g_strdup_printf ("count(plan.works.lines where %s) > 0", inner);
      g_free (inner);
      inner = g_steal_pointer (&outer);
    }
  expression = maak_expression_new (library, maak_library_lookup (library, "fund"), NULL, inner, NULL);
  g_assert_nonnull (expression);
  maak_expression_evaluate (expression, plan, find_record (NULL), NULL, &result);
  maak_result_clear (&result);
  maak_expression_free (expression);
}

/* --- Wording --- */

typedef struct
{
  const char *name;
  const char *source;
  const char *nl;   /* NULL: refused */
  const char *says; /* then */
} Sentence;

static const Sentence sentences[] = {
  { "words only", "Vul dit in.", "Vul dit in." },
  { "value", "U vraagt {size}.", "U vraagt € 40.000.000." },
  { "first and last", "{name}: {count(lines)}", "Fonds: 4" },
  { "nothing is a dash", "Dit is {plan.unset}.", "Dit is –." },
  { "braces", "{{x}} {name}", "{x} Fonds" },
  { "brace in a string", "{if(size > 1, '}', 'b')}", "}" },
  { "empty sentence", "", "" },
  { "not closed", "U vraagt {size.", NULL, "a brace is not closed" },
  { "bad rule", "U vraagt {siez}.", NULL, "did you mean “size”?" },
  { "empty rule", "U vraagt {}.", NULL, "ends here" },
};

static void
test_sentence (gconstpointer data)
{
  const Sentence *row = data;
  g_autoptr (GError) error = NULL;
  MaakWording *wording = maak_wording_new (library, maak_library_lookup (library, "fund"), NULL, row->source, &error);

  if (row->nl == NULL)
    {
      g_autofree char *said = NULL;
      g_assert_null (wording);
      g_assert_error (error, MAAK_TEMPLATE_ERROR, MAAK_TEMPLATE_ERROR_RULE);
      said = maak_error_dup_wording (error, MAAK_LANGUAGE_EN);
      g_assert_nonnull (strstr (said, row->says));
    }
  else
    {
      g_autofree char *said = NULL;
      g_assert_no_error (error);
      said = maak_wording_dup_string (wording, plan, find_record (NULL), NULL, MAAK_LANGUAGE_NL);
      g_assert_cmpstr (said, ==, row->nl);
    }
  maak_wording_free (wording);
}

static void
test_wording_reads_titles (void)
{
  guint           n;
  MaakWording    *wording = maak_wording_new (library, maak_library_lookup (library, "line"), NULL, "{who} {within('proposal')}", NULL);
  const MaakRead *found = maak_wording_get_reads (wording, &n);
  gboolean        party = FALSE, proposal = FALSE;

  for (guint i = 0; i < n; i++)
    {
      party |= g_str_equal (maak_template_get_id (found[i].template), "party") && found[i].field->role == MAAK_ROLE_TITLE;
      proposal |= g_str_equal (maak_template_get_id (found[i].template), "proposal") && found[i].field->role == MAAK_ROLE_TITLE;
    }
  g_assert_true (party && proposal);
  g_assert_false (maak_wording_names_any_record (wording));
  maak_wording_free (wording);
}

/* --- Words --- */

typedef struct
{
  const char *name;
  const char *string;
  gboolean    prose;
  guint       words, characters;
} Length;

static const Length lengths[] = {
  { "empty", "", FALSE, 0, 0 },
  { "one", "woord", FALSE, 1, 5 },
  { "spaces", "  twee   woorden ", FALSE, 2, 17 },
  { "dash alone is no word", "dit – dat", FALSE, 2, 9 },
  { "hyphen joins", "R&D-uitgaven", FALSE, 1, 12 },
  { "number is a word", "in 2027", FALSE, 2, 7 },
  { "combining mark", "cafe\314\201", FALSE, 1, 4 },
  { "prose bold", "**vet** en *schuin*", TRUE, 3, 13 },
  { "prose link", "[de nota](https://example.org/a/b)", TRUE, 2, 7 },
  { "prose list", "- een\n- twee", TRUE, 2, 8 },
  { "line without prose keeps its marks", "**vet**", FALSE, 1, 7 },
};

static void
test_length (gconstpointer data)
{
  const Length *row = data;

  g_assert_cmpuint (maak_words_count (row->string, row->prose), ==, row->words);
  g_assert_cmpuint (maak_words_count_characters (row->string, row->prose), ==, row->characters);
}

int
main (int argc, char **argv)
{
  int result;

  maak_test_init (&argc, &argv);
  load ();
  MAAK_TEST_TABLE ("/expression/value", values, test_value);
  MAAK_TEST_TABLE ("/expression/fault", faults, test_fault);
  MAAK_TEST_TABLE ("/expression/each", eaches, test_each);
  MAAK_TEST_TABLE ("/expression/reads", reads, test_reads);
  MAAK_TEST_TABLE ("/expression/flood", floods, test_flood);
  MAAK_TEST_TABLE ("/expression/wording", sentences, test_sentence);
  MAAK_TEST_TABLE ("/expression/words", lengths, test_length);
  g_test_add_func ("/expression/budget", test_budget);
  g_test_add_func ("/expression/wording/reads titles", test_wording_reads_titles);
  result = g_test_run ();
  g_object_unref (plan);
  g_object_unref (library);
  return result;
}
