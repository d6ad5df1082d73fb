/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The words of one block of prose, with marks: what Markdown would read as a mark and is none is escaped, bold and
 * italic become stars, links get their address.
 *
 * Stars do not work everywhere: `**(a)**b` is no bold in Markdown, because a mark between a bracket and a letter neither
 * opens nor closes. So a line is written in one way, read again, and when that is not what was meant, in the next way
 * (a *style*): underscores instead of stars, the marks inside of a link instead of around it, punctuation at the edge
 * left outside. Where no style serves, runs lose their bold and italic one by one. Words and links are never lost.
 *
 * White space at the edge of bold or italic is always left outside: no style can write it, and nobody can see it. */

#include "plan/maak-prose-writer-private.h"

#include <string.h>

typedef struct
{
  const char *bold, *italic;
  gboolean    outside; /* marks stand around links, and one link is written for runs of it that differ; else inside of each */
  gboolean    trims;   /* punctuation at the edge is left outside */
} Style;

static const Style styles[] = {
  { "**", "*", TRUE, FALSE },
  { "**", "_", TRUE, FALSE },
  { "__", "*", TRUE, FALSE },
  { "**", "*", FALSE, FALSE },
  { "**", "_", FALSE, FALSE },
  { "**", "*", FALSE, TRUE },
  { "**", "_", FALSE, TRUE },
};

enum
{
  MAX_OPEN = 2,       /* bold and italic */
  TRIMMING_STYLE = 5, /* the first in the table that trims */
  MAX_GIVEN_UP = 50,  /* runs that lose theirs one by one; then all do */
};

typedef struct
{
  const Style *style;
  GArray      *runs; /* of MaakWrittenRun */
  GString     *out;
  guint        open[MAX_OPEN]; /* flags, the innermost last */
  guint        n_open;
  gboolean     line_start;
} Writer;

static MaakWrittenRun *
get_run (GArray *runs,
         guint   index)
{
  return &g_array_index (runs, MaakWrittenRun, index);
}

static void
clear_run (gpointer data)
{
  MaakWrittenRun *run = data;

  g_string_free (run->text, TRUE);
  g_free (run->link);
}

/** maak_written_runs_new: Returns: (transfer full): no runs */
GArray *
maak_written_runs_new (void)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (MaakWrittenRun));

  g_array_set_clear_func (runs, clear_run);
  return runs;
}

/**
 * maak_written_runs_add:
 * @length: in bytes; -1: all of @text
 *
 * Adds a run, to the last where that is alike; two links to records are never made one, as each may be a citation.
 */
void
maak_written_runs_add (GArray     *runs,
                       const char *text,
                       gssize      length,
                       guint       flags,
                       const char *link)
{
  MaakWrittenRun *last = runs->len > 0 ? get_run (runs, runs->len - 1) : NULL;
  MaakWrittenRun  run = { NULL, flags, NULL };

  if (length < 0)
    length = (gssize) strlen (text);
  if (length == 0)
    return;
  if (last != NULL && last->flags == flags && g_strcmp0 (last->link, link) == 0 && maak_prose_link_get_id (link) == NULL)
    {
      g_string_append_len (last->text, text, length);
      return;
    }
  run.text = g_string_new_len (text, length);
  run.link = g_strdup (link);
  g_array_append_val (runs, run);
}

/* --- Escaping --- */

static gboolean
ends_word (char c)
{
  return c == '\0' || c == ' ' || c == '\t' || c == '\n';
}

/* How many characters of a mark that begins a block stand at @text; those before the last need no escape. */
static gsize
count_block_mark (const char *text)
{
  gsize digits = 0;

  switch (*text)
    {
    case '#':
    case '>':
    case '=':
      return 1;
    case '+':
      return ends_word (text[1]) ? 1 : 0;
    case '-':
      return ends_word (text[1]) || text[1] == '-' ? 1 : 0;
    case '~':
      return text[1] == '~' ? 1 : 0;
    default:
      break;
    }
  while (digits < 10 && g_ascii_isdigit (text[digits]))
    digits++;
  if (digits > 0 && digits < 10 && (text[digits] == '.' || text[digits] == ')') && ends_word (text[digits + 1]))
    return digits + 1;
  return 0;
}

/* Whether the character at @p, in the text that begins at @start, could be read as a mark. */
static gboolean
is_mark (const char *start,
         const char *p,
         gboolean    in_link)
{
  char before = p > start ? p[-1] : '\0', after = p[1];

  switch (*p)
    {
    case '\\':
      return after == '\0' || after == '\n' || g_ascii_ispunct (after);
    case '*':
      return before != ' ' || after != ' ';
    case '_':
      return !g_ascii_isalnum (before) || !g_ascii_isalnum (after);
    case '`':
    case '[':
    case '<':
      return TRUE;
    case ']':
      return in_link;
    case '!':
      return after == '\0';
    case ':':
      return after == '/' && p[2] == '/';
    default:
      return FALSE;
    }
}

static void
write_words (Writer     *self,
             const char *text,
             gboolean    in_link)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      gsize mark = self->line_start ? count_block_mark (p) : 0;

      if (*p == '\n')
        {
          g_string_append (self->out, "\\\n");
          self->line_start = TRUE;
          continue;
        }
      if (mark > 1)
        {
          g_string_append_len (self->out, p, (gssize) mark - 1);
          p += mark - 1;
        }
      if (mark > 0 || is_mark (text, p, in_link) || (self->line_start && *p == '*'))
        g_string_append_c (self->out, '\\');
      g_string_append_c (self->out, *p);
      self->line_start = FALSE;
    }
}

static void
write_address (Writer     *self,
               const char *link)
{
  gboolean bracketed = strpbrk (link, " \t") != NULL || *link == '\0';

  g_string_append (self->out, bracketed ? "](<" : "](");
  for (const char *p = link; *p != '\0'; p++)
    {
      if (*p == '\n' || *p == '\r')
        continue;
      if (strchr ("()<>\\`*[]", *p) != NULL)
        g_string_append_c (self->out, '\\');
      g_string_append_c (self->out, *p);
    }
  g_string_append (self->out, bracketed ? ">)" : ")");
}

/* --- Bold and italic --- */

static void
write_mark (Writer *self,
            guint   flag)
{
  g_string_append (self->out, flag == MAAK_PROSE_BOLD ? self->style->bold : self->style->italic);
  self->line_start = FALSE;
}

/* How many runs from @index on have @flag. */
static guint
count_extent (GArray *runs,
              guint   index,
              guint   end,
              guint   flag)
{
  guint n = 0;

  while (index + n < end && (get_run (runs, index + n)->flags & flag) != 0)
    n++;
  return n;
}

/* Closes what is not in @flags and opens what is missing; marks below @base were opened outside of a link. */
static void
change_marks (Writer *self,
              guint   flags,
              guint   base,
              guint   index,
              guint   end)
{
  guint missing = flags, keep = 0;
  guint bold, italic;

  while (keep < self->n_open && (self->open[keep] & flags) != 0)
    keep++;
  keep = MAX (keep, base);
  while (self->n_open > keep)
    write_mark (self, self->open[--self->n_open]);
  for (guint i = 0; i < self->n_open; i++)
    missing &= ~self->open[i];

  bold = (missing & MAAK_PROSE_BOLD) != 0 ? count_extent (self->runs, index, end, MAAK_PROSE_BOLD) : 0;
  italic = (missing & MAAK_PROSE_ITALIC) != 0 ? count_extent (self->runs, index, end, MAAK_PROSE_ITALIC) : 0;
  if (bold > 0 && bold >= italic)
    write_mark (self, self->open[self->n_open++] = MAAK_PROSE_BOLD);
  if (italic > 0)
    write_mark (self, self->open[self->n_open++] = MAAK_PROSE_ITALIC);
  if (bold > 0 && bold < italic)
    write_mark (self, self->open[self->n_open++] = MAAK_PROSE_BOLD);
}

/* A link with all runs of it that follow each other and differ in flags. Returns the index after it. */
static guint
write_link (Writer *self,
            guint   index)
{
  const char *link = get_run (self->runs, index)->link;
  guint       end = index + 1, base;
  guint       common = get_run (self->runs, index)->flags;

  while (self->style->outside && end < self->runs->len && g_strcmp0 (get_run (self->runs, end)->link, link) == 0 &&
         get_run (self->runs, end)->flags != get_run (self->runs, end - 1)->flags)
    common &= get_run (self->runs, end++)->flags;

  change_marks (self, self->style->outside ? common : 0, 0, index, self->runs->len);
  base = self->n_open;
  g_string_append_c (self->out, '[');
  self->line_start = FALSE;
  for (guint i = index; i < end; i++)
    {
      change_marks (self, get_run (self->runs, i)->flags, base, i, end);
      write_words (self, get_run (self->runs, i)->text->str, TRUE);
    }
  while (self->n_open > base)
    write_mark (self, self->open[--self->n_open]);
  write_address (self, link);
  return end;
}

static char *
write_line (GArray      *runs,
            const Style *style)
{
  Writer writer = { .style = style, .runs = runs, .out = g_string_new (NULL), .line_start = TRUE };
  guint  i = 0;

  while (i < runs->len)
    {
      const MaakWrittenRun *run = get_run (runs, i);

      if (run->link != NULL)
        {
          i = write_link (&writer, i);
          continue;
        }
      change_marks (&writer, run->flags, 0, i, runs->len);
      write_words (&writer, run->text->str, FALSE);
      i++;
    }
  while (writer.n_open > 0)
    write_mark (&writer, writer.open[--writer.n_open]);
  return g_string_free_and_steal (writer.out);
}

/* --- Edges --- */

static gboolean
is_edge (gunichar c,
         gboolean trims)
{
  return g_unichar_isspace (c) || (trims && (g_unichar_ispunct (c) || (c < 128 && g_ascii_ispunct ((char) c))));
}

/* Takes flags that change here away from white space (and punctuation) at the edges of runs. */
static GArray *
trim_edges (GArray      *runs,
            const Style *style)
{
  GArray *trimmed = maak_written_runs_new ();

  for (guint i = 0; i < runs->len; i++)
    {
      const MaakWrittenRun *run = get_run (runs, i);
      const MaakWrittenRun *before = i > 0 ? get_run (runs, i - 1) : NULL, *after = i + 1 < runs->len ? get_run (runs, i + 1) : NULL;
      guint                 left = before != NULL && (style->outside || (before->link == NULL && run->link == NULL)) ? before->flags : 0;
      guint                 right = after != NULL && (style->outside || (after->link == NULL && run->link == NULL)) ? after->flags : 0;
      guint                 flags = run->flags;
      const char           *start = run->text->str, *end = run->text->str + run->text->len;

      while ((flags & ~left) != 0 && start < end && is_edge (g_utf8_get_char (start), style->trims))
        start = g_utf8_next_char (start);
      while ((flags & ~right) != 0 && end > start && is_edge (g_utf8_get_char (g_utf8_prev_char (end)), style->trims))
        end = g_utf8_prev_char (end);
      maak_written_runs_add (trimmed, run->text->str, start - run->text->str, flags & left & (start == end ? right : ~0u), run->link);
      maak_written_runs_add (trimmed, start, end - start, flags, run->link);
      maak_written_runs_add (trimmed, end, -1, flags & right, run->link);
    }
  return trimmed;
}

/* --- Whether it reads as it was meant --- */

typedef struct
{
  GArray     *runs;
  guint       index;
  const char *at;
} Cursor;

static gboolean
cursor_settle (Cursor *self)
{
  while (self->index < self->runs->len && *self->at == '\0')
    {
      self->index++;
      self->at = self->index < self->runs->len ? get_run (self->runs, self->index)->text->str : "";
    }
  return self->index < self->runs->len;
}

/* Where @line reads otherwise than @runs: the index of the run, -1 when nowhere. White space has no visible weight; in a
 * trimming style punctuation neither. */
static int
find_difference (const char  *line,
                 GArray      *runs,
                 const Style *style)
{
  g_autoptr (MaakProse) prose = maak_prose_new (line);
  const MaakProseBlock *block = maak_prose_get_n_blocks (prose) == 1 ? maak_prose_get_block (prose, 0) : NULL;
  Cursor                cursor = { runs, 0, runs->len > 0 ? get_run (runs, 0)->text->str : "" };

  if (block == NULL || block->kind != MAAK_PROSE_PARAGRAPH || block->depth != 0)
    return 0;
  for (guint i = 0; i < block->n_runs; i++)
    {
      const MaakProseRun *read = &block->runs[i];

      for (const char *p = read->text; *p != '\0'; p = g_utf8_next_char (p))
        {
          const MaakWrittenRun *meant;

          if (!cursor_settle (&cursor))
            return (int) runs->len - 1;
          meant = get_run (runs, cursor.index);
          if (g_utf8_get_char (p) != g_utf8_get_char (cursor.at) || g_strcmp0 (meant->link, read->link) != 0 ||
              (meant->flags != read->flags && !is_edge (g_utf8_get_char (p), style->trims)))
            return (int) cursor.index;
          cursor.at = g_utf8_next_char (cursor.at);
        }
    }
  return cursor_settle (&cursor) ? (int) cursor.index : -1;
}

static GArray *
copy_runs (GArray *runs)
{
  GArray *copies = maak_written_runs_new ();

  for (guint i = 0; i < runs->len; i++)
    {
      const MaakWrittenRun *run = get_run (runs, i);
      MaakWrittenRun        copy = { g_string_new_len (run->text->str, (gssize) run->text->len), run->flags, g_strdup (run->link) };

      g_array_append_val (copies, copy);
    }
  return copies;
}

/* The line in one style; *difference says where it reads otherwise. */
static char *
try_style (GArray      *runs,
           const Style *style,
           int         *difference)
{
  g_autoptr (GArray) trimmed = trim_edges (runs, style);
  char *line = write_line (trimmed, style);

  *difference = find_difference (line, runs, style);
  return line;
}

/* No style writes all: bold and italic are given up run by run, where the line first reads otherwise. */
static char *
give_up_flags (GArray *runs)
{
  g_autoptr (GArray) copies = copy_runs (runs);

  for (guint round = 0; round < MAX_GIVEN_UP; round++)
    {
      int   difference;
      char *line = try_style (copies, &styles[TRIMMING_STYLE], &difference);
      int   guilty = difference;

      if (difference < 0)
        return line;
      g_free (line);
      /* What reads otherwise may be what a mark before it did. */
      while (guilty >= 0 && get_run (copies, (guint) guilty)->flags == 0)
        guilty--;
      for (guint i = (guint) MAX (difference, 0); guilty < 0 && i < copies->len; i++)
        if (get_run (copies, i)->flags != 0)
          guilty = (int) i;
      if (guilty < 0)
        break;
      get_run (copies, (guint) guilty)->flags = 0;
    }
  for (guint i = 0; i < copies->len; i++)
    get_run (copies, i)->flags = 0;
  return write_line (copies, &styles[0]);
}

/**
 * maak_written_runs_dup_line:
 * @runs: of one block, with no white space at its ends or behind a "\n"
 *
 * Returns: (transfer full): the line that reads as these runs; where Markdown has no way for bold or italic, without
 */
char *
maak_written_runs_dup_line (GArray *runs)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      int              difference;
      g_autofree char *line = try_style (runs, &styles[i], &difference);

      if (difference < 0)
        return g_steal_pointer (&line);
    }
  return give_up_flags (runs);
}
