package org.diestra.work.time;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Formats;
import org.diestra.platform.page.Pages;
import org.diestra.platform.taps.Offer;
import org.diestra.platform.taps.Shown;
import org.diestra.platform.taps.Shown.Choice;
import org.diestra.platform.taps.Tap;
import org.diestra.work.contracts.ContractId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A week's hours are accepted by a link in the mail, where they were kept by the timer: what was
 * written by hand is looked at. It pays no more than silence would, which accepts them too.
 */
@Component
class WeekTap implements Tap {
  static final String KIND = "time:accept";
  private static final String YES = "accept";
  private final Desks desks;
  private final SheetStore sheets;
  private final EntryStore entries;
  private final Reviews reviews;
  private final Pages pages;

  WeekTap(Desks desks, SheetStore sheets, EntryStore entries, Reviews reviews, Pages pages) {
    this.desks = desks;
    this.sheets = sheets;
    this.entries = entries;
    this.reviews = reviews;
    this.pages = pages;
  }

  /** All lines that wait, as they are. */
  static Offer offer(Timesheet.Facts facts, List<Entry> lines) {
    return new Offer(
        KIND, facts.contract().value(), facts.week().monday() + " " + Reviews.mark(lines));
  }

  @Override
  public String kind() {
    return KIND;
  }

  private static Week week(String seen) {
    return Week.read(seen.substring(0, seen.indexOf(' '))).orElseThrow(NotFound::new);
  }

  private static String mark(String seen) {
    return seen.substring(seen.indexOf(' ') + 1);
  }

  @Transactional(readOnly = true)
  @Override
  public Optional<Shown> shown(Viewer viewer, UUID subject, String seen) {
    var contract = new ContractId(subject);
    desks.enter(viewer, contract).requireReviews();
    var lines = entries.week(contract, week(seen));
    if (!(sheets.find(contract, week(seen)).orElse(null) instanceof Timesheet.Submitted sheet)
        || !Reviews.mark(lines).equals(mark(seen))) {
      return Optional.empty();
    }
    var facts = sheet.facts();
    if (!Tally.of(lines, facts.tariff(), facts.extra()).manualProtected()) {
      return Optional.empty();
    }
    var formats = pages.formats(viewer.locale(), viewer.zone());
    var body = lines.stream().map(l -> said(l, formats)).collect(Collectors.joining("\n"));
    if (body.isEmpty() || body.length() > Shown.LONGEST) {
      return Optional.empty();
    }
    List<Object> args =
        List.of(facts.title(), facts.week().monday(), CellText.length(facts.minutes()));
    long waiting = lines.stream().filter(Timesheets::waits).count();
    var yes = new Choice(YES, "time.accept.all", List.of(waiting));
    return Optional.of(new Shown("time.tap", args, body, facts.href(), List.of(yes)));
  }

  private static String said(Entry line, Formats formats) {
    var facts = line.facts();
    var day = formats.date(facts.span().from());
    return (day + " · " + CellText.length(facts.span().minutes()) + " · " + facts.said().note())
        .strip();
  }

  @Override
  public Outcome<?> decide(Viewer viewer, UUID subject, String seen, String choice) {
    return reviews.acceptAll(viewer, new ContractId(subject), week(seen), mark(seen));
  }
}
