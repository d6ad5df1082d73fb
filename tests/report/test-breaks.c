/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "maak-test.h"
#include "report/maak-breaks.h"

/* Slices of a case are written as words: "10" a height; after it any of "k" kept with the next, "b5" space before, "o"
 * opens a page, "r4" repeated head, "s3" may shrink. The page is 100 high. What is expected is the page of each slice. */
typedef struct
{
  const char *name;
  const char *slices;
  const char *pages;
  const char *places; /* y of each, rounded; NULL: not looked at */
  double      stretch;
} Case;

static void
read_slice (const char *word, MaakSlice *slice)
{
  char *at;

  *slice = (MaakSlice) { .height = g_ascii_strtod (word, &at) };
  while (*at != '\0')
    {
      char letter = *at++;

      if (letter == 'k')
        slice->keep = TRUE;
      else if (letter == 'o')
        slice->opens = TRUE;
      else if (letter == 'b')
        slice->before = g_ascii_strtod (at, &at);
      else if (letter == 'r')
        slice->repeat = g_ascii_strtod (at, &at);
      else if (letter == 's')
        slice->shrink = g_ascii_strtod (at, &at);
      else
        g_assert_not_reached ();
    }
}

static void
test_place (gconstpointer data)
{
  const Case *row = data;
  g_auto (GStrv) words = g_strsplit (row->slices, " ", -1);
  guint                       n = *row->slices != '\0' ? g_strv_length (words) : 0;
  g_autofree MaakSlice       *slices = g_new0 (MaakSlice, n + 1);
  g_autofree MaakPlacedSlice *placed = g_new0 (MaakPlacedSlice, n + 1);
  g_autoptr (GString) pages = g_string_new (NULL), places = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    read_slice (words[i], &slices[i]);
  guint n_pages = maak_breaks_place (slices, n, 100, row->stretch, placed);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (pages, i > 0 ? " %u" : "%u", placed[i].page);
      g_string_append_printf (places, i > 0 ? " %.0f" : "%.0f", placed[i].y);
    }
  g_assert_cmpstr (pages->str, ==, row->pages);
  g_assert_cmpuint (n_pages, ==, n > 0 ? placed[n - 1].page + 1 : 0);
  if (row->places != NULL)
    g_assert_cmpstr (places->str, ==, row->places);
}

static const Case cases[] = {
  { "nothing", "", "", "" },
  { "one", "50", "0", "0" },
  { "exactly-full", "50 50", "0 0", "0 50" },
  { "one-too-many", "50 50 1", "0 0 1", "0 50 0" },
  { "space-before-counts", "50 45b10", "0 1", "0 0" },
  { "no-space-at-the-head", "60b20 40b20", "0 1", "0 0" },
  { "space-between", "50 30b10", "0 0", "0 60" },
  { "opens-a-page", "10 10o 10", "0 1 1", "0 0 10" },
  { "opens-at-the-start", "10o 10", "0 0", NULL },
  { "heading-not-at-the-foot", "85 10k 10k 10", "0 1 1 1", NULL },
  { "heading-with-two-lines-fits", "70 10k 10k 10 10", "0 0 0 0 1", NULL },
  { "two-headings-move-together", "80 10k 10k 10", "0 1 1 1", NULL },
  { "orphan", "95 10k 10 10k 10", "0 1 1 1 1", NULL },
  { "two-lines-stay", "80 10k 10 10 10k 10", "0 0 0 1 1 1", NULL },
  { "widow", "70 10k 10 10k 10", "0 0 0 1 1", NULL },
  { "three-lines-go-together", "80 10k 10k 10", "0 1 1 1", NULL },
  { "head-of-table-goes-with-row", "85 10k 10r10 10r10", "0 1 1 1", NULL },
  { "repeated-head-takes-room", "90 10r20 10r20", "0 0 1", "0 90 20" },
  { "repeated-head-fills", "100 70r20 10r20 10r20", "0 1 1 2", "0 20 90 20" },
  { "last-two-rows-stay", "80 10r5 10r5k 10r5", "0 0 1 1", NULL },
  { "higher-than-a-page", "150 10", "0 1", "0 0" },
  { "higher-in-the-middle", "50 150 10", "0 1 2", NULL },
  { "kept-beyond-a-page", "40k 40k 40k 40", "0 0 1 1", NULL },
  { "picture-shrinks", "70 40s12", "0 0", "0 70" },
  { "picture-shrinks-too-little", "70 40s8", "0 1", NULL },
  { "picture-with-caption-and-note-shrinks", "55 5k 40s12k 5k 5", "0 0 0 0 0", "0 55 60 90 95" },
  { "picture-whose-note-does-not-fit-moves", "55 5k 40s8k 5k 5", "0 1 1 1 1", NULL },
  { "picture-does-not-shrink-for-what-follows", "55 40s12 20", "0 0 1", NULL },
  { "forced-break-ends-a-short-page", "10k 10 10o", "0 0 1", NULL },
  { "stretched-to-spare-a-page", "50 50 10", "0 0 0", "0 50 100", 10 },
  { "not-stretched-for-a-fuller-page", "50 50 16", "0 0 1", NULL, 20 },
  { "not-stretched-when-it-spares-nothing", "50 50 10", "0 0 1", NULL, 8 },
  { "only-the-part-is-stretched", "50 50 10 50o 55", "0 0 0 1 2", NULL, 10 },
  { "kept-with-what-opens-a-page", "10k 10o", "0 1", NULL },
};

/* Properties over drawn slices: nothing over the foot, order kept, what is kept is on one page when it fits on one. */
static void
test_properties (gconstpointer data)
{
  GRand                      *rand = g_rand_new_with_seed ((guint32) GPOINTER_TO_UINT (data));
  guint                       n = 400;
  g_autofree MaakSlice       *slices = g_new0 (MaakSlice, n);
  g_autofree MaakPlacedSlice *placed = g_new0 (MaakPlacedSlice, n);

  for (guint i = 0; i < n; i++)
    slices[i] = (MaakSlice) { .height = g_rand_double_range (rand, 4, 30), .before = g_rand_double_range (rand, 0, 8), .keep = i + 1 < n && g_rand_int_range (rand, 0, 3) == 0, .opens = g_rand_int_range (rand, 0, 40) == 0 };
  guint n_pages = maak_breaks_place (slices, n, 300, 0, placed);
  g_assert_cmpuint (placed[0].page, ==, 0);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (placed[i].y + slices[i].height, <=, 300.02);
      if (i == 0)
        continue;
      g_assert_cmpuint (placed[i].page - placed[i - 1].page, <=, 1);
      if (placed[i].page == placed[i - 1].page)
        g_assert_cmpfloat_with_epsilon (placed[i].y, placed[i - 1].y + slices[i - 1].height + slices[i].before, 1e-6);
      else
        {
          g_assert_cmpfloat (placed[i].y, ==, 0);
          /* Runs of kept slices are at most some 12 long here, so they always fit on a page. */
          g_assert_true (slices[i].opens || !slices[i - 1].keep);
        }
    }
  g_assert_cmpuint (placed[n - 1].page + 1, ==, n_pages);
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/report/breaks", cases, test_place);
  for (guint seed = 1; seed <= 5; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/report/breaks/properties/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_properties);
    }
  return g_test_run ();
}
