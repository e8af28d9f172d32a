/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells a place's scope by the words it is written with, in either language. What the categories of a breakdown mean
 * among their neighbours is src/exchange's. */
#include "uds-scope.h"

#include "uds-fold.h"

#include <glib/gi18n.h>
#include <string.h>

/* "Capital Region of Denmark" and "Byen København (landsdel)" are neither the country nor the city: words of an area
 * come first, and "Copenhagen, Denmark" is the city. */
static const struct {
  const char *word;
  UdsScope scope;
} words[] = {
  { "region", UDS_SCOPE_REGION },      { "hovedstadsomrade", UDS_SCOPE_REGION },
  { "capital area", UDS_SCOPE_REGION }, { "landsdel", UDS_SCOPE_REGION },
  { "province", UDS_SCOPE_REGION },    { "omegn", UDS_SCOPE_REGION },
  { "surround", UDS_SCOPE_REGION },    { "kobenhavn", UDS_SCOPE_CITY },
  { "copenhagen", UDS_SCOPE_CITY },    { "danmark", UDS_SCOPE_COUNTRY },
  { "denmark", UDS_SCOPE_COUNTRY },    { "hele landet", UDS_SCOPE_COUNTRY },
};

static const struct {
  const char *name;
  const char *label;
} scopes[] = {
  [UDS_SCOPE_ANY] = { "any", N_("Everywhere") },
  [UDS_SCOPE_CITY] = { "city", N_("The city") },
  [UDS_SCOPE_REGION] = { "region", N_("The capital area") },
  [UDS_SCOPE_COUNTRY] = { "country", N_("The country") },
};

/**
 * uds_scope_from_place:
 * @place: (nullable): a place as it was written, such as "Region Hovedstaden"
 *
 * Returns: its scope; %UDS_SCOPE_ANY where no word of it tells
 */
UdsScope
uds_scope_from_place (const char *place)
{
  g_autofree char *folded = place != NULL ? uds_fold (place) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i].word) != NULL)
      return words[i].scope;

  return UDS_SCOPE_ANY;
}

/**
 * uds_scope_from_name:
 * @name: (nullable): a name for machines
 *
 * Returns: the scope of that name; %UDS_SCOPE_ANY where there is none
 */
UdsScope
uds_scope_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (g_strcmp0 (scopes[i].name, name) == 0)
      return (UdsScope) i;

  return UDS_SCOPE_ANY;
}

/**
 * uds_scope_get_name:
 * @scope: a scope
 *
 * Returns: its name for machines
 */
const char *
uds_scope_get_name (UdsScope scope)
{
  return scopes[scope].name;
}

/**
 * uds_scope_get_label:
 * @scope: a scope
 *
 * Returns: its name for readers, in the language of the session
 */
const char *
uds_scope_get_label (UdsScope scope)
{
  return _(scopes[scope].label);
}
