package org.diestra.platform.factors;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.platform.base.Token;

/**
 * A code for the day when the phone is gone: 80 random bits as four groups of four letters and
 * digits, none of which looks like another. It works once; the house keeps only its hash.
 */
record RecoveryCode(String text) {
  static final int MADE = 10;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 16;

  static List<RecoveryCode> fresh() {
    return Stream.generate(RecoveryCode::one).limit(MADE).toList();
  }

  /** As somebody may type it: in capitals, without the dashes, with an O for a zero. */
  static Token read(String typed) {
    var plain =
        typed
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^0-9a-z]", "")
            .replace('o', '0')
            .replace('i', '1')
            .replace('l', '1');
    return Token.of(plain);
  }

  static Set<Token> tokens(List<RecoveryCode> codes) {
    return codes.stream().map(code -> read(code.text())).collect(Collectors.toSet());
  }

  private static RecoveryCode one() {
    var text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % 4 == 0) {
        text.append('-');
      }
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new RecoveryCode(text.toString());
  }

  /** Never the code, wherever it may be logged. */
  @Override
  public String toString() {
    return "RecoveryCode[…]";
  }
}
