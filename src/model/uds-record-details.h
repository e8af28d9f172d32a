/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record with what its page shows around it: the names of what it refers to, and the records that refer to it. */
#pragma once

#include "uds-relation.h"
#include "uds-session.h"

G_BEGIN_DECLS

/**
 * UDS_RELATED_MAX:
 *
 * So many records of a group are read; the group knows how many there are.
 */
#define UDS_RELATED_MAX 200

/**
 * UdsRelated:
 * @record: a record
 * @title: what it is called here; of a record without a name, what it ties the other to
 * @detail: (nullable): what else tells it from others that may be called the same
 */
typedef struct {
  UdsRecord *record;
  char      *title;
  char      *detail;
} UdsRelated;

/**
 * UdsRelatedGroup:
 * @kind: the kind of its records
 * @field: (nullable): the field by which they refer to the record; %NULL where they are tied by a link
 * @relation: (nullable): the link that may be made and taken back by hand; %NULL where it may not
 * @members: (element-type UdsRelated): the first of them
 * @n_members: how many there are
 */
typedef struct {
  const UdsKind  *kind;
  const UdsField *field;
  const UdsRelation *relation;
  GPtrArray      *members;
  gint64          n_members;
} UdsRelatedGroup;

#define UDS_TYPE_RECORD_DETAILS (uds_record_details_get_type ())
G_DECLARE_FINAL_TYPE (UdsRecordDetails, uds_record_details, UDS, RECORD_DETAILS, GObject)

UdsRecord              *uds_record_details_get_record         (UdsRecordDetails  *self);
const char             *uds_record_details_get_title          (UdsRecordDetails  *self);
const char             *uds_record_details_get_reference      (UdsRecordDetails  *self,
                                                               const char        *field);
guint                   uds_record_details_get_n_groups       (UdsRecordDetails  *self);
const UdsRelatedGroup  *uds_record_details_get_group          (UdsRecordDetails  *self,
                                                               guint              index);

UdsRecordDetails       *uds_session_read_details              (UdsSession        *session,
                                                               const UdsKind     *kind,
                                                               const char        *id,
                                                               UdsLanguage        language,
                                                               GError           **error);

G_END_DECLS
