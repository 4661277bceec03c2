package org.diestra.operator.disputes;

import java.util.Objects;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.Side;
import org.jspecify.annotations.Nullable;

/**
 * What the assistant is to get, as each side says.
 *
 * @param stake what was left of the price, above zero
 * @param client from 0 to the stake, or null as long as that side has not said it
 * @param assistant the same
 */
record Figures(Money stake, @Nullable Money client, @Nullable Money assistant) {
  Figures {
    check(stake, client);
    check(stake, assistant);
    if (!stake.isPositive()) {
      throw new IllegalArgumentException("nothing to dispute: " + stake);
    }
  }

  private static void check(Money stake, @Nullable Money figure) {
    if (figure != null && (figure.minor() < 0 || figure.isMoreThan(stake))) {
      throw new IllegalArgumentException(figure + " of " + stake);
    }
  }

  static Figures of(Money stake, Side side, Money figure) {
    return new Figures(stake, null, null).with(side, figure);
  }

  @Nullable Money of(Side side) {
    return side == Side.CLIENT ? client : assistant;
  }

  Figures with(Side side, Money figure) {
    return side == Side.CLIENT
        ? new Figures(stake, figure, assistant)
        : new Figures(stake, client, figure);
  }

  /**
   * Whether that side comes closer to the other with it: the client by more, the assistant by less.
   */
  boolean closer(Side side, Money figure) {
    var before = Objects.requireNonNull(of(side));
    return side == Side.CLIENT ? figure.isMoreThan(before) : before.isMoreThan(figure);
  }

  /** Whether the assistant asks for no more than the client gives. */
  boolean meet() {
    return client != null && assistant != null && !assistant.isMoreThan(client);
  }

  /** The middle of both, half of a minor unit rounded to the even one. */
  Money middle() {
    var sum = Objects.requireNonNull(client).plus(Objects.requireNonNull(assistant));
    long half = sum.minor() / 2;
    boolean odd = sum.minor() % 2 != 0;
    return new Money(odd && half % 2 != 0 ? half + 1 : half, stake.currency());
  }

  /** Whether it lies between what both ask for, or is what one of them does. */
  boolean hold(Money figure) {
    return !Objects.requireNonNull(client).isMoreThan(figure)
        && !figure.isMoreThan(Objects.requireNonNull(assistant));
  }

  /** Whether that side gets less by it than it asked for. */
  boolean loses(Side side, Money decided) {
    var wanted = Objects.requireNonNull(of(side));
    return side == Side.CLIENT ? decided.isMoreThan(wanted) : wanted.isMoreThan(decided);
  }
}
