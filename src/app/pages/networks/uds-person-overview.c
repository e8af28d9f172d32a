/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's roles over time, those that go on first, and further addresses. Each is removed where it stands; what is
 * added is in the form's menu. */
#include "uds-person-overview.h"

#include "uds-format.h"
#include "uds-part-list.h"
#include "uds-record-details.h"
#include "uds-record-summary.h"
#include "uds-ties.h"

#include <glib/gi18n.h>

/**
 * Found:
 * @person: the person
 * @roles: (element-type UdsRecord): their roles
 * @places: (element-type UdsRecord): what each is at, in the same order; the role itself where it is at nothing
 * @points: (element-type UdsRecord): their contact points
 */
typedef struct {
  UdsRecord *person;
  GPtrArray *roles;
  GPtrArray *places;
  GPtrArray *points;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_object (&found->person);
  g_clear_pointer (&found->roles, g_ptr_array_unref);
  g_ptr_array_unref (found->places);
  g_clear_pointer (&found->points, g_ptr_array_unref);
  g_free (found);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static gboolean
add_place (Found       *found,
           UdsSession  *session,
           UdsRecord   *role,
           GError     **error)
{
  static const char *const kinds[] = { "organisation", "city", "network" };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *id = uds_record_get_text (role, kinds[i]);
      UdsRecord *place;

      if (id == NULL)
        continue;
      place = uds_session_get (session, uds_kind_lookup (kinds[i]), id, error);
      if (place == NULL)
        return FALSE;
      g_ptr_array_add (found->places, place);
      return TRUE;
    }
  g_ptr_array_add (found->places, g_object_ref (role));
  return TRUE;
}

static int
compare_roles (gconstpointer a,
               gconstpointer b)
{
  UdsRecord *first = (UdsRecord *) a, *second = (UdsRecord *) b;
  int order = uds_record_has (first, "valid_to") - uds_record_has (second, "valid_to");

  return order != 0 ? order
                    : g_strcmp0 (uds_record_get_text (second, "valid_from"), uds_record_get_text (first, "valid_from"));
}

static gpointer
read_person (UdsSession   *session,
             const char   *id,
             UdsLanguage   language,
             GError      **error)
{
  g_autoptr (Found) found = g_new0 (Found, 1);

  found->places = g_ptr_array_new_with_free_func (g_object_unref);
  found->person = uds_session_get (session, uds_kind_lookup ("contact"), id, error);
  if (found->person == NULL)
    return NULL;
  found->points = uds_session_list_of (session, "contact-point", "contact", found->person, language, error);
  if (found->points == NULL)
    return NULL;
  found->roles = uds_session_list_of (session, "contact-role", "contact", found->person, language, error);
  if (found->roles == NULL)
    return NULL;

  g_ptr_array_sort_values (found->roles, compare_roles);
  for (guint i = 0; i < found->roles->len; i++)
    if (!add_place (found, session, g_ptr_array_index (found->roles, i), error))
      return NULL;
  return g_steal_pointer (&found);
}

/* What somebody is there, else where that is. */
static char *
make_role_title (UdsRecord   *role,
                 UdsRecord   *place,
                 UdsLanguage  language)
{
  const char *title = uds_record_get_text (role, "title");
  const char *unit = uds_record_get_text (role, "unit");
  const char *const parts[] = {
    title,
    place != role ? uds_record_get_title (place, language) : NULL,
    unit,
  };
  char *text = uds_format_join (parts, G_N_ELEMENTS (parts));

  return text != NULL ? text : g_strdup (_("Role of a person"));
}

static void
add_roles (GtkBox      *box,
           const Found *found,
           UdsLanguage  language)
{
  GtkWidget *list;

  if (found->roles->len == 0)
    return;

  list = uds_part_list_new (_("Roles"), "contact-role", "contact", uds_record_get_id (found->person), NULL);
  gtk_box_append (box, list);
  for (guint i = 0; i < found->roles->len; i++)
    {
      UdsRecord *role = g_ptr_array_index (found->roles, i);
      g_autofree char *title = make_role_title (role, g_ptr_array_index (found->places, i), language);
      g_autofree char *dates = uds_record_format_dates (role, language);

      uds_part_list_add (UDS_PART_LIST (list), role, role, title, dates);
    }
}

static void
add_points (GtkBox      *box,
            const Found *found,
            UdsLanguage  language)
{
  GtkWidget *list;

  if (found->points->len == 0)
    return;

  list = uds_part_list_new (_("Contact points"), "contact-point", "contact", uds_record_get_id (found->person), NULL);
  gtk_box_append (box, list);
  for (guint i = 0; i < found->points->len; i++)
    {
      UdsRecord *point = g_ptr_array_index (found->points, i);
      g_autofree char *category = uds_record_format (point, "category", language);
      const char *const parts[] = { category, uds_record_get_text (point, "label") };
      g_autofree char *facts = uds_format_join (parts, G_N_ELEMENTS (parts));

      uds_part_list_add (UDS_PART_LIST (list), point, point, uds_record_get_title (point, language), facts);
    }
}

static GtkWidget *
show_person (gpointer    data,
             UdsLanguage language)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));

  add_roles (box, data, language);
  add_points (box, data, language);
  return GTK_WIDGET (box);
}

static const char *const covered[] = { "contact-role", "contact-point", NULL };

const UdsOverview uds_person_overview = {
  .kind = "contact",
  .covered = covered,
  .read = read_person,
  .found_free = found_free,
  .show = show_person,
};
