package org.diestra.office.reports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Statements as four banks write them, each in its own way. */
enum BankPaper {
  MT940("sta") {
    @Override
    String text(String number, long before, List<Move> moves, LocalDate until) {
      var out = new StringBuilder(":20:1\n:25:" + number + "\n:28C:1\n");
      out.append(":60F:").append(balance(before, moves.getFirst().day())).append('\n');
      for (var move : moves) {
        out.append(":61:")
            .append(SHORT.format(move.day()))
            .append(SHORT.format(move.day()).substring(2))
            .append(move.cents() > 0 ? "C" : "D")
            .append(comma(Math.abs(move.cents())))
            .append("NTRFNONREF\n:86:166?20")
            .append(move.words())
            .append("?32")
            .append(move.party())
            .append('\n');
      }
      return out + ":62F:" + balance(sum(before, moves), until) + "\n-\n";
    }

    private String balance(long cents, LocalDate day) {
      var side = cents < 0 ? "D" : "C";
      return side + SHORT.format(day) + "EUR" + comma(Math.abs(cents));
    }
  },
  CAMT("xml") {
    @Override
    String text(String number, long before, List<Move> moves, LocalDate until) {
      var out =
          new StringBuilder(
              "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt>"
                  + "<Stmt><Acct><Id><IBAN>"
                  + number
                  + "</IBAN></Id><Ccy>EUR</Ccy></Acct>\n");
      out.append(balance("OPBD", before, moves.getFirst().day()))
          .append(balance("CLBD", sum(before, moves), until));
      for (var move : moves) {
        boolean in = move.cents() > 0;
        var who = in ? "Dbtr" : "Cdtr";
        out.append("<Ntry>")
            .append(amount(move.cents()))
            .append("<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>")
            .append(move.day())
            .append("</Dt></BookgDt><AcctSvcrRef>")
            .append(move.reference())
            .append("</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><")
            .append(who + "><Pty><Nm>" + move.party() + "</Nm></Pty></" + who)
            .append("></RltdPties><RmtInf><Ustrd>")
            .append(move.words())
            .append("</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n");
      }
      return out + "</Stmt></BkToCstmrStmt></Document>";
    }

    private String balance(String code, long cents, LocalDate day) {
      var type = "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp>";
      return type + amount(cents) + "<Dt><Dt>" + day + "</Dt></Dt></Bal>\n";
    }

    private String amount(long cents) {
      var side = cents < 0 ? "DBIT" : "CRDT";
      return "<Amt Ccy=\"EUR\">"
          + point(Math.abs(cents))
          + "</Amt><CdtDbtInd>"
          + side
          + "</CdtDbtInd>";
    }
  },
  OFX("ofx") {
    @Override
    String text(String number, long before, List<Move> moves, LocalDate until) {
      var out =
          new StringBuilder(
              "OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>"
                  + number
                  + "</BANKACCTFROM><BANKTRANLIST><DTEND>"
                  + DateTimeFormatter.BASIC_ISO_DATE.format(until)
                  + "\n");
      for (var move : moves) {
        out.append("<STMTTRN><DTPOSTED>")
            .append(DateTimeFormatter.BASIC_ISO_DATE.format(move.day()))
            .append("<TRNAMT>" + point(move.cents()) + "<FITID>" + move.reference())
            .append("<NAME>" + move.party() + "<MEMO>" + move.words() + "</STMTTRN>\n");
      }
      return out + "</BANKTRANLIST></STMTRS></OFX>\n";
    }
  },
  CSV("csv") {
    @Override
    String text(String number, long before, List<Move> moves, LocalDate until) {
      var out = new StringBuilder("\uFEFFFecha;Concepto;Nombre;Importe\r\n");
      var day = DateTimeFormatter.ofPattern("dd/MM/uuuu");
      for (var move : moves) {
        out.append(day.format(move.day()) + ";" + move.words() + ";" + move.party() + ";")
            .append(comma(move.cents()) + "\r\n");
      }
      return out.toString();
    }
  };

  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuMMdd");
  private final String ending;

  BankPaper(String ending) {
    this.ending = ending;
  }

  /** A line of a bank; {@code reference} is the bank's own, which not every format has. */
  record Move(LocalDate day, long cents, String party, String words, String reference) {}

  abstract String text(String number, long before, List<Move> moves, LocalDate until);

  byte[] of(String number, long before, List<Move> moves, LocalDate until) {
    return text(number, before, moves, until).getBytes(UTF_8);
  }

  String file(Object which) {
    return name().toLowerCase(Locale.ROOT) + "-" + which + "." + ending;
  }

  static long sum(long before, List<Move> moves) {
    return before + moves.stream().mapToLong(Move::cents).sum();
  }

  private static String point(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }

  private static String comma(long cents) {
    return point(cents).replace('.', ',');
  }
}
