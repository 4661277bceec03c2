package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.diestra.HouseTest;
import org.diestra.platform.accounts.Viewer;
import org.diestra.work.contracts.SignedContracts;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Instructions become a manual that is read before the work starts, changed while it runs, asked
 * about, and out of sight once the contract has ended.
 */
@Tag("browser")
@HouseTest
class ManualStory extends Story {
  @Autowired SignedContracts contracts;

  @ParameterizedTest
  @EnumSource
  void aManualIsReadChangedAskedAboutAndClosedWithItsContract(Way way) {
    var lucia = client(way, "Lucía Ferrer");
    var rosa = bookkeeper(way, "Rosa Gil");
    var signed = contracts.signed(lucia, rosa);
    var client = window(way, lucia);
    var assistant = window(way, rosa);

    var manual = read(assistant, signed);
    start(client, signed);
    aTypo(client, manual);
    assistant.open("/home");
    assertThat(assistant.count(".waits a[href='" + manual + "/reading']")).isZero();
    anotherMeaning(client, manual);
    assistant.open("/home");
    assistant.press(".waits a[href='" + manual + "/reading']");
    assistant.forward();
    assistant.says("learning.confirmed", "2.0.0");
    ask(assistant, client, manual);
    leave(client, signed);
    if (way.scripts()) { // the page that is still open gets nothing more
      assertThat(assistant.page().evaluate("fetch(location.href).then(a => a.status)"))
          .isEqualTo(404);
    }
    for (var gone : new String[] {manual, manual + ".pdf", manual + "/questions", "/w"}) {
      assistant.open(gone.equals("/w") ? manual.replaceAll("/manuals/.*", "") : gone);
      assertThat(assistant.status()).as(gone).isEqualTo(404);
    }
  }

  /** From the contract to the manual, and back with a confirmation. */
  private String read(Window assistant, Signed signed) {
    assistant.open(signed.href() + "/course");
    assistant.says("engagements.before.not-read");
    assistant.press("main .checks a.button");
    var manual = assistant.path().replace("/reading", "");
    assistant.forward();
    assistant.says("learning.confirmed", "1.0.0");
    return manual;
  }

  private void start(Window client, Signed signed) {
    client.open("/home");
    client.press(".waits a[href='" + signed.href() + "/course']");
    client.forward();
    client.says("engagements.done.started");
  }

  private void aTypo(Window client, String manual) {
    client.open(manual + "/draft");
    client.press(".draft-steps a[href*='/draft/steps/']");
    client.fill("text", client.typed("text") + "\n\nGracias.");
    client.forward();
    client.says("manuals.draft.saved");
    publish(client, manual, "patch", "1.0.1");
  }

  /** A number that changes is no correction, whatever its author would like. */
  private void anotherMeaning(Window client, String manual) {
    client.open(manual + "/draft/steps/new");
    client.fill("title", "Avisar");
    client.fill("when0", "la factura pasa de 500 €");
    client.forward();
    client.refuses(422, "then0");
    client.fill("then0", "pregúntame antes");
    client.forward();
    client.says("manuals.draft.saved");
    client.open(manual + "/publication");
    assertThat(client.count("input[name='change'][value='patch']")).isZero();
    publish(client, manual, "major", "2.0.0");
    client.open(manual + "/versions/3/changes");
    client.shows("pregúntame antes");
  }

  private void publish(Window client, String manual, String change, String version) {
    client.open(manual + "/publication");
    client.choose("change", change);
    client.forward();
    client.says("manuals.published", version);
  }

  private void ask(Window assistant, Window client, String manual) {
    assistant.open(manual);
    assistant.press(".steps-list a.button");
    assistant.fill("text", "¿Qué hago si falta el albarán?");
    assistant.forward();
    assistant.says("learning.asked");
    client.open("/home");
    client.press(".waits a[href='" + manual + "/questions']");
    client.page().fill("main textarea", "Archívala y pregúntame.");
    client.forward();
    client.says("learning.answered");
    assistant.open(manual + "/questions");
    assistant.shows("Archívala y pregúntame.");
  }

  /** At once, with a reason: nothing is said without one. */
  private void leave(Window client, Signed signed) {
    client.open(signed.href() + "/course");
    client.page().locator("summary", locator("engagements.move.leave", client)).click();
    client.press("form[action$='/exit'] button");
    assertThat(client.status()).isEqualTo(422);
    client.page().locator("[id='words-exit']").fill("Contraseña compartida.");
    client.press("form[action$='/exit'] button");
    client.says("engagements.done.left");
  }

  private static Page.LocatorOptions locator(String key, Window window) {
    return new Page.LocatorOptions().setHasText(window.words(key));
  }

  @ParameterizedTest
  @EnumSource
  void aProcedureBeginsWithATemplateOrADocument(Way way) {
    Viewer lucia = client(way, "Lucía Ferrer");
    var client = window(way, lucia);
    client.open("/w");
    client.press("main .cards a[href$='/manuals']");
    client.press("main a[href$='/manuals/new']");
    client.choose("template", "admin-1");
    client.forward();
    client.open(client.path() + "/steps/new");
    client.fill("title", "Cerrar");
    client.fill("text", "- [ ] Todo visto");
    client.forward();
    client.says("manuals.draft.saved");

    client.open(client.path().replaceAll("/manuals/.*", "/manuals/import"));
    client.forward();
    client.refuses(422, "file");
    var text = "# Sellos\n\n## Comprar\n\nDiez.\n\n## Pegar\n\nRectos.\n";
    client.bring(
        "file",
        new FilePayload("sellos.md", "text/markdown", text.getBytes(StandardCharsets.UTF_8)));
    client.forward();
    client.says("manuals.imported", 2);
    client.shows("Comprar");
  }
}
