/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "atlas/maak-boundaries.h"
#include "atlas/maak-dataset.h"
#include "plan/maak-library.h"
#include "store/maak-drafts.h"
#include "store/maak-recents.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What all windows share: templates, figures, boundaries, and the language of the interface. Made once by the application
 * and handed down; nothing in it changes while the program runs, but drafts and recents, which are folders and files. */
#define MAAK_TYPE_CONTEXT (maak_context_get_type ())
G_DECLARE_FINAL_TYPE (MaakContext, maak_context, MAAK, CONTEXT, GObject)

MaakContext    *maak_context_new (const char *data_folder, MaakLanguage language, GSettings *settings, GError **error);
MaakLanguage    maak_context_get_language (MaakContext *self);
MaakLibrary    *maak_context_get_library (MaakContext *self);
MaakRegionSet  *maak_context_get_regions (MaakContext *self);
MaakCatalogue  *maak_context_get_catalogue (MaakContext *self);
MaakBoundaries *maak_context_get_boundaries (MaakContext *self);
GSettings      *maak_context_get_settings (MaakContext *self); /* NULL: none are installed */
MaakDrafts     *maak_context_get_drafts (MaakContext *self);
MaakRecents    *maak_context_get_recents (MaakContext *self);
const char     *maak_context_get_data_folder (MaakContext *self); /* drafts, recents, templates of one's own */
GPtrArray      *maak_context_get_problems (MaakContext *self);    /* of GError: templates of one's own that were left out */

G_END_DECLS
