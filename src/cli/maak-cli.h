/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 */
#pragma once

#include "base/maak-message.h"
#include "plan/maak-library.h"

G_BEGIN_DECLS

/* How maakland-cli ends; the man page says the same. */
typedef enum
{
  MAAK_CLI_DONE = 0,
  MAAK_CLI_FOUND = 1,  /* check: problems, or what blocks submission */
  MAAK_CLI_FAILED = 2, /* a file, a value or a template is not right */
  MAAK_CLI_USAGE = 3,  /* the command line is not right */
} MaakCliExit;

/* An option of a command; a table of them ends with a row without name. */
typedef struct
{
  const char *name;   /* without the dashes: "output" */
  char        letter; /* 'o', or 0 */
  const char *value;  /* what it takes, as the help writes it: "FILE"; NULL: it is a switch */
  MaakPhrase  help;
} MaakCliOption;

/* What one command is called with: arguments, options, language, library. Lives as long as the command runs. */
typedef struct _MaakCliContext MaakCliContext;

/* A command: one file, src/cli/maak-command-NAME.c, and a row in maak-commands.c. */
typedef struct
{
  const char          *name;
  MaakPhrase           summary;         /* one line, in the list of commands */
  MaakPhrase           synopsis;        /* what stands behind the name: "PLAN PATH [OPTIONS]" */
  MaakPhrase           description;     /* what it does and prints, in a few sentences */
  guint                least, most;     /* arguments */
  const MaakCliOption *options;         /* beside --language, --templates and --help; may be NULL */
  int (*run) (MaakCliContext *context); /* returns a MaakCliExit */
} MaakCommand;

MaakLanguage maak_cli_get_language (MaakCliContext *self);
gboolean     maak_cli_has_language (MaakCliContext *self); /* it was asked for with --language */
guint        maak_cli_get_n_arguments (MaakCliContext *self);
const char  *maak_cli_get_argument (MaakCliContext *self, guint index);
const char  *maak_cli_get_option (MaakCliContext *self, const char *name); /* NULL: not given; a switch that is given is "" */
gboolean     maak_cli_get_integer_option (MaakCliContext *self, const char *name, int least, int most, int *value, int *exit_code);
MaakLibrary *maak_cli_get_library (MaakCliContext *self, GError **error);

/* Output goes to standard output as UTF-8; sentences about what is wrong to standard error. */
void maak_cli_print (MaakCliContext *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void maak_cli_print_phrase (MaakCliContext *self, MaakPhrase phrase);
void maak_cli_print_message (MaakCliContext *self, MaakMessage *message_taken);
void maak_cli_warn (MaakCliContext *self, const GError *error);
int  maak_cli_fail (MaakCliContext *self, const GError *error);              /* returns MAAK_CLI_FAILED */
int  maak_cli_fail_usage (MaakCliContext *self, MaakMessage *message_taken); /* returns MAAK_CLI_USAGE */

int maak_cli_run (int argc, char **argv);

G_END_DECLS
