package org.diestra.hiring.screening;

import java.time.Clock;
import java.util.List;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The operator's side of screening: the rules themselves. */
@Service
class Rules {
  private final RuleStore store;
  private final Audit audit;
  private final Clock clock;

  Rules(RuleStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  List<Rule> all() {
    return store.all();
  }

  Rule get(RuleId id) {
    return store.find(id).orElseThrow(NotFound::new);
  }

  @Transactional
  public Outcome<RuleId> add(Rule rule, PersonId operator) {
    if (!store.add(rule, clock.instant())) {
      return Outcome.refused(Refusal.invalid("name", "screening.name.taken"));
    }
    record("add", rule, operator);
    return Outcome.done(rule.id());
  }

  @Transactional
  public Outcome<RuleId> change(Rule rule, PersonId operator) {
    get(rule.id());
    if (store.taken(rule)) {
      return Outcome.refused(Refusal.invalid("name", "screening.name.taken"));
    }
    if (!store.change(rule, clock.instant())) {
      return Outcome.refused(Refusal.conflict("screening.changed-meanwhile"));
    }
    record("change", rule, operator);
    return Outcome.done(rule.id());
  }

  @Transactional
  public void remove(RuleId id, PersonId operator) {
    var rule = get(id);
    store.remove(id);
    record("remove", rule, operator);
  }

  private void record(String action, Rule rule, PersonId operator) {
    audit.record(
        Deed.of("screening", action)
            .on("rule", rule.id().value())
            .by(operator.value())
            .with("name", rule.name())
            .with("action", rule.action().name())
            .with("active", rule.active()));
  }
}
