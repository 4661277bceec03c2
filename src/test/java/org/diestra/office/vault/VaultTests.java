package org.diestra.office.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.vault.ItemStore.Wanted;
import org.diestra.office.vault.Use.What;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.OneTimeCode;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who reaches what, and that it leaves a trace. */
class VaultTests extends VaultRoom {
  @Autowired private Rekeying rekeying;
  @Autowired private Handover handover;

  private List<String> names(Viewer viewer) {
    var all = new Wanted(room, null, "", false, null, null);
    return as(viewer, () -> vault.list(pass(viewer), all)).stream()
        .map(item -> item.head().name())
        .toList();
  }

  @Test
  void whoWorksInItsAreaReachesItUntilTheContractEnds() {
    var mail = login("Mail");
    var bank = login("Bank", Area.ADMIN, false, true);
    var travel = login("Hotels", Area.TRAVEL, false, false);
    assertThat(names(owner)).containsExactly("Bank", "Hotels", "Mail");
    assertThat(names(rosa)).containsExactly("Mail");
    assertThat(opened(rosa, mail)).isEqualTo(PASSWORD);
    for (var closed : List.of(bank, travel)) {
      assertThatThrownBy(() -> opened(rosa, closed)).isInstanceOf(NotFound.class);
    }
    workspaces.close(contract, null);
    assertThatThrownBy(() -> opened(rosa, mail)).isInstanceOf(NotFound.class);
  }

  /** Whatever a query of somebody else forgets to ask, the database asks. */
  @Test
  void theDatabaseShowsNobodyElsesSecretsAndNobodyAKey() {
    var mail = login("Mail");
    var stranger = people.client("Other");
    assertThat(rows(stranger, "vault.secret where item = '" + mail.id().value() + "'")).isZero();
    assertThat(rows(rosa, "vault.secret where item = '" + mail.id().value() + "'")).isOne();
    assertThat(rows(owner, "vault.key")).isZero();
    var sealed =
        house.call(() ->
            jdbc.sql("select sealed from vault.secret where item = :id")
                .param("id", mail.id().value())
                .query(byte[].class)
                .single());
    assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("Turia", "ana");
  }

  private int rows(Viewer viewer, String from) {
    return as(viewer, () -> inTransaction("select count(*) from " + from));
  }

  @Autowired private org.springframework.transaction.support.TransactionOperations transactions;

  private int inTransaction(String sql) {
    return java.util.Objects.requireNonNull(
        transactions.execute(tx -> jdbc.sql(sql).query(Integer.class).single()));
  }

  @Test
  void eachOpeningIsWrittenDown() {
    var mail = login("Mail", Area.ADMIN, true, false);
    opened(owner, mail);
    opened(rosa, mail);
    var code = as(rosa, () -> vault.code(pass(rosa), mail.id()).orFail());
    var codes = OneTimeCode.read("JBSWY3DPEHPK3PXP").orElseThrow();
    assertThat(code.digits()).isEqualTo(codes.code(codes.step(clock.instant())));
    assertThatThrownBy(
            () -> as(rosa, () -> vault.open(pass(rosa), mail.id(), Field.CODES).orFail()))
        .isInstanceOf(NotFound.class);
    assertThat(as(owner, () -> vault.history(pass(owner), mail.id(), null)))
        .extracting(Use::what)
        .containsExactly(What.CODE, What.COPIED, What.REVEALED, What.ADDED);
    assertThat(as(rosa, () -> vault.history(pass(rosa), mail.id(), null)))
        .extracting(Use::what)
        .containsExactly(What.CODE, What.COPIED);
  }

  @Test
  void nobodyCopiesTheWholeVaultAtOnce() {
    var mail = login("Mail");
    for (int i = 0; i < Vault.OPENINGS; i++) {
      opened(rosa, mail);
    }
    var refused = as(rosa, () -> vault.open(pass(rosa), mail.id(), Field.PASSWORD));
    assertThat(refused)
        .isInstanceOfSatisfying(
            Outcome.Refused.class, it -> assertThat(it.why().kind()).isEqualTo(Refusal.Kind.LIMIT));
    mover.skipTo(clock.instant().plus(Duration.ofMinutes(61)));
    assertThat(opened(rosa, mail)).isEqualTo(PASSWORD);
  }

  @Test
  void ofTwoChangesAtOnceTheSecondIsToldSo() {
    var mail = login("Mail");
    change(owner, mail, 1, "Segura-2027").orFail();
    assertThat(change(rosa, mail, 1, "Otro")).isInstanceOf(Outcome.Refused.class);
    assertThat(opened(rosa, mail)).isEqualTo("Segura-2027");
  }

  @Test
  void theHistorySaysWhatAChangeWasAboutHoweverLongItIs() {
    var mail = login("Mail");
    var head = new Item.Head(Area.ADMIN, Kind.LOGIN, "Mail", "https://evil.test", false, false);
    as(rosa, () -> vault.change(pass(rosa), mail.id(), 1, head, secret("Otra")).orFail());
    for (int i = 0; i < Vault.PAGE; i++) {
      opened(rosa, mail);
    }
    var newest = as(owner, () -> vault.history(pass(owner), mail.id(), null));
    assertThat(newest).hasSize(Vault.PAGE + 1);
    var last = newest.get(Vault.PAGE - 1).id();
    assertThat(as(owner, () -> vault.history(pass(owner), mail.id(), last)))
        .extracting(Use::what, Use::changed)
        .containsExactly(
            tuple(What.CHANGED, List.of("site", "password")), tuple(What.ADDED, List.of()));
  }

  private Outcome<Item> change(Viewer by, Item item, int seen, String password) {
    return as(by, () -> vault.change(pass(by), item.id(), seen, item.head(), secret(password)));
  }

  /** A slip, or worse, of somebody who works in its area. */
  @Test
  void keepersBringBackWhatItWasBefore() {
    var mail = login("Mail");
    change(rosa, mail, 1, "x").orFail();
    assertThat(as(rosa, () -> vault.former(pass(rosa), mail.id()))).isEmpty();
    assertThatThrownBy(() -> as(rosa, () -> vault.bringBack(pass(rosa), mail.id(), 1)))
        .isInstanceOf(NotFound.class);
    rotate();
    mover.skipTo(clock.instant().plusSeconds(1));
    assertThat(keys()).containsExactly(2);
    var former = as(owner, () -> vault.former(pass(owner), mail.id()));
    assertThat(former).extracting(Former::replacedBy).containsExactly(rosa.id());
    as(owner, () -> vault.bringBack(pass(owner), mail.id(), 1).orFail());
    assertThat(opened(rosa, mail)).isEqualTo(PASSWORD);
    assertThat(as(owner, () -> vault.former(pass(owner), mail.id()))).hasSize(2);
  }

  private void rotate() {
    as(
        owner,
        () -> {
          rekeying.rotate(pass(owner));
          return room;
        });
  }

  @Test
  void aNewKeyTakesOverWhileEverythingStaysOpen() {
    var items = List.of(login("Mail"), login("Town hall"), login("Shop"));
    rotate();
    var later = login("Later");
    assertThat(opened(rosa, items.getFirst())).isEqualTo(PASSWORD);
    mover.skipTo(clock.instant().plusSeconds(1));
    assertThat(keys()).containsExactly(2);
    assertThat(opened(rosa, items.getFirst())).isEqualTo(PASSWORD);
    assertThat(opened(rosa, later)).isEqualTo(PASSWORD);
  }

  private List<Integer> keys() {
    return house.call(() ->
        jdbc.sql("select number from vault.key where workspace = :room")
            .param("room", room.value())
            .query(Integer.class)
            .list());
  }

  /** Somebody who writes into the database puts one row's secret into another's. */
  @Test
  void whatIsSealedOpensNowhereElse() {
    var mail = login("Mail");
    var shop = login("Shop", Area.ADMIN, false, true);
    house.call(() ->
        jdbc.sql(
                """
                update vault.secret set sealed = (select sealed from vault.secret
                  where item = :other) where item = :item
                """)
            .param("other", shop.id().value())
            .param("item", mail.id().value())
            .update());
    assertThatThrownBy(() -> opened(rosa, mail)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whoLeavesLeavesAListThatChangesTickOff() {
    var used = login("Mail");
    var unused = login("Town hall");
    login("Bank", Area.ADMIN, false, true);
    opened(rosa, used);
    workspaces.close(contract, null);
    mover.skipTo(clock.instant().plusSeconds(1));
    var duties = duties();
    assertThat(duties).extracting(Duty::name).containsExactly("Mail", "Town hall");
    assertThat(duties.getFirst().usedAt()).isNotNull();
    assertThat(duties.getLast().usedAt()).isNull();
    change(owner, used, 1, PASSWORD).orFail(); // its name, not its secret
    assertThat(duties()).hasSize(2);
    change(owner, used, 2, "Segura-2027").orFail();
    assertThat(duties()).extracting(Duty::item).containsExactly(unused.id());
    var left = duties.getLast().id();
    as(owner, () -> handover.leave(pass(owner), left).orFail());
    assertThat(duties()).isEmpty();
    assertThat(as(owner, () -> handover.leave(pass(owner), left)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void allThatWasNeverOpenedIsLeftAtOnce() {
    var used = login("Mail");
    login("Town hall");
    login("Shop");
    opened(rosa, used);
    workspaces.close(contract, null);
    mover.skipTo(clock.instant().plusSeconds(1));
    assertThat(as(owner, () -> handover.leaveUnused(pass(owner), rosa.id()))).isEqualTo(2);
    assertThat(duties()).extracting(Duty::item).containsExactly(used.id());
    assertThat(as(owner, () -> handover.leaveUnused(pass(owner), rosa.id()))).isZero();
  }

  private List<Duty> duties() {
    return as(owner, () -> handover.open(pass(owner)));
  }

  @Test
  void whomAnotherContractStillLetsInLeavesNone() {
    login("Mail");
    admit(UUID.randomUUID());
    workspaces.close(contract, null);
    mover.skipTo(clock.instant().plusSeconds(1));
    assertThat(duties()).isEmpty();
  }

  @Test
  void whatWasRemovedComesBackForAMonth() {
    var mail = login("Mail");
    remove(mail);
    assertThat(names(rosa)).isEmpty();
    assertThatThrownBy(() -> opened(rosa, mail)).isInstanceOf(NotFound.class);
    as(
        owner,
        () -> {
          removals.restore(pass(owner), mail.id());
          return mail;
        });
    assertThat(opened(rosa, mail)).isEqualTo(PASSWORD);
    remove(mail);
    mover.skipTo(clock.instant().plus(Duration.ofDays(32)));
    assertThat(
            house.call(() ->
                jdbc.sql("select count(*) from vault.secret where item = :id")
                    .param("id", mail.id().value())
                    .query(Integer.class)
                    .single()))
        .isZero();
  }

  private void remove(Item item) {
    as(
        owner,
        () -> {
          removals.remove(pass(owner), item.id());
          return item;
        });
  }

  @Test
  void onlyKeepersMaskAndKeep() {
    var mail = login("Mail", Area.ADMIN, true, false);
    var bare = new Item.Head(Area.ADMIN, Kind.LOGIN, "Mail", "https://example.org", false, false);
    var after = as(rosa, () -> vault.change(pass(rosa), mail.id(), 1, bare, secret("x")).orFail());
    assertThat(after.head().masked()).isTrue();
    var kept = new Item.Head(Area.ADMIN, Kind.NOTE, "Alarm", "", false, true);
    assertThatThrownBy(() ->
            as(rosa, () -> vault.add(pass(rosa), kept, new Secret(Map.of(Field.TEXT, "1234")))))
        .isInstanceOf(NotFound.class);
  }
}
