/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Opening a plan: a new one, one from its file, one from a draft.
 *
 * A draft that nobody holds goes before the file that it belongs to, because what was typed last is in it; unless both hold the same:
 * then the program stopped between saving and removing the draft, and it is removed. When the file is not what it was when the draft was begun,
 * the document says so at once (changed underneath), and the file is left alone until the person has chosen.
 *
 * Every opening of a draft counts as a crash until it was closed as it should; after two in a row the page where it was is not gone back to.
 */
#include "shell/maak-document-private.h"

#define MAX_CRASHES 2

static MaakDocument *
create (MaakPlanFile *file_taken, MaakDrafts *drafts, const char *draft_id)
{
  MaakDocument *self = g_object_new (MAAK_TYPE_DOCUMENT, NULL);

  self->drafts = g_object_ref (drafts);
  self->file = file_taken;
  self->details = g_new0 (MaakDraft, 1);
  self->details->id = draft_id != NULL ? g_strdup (draft_id) : g_uuid_string_random ();
  self->details_stale = TRUE;
  return self;
}

/* The draft's folder may be full or read-only: writing will say so. */
static void
claim (MaakDocument *self)
{
  self->claimed = maak_drafts_claim (self->drafts, self->details->id, NULL);
}

/**
 * maak_document_new:
 * @root_taken: (transfer full): the root of a plan that has no file yet
 *
 * Its draft is written at once.
 *
 * Returns: (transfer full): the document
 */
MaakDocument *
maak_document_new (MaakLibrary *library, MaakDrafts *drafts, MaakRecord *root_taken)
{
  g_autoptr (MaakPlan) plan = NULL;
  MaakDocument *self;

  g_return_val_if_fail (MAAK_IS_LIBRARY (library) && MAAK_IS_DRAFTS (drafts) && MAAK_IS_RECORD (root_taken), NULL);

  plan = maak_plan_new (library, root_taken, NULL);
  g_return_val_if_fail (plan != NULL, NULL);
  self = create (maak_plan_file_new (plan, NULL), drafts, NULL);
  claim (self);
  maak_document_follow_plan (self);
  maak_document_start_draft (self);
  return self;
}

/* The plan as the draft has it, in its place. */
static MaakPlanFile *
read_draft (MaakDrafts *drafts, const MaakDraft *draft, MaakLibrary *library, GError **error)
{
  g_autoptr (GBytes) text = maak_drafts_read_text (drafts, draft->id, error);
  MaakPlanFile *file = text != NULL ? maak_plan_file_new_from_bytes (text, library, error) : NULL;

  if (file != NULL)
    maak_plan_file_set_place (file, draft->path, &draft->mark);
  return file;
}

/* Before the plan is built or shown: what happens then may be what it crashes on. */
static void
count_crash (MaakDrafts *drafts, MaakDraft *draft)
{
  draft->crashes = draft->closed ? 0 : draft->crashes + 1;
  draft->closed = FALSE;
  maak_drafts_write_details (drafts, draft, NULL);
}

static gboolean
file_is_other (const MaakDraft *draft)
{
  MaakFileMark now;

  if (draft->path == NULL || !maak_file_look (draft->path, &now, NULL))
    return FALSE;
  return now.sha256[0] != '\0' && !g_str_equal (now.sha256, draft->mark.sha256);
}

/* The draft is claimed; @file_taken is what it holds. */
static MaakDocument *
create_recovered (MaakPlanFile *file_taken, MaakDrafts *drafts, const MaakDraft *draft)
{
  MaakDocument *self = create (file_taken, drafts, draft->id);

  self->claimed = TRUE;
  self->has_draft = TRUE;
  self->on_disk = 1;
  self->recovered = draft->crashes > 0;
  self->details->crashes = draft->crashes;
  self->details->page = g_strdup (draft->page);
  self->first_page = draft->crashes < MAX_CRASHES ? g_strdup (draft->page) : NULL;
  self->changed_underneath = file_is_other (draft);
  maak_plan_mark_unsaved (maak_plan_file_get_plan (file_taken));
  maak_document_follow_plan (self);
  return self;
}

static gboolean
hold_the_same (MaakPlanFile *a, MaakPlanFile *b)
{
  return g_str_equal (maak_plan_file_get_id (a), maak_plan_file_get_id (b)) &&
         maak_record_equal (maak_plan_get_root (maak_plan_file_get_plan (a)), maak_plan_get_root (maak_plan_file_get_plan (b)));
}

/* The plan's own file where it holds what the draft holds: then nothing was lost, and the draft goes. NULL: it does not. */
static MaakDocument *
try_file (MaakPlanFile *drafted, MaakDrafts *drafts, const MaakDraft *draft, MaakLibrary *library)
{
  g_autoptr (MaakPlanFile) file = NULL;
  MaakDocument *self;

  if (draft->path == NULL || !maak_plan_file_load (draft->path, library, &file, NULL) || !hold_the_same (drafted, file))
    return NULL;
  maak_drafts_remove (drafts, draft->id, NULL);
  self = create (g_steal_pointer (&file), drafts, draft->id);
  self->claimed = TRUE;
  maak_document_follow_plan (self);
  maak_document_announce (self);
  return self;
}

/**
 * maak_document_recover:
 * @draft_id: of a draft
 * @error: MAAK_STORE_ERROR_HELD, MAAK_STORE_ERROR_DRAFT, or why it is no plan; then the draft is left as it is
 *
 * Returns: (transfer full): the plan as it was
 */
MaakDocument *
maak_document_recover (const char *draft_id, MaakLibrary *library, MaakDrafts *drafts, GError **error)
{
  g_autoptr (MaakDraft) draft = NULL;
  MaakPlanFile *file;
  MaakDocument *document;

  g_return_val_if_fail (draft_id != NULL && MAAK_IS_LIBRARY (library) && MAAK_IS_DRAFTS (drafts), NULL);

  if (!maak_drafts_claim (drafts, draft_id, error))
    return NULL;
  draft = maak_drafts_lookup (drafts, draft_id);
  if (draft == NULL || !draft->readable)
    {
      MaakMessage *problem = draft != NULL && draft->problem != NULL ? maak_message_ref (draft->problem) : maak_message_new (MAAK_PHRASE_DRAFT_GONE, MAAK_ARG_END);
      maak_error_set (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_DRAFT, NULL, problem);
      maak_drafts_release (drafts, draft_id);
      return NULL;
    }
  count_crash (drafts, draft);
  file = read_draft (drafts, draft, library, error);
  if (file == NULL)
    {
      maak_drafts_release (drafts, draft_id);
      return NULL;
    }
  document = try_file (file, drafts, draft, library);
  if (document == NULL)
    return create_recovered (file, drafts, draft);
  g_object_unref (file);
  return document;
}

/* A draft of the file that a crash left: the plan as it was. NULL: there is none that is worth more than the file. */
static MaakDocument *
try_draft (MaakDrafts *drafts, MaakDraft *draft, MaakPlanFile *file, MaakLibrary *library, gboolean *damaged)
{
  MaakPlanFile *drafted;

  if (!maak_drafts_claim (drafts, draft->id, NULL))
    return NULL;
  count_crash (drafts, draft);
  drafted = read_draft (drafts, draft, library, NULL);
  if (drafted != NULL && (file == NULL || !hold_the_same (drafted, file)))
    return create_recovered (drafted, drafts, draft);
  /* What cannot be read is kept, and listed. */
  *damaged = drafted == NULL;
  if (drafted != NULL)
    maak_drafts_remove (drafts, draft->id, NULL);
  g_clear_object (&drafted);
  maak_drafts_release (drafts, draft->id);
  return NULL;
}

/* @file_taken: NULL and @problem_taken: it could not be read. */
static gboolean
open_whole (const char *whole, MaakPlanFile *file_taken, GError *problem_taken, MaakLibrary *library, MaakDrafts *drafts, MaakDocument **document, GError **error)
{
  g_autoptr (MaakDraft) draft = maak_drafts_lookup_path (drafts, whole);
  g_autoptr (MaakPlanFile) file = file_taken;
  g_autoptr (GError) problem = problem_taken;
  gboolean damaged = FALSE;

  *document = draft != NULL && !draft->held ? try_draft (drafts, draft, file, library, &damaged) : NULL;
  if (*document != NULL)
    return TRUE;
  if (file == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  *document = create (g_steal_pointer (&file), drafts, NULL);
  (*document)->open_elsewhere = draft != NULL && draft->held;
  (*document)->draft_damaged = damaged;
  claim (*document);
  maak_document_follow_plan (*document);
  maak_document_announce (*document);
  return TRUE;
}

/**
 * maak_document_open:
 * @path: a plan's file
 * @document: (out) (transfer full): the plan: as the file has it, or as a draft of it that a crash left
 * @error: those of maak_plan_file_load()
 *
 * A file of a newer version is opened read-only.
 *
 * Returns: whether there is a document
 */
gboolean
maak_document_open (const char *path, MaakLibrary *library, MaakDrafts *drafts, MaakDocument **document, GError **error)
{
  g_autofree char *whole = NULL;
  GError          *problem = NULL;
  MaakPlanFile    *file;

  g_return_val_if_fail (path != NULL && MAAK_IS_LIBRARY (library) && MAAK_IS_DRAFTS (drafts) && document != NULL, FALSE);

  whole = g_canonicalize_filename (path, NULL);
  maak_plan_file_load (whole, library, &file, &problem);
  return open_whole (whole, file, problem, library, drafts, document, error);
}

/**
 * maak_document_open_read:
 * @file_taken: (transfer full): a plan as it was just read from its file
 *
 * As maak_document_open(), without reading.
 *
 * Returns: whether there is a document
 */
gboolean
maak_document_open_read (MaakPlanFile *file_taken, MaakLibrary *library, MaakDrafts *drafts, MaakDocument **document, GError **error)
{
  g_autofree char *whole = NULL;

  g_return_val_if_fail (MAAK_IS_PLAN_FILE (file_taken) && MAAK_IS_LIBRARY (library) && MAAK_IS_DRAFTS (drafts) && document != NULL, FALSE);

  whole = g_canonicalize_filename (maak_plan_file_get_path (file_taken), NULL);
  return open_whole (whole, file_taken, NULL, library, drafts, document, error);
}
