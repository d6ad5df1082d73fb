/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* A new plan, filled with what is known already: the province, the part of the country around it, the period, both
 * languages, and the key figures of the province as evidence to cite from.
 *
 * Everything is found by role, or by what a field can hold; what the template has no place for is left out. The record is
 * in no plan yet, so that a plan made of it begins with an empty history. No figure is made up: where the data have no
 * value for the province, there is no evidence. */

#include "evidence/maak-new-plan.h"

#include "evidence/maak-evidence.h"

/* The key figures, in this order: of the dataset of a quantity with the latest period. */
static const struct
{
  MaakQuantity quantity;
  const char  *metric; /* NULL: the values themselves */
} figures[] = {
  { MAAK_QUANTITY_GVA_SECTOR, NULL },
  { MAAK_QUANTITY_GVA_SECTOR, "ratio-gdp" },
  { MAAK_QUANTITY_GDP, NULL },
  { MAAK_QUANTITY_INHABITANTS, NULL },
};

/**
 * maak_new_plan_dup_title:
 * @region: a province
 *
 * Returns: (transfer full): a title to begin with, in both languages
 */
MaakText *
maak_new_plan_dup_title (const MaakRegion *region)
{
  g_autoptr (MaakText) name = NULL;
  g_autoptr (MaakMessage) message = NULL;

  g_return_val_if_fail (region != NULL, NULL);

  name = maak_text_new (maak_region_get_name (region, MAAK_LANGUAGE_NL), maak_region_get_name (region, MAAK_LANGUAGE_EN));
  message = maak_message_new (MAAK_PHRASE_NEW_PLAN_TITLE, MAAK_ARG_TEXT, "region", name, MAAK_ARG_END);
  return maak_message_dup_text (message);
}

static void
set_role (MaakRecord *root, MaakRole role, MaakValue *value_taken)
{
  const MaakField *field = maak_template_lookup_role (maak_record_get_template (root), role);

  if (field != NULL)
    maak_record_init_value (root, field, value_taken);
  maak_value_unref (value_taken);
}

static MaakValue *
make_codes (const char *first, const char *second)
{
  const char *const codes[] = { first, second, NULL };

  return maak_value_new_codes (codes);
}

/* The fields that hold one region of a level above the province: the part of the country. */
static void
set_region_above (MaakRecord *root, const MaakRegion *region)
{
  const MaakTemplate *template = maak_record_get_template (root);
  const MaakRegion *above = maak_region_get_ancestor (region, MAAK_LEVEL_LANDSDEEL);

  if (above == NULL)
    return;
  for (guint i = 0; i < maak_template_get_n_fields (template); i++)
    {
      const MaakField *field = maak_template_get_field (template, i);

      if (field->type == MAAK_FIELD_REGIONS && field->levels == 1u << MAAK_LEVEL_LANDSDEEL && field->max_count == 1)
        {
          g_autoptr (MaakValue) value = make_codes (maak_region_get_code (above), NULL);

          maak_record_init_value (root, field, value);
        }
    }
}

static MaakDataset *
find_dataset (MaakCatalogue *catalogue, MaakQuantity quantity, MaakLevel level)
{
  MaakDataset *found = NULL;

  for (guint i = 0; i < maak_catalogue_get_n (catalogue); i++)
    {
      MaakDataset *dataset = maak_catalogue_get (catalogue, i);
      guint        n = maak_dataset_get_n_periods (dataset);

      if (maak_dataset_get_quantity (dataset) != quantity || maak_dataset_get_level (dataset) != level || n == 0)
        continue;
      if (found == NULL || maak_period_compare (maak_dataset_get_period (dataset, n - 1), maak_dataset_get_period (found, maak_dataset_get_n_periods (found) - 1)) > 0)
        found = dataset;
    }
  return found;
}

static void
add_figures (MaakRecord *root, MaakLibrary *library, MaakCatalogue *catalogue, const MaakRegion *region)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      MaakDataset         *dataset = find_dataset (catalogue, figures[i].quantity, maak_region_get_level (region));
      MaakIndicatorOptions options = { .metric = figures[i].metric };
      g_autoptr (MaakIndicator) indicator = dataset != NULL ? maak_indicator_new (catalogue, dataset, &options, NULL) : NULL;
      MaakRecord *record = indicator != NULL ? maak_evidence_cite (library, indicator, region, NULL) : NULL;

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  if (records->len > 0)
    set_role (root, MAAK_ROLE_EVIDENCE_LIST, maak_value_new_list ((MaakRecord *const *) records->pdata, records->len));
}

/**
 * maak_new_plan_make:
 * @library: templates
 * @catalogue: figures
 * @answers: region and years
 *
 * Returns: (transfer full): the root record of a new plan, in no plan yet
 */
MaakRecord *
maak_new_plan_make (MaakLibrary *library, MaakCatalogue *catalogue, const MaakNewPlan *answers)
{
  MaakRecord *root;
  g_autoptr (MaakText) title = NULL;

  g_return_val_if_fail (library != NULL && catalogue != NULL && answers != NULL && answers->region != NULL, NULL);

  root = maak_record_new (maak_library_get_plan_template (library), NULL);
  title = answers->title != NULL ? maak_text_ref (answers->title) : maak_new_plan_dup_title (answers->region);
  set_role (root, MAAK_ROLE_TITLE, maak_value_new_text (title));
  set_role (root, MAAK_ROLE_LEAD_REGION, make_codes (maak_region_get_code (answers->region), NULL));
  set_role (root, MAAK_ROLE_LANGUAGES, make_codes (maak_language_get_code (MAAK_LANGUAGE_NL), maak_language_get_code (MAAK_LANGUAGE_EN)));
  if (answers->from > 0 && answers->until >= answers->from)
    set_role (root, MAAK_ROLE_PERIOD,
              maak_value_new_span ((MaakDate) { (gint16) answers->from, 1, 1 }, (MaakDate) { (gint16) answers->until, 12, 31 }));
  set_region_above (root, answers->region);
  add_figures (root, library, catalogue, answers->region);
  return root;
}
