/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The history of a plan: steps of changes, with a position between what can be undone and what can be redone. A step is what
 * lies between begin and end, or one change by itself, or a run of typing. There may be any number; only where their texts
 * take more than MAX_BYTES of memory, which many edits of a very long text do, the oldest are forgotten.
 *
 * A run of typing is a sequence of changes of the same text field that look like somebody typing on: one language, a
 * few characters at a time, where the last ended. It is one step, so that undo takes back a word and not a letter. It
 * ends where a word has ended (a space or newline typed after something else), at a larger change at once, at a change
 * of language or place, at a group, at undo and redo, and when the plan was saved. No clock is asked: the same
 * keystrokes give the same steps on every machine.
 *
 * A run that was opened (by a control that has the focus) is one step for as long as the same field is set again, of
 * whatever type: a number that grows digit by digit.
 *
 * The history holds references to changes and nothing of the plan; applying them is the plan's work. */

#include "plan/maak-history-private.h"

#include "plan/maak-change-private.h"

#include <string.h>

enum
{
  MAX_TYPED = 3, /* characters at once that still look like typing: dead keys, an autocorrected quote */
  MAX_BYTES = 128 << 20,
  MIN_STEPS = 16, /* that are kept whatever they take */
};

typedef struct
{
  MaakMessage *reason; /* may be NULL */
  GPtrArray   *changes;
  gsize        bytes; /* of the texts that were there before it; those after it are the next one's */
} Step;

/* Where in which language the last step's typing ended. */
typedef struct
{
  gboolean     active;
  MaakLanguage language;
  glong        cursor; /* in characters */
} Typing;

struct _MaakHistory
{
  GPtrArray *steps;
  gsize      bytes;    /* of all steps */
  guint      position; /* how many steps are done; those after it were undone */
  int        saved;    /* position that is on disk; -1: none that can still be reached */
  guint      depth;    /* of begin */
  Step      *group;    /* while depth > 0 */
  Typing     typing;
  gboolean   run_open;
  guint      run_position; /* where the step of the open run ends; 0: it has none yet */
};

/* What one keystroke did to one string. In characters. */
typedef struct
{
  glong first, last; /* the edit began somewhere between these: in "aa" nobody knows which a was typed */
  glong removed, added;
} Edit;

static Step *
create_step (MaakMessage *reason_taken)
{
  Step *step = g_new0 (Step, 1);

  step->reason = reason_taken;
  step->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_change_unref);
  return step;
}

static void
free_step (gpointer data)
{
  Step *step = data;

  g_clear_pointer (&step->reason, maak_message_unref);
  g_ptr_array_unref (step->changes);
  g_free (step);
}

/** maak_history_new: Returns: (transfer full): an empty history; what there is counts as saved */
MaakHistory *
maak_history_new (void)
{
  MaakHistory *self = g_new0 (MaakHistory, 1);

  self->steps = g_ptr_array_new_with_free_func (free_step);
  return self;
}

/** maak_history_free: frees @self with its changes. */
void
maak_history_free (MaakHistory *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->group, free_step);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static gsize
count_bytes (Step *step)
{
  gsize bytes = 0;

  for (guint i = 0; i < step->changes->len; i++)
    {
      MaakChange *change = g_ptr_array_index (step->changes, i);
      MaakValue  *before = maak_change_get_kind (change) == MAAK_CHANGE_SET ? maak_change_get_before (change) : NULL;

      for (guint j = 0; before != NULL && maak_change_get_field (change)->type == MAAK_FIELD_TEXT && j < MAAK_N_LANGUAGES; j++)
        bytes += strlen (maak_text_get (maak_value_get_text (before), (MaakLanguage) j));
    }
  return bytes;
}

static void
forget_oldest (MaakHistory *self)
{
  self->bytes -= ((Step *) g_ptr_array_index (self->steps, 0))->bytes;
  g_ptr_array_remove_index (self->steps, 0);
  self->position--;
  self->saved = MAX (self->saved - 1, -1);
}

static void
forget_undone (MaakHistory *self)
{
  for (guint i = self->position; i < self->steps->len; i++)
    self->bytes -= ((Step *) g_ptr_array_index (self->steps, i))->bytes;
  g_ptr_array_set_size (self->steps, (int) self->position);
  if (self->saved > (int) self->position)
    self->saved = -1;
}

static void
push (MaakHistory *self,
      Step        *step)
{
  forget_undone (self);
  step->bytes = count_bytes (step);
  self->bytes += step->bytes;
  g_ptr_array_add (self->steps, step);
  self->position++;
  while (self->bytes > MAX_BYTES && self->steps->len > MIN_STEPS)
    forget_oldest (self);
}

/** maak_history_begin: opens a group; groups nest, and the outermost gives the reason. */
void
maak_history_begin (MaakHistory *self,
                    MaakMessage *reason_taken)
{
  self->typing.active = FALSE;
  self->run_position = 0;
  if (self->depth++ == 0)
    self->group = create_step (reason_taken);
  else
    g_clear_pointer (&reason_taken, maak_message_unref);
}

/** maak_history_end: closes a group; the outermost becomes a step, unless nothing was changed in it. */
void
maak_history_end (MaakHistory *self)
{
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;
  if (self->group->changes->len > 0)
    push (self, g_steal_pointer (&self->group));
  else
    g_clear_pointer (&self->group, free_step);
}

/** maak_history_is_grouped: Returns: whether a group is open */
gboolean
maak_history_is_grouped (MaakHistory *self)
{
  return self->depth > 0;
}

static const char *
get_string (MaakValue   *value,
            MaakLanguage language)
{
  return value != NULL ? maak_text_get (maak_value_get_text (value), language) : "";
}

static glong
count_common_start (const char *a,
                    const char *b)
{
  glong n = 0;

  while (*a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
      n++;
    }
  return n;
}

static glong
count_common_end (const char *a,
                  const char *b)
{
  const char *a_end = a + strlen (a), *b_end = b + strlen (b);
  glong       n = 0;

  while (a_end > a && b_end > b)
    {
      const char *a_last = g_utf8_prev_char (a_end), *b_last = g_utf8_prev_char (b_end);

      if (g_utf8_get_char (a_last) != g_utf8_get_char (b_last))
        break;
      a_end = a_last;
      b_end = b_last;
      n++;
    }
  return n;
}

static void
compare_strings (const char *before,
                 const char *after,
                 Edit       *edit)
{
  glong n_before = g_utf8_strlen (before, -1), n_after = g_utf8_strlen (after, -1);
  glong shorter = MIN (n_before, n_after);
  glong start = count_common_start (before, after);
  glong end = count_common_end (before, after);
  glong common = MIN (end, shorter - start);

  edit->last = start;
  edit->first = MIN (start, shorter - end);
  edit->first = MAX (edit->first, 0);
  edit->removed = n_before - start - common;
  edit->added = n_after - start - common;
}

/* Which language a change edits, if it edits one and looks like typing. */
static gboolean
find_edit (MaakChange   *change,
           MaakLanguage *language,
           Edit         *edit)
{
  guint n = 0;

  for (guint i = 0; i < MAAK_N_LANGUAGES; i++)
    {
      const char *before = get_string (maak_change_get_before (change), (MaakLanguage) i);
      const char *after = get_string (maak_change_get_after (change), (MaakLanguage) i);

      if (strcmp (before, after) == 0)
        continue;
      n++;
      *language = (MaakLanguage) i;
      compare_strings (before, after, edit);
    }
  return n == 1 && edit->removed <= MAX_TYPED && edit->added <= MAX_TYPED;
}

/* Whether the edit, if it begins at @start, begins a gap after a word. */
static gboolean
begins_gap (const char *after,
            const Edit *edit,
            glong       start)
{
  const char *added = g_utf8_offset_to_pointer (after, start);

  if (edit->added == 0 || !g_unichar_isspace (g_utf8_get_char (added)))
    return FALSE;
  return start > 0 && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (added)));
}

/* Where the edit begins, given where the cursor was: there, or as many characters before it as backspace took. */
static glong
place_edit (const Edit *edit,
            glong       cursor)
{
  return CLAMP (cursor - edit->removed, edit->first, edit->last);
}

static gboolean
is_typing_field (MaakChange *change)
{
  return maak_change_get_kind (change) == MAAK_CHANGE_SET && maak_change_get_field (change)->type == MAAK_FIELD_TEXT;
}

/* Whether @change goes on where the last step's typing ended; moves the cursor when it does. */
static gboolean
goes_on (MaakHistory *self,
         MaakChange  *change)
{
  const Step  *last;
  MaakChange  *typed;
  MaakLanguage language;
  Edit         edit = { 0 };
  glong        start;

  if (!self->typing.active || self->position == 0 || self->position != self->steps->len || !is_typing_field (change))
    return FALSE;
  last = g_ptr_array_index (self->steps, self->position - 1);
  typed = g_ptr_array_index (last->changes, 0);
  if (maak_change_get_record (typed) != maak_change_get_record (change) || maak_change_get_field (typed) != maak_change_get_field (change) ||
      !find_edit (change, &language, &edit) || language != self->typing.language ||
      self->typing.cursor < edit.first || self->typing.cursor > edit.last + edit.removed)
    return FALSE;
  start = place_edit (&edit, self->typing.cursor);
  if (begins_gap (get_string (maak_change_get_after (change), language), &edit, start))
    return FALSE;
  self->typing.cursor = start + edit.added;
  return TRUE;
}

/* Whether @change sets again what the open run set last. */
static gboolean
goes_on_in_run (MaakHistory *self,
                MaakChange  *change)
{
  MaakChange *last;

  if (!self->run_open || self->run_position == 0 || self->run_position != self->position || self->position != self->steps->len || maak_change_get_kind (change) != MAAK_CHANGE_SET)
    return FALSE;
  last = g_ptr_array_index (((Step *) g_ptr_array_index (self->steps, self->position - 1))->changes, 0);
  return maak_change_get_record (last) == maak_change_get_record (change) && maak_change_get_field (last) == maak_change_get_field (change);
}

/* The last step and @change as one change; none when together they change nothing. */
static void
merge (MaakHistory *self,
       MaakChange  *change)
{
  Step       *last = g_ptr_array_index (self->steps, self->position - 1);
  MaakChange *typed = g_ptr_array_index (last->changes, 0);
  MaakValue  *before = maak_change_get_before (typed), *after = maak_change_get_after (change);

  if (maak_value_equal (before, after))
    {
      self->position--;
      forget_undone (self);
      self->typing.active = FALSE;
      self->run_position = 0;
      return;
    }
  g_ptr_array_add (last->changes, maak_change_new (MAAK_CHANGE_SET, maak_change_get_record (change), maak_change_get_field (change), before, after));
  g_ptr_array_remove_index (last->changes, 0);
}

static void
begin_typing (MaakHistory *self,
              MaakChange  *change)
{
  MaakLanguage language;
  Edit         edit = { 0 };

  self->typing.active = is_typing_field (change) && find_edit (change, &language, &edit);
  if (!self->typing.active)
    return;
  self->typing.language = language;
  self->typing.cursor = edit.last + edit.added;
}

/** maak_history_add: adds @change, which was made: to the group that is open, to the run of typing, or as a step. */
void
maak_history_add (MaakHistory *self,
                  MaakChange  *change)
{
  Step *step;

  if (self->depth > 0)
    {
      g_ptr_array_add (self->group->changes, maak_change_ref (change));
      return;
    }
  if (goes_on (self, change) || goes_on_in_run (self, change))
    {
      merge (self, change);
      return;
    }
  step = create_step (NULL);
  g_ptr_array_add (step->changes, maak_change_ref (change));
  push (self, step);
  begin_typing (self, change);
  self->run_position = self->run_open && maak_change_get_kind (change) == MAAK_CHANGE_SET ? self->position : 0;
}

/** maak_history_set_run: opens a run, in which the same field set again is one step, or closes it. */
void
maak_history_set_run (MaakHistory *self,
                      gboolean     open)
{
  self->run_open = open;
  self->run_position = 0;
}

/** maak_history_step_back: Returns: (transfer none) (nullable): the step that is now undone */
GPtrArray *
maak_history_step_back (MaakHistory *self)
{
  if (!maak_history_can_step_back (self))
    return NULL;
  self->typing.active = FALSE;
  self->run_position = 0;
  return ((Step *) g_ptr_array_index (self->steps, --self->position))->changes;
}

/** maak_history_step_forward: Returns: (transfer none) (nullable): the step that is now done again */
GPtrArray *
maak_history_step_forward (MaakHistory *self)
{
  if (!maak_history_can_step_forward (self))
    return NULL;
  self->typing.active = FALSE;
  self->run_position = 0;
  return ((Step *) g_ptr_array_index (self->steps, self->position++))->changes;
}

/** maak_history_can_step_back: Returns: whether there is a step to undo, and no group open */
gboolean
maak_history_can_step_back (MaakHistory *self)
{
  return self->depth == 0 && self->position > 0;
}

/** maak_history_can_step_forward: Returns: whether there is a step to redo, and no group open */
gboolean
maak_history_can_step_forward (MaakHistory *self)
{
  return self->depth == 0 && self->position < self->steps->len;
}

/** maak_history_get_reason: Returns: (transfer none) (nullable): the reason of the step that undo, or redo, would take */
MaakMessage *
maak_history_get_reason (MaakHistory *self,
                         gboolean     forward)
{
  if (forward ? !maak_history_can_step_forward (self) : !maak_history_can_step_back (self))
    return NULL;
  return ((Step *) g_ptr_array_index (self->steps, forward ? self->position : self->position - 1))->reason;
}

/** maak_history_mark_saved: what there is now is on disk. */
void
maak_history_mark_saved (MaakHistory *self)
{
  self->saved = (int) self->position;
  self->typing.active = FALSE;
  self->run_position = 0;
}

/** maak_history_mark_unsaved: no state that can be reached is on disk. */
void
maak_history_mark_unsaved (MaakHistory *self)
{
  self->saved = -1;
}

/** maak_history_is_modified: Returns: whether there is something that is not on disk */
gboolean
maak_history_is_modified (MaakHistory *self)
{
  return self->saved != (int) self->position || (self->group != NULL && self->group->changes->len > 0);
}
