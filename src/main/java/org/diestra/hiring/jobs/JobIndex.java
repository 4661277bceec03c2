package org.diestra.hiring.jobs;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.diestra.hiring.briefs.Clarity;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.PayUnit;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.exchange.Exchange;
import org.diestra.platform.page.Pages;
import org.diestra.platform.search.Entry;
import org.diestra.platform.search.Facet;
import org.diestra.platform.search.Kind;
import org.diestra.platform.search.Measure;
import org.diestra.platform.search.Ranking.Signal;
import org.diestra.platform.search.Search;
import org.diestra.platform.search.SearchSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Open jobs as the index knows them. */
@Component
class JobIndex implements SearchSource {
  private static final int CHUNK = 500;
  private static final WorkWeek ALWAYS =
      new WorkWeek("1".repeat(WorkWeek.HOURS), java.time.ZoneOffset.UTC);
  private final JobQueries queries;
  private final Clients clients;
  private final Exchange exchange;
  private final Pages pages;
  private final ObjectProvider<Search> search; // which asks its sources, this one too

  JobIndex(
      JobQueries queries,
      Clients clients,
      Exchange exchange,
      Pages pages,
      ObjectProvider<Search> search) {
    this.queries = queries;
    this.clients = clients;
    this.exchange = exchange;
    this.pages = pages;
    this.search = search;
  }

  /** Makes the index follow the job's row; within the transaction that wrote it. */
  void refresh(JobId id) {
    var whole = queries.find(id).orElseThrow();
    if (whole.job().takesBids()) {
      search.getObject().put(entry(whole, clients.facts(whole.client())));
    } else {
      search.getObject().remove(Kind.JOB, id.value());
    }
  }

  @Override
  public Kind kind() {
    return Kind.JOB;
  }

  @Override
  public void each(Consumer<Entry> out) {
    var chunk = queries.newest(null, CHUNK);
    while (!chunk.isEmpty()) {
      each(chunk, out);
      var last = chunk.getLast();
      chunk = queries.newest(new JobQueries.Mark(openedAt(last), last.id().value()), CHUNK);
    }
  }

  private void each(List<Whole> chunk, Consumer<Entry> out) {
    var facts = clients.facts(chunk.stream().map(Whole::client).toList());
    for (var whole : chunk) {
      var client = facts.get(whole.client());
      if (client != null) {
        out.accept(entry(whole, client));
      }
    }
  }

  private Entry entry(Whole whole, ClientFacts client) {
    var terms = whole.terms();
    var entry =
        Entry.of(Kind.JOB, whole.id().value(), openedAt(whole))
            .title(terms.title())
            .detail(areas(terms) + " " + written(terms))
            .body(terms.about() + "\n" + terms.instructions())
            .works(shared(terms.overlap()))
            .signal(Signal.COMPLETENESS, completeness(terms))
            .signal(Signal.VERIFIED, client.verified() ? 1 : 0);
    if (client.answered() != null) {
      entry.signal(Signal.RESPONSE, client.answered());
    }
    terms.areas().forEach(area -> entry.with(Facet.AREA, area.slug()));
    terms.pay().units().forEach(unit -> entry.with(Facet.PAY_UNIT, unit.slug()));
    terms.languages().forEach(entry::asks);
    entry.with(Facet.VERIFIED, client.verified() ? "yes" : "no");
    rate(entry, Measure.HOURLY_RATE, terms.pay().ceiling(PayUnit.HOUR).orElse(null));
    rate(entry, Measure.TASK_RATE, terms.pay().ceiling(PayUnit.TASK).orElse(null));
    return entry.measure(Measure.FREE_HOURS, terms.volume().hoursWeek()).build();
  }

  private void rate(Entry.Draft entry, Measure measure, @Nullable Money ceiling) {
    if (ceiling != null) {
      exchange.reference(ceiling).ifPresent(minor -> entry.measure(measure, minor));
    }
  }

  /** A job that can be done at any hour shares all of anybody's. */
  private static WorkWeek shared(Overlap overlap) {
    var week = overlap.week();
    return week == null ? ALWAYS : week;
  }

  /** The areas' names in both languages, since nobody types slugs. */
  private String areas(Terms terms) {
    return List.of(Locale.ENGLISH, Locale.of("es")).stream()
        .map(locale -> pages.formats(locale, java.time.ZoneOffset.UTC))
        .flatMap(words -> terms.areas().stream().map(Area::key).map(key -> words.words(key)))
        .collect(Collectors.joining(" "));
  }

  /** What was written in answer to the areas' questions: programs, amounts. */
  private static String written(Terms terms) {
    return terms.answers().values().stream().flatMap(List::stream).collect(Collectors.joining(" "));
  }

  /** Instructions that leave nothing open, answers to the questions: a third for each thing. */
  private static double completeness(Terms terms) {
    double clarity = Clarity.of(terms.instructions()).clear() / 5.0;
    double answers = Math.min(1, terms.answers().size() / 3.0);
    double manual =
        terms.manual() == Manual.READY ? 1 : terms.manual() == Manual.IN_PROGRESS ? 0.5 : 0;
    return (clarity + answers + manual) / 3;
  }

  private static java.time.Instant openedAt(Whole whole) {
    return java.util.Objects.requireNonNull(whole.job().clocks()).openedAt();
  }
}
