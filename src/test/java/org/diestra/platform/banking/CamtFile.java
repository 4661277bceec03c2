package org.diestra.platform.banking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.Currency;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;

/** Statements as banks write them, built entry by entry. */
public final class CamtFile {
  public static final String IBAN = "ES9121000418450200051332";
  private final StringBuilder entries = new StringBuilder();
  private String edition = "08";
  private String balances = "";
  private String iban = IBAN;
  private String currency = "EUR";
  private long number;

  public static OwnAccount account(String currency) {
    return new OwnAccount(IBAN, Currency.getInstance(currency));
  }

  public CamtFile edition(String other) {
    edition = other;
    return this;
  }

  public CamtFile of(String otherIban, String otherCurrency) {
    iban = otherIban;
    currency = otherCurrency;
    return this;
  }

  public CamtFile balances(String opening, String closing) {
    balances = balance("OPBD", opening) + balance("CLBD", closing);
    return this;
  }

  private String balance(String type, String amount) {
    boolean debit = amount.startsWith("-");
    return """
    <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="%s">%s</Amt>\
    <CdtDbtInd>%s</CdtDbtInd><Dt><Dt>2026-06-01</Dt></Dt></Bal>
    """
        .formatted(type, currency, amount.replace("-", ""), debit ? "DBIT" : "CRDT");
  }

  /** A credit with a name, an account and words. */
  public CamtFile credit(
      String day, String amount, String name, @Nullable String from, String words) {
    return entry(day, amount, "CRDT", "BOOK", bank(), details(name, from, words, ""));
  }

  public CamtFile debit(String day, String amount, String endToEnd, String words) {
    return entry(
        day,
        amount,
        "DBIT",
        "BOOK",
        bank(),
        "<NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls>"
            .formatted(endToEnd, words));
  }

  public CamtFile entry(
      String day, String amount, String way, String status, String reference, String details) {
    var sts = edition.compareTo("08") < 0 ? status : "<Cd>" + status + "</Cd>";
    entries.append(
        """
        <Ntry><Amt Ccy="%s">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>%s</Sts>
        <BookgDt><Dt>%s</Dt></BookgDt>%s%s</Ntry>
        """
            .formatted(
                currency,
                amount,
                way,
                sts,
                day,
                reference.isEmpty() ? "" : "<AcctSvcrRef>" + reference + "</AcctSvcrRef>",
                details));
    return this;
  }

  public String bank() {
    return "BNK" + System.identityHashCode(this) + "-" + ++number;
  }

  public String details(String name, @Nullable String from, String words, String more) {
    var pty = edition.compareTo("08") < 0 ? name(name) : "<Pty>" + name(name) + "</Pty>";
    var account = from == null ? "" : "<DbtrAcct><Id><IBAN>" + from + "</IBAN></Id></DbtrAcct>";
    return """
    <NtryDtls><TxDtls>%s<RltdPties><Dbtr>%s</Dbtr>%s</RltdPties>\
    <RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls>
    """
        .formatted(more, pty, account, words);
  }

  private static String name(String name) {
    return "<Nm>" + name + "</Nm>";
  }

  public String text() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.%s"><BkToCstmrStmt>
    <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-06-02T06:00:00</CreDtTm></GrpHdr>
    <Stmt><Id>S1</Id><Acct><Id><IBAN>%s</IBAN></Id><Ccy>%s</Ccy></Acct>%s%s</Stmt>
    </BkToCstmrStmt></Document>
    """
        .formatted(edition, iban, currency, balances, entries);
  }

  public byte[] bytes() {
    return text().getBytes(UTF_8);
  }

  static Outcome<BankStatement> read(byte[] bytes) {
    return CamtReader.read(account("EUR"), new ByteArrayInputStream(bytes));
  }

  public BankStatement read() {
    return read(bytes()).orFail();
  }

  public static String refusal(String text) {
    return refusal(text.getBytes(UTF_8));
  }

  public static String refusal(byte[] bytes) {
    return read(bytes).fold(done -> "", Refusal::key);
  }
}
