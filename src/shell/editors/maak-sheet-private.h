/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-sheet-model.h"
#include "shell/editors/maak-sheet-cell.h"
#include "shell/editors/maak-sheet-editor.h"

G_BEGIN_DECLS

struct _MaakSheetEditor
{
  MaakEditor parent_instance;

  MaakSheetModel     *model;
  GSimpleActionGroup *actions;
  GArray             *more_years;  /* of int: that the person asked for */
  GPtrArray          *cells;       /* of MaakSheetCell, row by row; not owned */
  GPtrArray          *totals;      /* of MaakSheetCell, one a column, or none; below the last row; not owned */
  guint               row, column; /* where the person was last */

  guint paste_row, paste_column; /* where what the clipboard gives goes */

  /* What was typed to pick from a list and named nothing in it: where, to be corrected there. NULL: nothing. */
  char *left_text;
  guint left_row, left_column;

  /* While a cell is edited. */
  MaakSheetCell *edited; /* NULL: none */
  MaakSlot      *slot;   /* of that cell */
  MaakValue     *before; /* what it held, for Escape; may be NULL */

  GtkWidget *tables; /* the box of both */
  GtkWidget *fixed;  /* the first column and the menus of the rows */
  GtkWidget *rest;
  GtkWidget *scroller;
  GtkWidget *add;
  GtkWidget *menu;
  GtkWidget *add_year;
  GtkWidget *hint;
  GtkWidget *to_term; /* in it */
  guint      scroll_source;
  guint      scroll_frames; /* since then */
  double     scroll_x;      /* pixels, where the sheet was */
};

/* maak-sheet-editing.c */
MaakSheetCell *maak_sheet_get_cell (MaakSheetEditor *self, guint row, guint column);
void           maak_sheet_go_to (MaakSheetEditor *self, guint row, guint column);
void           maak_sheet_scroll_later (MaakSheetEditor *self, double x);
void           maak_sheet_go_to_total (MaakSheetEditor *self, guint column);
void           maak_sheet_edit (MaakSheetEditor *self, MaakSheetCell *cell, const char *typed_or_null);
gboolean       maak_sheet_finish (MaakSheetEditor *self);
void           maak_sheet_cancel (MaakSheetEditor *self);
void           maak_sheet_clear_cell (MaakSheetEditor *self, MaakSheetCell *cell);

/* maak-sheet-picking.c */
gboolean maak_sheet_is_picked (const MaakField *field);
void     maak_sheet_pick (MaakSheetEditor *self, MaakSheetCell *cell, MaakSlot *slot, const char *typed);

/* maak-sheet-keys.c */
gboolean maak_sheet_go_on (MaakSheetEditor *self, MaakSheetCell *cell, int by);
void     maak_sheet_install_keys (MaakSheetEditor *self);
void     maak_sheet_copy (MaakSheetEditor *self);
void     maak_sheet_copy_table (MaakSheetEditor *self);
void     maak_sheet_paste (MaakSheetEditor *self, guint row, guint column);

/* maak-sheet-editor.c */
void maak_sheet_open_row (MaakSheetEditor *self, guint row, const MaakField *field_or_null);
void maak_sheet_move_row (MaakSheetEditor *self, guint row, int by);
void maak_sheet_remove_row (MaakSheetEditor *self, guint row);

G_END_DECLS
