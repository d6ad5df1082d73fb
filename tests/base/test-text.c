/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "base/maak-date.h"
#include "base/maak-message.h"
#include "maak-test.h"

#define NL MAAK_LANGUAGE_NL
#define EN MAAK_LANGUAGE_EN
#define NONE (-1)

/* What editing or confirming does to the mark of the language that is out of date. */
static const struct
{
  const char  *name;
  const char  *nl, *en;
  int          outdated;
  MaakLanguage edited;
  const char  *string; /* NULL: confirmed instead */
  const char  *expected_nl, *expected_en;
  int          expected;
  gboolean     same;
} edit_rows[] = {
  { "marks-other", "a", "b", NONE, NL, "c", "c", "b", EN, FALSE },
  { "marks-other-way", "a", "b", NONE, EN, "c", "a", "c", NL, FALSE },
  { "other-empty", "a", "", NONE, NL, "c", "c", "", NONE, FALSE },
  { "catches-up", "a", "b", EN, EN, "c", "a", "c", NONE, FALSE },
  { "goes-further-ahead", "a", "b", EN, NL, "c", "c", "b", EN, FALSE },
  { "same-string", "a", "b", NONE, NL, "a", "a", "b", NONE, TRUE },
  { "same-string-outdated", "a", "b", NL, NL, "a", "a", "b", NL, TRUE },
  { "first-translation", "a", "", NONE, EN, "b", "a", "b", NONE, FALSE },
  { "emptied", "a", "b", NONE, NL, "", "", "b", NONE, FALSE },
  { "emptied-outdated", "a", "b", NL, NL, "", "", "b", NONE, FALSE },
  { "other-of-emptied", "a", "b", EN, NL, "", "", "b", NONE, FALSE },
  { "confirmed", "a", "b", EN, EN, NULL, "a", "b", NONE, FALSE },
  { "confirmed-other", "a", "b", EN, NL, NULL, "a", "b", EN, TRUE },
  { "confirmed-nothing", "a", "b", NONE, EN, NULL, "a", "b", NONE, TRUE },
};

static void
test_edit (gconstpointer data)
{
  const typeof (edit_rows[0]) *row = data;
  g_autoptr (MaakText) before = row->outdated == NONE ? maak_text_new (row->nl, row->en) : maak_text_new_outdated (row->nl, row->en, (MaakLanguage) row->outdated);
  g_autoptr (MaakText) after = row->string != NULL ? maak_text_with (before, row->edited, row->string) : maak_text_with_confirmed (before, row->edited);

  g_assert_cmpstr (maak_text_get (after, NL), ==, row->expected_nl);
  g_assert_cmpstr (maak_text_get (after, EN), ==, row->expected_en);
  g_assert_cmpint (maak_text_is_outdated (after, NL), ==, row->expected == (int) NL);
  g_assert_cmpint (maak_text_is_outdated (after, EN), ==, row->expected == (int) EN);
  g_assert_cmpint (after == before, ==, row->same);
  g_assert_cmpstr (maak_text_get (before, NL), ==, row->nl);
}

static void
test_text (void)
{
  g_autoptr (MaakText) empty = maak_text_new (NULL, NULL);
  g_autoptr (MaakText) one = maak_text_new_one (EN, "word");
  g_autoptr (MaakText) both = maak_text_new ("woord", "word");
  g_autoptr (MaakText) late = maak_text_new_outdated ("woord", "word", NL);
  g_autoptr (MaakText) again = maak_text_new ("woord", "word");
  g_autoptr (MaakText) nothing_late = maak_text_new_outdated ("", "word", NL);

  g_assert_true (maak_text_is_empty (empty));
  g_assert_false (maak_text_is_empty (one));
  g_assert_cmpstr (maak_text_get (one, NL), ==, "");
  g_assert_cmpstr (maak_text_get_best (one, NL), ==, "word");
  g_assert_cmpstr (maak_text_get_best (both, NL), ==, "woord");
  g_assert_true (maak_text_equal (both, again));
  g_assert_false (maak_text_equal (both, late));
  g_assert_false (maak_text_equal (both, one));
  g_assert_false (maak_text_is_outdated (nothing_late, NL));
}

static void
test_language (void)
{
  MaakLanguage language = EN;

  g_assert_true (maak_language_parse ("nl", &language) && language == NL);
  g_assert_true (maak_language_parse ("en", &language) && language == EN);
  g_assert_false (maak_language_parse ("NL", &language) || maak_language_parse ("", &language) || maak_language_parse ("nld", &language));
  g_assert_cmpstr (maak_language_get_code (maak_language_get_other (NL)), ==, "en");
}

static const struct
{
  const char  *name;
  const char  *value;
  MaakLanguage expected;
} environment_rows[] = {
  { "dutch", "nl_NL.UTF-8", NL },
  { "belgian", "nl_BE.UTF-8", NL },
  { "english", "en_GB.UTF-8", EN },
  { "c", "C", EN },
  { "frisian-then-dutch", "fy:nl:en", NL },
  { "german-then-english", "de:en:nl", EN },
};

static void
test_environment (gconstpointer data)
{
  const typeof (environment_rows[0]) *row = data;

  if (!g_test_subprocess ())
    {
      g_auto (GStrv) environment = g_get_environ ();
      environment = g_environ_setenv (environment, "LANGUAGE", row->value, TRUE);
      environment = g_environ_setenv (environment, "LC_ALL", "C.UTF-8", TRUE);
      g_test_trap_subprocess_with_envp (NULL, (const char *const *) environment, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  g_assert_cmpint (maak_language_from_environment (), ==, row->expected);
}

/* Messages */

static char *
word (MaakMessage *message_taken, MaakLanguage language)
{
  g_autoptr (MaakMessage) message = message_taken;
  return maak_message_dup_wording (message, language);
}

static void
test_message_arguments (void)
{
  const MaakDate date = { .year = 2027, .month = 5, .day = 1 };
  g_autoptr (MaakText) text = maak_text_new ("tekst", "text");
  g_autoptr (MaakText) only_english = maak_text_new_one (EN, "text");
  g_autoptr (MaakMessage) inner = maak_message_new (MAAK_PHRASE_MONTH_5, MAAK_ARG_END);
  g_autofree char *string = word (maak_message_new (MAAK_PHRASE_CITATION_ABOUT, MAAK_ARG_STRING, "title", "x", MAAK_ARG_END), NL);
  g_autofree char *nl = word (maak_message_new (MAAK_PHRASE_CITATION_ABOUT, MAAK_ARG_TEXT, "title", text, MAAK_ARG_END), NL);
  g_autofree char *best = word (maak_message_new (MAAK_PHRASE_CITATION_ABOUT, MAAK_ARG_TEXT, "title", only_english, MAAK_ARG_END), NL);
  g_autofree char *integer = word (maak_message_new (MAAK_PHRASE_CITATION_ABOUT, MAAK_ARG_INTEGER, "title", G_GINT64_CONSTANT (1234), MAAK_ARG_END), EN);
  g_autofree char *year = word (maak_message_new (MAAK_PHRASE_CITATION_ABOUT, MAAK_ARG_YEAR, "title", 2027, MAAK_ARG_END), EN);
  g_autofree char *number = word (maak_message_new (MAAK_PHRASE_CITATION_ABOUT, MAAK_ARG_NUMBER, "title", 1234.5, MAAK_ARG_END), NL);
  g_autofree char *money = word (maak_message_new (MAAK_PHRASE_CITATION_ABOUT, MAAK_ARG_MONEY, "title", G_GINT64_CONSTANT (1234), MAAK_ARG_END), EN);
  g_autofree char *day = word (maak_message_new (MAAK_PHRASE_CITATION_ABOUT, MAAK_ARG_DATE, "title", &date, MAAK_ARG_END), NL);
  g_autofree char *message = word (maak_message_new (MAAK_PHRASE_CITATION_ABOUT, MAAK_ARG_MESSAGE, "title", inner, MAAK_ARG_END), EN);

  g_assert_cmpstr (string, ==, "over x");
  g_assert_cmpstr (nl, ==, "over tekst");
  g_assert_cmpstr (best, ==, "over text");
  g_assert_cmpstr (integer, ==, "about 1,234");
  g_assert_cmpstr (year, ==, "about 2027");
  g_assert_cmpstr (number, ==, "over 1.234,5");
  g_assert_cmpstr (money, ==, "about \xe2\x82\xac"
                              "1,234");
  g_assert_cmpstr (day, ==, "over 1 mei 2027");
  g_assert_cmpstr (message, ==, "about May");
}

/* What an argument says is not read again. */
static void
test_message_literal (void)
{
  g_autofree char *wording = word (maak_message_new (MAAK_PHRASE_PLACE_FILE, MAAK_ARG_STRING, "file", "{sentence}%s{", MAAK_ARG_STRING, "sentence", "{file}", MAAK_ARG_END), NL);

  g_assert_cmpstr (wording, ==, "{sentence}%s{: {file}");
}

static void
test_message_text (void)
{
  g_autoptr (MaakMessage) message = maak_message_new (MAAK_PHRASE_MONTH_5, MAAK_ARG_END);
  g_autoptr (MaakText) text = maak_message_dup_text (message);

  g_assert_cmpint (maak_message_get_phrase (message), ==, MAAK_PHRASE_MONTH_5);
  g_assert_cmpstr (maak_text_get (text, NL), ==, "mei");
  g_assert_cmpstr (maak_text_get (text, EN), ==, "May");
}

static void
test_message_missing (void)
{
  g_autoptr (MaakMessage) message = NULL;

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*citation-about lacks*{title}*");
  message = maak_message_new (MAAK_PHRASE_CITATION_ABOUT, MAAK_ARG_END);
  g_test_assert_expected_messages ();
}

static void
test_message_unknown (void)
{
  g_autoptr (MaakMessage) message = NULL;

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*month-5 knows no*{title}*");
  message = maak_message_new (MAAK_PHRASE_MONTH_5, MAAK_ARG_STRING, "title", "x", MAAK_ARG_END);
  g_test_assert_expected_messages ();
}

/* Every phrase has both languages, and no placeholder that the other lacks. */
static void
test_phrases (void)
{
  for (int i = 0; i < MAAK_N_PHRASES; i++)
    {
      g_assert_cmpstr (maak_phrase_get ((MaakPhrase) i, NL), !=, "");
      g_assert_cmpstr (maak_phrase_get ((MaakPhrase) i, EN), !=, "");
    }
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/base/text/edit", edit_rows, test_edit);
  g_test_add_func ("/base/text/get", test_text);
  g_test_add_func ("/base/language", test_language);
  MAAK_TEST_TABLE ("/base/language/environment", environment_rows, test_environment);
  g_test_add_func ("/base/message/arguments", test_message_arguments);
  g_test_add_func ("/base/message/literal", test_message_literal);
  g_test_add_func ("/base/message/text", test_message_text);
  g_test_add_func ("/base/message/missing-argument", test_message_missing);
  g_test_add_func ("/base/message/unknown-argument", test_message_unknown);
  g_test_add_func ("/base/message/phrases", test_phrases);
  return g_test_run ();
}
