/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for each person. There are as many columns as somebody needs: what nobody has, has none. The headings are words
 * that uds-person-heading.c reads, so that the table comes in again and changes nothing. */
#include "uds-person-sheet.h"

#include "uds-person-heading.h"
#include "uds-person-parts.h"

#include <glib/gi18n.h>

/* What a column shows of a person. */
typedef enum {
  SHOWS_FIELD,
  SHOWS_ROLE_FIELD,
  SHOWS_PLACE,
  SHOWS_PLACE_KIND,
  SHOWS_POINT,
  SHOWS_LABEL,
  SHOWS_IDENTITY,
} Shows;

/* The detail is a field of the person or of the role, or a category of contact points. */
typedef struct {
  Shows shows;
  const char *detail;
  const char *da;
  const char *en;
  gboolean is_always; /* there, whether somebody has it or not */
} Part;

static const Part parts[] = {
  { SHOWS_FIELD, "name", "Navn", "Name", TRUE },
  { SHOWS_FIELD, "prefix", "Tiltaleform", "Form of address", FALSE },
  { SHOWS_FIELD, "given_name", "Fornavn", "Given name", FALSE },
  { SHOWS_FIELD, "family_name", "Efternavn", "Family name", FALSE },
  { SHOWS_FIELD, "original_name", "Navn i egen skrift", "Name in its own script", FALSE },
  { SHOWS_ROLE_FIELD, "title", "Stilling", "Job title", TRUE },
  { SHOWS_PLACE, NULL, "Organisation", "Organisation", TRUE },
  { SHOWS_PLACE_KIND, NULL, "Organisationens art", "Organisation is a", FALSE },
  { SHOWS_ROLE_FIELD, "unit", "Afdeling", "Department", FALSE },
  { SHOWS_ROLE_FIELD, "valid_from", "Stilling fra", "Position from", FALSE },
  { SHOWS_ROLE_FIELD, "valid_to", "Stilling til", "Position until", FALSE },
  { SHOWS_POINT, "email", "E-mail", "E-mail", TRUE },
  { SHOWS_LABEL, "email", "E-mail-betegnelse", "E-mail label", FALSE },
  { SHOWS_POINT, "phone", "Telefon", "Telephone", TRUE },
  { SHOWS_LABEL, "phone", "Telefonbetegnelse", "Telephone label", FALSE },
  { SHOWS_POINT, "address", "Adresse", "Address", FALSE },
  { SHOWS_LABEL, "address", "Adressebetegnelse", "Address label", FALSE },
  { SHOWS_POINT, "website", "Hjemmeside", "Website", FALSE },
  { SHOWS_LABEL, "website", "Hjemmesidebetegnelse", "Website label", FALSE },
  { SHOWS_FIELD, "language", "Foretrukket sprog", "Preferred language", FALSE },
  { SHOWS_FIELD, "informed_on", "Informeret om brug af data", "Informed about data use on", FALSE },
  { SHOWS_FIELD, "note", "Note", "Note", FALSE },
  { SHOWS_IDENTITY, NULL, "Identifikation", "Identifier", TRUE },
};

/* The places of roles and points in @parts. */
#define FIRST_OF_ROLE 5
#define LAST_OF_ROLE 10
#define LAST_OF_POINT 18

typedef struct {
  UdsRecord *contact;
  GPtrArray *roles;
  GPtrArray *points;
} Person;

static void
person_clear (Person *self)
{
  g_clear_pointer (&self->roles, g_ptr_array_unref);
  g_clear_pointer (&self->points, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Person, person_clear)

typedef struct {
  UdsPersonParts *parts;
  UdsLanguage language;
  UdsSheet *sheet;
  guint n_needed[G_N_ELEMENTS (parts)]; /* the most that one person has of a part */
  GError *error;
} Making;

/* Reading */

/* Those that go on stand first, then the latest. */
static int
compare_roles (gconstpointer a,
               gconstpointer b)
{
  UdsRecord *first = *(UdsRecord *const *) a, *second = *(UdsRecord *const *) b;
  int order = uds_record_has (first, "valid_to") - uds_record_has (second, "valid_to");

  if (order == 0)
    order = -g_strcmp0 (uds_record_get_text (first, "valid_from"), uds_record_get_text (second, "valid_from"));
  if (order == 0)
    order = g_strcmp0 (uds_record_get_text (first, "title"), uds_record_get_text (second, "title"));
  return order != 0 ? order : g_strcmp0 (uds_record_get_id (first), uds_record_get_id (second));
}

static gboolean
read_person (Making    *self,
             UdsRecord *contact,
             Person    *person)
{
  person->contact = contact;
  person->points = uds_person_parts_list (self->parts, "contact-point", contact, &self->error);
  if (person->points == NULL)
    return FALSE;
  person->roles = uds_person_parts_list (self->parts, "contact-role", contact, &self->error);
  if (person->roles == NULL)
    return FALSE;
  g_ptr_array_sort (person->roles, compare_roles);
  return TRUE;
}

/* The one of a category that stands with the person counts first. */
static const char *
get_point (const Person *person,
           const char   *category,
           guint         index,
           UdsRecord   **point)
{
  gboolean stands_with_person = g_str_equal (category, "email") || g_str_equal (category, "phone");
  const char *own = stands_with_person ? uds_record_get_text (person->contact, category) : NULL;

  *point = NULL;
  if (own != NULL && index == 0)
    return own;
  index -= own != NULL;
  for (guint i = 0; i < person->points->len; i++)
    {
      UdsRecord *one = g_ptr_array_index (person->points, i);

      if (g_strcmp0 (uds_record_get_text (one, "category"), category) != 0 || index-- > 0)
        continue;
      *point = one;
      return uds_record_get_text (one, "value");
    }
  return NULL;
}

static const char *
get_role_text (Making       *self,
               const Part   *part,
               const Person *person,
               guint         index)
{
  UdsRecord *role = index < person->roles->len ? g_ptr_array_index (person->roles, index) : NULL;
  const char *kind, *name;

  if (role == NULL)
    return NULL;
  if (part->shows == SHOWS_ROLE_FIELD)
    return uds_record_get_text (role, part->detail);
  if (self->error != NULL || !uds_person_parts_find_place (self->parts, role, &kind, &name, &self->error))
    return NULL;
  if (part->shows == SHOWS_PLACE)
    return name;
  return uds_person_name_place_kind (kind, self->language);
}

/* What the person has in the column of @part with the number @index, from 0. */
static char *
get_text (Making       *self,
          const Part   *part,
          const Person *person,
          guint         index)
{
  UdsRecord *point;
  const char *text;

  switch (part->shows)
    {
    case SHOWS_ROLE_FIELD:
    case SHOWS_PLACE:
    case SHOWS_PLACE_KIND:
      return g_strdup (get_role_text (self, part, person, index));

    case SHOWS_POINT:
      return g_strdup (get_point (person, part->detail, index, &point));

    case SHOWS_LABEL:
      get_point (person, part->detail, index, &point);
      return point != NULL ? g_strdup (uds_record_get_text (point, "label")) : NULL;

    case SHOWS_IDENTITY:
      text = uds_record_get_text (person->contact, "uid");
      return text != NULL ? g_strdup (text) : g_strconcat ("urn:uuid:", uds_record_get_id (person->contact), NULL);

    case SHOWS_FIELD:
    default:
      return index == 0 ? g_strdup (uds_record_get_text (person->contact, part->detail)) : NULL;
    }
}

/* Columns */

static gboolean
is_repeated (guint part)
{
  return part >= FIRST_OF_ROLE && part <= LAST_OF_POINT;
}

static void
count_needed (Making       *self,
              const Person *person)
{
  guint most = 1 + MAX (person->roles->len, person->points->len);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint j = 0; j < (is_repeated (i) ? most : 1); j++)
      {
        g_autofree char *text = get_text (self, &parts[i], person, j);

        if (text != NULL)
          self->n_needed[i] = MAX (self->n_needed[i], j + 1);
      }
}

static guint
get_most (const Making *self,
          guint         first,
          guint         last)
{
  guint most = 0;

  for (guint i = first; i <= last; i++)
    most = MAX (most, self->n_needed[i]);
  return most;
}

/* Several roles are told apart by their numbers from the first. An address needs none where it is the first. */
static void
add_column (Making *self,
            guint   part,
            guint   index,
            guint   n_columns)
{
  const char *words = self->language == UDS_LANGUAGE_DA ? parts[part].da : parts[part].en;
  gboolean is_role = part >= FIRST_OF_ROLE && part <= LAST_OF_ROLE;
  gboolean is_numbered = is_role ? n_columns > 1 : index > 0;
  g_autofree char *heading = is_numbered ? g_strdup_printf ("%s %u", words, index + 1) : g_strdup (words);

  uds_sheet_add_column (self->sheet, heading, UDS_FORMAT_SHORTEST);
}

typedef void (*ColumnFunc) (Making  *self,
                            guint    part,
                            guint    index,
                            gpointer data);

/* What stands beside a part, each time there is one more of it. */
static guint
get_last_beside (guint part)
{
  if (part == FIRST_OF_ROLE)
    return LAST_OF_ROLE;
  return parts[part].shows == SHOWS_POINT ? part + 1 : part;
}

/* All columns from the left; those of a role, and an address with its label, stand together. */
static void
for_each_column (Making     *self,
                 ColumnFunc  func,
                 gpointer    data)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts);)
    {
      guint last = get_last_beside (i);
      guint most = MAX (get_most (self, i, last), parts[i].is_always);

      for (guint j = 0; j < most; j++)
        for (guint k = i; k <= last; k++)
          if (self->n_needed[k] > 0 || parts[k].is_always)
            func (self, k, j, data);
      i = last + 1;
    }
}

static void
add_heading (Making  *self,
             guint    part,
             guint    index,
             gpointer data)
{
  add_column (self, part, index, get_most (self, FIRST_OF_ROLE, LAST_OF_ROLE));
}

static void
add_cell (Making  *self,
          guint    part,
          guint    index,
          gpointer data)
{
  g_autofree char *text = get_text (self, &parts[part], data, index);

  if (text == NULL)
    uds_sheet_append_none (self->sheet);
  else if (g_strcmp0 (parts[part].detail, "informed_on") == 0)
    uds_sheet_append_date (self->sheet, text);
  else
    uds_sheet_append_text (self->sheet, text);
}

/* Rows */

typedef void (*PersonFunc) (Making       *self,
                            const Person *person);

static void
add_row (Making       *self,
         const Person *person)
{
  for_each_column (self, add_cell, (gpointer) person);
}

static gboolean
for_each_person (Making       *self,
                 GPtrArray    *contacts,
                 PersonFunc    func,
                 int          *n_done,
                 GCancellable *cancellable)
{
  for (guint i = 0; i < contacts->len && self->error == NULL; i++)
    {
      g_auto (Person) person = { NULL };

      if (g_cancellable_set_error_if_cancelled (cancellable, &self->error)
          || !read_person (self, g_ptr_array_index (contacts, i), &person))
        return FALSE;
      func (self, &person);
      if (n_done != NULL)
        g_atomic_int_inc (n_done);
    }
  return self->error == NULL;
}

static gboolean
make (Making       *self,
      GPtrArray    *contacts,
      int          *n_done,
      GCancellable *cancellable)
{
  if (!for_each_person (self, contacts, count_needed, NULL, cancellable))
    return FALSE;
  for_each_column (self, add_heading, NULL);
  return for_each_person (self, contacts, add_row, n_done, cancellable);
}

/**
 * uds_person_sheet_new:
 * @session: a session
 * @query: which contacts, in which order
 * @language: of the headings and of the names of places
 * @n_done: (nullable): where another thread can see how many rows there are already, atomically
 * @cancellable: (nullable): to give up
 * @error: what went wrong, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the people, one in each row
 */
UdsSheet *
uds_person_sheet_new (UdsSession    *session,
                      UdsQuery      *query,
                      UdsLanguage    language,
                      int           *n_done,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (UdsSheet) sheet = uds_sheet_new (_(uds_query_get_kind (query)->label_plural), language);
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (UdsPersonParts) person_parts = NULL;
  Making self = { .sheet = sheet, .language = language };

  uds_query_set_long_text (query, TRUE);
  contacts = uds_session_list (session, query, error);
  if (contacts == NULL)
    return NULL;
  self.parts = person_parts = uds_person_parts_new (session, language, contacts->len, error);
  if (person_parts == NULL)
    return NULL;

  if (make (&self, contacts, n_done, cancellable))
    return g_steal_pointer (&sheet);
  g_propagate_error (error, self.error);
  return NULL;
}
