/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "shell/editors/maak-date-editor.h"

#include "shell/editors/maak-date-entry.h"

#include <glib/gi18n.h>

struct _MaakDateEditor
{
  MaakEditor parent_instance;

  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (MaakDateEditor, maak_date_editor, MAAK_TYPE_EDITOR)

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
maak_date_editor_refresh (MaakEditor *editor)
{
  MaakDateEntry *entry = MAAK_DATE_ENTRY (MAAK_DATE_EDITOR (editor)->entry);
  MaakValue     *value = maak_slot_get (maak_editor_get_slot (editor));

  maak_date_entry_show (entry, value != NULL ? maak_value_get_date (value) : (MaakDate) { 0 });
  maak_date_entry_set_editable (entry, maak_editor_is_editable (editor));
}

static void
maak_date_editor_commit (MaakEditor *editor)
{
  maak_date_entry_commit (MAAK_DATE_ENTRY (MAAK_DATE_EDITOR (editor)->entry));
}

static void
maak_date_editor_constructed (GObject *object)
{
  MaakDateEditor *self = MAAK_DATE_EDITOR (object);
  MaakEditor     *editor = MAAK_EDITOR (object);

  G_OBJECT_CLASS (maak_date_editor_parent_class)->constructed (object);

  self->entry = maak_date_entry_new (maak_editor_get_plan (editor), maak_editor_get_language (editor), read_typed, self);
  gtk_widget_set_halign (self->entry, GTK_ALIGN_START);
  maak_editor_name_control (editor, maak_date_entry_get_entry (MAAK_DATE_ENTRY (self->entry)), NULL);
  maak_editor_name_control (editor, maak_date_entry_get_button (MAAK_DATE_ENTRY (self->entry)), _ ("Choose from a calendar"));
  adw_bin_set_child (ADW_BIN (self), self->entry);
}

static void
maak_date_editor_class_init (MaakDateEditorClass *klass)
{
  MaakEditorClass *editor_class = MAAK_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = maak_date_editor_constructed;
  editor_class->refresh = maak_date_editor_refresh;
  editor_class->commit = maak_date_editor_commit;
}

static void
maak_date_editor_init (MaakDateEditor *self)
{
}
