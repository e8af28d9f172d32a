/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of an indicator, on screen and on paper alike: its name, what its values did, where it stands and why,
 * who published it. */
#pragma once

#include "uds-indicator-chart.h"

G_BEGIN_DECLS

char *uds_indicator_words_name         (UdsIndicatorDigest     *digest,
                                        UdsLanguage             language);
char *uds_indicator_words_period       (const UdsDigestPoint   *point,
                                        UdsLanguage             language);
char *uds_indicator_words_change       (UdsIndicatorDigest     *digest,
                                        UdsLanguage             language);
char *uds_indicator_words_computed     (UdsIndicatorDigest     *digest,
                                        UdsLanguage             language);
char *uds_indicator_words_beside_written (UdsIndicatorDigest   *digest,
                                        UdsLanguage             language);
char *uds_indicator_words_finding      (UdsIndicatorDigest     *digest,
                                        UdsLanguage             language);
char *uds_indicator_words_view_change  (const UdsIndicatorView *view,
                                        UdsLanguage             language);
char *uds_indicator_words_view_finding (const UdsIndicatorView *view,
                                        UdsLanguage             language);
char *uds_indicator_words_status       (UdsIndicatorDigest     *digest,
                                        int                     this_year,
                                        UdsLanguage             language);
char *uds_indicator_words_reason       (UdsIndicatorDigest     *digest,
                                        UdsLanguage             language);
char *uds_indicator_words_source       (UdsRecord              *indicator,
                                        UdsLanguage             language);
char **uds_indicator_words_links       (UdsRecord              *indicator);

G_END_DECLS
