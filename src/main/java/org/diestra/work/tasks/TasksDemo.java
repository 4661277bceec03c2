package org.diestra.work.tasks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.manuals.ProcedureId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.icalendar.Repeats;
import org.diestra.work.contracts.Contract;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.tasks.Doing.Handed;
import org.diestra.work.tasks.Work.Criterion;
import org.diestra.work.tasks.Work.Due;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The journey of the bookshop in tasks, one at each stage that somebody would like to see. */
@Component
class TasksDemo implements DemoPart {
  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private final Contracts contracts;
  private final Engagements engagements;
  private final Manuals manuals;
  private final Tasks tasks;
  private final Doing doing;
  private final Reviews reviews;
  private final ObjectProvider<StagedFunding> funding; // of the module that has money
  private final Clock clock;

  TasksDemo(
      Contracts contracts,
      Engagements engagements,
      Manuals manuals,
      Tasks tasks,
      Doing doing,
      Reviews reviews,
      ObjectProvider<StagedFunding> funding,
      Clock clock) {
    this.contracts = contracts;
    this.engagements = engagements;
    this.manuals = manuals;
    this.tasks = tasks;
    this.doing = doing;
    this.reviews = reviews;
    this.funding = funding;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "tasks:bookshop";
  }

  @Override
  public int order() {
    return 46;
  }

  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.CLIENT);
    for (var contract : contracts.of(owner, null)) {
      var engagement = engagements.find(contract.id()).orElseThrow();
      if (engagement.runs() && contracts.terms(contract.id()).pay().task() != null) {
        cast.assistants().stream()
            .map(a -> cast.viewer(a.email()))
            .filter(v -> v.id().equals(contract.assistant()))
            .findFirst()
            .ifPresent(assistant -> new Stage(owner, assistant, contract, engagement).play());
      }
    }
  }

  /** Both sides of one contract, and what they do. */
  private final class Stage {
    private final Viewer owner;
    private final Viewer assistant;
    private final Contract contract;
    private final Engagement engagement;

    Stage(Viewer owner, Viewer assistant, Contract contract, Engagement engagement) {
      this.owner = owner;
      this.assistant = assistant;
      this.contract = contract;
      this.engagement = engagement;
    }

    void play() {
      approved();
      delivered();
      doing();
      weekly();
      proposed();
    }

    private void approved() {
      var id =
          agreed(
              "Comparar vuelos a Guadalajara",
              "Salida de Valencia o Madrid, una maleta facturada.",
              4500,
              2,
              "Tres opciones con hora local y precio completo",
              "Ninguna escala de menos de 75 minutos");
      started(id);
      hand(id, "Te recomiendo la **segunda**: una escala en Ciudad de México, 2 h 10 min.");
      reviews.approve(owner, id, seen(id), "Perfecto, reservo la segunda.").orFail();
    }

    private void delivered() {
      var id =
          agreed(
              "Hotel cerca de Expo Guadalajara",
              "Cuatro noches, del 27 de noviembre al 1 de diciembre, desayuno incluido.",
              4000,
              3,
              "Tres hoteles a menos de 15 minutos a pie de la feria",
              "Cada uno con precio total y condiciones de cancelación");
      started(id);
      hand(
          id,
          """
          1. **Hotel Plaza Expo**: 6 min a pie, cancelación gratis hasta 3 días antes.
          2. **Casa Chapalita**: 12 min, desayuno incluido.
          3. **Hotel Mirador**: 14 min, el más barato, sin cancelación.
          """);
    }

    private void doing() {
      var id =
          agreed(
              "Programa de citas en la feria",
              """
              Las editoriales están en la hoja del año pasado.

              - [ ] Pedir hora a las ocho editoriales
              - [ ] Dejar 20 minutos entre cita y cita
              - [ ] Pasar el programa a una sola hoja
              """,
              6000,
              6,
              "Ocho citas confirmadas, con pabellón y contacto",
              "Nada antes de las 10:00 ni después de las 18:00");
      started(id);
      tasks.list(contract.id(), Overview.Show.OPEN.stages(), null).stream()
          .filter(t -> t.facts().id().equals(id))
          .flatMap(t -> doing.checklist(t).parts().getFirst().items().stream().limit(1))
          .forEach(item -> doing.tick(assistant, id, item.key(), true).orFail());
    }

    private void weekly() {
      var due = due(5);
      var work =
          work(
              "Gastos de la semana en la hoja del viaje",
              "",
              2000,
              due,
              new Repeat(Repeats.WEEKLY, 1, null),
              "Cada gasto con recibo, fecha y categoría");
      var id = tasks.propose(owner, contract.id(), work).orFail();
      tasks.agree(assistant, id, seen(id)).orFail();
    }

    private void proposed() {
      var work =
          work(
              "Seguro de viaje: comparar coberturas",
              "He visto que la tarjeta de la tienda no cubre la cancelación.",
              2500,
              due(9),
              null,
              "Dos seguros con cancelación y asistencia médica en México");
      tasks.propose(assistant, contract.id(), work).orFail();
    }

    private TaskId agreed(String title, String brief, long price, int days, String... criteria) {
      var work = work(title, brief, price, due(days), null, criteria);
      var id = tasks.propose(owner, contract.id(), work).orFail();
      tasks.agree(assistant, id, seen(id)).orFail();
      return id;
    }

    private Work work(
        String title,
        String brief,
        long price,
        Due due,
        @Nullable Repeat repeats,
        String... criteria) {
      var all = Arrays.stream(criteria).map(text -> new Criterion(Ids.fresh(), text)).toList();
      var money =
          Money.of(price, contracts.terms(contract.id()).pay().currency().getCurrencyCode());
      return new Work(
          title, brief, procedure(), all, money, null, due, repeats, repeats == null ? null : due);
    }

    private @Nullable ProcedureId procedure() {
      return manuals.published(engagement.facts().workspace(), engagement.facts().duties()).stream()
          .findFirst()
          .map(p -> p.id())
          .orElse(null);
    }

    private Due due(int days) {
      Instant now = clock.instant();
      var day = now.atZone(owner.zone()).toLocalDate().plusDays(days);
      return new Due(day.atTime(EVENING).atZone(owner.zone()).toInstant(), owner.zone());
    }

    private void started(TaskId id) {
      funding.ifAvailable(money -> money.hold(owner, contract.id(), id));
      doing.start(assistant, id, seen(id)).orFail();
    }

    private void hand(TaskId id, String words) {
      doing.deliver(assistant, id, seen(id), new Handed(words, List.of(), List.of())).orFail();
    }

    private int seen(TaskId id) {
      return tasks.get(contract.id(), id).facts().version();
    }
  }
}
