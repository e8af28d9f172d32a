/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a kind of record is: its name and its field table, the one description that storage, history, import,
 * export, search and plain forms read. The tables themselves stand in uds-kinds-*.c. */
#pragma once

#include "uds-language.h"

G_BEGIN_DECLS

/**
 * UdsFieldType:
 * @UDS_FIELD_TEXT: one line of text
 * @UDS_FIELD_LONG_TEXT: text of any length; lists do not read it
 * @UDS_FIELD_INTEGER: a whole number
 * @UDS_FIELD_YEAR: a whole number that is never grouped
 * @UDS_FIELD_REAL: a number
 * @UDS_FIELD_BOOLEAN: 0 or 1
 * @UDS_FIELD_DATE: a date, ISO and possibly partial (uds-date.h)
 * @UDS_FIELD_TIME: a local time of day, "16:00"
 * @UDS_FIELD_PERIOD: a period of time in its canonical form (uds-period.h)
 * @UDS_FIELD_COUNTRY: a country's code (uds-country.h)
 * @UDS_FIELD_CHOICE: one of the field's choices, by its code
 * @UDS_FIELD_REFERENCE: the id of a record of the field's target kind
 * @UDS_FIELD_JSON: a JSON object, canonical: keys sorted, no blanks
 */
typedef enum {
  UDS_FIELD_TEXT,
  UDS_FIELD_LONG_TEXT,
  UDS_FIELD_INTEGER,
  UDS_FIELD_YEAR,
  UDS_FIELD_REAL,
  UDS_FIELD_BOOLEAN,
  UDS_FIELD_DATE,
  UDS_FIELD_TIME,
  UDS_FIELD_PERIOD,
  UDS_FIELD_COUNTRY,
  UDS_FIELD_CHOICE,
  UDS_FIELD_REFERENCE,
  UDS_FIELD_JSON,
} UdsFieldType;

/**
 * UdsFieldFlags:
 * @UDS_FIELD_REQUIRED: a record without it is not valid
 * @UDS_FIELD_SEARCHABLE: search finds the record by it
 * @UDS_FIELD_KEY: part of the natural key by which an import recognises a record
 * @UDS_FIELD_OWNER: a reference to the record this one is part of and is deleted with
 * @UDS_FIELD_HIDDEN: plain forms and lists leave it out
 * @UDS_FIELD_DANISH: the Danish half of a pair
 * @UDS_FIELD_ENGLISH: the English half of a pair
 * @UDS_FIELD_OFFERED: a reference to a record whose page offers to make one of these for it
 */
typedef enum {
  UDS_FIELD_REQUIRED   = 1 << 0,
  UDS_FIELD_SEARCHABLE = 1 << 1,
  UDS_FIELD_KEY        = 1 << 2,
  UDS_FIELD_OWNER      = 1 << 3,
  UDS_FIELD_HIDDEN     = 1 << 4,
  UDS_FIELD_DANISH     = 1 << 5,
  UDS_FIELD_ENGLISH    = 1 << 6,
  UDS_FIELD_OFFERED    = 1 << 7,
} UdsFieldFlags;

/**
 * UdsPrivacy:
 * @UDS_PRIVACY_NONE: no personal data
 * @UDS_PRIVACY_PERSONAL: personal data
 * @UDS_PRIVACY_SPECIAL: personal data of a special category (GDPR article 9)
 */
typedef enum {
  UDS_PRIVACY_NONE,
  UDS_PRIVACY_PERSONAL,
  UDS_PRIVACY_SPECIAL,
} UdsPrivacy;

/**
 * UdsChoice:
 * @code: what is stored and what commands take
 * @label: what a reader sees; marked for translation, English
 */
typedef struct {
  const char *code;
  const char *label;
} UdsChoice;

/**
 * UdsField:
 * @name: the field's name and its column, lower case with underscores
 * @type: what it holds
 * @label: what a reader sees; marked for translation, English
 * @flags: see #UdsFieldFlags
 * @privacy: whether it is about a person
 * @target: of a reference, the name of the kind it refers to
 * @choices: of a choice, its values, ended by a %NULL code
 */
typedef struct {
  const char      *name;
  UdsFieldType     type;
  const char      *label;
  UdsFieldFlags    flags;
  UdsPrivacy       privacy;
  const char      *target;
  const UdsChoice *choices;
} UdsField;

/**
 * UdsKind:
 * @name: its name in commands, lower case with hyphens
 * @table: its table
 * @label: one of it, marked for translation
 * @label_plural: many of it, marked for translation
 * @title: the field that names a record; of a pair, the name without its language
 * @order: the field that lists are sorted by unless asked otherwise; of a pair, the name without its language
 * @descending: whether that order is from the highest
 * @is_mergeable: whether two of it may turn out to be about the same, and be made one
 * @icon: the name of its symbolic icon
 * @fields: its field table, in the order of forms and exports
 * @n_fields: how many
 */
typedef struct {
  const char     *name;
  const char     *table;
  const char     *label;
  const char     *label_plural;
  const char     *title;
  const char     *order;
  gboolean        descending;
  gboolean        is_mergeable;
  const char     *icon;
  const UdsField *fields;
  guint           n_fields;
} UdsKind;

const UdsKind  *uds_kind_lookup            (const char         *name);
const UdsKind *const *uds_kind_list        (guint              *n_kinds);
const UdsField *uds_kind_lookup_field      (const UdsKind      *kind,
                                            const char         *name,
                                            guint              *index);
const UdsField *uds_kind_lookup_shown      (const UdsKind      *kind,
                                            const char         *name,
                                            UdsLanguage         language);
const char     *uds_kind_get_code_field    (const UdsKind      *kind);
const UdsField *uds_kind_get_type_field    (const UdsKind      *kind);
gboolean        uds_kind_is_searchable     (const UdsKind      *kind);
gboolean        uds_kind_is_listed         (const UdsKind      *kind);
gboolean        uds_kind_is_sorted_by_name (const UdsKind      *kind);
char           *uds_field_get_base_name    (const UdsField     *field);
const char     *uds_field_get_choice_label (const UdsField     *field,
                                            const char         *code);

G_END_DECLS
