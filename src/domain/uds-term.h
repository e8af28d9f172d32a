/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far something that was agreed for a time has come on a day: not begun, in force, about to end, over; when notice
 * has to be given at the latest; and all of it in words. */
#pragma once

#include "uds-date.h"

G_BEGIN_DECLS

/**
 * UDS_TERM_SOON_MONTHS:
 *
 * What ends within so many months expires soon.
 */
#define UDS_TERM_SOON_MONTHS 6

/**
 * UdsTermState:
 * @UDS_TERM_NOT_BEGUN: it begins later
 * @UDS_TERM_IN_FORCE: it holds, and its end is not near or is provided for
 * @UDS_TERM_EXPIRES_SOON: it ends within %UDS_TERM_SOON_MONTHS months
 * @UDS_TERM_NOTICE: its notice period runs
 * @UDS_TERM_NO_END: it holds without an end, for a reason or where none is needed
 * @UDS_TERM_END_MISSING: it holds without an end, and nobody said why
 * @UDS_TERM_CONTINUED: it was not terminated and holds beyond its end
 * @UDS_TERM_EXPIRED: it is over
 * @UDS_TERM_REPLACED: another took its place
 */
typedef enum {
  UDS_TERM_NOT_BEGUN,
  UDS_TERM_IN_FORCE,
  UDS_TERM_EXPIRES_SOON,
  UDS_TERM_NOTICE,
  UDS_TERM_NO_END,
  UDS_TERM_END_MISSING,
  UDS_TERM_CONTINUED,
  UDS_TERM_EXPIRED,
  UDS_TERM_REPLACED,
} UdsTermState;

#define UDS_TERM_N_STATES (UDS_TERM_REPLACED + 1)

/**
 * UdsTermFacts:
 * @start: (nullable): when it begins, a date that may be partial
 * @end: (nullable): its last day, a date that may be partial
 * @no_end_reason: (nullable): why it has no end
 * @needs_end: whether one that has no end needs a reason for it
 * @notice_months: how many months before its end notice has to be given; 0 for none
 * @continues: whether it continues after its end where nobody terminated it
 * @successor: (nullable): what renews or replaces it
 * @successor_start: (nullable): when that begins, a date that may be partial
 *
 * What is known of it, as it was written; what is no date counts as none.
 */
typedef struct {
  const char *start;
  const char *end;
  const char *no_end_reason;
  gboolean needs_end;
  int notice_months;
  gboolean continues;
  const char *successor;
  const char *successor_start;
} UdsTermFacts;

/**
 * UdsTerm:
 * @state: how far it has come
 * @has_start: whether it is known when it begins
 * @has_end: whether it is known when it ends
 * @has_notice: whether there is a last day for giving notice
 * @start: when it begins, as it was written
 * @end: when it ends, as it was written
 * @first_day: the first day of @start
 * @last_day: the last day of @end
 * @notice_by: the last day for giving notice
 * @days: how many days it has left, until it begins, or since it was over; 0 on that very day
 * @months: how many whole months that is
 */
typedef struct {
  UdsTermState state;
  gboolean has_start;
  gboolean has_end;
  gboolean has_notice;
  UdsDate start;
  UdsDate end;
  UdsDate first_day;
  UdsDate last_day;
  UdsDate notice_by;
  int days;
  int months;
} UdsTerm;

void        uds_term_find            (const UdsTermFacts *facts,
                                      const UdsDate      *today,
                                      UdsTerm            *term);
gboolean    uds_term_expires_soon    (const UdsTerm      *self,
                                      const UdsTermFacts *facts,
                                      const UdsDate      *today);
gboolean    uds_term_is_in_force     (const UdsTerm      *self);
double      uds_term_get_part        (const UdsTerm      *self,
                                      const UdsDate      *today);
char       *uds_term_describe        (const UdsTerm      *self,
                                      const UdsTermFacts *facts,
                                      const UdsDate      *today,
                                      UdsLanguage         language);
char       *uds_term_format_span     (const UdsDate      *from,
                                      const UdsDate      *to);
const char *uds_term_state_get_name  (UdsTermState        state);
const char *uds_term_state_get_label (UdsTermState        state);

G_END_DECLS
