/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "shell/maak-head-start.h"

/* What the window will need is read while the toolkit starts: both take about as long, and the one does not need the other. */
struct _MaakHeadStart
{
  GThread     *thread;
  char        *data_folder, *plan; /* plan: may be NULL */
  MaakLanguage language;
  GSettings   *settings; /* may be NULL */

  /* What came of it */
  MaakContext  *context;
  MaakPlanFile *file;
  GError       *error;
};

static gpointer
read_cb (gpointer data)
{
  MaakHeadStart *self = data;

  self->context = maak_context_new (self->data_folder, self->language, self->settings, &self->error);
  /* A plan that cannot be read is read again by who opens it, and told then. */
  if (self->context != NULL && self->plan != NULL)
    maak_plan_file_load (self->plan, maak_context_get_library (self->context), &self->file, NULL);
  return NULL;
}

/**
 * maak_head_start_begin:
 * @data_folder, @language, @settings: as for maak_context_new()
 * @plan_or_null: path of the plan that will be opened first
 *
 * Begins to read in a thread of its own. The locale must not be changed before maak_head_start_end().
 *
 * Returns: (transfer full): for maak_head_start_end()
 */
MaakHeadStart *
maak_head_start_begin (const char  *data_folder,
                       MaakLanguage language,
                       GSettings   *settings,
                       const char  *plan_or_null)
{
  MaakHeadStart *self;

  g_return_val_if_fail (data_folder != NULL, NULL);

  self = g_new0 (MaakHeadStart, 1);
  self->data_folder = g_strdup (data_folder);
  self->plan = g_strdup (plan_or_null);
  self->language = language;
  g_set_object (&self->settings, settings);
  self->thread = g_thread_new ("head-start", read_cb, self);
  return self;
}

/**
 * maak_head_start_end:
 * @file: (out) (transfer full) (nullable): the plan; NULL when none was asked for, or it could not be read
 * @error: those of maak_context_new()
 *
 * Waits for what was read.
 *
 * Returns: (transfer full): what all windows share; NULL and an error when what ships cannot be read
 */
MaakContext *
maak_head_start_end (MaakHeadStart *self_taken,
                     MaakPlanFile **file,
                     GError       **error)
{
  MaakContext *context;

  g_return_val_if_fail (self_taken != NULL && file != NULL, NULL);

  g_thread_join (self_taken->thread);
  context = g_steal_pointer (&self_taken->context);
  *file = g_steal_pointer (&self_taken->file);
  if (self_taken->error != NULL)
    g_propagate_error (error, self_taken->error);
  g_clear_object (&self_taken->settings);
  g_free (self_taken->data_folder);
  g_free (self_taken->plan);
  g_free (self_taken);
  return context;
}
