/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A heading is told by its words: a number counts several alike, a word such as “Business” or “(privat)” says which of
 * the person's it is, and the rest names a property of a vCard. */
#include "uds-person-heading.h"

#include "uds-fold.h"
#include "uds-vcard-person.h"

#include <glib/gi18n.h>
#include <string.h>

enum { FAMILY, GIVEN, MORE, PREFIX, SUFFIX };
enum { BOX, EXTENDED, STREET, CITY, REGION, CODE, COUNTRY };
enum { NAME, UNIT };

#define WHOLE UDS_PERSON_PART_WHOLE
#define LABEL UDS_PERSON_PART_LABEL
#define KIND UDS_PERSON_PART_KIND
#define FROM UDS_PERSON_PART_FROM
#define TO UDS_PERSON_PART_TO

/* Without numbers and without the words that say which. Several names are parted by "|". */
static const struct {
  const char *names;
  const char *property;
  int part;
  const char *type;
  const char *meaning;
} headings[] = {
  { "name|full name|display name|formatted name|contact name|contact|contact person|person|navn|fulde navn|fuldt navn|"
    "visningsnavn|vist navn|kontaktnavn|kontaktperson|kontakt", "FN", WHOLE, NULL, N_("Name") },
  { "first name|given name|given_name|forename|firstname|fornavn", "N", GIVEN, NULL, N_("Given name") },
  { "middle name|additional name|mellemnavn", "N", MORE, NULL, N_("Parts of the name") },
  { "last name|family name|family_name|surname|lastname|efternavn", "N", FAMILY, NULL, N_("Family name") },
  { "name prefix|prefix|salutation|form of address|courtesy title|tiltaleform|tiltale", "N", PREFIX, NULL,
    N_("Form of address") },
  { "suffix|name suffix|generation", "N", SUFFIX, NULL, N_("Parts of the name") },
  { "name in its own script|original name|original_name|navn i egen skrift", "FN", WHOLE, NULL,
    N_("Name in its own script") },
  { "e-mail|email|e mail|mail|e-mail address|email address|e-mailadresse|e-mail-adresse|emailadresse|mailadresse|"
    "e-mail value|email value", "EMAIL", WHOLE, NULL, N_("E-mail") },
  { "e-mail type|e-mail label|email type|email label|e-mail-betegnelse", "EMAIL", LABEL, NULL, N_("Label") },
  { "phone|telephone|telephone number|phone number|phone value|tel|tlf|telefon|telefonnummer|telefonnr|tlf nr", "TEL",
    WHOLE, NULL, N_("Telephone") },
  { "mobile|mobile phone|mobile number|cell|cell phone|mobil|mobiltelefon|mobilnummer|mobilnr", "TEL", WHOLE, "cell",
    N_("Telephone") },
  { "fax|fax number|faxnummer", "TEL", WHOLE, "fax", N_("Telephone") },
  { "main phone|hovednummer|hovedtelefon", "TEL", WHOLE, "main", N_("Telephone") },
  { "pager|personsoger", "TEL", WHOLE, "pager", N_("Telephone") },
  { "phone type|phone label|telephone label|telefonbetegnelse", "TEL", LABEL, NULL, N_("Label") },
  { "street|street address|address street|address|street and number|gade|vej|adresse|gade og nummer|vejnavn", "ADR",
    STREET, NULL, N_("Address") },
  { "po box|address po box|postboks", "ADR", BOX, NULL, N_("Address") },
  { "address extended address|address line|adresselinje", "ADR", EXTENDED, NULL, N_("Address") },
  { "city|town|locality|address city|by|bynavn", "ADR", CITY, NULL, N_("Address") },
  { "state|region|province|county|address region|omrade", "ADR", REGION, NULL, N_("Address") },
  { "postal code|postcode|zip|zip code|address postal code|postnummer|postnr", "ADR", CODE, NULL, N_("Address") },
  { "country|country/region|address country|land|land/omrade", "ADR", COUNTRY, NULL, N_("Address") },
  { "address type|address label|adressebetegnelse", "ADR", LABEL, NULL, N_("Label") },
  { "address formatted", "LABEL", WHOLE, NULL, N_("Kept as it is") },
  { "web page|website|web site|web|url|homepage|website value|hjemmeside|webside|websted|internetadresse", "URL", WHOLE,
    NULL, N_("Website") },
  { "website type|website label|hjemmesidebetegnelse", "URL", LABEL, NULL, N_("Label") },
  { "company|company name|organization|organisation|organization name|organisation name|account|account name|employer|"
    "institution|firma|firmanavn|virksomhed|virksomhedsnavn|organisationsnavn|arbejdsgiver|arbejdsplads", "ORG", NAME,
    NULL, N_("Organisation, made where there is none of that name") },
  { "department|unit|organization department|afdeling|enhed|forvaltning", "ORG", UNIT, NULL, N_("Department") },
  { "job title|jobtitle|position|role|function|organization title|title|jobtitel|stilling|stillingsbetegnelse|rolle|"
    "funktion|titel", "TITLE", WHOLE, NULL, N_("Title") },
  { "organisation is a|organisationens art", "ORG", KIND, NULL, N_("What the organisation is") },
  { "position from|stilling fra", "ORG", FROM, NULL, N_("Valid from") },
  { "position until|stilling til", "ORG", TO, NULL, N_("Valid to") },
  { "language|preferred language|sprog|foretrukket sprog", "LANG", WHOLE, NULL, N_("Preferred language") },
  { "informed about data use on|informed on|informed_on|informeret om brug af data|informeret den|orienteret den|"
    "informeret om brug af data den",
    UDS_VCARD_INFORMED_ON, WHOLE, NULL, N_("Informed about data use on") },
  { "note|notes|comment|comments|remarks|description|noter|bemaerkning|bemaerkninger|kommentar|kommentarer|beskrivelse",
    "NOTE", WHOLE, NULL, N_("Note") },
  { "uid|identifier|identifikation", "UID", WHOLE, NULL, N_("Identifier") },
  { "birthday|date of birth|fodselsdag|fodselsdato", "BDAY", WHOLE, NULL, N_("Kept as it is") },
  { "anniversary|bryllupsdag|maerkedag", "ANNIVERSARY", WHOLE, NULL, N_("Kept as it is") },
  { "nickname|kaldenavn|kaelenavn", "NICKNAME", WHOLE, NULL, N_("Kept as it is") },
  { "category|categories|group membership|labels|kategori|kategorier|gruppe|grupper", "CATEGORIES", WHOLE, NULL,
    N_("Kept as it is") },
};

/* Words that say which of the person's; at the beginning of a heading, at its end or between parentheses. */
static const struct {
  const char *word;
  const char *type;
} qualifiers[] = {
  { "business", "work" },  { "work", "work" },      { "office", "work" },     { "company", "work" },
  { "arbejde", "work" },   { "arbejds", "work" },   { "firma", "work" },      { "kontor", "work" },
  { "home", "home" },      { "private", "home" },   { "personal", "home" },   { "hjem", "home" },
  { "hjemme", "home" },    { "privat", "home" },    { "other", "other" },     { "andet", "other" },
  { "anden", "other" },    { "primary", NULL },     { "secondary", NULL },    { "primaer", NULL },
  { "sekundaer", NULL },   { "alternate", NULL },   { "alternativ", NULL },
};

/* "E-mail 2 - Value" is “e-mail value” and 2. What is between parentheses stands at the end without them. */
static char *
simplify (const char *text,
          guint      *number)
{
  g_autofree char *folded = uds_fold (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t:()", -1);
  GString *simple = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *end = words[i];
      guint64 value = g_ascii_isdigit (*words[i]) ? g_ascii_strtoull (words[i], &end, 10) : 0;

      if (value > 0 && value < 100 && *end == '\0')
        *number = (guint) value;
      else if (*words[i] != '\0' && !g_str_equal (words[i], "-"))
        g_string_append_printf (simple, "%s%s", simple->len > 0 ? " " : "", g_strdelimit (words[i], ".", '\0'));
    }
  return g_string_free (simple, FALSE);
}

static gboolean
is_among (const char *names,
          const char *name)
{
  gsize length = strlen (name);

  for (const char *p = names; p != NULL; p = strchr (p, '|'), p = p != NULL ? p + 1 : NULL)
    if (strncmp (p, name, length) == 0 && (p[length] == '|' || p[length] == '\0'))
      return TRUE;
  return FALSE;
}

static gboolean
find (const char       *name,
      UdsPersonHeading *heading)
{
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    if (is_among (headings[i].names, name))
      {
        heading->property = headings[i].property;
        heading->part = headings[i].part;
        heading->meaning = headings[i].meaning;
        if (headings[i].type != NULL)
          heading->type = headings[i].type;
        return TRUE;
      }
  return FALSE;
}

/* “Business Phone”, “arbejdstelefon”, “telefon arbejde” */
static gboolean
find_qualified (const char       *name,
                UdsPersonHeading *heading)
{
  for (gsize i = 0; i < G_N_ELEMENTS (qualifiers); i++)
    {
      gsize length = strlen (qualifiers[i].word);
      gsize rest = strlen (name) > length ? strlen (name) - length : 0;
      g_autofree char *before = g_strchomp (g_strndup (name, rest));
      const char *after = name + length + strspn (name + MIN (length, strlen (name)), " -");

      if (rest == 0)
        continue;
      if ((g_str_has_prefix (name, qualifiers[i].word) && find (after, heading))
          || (g_str_has_suffix (name, qualifiers[i].word) && find (before, heading)))
        {
          /* A fax or mobile telephone is one wherever it is. */
          if (heading->type == NULL)
            heading->type = qualifiers[i].type;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
names_a_title (const UdsPersonHeading *heading,
               const char             *name)
{
  return g_strcmp0 (heading->property, "TITLE") == 0 && (g_str_equal (name, "title") || g_str_equal (name, "titel"));
}

/* Where another column has what somebody does, “Title” is how they are addressed. */
static void
settle_titles (GArray    *found,
               GPtrArray *names)
{
  gboolean has_other = FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      const UdsPersonHeading *heading = &g_array_index (found, UdsPersonHeading, i);

      if (g_strcmp0 (heading->property, "TITLE") == 0 && !names_a_title (heading, g_ptr_array_index (names, i)))
        has_other = TRUE;
    }
  for (guint i = 0; has_other && i < found->len; i++)
    {
      UdsPersonHeading *heading = &g_array_index (found, UdsPersonHeading, i);

      if (!names_a_title (heading, g_ptr_array_index (names, i)))
        continue;
      heading->property = "N";
      heading->part = PREFIX;
      heading->meaning = N_("Form of address");
    }
}

/**
 * uds_person_headings_read:
 * @texts: (element-type utf8): the cells of the first row
 *
 * Returns: (transfer full) (element-type UdsPersonHeading): what each is
 */
GArray *
uds_person_headings_read (GPtrArray *texts)
{
  GArray *found = g_array_new (FALSE, TRUE, sizeof (UdsPersonHeading));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < texts->len; i++)
    {
      UdsPersonHeading heading = { .part = WHOLE, .meaning = N_("Not imported") };
      char *name = simplify (g_ptr_array_index (texts, i), &heading.number);

      if (!find (name, &heading))
        find_qualified (name, &heading);
      g_array_append_val (found, heading);
      g_ptr_array_add (names, name);
    }
  settle_titles (found, names);
  return found;
}

static gboolean
has (const GArray *found,
     const char   *property)
{
  for (guint i = 0; i < found->len; i++)
    if (g_strcmp0 (g_array_index (found, UdsPersonHeading, i).property, property) == 0)
      return TRUE;
  return FALSE;
}

/**
 * uds_person_headings_speak:
 * @found: (element-type UdsPersonHeading): what the columns of a table are
 *
 * Returns: whether they are those of a table of people: it has names, and a way to reach them
 */
gboolean
uds_person_headings_speak (const GArray *found)
{
  return (has (found, "FN") || has (found, "N")) && (has (found, "EMAIL") || has (found, "TEL"));
}

/* What somebody can be at besides an organisation. */
static const struct {
  const char *kind;
  const char *da;
  const char *en;
} places[] = {
  { "city", "By", "City" },
  { "network", "Netværk", "Network" },
};

/**
 * uds_person_name_place_kind:
 * @kind: (nullable): the kind of what a role is at
 * @language: the reader's
 *
 * Returns: (nullable): what it is called in a table; %NULL of an organisation, which needs no word
 */
const char *
uds_person_name_place_kind (const char  *kind,
                            UdsLanguage  language)
{
  for (gsize i = 0; kind != NULL && i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].kind, kind))
      return language == UDS_LANGUAGE_DA ? places[i].da : places[i].en;

  return NULL;
}

/**
 * uds_person_read_place_kind:
 * @word: what a table calls the kind of what a role is at
 *
 * Returns: (nullable): the name of the kind; %NULL where that is none
 */
const char *
uds_person_read_place_kind (const char *word)
{
  g_autofree char *folded = uds_fold (word);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *da = uds_fold (places[i].da);
      g_autofree char *en = uds_fold (places[i].en);

      if (g_str_equal (folded, da) || g_str_equal (folded, en))
        return places[i].kind;
    }
  return NULL;
}
