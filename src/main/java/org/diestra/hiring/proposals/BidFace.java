package org.diestra.hiring.proposals;

import java.util.function.UnaryOperator;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A bid as its client's team may call it.
 *
 * @param number by the order of sending, from 1: what it is called by while names are hidden
 * @param name null while names are hidden, or when the person has left
 * @param hidden whether nothing may tell who it is
 * @param open whether the client still decides about it
 */
public record BidFace(
    BidId id,
    PersonId person,
    int number,
    @Nullable String name,
    boolean hidden,
    boolean open,
    UnaryOperator<String> veil) {

  /** A text of its author, without what must not be told. */
  public String read(String text) {
    return veil.apply(text);
  }
}
