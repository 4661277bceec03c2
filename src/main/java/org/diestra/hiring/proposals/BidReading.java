package org.diestra.hiring.proposals;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.diestra.hiring.fees.Quote;
import org.diestra.hiring.fees.Rates;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.samples.SampleId;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.PayUnit;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;

/** Reads a bid's page, field by field, against what its job asks. */
record BidReading(BidForm form, JobTerms job, Problems problems) {
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,5}([.,]\\d{1,2})?");
  private static final BigDecimal MOST_HOURS_A_WEEK = new BigDecimal(80);
  private static final BigDecimal MOST_TASKS = new BigDecimal(10_000);
  private static final BigDecimal MOST_HOURS_A_TASK = new BigDecimal(1_000);
  private static final int FURTHEST_DAYS = 365;
  private static final int LONGEST_NAME = 120;

  /** Who bids, as far as a bid says it. */
  record Author(WorkWeek week, List<SampleId> samples) {}

  Optional<BidContent> content(Author author, LocalDate today) {
    var typed = new Typed(problems);
    var unit = unit();
    var price = unit.flatMap(this::price);
    var quantity = unit.flatMap(this::quantity);
    var hours = unit.filter(u -> u == PayUnit.TASK).flatMap(u -> hours());
    var start = start(today);
    var worker = typed.line("worker", form.worker(), LONGEST_NAME, "proposals.worker.missing");
    var letter =
        typed.text("letter", form.letter(), BidContent.LONGEST_LETTER, "proposals.letter.missing");
    var answers = answers(typed);
    var samples = samples(author);
    var files = files();
    if (problems.any()) {
      return Optional.empty();
    }
    return Optional.of(
        new BidContent(
            job.edition(),
            unit.orElseThrow(),
            price.orElseThrow(),
            quantity.orElseThrow(),
            hours.orElse(null),
            start.orElseThrow(),
            author.week(),
            worker,
            letter,
            answers,
            samples,
            files));
  }

  /** Only the figures; whatever else is still missing. */
  Optional<Quote> quote(Rates rates) {
    return unit()
        .flatMap(
            unit -> price(unit).flatMap(p -> quantity(unit).map(q -> Quote.of(unit, p, q, rates))));
  }

  private Optional<PayUnit> unit() {
    var units = job.terms().pay().units();
    var found = units.stream().filter(u -> u.slug().equals(form.unit())).findFirst();
    if (found.isEmpty() && units.size() == 1) {
      return Optional.of(units.iterator().next());
    }
    return asked(found, "unit", "proposals.unit.missing");
  }

  private Optional<Money> price(PayUnit unit) {
    var pay = job.terms().pay();
    var text = Typed.line(form.price());
    var price = Money.read(text, pay.currency()).filter(Money::isPositive);
    if (price.isEmpty()) {
      problems.add("price", text.isEmpty() ? "proposals.price.missing" : "proposals.price.wrong");
      return price;
    }
    if (!pay.allows(unit, price.get())) {
      pay.ceiling(unit)
          .ifPresent(most -> problems.add("price", "proposals.price.above." + unit.slug(), most));
    }
    return price;
  }

  private Optional<BigDecimal> quantity(PayUnit unit) {
    return unit == PayUnit.HOUR
        ? decimal("quantity", form.quantity(), MOST_HOURS_A_WEEK, "proposals.quantity.wrong.hour")
        : decimal("quantity", form.quantity(), MOST_TASKS, "proposals.quantity.wrong.task");
  }

  private Optional<BigDecimal> hours() {
    return decimal("hours", form.hours(), MOST_HOURS_A_TASK, "proposals.hours.wrong");
  }

  private Optional<BigDecimal> decimal(
      String field, @Nullable String typed, BigDecimal most, String wrong) {
    var text = Typed.line(typed);
    var number =
        Optional.of(text)
            .filter(t -> DECIMAL.matcher(t).matches())
            .map(t -> new BigDecimal(t.replace(',', '.')))
            .filter(n -> n.signum() > 0 && n.compareTo(most) <= 0);
    if (number.isEmpty()) {
      problems.add(field, wrong, most);
    }
    return number;
  }

  private Optional<LocalDate> start(LocalDate today) {
    try {
      var day = LocalDate.parse(Typed.line(form.start()));
      boolean sensible = !day.isBefore(today) && !day.isAfter(today.plusDays(FURTHEST_DAYS));
      return asked(Optional.of(day).filter(d -> sensible), "start", "proposals.start.wrong");
    } catch (DateTimeException notADay) {
      return asked(Optional.empty(), "start", "proposals.start.missing");
    }
  }

  private Map<String, String> answers(Typed typed) {
    var out = new LinkedHashMap<String, String>();
    for (var question : job.terms().questions()) {
      var key = question.key();
      var field = "answers[" + key + "]";
      out.put(
          key,
          typed.text(
              field, form.answer(key), BidContent.LONGEST_ANSWER, "proposals.answer.missing"));
    }
    return out;
  }

  /** A sample that is not the author's, or is gone, is nothing to choose. */
  private List<SampleId> samples(Author author) {
    var chosen =
        author.samples().stream().filter(s -> form.samples().contains(s.toString())).toList();
    if (chosen.size() > BidContent.MOST_SAMPLES) {
      problems.add("samples", "proposals.samples.too-many", BidContent.MOST_SAMPLES);
    }
    return chosen;
  }

  private List<BlobId> files() {
    if (form.files().size() > BidContent.MOST_FILES) {
      problems.add("files", "proposals.files.too-many", BidContent.MOST_FILES);
      return List.of();
    }
    Function<String, BlobId> read = BlobId::of;
    return form.files().stream().distinct().map(read).toList();
  }

  private <T> Optional<T> asked(Optional<T> value, String field, String missing) {
    if (value.isEmpty()) {
      problems.add(field, missing);
    }
    return value;
  }
}
