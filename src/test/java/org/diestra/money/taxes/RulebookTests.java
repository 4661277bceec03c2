package org.diestra.money.taxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.time.LocalDate;
import java.util.List;
import org.diestra.money.taxes.Rule.Topic;
import org.diestra.money.taxes.Supply.Party;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each case by its name: from where to where, and what stands on the invoice. */
class RulebookTests {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private final Rulebook rules =
      new Rulebook(
          List.of(
              rule(Topic.UNION, "ES", 0, "2021-01-01"),
              rule(Topic.UNION, "FR", 0, "2021-01-01"),
              rule(Topic.UNION, "EE", 0, "2021-01-01"),
              rule(Topic.VAT, "ES", 2100, "2021-01-01"),
              rule(Topic.VAT, "FR", 2000, "2021-01-01"),
              rule(Topic.VAT, "EE", 2200, "2024-01-01"),
              rule(Topic.VAT, "EE", 2400, "2025-07-01"),
              rule(Topic.VAT, "GB", 2000, "2021-01-01"),
              rule(Topic.WITHHOLDING, "ES", 1500, "2021-01-01"),
              rule(Topic.WITHHOLDING_REDUCED, "ES", 700, "2021-01-01")));

  private static Rule rule(Topic topic, String country, int rate, String from) {
    return new Rule(Ids.fresh(), topic, country, rate, LocalDate.parse(from), null, "x");
  }

  private static Party registered(String country, Irpf irpf, @Nullable Integer until) {
    return new Party(country, VatStatus.REGISTERED, country + "1", irpf, until);
  }

  private static Party registered(String country) {
    return registered(country, Irpf.NONE, null);
  }

  private static Party without(String country, VatStatus status) {
    return new Party(country, status, null, Irpf.NONE, null);
  }

  private Treatment treat(Party seller, Party buyer) {
    return rules.treat(new Supply(seller, buyer, DAY)).orElseThrow();
  }

  private static Treatment free(Category category, Reason reason) {
    return new Treatment(category, 0, reason, 0);
  }

  @Test
  void spainToSpainBears21AndWithholds15() {
    var treatment = treat(registered("ES", Irpf.NORMAL, null), registered("ES"));
    assertThat(treatment).isEqualTo(new Treatment(Category.S, 2100, Reason.NONE, 1500));
    var taxed = treatment.on(eur(10_000));
    assertThat(taxed.vat()).isEqualTo(eur(2_100));
    assertThat(taxed.withheld()).isEqualTo(eur(1_500));
    assertThat(taxed.payable()).isEqualTo(eur(10_600));
  }

  @Test
  void theFirstYearsInSpainWithhold7AndThen15() {
    assertThat(treat(registered("ES", Irpf.REDUCED, 2026), registered("ES")).withholding())
        .isEqualTo(700);
    assertThat(treat(registered("ES", Irpf.REDUCED, 2025), registered("ES")).withholding())
        .isEqualTo(1500);
  }

  @Test
  void spainToFranceIsReverseCharge() {
    assertThat(treat(registered("ES", Irpf.NORMAL, null), registered("FR")))
        .isEqualTo(free(Category.AE, Reason.REVERSE_CHARGE));
  }

  @Test
  void spainToAFrenchBuyerWithoutANumberBearsSpanishTax() {
    assertThat(treat(registered("ES"), without("FR", VatStatus.NOT_REGISTERED)))
        .isEqualTo(new Treatment(Category.S, 2100, Reason.NONE, 0));
  }

  @Test
  void colombiaToSpainIsDeclaredByTheBuyer() {
    assertThat(treat(without("CO", VatStatus.NOT_REGISTERED), registered("ES")))
        .isEqualTo(free(Category.O, Reason.SELF_ASSESSED));
  }

  @Test
  void aFrenchSmallBusinessToSpainIsReverseChargeAndAtHomeBearsNone() {
    var seller = without("FR", VatStatus.SMALL_BUSINESS);
    assertThat(treat(seller, registered("ES")).category()).isEqualTo(Category.AE);
    assertThat(treat(seller, registered("FR"))).isEqualTo(free(Category.E, Reason.SMALL_BUSINESS));
  }

  @Test
  void anExemptBuyerWithANumberOwesTheTaxAcrossTheUnion() {
    var clinic = new Party("FR", VatStatus.EXEMPT, "FR1", Irpf.NONE, null);
    assertThat(treat(registered("ES"), clinic)).isEqualTo(free(Category.AE, Reason.REVERSE_CHARGE));
  }

  @Test
  void whoIsNotRegisteredAtHomeSaysSoAndNamesNoScheme() {
    assertThat(treat(without("ES", VatStatus.NOT_REGISTERED), registered("ES")))
        .isEqualTo(free(Category.E, Reason.NOT_REGISTERED));
    assertThat(treat(without("CO", VatStatus.NOT_REGISTERED), registered("CO")))
        .isEqualTo(free(Category.O, Reason.ELSEWHERE));
  }

  @Test
  void aSmallBusinessWithANumberAcrossTheUnionIsReverseCharge() {
    var seller = new Party("FR", VatStatus.SMALL_BUSINESS, "FR1", Irpf.NONE, null);
    assertThat(treat(seller, registered("ES")).category()).isEqualTo(Category.AE);
  }

  @Test
  void spainToTheUnitedStatesIsOutsideTheScope() {
    assertThat(treat(registered("ES", Irpf.NORMAL, null), without("US", VatStatus.NOT_REGISTERED)))
        .isEqualTo(free(Category.O, Reason.OUTSIDE));
  }

  @Test
  void colombiaToTheUnitedStatesIsOutsideTheScope() {
    assertThat(
            treat(without("CO", VatStatus.NOT_REGISTERED), without("US", VatStatus.NOT_REGISTERED)))
        .isEqualTo(free(Category.O, Reason.ELSEWHERE));
  }

  @Test
  void britainAtHomeBears20() {
    assertThat(treat(registered("GB"), registered("GB")).rate()).isEqualTo(2000);
  }

  @Test
  void exemptWorkStaysExemptAtHomeAndAcrossTheUnion() {
    for (var buyer : List.of(registered("ES"), registered("FR"))) {
      assertThat(treat(without("ES", VatStatus.EXEMPT), buyer))
          .isEqualTo(free(Category.E, Reason.EXEMPT));
    }
  }

  @Test
  void aRateHoldsFromItsDay() {
    for (var day : List.of("2025-06-30", "2025-07-01")) {
      var supply = new Supply(registered("EE"), registered("EE"), LocalDate.parse(day));
      assertThat(rules.treat(supply).orElseThrow().rate())
          .isEqualTo(day.endsWith("30") ? 2200 : 2400);
    }
  }

  @Test
  void whereNoRuleSaysTheRateNobodyGuesses() {
    assertThat(rules.treat(new Supply(registered("CO"), registered("CO"), DAY))).isEmpty();
  }

  @Test
  void halfACentIsRoundedUpInEachPart() {
    var taxed = new Treatment(Category.S, 2100, Reason.NONE, 1500).on(eur(50));
    assertThat(taxed.vat()).isEqualTo(eur(11)); // 10.5
    assertThat(taxed.withheld()).isEqualTo(eur(8)); // 7.5
    assertThat(taxed.payable()).isEqualTo(eur(53));
  }
}
