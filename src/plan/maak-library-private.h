/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-library.h"

G_BEGIN_DECLS

const MaakTemplate *maak_library_get_unknown_template (MaakLibrary *self);

G_END_DECLS
