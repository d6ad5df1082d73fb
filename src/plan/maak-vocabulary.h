/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-text.h"
#include "json/maak-json.h"

G_BEGIN_DECLS

typedef struct _MaakVocabulary MaakVocabulary;
typedef struct _MaakTerm       MaakTerm;
typedef struct _MaakPaper      MaakPaper;

struct _MaakTerm
{
  const char        *code;
  const MaakTerm    *parent; /* NULL: a top term */
  MaakText          *label;
  MaakText          *note;    /* may be NULL */
  gboolean           ended;   /* the scheme it names has ended: shown, not offered */
  const char        *group;   /* kind within the vocabulary, or NULL */
  const char *const *sources; /* ids of documents (vocabularies/documents.json), or NULL */
};

/* A paper that terms come from; cited by author, title and year. */
struct _MaakPaper
{
  const char *id;
  MaakText   *author;
  MaakText   *title;
  int         year;
};

const char     *maak_vocabulary_get_id (const MaakVocabulary *self);
MaakText       *maak_vocabulary_get_label (const MaakVocabulary *self);
guint           maak_vocabulary_get_n_terms (const MaakVocabulary *self);
const MaakTerm *maak_vocabulary_get_term (const MaakVocabulary *self, guint index);
const MaakTerm *maak_vocabulary_lookup (const MaakVocabulary *self, const char *code);

G_END_DECLS
