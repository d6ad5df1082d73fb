/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "shell/dialogs/maak-preferences.h"

struct _MaakPreferences
{
  AdwPreferencesDialog parent_instance;

  MaakApplication *application;
  GSettings       *settings; /* may be NULL */

  GtkWidget *language;
  GtkWidget *theme;
  GtkWidget *author;
  GtkWidget *missing;
};

G_DEFINE_FINAL_TYPE (MaakPreferences, maak_preferences, ADW_TYPE_PREFERENCES_DIALOG)

static void
maak_preferences_dispose (GObject *object)
{
  MaakPreferences *self = MAAK_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_PREFERENCES);
  g_clear_object (&self->settings);
  g_clear_object (&self->application);

  G_OBJECT_CLASS (maak_preferences_parent_class)->dispose (object);
}

static void
maak_preferences_class_init (MaakPreferencesClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/dialogs/maak-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, MaakPreferences, theme);
  gtk_widget_class_bind_template_child (widget_class, MaakPreferences, author);
  gtk_widget_class_bind_template_child (widget_class, MaakPreferences, missing);
}

static void
maak_preferences_init (MaakPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The settings are enumerations whose values are the places in the lists. */
static void
bind_choice (MaakPreferences *self,
             GtkWidget       *row,
             const char      *key)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint) g_settings_get_enum (self->settings, key));
}

static void
language_chosen_cb (MaakPreferences *self)
{
  g_settings_set_enum (self->settings, "language", (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->language)));
}

static void
theme_chosen_cb (MaakPreferences *self)
{
  g_settings_set_enum (self->settings, "theme", (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->theme)));
  maak_application_apply_theme (self->application);
}

/** maak_preferences_new: Returns: (transfer floating): the dialog with the person's preferences */
AdwDialog *
maak_preferences_new (MaakApplication *application)
{
  MaakPreferences *self = g_object_new (MAAK_TYPE_PREFERENCES, NULL);

  self->application = g_object_ref (application);
  g_set_object (&self->settings, maak_context_get_settings (maak_application_get_context (application)));
  gtk_widget_set_visible (self->missing, self->settings == NULL);
  gtk_widget_set_sensitive (self->language, self->settings != NULL);
  gtk_widget_set_sensitive (self->theme, self->settings != NULL);
  gtk_widget_set_sensitive (self->author, self->settings != NULL);
  if (self->settings == NULL)
    return ADW_DIALOG (self);
  bind_choice (self, self->language, "language");
  bind_choice (self, self->theme, "theme");
  g_settings_bind (self->settings, "author", self->author, "text", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->language, "notify::selected", G_CALLBACK (language_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->theme, "notify::selected", G_CALLBACK (theme_chosen_cb), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
