/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says what a digest of a city holds in short lines. What is in which section is the page's and the report's. */
#include "uds-city-words.h"

#include "uds-country.h"
#include "uds-format.h"
#include "uds-record-summary.h"

#include <glib/gi18n.h>

/**
 * uds_city_words_place:
 * @city: a city
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): "Germany · Europe"; %NULL where neither is known
 */
char *
uds_city_words_place (UdsRecord   *city,
                      UdsLanguage  language)
{
  g_autofree char *country = uds_record_format (city, "country", language);
  const char *const parts[] = { country, uds_record_get_localized (city, "region", language) };

  return uds_format_join (parts, G_N_ELEMENTS (parts));
}

static guint
count_shared (GPtrArray  *memberships,
              UdsLanguage language)
{
  guint n_shared = 0;

  for (guint i = 0; i < memberships->len; i++)
    {
      g_autofree char *role = uds_city_words_own_role (g_ptr_array_index (memberships, i), language);

      n_shared += role != NULL;
    }
  return n_shared;
}

/* NULL of none. */
static const char *
unless_none (const char *text,
             guint       n)
{
  return n > 0 ? text : NULL;
}

/**
 * uds_city_words_own_name:
 * @digest: a city
 * @language: the reader's
 *
 * Returns: what our own city is called beside it
 */
const char *
uds_city_words_own_name (UdsCityDigest *digest,
                         UdsLanguage    language)
{
  UdsRecord *own = uds_city_digest_get_own (digest);

  return own != NULL ? uds_record_get_title (own, language) : _("Our city");
}

/* A name and, where it is known, since or until when. */
static void
append_name (GString     *text,
             UdsRecord   *name,
             UdsLanguage  language)
{
  g_autofree char *dates = uds_record_format_dates (name, language);

  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", uds_record_get_title (name, language));
  if (dates != NULL)
    g_string_append_printf (text, " (%s)", dates);
}

/**
 * uds_city_words_names:
 * @digest: a city
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): what else it is and was called; %NULL where that is not known
 */
char *
uds_city_words_names (UdsCityDigest *digest,
                      UdsLanguage    language)
{
  GPtrArray *names = uds_city_digest_get_names (digest);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    append_name (text, g_ptr_array_index (names, i), language);
  /* Translators: other names of a city */
  return text->len > 0 ? g_strdup_printf (_("Also called %s"), text->str) : NULL;
}

/**
 * uds_city_words_summary:
 * @digest: a city
 * @language: the reader's
 *
 * Returns: (transfer full): how much there is together, in one line
 */
char *
uds_city_words_summary (UdsCityDigest *digest,
                        UdsLanguage    language)
{
  guint n_shared = count_shared (uds_city_digest_get_memberships (digest), language);
  guint n_agreements = uds_city_digest_get_agreements (digest)->len;
  guint n_people = uds_city_digest_get_roles (digest)->len;
  guint n_requests = uds_city_digest_get_requests (digest)->len;
  g_autofree char *shared = g_strdup_printf (ngettext ("%u shared network", "%u shared networks", n_shared), n_shared);
  g_autofree char *agreements =
      g_strdup_printf (ngettext ("%u agreement", "%u agreements", n_agreements), n_agreements);
  g_autofree char *people = g_strdup_printf (ngettext ("%u person we know", "%u people we know", n_people), n_people);
  g_autofree char *requests = g_strdup_printf (ngettext ("%u request", "%u requests", n_requests), n_requests);
  const char *const parts[] = {
    unless_none (shared, n_shared),
    unless_none (agreements, n_agreements),
    unless_none (people, n_people),
    unless_none (requests, n_requests),
  };
  char *summary = uds_format_join (parts, G_N_ELEMENTS (parts));

  return summary != NULL ? summary : g_strdup (_("Nothing together yet"));
}

/**
 * uds_city_words_own_role:
 * @tie: a membership of the city
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): our own city's role in the same network, or a word that it is a member; %NULL
 *   where it is none
 */
char *
uds_city_words_own_role (const UdsTie *tie,
                         UdsLanguage       language)
{
  const char *role = uds_record_get_localized (tie->other, "role", language);

  if (role == NULL && tie->own != NULL)
    role = uds_record_get_localized (tie->own, "role", language);
  if (role == NULL && tie->own != NULL)
    role = _("Member");
  return g_strdup (role);
}

/**
 * uds_city_words_request:
 * @request: a request
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): when it came and for how many; %NULL where neither is known
 */
char *
uds_city_words_request (UdsRecord   *request,
                        UdsLanguage  language)
{
  g_autofree char *dates = uds_record_format_dates (request, language);
  gint64 n_persons = uds_record_get_integer (request, "persons");
  g_autofree char *persons = NULL;

  if (n_persons > 0)
    persons = g_strdup_printf (ngettext ("%d person", "%d persons", (gulong) n_persons), (int) n_persons);
  return uds_format_join ((const char *const[]) { dates, persons }, 2);
}

/**
 * uds_city_words_figure:
 * @tie: a figure of the city
 * @value: (nullable): its record or our own city's
 * @language: the reader's
 *
 * Returns: (transfer full): the value with its unit, or a dash where there is none
 */
char *
uds_city_words_figure (const UdsTie *tie,
                       UdsRecord        *value,
                       UdsLanguage       language)
{
  int decimals = uds_record_has (tie->other, "decimals") ? (int) uds_record_get_integer (tie->other, "decimals") : 1;

  if (value == NULL || !uds_record_has (value, "value"))
    return g_strdup (UDS_FORMAT_NONE);
  return uds_format_quantity (uds_record_get_real (value, "value"), CLAMP (decimals, 0, UDS_FORMAT_DECIMALS_MAX),
                              uds_record_get_localized (tie->other, "unit", language), language);
}

/**
 * uds_city_words_measure:
 * @tie: a figure of the city
 * @language: the reader's
 *
 * Returns: (transfer full): what is measured, and the year of it
 */
char *
uds_city_words_measure (const UdsTie *tie,
                        UdsLanguage       language)
{
  g_autofree char *year = uds_record_to_string (tie->other, "year");
  const char *const parts[] = { uds_record_get_title (tie->other, language), year };

  return uds_format_join (parts, G_N_ELEMENTS (parts));
}
