/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-error.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* What test programs share. A table is an array of structs whose first member is `const char *name`; each row becomes a
 * case of its own, so that it is counted and named in the output:
 *
 *   static const struct { const char *name; double value; const char *expected; } rows[] = { ... };
 *   MAAK_TEST_TABLE ("/base/number/shortest", rows, test_shortest);
 *
 * where test_shortest (gconstpointer data) gets the row. */
#define MAAK_TEST_TABLE(prefix, rows, function) \
  maak_test_add_table ((prefix), (rows), sizeof (rows)[0], G_N_ELEMENTS (rows), (function))

static inline void
maak_test_add_table (const char *prefix, gconstpointer rows, gsize size, gsize n, GTestDataFunc function)
{
  for (gsize i = 0; i < n; i++)
    {
      const char      *row = (const char *) rows + i * size;
      g_autofree char *path = g_strconcat (prefix, "/", *(const char *const *) (gconstpointer) row, NULL);
      g_test_add_data_func (path, row, function);
    }
}

/* Begins a test program: the locale of the environment holds, as in the program. */
static inline void
maak_test_init (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
}

/* A fresh folder for the files of one case; maak_test_remove_folder() takes it away with all that is in it. */
static inline char *
maak_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("maakland-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static inline void
maak_test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        maak_test_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* Every error that a person may see has a sentence in both languages, that ends as one. */
static inline void
maak_test_assert_worded (const GError *error)
{
  g_autofree char *nl = maak_error_dup_wording (error, MAAK_LANGUAGE_NL);
  g_autofree char *en = maak_error_dup_wording (error, MAAK_LANGUAGE_EN);

  g_assert_nonnull (maak_error_get_message (error));
  g_assert_true (g_str_has_suffix (nl, ".") || g_str_has_suffix (nl, "?"));
  g_assert_true (g_str_has_suffix (en, ".") || g_str_has_suffix (en, "?"));
  g_assert_null (strchr (nl, '{'));
  g_assert_cmpstr (nl, !=, en);
}
