package org.diestra.platform.notifications;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.diestra.platform.base.Money;
import org.diestra.platform.page.Formats;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what a sentence names as JSON, each with its sort, until somebody reads it. */
@Component
class Args {
  private static final TypeReference<List<List<String>>> SHAPE = new TypeReference<>() {};
  private final JsonMapper json;

  Args(JsonMapper json) {
    this.json = json;
  }

  String write(List<Object> args) {
    return json.writeValueAsString(args.stream().map(Args::sorted).toList());
  }

  List<Object> read(String text) {
    return json.readValue(text, SHAPE).stream().map(Args::value).toList();
  }

  /** The sentence, for a reader. */
  static String words(Formats formats, String key, List<Object> args) {
    var texts =
        args.stream()
            .map(arg -> arg instanceof Notice.Said said ? formats.words(said.key()) : arg)
            .toArray();
    return formats.words(key, texts);
  }

  private static List<String> sorted(Object arg) {
    return switch (arg) {
      case String text -> List.of("text", text);
      case Integer number -> List.of("number", number.toString());
      case Long number -> List.of("number", number.toString());
      case BigDecimal number -> List.of("decimal", number.toString());
      case Money money ->
          List.of("money", String.valueOf(money.minor()), money.currency().getCurrencyCode());
      case Instant at -> List.of("at", at.toString());
      case LocalDate date -> List.of("date", date.toString());
      case Notice.Said said -> List.of("said", said.key());
      default -> throw new IllegalArgumentException("can't be told: " + arg.getClass());
    };
  }

  private static Object value(List<String> sorted) {
    var text = sorted.get(1);
    return switch (sorted.getFirst()) {
      case "number" -> Long.valueOf(text);
      case "decimal" -> new BigDecimal(text);
      case "money" -> Money.of(Long.parseLong(text), sorted.get(2));
      case "at" -> Instant.parse(text);
      case "date" -> LocalDate.parse(text);
      case "said" -> new Notice.Said(text);
      default -> text;
    };
  }
}
