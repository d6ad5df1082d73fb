/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * A message is a phrase with its arguments, kept apart until somebody shows it. Every argument is checked against
 * the phrase when the message is made: a placeholder without argument, or an argument without placeholder, is the
 * programmer's error and a critical. What an argument says is put in as it is: it is never read for placeholders.
 */
#include "base/maak-message.h"

#include "base/maak-date.h"
#include "base/maak-number.h"

#include <stdarg.h>
#include <string.h>

typedef struct
{
  MaakArg     kind;
  const char *name; /* interned */
  union
  {
    char        *string;
    MaakText    *text;
    MaakMessage *message;
    gint64       integer;
    double       number;
    MaakDate     date;
  };
} Argument;

struct _MaakMessage
{
  gatomicrefcount count;
  MaakPhrase      phrase;
  guint           n_arguments;
  Argument       *arguments;
};

/* Finds the next {name} at or after @at; names are lower case, digits and hyphens. NULL: there is none. */
static const char *
find_placeholder (const char *at, gsize *length)
{
  for (at = strchr (at, '{'); at != NULL; at = strchr (at + 1, '{'))
    {
      gsize n = strspn (at + 1, "abcdefghijklmnopqrstuvwxyz0123456789-");
      if (n > 0 && g_ascii_islower (at[1]) && at[1 + n] == '}')
        {
          *length = n + 2;
          return at;
        }
    }
  return NULL;
}

static const Argument *
lookup_argument (MaakMessage *self, const char *name, gsize length)
{
  for (guint i = 0; i < self->n_arguments; i++)
    if (strncmp (self->arguments[i].name, name, length) == 0 && self->arguments[i].name[length] == '\0')
      return &self->arguments[i];
  return NULL;
}

static void
check_arguments (MaakMessage *self)
{
  const char *wording = maak_phrase_get (self->phrase, MAAK_LANGUAGE_EN);
  gsize       length;

  for (const char *at = find_placeholder (wording, &length); at != NULL; at = find_placeholder (at + length, &length))
    if (lookup_argument (self, at + 1, length - 2) == NULL)
      g_critical ("phrase %s lacks its argument %.*s", maak_phrase_ids[self->phrase], (int) length, at);
  for (guint i = 0; i < self->n_arguments; i++)
    {
      g_autofree char *placeholder = g_strdup_printf ("{%s}", self->arguments[i].name);
      if (strstr (wording, placeholder) == NULL)
        g_critical ("phrase %s knows no argument %s", maak_phrase_ids[self->phrase], placeholder);
    }
}

static void
read_argument (Argument *self, va_list *arguments)
{
  switch (self->kind)
    {
    case MAAK_ARG_STRING:
      self->string = g_strdup (va_arg (*arguments, const char *));
      break;
    case MAAK_ARG_TEXT:
      self->text = maak_text_ref (va_arg (*arguments, MaakText *));
      break;
    case MAAK_ARG_MESSAGE:
      self->message = maak_message_ref (va_arg (*arguments, MaakMessage *));
      break;
    case MAAK_ARG_INTEGER:
    case MAAK_ARG_MONEY:
      self->integer = va_arg (*arguments, gint64);
      break;
    case MAAK_ARG_YEAR:
      self->integer = va_arg (*arguments, int);
      break;
    case MAAK_ARG_NUMBER:
      self->number = va_arg (*arguments, double);
      break;
    case MAAK_ARG_DATE:
      self->date = *va_arg (*arguments, const MaakDate *);
      break;
    case MAAK_ARG_END:
    default:
      g_assert_not_reached ();
    }
}

static void
clear_argument (Argument *self)
{
  switch (self->kind)
    {
    case MAAK_ARG_STRING:
      g_free (self->string);
      break;
    case MAAK_ARG_TEXT:
      maak_text_unref (self->text);
      break;
    case MAAK_ARG_MESSAGE:
      maak_message_unref (self->message);
      break;
    case MAAK_ARG_INTEGER:
    case MAAK_ARG_MONEY:
    case MAAK_ARG_YEAR:
    case MAAK_ARG_NUMBER:
    case MAAK_ARG_DATE:
    case MAAK_ARG_END:
      break;
    }
}

static char *
word_argument (const Argument *self, MaakLanguage language)
{
  switch (self->kind)
    {
    case MAAK_ARG_STRING:
      return g_strdup (self->string != NULL ? self->string : "");
    case MAAK_ARG_TEXT:
      return g_strdup (maak_text_get_best (self->text, language));
    case MAAK_ARG_MESSAGE:
      return maak_message_dup_wording (self->message, language);
    case MAAK_ARG_INTEGER:
      return maak_number_format_integer (self->integer, language);
    case MAAK_ARG_MONEY:
      return maak_money_format (self->integer, language);
    case MAAK_ARG_YEAR:
      return g_strdup_printf ("%" G_GINT64_FORMAT, self->integer);
    case MAAK_ARG_NUMBER:
      return maak_number_format_shortest (self->number, language);
    case MAAK_ARG_DATE:
      return maak_date_format (self->date, language);
    case MAAK_ARG_END:
    default:
      g_assert_not_reached ();
    }
}

/**
 * maak_message_new:
 * @phrase: what is said
 * @...: triples of a MaakArg, the placeholder's name and the value; then MAAK_ARG_END. Strings are copied, texts
 *   and messages referenced.
 *
 * An argument that the phrase lacks or does not know is a critical.
 *
 * Returns: (transfer full): the message
 */
MaakMessage *
maak_message_new (MaakPhrase phrase, ...)
{
  MaakMessage *self;
  va_list      arguments;
  g_autoptr (GArray) read = g_array_new (FALSE, TRUE, sizeof (Argument));

  g_return_val_if_fail ((guint) phrase < MAAK_N_PHRASES, NULL);
  va_start (arguments, phrase);
  for (MaakArg kind = (MaakArg) va_arg (arguments, int); kind != MAAK_ARG_END; kind = (MaakArg) va_arg (arguments, int))
    {
      Argument argument = { .kind = kind };
      argument.name = g_intern_string (va_arg (arguments, const char *));
      read_argument (&argument, &arguments);
      g_array_append_val (read, argument);
    }
  va_end (arguments);
  self = g_new0 (MaakMessage, 1);
  g_atomic_ref_count_init (&self->count);
  self->phrase = phrase;
  self->n_arguments = read->len;
  self->arguments = (Argument *) g_array_free (g_steal_pointer (&read), FALSE);
  check_arguments (self);
  return self;
}

/**
 * maak_message_ref:
 *
 * Returns: (transfer full): @self
 */
MaakMessage *
maak_message_ref (MaakMessage *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->count);
  return self;
}

/**
 * maak_message_unref:
 *
 * Releases one reference; with the last one the message and its arguments go.
 */
void
maak_message_unref (MaakMessage *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->count))
    return;
  for (guint i = 0; i < self->n_arguments; i++)
    clear_argument (&self->arguments[i]);
  g_free (self->arguments);
  g_free (self);
}

/**
 * maak_message_get_phrase:
 *
 * Returns: which phrase it is
 */
MaakPhrase
maak_message_get_phrase (MaakMessage *self)
{
  g_return_val_if_fail (self != NULL, (MaakPhrase) 0);
  return self->phrase;
}

/**
 * maak_message_dup_wording:
 *
 * Returns: (transfer full): the sentence in @language with its arguments written in that language
 */
char *
maak_message_dup_wording (MaakMessage *self, MaakLanguage language)
{
  GString    *out;
  const char *rest;
  gsize       length;

  g_return_val_if_fail (self != NULL, NULL);
  rest = maak_phrase_get (self->phrase, language);
  out = g_string_sized_new (strlen (rest) + 32);
  for (const char *at = find_placeholder (rest, &length); at != NULL; at = find_placeholder (rest, &length))
    {
      const Argument *argument = lookup_argument (self, at + 1, length - 2);
      g_string_append_len (out, rest, at - rest);
      if (argument != NULL)
        {
          g_autofree char *word = word_argument (argument, language);
          g_string_append (out, word);
        }
      rest = at + length;
    }
  g_string_append (out, rest);
  return g_string_free (out, FALSE);
}

/**
 * maak_message_dup_text:
 *
 * Returns: (transfer full): the wordings in both languages
 */
MaakText *
maak_message_dup_text (MaakMessage *self)
{
  g_autofree char *nl = maak_message_dup_wording (self, MAAK_LANGUAGE_NL);
  g_autofree char *en = maak_message_dup_wording (self, MAAK_LANGUAGE_EN);
  return maak_text_new (nl, en);
}

/**
 * maak_phrase_get:
 *
 * Returns: the bare wording of a phrase, placeholders and all; static
 */
const char *
maak_phrase_get (MaakPhrase phrase, MaakLanguage language)
{
  g_return_val_if_fail ((guint) phrase < MAAK_N_PHRASES && (guint) language < MAAK_N_LANGUAGES, "");
  return maak_phrase_wordings[phrase][language];
}
