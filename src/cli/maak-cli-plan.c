/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "cli/maak-cli-plan.h"

#include <stdlib.h>

/* Reads the plan of a command. The caller owns *file. */
gboolean
maak_cli_load (MaakCliContext *self, const char *path, MaakPlanFile **file, int *exit_code)
{
  g_autoptr (GError) error = NULL;
  MaakLibrary *library = maak_cli_get_library (self, &error);

  if (library != NULL && maak_plan_file_load (path, library, file, &error))
    return TRUE;
  *exit_code = maak_cli_fail (self, error);
  return FALSE;
}

/* The same for a command that changes the plan: refuses a file of a newer version before anything else. */
gboolean
maak_cli_load_to_change (MaakCliContext *self, const char *path, MaakPlanFile **file, int *exit_code)
{
  if (!maak_cli_load (self, path, file, exit_code))
    return FALSE;
  if (!maak_plan_file_is_newer (*file))
    return TRUE;
  *exit_code = maak_cli_fail_in_file (self, *file, NULL, maak_message_new (MAAK_PHRASE_STORE_NEWER, MAAK_ARG_INTEGER, "version", maak_plan_file_get_version (*file), MAAK_ARG_END));
  return FALSE;
}

/* Now, or what SOURCE_DATE_EPOCH says, so that a save can be made again byte by byte. */
static char *
dup_time (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64      seconds;
  g_autoptr (GDateTime) time = NULL;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, 253402300799, &seconds, NULL))
    time = g_date_time_new_from_unix_utc (seconds);
  else
    time = g_date_time_new_now_utc ();
  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

/* Writes the plan back, or to a path where nothing is yet. */
gboolean
maak_cli_save (MaakCliContext *self, MaakPlanFile *file, const char *path, int *exit_code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *time = dup_time ();
  MaakRevisionInfo info = { .time = time, .program = "maakland-cli " MAAKLAND_VERSION };

  if (maak_plan_file_save (file, path, &info, &error))
    return TRUE;
  *exit_code = maak_cli_fail (self, error);
  return FALSE;
}

/* Finds the place that a path names; clear it with maak_cli_place_clear(). */
gboolean
maak_cli_resolve (MaakCliContext *self, MaakPlanFile *file, const char *path, MaakCliPlace *place, int *exit_code)
{
  g_autoptr (GError) error = NULL;

  if (maak_plan_resolve (maak_plan_file_get_plan (file), path, &place->record, &place->field, &place->rest, &error))
    return TRUE;
  maak_error_set_file (&error, maak_plan_file_get_path (file));
  *exit_code = maak_cli_fail (self, error);
  return FALSE;
}

/* Releases what a place holds. */
void
maak_cli_place_clear (MaakCliPlace *place)
{
  g_clear_pointer (&place->rest, g_free);
}

/* A sentence about the plan file and a path in it; returns the exit code. */
int
maak_cli_fail_in_file (MaakCliContext *self, MaakPlanFile *file, const char *path, MaakMessage *message)
{
  g_autoptr (GError) error = NULL;

  maak_error_set (&error, MAAK_PLAN_ERROR, MAAK_PLAN_ERROR_INVALID_VALUE, path, message);
  maak_error_set_file (&error, maak_plan_file_get_path (file));
  return maak_cli_fail (self, error);
}
