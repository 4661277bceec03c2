package org.diestra.office.statements;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.Desk;
import org.diestra.office.statements.Rule.Way;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to rules: read, changed and thrown away by people, added to by what they choose. */
@Service
class Rules {
  static final int MOST = 500;
  private static final int WORDS = 3; // of a text without a name that tell it
  private final RuleStore store;
  private final Audit audit;
  private final Clock clock;

  Rules(RuleStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** In the order in which they are asked. */
  @Transactional(readOnly = true)
  public List<Rule> all(Desk desk) {
    return store.all(desk.book().workspace());
  }

  /**
   * @throws NotFound if there is none in these books
   */
  @Transactional(readOnly = true)
  public Rule get(Desk desk, RuleId id) {
    return store.find(desk.book().workspace(), id).orElseThrow(NotFound::new);
  }

  @Transactional
  public Outcome<Rule> add(Desk desk, Rule rule) {
    if (store.all(rule.workspace()).size() >= MOST) {
      return refused(Refusal.limit("statements.rule.many", MOST));
    }
    if (!store.add(rule, desk.pass().viewer().id(), clock.instant())) {
      return refused(Refusal.invalid("contains", "statements.rule.taken"));
    }
    record(desk, "add-rule", rule);
    return done(rule);
  }

  @Transactional
  public Outcome<Rule> change(Desk desk, Rule after) {
    if (store.taken(after)) {
      return refused(Refusal.invalid("contains", "statements.rule.taken"));
    }
    if (!store.change(after)) {
      return refused(BankAccounts.MOVED);
    }
    record(desk, "change-rule", after);
    return done(after);
  }

  @Transactional
  public void remove(Desk desk, Rule rule) {
    if (store.remove(rule)) {
      record(desk, "remove-rule", rule);
    }
  }

  /**
   * What somebody chose for a line is the rule for its like from now on, and the rule that had said
   * something is counted right or wrong.
   *
   * @param remember whether its like is meant too
   */
  @Transactional
  void learn(
      Desk desk,
      Movement movement,
      AccountId account,
      @Nullable Integer vat,
      String text,
      boolean remember) {
    var said = first(all(desk), movement);
    said.ifPresent(rule -> store.used(rule, rule.account().equals(account), clock.instant()));
    if (!remember
        || said.filter(r -> r.account().equals(account) && Objects.equals(r.vat(), vat))
            .isPresent()) {
      return;
    }
    var contains = telling(movement);
    if (contains.length() < 2) {
      return;
    }
    var way = Way.of(movement);
    var same =
        all(desk).stream()
            .filter(rule -> rule.contains().equals(contains) && rule.way() == way)
            .findFirst();
    var rule =
        new Rule(
            new RuleId(Ids.fresh()),
            movement.workspace(),
            contains,
            way,
            account,
            vat,
            text,
            Rule.USUAL,
            0,
            0,
            null,
            1);
    if (same.isEmpty()) {
      add(desk, rule);
    } else {
      var old = same.get();
      change(
          desk,
          new Rule(
              old.id(),
              old.workspace(),
              contains,
              way,
              account,
              vat,
              old.text(),
              old.priority(),
              old.rights(),
              old.wrongs(),
              old.lastUsed(),
              old.version()));
    }
  }

  static Optional<Rule> first(List<Rule> rules, Movement movement) {
    return rules.stream().filter(rule -> rule.fits(movement)).findFirst();
  }

  /** What tells its like: who it was, or else the first words without numbers. */
  static String telling(Movement movement) {
    var party = Folded.of(movement.party());
    var text =
        party.isEmpty()
            ? Arrays.stream(Folded.of(movement.words()).split(" "))
                .filter(word -> word.length() > 1 && word.chars().noneMatch(Character::isDigit))
                .limit(WORDS)
                .collect(Collectors.joining(" "))
            : party;
    var cut = text.length() > 80 ? text.substring(0, 80).strip() : text;
    return movement.folded().contains(cut) ? cut : cut.split(" ", 2)[0];
  }

  private void record(Desk desk, String deed, Rule rule) {
    audit.record(
        Deed.of("statements", deed)
            .by(desk.pass().viewer().id().value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("rule", rule.id().value()));
  }
}
