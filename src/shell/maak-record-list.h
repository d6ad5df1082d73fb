/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* A list of records that fills a page: title, what it is for, a button that adds, the rows; or, while there are none, what
 * to do. */
#define MAAK_TYPE_RECORD_LIST (maak_record_list_get_type ())
G_DECLARE_FINAL_TYPE (MaakRecordList, maak_record_list, MAAK, RECORD_LIST, AdwBin)

GtkWidget *maak_record_list_new (MaakContext *context, MaakDocument *document, MaakRecord *owner, const MaakField *list, const char *icon);

G_END_DECLS
