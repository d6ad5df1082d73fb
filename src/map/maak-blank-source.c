/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "map/maak-blank-source.h"

struct _MaakBlankSource
{
  ShumateMapSource parent_instance;
};

G_DEFINE_FINAL_TYPE (MaakBlankSource, maak_blank_source, SHUMATE_TYPE_MAP_SOURCE)

static void
maak_blank_source_fill_tile_async (ShumateMapSource *source, ShumateTile *tile, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, data);

  shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
  g_task_return_boolean (task, TRUE);
}

static gboolean
maak_blank_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
maak_blank_source_class_init (MaakBlankSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  source_class->fill_tile_async = maak_blank_source_fill_tile_async;
  source_class->fill_tile_finish = maak_blank_source_fill_tile_finish;
}

static void
maak_blank_source_init (MaakBlankSource *self)
{
}

/**
 * maak_blank_source_new:
 * @least_zoom: the level of zoom at which most is seen; at 0 the world is 256 pixels wide
 * @most_zoom: the level at which least is seen
 *
 * Returns: (transfer full): a source
 */
ShumateMapSource *
maak_blank_source_new (guint least_zoom, guint most_zoom)
{
  return g_object_new (MAAK_TYPE_BLANK_SOURCE,
                       "id", "blank",
                       "name", "blank",
                       "min-zoom-level", least_zoom,
                       "max-zoom-level", most_zoom,
                       "tile-size", 256,
                       "projection", SHUMATE_MAP_PROJECTION_MERCATOR,
                       NULL);
}
