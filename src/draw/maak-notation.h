/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-citation.h"

G_BEGIN_DECLS

/* How values and how sure they are is written in pictures. */
const char *maak_notation_get_mark (MaakStatus status);
char       *maak_notation_dup_value (MaakUnit unit, double value, MaakStatus status, MaakLanguage language);
char       *maak_notation_dup_meaning (MaakStatus status, MaakLanguage language);

G_END_DECLS
