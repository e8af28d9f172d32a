/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of columns, and what they say. What stands in no field of the record, such as how many networks a city is
 * in, is read with the window of the list and kept with the record. */
#include "uds-list-columns.h"

#include "uds-format.h"
#include "uds-record-summary.h"

#include <glib/gi18n.h>

static const UdsListColumn network_columns[] = {
  { N_("Type"), UDS_COLUMN_FIELD, "category", 190 },
  { N_("Copenhagen’s role"), UDS_COLUMN_FIELD, "role", 200 },
  { N_("Dates"), UDS_COLUMN_DATES, NULL, 180 },
};

static const UdsListColumn city_columns[] = {
  { N_("Country"), UDS_COLUMN_FIELD, "country", 110 },
  { N_("Region"), UDS_COLUMN_FIELD, "region", 200 },
  { N_("Networks"), UDS_COLUMN_NETWORKS, NULL, 120 },
};

static const UdsListColumn organisation_columns[] = {
  { N_("Type"), UDS_COLUMN_FIELD, "category", 180 },
  { N_("Place"), UDS_COLUMN_PLACE, NULL, 200 },
  { N_("Networks"), UDS_COLUMN_NETWORKS, NULL, 120 },
};

static const UdsListColumn contact_columns[] = {
  { N_("Role"), UDS_COLUMN_ROLE, NULL, 300 },
  { N_("E-mail"), UDS_COLUMN_FIELD, "email", 240 },
};

static const UdsListColumn agreement_columns[] = {
  { N_("With"), UDS_COLUMN_PARTNER, NULL, 180 },
  { N_("Type"), UDS_COLUMN_FIELD, "category", 190 },
  { N_("Dates"), UDS_COLUMN_DATES, NULL, 210 },
};

static const UdsListColumn note_columns[] = {
  { N_("Theme"), UDS_COLUMN_FIELD, "theme", 190 },
  { N_("Type"), UDS_COLUMN_FIELD, "category", 180 },
  { N_("Date"), UDS_COLUMN_FIELD, "date", 150 },
};

static const UdsListColumn plain_columns[] = {
  { N_("Dates"), UDS_COLUMN_DATES, NULL, 250 },
  { N_("Place"), UDS_COLUMN_PLACE, NULL, 220 },
};

static const struct {
  const char *kind;
  const UdsListColumn *columns;
  guint n_columns;
} tables[] = {
  { "network", network_columns, G_N_ELEMENTS (network_columns) },
  { "city", city_columns, G_N_ELEMENTS (city_columns) },
  { "organisation", organisation_columns, G_N_ELEMENTS (organisation_columns) },
  { "contact", contact_columns, G_N_ELEMENTS (contact_columns) },
  { "agreement", agreement_columns, G_N_ELEMENTS (agreement_columns) },
  { "note", note_columns, G_N_ELEMENTS (note_columns) },
};

/**
 * uds_kind_list_columns:
 * @kind: a kind
 * @n_columns: (out): how many
 *
 * Returns: (array length=n_columns): the columns of its lists beside the name, the first the last to go where there is
 *   no room
 */
const UdsListColumn *
uds_kind_list_columns (const UdsKind *kind,
                       guint         *n_columns)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].kind, kind->name))
      {
        *n_columns = tables[i].n_columns;
        return tables[i].columns;
      }

  *n_columns = G_N_ELEMENTS (plain_columns);
  return plain_columns;
}

/**
 * uds_list_column_get_order:
 * @column: a column
 * @kind: the kind it is of
 *
 * Returns: (nullable): the field that a list is sorted by when the column's heading is pressed; %NULL where it cannot
 *   be
 */
const char *
uds_list_column_get_order (const UdsListColumn *column,
                           const UdsKind       *kind)
{
  switch (column->content)
    {
    case UDS_COLUMN_FIELD:
      return column->field;
    case UDS_COLUMN_DATES:
      return uds_kind_get_date_field (kind);
    case UDS_COLUMN_PLACE:
      return uds_kind_get_place_field (kind);
    case UDS_COLUMN_NETWORKS:
    case UDS_COLUMN_ROLE:
    case UDS_COLUMN_PARTNER:
    default:
      return NULL;
    }
}

/* What is read beside the record */

/* One text for each content, by its number. */
#define N_CONTENTS (UDS_COLUMN_PARTNER + 1)

static GQuark
get_quark (UdsColumnContent content)
{
  static const char *const names[N_CONTENTS] = {
    [UDS_COLUMN_NETWORKS] = "uds-column-networks",
    [UDS_COLUMN_ROLE] = "uds-column-role",
    [UDS_COLUMN_PARTNER] = "uds-column-partner",
  };

  return names[content] != NULL ? g_quark_from_static_string (names[content]) : 0;
}

static void
keep (UdsRecord        *record,
      UdsColumnContent  content,
      char             *text)
{
  g_object_set_qdata_full (G_OBJECT (record), get_quark (content), text, g_free);
}

static UdsRecord *
get_referred (UdsSession *session,
              UdsRecord  *record,
              const char *name)
{
  const UdsField *field = uds_kind_lookup_field (uds_record_get_kind (record), name, NULL);
  const char *id = field != NULL ? uds_record_get_text (record, name) : NULL;

  return id != NULL ? uds_session_get (session, uds_kind_lookup (field->target), id, NULL) : NULL;
}

/* The name of the first record that @record refers to by one of the fields. */
static char *
read_name (UdsSession        *session,
           UdsRecord         *record,
           const char *const *fields,
           UdsLanguage        language)
{
  for (; *fields != NULL; fields++)
    {
      g_autoptr (UdsRecord) referred = get_referred (session, record, *fields);

      if (referred != NULL)
        return g_strdup (uds_record_get_title (referred, language));
    }

  return NULL;
}

static gboolean
read_networks (UdsSession  *session,
               UdsRecord   *record,
               UdsLanguage  language,
               GError     **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("membership"));
  UdsDate today = uds_session_get_today (session);
  gint64 n_networks;

  uds_query_where_is (query, uds_record_get_kind (record)->name, uds_record_get_id (record));
  uds_query_where_valid (query, "valid_from", "valid_to", &today);
  n_networks = uds_session_count (session, query, error);
  if (n_networks > 0)
    keep (record, UDS_COLUMN_NETWORKS, uds_format_number ((double) n_networks, 0, language));
  return n_networks >= 0;
}

static gboolean
read_role (UdsSession  *session,
           UdsRecord   *record,
           UdsLanguage  language,
           GError     **error)
{
  static const char *const places[] = { "organisation", "city", "network", NULL };
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup ("contact-role"));
  UdsDate today = uds_session_get_today (session);
  g_autoptr (UdsRecord) role = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *place = NULL;
  const char *title;

  uds_query_where_is (query, "contact", uds_record_get_id (record));
  uds_query_where_valid (query, "valid_from", "valid_to", &today);
  uds_query_set_limit (query, 1);
  role = uds_session_find (session, query, &failure);
  if (role == NULL)
    {
      gboolean sound = failure == NULL;

      if (!sound)
        g_propagate_error (error, g_steal_pointer (&failure));
      return sound;
    }

  place = read_name (session, role, places, language);
  title = uds_record_get_text (role, "title");
  if (title != NULL && place != NULL)
    keep (record, UDS_COLUMN_ROLE, g_strdup_printf ("%s · %s", title, place));
  else
    keep (record, UDS_COLUMN_ROLE, title != NULL ? g_strdup (title) : g_steal_pointer (&place));
  return TRUE;
}

static gboolean
read_column (UdsSession           *session,
             const UdsListColumn  *column,
             UdsRecord            *record,
             UdsLanguage           language,
             GError              **error)
{
  static const char *const partners[] = { "city", "organisation", "network", NULL };

  if (column->content == UDS_COLUMN_NETWORKS)
    return read_networks (session, record, language, error);
  if (column->content == UDS_COLUMN_ROLE)
    return read_role (session, record, language, error);
  if (column->content == UDS_COLUMN_PARTNER)
    keep (record, UDS_COLUMN_PARTNER, read_name (session, record, partners, language));
  return TRUE;
}

/**
 * uds_session_read_columns:
 * @session: a session
 * @kind: a kind
 * @records: (element-type UdsRecord): records of it, %NULL for those that are gone
 * @language: the reader's
 * @error: what went wrong
 *
 * Reads what the columns of a list show and no field holds, and keeps it with the records.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_session_read_columns (UdsSession     *session,
                          const UdsKind  *kind,
                          GPtrArray      *records,
                          UdsLanguage     language,
                          GError        **error)
{
  guint n_columns;
  const UdsListColumn *columns = uds_kind_list_columns (kind, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    for (guint j = 0; get_quark (columns[i].content) != 0 && j < records->len; j++)
      {
        UdsRecord *record = g_ptr_array_index (records, j);

        if (record != NULL && !read_column (session, &columns[i], record, language, error))
          return FALSE;
      }

  return TRUE;
}

/* What is shown */

/**
 * uds_record_get_column:
 * @record: a record that a list has read
 * @column: a column of its kind
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): what the column says of it; %NULL where nothing
 */
char *
uds_record_get_column (UdsRecord           *record,
                       const UdsListColumn *column,
                       UdsLanguage          language)
{
  const UdsField *field;

  switch (column->content)
    {
    case UDS_COLUMN_DATES:
      return uds_record_format_dates (record, language);
    case UDS_COLUMN_PLACE:
      return g_strdup (uds_record_get_place (record, language));
    case UDS_COLUMN_FIELD:
      field = uds_kind_lookup_shown (uds_record_get_kind (record), column->field, language);
      if (field->flags & (UDS_FIELD_DANISH | UDS_FIELD_ENGLISH))
        return g_strdup (uds_record_get_localized (record, column->field, language));
      return uds_record_format (record, column->field, language);
    case UDS_COLUMN_NETWORKS:
    case UDS_COLUMN_ROLE:
    case UDS_COLUMN_PARTNER:
    default:
      return g_strdup (g_object_get_qdata (G_OBJECT (record), get_quark (column->content)));
    }
}

/* A number alone says nothing below a name. */
static char *
get_in_words (UdsRecord           *record,
              const UdsListColumn *column,
              UdsLanguage          language)
{
  g_autofree char *text = uds_record_get_column (record, column, language);

  if (text == NULL || column->content != UDS_COLUMN_NETWORKS)
    return g_steal_pointer (&text);
  if (g_str_equal (text, "1"))
    return g_strdup (_("1 network"));
  /* Translators: a number from two */
  return g_strdup_printf (_("%s networks"), text);
}

/**
 * uds_record_get_columns_from:
 * @record: a record that a list has read
 * @first: the first column that has no room of its own
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): what that column and those after it say, in one line; %NULL where nothing
 */
char *
uds_record_get_columns_from (UdsRecord   *record,
                             guint        first,
                             UdsLanguage  language)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint n_columns;
  const UdsListColumn *columns = uds_kind_list_columns (uds_record_get_kind (record), &n_columns);

  for (guint i = first; i < n_columns; i++)
    {
      g_autofree char *text = get_in_words (record, &columns[i], language);

      if (text != NULL)
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text);
    }

  return line->len > 0 ? g_strdup (line->str) : NULL;
}

/**
 * uds_record_has_same_columns:
 * @record: a record that a list has read
 * @other: the same record, read at another time
 *
 * Returns: whether what was read beside them is the same
 */
gboolean
uds_record_has_same_columns (UdsRecord *record,
                             UdsRecord *other)
{
  for (guint i = 0; i < N_CONTENTS; i++)
    {
      GQuark quark = get_quark ((UdsColumnContent) i);
      const char *one = quark != 0 ? g_object_get_qdata (G_OBJECT (record), quark) : NULL;

      if (quark != 0 && g_strcmp0 (one, g_object_get_qdata (G_OBJECT (other), quark)) != 0)
        return FALSE;
    }

  return TRUE;
}
