/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Taking over what another program wrote in the plan's file, and the end of a document.
 *
 * Nothing is thrown away but by maak_document_discard_draft(): taking over is a step that can be undone, and a document that cannot be saved
 * in its file leaves a draft, marked as closed so that it does not count as a crash.
 */
#include "shell/maak-document-private.h"

/* Each field of the root becomes what @other has; its records come along. */
static void
take_over (MaakDocument *self, MaakPlanFile *other)
{
  MaakPlan   *plan = maak_document_get_plan (self);
  MaakRecord *root = maak_plan_get_root (plan);
  const MaakTemplate *template = maak_record_get_template (root);
  g_autoptr (MaakRecord) copy = maak_record_copy (maak_plan_get_root (maak_plan_file_get_plan (other)), FALSE);

  maak_plan_begin (plan, maak_message_new (MAAK_PHRASE_DOCUMENT_STEP_RELOAD, MAAK_ARG_END));
  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    {
      const MaakField *field = maak_template_get_field (template, i);
      g_autoptr (MaakValue) value = maak_record_get (copy, field) != NULL ? maak_value_ref (maak_record_get (copy, field)) : NULL;
      if (field->value != NULL)
        continue;
      /* A record is in one list. */
      maak_record_init_value (copy, field, NULL);
      maak_plan_set (plan, root, field, value);
    }
  maak_plan_end (plan);
}

static gboolean
refuse_reload (MaakDocument *self, GError **error)
{
  maak_error_set (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_NOT_SAME, NULL, maak_message_new (MAAK_PHRASE_DOCUMENT_RELOAD_DIFFERS, MAAK_ARG_END));
  maak_error_set_file (error, maak_document_get_path (self));
  return FALSE;
}

/**
 * maak_document_reload:
 * @error: those of maak_plan_file_load(); MAAK_STORE_ERROR_NOT_SAME when the file cannot be taken over in this document
 *
 * Takes over what the plan's own file holds now, as one step that can be undone.
 *
 * Returns: whether the plan is as the file
 */
gboolean
maak_document_reload (MaakDocument *self, GError **error)
{
  MaakPlan     *plan;
  MaakRecord   *root, *theirs;
  MaakPlanFile *other;

  g_return_val_if_fail (MAAK_IS_DOCUMENT (self) && !self->closed && maak_document_get_path (self) != NULL, FALSE);

  maak_document_wait (self);
  plan = maak_document_get_plan (self);
  root = maak_plan_get_root (plan);
  if (!maak_plan_file_load (maak_document_get_path (self), maak_plan_get_library (plan), &other, error))
    return FALSE;
  /* Templates that came with that file live as long as its records may. */
  g_ptr_array_add (self->reloaded, other);
  theirs = maak_plan_get_root (maak_plan_file_get_plan (other));
  if (!g_str_equal (maak_record_get_id (theirs), maak_record_get_id (root)) || maak_record_get_template (theirs) != maak_record_get_template (root) ||
      maak_plan_file_is_newer (other) || maak_document_get_read_only (self))
    return refuse_reload (self, error);
  take_over (self, other);
  if (!maak_record_equal (root, theirs))
    {
      maak_document_undo (self);
      return refuse_reload (self, error);
    }
  maak_plan_file_adopt (self->file, other);
  maak_plan_mark_saved (plan);
  g_clear_error (&self->save_error);
  self->details_stale = TRUE;
  maak_document_set_changed_underneath (self, FALSE);
  maak_document_update_state (self);
  return TRUE;
}

/* --- The end --- */

/** maak_document_let_go: gives the draft back, so that another may open it. */
void
maak_document_let_go (MaakDocument *self)
{
  if (self->claimed)
    maak_drafts_release (self->drafts, self->details->id);
  self->claimed = FALSE;
}

/** maak_document_flush: writes the draft now and waits until the disk has it. */
void
maak_document_flush (MaakDocument *self)
{
  g_return_if_fail (MAAK_IS_DOCUMENT (self));

  if (!self->closed && !maak_document_get_read_only (self) && (maak_document_get_path (self) == NULL || maak_document_get_modified (self)))
    maak_document_draft_now (self);
}

/**
 * maak_document_close:
 *
 * Writes the plan's own file when it has one and was edited; else, and where that cannot be, leaves a draft that the Start page shows. After
 * this nothing is written any more; the plan can still be read.
 *
 * Returns: whether everything is on disk: in the file, or as a draft; else maak_document_get_state_message() says what stands in the way,
 *   and the document is open still
 */
gboolean
maak_document_close (MaakDocument *self)
{
  gboolean safe = TRUE;

  g_return_val_if_fail (MAAK_IS_DOCUMENT (self), FALSE);

  if (self->closed)
    return TRUE;
  maak_document_wait (self);
  maak_document_update_state (self);
  if (!maak_document_get_read_only (self) && (maak_document_get_path (self) == NULL || self->modified))
    {
      if (maak_document_get_path (self) == NULL || self->changed_underneath || !maak_document_save_now (self, NULL, NULL))
        {
          self->details->closed = TRUE;
          self->details->crashes = 0;
          self->details_stale = TRUE;
          safe = maak_document_draft_now (self);
        }
    }
  else
    maak_drafts_remove (self->drafts, self->details->id, NULL);
  if (!safe)
    {
      self->details->closed = FALSE;
      maak_document_update_state (self);
      return FALSE;
    }
  maak_document_stop_saving (self);
  maak_document_let_go (self);
  return TRUE;
}

/** maak_document_discard_draft: closes the document and throws away what is not in the plan's own file. */
void
maak_document_discard_draft (MaakDocument *self)
{
  g_return_if_fail (MAAK_IS_DOCUMENT (self));

  if (self->closed)
    return;
  maak_document_stop_saving (self);
  maak_drafts_remove (self->drafts, self->details->id, NULL);
  maak_document_let_go (self);
}
