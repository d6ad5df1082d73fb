/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* One field of one record, for whoever shows and edits it.
 *
 * A plan tells each edit once; a form shows hundreds of fields. So the slots of a plan hang in a table by record, which
 * the plan's one handler looks into: a keystroke costs what the slots of its record cost. Slots that show more than
 * their own value (a rule of their own, the titles of other records) are `followers` and are asked at every edit whether
 * it concerns them.
 *
 * A slot holds its plan and its record. The record may leave the plan (removed, undone): then the slot is not live, can
 * not be edited, and lives again when the record comes back; it tells both. */

#include "plan/maak-slot.h"

#include "plan/maak-expression.h"
#include "plan/maak-field-type.h"
#include "plan/maak-record-private.h"

struct _MaakSlot
{
  GObject parent_instance;

  MaakPlan        *plan;
  MaakRecord      *record;
  const MaakField *field;
  gboolean         was_live; /* when it was told last */

  /* Of a text: what there was before somebody began to write in a language, and what was written last. */
  MaakText    *base;
  MaakText    *written;
  MaakLanguage writing;
};

/* The slots of one plan; hangs on the plan and dies with it. */
typedef struct
{
  GHashTable *by_record; /* MaakRecord *, GPtrArray of MaakSlot *, not owned */
  GPtrArray  *followers; /* MaakSlot *, not owned */
} Board;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakSlot, maak_slot, G_TYPE_OBJECT)

static GQuark
get_board_quark (void)
{
  return g_quark_from_static_string ("maak-slot-board");
}

static gboolean
shows_titles (const MaakField *field)
{
  return field->type == MAAK_FIELD_REFS || field->type == MAAK_FIELD_PARTY || field->type == MAAK_FIELD_LIST;
}

static gboolean
is_follower (const MaakField *field)
{
  return field->value != NULL || field->when != NULL || field->years != NULL || shows_titles (field) || field->own_terms;
}

static gboolean
reads (MaakExpression *expression,
       MaakChange     *change)
{
  MaakRecord      *record = maak_change_get_record (change);
  const MaakField *changed = maak_change_get_field (change);
  guint            n;
  const MaakRead  *read;

  if (expression == NULL)
    return FALSE;
  read = maak_expression_get_reads (expression, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (read[i].field->id, changed->id) == 0 && maak_template_is_a (maak_record_get_template (record), read[i].template))
      return TRUE;
  /* Records that come or go are read by whatever reads the fields in them. */
  return changed->type == MAAK_FIELD_LIST;
}

/* Whether @record lies in the list that @self shows, at any depth. */
static gboolean
lies_in (MaakSlot   *self,
         MaakRecord *record)
{
  while (maak_record_get_parent (record) != NULL && maak_record_get_parent (record) != self->record)
    record = maak_record_get_parent (record);
  return maak_record_get_parent (record) == self->record && maak_record_get_parent_field (record) == self->field;
}

/* A row may show what is computed from outside the list, and has the years that a term allows. */
static gboolean
rows_read (const MaakField *list,
           MaakChange      *change)
{
  for (guint i = 0; i < maak_template_get_n_fields (list->of); i++)
    {
      const MaakField *field = maak_template_get_field (list->of, i);

      if (reads (field->value, change) || reads (field->years, change))
        return TRUE;
    }
  return FALSE;
}

static gboolean
concerns (MaakSlot   *self,
          MaakChange *change)
{
  const MaakField *field = self->field;
  const MaakField *changed = maak_change_get_field (change);

  if (reads (field->value, change) || reads (field->when, change) || reads (field->years, change))
    return TRUE;
  /* A row of a list shows any field of its record, a reference the title of its target. */
  if (field->type == MAAK_FIELD_LIST && (lies_in (self, maak_change_get_record (change)) || rows_read (field, change)))
    return TRUE;
  if (shows_titles (field) && (changed->role == MAAK_ROLE_TITLE || changed->type == MAAK_FIELD_LIST))
    return TRUE;
  return field->own_terms && (changed->role == MAAK_ROLE_TERM_LABEL || changed->role == MAAK_ROLE_OWN_TERMS);
}

static void
tell (GPtrArray *slots)
{
  for (guint i = 0; i < slots->len; i++)
    g_signal_emit (g_ptr_array_index (slots, i), signals[SIGNAL_CHANGED], 0);
}

/* The slots whose record left the plan or came back to it. */
static void
collect_moved (Board     *board,
               GPtrArray *moved)
{
  GHashTableIter iter;
  gpointer       slots;

  g_hash_table_iter_init (&iter, board->by_record);
  while (g_hash_table_iter_next (&iter, NULL, &slots))
    {
      GPtrArray *own = slots;
      gboolean   is_live = maak_slot_is_live (g_ptr_array_index (own, 0));

      for (guint i = 0; i < own->len; i++)
        {
          MaakSlot *slot = g_ptr_array_index (own, i);

          if (slot->was_live == is_live)
            continue;
          slot->was_live = is_live;
          g_ptr_array_add (moved, g_object_ref (slot));
        }
    }
}

static void
plan_changed_cb (MaakPlan   *plan,
                 MaakChange *change,
                 Board      *board)
{
  /* Handlers may make and drop slots, so the affected ones are held first. */
  g_autoptr (GPtrArray) affected = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray       *own = g_hash_table_lookup (board->by_record, maak_change_get_record (change));
  const MaakField *field = maak_change_get_field (change);

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      MaakSlot *slot = g_ptr_array_index (own, i);

      if (slot->field->index == field->index)
        g_ptr_array_add (affected, g_object_ref (slot));
    }
  for (guint i = 0; i < board->followers->len; i++)
    {
      MaakSlot *slot = g_ptr_array_index (board->followers, i);

      if ((slot->record != maak_change_get_record (change) || slot->field->index != field->index) && concerns (slot, change))
        g_ptr_array_add (affected, g_object_ref (slot));
    }
  if (field->type == MAAK_FIELD_LIST)
    collect_moved (board, affected);
  tell (affected);
}

static void
free_board (gpointer data)
{
  Board *board = data;

  g_hash_table_unref (board->by_record);
  g_ptr_array_unref (board->followers);
  g_free (board);
}

static Board *
ensure_board (MaakPlan *plan)
{
  Board *board = g_object_get_qdata (G_OBJECT (plan), get_board_quark ());

  if (board != NULL)
    return board;
  board = g_new0 (Board, 1);
  board->by_record = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  board->followers = g_ptr_array_new ();
  g_object_set_qdata_full (G_OBJECT (plan), get_board_quark (), board, free_board);
  g_signal_connect (plan, "changed", G_CALLBACK (plan_changed_cb), board);
  return board;
}

static void
join (MaakSlot *self)
{
  Board     *board = ensure_board (self->plan);
  GPtrArray *own = g_hash_table_lookup (board->by_record, self->record);

  if (own == NULL)
    {
      own = g_ptr_array_new ();
      g_hash_table_insert (board->by_record, self->record, own);
    }
  g_ptr_array_add (own, self);
  if (is_follower (self->field))
    g_ptr_array_add (board->followers, self);
}

static void
leave (MaakSlot *self)
{
  Board     *board = ensure_board (self->plan);
  GPtrArray *own = g_hash_table_lookup (board->by_record, self->record);

  g_ptr_array_remove_fast (board->followers, self);
  if (own == NULL)
    return;
  g_ptr_array_remove_fast (own, self);
  if (own->len == 0)
    g_hash_table_remove (board->by_record, self->record);
}

static void
maak_slot_finalize (GObject *object)
{
  MaakSlot *self = MAAK_SLOT (object);

  if (self->plan != NULL)
    leave (self);
  g_clear_pointer (&self->base, maak_text_unref);
  g_clear_pointer (&self->written, maak_text_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (maak_slot_parent_class)->finalize (object);
}

static void
maak_slot_class_init (MaakSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = maak_slot_finalize;

  /**
   * MaakSlot::changed:
   *
   * After an edit, undo or redo that may concern what the slot shows, and when its record leaves the plan or comes
   * back. Handlers must not edit the plan.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MAAK_TYPE_SLOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
maak_slot_init (MaakSlot *self)
{
}

/**
 * maak_slot_new:
 * @record: a record of @plan
 * @field: a field of its template, or of one that this extends
 *
 * Returns: (transfer full): the slot
 */
MaakSlot *
maak_slot_new (MaakPlan        *plan,
               MaakRecord      *record,
               const MaakField *field)
{
  MaakSlot *self;

  g_return_val_if_fail (MAAK_IS_PLAN (plan) && MAAK_IS_RECORD (record) && field != NULL, NULL);
  if (field->owner != maak_record_get_template (record))
    field = maak_template_lookup_field (maak_record_get_template (record), field->id);
  g_return_val_if_fail (field != NULL, NULL);

  self = g_object_new (MAAK_TYPE_SLOT, NULL);
  self->plan = g_object_ref (plan);
  self->record = g_object_ref (record);
  self->field = field;
  self->was_live = maak_slot_is_live (self);
  join (self);
  return self;
}

/** maak_slot_get_plan: Returns: (transfer none): the plan */
MaakPlan *
maak_slot_get_plan (MaakSlot *self)
{
  g_return_val_if_fail (MAAK_IS_SLOT (self), NULL);

  return self->plan;
}

/** maak_slot_get_record: Returns: (transfer none): the record; it may have left the plan */
MaakRecord *
maak_slot_get_record (MaakSlot *self)
{
  g_return_val_if_fail (MAAK_IS_SLOT (self), NULL);

  return self->record;
}

/** maak_slot_get_field: Returns: (transfer none): the field */
const MaakField *
maak_slot_get_field (MaakSlot *self)
{
  g_return_val_if_fail (MAAK_IS_SLOT (self), NULL);

  return self->field;
}

/** maak_slot_get: Returns: (transfer none) (nullable): the stored value; NULL when empty or computed */
MaakValue *
maak_slot_get (MaakSlot *self)
{
  g_return_val_if_fail (MAAK_IS_SLOT (self), NULL);

  return self->field->value != NULL ? NULL : maak_record_get (self->record, self->field);
}

/**
 * maak_slot_get_string:
 *
 * Of a field of type text. A text of one language is the same in both.
 *
 * Returns: (transfer none): the text in @language, "" when there is none
 */
const char *
maak_slot_get_string (MaakSlot    *self,
                      MaakLanguage language)
{
  MaakValue *value;

  g_return_val_if_fail (MAAK_IS_SLOT (self) && self->field->type == MAAK_FIELD_TEXT, "");

  value = maak_slot_get (self);
  if (value == NULL)
    return "";
  return maak_text_get (maak_value_get_text (value), self->field->one_language ? MAAK_LANGUAGE_NL : language);
}

/** maak_slot_is_live: Returns: whether the record is in the plan */
gboolean
maak_slot_is_live (MaakSlot *self)
{
  g_return_val_if_fail (MAAK_IS_SLOT (self), FALSE);

  return maak_plan_lookup (self->plan, maak_record_get_id (self->record)) == self->record;
}

/** maak_slot_is_editable: Returns: whether a person may change it now */
gboolean
maak_slot_is_editable (MaakSlot *self)
{
  g_return_val_if_fail (MAAK_IS_SLOT (self), FALSE);

  return self->field->value == NULL && !maak_plan_get_read_only (self->plan) && maak_slot_is_live (self);
}

/** maak_slot_applies: Returns: whether the field counts for this record: it has no `when`, or that is true */
gboolean
maak_slot_applies (MaakSlot *self)
{
  g_return_val_if_fail (MAAK_IS_SLOT (self), FALSE);

  return self->field->when == NULL || (maak_slot_is_live (self) && maak_expression_is_true (self->field->when, self->plan, self->record, NULL));
}

/** maak_slot_dup_summary: Returns: (transfer full): the value in one line in @language, computed ones too; "" when empty */
char *
maak_slot_dup_summary (MaakSlot    *self,
                       MaakLanguage language)
{
  MaakValue *value;

  g_return_val_if_fail (MAAK_IS_SLOT (self), g_strdup (""));

  if (self->field->value != NULL)
    return maak_slot_is_live (self) ? maak_expression_dup_string (self->field->value, self->plan, self->record, NULL, language) : g_strdup ("");
  value = maak_record_get (self->record, self->field);
  return value != NULL ? maak_field_value_dup_summary (self->plan, self->field, value, language) : g_strdup ("");
}

static gboolean
fail_removed (GError **error)
{
  maak_error_set (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_READ_ONLY, NULL, maak_message_new (MAAK_PHRASE_PLAN_RECORD_REMOVED, MAAK_ARG_END));
  return FALSE;
}

/**
 * maak_slot_set:
 * @value: (nullable): of the field's kind; NULL empties it
 *
 * Sets the value as maak_plan_set_checked() does: one undoable step. An editor may still have something to hand over when
 * its record was removed; that is refused.
 *
 * Returns: FALSE and a MAAK_PLAN_ERROR; then nothing was changed
 */
gboolean
maak_slot_set (MaakSlot  *self,
               MaakValue *value,
               GError   **error)
{
  g_return_val_if_fail (MAAK_IS_SLOT (self), FALSE);

  if (maak_value_equal (maak_slot_get (self), value))
    return TRUE;
  if (!maak_slot_is_live (self))
    return fail_removed (error);
  return maak_plan_set_checked (self->plan, self->record, self->field, value, error);
}

static gboolean
set_text (MaakSlot *self,
          MaakText *text,
          GError  **error)
{
  g_autoptr (MaakValue) value = maak_text_is_empty (text) ? NULL : maak_value_new_text (text);

  return maak_slot_set (self, value, error);
}

/* Letter upon letter is one edit of what there was before the first of them: else a translation would put what it was made
 * from out of date at its second letter. Another language, an undo, whatever came between begins another. */
static MaakText *
follow_writing (MaakSlot    *self,
                MaakText    *before,
                MaakLanguage language,
                const char  *string)
{
  if (self->base == NULL || self->writing != language || !maak_text_equal (self->written, before))
    {
      maak_text_ref (before);
      g_clear_pointer (&self->base, maak_text_unref);
      self->base = before;
      self->writing = language;
    }
  return maak_text_with (self->base, language, string);
}

/**
 * maak_slot_set_string:
 * @string: the whole text in @language
 *
 * Of a field of type text. Marks the other language as out of date, as editing does; calls that follow each other are one
 * edit.
 */
gboolean
maak_slot_set_string (MaakSlot    *self,
                      MaakLanguage language,
                      const char  *string,
                      GError     **error)
{
  MaakValue *before;
  g_autoptr (MaakText) text = NULL;

  g_return_val_if_fail (MAAK_IS_SLOT (self) && self->field->type == MAAK_FIELD_TEXT && string != NULL, FALSE);

  if (strcmp (maak_slot_get_string (self, language), string) == 0)
    return TRUE;
  before = maak_slot_get (self);
  if (self->field->one_language)
    text = maak_text_new (string, "");
  else if (before != NULL)
    text = follow_writing (self, maak_value_get_text (before), language, string);
  else
    {
      text = maak_text_new_one (language, string);
      g_clear_pointer (&self->base, maak_text_unref);
    }
  g_clear_pointer (&self->written, maak_text_unref);
  self->written = maak_text_ref (text);
  return set_text (self, text, error);
}

/** maak_slot_confirm: says that the text in @language is right though the other was edited since. */
gboolean
maak_slot_confirm (MaakSlot    *self,
                   MaakLanguage language,
                   GError     **error)
{
  MaakValue *before = maak_slot_get (self);
  g_autoptr (MaakText) text = NULL;

  g_return_val_if_fail (MAAK_IS_SLOT (self) && self->field->type == MAAK_FIELD_TEXT, FALSE);

  if (before == NULL)
    return TRUE;
  text = maak_text_with_confirmed (maak_value_get_text (before), language);
  return set_text (self, text, error);
}

/**
 * maak_slot_parse:
 * @rest: (nullable): the part of the value that @string is for, as in a path: a year, a language
 * @string: what a person typed; "" empties
 * @language: in which numbers and dates are written
 *
 * Reads what a person typed by the field's type and sets it.
 */
gboolean
maak_slot_parse (MaakSlot    *self,
                 const char  *rest,
                 const char  *string,
                 MaakLanguage language,
                 GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (MaakValue) value = NULL;

  g_return_val_if_fail (MAAK_IS_SLOT (self) && string != NULL, FALSE);

  value = maak_field_value_parse (maak_plan_get_library (self->plan), self->field, maak_slot_get (self), rest, string, language, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return maak_slot_set (self, value, error);
}
