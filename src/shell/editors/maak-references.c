/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Records that can be referred to. A goal is looked for among all goals of the plan, but those that stand around the record
 * that refers come first: a KPI of a cluster serves a goal of that cluster, as a rule. Each says what it lies in, since two
 * clusters may have a goal of the same name.
 *
 * A new record goes into the nearest list that takes it: that of the record that refers, or of one around it. */

#include "shell/editors/maak-references.h"

#include <glib/gi18n.h>

typedef struct
{
  MaakRecord *record;
  guint       distance; /* steps from the record that refers up to what holds both */
  guint       order;    /* as they stand in the plan */
} Candidate;

typedef struct
{
  MaakPlan           *plan;
  MaakRecord         *from;
  const MaakTemplate *of;
  GArray             *candidates;
} Search;

static guint
measure_distance (MaakRecord *from,
                  MaakRecord *record)
{
  guint distance = 0;

  for (; from != NULL; from = maak_record_get_parent (from), distance++)
    for (MaakRecord *up = record; up != NULL; up = maak_record_get_parent (up))
      if (up == from)
        return distance;
  return distance;
}

static void
visit_cb (MaakRecord *record,
          gpointer    data)
{
  Search   *search = data;
  Candidate candidate = { record, 0, search->candidates->len };

  if (record == search->from || record == maak_plan_get_root (search->plan) || maak_record_is_unknown (record))
    return;
  /* What has no name cannot be told from its like, so a reference to any record is to one that has. */
  if (search->of != NULL ? !maak_template_is_a (maak_record_get_template (record), search->of) : maak_record_get_text (record, MAAK_ROLE_TITLE) == NULL)
    return;
  candidate.distance = measure_distance (search->from, record);
  g_array_append_val (search->candidates, candidate);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;
  return first->order < second->order ? -1 : 1;
}

/** maak_reference_dup_place: Returns: (transfer full) (nullable): the title of what @record lies in; NULL: the plan itself */
char *
maak_reference_dup_place (MaakRecord  *record,
                          MaakLanguage language)
{
  MaakRecord *parent = maak_record_get_parent (record);

  if (parent == NULL || maak_record_get_parent (parent) == NULL)
    return NULL;
  return maak_record_dup_title (parent, language);
}

/**
 * maak_references_list:
 * @from: the record that is to refer; never among them
 * @of_or_null: the template of what may be referred to; NULL: any
 * @none: whether the first of them empties the field
 *
 * Returns: (transfer full): of MaakPickItem, with the ids of records
 */
GListModel *
maak_references_list (MaakPlan           *plan,
                      MaakRecord         *from,
                      const MaakTemplate *of_or_null,
                      MaakLanguage        language,
                      gboolean            none)
{
  GListStore *items = g_list_store_new (MAAK_TYPE_PICK_ITEM);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  Search search = { plan, from, of_or_null, candidates };

  if (none)
    {
      g_autoptr (MaakPickItem) item = maak_pick_item_new ("", C_ ("choice", "None"), NULL, 0);

      g_list_store_append (items, item);
    }
  maak_plan_foreach (plan, visit_cb, &search);
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      MaakRecord      *record = g_array_index (candidates, Candidate, i).record;
      g_autofree char *title = maak_record_dup_title (record, language);
      g_autofree char *place = maak_reference_dup_place (record, language);
      const char      *kind = maak_text_get_best (maak_template_get_label (maak_record_get_template (record)), language);
      g_autoptr (MaakPickItem) item = maak_pick_item_new (maak_record_get_id (record), title, place != NULL || of_or_null != NULL ? place : kind, 0);

      g_list_store_append (items, item);
    }
  return G_LIST_MODEL (items);
}

/* Where a new record of @of would come to stand: its owner and the list. */
static const MaakField *
find_home (MaakRecord         *from,
           const MaakTemplate *of,
           MaakRecord        **owner)
{
  for (*owner = from; of != NULL && !maak_template_is_abstract (of) && *owner != NULL; *owner = maak_record_get_parent (*owner))
    {
      const MaakTemplate *template = maak_record_get_template (*owner);

      for (guint i = 0; i < maak_template_get_n_fields (template); i++)
        {
          const MaakField *field = maak_template_get_field (template, i);

          if (field->type == MAAK_FIELD_LIST && maak_template_is_a (of, field->of))
            return field;
        }
    }
  return NULL;
}

/* "nieuwe organisatie" has its article from the language: the label stands by itself. */
static char *
dup_offer (const MaakTemplate *of,
           MaakLanguage        language,
           const char         *format)
{
  g_auto (GStrv) sides = g_strsplit (format, "%1$s", 2);

  return g_strjoinv (maak_text_get_best (maak_template_get_label (of), language), sides);
}

/** maak_references_offer_new: has @picker offer a new record, where there is a list that takes it. */
void
maak_references_offer_new (MaakPicker         *picker,
                           MaakPlan           *plan,
                           MaakRecord         *from,
                           const MaakTemplate *of_or_null,
                           MaakLanguage        language)
{
  MaakRecord      *owner;
  g_autofree char *plain = NULL;
  g_autofree char *with_text = NULL;

  if (maak_plan_get_read_only (plan) || find_home (from, of_or_null, &owner) == NULL)
    return;
  /* Translators: %1$s is what kind of thing, as "Organisation". */
  plain = dup_offer (of_or_null, language, _ ("New: %1$s…"));
  /* Translators: %1$s is what kind of thing, %s its name, as in "New: Organisation “TNO”". */
  with_text = dup_offer (of_or_null, language, _ ("New: %1$s “%s”"));
  maak_picker_set_offer (picker, plain, with_text);
}

static void
init_title (MaakRecord  *record,
            const char  *title,
            MaakLanguage language)
{
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (record), MAAK_ROLE_TITLE);
  g_autoptr (MaakText) text = NULL;
  g_autoptr (MaakValue) value = NULL;

  if (field == NULL || field->value != NULL || *title == '\0')
    return;
  text = field->one_language ? maak_text_new (title, "") : maak_text_new_one (language, title);
  value = maak_value_new_text (text);
  maak_record_init_value (record, field, value);
}

/**
 * maak_references_add_new:
 * @title: its name, or ""
 * @language: in which @title is
 *
 * Returns: (transfer none) (nullable): a new record of @of in the nearest list; NULL: no list takes it
 */
MaakRecord *
maak_references_add_new (MaakPlan           *plan,
                         MaakRecord         *from,
                         const MaakTemplate *of,
                         const char         *title,
                         MaakLanguage        language)
{
  MaakRecord      *owner;
  const MaakField *list = find_home (from, of, &owner);
  g_autoptr (MaakRecord) record = NULL;

  if (list == NULL)
    return NULL;
  record = maak_record_new (of, NULL);
  init_title (record, title, language);
  maak_plan_insert (plan, owner, list, G_MAXUINT, record);
  return record;
}

/** maak_reference_open: shows the record with this id. */
void
maak_reference_open (GtkWidget  *from,
                     const char *id)
{
  gtk_widget_activate_action (from, "win.go-to", "(ss)", id, "");
}
