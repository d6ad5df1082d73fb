/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "shell/maak-application.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (MaakApplication) application = maak_application_new ();
  int status = g_application_run (G_APPLICATION (application), argc, argv);

  return status != 0 ? status : maak_application_get_status (application);
}
