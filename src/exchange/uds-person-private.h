/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file says of one person, whatever the format: read by a format, put together where it says it twice, and
 * written. For the importers of people only. */
#pragma once

#include "uds-import-file.h"
#include "uds-record.h"
#include "uds-session.h"

G_BEGIN_DECLS

/* Nobody has more addresses or offices than this, nor so many lines of a card that no field has a place for. */
#define UDS_PERSON_MAX_PARTS 100
#define UDS_PERSON_MAX_LINES 1000

/**
 * UdsPersonPoint:
 * @category: what it is, a choice of the contact point's
 * @value: the address or number
 * @normal: it as it is compared with others
 * @label: (nullable): which of the person's: "work"
 * @kept: (nullable): its property with parameters and no value; of an address, with its components
 */
typedef struct {
  const char *category;
  char       *value;
  char       *normal;
  char       *label;
  char       *kept;
} UdsPersonPoint;

/**
 * UdsPersonRole:
 * @row: the row or line that names the organisation
 * @column: the column of it
 * @kind: (nullable): what @name is the name of: a kind that a role refers to
 * @name: (nullable): what the organisation, city or network is called
 * @title: (nullable): the person's title there
 * @unit: (nullable): the department
 * @from: (nullable): since when
 * @to: (nullable): until when
 */
typedef struct {
  guint       row;
  guint       column;
  const char *kind;
  char       *name;
  char       *title;
  char       *unit;
  char       *from;
  char       *to;
} UdsPersonRole;

/**
 * UdsPerson:
 * @row: the row or line that the person begins in
 * @number: which person of the file it is, from 1
 * @said: the values of the contact's fields, but for the first e-mail address and telephone number
 * @cells: for each field, the row and column that gave it
 * @points: (element-type UdsPersonPoint): e-mail addresses, telephone numbers and the like, the preferred first
 * @roles: (element-type UdsPersonRole): what the person is where
 * @lines: (element-type utf8): the lines of a vCard that the record keeps (uds-vcard-lines.h)
 */
typedef struct {
  guint      row;
  guint      number;
  UdsRecord *said;
  struct {
    guint row;
    guint column;
  } *cells;
  GPtrArray *points;
  GPtrArray *roles;
  GPtrArray *lines;
} UdsPerson;

/**
 * UdsPeople:
 * @file: the file
 * @people: (element-type UdsPerson): the people in it, each once
 * @keys: (element-type utf8 UdsPerson): who has which uid, name and address
 */
typedef struct {
  UdsImportFile *file;
  GPtrArray     *people;
  GHashTable    *keys;
} UdsPeople;

/**
 * UdsPersonIndex:
 * @ids: (element-type utf8 utf8): a key of uds_person_make_key(), or "\x1f" and a uid, to a contact's id
 * @targets: (element-type utf8 GPtrArray): a kind, "\x1f" and a folded name, to the ids of what is called so
 */
typedef struct {
  GHashTable *ids;
  GHashTable *targets;
} UdsPersonIndex;

UdsPersonIndex *uds_person_index_new  (UdsSession       *session,
                                       GError          **error);
void       uds_person_index_free      (UdsPersonIndex   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsPersonIndex, uds_person_index_free)
void       uds_person_index_add       (UdsPersonIndex   *self,
                                       char             *key,
                                       const char       *id);
void       uds_person_index_add_target (UdsPersonIndex  *self,
                                       const char       *kind,
                                       const char       *name,
                                       const char       *id);
GPtrArray *uds_person_index_list_targets (UdsPersonIndex *self,
                                       const UdsPersonRole *role);
const char *uds_person_role_get_kind  (const UdsPersonRole *role);

/* Reads the people in a file, in the preview of an importer. */
typedef UdsPeople *(*UdsPeopleRead) (UdsImportFile  *file,
                                     GError        **error);

UdsPeople *uds_people_new        (UdsImportFile   *file);
void       uds_people_free       (UdsPeople       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsPeople, uds_people_free)
void       uds_people_add        (UdsPeople       *self,
                                  UdsPerson       *person);
gboolean   uds_people_save       (UdsPeople       *self,
                                  UdsSession      *session,
                                  GError         **error);
gpointer   uds_people_preview    (GPtrArray       *files,
                                  UdsPeopleRead    read);
gboolean   uds_people_apply      (gpointer         plan,
                                  UdsSession      *session,
                                  GError         **error);
void       uds_people_free_plan  (gpointer         plan);

UdsPerson *uds_person_new        (guint            row,
                                  guint            number);
void       uds_person_free       (UdsPerson       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UdsPerson, uds_person_free)
void       uds_person_say        (UdsPerson       *self,
                                  const char      *field,
                                  const char      *text,
                                  guint            row,
                                  guint            column);
gboolean   uds_person_add_point  (UdsPerson       *self,
                                  const char      *category,
                                  const char      *value,
                                  const char      *label,
                                  const char      *kept);
UdsPersonRole *uds_person_add_role (UdsPerson     *self,
                                  guint            row,
                                  guint            column);
char      *uds_person_normalize  (const char      *category,
                                  const char      *value);
gboolean   uds_person_make_name  (UdsPerson       *self);
const char *uds_person_get_organisation (const UdsPerson *self);
const char *uds_person_get_first (const UdsPerson *self,
                                  const char      *category);

char      *uds_person_make_key   (const char      *name,
                                  const char      *email,
                                  const char      *other);
void       uds_person_append_note (UdsRecord      *contact,
                                  const char      *note);

G_END_DECLS
