/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The line under the title of a section. What it shows is a note of the plan, which is made when the person first notes
 * something: looking at the line changes nothing. The fields of the note have the editors that they have everywhere.
 *
 * Only what is printed and is written by several people has such a line: the sections of the plan, and of what stands on a
 * page of its own (a cluster, a proposal). */

#include "shell/maak-section-keeping.h"

#include "plan/maak-field-type.h"
#include "plan/maak-section-note.h"
#include "shell/editors/maak-editor.h"

#include <glib/gi18n.h>

struct _MaakSectionKeeping
{
  AdwBin parent_instance;

  MaakContext       *context;
  MaakDocument      *document;
  MaakRecord        *record;
  const MaakSection *section;
  MaakRecord        *shown; /* the note whose editors are there; NULL: none */
  GtkWidget         *button;
  GtkWidget         *label;
  GtkWidget         *content; /* of the popover; NULL until it is asked for */
};

G_DEFINE_FINAL_TYPE (MaakSectionKeeping, maak_section_keeping, ADW_TYPE_BIN)

static const MaakRole roles[] = { MAAK_ROLE_OWNER, MAAK_ROLE_STATE, MAAK_ROLE_DEADLINE };

static MaakPlan *
get_plan (MaakSectionKeeping *self)
{
  return maak_document_get_plan (self->document);
}

static char *
dup_line (MaakSectionKeeping *self,
          MaakRecord         *note)
{
  MaakLanguage language = maak_context_get_language (self->context);
  GString     *line = g_string_new (NULL);

  for (guint i = 0; note != NULL && i < G_N_ELEMENTS (roles); i++)
    {
      const MaakField *field = maak_template_lookup_role (maak_record_get_template (note), roles[i]);
      MaakValue       *value = field != NULL ? maak_record_get (note, field) : NULL;
      g_autofree char *text = value != NULL ? maak_field_value_dup_summary (get_plan (self), field, value, language) : NULL;

      if (text != NULL)
        g_string_append_printf (line, "%s%s: %s", line->len > 0 ? " · " : "", maak_text_get_best (field->label, language), text);
    }
  return g_string_free_and_steal (line);
}

static void
show_line (MaakSectionKeeping *self)
{
  MaakRecord      *note = maak_section_note_lookup (get_plan (self), self->record, self->section);
  g_autofree char *line = dup_line (self, note);
  const char      *text = *line != '\0' ? line : _ ("Owner, state and due date…");
  g_autofree char *name = g_strdup_printf ("%s, %s", maak_text_get_best (self->section->label, maak_context_get_language (self->context)), text);

  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->button)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), *line != '\0' || !maak_plan_get_read_only (get_plan (self)));
}

static void
add_editor (MaakSectionKeeping *self,
            const MaakField    *field)
{
  g_autoptr (MaakSlot) slot = maak_slot_new (get_plan (self), self->shown, field);
  GtkWidget *label = gtk_label_new (maak_text_get_best (field->label, maak_context_get_language (self->context)));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (self->content), label);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (maak_editor_new (self->context, self->document, slot)));
}

static void
fill_content (MaakSectionKeeping *self);

static void
begin_note_cb (MaakSectionKeeping *self)
{
  maak_section_note_ensure (get_plan (self), self->record, self->section);
  fill_content (self);
  gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

static void
fill_content (MaakSectionKeeping *self)
{
  MaakRecord *note = maak_section_note_lookup (get_plan (self), self->record, self->section);
  GtkWidget  *child;

  if (gtk_widget_get_first_child (self->content) != NULL && note == self->shown && note != NULL)
    return;
  while ((child = gtk_widget_get_first_child (self->content)) != NULL)
    gtk_box_remove (GTK_BOX (self->content), child);
  g_set_object (&self->shown, note);
  if (note == NULL)
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Note owner, state and due date"));

      g_signal_connect_object (button, "clicked", G_CALLBACK (begin_note_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->content), button);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const MaakField *field = maak_template_lookup_role (maak_record_get_template (note), roles[i]);

      if (field != NULL)
        add_editor (self, field);
    }
}

static void
make_popup_cb (GtkMenuButton *button,
               gpointer       data)
{
  MaakSectionKeeping *self = data;
  GtkWidget          *popover;

  if (self->content == NULL)
    {
      popover = gtk_popover_new ();
      self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      gtk_widget_add_css_class (self->content, "maak-popover");
      gtk_popover_set_child (GTK_POPOVER (popover), self->content);
      gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Owner, state and due date"), -1);
      gtk_menu_button_set_popover (button, popover);
    }
  fill_content (self);
}

static void
plan_changed_cb (MaakSectionKeeping *self,
                 MaakChange         *change)
{
  const MaakField *field = maak_change_get_field (change);
  const MaakField *list = maak_template_lookup_role (maak_record_get_template (maak_plan_get_root (get_plan (self))), MAAK_ROLE_SECTION_NOTES);

  /* A note, or the name of who owns it. */
  if (field == list || (list != NULL && field->owner == list->of) || field->role == MAAK_ROLE_TITLE)
    show_line (self);
}

static void
maak_section_keeping_dispose (GObject *object)
{
  MaakSectionKeeping *self = MAAK_SECTION_KEEPING (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->record);
  g_clear_object (&self->document);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (maak_section_keeping_parent_class)->dispose (object);
}

static void
maak_section_keeping_class_init (MaakSectionKeepingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maak_section_keeping_dispose;
}

static void
maak_section_keeping_init (MaakSectionKeeping *self)
{
  self->button = gtk_menu_button_new ();
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), make_popup_cb, self, NULL);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "maak-keeping");
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/** maak_section_keeping_is_wanted: Returns: whether a section is written by people who share the work */
gboolean
maak_section_keeping_is_wanted (MaakPlan          *plan,
                                MaakRecord        *record,
                                const MaakSection *section)
{
  const MaakField *list = maak_record_get_parent_field (record);

  return maak_section_note_is_possible (plan) && !section->hidden_in_report && (list == NULL || list->present == MAAK_PRESENT_CARDS);
}

/**
 * maak_section_keeping_new:
 * @record: a record of the open plan
 * @section: of its template
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
maak_section_keeping_new (MaakContext       *context,
                          MaakDocument      *document,
                          MaakRecord        *record,
                          const MaakSection *section)
{
  MaakSectionKeeping *self = g_object_new (MAAK_TYPE_SECTION_KEEPING, NULL);

  self->context = g_object_ref (context);
  self->document = g_object_ref (document);
  self->record = g_object_ref (record);
  self->section = section;
  g_signal_connect_object (maak_document_get_plan (document), "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  show_line (self);
  return GTK_WIDGET (self);
}
