/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "base/maak-date.h"
#include "maak-test.h"

#include <math.h>

static const struct
{
  const char *name;
  const char *iso;
  gboolean    right;
  const char *nl, *en, *month_nl, *month_en;
} date_rows[] = {
  { "plain", "2027-05-01", TRUE, "1 mei 2027", "1 May 2027", "mei 2027", "May 2027" },
  { "last-day", "2026-12-31", TRUE, "31 december 2026", "31 December 2026", "december 2026", "December 2026" },
  { "march", "2024-03-09", TRUE, "9 maart 2024", "9 March 2024", "maart 2024", "March 2024" },
  { "leap-day", "2024-02-29", TRUE, "29 februari 2024", "29 February 2024", "februari 2024", "February 2024" },
  { "no-leap-day", "2023-02-29", FALSE, NULL, NULL, NULL, NULL },
  { "century-no-leap", "1900-02-29", FALSE, NULL, NULL, NULL, NULL },
  { "century-leap", "2000-02-29", TRUE, "29 februari 2000", "29 February 2000", "februari 2000", "February 2000" },
  { "month-13", "2026-13-01", FALSE, NULL, NULL, NULL, NULL },
  { "month-0", "2026-00-01", FALSE, NULL, NULL, NULL, NULL },
  { "day-0", "2026-01-00", FALSE, NULL, NULL, NULL, NULL },
  { "day-31-of-april", "2026-04-31", FALSE, NULL, NULL, NULL, NULL },
  { "year-0", "0000-01-01", FALSE, NULL, NULL, NULL, NULL },
  { "short", "2026-1-1", FALSE, NULL, NULL, NULL, NULL },
  { "dutch-order", "01-05-2027", FALSE, NULL, NULL, NULL, NULL },
  { "tail", "2026-01-01T00", FALSE, NULL, NULL, NULL, NULL },
  { "minus", "-026-01-01", FALSE, NULL, NULL, NULL, NULL },
  { "empty", "", FALSE, NULL, NULL, NULL, NULL },
};

static void
test_date (gconstpointer data)
{
  const typeof (date_rows[0]) *row = data;
  MaakDate                     date = { 0 };
  g_autofree char             *iso = NULL, *nl = NULL, *en = NULL, *month_nl = NULL, *month_en = NULL;

  g_assert_cmpint (maak_date_parse (row->iso, &date), ==, row->right);
  iso = maak_date_to_iso (date);
  nl = maak_date_format (date, MAAK_LANGUAGE_NL);
  en = maak_date_format (date, MAAK_LANGUAGE_EN);
  month_nl = maak_date_format_month (date, MAAK_LANGUAGE_NL);
  month_en = maak_date_format_month (date, MAAK_LANGUAGE_EN);
  g_assert_cmpstr (iso, ==, row->right ? row->iso : "");
  g_assert_cmpstr (nl, ==, row->right ? row->nl : "");
  g_assert_cmpstr (en, ==, row->right ? row->en : "");
  g_assert_cmpstr (month_nl, ==, row->right ? row->month_nl : "");
  g_assert_cmpstr (month_en, ==, row->right ? row->month_en : "");
}

static void
test_date_compare (void)
{
  const char *const order[] = { "1999-12-31", "2000-01-01", "2000-01-02", "2000-02-01", "2001-01-01" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < G_N_ELEMENTS (order); j++)
      {
        MaakDate a, b;
        g_assert_true (maak_date_parse (order[i], &a) && maak_date_parse (order[j], &b));
        g_assert_cmpint (CLAMP (maak_date_compare (a, b), -1, 1), ==, (i > j) - (i < j));
      }
}

static void
test_date_today (void)
{
  g_assert_true (maak_date_is_valid (maak_date_today ()));
  g_assert_false (maak_date_is_valid ((MaakDate) { 0 }));
}

static const struct
{
  const char *name;
  const char *string;
  const char *canonical; /* NULL: refused */
  const char *nl, *en;
  double      middle;
} period_rows[] = {
  { "year", "2020", "2020", "2020", "2020", 2020.5 },
  { "year-padded", " 2020 ", "2020", "2020", "2020", 2020.5 },
  { "year-key", "2020JJ00", "2020", "2020", "2020", 2020.5 },
  { "year-key-lower", "2020jj00", "2020", "2020", "2020", 2020.5 },
  { "quarter-slash", "2017/Q2", "2017/Q2", "tweede kwartaal 2017", "second quarter of 2017", 2017.375 },
  { "quarter-space", "2017 Q2", "2017/Q2", "tweede kwartaal 2017", "second quarter of 2017", 2017.375 },
  { "quarter-bare", "2017Q4", "2017/Q4", "vierde kwartaal 2017", "fourth quarter of 2017", 2017.875 },
  { "quarter-dash", "2017-Q1", "2017/Q1", "eerste kwartaal 2017", "first quarter of 2017", 2017.125 },
  { "quarter-lower", "2017/q3", "2017/Q3", "derde kwartaal 2017", "third quarter of 2017", 2017.625 },
  { "quarter-key", "2017KW02", "2017/Q2", "tweede kwartaal 2017", "second quarter of 2017", 2017.375 },
  { "quarter-dutch", "2017 2e kwartaal", "2017/Q2", "tweede kwartaal 2017", "second quarter of 2017", 2017.375 },
  { "quarter-english", "2017 3rd quarter", "2017/Q3", "derde kwartaal 2017", "third quarter of 2017", 2017.625 },
  { "month-key", "2020MM05", "2020-05", "mei 2020", "May 2020", 2020 + 4.5 / 12 },
  { "month-iso", "2020-03", "2020-03", "maart 2020", "March 2020", 2020 + 2.5 / 12 },
  { "month-dutch", "2020 maart", "2020-03", "maart 2020", "March 2020", 2020 + 2.5 / 12 },
  { "month-english", "2020 October", "2020-10", "oktober 2020", "October 2020", 2020 + 9.5 / 12 },
  { "school-year", "2011/2012", "2011/2012", "schooljaar 2011/2012", "school year 2011/2012", 2011 + 13.0 / 12 },
  { "school-year-short", "2011/12", "2011/2012", "schooljaar 2011/2012", "school year 2011/2012", 2011 + 13.0 / 12 },
  { "school-year-apostrophe", "2011/'12", "2011/2012", "schooljaar 2011/2012", "school year 2011/2012", 2011 + 13.0 / 12 },
  { "school-year-century", "1999/'00", "1999/2000", "schooljaar 1999/2000", "school year 1999/2000", 1999 + 13.0 / 12 },
  { "school-year-key", "2011SJ00", "2011/2012", "schooljaar 2011/2012", "school year 2011/2012", 2011 + 13.0 / 12 },
  { "years", "1996-2011", "1996-2011", "1996\xe2\x80\x93"
                                       "2011",
    "1996\xe2\x80\x93"
    "2011",
    2004 },
  { "years-en-dash", "1996\xe2\x80\x93"
                     "2011",
    "1996-2011", "1996\xe2\x80\x93"
                 "2011",
    "1996\xe2\x80\x93"
    "2011",
    2004 },
  { "years-spaced", "1996 - 2011", "1996-2011", "1996\xe2\x80\x93"
                                                "2011",
    "1996\xe2\x80\x93"
    "2011",
    2004 },
  { "backwards", "2011-1996", NULL, NULL, NULL, 0 },
  { "same-year-twice", "2011-2011", NULL, NULL, NULL, 0 },
  { "school-year-of-two", "2011/2013", NULL, NULL, NULL, 0 },
  { "quarter-5", "2017/Q5", NULL, NULL, NULL, 0 },
  { "quarter-0", "2017KW00", NULL, NULL, NULL, 0 },
  { "month-13", "2020MM13", NULL, NULL, NULL, 0 },
  { "month-0", "2020-00", NULL, NULL, NULL, 0 },
  { "key-unknown", "2020HJ01", NULL, NULL, NULL, 0 },
  { "three-digits", "202", NULL, NULL, NULL, 0 },
  { "five-digits", "20200", NULL, NULL, NULL, 0 },
  { "starred", "2021*", NULL, NULL, NULL, 0 },
  { "year-0", "0000", NULL, NULL, NULL, 0 },
  { "word", "vorig jaar", NULL, NULL, NULL, 0 },
  { "empty", "", NULL, NULL, NULL, 0 },
  { "tail", "2017/Q2x", NULL, NULL, NULL, 0 },
};

static void
test_period (gconstpointer data)
{
  const typeof (period_rows[0]) *row = data;
  MaakPeriod                     period = { 0 }, back;
  g_autofree char               *canonical = NULL, *nl = NULL, *en = NULL;

  g_assert_cmpint (maak_period_parse (row->string, &period), ==, row->canonical != NULL);
  canonical = maak_period_to_string (period);
  g_assert_cmpstr (canonical, ==, row->canonical != NULL ? row->canonical : "");
  if (row->canonical == NULL)
    return;
  nl = maak_period_format (period, MAAK_LANGUAGE_NL);
  en = maak_period_format (period, MAAK_LANGUAGE_EN);
  g_assert_cmpstr (nl, ==, row->nl);
  g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpfloat_with_epsilon (maak_period_get_middle (period), row->middle, 1e-9);
  g_assert_true (maak_period_parse (canonical, &back));
  g_assert_cmpint (maak_period_compare (period, back), ==, 0);
}

static void
test_period_compare (void)
{
  const char *const order[] = { "1996-2011", "2010", "2011-01", "2011/Q1", "2011", "2011/Q3", "2011/2012", "2012" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < G_N_ELEMENTS (order); j++)
      {
        MaakPeriod a, b;
        g_assert_true (maak_period_parse (order[i], &a) && maak_period_parse (order[j], &b));
        g_assert_cmpint (CLAMP (maak_period_compare (a, b), -1, 1), ==, (i > j) - (i < j));
      }
}

static void
test_period_none (void)
{
  const MaakPeriod none = { 0 };
  g_autofree char *nl = maak_period_format (none, MAAK_LANGUAGE_NL);

  g_assert_cmpstr (nl, ==, "geen periode");
  g_assert_true (isnan (maak_period_get_middle (none)));
  g_assert_cmpint (maak_period_compare (none, maak_period_year (1)), <, 0);
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/base/date", date_rows, test_date);
  g_test_add_func ("/base/date/compare", test_date_compare);
  g_test_add_func ("/base/date/today", test_date_today);
  MAAK_TEST_TABLE ("/base/period", period_rows, test_period);
  g_test_add_func ("/base/period/compare", test_period_compare);
  g_test_add_func ("/base/period/none", test_period_none);
  return g_test_run ();
}
