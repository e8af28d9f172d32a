/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of the problems, which programs read, and their texts, which people do. */
#include "uds-problem.h"

#include <glib/gi18n.h>

static const struct {
  const char *name;
  const char *reason; /* %s stands for the detail */
} texts[] = {
  [UDS_PROBLEM_NONE] = { "none", "" },
  [UDS_PROBLEM_TRIMMED] = { "trimmed", N_("There were blanks before or after it; it was imported without them") },
  [UDS_PROBLEM_MISSING_VALUE] = { "missing-value", N_("This was taken to mean that there is no value") },
  [UDS_PROBLEM_REPAIRED] = { "repaired", N_("This was put right as proposed") },
  [UDS_PROBLEM_TWO_YEARS] = { "two-years",
                              N_("This was read as two years, not as a month, like the others in the column") },
  [UDS_PROBLEM_STRAY_QUOTE] = { "stray-quote", N_("There is text behind the closing quotation mark; it was kept") },
  [UDS_PROBLEM_NO_HEADLINE] = { "no-headline",
                                N_("Every row has a breakdown. Without a headline row progress cannot be assessed") },
  /* Translators: %s is the name of a setting */
  [UDS_PROBLEM_SETTING_UNREAD] = { "setting-unread",
                                   N_("The setting “%s” is kept, but it is not what is expected there") },
  /* Translators: %s is the name that a group of categories got, such as "Column 3" */
  [UDS_PROBLEM_UNNAMED_DIMENSION] = { "unnamed-dimension",
                                      N_("The title does not say what is told apart here; it is called “%s”") },
  /* Translators: %s is a number */
  [UDS_PROBLEM_VALUES_MISSING] = { "values-missing",
                                   N_("Values that should follow are missing (%s); the file may be cut off") },
  /* Translators: %s is a person's name as it was made */
  [UDS_PROBLEM_NAME_MADE] = { "name-made", N_("Nothing is said to be the name; “%s” was made of the rest") },
  /* Translators: %s is the number of a card */
  [UDS_PROBLEM_CARD_NOT_ENDED] = { "card-not-ended",
                                   N_("Card %s has no end (END:VCARD); all that stands before the next one was read as "
                                      "part of it") },
  [UDS_PROBLEM_BAD_LETTERS] = { "bad-letters",
                                N_("Some letters cannot be read and stand as �; please put them right") },
  /* Translators: %s is the number of a person in the file */
  [UDS_PROBLEM_SAME_PERSON] = { "same-person", N_("This is the person of number %s; the two were put together") },
  /* Translators: %s is the name of an organisation */
  [UDS_PROBLEM_ORGANISATION_MADE] = { "organisation-made",
                                      N_("There was no organisation called “%s”; it was made") },
  /* Translators: %s is the name of an organisation, a city or a network */
  [UDS_PROBLEM_SEVERAL_CALLED] = { "several-called",
                                   N_("There is more than one called “%s”; the first was taken: look whether it is the "
                                      "right one") },
  [UDS_PROBLEM_NOT_A_PERIOD] = { "not-a-period",
                                 N_("This is not a year, nor another period such as 2018/19, 2018-Q1 or 2018-03") },
  [UDS_PROBLEM_NO_PERIOD] = { "no-period", N_("The row says no year") },
  [UDS_PROBLEM_NOT_A_NUMBER] = { "not-a-number", N_("This is not a number") },
  [UDS_PROBLEM_NUMBER_FORMAT] = { "number-format",
                                  N_("This is not written as the other numbers are; it may mean %s") },
  [UDS_PROBLEM_AMBIGUOUS_NUMBER] = { "ambiguous-number",
                                     N_("This can be a decimal number or thousands: "
                                        "please say which sign is the decimal sign") },
  /* Translators: %s is a unit, such as “persons” */
  [UDS_PROBLEM_OTHER_UNIT] = { "other-unit", N_("This is a percentage, but the unit of the series is: %s") },
  [UDS_PROBLEM_NOT_A_QUALITY] = { "not-a-quality",
                                  N_("This is no word for how sure a value is, such as “measured” or “provisional”") },
  /* Translators: %s says where in the table the value stands: "Men, 2020" */
  [UDS_PROBLEM_VALUE_NOT_A_NUMBER] = { "value-not-a-number", N_("The value for “%s” is not a number") },
  [UDS_PROBLEM_CUT_OFF] = { "cut-off", N_("The file ends in the middle of this value; it may be cut off") },
  [UDS_PROBLEM_OUTSIDE_TABLE] = { "outside-table", N_("The table has no place for this value") },
  /* Translators: %s is a category of a dimension, such as a place or an age */
  [UDS_PROBLEM_UNKNOWN_CATEGORY] = { "unknown-category", N_("The table does not list the category “%s”") },
  /* Translators: %s is what stands in another cell of the row */
  [UDS_PROBLEM_ROW_REFUSED] = { "row-refused", N_("The row was not imported because of “%s”") },
  /* Translators: %s is the number of a row */
  [UDS_PROBLEM_DUPLICATE] = { "duplicate", N_("Row %s is about the same period and the same series") },
  [UDS_PROBLEM_OTHER_VALUE] = { "duplicate", "%s" },
  /* Translators: %s is what stands in another cell of the row */
  [UDS_PROBLEM_UNWANTED] = { "unwanted", N_("The row was left out because it is about “%s”, as you asked") },
  [UDS_PROBLEM_DELETION] = { "deletion", N_("The row asks for a figure to be deleted, which an import never does") },
  [UDS_PROBLEM_NO_VALUES] = { "no-values", N_("The row has no values") },
  [UDS_PROBLEM_SHORT_ROW] = { "short-row", N_("The row ends before the column of the value; the file may be cut off") },
  [UDS_PROBLEM_UNCLOSED_QUOTE] = { "unclosed-quote",
                                   N_("The quotation mark before it is never closed; the file may be cut off") },
  [UDS_PROBLEM_IGNORED_COLUMN] = { "ignored-column", N_("The column was left out, as you asked") },
  [UDS_PROBLEM_UNNAMED_COLUMN] = { "unnamed-column", N_("The column has no name") },
  /* Translators: %s is the heading of a column */
  [UDS_PROBLEM_DUPLICATE_COLUMN] = { "duplicate-column", N_("There is another column named “%s” before it") },
  [UDS_PROBLEM_EXTRA_CELL] = { "extra-cell", N_("The row is longer than the heading") },
  [UDS_PROBLEM_NO_KEY] = { "no-key", N_("Nothing says what this is") },
  /* Translators: %s is the name of a setting */
  [UDS_PROBLEM_DUPLICATE_KEY] = { "duplicate-key", N_("“%s” was said before") },
  /* Translators: %s is the heading of a column */
  [UDS_PROBLEM_UNKNOWN_COLUMN] = { "unknown-column", N_("Records of this kind have no field named “%s”") },
  [UDS_PROBLEM_OTHER_COLUMN] = { "other-column",
                                 N_("The table has no place for this column; where it is about another series, "
                                    "choose that and paste again") },
  [UDS_PROBLEM_DOES_NOT_FIT] = { "does-not-fit", "%s" },
  [UDS_PROBLEM_NOT_JSON] = { "not-json", N_("This is not a JSON object") },
  [UDS_PROBLEM_UNKNOWN_REFERENCE] = { "unknown-reference", "%s" },
  /* Translators: %s is why */
  [UDS_PROBLEM_RECORD_REFUSED] = { "record-refused", N_("The row was not imported: %s") },
  /* Translators: %s is the number of a row */
  [UDS_PROBLEM_DUPLICATE_RECORD] = { "duplicate-record",
                                     N_("Row %s is about the same record and says something else") },
  [UDS_PROBLEM_NOT_A_PROPERTY] = { "not-a-property",
                                   N_("This line is no property of a card; it may belong to the line above") },
  [UDS_PROBLEM_OUTSIDE_CARD] = { "outside-card",
                                 N_("This line is outside every card; before it, BEGIN:VCARD may be missing") },
  /* Translators: %s is the number of a card */
  [UDS_PROBLEM_EMPTY_CARD] = { "empty-card", N_("Card %s says nothing") },
  /* Translators: %s is the number of a person in the file */
  [UDS_PROBLEM_NOBODY] = { "nobody", N_("Nothing says who number %s is; give them a name (FN) and import again") },
  /* Translators: %s is the number of a person in the file */
  [UDS_PROBLEM_OTHER_PERSON] = { "other-person", N_("Number %s is about the same person and says something else") },
  [UDS_PROBLEM_UNKNOWN_FORMAT] = { "unknown-format", "%s" },
  [UDS_PROBLEM_TOO_LARGE] = { "too-large", "%s" },
  [UDS_PROBLEM_INVALID_FILE] = { "invalid-file", "%s" },
  [UDS_PROBLEM_UNREADABLE_FILE] = { "unreadable-file", "%s" },
};

/**
 * uds_problem_new:
 * @row: the row
 * @column: the column
 * @code: what is odd
 * @value: (nullable): what stands there
 * @detail: (nullable): what the reason names besides
 * @repair: (nullable): what would be right
 *
 * Returns: (transfer full): a problem; see #UdsProblem
 */
UdsProblem *
uds_problem_new (guint           row,
                 guint           column,
                 UdsProblemCode  code,
                 const char     *value,
                 const char     *detail,
                 const char     *repair)
{
  UdsProblem *self = g_new (UdsProblem, 1);

  *self = (UdsProblem) {
    .row = row,
    .column = column,
    .code = code,
    .value = g_strdup (value),
    .detail = g_strdup (detail),
    .repair = g_strdup (repair),
  };
  return self;
}

/**
 * uds_problem_free:
 * @self: (transfer full): a problem
 */
void
uds_problem_free (UdsProblem *self)
{
  g_free (self->value);
  g_free (self->detail);
  g_free (self->repair);
  g_free (self);
}

/**
 * uds_problem_is_note:
 * @self: a problem
 *
 * Returns: whether the content is imported all the same
 */
gboolean
uds_problem_is_note (const UdsProblem *self)
{
  return self->code <= UDS_PROBLEM_LAST_NOTE;
}

/**
 * uds_problem_get_name:
 * @self: a problem
 *
 * Returns: the name of its code, for programs: "not-a-period"
 */
const char *
uds_problem_get_name (const UdsProblem *self)
{
  return texts[self->code].name;
}

/**
 * uds_problem_get_reason:
 * @self: a problem
 *
 * Returns: (transfer full): what is odd, in the user's language
 */
char *
uds_problem_get_reason (const UdsProblem *self)
{
  const char *reason = texts[self->code].reason;
  GString *text = g_string_new (*reason == '%' ? reason : _(reason));

  g_string_replace (text, "%s", self->detail != NULL ? self->detail : "", 1);
  return g_string_free (text, FALSE);
}
