/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-expression-private.h"

G_BEGIN_DECLS

/* What typing knows: the templates of the frames that are open. */
typedef struct
{
  MaakExpression           *expression;
  const MaakExpressionType *it;
  const MaakTemplate       *frames[MAAK_EXPRESSION_MAX_FRAMES];
  guint                     n_frames;
  GError                  **error;
} MaakTyper;

/* Each returns the node that takes the place of `node` (itself, mostly), or NULL with an error. */
MaakNode *maak_typer_type (MaakTyper *typer, MaakNode *node);
MaakNode *maak_typer_type_path (MaakTyper *typer, MaakNode *node);
MaakNode *maak_typer_type_within (MaakTyper *typer, MaakNode *node);
MaakNode *maak_typer_type_where (MaakTyper *typer, MaakNode *node);
MaakNode *maak_typer_type_by (MaakTyper *typer, MaakNode *node);
MaakNode *maak_typer_type_at (MaakTyper *typer, MaakNode *node);
MaakNode *maak_typer_type_start (MaakTyper *typer, MaakNode *node);
MaakNode *maak_typer_fail (MaakTyper *typer, const MaakNode *node, MaakMessage *sentence_taken);
MaakNode *maak_typer_fail_kinds (MaakTyper *typer, const MaakNode *node, MaakPhrase phrase, const MaakExpressionType *a, const MaakExpressionType *b);
gboolean  maak_typer_require_boolean (MaakTyper *typer, const MaakNode *node);

MaakExpressionType maak_type_of_kind (MaakExpressionKind kind);
MaakExpressionType maak_type_single (const MaakExpressionType *type);
MaakExpressionType maak_type_of_points (const MaakExpressionType *series);
MaakExpressionType maak_typer_make_group (MaakTyper *typer, MaakExpressionType key, MaakExpressionType value);
gboolean           maak_type_is_numeric (const MaakExpressionType *type);
gboolean           maak_type_is_string (const MaakExpressionType *type);

/* The nearest spelling: *best changes when `candidate` needs fewer edits than *best_edits. */
void  maak_suggest (const char *wanted, const char *candidate, const char **best, guint *best_edits);
guint maak_suggest_patience (const char *wanted);

G_END_DECLS
