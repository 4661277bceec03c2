package org.diestra.hiring.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.samples.Portfolio;
import org.diestra.hiring.samples.SampleId;
import org.diestra.hiring.talent.Talent;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.blobs.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

/** A team that hides names gets nothing that tells them, wherever it looks. */
@HouseTest
class BlindTests {
  private static final String[] PIECES = {"", "/preview", "/page/1", "/original"};

  @Autowired MockMvc mvc;
  @Autowired Bidding bidding;
  @Autowired Portfolio portfolio;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Blobs blobs;
  @Autowired Talent talent;
  @Autowired OwnBids own;
  @Autowired Bids bids;
  @Autowired TransactionOperations transactions;
  final List<SampleId> samples = new ArrayList<>();
  Viewer client;
  Viewer author;
  JobId job;
  Bid bid;
  String here;
  List<String> telling;

  @BeforeEach
  void aBidFullOfNames() throws Exception {
    client = people.client("Lucía");
    job = bidding.posted.hourly(client);
    here = "/jobs/" + job + "/bids";
    author = bidding.assistants.published("Rosalinda Quintanilla");
    accounts.choosePhoto(author.id(), stored("me.png", SampleFiles.picture("png", 64, 64)));
    var card = talent.cards(List.of(author.id())).get(author.id());
    bring("Rosalinda's ledger", "rosalinda.txt", "Ledger by Rosalinda Quintanilla.");
    bring("Accounts", "quintanilla.md", "# Rosalinda\n\nby **Rosalinda** Quintanilla");
    bring("A table", "r-quintanilla.csv", "name,sum\nQuintanilla,12\n");
    samples.add(
        portfolio.bring(author, "rosalinda-cv.pdf", "ROSALÍNDA, curriculum", "", signedPdf()));
    var files =
        List.of(
            stored("Quintanilla.docx", SampleFiles.office("wordprocessingml.document.main+xml")));
    bid = own.send(author.id(), job, saying(files), bidding.fresh(author, job)).orFail();
    send(here + "/blindness", "hide", "true");
    telling =
        List.of(
            "rosalinda",
            "quintanilla",
            card.handle(),
            card.photo() == null ? "no photo" : card.photo(),
            author.id().toString(),
            samples.getFirst().toString(),
            samples.getLast().toString());
  }

  @Test
  void noPageNamesTheAuthor() throws Exception {
    for (var path :
        List.of(
            here,
            here + "?show=undecided&sort=rating",
            here + "/" + bid.id(),
            here + "/" + bid.id() + "/decline",
            "/offers/new?bid=" + bid.id(),
            "/jobs/" + job + "/bid/panel",
            "/notifications",
            "/home")) {
      assertSilent(path, answer(path), 200);
    }
  }

  @Test
  void noPieceNamesTheAuthorInAnyOfItsForms() throws Exception {
    for (int number = 1; number <= 5; number++) {
      for (var form : PIECES) {
        var path = here + "/" + bid.id() + "/pieces/" + number + form;
        assertSilent(path, answer(path), form.equals("/original") ? 404 : null);
      }
    }
    assertThat(answer(here + "/" + bid.id() + "/pieces/6").getStatus()).isEqualTo(404);
    assertThat(answer(here + "/" + bid.id() + "/pieces/0").getStatus()).isEqualTo(404);
  }

  @Test
  void aRefusalNamesTheAuthorNeither() throws Exception {
    var decline = here + "/" + bid.id() + "/decline";
    assertSilent(decline, send(decline, "reason", "no such reason"), 422);
    assertSilent("/offers", send("/offers?bid=" + bid.id(), "title", ""), 422);
  }

  @Test
  void whatIsNotPublicIsSeenOnlyAsPartOfTheBid() throws Exception {
    assertThat(answer("/samples/" + samples.getFirst()).getStatus()).isEqualTo(404);
  }

  @Test
  void onceAContractIsOfferedTheNameIsKnown() throws Exception {
    transactions.executeWithoutResult(now -> bids.offered(bid.id(), client.id()).orFail());

    assertThat(answer(here).getContentAsString()).contains("Rosalinda Q.");
    assertThat(answer(here + "/" + bid.id() + "/pieces/1").getContentAsString())
        .contains("Rosalinda's ledger", "Ledger by Rosalinda Quintanilla.");
    assertThat(answer(here + "/" + bid.id() + "/pieces/5/original").getStatus()).isEqualTo(200);
  }

  @Test
  void theAuthorSeesTheOwnPiecesAsTheyAre() throws Exception {
    var page = here + "/" + bid.id() + "/pieces/1";
    assertThat(mvc.perform(get(page).with(signedIn(author))).andReturn().getResponse())
        .extracting(MockHttpServletResponse::getStatus)
        .isEqualTo(200);
  }

  private void bring(String title, String file, String text) {
    var bytes = (text + "\n" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    samples.add(portfolio.bring(author, file, title, "Made by Rosalinda.", bytes));
  }

  private BidContent saying(List<BlobId> files) {
    var plain = bidding.content(author, job, 1_200, "I am Rosalinda Quintanilla.");
    return new BidContent(
        plain.edition(),
        plain.unit(),
        plain.price(),
        plain.quantity(),
        plain.hours(),
        plain.start(),
        plain.week(),
        plain.worker(),
        plain.letter(),
        plain.answers(),
        samples,
        files);
  }

  private BlobId stored(String name, byte[] bytes) throws IOException {
    try (var in = new ByteArrayInputStream(bytes)) {
      return blobs.store(in, Purpose.ATTACHMENT, name, author.id().value()).orFail().id();
    }
  }

  /** A paper whose properties name its author, as word processors write them. */
  private static byte[] signedPdf() throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.getDocumentInformation().setAuthor("Rosalinda Quintanilla");
      document.getDocumentInformation().setTitle("Rosalinda Quintanilla, CV");
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private void assertSilent(
      String path,
      MockHttpServletResponse answer,
      @org.jspecify.annotations.Nullable Integer status)
      throws Exception {
    if (status != null) {
      assertThat(answer.getStatus()).as(path).isEqualTo(status);
    }
    var heads = new StringBuilder();
    answer.getHeaderNames().forEach(name -> heads.append(answer.getHeaders(name)).append('\n'));
    var latin = new String(answer.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
    for (var word : telling) {
      assertThat(heads.toString()).as(path).doesNotContainIgnoringCase(word);
      assertThat(latin).as(path).doesNotContainIgnoringCase(word);
    }
    assertThat(answer.getContentAsString()).as(path).doesNotContainIgnoringCase("rosalínda");
  }

  private MockHttpServletResponse answer(String path) throws Exception {
    return mvc.perform(get(path).with(signedIn(client))).andReturn().getResponse();
  }

  private MockHttpServletResponse send(String path, String name, String value) throws Exception {
    return mvc.perform(post(path).param(name, value).with(signedIn(client)).with(csrf()))
        .andReturn()
        .getResponse();
  }
}
