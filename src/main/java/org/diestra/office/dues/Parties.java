package org.diestra.office.dues;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.PartyStore.Listed;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Typed;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to suppliers and customers; whoever works in the books may add and change them. */
@Service
public class Parties {
  static final int PAGE = 50;

  /** So many are offered to choose from at a form; others are found by their whole name. */
  public static final int OFFERED = 500;

  private static final Refusal MOVED = Refusal.conflict("dues.party.moved");
  private final PartyStore store;
  private final Audit audit;
  private final Clock clock;

  Parties(PartyStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws NotFound if there is none in these books
   */
  @Transactional(readOnly = true)
  public Party get(Desk desk, PartyId id) {
    return store.find(desk.book().workspace(), id).orElseThrow(NotFound::new);
  }

  /**
   * The same; nobody enters another paper of it until the caller's transaction ends, so that what
   * is looked up about its papers holds.
   *
   * @throws NotFound if there is none in these books
   */
  @Transactional
  public Party hold(Desk desk, PartyId id) {
    return store.hold(desk.book().workspace(), id).orElseThrow(NotFound::new);
  }

  /** By name, at most {@value #OFFERED}. */
  @Transactional(readOnly = true)
  public List<Party> offered(Desk desk, Side side) {
    return store.some(desk.book().workspace(), side, OFFERED);
  }

  /**
   * The one that somebody means: by its name or tax number; null where there is none, which stands
   * among the problems.
   */
  @Transactional(readOnly = true)
  public @Nullable Party find(Desk desk, Side side, String field, String typed, Problems problems) {
    var name = Typed.line(typed);
    if (name.isEmpty()) {
      problems.add(field, "dues.party.missing." + side.slug());
      return null;
    }
    var found = store.named(desk.book().workspace(), side, name);
    if (found.size() == 1) {
      return found.getFirst();
    }
    problems.add(field, "dues.party.unknown." + side.slug(), name);
    return null;
  }

  /** A page of them by name; one more where there are more. */
  @Transactional(readOnly = true)
  List<Listed> list(Desk desk, Side side, String words, @Nullable PartyId after) {
    var last = after == null ? null : get(desk, after);
    return store.list(desk.book().workspace(), side, Folded.of(Typed.line(words)), last, PAGE + 1);
  }

  @Transactional
  public Outcome<Party> add(Desk desk, Party party) {
    if (!store.add(party, desk.pass().viewer().id(), clock.instant())) {
      return taken(party);
    }
    record(desk, "add-party", party);
    return done(party);
  }

  private static Outcome<Party> taken(Party party) {
    return refused(Refusal.invalid("taxId", "dues.party.taken", party.taxId()));
  }

  /**
   * The one that is meant by what another part of the house knows of it: by its tax number, else by
   * its name where that has none. It is added where there is none.
   */
  @Transactional
  public Outcome<Party> known(Desk desk, Party like) {
    var there = there(desk, like);
    if (there != null) {
      return done(there);
    }
    var added = add(desk, like);
    var meanwhile = added instanceof Outcome.Refused ? there(desk, like) : null;
    return meanwhile == null ? added : done(meanwhile);
  }

  private @Nullable Party there(Desk desk, Party like) {
    var workspace = desk.book().workspace();
    if (!like.taxId().isEmpty()) {
      for (var one : store.named(workspace, like.side(), like.taxId())) {
        if (one.taxId().equals(like.taxId())) {
          return one;
        }
      }
    }
    for (var one : store.named(workspace, like.side(), like.name())) {
      if (one.taxId().isEmpty() || like.taxId().isEmpty()) {
        return one;
      }
    }
    return null;
  }

  /** What it says is written anew; what it said on papers before stays there. */
  @Transactional
  Outcome<Party> change(Desk desk, Party after) {
    return switch (store.change(after)) {
      case DONE -> {
        record(desk, "change-party", after);
        yield done(after);
      }
      case TAKEN -> taken(after);
      case MOVED -> refused(MOVED);
    };
  }

  /** The account on which what is owed with it stands; refused where the chart has none open. */
  public static Outcome<Account> ledger(Party party, AccountList chart) {
    var own = party.ledger() == null ? null : chart.byId().get(party.ledger());
    if (own != null && own.open()) {
      return done(own);
    }
    var general = chart.by(party.side().use());
    return general.isPresent()
        ? done(general.get())
        : refused(Refusal.invalid("party", "dues.account.missing." + party.side().slug()));
  }

  private void record(Desk desk, String deed, Party party) {
    audit.record(
        Deed.of("dues", deed)
            .by(desk.pass().viewer().id().value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("party", party.id().value()));
  }
}
