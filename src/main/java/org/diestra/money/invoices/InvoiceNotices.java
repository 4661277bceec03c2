package org.diestra.money.invoices;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.diestra.money.invoices.Due.Lack;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Component;

/** Tells people which invoices there are, and what some wait for; many at once in one sentence. */
@Component
class InvoiceNotices {
  static final String ISSUED = "invoices:issued";
  static final String WAITS = "invoices:waits";
  private static final int SET = 500;
  private final Notifications notifications;
  private final Organisations organisations;
  private final Accounts accounts;
  private final InvoiceStore invoices;
  private final DueStore dues;
  private final HouseRights house;
  private final Clock clock;

  InvoiceNotices(
      Notifications notifications,
      Organisations organisations,
      Accounts accounts,
      InvoiceStore invoices,
      DueStore dues,
      HouseRights house,
      Clock clock) {
    this.notifications = notifications;
    this.organisations = organisations;
    this.accounts = accounts;
    this.invoices = invoices;
    this.dues = dues;
    this.house = house;
    this.clock = clock;
  }

  /**
   * Of all that nobody was told of, once none is to be made any more: so that whoever gets several
   * hears of them together, and a run has the machine to itself.
   */
  void tellAll() {
    if (house.call(dues::anyReady)) {
      return; // and is told of with what is made of it
    }
    while (house.call(this::tellIssued)) {}
    while (house.call(this::tellWaiting)) {}
  }

  /** Whether there may be more. */
  private boolean tellIssued() {
    var untold = invoices.untold(SET);
    var byParty = new HashMap<UUID, List<Invoice>>();
    for (var one : untold) {
      byParty.computeIfAbsent(one.seller().owner(), p -> new ArrayList<>()).add(one);
      byParty.computeIfAbsent(one.buyer().owner(), p -> new ArrayList<>()).add(one);
    }
    var people = people(byParty.keySet());
    var notices = new ArrayList<Notice>();
    byParty.forEach((party, of) ->
        people.getOrDefault(party, List.of()).forEach(p -> notices.add(issued(p, party, of))));
    notifications.tell(notices);
    return untold.size() == SET;
  }

  private static Notice issued(PersonId person, UUID party, List<Invoice> of) {
    var one = of.getFirst();
    var notice =
        of.size() == 1
            ? Notice.to(
                person, ISSUED, one.href(), "invoices.notice.one", one.number(), one.gross())
            : Notice.to(
                person,
                ISSUED,
                "/money/invoices?of=" + Ids.text(party),
                "invoices.notice.many",
                of.size());
    return notice.once("invoices:issued:" + one.id());
  }

  /** Once a month, whoever can mend it. */
  private boolean tellWaiting() {
    var untold = dues.untold(SET);
    var lacks = new LinkedHashMap<UUID, Lack>();
    untold.forEach(due -> {
      switch (Objects.requireNonNull(due.waits())) {
        case CONSENT, SELLER -> lacks.putIfAbsent(due.assistant(), due.waits());
        case BUYER -> lacks.putIfAbsent(due.client(), due.waits());
        case RULE -> {} // is the operator's to say
      }
    });
    var people = people(lacks.keySet());
    var month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    var notices = new ArrayList<Notice>();
    lacks.forEach((party, lack) ->
        people
            .getOrDefault(party, List.of())
            .forEach(person ->
                notices.add(
                    Notice.to(person, WAITS, page(lack, party), lack.key())
                        .once("invoices:waits:" + lack + ":" + party + ":" + month))));
    notifications.tell(notices);
    return untold.size() == SET;
  }

  private static String page(Lack lack, UUID party) {
    return switch (lack) {
      case SELLER -> "/settings/tax";
      case BUYER -> "/settings/tax/" + Ids.text(party);
      default -> "/money/invoices?of=" + Ids.text(party);
    };
  }

  /** By party: a person, or of an organisation those who keep its money. */
  private Map<UUID, List<PersonId>> people(Collection<UUID> parties) {
    var people = new HashMap<UUID, List<PersonId>>();
    organisations
        .members(parties.stream().map(OrganisationId::new).toList())
        .forEach((organisation, members) ->
            people.put(
                organisation.value(),
                members.stream()
                    .filter(m -> m.role() == Role.OWNER || m.role() == Role.BOOKKEEPER)
                    .map(Organisations.Member::person)
                    .toList()));
    var others = parties.stream().filter(p -> !people.containsKey(p)).map(PersonId::new).toList();
    accounts.contacts(others).keySet().forEach(p -> people.put(p.value(), List.of(p)));
    return people;
  }
}
