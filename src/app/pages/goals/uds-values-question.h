/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks which of two numbers is meant by 1.234, which is never guessed. */
#pragma once

#include "uds-decimal.h"
#include "uds-language.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * UdsAnswerFunc:
 * @decimal: the decimal sign; %UDS_DECIMAL_UNKNOWN where the user does not say
 * @data: the caller's
 */
typedef void (*UdsAnswerFunc) (UdsDecimal decimal,
                               gpointer   data);

void uds_values_question_present (GtkWidget     *parent,
                                  const char    *number,
                                  UdsLanguage    language,
                                  UdsAnswerFunc  answer,
                                  gpointer       data);

G_END_DECLS
