/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What records of one kind can be to records of another: the links that people make and take back by hand. */
#pragma once

#include "uds-kind.h"

G_BEGIN_DECLS

/* Of two records that have much in common: they are not about the same. It is not among those that pages show. */
#define UDS_RELATION_DIFFERENT "different"

/**
 * UdsRelation:
 * @name: what the one is to the other, as links keep it
 * @from: the name of the kind of the one
 * @to: the name of the kind of the other
 */
typedef struct {
  const char *name;
  const char *from;
  const char *to;
} UdsRelation;

const UdsRelation *uds_relation_list (guint *n_relations);

G_END_DECLS
