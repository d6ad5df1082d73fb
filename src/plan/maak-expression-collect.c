/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Where the elements of collections come from: the values of a field, the members of an item, `where`, `by`, `at`, years() and repeated().
 * Each shows its elements to a visitor one by one; only groups, and the values that repeated() has seen, are built.
 * Nothing here keeps an item; a visitor that says FALSE stops the walk.
 */
#include "plan/maak-evaluate-private.h"

#include <math.h>
#include <string.h>

#define MAX_COMPUTED 16 /* computed fields that read computed fields */

static gboolean
show_ids (MaakValue *value, MaakScope *scope, MaakVisit visit, gpointer data)
{
  guint              n;
  const char *const *ids = maak_value_get_ids (value, &n);

  for (guint i = 0; i < n; i++)
    {
      MaakResult item = { .kind = MAAK_TYPE_OF_RECORD, .borrowed = TRUE, .boxed = maak_plan_lookup (scope->plan, ids[i]) };
      if (item.boxed != NULL && !maak_result_show (&item, visit, data))
        return FALSE;
    }
  return TRUE;
}

static gboolean
show_list (MaakValue *value, MaakVisit visit, gpointer data)
{
  guint              n;
  MaakRecord *const *records = maak_value_get_records (value, &n);

  for (guint i = 0; i < n; i++)
    {
      MaakResult item = { .kind = MAAK_TYPE_OF_RECORD, .borrowed = TRUE, .boxed = records[i] };
      if (!maak_result_show (&item, visit, data))
        return FALSE;
    }
  return TRUE;
}

static gboolean
show_codes (MaakValue *value, MaakVisit visit, gpointer data)
{
  guint              n;
  const char *const *codes = maak_value_get_codes (value, &n);

  for (guint i = 0; i < n; i++)
    {
      MaakResult item = { .kind = MAAK_TYPE_OF_CODE, .borrowed = TRUE, .boxed = (gpointer) codes[i] };
      if (!maak_result_show (&item, visit, data))
        return FALSE;
    }
  return TRUE;
}

static void
read_single (MaakValue *value, MaakResult *item)
{
  item->borrowed = TRUE;
  switch (maak_value_get_kind (value))
    {
    case MAAK_VALUE_TEXT:
      item->boxed = maak_value_get_text (value);
      item->kind = maak_text_is_empty (item->boxed) ? MAAK_TYPE_OF_NOTHING : MAAK_TYPE_OF_TEXT;
      break;
    case MAAK_VALUE_NUMBER:
      maak_result_set_number (item, maak_value_get_number (value));
      break;
    case MAAK_VALUE_INTEGER:
      maak_result_set_money (item, maak_value_get_integer (value));
      break;
    case MAAK_VALUE_DATE:
      item->kind = MAAK_TYPE_OF_DATE;
      item->date = maak_value_get_date (value);
      break;
    case MAAK_VALUE_SPAN:
      item->kind = MAAK_TYPE_OF_SPAN;
      maak_value_get_span (value, &item->date, &item->end);
      break;
    case MAAK_VALUE_CODE:
      item->kind = MAAK_TYPE_OF_CODE;
      item->boxed = (gpointer) maak_value_get_code (value);
      break;
    case MAAK_VALUE_SERIES:
      item->kind = MAAK_TYPE_OF_SERIES;
      item->boxed = value;
      break;
    case MAAK_VALUE_CITATION:
    case MAAK_VALUE_FILE:
      item->kind = MAAK_TYPE_OF_OTHER;
      item->boxed = value;
      break;
    case MAAK_VALUE_CODES:
    case MAAK_VALUE_IDS:
    case MAAK_VALUE_LIST:
      break;
    }
}

static gboolean
show_value (MaakValue *value, MaakScope *scope, MaakVisit visit, gpointer data)
{
  MaakResult item = { 0 };

  switch (maak_value_get_kind (value))
    {
    case MAAK_VALUE_CODES:
      return show_codes (value, visit, data);
    case MAAK_VALUE_IDS:
      return show_ids (value, scope, visit, data);
    case MAAK_VALUE_LIST:
      return show_list (value, visit, data);
    case MAAK_VALUE_TEXT:
    case MAAK_VALUE_NUMBER:
    case MAAK_VALUE_INTEGER:
    case MAAK_VALUE_DATE:
    case MAAK_VALUE_SPAN:
    case MAAK_VALUE_CODE:
    case MAAK_VALUE_SERIES:
    case MAAK_VALUE_CITATION:
    case MAAK_VALUE_FILE:
      read_single (value, &item);
      return maak_result_show (&item, visit, data);
    }
  g_assert_not_reached ();
}

static MaakExpressionKind
get_computed_kind (const MaakField *field)
{
  return field->type == MAAK_FIELD_MONEY ? MAAK_TYPE_OF_MONEY : field->type == MAAK_FIELD_TEXT ? MAAK_TYPE_OF_TEXT
                                                                                               : MAAK_TYPE_OF_NUMBER;
}

static gboolean
show_computed (MaakRecord *record, const MaakField *field, MaakScope *outer, MaakVisit visit, gpointer data)
{
  MaakScope  scope = { .plan = outer->plan, .depth = outer->depth + 1, .steps = outer->steps };
  MaakResult item = { 0 };

  if (scope.depth > MAX_COMPUTED)
    return TRUE;
  scope.frames[0] = record;
  maak_node_evaluate (field->value->root, &scope, &item);
  maak_result_coerce (&item, get_computed_kind (field));
  return maak_result_show (&item, visit, data);
}

/* The field of this very record: it may be of a template that extends the one the rule was typed with. */
static const MaakField *
find_field (const MaakNode *node, MaakRecord *record)
{
  const MaakTemplate *template = maak_record_get_template (record);
  const MaakField *field;

  if (node->field->owner == template)
    return node->field;
  field = node->member == MAAK_MEMBER_ROLE ? maak_template_lookup_role (template, node->role) : maak_template_lookup_field (template, node->field->id);
  return field != NULL && field->type == node->field->type ? field : NULL;
}

static gboolean
show_field (const MaakNode *node, MaakRecord *record, MaakScope *scope, MaakVisit visit, gpointer data)
{
  const MaakField *field = find_field (node, record);
  MaakValue       *value;

  if (field == NULL)
    return TRUE;
  if (field->value != NULL)
    return show_computed (record, field, scope, visit, data);
  value = maak_record_get (record, field);
  return value == NULL || show_value (value, scope, visit, data);
}

/* --- Members --- */

/* A visitor that hands on what stands behind the dot for each item; `data` is a MaakStep. */
gboolean
maak_node_show_member_cb (MaakResult *base, gpointer data)
{
  MaakStep  *step = data;
  MaakResult item = { 0 };

  switch (step->node->member)
    {
    case MAAK_MEMBER_FIELD:
    case MAAK_MEMBER_ROLE:
      return show_field (step->node, base->boxed, step->scope, step->visit, step->data);
    case MAAK_MEMBER_KEY:
      return maak_result_show_kept (&((MaakGroup *) base->boxed)->key, step->visit, step->data);
    case MAAK_MEMBER_VALUE:
      return maak_result_show_kept (&((MaakGroup *) base->boxed)->value, step->visit, step->data);
    case MAAK_MEMBER_ID:
      maak_result_set_code (&item, base, maak_record_get_id (base->boxed));
      break;
    case MAAK_MEMBER_TEMPLATE:
      maak_result_set_code (&item, base, maak_record_get_template_id (base->boxed));
      break;
    case MAAK_MEMBER_START:
      maak_result_set_date (&item, base->date);
      break;
    case MAAK_MEMBER_END:
      maak_result_set_date (&item, base->end);
      break;
    case MAAK_MEMBER_YEAR:
      item.kind = MAAK_TYPE_OF_YEAR;
      item.number = base->date.year;
      break;
    case MAAK_MEMBER_NL:
      maak_result_set_code (&item, base, maak_text_get (base->boxed, MAAK_LANGUAGE_NL));
      break;
    case MAAK_MEMBER_EN:
      maak_result_set_code (&item, base, maak_text_get (base->boxed, MAAK_LANGUAGE_EN));
      break;
    }
  return maak_result_show (&item, step->visit, step->data);
}

/* --- where, by --- */

gboolean
maak_node_is_true (const MaakNode *node, MaakScope *scope)
{
  MaakResult result = { 0 };

  maak_node_evaluate (node, scope, &result);
  return result.kind == MAAK_TYPE_OF_BOOLEAN && result.boolean;
}

/* A visitor that hands on the records for which the condition of a `where` is true; `data` is a MaakStep. */
gboolean
maak_node_filter_cb (MaakResult *item, gpointer data)
{
  MaakStep *step = data;

  step->scope->frames[step->node->frame] = item->boxed;
  return !maak_node_is_true (step->node->children[1], step->scope) || step->visit (item, step->data);
}

typedef struct
{
  const MaakNode *node;
  MaakScope      *scope;
  GHashTable     *by_key; /* MaakGroup by its own key */
  GPtrArray      *order;  /* of MaakGroup, owned */
} Grouping;

static guint
hash_key (gconstpointer data)
{
  const MaakResult *key = data;

  if (key->kind == MAAK_TYPE_OF_CODE)
    return g_str_hash (key->boxed);
  return key->kind == MAAK_TYPE_OF_RECORD ? g_direct_hash (key->boxed) : (guint) key->number;
}

static gboolean
equal_key (gconstpointer a, gconstpointer b)
{
  const MaakResult *left = a, *right = b;

  if (left->kind == MAAK_TYPE_OF_CODE)
    return g_str_equal (left->boxed, right->boxed);
  return left->kind == MAAK_TYPE_OF_RECORD ? left->boxed == right->boxed : left->number == right->number;
}

static gboolean
add_to_group_cb (MaakResult *key, gpointer data)
{
  Grouping  *grouping = data;
  MaakGroup *group = g_hash_table_lookup (grouping->by_key, key);

  if (group == NULL)
    {
      group = g_new0 (MaakGroup, 1);
      g_atomic_ref_count_init (&group->ref_count);
      maak_result_keep (key, &group->key);
      group->value.many = TRUE;
      group->value.elements = maak_result_new_elements ();
      g_hash_table_insert (grouping->by_key, &group->key, group);
      g_ptr_array_add (grouping->order, group);
    }
  maak_node_walk (grouping->node->children[2], grouping->scope, maak_result_collect_cb, group->value.elements);
  return TRUE;
}

static gboolean
group_record_cb (MaakResult *item, gpointer data)
{
  Grouping *grouping = data;

  grouping->scope->frames[grouping->node->frame] = item->boxed;
  return maak_node_walk (grouping->node->children[1], grouping->scope, add_to_group_cb, grouping);
}

/* Groups in the order in which their keys first appear; a record without key is in none. */
static GPtrArray *
make_groups (const MaakNode *node, MaakScope *scope)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (hash_key, equal_key);
  GPtrArray *order = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_group_unref);
  Grouping   grouping = { node, scope, by_key, order };

  maak_node_walk (node->children[0], scope, group_record_cb, &grouping);
  return order;
}

/* Shows the groups of a `by`, in the order in which their keys first appear. */
gboolean
maak_node_walk_groups (const MaakNode *node, MaakScope *scope, MaakVisit visit, gpointer data)
{
  g_autoptr (GPtrArray) groups = make_groups (node, scope);

  for (guint i = 0; i < groups->len; i++)
    {
      MaakResult item = { .kind = MAAK_TYPE_OF_GROUP, .borrowed = TRUE, .boxed = g_ptr_array_index (groups, i) };
      if (!maak_result_show (&item, visit, data))
        return FALSE;
    }
  return TRUE;
}

/* --- repeated() --- */

/* A value that was seen. */
typedef struct
{
  MaakResult value;
  gboolean   shown;
} Seen;

typedef struct
{
  const MaakStep *step;
  GHashTable     *seen; /* of Seen, by their values */
} Repeating;

static void
seen_free (gpointer data)
{
  maak_result_clear (&((Seen *) data)->value);
  g_free (data);
}

static guint
hash_seen (gconstpointer data)
{
  return maak_result_hash (&((const Seen *) data)->value);
}

static gboolean
equal_seen (gconstpointer a, gconstpointer b)
{
  return maak_result_equal (&((const Seen *) a)->value, &((const Seen *) b)->value);
}

static gboolean
show_repeated_cb (MaakResult *item, gpointer data)
{
  const Repeating *repeating = data;
  Seen            *seen = g_new0 (Seen, 1), *earlier;

  maak_result_coerce (item, repeating->step->node->type.kind);
  maak_result_keep (item, &seen->value);
  earlier = g_hash_table_lookup (repeating->seen, seen);
  if (earlier == NULL)
    {
      g_hash_table_add (repeating->seen, seen);
      return TRUE;
    }
  seen_free (seen);
  if (earlier->shown)
    return TRUE;
  earlier->shown = TRUE;
  return maak_result_show_kept (&earlier->value, repeating->step->visit, repeating->step->data);
}

/* Shows the values that stand more than once in a collection, each once, when it comes the second time. */
gboolean
maak_node_walk_repeated (const MaakNode *node, MaakScope *scope, MaakVisit visit, gpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (hash_seen, equal_seen, seen_free, NULL);
  MaakStep  step = { node, scope, visit, data };
  Repeating repeating = { &step, seen };

  return maak_node_walk (node->list[0], scope, show_repeated_cb, &repeating);
}

/* --- Series --- */

static guint
find_point (GArray *points, int year)
{
  guint low = 0, high = points->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (points, MaakSeriesPoint, middle).year < year)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_point (MaakYearly *yearly, const MaakSeriesPoint *point, gboolean is_money)
{
  guint            at = find_point (yearly->points, point->year);
  MaakSeriesPoint *sum;

  if (at == yearly->points->len || g_array_index (yearly->points, MaakSeriesPoint, at).year != point->year)
    {
      MaakSeriesPoint zero = { .year = point->year };
      g_array_insert_val (yearly->points, at, zero);
    }
  sum = &g_array_index (yearly->points, MaakSeriesPoint, at);
  if (!is_money)
    sum->number += yearly->sign * point->number;
  else if (yearly->sign > 0)
    yearly->overflow |= __builtin_add_overflow (sum->integer, point->integer, &sum->integer);
  else
    yearly->overflow |= __builtin_sub_overflow (sum->integer, point->integer, &sum->integer);
}

/* A visitor that adds series to a MaakYearly (`data`). */
gboolean
maak_yearly_add_cb (MaakResult *item, gpointer data)
{
  MaakYearly            *yearly = data;
  guint                  n;
  gboolean               is_money;
  const MaakSeriesPoint *points = maak_value_get_points (item->boxed, &n, &is_money);

  yearly->is_money = yearly->is_money || is_money;
  for (guint i = 0; i < n; i++)
    add_point (yearly, &points[i], is_money);
  return TRUE;
}

/* The sum per year; empty where there is no year at all. */
void
maak_yearly_finish (MaakYearly *yearly, MaakResult *result)
{
  for (guint i = 0; !yearly->is_money && i < yearly->points->len; i++)
    yearly->overflow |= !isfinite (g_array_index (yearly->points, MaakSeriesPoint, i).number);
  if (yearly->overflow || yearly->points->len == 0)
    return;
  result->kind = MAAK_TYPE_OF_SERIES;
  result->boxed = maak_value_new_series ((const MaakSeriesPoint *) yearly->points->data, yearly->points->len, yearly->is_money);
}

typedef struct
{
  int       year;
  MaakVisit visit;
  gpointer  data;
} AtYear;

static gboolean
show_year_cb (MaakResult *series, gpointer data)
{
  AtYear                *at = data;
  guint                  n;
  gboolean               is_money;
  const MaakSeriesPoint *points = maak_value_get_points (series->boxed, &n, &is_money);

  for (guint i = 0; i < n; i++)
    if (points[i].year == at->year)
      {
        MaakResult item = { 0 };
        maak_result_set_point (&item, &points[i], is_money);
        return maak_result_show (&item, at->visit, at->data);
      }
  return TRUE;
}

/* Shows the value of one year of each series that has it. */
gboolean
maak_node_walk_at (const MaakNode *node, MaakScope *scope, MaakVisit visit, gpointer data)
{
  MaakResult year = { 0 };
  AtYear     at = { 0, visit, data };

  maak_node_evaluate (node->children[1], scope, &year);
  if (year.kind == MAAK_TYPE_OF_NOTHING || fabs (year.number) > 9999)
    return TRUE;
  at.year = (int) year.number;
  return maak_node_walk (node->children[0], scope, show_year_cb, &at);
}

static gboolean
collect_years_cb (MaakResult *item, gpointer data)
{
  GArray    *years = data; /* of MaakSeriesPoint, of which only the year counts */
  int        first = item->date.year, last = item->end.year;
  guint      n = 0;
  MaakYearly yearly = { years, 1, FALSE, FALSE };

  if (item->kind == MAAK_TYPE_OF_SERIES)
    {
      gboolean               is_money;
      const MaakSeriesPoint *points = maak_value_get_points (item->boxed, &n, &is_money);
      for (guint i = 0; i < n; i++)
        add_point (&yearly, &points[i], FALSE);
    }
  else if (first != 0 && last != 0)
    for (int year = first; year <= last; year++)
      add_point (&yearly, &(MaakSeriesPoint) { .year = year }, FALSE);
  return TRUE;
}

/* Shows the years of a period or of series, in order, each once. */
gboolean
maak_node_walk_years (const MaakNode *node, MaakScope *scope, MaakVisit visit, gpointer data)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (MaakSeriesPoint));

  maak_node_walk (node->list[0], scope, collect_years_cb, years);
  for (guint i = 0; i < years->len; i++)
    {
      MaakResult item = { .kind = MAAK_TYPE_OF_YEAR, .number = g_array_index (years, MaakSeriesPoint, i).year };
      if (!maak_result_show (&item, visit, data))
        return FALSE;
    }
  return TRUE;
}
