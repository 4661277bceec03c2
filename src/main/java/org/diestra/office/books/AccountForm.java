package org.diestra.office.books;

import java.util.Locale;
import java.util.regex.Pattern;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * An account as a browser sends it.
 *
 * @param parent the code that it is part of; of a new one alone, as are code and kind
 * @param seen the version that the form was made from
 */
record AccountForm(
    @Nullable String code,
    @Nullable String parent,
    @Nullable String kind,
    @Nullable String nameEs,
    @Nullable String nameEn,
    @Nullable String use,
    @Nullable String seen) {
  private static final Pattern CODE = Pattern.compile("[0-9A-Z][0-9A-Z.-]{0,15}");
  private static final int LONGEST = 120;

  static AccountForm fresh(@Nullable Account above) {
    return new AccountForm(
        above == null ? "" : above.code(),
        above == null ? "" : above.code(),
        above == null ? "" : above.kind().slug(),
        "",
        "",
        above == null || above.use() == null ? "" : above.use().slug(),
        "");
  }

  static AccountForm of(Account account) {
    return new AccountForm(
        account.code(),
        "",
        account.kind().slug(),
        account.nameEs(),
        account.nameEn(),
        account.use() == null ? "" : account.use().slug(),
        String.valueOf(account.version()));
  }

  int version() {
    var digits = Typed.line(seen);
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
  }

  /** A new account in that chart; null where there is a problem. */
  @Nullable Account read(WorkspaceId workspace, AccountList chart, Problems problems) {
    var typed = Typed.line(code).toUpperCase(Locale.ROOT);
    if (!CODE.matcher(typed).matches()) {
      problems.add("code", "books.account.code.wrong");
    }
    var above = Typed.line(parent).toUpperCase(Locale.ROOT);
    var partOf = chart.all().stream().filter(a -> a.code().equals(above)).findFirst().orElse(null);
    if (partOf == null && !above.isEmpty()) {
      problems.add("parent", "books.account.parent.unknown", above);
    }
    var sort = AccountKind.read(Typed.line(kind)).orElse(partOf == null ? null : partOf.kind());
    if (sort == null) {
      problems.add("kind", "books.account.kind.missing");
    }
    var names = names(problems);
    if (problems.any() || sort == null) {
      return null;
    }
    return new Account(
        new AccountId(Ids.fresh()),
        workspace,
        typed,
        partOf == null ? null : partOf.id(),
        names.es(),
        names.en(),
        sort,
        used(),
        true,
        1,
        null);
  }

  /** What of an account that is there may change; null where there is a problem. */
  @Nullable Account read(Account there, Problems problems) {
    var names = names(problems);
    return problems.any()
        ? null
        : new Account(
            there.id(),
            there.workspace(),
            there.code(),
            there.parent(),
            names.es(),
            names.en(),
            there.kind(),
            there.posts() ? used() : there.use(),
            there.posts(),
            version(),
            there.closedAt());
  }

  private record Names(String es, String en) {}

  /** One name is enough: the other language has it too until somebody says it better. */
  private Names names(Problems problems) {
    var typed = new Typed(problems);
    var es = typed.line("nameEs", nameEs, LONGEST);
    var en = typed.line("nameEn", nameEn, LONGEST);
    if (es.isEmpty() && en.isEmpty()) {
      problems.add("nameEs", "books.account.name.missing");
    }
    return new Names(es.isEmpty() ? en : es, en.isEmpty() ? es : en);
  }

  private @Nullable AccountUse used() {
    return AccountUse.read(Typed.line(use)).orElse(null);
  }
}
