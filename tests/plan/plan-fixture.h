/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "maak-test.h"

#include "plan/maak-plan.h"

/* What the tests of the engine share: a library of small templates in which every field type is there once
 * (data/), and plans of it from JSON. */

static inline char *
fixture_read (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MAAKLAND_SOURCE"), "tests", "plan", "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static inline MaakLibrary *
fixture_library (void)
{
  g_autofree char *templates = fixture_read ("templates.json");
  g_autofree char *documents = fixture_read ("documents.json");
  g_autofree char *colour = fixture_read ("colour.json");
  g_autofree char *sensitivity = fixture_read ("sensitivity.json");
  g_autoptr (GError) error = NULL;
  MaakLibrary *library = maak_library_new_from_json ((const char *const[]) { templates, NULL }, (const char *const[]) { documents, colour, sensitivity, NULL }, &error);

  g_assert_no_error (error);
  return library;
}

static inline MaakPlan *
fixture_plan_or_error (MaakLibrary *library,
                       const char  *json,
                       GError     **error)
{
  g_autoptr (JsonNode) node = maak_json_parse (json, strlen (json), &maak_json_limits_plan, error);
  MaakJsonPlace root;
  MaakRecord   *record;

  if (node == NULL)
    return NULL;
  maak_json_place_init_root (&root, node);
  record = maak_record_new_from_json (library, maak_library_get_plan_template (library), &root, error);
  return record != NULL ? maak_plan_new (library, record, error) : NULL;
}

static inline MaakPlan *
fixture_plan (MaakLibrary *library,
              const char  *json)
{
  g_autoptr (GError) error = NULL;
  MaakPlan *plan = fixture_plan_or_error (library, json, &error);

  g_assert_no_error (error);
  return plan;
}

static inline char *
fixture_write (MaakPlan *plan)
{
  MaakJsonWriter *writer = maak_json_writer_new ();
  g_autoptr (GBytes) bytes = NULL;

  maak_record_write (maak_plan_get_root (plan), maak_library_get_plan_template (maak_plan_get_library (plan)), writer);
  bytes = maak_json_writer_end (writer);
  maak_json_writer_free (writer);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* JSON on one line without spaces, so that a case can be written on one line; strings in these tests hold none. */
static inline char *
fixture_squeeze (const char *json)
{
  GString *out = g_string_new (NULL);
  gboolean in_string = FALSE;

  for (const char *p = json; *p != '\0'; p++)
    {
      if (*p == '"' && (p == json || p[-1] != '\\'))
        in_string = !in_string;
      if (in_string || !g_ascii_isspace (*p))
        g_string_append_c (out, *p);
    }
  return g_string_free_and_steal (out);
}

static inline char *
fixture_write_squeezed (MaakPlan *plan)
{
  g_autofree char *json = fixture_write (plan);

  return fixture_squeeze (json);
}

static inline void
fixture_find (MaakPlan         *plan,
              const char       *path,
              MaakRecord      **record,
              const MaakField **field)
{
  g_autofree char *rest = NULL;
  g_autoptr (GError) error = NULL;

  maak_plan_resolve (plan, path, record, field, &rest, &error);
  g_assert_no_error (error);
  g_assert_null (rest);
}

static inline MaakRecord *
fixture_record (MaakPlan   *plan,
                const char *path)
{
  MaakRecord      *record = NULL;
  const MaakField *field = NULL;

  fixture_find (plan, path, &record, &field);
  return record;
}
