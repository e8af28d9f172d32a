/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vCards of the versions 2.1, 3.0 and 4.0 as their lines say: cards, their properties with groups and parameters, and
 * the text of values. What a property means for a person is uds-vcard-person.c's and uds-vcard-write.c's. */
#pragma once

#include "uds-encoding.h"
#include "uds-problem.h"

G_BEGIN_DECLS

#define UDS_VCARD_MAX_CARDS 200000
#define UDS_VCARD_MAX_VALUE (1 << 20)

/**
 * UdsVcardProperty:
 * @line: the line of the file that it begins in, from 1
 * @fault: why it is none, or cannot be imported whole; %UDS_PROBLEM_NONE where all is well
 * @group: (nullable): its group, "item1"
 * @name: (nullable): its name in capitals; %NULL of a line that is no property
 * @parameters: its parameters as they are written, each after its semicolon; without those about how the value was
 *   carried (ENCODING, CHARSET), which is done with
 * @value: its value as version 4.0 writes it, in UTF-8 and on one line; of a line that is no property, the line
 */
typedef struct {
  guint          line;
  UdsProblemCode fault;
  char          *group;
  char          *name;
  char          *parameters;
  char          *value;
} UdsVcardProperty;

/**
 * UdsVcardCard:
 * @number: which card of the file it is, from 1; 0 for lines after the last card
 * @line: the line it begins in
 * @version: 21, 30 or 40
 * @is_ended: whether it has an end of its own
 * @properties: (element-type UdsVcardProperty): what stands in it, after the lines before it that belong to no card;
 *   BEGIN, VERSION and END are not among them
 */
typedef struct {
  guint      number;
  guint      line;
  guint      version;
  gboolean   is_ended;
  GPtrArray *properties;
} UdsVcardCard;

void uds_vcard_card_free (UdsVcardCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsVcardCard, uds_vcard_card_free)

typedef struct _UdsVcardReader UdsVcardReader;

gboolean        uds_vcard_is_one           (GBytes                *bytes);
UdsVcardReader *uds_vcard_reader_new       (GBytes                *bytes,
                                            UdsEncoding            encoding,
                                            gboolean               is_certain,
                                            GError               **error);
void            uds_vcard_reader_free      (UdsVcardReader        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsVcardReader, uds_vcard_reader_free)
UdsVcardCard   *uds_vcard_reader_next      (UdsVcardReader        *self);

UdsVcardProperty *uds_vcard_property_parse (const char            *line);
void            uds_vcard_property_free    (UdsVcardProperty      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsVcardProperty, uds_vcard_property_free)
char           *uds_vcard_property_to_line (const UdsVcardProperty *self,
                                            const char            *value);
char           *uds_vcard_get_parameter    (const char            *parameters,
                                            const char            *name);
char           *uds_vcard_without_parameter (const char           *parameters,
                                            const char            *name);

char           *uds_vcard_escape           (const char            *text);
char           *uds_vcard_unescape         (const char            *value,
                                            gssize                 length);
GPtrArray      *uds_vcard_split            (const char            *value,
                                            char                   separator);
const char     *uds_vcard_get_part         (GPtrArray             *parts,
                                            guint                  place);
char           *uds_vcard_show_address     (const char            *value);
char           *uds_vcard_join_units       (GPtrArray             *parts,
                                            guint                  first);

G_END_DECLS
