/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The empty row behind the last value, and what was written into it so far. */
#pragma once

#include "uds-record.h"

G_BEGIN_DECLS

#define UDS_TYPE_NEW_VALUE (uds_new_value_get_type ())
G_DECLARE_FINAL_TYPE (UdsNewValue, uds_new_value, UDS, NEW_VALUE, GObject)

UdsNewValue *uds_new_value_new        (void);
UdsRecord   *uds_new_value_get_record (UdsNewValue *self);
void         uds_new_value_set_record (UdsNewValue *self,
                                       UdsRecord   *record);
const char  *uds_new_value_get_next   (UdsNewValue *self);
void         uds_new_value_set_next   (UdsNewValue *self,
                                       const char  *next);

G_END_DECLS
