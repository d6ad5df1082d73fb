/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * A text with emphasis and links: a string, and spans over parts of it.
 *
 * Spans are in order and do not overlap; what no span covers is plain. A span's link is "#anchor" within the document,
 * else an address. Nothing here knows letters or lines.
 */
#include "report/maak-runs.h"

static void
clear_span (gpointer data)
{
  g_clear_pointer (&((MaakSpan *) data)->link, g_free);
}

/**
 * maak_runs_new:
 * @text_or_null: the first, plain text; NULL: none yet
 *
 * Returns: (transfer full): a text
 */
MaakRuns *
maak_runs_new (const char *text_or_null)
{
  MaakRuns *self = g_new0 (MaakRuns, 1);

  self->text = g_string_new (text_or_null);
  self->spans = g_array_new (FALSE, FALSE, sizeof (MaakSpan));
  g_array_set_clear_func (self->spans, clear_span);
  return self;
}

/**
 * maak_runs_copy:
 * @self: a text
 *
 * Returns: (transfer full): the same again
 */
MaakRuns *
maak_runs_copy (const MaakRuns *self)
{
  MaakRuns *copy = maak_runs_new (NULL);

  maak_runs_append_runs (copy, self, 0);
  return copy;
}

/**
 * maak_runs_free:
 * @self: (nullable): a text, freed
 */
void
maak_runs_free (MaakRuns *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_free (self);
}

/**
 * maak_runs_is_empty:
 * @self: (nullable): a text
 *
 * Returns: whether there is nothing to set
 */
gboolean
maak_runs_is_empty (const MaakRuns *self)
{
  return self == NULL || self->text->len == 0;
}

/**
 * maak_runs_append:
 * @self: a text
 * @text: (nullable): more of it
 * @flags: of MaakRunFlags
 */
void
maak_runs_append (MaakRuns *self, const char *text, guint flags)
{
  maak_runs_append_link (self, text, flags, NULL);
}

/**
 * maak_runs_append_link:
 * @self: a text
 * @text: (nullable): more of it
 * @flags: of MaakRunFlags
 * @link_or_null: "#anchor" within the document, else an address
 */
void
maak_runs_append_link (MaakRuns *self, const char *text, guint flags, const char *link_or_null)
{
  MaakSpan span = { .start = (guint) self->text->len, .flags = flags };

  if (text == NULL || *text == '\0')
    return;
  g_string_append (self->text, text);
  if (flags == 0 && link_or_null == NULL)
    return;
  span.end = (guint) self->text->len;
  span.link = g_strdup (link_or_null);
  g_array_append_val (self->spans, span);
}

/* Appends the part of other's text from *at to end, in more_flags. */
static void
append_plain (MaakRuns *self, const MaakRuns *other, guint *at, guint end, guint more_flags)
{
  g_autofree char *part = g_strndup (other->text->str + *at, end - *at);

  maak_runs_append (self, part, more_flags);
  *at = end;
}

/**
 * maak_runs_append_runs:
 * @self: a text
 * @other: another, which stays as it is
 * @more_flags: added to the emphasis of all of it
 */
void
maak_runs_append_runs (MaakRuns *self, const MaakRuns *other, guint more_flags)
{
  guint at = 0;

  for (guint i = 0; i < other->spans->len; i++)
    {
      const MaakSpan  *span = &g_array_index (other->spans, MaakSpan, i);
      g_autofree char *part = g_strndup (other->text->str + span->start, span->end - span->start);

      append_plain (self, other, &at, span->start, more_flags);
      maak_runs_append_link (self, part, span->flags | more_flags, span->link);
      at = span->end;
    }
  append_plain (self, other, &at, (guint) other->text->len, more_flags);
}
