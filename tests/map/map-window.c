/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A window with nothing but a map, for tests that drive it. Below the map stands what happened last.
 *
 *   map-window [--dataset ID] [--metric ID] [--level LEVEL] [--language L] [--size WxH] [--dark] [--fill] [--side]
 *   map-window --choose MOST [--language L] [--size WxH] [--dark]
 *
 * With --side legend and ranking stand beside the map; with --choose there is a chooser instead. */
#include "map/maak-legend-view.h"
#include "map/maak-ranks-view.h"
#include "map/maak-region-chooser.h"

#include <adwaita.h>
#include <locale.h>

static char    *dataset, *metric, *level, *language_code, *size;
static gboolean dark, fill, side;
static int      choose = -1;

static const GOptionEntry ENTRIES[] = {
  { "dataset", 0, 0, G_OPTION_ARG_STRING, &dataset, "what to show", "ID" },
  { "metric", 0, 0, G_OPTION_ARG_STRING, &metric, "what is computed of it", "ID" },
  { "level", 0, 0, G_OPTION_ARG_STRING, &level, "of the boundaries", "LEVEL" },
  { "language", 0, 0, G_OPTION_ARG_STRING, &language_code, "nl or en", "L" },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size, "of the window", "WxH" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "light letters on a dark ground", NULL },
  { "fill", 0, 0, G_OPTION_ARG_NONE, &fill, "fill with totals", NULL },
  { "side", 0, 0, G_OPTION_ARG_NONE, &side, "with legend and ranking", NULL },
  { "choose", 0, 0, G_OPTION_ARG_INT, &choose, "a chooser for at most so many", "N" },
  { NULL },
};

static void
activated_cb (GtkLabel *label, const char *code)
{
  g_autofree char *words = g_strdup_printf ("activated: %s", code);

  gtk_label_set_text (label, words);
}

static GtkWidget *
make_view (MaakRegionSet *regions, MaakLanguage language)
{
  g_autoptr (MaakBoundaries) boundaries = maak_boundaries_new_shipped ();
  g_autoptr (MaakCatalogue) catalogue = maak_catalogue_new_shipped (regions, NULL);
  MaakIndicatorOptions options = { .metric = metric };
  g_autoptr (MaakIndicator) indicator = dataset != NULL ? maak_indicator_new (catalogue, maak_catalogue_lookup (catalogue, dataset), &options, NULL) : NULL;
  const MaakRegion *own = maak_region_set_lookup (regions, "PV23");
  GtkWidget        *view = maak_map_view_new ();
  MaakLevel         wanted;

  maak_map_view_set_language (MAAK_MAP_VIEW (view), language);
  maak_map_view_set_boundaries (MAAK_MAP_VIEW (view), boundaries, regions);
  maak_map_view_set_regions (MAAK_MAP_VIEW (view), &own, 1);
  if (level != NULL && maak_level_parse (level, &wanted))
    maak_map_view_set_level (MAAK_MAP_VIEW (view), wanted);
  maak_map_view_set_indicator (MAAK_MAP_VIEW (view), indicator, MAAK_CLASSES_NATURAL, 0, fill);
  return view;
}

static void
chosen_cb (MaakRegionChooser *chooser, GParamSpec *pspec, GtkLabel *label)
{
  g_autofree char *codes = g_strjoinv (" ", (GStrv) maak_region_chooser_get_codes (chooser)), *words = g_strdup_printf ("chosen: %s", codes);

  gtk_label_set_text (label, words);
}

static GtkWidget *
make_chooser (MaakRegionSet *regions, MaakLanguage language, GtkWidget *last)
{
  g_autoptr (MaakBoundaries) boundaries = maak_boundaries_new_shipped ();
  GtkWidget *chooser = maak_region_chooser_new (boundaries, regions, language, choose == 1 ? 1u << MAAK_LEVEL_PROVINCE : 1u << MAAK_LEVEL_PROVINCE | 1u << MAAK_LEVEL_COROP | 1u << MAAK_LEVEL_MUNICIPALITY, (guint) choose);

  g_signal_connect (chooser, "notify::codes", G_CALLBACK (chosen_cb), last);
  return chooser;
}

static GtkWidget *
make_all (MaakRegionSet *regions, MaakLanguage language, GtkWidget *last)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *beside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *view = make_view (regions, language);

  g_signal_connect_object (view, "activated", G_CALLBACK (activated_cb), last, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), view);
  if (side)
    {
      gtk_box_append (GTK_BOX (beside), maak_ranks_view_new (MAAK_MAP_VIEW (view)));
      gtk_box_append (GTK_BOX (beside), maak_legend_view_new (MAAK_MAP_VIEW (view)));
      gtk_box_append (GTK_BOX (box), beside);
    }
  return box;
}

static void
activate_cb (AdwApplication *application)
{
  GtkWidget   *window = adw_application_window_new (GTK_APPLICATION (application)), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *last = gtk_label_new ("nothing yet");
  MaakLanguage language = g_strcmp0 (language_code, "en") == 0 ? MAAK_LANGUAGE_EN : MAAK_LANGUAGE_NL;
  g_autoptr (MaakRegionSet) regions = maak_region_set_new_shipped ();
  int width = 700, height = 640;

  if (size != NULL)
    sscanf (size, "%dx%d", &width, &height);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_box_append (GTK_BOX (box), choose >= 0 ? make_chooser (regions, language, last) : make_all (regions, language, last));
  gtk_box_append (GTK_BOX (box), last);
  gtk_window_set_title (GTK_WINDOW (window), "Map");
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("nl.maakland.MapWindow", G_APPLICATION_NON_UNIQUE);

  setlocale (LC_ALL, "");
  g_object_set (application, "resource-base-path", "/nl/maakland/Maakland", NULL);
  g_application_add_main_option_entries (G_APPLICATION (application), ENTRIES);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
