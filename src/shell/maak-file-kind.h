/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-language.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a file is that somebody gave to the program. */
typedef enum
{
  MAAK_FILE_KIND_PLAN, /* JSON, whatever is in it */
  MAAK_FILE_KIND_TABLE,
  MAAK_FILE_KIND_TEXT, /* a document of a word processor */
  MAAK_FILE_KIND_PDF,
  MAAK_FILE_KIND_IMAGE,
  MAAK_FILE_KIND_ARCHIVE,
  MAAK_FILE_KIND_FOLDER,
  MAAK_FILE_KIND_MAP,
  MAAK_FILE_KIND_EMPTY,
  MAAK_FILE_KIND_MISSING,
  MAAK_FILE_KIND_OTHER,
} MaakFileKind;

MaakFileKind maak_file_kind_find (GFile *file);
char        *maak_file_kind_dup_name (GFile *file);
void         maak_file_kind_present (GtkWidget *parent, GFile *file, const GError *error_or_null, MaakLanguage language);

G_END_DECLS
