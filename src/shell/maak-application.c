/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "shell/maak-application.h"

struct _MaakApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (MaakApplication, maak_application, ADW_TYPE_APPLICATION)

static void
maak_application_activate (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), gtk_label_new ("Maakland"));
  gtk_window_present (GTK_WINDOW (window));
}

static void
maak_application_class_init (MaakApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = maak_application_activate;
}

static void
maak_application_init (MaakApplication *self)
{
}

/** maak_application_new: Returns: (transfer full): the program */
MaakApplication *
maak_application_new (void)
{
  return g_object_new (MAAK_TYPE_APPLICATION, "application-id", MAAKLAND_ID, "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}
