/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The folder of drafts. A draft is up to three files: ID.maakland.json, its *text*, a plan file like any other; ID.draft.json, its
 * *details*: where the plan belongs and what the window showed; ID.lock, locked by the program that has it (a *claim*). The kernel gives a
 * lock back when the program ends, also when it is killed: so a draft that nobody holds and that was not closed is a crash.
 *
 * Invariants: text and details are each the old or the new at every moment (maak-file); details come before the text, and go after it, so
 * that details without a text say that nothing was written yet and are swept; a text is never removed but by maak_drafts_remove(), also when
 * it cannot be read: then it is listed with a sentence.
 *
 * When to write, and what a draft is worth next to the plan's own file, is the document's business.
 */
#include "store/maak-drafts.h"

#include "store/maak-plan-file.h"
#include "json/maak-json.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define FORMAT "maakland-draft"
#define VERSION 1
#define TEXT ".maakland.json"
#define DETAILS ".draft.json"
#define LOCK ".lock"
#define MAX_TRIES 10

struct _MaakDrafts
{
  GObject     parent_instance;
  char       *folder;
  GHashTable *claims; /* id -> file descriptor */
};

G_DEFINE_FINAL_TYPE (MaakDrafts, maak_drafts, G_TYPE_OBJECT)
G_DEFINE_BOXED_TYPE (MaakDraft, maak_draft, maak_draft_copy, maak_draft_free)

/* --- A draft --- */

/** maak_draft_copy: Returns: (transfer full): a draft that owns what it points to */
MaakDraft *
maak_draft_copy (const MaakDraft *self)
{
  MaakDraft *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->path = g_strdup (self->path);
  copy->title = self->title != NULL ? maak_text_ref (self->title) : NULL;
  copy->region = g_strdup (self->region);
  copy->page = g_strdup (self->page);
  copy->problem = self->problem != NULL ? maak_message_ref (self->problem) : NULL;
  return copy;
}

/** maak_draft_free: frees @self and what it points to. */
void
maak_draft_free (MaakDraft *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->path);
  g_clear_pointer (&self->title, maak_text_unref);
  g_free (self->region);
  g_free (self->page);
  g_clear_pointer (&self->problem, maak_message_unref);
  g_free (self);
}

/** maak_draft_is_crash: Returns: whether the program that had it stopped without closing it */
gboolean
maak_draft_is_crash (const MaakDraft *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !self->held && !self->closed;
}

/* --- Files --- */

static char *
dup_file (MaakDrafts *self, const char *id, const char *ending)
{
  g_autofree char *name = g_strconcat (id, ending, NULL);

  return g_build_filename (self->folder, name, NULL);
}

static gboolean
id_is_valid (const char *id)
{
  return *id != '\0' && *id != '.' && strlen (id) <= 64 && strspn (id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") == strlen (id);
}

static gboolean
ensure_folder (MaakDrafts *self, GError **error)
{
  if (g_mkdir_with_parents (self->folder, 0700) == 0)
    return TRUE;
  maak_error_set_errno (error, MAAK_FILE_ERROR, MAAK_FILE_ERROR_FAILED, errno, self->folder);
  return FALSE;
}

/* --- Claims --- */

/* Whether the lock that we have is of the file that is there: who releases a claim removes the file. */
static gboolean
is_current (int fd, const char *path)
{
  struct stat ours, there;

  return fstat (fd, &ours) == 0 && stat (path, &there) == 0 && ours.st_dev == there.st_dev && ours.st_ino == there.st_ino;
}

/* Returns a descriptor that has the lock; -1 and errno, which is EWOULDBLOCK when another has it. */
static int
lock (const char *path)
{
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      int problem;
      int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
      if (fd < 0)
        return -1;
      problem = flock (fd, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
      /* Where locks are not known we go on without. */
      if (problem != 0 && problem != EWOULDBLOCK && problem != EINTR)
        return fd;
      if (problem == 0 && is_current (fd, path))
        return fd;
      close (fd);
      errno = problem;
      if (problem == EWOULDBLOCK)
        return -1;
    }
  errno = EWOULDBLOCK;
  return -1;
}

/**
 * maak_drafts_claim:
 * @id: of a draft, that need not have been written yet
 * @error: MAAK_STORE_ERROR_HELD when a program that runs has it, this one too; else a MaakFileErrorCode
 *
 * Returns: whether it is ours until it is released
 */
gboolean
maak_drafts_claim (MaakDrafts *self, const char *id, GError **error)
{
  g_autofree char *path = NULL;
  int              fd;

  g_return_val_if_fail (MAAK_IS_DRAFTS (self) && id != NULL && id_is_valid (id), FALSE);

  if (!ensure_folder (self, error))
    return FALSE;
  path = dup_file (self, id, LOCK);
  fd = lock (path);
  if (fd >= 0)
    {
      g_hash_table_insert (self->claims, g_strdup (id), GINT_TO_POINTER (fd));
      return TRUE;
    }
  if (errno == EWOULDBLOCK)
    maak_error_set (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_HELD, NULL, maak_message_new (MAAK_PHRASE_DRAFT_HELD, MAAK_ARG_END));
  else
    maak_error_set_errno (error, MAAK_FILE_ERROR, MAAK_FILE_ERROR_FAILED, errno, path);
  return FALSE;
}

/** maak_drafts_release: gives a claim back; the draft stays. */
void
maak_drafts_release (MaakDrafts *self, const char *id)
{
  g_autofree char *path = NULL;
  gpointer         fd;

  g_return_if_fail (MAAK_IS_DRAFTS (self) && id != NULL);

  if (!g_hash_table_lookup_extended (self->claims, id, NULL, &fd))
    return;
  /* Removed while we have the lock, so that nobody has a lock on a file that is gone and believes it. */
  path = dup_file (self, id, LOCK);
  g_unlink (path);
  close (GPOINTER_TO_INT (fd));
  g_hash_table_remove (self->claims, id);
}

static gboolean
is_held (MaakDrafts *self, const char *id)
{
  g_autofree char *path = dup_file (self, id, LOCK);
  gboolean         held;
  int              fd;

  if (g_hash_table_contains (self->claims, id))
    return TRUE;
  fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0)
    return FALSE;
  held = flock (fd, LOCK_EX | LOCK_NB) < 0 && errno == EWOULDBLOCK;
  close (fd);
  return held;
}

/* --- Details --- */

static void
write_string (MaakJsonWriter *writer, const char *member, const char *string)
{
  if (string == NULL)
    return;
  maak_json_writer_name (writer, member);
  maak_json_writer_string (writer, string);
}

/* A path need not be UTF-8; as JSON it must be. */
static void
write_file_name (MaakJsonWriter *writer, const MaakDraft *details)
{
  g_autofree char *uri = details->path != NULL ? g_filename_to_uri (details->path, NULL, NULL) : NULL;

  if (uri == NULL)
    return;
  write_string (writer, "file", uri);
  maak_json_writer_name (writer, "mark");
  maak_json_writer_begin_object (writer);
  maak_json_writer_name (writer, "size");
  maak_json_writer_integer (writer, (gint64) details->mark.size);
  maak_json_writer_name (writer, "mtime");
  maak_json_writer_integer (writer, details->mark.mtime_ns);
  write_string (writer, "sha256", details->mark.sha256);
  maak_json_writer_end_object (writer);
}

static GBytes *
serialise_details (const MaakDraft *details)
{
  g_autoptr (MaakJsonWriter) writer = maak_json_writer_new ();

  maak_json_writer_begin_object (writer);
  write_string (writer, "format", FORMAT);
  maak_json_writer_name (writer, "version");
  maak_json_writer_integer (writer, VERSION);
  write_file_name (writer, details);
  if (details->title != NULL)
    {
      maak_json_writer_name (writer, "title");
      maak_json_writer_text (writer, details->title);
    }
  write_string (writer, "region", details->region);
  write_string (writer, "page", details->page);
  maak_json_writer_name (writer, "crashes");
  maak_json_writer_integer (writer, details->crashes);
  maak_json_writer_name (writer, "closed");
  maak_json_writer_boolean (writer, details->closed);
  maak_json_writer_end_object (writer);
  return maak_json_writer_end (writer);
}

/**
 * maak_drafts_write_details:
 * @details: with its id; what is as found is not looked at
 *
 * Writes all but the text, so that the disk has it. On any thread.
 *
 * Returns: FALSE and a MaakFileErrorCode; then what was there is there still
 */
gboolean
maak_drafts_write_details (MaakDrafts *self, const MaakDraft *details, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (MAAK_IS_DRAFTS (self) && details != NULL && id_is_valid (details->id), FALSE);

  if (!ensure_folder (self, error))
    return FALSE;
  path = dup_file (self, details->id, DETAILS);
  bytes = serialise_details (details);
  return maak_file_replace (path, bytes, NULL, NULL, error);
}

/**
 * maak_drafts_write_text:
 * @text: the plan as its file would hold it
 *
 * Writes the text, so that the disk has it. On any thread.
 *
 * Returns: FALSE and a MaakFileErrorCode; then the text that was there is there still
 */
gboolean
maak_drafts_write_text (MaakDrafts *self, const char *id, GBytes *text, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (MAAK_IS_DRAFTS (self) && id != NULL && id_is_valid (id) && text != NULL, FALSE);

  if (!ensure_folder (self, error))
    return FALSE;
  path = dup_file (self, id, TEXT);
  return maak_file_replace (path, text, NULL, NULL, error);
}

static char *
dup_string (const MaakJsonPlace *place, const char *member)
{
  MaakJsonPlace child;
  const char   *string;

  return maak_json_place_lookup (place, member, &child) && maak_json_place_get_string (&child, &string, NULL) ? g_strdup (string) : NULL;
}

static gint64
get_integer (const MaakJsonPlace *place, const char *member)
{
  MaakJsonPlace child;
  gint64        integer;

  return maak_json_place_lookup (place, member, &child) && maak_json_place_get_integer (&child, &integer, NULL) ? integer : 0;
}

static gboolean
get_boolean (const MaakJsonPlace *place, const char *member)
{
  MaakJsonPlace child;
  gboolean      boolean;

  return maak_json_place_lookup (place, member, &child) && maak_json_place_get_boolean (&child, &boolean, NULL) && boolean;
}

static void
read_file_name (const MaakJsonPlace *root, MaakDraft *draft)
{
  g_autofree char *uri = dup_string (root, "file");
  g_autofree char *sha256 = NULL;
  MaakJsonPlace    mark;
  JsonObject      *object;

  draft->path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  if (draft->path == NULL || !maak_json_place_lookup (root, "mark", &mark) || !maak_json_place_get_object (&mark, &object, NULL))
    return;
  draft->mark.size = (guint64) get_integer (&mark, "size");
  draft->mark.mtime_ns = get_integer (&mark, "mtime");
  sha256 = dup_string (&mark, "sha256");
  g_strlcpy (draft->mark.sha256, sha256 != NULL ? sha256 : "", sizeof draft->mark.sha256);
}

/* FALSE: they are not there, or not what they should be. */
static gboolean
read_details (MaakDrafts *self, MaakDraft *draft)
{
  g_autofree char *path = dup_file (self, draft->id, DETAILS);
  g_autofree char *format = NULL;
  g_autoptr (GBytes) bytes = maak_file_read (path, maak_json_limits_template.bytes, NULL, NULL);
  g_autoptr (JsonNode) node = NULL;
  MaakJsonPlace root, title;

  if (bytes == NULL)
    return FALSE;
  node = maak_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &maak_json_limits_template, NULL);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  maak_json_place_init_root (&root, node);
  format = dup_string (&root, "format");
  if (g_strcmp0 (format, FORMAT) != 0)
    return FALSE;
  read_file_name (&root, draft);
  if (maak_json_place_lookup (&root, "title", &title))
    maak_json_place_get_text (&title, &draft->title, NULL);
  draft->region = dup_string (&root, "region");
  draft->page = dup_string (&root, "page");
  draft->crashes = (guint) CLAMP (get_integer (&root, "crashes"), 0, 1000);
  draft->closed = get_boolean (&root, "closed");
  return TRUE;
}

/* --- Finding --- */

static MaakMessage *
word_damage (const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  return maak_message_new (MAAK_PHRASE_DRAFT_DAMAGED, MAAK_ARG_STRING, "file", name, MAAK_ARG_END);
}

static MaakMessage *
word_unreadable (const GError *error)
{
  MaakMessage *reason = maak_error_get_message (error);

  return maak_message_new (MAAK_PHRASE_DRAFT_UNREADABLE, MAAK_ARG_MESSAGE, "reason", reason, MAAK_ARG_END);
}

/* Whether there is a text; says what is wrong with it. */
static gboolean
look_at_text (MaakDrafts *self, MaakDraft *draft)
{
  g_autofree char *path = dup_file (self, draft->id, TEXT);
  g_autoptr (GError) error = NULL;
  MaakFileMark mark = { 0 };
  g_autoptr (GBytes) bytes = maak_file_read (path, maak_json_limits_plan.bytes, &mark, &error);

  if (g_error_matches (error, MAAK_FILE_ERROR, MAAK_FILE_ERROR_NOT_FOUND))
    return FALSE;
  draft->time = mark.mtime_ns / 1000;
  if (bytes == NULL)
    draft->problem = word_unreadable (error);
  else if (!maak_json_check (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &maak_json_limits_plan, NULL))
    draft->problem = word_damage (path);
  draft->readable = draft->problem == NULL;
  return TRUE;
}

/**
 * maak_drafts_lookup:
 * @id: of a draft
 *
 * Returns: (transfer full) (nullable): the draft; NULL when no text was written
 */
MaakDraft *
maak_drafts_lookup (MaakDrafts *self, const char *id)
{
  g_autoptr (MaakDraft) draft = NULL;
  gboolean known;

  g_return_val_if_fail (MAAK_IS_DRAFTS (self) && id != NULL, NULL);

  if (!id_is_valid (id))
    return NULL;
  draft = g_new0 (MaakDraft, 1);
  draft->id = g_strdup (id);
  known = read_details (self, draft);
  if (!look_at_text (self, draft))
    return NULL;
  draft->held = is_held (self, id);
  if (!known && draft->readable)
    draft->problem = maak_message_new (MAAK_PHRASE_DRAFT_NO_DETAILS, MAAK_ARG_END);
  return g_steal_pointer (&draft);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const MaakDraft *left = a, *right = b;

  if (left->time != right->time)
    return left->time > right->time ? -1 : 1;
  return strcmp (left->id, right->id);
}

static char *
dup_id (const char *name, const char *ending)
{
  return g_str_has_suffix (name, ending) ? g_strndup (name, strlen (name) - strlen (ending)) : NULL;
}

/* Details and locks that have no text, of programs that ended before they wrote one. */
static void
sweep (MaakDrafts *self, const char *id)
{
  g_autofree char *text = dup_file (self, id, TEXT);
  g_autofree char *details = dup_file (self, id, DETAILS);
  g_autofree char *path = dup_file (self, id, LOCK);
  int              fd;

  if (g_file_test (text, G_FILE_TEST_EXISTS) || g_hash_table_contains (self->claims, id) || (fd = lock (path)) < 0)
    return;
  /* Again, now that nobody can write one. */
  if (!g_file_test (text, G_FILE_TEST_EXISTS))
    g_unlink (details);
  g_unlink (path);
  close (fd);
}

/* What a program left that was killed while it wrote: ".ID.maakland.json.0123abcd.tmp" (maak-file). */
static void
sweep_temporary (MaakDrafts *self, const char *name)
{
  const char      *end = strstr (name, TEXT ".");
  g_autofree char *id = NULL;
  g_autofree char *path = NULL;

  if (end == NULL)
    end = strstr (name, DETAILS ".");
  if (end == NULL || name[0] != '.' || !g_str_has_suffix (name, ".tmp"))
    return;
  id = g_strndup (name + 1, (gsize) (end - name - 1));
  if (!id_is_valid (id) || is_held (self, id))
    return;
  path = g_build_filename (self->folder, name, NULL);
  g_unlink (path);
}

/**
 * maak_drafts_list:
 * Returns: (transfer full): of MaakDraft, the latest first; those that cannot be opened, too. A folder that is not there has none
 */
GPtrArray *
maak_drafts_list (MaakDrafts *self)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_draft_free);
  g_autoptr (GDir) dir = NULL;

  g_return_val_if_fail (MAAK_IS_DRAFTS (self), found);

  dir = g_dir_open (self->folder, 0, NULL);
  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *id = dup_id (name, TEXT);
      g_autofree char *rest = dup_id (name, DETAILS);
      MaakDraft       *draft = id != NULL ? maak_drafts_lookup (self, id) : NULL;
      if (rest == NULL)
        rest = dup_id (name, LOCK);
      if (draft != NULL)
        g_ptr_array_add (found, draft);
      else if (rest != NULL && id_is_valid (rest))
        sweep (self, rest);
      else
        sweep_temporary (self, name);
    }
  g_ptr_array_sort_values (found, compare_times);
  return found;
}

/* The draft of which the details are ID's, when it belongs to @path; NULL: it does not, or it is nothing that counts. */
static MaakDraft *
lookup_if_at (MaakDrafts *self, const char *id, const char *path)
{
  g_autoptr (MaakDraft) details = g_new0 (MaakDraft, 1);
  MaakDraft *draft;

  details->id = g_strdup (id);
  if (!id_is_valid (id) || !read_details (self, details) || details->path == NULL || !maak_file_is_same (details->path, path))
    return NULL;
  draft = maak_drafts_lookup (self, id);
  if (draft != NULL)
    return draft;
  /* Open, and nothing typed yet. */
  details->held = is_held (self, id);
  return details->held ? g_steal_pointer (&details) : NULL;
}

static int
compare_worth (gconstpointer a, gconstpointer b)
{
  const MaakDraft *left = a, *right = b;

  if (left->held != right->held)
    return left->held ? 1 : -1;
  if (left->readable != right->readable)
    return left->readable ? -1 : 1;
  return compare_times (a, b);
}

/**
 * maak_drafts_lookup_path:
 * @path: a plan's own file
 *
 * Returns: (transfer full) (nullable): the latest draft of it that nobody holds; else one that is held, perhaps by a program that has the
 *   file open and wrote nothing yet (then not readable)
 */
MaakDraft *
maak_drafts_lookup_path (MaakDrafts *self, const char *path)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) maak_draft_free);
  g_autoptr (GDir) dir = NULL;

  g_return_val_if_fail (MAAK_IS_DRAFTS (self) && path != NULL, NULL);

  dir = g_dir_open (self->folder, 0, NULL);
  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *id = dup_id (name, DETAILS);
      MaakDraft       *draft = id != NULL ? lookup_if_at (self, id, path) : NULL;
      if (draft != NULL)
        g_ptr_array_add (found, draft);
    }
  g_ptr_array_sort_values (found, compare_worth);
  return found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}

/**
 * maak_drafts_read_text:
 * @id: of a draft
 * @error: MAAK_STORE_ERROR_DRAFT, with a sentence
 *
 * Returns: (transfer full): the plan as its file would hold it; not checked
 */
GBytes *
maak_drafts_read_text (MaakDrafts *self, const char *id, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) problem = NULL;
  GBytes *bytes;

  g_return_val_if_fail (MAAK_IS_DRAFTS (self) && id != NULL && id_is_valid (id), NULL);

  path = dup_file (self, id, TEXT);
  bytes = maak_file_read (path, maak_json_limits_plan.bytes, NULL, &problem);
  if (bytes == NULL)
    maak_error_set (error, MAAK_STORE_ERROR, MAAK_STORE_ERROR_DRAFT, NULL,
                    g_error_matches (problem, MAAK_FILE_ERROR, MAAK_FILE_ERROR_NOT_FOUND) ? maak_message_new (MAAK_PHRASE_DRAFT_GONE, MAAK_ARG_END) : word_unreadable (problem));
  return bytes;
}

/**
 * maak_drafts_remove:
 * @id: of a draft whose content is safe elsewhere, or not wanted; it need not be there
 *
 * Removes the text, then the details. On any thread.
 *
 * Returns: FALSE and a MaakFileErrorCode when the text is there still
 */
gboolean
maak_drafts_remove (MaakDrafts *self, const char *id, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *details = NULL;

  g_return_val_if_fail (MAAK_IS_DRAFTS (self) && id != NULL && id_is_valid (id), FALSE);

  text = dup_file (self, id, TEXT);
  details = dup_file (self, id, DETAILS);
  if (g_unlink (text) < 0 && errno != ENOENT)
    {
      maak_error_set_errno (error, MAAK_FILE_ERROR, MAAK_FILE_ERROR_FAILED, errno, text);
      return FALSE;
    }
  g_unlink (details);
  return TRUE;
}

/* --- The object --- */

static void
maak_drafts_finalize (GObject *object)
{
  MaakDrafts    *self = MAAK_DRAFTS (object);
  GHashTableIter iter;
  gpointer       fd;

  g_hash_table_iter_init (&iter, self->claims);
  while (g_hash_table_iter_next (&iter, NULL, &fd))
    close (GPOINTER_TO_INT (fd));
  g_hash_table_unref (self->claims);
  g_free (self->folder);
  G_OBJECT_CLASS (maak_drafts_parent_class)->finalize (object);
}

static void
maak_drafts_class_init (MaakDraftsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = maak_drafts_finalize;
}

static void
maak_drafts_init (MaakDrafts *self)
{
  self->claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * maak_drafts_new:
 * @folder: where drafts are; made when the first is written
 *
 * Returns: (transfer full): the folder of drafts
 */
MaakDrafts *
maak_drafts_new (const char *folder)
{
  MaakDrafts *self;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (MAAK_TYPE_DRAFTS, NULL);
  self->folder = g_strdup (folder);
  return self;
}

/** maak_drafts_get_folder: Returns: (transfer none): its path */
const char *
maak_drafts_get_folder (MaakDrafts *self)
{
  g_return_val_if_fail (MAAK_IS_DRAFTS (self), NULL);

  return self->folder;
}
