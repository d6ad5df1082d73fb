/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A fiche becomes a proposal for a fund: which one, and what of the text has no place there.
 *
 * Before anything is done the dialog tells what would become of each value; doing it is one step of undo
 * (plan/maak-plan-promote.c). Whether a fund is open, and since when, stands with its name. */

#include "shell/dialogs/maak-promote-dialog.h"

#include "plan/maak-plan-promote.h"
#include "shell/dialogs/maak-problem.h"
#include "shell/maak-fund-line.h"

#include <glib/gi18n.h>

struct _MaakPromoteDialog
{
  AdwDialog parent_instance;

  MaakContext        *context;
  MaakDocument       *document;
  MaakRecord         *record;
  const MaakTemplate *target; /* that is chosen; NULL: none */
  GtkWidget          *first;  /* check button: the group of the choices */
  GPtrArray          *rows;   /* of what has no place; not owned */

  GtkWidget *go;
  GtkWidget *targets;
  GtkWidget *unplaced;
  GtkWidget *kept;
};

enum
{
  SIGNAL_PROMOTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakPromoteDialog, maak_promote_dialog, ADW_TYPE_DIALOG)

static MaakLanguage
get_language (MaakPromoteDialog *self)
{
  return maak_context_get_language (self->context);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
clear_unplaced (MaakPromoteDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->unplaced), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_promotion (MaakPromoteDialog *self)
{
  g_autoptr (MaakPromotion) promotion = maak_promotion_new (maak_document_get_plan (self->document), self->record, self->target);
  guint            kept = maak_promotion_get_n_kept (promotion), unplaced = maak_promotion_get_n_unplaced (promotion);
  g_autofree char *text = g_strdup_printf (ngettext ("%u field goes along.", "%u fields go along.", kept), kept);

  clear_unplaced (self);
  for (guint i = 0; i < unplaced; i++)
    {
      const MaakPromotedField *promoted = maak_promotion_get_unplaced (promotion, i);
      g_autofree char         *summary = maak_promotion_dup_summary (promotion, promoted, get_language (self));
      GtkWidget               *row = make_row (maak_text_get_best (promoted->field->label, get_language (self)), summary);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->unplaced), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (self->unplaced, unplaced > 0);
  gtk_label_set_label (GTK_LABEL (self->kept), text);
  gtk_widget_set_visible (self->kept, TRUE);
  gtk_widget_set_sensitive (self->go, TRUE);
}

static void
target_chosen_cb (MaakPromoteDialog *self,
                  GParamSpec        *pspec,
                  GtkCheckButton    *check)
{
  if (!gtk_check_button_get_active (check))
    return;
  self->target = g_object_get_data (G_OBJECT (check), "template");
  show_promotion (self);
}

static void
add_target (MaakPromoteDialog *self,
            const MaakTemplate *template)
{
  const char      *label = maak_text_get_best (maak_template_get_label (template), get_language (self));
  g_autofree char *line = maak_fund_line_dup (template, get_language (self));
  GtkWidget       *row = make_row (label, line);
  GtkWidget       *check = gtk_check_button_new ();

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->first != NULL ? GTK_CHECK_BUTTON (self->first) : NULL);
  if (self->first == NULL)
    self->first = check;
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (check), "template", (gpointer) template);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (target_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->targets), row);
}

static void
go_cb (MaakPromoteDialog *self)
{
  g_autoptr (GError) error = NULL;
  MaakRecord *promoted = maak_plan_promote (maak_document_get_plan (self->document), self->record, self->target, &error);

  if (promoted == NULL)
    {
      g_autofree char *why = maak_error_dup_wording (error, get_language (self));

      maak_problem_present (GTK_WIDGET (self), _ ("The proposal was not worked out"), why, NULL);
      return;
    }
  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_PROMOTED], 0, promoted);
  g_object_unref (self);
}

static void
maak_promote_dialog_dispose (GObject *object)
{
  MaakPromoteDialog *self = MAAK_PROMOTE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_PROMOTE_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->document);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (maak_promote_dialog_parent_class)->dispose (object);
}

static void
maak_promote_dialog_class_init (MaakPromoteDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_promote_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/dialogs/maak-promote-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakPromoteDialog, go);
  gtk_widget_class_bind_template_child (widget_class, MaakPromoteDialog, targets);
  gtk_widget_class_bind_template_child (widget_class, MaakPromoteDialog, unplaced);
  gtk_widget_class_bind_template_child (widget_class, MaakPromoteDialog, kept);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);

  signals[SIGNAL_PROMOTED] = g_signal_new ("promoted", MAAK_TYPE_PROMOTE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, MAAK_TYPE_RECORD);
}

static void
maak_promote_dialog_init (MaakPromoteDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * maak_promote_dialog_new:
 * @record: of a list that takes several templates
 *
 * Returns: (transfer floating): the dialog; nothing is chosen yet
 */
AdwDialog *
maak_promote_dialog_new (MaakContext  *context,
                         MaakDocument *document,
                         MaakRecord   *record)
{
  MaakPromoteDialog *self = g_object_new (MAAK_TYPE_PROMOTE_DIALOG, NULL);
  MaakPlan          *plan = maak_document_get_plan (document);
  g_autoptr (GPtrArray) templates = maak_plan_list_templates_for_list (plan, maak_record_get_parent_field (record));

  self->context = g_object_ref (context);
  self->document = g_object_ref (document);
  self->record = g_object_ref (record);
  for (guint i = 0; i < templates->len; i++)
    if (maak_plan_can_promote (plan, record, g_ptr_array_index (templates, i)))
      add_target (self, g_ptr_array_index (templates, i));
  adw_dialog_set_focus (ADW_DIALOG (self), self->first);
  return ADW_DIALOG (self);
}
