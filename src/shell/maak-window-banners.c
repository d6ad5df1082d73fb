/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What stands across the top of a window while it holds: the plan came back after an interruption, another program wrote its
 * file, it is open in another Maakland, it can only be read, it cannot be saved. Each follows a property of the document;
 * where there is more than one way on, the banner's button opens a dialog with them. */

#include "shell/maak-window-private.h"

#include "shell/dialogs/maak-problem.h"
#include "shell/maak-removal.h"

#include <glib/gi18n.h>

static GtkWidget *
add_banner (MaakWindow *self,
            const char *title,
            const char *button_or_null,
            GCallback   clicked)
{
  GtkWidget *banner = adw_banner_new (title);

  adw_banner_set_use_markup (ADW_BANNER (banner), FALSE);
  adw_banner_set_button_label (ADW_BANNER (banner), button_or_null);
  if (clicked != NULL)
    g_signal_connect_object (banner, "button-clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (banner, FALSE);
  gtk_box_append (GTK_BOX (self->banners), banner);
  return banner;
}

static void
recovered_seen_cb (MaakWindow *self)
{
  maak_document_set_recovered (self->document, FALSE);
}

static void
damaged_seen_cb (MaakWindow *self)
{
  maak_document_see_draft_damaged (self->document);
}

static void
changed_response_cb (MaakWindow *self,
                     const char *response)
{
  g_autoptr (GError) error = NULL;

  if (self->document == NULL)
    return;
  if (strcmp (response, "copy") == 0)
    maak_window_save_as (self);
  else if (strcmp (response, "take-over") == 0)
    {
      if (!maak_document_reload (self->document, &error))
        maak_window_show_problem (self, _ ("The file cannot be taken over"), error, _ ("Save your work as a copy, so that nothing is lost."));
      else
        maak_offer_undo (self->toasts, maak_document_get_plan (self->document), _ ("The plan is now as the file"));
    }
}

static void
changed_clicked_cb (MaakWindow *self)
{
  AdwDialog *dialog = maak_alert_new (_ ("Another program changed the plan’s file"),
                                      _ ("Nothing was overwritten, and your work is safe as a draft. Save it as a copy beside the file, or take over what the file holds now; that can be undone."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "later", _ ("Later"), "take-over", _ ("Take over the file"), "copy", _ ("Save as copy…"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "copy", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "copy");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "later");
  g_signal_connect_object (dialog, "response", G_CALLBACK (changed_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* One's own templates that could not be read, each with why. */
static void
templates_clicked_cb (MaakWindow *self)
{
  GPtrArray *problems = maak_context_get_problems (self->context);
  g_autoptr (GString) why = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *wording = maak_error_dup_wording (g_ptr_array_index (problems, i), maak_context_get_language (self->context));

      g_string_append_printf (why, "%s%s", why->len > 0 ? "\n" : "", wording);
    }
  maak_problem_present (GTK_WIDGET (self), _ ("Templates that were left out"), why->str, _ ("Everything else works. Mend the file, or ask whoever made it, and start Maakland again."));
}

/** maak_window_init_banners: makes the banners; none is shown yet. */
void
maak_window_init_banners (MaakWindow *self)
{
  self->recovered_banner = add_banner (self, _ ("Maakland stopped unexpectedly. This is the plan as you had written it; nothing is lost."), _ ("Understood"), G_CALLBACK (recovered_seen_cb));
  self->damaged_banner = add_banner (self, _ ("What you typed last may be missing: a draft of this plan cannot be read. The draft is kept, and listed at Start."), _ ("Understood"), G_CALLBACK (damaged_seen_cb));
  self->changed_banner = add_banner (self, _ ("Another program changed the plan’s file."), _ ("Choose what to do…"), G_CALLBACK (changed_clicked_cb));
  self->failed_banner = add_banner (self, "", _ ("Save elsewhere…"), G_CALLBACK (maak_window_save_as));
  self->elsewhere_banner = add_banner (self, _ ("This plan is open in another Maakland, too. Whoever saves last is warned."), NULL, NULL);
  self->templates_banner = add_banner (self, _ ("A template of your own could not be read and was left out."), _ ("Show why…"), G_CALLBACK (templates_clicked_cb));
  self->read_only_banner = add_banner (self, _ ("This plan was made with a newer version of Maakland. You can read and print it; to edit it, install the newer version."), NULL, NULL);
}

static void
reveal (GtkWidget *banner,
        gboolean   holds)
{
  adw_banner_set_revealed (ADW_BANNER (banner), holds);
  /* Folded away, it would still be read aloud. */
  gtk_widget_set_visible (banner, holds);
}

/** maak_window_update_banners: shows what holds now. */
void
maak_window_update_banners (MaakWindow *self)
{
  MaakDocument *document = self->document;
  gboolean      changed = document != NULL && maak_document_get_changed_underneath (document);
  gboolean      failed = document != NULL && !changed && maak_document_get_state (document) == MAAK_SAVE_FAILED;

  if (failed)
    {
      g_autofree char *wording = maak_message_dup_wording (maak_document_get_state_message (document), maak_context_get_language (self->context));

      adw_banner_set_title (ADW_BANNER (self->failed_banner), wording);
    }
  reveal (self->recovered_banner, document != NULL && maak_document_get_recovered (document));
  reveal (self->damaged_banner, document != NULL && maak_document_get_draft_damaged (document));
  reveal (self->changed_banner, changed);
  reveal (self->failed_banner, failed);
  reveal (self->elsewhere_banner, document != NULL && maak_document_get_open_elsewhere (document));
  reveal (self->templates_banner, document == NULL && maak_context_get_problems (self->context)->len > 0);
  reveal (self->read_only_banner, document != NULL && maak_document_get_read_only (document));
}
