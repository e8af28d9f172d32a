/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a digest of a network: who its members are on a day that is chosen, its groups, its figures with date and
 * source, what it serves and what came of it. The words are src/report's, the same as in the printed directory. Goals
 * and purposes stay in the form too, which makes and removes their links. */
#include "uds-network-overview.h"

#include "uds-day-row.h"
#include "uds-format.h"
#include "uds-goal-badge.h"
#include "uds-list-filter.h"
#include "uds-network-words.h"
#include "uds-part-list.h"
#include "uds-record-summary.h"
#include "uds-related-list.h"
#include "uds-text-view.h"

#include <glib/gi18n.h>

/* So many members stand on the page; all of them in the list. */
#define MAX_MEMBERS 12
#define BADGE 32
#define OUTCOME_LEVEL 3 /* of the headings within the text */

/* The members on a day, and the row in which it is chosen. */
typedef struct {
  UdsNetworkDigest *digest;
  UdsLanguage language;
  AdwPreferencesGroup *group;
  AdwBin *place; /* of the members */
} Members;

static void
members_free (gpointer  data,
              GClosure *closure)
{
  Members *self = data;

  g_object_unref (self->digest);
  g_free (self);
}

/* Opens the list with the network and the day as its filter. */
static GtkWidget *
make_list_button (Members       *self,
                  const UdsKind *kind,
                  guint          n_members,
                  const UdsDate *day)
{
  g_autofree char *count = uds_format_number (n_members, 0, self->language);
  g_autofree char *label = g_strdup_printf ("%s (%s)", _(kind->label_plural), count);
  g_autofree char *date = uds_date_to_string (day);
  g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("{ss}"), NULL, 0));
  g_autoptr (GVariant) network = g_variant_ref_sink (
      uds_list_filter_with (none, "network", uds_record_get_id (uds_network_digest_get_network (self->digest))));
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, _("List all of them"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.list");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(s@a{ss})", kind->name,
                                    uds_list_filter_with (network, UDS_FACET_DAY, date));
  return button;
}

static guint
count_kind (GPtrArray  *members,
            const char *kind)
{
  guint n_members = 0;

  for (guint i = 0; i < members->len; i++)
    n_members += uds_record_has (((const UdsNetworkMember *) g_ptr_array_index (members, i))->membership, kind);
  return n_members;
}

static GtkWidget *
make_list_buttons (Members       *self,
                   GPtrArray     *members,
                   const UdsDate *day)
{
  static const char *const kinds[] = { "city", "organisation" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n_members = count_kind (members, kinds[i]);

      if (n_members > 0)
        gtk_box_append (GTK_BOX (box), make_list_button (self, uds_kind_lookup (kinds[i]), n_members, day));
    }
  return box;
}

static GtkWidget *
make_list (Members       *self,
           GPtrArray     *members,
           const UdsDate *day)
{
  static const char *const choices[] = { "city", "organisation", NULL };
  const char *network = uds_record_get_id (uds_network_digest_get_network (self->digest));
  GtkWidget *list = uds_part_list_new (_("Members"), "membership", "network", network, choices);

  for (guint i = 0; i < MIN (members->len, MAX_MEMBERS); i++)
    {
      const UdsNetworkMember *member = g_ptr_array_index (members, i);
      UdsRecord *opened = member->member != NULL ? member->member : member->membership;
      g_autofree char *facts = uds_network_words_member (member, day, self->language);

      uds_part_list_add (UDS_PART_LIST (list), member->membership, opened,
                         uds_network_member_get_name_on (member, day, self->language), facts);
    }
  return list;
}

static void
show_members (Members       *self,
              const UdsDate *day)
{
  g_autoptr (GPtrArray) members = uds_network_digest_list_members_on (self->digest, day);
  g_autofree char *words = uds_network_words_members_on (self->digest, day, self->language);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  adw_preferences_group_set_description (self->group, words);
  gtk_box_append (GTK_BOX (box), make_list (self, members, day));
  if (members->len > MAX_MEMBERS)
    gtk_box_append (GTK_BOX (box), make_list_buttons (self, members, day));
  adw_bin_set_child (self->place, box);
}

/* The day that is shown until another is chosen. */
static UdsDate
get_first_day (UdsNetworkDigest *digest)
{
  UdsDate today = uds_network_digest_get_today (digest);

  return uds_network_digest_limit_day (digest, &today);
}

static void
on_day_changed (UdsDayRow *row,
                gpointer   data)
{
  Members *self = data;
  UdsDate day;

  if (!uds_day_row_get_day (row, &day))
    day = get_first_day (self->digest);
  show_members (self, &day);
}

static void
add_members (GtkBox           *box,
             UdsNetworkDigest *digest,
             UdsLanguage       language)
{
  Members *self;
  UdsDate day = get_first_day (digest);
  GtkWidget *row;

  if (uds_network_digest_get_members (digest)->len == 0)
    return;

  self = g_new (Members, 1);
  *self = (Members) {
    .digest = g_object_ref (digest),
    .language = language,
    .group = uds_overview_add_group (box, _("Who was a member when")),
    .place = ADW_BIN (adw_bin_new ()),
  };
  /* Translators: the day on which one wants to know who the members were */
  row = uds_day_row_new (_("On the Day"));
  uds_day_row_set_day (UDS_DAY_ROW (row), &day);
  adw_preferences_group_add (self->group, row);
  gtk_box_append (box, GTK_WIDGET (self->place));
  show_members (self, &day);
  g_signal_connect_data (row, "day-changed", G_CALLBACK (on_day_changed), self, members_free, G_CONNECT_DEFAULT);
}

/* Other sections */

static void
add_own_roles (GtkBox           *box,
               UdsNetworkDigest *digest,
               UdsLanguage       language)
{
  g_autoptr (GPtrArray) own = uds_network_digest_list_own (digest);
  const char *said = uds_network_words_own_role (digest, language);
  UdsDate today = uds_network_digest_get_today (digest);
  AdwPreferencesGroup *group;

  if (own->len == 0 && said == NULL)
    return;

  group = uds_overview_add_group (box, _("Copenhagen’s role"));
  adw_preferences_group_set_description (group, said);
  for (guint i = 0; i < own->len; i++)
    {
      const UdsNetworkMember *member = g_ptr_array_index (own, i);
      const char *role = uds_record_get_localized (member->membership, "role", language);
      g_autofree char *facts = uds_record_format_dates (member->membership, language);
      const char *name = uds_network_member_get_name_on (member, &today, language);

      adw_preferences_group_add (group, uds_fact_row_new (member->membership, role != NULL ? role : name,
                                                          facts != NULL ? facts : _("since when is not known")));
    }
}

static void
add_figures (GtkBox           *box,
             UdsNetworkDigest *digest,
             UdsLanguage       language)
{
  GPtrArray *figures = uds_network_digest_get_figures (digest);
  const char *network = uds_record_get_id (uds_network_digest_get_network (digest));
  GtkWidget *list;

  if (figures->len == 0)
    return;

  list = uds_part_list_new (_("Members, fees and hours in figures"), "network-figure", "network", network, NULL);
  gtk_box_append (box, list);
  for (guint i = 0; i < figures->len; i++)
    {
      UdsRecord *figure = g_ptr_array_index (figures, i);
      g_autofree char *value = uds_network_words_figure (figure, language);
      g_autofree char *source = uds_network_words_figure_source (figure, language);

      uds_part_list_add (UDS_PART_LIST (list), figure, figure, value, source);
    }
}

static GtkWidget *
make_group_row (gpointer    item,
                UdsLanguage language)
{
  const char *role = uds_record_get_localized (item, "role", language);

  return uds_fact_row_new (item, uds_record_get_title (item, language), role);
}

/* What it serves, and what came of it */

static GtkWidget *
make_goal_row (UdsRecord   *goal,
               UdsLanguage  language)
{
  GtkWidget *row = uds_fact_row_new (goal, uds_record_get_title (goal, language), NULL);
  GtkWidget *badge = uds_goal_badge_new (BADGE);

  uds_goal_badge_set_goal (UDS_GOAL_BADGE (badge), goal);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), badge);
  return row;
}

static void
add_served (GtkBox           *box,
            UdsNetworkDigest *digest,
            UdsLanguage       language)
{
  g_autoptr (GPtrArray) goals = uds_network_digest_list_linked (digest, "goal");
  g_autofree char *purposes = uds_network_words_purposes (digest, language);
  AdwPreferencesGroup *group;

  if (goals->len == 0 && purposes == NULL)
    return;

  group = uds_overview_add_group (box, _("What it serves"));
  adw_preferences_group_set_description (group, purposes);
  for (guint i = 0; i < goals->len; i++)
    adw_preferences_group_add (group, make_goal_row (g_ptr_array_index (goals, i), language));
}

static void
add_outcome (GtkBox           *box,
             UdsNetworkDigest *digest,
             UdsLanguage       language)
{
  const char *outcome = uds_record_get_localized (uds_network_digest_get_network (digest), "outcome", language);
  AdwPreferencesGroup *group;

  if (outcome == NULL)
    return;
  group = uds_overview_add_group (box, _("What came of it"));
  adw_preferences_group_add (group, uds_text_view_new (outcome, OUTCOME_LEVEL));
}

static GtkWidget *
show_network (gpointer    found,
              UdsLanguage language)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  GtkBox *lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  g_autofree char *summary = uds_network_words_summary (found, language);
  g_autofree char *responsible = uds_network_words_responsible (found, language);

  gtk_box_append (box, GTK_WIDGET (lines));
  uds_overview_add_line (lines, summary);
  uds_overview_add_line (lines, responsible);
  add_served (box, found, language);
  add_outcome (box, found, language);
  add_own_roles (box, found, language);
  add_members (box, found, language);
  add_figures (box, found, language);
  uds_overview_add_rows (box, _("Groups"), uds_network_digest_get_groups (found), make_group_row, language);
  return GTK_WIDGET (box);
}

static gpointer
read_network (UdsSession   *session,
              const char   *id,
              UdsLanguage   language,
              GError      **error)
{
  return uds_session_digest_network (session, id, language, error);
}

static const char *const covered[] = { "membership", "network-figure", "network", NULL };

const UdsOverview uds_network_overview = {
  .kind = "network",
  .report = "networks",
  .covered = covered,
  .read = read_network,
  .found_free = g_object_unref,
  .show = show_network,
};
