/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "maak-test.h"
#include "json/maak-json.h"

#define SYNTAX MAAK_JSON_ERROR_SYNTAX
#define LIMIT MAAK_JSON_ERROR_LIMIT

/* A text may hold a NUL; its length is that of the literal. */
#define TEXT(literal) literal, sizeof literal - 1

static const struct
{
  const char *name;
  const char *text;
  gsize       length;
} right_rows[] = {
  { "object", TEXT ("{}") },
  { "array", TEXT ("[]") },
  { "string", TEXT ("\"a\"") },
  { "number", TEXT ("12") },
  { "words", TEXT ("[true, false, null]") },
  { "spaces", TEXT (" \t\r\n{ \"a\" : [ 1 , 2 ] } \n") },
  { "nested", TEXT ("{\"a\":{\"b\":[[],{},[{}]]}}") },
  { "numbers", TEXT ("[0, -1, 1.5, 1e5, 1E+5, 1.0e-5, 0.1, 1.0, 123456789012345678, 1e300]") },
  { "int64", TEXT ("[9223372036854775807, -9223372036854775808]") },
  { "large-real", TEXT ("[1.7976931348623157e308, 12345678901234567890.0, 1e-400]") },
  { "escapes", TEXT ("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\", \"\\u00e9\\u00E9\"]") },
  { "surrogates", TEXT ("\"\\ud83d\\ude00\"") },
  { "utf8", TEXT ("{\"na\xc3\xafve\": \"\xe2\x82\xac \xf0\x9f\x98\x80\"}") },
  { "same-name-apart", TEXT ("{\"a\":{\"a\":1},\"b\":{\"a\":2},\"c\":[{\"a\":1},{\"a\":1}]}") },
  { "case-differs", TEXT ("{\"a\":1,\"A\":2}") },
  { "empty-name", TEXT ("{\"\":1}") },
  { "depth-at-limit", TEXT ("[[[[[[[[1]]]]]]]]") },
  { "escaped names", TEXT ("{\"\\u00e9\\n\": {\"\\\\\": \"\\\"\"}}") },
  { "string-at-limit", TEXT ("\"12345678901234567890\"") },
};

/* Small, so that the tables can reach them. */
static const MaakJsonLimits small = { .bytes = 1000, .depth = 8, .nodes = 40, .string = 20 };

/* The tree is what json-glib makes of the same text: the same types, the same order. */
static void
assert_as_json_glib (JsonNode *node, const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonGenerator) ours = json_generator_new ();
  g_autoptr (JsonGenerator) theirs = json_generator_new ();
  g_autofree char *our_text = NULL;
  g_autofree char *their_text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, &error));
  g_assert_no_error (error);
  g_assert_true (json_node_equal (node, json_parser_get_root (parser)));
  json_generator_set_root (ours, node);
  json_generator_set_root (theirs, json_parser_get_root (parser));
  our_text = json_generator_to_data (ours, NULL);
  their_text = json_generator_to_data (theirs, NULL);
  g_assert_cmpstr (our_text, ==, their_text);
}

static void
test_right (gconstpointer data)
{
  const typeof (right_rows[0]) *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *exact = g_memdup2 (row->text, row->length); /* no NUL behind it: a checker that reads too far is seen */
  g_autoptr (JsonNode) node = NULL;

  g_assert_true (maak_json_check (exact, row->length, &small, &error));
  g_assert_no_error (error);
  node = maak_json_parse (exact, row->length, &small, &error);
  g_assert_no_error (error);
  g_assert_nonnull (node);
  assert_as_json_glib (node, exact, row->length);
}

static const struct
{
  const char       *name;
  const char       *text;
  gsize             length;
  MaakJsonErrorCode code;
  const char       *path;
  const char       *en;
} wrong_rows[] = {
  { "empty", TEXT (""), SYNTAX, NULL, "The file is empty. Get a complete copy." },
  { "only-spaces", TEXT (" \n "), SYNTAX, NULL, "The file is empty. Get a complete copy." },
  { "bom", TEXT ("\xef\xbb\xbf{}"), SYNTAX, NULL, "The file begins with an invisible mark (a BOM). Save it as UTF-8 without BOM." },
  { "utf16", TEXT ("\xff\xfe{\0}\0"), SYNTAX, NULL, "Line 1: there are characters here that are not UTF-8. Save the file as UTF-8." },
  { "bad-utf8", TEXT ("{\"a\": \"x\xe9y\"}"), SYNTAX, "a", "Line 1: there are characters here that are not UTF-8. Save the file as UTF-8." },
  { "bad-utf8-name", TEXT ("{\"\xe9\": 1}"), SYNTAX, NULL, "Line 1: there are characters here that are not UTF-8. Save the file as UTF-8." },
  { "bad-utf8-surrogate", TEXT ("[\"\xed\xa0\x80\"]"), SYNTAX, "[0]", "Line 1: there are characters here that are not UTF-8. Save the file as UTF-8." },
  { "bad-utf8-overlong", TEXT ("[\"\xc0\xaf\"]"), SYNTAX, "[0]", "Line 1: there are characters here that are not UTF-8. Save the file as UTF-8." },
  { "nul-in-string", TEXT ("[\"a\0b\"]"), SYNTAX, "[0]", "Line 1: the character zero may not be in a text. Remove it." },
  { "nul-behind", TEXT ("{}\0"), SYNTAX, NULL, "Line 1: the character zero may not be in a text. Remove it." },
  { "nul-escaped", TEXT ("[\"\\u0000\"]"), SYNTAX, "[0]", "Line 1: the character zero may not be in a text. Remove it." },
  { "truncated-object", TEXT ("{\"a\": 1"), SYNTAX, "a", "Line 1: the file ends here too soon. Get a complete copy." },
  { "truncated-name", TEXT ("{\"a\": 1,\n\"b"), SYNTAX, "a", "Line 2: the file ends here too soon. Get a complete copy." },
  { "truncated-value", TEXT ("{\"a\": "), SYNTAX, "a", "Line 1: the file ends here too soon. Get a complete copy." },
  { "truncated-string", TEXT ("[1, \"abc"), SYNTAX, "[1]", "Line 1: the file ends here too soon. Get a complete copy." },
  { "truncated-word", TEXT ("{\"a\": [tru"), SYNTAX, "a[0]", "Line 1: the file ends here too soon. Get a complete copy." },
  { "truncated-escape", TEXT ("[\"\\"), SYNTAX, "[0]", "Line 1: the file ends here too soon. Get a complete copy." },
  { "truncated-array", TEXT ("["), SYNTAX, "[0]", "Line 1: the file ends here too soon. Get a complete copy." },
  { "two-roots", TEXT ("{}{}"), SYNTAX, NULL, "Line 1: something follows after the end. Remove it." },
  { "two-roots-line", TEXT ("[]\n[]"), SYNTAX, NULL, "Line 2: something follows after the end. Remove it." },
  { "string-then-object", TEXT ("\"\"{\"a\":1}"), SYNTAX, NULL, "Line 1: something follows after the end. Remove it." },
  { "closing-too-many", TEXT ("[1]]"), SYNTAX, NULL, "Line 1: something follows after the end. Remove it." },
  { "comment", TEXT ("// a\n{}"), SYNTAX, NULL, "Line 1: JSON does not allow comments. Remove this one." },
  { "comment-inside", TEXT ("{\"a\": /* b */ 1}"), SYNTAX, "a", "Line 1: JSON does not allow comments. Remove this one." },
  { "comment-hash", TEXT ("[1 # one\n]"), SYNTAX, "[0]", "Line 1: JSON does not allow comments. Remove this one." },
  { "comment-behind", TEXT ("{} // end"), SYNTAX, NULL, "Line 1: JSON does not allow comments. Remove this one." },
  { "nan", TEXT ("{\"a\": NaN}"), SYNTAX, "a", "Line 1: NaN and infinity are not numbers that can be stored. Leave the value out." },
  { "infinity", TEXT ("[Infinity]"), SYNTAX, "[0]", "Line 1: NaN and infinity are not numbers that can be stored. Leave the value out." },
  { "minus-infinity", TEXT ("[-Infinity]"), SYNTAX, "[0]", "Line 1: NaN and infinity are not numbers that can be stored. Leave the value out." },
  { "1e999", TEXT ("{\"a\": {\"b\": [1, 1e999]}}"), LIMIT, "a.b[1]", "Line 1: this number is too large to store. Write a smaller number." },
  { "minus-1e999", TEXT ("[-1e999]"), LIMIT, "[0]", "Line 1: this number is too large to store. Write a smaller number." },
  { "over-int64", TEXT ("{\"sum\": 9223372036854775808}"), LIMIT, "sum", "Line 1: this number is too large to store. Write a smaller number." },
  { "under-int64", TEXT ("[-9223372036854775809]"), LIMIT, "[0]", "Line 1: this number is too large to store. Write a smaller number." },
  { "long-integer", TEXT ("[123456789012345678901234567890]"), LIMIT, "[0]", "Line 1: this number is too large to store. Write a smaller number." },
  { "minus-zero", TEXT ("[-0]"), SYNTAX, "[0]", "Line 1: minus zero is not a value. Write 0." },
  { "minus-zero-real", TEXT ("[-0.0e1]"), SYNTAX, "[0]", "Line 1: minus zero is not a value. Write 0." },
  { "leading-zero", TEXT ("[01]"), SYNTAX, "[0]", "Line 1: this number is not written correctly. Write for example 12 or 0.5." },
  { "leading-plus", TEXT ("[+1]"), SYNTAX, "[0]", "Line 1: this is not valid JSON. There should be a value here. Mend it or get a good copy." },
  { "leading-point", TEXT ("[.5]"), SYNTAX, "[0]", "Line 1: this is not valid JSON. There should be a value here. Mend it or get a good copy." },
  { "ends-with-point", TEXT ("[1.]"), SYNTAX, "[0]", "Line 1: this number is not written correctly. Write for example 12 or 0.5." },
  { "no-exponent", TEXT ("[1e]"), SYNTAX, "[0]", "Line 1: this number is not written correctly. Write for example 12 or 0.5." },
  { "only-minus", TEXT ("[-]"), SYNTAX, "[0]", "Line 1: this number is not written correctly. Write for example 12 or 0.5." },
  { "hexadecimal", TEXT ("[0x10]"), SYNTAX, "[0]", "Line 1: this number is not written correctly. Write for example 12 or 0.5." },
  { "decimal-comma", TEXT ("{\"a\": 1,5}"), SYNTAX, "a", "Line 1: this is not valid JSON. There should be a name in quotation marks here. Mend it or get a good copy." },
  { "control", TEXT ("[\"a\nb\"]"), SYNTAX, "[0]", "Line 1: this text has a control character in it. Write it as \\u with four digits or remove it." },
  { "control-tab", TEXT ("{\"a\tb\": 1}"), SYNTAX, NULL, "Line 1: this text has a control character in it. Write it as \\u with four digits or remove it." },
  { "escape", TEXT ("[\"\\x41\"]"), SYNTAX, "[0]", "Line 1: a backslash is followed by a character that is not allowed there. Remove the backslash or write two." },
  { "escape-short", TEXT ("[\"\\u12\"]"), SYNTAX, "[0]", "Line 1: a backslash is followed by a character that is not allowed there. Remove the backslash or write two." },
  { "surrogate-high", TEXT ("{\"t\": \"\\ud800\"}"), SYNTAX, "t", "Line 1: here is half a character (a lone surrogate). Remove it." },
  { "surrogate-low", TEXT ("[\"\\udc00\"]"), SYNTAX, "[0]", "Line 1: here is half a character (a lone surrogate). Remove it." },
  { "surrogate-two-highs", TEXT ("[\"\\ud800\\ud800\"]"), SYNTAX, "[0]", "Line 1: here is half a character (a lone surrogate). Remove it." },
  { "duplicate", TEXT ("{\"a\": {\"b\": 1, \"c\": 2,\n\"b\": 3}}"), SYNTAX, "a.b", "Line 2: this member is given twice. Remove one of them." },
  { "duplicate-escaped", TEXT ("{\"a\": 1, \"\\u0061\": 2}"), SYNTAX, "a", "Line 1: this member is given twice. Remove one of them." },
  { "duplicate-emoji", TEXT ("{\"\xf0\x9f\x98\x80\": 1, \"\\ud83d\\ude00\": 2}"), SYNTAX, "\xf0\x9f\x98\x80", "Line 1: this member is given twice. Remove one of them." },
  { "duplicate-solidus", TEXT ("{\"/\": 1, \"\\/\": 2}"), SYNTAX, "/", "Line 1: this member is given twice. Remove one of them." },
  { "duplicate-many", TEXT ("{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"j\":1,\"k\":1,\"l\":1,\"m\":1,\"n\":1,\"o\":1,\"p\":1,\"q\":1,\"r\":1,\"s\":1,\"t\":1,\"u\":1,\"v\":1,\"w\":1,\"x\":1,\"y\":1,\"c\":1}"), SYNTAX, "c", "Line 1: this member is given twice. Remove one of them." },
  { "duplicate-late", TEXT ("{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"j\":1,\"k\":1,\"l\":1,\"m\":1,\"n\":1,\"o\":1,\"p\":1,\"q\":1,\"r\":1,\"s\":1,\"t\":1,\"u\":1,\"v\":1,\"w\":1,\"x\":1,\"y\":{\"y\":1},\"z\":1,\"z\":1}"), SYNTAX, "z", "Line 1: this member is given twice. Remove one of them." },
  { "trailing-comma", TEXT ("[1,]"), SYNTAX, "[1]", "Line 1: this is not valid JSON. There should be a value here. Mend it or get a good copy." },
  { "trailing-comma-object", TEXT ("{\"a\":1,}"), SYNTAX, "a", "Line 1: this is not valid JSON. There should be a name in quotation marks here. Mend it or get a good copy." },
  { "no-comma", TEXT ("[1 2]"), SYNTAX, "[0]", "Line 1: this is not valid JSON. There should be a comma or a closing bracket here. Mend it or get a good copy." },
  { "no-comma-object", TEXT ("{\"a\":1 \"b\":2}"), SYNTAX, "a", "Line 1: this is not valid JSON. There should be a comma or a closing brace here. Mend it or get a good copy." },
  { "no-colon", TEXT ("{\"a\" 1}"), SYNTAX, "a", "Line 1: this is not valid JSON. There should be a colon here. Mend it or get a good copy." },
  { "wrong-close", TEXT ("[1}"), SYNTAX, "[0]", "Line 1: this is not valid JSON. There should be a comma or a closing bracket here. Mend it or get a good copy." },
  { "bare-name", TEXT ("{a: 1}"), SYNTAX, NULL, "Line 1: this is not valid JSON. There should be a name in quotation marks here. Mend it or get a good copy." },
  { "single-quotes", TEXT ("['a']"), SYNTAX, "[0]", "Line 1: this is not valid JSON. There should be a value here. Mend it or get a good copy." },
  { "python-word", TEXT ("[True]"), SYNTAX, "[0]", "Line 1: this is not valid JSON. There should be a value here. Mend it or get a good copy." },
  { "word-with-tail", TEXT ("[nullx]"), SYNTAX, "[0]", "Line 1: this is not valid JSON. There should be a comma or a closing bracket here. Mend it or get a good copy." },
  { "not-json", TEXT ("<html></html>"), SYNTAX, NULL, "Line 1: this is not valid JSON. There should be a value here. Mend it or get a good copy." },
  { "form-feed", TEXT ("\f{}"), SYNTAX, NULL, "Line 1: this is not valid JSON. There should be a value here. Mend it or get a good copy." },
  { "too-deep", TEXT ("{\"a\":[[[[[[[[1]]]]]]]]}"), LIMIT, "a[0][0][0][0][0][0][0]", "Line 1: too many layers are nested; at most 8 are allowed. Remove layers or choose another file." },
  { "too-long", TEXT ("[\"123456789012345678901\"]"), LIMIT, "[0]", "Line 1: this text is too long; at most 20 bytes are allowed. Make it shorter." },
  { "too-long-name", TEXT ("{\"123456789012345678901\":1}"), LIMIT, NULL, "Line 1: this text is too long; at most 20 bytes are allowed. Make it shorter." },
  { "too-many", TEXT ("[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]"), LIMIT, "[39]", "Line 1: there are too many values; at most 40 are allowed. Remove some or choose another file." },
  { "odd-path", TEXT ("{\"a b\":{\"c.d\":[0,{\"e\":tru}]}}"), SYNTAX, "[\"a b\"][\"c.d\"][1].e", "Line 1: this is not valid JSON. There should be a value here. Mend it or get a good copy." },
};

static void
test_wrong (gconstpointer data)
{
  const typeof (wrong_rows[0]) *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *exact = g_memdup2 (row->text, row->length);
  g_autofree char *en = NULL;
  g_autofree char *expected = NULL;

  g_assert_null (maak_json_parse (exact != NULL ? exact : "", row->length, &small, &error));
  g_assert_error (error, MAAK_JSON_ERROR, (int) row->code);
  g_assert_cmpstr (maak_error_get_path (error), ==, row->path);
  en = maak_error_dup_wording (error, MAAK_LANGUAGE_EN);
  expected = g_strconcat (row->path != NULL ? row->path : "", row->path != NULL ? ": " : "", row->en, NULL);
  g_assert_cmpstr (en, ==, expected);
  maak_test_assert_worded (error);
}

static void
refuse_plan (const char *text, gsize length, MaakJsonErrorCode code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (maak_json_check (text, length, &maak_json_limits_plan, &error));
  g_assert_error (error, MAAK_JSON_ERROR, (int) code);
  maak_test_assert_worded (error);
}

static void
test_hundred_thousand_brackets (void)
{
  g_autofree char *text = g_strnfill (100000, '[');

  refuse_plan (text, 100000, MAAK_JSON_ERROR_LIMIT);
}

static void
test_too_large (void)
{
  g_autofree char *text = g_strnfill ((16 << 20) + 1, ' ');

  refuse_plan (text, (16 << 20) + 1, MAAK_JSON_ERROR_LIMIT);
}

static void
test_million_nodes (void)
{
  g_autoptr (GString) text = g_string_new ("[0");

  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, ",0");
  g_string_append_c (text, ']');
  refuse_plan (text->str, text->len, MAAK_JSON_ERROR_LIMIT);
}

/* An object of many members whose last is a duplicate of the first: found, and not in quadratic time. */
static void
test_many_members (void)
{
  g_autoptr (GString) text = g_string_new ("{\"m0\":0");

  for (guint i = 1; i < 300000; i++)
    g_string_append_printf (text, ",\"m%u\":0", i);
  g_string_append_c (text, '}');
  g_assert_true (maak_json_check (text->str, text->len, &maak_json_limits_plan, NULL));
  g_string_truncate (text, text->len - 1);
  g_string_append (text, ",\"m0\":0}");
  refuse_plan (text->str, text->len, MAAK_JSON_ERROR_SYNTAX);
}

/* Properties */

static const char *const pieces[] = { "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"b\"", "1", "-", "0", ".", "e5", "true", "null", " ", "\n", "\\", "\\u00e9", "\\ud800", "\xc3\xa9", "\xff", "/" };

static void
check_any (const char *text, gsize length)
{
  g_autofree char *exact = g_memdup2 (text, MAX (length, 1));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = maak_json_parse (exact, length, &maak_json_limits_plan, &error);

  if (node == NULL)
    {
      g_assert_nonnull (error);
      return;
    }
  assert_as_json_glib (node, exact, length);
}

/* No bytes break the checker, and what it accepts is read as json-glib reads it. */
static void
test_random_pieces (void)
{
  for (guint i = 0; i < 200000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      for (gint32 n = g_test_rand_int_range (1, 12); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      check_any (text->str, text->len);
    }
}

static void
test_random_bytes (void)
{
  for (guint i = 0; i < 100000; i++)
    {
      char        bytes[16];
      const gsize n = (gsize) g_test_rand_int_range (1, sizeof bytes);
      for (gsize j = 0; j < n; j++)
        bytes[j] = (char) g_test_rand_int_range (0, 256);
      check_any (bytes, n);
    }
}

/* Every text that is right, cut at every place and with every byte changed. */
static void
test_damage (void)
{
  for (guint row = 0; row < G_N_ELEMENTS (right_rows); row++)
    for (gsize i = 0; i < right_rows[row].length; i++)
      {
        g_autofree char *copy = g_memdup2 (right_rows[row].text, right_rows[row].length);
        check_any (copy, i);
        for (guint byte = 0; byte < 256; byte++)
          {
            copy[i] = (char) byte;
            check_any (copy, right_rows[row].length);
          }
      }
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/json/check/right", right_rows, test_right);
  MAAK_TEST_TABLE ("/json/check/wrong", wrong_rows, test_wrong);
  g_test_add_func ("/json/check/hundred-thousand-brackets", test_hundred_thousand_brackets);
  g_test_add_func ("/json/check/too-large", test_too_large);
  g_test_add_func ("/json/check/million-nodes", test_million_nodes);
  g_test_add_func ("/json/check/many-members", test_many_members);
  g_test_add_func ("/json/check/random-pieces", test_random_pieces);
  g_test_add_func ("/json/check/random-bytes", test_random_bytes);
  g_test_add_func ("/json/check/damage", test_damage);
  return g_test_run ();
}
