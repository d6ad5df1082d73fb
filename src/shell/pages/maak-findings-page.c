/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The page of the findings: a group for each severity, in it a part for each page of the plan, and in it a row for each
 * finding, which leads to its place. Texts that are not translated yet are a group of their own, since they are many and no
 * fault; a last group tells which cited or drawn figures the data say otherwise now.
 *
 * The page follows the document while it is seen; what did not change is not made anew, so that the focus stays where it
 * is. Of a long group the first rows are made, the rest when asked. */

#include "shell/pages/maak-findings-page.h"

#include "checks/maak-checks.h"
#include "evidence/maak-evidence.h"
#include "shell/maak-finding-row.h"
#include "shell/maak-pages.h"

#include <glib/gi18n.h>

#define AT_ONCE 60 /* rows of a group */

/* The groups: severities, what is to be translated, and the figures that changed. */
#define UNTRANSLATED 3
#define FIGURES 4
#define N_GROUPS 5

typedef struct
{
  MaakRecord      *record;
  const MaakField *field; /* may be NULL */
  char            *message;
  const char      *page; /* label of the page on which it is; may be NULL */
} Entry;

struct _MaakFindingsPage
{
  MaakPage parent_instance;

  GPtrArray *pages;                 /* of MaakPageRow */
  GPtrArray *entries[N_GROUPS];     /* of Entry */
  gboolean   opened[N_GROUPS];      /* all rows are shown */
  GtkWidget *buttons[N_GROUPS + 1]; /* filters; the last: all */

  GtkWidget *filters;
  GtkWidget *groups;
};

G_DEFINE_FINAL_TYPE (MaakFindingsPage, maak_findings_page, MAAK_TYPE_PAGE)

static const struct
{
  const char *title, *filter, *icon, *style;
} words[N_GROUPS] = {
  [MAAK_SEVERITY_BLOCK] = { NC_ ("findings", "Stands in the way of handing in"), NC_ ("findings", "In the way %u"), "dialog-error-symbolic", "error" },
  [MAAK_SEVERITY_PROBLEM] = { NC_ ("findings", "Problems"), NC_ ("findings", "Problems %u"), "dialog-warning-symbolic", "warning" },
  [MAAK_SEVERITY_ADVICE] = { NC_ ("findings", "Advice"), NC_ ("findings", "Advice %u"), "dialog-information-symbolic", "dim-label" },
  [UNTRANSLATED] = { NC_ ("findings", "To be translated"), NC_ ("findings", "To translate %u"), "preferences-desktop-locale-symbolic", "dim-label" },
  [FIGURES] = { NC_ ("findings", "Figures that changed"), NC_ ("findings", "Figures %u"), "view-refresh-symbolic", "dim-label" },
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->record);
  g_free (entry->message);
  g_free (entry);
}

static void
add_entry (MaakFindingsPage *self,
           GPtrArray        *entries,
           MaakRecord       *record,
           const MaakField  *field,
           char             *message_taken)
{
  MaakPlan          *plan = maak_document_get_plan (maak_page_get_document (MAAK_PAGE (self)));
  const MaakPageRow *page = maak_pages_find (self->pages, plan, record, field);
  Entry             *entry = g_new0 (Entry, 1);

  entry->record = g_object_ref (record);
  entry->field = field;
  entry->message = message_taken;
  entry->page = page != NULL ? page->label : NULL;
  g_ptr_array_add (entries, entry);
}

static GPtrArray *
list_findings (MaakFindingsPage *self,
               guint             group)
{
  GPtrArray   *found = g_ptr_array_new_with_free_func (free_entry);
  GPtrArray   *findings = maak_document_get_findings (maak_page_get_document (MAAK_PAGE (self)));
  MaakLanguage language = maak_context_get_language (maak_page_get_context (MAAK_PAGE (self)));

  for (guint i = 0; i < findings->len; i++)
    {
      const MaakFinding *finding = g_ptr_array_index (findings, i);

      if (group == (maak_finding_is_untranslated (finding) ? UNTRANSLATED : (guint) finding->severity))
        add_entry (self, found, finding->record, finding->field, g_strdup (maak_text_get_best (finding->message, language)));
    }
  return found;
}

static GPtrArray *
list_figures (MaakFindingsPage *self)
{
  GPtrArray   *found = g_ptr_array_new_with_free_func (free_entry);
  MaakContext *context = maak_page_get_context (MAAK_PAGE (self));
  g_autoptr (GPtrArray) changes = maak_evidence_recheck (maak_document_get_plan (maak_page_get_document (MAAK_PAGE (self))), maak_context_get_catalogue (context));

  for (guint i = 0; i < changes->len; i++)
    {
      const MaakEvidenceChange *change = g_ptr_array_index (changes, i);

      add_entry (self, found, change->record, NULL, maak_message_dup_wording (change->message, maak_context_get_language (context)));
    }
  return found;
}

static gboolean
are_same (GPtrArray *a,
          GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const Entry *one = g_ptr_array_index (a, i), *other = g_ptr_array_index (b, i);

      if (one->record != other->record || one->field != other->field || strcmp (one->message, other->message) != 0)
        return FALSE;
    }
  return TRUE;
}

/* In a group, a page's name above its first row. */
static void
set_header_cb (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       data)
{
  const char *page = g_object_get_data (G_OBJECT (row), "page");
  const char *other = before != NULL ? g_object_get_data (G_OBJECT (before), "page") : NULL;
  GtkWidget  *label;

  if (page == NULL || g_strcmp0 (page, other) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (page);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "maak-row-group");
  gtk_list_box_row_set_header (row, label);
}

static void
more_cb (MaakFindingsPage *self,
         GtkWidget        *button);

static GtkWidget *
make_list (MaakFindingsPage *self,
           guint             group)
{
  GtkWidget *list = gtk_list_box_new ();
  guint      n = self->opened[group] ? self->entries[group]->len : MIN (self->entries[group]->len, AT_ONCE);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_set_tab_behavior (GTK_LIST_BOX (list), GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, g_dpgettext2 (NULL, "findings", words[group].title), -1);
  gtk_list_box_set_header_func (GTK_LIST_BOX (list), set_header_cb, NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries[group], i);
      GtkWidget   *row = maak_finding_row_new (maak_page_get_context (MAAK_PAGE (self)), maak_page_get_document (MAAK_PAGE (self)), entry->record, entry->field, entry->message);

      g_object_set_data (G_OBJECT (row), "page", (gpointer) entry->page);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  return list;
}

static GtkWidget *
make_heading (MaakFindingsPage *self,
              guint             group)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget       *icon = gtk_image_new_from_icon_name (words[group].icon);
  g_autofree char *text = g_strdup_printf ("%s (%u)", g_dpgettext2 (NULL, "findings", words[group].title), self->entries[group]->len);
  GtkWidget       *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (icon, words[group].style);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
fill_group (MaakFindingsPage *self,
            guint             group,
            GtkWidget        *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  if (self->entries[group]->len == 0)
    return;
  gtk_box_append (GTK_BOX (box), make_heading (self, group));
  gtk_box_append (GTK_BOX (box), make_list (self, group));
  if (!self->opened[group] && self->entries[group]->len > AT_ONCE)
    {
      g_autofree char *text = g_strdup_printf (_ ("Show %u more"), self->entries[group]->len - AT_ONCE);
      GtkWidget       *button = gtk_button_new_with_label (text);

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_object_set_data (G_OBJECT (button), "group", GUINT_TO_POINTER (group));
      g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
}

static GtkWidget *
get_group (MaakFindingsPage *self,
           guint             group)
{
  GtkWidget *child = gtk_widget_get_first_child (self->groups);

  while (group-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
more_cb (MaakFindingsPage *self,
         GtkWidget        *button)
{
  guint group = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "group"));

  self->opened[group] = TRUE;
  fill_group (self, group, get_group (self, group));
  gtk_widget_child_focus (get_group (self, group), GTK_DIR_TAB_FORWARD);
}

/* What the filter leaves in sight. */
static void
show_groups (MaakFindingsPage *self)
{
  guint all = 0, kinds = 0;

  for (guint i = 0; i < N_GROUPS; i++)
    {
      gboolean chosen = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[N_GROUPS])) || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i]));

      gtk_widget_set_visible (get_group (self, i), chosen && self->entries[i]->len > 0);
      gtk_widget_set_visible (self->buttons[i], self->entries[i]->len > 0);
      all += self->entries[i]->len;
      kinds += self->entries[i]->len > 0;
    }
  gtk_widget_set_visible (self->filters, kinds > 1);
  gtk_stack_set_visible_child_name (GTK_STACK (adw_bin_get_child (ADW_BIN (self))), all > 0 ? "some" : "none");
}

static char *
dup_filter (guint group,
            guint n)
{
  g_autoptr (GString) text = g_string_new (g_dpgettext2 (NULL, "findings", words[group].filter));
  g_autofree char *number = g_strdup_printf ("%u", n);

  g_string_replace (text, "%u", number, 1);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
update_filters (MaakFindingsPage *self)
{
  guint            n = 0;
  g_autofree char *all = NULL;

  for (guint i = 0; i < N_GROUPS; i++)
    {
      g_autofree char *text = dup_filter (i, self->entries[i]->len);

      gtk_button_set_label (GTK_BUTTON (self->buttons[i]), text);
      n += self->entries[i]->len;
      /* The last of a kind was mended: the filter would show nothing. */
      if (self->entries[i]->len == 0 && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i])))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[N_GROUPS]), TRUE);
    }
  all = g_strdup_printf (C_ ("findings", "All %u"), n);
  gtk_button_set_label (GTK_BUTTON (self->buttons[N_GROUPS]), all);
}

static void
update (MaakFindingsPage *self)
{
  for (guint i = 0; i < N_GROUPS; i++)
    {
      g_autoptr (GPtrArray) entries = i == FIGURES ? list_figures (self) : list_findings (self, i);

      if (are_same (self->entries[i], entries))
        continue;
      g_clear_pointer (&self->entries[i], g_ptr_array_unref);
      self->entries[i] = g_steal_pointer (&entries);
      fill_group (self, i, get_group (self, i));
    }
  update_filters (self);
  show_groups (self);
}

static void
findings_changed_cb (MaakFindingsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
maak_findings_page_map (GtkWidget *widget)
{
  update (MAAK_FINDINGS_PAGE (widget));

  GTK_WIDGET_CLASS (maak_findings_page_parent_class)->map (widget);
}

static void
maak_findings_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MAAK_TYPE_FINDINGS_PAGE);

  G_OBJECT_CLASS (maak_findings_page_parent_class)->dispose (object);
}

static void
maak_findings_page_finalize (GObject *object)
{
  MaakFindingsPage *self = MAAK_FINDINGS_PAGE (object);

  /* Rows point to these as long as there are rows. */
  for (guint i = 0; i < N_GROUPS; i++)
    g_clear_pointer (&self->entries[i], g_ptr_array_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);

  G_OBJECT_CLASS (maak_findings_page_parent_class)->finalize (object);
}

static void
maak_findings_page_class_init (MaakFindingsPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_findings_page_dispose;
  object_class->finalize = maak_findings_page_finalize;
  widget_class->map = maak_findings_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/pages/maak-findings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakFindingsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, MaakFindingsPage, groups);
}

static void
filter_chosen_cb (MaakFindingsPage *self,
                  GParamSpec       *pspec,
                  GtkToggleButton  *button)
{
  if (gtk_toggle_button_get_active (button) && self->entries[0] != NULL)
    show_groups (self);
}

static void
add_filter (MaakFindingsPage *self,
            guint             index)
{
  GtkWidget *button = gtk_toggle_button_new ();

  self->buttons[index] = button;
  if (index != N_GROUPS)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->buttons[N_GROUPS]));
  g_signal_connect_object (button, "notify::active", G_CALLBACK (filter_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (self->filters), button);
}

static void
maak_findings_page_init (MaakFindingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_filter (self, N_GROUPS);
  for (guint i = 0; i < N_GROUPS; i++)
    {
      add_filter (self, i);
      gtk_box_append (GTK_BOX (self->groups), gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[N_GROUPS]), TRUE);
}

/** maak_findings_page_new: Returns: (transfer floating): the page */
MaakPage *
maak_findings_page_new (MaakContext  *context,
                        MaakDocument *document,
                        guint         first_section,
                        guint         n_sections)
{
  MaakFindingsPage *self = g_object_new (MAAK_TYPE_FINDINGS_PAGE, "context", context, "document", document, NULL);

  self->pages = maak_pages_list (context, document);
  g_signal_connect_object (document, "findings-changed", G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);
  return MAAK_PAGE (self);
}
