package org.diestra.office.journals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.office.books.Account;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Refusal;

/**
 * What a journal would bring.
 *
 * @param seen what says which file this is
 * @param fresh those that are not there yet, by the key of the entry each would become
 * @param known how many are there already
 * @param checks how many only say what accounts come to
 * @param matches its accounts, in the order of their names
 * @param faults what is wrong in it; nothing is taken in while there is anything
 */
record Trial(
    String name,
    String seen,
    Map<UUID, Transaction> fresh,
    int known,
    int checks,
    List<Match> matches,
    List<Refusal> faults) {

  List<Account> made() {
    return matches.stream().filter(m -> m.there() == null).map(Match::fresh).toList();
  }

  /** Whether every account is told. */
  boolean told() {
    return matches.stream().allMatch(m -> m.account() != null);
  }

  Map<String, Account> accounts() {
    return matches.stream().collect(Collectors.toMap(Match::name, Match::account));
  }

  boolean ready() {
    return faults.isEmpty() && told() && !fresh.isEmpty();
  }

  List<LocalDate> days() {
    return fresh.values().stream().map(Transaction::day).distinct().sorted().toList();
  }

  /** What the debits of all that is new come to; null where nothing is. */
  @org.jspecify.annotations.Nullable
  Money turnover() {
    return fresh.values().stream().map(Transaction::debits).reduce(Money::plus).orElse(null);
  }

  /** The first of them, as many as a page shows. */
  List<Transaction> some(int most) {
    return fresh.values().stream().limit(most).toList();
  }

  /** What a page calls an account of the journal. */
  Function<String, String> label(java.util.Locale locale) {
    var byName = matches.stream().collect(Collectors.toMap(Match::name, Function.identity()));
    return name -> {
      var match = byName.get(name);
      var account = match == null ? null : match.account();
      return account == null ? name : account.label(locale);
    };
  }
}
