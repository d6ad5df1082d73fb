/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * One region as a keyboard and a screen reader meet it. It draws nothing, takes no clicks, and knows nothing of maps but its index;
 * the layer puts it over its region. What it is called and whether it is chosen it is told. Activating it, by Enter or by an
 * assistive tool, only emits "activated".
 */
#include "map/maak-map-region.h"

struct _MaakMapRegion
{
  GtkWidget parent_instance;

  guint    index; /* within the level */
  gboolean chosen;
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakMapRegion, maak_map_region, GTK_TYPE_WIDGET)

static void
activate_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
}

static void
maak_map_region_class_init (MaakMapRegionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "mapregion");
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATED]);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  /* What assistive tools call. */
  gtk_widget_class_install_action (widget_class, "region.activate", NULL, activate_action_cb);
}

static void
maak_map_region_init (MaakMapRegion *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * maak_map_region_new:
 * @index: of the region within its level
 * @role: button, or check box where regions are chosen
 *
 * Returns: (transfer floating): a region
 */
MaakMapRegion *
maak_map_region_new (guint index, GtkAccessibleRole role)
{
  MaakMapRegion *self = g_object_new (MAAK_TYPE_MAP_REGION, "accessible-role", role, NULL);

  self->index = index;
  if (role == GTK_ACCESSIBLE_ROLE_CHECKBOX)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  return self;
}

/**
 * maak_map_region_get_index:
 * @self: a region
 *
 * Returns: its index within its level
 */
guint
maak_map_region_get_index (MaakMapRegion *self)
{
  return self->index;
}

/**
 * maak_map_region_set_name:
 * @self: a region
 * @name: what it is called, with all that the map shows of it
 * @description: more about it; may be empty
 *
 * Tells assistive tools what the region is.
 */
void
maak_map_region_set_name (MaakMapRegion *self, const char *name, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/**
 * maak_map_region_set_chosen:
 * @self: a region
 * @chosen: whether it is chosen on the map
 *
 * Tells assistive tools whether the region is chosen.
 */
void
maak_map_region_set_chosen (MaakMapRegion *self, gboolean chosen)
{
  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (self)) == GTK_ACCESSIBLE_ROLE_CHECKBOX)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED, chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  else
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED, chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}
