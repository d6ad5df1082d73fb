/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Editing a cell. What is typed is typed into an entry over the cell and read as everywhere; what is picked is picked from a
 * list that hangs from the cell (maak-sheet-picking.c); what is richer than a cell (texts of several paragraphs, sources) is edited in the form of
 * the record, which opens at that field.
 *
 * An entry whose text cannot be read stays, with the error below the sheet, until it can be, or Escape gives back what was
 * there before. */

#include "shell/editors/maak-sheet-private.h"

#include "base/maak-number.h"
#include "shell/editors/maak-value-entry.h"

/** maak_sheet_get_cell: Returns: (transfer none): the cell at a place */
MaakSheetCell *
maak_sheet_get_cell (MaakSheetEditor *self,
                     guint            row,
                     guint            column)
{
  return g_ptr_array_index (self->cells, row * maak_sheet_model_get_n_columns (self->model) + column);
}

static void
scroll_to (MaakSheetEditor *self,
           double           x,
           GtkWidget       *cell_or_null)
{
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double          page = gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t bounds;

  if (cell_or_null != NULL && gtk_widget_compute_bounds (cell_or_null, self->rest, &bounds))
    {
      x = MAX (x, bounds.origin.x + bounds.size.width - page);
      x = MIN (x, bounds.origin.x);
    }
  gtk_adjustment_set_value (adjustment, x);
}

static gboolean
scroll_cb (GtkWidget     *scroller,
           GdkFrameClock *clock,
           gpointer       data)
{
  MaakSheetEditor *self = data;
  GtkWidget       *cell = gtk_root_get_focus (gtk_widget_get_root (scroller)), *form = gtk_widget_get_ancestor (self->tables, GTK_TYPE_VIEWPORT);
  double           x = gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)));

  /* Cells that were just made have no place before a frame was laid out. */
  if (++self->scroll_frames < 3)
    return G_SOURCE_CONTINUE;
  self->scroll_source = 0;
  cell = cell != NULL && gtk_widget_is_ancestor (cell, self->tables) ? gtk_widget_get_ancestor (cell, MAAK_TYPE_SHEET_CELL) : NULL;
  scroll_to (self, MAX (x, self->scroll_x), cell != NULL && gtk_widget_is_ancestor (cell, self->rest) ? cell : NULL);
  if (cell != NULL && form != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (form), cell, NULL);
  return G_SOURCE_REMOVE;
}

/** maak_sheet_scroll_later: scrolls, once there is something to scroll, to @x pixels, and to the cell that has the keyboard. */
void
maak_sheet_scroll_later (MaakSheetEditor *self,
                         double           x)
{
  self->scroll_frames = 0;
  self->scroll_x = self->scroll_source == 0 ? x : MAX (x, self->scroll_x);
  if (self->scroll_source == 0)
    self->scroll_source = gtk_widget_add_tick_callback (self->scroller, scroll_cb, self, NULL);
}

/* The toolkit scrolls to what gets the keyboard as far as it knows where that is: not to what was made a moment ago. */
static void
focus_cell (MaakSheetEditor *self,
            GtkWidget       *cell)
{
  gtk_widget_grab_focus (cell);
  maak_sheet_scroll_later (self, 0);
}

/** maak_sheet_go_to: puts the keyboard on the cell at a place, or the nearest to it. */
void
maak_sheet_go_to (MaakSheetEditor *self,
                  guint            row,
                  guint            column)
{
  guint n_rows, n_columns;

  maak_editor_flush (MAAK_EDITOR (self));
  n_rows = maak_sheet_model_get_n_rows (self->model);
  n_columns = maak_sheet_model_get_n_columns (self->model);
  if (n_rows == 0 || n_columns == 0)
    return;
  self->row = MIN (row, n_rows - 1);
  self->column = MIN (column, n_columns - 1);
  focus_cell (self, GTK_WIDGET (maak_sheet_get_cell (self, self->row, self->column)));
}

/** maak_sheet_go_to_total: puts the keyboard on the total of a column, where there are totals. */
void
maak_sheet_go_to_total (MaakSheetEditor *self,
                        guint            column)
{
  maak_editor_flush (MAAK_EDITOR (self));
  if (self->totals->len == 0)
    return;
  column = MIN (column, self->totals->len - 1);
  gtk_widget_set_focusable (g_ptr_array_index (self->totals, column), TRUE);
  focus_cell (self, g_ptr_array_index (self->totals, column));
  /* Tab finds the one that was read last. */
  for (guint i = 0; i < self->totals->len; i++)
    gtk_widget_set_focusable (g_ptr_array_index (self->totals, i), i == column);
}

static gboolean
is_typed (const MaakField *field)
{
  return (field->type == MAAK_FIELD_TEXT && !field->prose) || field->type == MAAK_FIELD_NUMBER || field->type == MAAK_FIELD_MONEY || field->type == MAAK_FIELD_DATE ||
         field->type == MAAK_FIELD_PERIOD || field->type == MAAK_FIELD_SERIES;
}

static MaakLanguage
get_writing (MaakSheetEditor *self)
{
  return maak_document_get_writing_language (maak_editor_get_document (MAAK_EDITOR (self)));
}

/* Reads text for a cell; @final: the person is done. */
static gboolean
read_typed (gpointer        owner,
            MaakValueEntry *entry,
            const char     *text,
            gboolean        final)
{
  MaakSheetEditor       *self = owner;
  const MaakTableColumn *column;
  g_autofree char       *year = NULL;
  g_autoptr (GError) error = NULL;

  if (self->edited == NULL)
    return TRUE;
  column = maak_sheet_model_get_column (self->model, maak_sheet_cell_get_column (self->edited));
  year = column->year != 0 ? g_strdup_printf ("%d", column->year) : NULL;
  if (maak_slot_get_field (self->slot)->type == MAAK_FIELD_TEXT)
    maak_slot_set_string (self->slot, get_writing (self), text, &error);
  else
    maak_slot_parse (self->slot, year, text, maak_editor_get_language (MAAK_EDITOR (self)), &error);
  if (final || error == NULL)
    maak_editor_set_error (MAAK_EDITOR (self), error);
  return error == NULL;
}

static char *
dup_text_to_edit (MaakSheetEditor *self)
{
  MaakValue *value = maak_slot_get (self->slot);

  if (maak_slot_get_field (self->slot)->type == MAAK_FIELD_TEXT)
    return g_strdup (value != NULL ? maak_slot_get_string (self->slot, get_writing (self)) : "");
  return g_strdup (maak_sheet_cell_get_text (self->edited));
}

static void
end_edit (MaakSheetEditor *self)
{
  MaakSheetCell *cell = self->edited;

  self->edited = NULL;
  g_clear_object (&self->slot);
  g_clear_pointer (&self->before, maak_value_unref);
  if (cell != NULL)
    maak_sheet_cell_set_entry (cell, NULL);
}

static gboolean
left_cb (gpointer data)
{
  g_autoptr (GObject) entry = data;
  MaakSheetEditor *self = g_object_get_data (entry, "sheet");

  /* It may have gone, or the person may have come back. */
  if (self->edited == NULL || maak_sheet_cell_get_entry (self->edited) != GTK_WIDGET (entry) || gtk_widget_get_focus_child (GTK_WIDGET (entry)) != NULL)
    return G_SOURCE_REMOVE;
  if (!maak_value_entry_is_pending (MAAK_VALUE_ENTRY (entry)))
    end_edit (self);
  return G_SOURCE_REMOVE;
}

static void
leave_cb (GtkEventController *focus)
{
  g_idle_add (left_cb, g_object_ref (gtk_event_controller_get_widget (focus)));
}

static void
type_into (MaakSheetEditor *self,
           MaakSheetCell   *cell,
           const char      *typed_or_null)
{
  GtkWidget          *entry = maak_value_entry_new (maak_editor_get_plan (MAAK_EDITOR (self)), read_typed, self);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char    *text = dup_text_to_edit (self);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_entry_set_has_frame (GTK_ENTRY (entry), FALSE);
  if (maak_sheet_model_is_number (self->model, maak_sheet_cell_get_column (cell)))
    gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, cell, NULL, -1);
  g_object_set_data (G_OBJECT (entry), "sheet", self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), NULL);
  gtk_widget_add_controller (entry, focus);
  maak_value_entry_show (MAAK_VALUE_ENTRY (entry), text);
  maak_sheet_cell_set_entry (cell, entry);
  gtk_widget_grab_focus (entry);
  if (typed_or_null == NULL)
    gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

/**
 * maak_sheet_edit:
 * @typed_or_null: the letter that it begins with, which takes the place of what the cell holds; NULL: that is edited
 *
 * Begins to edit a cell. A sum, or a computed field, cannot be. An entry gets the letter by its key.
 */
void
maak_sheet_edit (MaakSheetEditor *self,
                 MaakSheetCell   *cell,
                 const char      *typed_or_null)
{
  guint            row = maak_sheet_cell_get_row (cell), column = maak_sheet_cell_get_column (cell);
  const MaakField *field = maak_sheet_model_get_field (self->model, row, column);
  g_autoptr (MaakSlot) slot = NULL;

  if (field == NULL || field->value != NULL || maak_sheet_model_get_column (self->model, column)->is_sum || !maak_editor_is_editable (MAAK_EDITOR (self)))
    return;
  if (self->edited != NULL && !maak_sheet_finish (self))
    return;
  self->row = row;
  self->column = column;
  slot = maak_slot_new (maak_editor_get_plan (MAAK_EDITOR (self)), maak_sheet_model_get_record (self->model, row), field);
  if (maak_sheet_is_picked (field))
    maak_sheet_pick (self, cell, slot, typed_or_null != NULL ? typed_or_null : "");
  else if (is_typed (field))
    {
      self->edited = cell;
      self->before = maak_slot_get (slot) != NULL ? maak_value_ref (maak_slot_get (slot)) : NULL;
      self->slot = g_steal_pointer (&slot);
      type_into (self, cell, typed_or_null);
    }
  else
    maak_sheet_open_row (self, row, field);
}

/** maak_sheet_finish: hands over what was typed. Returns: whether it could be read; then the cell is no longer edited */
gboolean
maak_sheet_finish (MaakSheetEditor *self)
{
  MaakValueEntry *entry;
  guint           row, column;

  if (self->edited == NULL)
    return TRUE;
  entry = MAAK_VALUE_ENTRY (maak_sheet_cell_get_entry (self->edited));
  maak_value_entry_commit (entry);
  if (maak_value_entry_is_pending (entry))
    return FALSE;
  row = maak_sheet_cell_get_row (self->edited);
  column = maak_sheet_cell_get_column (self->edited);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->edited)) != NULL)
    maak_sheet_go_to (self, row, column);
  end_edit (self);
  return TRUE;
}

/** maak_sheet_cancel: gives back what the cell held before it was edited. */
void
maak_sheet_cancel (MaakSheetEditor *self)
{
  MaakSheetCell *cell = self->edited;
  MaakSlot      *slot = self->slot;

  if (cell == NULL)
    return;
  /* Nothing that is still typed may be read after this. */
  self->edited = NULL;
  maak_editor_set_error (MAAK_EDITOR (self), NULL);
  if (maak_slot_is_editable (slot))
    maak_slot_set (slot, self->before, NULL);
  if (gtk_widget_get_focus_child (GTK_WIDGET (cell)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  maak_sheet_cell_set_entry (cell, NULL);
  end_edit (self);
}

/** maak_sheet_clear_cell: empties a cell. */
void
maak_sheet_clear_cell (MaakSheetEditor *self,
                       MaakSheetCell   *cell)
{
  guint                  row = maak_sheet_cell_get_row (cell), column = maak_sheet_cell_get_column (cell);
  const MaakTableColumn *at = maak_sheet_model_get_column (self->model, column);
  const MaakField       *field = maak_sheet_model_get_field (self->model, row, column);
  g_autoptr (MaakSlot) slot = NULL;
  g_autofree char *year = g_strdup_printf ("%d", at->year);

  if (field == NULL || field->value != NULL || at->is_sum || field->type == MAAK_FIELD_LIST || !maak_editor_is_editable (MAAK_EDITOR (self)))
    return;
  slot = maak_slot_new (maak_editor_get_plan (MAAK_EDITOR (self)), maak_sheet_model_get_record (self->model, row), field);
  if (at->year != 0)
    maak_slot_parse (slot, year, "", maak_editor_get_language (MAAK_EDITOR (self)), NULL);
  else if (field->type == MAAK_FIELD_TEXT)
    maak_slot_set_string (slot, get_writing (self), "", NULL);
  else
    maak_slot_set (slot, NULL, NULL);
}
