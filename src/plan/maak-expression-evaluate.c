/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Evaluates a typed tree. Collections are never built: maak_node_walk() hands their elements to a visitor one by one, so that a sum over
 * a path costs one step a record and no memory. Only what is handed out, and groups, are kept.
 *
 * An *item* is a single MaakResult on the stack. It mostly borrows what the plan holds; a visitor that keeps one takes it over
 * with maak_result_keep(). Whatever cannot be computed is of kind NOTHING, and an empty item is never visited: a collection
 * holds what is there. Evaluating has a budget of steps and a depth of computed fields; beyond it everything is empty, so
 * that a rule of somebody's own cannot stop the program.
 */
#include "plan/maak-evaluate-private.h"
#include "plan/maak-words.h"

#include "plan/maak-plan.h"

#include <math.h>
#include <string.h>

#define MAX_STEPS 10000000 /* elements visited by one evaluation */

static gboolean
take_first_cb (MaakResult *item, gpointer data)
{
  maak_result_keep (item, data);
  return FALSE;
}

static gboolean
notice_cb (MaakResult *item, gpointer data)
{
  *(gboolean *) data = TRUE;
  return FALSE;
}

static gboolean
has_any (const MaakNode *node, MaakScope *scope)
{
  gboolean any = FALSE;

  maak_node_walk (node, scope, notice_cb, &any);
  return any;
}

/* --- Aggregates --- */

typedef struct
{
  MaakFunction       function;
  MaakExpressionKind kind; /* of the result */
  guint              n;
  gboolean           overflow;
  gint64             money;
  double             number;
  MaakResult         best;
} Aggregate;

static void
aggregate_add (Aggregate *self, const MaakResult *item)
{
  gboolean comparable;
  int      order;

  self->n++;
  if (self->function == MAAK_FUNCTION_MIN || self->function == MAAK_FUNCTION_MAX)
    {
      order = self->n == 1 ? 0 : maak_result_compare (item, &self->best, &comparable);
      if (self->n == 1 || (self->function == MAAK_FUNCTION_MIN ? order < 0 : order > 0))
        self->best = *item; /* numbers and dates only: nothing is owned */
    }
  else if (item->kind == MAAK_TYPE_OF_MONEY)
    self->overflow |= __builtin_add_overflow (self->money, item->money, &self->money);
  else
    self->number += item->number;
}

static gboolean
aggregate_cb (MaakResult *item, gpointer data)
{
  Aggregate *self = data;

  if (self->function == MAAK_FUNCTION_COUNT)
    self->n++;
  else if (item->kind != MAAK_TYPE_OF_SERIES)
    aggregate_add (self, item);
  else
    {
      guint                  n;
      gboolean               is_money;
      const MaakSeriesPoint *points = maak_value_get_points (item->boxed, &n, &is_money);
      for (guint i = 0; i < n; i++)
        {
          MaakResult point = { 0 };
          maak_result_set_point (&point, &points[i], is_money);
          aggregate_add (self, &point);
        }
    }
  return TRUE;
}

static void
aggregate_finish (Aggregate *self, MaakResult *result)
{
  if (self->function == MAAK_FUNCTION_COUNT)
    maak_result_set_number (result, self->n);
  else if (self->function == MAAK_FUNCTION_MIN || self->function == MAAK_FUNCTION_MAX)
    *result = self->best;
  else if (self->overflow || (self->function == MAAK_FUNCTION_AVERAGE && self->n == 0))
    return;
  else if (self->function == MAAK_FUNCTION_SUM && self->kind == MAAK_TYPE_OF_MONEY)
    maak_result_set_money (result, self->money);
  else if (self->function == MAAK_FUNCTION_SUM)
    maak_result_set_number (result, self->number);
  else if (self->kind == MAAK_TYPE_OF_MONEY)
    maak_result_set_rounded_money (result, (double) self->money / self->n);
  else
    maak_result_set_number (result, self->number / self->n);
}

static void
evaluate_aggregate (const MaakNode *node, MaakScope *scope, MaakResult *result)
{
  Aggregate aggregate = { .function = node->function, .kind = node->type.kind };

  if (node->type.kind == MAAK_TYPE_OF_SERIES)
    {
      maak_node_evaluate (node->list[0], scope, result); /* already per year */
      return;
    }
  for (guint i = 0; i < node->n_children; i++)
    maak_node_walk (node->list[i], scope, aggregate_cb, &aggregate);
  aggregate_finish (&aggregate, result);
}

static gboolean
aggregate_group_cb (MaakResult *item, gpointer data)
{
  MaakStep  *step = data;
  MaakGroup *group = item->boxed;
  Aggregate  aggregate = { .function = step->node->function, .kind = step->node->type.value->kind };
  MaakGroup *total = g_new0 (MaakGroup, 1);
  MaakResult with_total = { .kind = MAAK_TYPE_OF_GROUP, .boxed = total };

  g_atomic_ref_count_init (&total->ref_count);
  maak_result_copy (&group->key, &total->key);
  maak_result_show_kept (&group->value, aggregate_cb, &aggregate);
  aggregate_finish (&aggregate, &total->value);
  return maak_result_show (&with_total, step->visit, step->data);
}

/* --- Operators --- */

typedef struct
{
  const MaakResult *wanted;
  gboolean          found;
} Search;

static gboolean
search_cb (MaakResult *item, gpointer data)
{
  Search *search = data;

  search->found = maak_result_equal (item, search->wanted);
  return !search->found;
}

static gboolean
collection_has (const MaakNode *node, MaakScope *scope)
{
  MaakResult wanted = { 0 };
  Search     search = { &wanted, FALSE };

  maak_node_evaluate (node->children[1], scope, &wanted);
  if (wanted.kind != MAAK_TYPE_OF_NOTHING)
    maak_node_walk (node->children[0], scope, search_cb, &search);
  maak_result_clear (&wanted);
  return search.found;
}

static void
evaluate_yearly (const MaakNode *node, MaakScope *scope, MaakResult *result)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (MaakSeriesPoint));
  MaakYearly yearly = { points, 1, node->type.is_money, FALSE };

  maak_node_walk (node->children[0], scope, maak_yearly_add_cb, &yearly);
  maak_yearly_finish (&yearly, result);
}

static void
evaluate_series_sum (const MaakNode *node, MaakScope *scope, MaakResult *result)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (MaakSeriesPoint));
  MaakYearly yearly = { points, 1, node->type.is_money, FALSE };

  maak_node_walk (node->children[0], scope, maak_yearly_add_cb, &yearly);
  yearly.sign = node->kind == MAAK_NODE_BINARY && node->op == MAAK_OPERATOR_PLUS ? 1 : -1;
  maak_node_walk (node->children[node->n_children - 1], scope, maak_yearly_add_cb, &yearly);
  maak_yearly_finish (&yearly, result);
}

static void
evaluate_pair (const MaakNode *node, MaakScope *scope, MaakResult *result)
{
  MaakResult a = { 0 }, b = { 0 };
  gboolean   either_empty;

  maak_node_evaluate (node->children[0], scope, &a);
  maak_node_evaluate (node->children[1], scope, &b);
  either_empty = a.kind == MAAK_TYPE_OF_NOTHING || b.kind == MAAK_TYPE_OF_NOTHING;
  if (node->op == MAAK_OPERATOR_NOT_EQUAL)
    maak_result_set_boolean (result, either_empty || !maak_result_equal (&a, &b));
  else if (node->op == MAAK_OPERATOR_EQUAL)
    maak_result_set_boolean (result, !either_empty && maak_result_equal (&a, &b));
  else if (node->type.kind == MAAK_TYPE_OF_BOOLEAN)
    maak_result_set_boolean (result, !either_empty && maak_node_is_in_order (node, &a, &b));
  else if (!either_empty)
    maak_node_calculate (node, &a, &b, result);
  maak_result_clear (&a);
  maak_result_clear (&b);
}

static void
evaluate_binary (const MaakNode *node, MaakScope *scope, MaakResult *result)
{
  if (node->op == MAAK_OPERATOR_OR)
    maak_result_set_boolean (result, maak_node_is_true (node->children[0], scope) || maak_node_is_true (node->children[1], scope));
  else if (node->op == MAAK_OPERATOR_AND)
    maak_result_set_boolean (result, maak_node_is_true (node->children[0], scope) && maak_node_is_true (node->children[1], scope));
  else if (node->op == MAAK_OPERATOR_HAS)
    maak_result_set_boolean (result, collection_has (node, scope));
  else if (node->type.kind == MAAK_TYPE_OF_SERIES)
    evaluate_series_sum (node, scope, result);
  else
    evaluate_pair (node, scope, result);
}

static void
evaluate_negate (const MaakNode *node, MaakScope *scope, MaakResult *result)
{
  MaakResult item = { 0 };

  if (node->type.kind == MAAK_TYPE_OF_SERIES)
    {
      g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (MaakSeriesPoint));
      MaakYearly yearly = { points, -1, node->type.is_money, FALSE };
      maak_node_walk (node->children[0], scope, maak_yearly_add_cb, &yearly);
      maak_yearly_finish (&yearly, result);
      return;
    }
  maak_node_evaluate (node->children[0], scope, &item);
  if (item.kind == MAAK_TYPE_OF_MONEY && item.money != G_MININT64)
    maak_result_set_money (result, -item.money);
  else if (item.kind == MAAK_TYPE_OF_NUMBER)
    maak_result_set_number (result, -item.number);
}

/* --- Functions --- */

static guint
count_in (const MaakNode *node, const char *string)
{
  const MaakField *field = node->list[0]->type.field;
  gboolean         prose = field != NULL && field->prose;

  return node->function == MAAK_FUNCTION_WORDS ? maak_words_count (string, prose) : maak_words_count_characters (string, prose);
}

static void
evaluate_length (const MaakNode *node, MaakScope *scope, MaakResult *result)
{
  MaakResult item = { 0 };
  guint      n = 0;

  maak_node_evaluate (node->list[0], scope, &item);
  if (item.kind == MAAK_TYPE_OF_TEXT)
    n = MAX (count_in (node, maak_text_get (item.boxed, MAAK_LANGUAGE_NL)), count_in (node, maak_text_get (item.boxed, MAAK_LANGUAGE_EN)));
  else if (item.kind == MAAK_TYPE_OF_CODE)
    n = count_in (node, item.boxed);
  maak_result_set_number (result, n);
  maak_result_clear (&item);
}

static gboolean
is_one_language (const MaakNode *node)
{
  return node->type.field != NULL && node->type.field->one_language;
}

static void
evaluate_language_question (const MaakNode *node, MaakScope *scope, MaakResult *result)
{
  MaakResult   text = { 0 }, code = { 0 };
  MaakLanguage language;

  maak_node_evaluate (node->list[0], scope, &text);
  maak_node_evaluate (node->list[1], scope, &code);
  if (code.kind == MAAK_TYPE_OF_CODE && maak_language_parse (code.boxed, &language))
    {
      if (text.kind == MAAK_TYPE_OF_NOTHING || is_one_language (node->list[0]))
        maak_result_set_boolean (result, node->function == MAAK_FUNCTION_MISSING && text.kind == MAAK_TYPE_OF_NOTHING);
      else if (node->function == MAAK_FUNCTION_MISSING)
        maak_result_set_boolean (result, *maak_text_get (text.boxed, language) == '\0');
      else
        maak_result_set_boolean (result, maak_text_is_outdated (text.boxed, language));
    }
  maak_result_clear (&text);
  maak_result_clear (&code);
}

static void
evaluate_number_function (const MaakNode *node, MaakScope *scope, MaakResult *result)
{
  MaakResult item = { 0 };

  maak_node_evaluate (node->list[0], scope, &item);
  if (node->function == MAAK_FUNCTION_MONEY)
    maak_result_coerce (&item, MAAK_TYPE_OF_MONEY);
  if (item.kind == MAAK_TYPE_OF_MONEY && node->function == MAAK_FUNCTION_ABS && item.money < 0)
    {
      if (item.money != G_MININT64)
        maak_result_set_money (result, -item.money);
    }
  else if (item.kind == MAAK_TYPE_OF_MONEY)
    maak_result_set_money (result, item.money);
  else if (item.kind == MAAK_TYPE_OF_NUMBER)
    maak_result_set_number (result, node->function == MAAK_FUNCTION_ROUND ? round (item.number) : fabs (item.number));
}

static void
evaluate_text (const MaakNode *node, MaakScope *scope, MaakResult *result)
{
  MaakResult       item = { 0 };
  g_autofree char *nl = NULL;
  g_autofree char *en = NULL;

  maak_node_evaluate (node->list[0], scope, &item);
  nl = maak_result_dup_string (&item, &node->list[0]->type, scope->plan, MAAK_LANGUAGE_NL);
  en = maak_result_dup_string (&item, &node->list[0]->type, scope->plan, MAAK_LANGUAGE_EN);
  if (*nl != '\0' || *en != '\0')
    {
      result->kind = MAAK_TYPE_OF_TEXT;
      result->boxed = maak_text_new (nl, en);
    }
  maak_result_clear (&item);
}

/* True unless an element fails the condition of the `where`. */
static gboolean
fails_cb (MaakResult *item, gpointer data)
{
  MaakStep *step = data;

  step->scope->frames[step->node->frame] = item->boxed;
  *(gboolean *) step->data = maak_node_is_true (step->node->children[1], step->scope);
  return *(gboolean *) step->data;
}

static gboolean
holds_for_all (const MaakNode *where, MaakScope *scope)
{
  gboolean holds = TRUE;
  MaakStep step = { where, scope, NULL, &holds };

  maak_node_walk (where->children[0], scope, fails_cb, &step);
  return holds;
}

static void
evaluate_call (const MaakNode *node, MaakScope *scope, MaakResult *result)
{
  switch (node->function)
    {
    case MAAK_FUNCTION_SUM:
    case MAAK_FUNCTION_COUNT:
    case MAAK_FUNCTION_MIN:
    case MAAK_FUNCTION_MAX:
    case MAAK_FUNCTION_AVERAGE:
      evaluate_aggregate (node, scope, result);
      return;
    case MAAK_FUNCTION_ANY:
    case MAAK_FUNCTION_FILLED:
      maak_result_set_boolean (result, has_any (node->list[0], scope));
      return;
    case MAAK_FUNCTION_EMPTY:
      maak_result_set_boolean (result, !has_any (node->list[0], scope));
      return;
    case MAAK_FUNCTION_ALL:
      maak_result_set_boolean (result, holds_for_all (node->list[0], scope));
      return;
    case MAAK_FUNCTION_WORDS:
    case MAAK_FUNCTION_CHARACTERS:
      evaluate_length (node, scope, result);
      return;
    case MAAK_FUNCTION_MISSING:
    case MAAK_FUNCTION_OUTDATED:
      evaluate_language_question (node, scope, result);
      return;
    case MAAK_FUNCTION_IF:
      maak_node_evaluate (maak_node_is_true (node->list[0], scope) ? node->list[1] : node->list[2], scope, result);
      maak_result_coerce (result, node->type.kind);
      return;
    case MAAK_FUNCTION_ROUND:
    case MAAK_FUNCTION_ABS:
    case MAAK_FUNCTION_MONEY:
      evaluate_number_function (node, scope, result);
      return;
    case MAAK_FUNCTION_TEXT:
      evaluate_text (node, scope, result);
      return;
    case MAAK_FUNCTION_YEARS: /* collections: walked */
    case MAAK_FUNCTION_REPEATED:
      return;
    }
}

/* --- All of them --- */

static gboolean
walk_call (const MaakNode *node, MaakScope *scope, MaakVisit visit, gpointer data)
{
  MaakStep step = { node, scope, visit, data };

  if (node->function == MAAK_FUNCTION_YEARS)
    return maak_node_walk_years (node, scope, visit, data);
  if (node->function == MAAK_FUNCTION_REPEATED)
    return maak_node_walk_repeated (node, scope, visit, data);
  if (node->function == MAAK_FUNCTION_IF)
    return maak_node_walk (maak_node_is_true (node->list[0], scope) ? node->list[1] : node->list[2], scope, visit, data);
  return maak_node_walk (node->list[0], scope, aggregate_group_cb, &step);
}

/* Shows the elements of a collection; of a single value that. FALSE when the visitor had enough. */
gboolean
maak_node_walk (const MaakNode *node, MaakScope *scope, MaakVisit visit, gpointer data)
{
  MaakStep   step = { node, scope, visit, data };
  MaakResult item = { 0 };

  if (++*scope->steps > MAX_STEPS)
    return FALSE;
  switch ((int) node->kind)
    {
    case MAAK_NODE_MEMBER:
      return maak_node_walk (node->children[0], scope, maak_node_show_member_cb, &step);
    case MAAK_NODE_WHERE:
      return maak_node_walk (node->children[0], scope, maak_node_filter_cb, &step);
    case MAAK_NODE_BY:
      return maak_node_walk_groups (node, scope, visit, data);
    case MAAK_NODE_AT:
      return maak_node_walk_at (node, scope, visit, data);
    case MAAK_NODE_SET:
      for (guint i = 0; i < node->n_children; i++)
        if (!maak_node_walk (node->list[i], scope, visit, data))
          return FALSE;
      return TRUE;
    case MAAK_NODE_CALL:
      if (node->type.many)
        return walk_call (node, scope, visit, data);
      break;
    default:
      break;
    }
  maak_node_evaluate (node, scope, &item);
  return maak_result_show (&item, visit, data);
}

static void
evaluate_start (const MaakNode *node, MaakScope *scope, MaakResult *result)
{
  result->kind = MAAK_TYPE_OF_RECORD;
  result->borrowed = TRUE;
  result->boxed = node->kind == MAAK_NODE_ROOT ? maak_plan_get_root (scope->plan) : scope->frames[node->frame];
  if (result->boxed == NULL)
    result->kind = MAAK_TYPE_OF_NOTHING;
}

static void
evaluate_within (const MaakNode *node, MaakScope *scope, MaakResult *result)
{
  MaakRecord *record = scope->frames[node->children[0]->frame];

  do
    record = maak_record_get_parent (record);
  while (record != NULL && !maak_template_is_a (maak_record_get_template (record), node->within));
  if (record == NULL)
    return;
  result->kind = MAAK_TYPE_OF_RECORD;
  result->borrowed = TRUE;
  result->boxed = record;
}

static void
evaluate_literal (const MaakNode *node, MaakResult *result)
{
  if (node->kind == MAAK_NODE_NUMBER)
    maak_result_set_number (result, node->number);
  else if (node->kind == MAAK_NODE_BOOLEAN)
    maak_result_set_boolean (result, node->boolean);
  else if (node->type.kind == MAAK_TYPE_OF_DATE)
    maak_result_set_date (result, node->date);
  else
    maak_result_set_code (result, &(MaakResult) { .borrowed = TRUE }, node->name);
}

static void
evaluate_collection (const MaakNode *node, MaakScope *scope, MaakResult *result)
{
  GArray *elements = maak_result_new_elements ();

  maak_node_walk (node, scope, maak_result_collect_cb, elements);
  result->many = TRUE;
  result->kind = elements->len > 0 ? node->type.kind : MAAK_TYPE_OF_NOTHING;
  result->elements = elements;
}

/* `result` is empty before. */
void
maak_node_evaluate (const MaakNode *node, MaakScope *scope, MaakResult *result)
{
  if (++*scope->steps > MAX_STEPS)
    return;
  if (node->type.many)
    {
      evaluate_collection (node, scope, result);
      return;
    }
  switch (node->kind)
    {
    case MAAK_NODE_NUMBER:
    case MAAK_NODE_STRING:
    case MAAK_NODE_BOOLEAN:
      evaluate_literal (node, result);
      break;
    case MAAK_NODE_FRAME:
    case MAAK_NODE_ROOT:
      evaluate_start (node, scope, result);
      break;
    case MAAK_NODE_IT:
      if (scope->it != NULL)
        maak_result_copy (scope->it, result);
      break;
    case MAAK_NODE_WITHIN:
      evaluate_within (node, scope, result);
      break;
    case MAAK_NODE_MEMBER:
    case MAAK_NODE_AT:
      maak_node_walk (node, scope, take_first_cb, result);
      break;
    case MAAK_NODE_NOT:
      maak_result_set_boolean (result, !maak_node_is_true (node->children[0], scope));
      break;
    case MAAK_NODE_NEGATE:
      evaluate_negate (node, scope, result);
      break;
    case MAAK_NODE_BINARY:
      evaluate_binary (node, scope, result);
      break;
    case MAAK_NODE_YEARLY:
      evaluate_yearly (node, scope, result);
      break;
    case MAAK_NODE_CALL:
      evaluate_call (node, scope, result);
      break;
    case MAAK_NODE_WHERE:
    case MAAK_NODE_BY:
    case MAAK_NODE_SET: /* collections: done above */
      break;
    }
}

/* Evaluates for a record of a plan (of the template with which it was typed, or one that extends it). `it` is the element of
 * `each`. `result` need not be cleared before; clear it after. Never fails: what cannot be computed is empty. */
void
maak_expression_evaluate (MaakExpression *self, MaakPlan *plan, MaakRecord *record, const MaakResult *it, MaakResult *result)
{
  guint      steps = 0;
  MaakScope  scope = { .plan = plan, .it = it, .steps = &steps };
  MaakResult found = { 0 };

  g_return_if_fail (self != NULL && plan != NULL && record != NULL && result != NULL);

  scope.frames[0] = record;
  maak_node_evaluate (self->root, &scope, &found);
  maak_result_keep (&found, result);
}

static void
add_years_as_groups (GArray *elements, MaakValue *series)
{
  guint                  n;
  gboolean               is_money;
  const MaakSeriesPoint *points = maak_value_get_points (series, &n, &is_money);

  for (guint i = 0; i < n; i++)
    {
      MaakGroup *group = g_new0 (MaakGroup, 1);
      MaakResult item = { .kind = MAAK_TYPE_OF_GROUP, .boxed = group };
      g_atomic_ref_count_init (&group->ref_count);
      group->key.kind = MAAK_TYPE_OF_YEAR;
      group->key.number = points[i].year;
      maak_result_set_point (&group->value, &points[i], is_money);
      g_array_append_val (elements, item);
    }
}

/* The elements of an `each`: `result` is always a collection; of a series the elements are groups of a year and its
 * value. */
void
maak_expression_evaluate_elements (MaakExpression *self, MaakPlan *plan, MaakRecord *record, MaakResult *result)
{
  MaakResult found;
  GArray    *elements;

  maak_expression_evaluate (self, plan, record, NULL, &found);
  if (found.many)
    {
      *result = found;
      return;
    }
  elements = maak_result_new_elements ();
  if (found.kind == MAAK_TYPE_OF_SERIES)
    add_years_as_groups (elements, found.boxed);
  else if (found.kind != MAAK_TYPE_OF_NOTHING)
    {
      g_array_append_val (elements, found);
      memset (&found, 0, sizeof found);
    }
  maak_result_clear (&found);
  *result = (MaakResult) { .many = TRUE, .elements = elements };
}

/* Whether a condition is met; empty is not. */
gboolean
maak_expression_is_true (MaakExpression *self, MaakPlan *plan, MaakRecord *record, const MaakResult *it)
{
  guint     steps = 0;
  MaakScope scope = { .plan = plan, .it = it, .steps = &steps };

  g_return_val_if_fail (self != NULL && plan != NULL && record != NULL, FALSE);

  scope.frames[0] = record;
  return maak_node_is_true (self->root, &scope);
}
