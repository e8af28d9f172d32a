/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the PX importer share: a file taken apart into its records. For src/exchange only. */
#pragma once

#include "uds-cube-private.h"
#include "uds-json.h"

G_BEGIN_DECLS

#define UDS_PX_MAX_VALUES 500000

/**
 * UdsPxToken:
 * @kind: `"` for a text, `w` for a word or number, else the sign itself
 * @line: the line it begins in
 * @text: (nullable): the text or word
 */
typedef struct {
  char        kind;
  guint       line;
  const char *text;
} UdsPxToken;

/**
 * UdsPxRecord:
 * @name: the whole name: `VALUES[da]("age")`
 * @keyword: the keyword in capitals
 * @language: (nullable): the language that it is in, where the file says
 * @subject: (nullable): the first text in parentheses
 * @line: the line it begins in
 * @first: the place of the first token of its value
 * @n_tokens: how many there are
 * @is_list: whether they are nothing but texts and words between commas
 * @is_duplicate: whether a record before has the same name
 */
typedef struct {
  const char *name;
  const char *keyword;
  const char *language;
  const char *subject;
  guint       line;
  guint       first;
  guint       n_tokens;
  gboolean    is_list;
  gboolean    is_duplicate;
} UdsPxRecord;

/**
 * UdsPx:
 * @texts: the texts of its parts
 * @tokens: (element-type UdsPxToken): the values of all records
 * @records: (element-type UdsPxRecord): the records before the data
 * @by_name: from a name to a record's place plus one
 * @data: (nullable): where the data begin
 * @data_line: the line they begin in
 */
typedef struct {
  GStringChunk *texts;
  GArray       *tokens;
  GArray       *records;
  GHashTable   *by_name;
  const char   *data;
  guint         data_line;
} UdsPx;

UdsPx             *uds_px_new         (const char         *text,
                                       GError            **error);
void               uds_px_free        (UdsPx              *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsPx, uds_px_free)

const UdsPxRecord *uds_px_find        (const UdsPx        *self,
                                       const char         *keyword,
                                       const char         *language,
                                       const char         *subject);
const UdsPxToken  *uds_px_get_token   (const UdsPx        *self,
                                       const UdsPxRecord  *record,
                                       guint               place);
const char        *uds_px_get_text    (const UdsPx        *self,
                                       const char         *keyword,
                                       const char         *language,
                                       const char         *subject);
GPtrArray         *uds_px_list_texts  (const UdsPx        *self,
                                       const UdsPxRecord  *record);
const char        *uds_px_skip_blanks (const char         *at,
                                       guint              *line);

UdsCube  *uds_px_make_cube        (const UdsPx    *self,
                                   UdsImportFile  *file,
                                   GError        **error);
gboolean  uds_px_read_data        (const UdsPx    *self,
                                   UdsCube        *cube,
                                   UdsImportFile  *file,
                                   GError        **error);
gboolean  uds_px_keep_description (const UdsPx    *self,
                                   UdsImportFile  *file,
                                   JsonObject     *metadata,
                                   GError        **error);

G_END_DECLS
