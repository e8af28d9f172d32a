/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people in a file, each once: a card or row about somebody who was there before adds to what is known, and what
 * contradicts it is reported. Looks nothing up in the database. */
#include "uds-person-private.h"

#include "uds-fold.h"
#include "uds-vcard-lines.h"

#include <string.h>

static void
point_free (gpointer data)
{
  UdsPersonPoint *point = data;

  g_free (point->value);
  g_free (point->normal);
  g_free (point->label);
  g_free (point->kept);
  g_free (point);
}

static void
role_free (gpointer data)
{
  UdsPersonRole *role = data;

  g_free (role->name);
  g_free (role->title);
  g_free (role->unit);
  g_free (role->from);
  g_free (role->to);
  g_free (role);
}

/**
 * uds_person_new:
 * @row: the row or line that the person begins in
 * @number: which of the file it is, from 1
 *
 * Returns: (transfer full): a person that nothing is said of
 */
UdsPerson *
uds_person_new (guint row,
                guint number)
{
  UdsPerson *self = g_new0 (UdsPerson, 1);

  self->row = row;
  self->number = number;
  self->said = uds_record_new (uds_kind_lookup ("contact"));
  self->cells = g_malloc0_n (uds_record_get_kind (self->said)->n_fields, sizeof *self->cells);
  self->points = g_ptr_array_new_with_free_func (point_free);
  self->roles = g_ptr_array_new_with_free_func (role_free);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * uds_person_free:
 * @self: (transfer full): a person
 */
void
uds_person_free (UdsPerson *self)
{
  g_object_unref (self->said);
  g_free (self->cells);
  g_ptr_array_unref (self->points);
  g_ptr_array_unref (self->roles);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * uds_person_say:
 * @self: a person
 * @field: a field of the contact that holds text
 * @text: (nullable): its value
 * @row: the row or line of the cell that says it
 * @column: its column
 */
void
uds_person_say (UdsPerson  *self,
                const char *field,
                const char *text,
                guint       row,
                guint       column)
{
  guint place;

  if (text == NULL || *text == '\0')
    return;
  uds_kind_lookup_field (uds_record_get_kind (self->said), field, &place);
  uds_record_set_text (self->said, field, text);
  self->cells[place].row = row;
  self->cells[place].column = column;
}

/**
 * uds_person_normalize:
 * @category: a category of contact points
 * @value: an address or number
 *
 * Returns: (transfer full): what two ways of writing it have in common
 */
char *
uds_person_normalize (const char *category,
                      const char *value)
{
  GString *digits;

  if (!g_str_equal (category, "phone"))
    return g_utf8_casefold (value, -1);

  digits = g_string_new (NULL);
  for (const char *p = value; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '+' || *p == '#' || *p == '*')
      g_string_append_c (digits, *p);
  return g_string_free (digits, FALSE);
}

/**
 * uds_person_add_point:
 * @self: a person
 * @category: what it is; a static text
 * @value: the address or number
 * @label: (nullable): which of the person's
 * @kept: (nullable): see #UdsPersonPoint
 *
 * Returns: %FALSE where the person has it already
 */
gboolean
uds_person_add_point (UdsPerson  *self,
                      const char *category,
                      const char *value,
                      const char *label,
                      const char *kept)
{
  g_autofree char *normal = uds_person_normalize (category, value);
  UdsPersonPoint *point;

  for (guint i = 0; i < self->points->len; i++)
    {
      const UdsPersonPoint *other = g_ptr_array_index (self->points, i);

      if (g_str_equal (other->category, category) && g_str_equal (other->normal, normal))
        return FALSE;
    }

  point = g_new (UdsPersonPoint, 1);
  *point = (UdsPersonPoint) {
    .category = category,
    .value = g_strdup (value),
    .normal = g_steal_pointer (&normal),
    .label = g_strdup (label),
    .kept = g_strdup (kept),
  };
  g_ptr_array_add (self->points, point);
  return TRUE;
}

/**
 * uds_person_add_role:
 * @self: a person
 * @row: the row or line that says it
 * @column: the column
 *
 * Returns: (transfer none): a role to be filled in
 */
UdsPersonRole *
uds_person_add_role (UdsPerson *self,
                     guint      row,
                     guint      column)
{
  UdsPersonRole *role = g_new0 (UdsPersonRole, 1);

  role->row = row;
  role->column = column;
  g_ptr_array_add (self->roles, role);
  return role;
}

/**
 * uds_person_get_first:
 * @self: a person
 * @category: a category of contact points
 *
 * Returns: (nullable): the first of them
 */
const char *
uds_person_get_first (const UdsPerson *self,
                      const char      *category)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      const UdsPersonPoint *point = g_ptr_array_index (self->points, i);

      if (g_str_equal (point->category, category))
        return point->value;
    }
  return NULL;
}

static const char *
get_organisation (const UdsPerson *self)
{
  for (guint i = 0; i < self->roles->len; i++)
    {
      const UdsPersonRole *role = g_ptr_array_index (self->roles, i);

      if (role->name != NULL)
        return role->name;
    }
  return NULL;
}

/**
 * uds_person_make_name:
 * @self: a person without a name
 *
 * Makes one of the parts of the name; where there are none, the organisation, the e-mail address or the number does.
 *
 * Returns: %FALSE where nothing says who it is
 */
gboolean
uds_person_make_name (UdsPerson *self)
{
  const char *given = uds_record_get_text (self->said, "given_name");
  const char *family = uds_record_get_text (self->said, "family_name");
  const char *instead = get_organisation (self);
  g_autofree char *whole = NULL;

  if (given != NULL && family != NULL)
    whole = g_strdup_printf ("%s %s", given, family);
  if (instead == NULL)
    instead = uds_person_get_first (self, "email");
  if (instead == NULL)
    instead = uds_person_get_first (self, "phone");
  if (whole != NULL)
    instead = whole;
  else if (given != NULL || family != NULL)
    instead = given != NULL ? given : family;
  if (instead == NULL)
    return FALSE;

  uds_record_set_text (self->said, "name", instead);
  return TRUE;
}

/**
 * uds_person_make_key:
 * @name: somebody's name
 * @email: (nullable): their first e-mail address
 * @other: (nullable): where there is none, their telephone number, else their organisation
 *
 * Returns: (transfer full): what two cards about the same person have in common
 */
char *
uds_person_make_key (const char *name,
                     const char *email,
                     const char *other)
{
  g_autofree char *folded = uds_fold (name);
  g_autofree char *rest = email != NULL   ? g_utf8_casefold (email, -1)
                          : other != NULL ? uds_fold (other)
                                          : g_strdup ("");

  return g_strconcat (folded, "\x1f", rest, NULL);
}

static char *
make_key (const UdsPerson *person)
{
  const char *phone = uds_person_get_first (person, "phone");

  return uds_person_make_key (uds_record_get_text (person->said, "name"), uds_person_get_first (person, "email"),
                              phone != NULL ? phone : get_organisation (person));
}

/* People */

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

/**
 * uds_person_append_note:
 * @contact: a contact
 * @note: what is to stand in its note, beside what is there
 */
void
uds_person_append_note (UdsRecord  *contact,
                        const char *note)
{
  const char *before = uds_record_get_text (contact, "note");
  g_autofree char *both = NULL;

  if (before != NULL && strstr (before, note) != NULL)
    return;
  both = before != NULL ? g_strconcat (before, "\n\n", note, NULL) : g_strdup (note);
  uds_record_set_text (contact, "note", both);
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
