/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Arms the shim of tests/base/fault-shim.c for a program that knows nothing of it: both are loaded with LD_PRELOAD, and the
 * environment says what is to fail.
 *
 *   MAAK_TEST_WATCH=FOLDER         only files under it
 *   MAAK_TEST_REFUSE=CALL:ERRNO    that call always fails
 *   MAAK_TEST_OVERWRITE=FILE       another program writes FILE when a file is made in the folder
 */
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void
overwrite (void)
{
  int file = open (getenv ("MAAK_TEST_OVERWRITE"), O_WRONLY | O_TRUNC);

  if (file < 0 || write (file, "theirs\n", 7) != 7 || close (file) != 0)
    abort ();
}

static void
refuse (const char *what)
{
  static char call[32];
  int         error;
  void (*shim_refuse) (const char *, int) = (void (*) (const char *, int)) dlsym (RTLD_DEFAULT, "fault_shim_refuse");

  if (sscanf (what, "%31[a-z]:%d", call, &error) == 2)
    shim_refuse (call, error);
}

__attribute__ ((constructor)) static void
arm (void)
{
  void (*watch) (const char *) = (void (*) (const char *)) dlsym (RTLD_DEFAULT, "fault_shim_watch");
  void (*call_at) (const char *, void (*) (void)) = (void (*) (const char *, void (*) (void))) dlsym (RTLD_DEFAULT, "fault_shim_call_at");

  void (*shim_arm) (const char *, int, int, int) = (void (*) (const char *, int, int, int)) dlsym (RTLD_DEFAULT, "fault_shim_arm");

  if (watch == NULL || getenv ("MAAK_TEST_WATCH") == NULL)
    return;
  watch (getenv ("MAAK_TEST_WATCH"));
  shim_arm ("no call", 0, 0, 0); /* the shim looks at calls from here on */
  if (getenv ("MAAK_TEST_REFUSE") != NULL)
    refuse (getenv ("MAAK_TEST_REFUSE"));
  if (getenv ("MAAK_TEST_OVERWRITE") != NULL)
    call_at ("create", overwrite);
}
