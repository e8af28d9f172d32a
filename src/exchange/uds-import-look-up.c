/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the store what would become of the indicators of a previewed import: what they would be called, and which goal
 * they would belong to. It is found out by the very code that writes them. */
#include "uds-import-private.h"

#include "uds-content.h"
#include "uds-indicator-plan-private.h"

static GPtrArray *
list_goals (UdsSession  *session,
            GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("goal"));

  return uds_session_list (session, query, error);
}

static gboolean
look_up_plans (UdsImport   *self,
               UdsSession  *session,
               GError     **error)
{
  g_autoptr (GPtrArray) plans = uds_import_list_plans (self);

  for (guint i = 0; i < plans->len; i++)
    if (!uds_indicator_plan_look_up (g_ptr_array_index (plans, i), session, error))
      return FALSE;
  return TRUE;
}

/* Where there are goals nothing need be written. */
static gpointer
look_up_reading (UdsSession  *session,
                 gpointer     data,
                 GError     **error)
{
  g_autoptr (GPtrArray) goals = list_goals (session, error);

  if (goals == NULL || goals->len == 0)
    return NULL;

  uds_import_take_goals (data, g_steal_pointer (&goals));
  return look_up_plans (data, session, error) ? data : NULL;
}

/* Writes the goals, which an import could bring, looks, and then fails on purpose: nothing of it lasts. */
static gboolean
look_up_in_vain (UdsSession  *session,
                 gpointer     data,
                 GError     **error)
{
  GPtrArray *goals;

  if (!uds_content_load_goals (session, NULL, error) || (goals = list_goals (session, error)) == NULL)
    return FALSE;

  uds_import_take_goals (data, goals);
  if (look_up_plans (data, session, error))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "a look");
  return FALSE;
}

static void
forget_indicators (UdsImport *self)
{
  GPtrArray *files = uds_import_get_files (self);

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_set_size (((UdsImportFile *) g_ptr_array_index (files, i))->indicators, 0);
}

/**
 * uds_import_look_up:
 * @self: an import that was previewed
 * @store: where it would go
 * @error: what went wrong
 *
 * Tells each file what would become of the indicators in it, and reads the goals that they could belong to, which a
 * store without goals would get with them. Changes nothing. Blocks.
 *
 * Returns: %FALSE on failure; the files then know nothing of it
 */
gboolean
uds_import_look_up (UdsImport  *self,
                    UdsStore   *store,
                    GError    **error)
{
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (UDS_IS_IMPORT (self), FALSE);
  g_return_val_if_fail (UDS_IS_STORE (store), FALSE);

  forget_indicators (self);
  if (uds_store_read (store, look_up_reading, self, &failure) != NULL)
    return TRUE;

  if (failure == NULL)
    {
      uds_store_write (store, "", look_up_in_vain, self, &failure);
      if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return TRUE;
    }
  forget_indicators (self);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * uds_import_list_indicators:
 * @self: an import that was looked up or applied
 *
 * Returns: (transfer container) (element-type UdsImportIndicator): what becomes of the indicators of all its files,
 *   each once
 */
GPtrArray *
uds_import_list_indicators (UdsImport *self)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *list = g_ptr_array_new ();
  GPtrArray *files;

  g_return_val_if_fail (UDS_IS_IMPORT (self), list);

  files = uds_import_get_files (self);
  for (guint i = 0; i < files->len; i++)
    {
      const UdsImportFile *file = g_ptr_array_index (files, i);

      for (guint j = 0; j < file->indicators->len; j++)
        {
          UdsImportIndicator *indicator = g_ptr_array_index (file->indicators, j);

          if (g_hash_table_add (codes, (gpointer) uds_record_get_text (indicator->record, "code")))
            g_ptr_array_add (list, indicator);
        }
    }
  return list;
}
