/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people in a file, each once: a card or row about somebody who was there before adds to what is known, and what
 * contradicts it is reported. Looks nothing up in the database. */
#include "uds-person-private.h"

#include "uds-vcard-lines.h"

#include <string.h>

/**
 * uds_people_new:
 * @file: a file, which must stay
 *
 * Returns: (transfer full): nobody yet
 */
UdsPeople *
uds_people_new (UdsImportFile *file)
{
  UdsPeople *self = g_new0 (UdsPeople, 1);

  self->file = file;
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_person_free);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * uds_people_free:
 * @self: (transfer full): people
 */
void
uds_people_free (UdsPeople *self)
{
  g_hash_table_unref (self->keys);
  g_ptr_array_unref (self->people);
  g_free (self);
}

static char *
make_key (const UdsPerson *person)
{
  const char *phone = uds_person_get_first (person, "phone");

  return uds_person_make_key (uds_record_get_text (person->said, "name"), uds_person_get_first (person, "email"),
                              phone != NULL ? phone : uds_person_get_organisation (person));
}

static char *
make_uid_key (const UdsPerson *person)
{
  const char *uid = uds_record_get_text (person->said, "uid");

  return uid != NULL ? g_strconcat ("\x1f", uid, NULL) : NULL;
}

/* A person of whom a file says without end is not put together further. */
static gboolean
has_room (const UdsPerson *person)
{
  return person->points->len < UDS_PERSON_MAX_PARTS && person->roles->len < UDS_PERSON_MAX_PARTS
         && person->lines->len < UDS_PERSON_MAX_LINES;
}

static UdsPerson *
find_same (UdsPeople       *self,
           const UdsPerson *person)
{
  g_autofree char *uid = make_uid_key (person);
  g_autofree char *key = make_key (person);
  UdsPerson *same = uid != NULL ? g_hash_table_lookup (self->keys, uid) : NULL;

  if (same == NULL)
    {
      same = g_hash_table_lookup (self->keys, key);
      /* Who has another identifier is somebody else. */
      if (same != NULL && uid != NULL && uds_record_has (same->said, "uid"))
        return NULL;
    }
  return same != NULL && has_room (same) ? same : NULL;
}

/* Whether a field of the person says something else of the same. */
static gboolean
contradicts (const UdsPerson *same,
             const UdsPerson *person,
             guint            place)
{
  const UdsField *field = &uds_record_get_kind (person->said)->fields[place];
  const UdsValue *value = uds_record_peek (person->said, place);
  const UdsValue *before = uds_record_peek (same->said, place);

  return value->type != UDS_VALUE_NONE && before->type != UDS_VALUE_NONE && !uds_value_equal (value, before)
         && !g_str_equal (field->name, "note") && !g_str_equal (field->name, "uid");
}

static gboolean
is_from_cell (const UdsPerson *person,
              guint            place,
              guint            row,
              guint            column)
{
  return person->cells[place].row == row && person->cells[place].column == column;
}

static void
report_contradiction (UdsPeople       *self,
                      const UdsPerson *same,
                      UdsPerson       *person,
                      guint            place)
{
  const UdsKind *kind = uds_record_get_kind (person->said);
  guint row = person->cells[place].row;
  guint column = person->cells[place].column;
  g_autofree char *number = g_strdup_printf ("%u", same->number);
  g_autofree char *value = uds_record_to_string (person->said, kind->fields[place].name);

  /* A name that was made is in no cell. */
  if (row > 0)
    uds_import_file_take_back (self->file, row, column, UDS_PROBLEM_OTHER_PERSON, value, number);
  for (guint i = 0; i < kind->n_fields; i++)
    if (i == place || (row > 0 && is_from_cell (person, i, row, column)))
      uds_record_clear (person->said, kind->fields[i].name);
}

static void
merge_fields (UdsPeople *self,
              UdsPerson *same,
              UdsPerson *person)
{
  const UdsKind *kind = uds_record_get_kind (person->said);

  for (guint i = 0; i < kind->n_fields; i++)
    if (contradicts (same, person, i))
      report_contradiction (self, same, person, i);
  if (uds_record_has (person->said, "note"))
    uds_person_append_note (same->said, uds_record_get_text (person->said, "note"));
  for (guint i = 0; i < kind->n_fields; i++)
    if (uds_record_peek (same->said, i)->type == UDS_VALUE_NONE)
      uds_record_put (same->said, i, uds_record_peek (person->said, i));
}

static gboolean
has_role (const UdsPerson     *person,
          const UdsPersonRole *role)
{
  for (guint i = 0; i < person->roles->len; i++)
    {
      const UdsPersonRole *other = g_ptr_array_index (person->roles, i);

      if (g_strcmp0 (other->name, role->name) == 0 && g_strcmp0 (other->title, role->title) == 0
          && g_strcmp0 (other->unit, role->unit) == 0 && g_strcmp0 (other->from, role->from) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_line (const UdsPerson *person,
          const char      *line)
{
  for (guint i = 0; i < person->lines->len; i++)
    if (g_str_equal (g_ptr_array_index (person->lines, i), line))
      return TRUE;
  return FALSE;
}

static void
merge_rest (UdsPerson *same,
            UdsPerson *person)
{
  for (guint i = 0; i < person->points->len; i++)
    {
      const UdsPersonPoint *point = g_ptr_array_index (person->points, i);

      uds_person_add_point (same, point->category, point->value, point->label, point->kept);
    }
  for (guint i = 0; i < person->roles->len; i++)
    if (!has_role (same, g_ptr_array_index (person->roles, i)))
      {
        const UdsPersonRole *role = g_ptr_array_index (person->roles, i);
        UdsPersonRole *copy = uds_person_add_role (same, role->row, role->column);

        copy->kind = role->kind;
        copy->name = g_strdup (role->name);
        copy->title = g_strdup (role->title);
        copy->unit = g_strdup (role->unit);
        copy->from = g_strdup (role->from);
        copy->to = g_strdup (role->to);
      }
  for (guint i = 0; i < person->lines->len; i++)
    {
      const char *line = g_ptr_array_index (person->lines, i);

      if (!has_line (same, line) && !uds_vcard_line_is_head (line) && !uds_vcard_line_is_named (line, "N"))
        g_ptr_array_add (same->lines, g_strdup (line));
    }
}

static void
remember (UdsPeople *self,
          UdsPerson *person)
{
  char *uid = make_uid_key (person);

  if (uid != NULL)
    g_hash_table_replace (self->keys, uid, person);
  g_hash_table_replace (self->keys, make_key (person), person);
}

/**
 * uds_people_add:
 * @self: people
 * @person: (transfer full): a person with a name
 *
 * Adds somebody; or adds what is said to somebody who is there already, and reports in the file what contradicts it.
 */
void
uds_people_add (UdsPeople *self,
                UdsPerson *person)
{
  UdsPerson *same = find_same (self, person);
  g_autofree char *number = NULL;

  if (same == NULL)
    {
      g_ptr_array_add (self->people, person);
      remember (self, person);
      return;
    }

  number = g_strdup_printf ("%u", same->number);
  uds_import_file_add_note (self->file, person->row, 0, UDS_PROBLEM_SAME_PERSON,
                            uds_record_get_text (person->said, "name"), number);
  merge_fields (self, same, person);
  merge_rest (same, person);
  remember (self, same);
  uds_person_free (person);
}

/* Importers of people */

/**
 * uds_people_preview:
 * @files: (element-type UdsImportFile): the files of an importer
 * @read: reads the people in one
 *
 * Refuses the files that cannot be read.
 *
 * Returns: (transfer full): what #UdsImporter.preview gives; for uds_people_apply() and uds_people_free_plan()
 */
gpointer
uds_people_preview (GPtrArray     *files,
                    UdsPeopleRead  read)
{
  GPtrArray *plan = g_ptr_array_new_with_free_func ((GDestroyNotify) uds_people_free);

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (GError) error = NULL;
      UdsPeople *people = read (g_ptr_array_index (files, i), &error);

      if (people != NULL)
        g_ptr_array_add (plan, people);
      else
        uds_import_file_refuse (g_ptr_array_index (files, i), error);
    }
  return plan;
}

/**
 * uds_people_apply:
 * @plan: what uds_people_preview() gave
 * @session: a session inside a command
 * @error: what went wrong
 *
 * Returns: %FALSE on failure
 */
gboolean
uds_people_apply (gpointer     plan,
                  UdsSession  *session,
                  GError     **error)
{
  GPtrArray *files = plan;

  for (guint i = 0; i < files->len; i++)
    if (!uds_people_save (g_ptr_array_index (files, i), session, error))
      return FALSE;
  return TRUE;
}

/**
 * uds_people_free_plan:
 * @plan: (transfer full): what uds_people_preview() gave
 */
void
uds_people_free_plan (gpointer plan)
{
  g_ptr_array_unref (plan);
}
