/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that read records: list, show, search. */
#include "uds-cli-private.h"

#include "uds-date.h"
#include "uds-error.h"
#include "uds-export.h"
#include "uds-goal-digest.h"
#include "uds-record-summary.h"
#include "uds-record-titles.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* list */

typedef struct {
  UdsQuery *query;
  gboolean json;
  gboolean with_dates;
  UdsLanguage language;
} List;

static void
set_point (JsonObject             *object,
           const char             *name,
           const UdsProgressPoint *point)
{
  JsonObject *member;

  if (point->year == 0)
    return;

  member = json_object_new ();
  json_object_set_int_member (member, "year", point->year);
  json_object_set_double_member (member, "value", point->value);
  json_object_set_object_member (object, name, member);
}

static void
set_number (JsonObject *object,
            const char *name,
            gboolean    known,
            double      value)
{
  if (known)
    json_object_set_double_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

/* The progress of an indicator, for machines. */
static JsonObject *
progress_to_json (const UdsProgress *progress)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "status", uds_progress_status_get_name (progress->status));
  json_object_set_string_member (object, "method", uds_progress_method_get_name (progress->method));
  set_number (object, "score", progress->has_score, progress->score);
  set_number (object, "ratio", progress->has_ratio, progress->ratio);
  set_point (object, "base", &progress->base);
  set_point (object, "latest", &progress->latest);
  set_number (object, "required_rate", progress->has_required_rate, progress->required_rate);
  set_number (object, "observed_rate", progress->has_observed_rate, progress->observed_rate);
  if (progress->arrival_year != 0)
    json_object_set_int_member (object, "arrival_year", progress->arrival_year);
  else
    json_object_set_null_member (object, "arrival_year");
  json_object_set_string_member (object, "reason", uds_progress_reason_get_name (progress->reason));
  return object;
}

static JsonObject *
read_progress (UdsSession  *session,
               UdsRecord   *indicator,
               GError     **error)
{
  g_autoptr (UdsIndicatorDigest) digest = uds_session_digest_indicator (session, indicator, error);

  return digest != NULL ? progress_to_json (uds_indicator_digest_get_progress (digest)) : NULL;
}

/* How far a goal has come: the mean of its indicators' scores, with what it was taken of. */
static JsonObject *
roll_up_to_json (const UdsRollUp *roll_up)
{
  JsonObject *object = json_object_new ();
  double score = 0;
  gboolean has_score = uds_roll_up_get_score (roll_up, &score);

  json_object_set_string_member (object, "status", uds_progress_status_get_name (uds_roll_up_get_status (roll_up)));
  set_number (object, "score", has_score, score);
  json_object_set_double_member (object, "sum", roll_up->sum);
  json_object_set_int_member (object, "assessed", roll_up->n_assessed);
  json_object_set_int_member (object, "indicators", roll_up->n_indicators);
  json_object_set_string_member (object, "reason", uds_roll_up_reason_get_name (uds_roll_up_get_reason (roll_up)));
  return object;
}

static JsonObject *
read_goal_progress (UdsSession  *session,
                    UdsRecord   *goal,
                    GError     **error)
{
  g_autoptr (UdsGoalDigest) digest = uds_session_digest_goal (session, uds_record_get_id (goal), error);

  return digest != NULL ? roll_up_to_json (uds_goal_digest_get_roll_up (digest)) : NULL;
}

static JsonObject *
record_to_json (UdsSession   *session,
                UdsRecord    *record,
                UdsLanguage   language,
                GError      **error)
{
  g_autoptr (JsonObject) object = uds_cli_record_to_json (record, language);
  JsonObject *progress = NULL;

  if (!uds_record_is_a (record, "indicator") && !uds_record_is_a (record, "goal"))
    return g_steal_pointer (&object);

  progress = uds_record_is_a (record, "goal") ? read_goal_progress (session, record, error)
                                              : read_progress (session, record, error);
  if (progress == NULL)
    return NULL;
  json_object_set_object_member (object, "progress", progress);
  return g_steal_pointer (&object);
}

/* What commands know records by, so that the next can be written from it; and how wide the widest is. */
static GPtrArray *
list_names (GPtrArray *records,
            int       *width)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  *width = 0;
  for (guint i = 0; i < records->len; i++)
    {
      char *name = uds_cli_get_name (g_ptr_array_index (records, i));

      *width = MAX (*width, (int) g_utf8_strlen (name, -1));
      g_ptr_array_add (names, name);
    }

  return names;
}

/* What a record is called; where it has no name but a value, that too. */
static char *
describe (UdsRecord        *record,
          UdsRecordTitles  *titles,
          UdsLanguage       language,
          GError          **error)
{
  const UdsKind *kind = uds_record_get_kind (record);
  gboolean is_value = !uds_kind_is_listed (kind) && uds_kind_lookup_field (kind, "value", NULL) != NULL;
  g_autofree char *title = uds_record_titles_make (titles, record, error);
  g_autofree char *value = is_value ? uds_record_format (record, "value", language) : NULL;

  return title == NULL || value == NULL ? g_steal_pointer (&title) : g_strconcat (title, ": ", value, NULL);
}

/* Whoever asks for a day wants to know how sure the answer is. What has no name is called by its first day among other
 * things. */
static char *
describe_dates (UdsRecord   *record,
                UdsLanguage  language)
{
  const UdsKind *kind = uds_record_get_kind (record);
  const char *from, *to;
  g_autofree char *last = NULL;

  uds_kind_get_time_fields (kind, &from, &to);
  if (!uds_record_has (record, from))
    return g_strdup (_("since when is not known"));
  if (kind->title != NULL)
    return uds_record_format_dates (record, language);

  last = uds_record_format (record, to, language);
  /* Translators: a date */
  return last != NULL ? g_strdup_printf (_("until %s"), last) : NULL;
}

static gboolean
print_rows (UdsSession  *session,
            GPtrArray   *records,
            const List  *list,
            GError     **error)
{
  g_autoptr (UdsRecordTitles) titles = uds_record_titles_new (session, list->language);
  int width;
  g_autoptr (GPtrArray) names = list_names (records, &width);

  for (guint i = 0; i < records->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      UdsRecord *record = g_ptr_array_index (records, i);
      g_autofree char *title = describe (record, titles, list->language, error);
      g_autofree char *dates = list->with_dates ? describe_dates (record, list->language) : NULL;

      if (title == NULL)
        return FALSE;
      g_print ("%s%*s  %s%s%s\n", name, width - (int) g_utf8_strlen (name, -1), "", title,
               dates != NULL ? " · " : "", dates != NULL ? dates : "");
    }

  return TRUE;
}

static gboolean
print_objects (UdsSession   *session,
               GPtrArray    *records,
               UdsLanguage   language,
               GError      **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      JsonObject *object = record_to_json (session, g_ptr_array_index (records, i), language, error);

      if (object == NULL)
        return FALSE;
      uds_cli_print_json (object);
    }

  return TRUE;
}

static gpointer
run_list (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  List *list = data;
  g_autoptr (GPtrArray) records = uds_session_list (session, list->query, error);

  if (records == NULL)
    return NULL;

  if (list->json)
    print_objects (session, records, list->language, error);
  else
    print_rows (session, records, list, error);
  return NULL;
}

static gpointer
run_table (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  List *list = data;
  g_autoptr (GBytes) table = uds_export_csv (session, list->query, error);

  if (table != NULL)
    fwrite (g_bytes_get_data (table, NULL), 1, g_bytes_get_size (table), stdout);
  return NULL;
}

/* A period of time means the field that the kind is listed by: of a partial date, all that begins with it. */
static gboolean
add_dates (UdsQuery                 *query,
           const UdsCliListOptions  *options,
           GError                  **error)
{
  const UdsKind *kind = uds_query_get_kind (query);
  const UdsField *field = kind->order != NULL ? uds_kind_lookup_field (kind, kind->order, NULL) : NULL;
  g_autofree char *end = options->to != NULL ? g_strconcat (options->to, "~", NULL) : NULL;

  if (options->from == NULL && end == NULL)
    return TRUE;
  if (field == NULL || (field->type != UDS_FIELD_DATE && field->type != UDS_FIELD_PERIOD))
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
                   _("Records of the kind “%s” are not listed by date: leave out --from and --to."), kind->name);
      return FALSE;
    }

  return (options->from == NULL || uds_query_where (query, field->name, UDS_AT_LEAST, options->from, error))
         && (end == NULL || uds_query_where (query, field->name, UDS_AT_MOST, end, error));
}

/* Of a year or a month, its first day. */
static gboolean
add_day (UdsQuery                 *query,
         const UdsCliListOptions  *options,
         GError                  **error)
{
  const UdsKind *kind = uds_query_get_kind (query);
  const char *from, *to;
  UdsDate day;

  if (options->on == NULL || !uds_date_parse (options->on, &day))
    return TRUE;
  if (!uds_kind_get_time_fields (kind, &from, &to))
    {
      g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
                   _("Records of the kind “%s” have no first and last day: leave out --on."), kind->name);
      return FALSE;
    }

  day = uds_date_first_day (&day);
  uds_query_where_valid (query, from, to, &day);
  return TRUE;
}

/**
 * uds_cli_make_query:
 * @cli: what the commands share
 * @kind: a kind
 * @options: the options of the list
 * @error: a condition is not right
 *
 * Returns: (transfer full) (nullable): the question with its conditions, in the language of the list; dates and the
 *   limit are the caller's
 */
UdsQuery *
uds_cli_make_query (UdsCli                   *cli,
                    const UdsKind            *kind,
                    const UdsCliListOptions  *options,
                    GError                  **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (kind);

  uds_query_set_language (query, cli->language);
  for (guint i = 0; options->conditions != NULL && options->conditions[i] != NULL; i++)
    {
      g_autofree char *field = NULL;
      const char *value;

      if (!uds_cli_split (options->conditions[i], &field, &value, error)
          || !uds_cli_add_condition (cli, query, field, value, error))
        return NULL;
    }

  return g_steal_pointer (&query);
}

static UdsCliStatus
list_records (UdsCli                   *cli,
              const UdsKind            *kind,
              const UdsCliListOptions  *options,
              GError                  **error)
{
  g_autoptr (UdsQuery) query = uds_cli_make_query (cli, kind, options, error);
  List list = { query, options->json, options->on != NULL, cli->language };
  GError *failure = NULL;

  if (query == NULL || !add_dates (query, options, error) || !add_day (query, options, error)
      || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  uds_query_set_long_text (query, options->json || options->csv);
  uds_query_set_limit (query, (guint) MAX (options->limit, 0));
  uds_store_read (cli->store, options->csv ? run_table : run_list, &list, &failure);
  if (failure == NULL)
    return UDS_CLI_DONE;
  g_propagate_error (error, failure);
  return UDS_CLI_NOT_DONE;
}

/* Whether a limit of time, where there is one, is a date. */
static gboolean
check_date (const char  *option,
            const char  *text,
            GError     **error)
{
  UdsDate date;

  if (text == NULL || uds_date_parse (text, &date))
    return TRUE;

  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
               /* Translators: what was written, such as tomorrow, then the option, such as --from */
               _("“%s” after %s is not a date. Write 2022, 2022-06 or 2022-06-29."), text, option);
  return FALSE;
}

static UdsCliStatus
list_kind (UdsCli                   *cli,
           const char               *name,
           const UdsCliListOptions  *options,
           GError                  **error)
{
  const UdsKind *kind;
  UdsCliListOptions in_time = *options;

  /* These are no tables of records: what was done, when events take place, what is due. On a day is from it to it. */
  if (options->on != NULL)
    in_time.from = in_time.to = options->on;
  if (g_str_equal (name, "change"))
    return uds_cli_list_changes (cli, &in_time, error);
  if (g_str_equal (name, "occurrence"))
    return uds_cli_list_occurrences (cli, &in_time, error);
  if (g_str_equal (name, "due"))
    return uds_cli_list_due (cli, &in_time, error);

  kind = uds_cli_find_kind (name, error);
  return kind != NULL ? list_records (cli, kind, options, error) : UDS_CLI_NOT_DONE;
}

UdsCliStatus
uds_cli_list (UdsCli  *cli,
              int      argc,
              char   **argv,
              GError **error)
{
  g_auto (GStrv) conditions = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *on = NULL;
  g_autofree char *language = NULL;
  UdsCliListOptions options = { NULL };
  const GOptionEntry entries[] = {
    { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &conditions, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL },
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, NULL, NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &options.limit, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, NULL, NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &options.csv, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!uds_cli_parse (entries, &argc, &argv, error)
      || !uds_cli_expect (argc, argv, 1, 1, error)
      || !uds_cli_set_language (cli, language, error) || !check_date ("--from", from, error)
      || !check_date ("--to", to, error) || !check_date ("--on", on, error))
    return UDS_CLI_NOT_DONE;

  options.conditions = conditions;
  options.from = from;
  options.to = to;
  options.on = on;
  return list_kind (cli, argv[1], &options, error);
}

/* show */

typedef struct {
  const UdsKind *kind;
  const char *name;
  gboolean json;
  UdsLanguage language;
} Show;

static gpointer
run_show (UdsSession  *session,
          gpointer     data,
          GError     **error)
{
  Show *show = data;
  g_autoptr (UdsRecord) record = uds_cli_find_record (session, show->kind, show->name, error);
  JsonObject *object;

  if (record == NULL)
    return NULL;
  if (!show->json)
    {
      uds_cli_print_record (record, show->language);
      return NULL;
    }

  object = record_to_json (session, record, show->language, error);
  if (object != NULL)
    uds_cli_print_json (object);
  return NULL;
}

UdsCliStatus
uds_cli_show (UdsCli  *cli,
              int      argc,
              char   **argv,
              GError **error)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  Show show = { .language = cli->language };
  GError *failure = NULL;

  if (!uds_cli_parse (entries, &argc, &argv, error)
      || !uds_cli_expect (argc, argv, 2, 2, error))
    return UDS_CLI_NOT_DONE;
  show.kind = uds_cli_find_kind (argv[1], error);
  if (show.kind == NULL || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  show.name = argv[2];
  show.json = json;
  uds_store_read (cli->store, run_show, &show, &failure);
  if (failure == NULL)
    return UDS_CLI_DONE;
  g_propagate_error (error, failure);
  return UDS_CLI_NOT_DONE;
}

/* search */

typedef struct {
  const char *text;
  guint limit;
} Search;

static gpointer
run_search (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  Search *search = data;

  return uds_session_search (session, search->text, NULL, search->limit, error);
}

/* "indicator 3.3.1  New HIV infections": what to show it by, and what it is called. */
static void
print_hit (UdsRecord   *record,
           UdsLanguage  language)
{
  g_autofree char *name = uds_cli_get_name (record);

  g_print ("%s %s  %s\n", uds_record_get_kind (record)->name, name, uds_record_get_title (record, language));
}

UdsCliStatus
uds_cli_search (UdsCli  *cli,
                int      argc,
                char   **argv,
                GError **error)
{
  int limit = 50;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *text = NULL;

  if (!uds_cli_parse (entries, &argc, &argv, error)
      || !uds_cli_expect (argc, argv, 1, -1, error)
      || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  text = g_strjoinv (" ", argv + 1);
  hits = uds_store_read (cli->store, run_search, &(Search) { text, (guint) MAX (limit, 0) }, error);
  if (hits == NULL)
    return UDS_CLI_NOT_DONE;

  for (guint i = 0; i < hits->len; i++)
    {
      const UdsHit *hit = g_ptr_array_index (hits, i);

      if (json)
        uds_cli_print_json (uds_cli_record_to_json (hit->record, cli->language));
      else
        print_hit (hit->record, cli->language);
    }
  return UDS_CLI_DONE;
}
