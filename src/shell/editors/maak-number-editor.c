/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A number or an amount. It is read in the language of the interface (decimal comma or point, thousands with or without
 * marks, "1,2 mln") and written grouped when the person leaves. The unit stands beside the entry and is part of its
 * name for who cannot see it; the sign of the euro is shown, and may be typed. */

#include "shell/editors/maak-number-editor.h"

#include "base/maak-number.h"
#include "shell/editors/maak-value-entry.h"

struct _MaakNumberEditor
{
  MaakEditor parent_instance;

  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (MaakNumberEditor, maak_number_editor, MAAK_TYPE_EDITOR)

static gboolean
read_typed (gpointer        owner,
            MaakValueEntry *entry,
            const char     *text,
            gboolean        final)
{
  if (!final)
    return maak_editor_try_parse (owner, NULL, text);
  if (!maak_editor_parse (owner, NULL, text))
    return FALSE;
  maak_editor_refresh (owner);
  return TRUE;
}

static void
maak_number_editor_refresh (MaakEditor *editor)
{
  MaakNumberEditor *self = MAAK_NUMBER_EDITOR (editor);
  MaakValue        *value = maak_slot_get (maak_editor_get_slot (editor));
  MaakLanguage      language = maak_editor_get_language (editor);
  g_autofree char  *text = NULL;

  if (value == NULL)
    text = g_strdup ("");
  else if (maak_editor_get_field (editor)->type == MAAK_FIELD_MONEY)
    text = maak_number_format_integer (maak_value_get_integer (value), language);
  else
    text = maak_number_format_shortest (maak_value_get_number (value), language);
  maak_value_entry_show (MAAK_VALUE_ENTRY (self->entry), text);
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), maak_editor_is_editable (editor));
}

static void
maak_number_editor_commit (MaakEditor *editor)
{
  maak_value_entry_commit (MAAK_VALUE_ENTRY (MAAK_NUMBER_EDITOR (editor)->entry));
}

static GtkWidget *
make_unit (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
maak_number_editor_constructed (GObject *object)
{
  MaakNumberEditor *self = MAAK_NUMBER_EDITOR (object);
  MaakEditor       *editor = MAAK_EDITOR (object);
  const MaakField  *field;
  GtkWidget        *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char       *unit = NULL;

  G_OBJECT_CLASS (maak_number_editor_parent_class)->constructed (object);

  field = maak_editor_get_field (editor);
  self->entry = maak_value_entry_new (maak_editor_get_plan (editor), read_typed, self);
  gtk_entry_set_alignment (GTK_ENTRY (self->entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 16);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 16);
  gtk_widget_add_css_class (self->entry, "numeric");
  if (field->type == MAAK_FIELD_MONEY)
    gtk_box_append (GTK_BOX (box), make_unit ("€"));
  gtk_box_append (GTK_BOX (box), self->entry);
  if (field->unit != NULL)
    {
      unit = maak_text_get_best (field->unit, maak_editor_get_language (editor));
      gtk_box_append (GTK_BOX (box), make_unit (unit));
    }
  maak_editor_name_control (editor, self->entry, field->type == MAAK_FIELD_MONEY ? "€" : unit);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
maak_number_editor_class_init (MaakNumberEditorClass *klass)
{
  MaakEditorClass *editor_class = MAAK_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = maak_number_editor_constructed;
  editor_class->refresh = maak_number_editor_refresh;
  editor_class->commit = maak_number_editor_commit;
}

static void
maak_number_editor_init (MaakNumberEditor *self)
{
}
