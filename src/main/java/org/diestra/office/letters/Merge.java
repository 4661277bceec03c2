package org.diestra.office.letters;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diestra.office.contacts.Addressees.Addressee;
import org.diestra.office.contacts.CardId;
import org.diestra.office.letters.Mailing.Piece;
import org.jspecify.annotations.Nullable;

/**
 * Makes letters of a template.
 *
 * @param own what a person says for the template's own fields, by key
 * @param business the client's name
 * @param writer who writes
 * @param day that stands on it
 */
record Merge(
    Template template, Map<String, String> own, String business, String writer, LocalDate day) {

  /**
   * Whom one is for.
   *
   * @param card null for one that stands in no book
   */
  record Recipient(
      @Nullable CardId card,
      String name,
      String given,
      String family,
      String organisation,
      String position,
      String mail,
      String phone,
      List<String> address) {
    static Recipient of(Addressee it) {
      return new Recipient(
          it.id(),
          it.title(),
          it.given(),
          it.family(),
          it.organisation(),
          it.position(),
          it.mail(),
          it.phone(),
          it.address());
    }

    /** Typed by hand. */
    static Recipient of(String name, String mail, List<String> address) {
      return new Recipient(null, name, "", "", "", "", mail, "", address);
    }
  }

  /**
   * A letter before it is kept.
   *
   * @param missing fields of which nothing is known, so that a gap stands there
   * @param large whether it is longer than a letter may be
   */
  record Drawn(Piece piece, Set<String> missing, boolean large) {}

  private static final int LONGEST_SUBJECT = 1_000;

  List<Drawn> drawn(List<Recipient> recipients) {
    var all = new ArrayList<Drawn>();
    for (var recipient : recipients) {
      all.add(drawn(all.size() + 1, recipient));
      if (all.getLast().large()) {
        return all; // nobody keeps any of them
      }
    }
    return all;
  }

  private Drawn drawn(int number, Recipient to) {
    var subject = template.title().filled(key -> value(key, to), false);
    var body = template.text().filled(key -> value(key, to), template.kind() == Kind.LETTER);
    var missing = new LinkedHashSet<>(subject.missing());
    missing.addAll(body.missing());
    boolean large =
        body.text().length() > MergeText.LONGEST || subject.text().length() > LONGEST_SUBJECT;
    var piece =
        new Piece(
            number,
            to.card(),
            to.name(),
            String.join("\n", envelope(to)),
            to.mail(),
            subject.text().strip(),
            body.text(),
            null);
    return new Drawn(piece, missing, large);
  }

  /** The name, the firm where it is another, and the address. */
  private static List<String> envelope(Recipient to) {
    var lines = new ArrayList<String>();
    lines.add(to.name());
    if (!to.organisation().isEmpty() && !to.organisation().equals(to.name())) {
      lines.add(to.organisation());
    }
    lines.addAll(to.address());
    lines.removeIf(String::isBlank);
    return lines;
  }

  private String value(String key, Recipient to) {
    var field = Field.named(key);
    return field.isEmpty()
        ? own.getOrDefault(key, "")
        : switch (field.get()) {
          case NAME -> to.name();
          case FIRST_NAME -> to.given();
          case SURNAME -> to.family();
          case COMPANY -> to.organisation();
          case POSITION -> to.position();
          case ADDRESS -> String.join("\n", to.address());
          case MAIL -> to.mail();
          case PHONE -> to.phone();
          case DATE ->
              DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                  .withLocale(template.language())
                  .format(day);
          case BUSINESS -> business;
          case WRITER -> writer;
        };
  }
}
