package org.diestra.platform.page;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.diestra.platform.base.Money;
import org.diestra.platform.page.Flash.Amount;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.FlashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Messages that wait, as text that fits into a cookie: JSON in Base64url. */
@Component
final class FlashText {
  private static final int MOST = 4;
  private final JsonMapper json;

  /**
   * One message that waits.
   *
   * @param parameters of the address it waits for, by name
   * @param until epoch milliseconds
   */
  private record Waiting(
      String path,
      Map<String, List<String>> parameters,
      long until,
      Flash.Kind kind,
      String key,
      List<Arg> args,
      @Nullable String undo) {

    /** What came back in a cookie may be anything. */
    Waiting {
      Objects.requireNonNull(path);
      Objects.requireNonNull(kind);
      Objects.requireNonNull(key);
      parameters = Map.copyOf(parameters);
      args = List.copyOf(args);
      if (undo != null && !LocalPath.isLocal(undo)) {
        throw new IllegalArgumentException("an undo elsewhere");
      }
    }
  }

  /** An argument; exactly one is there, or a currency beside a number of minor units. */
  private record Arg(
      @Nullable String text,
      @Nullable Long number,
      @Nullable String currency,
      @Nullable LocalDate date,
      @Nullable Instant at) {}

  FlashText(JsonMapper json) {
    this.json = json;
  }

  /** Whether all of it can be written here. */
  boolean carries(FlashMap map) {
    return map.size() == 1
        && map.getTargetRequestPath() != null
        && map.get(Flash.NAME) instanceof Flash flash
        && flash.args().stream().allMatch(arg -> arg(arg) != null);
  }

  /** The last few of them; empty for none. */
  String write(List<FlashMap> maps) {
    if (maps.isEmpty()) {
      return "";
    }
    var waiting =
        maps.subList(Math.max(0, maps.size() - MOST), maps.size()).stream()
            .map(FlashText::waiting)
            .toList();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(waiting));
  }

  /** Nothing from what we did not write. */
  List<FlashMap> read(String cookie) {
    try {
      var bytes = Base64.getUrlDecoder().decode(cookie.getBytes(StandardCharsets.ISO_8859_1));
      return Stream.ofNullable(json.readValue(bytes, Waiting[].class))
          .flatMap(Stream::of)
          .filter(Objects::nonNull)
          .map(FlashText::map)
          .toList();
    } catch (IllegalArgumentException | JacksonException notOurs) {
      return List.of();
    }
  }

  private static Waiting waiting(FlashMap map) {
    var flash = (Flash) Objects.requireNonNull(map.get(Flash.NAME));
    return new Waiting(
        Objects.requireNonNull(map.getTargetRequestPath()),
        map.getTargetRequestParams(),
        map.getExpirationTime(),
        flash.kind(),
        flash.key(),
        flash.args().stream().map(arg -> Objects.requireNonNull(arg(arg))).toList(),
        flash.undoHref());
  }

  /** Null for what no cookie carries. */
  private static @Nullable Arg arg(Serializable arg) {
    return switch (arg) {
      case String text -> new Arg(text, null, null, null, null);
      case Integer number -> new Arg(null, number.longValue(), null, null, null);
      case Long number -> new Arg(null, number, null, null, null);
      case Amount money -> new Arg(null, money.minor(), money.currency(), null, null);
      case LocalDate date -> new Arg(null, null, null, date, null);
      case Instant at -> new Arg(null, null, null, null, at);
      default -> null;
    };
  }

  private static FlashMap map(Waiting waiting) {
    var map = new FlashMap();
    map.setTargetRequestPath(waiting.path());
    var parameters = new LinkedMultiValueMap<String, String>();
    waiting.parameters().forEach(parameters::addAll);
    map.addTargetRequestParams(parameters);
    map.setExpirationTime(waiting.until());
    var args = waiting.args().stream().map(FlashText::value).toList();
    map.put(Flash.NAME, new Flash(waiting.kind(), waiting.key(), args, waiting.undo()));
    return map;
  }

  private static Serializable value(Arg arg) {
    if (arg.text() != null) {
      return arg.text();
    }
    if (arg.number() != null) {
      return arg.currency() == null
          ? arg.number()
          : Amount.of(Money.of(arg.number(), arg.currency()));
    }
    if (arg.date() != null) {
      return arg.date();
    }
    if (arg.at() != null) {
      return arg.at();
    }
    throw new IllegalArgumentException("an argument without a value");
  }
}
