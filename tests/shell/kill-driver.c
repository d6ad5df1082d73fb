/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * A program that is to be killed (kill-document.py): it opens a plan and types in it as a person does, in bursts with pauses, saving now and
 * then, and says on its standard output what it did and when:
 *
 *   T N TIME   the title was set to N; TIME in microseconds of the system's monotonic clock, before it was set
 *   S N        the plan's own file holds N, or later: it was said to be saved
 *   H TIME     it was not kept waiting for the processor until now
 *
 *   kill-driver type FOLDER SEED PAUSES [PLAN]   PLAN: a file that is there; without, a plan that is never named
 *   kill-driver make FOLDER PLAN                 makes such a file, with title 0
 *   kill-driver read FOLDER [PLAN]               opens what the kill left, prints the title, and tidies up
 */
#include "shell/maak-document.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BEAT 20000 /* microseconds */

typedef struct
{
  MaakDocument *document;
  GRand        *rand;
  gboolean      pauses;
  guint         n;
} Typist;

static void
say (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* One write, so that a kill cannot leave half a line before a whole one. */
static void
say (const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list          rest;

  va_start (rest, format);
  line = g_strdup_vprintf (format, rest);
  va_end (rest);
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (EXIT_FAILURE);
}

static gpointer
beat (gpointer data)
{
  while (TRUE)
    {
      say ("H %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
      g_usleep (BEAT);
    }
  return NULL;
}

static const MaakField *
get_title_field (MaakRecord *root)
{
  return maak_template_lookup_role (maak_record_get_template (root), MAAK_ROLE_TITLE);
}

static void
set_title (MaakDocument *document, guint n)
{
  MaakPlan        *plan = maak_document_get_plan (document);
  g_autofree char *string = g_strdup_printf ("%u", n);
  g_autoptr (MaakText) text = maak_text_new (string, NULL);
  g_autoptr (MaakValue) value = maak_value_new_text (text);

  maak_plan_set (plan, maak_plan_get_root (plan), get_title_field (maak_plan_get_root (plan)), value);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!maak_document_save_finish (MAAK_DOCUMENT (source), result, &error))
    g_error ("%s", error->message);
  say ("S %u\n", GPOINTER_TO_UINT (data));
}

/* Keys come 5 to 60 ms apart; now and then a pause. */
static guint
choose_wait (Typist *self)
{
  if (self->pauses && g_rand_int_range (self->rand, 0, 25) == 0)
    return (guint) g_rand_int_range (self->rand, 100, 1800);
  return (guint) g_rand_int_range (self->rand, 5, 60);
}

static void
type_cb (gpointer data)
{
  Typist *self = data;
  gint64  now = g_get_monotonic_time ();

  set_title (self->document, ++self->n);
  say ("T %u %" G_GINT64_FORMAT "\n", self->n, now);
  if (maak_document_get_path (self->document) != NULL && g_rand_int_range (self->rand, 0, 40) == 0)
    maak_document_save_async (self->document, NULL, saved_cb, GUINT_TO_POINTER (self->n));
  g_timeout_add_once (choose_wait (self), type_cb, self);
}

static MaakDocument *
create_document (MaakLibrary *library, MaakDrafts *drafts)
{
  return maak_document_new (library, drafts, maak_record_new (maak_library_get_plan_template (library), NULL));
}

static MaakDocument *
open_document (MaakLibrary *library, MaakDrafts *drafts, const char *path)
{
  g_autoptr (GError) error = NULL;
  MaakDocument *document;

  if (!maak_document_open (path, library, drafts, &document, &error))
    g_error ("%s", error->message);
  return document;
}

static int
type (MaakDocument *document, const char *seed, const char *pauses)
{
  Typist typist = { document, g_rand_new_with_seed ((guint32) atoi (seed)), atoi (pauses), 0 };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_thread_unref (g_thread_new ("beat", beat, NULL));
  type_cb (&typist);
  g_main_loop_run (loop);
  return EXIT_SUCCESS;
}

static int
make (MaakDocument *document, const char *path)
{
  g_autoptr (GError) error = NULL;

  set_title (document, 0);
  if (!maak_document_save (document, path, &error))
    g_error ("%s", error->message);
  return maak_document_close (document) ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* A plan that was never named has one draft, or none when it was killed before there was one. */
static MaakDocument *
recover_only (MaakLibrary *library, MaakDrafts *drafts)
{
  g_autoptr (GPtrArray) list = maak_drafts_list (drafts);
  g_autoptr (GError) error = NULL;
  MaakDocument *document;

  if (list->len == 0)
    return NULL;
  if (list->len > 1)
    g_error ("%u drafts", list->len);
  document = maak_document_recover (((MaakDraft *) g_ptr_array_index (list, 0))->id, library, drafts, &error);
  if (document == NULL)
    g_error ("%s", error->message);
  return document;
}

static int
read_back (MaakDocument *document, MaakDrafts *drafts)
{
  g_autoptr (GPtrArray) left = NULL;
  MaakText *title = document != NULL ? maak_record_get_text (maak_plan_get_root (maak_document_get_plan (document)), MAAK_ROLE_TITLE) : NULL;

  if (document != NULL && maak_document_get_changed_underneath (document))
    g_error ("it is said that another program wrote the file");
  say ("%s\n", title != NULL ? maak_text_get (title, MAAK_LANGUAGE_NL) : "0");
  if (document != NULL)
    maak_document_discard_draft (document);
  /* As the program does when it starts. */
  left = maak_drafts_list (drafts);
  return left->len == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakLibrary) library = maak_library_new (NULL, NULL, &error);
  g_autoptr (MaakDrafts) drafts = argc > 2 ? maak_drafts_new (argv[2]) : NULL;

  g_assert_no_error (error);
  if (argc >= 5 && strcmp (argv[1], "type") == 0)
    return type (argc > 5 ? open_document (library, drafts, argv[5]) : create_document (library, drafts), argv[3], argv[4]);
  if (argc == 4 && strcmp (argv[1], "make") == 0)
    return make (create_document (library, drafts), argv[3]);
  if (argc >= 3 && strcmp (argv[1], "read") == 0)
    return read_back (argc > 3 ? open_document (library, drafts, argv[3]) : recover_only (library, drafts), drafts);
  g_printerr ("see the head of kill-driver.c\n");
  return 2;
}
