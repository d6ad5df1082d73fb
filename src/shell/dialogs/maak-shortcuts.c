/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The keys of the program: one table, from which the keys are set and the dialog that shows them is made. Keys that belong
 * to an editor or to the map are set there; the dialog names those that a person would look for here. Keys of actions are set
 * for the program, so that they hold wherever the focus is: an entry would keep Ctrl+Z to itself. */

#include "shell/dialogs/maak-shortcuts.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *keys;   /* as shown; also as set where there is an action */
  const char *action; /* NULL: set where it is done, or by the toolkit */
  const char *label;
} Shortcut;

typedef struct
{
  const char *title;
  Shortcut    shortcuts[14];
} Group;

static const Group groups[] = {
  { N_ ("Plans"), {
                      { "<Control>n", "app.new-plan", N_ ("New plan") },
                      { "<Control>o", "win.open", N_ ("Open plan") },
                      { "<Control>s", "win.save", N_ ("Save") },
                      { "<Control><Shift>s", "win.save-as", N_ ("Save as") },
                      { "<Control>e", "win.export", N_ ("Export document") },
                      { "<Control><Shift>n", "app.new-window", N_ ("New window") },
                      { "<Control>w", "window.close", N_ ("Close window") },
                      { "<Control>q", "app.quit", N_ ("Quit") },
                      { NULL },
                  } },
  { N_ ("Writing"), {
                        { "<Control>z", "win.undo", N_ ("Undo") },
                        { "<Control><Shift>z", "win.redo", N_ ("Redo") },
                        { "<Control>f", "win.find", N_ ("Find in plan") },
                        { "<Control>l", "win.toggle-language", N_ ("Dutch or English") },
                        { "<Control><Shift>l", "win.toggle-side-by-side", N_ ("Both languages side by side") },
                        { "<Control>b", NULL, N_ ("Bold") },
                        { "<Control>i", NULL, N_ ("Italic") },
                        { "<Control><Shift>8", NULL, N_ ("Bulleted list") },
                        { "<Control><Shift>7", NULL, N_ ("Numbered list") },
                        { "<Control>k", NULL, N_ ("Link") },
                        { "<Control><Shift>c", NULL, N_ ("Insert figure") },
                        { "<Control><Shift>v", NULL, N_ ("Paste without formatting") },
                        { NULL },
                    } },
  { N_ ("Pages"), {
                      { "<Alt>1", NULL, N_ ("First page; likewise up to the ninth") },
                      { "<Control>Page_Down", "win.next-page", N_ ("Next page") },
                      { "<Control>Page_Up", "win.previous-page", N_ ("Previous page") },
                      { "F9", "win.show-sidebar", N_ ("To the list of pages and back") },
                      { "F6", NULL, N_ ("To the parts of the form") },
                      { "F10", "win.show-menu", N_ ("Main menu") },
                      { NULL },
                  } },
  { N_ ("Map"), {
                    { "Left Right Up Down", NULL, N_ ("To the next region in that direction") },
                    { "plus", NULL, N_ ("Zoom in") },
                    { "minus", NULL, N_ ("Zoom out") },
                    { "0", NULL, N_ ("Show the whole country") },
                    { NULL },
                } },
  { N_ ("Program"), {
                        { "F1", "app.help", N_ ("Help") },
                        { "<Control>question", "app.shortcuts", N_ ("Keyboard shortcuts") },
                        { "<Control>comma", "app.preferences", N_ ("Preferences") },
                        { NULL },
                    } },
};

/** maak_shortcuts_install: sets the keys of the program's and the windows' actions. */
void
maak_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const Shortcut *shortcut = groups[i].shortcuts; shortcut->keys != NULL; shortcut++)
      if (shortcut->action != NULL)
        gtk_application_set_accels_for_action (application, shortcut->action, (const char *const[]) { shortcut->keys, NULL });
  for (int i = 0; i < 9; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.show-nth-page(%d)", i);
      g_autofree char *keys = g_strdup_printf ("<Alt>%d", i + 1);

      gtk_application_set_accels_for_action (application, action, (const char *const[]) { keys, NULL });
    }
}

static char *
dup_keys_label (const char *keys)
{
  g_auto (GStrv) words = g_strsplit (keys, " ", -1);
  g_autoptr (GString) label = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint            key;
      GdkModifierType  modifiers;
      g_autofree char *one = gtk_accelerator_parse (words[i], &key, &modifiers) ? gtk_accelerator_get_label (key, modifiers) : g_strdup (words[i]);

      g_string_append_printf (label, "%s%s", i > 0 ? "  " : "", one);
    }
  return g_string_free_and_steal (g_steal_pointer (&label));
}

static GtkWidget *
make_group (const Group *group)
{
  GtkWidget *widget = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), _ (group->title));
  for (const Shortcut *shortcut = group->shortcuts; shortcut->keys != NULL; shortcut++)
    {
      GtkWidget       *row = adw_action_row_new ();
      g_autofree char *keys = dup_keys_label (shortcut->keys);
      g_autofree char *spoken = g_strdup_printf ("%s: %s", _ (shortcut->label), keys);
      GtkWidget       *label = gtk_label_new (keys);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->label));
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget), row);
    }
  return widget;
}

/** maak_shortcuts_new: Returns: (transfer floating): a dialog that shows the keys of the program */
AdwDialog *
maak_shortcuts_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_group (&groups[i])));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _ ("Keyboard shortcuts"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 620);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
