/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The tree of blocks. A block owns its texts, table, figure and children. Numbers are given in one walk when the tree
 * is whole: chapters 1, sections 1.1 and 1.1.1, figures and tables each in a row of their own through the document.
 * Links within the document that lead nowhere are taken out in another walk, the words stay. Where anything stands on
 * a page is not known here. */
#include "report/maak-block.h"

#include "base/maak-message.h"

/**
 * maak_block_new:
 * @kind: what block
 *
 * Returns: (transfer full): an empty block
 */
MaakBlock *
maak_block_new (MaakBlockKind kind)
{
  MaakBlock *self = g_new0 (MaakBlock, 1);

  self->kind = kind;
  if (kind == MAAK_BLOCK_GROUP || kind == MAAK_BLOCK_LIST || kind == MAAK_BLOCK_ITEM || kind == MAAK_BLOCK_STEP)
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_block_free);
  return self;
}

/**
 * maak_block_new_heading:
 * @level: 1 to 6
 * @numbered: whether it gets a number and stands in the contents
 * @text: its words
 *
 * Returns: (transfer full): a heading
 */
MaakBlock *
maak_block_new_heading (guint level, gboolean numbered, const char *text)
{
  MaakBlock *self = maak_block_new (MAAK_BLOCK_HEADING);

  self->level = CLAMP (level, 1, 6);
  self->numbered = numbered;
  self->runs = maak_runs_new (text);
  return self;
}

/**
 * maak_block_new_paragraph:
 * @style: how it is set
 * @runs_taken: (transfer full): its words
 *
 * Returns: (transfer full): a paragraph
 */
MaakBlock *
maak_block_new_paragraph (MaakStyle style, MaakRuns *runs_taken)
{
  MaakBlock *self = maak_block_new (MAAK_BLOCK_PARAGRAPH);

  self->style = style;
  self->runs = runs_taken;
  return self;
}

/**
 * maak_block_new_table:
 * @table_taken: (transfer full): a table
 *
 * Returns: (transfer full): a block of it, without caption
 */
MaakBlock *
maak_block_new_table (MaakTable *table_taken)
{
  MaakBlock *self = maak_block_new (MAAK_BLOCK_TABLE);

  self->table = table_taken;
  return self;
}

/**
 * maak_block_new_figure:
 * @figure_taken: (transfer full): a picture
 *
 * Returns: (transfer full): a block of it, counted among the figures
 */
MaakBlock *
maak_block_new_figure (MaakFigure *figure_taken)
{
  MaakBlock *self = maak_block_new (MAAK_BLOCK_FIGURE);

  self->figure = figure_taken;
  self->captioned = TRUE;
  return self;
}

static void
free_figure (MaakFigure *figure)
{
  if (figure->free_data != NULL)
    figure->free_data (figure->data);
  g_free (figure);
}

/**
 * maak_block_free:
 * @self: (nullable): a block, freed with all below it
 */
void
maak_block_free (MaakBlock *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->anchor);
  maak_runs_free (self->runs);
  maak_runs_free (self->note);
  maak_runs_free (self->alternative);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  maak_table_free (self->table);
  g_clear_pointer (&self->figure, free_figure);
  g_free (self);
}

/**
 * maak_block_append:
 * @self: a block with children
 * @child_taken: (transfer full) (nullable): one more; NULL: nothing happens
 *
 * Returns: (transfer none) (nullable): the child
 */
MaakBlock *
maak_block_append (MaakBlock *self, MaakBlock *child_taken)
{
  g_return_val_if_fail (self->children != NULL, child_taken);

  if (child_taken != NULL)
    g_ptr_array_add (self->children, child_taken);
  return child_taken;
}

/**
 * maak_block_is_empty:
 * @self: a block
 *
 * Returns: whether it prints nothing; a heading alone prints nothing
 */
gboolean
maak_block_is_empty (const MaakBlock *self)
{
  switch (self->kind)
    {
    case MAAK_BLOCK_GROUP:
    case MAAK_BLOCK_LIST:
    case MAAK_BLOCK_ITEM:
    case MAAK_BLOCK_STEP:
      for (guint i = 0; i < self->children->len; i++)
        if (!maak_block_is_empty (g_ptr_array_index (self->children, i)))
          return FALSE;
      return TRUE;
    case MAAK_BLOCK_HEADING:
    case MAAK_BLOCK_PAGE_BREAK:
      return TRUE;
    case MAAK_BLOCK_PARAGRAPH:
      return maak_runs_is_empty (self->runs);
    case MAAK_BLOCK_TABLE:
      return self->table->rows->len == 0;
    case MAAK_BLOCK_FIGURE:
      return FALSE;
    default:
      g_assert_not_reached ();
    }
}

typedef struct
{
  MaakLanguage language;
  guint        headings[3];
  guint        figures, tables;
} Counters;

static char *
count_heading (Counters *counters, guint level)
{
  g_autoptr (GString) number = g_string_new (NULL);

  counters->headings[level - 1]++;
  for (guint i = level; i < G_N_ELEMENTS (counters->headings); i++)
    counters->headings[i] = 0;
  for (guint i = 0; i < level; i++)
    g_string_append_printf (number, i > 0 ? ".%u" : "%u", counters->headings[i]);
  return g_string_free (g_steal_pointer (&number), FALSE);
}

static char *
count_caption (Counters *counters, MaakPhrase phrase, guint *count)
{
  g_autoptr (MaakMessage) message = maak_message_new (phrase, MAAK_ARG_YEAR, "number", (int) ++*count, MAAK_ARG_END);

  return maak_message_dup_wording (message, counters->language);
}

static void
number_block (MaakBlock *self, Counters *counters)
{
  if (self->kind == MAAK_BLOCK_HEADING && self->numbered && self->level <= G_N_ELEMENTS (counters->headings))
    self->number = count_heading (counters, self->level);
  else if (self->kind == MAAK_BLOCK_FIGURE && self->captioned)
    self->number = count_caption (counters, MAAK_PHRASE_REPORT_FIGURE_NUMBER, &counters->figures);
  else if (self->kind == MAAK_BLOCK_TABLE && self->captioned)
    self->number = count_caption (counters, MAAK_PHRASE_REPORT_TABLE_NUMBER, &counters->tables);
  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    number_block (g_ptr_array_index (self->children, i), counters);
}

/**
 * maak_block_number:
 * @root: the whole document, not numbered yet
 * @language: of "Figuur" and "Tabel"
 *
 * Numbers headings, figures and tables in the order of reading.
 */
void
maak_block_number (MaakBlock *root, MaakLanguage language)
{
  Counters counters = { .language = language };

  number_block (root, &counters);
}

static void
collect_anchors (MaakBlock *self, GHashTable *anchors)
{
  if (self->anchor != NULL)
    g_hash_table_add (anchors, self->anchor);
  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    collect_anchors (g_ptr_array_index (self->children, i), anchors);
}

static void
prune_runs (MaakRuns *runs, GHashTable *anchors)
{
  for (guint i = 0; runs != NULL && i < runs->spans->len; i++)
    {
      MaakSpan *span = &g_array_index (runs->spans, MaakSpan, i);

      if (span->link != NULL && span->link[0] == '#' && !g_hash_table_contains (anchors, span->link + 1))
        g_clear_pointer (&span->link, g_free);
    }
}

static void
prune_block (MaakBlock *self, GHashTable *anchors)
{
  prune_runs (self->runs, anchors);
  prune_runs (self->note, anchors);
  prune_runs (self->alternative, anchors);
  for (guint i = 0; self->table != NULL && i < self->table->rows->len; i++)
    {
      MaakRow *row = g_ptr_array_index (self->table->rows, i);

      for (guint k = 0; k < row->n_cells; k++)
        prune_runs (row->cells[k], anchors);
    }
  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    prune_block (g_ptr_array_index (self->children, i), anchors);
}

/**
 * maak_block_drop_dead_links:
 * @root: the whole document
 *
 * Takes the links out that lead to an anchor which no block has; the words stay.
 */
void
maak_block_drop_dead_links (MaakBlock *root)
{
  g_autoptr (GHashTable) anchors = g_hash_table_new (g_str_hash, g_str_equal);

  collect_anchors (root, anchors);
  prune_block (root, anchors);
}
