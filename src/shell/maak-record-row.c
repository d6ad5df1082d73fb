/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What a row tells of a record comes from the list's columns, as a second line; of cards, from the roles that say how far
 * it is (stage, owner, deadline, sums), as facts under their labels. The actions of the row's menu (list.up, list.down,
 * list.copy, list.remove with the record's id) belong to the list around it. */

#include "shell/maak-record-row.h"

#include "plan/maak-expression.h"
#include "plan/maak-field-type.h"
#include "shell/editors/maak-pick-item.h"
#include "shell/maak-exhibit-preview.h"
#include "shell/maak-record-menu.h"

#include <glib/gi18n.h>

enum
{
  MOST_FACTS = 4,      /* of a list that names no columns */
  PREVIEW_WIDTH = 240, /* pixels */
  PREVIEW_HEIGHT = 150,
  FACT_WIDTH = 92, /* pixels; two beside each other in the narrowest window */
};

struct _MaakRecordRow
{
  GtkListBoxRow parent_instance;

  MaakContext     *context;
  MaakDocument    *document;
  const MaakField *list;
  MaakRecord      *record;
  char            *folded;

  GtkWidget *handle;
  GtkWidget *lines;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *facts;
  GtkWidget *badge;
  GtkWidget *badge_icon;
  GtkWidget *badge_number;
  GtkWidget *menu;
};

enum
{
  SIGNAL_MENU_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakRecordRow, maak_record_row, GTK_TYPE_LIST_BOX_ROW)

static const MaakRole card_roles[] = { MAAK_ROLE_STAGE, MAAK_ROLE_STATE, MAAK_ROLE_OWNER, MAAK_ROLE_DEADLINE, MAAK_ROLE_SUM_ASKED, MAAK_ROLE_OWN_CONTRIBUTION };

static char *
dup_value (MaakRecordRow   *self,
           const MaakField *field)
{
  MaakPlan    *plan = maak_document_get_plan (self->document);
  MaakLanguage language = maak_context_get_language (self->context);
  MaakValue   *value;

  if (field->value != NULL)
    return maak_expression_dup_string (field->value, plan, self->record, NULL, language);
  value = maak_record_get (self->record, field);
  if (value == NULL)
    return g_strdup ("");
  if (field->type == MAAK_FIELD_LIST)
    {
      guint n;

      maak_value_get_records (value, &n);
      return g_strdup_printf ("%u", n);
    }
  return maak_field_value_dup_summary (plan, field, value, language);
}

static gboolean
needs_label (const MaakField *field)
{
  return field->type == MAAK_FIELD_NUMBER || field->type == MAAK_FIELD_MONEY || field->type == MAAK_FIELD_SERIES || field->type == MAAK_FIELD_LIST ||
         (field->vocabulary != NULL && maak_vocabulary_get_n_terms (field->vocabulary) <= 2);
}

static void
add_to_line (MaakRecordRow   *self,
             GString         *line,
             const MaakField *field)
{
  g_autofree char *value = NULL;

  if (field->role == MAAK_ROLE_TITLE || field->role == MAAK_ROLE_SENSITIVITY || field->prose)
    return;
  value = dup_value (self, field);
  g_strdelimit (g_strstrip (value), "\n", ' ');
  if (*value == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  if (needs_label (field))
    g_string_append_printf (line, "%s: ", maak_text_get_best (field->label, maak_context_get_language (self->context)));
  g_string_append (line, value);
}

static gboolean
is_short (const MaakField *field)
{
  return field->type != MAAK_FIELD_LIST && field->type != MAAK_FIELD_REFS && field->type != MAAK_FIELD_SERIES && !field->prose;
}

static char *
dup_line (MaakRecordRow *self)
{
  const MaakTemplate *template = maak_record_get_template (self->record);
  GString *line = g_string_new (NULL);

  if (self->list->columns != NULL)
    {
      /* A record of a template that extends the list's has the columns under the same ids. */
      for (guint i = 0; self->list->columns[i] != NULL; i++)
        {
          const MaakField *field = maak_template_lookup_field (template, self->list->columns[i]->id);

          if (field != NULL)
            add_to_line (self, line, field);
        }
      return g_string_free_and_steal (line);
    }
  for (guint i = 0, n = 0; i < maak_template_get_n_fields (template) && n < MOST_FACTS; i++)
    {
      const MaakField *field = maak_template_get_field (template, i);
      gsize            before = line->len;

      if (is_short (field) && field->type != MAAK_FIELD_TEXT)
        add_to_line (self, line, field);
      n += line->len > before ? 1 : 0;
    }
  return g_string_free_and_steal (line);
}

static void
add_fact (MaakRecordRow *self,
          const char    *name,
          const char    *value)
{
  GtkWidget *fact = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *content = gtk_label_new (*value != '\0' ? value : "–");

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (content), 0);
  gtk_label_set_wrap (GTK_LABEL (content), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (content), 24);
  gtk_widget_set_size_request (fact, FACT_WIDTH, -1);
  gtk_box_append (GTK_BOX (fact), label);
  gtk_box_append (GTK_BOX (fact), content);
  adw_wrap_box_append (ADW_WRAP_BOX (self->facts), fact);
}

/* Returns: the facts in one line, for searching and for who cannot see them */
static char *
show_facts (MaakRecordRow *self)
{
  const MaakTemplate *template = maak_record_get_template (self->record);
  GString   *all = g_string_new (maak_text_get_best (maak_template_get_label (template), maak_context_get_language (self->context)));
  gboolean   has_stage = maak_template_lookup_role (template, MAAK_ROLE_STAGE) != NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->facts)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->facts), child);
  for (guint i = 0; i < G_N_ELEMENTS (card_roles); i++)
    {
      const MaakField *field = maak_template_lookup_role (template, card_roles[i]);
      g_autofree char *value = NULL;
      const char      *name;

      if (field == NULL || (card_roles[i] == MAAK_ROLE_STATE && has_stage))
        continue;
      value = dup_value (self, field);
      name = maak_text_get_best (field->label, maak_context_get_language (self->context));
      add_fact (self, name, value);
      if (*value != '\0')
        g_string_append_printf (all, " · %s: %s", name, value);
    }
  gtk_widget_set_visible (self->facts, gtk_widget_get_first_child (self->facts) != NULL);
  return g_string_free_and_steal (all);
}

static gboolean
is_card (MaakRecordRow *self)
{
  return self->list->present == MAAK_PRESENT_CARDS;
}

static GMenuModel *
make_menu (MaakRecordRow *self)
{
  static const char *const names[] = { "list.up", "list.down", "list.copy", "list.remove" };
  const char              *labels[] = { C_ ("menu", "Move up"), C_ ("menu", "Move down"), C_ ("menu", "Duplicate"), C_ ("menu", "Remove") };
  GMenu                   *menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();

  maak_record_menu_append_promote (menu, maak_document_get_plan (self->document), self->record);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (labels[i], NULL);

      g_menu_item_set_action_and_target (item, names[i], "s", maak_record_get_id (self->record));
      g_menu_append_item (own, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  return G_MENU_MODEL (menu);
}

static void
make_popup_cb (GtkMenuButton *button,
               gpointer       data)
{
  g_autoptr (GMenuModel) menu = NULL;

  g_signal_emit (data, signals[SIGNAL_MENU_OPENED], 0);
  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  menu = make_menu (data);
  gtk_menu_button_set_menu_model (button, menu);
}

static void
maak_record_row_dispose (GObject *object)
{
  MaakRecordRow *self = MAAK_RECORD_ROW (object);

  g_clear_object (&self->record);
  g_clear_object (&self->document);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (maak_record_row_parent_class)->dispose (object);
}

static void
maak_record_row_finalize (GObject *object)
{
  g_free (MAAK_RECORD_ROW (object)->folded);

  G_OBJECT_CLASS (maak_record_row_parent_class)->finalize (object);
}

static void
maak_record_row_class_init (MaakRecordRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maak_record_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = maak_record_row_finalize;

  signals[SIGNAL_MENU_OPENED] = g_signal_new ("menu-opened", MAAK_TYPE_RECORD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_line (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, style);
    }
  return label;
}

static void
make_badge (MaakRecordRow *self)
{
  self->badge = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  self->badge_icon = gtk_image_new ();
  self->badge_number = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->badge_number, "caption");
  gtk_widget_add_css_class (self->badge_number, "numeric");
  gtk_widget_set_valign (self->badge, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->badge, FALSE);
  gtk_box_append (GTK_BOX (self->badge), self->badge_icon);
  gtk_box_append (GTK_BOX (self->badge), self->badge_number);
}

static void
maak_record_row_init (MaakRecordRow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  gtk_widget_add_css_class (self->handle, "dim-label");
  self->title = make_line (NULL);
  self->subtitle = make_line ("dim-label");
  self->facts = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->facts), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->facts), 6);
  gtk_widget_set_visible (self->facts, FALSE);
  gtk_widget_set_hexpand (self->lines, TRUE);
  gtk_widget_set_valign (self->lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->lines), self->title);
  gtk_box_append (GTK_BOX (self->lines), self->subtitle);
  gtk_box_append (GTK_BOX (self->lines), self->facts);
  make_badge (self);
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu), make_popup_cb, self, NULL);
  gtk_widget_set_tooltip_text (self->menu, _ ("More actions"));
  gtk_widget_set_valign (self->menu, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_add_css_class (row, "maak-record-row");
  gtk_box_append (GTK_BOX (row), self->handle);
  gtk_box_append (GTK_BOX (row), self->lines);
  gtk_box_append (GTK_BOX (row), self->badge);
  gtk_box_append (GTK_BOX (row), self->menu);
  gtk_box_append (GTK_BOX (row), arrow);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), row);
}

/**
 * maak_record_row_new:
 * @list: the list that @record stands in
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
maak_record_row_new (MaakContext     *context,
                     MaakDocument    *document,
                     const MaakField *list,
                     MaakRecord      *record)
{
  MaakRecordRow *self = g_object_new (MAAK_TYPE_RECORD_ROW, NULL);

  self->context = g_object_ref (context);
  self->document = g_object_ref (document);
  self->list = list;
  self->record = g_object_ref (record);
  if (is_card (self))
    gtk_widget_add_css_class (self->title, "heading");
  if (list->present == MAAK_PRESENT_EXHIBITS && maak_exhibit_preview_is_for (record))
    {
      GtkWidget *preview = maak_exhibit_preview_new (context, document, record, PREVIEW_WIDTH, PREVIEW_HEIGHT);

      gtk_widget_set_halign (preview, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (self->lines), preview);
    }
  maak_record_row_refresh (self);
  return GTK_WIDGET (self);
}

/** maak_record_row_get_record: Returns: (transfer none): the record */
MaakRecord *
maak_record_row_get_record (MaakRecordRow *self)
{
  g_return_val_if_fail (MAAK_IS_RECORD_ROW (self), NULL);

  return self->record;
}

/* A record that has no title of its own, as a partner, is called by what it refers to. It is then taken out of @line. */
static char *
dup_title (MaakRecordRow *self,
           char          *line)
{
  const MaakTemplate *template = maak_record_get_template (self->record);
  const MaakField *first = self->list->columns != NULL ? self->list->columns[0] : NULL;
  g_autofree char *name = NULL;
  gsize            length;

  if (first != NULL)
    first = maak_template_lookup_field (template, first->id);
  if (maak_template_lookup_role (template, MAAK_ROLE_TITLE) == NULL && first != NULL && first->type == MAAK_FIELD_PARTY)
    name = dup_value (self, first);
  if (name == NULL || *name == '\0' || !g_str_has_prefix (line, name))
    return maak_record_dup_title (self->record, maak_context_get_language (self->context));
  length = strlen (name);
  if (g_str_has_prefix (line + length, " · "))
    length += strlen (" · ");
  memmove (line, line + length, strlen (line + length) + 1);
  return g_steal_pointer (&name);
}

/** maak_record_row_refresh: shows what the record says now. */
void
maak_record_row_refresh (MaakRecordRow *self)
{
  MaakLanguage     language = maak_context_get_language (self->context);
  g_autofree char *title = NULL;
  g_autofree char *line = NULL;
  g_autofree char *both = NULL;
  g_autofree char *more = NULL;

  g_return_if_fail (MAAK_IS_RECORD_ROW (self));

  if (is_card (self))
    {
      const char *kind = maak_text_get_best (maak_template_get_label (maak_record_get_template (self->record)), language);

      title = maak_record_dup_title (self->record, language);
      line = show_facts (self);
      /* Which template it is of tells something only where there are several. */
      gtk_label_set_text (GTK_LABEL (self->subtitle), maak_record_get_template (self->record) != self->list->of ? kind : "");
    }
  else
    {
      line = dup_line (self);
      title = dup_title (self, line);
      gtk_label_set_text (GTK_LABEL (self->subtitle), line);
    }
  gtk_widget_set_visible (self->subtitle, *gtk_label_get_text (GTK_LABEL (self->subtitle)) != '\0');
  gtk_label_set_text (GTK_LABEL (self->title), title);
  more = g_strdup_printf (_ ("More actions for %s"), title);
  both = g_strconcat (title, "\n", line, NULL);
  g_free (self->folded);
  self->folded = maak_fold_for_search (both);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->menu)), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
}

/** maak_record_row_set_findings: shows that the checks find @n things in the record and what lies in it. */
void
maak_record_row_set_findings (MaakRecordRow *self,
                              guint          n,
                              MaakSeverity   worst)
{
  static const char *const icons[] = { "dialog-error-symbolic", "dialog-warning-symbolic", "dialog-information-symbolic" };
  static const char *const styles[] = { "error", "warning", "dim-label" };
  g_autofree char         *number = g_strdup_printf ("%u", n);
  g_autofree char         *text = g_strdup_printf (g_dngettext (NULL, "%u finding", "%u findings", n), n);

  g_return_if_fail (MAAK_IS_RECORD_ROW (self));

  gtk_widget_set_visible (self->badge, n > 0);
  if (n == 0)
    return;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->badge_icon), icons[worst]);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (self->badge_icon, styles[i]);
  gtk_widget_add_css_class (self->badge_icon, styles[worst]);
  gtk_label_set_text (GTK_LABEL (self->badge_number), number);
  gtk_widget_set_tooltip_text (self->badge, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->badge_number), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/** maak_record_row_set_editable: says whether the record can be removed, and moved among the others. */
void
maak_record_row_set_editable (MaakRecordRow *self,
                              gboolean       editable,
                              gboolean       movable)
{
  g_return_if_fail (MAAK_IS_RECORD_ROW (self));

  gtk_widget_set_visible (self->menu, editable);
  gtk_widget_set_visible (self->handle, editable && movable);
}

/** maak_record_row_matches: Returns: whether @folded stands in what the row tells */
gboolean
maak_record_row_matches (MaakRecordRow *self,
                         const char    *folded)
{
  g_return_val_if_fail (MAAK_IS_RECORD_ROW (self), FALSE);

  return strstr (self->folded, folded) != NULL;
}
