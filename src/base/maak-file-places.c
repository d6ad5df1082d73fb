/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Where files are: whether two paths lead to one, and what lies beside one that should not.
 */
#include "base/maak-file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define OLD_SECONDS 3600 /* no replacement takes so long */

/** maak_file_is_same: Returns: whether both paths lead to one file; where there is none yet, whether they are written the same */
gboolean
maak_file_is_same (const char *a, const char *b)
{
  struct stat      left, right;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  if (stat (a, &left) == 0 && stat (b, &right) == 0)
    return left.st_dev == right.st_dev && left.st_ino == right.st_ino;
  first = g_canonicalize_filename (a, NULL);
  second = g_canonicalize_filename (b, NULL);
  return strcmp (first, second) == 0;
}

/* ".NAME.0123abcd.tmp" */
static gboolean
is_temporary_of (const char *name, const char *target)
{
  const gsize length = strlen (target);

  return name[0] == '.' && strncmp (name + 1, target, length) == 0 && strlen (name + 1 + length) == strlen (".01234567.tmp") &&
         name[1 + length] == '.' && strspn (name + 2 + length, "0123456789abcdef") == 8 && strcmp (name + 10 + length, ".tmp") == 0;
}

/**
 * maak_file_sweep:
 * @path: a file that maak_file_replace() may have been killed at
 *
 * Removes what such a replacement left in the folder, if it is old enough that nobody can still be at it.
 */
void
maak_file_sweep (const char *path)
{
  g_autofree char *target = realpath (path, NULL);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GDir) dir = NULL;

  g_return_if_fail (path != NULL);
  if (target == NULL)
    return;
  folder = g_path_get_dirname (target);
  name = g_path_get_basename (target);
  dir = g_dir_open (folder, 0, NULL);
  for (const char *found = dir != NULL ? g_dir_read_name (dir) : NULL; found != NULL; found = g_dir_read_name (dir))
    {
      g_autofree char *left = g_build_filename (folder, found, NULL);
      struct stat      info;
      if (is_temporary_of (found, name) && lstat (left, &info) == 0 && S_ISREG (info.st_mode) && g_get_real_time () / G_USEC_PER_SEC - info.st_mtime > OLD_SECONDS)
        unlink (left);
    }
}
