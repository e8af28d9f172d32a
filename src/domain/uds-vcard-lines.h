/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a vCard that a person's record keeps because no field has a place for them, so that they go out again.
 * Each is unfolded and as version 4.0 writes it. A line without a value keeps the parameters of a property whose value
 * a field has: the first of them belong to the field, the others to further values in their order. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean uds_vcard_line_is_named (const char  *line,
                                  const char  *name);
gboolean uds_vcard_line_is_head  (const char  *line);
char    *uds_vcard_lines_update  (const char  *before,
                                  GPtrArray   *lines);
char    *uds_vcard_lines_join    (const char  *winner,
                                  const char  *loser);

G_END_DECLS
