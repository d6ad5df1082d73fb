/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "shell/maak-context.h"
#include "shell/maak-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Chooses a figure for a text: one of the data at hand, or a source that the plan has already. */
#define MAAK_TYPE_INSERT_FIGURE_DIALOG (maak_insert_figure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MaakInsertFigureDialog, maak_insert_figure_dialog, MAAK, INSERT_FIGURE_DIALOG, AdwDialog)

/* @evidence: a record of the plan, or a new one that is in no plan yet; NULL: nothing was chosen. */
typedef void (*MaakFigureChosen) (MaakRecord *evidence, gpointer data);

void maak_insert_figure_dialog_present (GtkWidget *parent, MaakContext *context, MaakDocument *document, MaakLanguage writing, MaakFigureChosen chosen, gpointer data);

G_END_DECLS
