package org.diestra.office.carddav;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.diestra.platform.dav.Dav;
import org.diestra.platform.dav.Element;
import org.diestra.platform.vcard.Card;
import org.diestra.platform.vcard.CardFile;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a card a report wants (RFC 6352, section 10.4); a card is told in the version it
 * is kept in.
 *
 * @param lines null for all, as they are kept
 */
record Wanted(@Nullable Set<String> lines) {
  private static final Set<String> ALWAYS = Set.of("BEGIN", "VERSION", "UID", "END");

  /** Empty where the report does not ask for it. */
  static Optional<Wanted> read(Element report) {
    return report.child(Dav.name("prop")).flatMap(prop -> prop.child(Names.DATA)).map(Wanted::of);
  }

  private static Wanted of(Element data) {
    var type = data.attribute("content-type");
    var version = data.attribute("version");
    if (!type.isEmpty() && !type.equals("text/vcard")
        || !version.isEmpty() && !Card.VERSIONS.contains(version)) {
      throw Names.refused("supported-address-data");
    }
    var names = new HashSet<String>();
    data.children()
        .filter(e -> e.name().equals(Names.PROP))
        .forEach(e -> names.add(e.attribute("name").toUpperCase(Locale.ROOT)));
    return new Wanted(names.isEmpty() || data.has(Names.carddav("allprop")) ? null : names);
  }

  String text(byte[] body) {
    var wanted = lines;
    var whole = new String(body, StandardCharsets.UTF_8);
    return wanted == null
        ? whole
        : CardFile.one(body).fold(card -> some(card, wanted), why -> whole);
  }

  private static String some(Card card, Set<String> names) {
    return new Card(
            card.lines().stream()
                .filter(l -> ALWAYS.contains(l.name()) || names.contains(l.name()))
                .toList())
        .text();
  }
}
