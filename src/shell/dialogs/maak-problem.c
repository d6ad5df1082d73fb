/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "shell/dialogs/maak-problem.h"

#include <glib/gi18n.h>

/* libadwaita (1.7) measures the large heading for less width than it needs, and the toolkit warns of that, before it chooses the small
 * one that wraps. One that may be cut off needs none; it is never shown when it would be. */
static void
let_heading_shrink (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "title-2"))
    gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    let_heading_shrink (child);
}

/**
 * maak_alert_new:
 * @heading: of any length, and as it is: no markup
 * @body_or_null: the same
 *
 * Returns: (transfer floating): an AdwAlertDialog without responses
 */
AdwDialog *
maak_alert_new (const char *heading,
                const char *body_or_null)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body_or_null);

  let_heading_shrink (adw_dialog_get_child (dialog));
  return dialog;
}

/**
 * maak_problem_present:
 * @parent: the window, or a widget in it
 * @what: what happened, in a few words
 * @why_or_null: why, in sentences
 * @now_or_null: what to do now, in sentences
 *
 * Shows a dialog that can be closed; more responses may be added to it.
 *
 * Returns: (transfer none): the dialog
 */
AdwAlertDialog *
maak_problem_present (GtkWidget  *parent,
                      const char *what,
                      const char *why_or_null,
                      const char *now_or_null)
{
  g_autofree char *body = NULL;
  AdwAlertDialog  *dialog;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && what != NULL, NULL);

  if (why_or_null != NULL && now_or_null != NULL)
    body = g_strconcat (why_or_null, "\n\n", now_or_null, NULL);
  else
    body = g_strdup (why_or_null != NULL ? why_or_null : now_or_null);
  dialog = ADW_ALERT_DIALOG (maak_alert_new (what, body));
  adw_alert_dialog_add_response (dialog, "close", _ ("Close"));
  adw_alert_dialog_set_default_response (dialog, "close");
  adw_alert_dialog_set_close_response (dialog, "close");
  adw_dialog_present (ADW_DIALOG (dialog), parent);
  return dialog;
}
