/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MAAK_CLASSES_EQUAL,
  MAAK_CLASSES_QUANTILE,
  MAAK_CLASSES_NATURAL, /* exact natural breaks (Wang and Song 2011) */
} MaakClassMethod;

#define MAAK_N_CLASS_METHODS 3
#define MAAK_MAX_CLASSES 9

const char *maak_class_method_get_code (MaakClassMethod method);
gboolean    maak_class_method_parse (const char *code, MaakClassMethod *method);

/* Class k holds the values from low[k] to high[k], both included and both data values; ties stay together, so there
 * may be fewer classes than asked for. Empty equal-interval classes keep their nominal bounds. */
typedef struct
{
  guint  n;
  double low[MAAK_MAX_CLASSES];
  double high[MAAK_MAX_CLASSES];
  guint  count[MAAK_MAX_CLASSES];
  double fit; /* goodness of variance fit, 0 to 1 */
} MaakClasses;

void  maak_classes_make (MaakClasses *self, MaakClassMethod method, guint n_classes, const double *values, gsize n_values);
guint maak_classes_find (const MaakClasses *self, double value);

G_END_DECLS
