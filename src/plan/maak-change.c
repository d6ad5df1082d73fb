/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* One edit of one field of one record, with what the field held before and after. A change holds references to the
 * record, both values and the element, so that undo finds a removed record as it was. Immutable.
 *
 * A list operation carries both lists whole: values are shared, so that costs a pointer a record, and whoever only wants
 * values need not know the kinds. Making changes and undoing them is the plan's work (maak-history.c). */

#include "plan/maak-change-private.h"

struct _MaakChange
{
  gatomicrefcount  ref_count;
  MaakChangeKind   kind;
  MaakRecord      *record;
  const MaakField *field;
  MaakValue       *before, *after; /* NULL: empty */
  MaakRecord      *element;        /* list operations */
  guint            from, to;
};

G_DEFINE_BOXED_TYPE (MaakChange, maak_change, maak_change_ref, maak_change_unref)

/** maak_change_new: Returns: (transfer full): a change of a whole value; everything is referenced */
MaakChange *
maak_change_new (MaakChangeKind   kind,
                 MaakRecord      *record,
                 const MaakField *field,
                 MaakValue       *before,
                 MaakValue       *after)
{
  MaakChange *self = g_new0 (MaakChange, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->record = g_object_ref (record);
  self->field = field;
  self->before = before != NULL ? maak_value_ref (before) : NULL;
  self->after = after != NULL ? maak_value_ref (after) : NULL;
  return self;
}

/** maak_change_new_list: Returns: (transfer full): a change of a list's value that is an operation on @element */
MaakChange *
maak_change_new_list (MaakChangeKind   kind,
                      MaakRecord      *record,
                      const MaakField *field,
                      MaakValue       *before,
                      MaakValue       *after,
                      MaakRecord      *element,
                      guint            from,
                      guint            to)
{
  MaakChange *self = maak_change_new (kind, record, field, before, after);

  self->element = g_object_ref (element);
  self->from = from;
  self->to = to;
  return self;
}

static MaakChangeKind
invert_kind (MaakChangeKind kind)
{
  switch (kind)
    {
    case MAAK_CHANGE_INSERT:
      return MAAK_CHANGE_REMOVE;
    case MAAK_CHANGE_REMOVE:
      return MAAK_CHANGE_INSERT;
    case MAAK_CHANGE_SET:
    case MAAK_CHANGE_MOVE:
    default:
      return kind;
    }
}

/** maak_change_new_inverse: Returns: (transfer full): the change that takes @self back */
MaakChange *
maak_change_new_inverse (MaakChange *self)
{
  MaakChangeKind kind = invert_kind (self->kind);

  if (self->element == NULL)
    return maak_change_new (kind, self->record, self->field, self->after, self->before);
  return maak_change_new_list (kind, self->record, self->field, self->after, self->before, self->element, self->to, self->from);
}

/** maak_change_ref: Returns: (transfer full): @self with one reference more */
MaakChange *
maak_change_ref (MaakChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/** maak_change_unref: gives up a reference to @self; the last frees it. */
void
maak_change_unref (MaakChange *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->before, maak_value_unref);
  g_clear_pointer (&self->after, maak_value_unref);
  g_clear_object (&self->element);
  g_clear_object (&self->record);
  g_free (self);
}

/** maak_change_get_kind: Returns: whether a value was set, or a record inserted, removed or moved */
MaakChangeKind
maak_change_get_kind (MaakChange *self)
{
  g_return_val_if_fail (self != NULL, MAAK_CHANGE_SET);

  return self->kind;
}

/** maak_change_get_record: Returns: (transfer none): the record that has the field */
MaakRecord *
maak_change_get_record (MaakChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->record;
}

/** maak_change_get_field: Returns: (transfer none): the field that changed */
const MaakField *
maak_change_get_field (MaakChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->field;
}

/** maak_change_get_before: Returns: (transfer none) (nullable): what it held; NULL when it was empty */
MaakValue *
maak_change_get_before (MaakChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->before;
}

/** maak_change_get_after: Returns: (transfer none) (nullable): what it holds; NULL when it is empty */
MaakValue *
maak_change_get_after (MaakChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->after;
}

/** maak_change_get_element: Returns: (transfer none) (nullable): the record that came, went or moved */
MaakRecord *
maak_change_get_element (MaakChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->element;
}

/** maak_change_get_from: Returns: the element's place before, from 0; when inserted, the same as its place after */
guint
maak_change_get_from (MaakChange *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->from;
}

/** maak_change_get_to: Returns: the element's place after, from 0; when removed, the same as its place before */
guint
maak_change_get_to (MaakChange *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->to;
}
