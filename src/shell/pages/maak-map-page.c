/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The map page brings together: the choice (what is shown), its controls, the map with ranking, legend and table, which follow it,
 * the profile of the region that was activated, and what goes out of it: a picture to the clipboard or a file, an exhibit or a
 * citation to the plan. It works without a plan; then nothing can be added, and there is no own region.
 *
 * The map is there first: what stands around it is made after the first frame, and the table when someone wants it.
 *
 * Wide, the profile takes the place of the ranking; in a narrow window it is a sheet from below. There the map stands above its
 * controls, and the page scrolls.
 */
#include "shell/pages/maak-map-page.h"

#include "evidence/maak-evidence.h"
#include "map/maak-legend-view.h"
#include "map/maak-map-view.h"
#include "map/maak-pair.h"
#include "map/maak-ranks-view.h"
#include "shell/dialogs/maak-add-exhibit-dialog.h"
#include "shell/dialogs/maak-problem.h"
#include "shell/pages/maak-map-choice.h"
#include "shell/pages/maak-map-controls.h"
#include "shell/pages/maak-map-export.h"
#include "shell/pages/maak-map-table.h"
#include "shell/pages/maak-region-profile.h"

#include <glib/gi18n.h>

/* Pixels: from where on the ranking stands beside the map, and its width there. */
#define ROOM 720
#define SIDE_WIDTH 310

/* Pixels: of the controls, until they are there. */
#define CONTROLS_HEIGHT 56

struct _MaakMapPage
{
  MaakPage parent_instance;

  GtkWidget     *scroller, *main, *title, *controls, *misfit, *stack, *map_frame, *table_frame, *mode, *copy, *export, *add;
  GtkWidget     *side_scroller, *side, *ranks_title, *ranks, *legend, *source, *profile;
  AdwBreakpoint *narrow;

  MaakMapChoice *choice;
  GtkWidget     *map, *table;
  AdwDialog     *sheet; /* the profile in a narrow window; NULL: not shown */
  guint          rest;  /* id of the source that makes what stands around the map; 0: it is there */
  gboolean       is_narrow;
};

G_DEFINE_FINAL_TYPE (MaakMapPage, maak_map_page, MAAK_TYPE_PAGE)

static MaakLanguage
get_language (MaakMapPage *self)
{
  return maak_context_get_language (maak_page_get_context (MAAK_PAGE (self)));
}

/* The region that the plan is for; NULL: none. */
static const MaakRegion *
get_own (MaakMapPage *self)
{
  MaakDocument *document = maak_page_get_document (MAAK_PAGE (self));
  const char   *code = document != NULL ? maak_document_get_lead_region (document) : NULL;

  return code != NULL ? maak_region_set_lookup (maak_context_get_regions (maak_page_get_context (MAAK_PAGE (self))), code) : NULL;
}

static gboolean
can_write (MaakMapPage *self)
{
  MaakDocument *document = maak_page_get_document (MAAK_PAGE (self));

  return document != NULL && !maak_plan_get_read_only (maak_document_get_plan (document));
}

static void
show_words (MaakMapPage *self, MaakIndicator *indicator)
{
  g_autoptr (MaakText) sources = indicator != NULL ? maak_indicator_dup_sources (indicator) : NULL;
  g_autoptr (MaakText) notes = indicator != NULL ? maak_indicator_dup_notes (indicator) : NULL;
  GString *words = g_string_new (NULL);

  gtk_label_set_text (GTK_LABEL (self->title), indicator != NULL ? maak_text_get_best (maak_indicator_get_title (indicator), get_language (self)) : _ ("Boundaries"));
  if (sources != NULL && !maak_text_is_empty (sources))
    g_string_append_printf (words, _ ("Source: %s"), maak_text_get_best (sources, get_language (self)));
  if (notes != NULL && !maak_text_is_empty (notes))
    g_string_append_printf (words, "\n%s", maak_text_get_best (notes, get_language (self)));
  if (words->len == 0)
    g_string_append (words, _ ("Boundaries: CBS, Kadaster"));
  gtk_label_set_text (GTK_LABEL (self->source), words->str);
  g_string_free (words, TRUE);
}

static void
show_choice (MaakMapPage *self)
{
  MaakIndicator *indicator = maak_map_choice_get_indicator (self->choice);
  gboolean       misfit = indicator != NULL && maak_indicator_is_total (indicator) && maak_map_choice_get_fill (self->choice);

  maak_map_view_set_level (MAAK_MAP_VIEW (self->map), maak_map_choice_get_level (self->choice));
  maak_map_view_set_indicator (MAAK_MAP_VIEW (self->map), indicator, maak_map_choice_get_method (self->choice), maak_map_choice_get_n_classes (self->choice), maak_map_choice_get_fill (self->choice));
  adw_banner_set_revealed (ADW_BANNER (self->misfit), misfit);
  gtk_widget_set_visible (self->misfit, misfit);
  gtk_widget_set_visible (self->ranks_title, indicator != NULL);
  gtk_widget_set_visible (self->legend, indicator != NULL);
  gtk_widget_set_sensitive (self->copy, indicator != NULL);
  gtk_widget_set_sensitive (self->export, indicator != NULL);
  gtk_widget_set_sensitive (self->add, indicator != NULL && can_write (self));
  if (indicator == NULL)
    adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (self->mode), "map");
  gtk_widget_set_visible (self->mode, indicator != NULL);
  show_words (self, indicator);
}

static void
show_own (MaakMapPage *self)
{
  const MaakRegion *own = get_own (self);

  maak_map_view_set_regions (MAAK_MAP_VIEW (self->map), &own, own != NULL);
}

static void
show_circles_cb (MaakMapPage *self)
{
  maak_map_choice_set_fill (self->choice, FALSE);
}

static MaakMapTable *
get_table (MaakMapPage *self)
{
  if (self->table == NULL)
    {
      self->table = maak_map_table_new (MAAK_MAP_VIEW (self->map), get_language (self));
      gtk_frame_set_child (GTK_FRAME (self->table_frame), self->table);
    }
  return MAAK_MAP_TABLE (self->table);
}

static void
mode_cb (MaakMapPage *self)
{
  const char *name = adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (self->mode));

  if (g_strcmp0 (name, "table") == 0)
    get_table (self);
  if (name != NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
}

/* --- Out of the page --- */

/* The picture for paper of what is shown; NULL: there is none, and a person has been told. */
static MaakPicture *
make_picture (MaakMapPage *self)
{
  const MaakRegion  *own = get_own (self);
  MaakPictureOptions options = {
    .kind = MAAK_PICTURE_MAP,
    .language = get_language (self),
    .indicator = maak_map_choice_get_indicator (self->choice),
    .boundaries = maak_context_get_boundaries (maak_page_get_context (MAAK_PAGE (self))),
    .regions = &own,
    .n_regions = own != NULL,
    .method = maak_map_choice_get_method (self->choice),
    .n_classes = maak_map_choice_get_n_classes (self->choice),
    .fill = maak_map_choice_get_fill (self->choice),
  };
  g_autoptr (GError) error = NULL;
  MaakPicture *picture = maak_picture_new (&options, &error);

  if (picture == NULL)
    {
      g_autofree char *why = maak_error_dup_wording (error, get_language (self));

      maak_problem_present (GTK_WIDGET (self), _ ("There is no picture"), why, NULL);
    }
  return picture;
}

static void
copy_cb (MaakMapPage *self)
{
  g_autoptr (MaakPicture) picture = make_picture (self);

  if (picture != NULL)
    maak_map_export_copy (GTK_WIDGET (self), picture);
}

static void
export_cb (MaakMapPage *self)
{
  g_autoptr (MaakPicture) picture = make_picture (self);
  g_autofree char *csv = maak_map_table_dup_csv (get_table (self), ',');

  if (picture != NULL)
    maak_map_export_ask (GTK_WIDGET (self), picture, csv, get_language (self));
}

static void
add_cb (MaakMapPage *self)
{
  const char        *selected = maak_map_view_get_selected (MAAK_MAP_VIEW (self->map));
  const MaakRegion  *own = get_own (self);
  MaakExhibitOptions options = { MAAK_EXHIBIT_MAP, &own, 1, maak_map_choice_get_n_classes (self->choice), maak_map_choice_get_method (self->choice) };
  MaakIndicator     *indicator = maak_map_choice_get_indicator (self->choice);

  if (own == NULL && selected != NULL)
    own = maak_region_set_lookup (maak_context_get_regions (maak_page_get_context (MAAK_PAGE (self))), selected);
  options.n_regions = own != NULL;
  if (indicator != NULL && can_write (self))
    adw_dialog_present (maak_add_exhibit_dialog_new (maak_page_get_context (MAAK_PAGE (self)), maak_page_get_document (MAAK_PAGE (self)), indicator, &options), GTK_WIDGET (self));
}

/* The plan's list of sources: that of the role, of the plan itself. */
static const MaakField *
find_evidence (MaakPlan *plan)
{
  return maak_template_lookup_role (maak_record_get_template (maak_plan_get_root (plan)), MAAK_ROLE_EVIDENCE_LIST);
}

static void
cite_cb (MaakMapPage *self, MaakIndicator *indicator, MaakRegionProfile *profile)
{
  MaakPlan        *plan = maak_document_get_plan (maak_page_get_document (MAAK_PAGE (self)));
  const MaakField *list = find_evidence (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakRecord) record = maak_evidence_cite (maak_plan_get_library (plan), indicator, maak_region_profile_get_region (profile), &error);
  g_autofree char *words = NULL;

  if (record == NULL || list == NULL)
    {
      g_autofree char *why = error != NULL ? maak_error_dup_wording (error, get_language (self)) : NULL;

      maak_problem_present (GTK_WIDGET (self), _ ("The figure is not cited"), why, NULL);
      return;
    }
  maak_plan_insert (plan, maak_plan_get_root (plan), list, G_MAXUINT, record);
  words = g_strdup_printf (_ ("Added to “%s”; insert it in a text where you need it"), maak_text_get_best (list->label, get_language (self)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-place-toast", "(sss)", words, maak_record_get_id (maak_plan_get_root (plan)), list->id);
}

/* --- The profile --- */

static void
close_profile (MaakMapPage *self)
{
  GtkWidget *profile = adw_bin_get_child (ADW_BIN (self->profile));
  gboolean   focused = profile != NULL && gtk_widget_get_focus_child (profile) != NULL;

  if (self->sheet != NULL)
    adw_dialog_close (self->sheet);
  gtk_stack_set_visible_child_name (GTK_STACK (self->side), "ranks");
  adw_bin_set_child (ADW_BIN (self->profile), NULL);
  if (focused)
    gtk_widget_child_focus (self->map, GTK_DIR_TAB_FORWARD);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  close_profile (MAAK_MAP_PAGE (widget));
}

static void
show_figure_cb (MaakMapPage *self, MaakDataset *dataset, const MaakMetric *metric)
{
  maak_map_choice_show (self->choice, dataset, metric != NULL && g_str_equal (metric->id, "value") ? NULL : metric);
  if (self->sheet != NULL)
    close_profile (self);
}

static void
region_cb (MaakMapPage *self, const char *code)
{
  g_autofree char *kept = g_strdup (code);

  maak_map_view_activate (MAAK_MAP_VIEW (self->map), kept);
}

static void
sheet_closed_cb (MaakMapPage *self)
{
  self->sheet = NULL;
}

static void
present_sheet (MaakMapPage *self, GtkWidget *profile, const char *title)
{
  GtkWidget *view = adw_toolbar_view_new (), *bar = adw_header_bar_new (), *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (profile, "maak-dialog");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), profile);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  if (self->sheet == NULL)
    {
      self->sheet = adw_dialog_new ();
      adw_dialog_set_content_width (self->sheet, 360);
      adw_dialog_set_content_height (self->sheet, 560);
      g_signal_connect_object (self->sheet, "closed", G_CALLBACK (sheet_closed_cb), self, G_CONNECT_SWAPPED);
      adw_dialog_set_child (self->sheet, view);
      adw_dialog_set_title (self->sheet, title);
      adw_dialog_present (self->sheet, GTK_WIDGET (self));
      return;
    }
  adw_dialog_set_child (self->sheet, view);
  adw_dialog_set_title (self->sheet, title);
}

static void
activated_cb (MaakMapPage *self, const char *code)
{
  MaakContext      *context = maak_page_get_context (MAAK_PAGE (self));
  const MaakRegion *region = maak_region_set_lookup (maak_context_get_regions (context), code);
  MaakMapScene     *scene = maak_map_view_get_scene (MAAK_MAP_VIEW (self->map));
  GtkWidget        *profile;
  g_autofree char  *words = NULL;

  if (region == NULL || scene == NULL)
    return;
  profile = maak_region_profile_new (context, maak_page_get_document (MAAK_PAGE (self)), region, maak_map_scene_get_plane (scene), can_write (self) && find_evidence (maak_document_get_plan (maak_page_get_document (MAAK_PAGE (self)))) != NULL, !self->is_narrow);
  g_signal_connect_object (profile, "show-figure", G_CALLBACK (show_figure_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (profile, "region", G_CALLBACK (region_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (profile, "cite", G_CALLBACK (cite_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (profile, "close", G_CALLBACK (close_profile), self, G_CONNECT_SWAPPED);
  if (self->is_narrow)
    {
      present_sheet (self, profile, maak_region_get_name (region, get_language (self)));
      return;
    }
  adw_bin_set_child (ADW_BIN (self->profile), profile);
  gtk_stack_set_visible_child_name (GTK_STACK (self->side), "profile");
  /* The focus stays on the map, so that one can go on from region to region. */
  words = g_strdup_printf (_ ("Profile of %s"), maak_region_get_name (region, get_language (self)));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* --- Narrow and wide --- */

static void
narrow_cb (MaakMapPage *self)
{
  self->is_narrow = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "maak-narrow");
  gtk_box_reorder_child_after (GTK_BOX (self->main), self->controls, self->stack);
  gtk_stack_set_visible_child_name (GTK_STACK (self->side), "ranks");
  adw_bin_set_child (ADW_BIN (self->profile), NULL);
}

static void
wide_cb (MaakMapPage *self)
{
  self->is_narrow = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "maak-narrow");
  gtk_box_reorder_child_after (GTK_BOX (self->main), self->controls, self->title);
}

static gboolean
maak_map_page_go_back (MaakPage *page)
{
  MaakMapPage *self = MAAK_MAP_PAGE (page);

  if (self->sheet == NULL && g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->side)), "profile") != 0)
    return FALSE;
  close_profile (self);
  return TRUE;
}

static gboolean
maak_map_page_is_busy (MaakPage *page)
{
  return adw_bin_get_child (ADW_BIN (MAAK_MAP_PAGE (page)->controls)) == NULL;
}

static void
maak_map_page_dispose (GObject *object)
{
  MaakMapPage *self = MAAK_MAP_PAGE (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->sheet != NULL)
    adw_dialog_force_close (self->sheet);
  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_MAP_PAGE);
  g_clear_object (&self->choice);

  G_OBJECT_CLASS (maak_map_page_parent_class)->dispose (object);
}

static void
maak_map_page_class_init (MaakMapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maak_map_page_dispose;
  gtk_widget_class_install_action (widget_class, "map-page.close-profile", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "map-page.close-profile", NULL);
  MAAK_PAGE_CLASS (klass)->go_back = maak_map_page_go_back;
  MAAK_PAGE_CLASS (klass)->is_busy = maak_map_page_is_busy;
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/pages/maak-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, narrow);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, main);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, title);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, controls);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, misfit);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, map_frame);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, table_frame);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, mode);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, copy);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, export);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, add);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, side_scroller);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, side);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, ranks_title);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, ranks);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, legend);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, source);
  gtk_widget_class_bind_template_child (widget_class, MaakMapPage, profile);
}

static void
maak_map_page_init (MaakMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
fill_rest_cb (gpointer data)
{
  MaakMapPage *self = data;

  self->rest = 0;
  adw_bin_set_child (ADW_BIN (self->controls), maak_map_controls_new (self->choice, get_language (self)));
  gtk_widget_set_size_request (self->controls, -1, -1);
  adw_bin_set_child (ADW_BIN (self->ranks), maak_ranks_view_new (MAAK_MAP_VIEW (self->map)));
  adw_bin_set_child (ADW_BIN (self->legend), maak_legend_view_new (MAAK_MAP_VIEW (self->map)));
  return G_SOURCE_REMOVE;
}

/* In the first frame that there is: behind it. */
static gboolean
first_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MaakMapPage *self = MAAK_MAP_PAGE (widget);

  self->rest = g_idle_add (fill_rest_cb, self);
  return G_SOURCE_REMOVE;
}

static void
fill (MaakMapPage *self)
{
  MaakContext *context = maak_page_get_context (MAAK_PAGE (self));

  self->choice = maak_map_choice_new (context);
  self->map = maak_map_view_new ();
  maak_map_view_set_language (MAAK_MAP_VIEW (self->map), get_language (self));
  maak_map_view_set_boundaries (MAAK_MAP_VIEW (self->map), maak_context_get_boundaries (context), maak_context_get_regions (context));
  show_own (self);
  show_choice (self);
  gtk_frame_set_child (GTK_FRAME (self->map_frame), self->map);
  gtk_widget_set_size_request (self->controls, -1, CONTROLS_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), maak_pair_new (self->main, self->side_scroller, ROOM, SIDE_WIDTH));
}

/** maak_map_page_new: Returns: (transfer floating): the page; @document may be NULL */
MaakPage *
maak_map_page_new (MaakContext  *context,
                   MaakDocument *document,
                   guint         first_section,
                   guint         n_sections)
{
  MaakMapPage *self = g_object_new (MAAK_TYPE_MAP_PAGE, "context", context, "document", document, NULL);

  fill (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame_cb, NULL, NULL);
  gtk_widget_set_visible (self->add, document != NULL);
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->misfit, "button-clicked", G_CALLBACK (show_circles_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mode, "notify::active-name", G_CALLBACK (mode_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->copy, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->export, "clicked", G_CALLBACK (export_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->narrow, "apply", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->narrow, "unapply", G_CALLBACK (wide_cb), self, G_CONNECT_SWAPPED);
  if (document != NULL)
    g_signal_connect_object (document, "notify::title", G_CALLBACK (show_own), self, G_CONNECT_SWAPPED);
  return MAAK_PAGE (self);
}

/** maak_map_page_show_dataset: shows the values of @dataset, which has regions, in the latest period. */
void
maak_map_page_show_dataset (MaakMapPage *self, MaakDataset *dataset)
{
  g_return_if_fail (MAAK_IS_MAP_PAGE (self) && dataset != NULL);

  maak_map_choice_show (self->choice, dataset, NULL);
}
