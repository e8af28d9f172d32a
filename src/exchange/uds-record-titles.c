/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record without a name, such as a membership or a series, is called by its key: what it refers to and what tells it
 * from others. */
#include "uds-record-titles.h"

#include "uds-json.h"

struct _UdsRecordTitles
{
  UdsSession *session;
  UdsLanguage language;
  GHashTable *titles; /* the name of a kind to a GHashTable of id to title */
};

/**
 * uds_record_titles_new:
 * @session: a session, which must outlive the titles
 * @language: the reader's
 *
 * Returns: (transfer full): titles, of which none is read yet
 */
UdsRecordTitles *
uds_record_titles_new (UdsSession  *session,
                       UdsLanguage  language)
{
  UdsRecordTitles *self = g_new (UdsRecordTitles, 1);

  self->session = session;
  self->language = language;
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  return self;
}

/**
 * uds_record_titles_free:
 * @self: (transfer full): titles
 */
void
uds_record_titles_free (UdsRecordTitles *self)
{
  g_hash_table_unref (self->titles);
  g_free (self);
}

static void
append_part (GString    *title,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (title, "%s%s", title->len > 0 ? " · " : "", part);
}

static gboolean
append_record (UdsRecordTitles  *self,
               GString          *title,
               const UdsKind    *kind,
               const char       *id,
               GError          **error)
{
  GHashTable *titles = uds_record_titles_read (self, kind, error);

  if (titles != NULL && id != NULL)
    append_part (title, g_hash_table_lookup (titles, id));
  return titles != NULL;
}

/* The values of a breakdown: "Women", "15–24". */
static void
append_members (GString    *title,
                const char *json)
{
  g_autoptr (JsonObject) object = uds_json_parse_object (json);
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    append_part (title, json_object_get_string_member_with_default (object, l->data, NULL));
}

/* Of a pair, the half that the reader reads where it is there. */
static gboolean
is_other_half (UdsRecordTitles *self,
               UdsRecord       *record,
               const UdsField  *field)
{
  UdsFieldFlags other = self->language == UDS_LANGUAGE_DA ? UDS_FIELD_ENGLISH : UDS_FIELD_DANISH;
  g_autofree char *base = uds_field_get_base_name (field);

  return (field->flags & other) != 0
         && uds_record_get_localized (record, base, self->language) != uds_record_get_text (record, field->name);
}

static gboolean
append_key (UdsRecordTitles  *self,
            GString          *title,
            UdsRecord        *record,
            const UdsField   *field,
            GError          **error)
{
  g_autofree char *value = NULL;

  if (field->type == UDS_FIELD_REFERENCE)
    return append_record (self, title, uds_kind_lookup (field->target), uds_record_get_text (record, field->name),
                          error);

  if (field->type == UDS_FIELD_JSON)
    append_members (title, uds_record_get_text (record, field->name));
  else if (!is_other_half (self, record, field))
    append_part (title, value = uds_record_format (record, field->name, self->language));
  return TRUE;
}

/* What is tied to what: the kinds of a link stand in the record, not in the field table. */
static gboolean
append_link (UdsRecordTitles  *self,
             GString          *title,
             UdsRecord        *link,
             GError          **error)
{
  const UdsKind *from = uds_kind_lookup (uds_record_get_text (link, "from_kind"));
  const UdsKind *to = uds_kind_lookup (uds_record_get_text (link, "to_kind"));

  if (from != NULL && !append_record (self, title, from, uds_record_get_text (link, "from_id"), error))
    return FALSE;
  append_part (title, uds_record_get_text (link, "relation"));
  return to == NULL || append_record (self, title, to, uds_record_get_text (link, "to_id"), error);
}

static gboolean
append_keys (UdsRecordTitles  *self,
             GString          *title,
             UdsRecord        *record,
             GError          **error)
{
  const UdsKind *kind = uds_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & UDS_FIELD_KEY) && !append_key (self, title, record, &kind->fields[i], error))
      return FALSE;

  return TRUE;
}

/**
 * uds_record_titles_make:
 * @self: titles
 * @record: a record
 * @error: what it refers to cannot be read
 *
 * Returns: (transfer full) (nullable): what the record is called; %NULL on failure
 */
char *
uds_record_titles_make (UdsRecordTitles  *self,
                        UdsRecord        *record,
                        GError          **error)
{
  g_autoptr (GString) title = g_string_new (NULL);
  gboolean is_made;

  if (uds_kind_is_listed (uds_record_get_kind (record)))
    return g_strdup (uds_record_get_title (record, self->language));

  is_made = uds_record_is_a (record, "link") ? append_link (self, title, record, error)
                                             : append_keys (self, title, record, error);
  return is_made ? g_string_free (g_steal_pointer (&title), FALSE) : NULL;
}

/**
 * uds_record_titles_read:
 * @self: titles
 * @kind: a kind
 * @error: its records cannot be read
 *
 * Returns: (transfer none) (nullable) (element-type utf8 utf8): what all records of @kind are called, by id; %NULL on
 *   failure
 */
GHashTable *
uds_record_titles_read (UdsRecordTitles  *self,
                        const UdsKind    *kind,
                        GError          **error)
{
  GHashTable *titles = g_hash_table_lookup (self->titles, kind->name);
  g_autoptr (UdsQuery) query = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (titles != NULL)
    return titles;

  query = uds_query_new (kind);
  records = uds_session_list (self->session, query, error);
  if (records == NULL)
    return NULL;

  titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (self->titles, (gpointer) kind->name, titles);
  for (guint i = 0; i < records->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (records, i);
      char *title = uds_record_titles_make (self, record, error);

      if (title == NULL)
        return NULL;
      g_hash_table_insert (titles, g_strdup (uds_record_get_id (record)), title);
    }
  return titles;
}
