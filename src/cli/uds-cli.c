/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the command that is meant, reads the options that all share, opens the database when a command needs it, and
 * says in one line why something was not done. What commands there are is uds-cli-commands.c's, what they do is in the
 * other uds-cli-*.c. */
#include "uds-cli.h"

#include "uds-cli-private.h"
#include "uds-content.h"
#include "uds-error.h"
#include "udsyn-config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>

/* The place of the first argument that is no option; the options before a command all carry their value with "=". */
static int
find_word (int    argc,
           char **argv)
{
  for (int i = 1; i < argc; i++)
    if (argv[i][0] != '-')
      return i;

  return argc;
}

/**
 * uds_cli_is_command:
 * @argc: how many arguments there are
 * @argv: the arguments
 *
 * Returns: whether they name a command; else they are for the window
 */
gboolean
uds_cli_is_command (int    argc,
                    char **argv)
{
  int word = find_word (argc, argv);

  if (word < argc)
    return uds_cli_find_command (argv[word]) != NULL || !g_file_test (argv[word], G_FILE_TEST_EXISTS);

  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h") || g_str_equal (argv[i], "--version"))
      return TRUE;
  return FALSE;
}

/**
 * uds_cli_open_store:
 * @cli: what the commands share
 * @error: the database cannot be opened
 *
 * Opens the database, making it where it does not exist, with the starting content unless the user wants it empty.
 *
 * Returns: (transfer none) (nullable): the store
 */
UdsStore *
uds_cli_open_store (UdsCli  *cli,
                    GError **error)
{
  g_autofree char *folder = g_path_get_dirname (cli->path);
  g_autoptr (UdsClock) clock = uds_clock_new ();
  g_autoptr (UdsStore) store = NULL;

  if (cli->store != NULL)
    return cli->store;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_IO, _("The folder “%s” cannot be made: %s"), folder, g_strerror (errno));
      return NULL;
    }
  store = uds_store_open (cli->path, clock, error);
  if (store == NULL || (!cli->empty && !uds_content_fill (store, error)))
    return NULL;
  cli->store = g_steal_pointer (&store);
  return cli->store;
}

/**
 * uds_cli_parse:
 * @entries: the options that the command knows
 * @argc: (inout): how many arguments there are; options are taken out
 * @argv: (inout): the arguments
 * @error: an option is not known or not right
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_cli_parse (const GOptionEntry   *entries,
               int                  *argc,
               char               ***argv,
               GError              **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return g_option_context_parse (context, argc, argv, error);
}

/**
 * uds_cli_split:
 * @assignment: "field=value"
 * @field: (out) (transfer full): the field
 * @value: (out): the value, within @assignment
 * @error: there is no "="
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_cli_split (const char   *assignment,
               char        **field,
               const char  **value,
               GError      **error)
{
  const char *equals = strchr (assignment, '=');

  if (equals == NULL)
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("“%s” is not written as FIELD=VALUE."), assignment);
      return FALSE;
    }

  *field = g_strndup (assignment, (gsize) (equals - assignment));
  *value = equals + 1;
  return TRUE;
}

/**
 * uds_cli_need_output:
 * @output: (nullable): what --output said
 * @error: it said nothing
 *
 * Returns: %FALSE where there is no place to write to
 */
gboolean
uds_cli_need_output (const char  *output,
                     GError     **error)
{
  if (output != NULL)
    return TRUE;

  g_set_error_literal (error, UDS_ERROR, UDS_ERROR_INVALID, _("Say where to write it: --output=FILE."));
  return FALSE;
}

/* In the C locale, and in C.UTF-8, gettext does not look at LANGUAGE: any other will do. */
static void
leave_c_locale (void)
{
  static const char *const locales[] = { "da_DK.UTF-8", "en_GB.UTF-8", "en_US.UTF-8" };
  const char *now = setlocale (LC_MESSAGES, NULL);

  if (!g_str_equal (now, "C") && !g_str_equal (now, "POSIX") && !g_str_has_prefix (now, "C."))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    if (setlocale (LC_MESSAGES, locales[i]) != NULL)
      return;
}

/**
 * uds_cli_set_language:
 * @cli: what the commands share
 * @code: (nullable): what --lang said
 * @error: it is no language of ours
 *
 * Texts of the program follow the locale; numbers, content and the order of lists are told the language.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_cli_set_language (UdsCli      *cli,
                      const char  *code,
                      GError     **error)
{
  if (code == NULL)
    return TRUE;
  if (!uds_language_from_code (code, &cli->language))
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("“%s” is no language of Udsyn. There are: da, en."), code);
      return FALSE;
    }

  leave_c_locale ();
  g_setenv ("LANGUAGE", code, TRUE);
  textdomain (GETTEXT_PACKAGE);
  return TRUE;
}

/**
 * uds_cli_refuse_table:
 * @options: the options of a list whose rows have no table of fields
 * @error: it cannot be a table
 *
 * Returns: %FALSE where a table was asked for
 */
gboolean
uds_cli_refuse_table (const UdsCliListOptions  *options,
                      GError                  **error)
{
  if (!options->csv)
    return TRUE;

  g_set_error_literal (error, UDS_ERROR, UDS_ERROR_INVALID, _("This list is no table of fields: write --json."));
  return FALSE;
}

/* Reads --database, --empty and --version from the arguments before the command. */
static gboolean
parse_shared (UdsCli   *cli,
              int       argc,
              char    **argv,
              gboolean *version,
              gboolean *help,
              GError  **error)
{
  g_autofree char *database = NULL;
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &database, NULL, NULL },
    { "empty", 0, 0, G_OPTION_ARG_NONE, &cli->empty, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, version, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!uds_cli_parse (entries, &argc, &argv, error))
    return FALSE;

  cli->path = database != NULL ? g_steal_pointer (&database) : uds_store_get_default_path ();
  return TRUE;
}

/* Whether a command is to say how it is written, whatever else follows it. */
static gboolean
asks_for_help (int    argc,
               char **argv)
{
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
      return TRUE;

  return FALSE;
}

static UdsCliStatus
run (UdsCli   *cli,
     int       argc,
     char    **argv,
     GError  **error)
{
  int word = find_word (argc, argv);
  gboolean version = FALSE;
  gboolean help = FALSE;
  UdsCliFunc command;

  if (!parse_shared (cli, word, argv, &version, &help, error))
    return UDS_CLI_NOT_DONE;
  if (version)
    {
      g_print ("Udsyn %s\n", UDSYN_VERSION);
      return UDS_CLI_DONE;
    }
  if (help || word == argc)
    {
      uds_cli_print_help ();
      return UDS_CLI_DONE;
    }

  if (asks_for_help (argc - word, argv + word))
    return uds_cli_print_command_help (argv[word], error) ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;
  command = uds_cli_find_command (argv[word]);
  if (command != NULL)
    return command (cli, argc - word, argv + word, error);

  g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND,
               _("There is no command and no file “%s”. See udsyn --help."), argv[word]);
  return UDS_CLI_NOT_DONE;
}

/**
 * uds_cli_run:
 * @argc: how many arguments there are
 * @argv: the arguments, with the program's name first
 *
 * Carries out one command.
 *
 * Returns: the exit status
 */
int
uds_cli_run (int    argc,
             char **argv)
{
  UdsCli cli = { .language = uds_language_from_locale () };
  g_autoptr (GError) error = NULL;
  /* The options are taken out of a copy: argv belongs to the caller. */
  g_autofree char **arguments = g_memdup2 (argv, sizeof (char *) * (gsize) (argc + 1));
  UdsCliStatus status = run (&cli, argc, arguments, &error);

  if (error != NULL)
    {
      g_printerr ("udsyn: %s\n", error->message);
      status = UDS_CLI_NOT_DONE;
    }
  g_clear_object (&cli.store);
  g_free (cli.path);
  return status;
}
