package org.diestra.money.ledger;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;

/**
 * An account of the chart. It comes to be with its first posting.
 *
 * @param path what follows the kind's name, each part of letters, digits and hyphens beginning with
 *     a digit or a capital, as ledgers of text want it
 * @param owner the person or organisation whose statement it stands on, or null for the house's
 */
public record Account(Kind kind, List<String> path, @Nullable UUID owner) {
  private static final Pattern PART = Pattern.compile("[0-9A-Z][0-9A-Za-z-]{0,63}");

  public Account {
    path = List.copyOf(path);
    if (!path.stream().allMatch(part -> PART.matcher(part).matches())) {
      throw new IllegalArgumentException("not an account: " + kind + " " + path);
    }
  }

  /** Money in a rail; which one says the book. */
  public static Account clientMoney() {
    return new Account(Kind.CLIENT_MONEY, List.of(), null);
  }

  /** What clients have promised to pay themselves; only in a book of promises. */
  public static Account promised() {
    return new Account(Kind.PROMISED, List.of(), null);
  }

  /**
   * For the work itself.
   *
   * @param client whose money it is until it is released
   */
  public static Account escrow(UUID client, UUID contract, UUID work) {
    return escrow(client, contract, work, "Work");
  }

  /** For the client's fee on that work, which is earned with it. */
  public static Account feeEscrow(UUID client, UUID contract, UUID work) {
    return escrow(client, contract, work, "Fee");
  }

  /** For the hours of a contract, from week to week. */
  public static Account hours(UUID client, UUID contract) {
    return hours(client, contract, "Work");
  }

  /** For the client's fee on those hours. */
  public static Account hoursFee(UUID client, UUID contract) {
    return hours(client, contract, "Fee");
  }

  private static Account hours(UUID client, UUID contract, String part) {
    return new Account(Kind.ESCROW, List.of(Ids.text(contract), "Hours", part), client);
  }

  /** A leaf of its own: other ledgers add an account's children to it. */
  private static Account escrow(UUID client, UUID contract, UUID work, String part) {
    return new Account(Kind.ESCROW, List.of(Ids.text(contract), Ids.text(work), part), client);
  }

  public static Account held(UUID assistant) {
    return owned(Kind.PAYABLE_HELD, assistant, "Held");
  }

  public static Account available(UUID assistant) {
    return owned(Kind.PAYABLE_AVAILABLE, assistant, "Available");
  }

  public static Account sent(UUID assistant) {
    return owned(Kind.PAYABLE_SENT, assistant, "Sent");
  }

  public static Account refundable(UUID client) {
    return owned(Kind.REFUNDABLE, client, "Due");
  }

  public static Account refundSent(UUID client) {
    return owned(Kind.REFUND_SENT, client, "Sent");
  }

  public static Account disputed(UUID client, UUID dispute) {
    return new Account(Kind.DISPUTED, List.of(Ids.text(dispute)), client);
  }

  public static Account receivable(UUID client) {
    return new Account(Kind.RECEIVABLE, List.of(Ids.text(client)), client);
  }

  /** One that the house has once in each book: fees, tax, costs, what could not be matched. */
  public static Account of(Kind kind) {
    return new Account(kind, List.of(), null);
  }

  /** Reads what {@link #code} wrote. */
  static Account read(Kind kind, String code, @Nullable UUID owner) {
    var path = code.substring(kind.prefix().length());
    return new Account(
        kind, path.isEmpty() ? List.of() : List.of(path.substring(1).split(":")), owner);
  }

  private static Account owned(Kind kind, UUID owner, String last) {
    return new Account(kind, List.of(Ids.text(owner), last), owner);
  }

  /** {@code Liabilities:Payable:2qJ…:Held}. */
  public String code() {
    return path.isEmpty()
        ? kind.prefix()
        : kind.prefix() + path.stream().map(p -> ":" + p).collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return code();
  }
}
