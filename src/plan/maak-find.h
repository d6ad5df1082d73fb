/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-plan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One place in the plan where the words that are looked for stand. Immutable, reference-counted. */
typedef struct _MaakFindHit MaakFindHit;

#define MAAK_TYPE_FIND_HIT (maak_find_hit_get_type ())
GType maak_find_hit_get_type (void);

MaakFindHit     *maak_find_hit_ref (MaakFindHit *self);
void             maak_find_hit_unref (MaakFindHit *self);
MaakRecord      *maak_find_hit_get_record (MaakFindHit *self);
const MaakField *maak_find_hit_get_field (MaakFindHit *self);
MaakLanguage     maak_find_hit_get_language (MaakFindHit *self);
guint            maak_find_hit_get_number (MaakFindHit *self);
const char      *maak_find_hit_get_snippet (MaakFindHit *self, guint *start, guint *end);

char      *maak_find_fold (const char *string);
GPtrArray *maak_plan_find (MaakPlan *self, const char *words, MaakLanguage language, guint limit, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakFindHit, maak_find_hit_unref)

G_END_DECLS
