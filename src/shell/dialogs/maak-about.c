/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "shell/dialogs/maak-about.h"

#include <glib/gi18n.h>

/* What is asked of whoever helps: versions, where things are kept, and own templates that were left out. */
static char *
dup_debug_info (MaakContext *context)
{
  GString   *info = g_string_new (NULL);
  GPtrArray *problems = maak_context_get_problems (context);

  g_string_append_printf (info, "Maakland %s\n", MAAKLAND_VERSION);
  g_string_append_printf (info, "GTK %u.%u.%u, libadwaita %u.%u.%u, GLib %u.%u.%u\n", gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (), glib_major_version, glib_minor_version, glib_micro_version);
  g_string_append_printf (info, "%s\n", maak_context_get_data_folder (context));
  g_string_append_printf (info, "%s: %s\n", "language", maak_language_get_code (maak_context_get_language (context)));
  g_string_append_printf (info, "%s: %u\n", "own templates left out", problems->len);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *wording = maak_error_dup_wording (g_ptr_array_index (problems, i), maak_context_get_language (context));

      g_string_append_printf (info, "- %s\n", wording);
    }
  return g_string_free_and_steal (info);
}

/* Every publisher whose figures ship, once, as its source line names it. */
static char *
dup_sources (MaakContext *context)
{
  MaakCatalogue *catalogue = maak_context_get_catalogue (context);
  GString       *sources = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < maak_catalogue_get_n (catalogue); i++)
    {
      g_autoptr (MaakText) line = maak_dataset_dup_source_line (maak_catalogue_get (catalogue, i));
      const char *words = maak_text_get_best (line, maak_context_get_language (context));

      if (g_hash_table_add (seen, g_strdup (words)))
        g_string_append_printf (sources, "%s%s", sources->len > 0 ? "\n" : "", words);
    }
  return g_string_free_and_steal (sources);
}

/** maak_about_new: Returns: (transfer floating): who made the program, on what terms, and where its figures come from */
AdwDialog *
maak_about_new (MaakContext *context)
{
  AdwDialog       *dialog = adw_about_dialog_new ();
  AdwAboutDialog  *about = ADW_ABOUT_DIALOG (dialog);
  g_autofree char *debug = dup_debug_info (context);
  g_autofree char *sources = dup_sources (context);
  g_autofree char *escaped = g_markup_escape_text (sources, -1);

  adw_about_dialog_set_application_name (about, "Maakland");
  adw_about_dialog_set_application_icon (about, MAAKLAND_ID);
  adw_about_dialog_set_version (about, MAAKLAND_VERSION);
  adw_about_dialog_set_developer_name (about, _ ("The Maakland contributors"));
  adw_about_dialog_set_copyright (about, "© 2026 The Maakland contributors");
  adw_about_dialog_set_comments (about, _ ("Write a strategy for your region’s industry and the proposals that follow from it, on the figures of your province, and print it in Dutch and English."));
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_debug_info (about, debug);
  adw_about_dialog_set_debug_info_filename (about, "maakland.txt");
  adw_about_dialog_add_legal_section (about, _ ("Figures"), NULL, GTK_LICENSE_CUSTOM, escaped);
  adw_about_dialog_add_legal_section (about, _ ("Boundaries"), "© CBS, Kadaster", GTK_LICENSE_CUSTOM, _ ("Boundaries of provinces and municipalities: CBS and Kadaster, licence CC BY 4.0, made coarser."));
  return dialog;
}
