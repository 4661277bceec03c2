package org.diestra.office.statements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import org.diestra.HouseTest;
import org.diestra.OfficeDesk;
import org.diestra.office.bookkeeping.PostedBooks;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was found the same stays so, whoever writes to the database; and begins at its first day.
 */
@HouseTest
class ReconciledTests extends OfficeDesk {
  private static final String DAY =
      """
      :20:1
      :25:%s
      :28C:1
      :60F:C260302EUR1000,00
      :61:2603020302CR50,00NTRFNONREF//R1
      :86:Casa Ana
      :62F:C260302EUR1050,00
      -
      """
          .formatted(SampleStatement.IBAN);
  private static final String FEBRUARY =
      """
      :20:1
      :25:%s
      :28C:1
      :60F:C260210EUR900,00
      :61:2602100210CR100,00NTRFNONREF//F1
      :86:Casa Ana
      :62F:C260228EUR1000,00
      -
      """
          .formatted(SampleStatement.IBAN);

  @Autowired private PostedBooks posted;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;
  private String bank;

  @BeforeEach
  void aStatementIsThere() throws Exception {
    posted.open(owner, assistant, room);
    posted.post("2026-02-27", "Capital", "572", "102", 100_000);
    var form = new String[] {"name", "C", "number", SampleStatement.IBAN, "ledger", "572"};
    bank = send(assistant, "/w/" + room + "/books/banks", form).getRedirectedUrl();
    bring(DAY);
    send(assistant, bank + "/statements");
  }

  private void bring(String content) throws Exception {
    var file = new MockMultipartFile("file", "x.sta", "text/plain", content.getBytes(UTF_8));
    mvc.perform(
        multipart(bank + "/files")
            .file(file)
            .content(new byte[500]) // the gate asks for a length
            .with(signedIn(assistant))
            .with(csrf()));
  }

  private int sql(Viewer viewer, String statement) {
    return Caller.person(viewer.id().value())
        .call(() ->
            new TransactionTemplate(transactions)
                .execute(tx ->
                    jdbc.sql(statement)
                        .param("room", room.value())
                        .param("owner", owner.id().value())
                        .update()));
  }

  private void refused(Viewer viewer, String rule, String statement) {
    assertThatThrownBy(() -> sql(viewer, statement)).rootCause().hasMessageContaining(rule);
  }

  @Test
  void theMarkIsSetAndTakenBackInNobodyElsesName() {
    var mark =
        """
        update statements.account set reconciled_until = '2026-03-02', reconciled_by = :owner,
          reconciled_at = now() where workspace = :room
        """;
    refused(assistant, "those who post", mark);
    assertThat(sql(owner, mark)).isEqualTo(1);
    refused(
        assistant,
        "those who post",
        """
        update statements.account set reconciled_until = null, reconciled_by = null,
          reconciled_at = null where workspace = :room and :owner is not null
        """);
  }

  @Test
  void inReconciledDaysNothingComesAndNothingGoes() {
    posted.post("2026-03-02", "Sale", "572", "430", 5_000);
    sql(
        assistant,
        """
        insert into statements.match (line, workspace, entry, made, person, at)
        select l.id, l.workspace, e.id, false, :owner, now() from statements.line l
        join bookkeeping.entry e on e.workspace = l.workspace and e.text = 'Sale'
        where l.workspace = :room
        """);
    sql(
        owner,
        """
        update statements.account set reconciled_until = '2026-03-02', reconciled_by = :owner,
          reconciled_at = now() where workspace = :room
        """);
    refused(
        assistant,
        "reconciled",
        "delete from statements.match where workspace = :room and :owner is not null");
    refused(
        assistant,
        "reconciled",
        """
        update statements.line set ignored = 'x', ignored_by = :owner, ignored_at = now()
        where workspace = :room
        """);
    refused(
        assistant,
        "reconciled",
        """
        insert into statements.line (id, account, workspace, import, key, day, amount, party, words,
          folded, end_to_end, bank)
        select gen_random_uuid(), account, workspace, import, repeat('a', 64), day, 100, '', 'x', 'x',
          '', '' from statements.line where workspace = :room and :owner is not null
        """);
  }

  /** What there was before the first day is its opening: its lines would be counted twice. */
  @Test
  void linesOfBeforeTheFirstDayAreLeftOutAndSaid() throws Exception {
    bring(FEBRUARY);
    assertThat(text(assistant, bank + "/trial")).contains("anteriores al", "Antes del primer día");
    send(assistant, bank + "/statements");
    assertThat(text(owner, bank + "/reconciliation")).contains("€1,050.00", "€50.00");
    var lines =
        Caller.person(owner.id().value())
            .call(() ->
                new TransactionTemplate(transactions)
                    .execute(tx ->
                        jdbc.sql("select count(*) from statements.line where workspace = :room")
                            .param("room", room.value())
                            .query(Integer.class)
                            .single()));
    assertThat(lines).isEqualTo(1);
  }
}
