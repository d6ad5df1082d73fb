/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "report/maak-runs.h"

G_BEGIN_DECLS

typedef enum
{
  MAAK_ALIGN_LEFT,
  MAAK_ALIGN_RIGHT,
  MAAK_ALIGN_CENTER,
} MaakAlign;

typedef enum
{
  MAAK_ROW_BODY,
  MAAK_ROW_GROUP,  /* a name over the rows below it, across all columns */
  MAAK_ROW_DETAIL, /* what belongs to the row above and fits no column; across all columns */
  MAAK_ROW_TOTAL,
  MAAK_ROW_HEAD, /* a second head within the table: quadrants */
} MaakRowKind;

typedef enum
{
  MAAK_TABLE_RULED,     /* columns with heads, thin rules between rows */
  MAAK_TABLE_FACTS,     /* a name and a value a row, no heads */
  MAAK_TABLE_QUADRANTS, /* equal columns under tinted heads, no rules */
} MaakTableForm;

typedef struct
{
  MaakRuns *head; /* NULL: no head */
  MaakAlign align;
  gboolean  rigid; /* numbers: never broken */
} MaakColumn;

typedef struct
{
  MaakRowKind kind;
  guint       n_cells;
  MaakRuns  **cells; /* of the columns; GROUP and DETAIL have one; NULL: an empty cell */
} MaakRow;

/* A table as rows of texts. */
typedef struct
{
  MaakTableForm form;
  GArray       *columns;         /* of MaakColumn */
  GPtrArray    *rows;            /* of MaakRow */
  guint         n_label_columns; /* columns from the left that name the row: header cells, repeated when a table is cut */
} MaakTable;

MaakTable *maak_table_new (MaakTableForm form);
void       maak_table_free (MaakTable *self);
void       maak_table_add_column (MaakTable *self, MaakRuns *head_taken, MaakAlign align, gboolean rigid);
MaakRow   *maak_table_add_row (MaakTable *self, MaakRowKind kind);
void       maak_row_set (MaakRow *self, guint column, MaakRuns *runs_taken);
guint      maak_table_get_n_columns (const MaakTable *self);
gboolean   maak_table_has_heads (const MaakTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakTable, maak_table_free)

G_END_DECLS
