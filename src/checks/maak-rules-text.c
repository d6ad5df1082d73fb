/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The engine's rules for texts: not longer than the template or the portal of the fund allows, in the languages that the plan
 * and the fund ask for and not out of date there, nothing left to be filled in, no link to a record that is gone.
 *
 * Only public texts must be in all languages: what is internal is for one's own use. A text that is empty in every
 * language is a matter of `required`.
 */
#include "checks/maak-rules-private.h"

#include "plan/maak-prose.h"
#include "plan/maak-words.h"

#include <string.h>

/* --- Length --- */

typedef struct
{
  MaakSeverity severity;
  const char  *id;
  MaakPhrase   phrase;
  guint (*count) (const char *string, gboolean prose);
} Limit;

static const Limit too_many_words = { MAAK_SEVERITY_PROBLEM, "too-long", MAAK_PHRASE_CHECKS_TOO_MANY_WORDS, maak_words_count };
static const Limit too_many_characters = { MAAK_SEVERITY_PROBLEM, "too-long", MAAK_PHRASE_CHECKS_TOO_MANY_CHARACTERS, maak_words_count_characters };
static const Limit too_many_for_portal = { MAAK_SEVERITY_BLOCK, "too-long-for-portal", MAAK_PHRASE_CHECKS_TOO_LONG_FOR_PORTAL, maak_words_count_characters };

static MaakMessage *
name_language (MaakLanguage language)
{
  return maak_message_new (language == MAAK_LANGUAGE_NL ? MAAK_PHRASE_CHECKS_IN_DUTCH : MAAK_PHRASE_CHECKS_IN_ENGLISH, MAAK_ARG_END);
}

static MaakMessage *
name_text (const MaakTextRule *rule, MaakLanguage language)
{
  return rule->field->one_language ? maak_message_new (MAAK_PHRASE_CHECKS_IN_ONE, MAAK_ARG_END) : name_language (language);
}

/* No less than the words there are, without reading marks: every space may part two, and so may what begins a space outside
 * of ASCII. */
static guint
bound_words (const char *string)
{
  guint n = 1;

  for (const guchar *p = (const guchar *) string; *p != '\0'; p++)
    n += *p <= ' ' || *p == 0xC2 || (*p >= 0xE1 && *p <= 0xE3);
  return n;
}

static void
check_limit (const MaakTextRule *rule, MaakLanguage language, guint limit, const Limit *kind)
{
  const char *string = maak_text_get (rule->text, language);
  guint       n;
  g_autoptr (MaakMessage) where = NULL;

  if (limit == 0 || strlen (string) <= limit || (kind->count == maak_words_count && bound_words (string) <= limit))
    return;
  n = kind->count (string, rule->field->prose);
  if (n <= limit)
    return;
  where = name_text (rule, language);
  maak_rules_add (rule->findings, kind->severity, kind->id, rule->record, rule->field,
                  maak_message_new (kind->phrase, MAAK_ARG_TEXT, "field", rule->field->label, MAAK_ARG_MESSAGE, "language", where, MAAK_ARG_INTEGER, "found", (gint64) n,
                                    MAAK_ARG_INTEGER, "limit", (gint64) limit, MAAK_ARG_INTEGER, "over", (gint64) (n - limit), MAAK_ARG_END));
}

static guint
get_portal_limit (const MaakTextRule *rule)
{
  const MaakFund *fund = maak_template_get_fund (maak_record_get_template (rule->record));

  for (guint i = 0; fund != NULL && i < fund->n_portal_fields; i++)
    if (g_str_equal (fund->portal_fields[i].field, rule->field->id))
      return fund->portal_fields[i].characters;
  return 0;
}

static void
check_length (const MaakTextRule *rule)
{
  guint portal = get_portal_limit (rule);

  for (int language = 0; language < MAAK_N_LANGUAGES; language++)
    {
      check_limit (rule, (MaakLanguage) language, rule->field->max_words, &too_many_words);
      check_limit (rule, (MaakLanguage) language, rule->field->max_characters, &too_many_characters);
      check_limit (rule, (MaakLanguage) language, portal, &too_many_for_portal);
    }
}

/* --- Languages --- */

static const MaakFund *
find_fund (MaakRecord *record)
{
  const MaakFund *fund = NULL;

  for (; record != NULL && fund == NULL; record = maak_record_get_parent (record))
    fund = maak_template_get_fund (maak_record_get_template (record));
  return fund;
}

static gboolean
plan_asks_for (MaakPlan *plan, MaakLanguage language)
{
  MaakValue         *value = maak_record_get_role (maak_plan_get_root (plan), MAAK_ROLE_LANGUAGES);
  guint              n = 0;
  const char *const *codes = value != NULL ? maak_value_get_codes (value, &n) : NULL;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (codes[i], maak_language_get_code (language)))
      return TRUE;
  return FALSE;
}

static gboolean
fund_asks_for (MaakRecord *record, MaakLanguage language)
{
  const MaakFund *fund = find_fund (record);

  for (guint i = 0; fund != NULL && i < fund->n_languages; i++)
    if (fund->languages[i] == language)
      return TRUE;
  return FALSE;
}

static gboolean
is_public (const MaakTextRule *rule)
{
  return rule->field->sensitivity == MAAK_SENSITIVITY_PUBLIC && maak_record_get_sensitivity (rule->record) == MAAK_SENSITIVITY_PUBLIC;
}

static void
check_language (const MaakTextRule *rule, MaakLanguage language)
{
  gboolean missing = *maak_text_get (rule->text, language) == '\0';
  gboolean outdated = maak_text_is_outdated (rule->text, language);
  g_autoptr (MaakMessage) where = NULL;

  if ((!missing && !outdated) || (!plan_asks_for (rule->plan, language) && !fund_asks_for (rule->record, language)))
    return;
  where = name_language (language);
  maak_rules_add (rule->findings, MAAK_SEVERITY_PROBLEM, missing ? "language-missing" : "language-outdated", rule->record, rule->field,
                  maak_message_new (missing ? MAAK_PHRASE_CHECKS_LANGUAGE_MISSING : MAAK_PHRASE_CHECKS_LANGUAGE_OUTDATED,
                                    MAAK_ARG_TEXT, "field", rule->field->label, MAAK_ARG_MESSAGE, "language", where, MAAK_ARG_END));
}

static void
check_languages (const MaakTextRule *rule)
{
  if (rule->field->one_language || !is_public (rule))
    return;
  for (int language = 0; language < MAAK_N_LANGUAGES; language++)
    check_language (rule, (MaakLanguage) language);
}

/* --- What is still to be filled in --- */

/* Between brackets: nothing but dots and the like, or an order to the writer. */
static gboolean
is_to_be_filled (const char *inside, gsize length)
{
  static const char *const orders[] = { "invullen", "aanvullen", "in te vullen", "nog te ", "vul in", "todo", "tbd", "fill in", "insert ", "to be " };
  g_autofree char         *part = g_strndup (inside, length);
  g_autofree char         *folded = g_utf8_casefold (part, -1);
  gsize                    only = strspn (part, " .xX_?-");

  if (length == 0 || only == length || g_str_equal (part, "…"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (strstr (folded, orders[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The words of a link stand in brackets too, with an address behind them. A note such as [1] or [sic] is none. */
static char *
find_bracketed (const char *string)
{
  const char *open = string;

  while ((open = strchr (open, '[')) != NULL)
    {
      gsize length = strcspn (open + 1, "[]");
      if (open[1 + length] == ']' && open[2 + length] != '(' && is_to_be_filled (open + 1, length))
        return g_strndup (open, length + 2);
      open++;
    }
  return NULL;
}

static gboolean
is_whole_word (const char *string, const char *at, gsize length)
{
  const char *before = at > string ? g_utf8_prev_char (at) : NULL;

  return (before == NULL || !g_unichar_isalnum (g_utf8_get_char (before))) && !g_unichar_isalnum (g_utf8_get_char (at + length));
}

/* One walk for all of them: only where one can begin is it compared. */
static char *
find_word (const char *string)
{
  static const char *const words[] = { "XXX", "TODO", "TBD", "n.t.b.", "???", "Lorem ipsum", "lorem ipsum" };

  for (const char *at = strpbrk (string, "XT?Lln"); at != NULL; at = strpbrk (at + 1, "XT?Lln"))
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      if (*at == *words[i] && g_str_has_prefix (at, words[i]) && is_whole_word (string, at, strlen (words[i])))
        return g_strdup (words[i]);
  return NULL;
}

static void
check_placeholders (const MaakTextRule *rule)
{
  for (int language = 0; language < MAAK_N_LANGUAGES; language++)
    {
      const char      *string = maak_text_get (rule->text, (MaakLanguage) language);
      g_autofree char *found = find_bracketed (string);
      g_autoptr (MaakMessage) where = NULL;

      if (found == NULL)
        found = find_word (string);
      if (found == NULL)
        continue;
      where = name_text (rule, (MaakLanguage) language);
      maak_rules_add (rule->findings, MAAK_SEVERITY_PROBLEM, "placeholder", rule->record, rule->field,
                      maak_message_new (MAAK_PHRASE_CHECKS_PLACEHOLDER, MAAK_ARG_TEXT, "field", rule->field->label, MAAK_ARG_MESSAGE, "language", where, MAAK_ARG_STRING, "found", found, MAAK_ARG_END));
    }
}

/* --- Links --- */

static void
check_link (const MaakTextRule *rule, MaakLanguage language, const MaakProseRun *run)
{
  const char *id = run->link != NULL ? maak_prose_link_get_id (run->link) : NULL;
  g_autoptr (MaakMessage) where = NULL;

  if (id == NULL || maak_plan_lookup (rule->plan, id) != NULL)
    return;
  where = name_text (rule, language);
  maak_rules_add (rule->findings, MAAK_SEVERITY_PROBLEM, "link-to-nothing", rule->record, rule->field,
                  maak_message_new (MAAK_PHRASE_CHECKS_LINK_TO_NOTHING, MAAK_ARG_TEXT, "field", rule->field->label, MAAK_ARG_MESSAGE, "language", where, MAAK_ARG_STRING, "words", run->text, MAAK_ARG_END));
}

static void
check_links (const MaakTextRule *rule)
{
  for (int language = 0; rule->field->prose && language < MAAK_N_LANGUAGES; language++)
    {
      const char *string = maak_text_get (rule->text, (MaakLanguage) language);
      g_autoptr (MaakProse) prose = strstr (string, "maak:") != NULL ? maak_prose_new (string) : NULL;

      for (guint i = 0; prose != NULL && i < maak_prose_get_n_blocks (prose); i++)
        {
          const MaakProseBlock *block = maak_prose_get_block (prose, i);
          for (guint j = 0; j < block->n_runs; j++)
            check_link (rule, (MaakLanguage) language, &block->runs[j]);
        }
    }
}

/* All rules for a text that is not empty. */
void
maak_rules_check_text (const MaakTextRule *rule)
{
  check_length (rule);
  check_languages (rule);
  check_placeholders (rule);
  check_links (rule);
}
