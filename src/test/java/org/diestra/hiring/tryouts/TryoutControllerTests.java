package org.diestra.hiring.tryouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.PostedJobs;
import org.diestra.hiring.proposals.SentBids;
import org.diestra.hiring.tryouts.Samplers.Bidder;
import org.diestra.hiring.tryouts.Tryout.State;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.SampleFiles;
import org.diestra.platform.previews.Previews;
import org.diestra.platform.previews.Previews.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** The pages of a sample, asked for and handed in as a browser without scripts does. */
@HouseTest
class TryoutControllerTests {
  @Autowired MockMvc mvc;
  @Autowired Samplers samplers;
  @Autowired PostedJobs posted;
  @Autowired SentBids sent;
  @Autowired People people;
  @Autowired Blobs blobs;
  @Autowired Previews previews;
  @Autowired JdbcClient jdbc;
  Viewer client;
  JobId job;
  Bidder rosa;
  String ask;

  @BeforeEach
  void aBid() {
    client = people.client("Lucía");
    job = posted.hourly(client);
    rosa = samplers.bidder(job, "Rosalinda Quintanilla");
    ask = "/jobs/" + job + "/tryouts";
  }

  @Test
  void aClientAsksSeveralAtOnceWithAFile() throws Exception {
    var second = samplers.bidder(job, "Segunda");
    var request = asking(Samplers.TASK).file(table()).param("bids", second.bid().toString());

    assertThat(send(request, client).getRedirectedUrl()).isEqualTo("/jobs/" + job + "/bids");
    var here = Asked.href(samplers.now(second).id());
    assertThat(body(here, second.viewer()))
        .contains("receipts.csv", "15 min", "/acceptance")
        .doesNotContain("/score");
    var material = here + "/files/" + samplers.now(second).task().file();
    assertThat(body(material + "/preview", second.viewer())).contains("Imprenta Luna", "/original");
    assertThat(send(get(material + "/original"), second.viewer()).getStatus()).isEqualTo(200);
    assertThat(body("/home", second.viewer())).contains(here);
    assertThat(body("/jobs/" + job + "/bid", second.viewer())).contains(here);
    assertThat(body("/jobs/" + job + "/bids", client)).contains(here, "Sample asked for");
    assertThat(samplers.now(rosa).task()).isEqualTo(samplers.now(second).task());
  }

  @Test
  void whatIsMissingOrTooLongIsToldAndWhatWasTypedIsKept() throws Exception {
    var request =
        multipart(ask)
            .file(table())
            .param("what", "Type it up")
            .param("minutes", "16")
            .param("due", "yesterday");
    var answer = send(request, client);

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains(
            "bids-why",
            "what-why",
            "minutes-why",
            "due-why",
            "synthetic-why",
            "Type it up",
            "receipts.csv");
  }

  @Test
  void realDataIsRefusedAndASuspicionIsToldOnce() throws Exception {
    var real = send(asking("Write to ana.torres@correo.es and book the flat for her."), client);
    assertThat(real.getStatus()).isEqualTo(422);
    assertThat(real.getContentAsString()).contains("ana.torres@correo.es", "invented data");

    var suspected = asking("Write two sentences about this book for our website, please.");
    var warned = send(suspected, client);
    assertThat(warned.getStatus()).isEqualTo(422);
    var heard =
        warned.getContentAsString().replaceAll("(?s).*name=\"heard\" value=\"([^\"]+)\".*", "$1");
    var again =
        asking("Write two sentences about this book for our website, please.")
            .param("heard", heard);
    assertThat(send(again, client).getStatus()).isEqualTo(302);
  }

  @Test
  void realDataWithinTheFileIsRefusedToo() throws Exception {
    var file = table("name,mail\nAna,ana.torres@correo.es\n" + UUID.randomUUID());

    assertThat(send(asking(Samplers.TASK).file(file), client).getContentAsString())
        .contains("ana.torres@correo.es");
  }

  @Test
  void thePictureIsShownWithAMarkAndItsOriginalKept() throws Exception {
    var here = accepted();
    var picture =
        new MockMultipartFile("brought", "sorted.png", null, SampleFiles.picture("png", 640, 480));
    assertThat(send(delivery(here, "2").file(picture), rosa.viewer()).getStatus()).isEqualTo(302);
    var piece = here + "/files/" + piece(here);

    var shown = send(get(piece + "/page/1"), client);
    assertThat(shown.getStatus()).isEqualTo(200);
    var blob = blobs.get(BlobId.of(piece(here)));
    var plain = previews.picture(blob, 1, Size.LARGE, "").orElseThrow();
    assertThat(shown.getContentAsByteArray())
        .isNotEqualTo(blobs.open(plain).readAllBytes())
        .isNotEqualTo(blobs.open(blob).readAllBytes());
    assertThat(send(get(piece + "/original"), client).getStatus()).isEqualTo(404);
    assertThat(send(get(piece + "/original"), rosa.viewer()).getStatus()).isEqualTo(200);
    assertThat(send(get(piece + "/page/1"), people.client("Otra")).getStatus()).isEqualTo(404);
    assertThat(body(piece + "/preview", client)).doesNotContain("/original");
  }

  @Test
  void aFileThatOnlyItsOriginalCouldShowIsRefusedAndTheTextKept() throws Exception {
    var here = accepted();
    var zip = new MockMultipartFile("brought", "all.zip", null, SampleFiles.exe());
    var answer = send(delivery(here, "2").file(zip).param("text", "See the file"), rosa.viewer());

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("brought-why", "See the file");
    assertThat(send(delivery(here, "2"), rosa.viewer()).getStatus()).isEqualTo(422);
  }

  @Test
  void whileNamesAreHiddenNothingOfASampleTellsThem() throws Exception {
    var here = accepted();
    sent.hideNames(client, job);
    var file =
        new MockMultipartFile(
            "brought",
            "quintanilla.txt",
            null,
            ("Sorted by Rosalinda " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
    send(delivery(here, "2").file(file).param("text", "Yours, **Rosalinda**"), rosa.viewer());
    var piece = here + "/files/" + piece(here);

    for (var place :
        new String[] {here, piece, piece + "/preview", "/jobs/" + job + "/bids", "/home"}) {
      assertThat(body(place, client))
          .as(place)
          .doesNotContainIgnoringCase("rosalinda")
          .doesNotContainIgnoringCase("quintanilla");
    }
    assertThat(body(here, client)).contains("Assistant 1");
    assertThat(body(here, rosa.viewer())).contains("quintanilla.txt");
  }

  @Test
  void theScoreStandsInTheComparisonAndIsPutRight() throws Exception {
    var here = accepted();
    send(delivery(here, "2").param("text", "Sorted."), rosa.viewer());
    assertThat(send(post(here + "/score").param("version", "3"), client).getStatus())
        .isEqualTo(422);
    score(here, "3", "4");
    assertThat(body("/jobs/" + job + "/bids", client)).contains("Sample 4 of 5");
    assertThat(body(here, rosa.viewer())).contains("Well sorted", "4 de 5");
    score(here, "4", "2");
    assertThat(body("/jobs/" + job + "/bids", client)).contains("Sample 2 of 5");
    assertThat(score(here, "4", "5").getStatus()).isEqualTo(409);
  }

  @Test
  void aRefusalNeedsAReasonWhichTheClientReads() throws Exception {
    samplers.ask(client, job, rosa);
    var here = Asked.href(samplers.now(rosa).id());

    assertThat(send(post(here + "/refusal").param("version", "1"), rosa.viewer()).getStatus())
        .isEqualTo(422);
    var no = post(here + "/refusal").param("version", "1").param("reason", "Away <b>this</b> week");
    assertThat(send(no, rosa.viewer()).getStatus()).isEqualTo(302);
    assertThat(body(here, client))
        .contains("Away &lt;b&gt;this&lt;/b&gt; week")
        .doesNotContain("<b>this");
    assertThat(samplers.now(rosa).tryout().state()).isEqualTo(State.DECLINED);
  }

  @Test
  void everythingIsSealedForEverybodyElse() throws Exception {
    samplers.ask(client, job, rosa);
    var here = Asked.href(samplers.now(rosa).id());
    var rival = samplers.bidder(job, "Rival").viewer();

    for (var other : new Viewer[] {rival, people.client("Otra"), people.operator("Olga")}) {
      assertThat(send(get(here), other).getStatus()).isEqualTo(404);
      assertThat(send(post(here + "/acceptance").param("version", "1"), other).getStatus())
          .isEqualTo(404);
      assertThat(send(post(here + "/withdrawal").param("version", "1"), other).getStatus())
          .isEqualTo(404);
      assertThat(send(delivery(here, "1").param("text", "Mine"), other).getStatus()).isEqualTo(404);
      assertThat(send(get(ask + "/new"), other).getStatus()).isEqualTo(404);
      assertThat(send(asking(Samplers.TASK), other).getStatus()).isEqualTo(404);
    }
    assertThat(send(get("/operator/samples"), client).getStatus()).isEqualTo(404);
    assertThat(send(get("/operator/samples"), people.operator("Olga")).getStatus()).isEqualTo(200);
  }

  private String accepted() throws Exception {
    samplers.ask(client, job, rosa);
    var here = Asked.href(samplers.now(rosa).id());
    send(post(here + "/acceptance").param("version", "1"), rosa.viewer());
    return here;
  }

  private MockHttpServletResponse score(String here, String version, String points)
      throws Exception {
    var request =
        post(here + "/score")
            .param("version", version)
            .param("points-bookkeeping", points)
            .param("note", "Well sorted");
    return send(request, client);
  }

  private String piece(String here) {
    return jdbc.sql("select file from tryouts.piece where tryout = :id")
        .param("id", TryoutId.of(here.substring("/tryouts/".length())).value())
        .query((r, n) -> new BlobId(r.getObject(1, UUID.class)).toString())
        .single();
  }

  private MockMultipartHttpServletRequestBuilder asking(String what) {
    var request = multipart(ask);
    request.param("bids", rosa.bid().toString()).param("what", what).param("minutes", "15");
    request.param("due", samplers.due(client).toString()).param("synthetic", "true");
    return request;
  }

  private static MockMultipartHttpServletRequestBuilder delivery(String here, String version) {
    var request = multipart(here + "/delivery");
    request.param("version", version);
    return request;
  }

  private static MockMultipartFile table() {
    return table("Fecha,Proveedor,Total\n2026-10-02,Imprenta Luna,12");
  }

  private static MockMultipartFile table(String csv) {
    return new MockMultipartFile(
        "file", "receipts.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private String body(String path, Viewer viewer) throws Exception {
    return send(get(path), viewer).getContentAsString();
  }

  private MockHttpServletResponse send(
      AbstractMockHttpServletRequestBuilder<?> request, Viewer viewer) throws Exception {
    request.with(signedIn(viewer)).with(TryoutControllerTests::announced);
    return mvc.perform(request.with(csrf())).andReturn().getResponse();
  }

  /** As browsers do; the mock has the parts alone, and no bytes to count. */
  private static MockHttpServletRequest announced(MockHttpServletRequest request) {
    request.setContent(new byte[1]);
    return request;
  }
}
