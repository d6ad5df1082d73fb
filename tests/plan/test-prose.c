/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "plan/maak-prose.h"

typedef struct
{
  const char *name, *markdown, *want;
} ReadCase;

/* P paragraph, * bullet, 1. numbered; the figure behind is the depth; <b> <i> <a> mark runs. */
static const ReadCase read_cases[] = {
  { "empty", "", "" },
  { "one paragraph", "Een zin.", "P0 Een zin.\n" },
  { "two paragraphs", "Een.\n\nTwee.", "P0 Een.\nP0 Twee.\n" },
  { "soft line break", "Een\ntwee", "P0 Een twee\n" },
  { "bold and italic", "a **b** *c* ***d***", "P0 a <b>b</b> <i>c</i> <bi>d</bi>\n" },
  { "bullets", "- een\n- twee", "*1 een\n*1 twee\n" },
  { "loose bullets", "- een\n\n- twee", "*1 een\n*1 twee\n" },
  { "numbered from three", "3. drie\n4. vier", "3.1 drie\n4.1 vier\n" },
  { "list in a list", "- a\n  - b\n- c", "*1 a\n*2 b\n*1 c\n" },
  { "second paragraph of an item", "- a\n\n  b\n- c", "*1 a\nP1 b\n*1 c\n" },
  { "paragraph before and after", "x\n\n- a\n\ny", "P0 x\n*1 a\nP0 y\n" },
  { "link to a site", "zie [CBS](https://www.cbs.nl/)", "P0 zie <a https://www.cbs.nl/>CBS</a>\n" },
  { "link to a record", "[18,3 %](maak:1-2)", "P0 <a maak:1-2>18,3 %</a>\n" },
  { "bare address", "https://www.cbs.nl", "P0 <a https://www.cbs.nl>https://www.cbs.nl</a>\n" },
  { "dangerous link keeps its words", "[klik](javascript:x)", "P0 klik\n" },
  { "file link keeps its words", "[x](file:///etc/passwd)", "P0 x\n" },
  { "heading is text", "# Kop", "P0 # Kop\n" },
  { "html is text", "<b>x</b>", "P0 <b>x</b>\n" },
  { "block of html is text", "<div>x</div>", "P0 <div>x</div>\n" },
  { "rule is text", "a\n\n---\n\nb", "P0 a\nP0 ---\nP0 b\n" },
  { "indented is no code", "    vier spaties", "P0 vier spaties\n" },
  { "image is its words", "![kaart](https://x/y.png)", "P0 kaart\n" },
  { "escaped star", "2 \\* 3", "P0 2 * 3\n" },
  { "ampersand", "R&D en M&O", "P0 R&D en M&O\n" },
  { "stars with spaces", "2 * 3 * 4", "P0 2 * 3 * 4\n" },
  { "link with bold words", "[a **b**](https://x/)", "P0 <a https://x/>a </a><b><a https://x/>b</a></b>\n" },
};

static void
append_run (GString *out, const MaakProseRun *run)
{
  const char *mark = run->flags == (MAAK_PROSE_BOLD | MAAK_PROSE_ITALIC) ? "bi"
                     : run->flags == MAAK_PROSE_BOLD                     ? "b"
                     : run->flags == MAAK_PROSE_ITALIC                   ? "i"
                                                                         : NULL;
  if (mark != NULL)
    g_string_append_printf (out, "<%s>", mark);
  if (run->link != NULL)
    g_string_append_printf (out, "<a %s>%s</a>", run->link, run->text);
  else
    g_string_append (out, run->text);
  if (mark != NULL)
    g_string_append_printf (out, "</%s>", mark);
}

static char *
dump (MaakProse *prose)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < maak_prose_get_n_blocks (prose); i++)
    {
      const MaakProseBlock *block = maak_prose_get_block (prose, i);
      if (block->kind == MAAK_PROSE_NUMBERED)
        g_string_append_printf (out, "%u.%u ", block->number, block->depth);
      else
        g_string_append_printf (out, "%c%u ", block->kind == MAAK_PROSE_BULLET ? '*' : 'P', block->depth);
      for (guint k = 0; k < block->n_runs; k++)
        append_run (out, &block->runs[k]);
      g_string_append_c (out, '\n');
    }
  return g_string_free_and_steal (out);
}

static void
test_read (gconstpointer data)
{
  const ReadCase *row = data;
  g_autoptr (MaakProse) prose = maak_prose_new (row->markdown);
  g_autofree char *got = dump (prose);
  g_assert_cmpstr (got, ==, row->want);
}

typedef struct
{
  const char *name, *markdown, *want;
} DropCase;

static const DropCase drop_cases[] = {
  { "no link", "Een zin.", "Een zin." },
  { "dropped", "Het is [18,3 %](maak:weg) nu.", "Het is 18,3 % nu." },
  { "kept", "Het is [18,3 %](maak:blijft) nu.", "Het is [18,3 %](maak:blijft) nu." },
  { "one of two", "[a](maak:weg)[b](maak:blijft)", "a[b](maak:blijft)" },
  { "nested brackets", "[a [b] c](maak:weg)", "a [b] c" },
  { "two dropped", "[a](maak:weg), [b](maak:weg)", "a, b" },
  { "unfinished", "[a](maak:weg", "[a](maak:weg" },
  { "other link", "[a](https://weg)", "[a](https://weg)" },
  { "no opening", "a](maak:weg) b", "a](maak:weg) b" },
};

static gboolean
drops_cb (const char *id, gpointer data)
{
  return g_str_equal (id, "weg");
}

static void
test_drop (gconstpointer data)
{
  const DropCase  *row = data;
  g_autofree char *got = maak_prose_dup_without_links (row->markdown, drops_cb, NULL);
  g_assert_cmpstr (got, ==, row->want);
}

static void
test_plain (void)
{
  g_autoptr (MaakProse) prose = maak_prose_new ("Een **vet** woord.\n\n- punt [x](maak:1)");
  g_autofree char *plain = maak_prose_dup_plain (prose);
  g_assert_cmpstr (plain, ==, "Een vet woord.\npunt x");
}

/* Whatever a person pastes: no crash, and none of the letters lost. */
static void
test_random (void)
{
  static const char letters[] = "ab *_-#>[]()`!<&\\\n\n1. \t";
  for (int round = 0; round < 2000; round++)
    {
      GString *text = g_string_new (NULL);
      for (int i = g_test_rand_int_range (0, 60); i > 0; i--)
        g_string_append_c (text, letters[g_test_rand_int_range (0, sizeof letters - 1)]);
      g_autoptr (MaakProse) prose = maak_prose_new (text->str);
      for (guint i = 0; i < maak_prose_get_n_blocks (prose); i++)
        g_assert_cmpuint (maak_prose_get_block (prose, i)->n_runs, >, 0);
      g_string_free (text, TRUE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/prose/read/", read_cases[i].name, NULL);
      g_test_add_data_func (path, &read_cases[i], test_read);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (drop_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/prose/drop/", drop_cases[i].name, NULL);
      g_test_add_data_func (path, &drop_cases[i], test_drop);
    }
  g_test_add_func ("/prose/plain", test_plain);
  g_test_add_func ("/prose/random", test_random);
  return g_test_run ();
}
