/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A cell whose value is picked: terms, organisations, other records. The list hangs from the cell; typing in the cell
 * searches in it, Enter and Tab take the first that is left, and what is not there can be added, as in a form.
 *
 * A name that is nothing in the list, typed by somebody who then goes elsewhere, is not filled in: the sheet says so, and
 * the cell that is opened again has it typed already. */

#include "shell/editors/maak-sheet-private.h"

#include "plan/maak-own-term.h"
#include "shell/editors/maak-references.h"
#include "shell/editors/maak-terms.h"

#include <glib/gi18n.h>

/** maak_sheet_is_picked: Returns: whether the value of @field is picked from a list */
gboolean
maak_sheet_is_picked (const MaakField *field)
{
  return field->type == MAAK_FIELD_CHOICE || field->type == MAAK_FIELD_CHOICES || field->type == MAAK_FIELD_PARTY || field->type == MAAK_FIELD_REFS;
}

static const char *const *
get_chosen (MaakValue *value)
{
  static const char *const none[] = { NULL };
  static const char       *one[2];

  if (value == NULL)
    return none;
  switch ((int) maak_value_get_kind (value))
    {
    case MAAK_VALUE_CODE:
      one[0] = maak_value_get_code (value);
      return one;
    case MAAK_VALUE_CODES:
      return maak_value_get_codes (value, NULL);
    case MAAK_VALUE_IDS:
      return maak_value_get_ids (value, NULL);
    default:
      return none;
    }
}

static gboolean
is_several (const MaakField *field)
{
  return (field->type == MAAK_FIELD_CHOICES || field->type == MAAK_FIELD_REFS) && field->max_count != 1;
}

/* The value after @id was picked: alone, or with or without it among the others. */
static MaakValue *
make_picked (const MaakField *field,
             MaakValue       *before,
             const char      *id)
{
  const char *const *chosen = get_chosen (before);
  gboolean           had = g_strv_contains (chosen, id);
  g_autoptr (GPtrArray) after = g_ptr_array_new ();

  for (guint i = 0; is_several (field) && chosen[i] != NULL; i++)
    if (strcmp (chosen[i], id) != 0)
      g_ptr_array_add (after, (gpointer) chosen[i]);
  if (*id != '\0' && !(had && is_several (field)))
    g_ptr_array_add (after, (gpointer) id);
  if (after->len == 0)
    return NULL;
  g_ptr_array_add (after, NULL);
  if (field->type == MAAK_FIELD_CHOICE)
    return maak_value_new_code (id);
  if (field->type == MAAK_FIELD_CHOICES)
    return maak_value_new_codes ((const char *const *) after->pdata);
  return maak_value_new_ids ((const char *const *) after->pdata);
}

static MaakSheetEditor *
get_sheet (GtkWidget *picker)
{
  return MAAK_SHEET_EDITOR (gtk_widget_get_ancestor (picker, MAAK_TYPE_SHEET_EDITOR));
}

static void
take (MaakSheetEditor *self,
      GtkWidget       *picker,
      MaakSlot        *slot,
      const char      *id)
{
  g_autoptr (MaakValue) value = make_picked (maak_slot_get_field (slot), maak_slot_get (slot), id);
  g_autoptr (GError) error = NULL;

  maak_slot_set (slot, value, &error);
  maak_editor_set_error (MAAK_EDITOR (self), error);
  maak_picker_set_chosen (MAAK_PICKER (picker), get_chosen (maak_slot_get (slot)));
}

static void
picked_cb (GtkWidget  *picker,
           const char *id,
           MaakSlot   *slot)
{
  MaakSheetEditor *self = get_sheet (picker);

  take (self, picker, slot, id);
  if (maak_picker_get_by_tab (MAAK_PICKER (picker)))
    maak_sheet_go_on (self, maak_sheet_get_cell (self, self->row, self->column), 1);
}

/* What was not there: a term of one's own, or a record, which is opened where it has no name yet. */
static void
offered_cb (GtkWidget  *picker,
            const char *text,
            MaakSlot   *slot)
{
  MaakSheetEditor *self = get_sheet (picker);
  const MaakField *field = maak_slot_get_field (slot);
  MaakPlan        *plan = maak_slot_get_plan (slot);
  MaakLanguage     language = maak_editor_get_language (MAAK_EDITOR (self));
  const char      *id = NULL;

  maak_plan_begin (plan, NULL);
  if (field->vocabulary != NULL)
    id = maak_plan_add_own_term (plan, field->vocabulary, text, language);
  else
    {
      MaakRecord *record = maak_references_add_new (plan, maak_slot_get_record (slot), field->of, text, language);

      id = record != NULL ? maak_record_get_id (record) : NULL;
    }
  if (id != NULL)
    take (self, picker, slot, id);
  maak_plan_end (plan);
  if (id != NULL && *text == '\0')
    maak_reference_open (GTK_WIDGET (self), id);
}

static void
left_cb (GtkWidget  *picker,
         const char *text,
         MaakSlot   *slot)
{
  MaakSheetEditor *self = get_sheet (picker);

  g_set_str (&self->left_text, text);
  self->left_row = self->row;
  self->left_column = self->column;
  maak_editor_say_left (MAAK_EDITOR (self), text);
}

static void
closed_cb (GtkWidget *picker)
{
  MaakSheetEditor *self = get_sheet (picker);

  if (self != NULL)
    maak_sheet_go_to (self, self->row, self->column);
}

static GListModel *
list_items (MaakSheetEditor *self,
            MaakSlot        *slot)
{
  const MaakField *field = maak_slot_get_field (slot);
  MaakLanguage     language = maak_editor_get_language (MAAK_EDITOR (self));

  if (field->vocabulary != NULL)
    return maak_terms_list (maak_slot_get_plan (slot), field, get_chosen (maak_slot_get (slot)), language, !is_several (field));
  return maak_references_list (maak_slot_get_plan (slot), maak_slot_get_record (slot), field->of, language, !is_several (field));
}

static void
connect (GtkWidget  *picker,
         const char *signal,
         GCallback   callback,
         MaakSlot   *slot)
{
  g_signal_connect_data (picker, signal, callback, g_object_ref (slot), (GClosureNotify) (void (*) (void)) g_object_unref, 0);
}

/**
 * maak_sheet_pick:
 * @slot: of the record of the row, with the field of the column
 * @typed: what is searched for already, or ""
 *
 * Opens the list from which the value of a cell is picked.
 */
void
maak_sheet_pick (MaakSheetEditor *self,
                 MaakSheetCell   *cell,
                 MaakSlot        *slot,
                 const char      *typed)
{
  const MaakField *field = maak_slot_get_field (slot);
  MaakLanguage     language = maak_editor_get_language (MAAK_EDITOR (self));
  GtkWidget       *picker = maak_picker_new (maak_text_get_best (field->label, language), is_several (field));
  g_autofree char *left = g_steal_pointer (&self->left_text);

  maak_editor_set_error (MAAK_EDITOR (self), NULL);
  if (*typed == '\0' && left != NULL && self->left_row == self->row && self->left_column == self->column)
    typed = left;
  if (field->vocabulary != NULL)
    maak_terms_offer_own (MAAK_PICKER (picker), maak_slot_get_plan (slot), field);
  else
    maak_references_offer_new (MAAK_PICKER (picker), maak_slot_get_plan (slot), maak_slot_get_record (slot), field->of, language);
  maak_picker_take_items (MAAK_PICKER (picker), list_items (self, slot));
  maak_picker_set_chosen (MAAK_PICKER (picker), get_chosen (maak_slot_get (slot)));
  maak_picker_begin (MAAK_PICKER (picker), typed);
  connect (picker, "picked", G_CALLBACK (picked_cb), slot);
  connect (picker, "offered", G_CALLBACK (offered_cb), slot);
  connect (picker, "left", G_CALLBACK (left_cb), slot);
  g_signal_connect (picker, "closed", G_CALLBACK (closed_cb), NULL);
  maak_sheet_cell_set_popover (cell, picker);
  gtk_popover_popup (GTK_POPOVER (picker));
}
