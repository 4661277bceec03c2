package org.diestra.office.calendar;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Ids;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside an event (RFC 5545, section 3.8.1.1): a file of this house, a page elsewhere,
 * or bytes that a program wrote into the event itself.
 *
 * @param name what it is called
 * @param href where it is opened; null where no browser may go
 * @param elsewhere the host it leads to, or null within this house
 * @param size bytes, or 0 where nobody knows
 * @param key tells its line from others
 */
record Attached(
    String name, @Nullable String href, @Nullable String elsewhere, long size, String key) {
  static final String LINE = "ATTACH";
  static final String PATH = "/calendar/attachments/";

  /** How many an event may have. */
  static final int MOST = 20;

  private static final Pattern OWN =
      Pattern.compile("https?://[^/\\s]+" + PATH + "[0-9A-Za-z]{22}");
  private static final int LONGEST_NAME = 200;

  static List<Attached> of(Part event) {
    return event.lines(LINE).stream().map(Attached::of).toList();
  }

  private static Attached of(Line line) {
    var key = key(line);
    long size =
        line.param("SIZE").filter(s -> s.matches("\\d{1,12}")).map(Long::valueOf).orElse(0L);
    var name = line.param("FILENAME").or(() -> line.param("X-LABEL")).map(String::strip).orElse("");
    if (line.param("ENCODING").isPresent()) {
      return new Attached(name, null, null, line.value().length() * 3L / 4, key);
    }
    var own = file(line);
    if (own.isPresent()) {
      var path = PATH + Ids.text(own.get());
      return new Attached(name, path, null, size, key);
    }
    var host = host(line.value().strip());
    return new Attached(
        name.isEmpty() ? host.orElse("") : name,
        host.isPresent() ? line.value().strip() : null,
        host.orElse(null),
        size,
        key);
  }

  /** Of an address that a browser may open. */
  private static Optional<String> host(String address) {
    try {
      var uri = URI.create(address);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web ? Optional.ofNullable(uri.getHost()) : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** Which of the house's files a line names, if it names one. */
  private static Optional<UUID> file(Line line) {
    var address = line.value().strip();
    return OWN.matcher(address).matches()
        ? Ids.read(address.substring(address.lastIndexOf('/') + 1))
        : Optional.empty();
  }

  /** All of the house's files that stand in an event. */
  static Set<UUID> files(CalendarObject object) {
    var all = new LinkedHashSet<UUID>();
    object.events().forEach(e -> e.lines(LINE).forEach(line -> file(line).ifPresent(all::add)));
    return all;
  }

  /** Whether a body may name any of them. */
  static boolean any(byte[] body) {
    return new String(body, StandardCharsets.UTF_8).contains(LINE);
  }

  private static String key(Line line) {
    var text = line.params() + line.value();
    return Hash.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A line for a file or a page; RFC 8607, section 4, names its parameters. */
  static Line line(String address, String name, @Nullable String type, long size) {
    var params = new ArrayList<Line.Param>();
    if (type != null) {
      params.add(new Line.Param("FMTTYPE", type));
    }
    var plain = name.replaceAll("[\"\\p{Cntrl}\\s]+", " ").strip();
    if (!plain.isEmpty()) {
      var cut = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
      params.add(new Line.Param("FILENAME", '"' + cut + '"'));
    }
    if (size > 0) {
      params.add(new Line.Param("SIZE", String.valueOf(size)));
    }
    return new Line(LINE, params, address);
  }

  /** Without the line of that key. */
  static Part without(Part event, String key) {
    var lines =
        event.lines().stream().filter(l -> !l.name().equals(LINE) || !key(l).equals(key)).toList();
    return new Part(event.name(), lines, event.parts());
  }
}
