package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.diestra.HouseTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An offer that is answered with another one, both signatures, and a paper that proves itself. */
@Tag("browser")
@HouseTest
class ContractStory extends Story {
  @ParameterizedTest
  @EnumSource
  void anOfferIsCounteredSignedAndVerified(Way way) throws IOException {
    var lucia = client(way, "Lucía Ferrer");
    var rosa = bookkeeper(way, "Rosa Gil");
    var job = jobs.hourly(lucia);
    var bid = bids.send(rosa, job);
    var client = window(way, lucia);
    var assistant = window(way, rosa);

    offer(client, bid.toString());
    var offer = client.path();
    counter(assistant, offer);
    accept(client, offer);
    assertThat(client.page().locator(".signed-name").allInnerTexts())
        .containsExactlyInAnyOrder("Rosa Gil", "Lucía Ferrer");

    assistant.open("/contracts");
    assistant.press("main table a");
    assertThat(assistant.path()).isEqualTo(client.path());
    verify(guest(way), download(assistant), assistant.text(".hash code"));
  }

  private void offer(Window client, String bid) {
    client.open("/offers/new?bid=" + bid);
    client.fill("hourRate", "14.50");
    client.fill("law", "España");
    client.fill("signature", "Lucía Ferrer");
    client.forward();
    client.refuses(422, "hourRate"); // above the job's maximum
    assertThat(client.typed("law")).isEqualTo("España");
    client.fill("hourRate", "12");
    client.fill("note", "Me gustó tu carta.");
    client.fill("signature", "Otra Persona");
    client.forward();
    client.refuses(422, "signature");
    client.fill("signature", "Lucía Ferrer");
    client.forward();
    client.says("contracts.offer.sent");
  }

  /** Two more days of notice and a euro more; the other side sees what is different. */
  private void counter(Window assistant, String offer) {
    assistant.open("/home");
    assistant.press(".waits a.button[href='" + offer + "']");
    assistant.shows("Me gustó tu carta.");
    assistant.press("a[href='" + offer + "/counter']");
    assistant.fill("hourRate", "13");
    assistant.fill("noticeDays", "9");
    assistant.fill("note", "Con un euro más, hecho.");
    assistant.fill("signature", "Rosa Gil");
    assistant.forward();
    assistant.says("contracts.counter.sent");
    assertThat(assistant.count("#signature")).isZero();
  }

  private void accept(Window client, String offer) {
    client.open(offer);
    client.shows("Con un euro más, hecho.");
    assertThat(client.page().locator(".terms-lines .badge").allInnerTexts()).hasSize(2);
    client.fill("signature", "Lucía Ferrer");
    client.forward();
    client.says("contracts.signed");
  }

  private byte[] download(Window assistant) throws IOException {
    var paper =
        assistant.page().waitForDownload(() -> assistant.seen("main a[href$='.pdf']").click());
    assertThat(paper.suggestedFilename()).endsWith(".pdf");
    var bytes = Files.readAllBytes(paper.path());
    assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    return bytes;
  }

  /** Anybody can: the paper, the same paper with another figure in it, and the hash alone. */
  private void verify(Window anybody, byte[] paper, String hash) {
    anybody.open("/verify");
    anybody.bring("file", new FilePayload("contrato.pdf", "application/pdf", paper));
    anybody.forward();
    assertThat(anybody.count("main .badge.good")).isEqualTo(1);
    anybody.shows("Rosa Gil");

    var forged = paper.clone();
    forged[forged.length / 2] ^= 1;
    anybody.bring("file", new FilePayload("contrato.pdf", "application/pdf", forged));
    anybody.forward();
    assertThat(anybody.count("main .badge.good")).isZero();

    anybody.fill("hash", hash);
    anybody.forward();
    assertThat(anybody.count("main .badge.good")).isEqualTo(1);
  }
}
