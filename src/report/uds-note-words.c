/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of a note and the printed digest both say. Its text is read by base/uds-text-blocks.h. */
#include "uds-note-words.h"

#include "uds-format.h"

#include <glib/gi18n.h>

/**
 * uds_note_words_origin:
 * @note: a note of knowledge
 * @language: of dates; that of the words is the session's
 *
 * Returns: (transfer full) (nullable): date, type and author: where it comes from before what it says; %NULL where
 *   nobody said
 */
char *
uds_note_words_origin (UdsRecord   *note,
                       UdsLanguage  language)
{
  g_autofree char *date = uds_record_format (note, "date", language);
  g_autofree char *category = uds_record_format (note, "category", language);
  const char *const parts[] = { date, category, uds_record_get_text (note, "author") };

  return uds_format_join (parts, G_N_ELEMENTS (parts));
}

static void
add_fact (GStrvBuilder *facts,
          const char   *label,
          const char   *fact)
{
  if (fact != NULL && *fact != '\0')
    g_strv_builder_take (facts, g_strdup_printf ("%s: %s", label, fact));
}

/**
 * uds_note_words_facts:
 * @note: a note of knowledge
 *
 * Returns: (transfer full): lines such as "Source: …", for those of which something is known
 */
GStrv
uds_note_words_facts (UdsRecord *note)
{
  g_autoptr (GStrvBuilder) facts = g_strv_builder_new ();

  add_fact (facts, _("Source"), uds_record_get_text (note, "source"));
  add_fact (facts, _("Shared with"), uds_record_get_text (note, "shared_with"));
  add_fact (facts, _("Used in"), uds_record_get_text (note, "used_in"));
  return g_strv_builder_end (facts);
}
