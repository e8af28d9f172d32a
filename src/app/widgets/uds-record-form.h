/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All fields of a record as a form, each change a command of its own, and below it the records tied to it. */
#pragma once

#include "uds-context.h"
#include "uds-record-details.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UDS_TYPE_RECORD_FORM (uds_record_form_get_type ())
G_DECLARE_FINAL_TYPE (UdsRecordForm, uds_record_form, UDS, RECORD_FORM, AdwBin)

void uds_record_form_set_covered (UdsRecordForm     *self,
                                  const char *const *kinds);
void uds_record_form_show        (UdsRecordForm     *self,
                                  UdsContext        *context,
                                  UdsRecordDetails  *details);
void uds_record_form_flush       (UdsRecordForm     *self);

G_END_DECLS
