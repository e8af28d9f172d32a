/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands about records that may be about the same: duplicates lists them, merge makes one of two, distinct says
 * that two are two. */
#include "uds-cli-private.h"

#include "uds-error.h"
#include "uds-merge.h"

#include <glib/gi18n.h>

/* What is done to two records of a kind, by their ids, inside a command. */
typedef gboolean (*TwoFunc) (UdsSession     *session,
                             const UdsKind  *kind,
                             const char     *first,
                             const char     *second,
                             GError        **error);

typedef struct {
  const UdsKind *kind;
  const char *first;
  const char *second;
  TwoFunc act;
} Two;

static gboolean
run_two (UdsSession  *session,
         gpointer     data,
         GError     **error)
{
  const Two *two = data;
  g_autoptr (UdsRecord) first = uds_cli_find_record (session, two->kind, two->first, error);
  g_autoptr (UdsRecord) second = first != NULL ? uds_cli_find_record (session, two->kind, two->second, error) : NULL;

  return second != NULL
         && two->act (session, two->kind, uds_record_get_id (first), uds_record_get_id (second), error);
}

static UdsCliStatus
write_two (UdsCli       *cli,
           int           argc,
           char        **argv,
           TwoFunc       act,
           char       *(*make_name) (const UdsKind *kind),
           GError      **error)
{
  g_autofree char *name = NULL;
  Two two = { .act = act };

  if (!uds_cli_expect (argc, argv, 3, 3, error))
    return UDS_CLI_NOT_DONE;
  two.kind = uds_cli_find_kind (argv[1], error);
  if (two.kind == NULL || !uds_merge_check_kind (two.kind, error) || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  two.first = argv[2];
  two.second = argv[3];
  name = make_name (two.kind);
  return uds_store_write (cli->store, name, run_two, &two, error) >= 0 ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;
}

UdsCliStatus
uds_cli_merge (UdsCli   *cli,
               int       argc,
               char    **argv,
               GError  **error)
{
  return write_two (cli, argc, argv, uds_session_merge, uds_merge_make_name, error);
}

UdsCliStatus
uds_cli_distinct (UdsCli   *cli,
                  int       argc,
                  char    **argv,
                  GError  **error)
{
  return write_two (cli, argc, argv, uds_session_tell_apart, uds_merge_make_apart_name, error);
}

typedef struct {
  const UdsKind *kind;
  const char *name; /* of one record; none for all */
} Asked;

static gpointer
read_similar (UdsSession   *session,
              const Asked  *asked,
              GError      **error)
{
  g_autoptr (UdsRecord) record = uds_cli_find_record (session, asked->kind, asked->name, error);

  return record != NULL ? uds_session_list_similar (session, record, error) : NULL;
}

static gpointer
read_duplicates (UdsSession  *session,
                 gpointer     data,
                 GError     **error)
{
  const Asked *asked = data;

  if (asked->name != NULL)
    return read_similar (session, asked, error);
  return uds_session_list_duplicates (session, asked->kind, error);
}

static void
print_record (UdsRecord   *record,
              UdsLanguage  language,
              const char  *end)
{
  g_print ("%s\t%s%s", uds_record_get_id (record), uds_record_get_title (record, language), end);
}

static void
print_pair (const UdsDuplicate *pair,
            UdsLanguage         language)
{
  print_record (pair->first, language, "\t");
  print_record (pair->second, language, "\n");
}

UdsCliStatus
uds_cli_duplicates (UdsCli   *cli,
                    int       argc,
                    char    **argv,
                    GError  **error)
{
  g_autoptr (GPtrArray) found = NULL;
  Asked asked = { NULL };

  if (!uds_cli_expect (argc, argv, 1, 2, error))
    return UDS_CLI_NOT_DONE;
  asked.kind = uds_cli_find_kind (argv[1], error);
  asked.name = argc == 3 ? argv[2] : NULL;
  if (asked.kind == NULL || !uds_merge_check_kind (asked.kind, error) || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  found = uds_store_read (cli->store, read_duplicates, &asked, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (asked.name != NULL)
      print_record (g_ptr_array_index (found, i), cli->language, "\n");
    else
      print_pair (g_ptr_array_index (found, i), cli->language);
  return found != NULL ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;
}
