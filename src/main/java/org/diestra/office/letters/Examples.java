package org.diestra.office.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;

/**
 * Templates to begin with, as they stand in {@code examples.<language>.data.txt}: behind a line
 * {@code === LETTER Name} one for the subject and then the body.
 */
final class Examples {
  private static final String HEAD = "=== ";

  private Examples() {}

  static List<Template.Text> in(Locale language) {
    var name = "examples." + language.getLanguage() + ".data.txt";
    try (var in = new ClassPathResource(name, Examples.class).getInputStream()) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("(?m)^" + HEAD))
          .filter(one -> !one.isBlank())
          .map(one -> read(one, language))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Template.Text read(String one, Locale language) {
    var lines = one.split("\n", 3);
    var head = lines[0].split(" ", 2);
    return new Template.Text(
        Kind.valueOf(head[0]), language, head[1].strip(), lines[1].strip(), lines[2].strip());
  }
}
