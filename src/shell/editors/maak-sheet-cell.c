/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A cell knows its place and what it shows; what happens in it belongs to the sheet. Its text is an inscription, which does
 * not ask for room by what it says: a sheet of a thousand cells is measured once a column, and no amount makes it jump.
 *
 * While it is edited an entry lies over the text. */

#include "shell/editors/maak-sheet-cell.h"

struct _MaakSheetCell
{
  GtkWidget parent_instance;

  guint      row, column;
  char      *name;
  GtkWidget *text;
  GtkWidget *entry;   /* NULL: not edited */
  GtkWidget *popover; /* NULL: none */
};

G_DEFINE_FINAL_TYPE (MaakSheetCell, maak_sheet_cell, GTK_TYPE_WIDGET)

static void
maak_sheet_cell_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  gtk_widget_measure (MAAK_SHEET_CELL (widget)->text, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
maak_sheet_cell_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  MaakSheetCell *self = MAAK_SHEET_CELL (widget);
  int            line;

  /* Exactly one line: with room for a second, the first would not stand in the middle. */
  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, width, NULL, &line, NULL, NULL);
  line = MIN (line, height);
  gtk_widget_allocate (self->text, width, line, -1, gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) ((height - line) / 2))));
  if (self->entry != NULL)
    {
      int minimum, high;

      /* As high as its line, for the same reason: what is typed stands where the text stood. */
      gtk_widget_measure (self->entry, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      width = MAX (width, minimum);
      gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, width, &high, NULL, NULL, NULL);
      gtk_widget_allocate (self->entry, width, high, -1, gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) ((height - high) / 2))));
    }
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
maak_sheet_cell_dispose (GObject *object)
{
  MaakSheetCell *self = MAAK_SHEET_CELL (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);

  G_OBJECT_CLASS (maak_sheet_cell_parent_class)->dispose (object);
}

static void
maak_sheet_cell_finalize (GObject *object)
{
  g_free (MAAK_SHEET_CELL (object)->name);

  G_OBJECT_CLASS (maak_sheet_cell_parent_class)->finalize (object);
}

static void
maak_sheet_cell_class_init (MaakSheetCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maak_sheet_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = maak_sheet_cell_finalize;
  widget_class->measure = maak_sheet_cell_measure;
  widget_class->size_allocate = maak_sheet_cell_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
maak_sheet_cell_init (MaakSheetCell *self)
{
  self->text = gtk_inscription_new ("");
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * maak_sheet_cell_new:
 * @row: its place
 * @column: its place
 * @characters: how wide it would like to be
 * @at_right: whether its text stands at the right
 *
 * Returns: (transfer floating): the cell, empty
 */
GtkWidget *
maak_sheet_cell_new (guint    row,
                     guint    column,
                     guint    characters,
                     gboolean at_right)
{
  MaakSheetCell *self = g_object_new (MAAK_TYPE_SHEET_CELL, NULL);

  self->row = row;
  self->column = column;
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->text), characters);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (self->text), characters);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), at_right ? 1 : 0);
  if (at_right)
    gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  return GTK_WIDGET (self);
}

/** maak_sheet_cell_get_row: Returns: its row, from 0 */
guint
maak_sheet_cell_get_row (MaakSheetCell *self)
{
  g_return_val_if_fail (MAAK_IS_SHEET_CELL (self), 0);

  return self->row;
}

/** maak_sheet_cell_get_column: Returns: its column, from 0 */
guint
maak_sheet_cell_get_column (MaakSheetCell *self)
{
  g_return_val_if_fail (MAAK_IS_SHEET_CELL (self), 0);

  return self->column;
}

/** maak_sheet_cell_get_text: Returns: (transfer none): what it shows */
const char *
maak_sheet_cell_get_text (MaakSheetCell *self)
{
  const char *text;

  g_return_val_if_fail (MAAK_IS_SHEET_CELL (self), "");

  text = gtk_inscription_get_text (GTK_INSCRIPTION (self->text));
  return text != NULL ? text : "";
}

/** maak_sheet_cell_show: shows @text; @name says it with its row and column. */
void
maak_sheet_cell_show (MaakSheetCell *self,
                      const char    *text,
                      const char    *name)
{
  g_return_if_fail (MAAK_IS_SHEET_CELL (self));

  if (g_set_str (&self->name, name))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (strcmp (maak_sheet_cell_get_text (self), text) == 0)
    return;
  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text);
  /* What may be cut off is told in full. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), g_utf8_strlen (text, -1) > (glong) gtk_inscription_get_nat_chars (GTK_INSCRIPTION (self->text)) ? text : NULL);
}

/** maak_sheet_cell_set_entry: lays @entry_or_null over the text, or takes it away. */
void
maak_sheet_cell_set_entry (MaakSheetCell *self,
                           GtkWidget     *entry_or_null)
{
  g_return_if_fail (MAAK_IS_SHEET_CELL (self));

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  self->entry = entry_or_null;
  if (entry_or_null != NULL)
    gtk_widget_set_parent (entry_or_null, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->text, entry_or_null == NULL);
}

/** maak_sheet_cell_get_entry: Returns: (transfer none) (nullable): the entry that lies over it */
GtkWidget *
maak_sheet_cell_get_entry (MaakSheetCell *self)
{
  g_return_val_if_fail (MAAK_IS_SHEET_CELL (self), NULL);

  return self->entry;
}

/** maak_sheet_cell_set_popover: hangs @popover_or_null from the cell, or takes it away. */
void
maak_sheet_cell_set_popover (MaakSheetCell *self,
                             GtkWidget     *popover_or_null)
{
  g_return_if_fail (MAAK_IS_SHEET_CELL (self));

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = popover_or_null;
  if (popover_or_null != NULL)
    gtk_widget_set_parent (popover_or_null, GTK_WIDGET (self));
}
