/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writers of spreadsheets share: parts of XML in a zip archive, names and texts as both formats allow them.
 * For src/exchange only. */
#pragma once

#include "uds-sheet.h"

#include <gio/gio.h>
#include <gsf/gsf.h>

G_BEGIN_DECLS

#define UDS_SHEET_MAX_ROWS 1048576u
#define UDS_SHEET_MAX_COLUMNS 16384u

/**
 * UDS_SHEET_MOST_DECIMALS:
 *
 * Numbers have a style for each number of decimals up to this; others are written as they are.
 */
#define UDS_SHEET_MOST_DECIMALS 10

/**
 * UdsPackage:
 * @memory: where the archive is made
 * @archive: the archive
 * @part: (nullable): the part that is being written
 * @xml: (nullable): its XML
 *
 * An archive of parts, written one after the other.
 */
typedef struct {
  GsfOutput  *memory;
  GsfOutfile *archive;
  GsfOutput  *part;
  GsfXMLOut  *xml;
} UdsPackage;

void       uds_package_init       (UdsPackage    *self);
void       uds_package_clear      (UdsPackage    *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UdsPackage, uds_package_clear)

void       uds_package_add_stored (UdsPackage    *self,
                                   const char    *name,
                                   const char    *text);
GsfXMLOut *uds_package_begin      (UdsPackage    *self,
                                   const char    *name);
void       uds_package_end        (UdsPackage    *self);
GBytes    *uds_package_finish     (UdsPackage    *self,
                                   GError       **error);

char      *uds_sheet_clean_text   (const char    *text);
char      *uds_sheet_clean_name   (const char    *name);
char      *uds_sheet_make_about_name (const char *name);
int        uds_sheet_get_width    (UdsSheet      *sheet,
                                   gsize          column);
gboolean   uds_sheet_has_notes    (UdsSheet      *sheet);

GBytes    *uds_sheet_render_ods   (UdsSheet      *sheet,
                                   GCancellable  *cancellable,
                                   GError       **error);
GBytes    *uds_sheet_render_xlsx  (UdsSheet      *sheet,
                                   GCancellable  *cancellable,
                                   GError       **error);

G_END_DECLS
