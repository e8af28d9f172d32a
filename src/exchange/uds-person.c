/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of one person: a record, addresses, roles and lines kept. Who is the same as whom is uds-people.c's. */
#include "uds-person-private.h"

#include "uds-fold.h"

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

/**
 * uds_person_get_organisation:
 * @self: a person
 *
 * Returns: (nullable): what the first of the organisations, cities and networks of their roles is called
 */
const char *
uds_person_get_organisation (const UdsPerson *self)
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
  const char *instead = uds_person_get_organisation (self);
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
