/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Terms as things to pick. A term stands under its parent, with its note as second line. One that has ended names a scheme
 * that is over: it is shown where it was chosen, and said to have ended, but not offered to others.
 *
 * Terms of one's own come last; they are offered to be made where field and plan take them. */

#include "shell/editors/maak-terms.h"

#include "plan/maak-own-term.h"

#include <glib/gi18n.h>

static guint
count_parents (const MaakTerm *term)
{
  guint n = 0;

  for (const MaakTerm *up = term->parent; up != NULL; up = up->parent)
    n++;
  return n;
}

/** maak_term_dup_note: Returns: (transfer full) (nullable): what is to be known of a term beside its label */
char *
maak_term_dup_note (const MaakField *field,
                    const char      *code,
                    MaakLanguage     language)
{
  const MaakTerm *term = maak_vocabulary_lookup (field->vocabulary, code);
  const char     *note;

  if (term == NULL)
    return g_strdup (_ ("Term of your own"));
  note = term->note != NULL ? maak_text_get_best (term->note, language) : "";
  if (term->ended)
    return *note != '\0' ? g_strdup_printf ("%s. %s", _ ("Has ended"), note) : g_strdup (_ ("Has ended"));
  return *note != '\0' ? g_strdup (note) : NULL;
}

static void
add_term (GListStore      *items,
          const MaakField *field,
          const char      *code,
          const char      *label,
          guint            depth,
          MaakLanguage     language)
{
  g_autofree char *note = maak_term_dup_note (field, code, language);
  g_autoptr (MaakPickItem) item = maak_pick_item_new (code, label, note, depth);

  g_list_store_append (items, item);
}

/**
 * maak_terms_list:
 * @field: a choice, or choices
 * @chosen: (nullable): the codes that the field holds
 *
 * Returns: (transfer full): of MaakPickItem, in the order of the vocabulary, own terms last
 */
GListModel *
maak_terms_list (MaakPlan          *plan,
                 const MaakField   *field,
                 const char *const *chosen,
                 MaakLanguage       language,
                 gboolean           none)
{
  GListStore *items = g_list_store_new (MAAK_TYPE_PICK_ITEM);
  g_autoptr (GPtrArray) own = field->own_terms ? maak_plan_list_own_terms (plan, field->vocabulary) : g_ptr_array_new ();

  if (none)
    {
      g_autoptr (MaakPickItem) item = maak_pick_item_new ("", C_ ("choice", "None"), NULL, 0);

      g_list_store_append (items, item);
    }
  for (guint i = 0; i < maak_vocabulary_get_n_terms (field->vocabulary); i++)
    {
      const MaakTerm *term = maak_vocabulary_get_term (field->vocabulary, i);

      if (!term->ended || (chosen != NULL && g_strv_contains (chosen, term->code)))
        add_term (items, field, term->code, maak_text_get_best (term->label, language), count_parents (term), language);
    }
  for (guint i = 0; i < own->len; i++)
    {
      g_autofree char *label = maak_plan_dup_term_label (plan, field->vocabulary, g_ptr_array_index (own, i), language);

      add_term (items, field, g_ptr_array_index (own, i), label, 0, language);
    }
  return G_LIST_MODEL (items);
}

/** maak_terms_offer_own: has @picker offer a term of one's own, where field and plan take one. */
void
maak_terms_offer_own (MaakPicker      *picker,
                      MaakPlan        *plan,
                      const MaakField *field)
{
  if (field->own_terms && maak_plan_can_add_own_term (plan))
    maak_picker_set_offer (picker, NULL, _ ("Add “%s” as a term of your own"));
}
