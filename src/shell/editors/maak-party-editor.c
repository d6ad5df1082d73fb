/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* One organisation of the plan. A button says which and opens the list; beside it one that leads to the organisation. What
 * is searched for and not found can be added from here: the new organisation has that name, and is chosen in the same step
 * of undo. Without a name it is opened, so that it gets one. */

#include "shell/editors/maak-party-editor.h"

#include "shell/editors/maak-references.h"

#include <glib/gi18n.h>

struct _MaakPartyEditor
{
  MaakEditor parent_instance;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *open;
  GtkWidget *picker; /* NULL until it is asked for */
};

G_DEFINE_FINAL_TYPE (MaakPartyEditor, maak_party_editor, MAAK_TYPE_EDITOR)

static const char *
get_id (MaakEditor *editor)
{
  MaakValue *value = maak_slot_get (maak_editor_get_slot (editor));

  return value != NULL ? maak_value_get_ids (value, NULL)[0] : NULL;
}

static void
choose (MaakEditor *editor,
        const char *id)
{
  g_autoptr (MaakValue) value = *id != '\0' ? maak_value_new_ids ((const char *const[]) { id, NULL }) : NULL;

  maak_editor_take (editor, value);
  maak_editor_refresh (editor);
}

static void
picked_cb (MaakEditor *editor,
           const char *id)
{
  choose (editor, id);
  gtk_widget_grab_focus (MAAK_PARTY_EDITOR (editor)->button);
}

static void
offered_cb (MaakEditor *editor,
            const char *text)
{
  MaakPlan   *plan = maak_editor_get_plan (editor);
  MaakRecord *record;

  maak_plan_begin (plan, NULL);
  record = maak_references_add_new (plan, maak_slot_get_record (maak_editor_get_slot (editor)), maak_editor_get_field (editor)->of, text, maak_editor_get_language (editor));
  if (record != NULL)
    choose (editor, maak_record_get_id (record));
  maak_plan_end (plan);
  if (record != NULL && *text == '\0')
    maak_reference_open (GTK_WIDGET (editor), maak_record_get_id (record));
  else
    gtk_widget_grab_focus (MAAK_PARTY_EDITOR (editor)->button);
}

static void
make_popup_cb (GtkMenuButton *button,
               gpointer       data)
{
  MaakPartyEditor *self = data;
  MaakEditor      *editor = data;
  const MaakField *field = maak_editor_get_field (editor);
  MaakRecord      *record = maak_slot_get_record (maak_editor_get_slot (editor));
  MaakLanguage     language = maak_editor_get_language (editor);
  const char      *id = get_id (editor);

  maak_editor_set_error (editor, NULL);
  if (self->picker == NULL)
    {
      self->picker = maak_picker_new (maak_text_get_best (field->label, language), FALSE);
      maak_references_offer_new (MAAK_PICKER (self->picker), maak_editor_get_plan (editor), record, field->of, language);
      g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->picker, "left", G_CALLBACK (maak_editor_say_left), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->picker, "offered", G_CALLBACK (offered_cb), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, self->picker);
    }
  maak_picker_take_items (MAAK_PICKER (self->picker), maak_references_list (maak_editor_get_plan (editor), record, field->of, language, TRUE));
  maak_picker_set_chosen (MAAK_PICKER (self->picker), (const char *const[]) { id != NULL ? id : "", NULL });
}

static void
open_cb (MaakEditor *editor)
{
  const char *id = get_id (editor);

  if (id != NULL)
    maak_reference_open (GTK_WIDGET (editor), id);
}

static void
maak_party_editor_refresh (MaakEditor *editor)
{
  MaakPartyEditor *self = MAAK_PARTY_EDITOR (editor);
  g_autofree char *title = maak_slot_dup_summary (maak_editor_get_slot (editor), maak_editor_get_language (editor));
  gboolean         chosen = get_id (editor) != NULL;

  gtk_label_set_text (GTK_LABEL (self->label), chosen ? title : _ ("Choose…"));
  if (chosen)
    gtk_widget_remove_css_class (self->label, "dim-label");
  else
    gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_set_visible (self->open, chosen);
  gtk_widget_set_sensitive (self->button, maak_editor_is_editable (editor));
  maak_editor_name_control (editor, self->button, chosen ? title : _ ("nothing chosen"));
}

static void
maak_party_editor_constructed (GObject *object)
{
  MaakPartyEditor *self = MAAK_PARTY_EDITOR (object);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  G_OBJECT_CLASS (maak_party_editor_parent_class)->constructed (object);

  self->button = maak_chooser_button_new (&self->label);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), make_popup_cb, self, NULL);
  self->open = gtk_button_new_from_icon_name ("go-next-symbolic");
  gtk_widget_set_tooltip_text (self->open, _ ("Open"));
  gtk_widget_add_css_class (self->open, "flat");
  maak_editor_name_control (MAAK_EDITOR (self), self->open, _ ("Open"));
  g_signal_connect_object (self->open, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), self->open);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
maak_party_editor_class_init (MaakPartyEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = maak_party_editor_constructed;
  MAAK_EDITOR_CLASS (klass)->refresh = maak_party_editor_refresh;
}

static void
maak_party_editor_init (MaakPartyEditor *self)
{
}
