/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-plan.h"

G_BEGIN_DECLS

/* The small language of checks, totals and densities; data/templates/README.md describes it. Typed against a
 * template when it is made; then evaluating cannot fail, it can only be empty.
 * When a library is loaded, expressions are made last: fields, `of`, `vocabulary` and roles of all templates must be
 * there. Another field's own `when` and `value` need not be. */

typedef enum
{
  MAAK_TYPE_OF_NOTHING,
  MAAK_TYPE_OF_BOOLEAN,
  MAAK_TYPE_OF_NUMBER,
  MAAK_TYPE_OF_MONEY,
  MAAK_TYPE_OF_TEXT, /* MaakText */
  MAAK_TYPE_OF_CODE, /* a term, region, string literal */
  MAAK_TYPE_OF_DATE,
  MAAK_TYPE_OF_SPAN,
  MAAK_TYPE_OF_YEAR,
  MAAK_TYPE_OF_SERIES,
  MAAK_TYPE_OF_RECORD,
  MAAK_TYPE_OF_OTHER, /* citation, file: only empty() */
  MAAK_TYPE_OF_GROUP, /* of `by`, or a year of a series: has a key and a value */
} MaakExpressionKind;

/* The type of an expression: a kind, whether it is a collection of them, and for records their template. */
typedef struct _MaakExpressionType MaakExpressionType;
struct _MaakExpressionType
{
  MaakExpressionKind kind;
  gboolean           many;
  gboolean           is_money;           /* series: of whole euros */
  const MaakTemplate *template;          /* records; NULL: any */
  const MaakField          *field;       /* where a plain path ends, for formatting; may be NULL */
  const MaakExpressionType *key, *value; /* groups; owned by the expression */
};

/* A result; release with maak_result_clear(). kind NOTHING: empty. */
typedef struct
{
  MaakExpressionKind kind;
  gboolean           many;
  gboolean           borrowed; /* `boxed` belongs to somebody else; never in a result that was handed out */
  gboolean           boolean;
  double             number; /* NUMBER, YEAR */
  gint64             money;
  gpointer           boxed; /* TEXT: MaakText *; CODE: const char *; RECORD: MaakRecord *; SERIES, OTHER: MaakValue *; GROUP: MaakGroup * */
  MaakDate           date, end;
  GArray            *elements; /* many: of MaakResult */
} MaakResult;

void     maak_result_clear (MaakResult *self);
void     maak_result_copy (const MaakResult *self, MaakResult *copy); /* owns what it holds */
gboolean maak_result_allows_year (const MaakResult *years, int year);

/* What `$it.key` and `$it.value` are. */
typedef struct
{
  gatomicrefcount ref_count;
  MaakResult      key, value;
} MaakGroup;

/* One field that an expression reads. */
typedef struct
{
  const MaakTemplate *template;
  const MaakField *field;
} MaakRead;

MaakExpression           *maak_expression_new (MaakLibrary *library, const MaakTemplate *template, const MaakExpressionType *it_or_null, const char *source, GError **error);
void                      maak_expression_free (MaakExpression *self);
const char               *maak_expression_get_source (MaakExpression *self);
const MaakExpressionType *maak_expression_get_type_of (MaakExpression *self);
/* The type of `$it` when the expression stands in the `each` of a check: pass it as `it_or_null` for the other rules
 * of the check. NULL when it cannot be walked. */
const MaakExpressionType *maak_expression_get_element_type (MaakExpression *self);
const MaakRead           *maak_expression_get_reads (MaakExpression *self, guint *n);
void                      maak_expression_evaluate (MaakExpression *self, MaakPlan *plan, MaakRecord *record, const MaakResult *it_or_null, MaakResult *result);
void                      maak_expression_evaluate_elements (MaakExpression *self, MaakPlan *plan, MaakRecord *record, MaakResult *result); /* of an `each`: always many; a series becomes groups */
gboolean                  maak_expression_is_true (MaakExpression *self, MaakPlan *plan, MaakRecord *record, const MaakResult *it_or_null);
char                     *maak_expression_dup_string (MaakExpression *self, MaakPlan *plan, MaakRecord *record, const MaakResult *it_or_null, MaakLanguage language);

G_END_DECLS
