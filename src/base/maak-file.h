/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-error.h"

#include <glib.h>

G_BEGIN_DECLS

#define MAAK_FILE_ERROR (maak_file_error_quark ())
GQuark maak_file_error_quark (void);

typedef enum
{
  MAAK_FILE_ERROR_NOT_FOUND,
  MAAK_FILE_ERROR_NOT_ALLOWED,
  MAAK_FILE_ERROR_NOT_A_FILE,
  MAAK_FILE_ERROR_TOO_LARGE,
  MAAK_FILE_ERROR_NO_SPACE,
  MAAK_FILE_ERROR_CHANGED, /* another program wrote it since it was read */
  MAAK_FILE_ERROR_FAILED,
} MaakFileErrorCode;

/* What a file was when it was read, to notice that somebody else wrote it. */
typedef struct
{
  guint64 size;
  gint64  mtime_ns;
  char    sha256[65]; /* hexadecimal; empty: there was no file */
} MaakFileMark;

GBytes  *maak_file_read (const char *path, gsize limit, MaakFileMark *mark, GError **error);
gboolean maak_file_replace (const char *path, GBytes *bytes, const MaakFileMark *expected, MaakFileMark *mark, GError **error);
gboolean maak_file_look (const char *path, MaakFileMark *mark, GError **error);
gboolean maak_file_is_same (const char *a, const char *b);
void     maak_file_sweep (const char *path);
char    *maak_file_hash (const char *path, GError **error);

G_END_DECLS
