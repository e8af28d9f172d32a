/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts dates and states side by side. */
#include "uds-term-words.h"

#include "uds-format.h"
#include "uds-record-summary.h"

#include <glib/gi18n.h>

/**
 * uds_term_words_state:
 * @item: an agreement, project or cooperation
 * @language: the reader's
 *
 * Returns: (transfer full): "2022–2027 · Expires within six months"
 */
char *
uds_term_words_state (const UdsTermItem *item,
                      UdsLanguage        language)
{
  g_autofree char *dates = uds_record_format_dates (item->record, language);
  const char *const parts[] = { dates, uds_term_state_get_label (item->term.state) };

  return uds_format_join (parts, G_N_ELEMENTS (parts));
}

/**
 * uds_term_words_end:
 * @item: one that ends, and is not over
 * @language: the reader's
 *
 * Returns: (transfer full): "31 March 2027 · 4 months left"
 */
char *
uds_term_words_end (const UdsTermItem *item,
                    UdsLanguage        language)
{
  const UdsTerm *term = &item->term;
  g_autofree char *end = uds_date_format (&term->end, language);
  g_autofree char *span = uds_term_format_span (&item->today, &term->last_day);
  /* Translators: how long there is left, "14 months" */
  g_autofree char *left = g_strdup_printf (_("%s left"), span);
  const char *const parts[] = { end, left };

  return uds_format_join (parts, G_N_ELEMENTS (parts));
}

static char *
format_labelled (UdsRecord   *record,
                 const char  *name,
                 UdsLanguage  language)
{
  const UdsField *field = uds_kind_lookup_field (uds_record_get_kind (record), name, NULL);
  g_autofree char *value = uds_record_format (record, name, language);

  return value != NULL ? g_strdup_printf ("%s: %s", _(field->label), value) : NULL;
}

/**
 * uds_term_words_approval:
 * @agreement: an agreement
 * @language: the reader's
 *
 * Returns: (transfer full) (nullable): when the City Council approved it, under which item and as which case; %NULL
 *   where nothing of that is known
 */
char *
uds_term_words_approval (UdsRecord   *agreement,
                         UdsLanguage  language)
{
  g_autofree char *date = format_labelled (agreement, "approved_on", language);
  g_autofree char *item = format_labelled (agreement, "approved_item", language);
  g_autofree char *own_case = format_labelled (agreement, "approved_case", language);
  const char *const parts[] = { date, item, own_case };

  return uds_format_join (parts, G_N_ELEMENTS (parts));
}
