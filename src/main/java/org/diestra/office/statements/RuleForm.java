package org.diestra.office.statements;

import java.util.Locale;
import java.util.Map;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.statements.Rule.Way;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** A rule as a browser sends it. */
record RuleForm(
    @Nullable String contains,
    @Nullable String way,
    @Nullable String account,
    @Nullable String vat,
    @Nullable String text,
    @Nullable String priority,
    @Nullable String seen) {
  static final RuleForm FRESH = new RuleForm("", "out", "", "", "", String.valueOf(Rule.USUAL), "");

  static RuleForm of(Rule rule, Map<AccountId, Account> chart, Locale locale) {
    var on = chart.get(rule.account());
    return new RuleForm(
        rule.contains(),
        rule.way().slug(),
        on == null ? "" : on.label(locale),
        PartsForm.percent(rule),
        rule.text(),
        String.valueOf(rule.priority()),
        String.valueOf(rule.version()));
  }

  /**
   * Null where there is a problem.
   *
   * @param there what it was, or null for a new one
   */
  @Nullable Rule read(
      WorkspaceId workspace, @Nullable Rule there, AccountList chart, Problems problems) {
    var typed = new Typed(problems);
    var telling =
        Folded.of(typed.line("contains", contains, 80, "statements.rule.contains.missing"));
    if (telling.length() < 2 && problems.none()) {
      problems.add("contains", "statements.rule.contains.missing");
    }
    var called = typed.line("text", text, 200);
    var place = typed.number("priority", priority, 1, 999, "statements.rule.priority.wrong");
    var rate = PartsForm.vat(vat);
    if (rate == null && !Typed.line(vat).isEmpty()) {
      problems.add("vat", "statements.vat.wrong");
    }
    var on =
        switch (chart.find("account", Typed.line(account))) {
          case Outcome.Done<Account>(var found) -> found.id();
          case Outcome.Refused<Account>(var why) -> {
            problems.add(why);
            yield null;
          }
        };
    return problems.any() || on == null
        ? null
        : new Rule(
            there == null ? new RuleId(Ids.fresh()) : there.id(),
            workspace,
            telling.length() > 80 ? telling.substring(0, 80) : telling,
            "in".equals(way) ? Way.IN : Way.OUT,
            on,
            rate == null || rate == 0 ? null : rate,
            called,
            place == null ? Rule.USUAL : place,
            there == null ? 0 : there.rights(),
            there == null ? 0 : there.wrongs(),
            there == null ? null : there.lastUsed(),
            BankAccountForm.version(seen));
  }
}
