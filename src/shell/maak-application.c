/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* The program: one process, a window for each plan. A second start hands its files to the first and ends; a picture
 * (--screenshot) is made by a process of its own.
 *
 * The language is chosen from the option, the setting or the environment before the toolkit starts (maak-locale.c).
 * Settings may be missing: then the program runs with what is usual, and forgets what was set. A plan that is open in a
 * window is shown there, never opened a second time (maak-application-files.c). What the menu can do is in
 * maak-application-actions.c. */

#include "shell/maak-application-private.h"

#include "shell/maak-head-start.h"
#include "shell/maak-locale.h"
#include "shell/maak-screenshot.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (MaakApplication, maak_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "new-window", 'n', 0, G_OPTION_ARG_NONE, NULL, N_ ("Open a new window"), NULL },
  { "page", 'p', 0, G_OPTION_ARG_STRING, NULL, N_ ("Show this page: start, map, figures, clusters, strategy, proposals, parties, findings, document"), N_ ("PAGE") },
  { "plan", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this plan"), N_ ("FILE") },
  { "record", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Show this record of the plan, for example clusters[0]"), N_ ("PATH") },
  { "language", 'l', 0, G_OPTION_ARG_STRING, NULL, N_ ("Language of the window: nl or en"), N_ ("LANGUAGE") },
  { "theme", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("light or dark"), N_ ("THEME") },
  { "width", 0, 0, G_OPTION_ARG_INT, NULL, N_ ("Width of the window"), N_ ("PIXELS") },
  { "height", 0, 0, G_OPTION_ARG_INT, NULL, N_ ("Height of the window"), N_ ("PIXELS") },
  { "screenshot", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Write a picture of the window as PNG, and end"), N_ ("FILE") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]") },
  { NULL },
};

static GSettings *
make_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, MAAKLAND_ID, TRUE) : NULL;

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static const char *
get_locale_folder (void)
{
  const char *folder = g_getenv ("MAAKLAND_LOCALE_DIR");

  return folder != NULL ? folder : MAAKLAND_LOCALE_DIR;
}

static gboolean
is_one_of (const char *word,
           const char *one,
           const char *other)
{
  return word == NULL || strcmp (word, one) == 0 || strcmp (word, other) == 0;
}

/* The plan that will be asked for first; NULL: none. */
static char *
dup_first_path (GVariantDict *dict)
{
  g_autofree const char **files = NULL;
  const char             *argument = NULL;
  g_autoptr (GFile) file = NULL;

  if (!g_variant_dict_lookup (dict, "plan", "^&ay", &argument) && g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &files))
    argument = files[0];
  file = argument != NULL ? g_file_new_for_commandline_arg (argument) : NULL;
  return file != NULL ? g_file_get_path (file) : NULL;
}

static int
maak_application_handle_local_options (GApplication *application,
                                       GVariantDict *dict)
{
  MaakApplication *self = MAAK_APPLICATION (application);
  const char      *language = NULL, *theme = NULL;
  g_autofree char *setting = NULL;

  g_variant_dict_lookup (dict, "language", "&s", &language);
  g_variant_dict_lookup (dict, "theme", "&s", &theme);
  if (!is_one_of (language, "nl", "en") || !is_one_of (theme, "light", "dark"))
    {
      g_printerr ("%s\n", !is_one_of (language, "nl", "en") ? "maakland: --language nl, --language en" : "maakland: --theme light, --theme dark");
      return 2;
    }
  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("Maakland %s\n", MAAKLAND_VERSION);
      return 0;
    }
  self->settings = make_settings ();
  setting = self->settings != NULL ? g_settings_get_string (self->settings, "language") : NULL;
  self->language = maak_locale_set_up (language != NULL ? language : setting, get_locale_folder ());
  self->theme = g_strdup (theme);
  self->first_path = dup_first_path (dict);
  self->pictured = g_variant_dict_contains (dict, "screenshot");
  if (self->pictured)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

/** maak_application_apply_theme: light, dark or as the desktop: as the command line, else the settings say. */
void
maak_application_apply_theme (MaakApplication *self)
{
  g_autofree char *setting = self->settings != NULL ? g_settings_get_string (self->settings, "theme") : NULL;
  const char      *theme = self->theme != NULL ? self->theme : setting;
  AdwColorScheme   scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_strcmp0 (theme, "light") == 0)
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_strcmp0 (theme, "dark") == 0)
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

/* The session ends, or somebody presses Ctrl+C in the terminal: what was typed is on disk, and nobody is asked. */
static gboolean
end_cb (gpointer data)
{
  for (GList *l = gtk_application_get_windows (data); l != NULL; l = l->next)
    if (MAAK_IS_WINDOW (l->data) && maak_window_get_document (l->data) != NULL)
      {
        maak_window_commit (l->data);
        maak_document_close (maak_window_get_document (l->data));
      }
  g_application_quit (data);
  return G_SOURCE_REMOVE;
}

static void
maak_application_startup (GApplication *application)
{
  MaakApplication *self = MAAK_APPLICATION (application);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "maakland", NULL);
  g_autoptr (GError) error = NULL;

  MaakHeadStart *head_start = maak_head_start_begin (folder, self->language, self->settings, self->first_path);

  /* The locale is set, and must not be set again while another thread reads. */
  gtk_disable_setlocale ();
  G_APPLICATION_CLASS (maak_application_parent_class)->startup (application);
  g_set_application_name ("Maakland");
  gtk_window_set_default_icon_name (MAAKLAND_ID);
  self->context = maak_head_start_end (head_start, &self->first_file, &error);
  if (self->context == NULL)
    g_error ("What ships with the program cannot be read: %s", error->message);
  g_unix_signal_add (SIGINT, end_cb, self);
  g_unix_signal_add (SIGTERM, end_cb, self);
  g_unix_signal_add (SIGHUP, end_cb, self);
  maak_application_install_actions (self);
  maak_application_apply_theme (self);
}

/* maak_application_open_draft: opens what was written and is in no file, or not in the plan's own. */
gboolean
maak_application_open_draft (MaakApplication *self,
                             const char      *id,
                             MaakWindow      *from_or_null)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakDocument) document = maak_document_recover (id, maak_context_get_library (self->context), maak_context_get_drafts (self->context), &error);

  if (document != NULL)
    {
      maak_application_open_document (self, document, from_or_null);
      return TRUE;
    }
  if (from_or_null != NULL)
    maak_window_show_problem (from_or_null, _ ("This draft cannot be opened"), error, _ ("It is kept. Open the plan’s own file if it has one, or begin anew."));
  return FALSE;
}

static void
tell_missed (MaakWindow *window)
{
  AdwToast *toast = adw_toast_new (_ ("Another draft cannot be read. It is kept, and listed at Start."));

  adw_toast_set_timeout (toast, 0);
  maak_window_add_toast (window, toast);
}

/* What was open when the program stopped unexpectedly; FALSE: nothing. */
static gboolean
recover (MaakApplication *self)
{
  g_autoptr (GPtrArray) drafts = maak_drafts_list (maak_context_get_drafts (self->context));
  gboolean found = FALSE, missed = FALSE;

  for (guint i = 0; i < drafts->len; i++)
    {
      const MaakDraft *draft = g_ptr_array_index (drafts, i);

      if (!maak_draft_is_crash (draft) || draft->held)
        continue;
      if (draft->readable && maak_application_open_draft (self, draft->id, NULL))
        found = TRUE;
      else
        missed = TRUE;
    }
  /* Where nothing opens, Start lists it. */
  if (found && missed)
    tell_missed (MAAK_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (self))));
  return found;
}

static void
maak_application_open (GApplication *application,
                       GFile       **files,
                       int           n_files,
                       const char   *hint)
{
  MaakApplication *self = MAAK_APPLICATION (application);
  GtkWindow       *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  maak_application_open_files (self, files, (guint) n_files, MAAK_IS_WINDOW (active) ? MAAK_WINDOW (active) : NULL);
}

static void
maak_application_activate (GApplication *application)
{
  MaakApplication *self = MAAK_APPLICATION (application);
  GtkWindow       *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (active != NULL)
    gtk_window_present (active);
  else if (!recover (self))
    maak_application_ensure_window (self, NULL);
}

static MaakWindow *
open_arguments (MaakApplication         *self,
                GApplicationCommandLine *line)
{
  GVariantDict           *dict = g_application_command_line_get_options_dict (line);
  GtkWindow              *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  MaakWindow             *window = MAAK_IS_WINDOW (active) && !g_variant_dict_contains (dict, "new-window") ? MAAK_WINDOW (active) : NULL;
  g_autofree const char **files = NULL;
  const char             *plan = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  if (g_variant_dict_lookup (dict, "plan", "^&ay", &plan))
    g_ptr_array_add (found, g_application_command_line_create_file_for_arg (line, plan));
  g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &files);
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    g_ptr_array_add (found, g_application_command_line_create_file_for_arg (line, files[i]));
  if (found->len > 0)
    return maak_application_open_files (self, (GFile **) found->pdata, found->len, window);
  if (window == NULL && !g_variant_dict_contains (dict, "new-window") && !g_variant_dict_contains (dict, "screenshot") && recover (self))
    window = MAAK_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (self)));
  return maak_application_ensure_window (self, window);
}

static void
set_size (MaakWindow   *window,
          GVariantDict *dict)
{
  int width = 0, height = 0;

  g_variant_dict_lookup (dict, "width", "i", &width);
  g_variant_dict_lookup (dict, "height", "i", &height);
  if (width > 0 || height > 0)
    maak_window_set_size (window, width, height);
}

static void
show_place (MaakWindow              *window,
            GApplicationCommandLine *line,
            MaakLanguage             language)
{
  GVariantDict *dict = g_application_command_line_get_options_dict (line);
  const char   *page = NULL, *record = NULL;
  g_autoptr (GError) error = NULL;

  g_variant_dict_lookup (dict, "page", "&s", &page);
  g_variant_dict_lookup (dict, "record", "&s", &record);
  if (page != NULL && !maak_window_show_page (window, page))
    {
      g_application_command_line_printerr (line, _ ("There is no page ‘%s’ in this window.\n"), page);
      g_application_command_line_set_exit_status (line, 2);
    }
  if (record != NULL && !maak_window_go_to_path (window, record, &error))
    {
      g_autofree char *wording = error != NULL ? maak_error_dup_wording (error, language) : g_strdup (record);

      g_application_command_line_printerr (line, "%s\n", wording);
      g_application_command_line_set_exit_status (line, 2);
    }
}

static void
screenshot_done_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  MaakApplication *self = data;
  g_autoptr (GError) error = NULL;

  if (!maak_screenshot_finish (result, &error))
    {
      g_autofree char *wording = maak_error_dup_wording (error, self->language);

      g_printerr ("%s\n", wording);
      self->status = 1;
    }
  g_application_quit (G_APPLICATION (self));
  g_object_unref (self);
}

static int
maak_application_command_line (GApplication            *application,
                               GApplicationCommandLine *line)
{
  MaakApplication *self = MAAK_APPLICATION (application);
  GVariantDict    *dict = g_application_command_line_get_options_dict (line);
  const char      *screenshot = NULL;
  MaakWindow      *window = open_arguments (self, line);

  set_size (window, dict);
  show_place (window, line, self->language);
  if (g_variant_dict_lookup (dict, "screenshot", "^&ay", &screenshot))
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, screenshot);

      if (g_application_command_line_get_exit_status (line) == 0)
        maak_screenshot_take_async (window, g_file_peek_path (file), screenshot_done_cb, g_object_ref (self));
      else
        g_application_quit (application);
    }
  return g_application_command_line_get_exit_status (line);
}

static void
maak_application_finalize (GObject *object)
{
  MaakApplication *self = MAAK_APPLICATION (object);

  g_clear_pointer (&self->theme, g_free);
  g_clear_pointer (&self->first_path, g_free);
  g_clear_object (&self->first_file);
  g_clear_object (&self->settings);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (maak_application_parent_class)->finalize (object);
}

static void
maak_application_class_init (MaakApplicationClass *klass)
{
  GObjectClass      *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = maak_application_finalize;
  application_class->handle_local_options = maak_application_handle_local_options;
  application_class->startup = maak_application_startup;
  application_class->activate = maak_application_activate;
  application_class->open = maak_application_open;
  application_class->command_line = maak_application_command_line;
}

static void
maak_application_init (MaakApplication *self)
{
  GOptionEntry entries[G_N_ELEMENTS (options)];

  /* For --help; the window's own language comes when the options are known. */
  maak_locale_set_up (NULL, get_locale_folder ());
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      entries[i] = options[i];
      entries[i].description = options[i].description != NULL ? _ (options[i].description) : NULL;
      entries[i].arg_description = options[i].arg_description != NULL ? _ (options[i].arg_description) : NULL;
    }
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

/** maak_application_new: Returns: (transfer full): the program */
MaakApplication *
maak_application_new (void)
{
  return g_object_new (MAAK_TYPE_APPLICATION, "application-id", MAAKLAND_ID, "resource-base-path", "/nl/maakland/Maakland",
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}

/** maak_application_get_context: Returns: (transfer none): what all windows share; NULL before the program has started */
MaakContext *
maak_application_get_context (MaakApplication *self)
{
  g_return_val_if_fail (MAAK_IS_APPLICATION (self), NULL);

  return self->context;
}

/** maak_application_get_status: Returns: what the program ends with, besides what the command line says */
int
maak_application_get_status (MaakApplication *self)
{
  g_return_val_if_fail (MAAK_IS_APPLICATION (self), 1);

  return self->status;
}
