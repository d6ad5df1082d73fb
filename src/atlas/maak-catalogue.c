/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */

/* The catalogue: all datasets at hand, by id. What ships comes from the program's own resources; datasets that a person
 * imports are added to it. One dataset has one id; adding another with the same id takes its place.
 * The catalogue owns a reference to each dataset and to the region set that all of them share. */

#include "atlas/maak-dataset-private.h"

#define RESOURCE_FOLDER "/nl/maakland/atlas/"
#define DESCRIPTIONS "datasets.json"

struct _MaakCatalogue
{
  gatomicrefcount ref_count;
  MaakRegionSet  *regions;
  GPtrArray      *datasets; /* of MaakDataset, in the order in which they are offered */
};

static MaakCatalogue *
new_empty (MaakRegionSet *regions)
{
  MaakCatalogue *self = g_new0 (MaakCatalogue, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->regions = maak_region_set_ref (regions);
  self->datasets = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_dataset_unref);
  return self;
}

static GBytes *
lookup_file (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  GBytes          *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    {
      maak_error_set (error, MAAK_ATLAS_ERROR, MAAK_ATLAS_ERROR_UNKNOWN_DATASET, NULL,
                      maak_message_new (MAAK_PHRASE_DATASET_FILE, MAAK_ARG_STRING, "file", name, MAAK_ARG_END));
      maak_error_set_file (error, DESCRIPTIONS);
    }
  return bytes;
}

static gboolean
read_dataset (MaakCatalogue *self, const MaakJsonPlace *place, GError **error)
{
  g_autoptr (MaakDataset) dataset = NULL;
  g_autoptr (GBytes) bytes = NULL;
  MaakJsonPlace csv;
  const char   *file;
  gsize         length;
  const char   *text;

  if (!maak_json_place_require (place, "csv", &csv, error) || !maak_json_place_get_string (&csv, &file, error))
    return FALSE;
  bytes = lookup_file (file, error);
  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &length);
  dataset = maak_dataset_new_from_place (place, text, (gssize) length, self->regions, file, error);
  if (dataset == NULL)
    return FALSE;
  if (maak_catalogue_lookup (self, maak_dataset_get_id (dataset)) != NULL)
    {
      maak_json_place_set_error (place, error, MAAK_JSON_ERROR_VALUE,
                                 maak_message_new (MAAK_PHRASE_DATASET_ID_TWICE, MAAK_ARG_STRING, "id", maak_dataset_get_id (dataset), MAAK_ARG_END));
      return FALSE;
    }
  maak_catalogue_add (self, dataset);
  return TRUE;
}

static gboolean
read_datasets (MaakCatalogue *self, JsonNode *node, GError **error)
{
  MaakJsonPlace root, list, element;
  JsonArray    *array;

  maak_json_place_init_root (&root, node);
  if (!maak_json_place_require (&root, "datasets", &list, error) || !maak_json_place_get_array (&list, &array, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      maak_json_place_init_element (&element, &list, i, json_array_get_element (array, i));
      if (!read_dataset (self, &element, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * maak_catalogue_new_shipped:
 * @regions: the regions to which the figures belong; referenced
 *
 * Returns: (transfer full): the datasets that ship; NULL and an error of %MAAK_ATLAS_ERROR or %MAAK_JSON_ERROR with file
 *   and line or path, which a test keeps from happening
 */
MaakCatalogue *
maak_catalogue_new_shipped (MaakRegionSet *regions, GError **error)
{
  g_autoptr (MaakCatalogue) self = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) root = NULL;
  gsize       length;
  const char *text;

  g_return_val_if_fail (regions != NULL, NULL);

  self = new_empty (regions);
  bytes = lookup_file (DESCRIPTIONS, error);
  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  root = maak_json_parse (text, length, &maak_json_limits_template, error);
  if (root == NULL || !read_datasets (self, root, error))
    {
      if (error != NULL && maak_error_get_file (*error) == NULL)
        maak_error_set_file (error, DESCRIPTIONS);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* Returns: (transfer full): the same catalogue, with a reference for the caller. */
MaakCatalogue *
maak_catalogue_ref (MaakCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/* Gives up a reference; with the last one the catalogue goes, and its references to datasets. */
void
maak_catalogue_unref (MaakCatalogue *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->datasets);
  maak_region_set_unref (self->regions);
  g_free (self);
}

/* Returns: (transfer none): the region set that all its datasets share. */
MaakRegionSet *
maak_catalogue_get_regions (MaakCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->regions;
}

/* Returns: how many datasets it has. */
guint
maak_catalogue_get_n (MaakCatalogue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->datasets->len;
}

/* Returns: (transfer none): the dataset at a place in the order in which they are offered. */
MaakDataset *
maak_catalogue_get (MaakCatalogue *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->datasets->len, NULL);

  return g_ptr_array_index (self->datasets, index);
}

/* Returns: (transfer none) (nullable): the dataset of this id. */
MaakDataset *
maak_catalogue_lookup (MaakCatalogue *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->datasets->len; i++)
    {
      MaakDataset *dataset = g_ptr_array_index (self->datasets, i);

      if (g_str_equal (maak_dataset_get_id (dataset), id))
        return dataset;
    }
  return NULL;
}

/**
 * maak_catalogue_add:
 * @dataset: referenced; takes the place of one with the same id
 */
void
maak_catalogue_add (MaakCatalogue *self, MaakDataset *dataset)
{
  g_return_if_fail (self != NULL && dataset != NULL);

  for (guint i = 0; i < self->datasets->len; i++)
    if (g_str_equal (maak_dataset_get_id (g_ptr_array_index (self->datasets, i)), maak_dataset_get_id (dataset)))
      {
        maak_dataset_unref (g_ptr_array_index (self->datasets, i));
        g_ptr_array_index (self->datasets, i) = maak_dataset_ref (dataset);
        return;
      }
  g_ptr_array_add (self->datasets, maak_dataset_ref (dataset));
}

/**
 * maak_catalogue_dup_label:
 * @self: datasets
 * @dataset: one of them
 * @language: of the words
 *
 * Returns: (transfer full): its title; where another has the same, with its periods: "Bruto toegevoegde waarde, alle sectoren (2021)"
 */
char *
maak_catalogue_dup_label (MaakCatalogue *self, MaakDataset *dataset, MaakLanguage language)
{
  const char      *title = maak_text_get_best (maak_dataset_get_title (dataset), language);
  gboolean         shared = FALSE;
  guint            n = maak_dataset_get_n_periods (dataset);
  g_autofree char *first = NULL, *last = NULL;

  for (guint i = 0; i < maak_catalogue_get_n (self); i++)
    {
      MaakDataset *other = maak_catalogue_get (self, i);

      shared = shared || (other != dataset && g_str_equal (maak_text_get_best (maak_dataset_get_title (other), language), title));
    }
  if (!shared || n == 0)
    return g_strdup (title);
  first = maak_period_format (maak_dataset_get_period (dataset, 0), language);
  last = maak_period_format (maak_dataset_get_period (dataset, n - 1), language);
  return n == 1 ? g_strdup_printf ("%s (%s)", title, first) : g_strdup_printf ("%s (%s – %s)", title, first, last);
}
