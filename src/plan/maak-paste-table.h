/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-grid.h"
#include "plan/maak-plan.h"

G_BEGIN_DECLS

/* A list as a sheet: a row a record, a column a field, or one year of a series. */

typedef struct
{
  const MaakField *field; /* of the list's template */
  int              year;  /* of a series; 0: the field as a whole */
} MaakSheetColumn;

/* Where something is pasted, or what is copied. */
typedef struct
{
  MaakRecord            *owner; /* has the list */
  const MaakField       *list;
  const MaakSheetColumn *columns;
  guint                  n_columns;
  MaakLanguage           language; /* of numbers, terms, headings */
  MaakLanguage           writing;  /* of texts */
} MaakSheet;

GArray  *maak_sheet_columns_new (MaakPlan *plan, MaakRecord *owner, const MaakField *list);
char    *maak_sheet_dup_label (const MaakSheet *sheet, guint column, MaakLanguage language);
gboolean maak_plan_paste_table (MaakPlan *self, const MaakSheet *sheet, guint row, guint column, MaakGrid *grid, GPtrArray *problems, GError **error);
char    *maak_plan_dup_table (MaakPlan *self, const MaakSheet *sheet, guint first_row, guint n_rows, gboolean with_headings);

G_END_DECLS
