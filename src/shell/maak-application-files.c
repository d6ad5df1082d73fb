/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Files that the program is given: on the command line, by the desktop, dropped on a window, chosen in a dialog. A plan gets a
 * window of its own, or that which shows it already; of everything else one dialog says what it is. Nothing is opened by the
 * dozen without a question. */

#include "shell/maak-application-private.h"

#include "shell/dialogs/maak-problem.h"
#include "shell/maak-file-kind.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_UNASKED 8 /* plans that are opened at once without a question */
#define MAX_NAMED 10  /* files that a dialog names */

/* No folder can be made there. */
#define NOWHERE "/dev/null/drafts"

/** maak_application_find_window: Returns: (transfer none): the window in which the plan of this file is open; NULL: in none */
MaakWindow *
maak_application_find_window (MaakApplication *self,
                              const char      *path)
{
  g_return_val_if_fail (MAAK_IS_APPLICATION (self) && path != NULL, NULL);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      MaakDocument *document = MAAK_IS_WINDOW (l->data) ? maak_window_get_document (l->data) : NULL;

      if (document != NULL && maak_document_is_at (document, path))
        return l->data;
    }
  return NULL;
}

/**
 * maak_application_open_document:
 * @document: a plan that is in no window
 * @from_or_null: the window from which it was asked for; used where it shows no plan
 *
 * Returns: (transfer none): the window that shows it
 */
MaakWindow *
maak_application_open_document (MaakApplication *self,
                                MaakDocument    *document,
                                MaakWindow      *from_or_null)
{
  MaakWindow *window = from_or_null;

  g_return_val_if_fail (MAAK_IS_APPLICATION (self) && MAAK_IS_DOCUMENT (document), NULL);

  if (window == NULL || maak_window_get_document (window) != NULL)
    window = maak_window_new (GTK_APPLICATION (self), self->context);
  maak_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/** maak_application_ensure_window: Returns: (transfer none): @from_or_null, else a new window; it is shown */
MaakWindow *
maak_application_ensure_window (MaakApplication *self,
                                MaakWindow      *from_or_null)
{
  MaakWindow *window;

  g_return_val_if_fail (MAAK_IS_APPLICATION (self), NULL);

  window = from_or_null != NULL ? from_or_null : maak_window_new (GTK_APPLICATION (self), self->context);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* The first plan was read while the toolkit started. */
static gboolean
read_plan (MaakApplication *self,
           const char      *path,
           MaakDrafts      *drafts,
           MaakDocument   **document,
           GError         **error)
{
  MaakLibrary *library = maak_context_get_library (self->context);

  if (self->first_file != NULL && g_str_equal (maak_plan_file_get_path (self->first_file), path))
    return maak_document_open_read (g_steal_pointer (&self->first_file), library, drafts, document, error);
  return maak_document_open (path, library, drafts, document, error);
}

/* For a picture, as its file has it: no draft is claimed, and none can be made. */
static gboolean
open_path (MaakApplication *self,
           const char      *path,
           MaakDocument   **document,
           GError         **error)
{
  g_autoptr (MaakDrafts) none = NULL;

  if (!self->pictured)
    return read_plan (self, path, maak_context_get_drafts (self->context), document, error);
  none = maak_drafts_new (NOWHERE);
  if (!read_plan (self, path, none, document, error))
    return FALSE;
  g_object_set_data (G_OBJECT (*document), MAAK_WINDOW_PICTURED, *document);
  return TRUE;
}

/* A file that was given, and what came of it. */
typedef struct
{
  GFile  *file;
  GError *error; /* NULL: none was told */
} Refused;

static void
free_refused (gpointer data)
{
  Refused *refused = data;

  g_object_unref (refused->file);
  g_clear_error (&refused->error);
  g_free (refused);
}

/* The window that shows the plan; NULL: it is none, which is noted in @refused. */
static MaakWindow *
try_file (MaakApplication *self,
          GFile           *file,
          MaakWindow      *from_or_null,
          GPtrArray       *refused)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (MaakDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  MaakWindow *window = path != NULL ? maak_application_find_window (self, path) : NULL;
  Refused    *note;

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return window;
    }
  if (path != NULL && open_path (self, path, &document, &error))
    return maak_application_open_document (self, document, from_or_null);
  note = g_new0 (Refused, 1);
  note->file = g_object_ref (file);
  note->error = g_steal_pointer (&error);
  g_ptr_array_add (refused, note);
  return NULL;
}

/* One by what it is and what can be done with it; several by their names. */
static void
tell_refused (MaakApplication *self,
              GPtrArray       *refused,
              MaakWindow      *window)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *what = NULL;

  if (refused->len == 1)
    {
      const Refused *only = g_ptr_array_index (refused, 0);

      maak_file_kind_present (GTK_WIDGET (window), only->file, only->error, self->language);
      return;
    }
  for (guint i = 0; i < MIN (refused->len, MAX_NAMED); i++)
    {
      g_autofree char *name = maak_file_kind_dup_name (((const Refused *) g_ptr_array_index (refused, i))->file);

      g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", name);
    }
  if (refused->len > MAX_NAMED)
    {
      guint n = refused->len - MAX_NAMED;

      g_string_append_c (names, '\n');
      g_string_append_printf (names, ngettext ("and %u more", "and %u more", n), n);
    }
  what = g_strdup_printf (ngettext ("%u file is not opened", "%u files are not opened", refused->len), refused->len);
  maak_problem_present (GTK_WIDGET (window), what, names->str, _ ("Only plans can be opened here. Open one of these files by itself to read what you can do with it."));
}

static MaakWindow *
open_all (MaakApplication *self,
          GPtrArray       *files,
          MaakWindow      *from_or_null)
{
  g_autoptr (GPtrArray) refused = g_ptr_array_new_with_free_func (free_refused);
  MaakWindow *window = from_or_null;

  for (guint i = 0; i < files->len; i++)
    {
      MaakWindow *shown = try_file (self, g_ptr_array_index (files, i), window, refused);

      window = shown != NULL ? shown : window;
    }
  window = maak_application_ensure_window (self, window);
  if (refused->len > 0)
    tell_refused (self, refused, window);
  return window;
}

static guint
count_plans (GPtrArray *files)
{
  guint n = 0;

  for (guint i = 0; i < files->len; i++)
    n += maak_file_kind_find (g_ptr_array_index (files, i)) == MAAK_FILE_KIND_PLAN;
  return n;
}

static void
many_response_cb (MaakWindow     *window,
                  const char     *response,
                  AdwAlertDialog *dialog)
{
  if (strcmp (response, "open") == 0)
    open_all (MAAK_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))), g_object_get_data (G_OBJECT (dialog), "files"), window);
}

static MaakWindow *
ask_many (MaakApplication *self,
          GPtrArray       *files,
          guint            n_plans,
          MaakWindow      *from_or_null)
{
  MaakWindow      *window = maak_application_ensure_window (self, from_or_null);
  g_autofree char *what = g_strdup_printf (ngettext ("Open %u plan?", "Open %u plans?", n_plans), n_plans);
  AdwDialog       *dialog = maak_alert_new (what, _ ("Each plan gets a window of its own."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("Cancel"), "open", _ ("Open"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "files", g_ptr_array_ref (files), (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (many_response_cb), window, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (window));
  return window;
}

/**
 * maak_application_open_files:
 * @files: of any kind
 * @from_or_null: the window from which it was asked for
 *
 * Opens the plans; where one is open already, shows its window. Says in one dialog what anything else is. Asks before it
 * opens many.
 *
 * Returns: (transfer none): the window that shows the last plan, or what is wrong
 */
MaakWindow *
maak_application_open_files (MaakApplication *self,
                             GFile *const    *files,
                             guint            n_files,
                             MaakWindow      *from_or_null)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_plans;

  g_return_val_if_fail (MAAK_IS_APPLICATION (self), NULL);

  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (all, g_object_ref (files[i]));
  n_plans = n_files > MAX_UNASKED ? count_plans (all) : 0;
  return n_plans > MAX_UNASKED ? ask_many (self, all, n_plans, from_or_null) : open_all (self, all, from_or_null);
}

/** maak_application_open_file: as maak_application_open_files(), of one file. */
MaakWindow *
maak_application_open_file (MaakApplication *self,
                            GFile           *file,
                            MaakWindow      *from_or_null)
{
  return maak_application_open_files (self, &file, 1, from_or_null);
}
