/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of an organisation in words. */
#pragma once

#include "uds-organisation-digest.h"

G_BEGIN_DECLS

char *uds_organisation_words_place   (UdsOrganisationDigest *digest,
                                      UdsLanguage            language);
char *uds_organisation_words_names   (UdsOrganisationDigest *digest,
                                      UdsLanguage            language);
char *uds_organisation_words_summary (UdsOrganisationDigest *digest,
                                      UdsLanguage            language);

G_END_DECLS
