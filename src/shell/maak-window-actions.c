/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What a person does with a window as a whole. Pages and editors call these actions by name.
 *
 * What is half typed is written before an action that looks at the plan (maak_window_commit()). Actions that need a plan
 * are disabled without one, so that none of them has to ask. */

#include "shell/maak-window-private.h"

#include "shell/maak-field-row.h"
#include "shell/maak-removal.h"

#include "shell/dialogs/maak-find-dialog.h"
#include "shell/dialogs/maak-promote-dialog.h"
#include "shell/pages/maak-map-page.h"

#include <glib/gi18n.h>

/* A dialog lies over the pages: they stay as they are. */
static gboolean
is_covered (MaakWindow *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL;
}

/* A text that is no part of the plan (what is searched for) has an undo of its own. */
static gboolean
step_in_own_text (MaakWindow *self,
                  const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!GTK_IS_TEXT (focus) || gtk_widget_get_ancestor (focus, MAAK_TYPE_EDITOR) != NULL)
    return FALSE;
  return gtk_widget_activate_action (focus, action, NULL);
}

/* Where a step of the history was made. */
typedef struct
{
  MaakRecord      *record; /* owned */
  const MaakField *field;
} Place;

static void
clear_place (gpointer data)
{
  g_object_unref (((Place *) data)->record);
}

/* What is edited in a row of a sheet is seen in the sheet. */
static void
note_place_cb (MaakPlan   *plan,
               MaakChange *change,
               GArray     *places)
{
  Place            place = { maak_change_get_record (change), maak_change_get_field (change) };
  const MaakField *list = maak_record_get_parent_field (place.record);

  if (list != NULL && list->present == MAAK_PRESENT_SHEET && place.field->type != MAAK_FIELD_LIST)
    place = (Place) { maak_record_get_parent (place.record), list };
  g_object_ref (place.record);
  g_array_append_val (places, place);
}

static gboolean
is_at (MaakWindow  *self,
       const Place *place)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, MAAK_TYPE_FIELD_ROW) : NULL;

  return row != NULL && maak_field_row_get_field (MAAK_FIELD_ROW (row)) == place->field &&
         maak_slot_get_record (maak_editor_get_slot (maak_field_row_get_editor (MAAK_FIELD_ROW (row)))) == place->record;
}

/* Notes of sections stand beside their section, wherever that is; a jump to their list would lead away from it. */
static gboolean
is_note (MaakPlan    *plan,
         const Place *place)
{
  const MaakField *list = maak_template_lookup_role (maak_record_get_template (maak_plan_get_root (plan)), MAAK_ROLE_SECTION_NOTES);

  return list != NULL && (place->field == list || place->field->owner == list->of);
}

/* A source that came with a citation: the text in which it is cited is where one looks. */
static gboolean
is_source (const Place *place)
{
  return place->field->role == MAAK_ROLE_EVIDENCE_LIST;
}

/* The list that something left or came back to, else the field that was typed into; NULL: that can be seen already. */
static const Place *
choose_place (MaakWindow *self,
              MaakPlan   *plan,
              GArray     *places)
{
  const Place *chosen = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (is_at (self, place) || is_note (plan, place))
        return NULL;
      if (maak_plan_lookup (plan, maak_record_get_id (place->record)) == place->record &&
          (chosen == NULL || is_source (chosen) || (chosen->field->type != MAAK_FIELD_LIST && place->field->type == MAAK_FIELD_LIST && !is_source (place))))
        chosen = place;
    }
  return chosen;
}

/* Takes a step, and shows where: nobody undoes what they do not see. */
static void
take_step (MaakWindow *self,
           gboolean (*step) (MaakDocument *document))
{
  MaakPlan *plan = maak_document_get_plan (self->document);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  gulong       handler = g_signal_connect (plan, "changed", G_CALLBACK (note_place_cb), places);
  const Place *place;

  g_array_set_clear_func (places, clear_place);
  step (self->document);
  g_signal_handler_disconnect (plan, handler);
  place = choose_place (self, plan, places);
  if (place != NULL)
    maak_window_go_to (self, place->record, place->field);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  if (step_in_own_text (MAAK_WINDOW (widget), "text.undo") || is_covered (MAAK_WINDOW (widget)))
    return;
  maak_window_commit (MAAK_WINDOW (widget));
  take_step (MAAK_WINDOW (widget), maak_document_undo);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  if (step_in_own_text (MAAK_WINDOW (widget), "text.redo") || is_covered (MAAK_WINDOW (widget)))
    return;
  maak_window_commit (MAAK_WINDOW (widget));
  take_step (MAAK_WINDOW (widget), maak_document_redo);
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
show_figure_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  MaakWindow  *self = MAAK_WINDOW (widget);
  MaakDataset *dataset = maak_catalogue_lookup (maak_context_get_catalogue (self->context), g_variant_get_string (parameter, NULL));

  if (dataset != NULL && maak_window_show_page (self, "map"))
    maak_map_page_show_dataset (MAAK_MAP_PAGE (g_hash_table_lookup (self->made, "map")), dataset);
}

static void
add_toast_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  maak_window_add_toast (MAAK_WINDOW (widget), adw_toast_new (g_variant_get_string (parameter, NULL)));
}

/* Of what was put somewhere else than where one is: the button leads there. */
static void
add_place_toast_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  MaakWindow *self = MAAK_WINDOW (widget);
  const char *words, *record_id, *field_id;
  AdwToast   *toast;

  g_variant_get (parameter, "(&s&s&s)", &words, &record_id, &field_id);
  toast = adw_toast_new (words);
  adw_toast_set_button_label (toast, _ ("Show"));
  adw_toast_set_action_name (toast, "win.go-to");
  adw_toast_set_action_target (toast, "(ss)", record_id, field_id);
  /* Of two of a kind the last is what one waits for. */
  if (self->place_toast != NULL)
    adw_toast_dismiss (self->place_toast);
  g_set_weak_pointer (&self->place_toast, toast);
  maak_window_add_toast (self, toast);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  maak_window_commit (MAAK_WINDOW (widget));
  maak_window_save (MAAK_WINDOW (widget));
}

static void
save_as_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  maak_window_commit (MAAK_WINDOW (widget));
  maak_window_save_as (MAAK_WINDOW (widget));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  maak_window_open (MAAK_WINDOW (widget));
}

static void
show_nth (MaakWindow *self,
          guint       index)
{
  if (!is_covered (self) && index < self->pages->len)
    maak_window_show_page (self, ((MaakPageRow *) g_ptr_array_index (self->pages, index))->id);
}

static void
show_nth_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  show_nth (MAAK_WINDOW (widget), (guint) g_variant_get_int32 (parameter));
}

/* The page @step further in the sidebar. */
static void
show_neighbour (MaakWindow *self,
                int         step)
{
  for (guint i = 0; i < self->pages->len; i++)
    if (g_strcmp0 (((MaakPageRow *) g_ptr_array_index (self->pages, i))->id, self->page) == 0)
      {
        show_nth (self, (guint) ((int) i + step));
        return;
      }
}

static void
next_page_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  show_neighbour (MAAK_WINDOW (widget), 1);
}

static void
previous_page_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  show_neighbour (MAAK_WINDOW (widget), -1);
}

static void
show_sidebar_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  if (!is_covered (MAAK_WINDOW (widget)))
    maak_window_toggle_sidebar (MAAK_WINDOW (widget));
}

/* In a narrow window the menu is with the list of pages. */
static void
show_menu_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MaakWindow *self = MAAK_WINDOW (widget);

  if (is_covered (self))
    return;
  adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (self->split_view), FALSE);
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu));
}

static void
toggle_language_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  MaakDocument *document = MAAK_WINDOW (widget)->document;

  maak_document_set_writing_language (document, maak_language_get_other (maak_document_get_writing_language (document)));
}

static void
toggle_side_by_side_action (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  MaakDocument *document = MAAK_WINDOW (widget)->document;

  maak_document_set_side_by_side (document, !maak_document_get_side_by_side (document));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MaakWindow *self = MAAK_WINDOW (widget);

  if (maak_window_show_page (self, "document"))
    gtk_widget_activate_action (g_hash_table_lookup (self->made, "document"), "document.export", NULL);
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MaakWindow *self = MAAK_WINDOW (widget);

  maak_window_commit (self);
  if (!is_covered (self))
    adw_dialog_present (maak_find_dialog_new (self->context, self->document, NULL), widget);
}

static void
promoted_cb (MaakWindow *self,
             MaakRecord *record)
{
  const char      *kind = maak_text_get_best (maak_template_get_label (maak_record_get_template (record)), maak_context_get_language (self->context));
  g_autofree char *text = g_strdup_printf (_ ("Worked out into: %s"), kind);

  maak_offer_undo (self->toasts, maak_document_get_plan (self->document), text);
  maak_window_go_to (self, record, NULL);
}

static void
promote_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MaakWindow *self = MAAK_WINDOW (widget);
  MaakRecord *record = self->document != NULL ? maak_plan_lookup (maak_document_get_plan (self->document), g_variant_get_string (parameter, NULL)) : NULL;
  AdwDialog  *dialog;

  maak_window_commit (self);
  if (record == NULL || maak_record_get_parent (record) == NULL)
    return;
  dialog = maak_promote_dialog_new (self->context, self->document, record);
  g_signal_connect_object (dialog, "promoted", G_CALLBACK (promoted_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/** maak_window_install_actions: adds the actions of a window to its class. */
void
maak_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.go-to", "(ss)", go_to_action);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.show-figure", "s", show_figure_action);
  gtk_widget_class_install_action (widget_class, "win.add-toast", "s", add_toast_action);
  gtk_widget_class_install_action (widget_class, "win.add-place-toast", "(sss)", add_place_toast_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.show-menu", NULL, show_menu_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.promote", "s", promote_action);
  gtk_widget_class_install_action (widget_class, "win.show-nth-page", "i", show_nth_action);
  gtk_widget_class_install_action (widget_class, "win.next-page", NULL, next_page_action);
  gtk_widget_class_install_action (widget_class, "win.previous-page", NULL, previous_page_action);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL, show_sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-language", NULL, toggle_language_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-side-by-side", NULL, toggle_side_by_side_action);
}

static void
enable (MaakWindow *self,
        const char *action,
        gboolean    enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

/* What would be undone, where the step has a name. */
static void
show_step (MaakWindow  *self,
           GtkWidget   *button,
           const char  *what,
           MaakMessage *reason)
{
  g_autofree char *wording = reason != NULL ? maak_message_dup_wording (reason, maak_context_get_language (self->context)) : NULL;
  g_autofree char *tooltip = wording != NULL ? g_strdup_printf ("%s: %s", what, wording) : NULL;

  gtk_widget_set_tooltip_text (button, tooltip != NULL ? tooltip : what);
}

/** maak_window_update_actions: enables what can be done now. */
void
maak_window_update_actions (MaakWindow *self)
{
  MaakPlan *plan = self->document != NULL ? maak_document_get_plan (self->document) : NULL;
  gboolean  read_only = plan != NULL && maak_plan_get_read_only (plan);

  enable (self, "win.undo", plan != NULL && maak_plan_can_undo (plan));
  enable (self, "win.redo", plan != NULL && maak_plan_can_redo (plan));
  show_step (self, self->undo, _ ("Undo"), plan != NULL ? maak_plan_get_undo_reason (plan) : NULL);
  show_step (self, self->redo, _ ("Redo"), plan != NULL ? maak_plan_get_redo_reason (plan) : NULL);
  enable (self, "win.save", plan != NULL && !read_only);
  enable (self, "win.save-as", plan != NULL && !read_only);
  enable (self, "win.export", plan != NULL);
  enable (self, "win.find", plan != NULL);
  enable (self, "win.toggle-language", plan != NULL);
  enable (self, "win.toggle-side-by-side", plan != NULL);
}
