/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where an indicator's figures come from, one press away, and what else its files say of it. */
#pragma once

#include "uds-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_INDICATOR_SOURCES (uds_indicator_sources_get_type ())
G_DECLARE_FINAL_TYPE (UdsIndicatorSources, uds_indicator_sources, UDS, INDICATOR_SOURCES, AdwBin)

void uds_indicator_sources_show (UdsIndicatorSources *self,
                                 UdsRecord           *indicator,
                                 UdsLanguage          language);

G_END_DECLS
