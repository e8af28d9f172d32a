/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as a reader of the language writes them: "1.234,5", "12 %", U+2212 for minus, "–" for none.
 * Independent of the C locale; what machines read is written by uds_format_machine(). */
#pragma once

#include "uds-language.h"

G_BEGIN_DECLS

#define UDS_FORMAT_NONE "–"

/**
 * UDS_FORMAT_SHORTEST:
 *
 * Given as the number of decimals: as many as read well, and no zeros at the end.
 */
#define UDS_FORMAT_SHORTEST (-1)

/**
 * UDS_FORMAT_DECIMALS_MAX:
 *
 * The most decimals a column of values is written with.
 */
#define UDS_FORMAT_DECIMALS_MAX 4

/**
 * UDS_FORMAT_PUBLISHED_DECIMALS_MAX:
 *
 * The most decimals figures are published with; values with more were reckoned.
 */
#define UDS_FORMAT_PUBLISHED_DECIMALS_MAX 2

char    *uds_format_number            (double        value,
                                       int           decimals,
                                       UdsLanguage   language);
char    *uds_format_value             (double        value,
                                       UdsLanguage   language);
char    *uds_format_percent           (double        value,
                                       int           decimals,
                                       UdsLanguage   language);
char    *uds_format_quantity          (double        value,
                                       int           decimals,
                                       const char   *unit,
                                       UdsLanguage   language);
char    *uds_format_quantity_before   (double        value,
                                       int           decimals,
                                       const char   *unit,
                                       UdsLanguage   language);
int      uds_format_decimals          (const double *values,
                                       gsize         n_values);
int      uds_format_readable_decimals (const double *values,
                                       gsize         n_values);
gboolean uds_unit_is_share            (const char   *unit);
gboolean uds_unit_is_rank             (const char   *unit);
char    *uds_format_machine           (double        value);
gboolean uds_parse_machine            (const char   *text,
                                       double       *value);
gboolean uds_parse_number             (const char   *text,
                                       UdsLanguage   language,
                                       double       *value);

char    *uds_format_join            (const char *const *parts,
                                     gsize              n_parts);

G_END_DECLS
