/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * A plan file for another thread. The frozen copy shares with its original only what nobody changes: values, texts, templates, revisions
 * that are in a chain, members that are not known here. Whoever has the copy may save it; the original then adopts what the copy knows
 * of the file on disk.
 */
#include "store/maak-plan-file-private.h"

static gpointer
copy_revision (gconstpointer revision, gpointer data)
{
  return g_atomic_rc_box_acquire ((gpointer) revision);
}

/* A copy of the plan as it is now, and of the file: shares nothing that changes, so another thread may save it. The caller owns
 * it. */
MaakPlanFile *
maak_plan_file_new_frozen (MaakPlanFile *self)
{
  MaakPlanFile *frozen;

  g_return_val_if_fail (MAAK_IS_PLAN_FILE (self), NULL);

  frozen = g_object_new (MAAK_TYPE_PLAN_FILE, NULL);
  frozen->plan = maak_plan_new_copy (self->plan);
  frozen->id = g_strdup (self->id);
  frozen->path = g_strdup (self->path);
  frozen->mark = self->mark;
  frozen->version = self->version;
  g_ptr_array_unref (frozen->revisions);
  frozen->revisions = g_ptr_array_copy (self->revisions, copy_revision, NULL);
  g_ptr_array_set_free_func (frozen->revisions, maak_plan_file_release_revision);
  frozen->unknown = self->unknown != NULL ? json_object_ref (self->unknown) : NULL;
  return frozen;
}

/* Takes over what a frozen copy that was saved knows of the file: path, mark, revisions. */
void
maak_plan_file_adopt (MaakPlanFile *self, MaakPlanFile *frozen)
{
  g_return_if_fail (MAAK_IS_PLAN_FILE (self) && MAAK_IS_PLAN_FILE (frozen));

  g_set_str (&self->path, frozen->path);
  self->mark = frozen->mark;
  self->version = frozen->version;
  g_ptr_array_unref (self->revisions);
  self->revisions = g_ptr_array_copy (frozen->revisions, copy_revision, NULL);
  g_ptr_array_set_free_func (self->revisions, maak_plan_file_release_revision);
}

/* For a plan that was read from a draft: in which file it belongs, and what that held when the plan was read from it. `path` NULL: in
 * none yet. */
void
maak_plan_file_set_place (MaakPlanFile *self, const char *path, const MaakFileMark *mark)
{
  g_return_if_fail (MAAK_IS_PLAN_FILE (self));

  g_set_str (&self->path, path);
  self->mark = path != NULL && mark != NULL ? *mark : (MaakFileMark) { 0 };
}
