/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reading half of the Open SDG importer hands to the writing half. For src/exchange only. */
#pragma once

#include "uds-import-file.h"
#include "uds-json.h"
#include "uds-session.h"

G_BEGIN_DECLS

/**
 * UdsOpenSdgState:
 * @UDS_OPEN_SDG_NEW: not in the database
 * @UDS_OPEN_SDG_SAME: there as the file says
 * @UDS_OPEN_SDG_CHANGED: there, but different
 */
typedef enum {
  UDS_OPEN_SDG_NEW,
  UDS_OPEN_SDG_SAME,
  UDS_OPEN_SDG_CHANGED,
} UdsOpenSdgState;

/* One row of the table. Texts are shared by many rows and belong to the table. */
typedef struct {
  guint           series;
  guint           period;
  guint           row;
  gboolean        has_value;
  UdsOpenSdgState state;
  double          value;
  const char     *label;
  const char     *quality;
  const char     *footnote;
  const char     *attributes;
  const char     *id; /* of the record, where it is changed */
} UdsOpenSdgObservation;

typedef struct {
  const char *name;
  const char *unit;
  const char *breakdown;
  char       *id; /* of the record, when it is known */
} UdsOpenSdgSeries;

/* A data file: its series and observations. */
typedef struct {
  UdsImportFile *file;
  GStringChunk  *texts;
  GArray        *series;
  GArray        *observations;
  GPtrArray     *periods;       /* in their canonical form */
  GHashTable    *period_places; /* from that to its place plus one */
  GHashTable    *places;        /* uds_open_sdg_make_key() to an observation's place plus one */
} UdsOpenSdgTable;

/* An indicator: what all files about it say. */
typedef struct {
  char          *code;
  UdsImportFile *file; /* that its records are counted for */
  JsonObject    *metadata;
  GPtrArray     *tables;
} UdsOpenSdgIndicator;

UdsOpenSdgTable *uds_open_sdg_table_read     (UdsImportFile         *file,
                                              gboolean               repair,
                                              GError               **error);
void             uds_open_sdg_table_free     (UdsOpenSdgTable       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsOpenSdgTable, uds_open_sdg_table_free)

gboolean         uds_open_sdg_is_table       (const UdsImportFile   *file,
                                              const char           **reason);
gpointer         uds_open_sdg_make_key       (guint                  series,
                                              guint                  period);

gboolean         uds_open_sdg_is_metadata    (const UdsImportFile   *file,
                                              const char           **reason);
JsonObject      *uds_open_sdg_metadata_read  (UdsImportFile         *file,
                                              GError               **error);

void             uds_open_sdg_fill_indicator (UdsRecord             *indicator,
                                              JsonObject            *metadata);
GPtrArray       *uds_open_sdg_list_calculations (JsonObject         *metadata);
void             uds_open_sdg_note_settings  (UdsImportFile         *file,
                                              JsonObject            *metadata);

gboolean         uds_open_sdg_indicator_save (UdsOpenSdgIndicator   *self,
                                              UdsSession            *session,
                                              GError               **error);
gboolean         uds_open_sdg_table_save     (UdsOpenSdgTable       *self,
                                              UdsRecord             *indicator,
                                              UdsSession            *session,
                                              GError               **error);

G_END_DECLS
