/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Several terms of a vocabulary. What is chosen stands as chips in the order in which it was chosen; the list behind "Add…"
 * has a check for each term, and stays open while several are chosen.
 *
 * A term of one's own that is added here is chosen in the same step of undo. */

#include "shell/editors/maak-choices-editor.h"

#include "plan/maak-own-term.h"
#include "shell/editors/maak-chips.h"
#include "shell/editors/maak-terms.h"

#include <glib/gi18n.h>

struct _MaakChoicesEditor
{
  MaakEditor parent_instance;

  GtkWidget *add;
  GtkWidget *chips;
  GtkWidget *picker; /* NULL until it is asked for */
};

G_DEFINE_FINAL_TYPE (MaakChoicesEditor, maak_choices_editor, MAAK_TYPE_EDITOR)

static const char *const *
get_codes (MaakEditor *editor)
{
  static const char *const none[] = { NULL };
  MaakValue               *value = maak_slot_get (maak_editor_get_slot (editor));

  return value != NULL ? maak_value_get_codes (value, NULL) : none;
}

/* Chosen, or let go where it was. */
static void
toggle (MaakEditor *editor,
        const char *code)
{
  const char *const *codes = get_codes (editor);
  g_autoptr (GPtrArray) after = g_ptr_array_new ();
  g_autoptr (MaakValue) value = NULL;

  for (guint i = 0; codes[i] != NULL; i++)
    if (strcmp (codes[i], code) != 0)
      g_ptr_array_add (after, (gpointer) codes[i]);
  if (!g_strv_contains (codes, code))
    g_ptr_array_add (after, (gpointer) code);
  g_ptr_array_add (after, NULL);
  if (after->len > 1)
    value = maak_value_new_codes ((const char *const *) after->pdata);
  maak_editor_take (editor, value);
  maak_editor_refresh (editor);
}

static void
offered_cb (MaakEditor *editor,
            const char *text)
{
  MaakPlan   *plan = maak_editor_get_plan (editor);
  const char *code;

  maak_plan_begin (plan, NULL);
  code = maak_plan_add_own_term (plan, maak_editor_get_field (editor)->vocabulary, text, maak_editor_get_language (editor));
  if (code != NULL && !g_strv_contains (get_codes (editor), code))
    toggle (editor, code);
  maak_plan_end (plan);
  gtk_widget_grab_focus (MAAK_CHOICES_EDITOR (editor)->add);
}

static void
make_popup_cb (GtkMenuButton *button,
               gpointer       data)
{
  MaakChoicesEditor *self = data;
  MaakEditor        *editor = data;
  const MaakField   *field = maak_editor_get_field (editor);

  maak_editor_set_error (editor, NULL);
  if (self->picker == NULL)
    {
      self->picker = maak_picker_new (maak_text_get_best (field->label, maak_editor_get_language (editor)), TRUE);
      maak_terms_offer_own (MAAK_PICKER (self->picker), maak_editor_get_plan (editor), field);
      g_signal_connect_object (self->picker, "picked", G_CALLBACK (toggle), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->picker, "left", G_CALLBACK (maak_editor_say_left), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->picker, "offered", G_CALLBACK (offered_cb), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, self->picker);
    }
  maak_picker_take_items (MAAK_PICKER (self->picker), maak_terms_list (maak_editor_get_plan (editor), field, get_codes (editor), maak_editor_get_language (editor), FALSE));
  maak_picker_set_chosen (MAAK_PICKER (self->picker), get_codes (editor));
}

static void
maak_choices_editor_refresh (MaakEditor *editor)
{
  MaakChoicesEditor *self = MAAK_CHOICES_EDITOR (editor);
  const MaakField   *field = maak_editor_get_field (editor);
  MaakLanguage       language = maak_editor_get_language (editor);
  const char *const *codes = get_codes (editor);
  g_autoptr (GPtrArray) chips = maak_chip_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (chips, maak_chip_new_take (codes[i], maak_plan_dup_term_label (maak_editor_get_plan (editor), field->vocabulary, codes[i], language),
                                                maak_term_dup_note (field, codes[i], language), FALSE));
  maak_chips_show (MAAK_CHIPS (self->chips), chips, maak_editor_is_editable (editor));
  if (self->picker != NULL)
    maak_picker_set_chosen (MAAK_PICKER (self->picker), codes);
}

static void
maak_choices_editor_constructed (GObject *object)
{
  MaakChoicesEditor *self = MAAK_CHOICES_EDITOR (object);

  G_OBJECT_CLASS (maak_choices_editor_parent_class)->constructed (object);

  self->add = maak_chooser_add_button_new ();
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add), make_popup_cb, self, NULL);
  maak_editor_name_control (MAAK_EDITOR (self), self->add, _ ("Add…"));
  self->chips = maak_chips_new (self->add);
  g_signal_connect_object (self->chips, "removed", G_CALLBACK (toggle), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->chips);
}

static void
maak_choices_editor_class_init (MaakChoicesEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = maak_choices_editor_constructed;
  MAAK_EDITOR_CLASS (klass)->refresh = maak_choices_editor_refresh;
}

static void
maak_choices_editor_init (MaakChoicesEditor *self)
{
}
