package org.diestra.money.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.diestra.money.ledger.Books.eur;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.hiring.fees.Fees;
import org.diestra.hiring.fees.Rates;
import org.diestra.money.direct.Proof.Arrived;
import org.diestra.money.payouts.Earners;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Audit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of both sides, from what is due to what arrived. */
@HouseTest
class DirectPagesTests extends DirectHouse {
  private static final String IBAN = "ES91 2100 0418 4502 0005 1332";
  @Autowired private MockMvc mvc;
  @Autowired private Earners earners;
  @Autowired private Fees fees;
  @Autowired private DirectTerms terms;
  @Autowired private Audit audit;
  private String page;

  @BeforeEach
  void somethingIsDue() {
    signs(() -> {
      var currency = BOOK.currency();
      assertThat(fees.now(currency)).isEqualTo(Rates.NONE);
      assertThat(terms.key(currency)).isPresent();
      return contracts.mixed(client, rosa);
    });
    assertThat(terms.key(BOOK.currency())).isEmpty();
    approved(10_000);
    page = signed.href() + "/money/direct";
  }

  @AfterEach
  void nothingIsWrong() {
    theBooksAreSound();
  }

  private ResultActions does(Viewer viewer, MockHttpServletRequestBuilder request)
      throws Exception {
    return mvc.perform(request.with(signedIn(viewer)).with(csrf()));
  }

  private UUID due() {
    return dues().getFirst().entry();
  }

  @Test
  void theClientAloneSeesTheAccountOnceItsDaysAreOverAndThatIsWrittenDown() throws Exception {
    does(client, get(page + "/payment")).andExpect(content().string(not(containsString("1332"))));
    earners.knowsAccount(rosa);
    does(client, get(page + "/payment"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(IBAN)))
        .andExpect(content().string(containsString("class=\"qr\"")));
    does(rosa, get(page + "/payment")).andExpect(status().isNotFound());
    does(people.client("Somebody Else"), get(page + "/payment")).andExpect(status().isNotFound());
    assertThat(house.call(() -> audit.about(rosa.id().value(), Set.of("direct"), 5)))
        .extracting(e -> e.deed().action())
        .containsExactly("see-account");
  }

  @Test
  void whatIsTypedWronglyStaysAndIsToldAtItsField() throws Exception {
    does(client, post(page + "/payment").param("id", Ids.text(Ids.fresh())).param("amount", "x"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("value=\"x\"")))
        .andExpect(content().string(containsString("href=\"#amount\"")))
        .andExpect(content().string(containsString("href=\"#due\"")))
        .andExpect(content().string(containsString("href=\"#paidOn\"")))
        .andExpect(content().string(containsString("href=\"#reference\"")));
    var tomorrow = today().plusDays(2).toString();
    does(client, says(tomorrow)).andExpect(status().isUnprocessableEntity());
    assertThat(dues().getFirst().claimed()).isEqualTo(eur(0));
  }

  private MockHttpServletRequestBuilder says(String day) {
    return post(page + "/payment")
        .param("id", Ids.text(Ids.fresh()))
        .param("due", Ids.text(due()))
        .param("amount", "100.00")
        .param("paidOn", day)
        .param("reference", "R 7");
  }

  @Test
  void saidAnsweredAndArrived() throws Exception {
    does(client, says(today().toString())).andExpect(redirectedUrl(page));
    var proof = house.call(() -> proofStore.of(signed.id(), 1)).getFirst().facts();
    does(rosa, get(proof.href())).andExpect(content().string(containsString("R 7")));
    does(rosa, post(proof.href() + "/denial").param("seen", "1"))
        .andExpect(status().isUnprocessableEntity());
    does(client, post(proof.href() + "/arrival").param("seen", "1").param("amount", "100"))
        .andExpect(status().isNotFound());
    does(rosa, post(proof.href() + "/arrival").param("seen", "1").param("amount", "100"))
        .andExpect(redirectedUrl(proof.href()));
    assertThat(now(proof.id())).isInstanceOf(Arrived.class);
    does(client, get(signed.href() + "/money")).andExpect(status().isOk());
    does(client, get(page)).andExpect(status().isOk());
  }
}
