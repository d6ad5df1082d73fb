/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What is noted of sections: made and removed as needed, in one step each, with the record that it is about, and never
 * published. */

#include "plan-fixture.h"

#include "plan/maak-section-note.h"

typedef struct
{
  MaakLibrary       *library;
  MaakPlan          *plan;
  MaakRecord        *proposal;
  const MaakSection *first, *second;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->library = maak_library_new (NULL, NULL, &error);
  g_assert_no_error (error);
  self->plan = fixture_plan (self->library, "{\"id\":\"p\",\"proposals\":[{\"id\":\"x\",\"template\":\"fiche\",\"funding\":[{\"id\":\"line\"}]}],\"parties\":[{\"id\":\"org\"}]}");
  self->proposal = maak_plan_lookup (self->plan, "x");
  self->first = maak_template_get_section (maak_record_get_template (self->proposal), 0);
  self->second = maak_template_get_section (maak_record_get_template (self->proposal), 1);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_clear_object (&self->plan);
  g_clear_object (&self->library);
}

static guint
count_notes (MaakPlan *plan)
{
  MaakValue *value = maak_record_get_role (maak_plan_get_root (plan), MAAK_ROLE_SECTION_NOTES);
  guint      n = 0;

  if (value != NULL)
    maak_value_get_records (value, &n);
  return n;
}

static void
set_state (Fixture           *self,
           MaakRecord        *record,
           const MaakSection *section,
           const char        *code)
{
  g_autoptr (MaakValue) value = code != NULL ? maak_value_new_code (code) : NULL;

  maak_section_note_set (self->plan, record, section, MAAK_ROLE_STATE, value);
}

static const char *
get_state (Fixture           *self,
           MaakRecord        *record,
           const MaakSection *section)
{
  MaakValue *value = maak_section_note_get (self->plan, record, section, MAAK_ROLE_STATE);

  return value != NULL ? maak_value_get_code (value) : NULL;
}

static void
test_one_step (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *before = fixture_write (self->plan);
  g_autofree char *after = NULL;
  g_autofree char *title = NULL;

  g_assert_true (maak_section_note_is_possible (self->plan));
  g_assert_null (maak_section_note_lookup (self->plan, self->proposal, self->first));
  set_state (self, self->proposal, self->first, NULL);
  g_assert_false (maak_plan_can_undo (self->plan));

  set_state (self, self->proposal, self->first, "for-comment");
  g_assert_cmpstr (get_state (self, self->proposal, self->first), ==, "for-comment");
  g_assert_null (get_state (self, self->proposal, self->second));
  title = maak_record_dup_title (maak_section_note_lookup (self->plan, self->proposal, self->first), MAAK_LANGUAGE_EN);
  g_assert_cmpstr (title, ==, maak_text_get (self->first->label, MAAK_LANGUAGE_EN));
  g_assert_true (maak_plan_undo (self->plan));
  after = fixture_write (self->plan);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (maak_plan_can_undo (self->plan));
}

static void
test_apart (Fixture      *self,
            gconstpointer data)
{
  MaakRecord        *root = maak_plan_get_root (self->plan);
  const MaakSection *cover = maak_template_get_section (maak_record_get_template (root), 0);

  set_state (self, self->proposal, self->first, "agreed");
  set_state (self, self->proposal, self->second, "in-progress");
  set_state (self, root, cover, "empty");
  set_state (self, self->proposal, self->first, "for-comment");
  g_assert_cmpuint (count_notes (self->plan), ==, 3);
  g_assert_cmpstr (get_state (self, self->proposal, self->first), ==, "for-comment");
  g_assert_cmpstr (get_state (self, self->proposal, self->second), ==, "in-progress");
  g_assert_cmpstr (get_state (self, root, cover), ==, "empty");
}

static void
test_goes_when_blank (Fixture      *self,
                      gconstpointer data)
{
  g_autoptr (MaakValue) owner = maak_value_new_ids ((const char *const[]) { "org", NULL });

  set_state (self, self->proposal, self->first, "agreed");
  maak_section_note_set (self->plan, self->proposal, self->first, MAAK_ROLE_OWNER, owner);
  set_state (self, self->proposal, self->first, NULL);
  g_assert_cmpuint (count_notes (self->plan), ==, 1);
  maak_section_note_set (self->plan, self->proposal, self->first, MAAK_ROLE_OWNER, NULL);
  g_assert_cmpuint (count_notes (self->plan), ==, 0);
  g_assert_true (maak_plan_undo (self->plan));
  g_assert_nonnull (maak_section_note_get (self->plan, self->proposal, self->first, MAAK_ROLE_OWNER));
}

/* Notes go with the record, also when it lies in what is removed; undo brings all back. */
static void
test_cascade (Fixture      *self,
              gconstpointer data)
{
  MaakRecord        *line = maak_plan_lookup (self->plan, "line");
  const MaakSection *main_section = maak_template_get_section (maak_record_get_template (line), 0);
  MaakRecord        *root = maak_plan_get_root (self->plan);
  g_autofree char   *before = NULL;
  g_autofree char   *after = NULL;

  set_state (self, self->proposal, self->first, "agreed");
  set_state (self, self->proposal, self->second, "agreed");
  set_state (self, line, main_section, "in-progress");
  set_state (self, root, maak_template_get_section (maak_record_get_template (root), 0), "empty");
  before = fixture_write (self->plan);

  maak_plan_remove (self->plan, self->proposal);
  g_assert_cmpuint (count_notes (self->plan), ==, 1);
  g_assert_true (maak_plan_undo (self->plan));
  after = fixture_write (self->plan);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (get_state (self, line, main_section), ==, "in-progress");
  g_assert_true (maak_plan_redo (self->plan));
  g_assert_cmpuint (count_notes (self->plan), ==, 1);
}

static void
test_never_public (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (MaakPlan) public = NULL;

  set_state (self, self->proposal, self->first, "agreed");
  public = maak_plan_new_public (self->plan);
  g_assert_nonnull (maak_plan_lookup (public, "x"));
  g_assert_cmpuint (count_notes (public), ==, 0);
}

/* A plan of templates without a place for notes. */
static void
test_impossible (void)
{
  g_autoptr (MaakLibrary) library = fixture_library ();
  g_autoptr (MaakPlan) plan = fixture_plan (library, "{\"id\":\"p\"}");
  MaakRecord        *root = maak_plan_get_root (plan);
  const MaakSection *section = maak_template_get_section (maak_record_get_template (root), 0);
  g_autoptr (MaakValue) value = maak_value_new_code ("agreed");

  g_assert_false (maak_section_note_is_possible (plan));
  g_assert_null (maak_section_note_ensure (plan, root, section));
  maak_section_note_set (plan, root, section, MAAK_ROLE_STATE, value);
  g_assert_false (maak_plan_can_undo (plan));
}

#define ADD(name, function) g_test_add ("/plan/section-note/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  maak_test_init (&argc, &argv);
  ADD ("one-step", test_one_step);
  ADD ("apart", test_apart);
  ADD ("goes-when-blank", test_goes_when_blank);
  ADD ("cascade", test_cascade);
  ADD ("never-public", test_never_public);
  g_test_add_func ("/plan/section-note/impossible", test_impossible);
  return g_test_run ();
}
