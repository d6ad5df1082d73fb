/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwDialog *maak_help_new (void);

G_END_DECLS
