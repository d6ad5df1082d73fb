/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "maak-test.h"

#include "shell/maak-document-private.h"

/* A folder with drafts and plans, and short delays, so that what is waited for comes soon. Tests wait for what shall be, with a limit
 * that only a program that hangs can reach. */
#define LIMIT (60 * G_USEC_PER_SEC)

typedef struct
{
  char        *folder;
  char        *path; /* of a plan */
  MaakLibrary *library;
  MaakDrafts  *drafts;
} Place;

static inline MaakLibrary *
get_library (void)
{
  static MaakLibrary *library;

  if (library == NULL)
    {
      g_autoptr (GError) error = NULL;
      library = maak_library_new (NULL, NULL, &error);
      g_assert_no_error (error);
    }
  return library;
}

static inline void
set_up (Place *place, gconstpointer data)
{
  g_autofree char *drafts = NULL;

  place->folder = maak_test_make_folder ();
  place->path = g_build_filename (place->folder, "plan.maakland.json", NULL);
  drafts = g_build_filename (place->folder, "drafts", NULL);
  place->drafts = maak_drafts_new (drafts);
  place->library = get_library ();
}

static inline void
tear_down (Place *place, gconstpointer data)
{
  g_object_unref (place->drafts);
  maak_test_remove_folder (place->folder);
  g_free (place->path);
  g_free (place->folder);
}

/* What a program that starts again sees: its own list of drafts, its own claims. */
static inline void
start_again (Place *place)
{
  MaakDrafts *drafts = maak_drafts_new (maak_drafts_get_folder (place->drafts));

  g_object_unref (place->drafts);
  place->drafts = drafts;
}

static inline const MaakField *
get_title_field (MaakDocument *document)
{
  MaakRecord *root = maak_plan_get_root (maak_document_get_plan (document));

  return maak_template_lookup_role (maak_record_get_template (root), MAAK_ROLE_TITLE);
}

static inline void
type (MaakDocument *document, const char *title)
{
  MaakPlan *plan = maak_document_get_plan (document);
  g_autoptr (MaakText) text = maak_text_new (title, NULL);
  g_autoptr (MaakValue) value = maak_value_new_text (text);

  maak_plan_set (plan, maak_plan_get_root (plan), get_title_field (document), value);
}

static inline char *
dup_title (MaakPlanFile *file)
{
  MaakText *text = maak_record_get_text (maak_plan_get_root (maak_plan_file_get_plan (file)), MAAK_ROLE_TITLE);

  return g_strdup (text != NULL ? maak_text_get (text, MAAK_LANGUAGE_NL) : "");
}

#define assert_title(document, expected)                                            \
  do                                                                                \
    {                                                                               \
      g_autofree char *found_title = dup_title (maak_document_get_file (document)); \
      g_assert_cmpstr (found_title, ==, expected);                                  \
    }                                                                               \
  while (0)

/* What stands in a file now. */
static inline char *
dup_title_in (Place *place, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MaakPlanFile) file = NULL;

  maak_plan_file_load (path, place->library, &file, &error);
  g_assert_no_error (error);
  return dup_title (file);
}

#define assert_title_in(place, path, expected)                    \
  do                                                              \
    {                                                             \
      g_autofree char *stored_title = dup_title_in (place, path); \
      g_assert_cmpstr (stored_title, ==, expected);               \
    }                                                             \
  while (0)

static inline void
hurry (MaakDocument *document)
{
  document->delays = (MaakDocumentDelays) { .draft = 5, .longest = 50, .rest = 1000000, .retry = 5, .look = 5 };
}

static inline MaakDocument *
new_document (Place *place)
{
  MaakRecord   *root = maak_record_new (maak_library_get_plan_template (place->library), NULL);
  MaakDocument *document = maak_document_new (place->library, place->drafts, root);

  hurry (document);
  return document;
}

static inline MaakDocument *
open_document (Place *place)
{
  g_autoptr (GError) error = NULL;
  MaakDocument *document = NULL;

  maak_document_open (place->path, place->library, place->drafts, &document, &error);
  g_assert_no_error (error);
  hurry (document);
  return document;
}

static inline MaakDocument *
open_example (Place *place)
{
  g_autofree char *example = g_build_filename (g_getenv ("MAAKLAND_SOURCE"), "data", "examples", "overijssel.maakland.json", NULL);
  g_autofree char *contents = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (example, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (place->path, contents, (gssize) length, NULL));
  return open_document (place);
}

/* A plan in its file, open. */
static inline MaakDocument *
open_saved (Place *place, const char *title)
{
  g_autoptr (MaakDocument) document = new_document (place);
  g_autoptr (GError) error = NULL;

  type (document, title);
  g_assert_true (maak_document_save (document, place->path, &error));
  g_assert_no_error (error);
  g_assert_true (maak_document_close (document));
  return open_document (place);
}

#define wait_for(condition)                                         \
  do                                                                \
    {                                                               \
      const gint64 wait_limit = g_get_monotonic_time () + LIMIT;    \
      while (!(condition))                                          \
        {                                                           \
          g_assert_cmpint (g_get_monotonic_time (), <, wait_limit); \
          if (!g_main_context_iteration (NULL, FALSE))              \
            g_usleep (200);                                         \
        }                                                           \
    }                                                               \
  while (0)

#define wait_for_state(document, state) wait_for (maak_document_get_state (document) == (state))

static inline void
turn_loop (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* As the program would be after kill -9: no word to anybody, and its locks are gone. */
static inline void
drop_dead (Place *place, MaakDocument **document)
{
  maak_document_wait (*document);
  maak_drafts_release (place->drafts, (*document)->details->id);
  (*document)->claimed = FALSE;
  maak_document_stop_saving (*document);
  g_clear_object (document);
  turn_loop ();
  start_again (place);
}

static inline guint
count_drafts (Place *place)
{
  g_autoptr (GPtrArray) drafts = maak_drafts_list (place->drafts);

  return drafts->len;
}
