/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Promotion: what has a place and what has not, field by field; references, undo, and that a file keeps what was kept
 * aside until there is a place for it again. */

#include "plan-fixture.h"

#include "plan/maak-plan-promote.h"

static MaakLibrary *library;

static MaakPlan *
load (const char *fields)
{
  g_autofree char *json = g_strdup_printf ("{'id':'p','proposals':[{'id':'before','template':'big'},{'id':'x','template':'fiche'%s%s},{'id':'after','template':'fiche'}],"
                                           "'notes':[{'id':'n','title':{'nl':'N'},'about':['x']}]}",
                                           *fields != '\0' ? "," : "", fields);

  g_strdelimit (json, "'", '"');
  return fixture_plan (library, json);
}

/* The promoted record as it stands in the file, without its id and template. */
static char *
write_record (MaakRecord *record)
{
  MaakJsonWriter *writer = maak_json_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *json = NULL;
  g_autofree char *squeezed = NULL;
  const char      *rest;

  maak_record_write (record, maak_record_get_template (record), writer);
  bytes = maak_json_writer_end (writer);
  maak_json_writer_free (writer);
  json = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  squeezed = g_strdelimit (fixture_squeeze (json), "\"", '\'');
  rest = strchr (squeezed, ',');
  return rest != NULL ? g_strndup (rest + 1, strlen (rest + 1) - 1) : g_strdup ("");
}

static const struct
{
  const char *name, *before, *after;
  int         n_kept, n_unplaced;
} cases[] = {
  { "nothing", "", "", 0, 0 },
  { "same field", "'title':{'nl':'T','en':'U','outdated':'en'}", "'title':{'nl':'T','en':'U','outdated':'en'}", 1, 0 },
  { "role", "'sum':5", "'asked':5", 1, 0 },
  { "role under another id", "'old-day':'2027-05-01'", "'day':'2027-05-01'", 1, 0 },
  { "old id", "'name':'N'", "'official-name':{'nl':'N'}", 1, 0 },
  { "no such field", "'gone':'2027-05-01'", "'gone':'2027-05-01'", 0, 1 },
  { "other type", "'clash':3", "'fiche.clash':3", 0, 1 },
  { "computed now", "'worth':7", "'worth':7", 0, 1 },
  { "other unit", "'size':7", "'fiche.size':7", 0, 1 },
  { "line to prose", "'line':{'nl':'2*3*4'}", "'line':{'nl':'2\\\\*3\\\\*4'}", 1, 0 },
  { "plain prose to line", "'story':{'nl':'Een zin.'}", "'story':{'nl':'Een zin.'}", 1, 0 },
  { "marked prose", "'story':{'nl':'Een **zin**.'}", "'fiche.story':{'nl':'Een **zin**.'}", 0, 1 },
  { "prose of two paragraphs", "'story':{'nl':'Een.\\n\\nTwee.'}", "'fiche.story':{'nl':'Een.\\n\\nTwee.'}", 0, 1 },
  { "two languages to one", "'both':{'nl':'a','en':'b'}", "'fiche.both':{'nl':'a','en':'b'}", 0, 1 },
  { "one of two languages", "'both':{'en':'b'}", "'both':'b'", 1, 0 },
  { "other vocabulary", "'colour':'red'", "'fiche.colour':'red'", 0, 1 },
  { "room for one", "'colours':['red']", "'colours':['red']", 1, 0 },
  { "too many", "'colours':['red','blue']", "'fiche.colours':['red','blue']", 0, 1 },
  { "level", "'places':['PV23']", "'places':['PV23']", 1, 0 },
  { "other level", "'places':['GM0153']", "'fiche.places':['GM0153']", 0, 1 },
  { "references", "'links':['n']", "'links':['n']", 1, 0 },
  { "references to another kind", "'links':['n','after']", "'fiche.links':['n','after']", 0, 1 },
  { "list in part", "'notes':[{'id':'a'},{'id':'b','template':'long-note','title':{'nl':'B'}}]", "'notes':[{'id':'b','title':{'nl':'B'}}],'fiche.notes':[{'id':'a','template':'note'}]", 1, 1 },
  { "unknown members stay", "'later':{'a':1},'gone':'2027-05-01'", "'later':{'a':1},'gone':'2027-05-01'", 0, 1 },
};

static void
test_case (gconstpointer data)
{
  const typeof (cases[0]) *row = data;
  g_autoptr (MaakPlan) plan = load (row->before);
  g_autofree char    *before = fixture_write_squeezed (plan);
  g_autofree char    *after = NULL;
  g_autofree char    *got = NULL;
  g_autofree char    *undone = NULL;
  g_autofree char    *redone = NULL;
  MaakRecord         *record = maak_plan_lookup (plan, "x");
  const MaakTemplate *target = maak_library_lookup (library, "big");
  g_autoptr (MaakPromotion) promotion = maak_promotion_new (plan, record, target);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint ((int) maak_promotion_get_n_kept (promotion), ==, row->n_kept);
  g_assert_cmpint ((int) maak_promotion_get_n_unplaced (promotion), ==, row->n_unplaced);
  for (guint i = 0; i < maak_promotion_get_n_unplaced (promotion); i++)
    {
      const MaakPromotedField *unplaced = maak_promotion_get_unplaced (promotion, i);
      g_autofree char         *summary = maak_promotion_dup_summary (promotion, unplaced, MAAK_LANGUAGE_NL);

      g_assert_nonnull (unplaced->field);
      g_assert_cmpstr (summary, !=, "");
    }

  record = maak_plan_promote (plan, record, target, &error);
  g_assert_no_error (error);
  got = write_record (record);
  g_assert_cmpstr (got, ==, row->after);
  g_assert_true (maak_plan_lookup (plan, "x") == record);
  g_assert_cmpuint (maak_record_get_position (record), ==, 1);
  g_assert_true (maak_record_get_template (record) == target);
  after = fixture_write_squeezed (plan);
  g_assert_nonnull (strstr (after, "\"about\":[\"x\"]"));

  /* What was written can be read. */
  {
    g_autoptr (MaakPlan) again = fixture_plan (library, after);
    g_autofree char *written = fixture_write_squeezed (again);

    g_assert_cmpstr (written, ==, after);
  }

  g_assert_true (maak_plan_undo (plan));
  undone = fixture_write_squeezed (plan);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (maak_plan_can_undo (plan));
  g_assert_true (maak_plan_redo (plan));
  redone = fixture_write_squeezed (plan);
  g_assert_cmpstr (redone, ==, after);
}

/* Back to a fiche, everything has its place again. */
static void
test_there_and_back (void)
{
  g_autoptr (MaakPlan) plan = load ("'title':{'nl':'T'},'story':{'nl':'Een **zin**.'},'both':{'nl':'a','en':'b'},'sum':5,'size':7,'gone':'2027-05-01','clash':3,'notes':[{'id':'a'}],'worth':7");
  g_autofree char *before = fixture_write_squeezed (plan);
  g_autofree char *after = NULL;
  MaakRecord      *record = maak_plan_lookup (plan, "x");
  MaakRecord      *back;

  record = maak_plan_promote (plan, record, maak_library_lookup (library, "big"), NULL);
  {
    g_autoptr (MaakPromotion) promotion = maak_promotion_new (plan, record, maak_library_lookup (library, "fiche"));

    g_assert_cmpuint (maak_promotion_get_n_unplaced (promotion), ==, 0);
    g_assert_cmpuint (maak_promotion_get_n_kept (promotion), ==, 9);
    g_assert_null (maak_promotion_get_kept (promotion, 8)->field);
  }
  back = maak_plan_promote (plan, record, maak_library_lookup (library, "fiche"), NULL);
  g_assert_nonnull (back);
  after = fixture_write_squeezed (plan);
  g_assert_cmpstr (after, ==, before);
  g_assert_nonnull (maak_plan_lookup (plan, "a"));
}

/* What lies in a list that has no place is not in the plan any more; who refers to it lets go, and undo mends that. */
static void
test_dropped_references (void)
{
  g_autoptr (MaakPlan) plan = load ("'notes':[{'id':'a'}]");
  MaakRecord *note = maak_plan_lookup (plan, "n");
  g_autoptr (MaakValue) refs = maak_value_new_ids ((const char *const[]) { "x", "a", NULL });
  const MaakField *about = maak_template_lookup_field (maak_record_get_template (note), "about");
  guint            n;

  maak_plan_set (plan, note, about, refs);
  g_assert_nonnull (maak_plan_promote (plan, maak_plan_lookup (plan, "x"), maak_library_lookup (library, "big"), NULL));
  g_assert_null (maak_plan_lookup (plan, "a"));
  maak_value_get_ids (maak_record_get (note, about), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (maak_plan_undo (plan));
  maak_value_get_ids (maak_record_get (note, about), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_nonnull (maak_plan_lookup (plan, "a"));
}

/* A list that was kept aside does not come back over records that took its ids since. */
static void
test_taken_ids (void)
{
  g_autoptr (MaakPlan) plan = fixture_plan (library, "{\"id\":\"p\",\"proposals\":[{\"id\":\"x\",\"template\":\"big\",\"fiche.notes\":[{\"id\":\"n\",\"template\":\"note\"}]}],\"notes\":[{\"id\":\"n\"}]}");
  MaakRecord      *record = maak_plan_promote (plan, maak_plan_lookup (plan, "x"), maak_library_lookup (library, "fiche"), NULL);
  g_autofree char *got = write_record (record);

  g_assert_cmpstr (got, ==, "'fiche.notes':[{'id':'n','template':'note'}]");
}

static void
test_offered (void)
{
  g_autoptr (MaakPlan) plan = load ("");
  MaakRecord *record = maak_plan_lookup (plan, "x");
  g_autoptr (GPtrArray) templates = maak_plan_list_templates_for_list (plan, maak_record_get_parent_field (record));

  g_assert_cmpuint (templates->len, ==, 2);
  g_assert_cmpstr (maak_template_get_id (g_ptr_array_index (templates, 0)), ==, "fiche");
  g_assert_cmpstr (maak_template_get_id (g_ptr_array_index (templates, 1)), ==, "big");
  g_assert_true (maak_plan_can_promote (plan, record, g_ptr_array_index (templates, 1)));
  g_assert_false (maak_plan_can_promote (plan, record, g_ptr_array_index (templates, 0)));
  g_assert_false (maak_plan_can_promote (plan, record, maak_library_lookup (library, "proposal")));
  g_assert_false (maak_plan_can_promote (plan, record, maak_library_lookup (library, "note")));
  g_assert_false (maak_plan_can_promote (plan, maak_plan_get_root (plan), maak_library_lookup (library, "big")));
}

static void
test_read_only (void)
{
  g_autoptr (MaakPlan) plan = load ("");
  g_autoptr (GError) error = NULL;

  maak_plan_set_read_only (plan, TRUE);
  g_assert_null (maak_plan_promote (plan, maak_plan_lookup (plan, "x"), maak_library_lookup (library, "big"), &error));
  g_assert_error (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_READ_ONLY);
  maak_test_assert_worded (error);
}

/* The fiche that ships loses nothing on its way to any fund that ships. */
static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakLibrary) shipped = maak_library_new (NULL, NULL, &error);
  g_autoptr (MaakPlan) plan = NULL;
  g_autoptr (GPtrArray) templates = NULL;
  MaakRecord *fiche;
  guint       n_closed = 0;

  g_assert_no_error (error);
  plan = fixture_plan (shipped, "{\"id\":\"p\",\"proposals\":[{\"id\":\"x\",\"template\":\"fiche\",\"title\":{\"nl\":\"T\"},\"problem\":{\"nl\":\"P\"},\"goal\":{\"nl\":\"G\"},\"measures-text\":{\"nl\":\"M\"},"
                                "\"stage\":\"idea\",\"sum-asked\":40000000,\"deadline\":\"2027-05-01\",\"next-step\":{\"nl\":\"S\"}}]}");
  fiche = maak_plan_lookup (plan, "x");
  templates = maak_plan_list_templates_for_list (plan, maak_record_get_parent_field (fiche));
  g_assert_cmpuint (templates->len, >=, 6);
  for (guint i = 0; i < templates->len; i++)
    {
      const MaakTemplate *template = g_ptr_array_index (templates, i);
      g_autoptr (MaakPromotion) promotion = NULL;

      n_closed += maak_template_get_fund (template) != NULL && maak_template_get_fund (template)->state == MAAK_FUND_CLOSED;
      if (!maak_plan_can_promote (plan, fiche, template))
        continue;
      promotion = maak_promotion_new (plan, fiche, template);
      g_assert_cmpuint (maak_promotion_get_n_kept (promotion), >=, 7);
      g_assert_cmpuint (maak_promotion_get_n_unplaced (promotion), <=, 1);
    }
  g_assert_cmpuint (n_closed, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *templates = NULL;
  g_autofree char *documents = NULL;
  g_autofree char *colour = NULL;
  g_autofree char *sensitivity = NULL;
  g_autoptr (GError) error = NULL;
  int result;

  maak_test_init (&argc, &argv);
  templates = fixture_read ("promote.json");
  documents = fixture_read ("documents.json");
  colour = fixture_read ("colour.json");
  sensitivity = fixture_read ("sensitivity.json");
  library = maak_library_new_from_json ((const char *const[]) { templates, NULL }, (const char *const[]) { documents, colour, sensitivity, NULL }, &error);
  g_assert_no_error (error);
  MAAK_TEST_TABLE ("/plan/promote/case", cases, test_case);
  g_test_add_func ("/plan/promote/there-and-back", test_there_and_back);
  g_test_add_func ("/plan/promote/dropped-references", test_dropped_references);
  g_test_add_func ("/plan/promote/taken-ids", test_taken_ids);
  g_test_add_func ("/plan/promote/offered", test_offered);
  g_test_add_func ("/plan/promote/read-only", test_read_only);
  g_test_add_func ("/plan/promote/shipped", test_shipped);
  result = g_test_run ();
  g_clear_object (&library);
  return result;
}
