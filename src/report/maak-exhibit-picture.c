/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "report/maak-exhibit-picture.h"

#include "report/maak-house-style.h"

static gboolean
get_picture_kind (MaakExhibitKind kind, MaakPictureKind *picture)
{
  switch (kind)
    {
    case MAAK_EXHIBIT_MAP:
      *picture = MAAK_PICTURE_MAP;
      return TRUE;
    case MAAK_EXHIBIT_RANKS:
      *picture = MAAK_PICTURE_RANKS;
      return TRUE;
    case MAAK_EXHIBIT_SERIES:
      *picture = MAAK_PICTURE_SERIES;
      return TRUE;
    case MAAK_EXHIBIT_TABLE:
      return FALSE;
    default:
      g_assert_not_reached ();
    }
}

/**
 * maak_exhibit_picture_new:
 * @exhibit: an exhibit of a plan
 * @boundaries_or_null: without them there is no map
 * @language: of the words in it
 *
 * The picture as it is printed, and shown in the window: from the values that the plan keeps, in the type of the document, without
 * title, source and notes, which stand beside it as text.
 *
 * Returns: (transfer full) (nullable): the picture; NULL: it is a table, or cannot be drawn any more
 */
MaakPicture *
maak_exhibit_picture_new (MaakExhibit *exhibit, MaakBoundaries *boundaries_or_null, MaakLanguage language)
{
  MaakPictureOptions options = { 0 };
  g_autoptr (MaakIndicator) indicator = NULL;
  g_autoptr (MaakDataset) dataset = NULL;

  g_return_val_if_fail (exhibit != NULL, NULL);

  if (!get_picture_kind (exhibit->kind, &options.kind))
    return NULL;
  if (exhibit->kind == MAAK_EXHIBIT_SERIES)
    dataset = maak_exhibit_make_dataset (exhibit);
  else
    indicator = maak_exhibit_make_indicator (exhibit);
  if ((indicator == NULL && dataset == NULL) || (exhibit->kind == MAAK_EXHIBIT_MAP && boundaries_or_null == NULL))
    return NULL;
  options.language = language;
  options.indicator = indicator;
  options.dataset = dataset;
  options.boundaries = boundaries_or_null;
  options.regions = (const MaakRegion *const *) exhibit->regions;
  options.n_regions = exhibit->n_regions;
  options.n_classes = exhibit->n_classes;
  options.method = exhibit->method;
  options.font = maak_house_style_get ()->family;
  options.without_title = TRUE;
  options.without_source = TRUE;
  options.without_notes = TRUE;
  return maak_picture_new (&options, NULL);
}
