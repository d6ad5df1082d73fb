/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * S7: the boundaries ready to draw, from the packed bytes in the program, against parsing the TopoJSON from which they
 * were packed with json-glib and decoding its arcs; reading that file from the disk is not counted.
 */
#include "atlas/maak-boundaries.h"
#include "maak-bench.h"

#include <json-glib/json-glib.h>

#ifndef TOPOLOGY
#error "TOPOLOGY is the file of the topology"
#endif

typedef struct
{
  char  *text;
  gsize  length;
  double sum; /* so that nothing is left out */
} Input;

static void
load_ours (gpointer data)
{
  Input *input = data;
  g_autoptr (MaakBoundaries) boundaries = maak_boundaries_new_shipped ();
  guint n;

  input->sum += maak_boundaries_get_arc (boundaries, maak_boundaries_get_n_arcs (boundaries) - 1, &n)->lon;
}

static void
decode_arc (JsonArray *arc, const double scale[2], const double move[2], GArray *points)
{
  double x = 0, y = 0;

  for (guint i = 0; i < json_array_get_length (arc); i++)
    {
      JsonArray *step = json_array_get_array_element (arc, i);
      MaakLonLat point;

      x += json_array_get_double_element (step, 0);
      y += json_array_get_double_element (step, 1);
      point.lon = x * scale[0] + move[0];
      point.lat = y * scale[1] + move[1];
      g_array_append_val (points, point);
    }
}

static void
load_topology (gpointer data)
{
  Input *input = data;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (MaakLonLat));
  JsonObject *root, *transform;
  JsonArray  *arcs, *scales, *moves;
  double      scale[2], move[2];

  if (!json_parser_load_from_data (parser, input->text, (gssize) input->length, NULL))
    g_error ("%s cannot be parsed", TOPOLOGY);
  root = json_node_get_object (json_parser_get_root (parser));
  transform = json_object_get_object_member (root, "transform");
  scales = json_object_get_array_member (transform, "scale");
  moves = json_object_get_array_member (transform, "translate");
  for (guint i = 0; i < 2; i++)
    {
      scale[i] = json_array_get_double_element (scales, i);
      move[i] = json_array_get_double_element (moves, i);
    }
  arcs = json_object_get_array_member (root, "arcs");
  for (guint i = 0; i < json_array_get_length (arcs); i++)
    decode_arc (json_array_get_array_element (arcs, i), scale, move, points);
  input->sum += g_array_index (points, MaakLonLat, points->len - 1).lon;
}

int
main (void)
{
  Input input = { 0 };

  if (!g_file_get_contents (TOPOLOGY, &input.text, &input.length, NULL))
    g_error ("%s cannot be read", TOPOLOGY);
  maak_bench_head ();
  maak_bench_absolute ("S7 boundaries ready", load_ours, &input, 2);
  maak_bench_ratio ("S7   against parsing TopoJSON with json-glib", load_ours, load_topology, &input, 1);
  g_free (input.text);
  return 0;
}
