/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* One term of a vocabulary. A button says what is chosen and opens the list; what is to be known of the term stands under
 * it. The list is made when it is first asked for, and again whenever it opens, since own terms come and go.
 *
 * A term of one's own that is added here is chosen in the same step of undo. */

#include "shell/editors/maak-choice-editor.h"

#include "plan/maak-own-term.h"
#include "shell/editors/maak-terms.h"

#include <glib/gi18n.h>

struct _MaakChoiceEditor
{
  MaakEditor parent_instance;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *note;
  GtkWidget *picker; /* NULL until it is asked for */
};

G_DEFINE_FINAL_TYPE (MaakChoiceEditor, maak_choice_editor, MAAK_TYPE_EDITOR)

static const char *
get_code (MaakEditor *editor)
{
  MaakValue *value = maak_slot_get (maak_editor_get_slot (editor));

  return value != NULL ? maak_value_get_code (value) : NULL;
}

static void
choose (MaakEditor *editor,
        const char *code)
{
  g_autoptr (MaakValue) value = *code != '\0' ? maak_value_new_code (code) : NULL;

  maak_editor_take (editor, value);
  maak_editor_refresh (editor);
}

static void
picked_cb (MaakEditor *editor,
           const char *code)
{
  choose (editor, code);
  gtk_widget_grab_focus (MAAK_CHOICE_EDITOR (editor)->button);
}

static void
offered_cb (MaakEditor *editor,
            const char *text)
{
  MaakPlan   *plan = maak_editor_get_plan (editor);
  const char *code;

  maak_plan_begin (plan, NULL);
  code = maak_plan_add_own_term (plan, maak_editor_get_field (editor)->vocabulary, text, maak_editor_get_language (editor));
  if (code != NULL)
    choose (editor, code);
  maak_plan_end (plan);
  gtk_widget_grab_focus (MAAK_CHOICE_EDITOR (editor)->button);
}

static void
make_popup_cb (GtkMenuButton *button,
               gpointer       data)
{
  MaakChoiceEditor *self = data;
  MaakEditor       *editor = data;
  const MaakField  *field = maak_editor_get_field (editor);
  const char       *code = get_code (editor);
  const char *const chosen[] = { code != NULL ? code : "", NULL };

  maak_editor_set_error (editor, NULL);
  if (self->picker == NULL)
    {
      self->picker = maak_picker_new (maak_text_get_best (field->label, maak_editor_get_language (editor)), FALSE);
      maak_terms_offer_own (MAAK_PICKER (self->picker), maak_editor_get_plan (editor), field);
      g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->picker, "left", G_CALLBACK (maak_editor_say_left), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->picker, "offered", G_CALLBACK (offered_cb), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, self->picker);
    }
  maak_picker_take_items (MAAK_PICKER (self->picker), maak_terms_list (maak_editor_get_plan (editor), field, chosen, maak_editor_get_language (editor), TRUE));
  maak_picker_set_chosen (MAAK_PICKER (self->picker), chosen);
}

static void
maak_choice_editor_refresh (MaakEditor *editor)
{
  MaakChoiceEditor *self = MAAK_CHOICE_EDITOR (editor);
  const MaakField  *field = maak_editor_get_field (editor);
  const char       *code = get_code (editor);
  g_autofree char  *label = NULL;
  g_autofree char  *note = NULL;

  if (code != NULL)
    {
      label = maak_plan_dup_term_label (maak_editor_get_plan (editor), field->vocabulary, code, maak_editor_get_language (editor));
      note = maak_term_dup_note (field, code, maak_editor_get_language (editor));
    }
  gtk_label_set_text (GTK_LABEL (self->label), label != NULL ? label : _ ("Choose…"));
  if (label != NULL)
    gtk_widget_remove_css_class (self->label, "dim-label");
  else
    gtk_widget_add_css_class (self->label, "dim-label");
  gtk_label_set_text (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
  gtk_widget_set_sensitive (self->button, maak_editor_is_editable (editor));
  maak_editor_name_control (editor, self->button, label != NULL ? label : _ ("nothing chosen"));
}

static void
maak_choice_editor_constructed (GObject *object)
{
  MaakChoiceEditor *self = MAAK_CHOICE_EDITOR (object);
  GtkWidget        *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  G_OBJECT_CLASS (maak_choice_editor_parent_class)->constructed (object);

  self->button = maak_chooser_button_new (&self->label);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), make_popup_cb, self, NULL);
  self->note = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_widget_add_css_class (self->note, "caption");
  gtk_widget_add_css_class (self->note, "dim-label");
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), self->note);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
maak_choice_editor_class_init (MaakChoiceEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = maak_choice_editor_constructed;
  MAAK_EDITOR_CLASS (klass)->refresh = maak_choice_editor_refresh;
}

static void
maak_choice_editor_init (MaakChoiceEditor *self)
{
}
