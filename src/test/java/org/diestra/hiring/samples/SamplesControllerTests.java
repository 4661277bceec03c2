package org.diestra.hiring.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.hiring.talent.Assistants;
import org.diestra.hiring.talent.Talent;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.blobs.SampleFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@HouseTest
class SamplesControllerTests {
  private static final String HERE = "/profile/samples";
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Assistants assistants;
  @Autowired Samples samples;
  @Autowired Talent talent;

  @Test
  void aSampleIsBroughtAndLookedAtInPlace() throws Exception {
    var ana = assistants.published("Ana Torres");
    assertThat(bring(ana, table(), true).getRedirectedUrl()).isEqualTo(HERE);
    var card = only(ana);
    assertThat(card.type()).isEqualTo("CSV");
    assertThat(send(get(HERE), ana).getContentAsString()).contains("A quarter of receipts");
    assertThat(send(get(card.href()), null).getContentAsString())
        .contains("<td>Imprenta Sol</td>", "own work");
    assertThat(talent.cards(List.of(ana.id())).get(ana.id()).areas().getFirst().shown()).isTrue();
  }

  @Test
  void onlyOpenSamplesOfPublishedProfilesAreForEverybody() throws Exception {
    var ana = assistants.published("Ana");
    bring(ana, table(), false);
    var closed = only(ana).href();
    var bea = assistants.draft("Bea");
    bring(bea, table(), true);
    var draft = only(bea).href();
    for (var place : List.of(closed, closed + "/preview", draft, draft + "/file")) {
      assertThat(send(get(place), null).getStatus()).as(place).isEqualTo(404);
      assertThat(send(get(place), people.client("Paul")).getStatus()).as(place).isEqualTo(404);
    }
    assertThat(send(get(closed), ana).getStatus()).isEqualTo(200);
    assertThat(send(get(draft + "/file"), bea).getStatus()).isEqualTo(200);
  }

  @Test
  void aPictureIsShownWithAMarkAndItsOriginalKept() throws Exception {
    var ana = assistants.published("Ana");
    bring(
        ana,
        new MockMultipartFile("file", "shop.png", null, SampleFiles.picture("png", 400, 300)),
        true);
    var card = only(ana);
    var shown = send(get(card.href() + "/page/1"), null);
    assertThat(shown.getStatus()).isEqualTo(200);
    assertThat(shown.getContentType()).startsWith("image/");
    assertThat(send(get(card.href() + "/small"), null).getStatus()).isEqualTo(200);
    assertThat(send(get(card.href() + "/file"), null).getStatus()).isEqualTo(404);
    assertThat(send(get(card.href() + "/page/2"), null).getStatus()).isEqualTo(404);
    assertThat(send(get(card.href() + "/file"), ana).getStatus()).isEqualTo(200);
  }

  @Test
  void aProgramInDisguiseIsRefusedAndTheTextsAreKept() throws Exception {
    var ana = assistants.draft("Ana");
    var exe = new MockMultipartFile("file", "invoice.pdf", null, SampleFiles.exe());
    var answer = bring(ana, exe, true);
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("id=\"file-why\"", "A quarter of receipts")
        .doesNotContain("name=\"kept\"");
    assertThat(samples.of(List.of(ana.id()))).isEmpty();
  }

  @Test
  void aGoodFileIsKeptWhileTheTextsAreMended() throws Exception {
    var ana = assistants.draft("Ana");
    var answer =
        send(multipart(HERE).file(table()).param("title", "").param("area", "bookkeeping"), ana);
    assertThat(answer.getStatus()).isEqualTo(422);
    var page = answer.getContentAsString();
    assertThat(page).contains("id=\"title-why\"", "receipts.csv", "id=\"rights-why\"");
    var kept = page.replaceAll("(?s).*name=\"kept\" value=\"([^\"]+)\".*", "$1");
    var again = fields(multipart(HERE).param("kept", kept), true);
    assertThat(send(again, ana).getRedirectedUrl()).isEqualTo(HERE);
    assertThat(only(ana).type()).isEqualTo("CSV");
    var stolen = fields(multipart(HERE).param("kept", kept), true);
    assertThat(send(stolen, assistants.draft("Bea")).getStatus()).isEqualTo(404);
  }

  @Test
  void aCopyIsTold() throws Exception {
    var content = ("a,b\n1," + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    var first = assistants.published("Ana");
    bring(first, new MockMultipartFile("file", "mine.csv", null, content), true);
    var second = assistants.published("Bea");
    bring(second, new MockMultipartFile("file", "also-mine.csv", null, content), true);
    assertThat(only(first).copied()).isFalse();
    assertThat(only(second).copied()).isTrue();
    assertThat(send(get(HERE), second).getContentAsString()).contains("note-box");
  }

  @Test
  void theOwnerArrangesRemovesAndBringsBack() throws Exception {
    var ana = assistants.draft("Ana");
    bring(ana, table(), true);
    bring(ana, table(), false);
    var ids = samples.of(List.of(ana.id())).stream().map(SampleCard::id).toList();
    send(post(HERE + "/" + ids.get(1) + "/place").param("to", "up"), ana);
    assertThat(samples.of(List.of(ana.id())))
        .extracting(SampleCard::id)
        .containsExactly(ids.get(1), ids.get(0));
    send(post(HERE + "/" + ids.get(1) + "/place").param("to", "up"), ana);
    send(post(HERE + "/" + ids.get(1) + "/removal"), ana);
    assertThat(only(ana).id()).isEqualTo(ids.get(0));
    assertThat(send(get("/samples/" + ids.get(1)), ana).getStatus()).isEqualTo(404);
    send(post(HERE + "/" + ids.get(1) + "/return"), ana);
    assertThat(samples.of(List.of(ana.id()))).hasSize(2);
  }

  @Test
  void nobodyElseTouchesASample() throws Exception {
    var ana = assistants.draft("Ana");
    bring(ana, table(), true);
    var here = HERE + "/" + only(ana).id();
    var bea = assistants.draft("Bea");
    assertThat(send(get(here), bea).getStatus()).isEqualTo(404);
    assertThat(send(fields(post(here), true), bea).getStatus()).isEqualTo(404);
    assertThat(send(post(here + "/place").param("to", "up"), bea).getStatus()).isEqualTo(404);
    assertThat(send(post(here + "/removal"), bea).getStatus()).isEqualTo(404);
    assertThat(send(post(here + "/return"), bea).getStatus()).isEqualTo(404);
    assertThat(send(get(HERE), people.client("Paul")).getStatus()).isEqualTo(404);
  }

  @Test
  void whatIsSaidCanBeChanged() throws Exception {
    var ana = assistants.draft("Ana");
    bring(ana, table(), true);
    var here = HERE + "/" + only(ana).id();
    assertThat(send(get(here), ana).getStatus()).isEqualTo(200);
    assertThat(send(post(here).param("title", "").param("what", "Sorted."), ana).getStatus())
        .isEqualTo(422);
    send(fields(post(here), false), ana);
    assertThat(only(ana).open()).isFalse();
  }

  @Test
  void contactDataIsRefusedAtItsFieldAndTheFileIsKept() throws Exception {
    var ana = assistants.draft("Ana");
    var asked = multipart(HERE).file(table()).param("title", "Write to ana@example.org");
    asked.param("area", "admin").param("rights", "own").param("open", "true");
    var answer = send(asked, ana);
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("id=\"title-why\"", "name=\"kept\"");
    assertThat(samples.of(List.of(ana.id()))).isEmpty();

    bring(ana, table(), true);
    var here = HERE + "/" + only(ana).id();
    var change = post(here).param("title", "Receipts").param("what", "Call +34 612 345 678.");
    change.param("area", "admin").param("rights", "own").param("open", "true");
    assertThat(send(change, ana).getStatus()).isEqualTo(422);
    assertThat(only(ana).title()).isEqualTo("A quarter of receipts");
  }

  @Test
  void hostileTextStaysText() throws Exception {
    var ana = assistants.published("Ana");
    var script = "<script>alert(1)</script>";
    var csv =
        new MockMultipartFile(
            "file", script + ".csv", null, (script + ",b\n1,2").getBytes(StandardCharsets.UTF_8));
    var request = multipart(HERE).file(csv).param("title", script).param("what", script);
    request.param("area", "admin").param("rights", "own").param("open", "true");
    send(request, ana);
    var card = only(ana);
    for (var place : List.of(HERE, card.href(), card.previewUrl())) {
      assertThat(send(get(place), ana).getContentAsString())
          .as(place)
          .contains("&lt;script")
          .doesNotContain(script);
    }
  }

  private SampleCard only(Viewer owner) {
    var all = samples.of(List.of(owner.id()));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static MockMultipartFile table() {
    var csv = "Fecha,Proveedor,Total\n2026-10-02,Imprenta Sol," + UUID.randomUUID();
    return new MockMultipartFile(
        "file", "receipts.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private MockHttpServletResponse bring(Viewer owner, MockMultipartFile file, boolean open)
      throws Exception {
    return send(fields(multipart(HERE).file(file), open), owner);
  }

  private static <B extends AbstractMockHttpServletRequestBuilder<B>> B fields(
      B request, boolean open) {
    request.param("title", "A quarter of receipts").param("area", "bookkeeping");
    request.param("what", "Booked with Excel.").param("rights", "own");
    return open ? request.param("open", "true") : request;
  }

  private MockHttpServletResponse send(
      AbstractMockHttpServletRequestBuilder<?> request, @Nullable Viewer viewer) throws Exception {
    var asked = viewer == null ? request : request.with(signedIn(viewer));
    asked.with(SamplesControllerTests::announced);
    return mvc.perform(asked.with(csrf())).andReturn().getResponse();
  }

  /** As browsers do; the mock has the parts alone, and no bytes to count. */
  private static MockHttpServletRequest announced(MockHttpServletRequest request) {
    request.setContent(new byte[1]);
    return request;
  }
}
