package org.diestra.office.journals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.diestra.HouseTest;
import org.diestra.OfficeDesk;
import org.diestra.People;
import org.diestra.office.bookkeeping.PostedBooks;
import org.diestra.office.bookkeeping.ShopBooks;
import org.diestra.office.bookkeeping.ShopBooks.Note;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** A journal of another program, from the file to what is posted. */
@HouseTest
class JournalsTests extends OfficeDesk {
  private static final String JOURNAL =
      """
      2026-01-02 Opening
          assets:bank:checking   1.000,00 EUR
          equity:opening balances

      2026-03-05 Cafe Sol
          expenses:food     1,80 EUR
          assets:bank:checking
      2026-03-05 Cafe Sol
          expenses:food     1,80 EUR
          assets:bank:checking  -1,80 EUR = 996,40 EUR
      """;

  @Autowired private PostedBooks posted;
  @Autowired private ShopBooks hand;

  @BeforeEach
  void books() {
    posted.open(owner, assistant, room);
  }

  private String path(String rest) {
    return "/w/" + room + "/books" + rest;
  }

  private int bring(Viewer viewer, WorkspaceId into, String text) throws Exception {
    var file = new MockMultipartFile("file", "a.journal", "text/plain", text.getBytes(UTF_8));
    return mvc.perform(
            multipart("/w/" + into + "/books/import/files")
                .file(file)
                .content(new byte[500]) // the gate asks for a length
                .with(signedIn(viewer))
                .with(csrf()))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  private String seen(Viewer viewer, WorkspaceId into) throws Exception {
    return text(viewer, "/w/" + into + "/books/import/trial")
        .split("name=\"seen\" value=\"", 2)[1]
        .split("\"")[0];
  }

  private int take(String... more) throws Exception {
    var fields = new ArrayList<>(List.of("seen", seen(assistant, room)));
    fields.addAll(List.of(more));
    var sent = send(assistant, path("/import/proposals"), fields.toArray(String[]::new));
    return sent.getStatus();
  }

  @Test
  void aJournalIsTriedThenProposedAndTwinsStayTwo() throws Exception {
    assertThat(bring(assistant, room, JOURNAL)).isEqualTo(302);
    var trial = text(assistant, path("/import/trial"));
    assertThat(trial).contains("Cafe Sol", "expenses:food", "X001", "A001", "Q001");
    assertThat(text(owner, path(""))).doesNotContain("Cafe Sol");
    assertThat(take()).isEqualTo(302);
    assertThat(hand.postAll(owner, room)).isEqualTo(3);
    assertThat(text(owner, path("/reports/trial?year=2026"))).contains("bank · checking", "996.40");
    assertThat(show(assistant, path("/import/trial")).getStatus()).isEqualTo(404);
  }

  @Test
  void theSameJournalAgainAddsOnlyWhatIsNew() throws Exception {
    bring(assistant, room, JOURNAL);
    take();
    bring(assistant, room, JOURNAL);
    assertThat(text(assistant, path("/import/trial"))).doesNotContain("value=\"propose\"");
    assertThat(take()).isEqualTo(409);
    bring(
        assistant,
        room,
        JOURNAL + "2026-03-06 Book\n    expenses:books  9 EUR\n    assets:bank:checking\n");
    assertThat(take()).isEqualTo(302);
    assertThat(hand.postAll(owner, room)).isEqualTo(4);
  }

  @Test
  void accountsAreChosenFromTheChartAndUnknownOnesAskedFor() throws Exception {
    bring(assistant, room, JOURNAL.replace("expenses:food", "food"));
    assertThat(take()).isEqualTo(409);
    assertThat(take("to-0", "nowhere")).isEqualTo(422);
    var again =
        send(
            assistant,
            path("/import/proposals"),
            "do",
            "look",
            "seen",
            seen(assistant, room),
            "to-0",
            "572",
            "to-1",
            "102",
            "kind-2",
            "expense");
    assertThat(again.getContentAsString(UTF_8)).contains("X001", "572 ·");
    assertThat(take("to-0", "572", "to-1", "102", "to-2", "629")).isEqualTo(302);
    hand.postAll(owner, room);
    assertThat(text(owner, path("/reports/trial?year=2026")))
        .contains("996.40", "3.60")
        .doesNotContain("X001");
  }

  @Test
  void nothingOfAFaultyJournalIsTakenIn() throws Exception {
    bring(
        assistant,
        room,
        JOURNAL + "include more.journal\n2019-01-01 Old\n  assets:x  1\n  equity:y\n");
    assertThat(text(assistant, path("/import/trial")))
        .contains("Línea 11", "include more.journal", "Línea 12");
    assertThat(take()).isEqualTo(409);
    assertThat(text(owner, path("?state=proposed"))).doesNotContain("Opening");
    assertThat(bring(assistant, room, "")).isEqualTo(422);
  }

  @Test
  void aJournalThatComesToMoreThanMoneyCanIsShownAllTheSame() throws Exception {
    var large = "2026-03-0%d Large\n  assets:x  6000000000000\n  equity:y\n";
    bring(assistant, room, JOURNAL + large.formatted(6) + large.formatted(7));
    assertThat(show(assistant, path("/import/trial")).getStatus()).isEqualTo(200);
  }

  @Test
  void anotherFileBroughtMeanwhileHasToBeLookedAt() throws Exception {
    bring(assistant, room, JOURNAL);
    var seen = seen(assistant, room);
    bring(assistant, room, JOURNAL.replace("1,80", "1,90").replace("996,40", "996,20"));
    assertThat(send(assistant, path("/import/proposals"), "seen", seen).getStatus()).isEqualTo(409);
    var eve = people.client("Eve");
    assertThat(show(eve, path("/import")).getStatus()).isEqualTo(404);
    assertThat(bring(eve, room, JOURNAL)).isEqualTo(404);
    assertThat(show(owner, path("/import/trial")).getStatus()).isEqualTo(404);
    send(assistant, path("/import/leaving"));
    assertThat(show(assistant, path("/import/trial")).getStatus()).isEqualTo(404);
  }

  @Test
  void ourOwnExportComesBackToTheSameBalances() throws Exception {
    send(
        assistant,
        path("/accounts"),
        "code",
        "5720001",
        "parent",
        "572",
        "kind",
        "asset",
        "nameEs",
        "Banco: \"del Turia\"; x",
        "use",
        "bank");
    var random = new Random(3);
    var codes = List.of("572", "5720001", "570", "600", "700", "629", "400", "102");
    var notes = new ArrayList<Note>();
    for (int i = 0; i < 300; i++) {
      var day = java.time.LocalDate.of(2026, 1 + i % 12, 1 + i % 28);
      var from = codes.get(random.nextInt(codes.size()));
      var to = codes.get((codes.indexOf(from) + 1 + random.nextInt(7)) % codes.size());
      notes.add(
          Note.of(day, "Asiento; " + i % 9 + ": \"x\" | y", from, to, 1 + random.nextInt(500_000)));
    }
    hand.propose(assistant, room, notes);
    assertThat(hand.postAll(owner, room)).isEqualTo(300);
    var journal = text(owner, path("/reports/journal.journal"));

    var marta = people.client("Marta");
    var other = workspaces.open(People.organisation(marta));
    posted.open(marta, assistant, other);
    assertThat(bring(assistant, other, journal)).isEqualTo(302);
    assertThat(text(assistant, "/w/" + other + "/books/import/trial")).contains("5720001");
    var sent =
        send(assistant, "/w/" + other + "/books/import/proposals", "seen", seen(assistant, other));
    assertThat(sent.getStatus()).as(sent.getContentAsString(UTF_8)).isEqualTo(302);
    assertThat(hand.postAll(marta, other)).isEqualTo(300);
    var journalAgain = text(marta, "/w/" + other + "/books/reports/journal.journal");
    assertThat(assertions(journalAgain)).isEqualTo(assertions(journal)).hasSizeGreaterThan(6);
  }

  /** What it says of each account's balance, without the account's name. */
  private static List<String> assertions(String journal) {
    return journal
        .lines()
        .filter(l -> l.contains(" = EUR"))
        .map(l -> l.replaceFirst("^ *\\w+:(\\w+) .* = ", "$1 "))
        .sorted()
        .toList();
  }
}
