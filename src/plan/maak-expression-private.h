/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-expression.h"

G_BEGIN_DECLS

/* What the parser makes, the typer completes and the evaluation walks. */

typedef enum
{
  MAAK_NODE_NUMBER,
  MAAK_NODE_STRING,
  MAAK_NODE_BOOLEAN,
  MAAK_NODE_FRAME, /* a record: of the check (0), or the element of a `where` (1, 2, ...) */
  MAAK_NODE_IT,
  MAAK_NODE_ROOT,   /* plan */
  MAAK_NODE_WITHIN, /* the nearest record around child 0 that is of template `within` */
  MAAK_NODE_MEMBER, /* child 0 . name; a child FRAME that is not resolved is looked up by the typer */
  MAAK_NODE_NOT,
  MAAK_NODE_NEGATE,
  MAAK_NODE_BINARY,
  MAAK_NODE_SET,    /* (a, b, c) behind `in` */
  MAAK_NODE_WHERE,  /* records, condition */
  MAAK_NODE_BY,     /* records, key, what each group collects */
  MAAK_NODE_YEARLY, /* `by year`: series, summed per year */
  MAAK_NODE_AT,     /* series, year */
  MAAK_NODE_CALL,
} MaakNodeKind;

typedef enum
{
  MAAK_OPERATOR_OR,
  MAAK_OPERATOR_AND,
  MAAK_OPERATOR_EQUAL,
  MAAK_OPERATOR_NOT_EQUAL,
  MAAK_OPERATOR_LESS,
  MAAK_OPERATOR_LESS_OR_EQUAL,
  MAAK_OPERATOR_GREATER,
  MAAK_OPERATOR_GREATER_OR_EQUAL,
  MAAK_OPERATOR_HAS,
  MAAK_OPERATOR_IN,
  MAAK_OPERATOR_PLUS,
  MAAK_OPERATOR_MINUS,
  MAAK_OPERATOR_TIMES,
  MAAK_OPERATOR_DIVIDE,
} MaakOperator;

typedef enum
{
  MAAK_FUNCTION_SUM,
  MAAK_FUNCTION_COUNT,
  MAAK_FUNCTION_MIN,
  MAAK_FUNCTION_MAX,
  MAAK_FUNCTION_AVERAGE,
  MAAK_FUNCTION_ANY,
  MAAK_FUNCTION_ALL,
  MAAK_FUNCTION_EMPTY,
  MAAK_FUNCTION_FILLED,
  MAAK_FUNCTION_WORDS,
  MAAK_FUNCTION_CHARACTERS,
  MAAK_FUNCTION_MISSING,
  MAAK_FUNCTION_OUTDATED,
  MAAK_FUNCTION_YEARS,
  MAAK_FUNCTION_REPEATED,
  MAAK_FUNCTION_IF,
  MAAK_FUNCTION_ROUND,
  MAAK_FUNCTION_ABS,
  MAAK_FUNCTION_TEXT,
  MAAK_FUNCTION_MONEY,
} MaakFunction;

/* What a name behind a dot is. */
typedef enum
{
  MAAK_MEMBER_FIELD,
  MAAK_MEMBER_ROLE,
  MAAK_MEMBER_ID,
  MAAK_MEMBER_TEMPLATE,
  MAAK_MEMBER_START,
  MAAK_MEMBER_END,
  MAAK_MEMBER_YEAR,
  MAAK_MEMBER_NL,
  MAAK_MEMBER_EN,
  MAAK_MEMBER_KEY,
  MAAK_MEMBER_VALUE,
} MaakMember;

#define MAAK_FRAME_UNRESOLVED G_MAXUINT
#define MAAK_EXPRESSION_MAX_DEPTH 64   /* of nesting */
#define MAAK_EXPRESSION_MAX_NODES 2000 /* bounds the stack that an evaluation needs */
#define MAAK_EXPRESSION_MAX_FRAMES 16  /* of `where` within `where` */

typedef struct _MaakNode MaakNode;
struct _MaakNode
{
  MaakNodeKind        kind;
  guint               position; /* of its first byte */
  guint               n_children;
  MaakNode           *children[3]; /* CALL and SET have a list instead */
  MaakNode          **list;
  MaakOperator        op;
  MaakFunction        function;
  char               *name; /* MEMBER, STRING; a role's name when `member` is ROLE */
  double              number;
  gboolean            boolean; /* BOOLEAN; NUMBER: it is whole */
  guint               frame;   /* FRAME; WHERE and BY: the frame that they open */
  MaakMember          member;
  const MaakField    *field;
  MaakRole            role;
  const MaakTemplate *within;
  MaakDate            date; /* STRING compared with a date */
  MaakExpressionType  type;
};

struct _MaakExpression
{
  char        *source;
  MaakLibrary *library; /* borrowed: the library owns the expression, or outlives it */
  const MaakTemplate *template;
  GPtrArray         *nodes; /* owns them all */
  MaakNode          *root;
  GArray            *reads;     /* of MaakRead, direct */
  GArray            *all_reads; /* with those of computed fields; made when first asked for */
  GPtrArray         *types;     /* owns key and value types of groups */
  MaakExpressionType element;
  gboolean           has_element;
};

gboolean     maak_expression_parse (MaakExpression *self, GError **error);
gboolean     maak_expression_assign_types (MaakExpression *self, const MaakExpressionType *it, GError **error);
MaakNode    *maak_expression_add_node (MaakExpression *self, MaakNodeKind kind, guint position);
void         maak_expression_set_error (MaakExpression *self, guint position, MaakMessage *sentence_taken, GError **error);
const char  *maak_function_get_name (MaakFunction function);
MaakMessage *maak_expression_type_describe (const MaakExpressionType *type);
char        *maak_result_dup_string (const MaakResult *self, const MaakExpressionType *type, MaakPlan *plan, MaakLanguage language);

G_END_DECLS
