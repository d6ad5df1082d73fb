/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Finding words in a plan: what is looked into, what makes no difference, the order, and where the hit stands. */

#include "plan-fixture.h"

#include "plan/maak-find.h"

static MaakLibrary *library;

static MaakPlan *
load (const char *json)
{
  g_autofree char *quoted = g_strdelimit (g_strdup (json), "'", '"');

  return fixture_plan (library, quoted);
}

/* "PATH language before[hit]after" of each hit, a line each. */
static char *
dump (MaakPlan  *plan,
      GPtrArray *hits)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      MaakFindHit     *hit = g_ptr_array_index (hits, i);
      g_autofree char *path = maak_plan_dup_path (plan, maak_find_hit_get_record (hit), maak_find_hit_get_field (hit));
      guint            start, end;
      const char      *snippet = maak_find_hit_get_snippet (hit, &start, &end);

      g_string_append_printf (out, "%s%s %s %.*s[%.*s]%s", i > 0 ? "; " : "", path, maak_find_hit_get_language (hit) == MAAK_LANGUAGE_NL ? "nl" : "en",
                              (int) start, snippet, (int) (end - start), snippet + start, snippet + end);
      if (maak_find_hit_get_number (hit) > 0)
        g_string_append_printf (out, " #%u", maak_find_hit_get_number (hit));
    }
  return g_string_free_and_steal (out);
}

static const struct
{
  const char *name, *item, *words, *hits;
} cases[] = {
  { "nothing", "'name':'Staal'", "", "" },
  { "blank", "'name':'Staal'", "  ", "" },
  { "absent", "'name':'Staal'", "glas", "" },
  { "capitals", "'name':'STAAL'", "staal", "items[0].name nl [STAAL]" },
  { "capitals in the words", "'name':'staal'", "StaAL", "items[0].name nl [staal]" },
  { "accents in the text", "'name':'Coördinatie en één'", "coordinatie en een", "items[0].name nl [Coördinatie en één]" },
  { "accents in the words", "'name':'Coordinatie'", "coördinatie", "items[0].name nl [Coordinatie]" },
  { "accents apart", "'name':'Cooördinatie'", "oördi", "items[0].name nl Co[oördi]natie" },
  { "sharp s", "'name':'Straße'", "strasse", "items[0].name nl [Straße]" },
  { "curly quotes", "'name':'de regio’s'", "regio\"", "" },
  { "curly apostrophe", "'name':'de regio’s'", "regio's", "items[0].name nl de [regio’s]" },
  { "dash", "'name':'2027–2031'", "2027-2031", "items[0].name nl [2027–2031]" },
  { "white space", "'name':'a  b'", "a b", "items[0].name nl [a  b]" },
  { "no-break space", "'name':'18,3\u00a0%'", "18,3 %", "items[0].name nl [18,3\u00a0%]" },
  { "both languages", "'line':{'nl':'rood staal','en':'steel, not staal'}", "staal", "items[0].line nl rood [staal]; items[0].line en steel, not [staal]" },
  { "more than once", "'name':'aaaa a'", "aa", "items[0].name nl [aa]aa a; items[0].name nl aa[aa] a #1" },
  { "prose without marks", "'story':{'nl':'Een **hele** zin\\n\\n- en [meer](https://x.nl/)'}", "hele zin en meer", "items[0].story nl Een [hele zin en meer]" },
  { "not the address", "'story':{'nl':'Een [zin](https://x.nl/)'}", "x.nl", "" },
  { "name of a term", "'colour':'red'", "rood", "items[0].colour nl [Rood], diep" },
  { "name in the other language", "'colour':'red'", "Red", "items[0].colour en [Red]" },
  { "several terms", "'colours':['red','blue']", "d", "items[0].colours nl Roo[d], diep" },
  { "only by its code", "'colour':'grey1'", "grey1", "items[0].colour nl [grey1]" },
  { "accent of a region", "'places':['PV21']", "fryslan", "items[0].places nl [Fryslân]" },
  { "own term", "'own-colour':'mint'", "munt", "items[0].own-colour nl [Munt]groen; terms[0].label nl [Munt]groen" },
  { "name of a region", "'places':['PV23']", "overij", "items[0].places nl [Overij]ssel" },
  { "code of a region", "'places':['PV23']", "pv23", "items[0].places nl [PV23]" },
  { "money", "'cost':1200000", "1.200.000", "items[0].cost nl €\u00a0[1.200.000]" },
  { "date", "'day':'2027-05-01'", "1 mei", "items[0].day nl [1 mei] 2027" },
  { "citation", "'source':{'kind':'document','title':{'nl':'Het rapport','en':'The study'},'author':'PBL','year':2024}", "rapport", "items[0].source nl " },
  { "citation in the other language", "'source':{'kind':'document','title':{'nl':'Het rapport','en':'The study'},'author':'PBL','year':2024}", "study", "items[0].source en " },
  { "file", "'paper':{'name':'brief.pdf'}", "brief", "items[0].paper nl [brief].pdf" },
  { "does not apply", "'contact':'x','without-contact':'verborgen'", "verborgen", "" },
  { "snippet", "'name':'een lange zin waarin het woord dat wij zoeken staal heet en waarna nog heel veel andere woorden volgen'", "staal", "items[0].name nl …zin waarin het woord dat wij zoeken [staal] heet en waarna nog heel veel andere…" },
};

static void
test_case (gconstpointer data)
{
  const typeof (cases[0]) *row = data;
  g_autofree char         *json = g_strdup_printf ("{'id':'p','items':[{'id':'i',%s}],'terms':[{'id':'t','list':'colour','code':'mint','label':{'nl':'Muntgroen'}}]}", row->item);
  g_autoptr (MaakPlan) plan = load (json);
  g_autoptr (GPtrArray) hits = maak_plan_find (plan, row->words, MAAK_LANGUAGE_NL, 0, NULL);
  g_autofree char *got = dump (plan, hits);

  if (g_str_has_suffix (row->hits, " "))
    g_assert_true (g_str_has_prefix (got, row->hits));
  else
    g_assert_cmpstr (got, ==, row->hits);
}

static void
test_order_and_limit (void)
{
  g_autoptr (MaakPlan) plan = load ("{'id':'p','title':{'nl':'x'},'items':[{'id':'a','name':'x','parts':[{'id':'b','name':'x'}]},{'id':'c','name':'x'}]}");
  g_autoptr (GPtrArray) all = maak_plan_find (plan, "x", MAAK_LANGUAGE_EN, 0, NULL);
  g_autoptr (GPtrArray) two = maak_plan_find (plan, "x", MAAK_LANGUAGE_EN, 2, NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *got = dump (plan, all);

  g_assert_cmpstr (got, ==, "title nl [x]; items[0].name nl [x]; items[0].parts[0].name nl [x]; items[1].name nl [x]");
  g_assert_cmpuint (two->len, ==, 2);
  g_cancellable_cancel (cancelled);
  none = maak_plan_find (plan, "x", MAAK_LANGUAGE_EN, 0, cancelled);
  g_assert_cmpuint (none->len, ==, 0);
}

/* A hit outlives its record. */
static void
test_removed (void)
{
  g_autoptr (MaakPlan) plan = load ("{'id':'p','items':[{'id':'a','name':'staal'}]}");
  g_autoptr (GPtrArray) hits = maak_plan_find (plan, "staal", MAAK_LANGUAGE_NL, 0, NULL);

  maak_plan_remove (plan, maak_plan_lookup (plan, "a"));
  g_assert_cmpstr (maak_record_get_id (maak_find_hit_get_record (g_ptr_array_index (hits, 0))), ==, "a");
}

/* Any words in any text: what is marked, folded, is what was looked for. */
static void
test_random (void)
{
  static const char *const letters[] = { "a", "A", "á", "b", " ", "  ", "’", "'", "ß", "e\u0301", "ĳ", "\u00ad" };

  for (int round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new ("x");
      g_autoptr (GString) words = g_string_new (NULL);
      g_autofree char *json = NULL;
      g_autoptr (MaakPlan) plan = NULL;
      g_autoptr (GPtrArray) hits = NULL;

      for (int i = 0; i < 30; i++)
        g_string_append (text, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
      for (int i = 0; i < 2; i++)
        g_string_append (words, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
      json = g_strdup_printf ("{\"id\":\"p\",\"items\":[{\"id\":\"a\",\"name\":\"%s\"}]}", text->str);
      plan = fixture_plan (library, json);
      hits = maak_plan_find (plan, words->str, MAAK_LANGUAGE_NL, 0, NULL);
      for (guint i = 0; i < hits->len; i++)
        {
          guint       start, end;
          const char *snippet = maak_find_hit_get_snippet (g_ptr_array_index (hits, i), &start, &end);

          g_assert_cmpuint (start, <, end);
          g_assert_cmpuint (end, <=, strlen (snippet));
          g_assert_true (g_utf8_validate (snippet, (gssize) start, NULL));
          g_assert_true (g_utf8_validate (snippet + start, (gssize) (end - start), NULL));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  maak_test_init (&argc, &argv);
  library = fixture_library ();
  MAAK_TEST_TABLE ("/plan/find/case", cases, test_case);
  g_test_add_func ("/plan/find/order-and-limit", test_order_and_limit);
  g_test_add_func ("/plan/find/removed", test_removed);
  g_test_add_func ("/plan/find/random", test_random);
  result = g_test_run ();
  g_clear_object (&library);
  return result;
}
