/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The labels of a map: each region's value, with its name where there is room. A label within its region lies wholly
 * in it, at the spot where it has most room, so labels of two regions cannot meet. What does not fit there goes to the
 * callouts (maak-map-callouts.c).
 *
 * On a map of many regions (municipalities) only values that fit are shown; the legend says so.
 */
#include "draw/maak-map-private.h"

#include "draw/maak-notation.h"

#include <string.h>

/* Room around a label within its region, points. */
#define PADDING 1.6

#define SMALLER 0.86

/* No digit or sign of a value is narrower, in letters' sizes, on average. */
#define NARROWEST 0.4

static MaakStyle
get_line_style (MaakPen *pen, const MaakMapLabel *label, guint line)
{
  gboolean value = line == label->n_lines - 1;

  return (MaakStyle) { label->size * (value ? 0.95 : 0.85), 1.14, value ? MAAK_WEIGHT_SEMIBOLD : MAAK_WEIGHT_REGULAR, pen->scheme->ink };
}

/* A label of @region without lines. */
MaakMapLabel *
maak_map_label_new (MaakPicture *picture, guint region)
{
  MaakMapLabel *label = g_new0 (MaakMapLabel, 1);

  label->region = region;
  label->size = 1;
  return label;
}

void
maak_map_label_free (MaakMapLabel *label)
{
  for (guint i = 0; i < label->n_lines; i++)
    g_free (label->lines[i]);
  g_free (label);
}

/* Gives the label its value, and above it the name on one line, on two where it has a hyphen, or on none. */
void
maak_map_label_set_lines (MaakMapLabel *label, MaakPicture *picture, guint n_name_lines)
{
  const char *name = maak_picture_get_region_name (picture, label->region), *hyphen = strpbrk (name, "- ");
  double      value;
  MaakStatus  status = maak_picture_get_value (picture, label->region, &value);

  for (guint i = 0; i < label->n_lines; i++)
    g_free (label->lines[i]);
  label->n_lines = 0;
  if (n_name_lines == 2 && hyphen != NULL)
    {
      label->lines[label->n_lines++] = g_strndup (name, (gsize) (hyphen - name) + (*hyphen == '-' ? 1 : 0));
      label->lines[label->n_lines++] = g_strdup (hyphen + 1);
    }
  else if (n_name_lines > 0)
    {
      label->lines[label->n_lines++] = g_strdup (name);
    }
  label->lines[label->n_lines++] = maak_notation_dup_value (picture->unit, value, status, picture->language);
}

/* The size of the label's box, points. */
void
maak_map_label_measure (const MaakMapLabel *label, MaakPen *pen, double *width, double *height)
{
  *width = *height = 0;
  for (guint i = 0; i < label->n_lines; i++)
    {
      MaakStyle style = get_line_style (pen, label, i);

      *width = MAX (*width, maak_pen_measure_line (pen, label->lines[i], &style));
      *height += maak_pen_get_leading (pen, &style);
    }
}

/* Whether a rectangle, in metres, fits into the region, and where. */
static gboolean
find_spot (MaakPicture *picture, guint region, double width, double height, const MaakMapFrame *frame, MaakPoint *spot)
{
  double grow = maak_plane_find_spot (picture->plane, picture->level, region, width, height, spot);

  /* The plane knows the spot of a rectangle that is up to a fifth wider; where that is nearly too large, it is looked at closely. */
  if (grow >= 1 || grow < 0.8 || frame->live)
    return grow >= 1;
  return maak_projected_find_spot (frame->coarse, picture->level, region, width, height, spot) >= 1;
}

/* Puts the label into its region; whether it fits. */
static gboolean
try_in_region (MaakPicture *picture, MaakMapLabel *label, MaakPen *pen, const MaakMapFrame *frame, guint n_name_lines)
{
  double     width, height, scale = frame->view.scale;
  MaakPoint  spot;
  MaakExtent extent = maak_plane_get_extent (picture->plane, picture->level, (int) label->region);

  maak_map_label_set_lines (label, picture, n_name_lines);
  /* Most small regions are told by the number of letters, without setting them. */
  if (extent.width * scale < NARROWEST * label->size * pen->size * (double) g_utf8_strlen (label->lines[label->n_lines - 1], -1))
    return FALSE;
  maak_map_label_measure (label, pen, &width, &height);
  if (extent.width * scale < width || extent.height * scale < height)
    return FALSE;
  if (!find_spot (picture, label->region, (width + 2 * PADDING) / scale, (height + PADDING) / scale, frame, &spot))
    return FALSE;
  label->box = (MaakBox) { frame->view.left + (spot.x - frame->view.x0) * scale - width / 2,
                           frame->view.top + (frame->view.y0 - spot.y) * scale - height / 2, width, height };
  return TRUE;
}

/* The labels of a map with filled regions, callouts included. */
GPtrArray *
maak_map_place_labels (MaakPicture *picture, MaakPen *pen, const MaakMapFrame *frame, const GArray *circles)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_map_label_free);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));
  guint    n = maak_picture_get_n (picture);
  gboolean many = n > MAAK_MAP_MANY;

  for (guint i = 0; i < n; i++)
    {
      MaakMapLabel *label;
      double        value;
      gboolean      fits;

      if (!maak_status_has_value (maak_picture_get_value (picture, i, &value)) || !maak_map_is_seen (picture, frame, i))
        continue;
      label = maak_map_label_new (picture, i);
      fits = !many && (try_in_region (picture, label, pen, frame, 1) || try_in_region (picture, label, pen, frame, 2));
      fits = fits || try_in_region (picture, label, pen, frame, 0);
      /* Smaller letters at home are better than a line across the map. */
      if (!fits && !many)
        {
          label->size = SMALLER;
          fits = try_in_region (picture, label, pen, frame, 0);
        }
      if (fits)
        {
          g_ptr_array_add (labels, label);
          continue;
        }
      maak_map_label_free (label);
      g_array_append_val (left, i);
    }
  if (!frame->live)
    maak_map_place_callouts (picture, pen, frame, circles, labels, left, G_MAXDOUBLE);
  return labels;
}

/* What the letters of a label stand on. */
static MaakColor
get_ground (MaakPicture *picture, MaakPen *pen, const MaakMapLabel *label)
{
  double value;

  if (label->callout)
    return pen->scheme->paper;
  if (picture->circles)
    return label->on_circle ? maak_map_get_circle_color (picture) : pen->scheme->land;
  maak_picture_get_value (picture, label->region, &value);
  return maak_picture_get_class_color (picture, maak_classes_find (&picture->classes, value));
}

/* Letters on a hatch are hard to read: a plain ground behind them. */
static void
clear_hatch (MaakPicture *picture, MaakPen *pen, const MaakMapLabel *label, MaakColor ground)
{
  double value;

  if (label->callout || (picture->circles && !label->on_circle))
    return;
  if (maak_picture_get_value (picture, label->region, &value) != MAAK_STATUS_PROVISIONAL)
    return;
  maak_pen_set_color (pen, ground);
  cairo_rectangle (pen->cr, label->box.x - 0.6, label->box.y, label->box.width + 1.2, label->box.height);
  cairo_fill (pen->cr);
}

static void
draw_leader (MaakPen *pen, const MaakMapLabel *label)
{
  double x = CLAMP (label->x, label->box.x, label->box.x + label->box.width);
  double y = CLAMP (label->y, label->box.y, label->box.y + label->box.height);

  cairo_new_path (pen->cr);
  cairo_move_to (pen->cr, x, y);
  cairo_line_to (pen->cr, label->x, label->y);
  maak_pen_set_color (pen, pen->scheme->ink);
  cairo_set_line_width (pen->cr, 0.45);
  cairo_stroke (pen->cr);
  if (label->on_circle)
    return;
  cairo_arc (pen->cr, label->x, label->y, 1.1, 0, 2 * G_PI);
  cairo_fill (pen->cr);
}

void
maak_map_draw_labels (MaakPicture *picture, MaakPen *pen, GPtrArray *labels)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const MaakMapLabel *label = labels->pdata[i];
      MaakColor           ground = get_ground (picture, pen, label), ink = maak_color_get_text_on (ground);
      double              y = label->box.y;

      clear_hatch (picture, pen, label, ground);
      if (label->callout)
        draw_leader (pen, label);
      pen->kind = label->callout ? MAAK_MARK_CALLOUT : MAAK_MARK_LABEL;
      pen->region = (int) label->region;
      for (guint j = 0; j < label->n_lines; j++)
        {
          MaakStyle style = get_line_style (pen, label, j);

          style.color = ink;
          maak_pen_draw_line (pen, label->lines[j], &style, label->box.x + label->box.width / 2, y, MAAK_ALIGN_CENTER);
          y += maak_pen_get_leading (pen, &style);
        }
    }
}
