/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The findings of an open plan: asked of the checker when somebody wants them, told a moment after edits, and looked up by record.
 *
 * A burst of edits is told once; who asks in between gets the findings as the plan is then. The array owns the findings, the table by record
 * lends them.
 */
#include "shell/maak-document-private.h"

#define DELAY 150 /* milliseconds: while a person types on, not so often that it can be felt */

static void
tell_cb (gpointer data)
{
  MaakDocument *self = data;

  self->findings_source = 0;
  g_signal_emit_by_name (self, "findings-changed");
}

static void
checker_changed_cb (MaakChecker *checker, gpointer data)
{
  MaakDocument *self = data;

  maak_document_forget_findings (self);
  if (self->findings_source == 0)
    self->findings_source = g_timeout_add_once (DELAY, tell_cb, self);
}

/** maak_document_forget_findings: they are asked again when somebody wants them. */
void
maak_document_forget_findings (MaakDocument *self)
{
  g_clear_pointer (&self->findings_by_record, g_hash_table_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

/** maak_document_get_checker: Returns: (transfer none): what follows the plan and finds what is wrong */
MaakChecker *
maak_document_get_checker (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), NULL);

  if (self->checker == NULL)
    {
      self->checker = maak_checker_new (maak_document_get_plan (self));
      g_signal_connect (self->checker, "changed", G_CALLBACK (checker_changed_cb), self);
    }
  return self->checker;
}

static void
ensure_findings (MaakDocument *self)
{
  if (self->findings != NULL)
    return;
  self->findings = maak_checker_dup_findings (maak_document_get_checker (self));
  self->findings_by_record = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->findings->len; i++)
    {
      MaakFinding *finding = g_ptr_array_index (self->findings, i);
      GPtrArray   *own = g_hash_table_lookup (self->findings_by_record, finding->record);
      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (self->findings_by_record, finding->record, own);
        }
      g_ptr_array_add (own, finding);
    }
}

/** maak_document_get_findings: Returns: (transfer none): of MaakFinding, the worst first, as the plan is now; valid until the next edit */
GPtrArray *
maak_document_get_findings (MaakDocument *self)
{
  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), NULL);

  ensure_findings (self);
  return self->findings;
}

/**
 * maak_document_list_findings_for:
 * @field: (nullable): a field of the record's template, or of one that this extends; NULL for all of the record
 *
 * What is to be shown beside the field: not that its text is not translated yet. That would nag from the first letter on; the text
 * says it itself where the other language is, and the page of the findings lists it.
 *
 * Returns: (transfer full): of MaakFinding; empty when there is nothing to say
 */
GPtrArray *
maak_document_list_findings_for (MaakDocument *self, MaakRecord *record, const MaakField *field)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_finding_unref);
  GPtrArray *own;

  g_return_val_if_fail (MAAK_IS_DOCUMENT (self) && MAAK_IS_RECORD (record), found);

  ensure_findings (self);
  own = g_hash_table_lookup (self->findings_by_record, record);
  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      MaakFinding *finding = g_ptr_array_index (own, i);
      if (maak_finding_is_untranslated (finding))
        continue;
      if (field == NULL || finding->field == field || (finding->field != NULL && g_str_equal (finding->field->id, field->id)))
        g_ptr_array_add (found, maak_finding_ref (finding));
    }
  return found;
}
