/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "draw/maak-picture.h"
#include "maak-test.h"

/* What the tests of pictures share: the atlas that ships, opened once. */
typedef struct
{
  MaakRegionSet  *set;
  MaakCatalogue  *catalogue;
  MaakBoundaries *boundaries;
} Atlas;

static inline const Atlas *
open_atlas (void)
{
  static Atlas atlas;

  if (atlas.set == NULL)
    {
      g_autoptr (GError) error = NULL;

      atlas.set = maak_region_set_new_shipped ();
      atlas.catalogue = maak_catalogue_new_shipped (atlas.set, &error);
      g_assert_no_error (error);
      atlas.boundaries = maak_boundaries_new_shipped ();
    }
  return &atlas;
}

/* NULL where the metric cannot be computed of the dataset. */
static inline MaakIndicator *
make_indicator (const char *dataset, const char *metric)
{
  const Atlas         *atlas = open_atlas ();
  MaakIndicatorOptions options = { .metric = metric };

  return maak_indicator_new (atlas->catalogue, maak_catalogue_lookup (atlas->catalogue, dataset), &options, NULL);
}

/* A picture of a dataset that ships; @code is the own region, or NULL. */
static inline MaakPicture *
make_picture (MaakPictureKind kind, const char *dataset, const char *metric, const char *code, MaakLanguage language)
{
  const Atlas      *atlas = open_atlas ();
  const MaakRegion *own = code != NULL ? maak_region_set_lookup (atlas->set, code) : NULL;
  g_autoptr (MaakIndicator) indicator = kind != MAAK_PICTURE_SERIES ? make_indicator (dataset, metric) : NULL;
  g_autoptr (GError) error = NULL;
  MaakPictureOptions options = { kind, language, indicator, atlas->boundaries };
  MaakPicture       *picture;

  options.method = MAAK_CLASSES_NATURAL;
  options.regions = &own;
  options.n_regions = own != NULL;
  if (kind == MAAK_PICTURE_SERIES)
    {
      options.catalogue = atlas->catalogue;
      options.dataset = maak_catalogue_lookup (atlas->catalogue, dataset);
      options.metric = metric;
    }
  picture = maak_picture_new (&options, &error);
  g_assert_no_error (error);
  return picture;
}
