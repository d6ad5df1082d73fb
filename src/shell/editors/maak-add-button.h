/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* The button that adds a record to a list; where the list takes several templates it asks which. */
GtkWidget *maak_add_button_new (MaakEditor *list, gboolean prominent);

/* A new record at the end of the list, opened where @open. */
MaakRecord *maak_add_record (MaakEditor *list, const MaakTemplate *template, gboolean open);

G_END_DECLS
