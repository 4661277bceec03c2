package org.diestra.office.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.time.LocalDate;
import java.util.Map;
import org.diestra.People;
import org.diestra.office.bookkeeping.Entry.Posted;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.SampleFiles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is looked at before an entry is posted, and by whom. */
class ChecksTests extends BooksDesk {
  @Autowired private PlatformTransactionManager transactions;

  private String path(String rest) {
    return "/w/" + room + "/books" + rest;
  }

  private static String why(Outcome<?> outcome) {
    return outcome.fold(done -> "", Refusal::key);
  }

  private void close(String code) throws Exception {
    var account = as(owner, () -> chart.of(room).find("", code).orFail());
    var sent =
        send(owner, path("/accounts/" + account.id() + "/closing"), "seen", "1", "closed", "true");
    assertThat(sent.getStatus()).isEqualTo(302);
  }

  @Test
  void anAccountClosedMeanwhileTakesNothingUntilTheCheckerNamesAnother() throws Exception {
    var id = rent(80_000);
    var rent = as(owner, () -> chart.of(room).find("", "621").orFail());
    close("621");
    assertThat(why(as(owner, () -> decisions.post(desk(owner), Map.of(id, 2)))))
        .isEqualTo("bookkeeping.conflict.account");
    assertThat(text(owner, path("/entries/" + id))).contains("621", "name=\"instead\"");
    var change = path("/entries/" + id + "/accounts");
    var by = new String[] {"seen", "2", "shut", rent.id().toString(), "instead", "nowhere"};
    assertThat(send(owner, change, by).getStatus()).isEqualTo(422);
    by[5] = "629";
    assertThat(send(assistant, change, by).getStatus()).isEqualTo(404);
    assertThat(send(owner, change, by).getStatus()).isEqualTo(302);
    assertThat(as(owner, () -> entries.moves(read(id))).getLast().words()).isEqualTo("621 → 629");
    post(owner, id); // nobody else may: it is marked as one person's
    assertThat(read(id)).extracting(e -> ((Posted) e).alone()).isEqualTo(true);
    var other = as(owner, () -> chart.of(room).find("", "629").orFail());
    assertThat(read(id).facts().written().accounts()).contains(other.id());
  }

  /**
   * Closed, named another and posted by one hand alone, nobody else would have seen the account.
   */
  @Test
  void whoNamesAnotherAccountDoesNotPostWhereAnotherMay() throws Exception {
    var marta = colleague("Marta", Role.BOOKKEEPER);
    var id = rent(80_000);
    var rent = as(owner, () -> chart.of(room).find("", "621").orFail());
    close("621");
    var change = path("/entries/" + id + "/accounts");
    send(owner, change, "seen", "2", "shut", rent.id().toString(), "instead", "629");
    assertThat(why(as(owner, () -> decisions.post(desk(owner), Map.of(id, 3)))))
        .isEqualTo("bookkeeping.conflict.replaced");
    assertThatThrownBy(() ->
            as(
                owner,
                () ->
                    new TransactionTemplate(transactions)
                        .execute(tx ->
                            jdbc.sql(
                                    """
                                    update bookkeeping.entry set state = 'POSTED',
                                      version = version + 1, posted_by = :owner where id = :id
                                    """)
                                .param("owner", owner.id().value())
                                .param("id", id.value())
                                .update())))
        .rootCause()
        .hasMessageContaining("who names an account");
    post(marta, id);
    assertThat(read(id)).extracting(e -> ((Posted) e).alone()).isEqualTo(false);
  }

  @Test
  void aDraftOnAClosedAccountIsNotProposed() throws Exception {
    var written = as(assistant, () -> entry(DAY, "Rent", "621", "572", 100));
    var draft =
        as(assistant, () -> entries.write(desk(assistant), Ids.fresh(), written, false).orFail());
    close("621");
    assertThat(why(as(assistant, () -> entries.propose(desk(assistant), draft, 1, false))))
        .isEqualTo("bookkeeping.lines.closed");
  }

  @Test
  void nobodyWritesForDaysThatAreFarAway() {
    var written = as(assistant, () -> entry(LocalDate.of(9999, 1, 1), "Rent", "621", "572", 100));
    assertThat(why(as(assistant, () -> entries.write(desk(assistant), Ids.fresh(), written, true))))
        .isEqualTo("bookkeeping.day.far");
  }

  @Test
  void theOtherWhoCouldCheckCountsOnlyWhileThereAndLetIn() {
    var marta = colleague("Marta", Role.BOOKKEEPER);
    var written = as(owner, () -> entry(DAY, "Rent", "621", "572", 100));
    var own = proposed(owner, written);
    assertThat(as(owner, () -> desk(owner).posts())).isTrue();
    assertThat(as(marta, () -> desk(marta).posts())).isTrue();
    assertThat(as(assistant, () -> desk(assistant).posts())).isFalse();
    assertThat(saysAlone()).isEqualTo(302);
    assertThat(as(owner, () -> desk(owner).book().alone())).isFalse();
    organisations.dismiss(owner.id(), People.organisation(owner), marta.id()).orFail();
    assertThatThrownBy(() -> as(marta, () -> desk(marta))).isInstanceOf(NotFound.class);
    assertThat(saysAlone()).isEqualTo(302);
    post(owner, own);
    assertThat(read(own)).extracting(e -> ((Posted) e).alone()).isEqualTo(true);
  }

  private int saysAlone() {
    try {
      return send(owner, path("/periods/alone"), "seen", "1", "alone", "true").getStatus();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theSamePaperForTwoEntriesIsSaidAndMayBeMeant() throws Exception {
    bring(assistant);
    bring(assistant);
    var inbox = text(owner, path("/receipts")).split("new\\?receipt=");
    var first = inbox[1].split("\"", 2)[0];
    var second = inbox[2].split("\"", 2)[0];
    assertThat(coffee(first, "false")).isEqualTo(302);
    assertThat(coffee(second, "false")).isEqualTo(422);
    assertThat(text(assistant, path("/entries/new?receipt=" + second)))
        .contains("name=\"twin\"", ">Coffee</a>");
    assertThat(coffee(second, "true")).isEqualTo(302);
    var list = text(owner, path("?state=proposed"));
    assertThat(list.split(">Coffee</a>")).hasSize(3);
  }

  private int coffee(String receipt, String twin) throws Exception {
    return send(
            assistant,
            path("/entries"),
            "key",
            Ids.text(Ids.fresh()),
            "day",
            "2026-03-10",
            "text",
            "Coffee",
            "account-0",
            "629",
            "debit-0",
            "1,80",
            "account-1",
            "570",
            "credit-1",
            "1,80",
            "receipts",
            receipt,
            "twin",
            twin)
        .getStatus();
  }

  private void bring(Viewer viewer) throws Exception {
    var file =
        new MockMultipartFile(
            "brought", "coffee.png", "image/png", SampleFiles.picture("png", 64, 48));
    var sent =
        mvc.perform(
                multipart(path("/receipts"))
                    .file(file)
                    .content(new byte[500]) // the gate asks for a length
                    .with(signedIn(viewer))
                    .with(csrf()))
            .andReturn()
            .getResponse();
    assertThat(sent.getStatus()).isEqualTo(302);
  }

  @Test
  void amountsTooLargeForTheBooksAreSaidAtTheForm() throws Exception {
    var fields =
        new String[] {
          "key",
          Ids.text(Ids.fresh()),
          "day",
          "2026-03-10",
          "text",
          "Huge",
          "account-0",
          "629",
          "debit-0",
          "999999999999",
          "account-1",
          "629",
          "debit-1",
          "999999999999",
          "account-2",
          "629",
          "debit-2",
          "999999999999",
          "account-3",
          "629",
          "debit-3",
          "999999999999",
          "account-4",
          "629",
          "debit-4",
          "999999999999",
          "account-5",
          "570",
          "credit-5",
          "999999999999"
        };
    var wide = new String[fields.length + 40];
    System.arraycopy(fields, 0, wide, 0, fields.length);
    for (int i = 0; i < 10; i++) {
      wide[fields.length + 4 * i] = "account-" + (6 + i);
      wide[fields.length + 4 * i + 1] = "629";
      wide[fields.length + 4 * i + 2] = "debit-" + (6 + i);
      wide[fields.length + 4 * i + 3] = "999999999999";
    }
    assertThat(send(assistant, path("/entries"), wide).getStatus()).isEqualTo(422);
  }
}
