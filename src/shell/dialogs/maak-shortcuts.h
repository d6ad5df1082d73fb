/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void       maak_shortcuts_install (GtkApplication *application);
AdwDialog *maak_shortcuts_new (void);

G_END_DECLS
