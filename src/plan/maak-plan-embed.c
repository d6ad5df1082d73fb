/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* Which templates a plan must take along: those that its records use and that do not ship, with what they extend and
 * what their lists and references are of, as a template cannot be read without those. In alphabetical order, so that
 * the same plan gives the same file. */

#include "plan/maak-plan-private.h"

static void
collect_template (GHashTable *found,
                  const MaakTemplate *template)
{
  if (template == NULL || maak_template_is_shipped (template) || maak_template_is_unknown (template) || !g_hash_table_add (found, (gpointer) template))
    return;
  collect_template (found, maak_template_get_base (template));
  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    collect_template (found, maak_template_get_field (template, i)->of);
}

static void
visit_cb (MaakRecord *record,
          gpointer    data)
{
  collect_template (data, maak_record_get_template (record));
}

static int
compare_templates (gconstpointer a,
                   gconstpointer b)
{
  return strcmp (maak_template_get_id (a), maak_template_get_id (b));
}

/**
 * maak_plan_dup_embedded:
 * Returns: (transfer full) (nullable): an array of templates for the file's member `templates`; NULL when all ship
 */
JsonNode *
maak_plan_dup_embedded (MaakPlan *self)
{
  g_autoptr (GHashTable) found = NULL;
  g_autoptr (GPtrArray) templates = NULL;
  JsonArray *array;
  JsonNode  *node;

  g_return_val_if_fail (MAAK_IS_PLAN (self), NULL);

  found = g_hash_table_new (NULL, NULL);
  maak_plan_foreach (self, visit_cb, found);
  if (g_hash_table_size (found) == 0)
    return NULL;

  templates = g_hash_table_get_keys_as_ptr_array (found);
  g_ptr_array_sort_values (templates, compare_templates);
  array = json_array_sized_new (templates->len);
  for (guint i = 0; i < templates->len; i++)
    json_array_add_element (array, json_node_copy (maak_template_get_json (g_ptr_array_index (templates, i))));
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, array);
  return node;
}
