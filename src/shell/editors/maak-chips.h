/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What was chosen, side by side, each with a button that lets it go; at the end a button that adds. Signals:
 *   "removed" (MaakChips *, const char *id)
 *   "opened" (MaakChips *, const char *id)   of chips that can be opened */
#define MAAK_TYPE_CHIPS (maak_chips_get_type ())
G_DECLARE_FINAL_TYPE (MaakChips, maak_chips, MAAK, CHIPS, AdwBin)

typedef struct
{
  char    *id;
  char    *label;
  char    *note;     /* shown when pointed at; NULL: none */
  gboolean can_open; /* pressing it shows what it stands for */
} MaakChip;

MaakChip  *maak_chip_new_take (const char *id, char *label_taken, char *note_taken, gboolean can_open);
void       maak_chip_free (MaakChip *self);
GPtrArray *maak_chip_array_new (void); /* of MaakChip, owned */

GtkWidget *maak_chips_new (GtkWidget *add);
void       maak_chips_show (MaakChips *self, GPtrArray *chips, gboolean editable);

G_END_DECLS
