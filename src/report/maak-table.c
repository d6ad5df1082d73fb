/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * A table as rows of texts: what it holds, and not how wide or where.
 *
 * Columns come first, then rows; a row of a group or a detail has one cell over all columns. A table owns its rows,
 * they own their cells, and a cell that is NULL is empty.
 */
#include "report/maak-table.h"

static void
clear_column (gpointer data)
{
  maak_runs_free (((MaakColumn *) data)->head);
}

static void
free_row (gpointer data)
{
  MaakRow *row = data;

  for (guint i = 0; i < row->n_cells; i++)
    maak_runs_free (row->cells[i]);
  g_free (row->cells);
  g_free (row);
}

/**
 * maak_table_new:
 * @form: how it is set
 *
 * Returns: (transfer full): a table without columns and rows; columns come first
 */
MaakTable *
maak_table_new (MaakTableForm form)
{
  MaakTable *self = g_new0 (MaakTable, 1);

  self->form = form;
  self->columns = g_array_new (FALSE, TRUE, sizeof (MaakColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

/**
 * maak_table_free:
 * @self: (nullable): a table, freed with its texts
 */
void
maak_table_free (MaakTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * maak_table_add_column:
 * @self: a table without rows
 * @head_taken: (nullable) (transfer full): what stands over it
 * @align: of its cells
 * @rigid: whether its cells are numbers, which are never broken
 */
void
maak_table_add_column (MaakTable *self, MaakRuns *head_taken, MaakAlign align, gboolean rigid)
{
  MaakColumn column = { .head = head_taken, .align = align, .rigid = rigid };

  g_assert (self->rows->len == 0);
  g_array_append_val (self->columns, column);
}

/**
 * maak_table_add_row:
 * @self: a table
 * @kind: what row
 *
 * Returns: (transfer none): a row of empty cells, owned by the table
 */
MaakRow *
maak_table_add_row (MaakTable *self, MaakRowKind kind)
{
  MaakRow *row = g_new0 (MaakRow, 1);

  row->kind = kind;
  row->n_cells = kind == MAAK_ROW_GROUP || kind == MAAK_ROW_DETAIL ? 1 : self->columns->len;
  row->cells = g_new0 (MaakRuns *, MAX (row->n_cells, 1));
  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * maak_row_set:
 * @self: a row
 * @column: which cell
 * @runs_taken: (nullable) (transfer full): its text; what it held is freed
 */
void
maak_row_set (MaakRow *self, guint column, MaakRuns *runs_taken)
{
  g_return_if_fail (column < self->n_cells);

  maak_runs_free (self->cells[column]);
  self->cells[column] = runs_taken;
}

/**
 * maak_table_get_n_columns:
 * @self: a table
 *
 * Returns: the number of columns
 */
guint
maak_table_get_n_columns (const MaakTable *self)
{
  return self->columns->len;
}

/**
 * maak_table_has_heads:
 * @self: a table
 *
 * Returns: whether any column has a head
 */
gboolean
maak_table_has_heads (const MaakTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, MaakColumn, i).head != NULL)
      return TRUE;
  return FALSE;
}
