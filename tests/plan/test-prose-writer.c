/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Prose written: the canonical form of cases, what a builder makes, and the law that reading what was written gives what
 * was read, for texts of all the letters that mean something. */

#include "maak-test.h"

#include "plan/maak-prose-writer.h"

typedef struct
{
  const char *name, *markdown, *want;
} Case;

/* want NULL: the same again. */
static const Case cases[] = {
  { "empty", "", NULL },
  { "a sentence", "Een zin.", NULL },
  { "two paragraphs", "Een.\n\nTwee.", NULL },
  { "soft breaks are joined", "Een\ntwee", "Een twee" },
  { "forced break", "Een\\\ntwee", NULL },
  { "forced break by spaces", "Een  \ntwee", "Een\\\ntwee" },
  { "bold and italic", "a **b** *c* ***d***", NULL },
  { "bold in italic", "*a **b** c*", NULL },
  { "italic in bold", "**a *b* c**", NULL },
  { "underscores become stars", "__a__ _b_", "**a** *b*" },
  { "half a word", "her**over**wegen", NULL },
  { "bullets", "- een\n- twee", NULL },
  { "other bullets", "* een\n* twee", "- een\n- twee" },
  { "loose bullets become tight", "- een\n\n- twee", "- een\n- twee" },
  { "numbers", "1. een\n2. twee", NULL },
  { "numbers from three", "3. drie\n4. vier", NULL },
  { "two lists of numbers", "1. een\n2. twee\n\n1) drie", "1. een\n2. twee\n\n1) drie" },
  { "nested", "- a\n  - b\n    - c\n- d", NULL },
  { "numbers in bullets", "- a\n  1. b\n  2. c\n- d", NULL },
  { "bullets in numbers", "1. a\n   - b\n2. c", NULL },
  { "ten items", "9. a\n10. b\n    - c", NULL },
  { "second paragraph of an item", "- a\n\n  b\n- c", NULL },
  { "list between paragraphs", "x\n\n- a\n- b\n\ny", NULL },
  { "list in a list at once", "- - a\n- b", NULL },
  { "heading in an item", "- # a", "- \\# a" },
  { "link", "zie [CBS](https://www.cbs.nl/)", NULL },
  { "citation", "Het is [18,3 %](maak:1-2).", NULL },
  { "two citations", "[18,3 %](maak:a)[18,3 %](maak:a)", NULL },
  { "bold citation", "Het is **[18,3 %](maak:1-2)** nu.", NULL },
  { "bold in a link", "[a **b**](https://x/)", NULL },
  { "address with brackets", "[a](https://x/y_\\(z\\))", NULL },
  { "bare address", "https://www.cbs.nl", "[https\\://www.cbs.nl](https://www.cbs.nl)" },
  { "heading is text", "# Kop", "\\# Kop" },
  { "quote is text", "\\> a", NULL },
  { "not a list", "\\- a", NULL },
  { "not a list of numbers", "1\\. a", NULL },
  { "a year with a dot", "In 2027. a", NULL },
  { "minus", "-5 procent", NULL },
  { "star between spaces", "2 * 3", NULL },
  { "star", "2\\*3\\*4", NULL },
  { "underscore in a word", "a_b_c", NULL },
  { "brackets", "[x] en (y)", "\\[x] en (y)" },
  { "exclamation before a link", "Kijk\\![hier](https://x/)", NULL },
  { "rule", "---", "\\---" },
  { "html", "<b>x</b> 1 < 2", "\\<b>x\\</b> 1 \\< 2" },
  { "entity", "R&D &amp; &nbsp;", NULL },
  { "backslash in a path", "C:\\data", NULL },
  { "code", "`a`", "a" },
};

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (MaakProse) prose = maak_prose_new (row->markdown);
  g_autofree char *got = maak_prose_dup_markdown (prose);

  g_assert_cmpstr (got, ==, row->want != NULL ? row->want : row->markdown);
}

/* Text with flags and link of each letter. */
static char *
dump (MaakProse *prose,
      gboolean   with_flags)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < maak_prose_get_n_blocks (prose); i++)
    {
      const MaakProseBlock *block = maak_prose_get_block (prose, i);

      g_string_append_printf (out, "%d/%u/%u:", block->kind, block->depth, block->number);
      for (guint k = 0; k < block->n_runs; k++)
        {
          const MaakProseRun *run = &block->runs[k];

          for (const char *p = run->text; *p != '\0'; p++)
            {
              if (strchr (" \t\n", *p) != NULL)
                g_string_append_c (out, *p);
              else
                g_string_append_printf (out, "%u%s%c", with_flags ? run->flags : 0, run->link != NULL ? run->link : "", *p);
            }
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free_and_steal (out);
}

static void
assert_reads_the_same (const char *markdown,
                       gboolean    with_flags)
{
  g_autoptr (MaakProse) prose = maak_prose_new (markdown);
  g_autofree char *written = maak_prose_dup_markdown (prose);
  g_autoptr (MaakProse) again = maak_prose_new (written);
  g_autofree char *want = dump (prose, with_flags);
  g_autofree char *got = dump (again, with_flags);
  g_autofree char *twice = maak_prose_dup_markdown (again);

  g_autoptr (MaakProse) thrice = maak_prose_new (twice);
  g_autofree char *still = dump (thrice, with_flags);

  if (strcmp (got, want) != 0)
    g_test_message ("«%s» was written «%s»", markdown, written);
  g_assert_cmpstr (got, ==, want);
  g_assert_cmpstr (still, ==, want);
}

static void
test_random_letters (void)
{
  static const char letters[] = "ab *_-#>[]()!<&\\\n\n1. :/`";

  /* Bold at the edge of code, or of a link that is not kept, cannot be written without those. */
  for (int round = 0; round < 40000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
        g_string_append_c (text, letters[g_test_rand_int_range (0, sizeof letters - 1)]);
      assert_reads_the_same (text->str, FALSE);
    }
}

static void
test_random_pieces (void)
{
  static const char *const pieces[] = { "woord", " ", " ", "\n", "\n\n", "\n- ", "\n  - ", "\n1. ", "\n   - ", "\n\n  ", "**", "*", "[x](https://x/)", "[1](maak:a)", "(", ")", ".", "\\\n", "3. ", "https://a.nl/b", "é", "# " };

  for (int round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int i = g_test_rand_int_range (0, 20); i > 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      assert_reads_the_same (text->str, TRUE);
    }
}

/* What an editor may hand over: any runs in any order. Words and links must come back; bold and italic of letters nearly
 * always: Markdown has no way for some. Returns how many letters lost theirs. */
static guint
compare_runs (GString   *want,
              GArray    *flags,
              MaakProse *prose)
{
  guint            lost = 0, at = 0;
  g_autofree char *plain = maak_prose_dup_plain (prose);

  g_assert_cmpstr (plain, ==, want->str);
  for (guint i = 0; i < maak_prose_get_n_blocks (prose); i++)
    {
      const MaakProseBlock *block = maak_prose_get_block (prose, i);

      for (guint k = 0; k < block->n_runs; k++)
        for (const char *p = block->runs[k].text; *p != '\0'; p++, at++)
          {
            guint meant = g_array_index (flags, guint, at);

            g_assert_true ((block->runs[k].link != NULL) == ((meant & 4) != 0));
            if (g_ascii_isalnum (*p) && block->runs[k].flags != (meant & 3))
              lost++;
          }
    }
  return lost;
}

static void
test_random_runs (void)
{
  static const char *const words[] = { "a", "bc ", " d", "(e)", "**", "_", "f.", "1.", "- ", "!", "\n", "https://g", "[", "]", "#", " h " };
  guint                    n_lost = 0;

  for (int round = 0; round < 20000; round++)
    {
      g_autoptr (MaakProseBuilder) builder = maak_prose_builder_new ();
      g_autoptr (GString) want = g_string_new ("x");
      g_autoptr (GArray) flags = g_array_new (FALSE, TRUE, sizeof (guint));
      g_autofree char *written = NULL;
      g_autoptr (MaakProse) prose = NULL;

      g_array_set_size (flags, 1);
      maak_prose_builder_begin (builder, MAAK_PROSE_PARAGRAPH, 0, 0);
      maak_prose_builder_add (builder, "x", 0, NULL);
      for (int i = g_test_rand_int_range (0, 8); i > 0; i--)
        {
          const char *word = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
          guint       meant = (guint) g_test_rand_int_range (0, 8);

          maak_prose_builder_add (builder, word, meant & 3, (meant & 4) != 0 ? "maak:z" : NULL);
          if (want->str[want->len - 1] == '\n')
            word += strspn (word, " ");
          for (const char *p = word; *p != '\0'; p++)
            {
              g_string_append_c (want, *p);
              g_array_append_val (flags, meant);
            }
        }
      g_strchomp (want->str);
      written = maak_prose_builder_end (builder);
      prose = maak_prose_new (written);
      if (compare_runs (want, flags, prose) > 0)
        {
          n_lost++;
          g_test_message ("flags lost in «%s»", written);
        }
    }
  g_test_message ("%u of 20000 lost bold or italic somewhere", n_lost);
  g_assert_cmpuint (n_lost, <, 200);
}

static void
test_editor_bold (void)
{
  static const struct
  {
    const char *before, *bold, *after, *want;
  } rows[] = {
    { "een ", "twee", " drie", "een **twee** drie" },
    { "een", " twee ", "drie", "een **twee** drie" },
    { "een ", "(twee)", "drie", "een (**twee**)drie" },
    { "", "twee.", " drie", "**twee.** drie" },
    { "", "twee.", "drie", "**twee**.drie" },
    { "", "   ", "drie", "drie" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MaakProseBuilder) builder = maak_prose_builder_new ();
      g_autofree char *got = NULL;

      maak_prose_builder_add (builder, rows[i].before, 0, NULL);
      maak_prose_builder_add (builder, rows[i].bold, MAAK_PROSE_BOLD, NULL);
      maak_prose_builder_add (builder, rows[i].after, 0, NULL);
      got = maak_prose_builder_end (builder);
      g_assert_cmpstr (got, ==, rows[i].want);
    }
}

static void
test_blocks (void)
{
  g_autoptr (MaakProseBuilder) builder = maak_prose_builder_new ();
  g_autofree char *got = NULL;

  maak_prose_builder_begin (builder, MAAK_PROSE_PARAGRAPH, 0, 0);
  maak_prose_builder_begin (builder, MAAK_PROSE_PARAGRAPH, 0, 0);
  maak_prose_builder_add (builder, "\n kop\r\nregel ", 0, NULL);
  maak_prose_builder_begin (builder, MAAK_PROSE_NUMBERED, 0, 0);
  maak_prose_builder_add (builder, "een", 0, "javascript:x");
  maak_prose_builder_begin (builder, MAAK_PROSE_NUMBERED, 1, 0);
  maak_prose_builder_add (builder, "twee", 0, NULL);
  maak_prose_builder_begin (builder, MAAK_PROSE_BULLET, 3, 0);
  maak_prose_builder_add (builder, "diep", 0, NULL);
  maak_prose_builder_begin (builder, MAAK_PROSE_PARAGRAPH, 7, 0);
  maak_prose_builder_add (builder, "bij diep", 0, NULL);
  got = maak_prose_builder_end (builder);
  g_assert_cmpstr (got, ==, "kop\\\nregel\n\n1. een\n2. twee\n   - - diep\n\n       bij diep");
}

/* A megabyte without a paragraph, with and without spaces: no words are lost, and no block is too long to be set. */
static void
test_long (void)
{
  static const char *const pieces[] = { "woord ", "é" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (MaakProseBuilder) builder = maak_prose_builder_new ();
      g_autofree char *written = NULL;
      g_autofree char *plain = NULL;
      g_autoptr (MaakProse) prose = NULL;
      gsize n_letters = 0;

      while (text->len < 1000000)
        g_string_append (text, pieces[i]);
      maak_prose_builder_add (builder, text->str, 0, NULL);
      written = maak_prose_builder_end (builder);
      prose = maak_prose_new (written);
      g_assert_cmpuint (maak_prose_get_n_blocks (prose), >, 20);
      for (guint k = 0; k < maak_prose_get_n_blocks (prose); k++)
        g_assert_cmpuint (strlen (maak_prose_get_block (prose, k)->runs[0].text), <, 50000);
      plain = maak_prose_dup_plain (prose);
      g_assert_true (g_utf8_validate (plain, -1, NULL));
      for (const char *p = plain; *p != '\0'; p++)
        n_letters += *p != ' ' && *p != '\n';
      for (const char *p = text->str; *p != '\0'; p++)
        n_letters -= *p != ' ';
      g_assert_cmpuint (n_letters, ==, 0);
    }
}

static void
test_escaped (void)
{
  g_autofree char *got = maak_prose_dup_escaped ("*a* [b](https://c/)");

  g_assert_cmpstr (got, ==, "\\*a\\* \\[b](https\\://c/)");
}

int
main (int   argc,
      char *argv[])
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/plan/prose-writer/canonical", cases, test_case);
  g_test_add_func ("/plan/prose-writer/random-letters", test_random_letters);
  g_test_add_func ("/plan/prose-writer/random-pieces", test_random_pieces);
  g_test_add_func ("/plan/prose-writer/random-runs", test_random_runs);
  g_test_add_func ("/plan/prose-writer/editor-bold", test_editor_bold);
  g_test_add_func ("/plan/prose-writer/blocks", test_blocks);
  g_test_add_func ("/plan/prose-writer/long", test_long);
  g_test_add_func ("/plan/prose-writer/escaped", test_escaped);
  return g_test_run ();
}
