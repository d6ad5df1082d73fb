/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "shell/maak-finding-row.h"

#include <adwaita.h>

/**
 * maak_finding_row_dup_place:
 * @record: of the plan
 * @field_or_null: a field of @record
 *
 * Returns: (transfer full): where something is, as a person would say it: "Battery technology › Needs › Space"; empty for the
 *   plan as a whole
 */
char *
maak_finding_row_dup_place (MaakDocument    *document,
                            MaakRecord      *record,
                            const MaakField *field_or_null,
                            MaakLanguage     language)
{
  MaakRecord *root = maak_plan_get_root (maak_document_get_plan (document));
  GString    *words = g_string_new (field_or_null != NULL ? maak_text_get_best (field_or_null->label, language) : NULL);

  for (MaakRecord *up = record; up != NULL && up != root; up = maak_record_get_parent (up))
    {
      g_autofree char *title = maak_plan_dup_record_title (maak_document_get_plan (document), up, language);

      if (words->len > 0)
        g_string_prepend (words, " › ");
      g_string_prepend (words, title);
    }
  return g_string_free_and_steal (words);
}

/**
 * maak_finding_row_new:
 * @record: of the plan
 * @field_or_null: a field of @record
 * @message: what is said about it
 *
 * Returns: (transfer floating): a row of a list; choosing it leads to the place
 */
GtkWidget *
maak_finding_row_new (MaakContext     *context,
                      MaakDocument    *document,
                      MaakRecord      *record,
                      const MaakField *field_or_null,
                      const char      *message)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *place = maak_finding_row_dup_place (document, record, field_or_null, maak_context_get_language (context));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), message);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", maak_record_get_id (record), field_or_null != NULL ? field_or_null->id : "");
  return row;
}
