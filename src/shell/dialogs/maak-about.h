/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

AdwDialog *maak_about_new (MaakContext *context);

G_END_DECLS
