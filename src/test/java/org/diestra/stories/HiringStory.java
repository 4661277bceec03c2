package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.diestra.HouseTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two people who have never met: from a sign-up to a contract that both have signed. */
@Tag("browser")
@HouseTest
class HiringStory extends Story {
  @ParameterizedTest
  @EnumSource
  void fromAPostedJobToASignedContract(Way way) {
    var client = guest(way);
    var assistant = guest(way);
    var rosa = bookkeeper(way, "Rosa Gil");

    signUp(client, "client", "Lucía Ferrer");
    var job = post(client);
    reset(assistant, rosa.email(), PASSWORD);
    signIn(assistant, rosa.email(), PASSWORD);
    bid(assistant, job);
    offer(client, job);
    var contract = sign(assistant);

    client.open("/contracts");
    client.press("main table a");
    assertThat(client.path()).isEqualTo(contract);
    assertThat(client.page().locator(".signed-name").allInnerTexts())
        .containsExactly("lucia ferrer", "Rosa Gil");
  }

  private String post(Window client) {
    client.open("/jobs/new");
    client.choose("areas", "bookkeeping");
    client.fill("title", "Contabilidad semanal " + UUID.randomUUID());
    client.fill("about", "Facturas y banco de una librería de barrio, cada lunes.");
    client.forward();
    client.forward(); // the area's own questions may stay open
    client.choose("unit", "hour");
    client.fill("hourly", "14.00");
    client.fill("hoursWeek", "8");
    client.select("span", "ongoing");
    client.select("language1", "es");
    client.select("level1", "C1");
    client.page().locator("input[name=overlap]").first().check();
    client.forward();
    client.fill("instructions", "## Qué\nCada **lunes**, registrar las facturas de la carpeta.");
    client.page().locator("input[name=manual]").first().check();
    client.forward();
    client.forward();
    assertThat(client.path()).matches("/jobs/[0-9A-Za-z]{22}");
    return client.path();
  }

  /** First above the maximum: it is refused at its field, and nothing that was typed is lost. */
  private void bid(Window assistant, String job) {
    assistant.open(job + "/bid");
    assistant.fill("price", "14.01");
    assistant.fill("quantity", "8");
    assistant.fill("letter", "Llevo <script>alert(1)</script> nueve años con esto.");
    assistant.press("button[name=do][value=send]");
    assistant.refuses(422, "price");
    assertThat(assistant.text("#price-why")).contains("14");
    assertThat(assistant.typed("letter")).contains("nueve años");
    assistant.fill("price", "12.00");
    assistant.fill("start", inDays(7).toString());
    assistant.press("button[name=do][value=send]");
    assistant.says("proposals.sent.submitted");
    assertThat(assistant.text("main")).contains("12");
  }

  private void offer(Window client, String job) {
    client.open(job + "/bids");
    assertThat(client.page().content()).doesNotContain("<script>alert(1)");
    client.press("a[href^='/offers/new']");
    client.fill("law", "España");
    client.fill("signature", "lucia ferrer");
    client.forward();
    assertThat(client.path()).startsWith("/offers/");
  }

  private String sign(Window assistant) {
    assistant.open("/home");
    assistant.press(".waits a.button[href^='/offers/']");
    assistant.fill("signature", "Rosa Gil");
    assistant.forward();
    assertThat(assistant.path()).startsWith("/contracts/");
    return assistant.path();
  }
}
