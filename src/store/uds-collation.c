/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Teaches a connection to SQLite the order of text in each language, which PostgreSQL has from ICU, and the keys that
 * have that order as bytes. No index and no table of the schema may use them: other programs could then not open the
 * file, and a change of the order would damage it. Keys that were made may be stored. */
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

/* uds_sort_key (text, language): what has no name comes last. */
static void
make_key (sqlite3_context  *context,
          int               n_values,
          sqlite3_value   **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  UdsLanguage language = UDS_LANGUAGE_EN;
  char *key;

  uds_language_from_code ((const char *) sqlite3_value_text (values[1]), &language);
  key = text != NULL ? uds_sort_key (text, language) : g_strdup ("\xff");
  sqlite3_result_blob (context, key, (int) strlen (key), g_free);
}

/**
 * uds_collation_add:
 * @handle: a connection
 *
 * Adds the collations "uds_da" and "uds_en" and the function uds_sort_key().
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

  return sqlite3_create_function_v2 (handle, "uds_sort_key", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, make_key,
                                     NULL, NULL, NULL);
}
