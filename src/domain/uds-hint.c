/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules, one function each: for records that have certain fields, or for a kind. A rule for another kind is a
 * function here and a line in the table. */
#include "uds-hint.h"

#include "uds-agreement.h"

#include <glib/gi18n.h>

static void
hint_free (gpointer data)
{
  UdsHint *hint = data;

  g_free (hint->text);
  g_free (hint);
}

static void
add_hint (GPtrArray  *hints,
          const char *field,
          char       *text)
{
  UdsHint *hint = g_new0 (UdsHint, 1);

  hint->field = field;
  hint->text = text;
  g_ptr_array_add (hints, hint);
}

static gboolean
read_date (UdsRecord  *record,
           const char *field,
           UdsDate    *date)
{
  const char *text = NULL;

  if (uds_kind_lookup_field (uds_record_get_kind (record), field, NULL) != NULL)
    text = uds_record_get_text (record, field);
  return text != NULL && uds_date_parse (text, date);
}

/* The last day of the one comes before the first day of the other. */
static gboolean
is_before (const UdsDate *a,
           const UdsDate *b)
{
  UdsDate last = uds_date_last_day (a);
  UdsDate first = uds_date_first_day (b);

  return uds_date_compare (&last, &first) < 0;
}

static void
check_order (UdsRecord *record,
             GPtrArray *hints)
{
  static const char *const pairs[][2] = { { "start", "end" }, { "valid_from", "valid_to" } };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      UdsDate from, to;

      if (read_date (record, pairs[i][0], &from) && read_date (record, pairs[i][1], &to) && is_before (&to, &from))
        add_hint (hints, pairs[i][1], g_strdup (_("The end comes before the start.")));
    }
}

static void
check_end (UdsRecord *agreement,
           GPtrArray *hints)
{
  if (!uds_record_has (agreement, "end") && !uds_record_has (agreement, "no_end_reason"))
    add_hint (hints, "end",
              /* Translators: principle 4 of the city's international strategy */
              g_strdup (_("An agreement is made for a limited time (principle 4): give its end, or why it has none.")));
}

static void
check_approval (UdsRecord *agreement,
                GPtrArray *hints)
{
  static const char *const fields[] = { "approved_on", "approved_item", "approved_scope" };
  guint missing = 0;

  if (!uds_agreement_lacks_approval (agreement))
    return;
  while (missing + 1 < G_N_ELEMENTS (fields) && uds_record_has (agreement, fields[missing]))
    missing++;
  add_hint (hints, fields[missing],
            /* Translators: principle 6 of the city's international strategy */
            g_strdup (_("A binding agreement says what the City Council approved (principle 6): date, agenda item and "
                        "what the approval covers.")));
}

static void
check_reminder (UdsRecord *agreement,
                GPtrArray *hints)
{
  UdsDate end, remind_on;

  if (read_date (agreement, "end", &end) && read_date (agreement, "remind_on", &remind_on)
      && is_before (&end, &remind_on))
    add_hint (hints, "remind_on", g_strdup (_("The reminder comes after the end.")));
}

static const struct {
  const char *kind; /* NULL for all */
  void (*check) (UdsRecord *record,
                 GPtrArray *hints);
} rules[] = {
  { NULL, check_order },
  { "agreement", check_end },
  { "agreement", check_approval },
  { "agreement", check_reminder },
};

/**
 * uds_record_find_hints:
 * @record: a record, stored or not
 *
 * Returns: (transfer full) (element-type UdsHint): what is to be said about it; often nothing
 */
GPtrArray *
uds_record_find_hints (UdsRecord *record)
{
  GPtrArray *hints = g_ptr_array_new_with_free_func (hint_free);

  g_return_val_if_fail (UDS_IS_RECORD (record), hints);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].kind == NULL || uds_record_is_a (record, rules[i].kind))
      rules[i].check (record, hints);

  return hints;
}
