/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands about records that may be about the same: duplicates lists them, merge makes one of two. */
#include "uds-cli-private.h"

#include "uds-error.h"
#include "uds-merge.h"

#include <glib/gi18n.h>

typedef struct {
  const UdsKind *kind;
  const char *kept;
  const char *merged;
} Merge;

static gboolean
run_merge (UdsSession  *session,
           gpointer     data,
           GError     **error)
{
  const Merge *merge = data;
  g_autoptr (UdsRecord) kept = uds_cli_find_record (session, merge->kind, merge->kept, error);
  g_autoptr (UdsRecord) merged = kept != NULL ? uds_cli_find_record (session, merge->kind, merge->merged, error) : NULL;

  return merged != NULL
         && uds_session_merge (session, merge->kind, uds_record_get_id (kept), uds_record_get_id (merged), error);
}

UdsCliStatus
uds_cli_merge (UdsCli   *cli,
               int       argc,
               char    **argv,
               GError  **error)
{
  g_autofree char *name = NULL;
  Merge merge = { NULL };

  if (!uds_cli_expect (argc, argv, 3, 3, error))
    return UDS_CLI_NOT_DONE;
  merge.kind = uds_cli_find_kind (argv[1], error);
  if (merge.kind == NULL || !uds_merge_check_kind (merge.kind, error) || uds_cli_open_store (cli, error) == NULL)
    return UDS_CLI_NOT_DONE;

  merge.kept = argv[2];
  merge.merged = argv[3];
  name = uds_merge_make_name (merge.kind);
  return uds_store_write (cli->store, name, run_merge, &merge, error) >= 0 ? UDS_CLI_DONE : UDS_CLI_NOT_DONE;
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
