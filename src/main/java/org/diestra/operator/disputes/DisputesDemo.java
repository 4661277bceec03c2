package org.diestra.operator.disputes;

import java.util.Set;
import org.diestra.operator.disputes.Dispute.Negotiating;
import org.diestra.operator.disputes.Openings.Opening;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.work.contracts.Contract;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.tasks.StagedWork;
import org.diestra.work.tasks.StagedWork.Piece;
import org.diestra.work.tasks.TaskDisputes;
import org.diestra.work.tasks.TaskDisputes.Citable;
import org.diestra.work.tasks.TaskId;
import org.springframework.stereotype.Component;

/** The bookshop and its assistant can't agree on two tasks: one waits for an answer. */
@Component
class DisputesDemo implements DemoPart {
  private final StagedWork work;
  private final TaskDisputes tasks;
  private final Openings openings;
  private final Disputes disputes;
  private final Deadlines deadlines;
  private final Contracts contracts;
  private final Engagements engagements;
  private final Accounts accounts;
  private final HouseRights house;

  DisputesDemo(
      StagedWork work,
      TaskDisputes tasks,
      Openings openings,
      Disputes disputes,
      Deadlines deadlines,
      Contracts contracts,
      Engagements engagements,
      Accounts accounts,
      HouseRights house) {
    this.work = work;
    this.tasks = tasks;
    this.openings = openings;
    this.disputes = disputes;
    this.deadlines = deadlines;
    this.contracts = contracts;
    this.engagements = engagements;
    this.accounts = accounts;
    this.house = house;
  }

  @Override
  public String name() {
    return "disputes:bookshop";
  }

  /** Before the house collects by transfer, which nobody could stage. */
  @Override
  public int order() {
    return 47;
  }

  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.CLIENT);
    contracts.of(owner, null).stream()
        .filter(contract -> engagements.find(contract.id()).orElseThrow().runs())
        .filter(contract -> !contract.trial())
        .filter(contract -> contracts.terms(contract.id()).pay().task() != null)
        .findFirst()
        .ifPresent(
            contract -> play(owner, accounts.viewer(contract.assistant()).orElseThrow(), contract));
  }

  private void play(Viewer owner, Viewer assistant, Contract contract) {
    var currency = contracts.terms(contract.id()).pay().currency();
    unanswered(owner, assistant, contract, new Money(5_000, currency));
    mediated(owner, assistant, contract, new Money(8_000, currency));
  }

  private void unanswered(Viewer owner, Viewer assistant, Contract contract, Money price) {
    var piece =
        new Piece(
            "Contactos de prensa en Guadalajara",
            "Para enviarles la nota de la presentación.",
            "Treinta contactos con nombre, medio y correo comprobado",
            price);
    var task =
        work.delivered(
            owner, assistant, contract.id(), piece, "Treinta y un contactos, en la hoja.");
    open(
        owner,
        contract,
        task,
        price.minus(new Money(3_000, price.currency())),
        Reason.NOT_AS_AGREED,
        "De los treinta y un correos, dieciocho han vuelto. Pago los que funcionan.");
  }

  private void mediated(Viewer owner, Viewer assistant, Contract contract, Money price) {
    var piece =
        new Piece(
            "Fichas de cuarenta títulos para la feria",
            "Con portada, sinopsis y precio en pesos.",
            "Cada ficha con ISBN, sinopsis de 60 palabras y precio en pesos",
            price);
    var task =
        work.delivered(owner, assistant, contract.id(), piece, "Las cuarenta fichas, en PDF.");
    work.changes(owner, contract.id(), task, "Las sinopsis son las de la editorial, no nuevas.");
    var id =
        open(
            assistant,
            contract,
            task,
            price,
            Reason.REFUSED_WRONGLY,
            "El encargo pedía sinopsis de 60 palabras, y lo son. Nada decía de escribirlas de nuevo.");
    disputes
        .respond(
            owner,
            id,
            new Money(3_000, price.currency()),
            "Copiar la contraportada no es hacer una ficha: por la mitad del trabajo, menos de la"
                + " mitad.")
        .orFail();
    disputes.name(assistant, id, new Money(7_000, price.currency())).orFail();
    house.call(() -> {
      if (openings.about(task).getFirst() instanceof Negotiating it) {
        deadlines.mediate(it);
      }
      return id;
    });
  }

  private DisputeId open(
      Viewer by, Contract contract, TaskId task, Money figure, Reason reason, String words) {
    var matter = tasks.matter(task);
    var cited = matter.citable().stream().map(Citable::id).findFirst();
    var opening =
        new Opening(matter.version(), figure, reason, words, cited.map(Set::of).orElse(Set.of()));
    return openings.open(by, contract.id(), task, opening).orFail();
  }
}
