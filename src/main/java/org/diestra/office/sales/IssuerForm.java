package org.diestra.office.sales;

import java.util.Locale;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.Chart;
import org.diestra.platform.base.Iban;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.TaxIds;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * Who issues, as a browser sends it.
 *
 * @param seen the version that the form was made from; 0 for the first
 */
record IssuerForm(
    @Nullable String name,
    @Nullable String country,
    @Nullable String taxId,
    @Nullable String address,
    @Nullable String iban,
    @Nullable String note,
    @Nullable String series,
    @Nullable String withheld,
    @Nullable String seen) {

  static IssuerForm fresh(String name, Chart chart) {
    // as the charts call it: 473 in Spain's, 135515 in Colombia's
    var account = chart == Chart.SPAIN ? "473" : chart == Chart.COLOMBIA ? "135515" : "";
    return new IssuerForm(name, chart.country(), "", "", "", "", "A", account, "0");
  }

  static IssuerForm of(Issuer issuer, AccountList chart, Locale locale) {
    var head = issuer.head();
    var account = issuer.withheld() == null ? null : chart.byId().get(issuer.withheld());
    return new IssuerForm(
        head.name(),
        head.country(),
        head.taxId(),
        head.address(),
        head.iban(),
        head.note(),
        issuer.series(),
        account == null ? "" : account.label(locale),
        String.valueOf(issuer.version()));
  }

  /** Null where there is a problem. */
  @Nullable Issuer read(AccountList chart, Problems problems) {
    var typed = new Typed(problems);
    var said = typed.line("name", name, 120, "dues.party.name.missing");
    var where = Typed.line(country);
    if (!where.matches("[A-Z]{2}")) {
      problems.add("country", "dues.party.country.missing");
    }
    var number = TaxIds.taxId(where, Typed.line(taxId));
    if (number.isEmpty()) {
      problems.add("taxId", "dues.party.tax-id.wrong", Typed.line(taxId));
    }
    var lines = typed.text("address", address, 400, "sales.issuer.address.missing");
    var bank = Typed.line(iban).replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    if (!bank.isEmpty() && Iban.read(bank).isEmpty()) {
      problems.add("iban", "dues.party.iban.wrong");
    }
    var foot = typed.text("note", note, 400);
    var code = Typed.line(series).toUpperCase(Locale.ROOT);
    if (!code.matches("[A-Z]{1,4}")) {
      problems.add("series", "sales.series.wrong");
    }
    var account = account(chart, problems);
    return problems.any()
        ? null
        : new Issuer(
            new Head(said, where, number.orElse(""), lines, bank, foot),
            code,
            account,
            Typed.version(seen));
  }

  private @Nullable AccountId account(AccountList chart, Problems problems) {
    if (Typed.line(withheld).isEmpty()) {
      return null;
    }
    return chart.find("withheld", Typed.line(withheld), problems);
  }
}
