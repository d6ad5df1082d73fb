/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The list of recent plans: the latest first, each once, not too many; a damaged list is an empty one; a plan that is gone is said to be.
 */
#include "maak-test.h"

#include "store/maak-recents.h"

#include <unistd.h>

typedef struct
{
  char        *folder;
  char        *path;
  MaakRecents *recents;
  guint        told;
} Place;

static void
count_cb (guint *told)
{
  ++*told;
}

static void
begin (Place *place)
{
  place->recents = maak_recents_new (place->path);
  place->told = 0;
  g_signal_connect_swapped (place->recents, "changed", G_CALLBACK (count_cb), &place->told);
}

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = maak_test_make_folder ();
  place->path = g_build_filename (place->folder, "data", "recents.json", NULL);
  begin (place);
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_object_unref (place->recents);
  maak_test_remove_folder (place->folder);
  g_free (place->path);
  g_free (place->folder);
}

static void
start_again (Place *place)
{
  g_object_unref (place->recents);
  begin (place);
}

static void
add (Place *place, const char *path, gint64 opened)
{
  g_autoptr (MaakText) title = maak_text_new ("Plan", "Plan");
  g_autoptr (GError) error = NULL;
  const MaakRecent recent = { path, title, "PV23", "draft", opened };

  g_assert_true (maak_recents_add (place->recents, &recent, &error));
  g_assert_no_error (error);
}

static const char *
get_path (Place *place, guint index)
{
  return maak_recents_get (place->recents, index)->path;
}

static void
test_round (Place *place, gconstpointer data)
{
  const MaakRecent *recent;

  add (place, "/map/Plan é.maakland.json", 17);
  g_assert_cmpuint (place->told, ==, 1);
  start_again (place);
  g_assert_cmpuint (maak_recents_get_n (place->recents), ==, 1);
  recent = maak_recents_get (place->recents, 0);
  g_assert_cmpstr (recent->path, ==, "/map/Plan é.maakland.json");
  g_assert_cmpstr (maak_text_get (recent->title, MAAK_LANGUAGE_NL), ==, "Plan");
  g_assert_cmpstr (recent->region, ==, "PV23");
  g_assert_cmpstr (recent->state, ==, "draft");
  g_assert_cmpint (recent->opened, ==, 17);
}

static void
test_bare (Place *place, gconstpointer data)
{
  const MaakRecent bare = { .path = "/map/plan.json" };

  g_assert_true (maak_recents_add (place->recents, &bare, NULL));
  start_again (place);
  g_assert_null (maak_recents_get (place->recents, 0)->title);
  g_assert_null (maak_recents_get (place->recents, 0)->region);
}

static void
test_order (Place *place, gconstpointer data)
{
  g_autofree char *plan = g_build_filename (place->folder, "plan.json", NULL);
  g_autofree char *link = g_build_filename (place->folder, "link.json", NULL);

  g_assert_true (g_file_set_contents (plan, "{}", -1, NULL));
  g_assert_cmpint (symlink (plan, link), ==, 0);
  add (place, plan, 1);
  add (place, "/b", 2);
  g_assert_cmpstr (get_path (place, 0), ==, "/b");
  /* The same plan by another name is the same plan. */
  add (place, link, 3);
  g_assert_cmpuint (maak_recents_get_n (place->recents), ==, 2);
  g_assert_cmpstr (get_path (place, 0), ==, link);
  g_assert_false (maak_recents_is_missing (place->recents, 0));
  g_assert_true (maak_recents_is_missing (place->recents, 1));
}

static void
test_at_most (Place *place, gconstpointer data)
{
  for (int i = 0; i < MAAK_RECENTS_MAX + 5; i++)
    {
      g_autofree char *path = g_strdup_printf ("/map/%d.json", i);
      add (place, path, i);
    }
  start_again (place);
  g_assert_cmpuint (maak_recents_get_n (place->recents), ==, MAAK_RECENTS_MAX);
  g_assert_cmpstr (get_path (place, 0), ==, "/map/24.json");
  g_assert_cmpstr (get_path (place, MAAK_RECENTS_MAX - 1), ==, "/map/5.json");
}

static void
test_remove (Place *place, gconstpointer data)
{
  add (place, "/a", 1);
  add (place, "/b", 2);
  g_assert_true (maak_recents_remove (place->recents, get_path (place, 0), NULL));
  g_assert_cmpuint (place->told, ==, 3);
  start_again (place);
  g_assert_cmpuint (maak_recents_get_n (place->recents), ==, 1);
  g_assert_cmpstr (get_path (place, 0), ==, "/a");
}

/* Another program added one meanwhile: both stay. */
static void
test_two_programs (Place *place, gconstpointer data)
{
  g_autoptr (MaakRecents) other = maak_recents_new (place->path);
  const MaakRecent theirs = { .path = "/theirs" };

  g_assert_true (maak_recents_add (other, &theirs, NULL));
  add (place, "/mine", 1);
  g_assert_cmpuint (maak_recents_get_n (place->recents), ==, 2);
}

static void
test_damaged (Place *place, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (place->path);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (place->path, data, -1, NULL));
  start_again (place);
  g_assert_cmpuint (maak_recents_get_n (place->recents), ==, 0);
  add (place, "/a", 1);
  start_again (place);
  g_assert_cmpuint (maak_recents_get_n (place->recents), ==, 1);
}

/* It is in the way of nothing: the plan is open all the same. */
static void
test_not_written (Place *place, gconstpointer data)
{
  const MaakRecent recent = { .path = "/a" };
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (place->path, 0700);
  g_assert_false (maak_recents_add (place->recents, &recent, &error));
  maak_test_assert_worded (error);
  g_assert_cmpuint (maak_recents_get_n (place->recents), ==, 1);
}

static const struct
{
  const char *name;
  void (*test) (Place *place, gconstpointer data);
  gconstpointer data;
} rows[] = {
  { "round", test_round },
  { "bare", test_bare },
  { "order", test_order },
  { "at most", test_at_most },
  { "remove", test_remove },
  { "two programs", test_two_programs },
  { "damaged/garbage", test_damaged, "garbage" },
  { "damaged/truncated", test_damaged, "{\"format\": \"maakland-recents\", \"recents\": [" },
  { "damaged/other format", test_damaged, "{\"format\": \"x\", \"recents\": [{\"file\": \"file:///a\"}]}" },
  { "damaged/rows", test_damaged, "{\"format\": \"maakland-recents\", \"recents\": [1, {}, {\"file\": 3}, {\"file\": \"http://x/\"}]}" },
  { "not written", test_not_written },
};

int
main (int argc, char **argv)
{
  maak_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/store/recents/", rows[i].name, NULL);
      g_test_add (path, Place, rows[i].data, set_up, rows[i].test, tear_down);
    }
  return g_test_run ();
}
