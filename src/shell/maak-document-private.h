/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-document.h"

G_BEGIN_DECLS

/* One errand of the thread that writes. */
typedef struct _MaakDocumentJob MaakDocumentJob;

/* When what is written, in milliseconds after the last edit; `longest` after the first that is not on disk. */
typedef struct
{
  guint draft, longest; /* the draft */
  guint rest;           /* the plan's own file */
  guint retry;          /* after a first failure; doubled at each */
  guint look;           /* at the file, after something happened to it */
} MaakDocumentDelays;

struct _MaakDocument
{
  GObject parent_instance;

  MaakDrafts   *drafts;
  MaakPlanFile *file;
  MaakChecker  *checker;
  char         *author;

  /* the draft */
  MaakDraft *details; /* ours; written when `details_stale` */
  gboolean   details_stale;
  gboolean   claimed;
  gboolean   closed;     /* nothing is written any more */
  char      *first_page; /* where the draft was left; NULL: not to be gone back to */

  /* what is where: serials of edits */
  guint64  serial;       /* of the last edit */
  guint64  drafted;      /* the last that is in the draft on disk */
  gboolean has_draft;    /* there is a text on disk */
  gint64   first_unsafe; /* when the first edit was made that is in no draft on disk; monotonic; 0: none */
  gint64   last_edit;    /* monotonic */
  GError  *draft_error;  /* why the draft could not be written */
  GError  *save_error;   /* why the plan's own file could not be */
  guint    failures;     /* of the draft, in a row */

  /* work */
  MaakDocumentDelays delays;
  MaakDocumentJob   *job;  /* under way; NULL: none */
  MaakDocumentJob   *side; /* a draft that is written while `job` saves; NULL: none */
  GMutex             draft_lock;
  guint64            on_disk;   /* 1 + the serial that the draft on disk holds, 0: there is no draft; of who has draft_lock */
  GQueue             requests;  /* of GTask: saves that wait */
  gboolean           saving;    /* the own file is being written */
  gboolean           save_due;  /* the plan's own file, when the thread is free */
  gboolean           draft_due; /* the draft, when the thread is free */
  guint              draft_source, rest_source, look_source, findings_source, step_source;
  GFileMonitor      *monitor;

  /* what is shown */
  MaakSaveState state;
  MaakMessage  *state_message;
  gboolean      modified, can_undo, can_redo, changed_underneath, open_elsewhere, recovered, draft_damaged, side_by_side;
  MaakLanguage  writing_language;
  char         *shown_path;
  gboolean      stepping;           /* undo or redo is under way */
  GPtrArray    *removed;            /* of MaakRecord, in the step that is being made */
  GPtrArray    *findings;           /* NULL: to be asked again */
  GHashTable   *findings_by_record; /* MaakRecord -> GPtrArray, not owned findings */
  GPtrArray    *reloaded;           /* of MaakPlanFile: templates of records that came from them */
};

extern const MaakDocumentDelays maak_document_default_delays;

/* maak-document-saving.c */
void     maak_document_edited (MaakDocument *self);
void     maak_document_details_changed (MaakDocument *self);
void     maak_document_start_draft (MaakDocument *self);
void     maak_document_announce (MaakDocument *self);
void     maak_document_follow_file (MaakDocument *self);
void     maak_document_stop_saving (MaakDocument *self);
gboolean maak_document_job_is_done (MaakDocument *self);
void     maak_document_wait (MaakDocument *self);
gboolean maak_document_save_now (MaakDocument *self, const char *path, GError **error);
gboolean maak_document_draft_now (MaakDocument *self);

/* maak-document.c */
void maak_document_path_changed (MaakDocument *self);
void maak_document_follow_plan (MaakDocument *self);
void maak_document_update_state (MaakDocument *self);
void maak_document_set_changed_underneath (MaakDocument *self, gboolean changed);

/* maak-document-closing.c */
void maak_document_let_go (MaakDocument *self);

/* maak-document-findings.c */
void maak_document_forget_findings (MaakDocument *self);

G_END_DECLS
