package org.diestra.platform.base;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An international bank account number (ISO 13616), in capitals and without spaces: the length its
 * country has in the registry, and check digits by ISO 7064, mod 97-10.
 */
public record Iban(String text) {
  private static final String REGISTRY =
      """
      AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18
      DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23
      IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27
      MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19
      SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30\
      """;

  private static final Map<String, Integer> LENGTHS =
      Arrays.stream(REGISTRY.split("\\s+"))
          .collect(
              Collectors.toUnmodifiableMap(
                  entry -> entry.substring(0, 2), entry -> Integer.valueOf(entry.substring(2))));

  /** Whose banks are reached by SEPA credit transfers (EPC 409-09). */
  private static final Set<String> SEPA =
      Set.of(
          ("AD AL AT BE BG CH CY CZ DE DK EE ES FI FO FR GB GI GL GR HR HU IE IS IT LI LT LU LV MC"
                  + " MD ME MK MT NL NO PL PT RO RS SE SI SK SM VA")
              .split(" "));

  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  public Iban {
    if (!valid(text)) {
      throw new IllegalArgumentException("not an IBAN"); // which one it was is nobody's business
    }
  }

  /** Reads what somebody typed, in groups or not; empty where it can't be one. */
  public static Optional<Iban> read(String typed) {
    var text = typed.replaceAll("[\\s\u00a0\u202f.-]", "").toUpperCase(Locale.ROOT);
    return valid(text) ? Optional.of(new Iban(text)) : Optional.empty();
  }

  private static boolean valid(String text) {
    if (!text.matches("[A-Z]{2}(0[2-9]|[1-8][0-9]|9[0-8])[0-9A-Z]{11,30}")) {
      return false;
    }
    var length = LENGTHS.get(text.substring(0, 2));
    return length != null && length == text.length() && remainder(text) == 1;
  }

  private static int remainder(String text) {
    var digits = new StringBuilder();
    (text.substring(4) + text.substring(0, 4))
        .chars()
        .forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(MODULUS).intValue();
  }

  public String country() {
    return text.substring(0, 2);
  }

  public boolean sepa() {
    return SEPA.contains(country());
  }
}
