/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the properties of a card say of a person. What no field has a place for is kept as a line; of a value that a
 * field has, the parameters. Properties that are tied to each other by a group or their order make the roles. */
#include "uds-vcard-person.h"

#include "uds-vcard-lines.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_KEPT (2 << 20)
#define LEAST_PREFERRED 101

typedef struct {
  const UdsVcardCard *card;
  UdsPerson *person;
  GPtrArray *role_groups; /* for each role, what ties its organisation and title together, or none */
  GHashTable *labels;     /* a group → what X-ABLABEL calls it */
  gboolean has_title;     /* whether the card says one anywhere */
  gsize n_kept;
  guint rank[2]; /* of the e-mail address and number that stand first */
} Reading;

/* Keeping */

static gboolean
has_head (const UdsVcardProperty *property)
{
  return property->group != NULL || *property->parameters != '\0';
}

/* Puts what stands before the value among the kept lines, behind as many empty ones as earlier values had none. */
static void
keep_head (Reading                *self,
           const UdsVcardProperty *property,
           guint                   n_before)
{
  guint n_heads = 0;

  if (!has_head (property))
    return;
  for (guint i = 0; i < self->person->lines->len; i++)
    {
      const char *line = g_ptr_array_index (self->person->lines, i);

      n_heads += uds_vcard_line_is_head (line) && uds_vcard_line_is_named (line, property->name);
    }
  for (; n_heads < n_before; n_heads++)
    g_ptr_array_add (self->person->lines, g_strconcat (property->name, ":", NULL));
  g_ptr_array_add (self->person->lines, uds_vcard_property_to_line (property, ""));
}

static UdsProblemCode
keep (Reading                *self,
      const UdsVcardProperty *property)
{
  self->n_kept += strlen (property->value) + strlen (property->parameters);
  if (self->n_kept > MAX_KEPT || self->person->lines->len >= UDS_PERSON_MAX_LINES)
    return UDS_PROBLEM_TOO_LARGE;
  g_ptr_array_add (self->person->lines, uds_vcard_property_to_line (property, property->value));
  return UDS_PROBLEM_NONE;
}

/* Single values */

static guint
get_column (const Reading          *self,
            const UdsVcardProperty *property)
{
  for (guint i = 0; i < self->card->properties->len; i++)
    if (g_ptr_array_index (self->card->properties, i) == property)
      return i;
  return 0;
}

static UdsProblemCode
say_first (Reading                *self,
           const UdsVcardProperty *property,
           const char             *field,
           guint                   n_before)
{
  g_autofree char *text = uds_vcard_unescape (property->value, -1);

  if (uds_record_has (self->person->said, field) || *text == '\0')
    return keep (self, property);
  uds_person_say (self->person, field, text, property->line, get_column (self, property));
  keep_head (self, property, n_before);
  return UDS_PROBLEM_NONE;
}

/* Somebody's name in a second language or script is the one in their own. */
static UdsProblemCode
read_formatted_name (Reading                *self,
                     const UdsVcardProperty *property)
{
  g_autofree char *text = NULL;

  if (!uds_record_has (self->person->said, "name"))
    return say_first (self, property, "name", 0);
  text = uds_vcard_unescape (property->value, -1);
  if (g_str_equal (text, uds_record_get_text (self->person->said, "name")))
    return keep (self, property);
  return say_first (self, property, "original_name", 1);
}

static gboolean
has_kept_name (const Reading *self)
{
  for (guint i = 0; i < self->person->lines->len; i++)
    if (uds_vcard_line_is_named (g_ptr_array_index (self->person->lines, i), "N"))
      return TRUE;
  return FALSE;
}

/* The parts that no field has: further names and what follows the name. */
static UdsProblemCode
read_name (Reading                *self,
           const UdsVcardProperty *property)
{
  static const char *const fields[] = { "family_name", "given_name", NULL, "prefix", NULL };
  g_autoptr (GPtrArray) parts = uds_vcard_split (property->value, ';');
  g_autofree char *more = uds_vcard_escape (uds_vcard_get_part (parts, 2));
  g_autofree char *suffix = uds_vcard_escape (uds_vcard_get_part (parts, 4));
  g_autofree char *rest = g_strdup_printf (";;%s;;%s", more, suffix);
  gboolean is_first = !uds_record_has (self->person->said, "family_name")
                      && !uds_record_has (self->person->said, "given_name") && !has_kept_name (self);

  if (!is_first && !has_kept_name (self))
    g_ptr_array_add (self->person->lines, g_strdup ("N:;;;;"));
  if (!is_first || parts->len > G_N_ELEMENTS (fields))
    return keep (self, property);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i] != NULL)
      uds_person_say (self->person, fields[i], uds_vcard_get_part (parts, i), property->line,
                      get_column (self, property));
  if (has_head (property) || *more != '\0' || *suffix != '\0')
    g_ptr_array_add (self->person->lines, uds_vcard_property_to_line (property, rest));
  return UDS_PROBLEM_NONE;
}

static UdsProblemCode
read_informed_on (Reading                *self,
                  const UdsVcardProperty *property)
{
  g_autofree char *text = uds_vcard_unescape (property->value, -1);

  if (uds_record_has (self->person->said, "informed_on")
      || !uds_record_set_from_string (self->person->said, "informed_on", text, NULL))
    return keep (self, property);
  return UDS_PROBLEM_NONE;
}

/* Contact points */

/* How much it is preferred: by PREF, by a type of the older versions. */
static guint
get_rank (const UdsVcardProperty *property)
{
  g_autofree char *preference = uds_vcard_get_parameter (property->parameters, "PREF");
  g_autofree char *types = uds_vcard_get_parameter (property->parameters, "TYPE");
  g_auto (GStrv) words = g_strsplit (types != NULL ? types : "", ",", -1);
  guint64 rank;

  if (preference != NULL && g_ascii_string_to_unsigned (preference, 10, 1, LEAST_PREFERRED - 1, &rank, NULL))
    return (guint) rank;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], "pref") == 0)
      return 1;
  return LEAST_PREFERRED;
}

/* What the group is called, else the first type that tells one address from another. */
static char *
make_label (const Reading    *self,
            const UdsVcardProperty *property)
{
  static const char *const others[] = { "pref", "internet", "voice", "x400", "intl", "dom", "postal", "parcel", NULL };
  g_autofree char *types = uds_vcard_get_parameter (property->parameters, "TYPE");
  g_auto (GStrv) words = g_strsplit (types != NULL ? types : "", ",", -1);
  const char *label = property->group != NULL ? g_hash_table_lookup (self->labels, property->group) : NULL;
  char *own = uds_vcard_get_parameter (property->parameters, UDS_VCARD_LABEL);

  if (own != NULL)
    return own;
  if (label != NULL)
    return g_strdup (label);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *lower = g_utf8_strdown (words[i], -1);

      if (*lower != '\0' && !g_strv_contains (others, lower))
        return g_steal_pointer (&lower);
    }
  return NULL;
}

/* The one that is preferred stands first of its kind. */
static void
put_first (UdsPerson *person)
{
  gpointer point = g_ptr_array_steal_index (person->points, person->points->len - 1);

  g_ptr_array_insert (person->points, 0, point);
}

/* Of addresses that stand with the person, how much the first is preferred. */
static guint *
get_first_rank (Reading    *self,
                const char *category)
{
  if (g_str_equal (category, "email"))
    return &self->rank[0];
  return g_str_equal (category, "phone") ? &self->rank[1] : NULL;
}

static UdsProblemCode
add_point (Reading          *self,
           const UdsVcardProperty *property,
           const char       *category,
           const char       *value,
           const char       *kept_value)
{
  g_autofree char *label = make_label (self, property);
  g_autofree char *kept = has_head (property) || *kept_value != '\0' ? uds_vcard_property_to_line (property, kept_value)
                                                                     : NULL;
  guint *rank = get_first_rank (self, category);

  if (self->person->points->len >= UDS_PERSON_MAX_PARTS || *value == '\0'
      || !uds_person_add_point (self->person, category, value, label, kept))
    return keep (self, property);
  if (rank != NULL && get_rank (property) < *rank)
    {
      *rank = get_rank (property);
      put_first (self->person);
    }
  return UDS_PROBLEM_NONE;
}

static UdsProblemCode
read_point (Reading          *self,
            const UdsVcardProperty *property,
            const char       *category)
{
  g_autofree char *text = uds_vcard_unescape (property->value, -1);
  gboolean is_number = g_str_equal (category, "phone") && g_ascii_strncasecmp (text, "tel:", 4) == 0;

  return add_point (self, property, category, is_number ? text + 4 : text, "");
}

static UdsProblemCode
read_address (Reading          *self,
              const UdsVcardProperty *property)
{
  g_autofree char *shown = uds_vcard_show_address (property->value);

  return add_point (self, property, "address", shown, property->value);
}

/* Roles */

static const char *
find_kind (const char *parameter)
{
  static const char *const kinds[] = { "organisation", "city", "network" };

  for (gsize i = 0; parameter != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (parameter, kinds[i]) == 0)
      return kinds[i];
  return NULL;
}

/* Takes a parameter of our own out of the property: it becomes a field. */
static char *
take_parameter (UdsVcardProperty *property,
                const char       *name)
{
  char *value = uds_vcard_get_parameter (property->parameters, name);
  char *others = value != NULL ? uds_vcard_without_parameter (property->parameters, name) : NULL;

  if (value == NULL)
    return NULL;
  g_free (property->parameters);
  property->parameters = others;
  return value;
}

static void
take_period (UdsPersonRole    *role,
             UdsVcardProperty *property)
{
  g_autofree char *from = take_parameter (property, UDS_VCARD_FROM);
  g_autofree char *to = take_parameter (property, UDS_VCARD_TO);
  g_autofree char *kind = take_parameter (property, UDS_VCARD_KIND);

  if (role->from == NULL)
    role->from = g_steal_pointer (&from);
  if (role->to == NULL)
    role->to = g_steal_pointer (&to);
  if (role->kind == NULL)
    role->kind = find_kind (kind);
}

/* What ties it to its other half: our own number, else the group. */
static char *
take_tie (UdsVcardProperty *property)
{
  char *tie = take_parameter (property, UDS_VCARD_ROLE);

  return tie != NULL ? tie : g_strdup (property->group);
}

static UdsPersonRole *
add_role (Reading                *self,
          const UdsVcardProperty *property,
          char                   *tie)
{
  g_ptr_array_add (self->role_groups, tie);
  return uds_person_add_role (self->person, property->line, get_column (self, property));
}

static guint
count_roles (const Reading *self,
             gboolean       with_name)
{
  guint n = 0;

  for (guint i = 0; i < self->person->roles->len; i++)
    {
      const UdsPersonRole *role = g_ptr_array_index (self->person->roles, i);

      n += (with_name ? role->name : role->title) != NULL;
    }
  return n;
}

static UdsProblemCode
read_organisation (Reading          *self,
                   UdsVcardProperty *property)
{
  g_autoptr (GPtrArray) parts = uds_vcard_split (property->value, ';');
  g_autofree char *units = uds_vcard_join_units (parts, 1);
  guint n_before = count_roles (self, TRUE);
  UdsPersonRole *role;

  if (self->person->roles->len >= UDS_PERSON_MAX_PARTS || (*uds_vcard_get_part (parts, 0) == '\0' && units == NULL))
    return keep (self, property);

  role = add_role (self, property, take_tie (property));
  role->name = *uds_vcard_get_part (parts, 0) != '\0' ? g_strdup (uds_vcard_get_part (parts, 0)) : NULL;
  role->unit = g_steal_pointer (&units);
  take_period (role, property);
  keep_head (self, property, n_before);
  return UDS_PROBLEM_NONE;
}

/* The role of the same group, else the first that has no title and is tied to none. */
static UdsPersonRole *
find_role (const Reading *self,
           const char    *tie)
{
  UdsPersonRole *found = NULL;

  for (guint i = 0; i < self->person->roles->len; i++)
    {
      UdsPersonRole *role = g_ptr_array_index (self->person->roles, i);
      const char *group = g_ptr_array_index (self->role_groups, i);

      if (role->title != NULL)
        continue;
      if (tie != NULL && g_strcmp0 (group, tie) == 0)
        return role;
      if (found == NULL && (tie == NULL || group == NULL))
        found = role;
    }
  return found;
}

static UdsProblemCode
read_title (Reading          *self,
            UdsVcardProperty *property)
{
  g_autofree char *tie = take_tie (property);
  UdsPersonRole *role = find_role (self, tie);
  guint n_before = count_roles (self, FALSE);
  g_autofree char *text = uds_vcard_unescape (property->value, -1);

  if (*text == '\0' || (role == NULL && self->person->roles->len >= UDS_PERSON_MAX_PARTS))
    return keep (self, property);
  if (role == NULL)
    role = add_role (self, property, g_steal_pointer (&tie));
  role->title = g_strdelimit (g_steal_pointer (&text), "\n", ' ');
  take_period (role, property);
  keep_head (self, property, n_before);
  return UDS_PROBLEM_NONE;
}

static gboolean
has_property (const UdsVcardCard *card,
              const char         *name)
{
  for (guint i = 0; i < card->properties->len; i++)
    if (g_strcmp0 (((const UdsVcardProperty *) g_ptr_array_index (card->properties, i))->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* What somebody does is their title where the card gives no other; the line says so when it goes out. */
static UdsProblemCode
read_function (Reading          *self,
               UdsVcardProperty *property)
{
  gsize n_lines = self->person->lines->len;
  UdsProblemCode code;

  if (self->has_title || self->n_kept > MAX_KEPT || count_roles (self, FALSE) > 0)
    return keep (self, property);
  code = read_title (self, property);
  if (self->person->lines->len == n_lines)
    g_ptr_array_add (self->person->lines, g_strdup ("ROLE:"));
  return code;
}

/* Properties */

typedef enum {
  MEANS_NOTHING,
  MEANS_NAME,
  MEANS_PARTS_OF_NAME,
  MEANS_POINT,
  MEANS_ADDRESS,
  MEANS_FIELD,
  MEANS_INFORMED_ON,
  MEANS_ORGANISATION,
  MEANS_TITLE,
  MEANS_FUNCTION,
} Meaning;

/* The detail is the category of a contact point, or the field. Labels are those of the kinds. */
static const struct {
  const char *name;
  Meaning meaning;
  const char *detail;
  const char *label;
} meanings[] = {
  { "FN", MEANS_NAME, NULL, N_("Name") },
  { "N", MEANS_PARTS_OF_NAME, NULL, N_("Parts of the name") },
  { "EMAIL", MEANS_POINT, "email", N_("E-mail") },
  { "TEL", MEANS_POINT, "phone", N_("Telephone") },
  { "URL", MEANS_POINT, "website", N_("Website") },
  { "ADR", MEANS_ADDRESS, NULL, N_("Address") },
  { "LANG", MEANS_FIELD, "language", N_("Preferred language") },
  { "NOTE", MEANS_FIELD, "note", N_("Note") },
  { "UID", MEANS_FIELD, "uid", N_("Identifier") },
  { UDS_VCARD_INFORMED_ON, MEANS_INFORMED_ON, NULL, N_("Informed about data use on") },
  { "ORG", MEANS_ORGANISATION, NULL, N_("Organisation, made where there is none of that name") },
  { "TITLE", MEANS_TITLE, NULL, N_("Title") },
  { "ROLE", MEANS_FUNCTION, NULL, N_("Title") },
};

static gsize
find_meaning (const char *name)
{
  gsize i = 0;

  while (i < G_N_ELEMENTS (meanings) && !g_str_equal (meanings[i].name, name))
    i++;
  return i;
}

/**
 * uds_vcard_get_meaning:
 * @name: the name of a property
 *
 * Returns: what it is imported as; English, marked for translation
 */
const char *
uds_vcard_get_meaning (const char *name)
{
  gsize place = find_meaning (name);

  return place < G_N_ELEMENTS (meanings) ? meanings[place].label : N_("Kept as it is");
}

static UdsProblemCode
read_property (Reading          *self,
               UdsVcardProperty *property)
{
  gsize place = find_meaning (property->name);

  switch (place < G_N_ELEMENTS (meanings) ? meanings[place].meaning : MEANS_NOTHING)
    {
    case MEANS_NAME:
      return read_formatted_name (self, property);
    case MEANS_PARTS_OF_NAME:
      return read_name (self, property);
    case MEANS_POINT:
      return read_point (self, property, meanings[place].detail);
    case MEANS_ADDRESS:
      return read_address (self, property);
    case MEANS_FIELD:
      return say_first (self, property, meanings[place].detail, 0);
    case MEANS_INFORMED_ON:
      return read_informed_on (self, property);
    case MEANS_ORGANISATION:
      return read_organisation (self, property);
    case MEANS_TITLE:
      return read_title (self, property);
    case MEANS_FUNCTION:
      return read_function (self, property);
    case MEANS_NOTHING:
    default:
      return keep (self, property);
    }
}

/* "_$!<Work>!$_" is how one program writes the labels that it has itself. */
static void
read_labels (Reading *self)
{
  for (guint i = 0; i < self->card->properties->len; i++)
    {
      const UdsVcardProperty *property = g_ptr_array_index (self->card->properties, i);
      g_autofree char *label = NULL;

      if (g_strcmp0 (property->name, "X-ABLABEL") != 0 || property->group == NULL)
        continue;
      label = uds_vcard_unescape (property->value, -1);
      if (g_str_has_prefix (label, "_$!<") && g_str_has_suffix (label, ">!$_"))
        {
          g_autofree char *inner = g_strndup (label + 4, strlen (label) - 8);

          g_hash_table_replace (self->labels, property->group, g_utf8_strdown (inner, -1));
        }
      else
        g_hash_table_replace (self->labels, property->group, g_steal_pointer (&label));
    }
}

/* Titles look for their organisations, wherever these stand. */
static gboolean
comes_last (const UdsVcardProperty *property)
{
  return g_str_equal (property->name, "TITLE") || g_str_equal (property->name, "ROLE");
}

static void
read_properties (Reading        *self,
                 gboolean        last,
                 UdsProblemCode *codes)
{
  for (guint i = 0; i < self->card->properties->len; i++)
    {
      UdsVcardProperty *property = g_ptr_array_index (self->card->properties, i);

      if (property->name == NULL || property->fault == UDS_PROBLEM_TOO_LARGE)
        codes[i] = property->fault;
      else if (comes_last (property) == last)
        codes[i] = read_property (self, property);
      if (codes[i] == UDS_PROBLEM_NONE)
        codes[i] = property->fault;
    }
}

/**
 * uds_vcard_read_person:
 * @card: a card; what is taken out of its properties is missing there afterwards
 * @codes: (array): for each of its properties, zero; filled in with what became of it
 *
 * Returns: (transfer full): what the card says; the columns of its cells are places among the card's properties
 */
UdsPerson *
uds_vcard_read_person (const UdsVcardCard *card,
                       UdsProblemCode     *codes)
{
  UdsPerson *person = uds_person_new (card->line, card->number);
  g_autoptr (GPtrArray) role_groups = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  Reading reading = {
    .card = card,
    .person = person,
    .role_groups = role_groups,
    .labels = labels,
    .has_title = has_property (card, "TITLE"),
    .rank = { LEAST_PREFERRED, LEAST_PREFERRED },
  };

  read_labels (&reading);
  read_properties (&reading, FALSE, codes);
  read_properties (&reading, TRUE, codes);
  return person;
}
