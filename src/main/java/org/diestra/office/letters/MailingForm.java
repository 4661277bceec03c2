package org.diestra.office.letters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.contacts.CardId;
import org.diestra.office.letters.Merge.Recipient;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.springframework.util.MultiValueMap;

/**
 * Whom a template is written to and what its own fields say, as a browser sends it: {@code to} for
 * each contact, {@code own-0} for each field in the template's order, and one person by hand.
 *
 * @param key of the form, so that what is sent twice is kept once
 * @param seen the version of the template that was on the page
 */
record MailingForm(
    List<String> to,
    List<String> own,
    String name,
    String mail,
    String address,
    String key,
    int seen) {
  static final int LONGEST_VALUE = 4_000; // characters
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_ADDRESS = 500;
  private static final int MOST_LINES = 8;

  MailingForm {
    to = List.copyOf(to);
    own = List.copyOf(own);
  }

  static MailingForm blank(Template template) {
    return new MailingForm(
        List.of(), List.of(), "", "", "", Ids.text(Ids.fresh()), template.version());
  }

  static MailingForm of(MultiValueMap<String, String> sent) {
    var own = new ArrayList<String>();
    for (int i = 0; sent.containsKey("own-" + i) && i < TemplateForm.MOST_FIELDS; i++) {
      own.add(one(sent, "own-" + i));
    }
    var seen = one(sent, "seen");
    return new MailingForm(
        Objects.requireNonNullElse(sent.get("to"), List.of()),
        own,
        one(sent, "name"),
        one(sent, "mail"),
        one(sent, "address"),
        one(sent, "key"),
        seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : 0);
  }

  private static String one(MultiValueMap<String, String> sent, String name) {
    return Objects.requireNonNullElse(sent.getFirst(name), "");
  }

  /** The same for the template as it stands now. */
  MailingForm on(Template template) {
    return new MailingForm(to, own, name, mail, address, key, template.version());
  }

  String own(int at) {
    return at < own.size() ? own.get(at) : "";
  }

  /** Where nobody sent one, it is kept each time. */
  UUID keyed() {
    var read = Ids.read(key);
    return read.isPresent() ? read.get() : Ids.fresh();
  }

  List<CardId> cards() {
    return to.stream()
        .map(Ids::read)
        .flatMap(Optional::stream)
        .map(CardId::new)
        .distinct()
        .toList();
  }

  /** What a person says for each of the template's own fields, by key. */
  Map<String, String> said(Template template, Problems problems) {
    var typed = new Typed(problems);
    var all = new LinkedHashMap<String, String>();
    int i = 0;
    for (var key : template.own().keySet()) {
      all.put(key, typed.text("own-" + i, own(i), LONGEST_VALUE));
      i++;
    }
    return all;
  }

  /** The one who stands in no book, if anybody was typed. */
  Optional<Recipient> byHand(Problems problems) {
    var typed = new Typed(problems);
    var called = typed.line("name", name, LONGEST_NAME);
    var reached = typed.line("mail", mail, LONGEST_NAME);
    var lines = typed.text("address", address, LONGEST_ADDRESS).lines().map(String::strip).toList();
    if (!reached.isEmpty() && !reached.matches("[^@\\s,;<>]+@[^@\\s,;<>]+")) {
      problems.add("mail", "letters.mail.wrong");
    }
    if (lines.size() > MOST_LINES) {
      problems.add("address", "letters.address.long", MOST_LINES);
    }
    boolean any = !called.isEmpty() || !reached.isEmpty() || !lines.isEmpty();
    if (any && called.isEmpty()) {
      problems.add("name", "letters.to.name.missing");
    }
    return any && !problems.any()
        ? Optional.of(Recipient.of(called, reached, lines))
        : Optional.empty();
  }
}
