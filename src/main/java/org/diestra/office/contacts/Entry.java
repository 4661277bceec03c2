package org.diestra.office.contacts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.diestra.platform.base.Folded;
import org.diestra.platform.vcard.Card;
import org.diestra.platform.vcard.CardLine;
import org.diestra.platform.vcard.CardPhoto;

/**
 * What the list and the search need of a card, as it stands beside its bytes.
 *
 * @param initial a to z, or # for all others
 * @param words what it is found by, folded
 * @param traits by which it may be another's twin
 */
record Entry(
    String title,
    String sort,
    String initial,
    String organisation,
    String mail,
    String phone,
    Set<String> words,
    Set<String> traits,
    List<String> categories,
    boolean photo) {
  private static final int LONGEST = 300;
  private static final int LONGEST_WORD = 60;
  private static final int MOST_WORDS = 200;
  private static final int MOST_LINES = 50; // of a kind
  private static final int MOST_CATEGORIES = 20;
  private static final int LONGEST_CATEGORY = 60;
  private static final int LONGEST_TRAIT = 190;
  private static final int OWN_DIGITS = 9; // of a number, without what is dialled before it
  private static final int LEAST_DIGITS = 3;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");
  private static final Pattern DIALLED = Pattern.compile("[+0-9 ().\\-/]+");

  static Entry of(Card card) {
    var title = line(title(card));
    var sort = Folded.of(title).strip();
    var organisation =
        line(String.join(", ", filled(card.line("ORG").map(CardLine::parts).orElse(List.of()))));
    var mails = texts(card, "EMAIL");
    var phones = texts(card, "TEL");
    return new Entry(
        title,
        sort,
        initial(sort),
        organisation,
        mails.isEmpty() ? "" : mails.getFirst(),
        phones.isEmpty() ? "" : phones.getFirst(),
        words(card, title, organisation, mails, phones),
        traits(card, title, mails, phones),
        categories(card),
        CardPhoto.of(card).isPresent());
  }

  /** What people call it: a name, else the firm, else where it is reached; may be empty. */
  private static String title(Card card) {
    var shown = card.text("FN").strip();
    return Stream.of(
            shown,
            composed(card),
            String.join(", ", filled(card.line("ORG").map(CardLine::parts).orElse(List.of()))),
            card.text("NICKNAME"),
            card.text("EMAIL"),
            tel(card.text("TEL")))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Prefix, given and other names, family, suffix. */
  static String composed(Card card) {
    return String.join(
        " ",
        filled(
            List.of(
                card.part("N", 3),
                card.part("N", 1),
                card.part("N", 2),
                card.part("N", 0),
                card.part("N", 4))));
  }

  private static List<String> filled(List<String> parts) {
    return parts.stream().map(String::strip).filter(p -> !p.isEmpty()).toList();
  }

  private static String line(String text) {
    var one = text.replaceAll("[\\p{Cc}\\p{Cs}\\s]+", " ").strip();
    return one.substring(
        0, one.offsetByCodePoints(0, Math.min(LONGEST, one.codePointCount(0, one.length()))));
  }

  private static List<String> texts(Card card, String name) {
    return card.all(name).stream()
        .limit(MOST_LINES)
        .map(l -> line(tel(l.text())))
        .filter(t -> !t.isEmpty())
        .toList();
  }

  /** In 4.0 a number may stand as an address. */
  static String tel(String text) {
    return text.regionMatches(true, 0, "tel:", 0, 4) ? text.substring(4) : text;
  }

  private static String initial(String sort) {
    var first = sort.isEmpty() ? "#" : sort.substring(0, 1);
    return first.matches("[a-z]") ? first : "#";
  }

  private static Set<String> words(
      Card card, String title, String organisation, List<String> mails, List<String> phones) {
    var texts = new ArrayList<String>(List.of(title, composed(card), organisation));
    texts.addAll(List.of(card.text("NICKNAME"), card.text("TITLE"), card.text("ROLE")));
    texts.addAll(mails);
    texts.addAll(categories(card));
    card.all("ADR").stream().limit(MOST_LINES).forEach(a -> texts.addAll(a.parts()));
    var all = new LinkedHashSet<String>();
    phones.forEach(phone -> {
      var digits = digits(phone);
      all.add(cut(digits));
      all.add(cut(own(digits)));
    });
    mails.forEach(mail -> all.add(cut(Folded.of(mail))));
    texts.forEach(text -> all.addAll(words(text)));
    all.remove("");
    return all.stream().limit(MOST_WORDS).collect(LinkedHashSet::new, Set::add, Set::addAll);
  }

  private static List<String> words(String text) {
    return NO_WORD
        .splitAsStream(Folded.of(text.substring(0, Math.min(text.length(), 2_000))))
        .map(Entry::cut)
        .filter(w -> !w.isEmpty())
        .toList();
  }

  private static String cut(String word) {
    return word.substring(0, Math.min(word.length(), LONGEST_WORD));
  }

  private static String digits(String phone) {
    var all = NO_DIGIT.matcher(phone).replaceAll("");
    return all.startsWith("00") ? all.substring(2) : all;
  }

  private static String own(String digits) {
    return digits.substring(Math.max(0, digits.length() - OWN_DIGITS));
  }

  /** What somebody looks for, in words that begin what is found; a number is one word. */
  static List<String> asked(String query) {
    if (DIALLED.matcher(query).matches()) {
      var digits = digits(query);
      return digits.length() < LEAST_DIGITS ? List.of() : List.of(cut(digits));
    }
    return query.contains("@") && query.indexOf(' ') < 0
        ? List.of(cut(Folded.of(query)))
        : words(query).stream().limit(20).toList();
  }

  private static Set<String> traits(
      Card card, String title, List<String> mails, List<String> phones) {
    var all = new LinkedHashSet<String>();
    mails.stream()
        .map(mail -> mail.toLowerCase(Locale.ROOT))
        .filter(mail -> mail.length() <= LONGEST_TRAIT)
        .forEach(mail -> all.add("m:" + mail));
    var names = words(title);
    if (names.size() > 1) {
      var joined = String.join(" ", names.stream().sorted().toList());
      if (joined.length() <= LONGEST_TRAIT) {
        all.add("n:" + joined);
      }
    }
    // a firm's number is many people's: it tells of one only together with a name
    if (!names.isEmpty()) {
      phones.stream()
          .map(phone -> own(digits(phone)))
          .filter(own -> own.length() == OWN_DIGITS)
          .forEach(own -> all.add("p:" + own + ":" + names.getFirst()));
    }
    return all;
  }

  private static List<String> categories(Card card) {
    return card.all("CATEGORIES").stream()
        .limit(MOST_LINES)
        .flatMap(l -> l.list().stream())
        .map(c -> line(c))
        .filter(c -> !c.isEmpty() && c.length() <= LONGEST_CATEGORY)
        .distinct()
        .limit(MOST_CATEGORIES)
        .toList();
  }
}
