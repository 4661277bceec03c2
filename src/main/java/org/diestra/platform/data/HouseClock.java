package org.diestra.platform.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The application's time. Everything that dates takes the {@link Clock} that is injected, and this
 * is it: the machine's, in microseconds as the database keeps them. With {@code
 * DIESTRA_TEST_CLOCK=true} it can be moved forward and goes on from there, also after a restart;
 * never back, for what was planned in the meantime would then wait for a second future.
 */
public final class HouseClock extends Clock {
  private final InstantSource machine;
  private final @Nullable Path file; // null: this clock can't be moved
  private final ScopedValue<Instant> past = ScopedValue.newInstance();
  private volatile Duration ahead;

  private HouseClock(InstantSource machine, @Nullable Path file, Duration ahead) {
    this.machine = machine;
    this.file = file;
    this.ahead = ahead;
  }

  public static HouseClock fixedToTheMachine() {
    return new HouseClock(InstantSource.system(), null, Duration.ZERO);
  }

  /**
   * @param file keeps how far it was moved
   */
  static HouseClock movable(InstantSource machine, Path file) {
    try {
      var ahead =
          Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
      return new HouseClock(machine, file, ahead);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean isMovable() {
    return file != null;
  }

  /**
   * Moves the time forward; it goes on from there.
   *
   * @return false, and nothing is changed, when that is not in the future
   * @throws IllegalStateException if this clock can't be moved
   */
  public synchronized boolean moveTo(Instant then) {
    if (file == null) {
      throw new IllegalStateException("not a test clock");
    }
    if (!then.isAfter(instant())) {
      return false;
    }
    var further = Duration.between(machine.instant(), then);
    try {
      Files.writeString(file, further.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ahead = further;
    return true;
  }

  /**
   * Lets something happen as if it were then: the demo has a past, and writes it with the verbs
   * that everybody uses. Only what runs within, on this thread, is dated so.
   *
   * @throws IllegalArgumentException if that is still to come
   */
  public <T> T at(Instant then, Supplier<T> deed) {
    if (then.isAfter(instant())) {
      throw new IllegalArgumentException("still to come: " + then);
    }
    return ScopedValue.where(past, then.truncatedTo(ChronoUnit.MICROS)).call(deed::get);
  }

  /** As fine as the database keeps it, so that what was written equals what is read. */
  @Override
  public Instant instant() {
    return past.isBound()
        ? past.get()
        : machine.instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);
  }

  /** Always UTC: a zone belongs to a person or a thing, never to the house. */
  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("ask a person or a thing for its zone");
  }
}
