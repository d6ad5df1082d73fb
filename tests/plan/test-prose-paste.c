/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What programs put on the clipboard, and the prose that comes of it. The HTML of the larger cases is as the program named
 * writes it, shortened. */

#include "maak-test.h"

#include "plan/maak-prose-paste.h"
#include "plan/maak-prose-writer.h"

typedef struct
{
  const char *name, *html, *want;
} Case;

#define WORD_ITEM(level, mark, words)                                                                                     \
  "<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level" level " lfo1'><![if !supportLists]>" \
  "<span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>" mark                   \
  "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>" words "<o:p></o:p></p>"

static const Case html_cases[] = {
  { "nothing", "", "" },
  { "words alone", "Een zin.", "Een zin." },
  { "paragraphs", "<p>Een.</p>\n<p>Twee.</p>", "Een.\n\nTwee." },
  { "white space", "<p>\n  Een\n\t zin. </p>", "Een zin." },
  { "no-break space", "<p>18,3&nbsp;%&nbsp; en&nbsp;</p>", "18,3\u00a0% en" },
  { "empty paragraphs", "<p>a</p><p>&nbsp;</p><p></p><p><br></p><p>b</p>", "a\n\nb" },
  { "bold and italic", "<p>a <b>b</b> <em>c</em> <strong><i>d</i></strong></p>", "a **b** *c* ***d***" },
  { "bold by style", "<p><span style=\"font-weight:700\">a</span> <span style='FONT-STYLE: Italic'>b</span></p>", "**a** *b*" },
  { "not bold by style", "<b style=\"font-weight:normal\"><p>a <span style=\"font-weight: 600\">b</span></p></b>", "a **b**" },
  { "bold across paragraphs", "<div style='font-weight:bold'><p>a</p><p>b</p></div>", "**a**\n\n**b**" },
  { "headings", "<h1>Kop</h1><p>a</p>", "**Kop**\n\na" },
  { "break", "<p>a<br>b</p>", "a\\\nb" },
  { "two breaks", "a<br><br>b", "a\n\nb" },
  { "link", "<p>zie <a href=\"https://www.cbs.nl/\">CBS</a>.</p>", "zie [CBS](https://www.cbs.nl/)." },
  { "bold in a link", "<a href='http://x/'>a <b>b</b></a>", "[a **b**](http://x/)" },
  { "space at the end of a link", "<a href='http://x/'>a </a>b", "[a](http://x/) b" },
  { "script link", "<a href='javascript:alert(1)'>a</a>", "a" },
  { "script link in disguise", "<a href=' JaVaScRiPt:alert(1)'>a</a>", "a" },
  { "data link", "<a href='data:text/html,x'>a</a>", "a" },
  { "link to a record", "<a href='maak:1'>a</a>", "a" },
  { "marks are words", "<p>2 * 3 **x** # y</p><p># kop</p>", "2 * 3 \\*\\*x\\*\\* # y\n\n\\# kop" },
  { "bullets", "<ul><li>a</li><li>b</li></ul>", "- a\n- b" },
  { "numbers", "<ol><li>a<li>b</ol>", "1. a\n2. b" },
  { "numbers from three", "<ol start=3><li>a</li><li>b</li></ol>", "3. a\n4. b" },
  { "nested", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c" },
  { "nested as some write it", "<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n  - b\n- c" },
  { "numbers in bullets", "<ul><li>a<ol><li>b</li></ol></li></ul>", "- a\n  1. b" },
  { "paragraphs in an item", "<ul><li><p>a</p><p>b</p></li></ul>", "- a\n\n  b" },
  { "item of no list", "<li>a</li><p>b</p>", "- a\n\nb" },
  { "list in a paragraph", "<p>a</p><ul><li><p>b</p></li></ul><p>c</p>", "a\n\n- b\n\nc" },
  { "two lists of numbers", "<ol><li>a</li></ol><ol><li>b</li></ol>", "1. a\n2. b" },
  { "table", "<table><tr><th>Jaar</th><th>Bedrag</th></tr><tr><td><p>2027</p></td><td>1,2&nbsp;mln</td></tr></table>", "**Jaar**\t**Bedrag**\\\n2027\t1,2\u00a0mln" },
  { "table with an empty corner", "<p>x</p><table><tbody><tr><td></td><td>a</td></tr><tr><td>b</td><td></td></tr></tbody></table><p>y</p>", "x\n\n–\ta\\\nb\n\ny" },
  { "table with breaks and lists", "<table><tr><td>a<br>b</td><td><ul><li>c</li><li>d</li></ul></td></tr></table>", "a b\tc d" },
  { "page laid out as a table", "<table><tr><td><p>a</p><p>b</p></td></tr></table>", "a\n\nb" },
  { "dropped", "<head><title>T</title><style>p{}</style></head><script>x</script><p>a<img src=x onerror=y alt=z></p><!-- c --><noscript>n</noscript><svg><text>s</text></svg>", "a" },
  { "hidden", "<p>a<span style='display:none'>b</span><span style='mso-hide:all'>c</span></p>", "a" },
  { "entities", "<p>R&amp;D &lt;b&gt; &euro;&nbsp;5 &#8217;</p>", "R&D \\<b> €\u00a05 ’" },
  { "preformatted", "<pre>a\n  b</pre>", "a\\\nb" },
  { "letters apart", "<p>e\u0301</p>", "é" },
  { "unclosed", "<p><b>a<ul><li>b", "**a**\n\n- **b**" },
  { "Word", "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta charset=utf-8><style><!-- /* p.MsoNormal {margin:0} */ --></style><!--[if gte mso 9]><xml>x</xml><![endif]--></head>"
            "<body lang=NL><!--StartFragment--><h2>Aanpak<o:p></o:p></h2><p class=MsoNormal>Wij <b style='mso-bidi-font-weight:normal'>kiezen</b><span\nstyle='mso-spacerun:yes'>  </span>voor:<o:p></o:p></p>" WORD_ITEM ("1", "·", "staal") WORD_ITEM ("2", "o", "groen <i>staal</i>") WORD_ITEM ("1", "·", "glas") "<p class=MsoNormal><o:p>&nbsp;</o:p></p>" WORD_ITEM ("1", "1.", "eerst") WORD_ITEM ("1", "2.", "dan") "<p class=MsoNormal>Slot.</p><!--EndFragment--></body></html>",
    "**Aanpak**\n\nWij **kiezen** voor:\n\n- staal\n  - groen *staal*\n- glas\n\n1. eerst\n2. dan\n\nSlot." },
  { "Word with letters", WORD_ITEM ("1", "a)", "eerst") WORD_ITEM ("1", "b)", "dan"), "1. eerst\n2. dan" },
  { "Word on the web", "<div class=\"ListContainerWrapper SCXW1\"><ul class=\"BulletListStyle1\"><li data-aria-level=\"1\"><p class=\"Paragraph\"><span><span>a</span></span><span>&nbsp;</span></p></li></ul></div>"
                       "<div class=\"ListContainerWrapper SCXW1\"><ul><li data-aria-level=\"2\"><p><span>b</span></p></li></ul></div>",
    "- a\n  - b" },
  { "LibreOffice", "<!DOCTYPE html><html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/><style type=\"text/css\">p { line-height: 115% }</style></head><body lang=\"nl-NL\"><p style=\"line-height: 100%; margin-bottom: 0cm\">\nEen <b>vette</b>\nzin</p>\n<ul>\n\t<li><p>\n\teen</p>\n\t<ul>\n\t\t<li><p>\n\t\ttwee</p>\n\t</ul>\n\t<li><p>\n\tdrie</p>\n</ul>\n</body></html>", "Een **vette** zin\n\n- een\n  - twee\n- drie" },
  { "Google Docs", "<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><p dir=\"ltr\"><span style=\"font-size:11pt;font-weight:400;white-space:pre-wrap;\">Een </span><span style=\"font-weight:700;font-style:italic\">zin</span></p><br /><ul style=\"margin-top:0\"><li dir=\"ltr\" style=\"list-style-type:disc\" aria-level=\"1\"><p dir=\"ltr\" role=\"presentation\"><span style=\"font-weight:400\">a</span></p></li><ul><li aria-level=\"2\"><p><span>b</span></p></li></ul></ul></b>", "Een ***zin***\n\n- a\n  - b" },
  { "Firefox", "<span>Uit </span><a href=\"https://www.cbs.nl/nl-nl\" class=\"x\">het\nbericht</a><span>.</span>", "Uit [het bericht](https://www.cbs.nl/nl-nl)." },
};

static void
test_html (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *got = maak_prose_from_html (row->html, strlen (row->html), &error);
  g_autoptr (MaakProse) prose = NULL;
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (got, ==, row->want);
  prose = maak_prose_new (got);
  again = maak_prose_dup_markdown (prose);
  g_assert_cmpstr (again, ==, got);
}

static const Case plain_cases[] = {
  { "nothing", "", "" },
  { "paragraphs", "Een.\n\nTwee.\n\n\n\nDrie.\n", "Een.\n\nTwee.\n\nDrie." },
  { "Windows", "Een.\r\n\r\nTwee.\r\nDrie.", "Een.\n\nTwee.\\\nDrie." },
  { "lines", "Gemeente Enschede\nPostbus 20", "Gemeente Enschede\\\nPostbus 20" },
  { "wrapped lines", "Dit is een zin die een mailprogramma afbreekt omdat hij te lang is voor\nde regel.", "Dit is een zin die een mailprogramma afbreekt omdat hij te lang is voor de regel." },
  { "bullets", "- een\n- twee\n\nslot", "- een\n- twee\n\nslot" },
  { "bullets of other kinds", "•\teen\n•\ttwee\no\tdiep", "- een\n- twee\n- diep" },
  { "nested", "- een\n  - twee\n    - drie\n- vier", "- een\n  - twee\n    - drie\n- vier" },
  { "numbers", "1. een\n2) twee", "1. een\n2. twee" },
  { "a year is no number", "2027. een", "2027\\. een" },
  { "minus is no bullet", "-5 graden", "-5 graden" },
  { "item over two lines", "- een\n  en meer\n- twee", "- een\\\n  en meer\n- twee" },
  { "blank lines between items", "- een\n\n- twee", "- een\n- twee" },
  { "marks are words", "**a** [b](https://c/)", "\\*\\*a\\*\\* \\[b](https\\://c/)" },
  { "html is words", "<b>a</b>", "\\<b>a\\</b>" },
  { "not valid", "a\xff b", "a\ufffd b" },
};

static void
test_plain (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *got = maak_prose_from_plain (row->html, strlen (row->html), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (got, ==, row->want);
}

static const char *const exported[] = {
  "Een **zin** en *nog* ***een***.\n\nTwee.",
  "a\\\nb",
  "zie [CBS](https://www.cbs.nl/?a=1&b=2)",
  "x\n\n- a\n  - b\n    1. c\n    2. d\n- e\n\ny",
  "3. drie\n4. vier",
  "- a\n\n  b\n- c",
  "1. a\n\n- b",
  "\\<b> & \"x\"",
};

/* What goes out comes back the same. */
static void
test_export (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (exported); i++)
    {
      g_autoptr (MaakProse) prose = maak_prose_new (exported[i]);
      g_autofree char *html = maak_prose_dup_html (prose);
      g_autofree char *back = maak_prose_from_html (html, strlen (html), NULL);

      g_assert_cmpstr (back, ==, exported[i]);
    }
}

static void
test_encodings (void)
{
  g_autoptr (GError) error = NULL;
  gsize            length;
  g_autofree char *wide = g_convert ("\ufeff<p>één</p>", -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_autofree char *from_wide = maak_prose_from_html (wide, length, &error);
  g_autofree char *from_page = maak_prose_from_html ("<p>\xe9\xe9n \x80</p>", strlen ("<p>\xe9\xe9n \x80</p>"), &error);
  g_autofree char *from_zero = maak_prose_from_html ("<p>a</p>\0\0", 10, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (from_wide, ==, "één");
  g_assert_cmpstr (from_page, ==, "één €");
  g_assert_cmpstr (from_zero, ==, "a");
}

static char *
repeat (const char *piece,
        gsize       n)
{
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    g_string_append (out, piece);
  return g_string_free_and_steal (out);
}

/* Deep, long, unclosed: an answer, or a sentence. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *piece;
    gsize       n;
    gboolean    fails;
  } rows[] = {
    { "<div>", 100000, TRUE },
    { "<ul><li>", 5000, TRUE },
    { "<b>", 1000, TRUE },
    { "<p>woord ", 100000, FALSE },
    { "<p", 100000, FALSE },
    { "&lt;", 100000, FALSE },
    { "<!--", 100000, FALSE },
    { "<![", 100000, FALSE },
    { "<a href='https://x/'>", 200, FALSE },
    { "een woord, ", 90000, FALSE },
    { "een woord, ", 200000, TRUE },
    { "<p>x</p>", 1100000, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *html = repeat (rows[i].piece, rows[i].n);
      g_autoptr (GError) error = NULL;
      g_test_timer_start ();
      g_autofree char *got = maak_prose_from_html (html, strlen (html), &error);
      g_test_timer_elapsed ();

      if (got == NULL)
        maak_test_assert_worded (error);
      g_test_message ("%f %s: %s", g_test_timer_elapsed (), rows[i].piece, got == NULL ? "refused" : "read");
      g_assert_cmpint (got == NULL, ==, rows[i].fails);
    }
}

static void
test_hostile_plain (void)
{
  g_autofree char *long_text = repeat ("een woord, ", 200000);
  g_autofree char *deep = repeat ("- ", 100000);
  g_autoptr (GError) error = NULL;
  g_autofree char *got = maak_prose_from_plain (long_text, strlen (long_text), &error);

  g_assert_null (got);
  maak_test_assert_worded (error);
  got = maak_prose_from_plain (deep, strlen (deep), NULL);
  g_assert_nonnull (got);
}

static void
test_random (void)
{
  static const char *const pieces[] = { "<p>", "</p>", "<b>", "</b>", "<ul>", "</ul>", "<li>", "</li>", "<ol start=9>", "<table>", "<tr>", "<td>", "</table>", "woord", " ", "&nbsp;", "<br>", "<a href='https://x/'>", "</a>",
                                        "<p style='mso-list:l0 level3'>", "<span style='mso-list:Ignore'>1.", "</span>", "<pre>", "\n", "<!--", "-->", "<", "&#0;", "\xff" };

  for (int round = 0; round < 5000; round++)
    {
      g_autoptr (GString) html = g_string_new (NULL);
      g_autofree char *got = NULL;
      g_autoptr (MaakProse) prose = NULL;

      for (int i = g_test_rand_int_range (0, 30); i > 0; i--)
        g_string_append (html, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      got = maak_prose_from_html (html->str, html->len, NULL);
      g_assert_nonnull (got);
      g_assert_true (g_utf8_validate (got, -1, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/plan/prose-paste/html", html_cases, test_html);
  MAAK_TEST_TABLE ("/plan/prose-paste/plain", plain_cases, test_plain);
  g_test_add_func ("/plan/prose-paste/export", test_export);
  g_test_add_func ("/plan/prose-paste/encodings", test_encodings);
  g_test_add_func ("/plan/prose-paste/hostile", test_hostile);
  g_test_add_func ("/plan/prose-paste/hostile-plain", test_hostile_plain);
  g_test_add_func ("/plan/prose-paste/random", test_random);
  return g_test_run ();
}
