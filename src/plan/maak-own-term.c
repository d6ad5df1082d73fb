/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Adding a term of one's own from where it is needed. The code is made from the label, once: it stands in the plan wherever
 * the term is used, and stays when the label is changed. A label that a term has already gives that term.
 *
 * The list and its fields are found by their roles; a plan whose template has no such list takes no own terms. */

#include "plan/maak-own-term.h"

enum
{
  MOST_CODE = 40, /* characters of a code */
};

static const MaakField *
find_list (MaakPlan *self)
{
  const MaakField *list = maak_template_lookup_role (maak_record_get_template (maak_plan_get_root (self)), MAAK_ROLE_OWN_TERMS);

  if (list == NULL || maak_template_is_abstract (list->of))
    return NULL;
  if (maak_template_lookup_role (list->of, MAAK_ROLE_TERM_VOCABULARY) == NULL || maak_template_lookup_role (list->of, MAAK_ROLE_TERM_CODE) == NULL ||
      maak_template_lookup_role (list->of, MAAK_ROLE_TERM_LABEL) == NULL)
    return NULL;
  return list;
}

static const char *
get_string (MaakRecord *record,
            MaakRole    role)
{
  MaakText *text = maak_record_get_text (record, role);

  return text != NULL ? maak_text_get_best (text, MAAK_LANGUAGE_NL) : "";
}

static MaakRecord *const *
get_records (MaakPlan *self,
             guint    *n)
{
  MaakValue *value = maak_record_get_role (maak_plan_get_root (self), MAAK_ROLE_OWN_TERMS);

  *n = 0;
  return value != NULL ? maak_value_get_records (value, n) : NULL;
}

static gboolean
has_label (MaakText   *text,
           const char *label)
{
  g_autofree char *wanted = g_utf8_casefold (label, -1);

  for (guint i = 0; text != NULL && i < MAAK_N_LANGUAGES; i++)
    {
      g_autofree char *own = g_utf8_casefold (maak_text_get (text, (MaakLanguage) i), -1);

      if (strcmp (own, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

static const char *
find_by_label (MaakPlan             *self,
               const MaakVocabulary *vocabulary,
               const char           *label)
{
  guint              n;
  MaakRecord *const *records = get_records (self, &n);

  for (guint i = 0; i < maak_vocabulary_get_n_terms (vocabulary); i++)
    if (has_label (maak_vocabulary_get_term (vocabulary, i)->label, label))
      return maak_vocabulary_get_term (vocabulary, i)->code;
  for (guint i = 0; i < n; i++)
    if (strcmp (get_string (records[i], MAAK_ROLE_TERM_VOCABULARY), maak_vocabulary_get_id (vocabulary)) == 0 &&
        *get_string (records[i], MAAK_ROLE_TERM_CODE) != '\0' && has_label (maak_record_get_text (records[i], MAAK_ROLE_TERM_LABEL), label))
      return g_intern_string (get_string (records[i], MAAK_ROLE_TERM_CODE));
  return NULL;
}

/* "Fotonische chips" gives "fotonische-chips", with a number where that is taken. */
static char *
make_code (MaakPlan             *self,
           const MaakVocabulary *vocabulary,
           const char           *label)
{
  g_autofree char *ascii = g_str_to_ascii (label, "C");
  g_autoptr (GString) code = g_string_new (NULL);
  gsize length;

  for (const char *at = ascii; *at != '\0' && code->len < MOST_CODE - 4; at++)
    {
      if (g_ascii_isalnum (*at))
        g_string_append_c (code, g_ascii_tolower (*at));
      else if (code->len > 0 && code->str[code->len - 1] != '-')
        g_string_append_c (code, '-');
    }
  if (code->len > 0 && code->str[code->len - 1] == '-')
    g_string_truncate (code, code->len - 1);
  if (code->len == 0)
    g_string_append (code, "term");
  length = code->len;
  for (guint i = 2; maak_plan_has_term (self, vocabulary, code->str); i++)
    {
      g_string_truncate (code, length);
      g_string_append_printf (code, "-%u", i);
    }
  return g_string_free_and_steal (g_steal_pointer (&code));
}

static void
init_text (MaakRecord  *record,
           MaakRole     role,
           MaakLanguage language,
           const char  *string)
{
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (record), role);
  g_autoptr (MaakText) text = field->one_language ? maak_text_new (string, "") : maak_text_new_one (language, string);
  g_autoptr (MaakValue) value = maak_value_new_text (text);

  maak_record_init_value (record, field, value);
}

/** maak_plan_can_add_own_term: Returns: whether the plan has a list of own terms, and may be edited */
gboolean
maak_plan_can_add_own_term (MaakPlan *self)
{
  g_return_val_if_fail (MAAK_IS_PLAN (self), FALSE);

  return !maak_plan_get_read_only (self) && find_list (self) != NULL;
}

/**
 * maak_plan_add_own_term:
 * @vocabulary: that lacks the term
 * @label: what a person calls it, in @language
 *
 * Adds a term to the plan's own, unless one has that label already.
 *
 * Returns: (transfer none) (nullable): the code of the term; NULL when @label is empty or the plan takes no own terms
 */
const char *
maak_plan_add_own_term (MaakPlan             *self,
                        const MaakVocabulary *vocabulary,
                        const char           *label,
                        MaakLanguage          language)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *code = NULL;
  g_autoptr (MaakRecord) record = NULL;
  const MaakField *list;
  const char      *known;

  g_return_val_if_fail (MAAK_IS_PLAN (self) && vocabulary != NULL && label != NULL, NULL);

  list = find_list (self);
  trimmed = g_strstrip (g_utf8_normalize (label, -1, G_NORMALIZE_NFC));
  if (list == NULL || *trimmed == '\0')
    return NULL;
  known = find_by_label (self, vocabulary, trimmed);
  if (known != NULL)
    return known;
  code = make_code (self, vocabulary, trimmed);
  record = maak_record_new (list->of, NULL);
  init_text (record, MAAK_ROLE_TERM_VOCABULARY, language, maak_vocabulary_get_id (vocabulary));
  init_text (record, MAAK_ROLE_TERM_CODE, language, code);
  init_text (record, MAAK_ROLE_TERM_LABEL, language, trimmed);
  maak_plan_insert (self, maak_plan_get_root (self), list, G_MAXUINT, record);
  return g_intern_string (code);
}

/** maak_plan_list_own_terms: Returns: (transfer container): the codes of the plan's own terms of @vocabulary, interned */
GPtrArray *
maak_plan_list_own_terms (MaakPlan             *self,
                          const MaakVocabulary *vocabulary)
{
  GPtrArray         *codes = g_ptr_array_new ();
  guint              n;
  MaakRecord *const *records = get_records (self, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *code = g_intern_string (get_string (records[i], MAAK_ROLE_TERM_CODE));

      if (*code != '\0' && strcmp (get_string (records[i], MAAK_ROLE_TERM_VOCABULARY), maak_vocabulary_get_id (vocabulary)) == 0 &&
          maak_vocabulary_lookup (vocabulary, code) == NULL && !g_ptr_array_find (codes, code, NULL))
        g_ptr_array_add (codes, (gpointer) code);
    }
  return codes;
}
