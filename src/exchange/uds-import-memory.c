/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files have the same shape when their columns have the same headings. What a user said of one of them goes for the
 * others: what the columns are, which category is wanted, which sign is the decimal sign. */
#include "uds-import-memory-private.h"

#include "uds-json.h"

#define ROLES "roles"
#define WANTED "wanted"
#define DECIMAL "decimal"

/* The headings in a few letters; none where the file has no columns that a user can say anything of. */
static char *
make_shape (const UdsImportFile *file)
{
  g_autoptr (GString) headings = g_string_new (file->format);
  gboolean has_role = FALSE;

  for (guint i = 0; i < file->columns->len; i++)
    {
      const UdsImportColumn *column = g_ptr_array_index (file->columns, i);

      g_string_append_c (headings, '\x1f');
      g_string_append (headings, column->heading);
      has_role |= column->has_role;
    }
  return has_role ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, headings->str, (gssize) headings->len) : NULL;
}

static gboolean
has_said_anything (const UdsImportFile *file)
{
  return g_hash_table_size (file->roles) > 0 || g_hash_table_size (file->wanted) > 0 || file->decimal_given;
}

static JsonObject *
get_object (JsonObject *parent,
            const char *name)
{
  JsonNode *node = json_object_get_member (parent, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
use_roles (JsonObject    *said,
           UdsImportFile *file)
{
  JsonObjectIter iter;
  const char *heading;
  JsonNode *value;
  UdsColumnRole role;

  json_object_iter_init (&iter, said);
  while (json_object_iter_next (&iter, &heading, &value))
    if (JSON_NODE_HOLDS_VALUE (value) && uds_column_role_from_name (json_node_get_string (value), &role))
      g_hash_table_insert (file->roles, g_strdup (heading), GUINT_TO_POINTER (role));
}

static void
use_wanted (JsonObject    *said,
            UdsImportFile *file)
{
  JsonObjectIter iter;
  const char *heading;
  JsonNode *value;

  json_object_iter_init (&iter, said);
  while (json_object_iter_next (&iter, &heading, &value))
    if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_string (value) != NULL)
      g_hash_table_insert (file->wanted, g_strdup (heading), json_node_dup_string (value));
}

/**
 * uds_import_memory_use:
 * @memory: what was said of earlier files, by shape
 * @file: a previewed file
 *
 * Says of the file what was said of the last of its shape, unless the user has said anything of it already.
 *
 * Returns: whether anything was; the file is then to be previewed again
 */
gboolean
uds_import_memory_use (JsonObject    *memory,
                       UdsImportFile *file)
{
  g_autofree char *shape = make_shape (file);
  JsonObject *said = shape != NULL ? get_object (memory, shape) : NULL;
  const char *decimal;

  if (said == NULL || has_said_anything (file))
    return FALSE;

  if (get_object (said, ROLES) != NULL)
    use_roles (get_object (said, ROLES), file);
  if (get_object (said, WANTED) != NULL)
    use_wanted (get_object (said, WANTED), file);
  decimal = json_object_get_string_member_with_default (said, DECIMAL, NULL);
  if (decimal != NULL)
    {
      file->decimal = *decimal == ',' ? UDS_DECIMAL_COMMA : UDS_DECIMAL_POINT;
      file->decimal_given = TRUE;
    }
  return has_said_anything (file);
}

static JsonObject *
list_roles (const UdsImportFile *file)
{
  JsonObject *roles = json_object_new ();
  GHashTableIter iter;
  gpointer heading, role;

  g_hash_table_iter_init (&iter, file->roles);
  while (g_hash_table_iter_next (&iter, &heading, &role))
    json_object_set_string_member (roles, heading, uds_column_role_get_name (GPOINTER_TO_UINT (role)));
  return roles;
}

static JsonObject *
list_wanted (const UdsImportFile *file)
{
  JsonObject *wanted = json_object_new ();
  GHashTableIter iter;
  gpointer heading, category;

  g_hash_table_iter_init (&iter, file->wanted);
  while (g_hash_table_iter_next (&iter, &heading, &category))
    json_object_set_string_member (wanted, heading, category);
  return wanted;
}

/**
 * uds_import_memory_learn:
 * @memory: what was said of earlier files
 * @file: a file that was imported
 *
 * Keeps what the user said of the file, for the next of its shape.
 *
 * Returns: whether @memory changed
 */
gboolean
uds_import_memory_learn (JsonObject          *memory,
                         const UdsImportFile *file)
{
  g_autofree char *shape = make_shape (file);
  g_autoptr (JsonObject) said = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (shape == NULL || !has_said_anything (file))
    return FALSE;

  said = json_object_new ();
  json_object_set_object_member (said, ROLES, list_roles (file));
  json_object_set_object_member (said, WANTED, list_wanted (file));
  if (file->decimal_given)
    json_object_set_string_member (said, DECIMAL, file->decimal == UDS_DECIMAL_COMMA ? "," : ".");
  after = uds_json_to_canonical (said);
  before = get_object (memory, shape) != NULL ? uds_json_to_canonical (get_object (memory, shape)) : NULL;
  if (g_strcmp0 (before, after) == 0)
    return FALSE;

  json_object_set_object_member (memory, shape, g_steal_pointer (&said));
  return TRUE;
}
