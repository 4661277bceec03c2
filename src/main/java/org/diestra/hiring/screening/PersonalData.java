package org.diestra.hiring.screening;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells real data from invented data where that can be told: an e-mail address outside the domains
 * that are kept for examples (RFC 2606 and RFC 6761), and numbers whose check digit is right, which
 * an invented one hardly ever is: payment cards (ISO/IEC 7812-1, annex B), bank accounts (IBAN, ISO
 * 13616) and Spanish identity documents. Every quantifier is bounded.
 */
final class PersonalData {
  private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "@(?:[a-z0-9-]+\\.)*(?:example\\.(?:com|net|org)|[a-z0-9-]+\\.(?:test|example|invalid))");

  /** A shape, and whether what has it is real. */
  private record Kind(Pattern shape, Predicate<String> real) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              Pattern.compile("(?i)[a-z0-9._%+-]{1,64}+@(?:[a-z0-9-]{1,63}+\\.){1,4}[a-z]{2,24}+"),
              PersonalData::realAddress),
          new Kind(Pattern.compile("(?<!\\d)\\d(?:[ -]?\\d){12,18}(?!\\d)"), PersonalData::card),
          new Kind(
              Pattern.compile("(?i)\\b[a-z]{2}\\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?\\b"),
              PersonalData::account),
          new Kind(
              Pattern.compile("(?i)\\b(?:\\d{8}|[xyz]\\d{7})[ -]?[a-z]\\b"),
              PersonalData::document));

  private PersonalData() {}

  /** The first find, as it stands in the text. */
  static Optional<String> find(String text) {
    return KINDS.stream()
        .flatMap(kind ->
            kind.shape().matcher(text).results().map(found -> found.group()).filter(kind.real()))
        .findFirst();
  }

  private static boolean realAddress(String found) {
    return !EXAMPLE.matcher(found.substring(found.indexOf('@')).toLowerCase(Locale.ROOT)).matches();
  }

  /** Luhn's sum; one digit repeated is nobody's card. */
  private static boolean card(String found) {
    var digits = found.replaceAll("\\D", "");
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int twice = 2 * digit > 9 ? 2 * digit - 9 : 2 * digit;
      sum += i % 2 == 0 ? digit : twice;
    }
    return sum % 10 == 0 && digits.chars().distinct().count() > 1;
  }

  private static boolean account(String found) {
    var plain = found.replace(" ", "").toUpperCase(Locale.ROOT);
    if (plain.length() < 15 || plain.length() > 34) {
      return false;
    }
    var number = new StringBuilder();
    (plain.substring(4) + plain.substring(0, 4))
        .chars()
        .forEach(c -> number.append(Character.getNumericValue(c)));
    return new BigInteger(number.toString()).mod(NINETY_SEVEN).intValue() == 1;
  }

  /** DNI and NIE: the letter is the number's rest by 23; X, Y, Z stand for 0, 1, 2. */
  private static boolean document(String found) {
    var plain = found.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
    int number =
        Integer.parseInt(
            plain.substring(0, 8).replace('X', '0').replace('Y', '1').replace('Z', '2'));
    return number > 0 && DNI_LETTERS.charAt(number % 23) == plain.charAt(8);
  }
}
