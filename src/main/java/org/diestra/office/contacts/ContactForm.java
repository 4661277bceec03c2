package org.diestra.office.contacts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;

/**
 * A contact as a browser sends it: each way to reach somebody stands in a numbered field of its
 * own, with the place of its line in the card. What stands in the card besides is not in it.
 *
 * @param sent what the fields hold, by their names
 */
record ContactForm(Map<String, String> sent) {
  static final List<String> NAME = List.of("family", "given", "middle", "prefix", "suffix");
  static final List<String> ADDRESS = List.of("street", "town", "region", "code", "country");
  private static final int MOST = 40;
  private static final int LONGEST = 200;
  private static final int LONGEST_NOTE = 10_000;
  private static final int LONGEST_MAIL = 254;

  ContactForm {
    sent = Map.copyOf(sent);
  }

  static ContactForm blank() {
    return new ContactForm(Map.of());
  }

  static ContactForm of(Contact contact) {
    var all = new HashMap<String, String>();
    for (int i = 0; i < NAME.size(); i++) {
      all.put(NAME.get(i), contact.card().part("N", i).strip());
    }
    var shown = contact.text("FN");
    all.put("shown", shown.equals(Editing.called(contact.card())) ? "" : shown);
    all.put("organisation", contact.card().part("ORG", 0).strip());
    all.put("unit", contact.card().part("ORG", 1).strip());
    all.put("role", contact.text("TITLE"));
    all.put("birthday", Birthday.typed(contact.text("BDAY")));
    all.put("web", contact.text("URL"));
    all.put("note", contact.text("NOTE"));
    all.put("groups", String.join(", ", contact.entry().categories()));
    all.put("seen", contact.held().etag());
    ways(all, "mail", contact.mails());
    ways(all, "phone", contact.phones());
    for (int i = 0; i < contact.places().size(); i++) {
      var place = contact.places().get(i);
      all.put("place-at" + i, String.valueOf(place.place()));
      all.put("place-kind" + i, place.kind());
      all.put("street" + i, place.street());
      all.put("town" + i, place.town());
      all.put("region" + i, place.region());
      all.put("code" + i, place.code());
      all.put("country" + i, place.country());
    }
    return new ContactForm(all);
  }

  private static void ways(Map<String, String> all, String name, List<Contact.Way> ways) {
    for (int i = 0; i < ways.size(); i++) {
      all.put(name + i, ways.get(i).value());
      all.put(name + "-at" + i, String.valueOf(ways.get(i).place()));
      all.put(name + "-kind" + i, ways.get(i).kind());
    }
  }

  String value(String name) {
    return sent.getOrDefault(name, "");
  }

  String line(String name) {
    return Typed.line(value(name));
  }

  String note() {
    return Typed.text(value("note"));
  }

  List<String> groups() {
    return Arrays.stream(value("groups").split("[,;\n]"))
        .map(Typed::line)
        .filter(g -> !g.isEmpty())
        .distinct()
        .toList();
  }

  /** How many rows of that kind the page shows. */
  int rows(String name, int spare) {
    int last = -1;
    for (int i = 0; i < MOST; i++) {
      var number = at(i);
      boolean filled =
          name.equals("street")
              ? ADDRESS.stream().anyMatch(part -> !value(part + number).isBlank())
              : !value(name + at(i)).isBlank();
      last = filled ? i : last;
    }
    return Math.min(MOST, last + 1 + spare);
  }

  private static String at(int i) {
    return String.valueOf(i);
  }

  /** The same with one that is empty below, and two more where they were asked for. */
  int rows(String name) {
    int filled = rows(name, 0);
    int spare = filled > 0 && name.equals("street") ? 0 : 1;
    return Math.min(MOST, filled + spare + (value("more").isEmpty() ? 0 : 2));
  }

  /**
   * One row as it was sent.
   *
   * @param place of its line in the card, or -1 for a new one
   */
  record Row(int number, int place, String kind, List<String> values) {
    boolean empty() {
      return values.stream().allMatch(String::isEmpty);
    }
  }

  List<Row> mails() {
    return rows("mail", "mail", Contact.OF_MAIL, List.of("mail"));
  }

  List<Row> phones() {
    return rows("phone", "phone", Contact.OF_PHONE, List.of("phone"));
  }

  List<Row> places() {
    return rows("street", "place", Contact.OF_PLACE, ADDRESS);
  }

  private List<Row> rows(String first, String name, Set<String> kinds, List<String> fields) {
    var all = new ArrayList<Row>();
    for (int i = 0; i < MOST; i++) {
      if (sent.containsKey(first + at(i))) {
        int number = i;
        var kind = value(name + "-kind" + at(i));
        var place = value(name + "-at" + at(i));
        var values =
            fields.stream()
                .map(f ->
                    f.equals("street") ? Typed.text(value(f + at(number))) : line(f + at(number)))
                .toList();
        all.add(
            new Row(
                i,
                place.matches("\\d{1,4}") ? Integer.parseInt(place) : -1,
                kinds.contains(kind) ? kind : "",
                values));
      }
    }
    return all;
  }

  /** Says what is wrong with it, as far as it is not in the card just so already. */
  void check(Problems problems, ContactForm before) {
    var typed = new Typed(problems);
    List.of(
            "family",
            "given",
            "middle",
            "prefix",
            "suffix",
            "shown",
            "organisation",
            "unit",
            "role")
        .stream()
        .filter(name -> !line(name).equals(before.line(name)))
        .forEach(name -> typed.line(name, value(name), LONGEST));
    if (!line("groups").equals(before.line("groups"))) {
      typed.line("groups", value("groups"), 1_000);
    }
    if (!note().equals(before.note())) {
      typed.text("note", value("note"), LONGEST_NOTE);
    }
    for (var row : mails()) {
      var mail = row.values().getFirst();
      boolean fits = mail.matches("[^\\s@]+@[^\\s@]+") && mail.length() <= LONGEST_MAIL;
      if (!mail.isEmpty() && !fits && !before.has("mail", mail)) {
        problems.add("mail" + row.number(), "contacts.mail.wrong");
      }
    }
    for (var row : phones()) {
      var phone = row.values().getFirst();
      boolean fits = phone.matches(".*\\d.*") && phone.length() <= LONGEST;
      if (!phone.isEmpty() && !fits && !before.has("phone", phone)) {
        problems.add("phone" + row.number(), "contacts.phone.wrong");
      }
    }
    places()
        .forEach(row ->
            ADDRESS.stream()
                .map(f -> f + row.number())
                .filter(f -> !Typed.text(value(f)).equals(Typed.text(before.value(f))))
                .forEach(f -> typed.text(f, value(f), LONGEST)));
    dates(problems, before);
    if (nothing() && (before.sent.isEmpty() || !before.nothing())) {
      problems.add("given", "contacts.name.missing");
    }
  }

  private boolean has(String name, String value) {
    return rows(name, name, Set.of(), List.of(name)).stream()
        .anyMatch(row -> row.values().getFirst().equals(value));
  }

  private void dates(Problems problems, ContactForm before) {
    var day = line("birthday");
    if (!day.isEmpty() && !day.equals(before.line("birthday")) && !Birthday.known(day)) {
      problems.add("birthday", "contacts.birthday.wrong");
    }
    var web = line("web");
    if (!web.equals(before.line("web")) && !web.isEmpty() && Editing.address(web).isEmpty()) {
      problems.add("web", "contacts.web.wrong");
    }
  }

  private boolean nothing() {
    return List.of("given", "family", "shown", "organisation").stream()
            .allMatch(name -> line(name).isEmpty())
        && mails().stream().allMatch(Row::empty)
        && phones().stream().allMatch(Row::empty);
  }
}
