/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Work on another thread, and then back on the thread that sent it. Not a GTask: its last reference may fall on the other
 * thread, and takes its source object along; here what was sent is freed where it was sent from.
 */
#include "shell/maak-errand.h"

typedef struct
{
  MaakErrandFunction work, done;
  GDestroyNotify     release;
  gpointer           data;
  GMainContext      *context;
} Errand;

static gboolean
errand_done_cb (gpointer data)
{
  Errand *errand = data;

  errand->done (errand->data);
  return G_SOURCE_REMOVE;
}

static void
free_errand (gpointer data)
{
  Errand *errand = data;

  errand->release (errand->data);
  g_main_context_unref (errand->context);
  g_free (errand);
}

static void
run_errand (gpointer data, gpointer unused)
{
  Errand *errand = data;
  g_autoptr (GSource) source = g_idle_source_new ();
  g_autoptr (GMainContext) context = g_main_context_ref (errand->context);

  errand->work (errand->data);
  /* Before what is drawn: it is short, and the thread may be wanted again. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, errand_done_cb, errand, free_errand);
  g_source_attach (source, context);
}

static gpointer
run_alone (gpointer data)
{
  run_errand (data, NULL);
  return NULL;
}

static Errand *
make_errand (MaakErrandFunction work, MaakErrandFunction done, GDestroyNotify release, gpointer data)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->work = work;
  errand->done = done;
  errand->release = release;
  errand->data = data;
  errand->context = g_main_context_ref_thread_default ();
  return errand;
}

/**
 * maak_errand_send:
 * @work: called with @data on another thread, which meanwhile has it alone
 * @done: called with @data on this thread's main context, when @work has ended
 * @release: frees @data; on this thread's main context, too
 *
 * Sends somebody on an errand. Errands run beside each other, a few at a time.
 */
void
maak_errand_send (MaakErrandFunction work, MaakErrandFunction done, GDestroyNotify release, gpointer data)
{
  static GThreadPool *pool;

  if (pool == NULL)
    pool = g_thread_pool_new (run_errand, NULL, 8, FALSE, NULL);
  g_thread_pool_push (pool, make_errand (work, done, release, data), NULL);
}

/** maak_errand_send_alone: as maak_errand_send(), on a new thread of that name that ends with the errand. */
void
maak_errand_send_alone (const char *name, MaakErrandFunction work, MaakErrandFunction done, GDestroyNotify release, gpointer data)
{
  g_return_if_fail (name != NULL);

  g_thread_unref (g_thread_new (name, run_alone, make_errand (work, done, release, data)));
}
