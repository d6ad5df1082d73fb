/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A new plan: the province is chosen on a small map or in the list beside it, the title follows it until somebody types another one,
 * and the years are those of a usual plan. The dialog hands over a record and knows nothing of files and windows; what the
 * plan is filled with is decided in evidence/maak-new-plan.c. */

#include "shell/dialogs/maak-new-plan-dialog.h"

#include "evidence/maak-new-plan.h"
#include "map/maak-region-chooser.h"

#define YEARS 10 /* of a plan, unless told otherwise */

struct _MaakNewPlanDialog
{
  AdwDialog parent_instance;

  MaakContext *context;
  gboolean     own_title;  /* somebody typed it */
  gboolean     suggesting; /* the title is being filled in */

  GtkWidget *create;
  GtkWidget *map;
  GtkWidget *chooser;
  GtkWidget *title_row;
  GtkWidget *from;
  GtkWidget *until;
  GtkWidget *remark;
};

enum
{
  SIGNAL_MADE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakNewPlanDialog, maak_new_plan_dialog, ADW_TYPE_DIALOG)

/* NULL: none is chosen yet. */
static const MaakRegion *
get_province (MaakNewPlanDialog *self)
{
  const char *const *codes = self->chooser != NULL ? maak_region_chooser_get_codes (MAAK_REGION_CHOOSER (self->chooser)) : NULL;

  return codes != NULL && codes[0] != NULL ? maak_region_set_lookup (maak_context_get_regions (self->context), codes[0]) : NULL;
}

static gboolean
is_complete (MaakNewPlanDialog *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title_row));

  return get_province (self) != NULL && *title != '\0' && adw_spin_row_get_value (ADW_SPIN_ROW (self->from)) <= adw_spin_row_get_value (ADW_SPIN_ROW (self->until));
}

static void
update (MaakNewPlanDialog *self)
{
  gtk_widget_set_visible (self->remark, adw_spin_row_get_value (ADW_SPIN_ROW (self->from)) > adw_spin_row_get_value (ADW_SPIN_ROW (self->until)));
  gtk_widget_set_sensitive (self->create, is_complete (self));
}

static void
suggest_title (MaakNewPlanDialog *self)
{
  const MaakRegion *region = get_province (self);
  g_autoptr (MaakText) title = region != NULL ? maak_new_plan_dup_title (region) : NULL;

  self->suggesting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title != NULL ? maak_text_get_best (title, maak_context_get_language (self->context)) : "");
  self->suggesting = FALSE;
}

static void
province_chosen_cb (MaakNewPlanDialog *self)
{
  if (!self->own_title)
    suggest_title (self);
  update (self);
}

static void
title_changed_cb (MaakNewPlanDialog *self)
{
  if (!self->suggesting)
    self->own_title = *gtk_editable_get_text (GTK_EDITABLE (self->title_row)) != '\0';
  update (self);
}

static void
years_changed_cb (MaakNewPlanDialog *self)
{
  update (self);
}

static void
create_cb (MaakNewPlanDialog *self)
{
  const MaakRegion *region = get_province (self);
  MaakNewPlan       answers = { .region = region };
  g_autoptr (MaakText) title = NULL;
  g_autoptr (MaakRecord) root = NULL;

  if (!is_complete (self))
    return;
  if (self->own_title)
    title = maak_text_new_one (maak_context_get_language (self->context), gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
  answers.title = title;
  answers.from = (int) adw_spin_row_get_value (ADW_SPIN_ROW (self->from));
  answers.until = (int) adw_spin_row_get_value (ADW_SPIN_ROW (self->until));
  root = maak_new_plan_make (maak_context_get_library (self->context), maak_context_get_catalogue (self->context), &answers);
  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_MADE], 0, root);
  g_object_unref (self);
}

static void
maak_new_plan_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (maak_new_plan_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (MAAK_NEW_PLAN_DIALOG (widget)->chooser);
}

static void
maak_new_plan_dialog_dispose (GObject *object)
{
  MaakNewPlanDialog *self = MAAK_NEW_PLAN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_NEW_PLAN_DIALOG);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (maak_new_plan_dialog_parent_class)->dispose (object);
}

static void
maak_new_plan_dialog_class_init (MaakNewPlanDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_new_plan_dialog_dispose;
  widget_class->map = maak_new_plan_dialog_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/dialogs/maak-new-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakNewPlanDialog, create);
  gtk_widget_class_bind_template_child (widget_class, MaakNewPlanDialog, map);
  gtk_widget_class_bind_template_child (widget_class, MaakNewPlanDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, MaakNewPlanDialog, from);
  gtk_widget_class_bind_template_child (widget_class, MaakNewPlanDialog, until);
  gtk_widget_class_bind_template_child (widget_class, MaakNewPlanDialog, remark);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, years_changed_cb);

  signals[SIGNAL_MADE] = g_signal_new ("made", MAAK_TYPE_NEW_PLAN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, MAAK_TYPE_RECORD);
}

static void
maak_new_plan_dialog_init (MaakNewPlanDialog *self)
{
  MaakDate today = maak_date_today ();

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_spin_row_set_value (ADW_SPIN_ROW (self->from), today.year);
  adw_spin_row_set_value (ADW_SPIN_ROW (self->until), today.year + YEARS - 1);
}

/* The first question comes first, also in a window in which not all is seen. The dialog gives the keyboard to the first entry
 * when it comes up, so this is done after that. */
static gboolean
focus_cb (gpointer data)
{
  MaakNewPlanDialog *self = data;
  GtkWidget         *scroller = gtk_widget_get_ancestor (self->map, GTK_TYPE_SCROLLED_WINDOW);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (self->map, GTK_DIR_TAB_FORWARD);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), 0);
  return G_SOURCE_REMOVE;
}

static void
mapped_cb (MaakNewPlanDialog *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_cb, g_object_ref (self), g_object_unref);
}

/** maak_new_plan_dialog_new: Returns: (transfer floating): the dialog */
AdwDialog *
maak_new_plan_dialog_new (MaakContext *context)
{
  MaakNewPlanDialog *self = g_object_new (MAAK_TYPE_NEW_PLAN_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->chooser = GTK_WIDGET (maak_region_chooser_new (maak_context_get_boundaries (context), maak_context_get_regions (context), maak_context_get_language (context), 1u << MAAK_LEVEL_PROVINCE, 1));
  g_signal_connect_object (self->chooser, "notify::codes", G_CALLBACK (province_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self->map), self->chooser);
  adw_dialog_set_focus (ADW_DIALOG (self), self->chooser);
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
  update (self);
  return ADW_DIALOG (self);
}
