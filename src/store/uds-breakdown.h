/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a series is about where it is not about the whole: by what is broken down, and into what. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UdsBreakdownPair:
 * @dimension: by what is broken down: "Sex"
 * @value: into what: "Female"
 */
typedef struct {
  char *dimension;
  char *value;
} UdsBreakdownPair;

GArray     *uds_breakdown_pairs_new     (void);
GArray     *uds_breakdown_pairs_parse   (const char   *text);
void        uds_breakdown_pairs_add     (GArray       *pairs,
                                         const char   *dimension,
                                         const char   *value);
guint       uds_breakdown_pairs_find    (const GArray *pairs,
                                         const char   *dimension,
                                         const char   *value);
gboolean    uds_breakdown_pairs_has     (const GArray *pairs,
                                         const char   *dimension,
                                         const char   *value);
const char *uds_breakdown_word          (const char   *raw);
char       *uds_breakdown_pairs_format  (const GArray *pairs);
gboolean    uds_breakdown_is_technical  (const char   *dimension);

G_END_DECLS
