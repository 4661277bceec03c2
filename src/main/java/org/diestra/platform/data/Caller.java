package org.diestra.platform.data;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For whom the code below runs; row security shows each transaction this caller's rows and no
 * others. It is bound around a transaction, not within: pages bind the signed-in person, listeners
 * and timers bind the person they act for, or the house itself. Where nobody is bound, guarded
 * tables look empty.
 */
public final class Caller {
  static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

  private static final Caller HOUSE = new Caller(null);

  private final @Nullable UUID person;

  private Caller(@Nullable UUID person) {
    this.person = person;
  }

  /** The house itself: what it does of its own accord, for anybody's rows. */
  public static Caller house() {
    return HOUSE;
  }

  public static Caller person(UUID id) {
    return new Caller(id);
  }

  public static Optional<Caller> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  public void run(Runnable action) {
    ScopedValue.where(CURRENT, this).run(action);
  }

  public <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> action) throws X {
    return ScopedValue.where(CURRENT, this).call(action);
  }

  /** The person's id; empty for the house. */
  public Optional<UUID> id() {
    return Optional.ofNullable(person);
  }

  /** What the policies compare with: a person's id, or the word for the house. */
  @Override
  public String toString() {
    return person == null ? "house" : person.toString();
  }
}
