/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the command that is meant, reads the options that all share, opens the database when a command needs it, and
 * says in one line why something was not done. The commands themselves are in uds-cli-*.c. */
#include "uds-cli.h"

#include "uds-cli-private.h"
#include "uds-content.h"
#include "uds-error.h"
#include "uds-uuid.h"
#include "udsyn-config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>

static const struct {
  const char *name;
  UdsCliFunc run;
} commands[] = {
  { "list", uds_cli_list },
  { "show", uds_cli_show },
  { "add", uds_cli_add },
  { "set", uds_cli_set },
  { "delete", uds_cli_delete },
  { "search", uds_cli_search },
  { "history", uds_cli_history },
  { "undo", uds_cli_undo },
  { "redo", uds_cli_redo },
  { "import", uds_cli_import },
  { "export", uds_cli_export },
  { "chart", uds_cli_chart },
  { "report", uds_cli_report },
  { "check", uds_cli_check },
  { "backup", uds_cli_backup },
  { "restore", uds_cli_restore },
};

static UdsCliFunc
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return commands[i].run;

  return NULL;
}

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
    return find_command (argv[word]) != NULL || !g_file_test (argv[word], G_FILE_TEST_EXISTS);

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
 * uds_cli_expect:
 * @argc: how many arguments there are, with the command's name
 * @argv: the arguments
 * @least: how many words must follow the name
 * @most: how many may; -1 for any number
 * @usage: how the command is written
 * @error: how it should be written
 *
 * Returns: %FALSE where the number of words is not right
 */
gboolean
uds_cli_expect (int          argc,
                char       **argv,
                int          least,
                int          most,
                const char  *usage,
                GError     **error)
{
  if (argc - 1 >= least && (most < 0 || argc - 1 <= most))
    return TRUE;

  /* Translators: %s is how a command is written */
  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("Write: udsyn %s"), usage);
  return FALSE;
}

/**
 * uds_cli_find_kind:
 * @name: the name of a kind
 * @error: there is none of that name
 *
 * Returns: (nullable): the kind
 */
const UdsKind *
uds_cli_find_kind (const char  *name,
                   GError     **error)
{
  const UdsKind *kind = uds_kind_lookup (name);
  g_autoptr (GString) names = NULL;
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  if (kind != NULL)
    return kind;

  names = g_string_new (NULL);
  for (guint i = 0; i < n_kinds; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", kinds[i]->name);
  g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND,
               /* Translators: what was written, then a list of what can be */
               _("There is no kind of record “%s”. There are: %s."), name, names->str);
  return NULL;
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

/* What people call a record of a kind by: its code, else its key, where that is one field. */
static const UdsField *
find_name_field (const UdsKind *kind)
{
  const UdsField *name = uds_kind_lookup_field (kind, "code", NULL);

  if (name != NULL && (name->flags & UDS_FIELD_KEY))
    return name;

  name = NULL;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const UdsField *field = &kind->fields[i];

      if (!(field->flags & UDS_FIELD_KEY))
        continue;
      if (name != NULL || field->target != NULL)
        return NULL;
      name = field;
    }

  return name;
}

/* The only record whose @field is @name. What is no number is not the name of what has a number. */
static UdsRecord *
find_by_field (UdsSession      *session,
               const UdsKind   *kind,
               const UdsField  *field,
               const char      *name,
               GError         **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  if (!uds_query_where (query, field->name, UDS_IS, name, NULL))
    return NULL;
  uds_query_set_limit (query, 2);
  records = uds_session_list (session, query, error);
  if (records == NULL || records->len == 0)
    return NULL;
  if (records->len == 1)
    return g_object_ref (g_ptr_array_index (records, 0));

  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("Several records of the kind “%s” are called “%s”. Say its id."),
               kind->name, name);
  return NULL;
}

/* By the name of it in either language. */
static UdsRecord *
find_by_title (UdsSession     *session,
               const UdsKind  *kind,
               const char     *name,
               GError        **error)
{
  static const UdsLanguage languages[] = { UDS_LANGUAGE_DA, UDS_LANGUAGE_EN };

  for (gsize i = 0; kind->title != NULL && i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GError) failure = NULL;
      UdsRecord *record =
          find_by_field (session, kind, uds_kind_lookup_shown (kind, kind->title, languages[i]), name, &failure);

      if (record != NULL)
        return record;
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }

  return NULL;
}

/**
 * uds_cli_find_record:
 * @session: a session
 * @kind: a kind
 * @name: the code or number that people know a record by, its name in either language, or its id
 * @error: there is none (%UDS_ERROR_NOT_FOUND), or several are called so
 *
 * Returns: (transfer full) (nullable): the record
 */
UdsRecord *
uds_cli_find_record (UdsSession     *session,
                     const UdsKind  *kind,
                     const char     *name,
                     GError        **error)
{
  const UdsField *field = find_name_field (kind);
  g_autoptr (GError) failure = NULL;
  UdsRecord *record = NULL;

  if (uds_uuid_is_valid (name) || (field == NULL && kind->title == NULL))
    return uds_session_get (session, kind, name, error);

  if (field != NULL)
    record = find_by_field (session, kind, field, name, &failure);
  if (record == NULL && failure == NULL)
    record = find_by_title (session, kind, name, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (record == NULL)
    g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND, _("There is no record of the kind “%s” with “%s” = “%s”."),
                 kind->name, field != NULL ? field->name : kind->title, name);
  return record;
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

static void
print_help (void)
{
  g_print ("%s\n", _("Usage:\n"
                     "  udsyn [FILE…]                          open the window; files are previewed for import\n"
                     "  udsyn [--database=FILE] [--empty] COMMAND …\n"
                     "\n"
                     "Commands:\n"
                     "  import [--as=KIND] [--column=HEADING=ROLE]… [--only=HEADING=CATEGORY]… [--indicator=CODE]\n"
                     "         [--decimal=,|.] [--repair] [--dry-run] [--json] FILE|FOLDER…\n"
                     "  list KIND [--where=FIELD=VALUE]… [--from=DATE --to=DATE] [--limit=N] [--json|--csv]"
                     " [--lang=da|en]\n"
                     "  show KIND ID [--json]\n"
                     "  add KIND FIELD=VALUE…\n"
                     "  set KIND ID FIELD=VALUE…\n"
                     "  delete KIND ID\n"
                     "  search TEXT [--limit=N] [--json]\n"
                     "  export KIND --output=FILE.csv|.json|.ods|.xlsx [--lang=da|en]\n"
                     "  export indicator CODE --output=FILE.csv\n"
                     "  export open-sdg [indicator CODE|goal NUMBER] --output=FOLDER\n"
                     "  chart indicator CODE [--kind=lines|bars|dumbbell] [--series=NAME] [--unit=UNIT]\n"
                     "        [--breakdown=DIMENSION:VALUE]… [--compare=CODE]\n"
                     "        --output=FILE.pdf|.svg|.png|.csv|.ods|.xlsx\n"
                     "        [--width=MM --height=MM] [--mono] [--lang=da|en]\n"
                     "  chart goal NUMBER --output=FILE.pdf|.svg|.png|.csv|.ods|.xlsx\n"
                     "  chart comparison CODE --output=FILE.pdf|.svg|.png|.csv|.ods|.xlsx\n"
                     "  chart goals|goals-statuses|goals-targets|goals-multiples"
                     " --output=FILE.pdf|.svg|.png|.csv|.ods|.xlsx\n"
                     "  report goals [NUMBER] --output=FILE.pdf [--mono] [--lang=da|en]\n"
                     "  report indicator CODE --output=FILE.pdf [--mono] [--lang=da|en]\n"
                     "  history [KIND ID] [--limit=N] [--json]\n"
                     "  undo [GROUP]\n"
                     "  redo\n"
                     "  check [--repair]\n"
                     "  backup FILE\n"
                     "  restore FILE"));
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
      print_help ();
      return UDS_CLI_DONE;
    }

  command = find_command (argv[word]);
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
