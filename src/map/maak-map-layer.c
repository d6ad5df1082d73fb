/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The layer between libshumate and draw/. libshumate keeps where the map is (its viewport) and turns drags, wheel and pinch into
 * that; this layer says how a plane in Web Mercator lands in it, lets a MaakMapCanvas paint, and shows what it painted: as it
 * is with the cairo renderer, as a texture with all others, so that a graphics card shifts and scales it.
 *
 * *Moving* is from a change of the viewport until it has rested for a moment. While moving, a painting in another scale may be
 * shown scaled; at rest it is painted sharp, and the children are put where their regions are.
 *
 * *Fitted* is a map that shows the whole country, and goes on doing so when its size changes; it ends when the person moves.
 *
 * The children are MaakMapRegions, in the order of the regions. They draw nothing and take no clicks. The layer is one stop of the
 * tab key: on entering, the focus goes to one of them, and from there the view moves it by arrow keys.
 */
#include "map/maak-map-layer.h"

#include "draw/maak-map-canvas.h"
#include "map/maak-map-region.h"

#include <math.h>

/* Pixels around the country when it is fitted. */
#define MARGIN 10.0

/* Milliseconds without a change after which the map is at rest. */
#define REST 70

/* Metres around the world in Web Mercator, and metres of its radius. */
#define AROUND 40075016.685578488
#define RADIUS 6378137.0

struct _MaakMapLayer
{
  ShumateLayer parent_instance;

  MaakMapCanvas    *canvas;
  MaakMapScene     *scene;   /* NULL: nothing is shown yet */
  GPtrArray        *regions; /* of MaakMapRegion, borrowed: the children */
  GtkAccessibleRole role;
  MaakLevel         level;   /* of the children */
  int               hovered; /* -1: none */
  GArray           *chosen;  /* of guint */
  int               focused; /* the region that has the keyboard's focus; -1: none */
  int               last;    /* that had it last; -1: none */
  GdkTexture       *texture; /* of the canvas's surface; NULL with the cairo renderer */
  guint             serial;  /* of what the texture shows */
  gboolean          fitted, fitting, moving;
  guint             rest; /* id of a source */
  guint             naming;
};

enum
{
  REGION_ACTIVATED,
  FOCUS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakMapLayer, maak_map_layer, SHUMATE_TYPE_LAYER)

static ShumateViewport *
get_viewport (MaakMapLayer *self)
{
  return shumate_layer_get_viewport (SHUMATE_LAYER (self));
}

static MaakMapStage
make_stage (MaakMapLayer *self)
{
  GtkNative  *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return (MaakMapStage) { gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)),
                          surface != NULL ? gdk_surface_get_scale (surface) : 1, maak_map_layer_get_view (self) };
}

/* Puts each child where its region is. */
static void
place_regions (MaakMapLayer *self)
{
  MaakView view = maak_map_layer_get_view (self);

  if (self->scene == NULL)
    return;
  for (guint i = 0; i < self->regions->len; i++)
    {
      MaakExtent extent = maak_plane_get_extent (maak_map_scene_get_plane (self->scene), self->level, (int) i);
      double     x = floor (view.left + (extent.x - view.x0) * view.scale), y = floor (view.top + (view.y0 - extent.y - extent.height) * view.scale);
      g_autoptr (GskTransform) transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y));
      int width, height;

      gtk_widget_measure (self->regions->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      gtk_widget_measure (self->regions->pdata[i], GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      gtk_widget_allocate (self->regions->pdata[i], MAX ((int) ceil (extent.width * view.scale), MAX (width, 1)), MAX ((int) ceil (extent.height * view.scale), MAX (height, 1)), -1, g_steal_pointer (&transform));
    }
}

static gboolean
come_to_rest_cb (gpointer data)
{
  MaakMapLayer *self = data;

  self->rest = 0;
  self->moving = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
move_cb (MaakMapLayer *self)
{
  if (!self->fitting)
    {
      self->fitted = FALSE;
      self->moving = TRUE;
      g_clear_handle_id (&self->rest, g_source_remove);
      self->rest = g_timeout_add (REST, come_to_rest_cb, self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The painter knows no turned maps. */
static void
turn_back_cb (MaakMapLayer *self)
{
  if (shumate_viewport_get_rotation (get_viewport (self)) != 0)
    shumate_viewport_set_rotation (get_viewport (self), 0);
}

static void
name_regions (MaakMapLayer *self)
{
  g_clear_handle_id (&self->naming, g_source_remove);
  for (guint i = 0; i < self->regions->len; i++)
    {
      g_autofree char *name = maak_map_scene_dup_name (self->scene, i), *details = maak_map_scene_dup_details (self->scene, i);

      maak_map_region_set_name (self->regions->pdata[i], name, details);
    }
}

static void
show_chosen (MaakMapLayer *self)
{
  for (guint i = 0; i < self->regions->len; i++)
    {
      gboolean chosen = FALSE;

      for (guint j = 0; j < self->chosen->len; j++)
        chosen = chosen || g_array_index (self->chosen, guint, j) == i;
      maak_map_region_set_chosen (self->regions->pdata[i], chosen);
    }
}

static void
activate_region_cb (MaakMapLayer *self, MaakMapRegion *region)
{
  g_signal_emit (self, signals[REGION_ACTIVATED], 0, maak_map_region_get_index (region));
}

static void
focus_region_cb (MaakMapLayer *self, GParamSpec *pspec, MaakMapRegion *region)
{
  int index = (int) maak_map_region_get_index (region);

  if (gtk_widget_has_focus (GTK_WIDGET (region)))
    self->focused = self->last = index;
  else if (self->focused == index)
    self->focused = -1;
  else
    return;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[FOCUS_CHANGED], 0);
}

static void
remove_regions (MaakMapLayer *self)
{
  for (guint i = 0; i < self->regions->len; i++)
    gtk_widget_unparent (self->regions->pdata[i]);
  g_ptr_array_set_size (self->regions, 0);
  self->focused = self->last = -1;
}

static void
make_regions (MaakMapLayer *self)
{
  guint n = maak_map_scene_get_n (self->scene);

  if (self->regions->len > 0 && self->level == maak_map_scene_get_level (self->scene) && self->regions->len == n)
    return;
  remove_regions (self);
  self->level = maak_map_scene_get_level (self->scene);
  for (guint i = 0; i < n; i++)
    {
      MaakMapRegion *region = maak_map_region_new (i, self->role);

      g_signal_connect_object (region, "activated", G_CALLBACK (activate_region_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (region, "notify::has-focus", G_CALLBACK (focus_region_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (GTK_WIDGET (region), GTK_WIDGET (self));
      g_ptr_array_add (self->regions, region);
    }
  show_chosen (self);
}

/* After the painting: names are heard later than a picture is seen. */
static gboolean
name_regions_cb (gpointer data)
{
  MaakMapLayer *self = data;

  self->naming = 0;
  make_regions (self);
  name_regions (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Now, when the focus must go to one of them. */
static void
ensure_regions (MaakMapLayer *self)
{
  if (self->scene == NULL || self->naming == 0)
    return;
  make_regions (self);
  name_regions (self);
}

static GdkTexture *
get_texture (MaakMapLayer *self)
{
  cairo_surface_t *surface = maak_map_canvas_get_surface (self->canvas);
  g_autoptr (GBytes) bytes = NULL;
  int width, height, stride;

  if (self->texture != NULL && self->serial == maak_map_canvas_get_serial (self->canvas))
    return self->texture;
  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height, (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  g_clear_object (&self->texture);
  self->texture = gdk_memory_texture_new (width, height, G_BYTE_ORDER == G_LITTLE_ENDIAN ? GDK_MEMORY_B8G8R8X8 : GDK_MEMORY_X8R8G8B8, bytes, (gsize) stride);
  self->serial = maak_map_canvas_get_serial (self->canvas);
  return self->texture;
}

static void
show_canvas (MaakMapLayer *self, GtkSnapshot *snapshot, const MaakMapStage *stage)
{
  GtkNative       *native = gtk_widget_get_native (GTK_WIDGET (self));
  GskRenderer     *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;
  graphene_rect_t  bounds = GRAPHENE_RECT_INIT (0, 0, (float) stage->width, (float) stage->height);
  const MaakColor *paper = &maak_map_scene_get_scheme (self->scene)->paper;
  MaakBox          box;

  if (renderer == NULL || GSK_IS_CAIRO_RENDERER (renderer))
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

      maak_map_canvas_draw (self->canvas, cr, stage);
      cairo_destroy (cr);
      return;
    }
  box = maak_map_canvas_locate (self->canvas, stage);
  gtk_snapshot_push_clip (snapshot, &bounds);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { (float) paper->red, (float) paper->green, (float) paper->blue, 1 }, &bounds);
  gtk_snapshot_append_scaled_texture (snapshot, get_texture (self), GSK_SCALING_FILTER_LINEAR, &GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.width, (float) box.height));
  gtk_snapshot_pop (snapshot);
}

static void
emphasise (MaakMapLayer *self, cairo_t *cr, const MaakView *view)
{
  int focused = maak_map_layer_get_focused (self);

  for (guint i = 0; i < self->chosen->len; i++)
    maak_map_scene_emphasise (self->scene, cr, view, g_array_index (self->chosen, guint, i), MAAK_EMPHASIS_SELECTED);
  if (self->hovered >= 0 && self->hovered != focused)
    maak_map_scene_emphasise (self->scene, cr, view, (guint) self->hovered, MAAK_EMPHASIS_HOVERED);
  if (focused >= 0 && (gtk_widget_get_state_flags (self->regions->pdata[focused]) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0)
    maak_map_scene_emphasise (self->scene, cr, view, (guint) focused, MAAK_EMPHASIS_FOCUSED);
}

static void
maak_map_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MaakMapLayer *self = MAAK_MAP_LAYER (widget);
  MaakMapStage  stage = make_stage (self);
  cairo_t      *cr;

  if (self->scene == NULL || stage.width <= 0 || stage.height <= 0)
    return;
  if (!maak_map_canvas_update (self->canvas, &stage, self->moving) && self->rest == 0)
    self->rest = g_timeout_add (REST, come_to_rest_cb, self);
  show_canvas (self, snapshot, &stage);
  if (self->chosen->len == 0 && self->hovered < 0 && maak_map_layer_get_focused (self) < 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) stage.width, (float) stage.height));
  emphasise (self, cr, &stage.view);
  cairo_destroy (cr);
}

/* Puts a point of the plane into the middle. */
static void
center_on (MaakMapLayer *self, double x, double y)
{
  shumate_location_set_location (SHUMATE_LOCATION (get_viewport (self)), atan (sinh (y / RADIUS)) * 180 / G_PI, x / RADIUS * 180 / G_PI);
}

static void
fit (MaakMapLayer *self)
{
  double     width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  MaakBox    box = { MARGIN, MARGIN, MAX (width - 2 * MARGIN, 1), MAX (height - 2 * MARGIN, 1) };
  MaakExtent extent;
  MaakView   view;

  self->fitted = TRUE;
  if (self->scene == NULL || width <= 0 || height <= 0)
    return;
  extent = maak_plane_get_extent (maak_map_scene_get_plane (self->scene), maak_map_scene_get_level (self->scene), MAAK_ALL_REGIONS);
  view = maak_view_fit (&extent, &box);
  self->fitting = TRUE;
  self->moving = FALSE;
  shumate_viewport_set_zoom_level (get_viewport (self), log2 (view.scale * AROUND / 256));
  center_on (self, extent.x + extent.width / 2, extent.y + extent.height / 2);
  self->fitting = FALSE;
}

static void
maak_map_layer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MaakMapLayer *self = MAAK_MAP_LAYER (widget);

  if (self->fitted)
    fit (self);
  if (!self->moving)
    place_regions (self);
}

static void
maak_map_layer_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *least, int *natural, int *least_baseline, int *natural_baseline)
{
  *least = 1;
  *natural = 200;
  *least_baseline = *natural_baseline = -1;
}

/* One stop of the tab key: in, and out again. */
static gboolean
maak_map_layer_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MaakMapLayer *self = MAAK_MAP_LAYER (widget);
  guint         region = 0;

  if (self->scene == NULL || maak_map_layer_get_focused (self) >= 0)
    return FALSE;
  ensure_regions (self);
  if (self->regions->len == 0)
    return FALSE;
  if (self->last >= 0)
    region = (guint) self->last;
  else if (self->chosen->len > 0)
    region = g_array_index (self->chosen, guint, 0);
  return gtk_widget_grab_focus (self->regions->pdata[MIN (region, self->regions->len - 1)]);
}

static void
maak_map_layer_constructed (GObject *object)
{
  MaakMapLayer    *self = MAAK_MAP_LAYER (object);
  ShumateViewport *viewport;

  G_OBJECT_CLASS (maak_map_layer_parent_class)->constructed (object);

  viewport = get_viewport (self);
  g_signal_connect_object (viewport, "notify::latitude", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::longitude", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::rotation", G_CALLBACK (turn_back_cb), self, G_CONNECT_SWAPPED);
}

static void
maak_map_layer_dispose (GObject *object)
{
  MaakMapLayer *self = MAAK_MAP_LAYER (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_handle_id (&self->naming, g_source_remove);
  remove_regions (self);
  g_clear_object (&self->texture);
  maak_map_canvas_set_scene (self->canvas, NULL);
  g_clear_pointer (&self->scene, maak_map_scene_unref);

  G_OBJECT_CLASS (maak_map_layer_parent_class)->dispose (object);
}

static void
maak_map_layer_finalize (GObject *object)
{
  MaakMapLayer *self = MAAK_MAP_LAYER (object);

  maak_map_canvas_free (self->canvas);
  g_ptr_array_unref (self->regions);
  g_array_unref (self->chosen);

  G_OBJECT_CLASS (maak_map_layer_parent_class)->finalize (object);
}

static void
maak_map_layer_class_init (MaakMapLayerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = maak_map_layer_constructed;
  object_class->dispose = maak_map_layer_dispose;
  object_class->finalize = maak_map_layer_finalize;
  widget_class->focus = maak_map_layer_focus;
  widget_class->measure = maak_map_layer_measure;
  widget_class->size_allocate = maak_map_layer_size_allocate;
  widget_class->snapshot = maak_map_layer_snapshot;

  signals[REGION_ACTIVATED] = g_signal_new ("region-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FOCUS_CHANGED] = g_signal_new ("focus-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
maak_map_layer_init (MaakMapLayer *self)
{
  self->canvas = maak_map_canvas_new ();
  self->regions = g_ptr_array_new ();
  self->chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  self->hovered = self->focused = self->last = -1;
  self->fitted = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * maak_map_layer_new:
 * @viewport: of the map
 * @region_role: what a region is to assistive tools: a button, or a check box where regions are chosen
 *
 * Returns: (transfer floating): a layer that shows nothing yet
 */
MaakMapLayer *
maak_map_layer_new (ShumateViewport *viewport, GtkAccessibleRole region_role)
{
  MaakMapLayer *self = g_object_new (MAAK_TYPE_MAP_LAYER, "viewport", viewport, NULL);

  self->role = region_role;
  return self;
}

/**
 * maak_map_layer_set_scene:
 * @self: a layer
 * @scene: what to show
 *
 * Shows another scene, in the same view.
 */
void
maak_map_layer_set_scene (MaakMapLayer *self, MaakMapScene *scene)
{
  MaakMapScene *old = self->scene;
  gboolean      other = old == NULL || maak_map_scene_get_level (old) != maak_map_scene_get_level (scene);

  self->scene = maak_map_scene_ref (scene);
  g_clear_pointer (&old, maak_map_scene_unref);
  maak_map_canvas_set_scene (self->canvas, scene);
  if (other)
    {
      self->hovered = -1;
      g_array_set_size (self->chosen, 0);
      remove_regions (self);
    }
  if (self->naming == 0)
    self->naming = g_idle_add (name_regions_cb, self);
  if (self->fitted)
    fit (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * maak_map_layer_get_view:
 * @self: a layer
 *
 * Returns: where a plane in Web Mercator lands on the layer, pixels
 */
MaakView
maak_map_layer_get_view (MaakMapLayer *self)
{
  ShumateViewport *viewport = get_viewport (self);
  MaakPoint        middle = maak_projection_project (MAAK_PROJECTION_MERCATOR, shumate_location_get_longitude (SHUMATE_LOCATION (viewport)), shumate_location_get_latitude (SHUMATE_LOCATION (viewport)));

  return (MaakView) { middle.x, middle.y, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0,
                      256 * pow (2, shumate_viewport_get_zoom_level (viewport)) / AROUND };
}

/**
 * maak_map_layer_fit:
 * @self: a layer
 *
 * Shows the whole country, also when the size of the layer changes, until the person moves the map.
 */
void
maak_map_layer_fit (MaakMapLayer *self)
{
  fit (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * maak_map_layer_reveal:
 * @self: a layer
 * @region: index within the level
 *
 * Moves the map so that the region is seen, if it is not.
 */
void
maak_map_layer_reveal (MaakMapLayer *self, guint region)
{
  MaakView   view = maak_map_layer_get_view (self);
  MaakExtent extent = maak_plane_get_extent (maak_map_scene_get_plane (self->scene), maak_map_scene_get_level (self->scene), (int) region);
  double     x = extent.x + extent.width / 2, y = extent.y + extent.height / 2;
  double     left = view.left + (x - view.x0) * view.scale, top = view.top + (view.y0 - y) * view.scale;

  /* All of it is seen, or will be as soon as the layer has a size. */
  if (self->fitted)
    return;
  if (left < 0 || top < 0 || left > 2 * view.left || top > 2 * view.top)
    center_on (self, x, y);
}

/**
 * maak_map_layer_set_hovered:
 * @self: a layer
 * @region_or_none: index within the level; -1: none
 *
 * Lets a region stand out.
 */
void
maak_map_layer_set_hovered (MaakMapLayer *self, int region_or_none)
{
  if (self->hovered == region_or_none)
    return;
  self->hovered = region_or_none;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * maak_map_layer_set_chosen:
 * @self: a layer
 * @regions: (element-type guint): indices within the level; copied
 *
 * Lets regions stand out as chosen.
 */
void
maak_map_layer_set_chosen (MaakMapLayer *self, GArray *regions)
{
  g_array_set_size (self->chosen, 0);
  g_array_append_vals (self->chosen, regions->data, regions->len);
  show_chosen (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * maak_map_layer_get_focused:
 * @self: a layer
 *
 * Returns: the region that has the keyboard's focus, its index within the level; -1: none
 */
int
maak_map_layer_get_focused (MaakMapLayer *self)
{
  return self->focused;
}

/**
 * maak_map_layer_focus_region:
 * @self: a layer
 * @region: index within the level
 *
 * Gives the keyboard's focus to a region, and shows it.
 */
void
maak_map_layer_focus_region (MaakMapLayer *self, guint region)
{
  ensure_regions (self);
  if (region >= self->regions->len)
    return;
  maak_map_layer_reveal (self, region);
  gtk_widget_grab_focus (self->regions->pdata[region]);
}
