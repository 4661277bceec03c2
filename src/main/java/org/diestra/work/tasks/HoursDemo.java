package org.diestra.work.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.manuals.ProcedureId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.tasks.Doing.Handed;
import org.diestra.work.tasks.Work.Criterion;
import org.diestra.work.tasks.Work.Due;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the bookshop pays by the hour: the inbox, which goes on, what goes back to the distributors,
 * which has just been delivered, and the suppliers. Its hours are another module's.
 */
@Component
class HoursDemo implements DemoPart {
  private final Contracts contracts;
  private final Engagements engagements;
  private final Manuals manuals;
  private final Tasks tasks;
  private final Doing doing;
  private final Past past;

  HoursDemo(
      Contracts contracts,
      Engagements engagements,
      Manuals manuals,
      Tasks tasks,
      Doing doing,
      Past past) {
    this.contracts = contracts;
    this.engagements = engagements;
    this.manuals = manuals;
    this.tasks = tasks;
    this.doing = doing;
    this.past = past;
  }

  @Override
  public String name() {
    return "tasks:hours";
  }

  @Override
  public String scene() {
    return "hours";
  }

  @Override
  public int order() {
    return 26;
  }

  @Override
  public void play(Cast cast) {
    var assistant = cast.viewer(Cast.ASSISTANT);
    var contract = contracts.of(assistant, null).getFirst().id();
    new Stage(cast.viewer(Cast.CLIENT), assistant, contract, past.monday()).play();
  }

  /** Both sides, and the Monday on which their work began. */
  private final class Stage {
    private final Viewer owner;
    private final Viewer assistant;
    private final ContractId contract;
    private final LocalDate monday;

    Stage(Viewer owner, Viewer assistant, ContractId contract, LocalDate monday) {
      this.owner = owner;
      this.assistant = assistant;
      this.contract = contract;
      this.monday = monday;
    }

    void play() {
      inbox();
      returns();
      suppliers();
    }

    private void inbox() {
      var work =
          work(
              "Pedidos por correo al día",
              "El buzón es «Pedidos»; los de institutos van primero.",
              40,
              null,
              "Ningún correo lleva más de un día laborable sin respuesta",
              "Cada pedido está en la hoja con su ISBN");
      var id = agreed(-3, work);
      begun(0, LocalTime.of(8, 10), id);
    }

    private void returns() {
      var work =
          work(
              "Devoluciones del trimestre a las distribuidoras",
              "Las cajas están en el almacén; los albaranes, en la carpeta «Devoluciones».",
              12,
              new Due(owners(32, 19, 0), owner.zone()),
              "Una hoja por distribuidora, con título, ISBN y ejemplares",
              "La suma coincide con las cajas del almacén");
      var id = agreed(-3, work);
      begun(2, LocalTime.of(8, 20), id);
      var words = "Tres hojas, 212 ejemplares. Falta un albarán de 2024: lo he reclamado.";
      var delivered = assistants(31, 10, 10);
      var handed = new Handed(words, List.of(), List.of());
      past.run(delivered, () -> doing.deliver(assistant, id, seen(id), handed).orFail());
    }

    private void suppliers() {
      var work =
          work(
              "Fichas de proveedores: contacto, descuento y plazo",
              """
              Las llamadas, mejor por la mañana.

              - [ ] De la A a la F
              - [ ] De la G a la M
              - [ ] De la N a la Z
              """,
              16,
              null,
              "Cada ficha tiene contacto, descuento y plazo de devolución");
      var id =
          past.call(assistants(14, 8, 40), () -> tasks.propose(assistant, contract, work).orFail());
      past.run(owners(14, 18, 30), () -> tasks.agree(owner, id, seen(id)).orFail());
      begun(15, LocalTime.of(8, 15), id);
      ticked(22, id, 0);
      ticked(29, id, 1);
    }

    private TaskId agreed(int day, Work work) {
      var id = past.call(owners(day, 11, 0), () -> tasks.propose(owner, contract, work).orFail());
      past.run(assistants(day, 9, 30), () -> tasks.agree(assistant, id, seen(id)).orFail());
      return id;
    }

    private void begun(int day, LocalTime at, TaskId id) {
      past.run(
          assistants(day, at.getHour(), at.getMinute()),
          () -> doing.start(assistant, id, seen(id)).orFail());
    }

    private void ticked(int day, TaskId id, int item) {
      var list = doing.checklist(tasks.get(contract, id)).parts().getFirst().items();
      past.run(
          assistants(day, 9, 25),
          () -> doing.tick(assistant, id, list.get(item).key(), true).orFail());
    }

    private Work work(
        String title, String brief, int hours, @Nullable Due due, String... criteria) {
      var all = Arrays.stream(criteria).map(text -> new Criterion(Ids.fresh(), text)).toList();
      return new Work(title, brief, procedure(), all, null, hours, due, null, null);
    }

    private @Nullable ProcedureId procedure() {
      var facts = engagements.get(contract).facts();
      return manuals.published(facts.workspace(), facts.duties()).stream()
          .findFirst()
          .map(p -> p.id())
          .orElse(null);
    }

    private int seen(TaskId id) {
      return tasks.get(contract, id).facts().version();
    }

    private Instant owners(int day, int hour, int minute) {
      return on(day, hour, minute, owner.zone());
    }

    private Instant assistants(int day, int hour, int minute) {
      return on(day, hour, minute, assistant.zone());
    }

    private Instant on(int day, int hour, int minute, ZoneId zone) {
      return monday.plusDays(day).atTime(hour, minute).atZone(zone).toInstant();
    }
  }
}
