/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * S9 with everything around it: the map page in a window of 1920 x 1080 on a screen of its own, with the cairo renderer. From the choice
 * (another figure, period, other classes) to the end of the frame that shows it: indicator, scene, painting, ranking, legend, controls,
 * layout. A frame waits for the screen's beat; that wait is not ours, so what counts is the time in which the main thread was at it. Run
 * within with-display.sh.
 */
#include "maak-bench.h"
#include "map/maak-legend-view.h"
#include "map/maak-ranks-view.h"
#include "shell/pages/maak-map-choice.h"
#include "shell/pages/maak-map-controls.h"

#include <time.h>

#define ROUNDS 31

typedef struct
{
  MaakMapChoice *choice;
  MaakMapView   *map;
  GtkWidget     *window;
  gboolean       painted;
  guint          round;
} Job;

static double
read_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
painted_cb (Job *job)
{
  job->painted = TRUE;
}

static void
show_choice (Job *job)
{
  maak_map_view_set_level (job->map, maak_map_choice_get_level (job->choice));
  maak_map_view_set_indicator (job->map, maak_map_choice_get_indicator (job->choice), maak_map_choice_get_method (job->choice), maak_map_choice_get_n_classes (job->choice), FALSE);
}

/* Until the frame is shown. */
static void
wait_for_frame (Job *job)
{
  job->painted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (job->map));
  while (!job->painted)
    g_main_context_iteration (NULL, TRUE);
}

static void
measure (const char *name, Job *job, void (*change) (Job *job))
{
  double times[ROUNDS], median;

  for (guint i = 0; i < ROUNDS; i++)
    {
      double begin;

      wait_for_frame (job);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      begin = read_cpu ();
      change (job);
      wait_for_frame (job);
      times[i] = read_cpu () - begin;
    }
  median = maak_bench_median (times, ROUNDS);
  g_print ("%-44s %9.3f ms %12s %8s %5.2f ms  %s\n", name, median, "", "", 16.0, median <= 16 ? "reached" : "MISSED");
}

static void
change_classes (Job *job)
{
  maak_map_choice_set_classes (job->choice, MAAK_CLASSES_NATURAL, 3 + job->round++ % 4);
}

static void
change_period (Job *job)
{
  maak_map_choice_set_period (job->choice, job->round++ % 2);
}

static void
change_figure (Job *job)
{
  maak_map_choice_set_dataset (job->choice, maak_map_choice_get_nth_dataset (job->choice, job->round++ % maak_map_choice_get_n_datasets (job->choice)));
}

static void
change_level (Job *job)
{
  maak_map_choice_set_level (job->choice, job->round++ % 2 == 0 ? MAAK_LEVEL_MUNICIPALITY : MAAK_LEVEL_COROP);
}

static void
make_window (Job *job, MaakContext *context)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *main = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  job->window = gtk_window_new ();
  job->map = MAAK_MAP_VIEW (maak_map_view_new ());
  maak_map_view_set_boundaries (job->map, maak_context_get_boundaries (context), maak_context_get_regions (context));
  show_choice (job);
  g_signal_connect_swapped (job->choice, "changed", G_CALLBACK (show_choice), job);
  gtk_box_append (GTK_BOX (main), maak_map_controls_new (job->choice, MAAK_LANGUAGE_NL));
  gtk_box_append (GTK_BOX (main), GTK_WIDGET (job->map));
  gtk_box_append (GTK_BOX (box), main);
  gtk_box_append (GTK_BOX (side), maak_ranks_view_new (job->map));
  gtk_box_append (GTK_BOX (side), maak_legend_view_new (job->map));
  gtk_box_append (GTK_BOX (box), side);
  gtk_window_set_child (GTK_WINDOW (job->window), box);
  gtk_window_set_default_size (GTK_WINDOW (job->window), 1920, 1080);
  gtk_window_present (GTK_WINDOW (job->window));
  while (!gtk_widget_get_mapped (job->window))
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (job->window), "after-paint", G_CALLBACK (painted_cb), job);
}

int
main (void)
{
  Job job = { 0 };
  g_autoptr (MaakContext) context = NULL;
  g_autofree char *folder = g_dir_make_tmp ("maak-bench-XXXXXX", NULL);

  adw_init ();
  context = maak_context_new (folder, MAAK_LANGUAGE_NL, NULL, NULL);
  job.choice = maak_map_choice_new (context);
  make_window (&job, context);
  wait_for_frame (&job);
  maak_bench_head ();
  g_print ("The map page's parts at 1920 x 1080, in a window, cairo renderer; time of the main thread\n");
  measure ("  S9 other classes", &job, change_classes);
  measure ("  S9 another figure", &job, change_figure);
  maak_map_choice_show (job.choice, maak_map_choice_get_nth_dataset (job.choice, 1), NULL);
  measure ("  S9 another period", &job, change_period);
  maak_map_choice_set_dataset (job.choice, NULL);
  measure ("  S9 other boundaries", &job, change_level);
  return 0;
}
