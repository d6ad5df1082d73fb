/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The plan file: load of save is the same, what is not known is kept, nothing of somebody else's is overwritten, newer versions
 * are read and never written, older ones go step by step.
 */
#include "maak-test.h"

#include "store/maak-migration.h"
#include "store/maak-plan-file.h"
#include "json/maak-json.h"

static MaakLibrary *library;

static const MaakRevisionInfo first_info = { "2026-11-21T09:00:00Z", NULL, "test 1" };
static const MaakRevisionInfo second_info = { "2026-11-21T10:00:00Z", "A. Schrijver", "test 1" };

#define HEAD "{\"format\": \"maakland-plan\", \"version\": 1, \"id\": \"file-1\", "
#define PLAN HEAD "\"plan\": {\"id\": \"root\", \"title\": {\"nl\": \"Plan\"}}}"

static MaakPlanFile *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MaakPlanFile *file = maak_plan_file_new_from_bytes (bytes, library, &error);

  g_assert_no_error (error);
  return file;
}

static char *
dup_contents (const char *path)
{
  char *text;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
write_contents (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
set_title (MaakPlanFile *file, const char *nl)
{
  MaakPlan        *plan = maak_plan_file_get_plan (file);
  MaakRecord      *root = maak_plan_get_root (plan);
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (root), MAAK_ROLE_TITLE);
  g_autoptr (MaakText) text = maak_text_new (nl, NULL);
  g_autoptr (MaakValue) value = maak_value_new_text (text);

  maak_plan_set (plan, root, field, value);
}

static const char *
get_title (MaakPlanFile *file)
{
  return maak_text_get (maak_record_get_text (maak_plan_get_root (maak_plan_file_get_plan (file)), MAAK_ROLE_TITLE), MAAK_LANGUAGE_NL);
}

/* --- A folder a case --- */

typedef struct
{
  char *folder;
  char *path;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = maak_test_make_folder ();
  place->path = g_build_filename (place->folder, "plan.maakland.json", NULL);
}

static void
tear_down (Place *place, gconstpointer data)
{
  maak_test_remove_folder (place->folder);
  g_free (place->path);
  g_free (place->folder);
}

static MaakPlanFile *
save_new (Place *place)
{
  MaakPlanFile *file = read_text (PLAN);
  g_autoptr (GError) error = NULL;

  g_assert_true (maak_plan_file_save (file, place->path, &first_info, &error));
  g_assert_no_error (error);
  return file;
}

static void
test_first_save (Place *place, gconstpointer data)
{
  g_autoptr (MaakPlanFile) file = save_new (place);
  g_autofree char *text = dup_contents (place->path);

  g_assert_cmpstr (text, ==,
                   "{\n  \"format\": \"maakland-plan\",\n  \"version\": 1,\n  \"id\": \"file-1\",\n  \"revisions\": [\n    {\n"
                   "      \"hash\": \"e184d38a12e78ea9517218c598c41d66772095a41575905daaa0c48461e89c8f\",\n"
                   "      \"time\": \"2026-11-21T09:00:00Z\",\n      \"program\": \"test 1\"\n    }\n  ],\n"
                   "  \"plan\": {\n    \"id\": \"root\",\n    \"title\": {\n      \"nl\": \"Plan\"\n    }\n  }\n}\n");
  g_assert_cmpstr (maak_plan_file_get_path (file), ==, place->path);
  g_assert_false (maak_plan_is_modified (maak_plan_file_get_plan (file)));
}

static void
test_load (Place *place, gconstpointer data)
{
  g_autoptr (MaakPlanFile) saved = save_new (place);
  g_autoptr (MaakPlanFile) loaded = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (maak_plan_file_load (place->path, library, &loaded, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (maak_plan_file_get_id (loaded), ==, "file-1");
  g_assert_cmpint (maak_plan_file_get_version (loaded), ==, 1);
  g_assert_cmpuint (maak_plan_file_get_n_revisions (loaded), ==, 1);
  g_assert_true (maak_record_equal (maak_plan_get_root (maak_plan_file_get_plan (saved)), maak_plan_get_root (maak_plan_file_get_plan (loaded))));
}

static void
test_save_twice (Place *place, gconstpointer data)
{
  g_autoptr (MaakPlanFile) file = save_new (place);
  g_autofree char *once = dup_contents (place->path);
  g_autofree char *twice = NULL;

  g_assert_true (maak_plan_file_save (file, NULL, &second_info, NULL));
  twice = dup_contents (place->path);
  g_assert_cmpstr (once, ==, twice);
  g_assert_cmpuint (maak_plan_file_get_n_revisions (file), ==, 1);
}

static void
test_chain (Place *place, gconstpointer data)
{
  g_autoptr (MaakPlanFile) file = save_new (place);
  g_autoptr (MaakPlanFile) again = NULL;
  const MaakRevision *one, *two;

  set_title (file, "Beter plan");
  g_assert_true (maak_plan_file_save (file, NULL, &second_info, NULL));
  g_assert_true (maak_plan_file_load (place->path, library, &again, NULL));
  g_assert_cmpuint (maak_plan_file_get_n_revisions (again), ==, 2);
  one = maak_plan_file_get_revision (again, 0);
  two = maak_plan_file_get_revision (again, 1);
  g_assert_cmpstr (two->parents[0], ==, one->hash);
  g_assert_null (two->parents[1]);
  g_assert_cmpstr (two->hash, !=, one->hash);
  g_assert_cmpstr (two->time, ==, second_info.time);
  g_assert_cmpstr (two->author, ==, second_info.author);
  g_assert_null (one->author);
}

static void
test_chain_is_bounded (Place *place, gconstpointer data)
{
  g_autoptr (MaakPlanFile) file = save_new (place);
  g_autoptr (MaakPlanFile) again = NULL;

  for (int i = 0; i < 120; i++)
    {
      g_autofree char *title = g_strdup_printf ("Plan %d", i);
      g_autoptr (GError) error = NULL;
      set_title (file, title);
      maak_plan_file_save (file, NULL, &second_info, &error);
      g_assert_no_error (error);
    }
  g_assert_true (maak_plan_file_load (place->path, library, &again, NULL));
  g_assert_cmpuint (maak_plan_file_get_n_revisions (again), ==, 100);
}

static void
test_changed_underneath (Place *place, gconstpointer data)
{
  g_autoptr (MaakPlanFile) file = save_new (place);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  write_contents (place->path, "van een ander");
  set_title (file, "Van mij");
  g_assert_false (maak_plan_file_save (file, NULL, &second_info, &error));
  g_assert_error (error, MAAK_FILE_ERROR, MAAK_FILE_ERROR_CHANGED);
  maak_test_assert_worded (error);
  g_assert_cmpstr (maak_error_get_file (error), ==, place->path);
  after = dup_contents (place->path);
  g_assert_cmpstr (after, ==, "van een ander");
  g_assert_cmpstr (get_title (file), ==, "Van mij");
  g_assert_true (maak_plan_is_modified (maak_plan_file_get_plan (file)));
}

static void
test_removed_underneath (Place *place, gconstpointer data)
{
  g_autoptr (MaakPlanFile) file = save_new (place);
  g_autoptr (GError) error = NULL;

  g_unlink (place->path);
  g_assert_false (maak_plan_file_save (file, NULL, &second_info, &error));
  g_assert_error (error, MAAK_FILE_ERROR, MAAK_FILE_ERROR_CHANGED);
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
}

static void
test_save_over_other (Place *place, gconstpointer data)
{
  g_autoptr (MaakPlanFile) file = read_text (PLAN);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  write_contents (place->path, "iets anders");
  g_assert_false (maak_plan_file_save (file, place->path, &first_info, &error));
  g_assert_error (error, MAAK_FILE_ERROR, MAAK_FILE_ERROR_CHANGED);
  after = dup_contents (place->path);
  g_assert_cmpstr (after, ==, "iets anders");
  g_assert_null (maak_plan_file_get_path (file));
}

static void
test_save_elsewhere (Place *place, gconstpointer data)
{
  g_autoptr (MaakPlanFile) file = save_new (place);
  g_autofree char *other = g_build_filename (place->folder, "kopie.maakland.json", NULL);
  g_autofree char *before = dup_contents (place->path);
  g_autofree char *after = NULL;

  set_title (file, "Kopie");
  g_assert_true (maak_plan_file_save (file, other, &second_info, NULL));
  g_assert_cmpstr (maak_plan_file_get_path (file), ==, other);
  after = dup_contents (place->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_save_in_no_folder (Place *place, gconstpointer data)
{
  g_autoptr (MaakPlanFile) file = read_text (PLAN);
  g_autofree char *path = g_build_filename (place->folder, "nergens", "plan.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (maak_plan_file_save (file, path, &first_info, &error));
  g_assert_true (error->domain == MAAK_FILE_ERROR);
  maak_test_assert_worded (error);
  g_assert_cmpuint (maak_plan_file_get_n_revisions (file), ==, 0);
}

static void
test_newer_is_read_only (Place *place, gconstpointer data)
{
  static const char newer[] = "{\"format\": \"maakland-plan\", \"version\": 7, \"id\": \"file-1\", \"hologram\": {\"a\": [1]}, "
                              "\"plan\": {\"id\": \"root\", \"title\": {\"nl\": \"Later\"}, \"mood\": \"good\"}}";
  g_autoptr (MaakPlanFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  write_contents (place->path, newer);
  g_assert_true (maak_plan_file_load (place->path, library, &file, &error));
  g_assert_no_error (error);
  g_assert_true (maak_plan_file_is_newer (file));
  g_assert_true (maak_plan_get_read_only (maak_plan_file_get_plan (file)));
  g_assert_cmpstr (get_title (file), ==, "Later");
  g_assert_false (maak_plan_file_save (file, NULL, &first_info, &error));
  g_assert_error (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_READ_ONLY);
  maak_test_assert_worded (error);
  after = dup_contents (place->path);
  g_assert_cmpstr (after, ==, newer);
}

/* --- What is kept --- */

static const struct
{
  const char *name;
  const char *text;
  const char *kept; /* in the file that is written */
} unknowns[] = {
  { "member of the file", HEAD "\"plan\": {\"id\": \"root\"}, \"x-tool\": {\"deep\": [true, null, 1.5]}}", "\"x-tool\": {\n    \"deep\": [\n      true,\n      null,\n      1.5\n    ]\n  }" },
  { "member of a revision", HEAD "\"revisions\": [{\"hash\": \"e184d38a12e78ea9517218c598c41d66772095a41575905daaa0c48461e89c8f\", \"program\": \"p\", \"x-signed\": {\"by\": \"ons\"}}], \"plan\": {\"id\": \"root\"}}", "\"program\": \"p\",\n      \"x-signed\": {\n        \"by\": \"ons\"\n      }\n    }" },
  { "member of a record", HEAD "\"plan\": {\"id\": \"root\", \"x-note\": \"van mij\"}}", "\"x-note\": \"van mij\"" },
  { "member that is an object", HEAD "\"plan\": {\"id\": \"root\", \"x-note\": {\"b\": 1, \"a\": 2}}}", "\"x-note\": {\n      \"b\": 1,\n      \"a\": 2\n    }" },
  { "record of an unknown template", HEAD "\"plan\": {\"id\": \"root\", \"proposals\": [{\"id\": \"p\", \"template\": \"of-tomorrow\", \"speed\": 12}]}}", "\"template\": \"of-tomorrow\",\n        \"speed\": 12" },
  { "embedded template", HEAD "\"templates\": [{\"id\": \"trial\", \"kind\": \"proposal\", \"extends\": \"proposal\", \"label\": {\"nl\": \"Proef\", \"en\": \"Trial\"}, \"sections\": [{\"id\": \"line\", \"label\": {\"nl\": \"Lijn\", \"en\": \"Line\"}, \"fields\": [{\"id\": \"hours\", \"type\": \"number\", \"label\": {\"nl\": \"Uren\", \"en\": \"Hours\"}}]}]}], \"plan\": {\"id\": \"root\", \"proposals\": [{\"id\": \"p\", \"template\": \"trial\", \"hours\": 12}]}}", "\"id\": \"trial\",\n      \"kind\": \"proposal\"" },
  { "reference to nothing", HEAD "\"plan\": {\"id\": \"root\", \"proposals\": [{\"id\": \"p\", \"template\": \"measure\", \"clusters\": [\"gone\"]}]}}", "\"gone\"" },
  { "number as short as it was", HEAD "\"plan\": {\"id\": \"root\", \"x-n\": 0.1}}", "\"x-n\": 0.1\n" },
};

static void
test_kept (gconstpointer data)
{
  const char *const *row = data;
  g_autoptr (MaakPlanFile) file = read_text (row[1]);
  g_autoptr (GBytes) bytes = maak_plan_file_serialise (file, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (MaakPlanFile) again = read_text (text);
  g_autoptr (GBytes) twice = maak_plan_file_serialise (again, NULL);

  if (strstr (text, row[2]) == NULL)
    g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, row[2]));
  g_assert_true (g_bytes_equal (bytes, twice));
}

/* --- Migration --- */

static gboolean
rename_title (JsonObject *root, GError **error)
{
  JsonObject *plan = json_object_get_object_member (root, "plan");

  json_object_set_member (plan, "title", json_node_copy (json_object_get_member (plan, "heading")));
  json_object_remove_member (plan, "heading");
  return TRUE;
}

static gboolean
add_step (JsonObject *root, GError **error)
{
  json_object_set_int_member (root, "steps", 1 + (json_object_has_member (root, "steps") ? json_object_get_int_member (root, "steps") : 0));
  return TRUE;
}

static gboolean
fail_step (JsonObject *root, GError **error)
{
  maak_error_set (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_MIGRATION, "plan", maak_message_new (MAAK_PHRASE_STORE_NO_STEP, MAAK_ARG_INTEGER, "version", (gint64) 2, MAAK_ARG_END));
  return FALSE;
}

static const MaakMigration fake_steps[] = { { 2, add_step }, { 0, rename_title }, { 1, add_step }, { 3, add_step } };

static const struct
{
  const char *name;
  gint64      from, to, steps;
} ways[] = {
  { "none", 3, 3, 0 },
  { "one step", 1, 2, 1 },
  { "two steps in order", 1, 3, 2 },
  { "all", 0, 4, 3 },
  { "newer is left alone", 5, 4, 0 },
};

static JsonObject *
make_old (gint64 version)
{
  JsonObject *root = json_object_new ();
  JsonObject *plan = json_object_new ();

  json_object_set_int_member (root, "version", version);
  json_object_set_string_member (plan, "heading", "Oud");
  json_object_set_object_member (root, "plan", plan);
  return root;
}

static void
test_migration (gconstpointer data)
{
  const gint64 *row = (const gint64 *) ((const char *const *) data + 1);
  JsonObject   *root = make_old (row[0]);
  g_autoptr (GError) error = NULL;

  g_assert_true (maak_migrate (root, fake_steps, G_N_ELEMENTS (fake_steps), row[0], row[1], &error));
  g_assert_no_error (error);
  g_assert_cmpint (json_object_get_int_member (root, "version"), ==, MAX (row[0], row[1]));
  g_assert_cmpint (json_object_has_member (root, "steps") ? json_object_get_int_member (root, "steps") : 0, ==, row[2]);
  g_assert_cmpint (json_object_has_member (json_object_get_object_member (root, "plan"), "title"), ==, row[0] == 0);
  json_object_unref (root);
}

static void
test_migration_without_step (void)
{
  JsonObject *root = make_old (4);
  g_autoptr (GError) error = NULL;

  g_assert_false (maak_migrate (root, fake_steps, G_N_ELEMENTS (fake_steps), 4, 6, &error));
  g_assert_error (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_MIGRATION);
  maak_test_assert_worded (error);
  json_object_unref (root);
}

static void
test_migration_that_fails (void)
{
  static const MaakMigration steps[] = { { 1, add_step }, { 2, fail_step }, { 3, add_step } };
  JsonObject                *root = make_old (1);
  g_autoptr (GError) error = NULL;

  g_assert_false (maak_migrate (root, steps, G_N_ELEMENTS (steps), 1, 4, &error));
  g_assert_error (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_MIGRATION);
  g_assert_cmpint (json_object_get_int_member (root, "version"), ==, 2);
  json_object_unref (root);
}

/* Steps from every version before this one are there. */
static void
test_no_gap (void)
{
  guint                n;
  const MaakMigration *steps = maak_migrations_get (&n);

  g_assert_cmpuint (n, ==, MAAK_PLAN_FILE_VERSION - 1);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (steps[i].from, ==, i + 1);
}

/* --- The example --- */

static void
test_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MAAKLAND_SOURCE"), "data", "examples", "overijssel.maakland.json", NULL);
  g_autoptr (MaakPlanFile) file = NULL;
  g_autoptr (MaakPlanFile) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (maak_plan_file_load (path, library, &file, &error));
  g_assert_no_error (error);
  bytes = maak_plan_file_serialise (file, NULL);
  again = maak_plan_file_new_from_bytes (bytes, library, &error);
  g_assert_no_error (error);
  g_assert_true (maak_record_equal (maak_plan_get_root (maak_plan_file_get_plan (file)), maak_plan_get_root (maak_plan_file_get_plan (again))));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Place *place, gconstpointer data);
  } cases[] = {
    { "/store/save/first", test_first_save },
    { "/store/load", test_load },
    { "/store/save/twice gives the same bytes", test_save_twice },
    { "/store/revisions/chain", test_chain },
    { "/store/revisions/at most 100", test_chain_is_bounded },
    { "/store/save/changed underneath", test_changed_underneath },
    { "/store/save/removed underneath", test_removed_underneath },
    { "/store/save/over another file", test_save_over_other },
    { "/store/save/elsewhere", test_save_elsewhere },
    { "/store/save/in no folder", test_save_in_no_folder },
    { "/store/newer version", test_newer_is_read_only },
  };
  g_autoptr (GError) error = NULL;
  int result;

  maak_test_init (&argc, &argv);
  library = maak_library_new (NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].name, Place, NULL, set_up, cases[i].test, tear_down);
  MAAK_TEST_TABLE ("/store/kept", unknowns, test_kept);
  MAAK_TEST_TABLE ("/store/migration", ways, test_migration);
  g_test_add_func ("/store/migration/no step", test_migration_without_step);
  g_test_add_func ("/store/migration/step fails", test_migration_that_fails);
  g_test_add_func ("/store/migration/no gap", test_no_gap);
  g_test_add_func ("/store/example", test_example);
  result = g_test_run ();
  g_object_unref (library);
  return result;
}
