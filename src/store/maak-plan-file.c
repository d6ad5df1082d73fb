/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * A plan in a file: {"format", "version", "id", "revisions", "templates", "plan", and members that are not known here}.
 *
 * Invariants: what is written is what is read back (every save reads its own bytes first); a file that somebody else wrote since
 * it was read is never overwritten (MaakFileMark); what is not known is kept; a file of a newer version is read as far as this
 * program understands it, and never written. The chain of revisions grows only when the content changed, so saving twice gives
 * the same bytes; the last 100 are kept.
 *
 * Paths in errors are those of the plan ("proposals[2].title"), as everywhere: the member "plan" of the file is left out.
 * To save on another thread, a frozen copy of the plan and its file is saved there, and then says what became of it
 * (maak_plan_file_adopt()): nothing that changes is seen by two threads. For drafts there is the text in parts, of which only
 * what was edited is written again.
 *
 * Keeping earlier versions and drafts, and merging, is not done here.
 */
#include "store/maak-plan-file-private.h"

#include "store/maak-migration.h"
#include "json/maak-json.h"

#include <string.h>

#define FORMAT "maakland-plan"
#define MAX_REVISIONS 100
#define MAX_PARENTS 8

MAAK_DEFINE_ERROR_DOMAIN (maak_store_error_quark, "maak-store-error")

G_DEFINE_FINAL_TYPE (MaakPlanFile, maak_plan_file, G_TYPE_OBJECT)

/* --- Members that are not known here --- */

/* Those of an object that are not `known`; NULL when there are none. The caller owns them. */
static JsonObject *
dup_unknown (JsonObject *object, const char *const *known)
{
  g_autoptr (GList) members = json_object_get_members (object);
  JsonObject *unknown = NULL;

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      {
        if (unknown == NULL)
          unknown = json_object_new ();
        json_object_set_member (unknown, l->data, json_node_copy (json_object_get_member (object, l->data)));
      }
  return unknown;
}

static void
write_unknown (JsonObject *unknown, MaakJsonWriter *writer)
{
  g_autoptr (GList) members = unknown != NULL ? json_object_get_members (unknown) : NULL;

  for (GList *l = members; l != NULL; l = l->next)
    {
      maak_json_writer_name (writer, l->data);
      maak_json_writer_node (writer, json_object_get_member (unknown, l->data));
    }
}

/* --- Revisions --- */

/* A revision as the chain holds it. Reference-counted; once in a chain it is never changed. */
typedef struct
{
  MaakRevision revision; /* the first member: one may stand for the other */
  JsonObject  *unknown;  /* its members that are not known here; NULL: none */
} Revision;

static void
revision_clear (gpointer data)
{
  MaakRevision *revision = data;

  g_clear_pointer (&((Revision *) data)->unknown, json_object_unref);
  g_free ((char *) revision->hash);
  g_strfreev ((char **) revision->parents);
  g_free ((char *) revision->time);
  g_free ((char *) revision->author);
  g_free ((char *) revision->program);
}

/* Gives up a reference to a revision of the chain. */
void
maak_plan_file_release_revision (gpointer data)
{
  g_atomic_rc_box_release_full (data, revision_clear);
}

static gboolean
read_hash (const MaakJsonPlace *place, char **hash, GError **error)
{
  const char *string;

  if (!maak_json_place_get_string (place, &string, error))
    return FALSE;
  if (strlen (string) != 64 || strspn (string, "0123456789abcdef") != 64)
    {
      maak_json_place_set_error (place, error, MAAK_JSON_ERROR_VALUE, maak_message_new (MAAK_PHRASE_STORE_NOT_HASH, MAAK_ARG_END));
      return FALSE;
    }
  *hash = g_strdup (string);
  return TRUE;
}

static gboolean
read_parents (const MaakJsonPlace *place, MaakRevision *revision, GError **error)
{
  g_autoptr (GStrvBuilder) parents = g_strv_builder_new ();
  MaakJsonPlace child;
  JsonArray    *array = NULL;

  if (maak_json_place_lookup (place, "parents", &child) && !maak_json_place_get_array (&child, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *hash = NULL;
      MaakJsonPlace    element;
      maak_json_place_init_element (&element, &child, i, json_array_get_element (array, i));
      if (!read_hash (&element, &hash, error))
        return FALSE;
      if (i < MAX_PARENTS)
        g_strv_builder_add (parents, hash);
    }
  revision->parents = (const char *const *) g_strv_builder_end (parents);
  return TRUE;
}

static gboolean
read_optional (const MaakJsonPlace *place, const char *member, const char **string, GError **error)
{
  MaakJsonPlace child;
  const char   *found;

  if (!maak_json_place_lookup (place, member, &child))
    return TRUE;
  if (!maak_json_place_get_string (&child, &found, error))
    return FALSE;
  *string = g_strdup (found);
  return TRUE;
}

static gboolean
read_revision (MaakPlanFile *self, const MaakJsonPlace *place, GError **error)
{
  static const char *const known[] = { "hash", "parents", "time", "author", "program", NULL };
  Revision                *kept = g_atomic_rc_box_new0 (Revision);
  MaakRevision            *revision = &kept->revision;
  JsonObject              *object;
  MaakJsonPlace            hash;

  g_ptr_array_add (self->revisions, revision);
  if (!maak_json_place_get_object (place, &object, error))
    return FALSE;
  kept->unknown = dup_unknown (object, known);
  return maak_json_place_require (place, "hash", &hash, error) &&
         read_hash (&hash, (char **) &revision->hash, error) && read_parents (place, revision, error) && read_optional (place, "time", &revision->time, error) &&
         read_optional (place, "author", &revision->author, error) && read_optional (place, "program", &revision->program, error);
}

static gboolean
read_revisions (MaakPlanFile *self, const MaakJsonPlace *root, GError **error)
{
  MaakJsonPlace place;
  JsonArray    *array;

  if (!maak_json_place_lookup (root, "revisions", &place))
    return TRUE;
  if (!maak_json_place_get_array (&place, &array, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      MaakJsonPlace element;
      maak_json_place_init_element (&element, &place, i, json_array_get_element (array, i));
      if (!read_revision (self, &element, error))
        return FALSE;
    }
  return TRUE;
}

static void
write_optional (MaakJsonWriter *writer, const char *member, const char *string)
{
  if (string == NULL)
    return;
  maak_json_writer_name (writer, member);
  maak_json_writer_string (writer, string);
}

static void
write_revision (MaakJsonWriter *writer, const MaakRevision *revision)
{
  maak_json_writer_begin_object (writer);
  write_optional (writer, "hash", revision->hash);
  if (revision->parents != NULL && revision->parents[0] != NULL)
    {
      maak_json_writer_name (writer, "parents");
      maak_json_writer_begin_array (writer);
      for (guint i = 0; revision->parents[i] != NULL; i++)
        maak_json_writer_string (writer, revision->parents[i]);
      maak_json_writer_end_array (writer);
    }
  write_optional (writer, "time", revision->time);
  write_optional (writer, "author", revision->author);
  write_optional (writer, "program", revision->program);
  write_unknown (((const Revision *) revision)->unknown, writer);
  maak_json_writer_end_object (writer);
}

/* --- Writing --- */

/* How many objects are around the member "plan". */
#define PLAN_DEPTH 1

/* Where the text of the plan comes from: pieces that follow it, or what was written a moment ago; neither: it is written. */
typedef struct
{
  MaakPlanPieces *pieces;
  GHashTable     *texts; /* as maak_json_writer_set_pieces() wants them */
} Source;

static void
write_content (MaakPlanFile *self, Source source, MaakJsonWriter *writer)
{
  MaakRecord *root = maak_plan_get_root (self->plan);
  JsonNode   *templates = maak_plan_dup_embedded (self->plan);

  if (templates != NULL)
    {
      maak_json_writer_name (writer, "templates");
      maak_json_writer_node (writer, templates);
      json_node_unref (templates);
    }
  maak_json_writer_name (writer, "plan");
  if (source.pieces != NULL)
    {
      maak_plan_pieces_write (source.pieces, PLAN_DEPTH, writer);
      return;
    }
  if (source.texts != NULL)
    maak_json_writer_set_pieces (writer, source.texts);
  maak_record_write (root, maak_library_get_plan_template (maak_plan_get_library (self->plan)), writer);
}

/* The text of the root, for a save, which needs it twice: for the hash and for the file. */
static GHashTable *
write_root (MaakPlanFile *self)
{
  GHashTable *texts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_bytes_unref);
  MaakRecord *root = maak_plan_get_root (self->plan);
  g_autoptr (MaakJsonWriter) writer = maak_json_writer_new_within (PLAN_DEPTH);

  maak_record_write (root, maak_library_get_plan_template (maak_plan_get_library (self->plan)), writer);
  g_hash_table_insert (texts, root, maak_json_writer_end (writer));
  return texts;
}

/* Of what a person made: templates and plan. */
static char *
hash_content (MaakPlanFile *self, GHashTable *texts)
{
  g_autoptr (MaakJsonWriter) writer = maak_json_writer_new ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) parts = NULL;

  maak_json_writer_begin_object (writer);
  write_content (self, (Source) { .texts = texts }, writer);
  maak_json_writer_end_object (writer);
  parts = maak_json_writer_end_parts (writer);
  for (guint i = 0; i < parts->len; i++)
    {
      gsize         size;
      const guchar *data = g_bytes_get_data (g_ptr_array_index (parts, i), &size);
      g_checksum_update (checksum, data, (gssize) size);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static MaakRevision *
make_revision (MaakPlanFile *self, GHashTable *texts, const MaakRevisionInfo *info)
{
  const MaakRevision *last = self->revisions->len > 0 ? g_ptr_array_index (self->revisions, self->revisions->len - 1) : NULL;
  g_autofree char    *hash = hash_content (self, texts);
  MaakRevision       *revision;

  if (last != NULL && g_str_equal (last->hash, hash))
    return NULL;
  revision = (MaakRevision *) g_atomic_rc_box_new0 (Revision);
  revision->hash = g_steal_pointer (&hash);
  revision->parents = (const char *const *) g_strdupv (last != NULL ? (char *[]) { (char *) last->hash, NULL } : (char *[]) { NULL });
  revision->time = info != NULL ? g_strdup (info->time) : NULL;
  revision->author = info != NULL ? g_strdup (info->author) : NULL;
  revision->program = info != NULL ? g_strdup (info->program) : NULL;
  return revision;
}

static void
write_revisions (MaakPlanFile *self, const MaakRevision *next, MaakJsonWriter *writer)
{
  guint n = self->revisions->len + (next != NULL ? 1 : 0);
  guint first = n > MAX_REVISIONS ? n - MAX_REVISIONS : 0;

  maak_json_writer_name (writer, "revisions");
  maak_json_writer_begin_array (writer);
  for (guint i = first; i < self->revisions->len; i++)
    write_revision (writer, g_ptr_array_index (self->revisions, i));
  if (next != NULL)
    write_revision (writer, next);
  maak_json_writer_end_array (writer);
}

static void
write_all (MaakPlanFile *self, const MaakRevision *next, Source source, MaakJsonWriter *writer)
{
  maak_json_writer_begin_object (writer);
  maak_json_writer_name (writer, "format");
  maak_json_writer_string (writer, FORMAT);
  maak_json_writer_name (writer, "version");
  maak_json_writer_integer (writer, MAAK_PLAN_FILE_VERSION);
  maak_json_writer_name (writer, "id");
  maak_json_writer_string (writer, self->id);
  write_revisions (self, next, writer);
  write_content (self, source, writer);
  write_unknown (self->unknown, writer);
  maak_json_writer_end_object (writer);
}

static GBytes *
serialise (MaakPlanFile *self, const MaakRevision *next, GHashTable *texts)
{
  g_autoptr (MaakJsonWriter) writer = maak_json_writer_new ();

  write_all (self, next, (Source) { .texts = texts }, writer);
  return maak_json_writer_end (writer);
}

/* The bytes that a save would write, with a new revision when the content changed since the last. The caller owns them. */
GBytes *
maak_plan_file_serialise (MaakPlanFile *self, const MaakRevisionInfo *info)
{
  g_autoptr (GHashTable) texts = NULL;
  MaakRevision *next;
  GBytes       *bytes;

  g_return_val_if_fail (MAAK_IS_PLAN_FILE (self), NULL);

  texts = write_root (self);
  next = make_revision (self, texts, info);
  bytes = serialise (self, next, texts);
  g_clear_pointer (&next, maak_plan_file_release_revision);
  return bytes;
}

/* What the file would hold now, without a new revision, for a draft: of GBytes, one after the other they are the text (maak_json_join()).
 * They may be given to another thread. Costs what was edited since it was asked last. The caller owns the array. Not for handlers of the plan's
 * "changed", where not everybody has been told yet. */
GPtrArray *
maak_plan_file_dup_parts (MaakPlanFile *self)
{
  g_autoptr (MaakJsonWriter) writer = maak_json_writer_new ();

  g_return_val_if_fail (MAAK_IS_PLAN_FILE (self), NULL);

  if (self->pieces == NULL)
    self->pieces = maak_plan_pieces_new (self->plan);
  write_all (self, NULL, (Source) { .pieces = self->pieces }, writer);
  return maak_json_writer_end_parts (writer);
}

/* --- Reading --- */

static gboolean
fail (const MaakJsonPlace *place, MaakStoreErrorCode code, MaakMessage *message, GError **error)
{
  g_autofree char *path = maak_json_place_dup_path (place);

  maak_error_set (error, MAAK_STORE_ERROR, (int) code, path, message);
  return FALSE;
}

static gboolean
read_format (const MaakJsonPlace *root, GError **error)
{
  JsonObject   *object;
  MaakJsonPlace place;
  const char   *format;

  if (JSON_NODE_HOLDS_OBJECT (root->node) && !json_object_has_member (json_node_get_object (root->node), "format"))
    return fail (root, MAAK_STORE_ERROR_FORMAT, maak_message_new (MAAK_PHRASE_STORE_NO_FORMAT, MAAK_ARG_END), error);
  if (!maak_json_place_get_object (root, &object, error) || !maak_json_place_require (root, "format", &place, error) || !maak_json_place_get_string (&place, &format, error))
    return FALSE;
  if (g_str_equal (format, FORMAT))
    return TRUE;
  return fail (&place, MAAK_STORE_ERROR_FORMAT, maak_message_new (MAAK_PHRASE_STORE_OTHER_FORMAT, MAAK_ARG_STRING, "format", format, MAAK_ARG_END), error);
}

static gboolean
read_version (MaakPlanFile *self, const MaakJsonPlace *root, GError **error)
{
  MaakJsonPlace        place;
  guint                n;
  const MaakMigration *steps = maak_migrations_get (&n);

  if (!maak_json_place_require (root, "version", &place, error) || !maak_json_place_get_integer (&place, &self->version, error))
    return FALSE;
  if (self->version < 1)
    return fail (&place, MAAK_STORE_ERROR_FORMAT, maak_message_new (MAAK_PHRASE_STORE_BAD_VERSION, MAAK_ARG_END), error);
  return self->version >= MAAK_PLAN_FILE_VERSION || maak_migrate (json_node_get_object (root->node), steps, n, self->version, MAAK_PLAN_FILE_VERSION, error);
}

static gboolean
read_id (MaakPlanFile *self, const MaakJsonPlace *root, GError **error)
{
  MaakJsonPlace place;
  const char   *id;

  if (!maak_json_place_require (root, "id", &place, error) || !maak_json_place_get_string (&place, &id, error))
    return FALSE;
  if (*id == '\0')
    {
      maak_json_place_set_error (&place, error, MAAK_JSON_ERROR_VALUE, maak_message_new (MAAK_PHRASE_STORE_NO_ID, MAAK_ARG_END));
      return FALSE;
    }
  self->id = g_strdup (id);
  return TRUE;
}

static MaakLibrary *
read_templates (const MaakJsonPlace *root, MaakLibrary *library, GError **error)
{
  MaakJsonPlace place;
  JsonArray    *array;
  MaakLibrary  *own;

  if (!maak_json_place_lookup (root, "templates", &place))
    return g_object_ref (library);
  if (!maak_json_place_get_array (&place, &array, error))
    return NULL;
  own = maak_library_new_with_embedded (library, array, error);
  return own;
}

static gboolean
read_plan (MaakPlanFile *self, const MaakJsonPlace *root, MaakLibrary *library, GError **error)
{
  g_autoptr (MaakLibrary) own = read_templates (root, library, error);
  MaakJsonPlace place, plan;
  MaakRecord   *record;

  if (own == NULL || !maak_json_place_require (root, "plan", &place, error))
    return FALSE;
  maak_json_place_init_root (&plan, place.node);
  record = maak_record_new_from_json (own, maak_library_get_plan_template (own), &plan, error);
  if (record == NULL)
    return FALSE;
  self->plan = maak_plan_new (own, record, error);
  if (self->plan != NULL)
    maak_plan_set_read_only (self->plan, maak_plan_file_is_newer (self));
  return self->plan != NULL;
}

/* The checker of JSON knows the file, not the plan in it. */
static void
leave_out_plan (GError **error)
{
  const char  *path = *error != NULL ? maak_error_get_path (*error) : NULL;
  GError      *relative = NULL;
  MaakMessage *message;

  if (path == NULL || !g_str_has_prefix (path, "plan."))
    return;
  message = maak_error_get_message (*error);
  maak_error_set (&relative, (*error)->domain, (*error)->code, path + strlen ("plan."), maak_message_ref (message));
  g_error_free (*error);
  *error = relative;
}

static gboolean
read_all (MaakPlanFile *self, GBytes *bytes, MaakLibrary *library, GError **error)
{
  static const char *const known[] = { "format", "version", "id", "revisions", "templates", "plan", NULL };
  gsize                    length;
  const char              *text = g_bytes_get_data (bytes, &length);
  g_autoptr (JsonNode) node = maak_json_parse (text, length, &maak_json_limits_plan, error);
  MaakJsonPlace root;

  if (node == NULL)
    return FALSE;
  maak_json_place_init_root (&root, node);
  if (!read_format (&root, error) || !read_version (self, &root, error) || !read_id (self, &root, error) || !read_revisions (self, &root, error))
    return FALSE;
  self->unknown = dup_unknown (json_node_get_object (node), known);
  return read_plan (self, &root, library, error);
}

/* Reads a plan from the bytes of a file. Errors: MAAK_STORE_ERROR_FORMAT or _MIGRATION, and those of the JSON, of templates and of
 * the plan, each with the path in the plan. */
MaakPlanFile *
maak_plan_file_new_from_bytes (GBytes *bytes, MaakLibrary *library, GError **error)
{
  g_autoptr (MaakPlanFile) self = g_object_new (MAAK_TYPE_PLAN_FILE, NULL);
  GError *problem = NULL;

  g_return_val_if_fail (bytes != NULL && MAAK_IS_LIBRARY (library), NULL);

  if (read_all (self, bytes, library, &problem))
    return g_steal_pointer (&self);
  leave_out_plan (&problem);
  g_propagate_error (error, problem);
  return NULL;
}

/* Reads a plan from a file of at most 16 MiB. TRUE and *file (the caller owns it), or FALSE and an error that names the file; errors as
 * maak_plan_file_new_from_bytes(), and MaakFileErrorCode. A file of a newer version is read as far as it is understood,
 * read-only. */
gboolean
maak_plan_file_load (const char *path, MaakLibrary *library, MaakPlanFile **file, GError **error)
{
  MaakFileMark mark;
  GError      *problem = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL && MAAK_IS_LIBRARY (library) && file != NULL, FALSE);

  *file = NULL;
  bytes = maak_file_read (path, maak_json_limits_plan.bytes, &mark, &problem);
  if (bytes != NULL)
    *file = maak_plan_file_new_from_bytes (bytes, library, &problem);
  if (*file == NULL)
    {
      maak_error_set_file (&problem, path);
      g_propagate_error (error, problem);
      return FALSE;
    }
  (*file)->path = g_strdup (path);
  (*file)->mark = mark;
  return TRUE;
}

/* --- Saving --- */

/* The bytes are only written when they give the same plan again, and the same bytes. */
static gboolean
read_back (MaakPlanFile *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (MaakPlanFile) again = maak_plan_file_new_from_bytes (bytes, maak_plan_get_library (self->plan), &problem);
  g_autoptr (GBytes) twice = again != NULL ? serialise (again, NULL, NULL) : NULL;
  g_autoptr (MaakMessage) reason = NULL;

  if (again != NULL && maak_record_equal (maak_plan_get_root (self->plan), maak_plan_get_root (again->plan)) && g_bytes_equal (bytes, twice))
    return TRUE;
  if (problem != NULL && maak_error_get_message (problem) != NULL)
    reason = maak_message_ref (maak_error_get_message (problem));
  else
    reason = maak_message_new (MAAK_PHRASE_STORE_DIFFERS, MAAK_ARG_END);
  maak_error_set (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_NOT_SAME, problem != NULL ? maak_error_get_path (problem) : NULL,
                  maak_message_new (MAAK_PHRASE_STORE_NOT_SAME, MAAK_ARG_MESSAGE, "reason", reason, MAAK_ARG_END));
  return FALSE;
}

static gboolean
write_file (MaakPlanFile *self, const char *path, const MaakFileMark *seen, GBytes *bytes, GError **error)
{
  MaakFileMark nothing = { 0 };
  gboolean     same = g_strcmp0 (path, self->path) == 0;
  MaakFileMark mark = { 0 };

  if (seen == NULL)
    seen = same ? &self->mark : &nothing;
  if (!maak_file_replace (path, bytes, seen, &mark, error))
    return FALSE;
  self->mark = mark;
  if (!same)
    {
      g_free (self->path);
      self->path = g_strdup (path);
    }
  return TRUE;
}

/* The bytes that are to be written, and the revision that they add, if any: read back and compared. */
static GBytes *
make_bytes (MaakPlanFile *self, const MaakRevisionInfo *info, MaakRevision **next, GError **error)
{
  g_autoptr (GHashTable) texts = write_root (self);
  g_autoptr (GBytes) bytes = NULL;

  *next = make_revision (self, texts, info);
  bytes = serialise (self, *next, texts);
  if (read_back (self, bytes, error))
    return g_steal_pointer (&bytes);
  g_clear_pointer (next, maak_plan_file_release_revision);
  return NULL;
}

/* The bytes that a save would write, made as a save makes them: read back and compared. The caller owns them. Error:
 * MAAK_STORE_ERROR_NOT_SAME. */
GBytes *
maak_plan_file_serialise_checked (MaakPlanFile *self, const MaakRevisionInfo *info, GError **error)
{
  MaakRevision *next = NULL;
  GBytes       *bytes;

  g_return_val_if_fail (MAAK_IS_PLAN_FILE (self), NULL);

  bytes = make_bytes (self, info, &next, error);
  g_clear_pointer (&next, maak_plan_file_release_revision);
  return bytes;
}

/* Writes the plan to `path`, or to where it was loaded from or saved last when that is NULL. `seen` is what the person saw there and
 * agreed to replace (maak_file_look()); where it is NULL, another path must not exist yet: nothing is overwritten that was not read.
 * Errors: MAAK_STORE_ERROR_READ_ONLY, _NOT_SAME, MAAK_FILE_ERROR_CHANGED when somebody
 * else wrote the file, and the other MaakFileErrorCode; after an error the file holds what it held. */
gboolean
maak_plan_file_save_over (MaakPlanFile *self, const char *path, const MaakFileMark *seen, const MaakRevisionInfo *info, GError **error)
{
  const char   *target = path != NULL ? path : self->path;
  MaakRevision *next = NULL;
  GError       *problem = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (MAAK_IS_PLAN_FILE (self) && target != NULL, FALSE);

  if (maak_plan_file_is_newer (self))
    {
      maak_error_set (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_READ_ONLY, NULL, maak_message_new (MAAK_PHRASE_STORE_NEWER, MAAK_ARG_INTEGER, "version", self->version, MAAK_ARG_END));
      maak_error_set_file (error, target);
      return FALSE;
    }
  bytes = make_bytes (self, info, &next, &problem);
  if (bytes == NULL || !write_file (self, target, seen, bytes, &problem))
    {
      maak_error_set_file (&problem, target);
      g_propagate_error (error, problem);
      g_clear_pointer (&next, maak_plan_file_release_revision);
      return FALSE;
    }
  if (next != NULL)
    g_ptr_array_add (self->revisions, next);
  self->version = MAAK_PLAN_FILE_VERSION;
  maak_plan_mark_saved (self->plan);
  return TRUE;
}

/* As maak_plan_file_save_over() where nothing was seen. */
gboolean
maak_plan_file_save (MaakPlanFile *self, const char *path, const MaakRevisionInfo *info, GError **error)
{
  return maak_plan_file_save_over (self, path, NULL, info, error);
}

/* What the file held when it was read or saved last. */
const MaakFileMark *
maak_plan_file_get_mark (MaakPlanFile *self)
{
  return &self->mark;
}

/* --- The object --- */

static void
maak_plan_file_finalize (GObject *object)
{
  MaakPlanFile *self = MAAK_PLAN_FILE (object);

  g_clear_pointer (&self->pieces, maak_plan_pieces_free);
  g_clear_object (&self->plan);
  g_free (self->id);
  g_free (self->path);
  g_ptr_array_unref (self->revisions);
  g_clear_pointer (&self->unknown, json_object_unref);
  G_OBJECT_CLASS (maak_plan_file_parent_class)->finalize (object);
}

static void
maak_plan_file_class_init (MaakPlanFileClass *class)
{
  G_OBJECT_CLASS (class)->finalize = maak_plan_file_finalize;
}

static void
maak_plan_file_init (MaakPlanFile *self)
{
  self->version = MAAK_PLAN_FILE_VERSION;
  self->revisions = g_ptr_array_new_with_free_func (maak_plan_file_release_revision);
}

/* A file for a plan that is in none yet. `id` is the plan's own for good; NULL makes one. */
MaakPlanFile *
maak_plan_file_new (MaakPlan *plan, const char *id)
{
  MaakPlanFile *self;

  g_return_val_if_fail (MAAK_IS_PLAN (plan), NULL);

  self = g_object_new (MAAK_TYPE_PLAN_FILE, NULL);
  self->plan = g_object_ref (plan);
  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  return self;
}

/* The plan. */
MaakPlan *
maak_plan_file_get_plan (MaakPlanFile *self)
{
  return self->plan;
}

/* Where it was loaded from or saved last; NULL: nowhere. */
const char *
maak_plan_file_get_path (MaakPlanFile *self)
{
  return self->path;
}

/* The id of the plan, the same in every copy of the file. */
const char *
maak_plan_file_get_id (MaakPlanFile *self)
{
  return self->id;
}

/* The version of the format that the file had when it was read or has since it was saved. */
gint64
maak_plan_file_get_version (MaakPlanFile *self)
{
  return self->version;
}

/* Whether the file was written by a newer program: then it cannot be saved. */
gboolean
maak_plan_file_is_newer (MaakPlanFile *self)
{
  return self->version > MAAK_PLAN_FILE_VERSION;
}

/* How many revisions the chain has. */
guint
maak_plan_file_get_n_revisions (MaakPlanFile *self)
{
  return self->revisions->len;
}

/* One revision; the oldest is 0. */
const MaakRevision *
maak_plan_file_get_revision (MaakPlanFile *self, guint index)
{
  g_return_val_if_fail (index < self->revisions->len, NULL);

  return g_ptr_array_index (self->revisions, index);
}
