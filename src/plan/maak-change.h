/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-record.h"

G_BEGIN_DECLS

typedef enum
{
  MAAK_CHANGE_SET,
  MAAK_CHANGE_INSERT,
  MAAK_CHANGE_REMOVE,
  MAAK_CHANGE_MOVE,
} MaakChangeKind;

/* One edit. A list operation is also a change of the list's value from `before` to `after`, so that whoever only
 * wants values need not know the kinds. Immutable, reference-counted; undo hands out the inverse. */
typedef struct _MaakChange MaakChange;

#define MAAK_TYPE_CHANGE (maak_change_get_type ())
GType maak_change_get_type (void);

MaakChange      *maak_change_ref (MaakChange *self);
void             maak_change_unref (MaakChange *self);
MaakChangeKind   maak_change_get_kind (MaakChange *self);
MaakRecord      *maak_change_get_record (MaakChange *self);
const MaakField *maak_change_get_field (MaakChange *self);
MaakValue       *maak_change_get_before (MaakChange *self);
MaakValue       *maak_change_get_after (MaakChange *self);
MaakRecord      *maak_change_get_element (MaakChange *self); /* list operations: the record */
guint            maak_change_get_from (MaakChange *self);
guint            maak_change_get_to (MaakChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakChange, maak_change_unref)

G_END_DECLS
