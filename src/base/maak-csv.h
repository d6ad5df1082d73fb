/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads RFC 4180 in place: maak_csv_next_row() hands out the cells of one row at a time, valid until the next call. */
typedef struct _MaakCsv MaakCsv;

MaakCsv *maak_csv_new (const char *text, gssize length, char separator);
void     maak_csv_free (MaakCsv *self);
gboolean maak_csv_next_row (MaakCsv *self, const char *const **cells, guint *n_cells);
guint    maak_csv_get_line (MaakCsv *self);
gboolean maak_csv_is_broken (MaakCsv *self); /* a quote is not closed: what was read is not the whole */
void     maak_csv_append_cell (GString *out, const char *cell, char separator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakCsv, maak_csv_free)

G_END_DECLS
