/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The rows are those of the editor of lists; this puts them on a page. While the list is empty the page says what belongs
 * here, in the words of the template, and what to do about it: the button is the same.
 *
 * What the checks say of the list as a whole stands above the rows. */

#include "shell/maak-record-list.h"

#include "shell/editors/maak-add-button.h"
#include "shell/editors/maak-list-editor.h"
#include "shell/maak-field-row.h"

#include <glib/gi18n.h>

struct _MaakRecordList
{
  AdwBin parent_instance;

  MaakContext  *context;
  MaakDocument *document;
  MaakSlot     *slot;
  GtkWidget    *stack;
  GtkWidget    *add;
  GtkWidget    *add_first;
  GtkWidget    *findings;
};

G_DEFINE_FINAL_TYPE (MaakRecordList, maak_record_list, ADW_TYPE_BIN)

static void
maak_record_list_dispose (GObject *object)
{
  MaakRecordList *self = MAAK_RECORD_LIST (object);

  g_clear_object (&self->slot);
  g_clear_object (&self->document);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (maak_record_list_parent_class)->dispose (object);
}

static void
maak_record_list_class_init (MaakRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maak_record_list_dispose;
}

static void
maak_record_list_init (MaakRecordList *self)
{
}

static void
show_state_cb (MaakRecordList *self)
{
  gboolean editable = maak_slot_is_editable (self->slot);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), maak_slot_get (self->slot) != NULL ? "rows" : "empty");
  gtk_widget_set_visible (self->add, editable);
  gtk_widget_set_visible (self->add_first, editable);
}

static void
show_findings_cb (MaakRecordList *self)
{
  g_autoptr (GPtrArray) findings = maak_document_list_findings_for (self->document, maak_slot_get_record (self->slot), maak_slot_get_field (self->slot));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->findings)) != NULL)
    gtk_box_remove (GTK_BOX (self->findings), child);
  for (guint i = 0; i < findings->len; i++)
    gtk_box_append (GTK_BOX (self->findings), maak_finding_label_new (g_ptr_array_index (findings, i), maak_context_get_language (self->context)));
  gtk_widget_set_visible (self->findings, findings->len > 0);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_widget_set_visible (label, *text != '\0');
  return label;
}

static GtkWidget *
make_rows (MaakRecordList *self,
           MaakEditor     *editor)
{
  const MaakField *field = maak_slot_get_field (self->slot);
  MaakLanguage     language = maak_context_get_language (self->context);
  const char      *help = maak_text_get_best (field->help, language);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget       *head = adw_wrap_box_new ();
  GtkWidget       *title = make_label (maak_text_get_best (field->label, language), "title-3");

  self->findings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->add = maak_add_button_new (editor, NULL);
  gtk_widget_add_css_class (self->add, "suggested-action");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (head), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (head), 6);
  adw_wrap_box_set_justify (ADW_WRAP_BOX (head), ADW_JUSTIFY_SPREAD);
  adw_wrap_box_append (ADW_WRAP_BOX (head), title);
  adw_wrap_box_append (ADW_WRAP_BOX (head), self->add);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), make_label (*help != '\0' ? help : maak_text_get_best (field->section->help, language), "maak-help"));
  gtk_box_append (GTK_BOX (box), self->findings);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (editor));
  gtk_widget_add_css_class (box, "maak-form");
  return box;
}

static GtkWidget *
make_empty (MaakRecordList *self,
            MaakEditor     *editor,
            const char     *icon)
{
  const MaakField *field = maak_slot_get_field (self->slot);
  MaakLanguage     language = maak_context_get_language (self->context);
  const char      *help = maak_text_get_best (field->help, language);
  g_autofree char *described = g_strjoin ("\n", maak_text_get_best (field->section->help, language), *help != '\0' ? help : NULL, NULL);
  g_autofree char *title = g_markup_escape_text (maak_text_get_best (field->label, language), -1);
  g_autofree char *text = g_markup_escape_text (described, -1);
  GtkWidget       *status = adw_status_page_new ();

  self->add_first = maak_add_button_new (editor, NULL);
  gtk_widget_add_css_class (self->add_first, "suggested-action");
  gtk_widget_add_css_class (self->add_first, "pill");
  gtk_widget_set_halign (self->add_first, GTK_ALIGN_CENTER);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (status), text);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), self->add_first);
  return status;
}

/**
 * maak_record_list_new:
 * @owner: the record that has the list
 * @list: a list of its template
 * @icon: the name of a symbolic icon, shown while the list is empty
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
maak_record_list_new (MaakContext     *context,
                      MaakDocument    *document,
                      MaakRecord      *owner,
                      const MaakField *list,
                      const char      *icon)
{
  MaakRecordList *self = g_object_new (MAAK_TYPE_RECORD_LIST, NULL);
  GtkWidget      *scroller = gtk_scrolled_window_new ();
  GtkWidget      *clamp = adw_clamp_new ();
  MaakEditor     *editor;

  self->context = g_object_ref (context);
  self->document = g_object_ref (document);
  self->slot = maak_slot_new (maak_document_get_plan (document), owner, list);
  editor = maak_editor_new (context, document, self->slot);
  maak_list_editor_hide_add (MAAK_LIST_EDITOR (editor));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), make_rows (self, editor));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "rows");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (self, editor, icon), "empty");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  g_signal_connect_object (self->slot, "changed", G_CALLBACK (show_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "findings-changed", G_CALLBACK (show_findings_cb), self, G_CONNECT_SWAPPED);
  show_state_cb (self);
  show_findings_cb (self);
  return GTK_WIDGET (self);
}
