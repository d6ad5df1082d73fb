/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "report/maak-breaks.h"
#include "report/maak-op.h"

G_BEGIN_DECLS

/* What stands in the contents, the bookmarks and the running head. */
typedef struct
{
  guint level;  /* 1 to 3 */
  char *number; /* may be NULL */
  char *title;
  char *anchor;
  guint slice;
} MaakEntry;

/* What is repeated at the head of a page on which a slice comes first. */
typedef struct
{
  guint first, last; /* ops; first = last: nothing */
} MaakRepeat;

/* A document as one endless column: slices, and in them the steps of drawing. */
typedef struct
{
  const MaakHouseStyle *style;
  MaakLanguage          language;
  MaakType             *type;    /* not owned */
  double                width;   /* of the column, points */
  GArray               *ops;     /* of MaakOp, by slice */
  GArray               *slices;  /* of MaakSlice */
  GArray               *repeats; /* of MaakRepeat, one a slice */
  GArray               *entries; /* of MaakEntry */
  GArray               *open;    /* guint: BEGIN ops whose END is to come */
  GPtrArray            *owned;   /* texts made here, kept for the lines */
  double                after;   /* space that the last slice wants below it */
  gboolean              in_slice;
  MaakSlice             current;     /* the slice being made */
  gboolean              opens;       /* the next slice begins a page */
  double                indent;      /* points from the left at which blocks stand now */
  double                inset;       /* points from the right */
  guint                 anchors;     /* names given so far */
  gboolean              in_frame;    /* blocks stand in a tinted frame now */
  MaakRuns             *mark;        /* not NULL: hangs before the next line: of a list's item */
  const char           *mark_anchor; /* of that item; NULL: none */
  double                mark_indent; /* points to the left of the text */
} MaakFlow;

MaakFlow *maak_flow_new (const MaakHouseStyle *style, MaakType *type, MaakLanguage language);
void      maak_flow_free (MaakFlow *self);
void      maak_flow_add_block (MaakFlow *self, const MaakBlock *block);

/* For the files of this module that set one kind of block. */
void      maak_flow_begin_tag (MaakFlow *self, const char *tag, gboolean leaf);
void      maak_flow_end_tag (MaakFlow *self);
void      maak_flow_begin_slice (MaakFlow *self, double before);
void      maak_flow_end_slice (MaakFlow *self, double height, gboolean keep);
MaakOp   *maak_flow_add_op (MaakFlow *self, MaakOpKind kind, double x, double y);
void      maak_flow_add_fill (MaakFlow *self, double x, double y, double width, double height, guint color);
double    maak_flow_add_lines (MaakFlow *self, PangoLayout *layout, const MaakRuns *runs, const MaakStyleSpec *spec, guint color, double x, double y, guint first, guint n);
void      maak_flow_add_anchor (MaakFlow *self, const char *name);
void      maak_flow_add_text (MaakFlow *self, const char *tag, const MaakRuns *runs, MaakStyle style, guint flags, gboolean keep_last);
void      maak_flow_add_table (MaakFlow *self, const MaakBlock *block);
void      maak_flow_add_figure (MaakFlow *self, const MaakBlock *block);
void      maak_flow_add_caption (MaakFlow *self, const MaakBlock *block);
void      maak_flow_add_note (MaakFlow *self, const MaakRuns *note, gboolean keep);
double    maak_flow_get_width (MaakFlow *self);
MaakRuns *maak_flow_own (MaakFlow *self, MaakRuns *runs_taken);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakFlow, maak_flow_free)

G_END_DECLS
