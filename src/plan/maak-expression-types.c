/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Gives every node of an expression its type, and refuses what has no meaning: here operators and functions, in
 * maak-expression-paths.c names and clauses. Both sides of a comparison are of one kind; a number that is written out stands
 * for money where money is on the other side. A string literal becomes what it is compared with: a term, a date.
 */
#include "plan/maak-typer-private.h"

#include "plan/maak-library.h"

#include <string.h>

/* --- Operators --- */

static gboolean
records_can_meet (const MaakTemplate *a, const MaakTemplate *b)
{
  return a == NULL || b == NULL || maak_template_is_a (a, b) || maak_template_is_a (b, a);
}

/* A number that is written out stands for money where money is on the other side. */
static void
fit_money (const MaakNode *other, MaakNode *literal)
{
  const MaakNode *number = literal->kind == MAAK_NODE_NEGATE ? literal->children[0] : literal;

  if (other->type.kind == MAAK_TYPE_OF_MONEY && number->kind == MAAK_NODE_NUMBER)
    literal->type.kind = MAAK_TYPE_OF_MONEY;
}

static gboolean
kinds_match (const MaakExpressionType *a, const MaakExpressionType *b)
{
  if (a->kind == MAAK_TYPE_OF_RECORD && b->kind == MAAK_TYPE_OF_RECORD)
    return records_can_meet (a->template, b->template);
  if (a->kind == MAAK_TYPE_OF_CODE && b->kind == MAAK_TYPE_OF_CODE)
    return a->field == NULL || b->field == NULL || a->field->vocabulary == b->field->vocabulary;
  if (a->kind == b->kind)
    return a->kind != MAAK_TYPE_OF_OTHER && a->kind != MAAK_TYPE_OF_GROUP;
  if (a->kind == MAAK_TYPE_OF_NUMBER)
    return b->kind == MAAK_TYPE_OF_YEAR;
  if (b->kind == MAAK_TYPE_OF_NUMBER)
    return a->kind == MAAK_TYPE_OF_YEAR;
  return (a->kind == MAAK_TYPE_OF_TEXT && maak_type_is_string (b)) || (b->kind == MAAK_TYPE_OF_TEXT && maak_type_is_string (a));
}

static gboolean
check_term (MaakTyper *typer, const MaakField *field, const MaakNode *literal)
{
  const MaakVocabulary *vocabulary = field->vocabulary;
  const char           *best = NULL;
  guint                 edits = maak_suggest_patience (literal->name);

  if (vocabulary == NULL || field->own_terms || maak_vocabulary_lookup (vocabulary, literal->name) != NULL)
    return TRUE;
  for (guint i = 0; i < maak_vocabulary_get_n_terms (vocabulary); i++)
    maak_suggest (literal->name, maak_vocabulary_get_term (vocabulary, i)->code, &best, &edits);
  if (best == NULL)
    maak_typer_fail (typer, literal, maak_message_new (MAAK_PHRASE_EXPRESSION_NO_TERM, MAAK_ARG_STRING, "term", literal->name, MAAK_ARG_STRING, "vocabulary", maak_vocabulary_get_id (vocabulary), MAAK_ARG_END));
  else
    maak_typer_fail (typer, literal, maak_message_new (MAAK_PHRASE_EXPRESSION_NO_TERM_MEANT, MAAK_ARG_STRING, "term", literal->name, MAAK_ARG_STRING, "vocabulary", maak_vocabulary_get_id (vocabulary), MAAK_ARG_STRING, "suggestion", best, MAAK_ARG_END));
  return FALSE;
}

/* A string literal becomes what it is compared with: a term that is there, a template, a date. */
static gboolean
fit_literal (MaakTyper *typer, const MaakNode *other, MaakNode *literal)
{
  if (literal->kind == MAAK_NODE_SET)
    {
      for (guint i = 0; i < literal->n_children; i++)
        if (!fit_literal (typer, other, literal->list[i]))
          return FALSE;
      if (other->type.kind == MAAK_TYPE_OF_DATE)
        literal->type.kind = MAAK_TYPE_OF_DATE;
      return TRUE;
    }
  if (literal->kind != MAAK_NODE_STRING)
    return TRUE;
  if (other->kind == MAAK_NODE_MEMBER && other->member == MAAK_MEMBER_TEMPLATE && maak_library_lookup (typer->expression->library, literal->name) == NULL)
    {
      maak_typer_fail (typer, literal, maak_message_new (MAAK_PHRASE_EXPRESSION_NO_TEMPLATE, MAAK_ARG_STRING, "template", literal->name, MAAK_ARG_END));
      return FALSE;
    }
  if (other->type.kind == MAAK_TYPE_OF_CODE && other->type.field != NULL)
    return check_term (typer, other->type.field, literal);
  if (other->type.kind != MAAK_TYPE_OF_DATE)
    return TRUE;
  if (!maak_date_parse (literal->name, &literal->date))
    {
      maak_typer_fail (typer, literal, maak_message_new (MAAK_PHRASE_EXPRESSION_NOT_DATE, MAAK_ARG_STRING, "date", literal->name, MAAK_ARG_END));
      return FALSE;
    }
  literal->type = maak_type_of_kind (MAAK_TYPE_OF_DATE);
  return TRUE;
}

static gboolean
is_ordered (const MaakExpressionType *a, const MaakExpressionType *b)
{
  if (a->kind == MAAK_TYPE_OF_CODE && b->kind == MAAK_TYPE_OF_CODE)
    return (a->field != NULL && a->field->vocabulary != NULL) || (b->field != NULL && b->field->vocabulary != NULL);
  return maak_type_is_numeric (a) || a->kind == MAAK_TYPE_OF_DATE || a->kind == MAAK_TYPE_OF_YEAR;
}

static MaakNode *
type_comparison (MaakTyper *typer, MaakNode *node)
{
  MaakNode *a = node->children[0], *b = node->children[1];

  if (!fit_literal (typer, a, b) || !fit_literal (typer, b, a))
    return NULL;
  fit_money (a, b);
  fit_money (b, a);
  if (a->type.many || b->type.many)
    return maak_typer_fail_kinds (typer, node, MAAK_PHRASE_EXPRESSION_COMPARE_MANY, &a->type, &b->type);
  if (!kinds_match (&a->type, &b->type))
    return maak_typer_fail_kinds (typer, node, MAAK_PHRASE_EXPRESSION_COMPARE, &a->type, &b->type);
  if (node->op != MAAK_OPERATOR_EQUAL && node->op != MAAK_OPERATOR_NOT_EQUAL && !is_ordered (&a->type, &b->type))
    return maak_typer_fail_kinds (typer, node, MAAK_PHRASE_EXPRESSION_NO_ORDER, &a->type, &b->type);
  node->type = maak_type_of_kind (MAAK_TYPE_OF_BOOLEAN);
  return node;
}

/* `a has b`, and `b in a` turned round to it. */
static MaakNode *
type_has (MaakTyper *typer, MaakNode *node)
{
  MaakNode          *collection = node->children[0], *element = node->children[1];
  MaakExpressionType single;

  if (!fit_literal (typer, collection, element) || !fit_literal (typer, element, collection))
    return NULL;
  single = maak_type_single (&collection->type);
  if (element->type.many)
    return maak_typer_fail_kinds (typer, node, MAAK_PHRASE_EXPRESSION_HAS_MANY, &collection->type, &element->type);
  if (!kinds_match (&single, &element->type))
    return maak_typer_fail_kinds (typer, node, MAAK_PHRASE_EXPRESSION_COMPARE, &collection->type, &element->type);
  node->type = maak_type_of_kind (MAAK_TYPE_OF_BOOLEAN);
  return node;
}

static gboolean
type_sum_of (MaakOperator op, const MaakExpressionType *a, const MaakExpressionType *b, MaakExpressionType *result)
{
  *result = maak_type_of_kind (MAAK_TYPE_OF_NUMBER);
  if (a->kind == MAAK_TYPE_OF_YEAR && b->kind == MAAK_TYPE_OF_NUMBER)
    result->kind = MAAK_TYPE_OF_YEAR;
  else if (a->kind == MAAK_TYPE_OF_SERIES && b->kind == MAAK_TYPE_OF_SERIES && a->is_money == b->is_money)
    {
      result->kind = MAAK_TYPE_OF_SERIES;
      result->is_money = a->is_money;
    }
  else if (maak_type_is_numeric (a) && a->kind == b->kind)
    result->kind = a->kind;
  else
    return op == MAAK_OPERATOR_MINUS && a->kind == b->kind && (a->kind == MAAK_TYPE_OF_YEAR || a->kind == MAAK_TYPE_OF_DATE);
  return TRUE;
}

static MaakNode *
type_arithmetic (MaakTyper *typer, MaakNode *node)
{
  const MaakExpressionType *a = &node->children[0]->type, *b = &node->children[1]->type;
  gboolean                  fits;

  if (a->many || b->many)
    return maak_typer_fail_kinds (typer, node, MAAK_PHRASE_EXPRESSION_ARITHMETIC_MANY, a, b);
  if (node->op == MAAK_OPERATOR_PLUS || node->op == MAAK_OPERATOR_MINUS)
    {
      fit_money (node->children[0], node->children[1]);
      fit_money (node->children[1], node->children[0]);
      fits = type_sum_of (node->op, a, b, &node->type);
    }
  else
    {
      gboolean money = a->kind == MAAK_TYPE_OF_MONEY || b->kind == MAAK_TYPE_OF_MONEY;
      fits = maak_type_is_numeric (a) && maak_type_is_numeric (b);
      if (node->op == MAAK_OPERATOR_TIMES)
        fits = fits && a->kind + b->kind != 2 * MAAK_TYPE_OF_MONEY;
      else
        money = a->kind == MAAK_TYPE_OF_MONEY && b->kind != MAAK_TYPE_OF_MONEY;
      node->type = maak_type_of_kind (money ? MAAK_TYPE_OF_MONEY : MAAK_TYPE_OF_NUMBER);
    }
  return fits ? node : maak_typer_fail_kinds (typer, node, MAAK_PHRASE_EXPRESSION_ARITHMETIC, a, b);
}

static MaakNode *
type_binary (MaakTyper *typer, MaakNode *node)
{
  for (guint i = 0; i < 2; i++)
    {
      node->children[i] = maak_typer_type (typer, node->children[i]);
      if (node->children[i] == NULL)
        return NULL;
    }
  switch (node->op)
    {
    case MAAK_OPERATOR_OR:
    case MAAK_OPERATOR_AND:
      node->type = maak_type_of_kind (MAAK_TYPE_OF_BOOLEAN);
      return maak_typer_require_boolean (typer, node->children[0]) && maak_typer_require_boolean (typer, node->children[1]) ? node : NULL;
    case MAAK_OPERATOR_EQUAL:
    case MAAK_OPERATOR_NOT_EQUAL:
    case MAAK_OPERATOR_LESS:
    case MAAK_OPERATOR_LESS_OR_EQUAL:
    case MAAK_OPERATOR_GREATER:
    case MAAK_OPERATOR_GREATER_OR_EQUAL:
      return type_comparison (typer, node);
    case MAAK_OPERATOR_IN:
      {
        MaakNode *element = node->children[0];
        node->children[0] = node->children[1];
        node->children[1] = element;
        node->op = MAAK_OPERATOR_HAS;
        return type_has (typer, node);
      }
    case MAAK_OPERATOR_HAS:
      return type_has (typer, node);
    case MAAK_OPERATOR_PLUS:
    case MAAK_OPERATOR_MINUS:
    case MAAK_OPERATOR_TIMES:
    case MAAK_OPERATOR_DIVIDE:
      return type_arithmetic (typer, node);
    }
  g_assert_not_reached ();
}

static MaakNode *
type_not (MaakTyper *typer, MaakNode *node)
{
  node->children[0] = maak_typer_type (typer, node->children[0]);
  if (node->children[0] == NULL)
    return NULL;
  node->type = maak_type_of_kind (MAAK_TYPE_OF_BOOLEAN);
  return maak_typer_require_boolean (typer, node->children[0]) ? node : NULL;
}

static MaakNode *
type_negate (MaakTyper *typer, MaakNode *node)
{
  MaakNode *child = node->children[0] = maak_typer_type (typer, node->children[0]);

  if (child == NULL)
    return NULL;
  node->type = child->type;
  node->type.field = NULL;
  if (!child->type.many && (maak_type_is_numeric (&child->type) || child->type.kind == MAAK_TYPE_OF_SERIES))
    return node;
  return maak_typer_fail_kinds (typer, node, MAAK_PHRASE_EXPRESSION_ARITHMETIC, &child->type, &child->type);
}

static MaakNode *
type_set (MaakTyper *typer, MaakNode *node)
{
  for (guint i = 0; i < node->n_children; i++)
    {
      node->list[i] = maak_typer_type (typer, node->list[i]);
      if (node->list[i] == NULL)
        return NULL;
      if (i > 0 && node->list[i]->type.kind != node->list[0]->type.kind)
        return maak_typer_fail_kinds (typer, node->list[i], MAAK_PHRASE_EXPRESSION_MIXED, &node->list[0]->type, &node->list[i]->type);
    }
  node->type = node->list[0]->type;
  node->type.many = TRUE;
  return node;
}

/* --- Functions --- */

static MaakNode *
fail_argument (MaakTyper *typer, const MaakNode *call, const MaakNode *argument)
{
  g_autoptr (MaakMessage) what = maak_expression_type_describe (&argument->type);

  return maak_typer_fail (typer, argument, maak_message_new (MAAK_PHRASE_EXPRESSION_BAD_ARGUMENT, MAAK_ARG_STRING, "name", maak_function_get_name (call->function), MAAK_ARG_MESSAGE, "kind", what, MAAK_ARG_END));
}

/* What sum, count, min, max or average makes of a collection of `of`; FALSE when it cannot. */
static gboolean
type_aggregate_of (MaakFunction function, const MaakExpressionType *of, MaakExpressionType *result)
{
  gboolean by_order = function == MAAK_FUNCTION_MIN || function == MAAK_FUNCTION_MAX;

  *result = maak_type_of_kind (of->kind);
  if (function == MAAK_FUNCTION_COUNT)
    result->kind = MAAK_TYPE_OF_NUMBER;
  else if (of->kind == MAAK_TYPE_OF_SERIES)
    *result = maak_type_of_points (of);
  else if (!maak_type_is_numeric (of))
    return by_order && (of->kind == MAAK_TYPE_OF_DATE || of->kind == MAAK_TYPE_OF_YEAR);
  return TRUE;
}

static MaakNode *
type_aggregate (MaakTyper *typer, MaakNode *node)
{
  MaakNode          *first = node->list[0];
  MaakExpressionType value;

  for (guint i = 1; i < node->n_children; i++)
    if (node->list[i]->type.kind != first->type.kind)
      return maak_typer_fail_kinds (typer, node->list[i], MAAK_PHRASE_EXPRESSION_MIXED, &first->type, &node->list[i]->type);
  if (first->kind == MAAK_NODE_YEARLY && node->function == MAAK_FUNCTION_SUM)
    {
      node->type = first->type;
      return node;
    }
  if (first->type.kind == MAAK_TYPE_OF_GROUP && node->n_children == 1 && node->function != MAAK_FUNCTION_COUNT)
    {
      if (!type_aggregate_of (node->function, first->type.value, &value))
        return fail_argument (typer, node, first);
      node->type = maak_typer_make_group (typer, *first->type.key, value);
      return node;
    }
  if (first->kind == MAAK_NODE_BY)
    {
      node->type = maak_typer_make_group (typer, *first->type.key, maak_type_of_kind (MAAK_TYPE_OF_NUMBER));
      return node;
    }
  return type_aggregate_of (node->function, &first->type, &node->type) ? node : fail_argument (typer, node, first);
}

/* `any` and `all`: the condition stands behind `where` or as a second argument, in the frame of each element. */
static MaakNode *
type_quantifier (MaakTyper *typer, MaakNode *node)
{
  MaakNode *where;

  if (node->n_children == 2)
    {
      where = maak_expression_add_node (typer->expression, MAAK_NODE_WHERE, node->list[0]->position);
      where->children[0] = node->list[0];
      where->children[1] = node->list[1];
      where->n_children = 2;
    }
  else
    where = node->list[0];
  if (node->function == MAAK_FUNCTION_ALL && where->kind != MAAK_NODE_WHERE)
    return maak_typer_fail (typer, node, maak_message_new (MAAK_PHRASE_EXPRESSION_ALL_OF_WHAT, MAAK_ARG_END));
  node->list[0] = maak_typer_type (typer, where);
  node->n_children = 1;
  if (node->list[0] == NULL)
    return NULL;
  if (node->list[0]->type.kind != MAAK_TYPE_OF_RECORD && node->function == MAAK_FUNCTION_ALL)
    return fail_argument (typer, node, node->list[0]);
  node->type = maak_type_of_kind (MAAK_TYPE_OF_BOOLEAN);
  return node;
}

static MaakNode *
type_if (MaakTyper *typer, MaakNode *node)
{
  MaakExpressionType *a = &node->list[1]->type, *b = &node->list[2]->type;

  if (!maak_typer_require_boolean (typer, node->list[0]))
    return NULL;
  fit_money (node->list[1], node->list[2]);
  fit_money (node->list[2], node->list[1]);
  node->type = *a;
  node->type.many = a->many || b->many;
  if (a->field != b->field)
    node->type.field = NULL;
  if ((a->kind == MAAK_TYPE_OF_TEXT && maak_type_is_string (b)) || (b->kind == MAAK_TYPE_OF_TEXT && maak_type_is_string (a)))
    node->type.kind = MAAK_TYPE_OF_TEXT;
  else if (a->kind != b->kind)
    return maak_typer_fail_kinds (typer, node, MAAK_PHRASE_EXPRESSION_MIXED, a, b);
  if (a->kind == MAAK_TYPE_OF_RECORD && a->template != b->template)
    node->type.template = NULL;
  return node;
}

static MaakNode *
type_language_question (MaakTyper *typer, MaakNode *node)
{
  MaakNode    *language = node->list[1];
  MaakLanguage parsed;

  if (node->list[0]->type.kind != MAAK_TYPE_OF_TEXT || node->list[0]->type.many)
    return fail_argument (typer, node, node->list[0]);
  if (language->type.kind != MAAK_TYPE_OF_CODE || language->type.many || (language->kind == MAAK_NODE_STRING && !maak_language_parse (language->name, &parsed)))
    return maak_typer_fail (typer, language, maak_message_new (MAAK_PHRASE_EXPRESSION_NOT_LANGUAGE, MAAK_ARG_END));
  node->type = maak_type_of_kind (MAAK_TYPE_OF_BOOLEAN);
  return node;
}

/* The values of a collection, of any kind that can be looked up. */
static MaakNode *
type_repeated (MaakTyper *typer, MaakNode *node)
{
  const MaakExpressionType *type = &node->list[0]->type;

  if (!type->many || type->kind == MAAK_TYPE_OF_SERIES || type->kind == MAAK_TYPE_OF_GROUP || type->kind == MAAK_TYPE_OF_OTHER)
    return fail_argument (typer, node, node->list[0]);
  node->type = *type;
  return node;
}

/* Functions of one single value. */
static MaakNode *
type_simple (MaakTyper *typer, MaakNode *node)
{
  const MaakExpressionType *type = &node->list[0]->type;
  gboolean                  fits = !type->many && maak_type_is_numeric (type);
  MaakExpressionType        result = maak_type_of_kind (type->kind);

  if (node->function == MAAK_FUNCTION_WORDS || node->function == MAAK_FUNCTION_CHARACTERS)
    {
      fits = !type->many && (type->kind == MAAK_TYPE_OF_TEXT || type->kind == MAAK_TYPE_OF_CODE);
      result.kind = MAAK_TYPE_OF_NUMBER;
    }
  else if (node->function == MAAK_FUNCTION_TEXT)
    {
      fits = type->kind != MAAK_TYPE_OF_GROUP;
      result.kind = MAAK_TYPE_OF_TEXT;
    }
  else if (node->function == MAAK_FUNCTION_YEARS)
    {
      fits = type->kind == MAAK_TYPE_OF_SERIES || type->kind == MAAK_TYPE_OF_SPAN;
      result.kind = MAAK_TYPE_OF_YEAR;
      result.many = TRUE;
    }
  else if (node->function == MAAK_FUNCTION_MONEY)
    result.kind = MAAK_TYPE_OF_MONEY;
  node->type = result;
  return fits ? node : fail_argument (typer, node, node->list[0]);
}

static MaakNode *
type_call (MaakTyper *typer, MaakNode *node)
{
  if (node->function == MAAK_FUNCTION_ANY || node->function == MAAK_FUNCTION_ALL)
    return type_quantifier (typer, node);
  for (guint i = 0; i < node->n_children; i++)
    {
      node->list[i] = maak_typer_type (typer, node->list[i]);
      if (node->list[i] == NULL)
        return NULL;
    }
  switch (node->function)
    {
    case MAAK_FUNCTION_SUM:
    case MAAK_FUNCTION_COUNT:
    case MAAK_FUNCTION_MIN:
    case MAAK_FUNCTION_MAX:
    case MAAK_FUNCTION_AVERAGE:
      return type_aggregate (typer, node);
    case MAAK_FUNCTION_EMPTY:
    case MAAK_FUNCTION_FILLED:
      node->type = maak_type_of_kind (MAAK_TYPE_OF_BOOLEAN);
      return node;
    case MAAK_FUNCTION_MISSING:
    case MAAK_FUNCTION_OUTDATED:
      return type_language_question (typer, node);
    case MAAK_FUNCTION_IF:
      return type_if (typer, node);
    case MAAK_FUNCTION_REPEATED:
      return type_repeated (typer, node);
    case MAAK_FUNCTION_WORDS:
    case MAAK_FUNCTION_CHARACTERS:
    case MAAK_FUNCTION_YEARS:
    case MAAK_FUNCTION_ROUND:
    case MAAK_FUNCTION_ABS:
    case MAAK_FUNCTION_TEXT:
    case MAAK_FUNCTION_MONEY:
      return type_simple (typer, node);
    case MAAK_FUNCTION_ANY:
    case MAAK_FUNCTION_ALL:
      break;
    }
  g_assert_not_reached ();
}

/* --- All of them --- */

/* Returns the node that takes its place (itself, mostly), or NULL with an error. */
MaakNode *
maak_typer_type (MaakTyper *typer, MaakNode *node)
{
  switch (node->kind)
    {
    case MAAK_NODE_NUMBER:
      node->type = maak_type_of_kind (MAAK_TYPE_OF_NUMBER);
      return node;
    case MAAK_NODE_STRING:
      node->type = maak_type_of_kind (MAAK_TYPE_OF_CODE);
      return node;
    case MAAK_NODE_BOOLEAN:
      node->type = maak_type_of_kind (MAAK_TYPE_OF_BOOLEAN);
      return node;
    case MAAK_NODE_FRAME:
    case MAAK_NODE_IT:
    case MAAK_NODE_ROOT:
      return maak_typer_type_start (typer, node);
    case MAAK_NODE_WITHIN:
      return maak_typer_type_within (typer, node);
    case MAAK_NODE_MEMBER:
      return maak_typer_type_path (typer, node);
    case MAAK_NODE_NOT:
      return type_not (typer, node);
    case MAAK_NODE_NEGATE:
      return type_negate (typer, node);
    case MAAK_NODE_BINARY:
      return type_binary (typer, node);
    case MAAK_NODE_SET:
      return type_set (typer, node);
    case MAAK_NODE_WHERE:
      return maak_typer_type_where (typer, node);
    case MAAK_NODE_BY:
      return maak_typer_type_by (typer, node);
    case MAAK_NODE_AT:
      return maak_typer_type_at (typer, node);
    case MAAK_NODE_CALL:
      return type_call (typer, node);
    case MAAK_NODE_YEARLY: /* made above, never read */
      break;
    }
  g_assert_not_reached ();
}

static void
assign_element_type (MaakTyper *typer)
{
  MaakExpression           *self = typer->expression;
  const MaakExpressionType *type = &self->root->type;

  self->has_element = type->kind != MAAK_TYPE_OF_BOOLEAN;
  self->element = maak_type_single (type);
  if (!type->many && type->kind == MAAK_TYPE_OF_SERIES)
    {
      self->element = maak_typer_make_group (typer, maak_type_of_kind (MAAK_TYPE_OF_YEAR), maak_type_of_points (type));
      self->element.many = FALSE;
    }
}

/* Types self->root against self->template; `it` is the type of `$it`, or NULL. The tree may come out changed.
 * FALSE and MAAK_TEMPLATE_ERROR_RULE when something has no meaning. */
gboolean
maak_expression_assign_types (MaakExpression *self, const MaakExpressionType *it, GError **error)
{
  MaakTyper typer = { .expression = self, .it = it, .n_frames = 1, .error = error };

  typer.frames[0] = self->template;
  self->root = maak_typer_type (&typer, self->root);
  if (self->root == NULL)
    return FALSE;
  assign_element_type (&typer);
  return TRUE;
}
