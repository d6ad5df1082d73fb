/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "draw/maak-color.h"
#include "maak-test.h"

#include <math.h>

typedef struct
{
  const char *name;
  MaakLab     a, b;
  double      difference;
} Pair;

/* The test data that G. Sharma, W. Wu and E. N. Dalal publish with "The CIEDE2000 color-difference formula". */
static const Pair pairs[] = {
  { "blue 1", { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
  { "blue 2", { 50, 3.1571, -77.2803 }, { 50, 0, -82.7485 }, 2.8615 },
  { "blue 3", { 50, 2.8361, -74.0200 }, { 50, 0, -82.7485 }, 3.4412 },
  { "blue 4", { 50, -1.3802, -84.2814 }, { 50, 0, -82.7485 }, 1.0000 },
  { "near grey", { 50, 0, 0 }, { 50, -1, 2 }, 2.3669 },
  { "hue just under half a turn", { 50, 2.4900, -0.0010 }, { 50, -2.4900, 0.0009 }, 7.1792 },
  { "hue just over half a turn", { 50, 2.4900, -0.0010 }, { 50, -2.4900, 0.0011 }, 7.2195 },
  { "half a turn in blue", { 50, -0.0010, 2.4900 }, { 50, 0.0009, -2.4900 }, 4.8045 },
  { "quarter turn", { 50, 2.5, 0 }, { 50, 0, -2.5 }, 4.3065 },
  { "far 1", { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
  { "far 2", { 50, 2.5, 0 }, { 61, -5, 29 }, 22.8977 },
  { "far 3", { 50, 2.5, 0 }, { 56, -27, -3 }, 31.9030 },
  { "far 4", { 50, 2.5, 0 }, { 58, 24, 15 }, 19.4535 },
  { "green", { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
  { "dark blue", { 22.7233, 20.0904, -46.6940 }, { 23.0331, 14.9730, -42.5619 }, 2.0373 },
  { "nearly black", { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
};

static void
test_difference (gconstpointer data)
{
  const Pair *pair = data;

  g_assert_cmpfloat_with_epsilon (maak_lab_get_difference (pair->a, pair->b), pair->difference, 0.00006);
  g_assert_cmpfloat_with_epsilon (maak_lab_get_difference (pair->b, pair->a), pair->difference, 0.00006);
}

typedef struct
{
  const char *name;
  guint32     a, b;
  double      contrast;
} Contrast;

/* By the formula of WCAG 2.1. */
static const Contrast contrasts[] = {
  { "black on white", 0x000000, 0xffffff, 21 },
  { "white on white", 0xffffff, 0xffffff, 1 },
  { "grey that just passes", 0x767676, 0xffffff, 4.54 },
  { "red on white", 0xff0000, 0xffffff, 4.00 },
  { "blue on white", 0x0000ff, 0xffffff, 8.59 },
};

static void
test_contrast (gconstpointer data)
{
  const Contrast *row = data;

  g_assert_cmpfloat_with_epsilon (maak_color_get_contrast (MAAK_COLOR_HEX (row->a), MAAK_COLOR_HEX (row->b)), row->contrast, 0.006);
}

static void
test_lab (void)
{
  MaakLab white = maak_color_to_lab (MAAK_COLOR_HEX (0xffffff)), red = maak_color_to_lab (MAAK_COLOR_HEX (0xff0000));

  g_assert_cmpfloat_with_epsilon (white.l, 100, 0.01);
  g_assert_cmpfloat_with_epsilon (white.a, 0, 0.02);
  g_assert_cmpfloat_with_epsilon (white.b, 0, 0.02);
  /* The sRGB primary, as every table of it has it. */
  g_assert_cmpfloat_with_epsilon (red.l, 53.24, 0.01);
  g_assert_cmpfloat_with_epsilon (red.a, 80.09, 0.02);
  g_assert_cmpfloat_with_epsilon (red.b, 67.20, 0.02);
}

/* Greys look alike to everybody; to protans and deutans some red and some green look alike. */
static void
test_visions (void)
{
  for (MaakVision vision = MAAK_VISION_NORMAL; vision < MAAK_N_VISIONS; vision++)
    g_assert_cmpfloat (maak_color_get_difference (MAAK_COLOR_HEX (0x808080), maak_color_seen_by (MAAK_COLOR_HEX (0x808080), vision)), <, 0.5);

  MaakColor red = MAAK_COLOR_HEX (0xb06040), green = MAAK_COLOR_HEX (0x809040);
  double    seen = maak_color_get_difference (maak_color_seen_by (red, MAAK_VISION_DEUTAN), maak_color_seen_by (green, MAAK_VISION_DEUTAN));

  g_assert_cmpfloat (maak_color_get_difference (red, green), >, 30);
  g_assert_cmpfloat (seen, <, 15);
}

static void
test_text_on (void)
{
  for (guint grey = 0; grey < 256; grey++)
    {
      MaakColor ground = MAAK_COLOR_HEX (grey << 16 | grey << 8 | grey);

      g_assert_cmpfloat (maak_color_get_contrast (maak_color_get_text_on (ground), ground), >=, 4.5);
    }
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/draw/color/difference", pairs, test_difference);
  MAAK_TEST_TABLE ("/draw/color/contrast", contrasts, test_contrast);
  g_test_add_func ("/draw/color/lab", test_lab);
  g_test_add_func ("/draw/color/visions", test_visions);
  g_test_add_func ("/draw/color/text on every grey", test_text_on);
  return g_test_run ();
}
