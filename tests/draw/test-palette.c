/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "draw/maak-palette.h"
#include "maak-test.h"

/* What the head of maak-palette.c promises. */
#define LEAST_DIFFERENCE 10.0
#define LEAST_CONTRAST 4.5

typedef struct
{
  const MaakPalette *palette;
  guint              n, below; /* classes; of them below the pivot, of a diverging one */
} Case;

static MaakColor
get_color (const Case *row, guint index)
{
  if (maak_palette_is_diverging (row->palette))
    return maak_palette_get_side (row->palette, row->below, row->n - row->below, index);
  return maak_palette_get_color (row->palette, row->n, index);
}

static void
test_told_apart (gconstpointer data)
{
  const Case *row = data;

  for (MaakVision vision = MAAK_VISION_NORMAL; vision < MAAK_N_VISIONS; vision++)
    for (guint i = 0; i + 1 < row->n; i++)
      g_assert_cmpfloat (maak_color_get_difference (maak_color_seen_by (get_color (row, i), vision), maak_color_seen_by (get_color (row, i + 1), vision)), >=, LEAST_DIFFERENCE);
}

/* In grey the order stays: from light to dark, or away from the pivot on both sides. */
static void
test_order_in_grey (gconstpointer data)
{
  const Case *row = data;

  for (guint i = 0; i + 1 < row->n; i++)
    {
      double here = maak_color_to_lab (get_color (row, i)).l, next = maak_color_to_lab (get_color (row, i + 1)).l;

      if (maak_palette_is_diverging (row->palette) && i + 1 == row->below)
        continue;
      if (maak_palette_is_diverging (row->palette) && i + 1 < row->below)
        g_assert_cmpfloat (here + 3, <, next);
      else
        g_assert_cmpfloat (here, >, next + 3);
    }
}

static void
test_letters (gconstpointer data)
{
  const Case *row = data;

  for (guint i = 0; i < row->n; i++)
    {
      MaakColor ground = get_color (row, i), letters = maak_color_get_text_on (ground);

      g_assert_cmpfloat (maak_color_get_contrast (letters, ground), >=, LEAST_CONTRAST);
      /* Never the last resort: black on a middle tone reads badly. */
      g_assert_cmpfloat (letters.red, !=, 0);
    }
}

static void
test_lookup (void)
{
  g_assert_null (maak_palette_lookup ("no such ramp"));
  g_assert_cmpstr (maak_palette_get_id (maak_palette_get_default (FALSE)), ==, "blues");
  g_assert_true (maak_palette_is_diverging (maak_palette_get_default (TRUE)));
  for (guint i = 0; maak_palette_get_nth (i) != NULL; i++)
    g_assert_true (maak_palette_lookup (maak_palette_get_id (maak_palette_get_nth (i))) == maak_palette_get_nth (i));
}

/* So many steps from the pivot are equally strong, however many classes the other side has. */
static void
test_sides (void)
{
  const MaakPalette *palette = maak_palette_get_default (TRUE);
  MaakColor          alone = maak_palette_get_side (palette, 0, 3, 1), among = maak_palette_get_side (palette, 2, 3, 3);

  g_assert_cmpfloat (maak_color_get_difference (alone, among), ==, 0);
}

static void
add_cases (const MaakPalette *palette, guint n, guint below)
{
  static const struct
  {
    const char   *what;
    GTestDataFunc function;
  } PROMISES[] = { { "told apart", test_told_apart }, { "order in grey", test_order_in_grey }, { "letters", test_letters } };
  const Case row = { palette, n, below };

  for (guint i = 0; i < G_N_ELEMENTS (PROMISES); i++)
    {
      g_autofree char *path = maak_palette_is_diverging (palette)
                                  ? g_strdup_printf ("/draw/palette/%s/%u and %u/%s", maak_palette_get_id (palette), below, n - below, PROMISES[i].what)
                                  : g_strdup_printf ("/draw/palette/%s/%u/%s", maak_palette_get_id (palette), n, PROMISES[i].what);

      g_test_add_data_func_full (path, g_memdup2 (&row, sizeof row), PROMISES[i].function, g_free);
    }
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  g_test_add_func ("/draw/palette/lookup", test_lookup);
  g_test_add_func ("/draw/palette/sides", test_sides);
  for (guint i = 0; maak_palette_get_nth (i) != NULL; i++)
    {
      const MaakPalette *palette = maak_palette_get_nth (i);

      for (guint n = MAAK_MIN_PALETTE_CLASSES; n <= maak_palette_get_most (palette); n++)
        if (!maak_palette_is_diverging (palette))
          add_cases (palette, n, 0);
      for (guint steps = 1; maak_palette_is_diverging (palette) && steps <= 4; steps++)
        {
          add_cases (palette, 2 * steps, steps);
          if (steps > 1)
            add_cases (palette, steps + 1, 1);
        }
    }
  return g_test_run ();
}
