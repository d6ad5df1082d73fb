/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-language.h"
#include "report/maak-house-style.h"
#include "report/maak-table.h"

#include <cairo.h>

G_BEGIN_DECLS

/* What a document consists of, before it has lines and pages: a tree. Each block knows what it is to a reader who
 * does not see it; how it looks follows from that and from the house style. */
typedef enum
{
  MAAK_BLOCK_GROUP,     /* children, nothing else */
  MAAK_BLOCK_HEADING,   /* level, runs; number when it has one */
  MAAK_BLOCK_PARAGRAPH, /* runs in a style */
  MAAK_BLOCK_LIST,      /* children are items */
  MAAK_BLOCK_ITEM,      /* children: paragraphs and lists */
  MAAK_BLOCK_TABLE,     /* table, caption, note */
  MAAK_BLOCK_FIGURE,    /* figure, caption, note, alternative */
  MAAK_BLOCK_STEP,      /* children in a frame, an arrow to the next step */
  MAAK_BLOCK_PAGE_BREAK,
} MaakBlockKind;

/* A picture that can be painted at any size. */
typedef struct
{
  double (*measure) (gpointer data, double width); /* height in points that goes with a width */
  void (*paint) (gpointer data, cairo_t *cr, double width, double height);
  gpointer       data;
  GDestroyNotify free_data;
  double         least; /* part of the height that it can do with, 0 to 1; 1: it cannot be made lower */
} MaakFigure;

typedef struct _MaakBlock MaakBlock;
struct _MaakBlock
{
  MaakBlockKind kind;
  guint         level;       /* heading: 1 to 6 */
  gboolean      numbered;    /* heading: has a number, and stands in the contents; list: 1. 2. 3. */
  gboolean      captioned;   /* table, figure: counted */
  gboolean      decorative;  /* figure: tells nothing that the text does not; in no element */
  gboolean      page;        /* heading: begins a page */
  MaakStyle     style;       /* paragraph */
  char         *number;      /* "2.1", "Tabel 3"; NULL: none */
  char         *anchor;      /* name that links lead to; NULL: none */
  MaakRuns     *runs;        /* heading, paragraph; table, figure: the caption */
  MaakRuns     *note;        /* table, figure: unit, source, year, status; NULL: none */
  MaakRuns     *alternative; /* figure: in words what it shows */
  GPtrArray    *children;    /* of MaakBlock; NULL: has none by nature */
  MaakTable    *table;
  MaakFigure   *figure;
};

MaakBlock *maak_block_new (MaakBlockKind kind);
MaakBlock *maak_block_new_heading (guint level, gboolean numbered, const char *text);
MaakBlock *maak_block_new_paragraph (MaakStyle style, MaakRuns *runs_taken);
MaakBlock *maak_block_new_table (MaakTable *table_taken);
MaakBlock *maak_block_new_figure (MaakFigure *figure_taken);
void       maak_block_free (MaakBlock *self);
MaakBlock *maak_block_append (MaakBlock *self, MaakBlock *child_taken);
gboolean   maak_block_is_empty (const MaakBlock *self);
void       maak_block_number (MaakBlock *root, MaakLanguage language);
void       maak_block_drop_dead_links (MaakBlock *root);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakBlock, maak_block_free)

G_END_DECLS
