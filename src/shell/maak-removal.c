/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "shell/maak-removal.h"

#include <glib/gi18n.h>

/* The toast's button undoes the last step; once there is another, the offer no longer holds. */
static void
dismiss_cb (AdwToast *toast)
{
  adw_toast_dismiss (toast);
}

/* Of what changes with the removal, all but the list itself is a place that named the record. */
static void
count_cb (MaakPlan   *plan,
          MaakChange *change,
          guint      *n)
{
  if (maak_change_get_field (change)->type != MAAK_FIELD_LIST)
    ++*n;
}

static char *
dup_removed (const char *title,
             guint       n_places)
{
  if (n_places == 0)
    return g_strdup_printf (_ ("“%s” was removed"), title);
  return g_strdup_printf (g_dngettext (NULL, "“%s” was removed, also from %u place that named it", "“%s” was removed, also from %u places that named it", n_places), title, n_places);
}

/**
 * maak_offer_undo:
 * @from: a widget of the window that is to tell
 * @plan: that was just edited
 * @text: what was done
 *
 * Offers to take back the last step; only as long as it is the last.
 */
void
maak_offer_undo (GtkWidget  *from,
                 MaakPlan   *plan,
                 const char *text)
{
  GtkWidget *overlay;
  AdwToast  *toast;

  g_return_if_fail (GTK_IS_WIDGET (from) && MAAK_IS_PLAN (plan) && text != NULL);

  overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  if (overlay == NULL)
    return;
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, 10);
  g_signal_connect_object (plan, "changed", G_CALLBACK (dismiss_cb), toast, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/**
 * maak_remove_record:
 * @from: a widget of the window that is to tell
 * @plan: that may be edited
 * @record: a record of @plan, not its root
 * @language: of the interface
 */
void
maak_remove_record (GtkWidget   *from,
                    MaakPlan    *plan,
                    MaakRecord  *record,
                    MaakLanguage language)
{
  g_autofree char *title = maak_plan_dup_record_title (plan, record, language);
  g_autofree char *text = NULL;
  guint            n_places = 0;
  gulong           handler;

  g_return_if_fail (MAAK_IS_PLAN (plan) && MAAK_IS_RECORD (record));

  handler = g_signal_connect (plan, "changed", G_CALLBACK (count_cb), &n_places);
  maak_plan_remove (plan, record);
  g_signal_handler_disconnect (plan, handler);
  text = dup_removed (title, n_places);
  maak_offer_undo (from, plan, text);
}
