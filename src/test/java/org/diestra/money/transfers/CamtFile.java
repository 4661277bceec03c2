package org.diestra.money.transfers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Currency;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;

/** Statements as banks write them, built entry by entry. */
final class CamtFile {
  static final String IBAN = "ES9121000418450200051332";
  private final StringBuilder entries = new StringBuilder();
  private String edition = "08";
  private String balances = "";
  private String iban = IBAN;
  private String currency = "EUR";
  private long number;

  static CollectingAccount account(String currency) {
    return new CollectingAccount(
        Ids.fresh(),
        Currency.getInstance(currency),
        "Casa de Prueba",
        IBAN,
        null,
        "",
        "",
        true,
        null,
        Instant.EPOCH);
  }

  CamtFile edition(String other) {
    edition = other;
    return this;
  }

  CamtFile of(String otherIban, String otherCurrency) {
    iban = otherIban;
    currency = otherCurrency;
    return this;
  }

  CamtFile balances(String opening, String closing) {
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
  CamtFile credit(String day, String amount, String name, @Nullable String from, String words) {
    return entry(day, amount, "CRDT", "BOOK", bank(), details(name, from, words, ""));
  }

  CamtFile debit(String day, String amount, String endToEnd, String words) {
    return entry(
        day,
        amount,
        "DBIT",
        "BOOK",
        bank(),
        "<NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls>"
            .formatted(endToEnd, words));
  }

  CamtFile entry(
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

  String bank() {
    return "BNK" + System.identityHashCode(this) + "-" + ++number;
  }

  String details(String name, @Nullable String from, String words, String more) {
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

  String text() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.%s"><BkToCstmrStmt>
    <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-06-02T06:00:00</CreDtTm></GrpHdr>
    <Stmt><Id>S1</Id><Acct><Id><IBAN>%s</IBAN></Id><Ccy>%s</Ccy></Acct>%s%s</Stmt>
    </BkToCstmrStmt></Document>
    """
        .formatted(edition, iban, currency, balances, entries);
  }

  byte[] bytes() {
    return text().getBytes(UTF_8);
  }

  static Outcome<BankStatement> read(byte[] bytes) {
    return CamtReader.read(account("EUR"), new ByteArrayInputStream(bytes));
  }

  BankStatement read() {
    return read(bytes()).orFail();
  }

  static String refusal(String text) {
    return refusal(text.getBytes(UTF_8));
  }

  static String refusal(byte[] bytes) {
    return read(bytes).fold(done -> "", Refusal::key);
  }
}
