/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The plans that were opened last: path, title, region, state and when, so that the Start page can show them without opening any.
 *
 * The list is a convenience and never in the way: a file that is missing, damaged or of another version is an empty list, and is written
 * anew at the next plan that is opened. A plan that is not where it was stays in the list, because a network drive may come back; whoever
 * shows it says so. Another window or program may write the same file: so it is read again before each change.
 */
#include "store/maak-recents.h"

#include "base/maak-file.h"
#include "json/maak-json.h"

#include <sys/stat.h>

#define FORMAT "maakland-recents"
#define VERSION 1

struct _MaakRecents
{
  GObject    parent_instance;
  char      *path;
  GPtrArray *list; /* of MaakRecent */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaakRecents, maak_recents, G_TYPE_OBJECT)

static void
free_recent (gpointer data)
{
  MaakRecent *recent = data;

  g_free ((char *) recent->path);
  g_clear_pointer (&recent->title, maak_text_unref);
  g_free ((char *) recent->region);
  g_free ((char *) recent->state);
  g_free (recent);
}

static MaakRecent *
copy_recent (const MaakRecent *recent)
{
  MaakRecent *copy = g_new0 (MaakRecent, 1);

  copy->path = g_canonicalize_filename (recent->path, NULL);
  copy->title = recent->title != NULL ? maak_text_ref (recent->title) : NULL;
  copy->region = g_strdup (recent->region);
  copy->state = g_strdup (recent->state);
  copy->opened = recent->opened;
  return copy;
}

/* --- Reading --- */

static char *
dup_string (const MaakJsonPlace *place, const char *member)
{
  MaakJsonPlace child;
  const char   *string;

  return maak_json_place_lookup (place, member, &child) && maak_json_place_get_string (&child, &string, NULL) ? g_strdup (string) : NULL;
}

/* NULL: it is none. */
static MaakRecent *
read_recent (const MaakJsonPlace *place)
{
  g_autofree char *uri = JSON_NODE_HOLDS_OBJECT (place->node) ? dup_string (place, "file") : NULL;
  char            *path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  MaakJsonPlace    child;
  MaakRecent      *recent;

  if (path == NULL)
    return NULL;
  recent = g_new0 (MaakRecent, 1);
  recent->path = path;
  if (maak_json_place_lookup (place, "title", &child))
    maak_json_place_get_text (&child, &recent->title, NULL);
  recent->region = dup_string (place, "region");
  recent->state = dup_string (place, "state");
  if (maak_json_place_lookup (place, "opened", &child))
    maak_json_place_get_integer (&child, &recent->opened, NULL);
  return recent;
}

static void
load (MaakRecents *self)
{
  g_autoptr (GBytes) bytes = maak_file_read (self->path, maak_json_limits_template.bytes, NULL, NULL);
  g_autoptr (JsonNode) node = bytes != NULL ? maak_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &maak_json_limits_template, NULL) : NULL;
  g_autofree char *format = NULL;
  MaakJsonPlace    root, list;
  JsonArray       *array;

  g_ptr_array_set_size (self->list, 0);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  maak_json_place_init_root (&root, node);
  format = dup_string (&root, "format");
  if (g_strcmp0 (format, FORMAT) != 0 || !maak_json_place_lookup (&root, "recents", &list) || !maak_json_place_get_array (&list, &array, NULL))
    return;
  for (guint i = 0; i < json_array_get_length (array) && self->list->len < MAAK_RECENTS_MAX; i++)
    {
      MaakJsonPlace element;
      MaakRecent   *recent;
      maak_json_place_init_element (&element, &list, i, json_array_get_element (array, i));
      recent = read_recent (&element);
      if (recent != NULL)
        g_ptr_array_add (self->list, recent);
    }
}

/* --- Writing --- */

static void
write_string (MaakJsonWriter *writer, const char *member, const char *string)
{
  if (string == NULL)
    return;
  maak_json_writer_name (writer, member);
  maak_json_writer_string (writer, string);
}

static void
write_recent (MaakJsonWriter *writer, const MaakRecent *recent)
{
  g_autofree char *uri = g_filename_to_uri (recent->path, NULL, NULL);

  maak_json_writer_begin_object (writer);
  write_string (writer, "file", uri);
  if (recent->title != NULL)
    {
      maak_json_writer_name (writer, "title");
      maak_json_writer_text (writer, recent->title);
    }
  write_string (writer, "region", recent->region);
  write_string (writer, "state", recent->state);
  maak_json_writer_name (writer, "opened");
  maak_json_writer_integer (writer, recent->opened);
  maak_json_writer_end_object (writer);
}

static gboolean
store (MaakRecents *self, GError **error)
{
  g_autoptr (MaakJsonWriter) writer = maak_json_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *folder = g_path_get_dirname (self->path);

  maak_json_writer_begin_object (writer);
  write_string (writer, "format", FORMAT);
  maak_json_writer_name (writer, "version");
  maak_json_writer_integer (writer, VERSION);
  maak_json_writer_name (writer, "recents");
  maak_json_writer_begin_array (writer);
  for (guint i = 0; i < self->list->len; i++)
    write_recent (writer, g_ptr_array_index (self->list, i));
  maak_json_writer_end_array (writer);
  maak_json_writer_end_object (writer);
  bytes = maak_json_writer_end (writer);
  g_mkdir_with_parents (folder, 0700);
  return maak_file_replace (self->path, bytes, NULL, NULL, error);
}

static void
take_out (MaakRecents *self, const char *path)
{
  for (guint i = self->list->len; i > 0; i--)
    if (maak_file_is_same (((MaakRecent *) g_ptr_array_index (self->list, i - 1))->path, path))
      g_ptr_array_remove_index (self->list, i - 1);
}

/**
 * maak_recents_add:
 * @recent: a plan that was opened or saved now; copied
 * @error: a MaakFileErrorCode
 *
 * Puts it first, once, and leaves out what is too old.
 *
 * Returns: FALSE when the list could not be written; it holds @recent all the same
 */
gboolean
maak_recents_add (MaakRecents *self, const MaakRecent *recent, GError **error)
{
  MaakRecent *copy;
  gboolean    stored;

  g_return_val_if_fail (MAAK_IS_RECENTS (self) && recent != NULL && recent->path != NULL, FALSE);

  copy = copy_recent (recent);
  load (self);
  take_out (self, copy->path);
  g_ptr_array_insert (self->list, 0, copy);
  if (self->list->len > MAAK_RECENTS_MAX)
    g_ptr_array_set_size (self->list, MAAK_RECENTS_MAX);
  stored = store (self, error);
  g_signal_emit (self, signals[CHANGED], 0);
  return stored;
}

/**
 * maak_recents_remove:
 * @path: of a plan that shall not be shown any more; the plan itself is left alone
 *
 * Returns: FALSE and a MaakFileErrorCode when the list could not be written
 */
gboolean
maak_recents_remove (MaakRecents *self, const char *path, GError **error)
{
  g_autofree char *own = NULL;
  gboolean         stored;

  g_return_val_if_fail (MAAK_IS_RECENTS (self) && path != NULL, FALSE);

  /* It may be that of an entry. */
  own = g_strdup (path);
  load (self);
  take_out (self, own);
  stored = store (self, error);
  g_signal_emit (self, signals[CHANGED], 0);
  return stored;
}

/** maak_recents_get_n: Returns: how many there are, at most MAAK_RECENTS_MAX */
guint
maak_recents_get_n (MaakRecents *self)
{
  g_return_val_if_fail (MAAK_IS_RECENTS (self), 0);

  return self->list->len;
}

/** maak_recents_get: Returns: (transfer none): one of them; the latest is 0 */
const MaakRecent *
maak_recents_get (MaakRecents *self, guint index)
{
  g_return_val_if_fail (MAAK_IS_RECENTS (self) && index < self->list->len, NULL);

  return g_ptr_array_index (self->list, index);
}

/** maak_recents_is_missing: Returns: whether the plan is not where it was; asks the disk */
gboolean
maak_recents_is_missing (MaakRecents *self, guint index)
{
  const MaakRecent *recent = maak_recents_get (self, index);
  struct stat       info;

  return recent != NULL && (stat (recent->path, &info) < 0 || !S_ISREG (info.st_mode));
}

/* --- The object --- */

static void
maak_recents_finalize (GObject *object)
{
  MaakRecents *self = MAAK_RECENTS (object);

  g_ptr_array_unref (self->list);
  g_free (self->path);
  G_OBJECT_CLASS (maak_recents_parent_class)->finalize (object);
}

static void
maak_recents_class_init (MaakRecentsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = maak_recents_finalize;
  signals[CHANGED] = g_signal_new ("changed", MAAK_TYPE_RECENTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
maak_recents_init (MaakRecents *self)
{
  self->list = g_ptr_array_new_with_free_func (free_recent);
}

/**
 * maak_recents_new:
 * @path: of the file that holds the list; made when the first plan is opened
 *
 * Returns: (transfer full): the list as it was kept
 */
MaakRecents *
maak_recents_new (const char *path)
{
  MaakRecents *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (MAAK_TYPE_RECENTS, NULL);
  self->path = g_strdup (path);
  load (self);
  return self;
}
