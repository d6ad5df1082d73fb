/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-message.h"
#include "plan/maak-change.h"

G_BEGIN_DECLS

/* The edits of a plan in steps, each of which is undone and redone whole. */
typedef struct _MaakHistory MaakHistory;

MaakHistory *maak_history_new (void);
void         maak_history_free (MaakHistory *self);
void         maak_history_begin (MaakHistory *self, MaakMessage *reason_taken);
void         maak_history_end (MaakHistory *self);
gboolean     maak_history_is_grouped (MaakHistory *self);
void         maak_history_set_run (MaakHistory *self, gboolean open);
void         maak_history_add (MaakHistory *self, MaakChange *change);
GPtrArray   *maak_history_step_back (MaakHistory *self);    /* changes to invert, last first; NULL: none */
GPtrArray   *maak_history_step_forward (MaakHistory *self); /* changes to make again, in order; NULL: none */
gboolean     maak_history_can_step_back (MaakHistory *self);
gboolean     maak_history_can_step_forward (MaakHistory *self);
MaakMessage *maak_history_get_reason (MaakHistory *self, gboolean forward);
void         maak_history_mark_saved (MaakHistory *self);
void         maak_history_mark_unsaved (MaakHistory *self);
gboolean     maak_history_is_modified (MaakHistory *self);

G_END_DECLS
