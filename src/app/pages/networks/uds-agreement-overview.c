/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows the digest of an agreement: its state in words with the time that has passed as a bar, what is due, parties and
 * documents, approval, renewals. What it helps and serves stands in the form, which makes and removes such links. */
#include "uds-agreement-overview.h"

#include "uds-agreement-digest.h"
#include "uds-due.h"
#include "uds-format.h"
#include "uds-part-list.h"
#include "uds-related-list.h"
#include "uds-term-bar.h"
#include "uds-term-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct {
  UdsAgreementDigest *digest;
  UdsRecord *agreement;
  UdsLanguage language;
  GtkBox *box;
} Showing;

/* State */

static void
add_state (Showing *self)
{
  const UdsTermItem *item = self->digest->item;
  g_autofree char *sentence = uds_term_describe (&item->term, &item->facts, &self->digest->today, self->language);
  AdwPreferencesGroup *group = uds_overview_add_group (self->box, uds_term_state_get_label (item->term.state));
  GtkWidget *bar = uds_term_bar_new (item);

  adw_preferences_group_set_description (group, sentence);
  if (bar != NULL)
    adw_preferences_group_add (group, bar);
}

/* Reminders */

static GtkWidget *
make_plain_row (const char *title,
                const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

/* Its end and the last day for giving notice are in the sentence already. */
static void
add_reminders (Showing *self)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < self->digest->dues->len; i++)
    {
      const UdsDue *due = g_ptr_array_index (self->digest->dues, i);
      g_autofree char *text = NULL;

      if (due->what == UDS_DUE_NOTICE || due->what == UDS_DUE_END)
        continue;
      if (group == NULL)
        group = uds_overview_add_group (self->box, _("What is due"));
      text = uds_due_format (due, self->language);
      adw_preferences_group_add (group, make_plain_row (text, NULL));
    }
}

/* Parts */

static void
add_parties (Showing *self)
{
  static const char *const choices[] = { "city", "organisation", NULL };
  const char *agreement = uds_record_get_id (self->agreement);
  GtkWidget *list = uds_part_list_new (_("Parties"), "party", "agreement", agreement, choices);

  gtk_box_append (self->box, list);
  for (guint i = 0; i < self->digest->parties->len; i++)
    {
      const UdsParty *party = g_ptr_array_index (self->digest->parties, i);
      UdsRecord *opened = party->who != NULL ? party->who : party->party;

      uds_part_list_add (UDS_PART_LIST (list), party->party, opened, uds_record_get_title (opened, self->language),
                         uds_record_get_localized (party->party, "role", self->language));
    }
}

static void
add_documents (Showing *self)
{
  const char *agreement = uds_record_get_id (self->agreement);
  GtkWidget *list = uds_part_list_new (_("Documents"), "document", "agreement", agreement, NULL);

  gtk_box_append (self->box, list);
  for (guint i = 0; i < self->digest->documents->len; i++)
    {
      UdsRecord *document = g_ptr_array_index (self->digest->documents, i);
      g_autofree char *date = uds_record_format (document, "date", self->language);
      const char *const parts[] = { date, uds_record_get_text (document, "link") };
      g_autofree char *facts = uds_format_join (parts, G_N_ELEMENTS (parts));

      uds_part_list_add (UDS_PART_LIST (list), document, document, uds_record_get_title (document, self->language),
                         facts);
    }
}

/* Approval */

static void
add_approval (Showing *self)
{
  g_autofree char *facts = uds_term_words_approval (self->agreement, self->language);
  const char *scope = uds_record_get_text (self->agreement, "approved_scope");

  if (facts == NULL && scope == NULL)
    return;

  adw_preferences_group_add (uds_overview_add_group (self->box, _("Approved by the City Council")),
                             make_plain_row (facts != NULL ? facts : scope, facts != NULL ? scope : NULL));
}

/* Renewals */

static void
add_renewals (Showing *self)
{
  AdwPreferencesGroup *group;

  if (self->digest->renewals->len == 0)
    return;

  group = uds_overview_add_group (self->box, _("Before and after"));
  for (guint i = 0; i < self->digest->renewals->len; i++)
    {
      const UdsTermItem *item = g_ptr_array_index (self->digest->renewals, i);
      g_autofree char *sentence = uds_term_describe (&item->term, &item->facts, &self->digest->today, self->language);

      adw_preferences_group_add (
          group, uds_fact_row_new (item->record, uds_record_get_title (item->record, self->language), sentence));
    }
}

static GtkWidget *
show_agreement (gpointer    found,
                UdsLanguage language)
{
  UdsAgreementDigest *digest = found;
  Showing self = {
    .digest = digest,
    .agreement = digest->item->record,
    .language = language,
    .box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24)),
  };

  add_state (&self);
  add_reminders (&self);
  add_parties (&self);
  add_documents (&self);
  add_approval (&self);
  add_renewals (&self);
  return GTK_WIDGET (self.box);
}

static gpointer
read_agreement (UdsSession   *session,
                const char   *id,
                UdsLanguage   language,
                GError      **error)
{
  return uds_session_digest_agreement (session, id, language, error);
}

static const char *const covered[] = { "party", "document", "agreement", NULL };

const UdsOverview uds_agreement_overview = {
  .kind = "agreement",
  .covered = covered,
  .read = read_agreement,
  .found_free = (GDestroyNotify) uds_agreement_digest_free,
  .show = show_agreement,
};
