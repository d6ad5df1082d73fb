/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * What is checked of one field by the engine's own rules, and how a check of a template is run. A field whose `when` is false does not
 * apply and is not checked; nor is one that is computed. `required` and checks with `at` count only in a section that
 * was begun, so that an empty plan is silent.
 */
#include "checks/maak-rules-private.h"

#include "plan/maak-expression.h"
#include "plan/maak-wording.h"

/* Adds a finding about a record and field; the message is taken. */
void
maak_rules_add (GPtrArray *findings, MaakSeverity severity, const char *id, MaakRecord *record, const MaakField *field, MaakMessage *message)
{
  g_ptr_array_add (findings, maak_finding_new (severity, id, record, field, maak_message_dup_text (message)));
  maak_message_unref (message);
}

/* Whether the field counts for this record: it has no `when`, or that is true. */
gboolean
maak_field_applies (MaakPlan *plan, MaakRecord *record, const MaakField *field)
{
  return field->when == NULL || maak_expression_is_true (field->when, plan, record, NULL);
}

/* --- Rules of the engine --- */

typedef struct
{
  MaakPlan        *plan;
  MaakRecord      *record;
  const MaakField *field;
  MaakValue       *value;
  GPtrArray       *findings;
} Rule;

static void
add (const Rule *rule, MaakSeverity severity, const char *id, MaakMessage *message)
{
  maak_rules_add (rule->findings, severity, id, rule->record, rule->field, message);
}

static void
check_required (const Rule *rule)
{
  if (rule->field->required && maak_record_section_is_begun (rule->record, rule->field->section))
    add (rule, MAAK_SEVERITY_PROBLEM, "required", maak_message_new (MAAK_PHRASE_CHECKS_REQUIRED, MAAK_ARG_TEXT, "field", rule->field->label, MAAK_ARG_END));
}

static gboolean
is_money (const MaakField *field)
{
  return field->type == MAAK_FIELD_MONEY || field->is_money;
}

/* A bound that no sum of euros can have is written as a number. */
static MaakMessage *
describe_bound (const MaakField *field, double bound)
{
  if (is_money (field) && bound >= -0x1p63 && bound < 0x1p63)
    return maak_message_new (MAAK_PHRASE_CHECKS_MONEY, MAAK_ARG_MONEY, "value", (gint64) bound, MAAK_ARG_END);
  return maak_message_new (MAAK_PHRASE_CHECKS_NUMBER, MAAK_ARG_NUMBER, "value", bound, MAAK_ARG_END);
}

/* `money` says exactly what `number` may have rounded. */
static void
check_bounds (const Rule *rule, double number, gint64 money)
{
  gboolean below = rule->field->has_min && number < rule->field->min;
  gboolean above = rule->field->has_max && number > rule->field->max;
  g_autoptr (MaakMessage) found = NULL;
  g_autoptr (MaakMessage) bound = NULL;

  if (!below && !above)
    return;
  if (is_money (rule->field))
    found = maak_message_new (MAAK_PHRASE_CHECKS_MONEY, MAAK_ARG_MONEY, "value", money, MAAK_ARG_END);
  else
    found = maak_message_new (MAAK_PHRASE_CHECKS_NUMBER, MAAK_ARG_NUMBER, "value", number, MAAK_ARG_END);
  bound = describe_bound (rule->field, below ? rule->field->min : rule->field->max);
  add (rule, MAAK_SEVERITY_PROBLEM, "out-of-bounds",
       maak_message_new (below ? MAAK_PHRASE_CHECKS_TOO_SMALL : MAAK_PHRASE_CHECKS_TOO_LARGE, MAAK_ARG_TEXT, "field", rule->field->label,
                         MAAK_ARG_MESSAGE, "found", found, MAAK_ARG_MESSAGE, "bound", bound, MAAK_ARG_END));
}

static void
check_year (const Rule *rule, const MaakResult *years, int year)
{
  if (!maak_result_allows_year (years, year))
    add (rule, MAAK_SEVERITY_PROBLEM, "year-outside", maak_message_new (MAAK_PHRASE_CHECKS_YEAR_OUTSIDE, MAAK_ARG_TEXT, "field", rule->field->label, MAAK_ARG_YEAR, "year", year, MAAK_ARG_END));
}

static void
check_series (const Rule *rule)
{
  guint                  n;
  gboolean               is_money;
  const MaakSeriesPoint *points = maak_value_get_points (rule->value, &n, &is_money);
  MaakResult             years = { 0 };

  if (rule->field->years != NULL)
    maak_expression_evaluate (rule->field->years, rule->plan, rule->record, NULL, &years);
  for (guint i = 0; i < n; i++)
    {
      double number = is_money ? (double) points[i].integer : points[i].number;
      check_year (rule, &years, points[i].year);
      check_bounds (rule, number, points[i].integer);
    }
  maak_result_clear (&years);
}

/* A template that compares the two days itself says it in its own words. */
static gboolean
template_speaks_of (MaakRecord *record, const MaakField *field)
{
  const MaakTemplate *template = maak_record_get_template (record);

  for (guint i = 0; i < maak_template_get_n_checks (template); i++)
    {
      const MaakCheck *check = maak_template_get_check (template, i);
      guint            n;
      const MaakRead  *reads = maak_expression_get_reads (check->holds, &n);
      for (guint j = 0; check->at == field && j < n; j++)
        if (reads[j].field == field)
          return TRUE;
    }
  return FALSE;
}

static void
check_span (const Rule *rule)
{
  MaakDate start, end;

  maak_value_get_span (rule->value, &start, &end);
  if (start.year != 0 && end.year != 0 && maak_date_compare (start, end) > 0 && !template_speaks_of (rule->record, rule->field))
    add (rule, MAAK_SEVERITY_PROBLEM, "period-order",
         maak_message_new (MAAK_PHRASE_CHECKS_PERIOD_ORDER, MAAK_ARG_TEXT, "field", rule->field->label, MAAK_ARG_DATE, "start", &start, MAAK_ARG_DATE, "end", &end, MAAK_ARG_END));
}

static void
check_count (const Rule *rule, guint n)
{
  const MaakField *field = rule->field;

  if (n >= field->min_count && (field->max_count == 0 || n <= field->max_count))
    return;
  add (rule, MAAK_SEVERITY_PROBLEM, n < field->min_count ? "too-few" : "too-many",
       maak_message_new (n < field->min_count ? MAAK_PHRASE_CHECKS_TOO_FEW : MAAK_PHRASE_CHECKS_TOO_MANY, MAAK_ARG_TEXT, "field", field->label,
                         MAAK_ARG_INTEGER, "found", (gint64) n, MAAK_ARG_INTEGER, "limit", (gint64) (n < field->min_count ? field->min_count : field->max_count), MAAK_ARG_END));
}

static void
check_ids (const Rule *rule)
{
  guint              n;
  const char *const *ids = maak_value_get_ids (rule->value, &n);

  if (rule->field->type == MAAK_FIELD_REFS)
    check_count (rule, n);
  for (guint i = 0; i < n; i++)
    if (maak_plan_lookup (rule->plan, ids[i]) == NULL)
      add (rule, MAAK_SEVERITY_PROBLEM, "reference-to-nothing", maak_message_new (MAAK_PHRASE_CHECKS_REFERENCE_TO_NOTHING, MAAK_ARG_TEXT, "field", rule->field->label, MAAK_ARG_END));
}

static void
check_codes (const Rule *rule)
{
  guint n;

  maak_value_get_codes (rule->value, &n);
  check_count (rule, n);
}

static void
check_list (const Rule *rule)
{
  guint n;

  maak_value_get_records (rule->value, &n);
  check_count (rule, n);
}

static void
check_number (const Rule *rule)
{
  gboolean is_integer = maak_value_get_kind (rule->value) == MAAK_VALUE_INTEGER;

  check_bounds (rule, maak_value_get_number (rule->value), is_integer ? maak_value_get_integer (rule->value) : 0);
}

static void
check_value (const Rule *rule)
{
  switch (maak_value_get_kind (rule->value))
    {
    case MAAK_VALUE_TEXT:
      maak_rules_check_text (&(MaakTextRule) { rule->plan, rule->record, rule->field, maak_value_get_text (rule->value), rule->findings });
      break;
    case MAAK_VALUE_NUMBER:
    case MAAK_VALUE_INTEGER:
      check_number (rule);
      break;
    case MAAK_VALUE_SPAN:
      check_span (rule);
      break;
    case MAAK_VALUE_CODES:
      check_codes (rule);
      break;
    case MAAK_VALUE_IDS:
      check_ids (rule);
      break;
    case MAAK_VALUE_LIST:
      check_list (rule);
      break;
    case MAAK_VALUE_SERIES:
      check_series (rule);
      break;
    case MAAK_VALUE_CITATION:
      maak_rules_check_citation (rule->record, rule->field, maak_value_get_citation (rule->value), rule->findings);
      break;
    case MAAK_VALUE_DATE:
    case MAAK_VALUE_CODE:
    case MAAK_VALUE_FILE:
      break;
    }
}

/* The engine's own rules for one field of a record; adds what they find. */
void
maak_rules_check_field (MaakPlan *plan, MaakRecord *record, const MaakField *field, GPtrArray *findings)
{
  Rule rule = { plan, record, field, NULL, findings };

  if (field->value != NULL || !maak_field_applies (plan, record, field))
    return;
  rule.value = maak_record_get (record, field);
  if (rule.value == NULL)
    check_required (&rule);
  else
    check_value (&rule);
}

/* --- Evidence --- */

static void
add_missing (GPtrArray *findings, MaakRecord *record, const MaakField *field, MaakPhrase what)
{
  g_autoptr (MaakMessage) part = maak_message_new (what, MAAK_ARG_END);

  maak_rules_add (findings, MAAK_SEVERITY_PROBLEM, "source-incomplete", record, field,
                  maak_message_new (MAAK_PHRASE_CHECKS_SOURCE_INCOMPLETE, MAAK_ARG_TEXT, "field", field->label, MAAK_ARG_MESSAGE, "part", part, MAAK_ARG_END));
}

static gboolean
is_empty_text (MaakText *text)
{
  return text == NULL || maak_text_is_empty (text);
}

static gboolean
is_empty_string (const char *string)
{
  return string == NULL || *string == '\0';
}

/* A figure without source, period or status, a document without author or year, a decision or conversation without a date: a reader
 * cannot look it up. */
void
maak_rules_check_citation (MaakRecord *record, const MaakField *field, MaakCitation *citation, GPtrArray *findings)
{
  const MaakCitationParts *parts = maak_citation_get (citation);

  if (is_empty_text (parts->title))
    add_missing (findings, record, field, MAAK_PHRASE_CHECKS_PART_TITLE);
  if (parts->kind == MAAK_CITATION_FIGURE)
    {
      if (is_empty_text (parts->source))
        add_missing (findings, record, field, MAAK_PHRASE_CHECKS_PART_SOURCE);
      if (parts->period.kind == MAAK_PERIOD_NONE)
        add_missing (findings, record, field, MAAK_PHRASE_CHECKS_PART_PERIOD);
      if (!maak_status_has_value (parts->status))
        add_missing (findings, record, field, MAAK_PHRASE_CHECKS_PART_VALUE);
      return;
    }
  if (is_empty_string (parts->author))
    add_missing (findings, record, field, MAAK_PHRASE_CHECKS_PART_AUTHOR);
  if (parts->kind == MAAK_CITATION_DOCUMENT ? parts->year == 0 : parts->date.year == 0)
    add_missing (findings, record, field, MAAK_PHRASE_CHECKS_PART_DATE);
}

/* --- Checks of a template --- */

/* What of @element the check reads and is not filled in, else the first that it reads; NULL: nothing of it. */
static const MaakField *
find_field_of_element (MaakRecord *element, const MaakCheck *check)
{
  const MaakTemplate *template = maak_record_get_template (element);
  const MaakField *found = NULL;
  guint            n;
  const MaakRead  *reads = maak_expression_get_reads (check->holds, &n);

  for (guint i = 0; i < n; i++)
    {
      const MaakField *field = maak_template_is_a (template, reads[i].template) ? maak_template_lookup_field (template, reads[i].field->id) : NULL;

      if (field != NULL && maak_record_get (element, field) == NULL)
        return field;
      if (found == NULL)
        found = field;
    }
  return found;
}

/* The jump goes to the element where that is a record, and in it to what is amiss. */
static void
add_finding_of_check (MaakPlan *plan, MaakRecord *record, const MaakCheck *check, const MaakResult *it, GPtrArray *findings)
{
  g_autofree char *nl = maak_wording_dup_string (check->wording[MAAK_LANGUAGE_NL], plan, record, it, MAAK_LANGUAGE_NL);
  g_autofree char *en = maak_wording_dup_string (check->wording[MAAK_LANGUAGE_EN], plan, record, it, MAAK_LANGUAGE_EN);
  gboolean         is_record = it != NULL && it->kind == MAAK_TYPE_OF_RECORD;

  if (is_record)
    g_ptr_array_add (findings, maak_finding_new (check->severity, check->id, it->boxed, find_field_of_element (it->boxed, check), maak_text_new (nl, en)));
  else
    g_ptr_array_add (findings, maak_finding_new (check->severity, check->id, record, check->at, maak_text_new (nl, en)));
}

static void
run_check_for (MaakPlan *plan, MaakRecord *record, const MaakCheck *check, const MaakResult *it, GPtrArray *findings)
{
  if (check->when != NULL && !maak_expression_is_true (check->when, plan, record, it))
    return;
  if (!maak_expression_is_true (check->holds, plan, record, it))
    add_finding_of_check (plan, record, check, it, findings);
}

/* Runs one check of the record's template; adds a finding for each element for which it does not hold. */
void
maak_rules_run_check (MaakPlan *plan, MaakRecord *record, const MaakCheck *check, GPtrArray *findings)
{
  MaakResult elements;

  if (check->at != NULL && (!maak_record_section_is_begun (record, check->at->section) || !maak_field_applies (plan, record, check->at)))
    return;
  if (check->each == NULL)
    {
      run_check_for (plan, record, check, NULL, findings);
      return;
    }
  maak_expression_evaluate_elements (check->each, plan, record, &elements);
  for (guint i = 0; i < elements.elements->len; i++)
    run_check_for (plan, record, check, &g_array_index (elements.elements, MaakResult, i), findings);
  maak_result_clear (&elements);
}
