/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A field of a form. Everything but the editor is the same for all types: the label with what must be known of the field
 * (required, internal), the help, the counter, the error of what was typed, and what the checks find. A row is hidden while
 * its field does not apply. */

#include "shell/maak-field-row.h"

#include <glib/gi18n.h>

struct _MaakFieldRow
{
  AdwBin parent_instance;

  MaakContext  *context;
  MaakDocument *document;
  MaakSlot     *slot;
  MaakEditor   *editor; /* in `place` */

  GtkWidget *head; /* the label and what stands beside it */
  GtkWidget *label;
  GtkWidget *remark;
  GtkWidget *counter;
  GtkWidget *help;
  GtkWidget *place;
  GtkWidget *error;
  GtkWidget *findings;
  GPtrArray *shown; /* of MaakFinding: those that stand there */
};

G_DEFINE_FINAL_TYPE (MaakFieldRow, maak_field_row, ADW_TYPE_BIN)

static void
maak_field_row_dispose (GObject *object)
{
  MaakFieldRow *self = MAAK_FIELD_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_FIELD_ROW);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_object (&self->slot);
  g_clear_object (&self->document);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (maak_field_row_parent_class)->dispose (object);
}

static void
maak_field_row_class_init (MaakFieldRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_field_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/maak-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakFieldRow, head);
  gtk_widget_class_bind_template_child (widget_class, MaakFieldRow, label);
  gtk_widget_class_bind_template_child (widget_class, MaakFieldRow, remark);
  gtk_widget_class_bind_template_child (widget_class, MaakFieldRow, counter);
  gtk_widget_class_bind_template_child (widget_class, MaakFieldRow, help);
  gtk_widget_class_bind_template_child (widget_class, MaakFieldRow, place);
  gtk_widget_class_bind_template_child (widget_class, MaakFieldRow, error);
  gtk_widget_class_bind_template_child (widget_class, MaakFieldRow, findings);
}

static void
maak_field_row_init (MaakFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_remark (MaakFieldRow *self)
{
  const MaakField *field = maak_slot_get_field (self->slot);
  const char      *remarks[3] = { NULL };
  guint            n = 0;
  g_autofree char *text = NULL;

  if (field->value != NULL)
    remarks[n++] = C_ ("field", "computed");
  else if (field->required)
    remarks[n++] = C_ ("field", "required");
  if (field->sensitivity == MAAK_SENSITIVITY_CONFIDENTIAL)
    remarks[n++] = C_ ("field", "confidential");
  else if (field->sensitivity == MAAK_SENSITIVITY_INTERNAL)
    remarks[n++] = C_ ("field", "internal");
  text = g_strjoinv (", ", (char **) remarks);
  gtk_label_set_text (GTK_LABEL (self->remark), text);
}

static void
show_head (MaakFieldRow *self)
{
  gtk_widget_set_visible (self->head, gtk_widget_get_visible (self->label) || *gtk_label_get_text (GTK_LABEL (self->remark)) != '\0' ||
                                          *gtk_label_get_text (GTK_LABEL (self->counter)) != '\0');
}

static void
show_editor_state_cb (MaakFieldRow *self)
{
  gboolean    over = FALSE;
  const char *error = maak_editor_get_error_text (self->editor);
  const char *counter = maak_editor_get_counter (self->editor, &over);

  gtk_label_set_text (GTK_LABEL (self->counter), counter != NULL ? counter : "");
  if (over)
    gtk_widget_add_css_class (self->counter, "error");
  else
    gtk_widget_remove_css_class (self->counter, "error");
  gtk_label_set_text (GTK_LABEL (self->error), error != NULL ? error : "");
  gtk_widget_set_visible (self->error, error != NULL);
  show_head (self);
}

static void
show_whether_it_applies_cb (MaakFieldRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), maak_slot_applies (self->slot));
}

/**
 * maak_field_row_new:
 * @record: a record of the open plan
 * @field: a field of its template
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
maak_field_row_new (MaakContext     *context,
                    MaakDocument    *document,
                    MaakRecord      *record,
                    const MaakField *field)
{
  MaakFieldRow *self = g_object_new (MAAK_TYPE_FIELD_ROW, NULL);
  MaakLanguage  language = maak_context_get_language (context);
  const char   *help = maak_text_get_best (field->help, language);

  self->context = g_object_ref (context);
  self->document = g_object_ref (document);
  self->slot = maak_slot_new (maak_document_get_plan (document), record, field);
  self->editor = maak_editor_new (context, document, self->slot);
  adw_bin_set_child (ADW_BIN (self->place), GTK_WIDGET (self->editor));

  gtk_label_set_text (GTK_LABEL (self->label), maak_text_get_best (field->label, language));
  gtk_label_set_text (GTK_LABEL (self->help), help);
  gtk_widget_set_visible (self->help, *help != '\0');
  show_remark (self);
  g_signal_connect_object (self->editor, "notify::error-text", G_CALLBACK (show_editor_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "notify::counter", G_CALLBACK (show_editor_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->slot, "changed", G_CALLBACK (show_whether_it_applies_cb), self, G_CONNECT_SWAPPED);
  show_editor_state_cb (self);
  show_whether_it_applies_cb (self);
  maak_field_row_show_findings (self);
  return GTK_WIDGET (self);
}

/** maak_field_row_hide_label: the label is not shown where what is above says the same; the editor keeps it as its name. */
void
maak_field_row_hide_label (MaakFieldRow *self)
{
  g_return_if_fail (MAAK_IS_FIELD_ROW (self));

  gtk_widget_set_visible (self->label, FALSE);
  show_head (self);
}

/** maak_field_row_get_field: Returns: (transfer none): the field */
const MaakField *
maak_field_row_get_field (MaakFieldRow *self)
{
  g_return_val_if_fail (MAAK_IS_FIELD_ROW (self), NULL);

  return maak_slot_get_field (self->slot);
}

/** maak_field_row_get_editor: Returns: (transfer none): the editor in the row */
MaakEditor *
maak_field_row_get_editor (MaakFieldRow *self)
{
  g_return_val_if_fail (MAAK_IS_FIELD_ROW (self), NULL);

  return self->editor;
}

static gboolean
say_the_same (GPtrArray *a,
              GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!maak_finding_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

/** maak_field_row_show_findings: shows what the checks find in the field now. */
void
maak_field_row_show_findings (MaakFieldRow *self)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *child;

  g_return_if_fail (MAAK_IS_FIELD_ROW (self));

  findings = maak_document_list_findings_for (self->document, maak_slot_get_record (self->slot), maak_slot_get_field (self->slot));
  if (say_the_same (self->shown, findings))
    return;
  while ((child = gtk_widget_get_first_child (self->findings)) != NULL)
    gtk_box_remove (GTK_BOX (self->findings), child);
  for (guint i = 0; i < findings->len; i++)
    {
      MaakFinding *finding = g_ptr_array_index (findings, i);

      gtk_box_append (GTK_BOX (self->findings), maak_finding_label_new (finding, maak_context_get_language (self->context)));
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", maak_text_get_best (finding->message, maak_context_get_language (self->context)));
    }
  gtk_widget_set_visible (self->findings, findings->len > 0);
  maak_editor_set_remarks (self->editor, findings->len > 0 ? text->str : NULL);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_steal_pointer (&findings);
}

/** maak_finding_label_new: Returns: (transfer floating): what @finding says, with a sign for how bad it is */
GtkWidget *
maak_finding_label_new (MaakFinding *finding,
                        MaakLanguage language)
{
  static const char *const icons[] = { "dialog-error-symbolic", "dialog-warning-symbolic", "dialog-information-symbolic" };
  static const char *const styles[] = { "error", "warning", "dim-label" };
  const char              *kinds[] = { C_ ("finding", "Blocks handing in"), C_ ("finding", "Problem"), C_ ("finding", "Advice") };
  GtkWidget               *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget               *icon = gtk_image_new_from_icon_name (icons[finding->severity]);
  GtkWidget               *label = gtk_label_new (maak_text_get_best (finding->message, language));

  gtk_widget_add_css_class (icon, styles[finding->severity]);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (icon, kinds[finding->severity]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, kinds[finding->severity], -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}
