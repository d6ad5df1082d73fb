/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "checks/maak-finding.h"

G_DEFINE_BOXED_TYPE (MaakFinding, maak_finding, maak_finding_ref, maak_finding_unref)

/* Makes a finding; `id` is interned, `message` is taken. Its path is still NULL. */
MaakFinding *
maak_finding_new (MaakSeverity severity, const char *id, MaakRecord *record, const MaakField *field, MaakText *message)
{
  MaakFinding *self = g_new0 (MaakFinding, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->severity = severity;
  self->id = g_intern_string (id);
  self->record = g_object_ref (record);
  self->field = field;
  self->message = message;
  return self;
}

/* The same finding with the path that its record and field have in the plan now. */
MaakFinding *
maak_finding_new_placed (MaakFinding *finding, MaakPlan *plan)
{
  MaakFinding *self = maak_finding_new (finding->severity, finding->id, finding->record, finding->field, maak_text_ref (finding->message));

  self->path = maak_plan_dup_path (plan, finding->record, finding->field);
  return self;
}

/* Takes a reference. */
MaakFinding *
maak_finding_ref (MaakFinding *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/* Gives up a reference. */
void
maak_finding_unref (MaakFinding *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->record);
  maak_text_unref (self->message);
  g_free (self->path);
  g_free (self);
}

/* Whether two findings say the same of the same place. */
gboolean
maak_finding_equal (MaakFinding *a, MaakFinding *b)
{
  return a->severity == b->severity && a->id == b->id && a->record == b->record && a->field == b->field &&
         g_strcmp0 (a->path, b->path) == 0 && maak_text_equal (a->message, b->message);
}

/* Whether it says of a text that is there that it is not translated yet: work to be done some time, where others are mended now. */
gboolean
maak_finding_is_untranslated (const MaakFinding *self)
{
  return g_str_equal (self->id, "language-missing");
}
