/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A cell of a sheet: text, over which an entry lies while it is edited, and from which a popover may hang. All cells are
 * equally high, so that two tables side by side have the same rows. */
#define MAAK_TYPE_SHEET_CELL (maak_sheet_cell_get_type ())
G_DECLARE_FINAL_TYPE (MaakSheetCell, maak_sheet_cell, MAAK, SHEET_CELL, GtkWidget)

GtkWidget  *maak_sheet_cell_new (guint row, guint column, guint characters, gboolean at_right);
guint       maak_sheet_cell_get_row (MaakSheetCell *self);
guint       maak_sheet_cell_get_column (MaakSheetCell *self);
const char *maak_sheet_cell_get_text (MaakSheetCell *self);
void        maak_sheet_cell_show (MaakSheetCell *self, const char *text, const char *name); /* name: for who cannot see it */
void        maak_sheet_cell_set_entry (MaakSheetCell *self, GtkWidget *entry_or_null);
GtkWidget  *maak_sheet_cell_get_entry (MaakSheetCell *self);
void        maak_sheet_cell_set_popover (MaakSheetCell *self, GtkWidget *popover_or_null);

G_END_DECLS
