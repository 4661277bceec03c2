package org.diestra.office.contacts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.diestra.platform.base.CsvRows;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.vcard.Card;
import org.diestra.platform.vcard.CardFile;
import org.diestra.platform.vcard.CardLine;

/**
 * Contacts in a table, as Google and Outlook export them and as people keep them in sheets. What
 * stands under a heading that nobody knows goes into the note, with its heading. For one thread.
 */
final class ContactsCsv {
  private static final int CELLS = 250;
  private static final int LONGEST = 100_000;
  private static final int LONGEST_HEADING = 100; // of one that nobody knows
  private static final long MOST_LETTERS = 20_000_000; // of all notes
  private static final int HEAD = 4_000; // bytes that tell what a file is

  /** How Outlook says that it knows no day. */
  private static final String NO_DAY = "0/0/00";

  private static final String PLACE = "place:";
  private final List<String> headings;
  private final Map<String, String> once = new HashMap<>();
  private final List<CardLine> lines = new ArrayList<>();
  private final Map<String, Map<String, String>> places = new TreeMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private final List<String> notes = new ArrayList<>();

  private ContactsCsv(List<String> headings) {
    this.headings = headings;
  }

  /** Whether it is a table rather than cards. */
  static boolean isOne(byte[] body) {
    var head = new String(body, 0, Math.min(body.length, HEAD), ISO_8859_1);
    boolean cards = head.replace("\0", "").toUpperCase(Locale.ROOT).contains("BEGIN:VCARD");
    var first = head.lines().findFirst().orElse("");
    return !cards && first.chars().anyMatch(c -> c == ',' || c == ';' || c == '\t');
  }

  /**
   * @param most how many rows it may have
   */
  static Outcome<CardFile> read(byte[] body, int most) {
    try {
      var rows = CsvRows.read(body, new CsvRows.Bounds(most + 1, CELLS, LONGEST));
      var headings = rows.isEmpty() ? List.<String>of() : rows.getFirst().cells();
      var known = headings.stream().filter(h -> !CsvHeadings.field(h).isEmpty()).count();
      if (known < 2) {
        return Outcome.refused(Refusal.invalid("file", "contacts.csv.columns"));
      }
      var cards = new ArrayList<Card>();
      long letters = 0;
      for (var row : rows.subList(1, rows.size())) {
        var made = new ContactsCsv(headings);
        cards.add(made.card(row));
        letters += made.notes.stream().mapToLong(String::length).sum();
        if (letters > MOST_LETTERS) {
          return Outcome.refused(Refusal.invalid("file", "contacts.csv.wide", row.line()));
        }
      }
      return cards.isEmpty()
          ? Outcome.refused(Refusal.invalid("file", "vcard.none"))
          : Outcome.done(new CardFile(cards, List.of()));
    } catch (CsvRows.Unreadable e) {
      return Outcome.refused(
          switch (e.fault()) {
            case NO_TEXT -> Refusal.invalid("file", "contacts.csv.no-text");
            case QUOTE -> Refusal.invalid("file", "contacts.csv.quote", e.line());
            case WIDE -> Refusal.invalid("file", "contacts.csv.wide", e.line());
            case MANY -> Refusal.invalid("file", "vcard.many", most);
          });
    }
  }

  private Card card(CsvRows.Row row) {
    for (int i = 0; i < headings.size(); i++) {
      var value = row.cell(i).strip();
      if (!value.isEmpty()) {
        take(headings.get(i), value);
      }
    }
    return made(row);
  }

  private void take(String heading, String value) {
    var found = CsvHeadings.numbered(heading);
    var field = CsvHeadings.field(heading);
    if (found.matches()) {
      numbered(group(found, 1), group(found, 2), group(found, 3), value, heading);
    } else if (field.isEmpty()) {
      note(heading, value);
    } else if (field.equals("mail") || field.startsWith("phone")) {
      reach(field, value);
    } else if (field.startsWith(PLACE)) {
      var parts = field.split(":");
      kinds.put(PLACE + parts[1], parts[1]);
      places.computeIfAbsent(PLACE + parts[1], k -> new HashMap<>()).put(parts[2], value);
    } else {
      once.putIfAbsent(field, value);
    }
  }

  private void note(String heading, String value) {
    if (!CsvHeadings.saysNothing(heading, value)) {
      notes.add(heading.substring(0, Math.min(heading.length(), LONGEST_HEADING)) + ": " + value);
    }
  }

  private static String group(Matcher found, int number) {
    return Objects.requireNonNullElse(found.group(number), "");
  }

  private void reach(String field, String value) {
    boolean mail = field.startsWith("mail");
    int colon = field.indexOf(':');
    var kind = colon < 0 ? "" : field.substring(colon + 1);
    for (var one : value.split(" ::: ")) {
      var line = CardLine.text(mail ? "EMAIL" : "TEL", one.strip());
      lines.add(kind.isEmpty() ? line : line.typed(Contact.OF_PHONE, kind));
    }
  }

  /** Google's: a number for each, and what kind it is beside it. */
  private void numbered(String what, String number, String part, String value, String heading) {
    var key = what + number;
    boolean kind = part.equals("label") || part.equals("type");
    if (kind) {
      kinds.put(key, kind(value));
    } else if (what.equals("e-mail") && part.equals("value")) {
      reach("mail:" + kinds.getOrDefault(key, ""), value);
    } else if (what.equals("phone") && part.equals("value")) {
      reach("phone:" + kinds.getOrDefault(key, ""), value);
    } else if (what.equals("website") && part.equals("value")) {
      once.putIfAbsent("web", value);
    } else if (what.equals("address")) {
      address(key, part, value);
    } else if (what.equals("organization")) {
      once.putIfAbsent(
          part.equals("name") ? "organisation" : part.equals("title") ? "role" : "unit", value);
    } else {
      notes.add(heading + ": " + value);
    }
  }

  private void address(String key, String part, String value) {
    var field =
        switch (part) {
          case "street", "region", "country" -> part;
          case "city" -> "town";
          case "postal code" -> "code";
          default -> "";
        };
    if (!field.isEmpty()) {
      places.computeIfAbsent(key, k -> new HashMap<>()).put(field, value);
    }
  }

  private static String kind(String label) {
    var folded = Folded.of(label).replace("*", "").strip();
    return switch (folded) {
      case "work", "trabajo" -> "work";
      case "home", "casa", "particular" -> "home";
      case "mobile", "movil", "cell" -> "cell";
      default -> folded.contains("fax") ? "fax" : "";
    };
  }

  private Card made(CsvRows.Row row) {
    var all = new ArrayList<CardLine>();
    all.add(
        CardLine.parts("N", ContactForm.NAME.stream().map(n -> once.getOrDefault(n, "")).toList()));
    text(all, "NICKNAME", "nickname");
    if (once.containsKey("organisation")) {
      var unit = once.get("unit");
      var firm = once.get("organisation");
      all.add(CardLine.parts("ORG", unit == null ? List.of(firm) : List.of(firm, unit)));
    }
    text(all, "TITLE", "role");
    all.addAll(lines);
    places.forEach((key, place) -> {
      var parts = new ArrayList<String>(List.of("", ""));
      ContactForm.ADDRESS.forEach(part -> parts.add(place.getOrDefault(part, "")));
      all.add(CardLine.parts("ADR", parts).typed(Contact.OF_PLACE, kinds.getOrDefault(key, "")));
    });
    if (once.containsKey("web")) {
      all.add(CardLine.of("URL", once.getOrDefault("web", "").replaceAll("\\s+", " ")));
    }
    if (!NO_DAY.equals(once.get("birthday"))) {
      text(all, "BDAY", "birthday");
    }
    groups(all);
    if (once.containsKey("note")) {
      notes.addFirst(once.getOrDefault("note", ""));
    }
    if (!notes.isEmpty()) {
      all.add(CardLine.text("NOTE", String.join("\n", notes)));
    }
    var uid = "urn:sha256:" + Hash.of(String.join("\u001F", row.cells()));
    var card = Card.fresh(uid).plus(all);
    var shown = once.getOrDefault("shown", Editing.called(card));
    return card.plus(List.of(CardLine.text("FN", shown)));
  }

  private void text(List<CardLine> all, String name, String field) {
    var value = once.get(field);
    if (value != null) {
      all.add(CardLine.text(name, value));
    }
  }

  private void groups(List<CardLine> all) {
    var names =
        Arrays.stream(once.getOrDefault("groups", "").split(" ::: |[;,]"))
            .map(g -> g.replaceFirst("^\\*\\s*", "").strip())
            .filter(g -> !g.isEmpty() && !g.equalsIgnoreCase("myContacts"))
            .distinct()
            .map(CardLine::escaped)
            .toList();
    if (!names.isEmpty()) {
      all.add(CardLine.of("CATEGORIES", String.join(",", names)));
    }
  }
}
