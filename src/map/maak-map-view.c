/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The map as a widget: libshumate's map without tiles, with one layer of our own (maak-map-layer.c), zoom buttons, and a note that
 * says what lies under the pointer or has the focus.
 *
 * What is to be shown is set in pieces; from them the *scene* is made, anew whenever a piece changes. The "changed" signal tells
 * legend and ranks that it is another one, or that circles have another size.
 *
 * By mouse: a drag pans, the wheel zooms, a click selects and activates, hovering shows the note. By keyboard: the tab key goes to a
 * region and on to the buttons; arrow keys go from region to region, Enter activates; + and - zoom, 0 and Home show the whole
 * country. *Selected* is one region that others (ranks, profile) follow; where regions are chosen (MaakRegionChooser) it is
 * not used: there are any number of *chosen* ones, and activating a region leaves it to the owner what happens.
 *
 * Colours follow the style scheme, letters the font of the interface.
 */
#include "map/maak-map-view.h"

#include "map/maak-blank-source.h"
#include "map/maak-map-layer.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* Levels of zoom: where the country is 60 pixels wide, and where its generalised borders begin to look coarse. */
#define LEAST_ZOOM 4
#define MOST_ZOOM 12

/* Levels of zoom for a key or a button. */
#define ZOOM_STEP 0.5

/* Pixels of width from which the note tells more than the value. */
#define ROOM_FOR_DETAILS 420

/* Letters in a line of the note: over the North Sea, where it lies, there is that much room. */
#define NOTE_CHARS 24
#define NARROW_NOTE_CHARS 14

/* Of the interface's letters. */
#define LETTERS 0.8

struct _MaakMapView
{
  GtkWidget parent_instance;

  GtkWidget *overlay, *place, *note, *note_name, *note_details, *zoom;

  ShumateMap   *map;
  MaakMapLayer *layer;
  gboolean      choosing;

  MaakPlane      *plane;
  MaakRegionSet  *set;
  MaakIndicator  *indicator;
  MaakClassMethod method;
  guint           n_classes;
  gboolean        fill;
  MaakLevel       level;
  GPtrArray      *regions; /* of const MaakRegion */
  MaakLanguage    language;
  MaakMapScene   *scene; /* NULL: no boundaries yet */
  char           *font;  /* of the scene: family, and pixels of a letter of the interface */
  double          font_size;

  char  *selected, *hovered; /* codes */
  GStrv  chosen;
  double pressed_x, pressed_y;
  int    width, height; /* pixels, when circles were last sized */
};

typedef enum
{
  PROP_SELECTED = 1,
  PROP_HOVERED,
} MaakMapViewProp;

static GParamSpec *props[PROP_HOVERED + 1];

enum
{
  ACTIVATED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakMapView, maak_map_view, GTK_TYPE_WIDGET)

/* Pixels of a letter of the interface. */
static double
get_font_size (GtkWidget *widget)
{
  PangoContext               *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double                      size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double                      resolution = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * (resolution > 0 ? resolution : 96) / 72;
}

static void
show_note (MaakMapView *self, int region)
{
  g_autofree char *name = region >= 0 ? maak_map_scene_dup_name (self->scene, (guint) region) : NULL;
  g_autofree char *details = region >= 0 ? maak_map_scene_dup_details (self->scene, (guint) region) : NULL;
  gboolean         roomy = gtk_widget_get_width (GTK_WIDGET (self)) >= ROOM_FOR_DETAILS;

  gtk_widget_set_visible (self->note, region >= 0);
  if (region < 0)
    return;
  gtk_label_set_text (GTK_LABEL (self->note_name), name);
  gtk_label_set_text (GTK_LABEL (self->note_details), details);
  gtk_widget_set_css_classes (self->note_name, (const char *[]) { roomy ? "heading" : "caption-heading", NULL });
  gtk_label_set_max_width_chars (GTK_LABEL (self->note_name), roomy ? NOTE_CHARS : NARROW_NOTE_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (self->note_details), NOTE_CHARS);
  gtk_widget_set_visible (self->note_details, *details != '\0' && roomy);
}

/* Brings layer and note into step with the codes. */
static void
show_state (MaakMapView *self)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  int hovered = maak_map_scene_lookup (self->scene, self->hovered), selected = maak_map_scene_lookup (self->scene, self->selected);

  if (selected >= 0)
    g_array_append_val (chosen, selected);
  for (guint i = 0; self->chosen != NULL && self->chosen[i] != NULL; i++)
    {
      int region = maak_map_scene_lookup (self->scene, self->chosen[i]);

      if (region >= 0)
        g_array_append_val (chosen, region);
    }
  maak_map_layer_set_chosen (self->layer, chosen);
  maak_map_layer_set_hovered (self->layer, hovered);
  show_note (self, hovered);
}

static gboolean
is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

static const char *
get_font_family (GtkWidget *widget)
{
  return pango_font_description_get_family (pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
}

/* Makes the scene anew, and tells. */
static void
make_scene (MaakMapView *self)
{
  MaakMapSceneOptions options = { 0 };

  if (self->plane == NULL)
    return;
  self->font_size = get_font_size (GTK_WIDGET (self));
  g_set_str (&self->font, get_font_family (GTK_WIDGET (self)));
  options.plane = self->plane;
  options.set = self->set;
  options.level = self->level;
  options.indicator = self->indicator;
  options.regions = (const MaakRegion *const *) self->regions->pdata;
  options.n_regions = self->regions->len;
  options.method = self->method;
  options.n_classes = self->n_classes;
  options.fill = self->fill;
  options.language = self->language;
  options.scheme = maak_scheme_get (is_dark ());
  options.font = self->font;
  options.font_size = LETTERS * self->font_size;
  g_clear_pointer (&self->scene, maak_map_scene_unref);
  self->scene = maak_map_scene_new (&options);
  maak_map_layer_set_scene (self->layer, self->scene);
  show_state (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_hovered_region (MaakMapView *self, int region)
{
  maak_map_view_set_hovered (self, region >= 0 ? maak_region_get_code (maak_map_scene_get_region (self->scene, (guint) region)) : NULL);
}

static void
activate_region_cb (MaakMapView *self, guint region)
{
  const char *code;

  if (self->scene == NULL)
    return;
  code = maak_region_get_code (maak_map_scene_get_region (self->scene, region));
  if (!self->choosing)
    maak_map_view_set_selected (self, code);
  g_signal_emit (self, signals[ACTIVATED], 0, code);
}

/* The region that somebody went to by keyboard; -1: none. That the focus is there is not enough: it must be somewhere when a page is
 * opened. */
static int
get_visited (MaakMapView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root)) ? maak_map_layer_get_focused (self->layer) : -1;
}

static void
focus_changed_cb (MaakMapView *self)
{
  int focused = maak_map_layer_get_focused (self->layer);

  if (self->scene == NULL)
    return;
  if (focused >= 0)
    maak_map_layer_reveal (self->layer, (guint) focused);
  set_hovered_region (self, get_visited (self));
}

static void
motion_cb (MaakMapView *self, double x, double y)
{
  MaakView view;

  if (self->scene == NULL)
    return;
  view = maak_map_layer_get_view (self->layer);
  set_hovered_region (self, maak_map_scene_find (self->scene, &view, x, y));
}

static void
leave_cb (MaakMapView *self)
{
  if (self->scene != NULL)
    set_hovered_region (self, get_visited (self));
}

static void
pressed_cb (MaakMapView *self, int n_press, double x, double y)
{
  self->pressed_x = x;
  self->pressed_y = y;
}

static void
released_cb (MaakMapView *self, int n_press, double x, double y)
{
  MaakView view;
  int      region;

  /* The end of a drag is a release, too. */
  if (self->scene == NULL || gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->pressed_x, (int) self->pressed_y, (int) x, (int) y))
    return;
  view = maak_map_layer_get_view (self->layer);
  region = maak_map_scene_find (self->scene, &view, x, y);
  if (region < 0)
    {
      if (!self->choosing)
        maak_map_view_set_selected (self, NULL);
      return;
    }
  maak_map_layer_focus_region (self->layer, (guint) region);
  activate_region_cb (self, (guint) region);
}

static void
zoom_by (MaakMapView *self, double step)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  double           zoom = CLAMP (shumate_viewport_get_zoom_level (viewport) + step, LEAST_ZOOM, MOST_ZOOM);

  shumate_map_stop_go_to (self->map);
  shumate_viewport_set_zoom_level (viewport, zoom);
}

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (MAAK_MAP_VIEW (widget), ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (MAAK_MAP_VIEW (widget), -ZOOM_STEP);
}

static void
fit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  maak_map_view_fit (MAAK_MAP_VIEW (widget));
}

static gboolean
move_focus (MaakMapView *self, MaakDirection direction)
{
  int focused = maak_map_layer_get_focused (self->layer), next;

  if (focused < 0 || self->scene == NULL)
    return FALSE;
  next = maak_plane_find_neighbour (self->plane, maak_map_scene_get_level (self->scene), (guint) focused, direction);
  if (next >= 0)
    maak_map_layer_focus_region (self->layer, (guint) next);
  return TRUE;
}

/* Before libshumate's own arrow keys, which pan. */
static gboolean
key_pressed_cb (MaakMapView *self, guint key, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move_focus (self, MAAK_DIRECTION_NORTH);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move_focus (self, MAAK_DIRECTION_SOUTH);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move_focus (self, MAAK_DIRECTION_WEST);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move_focus (self, MAAK_DIRECTION_EAST);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      if (maak_map_layer_get_focused (self->layer) < 0)
        return FALSE;
      activate_region_cb (self, (guint) maak_map_layer_get_focused (self->layer));
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_controllers (MaakMapView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new (), *key = gtk_event_controller_key_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), motion);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

static void
make_map (MaakMapView *self)
{
  g_autoptr (ShumateMapSource) source = maak_blank_source_new (LEAST_ZOOM, MOST_ZOOM);
  ShumateViewport *viewport;

  self->map = shumate_map_new ();
  viewport = shumate_map_get_viewport (self->map);
  shumate_viewport_set_reference_map_source (viewport, source);
  shumate_map_set_zoom_on_double_click (self->map, FALSE);
  shumate_map_set_animate_zoom (self->map, FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self->map), FALSE);
  gtk_widget_set_cursor (GTK_WIDGET (self->map), NULL);
  self->layer = maak_map_layer_new (viewport, self->choosing ? GTK_ACCESSIBLE_ROLE_CHECKBOX : GTK_ACCESSIBLE_ROLE_BUTTON);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->layer));
  g_signal_connect_object (self->layer, "region-activated", G_CALLBACK (activate_region_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layer, "focus-changed", G_CALLBACK (focus_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self->place), GTK_WIDGET (self->map));
  add_controllers (self);
}

static void
maak_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MaakMapView *self = MAAK_MAP_VIEW (widget);

  GTK_WIDGET_CLASS (maak_map_view_parent_class)->size_allocate (widget, width, height, baseline);
  if ((width != self->width || height != self->height) && self->scene != NULL && maak_map_scene_has_circles (self->scene))
    g_signal_emit (self, signals[CHANGED], 0);
  self->width = width;
  self->height = height;
}

/* Letters on the map are those of the interface, larger ones too. */
static void
maak_map_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  MaakMapView *self = MAAK_MAP_VIEW (widget);

  GTK_WIDGET_CLASS (maak_map_view_parent_class)->css_changed (widget, change);
  if (self->scene != NULL && (self->font_size != get_font_size (widget) || g_strcmp0 (self->font, get_font_family (widget)) != 0))
    make_scene (self);
}

static void
maak_map_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MaakMapView *self = MAAK_MAP_VIEW (object);

  switch ((MaakMapViewProp) prop_id)
    {
    case PROP_SELECTED:
      g_value_set_string (value, self->selected);
      break;
    case PROP_HOVERED:
      g_value_set_string (value, self->hovered);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
maak_map_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MaakMapView *self = MAAK_MAP_VIEW (object);

  switch ((MaakMapViewProp) prop_id)
    {
    case PROP_SELECTED:
      maak_map_view_set_selected (self, g_value_get_string (value));
      break;
    case PROP_HOVERED:
      maak_map_view_set_hovered (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
maak_map_view_dispose (GObject *object)
{
  MaakMapView *self = MAAK_MAP_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_MAP_VIEW);
  g_clear_pointer (&self->scene, maak_map_scene_unref);
  g_clear_pointer (&self->indicator, maak_indicator_unref);
  g_clear_pointer (&self->plane, maak_plane_unref);
  g_clear_pointer (&self->set, maak_region_set_unref);

  G_OBJECT_CLASS (maak_map_view_parent_class)->dispose (object);
}

static void
maak_map_view_finalize (GObject *object)
{
  MaakMapView *self = MAAK_MAP_VIEW (object);

  g_ptr_array_unref (self->regions);
  g_free (self->font);
  g_free (self->selected);
  g_free (self->hovered);
  g_strfreev (self->chosen);

  G_OBJECT_CLASS (maak_map_view_parent_class)->finalize (object);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } KEYS[] = {
    { GDK_KEY_plus, 0, "map.zoom-in" },
    { GDK_KEY_equal, 0, "map.zoom-in" },
    { GDK_KEY_KP_Add, 0, "map.zoom-in" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "map.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "map.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "map.zoom-in" },
    { GDK_KEY_minus, 0, "map.zoom-out" },
    { GDK_KEY_KP_Subtract, 0, "map.zoom-out" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "map.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "map.zoom-out" },
    { GDK_KEY_0, 0, "map.fit" },
    { GDK_KEY_KP_0, 0, "map.fit" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "map.fit" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "map.fit" },
    { GDK_KEY_Home, 0, "map.fit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    gtk_widget_class_add_binding_action (widget_class, KEYS[i].key, KEYS[i].modifiers, KEYS[i].action, NULL);
}

static void
maak_map_view_class_init (MaakMapViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_map_view_dispose;
  object_class->finalize = maak_map_view_finalize;
  object_class->get_property = maak_map_view_get_property;
  object_class->set_property = maak_map_view_set_property;
  widget_class->size_allocate = maak_map_view_size_allocate;
  widget_class->css_changed = maak_map_view_css_changed;

  props[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_HOVERED] = g_param_spec_string ("hovered", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/map/maak-map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakMapView, overlay);
  gtk_widget_class_bind_template_child (widget_class, MaakMapView, place);
  gtk_widget_class_bind_template_child (widget_class, MaakMapView, note);
  gtk_widget_class_bind_template_child (widget_class, MaakMapView, note_name);
  gtk_widget_class_bind_template_child (widget_class, MaakMapView, note_details);
  gtk_widget_class_bind_template_child (widget_class, MaakMapView, zoom);
  gtk_widget_class_set_css_name (widget_class, "maakmap");
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "map.fit", NULL, fit_cb);
  install_keys (widget_class);
}

static void
maak_map_view_init (MaakMapView *self)
{
  self->regions = g_ptr_array_new ();
  self->level = MAAK_LEVEL_PROVINCE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (make_scene), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map"), -1);
}

/**
 * maak_map_view_new:
 *
 * Returns: (transfer floating): a map that shows nothing until it has boundaries
 */
GtkWidget *
maak_map_view_new (void)
{
  MaakMapView *self = g_object_new (MAAK_TYPE_MAP_VIEW, NULL);

  make_map (self);
  return GTK_WIDGET (self);
}

/**
 * maak_map_view_new_for_choosing:
 *
 * Returns: (transfer floating): a map on which any number of regions can be chosen; its owner does that when it is told that one was
 *   activated
 */
GtkWidget *
maak_map_view_new_for_choosing (void)
{
  MaakMapView *self = g_object_new (MAAK_TYPE_MAP_VIEW, NULL);

  self->choosing = TRUE;
  make_map (self);
  return GTK_WIDGET (self);
}

/**
 * maak_map_view_set_boundaries:
 * @self: a map
 * @boundaries: the boundaries of a year
 * @regions: the regions of that year
 *
 * Says what land there is.
 */
void
maak_map_view_set_boundaries (MaakMapView *self, MaakBoundaries *boundaries, MaakRegionSet *regions)
{
  g_clear_pointer (&self->plane, maak_plane_unref);
  g_clear_pointer (&self->set, maak_region_set_unref);
  self->plane = maak_plane_new (boundaries, MAAK_PROJECTION_MERCATOR);
  self->set = maak_region_set_ref (regions);
  make_scene (self);
}

/**
 * maak_map_view_set_indicator:
 * @self: a map
 * @indicator_or_null: (nullable): what to show; %NULL: boundaries only
 * @method: how classes are made
 * @n_classes: how many; 0: the default
 * @fill: whether totals fill regions, too
 *
 * Shows an indicator, on the regions of its level.
 */
void
maak_map_view_set_indicator (MaakMapView *self, MaakIndicator *indicator_or_null, MaakClassMethod method, guint n_classes, gboolean fill)
{
  MaakIndicator *old = self->indicator;

  self->indicator = indicator_or_null != NULL ? maak_indicator_ref (indicator_or_null) : NULL;
  g_clear_pointer (&old, maak_indicator_unref);
  self->method = method;
  self->n_classes = n_classes;
  self->fill = fill;
  make_scene (self);
}

/**
 * maak_map_view_set_level:
 * @self: a map
 * @level: of the boundaries that are shown while there is no indicator
 *
 * Sets the level.
 */
void
maak_map_view_set_level (MaakMapView *self, MaakLevel level)
{
  if (self->level == level)
    return;
  self->level = level;
  make_scene (self);
}

/**
 * maak_map_view_set_regions:
 * @self: a map
 * @regions: the own regions, which are outlined
 * @n_regions: how many
 *
 * Sets the own regions.
 */
void
maak_map_view_set_regions (MaakMapView *self, const MaakRegion *const *regions, guint n_regions)
{
  g_ptr_array_set_size (self->regions, 0);
  for (guint i = 0; i < n_regions; i++)
    g_ptr_array_add (self->regions, (gpointer) regions[i]);
  make_scene (self);
}

/**
 * maak_map_view_set_language:
 * @self: a map
 * @language: of names and numbers
 *
 * Sets the language.
 */
void
maak_map_view_set_language (MaakMapView *self, MaakLanguage language)
{
  if (self->language == language)
    return;
  self->language = language;
  make_scene (self);
}

/**
 * maak_map_view_get_selected:
 * @self: a map
 *
 * Returns: (nullable): the code of the selected region
 */
const char *
maak_map_view_get_selected (MaakMapView *self)
{
  return self->selected;
}

/**
 * maak_map_view_set_selected:
 * @self: a map
 * @code_or_null: (nullable): of a region
 *
 * Selects a region, which stands out then; one of another level is kept, but not shown.
 */
void
maak_map_view_set_selected (MaakMapView *self, const char *code_or_null)
{
  if (!g_set_str (&self->selected, code_or_null))
    return;
  if (self->scene != NULL)
    show_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

/**
 * maak_map_view_get_hovered:
 * @self: a map
 *
 * Returns: (nullable): the code of the region under the pointer or with the focus
 */
const char *
maak_map_view_get_hovered (MaakMapView *self)
{
  return self->hovered;
}

/**
 * maak_map_view_set_hovered:
 * @self: a map
 * @code_or_null: (nullable): of a region
 *
 * Points at a region.
 */
void
maak_map_view_set_hovered (MaakMapView *self, const char *code_or_null)
{
  if (!g_set_str (&self->hovered, code_or_null))
    return;
  if (self->scene != NULL)
    {
      maak_map_layer_set_hovered (self->layer, maak_map_scene_lookup (self->scene, self->hovered));
      show_note (self, maak_map_scene_lookup (self->scene, self->hovered));
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HOVERED]);
}

/**
 * maak_map_view_set_chosen:
 * @self: a map for choosing
 * @codes: (array zero-terminated=1): of regions
 *
 * Lets these regions stand out as chosen.
 */
void
maak_map_view_set_chosen (MaakMapView *self, const char *const *codes)
{
  g_strfreev (self->chosen);
  self->chosen = g_strdupv ((GStrv) codes);
  if (self->scene != NULL)
    show_state (self);
}

/**
 * maak_map_view_activate:
 * @self: a map
 * @code: of a region
 *
 * Does what a click on the region does.
 */
void
maak_map_view_activate (MaakMapView *self, const char *code)
{
  int region = self->scene != NULL ? maak_map_scene_lookup (self->scene, code) : -1;

  if (region >= 0)
    activate_region_cb (self, (guint) region);
}

/**
 * maak_map_view_fit:
 * @self: a map
 *
 * Shows the whole country.
 */
void
maak_map_view_fit (MaakMapView *self)
{
  shumate_map_stop_go_to (self->map);
  maak_map_layer_fit (self->layer);
}

/**
 * maak_map_view_get_scene:
 * @self: a map
 *
 * Returns: (transfer none) (nullable): what it shows, for legend and ranks; %NULL while it has no boundaries
 */
MaakMapScene *
maak_map_view_get_scene (MaakMapView *self)
{
  return self->scene;
}

/**
 * maak_map_view_get_circle:
 * @self: a map
 *
 * Returns: pixels of radius of a circle for the square root of its value; 0 where there are no circles
 */
double
maak_map_view_get_circle (MaakMapView *self)
{
  if (self->scene == NULL)
    return 0;
  return maak_map_scene_get_circle (self->scene, gtk_widget_get_width (GTK_WIDGET (self->layer)), gtk_widget_get_height (GTK_WIDGET (self->layer)));
}
