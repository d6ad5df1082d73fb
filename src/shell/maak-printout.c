/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* From an open plan to pages and to a PDF, while one goes on writing: the plan is frozen (a copy that nobody edits), and a
 * thread of its own makes the document of it. What waits for it (the task, with the open plan) stays on the main thread.
 *
 * Each document gets a new thread, not one of a pool: the fonts of a thread belong to it, and pages keep those they were
 * set in. When the thread has ended, only the main thread draws with them. Templates, figures and boundaries are shared,
 * and never change. */

#include "shell/maak-printout.h"

#include "base/maak-file.h"
#include "report/maak-pdf.h"
#include "report/maak-report.h"
#include "shell/maak-errand.h"

struct _MaakPrintout
{
  GObject parent_instance;

  MaakPlanFile *file; /* frozen */
  MaakReport   *report;
  MaakPages    *pages; /* borrow from the report */
};

G_DEFINE_FINAL_TYPE (MaakPrintout, maak_printout, G_TYPE_OBJECT)

/* One document that is being made. */
typedef struct
{
  GTask                *task; /* the other thread leaves it alone */
  MaakPlanFile         *file; /* frozen */
  MaakCatalogue        *catalogue;
  MaakBoundaries       *boundaries;
  MaakReportOptions     options;
  char                 *path;     /* of the PDF; NULL: pages to look at */
  MaakPrintoutProgress *progress; /* may be NULL; the caller's */

  /* What came of it */
  MaakPrintout *printout;
  GError       *error; /* NULL: it went well */
} Work;

static void
maak_printout_finalize (GObject *object)
{
  MaakPrintout *self = MAAK_PRINTOUT (object);

  g_clear_pointer (&self->pages, maak_pages_free);
  g_clear_pointer (&self->report, maak_report_free);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (maak_printout_parent_class)->finalize (object);
}

static void
maak_printout_class_init (MaakPrintoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = maak_printout_finalize;
}

static void
maak_printout_init (MaakPrintout *self)
{
}

static void
free_work (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->printout);
  g_clear_error (&work->error);
  g_clear_object (&work->task);
  g_clear_object (&work->file);
  g_clear_pointer (&work->catalogue, maak_catalogue_unref);
  g_clear_pointer (&work->boundaries, maak_boundaries_unref);
  g_clear_object (&work->options.cancellable);
  g_free (work->path);
  g_free (work);
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  Work *work = data;

  if (work->progress != NULL)
    g_atomic_int_set (&work->progress->permille, (int) (fraction * 1000));
}

static void
make_pages (Work *work)
{
  g_autoptr (MaakPrintout) self = g_object_new (MAAK_TYPE_PRINTOUT, NULL);

  self->file = g_object_ref (work->file);
  self->report = maak_report_new (maak_plan_file_get_plan (self->file), &work->options);
  if (!g_cancellable_set_error_if_cancelled (work->options.cancellable, &work->error))
    self->pages = maak_report_make_pages (self->report, &work->options, &work->error);
  if (self->pages != NULL)
    work->printout = g_steal_pointer (&self);
}

static void
write_file (Work *work)
{
  g_autoptr (GBytes) pdf = maak_report_write_pdf (maak_plan_file_get_plan (work->file), &work->options, &work->error);

  if (pdf != NULL)
    maak_file_replace (work->path, pdf, NULL, NULL, &work->error);
}

static void
work_cb (gpointer data)
{
  Work *work = data;

  if (work->path != NULL)
    write_file (work);
  else
    make_pages (work);
}

static void
done_cb (gpointer data)
{
  Work *work = data;

  if (work->error != NULL)
    g_task_return_error (work->task, g_steal_pointer (&work->error));
  else if (work->path != NULL)
    g_task_return_boolean (work->task, TRUE);
  else
    g_task_return_pointer (work->task, g_steal_pointer (&work->printout), g_object_unref);
}

static void
start (MaakContext        *context,
       MaakDocument       *document,
       Work               *work_taken,
       GAsyncReadyCallback callback,
       gpointer            data)
{
  work_taken->task = g_task_new (document, work_taken->options.cancellable, callback, data);
  work_taken->file = maak_plan_file_new_frozen (maak_document_get_file (document));
  work_taken->catalogue = maak_catalogue_ref (maak_context_get_catalogue (context));
  work_taken->boundaries = maak_boundaries_ref (maak_context_get_boundaries (context));
  work_taken->options.catalogue = work_taken->catalogue;
  work_taken->options.boundaries = work_taken->boundaries;
  work_taken->options.progress = progress_cb;
  work_taken->options.progress_data = work_taken;
  maak_errand_send_alone ("document", work_cb, done_cb, free_work, work_taken);
}

static Work *
make_work (MaakLanguage  language,
           gboolean      working,
           GCancellable *cancellable)
{
  Work *work = g_new0 (Work, 1);

  work->options.language = language;
  work->options.working = working;
  g_set_object (&work->options.cancellable, cancellable);
  return work;
}

/**
 * maak_printout_make_async:
 * @language: of the document
 * @working: a working copy, with everything; else what is public
 *
 * Sets the plan, as it is now, in pages.
 */
void
maak_printout_make_async (MaakContext        *context,
                          MaakDocument       *document,
                          MaakLanguage        language,
                          gboolean            working,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            data)
{
  g_return_if_fail (MAAK_IS_CONTEXT (context) && MAAK_IS_DOCUMENT (document));

  start (context, document, make_work (language, working, cancellable), callback, data);
}

/** maak_printout_make_finish: Returns: (transfer full): the pages; NULL and an error of report/, or G_IO_ERROR_CANCELLED */
MaakPrintout *
maak_printout_make_finish (GAsyncResult *result,
                           GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * maak_printout_export_async:
 * @path: of the PDF; it is the old one or the new one at every moment
 * @progress: (nullable): kept up to date; lives until @callback is called
 *
 * Writes the document of the plan, as it is now.
 */
void
maak_printout_export_async (MaakContext          *context,
                            MaakDocument         *document,
                            MaakLanguage          language,
                            gboolean              working,
                            const char           *path,
                            MaakPrintoutProgress *progress,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              data)
{
  Work *work;

  g_return_if_fail (MAAK_IS_CONTEXT (context) && MAAK_IS_DOCUMENT (document) && path != NULL);

  work = make_work (language, working, cancellable);
  work->path = g_strdup (path);
  work->progress = progress;
  start (context, document, work, callback, data);
}

/** maak_printout_export_finish: Returns: whether the PDF was written; else errors of report/ and of files, or G_IO_ERROR_CANCELLED */
gboolean
maak_printout_export_finish (GAsyncResult *result,
                             GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/** maak_printout_get_n_pages: Returns: how many pages there are */
guint
maak_printout_get_n_pages (MaakPrintout *self)
{
  g_return_val_if_fail (MAAK_IS_PRINTOUT (self), 0);

  return maak_pages_get_n (self->pages);
}

/** maak_printout_get_page_label: Returns: (transfer none): the number that is printed on a page, counted from 0 */
const char *
maak_printout_get_page_label (MaakPrintout *self,
                              guint         page)
{
  g_return_val_if_fail (MAAK_IS_PRINTOUT (self) && page < maak_pages_get_n (self->pages), "");

  return maak_pages_get (self->pages, page)->label;
}

/** maak_printout_get_size: how large a page is, in points. */
void
maak_printout_get_size (MaakPrintout *self,
                        double       *width,
                        double       *height)
{
  *width = maak_house_style_get ()->page_width;
  *height = maak_house_style_get ()->page_height;
}

/** maak_printout_draw: draws a page, counted from 0, in points from its corner. */
void
maak_printout_draw (MaakPrintout *self,
                    guint         page,
                    cairo_t      *cr)
{
  g_return_if_fail (MAAK_IS_PRINTOUT (self) && page < maak_pages_get_n (self->pages));

  maak_pdf_draw_page (self->pages, maak_house_style_get (), page, cr);
}
