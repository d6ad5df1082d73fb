/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-message.h"

#include <glib.h>

G_BEGIN_DECLS

/* A GError that also carries a MaakMessage, and the file and JSON path that it is about. Each module registers its
 * own domain with MAAK_DEFINE_ERROR_DOMAIN; the codes differ, the carried data do not. GError.message holds the
 * English wording, for logs only. */

#define MAAK_DEFINE_ERROR_DOMAIN(function, name)                             \
  GQuark function (void)                                                     \
  {                                                                          \
    static gsize quark;                                                      \
    if (g_once_init_enter (&quark))                                          \
      g_once_init_leave (&quark, (gsize) maak_error_register_domain (name)); \
    return (GQuark) quark;                                                   \
  }

GQuark       maak_error_register_domain (const char *name);
void         maak_error_set (GError **error, GQuark domain, int code, const char *path, MaakMessage *message_taken);
void         maak_error_set_errno (GError **error, GQuark domain, int code, int saved_errno, const char *file);
MaakMessage *maak_error_new_reason (int saved_errno);
void         maak_error_prefix_path (GError **error, const char *path);
void         maak_error_set_file (GError **error, const char *file);
const char  *maak_error_get_file (const GError *error);
const char  *maak_error_get_path (const GError *error);
MaakMessage *maak_error_get_message (const GError *error);
char        *maak_error_dup_wording (const GError *error, MaakLanguage language);

G_END_DECLS
