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
  g_autofree char   *name = g_strdup_printf ("%s: %s", maak_text_get_best (maak_editor_get_field (editor)->label, maak_editor_get_language (editor)), text);

  gtk_label_set_text (GTK_LABEL (self->label), *text != '\0' ? text : "–");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
maak_summary_editor_class_init (MaakSummaryEditorClass *klass)
{
  MAAK_EDITOR_CLASS (klass)->refresh = maak_summary_editor_refresh;
}

static void
maak_summary_editor_init (MaakSummaryEditor *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  /* Not selectable: such a label logs a critical when it is moved while the focus goes (GTK 4.18). */
  gtk_widget_set_focusable (self->label, TRUE);
  gtk_widget_add_css_class (self->label, "maak-computed");
  adw_bin_set_child (ADW_BIN (self), self->label);
}
