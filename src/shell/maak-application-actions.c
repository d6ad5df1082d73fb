/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What the menu can do that is not about one window: begin a plan, open the example, dialogs about the program.
 *
 * Each shows itself in the window that was used last; where there is none, in a new one. The example is opened as a copy
 * that was never named. */

#include "shell/maak-application-private.h"

#include "shell/dialogs/maak-about.h"
#include "shell/dialogs/maak-help.h"
#include "shell/dialogs/maak-new-plan-dialog.h"
#include "shell/dialogs/maak-preferences.h"
#include "shell/dialogs/maak-problem.h"
#include "shell/dialogs/maak-shortcuts.h"

#include <glib/gi18n.h>

#define EXAMPLE "/nl/maakland/examples/overijssel.maakland.json"

static MaakWindow *
get_window (MaakApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (!MAAK_IS_WINDOW (active))
    {
      active = GTK_WINDOW (maak_window_new (GTK_APPLICATION (self), self->context));
      gtk_window_present (active);
    }
  return MAAK_WINDOW (active);
}

static void
plan_made_cb (MaakApplication   *self,
              MaakRecord        *root,
              MaakNewPlanDialog *dialog)
{
  g_autoptr (MaakDocument) document = maak_document_new (maak_context_get_library (self->context), maak_context_get_drafts (self->context), g_object_ref (root));

  maak_application_open_document (self, document, get_window (self));
}

static void
new_plan_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  MaakApplication *self = data;
  AdwDialog       *dialog = maak_new_plan_dialog_new (self->context);

  g_signal_connect_object (dialog, "made", G_CALLBACK (plan_made_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (get_window (self)));
}

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  MaakApplication *self = data;

  gtk_window_present (GTK_WINDOW (maak_window_new (GTK_APPLICATION (self), self->context)));
}

/* A copy, never named: whoever plays with it spoils nothing. */
static void
open_example_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  MaakApplication *self = data;
  MaakWindow      *window = get_window (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (EXAMPLE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (MaakPlanFile) file = bytes != NULL ? maak_plan_file_new_from_bytes (bytes, maak_context_get_library (self->context), &error) : NULL;
  g_autoptr (MaakDocument) document = NULL;

  if (file == NULL)
    {
      g_autofree char *why = maak_error_dup_wording (error, self->language);

      maak_problem_present (GTK_WIDGET (window), _ ("The example cannot be opened"), why, _ ("Install the program again, or begin a new plan."));
      return;
    }
  document = maak_document_new (maak_context_get_library (self->context), maak_context_get_drafts (self->context), maak_record_copy (maak_plan_get_root (maak_plan_file_get_plan (file)), FALSE));
  g_object_set_data (G_OBJECT (document), MAAK_WINDOW_EXAMPLE, document);
  maak_application_open_document (self, document, window);
}

static void
open_path_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_bytestring (parameter));

  maak_application_open_file (data, file, get_window (data));
}

static void
open_draft_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  maak_application_open_draft (data, g_variant_get_string (parameter, NULL), get_window (data));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  adw_dialog_present (maak_preferences_new (data), GTK_WIDGET (get_window (data)));
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  adw_dialog_present (maak_shortcuts_new (), GTK_WIDGET (get_window (data)));
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  adw_dialog_present (maak_help_new (), GTK_WIDGET (get_window (data)));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  MaakApplication *self = data;

  adw_dialog_present (maak_about_new (self->context), GTK_WIDGET (get_window (self)));
}

/* Each window closes as when its own button is pressed, so that each may say what stands in the way. */
static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

/** maak_application_install_actions: adds the actions of the program, and the keys of all actions. */
void
maak_application_install_actions (MaakApplication *self)
{
  const GActionEntry entries[] = {
    { "new-plan", new_plan_action },
    { "new-window", new_window_action },
    { "open-example", open_example_action },
    { "open-path", open_path_action, "ay" },
    { "open-draft", open_draft_action, "s" },
    { "preferences", preferences_action },
    { "shortcuts", shortcuts_action },
    { "help", help_action },
    { "about", about_action },
    { "quit", quit_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  maak_shortcuts_install (GTK_APPLICATION (self));
}
