/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The form of a record. Sections are headings until they come near what is seen; then their fields are made. One screen
 * ahead is enough for the Tab key too, since the focus scrolls what it goes to into view.
 *
 * When a section above what is seen gets its fields, what is seen would jump; and what was just made has no place yet to
 * scroll to. So the form holds a widget at a height until sizes have come to rest, frame by frame. */

#include "shell/maak-form.h"

#include "shell/editors/maak-prose-view.h"

#include <glib/gi18n.h>

enum
{
  TOP = 48,         /* pixels from the top to which a field is brought */
  FOUND_FOR = 2500, /* ms that a field which was jumped to is marked */
  FRAMES_REST = 3,  /* without a change, until it counts as settled */
};

struct _MaakForm
{
  AdwBin parent_instance;

  MaakRecord  *record;
  MaakContext *context;
  GtkWidget   *found; /* the row that was jumped to, for a moment; weak */
  guint        found_source;
  guint        build_source;
  GtkWidget   *held;   /* what stays where it is while sizes change; weak */
  double       held_y; /* pixels from the top of what is seen */
  guint        hold_source;
  guint        frames_rested;

  GtkWidget *scroller;
  GtkWidget *head;
  GtkWidget *sections;
  GtkWidget *side_place;
  GtkWidget *outline;
  GtkWidget *jump_place; /* the same in a narrow window */
  GtkWidget *jump;
  GtkWidget *jump_popover;
  GtkWidget *jump_list;
};

G_DEFINE_FINAL_TYPE (MaakForm, maak_form, ADW_TYPE_BIN)

static gboolean
find_y (MaakForm  *self,
        GtkWidget *widget,
        double    *y)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, self->scroller, &bounds))
    return FALSE;
  *y = bounds.origin.y;
  return TRUE;
}

/* What was found may stand far down in a long text. */
static void
show_cursor (MaakForm *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (MAAK_IS_PROSE_VIEW (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    maak_prose_view_show_cursor (MAAK_PROSE_VIEW (focus));
}

static gboolean
hold_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  MaakForm      *self = MAAK_FORM (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double         before = gtk_adjustment_get_value (adjustment), y;

  if (self->held == NULL)
    {
      self->hold_source = 0;
      return G_SOURCE_REMOVE;
    }
  if (gtk_adjustment_get_page_size (adjustment) <= 1 || !find_y (self, self->held, &y))
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (adjustment, before + y - self->held_y);
  if (gtk_adjustment_get_value (adjustment) != before || self->build_source != 0)
    self->frames_rested = 0;
  else if (++self->frames_rested >= FRAMES_REST)
    {
      g_clear_weak_pointer (&self->held);
      show_cursor (self);
    }
  return G_SOURCE_CONTINUE;
}

/* Keeps @widget at @y until sizes have come to rest. */
static void
hold (MaakForm  *self,
      GtkWidget *widget,
      double     y)
{
  g_set_weak_pointer (&self->held, widget);
  self->held_y = y;
  self->frames_rested = 0;
  if (self->hold_source == 0)
    self->hold_source = gtk_widget_add_tick_callback (GTK_WIDGET (self), hold_cb, NULL, NULL);
}

/* What lies at the top of what is seen stays there, unless something else is held. */
static void
hold_top (MaakForm *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->sections); child != NULL && self->held == NULL; child = gtk_widget_get_next_sibling (child))
    {
      double y;

      if (find_y (self, child, &y) && y + gtk_widget_get_height (child) > 0 && maak_form_section_is_built (MAAK_FORM_SECTION (child)))
        hold (self, child, y);
    }
}

/* Marks the part that is read in the outline: the last that begins in the upper third of what is seen. */
static void
show_current (MaakForm *self)
{
  double         third = gtk_widget_get_height (self->scroller) / 3.0;
  GtkListBoxRow *current = NULL, *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->outline), i)) != NULL; i++)
    {
      double y;

      if (find_y (self, g_object_get_data (G_OBJECT (row), "section"), &y) && y <= third)
        current = row;
    }
  if (current != NULL && current != gtk_list_box_get_selected_row (GTK_LIST_BOX (self->outline)))
    gtk_list_box_select_row (GTK_LIST_BOX (self->outline), current);
}

static void
build_seen (MaakForm *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double         page = gtk_adjustment_get_page_size (adjustment);
  double         top = gtk_adjustment_get_value (adjustment) - page / 2, bottom = top + page * 2.5;

  if (page <= 1)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (self->sections); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (!MAAK_IS_FORM_SECTION (child) || maak_form_section_is_built (MAAK_FORM_SECTION (child)) || !gtk_widget_compute_bounds (child, self->sections, &bounds))
        continue;
      if (bounds.origin.y > bottom || bounds.origin.y + bounds.size.height < top)
        continue;
      if (bounds.origin.y < top + page / 2)
        hold_top (self);
      maak_form_section_build (MAAK_FORM_SECTION (child));
    }
}

static gboolean
build_seen_cb (gpointer data)
{
  MaakForm *self = data;

  self->build_source = 0;
  build_seen (self);
  show_current (self);
  return G_SOURCE_REMOVE;
}

static void
moved_cb (MaakForm *self)
{
  /* Not while sizes are being given out. */
  if (self->build_source == 0 && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    self->build_source = g_idle_add_full (G_PRIORITY_DEFAULT, build_seen_cb, self, NULL);
}

static void
outline_row_activated_cb (MaakForm      *self,
                          GtkListBoxRow *row)
{
  GtkWidget *section = g_object_get_data (G_OBJECT (row), "section");

  gtk_popover_popdown (GTK_POPOVER (self->jump_popover));
  maak_form_section_focus (MAAK_FORM_SECTION (section));
  hold (self, section, TOP / 2);
}

static void
forget_found (MaakForm *self)
{
  g_clear_handle_id (&self->found_source, g_source_remove);
  if (self->found != NULL)
    gtk_widget_remove_css_class (self->found, "maak-found");
  g_clear_weak_pointer (&self->found);
}

static gboolean
forget_found_cb (gpointer data)
{
  MaakForm *self = data;

  self->found_source = 0;
  forget_found (self);
  return G_SOURCE_REMOVE;
}

static void
maak_form_dispose (GObject *object)
{
  MaakForm *self = MAAK_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_FORM);
  /* After the children: when they go, the scroller still says that it changed. */
  g_clear_handle_id (&self->build_source, g_source_remove);
  g_clear_handle_id (&self->found_source, g_source_remove);
  g_clear_weak_pointer (&self->found);
  g_clear_weak_pointer (&self->held);
  g_clear_object (&self->record);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (maak_form_parent_class)->dispose (object);
}

/* A form that was not drawn yet has nothing in it that could take the keyboard. */
static gboolean
maak_form_focus (GtkWidget       *widget,
                 GtkDirectionType direction)
{
  GtkWidget *first = gtk_widget_get_first_child (MAAK_FORM (widget)->sections);

  if (gtk_widget_get_focus_child (widget) == NULL && MAAK_IS_FORM_SECTION (first))
    maak_form_section_build (MAAK_FORM_SECTION (first));
  return GTK_WIDGET_CLASS (maak_form_parent_class)->focus (widget, direction);
}

/* F6: to the outline, where the part that is read is marked. */
static gboolean
go_to_parts_cb (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   data)
{
  MaakForm      *self = MAAK_FORM (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->outline));

  if (!gtk_widget_get_visible (self->outline))
    return FALSE;
  if (!gtk_widget_get_mapped (self->outline))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->jump));
  else if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (self->outline, GTK_DIR_TAB_FORWARD);
  return TRUE;
}

static void
maak_form_class_init (MaakFormClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_form_dispose;
  widget_class->focus = maak_form_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/maak-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, MaakForm, head);
  gtk_widget_class_bind_template_child (widget_class, MaakForm, sections);
  gtk_widget_class_bind_template_child (widget_class, MaakForm, side_place);
  gtk_widget_class_bind_template_child (widget_class, MaakForm, outline);
  gtk_widget_class_bind_template_child (widget_class, MaakForm, jump_place);
  gtk_widget_class_bind_template_child (widget_class, MaakForm, jump);
  gtk_widget_class_bind_template_child (widget_class, MaakForm, jump_popover);
  gtk_widget_class_bind_template_child (widget_class, MaakForm, jump_list);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F6, GDK_NO_MODIFIER_MASK, go_to_parts_cb, NULL);
}

static void
maak_form_init (MaakForm *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline, "row-activated", G_CALLBACK (outline_row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->jump_list, "row-activated", G_CALLBACK (outline_row_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
add_to_outline (MaakForm          *self,
                GtkWidget         *list,
                const MaakSection *section,
                GtkWidget         *widget)
{
  const char *title = maak_text_get_best (section->label, maak_context_get_language (self->context));
  GtkWidget  *label = gtk_label_new (title);
  GtkWidget  *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (row), "section", widget);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
say_unknown (MaakForm *self)
{
  GtkWidget       *status = adw_status_page_new ();
  g_autofree char *text = g_strdup_printf (_ ("This part was made with the template “%s”, which is not on this computer. It is kept as it is. Ask whoever made the plan for the template."),
                                           maak_record_get_template_id (self->record));
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Cannot Be Shown"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), escaped);
  gtk_box_append (GTK_BOX (self->sections), status);
}

/**
 * maak_form_new:
 * @record: a record of the open plan
 * @first_section: the first section of its template to show
 * @n_sections: how many; G_MAXUINT: all that follow
 *
 * Returns: (transfer floating): the form
 */
GtkWidget *
maak_form_new (MaakContext  *context,
               MaakDocument *document,
               MaakRecord   *record,
               guint         first_section,
               guint         n_sections)
{
  MaakForm *self = g_object_new (MAAK_TYPE_FORM, NULL);
  const MaakTemplate *template = maak_record_get_template (record);
  guint    n = maak_template_get_n_sections (template);
  gboolean has_parts;

  self->record = g_object_ref (record);
  self->context = g_object_ref (context);
  for (guint i = first_section; i < n && i - first_section < n_sections; i++)
    {
      const MaakSection *section = maak_template_get_section (template, i);
      GtkWidget         *widget;

      if (section->n_fields == 0)
        continue;
      widget = maak_form_section_new (context, document, record, section);
      gtk_box_append (GTK_BOX (self->sections), widget);
      add_to_outline (self, self->outline, section, widget);
      add_to_outline (self, self->jump_list, section, widget);
    }
  has_parts = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->outline), 1) != NULL;
  gtk_widget_set_visible (self->side_place, has_parts);
  gtk_widget_set_visible (self->jump_place, has_parts);
  if (maak_record_is_unknown (record))
    say_unknown (self);
  return GTK_WIDGET (self);
}

/** maak_form_set_head: puts @head above the first section. */
void
maak_form_set_head (MaakForm  *self,
                    GtkWidget *head)
{
  g_return_if_fail (MAAK_IS_FORM (self));

  adw_clamp_set_child (ADW_CLAMP (self->head), head);
  gtk_widget_set_visible (self->head, TRUE);
}

/** maak_form_get_record: Returns: (transfer none): the record */
MaakRecord *
maak_form_get_record (MaakForm *self)
{
  g_return_val_if_fail (MAAK_IS_FORM (self), NULL);

  return self->record;
}

/**
 * maak_form_jump:
 * @field: (nullable): a field of the record; NULL: the first
 *
 * Puts the focus on a field and marks it for a moment.
 *
 * Returns: whether the field is in this form
 */
gboolean
maak_form_jump (MaakForm        *self,
                const MaakField *field)
{
  g_return_val_if_fail (MAAK_IS_FORM (self), FALSE);

  if (field == NULL)
    {
      GtkWidget *first = gtk_widget_get_first_child (self->sections);

      if (MAAK_IS_FORM_SECTION (first))
        maak_form_section_focus (MAAK_FORM_SECTION (first));
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (self->sections); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      MaakFieldRow *row = MAAK_IS_FORM_SECTION (child) ? maak_form_section_get_row (MAAK_FORM_SECTION (child), field) : NULL;

      if (row == NULL)
        continue;
      /* It does not apply now: its part of the form is as near as one can get. */
      if (!gtk_widget_get_visible (GTK_WIDGET (row)))
        {
          maak_form_section_focus (MAAK_FORM_SECTION (child));
          hold (self, child, TOP / 2);
          return TRUE;
        }
      forget_found (self);
      g_set_weak_pointer (&self->found, GTK_WIDGET (row));
      gtk_widget_add_css_class (GTK_WIDGET (row), "maak-found");
      self->found_source = g_timeout_add (FOUND_FOR, forget_found_cb, self);
      gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
      hold (self, GTK_WIDGET (row), TOP);
      return TRUE;
    }
  return FALSE;
}

/** maak_form_commit: writes what was typed and not yet handed over. */
void
maak_form_commit (MaakForm *self)
{
  g_return_if_fail (MAAK_IS_FORM (self));

  for (GtkWidget *child = gtk_widget_get_first_child (self->sections); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (MAAK_IS_FORM_SECTION (child))
      maak_form_section_commit (MAAK_FORM_SECTION (child));
}
