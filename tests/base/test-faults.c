/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Saving while calls fail. A case is one situation (first save, saving again, through a link, a folder in which nothing
 * can be made, no rename, a mode that cannot be kept), one call and one errno. It makes that call fail the first time, the
 * second, ... as long as there is a further one, once and for ever, and each time holds that the file has its old bytes
 * or its new ones, that success is only reported with the new ones, and that failure is worded.
 *
 * The faults come from fault-shim.c; the program starts itself again with it in LD_PRELOAD.
 */
#include "base/maak-file.h"
#include "maak-test.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define OLD "{\n  \"old\": \"what was there before, of some length\"\n}\n"
#define LONGER "{\n  \"new\": \"what comes now, and it is quite a bit longer than what was there before\"\n}\n"
#define SHORTER "{\n  \"new\": 1\n}\n"
#define NAME "plan.maakland.json"
#define MODE 0640
#define MAX_NTH 30

static void (*watch) (const char *folder);
static void (*refuse) (const char *call, int error);
static void (*arm) (const char *call, int error, int nth, int for_ever);
static void (*call_at) (const char *call, void (*function) (void));
static void (*disarm) (void);
static int (*count) (const char *call);
static int (*get_hits) (void);

typedef struct
{
  const char *name;
  gboolean    exists;
  gboolean    link;
  const char *refused; /* a call that never works here */
  int         refusal;
  const char *new;
} Situation;

static const Situation situations[] = {
  { "first", FALSE, FALSE, NULL, 0, LONGER },
  { "again", TRUE, FALSE, NULL, 0, LONGER },
  { "link", TRUE, TRUE, NULL, 0, LONGER },
  { "closed-folder", TRUE, FALSE, "create", EACCES, LONGER },
  { "closed-folder-shorter", TRUE, FALSE, "create", EROFS, SHORTER },
  { "no-rename", TRUE, FALSE, "rename", ENOSYS, LONGER },
  { "no-rename-first", FALSE, FALSE, "rename", EXDEV, LONGER },
  { "no-rename-link", TRUE, TRUE, "rename", EPERM, SHORTER },
  { "mode-not-kept", TRUE, FALSE, "fchmod", EPERM, LONGER },
};

static const struct
{
  const char *name;
  int         error;
} errors[] = {
  { "EIO", EIO },
  { "ENOSPC", ENOSPC },
  { "EDQUOT", EDQUOT },
  { "EACCES", EACCES },
  { "EROFS", EROFS },
  { "EINTR", EINTR },
  { "short", -1 },
};

static const char *const call_names[] = { "create", "open", "read", "write", "fsync", "rename", "close", "unlink", "fchmod", "ftruncate" };

typedef struct
{
  const Situation *situation;
  const char      *call;
  int              error;
} Case;

typedef struct
{
  char        *folder;
  char        *path; /* what is saved to, a link in some situations */
  char        *file; /* what holds the bytes */
  MaakFileMark mark;
} Place;

static void
make_place (Place *self, const Situation *situation)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *linked = NULL;

  self->folder = maak_test_make_folder ();
  self->file = g_build_filename (self->folder, NAME, NULL);
  linked = g_build_filename (self->folder, "link.json", NULL);
  self->path = g_strdup (situation->link ? linked : self->file);
  self->mark = (MaakFileMark) { 0 };
  if (situation->link)
    g_assert_cmpint (symlink (NAME, self->path), ==, 0);
  if (situation->exists)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_assert_true (g_file_set_contents (self->file, OLD, -1, &error));
      g_assert_cmpint (chmod (self->file, MODE), ==, 0);
      bytes = maak_file_read (self->path, 1 << 20, &self->mark, &error);
      g_assert_no_error (error);
    }
  watch (self->folder);
  if (situation->refused != NULL)
    refuse (situation->refused, situation->refusal);
}

static void
clear_place (Place *self)
{
  maak_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->file);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* What holds after every save, failed or not. */
static void
check_place (const Place *self, const Case *test, gboolean saved, const MaakFileMark *mark, const GError *error)
{
  const Situation *situation = test->situation;
  g_autofree char *content = NULL;
  gsize            length = 0;
  gboolean         is_new;
  struct stat      info;

  g_file_get_contents (self->file, &content, &length, NULL);
  is_new = content != NULL && length == strlen (situation->new) && memcmp (content, situation->new, length) == 0;
  if (!is_new && situation->exists)
    g_assert_cmpstr (content, ==, OLD);
  else if (!is_new)
    g_assert_null (content);
  if (saved)
    g_assert_true (is_new);
  else
    maak_test_assert_worded (error);
  g_assert_cmpint (is_new, ==, mark->size != 0);
  if (situation->link)
    g_assert_true (g_file_test (self->path, G_FILE_TEST_IS_SYMLINK));
  if (situation->exists)
    {
      g_assert_cmpint (stat (self->file, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 07777, ==, MODE);
    }
  if (strcmp (test->call, "unlink") != 0)
    g_assert_cmpuint (count_files (self->folder), ==, (content != NULL ? 1 : 0) + (situation->link ? 1 : 0));
}

/* Returns whether the fault was met; counts in @failures how often a save failed. */
static gboolean
save_once (const Case *test, int nth, gboolean for_ever, guint *failures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->situation->new, strlen (test->situation->new));
  MaakFileMark mark = { 0 };
  Place        place;
  gboolean     saved;
  int          hits;

  make_place (&place, test->situation);
  arm (test->call, test->error, nth, for_ever);
  saved = maak_file_replace (place.path, bytes, &place.mark, &mark, &error);
  disarm ();
  hits = get_hits ();
  check_place (&place, test, saved, &mark, error);
  *failures += !saved;
  /* Nothing stands in the way of the next try. */
  g_clear_error (&error);
  watch (place.folder);
  arm ("none", 0, 1, FALSE);
  saved = maak_file_replace (place.path, bytes, mark.size != 0 ? &mark : &place.mark, &mark, &error);
  disarm ();
  g_assert_no_error (error);
  g_assert_true (saved);
  clear_place (&place);
  return hits > 0;
}

/* A disk that fails or is full may not be passed over: in writing and syncing never, in closing at least what was written. */
static guint
get_least_failures (const Case *test, int times)
{
  if (test->error != EIO && test->error != ENOSPC && test->error != EDQUOT)
    return 0;
  if (strcmp (test->call, "write") == 0 || strcmp (test->call, "fsync") == 0)
    return (guint) times;
  return strcmp (test->call, "close") == 0 || strcmp (test->call, "rename") == 0 ? 1 : 0;
}

static void
test_fault (gconstpointer data)
{
  const Case *test = data;

  for (int for_ever = 0; for_ever <= 1; for_ever++)
    {
      guint failures = 0;
      int   nth = 1;
      while (nth < MAX_NTH && save_once (test, nth, for_ever, &failures))
        nth++;
      g_assert_cmpint (nth, <, MAX_NTH);
      g_assert_cmpint (nth, >, 1);
      g_assert_cmpuint (failures, >=, get_least_failures (test, nth - 1));
    }
}

/* Without a fault every situation saves. */
static void
test_no_fault (gconstpointer data)
{
  const Case test = { data, "none", EIO };
  guint      failures = 0;

  g_assert_false (save_once (&test, 1, FALSE, &failures));
  g_assert_cmpuint (failures, ==, 0);
}

static Place *between; /* where another program writes between our looking and our renaming */

static void
write_theirs (void)
{
  g_assert_true (g_file_set_contents (between->file, "theirs", -1, NULL));
}

/* A program that knows nothing of our lock writes while we write: its bytes stay. */
static void
test_between (gconstpointer data)
{
  const Situation *situation = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (situation->new, strlen (situation->new));
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  Place            place;

  make_place (&place, situation);
  between = &place;
  arm ("none", 0, 1, FALSE);
  call_at ("write", write_theirs);
  g_assert_false (maak_file_replace (place.path, bytes, &place.mark, NULL, &error));
  disarm ();
  g_assert_error (error, MAAK_FILE_ERROR, MAAK_FILE_ERROR_CHANGED);
  maak_test_assert_worded (error);
  g_assert_true (g_file_get_contents (place.file, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "theirs");
  g_assert_cmpuint (count_files (place.folder), ==, situation->link ? 2 : 1);
  clear_place (&place);
}

/* Calls that a situation makes at all; unlink only happens when something else fails. */
static gboolean
is_called (const Situation *situation, const char *call)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (situation->new, strlen (situation->new));
  Place    place;
  gboolean called;

  make_place (&place, situation);
  arm ("none", 0, 1, FALSE);
  maak_file_replace (place.path, bytes, &place.mark, NULL, NULL);
  disarm ();
  called = count (call) > 0;
  clear_place (&place);
  return called;
}

static void
add_cases (const Situation *situation)
{
  for (guint call = 0; call < G_N_ELEMENTS (call_names); call++)
    for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
      {
        g_autofree char *path = g_strdup_printf ("/base/faults/%s/%s/%s", situation->name, call_names[call], errors[i].name);
        Case            *test;
        if (errors[i].error < 0 && strcmp (call_names[call], "write") != 0)
          continue;
        if (!is_called (situation, call_names[call]))
          continue;
        test = g_new (Case, 1);
        *test = (Case) { situation, call_names[call], errors[i].error };
        g_test_add_data_func_full (path, test, test_fault, g_free);
      }
}

static void
find_shim (char **argv)
{
  if (dlsym (RTLD_DEFAULT, "fault_shim_arm") == NULL)
    {
      /* The address sanitizer wants to be the first library; the shim takes nothing from it. */
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
  call_at = (void (*) (const char *, void (*) (void))) dlsym (RTLD_DEFAULT, "fault_shim_call_at");
  disarm = (void (*) (void)) dlsym (RTLD_DEFAULT, "fault_shim_disarm");
  count = (int (*) (const char *)) dlsym (RTLD_DEFAULT, "fault_shim_count");
  get_hits = (int (*) (void)) dlsym (RTLD_DEFAULT, "fault_shim_hits");
}

int
main (int argc, char **argv)
{
  find_shim (argv);
  maak_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (situations); i++)
    {
      g_autofree char *path = g_strdup_printf ("/base/faults/%s/none", situations[i].name);
      g_test_add_data_func (path, &situations[i], test_no_fault);
      add_cases (&situations[i]);
      /* In place nobody can be noticed any more once we write. */
      if (situations[i].refused == NULL)
        {
          g_autofree char *between_path = g_strdup_printf ("/base/faults/%s/between", situations[i].name);
          g_test_add_data_func (between_path, &situations[i], test_between);
        }
    }
  return g_test_run ();
}
