/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* References to records. Each stands as a chip that leads to what it names; one whose record is gone shows its id, as the
 * checks do. Behind "Add…" are the records that may be named, with a check for each, the nearest first; a new one can be
 * made there, and is named in the same step of undo. */

#include "shell/editors/maak-refs-editor.h"

#include "shell/editors/maak-chips.h"
#include "shell/editors/maak-references.h"

#include <glib/gi18n.h>

struct _MaakRefsEditor
{
  MaakEditor parent_instance;

  GtkWidget *add;
  GtkWidget *chips;
  GtkWidget *picker; /* NULL until it is asked for */
};

G_DEFINE_FINAL_TYPE (MaakRefsEditor, maak_refs_editor, MAAK_TYPE_EDITOR)

static const char *const *
get_ids (MaakEditor *editor)
{
  static const char *const none[] = { NULL };
  MaakValue               *value = maak_slot_get (maak_editor_get_slot (editor));

  return value != NULL ? maak_value_get_ids (value, NULL) : none;
}

static gboolean
is_single (MaakEditor *editor)
{
  return maak_editor_get_field (editor)->max_count == 1;
}

/* Named, or no longer where it was; of one, the new one in the place of the old. */
static void
toggle (MaakEditor *editor,
        const char *id)
{
  const char *const *ids = get_ids (editor);
  gboolean           had = g_strv_contains (ids, id);
  g_autoptr (GPtrArray) after = g_ptr_array_new ();
  g_autoptr (MaakValue) value = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    if (strcmp (ids[i], id) != 0 && !(is_single (editor) && !had))
      g_ptr_array_add (after, (gpointer) ids[i]);
  if (!had)
    g_ptr_array_add (after, (gpointer) id);
  g_ptr_array_add (after, NULL);
  if (after->len > 1)
    value = maak_value_new_ids ((const char *const *) after->pdata);
  maak_editor_take (editor, value);
  maak_editor_refresh (editor);
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
    toggle (editor, maak_record_get_id (record));
  maak_plan_end (plan);
  if (record != NULL && *text == '\0')
    maak_reference_open (GTK_WIDGET (editor), maak_record_get_id (record));
  else
    gtk_widget_grab_focus (MAAK_REFS_EDITOR (editor)->add);
}

static void
make_popup_cb (GtkMenuButton *button,
               gpointer       data)
{
  MaakRefsEditor  *self = data;
  MaakEditor      *editor = data;
  const MaakField *field = maak_editor_get_field (editor);
  MaakRecord      *record = maak_slot_get_record (maak_editor_get_slot (editor));
  MaakLanguage     language = maak_editor_get_language (editor);

  maak_editor_set_error (editor, NULL);
  if (self->picker == NULL)
    {
      self->picker = maak_picker_new (maak_text_get_best (field->label, language), !is_single (editor));
      maak_references_offer_new (MAAK_PICKER (self->picker), maak_editor_get_plan (editor), record, field->of, language);
      g_signal_connect_object (self->picker, "picked", G_CALLBACK (toggle), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->picker, "left", G_CALLBACK (maak_editor_say_left), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->picker, "offered", G_CALLBACK (offered_cb), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, self->picker);
    }
  maak_picker_take_items (MAAK_PICKER (self->picker), maak_references_list (maak_editor_get_plan (editor), record, field->of, language, FALSE));
  maak_picker_set_chosen (MAAK_PICKER (self->picker), get_ids (editor));
}

static void
maak_refs_editor_refresh (MaakEditor *editor)
{
  MaakRefsEditor    *self = MAAK_REFS_EDITOR (editor);
  MaakPlan          *plan = maak_editor_get_plan (editor);
  MaakLanguage       language = maak_editor_get_language (editor);
  const char *const *ids = get_ids (editor);
  g_autoptr (GPtrArray) chips = maak_chip_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      MaakRecord *record = maak_plan_lookup (plan, ids[i]);

      g_ptr_array_add (chips, maak_chip_new_take (ids[i], record != NULL ? maak_record_dup_title (record, language) : g_strdup (ids[i]),
                                                  record != NULL ? maak_reference_dup_place (record, language) : g_strdup (_ ("This is no longer in the plan")), record != NULL));
    }
  maak_chips_show (MAAK_CHIPS (self->chips), chips, maak_editor_is_editable (editor));
  if (self->picker != NULL)
    maak_picker_set_chosen (MAAK_PICKER (self->picker), ids);
}

static void
opened_cb (MaakEditor *editor,
           const char *id)
{
  maak_reference_open (GTK_WIDGET (editor), id);
}

static void
maak_refs_editor_constructed (GObject *object)
{
  MaakRefsEditor *self = MAAK_REFS_EDITOR (object);

  G_OBJECT_CLASS (maak_refs_editor_parent_class)->constructed (object);

  self->add = maak_chooser_add_button_new ();
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add), make_popup_cb, self, NULL);
  maak_editor_name_control (MAAK_EDITOR (self), self->add, _ ("Add…"));
  self->chips = maak_chips_new (self->add);
  g_signal_connect_object (self->chips, "removed", G_CALLBACK (toggle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chips, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->chips);
}

static void
maak_refs_editor_class_init (MaakRefsEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = maak_refs_editor_constructed;
  MAAK_EDITOR_CLASS (klass)->refresh = maak_refs_editor_refresh;
}

static void
maak_refs_editor_init (MaakRefsEditor *self)
{
}
