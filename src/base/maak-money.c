/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Whole euros. Written with the sign of the euro in front and a no-break space where the language has one, so that a
 * sum never breaks over two lines. Read with or without the sign, with the usual ends (,- and ,00) and with million
 * and billion in words; what is not a whole number of euros is refused, never rounded.
 */
#include "base/maak-message.h"
#include "base/maak-number.h"

#include <string.h>

#define EURO "\xe2\x82\xac"
#define MINUS "\xe2\x88\x92"
#define NO_BREAK_SPACE "\xc2\xa0"

static const char *const spaces[] = { " ", "\t", "\n", "\r", NO_BREAK_SPACE, "\xe2\x80\xaf", "\xe2\x80\x89" };

/* "€ " in front of a number that may have a minus: Dutch has it behind the sign, English before it. */
static char *
add_euro (const char *number, MaakLanguage language)
{
  if (language == MAAK_LANGUAGE_NL)
    return g_strconcat (EURO NO_BREAK_SPACE, number, NULL);
  if (g_str_has_prefix (number, MINUS))
    return g_strconcat (MINUS EURO, number + strlen (MINUS), NULL);
  return g_strconcat (EURO, number, NULL);
}

/**
 * maak_money_format:
 * @euros: whole euros
 *
 * Returns: (transfer full): "€ 1.234.567" in Dutch (no-break space), "€1,234,567" in English
 */
char *
maak_money_format (gint64 euros, MaakLanguage language)
{
  g_autofree char *number = maak_number_format_integer (euros, language);
  return add_euro (number, language);
}

/**
 * maak_money_format_short:
 * @euros: whole euros
 *
 * For tables and charts: from a million on with one decimal, left out where it is 0.
 *
 * Returns: (transfer full): "€ 850.000", "€ 1,2 mln", "€ 30 mln", "€ 1,5 mld"; "€1.2 million", "€1.5 billion"
 */
char *
maak_money_format_short (gint64 euros, MaakLanguage language)
{
  const guint64    magnitude = euros < 0 ? -(guint64) euros : (guint64) euros;
  const gboolean   billions = magnitude >= G_GUINT64_CONSTANT (999950000);
  const guint64    unit = billions ? 100000000 : 100000;
  const gint64     tenths = (gint64) ((magnitude + unit / 2) / unit);
  g_autofree char *number = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *wording = NULL;
  g_autoptr (MaakMessage) message = NULL;

  if (magnitude < 1000000)
    return maak_money_format (euros, language);
  number = maak_number_format ((euros < 0 ? -1.0 : 1.0) * (double) tenths / 10, tenths % 10 == 0 ? 0 : 1, language);
  sum = add_euro (number, language);
  message = maak_message_new (billions ? MAAK_PHRASE_MONEY_BILLION : MAAK_PHRASE_MONEY_MILLION, MAAK_ARG_STRING, "sum", sum, MAAK_ARG_END);
  wording = maak_message_dup_wording (message, language);
  return g_steal_pointer (&wording);
}

static void
strip_spaces (GString *string)
{
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    g_string_replace (string, spaces[i], " ", 0);
  g_strstrip (string->str);
  g_string_truncate (string, strlen (string->str));
}

static gboolean
cut_end (GString *string, const char *end)
{
  const gsize length = strlen (end);

  if (string->len <= length || g_ascii_strcasecmp (string->str + string->len - length, end) != 0)
    return FALSE;
  g_string_truncate (string, string->len - length);
  strip_spaces (string);
  return TRUE;
}

/* "mln", "miljoen", ...: the power of ten that the words stand for. */
static guint
cut_scale (GString *string)
{
  const struct
  {
    const char *word;
    guint       power;
  } scales[] = {
    { "mln.", 6 }, { "mln", 6 }, { "miljoen", 6 }, { "million", 6 }, { "mld.", 9 }, { "mld", 9 }, { "miljard", 9 }, { "billion", 9 }, { "bn", 9 }, { "duizend", 3 }, { "thousand", 3 }, { "k", 3 }, { "m", 6 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (cut_end (string, scales[i].word))
      return scales[i].power;
  return 0;
}

/* Takes the sign of the euro off, and minuses to the front: "€ -5", "-€ 5", "5 euro". */
static gboolean
cut_euro (GString *string)
{
  gboolean negative = FALSE;

  g_string_replace (string, MINUS, "-", 0);
  if (*string->str == '-')
    {
      negative = TRUE;
      g_string_erase (string, 0, 1);
      strip_spaces (string);
    }
  if (g_str_has_prefix (string->str, EURO))
    g_string_erase (string, 0, strlen (EURO));
  else if (g_ascii_strncasecmp (string->str, "EUR", 3) == 0)
    g_string_erase (string, 0, 3);
  strip_spaces (string);
  if (!cut_end (string, EURO) && !cut_end (string, "euros") && !cut_end (string, "euro"))
    cut_end (string, "EUR");
  if (negative && (*string->str == '-' || *string->str == '+'))
    return FALSE;
  if (negative)
    g_string_prepend_c (string, '-');
  return TRUE;
}

static gboolean
parse_scaled (const char *string, MaakLanguage language, guint power, gint64 *euros)
{
  const char group = language == MAAK_LANGUAGE_NL ? '.' : ',';
  const char point = language == MAAK_LANGUAGE_NL ? ',' : '.';
  g_autoptr (GString) moved = NULL;
  const char *at = strchr (string, point);
  double      check;
  guint       decimals;

  if (!maak_number_parse (string, language, &check))
    return FALSE;
  /* Moving the point in the digits keeps it exact. */
  moved = g_string_new_len (string, at != NULL ? at - string : -1);
  g_string_replace (moved, (const char[]) { group, '\0' }, "", 0);
  decimals = at != NULL ? (guint) strlen (at + 1) : 0;
  for (guint i = 0; i < decimals; i++)
    {
      if (i >= power && at[1 + i] != '0')
        return FALSE;
      if (i < power)
        g_string_append_c (moved, at[1 + i]);
    }
  for (guint i = decimals; i < power; i++)
    g_string_append_c (moved, '0');
  return maak_number_parse_integer (moved->str, language, euros);
}

/**
 * maak_money_parse:
 * @string: as a person writes it in @language: "€ 1.250.000", "1250000", "1,25 mln", "€ 30 miljoen", "500.000,-"
 * @euros: (out): whole euros; untouched when it is no sum
 *
 * Returns: whether @string is a whole number of euros
 */
gboolean
maak_money_parse (const char *string, MaakLanguage language, gint64 *euros)
{
  g_autoptr (GString) rest = NULL;
  guint power;

  g_return_val_if_fail (string != NULL, FALSE);
  rest = g_string_new (string);
  strip_spaces (rest);
  if (!cut_euro (rest))
    return FALSE;
  if (!cut_end (rest, ",-"))
    cut_end (rest, ",\xe2\x80\x93");
  power = cut_scale (rest);
  return parse_scaled (rest->str, language, power, euros);
}
