package org.diestra.hiring.proposals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.diestra.hiring.fees.Quote;
import org.diestra.hiring.talent.AssistantCard;
import org.diestra.hiring.talent.Rating;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Money;
import org.diestra.platform.page.DayBar;
import org.jspecify.annotations.Nullable;

/**
 * One bid beside the others, in figures that compare.
 *
 * @param card who bids; null when the person has left
 * @param veil what must not be read; {@link Veil#NONE} where names are shown
 * @param quote what the price comes to at the estimate, on both sides
 * @param bar a typical day of the author's, and the hours of it that the client asks for
 * @param sharedWeek whole hours a week that both work; null where the client asks for none
 * @param proofs one for each area asked for, in the house's order
 * @param pieces samples and files, in the author's order
 * @param changedAt when the version shown was sent
 * @param note the reader's own words, or null
 * @param score what the team thought after an interview, as far as the reader may know, or null
 */
record Line(
    Bid bid,
    BidContent said,
    @Nullable AssistantCard card,
    boolean hidden,
    Veil veil,
    Estimate estimate,
    Quote quote,
    DayBar bar,
    @Nullable Integer sharedWeek,
    List<Proof> proofs,
    List<Piece> pieces,
    Instant changedAt,
    @Nullable String note,
    BidScores.@Nullable Score score) {
  private static final int GLANCE = 180;

  /** What stands behind an area the client asks for. */
  record Proof(Area area, int years, Backing backing) {
    enum Backing {
      /** A sample or a reference stands behind it. */
      SHOWN,
      SAID,
      NONE
    }
  }

  /**
   * Something to look at.
   *
   * @param label what kind of file it is: PDF, XLSX
   * @param title what its author calls it, or null where names are hidden
   * @param copied whether somebody else brought the same before
   */
  record Piece(String label, @Nullable String title, String href, boolean copied) {
    /** The preview alone. */
    String look() {
      return href + "/preview";
    }
  }

  String href() {
    return "/jobs/" + bid.job() + "/bids/" + bid.id();
  }

  /** Null where the person is hidden, or gone. */
  @Nullable String name() {
    return hidden || card == null ? null : card.shortName();
  }

  @Nullable String photo() {
    return hidden || card == null ? null : card.photo();
  }

  @Nullable String profile() {
    return hidden || card == null ? null : card.href();
  }

  /** Until when the client owes an answer; null once it has come. */
  @Nullable Instant decideBy() {
    return bid.answeredAt() == null ? bid.decideBy() : null;
  }

  /** The clock its author reads; where names are hidden, nothing but the reader's own. */
  ZoneId clock(ZoneId readers) {
    return hidden ? readers : said.week().zone();
  }

  /** A text of its author, without what is hidden. */
  String read(String text) {
    return veil.over(text);
  }

  Money total() {
    return quote.clientTotal();
  }

  Money monthly() {
    return estimate.monthly(said.price());
  }

  /** Whether the hours shared are as many as asked for. */
  boolean enough(int asked) {
    return sharedWeek == null || sharedWeek >= asked;
  }

  Rating rating() {
    return card == null ? Rating.NONE : card.rating();
  }

  int secretaryYears() {
    return card == null ? 0 : card.secretaryYears();
  }

  /** Years in the areas asked for, those that are shown counted twice as those only said. */
  int weight() {
    return proofs.stream()
        .mapToInt(p -> p.backing() == Proof.Backing.SHOWN ? 2 * p.years() : p.years())
        .sum();
  }

  /** The beginning of the letter, without its marks, for a glance. */
  String beginning() {
    var plain = read(said.letter()).replaceAll("[#*_>`\\[\\]]|\\s+", " ").strip();
    int length = plain.codePointCount(0, plain.length());
    return length <= GLANCE ? plain : plain.substring(0, plain.offsetByCodePoints(0, GLANCE)) + "…";
  }
}
