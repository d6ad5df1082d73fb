/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "shell/editors/maak-summary-editor.h"

struct _MaakSummaryEditor
{
  MaakEditor parent_instance;

  GtkWidget *label; /* owned by the widget tree */
};

G_DEFINE_FINAL_TYPE (MaakSummaryEditor, maak_summary_editor, MAAK_TYPE_EDITOR)

static void
maak_summary_editor_refresh (MaakEditor *editor)
{
  MaakSummaryEditor *self = MAAK_SUMMARY_EDITOR (editor);
  g_autofree char   *text = maak_slot_dup_summary (maak_editor_get_slot (editor), maak_editor_get_language (editor));

  gtk_label_set_text (GTK_LABEL (self->label), *text != '\0' ? text : "–");
}

static void
maak_summary_editor_constructed (GObject *object)
{
  G_OBJECT_CLASS (maak_summary_editor_parent_class)->constructed (object);
  maak_editor_name_control (MAAK_EDITOR (object), MAAK_SUMMARY_EDITOR (object)->label, NULL);
}

static void
maak_summary_editor_class_init (MaakSummaryEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = maak_summary_editor_constructed;
  MAAK_EDITOR_CLASS (klass)->refresh = maak_summary_editor_refresh;
}

static void
maak_summary_editor_init (MaakSummaryEditor *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (self->label), TRUE);
  gtk_widget_add_css_class (self->label, "maak-computed");
  adw_bin_set_child (ADW_BIN (self), self->label);
}
