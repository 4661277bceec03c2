package org.diestra.office.procedures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.diestra.platform.base.Area;
import org.springframework.core.io.ClassPathResource;

/** Procedures to begin with: {@value #EACH} for each area, in both languages. */
public final class Templates {
  public static final int EACH = 2;

  private Templates() {}

  /**
   * A procedure to begin with.
   *
   * @param name in forms and addresses: {@code data-entry-1}
   */
  public record Template(String name, Area area, Instructions instructions) {}

  /** Those of an area, with amounts in that currency. */
  public static List<Template> of(Area area, String language, Currency currency) {
    return IntStream.rangeClosed(1, EACH).mapToObj(n -> read(area, n, language, currency)).toList();
  }

  public static Optional<Template> named(
      String name, Area area, String language, Currency currency) {
    return of(area, language, currency).stream().filter(t -> t.name().equals(name)).findFirst();
  }

  private static Template read(Area area, int number, String language, Currency currency) {
    var name = area.slug() + "-" + number;
    var file = name + "." + (language.equals("es") ? "es" : "en") + ".data.txt";
    try {
      var text = new ClassPathResource(file, Templates.class).getContentAsString(UTF_8);
      return new Template(name, area, TemplateText.read(text, currency));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
