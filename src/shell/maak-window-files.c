/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A window and the files: saving under a name that is asked for, closing, what is dropped on it, its size.
 *
 * A plan that was never named is kept as a draft when its window closes; nobody is asked "are you sure?". Only where
 * saving fails does a dialog stand in the way, with another place offered. */

#include "shell/maak-window-private.h"

#include "shell/dialogs/maak-problem.h"
#include "shell/editors/maak-file-editor.h"
#include "shell/maak-application.h"
#include "shell/maak-file-name.h"

#include <glib/gi18n.h>

#define SUFFIX ".maakland.json"

static const char *const state_icons[] = {
  [MAAK_SAVE_ALL_SAVED] = "object-select-symbolic",
  [MAAK_SAVE_DRAFT] = "document-edit-symbolic",
  [MAAK_SAVE_PENDING] = "content-loading-symbolic",
  [MAAK_SAVE_FAILED] = "dialog-warning-symbolic",
};

/** maak_window_show_problem: says what happened, why (as the error tells) and what to do now. */
void
maak_window_show_problem (MaakWindow   *self,
                          const char   *what,
                          const GError *error,
                          const char   *now)
{
  g_autofree char *why = error != NULL ? maak_error_dup_wording (error, maak_context_get_language (self->context)) : NULL;

  maak_problem_present (GTK_WIDGET (self), what, why, now);
}

static GtkFileFilter *
make_filter (const char *name,
             const char *pattern)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  return filter;
}

static GtkFileDialog *
make_file_dialog (const char *title,
                  const char *accept)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) plans = make_filter (_ ("Plans"), "*.json");
  g_autoptr (GtkFileFilter) all = make_filter (_ ("All files"), "*");

  g_list_store_append (filters, plans);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_accept_label (dialog, accept);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_default_filter (dialog, plans);
  return dialog;
}

static void
save_failed_cb (MaakWindow *self,
                const char *response)
{
  if (strcmp (response, "elsewhere") == 0)
    maak_window_save_as (self);
  else
    self->leaving = FALSE;
}

static void
tell_save_failed (MaakWindow   *self,
                  const GError *error)
{
  g_autofree char *why = maak_error_dup_wording (error, maak_context_get_language (self->context));
  AdwAlertDialog  *dialog = maak_problem_present (GTK_WIDGET (self), _ ("The plan is not saved in its file"), why,
                                                  _ ("Nothing is lost: what you wrote is kept as a draft. Save the plan in another place, or try again later."));

  adw_alert_dialog_add_response (dialog, "elsewhere", _ ("Save elsewhere…"));
  adw_alert_dialog_set_response_appearance (dialog, "elsewhere", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "elsewhere");
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_failed_cb), self, G_CONNECT_SWAPPED);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (MaakWindow) self = data;
  MaakDocument *document = MAAK_DOCUMENT (source);
  g_autoptr (GError) error = NULL;

  if (maak_document_save_finish (document, result, &error))
    {
      maak_window_remember (self);
      if (self->leaving)
        gtk_window_close (GTK_WINDOW (self));
    }
  /* Where another program wrote the file, the banner has the ways on. */
  else if (self->document == document && !maak_document_get_changed_underneath (document))
    tell_save_failed (self, error);
  else
    self->leaving = FALSE;
}

static void
save_to (MaakWindow *self,
         const char *path_or_null)
{
  maak_document_save_async (self->document, path_or_null, saved_cb, g_object_ref (self));
}

typedef struct
{
  MaakWindow *window;
  char       *path;
} Replacing;

static void
replace_cb (Replacing  *replacing,
            const char *response)
{
  if (strcmp (response, "replace") == 0 && replacing->window->document != NULL)
    save_to (replacing->window, replacing->path);
  else
    replacing->window->leaving = FALSE;
}

static void
free_replacing (gpointer  data,
                GClosure *closure)
{
  Replacing *replacing = data;

  g_object_unref (replacing->window);
  g_free (replacing->path);
  g_free (replacing);
}

/* The end of the name was added after the dialog asked: whether that file may be replaced is asked here. */
static void
ask_replace (MaakWindow *self,
             const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *what = g_strdup_printf (_ ("Replace ‘%s’?"), name);
  AdwDialog       *dialog = maak_alert_new (what, _ ("There is a file with this name already. What is in it would be replaced."));
  Replacing       *replacing = g_new0 (Replacing, 1);

  replacing->window = g_object_ref (self);
  replacing->path = g_strdup (path);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("Cancel"), "replace", _ ("Replace"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (replace_cb), replacing, free_replacing, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Two windows would write the same file, each over the work of the other. */
static void
tell_open_there (MaakWindow *other,
                 const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *what = g_strdup_printf (_ ("‘%s’ is open in this window"), name);

  gtk_window_present (GTK_WINDOW (other));
  maak_window_show_problem (other, what, NULL, _ ("So the other plan was not saved in that file. Choose another name for it, or close this window first."));
}

static void
save_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (MaakWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *chosen = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *path = NULL;
  MaakWindow      *other;

  if (self->document == NULL || file == NULL)
    {
      self->leaving = FALSE;
      return;
    }
  if (chosen == NULL)
    {
      self->leaving = FALSE;
      maak_window_show_problem (self, _ ("The plan cannot be saved there"), NULL, _ ("This place cannot be written as a file. Choose a folder on this computer or on a network drive."));
      return;
    }
  path = g_str_has_suffix (chosen, ".json") ? g_strdup (chosen) : g_strconcat (chosen, SUFFIX, NULL);
  other = maak_application_find_window (MAAK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), path);
  if (other != NULL && other != self)
    {
      self->leaving = FALSE;
      tell_open_there (other, path);
    }
  else if (strcmp (path, chosen) != 0 && g_file_test (path, G_FILE_TEST_EXISTS))
    ask_replace (self, path);
  else
    save_to (self, path);
}

/** maak_window_save_as: asks for a name and saves the plan under it. */
void
maak_window_save_as (MaakWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = NULL;
  const char *path = maak_document_get_path (self->document);

  dialog = make_file_dialog (_ ("Save plan"), _ ("Save"));
  if (path != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      gtk_file_dialog_set_initial_file (dialog, file);
    }
  else
    {
      g_autofree char *title = maak_document_dup_title (self->document, maak_context_get_language (self->context));
      g_autofree char *name = maak_file_name_from_title (title, SUFFIX);

      gtk_file_dialog_set_initial_name (dialog, name);
    }
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, save_chosen_cb, g_object_ref (self));
}

/** maak_window_save: saves the plan in its file; asks for a name when it has none. */
void
maak_window_save (MaakWindow *self)
{
  if (maak_document_get_path (self->document) == NULL)
    maak_window_save_as (self);
  else
    save_to (self, NULL);
}

static void
open_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (MaakWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    maak_application_open_file (MAAK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file, self);
}

/** maak_window_open: asks for a plan and opens it, here where no plan is open. */
void
maak_window_open (MaakWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = NULL;

  g_return_if_fail (MAAK_IS_WINDOW (self));

  dialog = make_file_dialog (_ ("Open plan"), _ ("Open"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, open_chosen_cb, g_object_ref (self));
}

/** maak_window_update_save_state: shows whether all is saved, or what stands in the way. */
void
maak_window_update_save_state (MaakWindow *self)
{
  MaakSaveState    state = self->document != NULL ? maak_document_get_state (self->document) : MAAK_SAVE_ALL_SAVED;
  g_autofree char *wording = NULL;

  gtk_widget_set_visible (self->save_state, self->document != NULL);
  if (self->document == NULL)
    return;
  wording = maak_message_dup_wording (maak_document_get_state_message (self->document), maak_context_get_language (self->context));
  gtk_widget_set_tooltip_text (self->save_state, wording);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save_state), GTK_ACCESSIBLE_PROPERTY_LABEL, wording, -1);
  /* A failure is told in full by a banner. */
  gtk_label_set_label (GTK_LABEL (self->save_label), state == MAAK_SAVE_FAILED ? _ ("Not saved") : wording);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->save_icon), maak_document_get_read_only (self->document) ? "changes-prevent-symbolic" : state_icons[state]);
}

static void
close_failed_cb (MaakWindow *self,
                 const char *response)
{
  self->leaving = strcmp (response, "elsewhere") == 0;
  if (self->leaving)
    maak_window_save_as (self);
  else if (strcmp (response, "discard") == 0)
    {
      maak_document_discard_draft (self->document);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

static void
tell_close_failed (MaakWindow *self)
{
  g_autofree char *why = maak_message_dup_wording (maak_document_get_state_message (self->document), maak_context_get_language (self->context));
  AdwAlertDialog  *dialog = maak_problem_present (GTK_WIDGET (self), _ ("The plan is not saved anywhere yet"), why,
                                                  _ ("Save it in another place before you close this window; else what you wrote last is lost."));

  adw_alert_dialog_add_responses (dialog, "discard", _ ("Close and lose"), "elsewhere", _ ("Save elsewhere…"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (dialog, "elsewhere", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "elsewhere");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_failed_cb), self, G_CONNECT_SWAPPED);
}

static void
saved_to_close_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (MaakWindow) self = data;

  /* What went wrong is met again, and told, when the document is closed. */
  maak_document_save_finish (MAAK_DOCUMENT (source), result, NULL);
  self->closing = MAAK_CLOSING_SAVED;
  if (self->document == MAAK_DOCUMENT (source) && gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_close (GTK_WINDOW (self));
  self->closing = MAAK_CLOSING_NOT;
}

/* The file may be on a slow network: it is written while the window still answers, and then the window closes. */
static gboolean
save_to_close (MaakWindow *self)
{
  if (self->closing == MAAK_CLOSING_NOT && maak_document_get_path (self->document) != NULL && maak_document_get_modified (self->document) &&
      !maak_document_get_read_only (self->document) && !maak_document_get_changed_underneath (self->document))
    {
      self->closing = MAAK_CLOSING_SAVING;
      maak_document_save_async (self->document, NULL, saved_to_close_cb, g_object_ref (self));
    }
  return self->closing == MAAK_CLOSING_SAVING;
}

/* Whether the window may let go of its plan: it is in its file, or in a draft. */
static gboolean
close_document (MaakWindow *self)
{
  maak_window_commit (self);
  /* An example that nobody changed leaves nothing behind. */
  if (g_object_get_data (G_OBJECT (self->document), MAAK_WINDOW_EXAMPLE) != NULL && maak_document_get_path (self->document) == NULL &&
      !maak_document_get_modified (self->document))
    {
      maak_document_discard_draft (self->document);
      return TRUE;
    }
  if (save_to_close (self))
    return FALSE;
  if (maak_document_close (self->document))
    return TRUE;
  tell_close_failed (self);
  return FALSE;
}

/** maak_window_remember: puts the plan among those that were opened last. */
void
maak_window_remember (MaakWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->document == NULL || maak_document_get_path (self->document) == NULL || g_object_get_data (G_OBJECT (self->document), MAAK_WINDOW_PICTURED) != NULL)
    return;
  if (!maak_document_add_to_recents (self->document, maak_context_get_recents (self->context), &error))
    g_message ("The list of recent plans cannot be written: %s", error->message);
}

static void
keep_size (MaakWindow *self)
{
  GSettings *settings = maak_context_get_settings (self->context);
  int        width, height;

  if (settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 294));
}

/** maak_window_restore_size: as the window that was closed last. */
void
maak_window_restore_size (MaakWindow *self)
{
  GSettings *settings = maak_context_get_settings (self->context);

  if (settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"), g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
close_request_cb (MaakWindow *self)
{
  keep_size (self);
  if (self->document != NULL && !close_document (self))
    return TRUE;
  return FALSE;
}

/* The field for a file that lies under the pointer; NULL: there is none. */
static MaakFileEditor *
find_field (MaakWindow *self,
            double      x,
            double      y)
{
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *field = under != NULL ? gtk_widget_get_ancestor (under, MAAK_TYPE_FILE_EDITOR) : NULL;

  return field != NULL && maak_editor_is_editable (MAAK_EDITOR (field)) ? MAAK_FILE_EDITOR (field) : NULL;
}

static gboolean
dropped_cb (MaakWindow   *self,
            const GValue *value,
            double        x,
            double        y)
{
  GdkFileList *list = g_value_get_boxed (value);
  g_autoptr (GSList) files = list != NULL ? gdk_file_list_get_files (list) : NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  MaakFileEditor *field = find_field (self, x, y);

  for (GSList *l = files; l != NULL; l = l->next)
    g_ptr_array_add (all, l->data);
  if (all->len == 0)
    return FALSE;
  if (field != NULL)
    maak_file_editor_drop (field, (GFile *const *) all->pdata, all->len);
  else
    maak_application_open_files (MAAK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), (GFile *const *) all->pdata, all->len, self);
  return TRUE;
}

/** maak_window_init_files: makes the window take files that are dropped on it, and close as it should. */
void
maak_window_init_files (MaakWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  /* Before a text takes the name of the file for words. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
}
