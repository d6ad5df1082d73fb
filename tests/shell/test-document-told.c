/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * What an open plan tells the window: removals, undo, findings, what the editors follow, the list of recent plans.
 */
#include "document-fixture.h"

static void
count_cb (guint *count)
{
  ++*count;
}

static void
removed_cb (MaakDocument *document, MaakRecord *record, MaakMessage *reason, gpointer data)
{
  guint *count = data;

  g_assert_true (MAAK_IS_RECORD (record));
  g_assert_nonnull (reason);
  ++*count;
}

static MaakRecord *
add_party (MaakDocument *document)
{
  MaakPlan        *plan = maak_document_get_plan (document);
  MaakRecord      *root = maak_plan_get_root (plan);
  const MaakField *list = maak_template_lookup_role (maak_record_get_template (root), MAAK_ROLE_PARTIES);
  g_autoptr (MaakRecord) party = maak_record_new (list->of, NULL);

  maak_plan_insert (plan, root, list, 0, party);
  return party;
}

static void
test_removed (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = new_document (place);
  MaakPlan   *plan = maak_document_get_plan (document);
  MaakRecord *first, *second;
  guint       told = 0;

  g_signal_connect (document, "removed", G_CALLBACK (removed_cb), &told);
  first = add_party (document);
  second = add_party (document);
  turn_loop ();
  g_assert_cmpuint (told, ==, 0);
  maak_plan_begin (plan, NULL);
  maak_plan_remove (plan, first);
  maak_plan_remove (plan, second);
  maak_plan_end (plan);
  g_assert_cmpuint (told, ==, 0);
  turn_loop ();
  g_assert_cmpuint (told, ==, 1);
  g_assert_true (maak_document_undo (document));
  g_assert_true (maak_document_undo (document));
  turn_loop ();
  /* Undo of an insertion is no removal that anybody needs to be told of. */
  g_assert_cmpuint (told, ==, 1);
  maak_document_discard_draft (document);
}

static void
test_can_undo (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = new_document (place);
  MaakPlan *plan = maak_document_get_plan (document);
  gboolean  can_undo = TRUE, can_redo = TRUE;

  g_object_get (document, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  g_assert_false (can_undo || can_redo);
  maak_plan_begin (plan, NULL);
  type (document, "Een");
  maak_plan_end (plan);
  turn_loop ();
  g_object_get (document, "can-undo", &can_undo, NULL);
  g_assert_true (can_undo);
  g_assert_true (maak_document_undo (document));
  g_object_get (document, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  g_assert_true (!can_undo && can_redo);
  maak_document_discard_draft (document);
}

static void
test_findings (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = open_example (place);
  GPtrArray   *all = maak_document_get_findings (document);
  MaakFinding *finding;
  g_autoptr (GPtrArray) of_field = NULL;
  g_autoptr (GPtrArray) of_record = NULL;
  guint told = 0;

  g_signal_connect_swapped (document, "findings-changed", G_CALLBACK (count_cb), &told);
  g_assert_cmpuint (all->len, >, 0);
  finding = g_ptr_array_index (all, 0);
  of_field = maak_document_list_findings_for (document, finding->record, finding->field);
  of_record = maak_document_list_findings_for (document, finding->record, NULL);
  g_assert_true (g_ptr_array_find (of_field, finding, NULL));
  g_assert_true (g_ptr_array_find (of_record, finding, NULL));
  for (guint i = 0; i < of_record->len; i++)
    g_assert_true (((MaakFinding *) g_ptr_array_index (of_record, i))->record == finding->record);
  /* An empty title is a finding; two keys are told once. */
  type (document, "E");
  type (document, NULL);
  g_clear_pointer (&of_field, g_ptr_array_unref);
  of_field = maak_document_list_findings_for (document, maak_plan_get_root (maak_document_get_plan (document)), get_title_field (document));
  g_assert_cmpuint (of_field->len, >, 0);
  wait_for (told > 0);
  turn_loop ();
  g_assert_cmpuint (told, ==, 1);
  maak_document_discard_draft (document);
}

/* A text that is only not translated yet is no fault of the field in which somebody writes; an empty one is. */
static void
test_untranslated (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = open_example (place);
  MaakRecord *root = maak_plan_get_root (maak_document_get_plan (document));
  GPtrArray  *all;
  g_autoptr (GPtrArray) of_field = NULL;
  guint untranslated = 0;

  type (document, "Het oosten maakt");
  of_field = maak_document_list_findings_for (document, root, get_title_field (document));
  g_assert_cmpuint (of_field->len, ==, 0);
  all = maak_document_get_findings (document);
  for (guint i = 0; i < all->len; i++)
    untranslated += maak_finding_is_untranslated (g_ptr_array_index (all, i));
  g_assert_cmpuint (untranslated, ==, 1);
  maak_document_discard_draft (document);
}

static void
test_properties (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = new_document (place);
  guint            titles = 0, languages = 0;
  g_autofree char *title = NULL;

  g_signal_connect_swapped (document, "notify::title", G_CALLBACK (count_cb), &titles);
  g_signal_connect_swapped (document, "notify::writing-language", G_CALLBACK (count_cb), &languages);
  type (document, "Een");
  g_assert_cmpuint (titles, ==, 1);
  g_object_set (document, "writing-language", MAAK_LANGUAGE_EN, "side-by-side", TRUE, NULL);
  g_object_set (document, "writing-language", MAAK_LANGUAGE_EN, NULL);
  g_assert_cmpuint (languages, ==, 1);
  g_assert_cmpint (maak_document_get_writing_language (document), ==, MAAK_LANGUAGE_EN);
  g_assert_true (maak_document_get_side_by_side (document));
  g_object_get (document, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Een");
  maak_document_discard_draft (document);
}

static void
test_title_of_untitled (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = new_document (place);
  g_autofree char *before = maak_document_dup_title (document, MAAK_LANGUAGE_NL);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, !=, "");
  g_assert_true (maak_document_save (document, place->path, NULL));
  after = maak_document_dup_title (document, MAAK_LANGUAGE_NL);
  g_assert_cmpstr (after, ==, "plan");
  g_assert_true (maak_document_close (document));
}

static void
test_recents (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = open_saved (place, "Een");
  g_autofree char *path = g_build_filename (place->folder, "recents.json", NULL);
  g_autoptr (MaakRecents) recents = maak_recents_new (path);

  g_assert_true (maak_document_add_to_recents (document, recents, NULL));
  g_assert_cmpstr (maak_recents_get (recents, 0)->path, ==, place->path);
  g_assert_cmpstr (maak_text_get (maak_recents_get (recents, 0)->title, MAAK_LANGUAGE_NL), ==, "Een");
  g_assert_true (maak_document_close (document));
}

static void
test_author (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = new_document (place);
  const MaakRevision *revision;

  maak_document_set_author (document, "A. Schrijver");
  g_assert_true (maak_document_save (document, place->path, NULL));
  revision = maak_plan_file_get_revision (maak_document_get_file (document), 0);
  g_assert_cmpstr (revision->author, ==, "A. Schrijver");
  g_assert_nonnull (revision->time);
  g_assert_true (maak_document_close (document));
}

static const struct
{
  const char *name;
  void (*test) (Place *place, gconstpointer data);
  gconstpointer data;
} rows[] = {
  { "removed", test_removed },
  { "can undo", test_can_undo },
  { "findings", test_findings },
  { "untranslated", test_untranslated },
  { "properties", test_properties },
  { "title of what has none", test_title_of_untitled },
  { "recents", test_recents },
  { "author", test_author },
};

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/shell/document told/", rows[i].name, NULL);
      g_test_add (path, Place, rows[i].data, set_up, rows[i].test, tear_down);
    }
  return g_test_run ();
}
