/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * S5: opening and saving a plan of about 1 MB. Opening is reading the bytes, the strict check, records, index, and the checks of the plan, against
 * json-glib alone parsing the same text. Saving is serialising and reading back with comparison, against json-glib
 * writing the tree and parsing that again. S12: the same for ten times the records. The file system is left out on both sides.
 */
#include "large-plan.h"
#include "maak-bench.h"

#include "checks/maak-checker.h"
#include "checks/maak-checks.h"
#include "plan/maak-find.h"
#include "plan/maak-library.h"
#include "store/maak-plan-file.h"
#include "json/maak-json.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  MaakLibrary  *library;
  GBytes       *bytes;
  MaakPlanFile *file;
  JsonNode     *tree;
  MaakChecker  *checker;
  guint         n;
} Bench;

static void
open_plan (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakPlanFile) file = maak_plan_file_new_from_bytes (bench->bytes, bench->library, &error);
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_no_error (error);
  findings = maak_checks_run (maak_plan_file_get_plan (file));
  g_assert_cmpuint (findings->len, >, 0);
}

static void
read_plan (gpointer data)
{
  Bench *bench = data;
  g_autoptr (MaakPlanFile) file = maak_plan_file_new_from_bytes (bench->bytes, bench->library, NULL);

  g_assert_nonnull (file);
}

static void
check_plan (gpointer data)
{
  g_autoptr (GPtrArray) findings = maak_checks_run (maak_plan_file_get_plan (((Bench *) data)->file));

  g_assert_cmpuint (findings->len, >, 0);
}

static void
parse_with_json_glib (gpointer data)
{
  Bench      *bench = data;
  gsize       length;
  const char *text = g_bytes_get_data (bench->bytes, &length);
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, NULL));
}

/* What maak_plan_file_save() does before the file is written. */
static void
save_plan (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = maak_plan_file_serialise_checked (bench->file, NULL, &error);

  g_assert_no_error (error);
}

static void
write_with_json_glib (gpointer data)
{
  Bench *bench = data;
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  gsize            length;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, bench->tree);
  text = json_generator_to_data (generator, &length);
  g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, NULL));
}

/* One key in a summary, and the findings after it: S8 without the window. */
static void
type_key (gpointer data)
{
  Bench           *bench = data;
  MaakPlan        *plan = maak_plan_file_get_plan (bench->file);
  MaakRecord      *root = maak_plan_get_root (plan);
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (root), MAAK_ROLE_TITLE);
  g_autofree char *title = g_strdup_printf ("Plan %u", bench->n++);
  g_autoptr (MaakText) text = maak_text_new (title, title);
  g_autoptr (MaakValue) value = maak_value_new_text (text);
  g_autoptr (GPtrArray) findings = NULL;

  maak_plan_set (plan, root, field, value);
  findings = maak_checker_dup_findings (bench->checker);
}

/* Words that stand nowhere, so that every text is walked to its end. */
static void
find_words (gpointer data)
{
  g_autoptr (GPtrArray) hits = maak_plan_find (maak_plan_file_get_plan (((Bench *) data)->file), "staat nergens", MAAK_LANGUAGE_NL, 0, NULL);

  g_assert_cmpuint (hits->len, ==, 0);
}

static void
fill (Bench *bench, guint n_copies)
{
  gsize       length;
  const char *text;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();

  bench->bytes = make_plan (bench->library, n_copies);
  bench->file = maak_plan_file_new_from_bytes (bench->bytes, bench->library, &error);
  g_assert_no_error (error);
  text = g_bytes_get_data (bench->bytes, &length);
  g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, NULL));
  bench->tree = json_node_copy (json_parser_get_root (parser));
  bench->checker = maak_checker_new (maak_plan_file_get_plan (bench->file));
  g_print ("plan of %.2f MB, %u records\n", (double) length / 1e6, maak_plan_get_n_records (maak_plan_file_get_plan (bench->file)));
}

static void
empty (Bench *bench)
{
  g_clear_object (&bench->checker);
  g_clear_object (&bench->file);
  g_clear_pointer (&bench->tree, json_node_unref);
  g_clear_pointer (&bench->bytes, g_bytes_unref);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Bench bench = { .library = maak_library_new (NULL, NULL, &error) };

  g_assert_no_error (error);
  maak_bench_head ();
  fill (&bench, 4);
  maak_bench_ratio ("S5 open, checks included / json-glib parse", open_plan, parse_with_json_glib, &bench, 1.6);
  maak_bench_ratio ("   read alone / json-glib parse", read_plan, parse_with_json_glib, &bench, 0);
  maak_bench_ratio ("   checks alone / json-glib parse", check_plan, parse_with_json_glib, &bench, 0);
  maak_bench_ratio ("S5 save / json-glib write and parse back", save_plan, write_with_json_glib, &bench, 1.5);
  maak_bench_absolute ("S8 a key: model and findings", type_key, &bench, 4);
  maak_bench_absolute ("find in the plan", find_words, &bench, 50);
  empty (&bench);
  fill (&bench, 49);
  maak_bench_ratio ("S12 open 10 x the records / json-glib parse", open_plan, parse_with_json_glib, &bench, 1.6);
  empty (&bench);
  g_object_unref (bench.library);
  return EXIT_SUCCESS;
}
