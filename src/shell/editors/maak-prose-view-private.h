/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/editors/maak-prose-view.h"

G_BEGIN_DECLS

struct _MaakProseView
{
  GtkTextView parent_instance;

  MaakProseBuffer  *buffer;
  gboolean          prose;
  MaakProseDescribe describe;
  gpointer          describe_data;
  gboolean          typed_space;
  gboolean          over_link;
  guint             sight_source;
  int               laid_out_for; /* the width in pixels for which its height was asked */
  guint             height_source;
};

/* maak-prose-view-clipboard.c */
void maak_prose_view_copy (GtkTextView *view);
void maak_prose_view_cut (GtkTextView *view);
void maak_prose_view_paste (GtkTextView *view);
void maak_prose_view_refuse (MaakProseView *self, const GError *error);

G_END_DECLS
