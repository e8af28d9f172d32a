/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of overviews. A new one is a line here. */
#include "uds-overview.h"

#include "uds-administration-overview.h"
#include "uds-agreement-overview.h"
#include "uds-city-overview.h"
#include "uds-network-overview.h"
#include "uds-note-overview.h"
#include "uds-organisation-overview.h"
#include "uds-person-overview.h"

static const UdsOverview *const overviews[] = {
  &uds_city_overview,
  &uds_network_overview,
  &uds_agreement_overview,
  &uds_administration_overview,
  &uds_agenda_overview,
  &uds_note_overview,
  &uds_organisation_overview,
  &uds_person_overview,
};

/**
 * uds_overview_lookup:
 * @kind: the name of a kind
 *
 * Returns: (nullable): the overview of its records; %NULL where the form says it all
 */
const UdsOverview *
uds_overview_lookup (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (overviews); i++)
    if (g_str_equal (overviews[i]->kind, kind))
      return overviews[i];

  return NULL;
}

/**
 * uds_overview_add_group:
 * @box: an overview
 * @title: the heading of a section
 *
 * Returns: (transfer none): an empty section at the end of @box
 */
AdwPreferencesGroup *
uds_overview_add_group (GtkBox     *box,
                        const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (box, group);
  return ADW_PREFERENCES_GROUP (group);
}

/**
 * uds_overview_add_rows:
 * @box: an overview
 * @title: the heading of a section
 * @items: what it lists
 * @make_row: makes the row of one
 * @language: the reader's
 *
 * A section without a row is left out.
 */
void
uds_overview_add_rows (GtkBox             *box,
                       const char         *title,
                       GPtrArray          *items,
                       UdsOverviewRowFunc  make_row,
                       UdsLanguage         language)
{
  AdwPreferencesGroup *group;

  if (items->len == 0)
    return;

  group = uds_overview_add_group (box, title);
  for (guint i = 0; i < items->len; i++)
    adw_preferences_group_add (group, make_row (g_ptr_array_index (items, i), language));
}

/**
 * uds_overview_add_line:
 * @box: a part of an overview
 * @text: (nullable): what is said of the record; %NULL for nothing
 */
void
uds_overview_add_line (GtkBox     *box,
                       const char *text)
{
  GtkWidget *label;

  if (text == NULL)
    return;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (box, label);
}
