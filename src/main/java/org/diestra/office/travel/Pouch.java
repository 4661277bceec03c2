package org.diestra.office.travel;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a traveller carries and nobody else should read: it is kept sealed, named in no record, mail
 * or search, and purged after the trip.
 *
 * @param loyalty numbers of loyalty programmes, a line each
 * @param diet what somebody eats, or can’t
 */
record Pouch(String loyalty, String diet, List<Paper> papers) {
  static final Pouch EMPTY = new Pouch("", "", List.of());
  static final int LONGEST = 500;
  static final int MOST_PAPERS = 10;

  Pouch {
    papers = List.copyOf(papers);
  }

  /** Without a word of it: it may stand in a log. */
  @Override
  public String toString() {
    return "Pouch[" + papers.size() + "]";
  }

  boolean empty() {
    return loyalty.isEmpty() && diet.isEmpty() && papers.isEmpty();
  }

  /**
   * A document.
   *
   * @param country that gave it out, as people write it
   * @param expires its last day, or null where nobody said
   */
  record Paper(
      String holder, Kind kind, String number, String country, @Nullable LocalDate expires) {
    static final int LONGEST = 80;

    @Override
    public String toString() {
      return "Paper[" + kind + "]";
    }

    /** Its last two signs, to tell it from another. */
    String masked() {
      return number.length() <= 4 ? "••••" : "••••" + number.substring(number.length() - 2);
    }

    enum Kind {
      PASSPORT,
      IDENTITY,
      VISA,
      LICENCE;

      String slug() {
        return name().toLowerCase(Locale.ROOT);
      }

      String key() {
        return "travel.paper." + slug();
      }
    }
  }
}
