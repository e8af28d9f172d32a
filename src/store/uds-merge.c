/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making one record of two, inside a command: what refers to the one that goes refers to the one that stays, what that
 * one lacks it gets, and nothing it says is overwritten. As with every command, undo takes all of it back. Which
 * records may be about the same is uds-duplicates.c's. */
#include "uds-merge.h"

#include "uds-error.h"
#include "uds-vcard-lines.h"

#include <glib/gi18n.h>
#include <string.h>

/* What refers to it */

static gboolean
is_same_part (UdsRecord *a,
              UdsRecord *b)
{
  const UdsKind *kind = uds_record_get_kind (a);
  gboolean has_key = FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!(kind->fields[i].flags & UDS_FIELD_KEY))
        continue;
      has_key = TRUE;
      if (!uds_value_equal (uds_record_peek (a, i), uds_record_peek (b, i)))
        return FALSE;
    }
  return has_key;
}

static UdsRecord *
find_same_part (GPtrArray *parts,
                UdsRecord *part)
{
  for (guint i = 0; i < parts->len; i++)
    if (is_same_part (g_ptr_array_index (parts, i), part))
      return g_ptr_array_index (parts, i);
  return NULL;
}

/* Whatever the one says and the other does not; but not that it belongs to itself. */
static gboolean
is_taken (UdsRecord *kept,
          UdsRecord *merged,
          guint      index)
{
  const char *name = uds_record_get_kind (kept)->fields[index].name;

  return uds_record_peek (kept, index)->type == UDS_VALUE_NONE
         && g_strcmp0 (uds_record_get_text (merged, name), uds_record_get_id (kept)) != 0;
}

static void
fill (UdsRecord *kept,
      UdsRecord *merged)
{
  for (guint i = 0; i < uds_record_get_kind (kept)->n_fields; i++)
    if (is_taken (kept, merged, i))
      uds_record_put (kept, i, uds_record_peek (merged, i));
}

static GPtrArray *
list_where (UdsSession    *self,
            const UdsKind *kind,
            const char    *field,
            const char    *id,
            GError       **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (kind);

  uds_query_set_long_text (query, TRUE);
  uds_query_where_is (query, field, id);
  return uds_session_list (self, query, error);
}

/* A membership, role or link that both have is one. */
static gboolean
repoint (UdsSession  *self,
         UdsRecord   *part,
         const char  *field,
         const char  *kept,
         GPtrArray   *parts,
         GError     **error)
{
  UdsRecord *same;

  uds_record_set_text (part, field, kept);
  same = find_same_part (parts, part);
  if (same == NULL)
    return uds_session_save (self, part, error);

  fill (same, part);
  return uds_session_save (self, same, error)
         && uds_session_remove (self, uds_record_get_kind (part), uds_record_get_id (part), error);
}

/* What said that one of the two belongs to the other says nothing any more. */
static gboolean
untie (UdsSession  *self,
       UdsRecord   *part,
       const char  *field,
       GError     **error)
{
  if (uds_record_is_a (part, "link"))
    return uds_session_remove (self, uds_record_get_kind (part), uds_record_get_id (part), error);
  uds_record_clear (part, field);
  return uds_session_save (self, part, error);
}

static gboolean
ties_the_two (UdsRecord  *part,
              const char *kept)
{
  if (!uds_record_is_a (part, "link"))
    return g_str_equal (uds_record_get_id (part), kept);
  return g_strcmp0 (uds_record_get_text (part, "from_id"), kept) == 0
         || g_strcmp0 (uds_record_get_text (part, "to_id"), kept) == 0;
}

/* All records of @kind whose @field is the one that goes. */
static gboolean
repoint_field (UdsSession     *self,
               const UdsKind  *kind,
               const char     *field,
               UdsRecord      *kept,
               UdsRecord      *merged,
               GError        **error)
{
  const char *id = uds_record_get_id (kept);
  g_autoptr (GPtrArray) moving = list_where (self, kind, field, uds_record_get_id (merged), error);
  g_autoptr (GPtrArray) parts = moving != NULL ? list_where (self, kind, field, id, error) : NULL;

  if (parts == NULL)
    return FALSE;
  for (guint i = 0; i < moving->len; i++)
    {
      UdsRecord *part = g_ptr_array_index (moving, i);

      if (ties_the_two (part, id) ? !untie (self, part, field, error) : !repoint (self, part, field, id, parts, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
repoint_all (UdsSession  *self,
             UdsRecord   *kept,
             UdsRecord   *merged,
             GError     **error)
{
  const UdsKind *link = uds_kind_lookup ("link");
  const char *name = uds_record_get_kind (kept)->name;
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      if (g_strcmp0 (kinds[i]->fields[j].target, name) == 0
          && !repoint_field (self, kinds[i], kinds[i]->fields[j].name, kept, merged, error))
        return FALSE;
  return repoint_field (self, link, "from_id", kept, merged, error)
         && repoint_field (self, link, "to_id", kept, merged, error);
}

/* What it says */

/* A second address or number of a person is a contact point. */
static gboolean
is_other_address (UdsRecord  *kept,
                  UdsRecord  *merged,
                  const char *category)
{
  const char *value = uds_record_get_text (merged, category);
  const char *own = uds_record_get_text (kept, category);

  return value != NULL && own != NULL && g_ascii_strcasecmp (value, own) != 0;
}

static gboolean
keep_address (UdsSession  *self,
              UdsRecord   *kept,
              UdsRecord   *merged,
              const char  *category,
              GError     **error)
{
  g_autoptr (UdsRecord) point = NULL;
  g_autoptr (GPtrArray) points = NULL;

  if (!is_other_address (kept, merged, category))
    return TRUE;
  points = list_where (self, uds_kind_lookup ("contact-point"), "contact", uds_record_get_id (kept), error);
  if (points == NULL)
    return FALSE;

  point = uds_record_new (uds_kind_lookup ("contact-point"));
  uds_record_set_text (point, "contact", uds_record_get_id (kept));
  uds_record_set_text (point, "category", category);
  uds_record_set_text (point, "value", uds_record_get_text (merged, category));
  uds_record_set_integer (point, "position", (gint64) points->len + 1);
  return find_same_part (points, point) != NULL || uds_session_save (self, point, error);
}

/* What a city or organisation was called besides is another name of it. */
static const char *const names[] = { "name_da", "name_en" };

static gboolean
has_other_names (UdsRecord *record)
{
  return uds_kind_lookup_field (uds_kind_lookup ("other-name"), uds_record_get_kind (record)->name, NULL) != NULL;
}

static gboolean
is_other_name (UdsRecord  *kept,
               UdsRecord  *merged,
               const char *field)
{
  const char *text = uds_record_get_text (merged, field);
  const char *own = uds_record_get_text (kept, field);

  return text != NULL && own != NULL && !g_str_equal (text, own);
}

static gboolean
keep_name (UdsSession  *self,
           UdsRecord   *kept,
           UdsRecord   *merged,
           GError     **error)
{
  g_autoptr (UdsRecord) name = uds_record_new (uds_kind_lookup ("other-name"));
  gboolean differs = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      differs |= is_other_name (kept, merged, names[i]);
      uds_record_set_text (name, names[i], uds_record_get_text (merged, names[i]));
    }
  if (!differs)
    return TRUE;
  uds_record_set_text (name, uds_record_get_kind (kept)->name, uds_record_get_id (kept));
  return uds_session_save (self, name, error);
}

static gboolean
keep_besides (UdsSession  *self,
              UdsRecord   *kept,
              UdsRecord   *merged,
              GError     **error)
{
  if (uds_record_is_a (kept, "contact"))
    return keep_address (self, kept, merged, "email", error) && keep_address (self, kept, merged, "phone", error);
  return !has_other_names (kept) || keep_name (self, kept, merged, error);
}

static gboolean
is_kept_besides (UdsRecord  *kept,
                 UdsRecord  *merged,
                 const char *field)
{
  if (uds_record_is_a (kept, "contact"))
    return (g_str_equal (field, "email") || g_str_equal (field, "phone")) && is_other_address (kept, merged, field);
  return has_other_names (kept) && (g_str_equal (field, names[0]) || g_str_equal (field, names[1]))
         && is_other_name (kept, merged, field);
}

static gboolean
adds_text (UdsRecord  *kept,
           UdsRecord  *merged,
           const char *field)
{
  const char *own = uds_record_get_text (kept, field);
  const char *other = uds_record_get_text (merged, field);

  return own != NULL && other != NULL && strstr (own, other) == NULL;
}

static void
append_text (UdsRecord  *kept,
             UdsRecord  *merged,
             const char *field)
{
  const char *own = uds_record_get_text (kept, field);
  const char *other = uds_record_get_text (merged, field);
  g_autofree char *both = NULL;

  if (!adds_text (kept, merged, field))
    return;
  both = g_str_equal (field, "vcard") ? uds_vcard_lines_join (own, other) : g_strconcat (own, "\n\n", other, NULL);
  uds_record_set_text (kept, field, both);
}

static void
join_texts (UdsRecord *kept,
            UdsRecord *merged)
{
  const UdsKind *kind = uds_record_get_kind (kept);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == UDS_FIELD_LONG_TEXT)
      append_text (kept, merged, kind->fields[i].name);
}

/**
 * uds_merge_foresee:
 * @kept: a record, with its long texts
 * @merged: another of its kind, with its long texts
 * @index: a field of theirs
 *
 * Returns: what becomes of that field of @merged when @merged goes into @kept
 */
UdsMergeOutcome
uds_merge_foresee (UdsRecord *kept,
                   UdsRecord *merged,
                   guint      index)
{
  const UdsField *field = &uds_record_get_kind (kept)->fields[index];
  const UdsValue *own = uds_record_peek (kept, index);
  const UdsValue *other = uds_record_peek (merged, index);

  if (other->type == UDS_VALUE_NONE || uds_value_equal (own, other))
    return UDS_MERGE_SAME;
  if (own->type == UDS_VALUE_NONE)
    return is_taken (kept, merged, index) ? UDS_MERGE_TAKEN : UDS_MERGE_SAME;
  if (field->type == UDS_FIELD_LONG_TEXT)
    return adds_text (kept, merged, field->name) ? UDS_MERGE_JOINED : UDS_MERGE_SAME;
  return is_kept_besides (kept, merged, field->name) ? UDS_MERGE_BESIDES : UDS_MERGE_DROPPED;
}

/**
 * uds_merge_check_kind:
 * @kind: a kind of record
 * @error: why not
 *
 * Returns: whether two of it can be made one
 */
gboolean
uds_merge_check_kind (const UdsKind  *kind,
                      GError        **error)
{
  if (kind->is_mergeable)
    return TRUE;

  g_set_error_literal (error, UDS_ERROR, UDS_ERROR_INVALID,
                       _("Only people, organisations, cities and networks can be made one of two."));
  return FALSE;
}

/**
 * uds_merge_check_two:
 * @kind: a kind of record
 * @first: the id of a record
 * @second: the id of another
 * @error: why not
 *
 * Returns: whether they are two, of a kind of which two can be made one
 */
gboolean
uds_merge_check_two (const UdsKind  *kind,
                     const char     *first,
                     const char     *second,
                     GError        **error)
{
  if (!uds_merge_check_kind (kind, error))
    return FALSE;
  if (!g_str_equal (first, second))
    return TRUE;

  g_set_error_literal (error, UDS_ERROR, UDS_ERROR_INVALID, _("Name two different records."));
  return FALSE;
}

/**
 * uds_merge_make_name:
 * @kind: a kind of record
 *
 * Returns: (transfer full): what making one of two of it is called in the history
 */
char *
uds_merge_make_name (const UdsKind *kind)
{
  /* Translators: the name of a command; %s is a kind of record, such as Person */
  return g_strdup_printf (_("Two made one: %s"), _(kind->label));
}

/**
 * uds_merge_make_apart_name:
 * @kind: a kind of record
 *
 * Returns: (transfer full): what telling two of it apart is called in the history
 */
char *
uds_merge_make_apart_name (const UdsKind *kind)
{
  /* Translators: the name of a command; %s is a kind of record, such as Person */
  return g_strdup_printf (_("Told apart: %s"), _(kind->label));
}

static gboolean
merge (UdsSession  *self,
       UdsRecord   *kept,
       UdsRecord   *merged,
       GError     **error)
{
  if (!repoint_all (self, kept, merged, error) || !keep_besides (self, kept, merged, error))
    return FALSE;

  join_texts (kept, merged);
  /* The key of the one that goes is free for the other only when it is gone. */
  if (!uds_session_remove (self, uds_record_get_kind (merged), uds_record_get_id (merged), error))
    return FALSE;
  fill (kept, merged);
  return uds_session_save (self, kept, error);
}

/**
 * uds_session_merge:
 * @self: a session inside a command
 * @kind: a kind of record that is mergeable
 * @kept: the id of the one that stays
 * @merged: the id of the one that goes into it
 * @error: what went wrong
 *
 * Makes one record of two. Fields that the one that stays has remain as they are, texts are appended, and what a record
 * can have one of only (addresses, names) becomes a record of its own.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_session_merge (UdsSession     *self,
                   const UdsKind  *kind,
                   const char     *kept,
                   const char     *merged,
                   GError        **error)
{
  g_autoptr (UdsRecord) first = NULL;
  g_autoptr (UdsRecord) second = NULL;

  if (!uds_merge_check_two (kind, kept, merged, error))
    return FALSE;

  first = uds_session_get (self, kind, kept, error);
  second = first != NULL ? uds_session_get (self, kind, merged, error) : NULL;
  return second != NULL && merge (self, first, second, error);
}
