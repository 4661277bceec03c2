package org.diestra.work.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.diestra.HouseTest;
import org.diestra.OnStage;
import org.diestra.hiring.proposals.BidAsides;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.demo.Cast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** On the demo's stage: the studio has a contract, the practice an offer that waits. */
@HouseTest
@Transactional
class ContractsControllerTests {
  @Autowired MockMvc mvc;
  @Autowired OnStage stage;
  @Autowired OfferStore offers;
  @Autowired OfferAsides asides;
  @Autowired ContractPages pages;
  @Autowired Contracts contracts;
  private Cast cast;
  private Viewer assistant;
  private OfferId waiting;

  @BeforeEach
  void open() {
    cast = stage.play();
    assistant = cast.viewer(Cast.ASSISTANT_3);
    waiting = pages.offers(assistant).getFirst().id();
  }

  @Test
  void bothSidesSeeTheOfferAndNobodyElseDoes() throws Exception {
    for (var side : new String[] {Cast.PRACTICE, Cast.ASSISTANT_3}) {
      assertThat(show("/offers/" + waiting, cast.viewer(side)).getStatus()).isEqualTo(200);
    }
    for (var other : new String[] {Cast.CLIENT, Cast.ASSISTANT, Cast.OPERATOR}) {
      assertThat(show("/offers/" + waiting, cast.viewer(other)).getStatus()).isEqualTo(404);
    }
  }

  @Test
  void aSignatureThatIsNotTheNameIsRefusedAtItsField() throws Exception {
    var answer = accept("1", "Somebody Else");
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("id=\"signature-why\"");
  }

  @Test
  void anOlderVersionIsNotSigned() throws Exception {
    assertThat(accept("7", assistant.name()).getStatus()).isEqualTo(409);
  }

  @Test
  void theSecondSignatureMakesTheContractAndAnotherAnswerIsTooLate() throws Exception {
    assertThat(beside()).containsExactly("/offers/" + waiting);
    assertThat(accept("1", assistant.name().toLowerCase(java.util.Locale.ROOT)).getRedirectedUrl())
        .startsWith("/contracts/");
    assertThat(accept("1", assistant.name()).getStatus()).isEqualTo(409);
    var contract = contracts.of(waiting).orElseThrow();
    assertThat(beside()).containsExactly("/contracts/" + contract.id());
  }

  /** Where the bid leads on which that offer was made. */
  private List<String> beside() {
    var bid = offers.find(waiting).orElseThrow().facts().bid();
    return asides.of(List.of(bid)).get(bid).stream().map(BidAsides.Aside::href).toList();
  }

  @Test
  void aCounterOfferAboveTheMaximumIsRefusedAndKept() throws Exception {
    var form = TermsForm.of(terms(), java.util.List.of(), 1);
    var answer =
        send(
            post("/offers/" + waiting + "/counter")
                .param("title", form.title())
                .param("scope", form.scope())
                .param("duties", form.chosenDuties().toArray(String[]::new))
                .param("hourRate", "99.00")
                .param("taskPrice", "9999.00")
                .param("weeklyCap", "8")
                .param("start", form.start())
                .param("reviewDays", "14")
                .param("revisionRounds", "2")
                .param("noticeDays", "7")
                .param("responseHours", "24")
                .param("law", "Ireland")
                .param("language", "en")
                .param("signature", assistant.name())
                .param("seen", "1"));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("value=\"99.00\"");
  }

  @Test
  void whoeverHoldsThePaperCanVerifyItAndAChangedOneIsFound() throws Exception {
    var owner = cast.viewer(Cast.STUDIO);
    var id = contracts.of(owner, null).getFirst().id();
    var pdf = show("/contracts/" + id + ".pdf", owner).getContentAsByteArray();
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Emiliano Vargas", "Maribel Santos Reyes", "SHA-256");
    }
    assertThat(verify(pdf)).contains("badge good");
    assertThat(verify(changed(pdf))).contains("badge wait");
    assertThat(verify("no pdf".getBytes(StandardCharsets.UTF_8))).contains("badge stop");
    assertThat(show("/contracts/" + id + ".pdf", owner).getContentAsByteArray()).isEqualTo(pdf);
    assertThat(show("/contracts/" + id, cast.viewer(Cast.CLIENT)).getStatus()).isEqualTo(404);
  }

  private Terms terms() {
    return offers.versions(waiting).getLast().paper().terms();
  }

  private MockHttpServletResponse accept(String seen, String signature) throws Exception {
    return send(
        post("/offers/" + waiting + "/acceptance")
            .param("seen", seen)
            .param("signature", signature));
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(signedIn(assistant)).with(csrf())).andReturn().getResponse();
  }

  private MockHttpServletResponse show(String path, Viewer viewer) throws Exception {
    return mvc.perform(get(path).with(signedIn(viewer))).andReturn().getResponse();
  }

  private String verify(byte[] bytes) throws Exception {
    var file = new MockMultipartFile("file", "contract.pdf", "application/pdf", bytes);
    return mvc.perform(multipart("/verify").file(file).with(csrf()).content(new byte[100]))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  /** The same document, saved by another program. */
  private static byte[] changed(byte[] pdf) throws Exception {
    try (var document = Loader.loadPDF(pdf)) {
      document.getDocumentInformation().setTitle("changed");
      var out = new java.io.ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
