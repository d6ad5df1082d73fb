/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "draw/maak-picture.h"

G_BEGIN_DECLS

/* A map that one moves about in: the regions of a level with the values of an indicator, or only their boundaries, painted in any
 * view. It is painted by what paints maps on paper. Immutable, reference-counted; for the thread of its plane. */
typedef struct _MaakMapScene MaakMapScene;

/* What a scene shows; copied and referenced. */
typedef struct
{
  MaakPlane               *plane;     /* in Web Mercator on a screen */
  MaakRegionSet           *set;       /* of the boundaries */
  MaakLevel                level;     /* without an indicator */
  MaakIndicator           *indicator; /* NULL: boundaries only */
  const MaakRegion *const *regions;   /* the own regions, outlined */
  guint                    n_regions;
  MaakClassMethod          method;
  guint                    n_classes; /* 0: 4 */
  gboolean                 fill;      /* fill the regions though the values are totals */
  MaakLanguage             language;
  const MaakScheme        *scheme;    /* NULL: that of paper */
  const char              *font;      /* family; NULL: "Open Sans" */
  double                   font_size; /* pixels; 0: 11 */
} MaakMapSceneOptions;

/* How a region stands out; each in a form of its own, so that colour is not needed to tell them apart. */
typedef enum
{
  MAAK_EMPHASIS_HOVERED,  /* a thin line */
  MAAK_EMPHASIS_SELECTED, /* a thick line */
  MAAK_EMPHASIS_FOCUSED,  /* a dashed line */
} MaakEmphasis;

MaakMapScene     *maak_map_scene_new (const MaakMapSceneOptions *options);
MaakMapScene     *maak_map_scene_ref (MaakMapScene *self);
void              maak_map_scene_unref (MaakMapScene *self);
MaakLevel         maak_map_scene_get_level (MaakMapScene *self);
guint             maak_map_scene_get_n (MaakMapScene *self);
const MaakRegion *maak_map_scene_get_region (MaakMapScene *self, guint region);
const char       *maak_map_scene_get_region_name (MaakMapScene *self, guint region);
gboolean          maak_map_scene_is_own (MaakMapScene *self, guint region);
MaakIndicator    *maak_map_scene_get_indicator (MaakMapScene *self);            /* NULL: boundaries only */
int               maak_map_scene_lookup (MaakMapScene *self, const char *code); /* -1: not of this level */
MaakPlane        *maak_map_scene_get_plane (MaakMapScene *self);
const MaakScheme *maak_map_scene_get_scheme (MaakMapScene *self);
gboolean          maak_map_scene_has_circles (MaakMapScene *self);
gboolean          maak_map_scene_is_misfit (MaakMapScene *self); /* totals that fill */
double            maak_map_scene_get_circle (MaakMapScene *self, double width, double height);
void              maak_map_scene_paint (MaakMapScene *self, cairo_t *cr, const MaakBox *box, const MaakView *view, double circle);
void              maak_map_scene_emphasise (MaakMapScene *self, cairo_t *cr, const MaakView *view, guint region, MaakEmphasis emphasis);
int               maak_map_scene_find (MaakMapScene *self, const MaakView *view, double x, double y); /* -1: none */
int               maak_map_scene_find_class (MaakMapScene *self, guint region);                       /* 0 the lowest; -1: none */
guint             maak_map_scene_get_n_classes (MaakMapScene *self);                                  /* 0: regions are not filled by class */
double            maak_map_scene_draw_legend (MaakMapScene *self, cairo_t *cr_or_null, double width, double circle);
char             *maak_map_scene_dup_legend (MaakMapScene *self);    /* in words */
char             *maak_map_scene_dup_yardstick (MaakMapScene *self); /* "12 provincies: 11,0 %"; NULL: none */
void              maak_map_scene_draw_bar (MaakMapScene *self, cairo_t *cr, guint region, double width, double height);
guint             maak_map_scene_list_ranked (MaakMapScene *self, guint *regions); /* from high to low, then those without value */
guint             maak_map_scene_get_rank (MaakMapScene *self, guint region);      /* 1 the highest; 0: no value */
char             *maak_map_scene_dup_value (MaakMapScene *self, guint region);
char             *maak_map_scene_dup_name (MaakMapScene *self, guint region);
char             *maak_map_scene_dup_details (MaakMapScene *self, guint region);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakMapScene, maak_map_scene_unref)

G_END_DECLS
