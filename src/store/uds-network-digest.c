/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a network with what refers to it. All memberships are read, whenever they were: who was a member on a day is
 * then asked without reading again. */
#include "uds-network-digest.h"

#include "uds-city.h"
#include "uds-fold.h"
#include "uds-validity.h"

struct _UdsNetworkDigest
{
  GObject parent_instance;

  UdsRecord *network;
  UdsRecord *administration; /* none where nobody is responsible */
  UdsRecord *whole;          /* what it is a part of; none of most */
  UdsLanguage language;
  UdsDate today;
  GPtrArray *members;
  GPtrArray *groups;
  GPtrArray *figures;
  GPtrArray *linked;
};

G_DEFINE_FINAL_TYPE (UdsNetworkDigest, uds_network_digest, G_TYPE_OBJECT)

static void
member_free (gpointer data)
{
  UdsNetworkMember *member = data;

  g_clear_object (&member->membership);
  g_clear_object (&member->member);
  g_ptr_array_unref (member->names);
  g_free (member);
}

static void
uds_network_digest_finalize (GObject *object)
{
  UdsNetworkDigest *self = UDS_NETWORK_DIGEST (object);

  g_clear_object (&self->network);
  g_clear_object (&self->administration);
  g_clear_object (&self->whole);
  g_ptr_array_unref (self->members);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->linked, g_ptr_array_unref);

  G_OBJECT_CLASS (uds_network_digest_parent_class)->finalize (object);
}

static void
uds_network_digest_class_init (UdsNetworkDigestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_network_digest_finalize;
}

static void
uds_network_digest_init (UdsNetworkDigest *self)
{
  self->members = g_ptr_array_new_with_free_func (member_free);
}

/**
 * uds_network_digest_get_network:
 * @self: a digest
 *
 * Returns: (transfer none): the network
 */
UdsRecord *
uds_network_digest_get_network (UdsNetworkDigest *self)
{
  g_return_val_if_fail (UDS_IS_NETWORK_DIGEST (self), NULL);

  return self->network;
}

/**
 * uds_network_digest_get_administration:
 * @self: a digest
 *
 * Returns: (transfer none) (nullable): who is responsible; %NULL where that is not known
 */
UdsRecord *
uds_network_digest_get_administration (UdsNetworkDigest *self)
{
  g_return_val_if_fail (UDS_IS_NETWORK_DIGEST (self), NULL);

  return self->administration;
}

/**
 * uds_network_digest_get_whole:
 * @self: a digest
 *
 * Returns: (transfer none) (nullable): the network it is a group of; %NULL where it is none
 */
UdsRecord *
uds_network_digest_get_whole (UdsNetworkDigest *self)
{
  g_return_val_if_fail (UDS_IS_NETWORK_DIGEST (self), NULL);

  return self->whole;
}

/**
 * uds_network_digest_get_today:
 * @self: a digest
 *
 * Returns: the day it was read on
 */
UdsDate
uds_network_digest_get_today (UdsNetworkDigest *self)
{
  return self->today;
}

/**
 * uds_network_digest_get_members:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsNetworkMember): all who are or were members, by name
 */
GPtrArray *
uds_network_digest_get_members (UdsNetworkDigest *self)
{
  g_return_val_if_fail (UDS_IS_NETWORK_DIGEST (self), NULL);

  return self->members;
}

/**
 * uds_network_digest_get_groups:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsRecord): the networks that are parts of it, by name
 */
GPtrArray *
uds_network_digest_get_groups (UdsNetworkDigest *self)
{
  g_return_val_if_fail (UDS_IS_NETWORK_DIGEST (self), NULL);

  return self->groups;
}

/**
 * uds_network_digest_get_figures:
 * @self: a digest
 *
 * Returns: (transfer none) (element-type UdsRecord): how many members others count, fees, hours; latest first
 */
GPtrArray *
uds_network_digest_get_figures (UdsNetworkDigest *self)
{
  g_return_val_if_fail (UDS_IS_NETWORK_DIGEST (self), NULL);

  return self->figures;
}

/**
 * uds_network_digest_list_members_on:
 * @self: a digest
 * @day: a whole date
 *
 * The first and the last day of a membership belong to it; of a year or a month, its first and its last day. Without a
 * first day it may have begun any time before, without a last it goes on.
 *
 * Returns: (transfer container) (element-type UdsNetworkMember): those who were members on @day, by name
 */
GPtrArray *
uds_network_digest_list_members_on (UdsNetworkDigest *self,
                                    const UdsDate    *day)
{
  GPtrArray *members = g_ptr_array_new ();

  g_return_val_if_fail (UDS_IS_NETWORK_DIGEST (self), members);

  for (guint i = 0; i < self->members->len; i++)
    {
      UdsNetworkMember *member = g_ptr_array_index (self->members, i);

      if (uds_record_is_valid_on (member->membership, day))
        g_ptr_array_add (members, member);
    }
  return members;
}

/**
 * uds_network_digest_limit_day:
 * @self: a digest
 * @day: a whole date
 *
 * Returns: the day on which one asks who the members are: @day, or the last of a network that was over by then
 */
UdsDate
uds_network_digest_limit_day (UdsNetworkDigest *self,
                              const UdsDate    *day)
{
  const char *text = uds_record_get_text (self->network, "end");
  UdsDate end;

  if (text == NULL || !uds_date_parse (text, &end))
    return *day;
  end = uds_date_last_day (&end);
  return uds_date_compare (&end, day) < 0 ? end : *day;
}

static int
compare_since (gconstpointer a,
               gconstpointer b)
{
  const UdsNetworkMember *one = a, *other = b;

  return g_strcmp0 (uds_record_get_text (one->membership, "valid_from"),
                    uds_record_get_text (other->membership, "valid_from"));
}

/**
 * uds_network_digest_list_own:
 * @self: a digest
 *
 * Returns: (transfer container) (element-type UdsNetworkMember): what our own city was and is in it, the first first
 */
GPtrArray *
uds_network_digest_list_own (UdsNetworkDigest *self)
{
  GPtrArray *own = g_ptr_array_new ();

  g_return_val_if_fail (UDS_IS_NETWORK_DIGEST (self), own);

  for (guint i = 0; i < self->members->len; i++)
    {
      UdsNetworkMember *member = g_ptr_array_index (self->members, i);

      if (member->member != NULL && uds_record_is_a (member->member, "city") && uds_city_is_own (member->member))
        g_ptr_array_add (own, member);
    }
  g_ptr_array_sort_values (own, compare_since);
  return own;
}

/**
 * uds_network_digest_list_linked:
 * @self: a digest
 * @kind: the name of a kind
 *
 * Returns: (transfer container) (element-type UdsRecord): the records of that kind linked to it: goals, events, efforts
 */
GPtrArray *
uds_network_digest_list_linked (UdsNetworkDigest *self,
                                const char       *kind)
{
  GPtrArray *records = g_ptr_array_new ();

  g_return_val_if_fail (UDS_IS_NETWORK_DIGEST (self), records);

  for (guint i = 0; i < self->linked->len; i++)
    if (uds_record_is_a (g_ptr_array_index (self->linked, i), kind))
      g_ptr_array_add (records, g_ptr_array_index (self->linked, i));

  return records;
}

/**
 * uds_network_member_is_since_known:
 * @member: a member
 *
 * Returns: whether it is known since when it is a member; where it is not, that it was one on a day is a guess
 */
gboolean
uds_network_member_is_since_known (const UdsNetworkMember *member)
{
  return uds_record_has (member->membership, "valid_from");
}

/**
 * uds_network_member_get_name_on:
 * @member: a member
 * @day: a whole date
 * @language: the reader's
 *
 * Returns: what it was called on @day; empty where the membership names nobody
 */
const char *
uds_network_member_get_name_on (const UdsNetworkMember *member,
                                const UdsDate          *day,
                                UdsLanguage             language)
{
  for (guint i = 0; i < member->names->len; i++)
    if (uds_record_is_valid_on (g_ptr_array_index (member->names, i), day))
      return uds_record_get_title (g_ptr_array_index (member->names, i), language);

  return member->member != NULL ? uds_record_get_title (member->member, language) : "";
}

/* Reading */

static GPtrArray *
list (UdsNetworkDigest  *self,
      UdsSession        *session,
      const char        *kind,
      const char        *field,
      UdsRecord         *record,
      GError           **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (kind));

  uds_query_set_language (query, self->language);
  uds_query_where_is (query, field, uds_record_get_id (record));
  return uds_session_list (session, query, error);
}

/* A name without a time is what it is called elsewhere, not what it was called then. */
static gboolean
read_names (UdsNetworkDigest  *self,
            UdsSession        *session,
            UdsNetworkMember  *member,
            GError           **error)
{
  const char *kind = uds_record_get_kind (member->member)->name;
  g_autoptr (GPtrArray) names = list (self, session, "other-name", kind, member->member, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    if (uds_record_has (g_ptr_array_index (names, i), "valid_to"))
      g_ptr_array_add (member->names, g_object_ref (g_ptr_array_index (names, i)));
  return names != NULL;
}

static gboolean
add_member (UdsNetworkDigest  *self,
            UdsSession        *session,
            UdsRecord         *membership,
            GError           **error)
{
  const char *kind = uds_record_has (membership, "city") ? "city" : "organisation";
  const char *id = uds_record_get_text (membership, kind);
  UdsNetworkMember *member = g_new0 (UdsNetworkMember, 1);

  member->membership = g_object_ref (membership);
  member->names = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->members, member);
  if (id == NULL)
    return TRUE;

  member->member = uds_session_get (session, uds_kind_lookup (kind), id, error);
  return member->member != NULL && read_names (self, session, member, error);
}

static int
compare_members (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const UdsNetworkMember *one = a, *other = b;
  UdsNetworkDigest *self = data;

  return uds_sort_compare (uds_network_member_get_name_on (one, &self->today, self->language),
                           uds_network_member_get_name_on (other, &self->today, self->language), self->language);
}

static gboolean
read_members (UdsNetworkDigest  *self,
              UdsSession        *session,
              GError           **error)
{
  g_autoptr (GPtrArray) memberships = list (self, session, "membership", "network", self->network, error);

  if (memberships == NULL)
    return FALSE;

  for (guint i = 0; i < memberships->len; i++)
    if (!add_member (self, session, g_ptr_array_index (memberships, i), error))
      return FALSE;
  g_ptr_array_sort_values_with_data (self->members, compare_members, self);
  return TRUE;
}

/* What a field of the network refers to. */
static gboolean
read_referred (UdsNetworkDigest  *self,
               UdsSession        *session,
               const char        *field,
               UdsRecord        **referred,
               GError           **error)
{
  const char *id = uds_record_get_text (self->network, field);
  const UdsField *known = uds_kind_lookup_field (uds_record_get_kind (self->network), field, NULL);

  if (id == NULL)
    return TRUE;
  *referred = uds_session_get (session, uds_kind_lookup (known->target), id, error);
  return *referred != NULL;
}

/**
 * uds_session_digest_network:
 * @session: a session
 * @id: the id of a network
 * @language: the reader's, by which names are sorted
 * @error: %UDS_ERROR_NOT_FOUND where there is no such network
 *
 * Returns: (transfer full) (nullable): the network with what belongs to it
 */
UdsNetworkDigest *
uds_session_digest_network (UdsSession   *session,
                            const char   *id,
                            UdsLanguage   language,
                            GError      **error)
{
  g_autoptr (UdsNetworkDigest) self = g_object_new (UDS_TYPE_NETWORK_DIGEST, NULL);

  self->language = language;
  self->today = uds_session_get_today (session);
  self->network = uds_session_get (session, uds_kind_lookup ("network"), id, error);
  if (self->network == NULL || !read_referred (self, session, "administration", &self->administration, error)
      || !read_referred (self, session, "part_of", &self->whole, error) || !read_members (self, session, error))
    return NULL;

  self->groups = list (self, session, "network", "part_of", self->network, error);
  if (self->groups == NULL)
    return NULL;
  self->figures = list (self, session, "network-figure", "network", self->network, error);
  if (self->figures == NULL)
    return NULL;
  self->linked = uds_session_list_linked (session, self->network, NULL, error);
  return self->linked != NULL ? g_steal_pointer (&self) : NULL;
}
