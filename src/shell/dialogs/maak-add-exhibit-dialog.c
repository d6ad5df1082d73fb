/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * "Add to the plan": what the map shows becomes an exhibit, with its values, caption, alternative text and source. The person says as
 * what (map, ranking, or a series over time) and where: every list of illustrations that the plan has is offered, found by what
 * the list holds and how it is presented, never by a name. It is one step that can be undone.
 *
 * A series needs regions for its lines: those that are outlined, or the one that is selected. Where there are none, or the figure
 * has one period only, it is not offered.
 */
#include "shell/dialogs/maak-add-exhibit-dialog.h"

#include "shell/dialogs/maak-problem.h"

#include <glib/gi18n.h>

/* A list of illustrations of a record of the plan. */
typedef struct
{
  MaakRecord      *record; /* owned; it may have left the plan meanwhile */
  const MaakField *field;
  GtkWidget       *check;
} Place;

struct _MaakAddExhibitDialog
{
  AdwDialog parent_instance;

  GtkWidget *cancel, *add, *what, *kind, *places;

  MaakContext       *context;
  MaakDocument      *document;
  MaakIndicator     *indicator;
  MaakExhibitOptions options; /* its regions are ours */
  GArray            *kinds;   /* of MaakExhibitKind, as offered */
  GArray            *found;   /* of Place */
};

static void
clear_place (gpointer data)
{
  g_object_unref (((Place *) data)->record);
}

G_DEFINE_FINAL_TYPE (MaakAddExhibitDialog, maak_add_exhibit_dialog, ADW_TYPE_DIALOG)

static gboolean
can_hold (const MaakField *field)
{
  return field->type == MAAK_FIELD_LIST && field->present == MAAK_PRESENT_EXHIBITS && field->value == NULL && field->of != NULL &&
         maak_template_lookup_role (field->of, MAAK_ROLE_EXHIBIT_VALUES) != NULL;
}

static void
find_places (MaakRecord *record, gpointer data)
{
  MaakAddExhibitDialog *self = data;
  const MaakTemplate *template = maak_record_get_template (record);

  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    {
      Place place = { record, maak_template_get_field (template, i) };

      if (!can_hold (place.field))
        continue;
      g_object_ref (place.record);
      g_array_append_val (self->found, place);
    }
}

static void
check_ready (MaakAddExhibitDialog *self)
{
  gboolean ready = FALSE;

  for (guint i = 0; i < self->found->len; i++)
    ready = ready || gtk_check_button_get_active (GTK_CHECK_BUTTON (g_array_index (self->found, Place, i).check));
  gtk_widget_set_sensitive (self->add, ready);
}

static gboolean
brings_place (const MaakField *list)
{
  if (list->type != MAAK_FIELD_LIST || list->of == NULL || list->section->page == NULL)
    return FALSE;
  for (guint i = 0; i < maak_template_get_n_fields (list->of); i++)
    if (can_hold (maak_template_get_field (list->of, i)))
      return TRUE;
  return FALSE;
}

/* Where the plan has no list of illustrations yet: the pages on which a record can be added that brings one. */
static void
tell_nowhere (MaakAddExhibitDialog *self)
{
  MaakLanguage language = maak_context_get_language (self->context);
  const MaakTemplate *template = maak_record_get_template (maak_plan_get_root (maak_document_get_plan (self->document)));
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *words = NULL;
  GtkWidget       *label = gtk_label_new (NULL);

  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    {
      const MaakField *list = maak_template_get_field (template, i);

      if (brings_place (list))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", maak_text_get_best (list->section->label, language));
    }
  words = g_strdup_printf (_ ("There is no place for an illustration in this plan yet. Add something first under: %s."), names->str);
  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->places), label);
}

/* A record may have more than one list of illustrations, in sections of their own: the section tells them apart. */
static char *
dup_whereabouts (const Place *place, MaakLanguage language)
{
  const char *kind = maak_text_get_best (maak_template_get_label (maak_record_get_template (place->record)), language);
  const char *section = maak_text_get_best (place->field->section->label, language), *label = maak_text_get_best (place->field->label, language);

  return g_str_equal (section, label) ? g_strdup_printf ("%s · %s", kind, label) : g_strdup_printf ("%s · %s · %s", kind, section, label);
}

static void
show_places (MaakAddExhibitDialog *self)
{
  MaakLanguage    language = maak_context_get_language (self->context);
  GtkCheckButton *group = NULL;
  MaakRecord     *root = maak_plan_get_root (maak_document_get_plan (self->document));

  for (guint i = 0; i < self->found->len; i++)
    {
      Place           *place = &g_array_index (self->found, Place, i);
      GtkWidget       *row = adw_action_row_new ();
      const char      *section = maak_text_get_best (place->field->section->label, language), *label = maak_text_get_best (place->field->label, language);
      g_autofree char *title = place->record == root ? g_strdup (section) : maak_record_dup_title (place->record, language);
      g_autofree char *subtitle = place->record == root ? g_strdup (label) : dup_whereabouts (place, language);
      g_autofree char *spoken = g_strdup_printf ("%s, %s", title, subtitle);

      place->check = gtk_check_button_new ();
      gtk_check_button_set_group (GTK_CHECK_BUTTON (place->check), group);
      group = GTK_CHECK_BUTTON (place->check);
      gtk_widget_set_valign (place->check, GTK_ALIGN_CENTER);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), place->check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), place->check);
      /* By itself the row would name it with its title alone. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (place->check), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (place->check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->places), row);
      g_signal_connect_object (place->check, "toggled", G_CALLBACK (check_ready), self, G_CONNECT_SWAPPED);
    }
  if (self->found->len == 0)
    tell_nowhere (self);
  if (self->found->len == 1)
    gtk_check_button_set_active (group, TRUE);
  check_ready (self);
}

static void
offer_kind (MaakAddExhibitDialog *self, GtkStringList *words, MaakExhibitKind kind, const char *label)
{
  g_array_append_val (self->kinds, kind);
  gtk_string_list_append (words, label);
}

static void
show_kinds (MaakAddExhibitDialog *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  MaakDataset *dataset = maak_indicator_get_dataset (self->indicator);

  offer_kind (self, words, MAAK_EXHIBIT_MAP, C_ ("exhibit", "Map"));
  offer_kind (self, words, MAAK_EXHIBIT_RANKS, C_ ("exhibit", "Ranking"));
  if (self->options.n_regions > 0 && dataset != NULL && maak_dataset_get_n_periods (dataset) > 1)
    offer_kind (self, words, MAAK_EXHIBIT_SERIES, C_ ("exhibit", "Series over time"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->kind), G_LIST_MODEL (words));
  for (guint i = 0; i < self->kinds->len; i++)
    if (g_array_index (self->kinds, MaakExhibitKind, i) == self->options.kind)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind), i);
}

static void
tell_added (MaakAddExhibitDialog *self, const Place *place)
{
  MaakLanguage     language = maak_context_get_language (self->context);
  MaakRecord      *root = maak_plan_get_root (maak_document_get_plan (self->document));
  g_autofree char *title = place->record == root ? g_strdup (maak_text_get_best (place->field->section->label, language)) : maak_record_dup_title (place->record, language);
  g_autofree char *words = g_strdup_printf (_ ("Added to “%s”"), title);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-place-toast", "(sss)", words, maak_record_get_id (place->record), place->field->id);
}

/* NULL: none is chosen. */
static Place *
find_chosen (MaakAddExhibitDialog *self)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      Place *place = &g_array_index (self->found, Place, i);

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (place->check)))
        return place;
    }
  return NULL;
}

static void
add_cb (MaakAddExhibitDialog *self)
{
  MaakPlan *plan = maak_document_get_plan (self->document);
  Place    *place = find_chosen (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakRecord) record = NULL;

  /* Another window on the plan, or a step back, may have taken it away. */
  if (place == NULL || maak_plan_lookup (plan, maak_record_get_id (place->record)) != place->record)
    {
      maak_problem_present (GTK_WIDGET (self), _ ("The illustration is not added"), _ ("The place that you chose is no longer in the plan."), _ ("Choose another place, or cancel and try again."));
      return;
    }
  self->options.kind = g_array_index (self->kinds, MaakExhibitKind, adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind)));
  record = maak_evidence_make_exhibit (maak_plan_get_library (plan), maak_context_get_catalogue (self->context), self->indicator, &self->options, &error);
  if (record == NULL)
    {
      g_autofree char *why = maak_error_dup_wording (error, maak_context_get_language (self->context));

      maak_problem_present (GTK_WIDGET (self), _ ("The illustration is not added"), why, NULL);
      return;
    }
  maak_plan_insert (plan, place->record, place->field, G_MAXUINT, record);
  tell_added (self, place);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
maak_add_exhibit_dialog_dispose (GObject *object)
{
  MaakAddExhibitDialog *self = MAAK_ADD_EXHIBIT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_ADD_EXHIBIT_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->document);
  g_clear_pointer (&self->indicator, maak_indicator_unref);

  G_OBJECT_CLASS (maak_add_exhibit_dialog_parent_class)->dispose (object);
}

static void
maak_add_exhibit_dialog_finalize (GObject *object)
{
  MaakAddExhibitDialog *self = MAAK_ADD_EXHIBIT_DIALOG (object);

  g_array_unref (self->kinds);
  g_array_unref (self->found);
  g_free ((gpointer) self->options.regions);

  G_OBJECT_CLASS (maak_add_exhibit_dialog_parent_class)->finalize (object);
}

static void
maak_add_exhibit_dialog_class_init (MaakAddExhibitDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_add_exhibit_dialog_dispose;
  object_class->finalize = maak_add_exhibit_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/dialogs/maak-add-exhibit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakAddExhibitDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, MaakAddExhibitDialog, add);
  gtk_widget_class_bind_template_child (widget_class, MaakAddExhibitDialog, what);
  gtk_widget_class_bind_template_child (widget_class, MaakAddExhibitDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, MaakAddExhibitDialog, places);
}

static void
maak_add_exhibit_dialog_init (MaakAddExhibitDialog *self)
{
  self->kinds = g_array_new (FALSE, FALSE, sizeof (MaakExhibitKind));
  self->found = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->found, clear_place);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->cancel, "clicked", G_CALLBACK (adw_dialog_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->add);
}

/**
 * maak_add_exhibit_dialog_new:
 * @document: an open plan that can be written
 * @indicator: what is shown
 * @options: how; copied. Its kind is what is proposed
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
maak_add_exhibit_dialog_new (MaakContext *context, MaakDocument *document, MaakIndicator *indicator, const MaakExhibitOptions *options)
{
  MaakAddExhibitDialog *self = g_object_new (MAAK_TYPE_ADD_EXHIBIT_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->document = g_object_ref (document);
  self->indicator = maak_indicator_ref (indicator);
  self->options = *options;
  self->options.regions = g_memdup2 (options->regions, options->n_regions * sizeof *options->regions);
  gtk_label_set_text (GTK_LABEL (self->what), maak_text_get_best (maak_indicator_get_title (indicator), maak_context_get_language (context)));
  maak_plan_foreach (maak_document_get_plan (document), find_places, self);
  show_kinds (self);
  show_places (self);
  return ADW_DIALOG (self);
}
