/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
/* A file of any kind was dropped on a window or given on the command line. A plan opens; of anything else a sentence says
 * what it is and what can be done with it here. The kind is guessed from the first bytes, then from the end of the name,
 * in a closed table, so that every machine says the same; a wrong guess costs a less fitting sentence and nothing more. */

#include "shell/maak-file-kind.h"

#include "base/maak-error.h"
#include "base/maak-file.h"
#include "shell/dialogs/maak-problem.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct
{
  const char  *magic;
  guint        length;
  MaakFileKind kind;
} magics[] = {
  { "%PDF-", 5, MAAK_FILE_KIND_PDF },
  { "\x89PNG", 4, MAAK_FILE_KIND_IMAGE },
  { "\xff\xd8\xff", 3, MAAK_FILE_KIND_IMAGE },
  { "GIF8", 4, MAAK_FILE_KIND_IMAGE },
  { "{\\rtf", 5, MAAK_FILE_KIND_TEXT },
};

static const struct
{
  const char  *end;
  MaakFileKind kind;
} ends[] = {
  { ".geojson", MAAK_FILE_KIND_MAP },
  { ".topojson", MAAK_FILE_KIND_MAP },
  { ".gpkg", MAAK_FILE_KIND_MAP },
  { ".shp", MAAK_FILE_KIND_MAP },
  { ".kml", MAAK_FILE_KIND_MAP },
  { ".json", MAAK_FILE_KIND_PLAN },
  { ".csv", MAAK_FILE_KIND_TABLE },
  { ".tsv", MAAK_FILE_KIND_TABLE },
  { ".xlsx", MAAK_FILE_KIND_TABLE },
  { ".xls", MAAK_FILE_KIND_TABLE },
  { ".ods", MAAK_FILE_KIND_TABLE },
  { ".docx", MAAK_FILE_KIND_TEXT },
  { ".doc", MAAK_FILE_KIND_TEXT },
  { ".odt", MAAK_FILE_KIND_TEXT },
  { ".rtf", MAAK_FILE_KIND_TEXT },
  { ".txt", MAAK_FILE_KIND_TEXT },
  { ".md", MAAK_FILE_KIND_TEXT },
  { ".html", MAAK_FILE_KIND_TEXT },
  { ".pdf", MAAK_FILE_KIND_PDF },
  { ".png", MAAK_FILE_KIND_IMAGE },
  { ".jpg", MAAK_FILE_KIND_IMAGE },
  { ".jpeg", MAAK_FILE_KIND_IMAGE },
  { ".svg", MAAK_FILE_KIND_IMAGE },
  { ".tif", MAAK_FILE_KIND_IMAGE },
  { ".tiff", MAAK_FILE_KIND_IMAGE },
  { ".webp", MAAK_FILE_KIND_IMAGE },
  { ".zip", MAAK_FILE_KIND_ARCHIVE },
  { ".7z", MAAK_FILE_KIND_ARCHIVE },
  { ".gz", MAAK_FILE_KIND_ARCHIVE },
};

/* What to say: what it is (with the name), and what can be done. */
static const struct
{
  const char *what, *now;
} words[] = {
  [MAAK_FILE_KIND_PLAN] = { N_ ("‘%s’ cannot be opened as a plan"),
                            N_ ("Nothing was changed. Ask whoever gave you the file for another copy, or open an older version of your own.") },
  [MAAK_FILE_KIND_TABLE] = { N_ ("‘%s’ is a table, not a plan"),
                             N_ ("Open it in a spreadsheet program, copy the cells you need and paste them into a table of your plan, such as a budget.") },
  [MAAK_FILE_KIND_TEXT] = { N_ ("‘%s’ is a text, not a plan"),
                            N_ ("Open it in a word processor, copy what you need and paste it into a text of your plan. Paragraphs, lists and links are kept.") },
  [MAAK_FILE_KIND_PDF] = { N_ ("‘%s’ is a PDF, not a plan"),
                           N_ ("To edit a plan, open its own file; the name ends in .maakland.json. To keep this PDF with your plan, open the plan and add it to the attachments.") },
  [MAAK_FILE_KIND_IMAGE] = { N_ ("‘%s’ is a picture, not a plan"),
                             N_ ("To keep it with your plan, open the plan and add it to the attachments.") },
  [MAAK_FILE_KIND_ARCHIVE] = { N_ ("‘%s’ is a packed folder, not a plan"),
                               N_ ("Unpack it first, and then open the file in it whose name ends in .maakland.json.") },
  [MAAK_FILE_KIND_FOLDER] = { N_ ("‘%s’ is a folder, not a plan"),
                              N_ ("Open a file in it whose name ends in .maakland.json.") },
  [MAAK_FILE_KIND_MAP] = { N_ ("‘%s’ is a map file, not a plan"),
                           N_ ("Maakland brings its own boundaries of provinces and municipalities; it does not read those of others.") },
  [MAAK_FILE_KIND_EMPTY] = { N_ ("‘%s’ is empty"),
                             N_ ("There is nothing in this file. Open another copy, or begin a new plan.") },
  [MAAK_FILE_KIND_MISSING] = { N_ ("‘%s’ cannot be found"),
                               N_ ("It may have been moved, renamed or deleted, or the drive on which it stands is not connected. Look for it with Open.") },
  [MAAK_FILE_KIND_OTHER] = { N_ ("‘%s’ is not a plan"),
                             N_ ("Open a file whose name ends in .maakland.json, or begin a new plan.") },
};

static MaakFileKind
find_by_magic (const char *bytes,
               gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length >= magics[i].length && memcmp (bytes, magics[i].magic, magics[i].length) == 0)
      return magics[i].kind;
  for (gsize i = 0; i < length && (g_ascii_isspace (bytes[i]) || bytes[i] == '{'); i++)
    if (bytes[i] == '{')
      return MAAK_FILE_KIND_PLAN;
  return MAAK_FILE_KIND_OTHER;
}

static MaakFileKind
find_by_end (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (lower, ends[i].end))
      return ends[i].kind;
  return MAAK_FILE_KIND_OTHER;
}

/** maak_file_kind_dup_name: Returns: (transfer full): what a file is called, as it can be shown; a name need not be UTF-8 */
char *
maak_file_kind_dup_name (GFile *file)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);
  return name != NULL ? g_filename_display_basename (name) : g_file_get_parse_name (file);
}

/** maak_file_kind_find: Returns: what a file is, by its first bytes and its name; reads no more than that */
MaakFileKind
maak_file_kind_find (GFile *file)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  char         bytes[64];
  gssize       n;
  MaakFileKind kind;

  g_return_val_if_fail (G_IS_FILE (file), MAAK_FILE_KIND_OTHER);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    return MAAK_FILE_KIND_FOLDER;
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    return g_file_query_exists (file, NULL) ? MAAK_FILE_KIND_OTHER : MAAK_FILE_KIND_MISSING;
  stream = g_file_read (file, NULL, &error);
  if (stream == NULL)
    return find_by_end (file);
  n = g_input_stream_read (G_INPUT_STREAM (stream), bytes, sizeof bytes, NULL, NULL);
  if (n == 0)
    return MAAK_FILE_KIND_EMPTY;
  kind = n > 0 ? find_by_magic (bytes, (gsize) n) : MAAK_FILE_KIND_OTHER;
  if (kind == MAAK_FILE_KIND_OTHER || (kind == MAAK_FILE_KIND_PLAN && find_by_end (file) == MAAK_FILE_KIND_MAP))
    kind = find_by_end (file);
  return kind;
}

/* Why a plan cannot be opened; what stands in the way of any other kind is its kind. */
static gboolean
needs_reason (MaakFileKind  kind,
              const GError *error)
{
  if (error == NULL || kind == MAAK_FILE_KIND_MISSING)
    return FALSE;
  return kind == MAAK_FILE_KIND_PLAN || kind == MAAK_FILE_KIND_OTHER || g_error_matches (error, MAAK_FILE_ERROR, MAAK_FILE_ERROR_NOT_ALLOWED) ||
         g_error_matches (error, MAAK_FILE_ERROR, MAAK_FILE_ERROR_FAILED);
}

/* @sentence has "%s" once. */
static char *
dup_with_name (const char *sentence,
               const char *name)
{
  g_autoptr (GString) string = g_string_new (sentence);

  g_string_replace (string, "%s", name, 1);
  return g_string_free_and_steal (g_steal_pointer (&string));
}

/**
 * maak_file_kind_present:
 * @parent: the window
 * @file: that could not be opened
 * @error_or_null: what was said when it was opened as a plan
 * @language: of the interface
 *
 * Says in a dialog what the file is, why it does not open, and what to do now.
 */
void
maak_file_kind_present (GtkWidget    *parent,
                        GFile        *file,
                        const GError *error_or_null,
                        MaakLanguage  language)
{
  g_autofree char *name = NULL;
  g_autofree char *what = NULL;
  g_autofree char *why = NULL;
  MaakFileKind     kind;

  g_return_if_fail (GTK_IS_WIDGET (parent) && G_IS_FILE (file));

  kind = maak_file_kind_find (file);
  name = maak_file_kind_dup_name (file);
  what = dup_with_name (_ (words[kind].what), name);
  if (needs_reason (kind, error_or_null))
    why = maak_error_dup_wording (error_or_null, language);
  maak_problem_present (parent, what, why, _ (words[kind].now));
}
