/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command list occurrence: when events take place. An event takes place once, from its start to its end. */
#include "uds-cli-private.h"

#include "uds-date.h"

/* Where the office is: an event that names no time zone is there. */
#define HOME_ZONE "Europe/Copenhagen"

static const char *
get_end (UdsRecord *event)
{
  const char *end = uds_record_get_text (event, "end");

  return end != NULL ? end : uds_record_get_text (event, "start");
}

/* "2022-07-01T16:00:00+02:00". In a time zone that nobody knows it stays a local time, without an offset. */
static char *
format_instant (UdsRecord  *event,
                const char *date,
                const char *time)
{
  const char *name = uds_record_get_text (event, "zone");
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name != NULL ? name : HOME_ZONE);
  g_autofree char *local = g_strdup_printf ("%sT%s:00", date, time);
  g_autoptr (GDateTime) instant = zone != NULL ? g_date_time_new_from_iso8601 (local, zone) : NULL;

  return instant != NULL ? g_date_time_format (instant, "%Y-%m-%dT%H:%M:%S%:z") : g_steal_pointer (&local);
}

static gboolean
has_day (const char *text)
{
  UdsDate date;

  return uds_date_parse (text, &date) && date.day != 0;
}

/* An event without a time of day, or without a day, is given by its dates. */
static JsonObject *
occurrence_to_json (UdsRecord   *event,
                    UdsLanguage  language)
{
  JsonObject *object = json_object_new ();
  const char *start = uds_record_get_text (event, "start"), *end = get_end (event);
  const char *start_time = uds_record_get_text (event, "start_time");
  const char *end_time = uds_record_get_text (event, "end_time");
  gboolean timed = start_time != NULL && has_day (start);
  g_autofree char *from = timed ? format_instant (event, start, start_time) : g_strdup (start);
  g_autofree char *to = NULL;

  if (!timed)
    to = g_strdup (end);
  else if (end_time != NULL && has_day (end))
    to = format_instant (event, end, end_time);

  json_object_set_string_member (object, "kind", "occurrence");
  json_object_set_string_member (object, "event", uds_record_get_id (event));
  json_object_set_string_member (object, "title", uds_record_get_title (event, language));
  json_object_set_string_member (object, "start", from);
  if (to != NULL)
    json_object_set_string_member (object, "end", to);
  else
    json_object_set_null_member (object, "end");
  json_object_set_boolean_member (object, "all_day", !timed);
  return object;
}

/* Of a partial date, any of its days may be meant: "2022-07" lasts until "2022-07-31". */
static gboolean
lasts_until (UdsRecord  *event,
             const char *from)
{
  g_autofree char *last = g_strconcat (get_end (event), "~", NULL);

  return from == NULL || strcmp (last, from) >= 0;
}

static void
print_occurrence (UdsRecord   *event,
                  gboolean     json,
                  UdsLanguage  language)
{
  JsonObject *object = occurrence_to_json (event, language);
  g_autofree char *name = uds_cli_get_name (event);

  if (json)
    {
      uds_cli_print_json (object);
      return;
    }
  g_print ("%s  %s  %s\n", name, json_object_get_string_member (object, "start"),
           uds_record_get_title (event, language));
  json_object_unref (object);
}

static UdsQuery *
make_query (UdsCli                   *cli,
            const UdsCliListOptions  *options,
            GError                  **error)
{
  g_autoptr (UdsQuery) query = uds_cli_make_query (cli, uds_kind_lookup ("event"), options, error);
  g_autofree char *end = options->to != NULL ? g_strconcat (options->to, "~", NULL) : NULL;

  if (query == NULL || !uds_query_where (query, "start", UDS_IS_SOME, NULL, error)
      || (end != NULL && !uds_query_where (query, "start", UDS_AT_MOST, end, error))
      || !uds_query_order_by (query, "start", FALSE, error) || !uds_query_order_by (query, "start_time", FALSE, error))
    return NULL;
  return g_steal_pointer (&query);
}

static gpointer
read_events (UdsSession  *session,
             gpointer     data,
             GError     **error)
{
  return uds_session_list (session, data, error);
}

UdsCliStatus
uds_cli_list_occurrences (UdsCli                   *cli,
                          const UdsCliListOptions  *options,
                          GError                  **error)
{
  g_autoptr (UdsQuery) query = NULL;
  g_autoptr (GPtrArray) events = NULL;
  int n_printed = 0;

  if (!uds_cli_refuse_table (options, error))
    return UDS_CLI_NOT_DONE;
  query = make_query (cli, options, error);
  if (query == NULL || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;
  events = uds_store_read (cli->store, read_events, query, error);
  if (events == NULL)
    return UDS_CLI_NOT_DONE;

  for (guint i = 0; i < events->len && (options->limit <= 0 || n_printed < options->limit); i++)
    {
      UdsRecord *event = g_ptr_array_index (events, i);

      if (!lasts_until (event, options->from))
        continue;
      print_occurrence (event, options->json, cli->language);
      n_printed++;
    }
  return UDS_CLI_DONE;
}
