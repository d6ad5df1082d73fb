/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * A text in two languages. Never NULL inside: an absent language is the empty string, so that readers need no
 * guard. A language is out of date when the other was edited after it; at most one can be, because the edited one
 * is by that the newer. An empty language is never out of date, there is nothing in it to look at.
 * Immutable and reference-counted, so values, undo and messages share them.
 */
#include "base/maak-text.h"

#include <string.h>

#define NONE_OUTDATED (-1)

struct _MaakText
{
  gatomicrefcount count;
  int             outdated; /* a MaakLanguage, or NONE_OUTDATED */
  char           *strings[MAAK_N_LANGUAGES];
};

G_DEFINE_BOXED_TYPE (MaakText, maak_text, maak_text_ref, maak_text_unref)

static MaakText *
make (const char *nl, const char *en, int outdated)
{
  MaakText *self = g_new (MaakText, 1);

  g_atomic_ref_count_init (&self->count);
  self->strings[MAAK_LANGUAGE_NL] = g_strdup (nl != NULL ? nl : "");
  self->strings[MAAK_LANGUAGE_EN] = g_strdup (en != NULL ? en : "");
  self->outdated = outdated != NONE_OUTDATED && *self->strings[outdated] != '\0' ? outdated : NONE_OUTDATED;
  return self;
}

/**
 * maak_text_new:
 * @nl: (nullable): the Dutch, UTF-8; copied
 * @en: (nullable): the English, UTF-8; copied
 *
 * Returns: (transfer full): a text of which neither language is out of date
 */
MaakText *
maak_text_new (const char *nl, const char *en)
{
  return make (nl, en, NONE_OUTDATED);
}

/**
 * maak_text_new_outdated:
 * @outdated: the language that was not looked at since the other was edited; ignored when it is empty
 *
 * Returns: (transfer full): a text as maak_text_new() makes it, with one language out of date
 */
MaakText *
maak_text_new_outdated (const char *nl, const char *en, MaakLanguage outdated)
{
  g_return_val_if_fail ((guint) outdated < MAAK_N_LANGUAGES, NULL);
  return make (nl, en, (int) outdated);
}

/**
 * maak_text_new_one:
 * @language: the language of @string
 * @string: (nullable): UTF-8; copied
 *
 * Returns: (transfer full): a text whose other language is empty
 */
MaakText *
maak_text_new_one (MaakLanguage language, const char *string)
{
  return language == MAAK_LANGUAGE_NL ? maak_text_new (string, NULL) : maak_text_new (NULL, string);
}

/**
 * maak_text_ref:
 *
 * Returns: (transfer full): @self
 */
MaakText *
maak_text_ref (MaakText *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->count);
  return self;
}

/**
 * maak_text_unref:
 *
 * Releases one reference; with the last one the text goes.
 */
void
maak_text_unref (MaakText *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->count))
    return;
  g_free (self->strings[MAAK_LANGUAGE_NL]);
  g_free (self->strings[MAAK_LANGUAGE_EN]);
  g_free (self);
}

/**
 * maak_text_get:
 *
 * Returns: the string in @language, possibly empty, never NULL; the text's own
 */
const char *
maak_text_get (MaakText *self, MaakLanguage language)
{
  g_return_val_if_fail (self != NULL && (guint) language < MAAK_N_LANGUAGES, "");
  return self->strings[language];
}

/**
 * maak_text_get_best:
 *
 * Returns: the string in @language, or in the other where that is empty; the text's own
 */
const char *
maak_text_get_best (MaakText *self, MaakLanguage language)
{
  const char *string = maak_text_get (self, language);
  return *string != '\0' ? string : maak_text_get (self, maak_language_get_other (language));
}

/**
 * maak_text_is_outdated:
 *
 * Returns: whether @language was not looked at since the other was edited
 */
gboolean
maak_text_is_outdated (MaakText *self, MaakLanguage language)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->outdated == (int) language;
}

/**
 * maak_text_is_empty:
 *
 * Returns: whether both languages are empty
 */
gboolean
maak_text_is_empty (MaakText *self)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return *self->strings[MAAK_LANGUAGE_NL] == '\0' && *self->strings[MAAK_LANGUAGE_EN] == '\0';
}

/**
 * maak_text_equal:
 *
 * Returns: whether both have the same strings and the same language out of date
 */
gboolean
maak_text_equal (MaakText *a, MaakText *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  return a == b || (a->outdated == b->outdated && strcmp (a->strings[0], b->strings[0]) == 0 && strcmp (a->strings[1], b->strings[1]) == 0);
}

/**
 * maak_text_with:
 * @language: the language that was edited
 * @string: (nullable): what it is now, UTF-8; copied
 *
 * The edited language is up to date by the edit. The other becomes out of date if there is anything in it, unless
 * the edited one was itself the one that lagged, or was empty: then the edit has caught up with the other, and neither is.
 *
 * Returns: (transfer full): the new text; @self itself when @string is what it has already
 */
MaakText *
maak_text_with (MaakText *self, MaakLanguage language, const char *string)
{
  int         outdated;
  const char *strings[MAAK_N_LANGUAGES];

  g_return_val_if_fail (self != NULL && (guint) language < MAAK_N_LANGUAGES, NULL);
  string = string != NULL ? string : "";
  if (strcmp (self->strings[language], string) == 0)
    return maak_text_ref (self);
  strings[0] = self->strings[0];
  strings[1] = self->strings[1];
  strings[language] = string;
  outdated = self->outdated == (int) language || *self->strings[language] == '\0' ? NONE_OUTDATED : (int) maak_language_get_other (language);
  return make (strings[0], strings[1], *string != '\0' ? outdated : NONE_OUTDATED);
}

/**
 * maak_text_with_confirmed:
 * @language: the language that somebody looked at and found still right
 *
 * Returns: (transfer full): the text with @language up to date; @self itself when it was
 */
MaakText *
maak_text_with_confirmed (MaakText *self, MaakLanguage language)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (self->outdated != (int) language)
    return maak_text_ref (self);
  return make (self->strings[0], self->strings[1], NONE_OUTDATED);
}
