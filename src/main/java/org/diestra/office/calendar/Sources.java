package org.diestra.office.calendar;

import static org.diestra.platform.base.Outcome.refused;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.diestra.office.calendar.SourceKeeping.Wanted;
import org.diestra.office.calendar.SourceStore.Due;
import org.diestra.office.calendar.SourceStore.Read;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.fetching.Fetched;
import org.diestra.platform.fetching.Fetcher;
import org.diestra.platform.fetching.Wish;
import org.diestra.platform.signin.Throttle;
import org.diestra.platform.signin.Throttle.Allowance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The door to calendars outside: their addresses are given, and what lies there is read again and
 * again. No transaction is held while the house waits for somebody else's.
 */
@Service
class Sources {
  private static final Logger LOG = LoggerFactory.getLogger(Sources.class);
  private static final String TYPES = "text/calendar, application/octet-stream;q=0.5, */*;q=0.1";
  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final Duration TURN = Duration.ofSeconds(45); // after which none is begun any more
  private static final int AT_ONCE = 4;
  private static final int MOST_TAKEN = 20; // at a time, so that none waits longer than it is ours
  private final SourceKeeping keeping;
  private final Calendars calendars;
  private final Fetcher fetcher;
  private final Throttle throttle;

  /** Reading takes memory by the size, so one after the other. */
  private final ReentrantLock reading = new ReentrantLock();

  Sources(SourceKeeping keeping, Calendars calendars, Fetcher fetcher, Throttle throttle) {
    this.keeping = keeping;
    this.calendars = calendars;
    this.fetcher = fetcher;
    this.throttle = throttle;
  }

  /** What lies at an address. */
  private sealed interface Look {
    record Same() implements Look {}

    record Text(Read read, SourceText text) implements Look {}

    record Nothing(SourceFault fault, Refusal why) implements Look {
      Nothing(SourceFault fault) {
        this(fault, Refusal.invalid("address", fault.key()));
      }
    }
  }

  /** As it is asked for: {@code webcal:} is how pages link to calendars, and no protocol. */
  static String web(String typed) {
    var address = typed.strip();
    int colon = address.indexOf("://");
    var scheme = colon < 0 ? "" : address.substring(0, colon).toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "" -> "https://" + address;
      case "webcal", "webcals" -> "https" + address.substring(colon);
      default -> address;
    };
  }

  /**
   * A calendar of one's own, or of a workspace that one keeps, with the events of one outside.
   *
   * @param name what it is called; may be empty, then it is called as it calls itself
   */
  Outcome<CalendarId> begin(Viewer viewer, @Nullable Pass pass, SourceForm.Read form) {
    if (pass != null) {
      pass.requireKeeps();
    }
    var full = keeping.room(viewer, pass);
    if (full.isPresent()) {
      return refused(full.get());
    }
    var address = web(form.address());
    return first(
        viewer,
        address,
        look ->
            switch (look) {
              case Look.Nothing(var fault, var why) -> refused(why);
              case Look.Same same -> throw new IllegalStateException("nothing was known of it");
              case Look.Text(var read, var text) -> {
                var host = Fetcher.host(address).orElseThrow();
                var zone = pass == null ? viewer.zone() : pass.workspace().zone();
                var name = name(form.name(), text.name(), host);
                var wanted = new Wanted(address, host, name, form.colour(), zone, form.counts());
                yield keeping.begin(viewer, pass, wanted, read, text.objects());
              }
            });
  }

  private static String name(String typed, String own, String host) {
    var name = typed.isEmpty() ? own.isEmpty() ? host : own : typed;
    int end = Math.min(name.codePointCount(0, name.length()), Calendar.LONGEST_NAME);
    return name.substring(0, name.offsetByCodePoints(0, end)).strip();
  }

  /** Before an address is kept: somebody waits for the answer, and may have given many. */
  private <T extends @Nullable Object> T first(
      Viewer viewer, String address, Function<Look, T> then) {
    return throttle.allows(viewer.id().toString(), Allowance.FETCHED)
        ? look(address, wish(), then)
        : then.apply(
            new Look.Nothing(
                SourceFault.REFUSED, Refusal.invalid("address", "calendar.source.often")));
  }

  private static Wish wish() {
    return Wish.of(TYPES, SourceText.LARGEST, WITHIN);
  }

  /** What follows a look is done before the next one is read, so that one is in memory. */
  private <T extends @Nullable Object> T look(String address, Wish wish, Function<Look, T> then) {
    boolean known = Fetcher.host(address).isPresent();
    if (known && !fetcher.sheltered(address)) {
      return then.apply(new Look.Nothing(SourceFault.OPEN));
    }
    return switch (fetcher.get(address, wish)) {
      case Fetched.Unchanged same -> then.apply(new Look.Same());
      case Fetched.Failed failed -> then.apply(new Look.Nothing(SourceFault.of(failed)));
      case Fetched.Body body -> {
        reading.lock();
        try {
          yield then.apply(read(body));
        } finally {
          reading.unlock();
        }
      }
    };
  }

  private static Look read(Fetched.Body body) {
    if (SourceText.page(body.bytes(), body.type())) {
      return new Look.Nothing(SourceFault.PAGE);
    }
    return switch (SourceText.read(body.bytes())) {
      case Outcome.Refused<SourceText>(var why) ->
          new Look.Nothing(
              SourceFault.CALENDAR, new Refusal(why.kind(), why.key(), why.args(), "address"));
      case Outcome.Done<SourceText>(var text) -> {
        var print = Hash.of(body.bytes());
        var etag = shorter(body.etag(), 500);
        var modified = shorter(body.modified(), 100);
        yield new Look.Text(new Read(etag, modified, print, text.pause(), text.leftOut()), text);
      }
    };
  }

  /** What is absurdly long is not kept. */
  private static @Nullable String shorter(@Nullable String header, int most) {
    return header == null || header.length() > most ? null : header;
  }

  /**
   * Another address for a calendar, and whether its times count.
   *
   * @param address as typed; empty where it stays
   * @throws NotFound if the caller does not manage it, or it is kept here
   */
  Optional<Refusal> change(Viewer viewer, CalendarId id, String address, boolean counts) {
    outside(id);
    if (!address.isEmpty()) {
      var why = first(viewer, web(address), look -> moved(viewer, id, web(address), look));
      if (why.isPresent()) {
        return why;
      }
    }
    keeping.change(viewer, id, counts);
    return Optional.empty();
  }

  private Optional<Refusal> moved(Viewer viewer, CalendarId id, String to, Look look) {
    return switch (look) {
      case Look.Nothing(var fault, var why) -> Optional.of(why);
      case Look.Same same -> throw new IllegalStateException("nothing was known of it");
      case Look.Text(var read, var text) -> {
        keeping.change(viewer, id, to, Fetcher.host(to).orElseThrow(), read, text.objects());
        yield Optional.empty();
      }
    };
  }

  /**
   * @throws NotFound if the caller does not manage it, or it is kept here
   */
  Calendar outside(CalendarId id) {
    var calendar = calendars.managed(id);
    if (!calendar.outside()) {
      throw new NotFound();
    }
    return calendar;
  }

  /** Reads it at once, unless that was done a moment ago. */
  Optional<Refusal> again(CalendarId id) {
    outside(id);
    var due = keeping.take(id);
    return due.isEmpty()
        ? Optional.of(Refusal.conflict("calendar.source.soon"))
        : Optional.ofNullable(read(due.get()));
  }

  /** Null where it could be read. */
  private @Nullable Refusal read(Due it) {
    return look(it.address(), wish().unless(it.etag(), it.modified()), look -> read(it, look));
  }

  private @Nullable Refusal read(Due it, Look look) {
    switch (look) {
      case Look.Same same -> keeping.same(it);
      case Look.Text(var read, var text) when String.valueOf(read.print()).equals(it.print()) ->
          keeping.same(it);
      case Look.Text(var read, var text) -> keeping.took(it, read, text.objects());
      case Look.Nothing(var fault, var why) -> {
        keeping.failed(it, fault);
        return why;
      }
    }
    return null;
  }

  /** Reads whatever is due, a few at a time. */
  void refresh() {
    long end = System.nanoTime() + TURN.toNanos();
    try (var pool = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      var due = keeping.take(MOST_TAKEN);
      while (!due.isEmpty()) {
        var all = due.stream().map(it -> (Callable<Boolean>) () -> read(it) == null).toList();
        for (var one : pool.invokeAll(all)) {
          try {
            one.get();
          } catch (ExecutionException e) {
            LOG.error("a calendar outside was read and could not be kept", e.getCause());
          }
        }
        due = System.nanoTime() < end ? keeping.take(MOST_TAKEN) : List.of();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
