/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was saved of a damaged database, in words and numbers. The numbers are uds-salvage.c's. */
#include "uds-salvage.h"

#include <glib/gi18n.h>

/**
 * uds_salvage_free:
 * @salvage: (transfer full): a report
 */
void
uds_salvage_free (UdsSalvage *salvage)
{
  g_free (salvage->kept);
  g_free (salvage->backup);
  g_array_unref (salvage->counts);
  g_free (salvage);
}

/**
 * uds_salvage_is_whole:
 * @salvage: a report
 *
 * Returns: whether every record is in the new database that the damaged one is known to have had
 */
gboolean
uds_salvage_is_whole (const UdsSalvage *salvage)
{
  for (guint i = 0; i < salvage->counts->len; i++)
    {
      const UdsSalvageCount *count = &g_array_index (salvage->counts, UdsSalvageCount, i);

      if (count->n_saved < count->n_known)
        return FALSE;
    }

  return salvage->counts->len > 0;
}

/**
 * uds_salvage_describe:
 * @salvage: a report
 *
 * Returns: (transfer full): it in words, a line for each kind of record
 */
char *
uds_salvage_describe (const UdsSalvage *salvage)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (salvage->backup != NULL)
    g_string_append_printf (text, _("Nothing could be read any more. The backup “%s” was put back."), salvage->backup);
  if (salvage->is_empty)
    g_string_append (text, _("Nothing could be read any more, and there is no sound backup."
                               " A new database was begun."));
  if (salvage->counts->len == 0)
    g_string_append_c (text, '\n');

  for (guint i = 0; i < salvage->counts->len; i++)
    {
      const UdsSalvageCount *count = &g_array_index (salvage->counts, UdsSalvageCount, i);

      /* Translators: a kind of records, such as Indicators; then how many were saved of how many */
      g_string_append_printf (text, _("%s: %ld of %ld saved"), _(count->kind->label_plural), (long) count->n_saved,
                              (long) count->n_known);
      g_string_append_c (text, '\n');
    }
  return g_strdup (text->str);
}
