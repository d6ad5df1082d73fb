/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-editor.h"

G_BEGIN_DECLS

/* What is done with a record that was just added. */
typedef void (*MaakAdded) (MaakEditor *list, MaakRecord *record);

/* The button that adds a record to a list; where the list takes several templates it asks which. */
GtkWidget *maak_add_button_new (MaakEditor *list, MaakAdded added_or_null);

G_END_DECLS
