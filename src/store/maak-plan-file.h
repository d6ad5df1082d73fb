/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-file.h"
#include "plan/maak-plan.h"

G_BEGIN_DECLS

#define MAAK_STORE_ERROR (maak_store_error_quark ())
GQuark maak_store_error_quark (void);

typedef enum
{
  MAAK_STORE_ERROR_FORMAT,    /* JSON, but not a plan of Maakland */
  MAAK_STORE_ERROR_MIGRATION, /* an older version that cannot be brought up to date */
  MAAK_STORE_ERROR_READ_ONLY, /* of a newer version: it is read, never written */
  MAAK_STORE_ERROR_NOT_SAME,  /* what was written would not be read back the same; nothing was written */
  MAAK_STORE_ERROR_HELD,      /* a program that runs now has the draft */
  MAAK_STORE_ERROR_DRAFT,     /* a draft that is gone, or cannot be read */
} MaakStoreErrorCode;

#define MAAK_PLAN_FILE_VERSION 1 /* of the format, that this program writes */

/* One state of the plan that was saved. Unset strings are NULL. */
typedef struct
{
  const char        *hash;    /* sha256 of the content, hexadecimal */
  const char *const *parents; /* hashes of what it was made from; NULL-terminated */
  const char        *time;    /* RFC 3339, in UTC */
  const char        *author;  /* only if the person wants it */
  const char        *program; /* name and version */
} MaakRevision;

/* Who saves, when and with what; each may be NULL. The caller gives the time, so that a save can be repeated. */
typedef struct
{
  const char *time;
  const char *author;
  const char *program;
} MaakRevisionInfo;

/* A plan and the file that it stands in: id, revisions, members that this program does not know. */
#define MAAK_TYPE_PLAN_FILE (maak_plan_file_get_type ())
G_DECLARE_FINAL_TYPE (MaakPlanFile, maak_plan_file, MAAK, PLAN_FILE, GObject)

MaakPlanFile *maak_plan_file_new (MaakPlan *plan, const char *id_or_null);
gboolean      maak_plan_file_load (const char *path, MaakLibrary *library, MaakPlanFile **file, GError **error);
MaakPlanFile *maak_plan_file_new_from_bytes (GBytes *bytes, MaakLibrary *library, GError **error);
gboolean      maak_plan_file_save (MaakPlanFile *self, const char *path_or_null, const MaakRevisionInfo *info, GError **error);
gboolean      maak_plan_file_save_over (MaakPlanFile *self, const char *path_or_null, const MaakFileMark *seen, const MaakRevisionInfo *info, GError **error);
GPtrArray    *maak_plan_file_dup_parts (MaakPlanFile *self);
GBytes       *maak_plan_file_serialise (MaakPlanFile *self, const MaakRevisionInfo *info);
GBytes       *maak_plan_file_serialise_checked (MaakPlanFile *self, const MaakRevisionInfo *info, GError **error);

/* Saving on another thread: freeze, save the frozen copy there, adopt what it knows then. */
MaakPlanFile       *maak_plan_file_new_frozen (MaakPlanFile *self);
void                maak_plan_file_adopt (MaakPlanFile *self, MaakPlanFile *frozen);
void                maak_plan_file_set_place (MaakPlanFile *self, const char *path, const MaakFileMark *mark);
const MaakFileMark *maak_plan_file_get_mark (MaakPlanFile *self);

MaakPlan           *maak_plan_file_get_plan (MaakPlanFile *self);
const char         *maak_plan_file_get_path (MaakPlanFile *self); /* NULL: never loaded or saved */
const char         *maak_plan_file_get_id (MaakPlanFile *self);
gint64              maak_plan_file_get_version (MaakPlanFile *self); /* that the file had */
gboolean            maak_plan_file_is_newer (MaakPlanFile *self);
guint               maak_plan_file_get_n_revisions (MaakPlanFile *self);
const MaakRevision *maak_plan_file_get_revision (MaakPlanFile *self, guint index); /* the oldest first */

G_END_DECLS
