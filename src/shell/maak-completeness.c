/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "shell/maak-completeness.h"

#include <glib/gi18n.h>

typedef struct
{
  guint texts;                  /* that say something in either language */
  guint done[MAAK_N_LANGUAGES]; /* that say it in this one, up to date */
} Count;

static void
count_texts_cb (MaakRecord *record,
                gpointer    data)
{
  Count *count = data;
  const MaakTemplate *template = maak_record_get_template (record);

  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    {
      const MaakField *field = maak_template_get_field (template, i);
      MaakValue       *value = field->type == MAAK_FIELD_TEXT && !field->one_language ? maak_record_get (record, field) : NULL;
      MaakText        *text = value != NULL ? maak_value_get_text (value) : NULL;

      if (text == NULL || maak_text_is_empty (text))
        continue;
      count->texts++;
      for (guint j = 0; j < MAAK_N_LANGUAGES; j++)
        if (*maak_text_get (text, (MaakLanguage) j) != '\0' && !maak_text_is_outdated (text, (MaakLanguage) j))
          count->done[j]++;
    }
}

/** maak_completeness_count: Returns: per cent of the plan's texts that are there in @language and up to date; 100 where there are no texts */
guint
maak_completeness_count (MaakPlan    *plan,
                         MaakLanguage language)
{
  Count count = { 0 };

  g_return_val_if_fail (MAAK_IS_PLAN (plan), 0);

  maak_plan_foreach (plan, count_texts_cb, &count);
  return count.texts > 0 ? count.done[language] * 100 / count.texts : 100;
}

/** maak_completeness_dup_words: Returns: (transfer full): "Dutch: complete", and a line for each other language of the plan; empty without texts */
char *
maak_completeness_dup_words (MaakPlan *plan)
{
  MaakValue         *value;
  guint              n = 0;
  const char *const *codes;
  Count              count = { 0 };
  MaakLanguage       language;
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (MAAK_IS_PLAN (plan), NULL);

  value = maak_record_get_role (maak_plan_get_root (plan), MAAK_ROLE_LANGUAGES);
  codes = value != NULL ? maak_value_get_codes (value, &n) : NULL;
  maak_plan_foreach (plan, count_texts_cb, &count);
  for (guint i = 0; i < n && count.texts > 0; i++)
    if (maak_language_parse (codes[i], &language))
      {
        const char *name = language == MAAK_LANGUAGE_NL ? _ ("Dutch") : _ ("English");

        g_string_append (words, words->len > 0 ? "\n" : "");
        if (count.done[language] == count.texts)
          /* Translators: of a language: all texts are there in it */
          g_string_append_printf (words, _ ("%s: complete"), name);
        else
          /* Translators: of a language: how much of the texts is there in it */
          g_string_append_printf (words, _ ("%s: %u%% complete"), name, count.done[language] * 100 / count.texts);
      }
  return g_string_free_and_steal (g_steal_pointer (&words));
}
