/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The prose of a plan as blocks of a document.
 *
 * The plan's own reader gives a flat row of paragraphs and items with their depth; here they become lists in lists.
 * What a link shows is the caller's affair: a figure's value, a title, the words.
 */
#include "report/maak-prose-blocks.h"

#include "plan/maak-prose.h"

/* Lists open at each depth, and the item in each that was begun last; all borrowed. */
typedef struct
{
  GPtrArray *lists, *items;
} Nest;

static MaakRuns *
make_runs (const MaakProseBlock *block, MaakProseLink link, gpointer data)
{
  MaakRuns *runs = maak_runs_new (NULL);

  for (guint i = 0; i < block->n_runs;)
    {
      const MaakProseRun *run = &block->runs[i];
      g_autoptr (MaakRuns) words = maak_runs_new (NULL);

      /* A link whose words have several emphases is one link. */
      do
        {
          guint flags = (block->runs[i].flags & MAAK_PROSE_BOLD ? MAAK_RUN_BOLD : 0u) | (block->runs[i].flags & MAAK_PROSE_ITALIC ? MAAK_RUN_ITALIC : 0u);

          maak_runs_append (words, block->runs[i++].text, flags);
        }
      while (run->link != NULL && i < block->n_runs && g_strcmp0 (block->runs[i].link, run->link) == 0);
      if (run->link != NULL)
        link (runs, run->link, words, data);
      else
        maak_runs_append_runs (runs, words, 0);
    }
  return runs;
}

/* The item that a paragraph of this depth goes into; makes the lists and the item where they are not yet. */
static MaakBlock *
open_item (MaakBlock *group, Nest *nest, const MaakProseBlock *block, gboolean next)
{
  gboolean numbered = block->kind == MAAK_PROSE_NUMBERED;

  if (nest->lists->len > block->depth)
    {
      g_ptr_array_set_size (nest->lists, (int) block->depth);
      g_ptr_array_set_size (nest->items, (int) block->depth);
    }
  /* A list of the other kind at the same depth is another list. */
  if (next && nest->lists->len == block->depth && ((MaakBlock *) g_ptr_array_index (nest->lists, block->depth - 1))->numbered != numbered)
    {
      g_ptr_array_set_size (nest->lists, (int) block->depth - 1);
      g_ptr_array_set_size (nest->items, (int) block->depth - 1);
    }
  while (nest->lists->len < block->depth)
    {
      MaakBlock *into = nest->items->len > 0 ? g_ptr_array_index (nest->items, nest->items->len - 1) : group;
      MaakBlock *list = maak_block_append (into, maak_block_new (MAAK_BLOCK_LIST));

      list->numbered = numbered;
      g_ptr_array_add (nest->lists, list);
      g_ptr_array_add (nest->items, maak_block_append (list, maak_block_new (MAAK_BLOCK_ITEM)));
      next = FALSE;
    }
  if (next)
    nest->items->pdata[block->depth - 1] = maak_block_append (nest->lists->pdata[block->depth - 1], maak_block_new (MAAK_BLOCK_ITEM));
  return nest->items->pdata[block->depth - 1];
}

/**
 * maak_prose_make_blocks:
 * @markdown: prose of a plan
 * @style: of its paragraphs
 * @link: says what a link shows
 * @data: for @link
 *
 * Returns: (transfer full): a group of paragraphs and lists
 */
MaakBlock *
maak_prose_make_blocks (const char *markdown, MaakStyle style, MaakProseLink link, gpointer data)
{
  g_autoptr (MaakProse) prose = maak_prose_new (markdown);
  MaakBlock *group = maak_block_new (MAAK_BLOCK_GROUP);
  Nest       nest = { g_ptr_array_new (), g_ptr_array_new () };

  for (guint i = 0; i < maak_prose_get_n_blocks (prose); i++)
    {
      const MaakProseBlock *block = maak_prose_get_block (prose, i);
      MaakBlock            *into = group;

      if (block->depth > 0)
        into = open_item (group, &nest, block, block->kind != MAAK_PROSE_PARAGRAPH);
      else
        {
          g_ptr_array_set_size (nest.lists, 0);
          g_ptr_array_set_size (nest.items, 0);
        }
      maak_block_append (into, maak_block_new_paragraph (style, make_runs (block, link, data)));
    }
  g_ptr_array_unref (nest.lists);
  g_ptr_array_unref (nest.items);
  return group;
}

static void
flatten (const MaakBlock *block, MaakRuns *runs, const char *mark)
{
  if (block->kind == MAAK_BLOCK_PARAGRAPH)
    {
      if (runs->text->len > 0)
        maak_runs_append (runs, "\n", 0);
      maak_runs_append (runs, mark, 0);
      maak_runs_append_runs (runs, block->runs, 0);
    }
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      g_autofree char *next = NULL;

      if (block->kind == MAAK_BLOCK_LIST)
        next = block->numbered ? g_strdup_printf ("%u. ", i + 1) : g_strdup ("\u2022 ");
      else if (block->kind == MAAK_BLOCK_ITEM && i == 0)
        next = g_strdup (mark);
      flatten (g_ptr_array_index (block->children, i), runs, next != NULL ? next : "");
    }
}

/**
 * maak_prose_flatten:
 * @prose: what maak_prose_make_blocks() gave
 *
 * Returns: (transfer full): the same as one text, for a cell of a table: a line a paragraph or item
 */
MaakRuns *
maak_prose_flatten (const MaakBlock *prose)
{
  MaakRuns *runs = maak_runs_new (NULL);

  flatten (prose, runs, "");
  return runs;
}
