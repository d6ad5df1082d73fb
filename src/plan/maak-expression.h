/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-plan.h"

G_BEGIN_DECLS

/* The small language of checks, totals and densities; data/templates/README.md describes it. Typed against a
 * template when it is made; then evaluating cannot fail, it can only be empty. */

typedef enum
{
  MAAK_TYPE_OF_NOTHING,
  MAAK_TYPE_OF_BOOLEAN,
  MAAK_TYPE_OF_NUMBER,
  MAAK_TYPE_OF_MONEY,
  MAAK_TYPE_OF_TEXT,    /* MaakText */
  MAAK_TYPE_OF_CODE,    /* a term, region, string literal */
  MAAK_TYPE_OF_DATE,
  MAAK_TYPE_OF_SPAN,
  MAAK_TYPE_OF_YEAR,
  MAAK_TYPE_OF_SERIES,
  MAAK_TYPE_OF_RECORD,
  MAAK_TYPE_OF_OTHER,   /* citation, file: only empty() */
} MaakExpressionKind;

/* The type of an expression: a kind, whether it is a collection of them, and for records their template. */
typedef struct
{
  MaakExpressionKind  kind;
  gboolean            many;
  const MaakTemplate *template; /* records; NULL: any */
  const MaakField    *field;    /* where a plain path ends, for formatting; may be NULL */
} MaakExpressionType;

/* A result; release with maak_result_clear(). kind NOTHING: empty. */
typedef struct
{
  MaakExpressionKind kind;
  gboolean           many;
  gboolean           boolean;
  double             number;   /* NUMBER, YEAR */
  gint64             money;
  gpointer           boxed;    /* TEXT: MaakText *; CODE: const char *; RECORD: MaakRecord *; SERIES: MaakValue * */
  MaakDate           date, end;
  GArray            *elements; /* many: of MaakResult */
} MaakResult;

void maak_result_clear (MaakResult *self);

/* One field that an expression reads. */
typedef struct
{
  const MaakTemplate *template;
  const MaakField    *field;
} MaakRead;

MaakExpression           *maak_expression_new (MaakLibrary *library, const MaakTemplate *template, const MaakExpressionType *it_or_null, const char *source, GError **error);
void                      maak_expression_free (MaakExpression *self);
const char               *maak_expression_get_source (MaakExpression *self);
const MaakExpressionType *maak_expression_get_type_of (MaakExpression *self);
const MaakRead           *maak_expression_get_reads (MaakExpression *self, guint *n);
void                      maak_expression_evaluate (MaakExpression *self, MaakPlan *plan, MaakRecord *record, const MaakResult *it_or_null, MaakResult *result);
gboolean                  maak_expression_is_true (MaakExpression *self, MaakPlan *plan, MaakRecord *record, const MaakResult *it_or_null);
char                     *maak_expression_dup_string (MaakExpression *self, MaakPlan *plan, MaakRecord *record, const MaakResult *it_or_null, MaakLanguage language);

G_END_DECLS
