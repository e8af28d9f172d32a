/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an indicator is overdue for its next figure, and why. */
#pragma once

#include "uds-period.h"

G_BEGIN_DECLS

/**
 * UDS_UPDATE_YEARS:
 *
 * How many years a latest figure may be old where nobody said when the next is due.
 */
#define UDS_UPDATE_YEARS 3

/**
 * UdsUpdate:
 * @UDS_UPDATE_NOT_DUE: nothing to do
 * @UDS_UPDATE_DATE_PAST: the date at which the next figure was due is past
 * @UDS_UPDATE_OLD: no date is set, and the latest period ended more than %UDS_UPDATE_YEARS years ago
 */
typedef enum {
  UDS_UPDATE_NOT_DUE,
  UDS_UPDATE_DATE_PAST,
  UDS_UPDATE_OLD,
} UdsUpdate;

UdsUpdate uds_update_find     (const char    *next_due,
                               const char    *latest,
                               const UdsDate *today);
char     *uds_update_describe (UdsUpdate      update,
                               const char    *next_due,
                               const char    *latest,
                               UdsLanguage    language);

G_END_DECLS
