/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Templates and vocabularies: what extending makes of them, every error with its file and path, the user's folder,
 * and templates that came with a plan. */

#include "plan-fixture.h"

#include "plan/maak-expression.h"

static MaakLibrary *library;

/* --- What is refused --- */

typedef struct
{
  const char           *name;
  const char           *templates; /* within {"templates": [...]}, single quotes for double */
  MaakTemplateErrorCode code;
  const char           *path;
} BadTemplate;

#define FIELD(members) "{'id':'a','label':{'nl':'A'},'sections':[{'id':'s','label':{'nl':'S'},'fields':[" members "]}]}"
#define TEXT_FIELD "{'id':'x','type':'text','label':{'nl':'X'}}"
#define CHECK(members) "{'id':'a','label':{'nl':'A'},'sections':[{'id':'s','label':{'nl':'S'},'fields':[" TEXT_FIELD "]}],'checks':[" members "]}"

static const BadTemplate bad_templates[] = {
  { "no id", "{'label':{'nl':'A'}}", MAAK_TEMPLATE_ERROR_INVALID, "templates[0].id" },
  { "id with a capital", "{'id':'A','label':{'nl':'A'}}", MAAK_TEMPLATE_ERROR_INVALID, "templates[0].id" },
  { "no label", "{'id':'a'}", MAAK_TEMPLATE_ERROR_INVALID, "templates[0].label" },
  { "template twice", "{'id':'a','label':{'nl':'A'}},{'id':'a','label':{'nl':'A'}}", MAAK_TEMPLATE_ERROR_DUPLICATE, "templates[1].id" },
  { "not an object", "5", MAAK_TEMPLATE_ERROR_INVALID, "templates[0]" },
  { "unknown member", "{'id':'a','label':{'nl':'A'},'sectoins':[]}", MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sectoins" },
  { "unknown kind", "{'id':'a','kind':'thing','label':{'nl':'A'}}", MAAK_TEMPLATE_ERROR_INVALID, "templates[0].kind" },
  { "two plans", "{'id':'a','kind':'plan','label':{'nl':'A'}},{'id':'b','kind':'plan','label':{'nl':'B'}}", MAAK_TEMPLATE_ERROR_DUPLICATE, "templates[1].kind" },
  { "extends nothing", "{'id':'a','extends':'b','label':{'nl':'A'}}", MAAK_TEMPLATE_ERROR_UNKNOWN, "templates[0].extends" },
  { "extends itself", "{'id':'a','extends':'a','label':{'nl':'A'}}", MAAK_TEMPLATE_ERROR_CYCLE, "templates[0].extends" },
  { "cycle of extends", "{'id':'a','extends':'b','label':{'nl':'A'}},{'id':'b','extends':'a','label':{'nl':'B'}}", MAAK_TEMPLATE_ERROR_CYCLE, "templates[1].extends" },
  { "section without a label", "{'id':'a','label':{'nl':'A'},'sections':[{'id':'s'}]}", MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0]" },
  { "section twice", "{'id':'a','label':{'nl':'A'},'sections':[{'id':'s','label':{'nl':'S'}},{'id':'s','label':{'nl':'S'}}]}", MAAK_TEMPLATE_ERROR_DUPLICATE, "templates[0].sections[1].id" },
  { "section after nothing", "{'id':'a','label':{'nl':'A'},'sections':[{'id':'s','label':{'nl':'S'},'after':'r'}]}", MAAK_TEMPLATE_ERROR_UNKNOWN, "templates[0].sections[0].after" },
  { "field twice", FIELD (TEXT_FIELD "," TEXT_FIELD), MAAK_TEMPLATE_ERROR_DUPLICATE, "templates[0].sections[0].fields[1].id" },
  { "field without a type", FIELD ("{'id':'x','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].fields[0].type" },
  { "field without a label", FIELD ("{'id':'x','type':'text'}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].fields[0]" },
  { "unknown type", FIELD ("{'id':'x','type':'colour','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_UNKNOWN, "templates[0].sections[0].fields[0].type" },
  { "reserved id", FIELD ("{'id':'where','type':'text','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].fields[0].id" },
  { "unknown field member", FIELD ("{'id':'x','type':'text','requierd':true,'label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].fields[0].requierd" },
  { "member of another type", FIELD ("{'id':'x','type':'date','words':5,'label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].fields[0].words" },
  { "member of the wrong type", FIELD ("{'id':'x','type':'text','words':'five','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].fields[0].words" },
  { "negative limit", FIELD ("{'id':'x','type':'text','words':-1,'label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].fields[0].words" },
  { "languages other than one", FIELD ("{'id':'x','type':'text','languages':'two','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].fields[0].languages" },
  { "unknown role", FIELD ("{'id':'x','type':'text','role':'hero','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_UNKNOWN, "templates[0].sections[0].fields[0].role" },
  { "role of another type", FIELD ("{'id':'x','type':'date','role':'title','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].fields[0].role" },
  { "role twice", FIELD ("{'id':'x','type':'text','role':'title','label':{'nl':'X'}},{'id':'y','type':'text','role':'title','label':{'nl':'Y'}}"), MAAK_TEMPLATE_ERROR_DUPLICATE, "templates[0].sections[0].fields[1]" },
  { "role of another vocabulary", FIELD ("{'id':'x','type':'choice','role':'sensitivity','vocabulary':'colour','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].fields[0]" },
  { "amounts that are not money", FIELD ("{'id':'x','type':'series','role':'amounts','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].fields[0]" },
  { "old id of another field", FIELD (TEXT_FIELD ",{'id':'y','type':'text','was':['x'],'label':{'nl':'Y'}}"), MAAK_TEMPLATE_ERROR_DUPLICATE, "templates[0].sections[0].fields[1]" },
  { "choice without a vocabulary", FIELD ("{'id':'x','type':'choice','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].fields[0]" },
  { "unknown vocabulary", FIELD ("{'id':'x','type':'choice','vocabulary':'taste','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_UNKNOWN, "templates[0].sections[0].fields[0].vocabulary" },
  { "list of nothing", FIELD ("{'id':'x','type':'list','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].fields[0]" },
  { "list of an unknown template", FIELD ("{'id':'x','type':'list','of':'b','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_UNKNOWN, "templates[0].sections[0].fields[0].of" },
  { "party where there are none", FIELD ("{'id':'x','type':'party','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_UNKNOWN, "templates[0].sections[0].fields[0].of" },
  { "unknown column", FIELD ("{'id':'x','type':'list','of':'a','columns':['y'],'label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_UNKNOWN, "templates[0].sections[0].fields[0].columns[0]" },
  { "unknown presentation", FIELD ("{'id':'x','type':'list','of':'a','present':'pie','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].fields[0].present" },
  { "unknown level", FIELD ("{'id':'x','type':'regions','levels':['galaxy'],'label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].fields[0].levels[0]" },
  { "no level", FIELD ("{'id':'x','type':'regions','levels':[],'label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].fields[0].levels" },
  { "unknown sensitivity", "{'id':'a','sensitivity':'hush','label':{'nl':'A'}}", MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sensitivity" },
  { "type changed by an override", FIELD (TEXT_FIELD) ",{'id':'b','extends':'a','label':{'nl':'B'},'sections':[{'id':'s','fields':[{'id':'x','type':'date'}]}]}", MAAK_TEMPLATE_ERROR_INVALID, "templates[1].sections[0].fields[0].type" },
  { "when names no field", FIELD ("{'id':'x','type':'text','when':'filled(nothing)','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_RULE, "templates[0].sections[0].fields[0].when" },
  { "when is no condition", FIELD ("{'id':'x','type':'number','when':'1 + 1','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_RULE, "templates[0].sections[0].fields[0].when" },
  { "value of another kind", FIELD ("{'id':'x','type':'number','value':'1 = 1','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_RULE, "templates[0].sections[0].fields[0].value" },
  { "value goes round", FIELD ("{'id':'x','type':'number','value':'y','label':{'nl':'X'}},{'id':'y','type':'number','value':'x + 1','label':{'nl':'Y'}}"), MAAK_TEMPLATE_ERROR_CYCLE, "templates[0].sections[0].fields[0].value" },
  { "years that are none", FIELD ("{'id':'x','type':'series','years':'1 = 1','label':{'nl':'X'}}"), MAAK_TEMPLATE_ERROR_RULE, "templates[0].sections[0].fields[0].years" },
  { "check without a message", CHECK ("{'id':'c','severity':'block','holds':'filled(x)'}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].checks[0].message" },
  { "check in one language", CHECK ("{'id':'c','severity':'block','holds':'filled(x)','message':{'nl':'Nee.'}}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].checks[0].message" },
  { "check of no severity", CHECK ("{'id':'c','severity':'dire','holds':'filled(x)','message':{'nl':'Nee.','en':'No.'}}"), MAAK_TEMPLATE_ERROR_INVALID, "templates[0].checks[0].severity" },
  { "check twice", CHECK ("{'id':'c','severity':'block','holds':'filled(x)','message':{'nl':'Nee.','en':'No.'}},{'id':'c','severity':'block','holds':'filled(x)','message':{'nl':'Nee.','en':'No.'}}"), MAAK_TEMPLATE_ERROR_DUPLICATE, "templates[0].checks[1].id" },
  { "check at no field", CHECK ("{'id':'c','severity':'block','at':'y','holds':'filled(x)','message':{'nl':'Nee.','en':'No.'}}"), MAAK_TEMPLATE_ERROR_UNKNOWN, "templates[0].checks[0].at" },
  { "check that names no field", CHECK ("{'id':'c','severity':'block','holds':'filled(nothing)','message':{'nl':'Nee.','en':'No.'}}"), MAAK_TEMPLATE_ERROR_RULE, "templates[0].checks[0].holds" },
  { "check that is no condition", CHECK ("{'id':'c','severity':'block','holds':'words(x)','message':{'nl':'Nee.','en':'No.'}}"), MAAK_TEMPLATE_ERROR_RULE, "templates[0].checks[0].holds" },
  { "check each of nothing", CHECK ("{'id':'c','severity':'block','each':'nothing','holds':'filled(x)','message':{'nl':'Nee.','en':'No.'}}"), MAAK_TEMPLATE_ERROR_RULE, "templates[0].checks[0].each" },
  { "message that names no field", CHECK ("{'id':'c','severity':'block','holds':'filled(x)','message':{'nl':'Nee {nothing}.','en':'No.'}}"), MAAK_TEMPLATE_ERROR_RULE, "templates[0].checks[0].message.nl" },
  { "page of no group", "{'id':'a','label':{'nl':'A'},'sections':[{'id':'s','label':{'nl':'S'},'page':{}}]}", MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].page.group" },
  { "page of another group", "{'id':'a','label':{'nl':'A'},'sections':[{'id':'s','label':{'nl':'S'},'page':{'group':'play'}}]}", MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].page.group" },
  { "page with an unknown member", "{'id':'a','label':{'nl':'A'},'sections':[{'id':'s','label':{'nl':'S'},'page':{'group':'write','colour':'red'}}]}", MAAK_TEMPLATE_ERROR_INVALID, "templates[0].sections[0].page.colour" },
  { "fund of no state", "{'id':'a','label':{'nl':'A'},'fund':{'state':'ajar'}}", MAAK_TEMPLATE_ERROR_INVALID, "templates[0].fund.state" },
  { "fund with a rate over one", "{'id':'a','label':{'nl':'A'},'fund':{'rate':50}}", MAAK_TEMPLATE_ERROR_INVALID, "templates[0].fund.rate" },
  { "fund with a date that is none", "{'id':'a','label':{'nl':'A'},'fund':{'state-date':'May'}}", MAAK_TEMPLATE_ERROR_INVALID, "templates[0].fund.state-date" },
  { "fund with an unknown member", "{'id':'a','label':{'nl':'A'},'fund':{'logo':'x'}}", MAAK_TEMPLATE_ERROR_INVALID, "templates[0].fund.logo" },
};

static char *
wrap_templates (const char *templates)
{
  char *text = g_strdup_printf ("{\"templates\": [%s]}", templates);

  /* Rules have no single quotes in these tables. */
  return g_strdelimit (text, "'", '"');
}

static void
test_bad_template (gconstpointer data)
{
  const BadTemplate *row = data;
  g_autofree char   *text = wrap_templates (row->templates);
  g_autofree char   *colour = fixture_read ("colour.json");
  g_autofree char   *documents = fixture_read ("documents.json");
  g_autofree char   *sensitivity = fixture_read ("sensitivity.json");
  g_autoptr (GError) error = NULL;
  MaakLibrary *bad = maak_library_new_from_json ((const char *const[]) { text, NULL }, (const char *const[]) { documents, colour, sensitivity, NULL }, &error);

  g_assert_null (bad);
  g_assert_error (error, MAAK_TEMPLATE_ERROR, (int) row->code);
  g_assert_cmpstr (maak_error_get_path (error), ==, row->path);
  g_assert_cmpstr (maak_error_get_file (error), ==, "template-0");
  maak_test_assert_worded (error);
}

typedef struct
{
  const char *name, *text, *path;
} BadVocabulary;

#define TERMS(terms) "{'vocabulary':'v','label':{'nl':'V'},'terms':[" terms "]}"

static const BadVocabulary bad_vocabularies[] = {
  { "no name", "{'label':{'nl':'V'},'terms':[]}", "vocabulary" },
  { "no terms", "{'vocabulary':'v','label':{'nl':'V'}}", "terms" },
  { "term without a code", TERMS ("{'nl':'A','en':'A'}"), "terms[0].code" },
  { "term without english", TERMS ("{'code':'a','nl':'A'}"), "terms[0].en" },
  { "term twice", TERMS ("{'code':'a','nl':'A','en':'A'},{'code':'a','nl':'B','en':'B'}"), "terms[1].code" },
  { "unknown parent", TERMS ("{'code':'a','nl':'A','en':'A','parent':'b'}"), "terms[0].parent" },
  { "parents go round", TERMS ("{'code':'a','nl':'A','en':'A','parent':'b'},{'code':'b','nl':'B','en':'B','parent':'a'}"), "terms[1].parent" },
  { "unknown state", TERMS ("{'code':'a','nl':'A','en':'A','state':'old'}"), "terms[0].state" },
  { "unknown member", TERMS ("{'code':'a','nl':'A','en':'A','colour':'red'}"), "terms[0].colour" },
  { "unknown paper", TERMS ("{'code':'a','nl':'A','en':'A','sources':['b']}"), "terms[0].sources[0]" },
  { "paper twice", "{'documents':[{'id':'a','author':{},'title':{},'year':2020},{'id':'a','author':{},'title':{},'year':2020}]}", "documents[1].id" },
  { "paper without a year", "{'documents':[{'id':'a','author':{},'title':{}}]}", "documents[0].year" },
};

static void
test_bad_vocabulary (gconstpointer data)
{
  const BadVocabulary *row = data;
  g_autofree char     *text = g_strdelimit (g_strdup (row->text), "'", '"');
  g_autoptr (GError) error = NULL;

  g_assert_null (maak_library_new_from_json (NULL, (const char *const[]) { text, NULL }, &error));
  g_assert_true (error->domain == MAAK_TEMPLATE_ERROR);
  g_assert_cmpstr (maak_error_get_path (error), ==, row->path);
  g_assert_cmpstr (maak_error_get_file (error), ==, "vocabulary-0");
  maak_test_assert_worded (error);
}

static void
test_vocabulary_twice (void)
{
  g_autofree char *colour = fixture_read ("sensitivity.json");
  g_autoptr (GError) error = NULL;

  g_assert_null (maak_library_new_from_json (NULL, (const char *const[]) { colour, colour, NULL }, &error));
  g_assert_error (error, MAAK_TEMPLATE_ERROR, MAAK_TEMPLATE_ERROR_DUPLICATE);
  g_assert_cmpstr (maak_error_get_file (error), ==, "vocabulary-1");
}

static void
test_chain_too_deep (void)
{
  GString         *chain = g_string_new ("{'id':'t0','label':{'nl':'T'}}");
  g_autofree char *wrapped = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 1; i < 40; i++)
    g_string_append_printf (chain, ",{'id':'t%d','extends':'t%d','label':{'nl':'T'}}", i, i - 1);
  wrapped = wrap_templates (chain->str);
  g_string_free (chain, TRUE);
  g_assert_null (maak_library_new_from_json ((const char *const[]) { wrapped, NULL }, NULL, &error));
  g_assert_error (error, MAAK_TEMPLATE_ERROR, MAAK_TEMPLATE_ERROR_INVALID);
  maak_test_assert_worded (error);
}

/* --- What extending makes --- */

static void
test_extends_order (void)
{
  const MaakTemplate      *measure = maak_library_lookup (library, "measure");
  static const char *const sections[] = { "main", "middle", "end" };
  static const char *const fields[] = { "title", "sum", "why", "lines" };

  g_assert_cmpuint (maak_template_get_n_sections (measure), ==, G_N_ELEMENTS (sections));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    g_assert_cmpstr (maak_template_get_section (measure, i)->id, ==, sections[i]);
  g_assert_cmpuint (maak_template_get_n_fields (measure), ==, G_N_ELEMENTS (fields));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const MaakField *field = maak_template_get_field (measure, i);

      g_assert_cmpstr (field->id, ==, fields[i]);
      g_assert_cmpuint (field->index, ==, i);
      g_assert_true (field->owner == measure);
      g_assert_true (field->section->owner == measure);
    }
}

static void
test_extends_override (void)
{
  const MaakField *sum = maak_template_lookup_field (maak_library_lookup (library, "measure"), "sum");
  const MaakField *inherited = maak_template_lookup_field (maak_library_lookup (library, "proposal"), "sum");

  g_assert_cmpstr (maak_text_get (sum->label, MAAK_LANGUAGE_EN), ==, "Asked");
  g_assert_cmpstr (maak_text_get (inherited->label, MAAK_LANGUAGE_EN), ==, "Sum");
  g_assert_true (sum->required && !inherited->required);
  g_assert_cmpint (sum->role, ==, MAAK_ROLE_SUM_ASKED);
  g_assert_cmpint (sum->type, ==, MAAK_FIELD_MONEY);
}

static void
test_extends_checks (void)
{
  const MaakTemplate *measure = maak_library_lookup (library, "measure");
  const MaakCheck    *check;

  g_assert_cmpuint (maak_template_get_n_checks (maak_library_lookup (library, "proposal")), ==, 2);
  g_assert_cmpuint (maak_template_get_n_checks (measure), ==, 1);
  check = maak_template_get_check (measure, 0);
  g_assert_cmpstr (check->id, ==, "has-sum");
  g_assert_cmpint (check->severity, ==, MAAK_SEVERITY_BLOCK);
  g_assert_null (check->at);
  g_assert_true (check->owner == measure);
  g_assert_cmpstr (maak_expression_get_source (check->holds), ==, "sum > 0");
}

static void
test_extends_inherits (void)
{
  const MaakTemplate *proposal = maak_library_lookup (library, "proposal");
  const MaakTemplate *hidden = maak_library_lookup (library, "hidden-measure");

  g_assert_true (maak_template_is_abstract (proposal) && !maak_template_is_abstract (hidden));
  g_assert_true (maak_template_is_a (hidden, proposal) && !maak_template_is_a (proposal, hidden));
  g_assert_cmpstr (maak_text_get (maak_template_get_help (hidden), MAAK_LANGUAGE_EN), ==, "Help");
  g_assert_true (maak_template_get_report_break (hidden) && !maak_template_get_report_break (proposal));
  g_assert_cmpint (maak_template_get_sensitivity (hidden), ==, MAAK_SENSITIVITY_CONFIDENTIAL);
  g_assert_cmpstr (maak_text_get (maak_template_get_plural (hidden), MAAK_LANGUAGE_NL), ==, "Geheime maatregel");
  g_assert_nonnull (maak_template_get_fund (hidden));
}

static void
test_fund (void)
{
  const MaakFund *fund = maak_template_get_fund (maak_library_lookup (library, "hidden-measure"));

  g_assert_cmpstr (maak_text_get (fund->name, MAAK_LANGUAGE_EN), ==, "Fund");
  g_assert_cmpstr (maak_fund_state_get_code (fund->state), ==, "closed");
  g_assert_cmpint (fund->state_date.year, ==, 2024);
  g_assert_true (fund->has_minimum && fund->has_maximum);
  g_assert_cmpint (fund->minimum, ==, 30000000);
  g_assert_cmpint (fund->maximum, ==, 90000000);
  g_assert_cmpuint (fund->pages, ==, 10);
  g_assert_cmpuint (fund->n_languages, ==, 1);
  g_assert_cmpfloat (fund->rate, ==, 0.5);
  g_assert_cmpstr (fund->enclosures[0].id, ==, "letter");
  g_assert_cmpuint (fund->portal_fields[0].characters, ==, 100);
  g_assert_null (maak_template_get_fund (maak_library_lookup (library, "proposal")));
}

static void
test_links (void)
{
  const MaakTemplate *plan = maak_library_get_plan_template (library);
  const MaakField    *items = maak_template_lookup_field (plan, "items");
  const MaakField    *proposals = maak_template_lookup_role (plan, MAAK_ROLE_PROPOSALS);

  g_assert_cmpstr (maak_template_get_id (items->of), ==, "item");
  g_assert_cmpstr (items->columns[1]->id, ==, "count");
  g_assert_null (items->columns[2]);
  g_assert_true (proposals->of_proposals && !items->of_proposals);
  g_assert_cmpstr (maak_template_get_id (proposals->of), ==, "proposal");
  g_assert_cmpstr (maak_template_lookup_field (maak_library_lookup (library, "item"), "naam")->id, ==, "name");
  g_assert_null (maak_template_lookup_role (plan, MAAK_ROLE_BUDGET));
}

static void
test_vocabulary (void)
{
  const MaakVocabulary *colour = maak_library_lookup_vocabulary (library, "colour");
  const MaakTerm       *red = maak_vocabulary_lookup (colour, "red");
  const MaakTerm       *blue = maak_vocabulary_lookup (colour, "blue");

  g_assert_cmpuint (maak_vocabulary_get_n_terms (colour), ==, 5);
  g_assert_cmpstr (red->parent->code, ==, "warm");
  g_assert_cmpstr (maak_text_get (red->note, MAAK_LANGUAGE_NL), ==, "Als bloed.");
  g_assert_cmpstr (blue->group, ==, "cold");
  g_assert_cmpint (maak_library_lookup_paper (library, blue->sources[0])->year, ==, 2023);
  g_assert_true (maak_vocabulary_lookup (colour, "grey2")->ended);
  g_assert_null (maak_vocabulary_lookup (colour, "green"));
}

static void
test_roles (void)
{
  g_assert_null (maak_role_get_name (MAAK_ROLE_NONE));
  for (guint i = 1; i < MAAK_N_ROLES; i++)
    {
      MaakRole role = MAAK_ROLE_NONE;

      g_assert_true (maak_role_parse (maak_role_get_name ((MaakRole) i), &role));
      g_assert_cmpint (role, ==, i);
    }
}

/* --- The user's folder --- */

#define GOOD "{'templates':[{'id':'good','kind':'proposal','extends':'fiche-base','label':{'nl':'Goed','en':'Good'}},{'id':'fiche-base','label':{'nl':'B','en':'B'}}]}"

typedef struct
{
  const char           *name, *file, *text;
  MaakTemplateErrorCode code;
} BadFile;

static const BadFile bad_files[] = {
  { "not json", "a.json", "{'templates': [", MAAK_TEMPLATE_ERROR_INVALID },
  { "empty", "a.json", "", MAAK_TEMPLATE_ERROR_INVALID },
  { "no templates", "a.json", "{}", MAAK_TEMPLATE_ERROR_INVALID },
  { "unknown type", "z.json", "{'templates':[{'id':'u','label':{'nl':'U'},'sections':[{'id':'s','label':{'nl':'S'},'fields':[{'id':'x','type':'taste','label':{'nl':'X'}}]}]}]}", MAAK_TEMPLATE_ERROR_UNKNOWN },
  { "cycle", "z.json", "{'templates':[{'id':'u','extends':'u','label':{'nl':'U'}}]}", MAAK_TEMPLATE_ERROR_CYCLE },
  { "rule", "z.json", "{'templates':[{'id':'u','label':{'nl':'U'},'checks':[{'id':'c','severity':'advice','holds':'filled(nothing)','message':{'nl':'Nee.','en':'No.'}}]}]}", MAAK_TEMPLATE_ERROR_RULE },
  { "takes a name that ships", "z.json", "{'templates':[{'id':'plan','label':{'nl':'U'}}]}", MAAK_TEMPLATE_ERROR_DUPLICATE },
  { "takes a name of another file", "z.json", "{'templates':[{'id':'good','label':{'nl':'U'}}]}", MAAK_TEMPLATE_ERROR_DUPLICATE },
};

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, json, -1, &error);
  g_assert_no_error (error);
}

static void
test_bad_file (gconstpointer data)
{
  const BadFile   *row = data;
  g_autofree char *folder = maak_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, row->file, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (MaakLibrary) user = NULL;
  g_autoptr (GError) error = NULL;

  write_file (folder, row->file, row->text);
  write_file (folder, "good.json", GOOD);
  user = maak_library_new (folder, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_error ((GError *) g_ptr_array_index (problems, 0), MAAK_TEMPLATE_ERROR, (int) row->code);
  g_assert_cmpstr (maak_error_get_file (g_ptr_array_index (problems, 0)), ==, path);
  maak_test_assert_worded (g_ptr_array_index (problems, 0));
  g_assert_nonnull (maak_library_lookup (user, "good"));
  g_assert_false (maak_template_is_shipped (maak_library_lookup (user, "good")));
  g_assert_null (maak_library_lookup (user, "u"));
  g_assert_true (maak_template_is_shipped (maak_library_get_plan_template (user)));
  maak_test_remove_folder (folder);
}

static void
test_no_folder (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakLibrary) shipped = maak_library_new (NULL, NULL, &error);
  g_autoptr (MaakLibrary) user = maak_library_new ("/nonexistent/templates", problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (maak_library_get_n_templates (user), ==, maak_library_get_n_templates (shipped));
  g_assert_cmpuint (maak_library_get_n_vocabularies (user), >, 0);
}

/* --- Templates that came with a plan --- */

static MaakLibrary *
embed (const char *templates,
       GError    **error)
{
  g_autofree char *json = g_strdelimit (g_strdup (templates), "'", '"');
  g_autoptr (JsonNode) node = maak_json_parse (json, strlen (json), &maak_json_limits_plan, error);

  g_assert_nonnull (node);
  return maak_library_new_with_embedded (library, json_node_get_array (node), error);
}

static void
test_embedded (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakLibrary) layer = embed ("[{'id':'line','kind':'proposal','extends':'proposal','label':{'nl':'Lijn'}},{'id':'item','label':{'nl':'Anders'}}]", &error);

  g_assert_no_error (error);
  g_assert_nonnull (maak_library_lookup (layer, "line"));
  g_assert_null (maak_library_lookup (library, "line"));
  g_assert_cmpuint (maak_library_get_n_templates (layer), ==, maak_library_get_n_templates (library) + 1);
  g_assert_cmpstr (maak_template_get_id (maak_library_get_template (layer, maak_library_get_n_templates (layer) - 1)), ==, "line");
  /* What is known already keeps its meaning. */
  g_assert_true (maak_library_lookup (layer, "item") == maak_library_lookup (library, "item"));
  g_assert_nonnull (maak_library_lookup_vocabulary (layer, "colour"));
  g_assert_true (maak_library_get_regions (layer) == maak_library_get_regions (library));
}

static void
test_embedded_nothing_new (void)
{
  g_autoptr (MaakLibrary) layer = embed ("[{'id':'item','label':{'nl':'Anders'}}]", NULL);
  g_autoptr (MaakLibrary) none = maak_library_new_with_embedded (library, NULL, NULL);

  g_assert_true (layer == library && none == library);
}

static const struct
{
  const char *name, *templates, *path;
} bad_embedded[] = {
  { "no id", "[{'label':{'nl':'A'}}]", "templates[0].id" },
  { "twice", "[{'id':'a','label':{'nl':'A'}},{'id':'a','label':{'nl':'A'}}]", "templates[1].id" },
  { "second plan", "[{'id':'a','kind':'plan','label':{'nl':'A'}}]", "templates[0].kind" },
  { "bad field behind a known one", "[{'id':'item','label':{}},{'id':'a','label':{'nl':'A'},'sections':[{'id':'s','label':{},'fields':[{'id':'x','type':'y','label':{}}]}]}]", "templates[1].sections[0].fields[0].type" },
};

static void
test_bad_embedded (gconstpointer data)
{
  const typeof (bad_embedded[0]) *row = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (embed (row->templates, &error));
  g_assert_true (error->domain == MAAK_TEMPLATE_ERROR);
  g_assert_cmpstr (maak_error_get_path (error), ==, row->path);
  g_assert_null (maak_error_get_file (error));
  maak_test_assert_worded (error);
}

int
main (int argc, char *argv[])
{
  int result;

  maak_test_init (&argc, &argv);
  library = fixture_library ();
  MAAK_TEST_TABLE ("/plan/library/bad-template", bad_templates, test_bad_template);
  MAAK_TEST_TABLE ("/plan/library/bad-vocabulary", bad_vocabularies, test_bad_vocabulary);
  MAAK_TEST_TABLE ("/plan/library/bad-file", bad_files, test_bad_file);
  MAAK_TEST_TABLE ("/plan/library/bad-embedded", bad_embedded, test_bad_embedded);
  g_test_add_func ("/plan/library/vocabulary-twice", test_vocabulary_twice);
  g_test_add_func ("/plan/library/chain-too-deep", test_chain_too_deep);
  g_test_add_func ("/plan/library/extends/order", test_extends_order);
  g_test_add_func ("/plan/library/extends/override", test_extends_override);
  g_test_add_func ("/plan/library/extends/checks", test_extends_checks);
  g_test_add_func ("/plan/library/extends/inherits", test_extends_inherits);
  g_test_add_func ("/plan/library/fund", test_fund);
  g_test_add_func ("/plan/library/links", test_links);
  g_test_add_func ("/plan/library/vocabulary", test_vocabulary);
  g_test_add_func ("/plan/library/roles", test_roles);
  g_test_add_func ("/plan/library/no-folder", test_no_folder);
  g_test_add_func ("/plan/library/embedded", test_embedded);
  g_test_add_func ("/plan/library/embedded-nothing-new", test_embedded_nothing_new);
  result = g_test_run ();
  g_object_unref (library);
  return result;
}
