/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Prose as HTML, for the clipboard of a word processor: paragraphs, lists, bold, italic, links to the web. A reference to a
 * record of the plan is its words, as it leads nowhere else. */

#include "plan/maak-prose-paste.h"

typedef struct
{
  GString   *out;
  GPtrArray *open; /* of const char *: what closes the lists that are open, the innermost last */
} Writer;

static void
append_run (GString            *out,
            const MaakProseRun *run)
{
  gboolean         has_link = run->link != NULL && maak_prose_link_get_id (run->link) == NULL;
  g_autofree char *link = has_link ? g_markup_escape_text (run->link, -1) : NULL;
  g_autofree char *text = g_markup_escape_text (run->text, -1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *broken = g_strjoinv ("<br>", lines);

  if (has_link)
    g_string_append_printf (out, "<a href=\"%s\">", link);
  g_string_append_printf (out, "%s%s%s%s%s", (run->flags & MAAK_PROSE_BOLD) != 0 ? "<b>" : "", (run->flags & MAAK_PROSE_ITALIC) != 0 ? "<i>" : "", broken,
                          (run->flags & MAAK_PROSE_ITALIC) != 0 ? "</i>" : "", (run->flags & MAAK_PROSE_BOLD) != 0 ? "</b>" : "");
  if (has_link)
    g_string_append (out, "</a>");
}

static void
close_lists (Writer *self,
             guint   depth)
{
  while (self->open->len > depth)
    g_string_append (self->out, g_ptr_array_steal_index (self->open, self->open->len - 1));
}

static void
begin_item (Writer               *self,
            const MaakProseBlock *block)
{
  gboolean    numbered = block->kind == MAAK_PROSE_NUMBERED;
  const char *close = numbered ? "</li></ol>" : "</li></ul>";

  close_lists (self, block->depth);
  if (self->open->len == block->depth && g_str_equal (g_ptr_array_index (self->open, block->depth - 1), close))
    {
      g_string_append (self->out, "</li><li>");
      return;
    }
  close_lists (self, block->depth - 1);
  while (self->open->len < block->depth)
    {
      gboolean last = self->open->len + 1 == block->depth;

      if (last && numbered && block->number > 1)
        g_string_append_printf (self->out, "<ol start=\"%u\"><li>", block->number);
      else
        g_string_append (self->out, last && numbered ? "<ol><li>" : "<ul><li>");
      g_ptr_array_add (self->open, (gpointer) (last && numbered ? "</li></ol>" : "</li></ul>"));
    }
}

/** maak_prose_dup_html: Returns: (transfer full): @self as HTML */
char *
maak_prose_dup_html (MaakProse *self)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Writer writer = { g_string_new ("<meta charset=\"utf-8\">"), open };

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < maak_prose_get_n_blocks (self); i++)
    {
      const MaakProseBlock *block = maak_prose_get_block (self, i);
      gboolean              item = block->kind != MAAK_PROSE_PARAGRAPH;

      if (item)
        begin_item (&writer, block);
      else
        {
          close_lists (&writer, block->depth);
          g_string_append (writer.out, "<p>");
        }
      for (guint k = 0; k < block->n_runs; k++)
        append_run (writer.out, &block->runs[k]);
      if (!item)
        g_string_append (writer.out, "</p>");
    }
  close_lists (&writer, 0);
  return g_string_free_and_steal (writer.out);
}
