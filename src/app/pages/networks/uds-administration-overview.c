/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An administration is one whatever it is called: its agendas are those of all its names. What belongs to a focus area
 * is tied to it on its own page, and told on its agenda's. */
#include "uds-administration-overview.h"

#include "uds-part-list.h"
#include "uds-record-summary.h"
#include "uds-related-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * Found:
 * @record: the administration or agenda
 * @names: (nullable) (element-type UdsRecord): the rows of the administration, each with a name and its time
 * @parts: (element-type UdsRecord): the agendas, or the focus areas
 * @facts: (element-type utf8): what is said of each of them, in the same order; "" for nothing
 */
typedef struct {
  UdsRecord *record;
  GPtrArray *names;
  GPtrArray *parts;
  GPtrArray *facts;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_object (&found->record);
  g_clear_pointer (&found->names, g_ptr_array_unref);
  g_ptr_array_unref (found->parts);
  g_ptr_array_unref (found->facts);
  g_free (found);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static GPtrArray *
list (UdsSession   *session,
      const char   *kind,
      const char   *field,
      const char   *value,
      UdsLanguage   language,
      GError      **error)
{
  g_autoptr (UdsQuery) query = uds_query_new (uds_kind_lookup (kind));

  uds_query_set_language (query, language);
  uds_query_where_is (query, field, value);
  return uds_session_list (session, query, error);
}

static Found *
read_record (UdsSession  *session,
             const char  *kind,
             const char  *id,
             GError     **error)
{
  g_autoptr (Found) found = g_new0 (Found, 1);

  found->parts = g_ptr_array_new_with_free_func (g_object_unref);
  found->facts = g_ptr_array_new_with_free_func (g_free);
  found->record = uds_session_get (session, uds_kind_lookup (kind), id, error);
  return found->record != NULL ? g_steal_pointer (&found) : NULL;
}

/* "Networks: C40 Cities, Eurocities", of one kind of what @part is tied to. */
static void
append_linked (GString       *facts,
               GPtrArray     *linked,
               const UdsKind *kind,
               UdsLanguage    language)
{
  const char *separator = ": ";

  for (guint i = 0; i < linked->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (linked, i);

      if (uds_record_get_kind (record) != kind)
        continue;
      if (g_str_equal (separator, ": "))
        g_string_append_printf (facts, "%s%s", facts->len > 0 ? "\n" : "", _(kind->label_plural));
      g_string_append_printf (facts, "%s%s", separator, uds_record_get_title (record, language));
      separator = ", ";
    }
}

static char *
describe_part (UdsSession   *session,
               UdsRecord    *part,
               UdsLanguage   language,
               GError      **error)
{
  static const char *const kinds[] = { "goal", "network", "effort" };
  g_autoptr (GPtrArray) linked = uds_session_list_linked (session, part, NULL, error);
  g_autofree char *dates = uds_record_format_dates (part, language);
  GString *facts;

  if (linked == NULL)
    return NULL;

  facts = g_string_new (dates);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    append_linked (facts, linked, uds_kind_lookup (kinds[i]), language);
  return g_string_free (facts, FALSE);
}

static gboolean
add_parts (Found        *found,
           UdsSession   *session,
           const char   *kind,
           const char   *field,
           const char   *value,
           UdsLanguage   language,
           GError      **error)
{
  g_autoptr (GPtrArray) parts = list (session, kind, field, value, language, error);

  if (parts == NULL)
    return FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      UdsRecord *part = g_ptr_array_index (parts, i);
      char *facts = describe_part (session, part, language, error);

      if (facts == NULL)
        return FALSE;
      g_ptr_array_add (found->parts, g_object_ref (part));
      g_ptr_array_add (found->facts, facts);
    }
  return TRUE;
}

static gpointer
read_administration (UdsSession   *session,
                     const char   *id,
                     UdsLanguage   language,
                     GError      **error)
{
  g_autoptr (Found) found = read_record (session, "administration", id, error);

  if (found == NULL)
    return NULL;
  found->names =
      list (session, "administration", "code", uds_record_get_text (found->record, "code"), language, error);
  if (found->names == NULL)
    return NULL;

  for (guint i = 0; i < found->names->len; i++)
    if (!add_parts (found, session, "agenda", "administration",
                    uds_record_get_id (g_ptr_array_index (found->names, i)), language, error))
      return NULL;
  return g_steal_pointer (&found);
}

static gpointer
read_agenda (UdsSession   *session,
             const char   *id,
             UdsLanguage   language,
             GError      **error)
{
  g_autoptr (Found) found = read_record (session, "agenda", id, error);

  if (found == NULL || !add_parts (found, session, "focus-area", "agenda", id, language, error))
    return NULL;
  return g_steal_pointer (&found);
}

/* Where there is only one name there is nothing to tell. */
static void
show_names (GtkBox      *box,
            const Found *found,
            UdsLanguage  language)
{
  AdwPreferencesGroup *group;

  if (found->names->len < 2)
    return;

  group = uds_overview_add_group (box, _("Names over time"));
  for (guint i = 0; i < found->names->len; i++)
    {
      UdsRecord *name = g_ptr_array_index (found->names, i);
      g_autofree char *dates = uds_record_format_dates (name, language);

      adw_preferences_group_add (group, uds_fact_row_new (name, uds_record_get_title (name, language), dates));
    }
}

static void
show_parts (GtkBox      *box,
            const Found *found,
            const char  *title,
            const char  *kind,
            const char  *owner_field,
            UdsLanguage  language)
{
  GtkWidget *parts = uds_part_list_new (title, kind, owner_field, uds_record_get_id (found->record), NULL);

  for (guint i = 0; i < found->parts->len; i++)
    {
      UdsRecord *part = g_ptr_array_index (found->parts, i);
      const char *facts = g_ptr_array_index (found->facts, i);

      uds_part_list_add (UDS_PART_LIST (parts), part, part, uds_record_get_title (part, language), facts);
    }
  gtk_box_append (box, parts);
}

static GtkWidget *
show_administration (gpointer    found,
                     UdsLanguage language)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));

  show_names (box, found, language);
  show_parts (box, found, _("International agendas"), "agenda", "administration", language);
  return GTK_WIDGET (box);
}

static GtkWidget *
show_agenda (gpointer    found,
             UdsLanguage language)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));

  show_parts (box, found, _("Focus areas"), "focus-area", "agenda", language);
  return GTK_WIDGET (box);
}

static const char *const agendas[] = { "agenda", NULL };
static const char *const focus_areas[] = { "focus-area", NULL };

const UdsOverview uds_administration_overview = {
  .kind = "administration",
  .covered = agendas,
  .read = read_administration,
  .found_free = found_free,
  .show = show_administration,
};

const UdsOverview uds_agenda_overview = {
  .kind = "agenda",
  .covered = focus_areas,
  .read = read_agenda,
  .found_free = found_free,
  .show = show_agenda,
};
