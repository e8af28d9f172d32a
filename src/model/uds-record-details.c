/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a record and what is tied to it, by the field tables alone: whatever refers to a kind shows up with it. */
#include "uds-record-details.h"

#include "uds-breakdown.h"

struct _UdsRecordDetails
{
  GObject parent_instance;

  UdsRecord *record;
  char *title;
  GHashTable *references; /* the name of a field → the title of the record it refers to */
  GPtrArray *groups;      /* of UdsRelatedGroup */
};

G_DEFINE_FINAL_TYPE (UdsRecordDetails, uds_record_details, G_TYPE_OBJECT)

static void
related_free (UdsRelated *related)
{
  g_object_unref (related->record);
  g_free (related->title);
  g_free (related->detail);
  g_free (related);
}

static void
group_free (UdsRelatedGroup *group)
{
  g_ptr_array_unref (group->members);
  g_free (group);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsRelatedGroup, group_free)

static void
uds_record_details_finalize (GObject *object)
{
  UdsRecordDetails *self = UDS_RECORD_DETAILS (object);

  g_clear_object (&self->record);
  g_free (self->title);
  g_hash_table_unref (self->references);
  g_ptr_array_unref (self->groups);

  G_OBJECT_CLASS (uds_record_details_parent_class)->finalize (object);
}

static void
uds_record_details_class_init (UdsRecordDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uds_record_details_finalize;
}

static void
uds_record_details_init (UdsRecordDetails *self)
{
  self->references = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
}

/**
 * uds_record_details_get_record:
 * @self: details
 *
 * Returns: (transfer none): the record, with its long texts
 */
UdsRecord *
uds_record_details_get_record (UdsRecordDetails *self)
{
  g_return_val_if_fail (UDS_IS_RECORD_DETAILS (self), NULL);

  return self->record;
}

/**
 * uds_record_details_get_title:
 * @self: details
 *
 * Returns: what the record is called
 */
const char *
uds_record_details_get_title (UdsRecordDetails *self)
{
  g_return_val_if_fail (UDS_IS_RECORD_DETAILS (self), NULL);

  return self->title;
}

/**
 * uds_record_details_get_reference:
 * @self: details
 * @field: the name of a reference
 *
 * Returns: (nullable): what the record it refers to is called; %NULL where it refers to none
 */
const char *
uds_record_details_get_reference (UdsRecordDetails *self,
                                  const char       *field)
{
  g_return_val_if_fail (UDS_IS_RECORD_DETAILS (self), NULL);

  return g_hash_table_lookup (self->references, field);
}

/**
 * uds_record_details_get_n_groups:
 * @self: details
 *
 * Returns: how many groups of records are tied to it; only those that may be added to on its page
 *   may be empty
 */
guint
uds_record_details_get_n_groups (UdsRecordDetails *self)
{
  g_return_val_if_fail (UDS_IS_RECORD_DETAILS (self), 0);

  return self->groups->len;
}

/**
 * uds_record_details_get_group:
 * @self: details
 * @index: which
 *
 * Returns: the group, valid as long as @self
 */
const UdsRelatedGroup *
uds_record_details_get_group (UdsRecordDetails *self,
                              guint             index)
{
  g_return_val_if_fail (UDS_IS_RECORD_DETAILS (self) && index < self->groups->len, NULL);

  return g_ptr_array_index (self->groups, index);
}

/* Names */

static UdsRecord *
read_reference (UdsSession      *session,
                UdsRecord       *record,
                const UdsField  *field)
{
  const char *id = uds_record_get_text (record, field->name);

  return id != NULL ? uds_session_get (session, uds_kind_lookup (field->target), id, NULL) : NULL;
}

static char *
read_reference_title (UdsSession      *session,
                      UdsRecord       *record,
                      const UdsField  *field,
                      UdsLanguage      language)
{
  g_autoptr (UdsRecord) target = read_reference (session, record, field);

  return target != NULL ? g_strdup (uds_record_get_title (target, language)) : NULL;
}

/* The values that tell parts of one record apart: "50 · 2025". */
static void
append_key (GString     *title,
            UdsRecord   *record,
            UdsLanguage  language)
{
  const UdsKind *kind = uds_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const UdsField *field = &kind->fields[i];
      g_autofree char *value = NULL;

      if (!(field->flags & UDS_FIELD_KEY) || field->type == UDS_FIELD_REFERENCE || field->type == UDS_FIELD_JSON)
        continue;
      value = uds_record_format (record, field->name, language);
      if (value != NULL)
        g_string_append_printf (title, "%s%s", title->len > 0 ? " · " : "", value);
    }
}

/* The part of a whole that a record is about, apart from codes for machines; %NULL where it is about none. */
static char *
format_breakdown (UdsRecord *record)
{
  const UdsField *field = uds_kind_lookup_field (uds_record_get_kind (record), "breakdown", NULL);
  g_autoptr (GArray) pairs = NULL;
  guint n_named = 0;

  if (field == NULL || !(field->flags & UDS_FIELD_KEY))
    return NULL;

  pairs = uds_breakdown_pairs_parse (uds_record_get_text (record, field->name));
  for (guint i = 0; i < pairs->len; i++)
    n_named += !uds_breakdown_is_technical (g_array_index (pairs, UdsBreakdownPair, i).dimension);
  for (guint i = pairs->len; n_named > 0 && i-- > 0;)
    if (uds_breakdown_is_technical (g_array_index (pairs, UdsBreakdownPair, i).dimension))
      g_array_remove_index (pairs, i);

  return uds_breakdown_pairs_format (pairs);
}

/* A record without a name, such as a membership, is called by what it refers to, apart from where it is shown; a role
 * by its title before that; a part that refers to nothing else by what tells it apart. */
static char *
make_title (UdsSession     *session,
            UdsRecord      *record,
            const UdsField *shown_by,
            UdsLanguage     language)
{
  const UdsKind *kind = uds_record_get_kind (record);
  GString *title;

  if (kind->title != NULL)
    return g_strdup (uds_record_get_title (record, language));

  title = g_string_new (NULL);
  if (uds_record_is_a (record, "contact-role") && uds_record_has (record, "title"))
    g_string_append (title, uds_record_get_text (record, "title"));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *name = NULL;

      if (kind->fields[i].type != UDS_FIELD_REFERENCE || &kind->fields[i] == shown_by)
        continue;
      name = read_reference_title (session, record, &kind->fields[i], language);
      if (name != NULL)
        g_string_append_printf (title, "%s%s", title->len > 0 ? " · " : "", name);
    }
  if (title->len == 0)
    append_key (title, record, language);
  if (title->len == 0)
    g_string_append (title, uds_record_get_title (record, language));
  return g_string_free (title, FALSE);
}

static void
read_references (UdsRecordDetails *self,
                 UdsSession       *session,
                 UdsLanguage       language)
{
  const UdsKind *kind = uds_record_get_kind (self->record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == UDS_FIELD_REFERENCE)
      {
        g_autoptr (UdsRecord) target = read_reference (session, self->record, &kind->fields[i]);

        if (target != NULL)
          g_hash_table_insert (self->references, (gpointer) kind->fields[i].name,
                               uds_record_format_title (target, language));
      }
}

/* Groups */

static void
add_member (UdsRelatedGroup *group,
            UdsSession      *session,
            UdsRecord       *record,
            UdsLanguage      language)
{
  UdsRelated *related = g_new0 (UdsRelated, 1);
  char *part;

  related->record = g_object_ref (record);
  related->title = make_title (session, record, group->field, language);
  part = format_breakdown (record);
  if (part != NULL)
    {
      related->detail = related->title;
      related->title = part;
    }
  g_ptr_array_add (group->members, related);
}

static UdsRelatedGroup *
group_new (const UdsKind  *kind,
           const UdsField *field)
{
  UdsRelatedGroup *group = g_new0 (UdsRelatedGroup, 1);

  group->kind = kind;
  group->field = field;
  group->members = g_ptr_array_new_with_free_func ((GDestroyNotify) related_free);
  return group;
}

static gboolean
read_group (UdsRecordDetails  *self,
            UdsSession        *session,
            const UdsKind     *kind,
            const UdsField    *field,
            UdsLanguage        language,
            GError           **error)
{
  g_autoptr (UdsRelatedGroup) group = group_new (kind, field);
  g_autoptr (UdsQuery) query = uds_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  uds_query_set_language (query, language);
  uds_query_where_is (query, field->name, uds_record_get_id (self->record));
  group->n_members = uds_session_count (session, query, error);
  if (group->n_members < 0)
    return FALSE;
  if (group->n_members == 0 && (field->flags & UDS_FIELD_OFFERED) == 0)
    return TRUE;

  uds_query_set_limit (query, UDS_RELATED_MAX);
  records = uds_session_list (session, query, error);
  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    add_member (group, session, g_ptr_array_index (records, i), language);
  g_ptr_array_add (self->groups, g_steal_pointer (&group));
  return TRUE;
}

static gboolean
read_referring (UdsRecordDetails  *self,
                UdsSession        *session,
                UdsLanguage        language,
                GError           **error)
{
  const char *name = uds_record_get_kind (self->record)->name;
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      {
        const UdsField *field = &kinds[i]->fields[j];

        if (field->type == UDS_FIELD_REFERENCE && g_str_equal (field->target, name)
            && !read_group (self, session, kinds[i], field, language, error))
          return FALSE;
      }

  return TRUE;
}

static UdsRelatedGroup *
ensure_linked_group (GPtrArray     *groups,
                     const UdsKind *kind)
{
  UdsRelatedGroup *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (group->kind == kind && group->field == NULL)
        return group;
    }

  group = group_new (kind, NULL);
  g_ptr_array_add (groups, group);
  return group;
}

/* The links that may be made by hand are shown before there are any. */
static void
add_relations (GPtrArray     *groups,
               const UdsKind *kind)
{
  guint n_relations;
  const UdsRelation *relations = uds_relation_list (&n_relations);

  for (guint i = 0; i < n_relations; i++)
    if (g_str_equal (relations[i].from, kind->name))
      ensure_linked_group (groups, uds_kind_lookup (relations[i].to))->relation = &relations[i];
    else if (g_str_equal (relations[i].to, kind->name))
      ensure_linked_group (groups, uds_kind_lookup (relations[i].from))->relation = &relations[i];
}

static gboolean
read_linked (UdsRecordDetails  *self,
             UdsSession        *session,
             UdsLanguage        language,
             GError           **error)
{
  g_autoptr (GPtrArray) linked = uds_session_list_linked (session, self->record, NULL, error);

  if (linked == NULL)
    return FALSE;

  add_relations (self->groups, uds_record_get_kind (self->record));
  for (guint i = 0; i < linked->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (linked, i);
      UdsRelatedGroup *group = ensure_linked_group (self->groups, uds_record_get_kind (record));

      group->n_members++;
      if (group->members->len < UDS_RELATED_MAX)
        add_member (group, session, record, language);
    }

  return TRUE;
}

/**
 * uds_session_read_details:
 * @session: a session
 * @kind: a kind
 * @id: the id of a record
 * @language: the reader's
 * @error: %UDS_ERROR_NOT_FOUND where there is no such record
 *
 * Returns: (transfer full) (nullable): the record and what is tied to it
 */
UdsRecordDetails *
uds_session_read_details (UdsSession     *session,
                          const UdsKind  *kind,
                          const char     *id,
                          UdsLanguage     language,
                          GError        **error)
{
  g_autoptr (UdsRecordDetails) self = g_object_new (UDS_TYPE_RECORD_DETAILS, NULL);

  self->record = uds_session_get (session, kind, id, error);
  if (self->record == NULL)
    return NULL;

  self->title = make_title (session, self->record, NULL, language);
  read_references (self, session, language);
  if (!read_referring (self, session, language, error) || !read_linked (self, session, language, error))
    return NULL;
  return g_steal_pointer (&self);
}
