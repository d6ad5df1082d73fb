/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-years.h"

G_BEGIN_DECLS

/* A list of records as a sheet: a row a record, a column a field or one year of a series, and sums. Tells what the plan
 * holds at the moment it is asked; made again when records or years come and go. */
typedef struct
{
  const MaakField *field;  /* of the list's template */
  int              year;   /* of a series; 0: the field as a whole */
  gboolean         is_sum; /* of a series: over its years */
} MaakTableColumn;

typedef struct _MaakSheetModel MaakSheetModel;

MaakSheetModel        *maak_sheet_model_new (MaakPlan *plan, MaakRecord *owner, const MaakField *list, GArray *more_years_or_null);
void                   maak_sheet_model_free (MaakSheetModel *self);
guint                  maak_sheet_model_get_n_columns (MaakSheetModel *self);
const MaakTableColumn *maak_sheet_model_get_column (MaakSheetModel *self, guint column);
guint                  maak_sheet_model_get_n_rows (MaakSheetModel *self);
MaakRecord            *maak_sheet_model_get_record (MaakSheetModel *self, guint row);
gboolean               maak_sheet_model_is_free (MaakSheetModel *self); /* years may be added */
const MaakField       *maak_sheet_model_find_term (MaakSheetModel *self, MaakRecord **record);
gboolean               maak_sheet_model_equal (MaakSheetModel *self, MaakSheetModel *other);
const MaakField       *maak_sheet_model_get_field (MaakSheetModel *self, guint row, guint column);
char                  *maak_sheet_model_dup_label (MaakSheetModel *self, guint column, MaakLanguage language);
char                  *maak_sheet_model_dup_cell (MaakSheetModel *self, guint row, guint column, MaakLanguage language);
char                  *maak_sheet_model_dup_total (MaakSheetModel *self, guint column, MaakLanguage language);
gboolean               maak_sheet_model_has_totals (MaakSheetModel *self);
gboolean               maak_sheet_model_is_number (MaakSheetModel *self, guint column); /* stands at the right */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakSheetModel, maak_sheet_model_free)

G_END_DECLS
