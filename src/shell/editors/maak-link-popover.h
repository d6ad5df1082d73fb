/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "plan/maak-slot.h"
#include "shell/editors/maak-prose-buffer.h"
#include "shell/maak-context.h"

G_BEGIN_DECLS

/* Tells of the link or citation at the cursor, leads there, and lets a person make, change and remove a link. */
#define MAAK_TYPE_LINK_POPOVER (maak_link_popover_get_type ())
G_DECLARE_FINAL_TYPE (MaakLinkPopover, maak_link_popover, MAAK, LINK_POPOVER, GtkPopover)

GtkWidget *maak_link_popover_new (MaakContext *context, MaakSlot *slot, MaakProseBuffer *buffer);

G_END_DECLS
