/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "report/maak-flow.h"

G_BEGIN_DECLS

/* One page: what is read, and what stands on every page (running lines, repeated heads), which is not. */
typedef struct
{
  GArray *ops;       /* of MaakOp, from the page's corner */
  GArray *furniture; /* of MaakOp */
  char   *label;     /* "iv", "12" */
} MaakPage;

/* What is said about the document in its running lines and properties. */
typedef struct
{
  MaakLanguage language;
  const char  *title;   /* of the document */
  const char  *author;  /* may be NULL */
  const char  *subject; /* may be NULL */
  const char  *copy;    /* kind of copy, as printed on every page */
  const char  *date;    /* as printed on every page */
  gboolean     working; /* marked in colour on every page */
} MaakPagesOptions;

/* A document in pages. Immutable once made; owns its texts, and borrows the blocks. */
typedef struct _MaakPages MaakPages;

MaakPages       *maak_pages_new (const MaakBlock *front, const MaakBlock *body, const MaakHouseStyle *style, const MaakPagesOptions *options, GError **error);
void             maak_pages_free (MaakPages *self);
guint            maak_pages_get_n (MaakPages *self);
const MaakPage  *maak_pages_get (MaakPages *self, guint index);
guint            maak_pages_get_n_front (MaakPages *self);
guint            maak_pages_get_n_entries (MaakPages *self);
const MaakEntry *maak_pages_get_entry (MaakPages *self, guint index, guint *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakPages, maak_pages_free)

G_END_DECLS
