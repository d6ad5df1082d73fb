/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Cells of a spreadsheet: strings in rows that are equally long. */
typedef struct _MaakGrid MaakGrid;

MaakGrid   *maak_grid_new (void);
MaakGrid   *maak_grid_new_from_text (const char *text, gsize length, GError **error);
MaakGrid   *maak_grid_new_from_html (const char *html, gsize length, GError **error);
void        maak_grid_free (MaakGrid *self);
void        maak_grid_add_row (MaakGrid *self);
void        maak_grid_add_cell (MaakGrid *self, const char *string);
guint       maak_grid_get_n_rows (MaakGrid *self);
guint       maak_grid_get_n_columns (MaakGrid *self);
const char *maak_grid_get (MaakGrid *self, guint row, guint column); /* "" where there is no cell */
gboolean    maak_grid_row_is_blank (MaakGrid *self, guint row);
char       *maak_grid_dup_text (MaakGrid *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakGrid, maak_grid_free)

G_END_DECLS
