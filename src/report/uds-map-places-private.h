/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cities and organisations the office has to do with on a day, counted from the records that tie them to us. */
#pragma once

#include "uds-map-chart.h"

G_BEGIN_DECLS

/**
 * UdsMapPlace:
 * @record: a city or an organisation
 * @name: in the reader's language
 * @latitude: where it lies
 * @longitude: where it lies
 * @has_position: whether anybody knows where that is
 * @is_lit: whether it belongs to what is selected
 * @is_asked: whether it is in one of the networks that a list asks for
 * @networks: (element-type utf8): the short names of the networks it is in
 * @n_agreements: in force
 * @n_requests: it sent us
 */
typedef struct {
  UdsRecord *record;
  const char *name;
  double latitude;
  double longitude;
  gboolean has_position;
  gboolean is_lit;
  gboolean is_asked;
  GPtrArray *networks;
  guint n_agreements;
  guint n_requests;
} UdsMapPlace;

GPtrArray *uds_session_list_map_places  (UdsSession             *session,
                                         const UdsMapSelection  *selection,
                                         UdsLanguage             language,
                                         GError                **error);
guint      uds_map_place_count_relations (const UdsMapPlace     *self);

G_END_DECLS
