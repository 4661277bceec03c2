package org.diestra.platform.base;

import java.util.function.Function;

/**
 * What a verb answers when the user may be refused: done with a value, or refused with a reason. A
 * verb decides before it writes, so a refused one has changed nothing.
 */
public sealed interface Outcome<T> {
  record Done<T>(T value) implements Outcome<T> {}

  record Refused<T>(Refusal why) implements Outcome<T> {}

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(Refusal why) {
    return new Refused<>(why);
  }

  default <R> R fold(
      Function<? super T, ? extends R> done, Function<Refusal, ? extends R> refused) {
    return switch (this) {
      case Done<T>(var value) -> done.apply(value);
      case Refused<T>(var why) -> refused.apply(why);
    };
  }

  /**
   * The value, where a refusal can only be a fault of ours.
   *
   * @throws IllegalStateException if it was refused
   */
  default T orFail() {
    return fold(
        value -> value,
        why -> {
          throw new IllegalStateException("refused: " + why);
        });
  }
}
