package org.diestra.office.contacts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.diestra.platform.vcard.Card;
import org.diestra.platform.vcard.CardLine;
import org.springframework.web.util.UriUtils;

/** What a page shows of a card. */
record Contact(Held held, Card card, Entry entry) {
  private static final String FAX = "fax";
  static final Set<String> OF_MAIL = kinds("work", "home");
  static final Set<String> OF_PHONE = kinds("cell", "work", "home", "fax");
  static final Set<String> OF_PLACE = kinds("work", "home");
  private static final int MOST = 40; // of a kind, on a page
  private static final int LONGEST_OTHER = 200;
  private static final Set<String> SHOWN =
      Set.of(
          "BEGIN",
          "END",
          "VERSION",
          "PRODID",
          "UID",
          "REV",
          "N",
          "FN",
          "ORG",
          "TITLE",
          "EMAIL",
          "TEL",
          "ADR",
          "LABEL",
          "BDAY",
          "URL",
          "NOTE",
          "CATEGORIES",
          "PHOTO",
          "LOGO",
          "SOUND",
          "KEY",
          "SOURCE",
          "CLIENTPIDMAP",
          "KIND",
          "SORT-STRING",
          "CLASS",
          "MAILER");

  static Contact of(Held held, Card card) {
    return new Contact(held, card, Entry.of(card));
  }

  private static Set<String> kinds(String... kinds) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(kinds)));
  }

  CardId id() {
    return held.id();
  }

  /**
   * A way to reach somebody.
   *
   * @param place of its line in the card
   * @param kind one of those known, or empty
   * @param label what its owner calls it, or empty
   */
  record Way(int place, String value, String kind, String label) {
    /** A link that dials it (RFC 3966). */
    String dial() {
      return dialling(value);
    }

    /** A link that writes to it (RFC 6068). */
    String write() {
      return writing(value);
    }
  }

  /** Without what is not dialled: an extension, and what only makes it easy to read. */
  static String dialling(String phone) {
    var number = phone.split("(?i)[;,]|x|ext", 2)[0].replaceAll("[^0-9+*#]", "");
    return "tel:" + number.replace("#", "%23");
  }

  /** The address alone: what stands in a card opens no letter with other recipients. */
  static String writing(String mail) {
    return "mailto:" + UriUtils.encode(mail, StandardCharsets.UTF_8).replace("%40", "@");
  }

  /** Where somebody lives or works. */
  record Place(int place, List<String> parts, String kind, String label) {
    private static final int LEAST = 7;

    String part(int at) {
      return at < parts.size() ? parts.get(at).strip() : "";
    }

    String street() {
      return part(2);
    }

    String town() {
      return part(3);
    }

    String region() {
      return part(4);
    }

    String code() {
      return part(5);
    }

    String country() {
      return part(LEAST - 1);
    }

    /** As it stands on an envelope, a line each. */
    List<String> lines() {
      return Stream.of(
              part(0),
              part(1),
              street(),
              Stream.of(code(), town())
                  .filter(s -> !s.isEmpty())
                  .reduce((a, b) -> a + " " + b)
                  .orElse(""),
              region(),
              country())
          .flatMap(String::lines)
          .filter(line -> !line.isBlank())
          .toList();
    }
  }

  List<Way> mails() {
    return ways("EMAIL", OF_MAIL);
  }

  List<Way> phones() {
    return ways("TEL", OF_PHONE);
  }

  private List<Way> ways(String name, Set<String> kinds) {
    var all = new ArrayList<Way>();
    for (int i = 0; i < card.lines().size() && all.size() < MOST; i++) {
      var line = card.lines().get(i);
      if (line.name().equals(name) && !line.text().isBlank()) {
        all.add(new Way(i, Entry.tel(line.text()).strip(), kind(line, kinds), label(card, line)));
      }
    }
    return all;
  }

  List<Place> places() {
    return places(card);
  }

  static List<Place> places(Card card) {
    var all = new ArrayList<Place>();
    for (int i = 0; i < card.lines().size() && all.size() < MOST; i++) {
      var line = card.lines().get(i);
      if (line.name().equals("ADR") && line.parts().stream().anyMatch(p -> !p.isBlank())) {
        all.add(new Place(i, line.parts(), kind(line, OF_PLACE), label(card, line)));
      }
    }
    return all;
  }

  static String kind(CardLine line, Set<String> kinds) {
    return kinds.contains(FAX) && line.types().contains(FAX)
        ? FAX // at work or at home: nobody answers there
        : kinds.stream().filter(line.types()::contains).findFirst().orElse("");
  }

  /** Apple's, which stands in a line beside. */
  private static String label(Card card, CardLine line) {
    return line.group().isEmpty()
        ? ""
        : card.all("X-ABLABEL").stream()
            .filter(l -> l.group().equals(line.group()))
            .map(l -> l.text().replaceAll("^_\\$!<|>!\\$_$", "").strip())
            .findFirst()
            .orElse("");
  }

  /** What somebody does, and for whom, where the title does not say it. */
  List<String> work() {
    return Stream.of(text("TITLE"), entry.organisation())
        .filter(s -> !s.isEmpty() && !s.equals(entry.title()))
        .toList();
  }

  String text(String name) {
    return card.text(name).strip();
  }

  /** Where its link may lead. */
  Optional<String> web() {
    var url = text("URL");
    var lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://")
        ? Optional.of(url)
        : Optional.empty();
  }

  /** What programs noted besides that can be read. */
  record Other(String name, String text) {}

  List<Other> others() {
    return card.lines().stream()
        .filter(line -> !SHOWN.contains(line.name()) && !line.name().startsWith("X-AB"))
        .filter(line -> !line.text().isBlank() && line.text().length() <= LONGEST_OTHER)
        .limit(MOST)
        .map(line -> new Other(line.name().replaceFirst("^X-", ""), line.text()))
        .toList();
  }
}
