/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a digest of a city in sections of rows that open what they are about. The words are src/report's, the same as
 * in the printed briefing. */
#include "uds-city-overview.h"

#include "uds-chart-view.h"
#include "uds-city-words.h"
#include "uds-city.h"
#include "uds-format.h"
#include "uds-map-chart.h"
#include "uds-record-summary.h"
#include "uds-related-list.h"
#include "uds-tie-rows.h"
#include "uds-tie-words.h"

#include <glib/gi18n.h>

typedef struct {
  UdsCityDigest *digest;
  UdsLanguage language;
  GtkBox *box;
  GtkBox *lines; /* below the name */
} Showing;

/* Heading */

static void
add_print_button (Showing *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Print Briefing…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.print");
  gtk_box_append (self->box, button);
}

/* A strip of the map; nothing where nobody knows where the city is. */
static void
add_locator (Showing *self)
{
  g_autoptr (UdsChartSpec) spec = uds_map_chart_new_locator (uds_city_digest_get_city (self->digest), self->language);
  GtkWidget *card, *map;

  if (spec == NULL)
    return;

  card = adw_bin_new ();
  map = uds_chart_view_new ();
  uds_chart_view_set_spec (UDS_CHART_VIEW (map), spec);
  adw_bin_set_child (ADW_BIN (card), map);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "chart-card");
  gtk_box_append (self->box, card);
}

/* Sections */

static GtkWidget *
make_row (Showing    *self,
          UdsRecord  *record,
          const char *facts)
{
  return uds_fact_row_new (record, uds_record_get_title (record, self->language), facts);
}

/* "Copenhagen: Member"; NULL where there is nothing of our own city to tell. */
static char *
tell_ours (Showing    *self,
           const char *fact)
{
  return fact != NULL ? g_strdup_printf ("%s: %s", uds_city_words_own_name (self->digest, self->language), fact) : NULL;
}

static void
add_memberships (Showing *self)
{
  GPtrArray *memberships = uds_city_digest_get_memberships (self->digest);
  gboolean is_own = uds_city_is_own (uds_city_digest_get_city (self->digest));
  AdwPreferencesGroup *group;

  if (memberships->len == 0)
    return;

  group = uds_overview_add_group (self->box, _("Networks and projects"));
  for (guint i = 0; i < memberships->len; i++)
    {
      const UdsTie *tie = g_ptr_array_index (memberships, i);
      g_autofree char *theirs = uds_tie_words_membership (tie, self->language);
      g_autofree char *role = is_own ? NULL : uds_city_words_own_role (tie, self->language);
      g_autofree char *ours = tell_ours (self, role);
      g_autofree char *facts = g_strjoin ("\n", theirs != NULL ? theirs : ours, theirs != NULL ? ours : NULL, NULL);

      adw_preferences_group_add (group, make_row (self, tie->other, facts));
    }
}

typedef char *(*DescribeFunc) (UdsRecord   *record,
                               UdsLanguage  language);

static void
add_records (Showing      *self,
             const char   *title,
             GPtrArray    *records,
             DescribeFunc  describe)
{
  AdwPreferencesGroup *group;

  if (records->len == 0)
    return;

  group = uds_overview_add_group (self->box, title);
  for (guint i = 0; i < records->len; i++)
    {
      UdsRecord *record = g_ptr_array_index (records, i);
      g_autofree char *facts = describe (record, self->language);

      adw_preferences_group_add (group, make_row (self, record, facts));
    }
}

static void
add_linked (Showing    *self,
            const char *title,
            const char *kind)
{
  g_autoptr (GPtrArray) records = uds_city_digest_list_linked (self->digest, kind);

  add_records (self, title, records, uds_record_format_dates);
}

static GtkWidget *
make_figure_row (Showing          *self,
                 const UdsTie *tie)
{
  UdsRecord *city = uds_city_digest_get_city (self->digest);
  g_autofree char *measure = uds_city_words_measure (tie, self->language);
  g_autofree char *theirs = uds_city_words_figure (tie, tie->record, self->language);
  g_autofree char *own = tie->own != NULL ? uds_city_words_figure (tie, tie->own, self->language) : NULL;
  g_autofree char *ours = uds_city_is_own (city) ? NULL : tell_ours (self, own);
  g_autofree char *value = g_strdup_printf ("%s: %s", uds_record_get_title (city, self->language), theirs);
  const char *const parts[] = { value, ours };
  g_autofree char *facts = uds_format_join (parts, G_N_ELEMENTS (parts));

  return uds_fact_row_new (tie->other, measure, facts);
}

static void
add_figures (Showing *self)
{
  GPtrArray *figures = uds_city_digest_get_figures (self->digest);
  AdwPreferencesGroup *group;

  if (figures->len == 0)
    return;

  group = uds_overview_add_group (self->box, _("Figures"));
  for (guint i = 0; i < figures->len; i++)
    adw_preferences_group_add (group, make_figure_row (self, g_ptr_array_index (figures, i)));
}

static GtkWidget *
show_city (gpointer    found,
           UdsLanguage language)
{
  Showing self = {
    .digest = found,
    .language = language,
    .box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24)),
    .lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3)),
  };
  g_autofree char *place = uds_city_words_place (uds_city_digest_get_city (found), language);
  g_autofree char *summary = uds_city_words_summary (found, language);
  g_autofree char *names = uds_city_words_names (found, language);

  gtk_box_append (self.box, GTK_WIDGET (self.lines));
  uds_overview_add_line (self.lines, place);
  uds_overview_add_line (self.lines, names);
  uds_overview_add_line (self.lines, summary);
  add_print_button (&self);
  add_locator (&self);
  add_memberships (&self);
  uds_tie_rows_add_agreements (self.box, uds_city_digest_get_agreements (found), language);
  uds_tie_rows_add_people (self.box, uds_city_digest_get_roles (found), language);
  add_records (&self, _("Delegations"), uds_city_digest_get_requests (found), uds_city_words_request);
  add_linked (&self, _("Events"), "event");
  add_figures (&self);
  add_linked (&self, _("What we learned"), "note");
  return GTK_WIDGET (self.box);
}

static gpointer
read_city (UdsSession   *session,
           const char   *id,
           UdsLanguage   language,
           GError      **error)
{
  return uds_session_digest_city (session, id, language, error);
}

/* Events and notes stay in the form, which makes and removes their links. */
static const char *const covered[] = { "membership", "agreement", "contact-role", "request", "comparison-value", NULL };

const UdsOverview uds_city_overview = {
  .kind = "city",
  .report = "city",
  .covered = covered,
  .read = read_city,
  .found_free = g_object_unref,
  .show = show_city,
};
