/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Prose from plain text: a blank line ends a paragraph, a line that begins with a bullet or a number is an item, indents
 * nest. A line break within a paragraph is kept, unless the line is so long that a program broke it. Nothing of it is
 * read as a mark: two stars are two stars. */

#include "plan/maak-prose-paste.h"

#include "plan/maak-plan.h"
#include "plan/maak-prose-writer.h"

#include <string.h>

enum
{
  WRAPPED = 65,   /* characters from which on a line looks broken by a program */
  TAB = 4,        /* columns of a tab */
  MAX_DEPTH = 9,  /* of lists */
  MAX_DIGITS = 3, /* of an item's number: a year is none */
};

typedef struct
{
  MaakProseBuilder *builder;
  guint             indents[MAX_DEPTH]; /* of the lists that are open, in columns */
  guint             depth;
  gboolean          open;    /* a block is open: a line goes on with it */
  gboolean          wrapped; /* its last line was long */
} Reader;

static const char *
skip_indent (const char *line,
             guint      *indent)
{
  for (*indent = 0; *line == ' ' || *line == '\t'; line++)
    *indent += *line == '\t' ? TAB : 1;
  return line;
}

/* Behind the bullet of an item; NULL: it is none. */
static const char *
skip_bullet (const char *line)
{
  static const char *const bullets[] = { "-", "*", "•", "·", "–", "▪", "◦", "‣", "●", "○", "■", "\uf0b7", "\uf0a7" };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      gsize length = strlen (bullets[i]);

      if (g_str_has_prefix (line, bullets[i]) && (line[length] == ' ' || line[length] == '\t'))
        return line + length + 1;
    }
  /* The second level of Word. */
  return g_str_has_prefix (line, "o\t") ? line + 2 : NULL;
}

static const char *
skip_number (const char *line,
             guint      *number)
{
  gsize digits = strspn (line, "0123456789");

  if (digits == 0 || digits > MAX_DIGITS || strchr (".)", line[digits]) == NULL || (line[digits + 1] != ' ' && line[digits + 1] != '\t'))
    return NULL;
  *number = (guint) g_ascii_strtoull (line, NULL, 10);
  return line + digits + 2;
}

/* The depth of an item with this indent. */
static guint
find_depth (Reader *self,
            guint   indent)
{
  while (self->depth > 1 && indent < self->indents[self->depth - 1])
    self->depth--;
  if (self->depth == 0 || (indent > self->indents[self->depth - 1] + 1 && self->depth < MAX_DEPTH))
    self->indents[self->depth++] = indent;
  return self->depth;
}

static void
read_line (Reader     *self,
           const char *line)
{
  guint       indent, number = 0;
  const char *words = skip_indent (line, &indent), *rest;

  if (*words == '\0')
    {
      self->open = FALSE;
      return;
    }
  if ((rest = skip_bullet (words)) != NULL)
    maak_prose_builder_begin (self->builder, MAAK_PROSE_BULLET, find_depth (self, indent), 0);
  else if ((rest = skip_number (words, &number)) != NULL)
    maak_prose_builder_begin (self->builder, MAAK_PROSE_NUMBERED, find_depth (self, indent), number);
  else if (!self->open)
    {
      self->depth = 0;
      maak_prose_builder_begin (self->builder, MAAK_PROSE_PARAGRAPH, 0, 0);
    }
  else
    maak_prose_builder_add (self->builder, self->wrapped ? " " : "\n", 0, NULL);
  maak_prose_builder_add (self->builder, rest != NULL ? rest : words, 0, NULL);
  self->open = TRUE;
  self->wrapped = g_utf8_strlen (line, -1) >= WRAPPED;
}

/* "\r\n" and "\r" become "\n", in place. */
static void
drop_returns (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (*from == '\r' && from[1] == '\n')
        continue;
      *to++ = *from == '\r' ? '\n' : *from;
    }
  *to = '\0';
}

/**
 * maak_prose_from_plain:
 * @text: as another program gave it; need not be valid
 * @length: in bytes
 *
 * Returns: (transfer full): the prose; NULL and a MAAK_PLAN_ERROR_INVALID_VALUE when it is too long for a text
 */
char *
maak_prose_from_plain (const char *text,
                       gsize       length,
                       GError    **error)
{
  g_autoptr (MaakProseBuilder) builder = maak_prose_builder_new ();
  g_autofree char *valid = NULL;
  g_autofree char *normal = NULL;
  g_autofree char *prose = NULL;
  g_auto (GStrv) lines = NULL;
  Reader reader = { .builder = builder };

  g_return_val_if_fail (text != NULL, NULL);

  if (length <= MAAK_PASTE_MAX_HTML)
    {
      valid = g_utf8_make_valid (text, (gssize) length);
      normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
      drop_returns (normal);
      lines = g_strsplit (normal, "\n", -1);
      for (guint i = 0; lines[i] != NULL; i++)
        read_line (&reader, lines[i]);
      prose = maak_prose_builder_end (builder);
    }
  if (prose == NULL || strlen (prose) > MAAK_PROSE_MAX)
    {
      maak_error_set (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_INVALID_VALUE, NULL, maak_message_new (MAAK_PHRASE_PASTE_TOO_LONG, MAAK_ARG_END));
      return NULL;
    }
  return g_steal_pointer (&prose);
}
