/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one thread does with the database while it has a lane: read records, and inside a command write them.
 * A session belongs to its lane's thread and lives as long as the function it was given to. */
#pragma once

#include "uds-date.h"
#include "uds-query.h"
#include "uds-record.h"
#include "uds-uuid.h"

G_BEGIN_DECLS

typedef struct _UdsSession UdsSession;

/**
 * UdsScanFunc:
 * @id: the record's id
 * @values: its values in the order of the kind's field table, valid during the call; fields the query leaves out
 *   have none
 * @data: the caller's
 *
 * Returns: whether to go on
 */
typedef gboolean (*UdsScanFunc) (const char     *id,
                                 const UdsValue *values,
                                 gpointer        data);

/**
 * UdsPairFunc:
 * @id: the id of a record
 * @value: what it has, valid during the call
 * @data: the caller's
 */
typedef void     (*UdsPairFunc) (const UdsUuid *id,
                                 const char    *value,
                                 gpointer       data);

/**
 * UdsHit:
 * @record: what was found
 * @rank: how well it fits, less is better
 *
 * A record that search found.
 */
typedef struct {
  UdsRecord *record;
  double     rank;
} UdsHit;

void       uds_hit_free            (UdsHit         *hit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsHit, uds_hit_free)

UdsDate    uds_session_get_today   (UdsSession     *self);
UdsRecord *uds_session_get         (UdsSession     *self,
                                    const UdsKind  *kind,
                                    const char     *id,
                                    GError        **error);
UdsRecord *uds_session_find        (UdsSession     *self,
                                    UdsQuery       *query,
                                    GError        **error);
GPtrArray *uds_session_list        (UdsSession     *self,
                                    UdsQuery       *query,
                                    GError        **error);
GPtrArray *uds_session_list_ids    (UdsSession     *self,
                                    UdsQuery       *query,
                                    GError        **error);
GArray    *uds_session_list_packed_ids (UdsSession *self,
                                    UdsQuery       *query,
                                    GError        **error);
GPtrArray *uds_session_load        (UdsSession     *self,
                                    const UdsKind  *kind,
                                    const char *const *ids,
                                    guint           n_ids,
                                    GError        **error);
gboolean   uds_session_scan_pairs  (UdsSession     *self,
                                    UdsQuery       *query,
                                    const char     *key,
                                    const char     *value,
                                    UdsPairFunc     func,
                                    gpointer        data,
                                    GError        **error);
gboolean   uds_session_scan        (UdsSession     *self,
                                    UdsQuery       *query,
                                    UdsScanFunc     func,
                                    gpointer        data,
                                    GError        **error);
gint64     uds_session_count       (UdsSession     *self,
                                    UdsQuery       *query,
                                    GError        **error);
GPtrArray *uds_session_search      (UdsSession     *self,
                                    const char     *text,
                                    const UdsKind  *kind,
                                    guint           limit,
                                    GError        **error);

GPtrArray *uds_session_list_values (UdsSession     *self,
                                    const UdsKind  *kind,
                                    const char     *field,
                                    guint           limit,
                                    GError        **error);

gboolean   uds_session_save        (UdsSession     *self,
                                    UdsRecord      *record,
                                    GError        **error);
gboolean   uds_session_add         (UdsSession     *self,
                                    UdsRecord *const *records,
                                    guint           n_records,
                                    GError        **error);
gboolean   uds_session_remove      (UdsSession     *self,
                                    const UdsKind  *kind,
                                    const char     *id,
                                    GError        **error);
gboolean   uds_session_link        (UdsSession     *self,
                                    UdsRecord      *from,
                                    const char     *relation,
                                    UdsRecord      *to,
                                    GError        **error);
gboolean   uds_session_unlink      (UdsSession     *self,
                                    UdsRecord      *from,
                                    const char     *relation,
                                    UdsRecord      *to,
                                    GError        **error);
GPtrArray *uds_session_list_linked (UdsSession     *self,
                                    UdsRecord      *record,
                                    const char     *relation,
                                    GError        **error);

char      *uds_session_get_note    (UdsSession     *self,
                                    const char     *name,
                                    GError        **error);
gboolean   uds_session_set_note    (UdsSession     *self,
                                    const char     *name,
                                    const char     *value,
                                    GError        **error);

G_END_DECLS
