/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Reading a file whole, and replacing one so that it holds the old bytes or the new at every moment.
 *
 * Replacing: the target's bytes are compared with what the caller expects there; a temporary file in the same folder is
 * written, synced and renamed over the target; the folder is synced. A link is followed first, so that it stays a link.
 * Where the folder does not let us do that (no permission to add files, a file system without rename), the target is
 * written in place: first what makes it longer, so that a full disk is noticed while the old bytes are still whole, then
 * the rest; synced, read back, compared; and put back as it was when any of that fails.
 *
 * Every call is repeated when a signal interrupts it, but not for ever. Files are never mapped into memory: another
 * program may truncate them. The folder is locked while we compare and rename, so that two of us cannot both find the old
 * bytes; programs that know nothing of the lock are noticed by the comparison, made again just before the rename.
 */
#include "base/maak-file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_INTERRUPTIONS 100
#define MAX_LINKS 40
#define MAX_NAMES 100
#define MAX_WAITS 1000
#define WAIT_MICROSECONDS 2000

MAAK_DEFINE_ERROR_DOMAIN (maak_file_error_quark, "maak-file-error")

/* Repeats a call that a signal interrupted. */
#define RETRY(result, call)                                     \
  do                                                            \
    {                                                           \
      int retry_left = MAX_INTERRUPTIONS;                       \
      do                                                        \
        result = (call);                                        \
      while (result < 0 && errno == EINTR && --retry_left > 0); \
    }                                                           \
  while (0)

static MaakFileErrorCode
code_for_errno (int saved_errno)
{
  switch (saved_errno)
    {
    case ENOENT:
    case ENOTDIR:
      return MAAK_FILE_ERROR_NOT_FOUND;
    case EACCES:
    case EPERM:
    case EROFS:
      return MAAK_FILE_ERROR_NOT_ALLOWED;
    case EISDIR:
      return MAAK_FILE_ERROR_NOT_A_FILE;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return MAAK_FILE_ERROR_NO_SPACE;
    default:
      return MAAK_FILE_ERROR_FAILED;
    }
}

static gboolean
fail_errno (GError **error, int saved_errno, const char *path)
{
  maak_error_set_errno (error, MAAK_FILE_ERROR, (int) code_for_errno (saved_errno), saved_errno, path);
  return FALSE;
}

static gboolean
fail (GError **error, MaakFileErrorCode code, MaakMessage *message_taken, const char *path)
{
  maak_error_set (error, MAAK_FILE_ERROR, (int) code, NULL, message_taken);
  maak_error_set_file (error, path);
  return FALSE;
}

static void
close_quietly (int fd)
{
  const int saved_errno = errno;

  if (fd >= 0)
    close (fd);
  errno = saved_errno;
}

static gboolean
check_regular (const struct stat *info, const char *path, GError **error)
{
  if (S_ISDIR (info->st_mode))
    return fail (error, MAAK_FILE_ERROR_NOT_A_FILE, maak_message_new (MAAK_PHRASE_ERROR_FILE_FOLDER, MAAK_ARG_END), path);
  if (!S_ISREG (info->st_mode))
    return fail (error, MAAK_FILE_ERROR_NOT_A_FILE, maak_message_new (MAAK_PHRASE_ERROR_FILE_SPECIAL, MAAK_ARG_END), path);
  return TRUE;
}

static gboolean
fail_too_large (GError **error, guint64 size, gsize limit, const char *path)
{
  return fail (error, MAAK_FILE_ERROR_TOO_LARGE,
               maak_message_new (MAAK_PHRASE_ERROR_FILE_TOO_LARGE, MAAK_ARG_INTEGER, "size", (gint64) size,
                                 MAAK_ARG_INTEGER, "limit", (gint64) limit, MAAK_ARG_END),
               path);
}

static gint64
get_mtime (const struct stat *info)
{
  return (gint64) info->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + info->st_mtim.tv_nsec;
}

static void
fill_mark (MaakFileMark *mark, const struct stat *info, gconstpointer data, gsize length)
{
  g_autofree char *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, length);

  mark->size = length;
  mark->mtime_ns = get_mtime (info);
  g_strlcpy (mark->sha256, hash, sizeof mark->sha256);
}

/* Reads to the end; one byte over @limit is enough to know that it is too large (it may have grown since). */
static gboolean
read_to_end (int fd, gsize size, gsize limit, GByteArray *out, const char *path, GError **error)
{
  gsize room = size + 1;

  while (TRUE)
    {
      const guint before = out->len;
      gssize      got;
      g_byte_array_set_size (out, (guint) (before + room));
      RETRY (got, read (fd, out->data + before, room));
      g_byte_array_set_size (out, (guint) (before + (got > 0 ? (gsize) got : 0)));
      if (got < 0)
        return fail_errno (error, errno, path);
      if (out->len > limit)
        return fail_too_large (error, out->len, limit, path);
      if (got == 0)
        return TRUE;
      room = CLAMP (size + 1 > out->len ? size + 1 - out->len : 1, 1, 1 << 20);
    }
}

static GBytes *
read_open (int fd, gsize limit, struct stat *info, const char *path, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();

  if (fstat (fd, info) < 0)
    {
      fail_errno (error, errno, path);
      return NULL;
    }
  if (!check_regular (info, path, error))
    return NULL;
  if ((guint64) info->st_size > limit)
    {
      fail_too_large (error, (guint64) info->st_size, limit, path);
      return NULL;
    }
  if (!read_to_end (fd, (gsize) info->st_size, limit, out, path, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/**
 * maak_file_read:
 * @path: the file, in the encoding of the file system
 * @limit: the most bytes that are read; a larger file is refused before anything is read; less than 2 GiB
 * @mark: (out) (optional): what the file was, for maak_file_replace()
 * @error: a MaakFileErrorCode: not found, not allowed, not a file, too large, failed
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
maak_file_read (const char *path, gsize limit, MaakFileMark *mark, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  struct stat info;
  int         fd;

  g_return_val_if_fail (path != NULL && limit < G_MAXINT32, NULL);
  /* Not to wait for the other end of a pipe. */
  RETRY (fd, open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (fd < 0)
    {
      fail_errno (error, errno, path);
      return NULL;
    }
  bytes = read_open (fd, limit, &info, path, error);
  close_quietly (fd);
  if (bytes != NULL && mark != NULL)
    fill_mark (mark, &info, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return g_steal_pointer (&bytes);
}

/* Hashes an open file of any size. Returns 0 or an errno. */
static int
hash_open (int fd, char sha256[static 65], guint64 *size)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *buffer = g_malloc (1 << 16);
  gssize             got;

  *size = 0;
  while (TRUE)
    {
      RETRY (got, read (fd, buffer, 1 << 16));
      if (got < 0)
        return errno;
      if (got == 0)
        break;
      *size += (guint64) got;
      g_checksum_update (checksum, buffer, got);
    }
  g_strlcpy (sha256, g_checksum_get_string (checksum), 65);
  return 0;
}

/**
 * maak_file_look:
 * @path: a file of any size, or of none
 * @mark: (out): what it is now; an empty hash when there is no file
 * @error: a MaakFileErrorCode: not allowed, not a file, failed
 *
 * Returns: whether it could be told
 */
gboolean
maak_file_look (const char *path, MaakFileMark *mark, GError **error)
{
  struct stat info;
  gboolean    good = FALSE;
  int         problem;
  int         fd;

  g_return_val_if_fail (path != NULL && mark != NULL, FALSE);
  *mark = (MaakFileMark) { 0 };
  RETRY (fd, open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (fd < 0)
    return errno == ENOENT || fail_errno (error, errno, path);
  if (fstat (fd, &info) < 0)
    fail_errno (error, errno, path);
  else if (check_regular (&info, path, error))
    {
      problem = hash_open (fd, mark->sha256, &mark->size);
      mark->mtime_ns = get_mtime (&info);
      good = problem == 0 || fail_errno (error, problem, path);
    }
  close_quietly (fd);
  return good;
}

/**
 * maak_file_hash:
 * @path: a file of any size
 * @error: a MaakFileErrorCode: not found, not allowed, not a file, failed
 *
 * Returns: (transfer full): the SHA-256 of its bytes, hexadecimal
 */
char *
maak_file_hash (const char *path, GError **error)
{
  MaakFileMark mark;

  g_return_val_if_fail (path != NULL, NULL);
  if (!maak_file_look (path, &mark, error))
    return NULL;
  if (mark.sha256[0] == '\0')
    fail_errno (error, ENOENT, path);
  return mark.sha256[0] != '\0' ? g_strdup (mark.sha256) : NULL;
}

/* Where @path leads when its last part is a link, or a chain of them; the end need not exist. Returns 0 or an errno. */
static int
follow_links (const char *path, char **target)
{
  g_autofree char *at = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      char             buffer[PATH_MAX];
      gssize           n = readlink (at, buffer, sizeof buffer - 1);
      g_autofree char *folder = NULL;
      g_autofree char *next = NULL;
      if (n < 0)
        {
          *target = g_steal_pointer (&at);
          return 0;
        }
      buffer[n] = '\0';
      folder = g_path_get_dirname (at);
      next = buffer[0] == '/' ? g_strdup (buffer) : g_build_filename (folder, buffer, NULL);
      g_set_str (&at, next);
    }
  return ELOOP;
}

/* One replacement under way. */
typedef struct
{
  const char *path;   /* as the caller named it; for errors */
  char       *target; /* where links lead */
  char       *folder;
  char       *temporary;
  int         folder_fd; /* -1: cannot be opened; then neither locked nor synced */
  gboolean    exists;
  struct stat info; /* of the target when it exists */
  const char *data;
  gsize       length;
  struct stat after; /* of the file that holds the new bytes */
} Replacement;

static void
clear_replacement (Replacement *self)
{
  g_free (self->target);
  g_free (self->folder);
  g_free (self->temporary);
  /* This also gives the lock back. */
  close_quietly (self->folder_fd);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Replacement, clear_replacement)

static gboolean
look_at_target (Replacement *self, GError **error)
{
  const int links = follow_links (self->path, &self->target);

  if (links != 0)
    return fail_errno (error, links, self->path);
  self->folder = g_path_get_dirname (self->target);
  self->exists = lstat (self->target, &self->info) == 0;
  if (self->exists)
    return check_regular (&self->info, self->path, error);
  if (errno != ENOENT)
    return fail_errno (error, errno, self->path);
  if (!g_file_test (self->folder, G_FILE_TEST_IS_DIR))
    return fail (error, MAAK_FILE_ERROR_NOT_FOUND, maak_message_new (MAAK_PHRASE_ERROR_FOLDER_NOT_FOUND, MAAK_ARG_END), self->path);
  return TRUE;
}

static gboolean
fail_changed (const Replacement *self, GError **error)
{
  return fail (error, MAAK_FILE_ERROR_CHANGED, maak_message_new (MAAK_PHRASE_ERROR_FILE_CHANGED, MAAK_ARG_END), self->path);
}

/* Size first, because it is free; then always the hash: time stamps are too coarse to be trusted alone. */
static gboolean
check_expected (const Replacement *self, const MaakFileMark *expected, GError **error)
{
  struct stat info;
  char        sha256[65];
  guint64     size = 0;
  int         problem;
  int         fd;

  if (expected == NULL)
    return TRUE;
  RETRY (fd, open (self->target, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (fd < 0 && errno == ENOENT)
    return expected->sha256[0] == '\0' || fail_changed (self, error);
  if (fd < 0)
    return fail_errno (error, errno, self->path);
  problem = fstat (fd, &info) < 0 ? errno : 0;
  if (problem == 0 && (expected->sha256[0] == '\0' || (guint64) info.st_size != expected->size))
    {
      close_quietly (fd);
      return fail_changed (self, error);
    }
  if (problem == 0)
    problem = hash_open (fd, sha256, &size);
  close_quietly (fd);
  if (problem != 0)
    return fail_errno (error, problem, self->path);
  return strcmp (sha256, expected->sha256) == 0 || fail_changed (self, error);
}

/* Returns 0 or an errno. */
static int
write_all (int fd, const char *data, gsize length, gsize offset)
{
  guint empty = 0;

  while (length > 0)
    {
      gssize written;
      RETRY (written, pwrite (fd, data, length, (off_t) offset));
      if (written < 0)
        return errno;
      /* A file system that takes nothing and reports nothing. */
      if (written == 0 && ++empty > MAX_INTERRUPTIONS)
        return EIO;
      data += written;
      length -= (gsize) written;
      offset += (gsize) written;
    }
  return 0;
}

static int
sync_fd (int fd)
{
  int result;

  RETRY (result, fsync (fd));
  /* File systems that know no such thing have nothing to report. */
  return result == 0 || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS ? 0 : errno;
}

/* An interrupted close has closed on Linux; every other failure means that bytes may be lost. */
static int
close_checked (int fd)
{
  return close (fd) == 0 || errno == EINTR ? 0 : errno;
}

static int
make_temporary (Replacement *self, int *fd)
{
  g_autofree char *name = g_path_get_basename (self->target);
  const mode_t     mode = self->exists ? (self->info.st_mode & 0777) : 0666;

  if (strlen (name) > 200)
    name[g_utf8_find_prev_char (name, name + 200) != NULL ? g_utf8_find_prev_char (name, name + 200) - name : 200] = '\0';
  for (guint i = 0; i < MAX_NAMES; i++)
    {
      g_free (self->temporary);
      self->temporary = g_strdup_printf ("%s/.%s.%08x.tmp", self->folder, name, g_random_int ());
      RETRY (*fd, open (self->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
      if (*fd >= 0)
        return 0;
      if (errno != EEXIST)
        break;
    }
  g_clear_pointer (&self->temporary, g_free);
  return errno;
}

/* Owner, group and mode as they were; a file system that cannot say them often needs none of it. */
static int
keep_owner_and_mode (const Replacement *self, int fd)
{
  struct stat made;

  if (!self->exists)
    return 0;
  if (fstat (fd, &made) < 0)
    return errno;
  if (made.st_uid != self->info.st_uid || made.st_gid != self->info.st_gid)
    if (fchown (fd, self->info.st_uid, self->info.st_gid) < 0 && fchown (fd, (uid_t) -1, self->info.st_gid) < 0)
      g_debug ("%s: owner and group cannot be kept", self->target);
  if ((made.st_mode & 07777) == (self->info.st_mode & 07777))
    return 0;
  return fchmod (fd, self->info.st_mode & 07777) < 0 ? errno : 0;
}

static int
fill_temporary (Replacement *self, int fd)
{
  int problem = keep_owner_and_mode (self, fd);
  int closed;

  if (problem != 0)
    /* The mode would change: better in place. */
    problem = problem == EIO ? EIO : EPERM;
  if (problem == 0)
    problem = write_all (fd, self->data, self->length, 0);
  if (problem == 0)
    problem = sync_fd (fd);
  if (problem == 0 && fstat (fd, &self->after) < 0)
    problem = errno;
  closed = close_checked (fd);
  return problem != 0 ? problem : closed;
}

/* Between looking at the target and renaming over it no other Maakland may do the same. Only advice: where it cannot be
 * had in time, or at all, we go on without. */
static void
lock_folder (Replacement *self)
{
  RETRY (self->folder_fd, open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  for (guint i = 0; self->folder_fd >= 0 && i < MAX_WAITS; i++)
    {
      if (flock (self->folder_fd, LOCK_EX | LOCK_NB) == 0 || (errno != EWOULDBLOCK && errno != EINTR))
        return;
      g_usleep (WAIT_MICROSECONDS);
    }
}

static int
sync_folder (const Replacement *self)
{
  return self->folder_fd >= 0 ? sync_fd (self->folder_fd) : 0;
}

/* What the folder or its file system does not allow, rather than what failed: then in place is worth trying. */
static gboolean
is_refusal (int problem)
{
  switch (problem)
    {
    case EACCES:
    case EPERM:
    case EROFS:
    case EXDEV:
    case EBUSY:
    case EINVAL:
    case ENOSYS:
    case ENOTSUP:
    case ENAMETOOLONG:
      return TRUE;
    default:
      return FALSE;
    }
}

static int
rename_temporary (Replacement *self)
{
  int result;

  RETRY (result, rename (self->temporary, self->target));
  return result == 0 ? 0 : errno;
}

typedef enum
{
  DONE,       /* the file holds the new bytes, on disk */
  NOT_SYNCED, /* the file holds the new bytes; whether the disk does is not known */
  REFUSED,    /* the file holds the old bytes; another way may work */
  FAILED,     /* the file holds the old bytes, or the error says that it may not */
} Outcome;

static Outcome
replace_by_rename (Replacement *self, const MaakFileMark *expected, GError **error)
{
  int     fd;
  int     problem = make_temporary (self, &fd);
  Outcome outcome = FAILED;

  if (problem == 0)
    problem = fill_temporary (self, fd);
  /* Again, and as late as can be: somebody may have written while we did. */
  if (problem == 0 && !check_expected (self, expected, error))
    problem = -1;
  if (problem == 0)
    problem = rename_temporary (self);
  if (problem == 0)
    {
      problem = sync_folder (self);
      outcome = problem == 0 ? DONE : NOT_SYNCED;
    }
  else if (is_refusal (problem))
    outcome = REFUSED;
  if (outcome != DONE && outcome != NOT_SYNCED && self->temporary != NULL)
    unlink (self->temporary);
  if (problem > 0)
    fail_errno (error, problem, self->path);
  return outcome;
}

/* What makes the file longer goes first: a full disk shows before an old byte is lost. */
static int
overwrite (int fd, const char *data, gsize length, gsize old_length)
{
  int problem = 0;

  if (length > old_length)
    problem = write_all (fd, data + old_length, length - old_length, old_length);
  if (problem == 0)
    problem = write_all (fd, data, MIN (length, old_length), 0);
  if (problem == 0 && length < old_length && ftruncate (fd, (off_t) length) < 0)
    problem = errno;
  if (problem == 0)
    problem = sync_fd (fd);
  return problem;
}

static int
put_back (int fd, GBytes *old)
{
  gsize       length;
  const char *data = g_bytes_get_data (old, &length);
  int         problem = write_all (fd, data, length, 0);

  if (ftruncate (fd, (off_t) length) < 0 && problem == 0)
    problem = errno;
  return problem != 0 ? problem : sync_fd (fd);
}

/* Returns 0, an errno, or -1: what stands there is not what was written. */
static int
read_back (Replacement *self, int fd)
{
  g_autofree char *buffer = g_malloc (self->length + 1);
  gsize            have = 0;

  while (have <= self->length)
    {
      gssize got;
      RETRY (got, pread (fd, buffer + have, self->length + 1 - have, (off_t) have));
      if (got < 0)
        return errno;
      if (got == 0)
        break;
      have += (gsize) got;
    }
  if (have != self->length || memcmp (buffer, self->data, self->length) != 0)
    return -1;
  return fstat (fd, &self->after) < 0 ? errno : 0;
}

static void
fail_in_place (Replacement *self, int problem, gboolean whole, GError **error)
{
  g_autoptr (MaakMessage) reason = NULL;

  if (problem < 0)
    fail (error, MAAK_FILE_ERROR_FAILED, maak_message_new (MAAK_PHRASE_ERROR_FILE_READBACK, MAAK_ARG_END), self->path);
  else if (whole)
    fail_errno (error, problem, self->path);
  else
    {
      reason = maak_error_new_reason (problem);
      fail (error, MAAK_FILE_ERROR_FAILED, maak_message_new (MAAK_PHRASE_ERROR_FILE_DAMAGED, MAAK_ARG_MESSAGE, "reason", reason, MAAK_ARG_END), self->path);
    }
}

static Outcome
replace_in_place (Replacement *self, const MaakFileMark *expected, GError **error)
{
  g_autoptr (GBytes) old = NULL;
  struct stat info;
  gboolean    whole = TRUE;
  int         problem;
  int         closed;
  int         fd;

  RETRY (fd, open (self->target, O_RDWR | O_CLOEXEC | O_NOFOLLOW));
  if (fd < 0)
    {
      fail_errno (error, errno, self->path);
      return FAILED;
    }
  old = read_open (fd, G_MAXINT32 - 1, &info, self->path, error);
  if (old == NULL || !check_expected (self, expected, error))
    {
      close_quietly (fd);
      return FAILED;
    }
  problem = overwrite (fd, self->data, self->length, g_bytes_get_size (old));
  if (problem == 0)
    problem = read_back (self, fd);
  if (problem != 0)
    whole = put_back (fd, old) == 0;
  closed = close_checked (fd);
  if (problem == 0 && closed == 0)
    return DONE;
  fail_in_place (self, problem != 0 ? problem : closed, whole, error);
  return problem != 0 ? FAILED : NOT_SYNCED;
}

/* A first save where no file can be renamed. */
static Outcome
create_in_place (Replacement *self, GError **error)
{
  int fd;
  int problem;
  int closed;

  RETRY (fd, open (self->target, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (fd < 0 && errno == EEXIST)
    {
      fail_changed (self, error);
      return FAILED;
    }
  if (fd < 0)
    {
      fail_errno (error, errno, self->path);
      return FAILED;
    }
  problem = overwrite (fd, self->data, self->length, 0);
  if (problem == 0)
    problem = read_back (self, fd);
  closed = close_checked (fd);
  problem = problem != 0 ? problem : closed;
  if (problem == 0)
    problem = sync_folder (self);
  if (problem == 0)
    return DONE;
  fail_in_place (self, problem, unlink (self->target) == 0, error);
  return FAILED;
}

/**
 * maak_file_replace:
 * @path: the file; a link is followed and stays
 * @bytes: what it is to hold
 * @expected: (nullable): what it was when the caller read it (an empty hash: there was none); NULL: whatever is there
 *   may be replaced
 * @mark: (out) (optional): what the file is now; set whenever it holds the new bytes. May be the same as @expected
 * @error: a MaakFileErrorCode; CHANGED when what is there is not @expected, and then nothing was written
 *
 * Returns: whether the file holds the new bytes and the disk has them; after FALSE the file holds the old ones, unless
 *   @mark was set or the error says otherwise
 */
gboolean
maak_file_replace (const char *path, GBytes *bytes, const MaakFileMark *expected, MaakFileMark *mark, GError **error)
{
  g_auto (Replacement) self = { .path = path, .folder_fd = -1 };
  g_autoptr (GError) refusal = NULL;
  Outcome outcome;

  g_return_val_if_fail (path != NULL && bytes != NULL && g_bytes_get_size (bytes) < G_MAXINT32, FALSE);
  self.data = g_bytes_get_data (bytes, &self.length);
  if (self.data == NULL)
    self.data = "";
  if (!look_at_target (&self, error))
    return FALSE;
  lock_folder (&self);
  if (!check_expected (&self, expected, error))
    return FALSE;
  outcome = replace_by_rename (&self, expected, &refusal);
  if (outcome == REFUSED)
    {
      g_clear_error (&refusal);
      outcome = self.exists ? replace_in_place (&self, expected, &refusal) : create_in_place (&self, &refusal);
    }
  if (refusal != NULL)
    g_propagate_error (error, g_steal_pointer (&refusal));
  if (mark != NULL && (outcome == DONE || outcome == NOT_SYNCED))
    fill_mark (mark, &self.after, self.data, self.length);
  return outcome == DONE;
}
