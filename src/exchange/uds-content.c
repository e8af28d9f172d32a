/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads the tables of resources/content, one for each kind, in the order of the kinds, so that what a row refers to is
 * there before it. A row names others as people do, by code or number; ids are made by the store. */
#include "uds-content.h"

#include "uds-csv.h"
#include "uds-error.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* The store's note of the content it was given, and the version of what is shipped now. */
#define NOTE "starting-content"
#define VERSION "1"

/* Stands between the parts of a key; no text of ours holds it. */
#define SEPARATOR "\x1f"

typedef struct {
  UdsSession *session;
  const UdsKind *kind; /* what is being loaded */
  GHashTable *known;   /* the natural keys of that kind → the id of the record that has it */
  GHashTable *names;   /* a kind and the name by which rows refer to a record of it → the record's id */
} Loader;

static void
append_key_part (GString        *key,
                 const UdsValue *value)
{
  if (value->type == UDS_VALUE_TEXT)
    g_string_append (key, value->text);
  else if (value->type == UDS_VALUE_INTEGER)
    g_string_append_printf (key, "%" G_GINT64_FORMAT, value->integer);
  else if (value->type == UDS_VALUE_REAL)
    g_string_append_printf (key, "%a", value->real);
  g_string_append (key, SEPARATOR);
}

static gboolean
remember_stored (const char     *id,
                 const UdsValue *values,
                 gpointer        data)
{
  Loader *loader = data;
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < loader->kind->n_fields; i++)
    if (loader->kind->fields[i].flags & UDS_FIELD_KEY)
      append_key_part (key, &values[i]);

  g_hash_table_replace (loader->known, g_string_free (key, FALSE), g_strdup (id));
  return TRUE;
}

static char *
make_key (UdsRecord *record)
{
  const UdsKind *kind = uds_record_get_kind (record);
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & UDS_FIELD_KEY)
      append_key_part (key, uds_record_peek (record, i));

  return g_string_free (key, FALSE);
}

static char *
make_name (const char *kind,
           const char *text)
{
  return g_strconcat (kind, SEPARATOR, text, NULL);
}

/* By what other rows refer to a row of this table: its code, its number, or the indicator whose only series it is.
 * NULL where nothing refers to such rows. */
static const char *
get_own_name (UdsCsvReader *table)
{
  static const char *const columns[] = { "code", "number", "indicator" };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *name = uds_csv_reader_get (table, columns[i]);

      if (name != NULL)
        return name;
    }

  return NULL;
}

/* The kind that a field refers to, NULL where it holds a value of its own. A link names the kind in its row. */
static const char *
get_target (const UdsField *field,
            UdsCsvReader   *table)
{
  if (g_str_equal (field->name, "from_id"))
    return uds_csv_reader_get (table, "from_kind");
  if (g_str_equal (field->name, "to_id"))
    return uds_csv_reader_get (table, "to_kind");
  return field->target;
}

static gboolean
set_field (Loader          *loader,
           UdsRecord       *record,
           const UdsField  *field,
           UdsCsvReader    *table,
           GError         **error)
{
  const char *text = uds_csv_reader_get (table, field->name);
  const char *target = get_target (field, table);
  g_autofree char *name = NULL;
  const char *id;

  if (text == NULL || target == NULL)
    return uds_record_set_from_string (record, field->name, text, error);

  name = make_name (target, text);
  id = g_hash_table_lookup (loader->names, name);
  if (id != NULL)
    {
      uds_record_set_text (record, field->name, id);
      return TRUE;
    }

  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
               /* Translators: a kind of record, then the name of a record, as in a file */
               _("There is no record of the kind “%s” called “%s”."), target, text);
  return FALSE;
}

static gboolean
load_row (Loader        *loader,
          UdsCsvReader  *table,
          GError       **error)
{
  g_autoptr (UdsRecord) record = uds_record_new (loader->kind);
  g_autofree char *key = NULL;
  const char *name = get_own_name (table);
  const char *id;

  for (guint i = 0; i < loader->kind->n_fields; i++)
    if (!set_field (loader, record, &loader->kind->fields[i], table, error))
      return FALSE;

  key = make_key (record);
  id = g_hash_table_lookup (loader->known, key);
  if (id == NULL)
    {
      if (!uds_session_save (loader->session, record, error))
        return FALSE;
      id = uds_record_get_id (record);
    }

  if (name != NULL)
    g_hash_table_replace (loader->names, make_name (loader->kind->name, name), g_strdup (id));
  return TRUE;
}

static gboolean
load_table (Loader      *loader,
            const char  *path,
            GError     **error)
{
  /* Not by udsyn_get_resource(): so G_RESOURCE_OVERLAYS can put other content in the place of ours. */
  g_autoptr (GBytes) text = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (UdsCsvReader) table = NULL;
  g_autoptr (GError) failure = NULL;

  if (text == NULL)
    return FALSE;

  table = uds_csv_reader_new (text, ',');
  if (!uds_csv_reader_read_heading (table, error))
    return FALSE;

  while (uds_csv_reader_next (table, &failure) && load_row (loader, table, &failure))
    ;
  if (failure == NULL)
    return TRUE;

  /* Translators: a file, then the number of a row in it; what is wrong there follows */
  g_propagate_prefixed_error (error, g_steal_pointer (&failure), _("%s, row %u: "), path,
                              uds_csv_reader_get_row (table));
  return FALSE;
}

static gboolean
load_kind (Loader         *loader,
           const UdsKind  *kind,
           GError        **error)
{
  g_autofree char *path = g_strdup_printf ("/dk/kk/Udsyn/content/%s.csv", kind->name);
  g_autoptr (UdsQuery) query = uds_query_new (kind);

  if (!g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    return TRUE;

  loader->kind = kind;
  g_hash_table_remove_all (loader->known);
  return uds_session_scan (loader->session, query, remember_stored, loader, error)
         && load_table (loader, path, error);
}

/* All kinds, or those that are in @wanted where it is not %NULL. */
static gboolean
load_kinds (UdsSession         *session,
            const char *const  *wanted,
            GError            **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Loader loader = { session, NULL, known, names };
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if ((wanted == NULL || g_strv_contains (wanted, kinds[i]->name)) && !load_kind (&loader, kinds[i], error))
      return FALSE;

  return TRUE;
}

/**
 * uds_content_get_command:
 *
 * Returns: the name of the command that loads the content, in the user's language
 */
const char *
uds_content_get_command (void)
{
  return _("Starting content added");
}

/**
 * uds_content_load:
 * @session: a session inside a command
 * @data: unused
 * @error: what went wrong, with the table and the row
 *
 * Gives the store the starting content. Records that are there already, by their natural keys, stay as they are. A
 * store that was given this content before is left alone, whatever became of it since. A #UdsWriteFunc.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_content_load (UdsSession  *session,
                  gpointer     data,
                  GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *version = uds_session_get_note (session, NOTE, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return g_strcmp0 (version, VERSION) == 0
         || (load_kinds (session, NULL, error) && uds_session_set_note (session, NOTE, VERSION, error)
             && uds_session_mark_base (session, error));
}

/**
 * uds_content_load_goals:
 * @session: a session inside a command
 * @data: unused
 * @error: what went wrong, with the table and the row
 *
 * Gives a store that was made empty the frame that indicators stand in: the goals with their targets and the list of UN
 * indicators, and nothing that is about the city. Records that are there already stay as they are. A #UdsWriteFunc.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_content_load_goals (UdsSession  *session,
                        gpointer     data,
                        GError     **error)
{
  static const char *const frame[] = { "goal", "target", "un-indicator", NULL };

  return load_kinds (session, frame, error);
}

/**
 * uds_content_fill:
 * @store: a store that was just opened
 * @error: what went wrong
 *
 * Gives a store whose file was made by opening it the starting content, and any other nothing. What a database began
 * with is no command of the user's: undo does not take it away.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_content_fill (UdsStore  *store,
                  GError   **error)
{
  if (!uds_store_is_new (store))
    return TRUE;

  return uds_store_write (store, uds_content_get_command (), uds_content_load, NULL, error) >= 0;
}
