/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-vocabulary.h"
#include "json/maak-json.h"

G_BEGIN_DECLS

MaakVocabulary *maak_vocabulary_new_from_json (const MaakJsonPlace *place, GHashTable *documents, GError **error);
void            maak_vocabulary_free (MaakVocabulary *self);
gboolean        maak_vocabulary_read_documents (const MaakJsonPlace *place, GHashTable *documents, GError **error);
GHashTable     *maak_vocabulary_new_documents (void);
const MaakTerm *maak_vocabulary_lookup_label (const MaakVocabulary *self, const char *label, gboolean *ambiguous);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakVocabulary, maak_vocabulary_free)

G_END_DECLS
