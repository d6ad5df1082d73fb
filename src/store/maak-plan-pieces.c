/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Keeps the text of the records near the root of a plan (of level 1 and 2: a proposal, a line of its budget), as the canonical writer
 * made it. A piece is forgotten when its record or any record in it is edited; writing the plan makes the pieces that are missing
 * and puts in the others as they are. So a keystroke in a plan of any size costs one record's text and no more.
 *
 * Invariant: a piece is what maak_record_write() would give now. Every edit is told by the plan, also those of undo and those that
 * follow from others; the piece of a record that left the plan is forgotten, because nobody tells what becomes of it.
 *
 * Pieces are immutable and hold no record, so a text made of them may be put together and written on another thread.
 */
#include "store/maak-plan-pieces.h"

#define MAX_LEVEL 2

struct _MaakPlanPieces
{
  MaakPlan   *plan;
  GHashTable *pieces; /* MaakRecord (referenced) -> GBytes */
  gulong      changed_id;
};

typedef struct
{
  MaakPlanPieces *pieces;
  guint           level; /* of the record: its list lies in the root for 1 */
  guint           depth; /* of the record in the text */
} Place;

static void
forget_records (MaakPlanPieces *self, MaakValue *value);

static void
forget_record (MaakPlanPieces *self, MaakRecord *record)
{
  const MaakTemplate *template = maak_record_get_template (record);

  g_hash_table_remove (self->pieces, record);
  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    forget_records (self, maak_record_get (record, maak_template_get_field (template, i)));
}

static void
forget_records (MaakPlanPieces *self, MaakValue *value)
{
  guint              n = 0;
  MaakRecord *const *records = NULL;

  if (value != NULL && maak_value_get_kind (value) == MAAK_VALUE_LIST)
    records = maak_value_get_records (value, &n);
  for (guint i = 0; i < n; i++)
    forget_record (self, records[i]);
}

static void
plan_changed_cb (MaakPlan *plan, MaakChange *change, gpointer data)
{
  MaakPlanPieces *self = data;
  MaakChangeKind  kind = maak_change_get_kind (change);

  for (MaakRecord *record = maak_change_get_record (change); record != NULL; record = maak_record_get_parent (record))
    g_hash_table_remove (self->pieces, record);
  if (kind == MAAK_CHANGE_INSERT || kind == MAAK_CHANGE_REMOVE)
    forget_record (self, maak_change_get_element (change));
  else if (kind == MAAK_CHANGE_SET)
    {
      forget_records (self, maak_change_get_before (change));
      forget_records (self, maak_change_get_after (change));
    }
}

/* The pieces of all that lies in @record, as far down as pieces are kept. */
static void
fill (Place place, MaakRecord *record)
{
  const MaakTemplate *template = maak_record_get_template (record);
  /* Within a record is a list, and in that the record. */
  Place inner = { place.pieces, place.level + 1, place.depth + 2 };

  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    {
      const MaakField   *field = maak_template_get_field (template, i);
      MaakValue         *value = field->type == MAAK_FIELD_LIST ? maak_record_get (record, field) : NULL;
      guint              n = 0;
      MaakRecord *const *records = value != NULL ? maak_value_get_records (value, &n) : NULL;
      for (guint j = 0; j < n; j++)
        {
          g_autoptr (MaakJsonWriter) writer = NULL;
          if (g_hash_table_contains (place.pieces->pieces, records[j]))
            continue;
          if (inner.level < MAX_LEVEL)
            fill (inner, records[j]);
          writer = maak_json_writer_new_within (inner.depth);
          maak_json_writer_set_pieces (writer, place.pieces->pieces);
          maak_record_write (records[j], field->of, writer);
          g_hash_table_insert (place.pieces->pieces, g_object_ref (records[j]), maak_json_writer_end (writer));
        }
    }
}

/**
 * maak_plan_pieces_write:
 * @depth: how many arrays and objects are around the plan in the text; always the same
 * @writer: gets the root record
 */
void
maak_plan_pieces_write (MaakPlanPieces *self, guint depth, MaakJsonWriter *writer)
{
  MaakRecord *root;

  g_return_if_fail (self != NULL);

  root = maak_plan_get_root (self->plan);
  fill ((Place) { self, 0, depth }, root);
  maak_json_writer_set_pieces (writer, self->pieces);
  maak_record_write (root, maak_library_get_plan_template (maak_plan_get_library (self->plan)), writer);
}

/** maak_plan_pieces_new: Returns: (transfer full): pieces of @plan, which they follow; none is made before it is needed */
MaakPlanPieces *
maak_plan_pieces_new (MaakPlan *plan)
{
  MaakPlanPieces *self;

  g_return_val_if_fail (MAAK_IS_PLAN (plan), NULL);

  self = g_new0 (MaakPlanPieces, 1);
  self->plan = g_object_ref (plan);
  self->pieces = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) g_bytes_unref);
  self->changed_id = g_signal_connect (plan, "changed", G_CALLBACK (plan_changed_cb), self);
  return self;
}

/** maak_plan_pieces_free: forgets all pieces, and the plan. */
void
maak_plan_pieces_free (MaakPlanPieces *self)
{
  g_return_if_fail (self != NULL);

  g_clear_signal_handler (&self->changed_id, self->plan);
  g_hash_table_unref (self->pieces);
  g_object_unref (self->plan);
  g_free (self);
}
