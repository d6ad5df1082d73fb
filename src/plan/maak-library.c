/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* All templates and vocabularies that a plan may use, in layers: what ships, the user's own folder on top of that, and
 * what a plan embeds on top of those. A layer holds a reference to the one below and never changes it; a name is
 * looked for from the top down, but a layer may not give a name that is below it a new meaning.
 *
 * Making a layer goes in passes over all its templates (read, link, compile), because templates name one another in
 * any order. In the user's folder a bad file must not spoil the good ones: the layer is made, the file that the first
 * error is about is left out and reported, and it is made again, until it succeeds.
 *
 * Once made a library is immutable, and may be read from any thread. */

#include "plan/maak-library-private.h"

#include "plan/maak-template-private.h"
#include "plan/maak-vocabulary-private.h"

#include "base/maak-file.h"

#include <gio/gio.h>

#define TEMPLATES "/nl/maakland/templates/"
#define VOCABULARIES "/nl/maakland/vocabularies/"

enum
{
  MAX_TEMPLATES = 500, /* of one layer; what comes from outside may not multiply without bounds */
};

MAAK_DEFINE_ERROR_DOMAIN (maak_template_error_quark, "maak-template-error")

struct _MaakLibrary
{
  GObject parent_instance;

  MaakLibrary   *base; /* the layer below, or NULL */
  MaakRegionSet *regions;
  MaakTemplate  *unknown;
  GHashTable    *documents;
  GPtrArray     *vocabularies; /* MaakVocabulary *, owned */
  GHashTable    *vocabularies_by_id;
  GPtrArray     *templates; /* MaakTemplate *, owned; this layer's */
  GHashTable    *templates_by_id;
};

G_DEFINE_FINAL_TYPE (MaakLibrary, maak_library, G_TYPE_OBJECT)

/* One file with templates. */
typedef struct
{
  char     *name;
  JsonNode *root;
} SourceFile;

static void
free_source_file (gpointer data)
{
  SourceFile *file = data;

  g_free (file->name);
  g_clear_pointer (&file->root, json_node_unref);
  g_free (file);
}

static void
maak_library_dispose (GObject *object)
{
  MaakLibrary *self = MAAK_LIBRARY (object);

  g_clear_pointer (&self->templates_by_id, g_hash_table_unref);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_pointer (&self->vocabularies_by_id, g_hash_table_unref);
  g_clear_pointer (&self->vocabularies, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_hash_table_unref);
  g_clear_pointer (&self->unknown, maak_template_free);
  g_clear_pointer (&self->regions, maak_region_set_unref);
  g_clear_object (&self->base);

  G_OBJECT_CLASS (maak_library_parent_class)->dispose (object);
}

static void
maak_library_class_init (MaakLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = maak_library_dispose;
}

static void
maak_library_init (MaakLibrary *self)
{
  self->documents = maak_vocabulary_new_documents ();
  self->vocabularies = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_vocabulary_free);
  self->vocabularies_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->templates = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_template_free);
  self->templates_by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

static MaakLibrary *
create (MaakLibrary *base)
{
  MaakLibrary *self = g_object_new (MAAK_TYPE_LIBRARY, NULL);

  if (base != NULL)
    {
      self->base = g_object_ref (base);
      return self;
    }
  self->regions = maak_region_set_new_shipped ();
  self->unknown = maak_template_new_unknown ();
  return self;
}

static gboolean
parse_file (const char *text,
            gsize       length,
            const char *name,
            JsonNode  **root,
            GError    **error)
{
  g_autoptr (GError) cause = NULL;

  *root = maak_json_parse (text, length, &maak_json_limits_template, &cause);
  if (*root != NULL)
    return TRUE;
  maak_template_take_error (name, MAAK_TEMPLATE_ERROR_INVALID, NULL, g_steal_pointer (&cause), error);
  return FALSE;
}

/* The file itself: {"templates": [...]}; each template gets its name before any is read. */
static gboolean
declare_templates (MaakLibrary         *self,
                   const char          *file,
                   gboolean             shipped,
                   const MaakJsonPlace *list,
                   GError             **error)
{
  JsonArray *array;

  if (!maak_json_place_get_array (list, &array, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autoptr (MaakTemplate) template = NULL;
      MaakJsonPlace element, child;
      JsonObject   *object;

      maak_json_place_init_element (&element, list, i, json_array_get_element (array, i));
      template = maak_template_new (maak_template_source_new (file, i, element.node, shipped));
      if (!maak_json_place_get_object (&element, &object, error) ||
          !maak_json_place_require (&element, "id", &child, error) ||
          !maak_template_read_id (&child, &template->id, error))
        return FALSE;
      if (maak_library_lookup (self, template->id) != NULL)
        return maak_template_fail (&child, MAAK_TEMPLATE_ERROR_DUPLICATE, maak_message_new (MAAK_PHRASE_TEMPLATE_TAKEN, MAAK_ARG_STRING, "name", template->id, MAAK_ARG_END), error);
      if (self->templates->len == MAX_TEMPLATES)
        return maak_template_fail (&element, MAAK_TEMPLATE_ERROR_INVALID, maak_message_new (MAAK_PHRASE_TEMPLATE_TOO_MANY, MAAK_ARG_INTEGER, "limit", (gint64) MAX_TEMPLATES, MAAK_ARG_END), error);
      g_hash_table_insert (self->templates_by_id, template->id, template);
      g_ptr_array_add (self->templates, g_steal_pointer (&template));
    }
  return TRUE;
}

static gboolean
declare_file (MaakLibrary *self,
              SourceFile  *file,
              gboolean     shipped,
              GError     **error)
{
  static const char *const members[] = { "templates", NULL };
  g_autoptr (GError) cause = NULL;
  MaakJsonPlace root, list;

  maak_json_place_init_root (&root, file->root);
  if (maak_template_refuse_unknown (&root, members, &cause) &&
      maak_json_place_require (&root, "templates", &list, &cause) &&
      declare_templates (self, file->name, shipped, &list, &cause))
    return TRUE;
  maak_template_take_error (file->name, MAAK_TEMPLATE_ERROR_INVALID, NULL, g_steal_pointer (&cause), error);
  return FALSE;
}

/* More than one root would leave it open which describes a plan. */
static gboolean
check_plan_templates (MaakLibrary *self,
                      GError     **error)
{
  const MaakTemplate *found = self->base != NULL ? maak_library_get_plan_template (self->base) : NULL;

  for (guint i = 0; i < self->templates->len; i++)
    {
      const MaakTemplate *template = g_ptr_array_index (self->templates, i);

      if (template->kind != MAAK_KIND_PLAN)
        continue;
      if (found != NULL)
        {
          g_autofree char *path = g_strdup_printf ("templates[%u].kind", template->source->index);

          return maak_template_fail_at (template->source, path, MAAK_TEMPLATE_ERROR_DUPLICATE, maak_message_new (MAAK_PHRASE_TEMPLATE_TWO_PLANS, MAAK_ARG_STRING, "name", found->id, MAAK_ARG_END), error);
        }
      found = template;
    }
  return TRUE;
}

static gboolean
finish_templates (MaakLibrary *self,
                  GError     **error)
{
  static gboolean (*const passes[]) (MaakTemplate *, MaakLibrary *, GError **) = { maak_template_read, maak_template_link, maak_template_compile };

  for (guint pass = 0; pass < G_N_ELEMENTS (passes); pass++)
    {
      for (guint i = 0; i < self->templates->len; i++)
        {
          if (!passes[pass](g_ptr_array_index (self->templates, i), self, error))
            return FALSE;
        }
    }
  for (guint i = 0; i < self->templates->len; i++)
    {
      if (!maak_template_check_circles (g_ptr_array_index (self->templates, i), error))
        return FALSE;
    }
  return check_plan_templates (self, error);
}

static gboolean
load_files (MaakLibrary *self,
            GPtrArray   *files,
            gboolean     shipped,
            GError     **error)
{
  for (guint i = 0; i < files->len; i++)
    {
      if (!declare_file (self, g_ptr_array_index (files, i), shipped, error))
        return FALSE;
    }
  return finish_templates (self, error);
}

static gboolean
load_vocabulary (MaakLibrary *self,
                 const char  *name,
                 JsonNode    *node,
                 GError     **error)
{
  g_autoptr (MaakVocabulary) vocabulary = NULL;
  g_autoptr (GError) cause = NULL;
  MaakJsonPlace root, child;

  maak_json_place_init_root (&root, node);
  if (JSON_NODE_HOLDS_OBJECT (node) && maak_json_place_lookup (&root, "documents", &child))
    {
      if (maak_vocabulary_read_documents (&child, self->documents, &cause))
        return TRUE;
    }
  else
    vocabulary = maak_vocabulary_new_from_json (&root, self->documents, &cause);
  if (vocabulary != NULL && g_hash_table_contains (self->vocabularies_by_id, maak_vocabulary_get_id (vocabulary)))
    {
      maak_json_place_init_member (&child, &root, "vocabulary", node);
      maak_template_fail (&child, MAAK_TEMPLATE_ERROR_DUPLICATE, maak_message_new (MAAK_PHRASE_TEMPLATE_TWICE, MAAK_ARG_STRING, "name", maak_vocabulary_get_id (vocabulary), MAAK_ARG_END), &cause);
    }
  if (cause != NULL)
    {
      maak_template_take_error (name, MAAK_TEMPLATE_ERROR_INVALID, NULL, g_steal_pointer (&cause), error);
      return FALSE;
    }
  g_hash_table_insert (self->vocabularies_by_id, (gpointer) maak_vocabulary_get_id (vocabulary), vocabulary);
  g_ptr_array_add (self->vocabularies, g_steal_pointer (&vocabulary));
  return TRUE;
}

/* Names of the resources in a folder, in alphabetical order, the papers first, as vocabularies name them. */
static GPtrArray *
list_resources (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) children = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; children != NULL && children[i] != NULL; i++)
    g_ptr_array_add (names, g_strdup (children[i]));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    {
      if (strcmp (g_ptr_array_index (names, i), "documents.json") == 0)
        g_ptr_array_insert (names, 0, g_ptr_array_steal_index (names, i));
    }
  return names;
}

static gboolean
load_resource (const char *folder,
               const char *name,
               JsonNode  **root,
               GError    **error)
{
  g_autofree char *path = g_strconcat (folder, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL && parse_file (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), name, root, error);
}

static MaakLibrary *
load_shipped (GError **error)
{
  g_autoptr (MaakLibrary) self = create (NULL);
  g_autoptr (GPtrArray) vocabularies = list_resources (VOCABULARIES);
  g_autoptr (GPtrArray) templates = list_resources (TEMPLATES);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (free_source_file);

  for (guint i = 0; i < vocabularies->len; i++)
    {
      g_autoptr (JsonNode) root = NULL;
      const char *name = g_ptr_array_index (vocabularies, i);

      if (!load_resource (VOCABULARIES, name, &root, error) || !load_vocabulary (self, name, root, error))
        return NULL;
    }
  for (guint i = 0; i < templates->len; i++)
    {
      SourceFile *file = g_new0 (SourceFile, 1);

      g_ptr_array_add (files, file);
      file->name = g_strdup (g_ptr_array_index (templates, i));
      if (!load_resource (TEMPLATES, file->name, &file->root, error))
        return NULL;
    }
  if (!load_files (self, files, TRUE, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
report_problem (GPtrArray *problems,
                GError    *problem_taken)
{
  if (problems != NULL)
    g_ptr_array_add (problems, problem_taken);
  else
    g_error_free (problem_taken);
}

static void
read_user_file (const char *path,
                GPtrArray  *files,
                GPtrArray  *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = maak_file_read (path, maak_json_limits_template.bytes, NULL, &error);
  SourceFile *file;

  if (bytes == NULL)
    {
      g_autoptr (GError) problem = NULL;

      maak_template_take_error (path, MAAK_TEMPLATE_ERROR_INVALID, NULL, g_steal_pointer (&error), &problem);
      report_problem (problems, g_steal_pointer (&problem));
      return;
    }
  file = g_new0 (SourceFile, 1);
  file->name = g_strdup (path);
  if (parse_file (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), path, &file->root, &error))
    g_ptr_array_add (files, file);
  else
    {
      free_source_file (file);
      report_problem (problems, g_steal_pointer (&error));
    }
}

static GPtrArray *
list_user_files (const char *folder,
                 GPtrArray  *problems)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (free_source_file);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      if (g_str_has_suffix (name, ".json") && *name != '.')
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  g_ptr_array_sort_values (paths, (GCompareFunc) strcmp);
  for (guint i = 0; i < paths->len; i++)
    read_user_file (g_ptr_array_index (paths, i), files, problems);
  return files;
}

/* Which of @files the @error is about; the last where it does not say. */
static guint
find_culprit (GPtrArray    *files,
              const GError *error)
{
  const char *name = maak_error_get_file (error);

  for (guint i = 0; name != NULL && i < files->len; i++)
    {
      const SourceFile *file = g_ptr_array_index (files, i);

      if (strcmp (file->name, name) == 0)
        return i;
    }
  return files->len - 1;
}

static MaakLibrary *
load_user_layer (MaakLibrary *shipped,
                 GPtrArray   *files,
                 GPtrArray   *problems)
{
  while (files->len > 0)
    {
      g_autoptr (MaakLibrary) self = create (shipped);
      g_autoptr (GError) error = NULL;

      if (load_files (self, files, FALSE, &error))
        return g_steal_pointer (&self);
      g_ptr_array_remove_index (files, find_culprit (files, error));
      report_problem (problems, g_steal_pointer (&error));
    }
  return g_object_ref (shipped);
}

/**
 * maak_library_new:
 * @folder: (nullable): the user's templates; need not exist
 * @problems: (nullable) (element-type GError): gets an error with file and path for each file of @folder that was
 *   left out: one that cannot be read, has a fault, or gives a name that ships another meaning
 *
 * Loads what ships, and @folder on top of it.
 *
 * Returns: (transfer full): the library; NULL and a MAAK_TEMPLATE_ERROR when what ships is faulty
 */
MaakLibrary *
maak_library_new (const char *folder,
                  GPtrArray  *problems,
                  GError    **error)
{
  g_autoptr (MaakLibrary) shipped = load_shipped (error);
  g_autoptr (GPtrArray) files = NULL;

  if (shipped == NULL || folder == NULL)
    return g_steal_pointer (&shipped);

  files = list_user_files (folder, problems);
  return load_user_layer (shipped, files, problems);
}

/**
 * maak_library_new_with_embedded:
 * @base: the library that plans share
 * @templates: (nullable): those that came with a plan; what @base has already is passed over
 *
 * Returns: (transfer full): a library for that plan, or @base when it needs none of its own; NULL and a
 *   MAAK_TEMPLATE_ERROR with a path from `templates` on when one is faulty
 */
MaakLibrary *
maak_library_new_with_embedded (MaakLibrary *base,
                                JsonArray   *templates,
                                GError     **error)
{
  g_autoptr (MaakLibrary) self = NULL;
  g_autoptr (GError) cause = NULL;
  g_autoptr (JsonNode) node = NULL;
  MaakJsonPlace root, list;

  g_return_val_if_fail (MAAK_IS_LIBRARY (base), NULL);

  self = create (base);
  node = json_node_new (JSON_NODE_ARRAY);
  maak_json_place_init_root (&root, node);
  maak_json_place_init_member (&list, &root, "templates", node);
  for (guint i = 0; templates != NULL && i < json_array_get_length (templates); i++)
    {
      g_autoptr (MaakTemplate) template = NULL;
      MaakJsonPlace element, child;
      JsonObject   *object;

      maak_json_place_init_element (&element, &list, i, json_array_get_element (templates, i));
      template = maak_template_new (maak_template_source_new (NULL, i, element.node, FALSE));
      if (!maak_json_place_get_object (&element, &object, &cause) ||
          !maak_json_place_require (&element, "id", &child, &cause) ||
          !maak_template_read_id (&child, &template->id, &cause) ||
          (g_hash_table_contains (self->templates_by_id, template->id) &&
           !maak_template_fail (&child, MAAK_TEMPLATE_ERROR_DUPLICATE, maak_message_new (MAAK_PHRASE_TEMPLATE_TWICE, MAAK_ARG_STRING, "name", template->id, MAAK_ARG_END), &cause)) ||
          (self->templates->len == MAX_TEMPLATES &&
           !maak_template_fail (&element, MAAK_TEMPLATE_ERROR_INVALID, maak_message_new (MAAK_PHRASE_TEMPLATE_TOO_MANY, MAAK_ARG_INTEGER, "limit", (gint64) MAX_TEMPLATES, MAAK_ARG_END), &cause)))
        {
          maak_template_take_error (NULL, MAAK_TEMPLATE_ERROR_INVALID, NULL, g_steal_pointer (&cause), error);
          return NULL;
        }
      if (maak_library_lookup (base, template->id) != NULL)
        continue;
      g_hash_table_insert (self->templates_by_id, template->id, template);
      g_ptr_array_add (self->templates, g_steal_pointer (&template));
    }
  if (self->templates->len == 0)
    return g_object_ref (base);
  if (!finish_templates (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * maak_library_new_from_json:
 * @template_texts: (nullable): NULL-terminated texts as template files hold
 * @vocabulary_texts: (nullable): NULL-terminated texts as vocabulary files hold, or the file of documents
 *
 * Makes a library of given texts and nothing that ships but the regions. Its templates count as shipped.
 *
 * Returns: (transfer full): the library; NULL and a MAAK_TEMPLATE_ERROR whose file is `template-0`, `vocabulary-0`, ...
 */
MaakLibrary *
maak_library_new_from_json (const char *const *template_texts,
                            const char *const *vocabulary_texts,
                            GError           **error)
{
  g_autoptr (MaakLibrary) self = create (NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (free_source_file);

  for (guint i = 0; vocabulary_texts != NULL && vocabulary_texts[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("vocabulary-%u", i);
      g_autoptr (JsonNode) root = NULL;

      if (!parse_file (vocabulary_texts[i], strlen (vocabulary_texts[i]), name, &root, error) || !load_vocabulary (self, name, root, error))
        return NULL;
    }
  for (guint i = 0; template_texts != NULL && template_texts[i] != NULL; i++)
    {
      SourceFile *file = g_new0 (SourceFile, 1);

      g_ptr_array_add (files, file);
      file->name = g_strdup_printf ("template-%u", i);
      if (!parse_file (template_texts[i], strlen (template_texts[i]), file->name, &file->root, error))
        return NULL;
    }
  if (!load_files (self, files, TRUE, error))
    return NULL;
  return g_steal_pointer (&self);
}

/** maak_library_lookup_mutable: as maak_library_lookup(), while the library is made. */
MaakTemplate *
maak_library_lookup_mutable (MaakLibrary *self,
                             const char  *template_id)
{
  for (MaakLibrary *layer = self; layer != NULL; layer = layer->base)
    {
      MaakTemplate *template = g_hash_table_lookup (layer->templates_by_id, template_id);

      if (template != NULL)
        return template;
    }
  return NULL;
}

/**
 * maak_library_lookup:
 * @template_id: id of a template
 *
 * Returns: (transfer none) (nullable): the template
 */
const MaakTemplate *
maak_library_lookup (MaakLibrary *self,
                     const char  *template_id)
{
  g_return_val_if_fail (MAAK_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (template_id != NULL, NULL);

  return maak_library_lookup_mutable (self, template_id);
}

/** maak_library_get_plan_template: Returns: (transfer none) (nullable): the template of the root of a plan */
const MaakTemplate *
maak_library_get_plan_template (MaakLibrary *self)
{
  g_return_val_if_fail (MAAK_IS_LIBRARY (self), NULL);

  for (MaakLibrary *layer = self; layer != NULL; layer = layer->base)
    {
      for (guint i = 0; i < layer->templates->len; i++)
        {
          const MaakTemplate *template = g_ptr_array_index (layer->templates, i);

          if (template->kind == MAAK_KIND_PLAN)
            return template;
        }
    }
  return NULL;
}

/** maak_library_get_n_templates: Returns: how many templates there are in all layers */
guint
maak_library_get_n_templates (MaakLibrary *self)
{
  g_return_val_if_fail (MAAK_IS_LIBRARY (self), 0);

  return self->templates->len + (self->base != NULL ? maak_library_get_n_templates (self->base) : 0);
}

/**
 * maak_library_get_template:
 * @index: from 0; what ships first, in the order of files
 *
 * Returns: (transfer none): the template
 */
const MaakTemplate *
maak_library_get_template (MaakLibrary *self,
                           guint        index)
{
  guint below;

  g_return_val_if_fail (MAAK_IS_LIBRARY (self), NULL);

  below = self->base != NULL ? maak_library_get_n_templates (self->base) : 0;
  if (index < below)
    return maak_library_get_template (self->base, index);
  g_return_val_if_fail (index - below < self->templates->len, NULL);
  return g_ptr_array_index (self->templates, index - below);
}

/** maak_library_get_unknown_template: Returns: (transfer none): the one that stands in for templates known nowhere */
const MaakTemplate *
maak_library_get_unknown_template (MaakLibrary *self)
{
  while (self->base != NULL)
    self = self->base;
  return self->unknown;
}

/**
 * maak_library_lookup_vocabulary:
 * @id: id of a vocabulary
 *
 * Returns: (transfer none) (nullable): the vocabulary
 */
const MaakVocabulary *
maak_library_lookup_vocabulary (MaakLibrary *self,
                                const char  *id)
{
  g_return_val_if_fail (MAAK_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  while (self->base != NULL)
    self = self->base;
  return g_hash_table_lookup (self->vocabularies_by_id, id);
}

/** maak_library_get_n_vocabularies: Returns: how many vocabularies there are */
guint
maak_library_get_n_vocabularies (MaakLibrary *self)
{
  g_return_val_if_fail (MAAK_IS_LIBRARY (self), 0);

  while (self->base != NULL)
    self = self->base;
  return self->vocabularies->len;
}

/**
 * maak_library_get_vocabulary:
 * @index: from 0, in the order of files
 *
 * Returns: (transfer none): the vocabulary
 */
const MaakVocabulary *
maak_library_get_vocabulary (MaakLibrary *self,
                             guint        index)
{
  g_return_val_if_fail (MAAK_IS_LIBRARY (self), NULL);

  while (self->base != NULL)
    self = self->base;
  g_return_val_if_fail (index < self->vocabularies->len, NULL);
  return g_ptr_array_index (self->vocabularies, index);
}

/**
 * maak_library_lookup_paper:
 * @id: id of a paper that terms name as their source
 *
 * Returns: (transfer none) (nullable): the paper
 */
const MaakPaper *
maak_library_lookup_paper (MaakLibrary *self,
                           const char  *id)
{
  g_return_val_if_fail (MAAK_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  while (self->base != NULL)
    self = self->base;
  return g_hash_table_lookup (self->documents, id);
}

/** maak_library_get_regions: Returns: (transfer none): the regions whose codes plans use */
MaakRegionSet *
maak_library_get_regions (MaakLibrary *self)
{
  g_return_val_if_fail (MAAK_IS_LIBRARY (self), NULL);

  while (self->base != NULL)
    self = self->base;
  return self->regions;
}
