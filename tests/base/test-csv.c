/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "base/maak-csv.h"
#include "maak-test.h"

/* Rows are joined with '\n' and cells with '|' to compare. */
static const struct
{
  const char *name;
  const char *csv;
  char        separator;
  const char *expected;
  gboolean    broken;
} read_rows[] = {
  { "plain", "a,b\nc,d\n", ',', "a|b\nc|d\n", FALSE },
  { "no-last-line-end", "a,b\nc,d", ',', "a|b\nc|d\n", FALSE },
  { "crlf", "a,b\r\nc,d\r\n", ',', "a|b\nc|d\n", FALSE },
  { "cr", "a,b\rc,d\r", ',', "a|b\nc|d\n", FALSE },
  { "semicolon", "a;b,c\n", ';', "a|b,c\n", FALSE },
  { "tab", "a\tb\n", '\t', "a|b\n", FALSE },
  { "empty-cells", ",,\n", ',', "||\n", FALSE },
  { "empty-line", "a\n\nb\n", ',', "a\n\nb\n", FALSE },
  { "quoted", "\"a,b\",c\n", ',', "a,b|c\n", FALSE },
  { "quote-in-quotes", "\"a\"\"b\",c\n", ',', "a\"b|c\n", FALSE },
  { "line-in-quotes", "\"a\nb\",c\n", ',', "a\nb|c\n", FALSE },
  { "quoted-empty", "\"\",\"\"\n", ',', "|\n", FALSE },
  { "quoted-last", "a,\"b\"", ',', "a|b\n", FALSE },
  { "quoted-crlf", "a,\"b\"\r\nc\r\n", ',', "a|b\nc\n", FALSE },
  { "quote-inside", "a\"b,c\n", ',', "a\"b|c\n", FALSE },
  { "bom", "\xef\xbb\xbf"
           "a,b\n",
    ',', "a|b\n", FALSE },
  { "empty", "", ',', "", FALSE },
  { "only-bom", "\xef\xbb\xbf", ',', "", FALSE },
  { "not-closed", "a,b\n\"c,d\n", ',', "a|b\n", TRUE },
  { "closed-in-the-middle", "\"a\"b,c\n", ',', "", TRUE },
};

static void
test_read (gconstpointer data)
{
  const typeof (read_rows[0]) *row = data;
  g_autoptr (MaakCsv) csv = maak_csv_new (row->csv, -1, row->separator);
  g_autoptr (GString) out = g_string_new (NULL);
  const char *const *cells;
  guint              n;

  while (maak_csv_next_row (csv, &cells, &n))
    {
      for (guint i = 0; i < n; i++)
        g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", cells[i]);
      g_string_append_c (out, '\n');
    }
  g_assert_cmpstr (out->str, ==, row->expected);
  g_assert_cmpint (maak_csv_is_broken (csv), ==, row->broken);
}

static void
test_lines (void)
{
  g_autoptr (MaakCsv) csv = maak_csv_new ("a\n\"b\nb\r\nb\",c\nd\n\"e", -1, ',');
  const char *const *cells;
  guint              n;
  const guint        expected[] = { 1, 2, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_true (maak_csv_next_row (csv, &cells, &n));
      g_assert_cmpuint (maak_csv_get_line (csv), ==, expected[i]);
    }
  g_assert_false (maak_csv_next_row (csv, &cells, &n));
  g_assert_cmpuint (maak_csv_get_line (csv), ==, 6);
}

static const struct
{
  const char *name;
  const char *cell;
  const char *expected;
} cell_rows[] = {
  { "plain", "abc", "x,abc" },
  { "separator", "a,b", "x,\"a,b\"" },
  { "quote", "a\"b", "x,\"a\"\"b\"" },
  { "line", "a\nb", "x,\"a\nb\"" },
  { "empty", "", "x," },
  { "null", NULL, "x," },
  { "space-before", " a", "x,\" a\"" },
  { "formula", "=1+1", "x,'=1+1" },
  { "formula-at", "@SUM(A1)", "x,'@SUM(A1)" },
  { "formula-plus", "+cmd", "x,'+cmd" },
  { "formula-minus", "-2+3", "x,'-2+3" },
  { "formula-quoted", "=HYPERLINK(\"x\")", "x,\"'=HYPERLINK(\"\"x\"\")\"" },
  { "negative-number", "-12.5", "x,-12.5" },
  { "positive-number", "+3", "x,+3" },
  { "only-minus", "-", "x,'-" },
  { "tab", "\t=1", "x,'\t=1" },
  { "carriage-return", "\r=1", "x,\"'\r=1\"" },
};

static void
test_cell (gconstpointer data)
{
  const typeof (cell_rows[0]) *row = data;
  g_autoptr (GString) out = g_string_new ("x");

  maak_csv_append_cell (out, row->cell, ',');
  g_assert_cmpstr (out->str, ==, row->expected);
}

/* Whatever is written as cells is read back as those cells. */
static void
test_round (void)
{
  const char letters[] = "ab\",;\n \xc3\xa9";

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (MaakCsv) csv = NULL;
      const char *const *cells;
      guint              n;
      for (guint cell = 0; cell < 4; cell++)
        {
          GString *word = g_string_new (NULL);
          for (gint32 length = g_test_rand_int_range (0, 5); length > 0; length--)
            g_string_append_c (word, letters[g_test_rand_int_range (0, sizeof letters - 1)]);
          g_ptr_array_add (written, g_string_free (word, FALSE));
          maak_csv_append_cell (out, g_ptr_array_index (written, cell), ';');
        }
      g_string_append_c (out, '\n');
      csv = maak_csv_new (out->str, (gssize) out->len, ';');
      g_assert_true (maak_csv_next_row (csv, &cells, &n));
      g_assert_cmpuint (n, ==, 4);
      for (guint cell = 0; cell < 4; cell++)
        g_assert_cmpstr (cells[cell], ==, g_ptr_array_index (written, cell));
      g_assert_false (maak_csv_next_row (csv, &cells, &n));
    }
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/base/csv/read", read_rows, test_read);
  g_test_add_func ("/base/csv/lines", test_lines);
  MAAK_TEST_TABLE ("/base/csv/cell", cell_rows, test_cell);
  g_test_add_func ("/base/csv/round", test_round);
  return g_test_run ();
}
