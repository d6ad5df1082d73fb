/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Equality (with the hash that belongs to it), order and arithmetic of two items. Amounts are compared and added as integers; terms are in the order of their
 * vocabulary; a year that a series does not name counts as 0 there.
 * An empty side never comes here: the caller settles that.
 */
#include "plan/maak-evaluate-private.h"

#include <math.h>

static int
compare_doubles (double a, double b)
{
  return a < b ? -1 : a > b;
}

/* Exact also where an amount has more digits than a double: a whole number is compared as an integer. */
static int
compare_numbers (const MaakResult *a, const MaakResult *b)
{
  if (a->kind == MAAK_TYPE_OF_MONEY && b->kind == MAAK_TYPE_OF_MONEY)
    return a->money < b->money ? -1 : a->money > b->money;
  if (a->kind == MAAK_TYPE_OF_MONEY && b->number == trunc (b->number) && fabs (b->number) < 9007199254740992.0)
    return a->money<(gint64) b->number ? -1 : a->money> (gint64) b->number;
  if (b->kind == MAAK_TYPE_OF_MONEY)
    return -compare_doubles ((double) b->money, maak_result_get_number (a));
  return compare_doubles (maak_result_get_number (a), maak_result_get_number (b));
}

/* Less than 0, 0 or more, for numbers, amounts, years and dates; *comparable is FALSE for the rest. */
int
maak_result_compare (const MaakResult *a, const MaakResult *b, gboolean *comparable)
{
  *comparable = TRUE;
  switch (a->kind)
    {
    case MAAK_TYPE_OF_NUMBER:
    case MAAK_TYPE_OF_MONEY:
    case MAAK_TYPE_OF_YEAR:
      return compare_numbers (a, b);
    case MAAK_TYPE_OF_DATE:
      return maak_date_compare (a->date, b->date);
    case MAAK_TYPE_OF_NOTHING:
    case MAAK_TYPE_OF_BOOLEAN:
    case MAAK_TYPE_OF_TEXT:
    case MAAK_TYPE_OF_CODE:
    case MAAK_TYPE_OF_SPAN:
    case MAAK_TYPE_OF_SERIES:
    case MAAK_TYPE_OF_RECORD:
    case MAAK_TYPE_OF_OTHER:
    case MAAK_TYPE_OF_GROUP:
      break;
    }
  *comparable = FALSE;
  return 0;
}

static gboolean
text_says (MaakText *text, const char *string)
{
  return g_str_equal (maak_text_get (text, MAAK_LANGUAGE_NL), string) || g_str_equal (maak_text_get (text, MAAK_LANGUAGE_EN), string);
}

/* A year that a series does not name counts as 0. */
static gboolean
series_equal (const MaakResult *a, const MaakResult *b)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (MaakSeriesPoint));
  MaakYearly yearly = { points, 1, FALSE, FALSE };

  maak_yearly_add_cb ((MaakResult *) a, &yearly);
  yearly.sign = -1;
  maak_yearly_add_cb ((MaakResult *) b, &yearly);
  for (guint i = 0; i < points->len; i++)
    if (g_array_index (points, MaakSeriesPoint, i).number != 0 || g_array_index (points, MaakSeriesPoint, i).integer != 0)
      return FALSE;
  return !yearly.overflow;
}

/* Whether two items, neither of them empty, are the same. */
gboolean
maak_result_equal (const MaakResult *a, const MaakResult *b)
{
  gboolean comparable;

  switch (a->kind)
    {
    case MAAK_TYPE_OF_BOOLEAN:
      return !a->boolean == !b->boolean;
    case MAAK_TYPE_OF_TEXT:
      return b->kind == MAAK_TYPE_OF_TEXT ? maak_text_equal (a->boxed, b->boxed) : text_says (a->boxed, b->boxed);
    case MAAK_TYPE_OF_CODE:
      return b->kind == MAAK_TYPE_OF_TEXT ? text_says (b->boxed, a->boxed) : g_str_equal (a->boxed, b->boxed);
    case MAAK_TYPE_OF_SPAN:
      return maak_date_compare (a->date, b->date) == 0 && maak_date_compare (a->end, b->end) == 0;
    case MAAK_TYPE_OF_SERIES:
      return series_equal (a, b);
    case MAAK_TYPE_OF_RECORD:
      return a->boxed == b->boxed;
    case MAAK_TYPE_OF_NUMBER:
    case MAAK_TYPE_OF_MONEY:
    case MAAK_TYPE_OF_YEAR:
    case MAAK_TYPE_OF_DATE:
      return maak_result_compare (a, b, &comparable) == 0;
    case MAAK_TYPE_OF_NOTHING:
    case MAAK_TYPE_OF_OTHER:
    case MAAK_TYPE_OF_GROUP:
      break;
    }
  return FALSE;
}

static guint
hash_text (MaakText *text)
{
  return 31 * g_str_hash (maak_text_get (text, MAAK_LANGUAGE_NL)) + g_str_hash (maak_text_get (text, MAAK_LANGUAGE_EN));
}

static guint
hash_date (MaakDate date)
{
  return (guint) (date.year * 372 + date.month * 31 + date.day);
}

/* For a table of items of one kind: what maak_result_equal() calls the same has the same hash. */
guint
maak_result_hash (const MaakResult *self)
{
  double number = self->number + 0.0; /* 0 and -0 are equal */

  switch (self->kind)
    {
    case MAAK_TYPE_OF_BOOLEAN:
      return self->boolean ? 1 : 0;
    case MAAK_TYPE_OF_TEXT:
      return hash_text (self->boxed);
    case MAAK_TYPE_OF_CODE:
      return g_str_hash (self->boxed);
    case MAAK_TYPE_OF_SPAN:
      return 31 * hash_date (self->date) + hash_date (self->end);
    case MAAK_TYPE_OF_RECORD:
      return g_direct_hash (self->boxed);
    case MAAK_TYPE_OF_NUMBER:
    case MAAK_TYPE_OF_YEAR:
      return g_double_hash (&number);
    case MAAK_TYPE_OF_MONEY:
      return g_int64_hash (&self->money);
    case MAAK_TYPE_OF_DATE:
      return hash_date (self->date);
    case MAAK_TYPE_OF_NOTHING:
    case MAAK_TYPE_OF_SERIES: /* a year that is not named is 0: all in one place */
    case MAAK_TYPE_OF_OTHER:
    case MAAK_TYPE_OF_GROUP:
      break;
    }
  return 0;
}

/* Terms are in the order of their vocabulary; FALSE for a term that is not in it. */
static gboolean
compare_terms (const MaakNode *node, const MaakResult *a, const MaakResult *b, int *order)
{
  const MaakField      *field = node->children[0]->type.field != NULL ? node->children[0]->type.field : node->children[1]->type.field;
  const MaakVocabulary *vocabulary = field->vocabulary;
  int                   left = -1, right = -1;

  for (guint i = 0; i < maak_vocabulary_get_n_terms (vocabulary); i++)
    {
      const char *code = maak_vocabulary_get_term (vocabulary, i)->code;
      if (g_str_equal (code, a->boxed))
        left = (int) i;
      if (g_str_equal (code, b->boxed))
        right = (int) i;
    }
  *order = left - right;
  return left >= 0 && right >= 0;
}

/* Whether `a` and `b` stand in the order that the operator of the node asks for. */
gboolean
maak_node_is_in_order (const MaakNode *node, const MaakResult *a, const MaakResult *b)
{
  gboolean comparable;
  int      order;

  if (a->kind == MAAK_TYPE_OF_CODE)
    comparable = compare_terms (node, a, b, &order);
  else
    order = maak_result_compare (a, b, &comparable);
  if (!comparable)
    return FALSE;
  switch ((int) node->op)
    {
    case MAAK_OPERATOR_LESS:
      return order < 0;
    case MAAK_OPERATOR_LESS_OR_EQUAL:
      return order <= 0;
    case MAAK_OPERATOR_GREATER:
      return order > 0;
    default:
      return order >= 0;
    }
}

/* --- Arithmetic --- */

static void
add_money (const MaakNode *node, const MaakResult *a, const MaakResult *b, MaakResult *result)
{
  gint64 sum;

  if (node->op == MAAK_OPERATOR_PLUS ? !__builtin_add_overflow (a->money, b->money, &sum) : !__builtin_sub_overflow (a->money, b->money, &sum))
    maak_result_set_money (result, sum);
}

static void
multiply_money (const MaakResult *money, double by, MaakResult *result)
{
  gint64 product;

  if (by != trunc (by) || fabs (by) >= 9007199254740992.0)
    maak_result_set_rounded_money (result, (double) money->money * by);
  else if (!__builtin_mul_overflow (money->money, (gint64) by, &product))
    maak_result_set_money (result, product);
}

static int
count_days (MaakDate a, MaakDate b)
{
  GDate first, last;

  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  g_date_set_dmy (&first, b.day, (GDateMonth) b.month, (GDateYear) b.year);
  g_date_set_dmy (&last, a.day, (GDateMonth) a.month, (GDateYear) a.year);
  return g_date_days_between (&first, &last);
}

/* What + - * / make of two items that are not empty; empty where it cannot be. May change the items. */
void
maak_node_calculate (const MaakNode *node, MaakResult *a, MaakResult *b, MaakResult *result)
{
  double left, right;

  if (a->kind == MAAK_TYPE_OF_DATE)
    {
      maak_result_set_number (result, count_days (a->date, b->date));
      return;
    }
  if (node->op == MAAK_OPERATOR_TIMES && node->type.kind == MAAK_TYPE_OF_MONEY)
    {
      multiply_money (a->kind == MAAK_TYPE_OF_MONEY ? a : b, a->kind == MAAK_TYPE_OF_MONEY ? b->number : a->number, result);
      return;
    }
  if (node->op == MAAK_OPERATOR_DIVIDE && node->type.kind == MAAK_TYPE_OF_MONEY)
    {
      maak_result_set_rounded_money (result, b->number == 0 ? NAN : (double) a->money / b->number);
      return;
    }
  if (node->type.kind == MAAK_TYPE_OF_MONEY)
    {
      maak_result_coerce (a, MAAK_TYPE_OF_MONEY);
      maak_result_coerce (b, MAAK_TYPE_OF_MONEY);
      if (a->kind == MAAK_TYPE_OF_MONEY && b->kind == MAAK_TYPE_OF_MONEY)
        add_money (node, a, b, result);
      return;
    }
  left = maak_result_get_number (a);
  right = maak_result_get_number (b);
  if (node->op == MAAK_OPERATOR_DIVIDE)
    maak_result_set_number (result, right == 0 ? NAN : left / right);
  else
    maak_result_set_number (result, node->op == MAAK_OPERATOR_PLUS ? left + right : node->op == MAAK_OPERATOR_MINUS ? left - right
                                                                                                                    : left * right);
  if (result->kind == MAAK_TYPE_OF_NUMBER && node->type.kind == MAAK_TYPE_OF_YEAR)
    result->kind = MAAK_TYPE_OF_YEAR;
}
