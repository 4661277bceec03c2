package org.diestra.platform.banking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/** One entry of a camt.053 statement, while it is read: one payment, or a batch of some. */
final class CamtEntry {
  private static final int MOST_PARTS = BankStatement.MOST_LINES;
  @Nullable Money amount;
  @Nullable Boolean debit;
  @Nullable LocalDate booked;
  @Nullable LocalDate valued;
  private String status = "BOOK"; // where a bank says nothing, it is in a statement of what is
  private String bank = "";
  private String added = "";
  private final List<Part> parts = new ArrayList<>();

  /** One payment of it. */
  static final class Part {
    @Nullable Money amount;
    private @Nullable Boolean debit;
    private boolean returned;
    private String debtor = "";
    private @Nullable String debtorAccount;
    private String creditor = "";
    private @Nullable String creditorAccount;
    private String endToEnd = "";
    private String bank = "";
    private final List<String> words = new ArrayList<>();

    void take(String path, String text) {
      switch (path) {
        case "CdtDbtInd" -> debit = text.equals("DBIT");
        case "Refs/EndToEndId" -> endToEnd = text;
        case "Refs/AcctSvcrRef" -> bank = text;
        case "RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm" -> debtor = text;
        case "RltdPties/Cdtr/Nm", "RltdPties/Cdtr/Pty/Nm" -> creditor = text;
        case "RltdPties/DbtrAcct/Id/IBAN", "RltdPties/DbtrAcct/Id/Othr/Id" -> debtorAccount = text;
        case "RltdPties/CdtrAcct/Id/IBAN", "RltdPties/CdtrAcct/Id/Othr/Id" ->
            creditorAccount = text;
        case "RmtInf/Ustrd",
            "RmtInf/Strd/CdtrRefInf/Ref",
            "RmtInf/Strd/AddtlRmtInf",
            "AddtlTxInf" ->
            words(text);
        default -> returned |= path.startsWith("RtrInf");
      }
    }

    private void words(String text) {
      if (words.size() < 20 && !text.isEmpty()) {
        words.add(text);
      }
    }
  }

  boolean isBooked() {
    return status.equals("BOOK");
  }

  void begin() {
    if (parts.size() <= MOST_PARTS) {
      parts.add(new Part());
    }
  }

  Part part() {
    return parts.getLast();
  }

  void take(String path, String text) {
    switch (path) {
      case "CdtDbtInd" -> debit = text.equals("DBIT");
      case "Sts", "Sts/Cd" -> status = text.isEmpty() ? status : text;
      case "AcctSvcrRef" -> bank = text;
      case "AddtlNtryInf" -> added = text;
      default -> {
        var within = "NtryDtls/TxDtls/";
        if (path.startsWith(within)) {
          part().take(path.substring(within.length()), text);
        }
      }
    }
  }

  /**
   * A line for each payment, where all of them have an amount and they add up; else one for all.
   *
   * @param whole above zero where money came in
   */
  List<BankLine> lines(Money whole, LocalDate day) {
    if (parts.size() < 2) {
      return List.of(line(whole, day, parts.isEmpty() ? new Part() : part(), bank));
    }
    if (!whole.equals(sum(whole))) {
      return List.of(line(whole, day, together(), bank).ofSeveral());
    }
    var all = new ArrayList<BankLine>();
    for (var part : parts) {
      var amount = signed(part, whole);
      if (amount != null && !amount.isZero()) {
        var own = part.bank.isEmpty() ? "" : bank + " " + part.bank;
        all.add(line(amount, day, part, own)); // without one of its own, what it says tells it
      }
    }
    return all;
  }

  private @Nullable Money sum(Money whole) {
    var sum = Money.zero(whole.currency());
    for (var part : parts) {
      var amount = signed(part, whole);
      if (amount == null) {
        return null;
      }
      sum = sum.plus(amount);
    }
    return sum;
  }

  /** Which way a part went is the entry's to say, where it does not say so itself. */
  private static @Nullable Money signed(Part part, Money whole) {
    if (part.amount == null) {
      return null;
    }
    boolean out = part.debit == null ? !whole.isPositive() : part.debit;
    return out ? part.amount.negated() : part.amount;
  }

  private Part together() {
    var all = new Part();
    parts.forEach(part -> part.words.forEach(all::words));
    return all;
  }

  /** What came back names the two as they were on its way out. */
  private BankLine line(Money amount, LocalDate day, Part part, String reference) {
    boolean fromDebtor = amount.isPositive() != part.returned;
    var words = new ArrayList<>(part.words);
    if (!added.isEmpty() && words.isEmpty()) {
      words.add(added);
    }
    return BankLine.of(
        day,
        amount,
        fromDebtor ? part.debtor : part.creditor,
        fromDebtor ? part.debtorAccount : part.creditorAccount,
        words,
        part.endToEnd,
        reference.isEmpty() ? part.bank : reference);
  }
}
