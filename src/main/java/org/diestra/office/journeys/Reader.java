package org.diestra.office.journeys;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;

/**
 * Reads legs out of what somebody pastes or brings: a booking mail or its HTML (schema.org
 * JSON-LD), a calendar, a pass for a wallet, the text in a boarding pass’s barcode. It only
 * proposes; nothing is fetched, and nothing is kept of what it read.
 *
 * @param around a day near which the journey is
 * @param home the reader’s own zone, proposed where nothing says another
 */
public record Reader(LocalDate around, ZoneId home) {
  /** Bytes of what is brought, and characters of what is pasted. */
  public static final int LARGEST = 2_000_000;

  private static final int MOST = 40;

  /** Each leg once, by the days on which they leave. */
  public Outcome<List<LegForm>> read(byte[] bytes) {
    if (bytes.length > LARGEST) {
      return Outcome.refused(
          Refusal.invalid("brought", "journeys.read.large", LARGEST / 1_000_000));
    }
    var found = new ArrayList<LegForm>();
    take(bytes, found, 0);
    return found.isEmpty()
        ? Outcome.refused(Refusal.invalid("text", "journeys.read.none"))
        : Outcome.done(once(found));
  }

  public Outcome<List<LegForm>> read(String text) {
    return text.length() > LARGEST
        ? Outcome.refused(Refusal.invalid("text", "journeys.read.large", LARGEST / 1_000_000))
        : read(text.getBytes(StandardCharsets.UTF_8));
  }

  private void take(byte[] bytes, List<LegForm> found, int depth) {
    if (WalletPass.is(bytes)) {
      found.addAll(WalletPass.read(bytes, around, home));
      return;
    }
    var text = new String(bytes, StandardCharsets.UTF_8);
    if (CalendarLegs.is(text)) {
      found.addAll(CalendarLegs.read(bytes, home));
    } else if (depth == 0 && MailSource.is(text)) {
      var mail = MailSource.read(bytes);
      mail.texts().forEach(part -> words(part, found));
      mail.files().forEach(file -> take(file, found, depth + 1));
    } else {
      words(text, found);
    }
  }

  private void words(String text, List<LegForm> found) {
    var said = Reservations.read(text, home);
    found.addAll(said);
    if (said.isEmpty() && text.length() < 20_000) {
      text.lines()
          .limit(200)
          .map(String::strip)
          .forEach(line -> found.addAll(BoardingPass.read(line, around)));
    }
  }

  /** What says the same ride twice is one: the first that names its hour. */
  private static List<LegForm> once(List<LegForm> found) {
    var legs = new ArrayList<LegForm>();
    found.stream()
        .sorted(
            Comparator.comparing(Reader::day)
                .thenComparing(leg -> -leg.leaves().length())
                .thenComparing(LegForm::leaves))
        .filter(leg -> legs.stream().noneMatch(other -> same(leg, other)))
        .limit(MOST)
        .forEach(legs::add);
    return legs;
  }

  private static boolean same(LegForm one, LegForm other) {
    return one.means().equals(other.means())
        && one.from().equalsIgnoreCase(other.from())
        && one.to().equalsIgnoreCase(other.to())
        && day(one).equals(day(other))
        && (one.number().equals(other.number())
            || one.number().isEmpty()
            || other.number().isEmpty());
  }

  private static String day(LegForm leg) {
    return leg.leaves().substring(0, Math.min(leg.leaves().length(), 10));
  }
}
