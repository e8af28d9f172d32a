/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is in the database and by what an import knows them again; and what organisations, cities and networks are called
 * by any of their names. Read once, so that ten thousand people cost no query each. */
#include "uds-person-private.h"

#include "uds-fold.h"

static const char *
get_text (const UdsKind  *kind,
          const UdsValue *values,
          const char     *field)
{
  guint place;

  uds_kind_lookup_field (kind, field, &place);
  return values[place].type == UDS_VALUE_TEXT ? values[place].text : NULL;
}

/* What organisations, cities and networks are called */

typedef struct {
  UdsPersonIndex *index;
  const UdsKind *kind;
  GHashTable *names; /* of contacts without address and number: an id → the name */
} Scan;

/**
 * uds_person_index_add_target:
 * @self: an index
 * @kind: a kind that a role refers to
 * @name: (nullable): what one of it is called
 * @id: its id
 */
void
uds_person_index_add_target (UdsPersonIndex *self,
                             const char     *kind,
                             const char     *name,
                             const char     *id)
{
  g_autofree char *folded = name != NULL ? uds_fold (name) : NULL;
  g_autofree char *key = NULL;
  GPtrArray *ids;

  if (folded == NULL)
    return;
  key = g_strconcat (kind, "\x1f", folded, NULL);
  ids = g_hash_table_lookup (self->targets, key);
  if (ids == NULL)
    {
      ids = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->targets, g_steal_pointer (&key), ids);
    }
  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_strdup (id));
}

static gboolean
add_names (const char     *id,
           const UdsValue *values,
           gpointer        data)
{
  const Scan *scan = data;

  uds_person_index_add_target (scan->index, scan->kind->name, get_text (scan->kind, values, "name_da"), id);
  uds_person_index_add_target (scan->index, scan->kind->name, get_text (scan->kind, values, "name_en"), id);
  return TRUE;
}

static gboolean
add_other_names (const char     *id,
                 const UdsValue *values,
                 gpointer        data)
{
  static const char *const owners[] = { "organisation", "city" };
  const Scan *scan = data;

  for (gsize i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      const char *owner = get_text (scan->kind, values, owners[i]);

      if (owner == NULL)
        continue;
      uds_person_index_add_target (scan->index, owners[i], get_text (scan->kind, values, "name_da"), owner);
      uds_person_index_add_target (scan->index, owners[i], get_text (scan->kind, values, "name_en"), owner);
    }
  return TRUE;
}

static gboolean
scan_kind (UdsPersonIndex *self,
           UdsSession   *session,
           const char   *name,
           UdsScanFunc   func,
           GHashTable   *names,
           GError      **error)
{
  Scan scan = { self, uds_kind_lookup (name), names };
  g_autoptr (UdsQuery) query = uds_query_new (scan.kind);

  return uds_session_scan (session, query, func, &scan, error);
}

/* Who is there */

/**
 * uds_person_index_add:
 * @self: an index
 * @key: (transfer full): a key of a person, or "\x1f" and a uid
 * @id: whose it is; who has it already keeps it
 */
void
uds_person_index_add (UdsPersonIndex *self,
                      char           *key,
                      const char     *id)
{
  if (g_hash_table_contains (self->ids, key))
    g_free (key);
  else
    g_hash_table_insert (self->ids, key, g_strdup (id));
}

static gboolean
add_contact (const char     *id,
             const UdsValue *values,
             gpointer        data)
{
  const Scan *scan = data;
  const char *uid = get_text (scan->kind, values, "uid");
  const char *name = get_text (scan->kind, values, "name");
  const char *email = get_text (scan->kind, values, "email");
  const char *phone = get_text (scan->kind, values, "phone");

  if (uid != NULL)
    uds_person_index_add (scan->index, g_strconcat ("\x1f", uid, NULL), id);
  if (email != NULL || phone != NULL)
    uds_person_index_add (scan->index, uds_person_make_key (name, email, phone), id);
  else
    g_hash_table_insert (scan->names, g_strdup (id), g_strdup (name));
  return TRUE;
}

/* A person's first role names the organisation that tells them from others of their name. */
static gboolean
add_role_key (const char     *id,
              const UdsValue *values,
              gpointer        data)
{
  static const char *const fields[] = { "organisation", "city", "network" };
  const Scan *scan = data;
  const char *contact = get_text (scan->kind, values, "contact");
  const char *name = g_hash_table_lookup (scan->names, contact);

  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      const char *target = get_text (scan->kind, values, fields[i]);

      if (target != NULL)
        uds_person_index_add (scan->index, g_strconcat (name, "\x1f", target, NULL), contact);
    }
  return TRUE;
}

/**
 * uds_person_index_new:
 * @session: a session
 * @error: what went wrong
 *
 * Reads who is there and what organisations, cities and networks are called.
 *
 * Returns: (transfer full) (nullable): the index
 */
UdsPersonIndex *
uds_person_index_new (UdsSession  *session,
                      GError     **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (UdsPersonIndex) self = g_new0 (UdsPersonIndex, 1);
  GHashTableIter iter;
  gpointer id, name;

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  if (!scan_kind (self, session, "organisation", add_names, NULL, error)
      || !scan_kind (self, session, "city", add_names, NULL, error)
      || !scan_kind (self, session, "network", add_names, NULL, error)
      || !scan_kind (self, session, "other-name", add_other_names, NULL, error)
      || !scan_kind (self, session, "contact", add_contact, names, error)
      || !scan_kind (self, session, "contact-role", add_role_key, names, error))
    return NULL;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &id, &name))
    uds_person_index_add (self, uds_person_make_key (name, NULL, NULL), id);
  return g_steal_pointer (&self);
}

/**
 * uds_person_index_free:
 * @self: (transfer full): an index
 */
void
uds_person_index_free (UdsPersonIndex *self)
{
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->targets);
  g_free (self);
}

/**
 * uds_person_role_get_kind:
 * @role: a role
 *
 * Returns: the kind of what it is at
 */
const char *
uds_person_role_get_kind (const UdsPersonRole *role)
{
  return role->kind != NULL ? role->kind : "organisation";
}

/**
 * uds_person_index_list_targets:
 * @self: an index
 * @role: a role at something with a name
 *
 * Returns: (nullable) (transfer none) (element-type utf8): the ids of all that are called so; %NULL where nothing is
 */
GPtrArray *
uds_person_index_list_targets (UdsPersonIndex      *self,
                               const UdsPersonRole *role)
{
  g_autofree char *folded = uds_fold (role->name);
  g_autofree char *key = g_strconcat (uds_person_role_get_kind (role), "\x1f", folded, NULL);

  return g_hash_table_lookup (self->targets, key);
}
