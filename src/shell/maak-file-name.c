/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "shell/maak-file-name.h"

#define LONGEST 60 /* bytes, without the suffix */

/**
 * maak_file_name_from_title:
 * @title: what somebody called it
 * @suffix: ".maakland.json", ".pdf"
 *
 * Returns: (transfer full): a name that every file system takes: "overijssel-maakt.maakland.json"
 */
char *
maak_file_name_from_title (const char *title,
                           const char *suffix)
{
  g_autofree char *ascii = g_str_to_ascii (title, "C");
  g_autofree char *lower = g_ascii_strdown (ascii, -1);
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = lower; *p != '\0' && name->len < LONGEST; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (name, *p);
    else if (name->len > 0 && name->str[name->len - 1] != '-')
      g_string_append_c (name, '-');
  while (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  return g_strconcat (name->len > 0 ? name->str : "plan", suffix, NULL);
}
