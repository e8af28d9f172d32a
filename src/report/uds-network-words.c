/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says what a digest of a network holds in short lines. What is in which section is the page's and the report's. */
#include "uds-network-words.h"

#include "uds-format.h"
#include "uds-record-summary.h"

#include <glib/gi18n.h>

/* So many are named; how many more there are is said. */
#define MAX_SOURCES 3

/**
 * uds_network_words_summary:
 * @digest: a network
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): "City network · since 2005 · part of C40 Cities"; %NULL where nothing is known
 */
char *
uds_network_words_summary (UdsNetworkDigest *digest,
                           UdsLanguage       language)
{
  UdsRecord *network = uds_network_digest_get_network (digest);
  UdsRecord *whole = uds_network_digest_get_whole (digest);
  g_autofree char *category = uds_record_format (network, "category", language);
  g_autofree char *dates = uds_record_format_dates (network, language);
  /* Translators: the name of a network that this one is a group of */
  g_autofree char *part =
      whole != NULL ? g_strdup_printf (_("part of %s"), uds_record_get_title (whole, language)) : NULL;
  const char *const parts[] = { category, dates, part };

  return uds_format_join (parts, G_N_ELEMENTS (parts));
}

/**
 * uds_network_words_responsible:
 * @digest: a network
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): which administration is responsible; %NULL where that is not known
 */
char *
uds_network_words_responsible (UdsNetworkDigest *digest,
                               UdsLanguage       language)
{
  UdsRecord *administration = uds_network_digest_get_administration (digest);

  if (administration == NULL)
    return NULL;
  /* Translators: the name of an administration */
  return g_strdup_printf (_("Responsible: %s"), uds_record_get_title (administration, language));
}

/**
 * uds_network_words_own_role:
 * @digest: a network
 * @language: the reader's
 *
 * Returns: (nullable): what is said of the city's role in the network itself; %NULL where a membership says the same
 *   with its time, or nothing is said
 */
const char *
uds_network_words_own_role (UdsNetworkDigest *digest,
                            UdsLanguage       language)
{
  const char *role = uds_record_get_localized (uds_network_digest_get_network (digest), "role", language);
  g_autoptr (GPtrArray) own = uds_network_digest_list_own (digest);

  for (guint i = 0; i < own->len; i++)
    {
      const UdsNetworkMember *member = g_ptr_array_index (own, i);

      if (g_strcmp0 (uds_record_get_localized (member->membership, "role", language), role) == 0)
        return NULL;
    }
  return role;
}

/**
 * uds_network_words_purposes:
 * @digest: a network
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): the purposes it serves, in one line; %NULL where none is known
 */
char *
uds_network_words_purposes (UdsNetworkDigest *digest,
                            UdsLanguage       language)
{
  g_autoptr (GPtrArray) purposes = uds_network_digest_list_linked (digest, "purpose");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < purposes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            uds_record_get_title (g_ptr_array_index (purposes, i), language));
  /* Translators: the purposes that a network serves */
  return text->len > 0 ? g_strdup_printf (_("Purposes: %s"), text->str) : NULL;
}

/* Who says who its members are, each source once. */
static char *
tell_sources (GPtrArray *members)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autofree char *named = NULL;
  guint n_more;

  for (guint i = 0; i < members->len; i++)
    {
      UdsRecord *membership = ((const UdsNetworkMember *) g_ptr_array_index (members, i))->membership;
      const char *source = uds_record_get_text (membership, "source");

      if (source != NULL && !g_ptr_array_find_with_equal_func (sources, source, g_str_equal, NULL))
        g_ptr_array_add (sources, (gpointer) source);
    }
  if (sources->len == 0)
    return NULL;

  n_more = sources->len - MIN (sources->len, MAX_SOURCES);
  g_ptr_array_set_size (sources, (int) (sources->len - n_more));
  g_ptr_array_add (sources, NULL);
  named = g_strjoinv ("; ", (char **) sources->pdata);
  if (n_more > 0)
    /* Translators: where a count comes from: some sources, and how many more there are */
    return g_strdup_printf (ngettext ("Source: %1$s, and %2$u more", "Source: %1$s, and %2$u more", n_more), named,
                            n_more);
  /* Translators: where a count comes from */
  return g_strdup_printf (_("Source: %s"), named);
}

static guint
count_guessed (GPtrArray *members)
{
  guint n_guessed = 0;

  for (guint i = 0; i < members->len; i++)
    n_guessed += !uds_network_member_is_since_known (g_ptr_array_index (members, i));
  return n_guessed;
}

/**
 * uds_network_words_members_on:
 * @digest: a network
 * @day: a whole date
 * @language: the reader's
 *
 * Returns: (transfer full): how many members it had on @day, of how many of them that is a guess, and who says so
 */
char *
uds_network_words_members_on (UdsNetworkDigest *digest,
                              const UdsDate    *day,
                              UdsLanguage       language)
{
  g_autoptr (GPtrArray) members = uds_network_digest_list_members_on (digest, day);
  guint n_guessed = count_guessed (members);
  g_autofree char *date = uds_date_format (day, language);
  /* Translators: so many, on a date */
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u member on %s.", "%u members on %s.", members->len), members->len, date);
  g_autofree char *guessed =
      g_strdup_printf (ngettext ("Since when is not known of %u.", "Since when is not known of %u.", n_guessed),
                       n_guessed);
  g_autofree char *sources = tell_sources (members);

  return g_strconcat (count, n_guessed > 0 ? " " : "", n_guessed > 0 ? guessed : "", sources != NULL ? " " : "",
                      sources, NULL);
}

/* What it is called now, where that is not what it was called then. */
static char *
tell_new_name (const UdsNetworkMember *member,
               const UdsDate          *day,
               UdsLanguage             language)
{
  const char *now = member->member != NULL ? uds_record_get_title (member->member, language) : NULL;

  if (now == NULL || g_str_equal (now, uds_network_member_get_name_on (member, day, language)))
    return NULL;
  /* Translators: the name of a city or an organisation */
  return g_strdup_printf (_("now %s"), now);
}

/**
 * uds_network_words_member:
 * @member: a member
 * @day: a whole date
 * @language: the reader's
 *
 * Returns: (transfer full): as what it was a member on @day, and since when
 */
char *
uds_network_words_member (const UdsNetworkMember *member,
                          const UdsDate          *day,
                          UdsLanguage             language)
{
  UdsRecord *membership = member->membership;
  g_autofree char *name = tell_new_name (member, day, language);
  g_autofree char *dates = uds_record_format_dates (membership, language);
  gboolean is_doubted = uds_record_has (membership, "confirmed") && !uds_record_get_integer (membership, "confirmed");
  const char *const parts[] = {
    name,
    uds_record_get_localized (membership, "role", language),
    dates,
    uds_network_member_is_since_known (member) ? NULL : _("since when is not known"),
    is_doubted ? _("not confirmed") : NULL,
  };

  return uds_format_join (parts, G_N_ELEMENTS (parts));
}

/**
 * uds_network_words_figure:
 * @figure: a figure of a network
 * @language: the reader's
 *
 * Returns: (transfer full): what it counts, and how many: "Member cities: 94"
 */
char *
uds_network_words_figure (UdsRecord   *figure,
                          UdsLanguage  language)
{
  g_autofree char *value = uds_record_format (figure, "value", language);

  return g_strdup_printf ("%s: %s", uds_record_get_title (figure, language), value);
}

/**
 * uds_network_words_figure_source:
 * @figure: a figure of a network
 * @language: the reader's
 *
 * Returns: (transfer full): of when it is and who says so; where either is not known, that
 */
char *
uds_network_words_figure_source (UdsRecord   *figure,
                                 UdsLanguage  language)
{
  g_autofree char *date = uds_record_format (figure, "date", language);
  const char *source = uds_record_get_text (figure, "source");
  const char *const parts[] = {
    date != NULL ? date : _("date not known"),
    uds_record_get_localized (figure, "note", language),
    source != NULL ? source : _("source not known"),
  };

  return uds_format_join (parts, G_N_ELEMENTS (parts));
}
