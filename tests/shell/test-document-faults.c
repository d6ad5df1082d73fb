/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Typing while the disk fails. A case is one call and one errno, in the folder of drafts or beside the plan's own file. It fails for ever: the
 * state says so in words, and nothing is lost: what can be written elsewhere is. Then it works again: without anybody doing anything the plan comes
 * to be on disk. And a plan that cannot be saved at all is not closed.
 *
 * The faults come from base/fault-shim.c; the program starts itself again with it in LD_PRELOAD.
 */
#include "document-fixture.h"

#include <dlfcn.h>
#include <errno.h>
#include <unistd.h>

static void (*watch) (const char *folder);
static void (*refuse) (const char *call, int error);
static void (*arm) (const char *call, int error, int nth, int for_ever);
static void (*disarm) (void);
static void (*call_at) (const char *call, void (*function) (void));

static const struct
{
  const char *name;
  const char *call;
  int         error;
} faults[] = {
  { "disk full", "write", ENOSPC },
  { "quota", "write", EDQUOT },
  { "disk error", "write", EIO },
  { "sync", "fsync", EIO },
  { "full when syncing", "fsync", ENOSPC },
  { "no new file", "create", ENOSPC },
  { "not allowed", "create", EACCES },
  { "read-only", "create", EROFS },
  { "rename", "rename", EIO },
};

typedef struct
{
  const char *call;
  int         error;
} Fault;

static void
begin_fault (const char *folder, const Fault *fault)
{
  watch (folder);
  refuse (fault->call, fault->error);
  /* In place it does not work either. */
  if (fault->error == EACCES || fault->error == EROFS)
    refuse ("open", fault->error);
  arm ("none", 0, 1, FALSE);
}

static void
assert_failure_is_worded (MaakDocument *document)
{
  MaakMessage     *message = maak_document_get_state_message (document);
  g_autofree char *nl = maak_message_dup_wording (message, MAAK_LANGUAGE_NL);
  g_autofree char *en = maak_message_dup_wording (message, MAAK_LANGUAGE_EN);

  g_assert_true (g_str_has_prefix (nl, "Nog niet opgeslagen"));
  g_assert_true (g_str_has_prefix (en, "Not saved yet"));
  g_assert_true (g_str_has_suffix (nl, ".") && g_str_has_suffix (en, "."));
  g_assert_null (strchr (nl, '{'));
}

static void
assert_draft_holds (Place *place, MaakDocument *document, const char *title)
{
  g_autoptr (GBytes) text = maak_drafts_read_text (place->drafts, document->details->id, NULL);
  g_autoptr (MaakPlanFile) file = maak_plan_file_new_from_bytes (text, place->library, NULL);
  g_autofree char *found = dup_title (file);

  g_assert_cmpstr (found, ==, title);
}

/* Never named: there is only the draft. */
static void
test_draft (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = new_document (place);

  type (document, "Een");
  wait_for_state (document, MAAK_SAVE_DRAFT);
  begin_fault (maak_drafts_get_folder (place->drafts), data);
  type (document, "Een twee");
  wait_for_state (document, MAAK_SAVE_FAILED);
  assert_failure_is_worded (document);
  type (document, "Een twee drie");
  wait_for (document->failures >= 3);
  g_assert_cmpint (maak_document_get_state (document), ==, MAAK_SAVE_FAILED);
  disarm ();
  assert_draft_holds (place, document, "Een");
  wait_for_state (document, MAAK_SAVE_DRAFT);
  assert_draft_holds (place, document, "Een twee drie");
  maak_document_discard_draft (document);
}

/* The first draft fails: there is none, and then there is. */
static void
test_first_draft (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = NULL;

  g_mkdir_with_parents (maak_drafts_get_folder (place->drafts), 0700);
  begin_fault (maak_drafts_get_folder (place->drafts), data);
  document = new_document (place);
  wait_for_state (document, MAAK_SAVE_FAILED);
  assert_failure_is_worded (document);
  disarm ();
  wait_for_state (document, MAAK_SAVE_DRAFT);
  maak_document_discard_draft (document);
}

/* Named: what cannot be a draft goes into the plan's own file at once. */
static void
test_draft_of_named (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = open_saved (place, "Een");

  begin_fault (maak_drafts_get_folder (place->drafts), data);
  type (document, "Een twee");
  wait_for_state (document, MAAK_SAVE_ALL_SAVED);
  disarm ();
  assert_title_in (place, place->path, "Een twee");
  g_assert_true (maak_document_close (document));
}

/* The plan's own file cannot be written: the draft holds it, also when the window is closed, and another place can be had. */
static void
test_own_file (Place *place, gconstpointer data)
{
  MaakDocument    *document = open_saved (place, "Een");
  g_autofree char *folder = g_build_filename (place->folder, "usb", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.maakland.json", NULL);
  g_autofree char *id = g_strdup (document->details->id);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (maak_document_save (document, path, NULL));
  type (document, "Een twee");
  wait_for_state (document, MAAK_SAVE_DRAFT);
  begin_fault (folder, data);
  g_assert_false (maak_document_save (document, NULL, &error));
  maak_test_assert_worded (error);
  g_assert_cmpint (maak_document_get_state (document), ==, MAAK_SAVE_FAILED);
  assert_failure_is_worded (document);
  g_assert_true (maak_document_get_modified (document));
  assert_draft_holds (place, document, "Een twee");
  g_assert_true (maak_document_close (document));
  disarm ();
  g_object_unref (document);
  assert_title_in (place, path, "Een");
  g_clear_error (&error);
  document = maak_document_recover (id, place->library, place->drafts, &error);
  g_assert_no_error (error);
  assert_title (document, "Een twee");
  g_assert_true (maak_document_save (document, place->path, &error));
  assert_title_in (place, place->path, "Een twee");
  g_assert_true (maak_document_close (document));
  g_object_unref (document);
}

/* Nothing can be written anywhere: the document stays open, and says so. */
static void
test_nowhere (Place *place, gconstpointer data)
{
  g_autoptr (MaakDocument) document = open_saved (place, "Een");

  begin_fault (place->folder, data);
  type (document, "Een twee");
  wait_for_state (document, MAAK_SAVE_FAILED);
  assert_failure_is_worded (document);
  g_assert_false (maak_document_close (document));
  g_assert_cmpint (maak_document_get_state (document), ==, MAAK_SAVE_FAILED);
  type (document, "Een twee drie");
  disarm ();
  wait_for (maak_document_get_state (document) != MAAK_SAVE_FAILED && maak_document_get_state (document) != MAAK_SAVE_PENDING);
  g_assert_true (maak_document_close (document));
  assert_title_in (place, place->path, "Een twee drie");
  g_assert_cmpuint (count_drafts (place), ==, 0);
}

static GMutex   slow_lock;
static GCond    slow_cond;
static gboolean slow_reached, slow_over;

static void
be_slow (void)
{
  g_mutex_lock (&slow_lock);
  slow_reached = TRUE;
  while (!slow_over)
    g_cond_wait (&slow_cond, &slow_lock);
  g_mutex_unlock (&slow_lock);
}

static gboolean
is_reached (void)
{
  gboolean reached;

  g_mutex_lock (&slow_lock);
  reached = slow_reached;
  g_mutex_unlock (&slow_lock);
  return reached;
}

/* The plan's own file takes long, as over a network: what is typed meanwhile is in the draft, and stays there when the file is written. */
static void
test_slow_file (Place *place, gconstpointer data)
{
  MaakDocument *document = open_saved (place, "Een");

  type (document, "Een twee");
  wait_for_state (document, MAAK_SAVE_DRAFT);
  watch (place->path);
  arm ("none", 0, 1, FALSE);
  call_at ("rename", be_slow);
  maak_document_save_async (document, NULL, NULL, NULL);
  wait_for (is_reached ());
  type (document, "Een twee drie");
  wait_for (document->drafted == document->serial);
  assert_draft_holds (place, document, "Een twee drie");
  g_mutex_lock (&slow_lock);
  slow_over = TRUE;
  g_cond_signal (&slow_cond);
  g_mutex_unlock (&slow_lock);
  wait_for (!document->saving);
  disarm ();
  assert_title_in (place, place->path, "Een twee");
  assert_draft_holds (place, document, "Een twee drie");
  drop_dead (place, &document);
  document = open_document (place);
  assert_title (document, "Een twee drie");
  g_assert_false (maak_document_get_changed_underneath (document));
  g_assert_true (maak_document_close (document));
  assert_title_in (place, place->path, "Een twee drie");
  g_object_unref (document);
}

static void
find_shim (char **argv)
{
  if (dlsym (RTLD_DEFAULT, "fault_shim_arm") == NULL)
    {
      const char      *asked = g_getenv ("ASAN_OPTIONS");
      g_autofree char *options = g_strconcat (asked != NULL ? asked : "", ":verify_asan_link_order=0", NULL);
      g_setenv ("ASAN_OPTIONS", options, TRUE);
      g_assert_null (g_getenv ("MAAKLAND_FAULT_SHIM"));
      g_setenv ("MAAKLAND_FAULT_SHIM", "1", TRUE);
      g_setenv ("LD_PRELOAD", FAULT_SHIM, TRUE);
      execv ("/proc/self/exe", argv);
      g_error ("the program cannot start itself again: %s", g_strerror (errno));
    }
  g_unsetenv ("LD_PRELOAD");
  watch = (void (*) (const char *)) dlsym (RTLD_DEFAULT, "fault_shim_watch");
  refuse = (void (*) (const char *, int)) dlsym (RTLD_DEFAULT, "fault_shim_refuse");
  arm = (void (*) (const char *, int, int, int)) dlsym (RTLD_DEFAULT, "fault_shim_arm");
  disarm = (void (*) (void)) dlsym (RTLD_DEFAULT, "fault_shim_disarm");
  call_at = (void (*) (const char *, void (*) (void))) dlsym (RTLD_DEFAULT, "fault_shim_call_at");
}

static const struct
{
  const char *name;
  void (*test) (Place *place, gconstpointer data);
} situations[] = {
  { "draft", test_draft },
  { "first draft", test_first_draft },
  { "draft of a named plan", test_draft_of_named },
  { "own file", test_own_file },
  { "nowhere", test_nowhere },
};

int
main (int argc, char **argv)
{
  static Fault data[G_N_ELEMENTS (faults)];

  find_shim (argv);
  maak_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (situations); i++)
    for (guint j = 0; j < G_N_ELEMENTS (faults); j++)
      {
        g_autofree char *path = g_strconcat ("/shell/document faults/", situations[i].name, "/", faults[j].name, NULL);
        data[j] = (Fault) { faults[j].call, faults[j].error };
        g_test_add (path, Place, &data[j], set_up, situations[i].test, tear_down);
      }
  g_test_add ("/shell/document faults/own file/slow", Place, NULL, set_up, test_slow_file, tear_down);
  return g_test_run ();
}
