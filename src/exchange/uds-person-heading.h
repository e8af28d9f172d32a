/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a table of people are, by their headings: those of address books and mail programs, of the fields
 * of our own kinds, and what people write, in both languages. For the importer of such tables only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UdsPersonPart:
 * @UDS_PERSON_PART_WHOLE: the column holds the value of a property
 * @UDS_PERSON_PART_LABEL: it says which of the person's the property of the same group is: “Work”
 *
 * Others are the place of a component in the value of N, ADR or ORG, from 0.
 */
typedef enum {
  UDS_PERSON_PART_WHOLE = -1,
  UDS_PERSON_PART_LABEL = -2,
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

G_END_DECLS
