/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-application.h"
#include "store/maak-plan-file.h"

G_BEGIN_DECLS

struct _MaakApplication
{
  AdwApplication parent_instance;

  MaakContext *context;
  GSettings   *settings; /* NULL: none are installed */
  MaakLanguage language; /* of the interface */
  char        *theme;    /* asked for on the command line; may be NULL */
  int          status;
  gboolean     pictured; /* only a picture is made: no trace is left */

  char         *first_path; /* of the plan on the command line; may be NULL */
  MaakPlanFile *first_file; /* what was read of it while the toolkit started; NULL: nothing, or it is open */
};

gboolean maak_application_open_draft (MaakApplication *self, const char *id, MaakWindow *from_or_null);

void maak_application_install_actions (MaakApplication *self); /* maak-application-actions.c */

G_END_DECLS
