package org.diestra.work.contracts;

import java.util.List;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Notifications;
import org.diestra.platform.notifications.Topic;
import org.diestra.work.contracts.Offer.Facts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Tells each side what the other did. */
@Component
class ContractNotices {
  private static final String KIND = "contracts:offers";
  private final Notifications notifications;
  private final Sides sides;

  ContractNotices(Notifications notifications, Sides sides) {
    this.notifications = notifications;
    this.sides = sides;
  }

  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    @Bean
    NoticeKind offersKind() {
      return new NoticeKind(
          KIND,
          Topic.HIRING,
          "contracts.kind.offers",
          "signature",
          org.diestra.platform.notifications.Channel.MAIL,
          true);
    }
  }

  /** A new version is on the other side's table. */
  void offered(Offer.Open offer, String title) {
    var facts = offer.facts();
    var key = facts.version() == 1 ? "contracts.notice.offer" : "contracts.notice.counter";
    tell(facts, offer.turn(), key, name(facts, facts.author()), title);
  }

  /** The second signature is there; whoever wrote the version learns it. */
  void signed(ContractId contract, Offer.Accepted offer, String title) {
    var facts = offer.facts();
    var by = name(facts, facts.author().other());
    for (var person : people(facts, facts.author())) {
      notifications.tell(
          Notice.to(person, KIND, "/contracts/" + contract, "contracts.notice.signed", by, title)
              .from(by));
    }
  }

  /** It was declined, or taken back, by that side. */
  void ended(Offer.Open offer, Offer next, Side by, String title) {
    var key =
        next instanceof Offer.Declined ? "contracts.notice.declined" : "contracts.notice.withdrawn";
    tell(offer.facts(), by.other(), key, name(offer.facts(), by), title);
  }

  void expired(Offer.Open offer, String title) {
    for (var side : Side.values()) {
      for (var person : people(offer.facts(), side)) {
        var notice =
            Notice.to(
                person, KIND, "/offers/" + offer.facts().id(), "contracts.notice.expired", title);
        notifications.tell(notice.once(once(offer.facts(), "expired")));
      }
    }
  }

  private void tell(Facts facts, Side to, String key, String actor, String title) {
    for (var person : people(facts, to)) {
      notifications.tell(
          Notice.to(person, KIND, "/offers/" + facts.id(), key, actor, title)
              .once(once(facts, key))
              .from(actor));
    }
  }

  private static String once(Facts facts, String what) {
    return "contracts:" + facts.id() + ":" + facts.version() + ":" + what;
  }

  private List<PersonId> people(Facts facts, Side side) {
    return sides.people(side, facts.organisation(), facts.assistant());
  }

  private String name(Facts facts, Side side) {
    return sides.name(side, facts.organisation(), facts.assistant());
  }
}
