/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "base/maak-language.h"

#include <string.h>

G_DEFINE_ENUM_TYPE (MaakLanguage, maak_language, G_DEFINE_ENUM_VALUE (MAAK_LANGUAGE_NL, "nl"), G_DEFINE_ENUM_VALUE (MAAK_LANGUAGE_EN, "en"))

static const char *const codes[MAAK_N_LANGUAGES] = { "nl", "en" };

/**
 * maak_language_get_code:
 *
 * Returns: the code of a language as it stands in files, "nl" or "en"; static
 */
const char *
maak_language_get_code (MaakLanguage language)
{
  g_return_val_if_fail ((guint) language < MAAK_N_LANGUAGES, codes[0]);
  return codes[language];
}

/**
 * maak_language_parse:
 * @code: "nl" or "en", exactly
 * @language: (out): the language; untouched when @code is something else
 *
 * Returns: whether @code names a language
 */
gboolean
maak_language_parse (const char *code, MaakLanguage *language)
{
  g_return_val_if_fail (code != NULL, FALSE);
  for (guint i = 0; i < MAAK_N_LANGUAGES; i++)
    if (strcmp (code, codes[i]) == 0)
      {
        *language = (MaakLanguage) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * maak_language_get_other:
 *
 * Returns: the other of the two
 */
MaakLanguage
maak_language_get_other (MaakLanguage language)
{
  return language == MAAK_LANGUAGE_NL ? MAAK_LANGUAGE_EN : MAAK_LANGUAGE_NL;
}

/**
 * maak_language_from_environment:
 *
 * The first of LANGUAGE, LC_ALL, LC_MESSAGES and LANG that is set decides, as it does for every program.
 *
 * Returns: Dutch where Dutch is asked for, else English
 */
MaakLanguage
maak_language_from_environment (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "nl"))
        return MAAK_LANGUAGE_NL;
      if (g_str_has_prefix (names[i], "en"))
        return MAAK_LANGUAGE_EN;
    }
  return MAAK_LANGUAGE_EN;
}
