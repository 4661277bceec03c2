package org.diestra.money.transfers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.OpenSessions;
import org.diestra.money.payments.Receipts.Stage;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of the client who pays and of the operator who reads. */
@HouseTest
class TransferPagesTests extends TransferHouse {
  @Autowired private MockMvc mvc;
  @Autowired private OpenSessions sessions;
  private UUID payment;

  @BeforeEach
  void somethingIsToBePaid() {
    aClientPaysByTransfer();
    payment = payers.opened(signed, task(10_000));
  }

  private ResultActions proved(MockHttpServletRequestBuilder request) throws Exception {
    var session = sessions.provenCookie(operator.id(), clock.instant());
    return mvc.perform(request.cookie(new Cookie("session", session)).with(csrf()));
  }

  private ResultActions brings(byte[] bytes) throws Exception {
    var file = new MockMultipartFile("file", "may.csv", "text/csv", bytes);
    var session = sessions.provenCookie(operator.id(), clock.instant());
    var form = multipart(account.href() + "/statements").file(file);
    form.content(new byte[100]); // the gate asks for a length
    return mvc.perform(form.cookie(new Cookie("session", session)).with(csrf()));
  }

  @Test
  void theClientSeesWhatToWriteAndSaysItIsSent() throws Exception {
    var page = "/money/transfers/" + Ids.text(payment);
    mvc.perform(get(page).with(signedIn(signed.client())))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(account.shown())))
        .andExpect(content().string(containsString(reference(payment).grouped())))
        .andExpect(content().string(containsString("class=\"qr\"")));
    mvc.perform(post(page + "/sending").with(signedIn(signed.client())).with(csrf()))
        .andExpect(redirectedUrl("/money/payments/" + Ids.text(payment)));
    assertThat(stage(payment)).isEqualTo(Stage.SENT);
    mvc.perform(get("/money/payments/" + Ids.text(payment)).with(signedIn(signed.client())))
        .andExpect(content().string(containsString(page)));
    mvc.perform(get(page).with(signedIn(people.client("Somebody Else"))))
        .andExpect(status().isNotFound());
  }

  @Test
  void theFirstCsvOfABankIsAskedAboutAndTheNextIsReadByItself() throws Exception {
    var head = "Fecha;Concepto;Ordenante;Importe\n";
    var first = head + "04/05/2026;" + reference(payment).text() + ";Lucia;1,00\n";
    var draft =
        Objects.requireNonNull(
            brings(first.getBytes(UTF_8)).andReturn().getResponse().getRedirectedUrl());
    proved(get(draft)).andExpect(content().string(containsString("Ordenante")));
    proved(post(draft).param("day", "0").param("days", "dd/MM/uuuu").param("amount", ""))
        .andExpect(status().isUnprocessableEntity());
    var columns =
        post(draft)
            .param("day", "0")
            .param("days", "dd/MM/uuuu")
            .param("words", "1")
            .param("party", "2")
            .param("amount", "3");
    proved(columns).andExpect(redirectedUrl("/operator/transfers"));
    assertThat(all()).hasSize(1);
    brings((head + "05/05/2026;x;Lucia;uno\n").getBytes(UTF_8))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("uno")));
    brings((first + "05/05/2026;sin nada;Lucia;2,00\n").getBytes(UTF_8))
        .andExpect(redirectedUrl("/operator/transfers"));
    assertThat(all()).hasSize(2);
    proved(get("/operator/transfers")).andExpect(content().string(containsString("sin nada")));
    proved(get(only("sin nada").href()).param("q", "Lucía"))
        .andExpect(content().string(containsString("Lucía Ferrer")));
  }
}
