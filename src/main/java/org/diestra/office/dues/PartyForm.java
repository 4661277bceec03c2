package org.diestra.office.dues;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Iban;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.TaxIds;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A supplier or customer as a browser sends it.
 *
 * @param side of a new one alone
 * @param ledger and usual, accounts as they are typed
 * @param withholding in per cent
 * @param seen the version that the form was made from
 */
record PartyForm(
    @Nullable String side,
    @Nullable String name,
    @Nullable String country,
    @Nullable String taxId,
    @Nullable String address,
    @Nullable String mail,
    @Nullable String language,
    @Nullable String iban,
    @Nullable String days,
    @Nullable String ledger,
    @Nullable String usual,
    @Nullable String treatment,
    @Nullable String withholding,
    @Nullable String seen) {
  private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));
  private static final int NAME = 120;
  private static final int ADDRESS = 400;
  private static final int MAIL = 254;
  private static final int DAYS = 365;
  private static final String TERM = "30";

  static PartyForm fresh(Side side, String country, String language) {
    return new PartyForm(
        side.slug(), "", country, "", "", "", language, "", TERM, "", "", "charged", "", "");
  }

  static PartyForm of(Party party, AccountList chart, Locale locale) {
    var byId = chart.byId();
    var owed = party.ledger() == null ? null : byId.get(party.ledger());
    var usual = party.usual() == null ? null : byId.get(party.usual());
    return new PartyForm(
        party.side().slug(),
        party.name(),
        party.country(),
        party.taxId(),
        party.address(),
        party.mail(),
        party.language(),
        party.iban(),
        String.valueOf(party.days()),
        owed == null ? "" : owed.label(locale),
        usual == null ? "" : usual.label(locale),
        party.treatment().slug(),
        party.withholding() == 0 ? "" : Rates.text(party.withholding()),
        String.valueOf(party.version()));
  }

  Side chosen() {
    return Side.read(side).orElse(Side.SUPPLIER);
  }

  /**
   * Null where there is a problem.
   *
   * @param there what is changed, or null for a new one
   */
  @Nullable Party read(
      WorkspaceId workspace, @Nullable Party there, AccountList chart, Problems problems) {
    var typed = new Typed(problems);
    var side = there == null ? chosen() : there.side();
    var said = typed.line("name", name, NAME, "dues.party.name.missing");
    var where = Typed.line(country);
    if (!COUNTRIES.contains(where)) {
      problems.add("country", "dues.party.country.missing");
    }
    var lines = typed.text("address", address, ADDRESS);
    var mailed = typed.line("mail", mail, MAIL);
    if (!mailed.isEmpty() && !mailed.matches("[^@\\s]+@[^@\\s]+[.][^@\\s]+")) {
      problems.add("mail", "dues.party.mail.wrong");
    }
    var number = iban(problems);
    var term = typed.number("days", days, 0, DAYS, "dues.party.days.wrong");
    if (Typed.line(days).isEmpty()) {
      problems.add("days", "dues.party.days.wrong", 0, DAYS);
    }
    var rate = Typed.line(withholding).isEmpty() ? Integer.valueOf(0) : Rates.read(withholding);
    if (rate == null) {
      problems.add("withholding", "dues.rate.wrong");
    }
    var vat = Treatment.read(treatment).filter(Treatment.of(side)::contains).orElse(null);
    if (vat == null) {
      problems.add("treatment", "dues.party.treatment.missing");
    }
    var owed = account("ledger", ledger, chart, problems);
    var usually = account("usual", usual, chart, problems);
    var tax = taxId(where, problems);
    if (problems.any() || rate == null || vat == null) {
      return null;
    }
    return new Party(
        there == null ? new PartyId(Ids.fresh()) : there.id(),
        workspace,
        side,
        said,
        where,
        tax,
        lines,
        mailed,
        Typed.line(language).equals("en") ? "en" : "es",
        number,
        term == null ? 0 : term,
        owed,
        usually,
        vat,
        rate,
        there == null ? 1 : Typed.version(seen));
  }

  /** By the rules of its country: Spain's check character, the forms of the Union's VAT numbers. */
  private String taxId(String where, Problems problems) {
    var said = Typed.line(taxId);
    if (said.isEmpty()) {
      return "";
    }
    boolean union = TaxIds.union(where) && !where.equals("ES");
    var read = union ? TaxIds.vatId(where, said) : TaxIds.taxId(where, said);
    if (read.isEmpty()) {
      problems.add("taxId", "dues.party.tax-id.wrong", said);
    }
    return read.orElse("");
  }

  /** An IBAN, or where there are none the digits and letters of an account. */
  private String iban(Problems problems) {
    var bare = Typed.line(iban).replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    boolean looksLike = bare.matches("[A-Z]{2}[0-9]{2}.*");
    if (!bare.matches("[0-9A-Z]{0,34}") || looksLike && Iban.read(bare).isEmpty()) {
      problems.add("iban", "dues.party.iban.wrong");
      return "";
    }
    return bare;
  }

  private static @Nullable AccountId account(
      String field, @Nullable String typed, AccountList chart, Problems problems) {
    var text = Typed.line(typed);
    if (text.isEmpty()) {
      return null;
    }
    return chart.find(field, text, problems);
  }
}
