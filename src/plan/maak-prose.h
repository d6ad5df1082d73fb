/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A prose text read: blocks in order, each with runs of equal emphasis and link. Immutable, reference-counted. */
typedef struct _MaakProse MaakProse;

#define MAAK_TYPE_PROSE (maak_prose_get_type ())
GType maak_prose_get_type (void);

typedef enum
{
  MAAK_PROSE_PARAGRAPH, /* in an item: its second and later paragraphs, at the item's depth */
  MAAK_PROSE_BULLET,
  MAAK_PROSE_NUMBERED,
} MaakProseKind;

typedef enum
{
  MAAK_PROSE_BOLD = 1 << 0,
  MAAK_PROSE_ITALIC = 1 << 1,
} MaakProseFlags;

typedef struct
{
  const char *text;  /* UTF-8; "\n" is a line break that a person forced */
  guint       flags; /* MaakProseFlags */
  const char *link;  /* "https://...", "maak:ID", or NULL */
} MaakProseRun;

typedef struct
{
  MaakProseKind       kind;
  guint               depth;  /* 0: of no list; 1: of a list; 2: of a list in a list; ... */
  guint               number; /* numbered items: as counted from the list's first number */
  guint               n_runs;
  const MaakProseRun *runs;
} MaakProseBlock;

MaakProse            *maak_prose_new (const char *markdown);
MaakProse            *maak_prose_ref (MaakProse *self);
void                  maak_prose_unref (MaakProse *self);
guint                 maak_prose_get_n_blocks (MaakProse *self);
const MaakProseBlock *maak_prose_get_block (MaakProse *self, guint index);
char                 *maak_prose_dup_plain (MaakProse *self);
const char           *maak_prose_link_get_id (const char *link);
gboolean              maak_prose_link_is_kept (const char *link);

/* TRUE: the link to this record is to go, its words stay. */
typedef gboolean (*MaakProseDrops) (const char *id, gpointer data);

char *maak_prose_dup_without_links (const char *markdown, MaakProseDrops drops, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaakProse, maak_prose_unref)

G_END_DECLS
