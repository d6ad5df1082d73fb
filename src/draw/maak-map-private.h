/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "draw/maak-picture-private.h"

G_BEGIN_DECLS

/* Above so many regions a map shows values where they fit, without names and without lines to a place outside. */
#define MAAK_MAP_MANY 60

/* A map of a certain size. */
typedef struct
{
  MaakBox        box; /* of land and the water around it */
  MaakBox        bar; /* of the scale bar in it */
  MaakView       view;
  MaakExtent     seen;   /* the plane in the box, metres; of no width: all of it */
  MaakProjected *thin;   /* borrowed; thinned out to what can be seen at this size */
  MaakProjected *coarse; /* borrowed; thinned out more, to look for places of labels */
  double         circle; /* points of radius for the square root of a value; 0: no circles */
  gboolean       live;   /* on a screen, where one points at what has no label: no callouts */
} MaakMapFrame;

/* A circle of a region's value. */
typedef struct
{
  guint  region;
  double x, y, radius; /* points */
} MaakMapCircle;

#define MAAK_MAP_LABEL_LINES 3

/* The label of a region: its value, where there is room with its name above. */
typedef struct
{
  guint    region;
  char    *lines[MAAK_MAP_LABEL_LINES]; /* the last is the value */
  guint    n_lines;
  double   size; /* of its letters, as a multiple of the usual */
  MaakBox  box;
  gboolean on_circle; /* it stands in its circle; a callout: its line ends at it */
  gboolean callout;   /* beside its region, with a line to it */
  double   x, y;      /* callout: where the line ends in the region */
} MaakMapLabel;

void       maak_map_draw_land (MaakPicture *picture, MaakPen *pen, const MaakMapFrame *frame, const GArray *circles);
gboolean   maak_map_is_seen (MaakPicture *picture, const MaakMapFrame *frame, guint region);
double     maak_map_get_circle_scale (MaakPicture *picture, double width, double height);
GArray    *maak_map_list_circles (MaakPicture *picture, const MaakMapFrame *frame);                                      /* of MaakMapCircle, large ones first */
GPtrArray *maak_map_place_labels (MaakPicture *picture, MaakPen *pen, const MaakMapFrame *frame, const GArray *circles); /* of MaakMapLabel */
GPtrArray *maak_map_place_circle_labels (MaakPicture *picture, MaakPen *pen, const MaakMapFrame *frame, const GArray *circles);
void       maak_map_place_callouts (MaakPicture *picture, MaakPen *pen, const MaakMapFrame *frame, const GArray *circles, GPtrArray *labels, GArray *left, double reach);
void       maak_map_draw_labels (MaakPicture *picture, MaakPen *pen, GPtrArray *labels);
void       maak_map_hatch_provisional (MaakPen *pen, MaakColor ground); /* the path */
void       maak_map_hatch_missing (MaakPen *pen);                       /* the path */
MaakColor  maak_map_get_circle_color (MaakPicture *picture);
MaakColor  maak_map_get_circle_edge (MaakPicture *picture);
double     maak_map_draw_legend (MaakPicture *picture, MaakPen *pen, MaakBox box, double circle);

MaakMapLabel *maak_map_label_new (MaakPicture *picture, guint region);
void          maak_map_label_free (MaakMapLabel *label);
void          maak_map_label_set_lines (MaakMapLabel *label, MaakPicture *picture, guint n_name_lines);
void          maak_map_label_measure (const MaakMapLabel *label, MaakPen *pen, double *width, double *height);

G_END_DECLS
