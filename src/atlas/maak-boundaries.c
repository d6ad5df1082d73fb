/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* Boundaries, read where they lie. The build packs the topology (data/atlas/pack-boundaries.py, whose head describes the
 * form); here its parts are pointers into those bytes. Nothing is parsed, copied or projected, so the boundaries are
 * ready as soon as they were checked.
 *
 * Arc: a piece of border between two junctions. Level arcs: the arcs that a level uses, each once. An arc is outer when
 * one region of the level has it, inner when two do.
 * Invariant: after maak_boundaries_new_*() every number that leads to another part is inside that part, so that no
 * getter can read outside the bytes. The check costs one pass over arcs and references, none over points.
 * The bytes belong to the boundaries (by reference); what getters return lives as long as they do.
 * What it does not do: project, simplify, compute areas. */

#include "atlas/maak-boundaries.h"
#include "atlas/maak-dataset.h"

#include <gio/gio.h>
#include <string.h>

#define MAGIC "MAAKBND"
#define VERSION 1
#define HEAD_SIZE 40
#define LEVEL_ROW 12 /* numbers in the row of a level */
#define CODE_SIZE 8
#define RESOURCE "/nl/maakland/atlas/boundaries.bin"

typedef struct
{
  guint          n_regions, n_rings, n_refs, n_arcs;
  const guint32 *first_ring; /* of each region, and one more */
  const guint32 *first_ref;  /* of each ring, and one more */
  const guint8  *holes;
  const gint32  *refs;
  const gint32  *arcs;  /* of the level, each once */
  const guint8  *outer; /* by arc of the whole topology */
  const char    *codes; /* CODE_SIZE bytes a region */
} Level;

struct _MaakBoundaries
{
  gatomicrefcount   ref_count;
  GBytes           *bytes;
  guint             n_arcs, n_points;
  const guint32    *first_point; /* of each arc, and one more */
  const MaakLonLat *points;
  Level             levels[MAAK_N_LEVELS];
};

/* The bytes with a cursor of what was wrong with them; NULL parts once something was. */
typedef struct
{
  const guint8 *data;
  gsize         size;
  gboolean      bad;
} Blob;

static gconstpointer
find_part (Blob *blob, guint32 offset, gsize n, gsize size)
{
  if (offset % 8 != 0 || offset > blob->size || n > (blob->size - offset) / size)
    {
      blob->bad = TRUE;
      return NULL;
    }
  return blob->data + offset;
}

/* Starts that rise from 0 to `end`: a table of where each thing's own part begins. */
static const guint32 *
find_starts (Blob *blob, guint32 offset, guint n, guint32 end)
{
  const guint32 *starts = find_part (blob, offset, (gsize) n + 1, sizeof (guint32));

  if (starts == NULL)
    return NULL;
  if (starts[0] != 0 || starts[n] != end)
    blob->bad = TRUE;
  for (guint i = 0; i < n; i++)
    if (starts[i] > starts[i + 1])
      blob->bad = TRUE;
  return starts;
}

static void
check_references (Blob *blob, const gint32 *refs, guint n, guint n_arcs, gboolean backwards)
{
  for (guint i = 0; refs != NULL && i < n; i++)
    {
      gint64 arc = refs[i] >= 0 || !backwards ? refs[i] : ~refs[i];

      if (arc < 0 || arc >= n_arcs)
        blob->bad = TRUE;
    }
}

static void
read_level (Blob *blob, const guint32 *row, guint n_all_arcs, Level *level)
{
  level->n_regions = row[1];
  level->n_rings = row[2];
  level->n_refs = row[3];
  level->n_arcs = row[4];
  level->first_ring = find_starts (blob, row[5], level->n_regions, level->n_rings);
  level->first_ref = find_starts (blob, row[6], level->n_rings, level->n_refs);
  level->holes = find_part (blob, row[7], level->n_rings, 1);
  level->refs = find_part (blob, row[8], level->n_refs, sizeof (gint32));
  level->arcs = find_part (blob, row[9], level->n_arcs, sizeof (gint32));
  level->outer = find_part (blob, row[10], n_all_arcs, 1);
  level->codes = find_part (blob, row[11], level->n_regions, CODE_SIZE);
  check_references (blob, level->refs, level->n_refs, n_all_arcs, TRUE);
  check_references (blob, level->arcs, level->n_arcs, n_all_arcs, FALSE);
  for (guint i = 0; level->codes != NULL && i < level->n_regions; i++)
    if (level->codes[(gsize) i * CODE_SIZE + CODE_SIZE - 1] != '\0')
      blob->bad = TRUE;
}

static gboolean
read_parts (MaakBoundaries *self, Blob *blob)
{
  const guint32 *head = (const guint32 *) (gconstpointer) (blob->data + sizeof MAGIC);
  const guint32 *rows = (const guint32 *) (gconstpointer) (blob->data + HEAD_SIZE);
  guint          n_levels = head[4];

  if (memcmp (blob->data, MAGIC, sizeof MAGIC) != 0 || head[0] != VERSION || head[1] != blob->size)
    return FALSE;
  if (n_levels > MAAK_N_LEVELS || HEAD_SIZE + (gsize) n_levels * LEVEL_ROW * 4 > blob->size)
    return FALSE;
  self->n_arcs = head[2];
  self->n_points = head[3];
  self->first_point = find_starts (blob, head[5], self->n_arcs, self->n_points);
  self->points = find_part (blob, head[6], self->n_points, sizeof (MaakLonLat));
  for (guint i = 0; i < n_levels && !blob->bad; i++)
    {
      const guint32 *row = rows + (gsize) i * LEVEL_ROW;

      if (row[0] >= MAAK_N_LEVELS || self->levels[row[0]].n_regions > 0)
        return FALSE;
      read_level (blob, row, self->n_arcs, &self->levels[row[0]]);
    }
  return !blob->bad;
}

#if G_BYTE_ORDER == G_BIG_ENDIAN
#error "The packed boundaries are little-endian and are used in place; a machine of the other order needs a copy."
#endif

/* The parts are read through pointers to numbers of up to eight bytes. */
static GBytes *
align_bytes (GBytes *packed)
{
  gsize         size;
  gconstpointer data = g_bytes_get_data (packed, &size);

  if (GPOINTER_TO_SIZE (data) % 8 == 0)
    return g_bytes_ref (packed);
  return g_bytes_new (data, size);
}

/**
 * maak_boundaries_new_from_bytes:
 * @packed: what pack-boundaries.py made; referenced, and copied only when it is not aligned to eight bytes
 *
 * Returns: (transfer full): the boundaries; NULL and %MAAK_ATLAS_ERROR_INVALID when the bytes are not whole
 */
MaakBoundaries *
maak_boundaries_new_from_bytes (GBytes *packed, GError **error)
{
  g_autoptr (MaakBoundaries) self = NULL;
  Blob blob = { NULL };

  g_return_val_if_fail (packed != NULL, NULL);

  self = g_new0 (MaakBoundaries, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = align_bytes (packed);
  blob.data = g_bytes_get_data (self->bytes, &blob.size);
  if (blob.size < HEAD_SIZE || !read_parts (self, &blob))
    {
      maak_error_set (error, MAAK_ATLAS_ERROR, MAAK_ATLAS_ERROR_INVALID, NULL,
                      maak_message_new (MAAK_PHRASE_BOUNDARIES_DAMAGED, MAAK_ARG_END));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * maak_boundaries_new_shipped:
 *
 * The boundaries of 2025 that ship. A program built without them is a fault of the build, not of a person.
 *
 * Returns: (transfer full): the boundaries
 */
MaakBoundaries *
maak_boundaries_new_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  MaakBoundaries *self = bytes != NULL ? maak_boundaries_new_from_bytes (bytes, &error) : NULL;

  if (self == NULL)
    g_error ("%s: %s", RESOURCE, error->message);
  return self;
}

/* Returns: (transfer full): the same boundaries, with a reference for the caller. */
MaakBoundaries *
maak_boundaries_ref (MaakBoundaries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/* Gives up a reference; with the last one the bytes go, and all that getters returned. */
void
maak_boundaries_unref (MaakBoundaries *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* Returns: the number of arcs of the whole topology; an arc's number is below it. */
guint
maak_boundaries_get_n_arcs (MaakBoundaries *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_arcs;
}

/**
 * maak_boundaries_get_arc:
 * @arc: below maak_boundaries_get_n_arcs()
 * @n_points: (out): how many points it has, at least two in what ships
 *
 * Returns: (transfer none): its points in degrees
 */
const MaakLonLat *
maak_boundaries_get_arc (MaakBoundaries *self, guint arc, guint *n_points)
{
  g_return_val_if_fail (self != NULL && arc < self->n_arcs, NULL);

  *n_points = self->first_point[arc + 1] - self->first_point[arc];
  return self->points + self->first_point[arc];
}

/* Returns: how many regions the level has here; 0 for a level without boundaries. */
guint
maak_boundaries_get_n_regions (MaakBoundaries *self, MaakLevel level)
{
  g_return_val_if_fail (self != NULL && level < MAAK_N_LEVELS, 0);

  return self->levels[level].n_regions;
}

/**
 * maak_boundaries_get_code:
 * @region: index within its level
 *
 * Returns: (transfer none): the region's code. The order is that of the region set from which the boundaries were packed.
 */
const char *
maak_boundaries_get_code (MaakBoundaries *self, MaakLevel level, guint region)
{
  g_return_val_if_fail (self != NULL && level < MAAK_N_LEVELS && region < self->levels[level].n_regions, NULL);

  return self->levels[level].codes + (gsize) region * CODE_SIZE;
}

/* Returns: how many rings, outer ones and holes together, a region has; 0 where the level has no such region. */
guint
maak_boundaries_get_n_rings (MaakBoundaries *self, MaakLevel level, guint region)
{
  const Level *row;

  g_return_val_if_fail (self != NULL && level < MAAK_N_LEVELS, 0);

  row = &self->levels[level];
  return region < row->n_regions ? row->first_ring[region + 1] - row->first_ring[region] : 0;
}

/**
 * maak_boundaries_get_ring:
 * @ring: below maak_boundaries_get_n_rings() of this region
 * @out: (out): the ring; its arcs belong to the boundaries. Outer rings run counterclockwise, holes clockwise
 */
void
maak_boundaries_get_ring (MaakBoundaries *self, MaakLevel level, guint region, guint ring, MaakRing *out)
{
  const Level *row;
  guint        index;

  g_return_if_fail (self != NULL && level < MAAK_N_LEVELS && ring < maak_boundaries_get_n_rings (self, level, region));

  row = &self->levels[level];
  index = row->first_ring[region] + ring;
  out->arcs = row->refs + row->first_ref[index];
  out->n_arcs = row->first_ref[index + 1] - row->first_ref[index];
  out->hole = row->holes[index] != 0;
}

/**
 * maak_boundaries_get_level_arcs:
 * @n_arcs: (out): how many
 *
 * Returns: (transfer none): the numbers of the arcs that the level uses, each once, rising
 */
const gint32 *
maak_boundaries_get_level_arcs (MaakBoundaries *self, MaakLevel level, guint *n_arcs)
{
  g_return_val_if_fail (self != NULL && level < MAAK_N_LEVELS, NULL);

  *n_arcs = self->levels[level].n_arcs;
  return self->levels[level].arcs;
}

/**
 * maak_boundaries_arc_is_outer:
 * @arc: the number of an arc (of the whole topology, as maak_boundaries_get_level_arcs() gives them)
 *
 * Returns: whether one region of the level has it, so that water or abroad lies on its other side
 */
gboolean
maak_boundaries_arc_is_outer (MaakBoundaries *self, MaakLevel level, guint arc)
{
  g_return_val_if_fail (self != NULL && level < MAAK_N_LEVELS && arc < self->n_arcs, FALSE);

  return self->levels[level].outer != NULL && self->levels[level].outer[arc] != 0;
}
