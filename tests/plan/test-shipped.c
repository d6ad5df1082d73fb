/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The templates that ship, read by the real engine.
 *
 * One case per template: it is worded in both languages and a record of it can be made. One case per check: its message
 * can be written in both languages even about an empty record, with every {expression} replaced. And the rows of
 * shipped-cases.json: a sound proposal with one thing changed, and what the check of that name then says; in the first
 * of them nothing is changed and no check says anything.
 *
 * The checks are walked here by hand, so that the templates are tested apart from the module that makes findings. */

#include "maak-test.h"

#include "plan/maak-plan.h"
#include "plan/maak-wording.h"

static MaakLibrary *library;
static JsonObject  *fixture;

/* --- Walking checks --- */

typedef struct
{
  const char         *check; /* NULL: all */
  const MaakTemplate *only;  /* NULL: records of any template */
  MaakPlan           *plan;
  GPtrArray          *messages[MAAK_N_LANGUAGES];
} Hearing;

static void
hear_one (Hearing          *hearing,
          const MaakCheck  *check,
          MaakRecord       *record,
          const MaakResult *it)
{
  if (check->when != NULL && !maak_expression_is_true (check->when, hearing->plan, record, it))
    return;
  if (maak_expression_is_true (check->holds, hearing->plan, record, it))
    return;
  for (int language = 0; language < MAAK_N_LANGUAGES; language++)
    g_ptr_array_add (hearing->messages[language], maak_wording_dup_string (check->wording[language], hearing->plan, record, it, (MaakLanguage) language));
}

static void
hear_check (Hearing         *hearing,
            const MaakCheck *check,
            MaakRecord      *record)
{
  MaakResult elements = { 0 };

  if (check->at != NULL && !maak_record_section_is_begun (record, check->at->section))
    return;
  if (check->each == NULL)
    {
      hear_one (hearing, check, record, NULL);
      return;
    }
  maak_expression_evaluate_elements (check->each, hearing->plan, record, &elements);
  for (guint i = 0; elements.elements != NULL && i < elements.elements->len; i++)
    hear_one (hearing, check, record, &g_array_index (elements.elements, MaakResult, i));
  maak_result_clear (&elements);
}

static void
hear_record (MaakRecord *record,
             gpointer    data)
{
  Hearing *hearing = data;
  const MaakTemplate *template = maak_record_get_template (record);

  if (hearing->only != NULL && template != hearing->only)
    return;
  for (guint i = 0; i < maak_template_get_n_checks (template); i++)
    {
      const MaakCheck *check = maak_template_get_check (template, i);

      if (hearing->check == NULL || g_str_equal (check->id, hearing->check))
        hear_check (hearing, check, record);
    }
}

/* --- Templates --- */

static void
test_template (gconstpointer data)
{
  const MaakTemplate *template = data;
  g_autoptr (MaakRecord) record = NULL;

  for (int language = 0; language < MAAK_N_LANGUAGES; language++)
    {
      g_assert_cmpstr (maak_text_get (maak_template_get_label (template), (MaakLanguage) language), !=, "");
      g_assert_cmpstr (maak_text_get (maak_template_get_plural (template), (MaakLanguage) language), !=, "");
      g_assert_cmpstr (maak_text_get (maak_template_get_help (template), (MaakLanguage) language), !=, "");
    }
  g_assert_true (maak_template_is_shipped (template));
  if (maak_template_is_abstract (template))
    return;
  record = maak_record_new (template, NULL);
  g_assert_true (maak_record_is_empty (record));
  for (int language = 0; language < MAAK_N_LANGUAGES; language++)
    {
      g_autofree char *title = maak_record_dup_title (record, (MaakLanguage) language);

      g_assert_cmpstr (title, !=, "");
    }
  for (guint i = 0; i < maak_template_get_n_sections (template); i++)
    g_assert_false (maak_record_section_is_begun (record, maak_template_get_section (template, i)));
}

static void
test_plan_template (void)
{
  g_assert_cmpstr (maak_template_get_id (maak_library_get_plan_template (library)), ==, "plan");
}

/* --- Checks: every message can be written --- */

static void
test_check (gconstpointer data)
{
  const MaakCheck *check = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakRecord) record = maak_record_new (check->owner, NULL);
  g_autoptr (MaakPlan) plan = maak_plan_new (library, maak_record_new (maak_library_get_plan_template (library), NULL), &error);

  g_assert_no_error (error);
  for (int language = 0; language < MAAK_N_LANGUAGES; language++)
    {
      g_autofree char *message = maak_wording_dup_string (check->wording[language], plan, record, NULL, (MaakLanguage) language);

      g_assert_cmpstr (message, !=, "");
      g_assert_null (strchr (message, '{'));
      g_assert_true (g_str_has_suffix (message, ".") || g_str_has_suffix (message, "?"));
    }
}

/* --- Cases: what checks say --- */

static MaakRecord *
build_root (JsonObject *row)
{
  const char *list = json_object_get_null_member (row, "list") ? NULL : json_object_get_string_member (row, "list");
  g_autoptr (JsonNode) root = json_node_copy (json_object_get_member (fixture, "plan"));
  g_autoptr (JsonNode) changed = json_node_copy (json_object_get_member (fixture, "proposal"));
  JsonObject    *target, *change = json_object_get_object_member (row, "change");
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *value;
  MaakJsonPlace  place;
  g_autoptr (GError) error = NULL;
  MaakRecord      *record;
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) whole = NULL;

  /* A copy of a node shares what it holds; writing and reading again takes it apart. */
  if (list == NULL || g_str_equal (list, "proposals"))
    {
      JsonArray *proposals = json_array_new ();

      json_array_add_element (proposals, json_node_copy (changed));
      json_object_set_array_member (json_node_get_object (root), "proposals", proposals);
    }
  text = json_to_string (root, FALSE);
  whole = json_from_string (text, NULL);
  target = json_node_get_object (whole);
  if (list != NULL)
    target = json_array_get_object_element (json_object_get_array_member (target, list), 0);
  json_object_iter_init (&iter, change);
  while (json_object_iter_next (&iter, &name, &value))
    if (JSON_NODE_HOLDS_NULL (value))
      json_object_remove_member (target, name);
    else
      json_object_set_member (target, name, json_node_copy (value));
  maak_json_place_init_root (&place, whole);
  record = maak_record_new_from_json (library, maak_library_get_plan_template (library), &place, &error);
  g_assert_no_error (error);
  return record;
}

static void
compare_messages (GPtrArray *messages,
                  JsonArray *expected)
{
  for (guint i = 0; i < messages->len && i < json_array_get_length (expected); i++)
    g_assert_cmpstr (g_ptr_array_index (messages, i), ==, json_array_get_string_element (expected, i));
  if (messages->len > json_array_get_length (expected))
    g_test_fail_printf ("said too: %s", (char *) g_ptr_array_index (messages, json_array_get_length (expected)));
  g_assert_cmpuint (messages->len, ==, json_array_get_length (expected));
}

static void
test_case (gconstpointer data)
{
  JsonObject *row = (JsonObject *) data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nl = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) en = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MaakPlan) plan = maak_plan_new (library, build_root (row), &error);
  Hearing hearing = { .plan = plan, .messages = { nl, en } };

  g_assert_no_error (error);
  if (json_object_get_null_member (row, "check"))
    hearing.only = maak_library_lookup (library, json_object_get_string_member (json_object_get_object_member (fixture, "proposal"), "template"));
  else
    hearing.check = json_object_get_string_member (row, "check");
  maak_plan_foreach (plan, hear_record, &hearing);
  compare_messages (nl, json_object_get_array_member (row, "nl"));
  g_assert_cmpuint (nl->len, ==, en->len);
  if (json_object_has_member (row, "en"))
    compare_messages (en, json_object_get_array_member (row, "en"));
}

/* --- --- */

static gboolean
is_inherited (const MaakTemplate *template,
              const MaakCheck *check)
{
  const MaakTemplate *base = maak_template_get_base (template);

  for (guint i = 0; base != NULL && !maak_template_is_abstract (base) && i < maak_template_get_n_checks (base); i++)
    if (g_str_equal (maak_template_get_check (base, i)->id, check->id))
      return TRUE;
  return FALSE;
}

static void
add_templates (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < maak_library_get_n_templates (library); i++)
    {
      const MaakTemplate *template = maak_library_get_template (library, i);
      g_autofree char *path = g_strconcat ("/shipped/template/", maak_template_get_id (template), NULL);

      g_test_add_data_func (path, template, test_template);
      for (guint j = 0; !maak_template_is_abstract (template) && j < maak_template_get_n_checks (template); j++)
        {
          const MaakCheck *check = maak_template_get_check (template, j);
          g_autofree char *name = g_strconcat ("/shipped/check/", maak_template_get_id (template), "/", check->id, NULL);

          /* What several profiles inherit is tested once, in the first of them. */
          if (!is_inherited (template, check) && g_hash_table_add (seen, (char *) check->message[MAAK_LANGUAGE_NL]))
            g_test_add_data_func (name, check, test_check);
        }
    }
}

static void
add_cases (void)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "plan", "shipped-cases.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *rows;

  if (!g_file_get_contents (file, &text, NULL, &error))
    g_error ("%s", error->message);
  node = json_from_string (text, &error);
  g_assert_no_error (error);
  fixture = json_object_ref (json_node_get_object (node));
  rows = json_object_get_array_member (fixture, "cases");
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject      *row = json_array_get_object_element (rows, i);
      g_autofree char *path = g_strconcat ("/shipped/case/", json_object_get_string_member (row, "name"), NULL);

      g_test_add_data_func (path, row, test_case);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int failed;

  maak_test_init (&argc, &argv);
  library = maak_library_new (NULL, NULL, &error);
  if (library == NULL)
    g_error ("the shipped library does not load: %s", error->message);
  g_test_add_func ("/shipped/plan-template", test_plan_template);
  add_templates ();
  add_cases ();
  failed = g_test_run ();
  json_object_unref (fixture);
  g_object_unref (library);
  return failed;
}
