/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-pages.h"
#include "shell/maak-window.h"

G_BEGIN_DECLS

struct _MaakWindow
{
  AdwApplicationWindow parent_instance;

  MaakContext  *context;
  MaakDocument *document; /* may be NULL */
  GPtrArray    *pages;    /* of MaakPageRow */
  GHashTable   *made;     /* page id, the MaakPage in the stack (not owned) */
  char         *page;     /* id of the page that is shown */
  gboolean      filling;  /* the sidebar is being made */

  GtkWidget *toasts;
  GtkWidget *split_view;
  GtkWidget *sidebar_page;
  GtkWidget *sidebar;
  GtkWidget *plan_title;
  GtkWidget *content_page;
  GtkWidget *content_view;
  GtkWidget *banners;
  GtkWidget *stack;
  GtkWidget *save_state;
};

void maak_window_install_actions (GtkWidgetClass *widget_class); /* maak-window-actions.c */
void maak_window_update_actions (MaakWindow *self);

G_END_DECLS
