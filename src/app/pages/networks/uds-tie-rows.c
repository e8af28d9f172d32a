/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section where there is something to tell; who or what is told of, a row opens. The words are src/report's. */
#include "uds-tie-rows.h"

#include "uds-reach-button.h"
#include "uds-related-list.h"
#include "uds-term-bar.h"
#include "uds-tie-words.h"

#include <glib/gi18n.h>

static GtkWidget *
make_agreement_row (gpointer    item,
                    UdsLanguage language)
{
  const UdsTermItem *agreement = item;
  g_autofree char *facts = uds_tie_words_agreement (agreement, language);
  GtkWidget *row = uds_fact_row_new (agreement->record, uds_record_get_title (agreement->record, language), facts);

  uds_term_bar_add_to_row (ADW_ACTION_ROW (row), agreement);
  return row;
}

/**
 * uds_tie_rows_add_agreements:
 * @box: an overview
 * @agreements: (element-type UdsTermItem): agreements
 * @language: the reader's
 */
void
uds_tie_rows_add_agreements (GtkBox      *box,
                             GPtrArray   *agreements,
                             UdsLanguage  language)
{
  uds_overview_add_rows (box, _("Agreements"), agreements, make_agreement_row, language);
}

/* Whoever can be reached is a press away. */
static GtkWidget *
make_person_row (gpointer    item,
                 UdsLanguage language)
{
  const UdsTie *tie = item;
  g_autofree char *facts = uds_tie_words_role (tie, language);
  GtkWidget *row = uds_fact_row_new (tie->other, uds_record_get_title (tie->other, language), facts);

  uds_reach_button_add_to_row (ADW_ACTION_ROW (row), "email", uds_record_get_text (tie->other, "email"));
  uds_reach_button_add_to_row (ADW_ACTION_ROW (row), "phone", uds_record_get_text (tie->other, "phone"));
  return row;
}

/**
 * uds_tie_rows_add_people:
 * @box: an overview
 * @roles: (element-type UdsTie): roles with the people
 * @language: the reader's
 */
void
uds_tie_rows_add_people (GtkBox      *box,
                         GPtrArray   *roles,
                         UdsLanguage  language)
{
  uds_overview_add_rows (box, _("People"), roles, make_person_row, language);
}
