package org.diestra.money.taxes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.diestra.money.taxes.TaxProfile.Address;
import org.diestra.money.taxes.TaxProfile.W8;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Component;

/** People and businesses whose tax office is known. */
@Component
public class TaxedParties {
  private final Taxes taxes;
  private final TaxStore store;
  private final HouseRights house;

  TaxedParties(Taxes taxes, TaxStore store, HouseRights house) {
    this.taxes = taxes;
    this.store = store;
    this.house = house;
  }

  /** Very many, all in Spain. */
  public void spanish(Collection<UUID> owners) {
    house.call(() -> {
      for (var owner : owners) {
        store.add(spanish(owner, "Marta Gil", "12345678Z", Irpf.NONE), null, Instant.EPOCH);
      }
      return owners;
    });
  }

  public TaxProfile colombian(Viewer by) {
    return taxes.keep(by.id(), colombian(by.id().value(), by.name()));
  }

  public TaxProfile spanishProfessional(Viewer by) {
    return taxes.keep(by.id(), spanish(by.id().value(), by.name(), "12345678Z", Irpf.NORMAL));
  }

  public TaxProfile spanishBusiness(Viewer by, UUID organisation) {
    return taxes.keep(
        by.id(), spanish(organisation, "Librería Ferrer, S.L.", "B12345674", Irpf.NONE));
  }

  public TaxProfile house(Viewer operator) {
    return taxes.keep(
        operator.id(), spanish(TaxProfile.HOUSE, "Diestra, S.L.", "A58818501", Irpf.NONE));
  }

  public static TaxProfile colombian(UUID owner, String name) {
    return new TaxProfile(
        owner,
        1,
        name,
        new Address("Carrera 7 # 32-16", "110311", "Bogotá", "Cundinamarca"),
        "CO",
        "52345678",
        VatStatus.NOT_REGISTERED,
        null,
        Irpf.NONE,
        null,
        UsForm.W8BEN,
        new W8("", name, LocalDate.of(2026, 3, 1)));
  }

  public static TaxProfile spanish(UUID owner, String name, String id, Irpf irpf) {
    return new TaxProfile(
        owner,
        1,
        name,
        new Address("Calle de la Paz, 12", "46003", "Valencia", "Valencia"),
        "ES",
        id,
        VatStatus.REGISTERED,
        "ES" + id,
        irpf,
        null,
        UsForm.NONE,
        null);
  }
}
