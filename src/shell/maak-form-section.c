/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A section of a form. Several hundred text fields cost too much at once, so a section is a heading with room kept for its
 * fields (a guess) until it is first seen.
 *
 * Which section is seen is the form's business; the section knows how to be built, once. */

#include "shell/maak-form-section.h"

#include "shell/maak-section-keeping.h"

enum
{
  GUESSED_HEIGHT = 96, /* pixels a field takes, before it is there */
  SHEET_WIDTH = 1204,  /* pixels at the most; texts stay at a width that is read well */
};

struct _MaakFormSection
{
  AdwBin parent_instance;

  MaakContext       *context;
  MaakDocument      *document;
  MaakRecord        *record;
  const MaakSection *section;
  gboolean           is_built;

  GtkWidget *title;
  GtkWidget *help;
  GtkWidget *keeping;
  GtkWidget *fields;
};

G_DEFINE_FINAL_TYPE (MaakFormSection, maak_form_section, ADW_TYPE_BIN)

static void
maak_form_section_dispose (GObject *object)
{
  MaakFormSection *self = MAAK_FORM_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_FORM_SECTION);
  g_clear_object (&self->record);
  g_clear_object (&self->document);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (maak_form_section_parent_class)->dispose (object);
}

static void
maak_form_section_class_init (MaakFormSectionClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_form_section_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/maak-form-section.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakFormSection, title);
  gtk_widget_class_bind_template_child (widget_class, MaakFormSection, help);
  gtk_widget_class_bind_template_child (widget_class, MaakFormSection, keeping);
  gtk_widget_class_bind_template_child (widget_class, MaakFormSection, fields);
}

static void
maak_form_section_init (MaakFormSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
has_sheet (const MaakSection *section)
{
  for (guint i = 0; i < section->n_fields; i++)
    if (section->fields[i]->type == MAAK_FIELD_LIST && section->fields[i]->present == MAAK_PRESENT_SHEET)
      return TRUE;
  return FALSE;
}

static void
show_findings_cb (MaakFormSection *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->fields); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (MAAK_IS_FIELD_ROW (row))
      maak_field_row_show_findings (MAAK_FIELD_ROW (row));
}

/**
 * maak_form_section_new:
 * @record: a record of the open plan
 * @section: of its template
 *
 * Returns: (transfer floating): the section, without fields yet
 */
GtkWidget *
maak_form_section_new (MaakContext       *context,
                       MaakDocument      *document,
                       MaakRecord        *record,
                       const MaakSection *section)
{
  MaakFormSection *self = g_object_new (MAAK_TYPE_FORM_SECTION, NULL);
  MaakLanguage     language = maak_context_get_language (context);
  const char      *title = maak_text_get_best (section->label, language);
  const char      *help = maak_text_get_best (section->help, language);

  self->context = g_object_ref (context);
  self->document = g_object_ref (document);
  self->record = g_object_ref (record);
  self->section = section;
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->help), help);
  gtk_widget_set_visible (self->help, *help != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (has_sheet (section))
    {
      AdwClamp *clamp = ADW_CLAMP (adw_bin_get_child (ADW_BIN (self)));

      adw_clamp_set_maximum_size (clamp, SHEET_WIDTH);
      adw_clamp_set_tightening_threshold (clamp, SHEET_WIDTH);
    }
  gtk_widget_set_size_request (self->fields, -1, (int) section->n_fields * GUESSED_HEIGHT);
  g_signal_connect_object (document, "findings-changed", G_CALLBACK (show_findings_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** maak_form_section_get_section: Returns: (transfer none): the section of the template */
const MaakSection *
maak_form_section_get_section (MaakFormSection *self)
{
  g_return_val_if_fail (MAAK_IS_FORM_SECTION (self), NULL);

  return self->section;
}

/* The one field of a section that is called as the section is: the heading names it. */
static gboolean
is_named_by_heading (MaakFormSection *self,
                     const MaakField *field)
{
  MaakLanguage language = maak_context_get_language (self->context);

  return self->section->n_fields == 1 && g_str_equal (maak_text_get_best (field->label, language), maak_text_get_best (self->section->label, language));
}

/** maak_form_section_build: makes the fields, once. */
void
maak_form_section_build (MaakFormSection *self)
{
  g_return_if_fail (MAAK_IS_FORM_SECTION (self));

  if (self->is_built)
    return;
  self->is_built = TRUE;
  gtk_widget_set_size_request (self->fields, -1, -1);
  if (maak_section_keeping_is_wanted (maak_document_get_plan (self->document), self->record, self->section))
    adw_bin_set_child (ADW_BIN (self->keeping), maak_section_keeping_new (self->context, self->document, self->record, self->section));
  for (guint i = 0; i < self->section->n_fields; i++)
    {
      GtkWidget *row = maak_field_row_new (self->context, self->document, self->record, self->section->fields[i]);

      gtk_box_append (GTK_BOX (self->fields), row);
      if (is_named_by_heading (self, self->section->fields[i]))
        maak_field_row_hide_label (MAAK_FIELD_ROW (row));
    }
}

/** maak_form_section_focus: puts the keyboard on the first field, which is made if need be. */
void
maak_form_section_focus (MaakFormSection *self)
{
  g_return_if_fail (MAAK_IS_FORM_SECTION (self));

  maak_form_section_build (self);
  gtk_widget_child_focus (self->fields, GTK_DIR_TAB_FORWARD);
}

/** maak_form_section_is_built: Returns: whether the fields are there */
gboolean
maak_form_section_is_built (MaakFormSection *self)
{
  g_return_val_if_fail (MAAK_IS_FORM_SECTION (self), FALSE);

  return self->is_built;
}

/** maak_form_section_get_row: Returns: (transfer none) (nullable): the row of @field, made now if need be */
MaakFieldRow *
maak_form_section_get_row (MaakFormSection *self,
                           const MaakField *field)
{
  g_return_val_if_fail (MAAK_IS_FORM_SECTION (self), NULL);

  if (field->section != self->section)
    return NULL;
  maak_form_section_build (self);
  for (GtkWidget *row = gtk_widget_get_first_child (self->fields); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (MAAK_IS_FIELD_ROW (row) && maak_field_row_get_field (MAAK_FIELD_ROW (row)) == field)
      return MAAK_FIELD_ROW (row);
  return NULL;
}

/** maak_form_section_commit: writes what was typed and not yet handed over. */
void
maak_form_section_commit (MaakFormSection *self)
{
  g_return_if_fail (MAAK_IS_FORM_SECTION (self));

  for (GtkWidget *row = gtk_widget_get_first_child (self->fields); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (MAAK_IS_FIELD_ROW (row))
      maak_editor_commit (maak_field_row_get_editor (MAAK_FIELD_ROW (row)));
}
