/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What commands there are, how each is written and what its options mean. What they do is in uds-cli-*.c. */
#include "uds-cli-private.h"

#include "uds-error.h"

#include <glib/gi18n.h>

#define N_USAGES 7
#define N_OPTIONS 12
#define KINDS_IN_LINE 7

typedef struct {
  const char *name;
  const char *meaning;
} Option;

typedef struct {
  const char *name;
  UdsCliFunc run;
  const char *summary;
  const char *usages[N_USAGES];
  Option options[N_OPTIONS];
  const char *example;
} Command;

#define JSON { "--json", N_("one JSON object on each line, for programs") }
#define LANG { "--lang", N_("the language of the content, numbers and dates: da or en") }
#define LIMIT { "--limit", N_("at the most so many") }
#define MONO { "--mono", N_("for a printer without colours") }
#define OUTPUT { "--output", N_("the file to write; its ending says in which format") }

static const Command commands[] = {
  {
      "list",
      uds_cli_list,
      N_("list records, with what each is called by in front"),
      { N_("list KIND [--where=FIELD=VALUE]… [--from=DATE] [--to=DATE] [--on=DATE] [--limit=N] [--json|--csv] "
           "[--lang=da|en]"),
        N_("list occurrence|change [--where=FIELD=VALUE]… [--from=DATE] [--to=DATE] [--on=DATE] [--limit=N] [--json]"),
        N_("list due [--from=DATE] [--to=DATE] [--on=DATE] [--limit=N] [--json] [--lang=da|en]") },
      { { "--where", N_("only records with this value in this field; without a value, those with none") },
        { "--from", N_("from this day, month or year on") },
        { "--to", N_("until this day, month or year") },
        { "--on", N_("only what held or took place on this day, such as a membership") },
        LIMIT,
        JSON,
        { "--csv", N_("a table with all fields") },
        LANG },
      "udsyn list event --from=2026-01 --to=2026-06",
  },
  {
      "show",
      uds_cli_show,
      N_("show one record with all its fields"),
      { N_("show KIND CODE|NUMBER|ID [--json]") },
      { JSON },
      "udsyn show indicator 3.3.1",
  },
  {
      "add",
      uds_cli_add,
      N_("add a record; its id is printed"),
      { N_("add KIND FIELD=VALUE…") },
      { { NULL } },
      "udsyn add city name_da=Lissabon name_en=Lisbon country=PT",
  },
  {
      "set",
      uds_cli_set,
      N_("change fields of a record; nothing after “=” empties one"),
      { N_("set KIND CODE|NUMBER|ID FIELD=VALUE…") },
      { { NULL } },
      "udsyn set indicator 3.3.1 goal=3",
  },
  {
      "delete",
      uds_cli_delete,
      N_("delete a record"),
      { N_("delete KIND CODE|NUMBER|ID") },
      { { NULL } },
      "udsyn delete indicator 3.3.1",
  },
  {
      "duplicates",
      uds_cli_duplicates,
      N_("list records that may be about the same"),
      { N_("duplicates KIND [NAME|ID]") },
      { { NULL } },
      "udsyn duplicates contact",
  },
  {
      "merge",
      uds_cli_merge,
      N_("make one record of two; the first one stays"),
      { N_("merge KIND NAME|ID NAME|ID") },
      { { NULL } },
      "udsyn merge contact 018f0b7e-5ad1-7aa2-9d6b-000000000001 018f0b7e-5ad1-7aa2-9d6b-000000000002",
  },
  {
      "distinct",
      uds_cli_distinct,
      N_("say that two records are not about the same"),
      { N_("distinct KIND NAME|ID NAME|ID") },
      { { NULL } },
      "udsyn distinct contact 018f0b7e-5ad1-7aa2-9d6b-000000000001 018f0b7e-5ad1-7aa2-9d6b-000000000002",
  },
  {
      "search",
      uds_cli_search,
      N_("find records of all kinds by words"),
      { N_("search TEXT [--limit=N] [--json]") },
      { LIMIT, JSON },
      "udsyn search hamburg",
  },
  {
      "import",
      uds_cli_import,
      N_("take in files or folders"),
      { N_("import [--as=KIND] [--column=HEADING=ROLE]… [--only=HEADING=CATEGORY]… [--indicator=CODE] "
           "[--goal=NUMBER] [--title=TEXT] [--place=TEXT] [--decimal=,|.] [--repair] [--dry-run] [--json] "
           "FILE|FOLDER…") },
      { { "--as", N_("the rows are records of this kind") },
        { "--column", N_("what a column is: period, value, value-of-period, series, unit, breakdown, quality, "
                         "footnote, attribute or ignored") },
        { "--only", N_("only the rows with this category") },
        { "--indicator", N_("the code of the indicator that the file is about") },
        { "--goal", N_("the number of the goal that a new indicator belongs to") },
        { "--title", N_("what a new indicator is called") },
        { "--place", N_("the place that a new indicator is about") },
        { "--decimal", N_("the decimal sign") },
        { "--repair", N_("write what is odd as it most likely was meant") },
        { "--dry-run", N_("say what would be imported, and import nothing") },
        JSON },
      "udsyn import --dry-run indicator_3-3-1.csv",
  },
  {
      "export",
      uds_cli_export,
      N_("write records to a file, or a folder for Open SDG"),
      { N_("export KIND --output=FILE.csv|.json|.ods|.xlsx [--lang=da|en]"),
        N_("export indicator CODE --output=FILE.csv|.json|.ods|.xlsx [--lang=da|en]"),
        N_("export contact --output=FILE.vcf [--version=4.0|3.0]"),
        N_("export people --output=FILE.csv|.ods|.xlsx [--lang=da|en]"),
        N_("export open-sdg [indicator CODE|goal NUMBER] --output=FOLDER") },
      { OUTPUT, { "--version", N_("the version of the vCards; 4.0 if not given") }, LANG },
      "udsyn export indicator 3.3.1 --output=3-3-1.xlsx",
  },
  {
      "chart",
      uds_cli_chart,
      N_("draw a chart, or write its table"),
      { N_("chart indicator CODE [--kind=lines|bars|dumbbell] [--series=NAME] [--unit=UNIT] "
           "[--breakdown=DIMENSION:VALUE]… [--compare=CODE] --output=FILE"),
        N_("chart goal NUMBER --output=FILE"), N_("chart comparison CODE --output=FILE"),
        N_("chart goals|goals-statuses|goals-targets|goals-multiples --output=FILE"),
        N_("chart timeline --output=FILE"),
        N_("chart map [--network=CODE] --output=FILE"), N_("chart relations KIND NAME --output=FILE") },
      { { "--output", N_("the file to write: .pdf, .svg or .png; .csv, .ods or .xlsx for the table") },
        { "--kind", N_("how it is drawn") },
        { "--series", N_("one of the indicator’s series") },
        { "--unit", N_("one of the series’ units") },
        { "--breakdown", N_("a part to show as well, such as Sex:Female") },
        { "--compare", N_("another indicator beside it") },
        { "--network", N_("only the members of this network") },
        { "--width", N_("in millimetres") },
        { "--height", N_("in millimetres") },
        MONO,
        LANG },
      "udsyn chart indicator 3.3.1 --output=3-3-1.svg --lang=da",
  },
  {
      "report",
      uds_cli_report,
      N_("make a report ready to print"),
      { N_("report goals [NUMBER] --output=FILE.pdf [--mono] [--lang=da|en]"),
        N_("report indicator CODE --output=FILE.pdf [--mono] [--lang=da|en]"),
        N_("report city NAME --output=FILE.pdf [--mono] [--lang=da|en]"),
        N_("report networks [NAME] --output=FILE.pdf [--mono] [--lang=da|en]"),
        N_("report agreements [FIELD] --output=FILE.pdf [--mono] [--lang=da|en]"),
        N_("report notes [THEME|PERIOD] --output=FILE.pdf [--mono] [--lang=da|en]") },
      { OUTPUT, MONO, LANG },
      "udsyn report goals 11 --output=goal-11.pdf --lang=da",
  },
  {
      "history",
      uds_cli_history,
      N_("say what was done, or what became of one record"),
      { N_("history [KIND CODE|NUMBER|ID] [--limit=N] [--json]") },
      { LIMIT, JSON },
      "udsyn history indicator 3.3.1",
  },
  {
      "undo",
      uds_cli_undo,
      N_("undo the latest change, or the one with this number in the history"),
      { N_("undo [GROUP]") },
      { { NULL } },
      "udsyn undo",
  },
  {
      "redo",
      uds_cli_redo,
      N_("do again what was undone last"),
      { "redo" },
      { { NULL } },
      "udsyn redo",
  },
  {
      "check",
      uds_cli_check,
      N_("look whether the database is sound"),
      { "check [--repair]" },
      { { "--repair", N_("save what can be saved; the damaged file is kept") } },
      "udsyn check",
  },
  {
      "backup",
      uds_cli_backup,
      N_("copy the database to a file"),
      { N_("backup FILE") },
      { { NULL } },
      "udsyn backup udsyn-2026-06-30.db",
  },
  {
      "restore",
      uds_cli_restore,
      N_("put a backup in the place of the database"),
      { N_("restore FILE") },
      { { NULL } },
      "udsyn restore udsyn-2026-06-30.db",
  },
  {
      "help",
      uds_cli_help,
      N_("say how a command is written"),
      { N_("help [COMMAND]") },
      { { NULL } },
      "udsyn help list",
  },
};

static const Command *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];

  return NULL;
}

/**
 * uds_cli_find_command:
 * @name: what may be the name of a command
 *
 * Returns: (nullable): what carries it out; %NULL where there is none of that name
 */
UdsCliFunc
uds_cli_find_command (const char *name)
{
  const Command *command = find_command (name);

  return command != NULL ? command->run : NULL;
}

/**
 * uds_cli_set_usage_error:
 * @name: the name of a command
 * @form: which of its forms is meant, from 0
 * @error: (out): how it should be written
 */
void
uds_cli_set_usage_error (const char  *name,
                         guint        form,
                         GError     **error)
{
  /* Translators: how a command is written, then its name; “udsyn help” is to be typed as it stands */
  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("Write: udsyn %s. “udsyn help %s” says more."),
               _(find_command (name)->usages[form]), name);
}

/**
 * uds_cli_expect:
 * @argc: how many arguments there are, with the command's name
 * @argv: the arguments
 * @least: how many words must follow the name
 * @most: how many may; -1 for any number
 * @error: how it should be written
 *
 * Returns: %FALSE where the number of words is not right
 */
gboolean
uds_cli_expect (int       argc,
                char    **argv,
                int       least,
                int       most,
                GError  **error)
{
  if (argc - 1 >= least && (most < 0 || argc - 1 <= most))
    return TRUE;

  uds_cli_set_usage_error (argv[0], 0, error);
  return FALSE;
}

/* Help */

/* A name and what it means, in two columns as wide as letters are. */
static void
print_row (const char *name,
           const char *meaning)
{
  g_print ("  %-12s %s\n", name, meaning);
}

static void
print_kinds (void)
{
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < n_kinds; i++)
    g_string_append_printf (names, "%s%s%s", kinds[i]->name, i + 1 < n_kinds ? "," : "",
                            (i + 1) % KINDS_IN_LINE == 0 ? "\n  " : " ");
  g_print ("\n%s\n  %s\n", _("KIND is one of:"), g_strchomp (names->str));
}

/**
 * uds_cli_print_help:
 *
 * Prints how the program is called and which commands there are.
 */
void
uds_cli_print_help (void)
{
  g_print ("%s\n", _("Usage:\n"
                     "  udsyn [FILE…]\n"
                     "      open the window; files are previewed for import\n"
                     "  udsyn [--database=FILE] [--empty] COMMAND …\n"
                     "      carry out a command without a window; --empty makes a new database without content\n"
                     "  udsyn --version\n"
                     "\n"
                     "Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    print_row (commands[i].name, _(commands[i].summary));
  print_kinds ();
  g_print ("\n%s\n", _("“udsyn help COMMAND” says how a command is written."));
}

static gboolean
takes_kind (const Command *command)
{
  return strstr (command->usages[0], "KIND") != NULL;
}

static void
print_command_help (const Command *command)
{
  g_print ("udsyn %s – %s\n\n%s\n", command->name, _(command->summary), _("Usage:"));
  for (guint i = 0; i < N_USAGES && command->usages[i] != NULL; i++)
    g_print ("  udsyn %s\n", _(command->usages[i]));

  if (command->options[0].name != NULL)
    g_print ("\n%s\n", _("Options:"));
  for (guint i = 0; i < N_OPTIONS && command->options[i].name != NULL; i++)
    print_row (command->options[i].name, _(command->options[i].meaning));

  if (takes_kind (command))
    print_kinds ();
  g_print ("\n%s\n  %s\n", _("Example:"), command->example);
}

/**
 * uds_cli_print_command_help:
 * @name: what may be the name of a command
 * @error: there is none of that name
 *
 * Prints how it is written, what its options mean, and an example.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_cli_print_command_help (const char  *name,
                            GError     **error)
{
  const Command *command = find_command (name);

  if (command != NULL)
    {
      print_command_help (command);
      return TRUE;
    }

  g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND, _("There is no command “%s”. See udsyn --help."), name);
  return FALSE;
}

UdsCliStatus
uds_cli_help (UdsCli   *cli,
              int       argc,
              char    **argv,
              GError  **error)
{
  if (!uds_cli_expect (argc, argv, 0, 1, error))
    return UDS_CLI_NOT_DONE;
  if (argc == 2)
    return uds_cli_print_command_help (argv[1], error) ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;

  uds_cli_print_help ();
  return UDS_CLI_DONE;
}
