/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kept with the context, so that every window on the same database has the same memory and another database has none of
 * it. */
#include "uds-indicator-memory.h"

typedef struct {
  UdsIndicatorSelection *selection;
  char *form;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  uds_indicator_selection_free (kept->selection);
  g_free (kept->form);
  g_free (kept);
}

static GHashTable *
ensure_memory (UdsContext *context)
{
  static const char key[] = "uds-indicator-memory";
  GHashTable *memory = g_object_get_data (G_OBJECT (context), key);

  if (memory == NULL)
    {
      memory = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);
      g_object_set_data_full (G_OBJECT (context), key, memory, (GDestroyNotify) g_hash_table_unref);
    }
  return memory;
}

/**
 * uds_indicator_memory_get_selection:
 * @context: the context
 * @id: the id of an indicator
 *
 * Returns: (nullable): what was selected of it, valid until the next is kept
 */
const UdsIndicatorSelection *
uds_indicator_memory_get_selection (UdsContext *context,
                                    const char *id)
{
  const Kept *kept = g_hash_table_lookup (ensure_memory (context), id);

  return kept != NULL ? kept->selection : NULL;
}

/**
 * uds_indicator_memory_get_form:
 * @context: the context
 * @id: the id of an indicator
 *
 * Returns: (nullable): whether it was shown as "chart" or "table", valid until the next is kept
 */
const char *
uds_indicator_memory_get_form (UdsContext *context,
                               const char *id)
{
  const Kept *kept = g_hash_table_lookup (ensure_memory (context), id);

  return kept != NULL ? kept->form : NULL;
}

/**
 * uds_indicator_memory_keep:
 * @context: the context
 * @id: the id of an indicator
 * @selection: what is selected of it
 * @form: "chart" or "table"
 *
 * Keeps it until the context goes. GTK thread, as all of these.
 */
void
uds_indicator_memory_keep (UdsContext                  *context,
                           const char                  *id,
                           const UdsIndicatorSelection *selection,
                           const char                  *form)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->selection = uds_indicator_selection_copy (selection);
  kept->form = g_strdup (form);
  g_hash_table_insert (ensure_memory (context), g_strdup (id), kept);
}
