/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People as vCards: what their fields say under the parameters that were kept, then the properties that were kept
 * whole. Reading them again gives the same. */
#include "uds-export.h"

#include "uds-person-parts.h"
#include "uds-vcard-lines.h"
#include "uds-vcard-person.h"

#include <string.h>

/* RFC 6350 §3.2: octets of a line without its end. */
#define LONGEST_LINE 75

typedef struct {
  UdsPersonParts *parts;
  guint version;
  GString *text;
  GPtrArray *lines;   /* those that the contact keeps and that are not written yet; %NULL where one is */
  GError *error;
} Writing;

/* Lines */

/* Folds between letters: what the RFC allows elsewhere, other programs do not read. */
static void
append_folded (GString    *text,
               const char *line)
{
  gsize column = 0;

  for (const char *p = line; *p != '\0';)
    {
      gsize length = (gsize) (g_utf8_next_char (p) - p);

      if (column + length > LONGEST_LINE)
        {
          g_string_append (text, "\r\n ");
          column = 1;
        }
      g_string_append_len (text, p, (gssize) length);
      column += length;
      p += length;
    }
  g_string_append (text, "\r\n");
}

/* "data:image/jpeg;base64,…" is ENCODING=b in version 3.0. */
static char *
make_older (const char *line)
{
  g_autoptr (UdsVcardProperty) property = uds_vcard_property_parse (line);
  gboolean is_data = property != NULL && g_str_has_prefix (property->value, "data:");
  const char *comma = is_data ? strstr (property->value, ";base64,") : NULL;
  const char *slash = comma != NULL ? memchr (property->value, '/', (gsize) (comma - property->value)) : NULL;
  g_autofree char *type = slash != NULL ? g_ascii_strup (slash + 1, comma - slash - 1) : NULL;
  GString *older;

  if (type == NULL)
    return g_strdup (line);

  older = g_string_new (NULL);
  if (property->group != NULL)
    g_string_append_printf (older, "%s.", property->group);
  g_string_append_printf (older, "%s%s;ENCODING=b", property->name, property->parameters);
  if (!g_str_equal (type, "OCTET-STREAM"))
    g_string_append_printf (older, ";TYPE=%s", type);
  g_string_append_printf (older, ":%s", comma + strlen (";base64,"));
  return g_string_free (older, FALSE);
}

static void
append_line (Writing    *self,
             const char *line)
{
  g_autofree char *older = self->version == 30 ? make_older (line) : NULL;

  append_folded (self->text, older != NULL ? older : line);
}

/* What was kept to stand before the next value of a property; the bare name where nothing was. */
static char *
take_head (Writing    *self,
           const char *name)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const char *line = g_ptr_array_index (self->lines, i);

      if (line != NULL && uds_vcard_line_is_head (line) && uds_vcard_line_is_named (line, name))
        return g_steal_pointer (&self->lines->pdata[i]);
    }
  return g_strconcat (name, ":", NULL);
}

static gboolean
has_head (const Writing *self,
          const char    *name)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const char *line = g_ptr_array_index (self->lines, i);

      if (line != NULL && uds_vcard_line_is_head (line) && uds_vcard_line_is_named (line, name))
        return TRUE;
    }
  return FALSE;
}

/* A number under a head that says VALUE=uri is an address of the scheme "tel". */
static void
append_value (Writing    *self,
              const char *head,
              const char *text)
{
  g_autoptr (UdsVcardProperty) property = uds_vcard_property_parse (head);
  g_autofree char *type = property != NULL ? uds_vcard_get_parameter (property->parameters, "VALUE") : NULL;
  gboolean is_address = type != NULL && g_ascii_strcasecmp (type, "uri") == 0;
  gboolean is_number = is_address && g_str_equal (property->name, "TEL");
  gboolean is_plain = is_address || (property != NULL && g_str_equal (property->name, "URL"));
  g_autofree char *escaped = is_plain ? g_strdup (text) : uds_vcard_escape (text);
  g_autofree char *line = g_strconcat (head, is_number ? "tel:" : "", escaped, NULL);

  append_line (self, line);
}

static void
append_field (Writing    *self,
              const char *name,
              const char *text)
{
  g_autofree char *head = NULL;

  if (text == NULL)
    return;
  head = take_head (self, name);
  append_value (self, head, text);
}

/* Names */

static char *
take_kept_name (Writing *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (self->lines->pdata[i] != NULL && uds_vcard_line_is_named (self->lines->pdata[i], "N"))
      return g_steal_pointer (&self->lines->pdata[i]);
  return NULL;
}

static void
append_name (Writing   *self,
             UdsRecord *contact)
{
  static const char *const fields[] = { "family_name", "given_name", NULL, "prefix", NULL };
  g_autofree char *kept = take_kept_name (self);
  g_autoptr (UdsVcardProperty) property = uds_vcard_property_parse (kept != NULL ? kept : "N:");
  g_autoptr (GPtrArray) parts = uds_vcard_split (property->value, ';');
  g_autoptr (GString) value = g_string_new (NULL);
  g_autofree char *line = NULL;

  for (guint i = 0; i < MAX (parts->len, G_N_ELEMENTS (fields)); i++)
    {
      const char *field = i < G_N_ELEMENTS (fields) ? fields[i] : NULL;
      const char *text = field != NULL ? uds_record_get_text (contact, field) : uds_vcard_get_part (parts, i);
      g_autofree char *escaped = uds_vcard_escape (text != NULL ? text : "");

      g_string_append_printf (value, "%s%s", i > 0 ? ";" : "", escaped);
    }
  if (self->version == 40 && kept == NULL && strspn (value->str, ";") == value->len)
    return;
  line = uds_vcard_property_to_line (property, value->str);
  append_line (self, line);
}

/* Contact points */

static const char *
get_property (const char *category)
{
  static const char *const names[][2] = { { "email", "EMAIL" }, { "phone", "TEL" }, { "address", "ADR" },
                                          { "website", "URL" } };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (category, names[i][0]) == 0)
      return names[i][1];
  return "X-CONTACT";
}

static gboolean
is_token (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!(g_ascii_islower (*p) || *p == '-'))
      return FALSE;
  return TRUE;
}

/* A parameter may hold anything but quotation marks and ends of lines. */
static char *
make_parameter (const char *name,
                const char *text)
{
  g_autofree char *safe = g_strdelimit (g_strdup (text), "\"\r\n", '\'');

  return g_strdup_printf (";%s=\"%s\"", name, safe);
}

/* What the card said, but for a label of our own that somebody changed. */
static char *
make_kept_head (const UdsVcardProperty *kept,
                const char             *label)
{
  g_autofree char *before = uds_vcard_get_parameter (kept->parameters, UDS_VCARD_LABEL);
  g_autofree char *others = uds_vcard_without_parameter (kept->parameters, UDS_VCARD_LABEL);
  g_autofree char *parameter = NULL;
  g_autofree char *all = NULL;
  UdsVcardProperty changed = *kept;

  if (before == NULL || g_strcmp0 (before, label) == 0)
    return uds_vcard_property_to_line (kept, "");
  parameter = label != NULL ? make_parameter (UDS_VCARD_LABEL, label) : NULL;
  all = g_strconcat (others, parameter, NULL);
  changed.parameters = all;
  return uds_vcard_property_to_line (&changed, "");
}

static char *
make_point_head (UdsRecord              *point,
                 const UdsVcardProperty *kept)
{
  const char *label = uds_record_get_text (point, "label");
  const char *name = get_property (uds_record_get_text (point, "category"));
  g_autofree char *parameter = NULL;

  if (kept != NULL)
    return make_kept_head (kept, label);
  if (label != NULL)
    parameter = is_token (label) ? g_strdup_printf (";TYPE=%s", label) : make_parameter (UDS_VCARD_LABEL, label);
  return g_strconcat (name, parameter != NULL ? parameter : "", ":", NULL);
}

static void
append_address (Writing                *self,
                const UdsVcardProperty *kept,
                const char             *head,
                const char             *text)
{
  g_autofree char *shown = kept != NULL ? uds_vcard_show_address (kept->value) : NULL;
  g_autofree char *escaped = uds_vcard_escape (text);
  g_autofree char *street = g_strdup_printf (";;%s;;;;", escaped);
  g_autofree char *line = NULL;

  /* An address that somebody changed has no components any more. */
  if (kept != NULL)
    line = uds_vcard_property_to_line (kept, g_strcmp0 (shown, text) == 0 ? kept->value : street);
  else
    line = g_strconcat (head, street, NULL);
  append_line (self, line);
}

static void
append_point (Writing   *self,
              UdsRecord *point)
{
  const char *value = uds_record_get_text (point, "value");
  const char *vcard = uds_record_get_text (point, "vcard");
  g_autoptr (UdsVcardProperty) kept = vcard != NULL ? uds_vcard_property_parse (vcard) : NULL;
  g_autofree char *head = make_point_head (point, kept);

  if (g_strcmp0 (uds_record_get_text (point, "category"), "address") == 0)
    append_address (self, kept, head, value);
  else
    append_value (self, head, value);
}

/* Roles */

/* The head with what vCard has no place for. */
static char *
add_parameters (const char *head,
                UdsRecord  *role,
                const char *kind,
                guint       number)
{
  g_autoptr (UdsVcardProperty) property = uds_vcard_property_parse (head);
  g_autoptr (GString) parameters = g_string_new (property->parameters);
  const char *from = role != NULL ? uds_record_get_text (role, "valid_from") : NULL;
  const char *to = role != NULL ? uds_record_get_text (role, "valid_to") : NULL;

  if (from != NULL)
    g_string_append_printf (parameters, ";" UDS_VCARD_FROM "=%s", from);
  if (to != NULL)
    g_string_append_printf (parameters, ";" UDS_VCARD_TO "=%s", to);
  if (kind != NULL && !g_str_equal (kind, "organisation"))
    g_string_append_printf (parameters, ";" UDS_VCARD_KIND "=%s", kind);
  if (number > 0)
    g_string_append_printf (parameters, ";" UDS_VCARD_ROLE "=%u", number);
  g_set_str (&property->parameters, parameters->str);
  return uds_vcard_property_to_line (property, "");
}

static void
append_place (Writing    *self,
              const char *head,
              const char *name,
              const char *unit)
{
  g_autofree char *escaped = uds_vcard_escape (name != NULL ? name : "");
  g_autoptr (GPtrArray) units = unit != NULL ? uds_vcard_split (unit, ';') : NULL;
  g_autoptr (GString) line = g_string_new (head);

  g_string_append (line, escaped);
  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      g_autofree char *one = uds_vcard_escape (g_ptr_array_index (units, i));

      g_string_append_printf (line, ";%s", one);
    }
  append_line (self, line->str);
}

/* The organisation and then the title, tied together by @number where it is not 0. The period stands with the first. */
static void
append_role (Writing   *self,
             UdsRecord *role,
             guint      number)
{
  const char *kind, *name;
  const char *unit = uds_record_get_text (role, "unit");
  const char *title = uds_record_get_text (role, "title");
  gboolean has_place;

  if (!uds_person_parts_find_place (self->parts, role, &kind, &name, &self->error))
    return;
  has_place = name != NULL || unit != NULL;
  if (has_place)
    {
      g_autofree char *plain = take_head (self, "ORG");
      g_autofree char *head = add_parameters (plain, role, kind, number);

      append_place (self, head, name, unit);
    }
  if (title != NULL)
    {
      g_autofree char *plain = take_head (self, has_head (self, "ROLE") ? "ROLE" : "TITLE");
      g_autofree char *head = add_parameters (plain, has_place ? NULL : role, NULL, number);

      append_value (self, head, title);
    }
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  UdsRecord *first = *(UdsRecord *const *) a, *second = *(UdsRecord *const *) b;

  return g_strcmp0 (uds_record_get_id (first), uds_record_get_id (second));
}

static gboolean
is_at_something (UdsRecord *role)
{
  return uds_record_has (role, "organisation") || uds_record_has (role, "city") || uds_record_has (role, "network")
         || uds_record_has (role, "unit");
}

/* Several roles are told apart by number where their order would not do. */
static void
append_roles (Writing   *self,
              GPtrArray *roles)
{
  gboolean numbered = FALSE;

  g_ptr_array_sort (roles, compare_ids);
  for (guint i = 0; i < roles->len; i++)
    {
      UdsRecord *role = g_ptr_array_index (roles, i);

      numbered |= roles->len > 1 && (!is_at_something (role) || !uds_record_has (role, "title"));
    }
  for (guint i = 0; i < roles->len && self->error == NULL; i++)
    append_role (self, g_ptr_array_index (roles, i), numbered ? i + 1 : 0);
}

/* Cards */

static GPtrArray *
split_lines (const char *vcard)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) pieces = g_strsplit (vcard != NULL ? vcard : "", "\n", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_ptr_array_add (lines, g_strdup (pieces[i]));
  return lines;
}

static void
append_identity (Writing   *self,
                 UdsRecord *contact)
{
  const char *uid = uds_record_get_text (contact, "uid");
  g_autofree char *own = g_strconcat ("urn:uuid:", uds_record_get_id (contact), NULL);

  append_field (self, "UID", uid != NULL ? uid : own);
}

static void
append_contact (Writing   *self,
                UdsRecord *contact)
{
  g_autoptr (GPtrArray) points = uds_person_parts_list (self->parts, "contact-point", contact, &self->error);
  g_autoptr (GPtrArray) roles =
      points != NULL ? uds_person_parts_list (self->parts, "contact-role", contact, &self->error) : NULL;
  g_autoptr (GPtrArray) lines = split_lines (uds_record_get_text (contact, "vcard"));

  if (roles == NULL)
    return;
  self->lines = lines;
  g_string_append (self->text, "BEGIN:VCARD\r\n");
  g_string_append_printf (self->text, "VERSION:%u.%u\r\n", self->version / 10, self->version % 10);
  append_identity (self, contact);
  append_field (self, "FN", uds_record_get_text (contact, "name"));
  append_field (self, "FN", uds_record_get_text (contact, "original_name"));
  append_name (self, contact);
  append_field (self, "EMAIL", uds_record_get_text (contact, "email"));
  append_field (self, "TEL", uds_record_get_text (contact, "phone"));
  for (guint i = 0; i < points->len; i++)
    append_point (self, g_ptr_array_index (points, i));
  append_roles (self, roles);
  append_field (self, "LANG", uds_record_get_text (contact, "language"));
  append_field (self, "NOTE", uds_record_get_text (contact, "note"));
  append_field (self, UDS_VCARD_INFORMED_ON, uds_record_get_text (contact, "informed_on"));
  for (guint i = 0; i < lines->len; i++)
    if (lines->pdata[i] != NULL && !uds_vcard_line_is_head (lines->pdata[i]))
      append_line (self, lines->pdata[i]);
  g_string_append (self->text, "END:VCARD\r\n");
}

static gboolean
append_contacts (Writing      *self,
                 GPtrArray    *contacts,
                 int          *n_done,
                 GCancellable *cancellable)
{
  for (guint i = 0; i < contacts->len && self->error == NULL; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, &self->error))
        return FALSE;
      append_contact (self, g_ptr_array_index (contacts, i));
      if (n_done != NULL)
        g_atomic_int_inc (n_done);
    }
  return self->error == NULL;
}

/**
 * uds_export_vcards:
 * @session: a session
 * @query: which contacts, in which order
 * @version: 40, or 30 for programs that read nothing newer
 * @n_done: (nullable): where another thread can see how many cards there are already, atomically
 * @cancellable: (nullable): to give up
 * @error: what went wrong, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): a card for each, in UTF-8
 */
GBytes *
uds_export_vcards (UdsSession    *session,
                   UdsQuery      *query,
                   guint          version,
                   int           *n_done,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (UdsPersonParts) parts = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Writing writing = { .version = version, .text = text };

  uds_query_set_long_text (query, TRUE);
  contacts = uds_session_list (session, query, error);
  if (contacts == NULL)
    return NULL;
  writing.parts = parts = uds_person_parts_new (session, UDS_LANGUAGE_EN, contacts->len, error);
  if (parts == NULL)
    return NULL;

  if (append_contacts (&writing, contacts, n_done, cancellable))
    return g_string_free_to_bytes (g_steal_pointer (&text));
  g_propagate_error (error, writing.error);
  return NULL;
}
