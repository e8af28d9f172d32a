/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a cell of the table of values is written, and what it is called. */
#pragma once

#include "uds-new-value.h"
#include "uds-observation-cell.h"

G_BEGIN_DECLS

char *uds_values_words_period (const char           *period,
                               UdsLanguage           language);
char *uds_values_words_cell   (UdsRecord            *observation,
                               UdsObservationColumn  column,
                               UdsLanguage           language);
char *uds_values_words_hint   (UdsNewValue          *new_value,
                               UdsObservationColumn  column,
                               UdsLanguage           language);
char *uds_values_words_name   (UdsRecord            *observation,
                               UdsObservationColumn  column,
                               const char           *text,
                               const char           *series,
                               UdsLanguage           language);

G_END_DECLS
