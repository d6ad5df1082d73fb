/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-pages.h"
#include "shell/maak-window.h"

G_BEGIN_DECLS

typedef enum
{
  MAAK_CLOSING_NOT,
  MAAK_CLOSING_SAVING, /* it closes when the plan's file is written */
  MAAK_CLOSING_SAVED,
} MaakClosing;

struct _MaakWindow
{
  AdwApplicationWindow parent_instance;

  MaakContext  *context;
  MaakDocument *document; /* may be NULL */
  GPtrArray    *pages;    /* of MaakPageRow */
  GHashTable   *made;     /* page id, the MaakPage in the stack (not owned) */
  char         *page;     /* id of the page that is shown */
  gboolean      filling;  /* the sidebar is being made */

  AdwToast *place_toast; /* the last that leads to a place; weak */

  MaakClosing closing;
  gboolean    leaving; /* it closes when the plan is saved elsewhere */

  gboolean counted; /* the findings of the plan: asked for once it is shown */
  guint    counting_tick, counting_source;

  const MaakPageRow *just_selected; /* in the sidebar, by the press that may also activate it */

  AdwBreakpoint *small; /* a window as wide as a telephone */

  GtkWidget *toasts;
  GtkWidget *split_view;
  GtkWidget *sidebar_page;
  GtkWidget *sidebar;
  GtkWidget *menu;
  GtkWidget *plan_title;
  GtkWidget *content_page;
  GtkWidget *content_view;
  GtkWidget *header;
  GtkWidget *banners;
  GtkWidget *stack;
  GtkWidget *undo;
  GtkWidget *redo;
  GtkWidget *edit_buttons;
  GtkWidget *language; /* in a narrow window, instead of `languages` */
  GtkWidget *languages;
  GtkWidget *side_by_side;
  GtkWidget *save_state;
  GtkWidget *save_icon;
  GtkWidget *save_label;

  GtkWidget *recovered_banner;
  GtkWidget *damaged_banner;
  GtkWidget *changed_banner;
  GtkWidget *failed_banner;
  GtkWidget *elsewhere_banner;
  GtkWidget *read_only_banner;
  GtkWidget *templates_banner;
};

const MaakPageRow *maak_window_find_page (MaakWindow *self, const char *id); /* an id, or an alias of one */
void               maak_window_show_row (MaakWindow *self, const MaakPageRow *row);
void               maak_window_focus_page (MaakWindow *self);

/* maak-window-actions.c */
void maak_window_install_actions (GtkWidgetClass *widget_class);
void maak_window_update_actions (MaakWindow *self);

/* maak-window-sidebar.c */
void maak_window_init_sidebar (MaakWindow *self);
void maak_window_fill_sidebar (MaakWindow *self);
void maak_window_forget_counts (MaakWindow *self);
void maak_window_update_sidebar (MaakWindow *self); /* counts and title */
void maak_window_update_title (MaakWindow *self);
void maak_window_select_in_sidebar (MaakWindow *self, const MaakPageRow *page);
void maak_window_toggle_sidebar (MaakWindow *self); /* the keyboard goes to the list of pages, or back to the page */

/* maak-window-banners.c */
void maak_window_init_banners (MaakWindow *self);
void maak_window_update_banners (MaakWindow *self);

/* maak-window-files.c */
void maak_window_init_files (MaakWindow *self);
void maak_window_restore_size (MaakWindow *self);
void maak_window_save (MaakWindow *self);
void maak_window_save_as (MaakWindow *self);
void maak_window_update_save_state (MaakWindow *self);
void maak_window_remember (MaakWindow *self);

G_END_DECLS
