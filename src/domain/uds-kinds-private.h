/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The field tables of all kinds and the words they are written with. For src/domain only. */
#pragma once

#include "uds-kind.h"

#include <glib/gi18n.h>

G_BEGIN_DECLS

/* One field: name, type, label, then any of .flags .privacy .target .choices */
#define FIELD(name, type, label, ...) { name, UDS_FIELD_##type, label, __VA_ARGS__ }

/* A text in both languages: two columns, one label */
#define BILINGUAL(name, type, label, more)                              \
  { name "_da", UDS_FIELD_##type, label, .flags = UDS_FIELD_DANISH | (more) }, \
  { name "_en", UDS_FIELD_##type, label, .flags = UDS_FIELD_ENGLISH | (more) }

/* A reference to a record of another kind */
#define REFERENCE(name, kind, label, more) { name, UDS_FIELD_REFERENCE, label, .flags = (more), .target = kind }

/* A value from a list */
#define CHOICE(name, list, label) { name, UDS_FIELD_CHOICE, label, .choices = list }

/* Where a row's facts come from: every kind has it */
#define SOURCE { "source", UDS_FIELD_TEXT, N_("Source") }

#define KIND(id, ...) \
  const UdsKind uds_kind_##id = { __VA_ARGS__, .fields = fields_##id, .n_fields = G_N_ELEMENTS (fields_##id) }

/* Whether higher or lower is better; of indicators and of comparisons */
extern const UdsChoice uds_choices_direction[];

extern const UdsKind uds_kind_goal;
extern const UdsKind uds_kind_target;
extern const UdsKind uds_kind_un_indicator;
extern const UdsKind uds_kind_indicator;
extern const UdsKind uds_kind_indicator_target;
extern const UdsKind uds_kind_series_break;
extern const UdsKind uds_kind_calculation;
extern const UdsKind uds_kind_series;
extern const UdsKind uds_kind_observation;
extern const UdsKind uds_kind_effort;
extern const UdsKind uds_kind_administration;
extern const UdsKind uds_kind_purpose;
extern const UdsKind uds_kind_principle;
extern const UdsKind uds_kind_strategy_section;
extern const UdsKind uds_kind_network;
extern const UdsKind uds_kind_network_figure;
extern const UdsKind uds_kind_city;
extern const UdsKind uds_kind_comparison;
extern const UdsKind uds_kind_comparison_value;
extern const UdsKind uds_kind_organisation;
extern const UdsKind uds_kind_membership;
extern const UdsKind uds_kind_other_name;
extern const UdsKind uds_kind_agreement;
extern const UdsKind uds_kind_party;
extern const UdsKind uds_kind_document;
extern const UdsKind uds_kind_agenda;
extern const UdsKind uds_kind_focus_area;
extern const UdsKind uds_kind_contact;
extern const UdsKind uds_kind_contact_point;
extern const UdsKind uds_kind_contact_role;
extern const UdsKind uds_kind_note;
extern const UdsKind uds_kind_event;
extern const UdsKind uds_kind_figure;
extern const UdsKind uds_kind_request;
extern const UdsKind uds_kind_link;

G_END_DECLS
