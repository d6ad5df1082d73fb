/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-prose-buffer.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The few buttons of a prose text; they call the actions "prose.*" of what they stand in. */
#define MAAK_TYPE_PROSE_TOOLBAR (maak_prose_toolbar_get_type ())
G_DECLARE_FINAL_TYPE (MaakProseToolbar, maak_prose_toolbar, MAAK, PROSE_TOOLBAR, AdwBin)

GtkWidget *maak_prose_toolbar_new (void);
void       maak_prose_toolbar_show_style (MaakProseToolbar *self, const MaakProseStyle *style);

G_END_DECLS
