/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How commands find what a user names, a kind or a record, and say what there is where he names nothing or what is not
 * there. */
#include "uds-cli-private.h"

#include "uds-error.h"
#include "uds-uuid.h"

#include <glib/gi18n.h>

/**
 * uds_cli_find_kind:
 * @name: the name of a kind
 * @error: there is none of that name
 *
 * Returns: (nullable): the kind
 */
const UdsKind *
uds_cli_find_kind (const char  *name,
                   GError     **error)
{
  const UdsKind *kind = uds_kind_lookup (name);
  g_autoptr (GString) names = NULL;
  guint n_kinds;
  const UdsKind *const *kinds = uds_kind_list (&n_kinds);

  if (kind != NULL)
    return kind;

  names = g_string_new (NULL);
  for (guint i = 0; i < n_kinds; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", kinds[i]->name);
  g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND,
               /* Translators: what was written, then a list of what can be */
               _("There is no kind of record “%s”. There are: %s."), name, names->str);
  return NULL;
}

/* What people call a record of a kind by: the code or number in its key, else its key where that is one field. */
static const UdsField *
find_name_field (const UdsKind *kind)
{
  const UdsField *name = NULL;
  guint n_keys = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const UdsField *field = &kind->fields[i];

      if (!(field->flags & UDS_FIELD_KEY))
        continue;
      if (g_str_equal (field->name, "code") || g_str_equal (field->name, "number"))
        return field;
      name = field->target == NULL ? field : NULL;
      n_keys++;
    }

  return n_keys == 1 ? name : NULL;
}

/**
 * uds_cli_get_name:
 * @record: a record
 *
 * Returns: (transfer full): what commands know it by: its code or number, else its id
 */
char *
uds_cli_get_name (UdsRecord *record)
{
  const UdsField *field = find_name_field (uds_record_get_kind (record));
  char *name = field != NULL ? uds_record_to_string (record, field->name) : NULL;

  return name != NULL ? name : g_strdup (uds_record_get_id (record));
}

/* The record with a name; %NULL where there is none, or with @error set where there are several. */
static UdsRecord *
find_named (UdsSession      *session,
            const UdsKind   *kind,
            const UdsField  *field,
            const char      *name,
            GError         **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  /* What is no number is not the name of what has a number. */
  if (!uds_query_where (query, field->name, UDS_IS, name, NULL))
    return NULL;

  uds_query_set_limit (query, 2);
  records = uds_session_list (session, query, error);
  if (records == NULL || records->len == 0)
    return NULL;
  if (records->len == 1)
    return g_object_ref (g_ptr_array_index (records, 0));

  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
               /* Translators: a kind of record, the name of a field, its value; “udsyn list” is to be typed */
               _("There is more than one record of the kind “%s” with “%s” = “%s”: write the id of the one you mean "
                 "(“udsyn list %s --json”)."),
               kind->name, field->name, name, kind->name);
  return NULL;
}

/* By the name of it in either language, or the short one that everybody says. */
static UdsRecord *
find_by_title (UdsSession     *session,
               const UdsKind  *kind,
               const char     *name,
               GError        **error)
{
  const UdsField *const fields[] = {
    uds_kind_lookup_shown (kind, kind->title, UDS_LANGUAGE_DA),
    uds_kind_lookup_shown (kind, kind->title, UDS_LANGUAGE_EN),
    uds_kind_lookup_field (kind, "short_name", NULL),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GError) failure = NULL;
      UdsRecord *record = fields[i] != NULL ? find_named (session, kind, fields[i], name, &failure) : NULL;

      if (record != NULL)
        return record;
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }

  return NULL;
}

/* By its code or number, where people know it by one; a code also as Open SDG names its files, "3-3-1" for "3.3.1". */
static UdsRecord *
find_by_name (UdsSession      *session,
              const UdsKind   *kind,
              const UdsField  *field,
              const char      *name,
              GError         **error)
{
  g_autofree char *pointed = g_strdelimit (g_strdup (name), "-", '.');
  g_autoptr (GError) failure = NULL;
  UdsRecord *record;

  if (field == NULL)
    return NULL;

  record = find_named (session, kind, field, name, &failure);
  if (record == NULL && failure == NULL && !g_str_equal (pointed, name))
    record = find_named (session, kind, field, pointed, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return record;
}

/**
 * uds_cli_find_record:
 * @session: a session
 * @kind: a kind
 * @name: the code or number that people know a record by, its name in either language or its short one, or its id; a
 *   code may be written as in the names of Open SDG's files, "3-3-1" for "3.3.1"
 * @error: there is none (%UDS_ERROR_NOT_FOUND), or several are called so
 *
 * Returns: (transfer full) (nullable): the record
 */
UdsRecord *
uds_cli_find_record (UdsSession     *session,
                     const UdsKind  *kind,
                     const char     *name,
                     GError        **error)
{
  const UdsField *field = find_name_field (kind);
  g_autoptr (GError) failure = NULL;
  UdsRecord *record;

  if (uds_uuid_is_valid (name) || (field == NULL && kind->title == NULL))
    return uds_session_get (session, kind, name, error);

  record = find_by_name (session, kind, field, name, &failure);
  if (record == NULL && failure == NULL && kind->title != NULL)
    record = find_by_title (session, kind, name, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (record == NULL)
    g_set_error (error, UDS_ERROR, UDS_ERROR_NOT_FOUND, _("There is no record of the kind “%s” with “%s” = “%s”."),
                 kind->name, field != NULL ? field->name : kind->title, name);
  return record;
}

/* What one field of a record is compared with. */
typedef struct {
  const UdsKind *kind; /* of the other record */
  const char *name;
} Named;

/* None, and no error, where several have it as their code, as an administration has by its names: all are meant. */
static gpointer
find_other (UdsSession  *session,
            gpointer     data,
            GError     **error)
{
  const Named *named = data;
  g_autoptr (GError) several = NULL;
  UdsRecord *coded = find_by_name (session, named->kind, find_name_field (named->kind), named->name, &several);

  if (coded != NULL || g_error_matches (several, UDS_ERROR, UDS_ERROR_INVALID))
    return coded;
  return uds_cli_find_record (session, named->kind, named->name, error);
}

/**
 * uds_cli_add_condition:
 * @cli: what the commands share
 * @query: a question
 * @name: the name of a field of its kind
 * @value: what it is to be; nothing for none
 * @error: there is no such field, the value does not fit it, or nothing or more than one record is called so
 *
 * Keeps only the records that have it. Another record may be named as people know it: by its code or number, or by its
 * name.
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_cli_add_condition (UdsCli      *cli,
                       UdsQuery    *query,
                       const char  *name,
                       const char  *value,
                       GError     **error)
{
  const UdsField *field = uds_kind_lookup_field (uds_query_get_kind (query), name, NULL);
  const UdsKind *target = field != NULL && field->target != NULL ? uds_kind_lookup (field->target) : NULL;
  const UdsField *other = target != NULL ? find_name_field (target) : NULL;
  g_autofree char *path = other != NULL ? g_strconcat (name, ".", other->name, NULL) : g_strdup (name);
  g_autoptr (GError) failure = NULL;
  g_autoptr (UdsRecord) record = NULL;
  UdsStore *store;

  if (target == NULL || *value == '\0' || uds_uuid_is_valid (value))
    return uds_query_where (query, name, *value != '\0' ? UDS_IS : UDS_IS_NONE, value, error);

  store = uds_cli_open_store (cli, error);
  if (store == NULL)
    return FALSE;
  record = uds_store_read (store, find_other, &(Named) { target, value }, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return record != NULL ? uds_query_where (query, name, UDS_IS, uds_record_get_id (record), error)
                        : uds_query_where (query, path, UDS_IS, value, error);
}

/**
 * uds_cli_read_code:
 * @text: the code of an indicator that need not be there
 *
 * Returns: (transfer full): the code; of numbers and letters between hyphens, as Open SDG names its files, with points
 */
char *
uds_cli_read_code (const char *text)
{
  char *code = g_strdup (text);

  return g_regex_match_simple ("^[0-9]+(-([0-9]+|[0-9]*[a-z]))+$", text, 0, 0) ? g_strdelimit (code, "-", '.') : code;
}

/**
 * uds_cli_need_name:
 * @argc: how many arguments there are, with the command's name
 * @argv: the arguments
 * @kind: the name of the kind of what the third is to name
 * @error: the third is not there
 *
 * Returns: %FALSE where it is not said which record is meant
 */
gboolean
uds_cli_need_name (int          argc,
                   char       **argv,
                   const char  *kind,
                   GError     **error)
{
  if (argc > 2)
    return TRUE;

  g_set_error (error, UDS_ERROR, UDS_ERROR_INVALID,
               /* Translators: a command and a kind of record, as both are typed; “udsyn list” is to be typed too */
               _("Say which: “udsyn %s %s” and its code, number, name or id. “udsyn list %s” lists what there is."),
               argv[0], argv[1], kind);
  return FALSE;
}

#define MOST_CHOICES 8

/**
 * uds_cli_join_choices:
 * @choices: (element-type utf8): what there is
 *
 * Returns: (transfer full): the first few of them as one text, and how many more there are
 */
char *
uds_cli_join_choices (GPtrArray *choices)
{
  /* One more takes no more room than to say that there is one. */
  guint n_named = choices->len <= MOST_CHOICES + 1 ? choices->len : MOST_CHOICES;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_more = choices->len - n_named;

  for (guint i = 0; i < n_named; i++)
    g_string_append_printf (text, "%s“%s”", i > 0 ? ", " : "", (const char *) g_ptr_array_index (choices, i));
  if (n_more > 0)
    g_string_append_printf (text,
                            /* Translators: after a list of what there is to choose */
                            ngettext (" and %u more", " and %u more", n_more), n_more);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
