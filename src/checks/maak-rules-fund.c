/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * What a fund asks of a proposal, as its template says in `fund`: the sum within its bounds, not more of the costs than it pays,
 * the documents that must come along, and whether it takes applications at all. So a fund that somebody describes
 * in a template of their own is checked without a line of code or a check.
 *
 * *Enclosures* are the references of the proposal to the plan's list of attachments, whatever their field is called; what kind
 * an attachment is says its field with the vocabulary of kinds. A proposal that is still empty is not told anything.
 *
 * Languages and the lengths of the portal are the rules of texts (maak-rules-text.c). Pages are counted where they are made.
 */
#include "checks/maak-rules-private.h"

#include "plan/maak-expression.h"

#include <math.h>

#define KINDS_OF_ATTACHMENT "attachment-kind" /* the vocabulary that `enclosures` of a fund is written in */

typedef struct
{
  MaakPlan       *plan;
  MaakRecord     *record;
  const MaakFund *fund;
  MaakText       *name;
  GPtrArray      *findings;
} FundRule;

static void
add (const FundRule *rule, MaakSeverity severity, const char *id, const MaakField *field, MaakMessage *message)
{
  maak_rules_add (rule->findings, severity, id, rule->record, field, message);
}

static const MaakField *
find_role (const FundRule *rule, MaakRole role)
{
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (rule->record), role);

  return field != NULL && maak_field_applies (rule->plan, rule->record, field) ? field : NULL;
}

/* --- What is asked --- */

static gboolean
read_money (const FundRule *rule, const MaakField *field, gint64 *money)
{
  MaakValue *value = maak_record_get (rule->record, field);
  MaakResult result = { 0 };
  gboolean   is_money;

  if (field->value == NULL)
    {
      *money = value != NULL ? maak_value_get_integer (value) : 0;
      return value != NULL;
    }
  maak_expression_evaluate (field->value, rule->plan, rule->record, NULL, &result);
  is_money = result.kind == MAAK_TYPE_OF_MONEY && !result.many;
  *money = is_money ? result.money : 0;
  maak_result_clear (&result);
  return is_money;
}

static void
check_bounds (const FundRule *rule, const MaakField *field, gint64 asked)
{
  if (rule->fund->has_minimum && asked < rule->fund->minimum)
    add (rule, MAAK_SEVERITY_BLOCK, "fund-minimum", field,
         maak_message_new (MAAK_PHRASE_CHECKS_FUND_MINIMUM, MAAK_ARG_MONEY, "asked", asked, MAAK_ARG_TEXT, "fund", rule->name, MAAK_ARG_MONEY, "minimum", rule->fund->minimum, MAAK_ARG_END));
  if (rule->fund->has_maximum && asked > rule->fund->maximum)
    add (rule, MAAK_SEVERITY_BLOCK, "fund-maximum", field,
         maak_message_new (MAAK_PHRASE_CHECKS_FUND_MAXIMUM, MAAK_ARG_MONEY, "asked", asked, MAAK_ARG_TEXT, "fund", rule->name, MAAK_ARG_MONEY, "maximum", rule->fund->maximum, MAAK_ARG_END));
}

/* FALSE where no number of euros can say it. */
static gboolean
add_series (MaakRecord *line, gint64 *sum)
{
  MaakValue             *value = maak_record_get_role (line, MAAK_ROLE_AMOUNTS);
  guint                  n = 0;
  gboolean               is_money = FALSE, overflow = FALSE;
  const MaakSeriesPoint *points = value != NULL ? maak_value_get_points (value, &n, &is_money) : NULL;

  for (guint i = 0; is_money && i < n; i++)
    overflow |= __builtin_add_overflow (*sum, points[i].integer, sum);
  return !overflow;
}

/* What the proposal costs; 0 while nobody can say. */
static gint64
sum_budget (const FundRule *rule)
{
  const MaakField   *field = find_role (rule, MAAK_ROLE_BUDGET);
  MaakValue         *value = field != NULL ? maak_record_get (rule->record, field) : NULL;
  guint              n = 0;
  MaakRecord *const *lines = value != NULL ? maak_value_get_records (value, &n) : NULL;
  gint64             sum = 0;

  for (guint i = 0; i < n; i++)
    if (!add_series (lines[i], &sum))
      return 0;
  return sum;
}

static void
check_rate (const FundRule *rule, const MaakField *field, gint64 asked)
{
  gint64 budget = rule->fund->rate > 0 && rule->fund->rate < 1 ? sum_budget (rule) : 0;
  gint64 most = budget > 0 ? (gint64) floor (rule->fund->rate * (double) budget + 1e-6) : 0;

  if (budget <= 0 || asked <= most)
    return;
  add (rule, MAAK_SEVERITY_PROBLEM, "above-fund-rate", field,
       maak_message_new (MAAK_PHRASE_CHECKS_FUND_RATE, MAAK_ARG_MONEY, "asked", asked, MAAK_ARG_TEXT, "fund", rule->name, MAAK_ARG_NUMBER, "rate", round (rule->fund->rate * 1e6) / 1e4,
                         MAAK_ARG_MONEY, "budget", budget, MAAK_ARG_MONEY, "most", most, MAAK_ARG_END));
}

static void
check_sum (const FundRule *rule)
{
  const MaakField *field = find_role (rule, MAAK_ROLE_SUM_ASKED);
  gint64           asked;

  if (field == NULL || !read_money (rule, field, &asked))
    return;
  check_bounds (rule, field, asked);
  check_rate (rule, field, asked);
}

/* --- What must come along --- */

static const MaakTemplate *
find_attachment_template (const FundRule *rule)
{
  const MaakTemplate *root = maak_record_get_template (maak_plan_get_root (rule->plan));
  const MaakField    *list = maak_template_lookup_role (root, MAAK_ROLE_ATTACHMENTS);

  return list != NULL ? list->of : NULL;
}

static gboolean
is_of_kind (MaakRecord *attachment, const char *kind)
{
  const MaakTemplate *template = maak_record_get_template (attachment);

  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    {
      const MaakField *field = maak_template_get_field (template, i);
      MaakValue       *value = maak_record_get (attachment, field);
      if (value != NULL && field->type == MAAK_FIELD_CHOICE && g_str_equal (maak_vocabulary_get_id (field->vocabulary), KINDS_OF_ATTACHMENT) && g_str_equal (maak_value_get_code (value), kind))
        return TRUE;
    }
  return FALSE;
}

static gboolean
refers_to_kind (const FundRule *rule, const MaakField *field, const char *kind)
{
  MaakValue         *value = maak_record_get (rule->record, field);
  guint              n = 0;
  const char *const *ids = value != NULL ? maak_value_get_ids (value, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      MaakRecord *attachment = maak_plan_lookup (rule->plan, ids[i]);
      if (attachment != NULL && is_of_kind (attachment, kind))
        return TRUE;
    }
  return FALSE;
}

/* The fields of the proposal that refer to attachments. */
static GPtrArray *
find_enclosure_fields (const FundRule *rule)
{
  const MaakTemplate *template = maak_record_get_template (rule->record);
  const MaakTemplate *attachment = find_attachment_template (rule);
  GPtrArray          *fields = g_ptr_array_new ();

  for (guint i = 0; attachment != NULL && i < maak_template_get_n_fields (template); i++)
    {
      const MaakField *field = maak_template_get_field (template, i);
      if (field->type == MAAK_FIELD_REFS && field->of != NULL && maak_template_is_a (field->of, attachment) && maak_field_applies (rule->plan, rule->record, field))
        g_ptr_array_add (fields, (gpointer) field);
    }
  return fields;
}

static void
check_enclosure (const FundRule *rule, GPtrArray *fields, const MaakEnclosure *enclosure)
{
  for (guint i = 0; i < fields->len; i++)
    if (refers_to_kind (rule, g_ptr_array_index (fields, i), enclosure->id))
      return;
  add (rule, enclosure->severity, "fund-enclosure", g_ptr_array_index (fields, 0),
       maak_message_new (MAAK_PHRASE_CHECKS_FUND_ENCLOSURE, MAAK_ARG_TEXT, "fund", rule->name, MAAK_ARG_TEXT, "enclosure", enclosure->label, MAAK_ARG_END));
}

static void
check_enclosures (const FundRule *rule)
{
  g_autoptr (GPtrArray) fields = find_enclosure_fields (rule);
  gboolean begun = FALSE;

  for (guint i = 0; i < fields->len; i++)
    begun |= maak_record_section_is_begun (rule->record, ((const MaakField *) g_ptr_array_index (fields, i))->section);
  for (guint i = 0; begun && i < rule->fund->n_enclosures; i++)
    check_enclosure (rule, fields, &rule->fund->enclosures[i]);
}

/* --- Whether it can be asked at all --- */

static void
check_state (const FundRule *rule)
{
  if (rule->fund->state != MAAK_FUND_CLOSED)
    return;
  if (rule->fund->state_date.year != 0)
    add (rule, MAAK_SEVERITY_ADVICE, "fund-closed", NULL,
         maak_message_new (MAAK_PHRASE_CHECKS_FUND_CLOSED_ON, MAAK_ARG_TEXT, "fund", rule->name, MAAK_ARG_DATE, "date", &rule->fund->state_date, MAAK_ARG_END));
  else
    add (rule, MAAK_SEVERITY_ADVICE, "fund-closed", NULL, maak_message_new (MAAK_PHRASE_CHECKS_FUND_CLOSED, MAAK_ARG_TEXT, "fund", rule->name, MAAK_ARG_END));
}

/* What the fund that the record's template is for asks of it; adds what is found. Nothing where the template is for no fund. */
void
maak_rules_check_fund (MaakPlan *plan, MaakRecord *record, GPtrArray *findings)
{
  const MaakTemplate *template = maak_record_get_template (record);
  const MaakFund *fund = maak_template_get_fund (template);
  FundRule        rule = { plan, record, fund, NULL, findings };

  if (fund == NULL || maak_record_is_empty (record))
    return;
  rule.name = fund->name != NULL ? fund->name : maak_template_get_label (template);
  check_sum (&rule);
  check_enclosures (&rule);
  check_state (&rule);
}
