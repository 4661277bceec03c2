package org.diestra.money.taxes;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.diestra.money.taxes.TaxProfile.Address;
import org.diestra.money.taxes.TaxProfile.W8;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.TaxIds;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Ui;
import org.jspecify.annotations.Nullable;

/** Tax details, as typed. */
record TaxForm(
    @Nullable String name,
    @Nullable String street,
    @Nullable String postcode,
    @Nullable String city,
    @Nullable String region,
    @Nullable String country,
    @Nullable String taxId,
    @Nullable String vat,
    @Nullable String vatId,
    @Nullable String irpf,
    @Nullable String until,
    @Nullable String us,
    @Nullable String treaty,
    @Nullable String signer) {

  static TaxForm empty(String name) {
    return new TaxForm(
        name, null, null, null, null, null, null, null, null, "NONE", null, "NONE", null, null);
  }

  static TaxForm of(TaxProfile p) {
    var until = p.reducedUntil();
    var w8 = p.w8();
    return new TaxForm(
        p.name(),
        p.address().street(),
        p.address().postcode(),
        p.address().city(),
        p.address().region(),
        p.country(),
        p.taxId(),
        p.vat().name(),
        p.vatId(),
        p.irpf().name(),
        until == null ? null : until.toString(),
        p.us().name(),
        w8 == null ? null : w8.treaty(),
        w8 == null ? null : w8.signer());
  }

  /** Whether somebody says that something is withheld of them. */
  boolean spanish() {
    return irpf != null && !irpf.equals(Irpf.NONE.name());
  }

  /** Whether one of the forms of the United States concerns them. */
  boolean american() {
    return us != null && !us.equals(UsForm.NONE.name());
  }

  /** Only to be used where there are no problems. What a W-8BEN says is signed today. */
  TaxProfile read(UUID owner, LocalDate today, Problems problems) {
    var typed = new Typed(problems);
    var called = typed.line("name", name, 200, "taxes.name.needed");
    var address =
        new Address(
            typed.line("street", street, 200, "taxes.street.needed"),
            typed.line("postcode", postcode, 20),
            typed.line("city", city, 100, "taxes.city.needed"),
            typed.line("region", region, 100));
    var where = Typed.line(country);
    if (!Countries.is(where)) {
      problems.add("country", "taxes.country.needed");
    }
    var status = choice("vat", vat, VatStatus.class, VatStatus.NOT_REGISTERED, problems);
    var kept = choice("irpf", irpf, Irpf.class, Irpf.NONE, problems);
    var spanish = where.equals("ES") ? kept : Irpf.NONE;
    var form = choice("us", us, UsForm.class, UsForm.NONE, problems);
    return new TaxProfile(
        owner,
        0,
        called,
        address,
        where,
        taxId(where, problems),
        status,
        vatId(where, status, problems),
        spanish,
        spanish == Irpf.REDUCED ? year(typed, today, problems) : null,
        form,
        form == UsForm.W8BEN ? w8(typed, today) : null);
  }

  private String taxId(String where, Problems problems) {
    var found = TaxIds.taxId(where, Typed.line(taxId));
    if (found.isEmpty()) {
      problems.add("taxId", where.equals("ES") ? "taxes.id.spanish" : "taxes.id.wrong");
    }
    return found.orElse("");
  }

  /** Where a Spanish one was left out it is the tax number itself. */
  private @Nullable String vatId(String where, VatStatus status, Problems problems) {
    var text = Typed.line(vatId);
    if (text.isEmpty() && (status != VatStatus.REGISTERED || where.isEmpty())) {
      return null;
    }
    if (text.isEmpty() && where.equals("ES")) {
      text = Typed.line(taxId);
    }
    var found = TaxIds.vatId(where, text);
    if (found.isEmpty()) {
      problems.add("vatId", "taxes.vat-id.wrong");
    }
    return found.orElse(null);
  }

  private @Nullable Integer year(Typed typed, LocalDate today, Problems problems) {
    int now = today.getYear();
    var last = typed.number("until", until, now - 10, now + 3, "taxes.until.wrong");
    if (last == null) {
      problems.add("until", "taxes.until.wrong", now - 10, now + 3);
    }
    return last;
  }

  private W8 w8(Typed typed, LocalDate today) {
    var claimed = Typed.line(treaty);
    return new W8(
        Countries.is(claimed) ? claimed : "",
        typed.line("signer", signer, 200, "taxes.signer.needed"),
        today);
  }

  private static <E extends Enum<E>> E choice(
      String field, @Nullable String typed, Class<E> type, E otherwise, Problems problems) {
    for (var one : EnumSet.allOf(type)) {
      if (one.name().equals(typed)) {
        return one;
      }
    }
    problems.add(field, "taxes.choose");
    return otherwise;
  }

  static Map<String, String> vats() {
    return choices(VatStatus.values(), "taxes.vat.");
  }

  static Map<String, String> irpfs() {
    return choices(Irpf.values(), "taxes.irpf.");
  }

  static Map<String, String> forms() {
    return choices(UsForm.values(), "taxes.us.");
  }

  private static Map<String, String> choices(Enum<?>[] values, String start) {
    var all = new LinkedHashMap<String, String>();
    for (var value : values) {
      var slug = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
      all.put(value.name(), Ui.words(start + slug));
    }
    return all;
  }
}
