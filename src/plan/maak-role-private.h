/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-role.h"

G_BEGIN_DECLS

gboolean    maak_role_allows_type (MaakRole role, guint type);
const char *maak_role_get_vocabulary (MaakRole role);

G_END_DECLS
