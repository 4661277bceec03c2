package org.diestra.hiring.assistants;

import static org.diestra.platform.page.Ui.locale;
import static org.diestra.platform.page.Ui.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diestra.hiring.talent.AssistantCard;
import org.diestra.hiring.talent.Claim;
import org.diestra.hiring.talent.Profile;
import org.diestra.hiring.talent.Profile.Reference;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Fluency.Level;
import org.diestra.platform.page.DayBar;
import org.diestra.platform.page.Options;
import org.diestra.platform.page.Weeks;

/**
 * One assistant's public page.
 *
 * @param here the reader's zone
 * @param own whether the reader is this assistant
 * @param hiring whether the reader may be told that a sample resembles somebody else's
 * @param inviting whether the reader has a business, and so jobs to invite this assistant to
 */
record AssistantView(
    AssistantCard card,
    Profile profile,
    Works works,
    Description.Of description,
    ZoneId here,
    Prices prices,
    Instant now,
    boolean own,
    boolean hiring,
    boolean inviting) {

  ZoneId zone() {
    return card.week().zone();
  }

  /** Whether the reader's clock shows another hour than theirs. */
  boolean apart() {
    return !zone().getRules().getOffset(now).equals(here.getRules().getOffset(now));
  }

  boolean away() {
    var until = card.awayUntil();
    return until != null && until.isAfter(LocalDate.ofInstant(now, zone()));
  }

  Optional<Reference> reference(Claim claim) {
    return profile.areas().stream()
        .filter(e -> e.area() == claim.area())
        .findFirst()
        .flatMap(e -> Optional.ofNullable(e.reference()));
  }

  List<Weeks.Line> week() {
    return Weeks.lines(card.week(), locale());
  }

  /** The same hours on the reader's clock. */
  List<Weeks.Line> weekHere() {
    return Weeks.lines(card.week().in(here, LocalDate.ofInstant(now, here)), locale());
  }

  DayBar bar() {
    return DayBar.of(card.week(), here, LocalDate.ofInstant(now, here));
  }

  /** Where the reader chooses the job to invite them to, and comes back from. */
  String invitation() {
    return "/jobs/invite?person=" + card.id() + "&to=" + card.href();
  }

  /** "Spanish, mother tongue · English, C1 · fluent in writing". */
  String spoken(Fluency fluency) {
    return fluency.level() == Level.NATIVE
        ? words("page.level.NATIVE")
        : Options.level(fluency.level());
  }

  String languages() {
    return card.languages().stream().map(f -> f.name(locale())).collect(Collectors.joining(", "));
  }
}
