package org.diestra.office.contacts;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.office.contacts.ContactForm.Row;
import org.diestra.platform.vcard.Card;
import org.diestra.platform.vcard.CardLine;

/**
 * Brings into a card what a form says, and touches nothing that it says as before. For one thread.
 */
final class Editing {
  private static final DateTimeFormatter REVISED =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int STREET = 2; // its place in an address
  private static final int PARTS = 7; // of an address
  private final ContactForm form;
  private final ContactForm before;
  private final Set<Integer> gone = new HashSet<>();
  private final List<CardLine> fresh = new ArrayList<>();
  private Card card;

  private Editing(Card card, ContactForm form, ContactForm before) {
    this.card = card;
    this.form = form;
    this.before = before;
  }

  /**
   * @param before what the form would hold of the card as it is
   */
  static Card apply(Card card, ContactForm form, ContactForm before, Instant now) {
    return new Editing(card, form, before).all(now);
  }

  private Card all(Instant now) {
    ways("EMAIL", form.mails(), Contact.OF_MAIL);
    ways("TEL", form.phones(), Contact.OF_PHONE);
    places();
    name();
    organisation();
    text("TITLE", "role", form.line("role"));
    text("NOTE", "note", form.note());
    text("BDAY", "birthday", birthday());
    text("URL", "web", address(form.line("web")).orElse(form.line("web")));
    groups();
    card = card.without(gone).plus(fresh);
    shown();
    return card.with(CardLine.of("REV", REVISED.format(now)));
  }

  private boolean same(String field) {
    return form.line(field).equals(before.line(field));
  }

  private void ways(String name, List<Row> rows, Set<String> kinds) {
    for (var row : rows) {
      var value = row.values().getFirst();
      var line = at(name, row.place());
      if (line.isEmpty()) {
        if (!value.isEmpty()) {
          fresh.add(CardLine.text(name, value).typed(kinds, row.kind()));
        }
      } else if (value.isEmpty()) {
        gone.add(row.place());
      } else {
        put(row, line.get(), value, kinds);
      }
    }
  }

  private void put(Row row, CardLine line, String value, Set<String> kinds) {
    var changed = line;
    if (!Entry.tel(line.text()).strip().equals(value)) {
      changed = changed.without("VALUE").holding(CardLine.escaped(value));
    }
    if (!Contact.kind(line, kinds).equals(row.kind())) {
      changed = changed.typed(kinds, row.kind());
    }
    card = card.at(row.place(), changed);
  }

  private Optional<CardLine> at(String name, int place) {
    return place >= 0 && place < card.lines().size() && card.lines().get(place).name().equals(name)
        ? Optional.of(card.lines().get(place))
        : Optional.empty();
  }

  private void places() {
    for (var row : form.places()) {
      var line = at("ADR", row.place());
      if (line.isEmpty()) {
        if (!row.empty()) {
          var parts = Stream.concat(Stream.of("", ""), row.values().stream()).toList();
          fresh.add(CardLine.parts("ADR", parts).typed(Contact.OF_PLACE, row.kind()));
        }
      } else if (row.empty()) {
        clear(row, line.get());
      } else {
        put(row, line.get());
      }
    }
  }

  /** What the page does not show of an address, such as a box of the post, nobody took out. */
  private void clear(Row row, CardLine line) {
    var parts = padded(line.parts(), PARTS);
    if (parts.subList(0, STREET).stream().allMatch(String::isBlank)) {
      gone.add(row.place());
    } else {
      put(row, line);
    }
  }

  private void put(Row row, CardLine line) {
    var parts = padded(line.parts(), PARTS);
    var changed = line;
    boolean same = true;
    for (int i = 0; i < row.values().size(); i++) {
      if (!parts.get(STREET + i).strip().equals(row.values().get(i))) {
        parts.set(STREET + i, row.values().get(i));
        same = false;
      }
    }
    if (!same) {
      // what programs print on an envelope would be another address
      changed = changed.without("LABEL").holding(joined(parts));
    }
    if (!Contact.kind(line, Contact.OF_PLACE).equals(row.kind())) {
      changed = changed.typed(Contact.OF_PLACE, row.kind());
    }
    card = card.at(row.place(), changed);
  }

  private static List<String> padded(List<String> parts, int least) {
    var all = new ArrayList<>(parts);
    while (all.size() < least) {
      all.add("");
    }
    return all;
  }

  private static String joined(List<String> parts) {
    return parts.stream().map(CardLine::escaped).collect(Collectors.joining(";"));
  }

  private void name() {
    if (ContactForm.NAME.stream().allMatch(this::same) && card.line("N").isPresent()) {
      return;
    }
    var parts =
        padded(card.line("N").map(CardLine::parts).orElse(List.of()), ContactForm.NAME.size());
    for (int i = 0; i < ContactForm.NAME.size(); i++) {
      if (!same(ContactForm.NAME.get(i))) {
        parts.set(i, form.line(ContactForm.NAME.get(i)));
      }
    }
    line("N", joined(parts));
  }

  /** The same line with another value, or a new one. */
  private void line(String name, String value) {
    var there = card.line(name);
    if (there.isPresent()) {
      card = card.with(there.get().holding(value));
    } else {
      fresh.add(CardLine.of(name, value));
    }
  }

  private void organisation() {
    if (same("organisation") && same("unit")) {
      return;
    }
    var parts = padded(card.line("ORG").map(CardLine::parts).orElse(List.of()), 2);
    parts.set(0, form.line("organisation"));
    parts.set(1, form.line("unit"));
    while (!parts.isEmpty() && parts.getLast().isEmpty()) {
      parts.removeLast();
    }
    if (parts.isEmpty()) {
      drop("ORG");
    } else {
      line("ORG", joined(parts));
    }
  }

  private void text(String name, String field, String value) {
    boolean same = field.equals("note") ? form.note().equals(before.note()) : same(field);
    if (same) {
      return;
    }
    if (value.isEmpty()) {
      drop(name);
    } else {
      line(name, name.equals("URL") ? value : CardLine.escaped(value)); // RFC 6350, 6.7.8
    }
  }

  /** The first of that name: others were not on the page. */
  private void drop(String name) {
    for (int i = 0; i < card.lines().size(); i++) {
      if (card.lines().get(i).name().equals(name)) {
        gone.add(i);
        return;
      }
    }
  }

  private String birthday() {
    var typed = form.line("birthday");
    var day = Birthday.day(typed);
    if (day.isPresent()) {
      return "--%02d%02d".formatted(day.get().getMonthValue(), day.get().getDayOfMonth());
    }
    var basic =
        card.version().equals("4.0")
            ? DateTimeFormatter.BASIC_ISO_DATE
            : DateTimeFormatter.ISO_LOCAL_DATE;
    return Birthday.date(typed).map(basic::format).orElse(typed);
  }

  private void groups() {
    if (form.groups().equals(before.groups())) {
      return;
    }
    boolean first = true;
    for (int i = 0; i < card.lines().size(); i++) {
      if (card.lines().get(i).name().equals("CATEGORIES") && !first) {
        gone.add(i);
      }
      first &= !card.lines().get(i).name().equals("CATEGORIES");
    }
    if (form.groups().isEmpty()) {
      drop("CATEGORIES");
    } else {
      line(
          "CATEGORIES",
          form.groups().stream().map(CardLine::escaped).collect(Collectors.joining(",")));
    }
  }

  /** Every card says how it is called (RFC 6350, section 6.2.1). */
  private void shown() {
    var wanted = form.line("shown").isEmpty() ? called(card) : form.line("shown");
    if (!wanted.equals(card.text("FN").strip())) {
      var there = card.line("FN");
      card =
          card.with(
              there.isPresent()
                  ? there.get().holding(CardLine.escaped(wanted))
                  : CardLine.text("FN", wanted));
    }
  }

  /** What a card is called where nobody said so: by its name, its firm, or how it is reached. */
  static String called(Card card) {
    return Entry.of(card.without("FN")).title();
  }

  /** A web address as it can be followed; without its scheme it is taken for https. */
  static Optional<String> address(String typed) {
    var lower = typed.toLowerCase(Locale.ROOT);
    var whole =
        lower.matches("[a-z][a-z0-9+.-]*:.*") && !lower.matches("[^/]+:\\d+.*")
            ? typed
            : "https://" + typed;
    try {
      var uri = new URI(whole);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null && uri.getHost().contains(".") && whole.length() <= 1_000
          ? Optional.of(whole)
          : Optional.empty();
    } catch (URISyntaxException wrong) {
      return Optional.empty();
    }
  }
}
