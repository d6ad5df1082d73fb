/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "shell/dialogs/maak-regions-dialog.h"

#include "map/maak-region-chooser.h"

#include <glib/gi18n.h>

static void
confirm_cb (AdwDialog  *dialog,
            MaakEditor *editor)
{
  MaakRegionChooser *chooser = g_object_get_data (G_OBJECT (dialog), "chooser");
  const char *const *codes = maak_region_chooser_get_codes (chooser);
  g_autoptr (MaakValue) value = codes != NULL && codes[0] != NULL ? maak_value_new_codes (codes) : NULL;

  maak_editor_take (editor, value);
  maak_editor_refresh (editor);
  adw_dialog_close (dialog);
}

static void
confirm_clicked_cb (GtkWidget *button)
{
  confirm_cb (ADW_DIALOG (gtk_widget_get_ancestor (button, ADW_TYPE_DIALOG)), g_object_get_data (G_OBJECT (button), "editor"));
}

static GtkWidget *
make_confirm (MaakEditor *editor)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Choose"));

  gtk_widget_add_css_class (button, "suggested-action");
  g_object_set_data_full (G_OBJECT (button), "editor", g_object_ref (editor), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (confirm_clicked_cb), NULL);
  return button;
}

/**
 * maak_regions_dialog_present:
 * @editor: of a field of type regions
 *
 * Shows the dialog over the window of @editor.
 */
void
maak_regions_dialog_present (MaakEditor *editor)
{
  const MaakField *field = maak_editor_get_field (editor);
  MaakContext     *context = maak_editor_get_context (editor);
  MaakValue       *value = maak_slot_get (maak_editor_get_slot (editor));
  AdwDialog       *dialog = adw_dialog_new ();
  GtkWidget       *view = adw_toolbar_view_new ();
  GtkWidget       *bar = adw_header_bar_new ();
  GtkWidget       *scroller = gtk_scrolled_window_new ();
  GtkWidget       *chooser = maak_region_chooser_new (maak_context_get_boundaries (context), maak_context_get_regions (context), maak_context_get_language (context), field->levels, field->max_count);

  if (value != NULL)
    maak_region_chooser_set_codes (MAAK_REGION_CHOOSER (chooser), maak_value_get_codes (value, NULL));
  gtk_widget_add_css_class (chooser, "maak-dialog");
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), make_confirm (editor));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), chooser);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_dialog_set_title (dialog, maak_text_get_best (field->label, maak_context_get_language (context)));
  adw_dialog_set_content_width (dialog, 760);
  adw_dialog_set_content_height (dialog, 480);
  adw_dialog_set_child (dialog, view);
  g_object_set_data (G_OBJECT (dialog), "chooser", chooser);
  adw_dialog_present (dialog, GTK_WIDGET (editor));
}
