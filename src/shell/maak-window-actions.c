/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What a person does with a window as a whole. Pages and editors call these actions by name. */

#include "shell/maak-window-private.h"

#include <glib/gi18n.h>

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  maak_document_undo (MAAK_WINDOW (widget)->document);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  maak_document_redo (MAAK_WINDOW (widget)->document);
}

static void
go_to_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MaakWindow      *self = MAAK_WINDOW (widget);
  const char      *record_id, *field_id;
  MaakRecord      *record;
  const MaakField *field = NULL;

  if (self->document == NULL)
    return;
  g_variant_get (parameter, "(&s&s)", &record_id, &field_id);
  record = maak_plan_lookup (maak_document_get_plan (self->document), record_id);
  if (record == NULL)
    return;
  if (*field_id != '\0')
    field = maak_template_lookup_field (maak_record_get_template (record), field_id);
  maak_window_go_to (self, record, field);
}

static void
show_page_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  maak_window_show_page (MAAK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
add_toast_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  maak_window_add_toast (MAAK_WINDOW (widget), adw_toast_new (g_variant_get_string (parameter, NULL)));
}

/** maak_window_install_actions: adds the actions of a window to its class. */
void
maak_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.go-to", "(ss)", go_to_action);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.add-toast", "s", add_toast_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}

/** maak_window_update_actions: enables what can be done now. */
void
maak_window_update_actions (MaakWindow *self)
{
  MaakPlan *plan = self->document != NULL ? maak_document_get_plan (self->document) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", plan != NULL && maak_plan_can_undo (plan));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", plan != NULL && maak_plan_can_redo (plan));
}
