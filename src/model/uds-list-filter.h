/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list of the directory is filtered by: the facets that a kind has, what there is to choose of each, and what is
 * chosen as a value that settings keep. */
#pragma once

#include "uds-session.h"

G_BEGIN_DECLS

/**
 * UDS_LIST_FILTER_TYPE:
 *
 * The type of a filter: the name of a facet → what is chosen of it. A facet that is not in it lets everything pass, and
 * one that a kind does not have is left for those that do.
 */
#define UDS_LIST_FILTER_TYPE G_VARIANT_TYPE ("a{ss}")

/**
 * UDS_FACET_DAY:
 *
 * The facet that is a day, ISO: what was in force then. Whoever is asked for by what somebody is part of, is asked for
 * today where no day is chosen.
 */
#define UDS_FACET_DAY "day"

/**
 * UdsFacetWay:
 * @UDS_CHOICES_NONE: there is no list to choose from
 * @UDS_CHOICES_KNOWN: all that the field can hold
 * @UDS_CHOICES_VALUES: what the field holds in some record
 * @UDS_CHOICES_RECORDS: the records of the kind that is called as the facet is
 * @UDS_CHOICES_CODES: the same, each by its code once where there are rows for the names of different times
 * @UDS_CHOICES_LINKED: those of the records of that kind that records of the listed kind are linked to
 * @UDS_CHOICES_YEARS: the years from the latest date to the earliest
 *
 * What there is to choose of a facet.
 */
typedef enum {
  UDS_CHOICES_NONE,
  UDS_CHOICES_KNOWN,
  UDS_CHOICES_VALUES,
  UDS_CHOICES_RECORDS,
  UDS_CHOICES_CODES,
  UDS_CHOICES_LINKED,
  UDS_CHOICES_YEARS,
} UdsFacetWay;

/**
 * UdsFacet:
 * @name: its name in filters
 * @label: what a reader sees; marked for translation
 * @all: what stands for no choice; marked for translation
 * @none: (nullable): what stands above records that have nothing of it; marked for translation. %NULL where lists are
 *   not grouped by it
 * @choices: what there is to choose
 */
typedef struct {
  const char *name;
  const char *label;
  const char *all;
  const char *none;
  UdsFacetWay choices;
} UdsFacet;

/**
 * UdsFacetChoices:
 * @facet: which facet
 * @codes: (element-type utf8): what filters keep
 * @names: (element-type utf8): what readers see, in the same order
 */
typedef struct {
  const UdsFacet *facet;
  GPtrArray      *codes;
  GPtrArray      *names;
} UdsFacetChoices;

void            uds_facet_choices_free    (UdsFacetChoices *choices);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsFacetChoices, uds_facet_choices_free)
gboolean        uds_facet_choices_are_all (const UdsFacetChoices *choices);

const UdsFacet *uds_facet_list            (guint           *n_facets);
gboolean        uds_kind_has_facet        (const UdsKind   *kind,
                                           const char      *facet);
gboolean        uds_facet_makes_groups    (const UdsFacet  *facet,
                                           const UdsKind   *kind);
UdsFacetChoices *uds_session_read_facet   (UdsSession      *session,
                                           const UdsKind   *kind,
                                           const UdsFacet  *facet,
                                           UdsLanguage      language,
                                           GError         **error);
GPtrArray      *uds_session_read_facets   (UdsSession      *session,
                                           const UdsKind   *kind,
                                           UdsLanguage      language,
                                           GError         **error);
gboolean        uds_session_scan_facet    (UdsSession      *session,
                                           const UdsFacet  *facet,
                                           UdsQuery        *query,
                                           GVariant        *filter,
                                           const UdsDate   *today,
                                           UdsPairFunc      func,
                                           gpointer         data,
                                           GError         **error);

const char     *uds_list_filter_get       (GVariant        *filter,
                                           const char      *facet);
GVariant       *uds_list_filter_with      (GVariant        *filter,
                                           const char      *facet,
                                           const char      *value);
void            uds_list_filter_apply     (GVariant        *filter,
                                           UdsQuery        *query,
                                           const UdsDate   *today);
char           *uds_list_filter_describe  (GVariant        *filter,
                                           const UdsKind   *kind,
                                           GPtrArray       *facets,
                                           UdsLanguage      language);

G_END_DECLS
