/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Blocks become slices in one endless column. A slice is a strip that a page never cuts; the steps of drawing it stand
 * in `ops`, with lengths from its corner. Structure elements open and close between the steps; one that holds text
 * itself is a leaf. Elements may span slices, so pages, too; what has no slice has no element (it would be empty).
 *
 * What belongs together is said here, by `keep`: two lines at either end of a paragraph, a heading and what follows, a
 * caption and its table. Which slice lands on which page is not known here (maak-breaks), nor is anything drawn.
 * Tables and figures have files of their own. */
#include "report/maak-flow.h"

#define LIST_INDENT 15.0  /* points */
#define ENTRY_INDENT 30.0 /* points, of entries with a number of their own: [12] */
#define STEP_WHOLE 0.25   /* part of a page; a step as high as that at most is not cut */
#define STEP_PADDING 10.0 /* points, within the frame of a step */
#define STEP_AFTER 14.0   /* points below the last of a chain */
#define STEP_ARROW 14.0   /* points from one step's frame to the next */

static void
clear_entry (gpointer data)
{
  MaakEntry *entry = data;

  g_free (entry->number);
  g_free (entry->title);
  g_free (entry->anchor);
}

/**
 * maak_flow_new:
 * @style: the house style
 * @type: sets the texts; must outlive the flow
 * @language: of the document
 *
 * Returns: (transfer full): an empty column
 */
MaakFlow *
maak_flow_new (const MaakHouseStyle *style, MaakType *type, MaakLanguage language)
{
  MaakFlow *self = g_new0 (MaakFlow, 1);

  self->style = style;
  self->type = type;
  self->language = language;
  self->width = style->page_width - style->left - style->right;
  self->ops = g_array_new (FALSE, TRUE, sizeof (MaakOp));
  self->slices = g_array_new (FALSE, TRUE, sizeof (MaakSlice));
  self->repeats = g_array_new (FALSE, TRUE, sizeof (MaakRepeat));
  self->entries = g_array_new (FALSE, TRUE, sizeof (MaakEntry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->open = g_array_new (FALSE, FALSE, sizeof (guint));
  self->owned = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_runs_free);
  return self;
}

/**
 * maak_flow_free:
 * @self: (nullable): a column, freed; the blocks that it was made from are not
 */
void
maak_flow_free (MaakFlow *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->ops, g_array_unref);
  g_array_unref (self->slices);
  g_array_unref (self->repeats);
  g_array_unref (self->entries);
  g_array_unref (self->open);
  g_ptr_array_unref (self->owned);
  g_free (self);
}

/**
 * maak_flow_own:
 * @self: a column
 * @runs_taken: (transfer full): a text made while setting
 *
 * Returns: (transfer none): the text, which now lives as long as the column
 */
MaakRuns *
maak_flow_own (MaakFlow *self, MaakRuns *runs_taken)
{
  g_ptr_array_add (self->owned, runs_taken);
  return runs_taken;
}

/**
 * maak_flow_get_width:
 * @self: a column
 *
 * Returns: the width that blocks have now, in points
 */
double
maak_flow_get_width (MaakFlow *self)
{
  return self->width - self->indent - self->inset;
}

/**
 * maak_flow_add_op:
 * @self: a column
 * @kind: what step; within a slice, or BEGIN and END between slices
 * @x: points from the slice's left
 * @y: points from its top
 *
 * Returns: (transfer none): the step, valid until the next one is added
 */
MaakOp *
maak_flow_add_op (MaakFlow *self, MaakOpKind kind, double x, double y)
{
  MaakOp op = { .kind = (guint8) kind, .x = x, .y = y };

  /* Between slices, an end belongs to the slice before, all else to the one to come. */
  op.slice = self->slices->len;
  if (!self->in_slice && kind == MAAK_OP_END)
    op.slice--;
  g_array_append_val (self->ops, op);
  return &g_array_index (self->ops, MaakOp, self->ops->len - 1);
}

/**
 * maak_flow_begin_tag:
 * @self: a column
 * @tag: a standard structure type of PDF, constant; a slice must follow before its end
 * @leaf: whether text stands in it directly
 */
void
maak_flow_begin_tag (MaakFlow *self, const char *tag, gboolean leaf)
{
  guint   index = self->ops->len;
  MaakOp *op = maak_flow_add_op (self, MAAK_OP_BEGIN, 0, 0);

  op->tag = tag;
  op->leaf = leaf;
  g_array_append_val (self->open, index);
}

/**
 * maak_flow_end_tag:
 * @self: a column; ends the element begun last
 */
void
maak_flow_end_tag (MaakFlow *self)
{
  guint   begin = g_array_index (self->open, guint, self->open->len - 1);
  guint   index = self->ops->len;
  MaakOp *op = maak_flow_add_op (self, MAAK_OP_END, 0, 0);

  g_array_set_size (self->open, self->open->len - 1);
  op->tag = g_array_index (self->ops, MaakOp, begin).tag;
  op->leaf = g_array_index (self->ops, MaakOp, begin).leaf;
  op->match = begin;
  g_array_index (self->ops, MaakOp, begin).match = index;
}

/**
 * maak_flow_begin_slice:
 * @self: a column, not within a slice
 * @before: space that it wants above it, in points; the larger of this and what the last one wants below it counts
 */
void
maak_flow_begin_slice (MaakFlow *self, double before)
{
  MaakRepeat repeat = { 0, 0 };

  g_assert (!self->in_slice);
  self->current = (MaakSlice) { .before = MAX (before, self->after), .opens = self->opens };
  g_array_append_val (self->repeats, repeat);
  self->in_slice = TRUE;
  self->after = 0;
  self->opens = FALSE;
}

/**
 * maak_flow_end_slice:
 * @self: a column, within a slice
 * @height: of the slice, in points
 * @keep: whether it is not parted from the next
 */
void
maak_flow_end_slice (MaakFlow *self, double height, gboolean keep)
{
  g_assert (self->in_slice);
  self->in_slice = FALSE;
  self->current.height = height;
  self->current.keep = keep;
  g_array_append_val (self->slices, self->current);
}

/**
 * maak_flow_add_fill:
 * @self: a column, within a slice
 * @x: left, points from the slice's corner
 * @y: top
 * @width: in points
 * @height: in points
 * @color: 0xRRGGBB
 */
void
maak_flow_add_fill (MaakFlow *self, double x, double y, double width, double height, guint color)
{
  MaakOp *op = maak_flow_add_op (self, MAAK_OP_FILL, x, y);

  op->width = width;
  op->height = height;
  op->color = color;
}

/**
 * maak_flow_add_lines:
 * @self: a column, within a slice
 * @layout: a text that was set
 * @runs: whose emphasis it has
 * @spec: its style: leading
 * @color: 0xRRGGBB
 * @x: left, points from the slice's corner
 * @y: top of the first line
 * @first: the first line that is added
 * @n: how many at most
 *
 * Returns: the height of the lines, in points
 */
double
maak_flow_add_lines (MaakFlow *self, PangoLayout *layout, const MaakRuns *runs, const MaakStyleSpec *spec, guint color, double x, double y, guint first, guint n)
{
  GSList *l = g_slist_nth (pango_layout_get_lines_readonly (layout), first);
  guint   i = 0;

  for (; l != NULL && i < n; l = l->next, i++)
    {
      MaakOp *op = maak_flow_add_op (self, MAAK_OP_LINE, x, y + i * spec->leading + (spec->leading + spec->size * 0.72) / 2);

      op->line = l->data;
      op->runs = runs->spans->len > 0 ? runs : NULL;
      op->color = color;
    }
  return i * spec->leading;
}

/**
 * maak_flow_add_anchor:
 * @self: a column, within a slice
 * @name: (nullable): a place that links lead to, a string that outlives the column; NULL: nothing happens
 */
void
maak_flow_add_anchor (MaakFlow *self, const char *name)
{
  if (name != NULL)
    maak_flow_add_op (self, MAAK_OP_ANCHOR, 0, 0)->name = name;
}

/* The frame of a step, behind a slice of its content: its tint and its edge, over what stands above it, too. */
static void
add_frame (MaakFlow *self, double before, double height)
{
  double x = self->indent - STEP_PADDING, width = maak_flow_get_width (self) + 2 * STEP_PADDING;

  if (!self->in_frame)
    return;
  maak_flow_add_fill (self, x, -before, width, height + before, self->style->tint);
  maak_flow_add_fill (self, x, -before, 2.4, height + before, self->style->accent);
}

/* The mark of a list's item hangs before its first line; the body of the item begins after it. */
static void
add_mark (MaakFlow *self, const char *tag, MaakStyle style)
{
  const MaakStyleSpec *spec = maak_type_get_spec (self->type, style);
  const MaakRuns      *mark = g_steal_pointer (&self->mark);
  PangoLayout         *layout = maak_type_set (self->type, mark, style, 0, MAAK_TYPE_UNWRAPPED);

  maak_flow_add_anchor (self, g_steal_pointer (&self->mark_anchor));
  maak_flow_begin_tag (self, "Lbl", TRUE);
  maak_flow_add_lines (self, layout, mark, spec, self->style->accent, self->indent - self->mark_indent, 0, 0, 1);
  maak_flow_end_tag (self);
  maak_flow_begin_tag (self, "LBody", FALSE);
  maak_flow_begin_tag (self, tag, TRUE);
}

/**
 * maak_flow_add_text:
 * @self: a column, not within a slice
 * @tag: the element that the text is, constant
 * @runs: the text; must outlive the column
 * @style: how it is set
 * @flags: emphasis of all of it
 * @keep_last: whether the last line is not parted from what follows
 *
 * Adds a text, a slice a line; the first two and the last two lines stay together.
 */
void
maak_flow_add_text (MaakFlow *self, const char *tag, const MaakRuns *runs, MaakStyle style, guint flags, gboolean keep_last)
{
  const MaakStyleSpec *spec = maak_type_get_spec (self->type, style);
  PangoLayout         *layout = maak_type_set (self->type, runs, style, flags, maak_flow_get_width (self));
  guint                n = (guint) pango_layout_get_line_count (layout);

  if (self->mark == NULL)
    maak_flow_begin_tag (self, tag, TRUE);
  for (guint i = 0; i < n; i++)
    {
      gboolean keep = i + 1 < n ? i == 0 || i + 2 == n : keep_last;

      maak_flow_begin_slice (self, i == 0 ? spec->before : 0);
      add_frame (self, self->current.before, spec->leading);
      if (self->mark != NULL)
        add_mark (self, tag, style);
      maak_flow_add_lines (self, layout, runs, spec, spec->color, self->indent, 0, i, 1);
      maak_flow_end_slice (self, spec->leading, keep);
    }
  maak_flow_end_tag (self);
  self->after = spec->after;
}

static char *
make_anchor (MaakFlow *self, const MaakBlock *block)
{
  return block->anchor != NULL ? g_strdup (block->anchor) : g_strdup_printf ("h%u", ++self->anchors);
}

/* Headings hang their number in front; the structure element is named after the level. */
static void
add_heading (MaakFlow *self, const MaakBlock *block)
{
  static const char *const tags[] = { "H1", "H2", "H3", "H4", "H5", "H6" };
  static const MaakStyle   styles[] = { MAAK_STYLE_HEADING_1, MAAK_STYLE_HEADING_2, MAAK_STYLE_HEADING_3 };
  MaakStyle                style = block->numbered && block->level <= G_N_ELEMENTS (styles) ? styles[block->level - 1] : MAAK_STYLE_HEADING_4;
  const MaakStyleSpec     *spec = maak_type_get_spec (self->type, style);
  MaakRuns                *runs = maak_flow_own (self, maak_runs_new (NULL));
  MaakEntry                entry = { .level = block->level, .slice = self->slices->len };
  PangoLayout             *layout;
  guint                    n;

  if (block->number != NULL)
    {
      maak_runs_append (runs, block->number, MAAK_RUN_ACCENT);
      maak_runs_append (runs, "\u2002", 0);
    }
  maak_runs_append_runs (runs, block->runs, 0);
  self->opens = self->opens || (block->page && self->slices->len > 0);
  layout = maak_type_set (self->type, runs, style, 0, maak_flow_get_width (self));
  n = (guint) pango_layout_get_line_count (layout);
  entry.anchor = make_anchor (self, block);
  maak_flow_begin_tag (self, tags[block->level - 1], TRUE);
  maak_flow_begin_slice (self, self->in_frame ? 0 : spec->before);
  add_frame (self, self->current.before, n * spec->leading);
  maak_flow_add_anchor (self, entry.anchor);
  maak_flow_add_lines (self, layout, runs, spec, spec->color, self->indent, 0, 0, n);
  maak_flow_end_slice (self, n * spec->leading, TRUE);
  maak_flow_end_tag (self);
  self->after = spec->after;
  entry.title = g_strdup (block->runs->text->str);
  entry.number = g_strdup (block->number);
  if (!block->numbered)
    entry.level = 0;
  g_array_append_val (self->entries, entry);
}

/* An item begins with a paragraph; more paragraphs and lists may follow. */
static void
add_item (MaakFlow *self, const MaakBlock *item, const char *mark)
{
  double indent = item->number != NULL ? ENTRY_INDENT : LIST_INDENT;

  maak_flow_begin_tag (self, "LI", FALSE);
  self->mark = maak_flow_own (self, maak_runs_new (item->number != NULL ? item->number : mark));
  self->mark_anchor = item->anchor;
  self->mark_indent = indent;
  self->indent += indent;
  for (guint i = 0; i < item->children->len; i++)
    {
      maak_flow_add_block (self, g_ptr_array_index (item->children, i));
      self->after = CLAMP (self->after, item->number != NULL ? 4 : 0, item->number != NULL ? 4 : 3);
    }
  self->indent -= indent;
  maak_flow_end_tag (self);
  maak_flow_end_tag (self);
}

static void
add_list (MaakFlow *self, const MaakBlock *list)
{
  double after = maak_type_get_spec (self->type, MAAK_STYLE_BODY)->after;

  maak_flow_begin_tag (self, "L", FALSE);
  for (guint i = 0; i < list->children->len; i++)
    {
      char mark[16];

      if (list->numbered)
        g_snprintf (mark, sizeof mark, "%u.", i + 1);
      else
        g_strlcpy (mark, "\u2022", sizeof mark);
      add_item (self, g_ptr_array_index (list->children, i), mark);
    }
  maak_flow_end_tag (self);
  self->after = MAX (self->after, after);
}

static void
add_padding (MaakFlow *self, double before, double height, gboolean keep)
{
  self->after = 0;
  maak_flow_begin_slice (self, before);
  add_frame (self, 0, height);
  maak_flow_end_slice (self, height, keep);
}

/* A step that is not high is not cut. */
static void
keep_if_low (MaakFlow *self, guint from)
{
  double height = 0;

  for (guint i = from; i < self->slices->len; i++)
    height += g_array_index (self->slices, MaakSlice, i).height;
  if (height > STEP_WHOLE * (self->style->page_height - self->style->top - self->style->bottom))
    return;
  for (guint i = from; i + 1 < self->slices->len; i++)
    g_array_index (self->slices, MaakSlice, i).keep = TRUE;
}

/* A step of a chain: a tinted frame, and before it an arrow from the step above. */
static void
add_step (MaakFlow *self, const MaakBlock *step, gboolean first)
{
  guint from = self->slices->len;

  if (!first)
    {
      MaakOp *arrow;

      maak_flow_begin_slice (self, 0);
      arrow = maak_flow_add_op (self, MAAK_OP_ARROW, self->width / 2 - 7, 3);
      arrow->width = 14;
      arrow->height = STEP_ARROW - 6;
      arrow->color = self->style->accent;
      maak_flow_end_slice (self, STEP_ARROW, TRUE);
    }
  self->in_frame = TRUE;
  self->indent += STEP_PADDING;
  self->inset += STEP_PADDING;
  add_padding (self, first ? 4 : 0, STEP_PADDING, TRUE);
  for (guint i = 0; i < step->children->len; i++)
    maak_flow_add_block (self, g_ptr_array_index (step->children, i));
  /* The foot of the frame stays with the last line above it. */
  if (self->slices->len > 0)
    g_array_index (self->slices, MaakSlice, self->slices->len - 1).keep = TRUE;
  add_padding (self, 0, STEP_PADDING - 4, FALSE);
  keep_if_low (self, from);
  self->inset -= STEP_PADDING;
  self->indent -= STEP_PADDING;
  self->in_frame = FALSE;
}

static void
add_children (MaakFlow *self, const MaakBlock *group)
{
  const MaakBlock *before = NULL;

  for (guint i = 0; i < group->children->len; i++)
    {
      const MaakBlock *child = g_ptr_array_index (group->children, i);

      if (child->kind == MAAK_BLOCK_STEP)
        {
          add_step (self, child, before == NULL || before->kind != MAAK_BLOCK_STEP);
          /* Between steps stands the arrow. */
          self->after = i + 1 < group->children->len && ((MaakBlock *) g_ptr_array_index (group->children, i + 1))->kind == MAAK_BLOCK_STEP ? 0 : STEP_AFTER;
        }
      else
        maak_flow_add_block (self, child);
      before = child;
    }
}

/**
 * maak_flow_add_block:
 * @self: a column, not within a slice
 * @block: what to add; it and all below it must outlive the column
 */
void
maak_flow_add_block (MaakFlow *self, const MaakBlock *block)
{
  switch (block->kind)
    {
    case MAAK_BLOCK_GROUP:
    case MAAK_BLOCK_ITEM:
    case MAAK_BLOCK_STEP:
      add_children (self, block);
      break;
    case MAAK_BLOCK_HEADING:
      add_heading (self, block);
      break;
    case MAAK_BLOCK_PARAGRAPH:
      if (!maak_runs_is_empty (block->runs))
        maak_flow_add_text (self, "P", block->runs, block->style, 0, FALSE);
      break;
    case MAAK_BLOCK_LIST:
      if (!maak_block_is_empty (block))
        add_list (self, block);
      break;
    case MAAK_BLOCK_TABLE:
      if (block->table->rows->len > 0)
        maak_flow_add_table (self, block);
      break;
    case MAAK_BLOCK_FIGURE:
      maak_flow_add_figure (self, block);
      break;
    case MAAK_BLOCK_PAGE_BREAK:
      self->opens = self->slices->len > 0;
      break;
    default:
      g_assert_not_reached ();
    }
}
