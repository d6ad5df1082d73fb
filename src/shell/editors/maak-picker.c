/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Picking from a list. A list view makes two hundred rows at once, however few are seen, and takes a quarter of a second for
 * it; so it is given the first things only, and more when they come near.
 *
 * With the keyboard: type to search, Enter takes the first that is left, Down goes to the list, Escape closes. Of one,
 * picking closes; of several, it stays open until the person is done.
 *
 * Who goes elsewhere while words that were typed are not answered by a choice is told so: unless they name one thing, they
 * would be lost without a sound. */

#include "shell/editors/maak-picker.h"

#include <glib/gi18n.h>

enum
{
  MANY = 5,          /* things; more are searched */
  AT_ONCE = 25,      /* rows that are made, more than can be seen */
  MOST_HEIGHT = 320, /* pixels */
};

struct _MaakPicker
{
  GtkPopover parent_instance;

  gboolean            several;
  gboolean            quick;      /* Tab picks as Enter does */
  gboolean            by_tab;     /* it did */
  gboolean            unanswered; /* words were typed and nothing was chosen since */
  char               *begin;      /* what is typed already when it opens; NULL: nothing */
  GListModel         *items;
  char               *folded;          /* what is searched for */
  char               *offer;           /* NULL: none without a text */
  char               *offer_with_text; /* NULL: none at all */
  GtkFilter          *filter;
  GtkFilterListModel *filter_model;
  GtkSorter          *sorter;
  GListModel         *filtered; /* and sorted */
  GtkSliceListModel  *begun;    /* the first of them: what the list shows */
  GtkWidget          *search;
  GtkWidget          *list;
  GtkWidget          *nothing;
  GtkWidget          *scroller;
  GtkWidget          *offer_button;
};

enum
{
  SIGNAL_LEFT,
  SIGNAL_OFFERED,
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakPicker, maak_picker, GTK_TYPE_POPOVER)

static gboolean
match_cb (gpointer item,
          gpointer data)
{
  MaakPicker *self = data;

  return self->folded == NULL || maak_pick_item_rate (item, self->folded) < 3;
}

/* What begins with what is searched for comes first, else all stays in its order. */
static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  MaakPicker *self = data;

  return self->folded == NULL ? 0 : (int) maak_pick_item_rate ((MaakPickItem *) a, self->folded) - (int) maak_pick_item_rate ((MaakPickItem *) b, self->folded);
}

static void
show_offer (MaakPicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  g_autofree char *label = NULL;

  if (self->offer_with_text == NULL)
    return;
  gtk_widget_set_visible (self->offer_button, self->offer != NULL || *text != '\0');
  if (*text != '\0')
    {
      g_auto (GStrv) sides = g_strsplit (self->offer_with_text, "%s", 2);

      label = g_strjoinv (text, sides);
    }
  else
    label = g_strdup (self->offer != NULL ? self->offer : "");
  gtk_button_set_label (GTK_BUTTON (self->offer_button), label);
}

static void
search_changed_cb (MaakPicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  g_autofree char *folded = *text != '\0' ? maak_fold_for_search (text) : NULL;

  if (g_set_str (&self->folded, folded))
    {
      self->unanswered = folded != NULL;
      gtk_slice_list_model_set_size (self->begun, AT_ONCE);
    }
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_widget_set_visible (self->nothing, g_list_model_get_n_items (self->filtered) == 0);
  gtk_widget_set_visible (self->scroller, g_list_model_get_n_items (self->filtered) > 0);
  show_offer (self);
}

/* The end of what is there comes near. */
static void
scrolled_cb (MaakPicker *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double         rest = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - gtk_adjustment_get_page_size (adjustment);
  guint          size = gtk_slice_list_model_get_size (self->begun);

  if (rest < gtk_adjustment_get_page_size (adjustment) && size < g_list_model_get_n_items (self->filtered))
    gtk_slice_list_model_set_size (self->begun, size + AT_ONCE);
}

static void
scroll_to (MaakPicker *self,
           guint       position)
{
  if (position + AT_ONCE > gtk_slice_list_model_get_size (self->begun))
    gtk_slice_list_model_set_size (self->begun, position + AT_ONCE);
  gtk_list_view_scroll_to (GTK_LIST_VIEW (self->list), position, GTK_LIST_SCROLL_FOCUS, NULL);
}

static void
pick (MaakPicker *self,
      guint       position)
{
  g_autoptr (MaakPickItem) item = g_list_model_get_item (self->filtered, position);

  if (item == NULL)
    return;
  self->unanswered = FALSE;
  if (!self->several)
    gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, maak_pick_item_get_id (item));
}

static void
search_activated_cb (MaakPicker *self)
{
  /* Enter may come before the search is told of the last letter. */
  search_changed_cb (self);
  if (g_list_model_get_n_items (self->filtered) > 0)
    pick (self, 0);
  else if (gtk_widget_get_visible (self->offer_button))
    gtk_widget_activate (self->offer_button);
}

static void
row_activated_cb (MaakPicker *self,
                  guint       position)
{
  pick (self, position);
}

static void
offer_clicked_cb (MaakPicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  self->unanswered = FALSE;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_OFFERED], 0, text);
}

/* The one thing that is called as was typed; NULL: there is none, or more. */
static MaakPickItem *
find_named (MaakPicker *self)
{
  MaakPickItem *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (self->filtered); i++)
    {
      g_autoptr (MaakPickItem) item = g_list_model_get_item (self->filtered, i);
      g_autofree char *name = maak_fold_for_search (maak_pick_item_get_label (item));

      if (strcmp (name, self->folded) != 0)
        continue;
      if (found != NULL)
        return NULL;
      found = item;
    }
  return found;
}

static void
closed_cb (MaakPicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  MaakPickItem    *named;

  if (!self->unanswered || self->folded == NULL)
    return;
  self->unanswered = FALSE;
  named = find_named (self);
  if (named == NULL)
    g_signal_emit (self, signals[SIGNAL_LEFT], 0, text);
  else if (!maak_pick_item_get_chosen (named))
    g_signal_emit (self, signals[SIGNAL_PICKED], 0, maak_pick_item_get_id (named));
}

static gboolean
key_cb (MaakPicker *self,
        guint       keyval)
{
  /* Who presses Escape does not want it after all. */
  if (keyval == GDK_KEY_Escape)
    self->unanswered = FALSE;
  return FALSE;
}

static gboolean
search_key_cb (MaakPicker     *self,
               guint           keyval,
               guint           keycode,
               GdkModifierType state)
{
  if (keyval == GDK_KEY_Tab && self->quick && (state & gtk_accelerator_get_default_mod_mask ()) == 0)
    {
      search_changed_cb (self);
      /* Where nothing is found it goes to the button that adds: a slip of the pen should not. */
      if (self->folded == NULL || g_list_model_get_n_items (self->filtered) == 0)
        return FALSE;
      self->by_tab = TRUE;
      pick (self, 0);
      return TRUE;
    }
  if (keyval != GDK_KEY_Down || g_list_model_get_n_items (self->filtered) == 0)
    return FALSE;
  scroll_to (self, 0);
  gtk_widget_grab_focus (self->list);
  return TRUE;
}

static guint
find_chosen (MaakPicker *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->filtered); i++)
    {
      g_autoptr (MaakPickItem) item = g_list_model_get_item (self->filtered, i);

      if (maak_pick_item_get_chosen (item))
        return i;
    }
  return 0;
}

static void
maak_picker_map (GtkWidget *widget)
{
  MaakPicker *self = MAAK_PICKER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), self->begin != NULL ? self->begin : "");
  GTK_WIDGET_CLASS (maak_picker_parent_class)->map (widget);
  if (g_list_model_get_n_items (self->filtered) > 0)
    scroll_to (self, self->several ? 0 : find_chosen (self));
  gtk_widget_grab_focus (gtk_widget_get_visible (self->search) ? self->search : self->list);
  if (self->begin != NULL)
    gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

static void
maak_picker_finalize (GObject *object)
{
  MaakPicker *self = MAAK_PICKER (object);

  g_clear_object (&self->items);
  g_free (self->begin);
  g_free (self->folded);
  g_free (self->offer);
  g_free (self->offer_with_text);

  G_OBJECT_CLASS (maak_picker_parent_class)->finalize (object);
}

static void
maak_picker_class_init (MaakPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = maak_picker_finalize;
  GTK_WIDGET_CLASS (klass)->map = maak_picker_map;

  signals[SIGNAL_LEFT] = g_signal_new ("left", MAAK_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_OFFERED] = g_signal_new ("offered", MAAK_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_PICKED] = g_signal_new ("picked", MAAK_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
make_line (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, style);
    }
  return label;
}

static void
setup_cb (MaakPicker  *self,
          GtkListItem *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *mark = self->several ? gtk_check_button_new () : gtk_image_new_from_icon_name ("object-select-symbolic");

  /* The row is what is activated. */
  gtk_widget_set_can_focus (mark, FALSE);
  gtk_widget_set_can_target (mark, FALSE);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), make_line (NULL));
  gtk_box_append (GTK_BOX (lines), make_line ("dim-label"));
  if (self->several)
    gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), lines);
  if (!self->several)
    gtk_box_append (GTK_BOX (row), mark);
  g_object_set_data (G_OBJECT (list_item), "lines", lines);
  g_object_set_data (G_OBJECT (list_item), "mark", mark);
  gtk_list_item_set_child (list_item, row);
}

static void
show_mark (GtkListItem *list_item)
{
  MaakPickItem *item = gtk_list_item_get_item (list_item);
  GtkWidget    *mark = g_object_get_data (G_OBJECT (list_item), "mark");
  gboolean      chosen = maak_pick_item_get_chosen (item);

  if (GTK_IS_CHECK_BUTTON (mark))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (mark), chosen);
  else
    gtk_widget_set_opacity (mark, chosen ? 1 : 0);
  gtk_list_item_set_accessible_description (list_item, chosen ? C_ ("list item", "Chosen") : maak_pick_item_get_detail (item));
}

static void
bind_cb (MaakPicker  *self,
         GtkListItem *list_item)
{
  MaakPickItem *item = gtk_list_item_get_item (list_item);
  GtkWidget    *label = gtk_widget_get_first_child (g_object_get_data (G_OBJECT (list_item), "lines"));
  GtkWidget    *detail = gtk_widget_get_next_sibling (label);

  gtk_label_set_text (GTK_LABEL (label), maak_pick_item_get_label (item));
  gtk_label_set_text (GTK_LABEL (detail), maak_pick_item_get_detail (item));
  gtk_widget_set_visible (detail, *maak_pick_item_get_detail (item) != '\0');
  gtk_widget_set_margin_start (gtk_list_item_get_child (list_item), (int) maak_pick_item_get_depth (item) * 18);
  gtk_list_item_set_accessible_label (list_item, maak_pick_item_get_label (item));
  g_signal_connect_object (item, "notify::chosen", G_CALLBACK (show_mark), list_item, G_CONNECT_SWAPPED);
  show_mark (list_item);
}

static void
unbind_cb (MaakPicker  *self,
           GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_mark, list_item);
}

static void
make_list (MaakPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  self->filter_model = gtk_filter_list_model_new (NULL, self->filter);
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, self, NULL));
  self->filtered = G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (self->filter_model), self->sorter));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->begun = gtk_slice_list_model_new (self->filtered, 0, AT_ONCE);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (self->begun))), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self), "maak-picker");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

static void
maak_picker_init (MaakPicker *self)
{
}

static void
make_content (MaakPicker *self)
{
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new (), *all_keys = gtk_event_controller_key_new ();

  g_signal_connect_object (all_keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (all_keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), all_keys);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search), _ ("Search"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->search, keys);
  make_list (self);
  self->nothing = make_line ("dim-label");
  gtk_label_set_text (GTK_LABEL (self->nothing), _ ("Nothing found."));
  gtk_widget_set_visible (self->nothing, FALSE);
  self->offer_button = gtk_button_new ();
  gtk_button_set_can_shrink (GTK_BUTTON (self->offer_button), TRUE);
  gtk_widget_set_visible (self->offer_button, FALSE);
  g_signal_connect_object (self->offer_button, "clicked", G_CALLBACK (offer_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), self->offer_button);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * maak_picker_new:
 * @name: what is picked, for who cannot see it
 * @several: whether several may be chosen: it stays open, and each has a check
 *
 * Returns: (transfer floating): the popover, without things
 */
GtkWidget *
maak_picker_new (const char *name,
                 gboolean    several)
{
  MaakPicker *self = g_object_new (MAAK_TYPE_PICKER, NULL);

  self->several = several;
  make_content (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/** maak_picker_take_items: replaces what can be picked: @items_taken, of MaakPickItem. */
void
maak_picker_take_items (MaakPicker *self,
                        GListModel *items_taken)
{
  g_return_if_fail (MAAK_IS_PICKER (self));

  g_clear_object (&self->items);
  self->items = items_taken;
  gtk_filter_list_model_set_model (self->filter_model, self->items);
  gtk_widget_set_visible (self->search, g_list_model_get_n_items (self->items) > MANY || self->offer_with_text != NULL);
  search_changed_cb (self);
}

/** maak_picker_set_chosen: marks those with one of @ids (NULL-terminated) as chosen, and only those. */
void
maak_picker_set_chosen (MaakPicker        *self,
                        const char *const *ids)
{
  g_return_if_fail (MAAK_IS_PICKER (self));

  for (guint i = 0; self->items != NULL && i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (MaakPickItem) item = g_list_model_get_item (self->items, i);

      maak_pick_item_set_chosen (item, ids != NULL && g_strv_contains (ids, maak_pick_item_get_id (item)));
    }
}

/**
 * maak_picker_set_offer:
 * @label_or_null: (nullable): of the button that makes something new; NULL: only what was searched for can be
 * @label_with_text: the same while something is searched for, with %s for that
 */
void
maak_picker_set_offer (MaakPicker *self,
                       const char *label_or_null,
                       const char *label_with_text)
{
  g_return_if_fail (MAAK_IS_PICKER (self));

  g_set_str (&self->offer, label_or_null);
  g_set_str (&self->offer_with_text, label_with_text);
  gtk_widget_set_visible (self->search, TRUE);
  show_offer (self);
}

/**
 * maak_picker_begin:
 * @text: what is typed in it already when it opens
 *
 * For a cell of a sheet, where typing opens it: the first letter is searched for, and Tab picks too.
 */
void
maak_picker_begin (MaakPicker *self,
                   const char *text)
{
  g_return_if_fail (MAAK_IS_PICKER (self));

  self->quick = !self->several;
  if (*text == '\0')
    return;
  g_set_str (&self->begin, text);
  gtk_widget_set_visible (self->search, TRUE);
}

/** maak_picker_get_by_tab: Returns: whether something was picked with Tab, after which one goes on */
gboolean
maak_picker_get_by_tab (MaakPicker *self)
{
  g_return_val_if_fail (MAAK_IS_PICKER (self), FALSE);

  return self->by_tab;
}

/** maak_chooser_button_new: Returns: (transfer floating): a menu button with a label, lent in @label, that wraps */
GtkWidget *
maak_chooser_button_new (GtkWidget **label)
{
  GtkWidget *button = gtk_menu_button_new ();

  *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (*label), 0);
  gtk_label_set_wrap (GTK_LABEL (*label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (*label), PANGO_WRAP_WORD_CHAR);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), *label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

/** maak_add_content_new: Returns: (transfer floating): a plus and @label, for a button */
GtkWidget *
maak_add_content_new (const char *text)
{
  /* Not AdwButtonContent, which names its button by the words in it. */
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (content), label);
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  return content;
}

/** maak_chooser_add_button_new: Returns: (transfer floating): a menu button that says "Add…" */
GtkWidget *
maak_chooser_add_button_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), maak_add_content_new (_ ("Add…")));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}
