package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.diestra.HouseTest;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.RunningContracts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A task is proposed, agreed, done by its checklist, delivered, changed where it lacked something,
 * and approved; another one is approved by silence.
 */
@Tag("browser")
@HouseTest
class TaskStory extends Story {
  @Autowired RunningContracts contracts;

  @ParameterizedTest
  @EnumSource
  void aTaskGoesFromAProposalToItsApproval(Way way) {
    var signed = contracts.mixed(client(way, "Lucía Ferrer"), bookkeeper(way, "Rosa Gil"));
    var client = window(way, signed.client());
    var assistant = window(way, signed.assistant());

    var task = proposed(client, signed);
    assistant.open("/home");
    assistant.press(".waits a[href='" + task + "']");
    move(assistant, "agreement");
    move(assistant, "start");
    assistant.press("main button.task-check");
    assertThat(assistant.count("button.task-check[aria-pressed=true]")).isEqualTo(1);

    delivered(assistant, task);
    client.open("/home");
    client.press(".waits a[href='" + task + "']");
    client.shows("recibos.txt");
    changes(client, task);
    assistant.open(task);
    assistant.shows("Falta el de Correos.");
    delivered(assistant, task);

    client.open(task);
    move(client, "approval");
    client.says("tasks.done.approval");
    assistant.open(signed.href() + "/tasks?view=board");
    assertThat(assistant.count("a[href='" + task + "']")).isEqualTo(1);
    assistant.open(signed.href() + "/tasks");
    assertThat(assistant.count("a[href='" + task + "']")).isZero();
  }

  private String proposed(Window client, Signed signed) {
    client.open(signed.href() + "/tasks");
    client.press("main a[href$='/tasks/new']");
    client.fill("title", "Registrar los recibos de noviembre");
    client.forward();
    client.refuses(422, "criteria");
    client.fill("criteria", "Cada recibo tiene categoría\nEl banco cuadra");
    client.page().selectOption("#procedure", contracts.manual(signed).id().toString());
    client.fill("price", "25,00");
    client.forward();
    client.says("tasks.done.proposed");
    return client.path();
  }

  private static void move(Window window, String what) {
    window.press("main form[action$='/moves/" + what + "'] button");
    window.says("tasks.done." + what);
  }

  private void delivered(Window assistant, String task) {
    assistant.open(task);
    assistant.press("main a[href$='/delivery']");
    assistant.fill("links", "no es una dirección");
    assistant.forward();
    assistant.refuses(422, "links");
    assistant.fill("links", "https://example.org/hoja");
    assistant
        .page()
        .setInputFiles(
            "#brought",
            new FilePayload(
                "recibos.txt", "text/plain", "doce recibos".getBytes(StandardCharsets.UTF_8)));
    assistant.forward();
    assistant.says("tasks.done.delivered");
  }

  private void changes(Window client, String task) {
    client.press("main a[href='" + task + "/changes']");
    client.choose("kind", "own");
    client.forward();
    assertThat(client.status()).isEqualTo(422);
    client.page().locator("main textarea").first().fill("Falta el de Correos.");
    client.forward();
    client.says("tasks.done.changes");
  }

  @ParameterizedTest
  @EnumSource(names = "SPANISH")
  void silenceApprovesADeliveryAndThePageShowsIt(Way way) {
    var signed = contracts.mixed(client(way, "Lucía Ferrer"), bookkeeper(way, "Rosa Gil"));
    var client = window(way, signed.client());
    var assistant = window(way, signed.assistant());
    var task = proposed(client, signed);
    assistant.open(task);
    move(assistant, "agreement");
    move(assistant, "start");
    delivered(assistant, task);
    mover.skipTo(clock.instant().plus(Duration.ofDays(16)));
    assistant.open(task);
    assistant.says("tasks.stage.auto-approved");
    client.open("/notifications");
    client.shows("Registrar los recibos de noviembre");
  }

  @ParameterizedTest
  @EnumSource(names = "SPANISH")
  void aTaskKeepsItsVersionWhileTheManualChangesAndNewWorkWaitsForItsReader(Way way) {
    var signed = contracts.mixed(client(way, "Lucía Ferrer"), bookkeeper(way, "Rosa Gil"));
    var client = window(way, signed.client());
    var assistant = window(way, signed.assistant());
    var running = proposed(client, signed);
    assistant.open(running);
    move(assistant, "agreement");
    move(assistant, "start");
    published(client, contracts.manual(signed).href());

    assistant.open(running);
    assistant.shows("1.0.0");
    assistant.says("tasks.newer");
    var next = proposed(client, signed);
    assistant.open(next);
    move(assistant, "agreement");
    mover.skipTo(clock.instant().plus(Duration.ofHours(73)));
    assistant.open(next);
    assistant.press("main form[action$='/moves/start'] button");
    assertThat(assistant.status()).isEqualTo(409);
    delivered(assistant, running);

    assistant.open(contracts.manual(signed).href() + "/reading");
    assistant.forward();
    assistant.open(next);
    move(assistant, "start");
    client.open(signed.href() + "/course");
    client.page().locator("details.move").last().locator("summary").click();
    client.page().fill("[id='words-exit']", "Contraseña compartida.");
    client.press("form[action$='/exit'] button");
    assistant.open(next);
    assertThat(assistant.count("button.task-check")).isZero();
    assertThat(assistant.count("main a[href*='/manuals/']")).isZero();
  }

  /** A number that changes is another meaning. */
  private void published(Window client, String manual) {
    client.open(manual + "/draft/steps/new");
    client.fill("title", "Avisar");
    client.fill("text", "Si pasa de 500 €, pregunta antes.");
    client.forward();
    client.open(manual + "/publication");
    client.choose("change", "major");
    client.forward();
    client.says("manuals.published", "2.0.0");
  }
}
