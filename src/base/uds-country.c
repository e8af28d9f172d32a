/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The countries by their two letters (ISO 3166-1 alpha-2), with the names people use in both languages. Content, not
 * interface: a name is chosen by the language of what is written. */
#include "uds-country.h"

#include "uds-fold.h"

#include <stdlib.h>
#include <string.h>

#define CODE_LENGTH 2

typedef struct {
  char code[CODE_LENGTH + 1];
  const char *names[2]; /* by UdsLanguage */
} Country;

/* Sorted by code. */
static const Country countries[] = {
  { "AD", { "Andorra", "Andorra" } },
  { "AE", { "United Arab Emirates", "De Forenede Arabiske Emirater" } },
  { "AF", { "Afghanistan", "Afghanistan" } },
  { "AG", { "Antigua and Barbuda", "Antigua og Barbuda" } },
  { "AL", { "Albania", "Albanien" } },
  { "AM", { "Armenia", "Armenien" } },
  { "AO", { "Angola", "Angola" } },
  { "AR", { "Argentina", "Argentina" } },
  { "AT", { "Austria", "Østrig" } },
  { "AU", { "Australia", "Australien" } },
  { "AZ", { "Azerbaijan", "Aserbajdsjan" } },
  { "BA", { "Bosnia and Herzegovina", "Bosnien-Hercegovina" } },
  { "BB", { "Barbados", "Barbados" } },
  { "BD", { "Bangladesh", "Bangladesh" } },
  { "BE", { "Belgium", "Belgien" } },
  { "BF", { "Burkina Faso", "Burkina Faso" } },
  { "BG", { "Bulgaria", "Bulgarien" } },
  { "BH", { "Bahrain", "Bahrain" } },
  { "BI", { "Burundi", "Burundi" } },
  { "BJ", { "Benin", "Benin" } },
  { "BN", { "Brunei", "Brunei" } },
  { "BO", { "Bolivia", "Bolivia" } },
  { "BR", { "Brazil", "Brasilien" } },
  { "BS", { "Bahamas", "Bahamas" } },
  { "BT", { "Bhutan", "Bhutan" } },
  { "BW", { "Botswana", "Botswana" } },
  { "BY", { "Belarus", "Belarus" } },
  { "BZ", { "Belize", "Belize" } },
  { "CA", { "Canada", "Canada" } },
  { "CD", { "Democratic Republic of the Congo", "Den Demokratiske Republik Congo" } },
  { "CF", { "Central African Republic", "Den Centralafrikanske Republik" } },
  { "CG", { "Republic of the Congo", "Republikken Congo" } },
  { "CH", { "Switzerland", "Schweiz" } },
  { "CI", { "Côte d’Ivoire", "Elfenbenskysten" } },
  { "CL", { "Chile", "Chile" } },
  { "CM", { "Cameroon", "Cameroun" } },
  { "CN", { "China", "Kina" } },
  { "CO", { "Colombia", "Colombia" } },
  { "CR", { "Costa Rica", "Costa Rica" } },
  { "CU", { "Cuba", "Cuba" } },
  { "CV", { "Cabo Verde", "Kap Verde" } },
  { "CY", { "Cyprus", "Cypern" } },
  { "CZ", { "Czechia", "Tjekkiet" } },
  { "DE", { "Germany", "Tyskland" } },
  { "DJ", { "Djibouti", "Djibouti" } },
  { "DK", { "Denmark", "Danmark" } },
  { "DM", { "Dominica", "Dominica" } },
  { "DO", { "Dominican Republic", "Den Dominikanske Republik" } },
  { "DZ", { "Algeria", "Algeriet" } },
  { "EC", { "Ecuador", "Ecuador" } },
  { "EE", { "Estonia", "Estland" } },
  { "EG", { "Egypt", "Egypten" } },
  { "ER", { "Eritrea", "Eritrea" } },
  { "ES", { "Spain", "Spanien" } },
  { "ET", { "Ethiopia", "Etiopien" } },
  { "FI", { "Finland", "Finland" } },
  { "FJ", { "Fiji", "Fiji" } },
  { "FO", { "Faroe Islands", "Færøerne" } },
  { "FR", { "France", "Frankrig" } },
  { "GA", { "Gabon", "Gabon" } },
  { "GB", { "United Kingdom", "Storbritannien" } },
  { "GD", { "Grenada", "Grenada" } },
  { "GE", { "Georgia", "Georgien" } },
  { "GH", { "Ghana", "Ghana" } },
  { "GL", { "Greenland", "Grønland" } },
  { "GM", { "Gambia", "Gambia" } },
  { "GN", { "Guinea", "Guinea" } },
  { "GQ", { "Equatorial Guinea", "Ækvatorialguinea" } },
  { "GR", { "Greece", "Grækenland" } },
  { "GT", { "Guatemala", "Guatemala" } },
  { "GW", { "Guinea-Bissau", "Guinea-Bissau" } },
  { "GY", { "Guyana", "Guyana" } },
  { "HK", { "Hong Kong", "Hongkong" } },
  { "HN", { "Honduras", "Honduras" } },
  { "HR", { "Croatia", "Kroatien" } },
  { "HT", { "Haiti", "Haiti" } },
  { "HU", { "Hungary", "Ungarn" } },
  { "ID", { "Indonesia", "Indonesien" } },
  { "IE", { "Ireland", "Irland" } },
  { "IL", { "Israel", "Israel" } },
  { "IN", { "India", "Indien" } },
  { "IQ", { "Iraq", "Irak" } },
  { "IR", { "Iran", "Iran" } },
  { "IS", { "Iceland", "Island" } },
  { "IT", { "Italy", "Italien" } },
  { "JM", { "Jamaica", "Jamaica" } },
  { "JO", { "Jordan", "Jordan" } },
  { "JP", { "Japan", "Japan" } },
  { "KE", { "Kenya", "Kenya" } },
  { "KG", { "Kyrgyzstan", "Kirgisistan" } },
  { "KH", { "Cambodia", "Cambodja" } },
  { "KM", { "Comoros", "Comorerne" } },
  { "KP", { "North Korea", "Nordkorea" } },
  { "KR", { "South Korea", "Sydkorea" } },
  { "KW", { "Kuwait", "Kuwait" } },
  { "KZ", { "Kazakhstan", "Kasakhstan" } },
  { "LA", { "Laos", "Laos" } },
  { "LB", { "Lebanon", "Libanon" } },
  { "LI", { "Liechtenstein", "Liechtenstein" } },
  { "LK", { "Sri Lanka", "Sri Lanka" } },
  { "LR", { "Liberia", "Liberia" } },
  { "LS", { "Lesotho", "Lesotho" } },
  { "LT", { "Lithuania", "Litauen" } },
  { "LU", { "Luxembourg", "Luxembourg" } },
  { "LV", { "Latvia", "Letland" } },
  { "LY", { "Libya", "Libyen" } },
  { "MA", { "Morocco", "Marokko" } },
  { "MC", { "Monaco", "Monaco" } },
  { "MD", { "Moldova", "Moldova" } },
  { "ME", { "Montenegro", "Montenegro" } },
  { "MG", { "Madagascar", "Madagaskar" } },
  { "MK", { "North Macedonia", "Nordmakedonien" } },
  { "ML", { "Mali", "Mali" } },
  { "MM", { "Myanmar", "Myanmar" } },
  { "MN", { "Mongolia", "Mongoliet" } },
  { "MO", { "Macao", "Macao" } },
  { "MR", { "Mauritania", "Mauretanien" } },
  { "MT", { "Malta", "Malta" } },
  { "MU", { "Mauritius", "Mauritius" } },
  { "MV", { "Maldives", "Maldiverne" } },
  { "MW", { "Malawi", "Malawi" } },
  { "MX", { "Mexico", "Mexico" } },
  { "MY", { "Malaysia", "Malaysia" } },
  { "MZ", { "Mozambique", "Mozambique" } },
  { "NA", { "Namibia", "Namibia" } },
  { "NE", { "Niger", "Niger" } },
  { "NG", { "Nigeria", "Nigeria" } },
  { "NI", { "Nicaragua", "Nicaragua" } },
  { "NL", { "Netherlands", "Nederlandene" } },
  { "NO", { "Norway", "Norge" } },
  { "NP", { "Nepal", "Nepal" } },
  { "NZ", { "New Zealand", "New Zealand" } },
  { "OM", { "Oman", "Oman" } },
  { "PA", { "Panama", "Panama" } },
  { "PE", { "Peru", "Peru" } },
  { "PG", { "Papua New Guinea", "Papua Ny Guinea" } },
  { "PH", { "Philippines", "Filippinerne" } },
  { "PK", { "Pakistan", "Pakistan" } },
  { "PL", { "Poland", "Polen" } },
  { "PR", { "Puerto Rico", "Puerto Rico" } },
  { "PS", { "Palestine", "Palæstina" } },
  { "PT", { "Portugal", "Portugal" } },
  { "PY", { "Paraguay", "Paraguay" } },
  { "QA", { "Qatar", "Qatar" } },
  { "RO", { "Romania", "Rumænien" } },
  { "RS", { "Serbia", "Serbien" } },
  { "RU", { "Russia", "Rusland" } },
  { "RW", { "Rwanda", "Rwanda" } },
  { "SA", { "Saudi Arabia", "Saudi-Arabien" } },
  { "SC", { "Seychelles", "Seychellerne" } },
  { "SD", { "Sudan", "Sudan" } },
  { "SE", { "Sweden", "Sverige" } },
  { "SG", { "Singapore", "Singapore" } },
  { "SI", { "Slovenia", "Slovenien" } },
  { "SK", { "Slovakia", "Slovakiet" } },
  { "SL", { "Sierra Leone", "Sierra Leone" } },
  { "SM", { "San Marino", "San Marino" } },
  { "SN", { "Senegal", "Senegal" } },
  { "SO", { "Somalia", "Somalia" } },
  { "SR", { "Suriname", "Surinam" } },
  { "SS", { "South Sudan", "Sydsudan" } },
  { "SV", { "El Salvador", "El Salvador" } },
  { "SY", { "Syria", "Syrien" } },
  { "SZ", { "Eswatini", "Eswatini" } },
  { "TD", { "Chad", "Tchad" } },
  { "TG", { "Togo", "Togo" } },
  { "TH", { "Thailand", "Thailand" } },
  { "TJ", { "Tajikistan", "Tadsjikistan" } },
  { "TL", { "Timor-Leste", "Østtimor" } },
  { "TM", { "Turkmenistan", "Turkmenistan" } },
  { "TN", { "Tunisia", "Tunesien" } },
  { "TO", { "Tonga", "Tonga" } },
  { "TR", { "Türkiye", "Tyrkiet" } },
  { "TT", { "Trinidad and Tobago", "Trinidad og Tobago" } },
  { "TW", { "Taiwan", "Taiwan" } },
  { "TZ", { "Tanzania", "Tanzania" } },
  { "UA", { "Ukraine", "Ukraine" } },
  { "UG", { "Uganda", "Uganda" } },
  { "US", { "United States", "USA" } },
  { "UY", { "Uruguay", "Uruguay" } },
  { "UZ", { "Uzbekistan", "Usbekistan" } },
  { "VA", { "Vatican City", "Vatikanstaten" } },
  { "VE", { "Venezuela", "Venezuela" } },
  { "VN", { "Vietnam", "Vietnam" } },
  { "VU", { "Vanuatu", "Vanuatu" } },
  { "WS", { "Samoa", "Samoa" } },
  { "XK", { "Kosovo", "Kosovo" } },
  { "YE", { "Yemen", "Yemen" } },
  { "ZA", { "South Africa", "Sydafrika" } },
  { "ZM", { "Zambia", "Zambia" } },
  { "ZW", { "Zimbabwe", "Zimbabwe" } },
};

/* Other words for the same, folded. */
static const struct {
  const char *name;
  char code[CODE_LENGTH + 1];
} others[] = {
  { "uk", "GB" },
  { "great britain", "GB" },
  { "england", "GB" },
  { "usa", "US" },
  { "united states of america", "US" },
  { "holland", "NL" },
  { "the netherlands", "NL" },
  { "turkey", "TR" },
  { "czech republic", "CZ" },
  { "ivory coast", "CI" },
  { "korea", "KR" },
  { "republic of korea", "KR" },
  { "viet nam", "VN" },
  { "russian federation", "RU" },
  { "folkerepublikken kina", "CN" },
};

static int
compare_code (const void *code,
              const void *country)
{
  return strcmp (code, ((const Country *) country)->code);
}

static const Country *
find_by_code (const char *code)
{
  return bsearch (code, countries, G_N_ELEMENTS (countries), sizeof (Country), compare_code);
}

/**
 * uds_country_get_name:
 * @code: two capital letters
 * @language: the reader's
 *
 * Returns: (nullable): what the country is called; %NULL where no country has the code
 */
const char *
uds_country_get_name (const char  *code,
                      UdsLanguage  language)
{
  const Country *country = find_by_code (code);

  return country != NULL ? country->names[language] : NULL;
}

static gboolean
is_called (const char *name,
           const char *folded)
{
  g_autofree char *known = uds_fold (name);

  return g_str_equal (known, folded);
}

static const char *
find_by_name (const char *text)
{
  g_autofree char *folded = uds_fold (text);

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].name, folded))
      return others[i].code;
  for (gsize i = 0; i < G_N_ELEMENTS (countries); i++)
    if (is_called (countries[i].names[UDS_LANGUAGE_EN], folded)
        || is_called (countries[i].names[UDS_LANGUAGE_DA], folded))
      return countries[i].code;
  return NULL;
}

/**
 * uds_country_find:
 * @text: a code, or a name in either language, in any case
 *
 * Returns: (nullable): the country's code; %NULL where @text names none
 */
const char *
uds_country_find (const char *text)
{
  g_autofree char *word = g_strstrip (g_strdup (text));
  g_autofree char *code = g_ascii_strup (word, -1);
  const Country *country = find_by_code (code);

  return country != NULL ? country->code : find_by_name (word);
}
