/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * S8: what a key costs on the main thread in an open plan of about 1 MB: the edit with its undo and all that follows it, the draft (taken, handed to
 * the thread that writes, and its outcome), and the findings. Most keys cost only the edit: a draft and the findings come once for many. Here each
 * key has all three. Then the same for a plan ten times as large.
 */
#include "large-plan.h"
#include "maak-bench.h"

#include "shell/maak-document-private.h"

#include <glib/gstdio.h>

typedef struct
{
  MaakDocument    *document;
  MaakRecord      *record;
  const MaakField *field;
  guint            n;
} Bench;

/* The text that is edited: the first prose of the first proposal. */
static void
choose_text (Bench *bench)
{
  MaakRecord      *root = maak_plan_get_root (maak_document_get_plan (bench->document));
  const MaakField *list = maak_template_lookup_role (maak_record_get_template (root), MAAK_ROLE_PROPOSALS);
  const MaakTemplate *template;

  bench->record = maak_value_get_records (maak_record_get (root, list), NULL)[0];
  template = maak_record_get_template (bench->record);
  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    if (maak_template_get_field (template, i)->prose && maak_record_get (bench->record, maak_template_get_field (template, i)) != NULL)
      bench->field = maak_template_get_field (template, i);
  g_assert_nonnull (bench->field);
}

static void
type_key (gpointer data)
{
  Bench           *bench = data;
  MaakText        *before = maak_value_get_text (maak_record_get (bench->record, bench->field));
  g_autofree char *longer = g_strconcat (maak_text_get (before, MAAK_LANGUAGE_NL), "a", NULL);
  g_autoptr (MaakText) text = maak_text_with (before, MAAK_LANGUAGE_NL, longer);
  g_autoptr (MaakValue) value = maak_value_new_text (text);

  maak_plan_set (maak_document_get_plan (bench->document), bench->record, bench->field, value);
}

static void
take_draft (gpointer data)
{
  maak_document_start_draft (((Bench *) data)->document);
}

static void
take_outcome (gpointer data)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
find (gpointer data)
{
  g_assert_cmpuint (maak_document_get_findings (((Bench *) data)->document)->len, >, 0);
}

static void
report (const char *name, double *times, double goal)
{
  double worst = 0, median;

  for (guint i = 0; i < MAAK_BENCH_ROUNDS; i++)
    worst = MAX (worst, times[i]);
  median = maak_bench_median (times, MAAK_BENCH_ROUNDS);
  if (goal > 0)
    g_print ("%-44s %9.3f ms (worst %.3f) %14s %5.2f ms  %s\n", name, median, worst, "", goal, median <= goal ? "reached" : "MISSED");
  else
    g_print ("%-44s %9.3f ms (worst %.3f)\n", name, median, worst);
}

static void
measure (Bench *bench, double goal)
{
  double all[MAAK_BENCH_ROUNDS], edit[MAAK_BENCH_ROUNDS], draft[MAAK_BENCH_ROUNDS], findings[MAAK_BENCH_ROUNDS];

  find (bench);
  for (guint i = 0; i < MAAK_BENCH_ROUNDS; i++)
    {
      edit[i] = maak_bench_time (type_key, bench);
      draft[i] = maak_bench_time (take_draft, bench);
      findings[i] = maak_bench_time (find, bench);
      /* The thread writes meanwhile; only what the main thread does is counted. */
      while (!maak_document_job_is_done (bench->document))
        g_usleep (100);
      draft[i] += maak_bench_time (take_outcome, bench);
      all[i] = edit[i] + draft[i] + findings[i];
    }
  report ("S8 a key in an open plan: all on the main thread", all, goal);
  report ("   the edit, undo, state", edit, 0);
  report ("   the draft, taken and its outcome", draft, 0);
  report ("   the findings", findings, 0);
}

static void
run (MaakLibrary *library, guint n_copies, double goal)
{
  g_autofree char *folder = g_dir_make_tmp ("maakland-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.maakland.json", NULL);
  g_autoptr (GBytes) bytes = make_plan (library, n_copies);
  g_autoptr (MaakDrafts) drafts = maak_drafts_new (folder);
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };

  g_assert_true (maak_file_replace (path, bytes, NULL, NULL, &error));
  g_assert_true (maak_document_open (path, library, drafts, &bench.document, &error));
  g_assert_no_error (error);
  maak_document_wait (bench.document);
  choose_text (&bench);
  g_print ("plan of %.2f MB\n", (double) g_bytes_get_size (bytes) / 1e6);
  measure (&bench, goal);
  maak_document_discard_draft (bench.document);
  g_object_unref (bench.document);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakLibrary) library = maak_library_new (NULL, NULL, &error);

  g_assert_no_error (error);
  run (library, 2, 4);
  run (library, 40, 0);
  return EXIT_SUCCESS;
}
