package org.diestra.platform.base;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads tax numbers. A Spanish one must have its check character; a VAT number of the Union must
 * look like its country's (VIES FAQ, Q11); of others only the length is looked at.
 */
public final class TaxIds {
  private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final Pattern PERSON = Pattern.compile("[0-9XYZKLM][0-9]{7}[A-Z]");
  private static final Pattern COMPANY = Pattern.compile("[ABCDEFGHJNPQRSUVW][0-9]{7}[0-9A-J]");
  private static final Pattern ANY = Pattern.compile("[A-Z0-9]{3,30}");
  private static final Pattern BLANKS = Pattern.compile("[\\s.\\-/]");
  private static final String COMPANY_LETTERS = "JABCDEFGHI";
  private static final Map<String, Pattern> VAT =
      Map.ofEntries(
          vat("AT", "U\\d{8}"),
          vat("BE", "[01]\\d{9}"),
          vat("BG", "\\d{9,10}"),
          vat("CY", "\\d{8}[A-Z]"),
          vat("CZ", "\\d{8,10}"),
          vat("DE", "\\d{9}"),
          vat("DK", "\\d{8}"),
          vat("EE", "\\d{9}"),
          vat("EL", "\\d{9}"),
          vat("ES", "[A-Z0-9]\\d{7}[A-Z0-9]"),
          vat("FI", "\\d{8}"),
          vat("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}"),
          vat("HR", "\\d{11}"),
          vat("HU", "\\d{8}"),
          vat("IE", "\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}"),
          vat("IT", "\\d{11}"),
          vat("LT", "(\\d{9}|\\d{12})"),
          vat("LU", "\\d{8}"),
          vat("LV", "\\d{11}"),
          vat("MT", "\\d{8}"),
          vat("NL", "\\d{9}B\\d{2}"),
          vat("PL", "\\d{10}"),
          vat("PT", "\\d{9}"),
          vat("RO", "\\d{2,10}"),
          vat("SE", "\\d{12}"),
          vat("SI", "\\d{8}"),
          vat("SK", "\\d{10}"),
          vat("GB", "(\\d{9}|\\d{12}|(GD|HA)\\d{3})"));

  private TaxIds() {}

  private static Map.Entry<String, Pattern> vat(String prefix, String form) {
    return Map.entry(prefix, Pattern.compile(form));
  }

  /** Whether that country's VAT numbers have a form that is known here. */
  public static boolean union(String country) {
    return VAT.containsKey(country.equals("GR") ? "EL" : country);
  }

  /** In capitals and without blanks, where it can be one of that country. */
  public static Optional<String> taxId(String country, String typed) {
    var text = plain(typed);
    if (country.equals("ES")) {
      var bare = text.startsWith("ES") ? text.substring(2) : text;
      return Optional.of(bare).filter(TaxIds::spanish);
    }
    return Optional.of(text).filter(t -> ANY.matcher(t).matches());
  }

  /** With its prefix, which may be left out when it is typed. */
  public static Optional<String> vatId(String country, String typed) {
    var prefix = country.equals("GR") ? "EL" : country;
    var text = plain(typed);
    var bare = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    var form = VAT.getOrDefault(prefix, ANY);
    boolean right = form.matcher(bare).matches() && (!country.equals("ES") || spanish(bare));
    return right ? Optional.of(prefix + bare) : Optional.empty();
  }

  /** NIF and NIE (RD 1065/2007, articles 19 and 20), NIF of entities (Orden EHA/451/2008). */
  public static boolean spanish(String id) {
    if (PERSON.matcher(id).matches()) {
      var digits =
          switch (id.charAt(0)) {
            case 'X', 'K', 'L', 'M' -> "0" + id.substring(1, 8);
            case 'Y' -> "1" + id.substring(1, 8);
            case 'Z' -> "2" + id.substring(1, 8);
            default -> id.substring(0, 8);
          };
      return LETTERS.charAt(Integer.parseInt(digits) % LETTERS.length()) == id.charAt(8);
    }
    return COMPANY.matcher(id).matches() && company(id);
  }

  private static boolean company(String id) {
    int sum = 0;
    for (int i = 1; i <= 7; i++) {
      int digit = id.charAt(i) - '0';
      int twice = digit * 2;
      sum += i % 2 == 0 ? digit : twice / 10 + twice % 10;
    }
    int check = (10 - sum % 10) % 10;
    char last = id.charAt(8);
    boolean digitOnly = "ABEH".indexOf(id.charAt(0)) >= 0;
    boolean letterOnly = "NPQRSW".indexOf(id.charAt(0)) >= 0;
    return !letterOnly && last == '0' + check
        || !digitOnly && last == COMPANY_LETTERS.charAt(check);
  }

  private static String plain(String typed) {
    return BLANKS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
