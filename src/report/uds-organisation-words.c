/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says what a digest of an organisation holds in short lines. What is in which section is the page's. */
#include "uds-organisation-words.h"

#include "uds-format.h"
#include "uds-record-summary.h"

#include <glib/gi18n.h>

/**
 * uds_organisation_words_place:
 * @digest: an organisation
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): "University · Lund · Sweden · since 1666"; %NULL where nothing is known
 */
char *
uds_organisation_words_place (UdsOrganisationDigest *digest,
                              UdsLanguage            language)
{
  UdsRecord *organisation = uds_organisation_digest_get_organisation (digest);
  UdsRecord *city = uds_organisation_digest_get_city (digest);
  g_autofree char *category = uds_record_format (organisation, "category", language);
  g_autofree char *country = uds_record_format (organisation, "country", language);
  g_autofree char *dates = uds_record_format_dates (organisation, language);
  const char *const parts[] = {
    category,
    city != NULL ? uds_record_get_title (city, language) : NULL,
    uds_record_get_localized (organisation, "region", language),
    country,
    dates,
  };

  return uds_format_join (parts, G_N_ELEMENTS (parts));
}

/**
 * uds_organisation_words_names:
 * @digest: an organisation
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): what it is called in the other language; %NULL where that is the same or not
 *   known
 */
char *
uds_organisation_words_names (UdsOrganisationDigest *digest,
                              UdsLanguage            language)
{
  UdsRecord *organisation = uds_organisation_digest_get_organisation (digest);
  const char *other = uds_record_get_text (organisation, language == UDS_LANGUAGE_DA ? "name_en" : "name_da");

  if (other == NULL || g_str_equal (other, uds_record_get_title (organisation, language)))
    return NULL;
  /* Translators: a name in the other language: the Danish one for English readers */
  return g_strdup_printf (language == UDS_LANGUAGE_DA ? _("In English: %s") : _("In Danish: %s"), other);
}

/* NULL of none. */
static const char *
unless_none (const char *text,
             guint       n)
{
  return n > 0 ? text : NULL;
}

/**
 * uds_organisation_words_summary:
 * @digest: an organisation
 * @language: the reader's
 *
 * Returns: (transfer full): how much there is together, in one line
 */
char *
uds_organisation_words_summary (UdsOrganisationDigest *digest,
                                UdsLanguage            language)
{
  guint n_networks = uds_organisation_digest_get_memberships (digest)->len;
  guint n_agreements = uds_organisation_digest_get_agreements (digest)->len;
  guint n_people = uds_organisation_digest_get_roles (digest)->len;
  g_autofree char *networks =
      g_strdup_printf (ngettext ("%u membership", "%u memberships", n_networks), n_networks);
  g_autofree char *agreements =
      g_strdup_printf (ngettext ("%u agreement", "%u agreements", n_agreements), n_agreements);
  g_autofree char *people = g_strdup_printf (ngettext ("%u person we know", "%u people we know", n_people), n_people);
  const char *const parts[] = {
    unless_none (networks, n_networks),
    unless_none (agreements, n_agreements),
    unless_none (people, n_people),
  };
  char *summary = uds_format_join (parts, G_N_ELEMENTS (parts));

  return summary != NULL ? summary : g_strdup (_("Nothing together yet"));
}
