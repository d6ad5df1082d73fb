/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Prose is the smallest part of Markdown: paragraphs, lists, bold, italic, links. md4c reads it; this file turns its
 * events into a flat list of blocks, each with runs.
 *
 * Nothing that a person wrote is refused or lost: what belongs to Markdown and not to prose (headings, quotes, code,
 * rules, HTML, images) comes out as the plain text that it is. A link is kept when it leads to a record of the plan
 * (maak:ID) or to http(s); of any other only the words stay.
 *
 * Invariants: no block is empty, or has white space at its ends; neighbouring runs differ in flags or link, or are two links; blocks and runs are owned by the MaakProse
 * and live as long as it does. Printing, counting words and following links are the callers' work.
 */
#include "plan/maak-prose.h"

#include <md4c.h>
#include <string.h>

#define LINK_PREFIX "maak:"

struct _MaakProse
{
  gatomicrefcount ref_count;
  GArray         *blocks; /* of MaakProseBlock; their runs are owned here */
};

G_DEFINE_BOXED_TYPE (MaakProse, maak_prose, maak_prose_ref, maak_prose_unref)

/* One list that is open while reading. */
typedef struct
{
  gboolean numbered;
  guint    next;    /* number of the next item */
  gboolean pending; /* the item that is open has no block yet: the next is the item itself, not a paragraph of it */
} OpenList;

/* What is being built. `runs` belong to the block that is open. */
typedef struct
{
  GArray    *blocks; /* of MaakProseBlock */
  GArray    *runs;   /* of MaakProseRun */
  GString   *text;   /* of the run that is open */
  guint      flags;
  GPtrArray *links;       /* of char *, the innermost last; NULL: a link that is not kept */
  GArray    *lists;       /* of OpenList */
  gboolean   after_break; /* the open block's words end with a forced break */
} Builder;

static const char *
get_link (Builder *builder)
{
  for (guint i = builder->links->len; i > 0; i--)
    {
      const char *link = g_ptr_array_index (builder->links, i - 1);
      if (link != NULL)
        return link;
    }
  return NULL;
}

/* Ends the open run: to be called before flags or link change. */
static void
end_run (Builder *builder)
{
  if (builder->text->len == 0)
    return;
  MaakProseRun run = {
    .text = g_strndup (builder->text->str, builder->text->len),
    .flags = builder->flags,
    .link = g_strdup (get_link (builder)),
  };
  g_array_append_val (builder->runs, run);
  g_string_truncate (builder->text, 0);
}

static void
clear_run (MaakProseRun *run)
{
  g_free ((char *) run->text);
  g_free ((char *) run->link);
}

/* White space at the ends of a block, as code spans may have it, is nobody's words. */
static void
trim_runs (GArray *runs)
{
  while (runs->len > 0)
    {
      MaakProseRun *first = &g_array_index (runs, MaakProseRun, 0);
      g_strchug ((char *) first->text);
      if (*first->text != '\0')
        break;
      clear_run (first);
      g_array_remove_index (runs, 0);
    }
  while (runs->len > 0)
    {
      MaakProseRun *last = &g_array_index (runs, MaakProseRun, runs->len - 1);
      g_strchomp ((char *) last->text);
      if (*last->text != '\0')
        break;
      clear_run (last);
      g_array_set_size (runs, runs->len - 1);
    }
}

/* Ends the open block, if it holds anything. Of an item without words nothing is left. */
static void
end_block (Builder *builder)
{
  end_run (builder);
  trim_runs (builder->runs);
  builder->after_break = FALSE;
  if (builder->runs->len > 0)
    {
      OpenList      *list = builder->lists->len > 0 ? &g_array_index (builder->lists, OpenList, builder->lists->len - 1) : NULL;
      MaakProseBlock block = { .kind = MAAK_PROSE_PARAGRAPH, .depth = builder->lists->len };
      gsize          n_runs;

      if (list != NULL && list->pending)
        {
          block.kind = list->numbered ? MAAK_PROSE_NUMBERED : MAAK_PROSE_BULLET;
          block.number = list->numbered ? list->next - 1 : 0;
          list->pending = FALSE;
        }
      block.runs = g_array_steal (builder->runs, &n_runs);
      block.n_runs = (guint) n_runs;
      g_array_append_val (builder->blocks, block);
    }
}

static void
open_list (Builder *builder, gboolean numbered, guint first)
{
  OpenList list = { .numbered = numbered, .next = first };
  /* The words before a nested list are the item that it belongs to. */
  end_block (builder);
  g_array_append_val (builder->lists, list);
}

static void
open_item (Builder *builder)
{
  OpenList *list = &g_array_index (builder->lists, OpenList, builder->lists->len - 1);
  end_block (builder);
  list->pending = TRUE;
  list->next++;
}

static int
enter_block_cb (MD_BLOCKTYPE type, void *detail, void *data)
{
  Builder *builder = data;
  switch ((int) type)
    {
    case MD_BLOCK_UL:
      open_list (builder, FALSE, 0);
      break;
    case MD_BLOCK_OL:
      open_list (builder, TRUE, ((MD_BLOCK_OL_DETAIL *) detail)->start);
      break;
    case MD_BLOCK_LI:
      open_item (builder);
      break;
    case MD_BLOCK_H:
      end_block (builder);
      for (unsigned i = 0; i < ((MD_BLOCK_H_DETAIL *) detail)->level; i++)
        g_string_append_c (builder->text, '#');
      g_string_append_c (builder->text, ' ');
      break;
    case MD_BLOCK_HR:
      end_block (builder);
      g_string_append (builder->text, "---");
      end_block (builder);
      break;
    case MD_BLOCK_P:
    case MD_BLOCK_CODE:
      /* The first paragraph of an item is the item itself. */
      if (builder->runs->len > 0 || builder->text->len > 0)
        end_block (builder);
      break;
    default:
      break;
    }
  return 0;
}

static int
leave_block_cb (MD_BLOCKTYPE type, void *detail, void *data)
{
  Builder *builder = data;
  end_block (builder);
  if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
    g_array_set_size (builder->lists, builder->lists->len - 1);
  return 0;
}

/**
 * maak_prose_link_is_kept:
 * @link: an address
 *
 * Returns: whether prose may lead there: to a record of the plan, or by http(s)
 */
gboolean
maak_prose_link_is_kept (const char *link)
{
  return g_str_has_prefix (link, LINK_PREFIX) ||
         g_ascii_strncasecmp (link, "https://", 8) == 0 ||
         g_ascii_strncasecmp (link, "http://", 7) == 0;
}

static int
enter_span_cb (MD_SPANTYPE type, void *detail, void *data)
{
  Builder *builder = data;
  end_run (builder);
  if (type == MD_SPAN_STRONG)
    builder->flags |= MAAK_PROSE_BOLD;
  else if (type == MD_SPAN_EM)
    builder->flags |= MAAK_PROSE_ITALIC;
  else if (type == MD_SPAN_A)
    {
      MD_ATTRIBUTE    *href = &((MD_SPAN_A_DETAIL *) detail)->href;
      g_autofree char *link = g_strndup (href->text, href->size);
      /* "[words]()" has no address at all. */
      g_ptr_array_add (builder->links, link != NULL && maak_prose_link_is_kept (link) ? g_steal_pointer (&link) : NULL);
    }
  return 0;
}

static int
leave_span_cb (MD_SPANTYPE type, void *detail, void *data)
{
  Builder *builder = data;
  end_run (builder);
  if (type == MD_SPAN_STRONG)
    builder->flags &= ~(guint) MAAK_PROSE_BOLD;
  else if (type == MD_SPAN_EM)
    builder->flags &= ~(guint) MAAK_PROSE_ITALIC;
  else if (type == MD_SPAN_A)
    g_ptr_array_set_size (builder->links, (int) builder->links->len - 1);
  return 0;
}

static int
text_cb (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  Builder *builder = data;

  /* A line begins with no white space. */
  for (; builder->after_break && type != MD_TEXT_BR && size > 0 && strchr (" \t\n", *text) != NULL; size--)
    text++;
  if (size == 0)
    return 0;
  builder->after_break = type == MD_TEXT_BR || text[size - 1] == '\n';
  switch ((int) type)
    {
    case MD_TEXT_BR:
      g_string_append_c (builder->text, '\n');
      break;
    case MD_TEXT_SOFTBR:
      g_string_append_c (builder->text, ' ');
      break;
    case MD_TEXT_NULLCHAR:
      g_string_append (builder->text, "\uFFFD");
      break;
    default:
      g_string_append_len (builder->text, text, (gssize) size);
      break;
    }
  return 0;
}

/**
 * maak_prose_new:
 * @markdown: the text as it stands in the plan; may be empty
 *
 * Reads prose. Never fails: what is no prose is plain text.
 *
 * Returns: (transfer full): its blocks and runs
 */
MaakProse *
maak_prose_new (const char *markdown)
{
  static const MD_PARSER parser = {
    .flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_PERMISSIVEURLAUTOLINKS,
    .enter_block = enter_block_cb,
    .leave_block = leave_block_cb,
    .enter_span = enter_span_cb,
    .leave_span = leave_span_cb,
    .text = text_cb,
  };
  MaakProse *self = g_new0 (MaakProse, 1);
  Builder    builder = { 0 };

  g_return_val_if_fail (markdown != NULL, NULL);

  builder.blocks = g_array_new (FALSE, FALSE, sizeof (MaakProseBlock));
  builder.runs = g_array_new (FALSE, FALSE, sizeof (MaakProseRun));
  builder.text = g_string_new (NULL);
  builder.links = g_ptr_array_new_with_free_func (g_free);
  builder.lists = g_array_new (FALSE, FALSE, sizeof (OpenList));
  md_parse (markdown, (MD_SIZE) strlen (markdown), &parser, &builder);
  end_block (&builder);
  g_array_unref (builder.runs);
  g_array_unref (builder.lists);
  g_ptr_array_unref (builder.links);
  g_string_free (builder.text, TRUE);

  g_atomic_ref_count_init (&self->ref_count);
  self->blocks = builder.blocks;
  return self;
}

/**
 * maak_prose_ref:
 * @self: prose
 *
 * Returns: (transfer full): the same, with one reference more
 */
MaakProse *
maak_prose_ref (MaakProse *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * maak_prose_unref:
 * @self: (transfer full): prose
 */
void
maak_prose_unref (MaakProse *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      MaakProseBlock *block = &g_array_index (self->blocks, MaakProseBlock, i);
      for (guint k = 0; k < block->n_runs; k++)
        clear_run ((MaakProseRun *) &block->runs[k]);
      g_free ((gpointer) block->runs);
    }
  g_array_unref (self->blocks);
  g_free (self);
}

/**
 * maak_prose_get_n_blocks:
 * @self: prose
 *
 * Returns: how many paragraphs and items it has
 */
guint
maak_prose_get_n_blocks (MaakProse *self)
{
  return self->blocks->len;
}

/**
 * maak_prose_get_block:
 * @self: prose
 * @index: below the number of blocks
 *
 * Returns: (transfer none): the block, as long as @self lives
 */
const MaakProseBlock *
maak_prose_get_block (MaakProse *self, guint index)
{
  g_return_val_if_fail (index < self->blocks->len, NULL);
  return &g_array_index (self->blocks, MaakProseBlock, index);
}

/**
 * maak_prose_dup_plain:
 * @self: prose
 *
 * The words without marks, a block a line.
 *
 * Returns: (transfer full): plain text
 */
char *
maak_prose_dup_plain (MaakProse *self)
{
  GString *plain = g_string_new (NULL);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const MaakProseBlock *block = maak_prose_get_block (self, i);
      if (i > 0)
        g_string_append_c (plain, '\n');
      for (guint k = 0; k < block->n_runs; k++)
        g_string_append (plain, block->runs[k].text);
    }
  return g_string_free_and_steal (plain);
}

/**
 * maak_prose_link_get_id:
 * @link: (nullable): the link of a run
 *
 * Returns: (nullable): the id of the record that it leads to, or NULL when it leads out of the plan
 */
const char *
maak_prose_link_get_id (const char *link)
{
  return link != NULL && g_str_has_prefix (link, LINK_PREFIX) ? link + strlen (LINK_PREFIX) : NULL;
}

/* Whether the character at `at` has an odd number of backslashes before it. */
static gboolean
is_escaped (const char *start, const char *at)
{
  gsize n = 0;
  while (at - n > start && at[-(gssize) n - 1] == '\\')
    n++;
  return n % 2 == 1;
}

/* The "[" that belongs to the "]" at `end`, looking back over nested pairs; NULL: there is none. */
static const char *
find_opening (const char *start, const char *end)
{
  int depth = 0;
  for (const char *at = end - 1; at >= start; at--)
    {
      if ((*at == '[' || *at == ']') && is_escaped (start, at))
        continue;
      if (*at == ']')
        depth++;
      else if (*at == '[' && depth-- == 0)
        return at;
    }
  return NULL;
}

/**
 * maak_prose_dup_without_links:
 * @markdown: prose as it stands in the plan
 * @drops: says which records may not be linked to
 * @data: for @drops
 *
 * Takes links to certain records away and leaves their words: "[18,3 %](maak:ID)" becomes "18,3 %".
 *
 * Returns: (transfer full): the prose without these links
 */
char *
maak_prose_dup_without_links (const char *markdown, MaakProseDrops drops, gpointer data)
{
  static const char mark[] = "](" LINK_PREFIX;
  GString          *result = g_string_new (NULL);
  const char       *from = markdown, *close;

  while ((close = strstr (from, mark)) != NULL)
    {
      const char      *target = close + strlen (mark);
      const char      *end = target + strcspn (target, ") \n");
      const char      *open = find_opening (from, close);
      g_autofree char *id = g_strndup (target, (gsize) (end - target));

      if (*end != ')')
        end = target - 1;
      else if (open != NULL && drops (id, data))
        {
          g_string_append_len (result, from, open - from);
          g_string_append_len (result, open + 1, close - open - 1);
          from = end + 1;
          continue;
        }
      g_string_append_len (result, from, end + 1 - from);
      from = end + 1;
    }
  g_string_append (result, from);
  return g_string_free_and_steal (result);
}
