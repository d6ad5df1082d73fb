/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-plan.h"

G_BEGIN_DECLS

/* What a check or a rule of the engine has to say: how bad, where, and what to do. Immutable, reference-counted. */
typedef struct
{
  gatomicrefcount  ref_count;
  MaakSeverity     severity;
  const char      *id;      /* of the check in its template, or of the rule: "required", "too-long", ... */
  MaakRecord      *record;  /* where the jump goes */
  const MaakField *field;   /* may be NULL: the record as a whole */
  char            *path;    /* as in errors; "" is the plan itself */
  MaakText        *message; /* what is wrong and what to do, in both languages */
} MaakFinding;

#define MAAK_TYPE_FINDING (maak_finding_get_type ())
GType maak_finding_get_type (void);

MaakFinding *maak_finding_new (MaakSeverity severity, const char *id, MaakRecord *record, const MaakField *field, MaakText *message_taken);
MaakFinding *maak_finding_new_placed (MaakFinding *finding, MaakPlan *plan);
MaakFinding *maak_finding_ref (MaakFinding *self);
void         maak_finding_unref (MaakFinding *self);
gboolean     maak_finding_equal (MaakFinding *a, MaakFinding *b);
gboolean     maak_finding_is_untranslated (const MaakFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakFinding, maak_finding_unref)

G_END_DECLS
