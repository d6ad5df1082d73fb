/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-value.h"

G_BEGIN_DECLS

gboolean maak_value_is_empty (const MaakValue *self);

G_END_DECLS
