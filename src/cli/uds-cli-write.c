/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that change records: add, set, delete. Each is one command of the store that can be undone. */
#include "uds-cli-private.h"

#include "uds-error.h"
#include "uds-observation-cell.h"

#include <glib/gi18n.h>

typedef struct {
  const UdsKind *kind;
  const char *name; /* none for a new record */
  char **assignments;
  UdsRecord *record;
} Edit;

/* The values of observations are read as people write them in a table: "1234,5" and "1234.5" say the same, and
 * "1.234" says nothing. */
static gboolean
assign_value (UdsRecord   *record,
              const char  *value,
              const char  *unit,
              GError     **error)
{
  UdsProblem *problem = uds_observation_read_cell (record, UDS_OBSERVATION_COLUMN_VALUE, value,
                                                   uds_observation_tell_decimal (value, unit), unit);
  gboolean is_read = problem == NULL || uds_problem_is_note (problem);
  g_autofree char *reason = problem != NULL ? uds_problem_get_reason (problem) : NULL;

  if (!is_read && problem->code == UDS_PROBLEM_AMBIGUOUS_NUMBER)
    g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
                 /* Translators: %s is a number such as 1.234; the two others are examples */
                 _("“%s” can be a decimal number or thousands. Write 1234 for thousands, 1.2340 for decimals."), value);
  else if (!is_read)
    g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID, "“%s”: %s", value, reason);
  g_clear_pointer (&problem, uds_problem_free);
  return is_read;
}

/* Another record is named as people know it, by its code or number, or by its id. */
static gboolean
assign_reference (UdsSession      *session,
                  UdsRecord       *record,
                  const UdsField  *field,
                  const char      *name,
                  GError         **error)
{
  g_autoptr (UdsRecord) target = uds_cli_find_record (session, uds_kind_lookup (field->target), name, error);

  if (target == NULL)
    return FALSE;

  uds_record_set_text (record, field->name, uds_record_get_id (target));
  return TRUE;
}

/* The unit of a series that has none of its own is the indicator's. */
static char *
find_unit (UdsSession *session,
           UdsRecord  *observation)
{
  const char *id = uds_record_get_text (observation, "series");
  g_autoptr (UdsRecord) series = id != NULL ? uds_session_get (session, uds_kind_lookup ("series"), id, NULL) : NULL;
  g_autoptr (UdsRecord) indicator = NULL;

  if (series == NULL || uds_record_has (series, "unit"))
    return g_strdup (series != NULL ? uds_record_get_text (series, "unit") : NULL);
  indicator = uds_session_get (session, uds_kind_lookup ("indicator"), uds_record_get_text (series, "indicator"), NULL);
  return indicator != NULL ? g_strdup (uds_record_get_localized (indicator, "unit", UDS_LANGUAGE_EN)) : NULL;
}

static gboolean
assign_field (UdsSession  *session,
              UdsRecord   *record,
              const char  *name,
              const char  *value,
              GError     **error)
{
  const UdsField *field = uds_kind_lookup_field (uds_record_get_kind (record), name, NULL);

  if (field != NULL && field->target != NULL && *value != '\0')
    return assign_reference (session, record, field, value, error);
  if (uds_record_is_a (record, "observation") && g_str_equal (name, "value"))
    {
      g_autofree char *unit = find_unit (session, record);

      return assign_value (record, value, unit, error);
    }
  return uds_record_set_from_string (record, name, value, error);
}

static gboolean
assign (UdsSession  *session,
        UdsRecord   *record,
        char       **assignments,
        GError     **error)
{
  for (guint i = 0; assignments[i] != NULL; i++)
    {
      g_autofree char *field = NULL;
      const char *value;

      if (!uds_cli_split (assignments[i], &field, &value, error)
          || !assign_field (session, record, field, value, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run_edit (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  Edit *edit = data;

  g_clear_object (&edit->record);
  if (edit->name != NULL)
    edit->record = uds_cli_find_record (session, edit->kind, edit->name, error);
  else
    edit->record = uds_record_new (edit->kind);
  return edit->record != NULL && assign (session, edit->record, edit->assignments, error)
         && uds_session_save (session, edit->record, error);
}

static UdsCliStatus
edit_record (UdsCli      *cli,
             const char  *name,
             Edit        *edit,
             GError     **error)
{
  gint64 group = uds_store_write (cli->store, name, run_edit, edit, error);

  if (group >= 0)
    g_print ("%s\n", uds_record_get_id (edit->record));
  g_clear_object (&edit->record);
  return group >= 0 ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;
}

UdsCliStatus
uds_cli_add (UdsCli   *cli,
             int       argc,
             char    **argv,
             GError  **error)
{
  g_autofree char *name = NULL;
  Edit edit = { NULL };

  if (!uds_cli_expect (argc, argv, 2, -1, error))
    return UDS_CLI_NOT_DONE;
  edit.kind = uds_cli_find_kind (argv[1], error);
  if (edit.kind == NULL || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  edit.assignments = argv + 2;
  /* Translators: the name of a command; %s is a kind of record, such as Indicator */
  name = g_strdup_printf (_("%s added"), _(edit.kind->label));
  return edit_record (cli, name, &edit, error);
}

UdsCliStatus
uds_cli_set (UdsCli   *cli,
             int       argc,
             char    **argv,
             GError  **error)
{
  g_autofree char *name = NULL;
  Edit edit = { NULL };

  if (!uds_cli_expect (argc, argv, 3, -1, error))
    return UDS_CLI_NOT_DONE;
  edit.kind = uds_cli_find_kind (argv[1], error);
  if (edit.kind == NULL || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  edit.name = argv[2];
  edit.assignments = argv + 3;
  /* Translators: the name of a command; %s is a kind of record, such as Indicator */
  name = g_strdup_printf (_("%s changed"), _(edit.kind->label));
  return edit_record (cli, name, &edit, error);
}

static gboolean
run_delete (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  Edit *edit = data;

  g_clear_object (&edit->record);
  edit->record = uds_cli_find_record (session, edit->kind, edit->name, error);
  return edit->record != NULL && uds_session_remove (session, edit->kind, uds_record_get_id (edit->record), error);
}

UdsCliStatus
uds_cli_delete (UdsCli   *cli,
                int       argc,
                char    **argv,
                GError  **error)
{
  g_autofree char *name = NULL;
  Edit edit = { NULL };
  gint64 group;

  if (!uds_cli_expect (argc, argv, 2, 2, error))
    return UDS_CLI_NOT_DONE;
  edit.kind = uds_cli_find_kind (argv[1], error);
  if (edit.kind == NULL || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  edit.name = argv[2];
  /* Translators: the name of a command; %s is a kind of record, such as Indicator */
  name = g_strdup_printf (_("%s deleted"), _(edit.kind->label));
  group = uds_store_write (cli->store, name, run_delete, &edit, error);
  g_clear_object (&edit.record);
  return group >= 0 ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;
}
