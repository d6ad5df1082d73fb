/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "maak-test.h"
#include "report/maak-block.h"
#include "report/maak-prose-blocks.h"

/* Headings of a case: their levels; "u" behind one: not numbered. */
typedef struct
{
  const char *name;
  const char *levels;
  const char *numbers;
} NumberCase;

static void
test_number (gconstpointer data)
{
  const NumberCase *row = data;
  g_auto (GStrv) levels = g_strsplit (row->levels, " ", -1);
  g_autoptr (MaakBlock) root = maak_block_new (MAAK_BLOCK_GROUP);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; levels[i] != NULL; i++)
    maak_block_append (root, maak_block_new_heading ((guint) (levels[i][0] - '0'), levels[i][1] != 'u', "x"));
  maak_block_number (root, MAAK_LANGUAGE_NL);
  for (guint i = 0; i < root->children->len; i++)
    {
      MaakBlock *heading = g_ptr_array_index (root->children, i);

      g_string_append_printf (numbers, "%s%s", i > 0 ? " " : "", heading->number != NULL ? heading->number : "-");
    }
  g_assert_cmpstr (numbers->str, ==, row->numbers);
}

static const NumberCase number_cases[] = {
  { "chapters", "1 1 1", "1 2 3" },
  { "sections", "1 2 2 3 3 2", "1 1.1 1.2 1.2.1 1.2.2 1.3" },
  { "begin-again", "1 2 1 2 3", "1 1.1 2 2.1 2.1.1" },
  { "unnumbered-do-not-count", "1 2u 2 3u 2", "1 - 1.1 - 1.2" },
  { "deeper-than-three-have-none", "1 2 3 4 5 3", "1 1.1 1.1.1 - - 1.1.2" },
};

static MaakBlock *
make_captioned (MaakBlockKind kind)
{
  MaakBlock *block = maak_block_new (kind);

  block->captioned = TRUE;
  return block;
}

static void
test_captions (gconstpointer data)
{
  MaakLanguage language = GPOINTER_TO_INT (data) ? MAAK_LANGUAGE_EN : MAAK_LANGUAGE_NL;
  g_autoptr (MaakBlock) root = maak_block_new (MAAK_BLOCK_GROUP);
  MaakBlock *table = maak_block_append (root, make_captioned (MAAK_BLOCK_TABLE));
  MaakBlock *plain = maak_block_append (root, maak_block_new (MAAK_BLOCK_TABLE));
  MaakBlock *inner = maak_block_append (root, maak_block_new (MAAK_BLOCK_GROUP));
  MaakBlock *second = maak_block_append (inner, make_captioned (MAAK_BLOCK_TABLE));

  maak_block_number (root, language);
  g_assert_cmpstr (table->number, ==, language == MAAK_LANGUAGE_NL ? "Tabel 1" : "Table 1");
  g_assert_null (plain->number);
  g_assert_cmpstr (second->number, ==, language == MAAK_LANGUAGE_NL ? "Tabel 2" : "Table 2");
}

static void
test_dead_links (void)
{
  g_autoptr (MaakBlock) root = maak_block_new (MAAK_BLOCK_GROUP);
  MaakBlock *heading = maak_block_append (root, maak_block_new_heading (1, TRUE, "x"));
  MaakRuns  *runs = maak_runs_new (NULL);

  heading->anchor = g_strdup ("here");
  maak_runs_append_link (runs, "a", 0, "#here");
  maak_runs_append_link (runs, "b", 0, "#nowhere");
  maak_runs_append_link (runs, "c", 0, "https://example.org/");
  maak_block_append (root, maak_block_new_paragraph (MAAK_STYLE_BODY, runs));
  maak_block_drop_dead_links (root);
  g_assert_cmpstr (runs->text->str, ==, "abc");
  g_assert_cmpstr (g_array_index (runs->spans, MaakSpan, 0).link, ==, "#here");
  g_assert_null (g_array_index (runs->spans, MaakSpan, 1).link);
  g_assert_cmpstr (g_array_index (runs->spans, MaakSpan, 2).link, ==, "https://example.org/");
}

static void
link_cb (MaakRuns *runs, const char *target, const MaakRuns *words, gpointer data)
{
  maak_runs_append (runs, "<", 0);
  maak_runs_append_runs (runs, words, 0);
  maak_runs_append (runs, ">", 0);
}

static void
describe (const MaakBlock *block, GString *out)
{
  static const char *const marks[] = { [MAAK_BLOCK_GROUP] = "", [MAAK_BLOCK_LIST] = "L", [MAAK_BLOCK_ITEM] = "i" };

  if (block->kind == MAAK_BLOCK_PARAGRAPH)
    {
      g_string_append (out, block->runs->text->str);
      for (guint i = 0; i < block->runs->spans->len; i++)
        g_string_append_printf (out, "|%u-%u:%u", g_array_index (block->runs->spans, MaakSpan, i).start, g_array_index (block->runs->spans, MaakSpan, i).end, g_array_index (block->runs->spans, MaakSpan, i).flags);
      return;
    }
  g_string_append_printf (out, "%s%s(", marks[block->kind], block->numbered ? "#" : "");
  for (guint i = 0; i < block->children->len; i++)
    {
      g_string_append (out, i > 0 ? " " : "");
      describe (g_ptr_array_index (block->children, i), out);
    }
  g_string_append (out, ")");
}

typedef struct
{
  const char *name;
  const char *markdown;
  const char *blocks;
  const char *flat;
} ProseCase;

static void
test_prose (gconstpointer data)
{
  const ProseCase *row = data;
  g_autoptr (MaakBlock) prose = maak_prose_make_blocks (row->markdown, MAAK_STYLE_BODY, link_cb, NULL);
  g_autoptr (MaakRuns) flat = maak_prose_flatten (prose);
  g_autoptr (GString) blocks = g_string_new (NULL);

  describe (prose, blocks);
  g_assert_cmpstr (blocks->str, ==, row->blocks);
  g_assert_cmpstr (flat->text->str, ==, row->flat);
}

static const ProseCase prose_cases[] = {
  { "empty", "", "()", "" },
  { "paragraphs", "een\n\ntwee", "(een twee)", "een\ntwee" },
  { "emphasis", "a **b** *c*", "(a b c|2-3:1|4-5:2)", "a b c" },
  { "list", "a\n\n- b\n- c", "(a L(i(b) i(c)))", "a\n\u2022 b\n\u2022 c" },
  { "numbered", "1. b\n2. c", "(L#(i(b) i(c)))", "1. b\n2. c" },
  { "nested", "- a\n  - b\n- c", "(L(i(a L(i(b))) i(c)))", "\u2022 a\n\u2022 b\n\u2022 c" },
  { "list-then-paragraph", "- a\n\nb", "(L(i(a)) b)", "\u2022 a\nb" },
  { "two-lists", "- a\n\n1. b", "(L(i(a)) L#(i(b)))", "\u2022 a\n1. b" },
  { "link", "zie [hier](https://example.org/) nu", "(zie <hier> nu)", "zie <hier> nu" },
  { "link-of-two-emphases", "[a **b**](maak:x)", "(<a b>|3-4:1)", "<a b>" },
  { "two-links", "[a](maak:x)[b](maak:y)", "(<a><b>)", "<a><b>" },
};

static void
test_runs (void)
{
  g_autoptr (MaakRuns) runs = maak_runs_new ("a");
  g_autoptr (MaakRuns) copy = NULL;

  maak_runs_append (runs, "b", MAAK_RUN_BOLD);
  maak_runs_append (runs, "", MAAK_RUN_BOLD);
  maak_runs_append (runs, "c", 0);
  copy = maak_runs_copy (runs);
  maak_runs_append_runs (copy, runs, MAAK_RUN_ITALIC);
  g_assert_cmpstr (copy->text->str, ==, "abcabc");
  g_assert_cmpuint (copy->spans->len, ==, 4);
  g_assert_cmpuint (g_array_index (copy->spans, MaakSpan, 0).flags, ==, MAAK_RUN_BOLD);
  g_assert_cmpuint (g_array_index (copy->spans, MaakSpan, 1).flags, ==, MAAK_RUN_ITALIC);
  g_assert_cmpuint (g_array_index (copy->spans, MaakSpan, 2).flags, ==, MAAK_RUN_BOLD | MAAK_RUN_ITALIC);
}

/* Every colour that letters are set in can be read on paper and on tint (WCAG 2.1, 1.4.3). */
static void
test_contrast (void)
{
  const MaakHouseStyle *style = maak_house_style_get ();
  const guint           colors[] = { style->ink, style->accent, style->muted };

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      g_assert_cmpfloat (maak_color_get_contrast (MAAK_COLOR_HEX (colors[i]), MAAK_COLOR_HEX (style->paper)), >=, 4.5);
      g_assert_cmpfloat (maak_color_get_contrast (MAAK_COLOR_HEX (colors[i]), MAAK_COLOR_HEX (style->tint)), >=, 4.5);
    }
  for (guint i = 0; i < MAAK_N_STYLES; i++)
    g_assert_cmpfloat (maak_color_get_contrast (MAAK_COLOR_HEX (style->styles[i].color), MAAK_COLOR_HEX (style->tint)), >=, 4.5);
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/report/number", number_cases, test_number);
  g_test_add_data_func ("/report/captions/nl", GINT_TO_POINTER (0), test_captions);
  g_test_add_data_func ("/report/captions/en", GINT_TO_POINTER (1), test_captions);
  g_test_add_func ("/report/dead-links", test_dead_links);
  MAAK_TEST_TABLE ("/report/prose", prose_cases, test_prose);
  g_test_add_func ("/report/runs", test_runs);
  g_test_add_func ("/report/contrast", test_contrast);
  return g_test_run ();
}
