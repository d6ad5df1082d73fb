/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Keeps the findings of a plan piece by piece. A *piece* is a field of a record under the engine's rules, or a check of its template;
 * a *slot* holds the pieces of one record. An edit only empties the pieces that depend on it; asking for the findings fills
 * what is empty. So a burst of edits costs nothing until somebody looks, and one keystroke fills a handful of pieces.
 *
 * What depends on an edit of field G of a record of template T:
 * - pieces of that record: G itself, the other fields of its section and the checks that jump there (the section may be begun
 *   now); the same for the lists around it, up to the root;
 * - in all records: checks and fields whose expressions read G of T or of a template that T extends. Which those are is
 *   worked out once for each (T, G).
 * What a fund asks of a proposal is no piece: it is a handful of comparisons in a few records, and is made anew each time.
 *
 * Records that come or go count as an edit of all their fields, and of all references. Languages, sensitivity and own
 * terms reach everywhere: after those everything is checked again.
 */
#include "checks/maak-checker.h"

#include "checks/maak-rules-private.h"
#include "plan/maak-expression.h"
#include "plan/maak-wording.h"

typedef struct
{
  const MaakTemplate *template;
  guint       n_fields, n_checks;
  GPtrArray **pieces; /* fields, then checks; NULL: to be checked; else of MaakFinding */
  gboolean    seen;
} Slot;

/* A piece of every record of a template. */
typedef struct
{
  const MaakTemplate *template;
  guint piece;
} Dependent;

struct _MaakChecker
{
  GObject     parent_instance;
  MaakPlan   *plan;
  GHashTable *slots;         /* MaakRecord (referenced) -> Slot */
  GHashTable *dependents;    /* MaakField -> GArray of Dependent */
  GArray     *on_references; /* of Dependent: what reads any reference */
  GArray     *on_titles;     /* of Dependent: what names records of any template */
  gulong      changed_id;
  guint64     n_evaluations;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakChecker, maak_checker, G_TYPE_OBJECT)

/* --- Slots --- */

static void
slot_empty (Slot *slot, guint piece)
{
  g_clear_pointer (&slot->pieces[piece], g_ptr_array_unref);
}

static void
slot_free (gpointer data)
{
  Slot *slot = data;

  for (guint i = 0; i < slot->n_fields + slot->n_checks; i++)
    slot_empty (slot, i);
  g_free (slot->pieces);
  g_free (slot);
}

static Slot *
ensure_slot (MaakChecker *self, MaakRecord *record)
{
  Slot *slot = g_hash_table_lookup (self->slots, record);

  if (slot != NULL)
    return slot;
  slot = g_new0 (Slot, 1);
  slot->template = maak_record_get_template (record);
  slot->n_fields = maak_template_get_n_fields (slot->template);
  slot->n_checks = maak_template_get_n_checks (slot->template);
  slot->pieces = g_new0 (GPtrArray *, slot->n_fields + slot->n_checks);
  g_hash_table_insert (self->slots, g_object_ref (record), slot);
  return slot;
}

static void
empty_all (MaakChecker *self)
{
  g_hash_table_remove_all (self->slots);
}

static void
empty_dependents (MaakChecker *self, GArray *dependents)
{
  GHashTableIter iter;
  gpointer       value;

  if (dependents->len == 0)
    return;
  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    for (guint i = 0; i < dependents->len; i++)
      if (g_array_index (dependents, Dependent, i).template == ((Slot *) value)->template)
        slot_empty (value, g_array_index (dependents, Dependent, i).piece);
}

/* --- What depends on what --- */

static gboolean
is_reference (const MaakField *field)
{
  return field->type == MAAK_FIELD_PARTY || field->type == MAAK_FIELD_REFS;
}

/* `field` NULL: any reference. `template` is that of the record that was edited. */
static gboolean
reads_match (const MaakRead *reads, guint n, const MaakTemplate *template, const MaakField *field)
{
  for (guint i = 0; i < n; i++)
    if (field == NULL ? is_reference (reads[i].field) : g_str_equal (reads[i].field->id, field->id) && maak_template_is_a (template, reads[i].template))
      return TRUE;
  return FALSE;
}

static gboolean
expression_reads (MaakExpression *expression, const MaakTemplate *template, const MaakField *field)
{
  guint           n;
  const MaakRead *reads;

  if (expression == NULL)
    return FALSE;
  reads = maak_expression_get_reads (expression, &n);
  return reads_match (reads, n, template, field);
}

static gboolean
wording_reads (const MaakCheck *check, const MaakTemplate *template, const MaakField *field)
{
  for (int language = 0; language < MAAK_N_LANGUAGES; language++)
    {
      guint           n;
      const MaakRead *reads = maak_wording_get_reads (check->wording[language], &n);
      if (reads_match (reads, n, template, field))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_reads (const MaakCheck *check, const MaakTemplate *template, const MaakField *field)
{
  return expression_reads (check->each, template, field) || expression_reads (check->when, template, field) ||
         expression_reads (check->holds, template, field) || (check->at != NULL && expression_reads (check->at->when, template, field)) ||
         wording_reads (check, template, field);
}

static gboolean
field_reads (const MaakField *of, const MaakTemplate *template, const MaakField *field)
{
  return expression_reads (of->when, template, field) || expression_reads (of->years, template, field);
}

/* Pieces that read a field of a template; one may come twice. */
static void
add_dependents (GArray *found, MaakLibrary *library, const MaakRead *read)
{
  for (guint i = 0; i < maak_library_get_n_templates (library); i++)
    {
      const MaakTemplate *of = maak_library_get_template (library, i);
      guint               n_fields = maak_template_get_n_fields (of);

      for (guint j = 0; j < n_fields; j++)
        if (field_reads (maak_template_get_field (of, j), read->template, read->field))
          g_array_append_val (found, ((Dependent) { of, j }));
      for (guint j = 0; j < maak_template_get_n_checks (of); j++)
        if (check_reads (maak_template_get_check (of, j), read->template, read->field))
          g_array_append_val (found, ((Dependent) { of, n_fields + j }));
    }
}

static gboolean
is_reached (GArray *reached, const MaakField *field)
{
  for (guint i = 0; i < reached->len; i++)
    if (g_array_index (reached, MaakRead, i).field == field)
      return TRUE;
  return FALSE;
}

/* The fields of a template that are computed from what was read. */
static void
add_computed (GArray *reached, const MaakRead read, const MaakTemplate *template)
{
  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    {
      const MaakField *field = maak_template_get_field (template, i);
      if (field->value != NULL && expression_reads (field->value, read.template, read.field) && !is_reached (reached, field))
        g_array_append_val (reached, ((MaakRead) { template, field }));
    }
}

/* What an edit reaches: the field, and what is computed from it in any template of the plan's library, also in those that the
 * reader of a rule did not know because they came with the user or the plan. Of MaakRead. */
static GArray *
find_reached (MaakLibrary *library, const MaakTemplate *template, const MaakField *field)
{
  GArray *reached = g_array_new (FALSE, FALSE, sizeof (MaakRead));

  g_array_append_val (reached, ((MaakRead) { template, field }));
  for (guint i = 0; i < reached->len; i++)
    for (guint j = 0; j < maak_library_get_n_templates (library); j++)
      add_computed (reached, g_array_index (reached, MaakRead, i), maak_library_get_template (library, j));
  return reached;
}

static GArray *
find_dependents (MaakChecker *self, const MaakTemplate *template, const MaakField *field)
{
  MaakLibrary *library = maak_plan_get_library (self->plan);
  GArray      *found = g_array_new (FALSE, FALSE, sizeof (Dependent));
  g_autoptr (GArray) reached = find_reached (library, template, field);

  for (guint i = 0; i < reached->len; i++)
    add_dependents (found, library, &g_array_index (reached, MaakRead, i));
  return found;
}

static void
empty_readers (MaakChecker *self, const MaakTemplate *template, const MaakField *field)
{
  GArray *dependents = g_hash_table_lookup (self->dependents, field);

  if (dependents == NULL)
    {
      dependents = find_dependents (self, template, field);
      g_hash_table_insert (self->dependents, (gpointer) field, dependents);
    }
  empty_dependents (self, dependents);
  if (field->role == MAAK_ROLE_TITLE)
    empty_dependents (self, self->on_titles);
}

/* Messages that name a record of any template, or of one whose title only those that extend it have. */
static GArray *
find_title_readers (MaakChecker *self)
{
  MaakLibrary *library = maak_plan_get_library (self->plan);
  GArray      *found = g_array_new (FALSE, FALSE, sizeof (Dependent));

  for (guint i = 0; i < maak_library_get_n_templates (library); i++)
    {
      const MaakTemplate *of = maak_library_get_template (library, i);
      for (guint j = 0; j < maak_template_get_n_checks (of); j++)
        {
          const MaakCheck *check = maak_template_get_check (of, j);
          if (maak_wording_names_any_record (check->wording[MAAK_LANGUAGE_NL]) || maak_wording_names_any_record (check->wording[MAAK_LANGUAGE_EN]))
            g_array_append_val (found, ((Dependent) { of, maak_template_get_n_fields (of) + j }));
        }
    }
  return found;
}

/* --- Edits --- */

/* The section may be begun now, or no more. */
static void
empty_section (MaakChecker *self, MaakRecord *record, const MaakSection *section)
{
  Slot *slot = g_hash_table_lookup (self->slots, record);

  if (slot == NULL)
    return;
  for (guint i = 0; i < section->n_fields; i++)
    slot_empty (slot, section->fields[i]->index);
  for (guint i = 0; i < slot->n_checks; i++)
    {
      const MaakCheck *check = maak_template_get_check (slot->template, i);
      if (check->at != NULL && check->at->section == section)
        slot_empty (slot, slot->n_fields + i);
    }
}

static void
empty_sections_around (MaakChecker *self, MaakRecord *record, const MaakField *field)
{
  while (record != NULL && field != NULL)
    {
      empty_section (self, record, field->section);
      field = maak_record_get_parent_field (record);
      record = maak_record_get_parent (record);
    }
}

static void
empty_for_records (MaakChecker *self, MaakRecord *record)
{
  const MaakTemplate *template = maak_record_get_template (record);

  g_hash_table_remove (self->slots, record);
  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    {
      const MaakField   *field = maak_template_get_field (template, i);
      MaakValue         *value = maak_record_get (record, field);
      guint              n = 0;
      MaakRecord *const *records = field->type == MAAK_FIELD_LIST && value != NULL ? maak_value_get_records (value, &n) : NULL;

      if (value != NULL)
        empty_readers (self, template, field);
      for (guint j = 0; j < n; j++)
        empty_for_records (self, records[j]);
    }
}

/* References and links to a record that came or went. */
static void
empty_references (MaakChecker *self)
{
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    for (guint i = 0; i < ((Slot *) value)->n_fields; i++)
      {
        const MaakField *field = maak_template_get_field (((Slot *) value)->template, i);
        if (is_reference (field) || field->prose)
          slot_empty (value, i);
      }
  empty_dependents (self, self->on_references);
}

static gboolean
reaches_everywhere (MaakRecord *record, const MaakField *field)
{
  const MaakField *parent = maak_record_get_parent_field (record);

  return field->role == MAAK_ROLE_LANGUAGES || field->role == MAAK_ROLE_SENSITIVITY || field->role == MAAK_ROLE_OWN_TERMS ||
         (parent != NULL && parent->role == MAAK_ROLE_OWN_TERMS);
}

static void
empty_for_list (MaakChecker *self, MaakValue *value)
{
  guint              n = 0;
  MaakRecord *const *records = value != NULL ? maak_value_get_records (value, &n) : NULL;

  for (guint i = 0; i < n; i++)
    empty_for_records (self, records[i]);
}

static void
plan_changed_cb (MaakPlan *plan, MaakChange *change, gpointer data)
{
  MaakChecker     *self = data;
  MaakRecord      *record = maak_change_get_record (change);
  const MaakField *field = maak_change_get_field (change);
  MaakChangeKind   kind = maak_change_get_kind (change);

  if (reaches_everywhere (record, field))
    empty_all (self);
  else
    {
      empty_readers (self, maak_record_get_template (record), field);
      empty_sections_around (self, record, field);
      if (kind == MAAK_CHANGE_INSERT || kind == MAAK_CHANGE_REMOVE)
        empty_for_records (self, maak_change_get_element (change));
      else if (kind == MAAK_CHANGE_SET && field->type == MAAK_FIELD_LIST)
        {
          empty_for_list (self, maak_change_get_before (change));
          empty_for_list (self, maak_change_get_after (change));
        }
      if (field->type == MAAK_FIELD_LIST && kind != MAAK_CHANGE_MOVE)
        empty_references (self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Filling --- */

typedef struct
{
  MaakChecker *checker;
  GPtrArray   *findings;
} Filling;

static GPtrArray *
fill_piece (MaakChecker *self, MaakRecord *record, Slot *slot, guint piece)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_finding_unref);

  if (piece < slot->n_fields)
    maak_rules_check_field (self->plan, record, maak_template_get_field (slot->template, piece), findings);
  else
    maak_rules_run_check (self->plan, record, maak_template_get_check (slot->template, piece - slot->n_fields), findings);
  self->n_evaluations++;
  return findings;
}

static void
fill_record_cb (MaakRecord *record, gpointer data)
{
  Filling *filling = data;
  Slot    *slot = ensure_slot (filling->checker, record);

  slot->seen = TRUE;
  for (guint i = 0; i < slot->n_fields + slot->n_checks; i++)
    {
      if (slot->pieces[i] == NULL)
        slot->pieces[i] = fill_piece (filling->checker, record, slot, i);
      for (guint j = 0; j < slot->pieces[i]->len; j++)
        g_ptr_array_add (filling->findings, maak_finding_ref (g_ptr_array_index (slot->pieces[i], j)));
    }
  maak_rules_check_fund (filling->checker->plan, record, filling->findings);
}

static gboolean
is_gone (gpointer record, gpointer slot, gpointer data)
{
  gboolean gone = !((Slot *) slot)->seen;

  ((Slot *) slot)->seen = FALSE;
  return gone;
}

/* --- The object --- */

static void
maak_checker_dispose (GObject *object)
{
  MaakChecker *self = MAAK_CHECKER (object);

  if (self->plan != NULL)
    g_clear_signal_handler (&self->changed_id, self->plan);
  g_clear_object (&self->plan);
  G_OBJECT_CLASS (maak_checker_parent_class)->dispose (object);
}

static void
maak_checker_finalize (GObject *object)
{
  MaakChecker *self = MAAK_CHECKER (object);

  g_hash_table_unref (self->slots);
  g_hash_table_unref (self->dependents);
  g_clear_pointer (&self->on_references, g_array_unref);
  g_clear_pointer (&self->on_titles, g_array_unref);
  G_OBJECT_CLASS (maak_checker_parent_class)->finalize (object);
}

static void
maak_checker_class_init (MaakCheckerClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = maak_checker_dispose;
  object_class->finalize = maak_checker_finalize;
  signals[CHANGED] = g_signal_new ("changed", MAAK_TYPE_CHECKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
maak_checker_init (MaakChecker *self)
{
  self->slots = g_hash_table_new_full (NULL, NULL, g_object_unref, slot_free);
  self->dependents = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
}

/* A checker that follows `plan`. Nothing is checked before it is asked. */
MaakChecker *
maak_checker_new (MaakPlan *plan)
{
  MaakChecker *self;

  g_return_val_if_fail (MAAK_IS_PLAN (plan), NULL);

  self = g_object_new (MAAK_TYPE_CHECKER, NULL);
  self->plan = g_object_ref (plan);
  self->on_references = find_dependents (self, NULL, NULL);
  self->on_titles = find_title_readers (self);
  self->changed_id = g_signal_connect (plan, "changed", G_CALLBACK (plan_changed_cb), self);
  return self;
}

/* The findings as the plan is now: what maak_checks_run() gives, with as little work as the edits since allow. The
 * caller owns the array. */
GPtrArray *
maak_checker_dup_findings (MaakChecker *self)
{
  Filling filling = { self, g_ptr_array_new_with_free_func ((GDestroyNotify) maak_finding_unref) };

  g_return_val_if_fail (MAAK_IS_CHECKER (self), NULL);

  maak_plan_foreach (self->plan, fill_record_cb, &filling);
  g_hash_table_foreach_remove (self->slots, is_gone, NULL);
  return maak_findings_sort (self->plan, filling.findings);
}

/* How many rules and checks of records were evaluated since it was made: what an edit costs. */
guint64
maak_checker_get_n_evaluations (MaakChecker *self)
{
  return self->n_evaluations;
}
