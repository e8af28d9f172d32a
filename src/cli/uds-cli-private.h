/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands share: the database they work on, their options, and how they print records. For src/cli only. */
#pragma once

#include "uds-context.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum {
  UDS_CLI_DONE = 0,
  UDS_CLI_PROBLEMS = 1,
  UDS_CLI_NOT_DONE = 2,
} UdsCliStatus;

/**
 * UdsCli:
 * @path: the database file
 * @empty: whether a new database stays without the starting content
 * @language: the language of numbers and dates
 * @store: the store, once somebody asked for it
 */
typedef struct {
  char        *path;
  gboolean     empty;
  UdsLanguage  language;
  UdsStore    *store;
} UdsCli;

/**
 * UdsCliListOptions:
 * @conditions: (nullable): "field=value", all of which must hold
 * @from: (nullable): the first date
 * @to: (nullable): the last date; of a partial date, all that begins with it
 * @on: (nullable): a day on which they are to hold
 * @limit: how many at the most; 0 for all
 * @json: one object on each line
 * @csv: a table
 *
 * What `udsyn list` was asked for.
 */
typedef struct {
  char      **conditions;
  const char *from;
  const char *to;
  const char *on;
  int         limit;
  gboolean    json;
  gboolean    csv;
} UdsCliListOptions;

/**
 * UdsCliFunc:
 * @cli: what the commands share
 * @argc: how many arguments there are, with the command's name
 * @argv: the arguments
 * @error: why it was not done
 *
 * Returns: the exit status; with @error set it is %UDS_CLI_NOT_DONE
 */
typedef UdsCliStatus (*UdsCliFunc) (UdsCli   *cli,
                                    int       argc,
                                    char    **argv,
                                    GError  **error);

UdsStore      *uds_cli_open_store    (UdsCli              *cli,
                                      GError             **error);
gboolean       uds_cli_parse         (const GOptionEntry  *entries,
                                      int                 *argc,
                                      char              ***argv,
                                      GError             **error);
gboolean       uds_cli_expect        (int                  argc,
                                      char               **argv,
                                      int                  least,
                                      int                  most,
                                      GError             **error);
const UdsKind *uds_cli_find_kind     (const char          *name,
                                      GError             **error);
gboolean       uds_cli_split         (const char          *assignment,
                                      char               **field,
                                      const char         **value,
                                      GError             **error);

gboolean       uds_cli_set_language  (UdsCli              *cli,
                                      const char          *code,
                                      GError             **error);
gboolean       uds_cli_need_output   (const char          *output,
                                      GError             **error);
UdsRecord     *uds_cli_find_record   (UdsSession          *session,
                                      const UdsKind       *kind,
                                      const char          *name,
                                      GError             **error);

char          *uds_cli_get_name      (UdsRecord           *record);
char          *uds_cli_read_code     (const char          *text);
gboolean       uds_cli_need_name     (int                  argc,
                                      char               **argv,
                                      const char          *kind,
                                      GError             **error);
char          *uds_cli_join_choices  (GPtrArray           *choices);
gboolean       uds_cli_add_condition (UdsCli              *cli,
                                      UdsQuery            *query,
                                      const char          *name,
                                      const char          *value,
                                      GError             **error);

UdsCliFunc     uds_cli_find_command  (const char          *name);
void           uds_cli_set_usage_error (const char        *name,
                                      guint                form,
                                      GError             **error);
void           uds_cli_print_help    (void);
gboolean       uds_cli_print_command_help (const char     *name,
                                      GError             **error);

JsonObject    *uds_cli_record_to_json (UdsRecord          *record,
                                       UdsLanguage         language);
void           uds_cli_print_json    (JsonObject          *object);
void           uds_cli_print_record  (UdsRecord           *record,
                                      UdsLanguage          language);

UdsQuery      *uds_cli_make_query    (UdsCli              *cli,
                                      const UdsKind       *kind,
                                      const UdsCliListOptions *options,
                                      GError             **error);
gboolean       uds_cli_refuse_table  (const UdsCliListOptions *options,
                                      GError             **error);
UdsCliStatus   uds_cli_list_changes  (UdsCli              *cli,
                                      const UdsCliListOptions *options,
                                      GError             **error);
UdsCliStatus   uds_cli_list_due      (UdsCli              *cli,
                                      const UdsCliListOptions *options,
                                      GError             **error);
UdsCliStatus   uds_cli_list_occurrences (UdsCli           *cli,
                                      const UdsCliListOptions *options,
                                      GError             **error);

UdsCliStatus uds_cli_list    (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_show    (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_add     (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_set     (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_delete  (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_duplicates (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_merge   (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_distinct (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_search  (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_history (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_undo    (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_export  (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_import  (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_chart   (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_report  (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_check   (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_backup  (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_restore (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_redo    (UdsCli *cli, int argc, char **argv, GError **error);
UdsCliStatus uds_cli_help    (UdsCli *cli, int argc, char **argv, GError **error);

G_END_DECLS
