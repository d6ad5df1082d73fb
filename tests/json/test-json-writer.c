/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "maak-test.h"
#include "json/maak-json.h"

static char *
rewrite (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = maak_json_parse (text, length, &maak_json_limits_plan, &error);
  g_autoptr (MaakJsonWriter) writer = maak_json_writer_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  maak_json_writer_node (writer, node);
  bytes = maak_json_writer_end (writer);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static const struct
{
  const char *name;
  const char *text;
  const char *expected;
} form_rows[] = {
  { "empty-object", "{ }", "{}\n" },
  { "empty-array", "[ ]", "[]\n" },
  { "scalar", "12", "12\n" },
  { "object", "{\"b\":1,\"a\":[]}", "{\n  \"b\": 1,\n  \"a\": []\n}\n" },
  { "array", "[1,[2,{}],\"x\"]", "[\n  1,\n  [\n    2,\n    {}\n  ],\n  \"x\"\n]\n" },
  { "words", "[true,false,null]", "[\n  true,\n  false,\n  null\n]\n" },
  { "numbers", "[0.1,1e5,1.0,8113.1,1e21,-2.50,0.1e-6]", "[\n  0.1,\n  100000,\n  1,\n  8113.1,\n  1e21,\n  -2.5,\n  1e-7\n]\n" },
  { "integers", "[9223372036854775807,-9223372036854775808,0]", "[\n  9223372036854775807,\n  -9223372036854775808,\n  0\n]\n" },
  { "escapes", "\"\\\" \\\\ \\/ \\b\\f\\n\\r\\t \\u001f \\u007f\"", "\"\\\" \\\\ / \\b\\f\\n\\r\\t \\u001f \x7f\"\n" },
  { "unicode", "\"\\u00e9\\u20ac\\ud83d\\ude00\"", "\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\"\n" },
  { "nfc", "\"e\xcc\x81\"", "\"\xc3\xa9\"\n" },
  { "nfc-name", "{\"Frysla\xcc\x82n\":1}", "{\n  \"Frysl\xc3\xa2n\": 1\n}\n" },
  { "nfc-angstrom", "\"\xe2\x84\xab\"", "\"\xc3\x85\"\n" },
  { "nfc-quad", "\"\xe2\x80\x80\"", "\"\xe2\x80\x82\"\n" },
  { "nfc-hangul", "\"\xe1\x84\x80\xe1\x85\xa1\"", "\"\xea\xb0\x80\"\n" },
  { "punctuation", "\"\xe2\x80\x98\xe2\x80\x99\xe2\x80\xa6\xe2\x82\xac\xc2\xa0\xe2\x80\x93\"", "\"\xe2\x80\x98\xe2\x80\x99\xe2\x80\xa6\xe2\x82\xac\xc2\xa0\xe2\x80\x93\"\n" },
  { "line-separator", "\"\xe2\x80\xa8\"", "\"\xe2\x80\xa8\"\n" },
};

static void
test_form (gconstpointer data)
{
  const typeof (form_rows[0]) *row = data;
  g_autofree char             *once = rewrite (row->text, strlen (row->text));
  g_autofree char             *twice = rewrite (once, strlen (once));

  g_assert_cmpstr (once, ==, row->expected);
  g_assert_cmpstr (twice, ==, once);
}

static void
test_text (void)
{
  g_autoptr (MaakJsonWriter) writer = maak_json_writer_new ();
  g_autoptr (MaakText) both = maak_text_new_outdated ("a", "b", MAAK_LANGUAGE_EN);
  g_autoptr (MaakText) one = maak_text_new_one (MAAK_LANGUAGE_EN, "b");
  g_autoptr (MaakText) none = maak_text_new (NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;
  const char expected[] = "[\n  {\n    \"nl\": \"a\",\n    \"en\": \"b\",\n    \"outdated\": \"en\"\n  },\n  {\n    \"en\": \"b\"\n  },\n  {}\n]\n";

  maak_json_writer_begin_array (writer);
  maak_json_writer_text (writer, both);
  maak_json_writer_text (writer, one);
  maak_json_writer_text (writer, none);
  maak_json_writer_end_array (writer);
  bytes = maak_json_writer_end (writer);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *written = NULL;

  for (guint i = 0; i < 32; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < 32; i++)
    g_string_append_c (text, ']');
  written = rewrite (text->str, text->len);
  g_assert_nonnull (strstr (written, "\n                                                              []\n"));
}

/* Misuse is a critical, not a broken file. */
static void
misuse_name_in_array (MaakJsonWriter *writer)
{
  maak_json_writer_begin_array (writer);
  maak_json_writer_name (writer, "a");
}

static void
misuse_value_without_name (MaakJsonWriter *writer)
{
  maak_json_writer_begin_object (writer);
  maak_json_writer_integer (writer, 1);
}

static void
misuse_two_roots (MaakJsonWriter *writer)
{
  maak_json_writer_null (writer);
  maak_json_writer_null (writer);
}

static void
misuse_wrong_end (MaakJsonWriter *writer)
{
  maak_json_writer_begin_array (writer);
  maak_json_writer_end_object (writer);
}

static void
misuse_not_closed (MaakJsonWriter *writer)
{
  maak_json_writer_begin_array (writer);
  maak_json_writer_end (writer);
}

static void
misuse_not_finite (MaakJsonWriter *writer)
{
  maak_json_writer_double (writer, 1.0 / 0.0);
}

static const struct
{
  const char *name;
  void (*misuse) (MaakJsonWriter *writer);
} misuse_rows[] = {
  { "name-in-array", misuse_name_in_array },
  { "value-without-name", misuse_value_without_name },
  { "two-roots", misuse_two_roots },
  { "wrong-end", misuse_wrong_end },
  { "not-closed", misuse_not_closed },
  { "not-finite", misuse_not_finite },
};

static void
test_misuse (gconstpointer data)
{
  const typeof (misuse_rows[0]) *row = data;
  g_autoptr (MaakJsonWriter) writer = maak_json_writer_new ();

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*");
  row->misuse (writer);
  g_test_assert_expected_messages ();
}

/* Properties over generated trees */

static const char *const words[] = { "", "a", "nl", "value", "Frysl\xc3\xa2n", "\xe2\x82\xac 5", "\"quoted\"", "back\\slash", "line\nend", "\x01", "\xf0\x9f\x98\x80", "e\xcc\x81", "\xe2\x84\xab", "12.5" };

static void
write_random (MaakJsonWriter *writer, guint depth)
{
  const gint32 kind = g_test_rand_int_range (0, depth > 0 ? 8 : 6);
  const gint32 n = g_test_rand_int_range (0, 5);

  switch (kind)
    {
    case 0:
      maak_json_writer_null (writer);
      break;
    case 1:
      maak_json_writer_boolean (writer, g_test_rand_bit ());
      break;
    case 2:
      maak_json_writer_integer (writer, (gint64) ((guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ()));
      break;
    case 3:
      maak_json_writer_double (writer, g_test_rand_double_range (-1e6, 1e6));
      break;
    case 4:
      maak_json_writer_double (writer, g_test_rand_int () * 1e-3 * (g_test_rand_bit () ? 1e30 : 1));
      break;
    case 5:
      maak_json_writer_string (writer, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      break;
    case 6:
      maak_json_writer_begin_array (writer);
      for (gint32 i = 0; i < n; i++)
        write_random (writer, depth - 1);
      maak_json_writer_end_array (writer);
      break;
    default:
      maak_json_writer_begin_object (writer);
      for (gint32 i = 0; i < n; i++)
        {
          g_autofree char *name = g_strdup_printf ("%s%d", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))], i);
          maak_json_writer_name (writer, name);
          write_random (writer, depth - 1);
        }
      maak_json_writer_end_object (writer);
    }
}

/* What is written passes the checker, and parsing and writing it again gives the same bytes. */
static void
test_round (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (MaakJsonWriter) writer = maak_json_writer_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *again = NULL;
      gsize            length;
      const char      *text;
      write_random (writer, 5);
      bytes = maak_json_writer_end (writer);
      text = g_bytes_get_data (bytes, &length);
      again = rewrite (text, length);
      g_assert_cmpmem (text, length, again, strlen (again));
    }
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/json/writer/form", form_rows, test_form);
  g_test_add_func ("/json/writer/text", test_text);
  g_test_add_func ("/json/writer/deep", test_deep);
  MAAK_TEST_TABLE ("/json/writer/misuse", misuse_rows, test_misuse);
  g_test_add_func ("/json/writer/round", test_round);
  return g_test_run ();
}
