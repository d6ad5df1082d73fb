/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Days of the Gregorian calendar, read from and written to ISO 8601, and worded for people.
 *
 * A date is a value of four bytes that nobody owns; the year 0 is "no date", which is written as nothing. The names of
 * months come from the phrases, so that the wording does not depend on the locale of the machine. Times and time zones
 * are not known here.
 */
#include "base/maak-date.h"

#include "base/maak-message.h"

#include <string.h>

static gboolean
read_digits (const char *at, guint n, int *value)
{
  *value = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (at[i]))
        return FALSE;
      *value = *value * 10 + (at[i] - '0');
    }
  return TRUE;
}

/**
 * maak_date_parse:
 * @iso: "2027-05-01", exactly
 * @date: (out): the day; untouched when it is none
 *
 * Returns: whether @iso is a day that exists
 */
gboolean
maak_date_parse (const char *iso, MaakDate *date)
{
  int      year, month, day;
  MaakDate read;

  g_return_val_if_fail (iso != NULL, FALSE);
  if (strlen (iso) != 10 || iso[4] != '-' || iso[7] != '-')
    return FALSE;
  if (!read_digits (iso, 4, &year) || !read_digits (iso + 5, 2, &month) || !read_digits (iso + 8, 2, &day))
    return FALSE;
  read = (MaakDate) { .year = (gint16) year, .month = (guint8) month, .day = (guint8) day };
  if (!maak_date_is_valid (read))
    return FALSE;
  *date = read;
  return TRUE;
}

/**
 * maak_date_to_iso:
 *
 * Returns: (transfer full): "2027-05-01"; the empty string for no date
 */
char *
maak_date_to_iso (MaakDate date)
{
  if (date.year == 0)
    return g_strdup ("");
  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

/**
 * maak_date_is_valid:
 *
 * Returns: whether it is a day of the years 1 to 9999; no date is not
 */
gboolean
maak_date_is_valid (MaakDate date)
{
  return date.year >= 1 && date.year <= 9999 && g_date_valid_dmy (date.day, (GDateMonth) date.month, (GDateYear) date.year);
}

/**
 * maak_date_compare:
 *
 * Returns: negative, zero or positive as @a is before, on or after @b; no date comes first
 */
int
maak_date_compare (MaakDate a, MaakDate b)
{
  if (a.year != b.year)
    return a.year - b.year;
  if (a.month != b.month)
    return a.month - b.month;
  return a.day - b.day;
}

/**
 * maak_date_today:
 *
 * Returns: the day it is in the time zone of the machine
 */
MaakDate
maak_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return (MaakDate) { .year = (gint16) g_date_time_get_year (now),
                      .month = (guint8) g_date_time_get_month (now),
                      .day = (guint8) g_date_time_get_day_of_month (now) };
}

/**
 * maak_date_format:
 *
 * Returns: (transfer full): "1 mei 2027", "1 May 2027"; the empty string for no date
 */
char *
maak_date_format (MaakDate date, MaakLanguage language)
{
  if (!maak_date_is_valid (date))
    return g_strdup ("");
  return g_strdup_printf ("%d %s %d", date.day, maak_phrase_get ((MaakPhrase) (MAAK_PHRASE_MONTH_1 + date.month - 1), language), date.year);
}

/**
 * maak_date_format_month:
 *
 * Returns: (transfer full): "mei 2027", "May 2027"; the empty string for no date
 */
char *
maak_date_format_month (MaakDate date, MaakLanguage language)
{
  if (!maak_date_is_valid (date))
    return g_strdup ("");
  return g_strdup_printf ("%s %d", maak_phrase_get ((MaakPhrase) (MAAK_PHRASE_MONTH_1 + date.month - 1), language), date.year);
}
