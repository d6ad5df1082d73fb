/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The language of the window, set before the toolkit starts, so that the toolkit's own words follow. gettext heeds LANGUAGE
 * only where the locale is a real one: under "C" and "C.UTF-8" it gives English whatever is asked, so some locale that the
 * machine has is looked for. Where there is none, the window is English as a whole rather than half. */

#include "shell/maak-locale.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

static const char *const candidates[MAAK_N_LANGUAGES][6] = {
  [MAAK_LANGUAGE_NL] = { "nl_NL.UTF-8", "nl_BE.UTF-8", "en_GB.UTF-8", "en_US.UTF-8", "de_DE.UTF-8", NULL },
  [MAAK_LANGUAGE_EN] = { "en_GB.UTF-8", "en_US.UTF-8", "en_IE.UTF-8", "nl_NL.UTF-8", "nl_BE.UTF-8", NULL },
};

static gboolean
can_translate (void)
{
  const char *name = setlocale (LC_MESSAGES, NULL);

  return name != NULL && strcmp (name, "C") != 0 && strcmp (name, "POSIX") != 0 && !g_str_has_prefix (name, "C.");
}

static gboolean
find_locale (MaakLanguage language)
{
  for (guint i = 0; candidates[language][i] != NULL; i++)
    {
      const char *name = candidates[language][i];

      if (setlocale (LC_MESSAGES, name) == NULL)
        continue;
      /* The toolkit asks the environment again when it starts. */
      if (g_getenv ("LC_ALL") != NULL)
        g_setenv ("LC_ALL", name, TRUE);
      g_setenv ("LC_MESSAGES", name, TRUE);
      setlocale (LC_ALL, "");
      return TRUE;
    }
  return FALSE;
}

/**
 * maak_locale_set_up:
 * @code_or_null: "nl" or "en"; NULL or anything else: what the environment asks for
 * @locale_folder: where the translations are
 *
 * Sets the language of everything that gettext translates. To be called before GTK starts.
 *
 * Returns: the language that it became
 */
MaakLanguage
maak_locale_set_up (const char *code_or_null,
                    const char *locale_folder)
{
  MaakLanguage language = MAAK_LANGUAGE_EN;

  if (code_or_null == NULL || !maak_language_parse (code_or_null, &language))
    language = maak_language_from_environment ();
  /* In this order: setlocale() makes gettext look at LANGUAGE again. */
  g_setenv ("LANGUAGE", maak_language_get_code (language), TRUE);
  setlocale (LC_ALL, "");
  if (!can_translate () && !find_locale (language))
    {
      language = MAAK_LANGUAGE_EN;
      g_setenv ("LANGUAGE", maak_language_get_code (language), TRUE);
    }
  bindtextdomain (GETTEXT_PACKAGE, locale_folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return language;
}
