/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * How an open plan comes to be on disk.
 *
 * An *edit* has a serial. The *draft* is written a moment after the last edit, and in the midst of typing too, so that nothing older than a second is lost; the plan's *own file*
 * when it is asked for, when there was no edit for half a minute, and on closing. A *job* is one errand: a draft, or a draft and then the
 * own file. It runs on another thread, one at a time, and has only what nobody changes: the text in parts, a frozen copy of the plan,
 * copies of strings. The main thread reads its outcome when it is done. While the own file is being written, which a slow network may
 * make long, what is typed on goes into the draft by a second job at its *side*.
 *
 * Invariants: `drafted` and the history's mark only say what a job reported as being on disk; a draft is removed only after the own
 * file was written with the same content or later, by the same job, so a crash at any point leaves one of the two whole; an older draft never
 * replaces a later one; what failed is tried again,
 * later each time, and at once when there is an edit. When the draft cannot be written and there is an own file, that is written.
 */
#include "shell/maak-document-private.h"

#include "shell/maak-errand.h"
#include "json/maak-json.h"

#include <string.h>

#define MAX_RETRY 30000

const MaakDocumentDelays maak_document_default_delays = { .draft = 300, .longest = 600, .rest = 30000, .retry = 1000, .look = 300 };

struct _MaakDocumentJob
{
  MaakDocument *document;
  MaakDrafts   *drafts;
  guint64       serial; /* of the last edit that it holds */

  gboolean   announces; /* nothing but the details */
  gboolean   with_draft;
  MaakDraft *details; /* NULL: they are on disk */
  GPtrArray *parts;   /* of the draft; NULL: it is on disk */
  char      *id;

  MaakPlanFile *frozen; /* NULL: the draft only */
  char         *path;   /* NULL: the own file */
  gboolean      replace;
  char         *time, *author;
  GTask        *task; /* who asked; NULL: nobody */

  /* outcome; the job's until `done` */
  GError  *draft_error, *save_error;
  gboolean drafted, saved;

  GMutex   lock;
  GCond    ready;
  gboolean done;
  gboolean finished; /* the main thread has seen it */
  guint    ref_count;
};

static void
start_next (MaakDocument *self);

static void
arm_draft (MaakDocument *self);

static void
rest_cb (gpointer data);

/* --- On the other thread --- */

/* A draft that could not be read again is none: better the one before, and a word about it now. */
static gboolean
check_size (GBytes *text, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (maak_json_check (g_bytes_get_data (text, NULL), g_bytes_get_size (text), &maak_json_limits_plan, &problem))
    return TRUE;
  if (g_error_matches (problem, MAAK_JSON_ERROR, MAAK_JSON_ERROR_LIMIT))
    maak_error_set (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_NOT_SAME, NULL, maak_message_new (MAAK_PHRASE_DOCUMENT_TOO_LARGE, MAAK_ARG_END));
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* Has draft_lock. */
static gboolean
write_draft (MaakDocumentJob *job)
{
  g_autoptr (GBytes) text = NULL;

  if (job->details != NULL && !maak_drafts_write_details (job->drafts, job->details, &job->draft_error))
    return FALSE;
  if (job->parts == NULL || job->document->on_disk > job->serial + 1)
    return TRUE;
  text = maak_json_join (job->parts);
  if (!check_size (text, &job->draft_error) || !maak_drafts_write_text (job->drafts, job->id, text, &job->draft_error))
    return FALSE;
  job->document->on_disk = job->serial + 1;
  return TRUE;
}

/* What is in the own file needs no draft, but what came after it does. Has draft_lock. */
static void
remove_draft (MaakDocumentJob *job)
{
  /* A draft that stays is compared when the plan is opened next. */
  if (job->document->on_disk <= job->serial + 1)
    {
      maak_drafts_remove (job->drafts, job->id, NULL);
      job->document->on_disk = 0;
    }
}

static void
write_file (MaakDocumentJob *job)
{
  const MaakRevisionInfo info = { job->time, job->author, "Maakland " MAAKLAND_VERSION };
  MaakFileMark           seen;

  if (job->replace && !maak_file_look (job->path, &seen, &job->save_error))
    return;
  job->saved = maak_plan_file_save_over (job->frozen, job->path, job->replace ? &seen : NULL, &info, &job->save_error);
  if (!job->saved)
    return;
  g_mutex_lock (&job->document->draft_lock);
  remove_draft (job);
  g_mutex_unlock (&job->document->draft_lock);
}

/* Nobody needs to know where that cannot be written. */
static void
announce (MaakDocumentJob *job)
{
  maak_drafts_write_details (job->drafts, job->details, NULL);
  if (job->details->path != NULL)
    maak_file_sweep (job->details->path);
}

static void
run (gpointer data)
{
  MaakDocumentJob *job = data;

  if (job->announces)
    announce (job);
  if (job->with_draft)
    {
      g_mutex_lock (&job->document->draft_lock);
      job->drafted = write_draft (job);
      g_mutex_unlock (&job->document->draft_lock);
    }
  if (job->frozen != NULL)
    write_file (job);
  g_mutex_lock (&job->lock);
  job->done = TRUE;
  g_cond_signal (&job->ready);
  g_mutex_unlock (&job->lock);
}

/* --- Jobs --- */

static void
unref_job (gpointer data)
{
  MaakDocumentJob *job = data;

  if (--job->ref_count > 0)
    return;
  g_object_unref (job->document);
  g_object_unref (job->drafts);
  g_clear_pointer (&job->details, maak_draft_free);
  g_clear_pointer (&job->parts, g_ptr_array_unref);
  g_free (job->id);
  g_clear_object (&job->frozen);
  g_free (job->path);
  g_free (job->time);
  g_free (job->author);
  g_clear_object (&job->task);
  g_clear_error (&job->draft_error);
  g_clear_error (&job->save_error);
  g_mutex_clear (&job->lock);
  g_cond_clear (&job->ready);
  g_free (job);
}

static void
fill_details (MaakDocument *self)
{
  MaakText *title = maak_record_get_text (maak_plan_get_root (maak_document_get_plan (self)), MAAK_ROLE_TITLE);

  g_set_str (&self->details->path, maak_document_get_path (self));
  self->details->mark = *maak_plan_file_get_mark (self->file);
  g_clear_pointer (&self->details->title, maak_text_unref);
  self->details->title = title != NULL ? maak_text_ref (title) : NULL;
  g_set_str (&self->details->region, maak_document_get_lead_region (self));
}

/* All that a job needs of the document, as it is now. What is in its own file needs no draft. */
static MaakDocumentJob *
create_job (MaakDocument *self, gboolean with_draft)
{
  MaakDocumentJob *job = g_new0 (MaakDocumentJob, 1);

  job->ref_count = 1;
  job->document = g_object_ref (self);
  job->drafts = g_object_ref (self->drafts);
  job->id = g_strdup (self->details->id);
  job->serial = self->serial;
  g_mutex_init (&job->lock);
  g_cond_init (&job->ready);
  self->draft_due = FALSE;
  if (!with_draft)
    return job;
  job->with_draft = TRUE;
  if (self->drafted != self->serial || !self->has_draft)
    job->parts = maak_plan_file_dup_parts (self->file);
  if (self->details_stale || !self->has_draft)
    {
      fill_details (self);
      job->details = maak_draft_copy (self->details);
      self->details_stale = FALSE;
    }
  self->first_unsafe = 0;
  return job;
}

static MaakDocumentJob *
create_save_job (MaakDocument *self, const char *path)
{
  gboolean         with_draft = !maak_document_get_read_only (self) && (maak_document_get_path (self) == NULL || self->has_draft || maak_plan_is_modified (maak_document_get_plan (self)));
  MaakDocumentJob *job = create_job (self, with_draft);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  const char *own = maak_plan_file_get_path (self->file);

  job->frozen = maak_plan_file_new_frozen (self->file);
  job->path = path != NULL && own != NULL && maak_file_is_same (path, own) ? g_strdup (own) : g_strdup (path);
  job->replace = path != NULL;
  job->time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  job->author = g_strdup (self->author);
  /* Somebody removed the file: there is nothing to overwrite. */
  if (path == NULL && own != NULL && !g_file_test (own, G_FILE_TEST_EXISTS))
    maak_plan_file_set_place (job->frozen, own, NULL);
  /* Edits from here on are a step of their own, so that the mark can tell them. */
  maak_plan_mark_saved (maak_document_get_plan (self));
  self->saving = TRUE;
  self->save_due = FALSE;
  return job;
}

/* --- Outcomes --- */

static gboolean
may_save (MaakDocument *self)
{
  return maak_document_get_path (self) != NULL && !maak_document_get_read_only (self) && !self->changed_underneath &&
         maak_plan_is_modified (maak_document_get_plan (self));
}

static void
take_draft_outcome (MaakDocument *self, MaakDocumentJob *job)
{
  g_clear_error (&self->draft_error);
  if (job->drafted)
    {
      /* What stood in the way of both is gone. */
      if (self->failures > 0 && self->save_error != NULL && may_save (self))
        self->save_due = TRUE;
      self->has_draft = TRUE;
      self->drafted = MAX (self->drafted, job->serial);
      self->failures = 0;
      return;
    }
  self->draft_error = g_steal_pointer (&job->draft_error);
  self->failures++;
  self->details_stale = TRUE;
  if (self->first_unsafe == 0)
    self->first_unsafe = g_get_monotonic_time ();
}

static gboolean
has_draft_on_disk (MaakDocument *self)
{
  gboolean has;

  g_mutex_lock (&self->draft_lock);
  has = self->on_disk != 0;
  g_mutex_unlock (&self->draft_lock);
  return has;
}

static void
take_save_outcome (MaakDocument *self, MaakDocumentJob *job)
{
  self->saving = FALSE;
  g_clear_error (&self->save_error);
  if (!job->saved)
    {
      if (!maak_document_get_read_only (self))
        maak_plan_mark_unsaved (maak_document_get_plan (self));
      self->save_error = g_error_copy (job->save_error);
      if (!job->replace && g_error_matches (job->save_error, MAAK_FILE_ERROR, MAAK_FILE_ERROR_CHANGED))
        maak_document_set_changed_underneath (self, TRUE);
      if (self->rest_source == 0 && !self->closed)
        self->rest_source = g_timeout_add_once (self->delays.rest, rest_cb, self);
      return;
    }
  maak_plan_file_adopt (self->file, job->frozen);
  self->has_draft = has_draft_on_disk (self);
  self->details_stale = TRUE;
  /* A draft that came at the side knows the file as it was before. */
  self->draft_due = self->has_draft;
  if (self->serial == job->serial)
    {
      /* All is where it belongs, whatever stood in the way of the draft. */
      g_clear_error (&self->draft_error);
      self->failures = 0;
      self->first_unsafe = 0;
    }
  maak_document_set_changed_underneath (self, FALSE);
  maak_document_path_changed (self);
}

static void
answer (MaakDocumentJob *job)
{
  if (job->task == NULL)
    return;
  if (job->saved)
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, g_error_copy (job->save_error));
}

/* On the main thread, once. */
static void
finish (gpointer data)
{
  MaakDocumentJob *job = data;
  MaakDocument    *self = job->document;

  if (job->finished)
    return;
  job->finished = TRUE;
  if (self->job == job)
    self->job = NULL;
  else if (self->side == job)
    self->side = NULL;
  if (job->with_draft)
    take_draft_outcome (self, job);
  if (job->frozen != NULL)
    take_save_outcome (self, job);
  if (self->draft_error != NULL && job->frozen == NULL && maak_document_get_path (self) != NULL && !self->changed_underneath)
    self->save_due = TRUE;
  maak_document_update_state (self);
  answer (job);
  if (self->closed)
    return;
  start_next (self);
  if (self->first_unsafe != 0)
    arm_draft (self);
}

static void
start (MaakDocument *self, MaakDocumentJob *job_taken)
{
  self->job = job_taken;
  maak_errand_send (run, finish, unref_job, job_taken);
  maak_document_update_state (self);
}

/* Whole, because the save that is under way removes the draft that is there now. */
static void
start_at_side (MaakDocument *self)
{
  if (!self->saving || self->side != NULL || !self->draft_due)
    return;
  self->details_stale = TRUE;
  self->side = create_job (self, TRUE);
  /* What is beside the file then is not known yet. */
  self->details_stale = TRUE;
  maak_errand_send (run, finish, unref_job, self->side);
}

/* What waits, when nothing is under way: saves in their order, then the own file, then the draft. */
static void
start_next (MaakDocument *self)
{
  GTask           *request;
  MaakDocumentJob *job;

  if (self->closed)
    return;
  if (self->job != NULL)
    {
      start_at_side (self);
      return;
    }
  request = g_queue_pop_head (&self->requests);
  if (request != NULL)
    {
      job = create_save_job (self, g_task_get_task_data (request));
      job->task = request;
      start (self, job);
    }
  else if (self->save_due)
    start (self, create_save_job (self, NULL));
  else if (self->draft_due && self->side == NULL)
    start (self, create_job (self, TRUE));
}

static void
wait_for_job (MaakDocumentJob *job)
{
  g_mutex_lock (&job->lock);
  while (!job->done)
    g_cond_wait (&job->ready, &job->lock);
  g_mutex_unlock (&job->lock);
  job->ref_count++;
  finish (job);
  unref_job (job);
}

/** maak_document_job_is_done: Returns: whether the other thread has done its part of what is under way */
gboolean
maak_document_job_is_done (MaakDocument *self)
{
  gboolean done;

  if (self->job == NULL)
    return TRUE;
  g_mutex_lock (&self->job->lock);
  done = self->job->done;
  g_mutex_unlock (&self->job->lock);
  return done;
}

/** maak_document_wait: waits until nothing is under way and nothing waits. */
void
maak_document_wait (MaakDocument *self)
{
  while (self->job != NULL || self->side != NULL)
    wait_for_job (self->side != NULL ? self->side : self->job);
}

static void
run_here (MaakDocumentJob *job)
{
  run (job);
  finish (job);
}

/* --- When --- */

static guint
get_retry (MaakDocument *self)
{
  guint delay = self->delays.retry;

  for (guint i = 1; i < self->failures && delay < MAX_RETRY; i++)
    delay *= 2;
  return MIN (delay, MAX_RETRY);
}

/* When the draft is due; monotonic. */
static gint64
get_draft_time (MaakDocument *self)
{
  gint64 longest = self->first_unsafe + (gint64) self->delays.longest * 1000;
  gint64 time = MIN (self->last_edit + (gint64) self->delays.draft * 1000, longest);

  /* After a failure an edit is tried at once, else later each time. */
  if (self->failures > 0 && self->last_edit < self->first_unsafe)
    time = self->first_unsafe + (gint64) get_retry (self) * 1000;
  return time;
}

static void
draft_cb (gpointer data)
{
  MaakDocument *self = data;

  self->draft_source = 0;
  if (self->first_unsafe == 0)
    return;
  if (g_get_monotonic_time () < get_draft_time (self))
    {
      arm_draft (self);
      return;
    }
  self->draft_due = TRUE;
  start_next (self);
}

static void
arm_draft (MaakDocument *self)
{
  gint64 left = get_draft_time (self) - g_get_monotonic_time ();

  if (self->closed || self->draft_source != 0)
    return;
  self->draft_source = g_timeout_add_once ((guint) MAX (left / 1000 + 1, 1), draft_cb, self);
}

static void
rest_cb (gpointer data)
{
  MaakDocument *self = data;

  self->rest_source = 0;
  if (!may_save (self))
    return;
  self->save_due = TRUE;
  start_next (self);
}

/** maak_document_edited: the plan was edited: the draft is due in a moment, the own file when there was no edit for longer. */
void
maak_document_edited (MaakDocument *self)
{
  self->serial++;
  self->last_edit = g_get_monotonic_time ();
  if (self->first_unsafe == 0)
    self->first_unsafe = self->last_edit;
  if (self->failures > 0)
    g_clear_handle_id (&self->draft_source, g_source_remove);
  arm_draft (self);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (!self->closed)
    self->rest_source = g_timeout_add_once (self->delays.rest, rest_cb, self);
}

/** maak_document_details_changed: what is kept beside the draft is other; written with the draft, if there is one. */
void
maak_document_details_changed (MaakDocument *self)
{
  self->details_stale = TRUE;
  if (!self->has_draft || self->first_unsafe != 0)
    return;
  self->last_edit = self->first_unsafe = g_get_monotonic_time ();
  arm_draft (self);
}

/** maak_document_start_draft: writes the draft as soon as can be. */
void
maak_document_start_draft (MaakDocument *self)
{
  self->draft_due = TRUE;
  start_next (self);
}

/** maak_document_announce: lets other programs know that the plan's file is open here, before there is a draft; and tidies up beside it. */
void
maak_document_announce (MaakDocument *self)
{
  MaakDocumentJob *job = create_job (self, FALSE);

  fill_details (self);
  job->announces = TRUE;
  job->details = maak_draft_copy (self->details);
  start (self, job);
}

static void
leave_file (MaakDocument *self)
{
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
}

/** maak_document_stop_saving: no timer runs any more; what is under way has ended, what waited is told that it will not be done. */
void
maak_document_stop_saving (MaakDocument *self)
{
  GTask *request;

  g_clear_handle_id (&self->draft_source, g_source_remove);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_handle_id (&self->look_source, g_source_remove);
  leave_file (self);
  self->closed = TRUE;
  maak_document_wait (self);
  while ((request = g_queue_pop_head (&self->requests)) != NULL)
    {
      g_task_return_new_error (request, G_IO_ERROR, G_IO_ERROR_CLOSED, "closed");
      g_object_unref (request);
    }
}

/** maak_document_save_now: saves on this thread. Returns: whether it is saved; else the error of the save */
gboolean
maak_document_save_now (MaakDocument *self, const char *path, GError **error)
{
  MaakDocumentJob *job;
  gboolean         saved;

  maak_document_wait (self);
  job = create_save_job (self, path);
  run_here (job);
  saved = job->saved;
  if (!saved)
    g_propagate_error (error, g_error_copy (job->save_error));
  unref_job (job);
  return saved;
}

/** maak_document_draft_now: writes the draft on this thread, if it is not on disk. Returns: whether it is */
gboolean
maak_document_draft_now (MaakDocument *self)
{
  MaakDocumentJob *job;

  maak_document_wait (self);
  if (self->has_draft && self->drafted == self->serial && !self->details_stale)
    return TRUE;
  job = create_job (self, TRUE);
  run_here (job);
  unref_job (job);
  return self->draft_error == NULL;
}

static void
free_path (gpointer data)
{
  g_free (data);
}

/**
 * maak_document_save_async:
 * @path: (nullable): where; NULL for the plan's own file, which it must have
 *
 * Saves on another thread; edits may go on meanwhile. Saves are made in the order in which they were asked for.
 */
void
maak_document_save_async (MaakDocument *self, const char *path, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;

  g_return_if_fail (MAAK_IS_DOCUMENT (self) && !self->closed);
  g_return_if_fail (path != NULL || maak_document_get_path (self) != NULL);

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, maak_document_save_async);
  g_task_set_task_data (task, g_strdup (path), free_path);
  g_queue_push_tail (&self->requests, task);
  start_next (self);
}

/** maak_document_save_finish: Returns: whether the plan was saved; else the errors of maak_plan_file_save_over() */
gboolean
maak_document_save_finish (MaakDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- What another program does to the file --- */

typedef struct
{
  MaakDocument *document;
  char         *path;
  MaakFileMark  expected, found;
  gboolean      seen;
} Look;

static void
free_look (gpointer data)
{
  g_object_unref (((Look *) data)->document);
  g_free (((Look *) data)->path);
  g_free (data);
}

static void
look (gpointer data)
{
  Look *self = data;

  self->seen = maak_file_look (self->path, &self->found, NULL);
}

static void
look_cb (gpointer data);

static void
look_later (MaakDocument *self)
{
  if (self->look_source == 0 && !self->closed)
    self->look_source = g_timeout_add_once (self->delays.look, look_cb, self);
}

/* A file that is gone is no change: saving makes it again. */
static void
take_look (gpointer data)
{
  const Look         *seen = data;
  MaakDocument       *self = seen->document;
  const MaakFileMark *mark = maak_plan_file_get_mark (self->file);

  if (self->closed || !seen->seen || g_strcmp0 (seen->path, maak_document_get_path (self)) != 0)
    return;
  /* It may have been looked at while it was being written here. */
  if (self->saving || strcmp (seen->expected.sha256, mark->sha256) != 0)
    {
      look_later (self);
      return;
    }
  maak_document_set_changed_underneath (self, seen->found.sha256[0] != '\0' && strcmp (seen->found.sha256, mark->sha256) != 0);
  maak_document_update_state (self);
}

static void
look_cb (gpointer data)
{
  MaakDocument *self = data;
  const char   *path = maak_document_get_path (self);
  Look         *errand;

  self->look_source = 0;
  if (path == NULL)
    return;
  if (self->job != NULL)
    {
      look_later (self);
      return;
    }
  errand = g_new0 (Look, 1);
  errand->document = g_object_ref (self);
  errand->path = g_strdup (path);
  errand->expected = *maak_plan_file_get_mark (self->file);
  maak_errand_send (look, take_look, free_look, errand);
}

static void
file_changed_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  look_later (data);
}

/** maak_document_follow_file: notices what other programs do to the plan's own file, where the system tells. */
void
maak_document_follow_file (MaakDocument *self)
{
  const char *path = maak_document_get_path (self);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  leave_file (self);
  self->monitor = file != NULL ? g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL) : NULL;
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (file_changed_cb), self);
}
