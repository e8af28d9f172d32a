/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a network is, in words: the same on its page and in the directory of networks. */
#pragma once

#include "uds-network-digest.h"

G_BEGIN_DECLS

char *uds_network_words_summary        (UdsNetworkDigest       *digest,
                                        UdsLanguage             language);
char *uds_network_words_responsible    (UdsNetworkDigest       *digest,
                                        UdsLanguage             language);
const char *uds_network_words_own_role (UdsNetworkDigest       *digest,
                                        UdsLanguage             language);
char *uds_network_words_purposes       (UdsNetworkDigest       *digest,
                                        UdsLanguage             language);
char *uds_network_words_members_on     (UdsNetworkDigest       *digest,
                                        const UdsDate          *day,
                                        UdsLanguage             language);
char *uds_network_words_member         (const UdsNetworkMember *member,
                                        const UdsDate          *day,
                                        UdsLanguage             language);
char *uds_network_words_figure         (UdsRecord              *figure,
                                        UdsLanguage             language);
char *uds_network_words_figure_source  (UdsRecord              *figure,
                                        UdsLanguage             language);

G_END_DECLS
