package org.diestra.money.invoices;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.diestra.money.invoices.YearStore.Quarter;
import org.diestra.money.taxes.TaxProfile;
import org.diestra.money.taxes.Taxes;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Csv;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.page.Operators;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /operator/tax/year/{year}.csv}: what each seller was paid, by quarter and currency, with
 * what DAC7 and form 1099-NEC ask for. Whole tax numbers stand in it, so its reading is recorded.
 */
@Controller
@Operators
class YearController {
  private static final String HEAD =
      "seller,name,country,tax_id,vat_id,street,postcode,city,region,us_form,w8_signed,w8_expires,"
          + "w8_treaty,quarter,currency,invoices,net,vat,withheld,fees\r\n";
  private final YearStore years;
  private final Taxes taxes;
  private final HouseRights house;
  private final Audit audit;

  YearController(YearStore years, Taxes taxes, HouseRights house, Audit audit) {
    this.years = years;
    this.taxes = taxes;
    this.house = house;
    this.audit = audit;
  }

  @GetMapping("/operator/tax/year/{year}.csv")
  void year(Viewer viewer, @PathVariable int year, HttpServletResponse response)
      throws IOException {
    var quarters =
        house.call(() -> {
          audit.record(
              Deed.of("invoices", "export-year").by(viewer.id().value()).with("year", year));
          return years.of(year);
        });
    var sellers = taxes.profiles(quarters.stream().map(Quarter::seller).distinct().toList());
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Content-Disposition", "attachment; filename=\"sellers-" + year + ".csv\"");
    var out = response.getWriter();
    out.write(HEAD);
    for (var quarter : quarters) {
      out.write(line(quarter, sellers));
    }
  }

  private static String line(Quarter of, Map<UUID, TaxProfile> sellers) {
    var seller = sellers.get(of.seller());
    if (seller == null) {
      throw new IllegalStateException("an invoice without tax details: " + of.seller());
    }
    var w8 = seller.w8();
    var address = seller.address();
    return Csv.row(
        of.seller(),
        seller.name(),
        seller.country(),
        seller.taxId(),
        seller.vatId(),
        address.street(),
        address.postcode(),
        address.city(),
        address.region(),
        seller.us(),
        w8 == null ? null : w8.signedOn(),
        w8 == null ? null : w8.expires(),
        w8 == null ? null : w8.treaty(),
        of.quarter(),
        of.net().currency().getCurrencyCode(),
        of.count(),
        of.net().amount(),
        of.vat().amount(),
        of.withheld().amount(),
        of.fees().amount());
  }
}
