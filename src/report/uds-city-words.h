/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the office knows about a city, in words: the same on its page and in its briefing. */
#pragma once

#include "uds-city-digest.h"

G_BEGIN_DECLS

const char *uds_city_words_own_name   (UdsCityDigest    *digest,
                                       UdsLanguage       language);
char       *uds_city_words_place      (UdsRecord        *city,
                                       UdsLanguage       language);
char       *uds_city_words_names      (UdsCityDigest    *digest,
                                       UdsLanguage       language);
char       *uds_city_words_summary    (UdsCityDigest    *digest,
                                       UdsLanguage       language);
char       *uds_city_words_own_role   (const UdsTie *tie,
                                       UdsLanguage       language);
char       *uds_city_words_request    (UdsRecord        *request,
                                       UdsLanguage       language);
char       *uds_city_words_figure     (const UdsTie *tie,
                                       UdsRecord        *value,
                                       UdsLanguage       language);
char       *uds_city_words_measure    (const UdsTie *tie,
                                       UdsLanguage       language);

G_END_DECLS
