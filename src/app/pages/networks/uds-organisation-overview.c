/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a digest of an organisation in sections of rows that open what they are about. Notes, events and organisations
 * that it is tied to by hand stay in the form, which makes and removes their links. */
#include "uds-organisation-overview.h"

#include "uds-organisation-words.h"
#include "uds-reach-button.h"
#include "uds-reach.h"
#include "uds-record-summary.h"
#include "uds-related-list.h"
#include "uds-tie-rows.h"
#include "uds-tie-words.h"

#include <glib/gi18n.h>

/* How to reach it */

static void
add_contact (GtkBox      *box,
             UdsRecord   *organisation,
             UdsLanguage  language)
{
  static const char *const fields[] = { "email", "phone", "website", "address" };
  AdwPreferencesGroup *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const UdsField *field = uds_kind_lookup_field (uds_record_get_kind (organisation), fields[i], NULL);
      const char *value = uds_record_get_text (organisation, fields[i]);
      GtkWidget *row;

      if (value == NULL)
        continue;
      if (group == NULL)
        group = uds_overview_add_group (box, _("How to Reach It"));
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(field->label));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
      adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
      gtk_widget_add_css_class (row, "property");
      uds_reach_button_add_to_row (ADW_ACTION_ROW (row), uds_reach_get_way (field), value);
      adw_preferences_group_add (group, row);
    }
}

/* Sections */

static GtkWidget *
make_membership_row (gpointer    item,
                     UdsLanguage language)
{
  const UdsTie *tie = item;
  g_autofree char *facts = uds_tie_words_membership (tie, language);

  return uds_fact_row_new (tie->other, uds_record_get_title (tie->other, language), facts);
}

static GtkWidget *
make_record_row (gpointer    item,
                 UdsLanguage language)
{
  return uds_record_row_new (item, uds_record_get_title (item, language), language);
}

/* A name in both languages, with its time. */
static GtkWidget *
make_name_row (gpointer    item,
               UdsLanguage language)
{
  UdsRecord *name = item;
  const char *title = uds_record_get_title (name, language);
  const char *other = uds_record_get_text (name, language == UDS_LANGUAGE_DA ? "name_en" : "name_da");
  g_autofree char *dates = uds_record_format_dates (name, language);
  g_autofree char *both =
      other != NULL && !g_str_equal (other, title) ? g_strdup_printf ("%s · %s", title, other) : g_strdup (title);

  return uds_fact_row_new (name, both, dates);
}

/* What it is part of, and what is part of it. */
static void
add_relations (GtkBox                *box,
               UdsOrganisationDigest *digest,
               UdsLanguage            language)
{
  UdsRecord *whole = uds_organisation_digest_get_whole (digest);
  AdwPreferencesGroup *group;

  if (whole != NULL)
    {
      group = uds_overview_add_group (box, _("Part of"));
      adw_preferences_group_add (group, uds_fact_row_new (whole, uds_record_get_title (whole, language),
                                                          uds_record_get_place (whole, language)));
    }
  uds_overview_add_rows (box, _("Its Parts"), uds_organisation_digest_get_parts (digest), make_record_row, language);
}

static GtkWidget *
show_organisation (gpointer    found,
                   UdsLanguage language)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  GtkBox *lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  g_autofree char *place = uds_organisation_words_place (found, language);
  g_autofree char *name = uds_organisation_words_names (found, language);
  g_autofree char *summary = uds_organisation_words_summary (found, language);

  gtk_box_append (box, GTK_WIDGET (lines));
  uds_overview_add_line (lines, place);
  uds_overview_add_line (lines, name);
  uds_overview_add_line (lines, summary);
  add_contact (box, uds_organisation_digest_get_organisation (found), language);
  uds_tie_rows_add_people (box, uds_organisation_digest_get_roles (found), language);
  uds_overview_add_rows (box, _("Networks and projects"), uds_organisation_digest_get_memberships (found),
                         make_membership_row, language);
  uds_tie_rows_add_agreements (box, uds_organisation_digest_get_agreements (found), language);
  uds_overview_add_rows (box, _("Documents"), uds_organisation_digest_get_documents (found), make_record_row, language);
  add_relations (box, found, language);
  uds_overview_add_rows (box, _("Names over time"), uds_organisation_digest_get_names (found), make_name_row, language);
  return GTK_WIDGET (box);
}

static gpointer
read_organisation (UdsSession   *session,
                   const char   *id,
                   UdsLanguage   language,
                   GError      **error)
{
  return uds_session_digest_organisation (session, id, language, error);
}

static const char *const covered[] = {
  "membership", "contact-role", "agreement", "party", "other-name", "organisation.part_of", NULL,
};

const UdsOverview uds_organisation_overview = {
  .kind = "organisation",
  .covered = covered,
  .read = read_organisation,
  .found_free = g_object_unref,
  .show = show_organisation,
};
