package org.diestra.money.taxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.People.signedIn;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Arrays;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.HouseRights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Tax details as people give them, and the operator's rules. */
@HouseTest
class TaxesTests {
  @Autowired private People people;
  @Autowired private Taxes taxes;
  @Autowired private TaxedParties parties;
  @Autowired private HouseRights house;
  @Autowired private JdbcClient jdbc;
  @Autowired private MockMvc mvc;

  private static MockHttpServletRequestBuilder details(String page, Viewer viewer, String id) {
    return post(page)
        .with(signedIn(viewer))
        .with(csrf())
        .param("name", "Rosa Peña")
        .param("street", "Calle de la Paz, 12")
        .param("city", "Valencia")
        .param("country", "ES")
        .param("taxId", id)
        .param("vat", "REGISTERED")
        .param("irpf", "NORMAL")
        .param("us", "NONE");
  }

  @Test
  void anAssistantTellsThemAndWhatWasTypedWrongIsKept() throws Exception {
    var rosa = people.assistant("Rosa Peña");
    mvc.perform(get("/settings/tax").with(signedIn(rosa)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Quién eres para Hacienda")));
    mvc.perform(details("/settings/tax", rosa, "12345678A"))
        .andExpect(status().is(422))
        .andExpect(content().string(containsString("letra de control")))
        .andExpect(content().string(containsString("12345678A")));
    mvc.perform(details("/settings/tax", rosa, "12345678-z"))
        .andExpect(redirectedUrl("/settings/tax"));
    var kept = taxes.profile(rosa.id().value()).orElseThrow();
    assertThat(kept.taxId()).isEqualTo("12345678Z");
    assertThat(kept.vatId()).isEqualTo("ES12345678Z");
    assertThat(kept.irpf()).isEqualTo(Irpf.NORMAL);
    assertThat(kept.masked()).isEqualTo("••••••78Z");
  }

  @Test
  void aBusinessIsItsKeepersAlone() throws Exception {
    var lucia = people.client("Lucía Ferrer");
    var page = "/settings/tax/" + People.organisation(lucia);
    mvc.perform(get("/settings/tax").with(signedIn(lucia))).andExpect(redirectedUrl(page));
    mvc.perform(details(page, lucia, "B12345674")).andExpect(redirectedUrl(page));
    mvc.perform(get(page).with(signedIn(people.client("Another"))))
        .andExpect(status().isNotFound());
  }

  @Test
  void numbersAreSealedAndVersionsStay() {
    var rosa = people.assistant("Rosa Peña");
    var first = parties.colombian(rosa);
    var second = parties.spanishProfessional(rosa);
    assertThat(taxes.version(first.owner(), first.version())).isEqualTo(first);
    assertThat(taxes.profile(first.owner())).contains(second);
    var stored =
        house.call(() ->
            jdbc.sql("select tax_id from taxes.profile where owner = :owner and version = 1")
                .param("owner", first.owner())
                .query(byte[].class)
                .single());
    assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(first.taxId());
    assertThatThrownBy(() ->
            house.call(() ->
                jdbc.sql("update taxes.profile set city = 'x' where owner = :owner")
                    .param("owner", first.owner())
                    .update()))
        .hasMessageContaining("only added to");
  }

  @Test
  void nobodyElseSeesThem() {
    var rosa = people.assistant("Rosa Peña");
    parties.colombian(rosa);
    assertThat(
            jdbc.sql("select count(*) from taxes.profile where owner = :owner")
                .param("owner", rosa.id().value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aW8benEndsWithTheThirdYear() {
    var w8 = TaxedParties.colombian(TaxProfile.HOUSE, "Rosa").w8();
    assertThat(w8).isNotNull();
    assertThat(w8.expires()).isEqualTo(LocalDate.of(2029, 12, 31));
  }

  @Test
  void theOperatorAddsARuleFromADayAndNobodyElse() throws Exception {
    var operator = people.operator("Ana");
    mvc.perform(get("/operator/tax").with(signedIn(operator)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("no advice")))
        .andExpect(content().string(containsString("25.5")));
    var taken = Arrays.asList("KE", "2087-05-01");
    for (int status : new int[] {302, 422}) {
      mvc.perform(
              post("/operator/tax")
                  .with(signedIn(operator))
                  .with(csrf())
                  .param("topic", "VAT")
                  .param("country", taken.getFirst())
                  .param("rate", "16")
                  .param("from", taken.getLast())
                  .param("source", "VAT Act 2013"))
          .andExpect(status().is(status));
    }
    mvc.perform(get("/operator/tax").with(signedIn(people.assistant("Rosa"))))
        .andExpect(status().isNotFound());
    mvc.perform(get("/operator/tax/own").with(signedIn(operator)))
        .andExpect(content().string(not(containsString("IRPF"))));
  }
}
