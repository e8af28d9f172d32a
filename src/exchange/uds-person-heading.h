/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a table of people are, by their headings: those of address books and mail programs, of the fields
 * of our own kinds, and what people write, in both languages. For the importer of such tables only. */
#pragma once

#include "uds-language.h"

G_BEGIN_DECLS

/**
 * UdsPersonPart:
 * @UDS_PERSON_PART_WHOLE: the column holds the value of a property
 * @UDS_PERSON_PART_LABEL: it says which of the person's the property of the same group is: “Work”
 * @UDS_PERSON_PART_KIND: it says what the place of the role of the same group is: “City”
 * @UDS_PERSON_PART_FROM: it says since when the role of the same group is
 * @UDS_PERSON_PART_TO: it says until when
 *
 * Others are the place of a component in the value of N, ADR or ORG, from 0.
 */
typedef enum {
  UDS_PERSON_PART_WHOLE = -1,
  UDS_PERSON_PART_LABEL = -2,
  UDS_PERSON_PART_KIND = -3,
  UDS_PERSON_PART_FROM = -4,
  UDS_PERSON_PART_TO = -5,
} UdsPersonPart;

/**
 * UdsPersonHeading:
 * @property: (nullable): the property of a vCard that the column says; %NULL where it is none
 * @part: a component of it from 0, or a #UdsPersonPart
 * @type: (nullable): which of the person's: "work", "home", "cell"
 * @number: which of several alike, as the heading counts; 0 where it does not
 * @meaning: what the reader is told that it is; English, marked for translation
 */
typedef struct {
  const char *property;
  int         part;
  const char *type;
  guint       number;
  const char *meaning;
} UdsPersonHeading;

GArray  *uds_person_headings_read  (GPtrArray    *texts);
gboolean uds_person_headings_speak (const GArray *found);
const char *uds_person_name_place_kind (const char *kind,
                                    UdsLanguage   language);
const char *uds_person_read_place_kind (const char *word);

G_END_DECLS
