/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of many people all parts are read at once, of a few those of each; what places are called is looked up once. How
 * they are written is uds-vcard-write.c's and uds-person-sheet.c's. */
#include "uds-person-parts.h"

/* Above so many people all their addresses are read at once. */
#define FEW_PEOPLE 50

struct _UdsPersonParts
{
  UdsSession *session;
  UdsLanguage language;
  GHashTable *points; /* a contact's id → GPtrArray of its contact points; none where they are read for each */
  GHashTable *roles;
  GHashTable *names;  /* the id of what a role is at → what it is called */
};

static GPtrArray *
read_parts (UdsPersonParts  *self,
            const char      *kind,
            const char      *id,
            GError         **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (kind));

  if (id != NULL)
    uds_query_where_is (query, "contact", id);
  uds_query_set_long_text (query, TRUE);
  return uds_session_list (self->session, query, error);
}

static GHashTable *
group_parts (UdsPersonParts  *self,
             const char      *kind,
             GError         **error)
{
  g_autoptr (GPtrArray) parts = read_parts (self, kind, NULL, error);
  GHashTable *groups;

  if (parts == NULL)
    return NULL;
  groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < parts->len; i++)
    {
      UdsRecord *part = g_ptr_array_index (parts, i);
      const char *id = uds_record_get_text (part, "contact");
      GPtrArray *group = g_hash_table_lookup (groups, id);

      if (group == NULL)
        {
          group = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (groups, g_strdup (id), group);
        }
      g_ptr_array_add (group, g_object_ref (part));
    }
  return groups;
}

/**
 * uds_person_parts_new:
 * @session: a session
 * @language: of the names of places
 * @n_people: how many people go out
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): their parts
 */
UdsPersonParts *
uds_person_parts_new (UdsSession   *session,
                      UdsLanguage   language,
                      guint         n_people,
                      GError      **error)
{
  g_autoptr (UdsPersonParts) self = g_new0 (UdsPersonParts, 1);

  self->session = session;
  self->language = language;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (n_people <= FEW_PEOPLE)
    return g_steal_pointer (&self);

  self->points = group_parts (self, "contact-point", error);
  self->roles = self->points != NULL ? group_parts (self, "contact-role", error) : NULL;
  return self->roles != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * uds_person_parts_free:
 * @self: (transfer full): parts
 */
void
uds_person_parts_free (UdsPersonParts *self)
{
  g_clear_pointer (&self->points, g_hash_table_unref);
  g_clear_pointer (&self->roles, g_hash_table_unref);
  g_hash_table_unref (self->names);
  g_free (self);
}

/**
 * uds_person_parts_list:
 * @self: parts
 * @kind: "contact-point" or "contact-role"
 * @contact: a person
 * @error: what went wrong
 *
 * Returns: (transfer full) (element-type UdsRecord) (nullable): the person's, in their order
 */
GPtrArray *
uds_person_parts_list (UdsPersonParts  *self,
                       const char      *kind,
                       UdsRecord       *contact,
                       GError         **error)
{
  GHashTable *groups = g_str_equal (kind, "contact-point") ? self->points : self->roles;
  GPtrArray *group = groups != NULL ? g_hash_table_lookup (groups, uds_record_get_id (contact)) : NULL;

  if (groups == NULL)
    return read_parts (self, kind, uds_record_get_id (contact), error);
  return group != NULL ? g_ptr_array_ref (group) : g_ptr_array_new ();
}

/* What @role is at; remembers what it is called. */
static gboolean
look_up (UdsPersonParts  *self,
         const char      *kind,
         const char      *id,
         GError         **error)
{
  g_autoptr (UdsRecord) place = NULL;

  if (g_hash_table_contains (self->names, id))
    return TRUE;
  place = uds_session_get (self->session, uds_kind_lookup (kind), id, error);
  if (place == NULL)
    return FALSE;
  g_hash_table_insert (self->names, g_strdup (id),
                       g_strdup (uds_record_get_localized (place, "name", self->language)));
  return TRUE;
}

/**
 * uds_person_parts_find_place:
 * @self: parts
 * @role: a role
 * @kind: (out) (nullable): the kind of what it is at; %NULL where it is at nothing
 * @name: (out) (nullable): what that is called
 * @error: what went wrong
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_person_parts_find_place (UdsPersonParts  *self,
                             UdsRecord       *role,
                             const char     **kind,
                             const char     **name,
                             GError         **error)
{
  static const char *const kinds[] = { "organisation", "city", "network" };

  *kind = NULL;
  *name = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *id = uds_record_get_text (role, kinds[i]);

      if (id == NULL)
        continue;
      *kind = kinds[i];
      if (!look_up (self, kinds[i], id, error))
        return FALSE;
      *name = g_hash_table_lookup (self->names, id);
      return TRUE;
    }
  return TRUE;
}
