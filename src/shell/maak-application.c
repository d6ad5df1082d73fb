/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The program: one process, a window for each plan. */

#include "shell/maak-application.h"

#include "shell/maak-window.h"

#include <glib/gi18n.h>
#include <locale.h>

struct _MaakApplication
{
  AdwApplication parent_instance;

  MaakContext *context;
};

G_DEFINE_FINAL_TYPE (MaakApplication, maak_application, ADW_TYPE_APPLICATION)

static void
maak_application_startup (GApplication *application)
{
  MaakApplication *self = MAAK_APPLICATION (application);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "maakland", NULL);
  g_autoptr (GError) error = NULL;

  G_APPLICATION_CLASS (maak_application_parent_class)->startup (application);
  self->context = maak_context_new (folder, maak_language_from_environment (), NULL, &error);
  if (self->context == NULL)
    g_error ("What ships with the program cannot be read: %s", error->message);
}

static void
maak_application_activate (GApplication *application)
{
  MaakApplication *self = MAAK_APPLICATION (application);

  gtk_window_present (GTK_WINDOW (maak_window_new (GTK_APPLICATION (self), self->context)));
}

static void
open_file (MaakApplication *self,
           GFile           *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (MaakDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  MaakWindow *window = maak_window_new (GTK_APPLICATION (self), self->context);

  if (maak_document_open (path, maak_context_get_library (self->context), maak_context_get_drafts (self->context), &document, &error))
    maak_window_set_document (window, document);
  else
    {
      g_autofree char *wording = maak_error_dup_wording (error, maak_context_get_language (self->context));
      maak_window_add_toast (window, adw_toast_new (wording));
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
maak_application_open (GApplication *application,
                       GFile       **files,
                       int           n_files,
                       const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (MAAK_APPLICATION (application), files[i]);
}

static void
maak_application_finalize (GObject *object)
{
  MaakApplication *self = MAAK_APPLICATION (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (maak_application_parent_class)->finalize (object);
}

static void
maak_application_class_init (MaakApplicationClass *klass)
{
  GObjectClass      *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = maak_application_finalize;
  application_class->startup = maak_application_startup;
  application_class->activate = maak_application_activate;
  application_class->open = maak_application_open;
}

static void
maak_application_init (MaakApplication *self)
{
}

/** maak_application_new: Returns: (transfer full): the program */
MaakApplication *
maak_application_new (void)
{
  const char *locale_dir = g_getenv ("MAAKLAND_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : MAAKLAND_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return g_object_new (MAAK_TYPE_APPLICATION, "application-id", MAAKLAND_ID, "resource-base-path", "/nl/maakland/Maakland",
                       "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}
