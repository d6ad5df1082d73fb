/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Errors that carry data. GLib keeps the data of an extended domain in front of the GError; every domain that is
 * registered here has the same data (file, path, message), so one set of functions serves them all. Which domains
 * those are is kept in a list behind a lock. An error of any other domain has no data: it is worded with its own
 * English message inside a sentence of ours, never alone.
 */
#include "base/maak-error.h"

#include <errno.h>

typedef struct
{
  char        *file;
  char        *path;
  MaakMessage *message;
} Private;

static GMutex  domains_lock;
static GArray *domains; /* of GQuark; lives as long as the program */

static Private *
get_private (const GError *error)
{
  const gsize alignment = 2 * sizeof (gsize);
  const gsize size = (sizeof (Private) + (alignment - 1)) & -alignment;
  gboolean    ours = FALSE;

  if (error == NULL)
    return NULL;
  g_mutex_lock (&domains_lock);
  for (guint i = 0; domains != NULL && i < domains->len && !ours; i++)
    ours = g_array_index (domains, GQuark, i) == error->domain;
  g_mutex_unlock (&domains_lock);
  return ours ? (Private *) ((guint8 *) error - size) : NULL;
}

static void
init_error (GError *error)
{
  /* GLib hands the data out zeroed. */
}

static void
copy_error (const GError *from, GError *to)
{
  const Private *source = get_private (from);
  Private       *copy = get_private (to);

  copy->file = g_strdup (source->file);
  copy->path = g_strdup (source->path);
  copy->message = source->message != NULL ? maak_message_ref (source->message) : NULL;
}

static void
clear_error (GError *error)
{
  Private *self = get_private (error);

  g_free (self->file);
  g_free (self->path);
  g_clear_pointer (&self->message, maak_message_unref);
}

/**
 * maak_error_register_domain:
 * @name: a static string, "maak-store-error"
 *
 * Use MAAK_DEFINE_ERROR_DOMAIN() rather than this.
 *
 * Returns: the domain, whose errors carry a message, a file and a path
 */
GQuark
maak_error_register_domain (const char *name)
{
  GQuark domain = g_error_domain_register_static (name, sizeof (Private), init_error, copy_error, clear_error);

  g_mutex_lock (&domains_lock);
  if (domains == NULL)
    domains = g_array_new (FALSE, FALSE, sizeof (GQuark));
  g_array_append_val (domains, domain);
  g_mutex_unlock (&domains_lock);
  return domain;
}

/**
 * maak_error_set:
 * @error: (nullable): where the error goes
 * @domain: a domain of maak_error_register_domain()
 * @code: a code of that domain
 * @path: (nullable): the JSON path that it is about; copied
 * @message_taken: (transfer full): what is wrong; released here also when nobody wants the error
 */
void
maak_error_set (GError **error, GQuark domain, int code, const char *path, MaakMessage *message_taken)
{
  g_autoptr (MaakMessage) message = message_taken;
  g_autofree char *english = NULL;
  Private         *self;

  if (error == NULL)
    return;
  g_return_if_fail (*error == NULL);
  english = maak_message_dup_wording (message, MAAK_LANGUAGE_EN);
  *error = g_error_new_literal (domain, code, english);
  self = get_private (*error);
  g_return_if_fail (self != NULL);
  self->path = path != NULL && *path != '\0' ? g_strdup (path) : NULL;
  self->message = g_steal_pointer (&message);
}

/**
 * maak_error_new_reason:
 * @saved_errno: errno as the failed call left it
 *
 * Returns: (transfer full): why, as a part of a sentence, without capital and full stop
 */
MaakMessage *
maak_error_new_reason (int saved_errno)
{
  switch (saved_errno)
    {
    case EIO:
      return maak_message_new (MAAK_PHRASE_REASON_IO, MAAK_ARG_END);
    case EINTR:
    case EAGAIN:
      return maak_message_new (MAAK_PHRASE_REASON_INTERRUPTED, MAAK_ARG_END);
    case EBUSY:
    case ETXTBSY:
      return maak_message_new (MAAK_PHRASE_REASON_BUSY, MAAK_ARG_END);
    case EMFILE:
    case ENFILE:
      return maak_message_new (MAAK_PHRASE_REASON_TOO_MANY_OPEN, MAAK_ARG_END);
    case ESTALE:
    case ENOTCONN:
    case EHOSTDOWN:
    case ETIMEDOUT:
      return maak_message_new (MAAK_PHRASE_REASON_STALE, MAAK_ARG_END);
    case ENOMEM:
      return maak_message_new (MAAK_PHRASE_REASON_MEMORY, MAAK_ARG_END);
    default:
      return maak_message_new (MAAK_PHRASE_REASON_CODE, MAAK_ARG_YEAR, "number", saved_errno, MAAK_ARG_END);
    }
}

static MaakMessage *
word_errno (int saved_errno)
{
  g_autoptr (MaakMessage) reason = NULL;

  switch (saved_errno)
    {
    case ENOENT:
    case ENOTDIR:
      return maak_message_new (MAAK_PHRASE_ERROR_FILE_NOT_FOUND, MAAK_ARG_END);
    case EACCES:
    case EPERM:
      return maak_message_new (MAAK_PHRASE_ERROR_FILE_NOT_ALLOWED, MAAK_ARG_END);
    case EISDIR:
      return maak_message_new (MAAK_PHRASE_ERROR_FILE_FOLDER, MAAK_ARG_END);
    case ENOSPC:
    case EFBIG:
      return maak_message_new (MAAK_PHRASE_ERROR_FILE_NO_SPACE, MAAK_ARG_END);
    case EDQUOT:
      return maak_message_new (MAAK_PHRASE_ERROR_FILE_QUOTA, MAAK_ARG_END);
    case EROFS:
      return maak_message_new (MAAK_PHRASE_ERROR_FILE_READ_ONLY, MAAK_ARG_END);
    case ENAMETOOLONG:
    case EILSEQ:
      return maak_message_new (MAAK_PHRASE_ERROR_FILE_NAME, MAAK_ARG_END);
    case ELOOP:
      return maak_message_new (MAAK_PHRASE_ERROR_FILE_LINKS, MAAK_ARG_END);
    default:
      reason = maak_error_new_reason (saved_errno);
      return maak_message_new (MAAK_PHRASE_ERROR_FILE_FAILED, MAAK_ARG_MESSAGE, "reason", reason, MAAK_ARG_END);
    }
}

/**
 * maak_error_set_errno:
 * @saved_errno: errno as the failed call left it
 * @file: (nullable): the file that it is about; copied
 *
 * Sets an error that says what errno means and what to do now.
 */
void
maak_error_set_errno (GError **error, GQuark domain, int code, int saved_errno, const char *file)
{
  if (error == NULL)
    return;
  maak_error_set (error, domain, code, NULL, word_errno (saved_errno));
  if (file != NULL)
    maak_error_set_file (error, file);
}

/**
 * maak_error_prefix_path:
 * @error: (nullable): an error that may or may not be set
 * @path: what stands before the error's own path, "proposals[2]"
 */
void
maak_error_prefix_path (GError **error, const char *path)
{
  Private         *self;
  g_autofree char *old = NULL;

  if (error == NULL || *error == NULL || path == NULL || *path == '\0')
    return;
  self = get_private (*error);
  if (self == NULL)
    return;
  old = g_steal_pointer (&self->path);
  if (old == NULL)
    self->path = g_strdup (path);
  else
    self->path = g_strconcat (path, *old == '[' ? "" : ".", old, NULL);
}

/**
 * maak_error_set_file:
 * @error: (nullable): an error that may or may not be set
 * @file: the file that it is about; copied
 */
void
maak_error_set_file (GError **error, const char *file)
{
  Private *self;

  if (error == NULL || *error == NULL)
    return;
  self = get_private (*error);
  if (self != NULL)
    g_set_str (&self->file, file);
}

/**
 * maak_error_get_file:
 *
 * Returns: (nullable): the file that the error is about; the error's own
 */
const char *
maak_error_get_file (const GError *error)
{
  Private *self = get_private (error);
  return self != NULL ? self->file : NULL;
}

/**
 * maak_error_get_path:
 *
 * Returns: (nullable): the JSON path that the error is about, NULL for the whole; the error's own
 */
const char *
maak_error_get_path (const GError *error)
{
  Private *self = get_private (error);
  return self != NULL ? self->path : NULL;
}

/**
 * maak_error_get_message:
 *
 * Returns: (nullable) (transfer none): what is wrong; NULL for an error of another library
 */
MaakMessage *
maak_error_get_message (const GError *error)
{
  Private *self = get_private (error);
  return self != NULL ? self->message : NULL;
}

static MaakMessage *
make_placed (MaakMessage *sentence, const char *file, const char *path)
{
  if (file != NULL && path != NULL)
    return maak_message_new (MAAK_PHRASE_PLACE_FILE_PATH, MAAK_ARG_STRING, "file", file, MAAK_ARG_STRING, "path", path,
                             MAAK_ARG_MESSAGE, "sentence", sentence, MAAK_ARG_END);
  if (file != NULL)
    return maak_message_new (MAAK_PHRASE_PLACE_FILE, MAAK_ARG_STRING, "file", file, MAAK_ARG_MESSAGE, "sentence", sentence, MAAK_ARG_END);
  if (path != NULL)
    return maak_message_new (MAAK_PHRASE_PLACE_PATH, MAAK_ARG_STRING, "path", path, MAAK_ARG_MESSAGE, "sentence", sentence, MAAK_ARG_END);
  return maak_message_ref (sentence);
}

/**
 * maak_error_dup_wording:
 * @error: any error, also of another library
 *
 * Returns: (transfer full): "FILE: PATH: sentence" in @language, as far as file and path are known
 */
char *
maak_error_dup_wording (const GError *error, MaakLanguage language)
{
  g_autoptr (MaakMessage) sentence = NULL;
  g_autoptr (MaakMessage) placed = NULL;
  Private *self;

  g_return_val_if_fail (error != NULL, NULL);
  self = get_private (error);
  if (self != NULL && self->message != NULL)
    sentence = maak_message_ref (self->message);
  else
    sentence = maak_message_new (MAAK_PHRASE_ERROR_OTHER, MAAK_ARG_STRING, "reason", error->message, MAAK_ARG_END);
  placed = make_placed (sentence, self != NULL ? self->file : NULL, self != NULL ? self->path : NULL);
  return maak_message_dup_wording (placed, language);
}
