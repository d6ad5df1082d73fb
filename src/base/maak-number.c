/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Numbers in a named language, whatever the locale of the machine. Everything rests on one form: the shortest
 * decimal digits that read back as the same double, with a decimal exponent. Rounding is done on those digits, half
 * away from zero, because that is what a person who sees 1.005 expects; the double is a little under it.
 */
#include "base/maak-number.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define MINUS "\xe2\x88\x92"
#define NO_BREAK_SPACE "\xc2\xa0"
#define MAX_DIGITS 17

/* |value| = 0.d1d2d3... x 10^point */
typedef struct
{
  gboolean negative;
  int      point;
  int      n;
  char     digits[MAX_DIGITS + 8];
} Decimal;

static const double powers[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };

static void
set_digits (Decimal *self, guint64 integer, int scale)
{
  char  reversed[24];
  guint n = 0;

  while (integer > 0 && integer % 10 == 0)
    {
      integer /= 10;
      scale--;
    }
  for (; integer > 0; integer /= 10)
    reversed[n++] = (char) ('0' + integer % 10);
  self->n = (int) n;
  self->point = (int) n - scale;
  for (guint i = 0; i < n; i++)
    self->digits[i] = reversed[n - 1 - i];
}

/* n / 10^k with n below 2^53 and k up to 22 is rounded correctly by one division, so if that gives the value back, n
 * are its digits; and with at most 15 of them nothing shorter exists at a larger k. Most numbers end here. */
static gboolean
try_few_decimals (double magnitude, Decimal *out)
{
  if (magnitude >= 1e15)
    return FALSE;
  for (guint k = 0; k < G_N_ELEMENTS (powers); k++)
    {
      double scaled = magnitude * powers[k];
      double whole;
      if (scaled >= 1e15)
        return FALSE;
      whole = (double) (guint64) (scaled + 0.5);
      if (whole / powers[k] == magnitude)
        {
          set_digits (out, (guint64) whole, (int) k);
          return TRUE;
        }
    }
  return FALSE;
}

/* Reads "d.ddde[+-]dd", as %e writes it in the C locale. */
static void
read_exponential (const char *text, Decimal *out)
{
  out->n = 0;
  for (; *text != '\0' && *text != 'e'; text++)
    if (g_ascii_isdigit (*text))
      out->digits[out->n++] = *text;
  out->point = (int) g_ascii_strtoll (text + 1, NULL, 10) + 1;
  while (out->n > 1 && out->digits[out->n - 1] == '0')
    out->n--;
}

static double
read_back (const Decimal *self)
{
  char text[MAX_DIGITS + 24];

  g_snprintf (text, sizeof text, "0.%.*se%d", self->n, self->digits, self->point);
  return g_ascii_strtod (text, NULL);
}

/* At a power of two the gap below is half the gap above, so the nearest 16 digits may miss where their neighbour hits. */
static gboolean
try_neighbour (double magnitude, Decimal *out)
{
  Decimal next = *out;
  int     i = next.n - 1;

  while (i >= 0 && next.digits[i] == '9')
    next.digits[i--] = '0';
  if (i < 0 || next.n < 16)
    return FALSE;
  next.digits[i]++;
  if (read_back (&next) != magnitude)
    return FALSE;
  *out = next;
  return TRUE;
}

static void
get_shortest_digits (double value, Decimal *out)
{
  const double magnitude = fabs (value);
  char         text[MAAK_NUMBER_SIZE];

  out->negative = value < 0;
  if (magnitude == 0)
    {
      out->n = 0;
      out->point = 0;
      return;
    }
  if (try_few_decimals (magnitude, out))
    return;
  /* Under DBL_MIN a double has fewer than 15 digits of its own. */
  for (int digits = magnitude < DBL_MIN ? 1 : 15; digits <= MAX_DIGITS; digits++)
    {
      char format[8];
      g_snprintf (format, sizeof format, "%%.%de", digits - 1);
      g_ascii_formatd (text, sizeof text, format, magnitude);
      read_exponential (text, out);
      if (digits == MAX_DIGITS || read_back (out) == magnitude)
        return;
      if (digits == MAX_DIGITS - 1 && try_neighbour (magnitude, out))
        return;
    }
}

static char *
write_exponent (char *at, int exponent)
{
  char digits[8];
  int  n = 0;

  *at++ = 'e';
  if (exponent < 0)
    {
      *at++ = '-';
      exponent = -exponent;
    }
  do
    digits[n++] = (char) ('0' + exponent % 10);
  while ((exponent /= 10) > 0);
  while (n > 0)
    *at++ = digits[--n];
  return at;
}

/**
 * maak_number_to_shortest:
 * @value: a finite number
 * @buffer: where it is written
 *
 * Writes the fewest digits that read back as the same double, as JSON allows: 0.1, 12, 1e21, 2.5e-8. From 1e17 on and
 * under 1e-6 with an exponent, so that a whole number without one always fits 64 bits. Minus zero is written as 0.
 *
 * Returns: @buffer
 */
const char *
maak_number_to_shortest (double value, char buffer[static MAAK_NUMBER_SIZE])
{
  Decimal decimal;
  char   *at = buffer;

  g_return_val_if_fail (isfinite (value), strcpy (buffer, "0"));
  get_shortest_digits (value, &decimal);
  if (decimal.n == 0)
    return strcpy (buffer, "0");
  if (decimal.negative)
    *at++ = '-';
  if (decimal.point > 17 || decimal.point < -5)
    {
      *at++ = decimal.digits[0];
      if (decimal.n > 1)
        *at++ = '.';
      for (int i = 1; i < decimal.n; i++)
        *at++ = decimal.digits[i];
      at = write_exponent (at, decimal.point - 1);
    }
  else
    {
      if (decimal.point <= 0)
        {
          *at++ = '0';
          *at++ = '.';
        }
      for (int i = decimal.point; i < 0; i++)
        *at++ = '0';
      for (int i = 0; i < MAX (decimal.n, decimal.point); i++)
        {
          if (i == decimal.point && i > 0)
            *at++ = '.';
          *at++ = i < decimal.n ? decimal.digits[i] : '0';
        }
    }
  *at = '\0';
  return buffer;
}

/* Rounds to @decimals behind the point, half away from zero. */
static void
round_digits (Decimal *self, int decimals)
{
  const int keep = self->point + decimals;
  gboolean  up;

  if (keep >= self->n)
    return;
  if (keep < 0)
    {
      self->n = 0;
      return;
    }
  up = self->digits[keep] >= '5';
  self->n = keep;
  if (!up)
    return;
  while (self->n > 0 && self->digits[self->n - 1] == '9')
    self->n--;
  if (self->n > 0)
    self->digits[self->n - 1]++;
  else
    {
      self->digits[0] = '1';
      self->n = 1;
      self->point++;
    }
}

static gboolean
is_zero (const Decimal *self)
{
  for (int i = 0; i < self->n; i++)
    if (self->digits[i] != '0')
      return FALSE;
  return TRUE;
}

/* @decimals: exactly so many. */
static char *
write_grouped (const Decimal *self, int decimals, MaakLanguage language)
{
  const char group = language == MAAK_LANGUAGE_NL ? '.' : ',';
  const char point = language == MAAK_LANGUAGE_NL ? ',' : '.';
  GString   *out = g_string_new (self->negative && !is_zero (self) ? MINUS : NULL);
  const int  whole = MAX (self->point, 1);

  for (int i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (out, group);
      g_string_append_c (out, self->point > 0 && i < self->n ? self->digits[i] : '0');
    }
  if (decimals > 0)
    g_string_append_c (out, point);
  for (int i = 0; i < decimals; i++)
    {
      int at = self->point + i;
      g_string_append_c (out, at >= 0 && at < self->n ? self->digits[at] : '0');
    }
  return g_string_free (out, FALSE);
}

/**
 * maak_number_format:
 * @value: a finite number
 * @decimals: 0 to 20, exactly so many are written
 *
 * Rounded half away from zero, on the decimal digits that a person sees: 1.005 becomes 1.01.
 *
 * Returns: (transfer full): "1.234,50" in Dutch, "1,234.50" in English
 */
char *
maak_number_format (double value, int decimals, MaakLanguage language)
{
  Decimal decimal;

  g_return_val_if_fail (isfinite (value) && decimals >= 0 && decimals <= 20, g_strdup ("0"));
  get_shortest_digits (value, &decimal);
  round_digits (&decimal, decimals);
  return write_grouped (&decimal, decimals, language);
}

/**
 * maak_number_format_shortest:
 * @value: a finite number
 *
 * Returns: (transfer full): all digits that the number has, and no more
 */
char *
maak_number_format_shortest (double value, MaakLanguage language)
{
  Decimal decimal;

  g_return_val_if_fail (isfinite (value), g_strdup ("0"));
  get_shortest_digits (value, &decimal);
  return write_grouped (&decimal, decimal.n > 0 ? MAX (decimal.n - decimal.point, 0) : 0, language);
}

static void
get_integer_digits (gint64 value, Decimal *out)
{
  out->negative = value < 0;
  set_digits (out, value < 0 ? -(guint64) value : (guint64) value, 0);
}

/**
 * maak_number_format_integer:
 *
 * Returns: (transfer full): "1.234" in Dutch, "1,234" in English
 */
char *
maak_number_format_integer (gint64 value, MaakLanguage language)
{
  Decimal decimal;

  get_integer_digits (value, &decimal);
  return write_grouped (&decimal, 0, language);
}

/**
 * maak_number_format_percent:
 * @ratio: 0.123 is written as 12.3 %
 * @decimals: behind the point
 *
 * Returns: (transfer full): "12,3%" in Dutch, "12.3%" in English, as both languages write it
 */
char *
maak_number_format_percent (double ratio, int decimals, MaakLanguage language)
{
  Decimal          decimal;
  g_autofree char *number = NULL;

  g_return_val_if_fail (isfinite (ratio) && decimals >= 0 && decimals <= 20, g_strdup ("0%"));
  get_shortest_digits (ratio, &decimal);
  decimal.point += decimal.n > 0 ? 2 : 0;
  round_digits (&decimal, decimals);
  number = write_grouped (&decimal, decimals, language);
  return g_strconcat (number, "%", NULL);
}

static const char *const spaces[] = { " ", "\t", "\n", "\r", NO_BREAK_SPACE, "\xe2\x80\xaf", "\xe2\x80\x89" };
static const char *const minuses[] = { "-", MINUS, "\xe2\x80\x93" };

static gboolean
skip_one_of (const char **at, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (*at, words[i]))
      {
        *at += strlen (words[i]);
        return TRUE;
      }
  return FALSE;
}

static void
skip_spaces (const char **at)
{
  while (skip_one_of (at, spaces, G_N_ELEMENTS (spaces)))
    ;
}

/* Reads digits with or without grouping into plain "123.45". Groups have three digits, the first one to three and no
 * leading zero; once one is there, all must be: so 1.23 is no Dutch number, and 1.234 is one thousand. */
static gboolean
read_plain (const char **at, MaakLanguage language, GString *plain)
{
  const char group = language == MAAK_LANGUAGE_NL ? '.' : ',';
  const char point = language == MAAK_LANGUAGE_NL ? ',' : '.';
  gsize      n = strspn (*at, "0123456789");
  gboolean   first_may_group = n >= 1 && n <= 3 && **at != '0';

  g_string_append_len (plain, *at, (gssize) n);
  *at += n;
  while (n > 0 && **at == group)
    {
      if (!first_may_group || strspn (*at + 1, "0123456789") != 3)
        return FALSE;
      g_string_append_len (plain, *at + 1, 3);
      *at += 4;
    }
  if (**at != point)
    return n > 0;
  n = strspn (*at + 1, "0123456789");
  if (n == 0)
    return FALSE;
  if (plain->len == 0 || plain->str[plain->len - 1] == '-')
    g_string_append_c (plain, '0');
  g_string_append_c (plain, '.');
  g_string_append_len (plain, *at + 1, (gssize) n);
  *at += n + 1;
  return TRUE;
}

static void
read_sign (const char **at, GString *plain)
{
  if (skip_one_of (at, minuses, G_N_ELEMENTS (minuses)))
    g_string_append_c (plain, '-');
  else if (**at == '+')
    (*at)++;
}

/**
 * maak_number_parse:
 * @string: as a person writes it in @language, grouped or not, with any minus; spaces around it do not matter
 * @value: (out): the number; untouched when it is none
 *
 * Grouping that is not in threes is refused, since it may be the decimal sign of the other language.
 *
 * Returns: whether @string is a number
 */
gboolean
maak_number_parse (const char *string, MaakLanguage language, double *value)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  double read;

  g_return_val_if_fail (string != NULL, FALSE);
  skip_spaces (&string);
  read_sign (&string, plain);
  if (!read_plain (&string, language, plain))
    return FALSE;
  skip_spaces (&string);
  if (*string != '\0')
    return FALSE;
  read = g_ascii_strtod (plain->str, NULL);
  if (!isfinite (read))
    return FALSE;
  *value = read;
  return TRUE;
}

/* The value of plain "-123.00" where it is a whole number of 64 bits. */
static gboolean
read_integer (const char *plain, gint64 *value)
{
  const gboolean negative = *plain == '-';
  guint64        magnitude = 0;

  for (plain += negative; g_ascii_isdigit (*plain); plain++)
    if (!g_uint64_checked_mul (&magnitude, magnitude, 10) || !g_uint64_checked_add (&magnitude, magnitude, (guint64) (*plain - '0')))
      return FALSE;
  if (*plain == '.' && plain[1 + strspn (plain + 1, "0")] != '\0')
    return FALSE;
  if (magnitude > (guint64) G_MAXINT64 + (negative ? 1 : 0))
    return FALSE;
  *value = (gint64) (negative ? -magnitude : magnitude);
  return TRUE;
}

/**
 * maak_number_parse_integer:
 * @string: as for maak_number_parse()
 * @value: (out): the number; untouched when it is none
 *
 * Returns: whether @string is a whole number of 64 bits
 */
gboolean
maak_number_parse_integer (const char *string, MaakLanguage language, gint64 *value)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  g_return_val_if_fail (string != NULL, FALSE);
  skip_spaces (&string);
  read_sign (&string, plain);
  if (!read_plain (&string, language, plain))
    return FALSE;
  skip_spaces (&string);
  return *string == '\0' && read_integer (plain->str, value);
}
