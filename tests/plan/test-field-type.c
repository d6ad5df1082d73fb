/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Every field type: what it reads and writes, what it refuses with which path, what a person may type, and how it
 * reads in a table. */

#include "plan-fixture.h"

#include "plan/maak-field-type.h"

#define RED_PLAN "{\"id\":\"p\",\"term\":{\"start\":\"2027-01-01\",\"end\":\"2029-12-31\"},\"items\":[{\"id\":\"i\"%s}],\"parties\":[{\"id\":\"o\",\"name\":\"Oost NL\"}],\"terms\":[{\"id\":\"t\",\"list\":\"colour\",\"code\":\"own.1\",\"label\":{\"nl\":\"Zelf\",\"en\":\"Own\"}}]}"

static MaakLibrary *library;

static MaakPlan *
load (const char *members,
      GError    **error)
{
  g_autofree char *quoted = g_strdelimit (g_strdup (members), "'", '"');
  g_autofree char *json = g_strdup_printf (RED_PLAN, quoted);

  return fixture_plan_or_error (library, json, error);
}

static char *
write_item (MaakPlan *plan)
{
  g_autofree char *whole = fixture_write_squeezed (plan);
  const char      *start = strstr (whole, "\"items\":[{\"id\":\"i\"");
  const char      *end = strstr (whole, "}],\"parties\"");

  g_assert_true (start != NULL && end != NULL);
  start += strlen ("\"items\":[{\"id\":\"i\"");
  return g_strdelimit (g_strndup (start, (gsize) (end - start)), "\"", '\'');
}

/* --- Reading and writing --- */

typedef struct
{
  const char *name, *member;
  const char *written; /* NULL: as it was read */
} GoodValue;

static const GoodValue good_values[] = {
  { "text", ",'story':{'nl':'Een **vet** woord','en':'A word','outdated':'en'}", NULL },
  { "text in one language", ",'line':{'en':'Line'}", NULL },
  { "text one for both", ",'name':'Naam'", NULL },
  { "text empty", ",'line':{}", "" },
  { "text empty string", ",'name':''", "" },
  { "text over its limit of words", ",'story':{'nl':'een twee drie vier vijf zes zeven'}", NULL },
  { "number", ",'count':3", NULL },
  { "number shortest", ",'ratio':0.10", ",'ratio':0.1" },
  { "number out of bounds is a finding", ",'count':11", NULL },
  { "number with more decimals than asked", ",'count':2.5", NULL },
  { "money", ",'cost':1200000", NULL },
  { "money of 64 bits", ",'cost':9007199254740993", NULL },
  { "money below zero", ",'cost':-5", NULL },
  { "date", ",'day':'2027-05-01'", NULL },
  { "date of a leap year", ",'day':'2028-02-29'", NULL },
  { "period", ",'span':{'start':'2027-01-01','end':'2031-12-31'}", NULL },
  { "period open", ",'span':{'end':'2031-12-31'}", NULL },
  { "period in canonical order", ",'span':{'end':'2031-12-31','start':'2027-01-01'}", ",'span':{'start':'2027-01-01','end':'2031-12-31'}" },
  { "period empty", ",'span':{}", "" },
  { "choice", ",'colour':'red'", NULL },
  { "choice ended", ",'colour':'grey2'", NULL },
  { "choice own", ",'own-colour':'own.1'", NULL },
  { "choices", ",'colours':['blue','red']", NULL },
  { "choices none", ",'colours':[]", "" },
  { "choices own and known", ",'own-colours':['red','own.1']", NULL },
  { "regions", ",'places':['PV23','GM0153']", NULL },
  { "party", ",'owner':'o'", NULL },
  { "party that is not there is a finding", ",'owner':'nobody'", NULL },
  { "refs", ",'links':['o','t']", NULL },
  { "list", ",'parts':[{'id':'q','name':'Deel'}]", NULL },
  { "list that says its template", ",'parts':[{'id':'q','template':'item','name':'Deel'}]", ",'parts':[{'id':'q','name':'Deel'}]" },
  { "series of money", ",'budget':{'2027':5,'2028':7}", NULL },
  { "series sorted", ",'budget':{'2028':7,'2027':5}", ",'budget':{'2027':5,'2028':7}" },
  { "series year outside the term is a finding", ",'budget':{'1999':5}", NULL },
  { "series of numbers", ",'targets':{'2027':1.5}", NULL },
  { "citation figure", ",'source':{'kind':'figure','dataset':'d','metric':'m','region':'PV23','period':'2020','value':1.5,'unit':'mln-euro','status':'final','title':{'nl':'T'},'source':{'nl':'S'}}", NULL },
  { "citation figure that nobody checked", ",'source':{'kind':'figure','value':1}", ",'source':{'kind':'figure','value':1,'unit':'number','status':'unverified'}" },
  { "citation figure without a value", ",'source':{'kind':'figure','status':'final'}", ",'source':{'kind':'figure','unit':'number','status':'missing'}" },
  { "citation document", ",'source':{'kind':'document','title':{'nl':'T'},'author':'A','year':2020,'number':'12','url':'https://x.nl'}", NULL },
  { "citation decision", ",'source':{'kind':'decision','title':{'nl':'T'},'author':'GS','date':'2024-01-02','number':'Z1'}", NULL },
  { "citation conversation", ",'source':{'kind':'conversation','title':{'nl':'T'},'author':'A','date':'2024-01-02'}", NULL },
  { "file", ",'paper':{'name':'a.pdf','kind':'application/pdf','party':'o','date':'2024-01-02','hash':'00','place':'/x'}", NULL },
  { "file by its name alone", ",'paper':{'name':'a.pdf'}", NULL },
};

static void
test_good_value (gconstpointer data)
{
  const GoodValue *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakPlan) plan = load (row->member, &error);
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  written = write_item (plan);
  g_assert_cmpstr (written, ==, row->written != NULL ? row->written : row->member);
}

/* A copy says the same, whether or not its ids are new. */
static void
test_copy_value (gconstpointer data)
{
  const GoodValue *row = data;
  g_autoptr (MaakPlan) plan = load (row->member, NULL);
  MaakRecord *item = fixture_record (plan, "items[0]");
  g_autoptr (MaakRecord) same = maak_record_copy (item, FALSE);
  g_autoptr (MaakRecord) other = maak_record_copy (item, TRUE);

  g_assert_true (maak_record_equal (item, same));
  g_assert_false (maak_record_equal (item, other));
  g_assert_null (maak_record_get_parent (same));
  g_assert_cmpint (maak_record_is_empty (item), ==, maak_record_is_empty (other));
}

typedef struct
{
  const char *name, *member, *path;
} BadValue;

static const BadValue bad_values[] = {
  { "text is a number", ",'story':5", "items[0].story" },
  { "text in an unknown language", ",'story':{'de':'x'}", "items[0].story.de" },
  { "text of null", ",'story':null", "items[0].story" },
  { "text one for both is two", ",'name':{'nl':'x'}", "items[0].name" },
  { "number is text", ",'count':'3'", "items[0].count" },
  { "money is no whole number", ",'cost':1.5", "items[0].cost" },
  { "money is text", ",'cost':'5'", "items[0].cost" },
  { "date that is not there", ",'day':'2027-02-29'", "items[0].day" },
  { "date in words", ",'day':'1 mei 2027'", "items[0].day" },
  { "period is text", ",'span':'2027'", "items[0].span" },
  { "period with another member", ",'span':{'begin':'2027-01-01'}", "items[0].span.begin" },
  { "period with a bad date", ",'span':{'start':'2027'}", "items[0].span.start" },
  { "choice unknown", ",'colour':'green'", "items[0].colour" },
  { "choice own where it may not be", ",'colour':'own.1'", "items[0].colour" },
  { "choice own that the plan has not", ",'own-colour':'own.2'", "items[0].own-colour" },
  { "choices is text", ",'colours':'red'", "items[0].colours" },
  { "choices unknown", ",'colours':['red','green']", "items[0].colours[1]" },
  { "choices twice", ",'colours':['red','red']", "items[0].colours[1]" },
  { "choices own that the plan has not", ",'own-colours':['own.1','own.2']", "items[0].own-colours" },
  { "region unknown", ",'places':['PV99']", "items[0].places[0]" },
  { "region of another level", ",'places':['PV23','NL01']", "items[0].places[1]" },
  { "party is a list", ",'owner':['o']", "items[0].owner" },
  { "party with a bad id", ",'owner':'a b'", "items[0].owner" },
  { "refs of numbers", ",'links':[5]", "items[0].links[0]" },
  { "refs twice", ",'links':['o','o']", "items[0].links[1]" },
  { "refs with a bad id", ",'links':['o','../x']", "items[0].links[1]" },
  { "list is an object", ",'parts':{}", "items[0].parts" },
  { "list of text", ",'parts':['x']", "items[0].parts[0]" },
  { "record without an id", ",'parts':[{'name':'x'}]", "items[0].parts[0].id" },
  { "record with an empty id", ",'parts':[{'id':''}]", "items[0].parts[0].id" },
  { "record of another template", ",'parts':[{'id':'q','template':'party'}]", "items[0].parts[0].template" },
  { "record of an abstract template", ",'parts':[{'id':'q','template':'proposal'}]", "items[0].parts[0].template" },
  { "record with an id that is taken", ",'parts':[{'id':'o'}]", "parties[0].id" },
  { "record with the id of the plan", ",'parts':[{'id':'p'}]", "items[0].parts[0].id" },
  { "deep inside", ",'parts':[{'id':'q'},{'id':'r','parts':[{'id':'s','budget':{'2027':'x'}}]}]", "items[0].parts[1].parts[0].budget.2027" },
  { "series year of three digits", ",'budget':{'202':5}", "items[0].budget.202" },
  { "series year in words", ",'budget':{'next':5}", "items[0].budget.next" },
  { "series of text", ",'budget':{'2027':'5'}", "items[0].budget.2027" },
  { "series of money with a part", ",'budget':{'2027':5.5}", "items[0].budget.2027" },
  { "citation without a kind", ",'source':{'title':{}}", "items[0].source.kind" },
  { "citation of no kind", ",'source':{'kind':'rumour'}", "items[0].source.kind" },
  { "citation with a member of another kind", ",'source':{'kind':'conversation','url':'https://x.nl'}", "items[0].source.url" },
  { "citation of no status", ",'source':{'kind':'figure','status':'sure'}", "items[0].source.status" },
  { "citation of no unit", ",'source':{'kind':'figure','unit':'cubits'}", "items[0].source.unit" },
  { "citation of no period", ",'source':{'kind':'figure','period':'yore'}", "items[0].source.period" },
  { "citation of no year", ",'source':{'kind':'document','year':20}", "items[0].source.year" },
  { "file without a name", ",'paper':{'kind':'x'}", "items[0].paper.name" },
  { "file with another member", ",'paper':{'name':'x','bytes':'AA'}", "items[0].paper.bytes" },
  { "file with a bad date", ",'paper':{'name':'x','date':'now'}", "items[0].paper.date" },
};

static void
test_bad_value (gconstpointer data)
{
  const BadValue *row = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (load (row->member, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (maak_error_get_path (error), ==, row->path);
  maak_test_assert_worded (error);
}

/* --- What a person types --- */

typedef struct
{
  const char  *name, *before, *path, *typed;
  MaakLanguage language;
  const char  *written; /* NULL: refused */
} Typed;

#define NL MAAK_LANGUAGE_NL
#define EN MAAK_LANGUAGE_EN

static const Typed typed_values[] = {
  { "text", "", "line", "Hallo", NL, ",'line':{'nl':'Hallo'}" },
  { "text by path", "", "line.en", "Hello", NL, ",'line':{'en':'Hello'}" },
  { "text puts the other out of date", ",'line':{'nl':'a','en':'b'}", "line", "c", NL, ",'line':{'nl':'c','en':'b','outdated':'en'}" },
  { "text emptied", ",'line':{'nl':'a'}", "line", "", NL, "" },
  { "text composed", "", "line", "e\xcc\x81\xc3\xa9n", NL, ",'line':{'nl':'\xc3\xa9\xc3\xa9n'}" },
  { "text one for both", "", "name", "X", EN, ",'name':'X'" },
  { "text with a line break", "", "line", "a\nb", NL, NULL },
  { "prose with a line break", "", "story", "a\n\nb", NL, ",'story':{'nl':'a\\n\\nb'}" },
  { "text in no language", "", "line.de", "x", NL, NULL },
  { "number in dutch", "", "ratio", "1.234,5", NL, ",'ratio':1234.5" },
  { "number in english", "", "ratio", "1,234.5", EN, ",'ratio':1234.5" },
  { "number in the other language", "", "ratio", "1,234.5", NL, NULL },
  { "number with too many decimals", "", "ratio", "1,234", NL, NULL },
  { "number of 0.29, whose double is less", "", "ratio", "0,29", NL, ",'ratio':0.29" },
  { "whole number asked", "", "count", "2,5", NL, NULL },
  { "number in words", "", "count", "drie", NL, NULL },
  { "number emptied", ",'count':3", "count", "  ", NL, "" },
  { "number computed", "", "double", "3", NL, NULL },
  { "money", "", "cost", "1.250.000", NL, ",'cost':1250000" },
  { "money with its sign", "", "cost", "\xe2\x82\xac 1.250.000,-", NL, ",'cost':1250000" },
  { "money in millions", "", "cost", "1,25 mln", NL, ",'cost':1250000" },
  { "money with cents", "", "cost", "1,25", NL, NULL },
  { "date", "", "day", "2027-05-01", NL, ",'day':'2027-05-01'" },
  { "date day first", "", "day", "1-5-2027", NL, ",'day':'2027-05-01'" },
  { "date with slashes", "", "day", "01/05/2027", EN, ",'day':'2027-05-01'" },
  { "date in dutch", "", "day", "1 mei 2027", NL, ",'day':'2027-05-01'" },
  { "date in english", "", "day", "1 may 2027", EN, ",'day':'2027-05-01'" },
  { "date that is not there", "", "day", "30-2-2027", NL, NULL },
  { "period of years", "", "span", "2027-2031", NL, ",'span':{'start':'2027-01-01','end':'2031-12-31'}" },
  { "period of a year", "", "span", "2027", NL, ",'span':{'start':'2027-01-01','end':'2027-12-31'}" },
  { "period of days", "", "span", "1 mei 2027 t/m 30 juni 2028", NL, ",'span':{'start':'2027-05-01','end':'2028-06-30'}" },
  { "period with dots", "", "span", "2027-05-01..2028-06-30", NL, ",'span':{'start':'2027-05-01','end':'2028-06-30'}" },
  { "period open", "", "span", "2027..", NL, ",'span':{'start':'2027-01-01'}" },
  { "period one side", ",'span':{'start':'2027-01-01'}", "span.end", "2030", NL, ",'span':{'start':'2027-01-01','end':'2030-12-31'}" },
  { "period one side emptied", ",'span':{'start':'2027-01-01','end':'2030-12-31'}", "span.end", "", NL, ",'span':{'start':'2027-01-01'}" },
  { "period the wrong way round", "", "span", "2031-2027", NL, NULL },
  { "period in words", "", "span", "ooit", NL, NULL },
  { "choice by code", "", "colour", "red", NL, ",'colour':'red'" },
  { "choice by label", "", "colour", "blauw", NL, ",'colour':'blue'" },
  { "choice by the label of the other language", "", "colour", "Blue", NL, ",'colour':'blue'" },
  { "choice by a label of two terms", "", "colour", "grijs", NL, NULL },
  { "choice unknown", "", "colour", "groen", NL, NULL },
  { "choice own", "", "own-colour", "own.1", NL, ",'own-colour':'own.1'" },
  { "choice own that the plan has not", "", "own-colour", "own.2", NL, NULL },
  { "choices by commas", "", "colours", "blauw, warm, blauw", NL, ",'colours':['blue','warm']" },
  { "choices whose label has a comma", "", "colours", "Rood, diep; blauw", NL, ",'colours':['red','blue']" },
  { "choices one label with a comma", "", "colours", "Rood, diep", NL, ",'colours':['red']" },
  { "choices own by commas", "", "own-colours", "own.1, red", NL, ",'own-colours':['own.1','red']" },
  { "choices emptied", ",'colours':['red']", "colours", "", NL, "" },
  { "regions by name", "", "places", "Overijssel; Enschede", NL, ",'places':['PV23','GM0153']" },
  { "regions of the first level that has it", "", "places", "Utrecht", NL, ",'places':['PV26']" },
  { "regions unknown", "", "places", "Atlantis", NL, NULL },
  { "regions of another level", "", "places", "Nederland", NL, NULL },
  { "region where one may be", "", "place", "Overijssel", NL, ",'place':['PV23']" },
  { "regions where one may be", "", "place", "Overijssel, Gelderland", NL, NULL },
  { "choices as many as may be", "", "pair", "blauw, warm", NL, ",'pair':['blue','warm']" },
  { "choices more than may be", "", "pair", "blauw; warm; Rood, diep", NL, NULL },
  { "refs more than may be", "", "link", "o, t", NL, NULL },
  { "party", "", "owner", "o", NL, ",'owner':'o'" },
  { "party that is not there", "", "owner", "q", NL, NULL },
  { "party of another kind", "", "owner", "t", NL, NULL },
  { "refs", "", "links", "o, t", NL, ",'links':['o','t']" },
  { "refs to nothing", "", "links", "o, q", NL, NULL },
  { "list", "", "parts", "x", NL, NULL },
  { "series one year", ",'budget':{'2027':5}", "budget.2028", "1.000", NL, ",'budget':{'2027':5,'2028':1000}" },
  { "series one year replaced", ",'budget':{'2027':5}", "budget.2027", "6", NL, ",'budget':{'2027':6}" },
  { "series one year emptied", ",'budget':{'2027':5}", "budget.2027", "", NL, "" },
  { "series whole", "", "budget", "2027: 5; 2028 = 7", NL, ",'budget':{'2027':5,'2028':7}" },
  { "series outside the term", "", "budget.2031", "5", NL, NULL },
  { "series where no years are said", "", "paid.2031", "5", NL, ",'paid':{'2031':5}" },
  { "series in the years of another", ",'budget':{'2027':5}", "paid.2027", "5", NL, ",'budget':{'2027':5},'paid':{'2027':5}" },
  { "series outside the years of another", ",'budget':{'2027':5}", "paid.2028", "5", NL, NULL },
  { "series in words", "", "budget", "veel", NL, NULL },
  { "series of no year", "", "budget.x", "5", NL, NULL },
  { "series of numbers", "", "targets.2027", "1,5", NL, ",'targets':{'2027':1.5}" },
  { "series of numbers with too many decimals", "", "targets.2027", "1,55", NL, NULL },
  { "citation as json", "", "source", "{\"kind\":\"document\",\"author\":\"A\"}", NL, ",'source':{'kind':'document','author':'A'}" },
  { "citation in words", "", "source", "De krant", NL, NULL },
  { "citation as json of no kind", "", "source", "{\"kind\":\"rumour\"}", NL, NULL },
  { "file by name", ",'paper':{'name':'a.pdf','hash':'00'}", "paper", "b.pdf", NL, ",'paper':{'name':'b.pdf','hash':'00'}" },
  { "a part of what has none", "", "colour.x", "red", NL, NULL },
};

static void
test_typed (gconstpointer data)
{
  const Typed *row = data;
  g_autoptr (MaakPlan) plan = load (row->before, NULL);
  g_autofree char *path = g_strconcat ("items[0].", row->path, NULL);
  g_autofree char *before = fixture_write (plan);
  g_autofree char *after = NULL;
  g_autofree char *rest = NULL;
  g_autoptr (MaakValue) value = NULL;
  g_autoptr (GError) error = NULL;
  const MaakField *field;
  MaakRecord      *record;

  g_assert_true (maak_plan_resolve (plan, path, &record, &field, &rest, NULL));
  value = maak_field_value_parse (library, field, maak_record_get (record, field), rest, row->typed, row->language, &error);
  if (error == NULL)
    maak_plan_set_checked (plan, record, field, value, &error);
  if (row->written != NULL)
    {
      g_assert_no_error (error);
      after = write_item (plan);
      g_assert_cmpstr (after, ==, row->written);
      return;
    }
  g_assert_nonnull (error);
  maak_test_assert_worded (error);
  after = fixture_write (plan);
  g_assert_cmpstr (after, ==, before);
}

/* --- One line for a table --- */

typedef struct
{
  const char *name, *member, *field;
  const char *summary[MAAK_N_LANGUAGES];
} Summary;

#define NBSP "\xc2\xa0"

static const Summary summaries[] = {
  { "text", ",'line':{'nl':'Hallo','en':'Hello'}", "line", { "Hallo", "Hello" } },
  { "text in the other language", ",'line':{'nl':'Hallo'}", "line", { "Hallo", "Hallo" } },
  { "prose without its marks", ",'story':{'nl':'**Vet** en\\n\\n[klik](https://x.nl)'}", "story", { "Vet en klik", "Vet en klik" } },
  { "number", ",'count':1200", "count", { "1.200" NBSP "stuks", "1,200" NBSP "pieces" } },
  { "number with decimals", ",'ratio':0.5", "ratio", { "0,5", "0.5" } },
  { "number with more decimals than asked", ",'ratio':0.125", "ratio", { "0,125", "0.125" } },
  { "money", ",'cost':1200", "cost", { "\xe2\x82\xac" NBSP "1.200", "\xe2\x82\xac"
                                                                    "1,200" } },
  { "date", ",'day':'2027-05-01'", "day", { "1 mei 2027", "1 May 2027" } },
  { "choice", ",'colour':'blue'", "colour", { "Blauw", "Blue" } },
  { "choice own", ",'own-colour':'own.1'", "own-colour", { "Zelf", "Own" } },
  { "choices", ",'colours':['warm','blue']", "colours", { "Warm; Blauw", "Warm; Blue" } },
  { "regions", ",'places':['PV23','GM0153']", "places", { "Overijssel, Enschede", "Overijssel, Enschede" } },
  { "party", ",'owner':'o'", "owner", { "Oost NL", "Oost NL" } },
  { "party that is not there", ",'owner':'q'", "owner", { "q", "q" } },
  { "refs", ",'links':['o','i']", "links", { "Oost NL; Zaak", "Oost NL; Item" } },
  { "list", ",'parts':[{'id':'q','name':'A'},{'id':'r'}]", "parts", { "A; Zaak", "A; Item" } },
  { "series", ",'targets':{'2027':1,'2028':2.5}", "targets", { "2027: 1; 2028: 2,5", "2027: 1; 2028: 2.5" } },
  { "file", ",'paper':{'name':'a.pdf'}", "paper", { "a.pdf", "a.pdf" } },
};

static void
test_summary (gconstpointer data)
{
  const Summary *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakPlan) plan = load (row->member, &error);
  MaakRecord      *item;
  const MaakField *field;

  g_assert_no_error (error);
  item = fixture_record (plan, "items[0]");
  field = maak_template_lookup_field (maak_record_get_template (item), row->field);
  for (guint language = 0; language < MAAK_N_LANGUAGES; language++)
    {
      g_autofree char *summary = maak_field_value_dup_summary (plan, field, maak_record_get (item, field), (MaakLanguage) language);

      g_assert_cmpstr (summary, ==, row->summary[language]);
    }
}

/* --- The table of types --- */

static void
test_types (void)
{
  for (guint type = 0; type < MAAK_N_FIELD_TYPES; type++)
    {
      const MaakFieldTypeClass *klass = maak_field_type_get_class ((MaakFieldType) type);

      g_assert_cmpstr (klass->name, ==, maak_field_type_get_name ((MaakFieldType) type));
      g_assert_true (klass->from_json != NULL && klass->to_json != NULL && klass->write_schema != NULL && klass->parse != NULL && klass->dup_summary != NULL);
    }
}

/* Every field of the fixture gives a schema that is JSON. */
static void
test_schemas (void)
{
  const MaakTemplate *item = maak_library_lookup (library, "item");

  for (guint i = 0; i < maak_template_get_n_fields (item); i++)
    {
      const MaakField *field = maak_template_get_field (item, i);
      g_autoptr (MaakJsonWriter) writer = maak_json_writer_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (JsonNode) node = NULL;

      maak_field_type_get_class (field->type)->write_schema (field, writer);
      bytes = maak_json_writer_end (writer);
      node = maak_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &maak_json_limits_template, NULL);
      g_assert_true (node != NULL && JSON_NODE_HOLDS_OBJECT (node));
    }
}

static void
count_text (MaakText *text,
            gpointer  data)
{
  g_string_append_printf (data, "%s|", maak_text_get (text, NL));
}

static void
test_visit_texts (void)
{
  g_autoptr (MaakPlan) plan = load (",'line':{'nl':'Regel'},'source':{'kind':'document','title':{'nl':'Titel'},'author':'A'}", NULL);
  MaakRecord *item = fixture_record (plan, "items[0]");
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < maak_template_get_n_fields (maak_record_get_template (item)); i++)
    {
      const MaakField          *field = maak_template_get_field (maak_record_get_template (item), i);
      const MaakFieldTypeClass *klass = maak_field_type_get_class (field->type);

      if (klass->visit_texts != NULL && maak_record_get (item, field) != NULL)
        klass->visit_texts (field, maak_record_get (item, field), count_text, texts);
    }
  g_assert_cmpstr (texts->str, ==, "Regel|Titel|");
}

int
main (int argc, char *argv[])
{
  int result;

  maak_test_init (&argc, &argv);
  library = fixture_library ();
  MAAK_TEST_TABLE ("/plan/field/good", good_values, test_good_value);
  MAAK_TEST_TABLE ("/plan/field/copy", good_values, test_copy_value);
  MAAK_TEST_TABLE ("/plan/field/bad", bad_values, test_bad_value);
  MAAK_TEST_TABLE ("/plan/field/typed", typed_values, test_typed);
  MAAK_TEST_TABLE ("/plan/field/summary", summaries, test_summary);
  g_test_add_func ("/plan/field/types", test_types);
  g_test_add_func ("/plan/field/schemas", test_schemas);
  g_test_add_func ("/plan/field/visit-texts", test_visit_texts);
  result = g_test_run ();
  g_object_unref (library);
  return result;
}
