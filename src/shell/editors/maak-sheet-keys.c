/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The keyboard, the mouse and the clipboard of a sheet. It moves as a spreadsheet does: arrows and Tab from cell to cell,
 * Enter or F2 to edit, typing replaces, Escape gives back, Delete empties. At its edges Tab goes on through the form, and
 * Ctrl+Tab leaves it from anywhere. Below the last row are the totals, to be read and copied. Rows: Alt+Up and Alt+Down move, Ctrl+Delete removes, Ctrl+Enter opens.
 *
 * A table is copied with its headings, tab between cells, as spreadsheets do. */

#include "shell/editors/maak-sheet-private.h"

#include "plan/maak-paste-table.h"
#include "shell/editors/maak-value-entry.h"

#include <glib/gi18n.h>

static MaakSheetCell *
get_focused (MaakSheetEditor *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *cell;

  /* What hangs from a cell has its own keys. */
  if (focus == NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return NULL;
  cell = gtk_widget_get_ancestor (focus, MAAK_TYPE_SHEET_CELL);
  return cell != NULL && gtk_widget_is_ancestor (cell, self->tables) ? MAAK_SHEET_CELL (cell) : NULL;
}

/** maak_sheet_go_on: goes one cell on (1) or back (-1), into the next row at its end. Returns: FALSE: there is none */
gboolean
maak_sheet_go_on (MaakSheetEditor *self,
                  MaakSheetCell   *cell,
                  int              by)
{
  guint n = maak_sheet_model_get_n_columns (self->model);
  int   to = (int) (maak_sheet_cell_get_row (cell) * n + maak_sheet_cell_get_column (cell)) + by;

  if (to < 0 || to >= (int) self->cells->len)
    return FALSE;
  maak_sheet_go_to (self, (guint) to / n, (guint) to % n);
  return TRUE;
}

static gboolean
move (MaakSheetEditor *self,
      MaakSheetCell   *cell,
      int              down,
      int              right)
{
  int row = (int) maak_sheet_cell_get_row (cell) + down, column = (int) maak_sheet_cell_get_column (cell) + right;

  if (row == (int) maak_sheet_model_get_n_rows (self->model) && column >= 0 && self->totals->len > 0)
    {
      maak_sheet_go_to_total (self, (guint) column);
      return TRUE;
    }
  if (row < 0 || column < 0 || row >= (int) maak_sheet_model_get_n_rows (self->model) || column >= (int) maak_sheet_model_get_n_columns (self->model))
    return down != 0 && right == 0 ? FALSE : TRUE;
  maak_sheet_go_to (self, (guint) row, (guint) column);
  return TRUE;
}

/* Keys while a cell is edited; what is not for the sheet goes to the entry. */
static gboolean
key_in_entry (MaakSheetEditor *self,
              MaakSheetCell   *cell,
              guint            keyval,
              GdkModifierType  state)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      maak_sheet_cancel (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      /* Enter goes on to where one can write, not to the totals. */
      if (maak_sheet_finish (self) && maak_sheet_cell_get_row (cell) + 1 < maak_sheet_model_get_n_rows (self->model))
        move (self, cell, 1, 0);
      return TRUE;
    case GDK_KEY_Down:
      /* From the last row not to its total: there is nothing to type there. */
      if (maak_sheet_finish (self) && self->row + 1 < maak_sheet_model_get_n_rows (self->model))
        move (self, cell, 1, 0);
      return TRUE;
    case GDK_KEY_Up:
      if (maak_sheet_finish (self))
        move (self, cell, -1, 0);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if ((state & GDK_CONTROL_MASK) != 0)
        return FALSE;
      if (!maak_sheet_finish (self))
        return TRUE;
      return maak_sheet_go_on (self, cell, keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
    default:
      return FALSE;
    }
}

static gboolean
key_with_control (MaakSheetEditor *self,
                  MaakSheetCell   *cell,
                  guint            keyval)
{
  guint row = maak_sheet_cell_get_row (cell);

  switch (keyval)
    {
    case GDK_KEY_c:
      maak_sheet_copy (self);
      return TRUE;
    case GDK_KEY_v:
      maak_sheet_paste (self, row, maak_sheet_cell_get_column (cell));
      return TRUE;
    case GDK_KEY_Home:
      maak_sheet_go_to (self, 0, 0);
      return TRUE;
    case GDK_KEY_End:
      maak_sheet_go_to (self, G_MAXUINT, G_MAXUINT);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      maak_sheet_open_row (self, row, NULL);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      if (maak_editor_is_editable (MAAK_EDITOR (self)))
        maak_sheet_remove_row (self, row);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_plain (MaakSheetEditor *self,
           MaakSheetCell   *cell,
           guint            keyval,
           GdkModifierType  state)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move (self, cell, -1, 0);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move (self, cell, 1, 0);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move (self, cell, 0, -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move (self, cell, 0, 1);
    case GDK_KEY_Home:
      maak_sheet_go_to (self, maak_sheet_cell_get_row (cell), 0);
      return TRUE;
    case GDK_KEY_End:
      maak_sheet_go_to (self, maak_sheet_cell_get_row (cell), G_MAXUINT);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return maak_sheet_go_on (self, cell, keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
    case GDK_KEY_space:
      maak_sheet_edit (self, cell, NULL);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      maak_sheet_clear_cell (self, cell);
      return TRUE;
    default:
      return FALSE;
    }
}

/* In the row of the totals one moves and copies, no more. */
static gboolean
key_in_totals (MaakSheetEditor *self,
               MaakSheetCell   *cell,
               guint            keyval,
               GdkModifierType  held)
{
  if (held == GDK_CONTROL_MASK && keyval == GDK_KEY_c)
    {
      maak_sheet_copy (self);
      return TRUE;
    }
  if (held != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move (self, cell, -1, 0);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move (self, cell, 0, -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move (self, cell, 0, 1);
    case GDK_KEY_Home:
      maak_sheet_go_to_total (self, 0);
      return TRUE;
    case GDK_KEY_End:
      maak_sheet_go_to_total (self, G_MAXUINT);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (MaakSheetEditor       *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *keys)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK);
  char            typed[7] = "";
  MaakSheetCell  *cell;

  maak_editor_flush (MAAK_EDITOR (self));
  cell = get_focused (self);
  if (cell == NULL)
    return FALSE;
  if (self->edited != NULL)
    return key_in_entry (self, cell, keyval, state);
  if (maak_sheet_cell_get_row (cell) >= maak_sheet_model_get_n_rows (self->model))
    return key_in_totals (self, cell, keyval, held);
  if (held == GDK_CONTROL_MASK)
    return key_with_control (self, cell, keyval);
  if (held == GDK_ALT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down) && maak_editor_is_editable (MAAK_EDITOR (self)))
    {
      self->column = maak_sheet_cell_get_column (cell);
      maak_sheet_move_row (self, maak_sheet_cell_get_row (cell), keyval == GDK_KEY_Up ? -1 : 1);
      return TRUE;
    }
  if (held != 0 || key_plain (self, cell, keyval, state))
    return held == 0;
  if (gdk_keyval_to_unicode (keyval) < 0x20)
    return FALSE;
  /* Typing takes the place of what is there. */
  typed[g_unichar_to_utf8 (gdk_keyval_to_unicode (keyval), typed)] = '\0';
  maak_sheet_edit (self, cell, typed);
  if (self->edited != NULL)
    gtk_event_controller_key_forward (keys, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (maak_sheet_cell_get_entry (self->edited)))));
  return TRUE;
}

static void
clicked_cb (MaakSheetEditor *self,
            int              n_press,
            double           x,
            double           y)
{
  GtkWidget *at, *cell;

  maak_editor_flush (MAAK_EDITOR (self));
  at = gtk_widget_pick (self->tables, x, y, GTK_PICK_DEFAULT);
  cell = at != NULL ? gtk_widget_get_ancestor (at, MAAK_TYPE_SHEET_CELL) : NULL;
  if (cell == NULL || maak_sheet_cell_get_entry (MAAK_SHEET_CELL (cell)) != NULL)
    return;
  if (!maak_sheet_finish (self))
    return;
  if (maak_sheet_cell_get_row (MAAK_SHEET_CELL (cell)) >= maak_sheet_model_get_n_rows (self->model))
    {
      maak_sheet_go_to_total (self, maak_sheet_cell_get_column (MAAK_SHEET_CELL (cell)));
      return;
    }
  maak_sheet_go_to (self, maak_sheet_cell_get_row (MAAK_SHEET_CELL (cell)), maak_sheet_cell_get_column (MAAK_SHEET_CELL (cell)));
  if (n_press == 2)
    maak_sheet_edit (self, MAAK_SHEET_CELL (cell), NULL);
}

/** maak_sheet_install_keys: has the sheet follow the keyboard and the mouse. */
void
maak_sheet_install_keys (MaakSheetEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->tables, keys);
  g_signal_connect_object (click, "pressed", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->tables, GTK_EVENT_CONTROLLER (click));
}

static void
set_clipboard (MaakSheetEditor *self,
               const char      *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/** maak_sheet_copy: puts the cell on the clipboard that has the keyboard. */
void
maak_sheet_copy (MaakSheetEditor *self)
{
  MaakSheetCell *cell = get_focused (self);

  if (cell != NULL)
    set_clipboard (self, maak_sheet_cell_get_text (cell));
}

/** maak_sheet_copy_table: puts the sheet on the clipboard, with its headings. */
void
maak_sheet_copy_table (MaakSheetEditor *self)
{
  MaakLanguage language = maak_editor_get_language (MAAK_EDITOR (self));
  guint        n_columns = maak_sheet_model_get_n_columns (self->model);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint row = 0; row <= maak_sheet_model_get_n_rows (self->model); row++)
    for (guint column = 0; column < n_columns; column++)
      {
        g_autofree char *text = row == 0 ? maak_sheet_model_dup_label (self->model, column, language) : maak_sheet_model_dup_cell (self->model, row - 1, column, language);

        g_strdelimit (text, "\t\n\r", ' ');
        g_string_append (out, text);
        g_string_append_c (out, column + 1 < n_columns ? '\t' : '\n');
      }
  set_clipboard (self, out->str);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-toast", "s", _ ("The table was copied"));
}

/* The columns as the engine pastes into them: without sums. @column: among all; becomes its place among these. */
static GArray *
list_columns (MaakSheetEditor *self,
              guint           *column)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (MaakSheetColumn));
  guint   wanted = *column;

  for (guint i = 0; i < maak_sheet_model_get_n_columns (self->model); i++)
    {
      const MaakTableColumn *at = maak_sheet_model_get_column (self->model, i);
      MaakSheetColumn        own = { at->field, at->year };

      if (i == wanted)
        *column = columns->len;
      if (!at->is_sum)
        g_array_append_val (columns, own);
    }
  return columns;
}

static void
paste_text (MaakSheetEditor *self,
            const char      *text)
{
  MaakEditor *editor = MAAK_EDITOR (self);
  guint       column = self->paste_column;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakGrid) grid = maak_grid_new_from_text (text, strlen (text), &error);
  g_autoptr (GArray) columns = list_columns (self, &column);
  MaakSheet sheet = {
    .owner = maak_slot_get_record (maak_editor_get_slot (editor)),
    .list = maak_editor_get_field (editor),
    .columns = (const MaakSheetColumn *) (void *) columns->data,
    .n_columns = columns->len,
    .language = maak_editor_get_language (editor),
    .writing = maak_document_get_writing_language (maak_editor_get_document (editor)),
  };

  if (grid != NULL)
    maak_plan_paste_table (maak_editor_get_plan (editor), &sheet, self->paste_row, column, grid, NULL, &error);
  maak_editor_set_error (editor, error);
  if (error == NULL)
    maak_sheet_go_to (self, self->paste_row, self->paste_column);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MaakSheetEditor) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  /* The page may have gone while the clipboard was asked. */
  if (text == NULL || !maak_editor_is_editable (MAAK_EDITOR (self)))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.add-toast", "s", _ ("There is no table to paste. Copy cells in your spreadsheet first."));
      return;
    }
  paste_text (self, text);
}

/** maak_sheet_paste: writes the cells that are on the clipboard over those from a place on; behind the last row they are added. */
void
maak_sheet_paste (MaakSheetEditor *self,
                  guint            row,
                  guint            column)
{
  if (!maak_editor_is_editable (MAAK_EDITOR (self)))
    return;
  self->paste_row = row;
  self->paste_column = column;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_read_cb, g_object_ref (self));
}
