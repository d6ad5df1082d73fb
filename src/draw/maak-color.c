/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Colours as a reader sees them. A colour is sRGB as it is written to the page; L*a*b* (CIE 1976, D65) is used to say how
 * light it is and how far it is from another; contrast is that of WCAG 2.
 *
 * Colour-deficient vision is simulated in linear sRGB with the matrices of G. M. Machado, M. M. Oliveira and
 * L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on
 * Visualization and Computer Graphics 15 (6), 2009, at severity 1.
 *
 * Nothing here allocates, and nothing converts for a device: colour management is left to whoever reads the page.
 */
#include "draw/maak-color.h"

#include <math.h>

static const double DEFICIENT[MAAK_N_VISIONS][3][3] = {
  [MAAK_VISION_NORMAL] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  [MAAK_VISION_PROTAN] = { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  [MAAK_VISION_DEUTAN] = { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  [MAAK_VISION_TRITAN] = { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

static double
to_linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
from_linear (double c)
{
  c = CLAMP (c, 0.0, 1.0);
  return c <= 0.0031308 ? 12.92 * c : 1.055 * pow (c, 1 / 2.4) - 0.055;
}

static double
lab_curve (double t)
{
  return t > 216.0 / 24389.0 ? cbrt (t) : (24389.0 / 27.0 * t + 16) / 116;
}

static double
degrees (double radians)
{
  return radians * 180 / G_PI;
}

static double
cos_degrees (double angle)
{
  return cos (angle * G_PI / 180);
}

/* Hue in degrees, 0 to 360. */
static double
get_hue (double a, double b)
{
  double hue = degrees (atan2 (b, a));

  return hue < 0 ? hue + 360 : hue;
}

/**
 * maak_color_to_lab:
 * @color: a colour
 *
 * Returns: its place in CIE L*a*b* (1976) under D65, by way of the matrix of IEC 61966-2-1
 */
MaakLab
maak_color_to_lab (MaakColor color)
{
  double r = to_linear (color.red), g = to_linear (color.green), b = to_linear (color.blue);
  double x = lab_curve ((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.9504700);
  double y = lab_curve (0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
  double z = lab_curve ((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.0888300);

  return (MaakLab) { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

/**
 * maak_color_seen_by:
 * @color: a colour
 * @vision: who looks
 *
 * Returns: the colour that looks to everybody as @color looks to a reader of @vision (Machado and others, 2009)
 */
MaakColor
maak_color_seen_by (MaakColor color, MaakVision vision)
{
  const double (*m)[3] = DEFICIENT[vision];
  double r = to_linear (color.red), g = to_linear (color.green), b = to_linear (color.blue);

  return (MaakColor) { from_linear (m[0][0] * r + m[0][1] * g + m[0][2] * b),
                       from_linear (m[1][0] * r + m[1][1] * g + m[1][2] * b),
                       from_linear (m[2][0] * r + m[2][1] * g + m[2][2] * b) };
}

/**
 * maak_color_get_luminance:
 * @color: a colour
 *
 * Returns: relative luminance, 0 to 1, as WCAG 2 defines it
 */
double
maak_color_get_luminance (MaakColor color)
{
  return 0.2126 * to_linear (color.red) + 0.7152 * to_linear (color.green) + 0.0722 * to_linear (color.blue);
}

/**
 * maak_color_get_contrast:
 * @a: a colour
 * @b: another
 *
 * Returns: contrast ratio, 1 to 21, as WCAG 2 defines it
 */
double
maak_color_get_contrast (MaakColor a, MaakColor b)
{
  double la = maak_color_get_luminance (a), lb = maak_color_get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/**
 * maak_lab_get_difference:
 * @p: a colour
 * @q: another
 *
 * How different two colours look: CIEDE2000 (CIE 142-2001) with all weights 1; the names follow G. Sharma, W. Wu and
 * E. N. Dalal, "The CIEDE2000 color-difference formula: implementation notes", Color Research and Application 30, 2005.
 *
 * Returns: the difference; about 1 is just noticeable side by side
 */
double
maak_lab_get_difference (MaakLab p, MaakLab q)
{
  double   c_mean = (hypot (p.a, p.b) + hypot (q.a, q.b)) / 2;
  double   c7 = pow (c_mean, 7), twentyfive7 = 6103515625.0;
  double   g = 0.5 * (1 - sqrt (c7 / (c7 + twentyfive7)));
  double   a1 = (1 + g) * p.a, a2 = (1 + g) * q.a;
  double   c1 = hypot (a1, p.b), c2 = hypot (a2, q.b);
  double   h1 = get_hue (a1, p.b), h2 = get_hue (a2, q.b);
  gboolean grey = c1 * c2 == 0;
  double   dh = grey ? 0 : h2 - h1;
  double   h_mean = grey ? h1 + h2 : (h1 + h2) / 2;

  if (!grey && fabs (h1 - h2) > 180)
    {
      dh += dh > 0 ? -360 : 360;
      h_mean += h1 + h2 < 360 ? 180 : -180;
    }

  double d_light = q.l - p.l, d_chroma = c2 - c1;
  double d_hue = 2 * sqrt (c1 * c2) * sin (dh * G_PI / 360);
  double l50 = ((p.l + q.l) / 2 - 50) * ((p.l + q.l) / 2 - 50), c = (c1 + c2) / 2;
  double t = 1 - 0.17 * cos_degrees (h_mean - 30) + 0.24 * cos_degrees (2 * h_mean) + 0.32 * cos_degrees (3 * h_mean + 6) - 0.20 * cos_degrees (4 * h_mean - 63);
  double turn = 30 * exp (-((h_mean - 275) / 25) * ((h_mean - 275) / 25));
  double cp7 = pow (c, 7);
  double sl = 1 + 0.015 * l50 / sqrt (20 + l50), sc = 1 + 0.045 * c, sh = 1 + 0.015 * c * t;
  double rt = -sin (2 * turn * G_PI / 180) * 2 * sqrt (cp7 / (cp7 + twentyfive7));
  double x = d_light / sl, y = d_chroma / sc, z = d_hue / sh;

  return sqrt (x * x + y * y + z * z + rt * y * z);
}

/**
 * maak_color_get_difference:
 * @a: a colour
 * @b: another
 *
 * Returns: CIEDE2000 between the two; see maak_lab_get_difference()
 */
double
maak_color_get_difference (MaakColor a, MaakColor b)
{
  return maak_lab_get_difference (maak_color_to_lab (a), maak_color_to_lab (b));
}

/**
 * maak_color_mix:
 * @a: a colour
 * @b: another
 * @t: 0 gives @a, 1 gives @b
 *
 * Returns: the opaque colour that @b at opacity @t over @a would give
 */
MaakColor
maak_color_mix (MaakColor a, MaakColor b, double t)
{
  return (MaakColor) { a.red + (b.red - a.red) * t, a.green + (b.green - a.green) * t, a.blue + (b.blue - a.blue) * t };
}

/**
 * maak_color_get_text_on:
 * @background: what the text stands on
 *
 * Returns: near-black, white or black, whichever comes first with a contrast of at least 4.5:1; one of them always has
 */
MaakColor
maak_color_get_text_on (MaakColor background)
{
  const MaakColor ink = MAAK_COLOR_HEX (0x1a1a1a), white = MAAK_COLOR_HEX (0xffffff);

  if (maak_color_get_contrast (ink, background) >= 4.5)
    return ink;
  if (maak_color_get_contrast (white, background) >= 4.5)
    return white;
  return MAAK_COLOR_HEX (0x000000);
}
