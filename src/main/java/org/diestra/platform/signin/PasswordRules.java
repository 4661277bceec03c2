package org.diestra.platform.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.diestra.platform.base.Problems;
import org.springframework.stereotype.Component;

/**
 * Which passwords are taken: 12 to 200 characters, no composition rules (NIST SP 800-63B, section
 * 3.1.1.2), none that is known from breaches or made of one with digits around it, none that is
 * made of the person's own name or address.
 */
@Component
class PasswordRules {
  static final int SHORTEST = 12;
  static final int LONGEST = 200;
  private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
  private static final Pattern ONE_UNIT = Pattern.compile("(.{1,4})\\1*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final String RUNS =
      "abcdefghijklmnopqrstuvwxyz01234567890qwertyuiopasdfghjklñzxcvbnm1qaz2wsx3edc4rfv5tgb6yhn7ujm";

  private final Set<String> breached = breached();

  /** Adds at most one problem, at that field. */
  void check(String password, String name, String email, String field, Problems problems) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      problems.add(field, "signin.password.short", SHORTEST);
    } else if (length > LONGEST) {
      problems.add(field, "signin.password.long", LONGEST);
    } else if (known(password)) {
      problems.add(field, "signin.password.known");
    } else if (own(password, name, email)) {
      problems.add(field, "signin.password.own");
    }
  }

  private boolean known(String password) {
    var plain = password.toLowerCase(Locale.ROOT);
    var core = AROUND.matcher(plain).replaceAll("");
    var letters =
        core.replace('0', 'o')
            .replace('1', 'i')
            .replace('3', 'e')
            .replace('4', 'a')
            .replace('5', 's')
            .replace('@', 'a')
            .replace('$', 's');
    return breached.contains(plain)
        || breached.contains(core) && plain.length() - core.length() <= 8
        || breached.contains(letters)
        || ONE_UNIT.matcher(plain).matches()
        || twice(core)
        || RUNS.contains(plain)
        || new StringBuilder(RUNS).reverse().indexOf(plain) >= 0
        || counting(plain);
  }

  /** 1234567890123, 9876543210987. */
  private static boolean counting(String text) {
    for (int step : new int[] {1, 9}) {
      int n = 1;
      while (n < text.length()
          && Character.isDigit(text.charAt(n))
          && text.charAt(n) == '0' + (text.charAt(n - 1) - '0' + step) % 10) {
        n++;
      }
      if (n == text.length()) {
        return true;
      }
    }
    return false;
  }

  private boolean twice(String text) {
    int half = text.length() / 2;
    return text.length() % 2 == 0
        && half > 0
        && text.startsWith(text.substring(half))
        && breached.contains(text.substring(half));
  }

  private static boolean own(String password, String name, String email) {
    var rest = bare(password);
    int before = rest.length();
    for (var part : bare(name + " " + email).split("[^\\p{L}\\p{N}]+", -1)) {
      if (part.length() >= 3) {
        rest = rest.replace(part, "");
      }
    }
    return rest.length() < before && rest.chars().filter(Character::isLetter).count() < 4;
  }

  /** Lower case, without accents. */
  private static String bare(String text) {
    var parts = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return MARKS.matcher(parts).replaceAll("");
  }

  private static Set<String> breached() {
    try (var in = PasswordRules.class.getResourceAsStream("breached.data.gz");
        var lines =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Objects.requireNonNull(in)), StandardCharsets.UTF_8))) {
      return lines.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
