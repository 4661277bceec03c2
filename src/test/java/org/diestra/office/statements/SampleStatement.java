package org.diestra.office.statements;

/** Ten days of a current account, in MT940. */
final class SampleStatement {
  static final String IBAN = "ES9121000418450200051332";
  static final String MARCH =
      """
      :20:1
      :25:%s
      :28C:1
      :60F:C260301EUR1000,00
      :61:2603020302DR121,00NMSCNONREF//%s
      :86:005?20Recibo marzo?32Iberdrola
      :61:2603050305DR1,80NMSCNONREF
      :86:005?20Cafe Sol
      :61:2603050305DR1,80NMSCNONREF
      :86:005?20Cafe Sol
      :61:2603100310CR500,00NTRFNONREF//B9
      :86:166?20Factura 7?32Casa Ana
      :62F:C260310EUR1375,40
      -
      """
          .formatted(IBAN, "B1");

  private SampleStatement() {}
}
