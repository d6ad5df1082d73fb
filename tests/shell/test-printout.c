/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Documents that are made on a thread while the plan is edited: each is of the plan as it was when it was asked for, and one
 * that is stopped leaves no file. */

#include "base/maak-file.h"
#include "report/maak-report.h"
#include "shell/maak-printout.h"

#include "maak-test.h"

typedef struct
{
  MaakContext  *context;
  MaakDocument *document;
  char         *folder;
  guint         waiting; /* for so many answers */
  GError       *error;   /* of the last one */
  MaakPrintout *printout;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("MAAKLAND_SOURCE"), "data", "examples", "overijssel.maakland.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakPlanFile) file = NULL;

  self->folder = maak_test_make_folder ();
  self->context = maak_context_new (self->folder, MAAK_LANGUAGE_NL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (maak_plan_file_load (path, maak_context_get_library (self->context), &file, &error));
  self->document = maak_document_new (maak_context_get_library (self->context), maak_context_get_drafts (self->context),
                                      maak_record_copy (maak_plan_get_root (maak_plan_file_get_plan (file)), FALSE));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  maak_document_discard_draft (self->document);
  g_clear_object (&self->printout);
  g_clear_error (&self->error);
  g_clear_object (&self->document);
  g_clear_object (&self->context);
  maak_test_remove_folder (self->folder);
  g_free (self->folder);
}

/* Another title, as many letters as @n says. */
static void
edit (Fixture *self, guint n)
{
  MaakPlan        *plan = maak_document_get_plan (self->document);
  MaakRecord      *root = maak_plan_get_root (plan);
  g_autofree char *string = g_strnfill (n, 'x');
  g_autoptr (MaakText) text = maak_text_new (string, string);
  g_autoptr (MaakValue) value = maak_value_new_text (text);

  maak_plan_set (plan, root, maak_template_lookup_role (maak_record_get_template (root), MAAK_ROLE_TITLE), value);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakPrintout) printout = maak_printout_make_finish (result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (maak_printout_get_n_pages (printout), >, 10);
  g_set_object (&self->printout, printout);
  self->waiting--;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *self = data;

  g_clear_error (&self->error);
  maak_printout_export_finish (result, &self->error);
  self->waiting--;
}

static void
wait_for_all (Fixture *self)
{
  while (self->waiting > 0)
    g_main_context_iteration (NULL, TRUE);
}

static GBytes *
write_now (Fixture *self)
{
  MaakReportOptions options = {
    .language = MAAK_LANGUAGE_EN, .catalogue = maak_context_get_catalogue (self->context), .boundaries = maak_context_get_boundaries (self->context)
  };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = maak_report_write_pdf (maak_document_get_plan (self->document), &options, &error);

  g_assert_no_error (error);
  return bytes;
}

/* Two at once, with edits between and after: the files are those of the moments at which they were asked for. */
static void
test_moments (Fixture *self, gconstpointer data)
{
  g_autofree char *one = g_build_filename (self->folder, "one.pdf", NULL);
  g_autofree char *two = g_build_filename (self->folder, "two.pdf", NULL);
  g_autoptr (GBytes) wanted_one = NULL;
  g_autoptr (GBytes) wanted_two = NULL;
  g_autoptr (GBytes) got_one = NULL;
  g_autoptr (GBytes) got_two = NULL;
  MaakPrintoutProgress progress = { 0 };

  edit (self, 5);
  wanted_one = write_now (self);
  self->waiting = 3;
  maak_printout_export_async (self->context, self->document, MAAK_LANGUAGE_EN, FALSE, one, &progress, NULL, exported_cb, self);
  edit (self, 30);
  maak_printout_export_async (self->context, self->document, MAAK_LANGUAGE_EN, FALSE, two, NULL, NULL, exported_cb, self);
  wanted_two = write_now (self);
  maak_printout_make_async (self->context, self->document, MAAK_LANGUAGE_NL, TRUE, NULL, made_cb, self);
  for (guint i = 1; i < 20; i++)
    edit (self, i);
  wait_for_all (self);
  g_assert_no_error (self->error);
  got_one = maak_file_read (one, 1 << 26, NULL, NULL);
  got_two = maak_file_read (two, 1 << 26, NULL, NULL);
  g_assert_true (g_bytes_equal (got_one, wanted_one));
  g_assert_true (g_bytes_equal (got_two, wanted_two));
  g_assert_false (g_bytes_equal (got_one, got_two));
  g_assert_cmpint (progress.permille, >, 500);
}

/* Pages outlive the thread that set them, and the plan. */
static void
test_draw (Fixture *self, gconstpointer data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 850);
  cairo_t         *cr = cairo_create (surface);

  self->waiting = 1;
  maak_printout_make_async (self->context, self->document, MAAK_LANGUAGE_NL, TRUE, NULL, made_cb, self);
  wait_for_all (self);
  edit (self, 3);
  for (guint i = 0; i < maak_printout_get_n_pages (self->printout); i++)
    {
      guint dark = 0;

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      maak_printout_draw (self->printout, i, cr);
      cairo_surface_flush (surface);
      for (int x = 0; x < 850 * 600; x++)
        dark += (((guint32 *) (gpointer) cairo_image_surface_get_data (surface))[x] & 0xff) < 128;
      g_assert_cmpuint (dark, >, 20);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_stop (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "stopped.pdf", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  self->waiting = 1;
  maak_printout_export_async (self->context, self->document, MAAK_LANGUAGE_NL, FALSE, path, NULL, cancellable, exported_cb, self);
  g_cancellable_cancel (cancellable);
  wait_for_all (self);
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* The old document stays where the new one cannot be written. */
static void
test_no_place (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "no", "such", "folder.pdf", NULL);

  self->waiting = 1;
  maak_printout_export_async (self->context, self->document, MAAK_LANGUAGE_NL, FALSE, path, NULL, NULL, exported_cb, self);
  wait_for_all (self);
  g_assert_error (self->error, MAAK_FILE_ERROR, MAAK_FILE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  maak_test_init (&argc, &argv);
  g_test_add ("/shell/printout/moments", Fixture, NULL, set_up, test_moments, tear_down);
  g_test_add ("/shell/printout/draw", Fixture, NULL, set_up, test_draw, tear_down);
  g_test_add ("/shell/printout/stop", Fixture, NULL, set_up, test_stop, tear_down);
  g_test_add ("/shell/printout/no-place", Fixture, NULL, set_up, test_no_place, tear_down);
  return g_test_run ();
}
