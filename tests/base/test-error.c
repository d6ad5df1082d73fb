/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "base/maak-error.h"
#include "maak-test.h"

#include <errno.h>
#include <gio/gio.h>

#define NL MAAK_LANGUAGE_NL
#define EN MAAK_LANGUAGE_EN

static GQuark test_error_quark (void);
MAAK_DEFINE_ERROR_DOMAIN (test_error_quark, "maak-test-error")

static GError *
make_error (const char *file, const char *path)
{
  GError *error = NULL;

  maak_error_set (&error, test_error_quark (), 3, path, maak_message_new (MAAK_PHRASE_ERROR_FILE_FOLDER, MAAK_ARG_END));
  if (file != NULL)
    maak_error_set_file (&error, file);
  return error;
}

static const struct
{
  const char *name;
  const char *file, *path;
  const char *en;
} place_rows[] = {
  { "neither", NULL, NULL, "This is a folder, not a file. Choose a file." },
  { "file", "plan.json", NULL, "plan.json: This is a folder, not a file. Choose a file." },
  { "path", NULL, "a[2].b", "a[2].b: This is a folder, not a file. Choose a file." },
  { "both", "plan.json", "a[2].b", "plan.json: a[2].b: This is a folder, not a file. Choose a file." },
  { "root-path", "plan.json", "", "plan.json: This is a folder, not a file. Choose a file." },
};

static void
test_place (gconstpointer data)
{
  const typeof (place_rows[0]) *row = data;
  g_autoptr (GError) error = make_error (row->file, row->path);
  g_autofree char *en = maak_error_dup_wording (error, EN);

  g_assert_error (error, test_error_quark (), 3);
  g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpstr (error->message, ==, "This is a folder, not a file. Choose a file.");
}

static const struct
{
  const char *name;
  const char *path, *prefix, *expected;
} prefix_rows[] = {
  { "member", "b", "a", "a.b" },
  { "element", "[0].b", "a", "a[0].b" },
  { "quoted", "[\"x y\"]", "a", "a[\"x y\"]" },
  { "none", NULL, "a[1]", "a[1]" },
  { "empty", "b", "", "b" },
};

static void
test_prefix (gconstpointer data)
{
  const typeof (prefix_rows[0]) *row = data;
  g_autoptr (GError) error = make_error (NULL, row->path);

  maak_error_prefix_path (&error, row->prefix);
  g_assert_cmpstr (maak_error_get_path (error), ==, row->expected);
}

static const struct
{
  const char *name;
  int         number;
  const char *nl, *en;
} errno_rows[] = {
  { "not-found", ENOENT, "Dit bestand is er niet. Controleer de naam en de map.", "There is no such file. Check its name and folder." },
  { "not-a-folder", ENOTDIR, "Dit bestand is er niet. Controleer de naam en de map.", "There is no such file. Check its name and folder." },
  { "no-access", EACCES, "U hebt hier geen toestemming voor. Vraag de beheerder om toegang of kies een andere plaats.", "You do not have permission for this. Ask the administrator for access or choose another place." },
  { "folder", EISDIR, "Dit is een map, geen bestand. Kies een bestand.", "This is a folder, not a file. Choose a file." },
  { "full", ENOSPC, "De schijf is vol. Maak ruimte of kies een andere plaats.", "The disk is full. Free some space or choose another place." },
  { "quota", EDQUOT, "U hebt uw schijfruimte opgebruikt. Verwijder bestanden of kies een andere plaats.", "You have used up your disk space. Remove files or choose another place." },
  { "read-only", EROFS, "Deze plaats is alleen te lezen. Kies een andere plaats.", "This place is read-only. Choose another place." },
  { "name", ENAMETOOLONG, "Deze naam kan niet op deze schijf. Kies een kortere of eenvoudiger naam.", "This name is not possible on this disk. Choose a shorter or simpler name." },
  { "io", EIO, "Lezen of schrijven lukte niet: de schijf of het netwerk geeft een fout. Probeer het opnieuw of kies een andere plaats.", "Reading or writing failed: the disk or the network reports an error. Try again or choose another place." },
  { "busy", EBUSY, "Lezen of schrijven lukte niet: het bestand is in gebruik. Probeer het opnieuw of kies een andere plaats.", "Reading or writing failed: the file is in use. Try again or choose another place." },
  { "network", ESTALE, "Lezen of schrijven lukte niet: de verbinding met de netwerkschijf is weg. Probeer het opnieuw of kies een andere plaats.", "Reading or writing failed: the connection to the network drive is lost. Try again or choose another place." },
  { "unheard-of", 4242, "Lezen of schrijven lukte niet: het systeem meldt fout 4242. Probeer het opnieuw of kies een andere plaats.", "Reading or writing failed: the system reports error 4242. Try again or choose another place." },
};

static void
test_errno (gconstpointer data)
{
  const typeof (errno_rows[0]) *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *nl = NULL, *en = NULL;
  g_autofree char *expected_nl = g_strconcat ("/a/b: ", row->nl, NULL);
  g_autofree char *expected_en = g_strconcat ("/a/b: ", row->en, NULL);

  maak_error_set_errno (&error, test_error_quark (), 2, row->number, "/a/b");
  nl = maak_error_dup_wording (error, NL);
  en = maak_error_dup_wording (error, EN);
  g_assert_cmpstr (nl, ==, expected_nl);
  g_assert_cmpstr (en, ==, expected_en);
  maak_test_assert_worded (error);
}

static void
test_copy (void)
{
  g_autoptr (GError) error = make_error ("f", "p");
  g_autoptr (GError) copy = g_error_copy (error);
  g_autoptr (GError) moved = NULL;
  g_autofree char *wording = NULL;

  g_clear_error (&error);
  g_propagate_error (&moved, g_steal_pointer (&copy));
  wording = maak_error_dup_wording (moved, NL);
  g_assert_cmpstr (wording, ==, "f: p: Dit is een map, geen bestand. Kies een bestand.");
  g_assert_cmpstr (maak_error_get_file (moved), ==, "f");
}

static void
test_foreign (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "boom");
  g_autofree char *wording = NULL;

  maak_error_set_file (&error, "f");
  maak_error_prefix_path (&error, "p");
  wording = maak_error_dup_wording (error, NL);
  g_assert_null (maak_error_get_message (error));
  g_assert_null (maak_error_get_path (error));
  g_assert_cmpstr (wording, ==, "Er ging iets mis: boom");
}

/* Nobody wants the error: the message is released all the same (a leak checker sees it). */
static void
test_unwanted (void)
{
  maak_error_set (NULL, test_error_quark (), 1, "p", maak_message_new (MAAK_PHRASE_MONTH_1, MAAK_ARG_END));
  maak_error_set_errno (NULL, test_error_quark (), 1, EIO, "f");
  maak_error_prefix_path (NULL, "p");
  maak_error_set_file (NULL, "f");
  g_assert_null (maak_error_get_path (NULL));
}

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  MAAK_TEST_TABLE ("/base/error/place", place_rows, test_place);
  MAAK_TEST_TABLE ("/base/error/prefix", prefix_rows, test_prefix);
  MAAK_TEST_TABLE ("/base/error/errno", errno_rows, test_errno);
  g_test_add_func ("/base/error/copy", test_copy);
  g_test_add_func ("/base/error/foreign", test_foreign);
  g_test_add_func ("/base/error/unwanted", test_unwanted);
  return g_test_run ();
}
