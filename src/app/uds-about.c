/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog about the application. The sources of single records are with the records. */
#include "uds-about.h"

#include "udsyn-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * uds_about_present:
 * @parent: where the dialog belongs
 *
 * Shows the dialog about the application.
 */
void
uds_about_present (GtkWidget *parent)
{
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (adw_about_dialog_new ());

  adw_about_dialog_set_application_name (about, "Udsyn");
  adw_about_dialog_set_application_icon (about, UDSYN_APP_ID);
  adw_about_dialog_set_version (about, UDSYN_VERSION);
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (about, _("Follow a city’s goals, networks, events and delegations"));
  /* Translators: your name here, one translator a line */
  adw_about_dialog_set_translator_credits (about, _("translator-credits"));
  adw_about_dialog_add_legal_section (
      about, _("Goals, targets and indicators"), NULL, GTK_LICENSE_CUSTOM,
      _("The texts are the United Nations’, from the list of 2023. Danish texts that are our own are marked as"
        " unofficial. Udsyn is not endorsed by the United Nations, and does not use the icons of the goals."));
  adw_about_dialog_add_legal_section (
      about, _("Figures"), NULL, GTK_LICENSE_CUSTOM,
      _("From Statistics Denmark, Eurostat, the databases of the United Nations, Our World in Data and the publishers"
        " it names, C40 and CDP with the reporting year, and the City of Copenhagen. Each figure names its source."));
  adw_about_dialog_add_legal_section (
      about, _("Places"), NULL, GTK_LICENSE_CUSTOM,
      _("Coordinates of cities from GeoNames, CC BY 4.0. Centres of municipalities derived from data of"
        " Geodatastyrelsen. Outlines of the countries from Natural Earth, by way of world-atlas (ISC licence): borders"
        " as they are held, not as they are claimed."));

  adw_dialog_present (ADW_DIALOG (about), parent);
}
