/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "checks/maak-checker.h"
#include "store/maak-drafts.h"
#include "store/maak-plan-file.h"
#include "store/maak-recents.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where what was written is now. */
typedef enum
{
  MAAK_SAVE_ALL_SAVED, /* in the plan's own file */
  MAAK_SAVE_DRAFT,     /* on disk as a draft; not in its own file yet, or it has none */
  MAAK_SAVE_PENDING,   /* will be on disk in a moment */
  MAAK_SAVE_FAILED,    /* something stands in the way: maak_document_get_state_message() */
} MaakSaveState;

#define MAAK_TYPE_SAVE_STATE (maak_save_state_get_type ())
GType maak_save_state_get_type (void);

/* An open plan: the plan, its file, its findings, its draft. It needs a main loop and no display. It is closed by maak_document_close();
 * dropping the last reference without that leaves the draft, as a crash does.
 *
 * Properties, all with notify: "path", "title", "modified", "state", "can-undo", "can-redo", "read-only", "changed-underneath" (another
 * program wrote the file), "open-elsewhere" (another Maakland has the plan open), "recovered" (read from a draft that a crash or a failed save
 * left), "writing-language" and "side-by-side" (what the editors of texts show).
 *
 * Signals:
 *   "findings-changed" (MaakDocument *): a moment after edits: the findings may be others
 *   "removed" (MaakDocument *, MaakRecord *, MaakMessage *): somebody removed a record (undo and redo do not count); the message names
 *     the step. Told when the step is done, so a handler may edit. */
#define MAAK_TYPE_DOCUMENT (maak_document_get_type ())
G_DECLARE_FINAL_TYPE (MaakDocument, maak_document, MAAK, DOCUMENT, GObject)

MaakDocument *maak_document_new (MaakLibrary *library, MaakDrafts *drafts, MaakRecord *root_taken); /* never named */
gboolean      maak_document_open (const char *path, MaakLibrary *library, MaakDrafts *drafts, MaakDocument **document, GError **error);
gboolean      maak_document_open_read (MaakPlanFile *file_taken, MaakLibrary *library, MaakDrafts *drafts, MaakDocument **document, GError **error);
MaakDocument *maak_document_recover (const char *draft_id, MaakLibrary *library, MaakDrafts *drafts, GError **error);

MaakPlan     *maak_document_get_plan (MaakDocument *self);
MaakPlanFile *maak_document_get_file (MaakDocument *self);
MaakChecker  *maak_document_get_checker (MaakDocument *self);
const char   *maak_document_get_path (MaakDocument *self); /* NULL: never named */
gboolean      maak_document_is_at (MaakDocument *self, const char *path);
char         *maak_document_dup_title (MaakDocument *self, MaakLanguage language); /* never empty */
const char   *maak_document_get_lead_region (MaakDocument *self);                  /* code; NULL: none yet */

/* Saving. `path` NULL: the plan's own file. Any other path, and its own when it is given, is what the person chose in a dialog that asked
 * whether to replace: what is there is replaced. */
void     maak_document_save_async (MaakDocument *self, const char *path, GAsyncReadyCallback callback, gpointer data);
gboolean maak_document_save_finish (MaakDocument *self, GAsyncResult *result, GError **error);
gboolean maak_document_save (MaakDocument *self, const char *path, GError **error);
gboolean maak_document_save_copy (MaakDocument *self, const char *path, GError **error); /* the document stays where it is */
gboolean maak_document_reload (MaakDocument *self, GError **error);                      /* what the file holds now, as a step that can be undone */
void     maak_document_flush (MaakDocument *self);                                       /* the draft, now: before the session ends */
gboolean maak_document_close (MaakDocument *self);
void     maak_document_discard_draft (MaakDocument *self); /* closes it and throws the draft away */

gboolean maak_document_undo (MaakDocument *self);
gboolean maak_document_redo (MaakDocument *self);

/* State. The message is a few words ("All saved") or, when saving failed, sentences that say what, why and what now. */
MaakSaveState maak_document_get_state (MaakDocument *self);
MaakMessage  *maak_document_get_state_message (MaakDocument *self);
gboolean      maak_document_get_modified (MaakDocument *self);
gboolean      maak_document_get_read_only (MaakDocument *self);
gboolean      maak_document_get_changed_underneath (MaakDocument *self);
gboolean      maak_document_get_open_elsewhere (MaakDocument *self);
gboolean      maak_document_get_recovered (MaakDocument *self);
void          maak_document_set_recovered (MaakDocument *self, gboolean recovered);
gboolean      maak_document_get_draft_damaged (MaakDocument *self);
void          maak_document_see_draft_damaged (MaakDocument *self);

MaakLanguage maak_document_get_writing_language (MaakDocument *self);
void         maak_document_set_writing_language (MaakDocument *self, MaakLanguage language);
gboolean     maak_document_get_side_by_side (MaakDocument *self);
void         maak_document_set_side_by_side (MaakDocument *self, gboolean side_by_side);

/* Kept with the draft and the revisions. */
void        maak_document_set_author (MaakDocument *self, const char *author_or_null);
void        maak_document_set_page (MaakDocument *self, const char *page);
const char *maak_document_get_page (MaakDocument *self); /* to go on at; NULL: none, or two crashes in a row came from there */
gboolean    maak_document_add_to_recents (MaakDocument *self, MaakRecents *recents, GError **error);

/* Findings: all, the worst first; and those of one record, or of one field of it. */
GPtrArray *maak_document_get_findings (MaakDocument *self);
GPtrArray *maak_document_list_findings_for (MaakDocument *self, MaakRecord *record, const MaakField *field_or_null);

G_END_DECLS
