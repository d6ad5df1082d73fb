/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Checking a plan as a whole, and the order of findings: the worst first; of equal severity the order in which a person
 * meets them in the plan: records as they stand, in a record what is about the whole of it first, then its fields.
 * A finding gets its path only here, because paths change when records move.
 */
#include "checks/maak-checks.h"

#include "checks/maak-rules-private.h"

/* A finding and where it comes in its severity: records in the order of the plan, in a record what is about the whole of it
 * first, then its fields in the order of the template. */
typedef struct
{
  MaakFinding *finding;
  guint        record;
  guint        field;
  guint        number;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a, *right = b;

  if (left->finding->severity != right->finding->severity)
    return left->finding->severity < right->finding->severity ? -1 : 1;
  if (left->record != right->record)
    return left->record < right->record ? -1 : 1;
  if (left->field != right->field)
    return left->field < right->field ? -1 : 1;
  return left->number < right->number ? -1 : left->number > right->number;
}

static void
number_record_cb (MaakRecord *record, gpointer data)
{
  GHashTable *numbers = data;

  g_hash_table_insert (numbers, record, GUINT_TO_POINTER (g_hash_table_size (numbers)));
}

/* The findings with their paths, the worst first. `findings` (of MaakFinding) is taken. */
GPtrArray *
maak_findings_sort (MaakPlan *plan, GPtrArray *findings)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) places = g_array_sized_new (FALSE, FALSE, sizeof (Place), findings->len);
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_finding_unref);

  if (findings->len > 0)
    maak_plan_foreach (plan, number_record_cb, numbers);
  for (guint i = 0; i < findings->len; i++)
    {
      MaakFinding *finding = g_ptr_array_index (findings, i);
      Place        place = { finding, GPOINTER_TO_UINT (g_hash_table_lookup (numbers, finding->record)), finding->field != NULL ? finding->field->index + 1 : 0, i };
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (sorted, maak_finding_new_placed (g_array_index (places, Place, i).finding, plan));
  g_ptr_array_unref (findings);
  return sorted;
}

typedef struct
{
  MaakPlan  *plan;
  GPtrArray *findings;
} Run;

static void
check_record_cb (MaakRecord *record, gpointer data)
{
  Run *run = data;
  const MaakTemplate *template = maak_record_get_template (record);

  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    maak_rules_check_field (run->plan, record, maak_template_get_field (template, i), run->findings);
  for (guint i = 0; i < maak_template_get_n_checks (template); i++)
    maak_rules_run_check (run->plan, record, maak_template_get_check (template, i), run->findings);
  maak_rules_check_fund (run->plan, record, run->findings);
}

/* Checks the whole plan by the templates' checks and the engine's own rules. Returns the findings (of MaakFinding), the worst first;
 * the caller owns them. */
GPtrArray *
maak_checks_run (MaakPlan *plan)
{
  Run run = { plan, g_ptr_array_new_with_free_func ((GDestroyNotify) maak_finding_unref) };

  maak_plan_foreach (plan, check_record_cb, &run);
  return maak_findings_sort (plan, run.findings);
}

/* How many of them are of a severity. */
guint
maak_checks_count (GPtrArray *findings, MaakSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((MaakFinding *) g_ptr_array_index (findings, i))->severity == severity;
  return n;
}
