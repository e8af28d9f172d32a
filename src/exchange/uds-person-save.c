/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes people inside a command: finds who is there already and which organisation is meant. Nothing is ever taken
 * away: an address or number that is new is added, a role as well. */
#include "uds-person-private.h"

#include "uds-fold.h"
#include "uds-uuid.h"
#include "uds-vcard-lines.h"

#include <string.h>

#define URN "urn:uuid:"

typedef struct {
  UdsPeople *people;
  UdsSession *session;
  UdsPersonIndex *index;
  char *source;
} Saving;

static void
saving_clear (Saving *self)
{
  g_clear_pointer (&self->index, uds_person_index_free);
  g_free (self->source);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Saving, saving_clear)

/* Organisations */

/* A name that nobody has becomes an organisation of that name; its language is not known. */
static const char *
make_target (Saving               *self,
             const UdsPersonRole  *role,
             GError              **error)
{
  g_autoptr (UdsRecord) target = uds_record_new (uds_kind_lookup (uds_person_role_get_kind (role)));

  uds_record_set_text (target, "name_en", role->name);
  uds_record_set_text (target, "source", self->source);
  if (!uds_session_save (self->session, target, error))
    return NULL;
  uds_person_index_add_target (self->index, uds_person_role_get_kind (role), role->name, uds_record_get_id (target));
  uds_import_file_add_note (self->people->file, role->row, role->column, UDS_PROBLEM_ORGANISATION_MADE, role->name,
                            role->name);
  return g_ptr_array_index (uds_person_index_list_targets (self->index, role), 0);
}

static gboolean
has_role_at (GPtrArray  *roles,
             const char *field,
             const char *target)
{
  for (guint i = 0; i < roles->len; i++)
    if (g_strcmp0 (uds_record_get_text (g_ptr_array_index (roles, i), field), target) == 0)
      return TRUE;
  return FALSE;
}

/* Of several that are called so, the one at which the person is already; else the first, which is told. */
static const char *
choose_target (Saving               *self,
               GPtrArray            *roles,
               const UdsPersonRole  *role,
               GError              **error)
{
  GPtrArray *targets = uds_person_index_list_targets (self->index, role);

  if (targets == NULL)
    return make_target (self, role, error);
  for (guint i = 0; i < targets->len; i++)
    if (has_role_at (roles, uds_person_role_get_kind (role), g_ptr_array_index (targets, i)))
      return g_ptr_array_index (targets, i);

  if (targets->len > 1)
    uds_import_file_add_note (self->people->file, role->row, role->column, UDS_PROBLEM_SEVERAL_CALLED, role->name,
                              role->name);
  return g_ptr_array_index (targets, 0);
}

/* Contacts */

/* Of several organisations of one name, that of a person of this name who is known already. */
static char *
make_place_key (Saving     *self,
                const char *name,
                GPtrArray  *targets)
{
  for (guint i = 0; i < targets->len; i++)
    {
      g_autofree char *key = g_strconcat (name, "\x1f", g_ptr_array_index (targets, i), NULL);

      if (g_hash_table_contains (self->index->ids, key))
        return g_steal_pointer (&key);
    }
  return g_strconcat (name, "\x1f", g_ptr_array_index (targets, 0), NULL);
}

/* The key of somebody without address and number: by name and organisation where there is one. */
static char *
make_plain_key (Saving          *self,
                const UdsPerson *person)
{
  const char *name = uds_record_get_text (person->said, "name");

  for (guint i = 0; i < person->roles->len; i++)
    {
      const UdsPersonRole *role = g_ptr_array_index (person->roles, i);
      GPtrArray *targets = role->name != NULL ? uds_person_index_list_targets (self->index, role) : NULL;

      if (targets != NULL)
        return make_place_key (self, name, targets);
      if (role->name != NULL)
        return NULL;
    }
  return uds_person_make_key (name, NULL, NULL);
}

static char *
make_key (Saving          *self,
          const UdsPerson *person)
{
  const char *email = uds_person_get_first (person, "email");
  const char *phone = uds_person_get_first (person, "phone");

  if (email == NULL && phone == NULL)
    return make_plain_key (self, person);
  return uds_person_make_key (uds_record_get_text (person->said, "name"), email, phone);
}

static const char *
find_id (Saving          *self,
         const UdsPerson *person)
{
  const char *uid = uds_record_get_text (person->said, "uid");
  g_autofree char *uid_key = uid != NULL ? g_strconcat ("\x1f", uid, NULL) : NULL;
  g_autofree char *key = make_key (self, person);
  const char *id = uid_key != NULL ? g_hash_table_lookup (self->index->ids, uid_key) : NULL;

  if (id == NULL && key != NULL)
    id = g_hash_table_lookup (self->index->ids, key);
  return id;
}

/* The record's own id is what we write where a person has no other identifier. */
static gboolean
is_own_uid (const char *uid)
{
  return uid != NULL && g_str_has_prefix (uid, URN) && uds_uuid_is_valid (uid + strlen (URN));
}

static gboolean
get_own (Saving      *self,
         const char  *uid,
         UdsRecord  **record,
         GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("contact"));
  GError *failure = NULL;

  uds_query_where_is (query, "id", uid + strlen (URN));
  uds_query_set_long_text (query, TRUE);
  *record = uds_session_find (self->session, query, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static UdsRecord *
find_contact (Saving           *self,
              const UdsPerson  *person,
              GError          **error)
{
  const UdsKind *kind = uds_record_get_kind (person->said);
  const char *uid = uds_record_get_text (person->said, "uid");
  const char *id = find_id (self, person);
  g_autoptr (UdsRecord) record = NULL;

  if (is_own_uid (uid) && !get_own (self, uid, &record, error))
    return NULL;
  if (record == NULL && id != NULL)
    {
      record = uds_session_get (self->session, kind, id, error);
      if (record == NULL)
        return NULL;
      /* Who has another identifier is somebody else. */
      if (uid != NULL && uds_record_has (record, "uid") && g_strcmp0 (uds_record_get_text (record, "uid"), uid) != 0)
        g_clear_object (&record);
    }
  return record != NULL ? g_steal_pointer (&record) : uds_record_new (kind);
}

/* Fields */

static void
fill_fields (Saving          *self,
             UdsRecord       *contact,
             const UdsPerson *person)
{
  const UdsKind *kind = uds_record_get_kind (contact);
  const char *uid = uds_record_get_text (person->said, "uid");
  gboolean is_own = is_own_uid (uid) && g_strcmp0 (uds_record_get_id (contact), uid + strlen (URN)) == 0;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *name = kind->fields[i].name;

      if (uds_record_peek (person->said, i)->type == UDS_VALUE_NONE || g_str_equal (name, "note")
          || (is_own && g_str_equal (name, "uid")))
        continue;
      uds_record_put (contact, i, uds_record_peek (person->said, i));
    }
  if (uds_record_has (person->said, "note"))
    uds_person_append_note (contact, uds_record_get_text (person->said, "note"));
  if (uds_record_get_version (contact) == 0)
    uds_record_set_text (contact, "source", self->source);
}

/* The addresses that the person has already, as they are compared. */
static GHashTable *
list_points (Saving     *self,
             UdsRecord  *contact,
             GError    **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("contact-point"));
  g_autoptr (GPtrArray) points = NULL;

  if (uds_record_get_version (contact) == 0)
    return g_steal_pointer (&known);

  uds_query_where_is (query, "contact", uds_record_get_id (contact));
  points = uds_session_list (self->session, query, error);
  if (points == NULL)
    return NULL;
  for (guint i = 0; i < points->len; i++)
    {
      UdsRecord *point = g_ptr_array_index (points, i);
      const char *category = uds_record_get_text (point, "category");
      g_autofree char *normal = uds_person_normalize (category, uds_record_get_text (point, "value"));

      g_hash_table_add (known, g_strconcat (category, "\x1f", normal, NULL));
    }
  return g_steal_pointer (&known);
}

/* Whether the address is the one that stands with the person, or becomes it because there is none. */
static gboolean
stands_with_person (UdsRecord            *contact,
                    const UdsPersonPoint *point,
                    GHashTable           *known)
{
  const char *value;
  g_autofree char *normal = NULL;

  if (!g_str_equal (point->category, "email") && !g_str_equal (point->category, "phone"))
    return FALSE;
  value = uds_record_get_text (contact, point->category);
  if (value == NULL)
    {
      g_autofree char *key = g_strconcat (point->category, "\x1f", point->normal, NULL);

      if (g_hash_table_contains (known, key))
        return FALSE;
      uds_record_set_text (contact, point->category, point->value);
      return TRUE;
    }
  normal = uds_person_normalize (point->category, value);
  return g_str_equal (normal, point->normal);
}

/* What belongs to fields comes first and in the order in which it is written, so that the same card, however it is
 * ordered, leaves the same lines. */
static GPtrArray *
put_in_order (GPtrArray *lines)
{
  static const char *const names[] = { "UID", "FN", "N", "EMAIL", "TEL", "ORG", "TITLE", "ROLE", "LANG", "NOTE" };
  GPtrArray *ordered = g_ptr_array_new ();
  gboolean has_name = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; j < lines->len; j++)
      {
        char *line = g_ptr_array_index (lines, j);
        gboolean is_name = !has_name && g_str_equal (names[i], "N");

        if (line == NULL || !uds_vcard_line_is_named (line, names[i]) || (!is_name && !uds_vcard_line_is_head (line)))
          continue;
        has_name |= is_name;
        g_ptr_array_add (ordered, line);
        lines->pdata[j] = NULL;
      }
  for (guint j = 0; j < lines->len; j++)
    if (lines->pdata[j] != NULL)
      g_ptr_array_add (ordered, lines->pdata[j]);
  return ordered;
}

static void
fill_lines (UdsRecord *contact,
            GPtrArray *lines)
{
  const char *before = uds_record_get_text (contact, "vcard");
  g_autoptr (GPtrArray) ordered = put_in_order (lines);
  g_autofree char *now = uds_vcard_lines_update (before, ordered);

  if (g_strcmp0 (before, now) != 0)
    uds_record_set_text (contact, "vcard", now);
}

/* What is left over when the person has what stands first: (element-type UdsPersonPoint), not owned. */
static GPtrArray *
fill_first_points (UdsRecord       *contact,
                   const UdsPerson *person,
                   GHashTable      *known)
{
  GPtrArray *others = g_ptr_array_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < person->lines->len; i++)
    g_ptr_array_add (lines, g_ptr_array_index (person->lines, i));
  for (guint i = 0; i < person->points->len; i++)
    {
      UdsPersonPoint *point = g_ptr_array_index (person->points, i);

      if (!stands_with_person (contact, point, known))
        g_ptr_array_add (others, point);
      else if (point->kept != NULL)
        g_ptr_array_add (lines, point->kept);
    }
  fill_lines (contact, lines);
  return others;
}

static gboolean
save_points (Saving     *self,
             UdsRecord  *contact,
             GPtrArray  *points,
             GHashTable *known,
             gboolean   *changed,
             GError    **error)
{
  for (guint i = 0; i < points->len; i++)
    {
      const UdsPersonPoint *point = g_ptr_array_index (points, i);
      char *key = g_strconcat (point->category, "\x1f", point->normal, NULL);
      g_autoptr (UdsRecord) record = NULL;

      if (!g_hash_table_add (known, key))
        continue;
      record = uds_record_new (uds_kind_lookup ("contact-point"));
      uds_record_set_text (record, "contact", uds_record_get_id (contact));
      uds_record_set_text (record, "category", point->category);
      uds_record_set_text (record, "value", point->value);
      uds_record_set_text (record, "label", point->label);
      uds_record_set_text (record, "vcard", point->kept);
      uds_record_set_integer (record, "position", g_hash_table_size (known));
      if (!uds_session_save (self->session, record, error))
        return FALSE;
      *changed = TRUE;
    }
  return TRUE;
}

/* Roles */

static gboolean
is_like (const char *a,
         const char *b)
{
  g_autofree char *first = a != NULL ? uds_fold (a) : NULL;
  g_autofree char *second = b != NULL ? uds_fold (b) : NULL;

  return g_strcmp0 (first, second) == 0;
}

/* A role at the same place with the same title; else one there that says no title, which this one gives. */
static UdsRecord *
find_role (GPtrArray           *roles,
           const char          *field,
           const char          *target,
           const UdsPersonRole *role)
{
  UdsRecord *without_title = NULL;

  for (guint i = 0; i < roles->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (roles, i);
      const char *title = uds_record_get_text (record, "title");

      if (target != NULL ? g_strcmp0 (uds_record_get_text (record, field), target) != 0
                         : uds_record_has (record, "organisation") || uds_record_has (record, "city")
                               || uds_record_has (record, "network"))
        continue;
      if (role->from != NULL && uds_record_has (record, "valid_from")
          && !g_str_equal (role->from, uds_record_get_text (record, "valid_from")))
        continue;
      if (is_like (title, role->title) || (role->title == NULL && target != NULL))
        return record;
      if (title == NULL && target != NULL && without_title == NULL)
        without_title = record;
    }
  return without_title;
}

static void
fill_role (UdsRecord  *record,
           const char *field,
           const char *text)
{
  if (text != NULL && !uds_record_has (record, field))
    uds_record_set_from_string (record, field, text, NULL);
}

static gboolean
save_role (Saving              *self,
           UdsRecord           *contact,
           GPtrArray           *roles,
           const UdsPersonRole *role,
           gboolean            *changed,
           GError             **error)
{
  const char *target = role->name != NULL ? choose_target (self, roles, role, error) : NULL;
  UdsRecord *record;

  if (role->name != NULL && target == NULL)
    return FALSE;
  record = find_role (roles, uds_person_role_get_kind (role), target, role);
  if (record == NULL)
    {
      record = uds_record_new (uds_kind_lookup ("contact-role"));
      uds_record_set_text (record, "contact", uds_record_get_id (contact));
      if (target != NULL)
        uds_record_set_text (record, uds_person_role_get_kind (role), target);
      g_ptr_array_add (roles, record);
    }
  fill_role (record, "title", role->title);
  fill_role (record, "unit", role->unit);
  fill_role (record, "valid_from", role->from);
  fill_role (record, "valid_to", role->to);
  *changed = *changed || uds_record_has_changes (record);
  return uds_session_save (self->session, record, error);
}

static gboolean
save_roles (Saving           *self,
            UdsRecord        *contact,
            const UdsPerson  *person,
            gboolean         *changed,
            GError          **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("contact-role"));
  g_autoptr (GPtrArray) roles = NULL;

  if (person->roles->len == 0)
    return TRUE;
  uds_query_where_is (query, "contact", uds_record_get_id (contact));
  roles = uds_session_list (self->session, query, error);
  if (roles == NULL)
    return FALSE;

  for (guint i = 0; i < person->roles->len; i++)
    if (!save_role (self, contact, roles, g_ptr_array_index (person->roles, i), changed, error))
      return FALSE;
  return TRUE;
}

/* People */

static void
remember (Saving          *self,
          const UdsPerson *person,
          const char      *id)
{
  const char *uid = uds_record_get_text (person->said, "uid");
  char *key = make_key (self, person);

  if (uid != NULL)
    uds_person_index_add (self->index, g_strconcat ("\x1f", uid, NULL), id);
  if (key != NULL)
    uds_person_index_add (self->index, key, id);
}

static gboolean
save_person (Saving           *self,
             const UdsPerson  *person,
             GError          **error)
{
  UdsImportRecords *records = &self->people->file->records;
  g_autoptr (UdsRecord) contact = find_contact (self, person, error);
  g_autoptr (GHashTable) known = contact != NULL ? list_points (self, contact, error) : NULL;
  g_autoptr (GPtrArray) points = NULL;
  gboolean is_new, changed;

  if (known == NULL)
    return FALSE;
  is_new = uds_record_get_version (contact) == 0;
  fill_fields (self, contact, person);
  points = fill_first_points (contact, person, known);
  changed = uds_record_has_changes (contact);
  if (!uds_session_save (self->session, contact, error)
      || !save_points (self, contact, points, known, &changed, error)
      || !save_roles (self, contact, person, &changed, error))
    return FALSE;

  remember (self, person, uds_record_get_id (contact));
  if (is_new)
    records->created++;
  else if (changed)
    records->updated++;
  else
    records->unchanged++;
  return TRUE;
}

/**
 * uds_people_save:
 * @self: the people of a file that was previewed
 * @session: a session inside a command
 * @error: what went wrong
 *
 * Writes them and counts the people made, changed and left as they were.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_people_save (UdsPeople   *self,
                 UdsSession  *session,
                 GError     **error)
{
  g_auto (Saving) saving = {
    .people = self,
    .session = session,
    .index = uds_person_index_new (session, error),
    .source = g_path_get_basename (self->file->name),
  };

  if (saving.index == NULL)
    return FALSE;
  for (guint i = 0; i < self->people->len; i++)
    if (!save_person (&saving, g_ptr_array_index (self->people, i), error))
      return FALSE;

  uds_import_file_sort_problems (self->file);
  return TRUE;
}
