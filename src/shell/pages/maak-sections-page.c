/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A page of the plan. At the bottom lies the form of its sections (or, where they are one list with `present: cards`, the
 * list of its records; with `most: 1` the one record). A record that lies deeper opens on top: a stack from the page down
 * to the record, so that "back" is always the record around it. */

#include "shell/pages/maak-sections-page.h"

#include "shell/maak-form.h"

#include <glib/gi18n.h>

struct _MaakSectionsPage
{
  MaakPage parent_instance;

  guint      first_section, n_sections;
  GtkWidget *navigation; /* AdwNavigationView */
};

G_DEFINE_FINAL_TYPE (MaakSectionsPage, maak_sections_page, MAAK_TYPE_PAGE)

static MaakRecord *
get_root (MaakSectionsPage *self)
{
  return maak_plan_get_root (maak_document_get_plan (maak_page_get_document (MAAK_PAGE (self))));
}

static AdwNavigationPage *
make_record_page (MaakSectionsPage *self,
                  MaakRecord       *record)
{
  MaakContext       *context = maak_page_get_context (MAAK_PAGE (self));
  MaakDocument      *document = maak_page_get_document (MAAK_PAGE (self));
  g_autofree char   *title = maak_record_dup_title (record, maak_context_get_language (context));
  GtkWidget         *view = adw_toolbar_view_new ();
  GtkWidget         *bar = adw_header_bar_new ();
  AdwNavigationPage *page;

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), maak_form_new (context, document, record, 0, G_MAXUINT));
  page = adw_navigation_page_new_with_tag (view, title, maak_record_get_id (record));
  return page;
}

/* The records from the page down to @record; FALSE: it lies on another page. */
static gboolean
list_chain (MaakSectionsPage *self,
            MaakRecord       *record,
            GPtrArray        *chain)
{
  const MaakField *field = NULL;
  MaakRecord      *root = get_root (self);

  for (; record != root && record != NULL; record = maak_record_get_parent (record))
    {
      g_ptr_array_insert (chain, 0, record);
      field = maak_record_get_parent_field (record);
    }
  if (record == NULL || field == NULL)
    return record != NULL;
  for (guint i = 0; i < self->n_sections; i++)
    if (field->section == maak_template_get_section (maak_record_get_template (root), self->first_section + i))
      return TRUE;
  return FALSE;
}

static gboolean
maak_sections_page_jump (MaakPage        *page,
                         MaakRecord      *record,
                         const MaakField *field)
{
  MaakSectionsPage *self = MAAK_SECTIONS_PAGE (page);
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();
  AdwNavigationPage *visible;
  GtkWidget         *content;

  if (!list_chain (self, record, chain))
    return FALSE;
  adw_navigation_view_pop_to_tag (ADW_NAVIGATION_VIEW (self->navigation), "bottom");
  for (guint i = 0; i < chain->len; i++)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (self->navigation), make_record_page (self, g_ptr_array_index (chain, i)));
  visible = adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (self->navigation));
  content = adw_navigation_page_get_child (visible);
  if (ADW_IS_TOOLBAR_VIEW (content))
    content = adw_toolbar_view_get_content (ADW_TOOLBAR_VIEW (content));
  return MAAK_IS_FORM (content) ? maak_form_jump (MAAK_FORM (content), field) : TRUE;
}

static gboolean
maak_sections_page_go_back (MaakPage *page)
{
  return adw_navigation_view_pop (ADW_NAVIGATION_VIEW (MAAK_SECTIONS_PAGE (page)->navigation));
}

static void
maak_sections_page_class_init (MaakSectionsPageClass *klass)
{
  MaakPageClass *page_class = MAAK_PAGE_CLASS (klass);

  page_class->jump = maak_sections_page_jump;
  page_class->go_back = maak_sections_page_go_back;
}

static void
maak_sections_page_init (MaakSectionsPage *self)
{
  self->navigation = adw_navigation_view_new ();
  adw_bin_set_child (ADW_BIN (self), self->navigation);
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
  MaakSectionsPage  *self = g_object_new (MAAK_TYPE_SECTIONS_PAGE, "context", context, "document", document, NULL);
  GtkWidget         *form;
  const MaakSection *section;

  self->first_section = first_section;
  self->n_sections = n_sections;
  section = maak_template_get_section (maak_record_get_template (get_root (self)), first_section);
  form = maak_form_new (context, document, get_root (self), first_section, n_sections);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (self->navigation),
                            adw_navigation_page_new_with_tag (form, maak_text_get_best (section->label, maak_context_get_language (context)), "bottom"));
  return MAAK_PAGE (self);
}
