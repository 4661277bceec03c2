package org.diestra.office.travel;

import java.util.ArrayList;
import java.util.List;
import org.diestra.office.journeys.Cardless;
import org.diestra.office.travel.Pouch.Paper;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What is to be sealed, as a browser sends it: {@code loyalty}, {@code diet}, and for each document
 * {@code holder-0}, {@code kind-0}, {@code document-0}, {@code country-0} and {@code expires-0}.
 */
record PouchForm(String loyalty, String diet, List<Row> rows, int seen) {
  private static final int BLANKS = 2;
  private static final int LONGEST = 1000;

  PouchForm {
    rows = List.copyOf(rows);
  }

  /** Without a word of it: it may stand in a log. */
  @Override
  public String toString() {
    return "PouchForm[" + rows.size() + "]";
  }

  /** A document as it was typed. */
  record Row(String holder, String kind, String number, String country, String expires) {
    @Override
    public String toString() {
      return "Row[" + kind + "]";
    }

    static final Row BLANK = new Row("", "passport", "", "", "");

    boolean blank() {
      return holder.isBlank() && number.isBlank() && expires.isBlank();
    }
  }

  static PouchForm of(Pouch pouch, int version) {
    var rows = new ArrayList<Row>();
    for (var paper : pouch.papers()) {
      rows.add(
          new Row(
              paper.holder(),
              paper.kind().slug(),
              paper.number(),
              paper.country(),
              paper.expires() == null ? "" : paper.expires().toString()));
    }
    for (int i = 0; i < BLANKS && rows.size() < Pouch.MOST_PAPERS; i++) {
      rows.add(Row.BLANK);
    }
    return new PouchForm(pouch.loyalty(), pouch.diet(), rows, version);
  }

  static PouchForm of(MultiValueMap<String, String> sent) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < Pouch.MOST_PAPERS && sent.containsKey("holder-" + i); i++) {
      rows.add(
          new Row(
              first(sent, "holder-" + i),
              first(sent, "kind-" + i),
              first(sent, "document-" + i),
              first(sent, "country-" + i),
              first(sent, "expires-" + i)));
    }
    var seen = first(sent, "sealed");
    return new PouchForm(
        first(sent, "loyalty"),
        first(sent, "diet"),
        rows,
        seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : 0);
  }

  private static String first(MultiValueMap<String, String> sent, String name) {
    var value = Typed.text(sent.getFirst(name));
    return value.substring(0, Math.min(value.length(), LONGEST));
  }

  /** Null where there is a problem. */
  @Nullable Pouch read(Problems problems) {
    var typed = new Cardless(problems);
    var numbers = typed.text("loyalty", loyalty, Pouch.LONGEST);
    var food = typed.text("diet", diet, Pouch.LONGEST);
    var papers = new ArrayList<Paper>();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      if (!row.blank()) {
        var holder =
            typed.line("holder-" + i, row.holder(), Paper.LONGEST, "travel.paper.holder.missing");
        var number = typed.line("document-" + i, row.number(), Paper.LONGEST);
        var country = typed.line("country-" + i, row.country(), Paper.LONGEST);
        var expires = WishForm.date(row.expires());
        if (expires.isEmpty() && !row.expires().isBlank()) {
          problems.add("expires-" + i, "travel.paper.expires.wrong");
        }
        papers.add(new Paper(holder, kind(row.kind()), number, country, expires.orElse(null)));
      }
    }
    return problems.any() ? null : new Pouch(numbers, food, papers);
  }

  private static Paper.Kind kind(String slug) {
    for (var kind : Paper.Kind.values()) {
      if (kind.slug().equals(slug)) {
        return kind;
      }
    }
    return Paper.Kind.PASSPORT;
  }
}
