/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Gives every node of an expression its type, finds what each name means, and refuses what has no meaning.
 *
 * A *frame* is a record in which a first name is looked up: frame 0 is the record of the check, each `where` and `by`
 * opens one more for the element that it looks at. The *record base* of a path is where it passes its last record: for
 * `budget.amount` that is `budget`. `where` and `by` work on the record base, so they are moved there: `budget.amount
 * where x` becomes `(budget where x).amount`, and `budget.amount by y` becomes BY (budget, y, amount of the frame).
 *
 * A list, refs, choices or regions field with `most` 1 is single. Fields of templates that extend the one that a path
 * promises are not known here; their roles are (maak_template_lookup_role of whatever record comes along).
 */
#include "plan/maak-typer-private.h"

#include "plan/maak-library.h"

#include <string.h>

/* Sets the error at the place of a node; returns NULL for the caller to return. */
MaakNode *
maak_typer_fail (MaakTyper *typer, const MaakNode *node, MaakMessage *sentence)
{
  maak_expression_set_error (typer->expression, node->position, sentence, typer->error);
  return NULL;
}

/* The same, for a phrase about two types. */
MaakNode *
maak_typer_fail_kinds (MaakTyper *typer, const MaakNode *node, MaakPhrase phrase, const MaakExpressionType *a, const MaakExpressionType *b)
{
  g_autoptr (MaakMessage) left = maak_expression_type_describe (a);
  g_autoptr (MaakMessage) right = maak_expression_type_describe (b);

  return maak_typer_fail (typer, node, maak_message_new (phrase, MAAK_ARG_MESSAGE, "left", left, MAAK_ARG_MESSAGE, "right", right, MAAK_ARG_END));
}

/* --- Suggestions --- */

/* How many letters must be added, dropped or changed; rows of the classic table, one at a time. */
static guint
count_edits (const char *a, const char *b)
{
  gsize             n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (guint j = 0; j <= n; j++)
    row[j] = j;
  for (guint i = 1; a[i - 1] != '\0'; i++)
    {
      guint diagonal = row[0];
      row[0] = i;
      for (guint j = 1; j <= n; j++)
        {
          guint above = row[j];
          guint change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
          row[j] = MIN (change, MIN (above, row[j - 1]) + 1);
          diagonal = above;
        }
    }
  return row[n];
}

/* Keeps the candidate that is nearest to what was wanted. */
void
maak_suggest (const char *wanted, const char *candidate, const char **best, guint *best_edits)
{
  guint edits;

  if (strlen (wanted) > 64 || strlen (candidate) > 64)
    return;
  edits = count_edits (wanted, candidate);
  if (edits < *best_edits)
    {
      *best = candidate;
      *best_edits = edits;
    }
}

/* As many letters as may differ, plus one. */
guint
maak_suggest_patience (const char *wanted)
{
  return (guint) strlen (wanted) / 3 + 2;
}

static const char *
suggest_field (MaakTyper *typer, const char *wanted)
{
  const char *best = NULL;
  guint       edits = maak_suggest_patience (wanted);

  for (guint i = typer->n_frames; i > 0; i--)
    if (typer->frames[i - 1] != NULL)
      for (guint j = 0; j < maak_template_get_n_fields (typer->frames[i - 1]); j++)
        maak_suggest (wanted, maak_template_get_field (typer->frames[i - 1], j)->id, &best, &edits);
  return best;
}

static const char *
suggest_member (const MaakTemplate *template, const char *wanted)
{
  const char *best = NULL;
  guint       edits = maak_suggest_patience (wanted);

  for (guint i = 0; template != NULL && i < maak_template_get_n_fields (template); i++)
    maak_suggest (wanted, maak_template_get_field (template, i)->id, &best, &edits);
  return best;
}

static MaakNode *
fail_no_field (MaakTyper *typer, const MaakNode *node, const MaakTemplate *template, const char *suggestion)
{
  const char *in = template != NULL ? maak_template_get_id (template) : "?";

  if (template == NULL)
    return maak_typer_fail (typer, node, maak_message_new (MAAK_PHRASE_EXPRESSION_ANY_RECORD, MAAK_ARG_STRING, "field", node->name, MAAK_ARG_END));
  if (suggestion == NULL)
    return maak_typer_fail (typer, node, maak_message_new (MAAK_PHRASE_EXPRESSION_NO_FIELD, MAAK_ARG_STRING, "field", node->name, MAAK_ARG_STRING, "template", in, MAAK_ARG_END));
  return maak_typer_fail (typer, node,
                          maak_message_new (MAAK_PHRASE_EXPRESSION_NO_FIELD_MEANT, MAAK_ARG_STRING, "field", node->name,
                                            MAAK_ARG_STRING, "template", in, MAAK_ARG_STRING, "suggestion", suggestion, MAAK_ARG_END));
}

/* --- Types --- */

/* A single type of a kind. */
MaakExpressionType
maak_type_of_kind (MaakExpressionKind kind)
{
  return (MaakExpressionType) { .kind = kind };
}

/* The type of one element. */
MaakExpressionType
maak_type_single (const MaakExpressionType *type)
{
  MaakExpressionType single = *type;

  single.many = FALSE;
  return single;
}

static const MaakExpressionType *
keep_type (MaakTyper *typer, MaakExpressionType type)
{
  MaakExpressionType *kept = g_new (MaakExpressionType, 1);

  *kept = type;
  g_ptr_array_add (typer->expression->types, kept);
  return kept;
}

/* The type of groups. */
MaakExpressionType
maak_typer_make_group (MaakTyper *typer, MaakExpressionType key, MaakExpressionType value)
{
  MaakExpressionType type = maak_type_of_kind (MAAK_TYPE_OF_GROUP);

  type.many = TRUE;
  type.key = keep_type (typer, key);
  type.value = keep_type (typer, value);
  return type;
}

/* The type of a value of a series. */
MaakExpressionType
maak_type_of_points (const MaakExpressionType *series)
{
  return maak_type_of_kind (series->is_money ? MAAK_TYPE_OF_MONEY : MAAK_TYPE_OF_NUMBER);
}

static const MaakTemplate *
get_promised_template (MaakLibrary *library, const MaakField *field)
{
  if (field->of != NULL)
    return field->of;
  if (field->of_proposals)
    return maak_library_lookup (library, "proposal");
  return field->type == MAAK_FIELD_PARTY ? maak_library_lookup (library, "party") : NULL;
}

static MaakExpressionType
type_of_field (MaakLibrary *library, const MaakField *field)
{
  MaakExpressionType type = { .field = field };

  switch (field->type)
    {
    case MAAK_FIELD_TEXT:
      type.kind = MAAK_TYPE_OF_TEXT;
      break;
    case MAAK_FIELD_NUMBER:
      type.kind = MAAK_TYPE_OF_NUMBER;
      break;
    case MAAK_FIELD_MONEY:
      type.kind = MAAK_TYPE_OF_MONEY;
      break;
    case MAAK_FIELD_DATE:
      type.kind = MAAK_TYPE_OF_DATE;
      break;
    case MAAK_FIELD_PERIOD:
      type.kind = MAAK_TYPE_OF_SPAN;
      break;
    case MAAK_FIELD_CHOICE:
      type.kind = MAAK_TYPE_OF_CODE;
      break;
    case MAAK_FIELD_CHOICES:
    case MAAK_FIELD_REGIONS:
      type.kind = MAAK_TYPE_OF_CODE;
      type.many = field->max_count != 1;
      break;
    case MAAK_FIELD_PARTY:
    case MAAK_FIELD_REFS:
    case MAAK_FIELD_LIST:
      type.kind = MAAK_TYPE_OF_RECORD;
      type.template = get_promised_template (library, field);
      type.many = field->type != MAAK_FIELD_PARTY && field->max_count != 1;
      break;
    case MAAK_FIELD_SERIES:
      type.kind = MAAK_TYPE_OF_SERIES;
      type.is_money = field->is_money;
      break;
    case MAAK_FIELD_CITATION:
    case MAAK_FIELD_FILE:
      type.kind = MAAK_TYPE_OF_OTHER;
      break;
    }
  return type;
}

/* A number or an amount. */
gboolean
maak_type_is_numeric (const MaakExpressionType *type)
{
  return type->kind == MAAK_TYPE_OF_NUMBER || type->kind == MAAK_TYPE_OF_MONEY;
}

/* A string of no vocabulary: a literal, `.nl`, `.id`. */
gboolean
maak_type_is_string (const MaakExpressionType *type)
{
  return type->kind == MAAK_TYPE_OF_CODE && type->field == NULL;
}

static void
add_read (MaakTyper *typer, const MaakTemplate *template, const MaakField *field)
{
  GArray  *reads = typer->expression->reads;
  MaakRead read = { template, field };

  for (guint i = 0; i < reads->len; i++)
    if (g_array_index (reads, MaakRead, i).field == field && g_array_index (reads, MaakRead, i).template == template)
      return;
  g_array_append_val (reads, read);
}

/* --- Members --- */

static void
set_field (MaakTyper *typer, MaakNode *node, const MaakTemplate *template, const MaakField *field)
{
  gboolean many = node->children[0]->type.many;

  node->field = field;
  node->type = type_of_field (typer->expression->library, field);
  node->type.many = node->type.many || many;
  add_read (typer, template, field);
}

/* The field of a role, also where only templates that extend `template` have it; all must agree on its type. */
static gboolean
set_role (MaakTyper *typer, MaakNode *node, const MaakTemplate *template)
{
  MaakLibrary     *library = typer->expression->library;
  const MaakField *own = template != NULL ? maak_template_lookup_role (template, node->role) : NULL;
  const MaakField *first = own;

  for (guint i = 0; own == NULL && i < maak_library_get_n_templates (library); i++)
    {
      const MaakTemplate *derived = maak_library_get_template (library, i);
      const MaakField    *field = template == NULL || maak_template_is_a (derived, template) ? maak_template_lookup_role (derived, node->role) : NULL;
      if (field == NULL || (first != NULL && field->type != first->type))
        continue;
      first = first != NULL ? first : field;
      add_read (typer, derived, field);
    }
  if (first == NULL)
    return FALSE;
  set_field (typer, node, own != NULL ? template : first->owner, first);
  return TRUE;
}

static gboolean
set_special (MaakNode *node, const MaakExpressionType *base)
{
  static const struct
  {
    const char        *name;
    MaakExpressionKind of;
    MaakMember         member;
    MaakExpressionKind kind;
  } specials[] = {
    { "id", MAAK_TYPE_OF_RECORD, MAAK_MEMBER_ID, MAAK_TYPE_OF_CODE },
    { "template", MAAK_TYPE_OF_RECORD, MAAK_MEMBER_TEMPLATE, MAAK_TYPE_OF_CODE },
    { "start", MAAK_TYPE_OF_SPAN, MAAK_MEMBER_START, MAAK_TYPE_OF_DATE },
    { "end", MAAK_TYPE_OF_SPAN, MAAK_MEMBER_END, MAAK_TYPE_OF_DATE },
    { "year", MAAK_TYPE_OF_DATE, MAAK_MEMBER_YEAR, MAAK_TYPE_OF_YEAR },
    { "nl", MAAK_TYPE_OF_TEXT, MAAK_MEMBER_NL, MAAK_TYPE_OF_CODE },
    { "en", MAAK_TYPE_OF_TEXT, MAAK_MEMBER_EN, MAAK_TYPE_OF_CODE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (specials); i++)
    if (specials[i].of == base->kind && g_str_equal (specials[i].name, node->name))
      {
        node->member = specials[i].member;
        node->type = maak_type_of_kind (specials[i].kind);
        node->type.many = base->many;
        return TRUE;
      }
  if (base->kind != MAAK_TYPE_OF_GROUP || (!g_str_equal (node->name, "key") && !g_str_equal (node->name, "value")))
    return FALSE;
  node->member = node->name[0] == 'k' ? MAAK_MEMBER_KEY : MAAK_MEMBER_VALUE;
  node->type = node->member == MAAK_MEMBER_KEY ? *base->key : *base->value;
  node->type.many = node->type.many || base->many;
  return TRUE;
}

/* From the type of its child; may be called again when that child changes. */
static MaakNode *
type_member (MaakTyper *typer, MaakNode *node)
{
  const MaakExpressionType *base = &node->children[0]->type;
  const MaakField          *field;
  g_autoptr (MaakMessage) what = NULL;

  if (node->member == MAAK_MEMBER_ROLE)
    {
      if (base->kind == MAAK_TYPE_OF_RECORD && set_role (typer, node, base->template))
        return node;
      return maak_typer_fail (typer, node, maak_message_new (MAAK_PHRASE_EXPRESSION_NO_ROLE_HERE, MAAK_ARG_STRING, "role", node->name, MAAK_ARG_STRING, "template", base->template != NULL ? maak_template_get_id (base->template) : "?", MAAK_ARG_END));
    }
  if (base->kind == MAAK_TYPE_OF_RECORD && base->template != NULL)
    {
      field = maak_template_lookup_field (base->template, node->name);
      if (field != NULL)
        {
          set_field (typer, node, base->template, field);
          return node;
        }
    }
  if (set_special (node, base))
    return node;
  if (base->kind == MAAK_TYPE_OF_RECORD)
    return fail_no_field (typer, node, base->template, suggest_member (base->template, node->name));
  what = maak_expression_type_describe (base);
  return maak_typer_fail (typer, node, maak_message_new (MAAK_PHRASE_EXPRESSION_NO_MEMBER, MAAK_ARG_STRING, "name", node->name, MAAK_ARG_MESSAGE, "kind", what, MAAK_ARG_END));
}

static gboolean
frame_has (MaakTyper *typer, guint frame, const MaakNode *member)
{
  const MaakTemplate *template = typer->frames[frame];

  if (template == NULL)
    return FALSE;
  if (member->member == MAAK_MEMBER_ROLE)
    return maak_template_lookup_role (template, member->role) != NULL;
  return maak_template_lookup_field (template, member->name) != NULL;
}

static void
set_frame (MaakTyper *typer, MaakNode *node, guint frame)
{
  node->frame = frame;
  node->type = maak_type_of_kind (MAAK_TYPE_OF_RECORD);
  node->type.template = typer->frames[frame];
}

/* `within`: around the record of the innermost frame. */
MaakNode *
maak_typer_type_within (MaakTyper *typer, MaakNode *node)
{
  set_frame (typer, node->children[0], typer->n_frames - 1);
  node->within = maak_library_lookup (typer->expression->library, node->name);
  if (node->within == NULL)
    return maak_typer_fail (typer, node, maak_message_new (MAAK_PHRASE_EXPRESSION_NO_TEMPLATE, MAAK_ARG_STRING, "template", node->name, MAAK_ARG_END));
  node->type = maak_type_of_kind (MAAK_TYPE_OF_RECORD);
  node->type.template = node->within;
  return node;
}

/* A first name: in the innermost frame that has it. */
static MaakNode *
type_first_name (MaakTyper *typer, MaakNode *node)
{
  MaakNode *base = node->children[0];
  guint     innermost = typer->n_frames - 1;

  for (guint i = typer->n_frames; i > 0; i--)
    if (frame_has (typer, i - 1, node))
      {
        set_frame (typer, base, i - 1);
        return type_member (typer, node);
      }
  set_frame (typer, base, innermost);
  if (node->member == MAAK_MEMBER_ROLE || g_str_equal (node->name, "id") || g_str_equal (node->name, "template"))
    return type_member (typer, node);
  return fail_no_field (typer, node, typer->frames[innermost], suggest_field (typer, node->name));
}

/* Types a path: a name behind a dot, or a first name. */
MaakNode *
maak_typer_type_path (MaakTyper *typer, MaakNode *node)
{
  MaakNode *base = node->children[0];

  if (base->kind == MAAK_NODE_FRAME && base->frame == MAAK_FRAME_UNRESOLVED)
    return type_first_name (typer, node);
  node->children[0] = maak_typer_type (typer, base);
  return node->children[0] != NULL ? type_member (typer, node) : NULL;
}

/* --- where, by, at --- */

/* The node of the chain whose child 0 is the record base; NULL when `node` itself is it, or there is none. */
static MaakNode *
find_above_record_base (MaakNode *node)
{
  while (node->kind == MAAK_NODE_MEMBER || node->kind == MAAK_NODE_AT)
    {
      if (node->children[0]->type.kind == MAAK_TYPE_OF_RECORD)
        return node;
      node = node->children[0];
    }
  return NULL;
}

/* After the child at the bottom of a chain was replaced. */
static void
type_chain_again (MaakTyper *typer, MaakNode *node, const MaakNode *bottom)
{
  if (node == bottom)
    return;
  type_chain_again (typer, node->children[0], bottom);
  if (node->kind == MAAK_NODE_MEMBER)
    type_member (typer, node);
  else
    node->type.many = node->children[0]->type.many;
}

static gboolean
open_frame (MaakTyper *typer, MaakNode *node, const MaakNode *records)
{
  if (typer->n_frames == MAAK_EXPRESSION_MAX_FRAMES)
    {
      maak_typer_fail (typer, node, maak_message_new (MAAK_PHRASE_EXPRESSION_TOO_DEEP, MAAK_ARG_END));
      return FALSE;
    }
  node->frame = typer->n_frames;
  typer->frames[typer->n_frames++] = records->type.template;
  return TRUE;
}

/* Types the collection of a `where` or `by`, and finds the records that it looks at. */
static gboolean
type_records (MaakTyper *typer, MaakNode *node, MaakNode **above, MaakNode **records)
{
  MaakNode *base = node->children[0] = maak_typer_type (typer, node->children[0]);

  if (base == NULL)
    return FALSE;
  *above = base->type.kind == MAAK_TYPE_OF_RECORD ? NULL : find_above_record_base (base);
  *records = base->type.kind == MAAK_TYPE_OF_RECORD ? base : *above != NULL ? (*above)->children[0]
                                                                            : NULL;
  if (*records != NULL && (*records)->type.many)
    return TRUE;
  maak_typer_fail (typer, base, maak_message_new (MAAK_PHRASE_EXPRESSION_NO_RECORDS, MAAK_ARG_END));
  return FALSE;
}

/* FALSE with an error when the node is not a condition. */
gboolean
maak_typer_require_boolean (MaakTyper *typer, const MaakNode *node)
{
  g_autoptr (MaakMessage) what = NULL;

  if (node->type.kind == MAAK_TYPE_OF_BOOLEAN && !node->type.many)
    return TRUE;
  what = maak_expression_type_describe (&node->type);
  maak_typer_fail (typer, node, maak_message_new (MAAK_PHRASE_EXPRESSION_NOT_CONDITION, MAAK_ARG_MESSAGE, "kind", what, MAAK_ARG_END));
  return FALSE;
}

/* Types `where` and moves it to the record base. */
MaakNode *
maak_typer_type_where (MaakTyper *typer, MaakNode *node)
{
  MaakNode *above, *records, *chain;

  if (!type_records (typer, node, &above, &records) || !open_frame (typer, node, records))
    return NULL;
  node->children[1] = maak_typer_type (typer, node->children[1]);
  typer->n_frames--;
  if (node->children[1] == NULL || !maak_typer_require_boolean (typer, node->children[1]))
    return NULL;
  chain = node->children[0];
  node->children[0] = records;
  node->type = records->type;
  if (above == NULL)
    return node;
  above->children[0] = node;
  return chain;
}

static gboolean
is_word_year (const MaakNode *node)
{
  return node->kind == MAAK_NODE_MEMBER && node->member == MAAK_MEMBER_FIELD && node->children[0]->kind == MAAK_NODE_FRAME && node->children[0]->frame == MAAK_FRAME_UNRESOLVED && g_str_equal (node->name, "year");
}

static MaakNode *
type_by (MaakTyper *typer, MaakNode *node)
{
  MaakNode          *above, *records, *frame, *key;
  MaakExpressionType key_type, value_type;

  if (!type_records (typer, node, &above, &records) || !open_frame (typer, node, records))
    return NULL;
  key = node->children[1] = maak_typer_type (typer, node->children[1]);
  typer->n_frames--;
  if (key == NULL)
    return NULL;
  if (key->type.kind != MAAK_TYPE_OF_CODE && key->type.kind != MAAK_TYPE_OF_RECORD && key->type.kind != MAAK_TYPE_OF_YEAR)
    return maak_typer_fail (typer, key, maak_message_new (MAAK_PHRASE_EXPRESSION_BAD_KEY, MAAK_ARG_END));
  frame = maak_expression_add_node (typer->expression, MAAK_NODE_FRAME, node->position);
  frame->frame = node->frame;
  frame->type = maak_type_single (&records->type);
  if (above != NULL)
    {
      above->children[0] = frame;
      type_chain_again (typer, node->children[0], frame);
    }
  node->children[2] = above != NULL ? node->children[0] : frame;
  node->children[0] = records;
  node->n_children = 3;
  key_type = maak_type_single (&key->type);
  value_type = node->children[2]->type;
  value_type.many = TRUE;
  node->type = maak_typer_make_group (typer, key_type, value_type);
  return node;
}

/* Types `by`: groups, or a sum per year. */
MaakNode *
maak_typer_type_by (MaakTyper *typer, MaakNode *node)
{
  MaakNode *base;

  if (!is_word_year (node->children[1]))
    return type_by (typer, node);
  base = maak_typer_type (typer, node->children[0]);
  if (base == NULL)
    return NULL;
  node->children[0] = base;
  if (base->type.kind != MAAK_TYPE_OF_SERIES)
    return maak_typer_fail (typer, node, maak_message_new (MAAK_PHRASE_EXPRESSION_NOT_SERIES, MAAK_ARG_END));
  node->kind = MAAK_NODE_YEARLY;
  node->n_children = 1;
  node->type = maak_type_of_kind (MAAK_TYPE_OF_SERIES);
  node->type.is_money = base->type.is_money;
  return node;
}

/* Types `at`. */
MaakNode *
maak_typer_type_at (MaakTyper *typer, MaakNode *node)
{
  MaakNode *base = node->children[0] = maak_typer_type (typer, node->children[0]);
  MaakNode *year = base != NULL ? maak_typer_type (typer, node->children[1]) : NULL;

  node->children[1] = year;
  if (year == NULL)
    return NULL;
  if (base->type.kind != MAAK_TYPE_OF_SERIES)
    return maak_typer_fail (typer, base, maak_message_new (MAAK_PHRASE_EXPRESSION_NOT_SERIES, MAAK_ARG_END));
  if (year->type.many || (year->type.kind != MAAK_TYPE_OF_YEAR && year->type.kind != MAAK_TYPE_OF_NUMBER))
    return maak_typer_fail (typer, year, maak_message_new (MAAK_PHRASE_EXPRESSION_NOT_YEAR, MAAK_ARG_END));
  node->type = maak_type_of_points (&base->type);
  node->type.many = base->type.many;
  return node;
}

/* Types where a path begins: $it, $this, plan. */
MaakNode *
maak_typer_type_start (MaakTyper *typer, MaakNode *node)
{
  const MaakTemplate *plan = maak_library_get_plan_template (typer->expression->library);

  if (node->kind == MAAK_NODE_IT)
    {
      if (typer->it == NULL)
        return maak_typer_fail (typer, node, maak_message_new (MAAK_PHRASE_EXPRESSION_NO_IT, MAAK_ARG_END));
      node->type = *typer->it;
      return node;
    }
  if (node->kind == MAAK_NODE_FRAME)
    {
      set_frame (typer, node, node->frame);
      return node;
    }
  if (plan == NULL)
    return maak_typer_fail (typer, node, maak_message_new (MAAK_PHRASE_EXPRESSION_NO_PLAN, MAAK_ARG_END));
  node->type = maak_type_of_kind (MAAK_TYPE_OF_RECORD);
  node->type.template = plan;
  return node;
}
