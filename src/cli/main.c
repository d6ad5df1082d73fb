/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#include "cli/maak-cli.h"

int
main (int argc, char **argv)
{
  return maak_cli_run (argc, argv);
}
