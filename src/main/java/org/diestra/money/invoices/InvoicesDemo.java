package org.diestra.money.invoices;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.diestra.money.taxes.Irpf;
import org.diestra.money.taxes.TaxProfile;
import org.diestra.money.taxes.TaxProfile.Address;
import org.diestra.money.taxes.TaxProfile.W8;
import org.diestra.money.taxes.Taxes;
import org.diestra.money.taxes.UsForm;
import org.diestra.money.taxes.VatStatus;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The demo's people tell their tax details and agree that invoices are made for them; one has not
 * yet, so that it shows what waits. Names and numbers are invented.
 */
@Component
class InvoicesDemo implements DemoPart {
  private static final int LATE = 60;
  private final Taxes taxes;
  private final Consents consents;
  private final Issuing issuing;
  private final Pages pages;
  private final Clock clock;

  InvoicesDemo(Taxes taxes, Consents consents, Issuing issuing, Pages pages, Clock clock) {
    this.taxes = taxes;
    this.consents = consents;
    this.issuing = issuing;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "invoices:details";
  }

  @Override
  public int order() {
    return LATE;
  }

  @Override
  public void play(Cast cast) {
    var operator = cast.viewer(Cast.OPERATOR);
    keep(
        operator,
        TaxProfile.HOUSE,
        "Diestra Demo, S.L.",
        new Address("Carrer de la Mar, 8", "46003", "Valencia", ""),
        "ES",
        "B12345674",
        true);
    business(cast, Cast.CLIENT, "Carrer de Cavallers, 21", "46001", "Valencia", "ES", "A58818501");
    business(cast, Cast.PRACTICE, "14 Baggot Street", "D02 X285", "Dublin", "IE", "IE1234567T");
    var bogota = new Address("Carrera 7 # 45-12", "110231", "Bogotá", "");
    agreed(cast.viewer(Cast.ASSISTANT), bogota, "CO", "1020304050");
    var lagos = new Address("17 Bode Thomas Street", "101241", "Lagos", "Surulere");
    agreed(cast.viewer(Cast.ASSISTANT_3), lagos, "NG", "1234567890");
    var manila = new Address("28 Aguirre Street", "1229", "Makati", "Metro Manila");
    agreed(cast.viewer(Cast.ASSISTANT_4), manila, "PH", "123456789000");
    issuing.all();
  }

  private void business(
      Cast cast,
      String owner,
      String street,
      String postcode,
      String city,
      String country,
      String id) {
    var viewer = cast.viewer(owner);
    var address = new Address(street, postcode, city, "");
    var name = viewer.memberships().getFirst().name();
    keep(viewer, cast.business(owner).value(), name, address, country, id, true);
  }

  private void agreed(Viewer assistant, Address address, String country, String id) {
    keep(assistant, assistant.id().value(), assistant.name(), address, country, id, false);
    var words = pages.formats(assistant.locale(), assistant.zone());
    consents.sign(assistant, words.words("invoices.consent.text"));
  }

  private void keep(
      Viewer by,
      UUID owner,
      String name,
      Address address,
      String country,
      String id,
      boolean business) {
    var signed =
        business ? null : new W8("", name, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    taxes.keep(by.id(), profile(owner, name, address, country, id, signed));
  }

  private static TaxProfile profile(
      UUID owner, String name, Address address, String country, String id, @Nullable W8 w8) {
    boolean registered = w8 == null;
    return new TaxProfile(
        owner,
        1,
        name,
        address,
        country,
        id,
        registered ? VatStatus.REGISTERED : VatStatus.NOT_REGISTERED,
        registered ? (id.startsWith(country) ? id : country + id) : null,
        Irpf.NONE,
        null,
        registered ? UsForm.NONE : UsForm.W8BEN,
        w8);
  }
}
