/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An opaque sRGB colour. Nothing that is drawn is translucent, so that screen, paper and archive agree. */
typedef struct
{
  double red, green, blue; /* 0 to 1 */
} MaakColor;

#define MAAK_COLOR_HEX(hex)                      \
  ((MaakColor) { (((hex) >> 16) & 0xff) / 255.0, \
                 (((hex) >> 8) & 0xff) / 255.0,  \
                 ((hex) & 0xff) / 255.0 })

/* How a reader sees: normally, or lacking one kind of cone. */
typedef enum
{
  MAAK_VISION_NORMAL,
  MAAK_VISION_PROTAN,
  MAAK_VISION_DEUTAN,
  MAAK_VISION_TRITAN,
} MaakVision;

#define MAAK_N_VISIONS 4

typedef struct
{
  double l, a, b; /* CIE L*a*b*, D65: lightness 0 to 100, green to red, blue to yellow */
} MaakLab;

MaakLab   maak_color_to_lab (MaakColor color);
MaakColor maak_color_seen_by (MaakColor color, MaakVision vision);
double    maak_color_get_luminance (MaakColor color);
double    maak_color_get_contrast (MaakColor a, MaakColor b);
double    maak_color_get_difference (MaakColor a, MaakColor b);
double    maak_lab_get_difference (MaakLab a, MaakLab b);
MaakColor maak_color_mix (MaakColor a, MaakColor b, double t);
MaakColor maak_color_get_text_on (MaakColor background);

G_END_DECLS
