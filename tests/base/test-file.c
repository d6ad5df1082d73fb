/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "base/maak-file.h"
#include "maak-test.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#define MIB (1 << 20)

static char *folder; /* a fresh one for each case */

static void
run_in_folder (gconstpointer data)
{
  void (*test) (void) = *(void (*const *) (void)) ((const char *) data + sizeof (char *));

  folder = maak_test_make_folder ();
  test ();
  maak_test_remove_folder (folder);
  g_clear_pointer (&folder, g_free);
}

static char *
at (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static gboolean
save (const char *path, const char *content, const MaakFileMark *expected, MaakFileMark *mark, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  return maak_file_replace (path, bytes, expected, mark, error);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  g_file_get_contents (path, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, expected);
}

static void
assert_refused (GError *error, MaakFileErrorCode code, const char *path)
{
  g_assert_error (error, MAAK_FILE_ERROR, (int) code);
  g_assert_cmpstr (maak_error_get_file (error), ==, path);
  maak_test_assert_worded (error);
}

static void
refuse_reading (const char *path, gsize limit, MaakFileErrorCode code)
{
  g_autoptr (GError) error = NULL;
  MaakFileMark mark;

  g_assert_null (maak_file_read (path, limit, &mark, &error));
  assert_refused (error, code, path);
}

static void
test_read (void)
{
  g_autofree char *path = at ("a");
  MaakFileMark     mark;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *hash = NULL;

  g_assert_true (g_file_set_contents (path, "hello", 5, NULL));
  bytes = maak_file_read (path, 5, &mark, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "hello", 5);
  g_assert_cmpuint (mark.size, ==, 5);
  g_assert_cmpstr (mark.sha256, ==, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
  hash = maak_file_hash (path, &error);
  g_assert_cmpstr (hash, ==, mark.sha256);
}

static void
test_read_empty (void)
{
  g_autofree char *path = at ("a");
  MaakFileMark     mark;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  bytes = maak_file_read (path, 0, &mark, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
  g_assert_cmpstr (mark.sha256, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void
test_read_missing (void)
{
  g_autofree char *path = at ("a");

  refuse_reading (path, MIB, MAAK_FILE_ERROR_NOT_FOUND);
}

static void
test_read_below_file (void)
{
  g_autofree char *path = at ("a");
  g_autofree char *below = at ("a/b");

  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
  refuse_reading (below, MIB, MAAK_FILE_ERROR_NOT_FOUND);
}

static void
test_read_folder (void)
{
  refuse_reading (folder, MIB, MAAK_FILE_ERROR_NOT_A_FILE);
}

static void
test_read_fifo (void)
{
  g_autofree char *path = at ("a");

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  refuse_reading (path, MIB, MAAK_FILE_ERROR_NOT_A_FILE);
}

static void
test_read_device (void)
{
  refuse_reading ("/dev/zero", MIB, MAAK_FILE_ERROR_NOT_A_FILE);
}

static void
test_read_too_large (void)
{
  g_autofree char *path = at ("a");

  g_assert_true (g_file_set_contents (path, "hello", 5, NULL));
  refuse_reading (path, 4, MAAK_FILE_ERROR_TOO_LARGE);
}

/* A gibibyte of nothing: refused by its size, without being read. */
static void
test_read_gibibyte (void)
{
  g_autofree char *path = at ("a");

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (truncate (path, 1 << 30), ==, 0);
  refuse_reading (path, 16 * MIB, MAAK_FILE_ERROR_TOO_LARGE);
}

/* A file whose size says nothing is still held to the limit. */
static void
test_read_proc (void)
{
  g_autoptr (GBytes) bytes = maak_file_read ("/proc/self/status", MIB, NULL, NULL);

  g_assert_cmpuint (g_bytes_get_size (bytes), >, 10);
  refuse_reading ("/proc/self/status", 10, MAAK_FILE_ERROR_TOO_LARGE);
}

static void
test_read_link_circle (void)
{
  g_autofree char *path = at ("a");

  g_assert_cmpint (symlink ("a", path), ==, 0);
  refuse_reading (path, MIB, MAAK_FILE_ERROR_FAILED);
}

static void
test_save_first (void)
{
  g_autofree char   *path = at ("a");
  const MaakFileMark none = { 0 };
  MaakFileMark       mark;
  struct stat        info;
  const mode_t       mask = umask (0027);
  g_autoptr (GError) error = NULL;

  g_assert_true (save (path, "new", &none, &mark, &error));
  umask (mask);
  g_assert_no_error (error);
  assert_content (path, "new");
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (mark.size, ==, 3);
}

static void
test_save_empty (void)
{
  g_autofree char *path = at ("a");

  g_assert_true (save (path, "", NULL, NULL, NULL));
  assert_content (path, "");
}

static void
test_save_again (void)
{
  g_autofree char *path = at ("a");
  MaakFileMark     mark;

  g_assert_true (save (path, "one", NULL, &mark, NULL));
  g_assert_true (save (path, "two", &mark, &mark, NULL));
  g_assert_true (save (path, "three", &mark, &mark, NULL));
  assert_content (path, "three");
}

static void
test_save_touched (void)
{
  g_autofree char      *path = at ("a");
  const struct timespec times[2] = { { 1000000, 0 }, { 1000000, 0 } };
  MaakFileMark          mark;

  g_assert_true (save (path, "one", NULL, &mark, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  /* Another time, the same bytes: nobody's work is lost. */
  g_assert_true (save (path, "two", &mark, NULL, NULL));
}

static void
refuse_changed (const char *path, const MaakFileMark *expected, const char *left)
{
  g_autoptr (GError) error = NULL;
  MaakFileMark mark = { .size = 77 };

  g_assert_false (save (path, "mine", expected, &mark, &error));
  assert_refused (error, MAAK_FILE_ERROR_CHANGED, path);
  assert_content (path, left);
  g_assert_cmpuint (mark.size, ==, 77);
}

static void
test_changed (void)
{
  g_autofree char *path = at ("a");
  MaakFileMark     mark;

  g_assert_true (save (path, "one", NULL, &mark, NULL));
  g_assert_true (g_file_set_contents (path, "theirs", -1, NULL));
  refuse_changed (path, &mark, "theirs");
}

/* Same size, same time stamp, other bytes. */
static void
test_changed_unseen (void)
{
  g_autofree char *path = at ("a");
  MaakFileMark     mark;
  struct stat      info;

  g_assert_true (save (path, "one", NULL, &mark, NULL));
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_true (g_file_set_contents (path, "two", -1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, path, (struct timespec[2]) { info.st_atim, info.st_mtim }, 0), ==, 0);
  refuse_changed (path, &mark, "two");
}

static void
test_changed_appeared (void)
{
  g_autofree char   *path = at ("a");
  const MaakFileMark none = { 0 };

  g_assert_true (g_file_set_contents (path, "theirs", -1, NULL));
  refuse_changed (path, &none, "theirs");
}

static void
test_changed_empty_appeared (void)
{
  g_autofree char   *path = at ("a");
  const MaakFileMark none = { 0 };

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  refuse_changed (path, &none, "");
}

/* Somebody took it away: writing it again overwrites nothing. */
static void
test_vanished (void)
{
  g_autofree char *path = at ("a");
  MaakFileMark     mark;

  g_assert_true (save (path, "one", NULL, &mark, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  refuse_changed (path, &mark, NULL);
}

static void
test_link (void)
{
  g_autofree char *path = at ("a");
  g_autofree char *link = at ("b");
  g_autofree char *link_to_link = at ("c");

  g_assert_true (g_file_set_contents (path, "one", -1, NULL));
  g_assert_cmpint (symlink ("a", link), ==, 0);
  g_assert_cmpint (symlink (link, link_to_link), ==, 0);
  g_assert_true (save (link_to_link, "two", NULL, NULL, NULL));
  assert_content (path, "two");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK) && g_file_test (link_to_link, G_FILE_TEST_IS_SYMLINK));
}

static void
test_link_to_nothing (void)
{
  g_autofree char *path = at ("a");
  g_autofree char *link = at ("b");

  g_assert_cmpint (symlink ("a", link), ==, 0);
  g_assert_true (save (link, "two", NULL, NULL, NULL));
  assert_content (path, "two");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

static void
refuse_saving (const char *path, MaakFileErrorCode code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (path, "new", NULL, NULL, &error));
  assert_refused (error, code, path);
}

static void
test_link_circle (void)
{
  g_autofree char *path = at ("a");

  g_assert_cmpint (symlink ("a", path), ==, 0);
  refuse_saving (path, MAAK_FILE_ERROR_FAILED);
}

static void
test_save_to_folder (void)
{
  refuse_saving (folder, MAAK_FILE_ERROR_NOT_A_FILE);
}

static void
test_save_to_fifo (void)
{
  g_autofree char *path = at ("a");

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  refuse_saving (path, MAAK_FILE_ERROR_NOT_A_FILE);
}

static void
test_save_no_folder (void)
{
  g_autofree char *path = at ("nowhere/a");

  refuse_saving (path, MAAK_FILE_ERROR_NOT_FOUND);
}

static void
test_save_device (void)
{
  refuse_saving ("/dev/full", MAAK_FILE_ERROR_NOT_A_FILE);
}

static void
test_mode (void)
{
  g_autofree char *path = at ("a");
  struct stat      info;

  g_assert_true (g_file_set_contents (path, "one", -1, NULL));
  g_assert_cmpint (chmod (path, 0664), ==, 0);
  g_assert_true (save (path, "two", NULL, NULL, NULL));
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0664);
}

/* The other name keeps the old bytes, whole. */
static void
test_hard_link (void)
{
  g_autofree char *path = at ("a");
  g_autofree char *other = at ("b");

  g_assert_true (g_file_set_contents (path, "one", -1, NULL));
  g_assert_cmpint (link (path, other), ==, 0);
  g_assert_true (save (path, "two", NULL, NULL, NULL));
  assert_content (path, "two");
  assert_content (other, "one");
}

static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (250, 'a');
  g_autofree char *path = at (name);
  g_autofree char *too_long_name = g_strnfill (300, 'a');
  g_autofree char *too_long = at (too_long_name);

  g_assert_true (save (path, "one", NULL, NULL, NULL));
  g_assert_true (save (path, "two", NULL, NULL, NULL));
  assert_content (path, "two");
  refuse_saving (too_long, MAAK_FILE_ERROR_FAILED);
}

static void
test_nothing_left (void)
{
  g_autofree char *path = at ("a");
  MaakFileMark     mark;
  g_autoptr (GDir) dir = NULL;

  g_assert_true (save (path, "one", NULL, &mark, NULL));
  g_assert_true (g_file_set_contents (path, "theirs", -1, NULL));
  g_assert_false (save (path, "two", &mark, NULL, NULL));
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "a");
  g_assert_null (g_dir_read_name (dir));
}

/* Two writers */

#define N_WRITERS 4
#define N_ROUNDS 125

/* Reads a number, writes the next, again when somebody was first. */
static gpointer
count_up (gpointer data)
{
  const char *path = data;
  gsize       conflicts = 0;

  for (guint done = 0; done < N_ROUNDS;)
    {
      g_autoptr (GError) error = NULL;
      MaakFileMark mark;
      g_autoptr (GBytes) old = maak_file_read (path, MIB, &mark, NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (old, NULL), g_bytes_get_size (old));
      g_autofree char *next = g_strdup_printf ("%04d", atoi (text) + 1);
      if (save (path, next, &mark, NULL, &error))
        done++;
      else
        {
          g_assert_error (error, MAAK_FILE_ERROR, MAAK_FILE_ERROR_CHANGED);
          conflicts++;
        }
    }
  return GSIZE_TO_POINTER (conflicts);
}

/* Every save that was reported as done is in the final number: nobody overwrote anybody. */
static void
test_writers (void)
{
  g_autofree char *path = at ("a");
  g_autofree char *expected = g_strdup_printf ("%04d", N_WRITERS * N_ROUNDS);
  GThread         *threads[N_WRITERS];
  gsize            conflicts = 0;

  g_assert_true (save (path, "0000", NULL, NULL, NULL));
  for (guint i = 0; i < N_WRITERS; i++)
    threads[i] = g_thread_new ("writer", count_up, path);
  for (guint i = 0; i < N_WRITERS; i++)
    conflicts += GPOINTER_TO_SIZE (g_thread_join (threads[i]));
  assert_content (path, expected);
  g_test_message ("%" G_GSIZE_FORMAT " times somebody else was first", conflicts);
}

static void
test_look (void)
{
  g_autofree char *path = at ("a");
  MaakFileMark     saved, looked;
  g_autoptr (GError) error = NULL;

  g_assert_true (maak_file_look (path, &looked, &error));
  g_assert_cmpstr (looked.sha256, ==, "");
  g_assert_true (save (path, "x", NULL, &saved, NULL));
  g_assert_true (maak_file_look (path, &looked, &error));
  g_assert_cmpstr (looked.sha256, ==, saved.sha256);
  g_assert_cmpint (looked.size, ==, 1);
  g_assert_cmpint (looked.mtime_ns, ==, saved.mtime_ns);
  g_assert_false (maak_file_look (folder, &looked, &error));
  assert_refused (error, MAAK_FILE_ERROR_NOT_A_FILE, folder);
}

static void
test_same (void)
{
  g_autofree char *a = at ("a");
  g_autofree char *around = g_build_filename (folder, ".", "b", "..", "a", NULL);
  g_autofree char *b = at ("b");

  /* Where there is nothing yet the names count. */
  g_assert_true (maak_file_is_same (a, around));
  g_assert_false (maak_file_is_same (a, b));
  g_assert_true (save (a, "x", NULL, NULL, NULL));
  g_assert_cmpint (symlink ("a", b), ==, 0);
  g_assert_true (maak_file_is_same (a, b));
  g_unlink (b);
  g_assert_true (save (b, "x", NULL, NULL, NULL));
  g_assert_false (maak_file_is_same (a, b));
}

/* What a killed program left beside a file goes when it is old; nothing else does. */
static void
test_sweep (void)
{
  static const struct
  {
    const char *name;
    gboolean    old, stays;
  } files[] = {
    { "plan.json", TRUE, TRUE },
    { ".plan.json.0123abcd.tmp", TRUE, FALSE },
    { ".plan.json.89abcdef.tmp", FALSE, TRUE },
    { ".plan.json.0123abcde.tmp", TRUE, TRUE },
    { ".plan.json.0123abcd.txt", TRUE, TRUE },
    { ".other.json.0123abcd.tmp", TRUE, TRUE },
    { "plan.json.0123abcd.tmp", TRUE, TRUE },
  };
  g_autofree char *plan = at ("plan.json");

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char     *path = at (files[i].name);
      const struct utimbuf then = { 1000000, 1000000 };
      g_assert_true (save (path, "x", NULL, NULL, NULL));
      if (files[i].old)
        g_assert_cmpint (utime (path, &then), ==, 0);
    }
  maak_file_sweep (plan);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = at (files[i].name);
      g_test_message ("%s", files[i].name);
      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, files[i].stays);
    }
}

static const struct
{
  const char *name;
  void (*test) (void);
} rows[] = {
  { "read", test_read },
  { "read-empty", test_read_empty },
  { "read-missing", test_read_missing },
  { "read-below-file", test_read_below_file },
  { "read-folder", test_read_folder },
  { "read-fifo", test_read_fifo },
  { "read-device", test_read_device },
  { "read-too-large", test_read_too_large },
  { "read-gibibyte", test_read_gibibyte },
  { "read-proc", test_read_proc },
  { "read-link-circle", test_read_link_circle },
  { "save-first", test_save_first },
  { "save-empty", test_save_empty },
  { "save-again", test_save_again },
  { "save-touched", test_save_touched },
  { "changed", test_changed },
  { "changed-unseen", test_changed_unseen },
  { "changed-appeared", test_changed_appeared },
  { "changed-empty-appeared", test_changed_empty_appeared },
  { "vanished", test_vanished },
  { "link", test_link },
  { "link-to-nothing", test_link_to_nothing },
  { "link-circle", test_link_circle },
  { "save-to-folder", test_save_to_folder },
  { "save-to-fifo", test_save_to_fifo },
  { "save-no-folder", test_save_no_folder },
  { "save-to-device", test_save_device },
  { "mode", test_mode },
  { "hard-link", test_hard_link },
  { "long-name", test_long_name },
  { "nothing-left", test_nothing_left },
  { "writers", test_writers },
  { "look", test_look },
  { "same", test_same },
  { "sweep", test_sweep },
};

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/base/file", rows, run_in_folder);
  return g_test_run ();
}
