/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command that takes files in. What a file holds is src/exchange's to say. */
#include "uds-cli-private.h"

#include "uds-error.h"
#include "uds-import.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
get_heading (const UdsImportFile *file,
             guint                column)
{
  const UdsImportColumn *found =
      column > 0 && column <= file->columns->len ? g_ptr_array_index (file->columns, column - 1) : NULL;

  return found != NULL && *found->heading != '\0' ? found->heading : NULL;
}

/* What is odd about a whole row or card stands in no column. */
static char *
describe_place (const UdsImportFile *file,
                const UdsProblem    *problem)
{
  const char *heading = get_heading (file, problem->column);

  if (problem->row == 0)
    return g_strdup (file->name);
  if (problem->column == 0)
    /* Translators: a file and a row of it */
    return g_strdup_printf (_("%s, row %u"), file->name, problem->row);
  if (heading == NULL)
    /* Translators: a file, a row of it and a column */
    return g_strdup_printf (_("%s, row %u, column %u"), file->name, problem->row, problem->column);

  /* Translators: a file, a row of it, the number and the heading of a column */
  return g_strdup_printf (_("%s, row %u, column %u (%s)"), file->name, problem->row, problem->column, heading);
}

static void
print_problem (const UdsImportFile *file,
               const UdsProblem    *problem)
{
  g_autofree char *place = describe_place (file, problem);
  g_autofree char *reason = uds_problem_get_reason (problem);
  gboolean has_value = problem->value != NULL && *problem->value != '\0';

  if (problem->row == 0 || (problem->column == 0 && !has_value))
    g_print ("%s: %s\n", place, reason);
  else
    /* Translators: a place in a file, what stands there, then what is odd about it */
    g_print (_("%s, “%s”: %s\n"), place, has_value ? problem->value : "", reason);
}

static void
print_file (const UdsImportFile *file,
            gint64               group,
            gboolean             json)
{
  g_autofree char *line = NULL;

  if (json)
    {
      line = uds_import_file_to_json (file, group);
      g_print ("%s\n", line);
      return;
    }

  for (guint i = 0; i < file->problems->len; i++)
    print_problem (file, g_ptr_array_index (file->problems, i));
  /* Translators: file, then numbers of cells and of records */
  g_print (_("%s: %u cells read, %u imported, %u reported; %u records new, %u changed, %u as before\n"), file->name,
           file->cells.read, file->cells.imported, file->cells.reported, file->records.created, file->records.updated,
           file->records.unchanged);
}

static gboolean
has_problems (const UdsImportFile *file)
{
  for (guint i = 0; i < file->problems->len; i++)
    if (!uds_problem_is_note (g_ptr_array_index (file->problems, i)))
      return TRUE;

  return FALSE;
}

static UdsCliStatus
print_files (UdsImport *import,
             gint64     group,
             gboolean   json)
{
  GPtrArray *files = uds_import_get_files (import);
  UdsCliStatus status = UDS_CLI_DONE;

  for (guint i = 0; i < files->len; i++)
    {
      const UdsImportFile *file = g_ptr_array_index (files, i);

      print_file (file, group, json);
      if (has_problems (file))
        status = UDS_CLI_PROBLEMS;
    }
  return status;
}

/* Reads the files, as records of @kind where it is not %NULL. */
static void
add_files (UdsImport     *import,
           char         **names,
           int            n_names,
           const UdsKind *kind)
{
  for (int i = 0; i < n_names; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (names[i]);

      uds_import_add (import, file);
    }
  for (guint i = 0; i < uds_import_get_files (import)->len; i++)
    uds_import_set_kind (import, i, kind);
}

/* What the user says of the files, as the preview in the window lets them. */
typedef struct {
  char *as;
  char **columns;
  char **only;
  char *indicator;
  char *goal;
  char *title;
  char *place;
  char *decimal;
  gboolean repair;
} Said;

static void
clear_said (Said *said)
{
  g_free (said->as);
  g_strfreev (said->columns);
  g_strfreev (said->only);
  g_free (said->indicator);
  g_free (said->goal);
  g_free (said->title);
  g_free (said->place);
  g_free (said->decimal);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Said, clear_said)

/* "HEADING=TEXT": the text after the last sign, since headings may have some too; the heading in front of it. */
static const char *
split_heading (const char  *argument,
               char       **heading,
               GError     **error)
{
  const char *sign = strrchr (argument, '=');

  if (sign == NULL || sign == argument || sign[1] == '\0')
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("“%s” is not HEADING=TEXT."), argument);
      return NULL;
    }
  *heading = g_strndup (argument, (gsize) (sign - argument));
  return sign + 1;
}

static gboolean
say_column (UdsImport   *import,
            const char  *argument,
            GError     **error)
{
  g_autofree char *heading = NULL;
  const char *name = split_heading (argument, &heading, error);
  UdsColumnRole role;

  if (name == NULL)
    return FALSE;
  if (!uds_column_role_from_name (name, &role))
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
                   _("A column is a period, value, value-of-period, series, unit, breakdown, quality, footnote or "
                     "attribute, or ignored, not “%s”."),
                   name);
      return FALSE;
    }
  for (guint i = 0; i < uds_import_get_files (import)->len; i++)
    uds_import_set_role (import, i, heading, role);
  return TRUE;
}

static gboolean
say_only (UdsImport   *import,
          const char  *argument,
          GError     **error)
{
  g_autofree char *heading = NULL;
  const char *category = split_heading (argument, &heading, error);

  if (category == NULL)
    return FALSE;
  for (guint i = 0; i < uds_import_get_files (import)->len; i++)
    uds_import_set_wanted (import, i, heading, category);
  return TRUE;
}

/* All columns of the files. */
static GPtrArray *
list_columns (UdsImport *import)
{
  GPtrArray *files = uds_import_get_files (import), *columns = g_ptr_array_new ();

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_extend (columns, ((const UdsImportFile *) g_ptr_array_index (files, i))->columns, NULL, NULL);
  return columns;
}

static gboolean
has_text (GPtrArray  *texts,
          const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

static GPtrArray *
list_headings (GPtrArray *columns)
{
  GPtrArray *headings = g_ptr_array_new ();

  for (guint i = 0; i < columns->len; i++)
    {
      const char *heading = ((const UdsImportColumn *) g_ptr_array_index (columns, i))->heading;

      if (*heading != '\0' && !has_text (headings, heading))
        g_ptr_array_add (headings, (gpointer) heading);
    }

  return headings;
}

/* What is said of a column that no file has was not meant so. */
static gboolean
check_heading (GPtrArray   *columns,
               const char  *heading,
               GError     **error)
{
  g_autoptr (GPtrArray) headings = list_headings (columns);
  g_autofree char *choices = NULL;

  if (has_text (headings, heading))
    return TRUE;

  choices = uds_cli_join_choices (headings);
  if (headings->len == 0)
    g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND, _("No file has a column “%s”."), heading);
  else
    g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND,
                 /* Translators: the heading of a column, then a list of those that there are */
                 _("No file has a column “%s”. There are: %s."), heading, choices);
  return FALSE;
}

static gboolean
check_headings (GPtrArray    *columns,
                char *const  *arguments,
                GError      **error)
{
  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    {
      g_autofree char *heading = NULL;

      if (split_heading (arguments[i], &heading, error) == NULL || !check_heading (columns, heading, error))
        return FALSE;
    }

  return TRUE;
}

/* The categories that the columns with a heading have among them; none where they are not listed. */
static GPtrArray *
list_categories (GPtrArray  *columns,
                 const char *heading)
{
  GPtrArray *categories = g_ptr_array_new ();

  for (guint i = 0; i < columns->len; i++)
    {
      const UdsImportColumn *column = g_ptr_array_index (columns, i);

      if (!g_str_equal (column->heading, heading) || column->categories == NULL)
        continue;
      for (guint j = 0; j < column->categories->len; j++)
        if (!has_text (categories, g_ptr_array_index (column->categories, j)))
          g_ptr_array_add (categories, g_ptr_array_index (column->categories, j));
    }

  return categories;
}

/* What no row has is not wanted of a column. */
static gboolean
check_only (GPtrArray    *columns,
            char *const  *arguments,
            GError      **error)
{
  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    {
      g_autofree char *heading = NULL;
      const char *category = split_heading (arguments[i], &heading, NULL);
      g_autoptr (GPtrArray) categories = list_categories (columns, heading);
      g_autofree char *choices = uds_cli_join_choices (categories);

      if (categories->len == 0 || has_text (categories, category))
        continue;
      g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND,
                   /* Translators: the heading of a column, what is not in it, then a list of what is */
                   _("The column “%s” has no “%s”. It has: %s."), heading, category, choices);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_said (UdsImport   *import,
            const Said  *said,
            GError     **error)
{
  g_autoptr (GPtrArray) columns = list_columns (import);

  return check_headings (columns, said->columns, error) && check_headings (columns, said->only, error)
         && check_only (columns, said->only, error);
}

static gboolean
say_decimal (UdsImport   *import,
             const char  *sign,
             GError     **error)
{
  if (!g_str_equal (sign, ",") && !g_str_equal (sign, "."))
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("The decimal sign is “,” or “.”, not “%s”."), sign);
      return FALSE;
    }
  for (guint i = 0; i < uds_import_get_files (import)->len; i++)
    uds_import_set_decimal (import, i, *sign == ',' ? UDS_DECIMAL_COMMA : UDS_DECIMAL_POINT);
  return TRUE;
}

static void
say_field (UdsImport  *import,
           const char *field,
           const char *text)
{
  for (guint i = 0; text != NULL && i < uds_import_get_files (import)->len; i++)
    uds_import_set_field (import, i, field, text);
}

static gboolean
say_goal (UdsImport   *import,
          const char  *number,
          GError     **error)
{
  if (number != NULL && !g_ascii_string_to_unsigned (number, 10, 1, 99, NULL, NULL))
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, _("“%s” is not the number of a goal."), number);
      return FALSE;
    }
  say_field (import, "goal", number);
  return TRUE;
}

/* What the indicators are to be called and where they stand, in the language of the user. */
static gboolean
say_indicator (UdsImport    *import,
               UdsCli       *cli,
               const Said   *said,
               GError      **error)
{
  const UdsKind *kind = uds_kind_lookup ("indicator");

  if (said->title != NULL && uds_import_count_indicators (import) > 1)
    {
      g_set_error_literal (error, UDS_ERROR, UDS_ERROR_INVALID,
                           _("A title is for one indicator; these files are about several."));
      return FALSE;
    }
  say_field (import, uds_kind_lookup_shown (kind, "title", cli->language)->name, said->title);
  say_field (import, uds_kind_lookup_shown (kind, "place", cli->language)->name, said->place);
  return say_goal (import, said->goal, error);
}

static gboolean
say (UdsImport   *import,
     const Said  *said,
     GError     **error)
{
  g_autofree char *code = said->indicator != NULL ? uds_cli_read_code (said->indicator) : NULL;

  for (guint i = 0; said->columns != NULL && said->columns[i] != NULL; i++)
    if (!say_column (import, said->columns[i], error))
      return FALSE;
  for (guint i = 0; said->only != NULL && said->only[i] != NULL; i++)
    if (!say_only (import, said->only[i], error))
      return FALSE;
  for (guint i = 0; code != NULL && i < uds_import_get_files (import)->len; i++)
    uds_import_set_indicator (import, i, code);
  uds_import_set_repair (import, said->repair);
  return said->decimal == NULL || say_decimal (import, said->decimal, error);
}

UdsCliStatus
uds_cli_import (UdsCli   *cli,
                int       argc,
                char    **argv,
                GError  **error)
{
  gboolean dry_run = FALSE, json = FALSE;
  g_auto (Said) said = { NULL };
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &said.as, NULL, NULL },
    { "column", 0, 0, G_OPTION_ARG_STRING_ARRAY, &said.columns, NULL, NULL },
    { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &said.only, NULL, NULL },
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &said.indicator, NULL, NULL },
    { "goal", 0, 0, G_OPTION_ARG_STRING, &said.goal, NULL, NULL },
    { "title", 0, 0, G_OPTION_ARG_STRING, &said.title, NULL, NULL },
    { "place", 0, 0, G_OPTION_ARG_STRING, &said.place, NULL, NULL },
    { "decimal", 0, 0, G_OPTION_ARG_STRING, &said.decimal, NULL, NULL },
    { "repair", 0, 0, G_OPTION_ARG_NONE, &said.repair, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (UdsImport) import = uds_import_new ();
  const UdsKind *kind = NULL;
  gint64 group = 0;

  if (!uds_cli_parse (entries, &argc, &argv, error) || !uds_cli_expect (argc, argv, 1, -1, error))
    return UDS_CLI_NOT_DONE;
  if (said.as != NULL && (kind = uds_cli_find_kind (said.as, error)) == NULL)
    return UDS_CLI_NOT_DONE;

  add_files (import, argv + 1, argc - 1, kind);
  if (!say (import, &said, error))
    return UDS_CLI_NOT_DONE;
  uds_import_preview (import);
  if (!check_said (import, &said, error) || !say_indicator (import, cli, &said, error))
    return UDS_CLI_NOT_DONE;
  if (!uds_import_has_content (import))
    {
      print_files (import, 0, json);
      g_set_error_literal (error, UDS_ERROR, UDS_ERROR_UNKNOWN_FORMAT,
                           _("Nothing was imported; what stands above says why."));
      return UDS_CLI_NOT_DONE;
    }

  if (uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;
  if (dry_run)
    return uds_import_rehearse (import, cli->store, error) ? print_files (import, 0, json) : UDS_CLI_NOT_DONE;

  group = uds_import_apply (import, cli->store, error);
  return group >= 0 ? print_files (import, group, json) : UDS_CLI_NOT_DONE;
}
