/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The open plan: what was typed is in the draft, the draft is there after a crash, the plan's own file is written when it should be and never
 * over what another program wrote, and closing leaves nothing behind.
 */
#include "document-fixture.h"

/* --- Drafts --- */

static void
test_new (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = new_document (place);
  g_autoptr (GPtrArray) drafts = NULL;
  const MaakDraft *draft;

  g_assert_cmpint (maak_document_get_state (document), ==, MAAK_SAVE_PENDING);
  g_assert_null (maak_document_get_path (document));
  wait_for_state (document, MAAK_SAVE_DRAFT);
  drafts = maak_drafts_list (place->drafts);
  g_assert_cmpuint (drafts->len, ==, 1);
  draft = g_ptr_array_index (drafts, 0);
  g_assert_true (draft->held && draft->readable);
  g_assert_false (maak_draft_is_crash (draft));
  g_assert_null (draft->path);
  maak_document_discard_draft (document);
  g_assert_cmpuint (count_drafts (place), ==, 0);
}

static void
test_crash_unnamed (Place *place, gconstpointer data)
{
  MaakDocument    *document = new_document (place);
  g_autofree char *id = g_strdup (document->details->id);
  g_autoptr (MaakDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  type (document, "Een");
  wait_for_state (document, MAAK_SAVE_DRAFT);
  type (document, "Een twee");
  g_assert_cmpint (maak_document_get_state (document), ==, MAAK_SAVE_PENDING);
  wait_for_state (document, MAAK_SAVE_DRAFT);
  drop_dead (place, &document);

  draft = maak_drafts_lookup (place->drafts, id);
  g_assert_true (maak_draft_is_crash (draft));
  g_assert_cmpstr (maak_text_get (draft->title, MAAK_LANGUAGE_NL), ==, "Een twee");
  document = maak_document_recover (id, place->library, place->drafts, &error);
  g_assert_no_error (error);
  assert_title (document, "Een twee");
  g_assert_true (maak_document_get_recovered (document));
  g_assert_true (maak_document_get_modified (document));
  g_assert_null (maak_document_get_path (document));
  g_assert_true (maak_document_save (document, place->path, &error));
  g_assert_false (maak_document_get_recovered (document));
  g_assert_cmpuint (count_drafts (place), ==, 0);
  g_object_unref (document);
}

static void
test_crash_named (Place *place, gconstpointer data)
{
  MaakDocument *document = open_saved (place, "Opgeslagen");
  g_autoptr (GError) error = NULL;

  type (document, "Getypt");
  wait_for_state (document, MAAK_SAVE_DRAFT);
  drop_dead (place, &document);
  assert_title_in (place, place->path, "Opgeslagen");

  document = open_document (place);
  assert_title (document, "Getypt");
  g_assert_true (maak_document_get_recovered (document));
  g_assert_false (maak_document_get_changed_underneath (document));
  g_assert_true (maak_document_get_modified (document));
  g_assert_true (maak_document_save (document, NULL, &error));
  g_assert_no_error (error);
  assert_title_in (place, place->path, "Getypt");
  g_assert_cmpuint (count_drafts (place), ==, 0);
  g_assert_cmpint (maak_document_get_state (document), ==, MAAK_SAVE_ALL_SAVED);
  g_object_unref (document);
}

/* The program stopped when the file was written and the draft not yet removed. */
static void
test_crash_after_save (Place *place, gconstpointer data)
{
  MaakDocument    *document = open_saved (place, "Zelfde");
  g_autofree char *id = g_strdup (document->details->id);
  g_autoptr (GBytes) text = NULL;
  g_autofree char *contents = NULL;
  gsize            length;

  type (document, "Anders");
  wait_for_state (document, MAAK_SAVE_DRAFT);
  drop_dead (place, &document);
  g_assert_true (g_file_get_contents (place->path, &contents, &length, NULL));
  text = g_bytes_new (contents, length);
  g_assert_true (maak_drafts_write_text (place->drafts, id, text, NULL));
  document = data == NULL ? open_document (place) : maak_document_recover (id, place->library, place->drafts, NULL);
  g_assert_true (maak_document_is_at (document, place->path));
  g_assert_cmpint (maak_document_get_state (document), ==, MAAK_SAVE_ALL_SAVED);
  g_assert_false (maak_document_get_recovered (document));
  g_assert_cmpuint (count_drafts (place), ==, 0);
  g_object_unref (document);
}

static void
crash_on_page (Place *place, const char *page, guint expected_crashes, const char *expected_page)
{
  MaakDocument *document = open_document (place);

  g_assert_cmpuint (document->details->crashes, ==, expected_crashes);
  g_assert_cmpstr (maak_document_get_page (document), ==, expected_page);
  maak_document_set_page (document, page);
  type (document, page);
  wait_for_state (document, MAAK_SAVE_DRAFT);
  drop_dead (place, &document);
}

static void
test_crashes_in_a_row (Place *place, gconstpointer data)
{
  MaakDocument *document = open_saved (place, "Plan");

  g_assert_true (maak_document_close (document));
  g_object_unref (document);
  crash_on_page (place, "clusters", 0, NULL);
  crash_on_page (place, "strategy", 1, "clusters");
  crash_on_page (place, "proposals", 2, NULL);
  document = open_document (place);
  g_assert_cmpuint (document->details->crashes, ==, 3);
  g_assert_true (maak_document_close (document));
  g_object_unref (document);
  crash_on_page (place, "clusters", 0, NULL);
}

static void
test_damaged_file_good_draft (Place *place, gconstpointer data)
{
  MaakDocument *document = open_saved (place, "Plan");

  type (document, "Nieuwer");
  wait_for_state (document, MAAK_SAVE_DRAFT);
  drop_dead (place, &document);
  g_assert_true (g_file_set_contents (place->path, "{\"format\": ", -1, NULL));
  document = open_document (place);
  assert_title (document, "Nieuwer");
  g_assert_true (maak_document_get_changed_underneath (document));
  g_assert_cmpint (maak_document_get_state (document), ==, MAAK_SAVE_FAILED);
  maak_document_discard_draft (document);
  g_object_unref (document);
}

static void
test_damaged_draft (Place *place, gconstpointer data)
{
  const char      *text = data;
  MaakDocument    *document = new_document (place);
  g_autofree char *id = g_strdup (document->details->id);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  wait_for_state (document, MAAK_SAVE_DRAFT);
  drop_dead (place, &document);
  g_assert_true (maak_drafts_write_text (place->drafts, id, bytes, NULL));
  g_assert_null (maak_document_recover (id, place->library, place->drafts, &error));
  maak_test_assert_worded (error);
  /* Kept as it is, and free. */
  after = maak_drafts_read_text (place->drafts, id, NULL);
  g_assert_true (g_bytes_equal (bytes, after));
  g_assert_true (maak_drafts_claim (place->drafts, id, NULL));
}

static void
assert_state_is_worded (MaakDocument *document)
{
  MaakMessage     *message = maak_document_get_state_message (document);
  g_autofree char *nl = maak_message_dup_wording (message, MAAK_LANGUAGE_NL);
  g_autofree char *en = maak_message_dup_wording (message, MAAK_LANGUAGE_EN);

  g_assert_cmpstr (nl, !=, en);
  g_assert_null (strchr (nl, '{'));
  if (maak_document_get_state (document) == MAAK_SAVE_FAILED)
    g_assert_true (g_str_has_suffix (nl, ".") && g_str_has_suffix (en, "."));
  else
    g_assert_false (g_str_has_suffix (nl, "."));
}

/* What cannot be read again does not take the place of what can: not in the draft, not in the file. */
static void
test_too_large (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = data == NULL ? new_document (place) : open_saved (place, "Een");
  g_autofree char *huge = g_strnfill ((1 << 20) + 1, 'a');
  g_autoptr (GBytes) text = NULL;
  g_autoptr (MaakPlanFile) file = NULL;
  g_autofree char *title = NULL;

  type (document, "Twee");
  wait_for_state (document, MAAK_SAVE_DRAFT);
  type (document, huge);
  wait_for_state (document, MAAK_SAVE_FAILED);
  assert_state_is_worded (document);
  maak_document_wait (document);
  text = maak_drafts_read_text (place->drafts, document->details->id, NULL);
  file = maak_plan_file_new_from_bytes (text, place->library, NULL);
  title = dup_title (file);
  g_assert_cmpstr (title, ==, "Twee");
  if (data != NULL)
    assert_title_in (place, place->path, "Een");
  g_assert_true (maak_document_undo (document));
  /* Where there is a file it was to be written instead of the draft, and now can be. */
  wait_for_state (document, data == NULL ? MAAK_SAVE_DRAFT : MAAK_SAVE_ALL_SAVED);
  maak_document_discard_draft (document);
}

static void
test_draft_held (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = new_document (place);
  g_autoptr (MaakDrafts) other = maak_drafts_new (maak_drafts_get_folder (place->drafts));
  g_autoptr (GError) error = NULL;

  wait_for_state (document, MAAK_SAVE_DRAFT);
  g_assert_null (maak_document_recover (document->details->id, place->library, other, &error));
  g_assert_error (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_HELD);
  maak_test_assert_worded (error);
  maak_document_discard_draft (document);
}

static gboolean
is_announced (Place *place)
{
  g_autoptr (MaakDraft) draft = maak_drafts_lookup_path (place->drafts, place->path);

  return draft != NULL;
}

/* Another program with the same file, whether or not something was typed there. */
static void
test_open_elsewhere (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = open_saved (place, "Plan");
  g_autoptr (MaakDrafts) drafts = maak_drafts_new (maak_drafts_get_folder (place->drafts));
  MaakDocument *other = NULL;

  g_assert_false (maak_document_get_open_elsewhere (document));
  wait_for (is_announced (place));
  if (data != NULL)
    {
      type (document, "Hier");
      wait_for_state (document, MAAK_SAVE_DRAFT);
    }
  g_assert_true (maak_document_open (place->path, place->library, drafts, &other, NULL));
  g_assert_true (maak_document_get_open_elsewhere (other));
  g_assert_false (maak_document_get_recovered (other));
  assert_title (other, "Plan");
  g_assert_true (maak_document_close (other));
  g_object_unref (other);
  maak_document_discard_draft (document);
}

/* --- Its own file --- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError **error = data;

  if (maak_document_save_finish (MAAK_DOCUMENT (source), result, error))
    g_assert_null (*error);
  else
    g_assert_nonnull (*error);
  g_object_set_data (source, "answered", GINT_TO_POINTER (1));
}

static gboolean
was_answered (MaakDocument *document)
{
  return g_object_steal_data (G_OBJECT (document), "answered") != NULL;
}

/* What is typed while the file is being written is not in it, and not lost. */
static void
test_type_while_saving (Place *place, gconstpointer data)
{
  MaakDocument *document = open_saved (place, "Een");
  g_autoptr (GError) error = NULL;

  /* So that the save begins at once. */
  maak_document_wait (document);
  type (document, "Een twee");
  maak_document_save_async (document, NULL, saved_cb, &error);
  type (document, "Een twee drie");
  g_assert_true (maak_document_get_modified (document));
  wait_for (was_answered (document));
  g_assert_no_error (error);
  assert_title_in (place, place->path, "Een twee");
  g_assert_true (maak_document_get_modified (document));
  wait_for_state (document, MAAK_SAVE_DRAFT);
  drop_dead (place, &document);
  document = open_document (place);
  assert_title (document, "Een twee drie");
  g_assert_false (maak_document_get_changed_underneath (document));
  maak_document_discard_draft (document);
  g_object_unref (document);
}

/* Several saves are made one after the other, each where it was asked. */
static void
test_saves_in_order (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = new_document (place);
  g_autofree char *second = g_build_filename (place->folder, "second.maakland.json", NULL);
  g_autoptr (GError) first_error = NULL;
  g_autoptr (GError) second_error = NULL;

  type (document, "Plan");
  maak_document_save_async (document, place->path, saved_cb, &first_error);
  maak_document_save_async (document, second, saved_cb, &second_error);
  wait_for (was_answered (document));
  wait_for (was_answered (document));
  g_assert_no_error (first_error);
  g_assert_no_error (second_error);
  assert_title_in (place, place->path, "Plan");
  assert_title_in (place, second, "Plan");
  g_assert_cmpstr (maak_document_get_path (document), ==, second);
  g_assert_cmpint (maak_document_get_state (document), ==, MAAK_SAVE_ALL_SAVED);
  g_assert_true (maak_document_close (document));
}

/* Closing does what was asked before. */
static void
test_close_while_saving (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = new_document (place);
  g_autoptr (GError) error = NULL;

  type (document, "Plan");
  maak_document_save_async (document, place->path, saved_cb, &error);
  type (document, "Plan 2");
  g_assert_true (maak_document_close (document));
  assert_title_in (place, place->path, "Plan 2");
  wait_for (was_answered (document));
  g_assert_no_error (error);
  g_assert_cmpuint (count_drafts (place), ==, 0);
}

static void
test_rest (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = open_saved (place, "Een");

  document->delays.rest = 20;
  type (document, "Twee");
  wait_for_state (document, MAAK_SAVE_ALL_SAVED);
  assert_title_in (place, place->path, "Twee");
  g_assert_cmpuint (count_drafts (place), ==, 0);
  g_assert_true (maak_document_close (document));
}

static void
test_undo_to_saved (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = open_saved (place, "Een");

  g_assert_false (maak_document_get_modified (document));
  type (document, "Twee");
  g_assert_true (maak_document_get_modified (document));
  g_assert_true (maak_document_undo (document));
  g_assert_false (maak_document_get_modified (document));
  g_assert_cmpint (maak_document_get_state (document), ==, MAAK_SAVE_ALL_SAVED);
  g_assert_true (maak_document_redo (document));
  g_assert_true (maak_document_get_modified (document));
  maak_document_discard_draft (document);
}

static void
test_close_named (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = open_saved (place, "Een");

  type (document, "Twee");
  g_assert_true (maak_document_close (document));
  assert_title_in (place, place->path, "Twee");
  g_assert_cmpuint (count_drafts (place), ==, 0);
  g_assert_null (maak_drafts_lookup_path (place->drafts, place->path));
}

static void
test_close_untouched (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = open_saved (place, "Een");
  MaakFileMark before, after;

  g_assert_true (maak_file_look (place->path, &before, NULL));
  wait_for (is_announced (place));
  g_assert_true (maak_document_close (document));
  g_assert_true (maak_file_look (place->path, &after, NULL));
  g_assert_cmpint (before.mtime_ns, ==, after.mtime_ns);
  g_assert_null (maak_drafts_lookup_path (place->drafts, place->path));
}

static void
test_close_unnamed (Place *place, gconstpointer data)
{
  MaakDocument *document = new_document (place);
  g_autoptr (GPtrArray) drafts = NULL;
  const MaakDraft *draft;

  type (document, "Een");
  g_assert_true (maak_document_close (document));
  drafts = maak_drafts_list (place->drafts);
  g_assert_cmpuint (drafts->len, ==, 1);
  draft = g_ptr_array_index (drafts, 0);
  g_assert_true (draft->closed && !draft->held);
  g_assert_false (maak_draft_is_crash (draft));
  g_object_unref (document);
  document = maak_document_recover (draft->id, place->library, place->drafts, NULL);
  g_assert_false (maak_document_get_recovered (document));
  assert_title (document, "Een");
  g_assert_cmpuint (document->details->crashes, ==, 0);
  maak_document_discard_draft (document);
  g_object_unref (document);
}

/* Dropped without a word, as by a fault of the program: what was typed is in the draft. */
static void
test_dropped (Place *place, gconstpointer data)
{
  MaakDocument *document = open_saved (place, "Een");

  type (document, "Twee");
  /* What is under way has it, too. */
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  g_object_unref (document);
  wait_for (document == NULL);
  document = open_document (place);
  assert_title (document, "Twee");
  g_assert_true (maak_document_get_recovered (document));
  g_assert_true (maak_document_close (document));
  g_object_unref (document);
}

/* --- Other programs --- */

static void
write_theirs (Place *place, const char *title)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *theirs = NULL;

  g_assert_true (g_file_get_contents (place->path, &contents, NULL, NULL));
  parts = g_strsplit (contents, "\"Een\"", 2);
  g_assert_nonnull (parts[1]);
  theirs = g_strconcat (parts[0], "\"", title, "\"", parts[1], NULL);
  g_assert_true (g_file_set_contents (place->path, theirs, -1, NULL));
}

static void
test_changed_underneath (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = open_saved (place, "Een");
  g_autofree char *copy = g_build_filename (place->folder, "copy.maakland.json", NULL);
  g_autoptr (GError) error = NULL;

  /* Noticed by itself, or not before the save. */
  if (data == NULL)
    g_clear_object (&document->monitor);
  type (document, "Mijn");
  write_theirs (place, "Hun");
  if (data != NULL)
    wait_for (maak_document_get_changed_underneath (document));
  g_assert_false (maak_document_save (document, NULL, &error));
  g_assert_error (error, MAAK_FILE_ERROR, MAAK_FILE_ERROR_CHANGED);
  g_assert_true (maak_document_get_changed_underneath (document));
  g_assert_cmpint (maak_document_get_state (document), ==, MAAK_SAVE_FAILED);
  assert_state_is_worded (document);
  assert_title_in (place, place->path, "Hun");
  g_clear_error (&error);

  g_assert_true (maak_document_save (document, copy, &error));
  g_assert_no_error (error);
  g_assert_false (maak_document_get_changed_underneath (document));
  g_assert_cmpint (maak_document_get_state (document), ==, MAAK_SAVE_ALL_SAVED);
  g_assert_cmpstr (maak_document_get_path (document), ==, copy);
  assert_title_in (place, place->path, "Hun");
  assert_title_in (place, copy, "Mijn");
  g_assert_true (maak_document_close (document));
}

static void
test_changed_then_closed (Place *place, gconstpointer data)
{
  MaakDocument *document = open_saved (place, "Een");

  type (document, "Mijn");
  write_theirs (place, "Hun");
  g_assert_true (maak_document_close (document));
  g_object_unref (document);
  assert_title_in (place, place->path, "Hun");
  document = open_document (place);
  assert_title (document, "Mijn");
  /* Nothing crashed: only what changed underneath is told. */
  g_assert_false (maak_document_get_recovered (document));
  g_assert_true (maak_document_get_changed_underneath (document));
  g_assert_cmpuint (document->details->crashes, ==, 0);
  maak_document_discard_draft (document);
  g_object_unref (document);
}

static void
test_overwrite_when_agreed (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = open_saved (place, "Een");
  g_autoptr (GError) error = NULL;

  type (document, "Mijn");
  write_theirs (place, "Hun");
  g_assert_true (maak_document_save (document, place->path, &error));
  g_assert_no_error (error);
  assert_title_in (place, place->path, "Mijn");
  g_assert_true (maak_document_close (document));
}

static void
test_reload (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = open_saved (place, "Een");
  g_autoptr (GError) error = NULL;

  type (document, "Mijn");
  write_theirs (place, "Hun");
  wait_for (maak_document_get_changed_underneath (document));
  g_assert_true (maak_document_reload (document, &error));
  g_assert_no_error (error);
  assert_title (document, "Hun");
  g_assert_false (maak_document_get_changed_underneath (document));
  g_assert_false (maak_document_get_modified (document));
  g_assert_cmpint (maak_document_get_state (document), ==, MAAK_SAVE_ALL_SAVED);
  g_assert_true (maak_document_undo (document));
  assert_title (document, "Mijn");
  g_assert_true (maak_document_get_modified (document));
  g_assert_true (maak_document_save (document, NULL, &error));
  g_assert_no_error (error);
  assert_title_in (place, place->path, "Mijn");
  g_assert_true (maak_document_close (document));
}

/* The whole example, read again over itself and undone. */
static void
test_reload_example (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = open_example (place);
  g_autoptr (MaakRecord) before = NULL;
  g_autoptr (GError) error = NULL;

  before = maak_record_copy (maak_plan_get_root (maak_document_get_plan (document)), FALSE);
  type (document, "Mijn");
  g_assert_true (maak_document_reload (document, &error));
  g_assert_no_error (error);
  g_assert_true (maak_record_equal (before, maak_plan_get_root (maak_document_get_plan (document))));
  g_assert_true (maak_document_undo (document));
  assert_title (document, "Mijn");
  g_assert_true (maak_document_redo (document));
  g_assert_true (maak_record_equal (before, maak_plan_get_root (maak_document_get_plan (document))));
  maak_document_discard_draft (document);
}

static void
test_reload_other_plan (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = open_saved (place, "Een");
  g_autoptr (MaakDocument) other = new_document (place);
  g_autoptr (GError) error = NULL;

  g_assert_true (maak_document_save (other, place->path, NULL));
  g_assert_true (maak_document_close (other));
  g_assert_false (maak_document_reload (document, &error));
  maak_test_assert_worded (error);
  assert_title (document, "Een");
  maak_document_discard_draft (document);
}

static void
test_file_removed (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = open_saved (place, "Een");
  g_autoptr (GError) error = NULL;

  type (document, "Twee");
  g_unlink (place->path);
  g_assert_true (maak_document_save (document, NULL, &error));
  g_assert_no_error (error);
  assert_title_in (place, place->path, "Twee");
  g_assert_true (maak_document_close (document));
}

static void
test_save_copy (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = open_saved (place, "Een");
  g_autofree char *copy = g_build_filename (place->folder, "copy.maakland.json", NULL);
  g_autoptr (GError) error = NULL;

  type (document, "Twee");
  g_assert_true (maak_document_save_copy (document, copy, &error));
  g_assert_no_error (error);
  g_assert_true (maak_document_get_modified (document));
  g_assert_true (maak_document_is_at (document, place->path));
  g_assert_false (maak_document_is_at (document, copy));
  assert_title_in (place, place->path, "Een");
  assert_title_in (place, copy, "Twee");
  maak_document_discard_draft (document);
}

static void
test_newer_version (Place *place, gconstpointer data)
{
  MaakDocument *document = open_saved (place, "Een");
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *newer = NULL;

  g_assert_true (maak_document_close (document));
  g_object_unref (document);
  g_assert_true (g_file_get_contents (place->path, &contents, NULL, NULL));
  parts = g_strsplit (contents, "\"version\": 1", 2);
  newer = g_strjoinv ("\"version\": 99", parts);
  g_assert_true (g_file_set_contents (place->path, newer, -1, NULL));
  document = open_document (place);
  g_assert_true (maak_document_get_read_only (document));
  g_assert_cmpint (maak_document_get_state (document), ==, MAAK_SAVE_ALL_SAVED);
  assert_state_is_worded (document);
  g_assert_false (maak_document_save (document, NULL, &error));
  g_assert_error (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_READ_ONLY);
  g_assert_true (maak_document_close (document));
  g_object_unref (document);
  g_assert_cmpuint (count_drafts (place), ==, 0);
}

static const struct
{
  const char *name;
  void (*test) (Place *place, gconstpointer data);
  gconstpointer data;
} rows[] = {
  { "draft/new", test_new },
  { "draft/crash, never named", test_crash_unnamed },
  { "draft/crash, named", test_crash_named },
  { "draft/crash after the file was saved", test_crash_after_save },
  { "draft/crash after the file was saved, opened as a draft", test_crash_after_save, "draft" },
  { "draft/crashes in a row", test_crashes_in_a_row },
  { "draft/file damaged, draft good", test_damaged_file_good_draft },
  { "draft/garbage", test_damaged_draft, "\x01\x02 no plan" },
  { "draft/truncated", test_damaged_draft, "{\"format\": \"maakland-plan\", \"version\": 1, \"id\": " },
  { "draft/another format", test_damaged_draft, "{\"format\": \"something\"}" },
  { "draft/empty", test_damaged_draft, "" },
  { "draft/too large, never named", test_too_large },
  { "draft/too large, named", test_too_large, "named" },
  { "draft/held by another program", test_draft_held },
  { "open elsewhere/nothing typed", test_open_elsewhere },
  { "open elsewhere/something typed", test_open_elsewhere, "typed" },
  { "save/type while saving", test_type_while_saving },
  { "save/in order", test_saves_in_order },
  { "save/close while saving", test_close_while_saving },
  { "save/after a rest", test_rest },
  { "save/undo to what is saved", test_undo_to_saved },
  { "save/copy", test_save_copy },
  { "close/named", test_close_named },
  { "close/untouched", test_close_untouched },
  { "close/never named", test_close_unnamed },
  { "close/dropped", test_dropped },
  { "other programs/noticed at once", test_changed_underneath, "monitor" },
  { "other programs/noticed at the save", test_changed_underneath },
  { "other programs/closed then", test_changed_then_closed },
  { "other programs/overwritten when agreed", test_overwrite_when_agreed },
  { "other programs/reload", test_reload },
  { "other programs/reload the example", test_reload_example },
  { "other programs/reload another plan", test_reload_other_plan },
  { "other programs/file removed", test_file_removed },
  { "newer version", test_newer_version },
};

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/shell/document/", rows[i].name, NULL);
      g_test_add (path, Place, rows[i].data, set_up, rows[i].test, tear_down);
    }
  return g_test_run ();
}
