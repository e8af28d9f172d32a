/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Countries by their codes and names. */
#pragma once

#include "uds-language.h"

G_BEGIN_DECLS

const char *uds_country_get_name (const char  *code,
                                  UdsLanguage  language);
const char *uds_country_find     (const char  *text);

G_END_DECLS
