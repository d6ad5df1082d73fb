/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Counting as a person counts: a word is what stands between spaces and holds a letter or a digit, so a dash that stands alone is
 * none; a character is a letter with the marks that combine with it.
 * Prose is read first, so that marks, addresses of links and list signs do not count.
 */
#include "plan/maak-words.h"

#include "plan/maak-prose.h"

static char *
dup_plain (const char *string, gboolean prose)
{
  g_autoptr (MaakProse) read = prose ? maak_prose_new (string) : NULL;

  return prose ? maak_prose_dup_plain (read) : g_strdup (string);
}

/* The number of words of a text, without the marks of prose. */
guint
maak_words_count (const char *string, gboolean prose)
{
  g_autofree char *plain = dup_plain (string, prose);
  gboolean         in_word = FALSE, counted = FALSE;
  guint            n = 0;

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
      in_word = c < 0x80 ? !g_ascii_isspace (c) : !g_unichar_isspace (c);
      if (!in_word)
        counted = FALSE;
      else if (!counted && (c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c)))
        {
          counted = TRUE;
          n++;
        }
    }
  return n;
}

/* The number of characters of a text as a person sees them, spaces too, without the marks of prose. */
guint
maak_words_count_characters (const char *string, gboolean prose)
{
  g_autofree char *plain = dup_plain (string, prose);
  guint            n = 0;

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)) && !g_unichar_iszerowidth (g_utf8_get_char (p)))
      n++;
  return n;
}
