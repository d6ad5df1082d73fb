/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "base/maak-number.h"
#include "maak-test.h"

#include <math.h>

#define NBSP "\xc2\xa0"
#define MINUS "\xe2\x88\x92"
#define EURO "\xe2\x82\xac"
#define NL MAAK_LANGUAGE_NL
#define EN MAAK_LANGUAGE_EN

static const struct
{
  const char *name;
  double      value;
  const char *expected;
} shortest_rows[] = {
  { "zero", 0, "0" },
  { "minus-zero", -0.0, "0" },
  { "one", 1, "1" },
  { "tenth", 0.1, "0.1" },
  { "fifth", 0.2, "0.2" },
  { "sum-of-tenths", 0.1 + 0.2, "0.30000000000000004" },
  { "third", 1.0 / 3, "0.3333333333333333" },
  { "two-thirds", -2.0 / 3, "-0.6666666666666666" },
  { "figure", 8113.1, "8113.1" },
  { "population", 18044027, "18044027" },
  { "ratio", 0.18342, "0.18342" },
  { "millionth", 0.000001, "0.000001" },
  { "ten-millionth", 0.0000001, "1e-7" },
  { "small", 2.5e-8, "2.5e-8" },
  { "trailing-zeros", 1200000, "1200000" },
  { "1e15", 1e15, "1000000000000000" },
  { "2^53", 9007199254740992.0, "9007199254740992" },
  { "under-1e17", 99999999999999984.0, "99999999999999980" },
  { "1e17", 1e17, "1e17" },
  { "1e21", 1e21, "1e21" },
  { "1e23", 1e23, "1e23" },
  { "2^64", 18446744073709551616.0, "1.8446744073709552e19" },
  { "largest", 1.7976931348623157e308, "1.7976931348623157e308" },
  { "smallest-normal", 2.2250738585072014e-308, "2.2250738585072014e-308" },
  { "smallest", 5e-324, "5e-324" },
  { "subnormal", 1.5e-320, "1.5e-320" },
  { "2^-44", 5.684341886080801e-14, "5.684341886080801e-14" },
  { "2^-1022-power", 0x1p-1017, "7.120236347223045e-307" },
  { "pi", 3.141592653589793, "3.141592653589793" },
  { "negative", -1234.5, "-1234.5" },
};

static void
test_shortest (gconstpointer data)
{
  const typeof (shortest_rows[0]) *row = data;
  char                             buffer[MAAK_NUMBER_SIZE];

  g_assert_cmpstr (maak_number_to_shortest (row->value, buffer), ==, row->expected);
  g_assert_true (g_ascii_strtod (buffer, NULL) == row->value);
}

static guint
count_digits (const char *string)
{
  guint n = 0;
  guint zeros = 0;

  for (; *string != '\0' && *string != 'e'; string++)
    if (g_ascii_isdigit (*string) && (n > 0 || *string != '0'))
      {
        n++;
        zeros = *string == '0' ? zeros + 1 : 0;
      }
  return n - zeros;
}

/* Any bits that are a number read back as themselves, and no fewer digits do: one digit less, rounded up or down, misses. */
static void
check_shortest (double value)
{
  char  buffer[MAAK_NUMBER_SIZE];
  char  fewer[64];
  guint digits;

  maak_number_to_shortest (value, buffer);
  g_assert_true (g_ascii_strtod (buffer, NULL) == value);
  digits = count_digits (buffer);
  if (digits < 2)
    return;
  g_ascii_formatd (fewer, sizeof fewer, ((const char *[]) { "%.0e", "%.1e", "%.2e", "%.3e", "%.4e", "%.5e", "%.6e", "%.7e", "%.8e", "%.9e", "%.10e", "%.11e", "%.12e", "%.13e", "%.14e", "%.15e" })[digits - 2], value);
  g_assert_true (g_ascii_strtod (fewer, NULL) != value);
}

static void
test_shortest_random (void)
{
  for (guint i = 0; i < 200000; i++)
    {
      union
      {
        guint64 bits;
        double  value;
      } random = { .bits = ((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int () };
      if (isfinite (random.value))
        check_shortest (random.value);
      check_shortest (g_test_rand_int_range (-99999999, 99999999) / 1000.0);
    }
}

static void
test_shortest_powers (void)
{
  for (int exponent = -1074; exponent <= 1023; exponent++)
    check_shortest (ldexp (1, exponent));
}

static const struct
{
  const char *name;
  double      value;
  int         decimals;
  const char *nl, *en;
} format_rows[] = {
  { "plain", 1234.5, 2, "1.234,50", "1,234.50" },
  { "no-decimals", 2351, 0, "2.351", "2,351" },
  { "million", 1234567, 0, "1.234.567", "1,234,567" },
  { "hundred", 999, 0, "999", "999" },
  { "half-up", 0.5, 0, "1", "1" },
  { "half-down", -0.5, 0, MINUS "1", MINUS "1" },
  { "two-and-a-half", 2.5, 0, "3", "3" },
  { "1.005", 1.005, 2, "1,01", "1.01" },
  { "2.675", 2.675, 2, "2,68", "2.68" },
  { "1.115", 1.115, 2, "1,12", "1.12" },
  { "carry", 999.95, 1, "1.000,0", "1,000.0" },
  { "carry-all", 0.996, 2, "1,00", "1.00" },
  { "small", 0.0004, 3, "0,000", "0.000" },
  { "small-up", 0.0005, 3, "0,001", "0.001" },
  { "no-minus-zero", -0.001, 2, "0,00", "0.00" },
  { "zero", 0, 1, "0,0", "0.0" },
  { "tiny", 1e-300, 2, "0,00", "0.00" },
  { "huge", 1e18, 0, "1.000.000.000.000.000.000", "1,000,000,000,000,000,000" },
  { "negative", -1234.56, 1, MINUS "1.234,6", MINUS "1,234.6" },
  { "more-than-it-has", 0.1, 5, "0,10000", "0.10000" },
};

static void
test_format (gconstpointer data)
{
  const typeof (format_rows[0]) *row = data;
  g_autofree char               *nl = maak_number_format (row->value, row->decimals, NL);
  g_autofree char               *en = maak_number_format (row->value, row->decimals, EN);

  g_assert_cmpstr (nl, ==, row->nl);
  g_assert_cmpstr (en, ==, row->en);
}

static const struct
{
  const char  *name;
  const char  *string;
  MaakLanguage language;
  gboolean     right;
  double       value;
} parse_rows[] = {
  { "nl-thousand", "1.234", NL, TRUE, 1234 },
  { "en-decimals", "1.234", EN, TRUE, 1.234 },
  { "en-thousand", "1,234", EN, TRUE, 1234 },
  { "nl-decimals", "1,234", NL, TRUE, 1.234 },
  { "ungrouped", "1234567", NL, TRUE, 1234567 },
  { "both", "1.234.567,89", NL, TRUE, 1234567.89 },
  { "ungrouped-decimals", "1234,5", NL, TRUE, 1234.5 },
  { "spaces", "  12 ", NL, TRUE, 12 },
  { "no-break-space", NBSP "12" NBSP, NL, TRUE, 12 },
  { "minus", "-3,5", NL, TRUE, -3.5 },
  { "real-minus", MINUS "3,5", NL, TRUE, -3.5 },
  { "plus", "+3", NL, TRUE, 3 },
  { "leading-comma", ",5", NL, TRUE, 0.5 },
  { "minus-comma", "-,5", NL, TRUE, -0.5 },
  { "zero", "0", NL, TRUE, 0 },
  { "zeros", "007", NL, TRUE, 7 },
  { "group-of-two", "1.23", NL, FALSE, 0 },
  { "group-of-four", "1.2345", NL, FALSE, 0 },
  { "group-broken", "1.234.56", NL, FALSE, 0 },
  { "group-missing", "1234.567", NL, FALSE, 0 },
  { "group-of-zero", "0.123", NL, FALSE, 0 },
  { "group-in-decimals", "1,234.567", NL, FALSE, 0 },
  { "group-half", "1.234567", NL, FALSE, 0 },
  { "two-commas", "1,2,3", NL, FALSE, 0 },
  { "ends-with-comma", "12,", NL, FALSE, 0 },
  { "empty", "", NL, FALSE, 0 },
  { "only-minus", "-", NL, FALSE, 0 },
  { "only-group", ".", NL, FALSE, 0 },
  { "word", "twaalf", NL, FALSE, 0 },
  { "unit-behind", "12 km", NL, FALSE, 0 },
  { "exponent", "1e5", NL, FALSE, 0 },
  { "nan", "nan", NL, FALSE, 0 },
  { "infinity", "inf", EN, FALSE, 0 },
  { "hexadecimal", "0x10", EN, FALSE, 0 },
  { "two-minuses", "--1", NL, FALSE, 0 },
};

static void
test_parse (gconstpointer data)
{
  const typeof (parse_rows[0]) *row = data;
  double                        value = 77;

  g_assert_cmpint (maak_number_parse (row->string, row->language, &value), ==, row->right);
  g_assert_cmpfloat (value, ==, row->right ? row->value : 77);
}

static void
test_parse_of_format (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      const double       value = g_test_rand_int () / 1000.0 * g_test_rand_int_range (1, 1000);
      const MaakLanguage language = g_test_rand_bit () ? NL : EN;
      g_autofree char   *string = maak_number_format_shortest (value, language);
      double             back;
      g_assert_true (maak_number_parse (string, language, &back));
      g_assert_true (back == value);
    }
}

static const struct
{
  const char *name;
  const char *string;
  gboolean    right;
  gint64      value;
} integer_rows[] = {
  { "largest", "9.223.372.036.854.775.807", TRUE, G_MAXINT64 },
  { "smallest", "-9223372036854775808", TRUE, G_MININT64 },
  { "over", "9223372036854775808", FALSE, 0 },
  { "under", "-9223372036854775809", FALSE, 0 },
  { "beyond-64-bit", "99999999999999999999999", FALSE, 0 },
  { "zero-decimals", "12,00", TRUE, 12 },
  { "decimals", "12,50", FALSE, 0 },
  { "grouped", "1.000", TRUE, 1000 },
};

static void
test_integer (gconstpointer data)
{
  const typeof (integer_rows[0]) *row = data;
  gint64                          value = 77;

  g_assert_cmpint (maak_number_parse_integer (row->string, NL, &value), ==, row->right);
  g_assert_cmpint (value, ==, row->right ? row->value : 77);
}

static const struct
{
  const char *name;
  gint64      euros;
  const char *nl, *en, *short_nl, *short_en;
} money_rows[] = {
  { "zero", 0, EURO NBSP "0", EURO "0", EURO NBSP "0", EURO "0" },
  { "thousands", 850000, EURO NBSP "850.000", EURO "850,000", EURO NBSP "850.000", EURO "850,000" },
  { "million", 1234567, EURO NBSP "1.234.567", EURO "1,234,567", EURO NBSP "1,2" NBSP "mln", EURO "1.2" NBSP "million" },
  { "round-million", 30000000, EURO NBSP "30.000.000", EURO "30,000,000", EURO NBSP "30" NBSP "mln", EURO "30" NBSP "million" },
  { "half", 1250000, EURO NBSP "1.250.000", EURO "1,250,000", EURO NBSP "1,3" NBSP "mln", EURO "1.3" NBSP "million" },
  { "just-under-billion", 999949999, EURO NBSP "999.949.999", EURO "999,949,999", EURO NBSP "999,9" NBSP "mln", EURO "999.9" NBSP "million" },
  { "rounds-to-billion", 999950000, EURO NBSP "999.950.000", EURO "999,950,000", EURO NBSP "1" NBSP "mld", EURO "1" NBSP "billion" },
  { "negative", -1500000, EURO NBSP MINUS "1.500.000", MINUS EURO "1,500,000", EURO NBSP MINUS "1,5" NBSP "mln", MINUS EURO "1.5" NBSP "million" },
  { "smallest", G_MININT64, EURO NBSP MINUS "9.223.372.036.854.775.808", MINUS EURO "9,223,372,036,854,775,808", EURO NBSP MINUS "9.223.372.036,9" NBSP "mld", MINUS EURO "9,223,372,036.9" NBSP "billion" },
};

static void
test_money (gconstpointer data)
{
  const typeof (money_rows[0]) *row = data;
  g_autofree char              *nl = maak_money_format (row->euros, NL);
  g_autofree char              *en = maak_money_format (row->euros, EN);
  g_autofree char              *short_nl = maak_money_format_short (row->euros, NL);
  g_autofree char              *short_en = maak_money_format_short (row->euros, EN);
  gint64                        back;

  g_assert_cmpstr (nl, ==, row->nl);
  g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpstr (short_nl, ==, row->short_nl);
  g_assert_cmpstr (short_en, ==, row->short_en);
  g_assert_true (maak_money_parse (nl, NL, &back) && back == row->euros);
  g_assert_true (maak_money_parse (en, EN, &back) && back == row->euros);
}

static const struct
{
  const char  *name;
  const char  *string;
  MaakLanguage language;
  gboolean     right;
  gint64       euros;
} money_parse_rows[] = {
  { "plain", "1250000", NL, TRUE, 1250000 },
  { "sign", EURO " 1.250.000", NL, TRUE, 1250000 },
  { "sign-behind", "1.250.000 " EURO, NL, TRUE, 1250000 },
  { "word", "1.250.000 euro", NL, TRUE, 1250000 },
  { "code", "EUR 1,250,000", EN, TRUE, 1250000 },
  { "mln", "1,25 mln", NL, TRUE, 1250000 },
  { "miljoen", EURO " 30 miljoen", NL, TRUE, 30000000 },
  { "miljoen-euro", "2,5 miljoen euro", NL, TRUE, 2500000 },
  { "million", "1.5 million", EN, TRUE, 1500000 },
  { "mld", "1,2 mld", NL, TRUE, 1200000000 },
  { "k", "500k", EN, TRUE, 500000 },
  { "dash", "500.000,-", NL, TRUE, 500000 },
  { "cents-zero", "500.000,00", NL, TRUE, 500000 },
  { "negative", "-" EURO "5", EN, TRUE, -5 },
  { "negative-behind-sign", EURO " -5", NL, TRUE, -5 },
  { "cents", "500,50", NL, FALSE, 0 },
  { "part-of-euro", "1,2345678 mln", NL, FALSE, 0 },
  { "other-language", "1.25 mln", NL, FALSE, 0 },
  { "two-minuses", "-" EURO " -5", NL, FALSE, 0 },
  { "only-sign", EURO, NL, FALSE, 0 },
  { "empty", "", NL, FALSE, 0 },
  { "other-currency", "$ 5", EN, FALSE, 0 },
  { "beyond-64-bit", "99999999999999999999", NL, FALSE, 0 },
  { "beyond-64-bit-scaled", "99999999999 mld", NL, FALSE, 0 },
};

static void
test_money_parse (gconstpointer data)
{
  const typeof (money_parse_rows[0]) *row = data;
  gint64                              euros = 77;

  g_assert_cmpint (maak_money_parse (row->string, row->language, &euros), ==, row->right);
  g_assert_cmpint (euros, ==, row->right ? row->euros : 77);
}

static const struct
{
  const char *name;
  double      ratio;
  const char *nl, *en;
} percent_rows[] = {
  { "share", 0.183, "18,3%", "18.3%" },
  { "half", 0.1005, "10,1%", "10.1%" },
  { "whole", 1, "100,0%", "100.0%" },
  { "thousand", 12.345, "1.234,5%", "1,234.5%" },
  { "zero", 0, "0,0%", "0.0%" },
  { "negative", -0.0025, MINUS "0,3%", MINUS "0.3%" },
};

static void
test_percent (gconstpointer data)
{
  const typeof (percent_rows[0]) *row = data;
  g_autofree char                *nl = maak_number_format_percent (row->ratio, 1, NL);
  g_autofree char                *en = maak_number_format_percent (row->ratio, 1, EN);

  g_assert_cmpstr (nl, ==, row->nl);
  g_assert_cmpstr (en, ==, row->en);
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/base/number/shortest", shortest_rows, test_shortest);
  g_test_add_func ("/base/number/shortest-random", test_shortest_random);
  g_test_add_func ("/base/number/shortest-powers-of-two", test_shortest_powers);
  MAAK_TEST_TABLE ("/base/number/format", format_rows, test_format);
  MAAK_TEST_TABLE ("/base/number/parse", parse_rows, test_parse);
  g_test_add_func ("/base/number/parse-of-format", test_parse_of_format);
  MAAK_TEST_TABLE ("/base/number/integer", integer_rows, test_integer);
  MAAK_TEST_TABLE ("/base/number/percent", percent_rows, test_percent);
  MAAK_TEST_TABLE ("/base/money/format", money_rows, test_money);
  MAAK_TEST_TABLE ("/base/money/parse", money_parse_rows, test_money_parse);
  return g_test_run ();
}
