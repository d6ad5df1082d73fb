/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A page of the plan. At the bottom lies the form of its sections; or, where they are one list with `present: cards`, the
 * list of its records; with `most: 1`, the form of the one record. A record that lies deeper opens on top: a stack from the
 * page down to the record, so that "back" is always the record around it.
 *
 * The stack follows the plan: a record that is removed, by whatever way, is not shown any more, and a title that is typed
 * is the title of its page. A jump leaves alone what is on its way already. */

#include "shell/pages/maak-sections-page.h"

#include "shell/maak-exhibit-preview.h"
#include "shell/maak-form.h"
#include "shell/maak-record-list.h"
#include "shell/maak-record-menu.h"

#include <glib/gi18n.h>

enum
{
  PREVIEW_WIDTH = 340, /* pixels, of an exhibit above its form */
  PREVIEW_HEIGHT = 190,
};

struct _MaakSectionsPage
{
  MaakPage parent_instance;

  guint            first_section, n_sections;
  const MaakField *list;       /* that fills the page; NULL: none */
  GtkWidget       *navigation; /* AdwNavigationView */
  GtkWidget       *bottom;     /* AdwBin: what lies at the bottom */
  MaakSlot        *slot;       /* of a list of one; NULL: it is none */
  MaakRecord      *single;     /* the one record, which is shown at the bottom */
};

G_DEFINE_FINAL_TYPE (MaakSectionsPage, maak_sections_page, MAAK_TYPE_PAGE)

static MaakPlan *
get_plan (MaakSectionsPage *self)
{
  return maak_document_get_plan (maak_page_get_document (MAAK_PAGE (self)));
}

static MaakLanguage
get_language (MaakSectionsPage *self)
{
  return maak_context_get_language (maak_page_get_context (MAAK_PAGE (self)));
}

static const MaakSection *
get_section (MaakSectionsPage *self,
             guint             index)
{
  return maak_template_get_section (maak_record_get_template (maak_plan_get_root (get_plan (self))), self->first_section + index);
}

/* How an exhibit will be printed, above its form: what is changed below is seen at once. */
static GtkWidget *
make_preview (MaakSectionsPage *self,
              MaakRecord       *record)
{
  GtkWidget *preview = maak_exhibit_preview_new (maak_page_get_context (MAAK_PAGE (self)), maak_page_get_document (MAAK_PAGE (self)), record, PREVIEW_WIDTH, PREVIEW_HEIGHT);

  gtk_widget_set_halign (preview, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (preview, 12);
  return preview;
}

static AdwNavigationPage *
make_record_page (MaakSectionsPage *self,
                  MaakRecord       *record)
{
  MaakContext     *context = maak_page_get_context (MAAK_PAGE (self));
  MaakDocument    *document = maak_page_get_document (MAAK_PAGE (self));
  g_autofree char *title = maak_plan_dup_record_title (get_plan (self), record, maak_context_get_language (context));
  GtkWidget       *view = adw_toolbar_view_new ();
  GtkWidget       *bar = adw_header_bar_new (), *form = maak_form_new (context, document, record, 0, G_MAXUINT);
  GtkWidget       *promotion = maak_record_promotion_new (maak_document_get_plan (document), record);

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), maak_record_menu_new (context, document, record));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  if (maak_exhibit_preview_is_for (record))
    adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), make_preview (self, record));
  if (promotion != NULL)
    maak_form_set_head (MAAK_FORM (form), promotion);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), form);
  return adw_navigation_page_new_with_tag (view, title, maak_record_get_id (record));
}

/* The records from the page down to @record; FALSE: it lies on another page. */
static gboolean
list_chain (MaakSectionsPage *self,
            MaakRecord       *record,
            const MaakField  *field,
            GPtrArray        *chain)
{
  MaakRecord *root = maak_plan_get_root (get_plan (self));

  for (; record != root && record != NULL; record = maak_record_get_parent (record))
    {
      if (record != self->single)
        g_ptr_array_insert (chain, 0, record);
      field = maak_record_get_parent_field (record);
    }
  if (record == NULL || field == NULL)
    return record != NULL;
  for (guint i = 0; i < self->n_sections; i++)
    if (field->section == get_section (self, i))
      return TRUE;
  return FALSE;
}

static GListModel *
list_stack (MaakSectionsPage *self)
{
  return G_LIST_MODEL (adw_navigation_view_get_navigation_stack (ADW_NAVIGATION_VIEW (self->navigation)));
}

static MaakForm *
get_form (AdwNavigationPage *page)
{
  GtkWidget *view = adw_navigation_page_get_child (page), *content = ADW_IS_TOOLBAR_VIEW (view) ? adw_toolbar_view_get_content (ADW_TOOLBAR_VIEW (view)) : NULL;

  return MAAK_IS_FORM (content) ? MAAK_FORM (content) : NULL;
}

/* Shows the records of @chain one upon the other, and keeps those that are there already. */
static void
show_chain (MaakSectionsPage *self,
            GPtrArray        *chain)
{
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (self->navigation);
  g_autoptr (GListModel) stack = list_stack (self);
  const char *last = "bottom";
  guint       same = 0;

  for (guint n = g_list_model_get_n_items (stack); same < chain->len && same + 1 < n; same++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, same + 1);

      if (g_strcmp0 (adw_navigation_page_get_tag (page), maak_record_get_id (g_ptr_array_index (chain, same))) != 0)
        break;
      last = maak_record_get_id (g_ptr_array_index (chain, same));
    }
  adw_navigation_view_pop_to_tag (view, last);
  for (guint i = same; i < chain->len; i++)
    adw_navigation_view_push (view, make_record_page (self, g_ptr_array_index (chain, i)));
}

static MaakForm *
get_visible_form (MaakSectionsPage *self)
{
  AdwNavigationPage *visible = adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (self->navigation));
  GtkWidget         *content = adw_navigation_page_get_child (visible);

  if (content == self->bottom)
    content = adw_bin_get_child (ADW_BIN (self->bottom));
  else if (ADW_IS_TOOLBAR_VIEW (content))
    content = adw_toolbar_view_get_content (ADW_TOOLBAR_VIEW (content));
  return MAAK_IS_FORM (content) ? MAAK_FORM (content) : NULL;
}

static gboolean
maak_sections_page_jump (MaakPage        *page,
                         MaakRecord      *record,
                         const MaakField *field)
{
  MaakSectionsPage *self = MAAK_SECTIONS_PAGE (page);
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();
  MaakForm *form;

  if (!list_chain (self, record, field, chain))
    return FALSE;
  show_chain (self, chain);
  form = get_visible_form (self);
  if (form == NULL || maak_form_get_record (form) != record)
    return gtk_widget_child_focus (self->navigation, GTK_DIR_TAB_FORWARD) || TRUE;
  return maak_form_jump (form, field);
}

static gboolean
maak_sections_page_go_back (MaakPage *page)
{
  return adw_navigation_view_pop (ADW_NAVIGATION_VIEW (MAAK_SECTIONS_PAGE (page)->navigation));
}

/* Takes @page and what lies on it away, and shows @record, if any, in its place. At once: two pages of one id cannot be there. */
static void
replace_page (MaakSectionsPage  *self,
              AdwNavigationPage *below,
              MaakRecord        *record_or_null)
{
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (self->navigation);

  adw_navigation_view_set_animate_transitions (view, record_or_null == NULL);
  adw_navigation_view_pop_to_page (view, below);
  if (record_or_null != NULL)
    adw_navigation_view_push (view, make_record_page (self, record_or_null));
  adw_navigation_view_set_animate_transitions (view, TRUE);
}

/* Records that are gone are not shown any more, one that was worked out into another kind is shown as that; the others have the
 * title that they have now. */
static void
follow_plan (MaakSectionsPage *self)
{
  g_autoptr (GListModel) stack = list_stack (self);

  for (guint i = 1; i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);
      MaakRecord      *record = maak_plan_lookup (get_plan (self), adw_navigation_page_get_tag (page));
      MaakForm        *form = get_form (page);
      g_autofree char *title = NULL;

      if (record == NULL || (form != NULL && maak_form_get_record (form) != record))
        {
          g_autoptr (AdwNavigationPage) below = g_list_model_get_item (stack, i - 1);

          replace_page (self, below, record);
          return;
        }
      title = maak_plan_dup_record_title (get_plan (self), record, get_language (self));
      if (strcmp (adw_navigation_page_get_title (page), title) != 0)
        adw_navigation_page_set_title (page, title);
    }
}

static void
plan_changed_cb (MaakSectionsPage *self,
                 MaakChange       *change)
{
  const MaakField *field = maak_change_get_field (change);

  if (field->type == MAAK_FIELD_LIST || field->type == MAAK_FIELD_PARTY || field->role == MAAK_ROLE_TITLE)
    follow_plan (self);
}

static void
show_depth_cb (MaakSectionsPage *self)
{
  AdwNavigationPage *visible = adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (self->navigation));

  maak_page_set_has_back (MAAK_PAGE (self), visible != NULL && g_strcmp0 (adw_navigation_page_get_tag (visible), "bottom") != 0);
}

static void
maak_sections_page_dispose (GObject *object)
{
  MaakSectionsPage *self = MAAK_SECTIONS_PAGE (object);

  g_clear_object (&self->single);
  g_clear_object (&self->slot);

  G_OBJECT_CLASS (maak_sections_page_parent_class)->dispose (object);
}

static void
maak_sections_page_class_init (MaakSectionsPageClass *klass)
{
  MaakPageClass *page_class = MAAK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maak_sections_page_dispose;
  page_class->jump = maak_sections_page_jump;
  page_class->go_back = maak_sections_page_go_back;
}

static void
maak_sections_page_init (MaakSectionsPage *self)
{
  self->bottom = adw_bin_new ();
  self->navigation = adw_navigation_view_new ();
  adw_bin_set_child (ADW_BIN (self), self->navigation);
  g_signal_connect_object (self->navigation, "notify::visible-page", G_CALLBACK (show_depth_cb), self, G_CONNECT_SWAPPED);
}

/* The one list that fills the page; NULL: the page is a form. */
static const MaakField *
find_list (MaakSectionsPage *self)
{
  const MaakSection *section = get_section (self, 0);

  if (self->n_sections != 1 || section->n_fields != 1 || section->fields[0]->type != MAAK_FIELD_LIST || section->fields[0]->present != MAAK_PRESENT_CARDS)
    return NULL;
  return section->fields[0];
}

/* Of a list of one: the form of its record, or a page that says what belongs here. */
static void
show_single_cb (MaakSectionsPage *self)
{
  MaakContext       *context = maak_page_get_context (MAAK_PAGE (self));
  MaakDocument      *document = maak_page_get_document (MAAK_PAGE (self));
  MaakValue         *value = maak_slot_get (self->slot);
  guint              n = 0;
  MaakRecord *const *records = value != NULL ? maak_value_get_records (value, &n) : NULL;
  MaakRecord        *record = n > 0 ? records[0] : NULL;

  if (adw_bin_get_child (ADW_BIN (self->bottom)) != NULL && record == self->single)
    return;
  g_set_object (&self->single, record);
  if (record != NULL)
    adw_bin_set_child (ADW_BIN (self->bottom), maak_form_new (context, document, record, 0, G_MAXUINT));
  else
    adw_bin_set_child (ADW_BIN (self->bottom), maak_record_list_new (context, document, maak_plan_get_root (get_plan (self)), self->list, get_section (self, 0)->page->icon));
}

static void
make_bottom (MaakSectionsPage *self)
{
  MaakContext  *context = maak_page_get_context (MAAK_PAGE (self));
  MaakDocument *document = maak_page_get_document (MAAK_PAGE (self));
  MaakRecord   *root = maak_plan_get_root (get_plan (self));

  self->list = find_list (self);
  if (self->list != NULL && self->list->max_count == 1)
    {
      self->slot = maak_slot_new (get_plan (self), root, self->list);
      g_signal_connect_object (self->slot, "changed", G_CALLBACK (show_single_cb), self, G_CONNECT_SWAPPED);
      show_single_cb (self);
    }
  else if (self->list != NULL)
    adw_bin_set_child (ADW_BIN (self->bottom), maak_record_list_new (context, document, root, self->list, get_section (self, 0)->page->icon));
  else
    adw_bin_set_child (ADW_BIN (self->bottom), maak_form_new (context, document, root, self->first_section, self->n_sections));
}

/**
 * maak_sections_page_new:
 * @first_section: the first section of the plan that it shows
 * @n_sections: how many
 *
 * Returns: (transfer floating): the page
 */
MaakPage *
maak_sections_page_new (MaakContext  *context,
                        MaakDocument *document,
                        guint         first_section,
                        guint         n_sections)
{
  MaakSectionsPage *self = g_object_new (MAAK_TYPE_SECTIONS_PAGE, "context", context, "document", document, NULL);

  self->first_section = first_section;
  self->n_sections = n_sections;
  make_bottom (self);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (self->navigation),
                            adw_navigation_page_new_with_tag (self->bottom, maak_text_get_best (get_section (self, 0)->label, maak_context_get_language (context)), "bottom"));
  g_signal_connect_object (get_plan (self), "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  return MAAK_PAGE (self);
}
