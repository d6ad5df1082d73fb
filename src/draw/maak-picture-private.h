/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-message.h"
#include "draw/maak-pen.h"
#include "draw/maak-picture.h"
#include "draw/maak-plane.h"

G_BEGIN_DECLS

/* One kind of picture: what stands between title and small print. */
typedef struct
{
  double (*measure) (MaakPicture *picture, MaakPen *pen, double width); /* the height that suits it */
  void (*draw) (MaakPicture *picture, MaakPen *pen, MaakBox box);
  void (*describe) (MaakPicture *picture, GString *out); /* the data in words */
} MaakPainter;

extern const MaakPainter maak_map_painter;
extern const MaakPainter maak_ranks_painter;
extern const MaakPainter maak_series_painter;

/* One value of a series. */
typedef struct
{
  MaakPeriod period;
  MaakStatus status;
  double     value;
} MaakSeriesPoint;

/* The line of one region: its points in order of time, missing ones too. */
typedef struct
{
  const MaakRegion *region;
  GArray           *points; /* of MaakSeriesPoint */
} MaakSeriesLine;

struct _MaakPicture
{
  gatomicrefcount    refs;
  MaakPictureKind    kind;
  MaakLanguage       language;
  const MaakScheme  *scheme;
  MaakIndicator     *indicator; /* map, ranks; series of a metric: the latest one, for title and sources. NULL: boundaries only */
  MaakDataset       *dataset;   /* series */
  MaakRegionSet     *set;
  MaakPlane         *plane;     /* map */
  GPtrArray         *regions;   /* of const MaakRegion: the own ones */
  GPtrArray         *lines;     /* series; of MaakSeriesLine */
  MaakText          *yardstick; /* its name; NULL: none */
  double             yardstick_value;
  MaakStatus         yardstick_status;
  MaakUnit           unit;
  MaakLevel          level;
  MaakClassMethod    method;
  MaakClasses        classes;
  guint              n_below; /* classes below the pivot; the palette diverges */
  gboolean           diverging;
  const MaakPalette *palette;
  gboolean           circles; /* map: circles instead of filled regions */
  gboolean           misfit;  /* map: totals that were asked to fill */
  char              *font;
  double             font_size;
  gboolean           without_title, without_source, without_notes;
};

MaakPicture *maak_picture_new_scene (const MaakPictureOptions *options, MaakRegionSet *set, MaakLevel level);
guint        maak_picture_get_n (MaakPicture *self);                                  /* map, ranks: regions of the level */
MaakStatus   maak_picture_get_value (MaakPicture *self, guint region, double *value); /* NOT_APPLICABLE: boundaries only */
gboolean     maak_picture_is_own (MaakPicture *self, guint region);
MaakColor    maak_picture_get_class_color (MaakPicture *self, guint index);
const char  *maak_picture_get_phrase (MaakPicture *self, MaakPhrase phrase);
char        *maak_picture_dup_words (MaakPicture *self, MaakMessage *message_taken);
char        *maak_picture_dup_yardstick (MaakPicture *self); /* "12 provincies: 11,0 %"; NULL: none */
char        *maak_picture_dup_unit (MaakPicture *self);
guint        maak_picture_list_marked (MaakPicture *self, MaakStatus *statuses); /* those that occur and have a mark */
MaakPen     *maak_picture_make_pen (MaakPicture *self, cairo_t *cr, double width, GPtrArray *marks);
void         maak_picture_describe_ranked (MaakPicture *self, GString *out); /* map and ranks: the data in words */
const char  *maak_picture_get_region_name (MaakPicture *self, guint region);

G_END_DECLS
