/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Choosing regions: a small map, and beside it (below it where it is narrow) the same regions as a list of check boxes, with a
 * field to find one where there are many. Map and list show one choice; what is chosen on one side is so on the other.
 *
 * Where exactly one may be chosen the boxes are radio buttons, and choosing another lets go of the first. Where so many are chosen
 * as may be, a further one is refused, and a line says why.
 *
 * Regions of several levels may be chosen; one level at a time is shown, the first in which something is chosen to begin
 * with. The line above the list names all that are chosen, of whatever level.
 */
#include "map/maak-region-chooser.h"

#include "map/maak-map-view.h"
#include "map/maak-pair.h"

#include <glib/gi18n.h>

/* Pixels: from where on the list stands beside the map, and its width there. */
#define ROOM 430
#define LIST_WIDTH 180

/* With more regions than this one wants to search. */
#define MANY 20

struct _MaakRegionChooser
{
  GtkWidget parent_instance;

  GtkWidget *box, *kind, *level, *place, *choices, *summary, *search, *scroller, *list, *limit;

  GtkWidget     *map;
  MaakRegionSet *set;
  MaakLanguage   language;
  guint          levels; /* bits */
  guint          most;   /* 0: any number */
  MaakLevel      shown;
  GPtrArray     *codes; /* of char*, ends with NULL */
  gboolean       filling;
};

typedef enum
{
  PROP_CODES = 1,
  PROP_MOST,
} MaakRegionChooserProp;

static GParamSpec *props[PROP_MOST + 1];

G_DEFINE_FINAL_TYPE (MaakRegionChooser, maak_region_chooser, GTK_TYPE_WIDGET)

static const char *
get_level_label (MaakLevel level)
{
  switch (level)
    {
    case MAAK_LEVEL_COUNTRY:
      return C_ ("regions", "Country");
    case MAAK_LEVEL_LANDSDEEL:
      return C_ ("regions", "Parts of the country");
    case MAAK_LEVEL_PROVINCE:
      return C_ ("regions", "Provinces");
    case MAAK_LEVEL_COROP:
      return C_ ("regions", "COROP areas");
    case MAAK_LEVEL_MUNICIPALITY:
      return C_ ("regions", "Municipalities");
    case MAAK_LEVEL_EXTRA:
    default:
      return C_ ("regions", "Other");
    }
}

/* What is chosen, without the NULL at the end. */
static guint
count_codes (MaakRegionChooser *self)
{
  return self->codes->len - 1;
}

static int
find_code (MaakRegionChooser *self, const char *code)
{
  for (guint i = 0; i < count_codes (self); i++)
    if (g_str_equal (self->codes->pdata[i], code))
      return (int) i;
  return -1;
}

static void
show_summary (MaakRegionChooser *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < count_codes (self); i++)
    {
      const MaakRegion *region = maak_region_set_lookup (self->set, self->codes->pdata[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", region != NULL ? maak_region_get_name (region, self->language) : (const char *) self->codes->pdata[i]);
    }
  gtk_label_set_text (GTK_LABEL (self->summary), names->len > 0 ? names->str : _ ("Nothing chosen yet"));
}

static GtkCheckButton *
get_check (GtkListBoxRow *row)
{
  return GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));
}

/* Brings map, list and summary into step with the choice. */
static void
show_choice (MaakRegionChooser *self)
{
  GtkListBoxRow *row;

  self->filling = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    gtk_check_button_set_active (get_check (row), find_code (self, g_object_get_data (G_OBJECT (row), "code")) >= 0);
  self->filling = FALSE;
  maak_map_view_set_chosen (MAAK_MAP_VIEW (self->map), (const char *const *) self->codes->pdata);
  show_summary (self);
}

static void
tell (MaakRegionChooser *self)
{
  gtk_widget_set_visible (self->limit, FALSE);
  show_choice (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CODES]);
}

static void
add_code (MaakRegionChooser *self, const char *code)
{
  g_ptr_array_insert (self->codes, (int) count_codes (self), g_strdup (code));
}

static void
refuse (MaakRegionChooser *self)
{
  g_autofree char *words = g_strdup_printf (ngettext ("You can choose at most %u region.", "You can choose at most %u regions.", self->most), self->most);

  gtk_label_set_text (GTK_LABEL (self->limit), words);
  gtk_widget_set_visible (self->limit, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_error_bell (GTK_WIDGET (self));
  show_choice (self);
}

static void
toggle (MaakRegionChooser *self, const char *code)
{
  int index = find_code (self, code);

  if (index >= 0 && self->most == 1)
    {
      show_choice (self);
      return;
    }
  if (index >= 0)
    {
      g_ptr_array_remove_index (self->codes, (guint) index);
    }
  else if (self->most == 1)
    {
      g_ptr_array_remove_range (self->codes, 0, count_codes (self));
      add_code (self, code);
    }
  else if (self->most > 0 && count_codes (self) >= self->most)
    {
      refuse (self);
      return;
    }
  else
    {
      add_code (self, code);
    }
  tell (self);
}

static void
region_activated_cb (MaakRegionChooser *self, const char *code)
{
  toggle (self, code);
}

static void
check_toggled_cb (MaakRegionChooser *self, GtkCheckButton *check)
{
  const char *code = g_object_get_data (G_OBJECT (check), "code");

  /* A radio button that goes out follows one that goes on. */
  if (self->filling || (self->most == 1 && !gtk_check_button_get_active (check)))
    return;
  toggle (self, code);
}

static void
point_cb (GtkEventController *motion, double x, double y, MaakRegionChooser *self)
{
  maak_map_view_set_hovered (MAAK_MAP_VIEW (self->map), g_object_get_data (G_OBJECT (gtk_event_controller_get_widget (motion)), "code"));
}

static void
point_away_cb (GtkEventController *motion, MaakRegionChooser *self)
{
  maak_map_view_set_hovered (MAAK_MAP_VIEW (self->map), NULL);
}

static void
add_row (MaakRegionChooser *self, const MaakRegion *region, GtkCheckButton **group)
{
  GtkWidget          *check = gtk_check_button_new (), *row = gtk_list_box_row_new (), *label = gtk_label_new (maak_region_get_name (region, self->language));
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, maak_region_get_name (region, self->language), -1);
  if (self->most == 1)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), *group);
  *group = GTK_CHECK_BUTTON (check);
  /* Codes are owned by the region set, which outlives the rows. */
  g_object_set_data (G_OBJECT (check), "code", (gpointer) maak_region_get_code (region));
  g_object_set_data (G_OBJECT (row), "code", (gpointer) maak_region_get_code (region));
  g_object_set_data (G_OBJECT (row), "name", (gpointer) maak_region_get_name (region, self->language));
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (motion, "enter", G_CALLBACK (point_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (point_away_cb), self);
  gtk_widget_add_controller (row, motion);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  MaakLanguage language = ((MaakRegionChooser *) data)->language;

  return g_utf8_collate (maak_region_get_name (*(const MaakRegion *const *) a, language), maak_region_get_name (*(const MaakRegion *const *) b, language));
}

static GtkWidget *
find_check (MaakRegionChooser *self, int from, int step)
{
  GtkListBoxRow *row;

  for (int i = from; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i += step)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      return gtk_list_box_row_get_child (row);
  return NULL;
}

/* The rows take no focus themselves, what is in them does: the arrow keys go from one to the next. */
static gboolean
key_pressed_cb (MaakRegionChooser *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->list), *check = NULL;
  int        index = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;

  if (index < 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      check = find_check (self, index - 1, -1);
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      check = find_check (self, index + 1, 1);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      check = find_check (self, 0, 1);
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      row = gtk_widget_get_last_child (self->list);
      check = find_check (self, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), -1);
      break;
    default:
      return FALSE;
    }
  if (check == NULL)
    gtk_widget_error_bell (self->list);
  else
    gtk_widget_grab_focus (check);
  return TRUE;
}

/* Where one begins: at what is chosen, else at the first region. */
static gboolean
maak_region_chooser_grab_focus (GtkWidget *widget)
{
  MaakRegionChooser *self = MAAK_REGION_CHOOSER (widget);
  GtkWidget         *check = find_check (self, 0, 1);
  GtkListBoxRow     *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (gtk_check_button_get_active (get_check (row)) && gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        check = gtk_list_box_row_get_child (row);
        break;
      }
  return check != NULL && gtk_widget_grab_focus (check);
}

static void
fill_list (MaakRegionChooser *self)
{
  g_autoptr (GPtrArray) regions = g_ptr_array_new ();
  GtkCheckButton *group = NULL;

  for (guint i = 0; i < maak_region_set_get_n (self->set, self->shown); i++)
    g_ptr_array_add (regions, (gpointer) maak_region_set_get (self->set, self->shown, i));
  g_ptr_array_sort_with_data (regions, compare_names, self);
  gtk_list_box_remove_all (GTK_LIST_BOX (self->list));
  self->filling = TRUE;
  for (guint i = 0; i < regions->len; i++)
    add_row (self, regions->pdata[i], &group);
  self->filling = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (self->search, regions->len > MANY);
}

static void
show_level (MaakRegionChooser *self, MaakLevel level)
{
  self->shown = level;
  maak_map_view_set_level (MAAK_MAP_VIEW (self->map), level);
  fill_list (self);
  show_choice (self);
}

static gboolean
filter_row_cb (GtkListBoxRow *row, gpointer data)
{
  MaakRegionChooser *self = data;
  const char        *wanted = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return *wanted == '\0' || g_str_match_string (wanted, g_object_get_data (G_OBJECT (row), "name"), TRUE);
}

static void
level_chosen_cb (MaakRegionChooser *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->level)), n = 0;

  if (self->filling)
    return;
  for (guint i = 0; i < MAAK_N_LEVELS; i++)
    if ((self->levels & 1u << i) != 0 && n++ == chosen && self->shown != (MaakLevel) i)
      show_level (self, (MaakLevel) i);
}

/* The first level in which something is chosen, else the first one, provinces before all. */
static MaakLevel
find_first_level (MaakRegionChooser *self)
{
  const MaakRegion *region = count_codes (self) > 0 ? maak_region_set_lookup (self->set, self->codes->pdata[0]) : NULL;

  if (region != NULL && (self->levels & 1u << maak_region_get_level (region)) != 0)
    return maak_region_get_level (region);
  if ((self->levels & 1u << MAAK_LEVEL_PROVINCE) != 0)
    return MAAK_LEVEL_PROVINCE;
  for (guint i = 0; i < MAAK_N_LEVELS; i++)
    if ((self->levels & 1u << i) != 0)
      return (MaakLevel) i;
  return MAAK_LEVEL_PROVINCE;
}

static void
fill_levels (MaakRegionChooser *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < MAAK_N_LEVELS; i++)
    {
      if ((self->levels & 1u << i) == 0)
        continue;
      if ((MaakLevel) i == self->shown)
        selected = g_list_model_get_n_items (G_LIST_MODEL (labels));
      gtk_string_list_append (labels, get_level_label ((MaakLevel) i));
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->level), G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->level), selected);
  self->filling = FALSE;
  gtk_widget_set_visible (self->kind, g_list_model_get_n_items (G_LIST_MODEL (labels)) > 1);
}

static void
maak_region_chooser_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MaakRegionChooser *self = MAAK_REGION_CHOOSER (object);

  switch ((MaakRegionChooserProp) prop_id)
    {
    case PROP_CODES:
      g_value_set_boxed (value, self->codes->pdata);
      break;
    case PROP_MOST:
      g_value_set_uint (value, self->most);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
maak_region_chooser_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MaakRegionChooser *self = MAAK_REGION_CHOOSER (object);

  switch ((MaakRegionChooserProp) prop_id)
    {
    case PROP_CODES:
      maak_region_chooser_set_codes (self, g_value_get_boxed (value));
      break;
    case PROP_MOST:
      self->most = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
maak_region_chooser_dispose (GObject *object)
{
  MaakRegionChooser *self = MAAK_REGION_CHOOSER (object);

  if (self->list != NULL)
    gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_REGION_CHOOSER);
  g_clear_pointer (&self->set, maak_region_set_unref);

  G_OBJECT_CLASS (maak_region_chooser_parent_class)->dispose (object);
}

static void
maak_region_chooser_finalize (GObject *object)
{
  g_ptr_array_unref (MAAK_REGION_CHOOSER (object)->codes);

  G_OBJECT_CLASS (maak_region_chooser_parent_class)->finalize (object);
}

static void
maak_region_chooser_class_init (MaakRegionChooserClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_region_chooser_dispose;
  object_class->finalize = maak_region_chooser_finalize;
  object_class->get_property = maak_region_chooser_get_property;
  object_class->set_property = maak_region_chooser_set_property;
  widget_class->grab_focus = maak_region_chooser_grab_focus;

  props[PROP_CODES] = g_param_spec_boxed ("codes", NULL, NULL, G_TYPE_STRV, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_MOST] = g_param_spec_uint ("most", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/map/maak-region-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakRegionChooser, box);
  gtk_widget_class_bind_template_child (widget_class, MaakRegionChooser, kind);
  gtk_widget_class_bind_template_child (widget_class, MaakRegionChooser, level);
  gtk_widget_class_bind_template_child (widget_class, MaakRegionChooser, place);
  gtk_widget_class_bind_template_child (widget_class, MaakRegionChooser, choices);
  gtk_widget_class_bind_template_child (widget_class, MaakRegionChooser, summary);
  gtk_widget_class_bind_template_child (widget_class, MaakRegionChooser, search);
  gtk_widget_class_bind_template_child (widget_class, MaakRegionChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, MaakRegionChooser, list);
  gtk_widget_class_bind_template_child (widget_class, MaakRegionChooser, limit);
  gtk_widget_class_set_css_name (widget_class, "maakchooser");
}

static void
maak_region_chooser_init (MaakRegionChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->codes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->codes, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), maak_pair_new (self->place, self->choices, ROOM, LIST_WIDTH));
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_row_cb, self, NULL);
  /* Before the buttons: radio buttons have arrow keys of their own, which stop at the edge of a row. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, keys);
  g_signal_connect_object (self->level, "notify::selected", G_CALLBACK (level_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter), self->list, G_CONNECT_SWAPPED);
}

/**
 * maak_region_chooser_new:
 * @boundaries: of the regions
 * @regions: the regions
 * @language: of their names
 * @levels: which levels can be chosen from, a bit each: 1 << %MAAK_LEVEL_PROVINCE
 * @most_or_0: how many may be chosen; 0: any number
 *
 * Returns: (transfer floating): a chooser in which nothing is chosen
 */
GtkWidget *
maak_region_chooser_new (MaakBoundaries *boundaries, MaakRegionSet *regions, MaakLanguage language, guint levels, guint most_or_0)
{
  MaakRegionChooser *self = g_object_new (MAAK_TYPE_REGION_CHOOSER, "most", most_or_0, NULL);

  self->set = maak_region_set_ref (regions);
  self->language = language;
  self->levels = levels;
  self->map = maak_map_view_new_for_choosing ();
  maak_map_view_set_language (MAAK_MAP_VIEW (self->map), language);
  maak_map_view_set_boundaries (MAAK_MAP_VIEW (self->map), boundaries, regions);
  gtk_frame_set_child (GTK_FRAME (self->place), self->map);
  g_signal_connect_object (self->map, "activated", G_CALLBACK (region_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose regions"), -1);
  show_level (self, find_first_level (self));
  fill_levels (self);
  return GTK_WIDGET (self);
}

/**
 * maak_region_chooser_get_codes:
 * @self: a chooser
 *
 * Returns: (transfer none) (array zero-terminated=1): the codes of what is chosen, in the order of choosing
 */
const char *const *
maak_region_chooser_get_codes (MaakRegionChooser *self)
{
  return (const char *const *) self->codes->pdata;
}

/**
 * maak_region_chooser_set_codes:
 * @self: a chooser
 * @codes: (nullable) (array zero-terminated=1): of regions; those that are not known are kept, and shown by their code
 *
 * Sets what is chosen.
 */
void
maak_region_chooser_set_codes (MaakRegionChooser *self, const char *const *codes)
{
  if (g_strv_equal (codes != NULL ? codes : (const char *const[]) { NULL }, (const char *const *) self->codes->pdata))
    return;
  g_ptr_array_remove_range (self->codes, 0, count_codes (self));
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    add_code (self, codes[i]);
  if (find_first_level (self) != self->shown && count_codes (self) > 0)
    {
      show_level (self, find_first_level (self));
      fill_levels (self);
    }
  tell (self);
}
