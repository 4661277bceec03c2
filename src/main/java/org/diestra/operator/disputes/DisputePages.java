package org.diestra.operator.disputes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.diestra.operator.disputes.Dispute.Closed;
import org.diestra.operator.disputes.Dispute.Named;
import org.diestra.operator.disputes.Dispute.Undecided;
import org.diestra.operator.disputes.HistoryStore.Decision;
import org.diestra.operator.disputes.HistoryStore.Frozen;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractFrame;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.contracts.Side;
import org.diestra.work.contracts.Sides;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the pages of disputes show. */
@Component
class DisputePages {
  private final DisputeStore store;
  private final HistoryStore history;
  private final Mediations mediations;
  private final Contracts contracts;
  private final Sides sides;
  private final Accounts accounts;
  private final Organisations organisations;
  private final HouseRights house;

  DisputePages(
      DisputeStore store,
      HistoryStore history,
      Mediations mediations,
      Contracts contracts,
      Sides sides,
      Accounts accounts,
      Organisations organisations,
      HouseRights house) {
    this.store = store;
    this.history = history;
    this.mediations = mediations;
    this.contracts = contracts;
    this.sides = sides;
    this.accounts = accounts;
    this.organisations = organisations;
    this.house = house;
  }

  /**
   * A dispute before somebody.
   *
   * @param side that the viewer may commit, or null for whoever looks on
   * @param href of this page
   */
  record View(
      Viewer viewer,
      Dispute it,
      String href,
      String title,
      String client,
      String assistant,
      @Nullable Side side,
      List<Move.Line> history,
      EvidenceView evidence) {
    String name(Side of) {
      return of == Side.CLIENT ? client : assistant;
    }

    /** Who did it, as the page calls them; null for the house. */
    @Nullable String by(Move move) {
      return move.side() == null ? null : name(move.side());
    }

    Side opener() {
      return it.facts().claim().side();
    }

    boolean opened() {
      return side == opener();
    }

    String task() {
      var place = it.facts().place();
      return "/contracts/" + place.contract() + "/tasks/" + place.task();
    }

    /** When the stage ends by itself; empty text where it is over. */
    Object until() {
      return it instanceof Dispute.Open open ? open.dueAt() : "";
    }

    /** What happens to be said about what comes next: a figure, or empty. */
    Object figure() {
      var named = Scale.house(it);
      if (named != null) {
        return named;
      }
      return it instanceof Named
          ? it.facts().figures().middle()
          : Objects.requireNonNullElse(it.facts().figures().of(opener()), "");
    }

    boolean mayWithdraw() {
      return opened() && it instanceof Undecided;
    }

    boolean mayName() {
      return side != null && it instanceof Named;
    }

    boolean mayRespond() {
      return side != null && !opened() && it instanceof Dispute.Opened;
    }

    boolean mayAccept() {
      return side != null && it instanceof Dispute.Proposed p && p.accepted() != side;
    }

    boolean mayAppeal() {
      return side != null
          && it instanceof Dispute.Decided d
          && d.facts().figures().loses(side, d.figure());
    }

    boolean maySay() {
      return side != null && it.hears(side);
    }

    Money own() {
      return it.facts().figure(Objects.requireNonNull(side));
    }
  }

  /** The same with what stands around it for its sides. */
  record Framed(ContractFrame frame, View view) {}

  /**
   * @throws NotFound if there is none, or it is not this person's to see
   */
  @Transactional(readOnly = true)
  public Framed framed(Viewer viewer, DisputeId id) {
    var it = store.find(id).orElseThrow(NotFound::new);
    var place = it.facts().place();
    var contract = contracts.get(viewer, place.contract());
    var side =
        viewer.id().equals(place.assistant())
            ? Side.ASSISTANT
            : viewer.hiresFor(place.client()) ? Side.CLIENT : null;
    return new Framed(contracts.frame(contract), view(viewer, it, id.href(), side));
  }

  private View view(Viewer viewer, Dispute it, String href, @Nullable Side side) {
    var id = it.facts().id();
    var place = it.facts().place();
    return new View(
        viewer,
        it,
        href,
        place.title(),
        sides.name(Side.CLIENT, place.client(), place.assistant()),
        sides.name(Side.ASSISTANT, place.client(), place.assistant()),
        side,
        history.moves(id),
        EvidenceView.of(history.evidence(id).orElseThrow()));
  }

  /** What was frozen, for its sides; an operator has been let in before. */
  @Transactional(readOnly = true)
  public Frozen evidence(Viewer viewer, DisputeId id) {
    framed(viewer, id);
    return history.evidence(id).orElseThrow(NotFound::new);
  }

  @Transactional(readOnly = true)
  public Frozen evidence(DisputeId id) {
    return house.call(() -> history.evidence(id).orElseThrow(NotFound::new));
  }

  /**
   * A dispute before an operator.
   *
   * @param waiting a decision that waits for a second operator, or null
   * @param mine whether this operator has it in hand
   * @param unbiased whether this operator may have it in hand
   * @param second whether a decision takes two operators
   * @param mediator who has it in hand, or null
   */
  record Desk(
      View view,
      @Nullable Decision waiting,
      boolean mine,
      boolean unbiased,
      boolean second,
      @Nullable String mediator) {
    Dispute it() {
      return view.it();
    }

    boolean mayConfirm() {
      return waiting != null && unbiased && !waiting.by().equals(view.viewer().id());
    }
  }

  /**
   * @throws NotFound if there is none, or this operator has a tie to one of its sides
   */
  @Transactional(readOnly = true)
  public Desk desk(Viewer operator, DisputeId id) {
    return house.call(() -> {
      var it = mediations.get(operator, id);
      var mediator = it.facts().mediator();
      return new Desk(
          view(operator, it, DisputesDesk.PAGE + "/" + id, null),
          mediations.waiting(it).orElse(null),
          operator.id().equals(mediator),
          mediations.unbiased(operator, it),
          mediations.second(it),
          mediator == null ? null : accounts.names(List.of(mediator)).get(mediator));
    });
  }

  /**
   * One line of the operators' list.
   *
   * @param mediator or empty
   */
  record Row(Dispute it, String title, String client, String assistant, String mediator) {
    String href() {
      return DisputesDesk.PAGE + "/" + it.facts().id();
    }

    boolean over() {
      return it instanceof Closed;
    }
  }

  /**
   * @param open those that wait for an operator first
   * @param over the last ones
   */
  record Queue(List<Row> open, List<Row> over) {}

  @Transactional(readOnly = true)
  public Queue queue(Viewer operator, int most) {
    return house.call(() ->
        new Queue(
            rows(mediations.queue(operator, false, most)),
            rows(mediations.queue(operator, true, 20))));
  }

  private List<Row> rows(Collection<Dispute> all) {
    var places = all.stream().map(d -> d.facts().place()).toList();
    var clients = organisations.all(places.stream().map(Place::client).collect(Collectors.toSet()));
    var people =
        accounts.names(
            all.stream()
                .map(Dispute::facts)
                .flatMap(f ->
                    f.mediator() == null
                        ? List.of(f.place().assistant()).stream()
                        : List.of(f.place().assistant(), f.mediator()).stream())
                .distinct()
                .toList());
    return all.stream()
        .map(it -> {
          var place = it.facts().place();
          return new Row(
              it,
              place.title(),
              Objects.requireNonNull(clients.get(place.client())).name(),
              people.getOrDefault(place.assistant(), ""),
              name(people, it.facts().mediator()));
        })
        .toList();
  }

  private static String name(Map<PersonId, String> people, @Nullable PersonId person) {
    return person == null ? "" : people.getOrDefault(person, "");
  }
}
