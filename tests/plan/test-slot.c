/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A slot tells when what it shows may be another, and only then. */

#include "maak-test.h"
#include "plan/maak-slot.h"

static const char *const templates[] = {
  "{\"templates\": ["
  "{\"id\": \"plan\", \"kind\": \"plan\", \"label\": {\"nl\": \"P\", \"en\": \"P\"}, \"sections\": [{\"id\": \"s\", \"label\": {\"nl\": \"S\", \"en\": \"S\"}, \"fields\": ["
  "{\"id\": \"title\", \"type\": \"text\", \"role\": \"title\", \"label\": {\"nl\": \"T\", \"en\": \"T\"}},"
  "{\"id\": \"a\", \"type\": \"number\", \"label\": {\"nl\": \"A\", \"en\": \"A\"}},"
  "{\"id\": \"b\", \"type\": \"number\", \"label\": {\"nl\": \"B\", \"en\": \"B\"}},"
  "{\"id\": \"sum\", \"type\": \"number\", \"value\": \"a + b\", \"label\": {\"nl\": \"Som\", \"en\": \"Sum\"}},"
  "{\"id\": \"late\", \"type\": \"number\", \"when\": \"a > 2\", \"label\": {\"nl\": \"L\", \"en\": \"L\"}},"
  "{\"id\": \"lines\", \"type\": \"list\", \"of\": \"line\", \"label\": {\"nl\": \"R\", \"en\": \"R\"}},"
  "{\"id\": \"others\", \"type\": \"list\", \"of\": \"line\", \"label\": {\"nl\": \"O\", \"en\": \"O\"}},"
  "{\"id\": \"chosen\", \"type\": \"refs\", \"of\": \"line\", \"label\": {\"nl\": \"C\", \"en\": \"C\"}},"
  "{\"id\": \"term\", \"type\": \"period\", \"label\": {\"nl\": \"T\", \"en\": \"T\"}},"
  "{\"id\": \"sheet\", \"type\": \"list\", \"of\": \"cost\", \"present\": \"sheet\", \"label\": {\"nl\": \"B\", \"en\": \"B\"}}"
  "]}]},"
  "{\"id\": \"cost\", \"label\": {\"nl\": \"K\", \"en\": \"C\"}, \"sections\": [{\"id\": \"s\", \"label\": {\"nl\": \"S\", \"en\": \"S\"}, \"fields\": ["
  "{\"id\": \"amounts\", \"type\": \"series\", \"money\": true, \"years\": \"plan.term\", \"label\": {\"nl\": \"B\", \"en\": \"A\"}},"
  "{\"id\": \"double\", \"type\": \"number\", \"value\": \"plan.a * 2\", \"label\": {\"nl\": \"D\", \"en\": \"D\"}}"
  "]}]},"
  "{\"id\": \"line\", \"label\": {\"nl\": \"L\", \"en\": \"L\"}, \"sections\": [{\"id\": \"s\", \"label\": {\"nl\": \"S\", \"en\": \"S\"}, \"fields\": ["
  "{\"id\": \"title\", \"type\": \"text\", \"role\": \"title\", \"label\": {\"nl\": \"T\", \"en\": \"T\"}},"
  "{\"id\": \"note\", \"type\": \"text\", \"label\": {\"nl\": \"N\", \"en\": \"N\"}}"
  "]}]}]}",
  NULL
};

static MaakPlan *
make_plan (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakLibrary) library = maak_library_new_from_json (templates, NULL, &error);
  MaakPlan *plan;

  g_assert_no_error (error);
  plan = maak_plan_new (library, maak_record_new (maak_library_get_plan_template (library), NULL), &error);
  g_assert_no_error (error);
  return plan;
}

static MaakSlot *
make_slot (MaakPlan   *plan,
           MaakRecord *record,
           const char *field)
{
  return maak_slot_new (plan, record, maak_template_lookup_field (maak_record_get_template (record), field));
}

static void
count_cb (guint *n)
{
  *n += 1;
}

/* How often each slot is told when a field is typed into. */
static const struct
{
  const char *name;
  const char *slot;
  const char *typed_into;
  guint       expected;
} told[] = {
  { "own", "a", "a", 1 },
  { "another", "a", "b", 0 },
  { "computed-from-it", "sum", "a", 1 },
  { "computed-from-neither", "sum", "title", 0 },
  { "applies-when", "late", "a", 1 },
  { "applies-when-another", "late", "b", 0 },
};

static void
test_told (gconstpointer data)
{
  const typeof (told[0]) *row = data;
  g_autoptr (MaakPlan) plan = make_plan ();
  g_autoptr (MaakSlot) slot = make_slot (plan, maak_plan_get_root (plan), row->slot);
  g_autoptr (MaakSlot) typed = make_slot (plan, maak_plan_get_root (plan), row->typed_into);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_signal_connect_swapped (slot, "changed", G_CALLBACK (count_cb), &n);
  g_assert_true (maak_slot_parse (typed, NULL, "3", MAAK_LANGUAGE_NL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, row->expected);
}

static void
test_undo_tells (void)
{
  g_autoptr (MaakPlan) plan = make_plan ();
  g_autoptr (MaakSlot) slot = make_slot (plan, maak_plan_get_root (plan), "sum");
  g_autoptr (MaakSlot) a = make_slot (plan, maak_plan_get_root (plan), "a");
  g_autoptr (MaakSlot) b = make_slot (plan, maak_plan_get_root (plan), "b");
  g_autofree char *before = NULL, *after = NULL;
  guint            n = 0;

  maak_slot_parse (a, NULL, "1", MAAK_LANGUAGE_NL, NULL);
  maak_slot_parse (b, NULL, "2", MAAK_LANGUAGE_NL, NULL);
  before = maak_slot_dup_summary (slot, MAAK_LANGUAGE_NL);
  g_assert_cmpstr (before, ==, "3");
  g_signal_connect_swapped (slot, "changed", G_CALLBACK (count_cb), &n);
  maak_plan_undo (plan);
  g_assert_cmpuint (n, ==, 1);
  after = maak_slot_dup_summary (slot, MAAK_LANGUAGE_NL);
  g_assert_cmpstr (after, !=, before);
}

static void
test_titles_of_others (void)
{
  g_autoptr (MaakPlan) plan = make_plan ();
  MaakRecord *root = maak_plan_get_root (plan);
  const MaakTemplate *template = maak_record_get_template (root);
  const MaakField *lines = maak_template_lookup_field (template, "lines");
  g_autoptr (MaakRecord) line = maak_record_new (lines->of, "one");
  const char *const ids[] = { "one", NULL };
  g_autoptr (MaakValue) chosen = maak_value_new_ids (ids);
  g_autoptr (MaakSlot) refs = make_slot (plan, root, "chosen");
  g_autoptr (MaakSlot) list = make_slot (plan, root, "lines");
  g_autoptr (MaakSlot) title = NULL;
  g_autoptr (MaakSlot) note = NULL;
  guint n_refs = 0, n_list = 0;

  maak_plan_insert (plan, root, lines, 0, line);
  g_assert_true (maak_slot_set (refs, chosen, NULL));
  title = make_slot (plan, line, "title");
  note = make_slot (plan, line, "note");
  g_signal_connect_swapped (refs, "changed", G_CALLBACK (count_cb), &n_refs);
  g_signal_connect_swapped (list, "changed", G_CALLBACK (count_cb), &n_list);
  maak_slot_set_string (title, MAAK_LANGUAGE_NL, "Lasersnijden", NULL);
  g_assert_cmpuint (n_refs, ==, 1);
  g_assert_cmpuint (n_list, ==, 1);
  maak_slot_set_string (note, MAAK_LANGUAGE_NL, "Later", NULL);
  g_assert_cmpuint (n_refs, ==, 1);
  g_assert_cmpuint (n_list, ==, 2);
}

static void
test_leaves_with_its_record (void)
{
  g_autoptr (MaakPlan) plan = make_plan ();
  MaakRecord      *root = maak_plan_get_root (plan);
  const MaakField *lines = maak_template_lookup_field (maak_record_get_template (root), "lines");
  g_autoptr (MaakRecord) line = maak_record_new (lines->of, "one");
  g_autoptr (MaakSlot) title = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  maak_plan_insert (plan, root, lines, 0, line);
  title = make_slot (plan, line, "title");
  g_signal_connect_swapped (title, "changed", G_CALLBACK (count_cb), &n);
  g_assert_true (maak_slot_is_editable (title));
  maak_plan_remove (plan, line);
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (maak_slot_is_live (title));
  g_assert_false (maak_slot_is_editable (title));
  /* An editor may hand over late. */
  g_assert_false (maak_slot_set_string (title, MAAK_LANGUAGE_NL, "Te laat", &error));
  g_assert_error (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_READ_ONLY);
  maak_plan_undo (plan);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (maak_slot_is_editable (title));
}

/* The years of a sheet, and what its rows compute, may come from outside of it. */
static void
test_rows_read (void)
{
  g_autoptr (MaakPlan) plan = make_plan ();
  MaakRecord *root = maak_plan_get_root (plan);
  g_autoptr (MaakSlot) sheet = make_slot (plan, root, "sheet");
  g_autoptr (MaakSlot) term = make_slot (plan, root, "term");
  g_autoptr (MaakSlot) a = make_slot (plan, root, "a");
  g_autoptr (MaakSlot) b = make_slot (plan, root, "b");
  g_autoptr (MaakValue) span = maak_value_new_span ((MaakDate) { 2027, 1, 1 }, (MaakDate) { 2030, 12, 31 });
  guint n = 0;

  g_signal_connect_swapped (sheet, "changed", G_CALLBACK (count_cb), &n);
  g_assert_true (maak_slot_set (term, span, NULL));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (maak_slot_parse (a, NULL, "3", MAAK_LANGUAGE_NL, NULL));
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (maak_slot_parse (b, NULL, "3", MAAK_LANGUAGE_NL, NULL));
  g_assert_cmpuint (n, ==, 2);
}

/* A list is told of what lies in it, not of what lies in another list of the same record. */
static void
test_lists_apart (void)
{
  g_autoptr (MaakPlan) plan = make_plan ();
  MaakRecord *root = maak_plan_get_root (plan);
  const MaakTemplate *template = maak_record_get_template (root);
  g_autoptr (MaakRecord) line = maak_record_new (maak_template_lookup_field (template, "lines")->of, "one");
  g_autoptr (MaakSlot) lines = make_slot (plan, root, "lines");
  g_autoptr (MaakSlot) others = make_slot (plan, root, "others");
  g_autoptr (MaakSlot) note = NULL;
  guint n_lines = 0, n_others = 0;

  maak_plan_insert (plan, root, maak_slot_get_field (lines), 0, line);
  note = make_slot (plan, line, "note");
  g_signal_connect_swapped (lines, "changed", G_CALLBACK (count_cb), &n_lines);
  g_signal_connect_swapped (others, "changed", G_CALLBACK (count_cb), &n_others);
  maak_slot_set_string (note, MAAK_LANGUAGE_NL, "Later", NULL);
  g_assert_cmpuint (n_lines, ==, 1);
  g_assert_cmpuint (n_others, ==, 0);
}

static void
test_languages (void)
{
  g_autoptr (MaakPlan) plan = make_plan ();
  g_autoptr (MaakSlot) title = make_slot (plan, maak_plan_get_root (plan), "title");

  maak_slot_set_string (title, MAAK_LANGUAGE_NL, "Regio", NULL);
  maak_slot_set_string (title, MAAK_LANGUAGE_EN, "Region", NULL);
  g_assert_true (maak_slot_confirm (title, MAAK_LANGUAGE_NL, NULL));
  maak_slot_set_string (title, MAAK_LANGUAGE_NL, "De regio", NULL);
  g_assert_true (maak_text_is_outdated (maak_value_get_text (maak_slot_get (title)), MAAK_LANGUAGE_EN));
  g_assert_true (maak_slot_confirm (title, MAAK_LANGUAGE_EN, NULL));
  g_assert_false (maak_text_is_outdated (maak_value_get_text (maak_slot_get (title)), MAAK_LANGUAGE_EN));
  maak_slot_set_string (title, MAAK_LANGUAGE_NL, "", NULL);
  maak_slot_set_string (title, MAAK_LANGUAGE_EN, "", NULL);
  g_assert_null (maak_slot_get (title));
}

/* Letters that follow each other are one edit. */
static void
test_writing (void)
{
  g_autoptr (MaakPlan) plan = make_plan ();
  g_autoptr (MaakSlot) title = make_slot (plan, maak_plan_get_root (plan), "title");
  static const char *const translation[] = { "R", "Re", "Region", "The region" };

  maak_slot_set_string (title, MAAK_LANGUAGE_NL, "R", NULL);
  maak_slot_set_string (title, MAAK_LANGUAGE_NL, "Regio", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (translation); i++)
    {
      maak_slot_set_string (title, MAAK_LANGUAGE_EN, translation[i], NULL);
      g_assert_false (maak_text_is_outdated (maak_value_get_text (maak_slot_get (title)), MAAK_LANGUAGE_NL));
    }
  maak_slot_set_string (title, MAAK_LANGUAGE_NL, "De regi", NULL);
  g_assert_true (maak_text_is_outdated (maak_value_get_text (maak_slot_get (title)), MAAK_LANGUAGE_EN));
  maak_slot_set_string (title, MAAK_LANGUAGE_NL, "De regio", NULL);
  g_assert_true (maak_text_is_outdated (maak_value_get_text (maak_slot_get (title)), MAAK_LANGUAGE_EN));
  maak_slot_set_string (title, MAAK_LANGUAGE_EN, "The area", NULL);
  maak_slot_set_string (title, MAAK_LANGUAGE_EN, "The areas", NULL);
  g_assert_false (maak_text_is_outdated (maak_value_get_text (maak_slot_get (title)), MAAK_LANGUAGE_NL));
  g_assert_false (maak_text_is_outdated (maak_value_get_text (maak_slot_get (title)), MAAK_LANGUAGE_EN));
}

int
main (int   argc,
      char *argv[])
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/plan/slot/told", told, test_told);
  g_test_add_func ("/plan/slot/undo-tells", test_undo_tells);
  g_test_add_func ("/plan/slot/titles-of-others", test_titles_of_others);
  g_test_add_func ("/plan/slot/leaves-with-its-record", test_leaves_with_its_record);
  g_test_add_func ("/plan/slot/rows-read", test_rows_read);
  g_test_add_func ("/plan/slot/lists-apart", test_lists_apart);
  g_test_add_func ("/plan/slot/languages", test_languages);
  g_test_add_func ("/plan/slot/writing", test_writing);
  return g_test_run ();
}
