package org.diestra.office.books;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A chart of accounts, by code, in which one is found as people look for it.
 *
 * @param all headings and closed ones too
 */
public record AccountList(List<Account> all) {
  private static final String PART = " · ";
  private static final int TELLING = 3; // letters of a name that may be enough

  public AccountList {
    all = List.copyOf(all);
  }

  /** Those on which a line can be written. */
  public List<Account> open() {
    return all.stream().filter(Account::open).toList();
  }

  public Map<AccountId, Account> byId() {
    return all.stream().collect(Collectors.toUnmodifiableMap(Account::id, Function.identity()));
  }

  /** The first that is for that and open, by code. */
  public Optional<Account> by(AccountUse use) {
    return all.stream().filter(a -> a.open() && a.use() == use).findFirst();
  }

  /** How deep each stands below the top: 0 for what is part of nothing. */
  public Map<AccountId, Integer> depths() {
    var byId = byId();
    return all.stream()
        .collect(Collectors.toUnmodifiableMap(Account::id, account -> depth(account, byId)));
  }

  private static int depth(Account account, Map<AccountId, Account> byId) {
    int depth = 0;
    for (var above = account.parent(); above != null; depth++) {
      var parent = byId.get(above);
      above = parent == null ? null : parent.parent();
    }
    return depth;
  }

  /**
   * The account that somebody means: by its code, with or without its name behind it, by its name,
   * or by as much of either as only one open account has.
   *
   * @param field where it was typed
   */
  public Outcome<Account> find(String field, String typed) {
    var text = Typed.line(typed);
    if (text.isEmpty()) {
      return refused(Refusal.invalid(field, "books.account.missing"));
    }
    var code = text.split(PART, 2)[0].strip().toUpperCase(Locale.ROOT);
    var exact = one(a -> a.code().equals(code));
    if (exact.isPresent()) {
      return open(field, exact.get());
    }
    var name = Folded.of(text);
    var found =
        one(a -> named(a, name))
            .or(() -> one(a -> a.open() && a.code().startsWith(code)))
            .or(() -> one(a -> a.open() && name.length() >= TELLING && holds(a, name)));
    return found.isPresent()
        ? open(field, found.get())
        : refused(Refusal.invalid(field, "books.account.unknown", text));
  }

  /** The same; null where there is none, which stands among the problems. */
  public @Nullable AccountId find(String field, String typed, Problems problems) {
    return switch (find(field, typed)) {
      case Outcome.Done<Account>(var found) -> found.id();
      case Outcome.Refused<Account>(var why) -> {
        problems.add(why);
        yield null;
      }
    };
  }

  /** The only one that is so. */
  private Optional<Account> one(Predicate<Account> such) {
    var found = all.stream().filter(such).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean named(Account account, String name) {
    return Folded.of(account.nameEs()).equals(name) || Folded.of(account.nameEn()).equals(name);
  }

  private static boolean holds(Account account, String part) {
    return Folded.of(account.nameEs()).contains(part) || Folded.of(account.nameEn()).contains(part);
  }

  private static Outcome<Account> open(String field, Account account) {
    if (!account.posts()) {
      return refused(Refusal.invalid(field, "books.account.heading", account.code()));
    }
    return account.closedAt() == null
        ? done(account)
        : refused(Refusal.invalid(field, "books.account.closed", account.code()));
  }
}
