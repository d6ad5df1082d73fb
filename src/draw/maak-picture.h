/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "atlas/maak-boundaries.h"
#include "atlas/maak-classes.h"
#include "atlas/maak-indicator.h"
#include "base/maak-date.h"
#include "draw/maak-palette.h"
#include "draw/maak-plane.h"
#include "draw/maak-scheme.h"

#include <cairo.h>

G_BEGIN_DECLS

#define MAAK_DRAW_ERROR (maak_draw_error_quark ())
GQuark maak_draw_error_quark (void);

typedef enum
{
  MAAK_DRAW_ERROR_NO_DATA, /* no region, or no period, has a value */
  MAAK_DRAW_ERROR_SIZE,    /* too small or too large to draw */
  MAAK_DRAW_ERROR_FAILED,  /* the drawing library gave up: no memory */
} MaakDrawErrorCode;

typedef enum
{
  MAAK_PICTURE_MAP,
  MAAK_PICTURE_RANKS,
  MAAK_PICTURE_SERIES,
} MaakPictureKind;

#define MAAK_N_PICTURE_KINDS 3

const char *maak_picture_kind_get_code (MaakPictureKind kind); /* "map", "ranks", "series" */
gboolean    maak_picture_kind_parse (const char *code, MaakPictureKind *kind);

/* What a picture shows. All that is zero has a sensible meaning. maak_picture_new() copies and references what it
 * needs. A picture carries its legend, source, year and status always; a caller that prints title, source or notes
 * itself, beside the picture, says so. */
typedef struct
{
  MaakPictureKind          kind;
  MaakLanguage             language;
  MaakIndicator           *indicator;  /* map and ranks: what is shown. Series: NULL */
  MaakBoundaries          *boundaries; /* map */
  MaakPlane               *plane;      /* map; NULL: one is made of the boundaries, in RD */
  MaakCatalogue           *catalogue;  /* series of a metric; else NULL */
  MaakDataset             *dataset;    /* series */
  const char              *metric;     /* series: NULL or "value": the values themselves */
  const MaakRegion *const *regions;    /* the own regions, outlined or in bold; series: one line each */
  guint                    n_regions;
  MaakClassMethod          method;         /* map */
  guint                    n_classes;      /* map; 0: 4 */
  const MaakPalette       *palette;        /* map; NULL: the default one */
  const MaakScheme        *scheme;         /* NULL: that of paper */
  gboolean                 fill;           /* map: fill the regions though the values are totals */
  const char              *font;           /* family; NULL: "Open Sans" */
  double                   font_size;      /* points; 0: chosen by the width */
  gboolean                 without_title;  /* the caller prints it */
  gboolean                 without_source; /* the caller prints it */
  gboolean                 without_notes;  /* the caller prints them */
} MaakPictureOptions;

/* An illustration that can be drawn at any size, again and again. Immutable, reference-counted. */
typedef struct _MaakPicture MaakPicture;

MaakPicture *maak_picture_new (const MaakPictureOptions *options, GError **error);
MaakPicture *maak_picture_ref (MaakPicture *self);
void         maak_picture_unref (MaakPicture *self);
double       maak_picture_measure (MaakPicture *self, double width);
void         maak_picture_draw (MaakPicture *self, cairo_t *cr, double x, double y, double width, double height);
char        *maak_picture_dup_title (MaakPicture *self);
char        *maak_picture_dup_source (MaakPicture *self);
char        *maak_picture_dup_notes (MaakPicture *self);       /* NULL: none */
char        *maak_picture_dup_description (MaakPicture *self); /* in words, from the data: an alternative text */

/* What a drawing of a size consists of, as drawn: for tests, and for what lies over it on a screen. */
typedef enum
{
  MAAK_MARK_TEXT,    /* title, legend, axis, small print */
  MAAK_MARK_LABEL,   /* the value or name of a region or point */
  MAAK_MARK_CALLOUT, /* as a label, beside the region with a line to it */
  MAAK_MARK_SHAPE,   /* a bar, circle or point */
} MaakMarkKind;

typedef struct
{
  MaakMarkKind kind;
  int          region;              /* index within the level; -1: of no region */
  double       x, y, width, height; /* points, from the picture's corner */
  char        *text;
} MaakMark;

GPtrArray *maak_picture_list_marks (MaakPicture *self, double width, double height); /* of MaakMark, owned by the array */

typedef enum
{
  MAAK_FORMAT_PNG,
  MAAK_FORMAT_SVG,
  MAAK_FORMAT_PDF,
} MaakFormat;

#define MAAK_N_FORMATS 3

gboolean maak_format_from_file_name (const char *file, MaakFormat *format);

typedef struct
{
  MaakFormat format;
  double     width;  /* points; 0: 480 */
  double     height; /* points; 0: as the picture measures */
  double     scale;  /* PNG: pixels a point; 0: 2 */
  MaakDate   date;   /* PDF: of creation; year 0: none is written */
} MaakPictureOutput;

GBytes  *maak_picture_to_bytes (MaakPicture *self, const MaakPictureOutput *output, GError **error);
gboolean maak_picture_write (MaakPicture *self, const char *file, const MaakPictureOutput *output, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakPicture, maak_picture_unref)

G_END_DECLS
