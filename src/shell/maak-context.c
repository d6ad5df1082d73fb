/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* What all windows share. It is made once, when the program starts, from what ships with it and from the templates in the
 * person's own folder; nothing in it changes afterwards, so nobody needs to follow it. A template that is changed or taken
 * away while the program runs is noticed at the next start; plans that use it carry it along. */

#include "shell/maak-context.h"

struct _MaakContext
{
  GObject parent_instance;

  MaakLanguage    language;
  MaakLibrary    *library;
  MaakCatalogue  *catalogue;
  MaakBoundaries *boundaries;
  MaakDrafts     *drafts;
  MaakRecents    *recents;
  GSettings      *settings; /* may be NULL */
  char           *data_folder;
  GPtrArray      *problems; /* of GError, owned */
};

G_DEFINE_FINAL_TYPE (MaakContext, maak_context, G_TYPE_OBJECT)

static void
maak_context_finalize (GObject *object)
{
  MaakContext *self = MAAK_CONTEXT (object);

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->data_folder, g_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->recents);
  g_clear_object (&self->drafts);
  g_clear_pointer (&self->boundaries, maak_boundaries_unref);
  g_clear_pointer (&self->catalogue, maak_catalogue_unref);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (maak_context_parent_class)->finalize (object);
}

static void
maak_context_class_init (MaakContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = maak_context_finalize;
}

static void
maak_context_init (MaakContext *self)
{
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
}

/**
 * maak_context_new:
 * @data_folder: where the program keeps what is the person's; its folder `templates` is read
 * @language: of the interface
 * @settings: (nullable): the person's settings
 *
 * Reads templates, vocabularies, figures and boundaries. Templates of one's own with a fault are left out and told in
 * maak_context_get_problems().
 *
 * Returns: (transfer full): the context; NULL and an error when what ships cannot be read
 */
MaakContext *
maak_context_new (const char  *data_folder,
                  MaakLanguage language,
                  GSettings   *settings,
                  GError     **error)
{
  g_autoptr (MaakContext) self = NULL;
  g_autofree char *templates = NULL;
  g_autofree char *drafts = NULL;
  g_autofree char *recents = NULL;

  g_return_val_if_fail (data_folder != NULL, NULL);

  self = g_object_new (MAAK_TYPE_CONTEXT, NULL);
  templates = g_build_filename (data_folder, "templates", NULL);
  self->language = language;
  self->data_folder = g_strdup (data_folder);
  g_set_object (&self->settings, settings);
  self->library = maak_library_new (templates, self->problems, error);
  if (self->library == NULL)
    return NULL;
  self->catalogue = maak_catalogue_new_shipped (maak_library_get_regions (self->library), error);
  if (self->catalogue == NULL)
    return NULL;
  self->boundaries = maak_boundaries_new_shipped ();
  drafts = g_build_filename (data_folder, "drafts", NULL);
  self->drafts = maak_drafts_new (drafts);
  recents = g_build_filename (data_folder, "recents.json", NULL);
  self->recents = maak_recents_new (recents);
  return g_steal_pointer (&self);
}

/** maak_context_get_language: Returns: the language of the interface */
MaakLanguage
maak_context_get_language (MaakContext *self)
{
  g_return_val_if_fail (MAAK_IS_CONTEXT (self), MAAK_LANGUAGE_NL);

  return self->language;
}

/** maak_context_get_library: Returns: (transfer none): templates and vocabularies, shipped and of one's own */
MaakLibrary *
maak_context_get_library (MaakContext *self)
{
  g_return_val_if_fail (MAAK_IS_CONTEXT (self), NULL);

  return self->library;
}

/** maak_context_get_regions: Returns: (transfer none): the regions */
MaakRegionSet *
maak_context_get_regions (MaakContext *self)
{
  g_return_val_if_fail (MAAK_IS_CONTEXT (self), NULL);

  return maak_library_get_regions (self->library);
}

/** maak_context_get_catalogue: Returns: (transfer none): all datasets at hand */
MaakCatalogue *
maak_context_get_catalogue (MaakContext *self)
{
  g_return_val_if_fail (MAAK_IS_CONTEXT (self), NULL);

  return self->catalogue;
}

/** maak_context_get_boundaries: Returns: (transfer none): the boundaries that ship */
MaakBoundaries *
maak_context_get_boundaries (MaakContext *self)
{
  g_return_val_if_fail (MAAK_IS_CONTEXT (self), NULL);

  return self->boundaries;
}

/** maak_context_get_settings: Returns: (transfer none) (nullable): the person's settings */
GSettings *
maak_context_get_settings (MaakContext *self)
{
  g_return_val_if_fail (MAAK_IS_CONTEXT (self), NULL);

  return self->settings;
}

/** maak_context_get_drafts: Returns: (transfer none): the plans as they are being written */
MaakDrafts *
maak_context_get_drafts (MaakContext *self)
{
  g_return_val_if_fail (MAAK_IS_CONTEXT (self), NULL);

  return self->drafts;
}

/** maak_context_get_recents: Returns: (transfer none): the plans that were opened last */
MaakRecents *
maak_context_get_recents (MaakContext *self)
{
  g_return_val_if_fail (MAAK_IS_CONTEXT (self), NULL);

  return self->recents;
}

/** maak_context_get_data_folder: Returns: (transfer none): where the program keeps what is the person's */
const char *
maak_context_get_data_folder (MaakContext *self)
{
  g_return_val_if_fail (MAAK_IS_CONTEXT (self), NULL);

  return self->data_folder;
}

/** maak_context_get_problems: Returns: (transfer none): of GError, one for each template of one's own that was left out */
GPtrArray *
maak_context_get_problems (MaakContext *self)
{
  g_return_val_if_fail (MAAK_IS_CONTEXT (self), NULL);

  return self->problems;
}
