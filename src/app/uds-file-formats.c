/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter for each format; the name that is proposed ends as the first of them. */
#include "uds-file-formats.h"

#include <glib/gi18n.h>
#include <string.h>

#define LONGEST_NAME 80

/**
 * uds_file_formats_make_name:
 * @title: what is in the file
 * @suffix: the ending of its name
 *
 * Returns: (transfer full): a name for it; a long title ends with a whole word
 */
char *
uds_file_formats_make_name (const char *title,
                            const char *suffix)
{
  g_autofree char *stem = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), LONGEST_NAME));
  char *blank = strlen (stem) < strlen (title) ? strrchr (stem, ' ') : NULL;

  if (blank != NULL && blank > stem)
    *blank = '\0';
  return g_strdup_printf ("%s.%s", g_strdelimit (g_strstrip (stem), "/\n\t", '-'), suffix);
}

/**
 * uds_file_formats_offer:
 * @dialog: a dialog that asks where to save
 * @formats: (array length=n_formats): the formats, the usual one first
 * @n_formats: how many
 * @name: what the file may be called, without an ending
 */
void
uds_file_formats_offer (GtkFileDialog       *dialog,
                        const UdsFileFormat *formats,
                        gsize                n_formats,
                        const char          *name)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *file_name = uds_file_formats_make_name (name, formats[0].suffix);

  for (gsize i = 0; i < n_formats; i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      g_autofree char *label = g_strdup_printf ("%s (.%s)", _(formats[i].name), formats[i].suffix);

      gtk_file_filter_set_name (filter, label);
      gtk_file_filter_add_suffix (filter, formats[i].suffix);
      g_list_store_append (filters, filter);
    }
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
}
