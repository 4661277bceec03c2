package org.diestra.office.journals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.office.books.Account;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;

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
    var made = new ArrayList<Account>();
    for (var match : matches) {
      var fresh = match.fresh();
      if (match.there() == null && fresh != null) {
        made.add(fresh);
      }
    }
    return made;
  }

  /** Whether every account is told. */
  boolean told() {
    return matches.stream().allMatch(m -> m.account() != null);
  }

  /** Those that are told, by what the journal calls them. */
  Map<String, Account> accounts() {
    var accounts = new HashMap<String, Account>();
    for (var match : matches) {
      var account = match.account();
      if (account != null) {
        accounts.put(match.name(), account);
      }
    }
    return accounts;
  }

  boolean ready() {
    return faults.isEmpty() && told() && !fresh.isEmpty();
  }

  List<LocalDate> days() {
    return fresh.values().stream().map(Transaction::day).distinct().sorted().toList();
  }

  /** What the debits of all that is new come to; null for nothing, or more than money can be. */
  @Nullable Money turnover() {
    Money sum = null;
    try {
      for (var one : fresh.values()) {
        sum = sum == null ? one.debits() : sum.plus(one.debits());
      }
      return sum;
    } catch (ArithmeticException tooLarge) {
      return null;
    }
  }

  /** The first of them, as many as a page shows. */
  List<Transaction> some(int most) {
    return fresh.values().stream().limit(most).toList();
  }

  /** What a page calls an account of the journal. */
  Function<String, String> label(Locale locale) {
    var accounts = accounts();
    return name -> {
      var account = accounts.get(name);
      return account == null ? name : account.label(locale);
    };
  }
}
