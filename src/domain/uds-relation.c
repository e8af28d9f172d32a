/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of relations. */
#include "uds-relation.h"

static const UdsRelation relations[] = {
  { "serves", "effort", "goal" },
  { "serves", "effort", "target" },
  { "serves", "network", "goal" },
  { "serves", "network", "purpose" },
  { "serves", "event", "goal" },
  { "serves", "event", "purpose" },
  { "serves", "agreement", "goal" },
  { "serves", "focus-area", "goal" },
  { "supports", "agreement", "effort" },
  { "supports", "network", "effort" },
  { "supports", "network", "focus-area" },
  { "supports", "effort", "focus-area" },
  { "involves", "event", "network" },
  { "involves", "event", "city" },
  { "involves", "event", "organisation" },
  { "concerns", "note", "goal" },
  { "concerns", "note", "target" },
  { "concerns", "note", "indicator" },
  { "concerns", "note", "effort" },
  { "concerns", "note", "network" },
  { "concerns", "note", "city" },
  { "concerns", "note", "organisation" },
  { "concerns", "note", "agreement" },
  { "concerns", "note", "contact" },
  { "concerns", "note", "event" },
  { "concerns", "note", "focus-area" },
  { "related", "city", "city" },
  { "related", "organisation", "organisation" },
};

/**
 * uds_relation_list:
 * @n_relations: (out): how many
 *
 * Returns: (array length=n_relations): the relations, in the order in which pages show them
 */
const UdsRelation *
uds_relation_list (guint *n_relations)
{
  *n_relations = G_N_ELEMENTS (relations);
  return relations;
}
