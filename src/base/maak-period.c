/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Periods in every spelling that statistics use. Reading is one pass: four digits of a year, then what follows
 * decides the kind. A school year runs from August to July and is written with a slash between two years that
 * follow one another; a run of years has a hyphen. Nothing else is guessed: what does not fit is refused.
 */
#include "base/maak-date.h"

#include "base/maak-message.h"

#include <math.h>
#include <string.h>

#define SCHOOL_YEAR_FIRST_MONTH 8

static gboolean
read_number (const char **at, guint digits, int *value)
{
  *value = 0;
  for (guint i = 0; i < digits; i++)
    {
      if (!g_ascii_isdigit ((*at)[i]))
        return FALSE;
      *value = *value * 10 + ((*at)[i] - '0');
    }
  if (g_ascii_isdigit ((*at)[digits]))
    return FALSE;
  *at += digits;
  return TRUE;
}

static gboolean
skip_word (const char **at, const char *word)
{
  gsize length = strlen (word);

  if (g_ascii_strncasecmp (*at, word, length) != 0)
    return FALSE;
  *at += length;
  return TRUE;
}

static void
skip_dash (const char **at)
{
  const char *const dashes[] = { "-", "\xe2\x80\x93", "\xe2\x80\x94", "\xe2\x80\x91" };

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (*at, dashes[i]))
      {
        *at += strlen (dashes[i]);
        return;
      }
}

static gboolean
set_period (MaakPeriod *period, MaakPeriodKind kind, int part, int year, int until)
{
  const int most = kind == MAAK_PERIOD_QUARTER ? 4 : kind == MAAK_PERIOD_MONTH ? 12
                                                                               : 0;

  if (year < 1 || until < year || part > most || (most > 0 && part < 1))
    return FALSE;
  *period = (MaakPeriod) { .kind = (guint8) kind, .part = (guint8) part, .year = (gint16) year, .until = (gint16) until };
  return TRUE;
}

/* "JJ00", "KW02", "MM05", "SJ00": the keys of Statistics Netherlands. */
static gboolean
parse_key (const char *at, int year, MaakPeriod *period)
{
  int number;

  if (strlen (at) != 4 || !g_ascii_isdigit (at[2]) || !g_ascii_isdigit (at[3]))
    return FALSE;
  number = (at[2] - '0') * 10 + (at[3] - '0');
  if (skip_word (&at, "JJ"))
    return number == 0 && set_period (period, MAAK_PERIOD_YEAR, 0, year, year);
  if (skip_word (&at, "SJ"))
    return number == 0 && set_period (period, MAAK_PERIOD_SCHOOL_YEAR, 0, year, year + 1);
  if (skip_word (&at, "KW"))
    return set_period (period, MAAK_PERIOD_QUARTER, number, year, year);
  return skip_word (&at, "MM") && set_period (period, MAAK_PERIOD_MONTH, number, year, year);
}

/* "Q2", "K2", "2e kwartaal", "2nd quarter", "II" is not one. */
static gboolean
parse_quarter (const char *at, int year, MaakPeriod *period)
{
  int number = 0;

  if (skip_word (&at, "Q") || skip_word (&at, "K"))
    return read_number (&at, 1, &number) && *at == '\0' && set_period (period, MAAK_PERIOD_QUARTER, number, year, year);
  if (!read_number (&at, 1, &number))
    return FALSE;
  if (!skip_word (&at, "e") && !skip_word (&at, "st") && !skip_word (&at, "nd") && !skip_word (&at, "rd") && !skip_word (&at, "th"))
    return FALSE;
  while (*at == ' ')
    at++;
  return (skip_word (&at, "kwartaal") || skip_word (&at, "quarter")) && *at == '\0' && set_period (period, MAAK_PERIOD_QUARTER, number, year, year);
}

static gboolean
parse_month_name (const char *at, int year, MaakPeriod *period)
{
  for (int month = 1; month <= 12; month++)
    for (guint language = 0; language < MAAK_N_LANGUAGES; language++)
      if (g_ascii_strcasecmp (at, maak_phrase_get ((MaakPhrase) (MAAK_PHRASE_MONTH_1 + month - 1), (MaakLanguage) language)) == 0)
        return set_period (period, MAAK_PERIOD_MONTH, month, year, year);
  return FALSE;
}

/* Behind "2011/": "2012", "12", "'12". */
static gboolean
parse_school_year (const char *at, int year, MaakPeriod *period)
{
  int until;

  if (skip_word (&at, "'") || skip_word (&at, "\xe2\x80\x99") || strlen (at) == 2)
    {
      if (!read_number (&at, 2, &until))
        return FALSE;
      until += (year + 1) / 100 * 100;
    }
  else if (!read_number (&at, 4, &until))
    return FALSE;
  return *at == '\0' && until == year + 1 && set_period (period, MAAK_PERIOD_SCHOOL_YEAR, 0, year, until);
}

/* Behind a year and a dash: "03" is a month, "2011" the last year, else as without the dash. */
static gboolean
parse_after_dash (const char *at, int year, MaakPeriod *period)
{
  int         number;
  const char *rest = at;

  while (*rest == ' ')
    rest++;
  at = rest;
  if (read_number (&rest, 4, &number) && *rest == '\0')
    return number > year && set_period (period, MAAK_PERIOD_YEARS, 0, year, number);
  rest = at;
  if (read_number (&rest, 2, &number) && *rest == '\0')
    return set_period (period, MAAK_PERIOD_MONTH, number, year, year);
  return parse_quarter (at, year, period);
}

static gboolean
parse_stripped (const char *at, MaakPeriod *period)
{
  int         year;
  const char *before;

  if (!read_number (&at, 4, &year))
    return FALSE;
  if (*at == '\0')
    return set_period (period, MAAK_PERIOD_YEAR, 0, year, year);
  if (parse_key (at, year, period))
    return TRUE;
  if (*at == '/')
    return parse_quarter (at + 1, year, period) || parse_school_year (at + 1, year, period);
  while (*at == ' ')
    at++;
  before = at;
  skip_dash (&at);
  if (at != before)
    return parse_after_dash (at, year, period);
  return parse_quarter (at, year, period) || parse_month_name (at, year, period);
}

/**
 * maak_period_parse:
 * @string: "2020", "2020JJ00"; "2017/Q2", "2017 Q2", "2017-Q2", "2017KW02", "2017 2e kwartaal"; "2020-03", "2020MM03",
 *   "2020 maart"; "2011/2012", "2011/'12", "2011SJ00"; "1996-2011"; spaces around it do not matter
 * @period: (out): the period; untouched when it is none
 *
 * Returns: whether @string is a period
 */
gboolean
maak_period_parse (const char *string, MaakPeriod *period)
{
  g_autofree char *stripped = NULL;
  MaakPeriod       read;

  g_return_val_if_fail (string != NULL, FALSE);
  stripped = g_strstrip (g_strdup (string));
  if (!parse_stripped (stripped, &read))
    return FALSE;
  *period = read;
  return TRUE;
}

/**
 * maak_period_to_string:
 *
 * Returns: (transfer full): the one spelling that is written to files; maak_period_parse() reads it back. The
 *   empty string for no period
 */
char *
maak_period_to_string (MaakPeriod period)
{
  switch ((MaakPeriodKind) period.kind)
    {
    case MAAK_PERIOD_YEAR:
      return g_strdup_printf ("%04d", period.year);
    case MAAK_PERIOD_QUARTER:
      return g_strdup_printf ("%04d/Q%d", period.year, period.part);
    case MAAK_PERIOD_MONTH:
      return g_strdup_printf ("%04d-%02d", period.year, period.part);
    case MAAK_PERIOD_SCHOOL_YEAR:
      return g_strdup_printf ("%04d/%04d", period.year, period.until);
    case MAAK_PERIOD_YEARS:
      return g_strdup_printf ("%04d-%04d", period.year, period.until);
    case MAAK_PERIOD_NONE:
    default:
      return g_strdup ("");
    }
}

/**
 * maak_period_format:
 *
 * Returns: (transfer full): "2020", "tweede kwartaal 2017", "maart 2020", "schooljaar 2011/2012", "1996–2011"
 */
char *
maak_period_format (MaakPeriod period, MaakLanguage language)
{
  g_autofree char *years = NULL;
  g_autoptr (MaakMessage) message = NULL;

  switch ((MaakPeriodKind) period.kind)
    {
    case MAAK_PERIOD_YEAR:
      return g_strdup_printf ("%d", period.year);
    case MAAK_PERIOD_QUARTER:
      return g_strdup_printf ("%s %d", maak_phrase_get ((MaakPhrase) (MAAK_PHRASE_QUARTER_1 + period.part - 1), language), period.year);
    case MAAK_PERIOD_MONTH:
      return g_strdup_printf ("%s %d", maak_phrase_get ((MaakPhrase) (MAAK_PHRASE_MONTH_1 + period.part - 1), language), period.year);
    case MAAK_PERIOD_SCHOOL_YEAR:
      years = g_strdup_printf ("%d/%d", period.year, period.until);
      message = maak_message_new (MAAK_PHRASE_PERIOD_SCHOOL_YEAR, MAAK_ARG_STRING, "years", years, MAAK_ARG_END);
      return maak_message_dup_wording (message, language);
    case MAAK_PERIOD_YEARS:
      return g_strdup_printf ("%d\xe2\x80\x93%d", period.year, period.until);
    case MAAK_PERIOD_NONE:
    default:
      return g_strdup (maak_phrase_get (MAAK_PHRASE_PERIOD_NONE, language));
    }
}

/* Begin and end in months since the year 0; the end is not included. */
static void
get_months (MaakPeriod period, int *start, int *end)
{
  *start = period.year * 12;
  *end = (period.until + 1) * 12;
  switch ((MaakPeriodKind) period.kind)
    {
    case MAAK_PERIOD_QUARTER:
      *start += (period.part - 1) * 3;
      *end = *start + 3;
      break;
    case MAAK_PERIOD_MONTH:
      *start += period.part - 1;
      *end = *start + 1;
      break;
    case MAAK_PERIOD_SCHOOL_YEAR:
      *start += SCHOOL_YEAR_FIRST_MONTH - 1;
      *end = *start + 12;
      break;
    case MAAK_PERIOD_NONE:
      *start = *end = 0;
      break;
    case MAAK_PERIOD_YEAR:
    case MAAK_PERIOD_YEARS:
      break;
    }
}

/**
 * maak_period_compare:
 *
 * Returns: negative, zero or positive: by begin, then by end, then by kind; no period comes first
 */
int
maak_period_compare (MaakPeriod a, MaakPeriod b)
{
  int a_start, a_end, b_start, b_end;

  get_months (a, &a_start, &a_end);
  get_months (b, &b_start, &b_end);
  if (a_start != b_start)
    return a_start - b_start;
  if (a_end != b_end)
    return a_end - b_end;
  return (int) a.kind - (int) b.kind;
}

/**
 * maak_period_year:
 * @year: 1 to 9999
 *
 * Returns: that year as a period
 */
MaakPeriod
maak_period_year (int year)
{
  return (MaakPeriod) { .kind = MAAK_PERIOD_YEAR, .year = (gint16) year, .until = (gint16) year };
}

/**
 * maak_period_get_middle:
 *
 * Returns: the middle in years, 2020.5 for the year 2020, so that a chart can place it by date; NAN for no period
 */
double
maak_period_get_middle (MaakPeriod period)
{
  int start, end;

  if (period.kind == MAAK_PERIOD_NONE)
    return NAN;
  get_months (period, &start, &end);
  return (start + end) / 24.0;
}
