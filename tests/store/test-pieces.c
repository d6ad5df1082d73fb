/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The text in pieces is the text: after any edit, undo and redo, of the example and of a plan that grows and shrinks at random.
 * And a frozen copy is the plan as it was, whatever becomes of the plan.
 */
#include "maak-test.h"

#include "store/maak-plan-file.h"
#include "json/maak-json.h"

static MaakLibrary *library;

static MaakPlanFile *
load_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MAAKLAND_SOURCE"), "data", "examples", "overijssel.maakland.json", NULL);
  g_autoptr (GError) error = NULL;
  MaakPlanFile *file;

  maak_plan_file_load (path, library, &file, &error);
  g_assert_no_error (error);
  return file;
}

static void
assert_same (MaakPlanFile *file)
{
  g_autoptr (GPtrArray) parts = maak_plan_file_dup_parts (file);
  g_autoptr (GBytes) joined = maak_json_join (parts);
  /* A file that holds the same and has no pieces. */
  g_autoptr (MaakPlanFile) frozen = maak_plan_file_new_frozen (file);
  g_autoptr (GPtrArray) whole = maak_plan_file_dup_parts (frozen);
  g_autoptr (GBytes) expected = maak_json_join (whole);

  g_assert_cmpmem (g_bytes_get_data (joined, NULL), g_bytes_get_size (joined), g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

typedef struct
{
  GRand     *rand;
  GPtrArray *records;
} Walk;

static void
collect_cb (MaakRecord *record, gpointer data)
{
  g_ptr_array_add (data, record);
}

static void
type_somewhere (MaakPlan *plan, GRand *rand, MaakRecord *record)
{
  const MaakTemplate *template = maak_record_get_template (record);
  guint            n = maak_template_get_n_fields (template);
  const MaakField *field = n > 0 ? maak_template_get_field (template, (guint) g_rand_int_range (rand, 0, (gint32) n)) : NULL;
  g_autofree char *string = NULL;
  g_autoptr (MaakText) text = NULL;
  g_autoptr (MaakValue) value = NULL;

  if (field == NULL || field->type != MAAK_FIELD_TEXT || field->value != NULL)
    return;
  string = g_strdup_printf ("é %u", g_rand_int (rand));
  text = maak_text_new (string, NULL);
  value = maak_value_new_text (text);
  maak_plan_set (plan, record, field, value);
}

static void
insert_copy (MaakPlan *plan, GRand *rand, MaakRecord *record)
{
  MaakRecord      *parent = maak_record_get_parent (record);
  const MaakField *list = maak_record_get_parent_field (record);
  g_autoptr (MaakRecord) copy = maak_record_copy (record, TRUE);

  maak_plan_insert (plan, parent, list, (guint) g_rand_int_range (rand, 0, 4), copy);
}

/* One edit of any kind, anywhere. */
static void
edit (MaakPlan *plan, GRand *rand)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  MaakRecord *record;

  maak_plan_foreach (plan, collect_cb, records);
  record = g_ptr_array_index (records, (guint) g_rand_int_range (rand, 0, (gint32) records->len));
  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      maak_plan_undo (plan);
      break;
    case 1:
      maak_plan_redo (plan);
      break;
    case 2:
      if (maak_record_get_parent (record) != NULL)
        maak_plan_remove (plan, record);
      break;
    case 3:
      if (maak_record_get_parent (record) != NULL && records->len < 4000)
        insert_copy (plan, rand, record);
      break;
    case 4:
      if (maak_record_get_parent (record) != NULL)
        maak_plan_move (plan, record, (guint) g_rand_int_range (rand, 0, 4));
      break;
    default:
      type_somewhere (plan, rand, record);
    }
}

static void
test_random (gconstpointer data)
{
  g_autoptr (MaakPlanFile) file = load_example ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));

  assert_same (file);
  for (guint i = 0; i < 120; i++)
    {
      edit (maak_plan_file_get_plan (file), rand);
      if (i % 3 == 0)
        assert_same (file);
    }
  assert_same (file);
}

/* Not only the same as other pieces: the same as what a save writes, when there is nothing to add to the chain. */
static void
test_as_saved (void)
{
  g_autoptr (MaakPlanFile) loaded = load_example ();
  g_autoptr (GBytes) saved = maak_plan_file_serialise (loaded, NULL);
  g_autoptr (MaakPlanFile) file = maak_plan_file_new_from_bytes (saved, library, NULL);
  g_autoptr (GPtrArray) parts = maak_plan_file_dup_parts (file);
  g_autoptr (GBytes) joined = maak_json_join (parts);

  g_assert_cmpuint (parts->len, >, 10);
  g_assert_cmpmem (g_bytes_get_data (joined, NULL), g_bytes_get_size (joined), g_bytes_get_data (saved, NULL), g_bytes_get_size (saved));
}

/* What a record holds that left the plan and came back is found anew. */
static void
test_away_and_back (void)
{
  g_autoptr (MaakPlanFile) file = load_example ();
  MaakPlan        *plan = maak_plan_file_get_plan (file);
  MaakRecord      *root = maak_plan_get_root (plan);
  const MaakField *list = maak_template_lookup_role (maak_record_get_template (root), MAAK_ROLE_CLUSTERS);
  g_autoptr (MaakRecord) cluster = g_object_ref (maak_value_get_records (maak_record_get (root, list), NULL)[0]);
  const MaakField *title = maak_template_lookup_role (maak_record_get_template (cluster), MAAK_ROLE_TITLE);
  g_autoptr (MaakText) text = maak_text_new ("Buiten gewijzigd", NULL);
  g_autoptr (MaakValue) value = maak_value_new_text (text);

  assert_same (file);
  maak_plan_remove (plan, cluster);
  assert_same (file);
  /* Out of the plan nobody tells. */
  maak_record_init_value (cluster, title, value);
  maak_plan_insert (plan, root, list, 0, cluster);
  assert_same (file);
}

static gpointer
serialise_in_thread (gpointer data)
{
  return maak_plan_file_serialise (data, NULL);
}

/* The plan is edited while another thread writes the frozen copy. */
static void
test_frozen (void)
{
  g_autoptr (MaakPlanFile) file = load_example ();
  g_autoptr (GBytes) before = maak_plan_file_serialise (file, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20; i++)
    {
      MaakPlanFile *frozen = maak_plan_file_new_frozen (file);
      GThread      *thread = g_thread_new ("save", serialise_in_thread, frozen);
      g_autoptr (GBytes) expected = NULL;
      g_autoptr (GBytes) written = NULL;

      expected = maak_plan_file_serialise (file, NULL);
      for (guint j = 0; j < 10; j++)
        edit (maak_plan_file_get_plan (file), rand);
      written = g_thread_join (thread);
      g_assert_true (g_bytes_equal (written, expected));
      g_object_unref (frozen);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  maak_test_init (&argc, &argv);
  library = maak_library_new (NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint seed = 1; seed <= 6; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/store/pieces/random/%u", seed);
      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_random);
    }
  g_test_add_func ("/store/pieces/as saved", test_as_saved);
  g_test_add_func ("/store/pieces/away and back", test_away_and_back);
  g_test_add_func ("/store/pieces/frozen", test_frozen);
  result = g_test_run ();
  g_object_unref (library);
  return result;
}
