/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The page of the document: language and copy, what stands in the way of handing in, the pages as they will be printed,
 * Export and Print.
 *
 * Pages are made by a thread (MaakPrintout) when the page is seen, and again a while after the last edit; the old ones stay
 * in sight until then. A choice or an edit makes what is under way useless: it is cancelled, and its answer is not heard.
 * An export works on the plan as it was when it began, goes on when another page is shown, and can be stopped. */

#include "shell/pages/maak-document-page.h"

#include "checks/maak-checks.h"
#include "shell/dialogs/maak-problem.h"
#include "shell/maak-completeness.h"
#include "shell/maak-file-name.h"
#include "shell/maak-pages-view.h"

#include <glib/gi18n.h>

#define PAUSE 1000 /* milliseconds after the last edit */

struct _MaakDocumentPage
{
  MaakPage parent_instance;

  MaakPrintout        *printout;  /* that is shown; may be NULL */
  GCancellable        *making;    /* of the pages that are being made; NULL: none are */
  gboolean             stale;     /* the plan or a choice is another than that of the pages */
  guint                source;    /* waits for a pause in typing */
  GCancellable        *exporting; /* NULL: nothing is exported */
  char                *path;      /* of what is exported */
  MaakPrintoutProgress progress;
  guint                progress_source;

  GtkWidget *language;
  GtkWidget *copy;
  GtkWidget *what;
  GtkWidget *blocks;
  GtkWidget *blocks_label;
  GtkWidget *stack;
  GtkWidget *place;
  GtkWidget *problem;
  GtkWidget *exporting_bar;
  GtkWidget *progress_bar;
  GtkWidget *view; /* MaakPagesView */
};

G_DEFINE_FINAL_TYPE (MaakDocumentPage, maak_document_page, MAAK_TYPE_PAGE)

static MaakLanguage
get_interface_language (MaakDocumentPage *self)
{
  return maak_context_get_language (maak_page_get_context (MAAK_PAGE (self)));
}

static MaakLanguage
get_language (MaakDocumentPage *self)
{
  return (MaakLanguage) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->language));
}

static gboolean
is_working (MaakDocumentPage *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->copy)) == 1;
}

static void
update_actions (MaakDocumentPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.export", self->exporting == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.stop", self->exporting != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.print", self->printout != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.zoom", self->printout != NULL);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->exporting_bar), self->exporting != NULL);
}

/* --- The pages --- */

static void
show_problem (MaakDocumentPage *self,
              const GError     *error)
{
  g_autofree char *wording = maak_error_dup_wording (error, get_interface_language (self));
  g_autofree char *escaped = g_markup_escape_text (wording, -1);

  adw_status_page_set_description (ADW_STATUS_PAGE (self->problem), escaped);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "problem");
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MaakDocumentPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakPrintout) printout = maak_printout_make_finish (result, &error);

  if (self->making == NULL || g_task_get_cancellable (G_TASK (result)) != self->making)
    return;
  g_clear_object (&self->making);
  if (printout == NULL)
    {
      show_problem (self, error);
      return;
    }
  g_set_object (&self->printout, printout);
  maak_pages_view_set_printout (MAAK_PAGES_VIEW (self->view), printout);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "pages");
  update_actions (self);
}

/* What the copy holds, and whether all of it is there in the language. */
static void
update_words (MaakDocumentPage *self)
{
  guint       complete = maak_completeness_count (maak_document_get_plan (maak_page_get_document (MAAK_PAGE (self))), get_language (self));
  const char *copy = is_working (self) ? _ ("Everything is in it, also what is internal or confidential; every page says so. Not for publication.")
                                       : _ ("What is internal or confidential is left out. This copy may be published.");
  g_autoptr (GString) words = g_string_new (copy);

  if (complete < 100)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words, get_language (self) == MAAK_LANGUAGE_NL ? _ ("%u%% of the texts are there in Dutch.") : _ ("%u%% of the texts are there in English."), complete);
    }
  gtk_label_set_label (GTK_LABEL (self->what), words->str);
}

static void
make_pages (MaakDocumentPage *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  self->making = g_cancellable_new ();
  self->stale = FALSE;
  update_words (self);
  if (self->printout == NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "making");
  maak_printout_make_async (maak_page_get_context (MAAK_PAGE (self)), maak_page_get_document (MAAK_PAGE (self)), get_language (self), is_working (self), self->making, made_cb, g_object_ref (self));
}

static gboolean
pause_cb (gpointer data)
{
  MaakDocumentPage *self = data;

  self->source = 0;
  make_pages (self);
  return G_SOURCE_REMOVE;
}

static void
plan_changed_cb (MaakDocumentPage *self)
{
  self->stale = TRUE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (PAUSE, pause_cb, self);
}

static void
choice_changed_cb (MaakDocumentPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    make_pages (self);
}

static void
update_blocks (MaakDocumentPage *self)
{
  guint            n = maak_checks_count (maak_document_get_findings (maak_page_get_document (MAAK_PAGE (self))), MAAK_SEVERITY_BLOCK);
  g_autofree char *text = g_strdup_printf (ngettext ("%u point stands in the way of handing in. You can export all the same.", "%u points stand in the way of handing in. You can export all the same.", n), n);

  gtk_label_set_label (GTK_LABEL (self->blocks_label), text);
  gtk_widget_set_visible (self->blocks, n > 0);
}

/* --- Export --- */

static void
open_exported_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (MaakDocumentPage) self = data;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, NULL))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.add-toast", "s", _ ("There is no program here that shows a PDF"));
}

static void
open_exported (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_bytestring (parameter));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, open_exported_cb, g_object_ref (widget));
}

static void
open_clicked_cb (MaakDocumentPage *self,
                 AdwToast         *toast)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "document.open", "^ay", g_object_get_data (G_OBJECT (toast), "path"));
}

static void
tell_exported (MaakDocumentPage *self)
{
  GtkWidget       *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *text = g_strdup_printf (_ ("‘%s’ was exported"), name);
  AdwToast        *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("Open"));
  g_object_set_data_full (G_OBJECT (toast), "path", g_strdup (self->path), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_clicked_cb), self, G_CONNECT_SWAPPED);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

static void
problem_response_cb (MaakDocumentPage *self,
                     const char       *response)
{
  if (strcmp (response, "elsewhere") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "document.export", NULL);
}

static void
tell_not_exported (MaakDocumentPage *self,
                   const GError     *error)
{
  g_autofree char *why = maak_error_dup_wording (error, get_interface_language (self));
  AdwAlertDialog  *dialog = maak_problem_present (GTK_WIDGET (self), _ ("The document was not exported"), why, _ ("An older document of that name is as it was. Choose another place, or try again."));

  adw_alert_dialog_add_response (dialog, "elsewhere", _ ("Export elsewhere…"));
  adw_alert_dialog_set_response_appearance (dialog, "elsewhere", ADW_RESPONSE_SUGGESTED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (problem_response_cb), self, G_CONNECT_SWAPPED);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (MaakDocumentPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = maak_printout_export_finish (result, &error);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->exporting);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  update_actions (self);
  if (done)
    tell_exported (self);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.add-toast", "s", _ ("Export was stopped; nothing was written"));
  else
    tell_not_exported (self, error);
}

static gboolean
progress_cb (gpointer data)
{
  MaakDocumentPage *self = data;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress_bar), g_atomic_int_get (&self->progress.permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
export_to (MaakDocumentPage *self,
           const char       *path)
{
  g_set_str (&self->path, path);
  self->exporting = g_cancellable_new ();
  self->progress.permille = 0;
  progress_cb (self);
  self->progress_source = g_timeout_add (100, progress_cb, self);
  maak_printout_export_async (maak_page_get_context (MAAK_PAGE (self)), maak_page_get_document (MAAK_PAGE (self)), get_language (self), is_working (self), path, &self->progress, self->exporting,
                              exported_cb, g_object_ref (self));
  update_actions (self);
}

static void
path_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (MaakDocumentPage) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *full = NULL;

  if (file == NULL || self->exporting != NULL)
    return;
  if (path == NULL)
    {
      maak_problem_present (GTK_WIDGET (self), _ ("The document was not exported"), NULL, _ ("This place cannot be written as a file. Choose a folder on this computer or on a network drive."));
      return;
    }
  /* Whether a file may be replaced was asked for the name as it was typed. */
  full = g_str_has_suffix (path, ".pdf") ? g_strdup (path) : g_strconcat (path, ".pdf", NULL);
  if (strcmp (full, path) != 0 && g_file_test (full, G_FILE_TEST_EXISTS))
    {
      g_autofree char *shown = g_filename_display_name (full);

      maak_problem_present (GTK_WIDGET (self), _ ("There is a document of this name already"), shown, _ ("Export again, and choose it in the list of files to replace it."));
      return;
    }
  export_to (self, full);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MaakDocumentPage *self = MAAK_DOCUMENT_PAGE (widget);
  MaakDocument     *document = maak_page_get_document (MAAK_PAGE (self));
  g_autofree char  *title = maak_document_dup_title (document, get_language (self));
  g_autofree char  *suffix = g_strconcat (is_working (self) ? "-werk-" : "-", maak_language_get_code (get_language (self)), ".pdf", NULL);
  g_autofree char  *suggestion = maak_file_name_from_title (title, suffix);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, "PDF");
  gtk_file_filter_add_pattern (filter, "*.pdf");
  gtk_file_dialog_set_title (dialog, _ ("Export document"));
  gtk_file_dialog_set_accept_label (dialog, _ ("Export"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_set_initial_name (dialog, suggestion);
  if (maak_document_get_path (document) != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (maak_document_get_path (document));
      g_autoptr (GFile) file = g_file_new_for_path (folder);

      gtk_file_dialog_set_initial_folder (dialog, file);
    }
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, path_chosen_cb, g_object_ref (self));
}

static void
stop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_cancellable_cancel (MAAK_DOCUMENT_PAGE (widget)->exporting);
}

/* --- Print --- */

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              MaakPrintout      *printout)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double   width, height;

  maak_printout_get_size (printout, &width, &height);
  /* Another paper than A4: as large as fits. */
  cairo_scale (cr, MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height),
               MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height));
  maak_printout_draw (printout, (guint) page, cr);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MaakDocumentPage *self = MAAK_DOCUMENT_PAGE (widget);
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autofree char *title = maak_document_dup_title (maak_page_get_document (MAAK_PAGE (self)), get_language (self));
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_n_pages (operation, (int) maak_printout_get_n_pages (self->printout));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (self->printout), (GClosureNotify) (GCallback) g_object_unref, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (gtk_widget_get_root (widget)), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    maak_problem_present (widget, _ ("The document was not printed"), error->message, _ ("Export it as PDF, and print that with another program."));
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  maak_pages_view_zoom (MAAK_PAGES_VIEW (MAAK_DOCUMENT_PAGE (widget)->view), g_variant_get_int32 (parameter));
}

/* --- The widget --- */

static gboolean
maak_document_page_is_busy (MaakPage *page)
{
  return MAAK_DOCUMENT_PAGE (page)->making != NULL;
}

static void
maak_document_page_map (GtkWidget *widget)
{
  MaakDocumentPage *self = MAAK_DOCUMENT_PAGE (widget);

  GTK_WIDGET_CLASS (maak_document_page_parent_class)->map (widget);
  update_blocks (self);
  if (self->stale)
    make_pages (self);
}

static void
maak_document_page_dispose (GObject *object)
{
  MaakDocumentPage *self = MAAK_DOCUMENT_PAGE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_DOCUMENT_PAGE);
  g_clear_object (&self->printout);
  g_clear_object (&self->exporting);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (maak_document_page_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "document.zoom", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "document.zoom", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "document.zoom", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "document.zoom", "i", 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "document.print", NULL);
}

static void
maak_document_page_class_init (MaakDocumentPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_document_page_dispose;
  widget_class->map = maak_document_page_map;
  MAAK_PAGE_CLASS (klass)->is_busy = maak_document_page_is_busy;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/pages/maak-document-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakDocumentPage, language);
  gtk_widget_class_bind_template_child (widget_class, MaakDocumentPage, copy);
  gtk_widget_class_bind_template_child (widget_class, MaakDocumentPage, what);
  gtk_widget_class_bind_template_child (widget_class, MaakDocumentPage, blocks);
  gtk_widget_class_bind_template_child (widget_class, MaakDocumentPage, blocks_label);
  gtk_widget_class_bind_template_child (widget_class, MaakDocumentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MaakDocumentPage, place);
  gtk_widget_class_bind_template_child (widget_class, MaakDocumentPage, problem);
  gtk_widget_class_bind_template_child (widget_class, MaakDocumentPage, exporting_bar);
  gtk_widget_class_bind_template_child (widget_class, MaakDocumentPage, progress_bar);
  gtk_widget_class_install_action (widget_class, "document.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "document.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "document.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "document.open", "ay", open_exported);
  gtk_widget_class_install_action (widget_class, "document.zoom", "i", zoom_action);
  add_keys (widget_class);
}

static void
maak_document_page_init (MaakDocumentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->stale = TRUE;
  self->view = maak_pages_view_new ();
  adw_bin_set_child (ADW_BIN (self->place), self->view);
}

/** maak_document_page_new: Returns: (transfer floating): the page */
MaakPage *
maak_document_page_new (MaakContext  *context,
                        MaakDocument *document,
                        guint         first_section,
                        guint         n_sections)
{
  MaakDocumentPage *self = g_object_new (MAAK_TYPE_DOCUMENT_PAGE, "context", context, "document", document, NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->language), (guint) maak_document_get_writing_language (document));
  update_words (self);
  update_actions (self);
  g_signal_connect_object (self->language, "notify::selected", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->copy, "notify::selected", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (maak_document_get_plan (document), "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "findings-changed", G_CALLBACK (update_blocks), self, G_CONNECT_SWAPPED);
  return MAAK_PAGE (self);
}
