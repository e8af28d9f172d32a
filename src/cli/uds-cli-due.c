/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command list due: reminders, notice to be given, what ends, deadlines of notes, figures that are expected. When
 * something is due is said in src/store (uds-due.c). */
#include "uds-cli-private.h"

#include "uds-due.h"
#include "uds-error.h"

#include <glib/gi18n.h>

typedef struct {
  const UdsCliListOptions *options;
  UdsLanguage language;
} List;

static JsonObject *
due_to_json (const UdsDue *due,
             UdsLanguage   language)
{
  JsonObject *object = json_object_new ();
  g_autofree char *date = uds_date_to_string (&due->date);

  json_object_set_string_member (object, "kind", "due");
  json_object_set_string_member (object, "what", uds_due_what_get_name (due->what));
  json_object_set_string_member (object, "date", date);
  json_object_set_int_member (object, "days", due->days);
  json_object_set_string_member (object, "record_kind", uds_record_get_kind (due->record)->name);
  json_object_set_string_member (object, "record", uds_record_get_id (due->record));
  json_object_set_string_member (object, "title", uds_record_get_title (due->record, language));
  return object;
}

static void
print_due (const UdsDue *due,
           const List   *list)
{
  g_autofree char *name = uds_cli_get_name (due->record);
  g_autofree char *text = NULL;

  if (list->options->json)
    {
      uds_cli_print_json (due_to_json (due, list->language));
      return;
    }
  text = uds_due_format (due, list->language);
  g_print ("%s  %s  %s\n", name, uds_record_get_title (due->record, list->language), text);
}

/* Of a partial date, until its last day; where nothing is said, half a year ahead. */
static UdsDate
find_until (const List    *list,
            const UdsDate *today)
{
  UdsDate until;

  if (list->options->to != NULL && uds_date_parse (list->options->to, &until))
    return uds_date_last_day (&until);
  return uds_date_add_months (today, UDS_DUE_MONTHS);
}

static gboolean
is_before (const UdsDue *due,
           const char   *from)
{
  UdsDate date;

  if (from == NULL || !uds_date_parse (from, &date))
    return FALSE;
  date = uds_date_first_day (&date);
  return uds_date_compare (&due->day, &date) < 0;
}

static gpointer
run_list (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  const List *list = data;
  UdsDate today = uds_session_get_today (session);
  UdsDate until = find_until (list, &today);
  g_autoptr (GPtrArray) dues = uds_session_list_due (session, &today, &until, list->language, error);
  int n_printed = 0;

  for (guint i = 0; dues != NULL && i < dues->len; i++)
    {
      const UdsDue *due = g_ptr_array_index (dues, i);

      if (is_before (due, list->options->from))
        continue;
      if (list->options->limit > 0 && n_printed == list->options->limit)
        break;
      print_due (due, list);
      n_printed++;
    }
  return NULL;
}

UdsCliStatus
uds_cli_list_due (UdsCli                   *cli,
                  const UdsCliListOptions  *options,
                  GError                  **error)
{
  List list = { options, cli->language };
  GError *failure = NULL;

  if (!uds_cli_refuse_table (options, error))
    return UDS_CLI_NOT_DONE;
  if (options->conditions != NULL || options->on != NULL)
    {
      g_set_error_literal (error, UDS_ERROR, UDS_ERROR_INVALID,
                           _("What is due is listed by date only: leave out --where and --on."));
      return UDS_CLI_NOT_DONE;
    }
  if (uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  uds_store_read (cli->store, run_list, &list, &failure);
  if (failure == NULL)
    return UDS_CLI_DONE;
  g_propagate_error (error, failure);
  return UDS_CLI_NOT_DONE;
}
