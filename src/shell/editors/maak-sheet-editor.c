/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A sheet is two tables side by side: the first column with the menus of the rows, which stays, and the rest, which scrolls
 * sideways where there is no room. Their rows are equally high, since all cells are. The years are columns, with sums at
 * the end of the rows and below.
 *
 * The tables are made again only when rows or columns come or go; an edit writes the texts of the cells. Both are done before the
 * next frame, so that a thousand rows that are pasted make them once. Editing a cell is
 * in maak-sheet-editing.c, the keyboard and the clipboard in maak-sheet-keys.c. */

#include "shell/editors/maak-sheet-private.h"

#include "shell/editors/maak-add-button.h"
#include "shell/maak-removal.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (MaakSheetEditor, maak_sheet_editor, MAAK_TYPE_EDITOR)

/* How many characters wide a column would like to be. */
static guint
choose_width (MaakSheetEditor *self,
              guint            column)
{
  const MaakTableColumn *at = maak_sheet_model_get_column (self->model, column);

  if (column == 0)
    return 18;
  switch ((int) at->field->type)
    {
    case MAAK_FIELD_SERIES:
    case MAAK_FIELD_MONEY:
    case MAAK_FIELD_NUMBER:
      return 11;
    case MAAK_FIELD_DATE:
      return 13;
    case MAAK_FIELD_PERIOD:
      return 20;
    default:
      return 17;
    }
}

static GtkWidget *
make_inscription (MaakSheetEditor *self,
                  guint            column,
                  const char      *text,
                  const char      *style)
{
  GtkWidget *inscription = gtk_inscription_new (text);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription), choose_width (self, column));
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (inscription), choose_width (self, column));
  gtk_inscription_set_xalign (GTK_INSCRIPTION (inscription), maak_sheet_model_is_number (self->model, column) ? 1 : 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (inscription, style);
  return inscription;
}

static void
put (MaakSheetEditor *self,
     GtkWidget       *widget,
     guint            row,
     guint            column)
{
  if (column == 0)
    gtk_grid_attach (GTK_GRID (self->fixed), widget, 0, (int) row, 1, 1);
  else
    gtk_grid_attach (GTK_GRID (self->rest), widget, (int) column - 1, (int) row, 1, 1);
}

static void
make_heads (MaakSheetEditor *self)
{
  for (guint column = 0; column < maak_sheet_model_get_n_columns (self->model); column++)
    {
      g_autofree char *label = maak_sheet_model_dup_label (self->model, column, maak_editor_get_language (MAAK_EDITOR (self)));
      GtkWidget       *head = make_inscription (self, column, label, "maak-sheet-head");

      gtk_inscription_set_min_lines (GTK_INSCRIPTION (head), 2);
      gtk_inscription_set_nat_lines (GTK_INSCRIPTION (head), 2);
      gtk_inscription_set_yalign (GTK_INSCRIPTION (head), 1);
      gtk_widget_set_tooltip_text (head, g_utf8_strlen (label, -1) > 2 * (glong) choose_width (self, column) ? label : NULL);
      put (self, head, 0, column);
    }
}

static GMenuModel *
make_row_menu (MaakRecord *record)
{
  static const char *const names[] = { "sheet.open", "sheet.up", "sheet.down", "sheet.copy", "sheet.remove" };
  const char              *labels[] = { C_ ("menu", "Open"), C_ ("menu", "Move up"), C_ ("menu", "Move down"), C_ ("menu", "Duplicate"), C_ ("menu", "Remove") };
  GMenu                   *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (labels[i], NULL);

      g_menu_item_set_action_and_target (item, names[i], "s", maak_record_get_id (record));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
set_enabled (MaakSheetEditor *self,
             const char      *name,
             gboolean         enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

static void
make_popup_cb (GtkMenuButton *button,
               gpointer       record)
{
  MaakSheetEditor *self = MAAK_SHEET_EDITOR (gtk_widget_get_ancestor (GTK_WIDGET (button), MAAK_TYPE_SHEET_EDITOR));
  guint            position = maak_record_get_position (record);
  g_autoptr (GMenuModel) menu = NULL;

  /* Menus are open one at a time, and their actions are those of the row whose menu it is. */
  set_enabled (self, "up", position > 0);
  set_enabled (self, "down", position + 1 < maak_sheet_model_get_n_rows (self->model));
  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  menu = make_row_menu (record);
  gtk_menu_button_set_menu_model (button, menu);
}

static void
make_row (MaakSheetEditor *self,
          guint            row)
{
  MaakRecord *record = maak_sheet_model_get_record (self->model, row);
  GtkWidget  *menu = gtk_menu_button_new ();

  for (guint column = 0; column < maak_sheet_model_get_n_columns (self->model); column++)
    {
      GtkWidget *cell = maak_sheet_cell_new (row, column, choose_width (self, column), maak_sheet_model_is_number (self->model, column));

      if (maak_sheet_model_get_column (self->model, column)->is_sum)
        gtk_widget_add_css_class (cell, "maak-sum");
      g_ptr_array_add (self->cells, cell);
      put (self, cell, row + 1, column);
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (menu), make_popup_cb, record, NULL);
  gtk_widget_set_tooltip_text (menu, _ ("More actions"));
  gtk_widget_add_css_class (menu, "flat");
  gtk_widget_add_css_class (menu, "maak-row-menu");
  gtk_grid_attach (GTK_GRID (self->fixed), menu, 1, (int) row + 1, 1, 1);
}

static void
make_totals (MaakSheetEditor *self)
{
  guint last = maak_sheet_model_get_n_rows (self->model) + 1;

  for (guint column = 0; column < maak_sheet_model_get_n_columns (self->model); column++)
    {
      GtkWidget *total = maak_sheet_cell_new (last - 1, column, choose_width (self, column), maak_sheet_model_is_number (self->model, column));

      gtk_widget_add_css_class (total, "maak-sheet-total");
      /* Reached with the arrows; Tab passes over them. */
      gtk_widget_set_focusable (total, FALSE);
      put (self, total, last, column);
      g_ptr_array_add (self->totals, total);
    }
}

static void
clear_grid (GtkWidget *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (grid)) != NULL)
    gtk_grid_remove (GTK_GRID (grid), child);
}

static void
fill_tables (MaakSheetEditor *self)
{
  clear_grid (self->fixed);
  clear_grid (self->rest);
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->totals, 0);
  make_heads (self);
  for (guint row = 0; row < maak_sheet_model_get_n_rows (self->model); row++)
    make_row (self, row);
  if (maak_sheet_model_has_totals (self->model) && maak_sheet_model_get_n_rows (self->model) > 0)
    make_totals (self);
}

/* The tables are filled outside the window: in it, each cell that comes is told to who listens to the screen with its place among
 * all before it, and five hundred rows would take ten seconds. */
static void
make_tables (MaakSheetEditor *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (self->tables) != NULL;
  double   x = gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)));

  maak_sheet_cancel (self);
  g_object_ref (self->fixed);
  g_object_ref (self->rest);
  gtk_box_remove (GTK_BOX (self->tables), self->fixed);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), NULL);
  fill_tables (self);
  gtk_box_prepend (GTK_BOX (self->tables), self->fixed);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->rest);
  g_object_unref (self->fixed);
  g_object_unref (self->rest);
  maak_sheet_scroll_later (self, x);
  if (had_focus)
    maak_sheet_go_to (self, self->row, self->column);
}

static void
show_row (MaakSheetEditor *self,
          guint            row)
{
  MaakLanguage     language = maak_editor_get_language (MAAK_EDITOR (self));
  MaakRecord      *record = maak_sheet_model_get_record (self->model, row);
  g_autofree char *title = maak_record_dup_title (record, language);
  g_autofree char *more = g_strdup_printf (_ ("More actions for %s"), title);
  GtkWidget       *menu = gtk_grid_get_child_at (GTK_GRID (self->fixed), 1, (int) row + 1);

  for (guint column = 0; column < maak_sheet_model_get_n_columns (self->model); column++)
    {
      g_autofree char *label = maak_sheet_model_dup_label (self->model, column, language);
      g_autofree char *text = maak_sheet_model_dup_cell (self->model, row, column, language);
      g_autofree char *name = g_strdup_printf ("%s, %s, %s", title, label, *text != '\0' ? text : C_ ("cell", "empty"));

      maak_sheet_cell_show (maak_sheet_get_cell (self, row, column), text, name);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (menu)), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
  gtk_widget_set_visible (menu, maak_editor_is_editable (MAAK_EDITOR (self)));
}

static void
show_totals (MaakSheetEditor *self)
{
  MaakLanguage language = maak_editor_get_language (MAAK_EDITOR (self));

  for (guint column = 0; column < self->totals->len; column++)
    {
      g_autofree char *label = maak_sheet_model_dup_label (self->model, column, language);
      g_autofree char *text = column == 0 ? g_strdup (C_ ("sum", "Total")) : maak_sheet_model_dup_total (self->model, column, language);
      g_autofree char *name = column == 0 ? g_strdup (text) : g_strdup_printf ("%s, %s, %s", C_ ("sum", "Total"), label, text != NULL ? text : C_ ("cell", "empty"));

      maak_sheet_cell_show (g_ptr_array_index (self->totals, column), text != NULL ? text : "", name);
    }
}

/* Years that depend on a term which is not filled in yet: what to do, and a way there. */
static gboolean
show_hint (MaakSheetEditor *self)
{
  MaakRecord      *record;
  const MaakField *term = maak_sheet_model_find_term (self->model, &record);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->hint, term != NULL);
  if (term == NULL)
    return FALSE;
  /* Translators: %s is the name of a field, as "Term". */
  label = g_strdup_printf (_ ("Go to “%s”"), maak_text_get_best (term->label, maak_editor_get_language (MAAK_EDITOR (self))));
  gtk_button_set_label (GTK_BUTTON (self->to_term), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->to_term), "(ss)", maak_record_get_id (record), term->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->to_term), "win.go-to");
  return TRUE;
}

static void
maak_sheet_editor_refresh (MaakEditor *editor)
{
  MaakSheetEditor *self = MAAK_SHEET_EDITOR (editor);
  MaakSlot        *slot = maak_editor_get_slot (editor);
  const MaakField *field = maak_slot_get_field (slot);
  MaakSheetModel  *model = maak_sheet_model_new (maak_slot_get_plan (slot), maak_slot_get_record (slot), field, self->more_years);
  MaakSheetModel  *before = self->model;
  guint            n = maak_sheet_model_get_n_rows (model);
  gboolean         editable = maak_editor_is_editable (editor), waits;

  self->model = model;
  if (before == NULL || !maak_sheet_model_equal (before, model))
    make_tables (self);
  g_clear_pointer (&before, maak_sheet_model_free);
  for (guint row = 0; row < n; row++)
    show_row (self, row);
  show_totals (self);
  gtk_widget_set_visible (self->tables, n > 0);
  gtk_widget_set_visible (self->add, editable && (field->max_count == 0 || n < field->max_count));
  gtk_widget_set_visible (self->menu, editable || n > 0);
  waits = show_hint (self);
  gtk_widget_set_visible (self->add_year, editable && n > 0 && maak_sheet_model_is_free (model) && !waits);
}

static void
maak_sheet_editor_commit (MaakEditor *editor)
{
  maak_sheet_finish (MAAK_SHEET_EDITOR (editor));
}

/** maak_sheet_open_row: shows the record of a row, at a field. */
void
maak_sheet_open_row (MaakSheetEditor *self,
                     guint            row,
                     const MaakField *field_or_null)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "(ss)", maak_record_get_id (maak_sheet_model_get_record (self->model, row)), field_or_null != NULL ? field_or_null->id : "");
}

/** maak_sheet_move_row: moves a row up (-1) or down (1). */
void
maak_sheet_move_row (MaakSheetEditor *self,
                     guint            row,
                     int              by)
{
  int to = (int) row + by;

  if (to < 0 || to >= (int) maak_sheet_model_get_n_rows (self->model))
    return;
  self->row = (guint) to;
  maak_plan_move (maak_editor_get_plan (MAAK_EDITOR (self)), maak_sheet_model_get_record (self->model, row), (guint) to);
}

/** maak_sheet_remove_row: removes a record, and offers to undo that. */
void
maak_sheet_remove_row (MaakSheetEditor *self,
                       guint            row)
{
  MaakEditor *editor = MAAK_EDITOR (self);

  maak_remove_record (GTK_WIDGET (self), maak_editor_get_plan (editor), maak_sheet_model_get_record (self->model, row), maak_editor_get_language (editor));
  maak_editor_flush (editor);
  if (maak_sheet_model_get_n_rows (self->model) == 0)
    gtk_widget_grab_focus (self->add);
}

static void
copy_row (MaakSheetEditor *self,
          guint            row)
{
  MaakRecord *record = maak_sheet_model_get_record (self->model, row);
  g_autoptr (MaakRecord) copy = maak_record_copy (record, TRUE);

  maak_plan_insert (maak_editor_get_plan (MAAK_EDITOR (self)), maak_record_get_parent (record), maak_record_get_parent_field (record), row + 1, copy);
}

static void
row_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  MaakSheetEditor *self = data;
  const char      *name = g_action_get_name (G_ACTION (action));
  guint            row = 0, n;

  maak_editor_flush (MAAK_EDITOR (self));
  n = maak_sheet_model_get_n_rows (self->model);
  while (row < n && strcmp (maak_record_get_id (maak_sheet_model_get_record (self->model, row)), g_variant_get_string (parameter, NULL)) != 0)
    row++;
  if (row == n)
    return;
  if (strcmp (name, "open") == 0)
    maak_sheet_open_row (self, row, NULL);
  else if (!maak_editor_is_editable (MAAK_EDITOR (self)))
    return;
  else if (strcmp (name, "up") == 0 || strcmp (name, "down") == 0)
    maak_sheet_move_row (self, row, *name == 'u' ? -1 : 1);
  else if (strcmp (name, "copy") == 0)
    copy_row (self, row);
  else
    maak_sheet_remove_row (self, row);
}

static void
table_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  maak_editor_flush (data);
  if (strcmp (g_action_get_name (G_ACTION (action)), "copy-table") == 0)
    maak_sheet_copy_table (data);
  else
    maak_sheet_paste (data, maak_sheet_model_get_n_rows (MAAK_SHEET_EDITOR (data)->model), 0);
}

static void
install_actions (MaakSheetEditor *self)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = row_action, .parameter_type = "s" },
    { .name = "up", .activate = row_action, .parameter_type = "s" },
    { .name = "down", .activate = row_action, .parameter_type = "s" },
    { .name = "copy", .activate = row_action, .parameter_type = "s" },
    { .name = "remove", .activate = row_action, .parameter_type = "s" },
    { .name = "copy-table", .activate = table_action },
    { .name = "paste", .activate = table_action },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "sheet", G_ACTION_GROUP (self->actions));
}

static void
added_cb (MaakEditor *editor,
          MaakRecord *record)
{
  MaakSheetEditor *self = MAAK_SHEET_EDITOR (editor);

  maak_sheet_go_to (self, maak_record_get_position (record), 0);
}

static void
add_year_cb (MaakSheetEditor *self)
{
  int next = maak_date_today ().year;

  for (guint column = 0; column < maak_sheet_model_get_n_columns (self->model); column++)
    next = MAX (next, maak_sheet_model_get_column (self->model, column)->year + 1);
  g_array_append_val (self->more_years, next);
  maak_editor_refresh (MAAK_EDITOR (self));
}

static void
make_tables_box (MaakSheetEditor *self)
{
  self->tables = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->fixed = gtk_grid_new ();
  self->rest = gtk_grid_new ();
  self->scroller = gtk_scrolled_window_new ();
  /* The bar stands below the sheet: over it, it would hide the totals. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->rest);
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_valign (self->fixed, GTK_ALIGN_START);
  gtk_widget_set_valign (self->rest, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->tables, "maak-sheet");
  gtk_widget_add_css_class (self->fixed, "maak-sheet-fixed");
  gtk_box_append (GTK_BOX (self->tables), self->fixed);
  gtk_box_append (GTK_BOX (self->tables), self->scroller);
}

static void
show_bar_cb (GtkWidget     *bar,
             GtkAdjustment *adjustment)
{
  gtk_widget_set_visible (bar, gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 1);
}

static GtkWidget *
make_bar (MaakSheetEditor *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GtkWidget     *bar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, adjustment);

  g_signal_connect_object (adjustment, "changed", G_CALLBACK (show_bar_cb), bar, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (bar, FALSE);
  return bar;
}

static GtkWidget *
make_tools (MaakSheetEditor *self)
{
  MaakEditor *editor = MAAK_EDITOR (self);
  GtkWidget  *tools = adw_wrap_box_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Copy table"), "sheet.copy-table");
  g_menu_append (menu, _ ("Paste from a spreadsheet"), "sheet.paste");
  self->add = maak_add_button_new (editor, added_cb);
  self->add_year = gtk_button_new_with_label (_ ("Add year"));
  maak_editor_name_control (editor, self->add_year, _ ("Add year"));
  g_signal_connect_object (self->add_year, "clicked", G_CALLBACK (add_year_cb), self, G_CONNECT_SWAPPED);
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (self->menu, _ ("Copy and paste"));
  maak_editor_name_control (editor, self->menu, _ ("Copy and paste"));
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (tools), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (tools), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (tools), self->add);
  adw_wrap_box_append (ADW_WRAP_BOX (tools), self->add_year);
  adw_wrap_box_append (ADW_WRAP_BOX (tools), self->menu);
  return tools;
}

static void
make_hint (MaakSheetEditor *self)
{
  GtkWidget *label = gtk_label_new (_ ("The years follow from the term. Fill that in first."));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  self->to_term = gtk_button_new ();
  gtk_button_set_can_shrink (GTK_BUTTON (self->to_term), TRUE);
  self->hint = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->hint), 9);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->hint), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (self->hint), label);
  adw_wrap_box_append (ADW_WRAP_BOX (self->hint), self->to_term);
}

static void
maak_sheet_editor_constructed (GObject *object)
{
  MaakSheetEditor *self = MAAK_SHEET_EDITOR (object);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  G_OBJECT_CLASS (maak_sheet_editor_parent_class)->constructed (object);

  install_actions (self);
  make_tables_box (self);
  maak_sheet_install_keys (self);
  make_hint (self);
  gtk_box_append (GTK_BOX (box), self->tables);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_box_append (GTK_BOX (box), make_tools (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
maak_sheet_editor_dispose (GObject *object)
{
  MaakSheetEditor *self = MAAK_SHEET_EDITOR (object);

  self->edited = NULL;
  g_clear_object (&self->slot);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->before, maak_value_unref);

  G_OBJECT_CLASS (maak_sheet_editor_parent_class)->dispose (object);
}

static void
maak_sheet_editor_finalize (GObject *object)
{
  MaakSheetEditor *self = MAAK_SHEET_EDITOR (object);

  g_clear_pointer (&self->model, maak_sheet_model_free);
  g_free (self->left_text);
  g_array_unref (self->more_years);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->totals);

  G_OBJECT_CLASS (maak_sheet_editor_parent_class)->finalize (object);
}

static void
maak_sheet_editor_class_init (MaakSheetEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = maak_sheet_editor_constructed;
  object_class->dispose = maak_sheet_editor_dispose;
  object_class->finalize = maak_sheet_editor_finalize;
  MAAK_EDITOR_CLASS (klass)->refresh = maak_sheet_editor_refresh;
  MAAK_EDITOR_CLASS (klass)->refreshes_later = TRUE;
  MAAK_EDITOR_CLASS (klass)->commit = maak_sheet_editor_commit;
}

static void
maak_sheet_editor_init (MaakSheetEditor *self)
{
  self->more_years = g_array_new (FALSE, FALSE, sizeof (int));
  self->cells = g_ptr_array_new ();
  self->totals = g_ptr_array_new ();
}
