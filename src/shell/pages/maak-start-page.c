/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The page of a window without a plan: begin one, open one, look at the example; below, the plans that were opened before
 * and those that have no file yet.
 *
 * What the lists tell (a file that is gone, a draft that another window opened) may become another at any time: they are
 * looked at whenever the page comes into sight, its window is turned to, or the list of recents changes; and made anew only
 * when they say something else, so that the focus stays. Opening is the application's work, asked for by actions. */

#include "shell/pages/maak-start-page.h"

#include "shell/dialogs/maak-problem.h"

#include <glib/gi18n.h>

struct _MaakStartPage
{
  MaakPage parent_instance;

  char  *said;    /* all that the lists say */
  gulong handler; /* of the window's notify::is-active */

  GtkWidget *new_plan;
  GtkWidget *drafts_part;
  GtkWidget *drafts;
  GtkWidget *recents_part;
  GtkWidget *recents;
  GtkWidget *first_time;
};

G_DEFINE_FINAL_TYPE (MaakStartPage, maak_start_page, MAAK_TYPE_PAGE)

static MaakLanguage
get_language (MaakStartPage *self)
{
  return maak_context_get_language (maak_page_get_context (MAAK_PAGE (self)));
}

static char *
dup_day (MaakStartPage *self,
         gint64         time)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  MaakDate date;

  if (then == NULL)
    return NULL;
  if (g_date_time_get_year (then) == g_date_time_get_year (now) && g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (now))
    return g_date_time_format (then, _ ("today at %H:%M"));
  date = (MaakDate) { (gint16) g_date_time_get_year (then), (guint8) g_date_time_get_month (then), (guint8) g_date_time_get_day_of_month (then) };
  return maak_date_format (date, get_language (self));
}

static const char *
find_region_name (MaakStartPage *self,
                  const char    *code)
{
  const MaakRegion *region = code != NULL ? maak_region_set_lookup (maak_context_get_regions (maak_page_get_context (MAAK_PAGE (self))), code) : NULL;

  return region != NULL ? maak_region_get_name (region, get_language (self)) : NULL;
}

/* The plan's state in words; NULL: it has none. */
static const char *
find_state_label (MaakStartPage *self,
                  const char    *code)
{
  const MaakTemplate *template = maak_library_get_plan_template (maak_context_get_library (maak_page_get_context (MAAK_PAGE (self))));
  const MaakField *field = maak_template_lookup_role (template, MAAK_ROLE_STATE);
  const MaakTerm  *term = field != NULL && code != NULL && field->vocabulary != NULL ? maak_vocabulary_lookup (field->vocabulary, code) : NULL;

  return term != NULL ? maak_text_get_best (term->label, get_language (self)) : NULL;
}

static void
append_word (GString    *words,
             const char *word)
{
  if (word != NULL && *word != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", word);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  return row;
}

/* @target: a path as bytes, since it need not be UTF-8; or an id. */
static void
make_openable (GtkWidget  *row,
               const char *action,
               GVariant   *target)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
}

static GtkWidget *
add_button (GtkWidget  *row,
            const char *icon,
            const char *name,
            const char *action,
            GVariant   *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

/* A plan without a title is called by its file. */
static char *
dup_title (MaakStartPage *self,
           MaakText      *title,
           const char    *path)
{
  if (title != NULL && !maak_text_is_empty (title))
    return g_strdup (maak_text_get_best (title, get_language (self)));
  return path != NULL ? g_filename_display_basename (path) : g_strdup (_ ("Plan without a title"));
}

static GtkWidget *
make_recent_row (MaakStartPage    *self,
                 const MaakRecent *recent,
                 gboolean          missing)
{
  g_autofree char *title = dup_title (self, recent->title, recent->path);
  g_autofree char *day = dup_day (self, recent->opened);
  g_autofree char *spoken = g_strdup_printf (_ ("Remove ‘%s’ from this list"), title);
  g_autofree char *place = g_filename_display_name (recent->path);
  g_autoptr (GString) words = g_string_new (NULL);
  GtkWidget *row;

  if (missing)
    append_word (words, _ ("The file is no longer there"));
  append_word (words, find_region_name (self, recent->region));
  append_word (words, find_state_label (self, recent->state));
  append_word (words, day);
  row = make_row (title, words->str);
  gtk_widget_set_tooltip_text (row, place);
  add_button (row, "window-close-symbolic", spoken, "start.forget", g_variant_new_bytestring (recent->path));
  if (missing)
    gtk_widget_add_css_class (row, "maak-missing");
  else
    make_openable (row, "app.open-path", g_variant_new_bytestring (recent->path));
  return row;
}

static void
fill_recents (MaakStartPage *self)
{
  MaakRecents *recents = maak_context_get_recents (maak_page_get_context (MAAK_PAGE (self)));

  gtk_list_box_remove_all (GTK_LIST_BOX (self->recents));
  for (guint i = 0; i < maak_recents_get_n (recents); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->recents), make_recent_row (self, maak_recents_get (recents, i), maak_recents_is_missing (recents, i)));
}

static GtkWidget *
make_draft_row (MaakStartPage   *self,
                const MaakDraft *draft)
{
  g_autofree char *title = dup_title (self, draft->title, draft->path);
  g_autofree char *day = dup_day (self, draft->time);
  g_autofree char *spoken = g_strdup_printf (_ ("Discard ‘%s’…"), title);
  g_autofree char *problem = draft->problem != NULL ? maak_message_dup_wording (draft->problem, get_language (self)) : NULL;
  g_autofree char *name = draft->path != NULL ? g_filename_display_basename (draft->path) : NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  GtkWidget *row;

  append_word (words, find_region_name (self, draft->region));
  append_word (words, name);
  append_word (words, day);
  append_word (words, problem);
  row = make_row (title, words->str);
  add_button (row, "user-trash-symbolic", spoken, "start.discard", g_variant_new_string (draft->id));
  if (draft->readable)
    make_openable (row, "app.open-draft", g_variant_new_string (draft->id));
  return row;
}

static void
fill_drafts (MaakStartPage *self,
             GPtrArray     *drafts)
{
  gtk_list_box_remove_all (GTK_LIST_BOX (self->drafts));
  for (guint i = 0; i < drafts->len; i++)
    if (!((const MaakDraft *) g_ptr_array_index (drafts, i))->held)
      gtk_list_box_append (GTK_LIST_BOX (self->drafts), make_draft_row (self, g_ptr_array_index (drafts, i)));
}

/* Everything that decides what the lists say. */
static char *
dup_said (MaakStartPage *self,
          GPtrArray     *drafts)
{
  MaakRecents *recents = maak_context_get_recents (maak_page_get_context (MAAK_PAGE (self)));
  GString     *said = g_string_new (NULL);

  for (guint i = 0; i < drafts->len; i++)
    {
      const MaakDraft *draft = g_ptr_array_index (drafts, i);

      if (!draft->held)
        g_string_append_printf (said, "%s %" G_GINT64_FORMAT " %d\n", draft->id, draft->time, draft->readable);
    }
  for (guint i = 0; i < maak_recents_get_n (recents); i++)
    {
      const MaakRecent *recent = maak_recents_get (recents, i);

      g_string_append_printf (said, "%s %" G_GINT64_FORMAT " %s %s %d\n", recent->path, recent->opened, recent->title != NULL ? maak_text_get_best (recent->title, get_language (self)) : "",
                              recent->state != NULL ? recent->state : "", maak_recents_is_missing (recents, i));
    }
  return g_string_free_and_steal (said);
}

static void
fill (MaakStartPage *self)
{
  g_autoptr (GPtrArray) drafts = maak_drafts_list (maak_context_get_drafts (maak_page_get_context (MAAK_PAGE (self))));
  g_autofree char *said = dup_said (self, drafts);

  if (g_strcmp0 (said, self->said) == 0)
    return;
  g_set_str (&self->said, said);
  fill_drafts (self, drafts);
  fill_recents (self);
  gtk_widget_set_visible (self->drafts_part, gtk_widget_get_first_child (self->drafts) != NULL);
  gtk_widget_set_visible (self->recents_part, gtk_widget_get_first_child (self->recents) != NULL);
  gtk_widget_set_visible (self->first_time, *said == '\0');
}

static void
active_cb (MaakStartPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && gtk_window_is_active (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))))
    fill (self);
}

typedef struct
{
  MaakStartPage *page;
  char          *path;
} Forgetting;

static void
free_forgetting (gpointer data)
{
  Forgetting *forgetting = data;

  g_object_unref (forgetting->page);
  g_free (forgetting->path);
  g_free (forgetting);
}

static gboolean
forget_cb (gpointer data)
{
  Forgetting  *forgetting = data;
  MaakRecents *recents = maak_context_get_recents (maak_page_get_context (MAAK_PAGE (forgetting->page)));
  g_autoptr (GError) error = NULL;

  if (!maak_recents_remove (recents, forgetting->path, &error))
    {
      g_autofree char *wording = maak_error_dup_wording (error, get_language (forgetting->page));

      gtk_widget_activate_action (GTK_WIDGET (forgetting->page), "win.add-toast", "s", wording);
    }
  return G_SOURCE_REMOVE;
}

/* Not at once: the button that was pressed goes with its row. */
static void
forget_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  Forgetting *forgetting = g_new0 (Forgetting, 1);

  forgetting->page = MAAK_START_PAGE (g_object_ref (widget));
  forgetting->path = g_variant_dup_bytestring (parameter, NULL);
  g_idle_add_full (G_PRIORITY_DEFAULT, forget_cb, forgetting, free_forgetting);
}

/* Another window may have opened it since the list was made, or since it was asked. */
static gboolean
throw_away (MaakDrafts *drafts,
            const char *id,
            GError    **error)
{
  gboolean gone;

  if (!maak_drafts_claim (drafts, id, error))
    return FALSE;
  gone = maak_drafts_remove (drafts, id, error);
  maak_drafts_release (drafts, id);
  return gone;
}

static void
discard_cb (MaakStartPage  *self,
            const char     *response,
            AdwAlertDialog *dialog)
{
  MaakDrafts *drafts = maak_context_get_drafts (maak_page_get_context (MAAK_PAGE (self)));
  const char *id = g_object_get_data (G_OBJECT (dialog), "draft");
  g_autoptr (GError) error = NULL;

  if (strcmp (response, "discard") == 0 && !throw_away (drafts, id, &error))
    {
      g_autofree char *wording = maak_error_dup_wording (error, get_language (self));

      gtk_widget_activate_action (GTK_WIDGET (self), "win.add-toast", "s", wording);
    }
  fill (self);
}

/* It cannot be taken back, so it is asked. */
static void
discard_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (MaakDraft) draft = maak_drafts_lookup (maak_context_get_drafts (maak_page_get_context (MAAK_PAGE (widget))), id);
  g_autofree char *title = dup_title (MAAK_START_PAGE (widget), draft != NULL ? draft->title : NULL, draft != NULL ? draft->path : NULL);
  g_autofree char *heading = g_strdup_printf (_ ("Discard ‘%s’?"), title);
  AdwDialog       *dialog = maak_alert_new (heading, draft != NULL && draft->path != NULL ? _ ("What was not saved in the plan’s file is lost. The file itself stays as it is.") : _ ("This plan is in no file. What you wrote is lost."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "keep", _ ("Keep"), "discard", _ ("Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "keep");
  g_object_set_data_full (G_OBJECT (dialog), "draft", g_strdup (id), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_cb), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
maak_start_page_map (GtkWidget *widget)
{
  MaakStartPage *self = MAAK_START_PAGE (widget);

  fill (self);
  self->handler = g_signal_connect_swapped (gtk_widget_get_root (widget), "notify::is-active", G_CALLBACK (active_cb), self);

  GTK_WIDGET_CLASS (maak_start_page_parent_class)->map (widget);
}

static void
maak_start_page_unmap (GtkWidget *widget)
{
  g_clear_signal_handler (&MAAK_START_PAGE (widget)->handler, gtk_widget_get_root (widget));

  GTK_WIDGET_CLASS (maak_start_page_parent_class)->unmap (widget);
}

static void
maak_start_page_dispose (GObject *object)
{
  MaakStartPage *self = MAAK_START_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MAAK_TYPE_START_PAGE);
  g_clear_pointer (&self->said, g_free);

  G_OBJECT_CLASS (maak_start_page_parent_class)->dispose (object);
}

static void
maak_start_page_class_init (MaakStartPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maak_start_page_dispose;
  widget_class->map = maak_start_page_map;
  widget_class->unmap = maak_start_page_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/maakland/Maakland/ui/shell/pages/maak-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MaakStartPage, new_plan);
  gtk_widget_class_bind_template_child (widget_class, MaakStartPage, drafts_part);
  gtk_widget_class_bind_template_child (widget_class, MaakStartPage, drafts);
  gtk_widget_class_bind_template_child (widget_class, MaakStartPage, recents_part);
  gtk_widget_class_bind_template_child (widget_class, MaakStartPage, recents);
  gtk_widget_class_bind_template_child (widget_class, MaakStartPage, first_time);
  gtk_widget_class_install_action (widget_class, "start.forget", "ay", forget_action);
  gtk_widget_class_install_action (widget_class, "start.discard", "s", discard_action);
}

static void
maak_start_page_init (MaakStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** maak_start_page_new: Returns: (transfer floating): the page */
MaakPage *
maak_start_page_new (MaakContext  *context,
                     MaakDocument *document,
                     guint         first_section,
                     guint         n_sections)
{
  MaakStartPage *self = g_object_new (MAAK_TYPE_START_PAGE, "context", context, NULL);

  g_signal_connect_object (maak_context_get_recents (context), "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  return MAAK_PAGE (self);
}
