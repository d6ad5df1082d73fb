/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-file.h"
#include "base/maak-text.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* What is known of a draft besides its text. Whoever fills one in keeps what it points to; maak_draft_copy() makes one that owns
 * everything. */
typedef struct
{
  char        *id;
  char        *path;    /* of the plan's own file; NULL: it was never named */
  MaakFileMark mark;    /* what that held when the plan was read from it or saved in it last */
  MaakText    *title;   /* of the plan; NULL: none */
  char        *region;  /* code of the lead region; NULL: none */
  char        *page;    /* the page that the window showed; NULL: none */
  guint        crashes; /* in a row, before this time */
  gboolean     closed;  /* its window was closed as it should; else the program stopped while it was open */

  /* as found */
  gint64       time;     /* when the text was written; microseconds since 1970 */
  gboolean     held;     /* a program that runs now has it */
  gboolean     readable; /* it can be opened, as far as can be told */
  MaakMessage *problem;  /* what is wrong with it; NULL: nothing */
} MaakDraft;

#define MAAK_TYPE_DRAFT (maak_draft_get_type ())
GType maak_draft_get_type (void);

MaakDraft *maak_draft_copy (const MaakDraft *self);
void       maak_draft_free (MaakDraft *self);
gboolean   maak_draft_is_crash (const MaakDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakDraft, maak_draft_free)

/* The folder of drafts: the plans as they are being written, so that a crash loses nothing. */
#define MAAK_TYPE_DRAFTS (maak_drafts_get_type ())
G_DECLARE_FINAL_TYPE (MaakDrafts, maak_drafts, MAAK, DRAFTS, GObject)

MaakDrafts *maak_drafts_new (const char *folder);
const char *maak_drafts_get_folder (MaakDrafts *self);

GPtrArray *maak_drafts_list (MaakDrafts *self); /* of MaakDraft, the latest first */
MaakDraft *maak_drafts_lookup (MaakDrafts *self, const char *id);
MaakDraft *maak_drafts_lookup_path (MaakDrafts *self, const char *path);

/* Who has a draft. A claim ends when it is released or the program ends, however it ends. Claims belong to one thread. */
gboolean maak_drafts_claim (MaakDrafts *self, const char *id, GError **error);
void     maak_drafts_release (MaakDrafts *self, const char *id);

/* These may be called on any thread, on one at a time for one draft. */
gboolean maak_drafts_write_details (MaakDrafts *self, const MaakDraft *details, GError **error);
gboolean maak_drafts_write_text (MaakDrafts *self, const char *id, GBytes *text, GError **error);
GBytes  *maak_drafts_read_text (MaakDrafts *self, const char *id, GError **error);
gboolean maak_drafts_remove (MaakDrafts *self, const char *id, GError **error);

G_END_DECLS
