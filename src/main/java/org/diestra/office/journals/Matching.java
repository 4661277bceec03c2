package org.diestra.office.journals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountKind;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.Book;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Finds the accounts of a journal in a chart: by what somebody chose, by the code that its last
 * part begins with, or by its whole name. What is not there is made, of the kind that the journal
 * says or that its first part is called by (hledger's manual, “Account types”).
 */
final class Matching {
  private static final Pattern CODE = Pattern.compile("([0-9A-Z][0-9A-Z.-]{0,15})(?:\\s+(.*))?");
  private static final Pattern TYPE = Pattern.compile("\\btype:\\s*([A-Za-z]+)");
  private static final int LONGEST = 120;
  private final Book book;
  private final AccountList chart;
  private final Map<String, Account> byCode = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  Matching(Book book, AccountList chart) {
    this.book = book;
    this.chart = chart;
    chart.all().forEach(account -> byCode.put(account.code(), account));
    taken.addAll(byCode.keySet());
  }

  /**
   * What somebody chose for an account, as it was typed.
   *
   * @param to an account of the chart by code or name; empty for what is found, or made
   * @param kind of what is made, {@code asset} …; empty for what the journal says
   */
  record Choice(String to, String kind) {
    static final Choice NONE = new Choice("", "");
  }

  /**
   * All of them.
   *
   * @param accounts each name with the comment that it was declared with
   * @param used those that lines stand on; others are of no interest
   * @param choices by the place of the account among those that are used
   * @param problems what was chosen and is not there, at {@code to-0} …
   */
  List<Match> all(
      Map<String, String> accounts,
      Collection<String> used,
      Map<Integer, Choice> choices,
      Problems problems) {
    var matches = new ArrayList<Match>();
    for (var name : used.stream().distinct().sorted().toList()) {
      int place = matches.size();
      var choice = choices.getOrDefault(place, Choice.NONE);
      matches.add(one(name, accounts.getOrDefault(name, ""), choice, "to-" + place, problems));
    }
    return matches;
  }

  private Match one(String name, String comment, Choice choice, String field, Problems problems) {
    var last = name.substring(name.lastIndexOf(':') + 1).strip();
    var kind = kind(name, comment, choice.kind());
    if (!choice.to().isEmpty()) {
      return switch (chart.find(field, choice.to())) {
        case Outcome.Done<Account>(var account) -> new Match(name, account, null, account.kind());
        case Outcome.Refused<Account>(var why) -> {
          problems.add(why);
          yield new Match(name, null, null, kind);
        }
      };
    }
    var found = there(last, kind);
    if (found != null) {
      return new Match(name, found, null, found.kind());
    }
    return new Match(name, null, kind == null ? null : fresh(name, last, kind), kind);
  }

  private @Nullable AccountKind kind(String name, String comment, String chosen) {
    var said = TYPE.matcher(comment);
    var type = said.find() && said.group(1) != null ? String.valueOf(said.group(1)) : "";
    var root = Folded.of(name.split(":", 2)[0]);
    for (var kind : AccountKind.values()) {
      if (kind.name().equalsIgnoreCase(chosen)) {
        return kind;
      }
    }
    for (var kind : AccountKind.values()) {
      if (type.isEmpty() ? root.matches(root(kind)) : of(type, kind)) {
        return kind;
      }
    }
    return null;
  }

  private static String root(AccountKind kind) {
    return switch (kind) {
      case ASSET -> "assets?|activos?";
      case LIABILITY -> "debts?|liabilit(y|ies)|pasivos?|deudas?";
      case EQUITY -> "equity|patrimonio|capital";
      case INCOME -> "(income|revenue)s?|ingresos?";
      case EXPENSE -> "expenses?|gastos?";
    };
  }

  /** With which the code of an account begins that a journal gives none. */
  private static String letter(AccountKind kind) {
    return switch (kind) {
      case ASSET -> "A";
      case LIABILITY -> "L";
      case EQUITY -> "Q";
      case INCOME -> "R";
      case EXPENSE -> "X";
    };
  }

  /** The letters of hledger's account types, and the words they stand for; cash is an asset. */
  private static boolean of(String type, AccountKind kind) {
    var letter =
        switch (kind) {
          case ASSET -> "a|asset|c|cash";
          case LIABILITY -> "l|liability";
          case EQUITY -> "e|equity|v|conversion";
          case INCOME -> "r|revenue";
          case EXPENSE -> "x|expense";
        };
    return type.toLowerCase(Locale.ROOT).matches(letter);
  }

  /** One of the chart that is open, of that kind where it is known. */
  private @Nullable Account there(String last, @Nullable AccountKind kind) {
    var code = CODE.matcher(last);
    if (code.matches()) {
      var account = byCode.get(String.valueOf(code.group(1)));
      if (account != null && account.open() && (kind == null || kind == account.kind())) {
        return account;
      }
    }
    var folded = Folded.of(last);
    var named =
        chart.open().stream()
            .filter(a -> kind == null || kind == a.kind())
            .filter(
                a -> Folded.of(a.nameEs()).equals(folded) || Folded.of(a.nameEn()).equals(folded))
            .limit(2)
            .toList();
    return named.size() == 1 ? named.getFirst() : null;
  }

  private Account fresh(String name, String last, AccountKind kind) {
    var parts = CODE.matcher(last);
    boolean coded =
        parts.matches()
            && Character.isDigit(last.charAt(0))
            && !taken.contains(String.valueOf(parts.group(1)));
    var code = coded ? String.valueOf(parts.group(1)) : number(kind);
    var called = coded ? parts.group(2) : name.substring(name.indexOf(':') + 1);
    var words = called == null || called.isBlank() ? last : called.replace(":", " · ").strip();
    var cut = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    taken.add(code);
    return new Account(
        new AccountId(Ids.fresh()),
        book.workspace(),
        code,
        parent(code, kind),
        cut,
        cut,
        kind,
        null,
        true,
        1,
        null);
  }

  private String number(AccountKind kind) {
    int next = 1;
    while (taken.contains(letter(kind) + String.format(Locale.ROOT, "%03d", next))) {
      next++;
    }
    return letter(kind) + String.format(Locale.ROOT, "%03d", next);
  }

  /** The account of the same kind whose code is the longest beginning of this one. */
  private @Nullable AccountId parent(String code, AccountKind kind) {
    for (int end = code.length() - 1; end > 0; end--) {
      var above = byCode.get(code.substring(0, end));
      if (above != null) {
        return above.kind() == kind ? above.id() : null;
      }
    }
    return null;
  }
}
