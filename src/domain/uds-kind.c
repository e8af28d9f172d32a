/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds kinds and their fields by name. What the kinds are stands in uds-kinds-*.c. */
#include "uds-kinds-private.h"

/* In an order in which every kind comes after those it refers to. */
static const UdsKind *const kinds[] = {
  &uds_kind_administration,
  &uds_kind_purpose,
  &uds_kind_principle,
  &uds_kind_strategy_section,
  &uds_kind_goal,
  &uds_kind_target,
  &uds_kind_un_indicator,
  &uds_kind_indicator,
  &uds_kind_indicator_target,
  &uds_kind_series_break,
  &uds_kind_calculation,
  &uds_kind_series,
  &uds_kind_observation,
  &uds_kind_effort,
  &uds_kind_network,
  &uds_kind_network_figure,
  &uds_kind_city,
  &uds_kind_comparison,
  &uds_kind_comparison_value,
  &uds_kind_organisation,
  &uds_kind_membership,
  &uds_kind_other_name,
  &uds_kind_agreement,
  &uds_kind_party,
  &uds_kind_document,
  &uds_kind_agenda,
  &uds_kind_focus_area,
  &uds_kind_contact,
  &uds_kind_contact_point,
  &uds_kind_contact_role,
  &uds_kind_note,
  &uds_kind_event,
  &uds_kind_figure,
  &uds_kind_request,
  &uds_kind_link,
};

/**
 * uds_kind_lookup:
 * @name: the name of a kind, such as "indicator"
 *
 * Returns: (nullable): the kind, or %NULL where there is none of that name
 */
const UdsKind *
uds_kind_lookup (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i]->name, name))
      return kinds[i];

  return NULL;
}

/**
 * uds_kind_list:
 * @n_kinds: (out) (optional): how many there are
 *
 * Returns: (array length=n_kinds): all kinds, each after those it refers to
 */
const UdsKind *const *
uds_kind_list (guint *n_kinds)
{
  if (n_kinds != NULL)
    *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * uds_kind_lookup_field:
 * @kind: a kind
 * @name: the name of a field
 * @index: (out) (optional): its place in the field table
 *
 * Returns: (nullable): the field, or %NULL where @kind has none of that name
 */
const UdsField *
uds_kind_lookup_field (const UdsKind *kind,
                       const char    *name,
                       guint         *index)
{
  g_return_val_if_fail (kind != NULL && name != NULL, NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!g_str_equal (kind->fields[i].name, name))
        continue;
      if (index != NULL)
        *index = i;
      return &kind->fields[i];
    }

  return NULL;
}

/**
 * uds_kind_lookup_shown:
 * @kind: a kind
 * @name: the name of a field, or of a pair without its language
 * @language: the reader's
 *
 * Returns: (nullable): the field, of a pair the half in @language; %NULL where @kind has none of that name
 */
const UdsField *
uds_kind_lookup_shown (const UdsKind *kind,
                       const char    *name,
                       UdsLanguage    language)
{
  const UdsField *field = uds_kind_lookup_field (kind, name, NULL);
  g_autofree char *half = NULL;

  if (field != NULL)
    return field;

  half = g_strconcat (name, language == UDS_LANGUAGE_DA ? "_da" : "_en", NULL);
  return uds_kind_lookup_field (kind, half, NULL);
}

/**
 * uds_kind_get_code_field:
 * @kind: a kind
 *
 * Returns: (nullable): the field with the number or code by which people know records of @kind: goal 11, target 11.6;
 *   %NULL where they know them by their names alone
 */
const char *
uds_kind_get_code_field (const UdsKind *kind)
{
  const UdsField *code = uds_kind_lookup_field (kind, "code", NULL);

  if (uds_kind_lookup_field (kind, "number", NULL) != NULL)
    return "number";
  return code != NULL && (code->flags & UDS_FIELD_SEARCHABLE) ? code->name : NULL;
}

/**
 * uds_kind_get_type_field:
 * @kind: a kind
 *
 * Returns: (nullable): the choice that every record of @kind has, which says what it is where it has no name
 */
const UdsField *
uds_kind_get_type_field (const UdsKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == UDS_FIELD_CHOICE && (kind->fields[i].flags & UDS_FIELD_REQUIRED))
      return &kind->fields[i];

  return NULL;
}

/**
 * uds_kind_is_searchable:
 * @kind: a kind
 *
 * Returns: whether search finds records of @kind
 */
gboolean
uds_kind_is_searchable (const UdsKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & UDS_FIELD_SEARCHABLE)
      return TRUE;

  return FALSE;
}

/**
 * uds_kind_is_listed:
 * @kind: a kind
 *
 * Returns: whether records of @kind have a name of their own, so that views can list and open them;
 *   parts such as observations have none
 */
gboolean
uds_kind_is_listed (const UdsKind *kind)
{
  return kind->title != NULL;
}

/**
 * uds_kind_is_sorted_by_name:
 * @kind: a kind
 *
 * Returns: whether lists of @kind are sorted by what names its records, and search finds them: the store then keeps the
 *   keys of the names, so that long lists come at once
 */
gboolean
uds_kind_is_sorted_by_name (const UdsKind *kind)
{
  return kind->title != NULL && g_strcmp0 (kind->order, kind->title) == 0 && !kind->descending
         && uds_kind_is_searchable (kind);
}

/**
 * uds_field_get_base_name:
 * @field: a field
 *
 * Returns: (transfer full): the name of the pair that a field in one of two languages belongs to, "name" of "name_da";
 *   of any other field its name
 */
char *
uds_field_get_base_name (const UdsField *field)
{
  gboolean half = (field->flags & (UDS_FIELD_DANISH | UDS_FIELD_ENGLISH)) != 0;

  return g_strndup (field->name, strlen (field->name) - (half ? strlen ("_da") : 0));
}

/**
 * uds_field_get_choice_label:
 * @field: a field
 * @code: a value of it
 *
 * Returns: (nullable): what a reader sees for @code, translated; %NULL where @code is none of the choices
 */
const char *
uds_field_get_choice_label (const UdsField *field,
                            const char     *code)
{
  if (field->choices == NULL || code == NULL)
    return NULL;

  for (const UdsChoice *choice = field->choices; choice->code != NULL; choice++)
    if (g_str_equal (choice->code, code))
      return _(choice->label);

  return NULL;
}
