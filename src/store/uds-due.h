/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due: reminders, notice to be given, what ends, deadlines of notes, figures that are expected. */
#pragma once

#include "uds-session.h"

#include "uds-date.h"

G_BEGIN_DECLS

/**
 * UDS_DUE_MONTHS:
 *
 * So far ahead a list of what is due looks where nothing else is said.
 */
#define UDS_DUE_MONTHS 6

/**
 * UdsDueWhat:
 * @UDS_DUE_REMINDER: somebody wanted to be reminded
 * @UDS_DUE_NOTICE: the last day for giving notice
 * @UDS_DUE_END: an agreement, project or cooperation ends
 * @UDS_DUE_NOTE: the deadline of a note
 * @UDS_DUE_FIGURE: the next figure of an indicator
 */
typedef enum {
  UDS_DUE_REMINDER,
  UDS_DUE_NOTICE,
  UDS_DUE_END,
  UDS_DUE_NOTE,
  UDS_DUE_FIGURE,
} UdsDueWhat;

/**
 * UdsDue:
 * @record: what it is about
 * @what: what is due
 * @date: when, as it was written
 * @day: the last day of @date
 * @days: how many days there are until then; negative where it is past
 */
typedef struct {
  UdsRecord *record;
  UdsDueWhat what;
  UdsDate date;
  UdsDate day;
  int days;
} UdsDue;

void        uds_due_free            (UdsDue         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsDue, uds_due_free)

GPtrArray  *uds_session_list_due    (UdsSession     *session,
                                     const UdsDate  *today,
                                     const UdsDate  *until,
                                     UdsLanguage     language,
                                     GError        **error);
GPtrArray  *uds_session_list_due_of (UdsSession     *session,
                                     UdsRecord      *record,
                                     const UdsDate  *today,
                                     UdsLanguage     language,
                                     GError        **error);
const char *uds_due_what_get_name   (UdsDueWhat      what);
const char *uds_due_what_get_label  (UdsDueWhat      what);
char       *uds_due_format          (const UdsDue   *self,
                                     UdsLanguage     language);

G_END_DECLS
