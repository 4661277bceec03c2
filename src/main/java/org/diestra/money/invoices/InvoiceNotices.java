package org.diestra.money.invoices;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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
  private final HouseRights house;
  private final Clock clock;

  InvoiceNotices(
      Notifications notifications,
      Organisations organisations,
      Accounts accounts,
      InvoiceStore invoices,
      HouseRights house,
      Clock clock) {
    this.notifications = notifications;
    this.organisations = organisations;
    this.accounts = accounts;
    this.invoices = invoices;
    this.house = house;
    this.clock = clock;
  }

  /** Of all that nobody was told of. */
  void tellAll() {
    int some;
    do {
      some = house.call(this::tellSome);
    } while (some == SET);
  }

  private int tellSome() {
    var untold = invoices.untold(SET);
    untold.stream().collect(groupingBy(i -> i.seller().owner())).forEach(this::tell);
    untold.stream().collect(groupingBy(i -> i.buyer().owner())).forEach(this::tell);
    return untold.size();
  }

  private void tell(UUID party, List<Invoice> of) {
    var one = of.getFirst();
    for (var person : people(party)) {
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
      notifications.tell(notice.once("invoices:issued:" + one.id()));
    }
  }

  /** Once a month, whoever can mend it. */
  void waits(Lack lack, Collection<Due> of) {
    var month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    var parties =
        switch (lack) {
          case CONSENT, SELLER -> of.stream().map(Due::assistant).collect(Collectors.toSet());
          case BUYER -> of.stream().map(Due::client).collect(Collectors.toSet());
          case RULE -> java.util.Set.<UUID>of();
        };
    for (var party : parties) {
      var href =
          switch (lack) {
            case SELLER -> "/settings/tax";
            case BUYER -> "/settings/tax/" + Ids.text(party);
            default -> "/money/invoices?of=" + Ids.text(party);
          };
      for (var person : people(party)) {
        notifications.tell(
            Notice.to(person, WAITS, href, lack.key())
                .once("invoices:waits:" + lack + ":" + party + ":" + month));
      }
    }
  }

  /** A person, or of an organisation those who keep its money. */
  private List<PersonId> people(UUID party) {
    var keepers =
        organisations.members(new OrganisationId(party)).stream()
            .filter(m -> m.role() == Role.OWNER || m.role() == Role.BOOKKEEPER)
            .map(Organisations.Member::person)
            .toList();
    return keepers.isEmpty() && accounts.contact(new PersonId(party)).isPresent()
        ? List.of(new PersonId(party))
        : keepers;
  }
}
