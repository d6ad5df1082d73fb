/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Terms of one's own that are added where they are needed. */

#include "plan-fixture.h"

#include "plan/maak-own-term.h"

static MaakLibrary *library;

static MaakPlan *
make_plan (void)
{
  return maak_plan_new (library, maak_record_new (maak_library_get_plan_template (library), NULL), NULL);
}

static guint
count_terms (MaakPlan *plan)
{
  MaakValue *value = maak_record_get_role (maak_plan_get_root (plan), MAAK_ROLE_OWN_TERMS);
  guint      n = 0;

  if (value != NULL)
    maak_value_get_records (value, &n);
  return n;
}

static const struct
{
  const char *name;
  const char *labels; /* added one after the other, apart by ; */
  const char *code;   /* of the last; NULL: none */
  guint       n;      /* own terms afterwards */
} cases[] = {
  { "a-new-one", "Fotonische chips", "fotonische-chips", 1 },
  { "without-accents", "Énergie & opslag", "energie-opslag", 1 },
  { "nothing-but-marks", "???", "term", 1 },
  { "spaces-around", "  Lasers  ", "lasers", 1 },
  { "the-same-again", "Lasers;lasers", "lasers", 1 },
  { "another-with-that-code", "Lasers;Lasers!", "lasers-2", 2 },
  { "one-of-the-vocabulary", "ICT", NULL, 0 },
  { "empty", "  ", NULL, 0 },
  { "a-long-one", "Een heel lange naam voor een sector die niemand ooit helemaal zal lezen", "een-heel-lange-naam-voor-een-sector", 1 },
};

static void
test_add (gconstpointer data)
{
  const typeof (cases[0]) *row = data;
  g_autoptr (MaakPlan) plan = make_plan ();
  const MaakVocabulary *vocabulary = maak_library_lookup_vocabulary (library, "sector");
  g_auto (GStrv) labels = g_strsplit (row->labels, ";", -1);
  const char *code = NULL;

  g_assert_true (maak_plan_can_add_own_term (plan));
  for (guint i = 0; labels[i] != NULL; i++)
    {
      /* One that the vocabulary has in its first term. */
      const char *label = strcmp (labels[i], "ICT") == 0 ? maak_text_get (maak_vocabulary_get_term (vocabulary, 0)->label, MAAK_LANGUAGE_EN) : labels[i];

      code = maak_plan_add_own_term (plan, vocabulary, label, MAAK_LANGUAGE_NL);
    }
  if (row->code != NULL)
    g_assert_cmpstr (code, ==, row->code);
  else if (*g_strstrip (labels[0]) == '\0')
    g_assert_null (code);
  else
    g_assert_cmpstr (code, ==, maak_vocabulary_get_term (vocabulary, 0)->code);
  g_assert_cmpuint (count_terms (plan), ==, row->n);
  if (code != NULL)
    g_assert_true (maak_plan_has_term (plan, vocabulary, code));
}

static void
test_list (void)
{
  g_autoptr (MaakPlan) plan = make_plan ();
  const MaakVocabulary *sectors = maak_library_lookup_vocabulary (library, "sector"), *themes = maak_library_lookup_vocabulary (library, "theme");
  g_autoptr (GPtrArray) none = maak_plan_list_own_terms (plan, sectors);
  g_autoptr (GPtrArray) own = NULL;
  g_autofree char *label = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  maak_plan_add_own_term (plan, sectors, "Lasers", MAAK_LANGUAGE_EN);
  maak_plan_add_own_term (plan, themes, "Zand", MAAK_LANGUAGE_NL);
  own = maak_plan_list_own_terms (plan, sectors);
  g_assert_cmpuint (own->len, ==, 1);
  label = maak_plan_dup_term_label (plan, sectors, g_ptr_array_index (own, 0), MAAK_LANGUAGE_NL);
  g_assert_cmpstr (label, ==, "Lasers");
  maak_plan_undo (plan);
  maak_plan_undo (plan);
  g_assert_cmpuint (count_terms (plan), ==, 0);
}

static void
test_read_only (void)
{
  g_autoptr (MaakPlan) plan = make_plan ();

  maak_plan_set_read_only (plan, TRUE);
  g_assert_false (maak_plan_can_add_own_term (plan));
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  library = maak_library_new (NULL, NULL, NULL);
  MAAK_TEST_TABLE ("/plan/own-term/add", cases, test_add);
  g_test_add_func ("/plan/own-term/list", test_list);
  g_test_add_func ("/plan/own-term/read-only", test_read_only);
  result = g_test_run ();
  g_clear_object (&library);
  return result;
}
