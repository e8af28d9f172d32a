/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Teaches a connection to SQLite the order of text in each language, which PostgreSQL has from ICU. No index and no
 * table of the schema may use it: other programs could then not open the file, and a change of the order would damage
 * it. */
#include "uds-collation-private.h"

#include "uds-fold.h"

static int
compare (void       *data,
         int         a_length,
         const void *a,
         int         b_length,
         const void *b)
{
  return uds_sort_compare_length (a, (gsize) a_length, b, (gsize) b_length, (UdsLanguage) GPOINTER_TO_INT (data));
}

/**
 * uds_collation_add:
 * @handle: a connection
 *
 * Adds the collations "uds_da" and "uds_en".
 *
 * Returns: SQLite's result code
 */
int
uds_collation_add (sqlite3 *handle)
{
  static const UdsLanguage languages[] = { UDS_LANGUAGE_DA, UDS_LANGUAGE_EN };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_strconcat ("uds_", uds_language_get_code (languages[i]), NULL);
      int code = sqlite3_create_collation_v2 (handle, name, SQLITE_UTF8, GINT_TO_POINTER (languages[i]), compare, NULL);

      if (code != SQLITE_OK)
        return code;
    }

  return SQLITE_OK;
}
