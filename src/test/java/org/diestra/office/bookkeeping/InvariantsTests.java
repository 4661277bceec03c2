package org.diestra.office.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database refuses by itself, whoever asks and whatever the code forgot. */
class InvariantsTests extends BooksDesk {
  @Autowired private PlatformTransactionManager transactions;

  /** A statement with {@code :entry}, as the house, for which row security has no limits. */
  private int sql(EntryId entry, String... statements) {
    return run(Caller.house(), entry, statements);
  }

  private int run(Caller caller, EntryId entry, String... statements) {
    return caller.call(() ->
        new TransactionTemplate(transactions)
            .execute(tx -> {
              int rows = 0;
              for (var statement : statements) {
                rows +=
                    jdbc.sql(statement)
                        .param("entry", entry.value())
                        .param("owner", owner.id().value())
                        .update();
              }
              return rows;
            }));
  }

  private void refused(String rule, EntryId entry, String... statements) {
    assertThatThrownBy(() -> sql(entry, statements)).rootCause().hasMessageContaining(rule);
  }

  @Test
  void whatIsPostedStays() {
    var id = post(owner, rent(80_000));
    refused("stays", id, "update bookkeeping.entry set text = 'x' where id = :entry");
    refused("stays", id, "delete from bookkeeping.entry where id = :entry");
    refused(
        "permission denied",
        id,
        "update bookkeeping.line set amount = amount + 1 where entry = :entry");
    refused("stay", id, "delete from bookkeeping.line where entry = :entry and place = 1");
    refused("permission denied", id, "delete from bookkeeping.turnover where :entry is not null");
  }

  @Test
  void nothingUnbalancedIsProposedOrPosted() {
    var id = rent(80_000);
    refused(
        "does not balance",
        id,
        "update bookkeeping.entry set state = 'DRAFT', version = 3, proposed_by = null"
            + " where id = :entry",
        "delete from bookkeeping.line where entry = :entry and place = 1",
        "update bookkeeping.entry set state = 'PROPOSED', version = 4, proposed_by = :owner"
            + " where id = :entry");
    assertThat(read(id).facts().written().lines()).hasSize(2);
  }

  @Test
  void whatIsProposedIsDecidedOnAsItIs() {
    var id = rent(80_000);
    refused(
        "as it is",
        id,
        "update bookkeeping.entry set text = 'x', state = 'POSTED', posted_by = :owner"
            + " where id = :entry");
    refused("stay", id, "delete from bookkeeping.line where entry = :entry");
    refused("as it is", id, "update bookkeeping.entry set day = day + 1 where id = :entry");
    refused("as it is", id, "update bookkeeping.entry set proposed_by = :owner where id = :entry");
    assertThatThrownBy(() ->
            run(
                Caller.person(owner.id().value()),
                id,
                "insert into bookkeeping.move (entry, version, workspace, to_state, person, at)"
                    + " select :entry, bookkeeping.replace_closed(:entry, a.account, b.account),"
                    + " a.workspace, 'x', :owner, now() from bookkeeping.line a"
                    + " join bookkeeping.line b on b.entry = a.entry and b.place = 2"
                    + " where a.entry = :entry and a.place = 1"))
        .rootCause()
        .hasMessageContaining("gives way");
  }

  @Test
  void whoWritesDoesNotPost() {
    var own = proposed(owner, as(owner, () -> entry(DAY, "Rent", "621", "572", 100)));
    refused(
        "does not post",
        own,
        "update bookkeeping.entry set state = 'POSTED', posted_by = :owner where id = :entry");
  }

  @Test
  void nobodyPostsForAnotherAndNoAssistantAtAll() {
    var id = rent(80_000);
    assertThatThrownBy(() ->
            run(
                Caller.person(assistant.id().value()),
                id,
                "update bookkeeping.entry set state = 'POSTED', posted_by = :owner"
                    + " where id = :entry"))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void nothingIsClosedWithoutAWord() {
    var id = rent(80_000);
    refused(
        "without a word",
        id,
        "update books.book set closed_until = date '2026-12-31', version = version + 1"
            + " where workspace = (select workspace from bookkeeping.entry where id = :entry)");
  }

  @Test
  void othersSeeNothingOfIt() {
    var id = post(owner, rent(80_000));
    var stranger = people.client("Eve");
    assertThat(People.organisation(stranger)).isNotEqualTo(People.organisation(owner));
    assertThat(count(stranger, id)).isZero();
    assertThat(count(owner, id)).isEqualTo(2);
    assertThat(count(assistant, id)).isEqualTo(2);
  }

  private int count(Viewer viewer, EntryId id) {
    return as(
        viewer,
        () ->
            new TransactionTemplate(transactions)
                .execute(tx ->
                    jdbc.sql("select count(*) from bookkeeping.line where entry = :entry")
                        .param("entry", UUID.fromString(id.value().toString()))
                        .query(Integer.class)
                        .single()));
  }
}
