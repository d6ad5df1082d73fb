/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "report/maak-flow.h"

/**
 * maak_flow_add_caption:
 * @self: a column, not within a slice
 * @block: a table or figure
 *
 * Its number and caption, kept with what follows; nothing when it has neither.
 */
void
maak_flow_add_caption (MaakFlow *self, const MaakBlock *block)
{
  MaakRuns *runs;
  double    after;

  if (block->number == NULL && maak_runs_is_empty (block->runs))
    return;
  runs = maak_flow_own (self, maak_runs_new (NULL));
  if (block->number != NULL)
    {
      maak_runs_append (runs, block->number, MAAK_RUN_ACCENT);
      maak_runs_append (runs, "\u2002", 0);
    }
  if (block->runs != NULL)
    maak_runs_append_runs (runs, block->runs, 0);
  self->after = MAX (self->after, 10);
  after = maak_type_get_spec (self->type, MAAK_STYLE_CAPTION)->after;
  maak_flow_add_text (self, "Caption", runs, MAAK_STYLE_CAPTION, 0, TRUE);
  /* A caption of more than two lines is not cut, either. */
  for (guint i = self->slices->len; i > 0 && i > self->slices->len - MIN (self->slices->len, 3); i--)
    if (g_array_index (self->slices, MaakSlice, i - 1).height == maak_type_get_spec (self->type, MAAK_STYLE_CAPTION)->leading)
      g_array_index (self->slices, MaakSlice, i - 1).keep = TRUE;
  self->after = after;
}

/**
 * maak_flow_add_note:
 * @self: a column, not within a slice
 * @note: small print under a table or figure; must outlive the column
 * @keep: whether its end is not parted from what follows
 */
void
maak_flow_add_note (MaakFlow *self, const MaakRuns *note, gboolean keep)
{
  maak_flow_add_text (self, "P", note, MAAK_STYLE_SMALL, 0, keep);
}

/**
 * maak_flow_add_figure:
 * @self: a column, not within a slice
 * @block: a figure; must outlive the column
 *
 * The picture over the width of the column, its caption above, its note and its description below, all on one page.
 * Cairo finds a figure for who cannot see it only when it holds text: a picture without words is not one, and is not
 * added as one.
 */
void
maak_flow_add_figure (MaakFlow *self, const MaakBlock *block)
{
  const MaakFigure *figure = block->figure;
  double            width = maak_flow_get_width (self), height = figure->measure (figure->data, width);
  double            most = (self->style->page_height - self->style->top - self->style->bottom) * 0.62;
  MaakOp           *op;

  if (height > most)
    {
      width *= most / height;
      height = most;
    }
  maak_flow_add_caption (self, block);
  if (!block->decorative)
    maak_flow_begin_tag (self, "Figure", TRUE);
  maak_flow_begin_slice (self, 6);
  op = maak_flow_add_op (self, MAAK_OP_PAINT, self->indent, 0);
  op->figure = block->figure;
  op->width = width;
  op->height = height;
  self->current.shrink = height * (1 - figure->least);
  maak_flow_end_slice (self, height, block->note != NULL || block->alternative != NULL);
  if (!block->decorative)
    maak_flow_end_tag (self);
  self->after = 5;
  if (block->note != NULL)
    maak_flow_add_note (self, block->note, block->alternative != NULL);
  if (block->alternative != NULL)
    maak_flow_add_note (self, block->alternative, FALSE);
  self->after = 14;
}
