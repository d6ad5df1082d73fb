/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * The command line: finds the command, reads its options and arguments, and runs it. GOptionContext is not used: its help
 * speaks the language of the machine, ours the one that is asked for.
 *
 * Options may stand anywhere behind the program's name; `--` ends them; `--name=value` and `--name value` are the same, and a
 * letter takes its value from the next word. The context owns what it read; the library is loaded when a command first asks for
 * it, so that --help works with a broken template too.
 */
#include "cli/maak-cli.h"

#include "base/maak-number.h"
#include "cli/maak-commands.h"

#include <stdio.h>
#include <string.h>

struct _MaakCliContext
{
  const MaakCommand *command; /* NULL: none was named */
  MaakLanguage       language;
  gboolean           has_language;
  GPtrArray         *arguments; /* borrowed strings */
  GHashTable        *options;   /* name -> value, both borrowed */
  MaakLibrary       *library;
};

static const MaakCliOption common_options[] = {
  { "language", 0, "nl|en", MAAK_PHRASE_CLI_OPTION_LANGUAGE },
  { "templates", 0, "FOLDER", MAAK_PHRASE_CLI_OPTION_TEMPLATES },
  { "help", 'h', NULL, MAAK_PHRASE_CLI_OPTION_HELP },
  { "version", 0, NULL, MAAK_PHRASE_CLI_OPTION_VERSION },
  { NULL },
};

/* --- Output --- */

/* Writes to standard output, as printf() does. */
void
maak_cli_print (MaakCliContext *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  vfprintf (stdout, format, arguments);
  va_end (arguments);
}

/* Writes a phrase without arguments and a line end. */
void
maak_cli_print_phrase (MaakCliContext *self, MaakPhrase phrase)
{
  maak_cli_print (self, "%s\n", maak_phrase_get (phrase, self->language));
}

/* Writes a message and a line end. */
void
maak_cli_print_message (MaakCliContext *self, MaakMessage *message)
{
  g_autoptr (MaakMessage) owned = message;
  g_autofree char *wording = maak_message_dup_wording (owned, self->language);

  maak_cli_print (self, "%s\n", wording);
}

/* One sentence on standard error, with file and path; the command goes on. */
void
maak_cli_warn (MaakCliContext *self, const GError *error)
{
  g_autofree char *wording = maak_error_dup_wording (error, self->language);

  fflush (stdout);
  fprintf (stderr, "maakland-cli: %s\n", wording);
}

/* The same, for what stops the command: `return maak_cli_fail (context, error);` */
int
maak_cli_fail (MaakCliContext *self, const GError *error)
{
  maak_cli_warn (self, error);
  return MAAK_CLI_FAILED;
}

/* The same, for a command line that is not right; says where the help is. */
int
maak_cli_fail_usage (MaakCliContext *self, MaakMessage *message)
{
  g_autoptr (MaakMessage) owned = message;
  g_autofree char *wording = maak_message_dup_wording (owned, self->language);
  g_autofree char *command = self->command != NULL ? g_strconcat ("maakland-cli ", self->command->name, NULL) : g_strdup ("maakland-cli");
  g_autoptr (MaakMessage) hint = maak_message_new (MAAK_PHRASE_CLI_SEE_HELP, MAAK_ARG_STRING, "command", command, MAAK_ARG_END);
  g_autofree char *advice = maak_message_dup_wording (hint, self->language);

  fprintf (stderr, "maakland-cli: %s %s\n", wording, advice);
  return MAAK_CLI_USAGE;
}

/* --- What was asked --- */

/* The language to speak, and of the text that a command is about. */
MaakLanguage
maak_cli_get_language (MaakCliContext *self)
{
  return self->language;
}

/* Whether --language was given. */
gboolean
maak_cli_has_language (MaakCliContext *self)
{
  return self->has_language;
}

/* How many arguments the command has; between its `least` and `most`. */
guint
maak_cli_get_n_arguments (MaakCliContext *self)
{
  return self->arguments->len;
}

/* An argument; NULL beyond the last. */
const char *
maak_cli_get_argument (MaakCliContext *self, guint index)
{
  return index < self->arguments->len ? g_ptr_array_index (self->arguments, index) : NULL;
}

/* The value of an option; NULL when it is not given, "" for a switch. */
const char *
maak_cli_get_option (MaakCliContext *self, const char *name)
{
  return g_hash_table_lookup (self->options, name);
}

/* An option that is a whole number. TRUE when it is absent (value is left alone) or right; else the sentence is on standard error,
 * and *exit_code is what the command returns. */
gboolean
maak_cli_get_integer_option (MaakCliContext *self, const char *name, int least, int most, int *value, int *exit_code)
{
  const char *given = maak_cli_get_option (self, name);
  gint64      number;

  if (given == NULL)
    return TRUE;
  if (g_ascii_string_to_signed (given, 10, least, most, &number, NULL))
    {
      *value = (int) number;
      return TRUE;
    }
  *exit_code = maak_cli_fail_usage (self, maak_message_new (MAAK_PHRASE_CLI_NOT_INTEGER, MAAK_ARG_STRING, "option", name, MAAK_ARG_STRING, "value", given,
                                                            MAAK_ARG_INTEGER, "least", (gint64) least, MAAK_ARG_INTEGER, "most", (gint64) most, MAAK_ARG_END));
  return FALSE;
}

/* Templates and vocabularies: those that ship and the user's own (--templates, else the templates folder in the person's data
 * folder). A bad file of theirs is left out with a sentence on standard error. Borrowed; NULL with an error only when what ships
 * is broken. */
MaakLibrary *
maak_cli_get_library (MaakCliContext *self, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "maakland", "templates", NULL);
  const char      *given = maak_cli_get_option (self, "templates");

  if (self->library != NULL)
    return self->library;
  self->library = maak_library_new (given != NULL ? given : own, problems, error);
  for (guint i = 0; i < problems->len; i++)
    maak_cli_warn (self, g_ptr_array_index (problems, i));
  return self->library;
}

/* --- Help --- */

static void
print_option (MaakCliContext *self, const MaakCliOption *option)
{
  g_autofree char *letter = option->letter != 0 ? g_strdup_printf ("-%c, ", option->letter) : g_strdup ("    ");
  g_autofree char *left = g_strdup_printf ("%s--%s%s%s", letter, option->name, option->value != NULL ? " " : "", option->value != NULL ? option->value : "");

  maak_cli_print (self, "  %-26s %s\n", left, maak_phrase_get (option->help, self->language));
}

static void
print_options (MaakCliContext *self, const MaakCliOption *options)
{
  for (guint i = 0; options != NULL && options[i].name != NULL; i++)
    print_option (self, &options[i]);
}

static int
print_help (MaakCliContext *self)
{
  maak_cli_print (self, "%s maakland-cli %s\n\n", maak_phrase_get (MAAK_PHRASE_CLI_USAGE, self->language), maak_phrase_get (MAAK_PHRASE_CLI_SYNOPSIS, self->language));
  maak_cli_print_phrase (self, MAAK_PHRASE_CLI_DESCRIPTION);
  maak_cli_print (self, "\n%s\n", maak_phrase_get (MAAK_PHRASE_CLI_COMMANDS, self->language));
  for (guint i = 0; maak_commands[i] != NULL; i++)
    maak_cli_print (self, "  %-26s %s\n", maak_commands[i]->name, maak_phrase_get (maak_commands[i]->summary, self->language));
  maak_cli_print (self, "\n%s\n", maak_phrase_get (MAAK_PHRASE_CLI_OPTIONS, self->language));
  print_options (self, common_options);
  maak_cli_print (self, "\n%s\n", maak_phrase_get (MAAK_PHRASE_CLI_EXIT_CODES, self->language));
  return MAAK_CLI_DONE;
}

static int
print_command_help (MaakCliContext *self)
{
  const MaakCommand *command = self->command;

  maak_cli_print (self, "%s maakland-cli %s %s\n\n", maak_phrase_get (MAAK_PHRASE_CLI_USAGE, self->language), command->name, maak_phrase_get (command->synopsis, self->language));
  maak_cli_print_phrase (self, command->description);
  maak_cli_print (self, "\n%s\n", maak_phrase_get (MAAK_PHRASE_CLI_OPTIONS, self->language));
  print_options (self, command->options);
  print_options (self, common_options);
  return MAAK_CLI_DONE;
}

/* --- Reading the command line --- */

static const MaakCliOption *
find_option (const MaakCliOption *options, const char *name, gsize length, char letter)
{
  for (guint i = 0; options != NULL && options[i].name != NULL; i++)
    if (letter != 0 ? options[i].letter == letter : strlen (options[i].name) == length && strncmp (options[i].name, name, length) == 0)
      return &options[i];
  return NULL;
}

static gboolean
read_option (MaakCliContext *self, char **argv, guint *at, int *exit_code)
{
  const char          *word = argv[*at];
  gboolean             is_long = word[1] == '-';
  const char          *name = is_long ? word + 2 : "";
  gsize                length = strcspn (name, "=");
  char                 letter = is_long ? 0 : word[1];
  const MaakCliOption *option = find_option (common_options, name, length, letter);
  const char          *value = "";

  if (option == NULL && self->command != NULL)
    option = find_option (self->command->options, name, length, letter);
  if (option == NULL || (!is_long && word[2] != '\0') || (option->value == NULL && name[length] == '='))
    {
      *exit_code = maak_cli_fail_usage (self, maak_message_new (MAAK_PHRASE_CLI_NO_OPTION, MAAK_ARG_STRING, "option", word, MAAK_ARG_END));
      return FALSE;
    }
  if (option->value != NULL)
    value = name[length] == '=' ? name + length + 1 : argv[*at + 1];
  if (value == NULL)
    {
      *exit_code = maak_cli_fail_usage (self, maak_message_new (MAAK_PHRASE_CLI_NO_VALUE, MAAK_ARG_STRING, "option", word, MAAK_ARG_STRING, "value", option->value, MAAK_ARG_END));
      return FALSE;
    }
  if (option->value != NULL && name[length] != '=')
    (*at)++;
  g_hash_table_insert (self->options, (gpointer) option->name, (gpointer) value);
  return TRUE;
}

/* A negative number or a list in prose ("- one") is a value. */
static gboolean
looks_like_option (const char *word)
{
  return word[0] == '-' && (word[1] == '-' || g_ascii_isalpha (word[1]));
}

static gboolean
read_words (MaakCliContext *self, char **argv, int *exit_code)
{
  gboolean only_arguments = FALSE;

  for (guint i = 1; argv[i] != NULL; i++)
    {
      if (!only_arguments && g_str_equal (argv[i], "--"))
        only_arguments = TRUE;
      else if (!only_arguments && looks_like_option (argv[i]))
        {
          if (!read_option (self, argv, &i, exit_code))
            return FALSE;
        }
      else if (self->command != NULL)
        g_ptr_array_add (self->arguments, argv[i]);
      else if ((self->command = maak_commands_lookup (argv[i])) == NULL)
        {
          *exit_code = maak_cli_fail_usage (self, maak_message_new (MAAK_PHRASE_CLI_NO_COMMAND, MAAK_ARG_STRING, "command", argv[i], MAAK_ARG_END));
          return FALSE;
        }
    }
  return TRUE;
}

/* Before everything else, so that what is wrong with the rest is said in it. */
static gboolean
read_language (MaakCliContext *self, char **argv, int *exit_code)
{
  const char *given = NULL;

  for (guint i = 1; argv[i] != NULL && !g_str_equal (argv[i], "--"); i++)
    if (g_str_has_prefix (argv[i], "--language="))
      given = argv[i] + strlen ("--language=");
    else if (g_str_equal (argv[i], "--language") && argv[i + 1] != NULL)
      given = argv[++i];
  self->has_language = given != NULL;
  if (given == NULL || maak_language_parse (given, &self->language))
    return TRUE;
  *exit_code = maak_cli_fail_usage (self, maak_message_new (MAAK_PHRASE_CLI_NO_LANGUAGE, MAAK_ARG_STRING, "language", given, MAAK_ARG_END));
  return FALSE;
}

static int
run_command (MaakCliContext *self)
{
  guint n = self->arguments->len;

  if (maak_cli_get_option (self, "version") != NULL)
    {
      maak_cli_print (self, "maakland-cli %s\n", MAAKLAND_VERSION);
      return MAAK_CLI_DONE;
    }
  if (maak_cli_get_option (self, "help") != NULL)
    return self->command != NULL ? print_command_help (self) : print_help (self);
  if (self->command == NULL)
    return maak_cli_fail_usage (self, maak_message_new (MAAK_PHRASE_CLI_WHICH_COMMAND, MAAK_ARG_END));
  if (n < self->command->least)
    return maak_cli_fail_usage (self, maak_message_new (MAAK_PHRASE_CLI_TOO_FEW, MAAK_ARG_STRING, "synopsis", maak_phrase_get (self->command->synopsis, self->language), MAAK_ARG_END));
  if (n > self->command->most)
    return maak_cli_fail_usage (self, maak_message_new (MAAK_PHRASE_CLI_TOO_MANY, MAAK_ARG_STRING, "argument", maak_cli_get_argument (self, self->command->most), MAAK_ARG_END));
  return self->command->run (self);
}

/* What could not be written to standard output was not said. */
static int
finish_output (MaakCliContext *self, int exit_code)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return exit_code;
  fprintf (stderr, "maakland-cli: %s\n", maak_phrase_get (MAAK_PHRASE_CLI_OUTPUT_FAILED, self->language));
  return MAAK_CLI_FAILED;
}

/* Runs the command that the words of the command line ask for; returns the exit code (MaakCliExit). */
int
maak_cli_run (int argc, char **argv)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GHashTable) options = g_hash_table_new (g_str_hash, g_str_equal);
  MaakCliContext context = { .language = maak_language_from_environment (), .arguments = arguments, .options = options };
  int            exit_code = MAAK_CLI_DONE;

  if (read_language (&context, argv, &exit_code) && read_words (&context, argv, &exit_code))
    exit_code = finish_output (&context, run_command (&context));
  g_clear_object (&context.library);
  return exit_code;
}
