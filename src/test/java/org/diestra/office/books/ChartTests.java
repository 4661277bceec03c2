package org.diestra.office.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The charts that books begin with, and how an account is found in one. */
class ChartTests {
  private static final WorkspaceId ROOM = new WorkspaceId(Ids.fresh());

  @ParameterizedTest
  @EnumSource(Chart.class)
  void eachHasWhatProgramsLookForAndNoCodeTwice(Chart chart) {
    var accounts = chart.accounts(ROOM);
    assertThat(accounts).extracting(Account::code).doesNotHaveDuplicates();
    var list = new AccountList(accounts);
    for (var use : AccountUse.values()) {
      assertThat(list.by(use)).as(use.name()).isPresent();
    }
    assertThat(accounts)
        .allSatisfy(account -> {
          assertThat(account.code()).matches("[0-9A-Z][0-9A-Z.-]{0,15}");
          assertThat(List.of(account.nameEs(), account.nameEn()))
              .allMatch(name -> !name.isBlank() && name.length() <= 120);
        });
    var headings = accounts.stream().filter(a -> !a.posts()).map(Account::id).toList();
    assertThat(accounts)
        .filteredOn(a -> a.parent() != null)
        .allMatch(a -> headings.contains(a.parent()), "is part of a heading");
  }

  @ParameterizedTest
  @CsvSource({
    "572, 572",
    "572 · Bancos, 572",
    "bancos  CUENTA corriente, ",
    "'Caja, euros', 570",
    "iva soportado, 472",
    "output vat, 477",
    "4709, 4709",
    "62, heading",
    "banco, unknown",
    "99, unknown",
    "'', missing"
  })
  void anAccountIsFoundByItsCodeItsNameOrWhatOnlyOneHas(String typed, String found) {
    var chart = new AccountList(Chart.SPAIN.accounts(ROOM));
    var said =
        switch (chart.find("account", typed)) {
          case Outcome.Done<Account>(var account) -> account.code();
          case Outcome.Refused<Account>(Refusal why) ->
              why.key().substring("books.account.".length());
        };
    assertThat(said).isEqualTo(found == null ? "unknown" : found);
  }
}
