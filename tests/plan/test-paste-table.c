/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Cells from a spreadsheet: read from text and from HTML, pasted into a list as a whole or not at all, and copied. */

#include "plan-fixture.h"

#include "plan/maak-paste-table.h"

static MaakLibrary *library;

/* "a|b/c|d": rows and cells. */
static char *
dump_grid (MaakGrid *grid)
{
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < maak_grid_get_n_rows (grid); row++)
    {
      for (guint column = 0; column < maak_grid_get_n_columns (grid); column++)
        g_string_append_printf (out, "%s%s", column > 0 ? "|" : row > 0 ? "/"
                                                                        : "",
                                maak_grid_get (grid, row, column));
    }
  return g_string_free_and_steal (out);
}

static const struct
{
  const char *name, *text, *cells;
} text_cases[] = {
  { "nothing", "", "" },
  { "one cell", "a", "a" },
  { "rows and columns", "a\tb\nc\td\n", "a|b/c|d" },
  { "Windows", "a\tb\r\nc\td\r\n", "a|b/c|d" },
  { "empty cells", "\ta\n\t\n", "|a/|" },
  { "rows of other lengths", "a\nb\tc\n", "a|/b|c" },
  { "quoted", "\"a\tb\"\t\"c\nd\"\n", "a\tb|c\nd" },
  { "quotes in quotes", "\"zeg \"\"ja\"\"\"\tb", "zeg \"ja\"|b" },
  { "a quote that is none", "\"Staal\" voor de regio\tb", "\"Staal\" voor de regio|b" },
  { "a quote that is not closed", "\"a\tb\nc", "\"a|b/c|" },
  { "inches", "5\" buis\tb", "5\" buis|b" },
  { "trimmed", " a \t b", "a|b" },
  { "blank row between", "a\n\nb", "a//b" },
};

static void
test_text (gconstpointer data)
{
  const typeof (text_cases[0]) *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakGrid) grid = maak_grid_new_from_text (row->text, strlen (row->text), &error);
  g_autoptr (MaakGrid) again = NULL;
  g_autofree char *got = NULL;
  g_autofree char *text = NULL;
  g_autofree char *twice = NULL;

  g_assert_no_error (error);
  got = dump_grid (grid);
  g_assert_cmpstr (got, ==, row->cells);
  text = maak_grid_dup_text (grid);
  again = maak_grid_new_from_text (text, strlen (text), NULL);
  twice = dump_grid (again);
  g_assert_cmpstr (twice, ==, got);
}

static const struct
{
  const char *name, *html, *cells; /* NULL: refused */
} html_cases[] = {
  { "no table", "<p>a</p>", NULL },
  { "table", "<table><tr><td>a</td><td>b</td></tr><tr><td>c<td>d</table>", "a|b/c|d" },
  { "head and body", "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>", "a/1" },
  { "first of two", "<p>x</p><table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>", "a" },
  { "over columns", "<table><tr><td colspan=2>a</td><td>b</td></tr><tr><td>c</td><td>d</td><td>e</td></tr></table>", "a||b/c|d|e" },
  { "over rows", "<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>", "a|b/|c/d|e" },
  { "breaks and marks", "<table><tr><td> a<br>b </td><td><b>c</b>\n d</td></tr></table>", "a\nb|c d" },
  { "huge spans", "<table><tr><td colspan=999999 rowspan=-3>a</td></tr></table>", "a|||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||||" },
  { "Excel", "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><style>td{}</style></head><body><table border=0><col width=64><!--StartFragment--><tr height=20><td class=xl65 align=right x:num>2027</td><td>\xe2\x82\xac 1.200</td></tr><!--EndFragment--></table></body></html>", "2027|€ 1.200" },
};

static void
test_html (gconstpointer data)
{
  const typeof (html_cases[0]) *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakGrid) grid = maak_grid_new_from_html (row->html, strlen (row->html), &error);
  g_autofree char *got = NULL;

  if (row->cells == NULL)
    {
      g_assert_null (grid);
      maak_test_assert_worded (error);
      return;
    }
  g_assert_no_error (error);
  got = dump_grid (grid);
  g_assert_cmpstr (got, ==, row->cells);
}

/* --- Pasting --- */

/* The sheet of the cases: name, cost, ratio, colour, owner, links, story, double (computed), budget of two years. */
static const MaakSheetColumn *
get_columns (guint *n)
{
  static MaakSheetColumn columns[10];
  static const char     *ids[] = { "name", "cost", "ratio", "colour", "owner", "links", "story", "double", "budget", "budget" };
  const MaakTemplate    *item = maak_library_lookup (library, "item");

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    columns[i] = (MaakSheetColumn) { maak_template_lookup_field (item, ids[i]), i < 8 ? 0 : 2027 + (int) i - 8 };
  *n = G_N_ELEMENTS (ids);
  return columns;
}

static const struct
{
  const char *name;
  guint       row, column;
  const char *cells;
  const char *items;  /* afterwards; NULL: refused */
  const char *reason; /* what the sentence says, in English */
} paste_cases[] = {
  { "one cell", 0, 1, "1.200", "{'id':'i','name':'A','story':{'nl':'**vet**'},'cost':1200},{'id':'j','name':'B'}", NULL },
  { "a block", 0, 0, "X\t1\t0,25\trood, diep\nY\t2\t\tBlauw", "{'id':'i','name':'X','story':{'nl':'**vet**'},'ratio':0.25,'cost':1,'colour':'red'},{'id':'j','name':'Y','cost':2,'colour':'blue'}", NULL },
  { "one row more", 1, 0, "Y\t2\nZ\t3\n\n", "{'id':'i','name':'A','story':{'nl':'**vet**'},'cost':5},{'id':'j','name':'Y','cost':2},{'id':'?','name':'Z','cost':3}", NULL },
  { "blank rows at the end", 2, 0, "\t\n\t\n", "{'id':'i','name':'A','story':{'nl':'**vet**'},'cost':5},{'id':'j','name':'B'}", NULL },
  { "a blank cell empties", 0, 0, "A\t", "{'id':'i','name':'A','story':{'nl':'**vet**'}},{'id':'j','name':'B'}", NULL },
  { "bookkeepers", 0, 1, "(1.200)\n€ -", "{'id':'i','name':'A','story':{'nl':'**vet**'},'cost':-1200},{'id':'j','name':'B'}", NULL },
  { "by name", 0, 4, "tata steel", "{'id':'i','name':'A','story':{'nl':'**vet**'},'cost':5,'owner':'t'},{'id':'j','name':'B'}", NULL },
  { "several by name", 0, 5, "B; Tata Steel", "{'id':'i','name':'A','story':{'nl':'**vet**'},'cost':5,'links':['j','t']},{'id':'j','name':'B'}", NULL },
  { "unknown name", 0, 4, "Hoogovens", NULL, "column \"Trekker\": \"Hoogovens\" is not in the plan." },
  { "name of two", 0, 4, "Twee", NULL, "\"Twee\" is in the plan more than once." },
  { "prose that says the same", 0, 6, "vet", "{'id':'i','name':'A','story':{'nl':'**vet**'},'cost':5},{'id':'j','name':'B'}", NULL },
  { "prose", 0, 6, "een * twee", "{'id':'i','name':'A','story':{'nl':'een * twee'},'cost':5},{'id':'j','name':'B'}", NULL },
  { "computed is passed over", 0, 6, "a\t99\t7", "{'id':'i','name':'A','story':{'nl':'a'},'cost':5,'budget':{'2027':7}},{'id':'j','name':'B'}", NULL },
  { "years", 0, 8, "1\t2", "{'id':'i','name':'A','story':{'nl':'**vet**'},'cost':5,'budget':{'2027':1,'2028':2}},{'id':'j','name':'B'}", NULL },
  { "breaks in a line", 0, 0, "\"a\nb\"", "{'id':'i','name':'a b','story':{'nl':'**vet**'},'cost':5},{'id':'j','name':'B'}", NULL },
  { "headings in another order", 0, 3, "2028\tKosten\tNaam\n7\t8\tX", "{'id':'i','name':'X','story':{'nl':'**vet**'},'cost':8,'budget':{'2028':7}},{'id':'j','name':'B'}", NULL },
  { "headings in English", 0, 0, "name\tCOST\nX\t8", "{'id':'i','name':'X','story':{'nl':'**vet**'},'cost':8},{'id':'j','name':'B'}", NULL },
  { "headings of years alone", 0, 0, "2027\t2028\n7\t8", "{'id':'i','name':'A','story':{'nl':'**vet**'},'cost':5,'budget':{'2027':7,'2028':8}},{'id':'j','name':'B'}", NULL },
  { "a year that is an amount", 0, 1, "2027", "{'id':'i','name':'A','story':{'nl':'**vet**'},'cost':2027},{'id':'j','name':'B'}", NULL },
  { "totals and computed columns", 0, 0, "Naam\tDubbel\t2027\tTotaal\nX\t1\t2\t3", "{'id':'i','name':'X','story':{'nl':'**vet**'},'cost':5,'budget':{'2027':2}},{'id':'j','name':'B'}", NULL },
  { "a heading that is not here", 0, 0, "Naam\tPrijs\nX\t1", NULL, "The column \"Prijs\" is not in this list." },
  { "a heading that is missing", 0, 0, "Naam\t\nX\t1", NULL, "Column 2 has no heading." },
  { "a heading twice", 0, 0, "Naam\tName\nX\tY", NULL, "The column \"Name\" is there twice." },
  { "a year outside", 0, 0, "Naam\t2035\nX\t5", NULL, "Row 2, column \"Begroting 2035\": 2035 is outside the years" },
  { "too many columns", 0, 9, "1\t2", NULL, "has 2 columns and 1 fit here" },
  { "blank columns beyond", 0, 9, "1\t\n\t", "{'id':'i','name':'A','story':{'nl':'**vet**'},'cost':5,'budget':{'2028':1}},{'id':'j','name':'B'}", NULL },
  { "a bad cell", 0, 0, "X\t1\nY\tveel", NULL, "Nothing was pasted. Row 2, column \"Kosten\": \"veel\" is not a sum" },
  { "a bad cell in a new row", 2, 0, "Y\tveel", NULL, "Row 1, column \"Kosten\"" },
  { "cents", 0, 1, "1.200,50", NULL, "column \"Kosten\"" },
  { "an unknown term", 0, 3, "paars", NULL, "column \"Kleur\"" },
  { "other signs", 0, 2, "0.25", NULL, "column \"Verhouding\"" },
};

static MaakPlan *
load (void)
{
  g_autofree char *json = g_strdup ("{'id':'p','term':{'start':'2027-01-01','end':'2028-12-31'},'items':[{'id':'i','name':'A','story':{'nl':'**vet**'},'cost':5},{'id':'j','name':'B'}],"
                                    "'parties':[{'id':'t','name':'Tata Steel'},{'id':'u','name':'Twee'},{'id':'v','name':'Twee'}]}");

  g_strdelimit (json, "'", '"');
  return fixture_plan (library, json);
}

static MaakSheet
make_sheet (MaakPlan *plan)
{
  guint                  n;
  const MaakSheetColumn *columns = get_columns (&n);
  MaakRecord            *root = maak_plan_get_root (plan);

  return (MaakSheet) { root, maak_template_lookup_field (maak_record_get_template (root), "items"), columns, n, MAAK_LANGUAGE_NL, MAAK_LANGUAGE_NL };
}

/* The items as one line; ids that were made anew are "?". */
static char *
write_items (MaakPlan *plan)
{
  g_autofree char *json = g_strdelimit (fixture_write_squeezed (plan), "\"", '\'');
  const char      *start = strstr (json, "'items':[") + strlen ("'items':["), *end = strstr (start, "],'parties'");
  g_autofree char *items = g_strndup (start, (gsize) (end - start));
  g_autoptr (GRegex) uuid = g_regex_new ("[0-9a-f]{8}-[0-9a-f-]{27}", 0, 0, NULL);

  return g_regex_replace_literal (uuid, items, -1, 0, "?", 0, NULL);
}

static void
test_paste (gconstpointer data)
{
  const typeof (paste_cases[0]) *row = data;
  g_autoptr (MaakPlan) plan = load ();
  MaakSheet sheet = make_sheet (plan);
  g_autoptr (MaakGrid) grid = maak_grid_new_from_text (row->cells, strlen (row->cells), NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_write (plan);
  gboolean         good = maak_plan_paste_table (plan, &sheet, row->row, row->column, grid, problems, &error);
  g_autofree char *after = fixture_write (plan);
  g_autofree char *undone = NULL;

  if (row->items == NULL)
    {
      g_autofree char *said = NULL;

      g_assert_false (good);
      maak_test_assert_worded (error);
      said = maak_error_dup_wording (error, MAAK_LANGUAGE_EN);
      if (strstr (said, row->reason) == NULL)
        g_assert_cmpstr (said, ==, row->reason);
      g_assert_cmpuint (problems->len, >, 0);
      g_assert_cmpstr (after, ==, before);
      g_assert_false (maak_plan_can_undo (plan));
      return;
    }
  g_assert_no_error (error);
  g_assert_true (good);
  {
    g_autofree char *items = write_items (plan);

    g_assert_cmpstr (items, ==, row->items);
  }
  if (strcmp (before, after) == 0)
    return;
  g_assert_true (maak_plan_undo (plan));
  undone = fixture_write (plan);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (maak_plan_can_undo (plan));
}

static const struct
{
  const char *name, *cells;
  guint       n;
  const char *said;
} problem_cases[] = {
  { "one", "X\tveel", 1, "Er is niets geplakt. Rij 1, kolom \"Kosten\": \"veel\" is geen bedrag in hele euro's. Schrijf bijvoorbeeld 1.250.000." },
  { "two", "X\tveel\nY\tmeer", 2,
    "Er is niets geplakt. Dit klopt nog niet:\n"
    "• Rij 1, kolom \"Kosten\": \"veel\" is geen bedrag in hele euro's. Schrijf bijvoorbeeld 1.250.000.\n"
    "• Rij 2, kolom \"Kosten\": \"meer\" is geen bedrag in hele euro's. Schrijf bijvoorbeeld 1.250.000." },
  { "headings too", "Naam\tPrijs\tName\nX\t1\tY", 2,
    "Er is niets geplakt. Dit klopt nog niet:\n"
    "• De kolom \"Prijs\" staat niet in deze lijst. Laat haar weg of geef haar een kop uit de lijst.\n"
    "• De kolom \"Name\" staat er twee keer. Laat er een weg." },
  { "six", "1\ta\n2\tb\n3\tc\n4\td\n5\te\n6\tf", 6, "En nog 2." },
  { "more than are kept", "1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n1\ta\n", 20, "En nog 20." },
};

/* All that is wrong is told at once: the first in words, the others as a number. */
static void
test_problems (gconstpointer data)
{
  const typeof (problem_cases[0]) *row = data;
  g_autoptr (MaakPlan) plan = load ();
  MaakSheet sheet = make_sheet (plan);
  g_autoptr (MaakGrid) grid = maak_grid_new_from_text (row->cells, strlen (row->cells), NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  g_assert_false (maak_plan_paste_table (plan, &sheet, 0, 0, grid, problems, &error));
  maak_test_assert_worded (error);
  said = maak_error_dup_wording (error, MAAK_LANGUAGE_NL);
  g_assert_cmpuint (problems->len, ==, row->n);
  if (!g_str_has_suffix (said, row->said))
    g_assert_cmpstr (said, ==, row->said);
}

static void
test_all_problems (void)
{
  g_autoptr (MaakPlan) plan = load ();
  MaakSheet sheet = make_sheet (plan);
  g_autoptr (MaakGrid) grid = maak_grid_new_from_text ("X\tveel\nY\tmeer", strlen ("X\tveel\nY\tmeer"), NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  g_assert_false (maak_plan_paste_table (plan, &sheet, 0, 0, grid, problems, NULL));
  g_assert_cmpuint (problems->len, ==, 2);
  maak_plan_set_read_only (plan, TRUE);
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (maak_plan_paste_table (plan, &sheet, 0, 0, grid, NULL, &error));
    g_assert_error (error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_READ_ONLY);
  }
}

/* What is copied can be pasted over itself, and changes nothing. */
static void
test_copy (void)
{
  g_autoptr (MaakPlan) plan = load ();
  MaakSheet         sheet = make_sheet (plan);
  static const char cells[] = "X\t1200\t0,25\tblauw\tTata Steel\tB; Twee lijnen\teen\t\t7\t8";
  g_autoptr (MaakGrid) grid = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  grid = maak_grid_new_from_text (cells, strlen (cells), NULL);
  g_assert_false (maak_plan_paste_table (plan, &sheet, 0, 0, grid, NULL, NULL));
  g_clear_pointer (&grid, maak_grid_free);
  grid = maak_grid_new_from_text ("X\t1200\t0,25\tblauw\tTata Steel\tB\teen\t\t7\t8", strlen ("X\t1200\t0,25\tblauw\tTata Steel\tB\teen\t\t7\t8"), NULL);
  maak_plan_paste_table (plan, &sheet, 0, 0, grid, NULL, &error);
  g_assert_no_error (error);
  text = maak_plan_dup_table (plan, &sheet, 0, 99, TRUE);
  g_assert_cmpstr (text, ==, "Naam\tKosten\tVerhouding\tKleur\tTrekker\tVerwijzingen\tVerhaal\tDubbel\t2027\t2028\nX\t1200\t0,25\tBlauw\tTata Steel\tB\teen\t\t7\t8\nB\t\t\t\t\t\t\t\t\t\n");
  before = fixture_write (plan);
  g_clear_pointer (&grid, maak_grid_free);
  grid = maak_grid_new_from_text (text, strlen (text), NULL);
  maak_plan_paste_table (plan, &sheet, 0, 0, grid, NULL, &error);
  g_assert_no_error (error);
  after = fixture_write (plan);
  g_assert_cmpstr (after, ==, before);
}

/* The budget of a shipped proposal: its years are those of the proposal's term, also while it has no line. */
static void
test_shipped_budget (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakLibrary) shipped = maak_library_new (NULL, NULL, &error);
  g_autoptr (MaakPlan) plan = fixture_plan (shipped, "{\"id\":\"p\",\"proposals\":[{\"id\":\"x\",\"template\":\"groeifonds\",\"term\":{\"start\":\"2027-01-01\",\"end\":\"2029-12-31\"}}]}");
  MaakRecord      *proposal = maak_plan_lookup (plan, "x");
  const MaakField *budget = maak_template_lookup_role (maak_record_get_template (proposal), MAAK_ROLE_BUDGET);
  g_autoptr (GArray) columns = maak_sheet_columns_new (plan, proposal, budget);
  MaakSheet sheet = { proposal, budget, (const MaakSheetColumn *) (gpointer) columns->data, columns->len, MAAK_LANGUAGE_NL, MAAK_LANGUAGE_NL };
  g_autoptr (MaakGrid) grid = NULL;
  g_autofree char  *first = NULL;
  g_autofree char  *copied = NULL;
  guint             n_years = 0;
  static const char cells[] = "Omschrijving\t2027\t2028\tTotaal\nBouw\t1.000.000\t250.000\t1.250.000\nBeheer\t\t50.000\t50.000\n";

  for (guint i = 0; i < columns->len; i++)
    n_years += sheet.columns[i].year != 0;
  g_assert_cmpuint (n_years, ==, 3);
  first = maak_sheet_dup_label (&sheet, columns->len - 1, MAAK_LANGUAGE_NL);
  g_test_message ("%s", first);
  grid = maak_grid_new_from_text (cells, strlen (cells), NULL);
  if (!maak_plan_paste_table (plan, &sheet, 0, 0, grid, NULL, &error))
    g_test_message ("%s", maak_error_dup_wording (error, MAAK_LANGUAGE_NL));
  g_assert_no_error (error);
  copied = maak_plan_dup_table (plan, &sheet, 0, 99, FALSE);
  g_assert_nonnull (strstr (copied, "1000000\t250000"));
  g_assert_nonnull (strstr (copied, "\t50000"));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  maak_test_init (&argc, &argv);
  library = fixture_library ();
  MAAK_TEST_TABLE ("/plan/paste-table/text", text_cases, test_text);
  MAAK_TEST_TABLE ("/plan/paste-table/html", html_cases, test_html);
  MAAK_TEST_TABLE ("/plan/paste-table/paste", paste_cases, test_paste);
  MAAK_TEST_TABLE ("/plan/paste-table/problems", problem_cases, test_problems);
  g_test_add_func ("/plan/paste-table/all-problems", test_all_problems);
  g_test_add_func ("/plan/paste-table/copy", test_copy);
  g_test_add_func ("/plan/paste-table/shipped-budget", test_shipped_budget);
  result = g_test_run ();
  g_clear_object (&library);
  return result;
}
