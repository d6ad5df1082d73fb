/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-change.h"

G_BEGIN_DECLS

MaakChange *maak_change_new (MaakChangeKind kind, MaakRecord *record, const MaakField *field, MaakValue *before, MaakValue *after);
MaakChange *maak_change_new_list (MaakChangeKind kind, MaakRecord *record, const MaakField *field, MaakValue *before, MaakValue *after, MaakRecord *element, guint from, guint to);
MaakChange *maak_change_new_inverse (MaakChange *self);

G_END_DECLS
