/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The folder of drafts: what is written is read back, who has a draft is known, what is damaged is told and kept.
 */
#include "maak-test.h"

#include "store/maak-drafts.h"
#include "store/maak-plan-file.h"

#include <sys/wait.h>
#include <unistd.h>

#define TEXT "{\n  \"format\": \"maakland-plan\"\n}\n"

typedef struct
{
  char       *folder;
  MaakDrafts *drafts;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  g_autofree char *path = NULL;

  place->folder = maak_test_make_folder ();
  /* Made when the first is written. */
  path = g_build_filename (place->folder, "some", "drafts", NULL);
  place->drafts = maak_drafts_new (path);
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_object_unref (place->drafts);
  maak_test_remove_folder (place->folder);
  g_free (place->folder);
}

static void
write_text (Place *place, const char *id, const char *string)
{
  g_autoptr (GBytes) text = g_bytes_new (string, strlen (string));
  g_autoptr (GError) error = NULL;

  g_assert_true (maak_drafts_write_text (place->drafts, id, text, &error));
  g_assert_no_error (error);
}

static void
write_details (Place *place, const char *id, const char *path)
{
  g_autoptr (MaakText) title = maak_text_new ("Overijssel maakt", "Overijssel makes");
  const MaakDraft details = {
    .id = (char *) id,
    .path = (char *) path,
    .mark = { 12, 34, "e184d38a12e78ea9517218c598c41d66772095a41575905daaa0c48461e89c8f" },
    .title = title,
    .region = (char *) "PV23",
    .page = (char *) "clusters",
    .crashes = 1,
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (maak_drafts_write_details (place->drafts, &details, &error));
  g_assert_no_error (error);
}

static char *
dup_path (Place *place, const char *name)
{
  return g_build_filename (maak_drafts_get_folder (place->drafts), name, NULL);
}

static void
put (Place *place, const char *name, const char *contents)
{
  g_autofree char *path = dup_path (place, name);

  g_mkdir_with_parents (maak_drafts_get_folder (place->drafts), 0700);
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static gboolean
is_there (Place *place, const char *name)
{
  g_autofree char *path = dup_path (place, name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_nothing (Place *place, gconstpointer data)
{
  g_autoptr (GPtrArray) list = maak_drafts_list (place->drafts);

  g_assert_cmpuint (list->len, ==, 0);
  g_assert_null (maak_drafts_lookup (place->drafts, "a"));
  g_assert_null (maak_drafts_lookup (place->drafts, "../a"));
  g_assert_null (maak_drafts_lookup_path (place->drafts, "/nowhere/plan.json"));
  g_assert_true (maak_drafts_remove (place->drafts, "a", NULL));
}

static void
test_round (Place *place, gconstpointer data)
{
  const char *path = data;
  g_autoptr (MaakDraft) draft = NULL;
  g_autoptr (GBytes) text = NULL;

  write_details (place, "a", path);
  write_text (place, "a", TEXT);
  draft = maak_drafts_lookup (place->drafts, "a");
  g_assert_nonnull (draft);
  g_assert_null (draft->problem);
  g_assert_true (draft->readable && !draft->held && !draft->closed);
  g_assert_cmpstr (draft->path, ==, path);
  g_assert_cmpint (draft->mark.size, ==, path != NULL ? 12 : 0);
  g_assert_cmpint (draft->mark.mtime_ns, ==, path != NULL ? 34 : 0);
  g_assert_cmpstr (draft->mark.sha256, ==, path != NULL ? "e184d38a12e78ea9517218c598c41d66772095a41575905daaa0c48461e89c8f" : "");
  g_assert_cmpstr (maak_text_get (draft->title, MAAK_LANGUAGE_EN), ==, "Overijssel makes");
  g_assert_cmpstr (draft->region, ==, "PV23");
  g_assert_cmpstr (draft->page, ==, "clusters");
  g_assert_cmpuint (draft->crashes, ==, 1);
  g_assert_cmpint (draft->time, >, 0);
  text = maak_drafts_read_text (place->drafts, "a", NULL);
  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), TEXT, strlen (TEXT));
}

static void
test_order (Place *place, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;

  write_text (place, "a", TEXT);
  write_text (place, "b", TEXT);
  write_text (place, "a", TEXT "\n");
  list = maak_drafts_list (place->drafts);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((MaakDraft *) g_ptr_array_index (list, 0))->id, ==, "a");
}

static void
test_remove (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_details (place, "a", NULL);
  write_text (place, "a", TEXT);
  g_assert_true (maak_drafts_remove (place->drafts, "a", NULL));
  g_assert_false (is_there (place, "a.maakland.json") || is_there (place, "a.draft.json"));
  g_assert_null (maak_drafts_read_text (place->drafts, "a", &error));
  g_assert_error (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_DRAFT);
  maak_test_assert_worded (error);
}

static void
assert_problem (Place *place, const char *id, gboolean readable)
{
  g_autoptr (GPtrArray) list = maak_drafts_list (place->drafts);
  const MaakDraft *draft;
  g_autofree char *nl = NULL;
  g_autofree char *en = NULL;

  g_assert_cmpuint (list->len, ==, 1);
  draft = g_ptr_array_index (list, 0);
  g_assert_cmpstr (draft->id, ==, id);
  g_assert_cmpint (draft->readable, ==, readable);
  g_assert_nonnull (draft->problem);
  nl = maak_message_dup_wording (draft->problem, MAAK_LANGUAGE_NL);
  en = maak_message_dup_wording (draft->problem, MAAK_LANGUAGE_EN);
  g_assert_cmpstr (nl, !=, en);
  g_assert_true (g_str_has_suffix (nl, ".") && g_str_has_suffix (en, "."));
}

/* Told, and kept as it is. */
static void
test_damaged (Place *place, gconstpointer data)
{
  g_autoptr (GBytes) text = NULL;

  write_details (place, "a", NULL);
  write_text (place, "a", data);
  assert_problem (place, "a", FALSE);
  text = maak_drafts_read_text (place->drafts, "a", NULL);
  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), data, strlen (data));
}

static void
test_details_damaged (Place *place, gconstpointer data)
{
  const char *details = data;

  if (details != NULL)
    put (place, "a.draft.json", details);
  write_text (place, "a", TEXT);
  assert_problem (place, "a", TRUE);
  g_assert_true (is_there (place, "a.maakland.json"));
  g_assert_cmpint (is_there (place, "a.draft.json"), ==, details != NULL);
}

/* What a program left that ended before it wrote a text; and what is none of ours. */
static void
test_sweep (Place *place, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;

  write_details (place, "gone", NULL);
  write_details (place, "open", NULL);
  g_assert_true (maak_drafts_claim (place->drafts, "open", NULL));
  put (place, "lonely.lock", "");
  put (place, ".gone.maakland.json.0123abcd.tmp", "half");
  put (place, ".gone.draft.json.0123abcd.tmp", "half");
  put (place, ".open.maakland.json.0123abcd.tmp", "half");
  put (place, "notes.txt", "mine");
  put (place, ".hidden.maakland.json", TEXT);
  list = maak_drafts_list (place->drafts);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_false (is_there (place, "gone.draft.json"));
  g_assert_false (is_there (place, "gone.lock") || is_there (place, "lonely.lock"));
  g_assert_false (is_there (place, ".gone.maakland.json.0123abcd.tmp") || is_there (place, ".gone.draft.json.0123abcd.tmp"));
  g_assert_true (is_there (place, "open.draft.json") && is_there (place, "open.lock"));
  g_assert_true (is_there (place, ".open.maakland.json.0123abcd.tmp"));
  g_assert_true (is_there (place, "notes.txt"));
  g_assert_true (is_there (place, ".hidden.maakland.json"));
}

/* --- Who has it --- */

static void
test_claim (Place *place, gconstpointer data)
{
  g_autoptr (MaakDrafts) other = maak_drafts_new (maak_drafts_get_folder (place->drafts));
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakDraft) held = NULL;
  g_autoptr (MaakDraft) released = NULL;

  g_assert_true (maak_drafts_claim (place->drafts, "a", NULL));
  g_assert_false (maak_drafts_claim (other, "a", &error));
  g_assert_error (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_HELD);
  maak_test_assert_worded (error);
  g_clear_error (&error);
  g_assert_false (maak_drafts_claim (place->drafts, "a", &error));
  g_assert_error (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_HELD);
  write_text (place, "a", TEXT);
  held = maak_drafts_lookup (other, "a");
  g_assert_true (held->held);
  maak_drafts_release (place->drafts, "a");
  released = maak_drafts_lookup (other, "a");
  g_assert_false (released->held);
  g_assert_true (maak_drafts_claim (other, "a", NULL));
  maak_drafts_release (other, "a");
  g_assert_false (is_there (place, "a.lock"));
}

/* The kernel gives the lock of a program back that was killed. */
static void
test_claim_of_the_dead (Place *place, gconstpointer data)
{
  g_autoptr (MaakDraft) held = NULL;
  g_autoptr (MaakDraft) dead = NULL;
  int   ready[2], status;
  pid_t child;
  char  byte;

  write_text (place, "a", TEXT);
  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      if (maak_drafts_claim (place->drafts, "a", NULL) && write (ready[1], "1", 1) == 1)
        pause ();
      _exit (1);
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  held = maak_drafts_lookup (place->drafts, "a");
  g_assert_true (held->held);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  dead = maak_drafts_lookup (place->drafts, "a");
  g_assert_true (maak_draft_is_crash (dead));
  g_assert_true (maak_drafts_claim (place->drafts, "a", NULL));
  close (ready[0]);
  close (ready[1]);
}

static void
test_lookup_path (Place *place, gconstpointer data)
{
  g_autofree char *plan = g_build_filename (place->folder, "plan.json", NULL);
  g_autofree char *link = g_build_filename (place->folder, "link.json", NULL);
  g_autoptr (MaakDraft) none = NULL;
  g_autoptr (MaakDraft) open = NULL;
  g_autoptr (MaakDraft) free_one = NULL;

  g_assert_true (g_file_set_contents (plan, "{}", -1, NULL));
  g_assert_cmpint (symlink (plan, link), ==, 0);
  write_details (place, "other", link);
  none = maak_drafts_lookup_path (place->drafts, plan);
  g_assert_null (none);
  /* Open, and nothing typed yet. */
  g_assert_true (maak_drafts_claim (place->drafts, "other", NULL));
  open = maak_drafts_lookup_path (place->drafts, plan);
  g_assert_cmpstr (open->id, ==, "other");
  g_assert_true (open->held && !open->readable);
  write_details (place, "left", plan);
  write_text (place, "left", TEXT);
  free_one = maak_drafts_lookup_path (place->drafts, link);
  g_assert_cmpstr (free_one->id, ==, "left");
}

static const struct
{
  const char *name;
  void (*test) (Place *place, gconstpointer data);
  gconstpointer data;
} rows[] = {
  { "nothing", test_nothing },
  { "round/never named", test_round },
  { "round/named", test_round, "/een map/Plan é #1.maakland.json" },
  { "round/name that is not UTF-8", test_round, "/map/plan \xff.json" },
  { "order", test_order },
  { "remove", test_remove },
  { "damaged/garbage", test_damaged, "\x01\x02" },
  { "damaged/truncated", test_damaged, "{\"format\": \"maakland-plan\", \"plan\": {\"id\"" },
  { "damaged/empty", test_damaged, "" },
  { "details/missing", test_details_damaged },
  { "details/garbage", test_details_damaged, "garbage" },
  { "details/array", test_details_damaged, "[1]" },
  { "details/other format", test_details_damaged, "{\"format\": \"x\"}" },
  { "sweep", test_sweep },
  { "claim/two programs", test_claim },
  { "claim/killed", test_claim_of_the_dead },
  { "lookup path", test_lookup_path },
};

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/store/drafts/", rows[i].name, NULL);
      g_test_add (path, Place, rows[i].data, set_up, rows[i].test, tear_down);
    }
  return g_test_run ();
}
