/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Prose from blocks and runs. A block is a paragraph or an item of a list at a depth, as MaakProse has them; here they
 * become lines with marks and indents again. What a line holds is written by maak-prose-line.c.
 *
 * Canonical: paragraphs are a blank line apart, items follow each other without one, bullets are "- ", numbers count on
 * from the first, a forced break is a backslash at the end of the line. The same blocks always give the same text, and
 * reading that gives the same blocks (but for those that are too long to be set on a page: no toolkit breaks lines of a
 * paragraph of a megabyte, so that it goes on in another after some thousands of words): no block is empty, white space at the ends of a block is left out, and an item that
 * goes deeper than a list can go at once has empty bullets around it, as `- - a`. */

#include "plan/maak-prose-writer.h"

#include "plan/maak-prose-writer-private.h"

#include <string.h>

enum
{
  LONG_BLOCK = 20000, /* bytes, after which a block goes on in another at the next space */
};

typedef struct
{
  MaakProseKind kind;
  guint         depth, number;
  GArray       *runs;   /* of MaakWrittenRun */
  gsize         length; /* of their words, in bytes */
} Block;

struct _MaakProseBuilder
{
  GArray *blocks; /* of Block */
};

/* One list that is open while writing, with the item in it that was written last. */
typedef struct
{
  gboolean numbered;
  guint    number;
  char     delimiter; /* behind a number; another one begins another list */
  gsize    width;     /* of the item's mark, in characters: the indent of what belongs to it */
} List;

typedef struct
{
  GString *out;
  GArray  *lists; /* of List */
} Pages;

static void
clear_block (gpointer data)
{
  g_array_unref (((Block *) data)->runs);
}

/** maak_prose_builder_new: Returns: (transfer full): a builder without blocks */
MaakProseBuilder *
maak_prose_builder_new (void)
{
  MaakProseBuilder *self = g_new0 (MaakProseBuilder, 1);

  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  g_array_set_clear_func (self->blocks, clear_block);
  return self;
}

/** maak_prose_builder_free: frees @self. */
void
maak_prose_builder_free (MaakProseBuilder *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->blocks);
  g_free (self);
}

/**
 * maak_prose_builder_begin:
 * @kind: of the block; an item at depth 0 counts as one at depth 1
 * @depth: 0: of no list; of a paragraph: the item that it goes on with, which comes before it
 * @number: of a numbered item; 0: counts on from the one before it
 *
 * Begins a block. One that gets no words is left out.
 */
void
maak_prose_builder_begin (MaakProseBuilder *self,
                          MaakProseKind     kind,
                          guint             depth,
                          guint             number)
{
  Block block = { kind, depth, number, maak_written_runs_new (), 0 };

  g_return_if_fail (self != NULL);

  if (kind != MAAK_PROSE_PARAGRAPH)
    block.depth = MAX (block.depth, 1);
  g_array_append_val (self->blocks, block);
}

/* White space at a line's beginning cannot be written. */
static void
append_line_text (GString    *out,
                  const char *text,
                  gboolean    at_start)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\r' || c == 0x2028 || c == 0x2029)
        c = '\n';
      if (at_start && (c == ' ' || c == '\t'))
        continue;
      if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
        continue;
      g_string_append_unichar (out, c);
      at_start = c == '\n';
    }
}

static gboolean
ends_at_line_start (GArray *runs)
{
  const MaakWrittenRun *last = runs->len > 0 ? &g_array_index (runs, MaakWrittenRun, runs->len - 1) : NULL;

  return last == NULL || last->text->str[last->text->len - 1] == '\n';
}

static Block *
get_last (MaakProseBuilder *self)
{
  return &g_array_index (self->blocks, Block, self->blocks->len - 1);
}

/* How much of @text the block can take: all, as a rule. */
static gsize
count_room (const Block *block,
            const char  *text)
{
  gsize       length = strlen (text), least;
  const char *space;

  if (block->length + length <= LONG_BLOCK)
    return length;
  least = block->length < LONG_BLOCK ? LONG_BLOCK - block->length : 0;
  space = strchr (text + MIN (least, length), ' ');
  /* Words without a space are broken in the middle, but not in the middle of a letter. */
  if (space == NULL && length > least + LONG_BLOCK)
    {
      const char *cut = text + least + LONG_BLOCK;

      while ((*cut & 0xc0) == 0x80)
        cut--;
      return (gsize) (cut - text);
    }
  return space != NULL && space[1] != '\0' ? (gsize) (space - text) + 1 : length;
}

static void
add_part (MaakProseBuilder *self,
          const char       *text,
          guint             flags,
          const char       *link_or_null)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  Block *block = get_last (self);

  append_line_text (clean, text, ends_at_line_start (block->runs));
  if (block->runs->len == 0)
    while (clean->len > 0 && clean->str[0] == '\n')
      g_string_erase (clean, 0, 1);
  block->length += clean->len;
  maak_written_runs_add (block->runs, clean->str, (gssize) clean->len, flags, link_or_null);
}

/**
 * maak_prose_builder_add:
 * @text: words; "\n" is a forced break
 * @flags: MaakProseFlags
 * @link_or_null: (nullable): "https://...", "http://..." or "maak:ID"; another counts as none
 *
 * Adds a run to the block that was begun last. Without one a paragraph is begun.
 */
void
maak_prose_builder_add (MaakProseBuilder *self,
                        const char       *text,
                        guint             flags,
                        const char       *link_or_null)
{
  g_return_if_fail (self != NULL && text != NULL);

  if (self->blocks->len == 0)
    maak_prose_builder_begin (self, MAAK_PROSE_PARAGRAPH, 0, 0);
  if (link_or_null != NULL && !maak_prose_link_is_kept (link_or_null))
    link_or_null = NULL;
  while (*text != '\0')
    {
      gsize            length = count_room (get_last (self), text);
      g_autofree char *part = g_strndup (text, length);

      add_part (self, part, flags, link_or_null);
      text += length;
      if (*text != '\0')
        maak_prose_builder_begin (self, MAAK_PROSE_PARAGRAPH, get_last (self)->depth, 0);
    }
}

static void
strip_end (GArray *runs)
{
  while (runs->len > 0)
    {
      MaakWrittenRun *last = &g_array_index (runs, MaakWrittenRun, runs->len - 1);
      gsize           length = last->text->len;

      while (length > 0 && strchr (" \t\n", last->text->str[length - 1]) != NULL)
        length--;
      g_string_truncate (last->text, length);
      if (length > 0)
        return;
      g_array_set_size (runs, runs->len - 1);
    }
}

static gsize
count_indent (Pages *self)
{
  gsize indent = 0;

  for (guint i = 0; i < self->lists->len; i++)
    indent += g_array_index (self->lists, List, i).width;
  return indent;
}

static void
append_spaces (GString *out,
               gsize    n)
{
  for (gsize i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

static void
append_line (Pages      *self,
             const char *line)
{
  gsize indent = count_indent (self);

  for (const char *p = line; *p != '\0'; p++)
    {
      g_string_append_c (self->out, *p);
      if (*p == '\n')
        append_spaces (self->out, indent);
    }
}

static void
write_mark (Pages *self,
            List  *list)
{
  gsize before = self->out->len;

  if (list->numbered)
    g_string_append_printf (self->out, "%u%c ", list->number, list->delimiter);
  else
    g_string_append (self->out, "- ");
  list->width = self->out->len - before;
}

/* The next item of the innermost list; FALSE when it cannot be of that list. */
static gboolean
goes_on (Pages       *self,
         const Block *block)
{
  List *list;

  if (self->lists->len != block->depth)
    return FALSE;
  list = &g_array_index (self->lists, List, self->lists->len - 1);
  return list->numbered == (block->kind == MAAK_PROSE_NUMBERED) &&
         (!list->numbered || block->number == 0 || block->number == list->number + 1);
}

static void
open_item (Pages       *self,
           const Block *block)
{
  gboolean numbered = block->kind == MAAK_PROSE_NUMBERED;
  guint    number = numbered ? MAX (block->number, 1) : 0;
  List     list = { numbered, number, '.', 0 };

  if (self->lists->len == block->depth)
    {
      const List *before = &g_array_index (self->lists, List, self->lists->len - 1);

      if (before->numbered && before->delimiter == '.')
        list.delimiter = ')';
      g_array_set_size (self->lists, self->lists->len - 1);
    }
  /* A number other than 1 would be words of the paragraph before it. */
  if (self->out->len > 0)
    g_string_append (self->out, self->lists->len == 0 || (numbered && number != 1) ? "\n\n" : "\n");
  append_spaces (self->out, count_indent (self));
  while (self->lists->len + 1 < block->depth)
    {
      List around = { FALSE, 0, '.', 0 };

      write_mark (self, &around);
      g_array_append_val (self->lists, around);
    }
  write_mark (self, &list);
  g_array_append_val (self->lists, list);
}

static void
write_item (Pages       *self,
            const Block *block)
{
  if (self->lists->len > block->depth)
    g_array_set_size (self->lists, block->depth);
  if (goes_on (self, block))
    {
      List *list = &g_array_index (self->lists, List, self->lists->len - 1);

      list->number++;
      g_string_append_c (self->out, '\n');
      list->width = 0;
      append_spaces (self->out, count_indent (self));
      write_mark (self, list);
    }
  else
    open_item (self, block);
}

static void
write_block (Pages       *self,
             const Block *block)
{
  g_autofree char *line = NULL;

  strip_end (block->runs);
  if (block->runs->len == 0)
    return;
  line = maak_written_runs_dup_line (block->runs);
  if (block->kind == MAAK_PROSE_PARAGRAPH)
    {
      g_array_set_size (self->lists, MIN (block->depth, self->lists->len));
      if (self->out->len > 0)
        g_string_append (self->out, "\n\n");
      append_spaces (self->out, count_indent (self));
    }
  else
    write_item (self, block);
  append_line (self, line);
}

/**
 * maak_prose_builder_end:
 * Returns: (transfer full): the prose of the blocks, "" when there are none; the builder is empty again
 */
char *
maak_prose_builder_end (MaakProseBuilder *self)
{
  Pages pages = { 0 };

  g_return_val_if_fail (self != NULL, NULL);

  pages.out = g_string_new (NULL);
  pages.lists = g_array_new (FALSE, FALSE, sizeof (List));
  for (guint i = 0; i < self->blocks->len; i++)
    write_block (&pages, &g_array_index (self->blocks, Block, i));
  g_array_set_size (self->blocks, 0);
  g_array_unref (pages.lists);
  return g_string_free_and_steal (pages.out);
}

/** maak_prose_dup_markdown: Returns: (transfer full): @self written canonically; it reads the same */
char *
maak_prose_dup_markdown (MaakProse *self)
{
  g_autoptr (MaakProseBuilder) builder = maak_prose_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < maak_prose_get_n_blocks (self); i++)
    {
      const MaakProseBlock *block = maak_prose_get_block (self, i);

      maak_prose_builder_begin (builder, block->kind, block->depth, block->number);
      for (guint k = 0; k < block->n_runs; k++)
        maak_prose_builder_add (builder, block->runs[k].text, block->runs[k].flags, block->runs[k].link);
    }
  return maak_prose_builder_end (builder);
}

/** maak_prose_dup_escaped: Returns: (transfer full): the prose that reads as the words of @line and nothing else */
char *
maak_prose_dup_escaped (const char *line)
{
  g_autoptr (MaakProseBuilder) builder = maak_prose_builder_new ();

  g_return_val_if_fail (line != NULL, NULL);

  maak_prose_builder_add (builder, line, 0, NULL);
  return maak_prose_builder_end (builder);
}
